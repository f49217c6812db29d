//! `/accessibility`: what works for whom, what does not yet, what to do instead, and whom to tell.

use crate::ui::el::{el, parts};
use leptos::prelude::*;

use super::{frame, title, trouble, use_portal_info};
use crate::hooks::use_page;
use crate::i18n::use_i18n;

/// The page.
pub fn accessibility() -> AnyView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    use_page(move || title(i18n, info, &[&i18n.s("accessibility-title")]));
    frame(
        Some(("/".into(), i18n.t("back-home"))),
        parts![
            el("h1").child(i18n.t("accessibility-title")),
            trouble::other_way()
        ],
    )
}
