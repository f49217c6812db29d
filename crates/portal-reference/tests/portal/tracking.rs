use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use portal_wire::{Status, Tracking, endpoint};
use serde_json::json;

use crate::common::{Reply, TestPortal, reply_to};

async fn track(portal: &TestPortal, code: &str, proof: &str) -> Reply {
    let path = format!("/api{}", endpoint::tracking(code));
    portal.post(&path, &[], &json!({"proof": proof})).await
}

/// Tries from the address `peer`; what a proxy says of whom it speaks for stands in `forwarded`.
async fn track_from(
    portal: &TestPortal,
    peer: &str,
    forwarded: &str,
    code: &str,
    proof: &str,
) -> Reply {
    let peer: SocketAddr = format!("{peer}:50000").parse().expect("an address");
    let request = Request::post(format!("/api{}", endpoint::tracking(code)))
        .header("content-type", "application/json")
        .header("x-forwarded-for", forwarded)
        .extension(ConnectInfo(peer))
        .body(Body::from(json!({"proof": proof}).to_string()))
        .expect("a request");
    reply_to(&portal.router, request).await
}

#[tokio::test]
async fn the_lookup_word_proves_as_people_type_it() {
    let portal = TestPortal::new();
    let receipt = portal.receipt("key-number-1").await;
    let lookup = receipt.lookup.to_lowercase();
    let bare = lookup.replace('-', "");
    let dashed = lookup.replace('-', " – ");
    let spaced = receipt.code.to_lowercase().replace('-', " - ");
    for (code, proof) in [
        (receipt.code.as_str(), receipt.lookup.as_str()),
        (&receipt.code, &format!(" {lookup} ")),
        (&receipt.code, &bare),
        (&spaced, &dashed),
    ] {
        let reply = track(&portal, code, proof).await;
        assert_eq!(reply.header("cache-control"), "no-store");
        let tracking: Tracking = reply.json();
        assert_eq!(
            (&tracking.code, tracking.status),
            (&receipt.code, Status::Submitted)
        );
        assert_eq!(
            tracking.name.get("en").map(String::as_str),
            Some("Test procedure")
        );
        assert_eq!(
            tracking.agency.get("vi").map(String::as_str),
            Some("Cơ quan thử")
        );
        assert_eq!(tracking.history.len(), 1);
        assert_eq!(tracking.history[0].at, receipt.received_at);
    }
}

#[tokio::test]
async fn nothing_shows_whether_a_code_exists() {
    let portal = TestPortal::new();
    let receipt = portal.receipt("key-number-1").await;
    let wrong = track(&portal, &receipt.code, "AAAAAAAA").await;
    wrong.problem(404, "dossier-unknown");
    for (code, proof) in [
        ("H00.00.00-261122-9999", receipt.lookup.as_str()),
        ("H00.00.00-261122-9999", ""),
        (&receipt.code, ""),
        // The applicant's own number: landlords, employers and hotels have it too.
        (&receipt.code, "001099000001"),
        (&receipt.code, "001 099 000 001"),
        ("' OR 1=1 --", "x"),
        (&"9".repeat(1_000), "x"),
    ] {
        let other = track(&portal, code, proof).await;
        assert_eq!(
            (other.status, &other.body),
            (wrong.status, &wrong.body),
            "{code}"
        );
        assert_eq!(other.headers.len(), wrong.headers.len());
    }
}

#[tokio::test]
async fn ten_wrong_tries_close_a_code_for_a_while() {
    let portal = TestPortal::new();
    let one = portal.receipt("key-number-1").await;
    let two = portal.receipt("key-number-2").await;
    for code in [one.code.as_str(), "H00.00.00-261122-9999"] {
        for _ in 0..10 {
            track(&portal, code, "AAAAAAAA")
                .await
                .problem(404, "dossier-unknown");
            portal.wait(1);
        }
        let reply = track(&portal, code, &one.lookup).await;
        reply.problem(429, "too-many-tries");
        assert_eq!(reply.header("retry-after"), "890");
    }
    assert_eq!(track(&portal, &two.code, &two.lookup).await.status, 200);
    // A restart does not forget.
    let portal = portal.again();
    track(&portal, &one.code, &one.lookup)
        .await
        .problem(429, "too-many-tries");
    portal.wait(881);
    assert_eq!(track(&portal, &one.code, &one.lookup).await.status, 200);
}

#[tokio::test]
async fn nothing_is_no_guess() {
    let portal = TestPortal::new();
    let receipt = portal.receipt("key-number-1").await;
    for _ in 0..60 {
        let reply = track(&portal, &receipt.code, " ").await;
        reply.problem(404, "dossier-unknown");
    }
    let reply = track(&portal, &receipt.code, &receipt.lookup).await;
    assert_eq!(reply.status, 200);
}

#[tokio::test]
async fn fifty_wrong_tries_of_all_codes_close_an_address_for_a_while() {
    let portal = TestPortal::new();
    let receipt = portal.receipt("key-number-1").await;
    let code = |n: usize| format!("H00.00.00-261122-{:04}", 100 + n);
    let right = (receipt.code.as_str(), receipt.lookup.as_str());
    for n in 0..50 {
        // What the header says counts for nothing: anybody can write it.
        let reply = track_from(&portal, "192.0.2.1", &format!("10.0.0.{n}"), &code(n), "x").await;
        reply.problem(404, "dossier-unknown");
        portal.wait(1);
    }
    let reply = track_from(&portal, "192.0.2.1", "10.0.0.99", right.0, right.1).await;
    reply.problem(429, "too-many-tries");
    assert_eq!(reply.header("retry-after"), "850");
    assert_eq!(reply.header("cache-control"), "no-store");
    // Nobody else waits, and a restart does not forget.
    let reply = track_from(&portal, "192.0.2.2", "", right.0, right.1).await;
    assert_eq!(reply.status, 200);
    let portal = portal.again();
    let reply = track_from(&portal, "192.0.2.1", "", right.0, right.1).await;
    reply.problem(429, "too-many-tries");
    portal.wait(851);
    let reply = track_from(&portal, "192.0.2.1", "", right.0, right.1).await;
    assert_eq!(reply.status, 200);
}

#[tokio::test]
async fn a_network_of_version_6_is_one_client() {
    let portal = TestPortal::new();
    for n in 0..50 {
        let peer = format!("[2001:db8:1:2::{n:x}]");
        let code = format!("H00.00.00-261122-{:04}", 100 + n);
        track_from(&portal, &peer, "", &code, "x")
            .await
            .problem(404, "dossier-unknown");
    }
    for (peer, closed) in [
        ("[2001:db8:1:2:ffff::1]", true),
        ("[2001:db8:1:3::1]", false),
    ] {
        let reply = track_from(&portal, peer, "", "H00.00.00-261122-9999", "x").await;
        assert_eq!(reply.status == 429, closed, "{peer}");
    }
}

#[tokio::test]
async fn a_proxy_that_is_trusted_says_for_whom_it_speaks() {
    let portal = TestPortal::with(|settings| {
        settings.trusted_proxies = vec![[127, 0, 0, 1].into(), [10, 0, 0, 1].into()];
    });
    for n in 0..50 {
        let code = format!("H00.00.00-261122-{:04}", 100 + n);
        // The client wrote the first address itself; the proxies wrote the others.
        let forwarded = format!("203.0.113.{n}, 198.51.100.7, 10.0.0.1");
        track_from(&portal, "127.0.0.1", &forwarded, &code, "x")
            .await
            .problem(404, "dossier-unknown");
    }
    for (peer, forwarded, closed) in [
        ("127.0.0.1", "198.51.100.7", true),
        ("198.51.100.7", "", true),
        ("127.0.0.1", "198.51.100.8", false),
        ("192.0.2.1", "198.51.100.7", false),
        ("127.0.0.1", "", false),
        ("127.0.0.1", "nonsense", false),
        ("127.0.0.1", "198.51.100.7, nonsense", false),
    ] {
        let code = "H00.00.00-261122-9999";
        let reply = track_from(&portal, peer, forwarded, code, "x").await;
        assert_eq!(reply.status == 429, closed, "{peer} for {forwarded:?}");
    }
}

#[tokio::test]
async fn a_proof_must_be_json() {
    let portal = TestPortal::new();
    let reply = portal
        .post("/api/dossiers/x/tracking", &[], &json!({"proof": 5}))
        .await;
    reply.problem(400, "malformed-json");
    assert_eq!(reply.pointers(), ["/proof"]);
    let reply = portal
        .post("/api/dossiers/x/tracking", &[], &json!({}))
        .await;
    // Whoever has signed in need not show it; nobody has.
    reply.problem(404, "dossier-unknown");
}
