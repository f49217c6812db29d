//! What a page shows when the portal did not do what it was asked: what happened, what is safe, what
//! to do.

use crate::ui::el::{el, parts};
use leptos::prelude::*;
use procedure::Mistake;

use super::{frame, title, use_portal_info};
use crate::hooks::use_page;
use crate::i18n::{Arg, use_i18n};
use crate::platform::report;
use crate::portal::{PortalError, text_of};
use crate::ui::live::live;
use crate::ui::live_region::use_announcer;

/// The way to be served without this app.
pub(super) fn other_way() -> AnyView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    let way = move || {
        let info = info.0.get();
        let hotline = info.as_ref().and_then(|info| info.hotline.clone());
        let hotline = hotline.map(|number| {
            let href = format!(
                "tel:{}",
                number
                    .chars()
                    .filter(char::is_ascii_digit)
                    .collect::<String>()
            );
            el("p")
                .child(i18n.t("hotline"))
                .child(" ")
                .child(el("a").attr("href", href).child(number))
        });
        let office = info
            .map(|info| text_of(&info.office))
            .filter(|office| !office.is_empty());
        let office = office.map_or_else(|| i18n.t("office-default"), |office| i18n.text(&office));
        parts![hotline, el("p").child(office)]
    };
    parts![el("h2").child(i18n.t("other-way-title")), live(way)]
}

/// A part of the app that somebody has asked for could not be loaded.
pub fn not_loaded(again: impl Fn() + 'static) -> AnyView {
    let i18n = use_i18n();
    use_announcer().say(i18n.s("trouble-unreachable"));
    el("p")
        .child(i18n.t("trouble-unreachable"))
        .child(" ")
        .child(i18n.t("trouble-safe"))
        .child(" ")
        .child(
            el("button")
                .attr("type", "button")
                .class("link")
                .on_press(move |_| again())
                .child(i18n.t("try-again")),
        )
        .into_any()
}

/// The portal did not give what the page needs.
pub fn failed(error: &PortalError, again: impl Fn() + 'static) -> AnyView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    let name = error.name();
    let heading = format!("trouble-{name}-title");
    let words = i18n.t(&format!("trouble-{name}"));
    let seconds = match error {
        PortalError::TooMany(Some(seconds)) | PortalError::Closed(Some(seconds)) => Some(*seconds),
        _ => None,
    };
    let wait = seconds.map(|seconds| {
        let minutes = f64::from(seconds.div_ceil(60).max(1));
        el("p").child(i18n.tr("trouble-wait", &[("minutes", Arg::Number(minutes))]))
    });
    let in_title = heading.clone();
    use_page(move || title(i18n, info, &[&i18n.s(&in_title)]));
    frame(
        Some(("/".into(), i18n.t("back-home"))),
        parts![
            el("h1").child(i18n.t(&heading)),
            el("p").child(words),
            wait,
            el("p").child(i18n.t("trouble-safe")),
            el("button")
                .attr("type", "button")
                .class("primary")
                .on_press(move |_| again())
                .child(i18n.t("try-again")),
            other_way()
        ],
    )
}

/// The definition has mistakes. The citizen gets another way to be served; the operator gets every
/// mistake, here and in the console.
pub fn mistaken(code: &str, mistakes: &[Mistake]) -> AnyView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    use_page(move || title(i18n, info, &[&i18n.s("mistaken-title")]));
    let lines = mistakes.iter().map(|mistake| {
        let line = mistake.to_string();
        report(&format!("definition {code}: {line}"));
        el("li").child(el("code").child(line))
    });
    let lines = lines.collect::<Vec<_>>();
    frame(
        Some(("/".into(), i18n.t("back-home"))),
        parts![
            el("h1").child(i18n.t("mistaken-title")),
            el("p").child(i18n.t("mistaken")),
            other_way(),
            el("details")
                .child(el("summary").child(i18n.tr(
                    "mistaken-operator",
                    &[("n", Arg::Number(lines.len() as f64))]
                )))
                .child(el("ul").class("mistakes").attr("lang", "en").child(lines))
        ],
    )
}
