//! Yes or no.

use leptos::prelude::*;

use super::choice::{not_offered, odd, radio};
use super::frame::{Of, Shell};
use crate::ui::el::{el, parts};

pub(super) fn yes_no(shell: Shell) -> AnyView {
    let odd = odd(shell, |text| matches!(text, "yes" | "no"));
    let yes = radio(shell, 0, "yes".into(), shell.i18n.t("yes"), None, odd);
    let no = radio(shell, 1, "no".into(), shell.i18n.t("no"), None, odd);
    shell.group(
        Of::Any,
        parts![
            not_offered(shell, odd),
            el("div").class("options").child(yes).child(no)
        ],
    )
}
