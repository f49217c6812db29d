//! Facts in rows: a term, its value, perhaps an action.

use leptos::prelude::*;

/// One row. Without an action the third cell is left out.
pub fn row(term: impl IntoView, value: impl IntoView, action: Option<AnyView>) -> AnyView {
    let (term, value) = (term.into_any(), value.into_any());
    view! {
        <div class="summary-row">
            <dt>{term}</dt>
            <dd>{value}</dd>
            {action.map(|action| view! { <dd class="summary-action">{action}</dd> })}
        </div>
    }
    .into_any()
}

/// A list of rows.
pub fn list(rows: Vec<AnyView>) -> AnyView {
    view! { <dl class="summary">{rows}</dl> }.into_any()
}
