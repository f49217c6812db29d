//! The officer's desk, as a browser without scripts uses it: pages are read, forms are sent.

use std::net::{IpAddr, SocketAddr};

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use portal_reference::Settings;
use portal_wire::endpoint::encode;
use portal_wire::{DossierAnswers, Receipt, Status, Tracking};
use serde_json::{Value, json};

use crate::common::{PATCH, Reply, TOKEN, TestPortal, jpeg, reply_to};

const HOST: &str = "portal.example";
const ORIGIN: &str = "http://portal.example";
const FORM: &str = "application/x-www-form-urlencoded";

/// A form as browsers send it.
fn form(fields: &[(&str, &str)]) -> String {
    let pairs = fields
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// Sends a form from a page of the site, with these cookies.
async fn send(portal: &TestPortal, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Reply {
    let headers = [
        ("host", HOST),
        ("origin", ORIGIN),
        ("cookie", cookie),
        ("content-type", FORM),
    ];
    portal.ask(Method::POST, path, &headers, form(fields)).await
}

async fn open(portal: &TestPortal, path: &str, cookie: &str) -> Reply {
    portal
        .ask(Method::GET, path, &[("host", HOST), ("cookie", cookie)], "")
        .await
}

/// Signs in, and gives the cookie.
async fn sign_in(portal: &TestPortal) -> String {
    let reply = send(portal, "/desk/sign-in", "", &[("token", TOKEN)]).await;
    assert_eq!(
        (reply.status.as_u16(), reply.header("location")),
        (303, "/desk"),
        "{reply:?}"
    );
    let cookie = reply
        .header("set-cookie")
        .split(';')
        .next()
        .expect("a cookie");
    cookie.to_string()
}

/// Sends a form that is taken, and gives the page that is seen then.
#[track_caller]
fn taken(reply: &Reply, to: &str) {
    let seen = (reply.status.as_u16(), reply.header("location"));
    assert_eq!(seen, (303, to), "{}", reply.text());
}

async fn track(portal: &TestPortal, receipt: &Receipt) -> Tracking {
    let path = format!("/api/dossiers/{}/tracking", receipt.code);
    portal
        .post(&path, &[], &json!({"proof": receipt.lookup}))
        .await
        .json()
}

fn file_form(name: &str, content: &[u8]) -> Vec<u8> {
    let head = format!(
        "--BOUNDARY\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: application/pdf\r\n\r\n"
    );
    [head.as_bytes(), content, b"\r\n--BOUNDARY--\r\n"].concat()
}

async fn attach(
    portal: &TestPortal,
    code: &str,
    cookie: &str,
    name: &str,
    content: &[u8],
) -> Reply {
    let headers = [
        ("host", HOST),
        ("origin", ORIGIN),
        ("cookie", cookie),
        ("content-type", "multipart/form-data; boundary=BOUNDARY"),
    ];
    let path = format!("/desk/dossiers/{code}/results");
    portal
        .ask(Method::POST, &path, &headers, file_form(name, content))
        .await
}

/// Every link within a page leads to something that is there.
#[track_caller]
fn leads_somewhere(text: &str) {
    let links = text.split(" href=\"#").skip(1);
    for id in links.filter_map(|rest| rest.split('"').next()) {
        assert!(text.contains(&format!(" id=\"{id}\"")), "{id}: {text}");
    }
}

/// Every address behind the door, with its method.
fn inside(code: &str) -> Vec<(Method, String)> {
    let dossier = |what: &str| format!("/desk/dossiers/{code}{what}");
    let forms = [
        "/status",
        "/components/one/status",
        "/messages",
        "/results",
        "/supplement",
    ];
    let pages = ["", "/files/x", "/supplement?at=/answers/name"];
    let mut all = vec![
        (Method::GET, "/desk".to_string()),
        (Method::GET, "/desk/outbox".to_string()),
        (Method::GET, "/desk/nothing".to_string()),
        (Method::HEAD, "/desk".to_string()),
        (Method::POST, "/desk".to_string()),
    ];
    all.extend(pages.map(|what| (Method::GET, dossier(what))));
    all.extend(forms.map(|what| (Method::GET, dossier(what))));
    all.extend(forms.map(|what| (Method::POST, dossier(what))));
    all
}

#[tokio::test]
async fn nobody_gets_in_without_a_session() {
    let portal = TestPortal::new();
    let receipt = portal.receipt("key-number-1").await;
    let bearer = format!("Bearer {TOKEN}");
    let made_up = "desk=0123456789abcdef0123456789abcdef";
    for (method, path) in inside(&receipt.code) {
        for (cookie, authorization) in [
            ("", ""),
            ("desk=", ""),
            (made_up, ""),
            ("", bearer.as_str()),
        ] {
            let headers = [
                ("host", HOST),
                ("origin", ORIGIN),
                ("cookie", cookie),
                ("authorization", authorization),
                ("content-type", FORM),
            ];
            let body = form(&[
                ("status", "accepted"),
                ("text", "x"),
                ("at", "/answers/name"),
            ]);
            let body = if method == Method::POST {
                body
            } else {
                String::new()
            };
            let reply = portal.ask(method.clone(), &path, &headers, body).await;
            taken(&reply, "/desk/sign-in");
            assert!(reply.body.is_empty(), "{method} {path}");
            assert_eq!(reply.header("cache-control"), "no-store");
        }
    }
    let tracking = track(&portal, &receipt).await;
    assert_eq!((tracking.history.len(), tracking.messages.len()), (1, 0));
}

#[tokio::test]
async fn signing_in_and_out() {
    let portal = TestPortal::new();
    let page = open(&portal, "/desk/sign-in", "").await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("<label for=\"token\">"));

    let wrong = send(&portal, "/desk/sign-in", "", &[("token", "guess")]).await;
    assert_eq!(wrong.status, 403);
    assert_eq!(wrong.header("set-cookie"), "");
    let text = wrong.text();
    assert!(text.contains("href=\"#token\"") && text.contains("aria-invalid=\"true\""));
    assert!(
        text.contains("<title>Có lỗi: Đăng nhập – Bàn làm việc của cán bộ (thử) – Motcua</title>")
    );
    assert!(!text.contains("guess"));
    for nothing in [&[][..], &[("token", " ")]] {
        assert_eq!(
            send(&portal, "/desk/sign-in", "", nothing).await.status,
            403
        );
    }

    let reply = send(
        &portal,
        "/desk/sign-in",
        "",
        &[("token", &format!(" {TOKEN}\r\n"))],
    )
    .await;
    taken(&reply, "/desk");
    let cookie = reply.header("set-cookie").to_string();
    for part in ["HttpOnly", "SameSite=Strict", "Path=/desk", "Max-Age=28800"] {
        assert!(cookie.split("; ").any(|one| one == part), "{cookie}");
    }
    assert!(!cookie.contains("Secure"));
    let cookie = cookie.split(';').next().expect("a cookie");
    let list = open(&portal, "/desk", cookie).await;
    assert_eq!(list.status, 200);
    taken(&open(&portal, "/desk/sign-in", cookie).await, "/desk");

    let out = send(&portal, "/desk/sign-out", cookie, &[]).await;
    taken(&out, "/desk/sign-in?done=signed-out");
    assert!(
        out.header("set-cookie").contains("desk=; ")
            && out.header("set-cookie").contains("Max-Age=0")
    );
    taken(&open(&portal, "/desk", cookie).await, "/desk/sign-in");
    let page = open(&portal, "/desk/sign-in?done=signed-out", "").await;
    assert!(page.text().contains("role=\"status\""));
}

/// What a proxy says counts only where the portal trusts it.
#[tokio::test]
async fn behind_a_trusted_proxy_the_cookie_goes_over_https_only() {
    for (trusted, origin, status, is_secure) in [
        (true, "https://cong.example", 303, true),
        (true, "http://cong.example", 403, false),
        (true, "https://portal.example", 403, false),
        (false, "https://cong.example", 403, false),
        (false, "https://portal.example", 303, false),
    ] {
        let proxy = IpAddr::from([10, 0, 0, 1]);
        let portal = TestPortal::with(|settings: &mut Settings| {
            settings.trusted_proxies.extend(trusted.then_some(proxy));
        });
        let request = Request::post("/desk/sign-in")
            .extension(ConnectInfo(SocketAddr::new(proxy, 1)))
            .header("host", HOST)
            .header("origin", origin)
            .header("x-forwarded-proto", "https")
            .header("x-forwarded-host", "cong.example")
            .header("content-type", FORM)
            .body(Body::from(form(&[("token", TOKEN)])));
        let reply = reply_to(&portal.router, request.expect("a request")).await;
        assert_eq!(reply.status, status, "{trusted} {origin}");
        let cookie = reply.header("set-cookie");
        assert_eq!(cookie.ends_with("; Secure"), is_secure, "{cookie}");
    }
}

#[tokio::test]
async fn ten_wrong_tries_wait_and_tracking_does_not_wait_with_them() {
    let portal = TestPortal::new();
    let receipt = portal.receipt("key-number-1").await;
    for _ in 0..10 {
        let reply = send(&portal, "/desk/sign-in", "", &[("token", "guess")]).await;
        assert_eq!(reply.status, 403);
    }
    portal.wait(60);
    let reply = send(&portal, "/desk/sign-in", "", &[("token", TOKEN)]).await;
    assert_eq!(
        (reply.status.as_u16(), reply.header("retry-after")),
        (429, "840")
    );
    assert!(reply.text().contains("Đợi 14 phút"));
    assert_eq!(track(&portal, &receipt).await.status, Status::Submitted);
    portal.wait(14 * 60);
    sign_in(&portal).await;
}

#[tokio::test]
async fn a_session_ends_after_eight_hours_and_with_the_program() {
    let portal = TestPortal::new();
    let cookie = sign_in(&portal).await;
    portal.wait(8 * 60 * 60 - 1);
    assert_eq!(open(&portal, "/desk", &cookie).await.status, 200);
    portal.wait(1);
    taken(&open(&portal, "/desk", &cookie).await, "/desk/sign-in");
    let page = open(&portal, "/desk/sign-in", &cookie).await;
    assert!(page.text().contains("Phiên làm việc đã hết"));
    let cookie = sign_in(&portal).await;
    let portal = portal.again();
    taken(&open(&portal, "/desk", &cookie).await, "/desk/sign-in");
}

#[tokio::test]
async fn forms_of_other_sites_are_refused() {
    let portal = TestPortal::new();
    let receipt = portal.receipt("key-number-1").await;
    let cookie = sign_in(&portal).await;
    let mut addresses: Vec<_> = inside(&receipt.code)
        .into_iter()
        .filter(|(method, _)| method == Method::POST)
        .map(|(_, path)| path)
        .collect();
    addresses.extend(["/desk/sign-in".to_string(), "/desk/sign-out".to_string()]);
    for path in &addresses {
        for (name, value) in [
            ("origin", "https://evil.example"),
            ("origin", "http://portal.example:81"),
            ("origin", "null"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("x-nothing", "x"),
        ] {
            let headers = [
                ("host", HOST),
                ("cookie", cookie.as_str()),
                ("content-type", FORM),
                (name, value),
            ];
            let body = form(&[("status", "accepted"), ("text", "x"), ("token", TOKEN)]);
            let reply = portal.ask(Method::POST, path, &headers, body).await;
            assert_eq!(reply.status, 403, "{path} {name}: {value}");
            assert!(reply.text().contains("chưa có gì thay đổi"));
        }
    }
    let tracking = track(&portal, &receipt).await;
    assert_eq!((tracking.history.len(), tracking.messages.len()), (1, 0));
    let headers = [
        ("host", HOST),
        ("cookie", cookie.as_str()),
        ("sec-fetch-site", "same-origin"),
        ("content-type", FORM),
    ];
    let path = format!("/desk/dossiers/{}/messages", receipt.code);
    let reply = portal
        .ask(Method::POST, &path, &headers, form(&[("text", "x")]))
        .await;
    assert_eq!(reply.status, 303);
}

#[tokio::test]
async fn every_page_has_its_headers_and_no_script() {
    let portal = TestPortal::new();
    let receipt = portal.receipt("key-number-1").await;
    let cookie = sign_in(&portal).await;
    for (path, status) in [
        ("/desk".to_string(), 200),
        ("/desk/outbox".to_string(), 200),
        (format!("/desk/dossiers/{}", receipt.code), 200),
        (
            format!("/desk/dossiers/{}", receipt.code.to_lowercase()),
            200,
        ),
        (
            format!(
                "/desk/dossiers/{}/supplement?at=/answers/name",
                receipt.code
            ),
            200,
        ),
        (format!("/desk/dossiers/{}/supplement", receipt.code), 422),
        (format!("/desk/dossiers/{}/files/x", receipt.code), 404),
        ("/desk/dossiers/H00-261122-0001".to_string(), 404),
        ("/desk/nothing".to_string(), 404),
    ] {
        let reply = open(&portal, &path, &cookie).await;
        assert_eq!(reply.status, status, "{path}");
        assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(reply.header("cache-control"), "no-store");
        assert!(
            reply
                .header("content-security-policy")
                .contains("form-action 'self'")
        );
        let text = reply.text();
        assert!(!text.contains("<script") && !text.contains("style=") && !text.contains("<style"));
        assert_eq!(text.matches("<h1>").count(), 1, "{path}");
        assert!(text.contains("<html lang=\"vi\">"));
        assert!(text.contains(" – Bàn làm việc của cán bộ (thử) – Motcua</title>"));
        assert_eq!(text.contains("Có lỗi: "), status != 200, "{path}");
        // Each control has its label, each id is there once.
        let ids: Vec<&str> = text
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "{path}: {ids:?}");
        for to in ["for", "aria-labelledby", "aria-describedby"] {
            for named in text
                .split(&format!(" {to}=\""))
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
            {
                assert!(
                    named.split(' ').all(|id| ids.contains(&id)),
                    "{path}: {to} {named}"
                );
            }
        }
    }
    taken(&open(&portal, "/desk/", &cookie).await, "/desk");
    let style = portal.get("/desk/desk.css").await;
    assert_eq!(
        (style.status.as_u16(), style.header("content-type")),
        (200, "text/css; charset=utf-8")
    );
    assert_eq!(style.header("cache-control"), "no-cache");
    assert!(!style.header("etag").is_empty());
    let path = format!("/desk/dossiers/{}", receipt.code);
    for form in ["status", "messages", "results", "components/one/status"] {
        taken(
            &open(&portal, &format!("{path}/{form}"), &cookie).await,
            &path,
        );
    }
    assert_eq!(
        send(&portal, "/desk/outbox", &cookie, &[]).await.status,
        405
    );
}

#[tokio::test]
async fn the_list_is_filtered_by_status() {
    let portal = TestPortal::new();
    let cookie = sign_in(&portal).await;
    assert!(
        open(&portal, "/desk", &cookie)
            .await
            .text()
            .contains("Chưa có hồ sơ nào")
    );
    let one = portal.receipt("key-number-1").await.code;
    let two = portal.receipt("key-number-2").await.code;
    let path = format!("/desk/dossiers/{two}/status");
    send(&portal, &path, &cookie, &[("status", "accepted")]).await;
    for (query, wanted, count) in [
        ("", [true, true], "Có 2 hồ sơ"),
        (
            "?status=accepted",
            [false, true],
            "Có 1 hồ sơ ở tình trạng “Được tiếp nhận”",
        ),
        (
            "?status=delivered",
            [false, false],
            "Không có hồ sơ nào ở tình trạng “Đã trả kết quả”",
        ),
        ("?status=%3Cb%3E", [true, true], "Có 2 hồ sơ"),
    ] {
        let text = open(&portal, &format!("/desk{query}"), &cookie)
            .await
            .text();
        assert_eq!(
            [&one, &two].map(|code| text.contains(&format!("/desk/dossiers/{code}\""))),
            wanted,
            "{query}"
        );
        assert!(text.contains(count), "{query}");
    }
    let text = open(&portal, "/desk", &cookie).await.text();
    assert!(text.contains("Thủ tục thử") && text.contains("08:00, 22/11/2026"));
}

/// A procedure with a fee, a time, components and a file.
fn with_group() -> TestPortal {
    let group = json!({
        "format": 1, "code": "0.000009", "version": "1", "level": "full", "name": "Liên thông thử",
        "agency": "Cơ quan thử", "summary": "Để thử.",
        "fees": [{"label": {"en": "Fee"}, "vnd": 10000, "source": "B"}],
        "times": [{"working_days": 3, "source": "C"}],
        "components": [{"id": "one", "name": "Một", "agency": "Xã", "working_days": 1, "source": "D"}],
        "steps": [{"id": "a", "title": "A", "fields": [
            {"id": "why", "kind": "text", "label": "Vì sao"},
            {"id": "ap_tel", "kind": "text", "label": "Điện thoại", "format": "phone"},
            {"id": "photo", "kind": "file", "label": "Ảnh", "accept": ["jpeg"], "required": false},
        ]}],
    });
    TestPortal::with(|settings: &mut Settings| {
        let folder = settings.procedures.clone().expect("a folder");
        std::fs::write(folder.join("9.json"), group.to_string()).expect("a file");
    })
}

async fn send_group(portal: &TestPortal, answers: Value, value: &str) -> Receipt {
    let body = json!({"procedure": "0.000009", "version": "1", "locale": "en", "answers": answers,
        "in_words": [{"section": "A", "label": "Vì sao", "value": value}, {"section": "A", "label": "Ảnh", "value": "1"}]});
    let reply = portal
        .post(
            "/api/dossiers",
            &[("idempotency-key", "key-number-9")],
            &body,
        )
        .await;
    assert_eq!(reply.status, 201, "{reply:?}");
    reply.json()
}

#[tokio::test]
async fn a_dossier_from_submitted_to_delivered() {
    let portal = with_group();
    let upload = portal.upload(&jpeg(600, 800, 2_000)).await;
    let answers = json!({"why": "Vậy", "ap_tel": "0912345678", "photo": [{"upload": upload}]});
    let receipt = send_group(&portal, answers, "Vậy").await;
    let cookie = sign_in(&portal).await;
    let dossier = format!("/desk/dossiers/{}", receipt.code);
    let done = |name: &str| format!("{dossier}?done={name}");

    let text = open(&portal, &dossier, &cookie).await.text();
    for there in [
        "Mới đăng ký",
        "Cơ quan thử",
        "<dt>Vì sao</dt><dd class=\"lines\">Vậy</dd>",
        "10.000 đồng (theo B)",
        "<span lang=\"en\">Fee</span>",
        "<h3>Một</h3>",
        "value=\"/answers/photo\"",
        "<dt>Hạn trả kết quả</dt>",
    ] {
        assert!(text.contains(there), "{there}: {text}");
    }
    // Only what may follow is offered.
    assert!(text.contains("value=\"not-accepted\"") && !text.contains("value=\"delivered\""));

    // The file is saved, never shown.
    let file = open(&portal, &format!("{dossier}/files/{upload}"), &cookie).await;
    assert_eq!((file.status.as_u16(), file.body.len()), (200, 2_000));
    assert!(
        file.header("content-disposition")
            .starts_with("attachment; filename*=UTF-8''")
    );

    // First what, then why.
    let text = open(
        &portal,
        &format!("{dossier}/supplement?at=%2Fanswers%2Fphoto&at=/answers/x"),
        &cookie,
    )
    .await
    .text();
    assert_eq!(text.matches("<fieldset").count(), 1);
    assert!(text.contains("<legend>Ảnh</legend>") && text.contains("value=\"blurred\""));
    let supplement = format!("{dossier}/supplement");
    let reply = send(
        &portal,
        &supplement,
        &cookie,
        &[
            ("at", "/answers/photo"),
            ("reason-0", ""),
            ("note-0", "Chụp lại."),
            ("deadline", "mai"),
        ],
    )
    .await;
    assert_eq!(reply.status, 422);
    let text = reply.text();
    assert!(
        text.contains("href=\"#reason-0\">Ảnh: Chọn lý do."),
        "{text}"
    );
    assert!(text.contains("Chụp lại.</textarea>") && text.contains("value=\"mai\""));
    for (deadline, words) in [
        ("mai", "Ghi ngày theo thứ tự"),
        ("21/11/2026", "Ngày này đã qua"),
    ] {
        let reply = send(
            &portal,
            &supplement,
            &cookie,
            &[
                ("at", "/answers/photo"),
                ("reason-0", "blurred"),
                ("deadline", deadline),
            ],
        )
        .await;
        assert_eq!(reply.status, 422);
        assert!(reply.text().contains("href=\"#deadline\"") && reply.text().contains(words));
    }
    let other = [
        ("at", "/answers/photo"),
        ("reason-0", "other"),
        ("note-0", " "),
    ];
    let reply = send(&portal, &supplement, &cookie, &other).await;
    assert!(reply.text().contains("href=\"#note-0\""));
    let sound = [
        ("at", "/answers/photo"),
        ("reason-0", "blurred"),
        ("note-0", "Chụp lại."),
        ("source-0", "Điều 1"),
        ("deadline", "1/12/2026"),
        ("contact", "Số 1, phố Mẫu\r\nBuổi sáng"),
    ];
    taken(
        &send(&portal, &supplement, &cookie, &sound).await,
        &done("asked"),
    );
    let text = open(&portal, &done("asked"), &cookie).await.text();
    assert!(text.contains("role=\"status\"><p>Đã gửi yêu cầu bổ sung"));
    for there in [
        "Đang chờ người nộp",
        "Lý do: Ảnh bị mờ",
        "Căn cứ: Điều 1",
        "01/12/2026",
    ] {
        assert!(text.contains(there), "{there}");
    }
    // One request at a time.
    let reply = send(&portal, &supplement, &cookie, &sound).await;
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("Đang là “Yêu cầu bổ sung giấy tờ”"));
    leads_somewhere(&reply.text());
    let text = open(&portal, &format!("{supplement}?at=/answers/photo"), &cookie)
        .await
        .text();
    assert!(text.contains("chưa gửi được yêu cầu bổ sung") && !text.contains("reason-0"));

    // The applicant answers.
    let tracking = track(&portal, &receipt).await;
    let open_one = tracking.supplement.expect("a request");
    assert_eq!(open_one.deadline.as_deref(), Some("2026-12-01"));
    assert_eq!(
        open_one.contact.as_deref(),
        Some("Số 1, phố Mẫu\nBuổi sáng")
    );
    assert_eq!(open_one.flaws[0].note, "Chụp lại.");
    let path = format!("/api/dossiers/{}/answers", receipt.code);
    let sent: DossierAnswers = portal
        .post(&path, &[], &json!({"proof": receipt.lookup}))
        .await
        .json();
    let mut new = sent.answers.clone();
    let better = portal.upload(&jpeg(600, 800, 3_000)).await;
    new["photo"] = json!([{"upload": better}]);
    let path = format!("/api/dossiers/{}/supplements/{}", receipt.code, open_one.id);
    let body = json!({"proof": receipt.lookup, "answers": new, "in_words": []});
    let reply = portal
        .post(&path, &[("idempotency-key", "answer-key-1")], &body)
        .await;
    assert_eq!(reply.status, 200, "{reply:?}");
    let text = open(&portal, &dossier, &cookie).await.text();
    assert!(text.contains("Đã yêu cầu trước đây") && text.contains("Lý do: Ảnh bị mờ"));

    // To the end.
    let message = [("text", "Xin chờ.\r\nCảm ơn.")];
    taken(
        &send(&portal, &format!("{dossier}/messages"), &cookie, &message).await,
        &done("written"),
    );
    let component = format!("{dossier}/components/one/status");
    taken(
        &send(&portal, &component, &cookie, &[("status", "accepted")]).await,
        &done("component"),
    );
    // A group is not finished over a part that is not.
    for status in ["accepted", "in-progress"] {
        let set = [("status", status), ("note", " Đúng hẹn. ")];
        taken(
            &send(&portal, &format!("{dossier}/status"), &cookie, &set).await,
            &done("status"),
        );
    }
    let early = [("status", "decided")];
    let early = send(&portal, &format!("{dossier}/status"), &cookie, &early).await;
    assert_eq!(early.status, 422);
    leads_somewhere(&early.text());
    assert!(early.text().contains("Còn thủ tục thành phần chưa xong"));
    // Nor is a part refused without a word.
    let set = [("status", "in-progress")];
    taken(
        &send(&portal, &component, &cookie, &set).await,
        &done("component"),
    );
    let wordless = [("status", "stopped"), ("note", " ")];
    let wordless = send(&portal, &component, &cookie, &wordless).await;
    assert_eq!(wordless.status, 422);
    leads_somewhere(&wordless.text());
    assert!(wordless.text().contains("Ghi lý do"));
    let set = [("status", "stopped"), ("note", "Đã có thẻ.")];
    taken(
        &send(&portal, &component, &cookie, &set).await,
        &done("component"),
    );
    let set = [("status", "decided"), ("note", " Đúng hẹn. ")];
    taken(
        &send(&portal, &format!("{dossier}/status"), &cookie, &set).await,
        &done("status"),
    );
    let reply = attach(
        &portal,
        &receipt.code,
        &cookie,
        "kết quả.pdf",
        b"%PDF-1.7 sample",
    )
    .await;
    taken(&reply, &done("attached"));
    let set = [("status", "delivered")];
    taken(
        &send(&portal, &format!("{dossier}/status"), &cookie, &set).await,
        &done("status"),
    );

    let tracking = track(&portal, &receipt).await;
    assert_eq!(tracking.status, Status::Delivered);
    assert_eq!(tracking.history[3].note.as_deref(), Some("Đúng hẹn."));
    assert_eq!(
        tracking
            .history
            .last()
            .and_then(|last| last.note.as_deref()),
        None
    );
    assert_eq!(tracking.components[0].status, Status::Stopped);
    assert_eq!(tracking.components[0].note.as_deref(), Some("Đã có thẻ."));
    assert_eq!(tracking.messages[0].text, "Xin chờ.\nCảm ơn.");
    let result = &tracking.results[0];
    assert_eq!((result.name.as_str(), result.bytes), ("kết quả.pdf", 15));
    let text = open(&portal, &dossier, &cookie).await.text();
    assert!(text.contains("Hồ sơ đã kết thúc") && text.contains("kết quả.pdf (1 KB)"));
    // What can't be done any more is said although its form is gone.
    let late = send(&portal, &format!("{dossier}/status"), &cookie, &set).await;
    assert_eq!(late.status, 422);
    leads_somewhere(&late.text());
    let late = send(&portal, &supplement, &cookie, &sound).await;
    assert!(late.text().contains("Đang là “Đã trả kết quả”"));
    leads_somewhere(&late.text());
    let text = open(&portal, "/desk/outbox", &cookie).await.text();
    assert!(text.contains("lang=\"en\">Application ") && text.contains("0912345678"));
}

#[tokio::test]
async fn what_does_not_work_is_said_and_nothing_typed_is_lost() {
    let portal = with_group();
    let answers = json!({"why": "Vậy", "ap_tel": "0912345678"});
    let code = send_group(&portal, answers, "Vậy").await.code;
    let cookie = sign_in(&portal).await;
    let dossier = format!("/desk/dossiers/{code}");
    let check = async |what: &str, fields: &[(&str, &str)], wanted: &[&str]| {
        let reply = send(&portal, &format!("{dossier}/{what}"), &cookie, fields).await;
        assert_eq!(reply.status, 422, "{what} {fields:?}");
        let text = reply.text();
        assert!(text.contains("autofocus") && text.contains("Chưa làm được"));
        leads_somewhere(&text);
        for wanted in wanted {
            assert!(text.contains(wanted), "{wanted}: {text}");
        }
    };
    let impossible = "Đang là “Mới đăng ký”, nên không chuyển sang “Đã trả kết quả” được.";
    let kept = "Lời đã viết</textarea>";
    check(
        "status",
        &[("status", "delivered"), ("note", "Lời đã viết")],
        &[impossible, kept, "href=\"#status\""],
    )
    .await;
    check(
        "status",
        &[("note", "Lời đã viết")],
        &["Chọn tình trạng tiếp theo.", kept],
    )
    .await;
    check(
        "status",
        &[("status", "<b>")],
        &["Chọn tình trạng tiếp theo."],
    )
    .await;
    let long = "x".repeat(2_001);
    let chosen = "value=\"accepted\" id=\"status\" checked";
    check(
        "status",
        &[("status", "accepted"), ("note", &long)],
        &["href=\"#note\"", "2.000 ký tự", &long, chosen],
    )
    .await;
    check(
        "messages",
        &[("text", " ")],
        &["href=\"#message\"", "Viết lời nhắn"],
    )
    .await;
    check("messages", &[("text", &long)], &["2.000 ký tự", &long]).await;
    check(
        "components/one/status",
        &[("status", "")],
        &["href=\"#component-0\""],
    )
    .await;
    check(
        "components/one/status",
        &[("status", "delivered")],
        &[impossible],
    )
    .await;
    check(
        "supplement",
        &[],
        &["href=\"#choice\"", "Chọn từ 1 đến 50 mục"],
    )
    .await;
    check(
        "supplement",
        &[("at", "/answers/nothing")],
        &["Chọn từ 1 đến 50 mục"],
    )
    .await;
    check("results", &[], &["href=\"#result\"", "Chọn một tệp"]).await;

    let reply = attach(&portal, &code, &cookie, "", b"").await;
    assert!(reply.text().contains("href=\"#result\""));
    let large = vec![0; (5 << 20) + 1];
    assert_eq!(
        attach(&portal, &code, &cookie, "a.pdf", &large)
            .await
            .status,
        422
    );
    assert_eq!(
        attach(&portal, &code, &cookie, "a.pdf", &large.repeat(5))
            .await
            .status,
        413
    );
    let reply = send(
        &portal,
        &format!("{dossier}/components/two/status"),
        &cookie,
        &[("status", "accepted")],
    )
    .await;
    assert_eq!(reply.status, 404);
    let reply = send(
        &portal,
        "/desk/dossiers/H00-261122-9999/messages",
        &cookie,
        &[("text", "x")],
    )
    .await;
    assert_eq!(reply.status, 404);
    let huge = "x".repeat(1 << 21);
    assert_eq!(
        send(
            &portal,
            &format!("{dossier}/messages"),
            &cookie,
            &[("text", &huge)]
        )
        .await
        .status,
        413
    );
}

#[tokio::test]
async fn hostile_texts_are_texts() {
    let evil = "\"><script>alert('1')</script>&amp;<!--";
    let safe = "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;&lt;!--";
    let portal = with_group();
    // A name has no folder before it.
    let name = STANDARD.encode(evil.replace('/', ""));
    let bytes = jpeg(600, 800, 2_000);
    let length = bytes.len().to_string();
    let metadata = format!("filename {name}");
    let headers = [
        ("tus-resumable", "1.0.0"),
        ("upload-length", &length),
        ("upload-metadata", &metadata),
    ];
    let reply = portal.ask(Method::POST, "/api/uploads", &headers, "").await;
    assert_eq!(reply.status, 201, "{reply:?}");
    let address = reply.header("location").to_string();
    portal.ask(Method::PATCH, &address, PATCH, bytes).await;
    let upload = address.rsplit('/').next().expect("a name");
    let answers = json!({"why": evil, "ap_tel": "0912345678", "photo": [{"upload": upload}]});
    let receipt = send_group(&portal, answers, evil).await;
    let path = format!("/api/dossiers/{}/messages", receipt.code);
    let body = json!({"proof": receipt.lookup, "text": evil});
    portal
        .post(&path, &[("idempotency-key", "message-key-1")], &body)
        .await;

    let cookie = sign_in(&portal).await;
    let dossier = format!("/desk/dossiers/{}", receipt.code);
    send(
        &portal,
        &format!("{dossier}/status"),
        &cookie,
        &[("status", "accepted"), ("note", evil)],
    )
    .await;
    attach(&portal, &receipt.code, &cookie, "a%22><script>.pdf", b"x").await;
    let text = open(
        &portal,
        &format!("{dossier}?done={}", encode(evil)),
        &cookie,
    )
    .await
    .text();
    assert!(
        !text.contains("<script") && !text.contains("<!--"),
        "{text}"
    );
    // An answer, a note, a message; and a file's name.
    assert_eq!(text.matches(safe).count(), 3, "{text}");
    assert!(text.contains(&safe.replace("&lt;/", "&lt;")), "{text}");
    assert!(text.contains("a&quot;&gt;&lt;script&gt;.pdf"));
    assert!(
        !text.contains("role=\"status\""),
        "an address puts no words into a page"
    );
    let file = open(&portal, &format!("{dossier}/files/{upload}"), &cookie).await;
    let saved = file.header("content-disposition");
    assert!(
        saved.starts_with("attachment; filename*=UTF-8''%22%3E%3Cscript"),
        "{saved}"
    );

    for (path, field) in [("messages", "text"), ("status", "note")] {
        let long = format!("{evil}{}", "x".repeat(2_000));
        let fields = [(field, long.as_str()), ("status", "in-progress")];
        let text = send(&portal, &format!("{dossier}/{path}"), &cookie, &fields)
            .await
            .text();
        assert!(!text.contains("<script") && text.contains(safe), "{path}");
    }
    let query = format!(
        "/desk/dossiers/{}/supplement?at={}",
        receipt.code,
        encode(evil)
    );
    assert!(
        !open(&portal, &query, &cookie)
            .await
            .text()
            .contains("<script")
    );
    let unknown = format!("/desk/dossiers/{}", encode(evil));
    let reply = open(&portal, &unknown, &cookie).await;
    assert_eq!(reply.status, 404);
    assert!(!reply.text().contains("<script"));
}
