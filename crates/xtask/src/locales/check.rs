//! Every mistake of a folder of languages.

use std::collections::BTreeMap;

use messages::Messages;
use messages::check::{self, Message, Piece};
use procedure::Definition;
use serde_json::Value;

use super::texts::{wrong_characters, wrong_words};
use super::{Folder, LIST, Mistake, WORDS, is_term, list, manifest};

/// Every mistake, by file and line. Overlays are compared with the definitions that are there.
pub(super) fn check(folder: &Folder, definitions: &BTreeMap<String, Definition>) -> Vec<Mistake> {
    let mut found = stale_list(folder);
    for tag in folder.tags() {
        found.extend(manifest::check(folder, tag));
        found.extend(app(folder, tag));
        for code in folder.procedures(tag) {
            found.extend(overlay(folder, tag, code, definitions.get(code)));
        }
        found.extend(search(folder, tag));
    }
    for (file, text) in folder
        .files
        .iter()
        .filter(|(file, _)| file.ends_with(".ftl"))
    {
        found.extend(of_file(file, text));
        if !is_read(file) {
            found.push(Mistake::new(
                file,
                0,
                "",
                "the app reads no file of this name",
            ));
        }
    }
    found.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    found
}

fn is_read(file: &str) -> bool {
    let parts: Vec<&str> = file.split('/').collect();
    match parts.as_slice() {
        [_, name] => WORDS.contains(name),
        [_, "procedures", _] => true,
        _ => false,
    }
}

fn stale_list(folder: &Folder) -> Vec<Mistake> {
    let what = match (folder.get(LIST), list::list(folder)) {
        (None, _) => "is missing: cargo xtask locales writes it",
        (Some(have), Ok(should)) if !list::is_up_to_date(have, &should) => {
            "does not say what the folders say: cargo xtask locales writes it anew"
        }
        // Where there can be no list, a manifest is wrong, and that is said.
        _ => return Vec::new(),
    };
    vec![Mistake::new(LIST, 0, "", what)]
}

/// The mistakes of a file by itself.
fn of_file(file: &str, text: &str) -> Vec<Mistake> {
    let mut found: Vec<Mistake> = check::check(text)
        .into_iter()
        .map(|mistake| Mistake::new(file, mistake.line, &mistake.key, mistake.what.to_string()))
        .collect();
    let messages = Messages::read(text.to_string());
    let messages = messages.all();
    for message in &messages {
        for what in wrong_words(&message.words) {
            found.push(Mistake::new(file, message.line, message.key, what));
        }
    }
    // Comments too: they are read by those who check what is written below them.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (n, line) in text.lines().enumerate() {
        let above = messages.iter().rfind(|message| message.line <= n + 1);
        for what in wrong_characters(line) {
            found.push(Mistake::new(
                file,
                n + 1,
                above.map_or("", |message| message.key),
                what,
            ));
        }
    }
    found
}

/// The app's words, compared with those of the first language.
fn app(folder: &Folder, tag: &str) -> Vec<Mistake> {
    let first = folder.first();
    let mut found = Vec::new();
    for name in WORDS {
        let file = format!("{tag}/{name}");
        let (firsts, own) = (folder.messages(first, name), folder.messages(tag, name));
        let (firsts, own) = (firsts.all(), own.all());
        for message in own.iter().filter(|message| !is_term(message.key)) {
            let wrong = |what: String| Mistake::new(&file, message.line, message.key, what);
            match firsts.iter().find(|first| first.key == message.key) {
                Some(first) => found.extend(values(message, first).into_iter().map(wrong)),
                None => found.push(wrong(nowhere(folder, message.key))),
            }
        }
        let is_lacking =
            |first: &&Message| !is_term(first.key) && !own.iter().any(|own| own.key == first.key);
        if folder.is_complete(tag) {
            for first in firsts.iter().filter(is_lacking) {
                found.push(Mistake::new(
                    &file,
                    0,
                    first.key,
                    "is missing in a language that is complete",
                ));
            }
        }
    }
    found
}

fn nowhere(folder: &Folder, key: &str) -> String {
    let first = folder.first();
    match list::file_of(folder, first, key) {
        Some(file) => format!("belongs in {file}, where {first} has it"),
        None => format!("{first} has no such message"),
    }
}

fn values(message: &Message, first: &Message) -> Vec<String> {
    let check::Difference { unknown, missing } = message.compare(first);
    let unknown = unknown
        .iter()
        .map(|name| format!("${name} is no value of this message"));
    let missing = missing.iter().map(|name| format!("${name} is missing"));
    unknown.chain(missing).collect()
}

/// The words of a procedure, compared with its definition.
fn overlay(
    folder: &Folder,
    tag: &str,
    code: &str,
    definition: Option<&Definition>,
) -> Vec<Mistake> {
    let name = format!("procedures/{code}.ftl");
    let file = format!("{tag}/{name}");
    let own = folder.messages(tag, &name);
    let own = own.all();
    let mut found = Vec::new();
    for message in &own {
        if let Some(name) = any_value(&message.words) {
            let what = format!("${name}: texts of a procedure have no values");
            found.push(Mistake::new(&file, message.line, message.key, what));
        }
    }
    let Some(definition) = definition else {
        return found;
    };
    let texts = texts(definition, tag);
    for message in own.iter().filter(|message| !is_term(message.key)) {
        if !texts.iter().any(|(name, _)| name == message.key) {
            let what = "the definition has no such text";
            found.push(Mistake::new(&file, message.line, message.key, what));
        }
    }
    let is_lacking =
        |name: &str, is_there: bool| !is_there && !own.iter().any(|own| own.key == name);
    if folder.is_complete(tag) {
        for (name, _) in texts
            .iter()
            .filter(|(name, is_there)| is_lacking(name, *is_there))
        {
            found.push(Mistake::new(
                &file,
                0,
                name,
                "is missing in a language that is complete",
            ));
        }
    }
    found
}

/// The texts of a definition: their names, and whether it has them in this language itself.
fn texts(definition: &Definition, tag: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    definition.clone().each_text(&mut |name, text| {
        found.push((name.to_string(), text.all().any(|have| have.locale == tag)));
    });
    found
}

fn any_value<'a>(words: &[Piece<'a>]) -> Option<&'a str> {
    words.iter().find_map(|piece| match piece {
        Piece::Variable(name) | Piece::Choice(name, _) => Some(*name),
        _ => None,
    })
}

/// The words that people search with: `{"groups": [{"say": [...], "means": [...]}]}`.
fn search(folder: &Folder, tag: &str) -> Vec<Mistake> {
    let file = format!("{tag}/search.json");
    let Some(text) = folder.get(&file) else {
        return Vec::new();
    };
    let json: Value = match serde_json::from_str(text) {
        Ok(json) => json,
        Err(error) => return vec![Mistake::new(&file, error.line(), "", error.to_string())],
    };
    let mut found = Vec::new();
    let mut wrong = |key: &str, what: &str| found.push(Mistake::new(&file, 0, key, what));
    let keys = |json: &Value| -> Vec<String> {
        let keys = json
            .as_object()
            .map(|object| object.keys().cloned().collect());
        keys.unwrap_or_default()
    };
    let Some(groups) = json["groups"]
        .as_array()
        .filter(|_| keys(&json) == ["groups"])
    else {
        wrong("", "has groups, and nothing else");
        return found;
    };
    for (n, group) in groups.iter().enumerate() {
        let at = format!("groups/{}", n + 1);
        if keys(group) != ["means", "say"] {
            wrong(&at, "has say and means, and nothing else");
            continue;
        }
        for key in ["say", "means"] {
            let texts = group[key].as_array().map(Vec::as_slice).unwrap_or_default();
            let is_text = |text: &Value| text.as_str().is_some_and(|text| !text.trim().is_empty());
            if texts.is_empty() || !texts.iter().all(is_text) {
                wrong(&format!("{at}/{key}"), "is a list of texts");
            }
            for what in texts
                .iter()
                .filter_map(Value::as_str)
                .flat_map(wrong_characters)
            {
                wrong(&format!("{at}/{key}"), &what);
            }
        }
    }
    found
}

/// The line of a key in JSON, as far as can be seen without its structure; 1 where it is not there.
pub(super) fn line_of(text: &str, key: &str) -> usize {
    let key = format!("\"{key}\"");
    let mut lines = text.lines();
    lines
        .position(|line| line.contains(&key))
        .map_or(1, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::super::{definition_of, folder};
    use super::*;

    const GOOD: [(&str, &str); 13] = [
        (
            "index.json",
            r#"[{"tag": "vi", "name": "Tiếng Việt", "status": "reviewed", "share": 100},
            {"tag": "km", "name": "Khmer", "status": "unreviewed", "share": 100, "fallback": ["vi"],
             "procedures": {"1.1": null, "2.2": null}, "fonts": true},
            {"tag": "rad", "name": "Klei", "status": "partial", "share": 33, "fallback": ["km"], "fonts": true}]"#,
        ),
        (
            "vi/manifest.json",
            r#"{"tag": "vi", "name": "Tiếng Việt", "names": {"vi": "Tiếng Việt"}, "script": "Latn",
            "direction": "ltr", "status": "reviewed", "translated_by": "us", "reviewed_by": "us",
            "checked_on": "2026-11-24", "speech": "vi-VN"}"#,
        ),
        (
            "vi/messages.ftl",
            "-office = cơ quan\na = Một { $n }\nb = { $n ->\n   *[other] { $n } của { -office }\n }\n",
        ),
        ("vi/later.ftl", "c = Ba\n"),
        (
            "km/manifest.json",
            r#"{"tag": "km", "name": "Khmer", "names": {"vi": "Tiếng Khmer"}, "script": "Khmr",
            "direction": "ltr", "status": "unreviewed", "translated_by": null, "reviewed_by": null,
            "checked_on": null, "digits": "latn", "fallback": ["vi"], "line_height": 1.8,
            "fonts": [{"file": "fonts/k.woff2", "weight": "400", "range": "U+1780-17FF, U+25CC", "local": ["K"]}],
            "audio": {"c": "c.mp3"}, "sources": ["x"], "notes": []}"#,
        ),
        (
            "km/messages.ftl",
            "# Khmer\n-place = ...\na = { $n ->\n   *[other] ១ { $n } & \"{ -place }\"\n }\nb = 2\n",
        ),
        ("km/later.ftl", "\u{feff}c = 3\r\n"),
        ("km/c.mp3", ""),
        ("km/fonts/k.woff2", ""),
        ("km/fonts/LICENSE-k.txt", ""),
        ("km/procedures/1.1.ftl", "agency = A\nplate-label = L\n"),
        ("km/procedures/2.2.ftl", "of-another-portal = A\n"),
        (
            "km/search.json",
            r#"{"groups": [{"say": ["x", "y z"], "means": ["giấy phép"]}]}"#,
        ),
    ];
    const PARTIAL: [(&str, &str); 2] = [
        (
            "rad/manifest.json",
            r#"{"tag": "rad", "name": "Klei", "names": {"vi": "Tiếng Êđê"}, "script": "Latn",
            "direction": "ltr", "status": "partial", "translated_by": "x", "reviewed_by": null,
            "checked_on": "2026-11-24", "fallback": ["km"],
            "fonts": [{"file": "../km/fonts/k.woff2", "weight": "100 900", "range": "U+1E??"}]}"#,
        ),
        ("rad/later.ftl", "c = Tlâo\n"),
    ];
    const DEFINITION: &str = r#"{"format": 1, "code": "1.1", "version": "1", "level": "full",
        "name": {"vi": "Đổi", "km": "K"}, "agency": {"vi": "A", "en": "A"},
        "steps": [{"id": "s", "fields": [{"id": "plate", "kind": "text", "label": "L"}]}]}"#;

    /// The mistakes of the good folder after a change: a file, what is replaced in it, and by what.
    fn mistakes(file: &str, from: &str, to: &str) -> Vec<String> {
        let mut folder = folder(&[&GOOD[..], &PARTIAL[..]].concat());
        let text = folder.files.entry(file.to_string()).or_default();
        assert!(text.contains(from), "{file} has no {from}");
        *text = text.replacen(from, to, 1);
        if from.is_empty() && to.is_empty() {
            folder.files.remove(file);
        }
        let definition = definition_of(DEFINITION).expect("it is JSON");
        let definitions = BTreeMap::from([("1.1".to_string(), definition)]);
        let found = check(&folder, &definitions);
        found.iter().map(Mistake::to_string).collect()
    }

    #[test]
    fn a_right_folder_has_no_mistakes() {
        assert_eq!(mistakes("new.txt", "", "x"), [""; 0]);
    }

    #[test]
    fn every_mistake_of_words_is_found() {
        for (file, from, to, wanted) in [
            (
                "km/messages.ftl",
                "b = 2",
                "b : 2",
                &[
                    "km/messages.ftl:6 b: no = behind the name",
                    "km/messages.ftl b: is missing in a language that is complete",
                ][..],
            ),
            (
                "rad/later.ftl",
                "c = Tlâo",
                "c = Tlâo\n    .title = x",
                &["rad/later.ftl:2 c: attributes are not read"],
            ),
            (
                "rad/later.ftl",
                "Tlâo",
                "{ DATETIME($n) }",
                &["rad/later.ftl:1 c: functions and terms with values are not read"],
            ),
            (
                "rad/later.ftl",
                "c = ",
                "c = 1\nc = ",
                &["rad/later.ftl:2 c: this name stands there twice"],
            ),
            (
                "rad/later.ftl",
                "c = ",
                "a = { $n }\nc = ",
                &["rad/later.ftl:1 a: belongs in messages.ftl, where vi has it"],
            ),
            (
                "rad/later.ftl",
                "c = ",
                "d = 1\nc = ",
                &["rad/later.ftl:1 d: vi has no such message"],
            ),
            (
                "rad/later.ftl",
                "Tlâo",
                "{ $x }",
                &["rad/later.ftl:1 c: $x is no value of this message"],
            ),
            (
                "rad/later.ftl",
                "Tlâo",
                "{ d }",
                &["rad/later.ftl:1 c: it names a message that this file does not have"],
            ),
            (
                "km/messages.ftl",
                "១ { $n }",
                "១",
                &["km/messages.ftl:3 a: $n is missing"],
            ),
            (
                "km/later.ftl",
                "c = 3",
                "# c = 3",
                &["km/later.ftl c: is missing in a language that is complete"],
            ),
            (
                "rad/later.ftl",
                "Tlâo",
                "<b>Tlâo</b>",
                &["rad/later.ftl:1 c: markup (<) would be read as it stands there"],
            ),
            (
                "rad/later.ftl",
                "Tlâo",
                "a&nbsp;b",
                &["rad/later.ftl:1 c: markup (&) would be read as it stands there"],
            ),
            (
                "rad/later.ftl",
                "c = Tlâo",
                "# \u{202e}\nc = a\u{7}\n    {\"\\u2067\"}",
                &[
                    "rad/later.ftl:1: U+202E changes the direction of text",
                    "rad/later.ftl:2 c: U+2067 changes the direction of text",
                    "rad/later.ftl:2 c: U+0007 is a control character",
                ],
            ),
            (
                "rad/later.ftl",
                "Tlâo",
                "Tla\u{302}o",
                &["rad/later.ftl:1 c: letters and marks are not put together (NFC)"],
            ),
            (
                "rad/message.ftl",
                "",
                "a = b\n",
                &["rad/message.ftl: the app reads no file of this name"],
            ),
            (
                "km/procedures/1.1.ftl",
                "agency = A\n",
                "agency = { $n }\n",
                &["km/procedures/1.1.ftl:1 agency: $n: texts of a procedure have no values"],
            ),
            (
                "km/procedures/1.1.ftl",
                "agency = A\n",
                "agencies = A\n",
                &[
                    "km/procedures/1.1.ftl agency: is missing in a language that is complete",
                    "km/procedures/1.1.ftl:1 agencies: the definition has no such text",
                ],
            ),
            (
                "km/procedures/2.2.ftl",
                "another",
                "another = <",
                &["km/procedures/2.2.ftl:1 of-another: markup (<) would \
                be read as it stands there"],
            ),
        ] {
            let mut found = mistakes(file, from, to);
            // What is left out or added makes the list stale, which has a test of its own.
            found.retain(|line| !line.starts_with("index.json"));
            found.sort();
            let mut wanted = wanted.to_vec();
            wanted.sort();
            assert_eq!(found, wanted, "{file} {to}");
        }
    }

    #[test]
    fn every_mistake_of_a_manifest_is_found() {
        for (file, from, to, wanted) in [
            ("km/manifest.json", "", "", "km/manifest.json: is missing"),
            (
                "km/manifest.json",
                "{\"tag\"",
                "{tag",
                "km/manifest.json:1: key must be a string at line 1 column 2",
            ),
            (
                "km/manifest.json",
                "\"script\": \"Khmr\",",
                "",
                "km/manifest.json:1 script: is missing",
            ),
            (
                "km/manifest.json",
                "\"notes\"",
                "\"note\"",
                "km/manifest.json:5 note: is no key of a manifest",
            ),
            (
                "km/manifest.json",
                "\"tag\": \"km\"",
                "\"tag\": \"kh\"",
                "km/manifest.json:1 tag: is the folder's name, km",
            ),
            (
                "km/manifest.json",
                "\"Khmr\"",
                "\"khmer\"",
                "km/manifest.json:1 script: is a script by ISO 15924: Latn",
            ),
            (
                "km/manifest.json",
                "unreviewed",
                "done",
                "km/manifest.json:2 status: is reviewed, unreviewed or partial",
            ),
            (
                "km/manifest.json",
                "unreviewed",
                "reviewed",
                "km/manifest.json:2 reviewed_by: a reviewed language says who has read it",
            ),
            (
                "km/manifest.json",
                "\"checked_on\": null",
                "\"checked_on\": \"24/11/2026\"",
                "km/manifest.json:3 checked_on: is a day: 2026-11-24",
            ),
            (
                "km/manifest.json",
                "\"ltr\"",
                "\"left\"",
                "km/manifest.json:2 direction: is ltr or rtl",
            ),
            (
                "km/manifest.json",
                "1.8",
                "\"1.8\"",
                "km/manifest.json:3 line_height: is a number from 1 to 3",
            ),
            (
                "km/manifest.json",
                "\"latn\"",
                "\"latn\", \"name_lang\": \"Vietnamese\"",
                "km/manifest.json:3 name_lang: is a BCP 47 tag",
            ),
            (
                "km/manifest.json",
                "\"latn\"",
                "10",
                "km/manifest.json:3 digits: is a system of digits by CLDR: latn",
            ),
            (
                "km/manifest.json",
                "{\"vi\": \"Tiếng Khmer\"}",
                "[]",
                "km/manifest.json:1 names: has the language's name by the tags of other languages",
            ),
            (
                "km/manifest.json",
                "Tiếng Khmer",
                "\\u202e",
                "km/manifest.json:1 names: U+202E changes the direction of text",
            ),
            (
                "km/manifest.json",
                "fonts/k.woff2",
                "fonts/l.woff2",
                "km/manifest.json:4 fonts/1/file: km/fonts/l.woff2 is not there",
            ),
            (
                "km/manifest.json",
                "fonts/k.woff2",
                "../../k.woff2",
                "km/manifest.json:4 fonts/1/file: \"../../k.woff2\" is no file of this or another language",
            ),
            (
                "km/manifest.json",
                "fonts/k.woff2",
                "c.mp3",
                "km/manifest.json:4 fonts/1/file: km has no licence of this font",
            ),
            (
                "km/manifest.json",
                "\"sources\"",
                "\"name_font\": \"fonts/n.woff2\", \"sources\"",
                "km/manifest.json:5 name_font: km/fonts/n.woff2 is not there",
            ),
            (
                "km/manifest.json",
                "\"400\"",
                "400",
                "km/manifest.json:4 fonts/1/weight: is a weight: \"400\", or \"100 900\"",
            ),
            (
                "km/manifest.json",
                "U+25CC",
                "25CC",
                "km/manifest.json:4 fonts/1/range: \"25CC\" is no part of a unicode-range: U+1780-17FF",
            ),
            (
                "km/manifest.json",
                "[\"K\"]",
                "\"K\"",
                "km/manifest.json:4 fonts/1/local: is a list of names of fonts",
            ),
            (
                "km/manifest.json",
                "\"weight\": ",
                "\"style\": ",
                "km/manifest.json:4 fonts/1/style: is no key of a manifest",
            ),
            (
                "km/manifest.json",
                "\"c.mp3\"",
                "\"d.mp3\"",
                "km/manifest.json:5 audio/c: km/d.mp3 is not there",
            ),
            (
                "km/manifest.json",
                "{\"c\":",
                "{\"d\":",
                "km/manifest.json:5 audio/d: is no message",
            ),
            (
                "km/manifest.json",
                "[\"vi\"]",
                "[\"ja\"]",
                "km/manifest.json:3 fallback: ja has no folder",
            ),
            (
                "km/manifest.json",
                "[\"vi\"]",
                "\"vi\"",
                "km/manifest.json:3 fallback: is a list of texts",
            ),
            (
                "km/manifest.json",
                "[\"vi\"]",
                "[\"rad\"]",
                "km/manifest.json:3 fallback: leads back to this language",
            ),
            (
                "rad/manifest.json",
                "[\"km\"]",
                "[\"km\", \"rad\"]",
                "rad/manifest.json:3 fallback: leads back to this language",
            ),
        ] {
            let found = mistakes(file, from, to);
            assert!(
                found.iter().any(|line| line == wanted),
                "{wanted}\n{found:#?}"
            );
        }
    }

    #[test]
    fn a_stale_list_is_found() {
        let stale =
            "index.json: does not say what the folders say: cargo xtask locales writes it anew";
        for (file, from, to) in [
            ("index.json", "33", "34"),
            ("index.json", "[{", "{"),
            ("index.json", "\"share\": 100}", "\"share\": 100, \"x\": 1}"),
            ("rad/manifest.json", "Klei", "Klei Êđê"),
            ("rad/later.ftl", "c = ", "# "),
            ("km/procedures/3.3.ftl", "", "name = N\n"),
        ] {
            assert_eq!(mistakes(file, from, to), [stale], "{file} {to}");
        }
        let missing = "index.json: is missing: cargo xtask locales writes it";
        assert_eq!(mistakes("index.json", "", ""), [missing]);
    }

    #[test]
    fn words_to_search_with_have_one_form() {
        for (from, to, wanted) in [
            (
                "{\"groups",
                "{groups",
                "km/search.json:1: key must be a string at line 1 column 2",
            ),
            (
                "groups",
                "group",
                "km/search.json: has groups, and nothing else",
            ),
            (
                "\"say\"",
                "\"says\"",
                "km/search.json groups/1: has say and means, and nothing else",
            ),
            (
                "[\"giấy phép\"]",
                "[]",
                "km/search.json groups/1/means: is a list of texts",
            ),
            (
                "[\"giấy phép\"]",
                "\"giấy phép\"",
                "km/search.json groups/1/means: is a list of texts",
            ),
            (
                "\"x\"",
                "\"\\u200e\"",
                "km/search.json groups/1/say: U+200E changes the direction of text",
            ),
        ] {
            assert_eq!(mistakes("km/search.json", from, to), [wanted]);
        }
    }
}
