//! Vietnamese letters: a vowel and a tone. The standard library knows neither, and a citizen would load
//! the tables of a crate that does.

use procedure::case::lower;

/// The vowels, each without a tone and then with the five tones in the order of [`TONES`].
const VOWELS: [char; 72] = [
    'a', 'à', 'ả', 'ã', 'á', 'ạ', 'ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ', 'â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ', 'e',
    'è', 'ẻ', 'ẽ', 'é', 'ẹ', 'ê', 'ề', 'ể', 'ễ', 'ế', 'ệ', 'i', 'ì', 'ỉ', 'ĩ', 'í', 'ị', 'o', 'ò',
    'ỏ', 'õ', 'ó', 'ọ', 'ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ', 'ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ', 'u', 'ù', 'ủ',
    'ũ', 'ú', 'ụ', 'ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự', 'y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ',
];

/// Grave, hook, tilde, acute, dot below: as combining marks.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// What a circumflex, a breve and a horn make of a vowel.
const SHAPES: [(char, char, char); 6] = [
    ('a', '\u{302}', 'â'),
    ('e', '\u{302}', 'ê'),
    ('o', '\u{302}', 'ô'),
    ('a', '\u{306}', 'ă'),
    ('o', '\u{31B}', 'ơ'),
    ('u', '\u{31B}', 'ư'),
];

/// A vowel in small letters, and its tone: 0 for none, else the place in [`TONES`] from 1.
#[derive(Clone, Copy)]
struct Vowel {
    letter: char,
    tone: usize,
}

impl Vowel {
    fn of(small: char) -> Option<Self> {
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

/// A word as it is spelt, so that one spelling has one form: small letters without tones, and the tone
/// behind them. *hòa* and *hoà* are the same; *hoa* is another.
pub(crate) fn spelling(word: &str) -> String {
    let mut out = String::with_capacity(word.len() + 2);
    let mut tone = 0;
    for c in composed(word).chars() {
        let small = lower(c);
        match Vowel::of(small) {
            Some(vowel) => {
                tone = tone.max(vowel.tone);
                out.push(vowel.letter);
            }
            None if small.is_alphanumeric() => out.push(small),
            None => {}
        }
    }
    alike(&mut out);
    if tone > 0 {
        out.push(TONES[tone - 1]);
    }
    out
}

/// The letters of a spelling without the tone.
pub(crate) fn letters(spelling: &str) -> &str {
    spelling.trim_end_matches(TONES)
}

/// *lý* and *lí*, *kỹ* and *kĩ*, *quý* and *quí* are the same word: a `y` that ends a syllable and is its
/// only vowel becomes `i`.
pub(crate) fn alike(word: &mut String) {
    let is_alone = |before: &str| match before.chars().next_back() {
        None => false,
        Some('u') => before == "qu",
        Some(c) => Vowel::of(c).is_none(),
    };
    if word.strip_suffix('y').is_some_and(is_alone) {
        word.pop();
        word.push('i');
    }
}

/// What a word of raw Telex or VNI was meant to be, without marks: *ddoir* and *d9o63i* are *doi*. For
/// people whose input method is off.
pub(crate) fn without_keys(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let digits = word.bytes().any(|b| b.is_ascii_digit());
    for c in word.chars() {
        let again = out.ends_with(c) && matches!(c, 'a' | 'd' | 'e' | 'o');
        let shape = c == 'w' && !out.is_empty();
        if !(digits && c.is_ascii_digit() || !digits && (again || shape)) {
            out.push(c);
        }
    }
    if !digits && out.len() > 1 && out.ends_with(['s', 'f', 'r', 'x', 'j']) {
        out.pop();
    }
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

    #[test]
    fn one_spelling_has_one_form() {
        for (one, other, same) in [
            ("hòa", "hoà", true),
            ("HÒA", "hoa\u{300}", true),
            ("hòa", "hóa", false),
            ("hoa", "hòa", false),
            ("lý", "lí", true),
            ("quý", "quí", true),
            ("thúy", "thúi", false),
            ("y", "i", false),
            ("đất", "dất", false),
            ("sỹ", "sĩ", true),
        ] {
            assert_eq!(spelling(one) == spelling(other), same, "{one} {other}");
        }
        assert_eq!(letters(&spelling("thường")), "thương");
    }

    #[test]
    fn raw_keys_are_undone() {
        for (keys, word) in [
            ("ddoir", "doi"),
            ("giaays", "giay"),
            ("phoor", "pho"),
            ("truwowngf", "truong"),
            ("d9o63i", "doi"),
            ("gia6y1", "giay"),
            ("nhaapj", "nhap"),
            ("x", "x"),
            ("14", ""),
        ] {
            assert_eq!(without_keys(keys), word, "{keys}");
        }
    }
}
