//! JSON in and out: bodies of bounded size, mistakes with a pointer, answers that can be cached.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;
use sha2::{Digest, Sha256};

use crate::problem::Refusal;

/// Most bytes of a JSON body. Answers are text; files go another way.
pub(crate) const MAX_BODY: usize = 1 << 20;

/// How long a JSON body may take. The app waits for an answer for half a minute.
const LONGEST: Duration = Duration::from_secs(120);

/// A body of JSON.
#[derive(Debug)]
pub(crate) struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Sync> FromRequest<S> for Json<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        if !is_json(request.headers()) {
            return Err(Refusal::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "not-json",
                "The body must be application/json",
            ));
        }
        let bytes = read(request.into_body()).await?;
        parse(&bytes).map(Self)
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        match serde_json::to_vec(&self.0) {
            Ok(body) => ([(header::CONTENT_TYPE, JSON)], body).into_response(),
            Err(error) => Refusal::internal(&error).into_response(),
        }
    }
}

const JSON: HeaderValue = HeaderValue::from_static("application/json");

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json") || kind.to_ascii_lowercase().ends_with("+json")
}

async fn read(body: Body) -> Result<axum::body::Bytes, Refusal> {
    let Ok(read) = tokio::time::timeout(LONGEST, to_bytes(body, MAX_BODY)).await else {
        return Err(Refusal::later(
            "body-timeout",
            "The body did not come in time",
            1,
        ));
    };
    read.map_err(|error| {
        let limit = std::error::Error::source(&error)
            .is_some_and(|cause| cause.is::<http_body_util::LengthLimitError>());
        if limit {
            Refusal::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "body-too-large",
                "The body is too large",
            )
            .detail(format!("a JSON body has at most {MAX_BODY} bytes"))
        } else {
            Refusal::cut()
        }
    })
}

/// Parses, and says where it went wrong.
fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    // serde reads a list of its values for a struct; the contract has objects only.
    if bytes.trim_ascii_start().starts_with(b"[") {
        return Err(malformed("a list, and an object is wanted").at("", "an object is wanted"));
    }
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let read = serde_path_to_error::deserialize(&mut json);
    let value = read.map_err(|error| {
        let refusal = malformed(error.inner().to_string());
        // Where the text is not JSON at all, a place in it says nothing.
        if error.inner().is_data() {
            let words = error.inner().to_string();
            refusal.at(pointer(error.path()), words)
        } else {
            refusal
        }
    })?;
    json.end().map_err(|error| malformed(error.to_string()))?;
    Ok(value)
}

fn malformed(detail: impl Into<String>) -> Refusal {
    Refusal::new(
        StatusCode::BAD_REQUEST,
        "malformed-json",
        "The body is not the JSON that is wanted here",
    )
    .detail(detail)
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    let mut out = String::new();
    for segment in path {
        let part = match segment {
            Segment::Seq { index } => index.to_string(),
            Segment::Map { key } => key.replace('~', "~0").replace('/', "~1"),
            Segment::Enum { .. } | Segment::Unknown => continue,
        };
        out.push('/');
        out.push_str(&part);
    }
    out
}

/// A weak ETag: the body may be sent compressed, and then its bytes differ.
pub(crate) fn etag(body: &[u8]) -> String {
    let hash = Sha256::digest(body);
    let hex: String = hash[..12]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("W/\"{hex}\"")
}

/// A reader may keep it, and asks each time whether it is still right: it may change today.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");

/// JSON that may be kept; 304 where the caller has it already.
pub(crate) fn cached(asked: &HeaderMap, body: impl Into<axum::body::Bytes>) -> Response {
    cached_as(JSON, asked, body.into())
}

/// The same for another kind of body.
pub(crate) fn cached_as(kind: HeaderValue, asked: &HeaderMap, body: axum::body::Bytes) -> Response {
    let tag = etag(&body);
    let headers = [
        (header::CACHE_CONTROL, ASK_AGAIN),
        (
            header::ETAG,
            HeaderValue::from_str(&tag).unwrap_or(HeaderValue::from_static("W/\"\"")),
        ),
        (header::CONTENT_TYPE, kind),
        // Of a 304 too, of which compression takes no notice (RFC 9110, 15.4.5).
        (header::VARY, HeaderValue::from_static("accept-encoding")),
    ];
    if has(asked, &tag) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    (headers, body).into_response()
}

/// Whether If-None-Match names this tag (RFC 9110, 13.1.2: compared weakly).
fn has(asked: &HeaderMap, tag: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_string();
    asked
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|one| one.trim() == "*" || bare(one) == bare(tag))
}

#[cfg(test)]
mod tests {
    use super::*;
    use portal_wire::NewStatus;

    #[test]
    fn a_mistake_is_pointed_at() {
        let check = |text: &str, pointers: &[&str]| {
            let refusal = parse::<NewStatus>(text.as_bytes()).expect_err(text);
            let shown = format!("{refusal:?}");
            for pointer in pointers {
                assert!(shown.contains(pointer), "{shown}");
            }
            assert_eq!(
                shown.contains("ErrorDetail"),
                !pointers.is_empty(),
                "{shown}"
            );
        };
        check(r#"{"status": "sent"}"#, &["/status"]);
        check(r#"{"status": "accepted", "note": 5}"#, &["/note"]);
        check(r#"{"status": "acc"#, &[]);
        check(r#"{"status": "accepted"} x"#, &[]);
        check("", &[]);
        // What serde would read for an object.
        check(r#" ["accepted", null]"#, &[""]);
    }

    #[test]
    fn a_tag_is_known_again() {
        let tag = etag(b"{}");
        for (asked, known) in [
            (tag.clone(), true),
            (format!("\"x\", {tag}"), true),
            (tag.trim_start_matches("W/").to_string(), true),
            ("*".to_string(), true),
            ("\"x\"".to_string(), false),
        ] {
            let mut headers = HeaderMap::new();
            let value = HeaderValue::from_str(&asked).expect("a header");
            headers.insert(header::IF_NONE_MATCH, value);
            assert_eq!(has(&headers, &tag), known, "{asked}");
        }
    }
}
