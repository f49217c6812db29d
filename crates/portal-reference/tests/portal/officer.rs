use axum::http::Method;
use portal_wire::{Status, Tracking, endpoint};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::common::{Reply, TOKEN, TestPortal};

async fn set(portal: &TestPortal, code: &str, body: Value, token: &str) -> Reply {
    let path = format!("/api{}", endpoint::officer_status(code));
    let bearer = format!("Bearer {token}");
    portal
        .post(&path, &[("authorization", &bearer)], &body)
        .await
}

#[tokio::test]
async fn only_the_ways_of_the_contract_are_open() {
    let portal = TestPortal::new();
    let code = portal.receipt("key-number-1").await.code;
    let db = Connection::open(portal.data.path().join("portal.sqlite")).expect("a database");
    for from in Status::ALL {
        for to in Status::ALL {
            db.execute("DELETE FROM status_change", [])
                .expect("a write");
            db.execute(
                "INSERT INTO status_change (dossier, status, at) VALUES (?1, ?2, '')",
                [code.as_str(), from.name()],
            )
            .expect("a write");
            let mut wordless = None;
            if to.needs_reason() {
                wordless = Some(
                    set(
                        &portal,
                        &code,
                        json!({"status": to, "note": " \u{200b}"}),
                        TOKEN,
                    )
                    .await,
                );
            }
            let reply = set(
                &portal,
                &code,
                json!({"status": to, "note": "Vì vậy."}),
                TOKEN,
            )
            .await;
            if from.may_become().contains(&to) {
                assert_eq!(reply.status, 204, "{from:?} -> {to:?}");
                // The applicant must read why.
                if let Some(wordless) = wordless {
                    wordless.problem(422, "not-right");
                }
            } else {
                reply.problem(409, "status-not-allowed");
                assert_eq!(reply.pointers(), ["/status"]);
            }
        }
    }
}

/// Whoever waits for the database acts when it is their turn, not when they asked: a history that goes back in
/// time would say that something was done before it could be.
#[tokio::test]
async fn what_comes_later_is_later() {
    let portal = TestPortal::new();
    let receipt = portal.receipt("key-number-1").await;
    let bearer = format!("Bearer {TOKEN}");
    let officer = [("authorization", bearer.as_str())];
    let of_officer = |what: &str| format!("/api/officer/dossiers/{}/{what}", receipt.code);
    let of_applicant = |what: &str| format!("/api/dossiers/{}/{what}", receipt.code);
    let key = [("idempotency-key", "key-number-2")];
    let flaws = json!([{"pointer": "/answers/name", "reason": "mismatch"}]);
    let proof = json!({"proof": receipt.lookup});
    let with = |name: &str, value: Value| {
        let mut body = proof.clone();
        body[name] = value;
        body
    };
    for (headers, path, body) in [
        (&officer, of_officer("messages"), json!({"text": "x"})),
        (&key, of_applicant("messages"), with("text", json!("x"))),
        (&officer, of_officer("supplements"), json!({"flaws": flaws})),
        (
            &officer,
            of_officer("status"),
            json!({"status": "in-progress"}),
        ),
        (&key, of_applicant("withdrawal"), proof.clone()),
    ] {
        let db = Connection::open(portal.data.path().join("portal.sqlite")).expect("a database");
        db.execute_batch("BEGIN IMMEDIATE").expect("a lock");
        let mut asked = std::pin::pin!(portal.post(&path, headers, &body));
        // It has been asked, and waits for the database.
        let waits = std::future::poll_fn(|context| {
            std::task::Poll::Ready(asked.as_mut().poll(context).is_pending())
        });
        assert!(waits.await, "{path}");
        portal.wait(60);
        db.execute_batch("COMMIT").expect("the lock");
        let reply = asked.await;
        assert!(reply.status.is_success(), "{path}: {reply:?}");
        let tables =
            "SELECT max(at) FROM (SELECT at FROM status_change UNION ALL SELECT at FROM message)";
        let last: String = db.query_row(tables, [], |row| row.get(0)).expect("a row");
        assert_eq!(last, portal.now(), "{path}");
    }
}

#[tokio::test]
async fn the_applicant_sees_what_the_officer_says() {
    let portal = TestPortal::new();
    let receipt = portal.receipt("key-number-1").await;
    portal.wait(3600);
    let body = json!({"status": "documents-requested", "note": " Thiếu ảnh. "});
    let spaced = receipt.code.to_lowercase();
    assert_eq!(set(&portal, &spaced, body, TOKEN).await.status, 204);
    let path = format!("/api{}", endpoint::tracking(&receipt.code));
    let reply = portal
        .post(&path, &[], &json!({"proof": receipt.lookup}))
        .await;
    let tracking: Tracking = reply.json();
    assert_eq!(tracking.status, Status::DocumentsRequested);
    let last = &tracking.history[1];
    assert_eq!(last.note.as_deref(), Some("Thiếu ảnh."));
    assert_eq!(last.at, "2026-11-22T09:00:00+07:00");

    let bearer = format!("Bearer {TOKEN}");
    let path = "/api/officer/dossiers";
    let list = portal
        .ask(Method::GET, path, &[("authorization", &bearer)], "")
        .await;
    let list: Value = list.json();
    assert_eq!(list["dossiers"][0]["code"], receipt.code);
    assert_eq!(list["dossiers"][0]["status"], "documents-requested");
    assert_eq!(list["dossiers"][0]["may_become"][0], "submitted");
}

#[tokio::test]
async fn nobody_else_is_an_officer() {
    let portal = TestPortal::new();
    let code = portal.receipt("key-number-1").await.code;
    for token in ["", "x", "an officer's toke"] {
        let reply = set(&portal, &code, json!({"status": "accepted"}), token).await;
        reply.problem(401, "officer-token");
        assert_eq!(reply.header("www-authenticate"), "Bearer");
    }
    portal
        .get("/api/officer/dossiers")
        .await
        .problem(401, "officer-token");
    let basic = [("authorization", "Basic abc")];
    let reply = portal
        .ask(Method::GET, "/api/officer/dossiers", &basic, "")
        .await;
    reply.problem(401, "officer-token");
}

#[tokio::test]
async fn what_an_officer_can_get_wrong() {
    let portal = TestPortal::new();
    let code = portal.receipt("key-number-1").await.code;
    let unknown = set(
        &portal,
        "H00-261122-0001",
        json!({"status": "accepted"}),
        TOKEN,
    )
    .await;
    unknown.problem(404, "dossier-unknown");
    let reply = set(&portal, &code, json!({"status": "done"}), TOKEN).await;
    reply.problem(400, "malformed-json");
    assert_eq!(reply.pointers(), ["/status"]);
    let long = json!({"status": "accepted", "note": "x".repeat(2_001)});
    set(&portal, &code, long, TOKEN)
        .await
        .problem(422, "note-too-long");
}
