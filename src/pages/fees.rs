//! What is to be paid as the answers are now, and on what law it rests.

use crate::ui::el::{El, el, parts};
use leptos::prelude::*;
use procedure::Session;

use crate::i18n::{Arg, I18n, use_i18n};
use crate::ui::live::{follow, live};
use crate::ui::live_region::use_announcer;
use crate::wizard::WizardStore;

/// What is due for each thing: the amount, how many times, what for, the regulation.
type Line = (Option<u64>, u64, procedure::Text, String);

fn lines(session: &Session) -> Vec<Line> {
    let due = session.fees_due().into_iter();
    due.map(|due| {
        let fee = due.fee;
        (due.vnd(), due.times, fee.label.clone(), fee.source.clone())
    })
    .collect()
}

/// What all of it comes to. Nothing to pay is only said where a fee of 0 is due.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sum {
    /// No fee applies yet.
    Open,
    /// All amounts are known.
    Known(u64),
    /// At least this, and something of which the amount is not known.
    More(u64),
}

impl Sum {
    /// Of amounts; those that are not known are `None`.
    pub(super) fn of(amounts: impl Iterator<Item = Option<u64>>) -> Self {
        amounts.fold(Self::Open, |sum, vnd| match (sum, vnd) {
            (Self::Open, Some(vnd)) => Self::Known(vnd),
            (Self::Open, None) => Self::More(0),
            (Self::Known(sum), Some(vnd)) => Self::Known(sum.saturating_add(vnd)),
            (Self::More(sum), Some(vnd)) => Self::More(sum.saturating_add(vnd)),
            (Self::Known(sum) | Self::More(sum), None) => Self::More(sum),
        })
    }

    /// Whether something is to be paid, or may be.
    pub(super) fn is_something(self) -> bool {
        !matches!(self, Self::Known(0))
    }

    pub(super) fn words(self, i18n: I18n) -> String {
        match self {
            Self::Open => i18n.s("fee-amount-open"),
            Self::Known(vnd) => amount(i18n, Some(vnd)),
            Self::More(0) => amount(i18n, None),
            Self::More(vnd) => {
                let known = i18n.money(vnd as f64);
                i18n.sr("fee-amount-more", &[("amount", Arg::Text(&known))])
            }
        }
    }
}

fn sum(lines: &[Line]) -> Sum {
    Sum::of(lines.iter().map(|line| line.0))
}

/// One amount in words.
pub(super) fn amount(i18n: I18n, vnd: Option<u64>) -> String {
    match vnd {
        None => i18n.s("fee-amount-unknown"),
        Some(0) => i18n.s("fee-free"),
        Some(vnd) => i18n.money(vnd as f64),
    }
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
    let say =
        move |lines: &[Line]| i18n.sr("fee-now", &[("amount", Arg::Text(&sum(lines).words(i18n)))]);
    let before = StoredValue::new(due.with_untracked(|due| sum(due)));
    follow(move |first| {
        let (now, words) = due.with(|due| (sum(due), say(due)));
        if !first && before.get_value() != now {
            announcer.say(words);
        }
        before.set_value(now);
    });
    el("p")
        .class("meta fee-now")
        .child(live(move || {
            due.with(|due| i18n.tr("fee-now", &[("amount", Arg::Text(&sum(due).words(i18n)))]))
        }))
        .into_any()
}

/// On the check page: each of them, and the sum.
pub(super) fn section(store: WizardStore, i18n: I18n) -> El {
    let due = store.with(lines);
    let sum = sum(&due);
    let several = due.len() > 1;
    let none = due.is_empty().then(|| el("p").child(i18n.t("fee-unknown")));
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
    let list = (!items.is_empty()).then(|| el("ul").class("plain").child(items));
    let all = several.then(|| {
        let words = sum.words(i18n);
        el("p").child(i18n.tr("fee-sum", &[("amount", Arg::Text(&words))]))
    });
    let not_here = sum
        .is_something()
        .then(|| el("p").child(i18n.t("fee-not-here")));
    el("div")
        .child(el("h2").child(i18n.t("fee-due-title")))
        .child(none)
        .child(list)
        .child(all)
        .child(not_here)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_to_pay_is_only_said_where_that_is_known() {
        for (amounts, wanted, is_something) in [
            (&[][..], Sum::Open, true),
            (&[Some(0)], Sum::Known(0), false),
            (&[Some(7_000), Some(0)], Sum::Known(7_000), true),
            (&[None], Sum::More(0), true),
            (&[None, Some(40_000)], Sum::More(40_000), true),
            (&[Some(40_000), None], Sum::More(40_000), true),
            (&[Some(u64::MAX), Some(1)], Sum::Known(u64::MAX), true),
        ] {
            let sum = Sum::of(amounts.iter().copied());
            assert_eq!(
                (sum, sum.is_something()),
                (wanted, is_something),
                "{amounts:?}"
            );
        }
    }
}
