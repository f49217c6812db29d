//! What is to be paid as the answers are now, and on what law it rests.

use crate::ui::el::{El, el, parts};
use leptos::prelude::*;
use procedure::Session;

use crate::i18n::{Arg, I18n, use_i18n};
use crate::ui::live::{follow, live};
use crate::ui::live_region::use_announcer;
use crate::wizard::WizardStore;

/// What is due for each thing: the amount, how many times, what for, the regulation.
type Line = (u64, u64, procedure::Text, String);

fn lines(session: &Session) -> Vec<Line> {
    let due = session.fees_due().into_iter();
    due.map(|due| {
        let fee = due.fee;
        (due.vnd(), due.times, fee.label.clone(), fee.source.clone())
    })
    .collect()
}

/// Below the questions of a step.
pub fn below(store: WizardStore) -> AnyView {
    parts![
        super::sign_in::watch(),
        super::told::ask(store),
        fees(store),
        super::delete_answers(store)
    ]
}

/// On the page of a step: one line, which says aloud when an answer changes it. Nothing where no answer
/// can change it.
fn fees(store: WizardStore) -> AnyView {
    let (i18n, announcer) = (use_i18n(), use_announcer());
    let depends = store.now(|session| {
        let fees = session.form().definition.fees.iter();
        fees.filter(|fee| fee.when.is_some() || fee.each.is_some())
            .count()
    });
    if depends == 0 {
        return ().into_any();
    }
    let due = Memo::new(move |_| store.with(lines));
    let say = move |lines: &[Line]| {
        i18n.sr(
            "fee-now",
            &[("amount", Arg::Text(&amount(i18n, total(lines))))],
        )
    };
    let before = StoredValue::new(due.with_untracked(|due| total(due)));
    follow(move |first| {
        let (now, words) = due.with(|due| (total(due), say(due)));
        if !first && before.get_value() != now {
            announcer.say(words);
        }
        before.set_value(now);
    });
    el("p")
        .class("meta fee-now")
        .child(live(move || {
            due.with(|due| {
                i18n.tr(
                    "fee-now",
                    &[("amount", Arg::Text(&amount(i18n, total(due))))],
                )
            })
        }))
        .into_any()
}

/// On the check page: each of them, and the sum.
pub(super) fn section(store: WizardStore, i18n: I18n) -> Option<El> {
    let due = store.with(lines);
    if due.is_empty() {
        return None;
    }
    let sum = total(&due);
    let several = due.len() > 1;
    let items = due.into_iter().map(|(vnd, times, label, source)| {
        let times = (times > 1).then(|| format!(" × {times}"));
        el("li")
            .child(el("strong").child(amount(i18n, vnd)))
            .child(": ")
            .child(i18n.text(&label))
            .child(times)
            .child(
                el("p")
                    .class("meta")
                    .child(el("bdi").attr("lang", "vi").child(source)),
            )
    });
    let items = items.collect::<Vec<_>>();
    let sum = several
        .then(|| el("p").child(i18n.tr("fee-sum", &[("amount", Arg::Text(&amount(i18n, sum)))])));
    Some(
        el("div")
            .child(el("h2").child(i18n.t("fee-due-title")))
            .child(el("ul").class("plain").child(items))
            .child(sum)
            .child(el("p").child(i18n.t("fee-not-here"))),
    )
}

fn total(lines: &[Line]) -> u64 {
    lines.iter().fold(0, |sum, line| sum.saturating_add(line.0))
}

fn amount(i18n: I18n, vnd: u64) -> String {
    match vnd {
        0 => i18n.s("fee-free"),
        vnd => i18n.money(vnd as f64),
    }
}
