//! What an author wrote: a procedure as data, version 1 of the format.
//!
//! `docs/procedure-format.md` explains it; `docs/procedure.schema.json` is generated from
//! `schema.rs`. Reading is lenient where it can be: every mistake is reported with its path, and what
//! could be read goes on to be compiled, so that an author sees all mistakes at once.

mod read;
#[cfg(feature = "schema")]
#[expect(dead_code, reason = "only the shape of these types is used")]
mod schema;

pub use read::read;
#[cfg(feature = "schema")]
pub use schema::schema;

use time::Date;

use crate::file::FileType;
use crate::format::Format;
use crate::{FieldId, StepId, Text};

/// The version of the format that this program reads.
pub const FORMAT: u64 = 1;

/// A procedure.
#[derive(Clone, PartialEq, Debug)]
pub struct Definition {
    /// The official code, `3.000347`.
    pub code: String,
    /// The author's version of this definition. A draft remembers it.
    pub version: String,
    /// Official name.
    pub name: Text,
    /// What it is for, in plain words.
    pub summary: Text,
    /// Who decides.
    pub agency: Text,
    /// How much of it can be done online.
    pub level: Level,
    /// What a reader must know first: that something is only a draft, a demonstration.
    pub notices: Vec<Text>,
    /// Who may apply, one sentence each.
    pub who: Vec<Text>,
    /// What to have at hand, one thing each.
    pub prepare: Vec<Prepare>,
    /// Fees, by date.
    pub fees: Vec<Fee>,
    /// How long it takes, by date.
    pub times: Vec<Duration>,
    /// What comes out of it.
    pub result: Option<ResultInfo>,
    /// The law it rests on.
    pub legal: Vec<LegalBasis>,
    /// The steps of the form, in order.
    pub steps: Vec<StepDefinition>,
    /// What is declared before sending; each is ticked on the check page.
    pub declarations: Vec<FieldDefinition>,
    /// What sort of account is needed to send it; `None`: none.
    pub account: Option<AccountNeed>,
    /// Answers with which it can't be done here, and where it can.
    pub elsewhere: Vec<ElsewhereDefinition>,
    /// What must be done in person, of a procedure of level "partial".
    pub in_person: Option<InPerson>,
    /// The procedures that one dossier sets going together (thủ tục liên thông), each with an agency of
    /// its own.
    pub components: Vec<ComponentDefinition>,
}

/// An account that a portal knows who stands behind.
#[derive(Clone, PartialEq, Debug)]
pub struct AccountNeed {
    /// 1: a phone number that was confirmed, or VNeID level 1. 2: VNeID level 2 (NĐ 69/2024/NĐ-CP).
    pub level: u8,
    /// Why it is needed.
    pub why: Text,
}

/// "Not here": a way out of the form that is no error.
#[derive(Clone, PartialEq, Debug)]
pub struct ElsewhereDefinition {
    /// Name, unique among these; part of the address.
    pub id: String,
    /// JsonLogic: it can't be done here when this holds.
    pub when: serde_json::Value,
    /// What it is about: the page's heading.
    pub title: Text,
    /// Why not here.
    pub body: Text,
    /// Where, and what to bring.
    pub office: Text,
    /// Code of the procedure that fits instead.
    pub procedure: Option<String>,
    /// The regulation.
    pub source: String,
}

/// What the law keeps for the counter (NĐ 224/2026/NĐ-CP, Điều 14: the reason is published; read July
/// 2026).
#[derive(Clone, PartialEq, Debug)]
pub struct InPerson {
    /// Why it can't be done here.
    pub reason: Text,
    /// The regulation.
    pub source: String,
    /// What is done there, one thing each, in order.
    pub steps: Vec<Text>,
    /// What to bring, one thing each.
    pub bring: Vec<Prepare>,
    /// Where.
    pub office: Text,
    /// When it is open, or how a time is found.
    pub hours: Text,
    /// How long it takes there.
    pub takes: Text,
}

/// One of the procedures that a dossier sets going.
#[derive(Clone, PartialEq, Debug)]
pub struct ComponentDefinition {
    /// Name, unique among these.
    pub id: String,
    /// What it is.
    pub name: Text,
    /// Who decides it.
    pub agency: Text,
    /// How long it takes.
    pub length: Length,
    /// The regulation.
    pub source: String,
    /// JsonLogic: it is asked for only when this holds.
    pub when: Option<serde_json::Value>,
}

/// How long something takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Length {
    /// Working days.
    WorkingDays(u16),
    /// Days of the calendar.
    Days(u16),
    /// Hours of a working day's clock; a day has eight.
    WorkingHours(u16),
}

/// How much of a procedure can be done online (NĐ 224/2026/NĐ-CP, Điều 14, read July 2026).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "lowercase"))]
pub enum Level {
    /// Toàn trình: all of it.
    Full,
    /// Một phần: part of it; the rest in person.
    Partial,
    /// Only information.
    Information,
}

/// Something to have at hand.
#[derive(Clone, PartialEq, Debug)]
pub struct Prepare {
    /// What.
    pub text: Text,
    /// More about it: for whom, how, in what form.
    pub hint: Text,
}

/// From when to when something holds. Both ends are included; `None` is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Validity {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

impl Validity {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// A fee.
#[derive(Clone, PartialEq, Debug)]
pub struct Fee {
    /// What for, or for whom.
    pub label: Text,
    /// Amount in đồng; 0 is free, `None` is not known.
    pub vnd: Option<u64>,
    /// Under what condition, in words.
    pub note: Text,
    /// What it pays for, a name. Of the fees for one thing only the first that applies is due.
    pub part: String,
    /// JsonLogic: it applies only when this holds.
    pub when: Option<serde_json::Value>,
    /// JsonLogic: how many times it is due.
    pub each: Option<serde_json::Value>,
    /// When it holds.
    pub valid: Validity,
    /// The regulation.
    pub source: String,
    /// The day on which somebody checked it.
    pub checked_on: Option<Date>,
}

/// How long it takes.
#[derive(Clone, PartialEq, Debug)]
pub struct Duration {
    /// From a complete dossier.
    pub length: Length,
    /// What comes in from this time of day on (hour, minute) counts from the next working day.
    pub cut_off: Option<(u8, u8)>,
    /// JsonLogic: it applies only when this holds. The first that applies is the one that counts.
    pub when: Option<serde_json::Value>,
    /// More about it.
    pub note: Text,
    /// When it holds.
    pub valid: Validity,
    /// The regulation.
    pub source: String,
    /// The day on which somebody checked it.
    pub checked_on: Option<Date>,
}

/// What comes out of a procedure.
#[derive(Clone, PartialEq, Debug)]
pub struct ResultInfo {
    /// The paper or the notice.
    pub name: Text,
    /// The ways in which it can be received, one each.
    pub receive: Vec<Text>,
    /// More about it: what must be handed in.
    pub note: Text,
}

/// A law or regulation.
#[derive(Clone, PartialEq, Debug)]
pub struct LegalBasis {
    /// Number and name.
    pub title: Text,
    /// What it says here, or what about it is not certain.
    pub note: Text,
    /// Where it can be read; only `https`.
    pub url: Option<String>,
    /// The day on which somebody checked that it holds.
    pub checked_on: Option<Date>,
}

/// A step: one page of questions about one thing.
#[derive(Clone, PartialEq, Debug)]
pub struct StepDefinition {
    /// Name, unique in the definition; part of the address.
    pub id: StepId,
    /// The question or the subject: the page's heading.
    pub title: Text,
    /// What is needed to answer, before the fields.
    pub body: Text,
    /// JsonLogic: the step is asked only when this holds.
    pub visible: Option<serde_json::Value>,
    /// The questions.
    pub fields: Vec<FieldDefinition>,
}

/// A question.
#[derive(Clone, PartialEq, Debug)]
pub struct FieldDefinition {
    /// Name, unique in the definition.
    pub id: FieldId,
    /// What is asked, as it stands on the paper.
    pub label: Text,
    /// One short sentence on how to answer.
    pub hint: Text,
    /// Why it is asked.
    pub why: Text,
    /// A longer explanation, folded.
    pub help: Text,
    /// Recordings of the label and the hint: for a locale, an address on the app's own host.
    pub audio: Text,
    /// What to say when it is missing; the locale has a sentence for each kind otherwise.
    pub missing: Text,
    /// Whether an answer must be given.
    pub required: Required,
    /// JsonLogic: the question is asked only when this holds.
    pub visible: Option<serde_json::Value>,
    /// Rules over this and other answers.
    pub checks: Vec<CheckDefinition>,
    /// HTML autofill token, for data about the person who fills in.
    pub autocomplete: Option<String>,
    /// What the portal may know already.
    pub prefill: Option<Prefill>,
    /// A register in which this answer is looked up.
    pub lookup: Option<Lookup>,
    /// What kind of question it is, with what limits.
    pub kind: KindDefinition,
}

/// Where a portal may know an answer from.
#[derive(Clone, PartialEq, Debug)]
pub struct Prefill {
    /// The portal's name of the datum, `person.name`.
    pub from: String,
    /// Whether it can't be changed here: it comes from a register that another office keeps.
    pub locked: bool,
}

/// A register that answers to this question's answer.
#[derive(Clone, PartialEq, Debug)]
pub struct Lookup {
    /// The portal's name of the register.
    pub register: String,
    /// Fields that it fills, with the register's name of the datum.
    pub fills: Vec<(FieldId, String)>,
}

/// Whether an answer must be given.
#[derive(Clone, PartialEq, Debug)]
pub enum Required {
    /// Always or never.
    Fixed(bool),
    /// JsonLogic: when this holds.
    When(serde_json::Value),
}

/// A rule of the author.
#[derive(Clone, PartialEq, Debug)]
pub struct CheckDefinition {
    /// JsonLogic that must hold. It is not asked while an answer that it speaks of is missing.
    pub rule: serde_json::Value,
    /// What to do when it does not.
    pub message: Text,
    /// It is only pointed out, and nobody is kept from going on.
    pub is_advice: bool,
}

/// A kind of question with its limits.
#[derive(Clone, PartialEq, Debug)]
pub enum KindDefinition {
    /// A line of text.
    Text(TextKind),
    /// Several lines.
    LongText(TextKind),
    /// A number.
    Number(NumberKind),
    /// An amount in đồng, whole.
    Money(NumberKind),
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

/// Limits of a text. A long text has no format.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct TextKind {
    /// A named format.
    pub format: Option<Format>,
    /// Fewest characters.
    pub min_length: Option<usize>,
    /// Most characters.
    pub max_length: Option<usize>,
    /// Regular expression (linear-time engine) that the whole value must match.
    pub pattern: Option<String>,
    /// What to say when it does not.
    pub pattern_message: Text,
}

/// Limits of a number. An amount has no decimals and no unit.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct NumberKind {
    /// Least.
    pub min: Option<f64>,
    /// Most.
    pub max: Option<f64>,
    /// Most decimals; 0 for whole numbers.
    pub decimals: u8,
    /// The unit, shown behind the input.
    pub unit: Text,
}

/// Limits of a date.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct DateKind {
    /// How exact it must be.
    pub precision: Precision,
    /// First day allowed.
    pub earliest: Option<Bound>,
    /// Last day allowed.
    pub latest: Option<Bound>,
}

/// How exact a date must be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "lowercase"))]
pub enum Precision {
    /// Day, month and year.
    #[default]
    Day,
    /// Month and year.
    Month,
    /// The year.
    Year,
    /// As exact as the person knows: some papers carry only the month or the year of birth.
    Any,
}

/// An end of a range of dates.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bound {
    /// The day on which the form is filled in.
    Today,
    /// A fixed day.
    Day(Date),
}

impl Bound {
    /// The day that it means.
    pub fn on(self, today: Date) -> Date {
        match self {
            Self::Today => today,
            Self::Day(day) => day,
        }
    }
}

/// Where the options of a choice come from.
#[derive(Clone, PartialEq, Debug)]
pub enum Options {
    /// Written in the definition.
    Inline(Vec<OptionDefinition>),
    /// A code list of the portal.
    List {
        /// The list's name.
        list: String,
        /// The field whose answer chooses the part of the list.
        parent: Option<FieldId>,
    },
}

/// One option.
#[derive(Clone, PartialEq, Debug)]
pub struct OptionDefinition {
    /// The code that is sent.
    pub value: String,
    /// What the citizen reads.
    pub label: Text,
    /// More about it.
    pub hint: Text,
    /// JsonLogic: offered only when this holds.
    pub visible: Option<serde_json::Value>,
}

/// Limits of a choice of several.
#[derive(Clone, PartialEq, Debug)]
pub struct ChoicesKind {
    /// The options.
    pub options: Options,
    /// Fewest.
    pub min: Option<usize>,
    /// Most.
    pub max: Option<usize>,
    /// The option that means "none of these".
    pub none: Option<String>,
}

/// Limits of files.
#[derive(Clone, PartialEq, Debug)]
pub struct FileKind {
    /// Types that are taken.
    pub accept: Vec<FileType>,
    /// Most bytes of one file.
    pub max_bytes: u64,
    /// Most files.
    pub max_files: usize,
    /// Least width and height in pixels of an image.
    pub min_pixels: Option<(u32, u32)>,
    /// The portal's name of this paper, which may lie in the citizen's store there.
    pub document: Option<String>,
}

/// A repeat.
#[derive(Clone, PartialEq, Debug)]
pub struct RepeatKind {
    /// Fewest rows.
    pub min: usize,
    /// Most rows.
    pub max: usize,
    /// What one row is: "Person".
    pub item: Text,
    /// Whether rows can be taken from a table (CSV).
    pub import: bool,
    /// Periods that should follow each other without a gap.
    pub without_gaps: Option<WithoutGaps>,
    /// The questions of a row.
    pub fields: Vec<FieldDefinition>,
}

/// Rows that are periods, and together should leave no month out.
#[derive(Clone, PartialEq, Debug)]
pub struct WithoutGaps {
    /// The field with the first month of a row.
    pub from: FieldId,
    /// The field with the last month of a row; without an answer it lasts until today.
    pub to: FieldId,
    /// JsonLogic: the first day that must be covered.
    pub since: Option<serde_json::Value>,
}

impl Definition {
    /// The fees that hold on a day.
    pub fn fees_on(&self, day: Date) -> impl Iterator<Item = &Fee> {
        self.fees.iter().filter(move |fee| fee.valid.holds_on(day))
    }

    /// The times that hold on a day.
    pub fn times_on(&self, day: Date) -> impl Iterator<Item = &Duration> {
        self.times
            .iter()
            .filter(move |time| time.valid.holds_on(day))
    }
}

impl KindDefinition {
    /// The kind's name in definitions; also the stem of its files everywhere.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::LongText(_) => "long-text",
            Self::Number(_) => "number",
            Self::Money(_) => "money",
            Self::Date(_) => "date",
            Self::Choice(_) => "choice",
            Self::Choices(_) => "choices",
            Self::YesNo => "yes-no",
            Self::Address => "address",
            Self::File(_) => "file",
            Self::Repeat(_) => "repeat",
            Self::Declaration => "declaration",
            Self::Information => "information",
        }
    }

    /// Every name.
    pub const NAMES: [&'static str; 13] = [
        "text",
        "long-text",
        "number",
        "money",
        "date",
        "choice",
        "choices",
        "yes-no",
        "address",
        "file",
        "repeat",
        "declaration",
        "information",
    ];
}
