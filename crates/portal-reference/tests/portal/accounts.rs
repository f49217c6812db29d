//! Signing in, and what belongs to whoever has.

use axum::http::Method;
use portal_wire::{
    Documents, Found, MyDossiers, PortalDescription, Prefill, Receipt, Session, endpoint,
};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::common::{Reply, TOKEN, TestPortal, answers, cookie};
use crate::provider::{Lie, PEOPLE, VneId};

const PHONE: &str = "0912345678";

async fn phone(portal: &TestPortal, phone: &str) -> Reply {
    portal
        .post("/api/session/phone", &[], &json!({"phone": phone}))
        .await
}

async fn code(portal: &TestPortal, phone: &str, code: &str) -> Reply {
    let body = json!({"phone": phone, "code": code});
    portal.post("/api/session/phone/code", &[], &body).await
}

async fn session(portal: &TestPortal, cookie: &str) -> Session {
    let headers = [("cookie", cookie)];
    let reply = portal.ask(Method::GET, "/api/session", &headers, "").await;
    assert_eq!(reply.status, 200, "{reply:?}");
    reply.json()
}

async fn is_signed_in(portal: &TestPortal, cookie: &str) -> bool {
    session(portal, cookie).await.account.is_some()
}

async fn get(portal: &TestPortal, path: &str, cookie: &str) -> Reply {
    portal
        .ask(Method::GET, path, &[("cookie", cookie)], "")
        .await
}

/// A procedure that wants an account of this level, with questions whose answers the portal may know.
pub(crate) fn wanting(level: u8) -> Value {
    json!({
        "format": 1, "code": format!("0.00001{level}"), "version": "1", "level": "full", "name": "Cần tài khoản",
        "agency": "Cơ quan thử", "summary": "Để thử.", "account": {"level": level, "why": "Để thử."},
        "steps": [{"id": "a", "title": "A", "fields": [
            {"id": "ap_name", "kind": "text", "format": "person-name", "label": "Họ tên",
                "prefill": {"from": "person.name", "locked": true}},
            {"id": "ap_dob", "kind": "date", "precision": "any", "label": "Ngày sinh", "required": false,
                "prefill": {"from": "person.dob", "locked": true}},
            {"id": "surname", "kind": "text", "label": "Họ", "required": false, "prefill": {"from": "person.surname"}},
            {"id": "home", "kind": "address", "label": "Nơi ở", "required": false, "prefill": {"from": "person.permanent"}},
            {"id": "ap_tel", "kind": "text", "format": "phone", "label": "Số điện thoại", "required": false,
                "prefill": {"from": "account.phone"}},
            {"id": "tax", "kind": "text", "label": "Mã số thuế", "required": false,
                "lookup": {"register": "businesses", "fills": {"co": "name", "times": "licence_times", "intl": "no such datum"}}},
            {"id": "co", "kind": "text", "label": "Tên", "required": false},
            {"id": "intl", "kind": "text", "label": "Tên khác", "required": false},
            {"id": "times", "kind": "number", "label": "Lần", "required": false},
            {"id": "mother", "kind": "text", "label": "Số của mẹ", "required": false,
                "lookup": {"register": "people", "fills": {"m_name": "name"}}},
            {"id": "m_name", "kind": "text", "label": "Tên mẹ", "required": false},
            {"id": "photo", "kind": "file", "label": "Ảnh", "required": false, "accept": ["png"], "min_pixels": [472, 708],
                "document": "portrait"},
            {"id": "card", "kind": "file", "label": "Thẻ", "required": false, "accept": ["jpeg", "pdf"], "document": "id-card-front"}]}],
    })
}

fn portal_with(change: impl FnOnce(&mut portal_reference::Settings)) -> TestPortal {
    TestPortal::with(|settings| {
        let folder = settings.procedures.clone().expect("a folder");
        for level in [1, 2] {
            let file = folder.join(format!("account-{level}.json"));
            std::fs::write(file, wanting(level).to_string()).expect("a file");
        }
        change(settings);
    })
}

/// A portal with a provider of its own.
async fn with_provider() -> (TestPortal, VneId) {
    let provider = VneId::start().await;
    let issuer = provider.issuer.clone();
    let portal = portal_with(|settings| {
        settings.oidc = Some(portal_reference::Provider::new(issuer, "motcua"));
    });
    (portal, provider)
}

fn dossier(level: u8) -> Value {
    json!({"procedure": format!("0.00001{level}"), "version": "1", "locale": "vi",
        "answers": {"ap_name": "NGUYỄN VĂN MẪU"}})
}

async fn send(portal: &TestPortal, key: &str, cookie: &str, body: &Value) -> Reply {
    let mut headers = vec![("idempotency-key", key)];
    if !cookie.is_empty() {
        headers.extend([("cookie", cookie), ("motcua-csrf", "1")]);
    }
    portal.post("/api/dossiers", &headers, body).await
}

async fn receipt(portal: &TestPortal, key: &str, cookie: &str) -> Receipt {
    let body =
        json!({"procedure": "0.000001", "version": "1", "locale": "vi", "answers": answers()});
    let reply = send(portal, key, cookie, &body).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    reply.json()
}

#[tokio::test]
async fn the_portal_says_how_to_sign_in() {
    let (portal, _provider) = with_provider().await;
    let ways = |description: PortalDescription| -> Vec<(String, u8)> {
        let ways = description.sign_in.ways.into_iter();
        ways.map(|way| (way.id, way.level)).collect()
    };
    let description: PortalDescription = portal.get("/api/portal").await.json();
    let can = &description.capabilities;
    assert!(can.accounts && can.prefill && can.lookups && can.documents);
    assert!(can.withdraw && can.messages && can.supplements);
    assert_eq!(ways(description), [("oidc".into(), 2), ("phone".into(), 1)]);
    let portal = TestPortal::new();
    assert_eq!(
        ways(portal.get("/api/portal").await.json()),
        [("phone".into(), 1)]
    );
    portal
        .get("/api/session/oidc/start")
        .await
        .problem(404, "not-found");
}

#[tokio::test]
async fn a_phone_signs_in_with_the_code_that_was_sent_to_it() {
    let portal = TestPortal::new();
    assert_eq!(session(&portal, "").await, Session::default());
    let reply = portal
        .post(
            "/api/session/phone",
            &[],
            &json!({"phone": "+84 912 345 678", "locale": "en"}),
        )
        .await;
    assert_eq!((reply.status.as_u16(), reply.text().as_str()), (204, ""));
    let sent = portal.code(PHONE).await;
    let typed = format!(" {} {} ", &sent[..3], &sent[3..]);
    let reply = code(&portal, "0912.345.678", &typed).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    assert_eq!(reply.header("cache-control"), "no-store");
    let set = reply.header("set-cookie");
    assert!(
        set.ends_with("; Path=/api; HttpOnly; SameSite=Lax"),
        "{set}"
    );
    let told: Session = reply.json();
    let account = told.account.clone().expect("an account");
    assert_eq!((account.level, account.way.as_str()), (1, "phone"));
    assert_eq!(account.phone_hint.as_deref(), Some("678"));
    assert_eq!(
        told.expires_at.as_deref(),
        Some("2026-11-22T16:00:00+07:00")
    );
    assert_eq!(told.idle_seconds, Some(1800));
    let cookie = cookie(&reply);
    // Nothing of it is in a body, and in the database there is only its hash.
    let name = cookie.strip_prefix("session=").expect("a name");
    assert!(!reply.text().contains(name));
    assert_eq!(session(&portal, &cookie).await, told);
    for file in ["portal.sqlite", "portal.sqlite-wal"] {
        let bytes = std::fs::read(portal.data.path().join(file)).unwrap_or_default();
        let found = bytes
            .windows(name.len())
            .any(|part| part == name.as_bytes());
        assert!(!found, "{file}");
    }
    // The code was good once.
    code(&portal, PHONE, &sent).await.problem(422, "code-wrong");
    // The same number is the same account, and the session another.
    let again = portal.sign_in(PHONE).await;
    assert_ne!(again, cookie);
    let db = Connection::open(portal.data.path().join("portal.sqlite")).expect("a database");
    let count = db.query_row("SELECT count(*) FROM account", [], |row| {
        row.get::<_, i64>(0)
    });
    assert_eq!(count.expect("a number"), 1);
}

#[tokio::test]
async fn a_code_is_good_for_five_minutes_five_tries_and_one_number() {
    let portal = TestPortal::new();
    for wrong in ["", "x", "12345", "+84 91", "0123456789", &"9".repeat(1000)] {
        let reply = phone(&portal, wrong).await;
        reply.problem(422, "phone-wrong");
        assert_eq!(reply.pointers(), ["/phone"]);
    }
    let wrong = |sent: &str| match sent {
        "000000" => "000001",
        _ => "000000",
    };
    phone(&portal, PHONE).await;
    let sent = portal.code(PHONE).await;
    let unknown = code(&portal, "0987654321", &sent).await;
    unknown.problem(422, "code-wrong");
    portal.wait(5 * 60);
    let late = code(&portal, PHONE, &sent).await;
    // A number that nobody asked for, a code that was wrong, one that is too old: all the same.
    assert_eq!(late.text(), unknown.text());
    phone(&portal, PHONE).await;
    let sent = portal.code(PHONE).await;
    for typed in ["", "12345", "1234567", "abcdef"] {
        code(&portal, PHONE, typed).await.problem(422, "code-wrong");
    }
    assert_eq!(
        code(&portal, PHONE, wrong(&sent)).await.text(),
        unknown.text()
    );
    // The sixth try is right and too late.
    assert_eq!(code(&portal, PHONE, &sent).await.text(), unknown.text());
    // Only the last code is good.
    phone(&portal, PHONE).await;
    let before = portal.code(PHONE).await;
    phone(&portal, PHONE).await;
    let sent = portal.code(PHONE).await;
    if before != sent {
        code(&portal, PHONE, &before)
            .await
            .problem(422, "code-wrong");
    }
    assert_eq!(code(&portal, PHONE, &sent).await.status, 200);
}

#[tokio::test]
async fn codes_are_not_sent_without_end() {
    let portal = TestPortal::new();
    for _ in 0..5 {
        assert_eq!(phone(&portal, PHONE).await.status, 204);
        portal.wait(60);
    }
    let reply = phone(&portal, PHONE).await;
    reply.problem(429, "too-many-tries");
    assert_eq!(reply.header("retry-after"), "3300");
    for n in 0..15 {
        let reply = phone(&portal, &format!("09876543{n:02}")).await;
        assert_eq!(reply.status, 204, "{n}");
    }
    let portal = portal.again();
    phone(&portal, "0987654399")
        .await
        .problem(429, "too-many-tries");
    portal.wait(3300);
    assert_eq!(phone(&portal, PHONE).await.status, 204);
}

#[tokio::test]
async fn guesses_of_one_client_are_counted_whatever_the_number() {
    let portal = TestPortal::new();
    for n in 0..50 {
        let reply = code(&portal, &format!("09876543{n:02}"), "123456").await;
        reply.problem(422, "code-wrong");
    }
    let reply = code(&portal, PHONE, "123456").await;
    reply.problem(429, "too-many-tries");
    assert_eq!(reply.header("retry-after"), "3600");
}

#[tokio::test]
async fn a_session_ends_when_nobody_uses_it_and_in_the_evening() {
    let portal = TestPortal::new();
    let cookie = portal.sign_in(PHONE).await;
    portal.wait(1799);
    // Looking is no use.
    assert_eq!(session(&portal, &cookie).await.idle_seconds, Some(1));
    portal.wait(1);
    assert!(!is_signed_in(&portal, &cookie).await);
    get(&portal, "/api/me/dossiers", &cookie)
        .await
        .problem(401, "sign-in-needed");
    let cookie = portal.sign_in(PHONE).await;
    let mut last = None;
    for _ in 0..16 {
        portal.wait(1790);
        // Reading is, and asking for more time.
        let reply = match last {
            None => get(&portal, "/api/me/dossiers", &cookie).await,
            Some(()) => {
                portal
                    .asks(Method::POST, "/api/session", &cookie, &Value::Null)
                    .await
            }
        };
        last = last.is_none().then_some(());
        assert_eq!(reply.status, 200, "{reply:?}");
    }
    // Eight hours after the beginning it is over, however it was used.
    assert_eq!(session(&portal, &cookie).await.idle_seconds, Some(160));
    portal.wait(160);
    assert!(!is_signed_in(&portal, &cookie).await);
    let reply = portal
        .asks(Method::POST, "/api/session", &cookie, &Value::Null)
        .await;
    reply.problem(401, "sign-in-needed");
    // What has ended is forgotten.
    portal.portal.sweep().expect("a sweep");
    let db = Connection::open(portal.data.path().join("portal.sqlite")).expect("a database");
    for table in ["session", "phone_code", "tries"] {
        let sql = format!("SELECT count(*) FROM {table}");
        let count = db.query_row(&sql, [], |row| row.get::<_, i64>(0));
        assert_eq!(count.expect("a number"), 0, "{table}");
    }
}

#[tokio::test]
async fn signing_out_ends_this_session_or_all_of_the_account() {
    let portal = TestPortal::new();
    let (here, there) = (portal.sign_in(PHONE).await, portal.sign_in(PHONE).await);
    let other = portal.sign_in("0987654321").await;
    let third = portal.sign_in(PHONE).await;
    let reply = portal
        .asks(Method::DELETE, "/api/session", &here, &Value::Null)
        .await;
    assert_eq!(reply.status, 204, "{reply:?}");
    let set = reply.header("set-cookie");
    assert!(
        set.starts_with("session=; Path=/api; Max-Age=0; HttpOnly"),
        "{set}"
    );
    assert!(!is_signed_in(&portal, &here).await);
    assert!(is_signed_in(&portal, &there).await);
    let all = format!("/api{}", endpoint::SESSION_EVERYWHERE);
    let reply = portal
        .asks(Method::DELETE, &all, &there, &Value::Null)
        .await;
    assert_eq!(reply.status, 204);
    assert!(!is_signed_in(&portal, &there).await);
    assert!(!is_signed_in(&portal, &third).await);
    assert!(is_signed_in(&portal, &other).await);
    // Twice is once.
    let reply = portal
        .asks(Method::DELETE, "/api/session", &here, &Value::Null)
        .await;
    assert_eq!(reply.status, 204);
}

#[tokio::test]
async fn signing_in_never_goes_on_with_the_session_that_was_there() {
    let portal = TestPortal::new();
    let before = portal.sign_in("0987654321").await;
    phone(&portal, PHONE).await;
    let body = json!({"phone": PHONE, "code": portal.code(PHONE).await});
    let reply = portal
        .post("/api/session/phone/code", &[("cookie", &before)], &body)
        .await;
    assert_ne!(cookie(&reply), before);
    assert!(!is_signed_in(&portal, &before).await);
    // Nor with one that somebody made up.
    let made_up = format!("session={}", "a".repeat(32));
    phone(&portal, PHONE).await;
    let body = json!({"phone": PHONE, "code": portal.code(PHONE).await});
    let reply = portal
        .post("/api/session/phone/code", &[("cookie", &made_up)], &body)
        .await;
    assert_ne!(cookie(&reply), made_up);
    assert!(!is_signed_in(&portal, &made_up).await);
}

#[tokio::test]
async fn a_cookie_alone_changes_nothing() {
    let portal = TestPortal::new();
    let session = portal.sign_in(PHONE).await;
    let mine = receipt(&portal, "key-number-1", &session).await;
    let withdraw = format!("/api/dossiers/{}/withdrawal", mine.code);
    let dossier =
        json!({"procedure": "0.000001", "version": "1", "locale": "vi", "answers": answers()});
    let lookup = json!({"procedure": "x", "field": "x", "key": "x"});
    let host = ("host", "portal.example");
    for (headers, is_ours) in [
        (vec![], false),
        (vec![("motcua-csrf", "")], false),
        (vec![("motcua-csrf", "0")], false),
        (
            vec![
                ("motcua-csrf", "1"),
                ("origin", "https://evil.example"),
                host,
            ],
            false,
        ),
        (vec![("motcua-csrf", "1"), ("origin", "null"), host], false),
        (
            vec![
                ("motcua-csrf", "1"),
                ("origin", "https://portal.example.evil.example"),
                host,
            ],
            false,
        ),
        (
            vec![
                ("motcua-csrf", "1"),
                ("origin", "https://portal.example"),
                host,
                ("sec-fetch-site", "cross-site"),
            ],
            false,
        ),
        (
            vec![("motcua-csrf", "1"), ("sec-fetch-site", "same-site")],
            false,
        ),
        (
            vec![
                ("motcua-csrf", "1"),
                ("origin", "https://portal.example"),
                host,
            ],
            true,
        ),
        (
            vec![
                ("motcua-csrf", "1"),
                ("origin", "https://app.example"),
                host,
                ("sec-fetch-site", "same-origin"),
            ],
            true,
        ),
        (vec![("motcua-csrf", "1")], true),
    ] {
        let mut all = vec![
            ("cookie", session.as_str()),
            ("content-type", "application/json"),
        ];
        all.extend(&headers);
        let ask = async |method: Method, path: &str, body: &Value, key: &str| {
            let mut all = all.clone();
            all.push(("idempotency-key", key));
            portal.ask(method, path, &all, body.to_string()).await
        };
        let key = format!("another-key-{}", headers.len() + usize::from(is_ours) * 10);
        let replies = [
            ask(Method::POST, "/api/session", &Value::Null, "x").await,
            ask(Method::POST, "/api/lookups/licences", &lookup, "x").await,
            ask(
                Method::POST,
                "/api/me/documents/portrait/uploads",
                &Value::Null,
                "x",
            )
            .await,
            ask(Method::POST, "/api/dossiers", &dossier, &key).await,
        ];
        for reply in replies {
            let problem: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
            let is_refused = problem["type"] == "urn:motcua:problem:csrf";
            assert_eq!(is_refused, !is_ours, "{headers:?} {reply:?}");
        }
        if !is_ours {
            ask(Method::DELETE, "/api/session?all=1", &Value::Null, "x")
                .await
                .problem(403, "csrf");
            // The dossier is nobody's then.
            let reply = ask(Method::POST, &withdraw, &json!({}), "x").await;
            reply.problem(404, "dossier-unknown");
            // With its proof it is.
            let tracking = format!("/api/dossiers/{}/tracking", mine.code);
            let reply = ask(Method::POST, &tracking, &json!({"proof": mine.lookup}), "x").await;
            assert_eq!(reply.status, 200);
        }
    }
    assert!(is_signed_in(&portal, &session).await);
    // A key that has stored something is answered before everything else: nobody may say no to it now.
    let headers = [
        ("idempotency-key", "key-number-1"),
        ("cookie", session.as_str()),
    ];
    assert_eq!(
        portal
            .post("/api/dossiers", &headers, &dossier)
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn other_origins_may_not_send_the_header() {
    let portal = TestPortal::new();
    let site = portal_reference::Site {
        portal: Some(portal.portal.clone()),
        allow_origins: vec!["https://app.example".into()],
        ..portal_reference::Site::default()
    };
    let router = portal_reference::router(site);
    let headers = [
        ("origin", "https://app.example"),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "motcua-csrf"),
    ];
    let reply = crate::common::ask(&router, Method::OPTIONS, "/api/session", &headers, "").await;
    let allowed = reply
        .header("access-control-allow-headers")
        .to_ascii_lowercase();
    assert!(!allowed.contains("csrf"), "{allowed}");
    assert_eq!(reply.header("access-control-allow-credentials"), "");
}

#[tokio::test]
async fn the_cookie_is_for_https_only_where_it_is_known() {
    let set = async |portal: &TestPortal| {
        phone(portal, PHONE).await;
        let sent = portal.code(PHONE).await;
        let reply = code(portal, PHONE, &sent).await;
        reply.header("set-cookie").to_string()
    };
    let portal =
        TestPortal::with(|settings| settings.public_url = Some("https://x.example".into()));
    assert!(set(&portal).await.ends_with("; Secure"));
    let portal = TestPortal::with(|settings| settings.prefix = String::new());
    phone_at_root(&portal).await;
}

async fn phone_at_root(portal: &TestPortal) {
    let body = json!({"phone": PHONE});
    assert_eq!(portal.post("/session/phone", &[], &body).await.status, 204);
    let bearer = format!("Bearer {TOKEN}");
    let headers = [("authorization", bearer.as_str())];
    let outbox: Value = portal
        .ask(Method::GET, "/officer/outbox", &headers, "")
        .await
        .json();
    let sent: String = outbox["sent"][0]["text"]
        .as_str()
        .expect("a text")
        .chars()
        .take(6)
        .collect();
    let body = json!({"phone": PHONE, "code": sent});
    let reply = portal.post("/session/phone/code", &[], &body).await;
    let set = reply.header("set-cookie");
    assert!(set.ends_with("; Path=/; HttpOnly; SameSite=Lax"), "{set}");
}

#[tokio::test]
async fn what_wants_an_account_is_sent_with_one() {
    let (portal, provider) = with_provider().await;
    let phone = portal.sign_in(PHONE).await;
    let one = provider.sign_in(&portal, 0, 1).await;
    let two = provider.sign_in(&portal, 0, 2).await;
    for (n, (level, who, is_taken)) in [
        (1, "", false),
        (2, "", false),
        (1, phone.as_str(), true),
        (2, phone.as_str(), false),
        (1, one.as_str(), true),
        (2, one.as_str(), false),
        (1, two.as_str(), true),
        (2, two.as_str(), true),
        (1, "session=00000000000000000000000000000000", false),
    ]
    .into_iter()
    .enumerate()
    {
        let key = format!("key-number-{n}");
        let reply = send(&portal, &key, who, &dossier(level)).await;
        if is_taken {
            assert_eq!(reply.status, 201, "{level} {reply:?}");
        } else {
            let problem = reply.problem(403, "account-needed");
            assert_eq!(problem.detail, format!("level {level}"));
        }
    }
    let db = Connection::open(portal.data.path().join("portal.sqlite")).expect("a database");
    let count = db.query_row(
        "SELECT count(*) FROM dossier WHERE owner IS NOT NULL",
        [],
        |row| row.get::<_, i64>(0),
    );
    assert_eq!(count.expect("a number"), 4);
    let count = db.query_row("SELECT count(*) FROM dossier", [], |row| {
        row.get::<_, i64>(0)
    });
    assert_eq!(count.expect("a number"), 4);
}

#[tokio::test]
async fn the_owner_needs_no_word_and_others_see_nothing() {
    let portal = TestPortal::new();
    let (me, other) = (
        portal.sign_in(PHONE).await,
        portal.sign_in("0987654321").await,
    );
    let mine = receipt(&portal, "key-number-1", &me).await;
    portal.wait(60);
    let second = receipt(&portal, "key-number-2", &me).await;
    let guests = receipt(&portal, "key-number-3", "").await;
    let list: MyDossiers = get(&portal, "/api/me/dossiers", &me).await.json();
    let codes: Vec<_> = list
        .dossiers
        .iter()
        .map(|dossier| dossier.code.as_str())
        .collect();
    assert_eq!(codes, [second.code.as_str(), mine.code.as_str()]);
    assert!(!list.dossiers[0].needs_you);
    assert_eq!(
        list.dossiers[0].name.get("en").map(String::as_str),
        Some("Test procedure")
    );
    let bearer = format!("Bearer {TOKEN}");
    let path = format!("/api/officer/dossiers/{}/status", mine.code);
    let body = json!({"status": "documents-requested", "note": "Thiếu giấy khám sức khỏe."});
    portal
        .post(&path, &[("authorization", &bearer)], &body)
        .await;
    let list: MyDossiers = get(&portal, "/api/me/dossiers", &me).await.json();
    let needs: Vec<_> = list
        .dossiers
        .iter()
        .map(|dossier| dossier.needs_you)
        .collect();
    assert_eq!(needs, [false, true]);
    let list: MyDossiers = get(&portal, "/api/me/dossiers", &other).await.json();
    assert!(list.dossiers.is_empty());

    // Whatever somebody asks about another's dossier, of a guest too, is answered as if it were not there.
    let nowhere = "H00.00.00-261122-9999";
    let ask = async |code: &str, what: &str, body: &Value| {
        let path = format!("/api/dossiers/{code}/{what}");
        portal.asks(Method::POST, &path, &other, body).await
    };
    for (what, body) in [
        ("tracking", json!({})),
        ("answers", json!({})),
        ("messages", json!({"text": "x"})),
        ("supplements/x", json!({"answers": {}})),
        ("results/x", json!({})),
        ("withdrawal", json!({})),
        ("withdrawal", json!({"proof": " "})),
    ] {
        let unknown = ask(nowhere, what, &body).await;
        unknown.problem(404, "dossier-unknown");
        for code in [&mine.code, &second.code, &guests.code] {
            let reply = ask(code, what, &body).await;
            assert_eq!(
                (reply.status, &reply.body, &reply.headers),
                (unknown.status, &unknown.body, &unknown.headers),
                "{what}"
            );
        }
    }
    // None of that was a guess: the word still opens it, though they were more than ten.
    let tracking = format!("/api/dossiers/{}/tracking", mine.code);
    let reply = portal
        .asks(
            Method::POST,
            &tracking,
            &other,
            &json!({"proof": mine.lookup}),
        )
        .await;
    assert_eq!(reply.status, 200, "{reply:?}");
    // A wrong word is one, with a session too; and the owner gets in all the same.
    for _ in 0..10 {
        let reply = portal
            .asks(
                Method::POST,
                &tracking,
                &other,
                &json!({"proof": "AAAAA-AAAAA"}),
            )
            .await;
        reply.problem(404, "dossier-unknown");
    }
    let reply = portal
        .asks(
            Method::POST,
            &tracking,
            &other,
            &json!({"proof": mine.lookup}),
        )
        .await;
    reply.problem(429, "too-many-tries");
    let reply = portal.asks(Method::POST, &tracking, &me, &json!({})).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    // As a start for the next one.
    let path = format!("/api/dossiers/{}/answers", second.code);
    let reply = portal.asks(Method::POST, &path, &me, &json!({})).await;
    let before: Value = reply.json();
    assert_eq!(before["answers"]["born"], "1990-03-27");
}

#[tokio::test]
async fn the_portal_knows_what_the_level_allows() {
    let (portal, provider) = with_provider().await;
    let known = async |cookie: &str| -> Vec<(String, Value, bool)> {
        let reply = get(&portal, "/api/me/prefill/0.000011", cookie).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        let prefill: Prefill = reply.json();
        let fields = prefill.fields.iter();
        fields
            .map(|(field, known)| (field.clone(), known.value.clone(), known.locked))
            .collect()
    };
    let tel = ("ap_tel".to_string(), json!(PHONE), false);
    let phone = portal.sign_in(PHONE).await;
    assert_eq!(known(&phone).await, std::slice::from_ref(&tel));
    let one = provider.sign_in(&portal, 0, 1).await;
    assert_eq!(known(&one).await, std::slice::from_ref(&tel));
    let two = provider.sign_in(&portal, 0, 2).await;
    let home = json!({"province": "01", "commune": "00004", "detail": "Số 1, phố Mẫu"});
    assert_eq!(
        known(&two).await,
        [
            ("ap_dob".into(), json!("1999-03-27"), true),
            ("ap_name".into(), json!("NGUYỄN VĂN MẪU"), true),
            tel,
            ("home".into(), home, false),
            ("surname".into(), json!("NGUYỄN"), false),
        ]
    );
    // Somebody without a family name has none, and a birth that is known by its year is a year.
    let third = provider.sign_in(&portal, 2, 2).await;
    let of_third = known(&third).await;
    assert!(of_third.iter().all(|(field, ..)| field != "surname"));
    assert_eq!(of_third[0], ("ap_dob".into(), json!("1992"), true));
    let reply = get(&portal, "/api/me/prefill/0.000011", &two).await;
    let prefill: Prefill = reply.json();
    let name = prefill.fields.get("ap_name").expect("a name");
    assert_eq!(name.as_of, "2026-11-01");
    assert!(
        name.source
            .get("vi")
            .is_some_and(|source| source.contains("mẫu"))
    );
    get(&portal, "/api/me/prefill/9.9", &two)
        .await
        .problem(404, "not-found");
    get(&portal, "/api/me/prefill/0.000002", &two)
        .await
        .problem(404, "not-found");
    portal
        .get("/api/me/prefill/0.000011")
        .await
        .problem(401, "sign-in-needed");
}

async fn look_up(
    portal: &TestPortal,
    cookie: &str,
    register: &str,
    field: &str,
    key: &str,
) -> Reply {
    let body = json!({"procedure": "0.000011", "field": field, "key": key});
    let path = format!("/api{}", endpoint::lookup(register));
    portal.asks(Method::POST, &path, cookie, &body).await
}

#[tokio::test]
async fn an_officer_reads_what_a_register_has_otherwise_than_it_was_sent() {
    let (portal, provider) = with_provider().await;
    let two = provider.sign_in(&portal, 0, 2).await;
    let bearer = format!("Bearer {TOKEN}");
    let differs = async |key: &str, name: &str, dob: &str| -> Value {
        let mut body = dossier(1);
        body["answers"] = json!({"ap_name": name, "ap_dob": dob});
        let reply = send(&portal, key, &two, &body).await;
        assert_eq!(reply.status, 201, "{reply:?}");
        let receipt: Receipt = reply.json();
        let path = format!("/api/officer/dossiers/{}", receipt.code);
        let case = portal
            .ask(Method::GET, &path, &[("authorization", &bearer)], "")
            .await;
        let case: Value = case.json();
        case["differs"].clone()
    };
    assert_eq!(
        differs("key-number-1", "Nguyễn Văn Mẫu", "1999-03-27").await,
        json!([]),
        "capital letters are no difference"
    );
    let found = differs("key-number-2", "Nguyễn Văn Mẫu", "1990-03-27").await;
    assert_eq!(found.as_array().map(Vec::len), Some(1));
    assert_eq!(found[0]["pointer"], "/answers/ap_dob");
    assert_eq!(
        (&found[0]["label"], &found[0]["register"]),
        (&json!("Ngày sinh"), &json!("27/03/1999"))
    );
    assert!(
        found[0]["source"]
            .as_str()
            .is_some_and(|source| !source.is_empty())
    );
}

#[tokio::test]
async fn registers_tell_what_the_question_asks_for_and_nothing_else() {
    let (portal, provider) = with_provider().await;
    let phone = portal.sign_in(PHONE).await;
    let two = provider.sign_in(&portal, 0, 2).await;
    let found: Found = look_up(&portal, &phone, "businesses", "tax", " 0000 000 017 ")
        .await
        .json();
    let fields: Vec<_> = found
        .fields
        .iter()
        .map(|(field, value)| (field.as_str(), value.clone()))
        .collect();
    assert_eq!(fields, [("co", json!("CÔNG TY MẪU")), ("times", json!(1))]);
    assert!(
        found
            .source
            .get("vi")
            .is_some_and(|source| source.contains("mẫu"))
    );
    for key in ["", "0000000018", "' OR 1=1", &"1".repeat(10_000)] {
        look_up(&portal, &phone, "businesses", "tax", key)
            .await
            .problem(404, "lookup-nothing");
    }
    for (register, field) in [
        ("licences", "tax"),
        ("businesses", "co"),
        ("businesses", "x"),
        ("nothing", "tax"),
    ] {
        look_up(&portal, &phone, register, field, "0000000017")
            .await
            .problem(422, "lookup-unknown");
    }
    // About people only those are told something whom the portal knows.
    let (_, _, id) = PEOPLE[1];
    let one = provider.sign_in(&portal, 0, 1).await;
    for who in [&phone, &one] {
        let problem = look_up(&portal, who, "people", "mother", id)
            .await
            .problem(403, "account-needed");
        assert_eq!(problem.detail, "level 2");
    }
    let found: Found = look_up(&portal, &two, "people", "mother", id).await.json();
    assert_eq!(found.fields.get("m_name"), Some(&json!("TRẦN THỊ MẪU")));
    assert_eq!(found.fields.iter().count(), 1);
    look_up(&portal, "", "businesses", "tax", "0000000017")
        .await
        .problem(401, "sign-in-needed");
}

#[tokio::test]
async fn a_register_is_no_list_to_go_through() {
    let portal = portal_with(|_| {});
    let (me, other) = (
        portal.sign_in(PHONE).await,
        portal.sign_in("0987654321").await,
    );
    for n in 0..30 {
        look_up(&portal, &me, "businesses", "tax", &n.to_string())
            .await
            .problem(404, "lookup-nothing");
    }
    let reply = look_up(&portal, &me, "businesses", "tax", "0000000017").await;
    reply.problem(429, "too-many-tries");
    assert_eq!(reply.header("retry-after"), "3600");
    assert_eq!(
        look_up(&portal, &other, "businesses", "tax", "0000000017")
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn papers_of_the_store_are_sent_like_any_file() {
    let (portal, provider) = with_provider().await;
    let me = provider.sign_in(&portal, 0, 2).await;
    let documents: Documents = get(&portal, "/api/me/documents", &me).await.json();
    let portrait = documents
        .documents
        .iter()
        .find(|document| document.kind == "portrait")
        .expect("a portrait");
    assert_eq!(
        (portrait.file.as_str(), portrait.pixels),
        ("png", Some([600, 800]))
    );
    let copy = async |id: &str, who: &str| {
        let path = format!("/api{}", endpoint::document_upload(id));
        portal.asks(Method::POST, &path, who, &Value::Null).await
    };
    let mut answers = json!({"ap_name": "NGUYỄN VĂN MẪU"});
    for (field, id, kind) in [
        ("photo", "portrait", "png"),
        ("card", "id-card-front", "pdf"),
    ] {
        let reply = copy(id, &me).await;
        assert_eq!(reply.status, 201, "{reply:?}");
        let upload: Value = reply.json();
        assert_eq!(upload["kind"], kind);
        answers[field] =
            json!([{"upload": upload["upload"], "name": upload["name"], "bytes": upload["bytes"]}]);
    }
    let mut body = dossier(2);
    body["answers"] = answers;
    let reply = send(&portal, "key-number-1", &me, &body).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    copy("marriage-certificate", &me)
        .await
        .problem(404, "document-unknown");
    copy("..", &me).await.problem(404, "document-unknown");
    // Whom the portal does not know well it gives nothing.
    let phone = portal.sign_in(PHONE).await;
    let one = provider.sign_in(&portal, 0, 1).await;
    for who in [&phone, &one] {
        get(&portal, "/api/me/documents", who)
            .await
            .problem(403, "account-needed");
        copy("portrait", who).await.problem(403, "account-needed");
    }
    portal
        .get("/api/me/documents")
        .await
        .problem(401, "sign-in-needed");
    // Each has their own.
    let other = provider.sign_in(&portal, 1, 2).await;
    assert_eq!(copy("marriage-certificate", &other).await.status, 201);
}

#[tokio::test]
async fn a_register_that_is_down_says_so_and_nothing_more() {
    let provider = VneId::start().await;
    let issuer = provider.issuer.clone();
    let portal = portal_with(|settings| {
        settings.oidc = Some(portal_reference::Provider::new(issuer, "motcua"));
        settings.broken_registers = vec!["people".into(), "businesses".into()];
    });
    let phone = portal.sign_in(PHONE).await;
    let two = provider.sign_in(&portal, 0, 2).await;
    let replies = [
        get(&portal, "/api/me/prefill/0.000011", &two).await,
        get(&portal, "/api/me/documents", &two).await,
        look_up(&portal, &phone, "businesses", "tax", "0000000017").await,
        look_up(&portal, &phone, "businesses", "tax", "x").await,
        look_up(&portal, &two, "people", "mother", "x").await,
    ];
    for reply in &replies {
        let problem = reply.problem(503, "register-down");
        assert_eq!(problem.detail, "");
        assert_eq!(reply.text(), replies[0].text());
        assert_eq!(reply.header("retry-after"), "60");
    }
    // What does not need it works.
    assert_eq!(
        get(&portal, "/api/me/prefill/0.000011", &phone)
            .await
            .status,
        200
    );
    assert_eq!(
        send(&portal, "key-number-1", &two, &dossier(2))
            .await
            .status,
        201
    );
}

#[tokio::test]
async fn whoever_comes_back_from_the_provider_is_signed_in() {
    let (portal, provider) = with_provider().await;
    let begun = provider.begin(&portal, "/procedures/3.000347?x=1").await;
    assert!(
        begun
            .location
            .starts_with(&format!("{}/authorize?", provider.issuer))
    );
    for (key, wanted) in [
        ("response_type", "code"),
        ("client_id", "motcua"),
        (
            "redirect_uri",
            "http://portal.example/api/session/oidc/callback",
        ),
        ("scope", "openid profile"),
        ("code_challenge_method", "S256"),
        ("prompt", "login"),
    ] {
        assert_eq!(begun.value(key), wanted);
    }
    assert!(
        begun
            .set
            .contains("; Path=/api/session/oidc; Max-Age=600; HttpOnly; SameSite=Lax")
    );
    let reply = provider.come_back(&portal, &begun, 3, 2, Lie::None).await;
    assert_eq!(
        (reply.status.as_u16(), reply.header("location")),
        (303, "/procedures/3.000347?x=1")
    );
    assert_eq!(reply.header("cache-control"), "no-store");
    let session: Session = session(&portal, &cookie(&reply)).await;
    let account = session.account.expect("an account");
    assert_eq!(
        (account.name.as_str(), account.level, account.way.as_str()),
        ("H'MẪU NIÊ", 2, "oidc")
    );
    // The same person is the same account, whatever the level.
    let again = provider.sign_in(&portal, 3, 1).await;
    let mine = receipt(&portal, "key-number-1", &cookie(&reply)).await;
    let list: MyDossiers = get(&portal, "/api/me/dossiers", &again).await.json();
    assert_eq!(list.dossiers[0].code, mine.code);
}

#[tokio::test]
async fn nobody_is_signed_in_by_a_token_that_is_not_right() {
    let (portal, provider) = with_provider().await;
    for lie in [
        Lie::Nonce,
        Lie::Issuer,
        Lie::Audience,
        Lie::Expired,
        Lie::NotYet,
        Lie::AlgNone,
        Lie::AlgHs256,
        Lie::OtherKey,
        Lie::Level,
        Lie::NoSubject,
        Lie::Html,
        Lie::Refused,
        Lie::OtherIss,
    ] {
        let begun = provider.begin(&portal, "/x").await;
        let reply = provider.come_back(&portal, &begun, 0, 2, lie).await;
        let location = reply.header("location");
        assert_eq!(
            (reply.status.as_u16(), location),
            (303, "/x?sign_in=failed"),
            "{lie:?}"
        );
        let cookies = reply.headers.get_all("set-cookie").iter();
        let cookies: Vec<_> = cookies
            .map(|cookie| cookie.to_str().expect("a text"))
            .collect();
        assert!(
            cookies.iter().all(|cookie| !cookie.starts_with("session=")),
            "{lie:?} {cookies:?}"
        );
    }
    let db = Connection::open(portal.data.path().join("portal.sqlite")).expect("a database");
    for table in ["account", "session", "sign_in"] {
        let sql = format!("SELECT count(*) FROM {table}");
        let count = db.query_row(&sql, [], |row| row.get::<_, i64>(0));
        assert_eq!(count.expect("a number"), 0, "{table}");
    }
}

#[tokio::test]
async fn only_the_browser_that_went_comes_back_and_once() {
    let (portal, provider) = with_provider().await;
    let failed = async |reply: Reply| {
        assert_eq!(reply.header("location"), "/?sign_in=failed", "{reply:?}");
    };
    // Somebody else's browser, with the address that the first was sent to.
    let begun = provider.begin(&portal, "/x").await;
    let mut stolen = begun.clone();
    stolen.cookie = String::new();
    failed(provider.come_back(&portal, &stolen, 0, 2, Lie::None).await).await;
    stolen.cookie = provider.begin(&portal, "/x").await.cookie;
    failed(provider.come_back(&portal, &stolen, 0, 2, Lie::None).await).await;
    // Another state.
    let mut other = begun.clone();
    other.location = begun.location.replace(&begun.value("state"), "other");
    failed(provider.come_back(&portal, &other, 0, 2, Lie::None).await).await;
    let reply = provider.come_back(&portal, &begun, 0, 2, Lie::None).await;
    assert_eq!(reply.header("location"), "/x");
    // The same once more.
    failed(provider.come_back(&portal, &begun, 0, 2, Lie::None).await).await;
    // Too late.
    let begun = provider.begin(&portal, "/x").await;
    portal.wait(600);
    failed(provider.come_back(&portal, &begun, 0, 2, Lie::None).await).await;
}

#[tokio::test]
async fn whoever_thinks_better_of_it_comes_back_as_they_went() {
    let (portal, provider) = with_provider().await;
    let before = portal.sign_in(PHONE).await;
    for (error, wanted) in [
        ("access_denied", "/a?b=1&sign_in=cancelled"),
        ("server_error", "/a?b=1&sign_in=failed"),
        ("%3Cscript%3E", "/a?b=1&sign_in=failed"),
    ] {
        let begun = provider.begin(&portal, "/a?b=1").await;
        let path = format!(
            "/api/session/oidc/callback?error={error}&state={}",
            begun.value("state")
        );
        let cookies = format!("{}; {before}", begun.cookie);
        let reply = get(&portal, &path, &cookies).await;
        assert_eq!(reply.header("location"), wanted);
        assert!(is_signed_in(&portal, &before).await);
    }
}

#[tokio::test]
async fn nobody_is_led_away_from_the_site() {
    let (portal, _provider) = with_provider().await;
    for away in [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/x\r\nset-cookie: a=b",
        "",
    ] {
        let path = format!("/api{}", endpoint::sign_in_elsewhere(away));
        let reply = portal.get(&path).await;
        reply.problem(400, "return-path");
        assert_eq!(reply.header("location"), "", "{away}");
    }
}

#[tokio::test]
async fn a_provider_that_does_not_answer_leads_back() {
    let (portal, provider) = with_provider().await;
    provider.lie(Lie::Down);
    let headers = [("host", "portal.example")];
    let path = format!("/api{}", endpoint::sign_in_elsewhere("/x"));
    let reply = portal.ask(Method::GET, &path, &headers, "").await;
    assert_eq!(reply.header("location"), "/x?sign_in=failed");
}

#[tokio::test]
async fn a_provider_over_an_open_network_is_none() {
    for (issuer, words) in [
        ("http://vneid.example", "neither https"),
        ("https://vneid.example", "speaks no TLS"),
        ("vneid", "no address"),
    ] {
        let data = tempfile::tempdir().expect("a folder");
        let settings = portal_reference::Settings {
            oidc: Some(portal_reference::Provider::new(issuer, "motcua")),
            ..portal_reference::Settings::new(data.path())
        };
        let error = portal_reference::Portal::open(settings).expect_err(issuer);
        assert!(error.to_string().contains(words), "{error}");
    }
}
