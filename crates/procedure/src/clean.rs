//! Takes off what people and speech input add to a value without meaning it.

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

/// The same for running text, which may end with a full stop.
pub(crate) fn plain(typed: &str) -> String {
    let mut out = String::with_capacity(typed.len());
    for c in typed.chars() {
        match c {
            // Zero-width and direction marks, soft hyphen, byte-order mark.
            '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'
            | '\u{FEFF}'
            | '\u{AD}' => {}
            '０'..='９' => out.push(shift(c, '０')),
            // Khmer digits: the same numbers, typed on a Khmer keyboard.
            '០'..='៩' => out.push(shift(c, '០')),
            '\n' => out.push('\n'),
            c if c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    out.trim().to_string()
}

fn shift(digit: char, zero: char) -> char {
    char::from(b'0' + (digit as u32 - zero as u32) as u8)
}

/// A code without its grouping: spaces, dots, commas, hyphens, slashes, round and square brackets are gone.
pub(crate) fn compact(typed: &str) -> String {
    tidy(typed)
        .chars()
        .filter(|c| {
            !matches!(
                c,
                ' ' | '.' | ',' | '-' | '\u{2010}'..='\u{2015}' | '(' | ')' | '[' | ']' | '/' | '_'
            )
        })
        .collect()
}

/// How many characters a reader sees: combining marks belong to the letter before them, so a
/// name has the same length in NFC and NFD.
pub fn length(text: &str) -> usize {
    text.chars().filter(|c| !is_mark(*c)).count()
}

/// Combining diacritical marks, as NFD text carries them.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
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
            ("０９１２", "0912"),
            ("០១២", "012"),
            ("a\u{a0}b", "a b"),
            ("a\u{200b}b\u{feff}", "ab"),
            ("dòng 1\ndòng 2", "dòng 1\ndòng 2"),
            ("Số 1, ngõ 2,", "Số 1, ngõ 2"),
            ("0912 345 678 ,.", "0912 345 678"),
            ("Xin chào...", "Xin chào"),
            ("1,5", "1,5"),
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
    }

    // [48]
    #[test]
    fn a_name_is_as_long_in_nfd_as_in_nfc() {
        assert_eq!(length("Đặng Thị Ngọc Hường"), 19);
        assert_eq!(
            length("Đa\u{323}\u{306}ng Thi\u{323} Ngo\u{323}c Hươ\u{300}ng"),
            19
        );
    }
}
