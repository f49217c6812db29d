//! Several lines of text. People may type past the limit; how much is said after a pause.

use leptos::prelude::*;
use procedure::Answer;
use procedure::definition::TextKind;

use super::frame::{Control, Shell};
use crate::i18n::Arg;
use crate::ui::live::{attribute, flag, live_text, typed};

pub(super) fn long_text(shell: Shell, kind: &TextKind) -> AnyView {
    let max = kind.max_length;
    shell.single(
        |Control {
             id,
             described_by,
             invalid,
         }| {
            let count_id = format!("{id}-count");
            let count = max.map(|max| {
                let left = move || max as f64 - shell.text().trim().chars().count() as f64;
                let words = move || {
                    let n = left();
                    let key = if n < 0.0 {
                        "characters-over"
                    } else {
                        "characters-left"
                    };
                    shell.i18n.sr(key, &[("n", Arg::Number(n.abs()))])
                };
                view! { <p class="hint" id=count_id.clone()>{live_text(words)}</p> }
            });
            let described_by = move || {
                let ids: Vec<String> = described_by
                    .get()
                    .into_iter()
                    .chain(max.map(|_| count_id.clone()))
                    .collect();
                (!ids.is_empty()).then(|| ids.join(" "))
            };
            view! {
                <textarea
                    id=id.clone()
                    name=id
                    rows="5"
                    class="input"
                    aria-describedby=attribute(described_by)
                    aria-invalid=flag("true", move || invalid.get())
                    prop:value=shell.text_now()
                    on:input=typed(move |text| shell.answer(Answer::Text(text)))
                ></textarea>
                {count}
            }
            .into_any()
        },
    )
}
