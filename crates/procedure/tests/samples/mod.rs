//! The procedures that come with this crate, and sample answers to them.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::sync::Arc;

use procedure::{Date, Form};
use serde_json::Value as Json;

use crate::common::{day, form_at, json_of};

/// The procedures that come with this crate.
pub(crate) const CODES: [&str; 13] = [
    "3.000347",
    "1.004194",
    "3.000353",
    "3.000347-MP",
    "1.005103",
    "1.000703",
    "2.002286",
    "2.002287",
    "2.002288",
    "1.001456",
    "3.000333",
    "3.000722",
    "2.002913",
];

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
