//! An amount in đồng.

use leptos::prelude::*;

use super::frame::Shell;
use super::text::plain_input;
use crate::ui::el::el;

pub(super) fn money(shell: Shell) -> AnyView {
    let unit = shell.i18n.t("currency");
    shell.single(|control| {
        let input = plain_input(shell, control, "numeric", "number");
        el("div")
            .class("with-unit")
            .child(input)
            .child(el("span").class("unit").child(unit))
            .into_any()
    })
}
