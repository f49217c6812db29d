//! Every kind of question in every state, in both languages: from the fixtures that the core ships.

pub(crate) mod html;
mod rendered;

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use leptos::prelude::*;
use procedure::definition::KindDefinition;
use procedure::{Answer, Event, FieldPath, Session, Text, compile_json, length, parse_date};

use self::html::{Element, Html};
use super::gallery::{Exhibit, FIXTURES, Setting, exhibits};
use super::*;
use crate::i18n::{Arg, I18n, Messages};
use crate::ui::live_region::Announcer;

/// A question in one state and language, rendered.
struct Case {
    /// For whoever reads what failed.
    name: String,
    locale: &'static str,
    kind: &'static str,
    variant: String,
    state: String,
    setting: Setting,
    /// The problem that its fixture promises.
    promised: Option<String>,
    view: FieldView,
    /// What is wrong with it, in words.
    told: Vec<String>,
    page: Html,
}

static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    drop(any_spawner::Executor::init_futures_executor());
    let in_both = ["vi", "en"].into_iter();
    in_both
        .flat_map(|locale| in_language(locale, exhibits()))
        .collect()
});

fn in_language(locale: &'static str, exhibits: Vec<Exhibit>) -> Vec<Case> {
    Owner::new().with(|| {
        let i18n = language(locale);
        provide_context(i18n);
        provide_context(Announcer::default());
        let case = |exhibit: Exhibit| {
            let view = exhibit.view();
            let problems = view.problems.iter();
            Case {
                name: format!("{} ({locale})", exhibit.title()),
                locale,
                kind: exhibit.kind,
                variant: exhibit.variant.clone(),
                state: exhibit.state.clone(),
                setting: exhibit.setting,
                promised: exhibit.problem.clone(),
                told: problems
                    .map(|problem| i18n.problem(problem, &view.field).text)
                    .collect(),
                view,
                page: Html::read(&exhibit.draw(Callback::new(|_| ())).to_html()),
            }
        };
        exhibits.into_iter().map(case).collect()
    })
}

impl Case {
    /// A text of the definition in the language that is shown, and whether it is another.
    fn words(&self, text: &Text) -> (String, bool) {
        let picked = text.pick(&[self.locale, "vi"]);
        (picked.text.to_string(), picked.locale != self.locale)
    }

    fn label(&self) -> String {
        self.words(&self.view.field.definition.label).0
    }

    /// The elements that describe another.
    fn describe<'a>(&'a self, element: &'a Element) -> impl Iterator<Item = &'a Element> {
        let ids = element.ids("aria-describedby");
        ids.map(|id| {
            self.page
                .by_id(id)
                .unwrap_or_else(|| panic!("{}: no {id}", self.name))
        })
    }

    /// The errors that stand beside controls.
    fn errors(&self) -> impl Iterator<Item = &Element> {
        self.page
            .0
            .iter()
            .filter(|e| e.has_class("error") && e.id().ends_with("-error"))
    }

    /// Whether its controls stand in a group.
    fn is_group(&self) -> bool {
        let is_radios = || match self.view.field.kind() {
            KindDefinition::Choice(options) => choice::has_radios(options),
            _ => false,
        };
        matches!(self.kind, "date" | "choices" | "yes-no" | "address") || is_radios()
    }

    /// Whether something is asked here, rather than on pages of its own or not at all.
    fn has_controls(&self) -> bool {
        !matches!(self.kind, "information" | "repeat")
    }
}

pub(crate) fn language(locale: &str) -> I18n {
    let read = |tag: &str| {
        let root = env!("CARGO_MANIFEST_DIR");
        let words = ["messages.ftl", "later.ftl"].map(|file| {
            let words = std::fs::read_to_string(format!("{root}/public/locales/{tag}/{file}"));
            words.expect("it is there")
        });
        Messages::read(tag, words.concat())
    };
    let mut chain = vec![read(locale)];
    if locale != "vi" {
        chain.push(read("vi"));
    }
    I18n::new(Vec::new(), chain)
}

#[test]
fn the_fixtures_have_every_kind_and_show_what_they_promise() {
    assert_eq!(FIXTURES.map(|(kind, _)| kind), KindDefinition::NAMES);
    for case in CASES.iter() {
        let found = case.view.problems.iter();
        let found: Vec<String> = found.map(|problem| format!("{:?}", problem.code)).collect();
        match &case.promised {
            None => assert_eq!(found, [""; 0], "{}", case.name),
            Some(promised) => assert!(
                found
                    .iter()
                    .any(|found| found.starts_with(promised.trim_end_matches(')'))),
                "{}: {found:?}",
                case.name
            ),
        }
    }
}

/// Each kind is there empty, filled, with a problem, in a row, and as the heading where it can be one.
#[test]
fn the_fixtures_have_every_state() {
    for kind in KindDefinition::NAMES {
        let has = |what: &str, is: &dyn Fn(&Case) -> bool| {
            assert!(
                CASES.iter().any(|case| case.kind == kind && is(case)),
                "{kind}: {what}"
            );
        };
        let is_alone = !["repeat", "declaration"].contains(&kind);
        has("empty", &|case| case.state == "empty");
        has("only in Vietnamese", &|case| {
            case.variant.contains("only in Vietnamese")
        });
        if kind != "information" {
            has("filled", &|case| case.state == "filled");
            has("nothing given", &|case| {
                case.state == "error, nothing given"
            });
            has("the portal's words", &|case| {
                case.state.contains("portal's words")
            });
        }
        if is_alone {
            has("the heading", &|case| {
                case.setting.heading == Heading::IsHeading
            });
            has("in a row", &|case| case.setting.in_row);
        }
        if !["information", "repeat", "declaration"].contains(&kind) {
            has("optional", &|case| case.view.optional);
        }
    }
}

/// Every problem that `problem.rs` knows is shown by some fixture, but for what no question shows.
#[test]
fn the_fixtures_have_every_problem() {
    let source = include_str!("../../crates/procedure/src/problem.rs");
    let names = |of: &str| -> Vec<String> {
        let start = format!("pub enum {of} {{");
        let body = source.split(&start).nth(1).expect("it is there");
        let body = body.split("\n}").next().unwrap_or_default().lines();
        body.filter_map(|line| line.strip_prefix("    "))
            .filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase()))
            .map(|line| {
                line.split([' ', ',', '('])
                    .next()
                    .unwrap_or_default()
                    .into()
            })
            .collect()
    };
    let shown: BTreeSet<String> = CASES
        .iter()
        .flat_map(|case| &case.view.problems)
        .map(|problem| format!("{:?}", problem.code))
        .collect();
    let absent = |of: &str, prefix: &str, but: &[&str]| -> Vec<String> {
        let names = names(of);
        assert!(names.len() > 5, "{of}: {names:?}");
        let mut names: Vec<String> = names.iter().map(|name| format!("{prefix}{name}")).collect();
        names.retain(|name| {
            !but.contains(&&**name) && !shown.iter().any(|shown| shown.starts_with(name))
        });
        names
    };
    // Only a portal finds an answer that was not asked for; only the check page waits for files.
    assert_eq!(absent("ProblemCode", "", &["NotAsked"]), [""; 0]);
    assert_eq!(absent("FormatProblem", "Format(", &[]), [""; 0]);
    assert_eq!(
        absent("FileProblem", "File(", &["File(NotUploaded"]),
        [""; 0]
    );
}

// [1, 37]
#[test]
fn every_control_has_one_label_and_every_group_one_legend() {
    for case in CASES.iter() {
        let (page, name) = (&case.page, &case.name);
        for control in page.controls() {
            let labels: Vec<&Element> = page
                .all("label")
                .filter(|label| label.attr("for") == Some(control.id()))
                .collect();
            assert_eq!(labels.len(), 1, "{name}: labels of {}", control.id());
            assert!(!labels[0].text.trim().is_empty(), "{name}");
            // Nothing takes the place of the visible text.
            for attribute in ["aria-label", "aria-labelledby", "title"] {
                assert_eq!(control.attr(attribute), None, "{name}: {attribute}");
            }
        }
        let groups = usize::from(case.is_group());
        let (fieldsets, legends) = (page.all("fieldset").count(), page.all("legend").count());
        assert_eq!((fieldsets, legends), (groups, groups), "{name}");
        let question = match case.is_group() {
            true => page.all("legend").next(),
            false => page.all("label").next(),
        };
        match question {
            Some(question) => assert!(question.text.contains(&case.label()), "{name}"),
            None => assert!(!case.has_controls(), "{name}"),
        }
        if let Some(at) = page.0.iter().position(|element| element.tag == "fieldset") {
            assert_eq!(page.0[at + 1].tag, "legend", "{name}: the legend is first");
        }
    }
}

// [37, 67]
#[test]
fn every_id_is_there_once_and_every_reference_leads_somewhere() {
    for locale in ["vi", "en"] {
        let mut ids = BTreeSet::new();
        for case in CASES.iter().filter(|case| case.locale == locale) {
            for element in &case.page.0 {
                if let Some(id) = element.attr("id") {
                    assert!(ids.insert(id), "{}: {id} stands twice", case.name);
                }
                for attribute in ["for", "aria-describedby", "aria-labelledby"] {
                    for id in element.ids(attribute) {
                        let there = case.page.by_id(id);
                        assert!(there.is_some(), "{}: {attribute} {id}", case.name);
                    }
                }
            }
        }
    }
}

/// [2, 3] A question alone on its page is the heading; in a row its heading says which row.
#[test]
fn a_question_alone_on_its_page_is_the_heading() {
    for case in CASES.iter() {
        let headings: Vec<&Element> = case.page.all("h1").collect();
        match case.setting.heading {
            Heading::Under => assert_eq!(headings.len(), 0, "{}", case.name),
            Heading::IsHeading => {
                assert_eq!(headings.len(), 1, "{}", case.name);
                let item = match (case.setting.in_row, case.locale) {
                    (true, "vi") if case.has_controls() => "Người 2: ",
                    (true, _) if case.has_controls() => "Person 2: ",
                    _ => "",
                };
                let wanted = format!("{item}{}", case.label());
                assert!(
                    headings[0].text.trim_start().starts_with(&wanted),
                    "{}",
                    case.name
                );
            }
        }
    }
}

// [11]
#[test]
fn what_may_be_left_out_says_so_in_its_label() {
    for case in CASES.iter().filter(|case| case.has_controls()) {
        let notes: Vec<&str> = case
            .page
            .0
            .iter()
            .filter(|element| element.has_class("optional"))
            .map(|element| element.text.trim())
            .collect();
        let note = match case.locale {
            "vi" => "(không bắt buộc)",
            _ => "(optional)",
        };
        let wanted = if case.view.optional {
            vec![note]
        } else {
            vec![]
        };
        assert_eq!(notes, wanted, "{}", case.name);
    }
}

/// [13, 15] The hint is text; only longer help is folded, and for the ear not even the reason.
#[test]
fn hint_reason_and_help_are_where_people_look_for_them() {
    for case in CASES.iter().filter(|case| case.kind != "declaration") {
        let definition = &case.view.field.definition;
        let has = |text: &Text, wanted: &dyn Fn(&Element) -> bool| {
            let words = case.words(text).0;
            text.is_empty()
                || case
                    .page
                    .0
                    .iter()
                    .any(|e| e.text.contains(&words) && wanted(e))
        };
        let name = &case.name;
        let is_hint = |e: &Element| e.has_class("hint") || case.kind == "information";
        assert!(has(&definition.hint, &is_hint), "{name}");
        assert!(has(&definition.help, &|e| e.tag == "details"), "{name}");
        match case.setting.for_the_ear {
            false => assert!(has(&definition.why, &|e| e.tag == "details"), "{name}"),
            true => assert!(has(&definition.why, &|e| e.has_class("why")), "{name}"),
        }
        for (at, element) in case.page.0.iter().enumerate() {
            let is_link = ["a", "button"].contains(&&*element.tag);
            let is_in_hint = case.page.around(at).any(|around| around.has_class("hint"));
            assert!(!(is_link && is_in_hint), "{name}: a link in a hint");
        }
    }
}

// [50]
#[test]
fn long_lists_are_searched_and_for_the_ear_are_the_browsers_own() {
    for case in CASES.iter() {
        let searched = case
            .page
            .controls()
            .filter(|c| c.attr("role") == Some("combobox"));
        let (searched, own) = (searched.count(), case.page.all("select").count());
        let lists = match case.view.field.kind() {
            KindDefinition::Address => 2,
            KindDefinition::Choice(options) => usize::from(!choice::has_radios(options)),
            _ => 0,
        };
        let wanted = if case.setting.for_the_ear {
            (0, lists)
        } else {
            (lists, 0)
        };
        assert_eq!((searched, own), wanted, "{}", case.name);
    }
}

/// [67] What is told of a question stands before what it is told of: hints, then the error, then the
/// control. An option's own hint and the count of characters stand behind theirs.
#[test]
fn hints_stand_before_the_error_and_the_error_before_the_control() {
    let mut errors = 0;
    for case in CASES.iter().filter(|case| case.has_controls()) {
        let page = &case.page;
        let place = |element: &Element| page.place(element.id()).expect("it has an id");
        for control in page.controls() {
            let hints = case.describe(control).filter(|e| {
                let is_options = page.around(place(e)).any(|e| e.has_class("option"));
                e.has_class("hint") && !is_options && !e.id().ends_with("-count")
            });
            let last_hint = hints.map(place).max().unwrap_or(0);
            // What is wrong with all of an address stands before its inputs and their hints.
            let is_part = |e: &Element| page.around(place(e)).any(|e| e.has_class("subfield"));
            let mut wrong = case.describe(control).filter(|e| e.has_class("error"));
            let wrong = wrong.find(|e| is_part(e) == is_part(control));
            errors += usize::from(wrong.is_some());
            let error = wrong.map_or(last_hint, place);
            let is_ordered = last_hint <= error && error <= place(control);
            assert!(is_ordered, "{}: {}", case.name, control.id());
        }
        // A hint in a legend describes nothing, and comes first all the same.
        if let (Some(legend), Some(error)) = (page.all("legend").next(), case.errors().next()) {
            let legend = page.0.iter().position(|e| std::ptr::eq(e, legend));
            assert!(legend < Some(place(error)), "{}", case.name);
        }
    }
    assert!(errors > 100, "{errors}");
}

/// [67, 69] Each problem is told once, in words that begin with "Error:", and is a part of the
/// description of something that can get the focus.
#[test]
fn a_wrong_answer_is_told_in_words_that_describe_its_control() {
    for case in CASES.iter() {
        let prefix = if case.locale == "vi" {
            "Lỗi: "
        } else {
            "Error: "
        };
        let mut told: Vec<&str> = case.told.iter().map(String::as_str).collect();
        told.dedup();
        // Of several files that are wrong the first is told beside the input.
        told.truncate(if case.kind == "file" { 1 } else { told.len() });
        let shown: Vec<&str> = case
            .errors()
            .map(|error| error.text.strip_prefix(prefix).expect("it begins so"))
            .collect();
        assert_eq!(shown, told, "{}", case.name);
        for error in case.errors() {
            let is_focused =
                |e: &&Element| ["input", "textarea", "select", "button", "a"].contains(&&*e.tag);
            let mut described = case.page.0.iter().filter(is_focused);
            let is_told = described.any(|e| e.ids("aria-describedby").any(|id| id == error.id()));
            assert!(is_told, "{}: nothing tells {}", case.name, error.id());
        }
    }
}

/// [68] Radios and boxes of a group have no such state: their group is described.
#[test]
fn the_wrong_control_is_marked_and_no_other() {
    for case in CASES.iter() {
        let problems = &case.view.problems;
        let is_wrong = |control: &Element| match (control.attr("type"), case.kind) {
            (Some("radio"), _) | (_, "choices") => false,
            (_, "date") => problems.first().is_some_and(|problem| {
                let part = problem.part.map(|part| format!("-{}", part.key()));
                part.is_none_or(|part| control.id().ends_with(&part))
            }),
            (_, "address") => problems.iter().any(|problem| {
                let part = problem.part.map(|part| format!("-{}", part.key()));
                part.is_some_and(|part| control.id().ends_with(&part))
            }),
            _ => !problems.is_empty(),
        };
        for control in case.page.controls() {
            let wanted = is_wrong(control).then_some("true");
            let marked = control.attr("aria-invalid");
            assert_eq!(marked, wanted, "{}: {}", case.name, control.id());
        }
        let whole = problems.iter().any(|problem| problem.part.is_none());
        if case.is_group() && (whole || case.kind == "date") {
            let group = case.page.all("fieldset").next().expect("a group");
            let is_told = case.describe(group).any(|e| e.has_class("error"));
            assert_eq!(is_told, !problems.is_empty(), "{}", case.name);
        }
        let is_marked = case.page.0.iter().any(|e| e.attr("data-invalid").is_some());
        if case.kind != "repeat" {
            assert_eq!(is_marked, !problems.is_empty(), "{}: its look", case.name);
        }
    }
}

// [70, 80]
#[test]
fn different_problems_of_a_question_have_different_words() {
    for case in CASES.iter().filter(|case| case.promised.is_some()) {
        for other in CASES.iter().filter(|other| other.promised.is_some()) {
            let is_same = (case.kind, &case.variant, case.locale)
                == (other.kind, &other.variant, other.locale);
            if is_same && case.promised != other.promised {
                assert_ne!(case.told, other.told, "{} and {}", case.name, other.name);
            }
        }
    }
}

// [63]
#[test]
fn what_is_missing_is_asked_for_only_after_continue() {
    let is_asked = |case: &Case| case.errors().next().is_some();
    for case in CASES.iter().filter(|case| case.state == "empty") {
        assert!(!is_asked(case), "{} accuses too early", case.name);
        let after = CASES.iter().find(|after| {
            after.state == "error, nothing given"
                && (after.kind, &after.variant, after.locale)
                    == (case.kind, &case.variant, case.locale)
        });
        let is_needed = match case.view.field.kind() {
            KindDefinition::Repeat(kind) => kind.min > 0,
            _ => case.view.field.is_question() && !case.view.optional,
        };
        assert_eq!(after.is_some_and(is_asked), is_needed, "{}", case.name);
    }
}

// [9, 37, 45, 62]
#[test]
fn the_browser_s_own_validation_and_placeholders_are_not_used() {
    let refused = [
        "required",
        "aria-required",
        "placeholder",
        "minlength",
        "maxlength",
        "pattern",
        "min",
        "step",
        "disabled",
        "aria-disabled",
        "readonly",
        "aria-readonly",
        "autofocus",
    ];
    for case in CASES.iter() {
        for element in &case.page.0 {
            for attribute in refused {
                assert_eq!(element.attr(attribute), None, "{}: {attribute}", case.name);
            }
            let kind = element.attr("type").unwrap_or_default();
            assert!(
                !["number", "date", "month", "range"].contains(&kind),
                "{}",
                case.name
            );
        }
    }
}

/// [38, 39, 40, 45, 46, 47, 48] Type, keyboard, autofill token and spellchecking of each control.
#[test]
fn every_control_has_its_keyboard_and_autofill_token() {
    let table: &[(&str, &str, &[&str])] = &[
        ("text", "phone number", &["tel tel tel false"]),
        ("text", "person's name", &["text text name false"]),
        ("text", "email address", &["email email email false"]),
        ("text", "personal ID", &["text numeric off false"]),
        ("text", "old ID", &["text numeric off false"]),
        ("text", "passport", &["text text off false"]),
        ("text", "driving licence", &["text text off false"]),
        ("text", "tax code", &["text numeric off false"]),
        ("text", "number plate", &["text text off false"]),
        ("text", "health insurance", &["text text off false"]),
        ("text", "time of day", &["text text off false"]),
        ("text", "", &["text text off true"]),
        ("number", "decimals", &["text decimal off false"]),
        ("number", "", &["text numeric off false"]),
        ("money", "", &["text numeric off false"]),
        (
            "date",
            "date of birth",
            &[
                "text numeric bday-day -",
                "text text bday-month -",
                "text numeric bday-year -",
            ],
        ),
        (
            "date",
            "month and year",
            &["text text off -", "text numeric off -"],
        ),
        ("date", "a year", &["text numeric off -"]),
        (
            "date",
            "",
            &[
                "text numeric off -",
                "text text off -",
                "text numeric off -",
            ],
        ),
        ("choice", "many", &["text - off false"]),
        ("choice", "a long list", &["text - off false"]),
        ("choice", "a code list", &["text - off false"]),
        (
            "address",
            "of the person",
            &[
                "text - address-level1 false",
                "text - address-level2 false",
                "text - street-address -",
            ],
        ),
        (
            "address",
            "",
            &["text - off false", "text - off false", "text - off -"],
        ),
        ("long-text", "an address", &["- - street-address -"]),
        ("long-text", "", &["- - off -"]),
        ("file", "", &["file - - -"]),
    ];
    let is_typed = |case: &&Case| {
        !case.setting.for_the_ear
            && !case
                .page
                .controls()
                .any(|c| matches!(c.attr("type"), Some("radio" | "checkbox")))
            && case.has_controls()
    };
    for case in CASES.iter().filter(is_typed) {
        let row = table
            .iter()
            .find(|(kind, variant, _)| *kind == case.kind && case.variant.starts_with(variant));
        let (_, _, wanted) = row.unwrap_or_else(|| panic!("{} is not in the table", case.name));
        let found = case.page.controls().map(|control| {
            let attributes = ["type", "inputmode", "autocomplete", "spellcheck"];
            attributes
                .map(|name| control.attr(name).unwrap_or("-"))
                .join(" ")
        });
        assert_eq!(found.collect::<Vec<_>>(), *wanted, "{}", case.name);
    }
}

/// A browser keeps what stands in an input with a token with the tab that it may open again.
#[test]
fn on_a_device_of_others_the_browser_fills_in_nothing_and_keeps_nothing() {
    let today = parse_date("2026-11-22").expect("a date");
    let fields = serde_json::json!([
        {"id": "a", "kind": "text", "label": "A", "autocomplete": "name"},
        {"id": "b", "kind": "date", "label": "B", "autocomplete": "bday"},
        {"id": "c", "kind": "long-text", "label": "C", "autocomplete": "street-address"},
        {"id": "d", "kind": "address", "label": "D", "autocomplete": "street-address"},
    ]);
    let session = Session::new(form(fields, serde_json::json!([])), today);
    let place = &session.places(Default::default())[0];
    let tokens = |is_own_device: bool| -> Vec<String> {
        let drawn = ["a", "b", "c", "d"].map(|id| {
            let view = session.view(place, &FieldPath::top(id));
            let view = view.expect("it is asked");
            Owner::new().with(|| {
                provide_context(language("vi"));
                provide_context(Announcer::default());
                provide_context(Wiring {
                    is_own_device,
                    ..wiring()
                });
                let view = Memo::new(move |_| view.clone());
                Html::read(&super::field(view, Heading::Under).to_html())
            })
        });
        let controls = drawn.iter().flat_map(|html| html.controls());
        let tokens = controls.map(|control| control.attr("autocomplete").unwrap_or("-").into());
        tokens.collect()
    };
    let own = tokens(true);
    assert!(
        own.contains(&"name".into()) && own.contains(&"bday-year".into()),
        "{own:?}"
    );
    assert!(
        own.iter().filter(|token| *token != "off").count() >= 6,
        "{own:?}"
    );
    let shared = tokens(false);
    assert!(shared.iter().all(|token| token == "off"), "{shared:?}");
}

/// The values that are ticked or chosen.
fn chosen(case: &Case) -> Vec<&str> {
    let options = case.page.0.iter();
    options
        .filter(|e| e.attr("checked").is_some() || e.attr("selected").is_some())
        .map(|e| e.attr("value").unwrap_or("yes"))
        .filter(|value| !value.is_empty())
        .collect()
}

/// What stands in the inputs, in their order; a list of the browser's own has none.
fn typed(case: &Case) -> Vec<&str> {
    let controls = case.page.controls();
    controls
        .filter(|c| !matches!(c.attr("type"), Some("radio" | "checkbox" | "file")))
        .filter(|c| c.tag != "select")
        .map(|c| match &*c.tag {
            "textarea" => c.text.as_str(),
            _ => c.attr("value").unwrap_or_default(),
        })
        .collect()
}

// [51]
#[test]
fn nothing_is_chosen_or_written_beforehand() {
    for case in CASES.iter().filter(|case| case.state.starts_with("empty")) {
        assert_eq!(chosen(case), [""; 0], "{}", case.name);
        assert_eq!(typed(case).concat(), "", "{}", case.name);
    }
}

/// [72] What was answered stands in its control, to the letter, whether it is right or not. What was
/// chosen from a list stands there by its label.
#[test]
fn what_was_answered_is_in_its_control_to_the_letter() {
    let mut seen = BTreeSet::new();
    for case in CASES.iter() {
        let Some(answer) = &case.view.answer else {
            continue;
        };
        if case.state.contains("its list") {
            continue;
        }
        seen.insert(case.kind);
        let page = &case.page;
        let label = |value: &str| match value {
            "01" => "Thành phố Hà Nội",
            "79" if case.locale == "vi" => "Thành phố Hồ Chí Minh",
            "79" => "Ho Chi Minh City",
            "00004" => "Phường Ba Đình",
            "26734" if case.locale == "vi" => "Phường Sài Gòn",
            "26734" => "Saigon Ward",
            "hmong" if case.locale == "vi" => "Mông",
            "hmong" => "Hmong",
            "c1" if case.locale == "vi" => "Trung tâm y tế Ba Đình",
            "c1" => "Ba Đình health centre",
            "n3" => "Nghề số 3",
            _ => "",
        };
        let read = |value: &str| match label(value) {
            "" => value.to_string(),
            label => label.to_string(),
        };
        let name = &case.name;
        match answer {
            Answer::Text(value) if page.all("select").next().is_some() => {
                assert_eq!(chosen(case), [value.as_str()], "{name}");
            }
            Answer::Text(value) if typed(case).is_empty() => {
                let offered = page
                    .controls()
                    .any(|c| c.attr("value").unwrap_or("yes") == value);
                let wanted: Vec<&str> = offered.then_some(value.as_str()).into_iter().collect();
                assert_eq!(chosen(case), wanted, "{name}");
            }
            Answer::Text(value) => assert_eq!(typed(case), [read(value)], "{name}"),
            Answer::Many(values) => {
                let (mut found, mut wanted) = (chosen(case), values.clone());
                found.sort_unstable();
                wanted.retain(|value| value != "x");
                wanted.sort_unstable();
                assert_eq!(found, wanted, "{name}");
            }
            Answer::Date(date) => {
                let all = [
                    ("day", &date.day),
                    ("month", &date.month),
                    ("year", &date.year),
                ];
                for (part, value) in all {
                    let id = format!("{}-{part}", case.view.path.dom_id());
                    let found = page.by_id(&id).map(|c| c.attr("value").unwrap_or_default());
                    assert_eq!(found.unwrap_or_default(), value, "{name}: {part}");
                }
            }
            Answer::Address(parts) => match page.all("select").next() {
                Some(_) => {
                    let lists = [&parts.province, &parts.commune];
                    let wanted: Vec<&String> =
                        lists.into_iter().filter(|p| !p.is_empty()).collect();
                    assert_eq!(chosen(case), wanted, "{name}");
                    assert_eq!(typed(case), [&parts.detail], "{name}");
                }
                None => {
                    let wanted = [&parts.province, &parts.commune, &parts.detail].map(|p| read(p));
                    assert_eq!(typed(case), wanted, "{name}");
                }
            },
            Answer::Files(files) => {
                let names = page.all("bdi").map(|e| e.text.as_str());
                let wanted: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
                assert_eq!(names.collect::<Vec<_>>(), wanted, "{name}");
            }
            Answer::Rows(rows) => assert_eq!(page.all("li").count(), rows.len(), "{name}"),
        }
    }
    assert_eq!(seen.len(), KindDefinition::NAMES.len() - 1, "{seen:?}");
}

// [83]
#[test]
fn every_button_that_takes_something_out_names_it() {
    let mut buttons = 0;
    for case in CASES
        .iter()
        .filter(|case| ["file", "repeat"].contains(&case.kind))
    {
        for name in case.page.all("bdi").map(|e| &*e.text) {
            let own = |e: &&Element| e.text.contains(name);
            assert!(
                case.page.all("button").any(|e| own(&e)),
                "{}: {name}",
                case.name
            );
            buttons += 1;
        }
    }
    assert!(buttons > 20, "{buttons}");
}

/// [106] A text in another language than the page's says so, and no other.
#[test]
fn what_falls_back_to_another_language_says_so() {
    let mut fell_back = BTreeSet::new();
    for case in CASES.iter() {
        let definition = &case.view.field.definition;
        let own = |n: usize| case.page.around(n).any(|e| e.attr("lang").is_some());
        let mut texts = vec![&definition.label];
        if case.kind != "repeat" {
            texts.extend([&definition.hint, &definition.why, &definition.help]);
        }
        if let KindDefinition::Number(kind) = &definition.kind {
            texts.push(&kind.unit);
        }
        if let Some(options) = case
            .view
            .options
            .as_ref()
            .filter(|_| case.page.all("legend").next().is_some())
        {
            texts.extend(options.iter().map(|option| &option.label));
        }
        for text in texts.into_iter().filter(|text| !text.is_empty()) {
            let (words, is_other) = case.words(text);
            let said = case
                .page
                .0
                .iter()
                .enumerate()
                .filter(|(_, e)| e.text == words);
            let said: Vec<bool> = said
                .map(|(n, e)| own(n) || e.attr("lang") == Some("vi"))
                .collect();
            if is_other && case.kind != "repeat" {
                assert!(said.contains(&true), "{}: {words}", case.name);
                fell_back.insert(case.kind);
            }
            if !is_other {
                assert!(!said.contains(&true), "{}: {words}", case.name);
            }
        }
        if case.locale == "vi" {
            let marked = case.page.0.iter().find(|e| e.attr("lang").is_some());
            assert!(marked.is_none(), "{}: {marked:?}", case.name);
        }
        if case.state.contains("portal's words") && case.locale == "en" {
            let error = case.page.0.iter().find(|e| e.attr("lang") == Some("vi"));
            assert!(
                error.is_some_and(|e| e.text.starts_with("Cơ quan")),
                "{}",
                case.name
            );
        }
    }
    assert_eq!(
        fell_back.len(),
        KindDefinition::NAMES.len() - 1,
        "{fell_back:?}"
    );
}

// [52]
#[test]
fn none_of_these_is_last_behind_a_line_that_says_or() {
    let mut seen = 0;
    for case in CASES
        .iter()
        .filter(|case| case.variant.contains("none of these"))
    {
        let at = case
            .page
            .0
            .iter()
            .position(|e| e.has_class("or"))
            .expect("a line");
        let behind = case.page.0[at..].iter().filter(|e| e.tag == "input");
        let values: Vec<Option<&str>> = behind.map(|e| e.attr("value")).collect();
        assert_eq!(values, [Some("none")], "{}", case.name);
        seen += 1;
    }
    assert!(seen > 0);
}

// [53]
#[test]
fn a_limit_is_counted_in_words_behind_the_text() {
    for case in CASES.iter().filter(|case| case.kind == "long-text") {
        let text = case.page.all("textarea").next().expect("a text");
        let count = case.describe(text).find(|e| e.id().ends_with("-count"));
        let KindDefinition::LongText(kind) = case.view.field.kind() else {
            panic!("{}", case.name);
        };
        assert_eq!(count.is_some(), kind.max_length.is_some(), "{}", case.name);
        if let (Some(count), Some(max)) = (count, kind.max_length) {
            let left = max.abs_diff(length(text.text.trim())).to_string();
            assert!(count.text.contains(&left), "{}: {}", case.name, count.text);
        }
    }
}

// Questions that are no fixtures.

fn form(fields: serde_json::Value, declarations: serde_json::Value) -> Arc<procedure::Form> {
    let definition = serde_json::json!({
        "format": 1, "code": "0", "version": "1", "name": "x", "agency": "x", "summary": "x", "level": "full",
        "steps": [{"id": "step", "title": "x", "fields": fields}], "declarations": declarations,
    });
    Arc::new(compile_json(&definition.to_string()).expect("the fixture has no mistakes"))
}

fn html(field_view: FieldView, heading: Heading) -> String {
    Owner::new().with(|| {
        provide_context(language("vi"));
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
        shown_rows: ShownRows {
            page: RwSignal::new(0),
            only_to_do: RwSignal::new(false),
        },
        import: Callback::new(|_| nothing()),
        beside: Callback::new(|_| nothing()),
        focus: Callback::new(|_| ()),
        focus_first: Callback::new(|_| ()),
        for_the_ear: false,
        is_own_device: true,
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
        assert!(html.contains(" id=\"f-more\""), "{html}");
        controls(&html)
            .iter()
            .map(|control| values(control, "aria-describedby").concat())
            .collect::<Vec<_>>()
    };
    assert_eq!(described(&session), ["f-more", "", ""]);
    drop(session.apply(Event::Continued(place.clone()), today));
    assert_eq!(
        described(&session),
        ["f-more f-error", "f-error", "f-error"]
    );
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
        let i18n = language("vi");
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

/// A list of as many rows; those with an odd number need something.
fn many_rows(rows: usize, page: usize, only_to_do: bool) -> Html {
    let today = parse_date("2026-11-22").expect("a date");
    let fields = serde_json::json!([
        {"id": "f", "kind": "repeat", "label": "Những xe", "item": "Xe", "max": 45, "import": true,
            "fields": [{"id": "g", "kind": "text", "label": "Biển số"}]},
    ]);
    let mut session = Session::new(form(fields, serde_json::json!([])), today);
    let answers = (0..rows).map(|n| {
        let text = if n % 2 == 0 {
            format!("B{n}")
        } else {
            String::new()
        };
        [(procedure::FieldId::new("g"), Answer::Text(text))]
            .into_iter()
            .collect()
    });
    let answer = Answer::Rows(answers.collect());
    session.apply(Event::Answered(FieldPath::top("f"), answer), today);
    let place = session.places(Default::default()).remove(0);
    let view = session.view(&place, &FieldPath::top("f"));
    let view = view.expect("it is asked");
    Owner::new().with(|| {
        provide_context(language("vi"));
        provide_context(Announcer::default());
        let repeat = Arc::clone(&view.field);
        provide_context(Wiring {
            rows: Callback::new(move |_| {
                let row = |row| RowLink {
                    name: session.row_name(&repeat, row),
                    href: format!("/x/{row}"),
                    incomplete: session.row_is_incomplete(&repeat, row),
                };
                (0..rows).map(row).collect()
            }),
            shown_rows: ShownRows {
                page: RwSignal::new(page),
                only_to_do: RwSignal::new(only_to_do),
            },
            import: Callback::new(|path: FieldPath| {
                crate::ui::el::el("hr").id(path.dom_id()).into_any()
            }),
            ..wiring()
        });
        let memo = Memo::new(move |_| view.clone());
        Html::read(&super::field(memo, Heading::Under).to_html())
    })
}

#[test]
fn a_long_list_is_shown_in_parts_with_a_heading() {
    for (rows, page, only_to_do, heading, shown, buttons) in [
        (20, 0, false, None, (0, 20), vec![]),
        // Few rows have no filter that could be on.
        (20, 0, true, None, (0, 20), vec![]),
        (
            45,
            0,
            false,
            Some("Xe 1 đến 20, trong tất cả 45"),
            (0, 20),
            vec!["Các mục tiếp theo"],
        ),
        (
            45,
            1,
            false,
            Some("Xe 21 đến 40, trong tất cả 45"),
            (20, 20),
            vec!["Các mục trước đó", "Các mục tiếp theo"],
        ),
        (
            45,
            2,
            false,
            Some("Xe 41 đến 45, trong tất cả 45"),
            (40, 5),
            vec!["Các mục trước đó"],
        ),
        // Beyond the end is the end.
        (
            45,
            9,
            false,
            Some("Xe 41 đến 45, trong tất cả 45"),
            (40, 5),
            vec!["Các mục trước đó"],
        ),
        (
            45,
            1,
            true,
            Some("Các mục cần sửa: 21 đến 22, trong tất cả 22"),
            (41, 2),
            vec!["Các mục trước đó"],
        ),
    ] {
        let page = many_rows(rows, page, only_to_do);
        let found = page
            .by_id("f-part")
            .map(|e| (e.tag.as_str(), e.text.as_str()));
        assert_eq!(found, heading.map(|words| ("h2", words)), "{rows}");
        assert_eq!(page.all("li").count(), shown.1, "{rows}");
        let first = format!("f-{}-change", shown.0);
        let links: Vec<&Element> = page.all("a").collect();
        assert_eq!(links[0].id(), first);
        let turns = page.all("button").filter(|e| e.has_class("secondary"));
        let turns = turns.filter(|e| e.id().is_empty()).map(|e| e.text.as_str());
        assert_eq!(turns.collect::<Vec<_>>(), buttons, "{rows}");
        let filter = page.by_id("f-to-do");
        assert_eq!(filter.is_some(), rows > 20);
        assert_eq!(
            filter.is_some_and(|e| e.attr("checked").is_some()),
            only_to_do && rows > 20
        );
    }
}

// [83, 95]
#[test]
fn of_many_rows_each_has_its_number_in_its_name() {
    let page = many_rows(45, 1, false);
    let names: Vec<&str> = page.all("bdi").map(|e| e.text.as_str()).collect();
    assert_eq!(names[..3], ["Xe 21: B20", "Xe 22", "Xe 23: B22"]);
    // The list is full: its first link that is there tells what is wrong with it, and the import stands
    // above it.
    let (import, list) = (page.place("f"), page.place("f-part"));
    assert!(import.is_some() && import < list);
}
