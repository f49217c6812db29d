//! Deleting what was filled in: on the home page and on every page of a form.

use crate::provided::provided;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;

use crate::hooks::{focus_soon, use_navigator};
use crate::i18n::{Words, use_i18n};
use crate::platform::spawn;
use crate::platform::storage::{self, Keeping};
use crate::route::Route;
use crate::ui::live::{live, live_text, show};
use crate::ui::live_region::use_announcer;
use crate::wizard::{Saved, WizardStore, Wizards};

/// A button that asks first, and the question that it asks.
pub(super) struct Deleting {
    /// What is to be deleted.
    pub(super) procedure: String,
    /// The button's words.
    pub(super) words: Words,
    /// Whether it may be at the portal already: deleted here, its code would never be known.
    pub(super) is_pending: Box<dyn Fn() -> bool + Send>,
    /// Called when it is deleted.
    pub(super) deleted: Callback<()>,
}

/// The button, and where the question appears.
pub(super) fn deleting(of: Deleting) -> (El, AnyView) {
    let (i18n, announcer) = (use_i18n(), use_announcer());
    let wizards = provided::<Wizards>();
    let Deleting {
        procedure,
        words,
        is_pending,
        deleted,
    } = of;
    let asked = RwSignal::new(false);
    let id = format!("delete-{procedure}");
    // The question gets the focus: who does not see it would not know that there is one.
    let question_id = format!("{id}-sure");
    let sure_id = question_id.clone();
    let button = el("button")
        .attr("type", "button")
        .class("link")
        .id(id.clone())
        .on_press(move |_| {
            asked.set(true);
            focus_soon(sure_id.clone());
        })
        .child(words);
    let delete = move |procedure: String| {
        spawn(async move {
            wizards.delete(&procedure).await;
            announcer.say(i18n.s("draft-deleted"));
            let _ = deleted.try_run(());
        });
    };
    let keep = move |id: String| {
        asked.set(false);
        focus_soon(id);
    };
    let question = move || {
        let (procedure, id) = (procedure.clone(), id.clone());
        let question_id = question_id.clone();
        let text_id = format!("{question_id}-text");
        let sure = match is_pending() {
            true => "draft-delete-sure-pending",
            false => "draft-delete-sure",
        };
        asked.get().then(|| {
            el("div")
                .class("notice")
                .attr("data-kind", "warning")
                .attr("role", "group")
                .attr("tabindex", "-1")
                .attr("aria-labelledby", text_id.clone())
                .id(question_id)
                .child(el("p").id(text_id).child(i18n.t(sure)))
                .child(
                    el("button")
                        .attr("type", "button")
                        .class("danger")
                        .on_press(move |_| delete(procedure.clone()))
                        .child(i18n.t("draft-delete-yes")),
                )
                .child(" ")
                .child(
                    el("button")
                        .attr("type", "button")
                        .class("secondary")
                        .on_press(move |_| keep(id.clone()))
                        .child(i18n.t("draft-delete-no")),
                )
        })
    };
    (button, live(question))
}

/// On a page of a form: for how long the answers are kept, and deleting all of them, which leads to the
/// home page. There is nothing to delete before something was answered.
pub(super) fn delete_answers(store: WizardStore) -> AnyView {
    let (i18n, navigator) = (use_i18n(), use_navigator());
    let is_there = move || store.saved() != Saved::NotYet;
    let delete = show(is_there, move || {
        let (button, question) = deleting(Deleting {
            procedure: store.now(|session| session.form().definition.code.clone()),
            words: i18n.t("delete-answers"),
            is_pending: Box::new(move || store.is_pending_now()),
            deleted: Callback::new(move |()| navigator.go(&Route::Home)),
        });
        parts![el("p").child(button), question]
    });
    el("div")
        .class("delete")
        .child(keeping(store))
        .child(delete)
        .into_any()
}

/// The way to say that others use the device too, or that they don't.
fn keeping(store: WizardStore) -> El {
    let (i18n, announcer) = (use_i18n(), use_announcer());
    let wizards = provided::<Wizards>();
    let now = RwSignal::new(storage::keeping());
    let change = move |_| {
        let (to, done) = match now.get_untracked() {
            Keeping::Device => (Keeping::Tab, "keep-in-tab-done"),
            Keeping::Tab => (Keeping::Device, "keep-on-device-done"),
        };
        spawn(async move {
            let words = match wizards.keep_for(to, store).await {
                true => done,
                false => "saved-not-kept",
            };
            announcer.say(i18n.s(words));
            let _ = now.try_set(storage::keeping());
        });
    };
    let words = move || match now.get() {
        Keeping::Device => i18n.s("keep-in-tab"),
        Keeping::Tab => i18n.s("keep-on-device"),
    };
    el("p").child(
        el("button")
            .attr("type", "button")
            .class("link")
            .id("keep-answers")
            .on_press(change)
            .child(live_text(words)),
    )
}
