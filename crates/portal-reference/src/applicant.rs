//! What the applicant does after sending: puts right what was asked for, writes, withdraws, fetches the
//! result. Always with the proof, or signed in as the owner; a dossier that is somebody else's is as unknown as one that is not there.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use portal_wire::{
    DossierAnswers, NewMessage, ProblemDetails, Proven, Status, Supplement, SupplementAnswer,
    Tracking, TrackingProof, Withdrawal,
};
use procedure::parse_date;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use serde_json::{Value, json};

use crate::accounts::session::Visitor;
use crate::calendar::Term;
use crate::client::Client;
use crate::clock::Moment;
use crate::dossier::{self, Dossier};
use crate::dossiers::{accept, key, nfc, refused};
use crate::json::Json;
use crate::problem::Refusal;
use crate::state::Portal;
use crate::tracking::proven;
use crate::{dossier_code, uploads};

/// Longest message or reason, in characters.
const LONGEST: usize = 2_000;
/// Most messages of one applicant about one dossier.
const MOST_MESSAGES: i64 = 50;

/// `POST /dossiers/{code}/supplements/{id}`: all that was asked for, with the proof.
#[derive(utoipa::ToSchema)]
#[expect(
    dead_code,
    reason = "only the document needs it: `Proven<SupplementAnswer>` is what is read"
)]
struct ProvenAnswer {
    #[serde(flatten)]
    proof: TrackingProof,
    #[serde(flatten)]
    body: SupplementAnswer,
}

/// `POST /dossiers/{code}/withdrawal`, with the proof.
#[derive(utoipa::ToSchema)]
#[expect(
    dead_code,
    reason = "only the document needs it: `Proven<Withdrawal>` is what is read"
)]
struct ProvenWithdrawal {
    #[serde(flatten)]
    proof: TrackingProof,
    #[serde(flatten)]
    body: Withdrawal,
}

/// `POST /dossiers/{code}/messages`, with the proof.
#[derive(utoipa::ToSchema)]
#[expect(
    dead_code,
    reason = "only the document needs it: `Proven<NewMessage>` is what is read"
)]
struct ProvenMessage {
    #[serde(flatten)]
    proof: TrackingProof,
    #[serde(flatten)]
    body: NewMessage,
}

/// Does something with a dossier for someone who has its proof or is its owner, in one transaction.
async fn with_proof<T: Send + 'static>(
    portal: &Portal,
    code: &str,
    who: (Client, Visitor),
    proof: String,
    work: impl FnOnce(&Connection, &Dossier, Moment) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    let (code, clock) = (dossier_code::tidy(code), portal.clock.clone());
    let run = move |db: &mut Connection| {
        let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Whoever has waited acts now: what comes later in a history is later.
        let now = clock.now();
        match proven(&change, &code, &who.0, &who.1, &proof, now) {
            Ok(dossier) => {
                // What failed is rolled back.
                let done = work(&change, &dossier, now)?;
                change.commit()?;
                Ok(done)
            }
            // A wrong try is noted.
            Err(refusal) => {
                change.commit()?;
                Err(refusal)
            }
        }
    };
    portal.store.run(run).await
}

/// What was sent, as it stands now, with the definition that was answered.
#[utoipa::path(
    post, path = "/dossiers/{code}/answers", operation_id = "dossierAnswers", tag = "dossiers",
    params(("code" = String, Path, description = "The dossier's code")),
    request_body = TrackingProof,
    responses(
        (status = 200, description = "The answers", body = DossierAnswers),
        (status = 404, description = "`dossier-unknown`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 429, description = "`too-many-tries`", body = ProblemDetails, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn answers(
    State(portal): State<Portal>,
    Path(code): Path<String>,
    client: Client,
    visitor: Visitor,
    Json(proof): Json<TrackingProof>,
) -> Result<Json<DossierAnswers>, Refusal> {
    let work = |_: &Connection, dossier: &Dossier, _| {
        Ok(DossierAnswers {
            day: dossier.received_at.chars().take(10).collect(),
            definition: dossier::json(&dossier.definition)?,
            answers: dossier::json(&dossier.answers)?,
        })
    };
    with_proof(&portal, &code, (client, visitor), proof.proof, work)
        .await
        .map(Json)
}

/// Answers a supplement request, all of it at once. The same key again changes nothing.
#[utoipa::path(
    post, path = "/dossiers/{code}/supplements/{id}", operation_id = "answerSupplement", tag = "dossiers",
    params(
        ("code" = String, Path, description = "The dossier's code"),
        ("id" = String, Path, description = "The request's name"),
        ("Idempotency-Key" = String, Header, description = "8 to 128 visible ASCII characters"),
    ),
    request_body = ProvenAnswer,
    responses(
        (status = 200, description = "Where it stands then", body = Tracking),
        (status = 404, description = "`dossier-unknown`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 409, description = "`supplement-closed`: nothing is asked for, or something else", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 422, description = "`answers-refused`; `answer-not-asked`: something else was changed too", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 429, description = "`too-many-tries`", body = ProblemDetails, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn supplement(
    State(portal): State<Portal>,
    Path((code, id)): Path<(String, String)>,
    client: Client,
    visitor: Visitor,
    headers: HeaderMap,
    Json(new): Json<Proven<SupplementAnswer>>,
) -> Result<Json<Tracking>, Refusal> {
    let key = key(&headers)?;
    let who = (client, visitor);
    let _turn = portal.sending.take(&key).await;
    let proof = new.proof.clone();
    let open = {
        let (id, key) = (id.clone(), key.clone());
        move |db: &Connection, dossier: &Dossier, _| {
            let sql = "SELECT key FROM supplement WHERE id = ?1 AND dossier = ?2";
            let used = db.query_row(sql, [&id, &dossier.code], |row| row.get(0));
            let used: Option<Option<String>> = used.optional()?;
            if used.flatten().as_deref() == Some(key.as_str()) {
                return Ok(Err(dossier.tracking(db)?));
            }
            let open = dossier::open_supplement(db, &dossier.code)?;
            let open = open.filter(|(open, _)| open.id == id).ok_or_else(closed)?;
            let answers: Value = dossier::json(&dossier.answers)?;
            Ok(Ok((
                open.0,
                answers,
                dossier.form()?,
                dossier.received_at.clone(),
            )))
        }
    };
    let asked = with_proof(&portal, &code, who.clone(), proof.clone(), open).await?;
    let (supplement, before, form, received_at) = match asked {
        Ok(asked) => asked,
        // It was answered with this key already.
        Err(tracking) => return Ok(Json(tracking)),
    };
    let answers = nfc(new.body.answers);
    let changed = not_asked(&before, &answers, &supplement);
    if !changed.is_empty() {
        let refusal = Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "answer-not-asked",
            "Only what was asked for can be changed",
        );
        return Err(changed.into_iter().take(50).fold(refusal, |refusal, at| {
            refusal.at(at, "Câu trả lời này không được yêu cầu sửa.")
        }));
    }
    // By the rules of the day on which it was sent: what was right then is not wrong now.
    let day = received_at.get(..10).and_then(parse_date);
    let day = day.unwrap_or_else(|| portal.clock.now().date());
    let (submission, files) = {
        let (portal, code) = (portal.clone(), dossier_code::tidy(&code));
        let check = move || {
            let accepted = accept(&portal, &form, &answers, day, &code)?;
            let kept = portal.uploads.keep(&accepted.1);
            kept.map_err(|error| Refusal::internal(&error))?;
            Ok::<_, Refusal>(accepted)
        };
        tokio::task::spawn_blocking(check)
            .await
            .map_err(|error| Refusal::internal(&error))??
    };
    let calendar = portal.calendar.clone();
    let in_words = nfc(json!(new.body.in_words)).to_string();
    let work = move |db: &Connection, dossier: &Dossier, now: Moment| {
        let open = dossier::open_supplement(db, &dossier.code)?;
        let (_, back_to) = open.filter(|(open, _)| open.id == id).ok_or_else(closed)?;
        for upload in &files {
            if !uploads::claim(db, upload, &dossier.code)? {
                return Err(refused().at("/answers", "Tệp này thuộc về hồ sơ khác."));
            }
        }
        let sql = "UPDATE supplement SET answered = ?2, key = ?3 WHERE id = ?1";
        db.execute(sql, params![id, now.rfc3339(), key])?;
        // The agency's time begins anew with what is complete now.
        let term = dossier
            .term
            .as_deref()
            .map(dossier::json::<Term>)
            .transpose()?;
        let due = term.map(|term| json!(term.due(&calendar, now)).to_string());
        let sql = "UPDATE dossier SET answers = ?2, in_words = ?3, due = ?4 WHERE code = ?1";
        let answers = submission.answers().to_string();
        db.execute(sql, params![dossier.code, answers, in_words, due])?;
        let note = Some("Người nộp đã gửi phần bổ sung.");
        dossier::add_status(db, &dossier.code, back_to, note, now)?;
        let dossier = dossier::find(db, &dossier.code)?.ok_or_else(closed)?;
        Ok(dossier.tracking(db)?)
    };
    with_proof(&portal, &code, who, proof, work).await.map(Json)
}

fn closed() -> Refusal {
    Refusal::new(
        StatusCode::CONFLICT,
        "supplement-closed",
        "This is not asked for any more",
    )
}

/// Where answers differ that nobody asked for, as JSON Pointers. A question that is asked only because of a
/// new answer may be answered, and one that is not asked any more may go.
fn not_asked(before: &Value, after: &Value, supplement: &Supplement) -> Vec<String> {
    let mut changed = Vec::new();
    differences(before, after, "/answers", &mut changed);
    let is_asked = |at: &String| {
        supplement.flaws.iter().any(|flaw| {
            let rest = at.strip_prefix(flaw.pointer.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    };
    changed.retain(|at| !is_asked(at));
    changed
}

fn differences(before: &Value, after: &Value, at: &str, found: &mut Vec<String>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            let both: BTreeMap<&String, &Value> = before.iter().collect();
            for (key, before) in both {
                if let Some(after) = after.get(key) {
                    let key = key.replace('~', "~0").replace('/', "~1");
                    differences(before, after, &format!("{at}/{key}"), found);
                }
            }
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            for (n, (before, after)) in before.iter().zip(after).enumerate() {
                differences(before, after, &format!("{at}/{n}"), found);
            }
        }
        _ if before == after => {}
        _ => found.push(at.to_string()),
    }
}

/// Takes the dossier back.
#[utoipa::path(
    post, path = "/dossiers/{code}/withdrawal", operation_id = "withdrawDossier", tag = "dossiers",
    params(("code" = String, Path, description = "The dossier's code")),
    request_body = ProvenWithdrawal,
    responses(
        (status = 200, description = "Where it stands then", body = Tracking),
        (status = 404, description = "`dossier-unknown`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 409, description = "`withdrawal-not-possible`: it is too late", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 422, description = "`text-too-long`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 429, description = "`too-many-tries`", body = ProblemDetails, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn withdraw(
    State(portal): State<Portal>,
    Path(code): Path<String>,
    client: Client,
    visitor: Visitor,
    Json(new): Json<Proven<Withdrawal>>,
) -> Result<Json<Tracking>, Refusal> {
    let reason = text(&new.body.reason, "/reason")?;
    let work = move |db: &Connection, dossier: &Dossier, now: Moment| {
        let tracking = dossier.tracking(db)?;
        if tracking.status == Status::WithdrawalRequested {
            // Asked twice, it is done once.
            return Ok(tracking);
        }
        if !tracking.may_withdraw {
            return Err(Refusal::new(
                StatusCode::CONFLICT,
                "withdrawal-not-possible",
                "It cannot be withdrawn any more",
            ));
        }
        let note = (!reason.is_empty()).then_some(reason.as_str());
        let status = Status::WithdrawalRequested;
        dossier::add_status(db, &dossier.code, status, note, now)?;
        Ok(dossier.tracking(db)?)
    };
    with_proof(&portal, &code, (client, visitor), new.proof, work)
        .await
        .map(Json)
}

/// Writes to the office. The same key again changes nothing.
#[utoipa::path(
    post, path = "/dossiers/{code}/messages", operation_id = "writeMessage", tag = "dossiers",
    params(
        ("code" = String, Path, description = "The dossier's code"),
        ("Idempotency-Key" = String, Header, description = "8 to 128 visible ASCII characters"),
    ),
    request_body = ProvenMessage,
    responses(
        (status = 200, description = "Where it stands then", body = Tracking),
        (status = 404, description = "`dossier-unknown`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 409, description = "`too-many-messages`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, description = "`text-missing`, `text-too-long`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 429, description = "`too-many-tries`", body = ProblemDetails, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn write(
    State(portal): State<Portal>,
    Path(code): Path<String>,
    client: Client,
    visitor: Visitor,
    headers: HeaderMap,
    Json(new): Json<Proven<NewMessage>>,
) -> Result<Json<Tracking>, Refusal> {
    let key = key(&headers)?;
    let words = text(&new.body.text, "/text")?;
    if words.is_empty() {
        return Err(Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "text-missing",
            "The message says nothing",
        )
        .at("/text", "Chưa có nội dung."));
    }
    let work = move |db: &Connection, dossier: &Dossier, now: Moment| {
        let sql =
            "SELECT count(*) FROM message WHERE dossier = ?1 AND officer = 0 AND key IS NOT ?2";
        let count: i64 = db.query_row(sql, [&dossier.code, &key], |row| row.get(0))?;
        if count >= MOST_MESSAGES {
            return Err(Refusal::new(
                StatusCode::CONFLICT,
                "too-many-messages",
                "There are too many messages already",
            ));
        }
        dossier::add_message(db, &dossier.code, false, &words, Some(&key), now)?;
        Ok(dossier.tracking(db)?)
    };
    with_proof(&portal, &code, (client, visitor), new.proof, work)
        .await
        .map(Json)
}

/// A result.
#[utoipa::path(
    post, path = "/dossiers/{code}/results/{id}", operation_id = "fetchResult", tag = "dossiers",
    params(
        ("code" = String, Path, description = "The dossier's code"),
        ("id" = String, Path, description = "The result's name"),
    ),
    request_body = TrackingProof,
    responses(
        (status = 200, description = "The file", content(
            ("application/pdf"), ("image/jpeg"), ("image/png"), ("application/octet-stream"))),
        (status = 404, description = "`dossier-unknown`, `result-unknown`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 429, description = "`too-many-tries`", body = ProblemDetails, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn result(
    State(portal): State<Portal>,
    Path((code, id)): Path<(String, String)>,
    client: Client,
    visitor: Visitor,
    Json(proof): Json<TrackingProof>,
) -> Result<Response, Refusal> {
    let work = move |db: &Connection, dossier: &Dossier, _| {
        let sql = "SELECT content FROM result WHERE id = ?1 AND dossier = ?2";
        let found = db.query_row(sql, [&id, &dossier.code], |row| row.get::<_, Vec<u8>>(0));
        found
            .optional()?
            .ok_or_else(|| Refusal::new(StatusCode::NOT_FOUND, "result-unknown", "No such result"))
    };
    let content = with_proof(&portal, &code, (client, visitor), proof.proof, work).await?;
    Ok(file(content))
}

/// A file of somebody's, to be saved and never to be shown as a page.
pub(crate) fn file(content: Vec<u8>) -> Response {
    let kind = match procedure::file::look(&content).kind {
        Some(procedure::file::FileType::Pdf) => "application/pdf",
        Some(procedure::file::FileType::Jpeg) => "image/jpeg",
        Some(procedure::file::FileType::Png) => "image/png",
        None => "application/octet-stream",
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, content).into_response()
}

fn text(text: &str, at: &str) -> Result<String, Refusal> {
    let text = procedure::plain(text);
    if procedure::length(&text) > LONGEST {
        return Err(Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "text-too-long",
            "The text is too long",
        )
        .at(at, format!("Nhiều nhất {LONGEST} ký tự.")));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use portal_wire::Flaw;

    use super::*;

    #[test]
    fn only_what_was_asked_for_may_differ() {
        let before = json!({"a": "1", "b": [{"c": "1", "d": "2"}, {"c": "3"}], "e": {"f": "1"}, "g": [1, 2]});
        for (pointers, after, wanted) in [
            (vec![], before.clone(), vec![]),
            (
                vec!["/answers/a"],
                json!({"a": "2", "b": before["b"], "e": before["e"], "g": before["g"]}),
                vec![],
            ),
            (
                vec![],
                json!({"a": "2", "b": before["b"], "e": before["e"], "g": before["g"]}),
                vec!["/answers/a"],
            ),
            // One field of one row, and nothing beside it.
            (
                vec!["/answers/b/0/c"],
                json!({"b": [{"c": "9", "d": "2"}, {"c": "3"}]}),
                vec![],
            ),
            (
                vec!["/answers/b/0/c"],
                json!({"b": [{"c": "9", "d": "9"}, {"c": "3"}]}),
                vec!["/answers/b/0/d"],
            ),
            (
                vec!["/answers/b/1/c"],
                json!({"b": [{"c": "9", "d": "2"}, {"c": "3"}]}),
                vec!["/answers/b/0/c"],
            ),
            // A row more or less is another list.
            (
                vec!["/answers/b/0/c"],
                json!({"b": [{"c": "1"}]}),
                vec!["/answers/b"],
            ),
            (vec!["/answers/b"], json!({"b": []}), vec![]),
            (vec!["/answers/e"], json!({"e": {"f": "2"}}), vec![]),
            // A name that only begins alike is another question.
            (
                vec!["/answers/e"],
                json!({"e": {"f": "1"}, "g": [1, 3]}),
                vec!["/answers/g/1"],
            ),
            (vec!["/answers/g/1"], json!({"g": [1, 3]}), vec![]),
            (vec!["/answer"], json!({"a": "2"}), vec!["/answers/a"]),
            // What is asked because of another answer is new.
            (vec![], json!({"h": "new"}), vec![]),
        ] {
            let flaw = |pointer: &&str| Flaw {
                pointer: pointer.to_string(),
                reason: "blurred".into(),
                note: String::new(),
                source: String::new(),
            };
            let supplement = Supplement {
                id: "1".into(),
                at: String::new(),
                deadline: None,
                contact: None,
                flaws: pointers.iter().map(flaw).collect(),
            };
            assert_eq!(
                not_asked(&before, &after, &supplement),
                wanted,
                "{pointers:?} {after}"
            );
        }
    }
}
