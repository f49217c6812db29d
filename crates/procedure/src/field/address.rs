//! An address in Vietnam. Since 1 July 2025 there are two tiers, province and commune; districts
//! are gone and nothing is asked about them (`docs/facts.md`, Administrative units).

use serde_json::Value as Json;

use super::Found;
use crate::clean::{length, tidy};
use crate::{AddressParts, Answer, Lists, Part, ProblemCode, Value, json_object};

/// The portal's list of provinces and cities.
pub const PROVINCES: &str = "vn-provinces";
/// The portal's list of communes, wards and special zones; its parts go by province.
pub const COMMUNES: &str = "vn-communes";

const MAX_DETAIL: usize = 200;

pub(super) fn value(parts: &AddressParts) -> Value {
    let text = |part: &str| Value::text(tidy(part));
    let parts_of = [&parts.province, &parts.commune, &parts.detail];
    // One that was emptied is as none: it isn't sent either.
    if parts_of.iter().all(|part| text(part) == Value::Null) {
        return Value::Null;
    }
    Value::Map(
        [
            ("province".to_string(), text(&parts.province)),
            ("commune".to_string(), text(&parts.commune)),
            ("detail".to_string(), text(&parts.detail)),
        ]
        .into(),
    )
}

/// Each input of an address that must be given is asked for by itself.
pub(super) fn missing() -> Found {
    [Part::Province, Part::Commune, Part::Detail]
        .map(|part| (Some(part), ProblemCode::Missing))
        .into()
}

pub(super) fn check(parts: &AddressParts, lists: &Lists) -> Found {
    let [province, commune, detail] =
        [&parts.province, &parts.commune, &parts.detail].map(|part| tidy(part));
    let mut found = Vec::new();
    if province.is_empty() {
        found.push((Some(Part::Province), ProblemCode::Missing));
    } else if lists.refuses(PROVINCES, "", &province) {
        found.push((Some(Part::Province), ProblemCode::NotAnOption));
    }
    if commune.is_empty() {
        found.push((Some(Part::Commune), ProblemCode::Missing));
    } else if lists.refuses(COMMUNES, &province, &commune) {
        found.push((Some(Part::Commune), ProblemCode::NotAnOption));
    }
    let len = length(&detail);
    if detail.is_empty() {
        found.push((Some(Part::Detail), ProblemCode::Missing));
    } else if len > MAX_DETAIL {
        found.push((
            Some(Part::Detail),
            ProblemCode::TooLong {
                max: MAX_DETAIL,
                len,
            },
        ));
    }
    found
}

pub(super) fn sent(parts: &AddressParts) -> Json {
    json_object(vec![
        ("province", Json::from(tidy(&parts.province))),
        ("commune", Json::from(tidy(&parts.commune))),
        ("detail", Json::from(tidy(&parts.detail))),
    ])
}

pub(super) fn from_sent(json: &Json) -> Option<Answer> {
    let part = |key: &str| match json.get(key) {
        None => Some(String::new()),
        Some(value) => value.as_str().map(str::to_string),
    };
    json.as_object()?;
    Some(Answer::Address(AddressParts {
        province: part("province")?,
        commune: part("commune")?,
        detail: part("detail")?,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rules ask whether there is an address: one that was emptied is none.
    #[test]
    fn an_address_without_any_part_is_no_value() {
        let parts = |province: &str, detail: &str| AddressParts {
            province: province.into(),
            detail: detail.into(),
            ..AddressParts::default()
        };
        assert_eq!(value(&parts("", "")), Value::Null);
        assert_eq!(value(&parts("", " \u{200B} ")), Value::Null);
        assert!(value(&parts("01", "")).is_true());
        assert!(value(&parts("", "Số 1")).is_true());
    }
}
