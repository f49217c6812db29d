//! What the tests share: fixtures, a portal's lists and uploads, and a citizen who types what a
//! set of sent answers says.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::sync::Arc;

use procedure::definition::KindDefinition as Kind;
use procedure::field::{COMMUNES, Field, PROVINCES};
use procedure::file::FileType;
use procedure::{
    AddressParts, Answer, Answers, Date, DateParts, Event, FieldPath, FileAnswer, Form, ListOption,
    Lists, Session, Text, compile_json, parse_date,
};
use serde_json::Value as Json;

pub(crate) fn day(text: &str) -> Date {
    parse_date(text).expect("a date")
}

/// A file of this crate.
pub(crate) fn text_of(path: &str) -> String {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub(crate) fn json_of(path: &str) -> Json {
    serde_json::from_str(&text_of(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A definition, compiled.
pub(crate) fn form_at(path: &str) -> Arc<Form> {
    match compile_json(&text_of(path)) {
        Ok(form) => Arc::new(form),
        Err(mistakes) => {
            let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
            panic!("{path}:\n{}", lines.join("\n"));
        }
    }
}

/// The code lists that the sample answers speak of, as list, parent and codes.
pub(crate) const LISTS: [(&str, &str, &[&str]); 11] = [
    (PROVINCES, "", &["01", "79"]),
    (COMMUNES, "01", &["00004"]),
    (COMMUNES, "79", &["26740"]),
    ("countries", "", &["VN", "JP", "KR", "FR", "LA"]),
    ("vn-provinces-and-countries", "", &["01", "79", "FR"]),
    ("vn-ethnic-groups", "", &["01", "08"]),
    ("vn-one-stop-offices-sample", "01", &["01-1"]),
    ("vn-one-stop-offices-sample", "79", &["79-1"]),
    ("vn-inspection-centres-sample", "01", &["01-1"]),
    ("vn-inspection-centres-sample", "79", &["79-1"]),
    ("vn-clinics-sample", "01", &["01-1"]),
];

fn options(codes: &[&str]) -> Vec<ListOption> {
    let option = |code: &&str| ListOption {
        also: Vec::new(),
        before: Vec::new(),
        value: code.to_string(),
        label: Text::new("vi", code),
    };
    codes.iter().map(option).collect()
}

pub(crate) fn lists() -> Lists {
    let mut lists = Lists::default();
    for (list, parent, codes) in LISTS {
        lists.insert(list, parent, options(codes));
    }
    lists
}

/// What the portal has under an upload's name: a file that fits, of the type that its ending says.
pub(crate) fn uploaded(name: &str) -> Option<FileAnswer> {
    let is_pdf = name.ends_with(".pdf");
    Some(FileAnswer {
        id: name.to_string(),
        name: name.to_string(),
        bytes: 480_000,
        kind: Some(if is_pdf {
            FileType::Pdf
        } else {
            FileType::Jpeg
        }),
        pixels: (!is_pdf).then_some((1_200, 1_600)),
        locked: false,
        fault: None,
        upload: Some(name.to_string()),
    })
}

/// A citizen who typed and chose on `date` what `sent` says; `files` tells what is at the portal.
pub(crate) fn session(
    form: &Arc<Form>,
    sent: &Json,
    files: &dyn Fn(&str) -> Option<FileAnswer>,
    date: Date,
) -> Session {
    let mut session = Session::new(form.clone(), date);
    for (list, parent, codes) in LISTS {
        let event = Event::ListArrived {
            list: list.to_string(),
            parent: parent.to_string(),
            options: options(codes),
        };
        session.apply(event, date);
    }
    for (name, json) in sent.as_object().expect("answers by name") {
        let path = FieldPath::top(name);
        let field = form
            .field(&path)
            .unwrap_or_else(|| panic!("no field {name}"));
        let answer = typed(field, json, files);
        session.apply(Event::Answered(path, answer), date);
    }
    session
}

/// What a citizen typed or chose to give a sent value.
fn typed(field: &Field, json: &Json, files: &dyn Fn(&str) -> Option<FileAnswer>) -> Answer {
    let text = |json: &Json| match json {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    let part = |key: &str| json.get(key).map(text).unwrap_or_default();
    match field.kind() {
        Kind::YesNo | Kind::Declaration => Answer::text(match json {
            Json::Bool(true) => "yes",
            Json::Bool(false) => "no",
            _ => "?",
        }),
        Kind::Number(_) | Kind::Money(_) => Answer::text(&text(json).replace('.', ",")),
        Kind::Choices(_) => Answer::Many(items(json).map(text).collect()),
        Kind::Date(_) => {
            let iso = text(json);
            let mut parts = iso.splitn(3, '-').map(str::to_string);
            let mut next = || parts.next().unwrap_or_default();
            let (year, month, day) = (next(), next(), next());
            Answer::Date(DateParts { day, month, year })
        }
        Kind::Address => Answer::Address(AddressParts {
            province: part("province"),
            commune: part("commune"),
            detail: part("detail"),
        }),
        Kind::File(_) => Answer::Files(items(json).map(|item| chosen(item, files)).collect()),
        Kind::Repeat(_) => {
            let row = |row: &Json| -> Answers {
                let row = row.as_object().into_iter().flatten();
                row.map(|(name, json)| {
                    let inner = field.rows.iter().find(|f| f.id().as_str() == name);
                    let inner = inner.unwrap_or_else(|| panic!("no field {name} in a row"));
                    (inner.id().clone(), typed(inner, json, files))
                })
                .collect()
            };
            Answer::Rows(items(json).map(row).collect())
        }
        Kind::Text(_) | Kind::LongText(_) | Kind::Choice(_) | Kind::Information => {
            Answer::Text(text(json))
        }
    }
}

fn items(json: &Json) -> impl Iterator<Item = &Json> {
    json.as_array().into_iter().flatten()
}

/// A chosen file, already at the portal if the portal has it.
fn chosen(item: &Json, files: &dyn Fn(&str) -> Option<FileAnswer>) -> FileAnswer {
    let name = item["upload"].as_str().expect("the upload's name");
    files(name).unwrap_or_else(|| {
        let file = uploaded(name).expect("a file on the device");
        FileAnswer {
            upload: None,
            ..file
        }
    })
}
