//! Connections that end in the middle, over real sockets.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use portal_reference::{ServeOptions, Settings, bind};
use tempfile::TempDir;

async fn serve(data: &TempDir) -> SocketAddr {
    let options = ServeOptions {
        host: "127.0.0.1".into(),
        port: 0,
        settings: Settings::new(data.path()),
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
