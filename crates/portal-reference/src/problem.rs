//! What the portal answers when it does not do what was asked: problem details (RFC 9457).

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use portal_wire::{ErrorDetail, PROBLEM_JSON, ProblemDetails};

use crate::store::StoreError;

/// Every type of problem starts with this. A name, not an address: there is nothing to fetch.
const KIND: &str = "urn:motcua:problem:";

/// An answer that says no.
#[derive(Debug)]
pub(crate) struct Refusal {
    body: Box<ProblemDetails>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Refusal {
    /// A refusal of the kind `name`; `title` says the kind in a few words.
    pub(crate) fn new(status: StatusCode, name: &str, title: &str) -> Self {
        let body = ProblemDetails {
            kind: format!("{KIND}{name}"),
            title: title.to_string(),
            status: status.as_u16(),
            ..ProblemDetails::default()
        };
        Self {
            body: Box::new(body),
            headers: Vec::new(),
        }
    }

    /// Says what happened this time.
    #[must_use]
    pub(crate) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.body.detail = detail.into();
        self
    }

    /// Points at something wrong in the body (RFC 6901).
    #[must_use]
    pub(crate) fn at(mut self, pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        self.body.errors.push(ErrorDetail {
            pointer: pointer.into(),
            detail: detail.into(),
        });
        self
    }

    /// Adds a header.
    #[must_use]
    pub(crate) fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    /// Nothing is at this address.
    pub(crate) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found", "Nothing is here")
    }

    /// The address does not know this method.
    pub(crate) fn method_not_allowed() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method-not-allowed",
            "This address does not take this method",
        )
    }

    /// Something broke on our side. What it was goes to the log, not to the caller.
    pub(crate) fn internal(error: &dyn std::fmt::Display) -> Self {
        eprintln!("portal-reference: {error}");
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "Something broke at the portal",
        )
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        StoreError::from(error).into()
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::internal(&error)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status =
            StatusCode::from_u16(self.body.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.extend(self.headers);
        let body = serde_json::to_vec(&self.body).unwrap_or_default();
        (status, headers, body).into_response()
    }
}
