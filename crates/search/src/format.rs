//! The index as a text: small, to be fetched once and kept.
//!
//! Lines end with LF, columns are divided by tabs. The first line says what it is, its version, and how
//! many procedures follow. A line that begins with `@` is of a table, or says to what the procedures
//! below it belong; every other line is a procedure.
//!
//! ```text
//! motcua-catalogue  1  3
//! @agency  bo-cong-an  vi=Bộ Công an  en=Ministry of Public Security
//! @field  vi=Đăng ký, quản lý cư trú
//! @event  residence  vi=Nơi ở, cư trú  en=Where you live
//! @in  0  0
//! 1.004194  f40  Đăng ký tạm trú  en=Temporary residence registration
//! ```
//!
//! A procedure is its code, its marks, its Vietnamese name (empty where it has none), and its names in
//! other languages. The marks are two hexadecimal digits, then one character for each life event: its
//! place among the `@event` lines, `0` to `9` and then `a` to `z`. The digits' bits, from the lowest:
//! handed in at a ministry, a province, a commune, another office; online, by post, in person; there is
//! a form. `@in` has the places of an agency and a field, or `-`.
//!
//! A reader leaves out what it does not know: lines with another `@` word, columns further on, bits.

use procedure::Text;

use crate::index::{Contents, Index, Levels, MOST_EVENTS, Named, Procedure, Ways};

const NAME: &str = "motcua-catalogue";
/// The version of the format that is read and written here.
pub const FORMAT: u32 = 1;

/// Most bytes that are read.
pub const MAX_BYTES: usize = 32 << 20;
/// Most procedures that are read.
pub const MAX_PROCEDURES: usize = 200_000;
/// Most lines of one table.
const MAX_TABLE: usize = 5_000;
/// Most bytes of a line.
const MAX_LINE: usize = 16 << 10;
/// Most bytes of a language's tag (BCP 47, 4.4.1).
const MAX_TAG: usize = 35;

/// Why a text is not read as an index.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReadError {
    /// It does not begin as an index does.
    NotAnIndex,
    /// It is of another version.
    Version,
    /// It has too many bytes, lines of a table, or procedures.
    TooLarge,
    /// It has not as many procedures as it says: not all of it has come.
    Cut,
    /// This line, from 1, cannot be read.
    Line(usize),
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Self::NotAnIndex => f.write_str("this is no index of procedures"),
            Self::Version => f.write_str("the index has another version"),
            Self::TooLarge => f.write_str("the index is too large"),
            Self::Cut => f.write_str("not all of the index is here"),
            Self::Line(line) => write!(f, "line {line} of the index cannot be read"),
        }
    }
}

impl std::error::Error for ReadError {}

impl Index {
    /// Reads what [`Index::write`] has written.
    ///
    /// # Errors
    /// Why it cannot be read. Nothing of it is kept then.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        read(text).map(Self::new)
    }

    /// The index as a text. Procedures stand below their agency and field; else their order stays.
    pub fn write(&self) -> String {
        write(self.contents())
    }
}

fn read(text: &str) -> Result<Contents, ReadError> {
    if text.len() > MAX_BYTES {
        return Err(ReadError::TooLarge);
    }
    let mut lines = text.lines().enumerate();
    let (_, first) = lines.next().ok_or(ReadError::NotAnIndex)?;
    let count = header(first)?;
    let mut reader = Reader::default();
    for (at, line) in lines {
        if line.len() > MAX_LINE {
            return Err(ReadError::Line(at + 1));
        }
        reader.line(line).ok_or(ReadError::Line(at + 1))?;
        if reader.is_full() {
            return Err(ReadError::TooLarge);
        }
    }
    if reader.contents.procedures.len() != count {
        return Err(ReadError::Cut);
    }
    Ok(reader.contents)
}

/// How many procedures there are.
fn header(line: &str) -> Result<usize, ReadError> {
    let mut columns = line.split('\t');
    if columns.next() != Some(NAME) {
        return Err(ReadError::NotAnIndex);
    }
    let version = columns.next().and_then(|text| text.parse::<u32>().ok());
    match version {
        Some(FORMAT) => {}
        Some(_) => return Err(ReadError::Version),
        None => return Err(ReadError::NotAnIndex),
    }
    let count = columns.next().and_then(|text| text.parse::<usize>().ok());
    match count {
        Some(count) if count > MAX_PROCEDURES => Err(ReadError::TooLarge),
        Some(count) => Ok(count),
        None => Err(ReadError::Line(1)),
    }
}

#[derive(Default)]
struct Reader {
    contents: Contents,
    agency: Option<usize>,
    field: Option<usize>,
}

impl Reader {
    fn is_full(&self) -> bool {
        let Contents {
            agencies,
            fields,
            events,
            procedures,
        } = &self.contents;
        [agencies.len(), fields.len(), events.len()]
            .iter()
            .any(|table| *table > MAX_TABLE)
            || procedures.len() > MAX_PROCEDURES
    }

    fn line(&mut self, line: &str) -> Option<()> {
        let mut columns = line.split('\t');
        match columns.next()? {
            "" if line.is_empty() => {}
            "@agency" => self.contents.agencies.push(named(columns)?),
            "@event" => self.contents.events.push(named(columns)?),
            "@field" => self.contents.fields.push(texts(columns)?),
            "@in" => {
                self.agency = place(columns.next()?)?;
                self.field = place(columns.next()?)?;
            }
            other if other.starts_with('@') => {}
            code => self.procedure(code, columns)?,
        }
        Some(())
    }

    fn procedure<'a>(
        &mut self,
        code: &str,
        mut columns: impl Iterator<Item = &'a str>,
    ) -> Option<()> {
        let marks = columns.next()?;
        let bits = u8::from_str_radix(marks.get(..2)?, 16).ok()?;
        let events = marks.get(2..)?.chars();
        let vietnamese = columns.next()?;
        let mut name = match vietnamese {
            "" => Vec::new(),
            text => vec![("vi", text)],
        };
        for column in columns {
            name.push(text(column)?);
        }
        if code.is_empty() || name.is_empty() {
            return None;
        }
        self.contents.procedures.push(Procedure {
            code: code.to_string(),
            name: Text::from_locales(name.into_iter()),
            agency: self.agency,
            field: self.field,
            levels: Levels(bits & 15),
            ways: Ways {
                online: bits & 16 != 0,
                post: bits & 32 != 0,
                in_person: bits & 64 != 0,
            },
            has_form: bits & 128 != 0,
            events: events
                .map(|c| Some(c.to_digit(36)? as usize))
                .collect::<Option<_>>()?,
        });
        Some(())
    }
}

fn named<'a>(mut columns: impl Iterator<Item = &'a str>) -> Option<Named> {
    let id = columns.next().filter(|id| !id.is_empty())?.to_string();
    let name = texts(columns)?;
    Some(Named { id, name })
}

fn texts<'a>(columns: impl Iterator<Item = &'a str>) -> Option<Text> {
    let mut all = Vec::new();
    for column in columns {
        all.push(text(column)?);
    }
    (!all.is_empty()).then(|| Text::from_locales(all.into_iter()))
}

/// `locale=text`.
fn text(column: &str) -> Option<(&str, &str)> {
    let (locale, text) = column.split_once('=')?;
    let is_tag = (1..=MAX_TAG).contains(&locale.len())
        && locale
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-');
    is_tag.then_some((locale, text))
}

/// A place in a table; `-` for none.
fn place(text: &str) -> Option<Option<usize>> {
    match text {
        "-" => Some(None),
        text => text.parse().ok().map(Some),
    }
}

fn write(contents: &Contents) -> String {
    // What would break a line cannot be written.
    let fits = |one: &&Procedure| {
        !one.code.is_empty() && !one.code.starts_with('@') && !one.name.is_empty()
    };
    let procedures: Vec<&Procedure> = contents.procedures.iter().filter(fits).collect();
    let mut out = format!("{NAME}\t{FORMAT}\t{}\n", procedures.len());
    for agency in &contents.agencies {
        write_named(&mut out, "@agency", agency);
    }
    for field in &contents.fields {
        out.push_str("@field");
        write_texts(&mut out, field);
        out.push('\n');
    }
    for event in contents.events.iter().take(MOST_EVENTS) {
        write_named(&mut out, "@event", event);
    }
    for (agency, field) in groups(&procedures) {
        let number = |at: Option<usize>| at.map_or("-".to_string(), |at| at.to_string());
        out.push_str(&format!("@in\t{}\t{}\n", number(agency), number(field)));
        for procedure in &procedures {
            if (procedure.agency, procedure.field) == (agency, field) {
                write_procedure(&mut out, procedure);
            }
        }
    }
    out
}

/// The pairs of agency and field, in the order in which they first come.
fn groups(procedures: &[&Procedure]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut groups = Vec::new();
    for procedure in procedures {
        let group = (procedure.agency, procedure.field);
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    groups
}

fn write_named(out: &mut String, word: &str, named: &Named) {
    out.push_str(word);
    out.push('\t');
    push_plain(out, &named.id);
    write_texts(out, &named.name);
    out.push('\n');
}

fn write_texts(out: &mut String, text: &Text) {
    for one in text.all() {
        out.push('\t');
        push_plain(out, one.locale);
        out.push('=');
        push_plain(out, one.text);
    }
}

fn write_procedure(out: &mut String, procedure: &Procedure) {
    push_plain(out, &procedure.code);
    out.push('\t');
    let Ways {
        online,
        post,
        in_person,
    } = procedure.ways;
    let bits = procedure.levels.0
        | u8::from(online) << 4
        | u8::from(post) << 5
        | u8::from(in_person) << 6
        | u8::from(procedure.has_form) << 7;
    let digit = |number: u32| char::from_digit(number, 36);
    out.extend(digit(u32::from(bits >> 4)));
    out.extend(digit(u32::from(bits & 15)));
    for event in &procedure.events {
        out.extend(u32::try_from(*event).ok().and_then(digit));
    }
    out.push('\t');
    let vietnamese = procedure.name.all().find(|one| one.locale == "vi");
    push_plain(out, vietnamese.map_or("", |one| one.text));
    for one in procedure.name.all().filter(|one| one.locale != "vi") {
        out.push('\t');
        push_plain(out, one.locale);
        out.push('=');
        push_plain(out, one.text);
    }
    out.push('\n');
}

/// A text without what divides lines and columns.
fn push_plain(out: &mut String, text: &str) {
    out.extend(text.chars().map(|c| if c.is_control() { ' ' } else { c }));
}
