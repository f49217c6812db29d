//! Yes or no.

use leptos::prelude::*;

use super::choice::radio;
use super::frame::{Of, Shell};

pub(super) fn yes_no(shell: Shell) -> AnyView {
    let yes = radio(shell, 0, "yes".into(), shell.i18n.t("yes"), None);
    let no = radio(shell, 1, "no".into(), shell.i18n.t("no"), None);
    shell.group(
        Of::Any,
        view! { <div class="options">{yes}{no}</div> }.into_any(),
    )
}
