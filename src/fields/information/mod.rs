//! Text without a question.

use leptos::prelude::*;

use super::frame::{Heading, Shell};

pub(super) fn information(shell: Shell) -> AnyView {
    let label = shell
        .view
        .with_untracked(|view| shell.i18n.text(&view.field.definition.label).view());
    let label = match shell.heading {
        Heading::IsHeading => view! { <h1>{label}</h1> }.into_any(),
        Heading::Under => view! { <p class="information-title">{label}</p> }.into_any(),
    };
    let hint = shell.hint().map(|hint| view! { <p>{hint}</p> });
    view! { <div class="information">{label}{hint}{shell.help()}</div> }.into_any()
}
