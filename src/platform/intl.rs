//! The browser's own `Intl`: numbers, dates, plurals. Outside a browser there is a plain form, so
//! that tests can read it.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (key, value) in pairs {
        // A new object takes any property.
        drop(Reflect::set(
            &options,
            &JsValue::from_str(key),
            &JsValue::from_str(value),
        ));
    }
    options
}

/// English is British here: 11/12/2026 is the eleventh of December, as on every Vietnamese paper.
fn locales(locale: &str) -> Array {
    let locale = match locale {
        "en" => "en-GB",
        other => other,
    };
    Array::of2(&JsValue::from_str(locale), &JsValue::from_str("vi"))
}

const IN_BROWSER: bool = cfg!(target_arch = "wasm32");

/// A number as the locale writes it.
pub fn number(locale: &str, value: f64) -> String {
    if !IN_BROWSER {
        return procedure::write_decimal(value);
    }
    let format = js_sys::Intl::NumberFormat::new(&locales(locale), &Object::new());
    let written = format
        .format()
        .call1(&JsValue::NULL, &JsValue::from_f64(value));
    written
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

/// The plural category of a number (CLDR): `one`, `other`, ...
pub fn plural(locale: &str, value: f64) -> String {
    if !IN_BROWSER {
        return if locale.starts_with("en") && value == 1.0 {
            "one"
        } else {
            "other"
        }
        .to_string();
    }
    js_sys::Intl::PluralRules::new(&locales(locale), &Object::new())
        .select(value)
        .as_string()
        .unwrap_or_else(|| "other".into())
}

/// A moment (milliseconds since 1970) as date and time in Vietnam.
pub fn moment(locale: &str, ms: f64) -> String {
    if !IN_BROWSER {
        return procedure::write_decimal(ms);
    }
    let options = options(&[
        ("timeZone", "Asia/Ho_Chi_Minh"),
        ("day", "2-digit"),
        ("month", "2-digit"),
        ("year", "numeric"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("hourCycle", "h23"),
    ]);
    let format = js_sys::Intl::DateTimeFormat::new(&locales(locale), &options);
    let date = js_sys::Date::new(&JsValue::from_f64(ms));
    let written = format.format().call1(&JsValue::NULL, &date);
    written
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

/// Milliseconds since 1970 of an RFC 3339 time; `None` where it is not one.
pub fn parse_moment(text: &str) -> Option<f64> {
    if !IN_BROWSER {
        return None;
    }
    let ms = js_sys::Date::parse(text);
    (!ms.is_nan()).then_some(ms)
}
