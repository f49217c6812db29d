//! An address that no page has.

use crate::ui::el::{el, parts};
use leptos::prelude::*;

use super::{frame, title, trouble, use_portal_info};
use crate::hooks::use_page;
use crate::i18n::use_i18n;

/// The page.
pub fn not_found() -> AnyView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    use_page(move || title(i18n, info, &[&i18n.s("not-found-title")]));
    frame(
        Some(("/".into(), i18n.t("back-home"))),
        parts![
            el("h1").child(i18n.t("not-found-title")),
            el("p").child(i18n.t("not-found")),
            el("p").child(
                el("a")
                    .class("alone")
                    .attr("href", "/")
                    .child(i18n.t("not-found-search"))
            ),
            trouble::other_way()
        ],
    )
}
