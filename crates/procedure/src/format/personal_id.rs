//! Số định danh cá nhân.

use super::{FormatProblem, all_digits};
use crate::clean::compact;

/// 12 digits: 3 for the place (an old provincial code or a country), 1 for century and sex, 2 for
/// the year, 6 at random. There is no check digit. The place is not compared with the provinces
/// of today: the number keeps its old code for life. Source: the public libraries vn-ident (PyPI)
/// and hongquan/vietnam-personal-id (`docs/facts.md`, Formats; November 2026).
pub(super) fn read(typed: &str) -> Result<String, FormatProblem> {
    let digits = compact(typed);
    if !all_digits(&digits) {
        return Err(FormatProblem::PersonalIdDigits);
    }
    if digits.len() != 12 {
        return Err(FormatProblem::PersonalIdLength(digits.len()));
    }
    if digits.starts_with("000") {
        return Err(FormatProblem::PersonalIdImpossible);
    }
    Ok(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Format, check};

    #[test]
    fn twelve_digits() {
        check(
            Format::PersonalId,
            &[
                ("001099000001", Ok("001099000001")),
                ("001 099 000 001", Ok("001099000001")),
                ("００１０９９０００００１", Ok("001099000001")),
                ("00109900000", Err(FormatProblem::PersonalIdLength(11))),
                ("0010990000011", Err(FormatProblem::PersonalIdLength(13))),
                ("123456789", Err(FormatProblem::PersonalIdLength(9))),
                ("00109900000O", Err(FormatProblem::PersonalIdDigits)),
                ("000000000000", Err(FormatProblem::PersonalIdImpossible)),
                ("", Err(FormatProblem::PersonalIdDigits)),
            ],
        );
    }
}
