//! All that is wrong on a page, first thing in `main`, with a link to each input.

use leptos::prelude::*;

use super::el::{El, el};

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
    /// An input of another page: the page's address, and the input.
    Page(String, String),
}

/// The summary. It is a group that gets the focus, not an alert: Orca reads an alert that also gets
/// the focus two or three times (43.1, November 2026).
///
/// `lines` are in the order of the page; there is at least one. `focus` moves the focus to an input; it
/// is told of one on another page before the link to that is followed.
pub fn error_summary(lines: Vec<Line>, focus: Callback<String>) -> El {
    let i18n = use_i18n();
    let lines = lines
        .into_iter()
        .map(|line| {
            let words = line.words;
            match line.to {
                Target::Page(href, input) => {
                    let leave = move |_| focus.run(input.clone());
                    el("li")
                        .child(el("a").attr("href", href).on_press(leave).child(words))
                        .into_any()
                }
                Target::Input(id) => {
                    let href = format!("#{id}");
                    let go = move |event: leptos::ev::Event| {
                        event.prevent_default();
                        focus.run(id.clone());
                    };
                    el("li")
                        .child(el("a").attr("href", href).on_press(go).child(words))
                        .into_any()
                }
            }
        })
        .collect::<Vec<_>>();
    el("div")
        .class("error-summary")
        .id(ID)
        .attr("tabindex", "-1")
        .attr("role", "group")
        .attr("aria-labelledby", "error-summary-title")
        .child(
            el("h2")
                .id("error-summary-title")
                .child(i18n.t("error-summary-title")),
        )
        .child(el("ul").child(lines))
}
