//! What the citizen typed and chose, kept to the letter.

use crate::SortedMap;

use serde::{Deserialize, Serialize};

use crate::clean::is_blank;
use crate::file::{FileFault, FileType};
use crate::{FieldId, FieldPath};

/// One answer, as it was given. It is read and checked by its field, never changed by it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// What was typed; the value of the option that was chosen; `yes` or `no`.
    Text(String),
    /// The values of the options that were ticked.
    Many(Vec<String>),
    /// The three inputs of a date.
    Date(DateParts),
    /// The inputs of an address.
    Address(AddressParts),
    /// Files, in the order in which they were chosen.
    Files(Vec<FileAnswer>),
    /// The rows of a repeat.
    Rows(Vec<Answers>),
}

/// A date as typed. Empty texts are inputs that were left empty or not asked.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct DateParts {
    /// Day of the month.
    #[serde(default)]
    pub day: String,
    /// Month, as a number.
    #[serde(default)]
    pub month: String,
    /// Year, four digits.
    #[serde(default)]
    pub year: String,
}

/// An address in Vietnam: two tiers since 1 July 2025, and the detail.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct AddressParts {
    /// Code of the province or city; what was typed, where it names none.
    #[serde(default)]
    pub province: String,
    /// Code of the commune, ward or special zone; what was typed, where it names none.
    #[serde(default)]
    pub commune: String,
    /// House number, street, hamlet, residential group.
    #[serde(default)]
    pub detail: String,
}

/// A chosen file. Its bytes are on the device until the portal has them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FileAnswer {
    /// Name on this device; the bytes are stored under it.
    pub id: String,
    /// The name that the citizen's device gave it.
    pub name: String,
    /// Size in bytes, as it will be sent (after shrinking).
    pub bytes: u64,
    /// What its content shows it to be; `None` for a type that nobody asked for.
    pub kind: Option<FileType>,
    /// Width and height in pixels, of an image.
    #[serde(default)]
    pub pixels: Option<(u32, u32)>,
    /// A PDF that wants a password.
    #[serde(default)]
    pub locked: bool,
    /// What is wrong with it, if anything is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fault: Option<FileFault>,
    /// The portal's name for it, once all of it is there.
    #[serde(default)]
    pub upload: Option<String>,
}

impl Answer {
    /// An answer of one text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_string())
    }

    /// Whether nothing was given: only spaces, nothing ticked, no file, no row.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => is_blank(text),
            Self::Many(values) => values.is_empty(),
            Self::Date(date) => [&date.day, &date.month, &date.year]
                .iter()
                .all(|part| is_blank(part)),
            Self::Address(address) => [&address.province, &address.commune, &address.detail]
                .iter()
                .all(|part| is_blank(part)),
            Self::Files(files) => files.is_empty(),
            Self::Rows(rows) => rows.is_empty(),
        }
    }
}

/// All answers of a form, or of one row of a repeat.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(SortedMap<FieldId, Answer>);

impl Answers {
    /// The answer of a field.
    pub fn get(&self, field: &str) -> Option<&Answer> {
        self.0.get(field)
    }

    /// The answer at a path.
    pub fn at(&self, path: &FieldPath) -> Option<&Answer> {
        match &path.row {
            None => self.get(path.field.as_str()),
            Some((repeat, row)) => self.rows(repeat).get(*row)?.get(path.field.as_str()),
        }
    }

    /// The rows of a repeat; none if it has no answer.
    pub fn rows(&self, repeat: &FieldId) -> &[Answers] {
        match self.get(repeat.as_str()) {
            Some(Answer::Rows(rows)) => rows,
            _ => &[],
        }
    }

    /// Sets the answer at a path. A row that is not there is left alone.
    pub fn set(&mut self, path: &FieldPath, answer: Answer) {
        match &path.row {
            None => {
                self.0.insert(path.field.clone(), answer);
            }
            Some((repeat, row)) => {
                if let Some(Answer::Rows(rows)) = self.0.get_mut(repeat)
                    && let Some(row) = rows.get_mut(*row)
                {
                    row.0.insert(path.field.clone(), answer);
                }
            }
        }
    }

    /// Every field and its answer.
    pub fn iter(&self) -> impl Iterator<Item = (&FieldId, &Answer)> {
        self.0.iter()
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(Answer::is_empty)
    }

    /// Every file of every answer, rows included.
    pub fn files(&self) -> impl Iterator<Item = &FileAnswer> {
        let mut found = Vec::new();
        self.collect_files(&mut found);
        found.into_iter()
    }

    fn collect_files<'a>(&'a self, found: &mut Vec<&'a FileAnswer>) {
        for answer in self.0.values() {
            match answer {
                Answer::Files(files) => found.extend(files),
                Answer::Rows(rows) => rows.iter().for_each(|row| row.collect_files(found)),
                _ => {}
            }
        }
    }

    /// The file with this id, wherever it stands, to note what became of it.
    pub(crate) fn file_mut(&mut self, id: &str) -> Option<&mut FileAnswer> {
        self.0.values_mut().find_map(|answer| match answer {
            Answer::Files(files) => files.iter_mut().find(|file| file.id == id),
            Answer::Rows(rows) => rows.iter_mut().find_map(|row| row.file_mut(id)),
            _ => None,
        })
    }
}

impl FromIterator<(FieldId, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (FieldId, Answer)>>(answers: I) -> Self {
        Self(answers.into_iter().collect())
    }
}
