//! Facts in rows: a term, its value, perhaps an action.

use leptos::prelude::*;

use super::el::{El, Part, el};

/// One row. Without an action the third cell is left out.
pub fn row(term: impl Part, value: impl Part, action: Option<AnyView>) -> El {
    el("div")
        .class("summary-row")
        .child(el("dt").child(term))
        .child(el("dd").child(value))
        .child(action.map(|action| el("dd").class("summary-action").child(action)))
}

/// A list of rows.
pub fn list(rows: Vec<El>) -> El {
    el("dl").class("summary").child(rows)
}
