//! What was sent and is asked again, and only that.

use std::sync::Arc;

use procedure::{Answer, Date, Event, FieldPath, Form, Place, Session, compile_json, parse_date};
use serde_json::{Value as Json, json};

fn day() -> Date {
    parse_date("2026-11-22").expect("a date")
}

fn form() -> Arc<Form> {
    let definition = json!({
        "format": 1, "code": "0.000000", "version": "1", "name": "Ví dụ", "summary": "Ví dụ.", "agency": "Cơ quan", "level": "full",
        "steps": [
            {"id": "a", "title": "A", "fields": [
                {"id": "kind", "kind": "choice", "label": "Loại", "options": [{"value": "less", "label": "Ít"}, {"value": "more", "label": "Nhiều"}]},
                {"id": "why", "kind": "text", "label": "Vì sao", "visible": {"==": [{"var": "kind"}, "more"]}},
                {"id": "home", "kind": "address", "label": "Nơi ở", "required": false},
                {"id": "photo", "kind": "file", "accept": ["jpeg"], "min_pixels": [300, 400], "label": "Ảnh"}]},
            {"id": "b", "title": "B", "fields": [{"id": "people", "kind": "repeat", "label": "Những người", "item": "Người", "fields": [
                {"id": "p_name", "kind": "text", "label": "Họ tên"}, {"id": "p_job", "kind": "text", "label": "Việc", "required": false}]}]},
        ],
    });
    Arc::new(compile_json(&definition.to_string()).expect("no mistakes"))
}

fn sent() -> Json {
    json!({"kind": "less", "photo": [{"upload": "u1", "name": "anh.jpg", "bytes": 480_000}],
        "people": [{"p_name": "A", "p_job": "X"}, {"p_name": "B"}]})
}

fn session(pointers: &[&str]) -> Session {
    let form = form();
    let draft = procedure::Draft {
        answers: form.reopen(&sent()),
        ..procedure::Draft::default()
    };
    let mut session = Session::resume(form, draft, day());
    session.ask_again(pointers.iter().map(|p| p.to_string()).collect());
    session
}

fn paths(session: &Session) -> String {
    let paths = session.paths(&Place::Supplement);
    let paths: Vec<String> = paths.iter().map(ToString::to_string).collect();
    paths.join(" ")
}

fn say(session: &mut Session, path: FieldPath, text: &str) {
    session.apply(Event::Answered(path, Answer::text(text)), day());
}

#[test]
fn what_was_sent_comes_back_as_it_was() {
    let session = session(&[]);
    let file = session.file("u1").expect("the file");
    assert_eq!(
        (file.name.as_str(), file.bytes, file.upload.as_deref()),
        ("anh.jpg", 480_000, Some("u1"))
    );
    let again = session.submission().expect("it was right");
    assert_eq!(again.answers(), &sent());
    // What cannot be read is left out; nothing panics.
    for odd in [
        json!(null),
        json!([]),
        json!({"kind": 5, "x": 1, "people": [{"p_name": {}}, 7], "photo": {"upload": "u"}}),
    ] {
        assert!(form().reopen(&odd).files().next().is_none());
    }
}

#[test]
fn a_pointer_is_one_question_a_row_or_all_rows() {
    for (pointers, wanted) in [
        (vec!["/answers/photo"], "photo"),
        (vec!["/answers/home/province"], "home"),
        (vec!["/answers/people/1/p_name"], "people[1].p_name"),
        (
            vec!["/answers/people/1"],
            "people[1].p_name people[1].p_job",
        ),
        (
            vec!["/answers/people"],
            "people[0].p_name people[0].p_job people[1].p_name people[1].p_job",
        ),
        (
            vec![
                "/answers/people/0",
                "/answers/people/0/p_name",
                "/answers/kind",
            ],
            "people[0].p_name people[0].p_job kind",
        ),
        // A row or a question that is not there, and one that is not asked.
        (vec!["/answers/people/7/p_name"], ""),
        (vec!["/answers/nothing", "/answers", "", "x"], ""),
        (vec!["/answers/why"], ""),
    ] {
        assert_eq!(paths(&session(&pointers)), wanted, "{pointers:?}");
    }
    let session = session(&["/answers/people"]);
    assert_eq!(
        session.repeat_at("/answers/people"),
        Some(FieldPath::top("people"))
    );
    for other in [
        "/answers/people/1",
        "/answers/kind",
        "/answers/people/0/p_name",
    ] {
        assert_eq!(session.repeat_at(other), None, "{other}");
    }
}

#[test]
fn a_new_answer_may_bring_another_question() {
    let mut session = session(&["/answers/kind"]);
    assert_eq!(paths(&session), "kind");
    say(&mut session, FieldPath::top("kind"), "more");
    assert_eq!(paths(&session), "kind why");
    assert_eq!(session.newly_asked(), [FieldPath::top("why")]);
    let problems = session.check_again().expect_err("why is missing");
    assert_eq!(problems[0].path, FieldPath::top("why"));
    assert_eq!(session.shown_problems(&Place::Supplement).len(), 1);
    say(&mut session, FieldPath::top("why"), "Vậy");
    assert_eq!(session.check_again(), Ok(()));
    assert_eq!(session.submission().expect("right").answers()["why"], "Vậy");
}

#[test]
fn a_row_can_be_added_where_the_list_is_asked_for() {
    let mut session = session(&["/answers/people"]);
    session.apply(Event::RowAdded(FieldPath::top("people").field), day());
    assert!(paths(&session).ends_with("people[2].p_name people[2].p_job"));
    assert!(session.check_again().is_err());
    say(&mut session, FieldPath::in_row("people", 2, "p_name"), "C");
    assert_eq!(session.check_again(), Ok(()));
}

#[test]
fn what_the_portal_does_not_take_is_shown_beside_its_question() {
    let mut session = session(&["/answers/people/1/p_name"]);
    let problem =
        procedure::Problem::from_portal("/answers/people/1/p_name", "Chưa đúng.").expect("a place");
    session.reject_again(vec![problem]);
    let view = session.view(
        &Place::Supplement,
        &FieldPath::in_row("people", 1, "p_name"),
    );
    assert_eq!(view.expect("it is asked").problems.len(), 1);
    say(&mut session, FieldPath::in_row("people", 1, "p_name"), "C");
    assert!(session.shown_problems(&Place::Supplement).is_empty());
}
