//! How Vietnamese words are spelt and typed.

use procedure::case::lower;
use procedure::letters::{TONES, Vowel, composed};

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
