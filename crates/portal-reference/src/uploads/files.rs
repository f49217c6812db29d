//! The bytes of uploads in files, and what the database says about them.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use axum::body::Body;
use axum::http::StatusCode;
use http_body_util::BodyExt;
use procedure::{FileAnswer, file};
use rusqlite::{Connection, OptionalExtension, params};
use tokio::io::AsyncWriteExt;

use super::too_large;
use super::turns::{Turn, Turns};
use crate::clock::Moment;
use crate::problem::Refusal;
use crate::random;
use crate::store::{Store, StoreError};

/// A connection that brings nothing for so long is given up; the rest can come on another.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long an upload may wait for its dossier, in seconds: a week.
const UNCLAIMED: i64 = 7 * 24 * 60 * 60;

/// The files of uploads.
#[derive(Debug)]
pub(crate) struct Uploads {
    folder: PathBuf,
    /// Most bytes of one file.
    pub max_bytes: u64,
    pub(crate) turns: Turns,
}

/// An upload, as it was announced.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) bytes: u64,
    pub(crate) claimed: bool,
}

impl Uploads {
    /// Those in the folder `uploads` of `data`, which is made where there is none.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub(crate) fn open(data: &Path, max_bytes: u64) -> io::Result<Self> {
        let folder = data.join("uploads");
        std::fs::create_dir_all(&folder)?;
        Ok(Self {
            folder,
            max_bytes,
            turns: Turns::default(),
        })
    }

    /// Only names that [`random::is_id`] knows come here.
    fn path(&self, id: &str) -> PathBuf {
        self.folder.join(id)
    }

    pub(super) async fn create(&self, id: &str) -> io::Result<()> {
        tokio::fs::File::create_new(self.path(id)).await.map(drop)
    }

    pub(super) async fn delete(&self, id: &str) -> io::Result<()> {
        match tokio::fs::remove_file(self.path(id)).await {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// How much is here: what the file holds, whatever anyone remembers.
    pub(super) async fn offset(&self, id: &str) -> io::Result<u64> {
        tokio::fs::metadata(self.path(id))
            .await
            .map(|file| file.len())
    }

    /// Adds what arrives, and says how much is here then.
    pub(super) async fn append(
        &self,
        row: &Row,
        from: u64,
        body: Body,
        mut turn: Turn,
    ) -> Result<u64, Refusal> {
        let broken = |error: io::Error| Refusal::internal(&error);
        let mut offset = self.offset(&row.id).await.map_err(broken)?;
        if offset != from {
            return Err(Refusal::new(
                StatusCode::CONFLICT,
                "upload-offset",
                "Upload-Offset is not how much is here",
            )
            .detail(format!("{offset} bytes are here")));
        }
        let mut options = tokio::fs::OpenOptions::new();
        let mut file = options
            .append(true)
            .open(self.path(&row.id))
            .await
            .map_err(broken)?;
        let end = receive(&mut file, body, &mut offset, row.bytes, &mut turn).await;
        // However it ended, what came is kept.
        file.flush().await.map_err(broken)?;
        if offset == row.bytes {
            file.sync_all().await.map_err(broken)?;
        }
        end.map(|()| offset)
    }

    /// What is stored under this name, if all of it is here and no dossier has claimed it. Reads
    /// the whole file: call it where waiting is allowed.
    pub(crate) fn facts(&self, store: &Store, id: &str) -> Option<FileAnswer> {
        if !random::is_id(id) {
            return None;
        }
        let row = store.now(|db| find(db, id)).ok()??;
        let bytes = std::fs::read(self.path(id)).ok()?;
        if row.claimed || bytes.len() as u64 != row.bytes {
            return None;
        }
        let facts = file::look(&bytes);
        Some(FileAnswer {
            id: row.id.clone(),
            name: row.name,
            bytes: row.bytes,
            kind: facts.kind,
            pixels: facts.pixels,
            locked: facts.locked,
            upload: Some(row.id),
        })
    }
}

async fn receive(
    file: &mut tokio::fs::File,
    mut body: Body,
    offset: &mut u64,
    announced: u64,
    turn: &mut Turn,
) -> Result<(), Refusal> {
    loop {
        let frame = tokio::select! {
            frame = tokio::time::timeout(PATIENCE, body.frame()) => frame,
            () = turn.overtaken() => {
                return Err(Refusal::new(
                    StatusCode::CONFLICT,
                    "upload-overtaken",
                    "Another connection goes on with this upload",
                ));
            }
        };
        let frame = match frame {
            Ok(None) => return Ok(()),
            Ok(Some(Ok(frame))) => frame,
            Ok(Some(Err(_))) => {
                return Err(Refusal::new(
                    StatusCode::BAD_REQUEST,
                    "body-cut",
                    "The body did not arrive whole",
                ));
            }
            Err(_) => {
                return Err(Refusal::new(
                    StatusCode::REQUEST_TIMEOUT,
                    "upload-timeout",
                    "Nothing came for too long",
                ));
            }
        };
        let Ok(data) = frame.into_data() else {
            continue;
        };
        if *offset + data.len() as u64 > announced {
            return Err(too_large(&format!("{announced} bytes were announced")));
        }
        file.write_all(&data)
            .await
            .map_err(|error| Refusal::internal(&error))?;
        *offset += data.len() as u64;
    }
}

/// Notes a new upload.
pub(super) fn insert(db: &Connection, row: &Row, now: Moment) -> Result<(), StoreError> {
    db.execute(
        "INSERT INTO upload (id, name, bytes, created_at) VALUES (?1, ?2, ?3, ?4)",
        params![row.id, row.name, row.bytes.cast_signed(), now.unix()],
    )?;
    Ok(())
}

/// The upload with this name.
pub(super) fn find(db: &Connection, id: &str) -> Result<Option<Row>, StoreError> {
    let row = db
        .query_row(
            "SELECT id, name, bytes, dossier IS NOT NULL FROM upload WHERE id = ?1",
            [id],
            |row| {
                Ok(Row {
                    id: row.get(0)?,
                    name: row.get(1)?,
                    bytes: row.get::<_, i64>(2)?.cast_unsigned(),
                    claimed: row.get(3)?,
                })
            },
        )
        .optional()?;
    Ok(row)
}

/// Forgets an upload; `false` where a dossier has it.
pub(super) fn remove(db: &Connection, id: &str) -> Result<bool, StoreError> {
    Ok(db.execute("DELETE FROM upload WHERE id = ?1 AND dossier IS NULL", [id])? == 1)
}

/// Gives an upload to a dossier; `false` where another has it, or it is gone.
///
/// # Errors
/// The database does not work.
pub(crate) fn claim(db: &Connection, id: &str, dossier: &str) -> Result<bool, StoreError> {
    let sql = "UPDATE upload SET dossier = ?2 WHERE id = ?1 AND dossier IS NULL";
    Ok(db.execute(sql, [id, dossier])? == 1)
}

/// Deletes uploads that nobody has claimed for a week, and files that nobody knows.
///
/// # Errors
/// The database does not work. A file that cannot be deleted stays for the next time.
pub(crate) fn sweep(store: &Store, uploads: &Uploads, now: Moment) -> Result<(), StoreError> {
    store.now(|db| {
        db.execute(
            "DELETE FROM upload WHERE dossier IS NULL AND created_at < ?1",
            [now.unix() - UNCLAIMED],
        )?;
        for entry in std::fs::read_dir(&uploads.folder)
            .into_iter()
            .flatten()
            .flatten()
        {
            let name = entry.file_name();
            let Some(id) = name.to_str().filter(|name| random::is_id(name)) else {
                continue;
            };
            if find(db, id)?.is_none() {
                let _ = std::fs::remove_file(entry.path());
            }
        }
        Ok(())
    })
}
