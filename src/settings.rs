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
    /// The languages offered, in order; the first is the portal's own.
    pub locales: Vec<LocaleSetting>,
}

/// A language that is offered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LocaleSetting {
    /// BCP 47 tag; also the name of its folder under `locales/`.
    pub tag: String,
    /// The language's name in itself.
    pub name: String,
}

/// Where the settings are.
pub const ADDRESS: &str = "/settings.json";

/// Reads the settings.
///
/// # Errors
/// The parser's words, for the operator.
pub fn read(text: &str) -> Result<Settings, String> {
    let json: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
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
    let mut settings = Settings {
        connector,
        portal: text(&json, "portal")?,
        locales: Vec::new(),
    };
    for locale in json
        .get("locales")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        settings.locales.push(LocaleSetting {
            tag: text(locale, "tag")?,
            name: text(locale, "name")?,
        });
    }
    if settings.locales.is_empty() {
        return Err("\"locales\" must name at least one language".into());
    }
    let strange =
        |tag: &str| tag.is_empty() || !tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if let Some(locale) = settings.locales.iter().find(|locale| strange(&locale.tag)) {
        return Err(format!("\"{}\" is not a language tag", locale.tag));
    }
    Ok(settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_that_ship_are_read() {
        let settings = read(include_str!("../public/settings.json")).expect("they are right");
        assert_eq!(settings.connector, Connector::Rest);
        assert_eq!(settings.locales[0].tag, "vi");
    }

    #[test]
    fn wrong_settings_are_refused_in_words() {
        for text in [
            "",
            "{}",
            r#"{"connector": "soap", "portal": "/api", "locales": [{"tag": "vi", "name": "Tiếng Việt"}]}"#,
            r#"{"connector": "rest", "portal": "/api", "locales": []}"#,
            r#"{"connector": "rest", "portal": "/api", "locales": [{"tag": "../x", "name": "x"}]}"#,
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
