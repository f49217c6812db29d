//! Whose tries are counted together: one client, as far as its address tells.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;

use crate::state::Portal;

/// What proxies say of whom they speak for, the last proxy last. Anybody can write it.
const FORWARDED: &str = "x-forwarded-for";

/// What the next proxy says of how it was asked: `http` or `https`.
const PROTOCOL: &str = "x-forwarded-proto";
/// The host that the next proxy was asked for.
const HOST: &str = "x-forwarded-host";

/// What a trusted proxy in front of the portal says of a request; nothing where none stands there.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Forwarded {
    /// Whether it came over https.
    pub is_https: bool,
    /// The host that it was for.
    pub host: Option<String>,
}

impl Forwarded {
    /// What is said in these headers to a portal that trusts these proxies. Where several proxies have
    /// spoken, the nearest is heard.
    pub(crate) fn read(peer: Option<IpAddr>, headers: &HeaderMap, trusted: &[IpAddr]) -> Self {
        let peer = peer.map(|peer| peer.to_canonical());
        if !peer.is_some_and(|peer| trusted.contains(&peer)) {
            return Self::default();
        }
        let said = |name| {
            let lines = headers.get_all(name).iter();
            let last = lines.filter_map(|line| line.to_str().ok()).next_back()?;
            let last = last.rsplit(',').next().unwrap_or_default().trim();
            (!last.is_empty()).then(|| last.to_ascii_lowercase())
        };
        Self {
            is_https: said(PROTOCOL).as_deref() == Some("https"),
            host: said(HOST),
        }
    }
}

/// A client, as tries are counted: its address of version 4, or its network of version 6, of which
/// one household or office has all addresses. Where no address is known, all are one client.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Client(pub String);

impl FromRequestParts<Portal> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let address = peer.map(|ConnectInfo(peer)| {
            spoken_for(peer.ip(), &parts.headers, &portal.trusted_proxies)
        });
        Ok(Self(
            address.map_or_else(|| "unknown".to_string(), together),
        ))
    }
}

impl FromRequestParts<Portal> for Forwarded {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map(|ConnectInfo(peer)| peer.ip());
        Ok(Self::read(peer, &parts.headers, &portal.trusted_proxies))
    }
}

/// The address of the client: the peer's, or what trusted proxies say, back to the first one that
/// is not trusted. What that one says may be a lie.
fn spoken_for(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    let mut address = peer.to_canonical();
    let said = headers.get_all(FORWARDED).iter().rev();
    let mut said = said.flat_map(|value| value.to_str().unwrap_or_default().rsplit(','));
    while trusted.contains(&address) {
        match said.next().map(|one| one.trim().parse::<IpAddr>()) {
            Some(Ok(next)) => address = next.to_canonical(),
            _ => break,
        }
    }
    address
}

fn together(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_trusted_proxies_are_believed() {
        let check = |peer: &str, said: &[&str], client: &str| {
            let mut headers = HeaderMap::new();
            for line in said {
                headers.append(FORWARDED, line.parse().expect("a header"));
            }
            let trusted = ["10.0.0.1", "10.0.0.2"].map(|ip| ip.parse().expect("an address"));
            let peer = peer.parse().expect("an address");
            let found = together(spoken_for(peer, &headers, &trusted));
            assert_eq!(found, client, "{peer} {said:?}");
        };
        check("192.0.2.1", &[], "192.0.2.1");
        check("192.0.2.1", &["198.51.100.1"], "192.0.2.1");
        check("::ffff:192.0.2.1", &[], "192.0.2.1");
        check("2001:db8:1:2:3:4:5:6", &[], "2001:db8:1:2::/64");
        check("10.0.0.1", &[], "10.0.0.1");
        check("10.0.0.1", &["198.51.100.1"], "198.51.100.1");
        check("::ffff:10.0.0.1", &["198.51.100.1"], "198.51.100.1");
        check("10.0.0.1", &["203.0.113.1,198.51.100.1"], "198.51.100.1");
        check(
            "10.0.0.1",
            &["203.0.113.1, 198.51.100.1, 10.0.0.2"],
            "198.51.100.1",
        );
        check(
            "10.0.0.1",
            &["203.0.113.1", "198.51.100.1", "10.0.0.2"],
            "198.51.100.1",
        );
        check("10.0.0.1", &["2001:db8::1"], "2001:db8::/64");
        check("10.0.0.1", &["198.51.100.1, x"], "10.0.0.1");
        check("10.0.0.1", &["198.51.100.1, x, 10.0.0.2"], "10.0.0.2");
        check("10.0.0.1", &[""], "10.0.0.1");
    }

    #[test]
    fn only_a_trusted_proxy_says_how_it_was_asked() {
        let check = |peer: Option<&str>, protocol: &str, is_https: bool, host: Option<&str>| {
            let mut headers = HeaderMap::new();
            headers.insert(PROTOCOL, protocol.parse().expect("a header"));
            headers.insert(HOST, "Cong.example".parse().expect("a header"));
            let trusted = ["10.0.0.1".parse().expect("an address")];
            let peer = peer.map(|peer| peer.parse().expect("an address"));
            let host = host.map(String::from);
            let wanted = Forwarded { is_https, host };
            assert_eq!(
                Forwarded::read(peer, &headers, &trusted),
                wanted,
                "{peer:?}"
            );
        };
        check(None, "https", false, None);
        check(Some("192.0.2.1"), "https", false, None);
        check(Some("10.0.0.1"), "https", true, Some("cong.example"));
        check(Some("::ffff:10.0.0.1"), "HTTPS", true, Some("cong.example"));
        check(Some("10.0.0.1"), "http", false, Some("cong.example"));
        check(Some("10.0.0.1"), "https, http", false, Some("cong.example"));
        check(Some("10.0.0.1"), "", false, Some("cong.example"));
    }
}
