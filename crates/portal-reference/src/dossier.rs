//! What the database holds about a dossier's course.

use portal_wire::{Status, StatusChange, Texts};
use rusqlite::{Connection, OptionalExtension, params};

use crate::clock::Moment;
use crate::store::StoreError;

/// A dossier, as tracking sees it.
#[derive(Debug)]
pub(crate) struct Dossier {
    pub(crate) code: String,
    pub(crate) procedure: String,
    pub(crate) name: Texts,
    pub(crate) agency: Texts,
    pub(crate) lookup: String,
}

/// The dossier with this code.
pub(crate) fn find(db: &Connection, code: &str) -> Result<Option<Dossier>, StoreError> {
    let found = db
        .query_row(
            "SELECT code, procedure, name, agency, lookup FROM dossier WHERE code = ?1",
            [code],
            |row| {
                let dossier = Dossier {
                    code: row.get(0)?,
                    procedure: row.get(1)?,
                    name: Texts::new(),
                    agency: Texts::new(),
                    lookup: row.get(4)?,
                };
                Ok((dossier, row.get::<_, String>(2)?, row.get::<_, String>(3)?))
            },
        )
        .optional()?;
    let Some((dossier, name, agency)) = found else {
        return Ok(None);
    };
    Ok(Some(Dossier {
        name: texts(&name)?,
        agency: texts(&agency)?,
        ..dossier
    }))
}

fn texts(json: &str) -> Result<Texts, StoreError> {
    serde_json::from_str(json).map_err(|error| StoreError::Content(error.to_string()))
}

/// Every status that a dossier has had, oldest first.
pub(crate) fn history(db: &Connection, code: &str) -> Result<Vec<StatusChange>, StoreError> {
    let sql = "SELECT status, at, note FROM status_change WHERE dossier = ?1 ORDER BY id";
    let mut statement = db.prepare(sql)?;
    let rows = statement.query_map([code], |row| {
        Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?))
    })?;
    rows.map(|row| {
        let (status, at, note) = row?;
        let status = status_named(&status)?;
        Ok(StatusChange { status, at, note })
    })
    .collect()
}

/// The status with this name.
pub(crate) fn status_named(name: &str) -> Result<Status, StoreError> {
    Status::ALL
        .into_iter()
        .find(|status| status.name() == name)
        .ok_or_else(|| StoreError::Content(format!("{name} is no status")))
}

/// Adds a status to a dossier's history.
pub(crate) fn add_status(
    db: &Connection,
    code: &str,
    status: Status,
    note: Option<&str>,
    now: Moment,
) -> Result<(), StoreError> {
    db.execute(
        "INSERT INTO status_change (dossier, status, at, note) VALUES (?1, ?2, ?3, ?4)",
        params![code, status.name(), now.rfc3339(), note],
    )?;
    Ok(())
}
