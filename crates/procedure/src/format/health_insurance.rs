//! Số thẻ bảo hiểm y tế.

use super::{FormatProblem, all_digits, code};

/// The old card has 15 characters: 2 letters for the group, 1 digit for the benefit (1 to 5), 2
/// for the province, 10 for the insured person. Newer cards print the 10 digits alone, and the
/// personal ID number may stand for it. Compared with no source (`docs/facts.md`, Formats;
/// November 2026).
pub(super) fn read(typed: &str) -> Result<String, FormatProblem> {
    let number = code(typed);
    let old_card = |n: &str| {
        n.len() == 15
            && n.bytes().take(2).all(|b| b.is_ascii_uppercase())
            && matches!(n.as_bytes()[2], b'1'..=b'5')
            && n.bytes().skip(3).all(|b| b.is_ascii_digit())
    };
    if (all_digits(&number) && matches!(number.len(), 10 | 12))
        || (number.is_ascii() && old_card(&number))
    {
        Ok(number)
    } else {
        Err(FormatProblem::HealthInsurance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Format, check};

    #[test]
    fn old_and_new_cards() {
        let wrong = Err(FormatProblem::HealthInsurance);
        check(
            Format::HealthInsurance,
            &[
                ("DN4010123456789", Ok("DN4010123456789")),
                ("dn 4 01 0123456789", Ok("DN4010123456789")),
                ("0123456789", Ok("0123456789")),
                ("001099000001", Ok("001099000001")),
                ("DN6010123456789", wrong),
                ("DN40101234567", wrong),
                ("ĐN401012345678", wrong),
                ("", wrong),
            ],
        );
    }
}
