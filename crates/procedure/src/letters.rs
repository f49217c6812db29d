//! Vietnamese letters: a vowel and a tone. The standard library knows neither, and a citizen would load
//! the tables of a crate that does.

use crate::case::lower;
use crate::clean::is_mark;

/// The vowels, each without a tone and then with the five tones in the order of [`TONES`].
const VOWELS: [char; 72] = [
    'a', 'à', 'ả', 'ã', 'á', 'ạ', 'ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ', 'â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ', 'e',
    'è', 'ẻ', 'ẽ', 'é', 'ẹ', 'ê', 'ề', 'ể', 'ễ', 'ế', 'ệ', 'i', 'ì', 'ỉ', 'ĩ', 'í', 'ị', 'o', 'ò',
    'ỏ', 'õ', 'ó', 'ọ', 'ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ', 'ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ', 'u', 'ù', 'ủ',
    'ũ', 'ú', 'ụ', 'ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự', 'y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ',
];

/// Grave, hook, tilde, acute, dot below: as combining marks.
pub const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// What a circumflex, a breve and a horn make of a vowel.
const SHAPES: [(char, char, char); 6] = [
    ('a', '\u{302}', 'â'),
    ('e', '\u{302}', 'ê'),
    ('o', '\u{302}', 'ô'),
    ('a', '\u{306}', 'ă'),
    ('o', '\u{31B}', 'ơ'),
    ('u', '\u{31B}', 'ư'),
];

/// A vowel in small letters, and its tone.
#[derive(Clone, Copy, Debug)]
pub struct Vowel {
    /// Without its tone.
    pub letter: char,
    /// 0 for none, else its place in [`TONES`] from 1.
    pub tone: usize,
}

impl Vowel {
    /// The vowel that a small letter is.
    pub fn of(small: char) -> Option<Self> {
        if small.is_ascii() {
            let is_vowel = matches!(small, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
            return is_vowel.then_some(Self {
                letter: small,
                tone: 0,
            });
        }
        let at = VOWELS.iter().position(|vowel| *vowel == small)?;
        Some(Self {
            letter: VOWELS[at - at % 6],
            tone: at % 6,
        })
    }

    /// With one more combining mark, if it can take that.
    fn with(self, mark: char) -> Option<Self> {
        if let Some(at) = TONES.iter().position(|tone| *tone == mark) {
            let tone = at + 1;
            return (self.tone == 0).then_some(Self { tone, ..self });
        }
        let shape =
            |(letter, with, _): &&(char, char, char)| (*letter, *with) == (self.letter, mark);
        let (_, _, letter) = SHAPES.iter().find(shape)?;
        Some(Self {
            letter: *letter,
            ..self
        })
    }

    fn small(self) -> char {
        let at = VOWELS.iter().position(|vowel| *vowel == self.letter);
        at.map_or(self.letter, |at| VOWELS[at + self.tone])
    }
}

/// The capital of a small letter of [`VOWELS`].
fn capital(small: char) -> char {
    let code = small as u32;
    let candidates = [code.wrapping_sub(1), code.wrapping_sub(32)];
    candidates
        .into_iter()
        .filter_map(char::from_u32)
        .find(|capital| *capital != small && lower(*capital) == small)
        .unwrap_or(small)
}

/// A text with each Vietnamese letter as one character (NFC). Letters of other alphabets stay as they
/// are.
pub fn composed(text: &str) -> String {
    // Nearly every text: a procedure's name, an answer from a keyboard.
    if !text.chars().any(is_mark) {
        return text.to_string();
    }
    let mut out = String::with_capacity(text.len());
    // The last vowel, which a mark may still follow, and whether it is a capital.
    let mut last: Option<(Vowel, bool)> = None;
    let written = |(vowel, is_capital): (Vowel, bool)| match is_capital {
        true => capital(vowel.small()),
        false => vowel.small(),
    };
    for c in text.chars() {
        if let Some((vowel, is_capital)) = last
            && let Some(marked) = vowel.with(c)
        {
            last = Some((marked, is_capital));
            continue;
        }
        out.extend(last.take().map(written));
        let small = lower(c);
        match Vowel::of(small) {
            Some(vowel) => last = Some((vowel, small != c)),
            None => out.push(c),
        }
    }
    out.extend(last.map(written));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn letters_are_composed_as_unicode_does() {
        for small in VOWELS {
            for c in [small, capital(small)] {
                for form in [String::from(c), String::from(c).nfd().collect()] {
                    assert_eq!(composed(&form), c.to_string(), "{form:?}");
                }
            }
            assert_ne!(capital(small), small);
        }
        for text in [
            "Cấp, quản lý căn cước",
            "ĐƯỢC PHÉP Ở NƯỚC NGOÀI",
            "d\u{302}a\u{300}\u{301}",
            "",
        ] {
            let nfc: String = text.nfc().collect();
            assert_eq!(composed(&text.nfd().collect::<String>()), nfc);
            assert_eq!(composed(&nfc), nfc);
        }
        // Half of the marks in the letter, half behind it.
        assert_eq!(composed("e\u{323}\u{302} ẹ\u{302} ê\u{323}"), "ệ ệ ệ");
    }
}
