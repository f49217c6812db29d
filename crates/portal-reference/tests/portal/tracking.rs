use portal_wire::{Status, Tracking, endpoint};
use serde_json::json;

use crate::common::{Reply, TestPortal};

async fn track(portal: &TestPortal, code: &str, proof: &str) -> Reply {
    let path = format!("/api{}", endpoint::tracking(code));
    portal.post(&path, &[], &json!({"proof": proof})).await
}

#[tokio::test]
async fn the_lookup_word_or_the_personal_number_proves() {
    let portal = TestPortal::new();
    let receipt = portal.receipt("key-number-1").await;
    let lookup = receipt.lookup.to_lowercase();
    let grouped = format!("{}-{} ", &lookup[..4], &lookup[4..]);
    let spaced = receipt.code.to_lowercase().replace('-', " - ");
    for (code, proof) in [
        (receipt.code.as_str(), receipt.lookup.as_str()),
        (&receipt.code, &grouped),
        (&receipt.code, "001099000001"),
        (&spaced, "001 099 000 001"),
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
        (&receipt.code, "001099000002"),
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
    reply.problem(400, "malformed-json");
}
