//! The same questions for several things. What is wrong inside a row is the row's matter.

use super::Found;
use crate::definition::RepeatKind;
use crate::{Answer, ProblemCode};

pub(super) fn check(kind: &RepeatKind, answer: Option<&Answer>) -> Found {
    let rows = match answer {
        Some(Answer::Rows(rows)) => rows.len(),
        _ => 0,
    };
    let code = if rows < kind.min {
        Some(ProblemCode::TooFewRows { min: kind.min })
    } else {
        (rows > kind.max).then_some(ProblemCode::TooManyRows { max: kind.max })
    };
    code.map(|code| (None, code)).into_iter().collect()
}
