//! Takes off what phones, documents and speech input put around a value and nobody means.
//!
//! There is one definition of what cannot be seen and one of what is blank, from the properties of Unicode
//! (`unicode.rs`): for every field, code, lookup word, search and table cell.

use crate::unicode;

/// Whether a character has no look of its own: direction marks and isolates, variation selectors, soft hyphens,
/// controls (Unicode: `Default_Ignorable_Code_Point`, `Cc`, interlinear annotation).
pub fn is_invisible(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control() && !c.is_whitespace();
    }
    (c.is_control() && !c.is_whitespace())
        || unicode::is_ignorable(c)
        || matches!(c, '\u{FFF9}'..='\u{FFFB}')
}

/// Whether a character only leaves room: Unicode's `White_Space`, and the braille cell without dots.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{2800}'
}

/// Whether there is nothing to be seen of a character.
pub(crate) fn is_empty(c: char) -> bool {
    is_space(c) || is_invisible(c)
}

/// Whether there is nothing to be seen in a text.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(is_empty)
}

/// An answer as it is checked: no space around it, no invisible characters, ordinary spaces,
/// ASCII digits, no full stop or comma that dictation put behind it.
///
/// What the citizen typed is kept as it was; this is only how it is read.
pub fn tidy(typed: &str) -> String {
    // All of them: what was sent is read again at the portal, and must be the same there.
    plain(typed)
        .trim_end_matches(|c: char| matches!(c, '.' | ',') || c.is_whitespace())
        .to_string()
}

/// The same for running text, which may end with a full stop. Its lines stay.
pub fn plain(typed: &str) -> String {
    let mut out = String::with_capacity(typed.len());
    let mut letters = typed.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            c if c.is_ascii_graphic() => out.push(c),
            c if is_space(c) => out.push(' '),
            // Between two letters of such a script it says how they are joined.
            '\u{200C}' | '\u{200D}'
                if is_joining(out.chars().last()) && is_joining(letters.peek().copied()) =>
            {
                out.push(c);
            }
            c if is_invisible(c) => {}
            c => out.push(as_typed_here(c)),
        }
    }
    out.trim().to_string()
}

/// Whether a letter may be joined to the next by a character that nobody sees: those of Arabic script, and of the
/// scripts of South and South East Asia.
fn is_joining(c: Option<char>) -> bool {
    c.is_some_and(|c| {
        ('\u{600}'..='\u{1CFF}').contains(&c) || ('\u{A8E0}'..='\u{AAFF}').contains(&c)
    })
}

/// A letter as wide as a Chinese one, or a digit of another script, as the keyboards here have it.
pub(crate) fn as_typed_here(c: char) -> char {
    match c {
        c if c.is_ascii() => c,
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => narrow(c).unwrap_or(c),
        c => digit(c).unwrap_or(c),
    }
}

/// The signs that keyboards and documents have for an apostrophe.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`' | '´' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ˈ' | '‘' | '’' | '‛' | '′' | '＇'
    )
}

/// The signs that keyboards and documents have for a hyphen.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}'
    )
}

/// What is read letter by letter, a code, a number, an address: as [`tidy`], and every sign that is as wide as a
/// Chinese letter, every dash and every slash is the one on the keyboard.
pub fn exact(typed: &str) -> String {
    let narrow = |c: char| match c {
        c if is_hyphen(c) => '-',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{3002}' | '\u{FF61}' => '.',
        '\u{3001}' => ',',
        c => narrow(c).unwrap_or(c),
    };
    tidy(&typed.chars().map(narrow).collect::<String>())
}

/// The ASCII character that one of full width stands for.
fn narrow(c: char) -> Option<char> {
    const FROM: u32 = '！' as u32;
    match c {
        '！'..='～' => u8::try_from(c as u32 - FROM + u32::from(b'!'))
            .ok()
            .map(char::from),
        _ => None,
    }
}

/// The ASCII digit that a decimal digit of another script stands for.
fn digit(c: char) -> Option<char> {
    char::from_digit(unicode::digit(c)?.into(), 10)
}

/// A code without its grouping: spaces, dots, commas, hyphens, slashes, round and square brackets are gone.
pub(crate) fn compact(typed: &str) -> String {
    exact(typed)
        .chars()
        .filter(|c| {
            !matches!(
                c,
                ' ' | '\n' | '.' | ',' | '-' | '(' | ')' | '[' | ']' | '/' | '_'
            )
        })
        .collect()
}

/// How many characters a reader sees (Unicode's extended grapheme clusters): a letter with all its marks is one,
/// however it is written.
pub fn length(text: &str) -> usize {
    unicode::clusters(text)
}

/// Combining diacritical marks, as NFD text carries them.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Whether a character is written at another: tone marks, the vowels around a letter of Lao, Thai, Khmer or Burmese, a
/// virama (Unicode: `Mark`).
pub(crate) fn is_written_at_another(c: char) -> bool {
    unicode::is_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    // [73]
    #[test]
    fn what_dictation_and_pasting_add_is_taken_off() {
        for (typed, read) in [
            ("  Hà Nội ", "Hà Nội"),
            ("0912 345 678.", "0912 345 678"),
            ("a\u{a0}b", "a b"),
            ("a\u{200b}b\u{feff}", "ab"),
            ("dòng 1\ndòng 2", "dòng 1\ndòng 2"),
            ("dòng 1\r\ndòng 2\u{2028}dòng 3", "dòng 1\ndòng 2\ndòng 3"),
            ("Số 1, ngõ 2,", "Số 1, ngõ 2"),
            ("0912 345 678 ,.", "0912 345 678"),
            ("Xin chào...", "Xin chào"),
            ("1,5", "1,5"),
            ("ＡＢＣ１２", "ABC12"),
            ("", ""),
            (".", ""),
            (" , ", ""),
        ] {
            assert_eq!(tidy(typed), read, "{typed:?}");
            assert_eq!(tidy(read), read, "once is enough");
        }
        assert_eq!(compact("30F-123.45"), "30F12345");
        assert_eq!(compact("+84 (91) 234–5678"), "+84912345678");
        assert_eq!(compact("[030] 1234-5678"), "03012345678");
        assert_eq!(compact("079,085,001,234."), "079085001234");
        assert_eq!(compact("（０３０）１２３４－５６７８"), "03012345678");
    }

    /// What iOS, Android, WhatsApp, Word and PDF files are known to put around what is copied from them.
    const UNSEEN: [char; 17] = [
        '\u{200B}', '\u{200C}', '\u{200D}', '\u{200E}', '\u{200F}', '\u{202A}', '\u{202C}',
        '\u{2060}', '\u{2066}', '\u{2068}', '\u{2069}', '\u{61C}', '\u{AD}', '\u{FE0F}', '\u{34F}',
        '\u{7}', '\u{9F}',
    ];

    #[test]
    fn what_cannot_be_seen_is_no_part_of_an_answer() {
        for c in UNSEEN {
            assert!(is_invisible(c) && is_blank(&format!(" {c}")), "{c:?}");
            assert_eq!(tidy(&format!("{c}0912{c} 345{c}")), "0912 345", "{c:?}");
            assert_eq!(tidy(&format!("{c}Nguyễn{c} Văn A{c}")), "Nguyễn Văn A");
        }
        assert!(is_blank("\u{2800}\u{3164}\u{3000}\t\n"));
        for seen in ["a", ".", "ក", "\u{600}"] {
            assert!(!is_blank(seen), "{seen}");
        }
    }

    #[test]
    fn what_joins_letters_stays_where_it_joins_some() {
        assert_eq!(plain("می\u{200C}خواهم"), "می\u{200C}خواهم");
        assert_eq!(plain("ක\u{200D}ෂ"), "ක\u{200D}ෂ");
        assert_eq!(plain("\u{200C}می"), "می");
        assert_eq!(plain("Văn\u{200D}A"), "VănA");
    }

    #[test]
    fn digits_of_every_script_are_read() {
        for ten in [
            "０１２３４５６７８９",
            "០១២៣៤៥៦៧៨៩",
            "໐໑໒໓໔໕໖໗໘໙",
            "๐๑๒๓๔๕๖๗๘๙",
            "၀၁၂၃၄၅၆၇၈၉",
            "०१२३४५६७८९",
            "০১২৩৪৫৬৭৮৯",
            "٠١٢٣٤٥٦٧٨٩",
            "۰۱۲۳۴۵۶۷۸۹",
            "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
            "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿",
        ] {
            assert_eq!(tidy(ten), "0123456789");
        }
        // Not decimal: what they mean is not certain.
        for other in ["²", "Ⅳ", "①", "½"] {
            assert_eq!(tidy(other), other);
        }
    }

    // [48]
    #[test]
    fn a_text_is_as_long_as_a_reader_sees_it() {
        for (text, seen) in [
            ("Đặng Thị Ngọc Hường", 19),
            ("Đa\u{323}\u{306}ng Thi\u{323} Ngo\u{323}c Hươ\u{300}ng", 19),
            ("สมชาย", 5),
            ("ចាន់", 2),
            ("हिन्दी", 2),
            ("👩\u{200D}👧", 1),
            ("", 0),
            ("a", 1),
        ] {
            assert_eq!(length(text), seen, "{text}");
        }
    }
}
