//! The sample answers on every day of three years. What is true of a date on one day need not be true on the
//! next: a paper expires, a relief of fees ends. Each such day stands in `days.txt`, so that nobody is
//! surprised by it, and an author sees what a changed rule does to other days.
//!
//! `UPDATE=1 cargo test -p procedure --test days` writes the list anew.

mod common;
mod samples;

use std::collections::BTreeSet;
use std::thread;

use common::{day, text_of, uploaded};
use procedure::{AdviceCode, Date, Layout, Place, Session};
use samples::{CODES, form, sample, today};

/// The list.
const LIST: &str = "tests/days.txt";

/// The last day that is looked at: three years after the sample answers are given.
fn last() -> Date {
    day("2029-11-22")
}

/// All that a session says on one day, a line each.
fn said(session: &Session) -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    for place in session.places(Layout::Steps) {
        said.extend(place.step_id().map(|step| format!("step {step}")));
        if place.step_id().is_some_and(|_| !session.is_done(&place)) {
            said.insert(format!("not done: {}", name(&place)));
        }
    }
    for problem in session.submission().err().into_iter().flatten() {
        said.insert(format!("refused: {} {:?}", problem.pointer(), problem.code));
    }
    for advice in session.all_advice() {
        let words = match advice.code {
            AdviceCode::Words(text) => text.pick(&["vi"]).text.to_string(),
            AdviceCode::Email(meant) => meant,
            AdviceCode::Gaps(gaps) => format!("{gaps:?}"),
        };
        said.insert(format!("pointed out: {}: {words}", advice.path));
    }
    for due in session.fees_due() {
        let name = due.fee.label.pick(&["vi"]).text.to_string();
        said.insert(format!(
            "fee: {name}: {} VND",
            due.vnd()
                .map_or_else(|| "unknown".into(), |vnd| vnd.to_string())
        ));
    }
    for component in session.components_due() {
        said.insert(format!("component {}", component.id));
    }
    let time = session.time_due();
    said.extend(time.map(|time| format!("time: {:?}", time.length)));
    said.extend(session.elsewhere().map(|way| format!("elsewhere {way}")));
    said
}

fn name(place: &Place) -> String {
    place.step_id().map(ToString::to_string).unwrap_or_default()
}

/// The days on which something changes for a sample, with what goes (-) and what comes (+).
fn changes(code: &'static str) -> Vec<(Date, &'static str, String)> {
    let form = form(code);
    let mut session = common::session(&form, &sample(code), &uploaded, today());
    let mut before = said(&session);
    let mut list = Vec::new();
    let mut date = today();
    while date < last() {
        date = date.next_day().expect("dates go on");
        session.check(date);
        let now = said(&session);
        if now == before {
            continue;
        }
        let gone = before.difference(&now).map(|gone| format!("  - {gone}\n"));
        let come = now.difference(&before).map(|come| format!("  + {come}\n"));
        list.push((date, code, gone.chain(come).collect()));
        before = now;
    }
    list
}

#[test]
fn what_changes_for_the_sample_answers_on_the_days_of_three_years_is_listed() {
    let mut list: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = CODES
            .iter()
            .map(|code| scope.spawn(move || changes(code)))
            .collect();
        let done = threads.into_iter().map(|thread| thread.join());
        done.flat_map(|list| list.expect("no day panics")).collect()
    });
    list.sort();
    let lines = list
        .iter()
        .map(|(date, code, what)| format!("{date} {code}\n{what}"));
    let found: String = lines.collect();
    if std::env::var_os("UPDATE").is_some() {
        let path = format!("{}/{LIST}", env!("CARGO_MANIFEST_DIR"));
        std::fs::write(path, &found).expect("the list can be written");
    }
    assert_eq!(found, text_of(LIST), "UPDATE=1 writes the list anew");
}

#[test]
fn nothing_is_wrong_with_the_sample_answers_on_the_day_that_they_are_given() {
    for code in CODES {
        let session = common::session(&form(code), &sample(code), &uploaded, today());
        assert_eq!(session.submission().err(), None, "{code}");
    }
}
