//! Who may do what: every address of the contract that belongs to somebody, for nobody, for whoever has
//! the proof, for somebody with the proof of another dossier, for whoever has signed in, and for an officer.

use axum::http::Method;
use serde_json::{Value, json};

use crate::common::{TOKEN, TestPortal};
use crate::provider::VneId;

/// What an answer says to somebody who may not.
const UNKNOWN: &str = "urn:motcua:problem:dossier-unknown";
const NO_OFFICER: &str = "urn:motcua:problem:officer-token";
const NOBODY: &str = "urn:motcua:problem:sign-in-needed";
const TOO_LOW: &str = "urn:motcua:problem:account-needed";

#[tokio::test]
async fn every_address_for_nobody_the_owner_another_person_and_an_officer() {
    let portal = TestPortal::new();
    let mine = portal.receipt("key-number-1").await;
    let other = portal.receipt("key-number-2").await;
    let bearer = format!("Bearer {TOKEN}");
    let dossier = |what: &str| format!("/api/dossiers/{}/{what}", mine.code);
    let officer = |what: &str| format!("/api/officer/dossiers/{}{what}", mine.code);
    let flaw = json!({"flaws": [{"pointer": "/answers/name", "reason": "blurred"}]});
    // The last of them change the status; each is asked by the owner or the officer last.
    let of_applicants = [
        (dossier("tracking"), json!({})),
        (dossier("answers"), json!({})),
        (dossier("supplements/x"), json!({"answers": {}})),
        (dossier("messages"), json!({"text": "x"})),
        (dossier("results/x"), json!({})),
        (dossier("withdrawal"), json!({})),
    ];
    let of_officers = [
        (
            Method::GET,
            "/api/officer/dossiers".to_string(),
            json!(null),
        ),
        (Method::GET, "/api/officer/outbox".to_string(), json!(null)),
        (Method::GET, officer(""), json!(null)),
        (Method::GET, officer("/files/x"), json!(null)),
        (Method::POST, officer("/messages"), json!({"text": "x"})),
        (Method::POST, officer("/results?name=x"), json!({})),
        (
            Method::POST,
            officer("/components/x/status"),
            json!({"status": "accepted"}),
        ),
        (Method::POST, officer("/supplements"), flaw),
        (
            Method::POST,
            officer("/status"),
            json!({"status": "accepted"}),
        ),
    ];
    let ask = async |method: Method, path: &str, authorization: &str, body: &Value| {
        let mut headers = vec![
            ("content-type", "application/json"),
            ("idempotency-key", "access-key-1"),
        ];
        if !authorization.is_empty() {
            headers.push(("authorization", authorization));
        }
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        portal.ask(method, path, &headers, body).await
    };
    for (path, body) in of_applicants {
        let with = |proof: &str| {
            let mut body = body.clone();
            if !proof.is_empty() {
                body["proof"] = json!(proof);
            }
            body
        };
        for (who, proof, authorization) in [
            ("nobody", "", ""),
            ("a guess", "AAAAA-AAAAA", ""),
            ("another person", other.lookup.as_str(), ""),
            // An officer's token opens no applicant's door.
            ("an officer", "", bearer.as_str()),
        ] {
            let reply = ask(Method::POST, &path, authorization, &with(proof)).await;
            let problem: Value = reply.json();
            assert_eq!(
                (reply.status.as_u16(), problem["type"].as_str()),
                (404, Some(UNKNOWN)),
                "{who} at {path}"
            );
        }
        let reply = ask(Method::POST, &path, "", &with(&mine.lookup)).await;
        let problem: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
        assert_ne!(
            problem["type"].as_str(),
            Some(UNKNOWN),
            "the owner at {path}"
        );
        // Wrong tries are counted; a quarter of an hour later they are forgotten.
        portal.wait(16 * 60);
    }
    for (method, path, body) in of_officers {
        let mut with_proof = body.clone();
        if with_proof.is_object() {
            with_proof["proof"] = json!(mine.lookup);
        }
        for (who, authorization) in [
            ("nobody", ""),
            ("the owner", ""),
            ("a guess", "Bearer guess"),
            ("the owner's word", mine.lookup.as_str()),
        ] {
            let reply = ask(method.clone(), &path, authorization, &with_proof).await;
            let problem: Value = reply.json();
            assert_eq!(
                (reply.status.as_u16(), problem["type"].as_str()),
                (401, Some(NO_OFFICER)),
                "{who} at {path}"
            );
        }
        let reply = ask(method, &path, &bearer, &body).await;
        assert_ne!(reply.status.as_u16(), 401, "an officer at {path}");
    }
    // The desk opens to nobody with a token or a proof alone: its door is a session (`desk`).
    let desk = |what: &str| format!("/desk/dossiers/{}{what}", mine.code);
    for (method, path) in [
        (Method::GET, "/desk".to_string()),
        (Method::GET, "/desk/outbox".to_string()),
        (Method::GET, desk("")),
        (Method::GET, desk("/files/x")),
        (Method::GET, desk("/supplement")),
        (Method::POST, desk("/status")),
        (Method::POST, desk("/components/x/status")),
        (Method::POST, desk("/messages")),
        (Method::POST, desk("/results")),
        (Method::POST, desk("/supplement")),
    ] {
        for authorization in ["", "Bearer guess", bearer.as_str()] {
            let reply = ask(
                method.clone(),
                &path,
                authorization,
                &json!({"proof": mine.lookup}),
            )
            .await;
            // To the form for signing in; a form from nowhere not even there.
            let wanted = if method == Method::GET { 303 } else { 403 };
            assert_eq!(reply.status.as_u16(), wanted, "{method} {path}");
        }
    }
}

/// Sessions of every kind: nobody's, one that has ended, one that was signed out, another person's, the owner's.
#[tokio::test]
async fn every_address_for_sessions() {
    let provider = VneId::start().await;
    let issuer = provider.issuer.clone();
    let portal = TestPortal::with(|settings| {
        settings.oidc = Some(portal_reference::Provider::new(issuer, "motcua"));
    });
    let expired = portal.sign_in("0912345670").await;
    portal.wait(31 * 60);
    let signed_out = portal.sign_in("0912345671").await;
    let gone = portal
        .asks(Method::DELETE, "/api/session", &signed_out, &Value::Null)
        .await;
    assert_eq!(gone.status, 204);
    let other = portal.sign_in("0912345672").await;
    // The same person, once known well and once not so well: the dossier is theirs both times.
    let low = provider.sign_in(&portal, 0, 1).await;
    let owner = provider.sign_in(&portal, 0, 2).await;
    let headers = [
        ("idempotency-key", "key-number-1"),
        ("cookie", owner.as_str()),
        ("motcua-csrf", "1"),
    ];
    let new = json!({"procedure": "0.000001", "version": "1", "locale": "vi", "answers": crate::common::answers()});
    let reply = portal.post("/api/dossiers", &headers, &new).await;
    let code = reply.json::<portal_wire::Receipt>().code;
    let nobody = "session=00000000000000000000000000000000";
    let sessions = [
        ("nobody", nobody),
        ("an expired session", &expired),
        ("a signed-out session", &signed_out),
        ("another person", &other),
        ("the owner, level 1", &low),
        ("the owner", &owner),
    ];
    let kind = |reply: &crate::common::Reply| {
        let problem: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
        problem["type"].as_str().map(str::to_string)
    };
    for (what, body) in [
        ("tracking", json!({})),
        ("answers", json!({})),
        ("supplements/x", json!({"answers": {}})),
        ("messages", json!({"text": "x"})),
        ("results/x", json!({})),
        ("withdrawal", json!({})),
    ] {
        let path = format!("/api/dossiers/{code}/{what}");
        for (who, session) in sessions {
            let reply = portal.asks(Method::POST, &path, session, &body).await;
            let is_unknown = kind(&reply).as_deref() == Some(UNKNOWN);
            assert_eq!(
                is_unknown,
                !who.starts_with("the owner"),
                "{who} at {path}: {reply:?}"
            );
        }
    }
    // Level 0: whoever has signed in.
    let lookup = json!({"procedure": "x", "field": "x", "key": "x"});
    for (method, path, body, level) in [
        (Method::POST, "/api/session", Value::Null, 0),
        (Method::GET, "/api/me/dossiers", Value::Null, 0),
        (Method::GET, "/api/me/prefill/0.000001", Value::Null, 0),
        (Method::POST, "/api/lookups/licences", lookup.clone(), 1),
        (Method::POST, "/api/lookups/people", lookup, 2),
        (Method::GET, "/api/me/documents", Value::Null, 2),
        (
            Method::POST,
            "/api/me/documents/portrait/uploads",
            Value::Null,
            2,
        ),
    ] {
        for (who, session) in sessions {
            let reply = portal.asks(method.clone(), path, session, &body).await;
            let wanted = match who {
                "another person" | "the owner, level 1" if level == 2 => Some(TOO_LOW),
                "another person" | "the owner, level 1" | "the owner" => None,
                _ => Some(NOBODY),
            };
            match (wanted, kind(&reply)) {
                (Some(wanted), found) => {
                    assert_eq!(found.as_deref(), Some(wanted), "{who} at {path}")
                }
                (None, found) => {
                    let is_refused = [NOBODY, TOO_LOW].map(Some).contains(&found.as_deref());
                    assert!(!is_refused, "{who} at {path}: {found:?}");
                }
            }
        }
    }
    // A session opens no officer's door.
    for path in ["dossiers", "outbox", &format!("dossiers/{code}")] {
        let path = format!("/api/officer/{path}");
        let reply = portal.asks(Method::GET, &path, &owner, &Value::Null).await;
        assert_eq!(kind(&reply).as_deref(), Some(NO_OFFICER), "{path}");
    }
}
