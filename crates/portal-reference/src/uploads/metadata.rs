//! The `Upload-Metadata` header: `filename YW5o, other`, values in Base64.

use axum::http::HeaderValue;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// As long as file systems let a name be.
const LONGEST: usize = 255;

/// The file's name, without folders and control characters; empty where none is given. `None`
/// where the header cannot be read.
pub(super) fn file_name(header: &HeaderValue) -> Option<String> {
    let mut name = String::new();
    for pair in header.to_str().ok()?.split(',') {
        let mut parts = pair.split_whitespace();
        let key = parts.next()?;
        let value = parts.next().unwrap_or_default();
        if parts.next().is_some() {
            return None;
        }
        let value = STANDARD.decode(value).ok()?;
        if key == "filename" {
            name = tidy(&String::from_utf8(value).ok()?);
        }
    }
    Some(name)
}

fn tidy(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean = last.chars().filter(|c| !c.is_control());
    clean.take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_and_lose_their_folders() {
        let encoded = |name: &str| format!("filename {}", STANDARD.encode(name));
        for (header, name) in [
            (encoded("ảnh.jpg"), Some("ảnh.jpg")),
            (encoded("../../etc/passwd"), Some("passwd")),
            (encoded("C:\\ảnh\n.jpg"), Some("ảnh.jpg")),
            (
                format!("is_final,{},x eA==", encoded("a.pdf")),
                Some("a.pdf"),
            ),
            ("filename".into(), Some("")),
            ("filename ???".into(), None),
            ("filename /w==".into(), None),
            ("filename YQ== YQ==".into(), None),
            ("".into(), None),
            (",".into(), None),
        ] {
            let value = HeaderValue::from_str(&header).expect("a header");
            assert_eq!(file_name(&value).as_deref(), name, "{header:?}");
        }
    }
}
