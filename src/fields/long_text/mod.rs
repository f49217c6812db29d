//! Several lines of text. People may type past the limit; how much is said after a pause.

use crate::ui::el::{el, parts};
use leptos::prelude::*;
use procedure::Answer;
use procedure::definition::TextKind;

use super::frame::{Control, Shell};
use crate::i18n::Arg;
use crate::ui::live::{attribute, flag, live_text};

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
                el("p")
                    .class("hint")
                    .id(count_id.clone())
                    .child(live_text(words))
            });
            let described_by = move || {
                let ids: Vec<String> = described_by
                    .get()
                    .into_iter()
                    .chain(max.map(|_| count_id.clone()))
                    .collect();
                (!ids.is_empty()).then(|| ids.join(" "))
            };
            parts![
                el("textarea")
                    .id(id.clone())
                    .attr("name", id)
                    .attr("rows", "5")
                    .class("input")
                    .attr("aria-describedby", attribute(described_by))
                    .attr("aria-invalid", flag("true", move || invalid.get()))
                    .value(shell.text_now())
                    .on_typed(move |text| shell.answer(Answer::Text(text))),
                count
            ]
        },
    )
}
