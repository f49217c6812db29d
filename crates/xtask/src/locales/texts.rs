//! What no text of a language has: markup, characters that change its direction, and what only
//! looks like the same letter.

use messages::check::Piece;
use unicode_normalization::is_nfc;

/// What is wrong with the characters of a text.
pub(super) fn wrong_characters(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for letter in text.chars() {
        if let Some(why) = why_not(letter) {
            let what = format!("U+{:04X} {why}", u32::from(letter));
            if !found.contains(&what) {
                found.push(what);
            }
        }
    }
    if !is_nfc(text) {
        found.push("letters and marks are not put together (NFC)".into());
    }
    found
}

fn why_not(letter: char) -> Option<&'static str> {
    match letter {
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some("changes the direction of text")
        }
        '\u{fffd}' => Some("stands where something could not be read; files are UTF-8"),
        '\u{feff}' | '\u{2028}' | '\u{2029}' => Some("is a control character"),
        _ if letter.is_control() => Some("is a control character"),
        _ => None,
    }
}

/// What is wrong with the words of a message, but for what is seen in its lines.
pub(super) fn wrong_words(words: &[Piece]) -> Vec<String> {
    let mut found = Vec::new();
    for piece in words {
        match piece {
            Piece::Text(text) => found.extend(markup(text)),
            Piece::Literal { says, .. } => {
                found.extend(markup(says));
                found.extend(wrong_characters(says));
            }
            Piece::Choice(_, variants) => {
                for (_, _, words) in variants {
                    found.extend(wrong_words(words));
                }
            }
            Piece::Variable(_) | Piece::Reference(_) => {}
        }
    }
    found
}

/// Text is shown as it is written: what would be markup elsewhere, people would read.
fn markup(text: &str) -> Option<String> {
    let is_entity = |rest: &str| {
        let name = rest.split(';').next().unwrap_or_default();
        let is_closed = name.len() < rest.len() && !name.is_empty();
        rest.starts_with('#') || (is_closed && name.chars().all(|c| c.is_ascii_alphanumeric()))
    };
    let mut entities = text.split('&').skip(1);
    let what = match text.contains('<') {
        true => "<",
        false if entities.any(is_entity) => "&",
        false => return None,
    };
    Some(format!("markup ({what}) would be read as it stands there"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_characters_have_no_place_in_a_text() {
        for (text, wrong) in [
            ("Tiếng Việt, ខ្មែរ\u{200b}, ꪼꪕꪒꪾ 👍🏽 a\u{a0}b", ""),
            ("a\u{202e}b\u{202e}", "U+202E changes the direction of text"),
            ("\u{200f}", "U+200F changes the direction of text"),
            ("\u{2068}a", "U+2068 changes the direction of text"),
            ("a\tb", "U+0009 is a control character"),
            ("a\rb", "U+000D is a control character"),
            ("a\u{feff}", "U+FEFF is a control character"),
            ("e\u{301}", "letters and marks are not put together (NFC)"),
            (
                "\u{fffd}",
                "U+FFFD stands where something could not be read; files are UTF-8",
            ),
        ] {
            assert_eq!(wrong_characters(text).join(" | "), wrong, "{text:?}");
        }
    }

    #[test]
    fn markup_is_no_text() {
        for (text, is_markup) in [
            ("<b>a</b>", true),
            ("a < b", true),
            ("&lt;", true),
            ("a&nbsp;b", true),
            ("&#8203", true),
            ("A & B; C", false),
            ("A&B", false),
            ("a > b", false),
        ] {
            assert_eq!(markup(text).is_some(), is_markup, "{text}");
        }
    }
}
