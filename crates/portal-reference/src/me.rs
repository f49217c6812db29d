//! What belongs to whoever has signed in: the dossiers that they sent, the papers in their store.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use portal_wire::{
    Document, DocumentUpload, Documents, MyDossier, MyDossiers, ProblemDetails, Status, Texts,
};
use procedure::file;
use rusqlite::{Connection, TransactionBehavior};

use crate::accounts::session::{Signed, Visitor};
use crate::dossier::{self, status_named};
use crate::json::Json;
use crate::limit::Limit;
use crate::problem::Refusal;
use crate::registers::Paper;
use crate::sample_files;
use crate::state::Portal;

/// Most dossiers in the list.
const MOST: i64 = 500;

/// Copies of papers of one account.
const COPIES: Limit = Limit::an_hour("document", 60);

/// The dossiers that were sent by this account, signed in.
#[utoipa::path(
    get, path = "/me/dossiers", operation_id = "myDossiers", tag = "accounts", security(("session" = [])),
    responses(
        (status = 200, description = "The newest 500, newest first", body = MyDossiers),
        (status = 401, description = "`sign-in-needed`", body = ProblemDetails, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn dossiers(
    State(portal): State<Portal>,
    visitor: Visitor,
) -> Result<Json<MyDossiers>, Refusal> {
    let now = portal.clock.now();
    let read = move |db: &mut Connection| {
        let signed = visitor.reads(db, now)?;
        Ok::<_, Refusal>(of_account(db, &signed.account)?)
    };
    let dossiers = portal.store.run(read).await?;
    Ok(Json(MyDossiers { dossiers }))
}

fn of_account(db: &Connection, account: &str) -> Result<Vec<MyDossier>, crate::store::StoreError> {
    let sql = "SELECT code, procedure, name, received_at,
            (SELECT status FROM status_change WHERE dossier = code ORDER BY id DESC LIMIT 1)
         FROM dossier WHERE owner = ?1 ORDER BY received_at DESC, rowid DESC LIMIT ?2";
    let mut statement = db.prepare(sql)?;
    let rows = statement.query_map(rusqlite::params![account, MOST], |row| {
        let texts: [String; 5] = [
            row.get(0)?,
            row.get(1)?,
            row.get(2)?,
            row.get(3)?,
            row.get(4)?,
        ];
        Ok(texts)
    })?;
    rows.map(|row| {
        let [code, procedure, name, received_at, status] = row?;
        let status = status_named(&status)?;
        Ok(MyDossier {
            code,
            procedure,
            name: dossier::json::<Texts>(&name)?,
            needs_you: matches!(status, Status::DocumentsRequested | Status::PaymentDue),
            status,
            received_at,
        })
    })
    .collect()
}

/// The papers of somebody whom the portal is sure of.
fn papers(portal: &Portal, signed: &Signed) -> Result<Vec<Paper>, Refusal> {
    signed.needs(2)?;
    let person = portal.registers.person(signed)?;
    Ok(person.map_or_else(Vec::new, |person| person.documents.clone()))
}

/// The bytes of a paper, and what kind of file it is.
fn content(paper: &Paper) -> Vec<u8> {
    match paper.kind.as_str() {
        "portrait" => sample_files::portrait(),
        kind => sample_files::page(kind),
    }
}

fn kind_of(facts: &file::FileFacts) -> String {
    facts.kind.map_or("", file::FileType::key).to_string()
}

/// The papers in the person's store. A portal's own store, or a wallet of papers that it may ask.
#[utoipa::path(
    get, path = "/me/documents", operation_id = "myDocuments", tag = "accounts", security(("session" = [])),
    responses(
        (status = 200, description = "The papers", body = Documents),
        (status = 401, description = "`sign-in-needed`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, description = "`account-needed`: level 2", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 503, description = "`register-down`", body = ProblemDetails, content_type = "application/problem+json",
            headers(("Retry-After" = u64, description = "Seconds"))),
    ),
)]
pub(crate) async fn documents(
    State(portal): State<Portal>,
    visitor: Visitor,
) -> Result<Json<Documents>, Refusal> {
    let now = portal.clock.now();
    let signed = portal.store.run(move |db| visitor.reads(db, now)).await?;
    let documents = papers(&portal, &signed)?.into_iter().map(|paper| {
        let content = content(&paper);
        let facts = file::look(&content);
        Document {
            // Of each kind there is one.
            id: paper.kind.clone(),
            file: kind_of(&facts),
            pixels: facts.pixels.map(|(width, height)| [width, height]),
            kind: paper.kind,
            name: paper.name,
            issued_on: paper.issued_on,
            expires_on: paper.expires_on,
            bytes: content.len() as u64,
        }
    });
    Ok(Json(Documents {
        documents: documents.collect(),
    }))
}

/// Makes a finished upload of a paper, which answers name like any other. The paper stays in the store.
#[utoipa::path(
    post, path = "/me/documents/{id}/uploads", operation_id = "uploadDocument", tag = "accounts", security(("session" = [])),
    params(
        ("id" = String, Path, description = "The paper's name"),
        ("Motcua-Csrf" = String, Header, description = "`1`"),
    ),
    responses(
        (status = 201, description = "The upload", body = DocumentUpload),
        (status = 401, description = "`sign-in-needed`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, description = "`account-needed`: level 2; `csrf`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, description = "`document-unknown`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 429, description = "`too-many-tries`: sixty copies of this account in an hour", body = ProblemDetails,
            content_type = "application/problem+json", headers(("Retry-After" = u64, description = "Seconds"))),
        (status = 503, description = "`register-down`", body = ProblemDetails, content_type = "application/problem+json",
            headers(("Retry-After" = u64, description = "Seconds"))),
    ),
)]
pub(crate) async fn upload_document(
    State(portal): State<Portal>,
    Path(id): Path<String>,
    visitor: Visitor,
) -> Result<Response, Refusal> {
    let now = portal.clock.now();
    let count = move |db: &mut Connection| {
        let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let signed = visitor.changes(&change, now)?;
        signed.needs(2)?;
        COPIES.check(&change, &signed.account, now)?;
        COPIES.count(&change, &signed.account, now)?;
        change.commit()?;
        Ok::<_, Refusal>(signed)
    };
    let signed = portal.store.run(count).await?;
    let mut papers = papers(&portal, &signed)?.into_iter();
    let paper = papers.find(|paper| paper.kind == id).ok_or_else(|| {
        Refusal::new(
            StatusCode::NOT_FOUND,
            "document-unknown",
            "There is no such paper in the store",
        )
    })?;
    let content = content(&paper);
    let (bytes, kind) = (content.len() as u64, kind_of(&file::look(&content)));
    let name = paper.name.clone();
    let put = move || {
        portal
            .uploads
            .put(&portal.store, &paper.name, &content, now)
    };
    let upload = tokio::task::spawn_blocking(put)
        .await
        .map_err(|error| Refusal::internal(&error))??;
    let upload = DocumentUpload {
        upload,
        name,
        bytes,
        kind,
    };
    Ok((StatusCode::CREATED, Json(upload)).into_response())
}
