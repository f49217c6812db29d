//! The languages that are offered: `public/locales/index.json`, which the build or an operator
//! writes (docs/languages.md).

use serde_json::Value;

/// A language that is offered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Locale {
    /// BCP 47 tag; also the name of its folder under `locales/`.
    pub tag: String,
    /// The language's name in itself.
    pub name: String,
    /// The language of that name, where the name in itself is not known.
    pub name_lang: Option<String>,
    /// How far it can be relied on.
    pub status: Status,
    /// How much of the app's words it has, in percent.
    pub share: u8,
    /// Whether it is written from the right.
    pub is_rtl: bool,
    /// What is read where it has no words, before the first language of the list.
    pub fallback: Vec<String>,
    /// The procedures that it has words for: codes, and names where they are known.
    pub procedures: Vec<(String, Option<String>)>,
}

/// How far a language can be relied on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// A speaker has read all of it.
    Reviewed,
    /// It is complete, and no speaker has read it.
    Unreviewed,
    /// It is not complete.
    Partial,
}

/// Where the list is.
pub const ADDRESS: &str = "/locales/index.json";

/// Reads the list. An entry without a tag or a name is left out, and a status that is not known is
/// the least that can be.
pub fn read(text: &str) -> Vec<Locale> {
    let json = procedure::read_json(text).unwrap_or_default();
    let entries = json.as_array().into_iter().flatten();
    entries.filter_map(entry).collect()
}

fn entry(json: &Value) -> Option<Locale> {
    let text = |key| json.get(key).and_then(Value::as_str);
    let texts = |key| {
        let texts = json.get(key).and_then(Value::as_array);
        let texts = texts.into_iter().flatten().filter_map(Value::as_str);
        texts.map(str::to_string).collect()
    };
    let tag = text("tag")?;
    // It becomes part of an address.
    let is_tag = |tag: &str| tag.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
    if tag.is_empty() || !is_tag(tag) {
        return None;
    }
    Some(Locale {
        tag: tag.to_string(),
        name: text("name")?.to_string(),
        name_lang: text("name_lang").map(str::to_string),
        status: match text("status") {
            Some("reviewed") => Status::Reviewed,
            Some("unreviewed") => Status::Unreviewed,
            _ => Status::Partial,
        },
        share: json
            .get("share")
            .and_then(Value::as_u64)
            .unwrap_or(0)
            .min(100) as u8,
        is_rtl: text("direction") == Some("rtl"),
        fallback: texts("fallback"),
        procedures: procedures(json),
    })
}

fn procedures(json: &Value) -> Vec<(String, Option<String>)> {
    let procedures = json.get("procedures").and_then(Value::as_object);
    let name = |name: &Value| name.as_str().map(str::to_string);
    let named = |(code, it): (&String, &Value)| (code.clone(), name(it));
    procedures.into_iter().flatten().map(named).collect()
}

/// The tags of a language and of those that it falls back to, at last the first that is offered.
pub fn chain(offered: &[Locale], tag: &str) -> Vec<String> {
    let mut tags = vec![tag.to_string()];
    let own = offered.iter().find(|locale| locale.tag == tag);
    let own = own
        .map(|locale| locale.fallback.as_slice())
        .unwrap_or_default();
    for behind in own.iter().chain(offered.first().map(|first| &first.tag)) {
        let is_offered = offered.iter().any(|locale| locale.tag == *behind);
        if is_offered && !tags.contains(behind) {
            tags.push(behind.clone());
        }
    }
    tags
}

/// Whether two tags are of one language, in whatever script or region.
pub fn are_one_language(a: &str, b: &str) -> bool {
    language(a) == language(b)
}

fn language(tag: &str) -> String {
    tag.split('-')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase()
}

/// The language to begin with: the first of the `wanted` that is offered, exactly or in another
/// script or country.
pub fn best(offered: &[Locale], wanted: impl Iterator<Item = String>) -> String {
    for tag in wanted {
        let exact = |have: &&Locale| have.tag.eq_ignore_ascii_case(&tag);
        let close = |have: &&Locale| are_one_language(&have.tag, &tag);
        let found = offered.iter().find(exact);
        if let Some(found) = found.or_else(|| offered.iter().find(close)) {
            return found.tag.clone();
        }
    }
    offered
        .first()
        .map_or_else(|| "vi".into(), |locale| locale.tag.clone())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn offered(tags: &[&str]) -> Vec<Locale> {
        let entries = tags
            .iter()
            .map(|tag| format!(r#"{{"tag": "{tag}", "name": "{tag}"}}"#));
        read(&format!("[{}]", entries.collect::<Vec<_>>().join(",")))
    }

    #[test]
    fn the_language_comes_from_what_is_asked_for_first() {
        let offered = offered(&["vi", "en", "zh-Hant", "blt-Tavt", "blt-Latn"]);
        for (wanted, chosen) in [
            (vec!["en"], "en"),
            (vec!["fr", "en-GB"], "en"),
            (vec!["zh-TW"], "zh-Hant"),
            (vec!["EN"], "en"),
            (vec!["blt-Latn"], "blt-Latn"),
            (vec!["blt"], "blt-Tavt"),
            (vec!["fr"], "vi"),
            (vec![], "vi"),
        ] {
            assert_eq!(best(&offered, wanted.into_iter().map(String::from)), chosen);
        }
    }

    #[test]
    fn every_language_falls_back_to_the_first_at_last() {
        let mut offered = offered(&["vi", "en", "blt-Tavt", "blt-Latn"]);
        offered[3].fallback = ["blt-Tavt", "xx", "blt-Latn"].map(String::from).into();
        for (tag, tags) in [
            ("vi", vec!["vi"]),
            ("en", vec!["en", "vi"]),
            ("blt-Latn", vec!["blt-Latn", "blt-Tavt", "vi"]),
        ] {
            assert_eq!(chain(&offered, tag), tags);
        }
    }

    #[test]
    fn a_list_is_read_as_far_as_it_is_right() {
        let text = r#"[
            {"tag": "km", "name": "ភាសាខ្មែរ", "status": "unreviewed", "share": 100,
             "procedures": {"1.004194": "ឈ្មោះ", "2": 7}},
            {"tag": "ar-XB", "name": "x", "status": "new", "share": 700, "direction": "rtl", "fallback": ["en"]},
            {"tag": "../x", "name": "x"}, {"tag": "", "name": "x"}, {"tag": "rad"}, {"name": "x"}, 7, null
        ]"#;
        let km = Locale {
            tag: "km".into(),
            name: "ភាសាខ្មែរ".into(),
            name_lang: None,
            status: Status::Unreviewed,
            share: 100,
            is_rtl: false,
            fallback: Vec::new(),
            procedures: vec![("1.004194".into(), Some("ឈ្មោះ".into())), ("2".into(), None)],
        };
        let rtl = Locale {
            tag: "ar-XB".into(),
            name: "x".into(),
            name_lang: None,
            status: Status::Partial,
            share: 100,
            is_rtl: true,
            fallback: vec!["en".into()],
            procedures: Vec::new(),
        };
        assert_eq!(read(text), [km, rtl]);
        for text in ["", "{}", "[", "3", "<html>"] {
            assert_eq!(read(text), []);
        }
    }
}
