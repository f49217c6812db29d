//! The portal of that day, and everybody who asks it: people with accounts, guests, officers, strangers.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request};
use portal_reference::Provider;
use portal_wire::{MyDossiers, Status};
use rusqlite::Connection;
use serde_json::{Value, json};

use super::forms;
use crate::common::{Reply, TOKEN, TestPortal, reply_to};
use crate::provider::{PEOPLE, VneId};

/// People who have signed in by phone, level 1.
const BY_PHONE: usize = 8;
/// As many dossiers as the list of officers has.
const LISTED: usize = 500;

pub(crate) struct Office {
    pub(crate) portal: TestPortal,
    provider: VneId,
    /// A session for each account.
    sessions: Mutex<Vec<String>>,
    /// What the officers have seen in their list all day.
    listed: Mutex<BTreeSet<String>>,
    /// Proofs of dossiers that are there.
    proofs: Mutex<Vec<String>>,
    clients: AtomicU32,
}

/// What somebody shows of who they are.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shown {
    pub(crate) account: Option<usize>,
    pub(crate) proof: Option<String>,
}

impl Office {
    /// Opens in the morning.
    pub(crate) async fn open() -> Self {
        let provider = VneId::start().await;
        let issuer = provider.issuer.clone();
        let office = Self {
            portal: TestPortal::with(|settings| {
                settings.procedures = Some(forms::folder());
                settings.oidc = Some(Provider::new(issuer, "motcua"));
            }),
            provider,
            sessions: Mutex::default(),
            listed: Mutex::default(),
            proofs: Mutex::default(),
            clients: AtomicU32::new(0),
        };
        office.sign_in().await;
        office
    }

    /// Begins anew with what is on the disk. Sessions are there too.
    pub(crate) async fn again(self) -> Self {
        let issuer = self.provider.issuer.clone();
        let portal = self.portal.again_with(|settings| {
            settings.procedures = Some(forms::folder());
            settings.oidc = Some(Provider::new(issuer, "motcua"));
        });
        Self { portal, ..self }
    }

    /// The level of each account.
    pub(crate) fn accounts(&self) -> Vec<u64> {
        let by_phone = std::iter::repeat_n(1, BY_PHONE);
        by_phone.chain(PEOPLE.iter().map(|_| 2)).collect()
    }

    /// Everybody who has an account signs in.
    pub(crate) async fn sign_in(&self) {
        let mut sessions = Vec::new();
        for n in 0..BY_PHONE {
            sessions.push(self.portal.sign_in(&format!("091234567{n}")).await);
        }
        for who in 0..PEOPLE.len() {
            sessions.push(self.provider.sign_in(&self.portal, who, 2).await);
        }
        *self.sessions.lock().expect("no panic") = sessions;
    }

    pub(crate) fn database(&self) -> Connection {
        Connection::open(self.portal.data.path().join("portal.sqlite")).expect("a database")
    }

    pub(crate) fn note_proof(&self, proof: &str) {
        self.proofs
            .lock()
            .expect("no panic")
            .push(proof.to_string());
    }

    /// Another dossier's proof.
    pub(crate) fn other_proof(&self, own: &str) -> Option<String> {
        let proofs = self.proofs.lock().expect("no panic");
        proofs.iter().rev().find(|proof| *proof != own).cloned()
    }

    fn headers(&self, shown: &Shown, key: &str) -> Vec<(&'static str, String)> {
        let mut headers = Vec::new();
        if let Some(account) = shown.account {
            let session = self.sessions.lock().expect("no panic")[account].clone();
            headers.push(("cookie", session));
            headers.push(("motcua-csrf", "1".into()));
        }
        if !key.is_empty() {
            headers.push(("idempotency-key", key.to_string()));
        }
        headers
    }

    /// Asks for an address under `/api` with JSON.
    pub(crate) async fn post(&self, path: &str, shown: &Shown, key: &str, body: &Value) -> Reply {
        let mut body = body.clone();
        if let (Some(proof), Some(body)) = (&shown.proof, body.as_object_mut()) {
            body.insert("proof".into(), json!(proof));
        }
        // A real client has an address; wrong tries of one make others wait no less.
        let [_, b, c, d] = self.clients.fetch_add(1, Ordering::SeqCst).to_be_bytes();
        let client: SocketAddr = ([10, b, c, d], 50_000).into();
        let mut request = Request::post(format!("/api{path}"))
            .header("content-type", "application/json")
            .extension(ConnectInfo(client));
        for (name, value) in self.headers(shown, key) {
            request = request.header(name, value);
        }
        let request = request
            .body(Body::from(body.to_string()))
            .expect("a request");
        reply_to(&self.portal.router, request).await
    }

    /// An officer asks.
    pub(crate) async fn officer(&self, path: &str, body: &Value) -> Reply {
        let bearer = format!("Bearer {TOKEN}");
        let headers = [("authorization", bearer.as_str())];
        let path = format!("/api/officer/dossiers/{path}");
        self.portal.post(&path, &headers, body).await
    }

    pub(crate) async fn officer_reads(&self, path: &str) -> Value {
        let bearer = format!("Bearer {TOKEN}");
        let headers = [("authorization", bearer.as_str())];
        let path = format!("/api/officer/{path}");
        let reply = self.portal.ask(Method::GET, &path, &headers, "").await;
        assert_eq!(reply.status, 200, "{reply:?}");
        reply.json()
    }

    pub(crate) async fn attach(&self, code: &str, name: &str, content: &[u8]) {
        let bearer = format!("Bearer {TOKEN}");
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", "application/octet-stream"),
        ];
        let path = format!("/api/officer/dossiers/{code}/results?name={name}");
        let reply = self
            .portal
            .ask(Method::POST, &path, &headers, content.to_vec())
            .await;
        assert_eq!(reply.status, 204, "{reply:?}");
    }

    /// An officer looks through the list: the newest, each once.
    pub(crate) async fn look_through_the_list(&self) {
        let list = self.officer_reads("dossiers").await;
        let entries = list["dossiers"].as_array().expect("a list");
        let codes: Vec<&str> = entries
            .iter()
            .filter_map(|entry| entry["code"].as_str())
            .collect();
        let different: BTreeSet<&str> = codes.iter().copied().collect();
        assert_eq!(different.len(), codes.len(), "twice in the list");
        assert!(codes.len() <= LISTED);
        // Codes count up; what came in the same moment may have been stored the other way round.
        let numbers: Vec<usize> = codes.iter().map(|code| number(code)).collect();
        assert!(numbers.is_sorted_by(|a, b| a > b), "not the newest first");
        let mut listed = self.listed.lock().expect("no panic");
        listed.extend(codes.into_iter().map(String::from));
    }

    /// What officers have seen all day.
    pub(crate) fn listed(&self) -> BTreeSet<String> {
        self.listed.lock().expect("no panic").clone()
    }

    /// The list of an account.
    pub(crate) async fn list_of(&self, account: usize) -> BTreeMap<String, Status> {
        let shown = Shown {
            account: Some(account),
            proof: None,
        };
        let headers = self.headers(&shown, "");
        let headers: Vec<_> = headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let reply = self
            .portal
            .ask(Method::GET, "/api/me/dossiers", &headers, "")
            .await;
        assert_eq!(reply.status, 200, "{reply:?}");
        let list: MyDossiers = reply.json();
        let count = list.dossiers.len();
        let found: BTreeMap<_, _> = list
            .dossiers
            .into_iter()
            .map(|dossier| (dossier.code, dossier.status))
            .collect();
        assert_eq!(found.len(), count, "twice in the list of {account}");
        found
    }
}

/// The number that a dossier has among those of its day.
pub(crate) fn number(code: &str) -> usize {
    let number = code
        .rsplit('-')
        .next()
        .and_then(|number| number.parse().ok());
    number.unwrap_or_else(|| panic!("{code} has no number"))
}
