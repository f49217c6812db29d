//! What the portal answers when it does not do what was asked: problem details (RFC 9457).

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use portal_wire::{ErrorDetail, PROBLEM_JSON, PROBLEM_TYPES, ProblemDetails};

use crate::store::StoreError;

/// For how long a database that is in use is left alone, in seconds.
const BUSY: u64 = 5;

/// An answer that says no: for good (4xx), not now (503), or that something broke (500).
///
/// A 4xx is a decision: asking again would change nothing. So what depends on the connection or on
/// the hour is a 503 with Retry-After, though HTTP has 400 and 408 for some of it.
#[derive(Debug)]
pub(crate) struct Refusal {
    body: Box<ProblemDetails>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Refusal {
    /// A refusal of the kind `name`; `title` says the kind in a few words.
    pub(crate) fn new(status: StatusCode, name: &str, title: &str) -> Self {
        let body = ProblemDetails {
            kind: format!("{PROBLEM_TYPES}{name}"),
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

    /// A refusal that says nothing of what was asked: the same may work in so many seconds.
    pub(crate) fn later(name: &str, title: &str, seconds: u64) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, name, title)
            .header(header::RETRY_AFTER, HeaderValue::from(seconds))
    }

    /// The connection broke before all was here.
    pub(crate) fn cut() -> Self {
        Self::later("body-cut", "The body did not arrive whole", 1)
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
        use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked, DiskFull};
        let code = match &error {
            StoreError::Sqlite(error) => error.sqlite_error_code(),
            _ => None,
        };
        match code {
            Some(DatabaseBusy | DatabaseLocked) => {
                eprintln!("portal-reference: {error}");
                Self::later("busy", "The portal has too much to do", BUSY)
            }
            Some(DiskFull) => {
                eprintln!("portal-reference: {error}");
                Self::later("disk-full", "The portal has no room", 60)
            }
            _ => Self::internal(&error),
        }
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

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use rusqlite::Connection;

    use super::*;
    use crate::store::Store;

    #[test]
    fn a_database_that_is_in_use_is_no_decision() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("portal.sqlite");
        let store = Store::open(&path).expect("a database");
        let write = || {
            store.now(|db| {
                db.busy_timeout(Duration::ZERO)?;
                db.execute("DELETE FROM upload", [])
                    .map_err(StoreError::from)
            })
        };
        let other = Connection::open(&path).expect("the same database");
        other.execute_batch("BEGIN IMMEDIATE").expect("a lock");
        let error = write().expect_err("it is locked");
        let response = Refusal::from(error).into_response();
        assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(response.headers()[header::RETRY_AFTER], "5");
        other.execute_batch("COMMIT").expect("the lock");
        write().expect("a write");

        let broken = store.now(|db| db.execute("DELETE FROM nothing", []));
        let error = StoreError::from(broken.expect_err("no table"));
        let response = Refusal::from(error).into_response();
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    }
}
