//! Where sentences end, so that a voice can be stopped, repeated and followed by the eye one sentence at
//! a time.

use std::ops::Range;

use procedure::case::is_lower;

/// The sentences of a text, as ranges of bytes, without the space around them.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, sign) in text.char_indices() {
        let end = at + sign.len_utf8();
        if matches!(sign, '.' | '!' | '?' | '…' | ';' | ':') && ends(text, at, end) {
            push(text, start..end, &mut found);
            start = end;
        }
    }
    push(text, start..text.len(), &mut found);
    found
}

/// Whether a sign ends a sentence: space follows, and it ends no abbreviation ("TP. Huế", "Q. 1") and
/// no number of a list ("2. Nộp").
fn ends(text: &str, at: usize, end: usize) -> bool {
    if text[end..]
        .chars()
        .next()
        .is_some_and(|next| !next.is_whitespace())
    {
        return false;
    }
    if !text[at..].starts_with('.') {
        return true;
    }
    let word = text[..at]
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_short = (1..=2).contains(&word.chars().count());
    let is_abbreviation = is_short && !is_number && !word.chars().any(is_lower);
    let is_first = text[..at].trim() == word;
    !(is_abbreviation || (is_number && is_first))
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    let trimmed = part.trim();
    if trimmed.chars().any(char::is_alphanumeric) {
        found.push(start..start + trimmed.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_sentence_by_sentence() {
        for (text, expected) in [
            ("", &[][..]),
            ("  ·  ", &[]),
            ("Họ và tên", &["Họ và tên"]),
            (
                "Nhập họ tên. Ghi như trên giấy.",
                &["Nhập họ tên.", "Ghi như trên giấy."],
            ),
            ("Lệ phí 135.000 đồng.", &["Lệ phí 135.000 đồng."]),
            (
                "Trước 22/11/2026. Sau đó?",
                &["Trước 22/11/2026.", "Sau đó?"],
            ),
            ("Ở TP. Huế. Hết.", &["Ở TP. Huế.", "Hết."]),
            ("Q. 1, P. 4", &["Q. 1, P. 4"]),
            ("2. Nộp hồ sơ. Chờ.", &["2. Nộp hồ sơ.", "Chờ."]),
            ("Sinh năm 1990. Ở đây.", &["Sinh năm 1990.", "Ở đây."]),
            ("Chuẩn bị: ảnh; giấy tờ", &["Chuẩn bị:", "ảnh;", "giấy tờ"]),
            ("motcua.vn là gì", &["motcua.vn là gì"]),
        ] {
            let found: Vec<&str> = sentences(text)
                .into_iter()
                .map(|range| &text[range])
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
