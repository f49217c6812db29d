//! Passport number.

use super::{FormatProblem, code};

/// A Vietnamese one is a letter and 7 digits; other countries' have 5 to 20 letters and digits
/// (ICAO Doc 9303 allows 9; some states print more). Source: the Vietnamese one from
/// hellogov-ai/govschema on GitHub; the others were compared with no source (`docs/facts.md`,
/// Formats; November 2026).
pub(super) fn read(typed: &str) -> Result<String, FormatProblem> {
    let number = code(typed);
    let fits = (5..=20).contains(&number.len())
        && number
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        && number.bytes().any(|b| b.is_ascii_digit());
    if fits {
        Ok(number)
    } else {
        Err(FormatProblem::Passport)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Format, check};

    #[test]
    fn letters_and_digits() {
        let wrong = Err(FormatProblem::Passport);
        check(
            Format::Passport,
            &[
                ("C1234567", Ok("C1234567")),
                ("c 1234567", Ok("C1234567")),
                ("123456789", Ok("123456789")),
                ("XR1234A", Ok("XR1234A")),
                ("C123", wrong),
                ("HOCHIEU", wrong),
                ("C1234567Đ", wrong),
                ("", wrong),
            ],
        );
    }
}
