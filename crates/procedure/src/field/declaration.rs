//! A sentence to declare before sending.

use super::{Found, yes_no};
use crate::{Answer, ProblemCode, Value};

pub(super) fn value(ticked: &str) -> Value {
    Value::Bool(ticked == yes_no::YES)
}

pub(super) fn check(answer: Option<&Answer>) -> Found {
    match answer {
        Some(Answer::Text(ticked)) if ticked == yes_no::YES => Vec::new(),
        _ => vec![(None, ProblemCode::Missing)],
    }
}
