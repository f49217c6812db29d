//! Rows of a repeat from a table, and back: a business with two hundred vehicles has them in a
//! spreadsheet already.
//!
//! Nothing is lost and nothing is guessed: a cell becomes the answer that somebody would have typed, and
//! what it says that cannot be right stays and is told where it stands.

mod table;

use time::Date;

use crate::clean::{exact, is_blank, tidy};
use crate::definition::{DateKind, KindDefinition as Kind, Options, Precision};
use crate::form::{Field, Requirement};
use crate::{
    Answer, Answers, DateParts, FieldId, FieldPath, ListOption, Problem, Session, SortedMap, Text,
    fold,
};
use table::Line;
pub use table::{TABLE_BYTES, table_text};

/// What becomes of the rows that are there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImportMode {
    /// They stay, and the new ones come behind them.
    Append,
    /// The new ones take their place.
    Replace,
}

/// Why nothing was taken from a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotImported {
    /// It has no line, or only the names of columns.
    Empty,
    /// It is no text, or in a writing that is not known.
    NotText,
    /// More lines than are read.
    TooManyLines {
        /// The most.
        max: usize,
    },
    /// More bytes than are read.
    TooLarge {
        /// The most.
        max: u64,
    },
    /// No repeat that takes rows from a table.
    NotHere,
}

/// What was taken from a table.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Imported {
    /// How many rows were added.
    pub rows: usize,
    /// How many had no room.
    pub too_many: usize,
    /// No column was named: they were taken in the order of the questions.
    pub by_order: bool,
    /// Columns that belong to no question, or to one that a table cannot answer: by their name, or by
    /// their number where they have none.
    pub left_out_columns: Vec<String>,
    /// Questions that must be answered and had no column.
    pub missing_columns: Vec<Text>,
}

/// The last import of a session.
#[derive(Clone, Debug)]
pub(crate) struct LastImport {
    repeat: FieldId,
    told: Imported,
    undo: Option<Undo>,
}

/// How to take it back.
#[derive(Clone, Debug)]
enum Undo {
    /// Only so many rows stay: what was changed in them since stays too.
    Keep(usize),
    /// These rows come back.
    Restore(Vec<Answers>),
}

impl LastImport {
    /// A row was added by hand. It would go with the import, so that stays.
    pub(crate) fn row_added(&mut self, repeat: &FieldId) {
        if self.repeat == *repeat {
            self.undo = None;
        }
    }

    /// A row was taken out.
    pub(crate) fn row_removed(&mut self, repeat: &FieldId, row: usize) {
        if let Some(Undo::Keep(rows)) = &mut self.undo
            && self.repeat == *repeat
            && row < *rows
        {
            *rows -= 1;
        }
    }
}

impl Session {
    /// Takes rows from a table: those that have room, rows with mistakes too, since they are put right
    /// where they stand. `today` is the civil date at the portal's seat.
    ///
    /// # Errors
    /// Why nothing was taken. Nothing has changed then.
    pub fn import(
        &mut self,
        repeat: &FieldId,
        text: &str,
        mode: ImportMode,
        today: Date,
    ) -> Result<Imported, NotImported> {
        let field = self.importing(repeat).ok_or(NotImported::NotHere)?;
        let Kind::Repeat(kind) = field.kind() else {
            return Err(NotImported::NotHere);
        };
        let names = names_of_columns(&field);
        let lines = table::read(text, |cell| names.find(cell).is_some())?;
        let (columns, lines, mut told) = columns(&field, &names, &lines);
        if lines.is_empty() {
            return Err(NotImported::Empty);
        }
        let before = self.answers.rows(repeat);
        let mut rows = match mode {
            ImportMode::Append => before.to_vec(),
            ImportMode::Replace => Vec::new(),
        };
        let undo = match mode {
            ImportMode::Append => Undo::Keep(rows.len()),
            ImportMode::Replace => Undo::Restore(before.to_vec()),
        };
        told.rows = lines.len().min(kind.max.saturating_sub(rows.len()));
        told.too_many = lines.len() - told.rows;
        let mut known = Known::default();
        for line in &lines[..told.rows] {
            rows.push(self.row_of(&field, &columns, line, &mut known));
        }
        self.set_rows(repeat, rows, today);
        self.imported = Some(LastImport {
            repeat: repeat.clone(),
            told: told.clone(),
            undo: Some(undo),
        });
        Ok(told)
    }

    /// What the last import brought, until the page of the list is left or it is taken back.
    pub fn last_import(&self, repeat: &FieldId) -> Option<&Imported> {
        let last = self.imported.as_ref();
        last.filter(|last| last.repeat == *repeat)
            .map(|last| &last.told)
    }

    /// Whether the last import can be taken back: not when a row was added by hand since.
    pub fn can_undo_import(&self, repeat: &FieldId) -> bool {
        let last = self.imported.as_ref();
        last.is_some_and(|last| last.repeat == *repeat && last.undo.is_some())
    }

    /// Takes the last import back. Says whether there was one to take back.
    pub fn undo_import(&mut self, repeat: &FieldId, today: Date) -> bool {
        if !self.can_undo_import(repeat) {
            return false;
        }
        let undo = self.imported.take().and_then(|last| last.undo);
        let rows = match undo {
            Some(Undo::Restore(rows)) => rows,
            Some(Undo::Keep(keep)) => {
                let rows = self.answers.rows(repeat);
                rows[..keep.min(rows.len())].to_vec()
            }
            None => return false,
        };
        self.set_rows(repeat, rows, today);
        true
    }

    /// What is wrong, row by row; rows in which nothing is are left out.
    pub fn row_problems(&self, repeat: &FieldId) -> Vec<(usize, Vec<Problem>)> {
        let Some(field) = self.form.fields().find(|field| field.id() == repeat) else {
            return Vec::new();
        };
        let rows = 0..self.answers.rows(repeat).len();
        rows.map(|row| (row, self.problems_in_row(field, row)))
            .filter(|(_, problems)| !problems.is_empty())
            .collect()
    }

    /// The rows that are there as a table for spreadsheets, below the names of the columns; only these
    /// where there is no row. In the first of the `languages` that has each name.
    pub fn table(&self, repeat: &FieldId, languages: &[String]) -> Option<String> {
        let field = self.importing(repeat)?;
        let fields: Vec<_> = field.rows.iter().filter(|f| can_be_cell(f)).collect();
        let names = fields
            .iter()
            .map(|f| f.definition.label.pick(languages).text);
        let mut lines = vec![names.map(guarded).collect::<Line>()];
        let mut known = Known::default();
        for row in self.answers.rows(repeat) {
            let cell = |inner: &&std::sync::Arc<Field>| {
                let answer = row.get(inner.id().as_str());
                let answer = answer.filter(|answer| !answer.is_empty());
                answer.map_or(String::new(), |answer| {
                    guarded(&self.cell_of(inner, answer, row, languages, &mut known))
                })
            };
            lines.push(fields.iter().map(cell).collect());
        }
        Some(table::write(&lines))
    }

    fn importing(&self, repeat: &FieldId) -> Option<std::sync::Arc<Field>> {
        let takes = |field: &Field| matches!(field.kind(), Kind::Repeat(kind) if kind.import);
        let mut fields = self.form.fields();
        fields
            .find(|field| field.id() == repeat && takes(field))
            .cloned()
    }

    fn set_rows(&mut self, repeat: &FieldId, rows: Vec<Answers>, today: Date) {
        let path = FieldPath::top(repeat.as_str());
        self.answers.set(&path, Answer::Rows(rows));
        self.rows_changed(repeat);
        self.check(today);
    }

    /// Puts codes in the place of names that came with a table before their list did.
    pub(crate) fn name_codes(&mut self, list: &str) {
        let repeats = self.form.fields().filter(|field| field.is_repeat());
        let repeats: Vec<FieldId> = repeats.map(|field| field.id().clone()).collect();
        for repeat in repeats {
            let Some(field) = self.importing(&repeat) else {
                continue;
            };
            let mut of_list = field.rows.iter().filter(
                |inner| matches!(options_of(inner), Some(Options::List { list: of, .. }) if of == list),
            );
            let Some(inner) = of_list.next() else {
                continue;
            };
            let inners: Vec<_> = std::iter::once(inner).chain(of_list).collect();
            let mut rows = self.answers.rows(&repeat).to_vec();
            let mut known = Known::default();
            for row in &mut rows {
                for inner in &inners {
                    let Some(names) = self.names(inner, row, &mut known) else {
                        continue;
                    };
                    let named = match row.get(inner.id().as_str()) {
                        Some(Answer::Text(text)) => names.find(text).map(Answer::text),
                        Some(Answer::Many(values)) => {
                            let value = |value: &String| names.find(value).unwrap_or(value).into();
                            Some(Answer::Many(values.iter().map(value).collect()))
                        }
                        _ => None,
                    };
                    if let Some(named) = named {
                        row.set(&FieldPath::top(inner.id().as_str()), named);
                    }
                }
            }
            let path = FieldPath::top(repeat.as_str());
            if !rows.is_empty() {
                self.answers.set(&path, Answer::Rows(rows));
            }
        }
    }

    /// The answers of a line.
    fn row_of(
        &self,
        repeat: &Field,
        columns: &[Option<usize>],
        line: &Line,
        known: &mut Known,
    ) -> Answers {
        let mut row = Answers::default();
        // Which part of a code list is meant may depend on another answer of the row.
        for depends in [false, true] {
            for (at, column) in columns.iter().enumerate() {
                let inner = column.and_then(|n| repeat.rows.get(n));
                let cell = line.get(at).map(|cell| unguarded(cell));
                if let (Some(inner), Some(cell)) = (inner, cell)
                    && depends_on_another(inner) == depends
                    && !is_blank(cell)
                {
                    let answer = self.answer_of(inner, cell, &row, known);
                    row.set(&FieldPath::top(inner.id().as_str()), answer);
                }
            }
        }
        row
    }

    fn answer_of(&self, field: &Field, cell: &str, row: &Answers, known: &mut Known) -> Answer {
        match field.kind() {
            Kind::Date(kind) => Answer::Date(date_of(kind, cell)),
            Kind::YesNo => Answer::text(yes_or_no(cell).unwrap_or(cell)),
            Kind::Choice(_) => {
                let names = self.names(field, row, known);
                Answer::text(names.and_then(|names| names.find(cell)).unwrap_or(cell))
            }
            Kind::Choices(_) => {
                let names = self.names(field, row, known);
                Answer::Many(ticked(cell, |name| names?.find(name)))
            }
            _ => Answer::text(cell),
        }
    }

    fn cell_of(
        &self,
        field: &Field,
        answer: &Answer,
        row: &Answers,
        languages: &[String],
        known: &mut Known,
    ) -> String {
        let is_vietnamese = languages.first().is_some_and(|first| first == "vi");
        let names = self.names(field, row, known);
        // A name that would not be read as this code again is not written.
        let name = |value: &str| {
            let label = names?.labels.get(value)?.pick(languages).text;
            (names?.find(label) == Some(value)).then(|| label.to_string())
        };
        match (field.kind(), answer) {
            (Kind::YesNo, Answer::Text(text)) => match (text.as_str(), is_vietnamese) {
                ("yes", true) => "có".into(),
                ("no", true) => "không".into(),
                _ => text.clone(),
            },
            (Kind::Choice(_), Answer::Text(value)) => name(value).unwrap_or_else(|| value.clone()),
            (_, Answer::Many(values)) => {
                let one = |value: &String| {
                    let name = name(value).filter(|name| !name.contains([';', '|']));
                    name.unwrap_or_else(|| value.clone())
                };
                values.iter().map(one).collect::<Vec<_>>().join("; ")
            }
            (_, Answer::Date(parts)) => cell_of_date(parts),
            (_, Answer::Text(text)) => text.clone(),
            _ => String::new(),
        }
    }

    /// What the options of a question are called in this row; nothing while their list is not there.
    fn names<'a>(&self, field: &Field, row: &Answers, known: &'a mut Known) -> Option<&'a Names> {
        let options = options_of(field)?;
        let key = match options {
            Options::Inline(_) => format!(" {}", field.id()),
            Options::List { list, parent } => {
                let parent = parent.as_ref().and_then(|parent| {
                    let parent = parent.as_str();
                    match row.get(parent).or_else(|| self.answers.get(parent))? {
                        Answer::Text(value) => Some(value.trim()),
                        _ => None,
                    }
                });
                format!("{list} {}", parent.unwrap_or_default())
            }
        };
        if !known.0.contains_key(key.as_str()) {
            let names = match options {
                Options::Inline(options) => {
                    let options = options.iter();
                    Names::of(options.map(|option| (option.value.as_str(), &option.label)))
                }
                Options::List { list, .. } => {
                    let parent = key.strip_prefix(list.as_str()).unwrap_or_default();
                    let options = self.lists.get(list, parent.trim_start())?;
                    let pair =
                        |option: &'_ ListOption| (option.value.clone(), option.label.clone());
                    let options: Vec<_> = options.iter().map(pair).collect();
                    Names::of(options.iter().map(|(value, label)| (value.as_str(), label)))
                }
            };
            known.0.insert(key.clone(), names);
        }
        known.0.get(key.as_str())
    }
}

/// Whether a cell can hold the answer. An address is several answers, and a file is none that is written.
fn can_be_cell(field: &Field) -> bool {
    !matches!(
        field.kind(),
        Kind::Address | Kind::File(_) | Kind::Information | Kind::Repeat(_) | Kind::Declaration
    )
}

fn options_of(field: &Field) -> Option<&Options> {
    match field.kind() {
        Kind::Choice(options) => Some(options),
        Kind::Choices(kind) => Some(&kind.options),
        _ => None,
    }
}

fn depends_on_another(field: &Field) -> bool {
    matches!(
        options_of(field),
        Some(Options::List {
            parent: Some(_),
            ..
        })
    )
}

/// The options that were looked up already: by their list and its part, or by their question.
#[derive(Default)]
struct Known(SortedMap<String, Names>);

/// What things are called, and their codes.
#[derive(Default)]
struct Names {
    /// By their code.
    labels: SortedMap<String, Text>,
    /// To the letter. Nothing where two are called the same.
    exact: SortedMap<String, Option<String>>,
    /// Without marks and capitals. Nothing where two are called the same.
    folded: SortedMap<String, Option<String>>,
}

impl Names {
    fn of<'a>(things: impl Iterator<Item = (&'a str, &'a Text)>) -> Self {
        let mut names = Self::default();
        for (code, label) in things {
            names.labels.insert(code.to_string(), label.clone());
            call(&mut names.folded, fold(code), code);
            for words in label.all() {
                call(&mut names.exact, tidy(words.text), code);
                call(&mut names.folded, fold(words.text), code);
            }
        }
        names
    }

    /// The code of what is called so, or has this code.
    fn find(&self, said: &str) -> Option<&str> {
        let said = &*tidy(said);
        if let Some(code) = self.labels.keys().find(|code| *code == said) {
            return Some(code);
        }
        let exact = self.exact.get(said);
        let found = exact.or_else(|| self.folded.get(fold(said).as_str()));
        found.and_then(Option::as_deref)
    }
}

fn call(names: &mut SortedMap<String, Option<String>>, name: String, code: &str) {
    match names.get_mut(name.as_str()) {
        _ if name.is_empty() => {}
        Some(Some(other)) if other == code => {}
        Some(known) => *known = None,
        None => {
            names.insert(name, Some(code.to_string()));
        }
    }
}

/// What the columns of a table may be called: questions by their label in any language, or their id.
fn names_of_columns(repeat: &Field) -> Names {
    let fields = repeat.rows.iter().filter(|inner| inner.is_question());
    Names::of(fields.map(|inner| (inner.id().as_str(), &inner.definition.label)))
}

/// Which question each column answers, by its number in the row; the lines below the names of the
/// columns; and what is to be told of them.
fn columns<'a>(
    repeat: &Field,
    names: &Names,
    lines: &'a [Line],
) -> (Vec<Option<usize>>, &'a [Line], Imported) {
    let mut told = Imported::default();
    let known = |line: &Line| {
        line.iter()
            .filter(|cell| names.find(cell).is_some())
            .count()
    };
    // Above the names may stand a title; a title of one cell may itself be a name.
    let candidates = lines.iter().enumerate().take(table::TITLE_LINES).rev();
    let (at, most) = candidates
        .map(|(at, line)| (at, known(line)))
        .max_by_key(|(_, known)| *known)
        .unwrap_or_default();
    let at = if most > 1 { at } else { 0 };
    let lines = lines.get(at..).unwrap_or_default();
    let Some(first) = lines.first() else {
        return (Vec::new(), lines, told);
    };
    told.by_order = known(first) == 0;
    let number = |id: &str| repeat.rows.iter().position(|f| f.id().as_str() == id);
    let (columns, lines) = if told.by_order {
        let asked = repeat.rows.iter().enumerate();
        let asked = asked.filter(|(_, inner)| can_be_cell(inner));
        (asked.map(|(n, _)| Some(n)).collect(), lines)
    } else {
        let mut columns: Vec<Option<usize>> = Vec::new();
        for cell in first {
            let found = names.find(unguarded(cell)).and_then(number);
            let is_new = |n: &usize| can_be_cell(&repeat.rows[*n]) && !columns.contains(&Some(*n));
            columns.push(found.filter(is_new));
        }
        (columns, &lines[1..])
    };
    let widest = lines.iter().map(Vec::len).max().unwrap_or(0);
    let is_filled = |at: usize| {
        let mut cells = lines.iter().filter_map(|line| line.get(at));
        cells.any(|cell| !is_blank(cell))
    };
    for at in 0..widest.max(columns.len()) {
        let name = match told.by_order {
            true => "",
            false => first.get(at).map_or("", |name| name.trim()),
        };
        let is_taken = columns.get(at).is_some_and(Option::is_some);
        if !is_taken && (!name.is_empty() || is_filled(at)) {
            let number = || (at + 1).to_string();
            let name = (!name.is_empty()).then(|| name.to_string());
            told.left_out_columns.push(name.unwrap_or_else(number));
        }
    }
    for (n, inner) in repeat.rows.iter().enumerate() {
        let may_be_left_out = matches!(inner.required, Requirement::Fixed(false));
        let has_column = match told.by_order {
            true => columns.iter().take(widest).any(|column| *column == Some(n)),
            false => columns.contains(&Some(n)),
        };
        if inner.is_question() && !may_be_left_out && !has_column {
            told.missing_columns.push(inner.definition.label.clone());
        }
    }
    (columns, lines, told)
}

/// Values that a spreadsheet would take for a formula (OWASP, CSV Injection, read on 28 November 2026).
fn is_formula(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// As it is written into a table: no formula.
fn guarded(text: &str) -> String {
    match is_formula(text) {
        true => format!("'{text}"),
        false => text.to_string(),
    }
}

/// As it is read from one.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'')
        .filter(|_| is_formula(cell))
        .unwrap_or(cell)
}

fn yes_or_no(cell: &str) -> Option<&'static str> {
    match fold(cell).as_str() {
        "co" | "yes" | "y" | "x" | "1" | "true" | "dung" => Some("yes"),
        "khong" | "no" | "n" | "0" | "false" | "sai" => Some("no"),
        _ => None,
    }
}

/// Several options in one cell. A comma may also be a part of a name.
fn ticked<'a>(cell: &'a str, find: impl Fn(&'a str) -> Option<&'a str>) -> Vec<String> {
    let mut values = Vec::new();
    let mut tick = |name: &'a str| {
        let value = find(name).map_or_else(|| tidy(name), str::to_string);
        if !value.is_empty() && !values.contains(&value) {
            values.push(value);
        }
    };
    for name in cell.split([';', '|']) {
        match find(name) {
            Some(_) => tick(name),
            None => name.split(',').for_each(&mut tick),
        }
    }
    values
}

/// A date as tables have it: day, month and year, or the other way round (ISO 8601); a month or a year
/// alone. Anything else stands in the first input, where words are understood too.
fn date_of(kind: &DateKind, cell: &str) -> DateParts {
    let cell = &*exact(cell);
    let part = |part: &str| part.trim().to_string();
    let is_year = |part: &str| part.trim().len() == 4 && is_number(part);
    // Spreadsheets write a day with its midnight.
    let day = cell.split([' ', 'T']).next().unwrap_or(cell);
    let clock = cell[day.len()..].trim_start_matches([' ', 'T']);
    let is_midnight = clock.contains(':') && clock.chars().all(|c| matches!(c, '0' | ':' | '.'));
    let cell = if is_midnight { day } else { cell };
    let parts: Vec<&str> = match cell.contains('/') {
        true => cell.split('/').collect(),
        false => cell.split(['-', '.']).collect(),
    };
    let all_numbers = parts.iter().all(|part| is_number(part));
    let (day, month, year) = match parts[..] {
        [year, month, day] if is_year(year) && all_numbers => (day, month, year),
        [day, month, year] if all_numbers || cell.contains('/') => (day, month, year),
        [year, month] if is_year(year) && all_numbers => ("", month, year),
        [month, year] if all_numbers => ("", month, year),
        [year] if is_year(year) => ("", "", year),
        _ => match kind.precision {
            Precision::Day | Precision::Any => (cell, "", ""),
            Precision::Month => ("", cell, ""),
            Precision::Year => ("", "", cell),
        },
    };
    let (has_month, has_day) = match kind.precision {
        Precision::Day | Precision::Any => (true, true),
        Precision::Month => (true, false),
        Precision::Year => (false, false),
    };
    DateParts {
        day: if has_day { part(day) } else { String::new() },
        month: if has_month {
            part(month)
        } else {
            String::new()
        },
        year: part(year),
    }
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn cell_of_date(DateParts { day, month, year }: &DateParts) -> String {
    let is_empty = |part: &str| part.trim().is_empty();
    match (is_empty(day), is_empty(month), is_empty(year)) {
        (true, true, _) => year.clone(),
        (true, false, false) if is_number(month) && is_number(year) => format!("{month}/{year}"),
        // A whole date that somebody said into the first input.
        (false, true, true) if !is_number(day) => day.clone(),
        _ => format!("{day}/{month}/{year}"),
    }
}
