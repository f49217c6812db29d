//! Whether a form came from a page of this site. Cookies that are `SameSite=Strict` keep other sites out
//! too; this holds where a browser does not know them, and for neighbours at the same host name.

use axum::http::{HeaderMap, header};

use crate::client::Forwarded;

const SEC_FETCH_SITE: &str = "sec-fetch-site";

/// Whether a request says that a page of this site sent it. One that says nothing is not believed: all
/// browsers that are in use say one of the two.
pub(crate) fn is_own(headers: &HeaderMap, forwarded: &Forwarded) -> bool {
    let said = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match said(header::ORIGIN.as_str()) {
        // `null` tells nothing: a page whose origin is hidden, or that says nothing of itself.
        None | Some("null") => said(SEC_FETCH_SITE) == Some("same-origin"),
        Some(origin) => {
            let host = forwarded.host.as_deref().or(said(header::HOST.as_str()));
            let (Some((scheme, of)), Some(host)) = (origin.split_once("://"), host) else {
                return false;
            };
            // Where it is known that the page came over https, a page over http is another site. Elsewhere
            // a proxy that nobody has named may stand in front, and either may be right.
            let fits = scheme == "https" || (scheme == "http" && !forwarded.is_https);
            fits && of.eq_ignore_ascii_case(host)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_the_same_host_and_port() {
        let check = |origin: &str, fetch: &str, is_https: bool, own: bool| {
            let mut headers = HeaderMap::new();
            headers.insert("host", "portal.example:8080".parse().expect("a header"));
            for (name, value) in [("origin", origin), ("sec-fetch-site", fetch)] {
                if !value.is_empty() {
                    headers.insert(name, value.parse().expect("a header"));
                }
            }
            let host = None;
            let forwarded = Forwarded { is_https, host };
            assert_eq!(is_own(&headers, &forwarded), own, "{origin} {fetch}");
        };
        check("http://portal.example:8080", "", false, true);
        check("https://Portal.example:8080", "", false, true);
        check("http://portal.example:8080", "", true, false);
        check("https://portal.example:8080", "", true, true);
        check("http://portal.example", "", false, false);
        check("http://evil.example:8080", "same-origin", false, false);
        check("http://portal.example:8080.evil.example", "", false, false);
        check("null", "", false, false);
        check("null", "same-origin", false, true);
        check("null", "cross-site", false, false);
        check("", "same-origin", false, true);
        check("", "same-site", false, false);
        check("", "none", false, false);
        check("", "", false, false);
        check("portal.example:8080", "", false, false);
    }

    #[test]
    fn behind_a_trusted_proxy_the_host_is_what_it_says() {
        let mut headers = HeaderMap::new();
        headers.insert("host", "127.0.0.1:9000".parse().expect("a header"));
        headers.insert(
            "origin",
            "https://portal.example".parse().expect("a header"),
        );
        let forwarded = Forwarded {
            is_https: true,
            host: Some("portal.example".into()),
        };
        assert!(is_own(&headers, &forwarded));
        assert!(!is_own(&headers, &Forwarded::default()));
    }
}
