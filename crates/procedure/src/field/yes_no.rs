//! Yes or no.

use serde_json::Value as Json;

use super::Found;
use crate::{Answer, ProblemCode, Value};

/// The answer for yes.
pub(super) const YES: &str = "yes";
/// The answer for no.
const NO: &str = "no";

pub(super) fn value(chosen: &str) -> Value {
    match chosen {
        YES => Value::Bool(true),
        NO => Value::Bool(false),
        _ => Value::Null,
    }
}

pub(super) fn check(chosen: &str) -> Found {
    match chosen {
        YES | NO => Vec::new(),
        _ => vec![(None, ProblemCode::NotAnOption)],
    }
}

pub(super) fn from_sent(json: &Json) -> Option<Answer> {
    json.as_bool()
        .map(|yes| Answer::text(if yes { YES } else { NO }))
}
