//! What is to be known of a draft that is open in another tab too, or that could not be read.

use leptos::prelude::*;

use crate::hooks::focus_soon;
use crate::i18n::use_i18n;
use crate::platform::spawn;
use crate::ui::el::el;
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
    let keep = move |_| {
        spawn(async move {
            store.keep_after_all().await;
            focus_soon("main".into());
        });
    };
    live(move || {
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
    })
}
