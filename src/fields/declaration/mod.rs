//! A sentence to declare, with one box to tick. Nothing is ticked beforehand.

use leptos::prelude::*;
use procedure::Answer;

use super::frame::{Of, Shell};
use crate::ui::el::el;
use crate::ui::live::{flag, is};

pub(super) fn declaration(shell: Shell) -> AnyView {
    let id = shell.id();
    let described_by = shell.described_by(&id, Of::Any, false);
    let tick = move |on: bool| shell.answer(Answer::text(if on { "yes" } else { "" }));
    el("div")
        .class("field")
        .attr("data-field", id.clone())
        .attr(
            "data-invalid",
            flag("", move || shell.invalid(Of::Any).get()),
        )
        .child(shell.hint().map(|hint| el("p").child(hint)))
        .child(shell.error(&id, Of::Any))
        .child(
            el("div")
                .class("option")
                .child(
                    el("input")
                        .attr("type", "checkbox")
                        .id(id.clone())
                        .attr("name", id.clone())
                        .attr("aria-describedby", described_by)
                        .attr(
                            "aria-invalid",
                            flag("true", move || shell.invalid(Of::Any).get()),
                        )
                        .checked(is(move || shell.text() == "yes"))
                        .on_ticked(tick),
                )
                .child(el("label").attr("for", id.clone()).child(shell.label())),
        )
        .into_any()
}
