//! What an operator sets without a rebuild: `public/settings.json`.

use serde_json::Value;

use crate::portal::Connector;

/// The settings.
#[derive(Clone, PartialEq, Debug)]
pub struct Settings {
    /// Which connector speaks to the portal.
    pub connector: Connector,
    /// The portal's address: a path on the same host, or an absolute address.
    pub portal: String,
}

/// Where the settings are.
pub const ADDRESS: &str = "/settings.json";

/// Reads the settings.
///
/// # Errors
/// The parser's words, for the operator.
pub fn read(text: &str) -> Result<Settings, String> {
    let json = procedure::read_json(text)
        .map_err(|(line, column)| format!("not JSON from line {line}, column {column}"))?;
    let text = |json: &Value, key: &str| {
        let value = json.get(key).and_then(Value::as_str);
        value
            .map(str::to_string)
            .ok_or(format!("\"{key}\" is missing or no text"))
    };
    let connector = match text(&json, "connector")?.as_str() {
        "rest" => Connector::Rest,
        other => return Err(format!("there is no connector \"{other}\"")),
    };
    Ok(Settings {
        connector,
        portal: text(&json, "portal")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_that_ship_are_read() {
        let settings = read(include_str!("../public/settings.json")).expect("they are right");
        assert_eq!(settings.connector, Connector::Rest);
        assert_eq!(settings.portal, "/api");
    }

    #[test]
    fn wrong_settings_are_refused_in_words() {
        for text in [
            "",
            "{}",
            r#"{"connector": "soap", "portal": "/api"}"#,
            r#"{"connector": "rest", "portal": 3}"#,
            r#"{"connector": "rest"}"#,
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
