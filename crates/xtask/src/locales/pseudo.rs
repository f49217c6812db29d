//! Two languages for tests, made of the English words: `en-XA` is longer and every letter has a mark,
//! `ar-XB` is written from the right. What is not in the words of a language stays as it is, and what
//! has no room or reads in one direction only is seen.

use std::collections::BTreeMap;

use messages::check::Piece;
use procedure::Definition;

use super::{Folder, WORDS, is_term, template};

/// A change of words.
type Change = fn(&str) -> String;

/// A language of the tests.
struct Pseudo {
    tag: &'static str,
    name: &'static str,
    names: [&'static str; 2],
    direction: &'static str,
    change: Change,
    /// What stands around a whole text.
    around: fn(&str, usize) -> String,
}

const ALL: [Pseudo; 2] = [
    Pseudo {
        tag: "en-XA",
        name: "⟦Éñĝļîšĥ⟧",
        names: [
            "Tiếng Anh có dấu (để kiểm thử)",
            "English with marks (for tests)",
        ],
        direction: "ltr",
        change: accented,
        around: lengthened,
    },
    Pseudo {
        tag: "ar-XB",
        name: "ar-XB",
        names: [
            "Viết từ phải sang trái (để kiểm thử)",
            "From right to left (for tests)",
        ],
        direction: "rtl",
        change: turned,
        around: |text, _| text.to_string(),
    },
];

/// The files of both languages, from the English words of a folder and of definitions.
///
/// # Errors
/// The folder has no English.
pub(super) fn pseudo(
    folder: &Folder,
    definitions: &BTreeMap<String, Definition>,
) -> Result<BTreeMap<String, String>, String> {
    let mut files = BTreeMap::new();
    for language in &ALL {
        let tag = language.tag;
        files.insert(format!("{tag}/manifest.json"), language.manifest());
        for name in WORDS {
            let words = folder
                .get(&format!("en/{name}"))
                .ok_or(format!("en/{name} is not there"))?;
            files.insert(format!("{tag}/{name}"), language.file(words));
        }
        if let Some(searched) = folder.get("en/search.json") {
            files.insert(format!("{tag}/search.json"), searched.to_string());
        }
        for (code, definition) in definitions {
            let words = language.file(&english(definition));
            files.insert(format!("{tag}/procedures/{code}.ftl"), words);
        }
    }
    Ok(files)
}

/// The texts of a definition in English, or in its own language.
fn english(definition: &Definition) -> String {
    let mut out = String::new();
    definition.clone().each_text(&mut |name, text| {
        out += &template::message(name, text.pick(&["en"]).text);
    });
    out
}

impl Pseudo {
    fn manifest(&self) -> String {
        let [vi, en] = self.names;
        format!(
            "{{\n  \"tag\": \"{}\",\n  \"name\": \"{}\",\n  \"names\": {{ \"vi\": \"{vi}\", \"en\": \"{en}\" }},\n  \
             \"script\": \"Latn\",\n  \"direction\": \"{}\",\n  \"status\": \"unreviewed\",\n  \
             \"translated_by\": \"cargo xtask locales pseudo\",\n  \"reviewed_by\": null,\n  \"checked_on\": null,\n  \
             \"fallback\": [\"en\"]\n}}\n",
            self.tag, self.name, self.direction
        )
    }

    /// A file of words. Terms stay as they are.
    fn file(&self, source: &str) -> String {
        let mut out = String::new();
        let messages = messages::Messages::read(source.to_string());
        for message in messages.all() {
            let words = match is_term(message.key) {
                true => written(&message.words, str::to_string),
                false => (self.around)(
                    &written(&message.words, self.change),
                    length(&message.words),
                ),
            };
            out += &format!("{} = {words}\n", message.key);
        }
        out
    }
}

/// Words as Fluent writes them, changed where they are words.
fn written(words: &[Piece], change: Change) -> String {
    let mut out = String::new();
    for piece in words {
        out += &match piece {
            Piece::Text(text) => change(text).replace('\n', "\n    "),
            Piece::Literal { written, .. } => format!("{{ \"{written}\" }}"),
            Piece::Variable(name) => format!("{{ ${name} }}"),
            Piece::Reference(key) => format!("{{ {key} }}"),
            Piece::Choice(name, variants) => {
                let variants = variants.iter().map(|(key, is_default, words)| {
                    let star = if *is_default { '*' } else { ' ' };
                    format!("       {star}[{key}] {}\n", written(words, change))
                });
                format!("{{ ${name} ->\n{}    }}", variants.collect::<String>())
            }
        };
    }
    out
}

/// How many letters the words have; of a choice, those of its longest variant.
fn length(words: &[Piece]) -> usize {
    let lengths = words.iter().map(|piece| match piece {
        Piece::Text(text) => text.chars().count(),
        Piece::Choice(_, variants) => {
            let variants = variants.iter().map(|(_, _, words)| length(words));
            variants.max().unwrap_or_default()
        }
        _ => 0,
    });
    lengths.sum()
}

/// Each letter with a mark, or another one that looks like it.
fn accented(text: &str) -> String {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const MARKED: &str = "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";
    let marked = |letter| {
        let at = PLAIN.chars().position(|plain| plain == letter);
        at.and_then(|at| MARKED.chars().nth(at)).unwrap_or(letter)
    };
    text.chars().map(marked).collect()
}

/// A text in brackets, by two fifths longer: what is cut off lacks its bracket.
fn lengthened(text: &str, length: usize) -> String {
    let more = (length * 2).div_ceil(5);
    let words = accented(" one two three four five six seven eight nine ten eleven twelve");
    let mut padding: String = words.chars().cycle().take(more).collect();
    // A space at the end would not be seen, and one before a letter or two breaks what is short.
    if more < 4 {
        padding = "é".repeat(more);
    } else if padding.ends_with(' ') {
        padding.pop();
        padding.push('é');
    }
    format!("⟦{text}{padding}⟧")
}

/// Each run of letters turned around, as a language is read that is written from the right.
fn turned(text: &str) -> String {
    let mut out = String::new();
    let mut is_inside = false;
    for letter in text.chars() {
        if letter.is_alphabetic() != is_inside {
            out.push(if is_inside { '\u{202c}' } else { '\u{202e}' });
            is_inside = !is_inside;
        }
        out.push(letter);
    }
    if is_inside {
        out.push('\u{202c}');
    }
    out
}

#[cfg(test)]
mod tests {
    use messages::check::check;

    use super::super::{definition_of, folder};
    use super::*;

    #[test]
    fn words_are_changed_and_what_is_no_word_is_not() {
        let source = "-term = Term\nshort = Yes\nlong = Enter { $what } & { -term }, please: { short }\n\
            count = { $n ->\n    [one] One file\n   *[other] { $n } files { \"\\u00a0\" }{ 5 }\n } at least\n\
            block =\n    One\n    Two\n";
        let [accents, bidi] = &ALL;
        assert_eq!(
            accents.file(source),
            "-term = Term\nshort = ⟦Ýéšéé⟧\nlong = ⟦Éñţéŕ { $what } & { -term }, þļéåšé: { short } öñé ţŵö⟧\n\
             count = ⟦{ $n ->\n        [one] Öñé ƒîļé\n       *[other] { $n } ƒîļéš { \"\\u00a0\" }{ \"5\" }\n    } \
             åţ ļéåšţ öñé ţŵ⟧\nblock = ⟦Öñé\n    Ţŵöééé⟧\n"
        );
        assert_eq!(
            bidi.file("a = Yes, { $n } días\n"),
            "a = \u{202e}Yes\u{202c}, { $n } \u{202e}días\u{202c}\n"
        );
    }

    #[test]
    fn a_text_is_two_fifths_longer() {
        for length in 0..300 {
            let text = "x".repeat(length);
            let longer = lengthened(&text, length).chars().count() - 2;
            assert_eq!(longer, length + (length * 2).div_ceil(5), "{length}");
            assert!(!lengthened(&text, length).contains(" ⟧"));
        }
    }

    #[test]
    fn every_message_of_ours_comes_out_and_can_be_read() {
        let shipped =
            Folder::read(&crate::run::root().join(super::super::SHIPPED)).expect("it is there");
        let definitions = super::super::definitions().expect("they are there");
        let files = pseudo(&shipped, &definitions).expect("there is English");
        // A manifest and words to search with, too.
        assert_eq!(files.len(), 2 * (2 + WORDS.len() + definitions.len()));
        let made = Folder { files };
        for language in &ALL {
            let tag = language.tag;
            assert_eq!(made.keys(tag), shipped.keys("en"), "{tag}");
            for name in WORDS {
                let (ours, english) = (made.messages(tag, name), shipped.messages("en", name));
                for (ours, english) in ours.all().iter().zip(english.all()) {
                    assert_eq!(
                        ours.compare(&english),
                        Default::default(),
                        "{tag} {}",
                        english.key
                    );
                }
            }
            for (code, definition) in &definitions {
                let overlay = made.messages(tag, &format!("procedures/{code}.ftl"));
                let mut names = Vec::new();
                definition
                    .clone()
                    .each_text(&mut |name, _| names.push(name.to_string()));
                assert_eq!(overlay.keys().collect::<Vec<_>>(), names, "{tag} {code}");
            }
            assert_eq!(
                made.manifest(tag).expect("it is JSON")["direction"],
                language.direction
            );
        }
        for (name, text) in made.files.iter().filter(|(name, _)| name.ends_with(".ftl")) {
            assert_eq!(check(text), [], "{name}");
        }
    }

    #[test]
    fn a_definition_without_english_is_taken_as_it_is() {
        let definition = definition_of(r#"{"code": "1", "name": "Đổi {x}"}"#).expect("it is JSON");
        let definitions = BTreeMap::from([("1".to_string(), definition)]);
        let english = [("en/messages.ftl", "a = b\n"), ("en/later.ftl", "")];
        let files = pseudo(&folder(&english), &definitions).expect("there is English");
        assert_eq!(
            files["en-XA/procedures/1.ftl"],
            "name = ⟦Đổî { \"{\" }ẋ{ \"}\" }éé⟧\n"
        );
        assert!(pseudo(&folder(&[]), &definitions).is_err());
    }
}
