//! A draft as JSON, to be kept on the device, and back. By hand, in the form that the derived code
//! writes, at a quarter of its size (docs/adr/0004-size.md).

use serde_json::{Map, Value};

use crate::file::{FileFault, FileType};
use crate::{
    AddressParts, Answer, Answers, DateParts, Draft, FieldId, FileAnswer, Known, SortedMap,
    json_object,
};

impl Draft {
    /// The draft as JSON.
    pub fn to_json(&self) -> Value {
        let confirmed: Vec<Value> = self
            .confirmed
            .iter()
            .map(|field| Value::from(field.as_str()))
            .collect();
        json_object(vec![
            ("version", Value::from(self.version.as_str())),
            ("answers", self.answers.to_json()),
            ("confirmed", Value::Array(confirmed)),
            ("known", known_to_json(&self.known)),
        ])
    }

    /// Reads a draft. What cannot be read of it is left out: an answer of a kind that this program
    /// does not know is asked again, the others stay.
    pub fn from_json(json: &Value) -> Self {
        let confirmed = json.get("confirmed").and_then(Value::as_array);
        Self {
            version: string(json, "version"),
            answers: json
                .get("answers")
                .map(Answers::from_json)
                .unwrap_or_default(),
            confirmed: confirmed
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(FieldId::new)
                .collect(),
            known: json.get("known").map(known_from_json).unwrap_or_default(),
        }
    }
}

fn known_to_json(known: &SortedMap<FieldId, Known>) -> Value {
    let mut map = Map::new();
    for (field, known) in known.iter() {
        let mut source = Map::new();
        for (locale, text) in known.source.iter() {
            source.insert(locale.clone(), Value::from(text.as_str()));
        }
        let by = known.by.as_ref();
        let known = json_object(vec![
            ("answer", answer_to_json(&known.answer)),
            ("source", Value::Object(source)),
            ("as_of", Value::from(known.as_of.as_str())),
            ("locked", Value::from(known.locked)),
            ("by", by.map_or(Value::Null, |by| Value::from(by.as_str()))),
            (
                "typed",
                known.typed.as_ref().map_or(Value::Null, answer_to_json),
            ),
            ("wrong", Value::from(known.wrong.as_str())),
        ]);
        map.insert(field.to_string(), known);
    }
    Value::Object(map)
}

fn known_from_json(json: &Value) -> SortedMap<FieldId, Known> {
    let mut all = SortedMap::new();
    for (field, json) in json.as_object().into_iter().flatten() {
        let Some(answer) = json.get("answer").and_then(answer_from_json) else {
            continue;
        };
        let mut source = SortedMap::new();
        for (locale, text) in json
            .get("source")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            source.insert(
                locale.clone(),
                text.as_str().unwrap_or_default().to_string(),
            );
        }
        let known = Known {
            answer,
            source,
            as_of: string(json, "as_of"),
            locked: json
                .get("locked")
                .and_then(Value::as_bool)
                .unwrap_or_default(),
            by: json.get("by").and_then(Value::as_str).map(FieldId::new),
            typed: json.get("typed").and_then(answer_from_json),
            wrong: string(json, "wrong"),
        };
        all.insert(FieldId::new(field), known);
    }
    all
}

impl Answers {
    /// The answers as JSON.
    pub fn to_json(&self) -> Value {
        let mut map = Map::new();
        // Collected, a map would be sorted first, by code that is made for millions.
        for (field, answer) in self.iter() {
            map.insert(field.to_string(), answer_to_json(answer));
        }
        Value::Object(map)
    }

    /// Reads answers; what cannot be read is left out.
    pub fn from_json(json: &Value) -> Self {
        let pairs = json.as_object().into_iter().flatten();
        pairs
            .filter_map(|(field, json)| Some((FieldId::new(field), answer_from_json(json)?)))
            .collect()
    }
}

fn answer_to_json(answer: &Answer) -> Value {
    let text = |text: &String| Value::from(text.as_str());
    let (kind, value) = match answer {
        Answer::Text(typed) => ("text", text(typed)),
        Answer::Many(values) => ("many", Value::Array(values.iter().map(text).collect())),
        Answer::Date(DateParts { day, month, year }) => {
            let parts = vec![
                ("day", text(day)),
                ("month", text(month)),
                ("year", text(year)),
            ];
            ("date", json_object(parts))
        }
        Answer::Address(address) => {
            let parts = vec![
                ("province", text(&address.province)),
                ("commune", text(&address.commune)),
                ("detail", text(&address.detail)),
            ];
            ("address", json_object(parts))
        }
        Answer::Files(files) => (
            "files",
            Value::Array(files.iter().map(file_to_json).collect()),
        ),
        Answer::Rows(rows) => (
            "rows",
            Value::Array(rows.iter().map(Answers::to_json).collect()),
        ),
    };
    json_object(vec![(kind, value)])
}

fn answer_from_json(json: &Value) -> Option<Answer> {
    let (kind, value) = json.as_object()?.iter().next()?;
    Some(match kind.as_str() {
        "text" => Answer::Text(value.as_str()?.to_string()),
        "many" => Answer::Many(
            value
                .as_array()?
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_string)
                .collect(),
        ),
        "date" => Answer::Date(DateParts {
            day: string(value, "day"),
            month: string(value, "month"),
            year: string(value, "year"),
        }),
        "address" => Answer::Address(AddressParts {
            province: string(value, "province"),
            commune: string(value, "commune"),
            detail: string(value, "detail"),
        }),
        "files" => Answer::Files(
            value
                .as_array()?
                .iter()
                .filter_map(file_from_json)
                .collect(),
        ),
        "rows" => Answer::Rows(value.as_array()?.iter().map(Answers::from_json).collect()),
        _ => return None,
    })
}

fn file_to_json(file: &FileAnswer) -> Value {
    let pixels = file
        .pixels
        .map(|(width, height)| vec![Value::from(width), Value::from(height)]);
    let mut pairs = vec![
        ("id", Value::from(file.id.as_str())),
        ("name", Value::from(file.name.as_str())),
        ("bytes", Value::from(file.bytes)),
        (
            "kind",
            file.kind
                .map_or(Value::Null, |kind| Value::from(kind.key())),
        ),
        ("pixels", pixels.map_or(Value::Null, Value::Array)),
        ("locked", Value::from(file.locked)),
        (
            "upload",
            file.upload.as_deref().map_or(Value::Null, Value::from),
        ),
    ];
    if let Some(fault) = file.fault {
        pairs.push(("fault", Value::from(fault.key())));
    }
    json_object(pairs)
}

fn file_from_json(json: &Value) -> Option<FileAnswer> {
    let side = |n: usize| json.get("pixels")?.get(n)?.as_u64()?.try_into().ok();
    Some(FileAnswer {
        id: json.get("id")?.as_str()?.to_string(),
        name: string(json, "name"),
        bytes: json.get("bytes")?.as_u64()?,
        kind: json
            .get("kind")
            .and_then(Value::as_str)
            .and_then(FileType::from_key),
        pixels: side(0).zip(side(1)),
        locked: json
            .get("locked")
            .and_then(Value::as_bool)
            .unwrap_or_default(),
        fault: json
            .get("fault")
            .and_then(Value::as_str)
            .and_then(FileFault::from_key),
        upload: json
            .get("upload")
            .and_then(Value::as_str)
            .map(str::to_string),
    })
}

fn string(json: &Value, key: &str) -> String {
    json.get(key)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn it_is_what_the_derived_code_reads_and_writes() {
        let file = FileAnswer {
            id: "1".into(),
            name: "ảnh.jpg".into(),
            bytes: 7,
            kind: Some(FileType::Jpeg),
            pixels: Some((3, 4)),
            locked: false,
            fault: Some(FileFault::CutOff),
            upload: None,
        };
        let row: Answers = [(FieldId::new("m"), Answer::text("x"))]
            .into_iter()
            .collect();
        let answers: Answers = [
            ("a", Answer::text(" Nguyễn ")),
            ("b", Answer::Many(vec!["x".into(), "y".into()])),
            (
                "c",
                Answer::Date(DateParts {
                    day: "1".into(),
                    ..DateParts::default()
                }),
            ),
            (
                "d",
                Answer::Address(AddressParts {
                    detail: "Số 1".into(),
                    ..AddressParts::default()
                }),
            ),
            (
                "e",
                Answer::Files(vec![
                    file.clone(),
                    FileAnswer {
                        kind: None,
                        pixels: None,
                        ..file
                    },
                ]),
            ),
            ("f", Answer::Rows(vec![row, Answers::default()])),
        ]
        .map(|(name, answer)| (FieldId::new(name), answer))
        .into_iter()
        .collect();
        let draft = Draft {
            version: "1".into(),
            answers,
            confirmed: [FieldId::new("a")].into_iter().collect(),
            known: [(
                FieldId::new("a"),
                Known {
                    answer: Answer::text("Nguyễn"),
                    source: [("vi".to_string(), "Sổ".to_string())].into(),
                    as_of: "2026-11-01".into(),
                    locked: true,
                    by: Some(FieldId::new("b")),
                    typed: Some(Answer::text("x")),
                    wrong: "y".into(),
                },
            )]
            .into(),
        };
        let json = draft.to_json();
        assert_eq!(json, serde_json::to_value(&draft).expect("JSON"));
        assert_eq!(
            serde_json::from_value::<Draft>(json.clone()).expect("a draft"),
            draft
        );
        assert_eq!(Draft::from_json(&json), draft);
    }

    #[test]
    fn what_cannot_be_read_is_left_out_and_the_rest_stays() {
        for odd in [
            json!(null),
            json!([]),
            json!({"answers": 7, "confirmed": "x"}),
        ] {
            assert_eq!(Draft::from_json(&odd), Draft::default(), "{odd}");
        }
        let json = json!({"answers": {"a": {"text": "x"}, "b": {"hologram": 1}, "c": {"files": [{"id": 1}]}}});
        let answers = Draft::from_json(&json).answers;
        assert_eq!(answers.get("a"), Some(&Answer::text("x")));
        assert_eq!(
            (answers.get("b"), answers.get("c")),
            (None, Some(&Answer::Files(Vec::new())))
        );
    }
}
