//! Connections that end in the middle, over real sockets.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use portal_reference::{ServeOptions, Settings, bind};
use tempfile::TempDir;

async fn serve(data: &TempDir) -> SocketAddr {
    serve_with(data, |_| {}).await
}

async fn serve_with(data: &TempDir, change: impl FnOnce(&mut Settings)) -> SocketAddr {
    let mut settings = Settings::new(data.path());
    change(&mut settings);
    let options = ServeOptions {
        host: "127.0.0.1".into(),
        port: 0,
        settings,
        app: None,
        portal: None,
        allow_origins: Vec::new(),
    };
    let bound = bind(options).await.expect("a port");
    let address = bound.address;
    tokio::spawn(bound.serve(std::future::pending()));
    address
}

fn send(address: SocketAddr, head: &str, body: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .expect("a timeout");
    let head = format!("{head}Host: x\r\nConnection: close\r\nTus-Resumable: 1.0.0\r\n\r\n");
    stream.write_all(head.as_bytes()).expect("a request");
    stream.write_all(body).expect("a body");
    stream
}

fn answer(mut stream: TcpStream) -> String {
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("an answer");
    text.to_lowercase()
}

/// What came before the connection was closed, however it was closed.
fn beginning(mut stream: TcpStream) -> String {
    let (mut text, mut part) = (Vec::new(), [0; 4096]);
    while let Ok(more @ 1..) = stream.read(&mut part) {
        text.extend_from_slice(&part[..more]);
    }
    String::from_utf8_lossy(&text).to_lowercase()
}

fn header(answer: &str, name: &str) -> String {
    let line = answer
        .lines()
        .find_map(|line| line.strip_prefix(&format!("{name}: ")));
    line.unwrap_or_else(|| panic!("no {name} in {answer}"))
        .to_string()
}

fn patch(path: &str, offset: usize, length: usize) -> String {
    format!(
        "PATCH {path} HTTP/1.1\r\nContent-Type: application/offset+octet-stream\r\n\
         Upload-Offset: {offset}\r\nContent-Length: {length}\r\n"
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cut_connection_loses_nothing_and_a_dead_one_gives_way() {
    let data = tempfile::tempdir().expect("a folder");
    let address = serve(&data).await;
    let file: Vec<u8> = (0..300_000_u32).map(|n| (n % 251) as u8).collect();
    let checked = file.clone();
    let uploads = data.path().join("uploads");
    let test = tokio::task::spawn_blocking(move || {
        let length = file.len();
        let head = format!(
            "POST /api/uploads HTTP/1.1\r\nUpload-Length: {length}\r\nContent-Length: 0\r\n"
        );
        let path = header(&answer(send(address, &head, b"")), "location");
        let head = format!("HEAD {path} HTTP/1.1\r\n");

        // Cut in the middle.
        drop(send(address, &patch(&path, 0, length), &file[..100_000]));
        let stored = uploads.join(path.rsplit('/').next().expect("a name"));
        wait_for_bytes(&stored, 100_000);
        let here: usize = header(&answer(send(address, &head, b"")), "upload-offset")
            .parse()
            .expect("a number");
        assert_eq!(here, 100_000);

        // The connection is dead, but the portal cannot know: nothing more comes, it stays open.
        let dead = send(
            address,
            &patch(&path, here, length - here),
            &file[here..here + 50_000],
        );
        wait_for_bytes(&stored, 150_000);
        let here: usize = header(&answer(send(address, &head, b"")), "upload-offset")
            .parse()
            .expect("a number");
        assert_eq!(here, 150_000);
        assert!(answer(dead).starts_with("http/1.1 409"));

        let rest = answer(send(
            address,
            &patch(&path, here, length - here),
            &file[here..],
        ));
        assert!(rest.starts_with("http/1.1 204"), "{rest}");
        assert_eq!(header(&rest, "upload-offset"), length.to_string());

        // More than was announced, without saying how much.
        let head =
            patch(&path, length, 0).replace("Content-Length: 0", "Transfer-Encoding: chunked");
        let more = answer(send(address, &head, b"1\r\nx\r\n0\r\n\r\n"));
        assert!(more.starts_with("http/1.1 413"), "{more}");
        path
    });
    let path = test.await.expect("no panic");
    let id = path.rsplit('/').next().expect("a name");
    let kept = std::fs::read(data.path().join("uploads").join(id)).expect("a file");
    assert_eq!(kept, checked);
}

/// The bytes of a cut connection may still be on their way through the system. The portal is not
/// asked: asking ends the upload that is under way.
fn wait_for_bytes(file: &std::path::Path, wanted: u64) {
    let stored = || std::fs::metadata(file).map_or(0, |meta| meta.len());
    for _ in 0..400 {
        if stored() == wanted {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("{} bytes arrived of {wanted}", stored());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_vanishes_while_sending_has_one_dossier_or_none() {
    let data = tempfile::tempdir().expect("a folder");
    let definition = serde_json::json!({
        "format": 1, "code": "0.000001", "version": "1", "level": "full", "name": "X",
        "agency": "X", "summary": "X",
        "steps": [{"id": "a", "title": "A", "fields": [{"id": "n", "kind": "text", "label": "N"}]}],
    });
    std::fs::write(data.path().join("x.json"), definition.to_string()).expect("a file");
    let address = serve_with(&data, |settings| {
        settings.procedures = Some(settings.data.clone());
    })
    .await;
    let test = tokio::task::spawn_blocking(move || {
        let body =
            r#"{"procedure": "0.000001", "version": "1", "locale": "vi", "answers": {"n": "x"}}"#;
        let head = |key: usize| {
            format!(
                "POST /api/dossiers HTTP/1.1\r\nContent-Type: application/json\r\n\
                 Idempotency-Key: key-number-{key}\r\nContent-Length: {}\r\n",
                body.len(),
            )
        };
        let mut statuses = Vec::new();
        for key in 0..40 {
            // Half of them have sent everything, and do not wait for the answer.
            let sent = if key % 2 == 0 {
                body.len()
            } else {
                body.len() - 1
            };
            let gone = send(address, &head(key), &body.as_bytes()[..sent]);
            if key % 4 < 2 {
                std::thread::sleep(Duration::from_millis(50));
            }
            drop(gone);
            let again = answer(send(address, &head(key), body.as_bytes()));
            let third = answer(send(address, &head(key), body.as_bytes()));
            let code = |answer: &str| {
                let (_, body) = answer.split_once("\r\n\r\n").expect("a body");
                body.split('"').nth(3).expect("a code").to_string()
            };
            assert_eq!(code(&again), code(&third));
            assert!(third.starts_with("http/1.1 200"), "{third}");
            let status = again.split(' ').nth(1).expect("a status").to_string();
            assert!(["200", "201"].contains(&status.as_str()), "{again}");
            // What did not arrive whole is never stored.
            assert!(key % 2 == 0 || status == "201", "{again}");
            statuses.push(status);
        }
        statuses
    });
    let statuses = test.await.expect("no panic");
    // Some were stored though nobody waited for it; else this test would show nothing.
    assert!(statuses.contains(&"200".to_string()), "{statuses:?}");
    let db = rusqlite::Connection::open(data.path().join("portal.sqlite")).expect("a database");
    let count = |sql| {
        db.query_row(sql, [], |row| row.get::<_, i64>(0))
            .expect("a number")
    };
    assert_eq!(count("SELECT count(*) FROM dossier"), 40);
    assert_eq!(count("SELECT last FROM sequence"), 40);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_request_is_refused_and_the_next_is_answered() {
    let data = tempfile::tempdir().expect("a folder");
    let address = serve(&data).await;
    let test = tokio::task::spawn_blocking(move || {
        let many = "X: y\r\n".repeat(200);
        let long = format!("X: {}\r\n", "y".repeat(40_000));
        let address_long = "/".repeat(40_000);
        for (head, status) in [
            (format!("GET /api/portal HTTP/1.1\r\n{many}"), "431"),
            (format!("GET /api/portal HTTP/1.1\r\n{long}"), "431"),
            (format!("GET {address_long} HTTP/1.1\r\n"), "414 or 431"),
            ("nonsense\r\n".into(), "400"),
            (
                "POST /api/dossiers HTTP/1.1\r\nContent-Length: -1\r\n".into(),
                "400",
            ),
            (
                "POST /api/dossiers HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n".into(),
                "400",
            ),
        ] {
            let text = beginning(send(address, &head, b""));
            let line = text.lines().next().unwrap_or_default();
            let fits = status
                .split(" or ")
                .any(|s| line.starts_with(&format!("http/1.1 {s}")));
            assert!(fits, "{:.60}: {line:?}", head);
        }
        let portal = answer(send(address, "GET /api/portal HTTP/1.1\r\n", b""));
        assert!(portal.starts_with("http/1.1 200"), "{portal}");
    });
    test.await.expect("no panic");
}
