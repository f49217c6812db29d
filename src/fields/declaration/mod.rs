//! A sentence to declare, with one box to tick. Nothing is ticked beforehand.

use leptos::prelude::*;
use procedure::Answer;

use super::frame::{Of, Shell};
use crate::ui::live::{flag, is, ticked};

pub(super) fn declaration(shell: Shell) -> AnyView {
    let id = shell.id();
    let described_by = shell.described_by(&id, Of::Any, false);
    let tick = move |on: bool| shell.answer(Answer::text(if on { "yes" } else { "" }));
    view! {
        <div class="field" data-field=id.clone() data-invalid=flag("", move || shell.invalid(Of::Any).get())>
            {shell.hint().map(|hint| view! { <p>{hint}</p> })}
            {shell.error(&id, Of::Any)}
            <div class="option">
                <input
                    type="checkbox"
                    id=id.clone()
                    name=id.clone()
                    aria-describedby=described_by
                    aria-invalid=flag("true", move || shell.invalid(Of::Any).get())
                    prop:checked=is(move || shell.text() == "yes")
                    on:change=ticked(tick)
                />
                <label for=id.clone()>{shell.label()}</label>
            </div>
        </div>
    }
    .into_any()
}
