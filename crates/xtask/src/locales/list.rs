//! `index.json`: what is offered, and how complete it is.

use serde_json::Value;

use super::{Folder, WORDS, is_term};

/// The list, from the manifests.
///
/// # Errors
/// The language whose manifest lacks what the list says.
pub(super) fn list(folder: &Folder) -> Result<String, String> {
    let lines = folder.order().into_iter().map(|tag| line(folder, tag));
    let lines: Vec<String> = lines.collect::<Result<_, _>>()?;
    Ok(format!("[\n  {}\n]\n", lines.join(",\n  ")))
}

fn line(folder: &Folder, tag: &str) -> Result<String, String> {
    let manifest = folder.manifest(tag).unwrap_or_default();
    let said = |key: &str| match &manifest[key] {
        Value::String(text) => Ok(Value::from(text.as_str())),
        _ => Err(format!("{tag}/manifest.json: {key} is a text")),
    };
    let mut pairs = vec![("tag", Value::from(tag)), ("name", said("name")?)];
    if let Some(lang) = manifest["name_lang"].as_str() {
        pairs.push(("name_lang", lang.into()));
    }
    pairs.push(("status", said("status")?));
    pairs.push(("share", share(folder, tag).into()));
    if manifest["direction"] == "rtl" {
        pairs.push(("direction", "rtl".into()));
    }
    let fallback = &manifest["fallback"];
    if fallback.as_array().is_some_and(|tags| !tags.is_empty()) {
        pairs.push(("fallback", fallback.clone()));
    }
    let procedures = folder.procedures(tag).into_iter();
    let procedures: serde_json::Map<String, Value> = procedures
        .filter_map(|code| Some((code.to_string(), name_of(folder, tag, code)?)))
        .collect();
    if !procedures.is_empty() {
        pairs.push(("procedures", procedures.into()));
    }
    let fonts = &manifest["fonts"];
    if fonts.as_array().is_some_and(|fonts| !fonts.is_empty()) {
        pairs.push(("fonts", true.into()));
    }
    if let Some(file) = manifest["name_font"].as_str() {
        pairs.push(("name_font", file.into()));
    }
    let pairs = pairs
        .iter()
        .map(|(key, value)| format!("\"{key}\": {}", written(value)));
    Ok(format!("{{{}}}", pairs.collect::<Vec<_>>().join(", ")))
}

/// The name of a procedure in a language; `null` where only other words of it are there, nothing where
/// there are none.
fn name_of(folder: &Folder, tag: &str, code: &str) -> Option<Value> {
    let words = folder.messages(tag, &format!("procedures/{code}.ftl"));
    words.keys().find(|key| !is_term(key))?;
    Some(
        words
            .format("name", &[], &NoNumbers)
            .map_or(Value::Null, Value::from),
    )
}

/// Names have no numbers.
struct NoNumbers;

impl messages::Numbers for NoNumbers {
    fn written(&self, _: f64) -> String {
        String::new()
    }

    fn plural(&self, _: f64) -> String {
        String::new()
    }
}

/// How many of the first language's words a language has, in percent. 100 are all.
fn share(folder: &Folder, tag: &str) -> usize {
    let (first, have) = (folder.keys(folder.first()), folder.keys(tag));
    match first.len() {
        0 => 0,
        all => first.intersection(&have).count() * 100 / all,
    }
}

fn written(value: &Value) -> String {
    match value {
        Value::Array(list) => {
            let list: Vec<String> = list.iter().map(written).collect();
            format!("[{}]", list.join(", "))
        }
        Value::Object(map) => {
            let pairs = map
                .iter()
                .map(|(key, value)| format!("\"{key}\": {}", written(value)));
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

/// Whether the list says what the folders say.
pub(super) fn is_up_to_date(have: &str, should: &str) -> bool {
    let read = |text: &str| serde_json::from_str::<Value>(text).ok();
    read(have).is_some() && read(have) == read(should)
}

/// The app's words that only one of the two files should have.
pub(super) fn file_of(folder: &Folder, tag: &str, key: &str) -> Option<&'static str> {
    WORDS
        .into_iter()
        .find(|file| folder.messages(tag, file).keys().any(|have| have == key))
}

#[cfg(test)]
mod tests {
    use super::super::folder;
    use super::*;

    #[test]
    fn the_list_says_what_the_manifests_say() {
        let folder = folder(&[
            ("index.json", r#"[{"tag": "vi"}, {"tag": "km"}]"#),
            (
                "vi/manifest.json",
                r#"{"name": "Tiếng Việt", "status": "reviewed"}"#,
            ),
            ("vi/messages.ftl", "-t = T\na = A\nb = B\n"),
            ("vi/later.ftl", "c = C\n"),
            (
                "km/manifest.json",
                r#"{"name": "\"K\"", "status": "partial", "fallback": ["vi", "en"], "direction": "ltr",
                "fonts": [{"file": "x"}], "name_font": "fonts/n.woff2"}"#,
            ),
            ("km/messages.ftl", "-t = T\na = A\nd = D\n"),
            ("km/later.ftl", "c = C\nb = {\n"),
            ("km/procedures/1.1.ftl", "name = N\n"),
            ("km/procedures/2.2.ftl", "# nothing yet\n"),
            (
                "ar/manifest.json",
                r#"{"name": "A", "name_lang": "vi", "status": "partial", "direction": "rtl", "fonts": []}"#,
            ),
        ]);
        assert_eq!(
            list(&folder).as_deref(),
            Ok(r#"[
  {"tag": "vi", "name": "Tiếng Việt", "status": "reviewed", "share": 100},
  {"tag": "km", "name": "\"K\"", "status": "partial", "share": 66, "fallback": ["vi", "en"], "procedures": { "1.1": "N" }, "fonts": true, "name_font": "fonts/n.woff2"},
  {"tag": "ar", "name": "A", "name_lang": "vi", "status": "partial", "share": 0, "direction": "rtl"}
]
"#)
        );
    }

    #[test]
    fn a_manifest_without_a_name_is_no_entry() {
        let folder = folder(&[("vi/manifest.json", r#"{"status": "reviewed"}"#)]);
        assert_eq!(
            list(&folder),
            Err("vi/manifest.json: name is a text".to_string())
        );
    }
}
