//! Sending: answers become a dossier, once and only once.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use portal_wire::{IDEMPOTENCY_KEY, NewDossier, ProblemDetails, Receipt, Status, Texts, endpoint};
use procedure::definition::{KindDefinition, Level};
use procedure::format::Format;
use procedure::problem::{FileProblem, ProblemCode};
use procedure::{FileAnswer, Form, Part, Problem, Submission};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use serde_json::Value;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::catalogue::Offered;
use crate::clock::Moment;
use crate::json::Json;
use crate::problem::Refusal;
use crate::state::Portal;
use crate::store::StoreError;
use crate::words::words;
use crate::{random, uploads};

/// A dossier that is about to be stored.
struct Ready {
    key: String,
    fingerprint: Vec<u8>,
    submission: Submission,
    uploads: Vec<String>,
    name: Texts,
    agency: Texts,
    locale: String,
    personal_id: Option<String>,
}

/// Sends answers. The same key with the same body again gives the same receipt, and nothing new.
#[utoipa::path(
    post, path = "/dossiers", operation_id = "sendDossier", tag = "dossiers",
    params(("Idempotency-Key" = String, Header,
        description = "8 to 128 visible ASCII characters, made anew for each thing to send")),
    request_body = NewDossier,
    responses(
        (status = 201, description = "Stored", body = Receipt, headers(("Location" = String))),
        (status = 200, description = "Stored before, with this key", body = Receipt),
        (status = 400, description = "`idempotency-key`, `malformed-json`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 409, description = "`version-changed`: the definition is another now", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 413, description = "`body-too-large`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 422, description = "`answers-refused` with a pointer for each problem, \
            `procedure-unknown`, `not-online`, `idempotency-key-reused`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 503, description = "`definition-broken`: the portal's definition has mistakes", body = ProblemDetails,
            content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn create(
    State(portal): State<Portal>,
    headers: HeaderMap,
    Json(new): Json<NewDossier>,
) -> Result<Response, Refusal> {
    let key = key(&headers)?;
    let fingerprint = fingerprint(&new)?;
    // The key comes before every check: what was stored stays stored, though today the version,
    // the date or the claimed uploads would have it refused.
    if let Some(receipt) = stored(&portal, &key, &fingerprint).await? {
        return answer(&portal, StatusCode::OK, receipt);
    }
    let ready = match check(&portal, &key, &fingerprint, new).await {
        Ok(ready) => ready,
        // The same request may have been stored by another thread in the meantime, and have
        // claimed the uploads.
        Err(refusal) => match stored(&portal, &key, &fingerprint).await? {
            Some(receipt) => return answer(&portal, StatusCode::OK, receipt),
            None => return Err(refusal),
        },
    };
    let (unit, now) = (portal.unit.clone(), portal.clock.now());
    let (status, receipt) = portal
        .store
        .run(move |db| {
            let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            if let Some(receipt) = receipt_of(&change, &ready.key, &ready.fingerprint)? {
                return Ok((StatusCode::OK, receipt));
            }
            let sequence = next(&change, &now.yymmdd())?;
            let code = unit.code(&now.yymmdd(), sequence).ok_or_else(full)?;
            let receipt = store(&change, &ready, code, now)?;
            change.commit()?;
            Ok::<_, Refusal>((StatusCode::CREATED, receipt))
        })
        .await?;
    answer(&portal, status, receipt)
}

fn answer(portal: &Portal, status: StatusCode, receipt: Receipt) -> Result<Response, Refusal> {
    let location = format!("{}{}", portal.prefix, endpoint::tracking(&receipt.code));
    let location = HeaderValue::from_str(&location).map_err(|error| Refusal::internal(&error))?;
    Ok((status, [(header::LOCATION, location)], Json(receipt)).into_response())
}

fn key(headers: &HeaderMap) -> Result<String, Refusal> {
    let value = headers.get(IDEMPOTENCY_KEY).map(HeaderValue::as_bytes);
    let key = value
        .filter(|key| (8..=128).contains(&key.len()) && key.iter().all(u8::is_ascii_graphic))
        .and_then(|key| std::str::from_utf8(key).ok());
    key.map(str::to_string).ok_or_else(|| {
        Refusal::new(
            StatusCode::BAD_REQUEST,
            "idempotency-key",
            "Idempotency-Key must have 8 to 128 visible ASCII characters",
        )
    })
}

/// The same body gives the same fingerprint, in whatever order its members stand.
fn fingerprint(new: &NewDossier) -> Result<Vec<u8>, Refusal> {
    let json = serde_json::to_value(new).map_err(|error| Refusal::internal(&error))?;
    let mut hash = Sha256::new();
    hash.update(sorted(json).to_string());
    Ok(hash.finalize().to_vec())
}

/// With sorted members, though a feature of serde_json somewhere in the build may keep their order.
fn sorted(json: Value) -> Value {
    match json {
        Value::Object(map) => {
            let sorted: BTreeMap<String, Value> = map
                .into_iter()
                .map(|(key, value)| (key, self::sorted(value)))
                .collect();
            sorted.into_iter().collect()
        }
        Value::Array(items) => items.into_iter().map(sorted).collect(),
        other => other,
    }
}

async fn stored(
    portal: &Portal,
    key: &str,
    fingerprint: &[u8],
) -> Result<Option<Receipt>, Refusal> {
    let (key, fingerprint) = (key.to_string(), fingerprint.to_vec());
    portal
        .store
        .run(move |db| receipt_of(db, &key, &fingerprint))
        .await
}

/// The receipt that was given for this key; a refusal where it was given for another body.
fn receipt_of(db: &Connection, key: &str, fingerprint: &[u8]) -> Result<Option<Receipt>, Refusal> {
    let found = db
        .query_row(
            "SELECT code, lookup, procedure, received_at, fingerprint FROM dossier
             WHERE idempotency_key = ?1",
            [key],
            |row| {
                let receipt = Receipt {
                    code: row.get(0)?,
                    lookup: row.get(1)?,
                    procedure: row.get(2)?,
                    received_at: row.get(3)?,
                };
                Ok((receipt, row.get::<_, Vec<u8>>(4)?))
            },
        )
        .optional()?;
    match found {
        Some((_, other)) if other != fingerprint => Err(Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "idempotency-key-reused",
            "This key has stored another body",
        )),
        found => Ok(found.map(|(receipt, _)| receipt)),
    }
}

/// Checks everything that can be checked before the transaction.
async fn check(
    portal: &Portal,
    key: &str,
    fingerprint: &[u8],
    new: NewDossier,
) -> Result<Ready, Refusal> {
    let offered = portal.procedures.get(&new.procedure).ok_or_else(|| {
        Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "procedure-unknown",
            "The portal has no such procedure",
        )
        .at("/procedure", "Cổng không có thủ tục này.")
    })?;
    let form = usable(offered)?;
    if form.definition.version != new.version {
        return Err(Refusal::new(
            StatusCode::CONFLICT,
            "version-changed",
            "The definition has another version now",
        )
        .detail(format!("the version is {}", form.definition.version))
        .at("/version", "Biểu mẫu đã thay đổi."));
    }
    let locale = new.locale;
    if locale.is_empty()
        || locale.len() > 35
        || !locale
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    {
        return Err(refused().at("/locale", "Mã ngôn ngữ chưa đúng."));
    }
    if !new.answers.is_object() {
        return Err(refused().at("/answers", "Phải là các câu trả lời theo tên."));
    }
    let answers = nfc(new.answers);
    let (submission, uploads) = {
        let (portal, form) = (portal.clone(), form.clone());
        tokio::task::spawn_blocking(move || accept(&portal, &form, &answers))
            .await
            .map_err(|error| Refusal::internal(&error))??
    };
    let personal_id = personal_id(&form, submission.answers());
    Ok(Ready {
        key: key.to_string(),
        fingerprint: fingerprint.to_vec(),
        submission,
        uploads,
        name: offered.entry.name.clone(),
        agency: offered.entry.agency.clone(),
        locale,
        personal_id,
    })
}

fn usable(offered: &Offered) -> Result<Arc<Form>, Refusal> {
    let form = offered.form.as_ref().map_err(|mistakes| {
        Refusal::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "definition-broken",
            "The portal's definition of this procedure has mistakes",
        )
        .detail(format!("{} mistakes", mistakes.len()))
    })?;
    if form.steps.is_empty() || form.definition.level == Level::Information {
        return Err(Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "not-online",
            "This procedure cannot be sent online",
        ));
    }
    Ok(form.clone())
}

/// Every text in NFC: the same name typed on two devices is the same name in the database.
fn nfc(json: Value) -> Value {
    match json {
        Value::String(text) => Value::String(text.nfc().collect()),
        Value::Array(items) => items.into_iter().map(nfc).collect(),
        Value::Object(map) => map
            .into_iter()
            .map(|(key, value)| (key, nfc(value)))
            .collect(),
        other => other,
    }
}

/// The rules of the form, with what the portal really has: the answers, and the uploads in them.
fn accept(
    portal: &Portal,
    form: &Arc<Form>,
    answers: &Value,
) -> Result<(Submission, Vec<String>), Refusal> {
    // Each upload is looked at once, however often a body names it.
    let seen: RefCell<BTreeMap<String, Option<FileAnswer>>> = RefCell::default();
    let files = |id: &str| {
        let known = seen.borrow().get(id).cloned();
        known.unwrap_or_else(|| {
            let facts = portal.uploads.facts(&portal.store, id);
            seen.borrow_mut().insert(id.to_string(), facts.clone());
            facts
        })
    };
    let today = portal.clock.now().date();
    let submission = form
        .accept(answers, &portal.code_lists.lists, &files, today)
        .map_err(|problems| refuse(&problems))?;
    let uploads = seen.into_inner().into_iter();
    Ok((
        submission,
        uploads
            .filter_map(|(id, facts)| facts.map(|_| id))
            .collect(),
    ))
}

fn refuse(problems: &[Problem]) -> Refusal {
    let said = |problem: &&Problem| !follows(problem, problems);
    problems
        .iter()
        .filter(said)
        .fold(refused(), |refusal, problem| {
            refusal.at(problem.pointer(), words(&problem.code))
        })
}

/// Under no province there is no commune, so the commune is refused too; that the province is
/// missing says it all.
fn follows(problem: &Problem, all: &[Problem]) -> bool {
    let no_province = |other: &Problem| {
        other.path == problem.path
            && other.part == Some(Part::Province)
            && other.code == ProblemCode::Missing
    };
    problem.part == Some(Part::Commune)
        && problem.code == ProblemCode::NotAnOption
        && all.iter().any(no_province)
}

fn refused() -> Refusal {
    Refusal::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "answers-refused",
        "Some answers cannot be taken",
    )
}

fn full() -> Refusal {
    Refusal::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "day-full",
        "The portal has no more codes for today",
    )
}

/// The applicant's personal ID number: the answer to the first question of that format that is
/// not in a repeat, whose rows are about other people.
fn personal_id(form: &Form, answers: &Value) -> Option<String> {
    let mut fields = form.steps.iter().flat_map(|step| &step.fields);
    let field = fields.find(|field| {
        matches!(field.kind(), KindDefinition::Text(kind) if kind.format == Some(Format::PersonalId))
    })?;
    Some(answers.get(field.id().as_str())?.as_str()?.to_string())
}

/// The day's next number. It is taken in the transaction, so that none is lost or given twice.
fn next(db: &Connection, day: &str) -> Result<i64, StoreError> {
    let sql = "INSERT INTO sequence (day, last) VALUES (?1, 1)
               ON CONFLICT (day) DO UPDATE SET last = last + 1 RETURNING last";
    Ok(db.query_row(sql, [day], |row| row.get(0))?)
}

fn store(db: &Connection, ready: &Ready, code: String, now: Moment) -> Result<Receipt, Refusal> {
    let receipt = Receipt {
        code,
        lookup: random::lookup().map_err(StoreError::from)?,
        procedure: ready.submission.procedure().to_string(),
        received_at: now.rfc3339(),
    };
    let json = |texts: &Texts| serde_json::to_string(texts).map_err(|e| Refusal::internal(&e));
    db.execute(
        "INSERT INTO dossier (code, lookup, personal_id, idempotency_key, fingerprint, procedure,
            version, name, agency, locale, answers, received_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        params![
            receipt.code,
            receipt.lookup,
            ready.personal_id,
            ready.key,
            ready.fingerprint,
            receipt.procedure,
            ready.submission.version(),
            json(&ready.name)?,
            json(&ready.agency)?,
            ready.locale,
            ready.submission.answers().to_string(),
            receipt.received_at,
        ],
    )?;
    db.execute(
        "INSERT INTO status_change (dossier, status, at) VALUES (?1, ?2, ?3)",
        [
            &receipt.code,
            Status::Submitted.name(),
            &receipt.received_at,
        ],
    )?;
    for upload in &ready.uploads {
        if !uploads::claim(db, upload, &receipt.code)? {
            // Another dossier took it since it was looked at; the transaction is rolled back.
            return Err(refused().at(
                "/answers",
                words(&ProblemCode::File(FileProblem::NotUploaded)),
            ));
        }
    }
    Ok(receipt)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_fingerprint_is_of_the_content() {
        let new = |answers| NewDossier {
            procedure: "1".into(),
            version: "1".into(),
            locale: "vi".into(),
            answers,
        };
        let print = |answers| fingerprint(&new(answers)).expect("a fingerprint");
        assert_eq!(
            print(json!({"a": 1, "b": [{"c": 2, "d": 3}]})),
            print(json!({"b": [{"d": 3, "c": 2}], "a": 1}))
        );
        assert_ne!(print(json!({"a": [1, 2]})), print(json!({"a": [2, 1]})));
        assert_ne!(print(json!({"a": 1})), print(json!({"a": "1"})));
    }

    #[test]
    fn texts_become_nfc() {
        let nfd = json!({"a": ["Hươ\u{300}ng", 1, {"b": "e\u{302}\u{301}"}]});
        assert_eq!(nfc(nfd), json!({"a": ["Hường", 1, {"b": "ế"}]}));
    }
}
