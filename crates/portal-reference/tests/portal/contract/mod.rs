//! The portal keeps to its document, `docs/portal-api.yaml`, whatever it is asked: requests are made from the
//! document, right ones and wrong ones, and sent as everybody who may be there; the answers are judged by the
//! document and nothing else.
//!
//! Chance is the same each time. A failure says what to do to see it again: `SEED=... cargo test ...`.

mod document;
mod generator;
mod judge;
mod request;
mod world;

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{HeaderMap, Method};
use serde_json::{Value, json};

use crate::chance::{Chance, seed};
use crate::common::Reply;
use document::{Document, Operation, strange_words};
use generator::{Choice, Generator, Spoil, spoils};
use request::{Sent, Try, Who};
use world::World;

/// How many requests by chance an operation gets, beside one for each thing that can be wrong.
const BY_CHANCE: usize = 60;

/// Operations that need not succeed, and why.
const NEVER: [(&str, &str); 0] = [];

/// What was seen of an operation.
#[derive(Debug, Default)]
struct Seen {
    tries: usize,
    successes: usize,
    statuses: BTreeMap<u16, usize>,
    /// By what was wrong, the first request that showed it.
    wrong: BTreeMap<String, String>,
}

impl Seen {
    fn note(&mut self, document: &Document, operation: &Operation, made: &Try, reply: &Reply) {
        self.tries += 1;
        *self.statuses.entry(reply.status.as_u16()).or_default() += 1;
        if judge::is_success(reply) {
            self.successes += 1;
        }
        for wrong in judge::wrong(document, operation, made, reply) {
            let wrong: String = wrong.chars().take(400).collect();
            self.wrong
                .entry(wrong)
                .or_insert_with(|| made.told(operation));
        }
    }
}

/// The requests of one operation, in an order that is always the same. What they name is made anew when it is
/// used up.
struct Requests<'a> {
    document: &'a Document,
    operation: &'a Operation,
    hints: generator::Hints,
    chance: Chance,
    /// Who asks for what should succeed.
    right: Vec<(Who, Choice)>,
    /// Everything that can be wrong.
    spoils: Vec<Spoil>,
    at: usize,
}

impl<'a> Requests<'a> {
    async fn new(document: &'a Document, operation: &'a Operation, world: &mut World) -> Self {
        let may = Who::may(operation);
        let others = Who::ALL.into_iter().filter(|who| *who != may);
        let everybody: Vec<Who> = [may].into_iter().chain(others).collect();
        let all = everybody.iter().map(|who| (*who, Choice::All));
        let least = everybody.iter().map(|who| (*who, Choice::Least));
        let mut requests = Self {
            document,
            operation,
            hints: world.hints(&operation.id).await,
            chance: Chance::of(seed(), &operation.id),
            right: all.chain(least).collect(),
            spoils: Vec::new(),
            at: 0,
        };
        let right = requests.right(may, Choice::All);
        requests.spoils = spoils(operation, &right);
        requests
    }

    async fn renew(&mut self, world: &mut World) {
        self.hints = world.hints(&self.operation.id).await;
    }

    fn right(&mut self, who: Who, choice: Choice) -> Try {
        let mut generator = Generator {
            document: self.document,
            operation: self.operation,
            hints: &self.hints,
            chance: &mut self.chance,
        };
        generator.right(who, choice)
    }

    /// Request by request: what should succeed, as everybody; one for each thing that can be wrong, as somebody
    /// who may ask; and what comes by chance.
    fn next(&mut self) -> Option<Try> {
        loop {
            let at = self.at;
            self.at += 1;
            if let Some((who, choice)) = self.right.get(at).copied() {
                return Some(self.right(who, choice));
            }
            let at = at - self.right.len();
            if let Some(spoil) = self.spoils.get(at).cloned() {
                let right = self.right(Who::may(self.operation), Choice::All);
                match spoil.done_to(&right) {
                    Some(made) => return Some(made),
                    None => continue,
                }
            }
            return (at - self.spoils.len() < BY_CHANCE).then(|| self.by_chance());
        }
    }

    /// Anything that the schemas allow, as anybody; half of it with something wrong.
    fn by_chance(&mut self) -> Try {
        let who = match self.chance.once_in(2) {
            true => Who::may(self.operation),
            false => *self.chance.pick(&Who::ALL),
        };
        let made = self.right(who, Choice::Any);
        let of_this = spoils(self.operation, &made);
        match self.chance.once_in(2) || of_this.is_empty() {
            true => made,
            false => {
                let spoiled = self.chance.pick(&of_this).done_to(&made);
                spoiled.unwrap_or(made)
            }
        }
    }
}

/// Asks an operation everything.
async fn asked(document: &Document, operation: &Operation) -> Seen {
    let mut world = World::new().await;
    let mut requests = Requests::new(document, operation, &mut world).await;
    let mut seen = Seen::default();
    while let Some(made) = requests.next() {
        let reply = world.try_it(operation, &made).await;
        seen.note(document, operation, &made, &reply);
        if reply.status == 429 {
            // Whoever is told to wait waits, and asks again.
            world.wait().await;
            requests.renew(&mut world).await;
            requests.at -= 1;
            seen.tries -= 1;
        } else if judge::is_success(&reply) {
            let has_session = matches!(made.who, Who::Citizen | Who::Owner);
            if World::ends_sessions(&operation.id) && has_session {
                world.sign_in().await;
            }
            if World::happens_once(&operation.id) {
                requests.renew(&mut world).await;
            }
        }
    }
    seen
}

/// Asks every operation with this tag, and fails with all that was wrong.
async fn keeps_to_the_document(tag: &str) {
    let document = Document::read();
    let mut failures = Vec::new();
    for operation in document
        .operations
        .iter()
        .filter(|operation| operation.tag == tag)
    {
        let seen = asked(&document, operation).await;
        println!(
            "{:18} {:4} requests, {:4} successes, {:?}",
            operation.id, seen.tries, seen.successes, seen.statuses
        );
        let is_excused = NEVER.iter().any(|(id, _)| *id == operation.id);
        if seen.successes == 0 && !is_excused {
            failures.push(format!("{}: never succeeded", operation.id));
        }
        for (wrong, request) in seen.wrong {
            failures.push(format!("{}: {wrong}\n    {request}", operation.id));
        }
    }
    let count = failures.len();
    failures.truncate(40);
    assert!(
        failures.is_empty(),
        "SEED={} shows {count} things that are not as docs/portal-api.yaml says:\n{}",
        seed(),
        failures.join("\n")
    );
}

const TAGS: [&str; 7] = [
    "accounts",
    "code lists",
    "dossiers",
    "officers",
    "portal",
    "procedures",
    "uploads",
];

#[tokio::test]
async fn the_portal_tells_of_itself_and_its_procedures_as_documented() {
    for tag in ["portal", "procedures", "code lists"] {
        keeps_to_the_document(tag).await;
    }
}

#[tokio::test]
async fn dossiers_are_sent_and_looked_after_as_documented() {
    keeps_to_the_document("dossiers").await;
}

#[tokio::test]
async fn files_are_uploaded_as_documented() {
    keeps_to_the_document("uploads").await;
}

#[tokio::test]
async fn people_sign_in_and_have_what_is_theirs_as_documented() {
    keeps_to_the_document("accounts").await;
}

#[tokio::test]
async fn officers_work_as_documented() {
    keeps_to_the_document("officers").await;
}

#[test]
fn every_operation_is_asked_by_one_of_these_tests() {
    let document = Document::read();
    let tags: BTreeSet<&str> = document
        .operations
        .iter()
        .map(|one| one.tag.as_str())
        .collect();
    assert_eq!(tags.into_iter().collect::<Vec<_>>(), TAGS);
    let ids: BTreeSet<&str> = document
        .operations
        .iter()
        .map(|one| one.id.as_str())
        .collect();
    assert_eq!(
        ids.len(),
        document.operations.len(),
        "two operations with one id"
    );
    for (id, why) in NEVER {
        assert!(ids.contains(id) && !why.is_empty(), "{id}");
    }
}

/// A keyword that nobody here was taught would be a rule that nobody checks.
#[test]
fn the_schemas_say_nothing_that_is_not_understood() {
    let document = Document::read();
    for (name, schema) in document.schemas() {
        assert_eq!(strange_words(&schema), [""; 0], "{name}");
    }
    let strange = json!({"properties": {"a": {"oneOf": [{"type": "string", "pattern": "x"}]}}});
    assert_eq!(strange_words(&strange), ["pattern: \"x\""]);
}

/// What the address doesn't take is told as a problem, with what it does take (RFC 9110, 15.5.6).
#[tokio::test]
async fn no_method_is_taken_that_is_not_documented() {
    let document = Document::read();
    let mut world = World::new().await;
    let mut by_path: BTreeMap<&str, Vec<&Method>> = BTreeMap::new();
    for operation in &document.operations {
        by_path
            .entry(&operation.path)
            .or_default()
            .push(&operation.method);
    }
    let bearer = format!("Bearer {}", crate::common::TOKEN);
    let headers = [
        ("authorization", bearer.as_str()),
        ("tus-resumable", "1.0.0"),
    ];
    for (path, documented) in by_path {
        let address = path.replace(['{', '}'], "");
        for method in [
            Method::GET,
            Method::HEAD,
            Method::POST,
            Method::PUT,
            Method::PATCH,
            Method::DELETE,
            Method::OPTIONS,
            Method::TRACE,
            Method::from_bytes(b"PROPFIND").expect("a method"),
        ] {
            // Whoever takes GET takes HEAD.
            let is_head = method == Method::HEAD && documented.contains(&&Method::GET);
            if documented.contains(&&method) || is_head {
                continue;
            }
            let reply = world.ask(method.clone(), &address, &headers, "").await;
            assert_eq!(reply.status, 405, "{method} {path}: {reply:?}");
            if method != Method::HEAD {
                reply.problem(405, "method-not-allowed");
            }
            let allowed: Vec<&str> = reply.header("allow").split(',').map(str::trim).collect();
            for taken in &documented {
                assert!(
                    allowed.contains(&taken.as_str()),
                    "{method} {path}: {allowed:?}"
                );
            }
        }
    }
}

/// Whoever has an answer already is not sent it again.
#[tokio::test]
async fn what_can_be_kept_is_asked_for_again_by_its_tag() {
    let document = Document::read();
    let mut kept = 0;
    for operation in document
        .operations
        .iter()
        .filter(|one| one.answers.contains_key(&304))
    {
        let mut world = World::new().await;
        let mut requests = Requests::new(&document, operation, &mut world).await;
        let mut made = requests.next().expect("a request");
        let first = world.try_it(operation, &made).await;
        let tag = first.header("etag").to_string();
        assert!(!tag.is_empty(), "{}: {first:?}", operation.id);
        made.set(document::Place::Header, "if-none-match", tag);
        let again = world.try_it(operation, &made).await;
        let wrong = judge::wrong(&document, operation, &made, &again);
        assert_eq!(
            (again.status.as_u16(), wrong),
            (304, Vec::new()),
            "{}",
            operation.id
        );
        kept += 1;
    }
    assert_eq!(kept, 5);
}

/// A judge who finds nothing wrong with anything would let everything pass.
#[test]
fn the_judge_finds_what_is_wrong() {
    let document = Document::read();
    let operation = |id: &str| {
        let mut all = document.operations.iter();
        all.find(|operation| operation.id == id)
            .expect("an operation")
    };
    let reply = |status: u16, kind: &'static str, body: &Value| {
        let mut headers = HeaderMap::new();
        headers.insert("content-type", kind.parse().expect("a header"));
        headers.insert("cache-control", "no-store".parse().expect("a header"));
        Reply {
            status: status.try_into().expect("a status"),
            headers,
            body: body.to_string().into_bytes(),
        }
    };
    let made = |who, sent: Value| Try {
        who,
        parameters: vec![(document::Place::Path, "code".into(), b"x".to_vec())],
        sent: Sent::Json(sent),
        spoiled: Vec::new(),
    };
    let (json, problem) = ("application/json", "application/problem+json");
    let unknown = |status: u16, name: &str| {
        let kind = format!("urn:motcua:problem:{name}");
        json!({"type": kind, "title": "X", "status": status})
    };
    let tracking = json!({"code": "x", "procedure": "x", "name": {"vi": "X"}, "status": "accepted",
        "history": [{"status": "accepted", "at": "x"}]});
    let with = |name: &str, value: Value| {
        let mut other = tracking.clone();
        other[name] = value;
        other
    };
    let proof = json!({"proof": "x"});
    for (id, who, sent, reply, wanted) in [
        // What is right is not wrong.
        (
            "trackDossier",
            Who::Nobody,
            &proof,
            reply(200, json, &tracking),
            "",
        ),
        (
            "trackDossier",
            Who::Nobody,
            &proof,
            reply(404, problem, &unknown(404, "dossier-unknown")),
            "",
        ),
        // Statuses.
        (
            "trackDossier",
            Who::Nobody,
            &proof,
            reply(500, problem, &unknown(500, "internal")),
            "500",
        ),
        (
            "trackDossier",
            Who::Nobody,
            &proof,
            reply(503, problem, &unknown(503, "busy")),
            "503",
        ),
        (
            "trackDossier",
            Who::Nobody,
            &proof,
            reply(418, problem, &unknown(418, "x")),
            "418 is not declared",
        ),
        // Kinds and headers.
        (
            "trackDossier",
            Who::Nobody,
            &proof,
            reply(200, "text/html", &tracking),
            "\"text/html\" is not declared",
        ),
        (
            "trackDossier",
            Who::Nobody,
            &proof,
            reply(429, problem, &unknown(429, "too-many-tries")),
            "no header Retry-After",
        ),
        // Bodies.
        (
            "trackDossier",
            Who::Nobody,
            &proof,
            reply(200, json, &json!({})),
            "is a required property",
        ),
        (
            "trackDossier",
            Who::Nobody,
            &proof,
            reply(200, json, &with("status", json!("sent"))),
            "/status",
        ),
        (
            "trackDossier",
            Who::Nobody,
            &proof,
            reply(200, json, &with("more", json!(1))),
            "'more' was unexpected",
        ),
        (
            "trackDossier",
            Who::Nobody,
            &proof,
            reply(
                200,
                json,
                &with("history", json!([{"status": "accepted", "at": 5}])),
            ),
            "/history/0/at",
        ),
        // Problems.
        (
            "trackDossier",
            Who::Nobody,
            &proof,
            reply(404, problem, &unknown(404, "secret")),
            "does not name `secret`",
        ),
        (
            "trackDossier",
            Who::Nobody,
            &proof,
            reply(404, problem, &unknown(403, "dossier-unknown")),
            "the body says 403",
        ),
        (
            "trackDossier",
            Who::Nobody,
            &proof,
            reply(404, json, &tracking),
            "is not declared",
        ),
        // Successes that should be none, and a refusal of what is right.
        (
            "trackDossier",
            Who::Nobody,
            &json!({"proof": 5}),
            reply(200, json, &tracking),
            "the body is wrong",
        ),
        (
            "readDossier",
            Who::Nobody,
            &json!({}),
            reply(200, json, &tracking),
            "Nobody may not ask",
        ),
        (
            "trackDossier",
            Who::Nobody,
            &proof,
            reply(400, problem, &unknown(400, "malformed-json")),
            "that the document allows is refused",
        ),
    ] {
        let found = judge::wrong(&document, operation(id), &made(who, sent.clone()), &reply);
        let fits = match wanted {
            "" => found.is_empty(),
            wanted => found.iter().any(|found| found.contains(wanted)),
        };
        assert!(fits, "{id} {reply:?}: wanted {wanted:?}, found {found:#?}");
    }
}
