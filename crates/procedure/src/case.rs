//! Small letters. The standard library knows every script's, with 24 KB of tables that each citizen
//! would load (docs/adr/0004-size.md); here are those of Latin scripts, which Vietnamese and the
//! country's other languages are typed in. Other scripts of these languages have no capitals.

/// A letter as a small one; any other character as it is.
pub fn lower(letter: char) -> char {
    let code = letter as u32;
    let small = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => code + 32,
        'Ÿ' => 0xFF,
        // Pairs of a capital and its small letter: the capital is odd in two stretches.
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17E}' => code + code % 2,
        'İ' | 'ĸ' | 'ŉ' | 'ı' | 'ſ' => code,
        '\u{100}'..='\u{17F}' | '\u{1E00}'..='\u{1E95}' | '\u{1EA0}'..='\u{1EFF}' => code | 1,
        'Ơ' | 'Ư' => code + 1,
        'Ƀ' => 'ƀ' as u32,
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

/// Whether it is a small letter of a Latin script.
pub fn is_lower(letter: char) -> bool {
    matches!(letter, 'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ')
        || (('\u{100}'..='\u{1EFF}').contains(&letter) && lower(letter) == letter)
}

/// A text in small letters.
pub fn lowercase(text: &str) -> String {
    text.chars().map(lower).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_letters_are_made_small_as_the_standard_library_does() {
        let range = (0..0x180)
            .chain(0x1E00..0x1F00)
            .chain([0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x180, 0x243]);
        for letter in range.filter_map(char::from_u32) {
            let mut standard = letter.to_lowercase();
            let (first, rest) = (standard.next(), standard.next());
            // Two capitals have no small letter of one character, or one outside these stretches.
            let expected = match letter {
                'İ' | 'ẞ' => letter,
                _ => first.filter(|_| rest.is_none()).unwrap_or(letter),
            };
            if letter != 'ẞ' {
                assert_eq!(lower(letter), expected, "{letter} {:x}", letter as u32);
            }
        }
    }

    #[test]
    fn vietnamese_in_small_letters() {
        for (text, small) in [
            ("ĐỔI GIẤY PHÉP", "đổi giấy phép"),
            ("Ỹ Ự Ợ Ặ Ơ Ư Ă", "ỹ ự ợ ặ ơ ư ă"),
            ("VNĐ ₫", "vnđ ₫"),
            ("ភ្នំ", "ភ្នំ"),
        ] {
            assert_eq!(lowercase(text), small);
        }
        for (letter, is) in [
            ('ố', true),
            ('S', false),
            ('ư', true),
            ('Ư', false),
            (' ', false),
            ('1', false),
        ] {
            assert_eq!(is_lower(letter), is, "{letter}");
        }
    }
}
