//! A number.

use leptos::prelude::*;
use procedure::definition::NumberKind;

use super::frame::Shell;
use super::text::{plain_input, with_unit};

pub(super) fn number(shell: Shell, kind: &NumberKind) -> AnyView {
    let mode = if kind.decimals > 0 {
        "decimal"
    } else {
        "numeric"
    };
    match kind.unit.is_empty() {
        true => shell.single(|control| plain_input(shell, control, mode, "number")),
        false => with_unit(shell, mode, shell.i18n.text(&kind.unit)),
    }
}
