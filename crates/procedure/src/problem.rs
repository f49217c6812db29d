//! What is wrong with an answer, as a code with parameters. The words are the locale's.

use time::Date;

use crate::file::FileType;
use crate::{FieldPath, Text};

/// One problem of one answer.
#[derive(Clone, PartialEq, Debug)]
pub struct Problem {
    /// The answer.
    pub path: FieldPath,
    /// The input of the answer, where the field has several.
    pub part: Option<Part>,
    /// What is wrong.
    pub code: ProblemCode,
}

/// One input of a field that has several.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// Day of a date.
    Day,
    /// Month of a date.
    Month,
    /// Year of a date.
    Year,
    /// Province of an address.
    Province,
    /// Commune of an address.
    Commune,
    /// Detail of an address.
    Detail,
    /// A file, counted from 0.
    File(usize),
}

impl Part {
    /// The ending of the part's DOM id and its key in a submission; a file's is its number.
    pub fn key(self) -> String {
        match self {
            Self::Day => "day".into(),
            Self::Month => "month".into(),
            Self::Year => "year".into(),
            Self::Province => "province".into(),
            Self::Commune => "commune".into(),
            Self::Detail => "detail".into(),
            Self::File(n) => n.to_string(),
        }
    }

    pub(crate) fn from_key(key: &str) -> Option<Self> {
        Some(match key {
            "day" => Self::Day,
            "month" => Self::Month,
            "year" => Self::Year,
            "province" => Self::Province,
            "commune" => Self::Commune,
            "detail" => Self::Detail,
            n => Self::File(n.parse().ok()?),
        })
    }
}

/// What is wrong. One message a field, by priority: missing, then impossible, then a rule.
#[derive(Clone, PartialEq, Debug)]
pub enum ProblemCode {
    /// Nothing was given.
    Missing,
    /// Shorter than allowed, in characters.
    TooShort {
        /// The fewest characters.
        min: usize,
    },
    /// Longer than allowed, in characters.
    TooLong {
        /// The most characters.
        max: usize,
        /// How many there are.
        len: usize,
    },
    /// Not of the named format.
    Format(FormatProblem),
    /// Not of the definition's own pattern; its author's words, where there are any.
    Pattern(Option<Text>),
    /// Not a number.
    NotANumber,
    /// A number with decimals where whole ones are asked, or with more than are allowed.
    TooManyDecimals {
        /// The most decimals.
        max: u8,
    },
    /// Less than the least.
    TooSmall {
        /// The least.
        min: f64,
    },
    /// More than the most.
    TooLarge {
        /// The most.
        max: f64,
    },
    /// Parts of the date are missing.
    DateIncomplete {
        /// The day is missing.
        day: bool,
        /// The month is missing.
        month: bool,
        /// The year is missing.
        year: bool,
    },
    /// The calendar has no such day.
    NoSuchDate,
    /// The year does not have four digits.
    YearDigits,
    /// Before the earliest day.
    DateTooEarly {
        /// The earliest day.
        earliest: Date,
    },
    /// After the latest day.
    DateTooLate {
        /// The latest day.
        latest: Date,
    },
    /// After today, where it must not be.
    DateInFuture,
    /// Before today, where it must not be.
    DateInPast,
    /// Not one of the options, or no longer one.
    NotAnOption,
    /// Fewer ticked than asked.
    TooFewChosen {
        /// The fewest.
        min: usize,
    },
    /// More ticked than allowed.
    TooManyChosen {
        /// The most.
        max: usize,
    },
    /// "None of these" together with one of these.
    NoneAndSome,
    /// A row more is needed.
    TooFewRows {
        /// The fewest.
        min: usize,
    },
    /// More rows than allowed.
    TooManyRows {
        /// The most.
        max: usize,
    },
    /// A row still has problems of its own.
    RowIncomplete {
        /// The row, counted from 0.
        row: usize,
    },
    /// Something about a file.
    File(FileProblem),
    /// A rule of the definition does not hold; its author's words.
    Rule(Text),
    /// Was sent although the form does not ask it.
    NotAsked,
    /// The portal refused it; the portal's words, untrusted.
    Portal(String),
}

/// Why a value is not of its format.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FormatProblem {
    /// Has characters that a name does not have.
    PersonName,
    /// Not a Vietnamese phone number.
    Phone,
    /// A mobile number of before 2018, with 11 digits.
    PhoneOldPrefix,
    /// Not an email address.
    Email,
    /// Not 12 digits; how many there are.
    PersonalIdLength(usize),
    /// Has characters other than digits.
    PersonalIdDigits,
    /// 12 digits that no personal ID number can be.
    PersonalIdImpossible,
    /// Not 9 (or 12) digits.
    OldId,
    /// Not a passport number.
    Passport,
    /// Not a driving licence number.
    DrivingLicence,
    /// Not 10 digits, 10 and 3, or 12.
    TaxCode,
    /// The check digit does not fit: a digit is wrong.
    TaxCodeChecksum,
    /// Not a number plate.
    Plate,
    /// Not a health insurance number.
    HealthInsurance,
    /// Not a time of day.
    Time,
}

/// Why a file cannot be taken.
#[derive(Clone, PartialEq, Debug)]
pub enum FileProblem {
    /// It has no content.
    Empty,
    /// Larger than allowed, in bytes.
    TooLarge {
        /// The most bytes.
        max: u64,
    },
    /// Its content is of another type.
    WrongType {
        /// The types that are taken.
        accept: Vec<FileType>,
    },
    /// The picture has too few pixels.
    TooFewPixels {
        /// Least width.
        width: u32,
        /// Least height.
        height: u32,
    },
    /// The device does not give its content.
    Unreadable,
    /// It ends before its content does.
    CutOff,
    /// A picture of a type that is not taken; what it is called.
    OtherPicture {
        /// Its type.
        kind: &'static str,
    },
    /// The PDF wants a password.
    Locked,
    /// More files than allowed.
    TooMany {
        /// The most.
        max: usize,
    },
    /// Not all of it is at the portal yet.
    NotUploaded,
}
