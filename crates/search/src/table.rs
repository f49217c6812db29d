//! From a table of procedures, as it was taken from a national portal, to an index.
//!
//! The table is CSV (RFC 4180) with the columns of [`COLUMNS`]. Beside it stands JSON that says what
//! the table does not: names of agencies, life events with the rules by which procedures belong to
//! them, and the codes of rows that are wrong.

use procedure::case::lowercase;
use procedure::{SortedMap, SortedSet, Text, read_json};
use serde_json::Value;

use crate::index::{Contents, Level, Levels, Named, Procedure, Ways};
use procedure::letters::composed;

/// The columns of the table, in this order.
pub const COLUMNS: [&str; 10] = [
    "code",
    "name",
    "agency",
    "field",
    "level",
    "decision",
    "online",
    "post",
    "in_person",
    "url",
];

/// The levels as the table writes them.
const LEVELS: [(&str, Level); 4] = [
    ("Cấp bộ", Level::Ministry),
    ("Cấp tỉnh", Level::Province),
    ("Cấp xã", Level::Commune),
    ("Cơ quan khác", Level::Other),
];

/// Why a table cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TableError {
    /// The first line does not name the columns.
    Columns,
    /// The row that begins on this line, from 1, is not one of the table.
    Row(usize),
    /// The JSON beside the table has another shape.
    About,
}

impl std::fmt::Display for TableError {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Self::Columns => write!(f, "the columns are not {}", COLUMNS.join(",")),
            Self::Row(line) => write!(f, "line {line}: no row of the table"),
            Self::About => f.write_str("what stands beside the table has another shape"),
        }
    }
}

impl std::error::Error for TableError {}

/// A row of the table, cleaned.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// Official code.
    pub code: String,
    /// Official name, in one line and without its own code.
    pub name: String,
    /// Id of the agency.
    pub agency: String,
    /// Field of administration.
    pub field: String,
    /// Where it is handed in.
    pub levels: Levels,
    /// How.
    pub ways: Ways,
    /// Number of the decision that published it; may be empty.
    pub decision: String,
    /// Its page on the portal that the table was taken from; may be empty.
    pub url: String,
}

/// A table with what stands beside it.
#[derive(Clone, Debug)]
pub struct Table {
    /// The rows that are right, in their order.
    pub rows: Vec<Row>,
    agencies: Vec<Named>,
    events: Vec<Event>,
}

#[derive(Clone, Debug)]
struct Event {
    named: Named,
    fields: Vec<String>,
    names: Vec<String>,
    unless: Vec<String>,
    never: Vec<String>,
}

impl Table {
    /// Reads a table and the JSON beside it.
    ///
    /// # Errors
    /// The first that cannot be read.
    pub fn read(csv: &str, about: &str) -> Result<Self, TableError> {
        let about = read_json(about).map_err(|_| TableError::About)?;
        let about = About::read(&about).ok_or(TableError::About)?;
        let mut records = records(csv).into_iter();
        if records.next().is_none_or(|(_, names)| names != COLUMNS) {
            return Err(TableError::Columns);
        }
        let mut rows = Vec::new();
        for (line, values) in records {
            let row = row(values).ok_or(TableError::Row(line))?;
            if !about.left_out.contains(&*row.code) {
                rows.push(row);
            }
        }
        Ok(Self {
            rows,
            agencies: about.agencies,
            events: about.events,
        })
    }

    /// The agency with this id.
    pub fn agency(&self, id: &str) -> Option<&Named> {
        self.agencies.iter().find(|agency| agency.id == id)
    }

    /// What an index of it holds.
    pub fn contents(&self) -> Contents {
        let mut fields: SortedMap<String, usize> = SortedMap::new();
        let mut contents = Contents {
            agencies: self.agencies.clone(),
            events: self.events.iter().map(|one| one.named.clone()).collect(),
            ..Contents::default()
        };
        for row in &self.rows {
            let field = fields.get(&row.field).copied().unwrap_or_else(|| {
                contents.fields.push(Text::new("vi", &row.field));
                contents.fields.len() - 1
            });
            fields.insert(row.field.clone(), field);
            contents.procedures.push(Procedure {
                code: row.code.clone(),
                name: Text::new("vi", &row.name),
                agency: self.agencies.iter().position(|one| one.id == row.agency),
                field: Some(field),
                levels: row.levels,
                ways: row.ways,
                events: self.events_of(row),
                has_form: false,
            });
        }
        contents
    }

    /// The life events that a procedure belongs to.
    fn events_of(&self, row: &Row) -> Vec<usize> {
        let name = lowercase(&row.name);
        let events = self.events.iter().enumerate();
        events
            .filter(|(_, event)| event.takes(&name, &row.field))
            .map(|(at, _)| at)
            .collect()
    }
}

impl Event {
    /// `name` in small letters.
    fn takes(&self, name: &str, field: &str) -> bool {
        let has = |words: &[String]| words.iter().any(|word| name.contains(&**word));
        let is_of_field = self.fields.iter().any(|one| one == field);
        !has(&self.never) && (is_of_field || has(&self.names) && !has(&self.unless))
    }
}

struct About {
    agencies: Vec<Named>,
    events: Vec<Event>,
    left_out: SortedSet<String>,
}

impl About {
    fn read(json: &Value) -> Option<Self> {
        let list = |key: &str| json.get(key).and_then(Value::as_array);
        let mut left_out = SortedSet::default();
        for group in list("left_out")? {
            for code in strings(group, "codes")? {
                left_out.insert(code);
            }
        }
        Some(Self {
            agencies: list("agencies")?.iter().map(named).collect::<Option<_>>()?,
            events: list("events")?.iter().map(event).collect::<Option<_>>()?,
            left_out,
        })
    }
}

fn event(json: &Value) -> Option<Event> {
    Some(Event {
        named: named(json)?,
        fields: strings(json, "fields")?,
        names: strings(json, "names")?,
        unless: strings(json, "unless")?,
        never: strings(json, "never")?,
    })
}

fn named(json: &Value) -> Option<Named> {
    let text = |key: &str| json.get(key).and_then(Value::as_str);
    let texts = [("vi", text("vi")?), ("en", text("en")?)];
    Some(Named {
        id: text("id")?.to_string(),
        name: Text::from_locales(texts.into_iter()),
    })
}

fn strings(json: &Value, key: &str) -> Option<Vec<String>> {
    let list = json.get(key)?.as_array()?.iter();
    list.map(|one| Some(one.as_str()?.to_string())).collect()
}

fn row(values: Vec<String>) -> Option<Row> {
    let values: [String; COLUMNS.len()] = values.try_into().ok()?;
    let [
        code,
        name,
        agency,
        field,
        level,
        decision,
        online,
        post,
        in_person,
        url,
    ] = values;
    let name = clean(&name, &code);
    if code.is_empty() || name.is_empty() {
        return None;
    }
    Some(Row {
        name,
        field: one_line(&field),
        levels: levels(&level)?,
        ways: Ways {
            online: flag(&online)?,
            post: flag(&post)?,
            in_person: flag(&in_person)?,
        },
        code,
        agency,
        decision,
        url,
    })
}

fn flag(value: &str) -> Option<bool> {
    match value {
        "0" => Some(false),
        "1" => Some(true),
        _ => None,
    }
}

fn levels(value: &str) -> Option<Levels> {
    let mut levels = Levels::default();
    for name in value.split(", ").filter(|name| !name.is_empty()) {
        let (_, level) = LEVELS.iter().find(|(have, _)| *have == name)?;
        levels.insert(*level);
    }
    Some(levels)
}

/// A name in one line, without its own code and without what is left of a list: full stops before
/// it, marks behind it.
fn clean(name: &str, code: &str) -> String {
    let mut name = one_line(name);
    for own in [format!("({code})"), format!("( {code} )")] {
        name = name.replace(&own, "");
    }
    let ends = |c: char| c.is_whitespace() || matches!(c, '.' | ';' | ':');
    name.trim_matches(ends).to_string()
}

/// In NFC, with one space between words.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    composed(&words.join(" "))
}

/// The records of CSV, each with the line on which it begins. Lines end with LF or CRLF; a value in
/// quotes may hold commas, line ends and doubled quotes.
fn records(text: &str) -> Vec<(usize, Vec<String>)> {
    let mut all = Vec::new();
    let (mut values, mut value) = (Vec::new(), String::new());
    let (mut line, mut began, mut is_quoted) = (1, 1, false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        line += usize::from(c == '\n');
        match c {
            '"' if is_quoted && chars.next_if_eq(&'"').is_some() => value.push('"'),
            '"' => is_quoted = !is_quoted,
            c if is_quoted => value.push(c),
            ',' => values.push(std::mem::take(&mut value)),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' => {
                values.push(std::mem::take(&mut value));
                push_record(&mut all, began, std::mem::take(&mut values));
                began = line;
            }
            c => value.push(c),
        }
    }
    if !value.is_empty() || !values.is_empty() {
        values.push(value);
        push_record(&mut all, began, values);
    }
    all
}

fn push_record(all: &mut Vec<(usize, Vec<String>)>, line: usize, values: Vec<String>) {
    // An empty line is none.
    if values.iter().any(|value| !value.is_empty()) {
        all.push((line, values));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABOUT: &str = r#"{
        "agencies": [{"id": "a", "vi": "Bộ A", "en": "Ministry A"}],
        "events": [{"id": "e", "vi": "Sinh con", "en": "A child", "fields": ["Hộ tịch"],
            "names": ["khai sinh"], "unless": ["lưu động"], "never": ["kết hôn"]}],
        "left_out": [{"why": "wrong", "codes": ["9.000000"]}]
    }"#;

    fn table(rows: &str) -> Result<Table, TableError> {
        Table::read(&format!("{}\r\n{rows}", COLUMNS.join(",")), ABOUT)
    }

    #[test]
    fn names_are_cleaned() {
        for (name, cleaned) in [
            (
                "Cấp giấy phép (cấp Tỉnh) ( 1.010727 )",
                "Cấp giấy phép (cấp Tỉnh)",
            ),
            ("Nhãn sinh thái (1.010727)", "Nhãn sinh thái"),
            (". Thủ  tục\nA", "Thủ tục A"),
            ("Kết nối .", "Kết nối"),
            ("nước ngoài..", "nước ngoài"),
            ("Ca\u{302}\u{301}p", "Cấp"),
            ("(theo mẫu)", "(theo mẫu)"),
        ] {
            assert_eq!(clean(name, "1.010727"), cleaned);
        }
    }

    #[test]
    fn rows_become_procedures() {
        let table = table(
            "1.1,\"Đăng ký, khai sinh\",a,X,\"Cấp bộ, Cấp xã\",1/QĐ,1,0,1,https://x\r\n\
             9.000000,Sai,a,X,Cấp bộ,,0,0,1,\n\
             1.2,\"Một \"\"hai\"\"\nba\",b,Hộ tịch,,,0,0,0,\n\
             1.3,Khai sinh lưu động,a,X,Cơ quan khác,,0,0,1,\n\
             1.4,Kết hôn,a,Hộ tịch,Cấp tỉnh,,0,1,0,",
        )
        .expect("it is right");
        let contents = table.contents();
        let line = |one: &Procedure| {
            let levels: Vec<&str> = one.levels.iter().map(Level::name).collect();
            format!(
                "{} {} {:?} {:?} {} {:?}",
                one.code,
                one.name.pick(&["vi"]).text,
                one.agency,
                one.field,
                levels.join("+"),
                one.events,
            )
        };
        let lines: Vec<String> = contents.procedures.iter().map(line).collect();
        assert_eq!(
            lines,
            [
                "1.1 Đăng ký, khai sinh Some(0) Some(0) ministry+commune [0]",
                "1.2 Một \"hai\" ba None Some(1)  [0]",
                "1.3 Khai sinh lưu động Some(0) Some(0) other []",
                "1.4 Kết hôn Some(0) Some(1) province []",
            ]
        );
        assert_eq!(table.rows[0].decision, "1/QĐ");
        assert!(table.rows[0].ways.online && !table.rows[0].ways.post);
    }

    #[test]
    fn what_is_no_table_is_not_read() {
        for (rows, error) in [
            ("1.1,A,a,X,Cấp bộ,,0,0,1", TableError::Row(2)),
            ("1.1,A,a,X,Cấp huyện,,0,0,1,", TableError::Row(2)),
            ("\n1.1,A,a,X,Cấp bộ,,yes,0,1,", TableError::Row(3)),
            ("1.1,\"A,a", TableError::Row(2)),
            (",A,a,X,Cấp bộ,,0,0,1,", TableError::Row(2)),
        ] {
            assert_eq!(table(rows).err(), Some(error), "{rows}");
        }
        assert_eq!(Table::read("", ABOUT).err(), Some(TableError::Columns));
        assert_eq!(Table::read("", "[]").err(), Some(TableError::About));
        assert_eq!(Table::read("", "{").err(), Some(TableError::About));
    }
}
