//! Every kind of question in every state, rendered: from the fixtures that the core ships.

use std::sync::Arc;

use leptos::prelude::*;
use procedure::definition::KindDefinition;
use procedure::{Answer, Event, FieldPath, Place, Session, compile_json, parse_date};

use super::*;
use crate::i18n::{Arg, I18n, Messages};
use crate::ui::live_region::Announcer;

struct Rendered {
    html: String,
    required: bool,
}

/// Renders the fixture of a kind: empty, answered, or wrong after Continue.
fn render(kind: &str, state: &str, heading: Heading) -> Rendered {
    drop(any_spawner::Executor::init_futures_executor());
    let path = format!(
        "{}/crates/procedure/fixtures/fields/{kind}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let fixture: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(path).expect("it is there"))
            .expect("it is JSON");
    let is_declaration = kind == "declaration";
    let field = fixture["field"].clone();
    let other = serde_json::json!({"id": "other", "kind": "information", "label": "x"});
    let (steps, declarations) = if is_declaration {
        (other, vec![field])
    } else {
        (field, vec![])
    };
    let form = form(serde_json::json!([steps]), serde_json::json!(declarations));
    let today = parse_date("2026-11-22").expect("a date");
    let mut session = Session::new(form, today);
    let answer = match state {
        "answered" => fixture["answer"].clone(),
        "wrong" => fixture["wrong"].clone(),
        _ => serde_json::Value::Null,
    };
    if !answer.is_null() {
        let answer: Answer = serde_json::from_value(answer).expect("an answer");
        session.apply(Event::Answered(FieldPath::top("f"), answer), today);
    }
    let place = if is_declaration {
        Place::Review
    } else {
        session.places(Default::default()).remove(0)
    };
    if state != "fresh" && state != "answered" {
        match is_declaration {
            true => drop(session.apply(Event::SendingRefused, today)),
            false => drop(session.apply(Event::Continued(place.clone()), today)),
        }
    }
    let field_view = session
        .view(&place, &FieldPath::top("f"))
        .expect("it is asked");
    let required = !field_view.optional;
    Rendered {
        html: html(field_view, heading),
        required,
    }
}

fn form(fields: serde_json::Value, declarations: serde_json::Value) -> Arc<procedure::Form> {
    let definition = serde_json::json!({
        "format": 1, "code": "0", "version": "1", "name": "x", "agency": "x", "summary": "x", "level": "full",
        "steps": [{"id": "step", "title": "x", "fields": fields}], "declarations": declarations,
    });
    Arc::new(compile_json(&definition.to_string()).expect("the fixture has no mistakes"))
}

fn vietnamese() -> I18n {
    let words = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/public/locales/vi/messages.ftl"
    ));
    let words = Messages::read("vi", words.expect("it is there"));
    I18n::new(Vec::new(), vec![words])
}

fn html(field_view: FieldView, heading: Heading) -> String {
    Owner::new().with(|| {
        provide_context(vietnamese());
        provide_context(Announcer::default());
        provide_context(wiring());
        let memo = Memo::new(move |_| field_view.clone());
        super::field(memo, heading).to_html()
    })
}

fn wiring() -> Wiring {
    Wiring {
        answer: Callback::new(|_| ()),
        options: Callback::new(|_| None),
        lists_failed: Signal::derive(|| false),
        retry_lists: Callback::new(|()| ()),
        choose_files: Callback::new(|_| ()),
        remove_file: Callback::new(|_| ()),
        retry_file: Callback::new(|_| ()),
        progress: Callback::new(|_| None),
        rows: Callback::new(|_| {
            vec![RowLink {
                name: Some("Mẫu".into()),
                href: "/x".into(),
                incomplete: true,
            }]
        }),
        add_row: Callback::new(|_| ()),
        remove_row: Callback::new(|_| ()),
        focus: Callback::new(|_| ()),
        for_the_ear: false,
        error,
    }
}

/// The values of an attribute, in the order of the page.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

/// The opening tags of controls that people fill in.
fn controls(html: &str) -> Vec<&str> {
    ["<input", "<textarea", "<select"]
        .iter()
        .flat_map(|tag| {
            html.split(tag)
                .skip(1)
                .filter_map(|rest| rest.split('>').next())
        })
        .collect()
}

const STATES: [&str; 4] = ["fresh", "answered", "empty", "wrong"];

// [37]
#[test]
fn every_control_has_a_label_and_every_reference_leads_somewhere() {
    for kind in KindDefinition::NAMES {
        for state in STATES {
            let Rendered { html, .. } = render(kind, state, Heading::Under);
            let ids = values(&html, "id");
            let mut once = ids.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(
                once.len(),
                ids.len(),
                "{kind} {state}: an id stands twice\n{html}"
            );
            for control in controls(&html) {
                let id = values(control, "id")[0];
                assert!(
                    values(&html, "for").contains(&id),
                    "{kind} {state}: {id} has no label\n{html}"
                );
            }
            for attribute in ["for", "aria-describedby", "aria-labelledby"] {
                for references in values(&html, attribute) {
                    for id in references.split(' ') {
                        assert!(
                            ids.contains(&id),
                            "{kind} {state}: {attribute} {id} leads nowhere\n{html}"
                        );
                    }
                }
            }
        }
    }
}

// [67, 69]
#[test]
fn a_wrong_answer_is_marked_and_told_in_words_beside_its_control() {
    for kind in KindDefinition::NAMES
        .into_iter()
        .filter(|kind| *kind != "information")
    {
        let Rendered { html, .. } = render(kind, "wrong", Heading::Under);
        assert!(html.contains("Lỗi:"), "{kind}\n{html}");
        let errors = values(&html, "aria-describedby");
        assert!(
            errors.iter().any(|ids| ids.contains("-error")) || kind == "file",
            "{kind}\n{html}"
        );
    }
}

// [63]
#[test]
fn what_is_missing_is_asked_for_only_after_continue() {
    for kind in KindDefinition::NAMES
        .into_iter()
        .filter(|kind| *kind != "information")
    {
        assert!(
            !render(kind, "fresh", Heading::Under).html.contains("Lỗi:"),
            "{kind} accuses too early"
        );
        let empty = render(kind, "empty", Heading::Under);
        assert_eq!(
            empty.html.contains("Lỗi:"),
            empty.required,
            "{kind}\n{}",
            empty.html
        );
    }
}

// [9, 37, 45, 62]
#[test]
fn the_browser_s_own_validation_and_placeholders_are_not_used() {
    for kind in KindDefinition::NAMES {
        for state in STATES {
            let Rendered { html, .. } = render(kind, state, Heading::Under);
            for word in [
                " required",
                " placeholder",
                " maxlength",
                " pattern=",
                "type=\"number\"",
                " disabled",
            ] {
                assert!(!html.contains(word), "{kind} {state}: {word}\n{html}");
            }
        }
    }
}

// [2]
#[test]
fn a_question_alone_on_its_page_is_the_heading() {
    for kind in KindDefinition::NAMES
        .into_iter()
        .filter(|kind| !["repeat", "declaration"].contains(kind))
    {
        let alone = render(kind, "fresh", Heading::IsHeading).html;
        assert_eq!(alone.matches("<h1").count(), 1, "{kind}\n{alone}");
        assert_eq!(
            render(kind, "fresh", Heading::Under)
                .html
                .matches("<h1")
                .count(),
            0,
            "{kind}"
        );
    }
}

// [1]
#[test]
fn several_controls_stand_in_one_group_with_a_legend() {
    for kind in ["date", "choice", "choices", "yes-no", "address"] {
        let Rendered { html, .. } = render(kind, "fresh", Heading::Under);
        assert_eq!(
            (
                html.matches("<fieldset").count(),
                html.matches("<legend").count()
            ),
            (1, 1),
            "{kind}\n{html}"
        );
    }
}

// [38]
#[test]
fn personal_data_carries_its_autofill_token() {
    assert_eq!(
        values(
            &render("text", "fresh", Heading::Under).html,
            "autocomplete"
        ),
        ["tel"]
    );
    assert_eq!(
        values(
            &render("date", "fresh", Heading::Under).html,
            "autocomplete"
        ),
        ["bday-day", "bday-month", "bday-year"]
    );
}

// [51]
#[test]
fn few_options_are_radios_by_what_is_offered_when_the_page_is_drawn() {
    let today = parse_date("2026-11-22").expect("a date");
    let options: Vec<_> = (0..20)
        .map(|n| {
            let condition = serde_json::json!({"<": [n, {"var": "most"}]});
            serde_json::json!({"value": format!("o{n}"), "label": format!("Mục {n}"), "visible": condition})
        })
        .collect();
    let fields = serde_json::json!([
        {"id": "most", "kind": "number", "label": "x"},
        {"id": "f", "kind": "choice", "label": "y", "options": options},
    ]);
    let form = form(fields, serde_json::json!([]));
    for (most, radios) in [(1, 1), (8, 8), (9, 0), (20, 0), (0, 0)] {
        let mut session = Session::new(Arc::clone(&form), today);
        let answer = Answer::Text(most.to_string());
        session.apply(Event::Answered(FieldPath::top("most"), answer), today);
        let place = session.places(Default::default()).remove(0);
        let view = session.view(&place, &FieldPath::top("f"));
        let html = html(view.expect("it is asked"), Heading::Under);
        let searched = html.matches("role=\"combobox\"").count();
        assert_eq!(
            html.matches("type=\"radio\"").count(),
            radios,
            "{most}\n{html}"
        );
        assert_eq!(searched, usize::from(radios == 0), "{most}\n{html}");
    }
}

// [43]
#[test]
fn what_a_date_may_lack_describes_its_first_input() {
    let today = parse_date("2026-11-22").expect("a date");
    let fields = serde_json::json!([
        {"id": "f", "kind": "date", "precision": "any", "label": "x"},
    ]);
    let mut session = Session::new(form(fields, serde_json::json!([])), today);
    let place = session.places(Default::default()).remove(0);
    let described = |session: &Session| {
        let view = session.view(&place, &FieldPath::top("f"));
        let html = html(view.expect("it is asked"), Heading::Under);
        assert!(html.contains(" id=\"f-any\""), "{html}");
        controls(&html)
            .iter()
            .map(|control| values(control, "aria-describedby").concat())
            .collect::<Vec<_>>()
    };
    assert_eq!(described(&session), ["f-any", "", ""]);
    drop(session.apply(Event::Continued(place.clone()), today));
    assert_eq!(described(&session), ["f-any f-error", "f-error", "f-error"]);
}

// [70]
#[test]
fn problems_with_files_name_their_question() {
    let today = parse_date("2026-11-22").expect("a date");
    let fields = serde_json::json!([
        {"id": "a", "kind": "file", "label": "Ảnh chân dung"},
        {"id": "b", "kind": "file", "label": "Căn cước, mặt trước"},
    ]);
    let mut session = Session::new(form(fields, serde_json::json!([])), today);
    for field in ["a", "b"] {
        let file = serde_json::json!({"files": [{"id": field, "name": "x.jpg", "bytes": 0, "kind": null}]});
        let answer: Answer = serde_json::from_value(file).expect("an answer");
        session.apply(Event::Answered(FieldPath::top(field), answer), today);
    }
    let place = session.places(Default::default()).remove(0);
    drop(session.apply(Event::Continued(place.clone()), today));
    Owner::new().with(|| {
        let i18n = vietnamese();
        let lines: Vec<String> = session
            .shown_problems(&place)
            .iter()
            .map(|problem| {
                let field = session.form().field(&problem.path).expect("it is there");
                i18n.problem(problem, field).text
            })
            .collect();
        let empty = i18n.s("problem-file-empty");
        let named = ["Ảnh chân dung", "Căn cước, mặt trước"].map(|label| {
            let args = [("label", Arg::Text(label)), ("what", Arg::Text(&empty))];
            i18n.sr("problem-file", &args)
        });
        assert_eq!(lines, named);
        assert_eq!(lines[0], format!("Ảnh chân dung: {empty}"));
    });
}

#[test]
fn only_an_email_address_waits_for_the_later_file() {
    for (format, early) in [(None, true), (Some("phone"), true), (Some("email"), false)] {
        let field =
            serde_json::json!([{"id": "f", "kind": "text", "label": "x", "format": format}]);
        let form = form(field, serde_json::json!([]));
        let field = form.field(&FieldPath::top("f")).expect("it is there");
        assert_eq!(is_early(field.kind()), early, "{format:?}");
    }
}
