//! A sentence to declare, with one box to tick. Nothing is ticked beforehand.

use leptos::prelude::*;
use procedure::Answer;

use super::frame::{Of, Shell};

pub(super) fn declaration(shell: Shell) -> AnyView {
    let id = shell.id();
    let described_by = shell.described_by(&id, Of::Any, false);
    let tick = move |on: bool| shell.answer(Answer::text(if on { "yes" } else { "" }));
    view! {
        <div class="field" data-field=id.clone() data-invalid=move || shell.invalid(Of::Any).get().then_some("")>
            {shell.hint().map(|hint| view! { <p>{hint}</p> })}
            {shell.error(&id, Of::Any)}
            <div class="option">
                <input
                    type="checkbox"
                    id=id.clone()
                    name=id.clone()
                    aria-describedby=move || described_by.get()
                    aria-invalid=move || shell.invalid(Of::Any).get().then_some("true")
                    prop:checked=move || shell.text() == "yes"
                    on:change:target=move |event| tick(event.target().checked())
                />
                <label for=id.clone()>{shell.label()}</label>
            </div>
        </div>
    }
    .into_any()
}
