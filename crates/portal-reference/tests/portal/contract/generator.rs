//! Makes requests: right ones from the schemas of the document, and wrong ones from the right ones.

use std::collections::BTreeMap;

use portal_wire::endpoint;
use serde_json::{Map, Value, json};

use super::document::{Body, Document, Operation, Parameter, Place, members, name_of};
use super::request::{Sent, Try, Who};
use crate::chance::Chance;

/// What the document cannot know: names of things that are there, and answers that fit a form. By the schema
/// and its member (`NewDossier.answers`), or by the place and name of a parameter (`path.code`). `null`: what
/// must be left out for a request to be right.
pub(crate) type Hints = BTreeMap<String, Value>;

/// Makes requests for one operation.
pub(crate) struct Generator<'a> {
    pub(crate) document: &'a Document,
    pub(crate) operation: &'a Operation,
    pub(crate) hints: &'a Hints,
    pub(crate) chance: &'a mut Chance,
}

/// How a request is chosen among those that are right.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Choice {
    /// Everything that may be there is there, and means something.
    All,
    /// Nothing is there but what must be.
    Least,
    /// By chance; only the schema must be kept.
    Any,
}

/// Texts that are right by a schema that wants a text, and strange to a program.
fn strange_texts() -> Vec<String> {
    let plain = [
        "",
        " ",
        "0",
        "null",
        "Nguyễn Văn Mẫu",
        // NFD: the same name as other devices type it.
        "Nguye\u{302}\u{303}n Va\u{306}n Ma\u{302}\u{303}u",
        // Marks that turn the direction, a word from right to left, and what nobody sees.
        "\u{202E}uẫM\u{202C} \u{2067}مثال\u{2069} \u{200B}\u{FEFF}",
        "👩‍👩‍👧‍👦 𝕸ẫ𝖚 ឯកសារ 申請",
        // Written as \u0000 in JSON, as %00 in addresses.
        "a\u{0}b",
        "line\r\nline\ttab\u{1B}[2J",
        "' OR 1=1; DROP TABLE dossier; --",
        "<script>alert(1)</script>&amp;",
        "../../../../etc/passwd",
        "%00%2F..%2F",
        "9999999999999999999999999999999999999999",
        "-1",
        "1e999",
        "2026-13-45",
        "\u{FFFF}\u{10FFFF}\u{E000}",
    ];
    let mut texts: Vec<String> = plain.map(String::from).to_vec();
    texts.push("x".repeat(5_000));
    texts.push("e\u{302}\u{301}".repeat(1_000));
    texts
}

/// Values of every kind, to stand where another kind is wanted.
fn other_values() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1e300),
        json!(""),
        json!("x"),
        json!([]),
        json!([[], [null]]),
        json!({}),
        json!({"": {"": null}, "$ref": "#", "__proto__": 1}),
    ]
}

/// Texts of bodies that are no JSON, or JSON that no program should be lost in.
fn strange_bodies(right: &str) -> Vec<(&'static str, Vec<u8>)> {
    let half = right.char_indices().nth(right.chars().count() / 2);
    let half = &right[..half.map_or(0, |(at, _)| at)];
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(5_000), close.repeat(5_000));
    let mut texts = vec![
        ("nothing", String::new()),
        ("space", " \n".into()),
        ("cut", half.into()),
        ("something behind", format!("{right} x")),
        ("twice", format!("{right}{right}")),
        ("a byte order mark", format!("\u{FEFF}{right}")),
        ("words", "not JSON".into()),
        ("a form", "a=1&b=2".into()),
        ("NaN", "NaN".into()),
        ("a comma too many", "{\"a\": 1,}".into()),
        ("half a character", "{\"text\": \"\\ud800\"}".into()),
        (
            "a number without end",
            format!("{{\"status\": {}}}", "9".repeat(5_000)),
        ),
        ("too large a number", "{\"status\": 1e999}".into()),
        ("deep lists", deep("[", "]")),
        ("deep objects", deep("{\"a\":", "}").replace(":}", ":1}")),
    ];
    if let Some(rest) = right.strip_prefix('{').filter(|rest| rest.len() > 1) {
        // The same member twice.
        let first = rest
            .split(',')
            .next()
            .unwrap_or_default()
            .trim_end_matches('}');
        texts.push(("a member twice", format!("{{{first},{rest}")));
    }
    let mut bodies: Vec<_> = texts
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()))
        .collect();
    bodies.push(("no UTF-8", b"{\"text\": \"\xFF\xFE\xC3\"}".to_vec()));
    bodies.push((
        "UTF-16",
        right.encode_utf16().flat_map(u16::to_le_bytes).collect(),
    ));
    bodies
}

impl Generator<'_> {
    /// A request that the document allows.
    pub(crate) fn right(&mut self, who: Who, choice: Choice) -> Try {
        let mut made = Try {
            who,
            parameters: Vec::new(),
            sent: Sent::Nothing,
            spoiled: Vec::new(),
        };
        for parameter in &self.operation.parameters {
            if let Some(value) = self.parameter(parameter, choice) {
                made.set(parameter.place, &parameter.name, value);
            }
        }
        if let Some(body) = &self.operation.body {
            made.sent = self.body(body, choice);
        }
        if choice == Choice::Any {
            made.spoiled.push("by chance".into());
        }
        made
    }

    fn parameter(&mut self, parameter: &Parameter, choice: Choice) -> Option<Vec<u8>> {
        let place = match parameter.place {
            Place::Path => "path",
            Place::Query => "query",
            Place::Header => "header",
        };
        if !parameter.is_required && !self.is_there(choice) {
            return None;
        }
        let value = self.value(
            &parameter.schema,
            &format!("{place}.{}", parameter.name),
            choice,
        );
        let text = match value {
            Value::Null => return None,
            // Without a name there is another address.
            Value::String(text) if text.is_empty() && parameter.place == Place::Path => "0".into(),
            Value::String(text) => text,
            other => other.to_string(),
        };
        Some(written(parameter.place, &text))
    }

    /// Whether something that may be left out is there.
    fn is_there(&mut self, choice: Choice) -> bool {
        match choice {
            Choice::All => true,
            Choice::Least => false,
            Choice::Any => self.chance.once_in(2),
        }
    }

    fn body(&mut self, body: &Body, choice: Choice) -> Sent {
        if body.kind == "application/json" {
            return Sent::Json(self.value(&body.schema, "body", choice));
        }
        let text = self.value(&body.schema, "bytes", choice);
        Sent::Bytes {
            kind: Some(body.kind.clone()),
            bytes: text.as_str().unwrap_or_default().as_bytes().to_vec(),
        }
    }

    /// A value that is right by the schema; `at` is the name of the place for hints.
    pub(crate) fn value(&mut self, schema: &Value, at: &str, choice: Choice) -> Value {
        let hint = self.hints.get(at).cloned();
        let is_hinted = choice != Choice::Any || !self.chance.once_in(4);
        if let Some(hint) = hint.filter(|_| is_hinted) {
            return hint;
        }
        if let Some(name) = name_of(schema) {
            let name = name.to_string();
            let inner = self.document.resolved(schema).clone();
            return self.value(&inner, &name, choice);
        }
        if let Some(parts) = schema["allOf"].as_array() {
            let mut whole = Map::new();
            for part in parts {
                if let Value::Object(members) = self.value(part, at, choice) {
                    whole.extend(members);
                }
            }
            return Value::Object(whole);
        }
        if let Some(ways) = schema["oneOf"].as_array() {
            let way = match choice {
                Choice::Any => self.chance.pick(ways),
                _ => ways.last().expect("a way"),
            };
            return self.value(way, at, choice);
        }
        if let Some(values) = schema["enum"].as_array() {
            return self.chance.pick(values).clone();
        }
        let kinds: Vec<&str> = match &schema["type"] {
            Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
            kind => kind.as_str().into_iter().collect(),
        };
        let kind = match choice {
            _ if kinds.is_empty() => return self.chance.pick(&other_values()).clone(),
            Choice::Any => *self.chance.pick(&kinds),
            _ => kinds[0],
        };
        match kind {
            "null" => Value::Null,
            "boolean" => json!(self.chance.once_in(2)),
            "integer" => json!(self.integer(schema)),
            "string" => json!(match choice {
                Choice::Any => self.chance.pick(&strange_texts()).clone(),
                _ => "Mẫu".to_string(),
            }),
            "array" => {
                let count = if choice == Choice::Any {
                    self.chance.below(4)
                } else {
                    1
                };
                let items = (0..count).map(|_| self.value(&schema["items"], at, choice));
                items.collect()
            }
            "object" => self.object(schema, at, choice),
            other => panic!("{at}: nobody knows {other}"),
        }
    }

    fn integer(&mut self, schema: &Value) -> i64 {
        let least = schema["minimum"].as_i64();
        let most = match schema["format"].as_str() {
            Some("int32") => i64::from(i32::MAX),
            _ => i64::MAX,
        };
        let mut numbers = vec![0, 1, 7, most];
        numbers.extend(least.is_none().then_some(-1));
        *self.chance.pick(&numbers)
    }

    fn object(&mut self, schema: &Value, at: &str, choice: Choice) -> Value {
        let mut made = Map::new();
        let required: Vec<&str> = schema["required"]
            .as_array()
            .map(|names| names.iter().filter_map(Value::as_str).collect())
            .unwrap_or_default();
        for (name, inner) in members(&schema["properties"]) {
            if required.contains(&name) || self.is_there(choice) {
                let value = self.value(inner, &format!("{at}.{name}"), choice);
                made.insert(name.to_string(), value);
            }
        }
        let is_map = schema.get("properties").is_none();
        if choice == Choice::Any && is_map {
            for _ in 0..self.chance.below(3) {
                let name = self.chance.pick(&strange_texts()).clone();
                let value = match schema.get("additionalProperties") {
                    Some(inner) => self.value(&inner.clone(), at, choice),
                    None => self.chance.pick(&other_values()).clone(),
                };
                made.insert(name, value);
            }
        }
        Value::Object(made)
    }
}

/// One thing that is wrong with a request.
#[derive(Clone, Debug)]
pub(crate) enum Spoil {
    /// A parameter has another value, as it is written.
    Value(Place, String, Vec<u8>),
    /// A parameter is not there.
    Without(Place, String),
    /// A parameter is there a second time.
    Twice(Place, String),
    /// Another value stands at this place of the body.
    Json(String, Value),
    /// A member of the body is not there.
    No(String),
    /// There is a member that nobody knows.
    More,
    /// A list of the body's values: programs that know the order of members may read it for an object.
    List { is_reversed: bool },
    /// One of the strange bodies, by its number.
    Text(usize),
    /// The body says that it is of this kind.
    Kind(Option<&'static str>),
    /// So many bytes.
    Bytes(usize),
}

/// Everything that can be wrong with requests like this one. It is chosen once, and done to one request after
/// another, whatever they name.
pub(crate) fn spoils(operation: &Operation, right: &Try) -> Vec<Spoil> {
    let mut spoils = Vec::new();
    for parameter in &operation.parameters {
        spoils.extend(spoils_of_parameter(parameter));
    }
    match &right.sent {
        // Nobody asked for a body.
        Sent::Nothing => spoils.extend([Spoil::Bytes(10), Spoil::Bytes(70_000)]),
        Sent::Json(json) => spoils.extend(spoils_of_json(json)),
        Sent::Bytes { .. } => {
            spoils.extend([0, 70_000, (5 << 20) + 2].map(Spoil::Bytes));
            let kinds = [
                None,
                Some("application/json"),
                Some("text/plain"),
                Some(";;;"),
            ];
            spoils.extend(kinds.map(Spoil::Kind));
        }
    }
    spoils
}

fn spoils_of_parameter(parameter: &Parameter) -> Vec<Spoil> {
    let (place, name) = (parameter.place, &parameter.name);
    let mut values: Vec<Vec<u8>> = strange_texts()
        .iter()
        // Without a name there is another address.
        .filter(|text| place != Place::Path || !text.is_empty())
        .map(|text| written(place, text))
        .collect();
    match place {
        Place::Header => values.push(vec![0xFF, 0xFE, b'x']),
        _ => values.extend([
            b"%FF%FE".to_vec(),
            b"%".to_vec(),
            b"%zz".to_vec(),
            b"+".to_vec(),
        ]),
    }
    let values = values.into_iter();
    let mut spoils: Vec<Spoil> = values
        .map(|value| Spoil::Value(place, name.clone(), value))
        .collect();
    if place != Place::Path {
        spoils.push(Spoil::Without(place, name.clone()));
        spoils.push(Spoil::Twice(place, name.clone()));
    }
    spoils
}

fn spoils_of_json(json: &Value) -> Vec<Spoil> {
    let mut spoils = vec![
        Spoil::More,
        Spoil::List { is_reversed: false },
        Spoil::List { is_reversed: true },
    ];
    for at in places(json, "", 0) {
        let texts = strange_texts().into_iter().map(Value::from);
        let values = other_values().into_iter().chain(texts);
        spoils.extend(values.map(|value| Spoil::Json(at.clone(), value)));
        spoils.push(Spoil::No(at));
    }
    spoils.extend((0..strange_bodies("{}").len()).map(Spoil::Text));
    // More than a megabyte.
    spoils.push(Spoil::Bytes((1 << 20) + 1));
    let kinds = [
        None,
        Some(""),
        Some("text/plain"),
        Some("application/x-www-form-urlencoded"),
        Some("multipart/form-data; boundary=x"),
        Some("application/json, text/html"),
        Some("json"),
        Some("\u{1EAB}"),
        // And some that are right.
        Some("application/json; charset=utf-8"),
        Some("APPLICATION/JSON"),
        Some("application/ld+json"),
    ];
    spoils.extend(kinds.map(Spoil::Kind));
    spoils
}

impl Spoil {
    /// Does it to a request; nothing where the request is so already, or has no such place.
    pub(crate) fn done_to(&self, right: &Try) -> Option<Try> {
        let mut made = right.clone();
        match self {
            Self::Value(place, name, value) => made.set(*place, name, value.clone()),
            Self::Without(place, name) => made.remove(*place, name),
            Self::Twice(place, name) => {
                made.parameters.push((*place, name.clone(), b"1".to_vec()));
            }
            Self::Json(at, value) => {
                let place = json_of(&mut made)?.pointer_mut(at)?;
                if place == value {
                    return None;
                }
                *place = value.clone();
            }
            Self::No(at) => {
                let (parent, name) = at.rsplit_once('/')?;
                let name = name.replace("~1", "/").replace("~0", "~");
                let parent = json_of(&mut made)?.pointer_mut(parent)?;
                parent.as_object_mut()?.remove(&name)?;
            }
            Self::More => {
                let map = json_of(&mut made)?.as_object_mut()?;
                map.insert("nobody knows \u{0} me".into(), json!({"a": [1, 2, 3]}));
            }
            Self::List { is_reversed } => {
                let json = json_of(&mut made)?;
                let mut values: Vec<Value> = json.as_object()?.values().cloned().collect();
                if *is_reversed {
                    values.reverse();
                }
                *json = Value::Array(values);
            }
            Self::Text(number) => {
                let mut bodies = strange_bodies(&json_of(&mut made)?.to_string());
                let (what, bytes) = bodies.swap_remove(*number);
                made.spoiled.push(what.into());
                made.sent = bytes_of("application/json", bytes);
            }
            Self::Kind(kind) => {
                let bytes = match &made.sent {
                    Sent::Nothing => Vec::new(),
                    Sent::Json(json) => json.to_string().into_bytes(),
                    Sent::Bytes { bytes, .. } => bytes.clone(),
                };
                let kind = kind.map(String::from);
                made.sent = Sent::Bytes { kind, bytes };
            }
            Self::Bytes(count) => {
                let kind = match &made.sent {
                    Sent::Bytes {
                        kind: Some(kind), ..
                    } => kind.clone(),
                    _ => "application/json".into(),
                };
                made.sent = bytes_of(&kind, vec![b' '; *count]);
            }
        }
        let shown: String = format!("{self:?}").chars().take(100).collect();
        made.spoiled.push(shown);
        Some(made)
    }
}

fn json_of(made: &mut Try) -> Option<&mut Value> {
    match &mut made.sent {
        Sent::Json(json) => Some(json),
        _ => None,
    }
}

fn bytes_of(kind: &str, bytes: Vec<u8>) -> Sent {
    Sent::Bytes {
        kind: Some(kind.into()),
        bytes,
    }
}

/// As it stands in an address or a header.
fn written(place: Place, text: &str) -> Vec<u8> {
    match place {
        Place::Path | Place::Query => endpoint::encode(text).into_bytes(),
        // No line ends in headers: no client can send them.
        Place::Header => text.bytes().filter(|b| *b >= b' ' && *b != 0x7F).collect(),
    }
}

/// Every place of a body, as JSON Pointers; of long lists and deep things only the beginning.
fn places(json: &Value, at: &str, depth: usize) -> Vec<String> {
    let mut found = vec![at.to_string()];
    if depth < 3 {
        for (name, inner) in members(json) {
            let name = name.replace('~', "~0").replace('/', "~1");
            found.extend(places(inner, &format!("{at}/{name}"), depth + 1));
        }
        let first = json.as_array().and_then(|items| items.first());
        if let Some(first) = first {
            found.extend(places(first, &format!("{at}/0"), depth + 1));
        }
    }
    found
}
