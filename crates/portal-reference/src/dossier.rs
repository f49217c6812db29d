//! What the database holds about a dossier's course.

use std::sync::Arc;

use portal_wire::{
    Component, Due, Flaw, Message, ResultFile, Status, StatusChange, Supplement, Texts, Tracking,
};
use procedure::{Form, compile_json};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::de::DeserializeOwned;

use crate::clock::Moment;
use crate::problem::Refusal;
use crate::store::StoreError;

/// A dossier, without its course.
#[derive(Debug, Default)]
pub(crate) struct Dossier {
    pub(crate) code: String,
    pub(crate) procedure: String,
    /// JSON, by locale.
    pub(crate) name: String,
    /// JSON, by locale.
    pub(crate) agency: String,
    pub(crate) locale: String,
    pub(crate) lookup: String,
    /// JSON.
    pub(crate) answers: String,
    /// JSON: the answers as officers read them.
    pub(crate) in_words: String,
    /// JSON; empty for dossiers of older programs.
    pub(crate) definition: String,
    /// JSON.
    pub(crate) term: Option<String>,
    /// JSON.
    pub(crate) due: Option<String>,
    /// JSON.
    pub(crate) fees: String,
    pub(crate) received_at: String,
    pub(crate) owner: Option<String>,
    /// JSON: the answers that a register has otherwise.
    pub(crate) differs: String,
}

const COLUMNS: &str = "code, procedure, name, agency, locale, lookup, answers, in_words,
    definition, term, due, fees, received_at, owner, differs";

fn read(row: &Row) -> rusqlite::Result<Dossier> {
    Ok(Dossier {
        code: row.get("code")?,
        procedure: row.get("procedure")?,
        name: row.get("name")?,
        agency: row.get("agency")?,
        locale: row.get("locale")?,
        lookup: row.get("lookup")?,
        answers: row.get("answers")?,
        in_words: row.get("in_words")?,
        definition: row.get("definition")?,
        term: row.get("term")?,
        due: row.get("due")?,
        fees: row.get("fees")?,
        received_at: row.get("received_at")?,
        owner: row.get("owner")?,
        differs: row.get("differs")?,
    })
}

/// The dossier with this code.
pub(crate) fn find(db: &Connection, code: &str) -> Result<Option<Dossier>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM dossier WHERE code = ?1");
    Ok(db.query_row(&sql, [code], read).optional()?)
}

/// JSON that this program wrote.
pub(crate) fn json<T: DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::Content(error.to_string()))
}

impl Dossier {
    /// The form as it was answered.
    ///
    /// # Errors
    /// It was sent to an older program, which kept no definition.
    pub(crate) fn form(&self) -> Result<Arc<Form>, Refusal> {
        compile_json(&self.definition)
            .map(Arc::new)
            .map_err(|_| Refusal::internal(&format!("{} has no definition", self.code)))
    }

    /// Whether the applicant has to come to the office.
    fn is_in_person(&self) -> bool {
        let definition = serde_json::from_str::<serde_json::Value>(&self.definition);
        definition.is_ok_and(|definition| definition.get("in_person").is_some())
    }

    /// Where it stands.
    pub(crate) fn tracking(&self, db: &Connection) -> Result<Tracking, StoreError> {
        let history = history(db, &self.code)?;
        let status = history
            .last()
            .map(|last| last.status)
            .ok_or_else(|| StoreError::Content(format!("{} has no status", self.code)))?;
        // While the applicant is asked for something the agency's time does not run.
        let is_running = matches!(
            status,
            Status::Submitted | Status::Accepted | Status::InProgress
        );
        let due = self.due.as_deref().filter(|_| is_running);
        let supplement = open_supplement(db, &self.code)?;
        Ok(Tracking {
            code: self.code.clone(),
            procedure: self.procedure.clone(),
            name: json::<Texts>(&self.name)?,
            agency: json::<Texts>(&self.agency)?,
            status,
            history,
            due: due.map(json::<Due>).transpose()?,
            fees: json(&self.fees)?,
            components: components(db, &self.code)?,
            supplement: supplement.map(|(supplement, _)| supplement),
            messages: messages(db, &self.code)?,
            results: results(db, &self.code)?,
            may_withdraw: status.may_become().contains(&Status::WithdrawalRequested),
            in_person: self.is_in_person(),
        })
    }
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

/// Adds a status to a dossier's history. Whatever comes now, nothing is asked for any more that was before.
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
    let sql = "UPDATE supplement SET answered = ?2 WHERE dossier = ?1 AND answered IS NULL";
    db.execute(sql, [code, &now.rfc3339()])?;
    Ok(())
}

/// The supplement request that waits for an answer, and the status to which the answer leads. Older programs
/// left it open when the applicant withdrew: it waits only while papers are asked for.
pub(crate) fn open_supplement(
    db: &Connection,
    code: &str,
) -> Result<Option<(Supplement, Status)>, StoreError> {
    let sql = "SELECT id, at, deadline, contact, flaws, back_to FROM supplement
               WHERE dossier = ?1 AND answered IS NULL AND ?2 =
                   (SELECT status FROM status_change WHERE dossier = ?1 ORDER BY id DESC LIMIT 1)
               ORDER BY rowid DESC LIMIT 1";
    let asked = Status::DocumentsRequested.name();
    let found = db
        .query_row(sql, [code, asked], |row| {
            let supplement = Supplement {
                id: row.get(0)?,
                at: row.get(1)?,
                deadline: row.get(2)?,
                contact: row.get(3)?,
                flaws: Vec::new(),
            };
            Ok((
                supplement,
                row.get::<_, String>(4)?,
                row.get::<_, String>(5)?,
            ))
        })
        .optional()?;
    let Some((supplement, flaws, back_to)) = found else {
        return Ok(None);
    };
    let flaws = json::<Vec<Flaw>>(&flaws)?;
    let supplement = Supplement {
        flaws,
        ..supplement
    };
    Ok(Some((supplement, status_named(&back_to)?)))
}

/// The supplement requests that do not wait for an answer any more, oldest first, with the moment at which
/// that was so.
pub(crate) fn closed_supplements(
    db: &Connection,
    code: &str,
) -> Result<Vec<(Supplement, String)>, StoreError> {
    let sql = "SELECT id, at, deadline, contact, flaws, answered FROM supplement
               WHERE dossier = ?1 AND answered IS NOT NULL ORDER BY rowid";
    let mut statement = db.prepare(sql)?;
    let rows = statement.query_map([code], |row| {
        let supplement = Supplement {
            id: row.get(0)?,
            at: row.get(1)?,
            deadline: row.get(2)?,
            contact: row.get(3)?,
            flaws: Vec::new(),
        };
        Ok((supplement, row.get::<_, String>(4)?, row.get(5)?))
    })?;
    rows.map(|row| {
        let (mut supplement, flaws, answered) = row?;
        supplement.flaws = json(&flaws)?;
        Ok((supplement, answered))
    })
    .collect()
}

/// The procedures that a dossier set going.
pub(crate) fn components(db: &Connection, code: &str) -> Result<Vec<Component>, StoreError> {
    let sql = "SELECT id, name, agency, status, due_on, note FROM component
               WHERE dossier = ?1 ORDER BY position";
    let mut statement = db.prepare(sql)?;
    let rows = statement.query_map([code], |row| {
        let texts: [String; 3] = [row.get(1)?, row.get(2)?, row.get(3)?];
        Ok((row.get(0)?, texts, row.get(4)?, row.get(5)?))
    })?;
    rows.map(|row| {
        let (id, [name, agency, status], due_on, note) = row?;
        Ok(Component {
            id,
            name: json(&name)?,
            agency: json(&agency)?,
            status: status_named(&status)?,
            due_on,
            note,
        })
    })
    .collect()
}

fn messages(db: &Connection, code: &str) -> Result<Vec<Message>, StoreError> {
    let sql = "SELECT at, officer, text FROM message WHERE dossier = ?1 ORDER BY id";
    let mut statement = db.prepare(sql)?;
    let rows = statement.query_map([code], |row| {
        Ok(Message {
            at: row.get(0)?,
            from_officer: row.get(1)?,
            text: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn results(db: &Connection, code: &str) -> Result<Vec<ResultFile>, StoreError> {
    let sql = "SELECT id, name, length(content), at FROM result WHERE dossier = ?1 ORDER BY rowid";
    let mut statement = db.prepare(sql)?;
    let rows = statement.query_map([code], |row| {
        Ok(ResultFile {
            id: row.get(0)?,
            name: row.get(1)?,
            bytes: row.get::<_, i64>(2)?.cast_unsigned(),
            at: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Adds a message. With a key that was used before nothing is added.
pub(crate) fn add_message(
    db: &Connection,
    code: &str,
    officer: bool,
    text: &str,
    key: Option<&str>,
    now: Moment,
) -> Result<(), StoreError> {
    db.execute(
        "INSERT INTO message (dossier, at, officer, text, key) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (key) DO NOTHING",
        params![code, now.rfc3339(), officer, text, key],
    )?;
    Ok(())
}
