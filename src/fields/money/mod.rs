//! An amount in đồng.

use leptos::prelude::*;

use super::frame::Shell;
use super::text::plain_input;

pub(super) fn money(shell: Shell) -> AnyView {
    let unit = shell.i18n.t("currency");
    shell.single(|control| {
        let input = plain_input(shell, control, "numeric", "number");
        view! { <div class="with-unit">{input}<span class="unit">{unit}</span></div> }.into_any()
    })
}
