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
use tokio::time::{Instant, timeout_at};

use super::{too_large, unknown};
use crate::clock::Moment;
use crate::disk::Disk;
use crate::problem::Refusal;
use crate::random;
use crate::store::{Store, StoreError};
use crate::turns::{Turn, Turns};

/// A connection that brings nothing for so long is given up; the rest can come on another.
const PATIENCE: Duration = Duration::from_secs(60);

/// And one that brings little, however steadily, after so long.
const LONGEST: Duration = Duration::from_secs(60 * 60);

/// How long an upload may wait for its dossier, in seconds: a week.
const UNCLAIMED: i64 = 7 * 24 * 60 * 60;

/// The files of uploads.
#[derive(Debug)]
pub(crate) struct Uploads {
    folder: PathBuf,
    /// Most bytes of one file.
    pub max_bytes: u64,
    pub(crate) turns: Turns,
    disk: Disk,
}

/// An upload, as it was announced.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) bytes: u64,
    /// The dossier that has claimed it.
    pub(crate) dossier: Option<String>,
}

impl Uploads {
    /// Those in the folder `uploads` of `data`, which is made where there is none.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub(crate) fn open(data: &Path, max_bytes: u64, disk: Disk) -> io::Result<Self> {
        let folder = data.join("uploads");
        std::fs::create_dir_all(&folder)?;
        disk.keep(data)?;
        Ok(Self {
            folder,
            max_bytes,
            turns: Turns::default(),
            disk,
        })
    }

    /// Only names that [`random::is_id`] knows come here.
    fn path(&self, id: &str) -> PathBuf {
        self.folder.join(id)
    }

    pub(super) async fn create(&self, id: &str) -> io::Result<()> {
        let (path, folder, disk) = (self.path(id), self.folder.clone(), self.disk.clone());
        let made = tokio::task::spawn_blocking(move || {
            std::fs::File::create_new(path)?;
            disk.keep(&folder)
        });
        made.await.map_err(io::Error::other)?
    }

    /// Makes sure that these uploads outlast a power cut. Before a dossier claims them: it must not
    /// be there without its files. Waits for the disk: call it where waiting is allowed.
    ///
    /// # Errors
    /// The disk cannot promise it.
    pub(crate) fn keep(&self, ids: &[String]) -> io::Result<()> {
        if ids.is_empty() {
            return Ok(());
        }
        for id in ids {
            self.disk.keep(&self.path(id))?;
        }
        self.disk.keep(&self.folder)
    }

    pub(super) async fn delete(&self, id: &str) -> io::Result<()> {
        match tokio::fs::remove_file(self.path(id)).await {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// How much is here: what the file holds, whatever anyone remembers. Without its file an upload
    /// is unknown, and begins anew.
    pub(super) async fn offset(&self, id: &str) -> Result<u64, Refusal> {
        match tokio::fs::metadata(self.path(id)).await {
            Ok(file) => Ok(file.len()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(unknown()),
            Err(error) => Err(Refusal::internal(&error)),
        }
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
        let mut offset = self.offset(&row.id).await?;
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

    /// Keeps bytes that the portal has already as a finished upload, and gives its name. Waits for the disk.
    ///
    /// # Errors
    /// The disk or the database does not do it.
    pub(crate) fn put(
        &self,
        store: &Store,
        name: &str,
        content: &[u8],
        now: Moment,
    ) -> Result<String, Refusal> {
        let row = Row {
            id: random::id().map_err(StoreError::from)?,
            name: name.to_string(),
            bytes: content.len() as u64,
            dossier: None,
        };
        // Known first, as uploads that come from outside.
        store.now(|db| insert(db, &row, now))?;
        std::fs::write(self.path(&row.id), content).map_err(|error| Refusal::internal(&error))?;
        Ok(row.id)
    }

    /// What is stored under this name, if all of it is here and no dossier but `code` has claimed it.
    /// Reads the whole file: call it where waiting is allowed.
    pub(crate) fn facts(&self, store: &Store, id: &str, code: &str) -> Option<FileAnswer> {
        if !random::is_id(id) {
            return None;
        }
        let row = store.now(|db| find(db, id)).ok()??;
        let bytes = std::fs::read(self.path(id)).ok()?;
        if row.dossier.is_some_and(|dossier| dossier != code) || bytes.len() as u64 != row.bytes {
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
            fault: facts.fault,
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
    let end = Instant::now() + LONGEST;
    loop {
        let patience = end.min(Instant::now() + PATIENCE);
        let frame = tokio::select! {
            frame = timeout_at(patience, body.frame()) => frame,
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
                return Err(Refusal::cut());
            }
            Err(_) => {
                // Clients of tus take 408 for an end, and go on after this one.
                return Err(Refusal::later(
                    "upload-timeout",
                    "The rest did not come in time; go on from what is here",
                    1,
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
            "SELECT id, name, bytes, dossier FROM upload WHERE id = ?1",
            [id],
            |row| {
                Ok(Row {
                    id: row.get(0)?,
                    name: row.get(1)?,
                    bytes: row.get::<_, i64>(2)?.cast_unsigned(),
                    dossier: row.get(3)?,
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

/// The bytes of an upload that a dossier has, for officers; its name and the type that the content shows.
/// Waits for the disk.
pub(crate) fn of_dossier(
    uploads: &Uploads,
    store: &Store,
    id: &str,
    code: &str,
) -> Option<(String, Vec<u8>)> {
    let row = random::is_id(id).then(|| store.now(|db| find(db, id)).ok()?)??;
    let bytes = std::fs::read(uploads.path(id)).ok()?;
    (row.dossier.as_deref() == Some(code)).then_some((row.name, bytes))
}

/// Gives an upload to a dossier; `false` where another has it, or it is gone. The same dossier may have it
/// already.
///
/// # Errors
/// The database does not work.
pub(crate) fn claim(db: &Connection, id: &str, dossier: &str) -> Result<bool, StoreError> {
    let sql = "UPDATE upload SET dossier = ?2 WHERE id = ?1 AND (dossier IS NULL OR dossier = ?2)";
    Ok(db.execute(sql, [id, dossier])? == 1)
}

/// Deletes uploads that nobody has claimed for a week, and files that nobody knows. May run beside
/// everything else: an upload is known before it has a file.
///
/// # Errors
/// The database does not work. A file that cannot be deleted stays for the next time.
pub(crate) fn sweep(store: &Store, uploads: &Uploads, now: Moment) -> Result<(), StoreError> {
    store.now(|db| {
        let sql = "DELETE FROM upload WHERE dossier IS NULL AND created_at < ?1";
        db.execute(sql, [now.unix() - UNCLAIMED])
    })?;
    // The database is asked for one file at a time: others wait for it too.
    for entry in std::fs::read_dir(&uploads.folder)
        .into_iter()
        .flatten()
        .flatten()
    {
        let name = entry.file_name();
        let Some(id) = name.to_str().filter(|name| random::is_id(name)) else {
            continue;
        };
        if store.now(|db| find(db, id))?.is_none() {
            let _ = std::fs::remove_file(entry.path());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[tokio::test]
    async fn names_and_bytes_are_written_back_before_anyone_relies_on_them() {
        let data = tempfile::tempdir().expect("a folder");
        let kept: Arc<Mutex<Vec<PathBuf>>> = Arc::default();
        let disk = {
            let kept = kept.clone();
            Disk::new(move |path| {
                kept.lock().expect("no panic").push(path.to_path_buf());
                Disk::system().keep(path)
            })
        };
        let took = || std::mem::take(&mut *kept.lock().expect("no panic"));
        let uploads = Uploads::open(data.path(), 10, disk).expect("a folder");
        assert_eq!(took(), [data.path()]);
        let folder = data.path().join("uploads");
        uploads.create("a").await.expect("a file");
        assert_eq!(took(), [folder.as_path()]);
        uploads.keep(&["a".into()]).expect("a disk");
        assert_eq!(took(), [folder.join("a"), folder]);
        uploads.keep(&[]).expect("a disk");
        assert!(took().is_empty());
    }
}
