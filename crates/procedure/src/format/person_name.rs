//! A person's name, as on the birth certificate.

use super::FormatProblem;
use crate::clean::{is_mark, tidy};

/// Any letters with their marks, spaces, `'`, `’`, `-` and `.`; one word is a name, one letter is
/// a name part (*Y Moan*, *H'Hen Niê*), and nothing is re-cased. Compared with no regulation
/// (`docs/facts.md`, Names; November 2026).
pub(super) fn read(typed: &str) -> Result<String, FormatProblem> {
    let name = tidy(typed)
        .split(' ')
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let fits =
        |c: char| c.is_alphabetic() || is_mark(c) || is_vowel_sign(c) || " '’ʼ-.·".contains(c);
    if name.chars().any(char::is_alphabetic) && name.chars().all(fits) {
        Ok(name)
    } else {
        Err(FormatProblem::PersonName)
    }
}

/// Signs that Khmer, Cham and Tai Viet write around a letter and that Unicode does not count as
/// letters.
fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{17B4}'..='\u{17D3}' | '\u{17DD}' | '\u{AA29}'..='\u{AA36}' | '\u{AA4C}'..='\u{AA4D}' | '\u{AAB0}'..='\u{AADF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Format, check};

    // [48]
    #[test]
    fn names_of_every_people_of_vietnam() {
        let wrong = Err(FormatProblem::PersonName);
        check(
            Format::PersonName,
            &[
                ("Đặng Thị Ngọc Hường", Ok("Đặng Thị Ngọc Hường")),
                ("  nguyễn   văn A ", Ok("nguyễn văn A")),
                ("NGUYỄN VĂN A", Ok("NGUYỄN VĂN A")),
                ("H'Hen Niê", Ok("H'Hen Niê")),
                ("Y Moan", Ok("Y Moan")),
                ("Y", Ok("Y")),
                ("Thạch Sô-phi", Ok("Thạch Sô-phi")),
                ("ថាច់ សុភី", Ok("ថាច់ សុភី")),
                ("陳志明", Ok("陳志明")),
                ("Đa\u{323}\u{306}ng", Ok("Đa\u{323}\u{306}ng")),
                ("Nguyen Thi Hoa.", Ok("Nguyen Thi Hoa")),
                ("Nguyễn Văn 3", wrong),
                ("<b>A</b>", wrong),
                ("a@b.vn", wrong),
                ("-", wrong),
                ("", wrong),
            ],
        );
    }
}
