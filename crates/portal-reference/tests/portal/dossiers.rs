use std::sync::Arc;

use axum::http::Method;
use portal_wire::{Receipt, Tracking};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::common::{TestPortal, answers, answers_with, jpeg};

const KEY: [(&str, &str); 1] = [("idempotency-key", "a-key-for-tests")];

fn rows(portal: &TestPortal, sql: &str) -> i64 {
    let db = Connection::open(portal.data.path().join("portal.sqlite")).expect("a database");
    db.query_row(sql, [], |row| row.get(0)).expect("a number")
}

#[tokio::test]
async fn answers_become_a_dossier_with_a_code() {
    let portal = TestPortal::new();
    let reply = portal.send("key-number-1", answers()).await;
    assert_eq!(reply.status, 201);
    let receipt: Receipt = reply.json();
    assert_eq!(receipt.code, "H00.00.00-261122-0001");
    assert_eq!(receipt.received_at, "2026-11-22T08:00:00+07:00");
    assert_eq!(
        (receipt.procedure.as_str(), receipt.lookup.len()),
        ("0.000001", 11)
    );
    assert_eq!(
        reply.header("location"),
        "/api/dossiers/H00.00.00-261122-0001/tracking"
    );
    assert_eq!(
        portal.receipt("key-number-2").await.code,
        "H00.00.00-261122-0002"
    );
    // 16 hours later it is the next day in Vietnam, and still the same day in Greenwich.
    portal.wait(16 * 3600);
    assert_eq!(
        portal.receipt("key-number-3").await.code,
        "H00.00.00-261123-0001"
    );
}

#[tokio::test]
async fn what_is_stored_is_nfc_and_as_it_is_sent() {
    let portal = TestPortal::new();
    let nfd = "Đặng Hươ\u{300}ng";
    let reply = portal
        .send("key-number-1", answers_with("name", nfd.into()))
        .await;
    assert_eq!(reply.status, 201, "{reply:?}");
    let db = Connection::open(portal.data.path().join("portal.sqlite")).expect("a database");
    let stored: String = db
        .query_row("SELECT answers FROM dossier", [], |row| row.get(0))
        .expect("answers");
    let stored: Value = serde_json::from_str(&stored).expect("JSON");
    let wanted = json!({"name": "Đặng Hường", "number": "001099000001", "born": "1990-03-27"});
    assert_eq!(stored, wanted);
}

// [10]
#[tokio::test]
async fn the_same_again_gives_the_same_receipt() {
    let portal = TestPortal::new();
    let first = portal.receipt("key-number-1").await;
    let again = portal.send("key-number-1", answers()).await;
    assert_eq!(again.status, 200);
    assert_eq!(again.json::<Receipt>(), first);
    assert!(again.header("location").contains(&first.code));
    let other = portal
        .send("key-number-1", answers_with("name", "Y Moan".into()))
        .await;
    other.problem(422, "idempotency-key-reused");
    assert_eq!(rows(&portal, "SELECT count(*) FROM dossier"), 1);
    // After a restart and on another day too.
    let portal = portal.again();
    portal.wait(30 * 24 * 3600);
    assert_eq!(
        portal
            .send("key-number-1", answers())
            .await
            .json::<Receipt>(),
        first
    );
}

#[tokio::test]
async fn a_refused_body_does_not_use_the_key_up() {
    let portal = TestPortal::new();
    portal
        .send("key-number-1", json!({}))
        .await
        .problem(422, "answers-refused");
    portal.receipt("key-number-1").await;
}

// [10]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_at_once_make_one() {
    let portal = Arc::new(TestPortal::new());
    for round in 0..10 {
        let key = format!("key-of-round-{round}");
        let photo = portal.upload(&jpeg(600, 800, 5_000)).await;
        let answers = answers_with("photo", json!([{"upload": photo}]));
        let tasks: Vec<_> = (0..4)
            .map(|_| {
                let (portal, key, answers) = (portal.clone(), key.clone(), answers.clone());
                tokio::spawn(async move { portal.send(&key, answers).await })
            })
            .collect();
        let mut receipts = Vec::new();
        let mut created = 0;
        for task in tasks {
            let reply = task.await.expect("an answer");
            assert!(reply.status.is_success(), "{reply:?}");
            created += usize::from(reply.status == 201);
            receipts.push(reply.json::<Receipt>());
        }
        assert_eq!(created, 1);
        assert!(receipts.iter().all(|receipt| *receipt == receipts[0]));
    }
    assert_eq!(rows(&portal, "SELECT count(*) FROM dossier"), 10);
    assert_eq!(rows(&portal, "SELECT last FROM sequence"), 10);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_of_two_bodies_with_the_same_key_is_stored() {
    let portal = Arc::new(TestPortal::new());
    for round in 0..10 {
        let key = format!("key-of-round-{round}");
        let tasks: Vec<_> = ["Y Moan", "H'Hen Niê", "Y Moan", "H'Hen Niê"]
            .into_iter()
            .map(|name| {
                let (portal, key) = (portal.clone(), key.clone());
                let answers = answers_with("name", name.into());
                tokio::spawn(async move { (name, portal.send(&key, answers).await) })
            })
            .collect();
        let mut replies = Vec::new();
        for task in tasks {
            replies.push(task.await.expect("an answer"));
        }
        let created = |(_, reply): &&(&str, crate::common::Reply)| reply.status == 201;
        assert_eq!(replies.iter().filter(created).count(), 1);
        let (name, first) = replies.iter().find(created).expect("one");
        for (other, reply) in &replies {
            if other == name {
                assert_eq!(reply.json::<Receipt>(), first.json::<Receipt>());
            } else {
                reply.problem(422, "idempotency-key-reused");
            }
        }
    }
    assert_eq!(rows(&portal, "SELECT count(*) FROM dossier"), 10);
}

#[tokio::test]
async fn what_may_work_later_says_when_and_what_never_will_is_a_clear_no() {
    let portal = TestPortal::new();
    let db = Connection::open(portal.data.path().join("portal.sqlite")).expect("a database");
    let sql = "INSERT INTO sequence (day, last) VALUES ('261122', 9999999)";
    db.execute(sql, []).expect("a write");
    let reply = portal.send("key-number-1", answers()).await;
    reply.problem(503, "day-full");
    // It is 08:00; the next day has codes again.
    assert_eq!(reply.header("retry-after"), (16 * 3600).to_string());
    portal.wait(16 * 3600);
    assert_eq!(
        portal.receipt("key-number-1").await.code,
        "H00.00.00-261123-0001"
    );

    let body = json!({"procedure": "0.000002", "version": "1", "locale": "vi", "answers": {}});
    let reply = portal.post("/api/dossiers", &KEY, &body).await;
    reply.problem(422, "definition-broken");
    assert_eq!(reply.header("retry-after"), "");
}

/// A client reads a no as a decision only where the portal itself gives it.
#[tokio::test]
async fn every_no_has_a_type_of_the_contract() {
    let portal = TestPortal::new();
    portal.receipt("key-number-1").await;
    let json = ("content-type", "application/json");
    let new = |name: &str, value: Value| {
        let mut new =
            json!({"procedure": "0.000001", "version": "1", "locale": "vi", "answers": answers()});
        new[name] = value;
        new.to_string()
    };
    let used = [("idempotency-key", "key-number-1"), json];
    let mut statuses = Vec::new();
    for (headers, body) in [
        (vec![json], new("version", "1".into())),
        (vec![KEY[0]], new("version", "1".into())),
        (vec![KEY[0], json], "{".into()),
        (vec![KEY[0], json], new("version", "0".into())),
        (vec![KEY[0], json], new("locale", "".into())),
        (vec![KEY[0], json], new("procedure", "9.9".into())),
        (vec![KEY[0], json], new("procedure", "0.000002".into())),
        (vec![KEY[0], json], new("procedure", "0.000003".into())),
        (vec![KEY[0], json], new("answers", json!({"name": 5}))),
        (vec![KEY[0], json], " ".repeat(2 << 20)),
        (used.to_vec(), new("locale", "en".into())),
    ] {
        for encoding in ["identity", "br"] {
            let mut headers = headers.clone();
            headers.push(("accept-encoding", encoding));
            let reply = portal
                .ask(Method::POST, "/api/dossiers", &headers, body.clone())
                .await;
            let status = reply.status.as_u16();
            assert!((400..500).contains(&status), "{reply:?}");
            assert_eq!(reply.header("content-type"), portal_wire::PROBLEM_JSON);
            if encoding == "identity" {
                let problem: portal_wire::ProblemDetails = reply.json();
                assert!(
                    problem.kind.starts_with(portal_wire::PROBLEM_TYPES),
                    "{problem:?}"
                );
                statuses.push(status);
            }
        }
    }
    assert_eq!(
        statuses,
        [400, 415, 400, 409, 422, 422, 422, 422, 422, 413, 422]
    );
}

#[tokio::test]
async fn hostile_bodies_are_answered_soon_and_break_nothing() {
    let portal = TestPortal::new();
    let post = async |body: String| {
        let headers = [KEY[0], ("content-type", "application/json")];
        let began = std::time::Instant::now();
        let reply = portal
            .ask(Method::POST, "/api/dossiers", &headers, body)
            .await;
        assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
        reply
    };
    let new = |answers: &str| {
        format!(
            r#"{{"procedure": "0.000001", "version": "1", "locale": "vi", "answers": {answers}}}"#
        )
    };
    let nested =
        |depth: usize| format!(r#"{{"name": {}{}}}"#, "[".repeat(depth), "]".repeat(depth));
    let many: Vec<String> = (0..100_000).map(|n| format!("\"{n:x}\":1")).collect();
    let uploads = vec![r#"{"upload":"0123456789abcdef0123456789abcdef"}"#; 20_000];
    for (answers, status, kind) in [
        (nested(100), 422, "answers-refused"),
        (nested(10_000), 400, "malformed-json"),
        (format!("[{}]", "{},".repeat(10_000)), 400, "malformed-json"),
        (r#"{"name": 1e999}"#.into(), 400, "malformed-json"),
        (
            format!(r#"{{"name": {}}}"#, "9".repeat(10_000)),
            400,
            "malformed-json",
        ),
        (
            r#"{"name": -0.0, "born": 123456789012345678901234567890}"#.into(),
            422,
            "answers-refused",
        ),
        (r#"{"name": "\ud800"}"#.into(), 400, "malformed-json"),
        (r#"{"name": "A\u0000B"}"#.into(), 422, "answers-refused"),
        (r#"{"na\u0000me": "A"}"#.into(), 422, "answers-refused"),
        (
            format!(r#"{{"name": "{}"}}"#, "\u{1E9}".repeat(200_000)),
            422,
            "answers-refused",
        ),
        (format!("{{{}}}", many.join(",")), 422, "answers-refused"),
        (
            format!(r#"{{"photo": [{}]}}"#, uploads.join(",")),
            422,
            "answers-refused",
        ),
        (
            r#"{"photo": [{"upload": "\u0000"}], "": {"": ""}, "/~1": null}"#.into(),
            422,
            "answers-refused",
        ),
    ] {
        let reply = post(new(&answers)).await;
        let shown = &answers[..answers.len().min(40)];
        assert_eq!(reply.status, status, "{shown}: {:.500}", reply.text());
        reply.problem(status, kind);
        assert!(reply.body.len() < 100_000, "{shown}: {}", reply.body.len());
    }
    let nul = r#"{"procedure": "\u0000", "version": "\u0000", "locale": "vi", "answers": {}}"#;
    post(nul.into()).await.problem(422, "procedure-unknown");
    // A name that stands twice: outside the answers nobody can say which is meant, within them the
    // last one counts, as in a browser.
    let twice = r#"{"procedure": "0.000001", "procedure": "0.000003", "version": "1", "locale": "vi", "answers": {}}"#;
    post(twice.into()).await.problem(400, "malformed-json");
    let twice =
        new(r#"{"name": 1, "name": "Y Moan", "number": "001099000001", "born": "1990-03-27"}"#);
    assert_eq!(post(twice).await.status, 201);
    assert_eq!(rows(&portal, "SELECT count(*) FROM dossier"), 1);
}

#[tokio::test]
async fn keys_have_a_shape() {
    let portal = TestPortal::new();
    for key in ["", "short", "with space", &"x".repeat(129)] {
        let reply = portal.send(key, answers()).await;
        reply.problem(400, "idempotency-key");
    }
    let body = json!({"procedure": "0.000001", "version": "1", "locale": "vi", "answers": {}});
    let reply = portal.post("/api/dossiers", &[], &body).await;
    reply.problem(400, "idempotency-key");
    assert_eq!(portal.send(&"x".repeat(128), answers()).await.status, 201);
}

// [74]
#[tokio::test]
async fn every_problem_has_its_pointer_and_vietnamese_words() {
    let portal = TestPortal::new();
    let sent = json!({
        "number": "12", "born": "2027-01-01", "other": 1,
        "home": {"province": "01", "commune": "26740", "detail": ""},
        "province": "79", "commune": "00004",
        "photo": [{"upload": "../../etc/passwd"}],
    });
    let reply = portal.send("key-number-1", sent).await;
    let mut errors = reply.problem(422, "answers-refused").errors;
    errors.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    let errors: Vec<(&str, &str)> = errors
        .iter()
        .map(|e| (e.pointer.as_str(), e.detail.as_str()))
        .collect();
    let wanted = [
        ("/answers/born", "Không được sau ngày hôm nay."),
        ("/answers/commune", "Không có trong các lựa chọn."),
        ("/answers/home/commune", "Không có trong các lựa chọn."),
        ("/answers/home/detail", "Chưa có thông tin này."),
        ("/answers/name", "Chưa có thông tin này."),
        ("/answers/number", "Số định danh cá nhân phải có 12 chữ số."),
        ("/answers/other", "Biểu mẫu không hỏi thông tin này."),
        ("/answers/photo/0", "Cổng chưa nhận đủ tệp này."),
    ];
    assert_eq!(errors, wanted);
    assert_eq!(rows(&portal, "SELECT count(*) FROM dossier"), 0);
}

#[tokio::test]
async fn today_is_the_day_in_vietnam() {
    let portal = TestPortal::new();
    // 23 November has begun in Vietnam at 17:00 in Greenwich on the 22nd.
    portal.wait(16 * 3600);
    let reply = portal
        .send("key-number-1", answers_with("born", "2026-11-23".into()))
        .await;
    assert_eq!(reply.status, 201, "{reply:?}");
}

#[tokio::test]
async fn bodies_that_are_none() {
    let portal = TestPortal::new();
    let json = ("content-type", "application/json");
    let post = async |headers: &[(&str, &str)], body: String| {
        portal
            .ask(Method::POST, "/api/dossiers", headers, body)
            .await
    };
    post(&[KEY[0], json], "{".into())
        .await
        .problem(400, "malformed-json");
    post(&[KEY[0], json], "".into())
        .await
        .problem(400, "malformed-json");
    post(&[KEY[0]], "{}".into()).await.problem(415, "not-json");
    let long = format!("\"{}\"", "x".repeat(1 << 20));
    post(&[KEY[0], json], long)
        .await
        .problem(413, "body-too-large");
    let deep = "[".repeat(100_000);
    post(&[KEY[0], json], deep)
        .await
        .problem(400, "malformed-json");
    let reply = post(&[KEY[0], json], r#"{"procedure": 5}"#.into()).await;
    reply.problem(400, "malformed-json");
    assert_eq!(reply.pointers(), ["/procedure"]);
    let new = |procedure: &str, version: &str, locale: &str, answers: Value| json!({"procedure": procedure, "version": version, "locale": locale, "answers": answers});
    for (body, status, kind, pointer) in [
        (
            new("9.9", "1", "vi", json!({})),
            422,
            "procedure-unknown",
            vec!["/procedure"],
        ),
        (
            new("0.000001", "0", "vi", json!({})),
            409,
            "version-changed",
            vec!["/version"],
        ),
        (
            new("0.000002", "1", "vi", json!({})),
            422,
            "definition-broken",
            vec![],
        ),
        (
            new("0.000003", "1", "vi", json!({})),
            422,
            "not-online",
            vec![],
        ),
        (
            new("0.000001", "1", "v i", json!({})),
            422,
            "answers-refused",
            vec!["/locale"],
        ),
        (
            new("0.000001", "1", "vi", json!([])),
            422,
            "answers-refused",
            vec!["/answers"],
        ),
    ] {
        let reply = portal.post("/api/dossiers", &KEY, &body).await;
        reply.problem(status, kind);
        assert_eq!(reply.pointers(), pointer);
    }
}

#[tokio::test]
async fn an_upload_belongs_to_one_dossier() {
    let portal = TestPortal::new();
    let photo = portal.upload(&jpeg(600, 800, 5_000)).await;
    let with = |upload: &str| answers_with("photo", json!([{"upload": upload, "name": "x.exe"}]));
    assert_eq!(portal.send("key-number-1", with(&photo)).await.status, 201);
    assert_eq!(
        rows(
            &portal,
            "SELECT count(*) FROM upload WHERE dossier IS NOT NULL"
        ),
        1
    );
    let reply = portal.send("key-number-2", with(&photo)).await;
    reply.problem(422, "answers-refused");
    assert_eq!(reply.pointers(), ["/answers/photo/0"]);
    let address = format!("/api/uploads/{photo}");
    let tus = [("tus-resumable", "1.0.0")];
    let reply = portal.ask(Method::DELETE, &address, &tus, "").await;
    reply.problem(409, "upload-claimed");
    // It outlives the week after which unclaimed uploads go.
    portal.wait(8 * 24 * 3600);
    let portal = portal.again();
    assert_eq!(
        portal.ask(Method::HEAD, &address, &tus, "").await.status,
        200
    );
}

#[tokio::test]
async fn files_are_told_by_their_content() {
    let portal = TestPortal::new();
    let send = async |upload: String| {
        portal
            .send(
                "key-number-1",
                answers_with("photo", json!([{"upload": upload}])),
            )
            .await
    };
    let wrong = portal.upload(b"MZ a program").await;
    let reply = send(wrong).await;
    let problem = reply.problem(422, "answers-refused");
    assert_eq!(problem.errors[0].detail, "Chỉ nhận tệp JPG, PDF.");
    let empty = portal.upload(b"").await;
    let problem = send(empty).await.problem(422, "answers-refused");
    assert_eq!(problem.errors[0].detail, "Tệp không có nội dung.");
    let half = [("tus-resumable", "1.0.0"), ("upload-length", "5")];
    let half = portal.ask(Method::POST, "/api/uploads", &half, "").await;
    let half = half
        .header("location")
        .rsplit('/')
        .next()
        .expect("a name")
        .to_string();
    let problem = send(half).await.problem(422, "answers-refused");
    assert_eq!(problem.errors[0].detail, "Cổng chưa nhận đủ tệp này.");
}

#[tokio::test]
async fn a_restart_keeps_everything() {
    let portal = TestPortal::new();
    let receipt = portal.receipt("key-number-1").await;
    let portal = portal.again();
    let path = format!("/api/dossiers/{}/tracking", receipt.code);
    let reply = portal
        .post(&path, &[], &json!({"proof": receipt.lookup}))
        .await;
    assert_eq!(reply.json::<Tracking>().code, receipt.code);
    assert_eq!(
        portal.receipt("key-number-2").await.code,
        "H00.00.00-261122-0002"
    );
}
