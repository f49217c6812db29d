//! After sending: what officer and applicant do with a dossier.

use axum::http::Method;
use portal_wire::{DossierAnswers, Receipt, Status, Tracking};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::common::{Reply, TOKEN, TestPortal, answers, answers_with, jpeg};

/// A procedure with a fee, a time, components and a list.
pub(crate) fn group() -> Value {
    json!({
        "format": 1, "code": "0.000009", "version": "1", "level": "full", "name": "Liên thông thử",
        "agency": "Cơ quan thử", "summary": "Để thử.",
        "fees": [
            {"label": "Giảm", "vnd": 5000, "when": {"==": [{"var": "kind"}, "less"]}, "source": "A"},
            {"label": "Thường", "vnd": 10000, "each": {"count": [{"var": "people"}]}, "source": "B"},
        ],
        "times": [{"working_days": 3, "cut_off": "15:00", "source": "C"}],
        "components": [
            {"id": "one", "name": "Một", "agency": "Xã", "working_days": 1, "source": "D"},
            {"id": "two", "name": "Hai", "agency": "Tỉnh", "working_days": 5, "source": "D", "when": {"==": [{"var": "kind"}, "more"]}},
        ],
        "steps": [
            {"id": "a", "title": "A", "fields": [
                {"id": "kind", "kind": "choice", "label": "Loại", "options": [
                    {"value": "less", "label": "Ít"}, {"value": "more", "label": "Nhiều"}]},
                {"id": "why", "kind": "text", "label": "Vì sao", "visible": {"==": [{"var": "kind"}, "more"]}},
                {"id": "day", "kind": "date", "label": "Ngày", "earliest": "today", "required": false},
                {"id": "ap_tel", "kind": "text", "format": "phone", "label": "Số điện thoại", "required": false},
                {"id": "photo", "kind": "file", "label": "Ảnh", "required": false}]},
            {"id": "b", "title": "B", "fields": [{"id": "people", "kind": "repeat", "label": "Những người", "item": "Người", "fields": [
                {"id": "p_name", "kind": "text", "label": "Họ tên"}, {"id": "p_job", "kind": "text", "label": "Việc", "required": false}]}]},
        ],
    })
}

fn with_group() -> TestPortal {
    TestPortal::with(|settings| {
        let folder = settings.procedures.clone().expect("a folder");
        std::fs::write(folder.join("9.json"), group().to_string()).expect("a file");
    })
}

async fn send(portal: &TestPortal, answers: Value) -> Receipt {
    let body = json!({"procedure": "0.000009", "version": "1", "locale": "en", "answers": answers,
        "in_words": [{"section": "A", "label": "Loại", "value": "Nhiều"}]});
    let headers = [("idempotency-key", "key-number-9")];
    let reply = portal.post("/api/dossiers", &headers, &body).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    reply.json()
}

fn people() -> Value {
    json!({"kind": "more", "why": "Vậy", "ap_tel": "0912345678", "people": [{"p_name": "A", "p_job": "X"}, {"p_name": "B"}]})
}

async fn officer(portal: &TestPortal, path: &str, body: Value) -> Reply {
    let bearer = format!("Bearer {TOKEN}");
    let path = format!("/api/officer/{path}");
    portal
        .post(&path, &[("authorization", &bearer)], &body)
        .await
}

async fn read(portal: &TestPortal, path: &str) -> Value {
    let bearer = format!("Bearer {TOKEN}");
    let path = format!("/api/officer/{path}");
    let reply = portal
        .ask(Method::GET, &path, &[("authorization", &bearer)], "")
        .await;
    assert_eq!(reply.status, 200, "{reply:?}");
    reply.json()
}

async fn applicant(
    portal: &TestPortal,
    receipt: &Receipt,
    what: &str,
    key: &str,
    mut body: Value,
) -> Reply {
    body["proof"] = json!(receipt.lookup);
    let path = format!("/api/dossiers/{}/{what}", receipt.code);
    portal.post(&path, &[("idempotency-key", key)], &body).await
}

async fn track(portal: &TestPortal, receipt: &Receipt) -> Tracking {
    applicant(portal, receipt, "tracking", "", json!({}))
        .await
        .json()
}

/// Asks for these places, and gives the request's name.
async fn ask(portal: &TestPortal, receipt: &Receipt, pointers: &[&str]) -> String {
    let flaws: Vec<Value> = pointers
        .iter()
        .map(|pointer| json!({"pointer": pointer, "reason": "blurred", "note": "Chụp lại.", "source": "TT 03/2025/TT-VPCP"}))
        .collect();
    let path = format!("dossiers/{}/supplements", receipt.code);
    let body = json!({"deadline": "2026-12-01", "contact": "Số 1, phố Mẫu", "flaws": flaws});
    let reply = officer(portal, &path, body).await;
    assert_eq!(reply.status, 204, "{reply:?}");
    track(portal, receipt)
        .await
        .supplement
        .expect("a request")
        .id
}

#[tokio::test]
async fn fees_the_day_on_which_it_is_due_and_components_follow_from_the_answers() {
    let portal = with_group();
    // Sunday 22 November 2026, 8:00; the 24th is a holiday.
    let receipt = send(&portal, people()).await;
    let tracking = track(&portal, &receipt).await;
    let due = tracking.due.expect("a day");
    assert_eq!(
        (due.received_on.as_str(), due.on.as_str(), due.may_change),
        ("2026-11-23", "2026-11-27", false)
    );
    let fees: Vec<_> = tracking
        .fees
        .iter()
        .map(|fee| (fee.vnd, fee.source.as_str()))
        .collect();
    assert_eq!(fees, [(Some(20_000), "B")]);
    let components: Vec<_> = tracking
        .components
        .iter()
        .map(|c| (c.id.as_str(), c.due_on.as_str(), c.status))
        .collect();
    assert_eq!(
        components,
        [
            ("one", "2026-11-25", Status::Submitted),
            ("two", "2026-12-01", Status::Submitted)
        ]
    );
    assert!(tracking.may_withdraw);

    // Each goes its own way.
    let path = format!("dossiers/{}/components/one/status", receipt.code);
    assert_eq!(
        officer(&portal, &path, json!({"status": "accepted"}))
            .await
            .status,
        204
    );
    officer(&portal, &path, json!({"status": "delivered"}))
        .await
        .problem(409, "status-not-allowed");
    let statuses: Vec<_> = track(&portal, &receipt)
        .await
        .components
        .iter()
        .map(|c| c.status)
        .collect();
    assert_eq!(statuses, [Status::Accepted, Status::Submitted]);
    let path = format!("dossiers/{}/components/three/status", receipt.code);
    officer(&portal, &path, json!({"status": "accepted"}))
        .await
        .problem(422, "not-right");
}

#[tokio::test]
async fn a_supplement_is_asked_for_and_answered_field_by_field() {
    let portal = with_group();
    let receipt = send(&portal, people()).await;
    portal.wait(2 * 24 * 3600);
    let id = ask(
        &portal,
        &receipt,
        &["/answers/people/1/p_name", "/answers/photo"],
    )
    .await;
    let tracking = track(&portal, &receipt).await;
    assert_eq!(tracking.status, Status::DocumentsRequested);
    assert_eq!(tracking.due, None, "the agency's time does not run");
    let supplement = tracking.supplement.expect("a request");
    assert_eq!(supplement.deadline.as_deref(), Some("2026-12-01"));
    assert_eq!(supplement.flaws[0].note, "Chụp lại.");
    let sent: DossierAnswers = applicant(&portal, &receipt, "answers", "", json!({}))
        .await
        .json();
    assert_eq!(sent.definition["code"], "0.000009");
    assert_eq!(sent.answers["people"][1]["p_name"], "B");

    let path = format!("supplements/{id}");
    let answer = |answers: &Value| json!({"answers": answers, "in_words": [{"section": "B", "label": "Họ tên", "value": "C"}]});
    let upload = portal.upload(&jpeg(600, 800, 2_000)).await;
    let mut new = sent.answers.clone();
    new["people"][1]["p_name"] = json!("C");
    new["photo"] = json!([{"upload": upload}]);
    // Something else beside it is not taken, and changes nothing.
    let mut more = new.clone();
    more["people"][0]["p_name"] = json!("Z");
    let reply = applicant(&portal, &receipt, &path, "answer-key-1", answer(&more)).await;
    reply.problem(422, "answer-not-asked");
    assert_eq!(reply.pointers(), ["/answers/people/0/p_name"]);
    // What is not right is told with its place.
    let mut wrong = new.clone();
    wrong["people"][1]["p_name"] = json!("");
    let reply = applicant(&portal, &receipt, &path, "answer-key-2", answer(&wrong)).await;
    reply.problem(422, "answers-refused");
    assert_eq!(reply.pointers(), ["/answers/people/1/p_name"]);

    let reply = applicant(&portal, &receipt, &path, "answer-key-3", answer(&new)).await;
    let after: Tracking = reply.json();
    assert_eq!(
        (after.status, after.supplement.clone()),
        (Status::Submitted, None)
    );
    assert_eq!(
        after.due.expect("a day").received_on,
        "2026-11-25",
        "the time begins anew"
    );
    // An answer that was lost is asked for again, and a second one is not taken.
    let again: Tracking = applicant(&portal, &receipt, &path, "answer-key-3", answer(&new))
        .await
        .json();
    assert_eq!(again.history.len(), after.history.len());
    applicant(&portal, &receipt, &path, "answer-key-4", answer(&new))
        .await
        .problem(409, "supplement-closed");
    let case = read(&portal, &format!("dossiers/{}", receipt.code)).await;
    assert_eq!(case["in_words"][0]["value"], "C");
    assert_eq!(case["files"][0]["id"], upload);
    // Asked again, the file that it has may stay.
    let id = ask(&portal, &receipt, &["/answers/why"]).await;
    let mut third = new.clone();
    third["why"] = json!("Khác");
    let reply = applicant(
        &portal,
        &receipt,
        &format!("supplements/{id}"),
        "answer-key-5",
        answer(&third),
    )
    .await;
    assert_eq!(reply.status, 200, "{reply:?}");
}

#[tokio::test]
async fn an_answer_that_brings_another_question_may_answer_it_too() {
    let portal = with_group();
    let receipt = send(&portal, json!({"kind": "less", "ap_tel": "0912345678"})).await;
    let id = ask(&portal, &receipt, &["/answers/kind"]).await;
    let new = json!({"kind": "more", "why": "Vậy", "ap_tel": "0912345678"});
    let reply = applicant(
        &portal,
        &receipt,
        &format!("supplements/{id}"),
        "answer-key-1",
        json!({"answers": new}),
    )
    .await;
    assert_eq!(reply.status, 200, "{reply:?}");
}

/// What was withdrawn does not come back because something was asked for before.
#[tokio::test]
async fn who_withdraws_is_asked_for_nothing_any_more() {
    let portal = with_group();
    let receipt = send(&portal, people()).await;
    let id = ask(&portal, &receipt, &["/answers/why"]).await;
    let mut answers = people();
    answers["why"] = json!("Khác");
    let answer = async |key: &str| {
        let body = json!({"answers": answers});
        applicant(&portal, &receipt, &format!("supplements/{id}"), key, body).await
    };
    let after: Tracking = applicant(&portal, &receipt, "withdrawal", "", json!({}))
        .await
        .json();
    assert_eq!(
        (after.status, after.supplement),
        (Status::WithdrawalRequested, None)
    );
    answer("answer-key-1")
        .await
        .problem(409, "supplement-closed");
    let path = format!("dossiers/{}/status", receipt.code);
    let reply = officer(
        &portal,
        &path,
        json!({"status": "stopped", "note": "Người nộp đã rút."}),
    )
    .await;
    assert_eq!(reply.status, 204);
    answer("answer-key-2")
        .await
        .problem(409, "supplement-closed");
    let end = track(&portal, &receipt).await;
    assert_eq!((end.status, end.supplement), (Status::Stopped, None));
    // Nor where an older program has left the request open.
    let db = Connection::open(portal.data.path().join("portal.sqlite")).expect("a database");
    db.execute("UPDATE supplement SET answered = NULL", [])
        .expect("a write");
    assert_eq!(track(&portal, &receipt).await.supplement, None);
    answer("answer-key-3")
        .await
        .problem(409, "supplement-closed");
    assert_eq!(track(&portal, &receipt).await.status, Status::Stopped);
}

/// A day that was right when it was sent is not wrong because time goes by.
#[tokio::test]
async fn a_supplement_is_judged_by_the_day_of_sending() {
    let portal = with_group();
    let mut answers = people();
    answers["day"] = json!("2026-11-22");
    let receipt = send(&portal, answers.clone()).await;
    portal.wait(3 * 24 * 3600);
    let id = ask(&portal, &receipt, &["/answers/why"]).await;
    answers["why"] = json!("Khác");
    let reply = applicant(
        &portal,
        &receipt,
        &format!("supplements/{id}"),
        "answer-key-1",
        json!({"answers": answers}),
    )
    .await;
    assert_eq!(reply.status, 200, "{reply:?}");
}

#[tokio::test]
async fn what_is_asked_makes_sense() {
    let portal = with_group();
    let receipt = send(&portal, people()).await;
    let path = format!("dossiers/{}/supplements", receipt.code);
    let flaw = |pointer: &str| json!({"pointer": pointer, "reason": "blurred"});
    for body in [
        json!({"flaws": []}),
        json!({"flaws": [flaw("photo")]}),
        json!({"flaws": [{"pointer": "/answers/photo", "reason": ""}]}),
        json!({"flaws": [flaw("/answers/photo")], "deadline": "soon"}),
        json!({"flaws": [flaw("/answers/photo")], "deadline": "2026-11-21"}),
    ] {
        officer(&portal, &path, body)
            .await
            .problem(422, "not-right");
    }
    // A row that is not there is told as it stands: the officer may know why.
    ask(&portal, &receipt, &["/answers/people/7/p_name"]).await;
    // One request at a time.
    let body = json!({"flaws": [flaw("/answers/photo")]});
    officer(&portal, &path, body)
        .await
        .problem(409, "status-not-allowed");
    // When the officer goes on without it, it is closed.
    let path = format!("dossiers/{}/status", receipt.code);
    assert_eq!(
        officer(&portal, &path, json!({"status": "in-progress"}))
            .await
            .status,
        204
    );
    assert_eq!(track(&portal, &receipt).await.supplement, None);
}

#[tokio::test]
async fn the_applicant_writes_withdraws_and_fetches_the_result() {
    let portal = with_group();
    let receipt = send(&portal, people()).await;
    let write = |key: &'static str, text: &str| {
        applicant(&portal, &receipt, "messages", key, json!({"text": text}))
    };
    assert_eq!(write("message-key-1", " Xin hỏi. ").await.status, 200);
    assert_eq!(write("message-key-1", "Xin hỏi.").await.status, 200);
    write("message-key-2", " ")
        .await
        .problem(422, "text-missing");
    write("message-key-2", &"x".repeat(2_001))
        .await
        .problem(422, "text-too-long");
    let path = format!("dossiers/{}/messages", receipt.code);
    assert_eq!(
        officer(&portal, &path, json!({"text": "Xin trả lời."}))
            .await
            .status,
        204
    );
    let messages: Vec<_> = track(&portal, &receipt)
        .await
        .messages
        .into_iter()
        .map(|m| (m.from_officer, m.text))
        .collect();
    assert_eq!(
        messages,
        [
            (false, "Xin hỏi.".to_string()),
            (true, "Xin trả lời.".to_string())
        ]
    );

    let bearer = format!("Bearer {TOKEN}");
    let path = format!(
        "/api/officer/dossiers/{}/results?name=ket-qua.pdf",
        receipt.code
    );
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/octet-stream"),
    ];
    let reply = portal
        .ask(Method::POST, &path, &headers, "%PDF-1.7 sample")
        .await;
    assert_eq!(reply.status, 204, "{reply:?}");
    let result = track(&portal, &receipt).await.results.remove(0);
    assert_eq!((result.name.as_str(), result.bytes), ("ket-qua.pdf", 15));
    let reply = applicant(
        &portal,
        &receipt,
        &format!("results/{}", result.id),
        "",
        json!({}),
    )
    .await;
    assert_eq!(
        (reply.header("content-type"), reply.text().as_str()),
        ("application/pdf", "%PDF-1.7 sample")
    );
    assert_eq!(reply.header("content-disposition"), "attachment");
    applicant(&portal, &receipt, "results/0", "", json!({}))
        .await
        .problem(404, "result-unknown");

    let withdraw = || {
        applicant(
            &portal,
            &receipt,
            "withdrawal",
            "",
            json!({"reason": "Đổi ý."}),
        )
    };
    let after: Tracking = withdraw().await.json();
    assert_eq!(after.status, Status::WithdrawalRequested);
    assert_eq!(
        after
            .history
            .last()
            .and_then(|last| last.note.clone())
            .as_deref(),
        Some("Đổi ý.")
    );
    let again: Tracking = withdraw().await.json();
    assert_eq!(
        again.history.len(),
        after.history.len(),
        "asked twice, it is done once"
    );
    let path = format!("dossiers/{}/status", receipt.code);
    assert_eq!(
        officer(
            &portal,
            &path,
            json!({"status": "stopped", "note": "Người nộp đã rút."})
        )
        .await
        .status,
        204
    );
    withdraw().await.problem(409, "withdrawal-not-possible");

    let sent = read(&portal, "outbox").await;
    let texts: Vec<&str> = sent["sent"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|m| m["text"].as_str())
        .collect();
    assert_eq!(texts.len(), 3, "a message, a result, a status: {texts:?}");
    assert!(
        texts
            .iter()
            .all(|text| text.starts_with(&format!("Application {}", receipt.code)))
    );
    assert_eq!(sent["sent"][0]["address"], "0912345678");
}

#[tokio::test]
async fn an_officer_reads_answers_questions_and_files() {
    let portal = with_group();
    let upload = portal.upload(&jpeg(600, 800, 2_000)).await;
    let mut answers = people();
    answers["photo"] = json!([{"upload": upload}]);
    let receipt = send(&portal, answers).await;
    let case = read(
        &portal,
        &format!("dossiers/{}", receipt.code.to_lowercase()),
    )
    .await;
    let questions: Vec<_> = case["questions"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|q| {
            (
                q["pointer"].as_str().expect("a text"),
                q["label"].as_str().expect("a text"),
            )
        })
        .collect();
    assert!(
        questions.contains(&("/answers/people/1/p_name", "Người 2: Họ tên")),
        "{questions:?}"
    );
    assert!(
        !questions
            .iter()
            .any(|(pointer, _)| *pointer == "/answers/people/1/p_job"),
        "it has no answer"
    );
    assert_eq!(case["may_become"][0], "accepted");
    let bearer = format!("Bearer {TOKEN}");
    let path = format!("/api/officer/dossiers/{}/files/{upload}", receipt.code);
    let reply = portal
        .ask(Method::GET, &path, &[("authorization", &bearer)], "")
        .await;
    assert_eq!(
        (
            reply.status.as_u16(),
            reply.header("content-type"),
            reply.body.len()
        ),
        (200, "image/jpeg", 2_000)
    );
    // A file of another dossier is not there.
    let other = portal.receipt("key-number-1").await;
    let path = format!("/api/officer/dossiers/{}/files/{upload}", other.code);
    portal
        .ask(Method::GET, &path, &[("authorization", &bearer)], "")
        .await
        .problem(404, "not-found");
}

#[tokio::test]
async fn a_dossier_that_an_older_program_took_can_still_be_tracked() {
    let portal = TestPortal::new();
    let reply = portal
        .send("key-number-1", answers_with("home", json!(null)))
        .await;
    assert!(reply.status == 201 || reply.status == 422);
    let receipt = portal.receipt("key-number-2").await;
    let db =
        rusqlite::Connection::open(portal.data.path().join("portal.sqlite")).expect("a database");
    db.execute(
        "UPDATE dossier SET definition = '', term = NULL, due = NULL",
        [],
    )
    .expect("a write");
    let tracking = track(&portal, &receipt).await;
    assert_eq!((tracking.status, tracking.due), (Status::Submitted, None));
    let _ = answers();
}
