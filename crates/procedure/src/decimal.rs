//! Numbers as texts. The standard library reads and writes every number there is, with 25 KB of code
//! and tables that each citizen would load (docs/adr/0004-size.md); the numbers of a form are short.

/// Most digits that are read: more than any amount or measure has.
const MOST: usize = 19;

/// Reads a plain decimal number: a sign if there is one, digits, and a full stop before decimals.
/// `None` for anything else: exponents, `NaN`, more than 19 digits. Exact for up to 15 digits.
pub fn read_decimal(text: &str) -> Option<f64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = fraction.trim_end_matches('0');
    let whole = whole.trim_start_matches('0');
    let is_number = digits.bytes().any(|b| b.is_ascii_digit());
    if !is_number || whole.len() + fraction.len() > MOST {
        return None;
    }
    let mut mantissa = 0_u64;
    for byte in whole.bytes().chain(fraction.bytes()) {
        let digit = byte.is_ascii_digit().then(|| u64::from(byte - b'0'))?;
        mantissa = mantissa.checked_mul(10)?.checked_add(digit)?;
    }
    Some(sign * (mantissa as f64 / power(fraction.len())))
}

/// Writes a number as briefly as it can be read again: `12`, `1.5`. At most 15 decimals; what is not
/// finite or has more than 18 digits before the decimals is written as an empty text.
pub fn write_decimal(number: f64) -> String {
    if !number.is_finite() || number.abs() >= 1e18 {
        return String::new();
    }
    let decimals = (0..15).find(|decimals| {
        let shifted = number * power(*decimals);
        shifted.round() / power(*decimals) == number || shifted.abs() >= 1e15
    });
    let decimals = decimals.unwrap_or(15);
    let shifted = (number * power(decimals)).round() as i64;
    let sign = if shifted < 0 { "-" } else { "" };
    let (digits, unit) = (shifted.unsigned_abs(), 10_u64.pow(decimals as u32));
    let (whole, fraction) = (digits / unit, digits % unit);
    match decimals {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{fraction:0>decimals$}"),
    }
}

/// Ten to a small power; exact up to 22.
fn power(of: usize) -> f64 {
    (0..of).fold(1.0, |power, _| power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_numbers_are_read() {
        for (text, number) in [
            ("0", Some(0.0)),
            ("-0", Some(0.0)),
            ("007", Some(7.0)),
            ("12.50", Some(12.5)),
            ("+3", Some(3.0)),
            ("-0.125", Some(-0.125)),
            (".5", Some(0.5)),
            ("12.", Some(12.0)),
            ("0.1", Some(0.1)),
            ("135000", Some(135_000.0)),
            ("9007199254740993", Some(9_007_199_254_740_993_u64 as f64)),
            ("", None),
            (".", None),
            ("-", None),
            ("1e5", None),
            ("1,5", None),
            ("NaN", None),
            ("Infinity", None),
            ("99999999999999999999", None),
            ("12a", None),
            ("１２", None),
        ] {
            assert_eq!(read_decimal(text), number, "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for (number, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (7.0, "7"),
            (-3.0, "-3"),
            (0.1, "0.1"),
            (-0.125, "-0.125"),
            (12.5, "12.5"),
            (0.000_001, "0.000001"),
            (1_234_567.891, "1234567.891"),
            (999_999_999_999.0, "999999999999"),
            (f64::NAN, ""),
            (f64::INFINITY, ""),
            (1e300, ""),
        ] {
            assert_eq!(write_decimal(number), text, "{number}");
            if !text.is_empty() {
                assert_eq!(read_decimal(text), Some(number), "{text}");
            }
        }
    }
}
