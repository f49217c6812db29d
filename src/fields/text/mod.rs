//! A line of text.

mod email;

use leptos::prelude::*;
use procedure::Answer;
use procedure::definition::TextKind;
use procedure::format::Format;

use super::frame::{Control, Shell, with_id};
use crate::i18n::Words;
use crate::ui::el::{El, el};
use crate::ui::live::flag;

pub(super) use email::email;

/// How a format is typed: input type, on-screen keyboard, width in characters.
struct Typing {
    kind: &'static str,
    mode: &'static str,
    width: &'static str,
    spellcheck: bool,
}

fn typing(kind: &TextKind) -> Typing {
    let (input, mode, width) = match kind.format {
        Some(Format::Phone) => ("tel", "tel", "phone"),
        Some(Format::Email) => ("email", "email", "full"),
        Some(Format::PersonName) => ("text", "text", "full"),
        Some(format) if format.is_digits() => ("text", "numeric", "code"),
        Some(_) => ("text", "text", "code"),
        None => ("text", "text", "full"),
    };
    Typing {
        kind: input,
        mode,
        width,
        spellcheck: kind.format.is_none(),
    }
}

pub(super) fn text(shell: Shell, kind: &TextKind) -> AnyView {
    let typing = typing(kind);
    shell.single(|control| input(shell, control, &typing, shell.text_now()).into_any())
}

/// A single-line input. What was typed is put in once and never rewritten: input methods compose in
/// it. There is no `maxlength` for the same reason.
fn input(shell: Shell, control: Control, typing: &Typing, text: impl Into<Signal<String>>) -> El {
    let Control {
        id,
        described_by,
        invalid,
    } = control;
    el("input")
        .id(id.clone())
        .attr("name", id)
        .attr("type", typing.kind)
        .attr("inputmode", typing.mode)
        .class("input")
        .attr("data-width", typing.width)
        .attr(
            "spellcheck",
            if typing.spellcheck { "true" } else { "false" },
        )
        .attr("autocomplete", shell.autocomplete())
        .attr("aria-describedby", described_by)
        .attr("aria-invalid", flag("true", move || invalid.get()))
        .value(text)
        .on_typed(move |text| shell.answer(Answer::Text(text)))
}

/// The same for other kinds that are typed in one line.
pub(super) fn plain_input(
    shell: Shell,
    control: Control,
    mode: &'static str,
    width: &'static str,
) -> AnyView {
    input(
        shell,
        control,
        &Typing {
            kind: "text",
            mode,
            width,
            spellcheck: false,
        },
        shell.text_now(),
    )
    .into_any()
}

/// A number with its unit behind it. Who goes from input to input hears the unit too: it describes the
/// input.
pub(super) fn with_unit(shell: Shell, mode: &'static str, unit: Words) -> AnyView {
    shell.single(|control| {
        let unit_id = format!("{}-unit", control.id);
        let control = Control {
            described_by: with_id(control.described_by, unit_id.clone()),
            ..control
        };
        el("div")
            .class("with-unit")
            .child(plain_input(shell, control, mode, "number"))
            .child(el("span").class("unit").id(unit_id).child(unit))
            .into_any()
    })
}
