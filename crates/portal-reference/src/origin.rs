//! Addresses of other portals, as the command line gives them.

/// The origin of an `http` or `https` address, as browsers compare it: `https://x.vn:8443`.
/// `None` for anything else, and for whatever could break out of a header.
pub(crate) fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    if !matches!(scheme.as_str(), "http" | "https") {
        return None;
    }
    let odd = |c: char| c.is_whitespace() || c.is_control() || "\"'<>;,\\".contains(c);
    if rest.contains(odd) {
        return None;
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain = |b: u8| b.is_ascii_alphanumeric() || b".-:[]".contains(&b);
    let fits = !host.is_empty() && !host.starts_with(':') && host.bytes().all(plain);
    fits.then(|| format!("{scheme}://{}", host.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn only_plain_addresses_have_an_origin() {
        for (url, wanted) in [
            (
                "https://cong.example.vn/api",
                Some("https://cong.example.vn"),
            ),
            ("HTTP://LocalHost:8081", Some("http://localhost:8081")),
            ("http://[::1]:80/x?y#z", Some("http://[::1]:80")),
            ("https://user@host/", None),
            ("https://", None),
            ("https:///x", None),
            ("ftp://x", None),
            ("//x", None),
            ("https://x; script-src *", None),
            ("https://x/y z", None),
            ("https://đ.vn", None),
            ("", None),
        ] {
            assert_eq!(origin(url).as_deref(), wanted, "{url}");
        }
    }
}
