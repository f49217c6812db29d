//! A Vietnamese phone number.

use super::{FormatProblem, all_digits};
use crate::clean::compact;

/// Mobile `0` + 3, 5, 7, 8 or 9 + 8 digits; landline `02` + 8 or 9 digits; `+84`, `84` and `0084`
/// stand for the first `0`. Operators' prefixes are not listed: they change. Compared with no
/// source (`docs/facts.md`, Formats; November 2026).
pub(super) fn read(typed: &str) -> Result<String, FormatProblem> {
    let digits = compact(typed);
    let digits = digits.strip_prefix('+').unwrap_or(&digits);
    let national = digits
        .strip_prefix("0084")
        .or_else(|| digits.strip_prefix("84").filter(|rest| rest.len() >= 9))
        .map_or_else(
            || digits.to_string(),
            |rest| format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        );
    if !all_digits(&national) {
        return Err(FormatProblem::Phone);
    }
    match (national.as_bytes(), national.len()) {
        ([b'0', b'3' | b'5' | b'7' | b'8' | b'9', ..], 10) | ([b'0', b'2', ..], 10 | 11) => {
            Ok(national)
        }
        // Mobile numbers had 11 digits (01x) until they were converted in 2018.
        ([b'0', b'1', ..], 11) => Err(FormatProblem::PhoneOldPrefix),
        _ => Err(FormatProblem::Phone),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Format, check};

    // [46]
    #[test]
    fn phone_numbers_as_people_write_them() {
        let wrong = Err(FormatProblem::Phone);
        check(
            Format::Phone,
            &[
                ("0912345678", Ok("0912345678")),
                ("0912 345 678", Ok("0912345678")),
                ("0912.345.678", Ok("0912345678")),
                ("091-234-5678", Ok("0912345678")),
                ("+84 912 345 678", Ok("0912345678")),
                ("+84 (0) 912 345 678", Ok("0912345678")),
                ("84912345678", Ok("0912345678")),
                ("0084912345678", Ok("0912345678")),
                ("０９１２３４５６７８", Ok("0912345678")),
                ("0912 345 678.", Ok("0912345678")),
                ("024 3825 1234", Ok("02438251234")),
                ("01689123456", Err(FormatProblem::PhoneOldPrefix)),
                ("0612345678", wrong),
                ("091234567", wrong),
                ("09123456789", wrong),
                ("điện thoại", wrong),
                ("", wrong),
            ],
        );
    }
}
