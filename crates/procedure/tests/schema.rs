//! `docs/procedure.schema.json` is what the code says, and agrees with what is read.
//! `UPDATE=1 cargo test -p procedure --features schema --test schema` writes it.

#![cfg(feature = "schema")]

use std::collections::BTreeSet;
use std::path::PathBuf;

use jsonschema::Validator;
use procedure::{MistakeCode, compile_json, definition};
use serde_json::{Value as Json, json};

/// The definitions that come along, and one with every key and kind.
fn definitions() -> Vec<String> {
    let folder = std::fs::read_dir(path("fixtures/procedures")).expect("a folder");
    let names = folder.map(|file| file.expect("a file").file_name());
    let names = names.map(|name| format!("fixtures/procedures/{}", name.display()));
    names.chain(["tests/kinds.json".to_string()]).collect()
}

fn path(of: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(of)
}

fn json_of(file: &str) -> Json {
    let text = std::fs::read_to_string(path(file)).unwrap_or_else(|e| panic!("{file}: {e}"));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{file}: {e}"))
}

fn validator() -> Validator {
    jsonschema::validator_for(&definition::schema()).expect("a schema")
}

#[test]
fn the_file_is_up_to_date() {
    let file = path("../../docs/procedure.schema.json");
    let schema = definition::schema();
    if std::env::var("UPDATE").is_ok_and(|yes| yes == "1") {
        let text = serde_json::to_string_pretty(&schema).expect("JSON");
        std::fs::write(&file, text + "\n").expect("written");
    }
    let text = std::fs::read_to_string(&file).unwrap_or_default();
    let have: Option<Json> = serde_json::from_str(&text).ok();
    assert!(
        have.is_some_and(|have| have == schema),
        "run this test with UPDATE=1"
    );
}

#[test]
fn the_definitions_are_valid_and_say_where_the_schema_is() {
    let validator = validator();
    for file in definitions() {
        let file = file.as_str();
        let definition = json_of(file);
        let errors: Vec<String> = validator
            .iter_errors(&definition)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{file}: {errors:#?}");
        let schema = definition["$schema"].as_str().expect("an address");
        let folder = path(file);
        let schema = folder.parent().expect("a folder").join(schema);
        assert!(schema.exists(), "{file}: {}", schema.display());
    }
}

/// Every value of the definition that has every key is replaced, and every key taken away or added.
#[test]
fn schema_and_reader_refuse_the_same() {
    let validator = validator();
    let good = json_of("tests/kinds.json");
    let mut all = Vec::new();
    pointers(&good, "", &mut all);
    let mut seen = BTreeSet::new();
    for pointer in all {
        // The same key of the same kind of field once is enough.
        let of = pointer
            .rsplit_once('/')
            .and_then(|(parent, _)| good.pointer(parent));
        let kind = of.map(|parent| parent["kind"].to_string());
        let keys = pointer
            .split('/')
            .filter(|key| key.parse::<usize>().is_err());
        if !seen.insert((keys.collect::<Vec<_>>().join("/"), kind)) {
            continue;
        }
        for other in variants(good.pointer(&pointer).expect("it is there")) {
            let mut definition = good.clone();
            *definition.pointer_mut(&pointer).expect("it is there") = other.clone();
            agree(&validator, &definition, &format!("{pointer} = {other}"));
        }
    }
}

#[test]
fn names_of_parts_of_a_page_are_refused_by_both() {
    let validator = validator();
    let schema = definition::schema();
    let reserved = &schema["$defs"]["FieldName"]["not"]["enum"];
    for name in reserved.as_array().expect("a list") {
        for at in ["/steps/0/fields/0/id", "/steps/4/fields/0/fields/0/id"] {
            let mut definition = json_of("tests/kinds.json");
            *definition.pointer_mut(at).expect("it is there") = name.clone();
            let code = MistakeCode::Reserved(name.as_str().expect("a text").into());
            let found = compile_json(&definition.to_string()).expect_err("refused");
            assert!(found.iter().any(|mistake| mistake.code == code), "{name}");
            agree(&validator, &definition, &name.to_string());
        }
    }
}

fn agree(validator: &Validator, definition: &Json, what: &str) {
    let valid = validator.is_valid(definition);
    let (_, read) = definition::read(definition);
    let compiled = compile_json(&definition.to_string());
    if compiled.is_ok() {
        assert!(valid, "{what}: the schema refuses what is right");
    }
    assert!(
        read.is_empty() || !valid,
        "{what}: the schema takes what the reader refuses: {read:?}"
    );
    // Beyond its shape, a definition can be wrong in ways that a schema does not see.
    let shape = |code: &MistakeCode| {
        matches!(
            code,
            MistakeCode::MissingKey(_)
                | MistakeCode::UnknownKey(_)
                | MistakeCode::NotAName(_)
                | MistakeCode::Reserved(_)
        )
    };
    let shape = compiled
        .err()
        .into_iter()
        .flatten()
        .any(|mistake| shape(&mistake.code));
    assert!(!shape || !valid, "{what}: the schema takes it");
}

fn variants(json: &Json) -> Vec<Json> {
    let mut variants = vec![json!(null), json!(7), json!("x"), json!([]), json!({})];
    if let Json::Object(map) = json {
        for key in map.keys() {
            let mut less = map.clone();
            less.remove(key);
            variants.push(Json::Object(less));
        }
        let mut more = map.clone();
        more.insert("strange".into(), json!("x"));
        variants.push(Json::Object(more));
    }
    variants.retain(|other| other != json);
    variants
}

fn pointers(json: &Json, at: &str, found: &mut Vec<String>) {
    found.push(at.to_string());
    match json {
        Json::Object(map) => map.iter().for_each(|(key, json)| {
            let key = key.replace('~', "~0").replace('/', "~1");
            pointers(json, &format!("{at}/{key}"), found);
        }),
        Json::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(n, json)| pointers(json, &format!("{at}/{n}"), found)),
        _ => {}
    }
}

fn document() -> String {
    std::fs::read_to_string(path("../../docs/procedure-format.md")).expect("the document")
}

/// What the examples of the document speak of.
fn around(step: &Json) -> Json {
    json!({
        "format": 1, "code": "0.000000", "version": "1", "name": "Ví dụ", "summary": "Ví dụ.",
        "agency": "Ví dụ", "level": "full",
        "steps": [
            {"id": "before", "title": "Trước", "fields": [
                {"id": "from", "kind": "date", "label": "Từ ngày"},
                {"id": "dob", "kind": "date", "label": "Ngày sinh của bạn"},
                {"id": "reason", "kind": "choice", "label": "Lý do", "options": [{"value": "other", "label": "Khác"}]}]},
            step,
        ]
    })
}

#[test]
fn the_examples_of_the_document_compile_and_are_valid() {
    let validator = validator();
    let members = json!({"id": "class", "kind": "choices", "label": "Hạng", "options": [{"value": "a", "label": "A"}]});
    let rows = json!({"id": "rows", "title": "Người", "fields": [
        {"id": "members", "kind": "repeat", "label": "Người", "item": "Người", "fields": [
            {"id": "m_dob", "kind": "date", "label": "Ngày sinh"}]}]});
    let mut examples = 0;
    for block in document().split("```json ").skip(1) {
        let (what, rest) = block.split_once('\n').expect("an example");
        let (text, _) = rest.split_once("```").expect("its end");
        let example: Json = serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"));
        let definition = match what {
            "definition" => example,
            "step" => around(&example),
            "field" => around(&json!({"id": "s", "title": "Bước", "fields": [example]})),
            "rule" => {
                let mut field = json!({"id": "f", "kind": "yes-no", "label": "Câu hỏi"});
                field["visible"] = example;
                let fields = json!({"id": "s", "title": "Bước", "fields": [members, field]});
                let mut definition = around(&fields);
                let steps = definition["steps"].as_array_mut().expect("steps");
                steps.push(rows.clone());
                definition
            }
            other => panic!("an example of what? {other}"),
        };
        if let Err(mistakes) = compile_json(&definition.to_string()) {
            let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
            panic!("{text}\n{}", lines.join("\n"));
        }
        assert!(validator.is_valid(&definition), "{text}");
        examples += 1;
    }
    assert!(examples >= 10);
}

#[test]
fn the_document_names_every_key_kind_and_format() {
    let document = document();
    let schema = definition::schema();
    let mut names = BTreeSet::new();
    collect(&schema, &mut names);
    assert!(names.len() > 60, "{names:?}");
    let said = |name: &str| {
        // In the tables and sentences: `name`, or in a list of keys: {a, name, b}.
        let is_end = |c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-';
        document
            .split('`')
            .skip(1)
            .step_by(2)
            .any(|code| code.split(is_end).any(|word| word == name))
    };
    let silent: Vec<&String> = names
        .iter()
        .filter(|name| !said(name.trim_start_matches('$')))
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}

/// Keys, and the values of keys that have a few.
fn collect(schema: &Json, names: &mut BTreeSet<String>) {
    match schema {
        Json::Object(map) => {
            if let Some(Json::Object(properties)) = map.get("properties") {
                names.extend(properties.keys().cloned());
            }
            let values = map
                .get("enum")
                .into_iter()
                .flat_map(|e| e.as_array().into_iter().flatten());
            let values = values.chain(map.get("const")).filter_map(Json::as_str);
            names.extend(values.map(str::to_string));
            map.values().for_each(|schema| collect(schema, names));
        }
        Json::Array(items) => items.iter().for_each(|schema| collect(schema, names)),
        _ => {}
    }
}
