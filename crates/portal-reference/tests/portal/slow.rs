//! Clients that are too slow. Time stands still in these tests and jumps to the next thing that
//! waits for it, so nobody waits in earnest.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::Method;
use http_body_util::channel::Channel;
use portal_reference::{ServeOptions, Settings, bind};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep};

use crate::common::{PATCH, TestPortal};

const TUS: (&str, &str) = ("tus-resumable", "1.0.0");

/// A body of which a byte comes whenever `every` has passed, `bytes` in all, and then nothing more,
/// though it doesn't end.
fn dripping(every: Duration, bytes: usize) -> Body {
    let (mut sender, body) = Channel::<Bytes>::new(1);
    tokio::spawn(async move {
        for _ in 0..bytes {
            sleep(every).await;
            if sender.send_data(Bytes::from_static(b" ")).await.is_err() {
                return;
            }
        }
        std::future::pending().await
    });
    Body::new(body)
}

async fn begin(portal: &TestPortal, length: &str) -> String {
    let headers = [TUS, ("upload-length", length)];
    let reply = portal.ask(Method::POST, "/api/uploads", &headers, "").await;
    assert_eq!(reply.status, 201, "{reply:?}");
    reply.header("location").to_string()
}

#[tokio::test(start_paused = true)]
async fn an_upload_that_is_given_up_goes_on_later() {
    let portal = TestPortal::new();
    for (every, bytes, seconds, here) in [
        // Nothing more comes after three bytes.
        (1, 3, 63..64, "3"),
        // A byte comes just often enough, for ever.
        (47, 1_000_000, 3600..3601, "76"),
    ] {
        let address = begin(&portal, "1000").await;
        let began = Instant::now();
        let body = dripping(Duration::from_secs(every), bytes);
        let reply = portal.ask(Method::PATCH, &address, PATCH, body).await;
        assert!(
            seconds.contains(&began.elapsed().as_secs()),
            "{:?}",
            began.elapsed()
        );
        // Clients of tus try again after a 5xx, and give up after most of 4xx.
        reply.problem(503, "upload-timeout");
        assert_eq!(reply.header("retry-after"), "1");
        assert_eq!(reply.header("tus-resumable"), "1.0.0");
        let reply = portal.ask(Method::HEAD, &address, &[TUS], "").await;
        assert_eq!(reply.status, 200);
        assert_eq!(reply.header("upload-offset"), here);
        let offset: usize = here.parse().expect("a number");
        let headers = [PATCH[0], PATCH[1], ("upload-offset", here)];
        let rest = vec![b' '; 1000 - offset];
        let reply = portal.ask(Method::PATCH, &address, &headers, rest).await;
        assert_eq!(
            (reply.status.as_u16(), reply.header("upload-offset")),
            (204, "1000")
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_body_of_json_that_does_not_come_is_not_waited_for() {
    let portal = TestPortal::new();
    let key = ("idempotency-key", "key-number-1");
    let json = ("content-type", "application/json");
    for path in ["/api/dossiers", "/api/dossiers/x/tracking"] {
        let began = Instant::now();
        let body = dripping(Duration::from_secs(5), 1_000_000);
        let reply = portal.ask(Method::POST, path, &[key, json], body).await;
        assert_eq!(began.elapsed().as_secs(), 120, "{path}");
        // No decision: the answers may be asked for again.
        reply.problem(503, "body-timeout");
        assert_eq!(reply.header("retry-after"), "1");
    }
    portal.receipt("key-number-1").await;
}

#[tokio::test(start_paused = true)]
async fn a_connection_without_a_whole_request_is_given_up() {
    let data = tempfile::tempdir().expect("a folder");
    let bound = bind(ServeOptions {
        host: "127.0.0.1".into(),
        port: 0,
        settings: Settings::new(data.path()),
        app: None,
        portal: None,
        allow_origins: Vec::new(),
    });
    let bound = bound.await.expect("a port");
    let address = bound.address;
    tokio::spawn(bound.serve(std::future::pending()));
    let whole = "GET /api/nothing HTTP/1.1\r\nHost: x\r\n\r\n";
    for (sent, answered) in [("", false), (&whole[..20], false), (whole, true)] {
        let began = Instant::now();
        let mut stream = TcpStream::connect(address).await.expect("a connection");
        stream.write_all(sent.as_bytes()).await.expect("a write");
        let mut text = String::new();
        stream.read_to_string(&mut text).await.expect("an end");
        assert_eq!(text.starts_with("HTTP/1.1 404"), answered, "{sent}: {text}");
        assert_eq!(text.is_empty(), !answered, "{sent}: {text}");
        assert_eq!(began.elapsed().as_secs(), 30, "{sent}");
    }
}
