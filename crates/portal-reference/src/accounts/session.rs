//! Sessions: a random name in a cookie, and what the database knows under its hash.
//!
//! A cookie goes along with every request to the portal, whoever made the browser send it. So it counts
//! only for reading, which pages of other sites cannot do, and where a request also has the header
//! `Motcua-Csrf`, which they cannot send.

use std::convert::Infallible;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts, Query, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use portal_wire::{Account, CSRF, ProblemDetails, Session};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::sign_in_needed;
use crate::clock::Moment;
use crate::json::Json;
use crate::origin::origin;
use crate::problem::Refusal;
use crate::random;
use crate::state::{Inner, Portal};
use crate::store::StoreError;

/// A session that nobody uses for so long has ended, in seconds.
pub(crate) const IDLE: i64 = 30 * 60;
/// And every one after so long: a working day.
pub(crate) const LONGEST: i64 = 8 * 60 * 60;

/// The cookie of the session.
const COOKIE: &str = "session";
const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// Who has signed in.
#[derive(Clone, Debug)]
pub(crate) struct Signed {
    /// The account's name in the database.
    pub(crate) account: String,
    /// 1 or 2: how sure this session is of who it is.
    pub(crate) level: u8,
    pub(crate) way: String,
    /// Empty where it is not known.
    pub(crate) name: String,
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<String>,
    personal_id: Option<String>,
    /// The day on which the account signed in last, `YYYY-MM-DD`.
    pub(crate) seen_on: String,
    used_at: i64,
    ends_at: i64,
}

impl Signed {
    /// The personal ID number, where this session is sure of it.
    pub(crate) fn personal_id(&self) -> Option<&str> {
        self.personal_id.as_deref().filter(|_| self.level >= 2)
    }

    /// Somebody for a test.
    #[cfg(test)]
    pub(crate) fn sample(level: u8, personal_id: Option<&str>) -> Self {
        Self {
            account: "sample".into(),
            level,
            way: "oidc".into(),
            name: "MẪU".into(),
            phone: Some("0912345678".into()),
            email: Some("mau@vidu.vn".into()),
            personal_id: personal_id.map(str::to_string),
            seen_on: "2026-11-22".into(),
            used_at: 0,
            ends_at: 0,
        }
    }

    /// Refuses where the session's level is lower.
    ///
    /// # Errors
    /// `account-needed`.
    pub(crate) fn needs(&self, level: u8) -> Result<(), Refusal> {
        match self.level >= level {
            true => Ok(()),
            false => Err(super::level_needed(level)),
        }
    }
}

/// What a request shows of who asks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Visitor {
    /// The hash of the session's name.
    session: Option<Vec<u8>>,
    /// The portal's own app asks, not a page of another site.
    is_ours: bool,
    /// The connection to the browser is known to be encrypted.
    is_https: bool,
}

impl FromRequestParts<Portal> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Infallible> {
        let headers = &parts.headers;
        let name = cookie(headers, COOKIE).filter(|name| random::is_id(name));
        Ok(Self {
            session: name.map(hash),
            is_ours: is_ours(headers, portal),
            is_https: is_https(parts, portal),
        })
    }
}

/// Whether the connection to the browser is encrypted, as far as somebody says so who must know.
fn is_https(parts: &Parts, portal: &Inner) -> bool {
    if let Some(own) = &portal.public_url {
        return own.starts_with("https://");
    }
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    let said = parts.headers.get_all(PROTO).iter().next_back();
    let said = said.and_then(|value| value.to_str().ok());
    let last = said.and_then(|value| value.rsplit(',').next());
    let trusts = |peer: &ConnectInfo<SocketAddr>| {
        portal.trusted_proxies.contains(&peer.0.ip().to_canonical())
    };
    peer.is_some_and(trusts) && last.is_some_and(|last| last.trim() == "https")
}

/// Whether a request that changes something is the app's own.
fn is_ours(headers: &HeaderMap, portal: &Inner) -> bool {
    let text = |name: &HeaderName| headers.get(name).map(|value| value.to_str().ok());
    let site = text(&SITE).flatten();
    let is_same = match text(&header::ORIGIN) {
        // Not every browser sends it with every request; the header of ours is enough.
        None => true,
        Some(None) => false,
        Some(Some(said)) => match &portal.public_url {
            Some(own) => origin(said).as_ref() == Some(own),
            None => {
                let host = text(&header::HOST).flatten().unwrap_or_default();
                let said = said.split_once("://").map(|(_, host)| host);
                said.is_some_and(|said| !said.is_empty() && said.eq_ignore_ascii_case(host))
            }
        },
    };
    // Behind a proxy that has another name for the portal, the browser itself knows (Fetch Metadata Request
    // Headers, W3C working draft; no page can set this header).
    let is_same = match site {
        Some(site) => site == "same-origin",
        None => is_same,
    };
    let csrf = headers.get(CSRF).map(HeaderValue::as_bytes);
    csrf == Some(b"1") && is_same
}

/// A cookie of the request; of two with the same name the first.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// As the database knows a secret: whoever reads it there cannot use it.
pub(crate) fn hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret).to_vec()
}

impl Visitor {
    /// Whether the connection to the browser is known to be encrypted.
    pub(crate) fn is_https(&self) -> bool {
        self.is_https
    }

    /// Who reads. The session is used by this.
    ///
    /// # Errors
    /// `sign-in-needed`, or the database does not work.
    pub(crate) fn reads(&self, db: &Connection, now: Moment) -> Result<Signed, Refusal> {
        self.used(db, now)?.ok_or_else(sign_in_needed)
    }

    /// Who changes something.
    ///
    /// # Errors
    /// `sign-in-needed`; `csrf` where another site may have made the browser ask; or the database does not
    /// work.
    pub(crate) fn changes(&self, db: &Connection, now: Moment) -> Result<Signed, Refusal> {
        self.may_change(db, now)?.ok_or_else(sign_in_needed)
    }

    /// Who changes something, if it is somebody.
    ///
    /// # Errors
    /// `csrf` where another site may have made the browser ask; or the database does not work.
    pub(crate) fn may_change(
        &self,
        db: &Connection,
        now: Moment,
    ) -> Result<Option<Signed>, Refusal> {
        match self.used(db, now)? {
            Some(_) if !self.is_ours => Err(Refusal::new(
                StatusCode::FORBIDDEN,
                "csrf",
                "A request by the right of a cookie needs the header Motcua-Csrf, and the site's own Origin",
            )),
            signed => Ok(signed),
        }
    }

    /// Who shows themselves beside a proof. A cookie without the header counts for nothing here: the proof
    /// alone may be right.
    ///
    /// # Errors
    /// The database does not work.
    pub(crate) fn shows(&self, db: &Connection, now: Moment) -> Result<Option<Signed>, StoreError> {
        match self.is_ours {
            true => self.used(db, now),
            false => Ok(None),
        }
    }

    fn used(&self, db: &Connection, now: Moment) -> Result<Option<Signed>, StoreError> {
        let Some(signed) = self.looks(db, now)? else {
            return Ok(None);
        };
        let sql = "UPDATE session SET used_at = ?2 WHERE id = ?1";
        db.execute(sql, params![self.session, now.unix()])?;
        Ok(Some(Signed {
            used_at: now.unix(),
            ..signed
        }))
    }

    /// The session without using it.
    fn looks(&self, db: &Connection, now: Moment) -> Result<Option<Signed>, StoreError> {
        let Some(id) = &self.session else {
            return Ok(None);
        };
        let sql =
            "SELECT account, level, way, name, phone, email, personal_id, seen_on, used_at, ends_at
            FROM session JOIN account ON account.id = session.account
            WHERE session.id = ?1 AND used_at > ?2 AND ends_at > ?3";
        let found = db.query_row(sql, params![id, now.unix() - IDLE, now.unix()], |row| {
            Ok(Signed {
                account: row.get(0)?,
                level: row.get(1)?,
                way: row.get(2)?,
                name: row.get(3)?,
                phone: row.get(4)?,
                email: row.get(5)?,
                personal_id: row.get(6)?,
                seen_on: row.get(7)?,
                used_at: row.get(8)?,
                ends_at: row.get(9)?,
            })
        });
        Ok(found.optional()?)
    }

    /// Forgets the session that the request has.
    ///
    /// # Errors
    /// The database does not work.
    fn ends(&self, db: &Connection) -> Result<(), StoreError> {
        if let Some(id) = &self.session {
            db.execute("DELETE FROM session WHERE id = ?1", [id])?;
        }
        Ok(())
    }
}

/// Begins a session of this account in place of the one that the request has, and gives its name: never the
/// one before, which somebody may have put there.
///
/// # Errors
/// The database does not work.
pub(crate) fn begin(
    db: &Connection,
    visitor: &Visitor,
    account: &str,
    level: u8,
    now: Moment,
) -> Result<String, StoreError> {
    visitor.ends(db)?;
    let name = random::id()?;
    let sql = "INSERT INTO session (id, account, level, made_at, used_at, ends_at)
         VALUES (?1, ?2, ?3, ?4, ?4, ?5)";
    let ends_at = now.unix() + LONGEST;
    db.execute(
        sql,
        params![hash(&name), account, level, now.unix(), ends_at],
    )?;
    Ok(name)
}

/// The cookie of a session. It goes when the browser is closed.
///
/// Lax: from the provider the browser comes back with a request that another site began, and whoever has
/// signed in follows links to the portal too.
pub(crate) fn set_cookie(portal: &Inner, visitor: &Visitor, name: &str) -> HeaderValue {
    let (path, secure) = (path(portal), secure(visitor));
    value(format!(
        "{COOKIE}={name}; Path={path}; HttpOnly; SameSite=Lax{secure}"
    ))
}

fn no_cookie(portal: &Inner, visitor: &Visitor) -> HeaderValue {
    let (path, secure) = (path(portal), secure(visitor));
    value(format!(
        "{COOKIE}=; Path={path}; Max-Age=0; HttpOnly; SameSite=Lax{secure}"
    ))
}

fn path(portal: &Inner) -> &str {
    match portal.prefix.as_str() {
        "" => "/",
        prefix => prefix,
    }
}

pub(crate) fn secure(visitor: &Visitor) -> &'static str {
    match visitor.is_https {
        true => "; Secure",
        false => "",
    }
}

/// A header that this program wrote: names, digits and a path of plain characters.
pub(crate) fn value(text: String) -> HeaderValue {
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static(""))
}

/// What the app is told of a session.
pub(crate) fn told(signed: Option<&Signed>, now: Moment) -> Session {
    let Some(signed) = signed else {
        return Session::default();
    };
    let idle = (signed.used_at + IDLE).min(signed.ends_at) - now.unix();
    Session {
        account: Some(Account {
            id: public_name(&signed.account),
            name: signed.name.clone(),
            level: signed.level,
            phone_hint: signed.phone.as_deref().and_then(hint),
            way: signed.way.clone(),
        }),
        expires_at: Some(now.at(signed.ends_at).rfc3339()),
        idle_seconds: Some(idle.max(0).cast_unsigned()),
    }
}

/// The account's name for the app. Whoever reads it knows nothing of the one in the database.
fn public_name(account: &str) -> String {
    let hash = hash(&format!("app {account}"));
    hash.iter()
        .take(12)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The last three digits of a phone number.
fn hint(phone: &str) -> Option<String> {
    phone
        .get(phone.len().saturating_sub(3)..)
        .map(str::to_string)
}

/// What the app is told of a session that has just begun.
///
/// # Errors
/// The database does not work.
pub(crate) async fn of_name(portal: &Portal, name: &str, now: Moment) -> Result<Session, Refusal> {
    let visitor = Visitor {
        session: Some(hash(name)),
        ..Visitor::default()
    };
    let look = move |db: &mut Connection| visitor.looks(db, now);
    let signed = portal.store.run(look).await?;
    Ok(told(signed.as_ref(), now))
}

/// Forgets sessions that have ended.
///
/// # Errors
/// The database does not work.
pub(super) fn sweep(db: &Connection, now: Moment) -> Result<(), StoreError> {
    let sql = "DELETE FROM session WHERE used_at <= ?1 OR ends_at <= ?2";
    db.execute(sql, params![now.unix() - IDLE, now.unix()])?;
    Ok(())
}

/// Who has signed in. Asking for it is no use of the session: a page may ask again and again to say when it
/// will end.
#[utoipa::path(
    get, path = "/session", operation_id = "session", tag = "accounts",
    responses((status = 200, description = "Whoever has; nobody where `account` is null", body = Session)),
)]
pub(crate) async fn show(
    State(portal): State<Portal>,
    visitor: Visitor,
) -> Result<Json<Session>, Refusal> {
    let now = portal.clock.now();
    let look = move |db: &mut Connection| visitor.looks(db, now);
    let signed = portal.store.run(look).await?;
    Ok(Json(told(signed.as_ref(), now)))
}

/// Goes on being signed in, as somebody asks for who needs more time.
#[utoipa::path(
    post, path = "/session", operation_id = "keepSession", tag = "accounts", security(("session" = [])),
    params(("Motcua-Csrf" = String, Header, description = "`1`")),
    responses(
        (status = 200, description = "The session, used now", body = Session),
        (status = 401, description = "`sign-in-needed`: it has ended", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, description = "`csrf`", body = ProblemDetails, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn keep(
    State(portal): State<Portal>,
    visitor: Visitor,
) -> Result<Json<Session>, Refusal> {
    let now = portal.clock.now();
    let signed = portal.store.run(move |db| visitor.changes(db, now)).await?;
    Ok(Json(told(Some(&signed), now)))
}

/// Which sessions to end.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// `1`: those of the account on other devices too.
    #[serde(default)]
    all: String,
}

/// Signs out. Whoever has not signed in is signed out already.
#[utoipa::path(
    delete, path = "/session", operation_id = "signOut", tag = "accounts",
    params(("Motcua-Csrf" = Option<String>, Header, description = "`1`, where somebody has signed in"), Which),
    responses(
        (status = 204, description = "Signed out; the cookie is taken back", headers(("Set-Cookie" = String))),
        (status = 403, description = "`csrf`", body = ProblemDetails, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn end(
    State(portal): State<Portal>,
    visitor: Visitor,
    Query(which): Query<Which>,
) -> Result<Response, Refusal> {
    let now = portal.clock.now();
    let gone = no_cookie(&portal, &visitor);
    let end = move |db: &mut Connection| {
        if let Some(signed) = visitor.may_change(db, now)? {
            visitor.ends(db)?;
            if which.all == "1" {
                db.execute("DELETE FROM session WHERE account = ?1", [signed.account])?;
            }
        }
        Ok::<_, Refusal>(())
    };
    portal.store.run(end).await?;
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, gone)]).into_response())
}
