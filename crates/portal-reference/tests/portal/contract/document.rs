//! The contract's document, read: what may be asked, and what may be answered.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use axum::http::Method;
use jsonschema::Validator;
use serde_json::{Value, json};

/// What the schemas of the document say. Another word would go by unheard, here and in the generator, so it
/// fails until somebody has taught it to both.
const KEYWORDS: [&str; 15] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "default",
    "description",
    "enum",
    "format",
    "items",
    "minimum",
    "oneOf",
    "properties",
    "propertyNames",
    "required",
    "title",
    "type",
];
/// They say how wide a number is, or that bytes are bytes; `minimum` says the rest.
const FORMATS: [&str; 3] = ["binary", "int32", "int64"];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    Path,
    Query,
    Header,
}

#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) is_required: bool,
    pub(crate) schema: Value,
}

#[derive(Clone, Debug)]
pub(crate) struct Body {
    pub(crate) kind: String,
    pub(crate) schema: Value,
}

/// An answer that is declared.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// It names the problems.
    pub(crate) description: String,
    /// By media type; nothing where there is no body.
    pub(crate) contents: BTreeMap<String, Option<Value>>,
    pub(crate) headers: BTreeMap<String, Value>,
}

#[derive(Clone, Debug)]
pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) tag: String,
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<Body>,
    pub(crate) answers: BTreeMap<u16, Answer>,
    /// What somebody must show: `officer`, `session`, or nothing.
    pub(crate) key: Option<String>,
}

#[derive(Debug)]
pub(crate) struct Document {
    json: Value,
    pub(crate) operations: Vec<Operation>,
    validators: RefCell<BTreeMap<String, Rc<Validator>>>,
}

impl Document {
    /// The one that is checked in, which is that of the code (`openapi`).
    pub(crate) fn read() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/portal-api.yaml");
        let text = std::fs::read_to_string(path).expect("a document");
        let json: Value = serde_norway::from_str(&text).expect("YAML");
        let mut operations = Vec::new();
        for (path, item) in members(&json["paths"]) {
            for (method, operation) in members(item) {
                operations.push(Operation::read(path, method, operation));
            }
        }
        Self {
            json,
            operations,
            validators: RefCell::default(),
        }
    }

    /// Follows a reference.
    pub(crate) fn resolved<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match name_of(schema) {
            Some(name) => &self.json["components"]["schemas"][name],
            None => schema,
        }
    }

    /// What is wrong with this answer by this schema. Members that the schema doesn't name are wrong: a reader
    /// would not know of them.
    pub(crate) fn wrong_in_answer(&self, schema: &Value, json: &Value) -> Vec<String> {
        self.wrong(schema, json, true)
    }

    /// What is wrong with this body by this schema. Whoever sends more than is asked for does no wrong.
    pub(crate) fn wrong_in_body(&self, schema: &Value, json: &Value) -> Vec<String> {
        self.wrong(schema, json, false)
    }

    fn wrong(&self, schema: &Value, json: &Value, is_closed: bool) -> Vec<String> {
        let key = format!("{is_closed} {schema}");
        let known = self.validators.borrow().get(&key).cloned();
        let validator = known.unwrap_or_else(|| {
            let mut components = self.json["components"].clone();
            if is_closed {
                members_mut(&mut components["schemas"]).for_each(close);
            }
            let whole = json!({
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "allOf": [schema], "components": components,
            });
            let validator = Rc::new(jsonschema::validator_for(&whole).expect("a schema"));
            self.validators.borrow_mut().insert(key, validator.clone());
            validator
        });
        let errors = validator.iter_errors(json);
        errors
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect()
    }

    /// Every schema, with the place where it stands.
    pub(crate) fn schemas(&self) -> Vec<(String, Value)> {
        let mut found = Vec::new();
        for (name, schema) in members(&self.json["components"]["schemas"]) {
            found.push((name.to_string(), schema.clone()));
        }
        for operation in &self.operations {
            let id = &operation.id;
            for parameter in &operation.parameters {
                found.push((format!("{id} {}", parameter.name), parameter.schema.clone()));
            }
            for (status, answer) in &operation.answers {
                for (name, schema) in &answer.headers {
                    found.push((format!("{id} {status} {name}"), schema.clone()));
                }
                for schema in answer.contents.values().flatten() {
                    found.push((format!("{id} {status}"), schema.clone()));
                }
            }
            if let Some(body) = &operation.body {
                found.push((id.clone(), body.schema.clone()));
            }
        }
        found
    }
}

/// What a schema says that nobody here has been taught.
pub(crate) fn strange_words(schema: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for (word, value) in members(schema) {
        let is_known = match word {
            "format" => FORMATS.iter().any(|format| value == format),
            word => KEYWORDS.contains(&word),
        };
        if !is_known {
            found.push(format!("{word}: {value}"));
        }
        match word {
            "properties" => {
                members(value).for_each(|(_, inner)| found.extend(strange_words(inner)))
            }
            "items" | "additionalProperties" | "propertyNames" => {
                found.extend(strange_words(value))
            }
            "oneOf" | "allOf" => {
                let inner = value.as_array().into_iter().flatten();
                inner.for_each(|inner| found.extend(strange_words(inner)));
            }
            _ => {}
        }
    }
    found
}

impl Operation {
    fn read(path: &str, method: &str, json: &Value) -> Self {
        let parameters = json["parameters"].as_array().into_iter().flatten();
        let key = json["security"][0].as_object();
        let mut bodies = members(&json["requestBody"]["content"]);
        let body = bodies.next().map(|(kind, content)| Body {
            kind: kind.to_string(),
            schema: content["schema"].clone(),
        });
        assert!(bodies.next().is_none(), "{path}: two kinds of bodies");
        Self {
            id: text(&json["operationId"]),
            tag: text(&json["tags"][0]),
            method: method.to_uppercase().parse().expect("a method"),
            path: path.to_string(),
            parameters: parameters.map(Parameter::read).collect(),
            body,
            answers: members(&json["responses"])
                .map(|(status, answer)| (status.parse().expect("a status"), Answer::read(answer)))
                .collect(),
            key: key.and_then(|key| key.keys().next().cloned()),
        }
    }

    pub(crate) fn takes_json(&self) -> bool {
        let kind = self.body.as_ref().map(|body| body.kind.as_str());
        kind == Some("application/json")
    }

    pub(crate) fn has_parameter(&self, name: &str) -> bool {
        self.parameters
            .iter()
            .any(|parameter| parameter.name == name)
    }
}

impl Parameter {
    fn read(json: &Value) -> Self {
        Self {
            name: text(&json["name"]),
            place: match json["in"].as_str() {
                Some("path") => Place::Path,
                Some("query") => Place::Query,
                Some("header") => Place::Header,
                _ => panic!("{json}"),
            },
            is_required: json["required"] == true,
            schema: json["schema"].clone(),
        }
    }
}

impl Answer {
    fn read(json: &Value) -> Self {
        Self {
            description: text(&json["description"]),
            contents: members(&json["content"])
                .map(|(kind, content)| (kind.to_string(), content.get("schema").cloned()))
                .collect(),
            headers: members(&json["headers"])
                .map(|(name, header)| (name.to_string(), header["schema"].clone()))
                .collect(),
        }
    }

    /// Whether a problem of this name is among those that the answer may be.
    pub(crate) fn names(&self, problem: &str) -> bool {
        self.description.contains(&format!("`{problem}`"))
    }
}

/// The name of the schema that a reference leads to.
pub(crate) fn name_of(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.rsplit('/').next()
}

/// Takes no members but those that are named.
fn close(schema: &mut Value) {
    let is_open =
        schema.get("properties").is_some() && schema.get("additionalProperties").is_none();
    if is_open {
        schema["additionalProperties"] = json!(false);
    }
}

pub(crate) fn members(json: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let map = json.as_object().into_iter().flatten();
    map.map(|(key, value)| (key.as_str(), value))
}

fn members_mut(json: &mut Value) -> impl Iterator<Item = &mut Value> {
    json.as_object_mut()
        .into_iter()
        .flat_map(|map| map.values_mut())
}

fn text(json: &Value) -> String {
    json.as_str().unwrap_or_default().to_string()
}
