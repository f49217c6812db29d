//! Loose matching for search: `doi giay phep` finds *Đổi giấy phép*.

use crate::case::lower;
use crate::clean::{as_typed_here, is_apostrophe, is_invisible, is_mark, is_written_at_another};

/// A text reduced to what people type when they search: lower case, no tone or vowel marks,
/// `đ` as `d`, one space between words. The same for NFC and NFD, for old and new tone
/// placement (`hoà`, `hòa`), and for the look-alikes of `Đ`.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_mark(c) || is_apostrophe(c) || is_invisible(c) {
            continue;
        }
        let c = as_typed_here(c);
        if c.is_alphanumeric() || is_written_at_another(c) {
            out.push(lower(base(c)));
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// A text in small letters without marks; all else in it stays.
pub(crate) fn unmarked(text: &str) -> String {
    text.chars()
        .filter(|c| !is_mark(*c))
        .map(|c| lower(base(c)))
        .collect()
}

/// The letter under the marks of a precomposed Latin letter.
fn base(c: char) -> char {
    // Latin Extended Additional from U+1EA0 holds the Vietnamese letters, two (upper, lower) a mark.
    const EXTENDED: &str = "AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy";
    match c {
        '\u{1EA0}'..='\u{1EF9}' => char::from(EXTENDED.as_bytes()[(c as u32 - 0x1EA0) as usize]),
        'À'..='Å' | 'Ă' => 'A',
        'à'..='å' | 'ă' => 'a',
        'Ç' | 'Č' => 'C',
        'ç' | 'č' => 'c',
        'È'..='Ë' | 'Ĕ' => 'E',
        'è'..='ë' | 'ĕ' => 'e',
        'Ì'..='Ï' | 'Ĩ' | 'Ĭ' => 'I',
        'ì'..='ï' | 'ĩ' | 'ĭ' => 'i',
        'Ñ' => 'N',
        'ñ' => 'n',
        'Ò'..='Ö' | 'Ơ' | 'Ŏ' => 'O',
        'ò'..='ö' | 'ơ' | 'ŏ' => 'o',
        'Ù'..='Ü' | 'Ũ' | 'Ư' | 'Ŭ' => 'U',
        'ù'..='ü' | 'ũ' | 'ư' | 'ŭ' => 'u',
        'Ý' => 'Y',
        'ý' | 'ÿ' => 'y',
        'Đ' | 'Ð' | 'Ɖ' => 'D',
        'đ' | 'ð' | 'ɖ' => 'd',
        'Ƀ' => 'B',
        'ƀ' => 'b',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_vietnamese() {
        for (text, folded) in [
            ("Đổi giấy phép lái xe", "doi giay phep lai xe"),
            ("ĐỔI  GIẤY-PHÉP", "doi giay phep"),
            ("Đô\u{309}i giâ\u{301}y phe\u{301}p", "doi giay phep"),
            ("Khánh Hoà", "khanh hoa"),
            ("Khánh Hòa", "khanh hoa"),
            ("Ðặng", "dang"),
            ("Xã Ea H'Leo", "xa ea hleo"),
            (
                "Phường Văn Miếu - Quốc Tử Giám",
                "phuong van mieu quoc tu giam",
            ),
            ("Ỹ Ỷ ỹ Ự ữ Ợ ỡ Ị ỉ Ệ ễ Ậ ẵ", "y y y u u o o i i e e a a"),
            ("3.000347", "3 000347"),
            ("", ""),
            ("  - ", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
        assert_eq!(unmarked("Mẫu.Thị_1@VÍ-dụ"), "mau.thi_1@vi-du");
        assert_eq!(unmarked("Mâ\u{303}u"), "mau");
    }
}
