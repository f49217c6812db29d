//! The built app: files that never change are kept for a year, everything else is asked for again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use tower::ServiceExt;
use tower_http::services::ServeDir;

const INDEX: &str = "/index.html";
const SETTINGS: &str = "/settings.json";
/// What the app's files end in; a missing one is not found, and is no page. As the README says for any
/// web server.
const ENDINGS: [&str; 9] = [
    ".js", ".wasm", ".css", ".svg", ".json", ".ftl", ".woff2", ".txt", ".wav",
];
/// As long as file systems let a name be.
const LONGEST_NAME: usize = 255;
const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");

/// The folder of a built app.
#[derive(Clone, Debug)]
pub struct AppFiles(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    folder: PathBuf,
    files: ServeDir,
    portal: Option<String>,
}

/// Why an app cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// There is no app there.
    #[error("there is no built app in {0}: it has no index.html")]
    NoApp(PathBuf),
}

impl AppFiles {
    /// The app in `folder`; `portal` takes the place of the portal in its settings.
    ///
    /// # Errors
    /// There is no `index.html` in the folder.
    pub fn open(folder: &Path, portal: Option<String>) -> Result<Self, AppError> {
        if !folder.join("index.html").is_file() {
            return Err(AppError::NoApp(folder.to_path_buf()));
        }
        Ok(Self(Arc::new(Inner {
            folder: folder.to_path_buf(),
            files: ServeDir::new(folder)
                .append_index_html_on_directories(false)
                .precompressed_br()
                .precompressed_gzip(),
            portal,
        })))
    }

    /// Only paths that [`may_be_a_file`] lets through come here.
    async fn file(&self, mut request: Request, path: &str) -> Response {
        *request.uri_mut() = Uri::try_from(path).unwrap_or_default();
        match self.0.files.clone().oneshot(request).await {
            Ok(response) => response.map(Body::new),
            Err(never) => match never {},
        }
    }

    /// The app's settings with the other portal in them. Unreadable settings are left out.
    async fn settings(&self, portal: &str) -> Response {
        let path = self.0.folder.join("settings.json");
        let text = tokio::fs::read_to_string(path).await.unwrap_or_default();
        let mut settings: Map<String, Value> = serde_json::from_str(&text).unwrap_or_default();
        settings.insert("portal".into(), portal.into());
        crate::json::Json(settings).into_response()
    }
}

/// Serves the app. An address that names no file is a page of the app and gets `index.html`, however
/// odd it is: the app says in words, in the reader's language, that there is no such page.
pub(crate) async fn serve(State(app): State<AppFiles>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = plain(StatusCode::METHOD_NOT_ALLOWED);
        let allow = HeaderValue::from_static("GET, HEAD");
        response.headers_mut().insert(header::ALLOW, allow);
        return response;
    }
    let path = request.uri().path().to_string();
    let named = percent_decode_str(&path).decode_utf8_lossy();
    let (parts, _) = request.into_parts();
    let ask = || Request::from_parts(parts.clone(), Body::empty());
    let mut response = match &app.0.portal {
        Some(portal) if named == SETTINGS => app.settings(portal).await,
        _ if may_be_a_file(&named) => app.file(ask(), &path).await,
        _ => StatusCode::NOT_FOUND.into_response(),
    };
    if response.status() == StatusCode::NOT_FOUND {
        response = if is_named_like_a_file(&named) {
            plain(StatusCode::NOT_FOUND)
        } else {
            app.file(ask(), INDEX).await
        };
    }
    let good = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let keep = if good && is_hashed(&named) {
        FOREVER
    } else {
        ASK_AGAIN
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, keep);
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    response
}

fn plain(status: StatusCode) -> Response {
    let words = status.canonical_reason().unwrap_or_default();
    (status, [(header::CACHE_CONTROL, ASK_AGAIN)], words).into_response()
}

/// Whether a decoded path can name a file of the app: every file has a full stop in its name, and
/// none is hidden, outside the folder, or named as no system names files.
fn may_be_a_file(path: &str) -> bool {
    let odd = |c: char| c.is_control() || c == '\\' || c == char::REPLACEMENT_CHARACTER;
    let part_fits = |part: &str| !part.starts_with('.') && part.len() <= LONGEST_NAME;
    path.contains('.') && !path.contains(odd) && path.split('/').all(part_fits)
}

/// Whether a decoded path ends like a file of the app. The full stops in codes, `.000347` and
/// `.05-261008-0975`, are those of pages.
fn is_named_like_a_file(path: &str) -> bool {
    ENDINGS.iter().any(|ending| path.ends_with(ending))
}

/// Whether Trunk has put a hash of the content into the name: `app-0123456789abcdef.js`,
/// `app-0123456789abcdef_bg.wasm`. Such a file never changes.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        hash.len() == 16
            && hash
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
            && name.contains('.')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_and_endings_are_told_from_codes() {
        for (path, hashed, ending) in [
            ("/motcua-0123456789abcdef.js", true, true),
            ("/motcua-0123456789abcdef_bg.wasm", true, true),
            ("/a/style-0123456789abcdef.css", true, true),
            ("/motcua-0123456789ABCDEF.js", false, true),
            ("/motcua-0123456789abcde.js", false, true),
            ("/locales/vi/messages.ftl", false, true),
            ("/fonts/noto.woff2", false, true),
            ("/index.html", false, false),
            ("/procedures/3.000347", false, false),
            ("/procedures/1.010708.000.00.00.H56/apply/who", false, false),
            ("/procedures/1.010708.000.00.00.H56", false, false),
            ("/dossiers/H15.50.05.13-261008-0975", false, false),
            ("/dossiers/h15", false, false),
            ("/x-0123456789abcdef", false, false),
            ("/x.js/", false, false),
            ("/", false, false),
        ] {
            assert_eq!(
                (is_hashed(path), is_named_like_a_file(path)),
                (hashed, ending),
                "{path}"
            );
        }
    }

    #[test]
    fn no_path_leaves_the_folder() {
        let may_be = |path: &str| may_be_a_file(&percent_decode_str(path).decode_utf8_lossy());
        for path in [
            "/../x.js",
            "/%2e%2e/x.js",
            "/a/%2E./x.js",
            "/.git/config",
            "/a%5c..%5cx.js",
            "/%00.js",
            "/%ff.js",
            "/..%2fx.js",
            "/",
            "/preferences",
        ] {
            assert!(!may_be(path), "{path}");
        }
        for path in ["/a/b.js", "/a%2ejs", "/procedures/3.000347", "/%C4%91.svg"] {
            assert!(may_be(path), "{path}");
        }
    }
}
