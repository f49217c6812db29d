//! One of several options.

use super::{Context, Found, is_offered};
use crate::definition::Options;
use crate::{ProblemCode, Value};

pub(super) fn value(chosen: &str) -> Value {
    Value::text(chosen.trim().to_string())
}

pub(super) fn check(options: &Options, context: Context, chosen: &str) -> Found {
    match is_offered(options, context, chosen.trim()) {
        true => Vec::new(),
        false => vec![(None, ProblemCode::NotAnOption)],
    }
}
