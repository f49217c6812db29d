//! A portal in a folder of its own, with a clock that stands still, and a way to ask it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use portal_reference::clock::Clock;
use portal_reference::{Portal, Settings, Site, router};
use portal_wire::{AnswerInWords, NewDossier, ProblemDetails, Receipt};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;
use time::OffsetDateTime;
use tower::ServiceExt;

pub(crate) const TOKEN: &str = "an officer's token";

/// 22 November 2026, 08:00 in Vietnam.
const NOW: i64 = 1_795_309_200;

/// A portal for one test.
pub(crate) struct TestPortal {
    pub(crate) data: TempDir,
    pub(crate) router: Router,
    pub(crate) portal: Portal,
    time: Arc<AtomicI64>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl TestPortal {
    pub(crate) fn new() -> Self {
        let time = Arc::new(AtomicI64::new(NOW));
        let data = folder();
        let folder = data.path().join("procedures");
        std::fs::create_dir(&folder).expect("a folder");
        std::fs::write(folder.join("0.json"), definition().to_string()).expect("a file");
        std::fs::write(folder.join("1.json"), broken().to_string()).expect("a file");
        std::fs::write(folder.join("2.json"), information().to_string()).expect("a file");
        Self::open(data, time, |_| {})
    }

    pub(crate) fn with(change: impl FnOnce(&mut Settings)) -> Self {
        let Self { data, time, .. } = Self::new();
        Self::open(data, time, change)
    }

    /// Ends the portal and begins it anew with the same data.
    pub(crate) fn again(self) -> Self {
        self.again_with(|_| {})
    }

    /// The same with other settings.
    pub(crate) fn again_with(self, change: impl FnOnce(&mut Settings)) -> Self {
        let Self { data, time, .. } = self;
        Self::open(data, time, change)
    }

    fn open(data: TempDir, time: Arc<AtomicI64>, change: impl FnOnce(&mut Settings)) -> Self {
        let clock = time.clone();
        let now = move || OffsetDateTime::from_unix_timestamp(clock.load(Ordering::SeqCst));
        let mut settings = Settings {
            procedures: Some(data.path().join("procedures")),
            officer_token: Some(TOKEN.into()),
            clock: Clock::new(move || now().expect("a time")),
            ..Settings::new(data.path())
        };
        change(&mut settings);
        let portal = Portal::open(settings).expect("a portal");
        let site = Site {
            portal: Some(portal.clone()),
            ..Site::default()
        };
        Self {
            data,
            router: router(site),
            portal,
            time,
        }
    }

    pub(crate) fn wait(&self, seconds: i64) {
        self.time.fetch_add(seconds, Ordering::SeqCst);
    }

    /// The time at the portal, as it writes it.
    pub(crate) fn now(&self) -> String {
        let time = self.time.load(Ordering::SeqCst);
        let now = move || OffsetDateTime::from_unix_timestamp(time).expect("a time");
        Clock::new(now).now().rfc3339()
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.ask(Method::GET, path, &[], "").await
    }

    pub(crate) async fn ask(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Reply {
        ask(&self.router, method, path, headers, body).await
    }

    pub(crate) async fn post(&self, path: &str, headers: &[(&str, &str)], body: &Value) -> Reply {
        let mut all = vec![("content-type", "application/json")];
        all.extend(headers);
        self.ask(Method::POST, path, &all, body.to_string()).await
    }

    /// Sends a dossier of the test procedure.
    pub(crate) async fn send(&self, key: &str, answers: Value) -> Reply {
        let new = NewDossier {
            procedure: "0.000001".into(),
            version: "1".into(),
            locale: "vi".into(),
            answers,
            in_words: vec![AnswerInWords {
                section: "Người nộp".into(),
                label: "Họ tên".into(),
                value: "Mẫu\u{0301}".into(),
            }],
        };
        let body = serde_json::to_value(new).expect("JSON");
        self.post("/api/dossiers", &[("idempotency-key", key)], &body)
            .await
    }

    /// A dossier that is stored.
    pub(crate) async fn receipt(&self, key: &str) -> Receipt {
        let reply = self.send(key, answers()).await;
        assert_eq!(reply.status, 201, "{reply:?}");
        reply.json()
    }

    /// The code that was sent to this phone last, as the outbox has it.
    pub(crate) async fn code(&self, phone: &str) -> String {
        let bearer = format!("Bearer {TOKEN}");
        let headers = [("authorization", bearer.as_str())];
        let path = "/api/officer/outbox";
        let outbox = self.ask(Method::GET, path, &headers, "").await;
        let outbox: Value = outbox.json();
        let messages = outbox["sent"].as_array().expect("messages");
        let to = |message: &&Value| message["address"] == phone && message["dossier"].is_null();
        let message = messages.iter().find(to).expect("a message");
        let text = message["text"].as_str().expect("a text");
        text.chars().take(6).collect()
    }

    /// Signs in by phone, and gives the cookie.
    pub(crate) async fn sign_in(&self, phone: &str) -> String {
        let body = json!({"phone": phone});
        let reply = self.post("/api/session/phone", &[], &body).await;
        assert_eq!(reply.status, 204, "{reply:?}");
        let body = json!({"phone": phone, "code": self.code(phone).await});
        let reply = self.post("/api/session/phone/code", &[], &body).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        cookie(&reply)
    }

    /// Asks with a session, as the app does.
    pub(crate) async fn asks(
        &self,
        method: Method,
        path: &str,
        cookie: &str,
        body: &Value,
    ) -> Reply {
        let headers = [
            ("cookie", cookie),
            ("motcua-csrf", "1"),
            ("content-type", "application/json"),
            ("idempotency-key", "session-key-1"),
        ];
        let body = match body {
            Value::Null => String::new(),
            body => body.to_string(),
        };
        self.ask(method, path, &headers, body).await
    }

    /// Uploads a whole file, and gives its name.
    pub(crate) async fn upload(&self, bytes: &[u8]) -> String {
        let length = bytes.len().to_string();
        let headers = [("tus-resumable", "1.0.0"), ("upload-length", &length)];
        let reply = self.ask(Method::POST, "/api/uploads", &headers, "").await;
        assert_eq!(reply.status, 201, "{reply:?}");
        let address = reply.header("location").to_string();
        let reply = self
            .ask(Method::PATCH, &address, PATCH, bytes.to_vec())
            .await;
        assert_eq!(reply.status, 204, "{reply:?}");
        address.rsplit('/').next().expect("a name").to_string()
    }
}

pub(crate) const PATCH: &[(&str, &str)] = &[
    ("tus-resumable", "1.0.0"),
    ("content-type", "application/offset+octet-stream"),
    ("upload-offset", "0"),
];

pub(crate) async fn ask(
    router: &Router,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
    body: impl Into<Body>,
) -> Reply {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    reply_to(router, request.body(body.into()).expect("a request")).await
}

/// The session that an answer gives, as a browser sends it back.
pub(crate) fn cookie(reply: &Reply) -> String {
    let cookies = reply.headers.get_all("set-cookie").iter();
    let cookies = cookies.map(|cookie| cookie.to_str().expect("a text"));
    let session = cookies
        .filter_map(|cookie| cookie.split(';').next())
        .find(|cookie| cookie.starts_with("session="));
    session.expect("a session").to_string()
}

/// Asks with a request that was put together by hand.
pub(crate) async fn reply_to(router: &Router, request: Request<Body>) -> Reply {
    let response = router.clone().oneshot(request).await.expect("an answer");
    let (parts, body) = response.into_parts();
    Reply {
        status: parts.status,
        headers: parts.headers,
        body: to_bytes(body, usize::MAX).await.expect("a body").to_vec(),
    }
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().expect("a text"))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.text()))
    }

    /// Checks that it is a problem of this status and kind, and gives it.
    #[track_caller]
    pub(crate) fn problem(&self, status: u16, name: &str) -> ProblemDetails {
        assert_eq!(
            self.header("content-type"),
            "application/problem+json",
            "{self:?}"
        );
        assert_eq!(self.header("cache-control"), "no-store");
        let problem: ProblemDetails = self.json();
        assert_eq!(
            (self.status.as_u16(), problem.status, problem.kind.as_str()),
            (
                status,
                status,
                format!("urn:motcua:problem:{name}").as_str()
            ),
            "{problem:?}"
        );
        assert!(!problem.title.is_empty());
        problem
    }

    /// The pointers of a problem.
    pub(crate) fn pointers(&self) -> Vec<String> {
        let problem: ProblemDetails = self.json();
        problem
            .errors
            .into_iter()
            .map(|error| error.pointer)
            .collect()
    }
}

/// A folder for one test; in memory where the system has such a place. Every receipt waits for the disk, and
/// no test cuts the power.
fn folder() -> TempDir {
    let memory = tempfile::tempdir_in("/dev/shm");
    memory.or_else(|_| tempfile::tempdir()).expect("a folder")
}

fn definition() -> Value {
    json!({
        "format": 1, "code": "0.000001", "version": "1", "level": "full",
        "name": {"vi": "Thủ tục thử", "en": "Test procedure"},
        "agency": {"vi": "Cơ quan thử"}, "summary": {"vi": "Để thử."},
        "steps": [
            {"id": "who", "title": "Ai", "fields": [
                {"id": "name", "kind": "text", "format": "person-name", "label": "Họ tên"},
                {"id": "number", "kind": "text", "format": "vn-personal-id", "label": "Số định danh"},
                {"id": "born", "kind": "date", "label": "Ngày sinh", "latest": "today"},
                {"id": "home", "kind": "address", "label": "Nơi ở", "required": false},
                {"id": "province", "kind": "choice", "list": "vn-provinces", "label": "Tỉnh", "required": false},
                {"id": "commune", "kind": "choice", "list": "vn-communes", "list_parent": "province", "label": "Xã", "required": false},
            ]},
            {"id": "papers", "title": "Giấy tờ", "fields": [
                {"id": "photo", "kind": "file", "accept": ["jpeg", "pdf"], "max_files": 2, "label": "Ảnh", "required": false},
            ]},
        ],
    })
}

fn broken() -> Value {
    json!({"format": 1, "code": "0.000002", "name": "Hỏng", "version": "1"})
}

fn information() -> Value {
    json!({
        "format": 1, "code": "0.000003", "version": "1", "level": "information",
        "name": "Chỉ để đọc", "agency": "X", "summary": "X", "steps": [],
    })
}

/// Answers that fit the test procedure.
pub(crate) fn answers() -> Value {
    json!({"name": "H'Hen Niê", "number": "001 099 000 001", "born": "1990-03-27"})
}

/// The same with one more or another.
pub(crate) fn answers_with(name: &str, value: Value) -> Value {
    let mut answers = answers();
    answers[name] = value;
    answers
}

/// A JPEG of this size in pixels, filled up to `bytes`.
pub(crate) fn jpeg(width: u16, height: u16, bytes: usize) -> Vec<u8> {
    let mut out = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8];
    out.extend(height.to_be_bytes());
    out.extend(width.to_be_bytes());
    out.extend([1, 1, 0x11, 0]);
    // A scan, and the end.
    out.extend([0xFF, 0xDA, 0, 2]);
    out.resize(bytes.max(out.len() + 2) - 2, 0);
    out.extend([0xFF, 0xD9]);
    out
}
