//! Text without a question.

use leptos::prelude::*;

use super::frame::{Heading, Shell};
use crate::ui::el::el;

pub(super) fn information(shell: Shell) -> AnyView {
    let label = shell
        .view
        .with_untracked(|view| shell.i18n.text(&view.field.definition.label));
    let label = match shell.heading {
        Heading::IsHeading => el("h1").child(label).into_any(),
        Heading::Under => el("p").class("information-title").child(label).into_any(),
    };
    let hint = shell.hint().map(|hint| el("p").child(hint));
    el("div")
        .class("information")
        .child(label)
        .child(hint)
        .child(shell.help())
        .into_any()
}
