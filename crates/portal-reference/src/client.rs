//! Whose tries are counted together: one client, as far as its address tells.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;

use crate::state::Portal;

/// What proxies say of whom they speak for, the last proxy last. Anybody can write it.
const FORWARDED: &str = "x-forwarded-for";

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
}
