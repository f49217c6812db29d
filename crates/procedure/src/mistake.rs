//! What is wrong with a definition. A mistake is the author's, a problem is an answer's.

/// One mistake of a definition, with the place where it stands.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Mistake {
    /// JSON Pointer (RFC 6901) into the definition.
    pub path: String,
    /// What is wrong.
    pub code: MistakeCode,
}

/// What is wrong at a place of a definition.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum MistakeCode {
    /// The text is not JSON; the parser's words.
    NotJson(usize, usize),
    /// A key that must be there is not.
    MissingKey(&'static str),
    /// A key that the format does not know, or that this kind of field does not have.
    UnknownKey(String),
    /// The value has the wrong type; what is wanted.
    WrongType(&'static str),
    /// The value is not one of those that the format knows; the value.
    UnknownValue(String),
    /// Not a name: a lower-case letter, then lower-case letters, digits and `_`.
    NotAName(String),
    /// A field has the name of an element that stands on pages of the app.
    Reserved(String),
    /// Two steps, fields or options have the same name.
    Duplicate(String),
    /// A condition or option list speaks of a field that is not there, or cannot be seen from here.
    UnknownReference(String),
    /// Fields whose conditions wait for each other, in order.
    Cycle(Vec<String>),
    /// An operator that this format does not support.
    UnsupportedOperator(String),
    /// An operator with the wrong number of arguments; how many it takes.
    WrongArguments(&'static str),
    /// The regular expression does not compile; the engine's words.
    BadPattern(String),
    /// Not an address on the app's own host: one slash, then a path.
    NotAPath(String),
    /// A limit that no value can hold (`min` over `max`).
    ImpossibleLimits,
    /// The list must not be empty.
    Empty,
    /// Two steps of a procedure have the same title.
    SameTitle(String),
    /// A repeat shares its step with other questions; it needs one of its own.
    RepeatNotAlone,
    /// Nested deeper than the format allows.
    TooDeep,
    /// The definition is larger than the format allows; what there is too much of.
    TooMuch(&'static str),
    /// A format version that this program does not know.
    UnknownFormat(u64),
    /// Two pages have the same heading; told by [`lint_json`](crate::lint_json) only, as are those below.
    SameHeading(String),
    /// The option that means "none of these" is not the last one.
    NoneNotLast,
    /// Another question asks for the same datum; the other.
    AskedTwice(String),
    /// A question that is never filled in by the portal has this key of those that are.
    NeverTold(&'static str),
    /// A date in a hint that the calendar does not have, or whose day could be a month.
    UnclearExample(String),
}

impl std::fmt::Display for MistakeCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotJson(line, column) => write!(f, "not JSON from line {line}, column {column}"),
            Self::MissingKey(key) => write!(f, "the key \"{key}\" is missing"),
            Self::UnknownKey(key) => write!(f, "the key \"{key}\" is not known here"),
            Self::WrongType(wanted) => write!(f, "must be {wanted}"),
            Self::UnknownValue(value) => write!(f, "\"{value}\" is not one of the known values"),
            Self::NotAName(name) => write!(
                f,
                "\"{name}\" is not a name: a lower-case letter, then lower-case letters, digits and _"
            ),
            Self::Reserved(name) => write!(f, "\"{name}\" is the name of a part of a page"),
            Self::Duplicate(name) => write!(f, "\"{name}\" stands here twice"),
            Self::UnknownReference(name) => {
                write!(f, "\"{name}\" is no field that can be seen from here")
            }
            Self::Cycle(fields) => {
                write!(
                    f,
                    "these conditions wait for each other: {}",
                    fields.join(" -> ")
                )
            }
            Self::UnsupportedOperator(name) => {
                write!(f, "the operator \"{name}\" is not supported")
            }
            Self::WrongArguments(wanted) => write!(f, "takes {wanted}"),
            Self::NotAPath(address) => write!(
                f,
                "\"{address}\" is not the path of a file beside the app: \"/audio/...\""
            ),
            Self::BadPattern(why) => write!(f, "the pattern does not compile: {why}"),
            Self::ImpossibleLimits => f.write_str("no value can be within these limits"),
            Self::Empty => f.write_str("must not be empty"),
            Self::SameTitle(title) => write!(f, "another step has the title \"{title}\" too"),
            Self::RepeatNotAlone => f.write_str("a repeat needs a step of its own"),
            Self::TooDeep => f.write_str("nested too deeply"),
            Self::TooMuch(what) => write!(f, "too many {what}"),
            Self::UnknownFormat(n) => {
                write!(f, "format {n} is not known; this program reads format 1")
            }
            Self::SameHeading(words) => {
                write!(f, "another page has the heading \"{words}\" too")
            }
            Self::NoneNotLast => {
                f.write_str("the option that means none of these must be the last")
            }
            Self::AskedTwice(other) => {
                write!(f, "\"{other}\" asks for the same already")
            }
            Self::NeverTold(key) => write!(
                f,
                "\"{key}\" has no effect in rows, and on files, lists and declarations"
            ),
            Self::UnclearExample(date) => write!(
                f,
                "\"{date}\" must be a real date whose day is 13 or later, so that it can't be the month"
            ),
        }
    }
}

impl std::fmt::Display for Mistake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let path = if self.path.is_empty() {
            "/"
        } else {
            &self.path
        };
        write!(f, "{path}: {}", self.code)
    }
}
