//! A request as the document describes it, still in its parts, so that each of them can be spoiled.

use std::fmt;
use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, Request};
use serde_json::Value;

use super::document::{Operation, Place};

/// Who asks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Who {
    Nobody,
    /// Signed in by phone: level 1.
    Citizen,
    /// Signed in at the provider: level 2. The dossiers are theirs.
    Owner,
    Officer,
}

impl Who {
    pub(crate) const ALL: [Self; 4] = [Self::Nobody, Self::Citizen, Self::Owner, Self::Officer];

    /// Whoever the document says may ask.
    pub(crate) fn may(operation: &Operation) -> Self {
        match operation.key.as_deref() {
            None => Self::Nobody,
            Some("session") => Self::Owner,
            Some("officer") => Self::Officer,
            Some(other) => panic!("nobody has a {other}"),
        }
    }

    /// Whether the document lets them in at all.
    pub(crate) fn may_ask(self, operation: &Operation) -> bool {
        match operation.key.as_deref() {
            Some("session") => matches!(self, Self::Citizen | Self::Owner),
            Some("officer") => self == Self::Officer,
            _ => true,
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) enum Sent {
    Nothing,
    Json(Value),
    /// Something else than JSON, or no JSON at all.
    Bytes {
        kind: Option<String>,
        bytes: Vec<u8>,
    },
}

#[derive(Clone, Debug)]
pub(crate) struct Try {
    pub(crate) who: Who,
    /// Name and value, percent-encoded where they stand in the address.
    pub(crate) parameters: Vec<(Place, String, Vec<u8>)>,
    pub(crate) sent: Sent,
    /// What was done to it, for whoever reads of a failure.
    pub(crate) spoiled: Vec<String>,
}

impl Try {
    /// Whether it has what the document demands.
    pub(crate) fn has_all(&self, operation: &Operation) -> bool {
        let has = |place, name: &str| {
            let mut all = self.parameters.iter();
            all.any(|(at, other, _)| *at == place && other == name)
        };
        let mut required = operation
            .parameters
            .iter()
            .filter(|parameter| parameter.is_required);
        required.all(|parameter| has(parameter.place, &parameter.name))
    }

    pub(crate) fn set(&mut self, place: Place, name: &str, value: impl Into<Vec<u8>>) {
        self.remove(place, name);
        self.parameters
            .push((place, name.to_string(), value.into()));
    }

    pub(crate) fn remove(&mut self, place: Place, name: &str) {
        self.parameters
            .retain(|(at, other, _)| (*at, other.as_str()) != (place, name));
    }

    fn address(&self, operation: &Operation) -> String {
        let text =
            |value: &[u8]| String::from_utf8(value.to_vec()).expect("what is encoded is ASCII");
        let mut address = format!("/api{}", operation.path);
        let mut query = Vec::new();
        for (place, name, value) in &self.parameters {
            match place {
                Place::Path => address = address.replace(&format!("{{{name}}}"), &text(value)),
                Place::Query => query.push(format!("{name}={}", text(value))),
                Place::Header => {}
            }
        }
        match query.is_empty() {
            true => address,
            false => format!("{address}?{}", query.join("&")),
        }
    }

    /// Put together, with what `who` shows.
    pub(crate) fn request(
        &self,
        operation: &Operation,
        shown: &[(&str, String)],
        from: SocketAddr,
    ) -> Request<Body> {
        let mut request = Request::builder()
            .method(operation.method.clone())
            .uri(self.address(operation))
            .header("host", "portal.example")
            // As on a real connection: every client has a limit of its own.
            .extension(ConnectInfo(from));
        for (name, value) in shown {
            request = request.header(*name, value);
        }
        for (place, name, value) in &self.parameters {
            if *place == Place::Header {
                let value = HeaderValue::from_bytes(value).expect("a header");
                request = request.header(name, value);
            }
        }
        let (kind, bytes) = match &self.sent {
            Sent::Nothing => (None, Vec::new()),
            Sent::Json(json) => (Some("application/json"), json.to_string().into_bytes()),
            Sent::Bytes { kind, bytes } => (kind.as_deref(), bytes.clone()),
        };
        if let Some(kind) = kind {
            let kind = HeaderValue::from_bytes(kind.as_bytes()).expect("a header");
            request = request.header("content-type", kind);
        }
        request.body(Body::from(bytes)).expect("a request")
    }

    /// As a failure tells it.
    pub(crate) fn told(&self, operation: &Operation) -> String {
        let headers = self
            .parameters
            .iter()
            .filter(|(place, ..)| *place == Place::Header);
        let headers: Vec<String> = headers
            .map(|(_, name, value)| format!("{name}: {}", short(&String::from_utf8_lossy(value))))
            .collect();
        format!(
            "{:?} asks {} {} {headers:?}\n    {}\n    spoiled: {}",
            self.who,
            operation.method,
            short(&self.address(operation)),
            self.sent,
            self.spoiled.join("; ")
        )
    }
}

impl fmt::Display for Sent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("no body"),
            Self::Json(json) => f.write_str(&short(&json.to_string())),
            Self::Bytes { kind, bytes } => {
                let text = String::from_utf8_lossy(bytes);
                write!(f, "{kind:?} {} bytes: {}", bytes.len(), short(&text))
            }
        }
    }
}

fn short(text: &str) -> String {
    let begin: String = text.chars().take(300).collect();
    match begin.len() == text.len() {
        true => begin,
        false => format!("{begin}..."),
    }
}
