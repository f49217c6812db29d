//! Signing in at an OpenID provider, as VNeID would be one: the authorization code flow with PKCE
//! (OpenID Connect Core 1.0, 3.1; RFC 7636, S256; RFC 9700), read November 2026.
//!
//! What a sign-in needs until the browser comes back lies in the database, under the hash of a cookie that
//! holds for ten minutes: so only the browser that went comes back, once.

mod fetch;
mod id_token;

use axum::extract::{FromRequestParts, Query, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use portal_wire::{OIDC, ProblemDetails};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::session::{self, Visitor, cookie, hash, value};
use super::{Person, of};
use crate::clock::Moment;
use crate::origin::origin;
use crate::problem::Refusal;
use crate::random;
use crate::state::{Inner, Portal};
use crate::store::StoreError;
use id_token::{Claims, Expected};

use fetch::Address;
pub use fetch::AddressError;

/// How long somebody may be at the provider, in seconds.
const HOLDS: i64 = 10 * 60;
/// The cookie that joins going and coming back.
const COOKIE: &str = "sign-in";
/// Longest path to come back to.
const LONGEST: usize = 2_000;

/// An OpenID provider.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Provider {
    /// Its address, as it names itself in `iss`.
    pub issuer: String,
    /// The portal's name at the provider.
    pub client_id: String,
    /// The portal's secret at the provider. None: the portal shows only what PKCE needs.
    pub client_secret: Option<String>,
    /// What people call it.
    pub name: String,
    /// What `acr` says of an account of level 1 and of level 2.
    pub acr: [String; 2],
    /// What the portal asks for.
    pub scope: String,
}

impl Provider {
    /// A provider with the usual names, for a portal that has no secret there.
    pub fn new(issuer: impl Into<String>, client_id: impl Into<String>) -> Self {
        Self {
            issuer: issuer.into(),
            client_id: client_id.into(),
            client_secret: None,
            name: "VNeID".into(),
            acr: ["vneid:1".into(), "vneid:2".into()],
            scope: "openid profile".into(),
        }
    }
}

/// Why a sign-in came to nothing. For the log; people are told no more than that it did.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OidcError {
    #[error("the provider cannot be asked: {0}")]
    Fetch(#[from] fetch::FetchError),
    #[error("the provider's {0} is not what it should be")]
    Strange(&'static str),
    #[error("the ID token is not good: {0}")]
    Token(#[from] id_token::TokenError),
    #[error("nobody knows this level: {0}")]
    Level(String),
    #[error("the provider says {0}")]
    Said(String),
    #[error("the request is none that began here, or too late")]
    Unknown,
}

/// What a provider says about itself (OpenID Connect Discovery 1.0, 3).
#[derive(Debug, Deserialize)]
struct Discovered {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
}

#[derive(Debug, Deserialize)]
struct Tokens {
    id_token: String,
}

async fn discover(provider: &Provider) -> Result<Discovered, OidcError> {
    let base = provider.issuer.trim_end_matches('/');
    let url = format!("{base}/.well-known/openid-configuration");
    let found: Discovered = fetch::json(&url).await?;
    // Whoever answers in the provider's name must at least know it.
    if found.issuer != provider.issuer {
        return Err(OidcError::Strange("issuer"));
    }
    // The browser goes there: nothing but a page.
    if origin(&found.authorization_endpoint).is_none() {
        return Err(OidcError::Strange("authorization_endpoint"));
    }
    Ok(found)
}

/// Where to go afterwards.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Start {
    /// A path of the app, with its query: `/procedures/3.000347`.
    #[serde(default = "home", rename = "return")]
    #[param(rename = "return", required = false)]
    back_to: String,
}

fn home() -> String {
    "/".into()
}

/// Whether it leads to a page of this host and nowhere else. Browsers take `\` for `/`, and leave out tabs
/// and line ends (URL standard, WHATWG).
fn is_path(text: &str) -> bool {
    let mut bytes = text.bytes();
    let plain = text.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    text.len() <= LONGEST && plain && bytes.next() == Some(b'/') && bytes.next() != Some(b'/')
}

/// The path with a word about what became of the sign-in.
fn with_outcome(path: &str, outcome: &str) -> String {
    let (path, fragment) = match path.split_once('#') {
        Some((path, fragment)) => (path, format!("#{fragment}")),
        None => (path, String::new()),
    };
    let sign = if path.contains('?') { '&' } else { '?' };
    format!("{path}{sign}sign_in={outcome}{fragment}")
}

/// The portal's own address, as the browser knows it.
#[derive(Debug)]
pub(crate) struct Own(Option<String>);

impl FromRequestParts<Portal> for Own {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        portal: &Portal,
    ) -> Result<Self, Self::Rejection> {
        let visitor = Visitor::from_request_parts(parts, portal).await?;
        let host = parts.headers.get(header::HOST);
        let host = host.and_then(|host| host.to_str().ok());
        let scheme = if visitor.is_https() { "https" } else { "http" };
        let asked = host.and_then(|host| origin(&format!("{scheme}://{host}")));
        Ok(Self(portal.public_url.clone().or(asked)))
    }
}

/// Goes to the provider.
#[utoipa::path(
    get, path = "/session/oidc/start", operation_id = "beginSignIn", tag = "accounts",
    params(Start),
    responses(
        (status = 303, description = "To the provider; where it cannot be asked, back with `?sign_in=failed`", headers(("Location" = String))),
        (status = 400, description = "`return-path`: not a path of the app; `host`: the request does not say at which host", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, description = "`not-found`: there is no such way to sign in", body = ProblemDetails, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn start(
    State(portal): State<Portal>,
    visitor: Visitor,
    Own(own): Own,
    Query(start): Query<Start>,
) -> Result<Response, Refusal> {
    let provider = portal.oidc.clone().ok_or_else(Refusal::not_found)?;
    if !is_path(&start.back_to) {
        return Err(Refusal::new(
            StatusCode::BAD_REQUEST,
            "return-path",
            "This is no path of the app",
        ));
    }
    let discovered = match discover(&provider).await {
        Ok(discovered) => discovered,
        Err(error) => {
            eprintln!("portal-reference: sign-in: {error}");
            return Ok(see_other(&with_outcome(&start.back_to, "failed"), &[]));
        }
    };
    let own = own.ok_or_else(|| {
        Refusal::new(
            StatusCode::BAD_REQUEST,
            "host",
            "The request does not say at which host",
        )
    })?;
    let callback = format!("{own}{}/session/oidc/callback", portal.prefix);
    let secret = || random::secret().map_err(|error| Refusal::internal(&error));
    let (name, state, nonce, verifier) = (secret()?, secret()?, secret()?, secret()?);
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(&verifier));
    let query = query(&[
        ("response_type", "code"),
        ("client_id", &provider.client_id),
        ("redirect_uri", &callback),
        ("scope", &provider.scope),
        ("state", &state),
        ("nonce", &nonce),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
        // The device may be another person's: whoever was there before is not signed in again.
        ("prompt", "login"),
    ]);
    let row = (hash(&name), portal.clock.now());
    let insert = move |db: &mut Connection| {
        let sql = "INSERT INTO sign_in (id, state, nonce, verifier, callback, back_to, at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let (id, now) = row;
        db.execute(
            sql,
            params![
                id,
                state,
                nonce,
                verifier,
                callback,
                start.back_to,
                now.unix()
            ],
        )?;
        Ok::<_, Refusal>(())
    };
    portal.store.run(insert).await?;
    let endpoint = discovered.authorization_endpoint;
    let sign = if endpoint.contains('?') { '&' } else { '?' };
    let cookie = keep(&portal, &visitor, &name, HOLDS);
    Ok(see_other(&format!("{endpoint}{sign}{query}"), &[cookie]))
}

/// The cookie that joins going and coming back.
fn keep(portal: &Inner, visitor: &Visitor, name: &str, seconds: i64) -> HeaderValue {
    let (prefix, secure) = (&portal.prefix, session::secure(visitor));
    value(format!(
        "{COOKIE}={name}; Path={prefix}/session/oidc; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"
    ))
}

fn see_other(location: &str, cookies: &[HeaderValue]) -> Response {
    let mut headers = HeaderMap::new();
    let location = HeaderValue::from_str(location).unwrap_or(HeaderValue::from_static("/"));
    headers.insert(header::LOCATION, location);
    for cookie in cookies {
        headers.append(header::SET_COOKIE, cookie.clone());
    }
    (StatusCode::SEE_OTHER, headers).into_response()
}

fn query(pairs: &[(&str, &str)]) -> String {
    let pairs = pairs.iter().map(|(key, value)| {
        let value = utf8_percent_encode(value, NON_ALPHANUMERIC);
        format!("{key}={value}")
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// What was begun.
#[derive(Debug)]
struct Begun {
    state: String,
    nonce: String,
    verifier: String,
    callback: String,
    back_to: String,
}

/// What the provider sends the browser back with.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub(crate) struct Came {
    /// To be exchanged for the ID token.
    code: String,
    /// As it was sent.
    state: String,
    /// Why there is no code.
    error: String,
    /// Which provider says so (RFC 9207).
    iss: Option<String>,
}

/// Comes back from the provider.
#[utoipa::path(
    get, path = "/session/oidc/callback", operation_id = "endSignIn", tag = "accounts",
    params(Came),
    responses(
        (status = 303, description = "To the path that was asked for: with a session, or with `?sign_in=cancelled` or \
        `?sign_in=failed`", headers(("Location" = String), ("Set-Cookie" = String))),
        (status = 404, description = "`not-found`: there is no such way to sign in", body = ProblemDetails, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn callback(
    State(portal): State<Portal>,
    visitor: Visitor,
    headers: HeaderMap,
    Query(came): Query<Came>,
) -> Result<Response, Refusal> {
    let provider = portal.oidc.clone().ok_or_else(Refusal::not_found)?;
    let now = portal.clock.now();
    let name = cookie(&headers, COOKIE).unwrap_or_default().to_string();
    let state = came.state.clone();
    let begun = portal
        .store
        .run(move |db| take(db, &name, &state, now))
        .await?;
    let gone = keep(&portal, &visitor, "", 0);
    let Some(begun) = begun else {
        eprintln!("portal-reference: sign-in: {}", OidcError::Unknown);
        return Ok(see_other(&with_outcome("/", "failed"), &[gone]));
    };
    if came.error == "access_denied" {
        let back = with_outcome(&begun.back_to, "cancelled");
        return Ok(see_other(&back, &[gone]));
    }
    match person(&provider, &begun, &came, now).await {
        Ok((person, level)) => {
            let asks = visitor.clone();
            let sign_in = move |db: &mut Connection| {
                let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
                let account = of(&change, &person, now)?;
                let name = session::begin(&change, &asks, &account, level, now)?;
                change.commit()?;
                Ok::<_, Refusal>(name)
            };
            let name = portal.store.run(sign_in).await?;
            let cookie = session::set_cookie(&portal, &visitor, &name);
            Ok(see_other(&begun.back_to, &[gone, cookie]))
        }
        Err(error) => {
            eprintln!("portal-reference: sign-in: {error}");
            let back = with_outcome(&begun.back_to, "failed");
            Ok(see_other(&back, &[gone]))
        }
    }
}

/// What was begun under this name with this state, once.
fn take(
    db: &Connection,
    name: &str,
    state: &str,
    now: Moment,
) -> Result<Option<Begun>, StoreError> {
    let id = hash(name);
    let sql =
        "SELECT state, nonce, verifier, callback, back_to FROM sign_in WHERE id = ?1 AND at > ?2";
    let begun = db.query_row(sql, params![id, now.unix() - HOLDS], |row| {
        Ok(Begun {
            state: row.get(0)?,
            nonce: row.get(1)?,
            verifier: row.get(2)?,
            callback: row.get(3)?,
            back_to: row.get(4)?,
        })
    });
    let Some(begun) = begun.optional()? else {
        return Ok(None);
    };
    if !bool::from(begun.state.as_bytes().ct_eq(state.as_bytes())) {
        return Ok(None);
    }
    // Of two that come at once, one has deleted it.
    let deleted = db.execute("DELETE FROM sign_in WHERE id = ?1", [id])?;
    Ok((deleted == 1).then_some(begun))
}

/// Who it is, and how sure the provider is.
async fn person(
    provider: &Provider,
    begun: &Begun,
    came: &Came,
    now: Moment,
) -> Result<(Person, u8), OidcError> {
    if came.iss.as_ref().is_some_and(|iss| *iss != provider.issuer) {
        return Err(OidcError::Strange("iss"));
    }
    if !came.error.is_empty() {
        let word = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
        return Err(OidcError::Said(
            came.error.chars().filter(word).take(60).collect(),
        ));
    }
    let discovered = discover(provider).await?;
    let mut form = vec![
        ("grant_type", "authorization_code"),
        ("code", came.code.as_str()),
        ("redirect_uri", begun.callback.as_str()),
        ("code_verifier", begun.verifier.as_str()),
    ];
    // RFC 6749, 2.3.1: with a secret in the header, else only the name in the body.
    let secret = provider.client_secret.as_deref().map(|secret| {
        let encoded = |text| utf8_percent_encode(text, NON_ALPHANUMERIC);
        format!("{}:{}", encoded(&provider.client_id), encoded(secret))
    });
    if secret.is_none() {
        form.push(("client_id", provider.client_id.as_str()));
    }
    let tokens: Tokens =
        fetch::post(&discovered.token_endpoint, query(&form), secret.as_deref()).await?;
    let keys = fetch::json(&discovered.jwks_uri).await?;
    let claims = id_token::read(
        &tokens.id_token,
        &keys,
        &Expected {
            issuer: &provider.issuer,
            client_id: &provider.client_id,
            nonce: &begun.nonce,
            now: now.unix(),
        },
    )?;
    let level = (1..)
        .zip(&provider.acr)
        .find(|(_, acr)| **acr == claims.acr);
    let Some((level, _)) = level else {
        return Err(OidcError::Level(claims.acr.chars().take(60).collect()));
    };
    Ok((of_claims(provider, claims), level))
}

fn of_claims(provider: &Provider, claims: Claims) -> Person {
    use procedure::format::Format;
    let read = |format: Format, text: Option<String>| text.and_then(|text| format.read(&text).ok());
    Person {
        way: OIDC,
        // Only together they name somebody for ever (OpenID Connect Core, 5.7).
        subject: format!("{} {}", provider.issuer, claims.sub),
        name: claims.name.unwrap_or_default().chars().take(200).collect(),
        phone: read(Format::Phone, claims.phone_number),
        email: read(Format::Email, claims.email),
        personal_id: read(Format::PersonalId, claims.personal_id),
    }
}

/// Forgets sign-ins of those who did not come back.
///
/// # Errors
/// The database does not work.
pub(super) fn sweep(db: &Connection, now: Moment) -> Result<(), StoreError> {
    db.execute("DELETE FROM sign_in WHERE at <= ?1", [now.unix() - HOLDS])?;
    Ok(())
}

/// Checks addresses of a provider that somebody set up.
///
/// # Errors
/// It cannot be asked in a way that is safe.
pub(crate) fn check(provider: &Provider) -> Result<(), AddressError> {
    Address::read(&provider.issuer).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_the_app_are_gone_back_to() {
        for good in ["/", "/procedures/3.000347?x=1", "/a#b", "/%2F%2Fx", "/a//b"] {
            assert!(is_path(good), "{good}");
        }
        for bad in [
            "",
            "//x",
            "/\\x",
            "\\\\x",
            "x",
            "http://x",
            "/\t/x",
            "/x\r\ny: z",
            "/đ",
            " /",
            "javascript:alert(1)",
        ] {
            assert!(!is_path(bad), "{bad:?}");
        }
        assert!(!is_path(&format!("/{}", "x".repeat(LONGEST))));
    }

    #[test]
    fn the_outcome_stands_in_the_query() {
        for (path, wanted) in [
            ("/", "/?sign_in=failed"),
            ("/a?b=1", "/a?b=1&sign_in=failed"),
            ("/a#b", "/a?sign_in=failed#b"),
        ] {
            assert_eq!(with_outcome(path, "failed"), wanted);
        }
    }
}
