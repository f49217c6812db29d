use axum::http::Method;
use portal_wire::{Catalogue, CodeList, PortalDescription, endpoint};
use serde_json::Value;

use crate::common::{TestPortal, answers};

#[tokio::test]
async fn the_portal_says_what_it_is_and_that_it_is_a_demonstration() {
    let portal = TestPortal::new();
    let reply = portal.get("/api/portal").await;
    let it: PortalDescription = reply.json();
    assert!(it.demonstration.expect("a sentence").contains_key("vi"));
    let can = it.capabilities;
    assert!(can.search && can.submit && can.uploads && can.tracking);
    assert_eq!(it.uploads.map(|limits| limits.max_bytes), Some(5 << 20));
    assert_eq!((it.hotline, it.office.len()), (None, 2));
    let file = it.catalogue.expect("a catalogue");
    assert_eq!((file.format, file.procedures), (search::FORMAT, 3));
}

#[tokio::test]
async fn the_catalogue_is_searched_without_marks() {
    let portal = TestPortal::new();
    for (query, codes) in [
        ("", vec!["0.000001", "0.000002", "0.000003"]),
        ("thu tuc", vec!["0.000001"]),
        ("THỬ", vec!["0.000001"]),
        ("hỏng", vec!["0.000002"]),
        ("zzz", vec![]),
    ] {
        let reply = portal
            .get(&format!("/api{}", endpoint::search(query)))
            .await;
        let found: Catalogue = reply.json();
        let found: Vec<String> = found
            .procedures
            .into_iter()
            .map(|entry| entry.code)
            .collect();
        assert_eq!(found, codes, "{query}");
    }
    portal
        .get("/api/procedures?q=a&q=b")
        .await
        .problem(400, "request");
}

#[tokio::test]
async fn a_definition_is_sent_once() {
    let portal = TestPortal::new();
    let address = format!("/api{}", endpoint::procedure("0.000001"));
    let first = portal.get(&address).await;
    assert_eq!(first.json::<Value>()["steps"][0]["id"], "who");
    assert_eq!(first.header("content-type"), "application/json");
    assert_eq!(first.header("cache-control"), "no-cache");
    let tag = first.header("etag");
    let again = portal
        .ask(Method::GET, &address, &[("if-none-match", tag)], "")
        .await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    assert_eq!(again.header("etag"), tag);
    let other = portal
        .ask(Method::GET, &address, &[("if-none-match", "\"x\"")], "")
        .await;
    assert_eq!(other.status, 200);
    let compressed = portal
        .ask(Method::GET, &address, &[("accept-encoding", "br")], "")
        .await;
    assert_eq!(compressed.header("content-encoding"), "br");
    assert_eq!(compressed.header("etag"), tag);
    portal
        .get("/api/procedures/9.999999")
        .await
        .problem(404, "procedure-unknown");
    portal
        .get("/api/procedures/..%2F0.json")
        .await
        .problem(404, "procedure-unknown");
    portal
        .get("/api/procedures/%FF")
        .await
        .problem(400, "request");
}

#[tokio::test]
async fn what_is_read_often_is_small_and_sent_once() {
    let portal = TestPortal::with(|settings| settings.procedures = None);
    for path in [
        "/api/portal",
        "/api/procedures",
        "/api/procedures?q=giay%20phep",
        "/api/catalogue",
        "/api/procedures/3.000347",
        "/api/code-lists/vn-provinces",
        "/api/code-lists/vn-communes?parent=01",
    ] {
        let plain = portal.get(path).await;
        assert_eq!(plain.header("content-encoding"), "", "{path}");
        let vary = |reply: &crate::common::Reply| {
            let all = reply.headers.get_all("vary").iter();
            let all: Vec<_> = all
                .map(|v| v.to_str().expect("a text").to_lowercase())
                .collect();
            all.join(", ")
        };
        for (accepted, sent) in [
            ("gzip, deflate, br, zstd", "br"),
            ("gzip, deflate", "gzip"),
            ("br;q=0, gzip", "gzip"),
        ] {
            let asked = [("accept-encoding", accepted)];
            let small = portal.ask(Method::GET, path, &asked, "").await;
            assert_eq!(small.header("content-encoding"), sent, "{path}");
            assert_eq!(vary(&small), "accept-encoding, origin", "{path}");
            assert!(small.body.len() < plain.body.len(), "{path}");
            let head = portal.ask(Method::HEAD, path, &asked, "").await;
            assert_eq!((head.status.as_u16(), head.body.len()), (200, 0), "{path}");
            assert_eq!(head.header("etag"), small.header("etag"), "{path}");

            let again = [asked[0], ("if-none-match", small.header("etag"))];
            let again = portal.ask(Method::GET, path, &again, "").await;
            assert_eq!(
                (again.status.as_u16(), again.body.len()),
                (304, 0),
                "{path}"
            );
            assert_eq!(again.header("cache-control"), "no-cache", "{path}");
            assert_eq!(again.header("etag"), small.header("etag"), "{path}");
            assert_eq!(vary(&again), "accept-encoding, origin", "{path}");
            assert_eq!(again.header("content-encoding"), "", "{path}");
        }
    }
    let definition = |accepted| {
        let asked = [("accept-encoding", accepted)];
        let portal = &portal;
        async move {
            portal
                .ask(Method::GET, "/api/procedures/3.000347", &asked, "")
                .await
                .body
                .len()
        }
    };
    // Browsers that know both are sent the smaller one.
    let (br, gzip) = (definition("br, gzip").await, definition("gzip").await);
    assert!(br < gzip, "{br} in brotli, {gzip} in gzip");
}

#[tokio::test]
async fn a_definition_with_mistakes_is_still_shown() {
    let portal = TestPortal::new();
    let reply = portal.get("/api/procedures/0.000002").await;
    assert_eq!(reply.json::<Value>()["name"], "Hỏng");
}

#[tokio::test]
async fn code_lists_have_parts() {
    let portal = TestPortal::new();
    let count = async |path: String| portal.get(&path).await.json::<CodeList>().options.len();
    assert_eq!(
        count(format!("/api{}", endpoint::code_list("vn-provinces", ""))).await,
        34
    );
    assert_eq!(
        count(format!("/api{}", endpoint::code_list("vn-communes", "01"))).await,
        126
    );
    assert_eq!(count("/api/code-lists/vn-communes".into()).await, 0);
    for (list, parent, wanted) in [
        ("countries", "", 249),
        // 34 provinces and every country but Viet Nam.
        ("vn-provinces-and-countries", "", 34 + 248),
        ("vn-ethnic-groups", "", 56),
        ("vn-clinics-sample", "01", 2),
        ("vn-clinics-sample", "", 0),
        ("vn-one-stop-offices-sample", "96", 2),
        ("vn-inspection-centres-sample", "79", 2),
    ] {
        let path = format!("/api{}", endpoint::code_list(list, parent));
        assert_eq!(count(path).await, wanted, "{list} {parent}");
    }
    let reply = portal.get("/api/code-lists/vn-provinces").await;
    // A list that was kept for hours would offer what the portal refuses by then.
    assert_eq!(reply.header("cache-control"), "no-cache");
    for path in [
        "/api/code-lists/planets",
        "/api/code-lists/vn-communes?parent=98",
    ] {
        portal.get(path).await.problem(404, "code-list-unknown");
    }
}

#[tokio::test]
async fn whatever_is_not_there_is_a_problem() {
    let portal = TestPortal::new();
    for path in [
        "/api",
        "/api/",
        "/api/x",
        "/api/procedures/a/b",
        "/api/../x",
        "/x",
        "/",
    ] {
        let reply = portal.get(path).await;
        assert_eq!(reply.status, 404, "{path}");
        assert_eq!(
            reply.header("content-type"),
            "application/problem+json",
            "{path}"
        );
    }
    for (method, path) in [
        (Method::POST, "/api/portal"),
        (Method::DELETE, "/api/procedures"),
        (Method::GET, "/api/dossiers"),
        (Method::PUT, "/api/dossiers/x/tracking"),
    ] {
        let reply = portal.ask(method, path, &[], "").await;
        reply.problem(405, "method-not-allowed");
        assert!(!reply.header("allow").is_empty(), "{path}");
    }
}

#[tokio::test]
async fn the_api_can_stand_anywhere() {
    for (prefix, address) in [("", "/portal"), ("/v1/api", "/v1/api/portal")] {
        let portal = TestPortal::with(|settings| settings.prefix = prefix.into());
        assert_eq!(portal.get(address).await.status, 200, "{address}");
        assert_eq!(portal.get("/api/portal").await.status, 404, "{address}");
    }
}

#[tokio::test]
async fn the_procedures_of_the_project_are_inside() {
    let portal = TestPortal::with(|settings| settings.procedures = None);
    for code in ["3.000347", "1.004194"] {
        let reply = portal
            .get(&format!("/api{}", endpoint::procedure(code)))
            .await;
        assert!(procedure::compile_json(&reply.text()).is_ok(), "{code}");
    }
}

/// The portal with the national catalogue.
fn whole() -> TestPortal {
    TestPortal::with(|settings| settings.procedures = None)
}

#[tokio::test]
async fn the_whole_catalogue_is_one_text_that_can_be_searched() {
    let portal = whole();
    let described: PortalDescription = portal.get("/api/portal").await.json();
    let file = described.catalogue.expect("a catalogue");
    let reply = portal.get(&format!("/api{}", endpoint::CATALOGUE)).await;
    assert_eq!(reply.header("content-type"), "text/plain; charset=utf-8");
    let index = search::Index::read(&reply.text()).expect("it is an index");
    assert_eq!(index.procedures().len() as u64, file.procedures);
    let ours = index.with_code("3.000347").expect("it is there");
    assert!(ours.has_form && ours.ways.online && !ours.ways.post);
    let agency = index.agency(ours).expect("an agency");
    assert_eq!(
        agency.name.pick(&["en"]).text,
        "Ministry of Public Security"
    );
    assert!(!index.with_code("1.000894").expect("it is there").has_form);
    // A portal with definitions of its own has these and no others.
    let own = TestPortal::new().get("/api/catalogue").await;
    let own = search::Index::read(&own.text()).expect("it is an index");
    assert_eq!(own.procedures().len(), 3);
}

#[tokio::test]
async fn a_search_answers_the_best_and_how_many_there_are() {
    let portal = whole();
    let ask = async |query: &str| -> Catalogue {
        let path = format!("/api{}", endpoint::search(query));
        portal.get(&path).await.json()
    };
    let found = ask("dang ky").await;
    assert_eq!(found.procedures.len(), 50);
    assert!(found.total.expect("how many") > 50);
    let found = ask("đăng ký kết hôn").await;
    let first = &found.procedures[0];
    assert_eq!((first.code.as_str(), first.form), ("1.000894", false));
    assert_eq!(
        first.agency.get("vi").map(String::as_str),
        Some("Bộ Tư pháp")
    );
    let all = ask("").await;
    let codes: Vec<_> = all
        .procedures
        .iter()
        .map(|one| (&*one.code, one.form))
        .collect();
    let described = std::fs::read_dir("../procedure/fixtures/procedures").expect("a folder");
    assert_eq!(codes.len(), described.count());
    assert!(codes.contains(&("1.004194", true)) && codes.iter().all(|(_, form)| *form));
    assert_eq!(all.total, None);
}

#[tokio::test]
async fn texts_come_in_the_languages_that_are_wanted_and_in_vietnamese() {
    let portal = whole();
    let path = "/api/procedures/3.000347";
    let whole: Value = portal.get(path).await.json();
    let only: Value = portal.get(&format!("{path}?lang=km,vi")).await.json();
    assert!(whole["summary"]["en"].is_string() && only["summary"]["en"].is_null());
    assert_eq!(only["summary"]["vi"], whole["summary"]["vi"]);
    // What is kept with a draft stays in every language.
    assert_eq!(only["name"], whole["name"]);
    assert_eq!(only["steps"][0]["title"], whole["steps"][0]["title"]);
    assert!(only["steps"][0]["fields"][0]["label"]["en"].is_null());
    assert!(procedure::compile_json(&only.to_string()).is_ok());
    let both: Value = portal.get(&format!("{path}?lang=en,vi")).await.json();
    assert_eq!(both, whole);
    let found: Value = portal.get("/api/procedures?q=&lang=vi").await.json();
    assert!(found["procedures"][0]["name"]["vi"].is_string());
    assert!(found["procedures"][0]["name"]["en"].is_null());
}

#[tokio::test]
async fn a_procedure_known_by_name_says_so_and_takes_nothing() {
    let portal = whole();
    let reply = portal.get("/api/procedures/1.000894").await;
    let json: Value = reply.json();
    assert_eq!(json["level"], "information");
    assert_eq!(json["notices"].as_array().map(Vec::len), Some(4));
    let legal = json["legal"].as_array().expect("a list");
    let is_safe = |url: &str| url.starts_with("https://");
    assert!(
        legal
            .iter()
            .all(|one| one["url"].as_str().is_none_or(is_safe))
    );
    assert!(!reply.header("etag").is_empty());
    assert!(procedure::compile_json(&reply.text()).is_ok());
    let body = serde_json::json!({
        "procedure": "1.000894", "version": json["version"], "locale": "vi", "answers": answers(),
    });
    portal
        .post("/api/dossiers", &[("idempotency-key", "k-1234567")], &body)
        .await
        .problem(422, "not-online");
    for code in ["2.001428", "1.00089"] {
        let path = format!("/api{}", endpoint::procedure(code));
        portal.get(&path).await.problem(404, "procedure-unknown");
    }
}
