//! Every kind of question in every state, from the fixtures that the core ships: for render tests and
//! for the gallery, a page of development builds.

use std::sync::Arc;

use leptos::prelude::*;
use procedure::{
    Answer, Event, FieldPath, FieldView, ListOption, Place, Problem, ProblemCode, Session, StepId,
    Text, compile_json, parse_date,
};
use serde_json::{Value, json};

use super::{Heading, HeadingPrefix, Progress, RowLink, ShownRows, Wiring, choice, error, field};
use crate::i18n::use_i18n;
use crate::ui::el::nothing;

macro_rules! fixtures {
    ($($kind:literal)+) => {
        [$(($kind, include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/crates/procedure/fixtures/fields/",
            $kind,
            ".json"
        )))),+]
    };
}

/// A kind's name and its fixture, in the order of `KindDefinition::NAMES`.
pub(super) const FIXTURES: [(&str, &str); 13] = fixtures![
    "text" "long-text" "number" "money" "date" "choice" "choices" "yes-no" "address" "file" "repeat"
    "declaration" "information"
];

/// The day on which all of them are filled in.
const TODAY: &str = "2026-11-22";

/// A question in one state.
pub struct Exhibit {
    /// Its kind, by its name in definitions.
    pub kind: &'static str,
    /// What is special about it.
    pub variant: String,
    /// What has become of it.
    pub state: String,
    /// How it is shown.
    pub setting: Setting,
    /// The problem that it is to show, as its fixture names it.
    pub problem: Option<String>,
    session: Session,
    place: Place,
    path: FieldPath,
    lists: Vec<Event>,
    lists_failed: bool,
}

/// How a question is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Setting {
    /// Whether it is the page's heading.
    pub heading: Heading,
    /// Whether it is made for the ear.
    pub for_the_ear: bool,
    /// Whether it stands in a row of a repeat.
    pub in_row: bool,
}

const PLAIN: Setting = Setting {
    heading: Heading::Under,
    for_the_ear: false,
    in_row: false,
};

/// What becomes of a question.
#[derive(Clone, Copy)]
enum State<'a> {
    Empty,
    Answered(&'a str, &'a Value),
    /// Continue was pressed, and nothing was given.
    Missing,
    /// Continue was pressed with an answer that has this problem.
    Wrong(&'a str, &'a Value),
    /// The portal refused the answer, in its own words.
    Reported(&'a Value),
    /// Its code list has not arrived, or never will.
    WithoutLists(bool),
}

impl State<'_> {
    fn name(self) -> String {
        match self {
            Self::Empty => "empty".into(),
            Self::Answered(name, _) => name.into(),
            Self::Missing => "error, nothing given".into(),
            Self::Wrong(problem, _) => format!("error, {problem}"),
            Self::Reported(_) => "error, in the portal's words".into(),
            Self::WithoutLists(false) => "its list on the way".into(),
            Self::WithoutLists(true) => "its list not to be had".into(),
        }
    }

    fn answer(&self) -> Option<&Value> {
        match self {
            Self::Answered(_, answer) | Self::Wrong(_, answer) | Self::Reported(answer) => {
                Some(answer)
            }
            _ => None,
        }
    }
}

/// All of them. Each has ids of its own, so that they can stand on one page.
pub fn exhibits() -> Vec<Exhibit> {
    let mut all = Vec::new();
    for (kind, fixture) in FIXTURES {
        let fixture: Value = serde_json::from_str(fixture).expect("a fixture is JSON");
        let variants = fixture["variants"].as_array().into_iter().flatten();
        for (n, variant) in variants.enumerate() {
            let variant = Variant {
                kind,
                name: variant["name"].as_str().unwrap_or_default(),
                json: variant,
                lists: &fixture["lists"],
            };
            variant.add(n == 0, &mut all);
        }
    }
    all
}

/// A question of a fixture, with its answers.
struct Variant<'a> {
    kind: &'static str,
    name: &'a str,
    json: &'a Value,
    lists: &'a Value,
}

impl<'a> Variant<'a> {
    fn add(&self, is_first: bool, all: &mut Vec<Exhibit>) {
        let mut states = vec![State::Empty];
        let filled = &self.json["filled"];
        if !filled.is_null() {
            states.push(State::Answered("filled", filled));
        }
        states.extend(self.list("others").map(|other| {
            State::Answered(other["name"].as_str().unwrap_or_default(), &other["answer"])
        }));
        if self.has_lists() {
            states.extend([State::WithoutLists(false), State::WithoutLists(true)]);
        }
        states.push(State::Missing);
        states.extend(self.list("wrong").map(|wrong| {
            State::Wrong(
                wrong["problem"].as_str().unwrap_or_default(),
                &wrong["answer"],
            )
        }));
        if is_first && self.kind != "information" {
            states.push(State::Reported(filled));
        }
        let mut add = |states: &[State<'a>], setting: Setting| {
            for state in states {
                all.extend(self.exhibit(all.len(), *state, setting));
            }
        };
        add(&states, PLAIN);
        // Empty, filled, and the first problem.
        let mut few = vec![State::Empty];
        few.extend(
            states
                .iter()
                .copied()
                .find(|s| matches!(s, State::Answered(..))),
        );
        few.push(State::Missing);
        few.extend(
            states
                .iter()
                .copied()
                .find(|s| matches!(s, State::Wrong(..))),
        );
        let is_alone = !matches!(self.kind, "repeat" | "declaration");
        if is_alone {
            let heading = Heading::IsHeading;
            add(&few, Setting { heading, ..PLAIN });
        }
        if self.sounds_otherwise() {
            let for_the_ear = true;
            add(
                &few,
                Setting {
                    for_the_ear,
                    ..PLAIN
                },
            );
        }
        if is_first && is_alone {
            let in_row = true;
            add(&few, Setting { in_row, ..PLAIN });
            let heading = Heading::IsHeading;
            let setting = Setting {
                in_row,
                heading,
                ..PLAIN
            };
            add(&few[..1], setting);
        }
    }

    fn list(&self, key: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
        self.json[key].as_array().into_iter().flatten()
    }

    fn has_lists(&self) -> bool {
        self.kind == "address" || self.json["field"].get("list").is_some()
    }

    /// Whether the page for the ear has something else in its place.
    fn sounds_otherwise(&self) -> bool {
        let options = self.json["field"]["options"].as_array();
        let is_long = options.is_some_and(|options| options.len() > choice::MOST_RADIOS);
        self.has_lists() || is_long || self.json["field"].get("why").is_some()
    }

    /// A form of this one question. `None` for a state that the question cannot have.
    fn exhibit(&self, n: usize, state: State, setting: Setting) -> Option<Exhibit> {
        let today = parse_date(TODAY).expect("a date");
        let id = format!("{}_{n}", self.kind.replace('-', "_"));
        let inner = if setting.in_row { "g" } else { &id };
        // The name stands in rules too.
        let question = self.json["field"].to_string();
        let question = question.replace("\"f\"", &format!("\"{inner}\""));
        let question: Value = serde_json::from_str(&question).expect("a fixture is JSON");
        let row = json!({"id": id, "kind": "repeat", "label": "x", "item": {"vi": "Người", "en": "Person"}, "fields": [question]});
        let other = json!({"id": "other", "kind": "information", "label": "x"});
        let is_declaration = self.kind == "declaration";
        let (asked, declared) = match (is_declaration, setting.in_row) {
            (true, _) => (other, vec![question]),
            (_, true) => (row, vec![]),
            _ => (question, vec![]),
        };
        let definition = json!({
            "format": 1, "code": "0", "version": "1", "name": "x", "agency": "x", "summary": "x", "level": "full",
            "steps": [{"id": "step", "title": "x", "fields": [asked]}], "declarations": declared,
        });
        let form = compile_json(&definition.to_string());
        let form = form.unwrap_or_else(|mistakes| panic!("{}: {mistakes:?}", self.name));
        let mut session = Session::new(Arc::new(form), today);
        let (path, place) = match setting.in_row {
            true => {
                let repeat = FieldPath::top(&id).field;
                for _ in 0..2 {
                    session.apply(Event::RowAdded(repeat.clone()), today);
                }
                let place = Place::Step {
                    step: StepId::new("step"),
                    row: Some(1),
                    field: None,
                };
                (FieldPath::in_row(&id, 1, inner), place)
            }
            false if is_declaration => (FieldPath::top(&id), Place::Review),
            false => (FieldPath::top(&id), Place::step(&StepId::new("step"))),
        };
        let lists = self.arriving();
        if !matches!(state, State::WithoutLists(_)) {
            for list in &lists {
                session.apply(list.clone(), today);
            }
        }
        if let Some(answer) = state.answer() {
            let answer: Answer = serde_json::from_value(answer.clone()).expect("an answer");
            session.apply(Event::Answered(path.clone(), answer), today);
        }
        match state {
            State::Missing | State::Wrong(..) if is_declaration => {
                session.apply(Event::SendingRefused, today);
            }
            State::Missing | State::Wrong(..) => {
                session.apply(Event::Continued(place.clone()), today);
            }
            State::Reported(_) => {
                let words = "Cơ quan không tìm thấy thông tin này.".to_string();
                let problem = Problem {
                    path: path.clone(),
                    part: None,
                    code: ProblemCode::Portal(words),
                };
                session.apply(Event::Rejected(vec![problem]), today);
            }
            _ => {}
        }
        let shown = session.view(&place, &path)?;
        if matches!(state, State::Missing) && shown.problems.is_empty() {
            return None;
        }
        Some(Exhibit {
            kind: self.kind,
            variant: self.name.into(),
            state: state.name(),
            setting,
            problem: match state {
                State::Missing => Some(match self.kind {
                    "repeat" => "TooFewRows".into(),
                    _ => "Missing".into(),
                }),
                State::Wrong(problem, _) => Some(problem.into()),
                State::Reported(_) => Some("Portal".into()),
                _ => None,
            },
            lists_failed: matches!(state, State::WithoutLists(true)),
            session,
            place,
            path,
            lists,
        })
    }

    /// The code lists of the fixture, as they arrive from the portal.
    fn arriving(&self) -> Vec<Event> {
        let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_string();
        let option = |option: &Value| {
            let words = ["vi", "en"].map(|locale| (locale, option["label"][locale].as_str()));
            let words = words
                .into_iter()
                .filter_map(|(locale, words)| Some((locale, words?)));
            ListOption {
                also: Vec::new(),
                before: Vec::new(),
                value: text(option, "value"),
                label: Text::from_locales(words),
            }
        };
        let lists = self.lists.as_array().into_iter().flatten();
        lists
            .map(|list| Event::ListArrived {
                list: text(list, "list"),
                parent: text(list, "parent"),
                options: list["options"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(option)
                    .collect(),
            })
            .collect()
    }
}

impl Exhibit {
    /// What is special about it and what has become of it, in a line.
    pub fn title(&self) -> String {
        let Setting {
            heading,
            for_the_ear,
            in_row,
        } = self.setting;
        let mut title = format!("{}: {}: {}", self.kind, self.variant, self.state);
        for (holds, words) in [
            (in_row, "in a row"),
            (for_the_ear, "for the ear"),
            (heading == Heading::IsHeading, "as the heading"),
        ] {
            if holds {
                title.push_str(", ");
                title.push_str(words);
            }
        }
        title
    }

    /// The question as it is at first.
    pub fn view(&self) -> FieldView {
        let view = self.session.view(&self.place, &self.path);
        view.expect("it was asked when this was made")
    }

    /// Draws it. It can be used: what is answered is kept as long as it is shown. Files that are
    /// chosen are not taken.
    pub fn draw(self, focus: Callback<String>) -> AnyView {
        let first = self.view();
        let i18n = use_i18n();
        let prefix = match self.setting.in_row {
            true => first_item(&self.session, &self.path).map(|item| i18n.text(&item).text),
            false => None,
        };
        provide_context(HeadingPrefix(
            prefix.map_or(String::new(), |item| format!("{item} 2: ")),
        ));
        let session = RwSignal::new(self.session.clone());
        let (heading, place, path) = (self.setting.heading, self.place.clone(), self.path.clone());
        provide_context(self.wiring(session, focus));
        let view = Memo::new(move |last: Option<&FieldView>| {
            let now = session.with(|session| session.view(&place, &path));
            now.unwrap_or_else(|| last.unwrap_or(&first).clone())
        });
        field(view, heading)
    }

    fn wiring(self, session: RwSignal<Session>, focus: Callback<String>) -> Wiring {
        let today = parse_date(TODAY).expect("a date");
        let failed = RwSignal::new(self.lists_failed);
        let lists = self.lists;
        let tell = move |event| session.update(|session| drop(session.apply(event, today)));
        Wiring {
            answer: Callback::new(move |(path, answer)| tell(Event::Answered(path, answer))),
            options: Callback::new(move |(list, parent): (&'static str, String)| {
                session.with(|session| session.lists().get(list, &parent).map(Arc::clone))
            }),
            lists_failed: failed.into(),
            retry_lists: Callback::new(move |()| {
                lists.iter().cloned().for_each(tell);
                failed.set(false);
            }),
            choose_files: Callback::new(|_| ()),
            remove_file: Callback::new(move |(path, id): (FieldPath, String)| {
                let files = session.with_untracked(|session| session.answers().at(&path).cloned());
                if let Some(Answer::Files(mut files)) = files {
                    files.retain(|file| file.id != id);
                    tell(Event::Answered(path, Answer::Files(files)));
                }
            }),
            retry_file: Callback::new(|_| ()),
            progress: Callback::new(|id: String| match id.as_str() {
                "under-way" => Some(Progress::UnderWay(40)),
                "waiting" => Some(Progress::Waiting(40)),
                "failed" => Some(Progress::Failed("refused")),
                "gone" => Some(Progress::Gone),
                _ => None,
            }),
            rows: Callback::new(move |path: FieldPath| session.with(|now| rows(now, &path))),
            add_row: Callback::new(move |path: FieldPath| tell(Event::RowAdded(path.field))),
            remove_row: Callback::new(move |(path, row): (FieldPath, usize)| {
                tell(Event::RowRemoved(path.field, row));
            }),
            shown_rows: ShownRows {
                page: RwSignal::new(0),
                only_to_do: RwSignal::new(false),
            },
            import: Callback::new(|_| nothing()),
            beside: Callback::new(|_| nothing()),
            focus,
            focus_first: focus,
            for_the_ear: self.setting.for_the_ear,
            is_own_device: true,
            error,
        }
    }
}

fn first_item(session: &Session, path: &FieldPath) -> Option<Text> {
    let (repeat, _) = path.row.as_ref()?;
    match session
        .form()
        .field(&FieldPath::top(repeat.as_str()))?
        .kind()
    {
        procedure::definition::KindDefinition::Repeat(kind) => Some(kind.item.clone()),
        _ => None,
    }
}

fn rows(session: &Session, path: &FieldPath) -> Vec<RowLink> {
    let Some(repeat) = session.form().field(path) else {
        return Vec::new();
    };
    let rows = session.answers().rows(&path.field).len();
    (0..rows)
        .map(|row| RowLink {
            name: session.row_name(repeat, row),
            href: "#main".into(),
            incomplete: session.row_is_incomplete(repeat, row),
        })
        .collect()
}
