//! An amount in đồng; there are no smaller coins.

use serde_json::Value as Json;

use super::{Found, number};
use crate::case::lowercase;
use crate::clean::exact;
use crate::definition::NumberKind;
use crate::fold::unmarked;
use crate::{ProblemCode, Value, spoken};

pub(super) fn value(typed: &str) -> Value {
    read(typed).map_or(Value::Null, Value::Number)
}

pub(super) fn check(kind: &NumberKind, typed: &str) -> Found {
    let code = match read(typed) {
        None => Some(ProblemCode::NotANumber),
        Some(amount) if amount.fract() != 0.0 => Some(ProblemCode::TooManyDecimals { max: 0 }),
        Some(amount) if amount < 0.0 => Some(ProblemCode::TooSmall { min: 0.0 }),
        Some(amount) => number::out_of_range(kind, amount),
    };
    code.map(|code| (None, code)).into_iter().collect()
}

pub(super) fn sent(typed: &str) -> Option<Json> {
    read(typed).map(|amount| Json::from(amount as u64))
}

/// Reads an amount with or without its currency: `1.234.567 ₫`, `1234567 đồng`, `1.234.567đ`; or
/// one that was said: `135 nghìn`, `một triệu rưỡi`.
fn read(typed: &str) -> Option<f64> {
    let text = lowercase(&exact(typed));
    let amount = without_currency(&text);
    match number::read(amount, 0) {
        Some(number) => Some(number.value),
        None => spoken::money(amount).map(|amount| amount as f64),
    }
}

fn without_currency(text: &str) -> &str {
    let unit = ["vnđ", "vnd", "₫", "dong"]
        .iter()
        .find_map(|unit| text.strip_suffix(unit));
    let dong = || {
        let (amount, unit) = text.split_at(text.rfind('đ')?);
        // However its marks are written.
        matches!(&*unmarked(unit), "d" | "dong").then_some(amount)
    };
    unit.or_else(dong).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    // [73]
    #[test]
    fn amounts_as_people_write_them() {
        for (typed, value) in [
            ("135000", Some(135_000.0)),
            ("135.000", Some(135_000.0)),
            ("135.000 đồng", Some(135_000.0)),
            ("135.000\u{a0}₫", Some(135_000.0)),
            ("135,000 VND", Some(135_000.0)),
            ("0đ", Some(0.0)),
            ("135.000 ĐỒNG.", Some(135_000.0)),
            ("135.000 đô\u{300}ng", Some(135_000.0)),
            ("135.000đo\u{302}\u{300}ng", Some(135_000.0)),
            ("135.000 dong", Some(135_000.0)),
            ("một trăm", None),
            ("đồng", None),
        ] {
            assert_eq!(read(typed), value, "{typed:?}");
        }
        let kind = NumberKind::default();
        assert_eq!(
            check(&kind, "10,5"),
            [(None, ProblemCode::TooManyDecimals { max: 0 })]
        );
        assert_eq!(
            check(&kind, "-5"),
            [(None, ProblemCode::TooSmall { min: 0.0 })]
        );
    }
}
