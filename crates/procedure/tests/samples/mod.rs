//! The procedures that come with this crate, and sample answers to them.

use std::sync::Arc;

use procedure::{Date, Form};
use serde_json::Value as Json;

use crate::common::{day, form_at, json_of};

/// The procedures that come with this crate.
pub(crate) const CODES: [&str; 2] = ["3.000347", "1.004194"];

/// The day on which the sample answers are given.
pub(crate) fn today() -> Date {
    day("2026-11-22")
}

/// The definition of a procedure, compiled.
pub(crate) fn form(code: &str) -> Arc<Form> {
    form_at(&format!("fixtures/procedures/{code}.json"))
}

/// The sample answers of a procedure, as they are sent.
pub(crate) fn sample(code: &str) -> Json {
    json_of(&format!("fixtures/answers/{code}.json"))
}
