//! An amount in đồng.

use leptos::prelude::*;

use super::frame::Shell;
use super::text::with_unit;

pub(super) fn money(shell: Shell) -> AnyView {
    with_unit(shell, "numeric", shell.i18n.t("currency"))
}
