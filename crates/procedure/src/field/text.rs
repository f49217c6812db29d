//! A line of text, of a named format or the author's own pattern.

use serde_json::Value as Json;

use super::{Context, Found};
use crate::clean::{length, tidy};
use crate::definition::TextKind;
use crate::{ProblemCode, Value};

/// Most characters where the author says nothing.
pub(super) const MAX_LENGTH: usize = 200;

pub(super) fn value(kind: &TextKind, typed: &str) -> Value {
    match kind.format {
        Some(format) => format.read(typed).map_or(Value::Null, Value::text),
        None => Value::text(tidy(typed)),
    }
}

pub(super) fn check(kind: &TextKind, context: Context, typed: &str) -> Found {
    let text = tidy(typed);
    if text.is_empty() {
        return vec![(None, ProblemCode::Missing)];
    }
    // Limits are those of the value, not of the words in which it was said.
    let heard = kind.format.and_then(|format| format.heard(&text));
    let text = heard.unwrap_or(text);
    let problem = limits(kind, MAX_LENGTH, &text)
        .or_else(|| {
            kind.format
                .and_then(|format| format.read(&text).err())
                .map(ProblemCode::Format)
        })
        .or_else(|| off_pattern(kind, context, &text));
    problem.map(|code| (None, code)).into_iter().collect()
}

pub(super) fn sent(kind: &TextKind, typed: &str) -> Json {
    let read = kind.format.and_then(|format| format.read(typed).ok());
    Json::from(read.unwrap_or_else(|| tidy(typed)))
}

pub(super) fn limits(kind: &TextKind, max: usize, text: &str) -> Option<ProblemCode> {
    let (len, max) = (length(text), kind.max_length.unwrap_or(max));
    match kind.min_length {
        _ if len > max => Some(ProblemCode::TooLong { max, len }),
        Some(min) if len < min => Some(ProblemCode::TooShort { min }),
        _ => None,
    }
}

pub(super) fn off_pattern(kind: &TextKind, context: Context, text: &str) -> Option<ProblemCode> {
    let pattern = context.field.pattern.as_ref()?;
    let message = (!kind.pattern_message.is_empty()).then(|| kind.pattern_message.clone());
    (!pattern.matches(text)).then_some(ProblemCode::Pattern(message))
}
