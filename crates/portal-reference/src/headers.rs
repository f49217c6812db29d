//! Headers that every answer carries.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use portal_wire::PROBLEM_JSON;

use crate::clock::Clock;
use crate::problem::Refusal;

/// What the app needs, and nothing else: the camera takes pictures of papers.
const PERMISSIONS: &str = "accelerometer=(), camera=(self), display-capture=(), \
    encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), \
    publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

const CORP: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const COOP: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");

/// The headers of security, the same on every answer.
#[derive(Clone, Debug)]
pub(crate) struct Security(Arc<HeaderMap>);

impl Security {
    /// With `extra` as the one more origin that the app may talk to.
    pub(crate) fn new(extra: Option<&str>) -> Self {
        let mut headers = HeaderMap::new();
        for (name, value) in [
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::REFERRER_POLICY, "no-referrer"),
            (PERMISSIONS_POLICY, PERMISSIONS),
            (COOP, "same-origin"),
            (CORP, "same-origin"),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
        // An origin has only characters of headers; without it the policy is only stricter.
        let policy = HeaderValue::from_str(&policy(extra))
            .unwrap_or(HeaderValue::from_static("default-src 'none'"));
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        Self(Arc::new(headers))
    }
}

/// Content-Security-Policy, level 3. WebAssembly needs `wasm-unsafe-eval`; nothing else is lax.
fn policy(extra: Option<&str>) -> String {
    let connect = extra.map(|origin| format!(" {origin}")).unwrap_or_default();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' blob: data:; font-src 'self'; media-src 'self'; \
         connect-src 'self'{connect}; manifest-src 'self'; base-uri 'none'; form-action 'self'; \
         frame-ancestors 'none'"
    )
}

/// Puts the headers of security on every answer.
pub(crate) async fn secure(
    State(security): State<Security>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in security.0.iter() {
        response.headers_mut().insert(name, value.clone());
    }
    response
}

/// On answers of the API: nothing is kept unless it says so, and every error is a problem, those
/// of the framework included. The day is the portal's own: the app counts it where a device's clock is wrong.
pub(crate) async fn api(State(clock): State<Clock>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let status = response.status();
    let is_problem = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind == PROBLEM_JSON);
    if (status.is_client_error() || status.is_server_error()) && !is_problem {
        let title = status.canonical_reason().unwrap_or("Refused");
        let name = match status {
            StatusCode::PAYLOAD_TOO_LARGE => "body-too-large",
            _ => "request",
        };
        let problem = Refusal::new(status, name, title).into_response();
        let mut kept = std::mem::take(response.headers_mut());
        for gone in [header::CONTENT_TYPE, header::CONTENT_LENGTH] {
            kept.remove(gone);
        }
        response = problem;
        response.headers_mut().extend(kept);
    }
    let headers = response.headers_mut();
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    if let Ok(now) = HeaderValue::from_str(&clock.now().http()) {
        headers.insert(header::DATE, now);
    }
    response
}

/// Lets the app at other origins use the API (Fetch standard, CORS). Cookies are not among what they
/// may send, so an origin gets only what anyone without a browser gets: nobody is signed in there.
pub(crate) async fn share(
    State(origins): State<Arc<[String]>>,
    request: Request,
    next: Next,
) -> Response {
    let asked = request.headers().get(header::ORIGIN).cloned();
    let known = asked.filter(|asked| origins.iter().any(|origin| asked == origin.as_str()));
    let preflight = request.method() == Method::OPTIONS
        && request
            .headers()
            .contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
    let mut response = match (&known, preflight) {
        (Some(_), true) => (StatusCode::NO_CONTENT, PREFLIGHT).into_response(),
        _ => next.run(request).await,
    };
    let headers = response.headers_mut();
    headers.append(header::VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = known {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.insert(
            header::ACCESS_CONTROL_EXPOSE_HEADERS,
            HeaderValue::from_static(
                "Date, ETag, Location, Retry-After, Tus-Resumable, Tus-Version, Tus-Extension, \
                 Tus-Max-Size, Upload-Offset, Upload-Length",
            ),
        );
    }
    response
}

const PREFLIGHT: [(HeaderName, HeaderValue); 3] = [
    (
        header::ACCESS_CONTROL_ALLOW_METHODS,
        HeaderValue::from_static("GET, HEAD, POST, PATCH, DELETE"),
    ),
    (
        header::ACCESS_CONTROL_ALLOW_HEADERS,
        HeaderValue::from_static(
            "Authorization, Content-Type, Idempotency-Key, If-None-Match, Tus-Resumable, \
             Upload-Length, Upload-Metadata, Upload-Offset, X-HTTP-Method-Override",
        ),
    ),
    (
        header::ACCESS_CONTROL_MAX_AGE,
        HeaderValue::from_static("86400"),
    ),
];
