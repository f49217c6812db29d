//! An email address, and what somebody who misspelled one may have meant.

use super::FormatProblem;
use crate::case::lowercase;
use crate::clean::exact;
use crate::spoken;

/// Something before one `@`, and behind it a host with a dot. Whether it exists, only a message
/// can tell; a stricter rule would refuse real addresses. No address that people have holds a
/// space: dictation puts them in.
pub(super) fn read(typed: &str) -> Result<String, FormatProblem> {
    let address = without_spaces(typed);
    let fits = address.split_once('@').is_some_and(|(local, host)| {
        !local.is_empty()
            && !host.contains('@')
            && host.contains('.')
            && host.split('.').all(|label| {
                !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            })
            && !address.contains(|c: char| c.is_control() || "<>()[],;:\"\\".contains(c))
    });
    if fits && address.len() <= 254 {
        Ok(address)
    } else {
        Err(FormatProblem::Email)
    }
}

fn without_spaces(typed: &str) -> String {
    let mut address = exact(typed);
    address.retain(|c| !c.is_whitespace());
    // Copied out of a sentence, a header or a link.
    let around = |c: char| "<>()[]\"',;:.".contains(c);
    let bare = address.trim_matches(around);
    bare.strip_prefix("mailto:").unwrap_or(bare).to_string()
}

/// Hosts that many people here have their address at. The list is ours (November 2026).
const COMMON: [&str; 7] = [
    "gmail.com",
    "yahoo.com",
    "yahoo.com.vn",
    "hotmail.com",
    "outlook.com",
    "icloud.com",
    "viettel.com.vn",
];

/// Real hosts that one letter tells apart from a common one.
const REAL: [&str; 3] = ["ymail.com", "email.com", "mail.com"];

/// More than a letter away from the common one, and still worth asking.
const MISTAKEN: [(&str, &str); 2] = [("gmail.com.vn", "gmail.com"), ("gmail.vn", "gmail.com")];

/// The address that was probably meant, where the host looks like a common one that was misspelled:
/// `ten@gmial.com`. To be offered, never to be put in: it may be right as it is.
///
/// # Example
/// ```
/// use procedure::format::meant_email;
/// assert_eq!(meant_email("ten@gmail.con").as_deref(), Some("ten@gmail.com"));
/// assert_eq!(meant_email("ten@vidu.vn"), None);
/// ```
pub fn meant_email(typed: &str) -> Option<String> {
    let address = spoken::email(typed).unwrap_or_else(|| without_spaces(typed));
    let (local, host) = address.split_once('@')?;
    let host = lowercase(host);
    if local.is_empty() || COMMON.iter().chain(&REAL).any(|known| *known == host) {
        return None;
    }
    let mistaken = MISTAKEN.iter().find(|(wrong, _)| *wrong == host);
    let meant = mistaken
        .map(|(_, right)| *right)
        .or_else(|| COMMON.into_iter().find(|common| is_near(&host, common)))?;
    Some(format!("{local}@{meant}"))
}

/// Whether one key makes the difference: a letter too many, one too few, another one, two in the
/// wrong order; or whether all behind the name is missing.
fn is_near(typed: &str, common: &str) -> bool {
    if common.split('.').next() == Some(typed) {
        return true;
    }
    let (mut a, mut b) = (typed.as_bytes(), common.as_bytes());
    while let ([x, rest @ ..], [y, others @ ..]) = (a, b)
        && x == y
    {
        (a, b) = (rest, others);
    }
    while let ([rest @ .., x], [others @ .., y]) = (a, b)
        && x == y
    {
        (a, b) = (rest, others);
    }
    match (a, b) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([x, y], [u, v]) => x == v && y == u,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Format, check};

    #[test]
    fn addresses() {
        let wrong = Err(FormatProblem::Email);
        check(
            Format::Email,
            &[
                ("ten@vidu.vn", Ok("ten@vidu.vn")),
                (" Ten.Ho+gplx@mail.vidu.vn ", Ok("Ten.Ho+gplx@mail.vidu.vn")),
                ("ten@vidu.vn.", Ok("ten@vidu.vn")),
                ("ten@vidu", wrong),
                ("ten.vidu.vn", wrong),
                ("ten@@vidu.vn", wrong),
                ("@vidu.vn", wrong),
                ("ten @ vidu.vn", Ok("ten@vidu.vn")),
                ("ten ho\u{a0}@vidu. vn.", Ok("tenho@vidu.vn")),
                (" @ vidu.vn", wrong),
                ("ten@vidu..vn", wrong),
                ("<ten@vidu.vn>", Ok("ten@vidu.vn")),
                ("(ten@vidu.vn).", Ok("ten@vidu.vn")),
                ("mailto:ten@vidu.vn", Ok("ten@vidu.vn")),
                ("\u{2066}ten@vidu.vn\u{2069}", Ok("ten@vidu.vn")),
                ("ｔｅｎ＠ｖｉｄｕ．ｖｎ", Ok("ten@vidu.vn")),
                ("Tên <ten@vidu.vn>", wrong),
                ("", wrong),
            ],
        );
    }

    // [47]
    #[test]
    fn what_was_probably_meant() {
        for (typed, meant) in [
            ("ten@gmail.con", Some("ten@gmail.com")),
            ("ten@gmail.co", Some("ten@gmail.com")),
            ("ten@gmail.comm", Some("ten@gmail.com")),
            ("ten@gmial.com", Some("ten@gmail.com")),
            ("ten@gamil.com", Some("ten@gmail.com")),
            ("ten@gmai.com", Some("ten@gmail.com")),
            ("ten@gnail.com", Some("ten@gmail.com")),
            ("ten@gmail,com", Some("ten@gmail.com")),
            ("ten@gmailcom", Some("ten@gmail.com")),
            ("ten@gmail", Some("ten@gmail.com")),
            ("ten@gmail.com.vn", Some("ten@gmail.com")),
            ("ten@gmail.vn", Some("ten@gmail.com")),
            ("Ten.Ho@GMAIL.CON", Some("Ten.Ho@gmail.com")),
            (" ten @ gmail. con .", Some("ten@gmail.com")),
            ("ten@yahoo.con", Some("ten@yahoo.com")),
            ("ten a còng gmail chấm con", Some("ten@gmail.com")),
            ("ten a còng gmail chấm com", None),
            ("ten@yaho.com", Some("ten@yahoo.com")),
            ("ten@yahoo.com.v", Some("ten@yahoo.com.vn")),
            ("ten@yahoo.con.vn", Some("ten@yahoo.com.vn")),
            ("ten@hotmial.com", Some("ten@hotmail.com")),
            ("ten@hotmai.com", Some("ten@hotmail.com")),
            ("ten@outlok.com", Some("ten@outlook.com")),
            ("ten@icloud.con", Some("ten@icloud.com")),
            ("ten@iclould.com", Some("ten@icloud.com")),
            // Right as they are, or nothing like a common one.
            ("ten@gmail.com", None),
            ("ten@Gmail.com", None),
            ("ten@yahoo.com", None),
            ("ten@yahoo.com.vn", None),
            ("ten@yahoo.co.uk", None),
            ("ten@ymail.com", None),
            ("ten@email.com", None),
            ("ten@mail.com", None),
            ("ten@hotmail.fr", None),
            ("ten@outlook.vn", None),
            ("ten@vnpt.vn", None),
            ("ten@fpt.com.vn", None),
            ("ten@hanoi.gov.vn", None),
            ("ten@vidu.vn", None),
            ("@gmail.con", None),
            ("ten", None),
            ("ten@", None),
            ("", None),
        ] {
            assert_eq!(meant_email(typed).as_deref(), meant, "{typed}");
        }
    }
}
