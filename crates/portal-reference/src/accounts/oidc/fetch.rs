//! Asking the provider. Over plain HTTP, and so only on this computer: this program speaks no TLS.

use std::time::Duration;

use axum::http::header;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::{Request, Uri};
use hyper_util::rt::TokioIo;
use serde::de::DeserializeOwned;
use tokio::net::TcpStream;

/// How long an answer may take. Somebody waits for it before an empty page.
const PATIENCE: Duration = Duration::from_secs(10);
/// Most bytes of an answer.
const LARGEST: usize = 256 << 10;

/// Why the provider did not answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FetchError {
    #[error(transparent)]
    Address(#[from] AddressError),
    #[error("{0}")]
    Io(#[from] std::io::Error),
    #[error("{0}")]
    Http(#[from] hyper::Error),
    #[error("the request cannot be written: {0}")]
    Request(#[from] hyper::http::Error),
    #[error("the answer is too large or broke off: {0}")]
    Body(Box<dyn std::error::Error + Send + Sync>),
    #[error("it answered {0}")]
    Status(hyper::StatusCode),
    #[error("the answer is not the JSON that is wanted: {0}")]
    Json(#[from] serde_json::Error),
    #[error("it did not answer in time")]
    Slow,
}

/// Why an address is not asked.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AddressError {
    /// Somebody on the way could read and change everything.
    #[error("{0} is neither https:// nor on this computer (127.0.0.1, [::1], localhost)")]
    Open(String),
    /// It would be safe, but not with this program.
    #[error(
        "{0}: this program speaks no TLS. Put a proxy on this computer in front of the provider, or try it out \
         with the stand-in for VNeID"
    )]
    Tls(String),
    /// It is no address.
    #[error("{0} is no address of a provider")]
    Strange(String),
}

/// The address of something on this computer.
#[derive(Debug)]
pub(crate) struct Address {
    host: String,
    port: u16,
    authority: String,
    path: String,
}

impl Address {
    /// Reads an address.
    ///
    /// # Errors
    /// It is not to be asked.
    pub(crate) fn read(url: &str) -> Result<Self, AddressError> {
        let strange = || AddressError::Strange(url.into());
        let uri: Uri = url.parse().map_err(|_| strange())?;
        let authority = uri.authority().ok_or_else(strange)?;
        if authority.as_str().contains('@') || uri.query().is_some() {
            return Err(strange());
        }
        match uri.scheme_str() {
            Some("http") => {}
            Some("https") => return Err(AddressError::Tls(url.into())),
            _ => return Err(strange()),
        }
        let host = authority.host().trim_matches(['[', ']']);
        let is_here = host == "localhost"
            || host
                .parse::<std::net::IpAddr>()
                .is_ok_and(|ip| ip.is_loopback());
        if !is_here {
            return Err(AddressError::Open(url.into()));
        }
        Ok(Self {
            host: host.to_string(),
            port: authority.port_u16().unwrap_or(80),
            authority: authority.to_string(),
            path: uri.path().to_string(),
        })
    }
}

/// Gets JSON.
pub(super) async fn json<T: DeserializeOwned>(url: &str) -> Result<T, FetchError> {
    let address = Address::read(url)?;
    let request = Request::get(&address.path).body(Full::default())?;
    ask(&address, request).await
}

/// Sends a form, with a name and a secret where there are some, and gets JSON.
pub(super) async fn post<T: DeserializeOwned>(
    url: &str,
    form: String,
    secret: Option<&str>,
) -> Result<T, FetchError> {
    let address = Address::read(url)?;
    let mut request = Request::post(&address.path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    if let Some(secret) = secret {
        let basic = format!("Basic {}", STANDARD.encode(secret));
        request = request.header(header::AUTHORIZATION, basic);
    }
    ask(&address, request.body(Full::from(form))?).await
}

async fn ask<T: DeserializeOwned>(
    address: &Address,
    request: Request<Full<Bytes>>,
) -> Result<T, FetchError> {
    let bytes = tokio::time::timeout(PATIENCE, send(address, request))
        .await
        .map_err(|_| FetchError::Slow)??;
    Ok(serde_json::from_slice(&bytes)?)
}

async fn send(address: &Address, mut request: Request<Full<Bytes>>) -> Result<Bytes, FetchError> {
    let headers = request.headers_mut();
    let host =
        header::HeaderValue::from_str(&address.authority).map_err(hyper::http::Error::from)?;
    headers.insert(header::HOST, host);
    let accept = header::HeaderValue::from_static("application/json");
    headers.insert(header::ACCEPT, accept);
    let stream = TcpStream::connect((address.host.as_str(), address.port)).await?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    // It ends with the answer; what went wrong with it is the answer's error.
    let connection = tokio::spawn(connection);
    let response = sender.send_request(request).await?;
    let status = response.status();
    let body = Limited::new(response.into_body(), LARGEST);
    let body = body.collect().await.map_err(FetchError::Body);
    connection.abort();
    if !status.is_success() {
        return Err(FetchError::Status(status));
    }
    Ok(body?.to_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_asked_over_an_open_network() {
        for good in [
            "http://127.0.0.1:9000",
            "http://127.9.9.9/x",
            "http://[::1]:9000/x",
            "http://localhost:1/oidc",
        ] {
            assert!(Address::read(good).is_ok(), "{good}");
        }
        for open in [
            "http://vneid.example",
            "http://192.0.2.1:9000",
            "http://localhost.example/",
            "http://127.0.0.1.example/",
            "http://0.0.0.0/",
        ] {
            let error = Address::read(open).expect_err(open);
            assert!(matches!(error, AddressError::Open(_)), "{open}: {error}");
        }
        let error = Address::read("https://vneid.example").expect_err("TLS");
        assert!(matches!(error, AddressError::Tls(_)));
        for strange in [
            "",
            "x",
            "/x",
            "ftp://127.0.0.1",
            "http://a@127.0.0.1/",
            "http://",
        ] {
            let error = Address::read(strange).expect_err(strange);
            assert!(
                matches!(error, AddressError::Strange(_)),
                "{strange}: {error}"
            );
        }
    }
}
