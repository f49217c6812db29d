//! A person's name, as on the birth certificate.

use super::FormatProblem;
use crate::clean::{is_apostrophe, is_hyphen, is_written_at_another, tidy};

/// Any letters with what is written at them, spaces, apostrophes, hyphens and dots; one word is a name, one letter
/// is a name part (*Y Moan*, *H'Hen Niê*), and nothing is re-cased. Compared with no regulation
/// (`docs/facts.md`, Names; November 2026).
///
/// Of the signs that keyboards and documents have for an apostrophe or a hyphen, one of each is sent.
pub(super) fn read(typed: &str) -> Result<String, FormatProblem> {
    let name = tidy(typed)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .map(|c| match c {
            '\'' | 'ʻ' | 'ʼ' => c,
            c if is_apostrophe(c) => '’',
            c if is_hyphen(c) => '-',
            c => c,
        })
        .collect::<String>();
    // Nobody sees what joins letters; the words of a name may be parted by a dot in the middle.
    let fits = |c: char| {
        c.is_alphabetic() || is_written_at_another(c) || " '’-.·•・\u{200C}\u{200D}".contains(c)
    };
    if name.chars().any(char::is_alphabetic) && name.chars().all(fits) {
        Ok(name)
    } else {
        Err(FormatProblem::PersonName)
    }
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
                ("ສົມພອນ", Ok("ສົມພອນ")),
                ("สมศักดิ์ เจริญสุข", Ok("สมศักดิ์ เจริญสุข")),
                ("အောင်ဆန်း", Ok("အောင်ဆန်း")),
                ("प्रिया शर्मा", Ok("प्रिया शर्मा")),
                ("ফাতিমা", Ok("ফাতিমা")),
                ("திரு", Ok("திரு")),
                ("ꨌꩌ", Ok("ꨌꩌ")),
                ("ꪙꪳ", Ok("ꪙꪳ")),
                ("O‘Connor", Ok("O’Connor")),
                ("O′Connor", Ok("O’Connor")),
                ("H`Hen Niê", Ok("H’Hen Niê")),
                ("H＇Hen Niê", Ok("H’Hen Niê")),
                ("H’Hen Niê", Ok("H’Hen Niê")),
                ("Anne‑Marie", Ok("Anne-Marie")),
                ("Anne–Marie", Ok("Anne-Marie")),
                ("Anne\u{ad}Marie", Ok("AnneMarie")),
                ("\u{2068}Nguyễn Văn A\u{2069}", Ok("Nguyễn Văn A")),
                ("レオナルド・ダ・ヴィンチ", Ok("レオナルド・ダ・ヴィンチ")),
                ("Ý", Ok("Ý")),
                ("Ka", Ok("Ka")),
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
