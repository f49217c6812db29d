//! Where a dossier stands, for someone who has the proof or has signed in as its owner, and for nobody else.
//!
//! The proof is the lookup word, which only the applicant was given. Nothing that stands in the
//! answers is one: landlords, employers and hotels have people's numbers and birthdays too.
//!
//! Codes can be guessed, they count up. So a wrong proof and an unknown code get the same answer;
//! after ten wrong tries a code says nothing for a while, and after fifty, of whatever codes, a
//! client is told nothing for a while.

use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use portal_wire::{ProblemDetails, Tracking, TrackingProof};
use rusqlite::{Connection, TransactionBehavior, params};
use sha2::{Digest, Sha256};
use subtle::{Choice, ConstantTimeEq};

use crate::accounts::session::Visitor;
use crate::client::Client;
use crate::clock::Moment;
use crate::dossier::{self, Dossier};
use crate::dossier_code;
use crate::json::Json;
use crate::problem::Refusal;
use crate::random::tidy_lookup;
use crate::state::Portal;
use crate::store::StoreError;

/// Wrong tries of one code, until it waits.
const TRIES_OF_A_CODE: i64 = 10;
/// Wrong tries of one client, until it waits. A whole village may be behind one address of a mobile
/// network, so these are many; they slow down whoever goes through the codes.
const TRIES_OF_A_CLIENT: i64 = 50;
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
        (status = 429, description = "`too-many-tries`: in a quarter of an hour, ten wrong tries of this code or \
            fifty of this client", body = ProblemDetails,
            content_type = "application/problem+json", headers(("Retry-After" = u64, description = "Seconds"))),
    ),
)]
pub(crate) async fn track(
    State(portal): State<Portal>,
    Path(code): Path<String>,
    client: Client,
    visitor: Visitor,
    Json(proof): Json<TrackingProof>,
) -> Result<Json<Tracking>, Refusal> {
    let code = dossier_code::tidy(&code);
    let now = portal.clock.now();
    portal
        .store
        .run(move |db| {
            let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let dossier = proven(&change, &code, &client, &visitor, &proof.proof, now);
            let tracking = dossier.and_then(|dossier| Ok(dossier.tracking(&change)?));
            // A wrong try is noted too.
            change.commit()?;
            tracking
        })
        .await
        .map(Json)
}

/// The dossier with this code, for its owner who has signed in, and for someone who has its proof. What was
/// tried in vain is noted in the transaction: commit it, whatever comes of this.
///
/// # Errors
/// There is none, or the proof is wrong, or too many were; always the same words.
pub(crate) fn proven(
    db: &Connection,
    code: &str,
    client: &Client,
    visitor: &Visitor,
    proof: &str,
    now: Moment,
) -> Result<Dossier, Refusal> {
    if code.len() > LONGEST_CODE {
        return Err(unknown());
    }
    let mut found = dossier::find(db, code)?;
    if let Some(signed) = visitor.shows(db, now)? {
        let is_owner = |dossier: &Dossier| dossier.owner.as_ref() == Some(&signed.account);
        if let Some(dossier) = found.take_if(|dossier| is_owner(dossier)) {
            return Ok(dossier);
        }
    }
    if let Some(seconds) = wait(db, code, client, now)? {
        return Err(Refusal::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too-many-tries",
            "Too many wrong tries; wait",
        )
        .header(header::RETRY_AFTER, HeaderValue::from(seconds)));
    }
    let is_right = proves(proof, found.as_ref());
    if let Some(dossier) = found.filter(|_| is_right) {
        return Ok(dossier);
    }
    // Nothing is no guess: somebody who is not the owner, or whose session has ended, has tried nothing.
    if procedure::is_blank(proof) {
        return Err(unknown());
    }
    note(db, code, client, now)?;
    Err(unknown())
}

/// Notes a wrong try.
///
/// # Errors
/// The database does not work.
pub(crate) fn note(
    db: &Connection,
    code: &str,
    client: &Client,
    now: Moment,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO wrong_proof (code, client, at) VALUES (?1, ?2, ?3)";
    db.execute(sql, params![code, client.0, now.unix()])?;
    Ok(())
}

/// For how many seconds the code or the client still waits.
///
/// # Errors
/// The database does not work.
pub(crate) fn wait(
    db: &Connection,
    code: &str,
    client: &Client,
    now: Moment,
) -> Result<Option<i64>, StoreError> {
    forget(db, now)?;
    let waits = |sql, of: &str, most| {
        let oldest: Option<i64> = db.query_row(sql, params![of, most], |row| {
            let tries: i64 = row.get(0)?;
            Ok((tries >= most).then_some(row.get(1)?))
        })?;
        Ok::<_, StoreError>(oldest.map(|oldest| (oldest + WINDOW - now.unix()).max(1)))
    };
    let of_code = "SELECT count(*), ifnull(min(at), 0) FROM
        (SELECT at FROM wrong_proof WHERE code = ?1 ORDER BY at DESC LIMIT ?2)";
    let of_client = "SELECT count(*), ifnull(min(at), 0) FROM
        (SELECT at FROM wrong_proof WHERE client = ?1 ORDER BY at DESC LIMIT ?2)";
    let code = waits(of_code, code, TRIES_OF_A_CODE)?;
    let client = waits(of_client, &client.0, TRIES_OF_A_CLIENT)?;
    Ok(code.max(client))
}

/// Forgets tries that no longer count, and with them the addresses that they came from.
///
/// # Errors
/// The database does not work.
pub(crate) fn forget(db: &Connection, now: Moment) -> Result<(), StoreError> {
    db.execute(
        "DELETE FROM wrong_proof WHERE at <= ?1",
        [now.unix() - WINDOW],
    )?;
    Ok(())
}

/// Compares in the same time whatever is wrong, and whether there is a dossier or not.
fn proves(proof: &str, dossier: Option<&Dossier>) -> bool {
    let lookup = dossier.map(|d| d.lookup.as_str()).unwrap_or_default();
    same(&tidy_lookup(proof), &tidy_lookup(lookup)).into()
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

    // [73]
    #[test]
    fn a_proof_is_read_as_people_write_it() {
        let dossier = |lookup: &str| Dossier {
            lookup: lookup.into(),
            ..Dossier::default()
        };
        let with = dossier("C4FHJ-7K82V");
        for (proof, right) in [
            ("C4FHJ-7K82V", true),
            (" c4fhj7k82v ", true),
            ("c4fhj–7k82v", true),
            ("C4 FHJ 7K 82V.", true),
            ("C４FHJ\u{200B}-7K82V", true),
            // What is read off bad handwriting.
            ("c4fhj-7kbzu", true),
            ("C4FHJ-7K82", false),
            ("C4FHJ-7K82VV", false),
            ("C4FHJ-7K82X", false),
            ("4FHJ-7K82V", false),
            ("001099000001", false),
            ("", false),
            ("-", false),
        ] {
            assert_eq!(proves(proof, Some(&with)), right, "{proof:?}");
            assert!(!proves(proof, None), "{proof:?}");
        }
        assert!(!proves("", Some(&dossier(""))));
        // Words that were given before have eight characters, and others.
        assert!(proves("ab2c-z3eu", Some(&dossier("AB2CZ3EU"))));
    }
}
