//! `/procedures/:code/elsewhere/:way`: it can't be done here, and where it can.

use crate::ui::el::{el, parts};
use leptos::prelude::*;

use super::step::href;
use super::{frame, title, trouble, use_portal_info};
use crate::hooks::use_page;
use crate::i18n::use_i18n;
use crate::platform::dom;
use crate::preferences::use_preferences;
use crate::route::Route;
use crate::wizard::WizardStore;

/// The page. No error: it is what came of the answers.
pub fn elsewhere(store: WizardStore, way: usize) -> AnyView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    let layout = use_preferences().get_now().layout();
    let (code, procedure) = store.now(|session| {
        let definition = &session.form().definition;
        (definition.code.clone(), i18n.text(&definition.name))
    });
    let Some(out) = store.now(|session| session.way_out(way).cloned()) else {
        return super::not_found();
    };
    let heading = i18n.text(&out.title);
    let in_title = [heading.text.clone(), procedure.text.clone()];
    use_page(move || title(i18n, info, &[&in_title[0], &in_title[1]]));
    let back = store.now(|session| session.before_elsewhere(layout));
    let back = back.map_or_else(
        || Route::Procedure(code.clone()).href(),
        |place| href(&code, &place, false),
    );
    let office = (!out.office.is_empty()).then(|| {
        parts![
            el("h2").child(i18n.t("elsewhere-office")),
            el("p").child(i18n.text(&out.office))
        ]
    });
    let other = out.procedure.map(|code| {
        let href = Route::Procedure(code.clone()).href();
        el("p").class("no-print").child(
            el("a")
                .attr("href", href)
                .child(i18n.t("elsewhere-procedure"))
                .child(" ")
                .child(el("bdi").child(code)),
        )
    });
    frame(
        Some((back.clone(), i18n.t("back"))),
        parts![
            el("p").class("caption").child(procedure),
            el("h1").child(heading),
            el("p").child(i18n.text(&out.body)),
            office,
            el("p")
                .class("meta")
                .child(i18n.t("legal-basis"))
                .child(" ")
                .child(el("bdi").attr("lang", "vi").child(out.source)),
            other,
            el("p").child(i18n.t("elsewhere-kept")),
            el("p")
                .class("no-print row-actions")
                .child(el("a").attr("href", back).child(i18n.t("elsewhere-change")))
                .child(
                    el("button")
                        .attr("type", "button")
                        .class("link")
                        .on_press(|_| dom::print())
                        .child(i18n.t("receipt-print"))
                ),
            trouble::other_way()
        ],
    )
}
