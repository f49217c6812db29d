use std::path::Path;

use axum::Router;
use axum::http::Method;
use portal_reference::{AppFiles, Portal, Settings, Site, router};
use serde_json::Value;
use tempfile::TempDir;

use crate::common::{Reply, ask};

const JS: &str = "/motcua-0123456789abcdef.js";

fn app() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    };
    write("dist/index.html", "<!doctype html>");
    write("dist/motcua-0123456789abcdef.js", "export {}");
    write("dist/motcua-0123456789abcdef.js.br", "not really brotli");
    write("dist/motcua-0123456789abcdef_bg.wasm", "\0asm");
    write(
        "dist/settings.json",
        r#"{"portal": "/api", "locale": "vi"}"#,
    );
    write("dist/locales/vi.json", "{}");
    write("dist/.secret", "x");
    write("dist/.secret.json", "x");
    write("secret.txt", "x");
    write("secret.json", "x");
    folder
}

fn site(folder: &TempDir, other: Option<&str>) -> Router {
    let dist = folder.path().join("dist");
    let app = AppFiles::open(&dist, other.map(str::to_string)).expect("an app");
    let portal = other
        .is_none()
        .then(|| Portal::open(Settings::new(folder.path().join("data"))).expect("a portal"));
    router(Site {
        portal,
        app: Some(app),
        other_portal: other.map(|_| "https://portal.example".to_string()),
        allow_origins: vec!["https://app.example".into()],
    })
}

async fn get(router: &Router, path: &str) -> Reply {
    ask(router, Method::GET, path, &[], "").await
}

#[tokio::test]
async fn pages_get_the_app_and_missing_files_do_not() {
    let folder = app();
    let router = site(&folder, None);
    let long = format!("/{}.x", "a".repeat(300));
    for path in [
        "/",
        "/index.html",
        "/preferences",
        "/procedures/3.000347",
        "/procedures/1.010708.000.00.00.H56/apply/who",
        "/dossiers/H00.00.00-261122-0001",
        "/locales",
        "/apix",
        // Nobody means these; the app says in words that there is no such page.
        "/procedures/x.html",
        "/favicon.ico",
        "/index.html/x",
        "/x.JS",
        "/x.js/",
        "/js",
        "/%",
        "/%zz",
        "/%ff",
        "/procedures/%ff",
        "/procedures/%00",
        "/a%5cb",
        "/a%0d%0ab",
        "/.",
        "//",
        "/..%2fx",
        "/.well-known/x",
        &long,
    ] {
        for method in [Method::GET, Method::HEAD] {
            let body = if method == Method::GET {
                "<!doctype html>"
            } else {
                ""
            };
            let reply = ask(&router, method, path, &[], "").await;
            assert_eq!(
                (reply.status.as_u16(), reply.text().as_str()),
                (200, body),
                "{path}"
            );
            assert_eq!(reply.header("content-type"), "text/html", "{path}");
            assert_eq!(reply.header("cache-control"), "no-cache", "{path}");
            assert!(!reply.header("last-modified").is_empty(), "{path}");
        }
    }
    let long = format!("/{}.js", "a".repeat(300));
    for path in [
        "/fonts/noto.woff2",
        "/x.js",
        "/x%2ejs",
        "/x.wasm",
        "/x.css",
        "/x.svg",
        "/locales/xx.json",
        "/locales/xx/messages.ftl",
        "/motcua-aaaaaaaaaaaaaaaa.js",
        "/%ff.js",
        "/%00.json",
        "/a%5cb.css",
        "/.svg",
        &long,
    ] {
        let reply = get(&router, path).await;
        assert_eq!(reply.status, 404, "{path}");
        assert_eq!(reply.header("cache-control"), "no-cache", "{path}");
        assert_ne!(reply.header("content-type"), "text/html", "{path}");
    }
    get(&router, "/api/nothing").await.problem(404, "not-found");
    assert_eq!(get(&router, "/api/portal").await.status, 200);
    assert_eq!(
        get(&router, "/settings.json").await.json::<Value>()["portal"],
        "/api"
    );
    let reply = ask(&router, Method::POST, "/", &[], "").await;
    assert_eq!(
        (reply.status.as_u16(), reply.header("allow")),
        (405, "GET, HEAD")
    );
}

#[tokio::test]
async fn what_never_changes_is_kept_and_the_rest_is_asked_for_again() {
    let folder = app();
    let router = site(&folder, None);
    for path in [JS, "/motcua-0123456789abcdef_bg.wasm"] {
        let reply = get(&router, path).await;
        assert_eq!(
            reply.header("cache-control"),
            "public, max-age=31536000, immutable"
        );
    }
    let br = [("accept-encoding", "gzip, br")];
    let reply = ask(&router, Method::GET, JS, &br, "").await;
    assert_eq!(
        (reply.header("content-encoding"), reply.text().as_str()),
        ("br", "not really brotli")
    );
    assert_eq!(reply.header("content-type"), "text/javascript");
    assert_eq!(reply.header("vary"), "Accept-Encoding");
    let wasm = get(&router, "/motcua-0123456789abcdef_bg.wasm").await;
    assert_eq!(wasm.header("content-type"), "application/wasm");
    let page = get(&router, "/").await;
    let since = [("if-modified-since", page.header("last-modified"))];
    let again = ask(&router, Method::GET, "/preferences", &since, "").await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    let head = ask(&router, Method::HEAD, "/", &[], "").await;
    assert_eq!((head.status.as_u16(), head.body.len()), (200, 0));
}

#[tokio::test]
async fn nothing_outside_the_folder_is_served() {
    let folder = app();
    let router = site(&folder, None);
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/locales/../../secret.txt",
        "/locales/..%5c..%5csecret.txt",
        "/.secret",
        "/%2esecret",
        "/%ff.txt",
        "//etc/passwd.txt",
        "//etc/passwd",
        "/data/portal.sqlite",
        "/../data/portal.sqlite",
        "/../data/officer-token",
        "/%2e%2e%2fdata%2fofficer-token",
    ] {
        let reply = get(&router, path).await;
        let wanted = match path.ends_with(".txt") {
            true => (404, "Not Found"),
            false => (200, "<!doctype html>"),
        };
        assert_eq!(
            (reply.status.as_u16(), reply.text().as_str()),
            wanted,
            "{path}"
        );
    }
    for path in ["/../secret.json", "/%2e%2e/secret.json", "/.secret.json"] {
        assert_eq!(get(&router, path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn every_answer_has_the_headers_of_security() {
    let folder = app();
    let router = site(&folder, None);
    for path in [
        "/",
        JS,
        "/x.js",
        "/api/portal",
        "/api/nothing",
        "/api/procedures/x",
        "/%ff",
    ] {
        let reply = get(&router, path).await;
        assert_eq!(
            reply.header("content-security-policy"),
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
             img-src 'self' blob: data:; font-src 'self'; media-src 'self'; connect-src 'self'; \
             manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "{path}"
        );
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(reply.header(name), value, "{path}");
        }
        let permissions = reply.header("permissions-policy");
        assert!(permissions.contains("camera=(self)") && permissions.contains("microphone=()"));
    }
}

#[tokio::test]
async fn the_app_can_be_served_for_another_portal() {
    let folder = app();
    let router = site(&folder, Some("https://portal.example/dvc/api"));
    let reply = get(&router, "/settings.json").await;
    let settings: Value = reply.json();
    assert_eq!(settings["portal"], "https://portal.example/dvc/api");
    assert_eq!(settings["locale"], "vi");
    assert_eq!(reply.header("cache-control"), "no-cache");
    let policy = reply.header("content-security-policy");
    assert!(
        policy.contains("connect-src 'self' https://portal.example;"),
        "{policy}"
    );
    // No API here: the address is one of the app's.
    assert_eq!(get(&router, "/api/portal").await.text(), "<!doctype html>");
    std::fs::remove_file(folder.path().join("dist/settings.json")).expect("a file");
    assert_eq!(
        get(&router, "/settings.json").await.text(),
        r#"{"portal":"https://portal.example/dvc/api"}"#
    );
}

#[tokio::test]
async fn an_app_elsewhere_may_ask_where_that_is_allowed() {
    let folder = app();
    let router = site(&folder, None);
    let asked = |origin| {
        [
            ("origin", origin),
            ("access-control-request-method", "PATCH"),
        ]
    };
    let reply = ask(
        &router,
        Method::OPTIONS,
        "/api/uploads/x",
        &asked("https://app.example"),
        "",
    )
    .await;
    assert_eq!(reply.status, 204);
    assert_eq!(
        reply.header("access-control-allow-origin"),
        "https://app.example"
    );
    assert!(
        reply
            .header("access-control-allow-methods")
            .contains("PATCH")
    );
    let reply = ask(
        &router,
        Method::OPTIONS,
        "/api/dossiers",
        &asked("https://evil.example"),
        "",
    )
    .await;
    assert_eq!(reply.header("access-control-allow-origin"), "");
    let reply = ask(
        &router,
        Method::GET,
        "/api/portal",
        &[("origin", "https://app.example")],
        "",
    )
    .await;
    assert_eq!(
        reply.header("access-control-allow-origin"),
        "https://app.example"
    );
    assert!(
        reply
            .header("access-control-expose-headers")
            .contains("Upload-Offset")
    );
}

#[test]
fn a_folder_without_an_app_is_refused() {
    let error = AppFiles::open(Path::new("/nowhere"), None).expect_err("no app");
    assert!(error.to_string().contains("index.html"));
}
