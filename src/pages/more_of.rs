//! What a procedure's page says of the counter, of the account that is needed, and of the procedures that
//! it sets going.

use crate::ui::el::{El, el, nothing, parts};
use leptos::prelude::*;
use procedure::definition::{Definition, InPerson, Length};

use super::{sign_in, use_portal_info};
use crate::i18n::{Arg, I18n, Words, use_i18n};
use crate::provided::provided;
use crate::route::Route;
use crate::ui::live::live;
use crate::ui::summary_list;
use crate::wizard::{WizardStore, Wizards};

/// All of it, as far as the definition has it.
pub fn more_of(store: WizardStore) -> AnyView {
    let i18n = use_i18n();
    let form = store.now(|session| session.form().clone());
    let definition = &form.definition;
    parts![
        definition
            .in_person
            .as_ref()
            .map(|at| in_person(i18n, at, None)),
        components(i18n, definition),
        account(i18n, definition)
    ]
}

/// What must be done in person, and why: the law asks that the reason is shown.
/// Of a dossier that was sent, under its status, its code goes along.
pub(super) fn in_person(i18n: I18n, at: &InPerson, sent: Option<AnyView>) -> AnyView {
    let (own, below) = match &sent {
        None => ("h2", "h3"),
        Some(_) => ("h3", "h4"),
    };
    let code = sent.map(|code| {
        el("p")
            .child(i18n.t("in-person-code"))
            .child(" ")
            .child(code)
    });
    let listed = |items: Vec<El>, key: &str| {
        (!items.is_empty()).then(|| {
            parts![
                el(below).child(i18n.t(key)),
                el("ul").class("checklist").child(items)
            ]
        })
    };
    let bring = at.bring.iter().map(|thing| {
        let hint =
            (!thing.hint.is_empty()).then(|| el("p").class("hint").child(i18n.text(&thing.hint)));
        el("li").child(i18n.text(&thing.text)).child(hint)
    });
    let bring = listed(bring.collect(), "in-person-bring");
    let steps = at.steps.iter().map(|step| el("li").child(i18n.text(step)));
    let steps: Vec<El> = steps.collect();
    let steps = (!steps.is_empty()).then(|| {
        parts![
            el(below).child(i18n.t("in-person-steps")),
            el("ol").child(steps)
        ]
    });
    let facts = [
        ("in-person-office", &at.office),
        ("in-person-hours", &at.hours),
        ("in-person-takes", &at.takes),
    ];
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty());
    let facts = facts.map(|(key, text)| summary_list::row(i18n.t(key), i18n.text(text), None));
    parts![
        el(own).id("in-person").child(i18n.t("in-person-title")),
        code,
        el("p").child(i18n.text(&at.reason)),
        el("p")
            .class("meta")
            .child(i18n.t("legal-basis"))
            .child(" ")
            .child(el("bdi").attr("lang", "vi").child(at.source.clone())),
        summary_list::list(facts.collect()),
        bring,
        steps
    ]
}

fn components(i18n: I18n, definition: &Definition) -> Option<AnyView> {
    (!definition.components.is_empty()).then(|| {
        let items = definition.components.iter().map(|component| {
            let only = component
                .when
                .is_some()
                .then(|| el("p").class("hint").child(i18n.t("component-if-asked")));
            el("li")
                .child(el("strong").child(i18n.text(&component.name)))
                .child(
                    el("p")
                        .child(i18n.text(&component.agency))
                        .child(". ")
                        .child(length(i18n, component.length)),
                )
                .child(only)
                .child(
                    el("p")
                        .class("meta")
                        .child(el("bdi").attr("lang", "vi").child(component.source.clone())),
                )
        });
        let items = items.collect::<Vec<_>>();
        parts![
            el("h2").child(i18n.t("components-title")),
            el("ol").child(items)
        ]
    })
}

fn account(i18n: I18n, definition: &Definition) -> Option<AnyView> {
    definition.account.as_ref().map(|account| {
        let key = match account.level {
            2.. => "account-level-2",
            _ => "account-level-1",
        };
        let why = (!account.why.is_empty()).then(|| el("p").child(i18n.text(&account.why)));
        parts![
            el("h2").child(i18n.t("account-title")),
            el("p").child(i18n.t(key)),
            why
        ]
    })
}

/// Signing in before the first question, where the portal then fills in what it knows. Folded: nobody must.
pub fn sign_in_first(store: WizardStore) -> AnyView {
    let i18n = use_i18n();
    let form = store.now(|session| session.form().clone());
    let knows = form
        .fields()
        .any(|field| field.definition.prefill.is_some());
    let (info, wizards) = (use_portal_info(), provided::<Wizards>());
    let back_to = Route::Procedure(form.definition.code.clone()).href();
    let asked = RwSignal::new(false);
    let body = move || {
        let can = info.0.with(|info| {
            let can = info.as_ref().map(|info| &info.capabilities);
            can.is_some_and(|can| can.accounts && can.prefill)
        });
        if !can {
            return nothing();
        }
        if !asked.get_untracked() {
            asked.set(true);
            wizards.find_out_who();
        }
        match wizards
            .session()
            .filter(|session| session.account.is_some())
        {
            Some(session) => sign_in::signed_in(i18n, &session).into_any(),
            None => el("details")
                .class("help no-print")
                .child(el("summary").child(i18n.t("told-sign-in")))
                .child(el("p").child(i18n.t("told-sign-in-what")))
                .child(sign_in::ways(1, "h2", back_to.clone()))
                .into_any(),
        }
    };
    match knows {
        true => live(body),
        false => nothing(),
    }
}

/// How long something takes.
pub(super) fn length(i18n: I18n, length: Length) -> Words {
    let (key, n) = match length {
        Length::WorkingDays(n) => ("working-days", n),
        Length::Days(n) => ("calendar-days", n),
        Length::WorkingHours(n) => ("working-hours", n),
    };
    i18n.tr(key, &[("n", Arg::Number(f64::from(n)))])
}
