//! What is to be known beside the form: of a draft that is open in another tab too, or that could not be read; and of a
//! device whose clock is wrong.

use leptos::prelude::*;

use crate::hooks::focus_soon;
use crate::i18n::{Arg, use_i18n};
use crate::platform::{clock, spawn};
use crate::ui::el::{el, parts};
use crate::ui::live::{follow, live};
use crate::ui::live_region::use_announcer;
use crate::ui::notice::notice;
use crate::wizard::{Saved, WizardStore};

/// The message for it, if there is something.
fn key(saved: Saved) -> Option<&'static str> {
    match saved {
        Saved::Joined(_) => Some("tabs-joined"),
        Saved::NotRead => Some("tabs-not-read"),
        Saved::Gone => Some("tabs-gone"),
        Saved::NotYet | Saved::At(_) | Saved::NotKept => None,
    }
}

/// The notice. It is said aloud too: nobody has asked for it.
pub fn tabs(store: WizardStore) -> AnyView {
    let (i18n, announcer) = (use_i18n(), use_announcer());
    let told = Memo::new(move |_| key(store.saved()));
    follow(move |_| {
        if let Some(key) = told.get() {
            announcer.say(i18n.s(key));
        }
    });
    follow(move |_| {
        if matches!(store.saved(), Saved::Joined(_)) {
            // Other answers may need other code lists.
            store.begin();
        }
    });
    let keep = move |_| {
        spawn(async move {
            store.keep_after_all().await;
            focus_soon("main".into());
        });
    };
    let clock = clock::is_off().then(|| {
        let today = i18n.date(clock::today());
        let words = i18n.tr("clock-off", &[("date", Arg::Text(&today))]);
        notice("info").child(el("p").child(words))
    });
    let told = live(move || {
        let key = told.get()?;
        let kind = if key == "tabs-joined" {
            "info"
        } else {
            "warning"
        };
        let keep = (key == "tabs-gone").then(|| {
            el("button")
                .attr("type", "button")
                .class("link")
                .on_press(keep)
                .child(i18n.t("tabs-keep"))
        });
        Some(notice(kind).child(el("p").child(i18n.t(key))).child(keep))
    });
    parts![clock, told]
}
