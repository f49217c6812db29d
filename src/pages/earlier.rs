//! An application that was sent, as the beginning of another one.

use leptos::prelude::*;

use super::standing::Case;
use crate::hooks::use_navigator;
use crate::i18n::I18n;
use crate::platform::spawn;
use crate::provided::provided;
use crate::route::Route;
use crate::ui::el::{El, el};
use crate::ui::live::live;
use crate::ui::live_region::use_announcer;
use crate::ui::notice::notice;
use crate::wizard::{NotBegun, Wizards};

/// The way to it, folded.
pub(super) fn earlier(case: Case, i18n: I18n) -> El {
    let (navigator, announcer) = (use_navigator(), use_announcer());
    let wizards = provided::<Wizards>();
    let (busy, told) = (RwSignal::new(false), RwSignal::new(None::<&'static str>));
    let begin = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        told.set(None);
        spawn(async move {
            let (code, proof) = (case.code.get_value(), case.proof.get_value());
            let begun = match wizards.portal().desk().sent(&code, &proof).await {
                Ok(sent) => wizards.begin_like(sent).await,
                Err(_) => Err(NotBegun::Failed),
            };
            match begun {
                Ok(procedure) if case.code.try_get_value().is_some() => {
                    navigator.go(&Route::Apply(procedure, None));
                }
                // Somebody has gone elsewhere: it is among the drafts.
                Ok(_) => {}
                Err(why) => {
                    let key = match why {
                        NotBegun::HasDraft => "earlier-draft",
                        NotBegun::Failed => "earlier-failed",
                    };
                    let _ = (busy.try_set(false), told.try_set(Some(key)));
                    announcer.say(i18n.s(key));
                }
            }
        });
    };
    el("details")
        .class("no-print")
        .child(el("summary").child(i18n.t("earlier-title")))
        .child(el("p").child(i18n.t("earlier-what")))
        .child(
            el("button")
                .attr("type", "button")
                .class("secondary")
                .on_press(begin)
                .child(i18n.t("earlier-button")),
        )
        .child(live(move || {
            let key = told.get()?;
            Some(notice("error").child(el("p").child(i18n.t(key))))
        }))
}
