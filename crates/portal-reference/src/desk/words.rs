//! How the desk says things, in Vietnamese: statuses, days, amounts, what went wrong.

use portal_wire::{Status, Texts};
use procedure::{format_date, parse_date};

use super::page::{El, el};
use crate::dossier;
use crate::officer::{LONGEST_NOTE, OfficerError, Wrong, case};

/// What the desk says after it has done something. A closed set, so that no address puts words into a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Done {
    Status,
    Component,
    Written,
    Attached,
    Asked,
    SignedOut,
}

impl Done {
    const ALL: [Self; 6] = [
        Self::Status,
        Self::Component,
        Self::Written,
        Self::Attached,
        Self::Asked,
        Self::SignedOut,
    ];

    /// Its name in addresses.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Component => "component",
            Self::Written => "written",
            Self::Attached => "attached",
            Self::Asked => "asked",
            Self::SignedOut => "signed-out",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Status => "Đã đặt tình trạng của hồ sơ và báo cho người nộp.",
            Self::Component => "Đã đặt tình trạng của thủ tục thành phần.",
            Self::Written => "Đã gửi lời nhắn và báo cho người nộp.",
            Self::Attached => "Đã đính kèm kết quả và báo cho người nộp.",
            Self::Asked => "Đã gửi yêu cầu bổ sung và báo cho người nộp.",
            Self::SignedOut => "Bạn đã thoát.",
        }
    }

    /// What is to be said where an address has this name; nothing for any other.
    pub(crate) fn told(name: &str) -> Option<El> {
        let done = Self::ALL.into_iter().find(|done| done.name() == name)?;
        Some(
            el("div")
                .class("done")
                .attr("role", "status")
                .child(el("p").text(done.words())),
        )
    }
}

/// A status, as the office names it (`docs/GLOSSARY.md`).
pub(crate) fn status(status: Status) -> &'static str {
    match status {
        Status::Submitted => "Mới đăng ký",
        Status::Accepted => "Được tiếp nhận",
        Status::NotAccepted => "Không được tiếp nhận",
        Status::InProgress => "Đang xử lý",
        Status::DocumentsRequested => "Yêu cầu bổ sung giấy tờ",
        Status::PaymentDue => "Yêu cầu thực hiện nghĩa vụ tài chính",
        Status::WithdrawalRequested => "Công dân yêu cầu rút hồ sơ",
        Status::Stopped => "Dừng xử lý",
        Status::Decided => "Đã xử lý xong",
        Status::Delivered => "Đã trả kết quả",
    }
}

/// The status with this name in a form.
pub(crate) fn status_named(name: &str) -> Option<Status> {
    dossier::status_named(name).ok()
}

/// The kind of a flaw that the office's list does not have.
pub(crate) const OTHER: &str = "other";

/// The kind of a flaw. One that this program does not know is shown as it is.
pub(crate) fn reason(name: &str) -> &str {
    let known = case::REASONS.iter().find(|(known, _)| *known == name);
    match known {
        Some((_, words)) => words,
        None if name == OTHER => "Lý do khác",
        None => name,
    }
}

/// A text by locale, in Vietnamese where it has that; with its locale.
fn picked(texts: &Texts) -> (&str, &str) {
    let first = || {
        texts
            .iter()
            .next()
            .map(|(locale, text)| (locale.as_str(), text.as_str()))
    };
    let vietnamese = texts.get("vi").map(|text| ("vi", text.as_str()));
    vietnamese.or_else(first).unwrap_or_default()
}

/// A text by locale, as words within a label.
pub(crate) fn plain(texts: &Texts) -> &str {
    picked(texts).1
}

/// A text by locale, in an element of this name.
pub(crate) fn texts(name: &'static str, texts: &Texts) -> El {
    let (locale, text) = picked(texts);
    el(name).lang(locale).text(text)
}

/// A day: 22/11/2026. What is none stays as it is.
pub(crate) fn day(iso: &str) -> String {
    let parts: Vec<&str> = iso.split('-').collect();
    match parts[..] {
        [year, month, day] if parse_date(iso).is_some() => format!("{day}/{month}/{year}"),
        _ => iso.to_string(),
    }
}

/// A day as people type it, `22/11/2026`, as the contract writes it. What cannot be read stays as it is.
pub(crate) fn typed_day(typed: &str) -> String {
    let typed = procedure::tidy(typed);
    let parts: Vec<&str> = typed
        .split(['/', '.', '-', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let [day, month, year] = parts[..] else {
        return typed;
    };
    match parse_date(&format!("{year}-{month:0>2}-{day:0>2}")) {
        Some(date) => format_date(date),
        None => typed,
    }
}

/// A moment (RFC 3339 at the portal's seat): 08:05, 22/11/2026.
pub(crate) fn moment(rfc3339: &str) -> El {
    let time = el("time").attr("datetime", rfc3339);
    match (rfc3339.get(..10), rfc3339.get(11..16)) {
        (Some(date), Some(hour)) => time.text(format!("{hour}, {}", day(date))),
        _ => time.text(rfc3339),
    }
}

/// A number with its thousands apart: 1.234.567.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// An amount: 135.000 đồng.
pub(crate) fn money(vnd: u64) -> String {
    format!("{} đồng", grouped(vnd))
}

/// The size of a file.
pub(crate) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => {
            let tenths = (bytes + 50_000) / 100_000;
            format!("{},{} MB", tenths / 10, tenths % 10)
        }
    }
}

/// Why an officer could not do it, and what to do. Nothing where no input is to blame.
pub(crate) fn wrong(error: &OfficerError) -> Option<String> {
    let words = match error {
        OfficerError::NotAllowed { from, to, .. } => {
            let name = |name: &str| status_named(name).map_or("", status);
            return Some(format!(
                "Đang là “{}”, nên không chuyển sang “{}” được. Xem lại tình trạng bây giờ rồi chọn lại.",
                name(from),
                name(to)
            ));
        }
        OfficerError::LongNote => return Some(too_long()),
        OfficerError::NotRight(wrong) => match wrong {
            Wrong::Flaws => "Chọn từ 1 đến 50 mục cần bổ sung.",
            Wrong::Place(_) => "Hồ sơ không có mục này. Chọn lại các mục cần bổ sung.",
            Wrong::Reason(_) => "Chọn lý do.",
            Wrong::FlawNote(_) | Wrong::Source(_) => return Some(too_long()),
            Wrong::Deadline => "Ghi ngày theo thứ tự ngày, tháng, năm. Ví dụ: 27/11/2026.",
            Wrong::DeadlineOver => "Ngày này đã qua. Ghi hôm nay hoặc một ngày sau đó.",
            Wrong::NoText => "Viết lời nhắn rồi hãy gửi.",
            Wrong::NoReason => "Ghi lý do hoặc điều người nộp cần làm: người nộp sẽ đọc.",
            Wrong::OpenParts => {
                "Còn thủ tục thành phần chưa xong. Đặt tình trạng của từng thủ tục thành phần trước."
            }
            Wrong::Component => "Hồ sơ không có thủ tục thành phần này. Mở lại hồ sơ để xem.",
            Wrong::Result => "Chọn một tệp có nội dung, lớn đến 5 MB.",
        },
        OfficerError::Unknown(_) | OfficerError::NoPortal(_) | OfficerError::Store(_) => {
            return None;
        }
    };
    Some(words.to_string())
}

fn too_long() -> String {
    let most = grouped(LONGEST_NOTE as u64);
    format!("Phần này dài quá {most} ký tự. Viết ngắn lại.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_amounts_and_sizes_are_written_as_at_the_office() {
        assert_eq!(day("2026-11-02"), "02/11/2026");
        assert_eq!(day("soon"), "soon");
        for (typed, iso) in [
            ("27/11/2026", "2026-11-27"),
            (" 2.1.2027 ", "2027-01-02"),
            ("27 - 11 - 2026", "2026-11-27"),
            ("2026-11-27", "2026-11-27"),
            ("31/2/2027", "31/2/2027"),
            ("mai", "mai"),
            ("", ""),
        ] {
            assert_eq!(typed_day(typed), iso, "{typed}");
        }
        for (vnd, words) in [
            (0, "0 đồng"),
            (900, "900 đồng"),
            (135_000, "135.000 đồng"),
            (1_234_567, "1.234.567 đồng"),
        ] {
            assert_eq!(money(vnd), words);
        }
        assert_eq!(
            (size(15).as_str(), size(2_000_000).as_str()),
            ("1 KB", "2,0 MB")
        );
        assert_eq!(size(1_960_000), "2,0 MB");
    }

    #[test]
    fn every_status_has_words_and_every_name_is_told_once() {
        let mut words: Vec<_> = Status::ALL.into_iter().map(status).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), Status::ALL.len());
        assert!(
            Done::ALL
                .iter()
                .all(|done| Done::told(done.name()).is_some())
        );
        assert!(Done::told("<b>").is_none());
    }
}
