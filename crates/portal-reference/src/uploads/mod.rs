//! Uploads over tus 1.0.0, core with creation and termination
//! (<https://tus.io/protocols/resumable-upload>, read November 2026).
//!
//! What arrived is what the file holds: bytes are appended as they come, so a connection that is
//! cut loses nothing. An upload belongs to nobody until a dossier claims it; after a week
//! unclaimed it is deleted. Whoever is too slow gets a 503 and goes on with another connection.

mod files;
mod metadata;

use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use portal_wire::{ProblemDetails, TUS_VERSION, endpoint};

pub(crate) use files::{Uploads, claim, of_dossier, sweep};

use crate::problem::Refusal;
use crate::random;
use crate::state::Portal;
use files::Row;

const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const VERSION: HeaderName = HeaderName::from_static("tus-version");
const EXTENSION: HeaderName = HeaderName::from_static("tus-extension");
const MAX_SIZE: HeaderName = HeaderName::from_static("tus-max-size");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
const METHOD: HeaderName = HeaderName::from_static("x-http-method-override");
const TUS: HeaderValue = HeaderValue::from_static(TUS_VERSION);

/// Every answer names the version; a request of another version is refused, OPTIONS excepted.
pub(crate) async fn version(request: Request, next: Next) -> Response {
    let asked = request.headers().get(RESUMABLE);
    let mut response = if request.method() == Method::OPTIONS || asked == Some(&TUS) {
        next.run(request).await
    } else {
        Refusal::new(
            StatusCode::PRECONDITION_FAILED,
            "tus-version",
            "Uploads speak tus 1.0.0; say so in Tus-Resumable",
        )
        .header(VERSION, TUS)
        .into_response()
    };
    response.headers_mut().insert(RESUMABLE, TUS);
    response
}

/// What uploads can do.
#[utoipa::path(
    options, path = "/uploads", operation_id = "uploadOptions", tag = "uploads",
    responses((status = 204, description = "tus 1.0.0 with creation and termination", headers(
        ("Tus-Version" = String), ("Tus-Extension" = String), ("Tus-Max-Size" = u64),
    ))),
)]
pub(crate) async fn options(State(portal): State<Portal>) -> Response {
    let headers = [
        (VERSION, TUS),
        (EXTENSION, HeaderValue::from_static("creation,termination")),
        (MAX_SIZE, portal.uploads.max_bytes.into()),
    ];
    (StatusCode::NO_CONTENT, headers).into_response()
}

/// Begins an upload. Its name is the last part of `Location`; answers name it so.
#[utoipa::path(
    post, path = "/uploads", operation_id = "beginUpload", tag = "uploads",
    params(
        ("Tus-Resumable" = String, Header, description = "`1.0.0`"),
        ("Upload-Length" = u64, Header, description = "Size of the file in bytes"),
        ("Upload-Metadata" = Option<String>, Header, description = "`filename` and its value in Base64"),
    ),
    responses(
        (status = 201, description = "Begun", headers(("Location" = String))),
        (status = 400, description = "`upload-length`, `upload-metadata`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 412, description = "`tus-version`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 413, description = "`upload-too-large`", body = ProblemDetails,
            content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn create(
    State(portal): State<Portal>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let bytes = number(&headers, &LENGTH).ok_or_else(|| {
        Refusal::new(
            StatusCode::BAD_REQUEST,
            "upload-length",
            "Upload-Length must say the size in bytes",
        )
    })?;
    if bytes > portal.uploads.max_bytes {
        return Err(too_large(&format!(
            "at most {} bytes",
            portal.uploads.max_bytes
        )));
    }
    let name = match headers.get(METADATA) {
        None => String::new(),
        Some(value) => metadata::file_name(value).ok_or_else(|| {
            Refusal::new(
                StatusCode::BAD_REQUEST,
                "upload-metadata",
                "Upload-Metadata must be names with values in Base64",
            )
        })?,
    };
    let row = Row {
        id: random::id().map_err(|error| Refusal::internal(&error))?,
        name,
        bytes,
        dossier: None,
    };
    let location = format!("{}{}/{}", portal.prefix, endpoint::UPLOADS, row.id);
    let location = HeaderValue::from_str(&location).map_err(|error| Refusal::internal(&error))?;
    let (id, now) = (row.id.clone(), portal.clock.now());
    // Known first: a file that nobody knows is swept away.
    portal
        .store
        .run(move |db| files::insert(db, &row, now))
        .await
        .map_err(Refusal::from)?;
    portal
        .uploads
        .create(&id)
        .await
        .map_err(|error| Refusal::internal(&error))?;
    Ok((StatusCode::CREATED, [(header::LOCATION, location)]).into_response())
}

/// How much of an upload is here.
#[utoipa::path(
    head, path = "/uploads/{id}", operation_id = "uploadOffset", tag = "uploads",
    params(("id" = String, Path), ("Tus-Resumable" = String, Header, description = "`1.0.0`")),
    responses(
        (status = 200, description = "Go on from Upload-Offset",
            headers(("Upload-Offset" = u64), ("Upload-Length" = u64))),
        (status = 404, description = "`upload-unknown`"),
    ),
)]
pub(crate) async fn head(
    State(portal): State<Portal>,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let row = find(&portal, &id).await?;
    // Whoever asks has lost the connection that still seems to write here: that one ends now.
    let _turn = portal.uploads.turns.take(&id).await;
    let offset = portal.uploads.offset(&id).await?;
    let headers = [
        (OFFSET, HeaderValue::from(offset)),
        (LENGTH, row.bytes.into()),
    ];
    Ok((StatusCode::OK, headers).into_response())
}

/// Adds bytes to an upload.
#[utoipa::path(
    patch, path = "/uploads/{id}", operation_id = "appendToUpload", tag = "uploads",
    params(
        ("id" = String, Path),
        ("Tus-Resumable" = String, Header, description = "`1.0.0`"),
        ("Upload-Offset" = u64, Header, description = "How much is there already"),
    ),
    request_body(content = String, content_type = "application/offset+octet-stream", description = "The bytes"),
    responses(
        (status = 204, description = "Kept", headers(("Upload-Offset" = u64))),
        (status = 400, description = "`upload-offset-missing`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 404, description = "`upload-unknown`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 409, description = "`upload-offset`: more or less is there; `upload-overtaken`: another connection goes on",
            body = ProblemDetails, content_type = "application/problem+json"),
        (status = 413, description = "`upload-too-large`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 415, description = "`upload-content-type`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 503, description = "`upload-timeout`, `body-cut`: what came is kept; ask for the offset and go on",
            body = ProblemDetails, content_type = "application/problem+json",
            headers(("Retry-After" = u64, description = "Seconds"))),
    ),
)]
pub(crate) async fn patch(
    State(portal): State<Portal>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    let kind = headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    if kind != Some(b"application/offset+octet-stream") {
        return Err(Refusal::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "upload-content-type",
            "The body must be application/offset+octet-stream",
        ));
    }
    let from = number(&headers, &OFFSET).ok_or_else(|| {
        Refusal::new(
            StatusCode::BAD_REQUEST,
            "upload-offset-missing",
            "Upload-Offset must say how much is there already",
        )
    })?;
    let row = find(&portal, &id).await?;
    if number(&headers, &header::CONTENT_LENGTH)
        .is_some_and(|more| more > row.bytes.saturating_sub(from))
    {
        return Err(too_large(&format!("{} bytes were announced", row.bytes)));
    }
    let turn = portal.uploads.turns.take(&id).await;
    // In a task of its own: when the connection is cut, what has arrived is still written down
    // before the next one may write.
    let work = tokio::spawn(async move { portal.uploads.append(&row, from, body, turn).await });
    let offset = work.await.map_err(|error| Refusal::internal(&error))??;
    Ok((
        StatusCode::NO_CONTENT,
        [(OFFSET, HeaderValue::from(offset))],
    )
        .into_response())
}

/// Deletes an upload that no dossier has claimed.
#[utoipa::path(
    delete, path = "/uploads/{id}", operation_id = "deleteUpload", tag = "uploads",
    params(("id" = String, Path), ("Tus-Resumable" = String, Header, description = "`1.0.0`")),
    responses(
        (status = 204, description = "Deleted"),
        (status = 404, description = "`upload-unknown`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 409, description = "`upload-claimed`: it belongs to a dossier", body = ProblemDetails,
            content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn delete(
    State(portal): State<Portal>,
    Path(id): Path<String>,
) -> Result<StatusCode, Refusal> {
    find(&portal, &id).await?;
    let _turn = portal.uploads.turns.take(&id).await;
    let gone = id.clone();
    if !portal
        .store
        .run(move |db| files::remove(db, &gone))
        .await
        .map_err(Refusal::from)?
    {
        return Err(Refusal::new(
            StatusCode::CONFLICT,
            "upload-claimed",
            "This upload belongs to a dossier",
        ));
    }
    portal
        .uploads
        .delete(&id)
        .await
        .map_err(|error| Refusal::internal(&error))?;
    Ok(StatusCode::NO_CONTENT)
}

/// Networks that know only GET and POST: tus lets the method stand in a header.
pub(crate) async fn overridden(
    portal: State<Portal>,
    id: Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    match headers.get(METHOD).map(HeaderValue::as_bytes) {
        Some(b"PATCH") => patch(portal, id, headers, body).await,
        Some(b"HEAD") => head(portal, id).await,
        Some(b"DELETE") => delete(portal, id).await.map(IntoResponse::into_response),
        // POST itself is taken, with the right header.
        _ => Err(Refusal::method_not_allowed().header(
            header::ALLOW,
            HeaderValue::from_static("DELETE, HEAD, PATCH, POST"),
        )),
    }
}

async fn find(portal: &Portal, id: &str) -> Result<Row, Refusal> {
    if !random::is_id(id) {
        return Err(unknown());
    }
    let id = id.to_string();
    let row = portal
        .store
        .run(move |db| files::find(db, &id))
        .await
        .map_err(Refusal::from)?;
    row.ok_or_else(unknown)
}

fn unknown() -> Refusal {
    Refusal::new(
        StatusCode::NOT_FOUND,
        "upload-unknown",
        "The portal has no such upload",
    )
}

fn too_large(detail: &str) -> Refusal {
    Refusal::new(
        StatusCode::PAYLOAD_TOO_LARGE,
        "upload-too-large",
        "The file is too large",
    )
    .detail(detail)
}

fn number(headers: &HeaderMap, name: &HeaderName) -> Option<u64> {
    let text = headers.get(name)?.to_str().ok()?;
    text.bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| text.parse().ok())?
}
