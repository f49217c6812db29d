//! All that is wrong on a page, first thing in `main`, with a link to each input.

use leptos::prelude::*;

use super::live::press;
use crate::i18n::{Words, use_i18n};

/// The summary's id, for moving the focus to it.
pub const ID: &str = "error-summary";

/// A line of the summary.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// What to do.
    pub words: Words,
    /// Where: the id of the input on this page, or the address of another page.
    pub to: Target,
}

/// Where a line leads.
#[derive(Clone, PartialEq, Debug)]
pub enum Target {
    /// An input on this page.
    Input(String),
    /// A page.
    Page(String),
}

/// The summary. It is a group that gets the focus, not an alert: Orca reads an alert that also gets
/// the focus two or three times (43.1, November 2026).
#[component]
pub fn ErrorSummary(
    /// Its lines, in the order of the page. There is at least one.
    lines: Vec<Line>,
    /// Moves the focus to an input.
    focus: Callback<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let lines = lines
        .into_iter()
        .map(|line| {
            let words = line.words.view();
            match line.to {
                Target::Page(href) => view! { <li><a href=href>{words}</a></li> }.into_any(),
                Target::Input(id) => {
                    let href = format!("#{id}");
                    let go = move |event: leptos::ev::MouseEvent| {
                        event.prevent_default();
                        focus.run(id.clone());
                    };
                    view! { <li><a href=href on:click=press(go)>{words}</a></li> }.into_any()
                }
            }
        })
        .collect::<Vec<_>>();
    view! {
        <div class="error-summary" id=ID tabindex="-1" role="group" aria-labelledby="error-summary-title">
            <h2 id="error-summary-title">{i18n.t("error-summary-title")}</h2>
            <ul>{lines}</ul>
        </div>
    }
}
