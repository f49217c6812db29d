//! An address that no page has.

use leptos::prelude::*;

use super::{frame, title, trouble, use_portal_info};
use crate::hooks::use_page;
use crate::i18n::use_i18n;

pub(super) fn not_found() -> impl IntoView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    use_page(move || title(i18n, info, &[&i18n.s("not-found-title")]));
    frame(
        Some(("/".into(), i18n.t("back-home"))),
        view! {
            <h1>{i18n.t("not-found-title")}</h1>
            <p>{i18n.t("not-found")}</p>
            <p><a href="/">{i18n.t("not-found-search")}</a></p>
            {trouble::other_way()}
        },
    )
}
