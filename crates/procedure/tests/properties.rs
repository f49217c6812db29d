//! What holds for every definition and every citizen, on generated ones and on the fixtures.

mod common;
mod samples;

use std::collections::BTreeSet;
use std::sync::Arc;

use common::{form_at, json_of, lists, session, uploaded};
use procedure::definition::KindDefinition as Kind;
use procedure::field::Field;
use procedure::file::{FileFault, FileType};
use procedure::{
    AddressParts, Answer, Answers, DateParts, Draft, Event, FieldId, FieldPath, FileAnswer, Form,
    Layout, ListOption, Outcome, Part, Place, Problem, ProblemCode, Session, StepId, Text,
    compile_json,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree;
use samples::{CODES, form, sample, today};
use serde_json::{Value as Json, json};

const LAYOUTS: [Layout; 2] = [Layout::Steps, Layout::OneQuestion];

/// `cases` is chosen so that the whole file takes a few seconds in a debug build.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

// Generated definitions.

/// What a generated field is: its kind, by number; whether it is required; what its condition is,
/// by number, and of which field it speaks.
type FieldSeed = (usize, bool, usize, Index);

/// Which fields a generated condition may speak of.
#[derive(Clone, Copy, PartialEq, Debug)]
enum SpeaksOf {
    /// Those that are asked before it.
    Earlier,
    /// Any, itself included; not all of these definitions compile.
    Any,
}

const KINDS: [&str; 11] = [
    "text",
    "long-text",
    "number",
    "money",
    "date",
    "choice",
    "choices",
    "yes-no",
    "address",
    "file",
    "information",
];

fn seeds() -> impl Strategy<Value = Vec<Vec<FieldSeed>>> {
    let field = (
        0..KINDS.len() + 1,
        any::<bool>(),
        0..14usize,
        any::<Index>(),
    );
    prop::collection::vec(prop::collection::vec(field, 1..4), 1..5)
}

/// A condition about a field, true for some answers and false for others.
fn rule(number: usize, field: &str) -> Option<Json> {
    let var = json!({"var": field});
    Some(match number {
        0 => var,
        1 => json!({"!": [var]}),
        2 => json!({"==": [var, "a"]}),
        3 => json!({"!=": [var, 7]}),
        4 => json!({"in": ["a", var]}),
        5 => json!({"<": [var, {"today": []}]}),
        6 => json!({">=": [{"age": [var]}, 18]}),
        7 => json!({"some": [var, {"==": [{"var": ""}, "a"]}]}),
        8 => json!({">": [{"count": [var]}, 1]}),
        9 => json!({"or": [{"and": [var, {"!!": [var]}]}, {"<": [1, var, 9]}]}),
        _ => return None,
    })
}

fn generated(seeds: &[Vec<FieldSeed>], speaks_of: SpeaksOf) -> Json {
    // A repeat stands alone in its step.
    let alone = |fields: &Vec<FieldSeed>| -> Vec<FieldSeed> {
        let repeat = fields.iter().find(|seed| seed.0 == KINDS.len());
        repeat.map_or_else(|| fields.clone(), |seed| vec![*seed])
    };
    let seeds: Vec<Vec<FieldSeed>> = seeds.iter().map(alone).collect();
    let count = seeds.iter().map(Vec::len).sum::<usize>();
    let mut number = 0;
    let mut step = |(s, fields): (usize, &Vec<FieldSeed>)| {
        let fields: Vec<Json> = fields
            .iter()
            .map(|seed| {
                let earlier = if speaks_of == SpeaksOf::Earlier {
                    number
                } else {
                    count
                };
                let field = generated_field(seed, number, earlier);
                number += 1;
                field
            })
            .collect();
        json!({"id": format!("s{s}"), "title": format!("Step {s}"), "fields": fields})
    };
    let steps: Vec<Json> = seeds.iter().enumerate().map(&mut step).collect();
    json!({
        "format": 1, "code": "0.000002", "version": "1", "name": "Generated", "agency": "Tests",
        "summary": "Generated.", "level": "full", "steps": steps,
        "declarations": [{"id": "ok", "kind": "declaration", "label": "True"}]
    })
}

fn generated_field(
    (kind, required, rule_number, of): &FieldSeed,
    number: usize,
    of_these: usize,
) -> Json {
    let kind = KINDS.get(*kind).copied().unwrap_or("repeat");
    let id = format!("f{number}");
    let mut field =
        json!({"id": id, "kind": kind, "label": format!("Field {number}"), "required": required});
    let options = json!([{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]);
    let inner = |name: &str, kind: &str, more: Json| {
        let mut inner = json!({"id": format!("{id}_{name}"), "kind": kind, "label": name});
        extend(&mut inner, more);
        inner
    };
    let more = match kind {
        "text" => json!({"max_length": 10}),
        "number" => json!({"min": 0, "max": 99, "decimals": 1}),
        "date" => json!({"precision": "any", "latest": "today"}),
        "choice" => json!({"options": options}),
        "choices" => json!({"options": options, "max": 2}),
        "file" => json!({"max_files": 2}),
        "repeat" => json!({"item": "Row", "max": 3, "fields": [
            inner("sure", "yes-no", json!({})),
            inner("why", "text", json!({"visible": {"var": format!("{id}_sure")}})),
            inner("born", "date", json!({"required": false, "latest": "today"}))]}),
        _ => json!({}),
    };
    extend(&mut field, more);
    if of_these > 0
        && let Some(rule) = rule(*rule_number, &format!("f{}", of.index(of_these)))
    {
        extend(&mut field, json!({"visible": rule}));
    }
    field
}

fn extend(object: &mut Json, more: Json) {
    if let (Json::Object(map), Json::Object(more)) = (object, more) {
        map.extend(more);
    }
}

/// A generated form whose conditions speak of earlier fields only.
fn forms() -> impl Strategy<Value = Arc<Form>> {
    seeds().prop_map(|seeds| {
        let definition = generated(&seeds, SpeaksOf::Earlier).to_string();
        Arc::new(compile_json(&definition).expect("generated definitions are right"))
    })
}

// Generated answers.

fn texts() -> impl Strategy<Value = String> + Clone {
    let odd = select(vec![
        "",
        " ",
        "a",
        "b",
        "yes",
        "no",
        "7",
        "0",
        "-1",
        "1,5",
        "1.234",
        "1e999",
        "NaN",
        "٣",
        "999999999999999999999999",
        "2026",
        "0000",
        "29",
        "02",
        "tháng hai",
        "\u{200b}",
        "\u{0}",
        "H'Hen Niê",
        "001099000001",
        "<script>",
        "😀😀😀😀😀😀😀😀😀😀😀",
        "a\nb",
    ]);
    prop_oneof![4 => odd.prop_map(str::to_string), 1 => ".{0,12}"]
}

fn files() -> impl Strategy<Value = FileAnswer> {
    let kind = select(vec![None, Some(FileType::Jpeg), Some(FileType::Pdf)]);
    (texts(), any::<u64>(), kind, any::<bool>()).prop_map(|(id, bytes, kind, there)| FileAnswer {
        name: id.clone(),
        upload: there.then(|| id.clone()),
        pixels: there.then_some((3, 4)),
        locked: !there,
        fault: (!there).then_some(FileFault::CutOff),
        id,
        bytes,
        kind,
    })
}

/// Any answer, of the right shape for its field or not.
fn answers() -> impl Strategy<Value = Answer> {
    let parts = (texts(), texts(), texts());
    let leaf = prop_oneof![
        4 => texts().prop_map(Answer::Text),
        1 => prop::collection::vec(texts(), 0..4).prop_map(Answer::Many),
        2 => parts.clone().prop_map(|(day, month, year)| Answer::Date(DateParts { day, month, year })),
        1 => parts.prop_map(|(province, commune, detail)| {
            Answer::Address(AddressParts { province, commune, detail })
        }),
        1 => prop::collection::vec(files(), 0..4).prop_map(Answer::Files),
    ];
    let name = select(vec!["f0", "f1_sure", "f2_why", "m_dob", "m_id", "t_name"]);
    let row = prop::collection::btree_map(name, leaf.clone(), 0..3).prop_map(|row| -> Answers {
        row.into_iter()
            .map(|(name, answer)| (FieldId::new(name), answer))
            .collect()
    });
    prop_oneof![6 => leaf, 1 => prop::collection::vec(row, 0..4).prop_map(Answer::Rows)]
}

/// An answer that its field takes; by `pick` one of several.
fn valid(field: &Field, pick: usize) -> Answer {
    let of = |texts: [&str; 2]| Answer::text(texts[pick % 2]);
    match field.kind() {
        Kind::Text(_) | Kind::LongText(_) | Kind::Choice(_) => of(["a", "b"]),
        Kind::Number(_) | Kind::Money(_) => of(["7", "20"]),
        Kind::YesNo => of(["yes", "no"]),
        Kind::Declaration => Answer::text("yes"),
        Kind::Choices(_) => {
            Answer::Many([vec!["a".into()], vec!["b".into(), "a".into()]][pick % 2].clone())
        }
        Kind::Date(_) => Answer::Date(DateParts {
            day: "15".into(),
            month: "3".into(),
            year: ["1990", "2020"][pick % 2].into(),
        }),
        Kind::Address => Answer::Address(AddressParts {
            province: "01".into(),
            commune: "00004".into(),
            detail: "Số 1".into(),
        }),
        Kind::File(_) => Answer::Files(uploaded("a.jpg").into_iter().collect()),
        Kind::Repeat(_) => {
            let row = |n: usize| -> Answers {
                let rows = field.rows.iter();
                rows.map(|inner| (inner.id().clone(), valid(inner, pick + n)))
                    .collect()
            };
            Answer::Rows((0..pick % 3).map(row).collect())
        }
        Kind::Information => Answer::text(""),
    }
}

/// Everything answered validly, hidden questions too.
fn filled(form: &Arc<Form>, pick: usize) -> Session {
    let mut session = session(form, &json!({}), &uploaded, today());
    let fields: Vec<_> = form.fields().cloned().collect();
    for (n, field) in fields
        .iter()
        .enumerate()
        .filter(|(_, field)| field.is_question())
    {
        let answered = Event::Answered(
            FieldPath::top(field.id().as_str()),
            valid(field, pick + n * pick),
        );
        session.apply(answered, today());
    }
    session
}

fn events(form: &Arc<Form>) -> impl Strategy<Value = Vec<Event>> + use<> {
    let mut paths: Vec<FieldPath> = vec![
        FieldPath::top("nobody"),
        FieldPath::in_row("nobody", 0, "x"),
    ];
    for field in form.fields() {
        paths.push(FieldPath::top(field.id().as_str()));
        for (inner, row) in field.rows.iter().zip([0, 1, 7]) {
            paths.push(FieldPath::in_row(
                field.id().as_str(),
                row,
                inner.id().as_str(),
            ));
        }
    }
    let fields: Vec<FieldId> = paths.iter().map(|path| path.field.clone()).collect();
    let mut places = vec![Place::Review, Place::step(&StepId::new("nowhere"))];
    for step in &form.steps {
        let field = step.fields.first().map(|field| field.id().clone());
        for (row, field) in [
            (None, None),
            (None, field),
            (Some(0), None),
            (Some(9), None),
        ] {
            places.push(Place::Step {
                step: step.id.clone(),
                row,
                field,
            });
        }
    }
    let (path, place, field) = (select(paths), select(places), select(fields));
    let option = |value: String| ListOption {
        also: Vec::new(),
        before: Vec::new(),
        label: Text::new("vi", &value),
        value,
    };
    let rejected = (path.clone(), texts()).prop_map(|(path, words)| Problem {
        path,
        part: Some(Part::Day),
        code: ProblemCode::Portal(words),
    });
    let event = prop_oneof![
        6 => (path, answers()).prop_map(|(path, answer)| Event::Answered(path, answer)),
        3 => place.clone().prop_map(Event::Continued),
        1 => place.prop_map(Event::ContinuedToReview),
        2 => field.clone().prop_map(Event::RowAdded),
        1 => (field, 0..3usize).prop_map(|(field, row)| Event::RowRemoved(field, row)),
        1 => (texts(), texts()).prop_map(|(id, upload)| Event::FileArrived { id, upload }),
        1 => texts().prop_map(|id| Event::FileLost { id }),
        1 => (select(vec!["vn-provinces", "vn-communes"]), texts(), texts()).prop_map(
            move |(list, parent, value)| Event::ListArrived {
                list: list.into(), parent, options: vec![option(value)] }),
        1 => prop::collection::vec(rejected, 0..3).prop_map(Event::Rejected),
        1 => Just(Event::SendingRefused),
    ];
    prop::collection::vec(event, 1..25)
}

/// Looks at everything that a page could ask of a session.
fn look(session: &Session) {
    let mut places = vec![Place::Review];
    for layout in LAYOUTS {
        places.extend(session.places(layout));
        session.review(layout);
        session.first_open(layout);
    }
    for step in &session.form().steps {
        for row in [0, 1] {
            places.push(Place::Step {
                step: step.id.clone(),
                row: Some(row),
                field: None,
            });
        }
    }
    for place in places {
        for view in session.views(&place) {
            session.place_of(&view.path, Layout::OneQuestion);
            session.row_name(&view.field, 0);
        }
        for layout in LAYOUTS {
            session
                .before(&place, layout)
                .iter()
                .for_each(|place| drop(session.views(place)));
            if let Err(other) = session.admit(&place, layout) {
                session.views(&other);
            }
        }
    }
    session.wanted_lists();
    let _ = session.submission();
}

fn live(form: &Arc<Form>, events: Vec<Event>) {
    let mut session = Session::new(form.clone(), today());
    for event in events {
        if let Outcome::Next(place) = session.apply(event, today()) {
            session.views(&place);
        }
        look(&session);
    }
    let resumed = Session::resume(form.clone(), session.draft(), today());
    assert_eq!(resumed.draft(), session.draft());
    assert_eq!(resumed.places(Layout::Steps), session.places(Layout::Steps));
}

fn asked(session: &Session) -> BTreeSet<String> {
    let mut places = session.places(Layout::Steps);
    for step in &session.form().steps {
        places.extend((0..3).map(|row| Place::Step {
            step: step.id.clone(),
            row: Some(row),
            field: None,
        }));
    }
    places.push(Place::Review);
    let paths = places.iter().flat_map(|place| session.paths(place));
    paths.map(|path| path.pointer()).collect()
}

/// What was sent, field by field.
fn sent(answers: &Json) -> Vec<String> {
    let mut pointers = Vec::new();
    for (name, json) in answers.as_object().expect("answers by name") {
        let path = FieldPath::top(name);
        pointers.push(path.pointer());
        for (n, row) in json.as_array().into_iter().flatten().enumerate() {
            let inner = row.as_object().into_iter().flatten();
            let inner = inner.filter(|_| row.get("upload").is_none());
            pointers.extend(inner.map(|(inner, _)| FieldPath::in_row(name, n, inner).pointer()));
        }
    }
    pointers
}

/// Only what is asked is sent, and the portal takes it as it is.
fn nothing_hidden_is_sent(session: &Session) {
    let Ok(submission) = session.submission() else {
        return;
    };
    let asked = asked(session);
    for pointer in sent(submission.answers()) {
        assert!(asked.contains(&pointer), "{pointer} is not asked");
    }
    let accepted = session
        .form()
        .accept(submission.answers(), &lists(), &uploaded, today());
    assert_eq!(accepted, Ok(submission));
}

/// Another answer and then the old one again: as if nothing had been.
fn changing_back_restores(session: &mut Session, field: &FieldId, other: Answer) {
    let path = FieldPath::top(field.as_str());
    let Some(old) = session.answers().at(&path).cloned() else {
        return;
    };
    let state = |session: &Session| {
        (
            session.draft(),
            LAYOUTS.map(|layout| session.places(layout)),
            session.submission(),
        )
    };
    let before = state(session);
    session.apply(Event::Answered(path.clone(), other), today());
    look(session);
    session.apply(Event::Answered(path, old), today());
    assert_eq!(state(session), before);
}

/// Answers page by page with what `answer` says, and presses Continue, to the check page.
fn walk(form: &Arc<Form>, layout: Layout, answer: &dyn Fn(&Session, &FieldPath) -> Option<Answer>) {
    let mut session = session(form, &json!({}), &uploaded, today());
    let (mut visited, mut place) = (Vec::new(), session.first_open(layout));
    while place != Place::Review {
        assert!(visited.len() < 100, "goes on for ever: {visited:?}");
        assert_eq!(session.admit(&place, layout), Ok(()));
        // An answer may bring in another question of the page.
        let mut done = BTreeSet::new();
        while let Some(path) = session
            .paths(&place)
            .into_iter()
            .find(|path| !done.contains(path))
        {
            if let Some(answer) = answer(&session, &path) {
                session.apply(Event::Answered(path.clone(), answer), today());
            }
            done.insert(path);
        }
        visited.push(place.clone());
        place = match session.go_on(&place, layout, false, today()) {
            Outcome::Next(next) => next,
            other => panic!("{place:?}: {other:?}"),
        };
    }
    assert_eq!(visited, session.places(layout));
    assert_eq!(session.first_open(layout), Place::Review);
    assert_eq!(session.admit(&Place::Review, layout), Ok(()));
    for path in session.paths(&Place::Review) {
        session.apply(Event::Answered(path, Answer::text("yes")), today());
    }
    let submission = session.submission();
    assert!(submission.is_ok(), "{submission:?}");
}

/// A JSON value of any shape, with keys that definitions have.
fn any_json() -> impl Strategy<Value = Json> {
    let keys = "format|code|version|name|title|steps|fields|id|kind|label|visible|options|value|min|max|\
        required|checks|rule|pattern|precision|earliest|var|==|some|if|vi|declarations|list|level|fees";
    let words: Vec<&str> = keys
        .split('|')
        .chain(KINDS)
        .chain(["repeat", "today", "full", "(", "f0"])
        .collect();
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        select(words.clone()).prop_map(Json::from),
        ".{0,8}".prop_map(Json::from),
    ];
    leaf.prop_recursive(5, 40, 6, move |inner| {
        let entry = (select(words.clone()), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(Json::from),
            prop::collection::vec(entry, 0..6).prop_map(|entries| {
                Json::Object(
                    entries
                        .into_iter()
                        .map(|(key, json)| (key.to_string(), json))
                        .collect(),
                )
            }),
        ]
    })
}

fn pointers(json: &Json, at: &str, found: &mut Vec<String>) {
    found.push(at.to_string());
    match json {
        Json::Object(map) => map.iter().for_each(|(key, json)| {
            let key = key.replace('~', "~0").replace('/', "~1");
            pointers(json, &format!("{at}/{key}"), found);
        }),
        Json::Array(items) => items.iter().enumerate().for_each(|(n, json)| {
            pointers(json, &format!("{at}/{n}"), found);
        }),
        _ => {}
    }
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn no_text_panics_the_compiler(text in ".{0,200}") {
        let _ = compile_json(&text);
    }

    #[test]
    fn no_json_panics_the_compiler(json in any_json()) {
        let _ = compile_json(&json.to_string());
    }

    /// A definition with one value replaced by anything: the mistakes of real authors.
    #[test]
    fn no_broken_definition_panics(which in 0..=CODES.len(), at in any::<Index>(), json in any_json()) {
        let path = CODES.get(which).map_or_else(|| "tests/kinds.json".into(), |code| format!("fixtures/procedures/{code}.json"));
        let mut definition = json_of(&path);
        let mut all = Vec::new();
        pointers(&definition, "", &mut all);
        *definition.pointer_mut(&all[at.index(all.len())]).expect("it is there") = json;
        if let Ok(form) = compile_json(&definition.to_string()) {
            look(&Session::new(Arc::new(form), today()));
        }
    }

    #[test]
    fn no_sent_json_panics_the_portal(which in 0..=CODES.len(), at in any::<Index>(), json in any_json()) {
        let (form, mut answers) = match CODES.get(which) {
            Some(code) => (form(code), sample(code)),
            None => (form_at("tests/kinds.json"), json_of("tests/kinds.answers.json")),
        };
        let mut all = Vec::new();
        pointers(&answers, "", &mut all);
        *answers.pointer_mut(&all[at.index(all.len())]).expect("it is there") = json;
        if let Ok(submission) = form.accept(&answers, &lists(), &uploaded, today()) {
            // What was taken is taken again as it was read.
            let again = form.accept(submission.answers(), &lists(), &uploaded, today());
            prop_assert_eq!(again, Ok(submission));
        }
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn no_events_panic_a_generated_form(
        (form, events) in seeds().prop_filter_map("a cycle", |seeds| {
            let definition = generated(&seeds, SpeaksOf::Any).to_string();
            compile_json(&definition).ok().map(Arc::new)
        }).prop_flat_map(|form| { let events = events(&form); (Just(form), events) })
    ) {
        live(&form, events);
    }

    // [98]
    #[test]
    fn hidden_questions_are_never_sent((form, pick) in (forms(), 0..12usize)) {
        let session = filled(&form, pick);
        prop_assert!(session.submission().is_ok(), "{:?}", session.submission());
        nothing_hidden_is_sent(&session);
    }

    // [98]
    #[test]
    fn an_answer_changed_back_leaves_no_trace(
        (form, pick) in (forms(), 0..12usize), field in any::<Index>(), other in answers()
    ) {
        let mut session = filled(&form, pick);
        let fields: Vec<FieldId> = form.fields().map(|field| field.id().clone()).collect();
        changing_back_restores(&mut session, field.get(&fields), other);
    }

    #[test]
    fn continue_with_valid_answers_leads_through_every_place((form, pick) in (forms(), 0..12usize)) {
        for layout in LAYOUTS {
            walk(&form, layout, &|session, path| {
                let field = session.form().field(path).filter(|field| field.is_question())?;
                let seed = path.field.as_str().len() + path.field.as_str().bytes().map(usize::from).sum::<usize>();
                Some(valid(field, pick + seed))
            });
        }
    }
}

proptest! {
    #![proptest_config(config(12))]

    #[test]
    fn no_events_panic_the_fixtures(
        (form, events) in (0..=CODES.len()).prop_flat_map(|which| {
            let form = CODES.get(which).map_or_else(|| form_at("tests/kinds.json"), |code| form(code));
            let events = events(&form);
            (Just(form), events)
        })
    ) {
        live(&form, events);
    }

    // [98]
    #[test]
    fn an_answer_of_the_fixtures_changed_back_leaves_no_trace(
        which in 0..CODES.len(), field in any::<Index>(), other in answers()
    ) {
        let (form, sample) = (form(CODES[which]), sample(CODES[which]));
        let mut session = session(&form, &sample, &uploaded, today());
        let fields: Vec<FieldId> = form.fields().map(|field| field.id().clone()).collect();
        changing_back_restores(&mut session, field.get(&fields), other);
        nothing_hidden_is_sent(&session);
    }
}

// [24]
#[test]
fn continue_with_the_sample_answers_leads_through_every_place_of_the_fixtures() {
    for code in CODES {
        let form = form(code);
        let typed = session(&form, &sample(code), &uploaded, today());
        for layout in LAYOUTS {
            walk(&form, layout, &|_, path| typed.answers().at(path).cloned());
        }
    }
}

#[test]
fn a_session_that_begins_unchecked_is_the_same_when_it_is_checked() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for pick in 0..100 {
        let form = forms().new_tree(&mut runner).expect("a form").current();
        let whole = filled(&form, pick % 12);
        let mut early = Session::unchecked(form.clone(), Draft::default(), today());
        for field in form.fields() {
            let path = FieldPath::top(field.id().as_str());
            if let Some(answer) = whole.answers().at(&path) {
                early.answer(&path, answer.clone(), today());
            }
        }
        for place in early.places(Layout::Steps) {
            assert!(!early.is_done(&place), "no page can be left before that");
            assert_eq!(early.shown_problems(&place), []);
        }
        let resumed = Session::resume(form, early.draft(), today());
        let unchecked = early.clone();
        early.check(today());
        assert_eq!(asked(&early), asked(&resumed));
        assert_eq!(early.draft(), resumed.draft());
        assert_eq!(
            unchecked.submission().map(|s| s.answers().clone()),
            resumed.submission().map(|s| s.answers().clone()),
            "nothing leaves unchecked"
        );
        assert_eq!(
            early.submission().map(|s| s.answers().clone()),
            resumed.submission().map(|s| s.answers().clone())
        );
    }
}

#[test]
fn generated_forms_have_hidden_and_shown_questions_of_every_kind() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut shown, mut hidden) = (BTreeSet::new(), BTreeSet::new());
    for pick in 0..200 {
        let form = forms().new_tree(&mut runner).expect("a form").current();
        let session = filled(&form, pick % 12);
        let asked = asked(&session);
        for field in form.fields() {
            let path = FieldPath::top(field.id().as_str());
            let kinds = if asked.contains(&path.pointer()) {
                &mut shown
            } else {
                &mut hidden
            };
            kinds.insert(field.kind().name());
        }
    }
    assert_eq!(shown, BTreeSet::from(Kind::NAMES));
    let mut can_hide = BTreeSet::from(Kind::NAMES);
    can_hide.remove("declaration");
    assert_eq!(hidden, can_hide);
}
