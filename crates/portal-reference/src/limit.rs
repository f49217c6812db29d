//! How often somebody may do something, counted in the database: a restart does not forget.

use axum::http::{HeaderValue, StatusCode, header};
use rusqlite::{Connection, params};

use crate::clock::Moment;
use crate::problem::Refusal;
use crate::store::StoreError;

/// The longest time for which anything counts, in seconds.
const LONGEST: i64 = 60 * 60;

/// So many times in so many seconds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit {
    /// What is counted.
    what: &'static str,
    /// How many times.
    most: i64,
}

impl Limit {
    /// So many times an hour.
    pub(crate) const fn an_hour(what: &'static str, most: i64) -> Self {
        Self { what, most }
    }

    /// Lets `who` through, unless it was often enough.
    ///
    /// # Errors
    /// `too-many-tries`, with the seconds to wait; or the database does not work.
    pub(crate) fn check(self, db: &Connection, who: &str, now: Moment) -> Result<(), Refusal> {
        let sql = "SELECT count(*), ifnull(min(at), 0) FROM
            (SELECT at FROM tries WHERE what = ?1 AND who = ?2 AND at > ?3 ORDER BY at DESC LIMIT ?4)";
        let since = now.unix() - LONGEST;
        let (tries, oldest): (i64, i64) =
            db.query_row(sql, params![self.what, who, since, self.most], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        if tries < self.most {
            return Ok(());
        }
        let seconds = (oldest + LONGEST - now.unix()).max(1);
        Err(Refusal::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too-many-tries",
            "Too many tries; wait",
        )
        .header(header::RETRY_AFTER, HeaderValue::from(seconds)))
    }

    /// Counts one more.
    ///
    /// # Errors
    /// The database does not work.
    pub(crate) fn count(self, db: &Connection, who: &str, now: Moment) -> Result<(), StoreError> {
        let sql = "INSERT INTO tries (what, who, at) VALUES (?1, ?2, ?3)";
        db.execute(sql, params![self.what, who, now.unix()])?;
        Ok(())
    }
}

/// Forgets what no longer counts.
///
/// # Errors
/// The database does not work.
pub(crate) fn forget(db: &Connection, now: Moment) -> Result<(), StoreError> {
    db.execute("DELETE FROM tries WHERE at <= ?1", [now.unix() - LONGEST])?;
    Ok(())
}
