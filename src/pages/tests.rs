//! The pages of every procedure that comes with the core, as they are drawn: each step in both layouts, as somebody finds
//! it, refused because nothing was filled in, and filled in; and the check page.

#[path = "../../crates/procedure/tests/common/mod.rs"]
mod common;

use std::collections::BTreeSet;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use futures_executor::block_on;
use leptos::prelude::*;
use procedure::field::Field;
use procedure::{Answer, Event, Form, Layout, Outcome, Place, Session, compile_json};

use super::{PortalInfo, review, step, use_portal_info};
use crate::fields::tests::html::{Element, Html};
use crate::fields::tests::language;
use crate::hooks::{Navigator, Waiting};
use crate::i18n::use_i18n;
use crate::portal::memory::Memory;
use crate::preferences::Preferences;
use crate::provided::provided;
use crate::ui::live_region::Announcer;
use crate::wizard::{Languages, PortalHandle, WizardStore, Wizards};

/// A page of a form, drawn.
struct Page {
    /// For whoever reads what failed.
    name: String,
    words: Vec<(&'static str, String)>,
    place: Place,
    state: State,
    /// What is wrong on it, as its questions say it.
    problems: Vec<String>,
    html: Html,
}

/// How somebody meets a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    Empty,
    /// Continue was pressed, and something is missing.
    Refused,
    FilledIn,
}

/// The words that the tests compare with.
const WORDS: [&str; 6] = [
    "back",
    "continue",
    "send",
    "review-not-sent",
    "declare-title",
    "error-summary-title",
];

static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| {
    drop(any_spawner::Executor::init_futures_executor());
    let samples: Vec<_> = codes().iter().map(|code| sample(code)).collect();
    let in_ways = [
        ("vi", Layout::Steps),
        ("en", Layout::Steps),
        ("vi", Layout::OneQuestion),
    ]
    .map(|(locale, layout)| Owner::new().with(|| drawn(locale, layout, &samples)));
    in_ways.into_iter().flatten().collect()
});

/// Every page of these procedures, in a language and a layout.
fn drawn(locale: &'static str, layout: Layout, samples: &[(Arc<Form>, Session)]) -> Vec<Page> {
    provide_context(language(locale));
    provide_context(Announcer::default());
    provide_context(Preferences::begin(match layout {
        Layout::Steps => "mode=steps",
        Layout::OneQuestion => "mode=one-question",
    }));
    let mut pages = Vec::new();
    for (form, filled) in samples {
        for place in places(filled, layout) {
            for state in [State::Empty, State::Refused, State::FilledIn] {
                let Some(session) = in_state(filled, &place, layout, state) else {
                    continue;
                };
                let code = &form.definition.code;
                let name = format!("{code} {place:?} ({locale}, {layout:?}, {state:?})");
                let owner = Owner::current().expect("the caller's").child();
                let (problems, html) = owner.with(|| draw(form, session, &place));
                pages.push(Page {
                    name,
                    words: WORDS.map(|key| (key, use_i18n().s(key))).into(),
                    place: place.clone(),
                    state,
                    problems,
                    html,
                });
            }
        }
    }
    pages
}

const TODAY: &str = "2026-11-22";

fn fixture(path: &str) -> String {
    let root = env!("CARGO_MANIFEST_DIR");
    let path = format!("{root}/crates/procedure/fixtures/{path}");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every procedure that comes with the core.
fn codes() -> Vec<String> {
    let root = env!("CARGO_MANIFEST_DIR");
    let folder = std::fs::read_dir(format!("{root}/crates/procedure/fixtures/procedures"));
    let mut codes: Vec<String> = folder
        .expect("it is there")
        .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_str()?.to_string()))
        .collect();
    codes.sort();
    codes
}

/// A procedure, and its sample answers.
fn sample(code: &str) -> (Arc<Form>, Session) {
    let form = compile_json(&fixture(&format!("procedures/{code}.json")));
    let form = Arc::new(form.expect("it has no mistakes"));
    let sent = fixture(&format!("answers/{code}.json"));
    let sent = serde_json::from_str(&sent).expect("answers");
    let session = common::session(&form, &sent, &common::uploaded, common::day(TODAY));
    (form, session)
}

/// Every page of the sample answers, with the first page of the first row of each list, and the check page.
fn places(session: &Session, layout: Layout) -> Vec<Place> {
    let mut places = session.places(layout);
    for step in &session.form().steps {
        let has_rows = |field: &Arc<Field>| !session.answers().rows(field.id()).is_empty();
        if step.fields.iter().any(has_rows) {
            places.push(session.first_of_row(&step.id, 0, layout));
        }
    }
    places.push(Place::Review);
    places
}

/// The page as it is then; `None` where it isn't refused without answers.
fn in_state(filled: &Session, place: &Place, layout: Layout, state: State) -> Option<Session> {
    let (mut session, today) = (filled.clone(), common::day(TODAY));
    if state != State::FilledIn {
        for path in session.paths(place) {
            session.apply(Event::Answered(path, Answer::text("")), today);
        }
    }
    if state == State::Refused {
        let outcome = match place {
            Place::Review => session.apply(Event::SendingRefused, today),
            place => session.go_on(place, layout, false, today),
        };
        let is_refused = matches!(outcome, Outcome::Blocked(problems) if !problems.is_empty());
        return is_refused.then_some(session);
    }
    Some(session)
}

/// Provides what the app provides to a page beside its language, over a portal in memory.
pub(super) fn provide_page(forms: Vec<Arc<Form>>) -> PortalHandle {
    let portal = PortalHandle::of(Rc::new(Memory::new(forms)));
    let languages = Languages {
        tags: Box::new(Vec::new),
        words: Box::new(|_, _| Box::pin(async { panic!("no other language is asked for") })),
    };
    let drafts = Box::new(|_| Box::pin(async { Ok(Ok(None)) }) as Pin<Box<_>>);
    provide_context(Navigator::begin());
    provide_context(PortalInfo(RwSignal::new(None)));
    provide_context(Wizards::new(portal, languages, drafts));
    provide_context(Waiting::default());
    portal
}

/// What is wrong on a page, as its questions say it, and its markup.
fn draw(form: &Arc<Form>, session: Session, place: &Place) -> (Vec<String>, Html) {
    let portal = provide_page(vec![form.clone()]);
    let problems = session.shown_problems(place);
    let problems = problems.iter().filter_map(|problem| {
        let field = session.form().field(&problem.path)?;
        Some(use_i18n().problem(problem, field).text)
    });
    let problems = problems.collect();
    let store = WizardStore::new(session, None, portal, u64::MAX);
    let page = match place {
        Place::Review => review(store),
        place => step(store, place.clone()),
    };
    (problems, Html::read(&page.to_html()))
}

impl Page {
    fn word(&self, key: &str) -> &str {
        let mut words = self.words.iter();
        let found = words.find(|(have, _)| *have == key);
        &found.expect("it is one of the words").1
    }

    fn is_step(&self) -> bool {
        matches!(self.place, Place::Step { .. })
    }

    /// The place of the only element that is one.
    fn only(&self, what: &str, is: impl Fn(&Element) -> bool) -> usize {
        let all = self.html.0.iter().enumerate();
        let all: Vec<usize> = all.filter(|(_, e)| is(e)).map(|(at, _)| at).collect();
        assert_eq!(all.len(), 1, "{}: {what}", self.name);
        all[0]
    }

    fn element(&self, at: usize) -> &Element {
        &self.html.0[at]
    }
}

fn steps() -> impl Iterator<Item = &'static Page> {
    PAGES.iter().filter(|page| page.is_step())
}

fn reviews() -> impl Iterator<Item = &'static Page> {
    PAGES.iter().filter(|page| page.place == Place::Review)
}

#[test]
fn every_procedure_is_drawn_in_every_state() {
    assert!(codes().len() >= 13);
    for code in codes() {
        for state in [State::Empty, State::Refused, State::FilledIn] {
            let of_code = |page: &&Page| page.name.starts_with(&format!("{code} "));
            let drawn = PAGES.iter().filter(of_code);
            let drawn = drawn.filter(|page| page.state == state).count();
            assert!(drawn > 10, "{code} {state:?}: {drawn}");
            let mut reviews = reviews().filter(of_code);
            assert!(reviews.any(|page| page.state == state), "{code} {state:?}");
        }
    }
    let rows = steps().filter(|page| matches!(page.place, Place::Step { row: Some(_), .. }));
    assert!(rows.count() > 5);
    println!("{} pages", PAGES.len());
}

/// [2, 6, 8] One heading of the page, no level left out, one primary button.
#[test]
fn a_page_has_one_heading_and_one_primary_button() {
    for page in PAGES.iter() {
        let h1 = page.only("h1", |e| e.tag == "h1");
        assert!(!page.element(h1).text.trim().is_empty(), "{}", page.name);
        // What is pointed out or wrong stands above the page's own heading, with one of its own.
        let levels = page.html.0.iter().skip(h1).filter_map(|e| {
            let level = e.tag.strip_prefix('h')?;
            level.parse::<u32>().ok()
        });
        let levels: Vec<u32> = levels.collect();
        let skips = levels.windows(2).any(|two| two[1] > two[0] + 1);
        assert!(!skips, "{}: {levels:?}", page.name);
        page.only("primary button", |e| {
            e.tag == "button" && e.has_class("primary")
        });
    }
}

/// [1, 2] A step of several questions is one group with its heading as the legend; a question alone is the heading.
#[test]
fn the_heading_is_the_question_or_the_legend_of_the_group() {
    let mut groups = 0;
    for page in steps() {
        let h1 = page.only("h1", |e| e.tag == "h1");
        let parent = page.html.around(h1).next().map(|e| e.tag.as_str());
        let labels = page.html.0.iter().enumerate();
        let mut labels = labels.filter(|(_, e)| e.tag == "label");
        let has_label = labels.any(|(at, _)| {
            let mut around = page.html.around(at);
            around.any(|e| std::ptr::eq(e, page.element(h1)))
        });
        let is_alone = matches!(page.place, Place::Step { field: Some(_), .. });
        let has_controls = page.html.controls().next().is_some();
        let is_question = has_label || parent == Some("legend");
        assert!(is_question || !has_controls || !is_alone, "{}", page.name);
        let is_group = |e: &&Element| e.tag == "fieldset" && e.has_class("step");
        if page.html.0.iter().any(|e| is_group(&e)) {
            let around: Vec<&Element> = page.html.around(h1).take(2).collect();
            let is_legend = around[0].tag == "legend" && is_group(&around[1]);
            assert!(is_legend && !is_alone, "{}", page.name);
            page.only("group", |e| is_group(&e));
            groups += 1;
        }
    }
    assert!(groups > 100, "{groups}");
}

/// [5, 21, 25, 26] Back stands before everything else, and once; above the heading stands how far one is, in text.
#[test]
fn back_is_first_and_progress_is_text() {
    for page in PAGES.iter() {
        let nav = page.only("nav", |e| e.tag == "nav");
        let main = page.only("main", |e| e.tag == "main");
        assert!(nav == 0 && nav < main, "{}", page.name);
        let back = page.only("way back", |e| e.tag == "a" && e.has_class("back"));
        assert_eq!(page.element(back).text, page.word("back"), "{}", page.name);
        assert!(
            !page.html.0.iter().any(|e| e.tag == "progress"),
            "{}",
            page.name
        );
    }
    for page in steps() {
        let caption = page.only("caption", |e| e.has_class("caption"));
        let (h1, text) = (
            page.only("h1", |e| e.tag == "h1"),
            &page.element(caption).text,
        );
        assert!(caption < h1, "{}", page.name);
        // "Step 2 of 6": where one is, and how many there are.
        let numbers = |part: &str| {
            let numbers = part.split(|c: char| !c.is_numeric());
            numbers.filter(|number| !number.is_empty()).count()
        };
        let is_told = text.split(" · ").any(|part| numbers(part) == 2);
        assert!(is_told, "{}: {text}", page.name);
    }
}

/// [7, 62, 87] Continue sends the form, which the browser doesn't check, and is described by whether it is saved.
#[test]
fn the_button_stands_last_in_the_form_and_says_what_it_does() {
    for page in PAGES.iter() {
        let at = page.only("primary button", |e| {
            e.tag == "button" && e.has_class("primary")
        });
        let (button, key) = (
            page.element(at),
            if page.is_step() { "continue" } else { "send" },
        );
        assert_eq!(button.text, page.word(key), "{}", page.name);
        assert_eq!(button.attr("type"), Some("submit"), "{}", page.name);
        let described: Vec<&str> = button.ids("aria-describedby").collect();
        assert!(described.contains(&"saved"), "{}", page.name);
        let form = page.html.around(at).find(|e| e.tag == "form");
        let form = form.unwrap_or_else(|| panic!("{}: no form", page.name));
        assert!(form.attr("novalidate").is_some(), "{}", page.name);
        let controls = page.html.0.iter().enumerate();
        let in_form = controls.filter(|(n, e)| {
            page.html.around(*n).any(|around| around.tag == "form")
                && ["input", "textarea", "select"].contains(&e.tag.as_str())
        });
        for (n, control) in in_form {
            assert!(n < at, "{}: {} behind the button", page.name, control.id());
            assert_eq!(control.attr("required"), None, "{}", page.name);
        }
        for element in &page.html.0 {
            for attribute in ["disabled", "aria-disabled", "placeholder"] {
                assert_eq!(element.attr(attribute), None, "{}", page.name);
            }
        }
    }
}

/// [1, 37, 67] Every control has one label, every group one legend, every id stands once, every reference leads somewhere.
#[test]
fn everything_has_a_name_and_every_reference_leads_somewhere() {
    for page in PAGES.iter() {
        let (html, name) = (&page.html, &page.name);
        for control in html.controls() {
            let is_its = |label: &&Element| label.attr("for") == Some(control.id());
            assert_eq!(
                html.all("label").filter(is_its).count(),
                1,
                "{name}: {}",
                control.id()
            );
        }
        for (at, _) in html
            .0
            .iter()
            .enumerate()
            .filter(|(_, e)| e.tag == "fieldset")
        {
            assert_eq!(html.0[at + 1].tag, "legend", "{name}");
        }
        let mut ids = BTreeSet::new();
        for element in &html.0 {
            if let Some(id) = element.attr("id") {
                assert!(ids.insert(id), "{name}: {id} stands twice");
            }
            for attribute in ["for", "aria-describedby", "aria-labelledby"] {
                for id in element.ids(attribute) {
                    assert!(html.by_id(id).is_some(), "{name}: {attribute} {id}");
                }
            }
        }
    }
}

/// [64, 65, 67, 68] What is wrong stands first, each once, in the words and the order of the questions; it leads to the
/// control, which says so too, or to the page of the question.
#[test]
fn what_is_wrong_stands_first_in_the_words_and_the_order_of_the_questions() {
    for page in PAGES.iter() {
        let (html, name) = (&page.html, &page.name);
        let summary = html.place("error-summary");
        if page.state != State::Refused {
            assert_eq!((summary, page.problems.len()), (None, 0), "{name}");
            continue;
        }
        let summary = summary.unwrap_or_else(|| panic!("{name}: no summary"));
        let main = html.place("main").expect("it is there");
        assert_eq!(summary, main + 1, "{name}: something stands before it");
        let title = html.by_id("error-summary-title").expect("it has a heading");
        assert_eq!(title.text, page.word("error-summary-title"), "{name}");
        let links = html.0.iter().enumerate().filter(|(at, e)| {
            e.tag == "a"
                && html
                    .around(*at)
                    .any(|around| around.id() == "error-summary")
        });
        let links: Vec<&Element> = links.map(|(_, link)| link).collect();
        let said: Vec<&str> = links.iter().map(|link| link.text.as_str()).collect();
        assert_eq!(said, page.problems, "{name}");
        let mut before = 0;
        for link in links {
            let href = link.attr("href").expect("it leads somewhere");
            match href.strip_prefix('#') {
                Some(id) => {
                    let at = html.place(id).unwrap_or_else(|| panic!("{name}: no {id}"));
                    assert!(at >= before, "{name}: {id} stands before the one before it");
                    before = at;
                    let errors = html.0.iter().filter(|e| e.has_class("error"));
                    let mut errors = errors.map(|e| e.text.as_str());
                    assert!(
                        errors.any(|error| error.ends_with(&link.text)),
                        "{name}: {}",
                        link.text
                    );
                }
                None => assert!(href.starts_with("/procedures/"), "{name}: {href}"),
            }
        }
    }
}

/// [97, 99] It is said first that nothing is sent yet. One declaration, which nobody has ticked for them, before the button
/// that sends.
#[test]
fn the_check_page_says_that_nothing_is_sent_and_has_the_declaration_before_the_button() {
    for page in reviews() {
        let (html, name) = (&page.html, &page.name);
        let place =
            |what: &str, words: &str| page.only(what, |e| e.tag != "main" && e.text == words);
        let not_sent = place("not sent", page.word("review-not-sent"));
        let declare = html
            .0
            .iter()
            .position(|e| e.tag == "h2" && e.text == page.word("declare-title"));
        let declare = declare.unwrap_or_else(|| panic!("{name}: no declaration"));
        let answers = html
            .0
            .iter()
            .position(|e| e.tag == "dl")
            .unwrap_or_else(|| panic!("{name}"));
        let send = html.place("send").expect("it is there");
        let boxes = html
            .0
            .iter()
            .enumerate()
            .filter(|(_, e)| e.attr("type") == Some("checkbox"));
        let boxes: Vec<usize> = boxes.map(|(at, _)| at).collect();
        assert_eq!(boxes.len(), 1, "{name}");
        assert!(
            not_sent < answers && answers < declare && declare < boxes[0] && boxes[0] < send,
            "{name}"
        );
        if page.state != State::FilledIn {
            assert_eq!(page.element(boxes[0]).attr("checked"), None, "{name}");
        }
    }
}

/// [110] The same parts, in the same order, on every page of every form.
#[test]
fn what_stands_on_every_page_is_always_in_the_same_order() {
    let always = ["main", "continue", "saved"];
    for page in steps() {
        let places: Vec<Option<usize>> = always.iter().map(|id| page.html.place(id)).collect();
        assert!(
            places.iter().all(Option::is_some),
            "{}: {places:?}",
            page.name
        );
        assert!(places.is_sorted(), "{}: {places:?}", page.name);
    }
}

/// Whatever arrives while somebody is on a page changes parts of it: the page itself is not drawn anew, or the focus
/// would be lost with its heading.
#[test]
fn nothing_that_arrives_draws_a_page_anew() {
    drop(any_spawner::Executor::init_futures_executor());
    for code in codes() {
        let (form, filled) = sample(&code);
        for layout in [Layout::Steps, Layout::OneQuestion] {
            for place in places(&filled, layout) {
                Owner::new().with(|| {
                    provide_context(language("vi"));
                    provide_context(Announcer::default());
                    provide_context(Preferences::begin(""));
                    let portal = provide_page(vec![form.clone()]);
                    let store = WizardStore::new(filled.clone(), None, portal, u64::MAX);
                    let of = place.clone();
                    let drawn = Memo::new(move |before: Option<&u32>| {
                        match &of {
                            Place::Review => drop(review(store)),
                            of => drop(step(store, of.clone())),
                        }
                        before.map_or(1, |before| before + 1)
                    });
                    assert_eq!(drawn.get_untracked(), 1);
                    let arrivals: [(&str, &dyn Fn()); 5] = [
                        ("an answer", &|| store.update(|_| ()).unwrap_or_default()),
                        ("it is saved", &|| block_on(store.save())),
                        ("a row is shown", &|| store.shown_rows().0.set(1)),
                        ("the portal's description", &|| {
                            use_portal_info().0.set(Some(Default::default()));
                        }),
                        ("who has signed in", &|| {
                            let wizards = provided::<Wizards>();
                            block_on(wizards.set_session(Default::default()));
                        }),
                    ];
                    for (what, arrives) in arrivals {
                        arrives();
                        assert_eq!(drawn.get_untracked(), 1, "{code} {place:?}: {what}");
                    }
                });
            }
        }
    }
}
