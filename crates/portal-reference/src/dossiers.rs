//! Sending: answers become a dossier, once and only once.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use portal_wire::{
    AnswerInWords, Due, DueFee, IDEMPOTENCY_KEY, NewDossier, ProblemDetails, Receipt, Status,
    Texts, endpoint,
};
use procedure::definition::Level;
use procedure::problem::{FileProblem, ProblemCode};
use procedure::{Calendar, Date, FileAnswer, Form, Part, Problem, Submission};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::accounts::level_needed;
use crate::accounts::session::{Signed, Visitor};
use crate::calendar::Term;
use crate::catalogue::Offered;
use crate::clock::Moment;
use crate::json::Json;
use crate::problem::Refusal;
use crate::registers::Difference;
use crate::state::Portal;
use crate::store::StoreError;
use crate::words::words;
use crate::{random, uploads};

/// Most values in the answers, rows of lists and parts of addresses included. Far more than a form
/// asks for, and few enough that each may be compared with each.
const MOST_VALUES: usize = 10_000;

/// Most problems in one refusal; what is beyond them shows when these are put right.
const MOST_PROBLEMS: usize = 200;

/// A dossier that is about to be stored.
struct Ready {
    key: String,
    fingerprint: Vec<u8>,
    submission: Submission,
    uploads: Vec<String>,
    form: Arc<Form>,
    /// The definition, as its author wrote it.
    definition: String,
    due: Option<Due>,
    name: Texts,
    agency: Texts,
    locale: String,
    in_words: Vec<AnswerInWords>,
    /// The account that sends it.
    owner: Option<String>,
    /// The answers that a register has otherwise.
    differs: Vec<Difference>,
}

/// Sends answers. The same key with the same body again gives the same receipt, and nothing new.
///
/// A receipt is a yes. A 4xx other than 408, 425 and 429 that is a problem with a type of the contract
/// is a no: nothing is stored under this key with this body. Every other answer, and none, leaves
/// it open: ask again, with the same key and body.
#[utoipa::path(
    post, path = "/dossiers", operation_id = "sendDossier", tag = "dossiers",
    params(
        ("Idempotency-Key" = String, Header,
            description = "8 to 128 visible ASCII characters, made anew for each thing to send"),
        ("Motcua-Csrf" = Option<String>, Header, description = "`1`, where somebody has signed in"),
    ),
    request_body = NewDossier,
    responses(
        (status = 201, description = "Stored", body = Receipt, headers(("Location" = String))),
        (status = 200, description = "Stored before, with this key", body = Receipt),
        (status = 400, description = "`idempotency-key`, `malformed-json`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 403, description = "`account-needed`: it is sent with an account of the level in `detail`, and the session \
            has a lower one or none; `csrf`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 409, description = "`version-changed`: the definition is another now", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 413, description = "`body-too-large`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 415, description = "`not-json`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 422, description = "`answers-refused` with a pointer for each problem, \
            `procedure-unknown`, `not-online`, `idempotency-key-reused`; `definition-broken`: the portal's \
            definition has mistakes", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 503, description = "No decision; ask again. `day-full`: no more codes until tomorrow; `busy`, \
            `disk-full`; `body-timeout`, `body-cut`: not all of the body came", body = ProblemDetails,
            content_type = "application/problem+json", headers(("Retry-After" = u64, description = "Seconds"))),
    ),
)]
pub(crate) async fn create(
    State(portal): State<Portal>,
    headers: HeaderMap,
    visitor: Visitor,
    Json(new): Json<NewDossier>,
) -> Result<Response, Refusal> {
    let key = key(&headers)?;
    let fingerprint = fingerprint(&new)?;
    // In a task of its own: what has arrived whole is dealt with to its end, whether somebody still
    // waits for the answer or not. Whoever asks again meanwhile waits for it.
    let work = tokio::spawn(async move {
        let _turn = portal.sending.take(&key).await;
        let (status, receipt) = send(&portal, key, fingerprint, visitor, new).await?;
        answer(&portal, status, receipt)
    });
    work.await.map_err(|error| Refusal::internal(&error))?
}

async fn send(
    portal: &Portal,
    key: String,
    fingerprint: Vec<u8>,
    visitor: Visitor,
    new: NewDossier,
) -> Result<(StatusCode, Receipt), Refusal> {
    // The key comes before every check: what was stored stays stored, though today the version,
    // the date or the claimed uploads would have it refused.
    if let Some(receipt) = stored(portal, &key, &fingerprint).await? {
        return Ok((StatusCode::OK, receipt));
    }
    let (unit, now) = (portal.unit.clone(), portal.clock.now());
    let asks = move |db: &mut Connection| visitor.may_change(db, now);
    let signed = portal.store.run(asks).await?;
    let ready = check(portal, key, fingerprint, signed, new).await?;
    let calendar = portal.calendar.clone();
    let store = move |db: &mut Connection| {
        let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let sequence = next(&change, &now.yymmdd())?;
        let code = unit
            .code(&now.yymmdd(), sequence)
            .ok_or_else(|| full(now))?;
        let receipt = store(&change, &ready, code, &calendar, now)?;
        change.commit()?;
        Ok::<_, Refusal>((StatusCode::CREATED, receipt))
    };
    portal.store.run(store).await
}

fn answer(portal: &Portal, status: StatusCode, receipt: Receipt) -> Result<Response, Refusal> {
    let location = format!("{}{}", portal.prefix, endpoint::tracking(&receipt.code));
    let location = HeaderValue::from_str(&location).map_err(|error| Refusal::internal(&error))?;
    Ok((status, [(header::LOCATION, location)], Json(receipt)).into_response())
}

pub(crate) fn key(headers: &HeaderMap) -> Result<String, Refusal> {
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

/// The same body gives the same fingerprint, in whatever order its members stand. It must stay the
/// same from one version of this program to the next, or what is stored would be refused.
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
    key: String,
    fingerprint: Vec<u8>,
    signed: Option<Signed>,
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
    let form = usable(&offered)?;
    if form.definition.version != new.version {
        return Err(Refusal::new(
            StatusCode::CONFLICT,
            "version-changed",
            "The definition has another version now",
        )
        .detail(format!("the version is {}", form.definition.version))
        .at("/version", "Biểu mẫu đã thay đổi."));
    }
    if let Some(account) = &form.definition.account {
        let level = signed.as_ref().map_or(0, |signed| signed.level);
        if level < account.level {
            return Err(level_needed(account.level));
        }
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
    if values(&new.answers) > MOST_VALUES {
        return Err(refused().at("/answers", "Quá nhiều câu trả lời."));
    }
    if new.in_words.len() > MOST_VALUES {
        return Err(refused().at("/in_words", "Quá nhiều câu trả lời."));
    }
    let answers = nfc(new.answers);
    let today = portal.clock.now().date();
    let (submission, uploads) = {
        let (portal, form) = (portal.clone(), form.clone());
        tokio::task::spawn_blocking(move || {
            let accepted = accept(&portal, &form, &answers, today, "")?;
            // A receipt is a promise: the files must outlast a power cut as the dossier does.
            let kept = portal.uploads.keep(&accepted.1);
            kept.map_err(|error| Refusal::internal(&error))?;
            Ok::<_, Refusal>(accepted)
        })
        .await
        .map_err(|error| Refusal::internal(&error))??
    };
    let differs = signed.as_ref().map(|signed| {
        let registers = &portal.registers;
        registers.differences(&form, submission.answers(), signed)
    });
    Ok(Ready {
        key,
        fingerprint,
        due: term(&form, &submission).map(|term| term.due(&portal.calendar, portal.clock.now())),
        definition: String::from_utf8_lossy(&offered.json).into_owned(),
        form,
        submission,
        uploads,
        name: offered.entry.name.clone(),
        agency: offered.entry.agency.clone(),
        locale,
        in_words: new.in_words,
        owner: signed.map(|signed| signed.account),
        differs: differs.unwrap_or_default(),
    })
}

/// How long the agency has.
fn term(form: &Form, submission: &Submission) -> Option<Term> {
    let time = form.definition.times.get(submission.time()?)?;
    Some(Term::of(time))
}

fn usable(offered: &Offered) -> Result<Arc<Form>, Refusal> {
    let form = offered.form.as_ref().map_err(|mistakes| {
        // A no and no 503: until somebody puts the definition right, asking again changes nothing.
        Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
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

/// How many values stand in a body, one within another.
fn values(json: &Value) -> usize {
    let inner: usize = match json {
        Value::Array(items) => items.iter().map(values).sum(),
        Value::Object(map) => map.values().map(values).sum(),
        _ => 0,
    };
    inner + 1
}

/// Every text in NFC: the same name typed on two devices is the same name in the database.
pub(crate) fn nfc(json: Value) -> Value {
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

/// The rules of the form, with what the portal really has: the answers, and the uploads in them. Those
/// that the dossier `code` has already may be named again.
pub(crate) fn accept(
    portal: &Portal,
    form: &Arc<Form>,
    answers: &Value,
    today: Date,
    code: &str,
) -> Result<(Submission, Vec<String>), Refusal> {
    // Each upload is looked at once, however often a body names it.
    let seen: RefCell<BTreeMap<String, Option<FileAnswer>>> = RefCell::default();
    let files = |id: &str| {
        let known = seen.borrow().get(id).cloned();
        known.unwrap_or_else(|| {
            let facts = portal.uploads.facts(&portal.store, id, code);
            seen.borrow_mut().insert(id.to_string(), facts.clone());
            facts
        })
    };
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
        .take(MOST_PROBLEMS)
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

pub(crate) fn refused() -> Refusal {
    Refusal::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "answers-refused",
        "Some answers cannot be taken",
    )
}

fn full(now: Moment) -> Refusal {
    Refusal::later(
        "day-full",
        "The portal has no more codes for today",
        now.rest_of_day(),
    )
}

/// The day's next number. It is taken in the transaction, so that none is lost or given twice.
fn next(db: &Connection, day: &str) -> Result<i64, StoreError> {
    let sql = "INSERT INTO sequence (day, last) VALUES (?1, 1)
               ON CONFLICT (day) DO UPDATE SET last = last + 1 RETURNING last";
    Ok(db.query_row(sql, [day], |row| row.get(0))?)
}

/// What is to be paid.
fn fees(form: &Form, submission: &Submission) -> Vec<DueFee> {
    let all = &form.definition.fees;
    let due = submission.fees().iter();
    due.filter_map(|(n, times)| {
        let fee = all.get(*n)?;
        Some(DueFee {
            label: texts(&fee.label),
            vnd: fee.vnd.map(|vnd| vnd.saturating_mul(*times)),
            source: fee.source.clone(),
        })
    })
    .collect()
}

fn texts(text: &procedure::Text) -> Texts {
    text.all()
        .map(|picked| (picked.locale.to_string(), picked.text.to_string()))
        .collect()
}

fn store(
    db: &Connection,
    ready: &Ready,
    code: String,
    calendar: &Calendar,
    now: Moment,
) -> Result<Receipt, Refusal> {
    let receipt = Receipt {
        code,
        lookup: random::lookup().map_err(StoreError::from)?,
        procedure: ready.submission.procedure().to_string(),
        received_at: now.rfc3339(),
    };
    let json = |texts: &Texts| serde_json::to_string(texts).map_err(|e| Refusal::internal(&e));
    db.execute(
        "INSERT INTO dossier (code, lookup, idempotency_key, fingerprint, procedure, version,
            name, agency, locale, answers, received_at, in_words, definition, term, due, fees, owner,
            differs)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
        params![
            receipt.code,
            receipt.lookup,
            ready.key,
            ready.fingerprint,
            receipt.procedure,
            ready.submission.version(),
            json(&ready.name)?,
            json(&ready.agency)?,
            ready.locale,
            ready.submission.answers().to_string(),
            receipt.received_at,
            nfc(json!(ready.in_words)).to_string(),
            ready.definition,
            term(&ready.form, &ready.submission).map(|term| json!(term).to_string()),
            ready.due.as_ref().map(|due| json!(due).to_string()),
            json!(fees(&ready.form, &ready.submission)).to_string(),
            ready.owner,
            json!(ready.differs).to_string(),
        ],
    )?;
    let components = &ready.form.definition.components;
    for (position, n) in ready.submission.components().iter().enumerate() {
        let Some(component) = components.get(*n) else {
            continue;
        };
        let cut_off = ready.form.definition.times.iter().find_map(|t| t.cut_off);
        let due = Term::new(component.length, cut_off).due(calendar, now);
        db.execute(
            "INSERT INTO component (dossier, id, position, name, agency, status, due_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                receipt.code,
                component.id,
                position as i64,
                json(&texts(&component.name))?,
                json(&texts(&component.agency))?,
                Status::Submitted.name(),
                due.on,
            ],
        )?;
    }
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
    use std::pin::pin;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    use axum::body::Body;
    use axum::http::Request;
    use tower::ServiceExt;

    use super::*;
    use crate::disk::Disk;
    use crate::site::{Site, router};
    use crate::state::Settings;

    #[test]
    fn a_fingerprint_is_of_the_content() {
        let new = |answers| NewDossier {
            procedure: "1".into(),
            version: "1".into(),
            locale: "vi".into(),
            answers,
            in_words: Vec::new(),
        };
        let print = |answers| fingerprint(&new(answers)).expect("a fingerprint");
        assert_eq!(
            print(json!({"a": 1, "b": [{"c": 2, "d": 3}]})),
            print(json!({"b": [{"d": 3, "c": 2}], "a": 1}))
        );
        assert_ne!(print(json!({"a": [1, 2]})), print(json!({"a": [2, 1]})));
        assert_ne!(print(json!({"a": 1})), print(json!({"a": "1"})));
        // As it stands in databases.
        let hex: String = print(json!({"b": [1.5, null], "a": "ế"}))
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert_eq!(
            hex,
            "93783242dd4b6d23ef3023b77be681d21559d6ae5bdb4b1a488c31b84e98e907"
        );
    }

    #[test]
    fn texts_become_nfc() {
        let nfd = json!({"a": ["Hươ\u{300}ng", 1, {"b": "e\u{302}\u{301}"}]});
        assert_eq!(nfc(nfd), json!({"a": ["Hường", 1, {"b": "ế"}]}));
    }
    #[tokio::test]
    async fn there_is_no_receipt_before_the_files_are_on_the_disk() {
        let data = tempfile::tempdir().expect("a folder");
        let definition = json!({
            "format": 1, "code": "0.000001", "version": "1", "level": "full", "name": "X",
            "agency": "X", "summary": "X",
            "steps": [{"id": "a", "title": "A", "fields": [
                {"id": "paper", "kind": "file", "accept": ["pdf"], "label": "P"}]}],
        });
        let procedures = data.path().join("procedures");
        std::fs::create_dir(&procedures).expect("a folder");
        std::fs::write(procedures.join("x.json"), definition.to_string()).expect("a file");
        let works = Arc::new(AtomicBool::new(true));
        let disk = {
            let works = works.clone();
            Disk::new(move |_| match works.load(Ordering::SeqCst) {
                true => Ok(()),
                false => Err(std::io::Error::other("on purpose")),
            })
        };
        let settings = Settings {
            procedures: Some(procedures),
            ..Settings::new(data.path())
        };
        let portal = Portal::open_on(disk, settings).expect("a portal");
        let router = router(Site {
            portal: Some(portal.clone()),
            ..Site::default()
        });
        let ask = async |request: Request<Body>| {
            let response = router.clone().oneshot(request).await.expect("an answer");
            let location = response.headers().get(header::LOCATION).cloned();
            (response.status().as_u16(), location)
        };
        let tus = |method: &str, path: &str| {
            let request = Request::builder().method(method).uri(path);
            request.header("tus-resumable", "1.0.0")
        };
        let begin = || {
            let request = tus("POST", "/api/uploads").header("upload-length", "13");
            request.body(Body::empty()).expect("a request")
        };
        let (_, location) = ask(begin()).await;
        let path = location.expect("an address");
        let path = path.to_str().expect("a text");
        let patch = tus("PATCH", path)
            .header("upload-offset", "0")
            .header("content-type", "application/offset+octet-stream")
            .body("%PDF-1.7%%EOF".into())
            .expect("a request");
        assert_eq!(ask(patch).await.0, 204);
        let send = || {
            let upload = path.rsplit('/').next();
            let new = json!({"procedure": "0.000001", "version": "1", "locale": "vi",
                "answers": {"paper": [{"upload": upload}]}});
            Request::post("/api/dossiers")
                .header("idempotency-key", "key-number-1")
                .header("content-type", "application/json")
                .body(new.to_string().into())
                .expect("a request")
        };
        let stored = || {
            let sql = "SELECT count(*) FROM dossier";
            let count = portal
                .store
                .now(|db| db.query_row(sql, [], |row| row.get(0)));
            count.expect("a number")
        };
        works.store(false, Ordering::SeqCst);
        assert_eq!(ask(begin()).await.0, 500);
        assert_eq!((ask(send()).await.0, stored()), (500, 0));
        works.store(true, Ordering::SeqCst);
        assert_eq!((ask(send()).await.0, stored()), (201, 1));
    }

    /// Two that are checked at once could end differently: at midnight, or because of each other's
    /// uploads. The one that says no would then say so of a dossier that is there.
    #[tokio::test(start_paused = true)]
    async fn the_second_with_a_key_waits_for_the_first() {
        let data = tempfile::tempdir().expect("a folder");
        let portal = Portal::open(Settings::new(data.path())).expect("a portal");
        let router = router(Site {
            portal: Some(portal.clone()),
            ..Site::default()
        });
        let send = |key: &str| {
            let new = json!({"procedure": "x", "version": "1", "locale": "vi", "answers": {}});
            let request = Request::post("/api/dossiers")
                .header("idempotency-key", key)
                .header("content-type", "application/json")
                .body(Body::from(new.to_string()))
                .expect("a request");
            router.clone().oneshot(request)
        };
        let first = portal.sending.take("key-number-1").await;
        let mut second = pin!(send("key-number-1"));
        let waited = tokio::time::timeout(Duration::from_secs(60), &mut second).await;
        assert!(waited.is_err(), "{waited:?}");
        let other = send("key-number-2").await.expect("an answer");
        assert_eq!(other.status(), 422);
        drop(first);
        assert_eq!(second.await.expect("an answer").status(), 422);
    }
}
