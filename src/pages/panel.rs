//! What opens under the bar of every page.

use leptos::prelude::*;

use crate::i18n::use_i18n;
use crate::ui::el::{Part, el};

/// A heading, something in it, and the way to close it. `close` moves the
/// focus back to what opened it.
pub(super) fn panel(
    title_id: &'static str,
    title: &str,
    contents: impl Part,
    close: Callback<()>,
) -> AnyView {
    let i18n = use_i18n();
    el("section")
        .class("display")
        .attr("aria-labelledby", title_id)
        .child(el("h2").id(title_id).child(i18n.t(title)))
        .child(contents)
        .child(
            el("button")
                .attr("type", "button")
                .on_press(move |_| close.run(()))
                .child(i18n.t("preferences-close")),
        )
        .into_any()
}
