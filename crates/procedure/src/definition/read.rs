//! Reads a definition from JSON and reports everything that is wrong with its shape.

use serde_json::{Map, Value};

use super::*;
use crate::clean::is_blank;
use crate::id::is_name;
use crate::{Mistake, MistakeCode, parse_date};

/// More than any real procedure has; a definition beyond it is refused before it costs anything.
const MOST_ITEMS: usize = 2_000;
const LONGEST_TEXT: usize = 20_000;

/// Reads `json`. The definition is what could be read; where there are mistakes it is only good
/// for finding more of them.
pub fn read(json: &Value) -> (Definition, Vec<Mistake>) {
    let mut mistakes = Vec::new();
    let definition = Object::of(json, "", &mut mistakes).map_or_else(empty, |o| definition(o));
    (definition, mistakes)
}

fn empty() -> Definition {
    Definition {
        code: String::new(),
        version: String::new(),
        name: Text::default(),
        summary: Text::default(),
        agency: Text::default(),
        level: Level::Full,
        notices: Vec::new(),
        who: Vec::new(),
        prepare: Vec::new(),
        fees: Vec::new(),
        times: Vec::new(),
        result: None,
        legal: Vec::new(),
        steps: Vec::new(),
        declarations: Vec::new(),
        account: None,
        elsewhere: Vec::new(),
        in_person: None,
        components: Vec::new(),
    }
}

fn definition(mut o: Object) -> Definition {
    o.skip("$schema");
    match o.take("format").map(Value::as_u64) {
        None => o.report(MistakeCode::MissingKey("format")),
        Some(Some(FORMAT)) => {}
        Some(Some(other)) => o.report_at("format", MistakeCode::UnknownFormat(other)),
        Some(None) => o.report_at("format", MistakeCode::WrongType("a number")),
    }
    let definition = Definition {
        code: o.string("code"),
        version: o.string("version"),
        name: o.text("name"),
        summary: o.text("summary"),
        agency: o.text("agency"),
        level: o
            .one_of(
                "level",
                &[
                    ("full", Level::Full),
                    ("partial", Level::Partial),
                    ("information", Level::Information),
                ],
            )
            .unwrap_or_else(|| {
                o.report_missing("level");
                Level::Full
            }),
        notices: o.list("notices", text),
        who: o.list("who", text),
        prepare: o.objects("prepare", prepare),
        fees: o.objects("fees", |o| Fee {
            label: o.text("label"),
            vnd: o.whole_or_null("vnd"),
            note: o.text_or_none("note"),
            part: o.string_or_none("part").unwrap_or_default(),
            when: o.raw("when"),
            each: o.raw("each"),
            valid: o.validity(),
            source: o.string("source"),
            checked_on: o.date("checked_on"),
        }),
        times: o.objects("times", |o| Duration {
            length: length(o),
            cut_off: o.time("cut_off"),
            when: o.raw("when"),
            note: o.text_or_none("note"),
            valid: o.validity(),
            source: o.string("source"),
            checked_on: o.date("checked_on"),
        }),
        result: o.object("result", |o| ResultInfo {
            name: o.text("name"),
            receive: o.list("receive", text),
            note: o.text_or_none("note"),
        }),
        legal: o.objects("legal", |o| LegalBasis {
            title: o.text("title"),
            note: o.text_or_none("note"),
            url: o.url("url"),
            checked_on: o.date("checked_on"),
        }),
        steps: o.objects("steps", step),
        declarations: o.objects("declarations", field),
        account: o.object("account", |o| AccountNeed {
            level: match o.whole("level") {
                Some(level @ 1..=2) => level as u8,
                other => {
                    if other.is_some() {
                        o.report_at("level", MistakeCode::WrongType("1 or 2"));
                    }
                    o.report_missing("level");
                    1
                }
            },
            why: o.text_or_none("why"),
        }),
        elsewhere: o.objects("elsewhere", |o| ElsewhereDefinition {
            id: o.name("id"),
            when: o.rule("when"),
            title: o.text("title"),
            body: o.text("body"),
            office: o.text_or_none("office"),
            procedure: o.string_or_none("procedure"),
            source: o.string("source"),
        }),
        in_person: o.object("in_person", |o| InPerson {
            reason: o.text("reason"),
            source: o.string("source"),
            steps: o.list("steps", text),
            bring: o.objects("bring", prepare),
            office: o.text("office"),
            hours: o.text_or_none("hours"),
            takes: o.text_or_none("takes"),
        }),
        components: o.objects("components", |o| ComponentDefinition {
            id: o.name("id"),
            name: o.text("name"),
            agency: o.text("agency"),
            length: length(o),
            source: o.string("source"),
            when: o.raw("when"),
        }),
    };
    o.finish();
    definition
}

fn prepare(o: &mut Object) -> Prepare {
    Prepare {
        text: o.text("text"),
        hint: o.text_or_none("hint"),
    }
}

/// One of the keys that say how long something takes.
fn length(o: &mut Object) -> Length {
    type Unit = fn(u16) -> Length;
    let known: [(&'static str, Unit); 3] = [
        ("working_days", Length::WorkingDays),
        ("days", Length::Days),
        ("working_hours", Length::WorkingHours),
    ];
    let mut found = None;
    for (key, length) in known {
        match o.whole(key).map(u16::try_from) {
            Some(Ok(_)) if found.is_some() => {
                o.report_at(key, MistakeCode::UnknownKey(key.to_string()));
            }
            Some(Ok(number)) => found = Some(length(number)),
            Some(Err(_)) => o.report_at(key, MistakeCode::TooMuch("days")),
            None => {}
        }
    }
    if found.is_none() && known.iter().all(|(key, _)| !o.has(key)) {
        o.report(MistakeCode::MissingKey("working_days"));
    }
    found.unwrap_or(Length::WorkingDays(0))
}

fn step(o: &mut Object) -> StepDefinition {
    StepDefinition {
        id: StepId::new(&o.name("id")),
        title: o.text("title"),
        body: o.text_or_none("body"),
        visible: o.raw("visible"),
        fields: o.objects("fields", field),
    }
}

fn field(o: &mut Object) -> FieldDefinition {
    let kind = o.string("kind");
    let required = match o.take("required") {
        None => Required::Fixed(true),
        Some(Value::Bool(yes)) => Required::Fixed(*yes),
        Some(rule @ Value::Object(_)) => Required::When(rule.clone()),
        Some(_) => {
            o.report_at(
                "required",
                MistakeCode::WrongType("true, false or a condition"),
            );
            Required::Fixed(true)
        }
    };
    FieldDefinition {
        id: FieldId::new(&o.name("id")),
        label: o.text("label"),
        hint: o.text_or_none("hint"),
        why: o.text_or_none("why"),
        help: o.text_or_none("help"),
        audio: o.text_or_none("audio"),
        missing: o.text_or_none("missing"),
        required,
        visible: o.raw("visible"),
        checks: o.objects("checks", |o| CheckDefinition {
            rule: o.rule("rule"),
            message: o.text("message"),
            is_advice: o.flag("advice"),
        }),
        autocomplete: o.string_or_none("autocomplete"),
        prefill: o.object("prefill", |o| Prefill {
            from: o.string("from"),
            locked: o.flag("locked"),
        }),
        lookup: o.object("lookup", |o| Lookup {
            register: o.string("register"),
            fills: o.names("fills"),
        }),
        kind: kind_of(o, &kind),
    }
}

fn kind_of(o: &mut Object, kind: &str) -> KindDefinition {
    match kind {
        "text" => {
            let format = format(o);
            KindDefinition::Text(text_kind(o, format))
        }
        "long-text" => KindDefinition::LongText(text_kind(o, None)),
        "number" => KindDefinition::Number(number_kind(o)),
        "money" => KindDefinition::Money(NumberKind {
            min: o.number("min"),
            max: o.number("max"),
            ..NumberKind::default()
        }),
        "date" => KindDefinition::Date(DateKind {
            precision: o
                .one_of(
                    "precision",
                    &[
                        ("day", Precision::Day),
                        ("month", Precision::Month),
                        ("year", Precision::Year),
                        ("any", Precision::Any),
                    ],
                )
                .unwrap_or_default(),
            earliest: o.bound("earliest"),
            latest: o.bound("latest"),
        }),
        "choice" => KindDefinition::Choice(options(o)),
        "choices" => KindDefinition::Choices(ChoicesKind {
            options: options(o),
            min: o.size("min"),
            max: o.size("max"),
            none: o.string_or_none("none"),
        }),
        "yes-no" => KindDefinition::YesNo,
        "address" => KindDefinition::Address,
        "file" => KindDefinition::File(FileKind {
            accept: file_types(o),
            max_bytes: o.whole("max_bytes").unwrap_or(5 << 20),
            max_files: o.size("max_files").unwrap_or(1),
            min_pixels: o.pixels("min_pixels"),
            document: o.string_or_none("document"),
        }),
        "repeat" => KindDefinition::Repeat(RepeatKind {
            min: o.size("min").unwrap_or(0),
            max: o.size("max").unwrap_or(20),
            item: o.text("item"),
            import: o.flag("import"),
            without_gaps: o.object("without_gaps", |o| WithoutGaps {
                from: FieldId::new(&o.name("from")),
                to: FieldId::new(&o.name("to")),
                since: o.raw("since"),
            }),
            fields: o.objects("fields", field),
        }),
        "declaration" => KindDefinition::Declaration,
        "information" => KindDefinition::Information,
        other => {
            if !other.is_empty() {
                o.report_at("kind", MistakeCode::UnknownValue(other.to_string()));
            }
            o.anything_goes();
            KindDefinition::Information
        }
    }
}

fn format(o: &mut Object) -> Option<Format> {
    let name = o.string_or_none("format")?;
    let format = Format::from_key(&name);
    if format.is_none() {
        o.report_at("format", MistakeCode::UnknownValue(name));
    }
    format
}

fn text_kind(o: &mut Object, format: Option<Format>) -> TextKind {
    TextKind {
        format,
        min_length: o.size("min_length"),
        max_length: o.size("max_length"),
        pattern: o.string_or_none("pattern"),
        pattern_message: o.text_or_none("pattern_message"),
    }
}

fn number_kind(o: &mut Object) -> NumberKind {
    NumberKind {
        min: o.number("min"),
        max: o.number("max"),
        decimals: match o.size("decimals").unwrap_or(0) {
            few @ 0..=9 => few as u8,
            _ => {
                o.report_at("decimals", MistakeCode::TooMuch("decimals"));
                0
            }
        },
        unit: o.text_or_none("unit"),
    }
}

fn options(o: &mut Object) -> Options {
    if let Some(list) = o.string_or_none("list") {
        let parent = o
            .string_or_none("list_parent")
            .map(|name| FieldId::new(&name));
        return Options::List { list, parent };
    }
    if matches!(o.map.get("options"), Some(Value::Array(items)) if items.is_empty()) {
        o.report_at("options", MistakeCode::Empty);
    }
    let options = o.objects("options", |o| OptionDefinition {
        value: o.string("value"),
        label: o.text("label"),
        hint: o.text_or_none("hint"),
        visible: o.raw("visible"),
    });
    if options.is_empty() {
        o.report_missing("options");
    }
    Options::Inline(options)
}

fn file_types(o: &mut Object) -> Vec<FileType> {
    let names = o.list("accept", |value, path, mistakes| {
        let kind = value.as_str().and_then(FileType::from_key);
        if kind.is_none() {
            let code = value
                .as_str()
                .map_or(MistakeCode::WrongType("a file type"), |name| {
                    MistakeCode::UnknownValue(name.to_string())
                });
            mistakes.push(Mistake {
                path: path.to_string(),
                code,
            });
        }
        kind
    });
    let types: Vec<_> = names.into_iter().flatten().collect();
    if types.is_empty() {
        FileType::ALL.to_vec()
    } else {
        types
    }
}

fn text(value: &Value, path: &str, mistakes: &mut Vec<Mistake>) -> Text {
    let mut push = |path: &str, code| {
        mistakes.push(Mistake {
            path: path.to_string(),
            code,
        })
    };
    match value {
        Value::String(text) if text.len() > LONGEST_TEXT => {
            push(path, MistakeCode::TooMuch("characters"));
            Text::default()
        }
        // One string is in the procedure's first language, Vietnamese.
        Value::String(text) => Text::new("vi", text),
        Value::Object(map) => {
            let mut text = Text::default();
            for (locale, value) in map {
                match value.as_str() {
                    Some(words) if words.len() <= LONGEST_TEXT => text.push(locale, words),
                    Some(_) => push(
                        &format!("{path}/{}", escape(locale)),
                        MistakeCode::TooMuch("characters"),
                    ),
                    None => push(
                        &format!("{path}/{}", escape(locale)),
                        MistakeCode::WrongType("a text"),
                    ),
                }
            }
            text.prefer("vi");
            text
        }
        _ => {
            push(path, MistakeCode::WrongType("a text, or texts by locale"));
            Text::default()
        }
    }
}

fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

#[cfg(all(test, feature = "schema"))]
thread_local! {
    /// The keys that were looked for in each object, by path: the schema must have the same.
    pub(super) static KEYS: std::cell::RefCell<Vec<(String, Vec<&'static str>)>> =
        const { std::cell::RefCell::new(Vec::new()) };
}

/// A JSON object that is read key by key; what is left over at the end is a mistake.
struct Object<'a> {
    map: &'a Map<String, Value>,
    path: String,
    read: Vec<&'static str>,
    lenient: bool,
    mistakes: &'a mut Vec<Mistake>,
}

impl<'a> Object<'a> {
    fn of(value: &'a Value, path: &str, mistakes: &'a mut Vec<Mistake>) -> Option<Self> {
        match value {
            Value::Object(map) => Some(Self {
                map,
                path: path.to_string(),
                read: Vec::new(),
                lenient: false,
                mistakes,
            }),
            _ => {
                mistakes.push(Mistake {
                    path: path.to_string(),
                    code: MistakeCode::WrongType("an object"),
                });
                None
            }
        }
    }

    fn take(&mut self, key: &'static str) -> Option<&'a Value> {
        self.read.push(key);
        self.map.get(key).filter(|value| !value.is_null())
    }

    fn skip(&mut self, key: &'static str) {
        self.read.push(key);
    }

    fn anything_goes(&mut self) {
        self.lenient = true;
    }

    fn at(&self, key: &str) -> String {
        format!("{}/{}", self.path, escape(key))
    }

    fn report(&mut self, code: MistakeCode) {
        self.mistakes.push(Mistake {
            path: self.path.clone(),
            code,
        });
    }

    fn report_at(&mut self, key: &str, code: MistakeCode) {
        let path = self.at(key);
        self.mistakes.push(Mistake { path, code });
    }

    /// Missing, unless it is there and was already reported as wrong. `null` is nothing.
    fn report_missing(&mut self, key: &'static str) {
        if !self.has(key) {
            self.report(MistakeCode::MissingKey(key));
        }
    }

    fn has(&self, key: &str) -> bool {
        self.map.get(key).is_some_and(|value| !value.is_null())
    }

    fn finish(self) {
        #[cfg(all(test, feature = "schema"))]
        KEYS.with_borrow_mut(|keys| keys.push((self.path.clone(), self.read.clone())));
        if self.lenient {
            return;
        }
        for key in self.map.keys() {
            if !self.read.contains(&key.as_str()) {
                let path = format!("{}/{}", self.path, escape(key));
                self.mistakes.push(Mistake {
                    path,
                    code: MistakeCode::UnknownKey(key.clone()),
                });
            }
        }
    }

    fn string(&mut self, key: &'static str) -> String {
        let value = self.string_or_none(key);
        if value.is_none() {
            self.report_missing(key);
        }
        value.unwrap_or_default()
    }

    fn string_or_none(&mut self, key: &'static str) -> Option<String> {
        let value = self.take(key)?;
        match value.as_str() {
            Some(text) if is_blank(text) => {
                self.report_at(key, MistakeCode::Empty);
                None
            }
            Some(text) if text.len() > LONGEST_TEXT => {
                self.report_at(key, MistakeCode::TooMuch("characters"));
                None
            }
            Some(text) => Some(text.to_string()),
            None => {
                self.report_at(key, MistakeCode::WrongType("a text"));
                None
            }
        }
    }

    fn name(&mut self, key: &'static str) -> String {
        let name = self.string(key);
        if !name.is_empty() && !is_name(&name) {
            self.report_at(key, MistakeCode::NotAName(name.clone()));
        }
        name
    }

    fn url(&mut self, key: &'static str) -> Option<String> {
        let url = self.string_or_none(key)?;
        if url.starts_with("https://") {
            Some(url)
        } else {
            self.report_at(key, MistakeCode::WrongType("an https address"));
            None
        }
    }

    fn text(&mut self, key: &'static str) -> Text {
        let before = self.mistakes.len();
        let text = self.text_or_none(key);
        if text.is_empty() && self.mistakes.len() == before {
            match self.map.get(key).is_some_and(|value| !value.is_null()) {
                true => self.report_at(key, MistakeCode::Empty),
                false => self.report(MistakeCode::MissingKey(key)),
            }
        }
        text
    }

    fn text_or_none(&mut self, key: &'static str) -> Text {
        let path = self.at(key);
        self.take(key)
            .map_or_else(Text::default, |value| text(value, &path, self.mistakes))
    }

    fn number(&mut self, key: &'static str) -> Option<f64> {
        let value = self.take(key)?;
        let number = value.as_f64();
        if number.is_none() {
            self.report_at(key, MistakeCode::WrongType("a number"));
        }
        number
    }

    fn whole(&mut self, key: &'static str) -> Option<u64> {
        let value = self.take(key)?;
        let number = value.as_u64();
        if number.is_none() {
            self.report_at(key, MistakeCode::WrongType("a whole number, not negative"));
        }
        number
    }

    /// A whole number, or `null` where somebody says that it is not known.
    fn whole_or_null(&mut self, key: &'static str) -> Option<u64> {
        self.read.push(key);
        match self.map.get(key) {
            None => {
                self.report_missing(key);
                None
            }
            Some(Value::Null) => None,
            Some(value) => {
                let number = value.as_u64();
                if number.is_none() {
                    self.report_at(key, MistakeCode::WrongType("a whole number, not negative"));
                }
                number
            }
        }
    }

    fn size(&mut self, key: &'static str) -> Option<usize> {
        self.whole(key)
            .and_then(|number| usize::try_from(number).ok())
    }

    fn date(&mut self, key: &'static str) -> Option<Date> {
        let value = self.take(key)?;
        let date = value.as_str().and_then(parse_date);
        if date.is_none() {
            self.report_at(key, MistakeCode::WrongType("a date, YYYY-MM-DD"));
        }
        date
    }

    fn validity(&mut self) -> Validity {
        let valid = Validity {
            from: self.date("from"),
            to: self.date("to"),
        };
        if matches!((valid.from, valid.to), (Some(from), Some(to)) if from > to) {
            self.report(MistakeCode::ImpossibleLimits);
        }
        valid
    }

    fn bound(&mut self, key: &'static str) -> Option<Bound> {
        if self.map.get(key).and_then(Value::as_str) == Some("today") {
            self.skip(key);
            return Some(Bound::Today);
        }
        let value = self.take(key)?;
        let bound = value.as_str().and_then(parse_date).map(Bound::Day);
        if bound.is_none() {
            self.report_at(
                key,
                MistakeCode::WrongType("a date, YYYY-MM-DD, or \"today\""),
            );
        }
        bound
    }

    fn pixels(&mut self, key: &'static str) -> Option<(u32, u32)> {
        let value = self.take(key)?;
        let side = |n: Option<&Value>| n?.as_u64().and_then(|n| u32::try_from(n).ok());
        let pixels = value
            .as_array()
            .filter(|sides| sides.len() == 2)
            .and_then(|sides| Some((side(sides.first())?, side(sides.get(1))?)));
        if pixels.is_none() {
            self.report_at(key, MistakeCode::WrongType("[width, height] in pixels"));
        }
        pixels
    }

    fn flag(&mut self, key: &'static str) -> bool {
        match self.take(key) {
            None => false,
            Some(Value::Bool(yes)) => *yes,
            Some(_) => {
                self.report_at(key, MistakeCode::WrongType("true or false"));
                false
            }
        }
    }

    /// A time of day, "15:00".
    fn time(&mut self, key: &'static str) -> Option<(u8, u8)> {
        let value = self.take(key)?;
        let time = value.as_str().filter(|text| text.len() == 5);
        let time = time.and_then(|text| text.split_once(':'));
        let number = |text: &str, most| text.parse().ok().filter(|n: &u8| *n < most);
        let time = time.and_then(|(hour, minute)| Some((number(hour, 24)?, number(minute, 60)?)));
        if time.is_none() {
            self.report_at(key, MistakeCode::WrongType("a time of day, \"15:00\""));
        }
        time
    }

    /// A map from names of fields to texts.
    fn names(&mut self, key: &'static str) -> Vec<(FieldId, String)> {
        let Some(value) = self.take(key) else {
            self.report_missing(key);
            return Vec::new();
        };
        let map = value.as_object().into_iter().flatten();
        let names: Vec<_> = map
            .filter_map(|(name, value)| Some((FieldId::new(name), value.as_str()?.to_string())))
            .collect();
        if names.is_empty() || value.as_object().map(Map::len) != Some(names.len()) {
            self.report_at(key, MistakeCode::WrongType("texts by name of a field"));
        }
        names
    }

    /// A condition that must be there.
    fn rule(&mut self, key: &'static str) -> Value {
        self.raw(key).unwrap_or_else(|| {
            self.report(MistakeCode::MissingKey(key));
            Value::Bool(true)
        })
    }

    /// A condition, still as JSON; compiling checks it.
    fn raw(&mut self, key: &'static str) -> Option<Value> {
        self.take(key).cloned()
    }

    fn one_of<T: Copy>(&mut self, key: &'static str, known: &[(&str, T)]) -> Option<T> {
        let name = self.string_or_none(key)?;
        let value = known
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| *value);
        if value.is_none() {
            self.report_at(key, MistakeCode::UnknownValue(name));
        }
        value
    }

    fn list<T>(
        &mut self,
        key: &'static str,
        item: impl Fn(&'a Value, &str, &mut Vec<Mistake>) -> T,
    ) -> Vec<T> {
        let path = self.at(key);
        match self.take(key) {
            None => Vec::new(),
            Some(Value::Array(items)) if items.len() > MOST_ITEMS => {
                self.report_at(key, MistakeCode::TooMuch("entries"));
                Vec::new()
            }
            Some(Value::Array(items)) => items
                .iter()
                .enumerate()
                .map(|(n, value)| item(value, &format!("{path}/{n}"), self.mistakes))
                .collect(),
            Some(_) => {
                self.report_at(key, MistakeCode::WrongType("a list"));
                Vec::new()
            }
        }
    }

    fn objects<T>(&mut self, key: &'static str, item: fn(&mut Object) -> T) -> Vec<T> {
        self.list(key, |value, path, mistakes| {
            one(value, path, mistakes, item)
        })
        .into_iter()
        .flatten()
        .collect()
    }

    fn object<T>(&mut self, key: &'static str, item: fn(&mut Object) -> T) -> Option<T> {
        let path = self.at(key);
        let value = self.take(key)?;
        one(value, &path, self.mistakes, item)
    }
}

fn one<T>(
    value: &Value,
    path: &str,
    mistakes: &mut Vec<Mistake>,
    item: fn(&mut Object) -> T,
) -> Option<T> {
    let mut object = Object::of(value, path, mistakes)?;
    let read = item(&mut object);
    object.finish();
    Some(read)
}
