//! What follows from answers beside the questions: fees, times, components, ways out, advice.

use procedure::{
    AdviceCode, Answer, DateParts, Event, FieldPath, Form, Layout, Outcome, Place, ProblemCode,
    Session, compile_json, parse_date,
};
use serde_json::{Value as Json, json};
use std::sync::Arc;

fn day(text: &str) -> procedure::Date {
    parse_date(text).expect("a date")
}

fn form(extra: Json) -> Arc<Form> {
    let mut definition = json!({
        "format": 1, "code": "0.000000", "version": "1", "name": "Ví dụ", "summary": "Ví dụ.", "agency": "Cơ quan", "level": "full",
        "steps": [
            {"id": "kind", "title": "Loại", "fields": [
                {"id": "want", "kind": "choice", "label": "Yêu cầu", "options": [
                    {"value": "first", "label": "Lần đầu"}, {"value": "lost", "label": "Bị mất"}, {"value": "abroad", "label": "Nước ngoài"}]},
                {"id": "copies", "kind": "number", "label": "Số bản", "required": false}
            ]},
            {"id": "rest", "title": "Phần còn lại", "fields": [{"id": "note", "kind": "text", "label": "Ghi chú", "required": false}]},
        ],
    });
    for (key, value) in extra.as_object().expect("keys") {
        definition[key] = value.clone();
    }
    Arc::new(compile_json(&definition.to_string()).expect("no mistakes"))
}

fn session(form: &Arc<Form>, today: &str) -> Session {
    let mut session = Session::new(form.clone(), day(today));
    session.check(day(today));
    session
}

fn say(session: &mut Session, field: &str, answer: Answer) {
    session.apply(
        Event::Answered(FieldPath::top(field), answer),
        day("2026-11-22"),
    );
}

fn step(id: &str) -> Place {
    let form = form(json!({}));
    Place::step(&form.step(id).expect("a step").id)
}

/// What of a fee is due: its name and amount.
fn due(session: &Session) -> Vec<(String, Option<u64>)> {
    let due = session.fees_due();
    due.iter()
        .map(|due| (due.fee.label.pick(&["vi"]).text.to_string(), due.vnd()))
        .collect()
}

#[test]
fn of_the_fees_for_one_thing_the_first_that_applies_is_due() {
    let form = form(json!({"fees": [
        {"label": "Bị mất, đến hết năm", "vnd": 200_000, "when": {"==": [{"var": "want"}, "lost"]}, "to": "2026-12-31", "source": "A"},
        {"label": "Bị mất", "vnd": 400_000, "when": {"==": [{"var": "want"}, "lost"]}, "source": "A"},
        {"label": "Đến hết năm", "vnd": 100_000, "to": "2026-12-31", "source": "A"},
        {"label": "Mức thường", "vnd": 200_000, "source": "A"},
        {"label": "Bản sao", "vnd": 5_000, "part": "copies", "each": {"var": ["copies", 0]}, "source": "A"},
    ]}));
    for (today, want, copies, wanted) in [
        (
            "2026-12-31",
            None,
            None,
            vec![("Đến hết năm", 100_000), ("Bản sao", 0)],
        ),
        (
            "2027-01-01",
            None,
            None,
            vec![("Mức thường", 200_000), ("Bản sao", 0)],
        ),
        (
            "2026-12-31",
            Some("first"),
            Some("3"),
            vec![("Đến hết năm", 100_000), ("Bản sao", 15_000)],
        ),
        (
            "2026-12-31",
            Some("lost"),
            Some("-1"),
            vec![("Bị mất, đến hết năm", 200_000), ("Bản sao", 5_000)],
        ),
        (
            "2027-01-01",
            Some("lost"),
            Some("not a number"),
            vec![("Bị mất", 400_000), ("Bản sao", 0)],
        ),
    ] {
        let mut session = Session::new(form.clone(), day(today));
        for (field, answer) in [("want", want), ("copies", copies)] {
            if let Some(answer) = answer {
                session.apply(
                    Event::Answered(FieldPath::top(field), Answer::text(answer)),
                    day(today),
                );
            }
        }
        let wanted: Vec<_> = wanted
            .into_iter()
            .map(|(label, vnd)| (label.to_string(), Some(vnd)))
            .collect();
        assert_eq!(due(&session), wanted, "{today} {want:?} {copies:?}");
    }
}

#[test]
fn times_and_components_by_answers() {
    let lost = json!({"==": [{"var": "want"}, "lost"]});
    let form = form(json!({
        "times": [{"working_days": 3, "when": lost, "source": "A"}, {"working_days": 4, "cut_off": "15:00", "source": "A"}],
        "components": [
            {"id": "one", "name": "Một", "agency": "A", "working_days": 1, "source": "A"},
            {"id": "two", "name": "Hai", "agency": "B", "days": 2, "source": "A", "when": lost},
        ],
    }));
    let mut session = session(&form, "2026-11-22");
    let components = |session: &Session| -> Vec<String> {
        session
            .components_due()
            .iter()
            .map(|component| component.id.clone())
            .collect()
    };
    assert_eq!(
        session.time_due().and_then(|time| time.cut_off),
        Some((15, 0))
    );
    assert_eq!(components(&session), ["one"]);
    say(&mut session, "want", Answer::text("lost"));
    assert_eq!(session.time_due().and_then(|time| time.cut_off), None);
    assert_eq!(components(&session), ["one", "two"]);
    // The portal comes to the same.
    let submission = session.submission().expect("complete");
    assert_eq!(
        (submission.time(), submission.components()),
        (Some(0), &[0, 1][..])
    );
}

fn with_a_way_out() -> Arc<Form> {
    form(json!({"elsewhere": [{
        "id": "abroad", "when": {"==": [{"var": "want"}, "abroad"]}, "title": "Làm tại quầy", "body": "Vì sao.", "source": "A",
    }]}))
}

#[test]
fn the_way_out_is_a_page_and_no_problem_once_the_question_was_answered() {
    let form = with_a_way_out();
    let mut session = session(&form, "2026-11-22");
    say(&mut session, "want", Answer::text("abroad"));
    // Not while somebody is choosing.
    assert_eq!(session.elsewhere(), None);
    assert_eq!(session.first_open(Layout::Steps), step("kind"));
    let outcome = session.go_on(&step("kind"), Layout::Steps, false, day("2026-11-22"));
    assert_eq!(outcome, Outcome::Next(Place::Elsewhere(0)));
    assert_eq!(
        session
            .heading_after(&step("kind"), Layout::Steps)
            .map(|t| t.pick(&["vi"]).text.to_string()),
        Some("Làm tại quầy".into())
    );
    // No other page comes, the question can be looked at again.
    assert_eq!(session.admit(&Place::Elsewhere(0), Layout::Steps), Ok(()));
    assert_eq!(
        session.admit(&step("rest"), Layout::Steps),
        Err(Place::Elsewhere(0))
    );
    assert_eq!(
        session.admit(&Place::Review, Layout::Steps),
        Err(Place::Elsewhere(0))
    );
    assert_eq!(session.admit(&step("kind"), Layout::Steps), Ok(()));
    assert_eq!(session.before_elsewhere(Layout::Steps), Some(step("kind")));
    // Another answer, and the form goes on.
    say(&mut session, "want", Answer::text("first"));
    assert_eq!(
        session.admit(&Place::Elsewhere(0), Layout::Steps),
        Err(step("rest"))
    );
    let outcome = session.go_on(&step("kind"), Layout::Steps, false, day("2026-11-22"));
    assert_eq!(outcome, Outcome::Next(step("rest")));
}

#[test]
fn what_cannot_be_done_here_is_not_taken_by_the_portal() {
    let form = with_a_way_out();
    let none = |_: &str| None;
    let sent = |want: &str| {
        form.accept(
            &json!({"want": want}),
            &procedure::Lists::default(),
            &none,
            day("2026-11-22"),
        )
    };
    assert!(sent("first").is_ok());
    let problems = sent("abroad").expect_err("not here");
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].pointer(), "/answers/want");
    assert!(
        matches!(&problems[0].code, ProblemCode::Rule(words) if words.pick(&["vi"]).text == "Làm tại quầy")
    );
}

#[test]
fn advice_is_pointed_out_once_and_keeps_nobody() {
    let form = form(json!({"steps": [
        {"id": "kind", "title": "Loại", "fields": [
            {"id": "want", "kind": "text", "label": "Yêu cầu",
             "checks": [{"rule": {"!=": [{"var": "want"}, "odd"]}, "message": "Hãy xem lại.", "advice": true}]}]},
        {"id": "rest", "title": "Phần còn lại", "fields": [{"id": "note", "kind": "text", "label": "Ghi chú", "required": false}]},
    ]}));
    let mut session = session(&form, "2026-11-22");
    let go_on = |session: &mut Session| {
        session.go_on(&step("kind"), Layout::Steps, false, day("2026-11-22"))
    };
    assert!(
        matches!(go_on(&mut session), Outcome::Blocked(_)),
        "an answer is missing"
    );
    say(&mut session, "want", Answer::text("odd"));
    let Outcome::Advised(advice) = go_on(&mut session) else {
        panic!("it is pointed out");
    };
    assert_eq!(advice[0].path, FieldPath::top("want"));
    assert_eq!(go_on(&mut session), Outcome::Next(step("rest")));
    // The check page says it again; the portal takes it.
    assert_eq!(session.all_advice().len(), 1);
    assert!(session.submission().is_ok());
    say(&mut session, "want", Answer::text("plain"));
    assert_eq!(go_on(&mut session), Outcome::Next(step("rest")));
}

#[test]
fn months_that_no_period_has() {
    let form = form(json!({"steps": [
        {"id": "who", "title": "Bạn", "fields": [{"id": "dob", "kind": "date", "label": "Ngày sinh"}]},
        {"id": "stays", "title": "Nơi ở", "fields": [{
            "id": "stays", "kind": "repeat", "label": "Những nơi đã ở", "item": "Nơi ở",
            "without_gaps": {"from": "s_from", "to": "s_to", "since": {"add_months": [{"var": "dob"}, 168]}},
            "fields": [
                {"id": "s_from", "kind": "date", "precision": "month", "label": "Từ tháng"},
                {"id": "s_to", "kind": "date", "precision": "month", "label": "Đến tháng", "required": false}
            ],
        }]},
    ]}));
    let month = |text: &str| {
        let (year, month) = text.split_once('-').expect("a month");
        let parts = DateParts {
            month: month.into(),
            year: year.into(),
            ..DateParts::default()
        };
        Answer::Date(parts)
    };
    let dob = Answer::Date(DateParts {
        day: "27".into(),
        month: "3".into(),
        year: "1990".into(),
    });
    // From March 2004, when this person was 14, to November 2026.
    for (rows, wanted) in [
        (vec![("2004-03", "")], vec![]),
        (vec![("2004-01", "2010-05"), ("2010-06", "")], vec![]),
        (vec![("2010-05", ""), ("2004-01", "2010-05")], vec![]),
        (
            vec![("2004-01", "2010-05"), ("2010-07", "")],
            vec![("2010-06-01", "2010-06-01")],
        ),
        (
            vec![("2005-01", "2010-05"), ("2011-01", "2026-09")],
            vec![
                ("2004-03-01", "2004-12-01"),
                ("2010-06-01", "2010-12-01"),
                ("2026-10-01", "2026-11-01"),
            ],
        ),
        (
            vec![
                ("2004-01", "2020-05"),
                ("2006-01", "2007-01"),
                ("2020-06", ""),
            ],
            vec![],
        ),
        // Nothing is said of what can't be read yet.
        (vec![("2004-01", "2010-05"), ("", "")], vec![]),
        (vec![], vec![]),
    ] {
        let mut session = session(&form, "2026-11-22");
        say(&mut session, "dob", dob.clone());
        for (n, (from, to)) in rows.iter().enumerate() {
            session.apply(
                Event::RowAdded(FieldPath::top("stays").field),
                day("2026-11-22"),
            );
            for (field, text) in [("s_from", from), ("s_to", to)] {
                if !text.is_empty() {
                    session.apply(
                        Event::Answered(FieldPath::in_row("stays", n, field), month(text)),
                        day("2026-11-22"),
                    );
                }
            }
        }
        let wanted: Vec<_> = wanted
            .into_iter()
            .map(|(from, to)| (day(from), day(to)))
            .collect();
        let found = session.all_advice();
        match &found[..] {
            [] => assert_eq!(wanted, [], "{rows:?}"),
            [only] => assert_eq!(only.code, AdviceCode::Gaps(wanted), "{rows:?}"),
            more => panic!("{more:?}"),
        }
    }
}
