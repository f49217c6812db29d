//! A number.

use leptos::prelude::*;
use procedure::definition::NumberKind;

use super::frame::Shell;
use super::text::plain_input;

pub(super) fn number(shell: Shell, kind: &NumberKind) -> AnyView {
    let mode = if kind.decimals > 0 {
        "decimal"
    } else {
        "numeric"
    };
    let unit = (!kind.unit.is_empty()).then(|| shell.i18n.text(&kind.unit).view());
    shell.single(|control| {
        let input = plain_input(shell, control, mode, "number");
        view! { <div class="with-unit">{input}{unit.map(|unit| view! { <span class="unit">{unit}</span> })}</div> }.into_any()
    })
}
