//! What an answer means to a condition.

use crate::clean::is_blank;
use crate::{SortedMap, read_decimal};

/// A value as conditions see it. Dates are texts of the form `YYYY-MM-DD`, so that they
/// compare in order.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// No answer, or one that cannot be read yet.
    Null,
    /// Yes or no; a declaration that was made.
    Bool(bool),
    /// A number or an amount in đồng.
    Number(f64),
    /// A text, code or date.
    Text(String),
    /// Several choices, files or rows.
    List(Vec<Value>),
    /// A row of a repeat, or an address.
    Map(SortedMap<String, Value>),
}

impl Value {
    /// A text, or `Null` if it is empty.
    pub(crate) fn text(text: String) -> Self {
        if text.is_empty() {
            Self::Null
        } else {
            Self::Text(text)
        }
    }

    /// Truth as JsonLogic defines it (jsonlogic.com/truthy.html, read November 2026): `null`, `0`,
    /// the empty text and the empty list are false; everything else is true.
    pub fn is_true(&self) -> bool {
        match self {
            Self::Null => false,
            Self::Bool(yes) => *yes,
            Self::Number(n) => *n != 0.0 && !n.is_nan(),
            Self::Text(text) => !text.is_empty(),
            Self::List(items) => !items.is_empty(),
            Self::Map(_) => true,
        }
    }

    /// The value as a number, as JavaScript's `Number()` reads simple values.
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            Self::Null => Some(0.0),
            Self::Bool(yes) => Some(f64::from(u8::from(*yes))),
            Self::Number(n) => Some(*n),
            Self::Text(text) if is_blank(text) => Some(0.0),
            Self::Text(text) => read_decimal(text.trim()),
            Self::List(_) | Self::Map(_) => None,
        }
    }

    /// `===`: the same type and the same value.
    pub(crate) fn same(&self, other: &Self) -> bool {
        self == other
    }

    /// `==` as JavaScript defines it for simple values.
    pub(crate) fn loosely_equals(&self, other: &Self) -> bool {
        use Value::{Bool, Null, Number, Text};
        match (self, other) {
            (Null, Null) => true,
            (Null, _) | (_, Null) => false,
            (Text(a), Text(b)) => a == b,
            (Bool(_) | Number(_) | Text(_), Bool(_) | Number(_) | Text(_)) => {
                matches!((self.number(), other.number()), (Some(a), Some(b)) if a == b)
            }
            _ => self == other,
        }
    }

    /// `self < other`: texts by their letters, everything else as numbers; `None` where they
    /// cannot be compared.
    pub(crate) fn less(&self, other: &Self) -> Option<std::cmp::Ordering> {
        match (self, other) {
            (Self::Text(a), Self::Text(b)) => Some(a.cmp(b)),
            _ => self.number()?.partial_cmp(&other.number()?),
        }
    }

    /// From the literal of a rule.
    pub(crate) fn from_json(json: &serde_json::Value) -> Self {
        match json {
            serde_json::Value::Null => Self::Null,
            serde_json::Value::Bool(yes) => Self::Bool(*yes),
            serde_json::Value::Number(n) => n.as_f64().map_or(Self::Null, Self::Number),
            serde_json::Value::String(text) => Self::Text(text.clone()),
            serde_json::Value::Array(items) => {
                Self::List(items.iter().map(Self::from_json).collect())
            }
            serde_json::Value::Object(map) => Self::Map(
                map.iter()
                    .map(|(key, value)| (key.clone(), Self::from_json(value)))
                    .collect(),
            ),
        }
    }
}
