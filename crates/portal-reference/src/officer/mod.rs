//! The officer's side: a list, setting a status, and what is done with one dossier (`case`).

pub(crate) mod case;

use std::path::Path as FilePath;

use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use portal_wire::{AnswerInWords, NewStatus, ProblemDetails, Status, Texts};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use serde::Serialize;
use subtle::ConstantTimeEq;

use crate::clock::{Clock, Moment};
use crate::dossier;
use crate::dossier_code;
use crate::json::Json;
use crate::outbox::{self, News};
use crate::problem::Refusal;
use crate::state::{Portal, database};
use crate::store::{Store, StoreError};

/// Longest note, in characters.
pub(crate) const LONGEST_NOTE: usize = 2_000;

/// What is not right with something that an officer asked for. Flaws are counted from 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub(crate) enum Wrong {
    /// Nothing is asked for, or too much.
    #[error("name between 1 and 50 flaws")]
    Flaws,
    /// A flaw does not say where it is.
    #[error("flaw {0} has no place in the answers")]
    Place(usize),
    /// A flaw does not say of which kind it is.
    #[error("flaw {0} has no reason, or too long a one")]
    Reason(usize),
    /// The note of a flaw is too long.
    #[error("the note of flaw {0} has more than {LONGEST_NOTE} characters")]
    FlawNote(usize),
    /// The regulation of a flaw is too long.
    #[error("the source of flaw {0} has more than {LONGEST_NOTE} characters")]
    Source(usize),
    /// The last day is none.
    #[error("the deadline is no date")]
    Deadline,
    /// The last day has gone by.
    #[error("the deadline is over already")]
    DeadlineOver,
    /// Nothing was written.
    #[error("the message says nothing")]
    NoText,
    /// It was not said why.
    #[error("say why: the applicant reads it")]
    NoReason,
    /// Parts of the group are not decided yet.
    #[error("not all components are decided")]
    OpenParts,
    /// The dossier has no such component.
    #[error("no such component")]
    Component,
    /// The file that is to be the result cannot be one.
    #[error("a result has a name, and between 1 byte and 5 MiB")]
    Result,
}

/// Why an officer could not do it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OfficerError {
    /// No dossier has this code.
    #[error("no dossier has the code {0}")]
    Unknown(String),
    /// The status cannot follow the one before.
    #[error("a dossier that is {from} cannot become {to}; it can become: {may}")]
    NotAllowed {
        /// The status now.
        from: &'static str,
        /// The status that was wanted.
        to: &'static str,
        /// The statuses that may follow.
        may: String,
    },
    /// The note is too long.
    #[error("a note has at most {LONGEST_NOTE} characters")]
    LongNote,
    /// Something that was asked for is not right.
    #[error(transparent)]
    NotRight(#[from] Wrong),
    /// There is no database in the folder.
    #[error("there is no portal in {0}")]
    NoPortal(String),
    /// The database does not work.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for OfficerError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<OfficerError> for Refusal {
    fn from(error: OfficerError) -> Self {
        let refusal = |status, name, title| Refusal::new(status, name, title);
        if let OfficerError::Store(error) = error {
            return error.into();
        }
        match &error {
            OfficerError::Unknown(_) => {
                refusal(StatusCode::NOT_FOUND, "dossier-unknown", "No such dossier")
            }
            OfficerError::NotAllowed { .. } => refusal(
                StatusCode::CONFLICT,
                "status-not-allowed",
                "This status cannot follow the one before",
            )
            .detail(error.to_string())
            .at("/status", error.to_string()),
            OfficerError::LongNote => refusal(
                StatusCode::UNPROCESSABLE_ENTITY,
                "note-too-long",
                "The note is too long",
            )
            .at("/note", error.to_string()),
            OfficerError::NotRight(wrong) => refusal(
                StatusCode::UNPROCESSABLE_ENTITY,
                "not-right",
                "It cannot be done like this",
            )
            .detail(wrong.to_string()),
            OfficerError::NoPortal(_) | OfficerError::Store(_) => Refusal::internal(&error),
        }
    }
}

/// Every dossier, for officers.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct OfficerList {
    /// The newest 500, newest first.
    pub dossiers: Vec<OfficerEntry>,
}

/// A dossier in the officers' list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct OfficerEntry {
    /// The dossier's code.
    pub code: String,
    /// Code of the procedure.
    pub procedure: String,
    /// The status now.
    pub status: Status,
    /// The statuses that may follow.
    pub may_become: Vec<Status>,
    /// When it was stored (RFC 3339).
    pub received_at: String,
    /// Name of the procedure, by locale.
    #[schema(value_type = std::collections::BTreeMap<String, String>)]
    pub name: Texts,
}

/// Whether this is the officers' token. Compared in the same time whatever is wrong with it.
pub(crate) fn is_token(portal: &Portal, token: &str) -> bool {
    let token = token.as_bytes();
    !token.is_empty() && bool::from(token.ct_eq(portal.officer_token.as_bytes()))
}

/// Lets only officers through.
pub(crate) async fn only_officers(
    State(portal): State<Portal>,
    headers: HeaderMap,
    request: Request,
    next: Next,
) -> Response {
    let token = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim())
        .unwrap_or_default();
    if is_token(&portal, token) {
        return next.run(request).await;
    }
    Refusal::new(
        StatusCode::UNAUTHORIZED,
        "officer-token",
        "Only officers may do this; show the token as Bearer",
    )
    .header(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))
    .into_response()
}

/// The dossiers.
#[utoipa::path(
    get, path = "/officer/dossiers", operation_id = "listDossiers", tag = "officers", security(("officer" = [])),
    responses(
        (status = 200, description = "The dossiers", body = OfficerList),
        (status = 401, description = "`officer-token`", body = ProblemDetails,
            content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn list(State(portal): State<Portal>) -> Result<Json<OfficerList>, Refusal> {
    let dossiers = portal
        .store
        .run(|db| newest(db))
        .await
        .map_err(Refusal::from)?;
    Ok(Json(OfficerList { dossiers }))
}

pub(crate) fn newest(db: &Connection) -> Result<Vec<OfficerEntry>, StoreError> {
    let mut statement = db.prepare(
        "SELECT code, procedure, received_at, (SELECT status FROM status_change
            WHERE dossier = code ORDER BY id DESC LIMIT 1), name
         FROM dossier ORDER BY dossier.rowid DESC LIMIT 500",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((
            row.get(0)?,
            row.get(1)?,
            row.get(2)?,
            row.get::<_, String>(3)?,
            row.get::<_, String>(4)?,
        ))
    })?;
    rows.map(|row| {
        let (code, procedure, received_at, status, name) = row?;
        let status = dossier::status_named(&status)?;
        Ok(OfficerEntry {
            code,
            procedure,
            status,
            may_become: status.may_become().to_vec(),
            received_at,
            name: dossier::json(&name)?,
        })
    })
    .collect()
}

/// Sets a status.
#[utoipa::path(
    post, path = "/officer/dossiers/{code}/status", operation_id = "setStatus", tag = "officers", security(("officer" = [])),
    params(("code" = String, Path, description = "The dossier's code")),
    request_body = NewStatus,
    responses(
        (status = 204, description = "Set"),
        (status = 401, description = "`officer-token`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 404, description = "`dossier-unknown`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 409, description = "`status-not-allowed`: it cannot follow the status now", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 422, description = "`note-too-long`; `not-right`: no reason where the applicant must be told one, or parts \
            of a group that are not decided", body = ProblemDetails,
            content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn set_status(
    State(portal): State<Portal>,
    Path(code): Path<String>,
    Json(new): Json<NewStatus>,
) -> Result<StatusCode, Refusal> {
    let clock = portal.clock.clone();
    portal
        .store
        .run(move |db| set(db, &code, &new, &clock))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Sets a status in the database of a data folder, beside a portal that may be running.
///
/// # Errors
/// There is no such portal or dossier, or the status cannot follow the one before.
pub(crate) fn set_in(
    data: &FilePath,
    code: &str,
    new: &NewStatus,
    clock: &Clock,
) -> Result<Status, OfficerError> {
    let path = database(data);
    if !path.exists() {
        return Err(OfficerError::NoPortal(data.display().to_string()));
    }
    Store::open(&path)?.now(|db| set(db, code, new, clock))
}

/// The answers of a dossier in the database of a folder, as the applicant's app wrote them for officers.
///
/// # Errors
/// Why they cannot be had.
pub(crate) fn answers_in(data: &FilePath, code: &str) -> Result<Vec<AnswerInWords>, OfficerError> {
    let path = database(data);
    if !path.exists() {
        return Err(OfficerError::NoPortal(data.display().to_string()));
    }
    let code = dossier_code::tidy(code);
    let read = |db: &mut Connection| {
        let sql = "SELECT in_words FROM dossier WHERE code = ?1";
        db.query_row(sql, [&code], |row| row.get::<_, String>(0))
            .optional()
    };
    let text = Store::open(&path)?.now(read)?;
    let text = text.ok_or(OfficerError::Unknown(code))?;
    let answers: Vec<AnswerInWords> = serde_json::from_str(&text).unwrap_or_default();
    // A terminal would do what control characters say.
    let plain = |text: String| text.replace(|c: char| c.is_control() && c != '\n', "");
    let plain = |answer: AnswerInWords| AnswerInWords {
        section: plain(answer.section),
        label: plain(answer.label),
        value: plain(answer.value),
    };
    Ok(answers.into_iter().map(plain).collect())
}

/// Sets a status, and gives the one before. The time is that at which nobody else has the database any more:
/// what comes later in a history is later.
pub(crate) fn set(
    db: &mut Connection,
    code: &str,
    new: &NewStatus,
    clock: &Clock,
) -> Result<Status, OfficerError> {
    let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // What may not follow is said first; an error takes all of it back.
    let from = set_within(&change, code, new, clock.now())?;
    if new.status.needs_reason() && procedure::is_blank(new.note.as_deref().unwrap_or_default()) {
        return Err(Wrong::NoReason.into());
    }
    if matches!(new.status, Status::Decided | Status::Delivered) {
        let parts = dossier::components(&change, &dossier_code::tidy(code))?;
        if !parts.iter().all(|part| part.status.is_over()) {
            return Err(Wrong::OpenParts.into());
        }
    }
    change.commit()?;
    Ok(from)
}

/// The same, within a transaction of the caller's.
pub(crate) fn set_within(
    change: &Connection,
    code: &str,
    new: &NewStatus,
    now: Moment,
) -> Result<Status, OfficerError> {
    let code = dossier_code::tidy(code);
    let note = new
        .note
        .as_deref()
        .map(str::trim)
        .filter(|note| !note.is_empty());
    if note.is_some_and(|note| note.chars().count() > LONGEST_NOTE) {
        return Err(OfficerError::LongNote);
    }
    let history = dossier::history(change, &code)?;
    let Some(from) = history.last().map(|last| last.status) else {
        return Err(OfficerError::Unknown(code));
    };
    if !from.may_become().contains(&new.status) {
        let may: Vec<_> = from
            .may_become()
            .iter()
            .map(|status| status.name())
            .collect();
        return Err(OfficerError::NotAllowed {
            from: from.name(),
            to: new.status.name(),
            may: if may.is_empty() {
                "nothing more".into()
            } else {
                may.join(", ")
            },
        });
    }
    dossier::add_status(change, &code, new.status, note, now)?;
    if let Some(dossier) = dossier::find(change, &code)? {
        outbox::tell(change, &dossier, News::Status(new.status), now)?;
    }
    Ok(from)
}
