use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::http::Method;
use rusqlite::Connection;
use serde_json::json;

use crate::common::{PATCH, Reply, TestPortal, answers_with, jpeg};

const TUS: (&str, &str) = ("tus-resumable", "1.0.0");

async fn create(portal: &TestPortal, length: &str) -> Reply {
    let headers = [TUS, ("upload-length", length)];
    portal.ask(Method::POST, "/api/uploads", &headers, "").await
}

async fn patch(portal: &TestPortal, address: &str, offset: &str, bytes: &'static str) -> Reply {
    let headers = [PATCH[0], PATCH[1], ("upload-offset", offset)];
    portal.ask(Method::PATCH, address, &headers, bytes).await
}

async fn offset(portal: &TestPortal, address: &str) -> String {
    let reply = portal.ask(Method::HEAD, address, &[TUS], "").await;
    assert_eq!(reply.header("cache-control"), "no-store");
    reply.header("upload-offset").to_string()
}

#[tokio::test]
async fn a_file_comes_in_pieces() {
    let portal = TestPortal::new();
    let reply = create(&portal, "11").await;
    assert_eq!(reply.status, 201);
    assert_eq!(reply.header("tus-resumable"), "1.0.0");
    let address = reply.header("location");
    assert!(address.starts_with("/api/uploads/"));
    assert_eq!(offset(&portal, address).await, "0");
    let reply = patch(&portal, address, "0", "hello ").await;
    assert_eq!(
        (reply.status.as_u16(), reply.header("upload-offset")),
        (204, "6")
    );
    patch(&portal, address, "0", "hello ")
        .await
        .problem(409, "upload-offset");
    patch(&portal, address, "7", "orld")
        .await
        .problem(409, "upload-offset");
    // What is there survives a restart.
    let portal = portal.again();
    assert_eq!(offset(&portal, address).await, "6");
    let reply = patch(&portal, address, "6", "world!").await;
    reply.problem(413, "upload-too-large");
    let reply = patch(&portal, address, "6", "world").await;
    assert_eq!(
        (reply.status.as_u16(), reply.header("upload-offset")),
        (204, "11")
    );
    let id = address.rsplit('/').next().expect("a name");
    let file = std::fs::read(portal.data.path().join("uploads").join(id)).expect("a file");
    assert_eq!(file, b"hello world");
}

#[tokio::test]
async fn what_uploads_can_do() {
    let portal = TestPortal::new();
    let reply = portal.ask(Method::OPTIONS, "/api/uploads", &[], "").await;
    assert_eq!(reply.status, 204);
    assert_eq!(reply.header("tus-version"), "1.0.0");
    assert_eq!(reply.header("tus-extension"), "creation,termination");
    assert_eq!(reply.header("tus-max-size"), "5242880");
}

#[tokio::test]
async fn another_version_is_refused() {
    let portal = TestPortal::new();
    for headers in [vec![], vec![("tus-resumable", "0.2.2")]] {
        for (method, path) in [
            (Method::POST, "/api/uploads"),
            (Method::DELETE, "/api/uploads/x"),
        ] {
            let reply = portal.ask(method, path, &headers, "").await;
            reply.problem(412, "tus-version");
            assert_eq!(reply.header("tus-version"), "1.0.0");
            assert_eq!(reply.header("tus-resumable"), "1.0.0");
        }
    }
}

#[tokio::test]
async fn what_cannot_begin() {
    let portal = TestPortal::new();
    assert_eq!(create(&portal, "5242880").await.status, 201);
    create(&portal, "5242881")
        .await
        .problem(413, "upload-too-large");
    for length in ["", "-1", "+1", "x", "1.5", "99999999999999999999999"] {
        create(&portal, length).await.problem(400, "upload-length");
    }
    let reply = portal.ask(Method::POST, "/api/uploads", &[TUS], "").await;
    reply.problem(400, "upload-length");
    let headers = [
        TUS,
        ("upload-length", "5"),
        ("upload-metadata", "filename ?"),
    ];
    let reply = portal.ask(Method::POST, "/api/uploads", &headers, "").await;
    reply.problem(400, "upload-metadata");
    let reply = portal.ask(Method::GET, "/api/uploads", &[TUS], "").await;
    reply.problem(405, "method-not-allowed");
}

#[tokio::test]
async fn what_cannot_go_on() {
    let portal = TestPortal::new();
    let reply = create(&portal, "5").await;
    let address = reply.header("location");
    let reply = portal
        .ask(Method::PATCH, address, &[TUS, PATCH[2]], "x")
        .await;
    reply.problem(415, "upload-content-type");
    let reply = portal
        .ask(Method::PATCH, address, &[TUS, PATCH[1]], "x")
        .await;
    reply.problem(400, "upload-offset-missing");
    for id in [
        "x",
        "..%2F..%2Fportal.sqlite",
        "0123456789abcdef0123456789abcdef",
    ] {
        let address = format!("/api/uploads/{id}");
        patch(&portal, &address, "0", "x")
            .await
            .problem(404, "upload-unknown");
        let reply = portal.ask(Method::HEAD, &address, &[TUS], "").await;
        assert_eq!(reply.status, 404);
        let reply = portal.ask(Method::DELETE, &address, &[TUS], "").await;
        reply.problem(404, "upload-unknown");
    }
}

#[tokio::test]
async fn an_upload_can_be_taken_back() {
    let portal = TestPortal::new();
    let reply = create(&portal, "5").await;
    let address = reply.header("location");
    let gone = portal.ask(Method::DELETE, address, &[TUS], "").await;
    assert_eq!(gone.status, 204);
    let reply = portal.ask(Method::HEAD, address, &[TUS], "").await;
    assert_eq!(
        (reply.status.as_u16(), reply.header("upload-offset")),
        (404, "")
    );
    let folder = portal.data.path().join("uploads");
    assert_eq!(std::fs::read_dir(folder).expect("a folder").count(), 0);
}

#[tokio::test]
async fn a_method_can_stand_in_a_header() {
    let portal = TestPortal::new();
    let reply = create(&portal, "5").await;
    let address = reply.header("location");
    let with = |method| {
        [
            PATCH[0],
            PATCH[1],
            PATCH[2],
            ("x-http-method-override", method),
        ]
    };
    let reply = portal
        .ask(Method::POST, address, &with("PATCH"), "hello")
        .await;
    assert_eq!(
        (reply.status.as_u16(), reply.header("upload-offset")),
        (204, "5")
    );
    let reply = portal.ask(Method::POST, address, &with("HEAD"), "").await;
    assert_eq!(reply.header("upload-offset"), "5");
    let reply = portal.ask(Method::POST, address, &with("GET"), "").await;
    reply.problem(405, "method-not-allowed");
    let reply = portal.ask(Method::POST, address, &with("DELETE"), "").await;
    assert_eq!(reply.status, 204);
}

#[tokio::test]
async fn what_nobody_claims_goes_after_a_week() {
    let portal = TestPortal::new();
    let old = create(&portal, "5").await;
    portal.wait(6 * 24 * 3600);
    let new = create(&portal, "5").await;
    portal.wait(2 * 24 * 3600);
    let stray = "uploads/0123456789abcdef0123456789abcdef";
    std::fs::write(portal.data.path().join(stray), "x").expect("a file");
    let portal = portal.again();
    let status = async |reply: &Reply| {
        portal
            .ask(Method::HEAD, reply.header("location"), &[TUS], "")
            .await
            .status
    };
    assert_eq!(
        (status(&old).await.as_u16(), status(&new).await.as_u16()),
        (404, 200)
    );
    assert!(!portal.data.path().join(stray).exists());
}

#[tokio::test(start_paused = true)]
async fn what_has_had_its_time_goes_without_a_restart() {
    let portal = TestPortal::new();
    let db = Connection::open(portal.data.path().join("portal.sqlite")).expect("a database");
    let tries = || {
        let sql = "SELECT count(*) FROM wrong_proof";
        db.query_row(sql, [], |row| row.get::<_, i64>(0))
            .expect("a number")
    };
    let file = |reply: &Reply| {
        let id = reply.header("location").rsplit('/').next().expect("a name");
        portal.data.path().join("uploads").join(id)
    };
    let old = create(&portal, "5").await;
    let claimed = portal.upload(&jpeg(600, 800, 5_000)).await;
    let answers = answers_with("photo", json!([{"upload": claimed}]));
    assert_eq!(portal.send("key-number-1", answers).await.status, 201);
    portal
        .post("/api/dossiers/x/tracking", &[], &json!({"proof": "x"}))
        .await
        .problem(404, "dossier-unknown");
    assert_eq!(tries(), 1);

    // Nothing waits in earnest: time jumps to the next hour whenever everybody waits for it.
    let sweeping = portal.portal.clone();
    tokio::spawn(async move { sweeping.keep_swept().await });
    let hours = async |n: u64| tokio::time::sleep(Duration::from_secs(n * 3600 + 60)).await;
    hours(1).await;
    assert!(file(&old).exists());
    portal.wait(6 * 24 * 3600);
    let new = create(&portal, "5").await;
    hours(1).await;
    assert!(file(&old).exists());
    assert_eq!(tries(), 0);
    portal.wait(2 * 24 * 3600);
    hours(1).await;
    assert!(!file(&old).exists());
    assert!(file(&new).exists());
    let old = portal
        .ask(Method::HEAD, old.header("location"), &[TUS], "")
        .await;
    assert_eq!(old.status, 404);
    let kept = portal.data.path().join("uploads").join(claimed);
    assert!(kept.exists());
}

#[tokio::test]
async fn an_upload_whose_file_is_gone_begins_anew() {
    let portal = TestPortal::new();
    let reply = create(&portal, "5").await;
    let address = reply.header("location");
    let id = address.rsplit('/').next().expect("a name");
    std::fs::remove_file(portal.data.path().join("uploads").join(id)).expect("a file");
    let head = portal.ask(Method::HEAD, address, &[TUS], "").await;
    assert_eq!(head.status, 404);
    patch(&portal, address, "0", "hello")
        .await
        .problem(404, "upload-unknown");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_just_being_made_is_not_swept() {
    let portal = Arc::new(TestPortal::new());
    let sweeping = portal.portal.clone();
    let enough = Arc::new(AtomicBool::new(false));
    let until = enough.clone();
    let sweeper = tokio::task::spawn_blocking(move || {
        let mut sweeps = 0;
        while !until.load(Ordering::SeqCst) {
            sweeping.sweep().expect("a sweep");
            sweeps += 1;
        }
        sweeps
    });
    let mut made = Vec::new();
    for _ in 0..40 {
        made.push(create(&portal, "5").await.header("location").to_string());
    }
    enough.store(true, Ordering::SeqCst);
    assert!(sweeper.await.expect("no panic") > 0);
    for address in &made {
        assert_eq!(offset(&portal, address).await, "0");
    }
}
