//! Who somebody is: accounts, and the ways to sign in to them.
//!
//! | what | where |
//! |---|---|
//! | the session, its cookie, what a request must show | `session` |
//! | by a code that is sent to a phone: level 1 | `phone` |
//! | at an OpenID provider, as VNeID: level 1 or 2 | `oidc` |

pub(crate) mod oidc;
pub(crate) mod phone;
pub(crate) mod session;

use axum::http::StatusCode;
use procedure::format_date;
use rusqlite::{Connection, params};

use crate::clock::Moment;
use crate::problem::Refusal;
use crate::random;
use crate::store::StoreError;

/// What a way to sign in says about somebody.
#[derive(Clone, Debug, Default)]
pub(crate) struct Person {
    /// The way: `phone` or `oidc`.
    pub(crate) way: &'static str,
    /// Who it is, among all of that way.
    pub(crate) subject: String,
    /// Empty where it is not known.
    pub(crate) name: String,
    /// In the one spelling of phone numbers.
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<String>,
    /// The personal ID number, where the way vouches for it.
    pub(crate) personal_id: Option<String>,
}

/// The account of somebody, made now at their first time; its name. What the way says now counts.
///
/// # Errors
/// The database does not work.
pub(crate) fn of(db: &Connection, person: &Person, now: Moment) -> Result<String, StoreError> {
    let sql =
        "INSERT INTO account (id, way, subject, name, phone, email, personal_id, made_at, seen_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (way, subject) DO UPDATE SET name = excluded.name, phone = excluded.phone,
            email = excluded.email, personal_id = excluded.personal_id, seen_on = excluded.seen_on
         RETURNING id";
    let values = params![
        random::id()?,
        person.way,
        person.subject,
        person.name,
        person.phone,
        person.email,
        person.personal_id,
        now.rfc3339(),
        format_date(now.date()),
    ];
    Ok(db.query_row(sql, values, |row| row.get(0))?)
}

/// Deletes what has had its time: sessions, codes, sign-ins that were begun.
///
/// # Errors
/// The database does not work.
pub(crate) fn sweep(db: &Connection, now: Moment) -> Result<(), StoreError> {
    session::sweep(db, now)?;
    phone::sweep(db, now)?;
    oidc::sweep(db, now)
}

/// Nobody has signed in, and somebody must.
pub(crate) fn sign_in_needed() -> Refusal {
    Refusal::new(
        StatusCode::UNAUTHORIZED,
        "sign-in-needed",
        "This is for those who have signed in",
    )
}

/// The portal is not sure enough of who it is.
pub(crate) fn level_needed(level: u8) -> Refusal {
    Refusal::new(
        StatusCode::FORBIDDEN,
        "account-needed",
        "This needs an account of a higher level",
    )
    .detail(format!("level {level}"))
}
