//! What an officer does with one dossier: reads it, asks for supplements, writes, sets what has become of
//! its components, attaches the result.

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use portal_wire::{AnswerInWords, Flaw, NewMessage, NewStatus, ProblemDetails, Status, Tracking};
use procedure::definition::KindDefinition;
use procedure::{Draft, FieldPath, Layout, Session, parse_date};
use rusqlite::{Connection, TransactionBehavior, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{LONGEST_NOTE, OfficerError, Wrong, set_within};
use crate::clock::Clock;
use crate::dossier::{self, Dossier};
use crate::json::Json;
use crate::outbox::{self, News, Sent};
use crate::problem::Refusal;
use crate::registers::Difference;
use crate::state::Portal;
use crate::{applicant, dossier_code, random, uploads};

/// Most things that one request asks for.
pub(crate) const MOST_FLAWS: usize = 50;
/// Most bytes of a result.
pub(crate) const MAX_RESULT: usize = 5 << 20;

/// The kinds of flaws that the app has words for, with those of the office
/// (`docs/facts.md`, Supplement requests).
pub(crate) const REASONS: [(&str, &str); 11] = [
    ("blurred", "Ảnh bị mờ, không đọc được"),
    ("missing-side", "Thiếu mặt sau"),
    (
        "mismatch",
        "Thông tin không khớp với Cơ sở dữ liệu quốc gia về dân cư",
    ),
    ("expired", "Giấy tờ hết hạn"),
    ("wrong-document", "Không đúng loại giấy tờ"),
    (
        "wrong-clinic",
        "Giấy khám sức khỏe không đúng cơ sở được phép",
    ),
    ("not-signed", "Chưa có chữ ký hoặc chưa ký số"),
    ("gap", "Thiếu khoảng thời gian trong quá trình cư trú"),
    ("consent", "Thiếu ý kiến đồng ý"),
    ("violation", "Còn vi phạm giao thông chưa xử lý"),
    ("empty-file", "Không nhận được tệp"),
];

/// A dossier as an officer reads it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Case {
    /// Where it stands, as the applicant sees it.
    pub tracking: Tracking,
    /// The statuses that may follow.
    pub may_become: Vec<Status>,
    /// The applicant's language.
    pub locale: String,
    /// The answers in words.
    pub in_words: Vec<AnswerInWords>,
    /// The answers that a register had otherwise when the dossier was sent.
    pub differs: Vec<Difference>,
    /// What can be asked for anew: the place in the submission, and the question.
    pub questions: Vec<Question>,
    /// The files that came with it.
    pub files: Vec<File>,
}

/// A question of a dossier.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Question {
    /// Where the answer stands in the submission (RFC 6901).
    pub pointer: String,
    /// The question, in Vietnamese; of a row, with its number.
    pub label: String,
}

/// A file of a dossier.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct File {
    /// Its name in addresses.
    pub id: String,
    /// Its name, for people.
    pub name: String,
}

/// `POST /officer/dossiers/{code}/supplements`.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
pub(crate) struct NewSupplement {
    /// The last day for the answer, `YYYY-MM-DD`.
    #[serde(default)]
    pub deadline: Option<String>,
    /// Whom to ask.
    #[serde(default)]
    pub contact: Option<String>,
    /// What is wrong.
    pub flaws: Vec<Flaw>,
}

pub(crate) fn find(db: &Connection, code: &str) -> Result<Dossier, OfficerError> {
    let code = dossier_code::tidy(code);
    dossier::find(db, &code)?.ok_or(OfficerError::Unknown(code))
}

/// Reads a dossier.
///
/// # Errors
/// There is none, or it cannot be read.
pub(crate) fn read(db: &Connection, code: &str) -> Result<Case, OfficerError> {
    let dossier = find(db, code)?;
    let tracking = dossier.tracking(db)?;
    let sql = "SELECT id, name FROM upload WHERE dossier = ?1 ORDER BY rowid";
    let mut statement = db.prepare(sql)?;
    let files = statement.query_map([&dossier.code], |row| {
        Ok(File {
            id: row.get(0)?,
            name: row.get(1)?,
        })
    })?;
    let files = files.collect::<Result<_, _>>()?;
    Ok(Case {
        may_become: tracking.status.may_become().to_vec(),
        in_words: dossier::json(&dossier.in_words)?,
        differs: dossier::json(&dossier.differs)?,
        questions: questions(&dossier)?,
        locale: dossier.locale,
        tracking,
        files,
    })
}

/// Every question that was asked, in the order of the form: also one that was left open, for a paper that is missing.
fn questions(dossier: &Dossier) -> Result<Vec<Question>, OfficerError> {
    let answers: Value = dossier::json(&dossier.answers)?;
    let Ok(form) = dossier.form() else {
        return Ok(Vec::new());
    };
    let words = |text: &procedure::Text| text.pick(&["vi"]).text.to_string();
    let sent_on = dossier.received_at.get(..10).and_then(parse_date);
    let draft = Draft {
        answers: form.reopen(&answers),
        ..Draft::default()
    };
    let session = sent_on.map(|day| Session::resume(form.clone(), draft, day));
    let is_asked = |path: &FieldPath| {
        let session = session.as_ref();
        session.is_some_and(|session| {
            let place = session.place_of(path, Layout::Steps);
            session.view(&place, path).is_some()
        })
    };
    let mut questions = Vec::new();
    for field in form.fields() {
        let id = field.id().as_str();
        let path = FieldPath::top(id);
        if matches!(field.kind(), KindDefinition::Declaration) || !field.is_question() {
            continue;
        }
        let Some(answer) = answers.get(id) else {
            if is_asked(&path) {
                questions.push(Question {
                    pointer: path.pointer(),
                    label: format!("{} (chưa có)", words(&field.definition.label)),
                });
            }
            continue;
        };
        questions.push(Question {
            pointer: path.pointer(),
            label: words(&field.definition.label),
        });
        let KindDefinition::Repeat(repeat) = field.kind() else {
            continue;
        };
        for (n, row) in answer.as_array().into_iter().flatten().enumerate() {
            for inner in &field.rows {
                let inner_id = inner.id().as_str();
                if row.get(inner_id).is_some() {
                    let item = words(&repeat.item);
                    questions.push(Question {
                        pointer: FieldPath::in_row(id, n, inner_id).pointer(),
                        label: format!("{item} {}: {}", n + 1, words(&inner.definition.label)),
                    });
                }
            }
        }
    }
    Ok(questions)
}

/// Asks the applicant for something: the status becomes "documents requested".
///
/// # Errors
/// It cannot be asked now, or what is asked makes no sense.
pub(crate) fn ask(
    db: &mut Connection,
    code: &str,
    new: &NewSupplement,
    clock: &Clock,
) -> Result<(), OfficerError> {
    let is_long = |text: &str| text.chars().count() > LONGEST_NOTE;
    if new.flaws.is_empty() || new.flaws.len() > MOST_FLAWS {
        return Err(Wrong::Flaws.into());
    }
    for (n, flaw) in new.flaws.iter().enumerate() {
        if flaw.pointer.len() > 300 || !flaw.pointer.starts_with("/answers") {
            return Err(Wrong::Place(n).into());
        }
        if flaw.reason.is_empty() || flaw.reason.len() > 40 {
            return Err(Wrong::Reason(n).into());
        }
        if is_long(&flaw.note) {
            return Err(Wrong::FlawNote(n).into());
        }
        if is_long(&flaw.source) {
            return Err(Wrong::Source(n).into());
        }
    }
    let deadline = new.deadline.as_deref().filter(|day| !day.is_empty());
    match deadline.map(parse_date) {
        Some(None) => return Err(Wrong::Deadline.into()),
        Some(Some(day)) if day < clock.now().date() => {
            return Err(Wrong::DeadlineOver.into());
        }
        _ => {}
    }
    let contact = new
        .contact
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty());
    if contact.is_some_and(is_long) {
        return Err(OfficerError::LongNote);
    }
    let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let now = clock.now();
    let dossier = find(&change, code)?;
    let status = NewStatus {
        status: Status::DocumentsRequested,
        note: None,
    };
    let from = set_within(&change, code, &status, now)?;
    let id = random::id().map_err(crate::store::StoreError::from)?;
    change.execute(
        "INSERT INTO supplement (id, dossier, at, deadline, contact, flaws, back_to)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            id,
            dossier.code,
            now.rfc3339(),
            deadline,
            contact,
            serde_json::to_string(&new.flaws).unwrap_or_default(),
            from.name(),
        ],
    )?;
    change.commit()?;
    Ok(())
}

/// Writes to the applicant.
pub(crate) fn write(
    db: &mut Connection,
    code: &str,
    text: &str,
    clock: &Clock,
) -> Result<(), OfficerError> {
    let text = &*procedure::plain(text);
    if procedure::length(text) > LONGEST_NOTE {
        return Err(OfficerError::LongNote);
    }
    if text.is_empty() {
        return Err(Wrong::NoText.into());
    }
    let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let now = clock.now();
    let dossier = find(&change, code)?;
    dossier::add_message(&change, &dossier.code, true, text, None, now)?;
    outbox::tell(&change, &dossier, News::Message, now)?;
    change.commit()?;
    Ok(())
}

/// Sets what has become of a component.
pub(crate) fn set_component(
    db: &mut Connection,
    code: &str,
    id: &str,
    new: &NewStatus,
    clock: &Clock,
) -> Result<(), OfficerError> {
    let status = new.status;
    let note = new.note.as_deref().map(procedure::plain);
    let note = note.as_deref().filter(|note| !note.is_empty());
    let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let dossier = find(&change, code)?;
    let components = dossier::components(&change, &dossier.code)?;
    let component = components.iter().find(|component| component.id == id);
    let component = component.ok_or(Wrong::Component)?;
    if !component.status.may_become().contains(&status) {
        return Err(OfficerError::NotAllowed {
            from: component.status.name(),
            to: status.name(),
            may: String::from("see may_become of its status"),
        });
    }
    if status.needs_reason() && note.is_none() {
        return Err(Wrong::NoReason.into());
    }
    if note.is_some_and(|note| procedure::length(note) > LONGEST_NOTE) {
        return Err(OfficerError::LongNote);
    }
    let sql = "UPDATE component SET status = ?3, note = ?4 WHERE dossier = ?1 AND id = ?2";
    change.execute(sql, params![dossier.code, id, status.name(), note])?;
    // What the applicant must read does not wait until they look.
    if status.needs_reason() {
        outbox::tell(&change, &dossier, News::Status(status), clock.now())?;
    }
    change.commit()?;
    Ok(())
}

/// Attaches a result.
pub(crate) fn attach(
    db: &mut Connection,
    code: &str,
    name: &str,
    content: &[u8],
    clock: &Clock,
) -> Result<(), OfficerError> {
    let name: String = name.chars().filter(|c| !c.is_control()).take(100).collect();
    if content.is_empty() || content.len() > MAX_RESULT || procedure::is_blank(&name) {
        return Err(Wrong::Result.into());
    }
    let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let now = clock.now();
    let dossier = find(&change, code)?;
    let id = random::id().map_err(crate::store::StoreError::from)?;
    change.execute(
        "INSERT INTO result (id, dossier, name, at, content) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id, dossier.code, name.trim(), now.rfc3339(), content],
    )?;
    outbox::tell(&change, &dossier, News::Result, now)?;
    change.commit()?;
    Ok(())
}

/// A dossier with all that an officer needs.
#[utoipa::path(
    get, path = "/officer/dossiers/{code}", operation_id = "readDossier", tag = "officers", security(("officer" = [])),
    params(("code" = String, Path, description = "The dossier's code")),
    responses(
        (status = 200, description = "The dossier", body = Case),
        (status = 401, description = "`officer-token`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, description = "`dossier-unknown`", body = ProblemDetails, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn open(
    State(portal): State<Portal>,
    Path(code): Path<String>,
) -> Result<Json<Case>, Refusal> {
    Ok(Json(portal.store.run(move |db| read(db, &code)).await?))
}

/// A file of a dossier.
#[utoipa::path(
    get, path = "/officer/dossiers/{code}/files/{id}", operation_id = "readFile", tag = "officers", security(("officer" = [])),
    params(("code" = String, Path, description = "The dossier's code"), ("id" = String, Path, description = "The file's name")),
    responses(
        (status = 200, description = "The file", content(
            ("application/pdf"), ("image/jpeg"), ("image/png"), ("application/octet-stream"))),
        (status = 401, description = "`officer-token`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, description = "`not-found`", body = ProblemDetails, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn file(
    State(portal): State<Portal>,
    Path((code, id)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let code = dossier_code::tidy(&code);
    let read = move || uploads::of_dossier(&portal.uploads, &portal.store, &id, &code);
    let found = tokio::task::spawn_blocking(read).await;
    let found = found.map_err(|error| Refusal::internal(&error))?;
    let (_, content) = found.ok_or_else(Refusal::not_found)?;
    Ok(applicant::file(content))
}

/// Asks for supplements, field by field.
#[utoipa::path(
    post, path = "/officer/dossiers/{code}/supplements", operation_id = "askForSupplement", tag = "officers",
    security(("officer" = [])),
    params(("code" = String, Path, description = "The dossier's code")),
    request_body = NewSupplement,
    responses(
        (status = 204, description = "Asked"),
        (status = 401, description = "`officer-token`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, description = "`dossier-unknown`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 409, description = "`status-not-allowed`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, description = "`not-right`, `note-too-long`", body = ProblemDetails, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn supplement(
    State(portal): State<Portal>,
    Path(code): Path<String>,
    Json(new): Json<NewSupplement>,
) -> Result<StatusCode, Refusal> {
    let clock = portal.clock.clone();
    let ask = move |db: &mut Connection| ask(db, &code, &new, &clock);
    portal.store.run(ask).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Writes to the applicant.
#[utoipa::path(
    post, path = "/officer/dossiers/{code}/messages", operation_id = "writeToApplicant", tag = "officers",
    security(("officer" = [])),
    params(("code" = String, Path, description = "The dossier's code")),
    request_body = NewMessage,
    responses(
        (status = 204, description = "Written"),
        (status = 401, description = "`officer-token`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, description = "`dossier-unknown`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, description = "`not-right`, `note-too-long`", body = ProblemDetails, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn message(
    State(portal): State<Portal>,
    Path(code): Path<String>,
    Json(new): Json<NewMessage>,
) -> Result<StatusCode, Refusal> {
    let clock = portal.clock.clone();
    let run = move |db: &mut Connection| write(db, &code, &new.text, &clock);
    portal.store.run(run).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Sets what has become of a component.
#[utoipa::path(
    post, path = "/officer/dossiers/{code}/components/{id}/status", operation_id = "setComponent", tag = "officers",
    security(("officer" = [])),
    params(("code" = String, Path, description = "The dossier's code"), ("id" = String, Path, description = "The component's name")),
    request_body = NewStatus,
    responses(
        (status = 204, description = "Set"),
        (status = 401, description = "`officer-token`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, description = "`dossier-unknown`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 409, description = "`status-not-allowed`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, description = "`not-right`: no reason where the applicant must be told one; `note-too-long`", body = ProblemDetails, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn component(
    State(portal): State<Portal>,
    Path((code, id)): Path<(String, String)>,
    Json(new): Json<NewStatus>,
) -> Result<StatusCode, Refusal> {
    let clock = portal.clock.clone();
    let run = move |db: &mut Connection| set_component(db, &code, &id, &new, &clock);
    portal.store.run(run).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What a result is called.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ResultName {
    /// The file's name, for people.
    name: String,
}

/// Attaches a result.
#[utoipa::path(
    post, path = "/officer/dossiers/{code}/results", operation_id = "attachResult", tag = "officers",
    security(("officer" = [])),
    params(("code" = String, Path, description = "The dossier's code"), ResultName),
    request_body(content = String, content_type = "application/octet-stream", description = "The file"),
    responses(
        (status = 204, description = "Attached"),
        (status = 401, description = "`officer-token`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, description = "`dossier-unknown`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 413, description = "`body-too-large`: more than 5 MiB", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, description = "`not-right`", body = ProblemDetails, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn result(
    State(portal): State<Portal>,
    Path(code): Path<String>,
    Query(called): Query<ResultName>,
    content: Bytes,
) -> Result<StatusCode, Refusal> {
    let clock = portal.clock.clone();
    let run = move |db: &mut Connection| attach(db, &code, &called.name, &content, &clock);
    portal.store.run(run).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What was told to applicants.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Outbox {
    /// The newest 500, newest first.
    pub sent: Vec<Sent>,
}

/// What an SMS or an email would have said.
#[utoipa::path(
    get, path = "/officer/outbox", operation_id = "outbox", tag = "officers", security(("officer" = [])),
    responses(
        (status = 200, description = "The messages", body = Outbox),
        (status = 401, description = "`officer-token`", body = ProblemDetails, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn outbox(State(portal): State<Portal>) -> Result<Json<Outbox>, Refusal> {
    let sent = portal.store.run(|db| outbox::newest(db, None)).await;
    Ok(Json(Outbox {
        sent: sent.map_err(Refusal::from)?,
    }))
}
