//! Số giấy phép lái xe.

use super::{FormatProblem, code};

/// 12 digits on cards since 2013. Older paper licences carry other numbers, so 4 to 15 letters
/// and digits are taken too. Compared with no source (`docs/facts.md`, Formats; November 2026).
pub(super) fn read(typed: &str) -> Result<String, FormatProblem> {
    let number = code(typed);
    let fits = (4..=15).contains(&number.len())
        && number
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        && number.bytes().filter(u8::is_ascii_digit).count() >= 4;
    if fits {
        Ok(number)
    } else {
        Err(FormatProblem::DrivingLicence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Format, check};

    #[test]
    fn cards_and_paper_licences() {
        let wrong = Err(FormatProblem::DrivingLicence);
        check(
            Format::DrivingLicence,
            &[
                ("010123456789", Ok("010123456789")),
                ("010 123 456 789", Ok("010123456789")),
                ("AN 123456", Ok("AN123456")),
                ("123", wrong),
                ("0101234567890123", wrong),
                ("giấy phép", wrong),
                ("", wrong),
            ],
        );
    }
}
