//! A notice that stands in the page: something to know, something that went wrong.

use leptos::prelude::*;

/// A notice. `kind` is `info`, `warning`, `error` or `done`; it is never told by colour alone.
#[component]
pub fn Notice(
    /// `info`, `warning`, `error` or `done`.
    kind: &'static str,
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! { <div class="notice" data-kind=kind>{children()}</div> }
}
