//! Text without a question.

use super::Found;

/// There is nothing to answer, so nothing can be wrong.
pub(super) fn check() -> Found {
    Vec::new()
}
