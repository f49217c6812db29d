//! Several lines of text. People may type past the limit; how much is said after a pause.

use crate::ui::el::{el, parts};
use leptos::prelude::*;
use procedure::Answer;
use procedure::definition::TextKind;

use super::frame::{Control, Shell, with_id};
use crate::ui::character_count::CharacterCount;
use crate::ui::live::flag;

pub(super) fn long_text(shell: Shell, kind: &TextKind) -> AnyView {
    let count = kind.max_length.map(CharacterCount::new);
    shell.single(
        |Control {
             id,
             described_by,
             invalid,
         }| {
            let count_id = format!("{id}-count");
            let counted = count.map(|count| count.view(count_id.clone(), move || shell.text()));
            let change = move |text: String| {
                if let Some(count) = count {
                    count.typed(&text);
                }
                shell.answer(Answer::Text(text));
            };
            let left = move |_| {
                if let Some(count) = count {
                    count.call_off();
                }
            };
            let described_by = match count {
                Some(_) => with_id(described_by, count_id),
                None => described_by,
            };
            let autocomplete = shell.autocomplete();
            parts![
                el("textarea")
                    .id(id.clone())
                    .attr("name", id)
                    .attr("rows", "5")
                    .class("input")
                    .attr("autocomplete", autocomplete)
                    .attr("aria-describedby", described_by)
                    .attr("aria-invalid", flag("true", move || invalid.get()))
                    .value(shell.text_now())
                    .on_typed(change)
                    .on("blur", left),
                counted
            ]
        },
    )
}
