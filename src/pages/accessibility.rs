//! `/accessibility`: what works for whom, what does not yet, what to do instead, and whom to tell.

use crate::ui::el::{el, parts};
use leptos::prelude::*;

use super::{frame, title, use_portal_info};
use crate::hooks::use_page;
use crate::i18n::{Arg, use_i18n};

/// The day on which the page was last compared with what is the case (docs/accessibility/).
const CHECKED: &str = "2026-11-24";

/// The page.
pub fn accessibility() -> AnyView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    use_page(move || title(i18n, info, &[&i18n.s("accessibility-title")]));
    let heading = |key: &str| el("h2").child(i18n.t(key)).into_any();
    let line = |key: &str| el("p").child(i18n.t(key)).into_any();
    let list = |keys: &[&str]| {
        let items = keys
            .iter()
            .map(|key| el("li").child(i18n.t(key)).into_any());
        el("ul").child(items.collect::<Vec<_>>()).into_any()
    };
    let date = procedure::parse_date(CHECKED).map(|date| i18n.date(date));
    let date = date.unwrap_or_default();
    frame(
        Some(("/".into(), i18n.t("back-home"))),
        parts![
            el("h1").child(i18n.t("accessibility-title")),
            line("accessibility-lead"),
            heading("accessibility-aim-title"),
            line("accessibility-aim"),
            line("accessibility-law"),
            line("accessibility-proof"),
            heading("accessibility-holds-title"),
            list(&[
                "accessibility-holds-keyboard",
                "accessibility-holds-reader",
                "accessibility-holds-text",
                "accessibility-holds-colour",
                "accessibility-holds-reading",
                "accessibility-holds-errors",
                "accessibility-holds-time",
                "accessibility-holds-captcha",
            ]),
            heading("accessibility-gaps-title"),
            list(&[
                "accessibility-gaps-readers",
                "accessibility-gaps-people",
                "accessibility-gaps-languages",
                "accessibility-gaps-notes",
                "accessibility-gaps-audio",
                "accessibility-gaps-device",
                "accessibility-gaps-sent",
                "accessibility-gaps-browsers",
            ]),
            heading("accessibility-instead-title"),
            line("accessibility-instead"),
            list(&[
                "accessibility-instead-office",
                "accessibility-instead-call",
                "accessibility-instead-together",
            ]),
            heading("accessibility-report-title"),
            line("accessibility-report"),
            line("accessibility-report-what"),
            el("p").child(i18n.tr("accessibility-date", &[("date", Arg::Text(&date))])),
        ],
    )
}
