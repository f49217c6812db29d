//! Where a dossier stands, for someone who has the proof, and for nobody else.
//!
//! Codes can be guessed, they count up. So a wrong proof and an unknown code get the same answer,
//! and after ten wrong tries a code says nothing for a while.

use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use portal_wire::{ProblemDetails, Tracking, TrackingProof};
use procedure::format::Format;
use rusqlite::{Connection, TransactionBehavior, params};
use sha2::{Digest, Sha256};
use subtle::{Choice, ConstantTimeEq};

use crate::clock::Moment;
use crate::dossier::{self, Dossier};
use crate::dossier_code;
use crate::json::Json;
use crate::problem::Refusal;
use crate::state::Portal;
use crate::store::StoreError;

/// Wrong tries of one code, until it waits.
const TRIES: i64 = 10;
/// How long a wrong try counts, in seconds.
const WINDOW: i64 = 15 * 60;
/// Longer than any code.
const LONGEST_CODE: usize = 64;

/// Where a dossier stands. The proof stands in the body, so that no address and no log has it.
#[utoipa::path(
    post, path = "/dossiers/{code}/tracking", operation_id = "trackDossier", tag = "dossiers",
    params(("code" = String, Path, description = "The dossier's code; spaces and lower case are fine")),
    request_body = TrackingProof,
    responses(
        (status = 200, description = "Where it stands", body = Tracking),
        (status = 404, description = "`dossier-unknown`: no such code, or not the right proof", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 429, description = "`too-many-tries`: ten wrong tries in a quarter of an hour", body = ProblemDetails,
            content_type = "application/problem+json", headers(("Retry-After" = u64, description = "Seconds"))),
    ),
)]
pub(crate) async fn track(
    State(portal): State<Portal>,
    Path(code): Path<String>,
    Json(proof): Json<TrackingProof>,
) -> Result<Json<Tracking>, Refusal> {
    let code = dossier_code::tidy(&code);
    if code.len() > LONGEST_CODE {
        return Err(unknown());
    }
    let now = portal.clock.now();
    portal
        .store
        .run(move |db| look(db, &code, &proof, now))
        .await
        .map(Json)
}

fn look(
    db: &mut Connection,
    code: &str,
    proof: &TrackingProof,
    now: Moment,
) -> Result<Tracking, Refusal> {
    let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if let Some(seconds) = wait(&change, code, now)? {
        return Err(Refusal::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too-many-tries",
            "Too many wrong tries for this code",
        )
        .header(header::RETRY_AFTER, HeaderValue::from(seconds)));
    }
    let found = dossier::find(&change, code)?;
    let proven = proves(&proof.proof, found.as_ref());
    let Some(dossier) = found.filter(|_| proven) else {
        let sql = "INSERT INTO wrong_proof (code, at) VALUES (?1, ?2)";
        change.execute(sql, params![code, now.unix()])?;
        change.commit()?;
        return Err(unknown());
    };
    let history = dossier::history(&change, code)?;
    let status = history
        .last()
        .map(|last| last.status)
        .ok_or_else(|| Refusal::from(StoreError::Content(format!("{code} has no status"))))?;
    Ok(Tracking {
        code: dossier.code,
        procedure: dossier.procedure,
        name: dossier.name,
        agency: dossier.agency,
        status,
        history,
    })
}

/// For how many seconds the code still waits. Tries that no longer count are forgotten.
fn wait(db: &Connection, code: &str, now: Moment) -> Result<Option<i64>, StoreError> {
    db.execute(
        "DELETE FROM wrong_proof WHERE at <= ?1",
        [now.unix() - WINDOW],
    )?;
    let sql = "SELECT count(*), min(at) FROM
               (SELECT at FROM wrong_proof WHERE code = ?1 ORDER BY at DESC LIMIT ?2)";
    let (tries, oldest): (i64, Option<i64>) = db.query_row(sql, params![code, TRIES], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    Ok((tries >= TRIES).then(|| (oldest.unwrap_or_default() + WINDOW - now.unix()).max(1)))
}

/// Compares in the same time whatever is wrong, and whether there is a dossier or not.
fn proves(proof: &str, dossier: Option<&Dossier>) -> bool {
    let typed: String = procedure::tidy(proof)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect();
    let number = Format::PersonalId.read(proof).unwrap_or_default();
    let lookup = dossier.map(|d| d.lookup.as_str()).unwrap_or_default();
    let personal_id = dossier
        .and_then(|d| d.personal_id.as_deref())
        .unwrap_or_default();
    let right = same(&typed, lookup) | same(&number, personal_id);
    right.into()
}

/// Hashes have one length, so that nothing shows how much of a text is right. Nothing is not the
/// same as nothing.
fn same(given: &str, wanted: &str) -> Choice {
    let equal = Sha256::digest(given).ct_eq(&Sha256::digest(wanted));
    equal & Choice::from(u8::from(!wanted.is_empty()))
}

fn unknown() -> Refusal {
    Refusal::new(
        StatusCode::NOT_FOUND,
        "dossier-unknown",
        "No dossier has this code and this proof",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use portal_wire::Texts;

    #[test]
    fn a_proof_is_read_as_people_write_it() {
        let dossier = |personal_id: Option<&str>| Dossier {
            code: String::new(),
            procedure: String::new(),
            name: Texts::new(),
            agency: Texts::new(),
            lookup: "AB2CD3EF".into(),
            personal_id: personal_id.map(str::to_string),
        };
        let with = dossier(Some("001099000001"));
        for (proof, right) in [
            ("AB2CD3EF", true),
            (" ab2c-d3ef ", true),
            ("ab 2c d3 ef.", true),
            ("001 099 000 001", true),
            ("AB2CD3E", false),
            ("AB2CD3EFF", false),
            ("001099000002", false),
            ("", false),
            ("-", false),
        ] {
            assert_eq!(proves(proof, Some(&with)), right, "{proof:?}");
            assert!(!proves(proof, None), "{proof:?}");
        }
        assert!(!proves("001099000001", Some(&dossier(None))));
        assert!(!proves("", Some(&dossier(None))));
    }
}
