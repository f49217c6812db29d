//! What is wrong with a language's manifest.

use std::collections::BTreeSet;

use procedure::parse_date;
use serde_json::Value;

use super::texts::wrong_characters;
use super::{Folder, Mistake};

/// Keys that a manifest may have, and whether it has to.
const KEYS: [(&str, bool); 19] = [
    ("tag", true),
    ("name", true),
    ("names", true),
    ("script", true),
    ("direction", true),
    ("status", true),
    ("translated_by", true),
    ("reviewed_by", true),
    ("checked_on", true),
    ("name_lang", false),
    ("digits", false),
    ("fallback", false),
    ("speech", false),
    ("line_height", false),
    ("fonts", false),
    ("name_font", false),
    ("audio", false),
    ("sources", false),
    ("notes", false),
];
const KEYS_OF_FONTS: [(&str, bool); 4] = [
    ("file", true),
    ("weight", true),
    ("range", true),
    ("local", false),
];

/// The mistakes of one manifest.
pub(super) fn check(folder: &Folder, tag: &str) -> Vec<Mistake> {
    let file = format!("{tag}/manifest.json");
    let Some(text) = folder.get(&file) else {
        return vec![Mistake::new(&file, 0, "", "is missing")];
    };
    let json = match serde_json::from_str::<Value>(text) {
        Ok(json) if json.is_object() => json,
        Ok(_) => return vec![Mistake::new(&file, 1, "", "is an object")],
        Err(error) => return vec![Mistake::new(&file, error.line(), "", error.to_string())],
    };
    let mut manifest = Manifest {
        folder,
        tag,
        json: &json,
        mistakes: Vec::new(),
    };
    manifest.check();
    let line = |key: &str| super::check::line_of(text, key.split('/').next().unwrap_or_default());
    let mistakes = manifest.mistakes.into_iter();
    mistakes
        .map(|(key, what)| Mistake::new(&file, line(&key), &key, what))
        .collect()
}

struct Manifest<'a> {
    folder: &'a Folder,
    tag: &'a str,
    json: &'a Value,
    /// Key and mistake.
    mistakes: Vec<(String, String)>,
}

impl Manifest<'_> {
    fn check(&mut self) {
        self.keys("", self.json, &KEYS);
        self.own_tag();
        self.text("name", |text| !text.trim().is_empty(), "a text");
        self.text("script", is_script, "a script by ISO 15924: Latn");
        self.text(
            "direction",
            |text| ["ltr", "rtl"].contains(&text),
            "ltr or rtl",
        );
        let statuses = ["reviewed", "unreviewed", "partial"];
        self.text(
            "status",
            |text| statuses.contains(&text),
            "reviewed, unreviewed or partial",
        );
        self.text("digits", is_digits, "a system of digits by CLDR: latn");
        self.text("speech", is_tag, "a BCP 47 tag");
        self.text("name_lang", is_tag, "a BCP 47 tag");
        self.text(
            "checked_on",
            |text| parse_date(text).is_some(),
            "a day: 2026-11-24",
        );
        self.text("translated_by", |text| !text.is_empty(), "who it was");
        self.text("reviewed_by", |text| !text.is_empty(), "who it was");
        if self.json["status"] == "reviewed" && !self.json["reviewed_by"].is_string() {
            self.wrong("reviewed_by", "a reviewed language says who has read it");
        }
        let height = &self.json["line_height"];
        if !height.is_null()
            && !height
                .as_f64()
                .is_some_and(|height| (1.0..=3.0).contains(&height))
        {
            self.wrong("line_height", "is a number from 1 to 3");
        }
        self.names();
        self.fallback();
        self.fonts();
        self.name_font();
        self.audio();
        for key in ["sources", "notes"] {
            self.texts(key);
        }
        self.characters("", self.json);
    }

    fn wrong(&mut self, key: &str, what: impl Into<String>) {
        self.mistakes.push((key.into(), what.into()));
    }

    fn keys(&mut self, at: &str, json: &Value, keys: &[(&str, bool)]) {
        let have = json
            .as_object()
            .into_iter()
            .flat_map(|object| object.keys());
        for key in have.filter(|key| !keys.iter().any(|(known, _)| known == key)) {
            self.wrong(&format!("{at}{key}"), "is no key of a manifest");
        }
        for (key, _) in keys
            .iter()
            .filter(|(key, has_to)| *has_to && json.get(key).is_none())
        {
            self.wrong(&format!("{at}{key}"), "is missing");
        }
    }

    /// A text of a certain form, or none.
    fn text(&mut self, key: &str, is_right: impl Fn(&str) -> bool, form: &str) {
        let may_be_null = ["translated_by", "reviewed_by", "checked_on", "speech"].contains(&key);
        match self.json.get(key) {
            None => {}
            Some(Value::Null) if may_be_null => {}
            Some(Value::String(text)) if is_right(text) => {}
            Some(_) => self.wrong(key, format!("is {form}")),
        }
    }

    /// A list of texts. Others are left out, and reported.
    fn texts(&mut self, key: &str) -> Vec<String> {
        let json = &self.json[key];
        let list = json.as_array().map(Vec::as_slice).unwrap_or_default();
        let texts: Vec<String> = list
            .iter()
            .filter_map(Value::as_str)
            .map(Into::into)
            .collect();
        if !json.is_null() && (!json.is_array() || texts.len() < list.len()) {
            self.wrong(key, "is a list of texts");
        }
        texts
    }

    fn own_tag(&mut self) {
        if !is_tag(self.tag) {
            self.wrong(
                "tag",
                format!("the folder's name, {}, is no BCP 47 tag", self.tag),
            );
        }
        match self.json.get("tag") {
            Some(tag) if *tag != self.tag => {
                self.wrong("tag", format!("is the folder's name, {}", self.tag))
            }
            _ => {}
        }
    }

    fn names(&mut self) {
        let Some(names) = self.json.get("names") else {
            return;
        };
        let is_name = |(tag, name): (&String, &Value)| {
            is_tag(tag) && name.as_str().is_some_and(|name| !name.is_empty())
        };
        match names.as_object() {
            Some(names) if names.iter().all(is_name) => {}
            _ => self.wrong(
                "names",
                "has the language's name by the tags of other languages",
            ),
        }
    }

    fn fallback(&mut self) {
        let tags = self.folder.tags();
        for tag in self.texts("fallback") {
            if !tags.contains(tag.as_str()) {
                self.wrong("fallback", format!("{tag} has no folder"));
            }
        }
        if falls_back_to_itself(self.folder, self.tag) {
            self.wrong("fallback", "leads back to this language");
        }
    }

    fn fonts(&mut self) {
        let json = self.json;
        let Some(fonts) = json.get("fonts") else {
            return;
        };
        let Some(fonts) = fonts.as_array() else {
            return self.wrong("fonts", "is a list");
        };
        for (n, font) in fonts.iter().enumerate() {
            let at = format!("fonts/{}/", n + 1);
            self.keys(&at, font, &KEYS_OF_FONTS);
            let said = |key: &str| font[key].as_str().unwrap_or_default();
            self.font_file(&format!("{at}file"), said("file"));
            if !is_weight(said("weight")) {
                self.wrong(
                    &format!("{at}weight"),
                    "is a weight: \"400\", or \"100 900\"",
                );
            }
            if let Some(part) = wrong_range(said("range")) {
                self.wrong(
                    &format!("{at}range"),
                    format!("\"{part}\" is no part of a unicode-range: U+1780-17FF"),
                );
            }
            let is_text = |name: &Value| name.as_str().is_some_and(|name| !name.is_empty());
            let local = font.get("local");
            if local.is_some_and(|names| {
                !names
                    .as_array()
                    .is_some_and(|names| names.iter().all(is_text))
            }) {
                self.wrong(&format!("{at}local"), "is a list of names of fonts");
            }
        }
    }

    /// The font of the name alone, for the bar of pages in other languages.
    fn name_font(&mut self) {
        if let Some(file) = self.json.get("name_font") {
            self.font_file("name_font", file.as_str().unwrap_or_default());
        }
    }

    fn font_file(&mut self, key: &str, file: &str) {
        let Some(path) = self.file(key, file) else {
            return;
        };
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let is_licence = |name: &String| {
            let name = name.strip_prefix(folder).unwrap_or_default().to_lowercase();
            name.rfind('/') == Some(0) && (name.contains("licen") || name.contains("ofl"))
        };
        if !self.folder.files.keys().any(is_licence) {
            self.wrong(key, format!("{folder} has no licence of this font"));
        }
    }

    fn audio(&mut self) {
        let json = self.json;
        let Some(audio) = json.get("audio") else {
            return;
        };
        let Some(audio) = audio.as_object() else {
            return self.wrong("audio", "has files by the keys of messages");
        };
        let known = self.folder.keys(self.folder.first());
        for (key, file) in audio {
            let at = format!("audio/{key}");
            if !known.contains(key) {
                self.wrong(&at, "is no message");
            }
            self.file(&at, file.as_str().unwrap_or_default());
        }
    }

    /// Where a file is, from the folder of all languages, if it is there.
    fn file(&mut self, key: &str, file: &str) -> Option<String> {
        let Some(path) = resolve(self.tag, file) else {
            self.wrong(
                key,
                format!("\"{file}\" is no file of this or another language"),
            );
            return None;
        };
        if self.folder.get(&path).is_none() {
            self.wrong(key, format!("{path} is not there"));
            return None;
        }
        Some(path)
    }

    fn characters(&mut self, key: &str, json: &Value) {
        match json {
            Value::String(text) => {
                for what in wrong_characters(text) {
                    self.wrong(key, what);
                }
            }
            Value::Array(list) => list.iter().for_each(|inner| self.characters(key, inner)),
            Value::Object(map) => {
                for (inner, json) in map {
                    let at = if key.is_empty() { inner } else { key };
                    self.characters(at, json);
                }
            }
            _ => {}
        }
    }
}

fn falls_back_to_itself(folder: &Folder, tag: &str) -> bool {
    let behind = |tag: &str| -> Vec<String> {
        let manifest = folder.manifest(tag).unwrap_or_default();
        let tags = manifest["fallback"].as_array().into_iter().flatten();
        tags.filter_map(Value::as_str).map(Into::into).collect()
    };
    let mut ahead = behind(tag);
    let mut seen = BTreeSet::new();
    while let Some(next) = ahead.pop() {
        if next == tag {
            return true;
        }
        if seen.insert(next.clone()) {
            ahead.extend(behind(&next));
        }
    }
    false
}

/// A path in a language's folder as one in the folder of all; `None` where it leads out of that.
fn resolve(tag: &str, file: &str) -> Option<String> {
    let mut path = vec![tag];
    if file.is_empty() || file.contains(['\\', ':', '?', '#', '%']) {
        return None;
    }
    for part in file.split('/') {
        match part {
            "" | "." => return None,
            ".." => drop(path.pop()?),
            _ => path.push(part),
        }
    }
    (path.len() > 1).then(|| path.join("/"))
}

/// A language, and perhaps a script, a region and variants.
fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_language =
        |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase());
    let is_other = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    parts.next().is_some_and(is_language) && parts.all(is_other)
}

fn is_script(text: &str) -> bool {
    let rest = text.get(1..).unwrap_or_default();
    text.len() == 4
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && rest.bytes().all(|b| b.is_ascii_lowercase())
}

fn is_digits(text: &str) -> bool {
    (3..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase())
}

fn is_weight(text: &str) -> bool {
    let weights: Vec<Option<u16>> = text.split(' ').map(|part| part.parse().ok()).collect();
    let is_one = |weight: &Option<u16>| weight.is_some_and(|weight| (1..=1000).contains(&weight));
    (1..=2).contains(&weights.len()) && weights.iter().all(is_one) && weights.is_sorted()
}

/// The first part of a `unicode-range` (CSS Fonts 4) that is none.
fn wrong_range(range: &str) -> Option<&str> {
    range.split(',').map(str::trim).find(|part| !is_range(part))
}

fn is_range(part: &str) -> bool {
    let number = |text: &str| match (1..=6).contains(&text.len()) && !text.starts_with('+') {
        true => u32::from_str_radix(text, 16)
            .ok()
            .filter(|number| *number <= 0x10_ffff),
        false => None,
    };
    let Some(part) = part.strip_prefix("U+").or(part.strip_prefix("u+")) else {
        return false;
    };
    match part.split_once('-') {
        Some((from, to)) => {
            matches!((number(from), number(to)), (Some(from), Some(to)) if from <= to)
        }
        // U+4?? are those from U+400 to U+4FF.
        None => {
            let whole =
                part.trim_end_matches('?').to_string() + &"0".repeat(part.matches('?').count());
            number(&whole).is_some() && whole.len() == part.len()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_texts() {
        type Form = (
            &'static str,
            fn(&str) -> bool,
            &'static [&'static str],
            &'static [&'static str],
        );
        let forms: [Form; 5] = [
            (
                "tag",
                is_tag,
                &["vi", "rad", "zh-Hant", "hmn-Latn-VN", "ar-XB", "sl-rozaj"],
                &["", "Vi", "v", "vi_VN", "vi-", "vi-A", "../vi"],
            ),
            (
                "script",
                is_script,
                &["Latn", "Khmr"],
                &["latn", "Lat", "LATN", "La n", "É"],
            ),
            (
                "digits",
                is_digits,
                &["latn", "khmr"],
                &["", "Latn", "1234"],
            ),
            (
                "weight",
                is_weight,
                &["400", "100 900", "1"],
                &["", "0", "1001", "bold", "900 100", "1 2 3"],
            ),
            (
                "range",
                is_range,
                &["U+25CC", "U+1780-17FF", "u+0", "U+4??", "U+10FFFF"],
                &[
                    "",
                    "25CC",
                    "U+",
                    "U+17FF-1780",
                    "U+110000",
                    "U+1-",
                    "U+?4",
                    "U+4???????",
                    "U+1-2-3",
                    "U++1",
                ],
            ),
        ];
        for (name, is_right, right, wrong) in forms {
            for (texts, should) in [(right, true), (wrong, false)] {
                for text in texts {
                    assert_eq!(is_right(text), should, "{name} {text:?}");
                }
            }
        }
        assert_eq!(wrong_range("U+1, U+2-3 ,U+4"), None);
        assert_eq!(wrong_range("U+1, x"), Some("x"));
    }

    #[test]
    fn a_file_is_that_of_a_language() {
        for (file, path) in [
            ("fonts/a.woff2", Some("km/fonts/a.woff2")),
            ("../rad/fonts/a.woff2", Some("rad/fonts/a.woff2")),
            ("a", Some("km/a")),
            ("../a", None),
            ("../../a", None),
            ("/a", None),
            ("", None),
            ("a//b", None),
            ("./a", None),
            ("https://example.com/a", None),
            ("..\\a", None),
        ] {
            assert_eq!(resolve("km", file).as_deref(), path, "{file}");
        }
    }
}
