//! Every kind of question in every state, rendered: from the fixtures that the core ships.

use std::sync::Arc;

use leptos::prelude::*;
use procedure::definition::KindDefinition;
use procedure::{Answer, Event, FieldPath, Place, Session, compile_json, parse_date};

use super::*;
use crate::i18n::{I18n, Messages};
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
    let definition = serde_json::json!({
        "format": 1, "code": "0", "version": "1", "name": "x", "agency": "x", "summary": "x", "level": "full",
        "steps": [{"id": "step", "title": "x", "fields": [steps]}], "declarations": declarations,
    });
    let form =
        Arc::new(compile_json(&definition.to_string()).expect("the fixture has no mistakes"));
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
    let html = Owner::new().with(|| {
        let vietnamese = std::fs::read_to_string(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/public/locales/vi/messages.ftl"
        ))
        .expect("it is there");
        provide_context(I18n::new(
            Vec::new(),
            vec![Messages::read("vi", vietnamese)],
        ));
        provide_context(Announcer::default());
        provide_context(wiring());
        let memo = Memo::new(move |_| field_view.clone());
        super::field(memo, heading).to_html()
    });
    Rendered { html, required }
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
