//! What an SMS or an email would say. Nothing is sent: it lies here for whoever tries the portal out.
//!
//! Messages are short, in the applicant's language where there are words for it, and name neither the
//! procedure nor a person: others may read them on the phone.

use portal_wire::Status;
use procedure::definition::KindDefinition;
use procedure::format::Format;
use rusqlite::{Connection, params};
use serde::Serialize;
use serde_json::Value;

use crate::clock::Moment;
use crate::dossier::{self, Dossier};
use crate::store::StoreError;

/// A message that would have been sent.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Sent {
    /// When (RFC 3339).
    pub at: String,
    /// The dossier's code; none of a code to sign in with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dossier: Option<String>,
    /// `sms` or `email`.
    pub channel: String,
    /// Phone number or email address.
    pub address: String,
    /// The language that it is in.
    pub locale: String,
    /// What it says.
    pub text: String,
}

/// What happened.
#[derive(Clone, Copy, Debug)]
pub(crate) enum News {
    /// Another status.
    Status(Status),
    /// An officer wrote.
    Message,
    /// A result was attached.
    Result,
}

/// The languages that there are words for, and the words: accepted or further on; something to do;
/// not taken or stopped; the result is there; a message came. `{code}` is the dossier's code.
const WORDS: [(&str, [&str; 5]); 4] = [
    (
        "vi",
        [
            "Hồ sơ {code}: có tin mới. Xem tại trang tra cứu.",
            "Hồ sơ {code}: bạn cần làm một việc. Xem tại trang tra cứu.",
            "Hồ sơ {code}: không làm tiếp được. Xem lý do tại trang tra cứu.",
            "Hồ sơ {code}: đã có kết quả. Xem tại trang tra cứu.",
            "Hồ sơ {code}: cán bộ có lời nhắn. Xem tại trang tra cứu.",
        ],
    ),
    (
        "en",
        [
            "Application {code}: there is news. See the tracking page.",
            "Application {code}: there is something for you to do. See the tracking page.",
            "Application {code}: it cannot go on. See why on the tracking page.",
            "Application {code}: the result is there. See the tracking page.",
            "Application {code}: the office has written to you. See the tracking page.",
        ],
    ),
    (
        "km",
        [
            "សំណុំឯកសារ {code}៖ មានព័ត៌មានថ្មី។ សូមមើលនៅទំព័រតាមដាន។",
            "សំណុំឯកសារ {code}៖ អ្នកត្រូវធ្វើកិច្ចការមួយ។ សូមមើលនៅទំព័រតាមដាន។",
            "សំណុំឯកសារ {code}៖ មិនអាចបន្តបានទេ។ សូមមើលមូលហេតុនៅទំព័រតាមដាន។",
            "សំណុំឯកសារ {code}៖ មានលទ្ធផលហើយ។ សូមមើលនៅទំព័រតាមដាន។",
            "សំណុំឯកសារ {code}៖ មន្ត្រីបានសរសេរមកអ្នក។ សូមមើលនៅទំព័រតាមដាន។",
        ],
    ),
    (
        "zh-Hant",
        [
            "申請 {code}：有新消息。請看查詢頁。",
            "申請 {code}：有一件事需要您做。請看查詢頁。",
            "申請 {code}：無法繼續辦理。請到查詢頁看原因。",
            "申請 {code}：結果已經出來。請看查詢頁。",
            "申請 {code}：辦理人員留言給您。請看查詢頁。",
        ],
    ),
];

fn words(locale: &str, news: News, code: &str) -> (&'static str, String) {
    let known = WORDS.iter().find(|(known, _)| *known == locale);
    let (locale, words) = known.unwrap_or(&WORDS[0]);
    let which = match news {
        News::Status(Status::DocumentsRequested | Status::PaymentDue) => 1,
        News::Status(Status::NotAccepted | Status::Stopped) => 2,
        News::Result | News::Status(Status::Decided | Status::Delivered) => 3,
        News::Status(_) => 0,
        News::Message => 4,
    };
    (locale, words[which].replace("{code}", code))
}

/// Puts into the outbox what the applicant would be told.
pub(crate) fn tell(
    db: &Connection,
    dossier: &Dossier,
    news: News,
    now: Moment,
) -> Result<(), StoreError> {
    let (locale, text) = words(&dossier.locale, news, &dossier.code);
    for (channel, address) in addresses(dossier)? {
        db.execute(
            "INSERT INTO outbox (dossier, at, channel, address, locale, text)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![dossier.code, now.rfc3339(), channel, address, locale, text],
        )?;
    }
    Ok(())
}

/// The first answer outside lists that is a phone number, and the first that is an email address: forms ask
/// first how to reach whoever sends them.
fn addresses(dossier: &Dossier) -> Result<Vec<(&'static str, String)>, StoreError> {
    let answers: Value = dossier::json(&dossier.answers)?;
    // Reading the form takes its time, and nobody else has the database meanwhile: once for both.
    let Ok(form) = dossier.form() else {
        return Ok(Vec::new());
    };
    let first = |format: Format| {
        let is_such = |kind: &KindDefinition| match kind {
            KindDefinition::Text(kind) => kind.format == Some(format),
            _ => false,
        };
        let mut found = form
            .fields()
            .filter(|field| is_such(field.kind()))
            .filter_map(|field| answers.get(field.id().as_str())?.as_str());
        found.next().map(str::to_string)
    };
    let ways = [("sms", Format::Phone), ("email", Format::Email)].into_iter();
    let ways = ways.filter_map(|(channel, format)| Some((channel, first(format)?)));
    Ok(ways.collect())
}

/// The words for a code to sign in with. That nobody who calls may have it is half of the message: it is what
/// swindlers ask for.
const CODE: [(&str, &str); 4] = [
    (
        "vi",
        "{code} là mã đăng nhập của bạn. Mã dùng được trong 5 phút. Đừng đưa mã này cho ai, kể cả người tự xưng là cán bộ.",
    ),
    (
        "en",
        "{code} is your sign-in code. It works for 5 minutes. Give it to nobody, not even to someone who says they are an officer.",
    ),
    (
        "km",
        "{code} គឺជាលេខកូដចូលរបស់អ្នក។ ប្រើបានក្នុងរយៈពេល 5 នាទី។ កុំប្រាប់លេខកូដនេះដល់នរណាម្នាក់ សូម្បីតែអ្នកដែលអះអាងថាជាមន្ត្រី។",
    ),
    (
        "zh-Hant",
        "{code} 是您的登入碼，5 分鐘內有效。請勿告訴任何人，包括自稱公務人員的人。",
    ),
];

/// Puts into the outbox a code to sign in with.
///
/// # Errors
/// The database does not work.
pub(crate) fn tell_code(
    db: &Connection,
    phone: &str,
    locale: &str,
    code: &str,
    now: Moment,
) -> Result<(), StoreError> {
    let known = CODE.iter().find(|(known, _)| *known == locale);
    let (locale, words) = known.unwrap_or(&CODE[0]);
    let text = words.replace("{code}", code);
    db.execute(
        "INSERT INTO outbox (dossier, at, channel, address, locale, text)
         VALUES (NULL, ?1, 'sms', ?2, ?3, ?4)",
        params![now.rfc3339(), phone, locale, text],
    )?;
    Ok(())
}

/// The newest messages, newest first; of one dossier where a code is given.
pub(crate) fn newest(db: &Connection, code: Option<&str>) -> Result<Vec<Sent>, StoreError> {
    let sql = "SELECT at, dossier, channel, address, locale, text FROM outbox
               WHERE ?1 IS NULL OR dossier = ?1 ORDER BY id DESC LIMIT 500";
    let mut statement = db.prepare(sql)?;
    let rows = statement.query_map([code], |row| {
        Ok(Sent {
            at: row.get(0)?,
            dossier: row.get(1)?,
            channel: row.get(2)?,
            address: row.get(3)?,
            locale: row.get(4)?,
            text: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_the_applicants_language_or_vietnamese_and_always_with_the_code() {
        for status in Status::ALL {
            for (locale, wanted) in [
                ("vi", "vi"),
                ("en", "en"),
                ("km", "km"),
                ("zh-Hant", "zh-Hant"),
                ("hmn", "vi"),
            ] {
                let (locale, text) = words(locale, News::Status(status), "H00-261122-0001");
                assert_eq!(locale, wanted);
                assert!(text.contains("H00-261122-0001"), "{text}");
            }
        }
        let (_, to_do) = words("en", News::Status(Status::DocumentsRequested), "H");
        assert!(to_do.contains("for you to do"));
    }
}
