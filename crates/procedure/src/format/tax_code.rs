//! Mã số thuế.

use super::{FormatProblem, all_digits};
use crate::clean::compact;

const WEIGHTS: [u32; 9] = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/// 10 digits, the tenth a check digit; 3 more for a branch; or, for a person since 1 July 2025,
/// the 12 digits of the personal ID number (TT 86/2024/TT-BTC). The check digit is 10 less the
/// weighted sum of the first nine modulo 11; where that gives 10 there is no such code. The rule
/// of the check digit was compared with no regulation; `docs/facts.md`, Tax code, has examples
/// (November 2026).
pub(super) fn read(typed: &str) -> Result<String, FormatProblem> {
    let digits = compact(typed);
    if !all_digits(&digits) {
        return Err(FormatProblem::TaxCode);
    }
    match digits.len() {
        12 => Ok(digits),
        10 | 13 if !fits_check_digit(&digits) => Err(FormatProblem::TaxCodeChecksum),
        10 => Ok(digits),
        13 => Ok(format!("{}-{}", &digits[..10], &digits[10..])),
        _ => Err(FormatProblem::TaxCode),
    }
}

fn fits_check_digit(digits: &str) -> bool {
    let mut numbers = digits.bytes().map(|b| u32::from(b - b'0'));
    let sum: u32 = WEIGHTS
        .iter()
        .zip(numbers.by_ref())
        .map(|(weight, digit)| weight * digit)
        .sum();
    numbers.next() == Some(10 - sum % 11)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Format, check};

    #[test]
    fn the_check_digit_is_checked() {
        let (form, sum) = (
            Err(FormatProblem::TaxCode),
            Err(FormatProblem::TaxCodeChecksum),
        );
        check(
            Format::TaxCode,
            &[
                ("0100047516", Ok("0100047516")),
                ("0100109106", Ok("0100109106")),
                ("0300588569", Ok("0300588569")),
                ("0100109106-001", Ok("0100109106-001")),
                ("0100109106 001", Ok("0100109106-001")),
                ("001099000001", Ok("001099000001")),
                ("0100109107", sum),
                ("0123456789", sum),
                ("0312345678", sum),
                ("0100109107-001", sum),
                ("010010910", form),
                ("01001091067", form),
                ("O100109106", form),
                ("", form),
            ],
        );
        for last in 0..10 {
            check(Format::TaxCode, &[(&format!("031234561{last}"), sum)]);
        }
    }
}
