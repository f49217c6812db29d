//! Signing in with a code that is sent to a phone: level 1. Whoever holds the phone gets in; the portal
//! knows the number and nothing more.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use portal_wire::{PHONE, PhoneCode, PhoneNumber, ProblemDetails, Session};
use procedure::format::Format;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use subtle::ConstantTimeEq;

use super::session::{self, Visitor, hash};
use super::{Person, of};
use crate::client::Client;
use crate::clock::Moment;
use crate::json::Json;
use crate::limit::Limit;
use crate::outbox;
use crate::problem::Refusal;
use crate::random;
use crate::state::Portal;
use crate::store::StoreError;

/// How long a code holds, in seconds.
const HOLDS: i64 = 5 * 60;
/// Wrong tries after which a code holds no more.
const MOST_WRONG: i64 = 5;
/// Longer than any number that people type.
const LONGEST: usize = 40;

/// Codes to one number: each is a message that disturbs somebody and costs money.
const OF_A_NUMBER: Limit = Limit::an_hour("phone-code", 5);
/// Codes for one client.
const OF_A_CLIENT: Limit = Limit::an_hour("phone-code-client", 20);
/// Wrong codes of one client, of whatever numbers. Many may be behind one address.
const WRONG: Limit = Limit::an_hour("phone-wrong", 50);

/// The number in its one spelling.
fn read(typed: &str) -> Result<String, Refusal> {
    let read = (typed.len() <= LONGEST).then(|| Format::Phone.read(typed).ok());
    read.flatten().ok_or_else(|| {
        Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "phone-wrong",
            "This is no Vietnamese phone number",
        )
        .at("/phone", "Chưa đúng số điện thoại Việt Nam.")
    })
}

/// Sends a code to a phone. The answer is the same whether the portal knows the number or not.
#[utoipa::path(
    post, path = "/session/phone", operation_id = "sendPhoneCode", tag = "accounts",
    request_body = PhoneNumber,
    responses(
        (status = 204, description = "A code of six digits is on its way; it holds for five minutes"),
        (status = 422, description = "`phone-wrong`: no Vietnamese phone number", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 429, description = "`too-many-tries`: in an hour, five codes of this number or twenty of this client",
            body = ProblemDetails, content_type = "application/problem+json", headers(("Retry-After" = u64, description = "Seconds"))),
    ),
)]
pub(crate) async fn send(
    State(portal): State<Portal>,
    client: Client,
    Json(new): Json<PhoneNumber>,
) -> Result<StatusCode, Refusal> {
    let (phone, now) = (read(&new.phone)?, portal.clock.now());
    let send = move |db: &mut Connection| {
        let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        OF_A_NUMBER.check(&change, &phone, now)?;
        OF_A_CLIENT.check(&change, &client.0, now)?;
        OF_A_NUMBER.count(&change, &phone, now)?;
        OF_A_CLIENT.count(&change, &client.0, now)?;
        let code = random::digits().map_err(StoreError::from)?;
        let salt = random::id().map_err(StoreError::from)?;
        let sql = "INSERT OR REPLACE INTO phone_code (phone, code, salt, at, wrong) VALUES (?1, ?2, ?3, ?4, 0)";
        let hashed = hash(&format!("{salt}{code}"));
        change.execute(sql, params![phone, hashed, salt, now.unix()])?;
        outbox::tell_code(&change, &phone, &new.locale, &code, now)?;
        change.commit()?;
        Ok::<_, Refusal>(())
    };
    portal.store.run(send).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Signs in with the code. The account is made at the first time.
#[utoipa::path(
    post, path = "/session/phone/code", operation_id = "signInByPhone", tag = "accounts",
    request_body = PhoneCode,
    responses(
        (status = 200, description = "Signed in, level 1", body = Session, headers(("Set-Cookie" = String))),
        (status = 422, description = "`phone-wrong`; `code-wrong`: not the code, or it holds no more. After five wrong ones \
            a code holds no more", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 429, description = "`too-many-tries`: fifty wrong codes of this client in an hour", body = ProblemDetails,
            content_type = "application/problem+json", headers(("Retry-After" = u64, description = "Seconds"))),
    ),
)]
pub(crate) async fn sign_in(
    State(portal): State<Portal>,
    client: Client,
    visitor: Visitor,
    Json(new): Json<PhoneCode>,
) -> Result<Response, Refusal> {
    let (phone, now) = (read(&new.phone)?, portal.clock.now());
    let code: String = procedure::exact(&new.code)
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .take(7)
        .collect();
    let asks = visitor.clone();
    let sign_in = move |db: &mut Connection| {
        let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        WRONG.check(&change, &client.0, now)?;
        if !is_right(&change, &phone, &code, now)? {
            WRONG.count(&change, &client.0, now)?;
            // That it was wrong must stay.
            change.commit()?;
            return Err(wrong());
        }
        let person = Person {
            way: PHONE,
            subject: phone.clone(),
            phone: Some(phone.clone()),
            ..Person::default()
        };
        let account = of(&change, &person, now)?;
        let name = session::begin(&change, &asks, &account, 1, now)?;
        change.commit()?;
        Ok::<_, Refusal>(name)
    };
    let name = portal.store.run(sign_in).await?;
    let cookie = session::set_cookie(&portal, &visitor, &name);
    let told = session::of_name(&portal, &name, now).await?;
    Ok(([(header::SET_COOKIE, cookie)], Json(told)).into_response())
}

/// Whether this is the code that was sent. One that was right or too often wrong is forgotten.
fn is_right(db: &Connection, phone: &str, code: &str, now: Moment) -> Result<bool, StoreError> {
    let sql = "SELECT code, salt, wrong FROM phone_code WHERE phone = ?1 AND at > ?2";
    let found = db
        .query_row(sql, params![phone, now.unix() - HOLDS], |row| {
            Ok((
                row.get::<_, Vec<u8>>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, i64>(2)?,
            ))
        })
        .optional()?;
    let (wanted, salt, wrong) = found.unwrap_or_default();
    let given = hash(&format!("{salt}{code}"));
    let is_right = bool::from(given.ct_eq(&wanted));
    if is_right || wrong + 1 >= MOST_WRONG {
        db.execute("DELETE FROM phone_code WHERE phone = ?1", [phone])?;
    } else {
        let sql = "UPDATE phone_code SET wrong = wrong + 1 WHERE phone = ?1";
        db.execute(sql, [phone])?;
    }
    Ok(is_right)
}

fn wrong() -> Refusal {
    Refusal::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "code-wrong",
        "This is not the code, or it holds no more",
    )
    .at("/code", "Mã chưa đúng hoặc đã hết hạn.")
}

/// Forgets codes that hold no more.
///
/// # Errors
/// The database does not work.
pub(super) fn sweep(db: &Connection, now: Moment) -> Result<(), StoreError> {
    db.execute(
        "DELETE FROM phone_code WHERE at <= ?1",
        [now.unix() - HOLDS],
    )?;
    Ok(())
}
