//! Widgets for a browser: what `e2e/a11y/govuk.spec.ts` asks for, rendered. It compares them with what the
//! GOV.UK Design System makes of the same.

use std::fs;

use leptos::prelude::*;
use procedure::{ListOption, Part, Problem, ProblemCode};
use serde_json::Value;

use super::*;
use crate::i18n::Words;
use crate::ui::el::{El, el};
use crate::ui::error_summary::{Line, Target, error_summary};
use crate::ui::notice::notice;
use crate::ui::summary_list;

/// Reads a list of parts of pages from the file `WIDGETS`; writes their HTML, in the same order, to
/// `RENDERED`: `{"html"}`, or `{"mistakes"}` where a definition is refused.
#[test]
#[ignore = "it answers e2e/a11y/govuk.spec.ts, which names its two files"]
fn what_a_browser_test_asks_for() {
    let file = |name: &str| std::env::var(name).expect("the test that asks names it");
    let asked = fs::read_to_string(file("WIDGETS")).expect("it is there");
    let asked: Vec<Value> = serde_json::from_str(&asked).expect("a list");
    let rendered: Vec<Value> = asked
        .iter()
        .map(|part| match html_of(part) {
            Ok(html) => serde_json::json!({ "html": html }),
            Err(mistakes) => serde_json::json!({ "mistakes": mistakes }),
        })
        .collect();
    let rendered = serde_json::to_string(&rendered).expect("texts");
    fs::write(file("RENDERED"), rendered).expect("a folder that can be written to");
}

fn html_of(part: &Value) -> Result<String, String> {
    drop(any_spawner::Executor::init_futures_executor());
    match text(part, "part").as_str() {
        "questions" => questions(part),
        "error-summary" => Ok(alone(|| {
            let lines = list(part, "lines").iter().map(|line| Line {
                words: words(&text(line, "text")),
                to: Target::Input(text(line, "input")),
            });
            error_summary(lines.collect(), Callback::new(|_| ()))
        })),
        "summary-list" => Ok(alone(|| {
            let rows = list(part, "rows").iter().map(|row| {
                let action = row.get("action").map(|action| {
                    el("a")
                        .attr("href", text(action, "href"))
                        .child(text(action, "text"))
                        .child(
                            el("span")
                                .class("visually-hidden")
                                .child(" ")
                                .child(text(action, "hidden")),
                        )
                        .into_any()
                });
                summary_list::row(text(row, "term"), text(row, "value"), action)
            });
            summary_list::list(rows.collect())
        })),
        "notice" => Ok(alone(|| {
            let kinds = ["info", "warning", "error", "done"];
            let kind = kinds.into_iter().find(|kind| *kind == text(part, "kind"));
            notice(kind.expect("a kind of notice")).child(el("p").child(text(part, "text")))
        })),
        other => Err(format!("\"{other}\" is no part")),
    }
}

/// The questions of a step that are asked, one after the other.
fn questions(part: &Value) -> Result<String, String> {
    let today = parse_date("2026-11-22").expect("a date");
    let fields = &part["fields"];
    let definition = serde_json::json!({
        "format": 1, "code": "0", "version": "1", "name": "x", "agency": "x", "summary": "x", "level": "full",
        "steps": [{"id": "step", "title": "x", "fields": fields}],
    });
    let form = compile_json(&definition.to_string()).map_err(|mistakes| format!("{mistakes:?}"))?;
    let mut session = Session::new(Arc::new(form), today);
    for (name, options) in part["lists"].as_object().into_iter().flatten() {
        let options = options.as_array().into_iter().flatten();
        let options = options.map(|option| ListOption {
            also: Vec::new(),
            before: Vec::new(),
            value: text(option, "value"),
            label: Text::new("en", &text(option, "label")),
        });
        session.apply(
            Event::ListArrived {
                list: name.clone(),
                parent: String::new(),
                options: options.collect(),
            },
            today,
        );
    }
    for (field, answer) in part["answers"].as_object().into_iter().flatten() {
        let answer: Answer = serde_json::from_value(answer.clone()).map_err(|e| e.to_string())?;
        session.apply(Event::Answered(FieldPath::top(field), answer), today);
    }
    let place = session.places(Default::default()).remove(0);
    let for_the_ear = part["for_the_ear"] == true;
    let mut heading = match part["heading"] == true {
        true => Heading::IsHeading,
        false => Heading::Under,
    };
    let mut html = String::new();
    for field in fields.as_array().into_iter().flatten() {
        let path = FieldPath::top(&text(field, "id"));
        let Some(mut view) = session.view(&place, &path) else {
            continue;
        };
        for problem in list(part, "problems") {
            if text(problem, "field") == text(field, "id") {
                view.problems.push(Problem {
                    path: path.clone(),
                    part: match text(problem, "part").as_str() {
                        "day" => Some(Part::Day),
                        "month" => Some(Part::Month),
                        "year" => Some(Part::Year),
                        _ => None,
                    },
                    code: ProblemCode::Rule(Text::new("en", &text(problem, "text"))),
                });
            }
        }
        html += &Owner::new().with(|| {
            provide_context(language("en"));
            provide_context(Announcer::default());
            provide_context(Wiring {
                for_the_ear,
                ..wiring()
            });
            let view = Memo::new(move |_| view.clone());
            super::field(view, heading).to_html()
        });
        heading = Heading::Under;
    }
    Ok(html)
}

fn alone(view: impl FnOnce() -> El) -> String {
    Owner::new().with(|| {
        provide_context(language("en"));
        view().into_any().to_html()
    })
}

fn words(text: &str) -> Words {
    Words::plain(text.to_string())
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_string()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}
