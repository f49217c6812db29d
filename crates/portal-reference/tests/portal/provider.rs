//! A provider that a test has in its hands: it signs with a key of its own, and tells every lie that is asked
//! of it.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use portal_wire::endpoint;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;

use crate::common::{Reply, TestPortal, cookie};

/// 22 November 2026, 08:00 in Vietnam, as the tests' clocks begin.
const NOW: i64 = 1_795_309_200;

/// Subject, name, personal ID.
pub(crate) const PEOPLE: [(&str, &str, &str); 4] = [
    ("mau-1", "NGUYỄN VĂN MẪU", "001099000001"),
    ("mau-2", "TRẦN THỊ MẪU", "001199000002"),
    ("mau-3", "MẪU", "001192000003"),
    ("mau-4", "H'MẪU NIÊ", "066192000004"),
];

/// What is wrong with the next answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Lie {
    None,
    Nonce,
    Issuer,
    Audience,
    Expired,
    NotYet,
    AlgNone,
    AlgHs256,
    OtherKey,
    Level,
    NoSubject,
    /// A page instead of JSON.
    Html,
    /// The code is refused.
    Refused,
    /// The browser comes back in another provider's name.
    OtherIss,
    /// Nothing works.
    Down,
}

struct Inner {
    issuer: String,
    lie: Lie,
    who: usize,
    level: u8,
    nonce: String,
    challenge: String,
}

type Shared = Arc<Mutex<Inner>>;

/// The provider. It ends with the test.
pub(crate) struct VneId {
    pub(crate) issuer: String,
    inner: Shared,
}

/// A sign-in that has begun.
#[derive(Clone, Debug)]
pub(crate) struct Begun {
    pub(crate) location: String,
    /// As the portal sets it.
    pub(crate) set: String,
    /// As the browser sends it back.
    pub(crate) cookie: String,
}

impl Begun {
    /// A value of the query, decoded.
    pub(crate) fn value(&self, key: &str) -> String {
        let (_, query) = self.location.split_once('?').expect("a query");
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let (_, value) = pairs.find(|(name, _)| *name == key).expect(key);
        let decoded = percent_encoding::percent_decode_str(value);
        decoded.decode_utf8().expect("a text").into_owned()
    }
}

impl VneId {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let inner = Arc::new(Mutex::new(Inner {
            issuer: issuer.clone(),
            lie: Lie::None,
            who: 0,
            level: 2,
            nonce: String::new(),
            challenge: String::new(),
        }));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/jwks", get(jwks))
            .route("/token", post(token))
            .with_state(inner.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { issuer, inner }
    }

    pub(crate) fn lie(&self, lie: Lie) {
        self.inner.lock().expect("no panic").lie = lie;
    }

    /// Begins to sign in at the portal.
    pub(crate) async fn begin(&self, portal: &TestPortal, back_to: &str) -> Begun {
        let path = format!("/api{}", endpoint::sign_in_elsewhere(back_to));
        let headers = [("host", "portal.example")];
        self.lie(Lie::None);
        let reply = portal.ask(Method::GET, &path, &headers, "").await;
        assert_eq!(reply.status, 303, "{reply:?}");
        let set = reply.header("set-cookie").to_string();
        Begun {
            location: reply.header("location").to_string(),
            cookie: set.split(';').next().unwrap_or_default().to_string(),
            set,
        }
    }

    /// Knows who comes back, and what they are told.
    pub(crate) fn expects(&self, begun: &Begun, who: usize, level: u8, lie: Lie) {
        let mut inner = self.inner.lock().expect("no panic");
        inner.lie = lie;
        inner.who = who;
        inner.level = level;
        inner.nonce = begun.value("nonce");
        inner.challenge = begun.value("code_challenge");
    }

    /// Comes back as one of the people.
    pub(crate) async fn come_back(
        &self,
        portal: &TestPortal,
        begun: &Begun,
        who: usize,
        level: u8,
        lie: Lie,
    ) -> Reply {
        self.expects(begun, who, level, lie);
        let iss = match lie {
            Lie::OtherIss => "http://127.0.0.1:1",
            _ => &self.issuer,
        };
        let path = format!(
            "/api/session/oidc/callback?code=good&state={}&iss={}",
            begun.value("state"),
            endpoint::encode(iss)
        );
        let headers = [("host", "portal.example"), ("cookie", &begun.cookie)];
        portal.ask(Method::GET, &path, &headers, "").await
    }

    /// Signs in as one of the people, and gives the cookie.
    pub(crate) async fn sign_in(&self, portal: &TestPortal, who: usize, level: u8) -> String {
        let begun = self.begin(portal, "/x").await;
        let reply = self.come_back(portal, &begun, who, level, Lie::None).await;
        assert_eq!(reply.header("location"), "/x", "{reply:?}");
        cookie(&reply)
    }
}

struct Json(Value);

impl IntoResponse for Json {
    fn into_response(self) -> Response {
        let kind = [(header::CONTENT_TYPE, "application/json")];
        (kind, self.0.to_string()).into_response()
    }
}

async fn discovery(State(inner): State<Shared>) -> Response {
    let inner = inner.lock().expect("no panic");
    if inner.lie == Lie::Down {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let issuer = &inner.issuer;
    Json(json!({
        "issuer": issuer, "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"), "jwks_uri": format!("{issuer}/jwks"), "more": [],
    }))
    .into_response()
}

fn key(seed: u8) -> SigningKey {
    SigningKey::from_slice(&[seed; 32]).expect("a key")
}

async fn jwks() -> Json {
    let point = key(7).verifying_key().to_sec1_point(false);
    let (x, y) = (point.x().expect("x"), point.y().expect("y"));
    let encode = |part: &[u8]| URL_SAFE_NO_PAD.encode(part);
    Json(json!({"keys": [
        {"kty": "RSA", "kid": "other", "n": "AQAB", "e": "AQAB", "use": "sig"},
        {"kty": "EC", "crv": "P-256", "kid": "one", "x": encode(x), "y": encode(y), "use": "sig", "alg": "ES256"},
    ]}))
}

async fn token(State(inner): State<Shared>, form: String) -> Response {
    let inner = inner.lock().expect("no panic");
    let value = |key: &str| {
        let mut pairs = form.split('&').filter_map(|pair| pair.split_once('='));
        let found = pairs.find(|(name, _)| *name == key);
        found
            .map(|(_, value)| value.to_string())
            .unwrap_or_default()
    };
    // As RFC 7636 has it.
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(value("code_verifier")));
    let is_right = challenge == inner.challenge
        && value("code") == "good"
        && value("client_id") == "motcua"
        && value("grant_type") == "authorization%5Fcode";
    if !is_right || inner.lie == Lie::Refused {
        return (
            StatusCode::BAD_REQUEST,
            Json(json!({"error": "invalid_grant"})),
        )
            .into_response();
    }
    if inner.lie == Lie::Html {
        return ([(header::CONTENT_TYPE, "text/html")], "<p>Hello</p>").into_response();
    }
    let (sub, name, id) = PEOPLE[inner.who];
    let lie = |lie: Lie, is: &str, else_is: &str| match inner.lie == lie {
        true => is.to_string(),
        false => else_is.to_string(),
    };
    let mut claims = json!({
        "iss": lie(Lie::Issuer, "http://127.0.0.1:1", &inner.issuer),
        "aud": lie(Lie::Audience, "another", "motcua"),
        "nonce": lie(Lie::Nonce, "another", &inner.nonce),
        "acr": lie(Lie::Level, "vneid:3", &format!("vneid:{}", inner.level)),
        "sub": lie(Lie::NoSubject, "", sub),
        "exp": NOW + 24 * 3600, "iat": NOW - 10, "name": name, "personal_id": id,
        "phone_number": "+84912345678", "email": "mau@vidu.vn",
    });
    match inner.lie {
        Lie::Expired => claims["exp"] = json!(NOW - 3600),
        Lie::NotYet => claims["iat"] = json!(NOW + 24 * 3600),
        _ => {}
    }
    let alg = match inner.lie {
        Lie::AlgNone => "none",
        Lie::AlgHs256 => "HS256",
        _ => "ES256",
    };
    let encode = |json: Value| URL_SAFE_NO_PAD.encode(json.to_string());
    let signed = format!(
        "{}.{}",
        encode(json!({"alg": alg, "kid": "one"})),
        encode(claims)
    );
    let key = key(if inner.lie == Lie::OtherKey { 8 } else { 7 });
    let signature: Signature = key.sign(signed.as_bytes());
    let signature = match inner.lie {
        Lie::AlgNone => String::new(),
        _ => URL_SAFE_NO_PAD.encode(signature.to_bytes()),
    };
    Json(json!({"id_token": format!("{signed}.{signature}"), "access_token": "x", "token_type": "Bearer"})).into_response()
}
