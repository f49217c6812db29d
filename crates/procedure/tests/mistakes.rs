//! Wrong definitions: every mistake is found, all at once, each with the path where it stands.

use std::collections::BTreeSet;

use procedure::{Mistake, MistakeCode, compile_json, lint_json};
use serde_json::{Value as Json, json};

/// The smallest definition, with a field of each shape that the cases need.
fn good() -> Json {
    json!({
        "format": 1, "code": "0.000000", "version": "1", "name": "Example", "agency": "Example",
        "summary": "An example.", "level": "full",
        "steps": [
            {"id": "who", "title": {"vi": "Bạn", "en": "You"}, "fields": [
                {"id": "name", "kind": "text", "label": "Name"},
                {"id": "sure", "kind": "yes-no", "label": "Sure?"},
                {"id": "colour", "kind": "choice", "label": "Colour", "options": [
                    {"value": "red", "label": "Red"}, {"value": "blue", "label": "Blue"}]},
                {"id": "born", "kind": "date", "label": "Born"}]},
            {"id": "people", "title": {"vi": "Người", "en": "People"}, "fields": [
                {"id": "people", "kind": "repeat", "label": "People", "item": "Person", "fields": [
                    {"id": "p_name", "kind": "text", "label": "Name"},
                    {"id": "p_sure", "kind": "yes-no", "label": "Sure?"}]}]}],
        "declarations": [{"id": "ok", "kind": "declaration", "label": "True"}]
    })
}

/// The good definition with some values replaced or added; `None` takes one away.
fn with(changes: &[(&str, Option<Json>)]) -> Json {
    let mut definition = good();
    for (pointer, value) in changes {
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        let parent = definition.pointer_mut(parent);
        match (parent.expect("the parent is there"), value) {
            (Json::Object(map), Some(value)) => {
                map.insert(key.to_string(), value.clone());
            }
            (Json::Object(map), None) => {
                map.remove(key).expect("the key is there");
            }
            (Json::Array(list), Some(value)) if key == "-" => list.push(value.clone()),
            (Json::Array(list), Some(value)) => {
                list[key.parse::<usize>().expect("a number")] = value.clone();
            }
            (other, _) => panic!("{pointer}: {other}"),
        }
    }
    definition
}

fn mistakes(definition: &Json) -> Vec<Mistake> {
    compile_json(&definition.to_string())
        .err()
        .unwrap_or_default()
}

fn check(changes: &[(&str, Option<Json>)], wanted: &[(&str, MistakeCode)]) {
    let found = mistakes(&with(changes));
    let found: Vec<(&str, MistakeCode)> = found
        .iter()
        .map(|mistake| (mistake.path.as_str(), mistake.code.clone()))
        .collect();
    let pointers: Vec<&str> = changes.iter().map(|(pointer, _)| *pointer).collect();
    assert_eq!(found, wanted, "{pointers:?}");
}

/// One change, one mistake.
fn one(pointer: &str, value: Json, path: &str, code: MistakeCode) {
    check(&[(pointer, Some(value))], &[(path, code)]);
}

fn field(id: &str, kind: &str, more: Json) -> Json {
    let mut field = json!({"id": id, "kind": kind, "label": "Label"});
    let (Json::Object(map), Json::Object(more)) = (&mut field, more) else {
        panic!("two objects");
    };
    map.extend(more);
    field
}

#[test]
fn the_good_definition_is_good() {
    assert_eq!(mistakes(&good()), []);
}

#[test]
fn what_is_not_a_definition() {
    for text in ["", "{", "nul", "{\"format\": 1,}", "\u{0}"] {
        let found = compile_json(text).expect_err("not JSON");
        assert!(
            matches!(&found[..], [Mistake { path, code: MistakeCode::NotJson(..) }] if path.is_empty()),
            "{text:?}: {found:?}"
        );
    }
    for json in [json!([]), json!("text"), json!(1), json!(null), json!(true)] {
        let found = mistakes(&json);
        let first = Mistake {
            path: String::new(),
            code: MistakeCode::WrongType("an object"),
        };
        assert!(found.contains(&first), "{json}: {found:?}");
    }
    // Nested beyond what the JSON reader takes.
    let deep = format!("{}1{}", "[".repeat(500), "]".repeat(500));
    let found = compile_json(&deep).expect_err("too deep");
    assert!(matches!(found[0].code, MistakeCode::NotJson(..)));
}

#[test]
fn the_version_of_the_format() {
    use MistakeCode::{MissingKey, UnknownFormat, WrongType};
    check(&[("/format", None)], &[("", MissingKey("format"))]);
    one("/format", json!(2), "/format", UnknownFormat(2));
    one("/format", json!("1"), "/format", WrongType("a number"));
    one("/format", json!(1.5), "/format", WrongType("a number"));
}

#[test]
fn missing_keys() {
    use MistakeCode::{Empty, MissingKey};
    for key in ["code", "version", "name", "summary", "agency", "level"] {
        let pointer = format!("/{key}");
        check(&[(&pointer, None)], &[("", MissingKey(key))]);
        check(&[(&pointer, Some(json!(null)))], &[("", MissingKey(key))]);
    }
    for (pointer, path, key) in [
        ("/steps/0/id", "/steps/0", "id"),
        ("/steps/0/title", "/steps/0", "title"),
        ("/steps/0/fields/0/id", "/steps/0/fields/0", "id"),
        ("/steps/0/fields/0/kind", "/steps/0/fields/0", "kind"),
        ("/steps/0/fields/0/label", "/steps/0/fields/0", "label"),
        ("/steps/0/fields/2/options", "/steps/0/fields/2", "options"),
        (
            "/steps/0/fields/2/options/1/value",
            "/steps/0/fields/2/options/1",
            "value",
        ),
        (
            "/steps/0/fields/2/options/1/label",
            "/steps/0/fields/2/options/1",
            "label",
        ),
        ("/steps/1/fields/0/item", "/steps/1/fields/0", "item"),
        ("/declarations/0/label", "/declarations/0", "label"),
    ] {
        check(&[(pointer, None)], &[(path, MissingKey(key))]);
        check(&[(pointer, Some(json!(null)))], &[(path, MissingKey(key))]);
    }
    for (key, entry, missing) in [
        ("prepare", json!({"hint": "A hint"}), &["text"][..]),
        ("fees", json!({}), &["label", "source", "vnd"]),
        ("times", json!({}), &["source", "working_days"]),
        ("legal", json!({"note": "A note"}), &["title"]),
    ] {
        let (pointer, path) = (format!("/{key}"), format!("/{key}/0"));
        let wanted: Vec<_> = missing
            .iter()
            .map(|key| (&*path, MissingKey(key)))
            .collect();
        check(&[(&pointer, Some(json!([entry])))], &wanted);
    }
    one("/result", json!({}), "/result", MissingKey("name"));
    let check_without_rule = json!([{"message": "No."}]);
    let path = "/steps/0/fields/0/checks/0";
    one(
        "/steps/0/fields/0/checks",
        check_without_rule,
        path,
        MissingKey("rule"),
    );
    // A text that is there and says nothing.
    one("/name", json!(""), "/name", Empty);
    one("/name", json!({"vi": " ", "en": ""}), "/name", Empty);
    one("/name", json!({}), "/name", Empty);
    one("/code", json!("  "), "/code", Empty);
    check(&[("/steps", None)], &[("/steps", Empty)]);
    check(
        &[("/steps", None), ("/level", Some(json!("information")))],
        &[],
    );
    let options = "/steps/0/fields/2/options";
    one(options, json!([]), options, Empty);
    one("/steps/0/fields", json!([]), "/steps/0/fields", Empty);
    one(
        "/steps/1/fields/0/fields",
        json!([]),
        "/steps/1/fields/0/fields",
        Empty,
    );
    one(
        "/steps/1/fields/0/max",
        json!(0),
        "/steps/1/fields/0/fields",
        Empty,
    );
}

#[test]
fn unknown_keys() {
    let unknown = |key: &str| MistakeCode::UnknownKey(key.to_string());
    for (pointer, key) in [
        ("/colour", "colour"),
        ("/steps/0/titel", "titel"),
        ("/steps/0/fields/0/hints", "hints"),
        ("/steps/0/fields/2/options/0/text", "text"),
        ("/declarations/0/options", "options"),
        // Keys that belong to another kind.
        ("/steps/0/fields/0/accept", "accept"),
        ("/steps/0/fields/0/precision", "precision"),
        ("/steps/0/fields/1/format", "format"),
        ("/steps/0/fields/2/min", "min"),
        ("/steps/0/fields/2/list_parent", "list_parent"),
        ("/steps/0/fields/3/decimals", "decimals"),
        ("/steps/1/fields/0/options", "options"),
    ] {
        one(pointer, json!("x"), pointer, unknown(key));
    }
    for (kind, key) in [
        ("long-text", "format"),
        ("money", "decimals"),
        ("money", "unit"),
        ("choice", "none"),
        ("address", "list"),
        ("information", "options"),
    ] {
        let options = json!([{"value": "a", "label": "A"}]);
        let mut wrong = match kind {
            "choice" => field("born", kind, json!({"options": options})),
            _ => field("born", kind, json!({})),
        };
        wrong[key] = json!(0);
        let path = format!("/steps/0/fields/3/{key}");
        one("/steps/0/fields/3", wrong, &path, unknown(key));
    }
    for (pointer, entry) in [
        ("/prepare", json!({"text": "A", "x": 1})),
        (
            "/fees",
            json!({"label": "A", "vnd": 1, "source": "B", "x": 1}),
        ),
        ("/times", json!({"working_days": 1, "source": "B", "x": 1})),
        ("/legal", json!({"title": "A", "x": 1})),
    ] {
        one(
            pointer,
            json!([entry]),
            &format!("{pointer}/0/x"),
            unknown("x"),
        );
    }
    one(
        "/result",
        json!({"name": "A", "x": 1}),
        "/result/x",
        unknown("x"),
    );
    let strange = json!({"name": "A", "a/b~c": 1});
    one("/result", strange, "/result/a~1b~0c", unknown("a/b~c"));
    // Options of its own and a list of the portal: only one of them.
    one(
        "/steps/0/fields/2/list",
        json!("colours"),
        "/steps/0/fields/2/options",
        unknown("options"),
    );
    // A key of a kind that nobody knows says nothing about the key.
    one(
        "/steps/0/fields/0",
        field("name", "slider", json!({"ticks": 5})),
        "/steps/0/fields/0/kind",
        MistakeCode::UnknownValue("slider".into()),
    );
}

#[test]
fn wrong_types() {
    let wrong = MistakeCode::WrongType;
    for (pointer, value, path, wanted) in [
        ("/code", json!(3), "/code", "a text"),
        ("/level", json!(1), "/level", "a text"),
        ("/notices", json!("one"), "/notices", "a list"),
        (
            "/notices",
            json!([1]),
            "/notices/0",
            "a text, or texts by locale",
        ),
        ("/notices", json!([{"vi": 1}]), "/notices/0/vi", "a text"),
        ("/prepare", json!(["card"]), "/prepare/0", "an object"),
        ("/result", json!("card"), "/result", "an object"),
        (
            "/steps/0/body",
            json!(["a"]),
            "/steps/0/body",
            "a text, or texts by locale",
        ),
        (
            "/steps/0/fields/0",
            json!("name"),
            "/steps/0/fields/0",
            "an object",
        ),
        (
            "/steps/0/fields/0/required",
            json!("yes"),
            "/steps/0/fields/0/required",
            "true, false or a condition",
        ),
        (
            "/steps/0/fields/0/max_length",
            json!("9"),
            "/steps/0/fields/0/max_length",
            "a whole number, not negative",
        ),
        (
            "/steps/0/fields/0/max_length",
            json!(-9),
            "/steps/0/fields/0/max_length",
            "a whole number, not negative",
        ),
        (
            "/steps/0/fields/3/latest",
            json!("tomorrow"),
            "/steps/0/fields/3/latest",
            "a date, YYYY-MM-DD, or \"today\"",
        ),
        (
            "/steps/0/fields/3/latest",
            json!("2026-02-30"),
            "/steps/0/fields/3/latest",
            "a date, YYYY-MM-DD, or \"today\"",
        ),
        (
            "/steps/0/fields/3",
            field("born", "number", json!({"min": "1"})),
            "/steps/0/fields/3/min",
            "a number",
        ),
        (
            "/steps/0/fields/3",
            field("born", "file", json!({"min_pixels": [600]})),
            "/steps/0/fields/3/min_pixels",
            "[width, height] in pixels",
        ),
        (
            "/steps/0/fields/3",
            field("born", "file", json!({"accept": [1]})),
            "/steps/0/fields/3/accept/0",
            "a file type",
        ),
        (
            "/fees",
            json!([{"label": "A", "vnd": -5, "source": "B"}]),
            "/fees/0/vnd",
            "a whole number, not negative",
        ),
        (
            "/fees",
            json!([{"label": "A", "vnd": 5, "source": "B", "from": "1/1/2026"}]),
            "/fees/0/from",
            "a date, YYYY-MM-DD",
        ),
        (
            "/legal",
            json!([{"title": "A", "url": "http://vidu.vn"}]),
            "/legal/0/url",
            "an https address",
        ),
        (
            "/legal",
            json!([{"title": "A", "url": "javascript:alert(1)"}]),
            "/legal/0/url",
            "an https address",
        ),
    ] {
        one(pointer, value, path, wrong(wanted));
    }
}

#[test]
fn unknown_values_and_names() {
    for (pointer, value, path) in [
        ("/level", json!("half"), "/level"),
        (
            "/steps/0/fields/0/format",
            json!("vn-phone"),
            "/steps/0/fields/0/format",
        ),
        (
            "/steps/0/fields/3/precision",
            json!("hour"),
            "/steps/0/fields/3/precision",
        ),
    ] {
        let code = MistakeCode::UnknownValue(value.as_str().expect("a text").into());
        one(pointer, value, path, code);
    }
    let at = "/steps/0/fields/3";
    for (kind, more, path, value) in [
        (
            "file",
            json!({"accept": ["jpeg", "gif"]}),
            "/accept/1",
            "gif",
        ),
        (
            "choices",
            json!({"options": [{"value": "a", "label": "A"}], "none": "b"}),
            "/none",
            "b",
        ),
        ("declaration", json!({}), "/kind", "declaration"),
    ] {
        let code = MistakeCode::UnknownValue(value.into());
        one(at, field("born", kind, more), &format!("{at}{path}"), code);
    }
    one(
        "/declarations/0/kind",
        json!("yes-no"),
        "/declarations/0/kind",
        MistakeCode::UnknownValue("yes-no".into()),
    );
    for name in ["Name", "họ", "a b", "1st", "a-b", "_a", &"a".repeat(65)] {
        let code = MistakeCode::NotAName(name.to_string());
        one(
            "/steps/0/fields/0/id",
            json!(name),
            "/steps/0/fields/0/id",
            code.clone(),
        );
        one("/steps/0/id", json!(name), "/steps/0/id", code);
    }
}

// [3]
#[test]
fn names_of_parts_of_a_page() {
    for name in ["main", "help", "continue", "send", "saved", "slot"] {
        let code = MistakeCode::Reserved(name.to_string());
        for path in [
            "/steps/0/fields/0/id",
            "/steps/1/fields/0/fields/0/id",
            "/declarations/0/id",
        ] {
            one(path, json!(name), path, code.clone());
        }
        // A step's name stands in the address only.
        check(&[("/steps/0/id", Some(json!(name)))], &[]);
    }
    check(&[("/steps/0/fields/0/id", Some(json!("main_road")))], &[]);
}

#[test]
fn names_and_titles_that_stand_twice() {
    let twice = |name: &str| MistakeCode::Duplicate(name.to_string());
    let at = "/steps/0/fields/3/id";
    one(at, json!("name"), at, twice("name"));
    one(
        at,
        json!("p_name"),
        "/steps/1/fields/0/fields/0/id",
        twice("p_name"),
    );
    one(at, json!("ok"), "/declarations/0/id", twice("ok"));
    one("/steps/1/id", json!("who"), "/steps/1/id", twice("who"));
    one(
        "/steps/1/id",
        json!("review"),
        "/steps/1/id",
        twice("review"),
    );
    one(
        "/steps/0/fields/2/options/1/value",
        json!("red"),
        "/steps/0/fields/2/options/1/value",
        twice("red"),
    );
    one(
        "/steps/1/title/en",
        json!("You"),
        "/steps/1/title",
        MistakeCode::SameTitle("You".into()),
    );
    // The same words in two languages are two titles.
    check(&[("/steps/1/title/en", Some(json!("Bạn")))], &[]);
}

#[test]
fn conditions() {
    let reference = |name: &str| MistakeCode::UnknownReference(name.to_string());
    let arguments = MistakeCode::WrongArguments;
    let name = "/steps/0/fields/0";
    let inner = "/steps/1/fields/0/fields/0";
    for (pointer, rule, path, code) in [
        (name, json!({"var": "nobody"}), "/var", reference("nobody")),
        (name, json!({"var": "p_name"}), "/var", reference("p_name")),
        (name, json!({"var": "ok"}), "/var", reference("ok")),
        (
            name,
            json!({"or": [true, {"xor": [1, 2]}]}),
            "/or/1/xor",
            MistakeCode::UnsupportedOperator("xor".into()),
        ),
        (name, json!({"==": [1]}), "/==", arguments("two arguments")),
        (
            name,
            json!({"today": [1]}),
            "/today",
            arguments("no argument"),
        ),
        (
            name,
            json!({"count": []}),
            "/count",
            arguments("one argument"),
        ),
        (
            name,
            json!({"some": [{"var": "people"}, {"var": "name"}]}),
            "/some/1/var",
            reference("name"),
        ),
        (
            name,
            json!({"==": [1, 1], "!=": [1, 2]}),
            "",
            MistakeCode::WrongType("an object with one operator"),
        ),
        (
            inner,
            json!({"var": "p_other"}),
            "/var",
            reference("p_other"),
        ),
        (
            name,
            json!({"var": ["sure", {"var": "nobody"}]}),
            "/var/1/var",
            reference("nobody"),
        ),
    ] {
        let at = format!("{pointer}/visible");
        one(&at, rule.clone(), &format!("{at}{path}"), code.clone());
        let at = format!("{pointer}/required");
        one(&at, rule.clone(), &format!("{at}{path}"), code.clone());
        let at = format!("{pointer}/checks");
        let checks = json!([{"rule": rule, "message": "No."}]);
        one(&at, checks, &format!("{at}/0/rule{path}"), code);
    }
    for at in [
        "/steps/1/visible",
        "/steps/0/fields/2/options/0/visible",
        "/declarations/0/visible",
    ] {
        one(
            at,
            json!({"var": "nobody"}),
            &format!("{at}/var"),
            reference("nobody"),
        );
    }
    let list = field(
        "colour",
        "choice",
        json!({"list": "colours", "list_parent": "nobody"}),
    );
    one(
        "/steps/0/fields/2",
        list,
        "/steps/0/fields/2/list_parent",
        reference("nobody"),
    );
    let mut deep = json!({"var": "sure"});
    for _ in 0..40 {
        deep = json!({"!": deep});
    }
    let found = mistakes(&with(&[("/steps/0/fields/0/visible", Some(deep))]));
    assert!(
        matches!(
            &found[..],
            [Mistake {
                code: MistakeCode::TooDeep,
                ..
            }]
        ),
        "{found:?}"
    );
}

#[test]
fn conditions_that_wait_for_each_other() {
    let cycle =
        |names: &[&str]| MistakeCode::Cycle(names.iter().map(ToString::to_string).collect());
    let sees = |name: &str| Some(json!({"var": name}));
    check(
        &[("/steps/0/fields/0/visible", sees("name"))],
        &[("/steps", cycle(&["name", "name"]))],
    );
    check(
        &[
            ("/steps/0/fields/0/visible", sees("sure")),
            ("/steps/0/fields/1/visible", sees("born")),
            ("/steps/0/fields/3/visible", sees("name")),
        ],
        &[("/steps", cycle(&["name", "sure", "born", "name"]))],
    );
    // A step whose own answers decide whether it is asked.
    check(
        &[("/steps/0/visible", sees("sure"))],
        &[("/steps", cycle(&["sure", "sure"]))],
    );
    check(
        &[
            ("/steps/0/visible", sees("people")),
            ("/steps/1/fields/0/fields/0/visible", sees("sure")),
        ],
        &[("/steps", cycle(&["people", "sure", "people"]))],
    );
    check(
        &[
            ("/steps/1/fields/0/fields/0/visible", sees("p_sure")),
            ("/steps/1/fields/0/fields/1/visible", sees("p_name")),
        ],
        &[(
            "/steps/1/fields/0/fields",
            cycle(&["p_name", "p_sure", "p_name"]),
        )],
    );
    // What is required and what must hold decide nothing about what is asked.
    check(
        &[
            ("/steps/0/fields/0/required", sees("sure")),
            ("/steps/0/fields/1/visible", sees("name")),
        ],
        &[],
    );
}

#[test]
fn limits_that_nothing_can_hold() {
    let at = "/steps/0/fields/3";
    for (kind, more) in [
        ("text", json!({"min_length": 5, "max_length": 4})),
        // The most where the author says nothing.
        ("text", json!({"min_length": 201})),
        ("long-text", json!({"min_length": 4001})),
        ("long-text", json!({"min_length": 5, "max_length": 4})),
        ("number", json!({"min": 2, "max": 1.5})),
        ("money", json!({"min": 2, "max": 1})),
        (
            "date",
            json!({"earliest": "2026-11-22", "latest": "2026-11-21"}),
        ),
        (
            "choices",
            json!({"min": 2, "max": 1, "options": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]}),
        ),
        (
            "choices",
            json!({"min": 2, "options": [{"value": "a", "label": "A"}]}),
        ),
        ("file", json!({"max_files": 0})),
        ("file", json!({"max_bytes": 0})),
    ] {
        one(
            at,
            field("born", kind, more),
            at,
            MistakeCode::ImpossibleLimits,
        );
    }
    for (key, entry) in [
        (
            "fees",
            json!({"label": "A", "vnd": 1, "source": "B", "from": "2026-02-01", "to": "2026-01-31"}),
        ),
        (
            "times",
            json!({"working_days": 1, "source": "B", "from": "2026-02-01", "to": "2026-01-31"}),
        ),
    ] {
        let path = format!("/{key}/0");
        one(
            &format!("/{key}"),
            json!([entry]),
            &path,
            MistakeCode::ImpossibleLimits,
        );
    }
    let repeat = "/steps/1/fields/0";
    check(
        &[("/steps/1/fields/0/min", Some(json!(21)))],
        &[(repeat, MistakeCode::ImpossibleLimits)],
    );
}

#[test]
fn patterns() {
    let at = "/steps/0/fields/0/pattern";
    for pattern in ["(", "[a", "a{2,1}", "a{1000}{1000}", "(?=a)", "a)|(b"] {
        let found = mistakes(&with(&[(at, Some(json!(pattern)))]));
        assert!(
            matches!(&found[..], [Mistake { path, code: MistakeCode::BadPattern(_) }] if path == at),
            "{pattern}: {found:?}"
        );
    }
}

#[test]
fn recordings_come_from_the_same_host() {
    let at = "/steps/0/fields/0/audio";
    check(&[(at, Some(json!({"vi": "/audio/name.mp3"})))], &[]);
    for address in [
        "name.mp3",
        "//elsewhere.example/a.mp3",
        "https://elsewhere.example/a.mp3",
        "/\\elsewhere.example/a.mp3",
        "/\t/elsewhere.example/a.mp3",
    ] {
        check(
            &[(at, Some(json!({"vi": address})))],
            &[(at, MistakeCode::NotAPath(address.into()))],
        );
    }
}

#[test]
fn repeats() {
    let question = field("more", "yes-no", json!({}));
    let information = field("more", "information", json!({}));
    one(
        "/steps/1/fields/-",
        question,
        "/steps/1",
        MistakeCode::RepeatNotAlone,
    );
    check(&[("/steps/1/fields/-", Some(information))], &[]);
    let rows = json!({"item": "Thing", "fields": [field("deep", "text", json!({}))]});
    one(
        "/steps/1/fields/0/fields/-",
        field("inner", "repeat", rows),
        "/steps/1/fields/0/fields/2",
        MistakeCode::TooDeep,
    );
    one(
        "/steps/1/fields/0/fields/-",
        field("inner", "declaration", json!({})),
        "/steps/1/fields/0/fields/2/kind",
        MistakeCode::UnknownValue("declaration".into()),
    );
}

#[test]
fn what_is_too_large() {
    let texts: Vec<&str> = vec!["a"; 2_001];
    one(
        "/notices",
        json!(texts),
        "/notices",
        MistakeCode::TooMuch("entries"),
    );
    let days = json!([{"working_days": 65_536, "source": "A"}]);
    one(
        "/times",
        days,
        "/times/0/working_days",
        MistakeCode::TooMuch("days"),
    );
    let decimals = field("born", "number", json!({"decimals": 10}));
    let at = "/steps/0/fields/3";
    one(
        at,
        decimals,
        "/steps/0/fields/3/decimals",
        MistakeCode::TooMuch("decimals"),
    );
    let long = "a".repeat(20_001);
    one(
        "/summary",
        json!(long),
        "/summary",
        MistakeCode::TooMuch("characters"),
    );
    one(
        "/summary",
        json!({"vi": "Tóm tắt.", "en": long}),
        "/summary/en",
        MistakeCode::TooMuch("characters"),
    );
}

/// What is told to authors only: a form with it works.
fn told(changes: &[(&str, Json)], wanted: &[(&str, MistakeCode)]) {
    let changes: Vec<_> = changes
        .iter()
        .map(|(at, to)| (*at, Some(to.clone())))
        .collect();
    let definition = with(&changes);
    assert_eq!(mistakes(&definition), [], "the form works: {changes:?}");
    let found = lint_json(&definition.to_string());
    let found: Vec<(&str, MistakeCode)> = found
        .iter()
        .map(|mistake| (mistake.path.as_str(), mistake.code.clone()))
        .collect();
    assert_eq!(found, wanted, "{changes:?}");
}

#[test]
fn pages_with_the_same_heading() {
    let same = |words: &str| MistakeCode::SameHeading(words.to_string());
    let label = "/steps/0/fields/1/label";
    // The good definition has "Name" and "Sure?" inside and outside of its rows: "Person 1: Name".
    told(&[], &[]);
    told(&[(label, json!("Name"))], &[(label, same("Name"))]);
    told(&[(label, json!({"en": "Name"}))], &[]);
    let row = "/steps/1/fields/0/fields/1/label";
    told(&[(row, json!("Name"))], &[(row, same("Name"))]);
    told(&[(row, json!({"vi": "Tên", "en": "Name"}))], &[]);
    // The title of a list stands on its page, whatever the layout; that of a group only with its group.
    let title = "/steps/1/title";
    told(&[(title, json!("Born"))], &[(title, same("Born"))]);
    told(&[("/steps/0/title", json!("Born"))], &[]);
    // A step of one question has its label as heading.
    let alone = |label: &str| json!({"id": "x", "title": "X", "fields": [{"id": "x", "kind": "yes-no", "label": label}]});
    told(
        &[("/steps/-", alone("You")), ("/steps/0/title", json!("You"))],
        &[("/steps/2/fields/0/label", same("You"))],
    );
    told(
        &[("/steps/-", alone("Born"))],
        &[("/steps/2/fields/0/label", same("Born"))],
    );
    let text =
        json!({"id": "t", "title": "Born", "fields": [field("t", "information", json!({}))]});
    told(&[("/steps/-", text)], &[("/steps/2/title", same("Born"))]);
    // Two lists of the same thing: "Person 1" twice, and "Person 1: Name".
    let rows = json!({"item": "Person", "fields": [
        {"id": "o_name", "kind": "text", "label": "Name"}, {"id": "o_old", "kind": "yes-no", "label": "Old?"}]});
    let others = json!({"id": "o", "title": "Others", "fields": [field("others", "repeat", rows)]});
    told(
        &[("/steps/-", others.clone())],
        &[
            ("/steps/2/fields/0/fields/0/label", same("Name")),
            ("/steps/2/fields/0/item", same("Person")),
        ],
    );
    told(
        &[
            ("/steps/-", others),
            ("/steps/1/fields/0/item", json!("Child")),
        ],
        &[],
    );
}

#[test]
fn none_of_these_before_another() {
    let options = |none: &str| {
        let options = json!([{"value": "a", "label": "A"}, {"value": "none", "label": "None"}]);
        field("born", "choices", json!({"options": options, "none": none}))
    };
    let at = "/steps/0/fields/3";
    told(&[(at, options("none"))], &[]);
    told(
        &[(at, options("a"))],
        &[("/steps/0/fields/3/none", MistakeCode::NoneNotLast)],
    );
}

#[test]
fn examples_of_dates() {
    let at = "/steps/0/fields/3/hint";
    let example = |hint: &str, unclear: &[&str]| {
        let wanted: Vec<_> = unclear
            .iter()
            .map(|date| (at, MistakeCode::UnclearExample(date.to_string())))
            .collect();
        told(&[(at, json!({"vi": hint}))], &wanted);
    };
    for hint in [
        "Ví dụ 27 3 1990",
        "Ví dụ 13/3/1990; nếu giấy tờ chỉ ghi năm, chỉ nhập năm",
        "For example, 31.12.2026.",
        "27\u{a0}3\u{a0}2019",
        "Ví dụ 3 2027",
        "Gọi 1900 1234, 12 3 456",
        "dd/mm/yyyy",
        "",
    ] {
        example(hint, &[]);
    }
    example("Ví dụ 5 3 2027", &["5 3 2027"]);
    example("Ví dụ 12/12/2027", &["12/12/2027"]);
    example(
        "Ví dụ 31/4/2027 hoặc 05-11-2027",
        &["05-11-2027", "31/4/2027"],
    );
    // The order of another country.
    example("For example, 3 27 2027", &["3 27 2027"]);
    example("29/2/2027", &["29/2/2027"]);
    example("15-02-2027 (từ 1/7/2025)", &["1/7/2025"]);
    // Elsewhere a date is no example.
    told(
        &[("/steps/0/fields/0/hint", json!("Tên xã từ 1/7/2025"))],
        &[],
    );
}

#[test]
fn what_readers_stumble_over_is_told_with_all_other_mistakes() {
    let definition = with(&[
        ("/steps/0/fields/1/label", Some(json!("Name"))),
        ("/steps/0/fields/0/id", Some(json!("main"))),
        ("/level", None),
    ]);
    let lines: Vec<String> = lint_json(&definition.to_string())
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        lines,
        [
            "/: the key \"level\" is missing",
            "/steps/0/fields/0/id: \"main\" is the name of a part of a page",
            "/steps/0/fields/1/label: another page has the heading \"Name\" too",
        ]
    );
    assert!(matches!(
        &lint_json("{")[..],
        [Mistake {
            code: MistakeCode::NotJson(..),
            ..
        }]
    ));
    for code in [
        (MistakeCode::NoneNotLast, "last"),
        (
            MistakeCode::UnclearExample("5 3 2027".into()),
            "\"5 3 2027\" must be a real date",
        ),
    ] {
        assert!(code.0.to_string().contains(code.1), "{}", code.0);
    }
}

#[test]
fn the_definitions_that_come_along_have_no_mistakes() {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::fs::read_dir(here.join("fixtures/procedures")).expect("a folder");
    let files = folder.map(|file| file.expect("a file").path());
    for file in files.chain([here.join("tests/kinds.json")]) {
        let text = std::fs::read_to_string(&file).expect("it is there");
        assert_eq!(lint_json(&text), [], "{}", file.display());
    }
}

#[test]
fn all_mistakes_at_once_in_the_order_of_their_paths() {
    use MistakeCode::*;
    let wrong = json!({
        "format": 7, "code": "0.000000", "name": "", "agency": "Example", "level": "half",
        "summary": "An example.", "colour": "red",
        "legal": [{"title": "Law", "url": "ftp://vidu.vn"}],
        "steps": [
            {"id": "Who", "title": "Same", "fields": [
                {"id": "a", "kind": "text", "label": "A", "pattern": "[", "min_length": 9, "max_length": 3},
                {"id": "a", "kind": "slider", "label": "A"},
                {"id": "b", "kind": "yes-no", "visible": {"var": "c"}},
                {"id": "c", "kind": "yes-no", "label": "C", "visible": {"and": [{"var": "b"}, {"nope": []}]}}]},
            {"id": "review", "title": "Same", "visible": {"var": "nobody"}, "fields": [
                {"id": "r", "kind": "repeat", "label": "R", "item": "R", "fields": []},
                {"id": "d", "kind": "date", "label": "D", "earliest": "soon"}]}],
        "declarations": [{"id": "ok", "kind": "text", "label": "OK"}]
    });
    let found = mistakes(&wrong);
    let listed: Vec<(&str, &MistakeCode)> = found.iter().map(|m| (&*m.path, &m.code)).collect();
    let BadPattern(words) = &found
        .iter()
        .find(|m| m.path.ends_with("/pattern"))
        .expect("found")
        .code
    else {
        panic!("{found:?}");
    };
    let wanted = [
        ("", MissingKey("version")),
        ("/colour", UnknownKey("colour".into())),
        ("/declarations/0/kind", UnknownValue("text".into())),
        ("/format", UnknownFormat(7)),
        ("/legal/0/url", WrongType("an https address")),
        ("/level", UnknownValue("half".into())),
        ("/name", Empty),
        ("/steps", Cycle(["b", "c", "b"].map(String::from).into())),
        ("/steps/0/fields/0", ImpossibleLimits),
        ("/steps/0/fields/0/pattern", BadPattern(words.clone())),
        ("/steps/0/fields/1/id", Duplicate("a".into())),
        ("/steps/0/fields/1/kind", UnknownValue("slider".into())),
        ("/steps/0/fields/2", MissingKey("label")),
        (
            "/steps/0/fields/3/visible/and/1/nope",
            UnsupportedOperator("nope".into()),
        ),
        ("/steps/0/id", NotAName("Who".into())),
        ("/steps/1", RepeatNotAlone),
        ("/steps/1/fields/0/fields", Empty),
        (
            "/steps/1/fields/1/earliest",
            WrongType("a date, YYYY-MM-DD, or \"today\""),
        ),
        ("/steps/1/id", Duplicate("review".into())),
        ("/steps/1/title", SameTitle("Same".into())),
        ("/steps/1/visible/var", UnknownReference("nobody".into())),
    ];
    let wanted: Vec<(&str, &MistakeCode)> =
        wanted.iter().map(|(path, code)| (*path, code)).collect();
    assert_eq!(listed, wanted);
}

#[test]
fn every_mistake_is_said_in_words_with_its_path() {
    let words: BTreeSet<String> = mistakes(&json!({"format": 2, "name": 1, "x": 1}))
        .iter()
        .map(ToString::to_string)
        .collect();
    for line in [
        "/: the key \"code\" is missing",
        "/format: format 2 is not known; this program reads format 1",
        "/name: must be a text, or texts by locale",
        "/x: the key \"x\" is not known here",
        "/steps: must not be empty",
    ] {
        assert!(words.contains(line), "{line}: {words:#?}");
    }
}

/// Keys about what follows from answers, and about what is not done here.
#[test]
fn fees_times_ways_out_components_and_lists() {
    use MistakeCode::{Duplicate, MissingKey, TooMuch, UnknownReference, WrongType};
    let unknown = |key: &str| MistakeCode::UnknownKey(key.to_string());
    let nowhere = || UnknownReference("nowhere".to_string());
    let rule = json!({"var": "nowhere"});
    let fee = |key: &str| {
        let mut fee = json!({"label": "A", "vnd": 1, "source": "B"});
        fee[key] = rule.clone();
        json!([fee])
    };
    one("/fees", fee("when"), "/fees/0/when/var", nowhere());
    one("/fees", fee("each"), "/fees/0/each/var", nowhere());
    let time = |more: Json| {
        let mut time = json!({"working_days": 1, "source": "A"});
        for (key, value) in more.as_object().expect("keys") {
            time[key] = value.clone();
        }
        json!([time])
    };
    one(
        "/times",
        time(json!({"when": rule})),
        "/times/0/when/var",
        nowhere(),
    );
    one(
        "/times",
        time(json!({"days": 2})),
        "/times/0/days",
        unknown("days"),
    );
    let wrong = WrongType("a time of day, \"15:00\"");
    for cut_off in [
        json!("15"),
        json!("24:00"),
        json!("15:60"),
        json!("1:5"),
        json!(15),
    ] {
        one(
            "/times",
            time(json!({"cut_off": cut_off})),
            "/times/0/cut_off",
            wrong.clone(),
        );
    }
    let days = json!([{"days": 70_000, "source": "A"}]);
    one("/times", days, "/times/0/days", TooMuch("days"));
    one(
        "/account",
        json!({"level": 3}),
        "/account/level",
        WrongType("1 or 2"),
    );
    one("/account", json!({}), "/account", MissingKey("level"));
    let way = json!({"id": "a", "when": rule, "title": "A", "body": "B", "source": "C"});
    one(
        "/elsewhere",
        json!([way]),
        "/elsewhere/0/when/var",
        nowhere(),
    );
    let way = json!({"id": "a", "when": true, "title": "A", "body": "B", "source": "C"});
    one(
        "/elsewhere",
        json!([way, way]),
        "/elsewhere/1/id",
        Duplicate("a".into()),
    );
    let part = json!({"id": "a", "name": "A", "agency": "B", "days": 1, "source": "C"});
    one(
        "/components",
        json!([part, part]),
        "/components/1/id",
        Duplicate("a".into()),
    );
    let at = json!({"reason": "A", "source": "B", "office": "C"});
    one("/in_person", at, "/in_person", unknown("in_person"));
    let field = "/steps/0/fields/0";
    let lookup = json!({"register": "a", "fills": {"nowhere": "b"}});
    one(
        &format!("{field}/lookup"),
        lookup,
        &format!("{field}/lookup/fills/nowhere"),
        nowhere(),
    );
    let lookup = json!({"register": "a", "fills": {}});
    let wrong = WrongType("texts by name of a field");
    one(
        &format!("{field}/lookup"),
        lookup,
        &format!("{field}/lookup/fills"),
        wrong,
    );
    let repeat = "/steps/1/fields/0";
    let gaps = json!({"from": "nowhere", "to": "nowhere"});
    let path = |key: &str| format!("{repeat}/without_gaps/{key}");
    check(
        &[(&format!("{repeat}/without_gaps"), Some(gaps))],
        &[(&path("from"), nowhere()), (&path("to"), nowhere())],
    );
    one(
        &format!("{repeat}/import"),
        json!("yes"),
        &format!("{repeat}/import"),
        WrongType("true or false"),
    );
}

#[test]
fn what_the_portal_is_to_fill_in_where_it_never_does() {
    let from = json!({"from": "person.name"});
    let register = json!({"register": "businesses", "fills": {"name": "name"}});
    told(&[("/steps/0/fields/0/prefill", from.clone())], &[]);
    told(
        &[
            ("/steps/1/fields/0/fields/0/prefill", from.clone()),
            ("/steps/1/fields/0/fields/0/lookup", register),
        ],
        &[
            (
                "/steps/1/fields/0/fields/0/lookup",
                MistakeCode::NeverTold("lookup"),
            ),
            (
                "/steps/1/fields/0/fields/0/prefill",
                MistakeCode::NeverTold("prefill"),
            ),
        ],
    );
    told(
        &[("/steps/1/fields/0/prefill", from)],
        &[(
            "/steps/1/fields/0/prefill",
            MistakeCode::NeverTold("prefill"),
        )],
    );
}
