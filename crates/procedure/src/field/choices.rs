//! Some of several options, perhaps with one that means "none of these".

use serde_json::Value as Json;

use super::{Context, Found, is_offered};
use crate::definition::{ChoicesKind, Options};
use crate::{Answer, ProblemCode, SortedSet, Value};

pub(super) fn value(ticked: &[String]) -> Value {
    Value::List(ticked.iter().cloned().map(Value::Text).collect())
}

pub(super) fn check(kind: &ChoicesKind, context: Context, ticked: &[String]) -> Found {
    // A program may send one twice; it is still one.
    let chosen = once_each(ticked).len();
    let none = kind.none.as_ref().is_some_and(|none| ticked.contains(none));
    let code = if ticked
        .iter()
        .any(|value| !is_offered(&kind.options, context, value))
    {
        Some(ProblemCode::NotAnOption)
    } else if none && chosen > 1 {
        Some(ProblemCode::NoneAndSome)
    } else if let Some(min) = kind.min.filter(|min| chosen < *min && !none) {
        Some(ProblemCode::TooFewChosen { min })
    } else {
        kind.max
            .filter(|max| chosen > *max)
            .map(|max| ProblemCode::TooManyChosen { max })
    };
    code.map(|code| (None, code)).into_iter().collect()
}

/// In the order of the options, each once, however they were ticked.
pub(super) fn sent(kind: &ChoicesKind, ticked: &[String]) -> Json {
    match &kind.options {
        Options::Inline(options) => options
            .iter()
            .map(|option| &option.value)
            .filter(|value| ticked.contains(value))
            .map(String::as_str)
            .collect(),
        Options::List { .. } => once_each(ticked).iter().map(String::as_str).collect(),
    }
}

/// What is ticked, in one order.
fn once_each(ticked: &[String]) -> SortedSet<String> {
    ticked.iter().cloned().collect()
}

pub(super) fn from_sent(json: &Json) -> Option<Answer> {
    let values: Option<Vec<String>> = json
        .as_array()?
        .iter()
        .map(|value| value.as_str().map(str::to_string))
        .collect();
    values.map(Answer::Many)
}
