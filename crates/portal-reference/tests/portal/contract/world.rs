//! A portal with something real behind every address: dossiers, files, requests, results, sessions.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request};
use portal_reference::Provider;
use portal_wire::Receipt;
use serde_json::{Value, json};

use super::document::Operation;
use super::generator::Hints;
use super::request::{Try, Who};
use crate::common::{PATCH, Reply, TOKEN, TestPortal, answers, cookie, jpeg, reply_to};
use crate::provider::{Begun, Lie, VneId};
use crate::{accounts, casework};

/// Somebody with a paper in their store, at the provider.
const PERSON: usize = 0;

pub(crate) struct World {
    portal: TestPortal,
    provider: VneId,
    citizen: String,
    owner: String,
    /// The cookie of a sign-in that was begun.
    begun: Option<String>,
    /// Everything that is made is made once.
    count: u32,
}

impl World {
    pub(crate) async fn new() -> Self {
        let provider = VneId::start().await;
        let issuer = provider.issuer.clone();
        let portal = TestPortal::with(|settings| {
            let folder = settings.procedures.clone().expect("a folder");
            for (name, definition) in [("8", accounts::wanting(1)), ("9", casework::group())] {
                let file = folder.join(format!("{name}.json"));
                std::fs::write(file, definition.to_string()).expect("a file");
            }
            settings.oidc = Some(Provider::new(issuer, "motcua"));
        });
        let mut world = Self {
            portal,
            provider,
            citizen: String::new(),
            owner: String::new(),
            begun: None,
            count: 0,
        };
        world.sign_in().await;
        world
    }

    /// Everybody signs in anew.
    pub(crate) async fn sign_in(&mut self) {
        let phone = self.phone();
        let code = self.code(&phone).await;
        let body = json!({"phone": phone, "code": code});
        let reply = self.post("/session/phone/code", &[], &body).await;
        self.citizen = cookie(&reply);
        self.owner = self.provider.sign_in(&self.portal, PERSON, 2).await;
    }

    /// Waits until every limit is forgotten. Sessions have ended then.
    pub(crate) async fn wait(&mut self) {
        self.portal.wait(60 * 60 + 1);
        self.sign_in().await;
    }

    /// What somebody shows of who they are.
    fn shown(&self, operation: &Operation, who: Who) -> Vec<(&'static str, String)> {
        let session = match who {
            Who::Citizen => self.citizen.as_str(),
            Who::Owner => &self.owner,
            Who::Nobody | Who::Officer => "",
        };
        let cookies: Vec<&str> = [Some(session), self.begun.as_deref()]
            .into_iter()
            .flatten()
            .filter(|cookie| !cookie.is_empty())
            .collect();
        let mut shown = Vec::new();
        if !cookies.is_empty() {
            shown.push(("cookie", cookies.join("; ")));
        }
        if !session.is_empty() && !operation.has_parameter("Motcua-Csrf") {
            shown.push(("motcua-csrf", "1".into()));
        }
        if who == Who::Officer {
            shown.push(("authorization", format!("Bearer {TOKEN}")));
        }
        shown
    }

    /// Asks as the document has it.
    pub(crate) async fn try_it(&mut self, operation: &Operation, made: &Try) -> Reply {
        let shown = self.shown(operation, made.who);
        let request = made.request(operation, &shown, self.client());
        reply_to(&self.portal.router, request).await
    }

    pub(crate) async fn ask(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Reply {
        let request = Request::builder().method(method).uri(format!("/api{path}"));
        let request = headers.iter().fold(request, |request, (name, value)| {
            request.header(*name, *value)
        });
        let request = request.extension(ConnectInfo(self.client()));
        let request = request.body(body.into()).expect("a request");
        reply_to(&self.portal.router, request).await
    }

    async fn post(&mut self, path: &str, headers: &[(&str, &str)], body: &Value) -> Reply {
        let json = ("content-type", "application/json");
        let headers: Vec<_> = headers.iter().copied().chain([json]).collect();
        let reply = self
            .ask(Method::POST, path, &headers, body.to_string())
            .await;
        assert!(reply.status.is_success(), "{path}: {reply:?}");
        reply
    }

    async fn officer(&mut self, path: &str, body: &Value) {
        let bearer = format!("Bearer {TOKEN}");
        let headers = [("authorization", bearer.as_str())];
        self.post(&format!("/officer/dossiers/{path}"), &headers, body)
            .await;
    }

    /// Another client each time, so that nobody waits because of others.
    fn client(&mut self) -> SocketAddr {
        let [_, b, c, d] = self.next().to_be_bytes();
        ([10, b, c, d], 50_000).into()
    }

    fn next(&mut self) -> u32 {
        self.count += 1;
        self.count
    }

    fn phone(&mut self) -> String {
        format!("09{:08}", self.next())
    }

    /// A code for this phone.
    async fn code(&mut self, phone: &str) -> String {
        self.post("/session/phone", &[], &json!({"phone": phone}))
            .await;
        self.portal.code(phone).await
    }

    /// A dossier of the owner's, of a procedure with components.
    async fn dossier(&mut self, answers: Value) -> Receipt {
        let key = format!("a-key-{:08}", self.next());
        let owner = self.owner.clone();
        let headers = [
            ("idempotency-key", key.as_str()),
            ("cookie", &owner),
            ("motcua-csrf", "1"),
        ];
        let body =
            json!({"procedure": "0.000009", "version": "1", "locale": "vi", "answers": answers});
        self.post("/dossiers", &headers, &body).await.json()
    }

    async fn tracking(&mut self, receipt: &Receipt) -> Value {
        let path = format!("/dossiers/{}/tracking", receipt.code);
        let body = json!({"proof": receipt.lookup});
        self.post(&path, &[], &body).await.json()
    }

    async fn upload(&mut self, bytes: &[u8]) -> String {
        let id = self.begun_upload(bytes.len()).await;
        let path = format!("/uploads/{id}");
        self.ask(Method::PATCH, &path, PATCH, bytes.to_vec()).await;
        id
    }

    async fn begun_upload(&mut self, length: usize) -> String {
        let length = length.to_string();
        let headers = [("tus-resumable", "1.0.0"), ("upload-length", &length)];
        let reply = self.ask(Method::POST, "/uploads", &headers, "").await;
        reply
            .header("location")
            .rsplit('/')
            .next()
            .expect("a name")
            .to_string()
    }

    /// What is right for this operation now, so that asking as it says succeeds.
    pub(crate) async fn hints(&mut self, operation: &str) -> Hints {
        let mut hints = Hints::new();
        let mut hint = |at: &str, value: Value| hints.insert(at.to_string(), value);
        let key = format!("a-key-{:08}", self.next());
        hint("header.Idempotency-Key", json!(key));
        hint("header.Motcua-Csrf", json!("1"));
        hint("header.Tus-Resumable", json!("1.0.0"));
        hint("header.Upload-Length", json!("11"));
        hint("header.Upload-Metadata", json!("filename YW5o"));
        hint("header.Upload-Offset", json!("0"));
        let answers_of_group = json!({"kind": "less", "ap_tel": "0912345678"});
        match operation {
            "codeList" => {
                hint("path.list", json!("vn-communes"));
                hint("query.parent", json!("01"));
            }
            "procedure" => {
                hint("path.code", json!("0.000001"));
            }
            "prefill" => {
                hint("path.procedure", json!("0.000011"));
            }
            "lookUp" => {
                hint("path.register", json!("businesses"));
                hint("Lookup.procedure", json!("0.000011"));
                hint("Lookup.field", json!("tax"));
                hint("Lookup.key", json!("0000000017"));
            }
            "uploadDocument" => {
                hint("path.id", json!("portrait"));
            }
            "sendDossier" => {
                hint("NewDossier.procedure", json!("0.000001"));
                hint("NewDossier.version", json!("1"));
                hint("NewDossier.locale", json!("vi"));
                hint("NewDossier.answers", answers());
            }
            "beginSignIn" => {
                hint("query.return", json!("/procedures/0.000001"));
            }
            "endSignIn" => {
                let begun: Begun = self.provider.begin(&self.portal, "/x").await;
                self.provider.expects(&begun, PERSON, 2, Lie::None);
                hint("query.code", json!("good"));
                hint("query.state", json!(begun.value("state")));
                hint("query.iss", json!(self.provider.issuer));
                // Whoever has a code has no error.
                hint("query.error", Value::Null);
                self.begun = Some(begun.cookie);
            }
            "sendPhoneCode" => {
                hint("PhoneNumber.phone", json!(self.phone()));
            }
            "signInByPhone" => {
                let phone = self.phone();
                hint("PhoneCode.code", json!(self.code(&phone).await));
                hint("PhoneCode.phone", json!(phone));
            }
            "uploadOffset" | "appendToUpload" | "deleteUpload" => {
                hint("path.id", json!(self.begun_upload(11).await));
                hint("bytes", json!("hello world"));
            }
            "readFile" => {
                let file = self.upload(&jpeg(600, 800, 2_000)).await;
                let mut answers = answers_of_group;
                answers["photo"] = json!([{"upload": file}]);
                hint("path.code", json!(self.dossier(answers).await.code));
                hint("path.id", json!(file));
            }
            _ => {
                let receipt = self.dossier(answers_of_group).await;
                hint("path.code", json!(receipt.code));
                hint("TrackingProof.proof", json!(receipt.lookup));
                hint("NewMessage.text", json!("Xin hỏi."));
                hint("NewStatus.status", json!("accepted"));
                hint("NewSupplement.deadline", json!("2027-12-01"));
                hint("Flaw.pointer", json!("/answers/ap_tel"));
                hint("Flaw.reason", json!("blurred"));
                hint("query.name", json!("ket-qua.pdf"));
                hint("bytes", json!("%PDF-1.7 sample"));
                if operation == "setComponent" {
                    hint("path.id", json!("one"));
                }
                if operation == "fetchResult" {
                    let bearer = format!("Bearer {TOKEN}");
                    let headers = [
                        ("authorization", bearer.as_str()),
                        ("content-type", "application/octet-stream"),
                    ];
                    let path = format!("/officer/dossiers/{}/results?name=a.pdf", receipt.code);
                    self.ask(Method::POST, &path, &headers, "%PDF-1.7 sample")
                        .await;
                    let tracking = self.tracking(&receipt).await;
                    hint("path.id", tracking["results"][0]["id"].clone());
                }
                if operation == "answerSupplement" {
                    let flaws = json!([{"pointer": "/answers/ap_tel", "reason": "mismatch"}]);
                    let path = format!("{}/supplements", receipt.code);
                    self.officer(&path, &json!({"flaws": flaws})).await;
                    let tracking = self.tracking(&receipt).await;
                    hint("path.id", tracking["supplement"]["id"].clone());
                    hint(
                        "SupplementAnswer.answers",
                        json!({"kind": "less", "ap_tel": "0987654321"}),
                    );
                }
            }
        }
        hints
    }

    /// Whether what somebody asked for successfully cannot be asked for again in the same way.
    pub(crate) fn happens_once(operation: &str) -> bool {
        let once = [
            "answerSupplement",
            "appendToUpload",
            "askForSupplement",
            "deleteUpload",
            "endSignIn",
            "sendDossier",
            "sendPhoneCode",
            "setComponent",
            "setStatus",
            "signInByPhone",
            "withdrawDossier",
            "writeMessage",
        ];
        once.contains(&operation)
    }

    /// Whether it ends the session of whoever asks.
    pub(crate) fn ends_sessions(operation: &str) -> bool {
        ["endSignIn", "signInByPhone", "signOut"].contains(&operation)
    }
}
