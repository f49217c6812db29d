//! The JSON Schema of the format: what `docs/procedure.schema.json` is made from.
//!
//! These types have the shape of the JSON, with what may be left out; those of the module above
//! have the shape that the program wants. A test compares the keys with those that are read.

use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema};

use super::{Level, Precision};
use crate::file::FileType;
use crate::format::Format;

/// The JSON Schema (draft 2020-12) of definitions, format 1.
pub fn schema() -> serde_json::Value {
    SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<Procedure>()
        .to_value()
}

/// A procedure of a public office: what it is, what it costs, and the questions of its form.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "Procedure definition, format 1")]
struct Procedure {
    /// Where this schema is, for editors. Not read.
    #[schemars(rename = "$schema")]
    schema: Option<Anything>,
    /// The version of the format.
    format: FormatVersion,
    /// The official code, "3.000347".
    code: Line,
    /// The author's version of this definition. A draft remembers it.
    version: Line,
    /// Official name.
    name: Words,
    /// What it is for, in plain words.
    summary: Words,
    /// Who decides.
    agency: Words,
    /// How much of it can be done online.
    level: Level,
    /// What a reader must know first: that something is only a draft, a demonstration.
    notices: Option<Vec<MaybeWords>>,
    /// Who may apply, one line each.
    who: Option<Vec<MaybeWords>>,
    /// What to have at hand, one thing each.
    prepare: Option<Vec<Prepare>>,
    /// Fees, by date.
    fees: Option<Vec<Fee>>,
    /// How long it takes, by date.
    times: Option<Vec<Duration>>,
    /// What comes out of it.
    result: Option<ResultInfo>,
    /// The law it rests on.
    legal: Option<Vec<LegalBasis>>,
    /// The steps of the form, in order. Only level "information" has none.
    steps: Option<Vec<Step>>,
    /// What is declared on the check page; each is ticked before sending. All are of kind "declaration".
    declarations: Option<Vec<Field>>,
    /// What sort of account is needed to send it; none where nothing is said.
    account: Option<AccountNeed>,
    /// Answers with which it can't be done here, and where it can.
    elsewhere: Option<Vec<Elsewhere>>,
    /// What must be done in person. Level "partial" has it, and no other.
    in_person: Option<InPerson>,
    /// The procedures that one dossier sets going together, each with an agency of its own.
    components: Option<Vec<Component>>,
}

/// An account that a portal knows who stands behind.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct AccountNeed {
    /// 1: a confirmed phone number or VNeID level 1. 2: VNeID level 2.
    #[schemars(range(min = 1, max = 2))]
    level: u8,
    /// Why it is needed.
    why: Option<MaybeWords>,
}

/// "Not here": a way out of the form that is no error.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Elsewhere {
    /// Name, unique among these; part of the address.
    id: Name,
    /// It can't be done here when this holds, and every answer that it speaks of is there.
    when: Rule,
    /// What it is about: the page's heading.
    title: Words,
    /// Why not here.
    body: Words,
    /// Where, and what to bring.
    office: Option<MaybeWords>,
    /// Code of the procedure that fits instead.
    procedure: Option<Line>,
    /// The regulation.
    source: Line,
}

/// What must be done in person, and why.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct InPerson {
    /// Why it can't be done here: the law asks that this is published.
    reason: Words,
    /// The regulation.
    source: Line,
    /// What is done there, one thing each, in order.
    steps: Option<Vec<MaybeWords>>,
    /// What to bring, one thing each.
    bring: Option<Vec<Prepare>>,
    /// Where.
    office: Words,
    /// When it is open, or how a time is found.
    hours: Option<MaybeWords>,
    /// How long it takes there.
    takes: Option<MaybeWords>,
}

/// One of the procedures that a dossier sets going. One of `working_days`, `days` and `working_hours` says
/// how long it takes.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Component {
    /// Name, unique among these.
    id: Name,
    /// What it is.
    name: Words,
    /// Who decides it.
    agency: Words,
    #[schemars(flatten)]
    length: Length,
    /// The regulation.
    source: Line,
    /// It is asked for only when this holds.
    when: Option<Rule>,
}

/// Something to have at hand.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Prepare {
    /// What.
    text: Words,
    /// More about it: for whom, how, in what form.
    hint: Option<MaybeWords>,
}

/// A fee.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Fee {
    /// What for, or for whom.
    label: Words,
    /// Amount in đồng; 0 is free, `null` is not known.
    vnd: Amount,
    /// Under what condition, in words.
    note: Option<MaybeWords>,
    /// What it pays for, a name. Of the fees for one thing only the first that applies is due.
    part: Option<Line>,
    /// It applies only when this holds.
    when: Option<Rule>,
    /// How many times it is due; once where nothing is said.
    each: Option<Rule>,
    /// First day on which it holds; left out, it is open.
    from: Option<Day>,
    /// Last day on which it holds; left out, it is open.
    to: Option<Day>,
    /// The regulation.
    source: Line,
    /// The day on which somebody checked it.
    checked_on: Option<Day>,
}

/// How long it takes from a complete dossier: one of `working_days`, `days` and `working_hours`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Duration {
    #[schemars(flatten)]
    length: Length,
    /// What comes in from this time of day on counts from the next working day.
    cut_off: Option<TimeOfDay>,
    /// It applies only when this holds. The first that applies counts.
    when: Option<Rule>,
    /// More about it.
    note: Option<MaybeWords>,
    /// First day on which it holds; left out, it is open.
    from: Option<Day>,
    /// Last day on which it holds; left out, it is open.
    to: Option<Day>,
    /// The regulation, or where it is published.
    source: Line,
    /// The day on which somebody checked it.
    checked_on: Option<Day>,
}

/// One of three keys.
#[derive(JsonSchema)]
#[schemars(untagged, transform = either)]
enum Length {
    WorkingDays {
        /// Working days.
        working_days: u16,
    },
    Days {
        /// Days of the calendar.
        days: u16,
    },
    WorkingHours {
        /// Hours of the working day's clock; a day has eight.
        working_hours: u16,
    },
}

/// What comes out of a procedure.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Result")]
struct ResultInfo {
    /// The paper or the notice.
    name: Words,
    /// The ways in which it can be received, one each.
    receive: Option<Vec<MaybeWords>>,
    /// More about it: what must be handed in.
    note: Option<MaybeWords>,
}

/// A law or regulation.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Legal")]
struct LegalBasis {
    /// Number and name.
    title: Words,
    /// What it says here, or what about it is not certain.
    note: Option<MaybeWords>,
    /// Where it can be read.
    url: Option<HttpsAddress>,
    /// The day on which somebody checked that it holds.
    checked_on: Option<Day>,
}

/// A step: one page of questions about one thing.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Step {
    /// Name, unique in the definition and not "review"; part of the address.
    id: Name,
    /// The question or the subject: the page's heading. No other step has the same.
    title: Words,
    /// What is needed to answer, before the fields.
    body: Option<MaybeWords>,
    /// Asked only when this holds.
    visible: Option<Rule>,
    /// The questions. A repeat needs a step of its own.
    #[schemars(length(min = 1))]
    fields: Vec<Field>,
}

/// A question.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Field {
    /// Name, unique in the definition, rows of repeats and declarations included.
    id: FieldName,
    /// What is asked, as it stands on the paper.
    label: Words,
    /// One short sentence on how to answer, without a link.
    hint: Option<MaybeWords>,
    /// Why it is asked.
    why: Option<MaybeWords>,
    /// A longer explanation, folded.
    help: Option<MaybeWords>,
    /// Recordings of the label and the hint: for a locale, an address that begins with one slash.
    audio: Option<MaybeWords>,
    /// What to say when it is missing, where the usual sentence would not do.
    missing: Option<MaybeWords>,
    /// Whether an answer must be given; true where nothing is said.
    required: Option<Required>,
    /// Asked only when this holds.
    visible: Option<Rule>,
    /// Rules over this and other answers. The first that does not hold is told.
    checks: Option<Vec<Check>>,
    /// HTML autofill token, for data about the person who fills in.
    autocomplete: Option<Line>,
    /// What the portal may know already.
    prefill: Option<Prefill>,
    /// A register in which this answer is looked up.
    lookup: Option<Lookup>,
    #[schemars(flatten)]
    kind: Kind,
}

/// A rule of the author.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Check {
    /// What must hold. It is not asked while an answer that it speaks of is missing.
    rule: Rule,
    /// What to do when it does not.
    message: Words,
    /// It is only pointed out, and nobody is kept from going on.
    advice: Option<bool>,
}

/// Where a portal may know an answer from.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Prefill {
    /// The portal's name of the datum.
    from: Line,
    /// Whether it can't be changed here: it comes from a register that another office keeps.
    locked: Option<bool>,
}

/// A register that answers to this question's answer.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Lookup {
    /// The portal's name of the register.
    register: Line,
    /// Fields that it fills, with the register's name of the datum.
    fills: DataByField,
}

#[derive(JsonSchema)]
#[schemars(tag = "kind", rename_all = "kebab-case")]
enum Kind {
    /// A line of text.
    Text(TextKind),
    /// Several lines.
    LongText(LongTextKind),
    /// A number.
    Number(NumberKind),
    /// An amount in đồng, whole.
    Money(MoneyKind),
    /// A date, month or year.
    Date(DateKind),
    /// One of several.
    Choice(Options),
    /// Some of several.
    Choices(ChoicesKind),
    /// Yes or no.
    YesNo,
    /// Province, commune, detail.
    Address,
    /// Files.
    File(FileKind),
    /// The same questions for several things.
    Repeat(RepeatKind),
    /// A sentence to declare.
    Declaration,
    /// Text without a question.
    Information,
}

#[derive(JsonSchema)]
struct TextKind {
    /// A named format.
    format: Option<Format>,
    /// Fewest characters.
    min_length: Option<u64>,
    /// Most characters; 200 where nothing is said.
    max_length: Option<u64>,
    /// Regular expression (linear-time engine, no look-around) that the whole value must match.
    pattern: Option<Line>,
    /// What to say when it does not.
    pattern_message: Option<MaybeWords>,
}

#[derive(JsonSchema)]
struct LongTextKind {
    /// Fewest characters.
    min_length: Option<u64>,
    /// Most characters; 4000 where nothing is said.
    max_length: Option<u64>,
    /// Regular expression (linear-time engine, no look-around) that the whole value must match.
    pattern: Option<Line>,
    /// What to say when it does not.
    pattern_message: Option<MaybeWords>,
}

#[derive(JsonSchema)]
struct NumberKind {
    /// Least.
    min: Option<f64>,
    /// Most.
    max: Option<f64>,
    /// Most decimals; 0, for whole numbers, where nothing is said.
    #[schemars(range(max = 9))]
    decimals: Option<u8>,
    /// The unit, shown behind the input.
    unit: Option<MaybeWords>,
}

#[derive(JsonSchema)]
struct MoneyKind {
    /// Least, in đồng.
    min: Option<f64>,
    /// Most, in đồng.
    max: Option<f64>,
}

#[derive(JsonSchema)]
struct DateKind {
    /// How exact it must be; "day" where nothing is said.
    precision: Option<Precision>,
    /// First day allowed.
    earliest: Option<Bound>,
    /// Last day allowed.
    latest: Option<Bound>,
}

/// Either `options`, or the `list` of the portal.
#[derive(JsonSchema)]
#[schemars(untagged, transform = either)]
enum Options {
    Inline {
        /// The options, in order.
        #[schemars(length(min = 1))]
        options: Vec<OptionDefinition>,
    },
    List {
        /// A code list of the portal.
        list: Line,
        /// The field whose answer chooses the part of the list.
        list_parent: Option<Line>,
    },
}

/// One option.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Option")]
struct OptionDefinition {
    /// The code that is sent, unique among the options.
    value: Line,
    /// What the citizen reads.
    label: Words,
    /// More about it.
    hint: Option<MaybeWords>,
    /// Offered only when this holds.
    visible: Option<Rule>,
}

#[derive(JsonSchema)]
struct ChoicesKind {
    #[schemars(flatten)]
    options: Options,
    /// Fewest.
    min: Option<u64>,
    /// Most.
    max: Option<u64>,
    /// The option that means "none of these".
    none: Option<Line>,
}

#[derive(JsonSchema)]
struct FileKind {
    /// Types that are taken; all where nothing is said.
    accept: Option<Vec<FileType>>,
    /// Most bytes of one file; 5242880 where nothing is said.
    max_bytes: Option<u64>,
    /// Most files; 1 where nothing is said.
    max_files: Option<u64>,
    /// Least width and height of an image in pixels, whichever way it lies.
    min_pixels: Option<(u32, u32)>,
    /// The portal's name of this paper, which may lie in the citizen's store there.
    document: Option<Line>,
}

#[derive(JsonSchema)]
struct RepeatKind {
    /// Fewest rows; 0 where nothing is said.
    min: Option<u64>,
    /// Most rows; 20 where nothing is said.
    max: Option<u64>,
    /// What one row is: "Person".
    item: Words,
    /// Whether rows can be taken from a table (CSV).
    import: Option<bool>,
    /// Periods that should follow each other without a gap; one is pointed out.
    without_gaps: Option<WithoutGaps>,
    /// The questions of a row; none of them repeats.
    #[schemars(length(min = 1))]
    fields: Vec<Field>,
}

/// Rows that are periods.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct WithoutGaps {
    /// The field of a row with the first month.
    from: Line,
    /// The field of a row with the last month; without an answer it lasts until today.
    to: Line,
    /// The first day that must be covered.
    since: Option<Rule>,
}

/// A branch of its own for each: both together are refused.
fn either(schema: &mut Schema) {
    if let Some(branches) = schema.remove("anyOf") {
        schema.insert("oneOf".into(), branches);
    }
}

/// A type of which only the schema matters.
macro_rules! shape {
    ($($(#[doc = $doc:literal])+ $name:ident = $json:tt)+) => {
        $(
            $(#[doc = $doc])+
            struct $name;

            impl JsonSchema for $name {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    let mut schema = json_schema!($json);
                    let words = [$($doc.trim()),+].join(" ");
                    schema.insert("description".into(), words.into());
                    schema
                }
            }
        )+
    };
}

shape! {
    /// Anything.
    Anything = {}

    /// A whole number of đồng, or `null`.
    Amount = {"type": ["integer", "null"], "minimum": 0}

    /// 1: the version that this schema describes.
    FormatVersion = {"const": 1}

    /// A text by locale (BCP 47), or one text in Vietnamese. Vietnamese is what other languages
    /// fall back to.
    Words = {
        "anyOf": [
            {"type": "string", "pattern": "\\S"},
            {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}}
        ]
    }

    /// A text by locale (BCP 47), or one text in Vietnamese.
    MaybeWords = {
        "anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]
    }

    /// A text that is not translated.
    Line = {"type": "string", "pattern": "\\S"}

    /// A lower-case letter, then lower-case letters, digits and `_`; 64 at most.
    Name = {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,63}$"}

    /// A lower-case letter, then lower-case letters, digits and `_`; 64 at most. Not the name of a
    /// part of a page.
    FieldName = {
        "type": "string",
        "pattern": "^[a-z][a-z0-9_]{0,63}$",
        "not": {"enum": (crate::compile::RESERVED)}
    }

    /// A day, YYYY-MM-DD.
    Day = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}

    /// A day, YYYY-MM-DD, or "today": the day on which the form is filled in.
    Bound = {"type": "string", "pattern": "^(today|[0-9]{4}-[0-9]{2}-[0-9]{2})$"}

    /// A time of day, "15:00".
    TimeOfDay = {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}

    /// The register's name of a datum, by the name of the field that it fills.
    DataByField = {
        "type": "object", "minProperties": 1,
        "propertyNames": {"pattern": "^[a-z][a-z0-9_]{0,63}$"},
        "additionalProperties": {"type": "string", "pattern": "\\S"}
    }

    /// An address that begins with https.
    HttpsAddress = {"type": "string", "pattern": "^https://"}

    /// JsonLogic: a literal, a list, or an object with one operator.
    Rule = {
        "type": ["boolean", "number", "string", "array", "object"],
        "minProperties": 1,
        "maxProperties": 1,
        "examples": [{"==": [{"var": "reason"}, "other"]}]
    }

    /// Always, never, or when a rule holds.
    Required = {
        "anyOf": [{"type": "boolean"}, {"type": "object", "minProperties": 1, "maxProperties": 1}]
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use serde_json::{Map, Value};

    use super::super::read::{KEYS, read};
    use super::*;

    const EVERY_KEY: &str = include_str!("../../tests/kinds.json");

    /// The parts of a schema that speak of an object of this `kind`.
    fn parts<'a>(
        root: &'a Value,
        schema: &'a Value,
        kind: Option<&Value>,
    ) -> Vec<&'a Map<String, Value>> {
        let Some(map) = schema.as_object() else {
            return Vec::new();
        };
        let of_kind = map
            .get("properties")
            .and_then(|p| p.get("kind")?.get("const"));
        if of_kind.is_some() && of_kind != kind {
            return Vec::new();
        }
        let mut found = vec![map];
        if let Some(pointer) = map.get("$ref").and_then(Value::as_str) {
            let target = root.pointer(&pointer[1..]).expect("what it refers to");
            found.extend(parts(root, target, kind));
        }
        for branches in ["allOf", "anyOf", "oneOf"] {
            for branch in map
                .get(branches)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
            {
                found.extend(parts(root, branch, kind));
            }
        }
        found
    }

    /// Walks through JSON and schema together and notes the keys that the schema knows, by path.
    fn walk(
        root: &Value,
        schemas: &[&Value],
        json: &Value,
        path: &str,
        found: &mut BTreeMap<String, BTreeSet<String>>,
    ) {
        let kind = json.get("kind");
        let parts: Vec<_> = schemas
            .iter()
            .flat_map(|schema| parts(root, schema, kind))
            .collect();
        let properties = |key: &str| -> Vec<&Value> {
            parts
                .iter()
                .filter_map(|part| part.get("properties")?.get(key))
                .collect()
        };
        match json {
            Value::Object(map) => {
                let keys = parts
                    .iter()
                    .filter_map(|part| part.get("properties")?.as_object());
                let keys: BTreeSet<String> = keys.flat_map(|p| p.keys().cloned()).collect();
                if !keys.is_empty() {
                    found.insert(path.to_string(), keys);
                }
                for (key, json) in map {
                    walk(
                        root,
                        &properties(key),
                        json,
                        &format!("{path}/{key}"),
                        found,
                    );
                }
            }
            Value::Array(items) => {
                let of_items: Vec<&Value> =
                    parts.iter().filter_map(|part| part.get("items")).collect();
                for (n, json) in items.iter().enumerate() {
                    walk(root, &of_items, json, &format!("{path}/{n}"), found);
                }
            }
            _ => {}
        }
    }

    #[test]
    fn the_schema_has_the_keys_that_are_read() {
        let json: Value = serde_json::from_str(EVERY_KEY).expect("JSON");
        KEYS.take();
        let (_, mistakes) = read(&json);
        assert_eq!(mistakes, []);
        let mut read: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (path, keys) in KEYS.take() {
            read.entry(path)
                .or_default()
                .extend(keys.iter().map(ToString::to_string));
        }
        for keys in read.values_mut().filter(|keys| keys.contains("list")) {
            // Options of its own or a list: only one of them is looked at.
            keys.extend(["options".to_string(), "list_parent".to_string()]);
        }
        let schema = schema();
        let mut known = BTreeMap::new();
        walk(&schema, &[&schema], &json, "", &mut known);
        assert_eq!(known, read);
    }

    #[test]
    fn every_key_stands_in_the_example_and_every_kind() {
        let json: Value = serde_json::from_str(EVERY_KEY).expect("JSON");
        let schema = schema();
        let mut known = BTreeMap::new();
        walk(&schema, &[&schema], &json, "", &mut known);
        let (mut can, mut has) = (BTreeSet::new(), BTreeSet::new());
        for (path, keys) in known {
            let object = json.pointer(&path).expect("it is there");
            let place = |key: &String| match object.get("kind").and_then(Value::as_str) {
                // What all kinds have is enough to have once.
                Some(kind) if super::super::KindDefinition::NAMES.contains(&kind) => key.clone(),
                _ => format!(
                    "{}.{key}",
                    path.rsplit('/')
                        .find(|p| p.parse::<usize>().is_err())
                        .unwrap_or("")
                ),
            };
            can.extend(keys.iter().map(place));
            has.extend(
                object
                    .as_object()
                    .into_iter()
                    .flat_map(Map::keys)
                    .map(place),
            );
        }
        assert_eq!(has, can);
        let kinds = schema["$defs"]["Field"]["oneOf"].as_array().expect("kinds");
        let kinds: Vec<&str> = kinds
            .iter()
            .filter_map(|kind| kind["properties"]["kind"]["const"].as_str())
            .collect();
        assert_eq!(kinds, super::super::KindDefinition::NAMES);
    }
}
