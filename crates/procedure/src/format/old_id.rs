//! Số chứng minh nhân dân.

use super::{FormatProblem, all_digits};
use crate::clean::compact;

/// 9 digits; the first cards of the later kind had 12. The cards are not valid since 31 December
/// 2024, but older papers still carry the number. Source for the latter: e.vnexpress.net 4581329;
/// the rest was compared with no source (`docs/facts.md`, Formats; November 2026).
pub(super) fn read(typed: &str) -> Result<String, FormatProblem> {
    let digits = compact(typed);
    if all_digits(&digits) && matches!(digits.len(), 9 | 12) {
        Ok(digits)
    } else {
        Err(FormatProblem::OldId)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Format, check};

    #[test]
    fn nine_or_twelve_digits() {
        let wrong = Err(FormatProblem::OldId);
        check(
            Format::OldId,
            &[
                ("012345678", Ok("012345678")),
                ("012 345 678", Ok("012345678")),
                ("001099000001", Ok("001099000001")),
                ("01234567", wrong),
                ("0123456789", wrong),
                ("B12345678", wrong),
                ("", wrong),
            ],
        );
    }
}
