//! A number, written the Vietnamese way (dots between thousands, a comma before decimals) or
//! the English way.

use serde_json::Value as Json;

use super::{Field, Found};
use crate::clean::exact;
use crate::definition::NumberKind;
use crate::{Answer, ProblemCode, Value, fold, read_decimal, spoken, write_decimal};

pub(super) fn value(field: &Field, kind: &NumberKind, typed: &str) -> Value {
    heard(field, kind, typed).map_or(Value::Null, |number| Value::Number(number.value))
}

pub(super) fn check(field: &Field, kind: &NumberKind, typed: &str) -> Found {
    let code = match heard(field, kind, typed) {
        None => Some(ProblemCode::NotANumber),
        Some(number) if number.decimals > kind.decimals => {
            Some(ProblemCode::TooManyDecimals { max: kind.decimals })
        }
        Some(number) => out_of_range(kind, number.value),
    };
    code.map(|code| (None, code)).into_iter().collect()
}

pub(super) fn out_of_range(kind: &NumberKind, value: f64) -> Option<ProblemCode> {
    match (kind.min, kind.max) {
        (Some(min), _) if value < min => Some(ProblemCode::TooSmall { min }),
        (_, Some(max)) if value > max => Some(ProblemCode::TooLarge { max }),
        _ => None,
    }
}

pub(super) fn sent(field: &Field, kind: &NumberKind, typed: &str) -> Option<Json> {
    let value = heard(field, kind, typed)?.value;
    if value.fract() == 0.0 && value.abs() < 9e15 {
        Some(Json::from(value as i64))
    } else {
        Some(Json::from(value))
    }
}

pub(super) fn from_sent(json: &Json) -> Option<Answer> {
    let number = json.as_f64().filter(|n| n.is_finite())?;
    let mut text = write_decimal(number).replace('.', ",");
    // Exactly three decimals would be read as thousands.
    if text.rfind(',').is_some_and(|at| text.len() - at == 4) {
        text.push('0');
    }
    Some(Answer::Text(text))
}

pub(super) struct Number {
    pub(super) value: f64,
    decimals: u8,
}

/// A number in figures, or else a whole one in words; with or without the word behind it that the question has itself:
/// the `chỗ` of *16 chỗ*.
fn heard(field: &Field, kind: &NumberKind, typed: &str) -> Option<Number> {
    let alone = |text: &str| {
        read(text, kind.decimals).or_else(|| {
            spoken::number(text).map(|number| Number {
                value: number as f64,
                decimals: 0,
            })
        })
    };
    alone(typed).or_else(|| alone(without_unit(field, kind, &exact(typed))?))
}

/// What stands before the words behind a number, where its question has these words, as its unit or in its label.
fn without_unit<'a>(field: &Field, kind: &NumberKind, text: &'a str) -> Option<&'a str> {
    let is_said = |behind: &str| {
        let words = format!(" {} ", fold(behind));
        let own = kind.unit.all().chain(field.definition.label.all());
        let mut own = own.map(|own| format!(" {} ", fold(own.text)));
        let is_sign = kind
            .unit
            .all()
            .any(|unit| unit.text.trim() == behind.trim());
        is_sign || (words.trim() != "" && own.any(|own| own.contains(&words)))
    };
    let mut ends = text.char_indices().map(|(at, _)| at).skip(1);
    let at = ends.find(|at| is_said(&text[*at..]))?;
    Some(&text[..at])
}

/// Reads a typed number. Where a dot or comma stands before exactly three digits it parts
/// thousands, unless the field takes decimals and there is only one comma; else it is a decimal
/// sign.
pub(super) fn read(typed: &str, decimals: u8) -> Option<Number> {
    let text: String = exact(typed).chars().filter(|c| *c != ' ').collect();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.as_str()),
    };
    if !digits.starts_with(|c: char| c.is_ascii_digit()) || digits.len() > 20 {
        return None;
    }
    let last = digits.rfind(['.', ',']);
    let (whole, fraction) = match last {
        Some(at) if is_decimal_sign(digits, at, decimals) => (&digits[..at], &digits[at + 1..]),
        _ => (digits, ""),
    };
    let whole = without_grouping(whole)?;
    if !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // Whole numbers are exact in JSON up to 2^53 (RFC 8259, section 6, December 2017).
    let value = read_decimal(&format!("{whole}.{fraction}")).filter(|value| *value < 9e15)?;
    let significant = fraction.trim_end_matches('0').len();
    Some(Number {
        value: sign * value,
        decimals: u8::try_from(significant).unwrap_or(u8::MAX),
    })
}

fn is_decimal_sign(digits: &str, at: usize, decimals: u8) -> bool {
    let sign = &digits[at..=at];
    let behind = digits.len() - at - 1;
    let other = if sign == "," { '.' } else { ',' };
    digits.matches(sign).count() == 1
        && (behind != 3 || digits[..at].contains(other) || (decimals > 0 && sign == ","))
}

fn without_grouping(whole: &str) -> Option<String> {
    let mut groups = whole.split(['.', ',']);
    let first = groups.next()?;
    let grouped = groups.clone().count() > 0;
    let fits = groups.all(|group| group.len() == 3) && (!grouped || first.len() <= 3);
    let digits = whole.replace(['.', ','], "");
    (fits && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::KindDefinition as Kind;

    const SEATS: &str = r#"{
        "format": 1, "code": "0.000001", "version": "1", "name": "Thử", "agency": "Thử", "summary": "Thử.",
        "level": "full", "steps": [{"id": "one", "title": "Một", "fields": [{
            "id": "seats", "kind": "number", "label": {"vi": "Số chỗ ngồi", "en": "Number of seats"},
            "min": 1, "max": 50, "unit": "kg"}]}]}"#;

    // [73]
    #[test]
    fn numbers_as_people_write_them() {
        for (typed, decimals, value) in [
            ("12", 0, Some(12.0)),
            ("1.234.567", 0, Some(1_234_567.0)),
            ("1,234,567", 0, Some(1_234_567.0)),
            ("1 234 567", 0, Some(1_234_567.0)),
            ("1.234", 0, Some(1_234.0)),
            ("1,5", 2, Some(1.5)),
            ("1.5", 2, Some(1.5)),
            ("1.234,5", 2, Some(1_234.5)),
            ("1,234.5", 2, Some(1_234.5)),
            ("0,125", 3, Some(0.125)),
            ("-3", 0, Some(-3.0)),
            ("12.", 0, Some(12.0)),
            ("0912345678 0912345678", 0, None),
            ("１２", 0, Some(12.0)),
            ("1.23.456", 0, None),
            ("12a", 0, None),
            ("", 0, None),
            ("1e5", 0, None),
            ("NaN", 0, None),
            ("999999999999999999999", 0, None),
        ] {
            assert_eq!(read(typed, decimals).map(|n| n.value), value, "{typed:?}");
        }
    }

    #[test]
    fn decimals_and_limits() {
        let form = crate::compile_json(SEATS).expect("no mistakes");
        let field = form.fields().next().expect("the only one");
        let Kind::Number(kind) = field.kind() else {
            panic!("it is a number")
        };
        for (typed, code) in [
            ("7", None),
            ("7 chỗ", None),
            ("7chỗ", None),
            ("7 CHỖ NGỒI", None),
            ("7 seats", None),
            ("bảy chỗ", None),
            ("7 kg.", None),
            ("7 xe", Some(ProblemCode::NotANumber)),
            ("chỗ", Some(ProblemCode::NotANumber)),
            ("7,50", Some(ProblemCode::TooManyDecimals { max: 0 })),
            ("0", Some(ProblemCode::TooSmall { min: 1.0 })),
            ("51", Some(ProblemCode::TooLarge { max: 50.0 })),
            ("bảy", None),
            ("năm mươi mốt", Some(ProblemCode::TooLarge { max: 50.0 })),
            ("bảy tám", Some(ProblemCode::NotANumber)),
        ] {
            assert_eq!(
                check(field, kind, typed).pop().map(|(_, code)| code),
                code,
                "{typed}"
            );
        }
    }
}
