//! What a form brings: fields of bounded size, and one file.

use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use percent_encoding::percent_decode_str;

use super::trouble::Trouble;

/// Most bytes of a form without a file.
const MAX_FORM: usize = 1 << 20;
/// Most bytes around the file in a form.
const MAX_AROUND: usize = 16 << 10;
/// How long a form may take.
const LONGEST: Duration = Duration::from_secs(120);

/// The fields of a form, or of an address, in their order (URL standard, `application/x-www-form-urlencoded`).
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    fn read(text: &str) -> Self {
        let plain = |text: &str| {
            let spaced = text.replace('+', " ");
            let text = percent_decode_str(&spaced).decode_utf8_lossy();
            // Browsers send lines of a text area with both.
            text.replace("\r\n", "\n")
        };
        let pair = |pair: &str| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (plain(name), plain(value))
        };
        let pairs = text.split('&').filter(|pair| !pair.is_empty());
        Self(pairs.map(pair).collect())
    }

    /// The first field of this name; nothing where there is none.
    pub(crate) fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// Every field of this name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let of_name = self.0.iter().filter(move |(known, _)| known == name);
        of_name.map(|(_, value)| value.as_str())
    }
}

impl<S: Sync> FromRequest<S> for Fields {
    type Rejection = Trouble;

    async fn from_request(request: Request, _: &S) -> Result<Self, Trouble> {
        let body = whole(request.into_body(), MAX_FORM).await?;
        Ok(Self::read(&String::from_utf8_lossy(&body)))
    }
}

/// The fields behind the question mark of an address.
#[derive(Debug)]
pub(crate) struct Asked(pub(crate) Fields);

impl<S: Sync> FromRequestParts<S> for Asked {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(Fields::read(parts.uri.query().unwrap_or_default())))
    }
}

async fn whole(body: Body, most: usize) -> Result<Bytes, Trouble> {
    let Ok(read) = tokio::time::timeout(LONGEST, to_bytes(body, most)).await else {
        return Err(Trouble::Cut);
    };
    read.map_err(|error| {
        let limit = std::error::Error::source(&error)
            .is_some_and(|cause| cause.is::<http_body_util::LengthLimitError>());
        if limit {
            Trouble::TooLarge
        } else {
            Trouble::Cut
        }
    })
}

/// The file of a form of the kind `multipart/form-data` (RFC 7578) that has one in the field `file`.
#[derive(Debug)]
pub(crate) struct Upload {
    pub(crate) name: String,
    pub(crate) content: Bytes,
}

impl Upload {
    /// Reads the form; one without a file gives one without a name.
    ///
    /// # Errors
    /// It did not come whole, or has many more bytes than `most`.
    pub(crate) async fn of(request: Request, most: usize) -> Result<Self, Trouble> {
        let boundary = boundary(request.headers());
        let body = whole(request.into_body(), most + MAX_AROUND).await?;
        let found = boundary.and_then(|boundary| part(&body, &boundary, "file"));
        let (name, content) = found.unwrap_or_default();
        Ok(Self {
            name,
            content: body.slice_ref(content),
        })
    }
}

/// What stands between the parts of a form.
fn boundary(headers: &HeaderMap) -> Option<String> {
    let kind = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let (kind, rest) = kind.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let given = rest.split(';').find_map(|given| {
        let (name, value) = given.trim().split_once('=')?;
        name.eq_ignore_ascii_case("boundary").then_some(value)
    })?;
    let given = given.trim_matches('"');
    // RFC 2046, 5.1.1.
    (1..=70).contains(&given.len()).then(|| given.to_string())
}

/// The part of this name: its file's name, and its content.
fn part<'a>(body: &'a [u8], boundary: &str, wanted: &str) -> Option<(String, &'a [u8])> {
    let first = format!("--{boundary}");
    let next = format!("\r\n--{boundary}");
    let mut rest = &body[find(body, first.as_bytes())? + first.len()..];
    loop {
        // Two hyphens end it all.
        rest = rest.strip_prefix(b"\r\n")?;
        let end = find(rest, next.as_bytes())?;
        let (this, behind) = (&rest[..end], &rest[end + next.len()..]);
        let head_end = find(this, b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&this[..head_end]);
        if let Some(name) = file_name(&head, wanted) {
            return Some((name, &this[head_end + 4..]));
        }
        rest = behind;
    }
}

/// The file's name in the head of a part of this name.
fn file_name(head: &str, wanted: &str) -> Option<String> {
    let line = head.split("\r\n").find(|line| {
        line.to_ascii_lowercase()
            .starts_with("content-disposition:")
    })?;
    // Within names browsers write quotes and line ends as %22, %0D and %0A (HTML standard, "multipart/form-data
    // encoding algorithm").
    let value = |key: &str| {
        let (_, behind) = line.split_once(&format!("; {key}=\""))?;
        behind.split_once('"').map(|(value, _)| value)
    };
    let name = value("filename").filter(|_| value("name") == Some(wanted))?;
    // Some browsers send where it lay.
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.replace("%22", "\"");
    Some(name.replace("%0D", "").replace("%0A", " "))
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = *wanted.first()?;
    let mut from = 0;
    while let Some(at) = text[from..].iter().position(|byte| *byte == first) {
        if text[from + at..].starts_with(wanted) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_browsers_write_them() {
        let fields = Fields::read("a=1+2&b=%C4%91%26&a=x%0D%0Ay&c&=&%FF=1");
        assert_eq!(fields.get("a"), "1 2");
        assert_eq!(fields.all("a").collect::<Vec<_>>(), ["1 2", "x\ny"]);
        assert_eq!(fields.get("b"), "đ&");
        assert_eq!((fields.get("c"), fields.get("d")), ("", ""));
    }

    #[test]
    fn the_file_of_a_form_is_found_and_nothing_else() {
        let check = |body: &str, wanted: Option<(&str, &str)>| {
            let found = part(body.as_bytes(), "B", "file");
            let found = found.map(|(name, content)| (name, content.to_vec()));
            let wanted = wanted.map(|(name, content)| (name.into(), content.into()));
            assert_eq!(found, wanted, "{body}");
        };
        let head = "Content-Disposition: form-data; name=\"file\"; filename=";
        let other = "--B\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nfile\r\n";
        check(
            &format!("--B\r\n{head}\"kq.pdf\"\r\nContent-Type: x\r\n\r\n%PDF\r\n--B--\r\n"),
            Some(("kq.pdf", "%PDF")),
        );
        check(
            &format!("{other}--B\r\n{head}\"C:\\x\\a%22b.pdf\"\r\n\r\n\r\n--B--"),
            Some(("a\"b.pdf", "")),
        );
        check(
            &format!("--B\r\n{head}\"a\"\r\n\r\none\r\n--\r\ntwo\r\n--B--"),
            Some(("a", "one\r\n--\r\ntwo")),
        );
        check(&format!("{other}--B--"), None);
        check(&format!("--B\r\n{head}\"a\"\r\n\r\ncut"), None);
        check(&format!("--B\r\n{head}\"a\"\r\n--B--"), None);
        check("--B--", None);
        check("--B", None);
        check("", None);
    }

    #[test]
    fn only_a_form_with_files_has_a_boundary() {
        let check = |kind: &str, wanted: Option<&str>| {
            let mut headers = HeaderMap::new();
            headers.insert(header::CONTENT_TYPE, kind.parse().expect("a header"));
            assert_eq!(boundary(&headers).as_deref(), wanted, "{kind}");
        };
        check("multipart/form-data; boundary=x", Some("x"));
        check(
            "Multipart/Form-Data; charset=utf-8; Boundary=\"x y\"",
            Some("x y"),
        );
        check("multipart/form-data; boundary=", None);
        check("multipart/form-data", None);
        check("text/plain; boundary=x", None);
    }
}
