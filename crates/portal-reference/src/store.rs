//! The database: one SQLite file, its tables, and the one door to it.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::Connection;

/// Each step of the tables' history; `user_version` says how many were taken.
const MIGRATIONS: &[&str] = &[
    "
    CREATE TABLE dossier (
        code            TEXT PRIMARY KEY,
        lookup          TEXT NOT NULL,
        personal_id     TEXT,
        idempotency_key TEXT NOT NULL UNIQUE,
        fingerprint     BLOB NOT NULL,
        procedure       TEXT NOT NULL,
        version         TEXT NOT NULL,
        name            TEXT NOT NULL, -- JSON, by locale: a dossier keeps the name it was sent under
        agency          TEXT NOT NULL, -- JSON, by locale
        locale          TEXT NOT NULL,
        answers         TEXT NOT NULL, -- JSON, NFC
        received_at     TEXT NOT NULL
    ) STRICT;
    CREATE TABLE status_change (
        id      INTEGER PRIMARY KEY,
        dossier TEXT NOT NULL REFERENCES dossier (code),
        status  TEXT NOT NULL,
        at      TEXT NOT NULL,
        note    TEXT
    ) STRICT;
    CREATE INDEX status_change_dossier ON status_change (dossier, id);
    CREATE TABLE sequence (
        day  TEXT PRIMARY KEY,
        last INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE upload (
        id         TEXT PRIMARY KEY,
        name       TEXT NOT NULL,
        bytes      INTEGER NOT NULL, -- what was announced; what is there, the file says
        created_at INTEGER NOT NULL, -- seconds since 1970
        dossier    TEXT REFERENCES dossier (code)
    ) STRICT;
    CREATE TABLE wrong_proof (
        code TEXT NOT NULL,
        at   INTEGER NOT NULL -- seconds since 1970
    ) STRICT;
    CREATE INDEX wrong_proof_code ON wrong_proof (code, at);
",
    // The personal number is no proof; it stands in the answers, and nowhere else.
    "
    ALTER TABLE dossier DROP COLUMN personal_id;
    ALTER TABLE wrong_proof ADD COLUMN client TEXT NOT NULL DEFAULT '';
    CREATE INDEX wrong_proof_client ON wrong_proof (client, at);
    CREATE INDEX wrong_proof_at ON wrong_proof (at);
",
    "
    -- JSON, NFC: the answers as an officer reads them, as the applicant's app wrote them.
    ALTER TABLE dossier ADD COLUMN in_words TEXT NOT NULL DEFAULT '[]';
",
    // What happens after sending.
    "
    ALTER TABLE dossier ADD COLUMN definition TEXT NOT NULL DEFAULT ''; -- JSON: the one that was answered
    ALTER TABLE dossier ADD COLUMN term TEXT;                           -- JSON: how long the agency has
    ALTER TABLE dossier ADD COLUMN due TEXT;                            -- JSON: when the result is due
    ALTER TABLE dossier ADD COLUMN fees TEXT NOT NULL DEFAULT '[]';     -- JSON: what is to be paid
    ALTER TABLE dossier ADD COLUMN owner TEXT;                          -- the account that sent it
    CREATE INDEX dossier_owner ON dossier (owner);
    CREATE TABLE component (
        dossier  TEXT NOT NULL REFERENCES dossier (code),
        id       TEXT NOT NULL,
        position INTEGER NOT NULL,
        name     TEXT NOT NULL, -- JSON, by locale
        agency   TEXT NOT NULL, -- JSON, by locale
        status   TEXT NOT NULL,
        due_on   TEXT NOT NULL,
        PRIMARY KEY (dossier, id)
    ) STRICT;
    CREATE TABLE supplement (
        id       TEXT PRIMARY KEY,
        dossier  TEXT NOT NULL REFERENCES dossier (code),
        at       TEXT NOT NULL,
        deadline TEXT,
        contact  TEXT,
        flaws    TEXT NOT NULL, -- JSON
        back_to  TEXT NOT NULL, -- the status before, and after the answer
        answered TEXT,          -- when
        key      TEXT           -- the idempotency key of the answer
    ) STRICT;
    CREATE INDEX supplement_dossier ON supplement (dossier);
    CREATE TABLE message (
        id      INTEGER PRIMARY KEY,
        dossier TEXT NOT NULL REFERENCES dossier (code),
        at      TEXT NOT NULL,
        officer INTEGER NOT NULL,
        text    TEXT NOT NULL,
        key     TEXT UNIQUE
    ) STRICT;
    CREATE INDEX message_dossier ON message (dossier, id);
    CREATE TABLE result (
        id      TEXT PRIMARY KEY,
        dossier TEXT NOT NULL REFERENCES dossier (code),
        name    TEXT NOT NULL,
        at      TEXT NOT NULL,
        content BLOB NOT NULL
    ) STRICT;
    CREATE INDEX result_dossier ON result (dossier);
    CREATE TABLE outbox (
        id      INTEGER PRIMARY KEY,
        dossier TEXT NOT NULL REFERENCES dossier (code),
        at      TEXT NOT NULL,
        channel TEXT NOT NULL, -- sms, email
        address TEXT NOT NULL,
        locale  TEXT NOT NULL,
        text    TEXT NOT NULL
    ) STRICT;
",
    // Accounts. Of what stands in cookies there are only hashes.
    "
    CREATE TABLE account (
        id          TEXT PRIMARY KEY,
        way         TEXT NOT NULL, -- phone, oidc
        subject     TEXT NOT NULL, -- who it is, among all of that way
        name        TEXT NOT NULL,
        phone       TEXT,
        email       TEXT,
        personal_id TEXT,
        made_at     TEXT NOT NULL,
        seen_on     TEXT NOT NULL, -- the day of the last signing in
        UNIQUE (way, subject)
    ) STRICT;
    CREATE TABLE session (
        id      BLOB PRIMARY KEY, -- SHA-256 of what the cookie has
        account TEXT NOT NULL REFERENCES account (id),
        level   INTEGER NOT NULL,
        made_at INTEGER NOT NULL, -- seconds since 1970, as the others
        used_at INTEGER NOT NULL,
        ends_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX session_account ON session (account);
    CREATE TABLE phone_code (
        phone TEXT PRIMARY KEY,
        code  BLOB NOT NULL, -- SHA-256 of salt and code
        salt  TEXT NOT NULL,
        at    INTEGER NOT NULL, -- seconds since 1970
        wrong INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE sign_in (
        id       BLOB PRIMARY KEY, -- SHA-256 of what the cookie has
        state    TEXT NOT NULL,
        nonce    TEXT NOT NULL,
        verifier TEXT NOT NULL,
        callback TEXT NOT NULL,
        back_to  TEXT NOT NULL,
        at       INTEGER NOT NULL -- seconds since 1970
    ) STRICT;
    CREATE TABLE tries (
        what TEXT NOT NULL,
        who  TEXT NOT NULL,
        at   INTEGER NOT NULL -- seconds since 1970
    ) STRICT;
    CREATE INDEX tries_who ON tries (what, who, at);
    CREATE TABLE outbox_of_all (
        id      INTEGER PRIMARY KEY,
        dossier TEXT REFERENCES dossier (code), -- none of a code to sign in with
        at      TEXT NOT NULL,
        channel TEXT NOT NULL, -- sms, email
        address TEXT NOT NULL,
        locale  TEXT NOT NULL,
        text    TEXT NOT NULL
    ) STRICT;
    INSERT INTO outbox_of_all SELECT id, dossier, at, channel, address, locale, text FROM outbox;
    DROP TABLE outbox;
    ALTER TABLE outbox_of_all RENAME TO outbox;
",
    // Why a part of a group was refused or stopped.
    "
    ALTER TABLE component ADD COLUMN note TEXT;
",
    // Answers that a register has otherwise, as it was when the dossier was sent.
    "
    ALTER TABLE dossier ADD COLUMN differs TEXT NOT NULL DEFAULT '[]'; -- JSON
",
];

/// Why the database did not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite said no.
    #[error("database: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// What it holds cannot be read.
    #[error("database: a row that cannot be read: {0}")]
    Content(String),
    /// It was written by a newer program.
    #[error("database: version {0} is newer than this program")]
    Newer(usize),
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] crate::random::NoRandomness),
    /// The blocking thread was lost.
    #[error("database: its thread ended")]
    Thread,
}

/// The database. Clones share it.
#[derive(Clone, Debug)]
pub(crate) struct Store(Arc<Mutex<Connection>>);

impl Store {
    /// Opens the database at `path`, and brings its tables up to date.
    ///
    /// # Errors
    /// The file cannot be opened or written, or was written by a newer program.
    pub(crate) fn open(path: &Path) -> Result<Self, StoreError> {
        let mut connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(10))?;
        // A receipt is a promise: it must survive a power cut, so every commit is synced.
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        migrate(&mut connection)?;
        Ok(Self(Arc::new(Mutex::new(connection))))
    }

    /// Does something with the database, on this thread.
    ///
    /// # Errors
    /// Whatever `work` says.
    pub(crate) fn now<T, E>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        // A panic in other work rolled its transaction back; the connection is sound.
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Does something with the database, on a thread that may wait.
    ///
    /// # Errors
    /// Whatever `work` says.
    pub(crate) async fn run<T, E>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let store = self.clone();
        match tokio::task::spawn_blocking(move || store.now(work)).await {
            Ok(result) => result,
            Err(_) => Err(StoreError::Thread.into()),
        }
    }
}

fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let change = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let taken: usize = change
        .pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))?
        .try_into()
        .unwrap_or_default();
    if taken > MIGRATIONS.len() {
        return Err(StoreError::Newer(taken));
    }
    for step in &MIGRATIONS[taken..] {
        change.execute_batch(step)?;
    }
    change.pragma_update(
        None,
        "user_version",
        i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX),
    )?;
    change.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_of_an_older_program_keeps_its_dossiers() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("portal.sqlite");
        let old = Connection::open(&path).expect("a database");
        old.execute_batch(MIGRATIONS[0]).expect("its tables");
        old.execute_batch(
            "INSERT INTO dossier VALUES ('H00-261122-0001', 'AB2CZ3EU', '001099000001', 'key',
                 x'00', '1', '1', '{}', '{}', 'vi', '{}', '');
             INSERT INTO wrong_proof VALUES ('H00-261122-0001', 5);
             PRAGMA user_version = 1",
        )
        .expect("a dossier");
        drop(old);
        let store = Store::open(&path).expect("the same database");
        let kept = |db: &mut Connection| crate::dossier::find(db, "H00-261122-0001");
        let dossier = store.now(kept).expect("a read").expect("a dossier");
        assert_eq!(dossier.lookup, "AB2CZ3EU");
        let gone = store.now(|db| db.prepare("SELECT personal_id FROM dossier").map(drop));
        assert!(gone.is_err());
    }

    #[test]
    fn a_database_of_a_newer_program_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("portal.sqlite");
        drop(Store::open(&path).expect("a new database"));
        Store::open(&path)
            .expect("the same database")
            .now(|c| c.pragma_update(None, "user_version", 99))
            .expect("a write");
        assert!(matches!(Store::open(&path), Err(StoreError::Newer(99))));
    }
}
