//! What Unicode says of characters. The tables are those of ICU (`icu_properties`), written by a test of this file: the
//! crate itself, with its segmenter, would add 72 KB to what a citizen loads before the first question (270 KB in all
//! instead of 198, November 2026).

mod tables;

use tables::{IGNORABLE, LINKERS, MARKS, ZEROS};

/// Whether a character is in one of these ranges, which are in order: the first, and how many.
fn is_in(ranges: &[(u32, u32)], c: char) -> bool {
    let code = c as u32;
    let at = ranges.partition_point(|(first, _)| *first <= code);
    at > 0 && code - ranges[at - 1].0 < ranges[at - 1].1
}

/// `Default_Ignorable_Code_Point`: direction marks and isolates, variation selectors, joiners, soft hyphens.
pub(crate) fn is_ignorable(c: char) -> bool {
    !c.is_ascii() && is_in(&IGNORABLE, c)
}

/// `General_Category=Mark`: what is written at another character.
pub(crate) fn is_mark(c: char) -> bool {
    !c.is_ascii() && is_in(&MARKS, c)
}

/// The value of a decimal digit of any script (`General_Category=Decimal_Number`). They stand together in tens.
pub(crate) fn digit(c: char) -> Option<u8> {
    let code = c as u32;
    let at = ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?;
    u8::try_from(code - ZEROS[at])
        .ok()
        .filter(|value| *value < 10)
}

/// How many characters a reader sees: the extended grapheme clusters of Unicode (UAX 29), as far as people write
/// letters, numbers and pictures.
pub(crate) fn clusters(text: &str) -> usize {
    let (mut seen, mut last, mut flags) = (0, None::<char>, 0);
    for c in text.chars() {
        let is_flag = matches!(c, '\u{1F1E6}'..='\u{1F1FF}');
        flags = if is_flag { flags + 1 } else { 0 };
        if last.is_none_or(|last| !continues(last, c)) && (flags != 2) {
            seen += 1;
        }
        if flags == 2 {
            flags = 0;
        }
        last = Some(c);
    }
    seen
}

/// Whether a character is a part of what the one before it belongs to.
fn continues(last: char, c: char) -> bool {
    const JOINER: char = '\u{200D}';
    let is_hangul = |c: char| matches!(c, '\u{1100}'..='\u{11FF}');
    (is_mark(c) && !stands_apart(c))
        || is_ignorable(c)
        // Skin tones; the vowels of Thai and Lao that are written around two letters.
        || matches!(c, '\u{1F3FB}'..='\u{1F3FF}' | '\u{E33}' | '\u{EB3}')
        || (last == JOINER && !c.is_alphabetic())
        || (is_in(&LINKERS, last) && c.is_alphabetic())
        || (is_hangul(last) && matches!(c, '\u{1160}'..='\u{11FF}'))
        || (last == '\r' && c == '\n')
}

/// Marks of Burmese, Tai Tham and their sisters that are written behind a letter, each in a place of its own (UAX 29, table 2).
fn stands_apart(c: char) -> bool {
    matches!(
        c,
        '\u{102B}'
            | '\u{102C}'
            | '\u{1038}'
            | '\u{1062}'..='\u{1064}'
            | '\u{1067}'..='\u{106D}'
            | '\u{1083}'
            | '\u{1087}'..='\u{108C}'
            | '\u{108F}'
            | '\u{109A}'..='\u{109C}'
            | '\u{1A61}'
            | '\u{1A63}'
            | '\u{1A64}'
            | '\u{AA7B}'
            | '\u{AA7D}'
    )
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use icu_properties::props::{
        DefaultIgnorableCodePoint, GeneralCategory, GeneralCategoryGroup, IndicConjunctBreak,
    };
    use icu_properties::{CodePointMapData, CodePointSetData};
    use icu_segmenter::GraphemeClusterSegmenter;

    use super::*;

    fn ranges(is: impl Fn(char) -> bool) -> Vec<(u32, u32)> {
        let mut found: Vec<(u32, u32)> = Vec::new();
        for c in ('\0'..=char::MAX).filter(|c| is(*c)) {
            let code = c as u32;
            match found.last_mut() {
                Some((first, many)) if *first + *many == code => *many += 1,
                _ => found.push((code, 1)),
            }
        }
        found
    }

    fn written(name: &str, what: &str, ranges: &[(u32, u32)]) -> String {
        let mut out = format!(
            "\n/// {what}: the first of each range, and how many.\n#[rustfmt::skip]\npub(super) const {name}: [(u32, u32); {}] = [\n",
            ranges.len()
        );
        for line in ranges.chunks(8) {
            let line: Vec<String> = line
                .iter()
                .map(|(first, many)| format!("(0x{first:X}, {many})"))
                .collect();
            writeln!(out, "    {},", line.join(", ")).expect("a text");
        }
        out + "];\n"
    }

    /// `UPDATE=1` writes the tables anew.
    #[test]
    fn the_tables_are_those_of_icu() {
        let category = CodePointMapData::<GeneralCategory>::new();
        let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
        let conjunct = CodePointMapData::<IndicConjunctBreak>::new();
        let marks = ranges(|c| GeneralCategoryGroup::Mark.contains(category.get(c)));
        let linkers = ranges(|c| conjunct.get(c) == IndicConjunctBreak::Linker);
        let ignorables = ranges(|c| ignorable.contains(c));
        let digits = ranges(|c| category.get(c) == GeneralCategory::DecimalNumber);
        let zeros: Vec<u32> = digits
            .iter()
            .flat_map(|(first, many)| (*first..first + many).step_by(10))
            .collect();
        let mut out = String::from(
            "//! Written by a test of `unicode.rs` from the tables of ICU 4X 2.4 (Unicode 17), whose licence is Unicode-3.0.\n",
        );
        out += &written("MARKS", "Marks", &marks);
        out += &written("IGNORABLE", "What has no look of its own", &ignorables);
        out += &written(
            "LINKERS",
            "What joins two letters of an Indic script",
            &linkers,
        );
        write!(out, "\n/// The zeros of decimal digits; nine others stand behind each.\n#[rustfmt::skip]\npub(super) const ZEROS: [u32; {}] = [\n", zeros.len()).expect("a text");
        for line in zeros.chunks(12) {
            let line: Vec<String> = line.iter().map(|zero| format!("0x{zero:X}")).collect();
            writeln!(out, "    {},", line.join(", ")).expect("a text");
        }
        out += "];\n";
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/unicode/tables.rs");
        if std::env::var("UPDATE").is_ok_and(|yes| yes == "1") {
            std::fs::write(file, &out).expect("it can be written");
        }
        let have = std::fs::read_to_string(file).expect("it is there");
        assert!(have == out, "run this test with UPDATE=1");
    }

    #[test]
    fn texts_are_as_long_as_icu_finds_them() {
        let segmenter = GraphemeClusterSegmenter::new();
        for text in [
            "",
            "a",
            "Đặng Thị Ngọc Hường",
            "Đa\u{323}\u{306}ng Thi\u{323} Ngo\u{323}c Hươ\u{300}ng",
            "สมศักดิ์ เจริญสุข น้ำ",
            "ສົມພອນ ນ້ຳ",
            "ថាច់ សុភី ស្រីពៅ",
            "အောင်ဆန်းစုကြည်",
            "प्रिया शर्मा हिन्दी क्षत्रिय",
            "ফাতিমা খাতুন",
            "திருவள்ளுவர்",
            "محمّد رضا می\u{200C}خواهم",
            "陳志明",
            "ㄱㅏ 한국 \u{1112}\u{1161}\u{11AB}",
            "👩\u{200D}👧 👍🏽 🇻🇳🇰🇭 ❤\u{FE0F} 1\u{FE0F}\u{20E3}",
            "một\r\nhai\nba",
            "ꨌꩌ ꪙꪳ",
        ] {
            let breaks = segmenter.segment_str(text).count();
            assert_eq!(clusters(text), breaks.saturating_sub(1), "{text}");
        }
    }
}
