//! A day at a portal: hundreds of dossiers of every procedure, sent by people with an account and without, and
//! brought to their end by officers and applicants, many at once, with a restart at noon.
//!
//! All along each dossier is compared with what somebody would know who wrote everything down:
//!
//! - none is lost: what was accepted can be tracked, and stands in the officers' list and in its owner's;
//! - none is doubled: however often it was sent with its key, there is one;
//! - none is seen by a stranger, nor that it exists;
//! - statuses go only where they may, and the history tells each, in order;
//! - applicants are told of each thing that the office did, and of nothing that they did themselves.
//!
//! What each dossier lives through is decided by chance, and is the same each time: `SEED=... cargo test ... day`
//! gives another day. Which of those that live at once comes first is not.

mod forms;
mod life;
mod office;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use portal_wire::Status;
use rusqlite::Connection;
use serde_json::Value;

use crate::chance::{Chance, seed};
use life::{Life, News};
use office::{Office, number};

/// How many dossiers: `DOSSIERS` of the environment, to see a longer day.
fn dossiers() -> usize {
    let asked = std::env::var("DOSSIERS").ok();
    asked.map_or(300, |number| number.parse().expect("DOSSIERS is a number"))
}

/// How many have begun when the portal is restarted.
fn by_noon() -> usize {
    dossiers() * 13 / 20
}

/// How many live at once.
const AT_ONCE: usize = 8;

/// Lets every dossier live, some at once, until it rests; gives them back in their order.
async fn live(office: &Arc<Office>, lives: Vec<Life>, until: fn(&Life) -> usize) -> Vec<Life> {
    let waiting = Arc::new(Mutex::new(lives));
    let workers: Vec<_> = (0..AT_ONCE)
        .map(|_| {
            let (office, waiting) = (office.clone(), waiting.clone());
            tokio::spawn(async move {
                let mut done = Vec::new();
                loop {
                    let next = waiting.lock().expect("no panic").pop();
                    let Some(mut life) = next else {
                        return done;
                    };
                    let most = until(&life);
                    life.live(&office, most).await;
                    done.push(life);
                }
            })
        })
        .collect();
    let mut done = Vec::new();
    for worker in workers {
        match worker.await {
            Ok(lives) => done.extend(lives),
            // What went wrong has been told.
            Err(error) => std::panic::resume_unwind(error.into_panic()),
        }
    }
    done.sort_by_key(|life| std::cmp::Reverse(life.number));
    done
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_dossiers_come_to_their_end() {
    let dossiers = dossiers();
    println!("SEED={} DOSSIERS={dossiers}", seed());
    let began = Instant::now();
    let office = Arc::new(Office::open().await);
    let forms = Arc::new(forms::all());
    assert_eq!(
        forms.len(),
        13,
        "every procedure that comes with the project"
    );
    let mut lives: Vec<Life> = (0..dossiers)
        .map(|number| {
            let chance = Chance::of(seed(), &format!("dossier {number}"));
            Life::new(number, chance, forms.clone(), office.accounts())
        })
        .collect();
    // The first to come is the last of the list.
    lives.reverse();
    let later = lives.drain(..dossiers - by_noon()).collect::<Vec<_>>();
    let mut begun = live(&office, lives, |life| life.steps_before_noon).await;
    println!("noon after {:?}", began.elapsed());

    let office = Arc::into_inner(office).expect("everybody has ended");
    let office = Arc::new(office.again().await);
    for life in &mut begun {
        life.check(&office).await;
    }
    let lives = later.into_iter().chain(begun).collect();
    let mut lives = live(&office, lives, |_| usize::MAX).await;
    println!("evening after {:?}", began.elapsed());

    assert_eq!(lives.len(), dossiers);
    nothing_is_lost_or_doubled(&office, &mut lives).await;
    everybody_was_told(&office, &lives);
    strangers_are_told_nothing(&office, &lives).await;
    every_status_was_reached(&lives);
    println!("night after {:?}", began.elapsed());
}

/// One dossier for each key, in every list in which it belongs and in none beside.
async fn nothing_is_lost_or_doubled(office: &Office, lives: &mut [Life]) {
    let dossiers = lives.len();
    let codes: BTreeSet<&str> = lives.iter().map(Life::code).collect();
    assert_eq!(codes.len(), dossiers, "two dossiers with one code");
    // The numbers of the day are used up one by one: none was given to a dossier that is not there.
    let numbers: BTreeSet<usize> = codes.iter().map(|code| number(code)).collect();
    assert!(numbers.into_iter().eq(1..=dossiers));

    let db = office.database();
    let keys = column(&db, "SELECT idempotency_key FROM dossier");
    let sent: BTreeSet<String> = lives.iter().map(|life| life.key.clone()).collect();
    assert_eq!(keys.len(), dossiers);
    assert_eq!(keys.into_iter().collect::<BTreeSet<_>>(), sent);

    office.look_through_the_list().await;
    let listed = office.listed();
    assert!(
        codes.iter().all(|code| listed.contains(*code)),
        "not in the officers' list"
    );
    assert_eq!(
        listed.len(),
        dossiers,
        "somebody else's in the officers' list"
    );

    for account in 0..office.accounts().len() {
        let found = office.list_of(account).await;
        let own = lives.iter().filter(|life| life.owner == Some(account));
        let own: BTreeMap<String, Status> = own
            .map(|life| (life.code().to_string(), life.status()))
            .collect();
        assert_eq!(found, own, "the list of account {account}");
    }
    // What a dossier has named belongs to it, and nothing else belongs to anybody.
    let files = column(&db, "SELECT id FROM upload WHERE dossier IS NOT NULL");
    let named: BTreeSet<String> = lives.iter().flat_map(|life| life.files.clone()).collect();
    assert_eq!(files.into_iter().collect::<BTreeSet<_>>(), named);

    for life in lives {
        life.check(office).await;
    }
}

/// What lies in the outbox is what the office did, each thing once, in order, for each address.
fn everybody_was_told(office: &Office, lives: &[Life]) {
    let db = office.database();
    let sql = "SELECT channel, address, text FROM outbox WHERE dossier = ?1 ORDER BY id";
    let mut statement = db.prepare(sql).expect("a table");
    for life in lives {
        let rows = statement.query_map([life.code()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        });
        let found: Vec<(String, String, String)> =
            rows.expect("rows").map(|row| row.expect("a row")).collect();
        let wanted: Vec<(String, String, String)> = life
            .told
            .iter()
            .flat_map(|(news, addresses)| {
                let text = words(*news, life.code());
                let told = addresses.iter();
                told.map(move |(channel, address)| (channel.clone(), address.clone(), text.clone()))
            })
            .collect();
        assert_eq!(found, wanted, "{}", life.told_of());
    }
}

/// As it is said to applicants in Vietnamese.
fn words(news: News, code: &str) -> String {
    let what = match news {
        News::Status(Status::DocumentsRequested | Status::PaymentDue) => {
            "bạn cần làm một việc. Xem"
        }
        News::Status(Status::NotAccepted | Status::Stopped) => "không làm tiếp được. Xem lý do",
        News::Status(Status::Decided | Status::Delivered) | News::Result => "đã có kết quả. Xem",
        News::Status(_) => "có tin mới. Xem",
        News::Message => "cán bộ có lời nhắn. Xem",
    };
    format!("Hồ sơ {code}: {what} tại trang tra cứu.")
}

/// At the end once more, of every thirtieth.
async fn strangers_are_told_nothing(office: &Office, lives: &[Life]) {
    // Wrong tries of the day are forgotten.
    office.portal.wait(16 * 60);
    office.sign_in().await;
    for life in lives.iter().step_by(30) {
        let mut chance = Chance::of(seed(), &format!("stranger {}", life.number));
        life.stranger(office, &mut chance).await;
    }
}

fn every_status_was_reached(lives: &[Life]) {
    println!("{:22} {:>5} {:>5}", "status", "went", "ended");
    for status in Status::ALL {
        let went = lives
            .iter()
            .filter(|life| life.history.contains(&status))
            .count();
        let ended = lives.iter().filter(|life| life.status() == status).count();
        println!("{:22} {went:5} {ended:5}", status.name());
        assert!(went > 0, "nothing was ever {}", status.name());
        let is_end = status.may_become().is_empty();
        assert_eq!(ended > 0, is_end, "{}", status.name());
    }
    let mut done: BTreeMap<&str, usize> = BTreeMap::new();
    for what in lives.iter().flat_map(|life| &life.done) {
        *done.entry(what).or_default() += 1;
    }
    for (what, times) in &done {
        println!("{times:5} {what}");
    }
    // A day on which something never happened proves nothing about it.
    for what in life::EVERYTHING {
        assert!(done.contains_key(what), "it never happened that {what}");
    }
}

fn column(db: &Connection, sql: &str) -> Vec<String> {
    let mut statement = db.prepare(sql).expect("a table");
    let rows = statement.query_map([], |row| row.get(0)).expect("rows");
    rows.map(|row| row.expect("a row")).collect()
}

/// What a tracking says, without what only time changes.
fn history_of(tracking: &Value) -> Vec<Status> {
    let history = tracking["history"].as_array().into_iter().flatten();
    history
        .map(|entry| serde_json::from_value(entry["status"].clone()).expect("a status"))
        .collect()
}
