//! Several lines of text. People may type past the limit; it is said on Continue.

use serde_json::Value as Json;

use super::{Context, Found, text};
use crate::clean::plain;
use crate::definition::TextKind;
use crate::{ProblemCode, Value};

/// Most characters where the author says nothing.
pub(super) const MAX_LENGTH: usize = 4_000;

pub(super) fn value(typed: &str) -> Value {
    Value::text(plain(typed))
}

pub(super) fn check(kind: &TextKind, context: Context, typed: &str) -> Found {
    let text = plain(typed);
    if text.is_empty() {
        return vec![(None, ProblemCode::Missing)];
    }
    text::limits(kind, MAX_LENGTH, &text)
        .or_else(|| text::off_pattern(kind, context, &text))
        .map(|code| (None, code))
        .into_iter()
        .collect()
}

pub(super) fn sent(typed: &str) -> Json {
    Json::from(plain(typed))
}
