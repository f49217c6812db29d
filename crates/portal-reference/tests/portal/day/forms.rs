//! What people apply for: every procedure that comes with the project, with its sample answers.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::common::{TestPortal, jpeg};

/// A procedure, with answers that fit it.
#[derive(Debug)]
pub(crate) struct Form {
    pub(crate) code: String,
    pub(crate) version: String,
    /// The level of the account that it wants; 0: none.
    pub(crate) level: u64,
    answers: Value,
    /// The question for a phone number.
    pub(crate) phone: String,
    /// The question for an email address.
    email: Option<String>,
    /// A question whose answer is a file.
    pub(crate) file: Option<String>,
}

/// The folder of the definitions.
pub(crate) fn folder() -> PathBuf {
    fixtures().join("procedures")
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../procedure/fixtures")
}

/// All that have sample answers, in an order that is always the same.
pub(crate) fn all() -> Vec<Form> {
    let files = std::fs::read_dir(fixtures().join("answers")).expect("a folder");
    let mut names: Vec<_> = files
        .map(|file| file.expect("a file").file_name())
        .collect();
    // Beside them lie tables of rows to be taken over.
    names.retain(|name| folder().join(name).exists());
    names.sort();
    names
        .iter()
        .map(|name| {
            let definition = read(&folder().join(name));
            Form::new(&definition, read(&fixtures().join("answers").join(name)))
        })
        .collect()
}

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

impl Form {
    fn new(definition: &Value, answers: Value) -> Self {
        let steps = definition["steps"].as_array().into_iter().flatten();
        let fields = steps.flat_map(|step| step["fields"].as_array().into_iter().flatten());
        let answered: Vec<&Value> = fields
            .filter(|field| answers.get(text(&field["id"])).is_some())
            .collect();
        let first = |name: &str, value: &str| {
            let mut fields = answered.iter();
            let field = fields.find(|field| field[name] == value);
            field.map(|field| text(&field["id"]))
        };
        Self {
            code: text(&definition["code"]),
            version: text(&definition["version"]),
            level: definition["account"]["level"].as_u64().unwrap_or_default(),
            phone: first("format", "phone").expect("every form asks for a phone number"),
            email: first("format", "email"),
            file: first("kind", "file"),
            answers,
        }
    }

    /// Where the applicant is told something: by which channel, at which address.
    pub(crate) fn addresses(&self, answers: &Value) -> Vec<(String, String)> {
        let email = self.email.iter().map(|id| ("email", id));
        let ways = [("sms", &self.phone)].into_iter().chain(email);
        ways.map(|(channel, id)| (channel.to_string(), text(&answers[id])))
            .collect()
    }

    /// The sample answers, with real uploads in place of those that they name.
    pub(crate) async fn answers(&self, portal: &TestPortal) -> Value {
        let mut answers = self.answers.clone();
        let mut todo = vec![&mut answers];
        while let Some(json) = todo.pop() {
            if let Some(name) = json.get("upload").and_then(Value::as_str) {
                *json = uploaded(portal, &content(name)).await;
            }
            match json {
                Value::Array(items) => todo.extend(items),
                Value::Object(map) => todo.extend(map.values_mut()),
                _ => {}
            }
        }
        answers
    }

    /// An answer of files, with other files in their place.
    pub(crate) async fn other_files(&self, portal: &TestPortal, answer: &Value) -> Value {
        let mut answer = answer.clone();
        for file in answer.as_array_mut().into_iter().flatten() {
            // Every question for a file takes a picture.
            *file = uploaded(portal, &content("other.jpg")).await;
        }
        answer
    }
}

/// A file as it stands in answers, as the portal knows it.
async fn uploaded(portal: &TestPortal, content: &[u8]) -> Value {
    json!({"upload": portal.upload(content).await, "name": "", "bytes": content.len()})
}

/// A small file that shows what its name says.
fn content(name: &str) -> Vec<u8> {
    match name.ends_with(".pdf") {
        true => b"%PDF-1.7 trailer << /Root 1 0 R >> %%EOF".to_vec(),
        false => jpeg(1200, 1600, 1_000),
    }
}

fn text(json: &Value) -> String {
    json.as_str().unwrap_or_default().to_string()
}
