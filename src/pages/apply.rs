//! Opens a procedure for filling in, and leads to the page that may be shown.

use crate::provided::provided;
use crate::ui::el::{el, nothing, parts};
use leptos::prelude::*;
use procedure::Place;

use super::{frame, step, title, trouble, use_portal_info};
use crate::hooks::{use_navigator, use_page};
use crate::i18n::use_i18n;
use crate::later::{self, Page};
use crate::preferences::use_preferences;
use crate::route::Route;
use crate::ui::live::live;
use crate::wizard::{Loading, Sending, WizardStore, Wizards};

/// Shows a view when the procedure has been loaded, and what went wrong otherwise.
pub(super) fn when_loaded(
    code: String,
    view: impl Fn(WizardStore) -> AnyView + Send + 'static,
) -> AnyView {
    let (wizards, navigator) = (provided::<Wizards>(), use_navigator());
    let state = wizards.open(&code);
    let shown = move || match state.get() {
        // The page before stays until there is something to show.
        Loading::Loading => nothing(),
        Loading::Ready(store) => view(store),
        Loading::Mistaken(mistakes) => {
            let code = code.clone();
            later::page(move || Page::Mistaken(code.clone(), mistakes.get_value()))
        }
        Loading::Failed(error) => {
            // The new try is a page of its own: this one stays until it is known what came of it.
            let again = {
                let code = code.clone();
                move || {
                    wizards.forget(&code);
                    navigator.turn_page();
                }
            };
            trouble::failed(&error.get_value(), again)
        }
    };
    live(shown)
}

pub(super) fn apply(code: String, place: Option<Place>) -> AnyView {
    if place.is_none() {
        provided::<Wizards>().open_anew(&code);
    }
    when_loaded(code, move |store| match store.needs_checking_now() {
        true => later::page({
            let place = place.clone();
            move || Page::Resumed(store, place.clone())
        }),
        false => admitted(store, place.clone()),
    })
}

/// The page of a draft: which of its pages are done is known when its answers are checked.
pub fn resumed(store: WizardStore, place: Option<Place>) -> AnyView {
    store.begin();
    admitted(store, place)
}

/// The page of an address, or the one that comes before it.
fn admitted(store: WizardStore, place: Option<Place>) -> AnyView {
    let (navigator, preferences) = (use_navigator(), use_preferences());
    let code = store.now(|session| session.form().definition.code.clone());
    if let Sending::Sent(receipt) = store.sending_now() {
        let code = code.clone();
        return later::page(move || Page::AlreadySent(code.clone(), receipt.code.clone()));
    }
    let layout = preferences.get_now().layout();
    // What went out cannot be changed until it is known what became of it.
    let wanted = if store.is_pending_now() {
        Some(Place::Review)
    } else {
        place.clone()
    };
    let admitted = match &wanted {
        None => Err(store.now(|session| session.first_open(layout))),
        Some(wanted) => store
            .now(|session| session.admit(wanted, layout))
            .map(|()| wanted.clone()),
    };
    let shown = match admitted {
        Ok(shown) if Some(&shown) == place.as_ref() => shown,
        Ok(other) | Err(other) => {
            let to_review = navigator.query_now("then").as_deref() == Some("review");
            navigator.replace_with(&step::href(&code, &other, to_review));
            return nothing();
        }
    };
    store.arrive(&shown);
    match shown {
        Place::Review => later::page(move || Page::Review(store)),
        // Never asked for here.
        Place::Supplement => nothing(),
        Place::Elsewhere(way) => later::page(move || Page::Elsewhere(store, way)),
        step => step::step(store, step),
    }
}

/// Back, after sending: nothing here can be sent twice.
pub fn already_sent(code: &str, dossier: &str) -> AnyView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    use_page(move || title(i18n, info, &[&i18n.s("already-sent-title")]));
    let (dossier, procedure) = (
        dossier.to_string(),
        Route::Procedure(code.to_string()).href(),
    );
    let href = Route::Dossier(dossier.clone()).href();
    frame(
        Some(("/".into(), i18n.t("back-home"))),
        parts![
            el("h1").child(i18n.t("already-sent-title")),
            el("p").child(i18n.t("already-sent")),
            el("p").child(
                el("a")
                    .class("alone")
                    .attr("href", href)
                    .child(i18n.t("already-sent-see"))
                    .child(" ")
                    .child(el("bdi").child(dossier))
            ),
            el("p").child(
                el("a")
                    .class("alone")
                    .attr("href", procedure)
                    .child(i18n.t("already-sent-new"))
            )
        ],
    )
}
