//! A number.

use leptos::prelude::*;
use procedure::definition::NumberKind;

use super::frame::Shell;
use super::text::plain_input;
use crate::ui::el::el;

pub(super) fn number(shell: Shell, kind: &NumberKind) -> AnyView {
    let mode = if kind.decimals > 0 {
        "decimal"
    } else {
        "numeric"
    };
    let unit = (!kind.unit.is_empty()).then(|| shell.i18n.text(&kind.unit));
    shell.single(|control| {
        let input = plain_input(shell, control, mode, "number");
        el("div")
            .class("with-unit")
            .child(input)
            .child(unit.map(|unit| el("span").class("unit").child(unit)))
            .into_any()
    })
}
