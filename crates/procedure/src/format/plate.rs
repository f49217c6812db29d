//! Biển số xe.

use super::{FormatProblem, code};

/// Two digits for the province (11 to 99), one or two letters (a motorcycle's second may be a
/// digit), four or five digits. `I`, `J`, `O`, `Q` and `W` are not used, but for the
/// abbreviations of special plates. Source: poohoh/regex_license_plate on GitHub for cars; the
/// rest was compared with no source (`docs/facts.md`, Formats; November 2026).
pub(super) fn read(typed: &str) -> Result<String, FormatProblem> {
    let plate = code(typed);
    if fits(plate.as_bytes()) {
        Ok(plate)
    } else {
        Err(FormatProblem::Plate)
    }
}

fn fits(plate: &[u8]) -> bool {
    let [tens, ones, rest @ ..] = plate else {
        return false;
    };
    if !matches!((tens, ones), (b'1'..=b'9', b'0'..=b'9')) || (*tens == b'1' && *ones == b'0') {
        return false;
    }
    let letter = |b: &u8| b.is_ascii_uppercase() && !b"IJOQW".contains(b);
    let digits =
        |bytes: &[u8]| matches!(bytes.len(), 4 | 5) && bytes.iter().all(u8::is_ascii_digit);
    match rest {
        [b'N', b'G' | b'N', number @ ..]
        | [b'Q', b'T', number @ ..]
        | [b'C', b'V', number @ ..]
            if digits(number) =>
        {
            true
        }
        [series, number @ ..] if letter(series) && digits(number) => true,
        [series, second, number @ ..] => {
            letter(series) && (letter(second) || second.is_ascii_digit()) && digits(number)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Format, check};

    #[test]
    fn cars_and_motorcycles() {
        let wrong = Err(FormatProblem::Plate);
        check(
            Format::Plate,
            &[
                ("30F-123.45", Ok("30F12345")),
                ("29A-1234", Ok("29A1234")),
                ("51ld 12345", Ok("51LD12345")),
                ("29-B1 123.45", Ok("29B112345")),
                ("29-AA 123.45", Ok("29AA12345")),
                ("80NG-123.45", Ok("80NG12345")),
                ("10A-12345", wrong),
                ("30I-12345", wrong),
                ("30F-123", wrong),
                ("30F-123456", Ok("30F123456")),
                ("F30-12345", wrong),
                ("", wrong),
            ],
        );
    }
}
