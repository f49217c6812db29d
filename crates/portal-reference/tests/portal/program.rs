//! The program itself: what it prints, how it ends.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Output, Stdio};

use portal_wire::Receipt;
use serde_json::json;

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_portal-reference"));
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Ends the program when the test ends, however it ends.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(args: &[&str]) -> (Running, String) {
    let mut child = program().args(args).spawn().expect("a program");
    let mut line = String::new();
    let out = child.stdout.as_mut().expect("an output");
    BufReader::new(out).read_line(&mut line).expect("a line");
    let address = line
        .trim()
        .strip_prefix("listening on http://")
        .expect("an address");
    (Running(child), address.to_string())
}

fn ask(address: &str, request: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.write_all(request.as_bytes()).expect("a request");
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("an answer");
    text
}

fn said(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(output.stdout.is_empty());
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn it_serves_ends_when_asked_and_an_officer_works_beside_it() {
    let data = tempfile::tempdir().expect("a folder");
    let folder = data.path().to_str().expect("a path");
    let definition = json!({
        "format": 1, "code": "0.000001", "version": "1", "level": "full", "name": "X",
        "agency": "X", "summary": "X",
        "steps": [{"id": "a", "title": "A", "fields": [{"id": "n", "kind": "text", "label": "N"}]}],
    });
    std::fs::write(data.path().join("x.json"), definition.to_string()).expect("a file");
    let (mut running, address) = start(&[
        "serve",
        "--port",
        "0",
        "--data",
        folder,
        "--procedures",
        folder,
        "--unit",
        "H15.50",
    ]);
    let body =
        json!({"procedure": "0.000001", "version": "1", "locale": "vi", "answers": {"n": "x"},
            "in_words": [{"section": "A", "label": "N", "value": "x\ny\u{1b}[2J"}]})
        .to_string();
    let answer = ask(
        &address,
        &format!(
            "POST /api/dossiers HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Idempotency-Key: 12345678\r\nContent-Length: {}\r\n\r\n{body}",
            body.len(),
        ),
    );
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
    assert!(head.starts_with("HTTP/1.1 201"), "{head}");
    let receipt: Receipt = serde_json::from_str(body).expect("a receipt");
    assert!(receipt.code.starts_with("H15.50-"), "{receipt:?}");

    let officer = |status: &str| {
        let args = [
            "officer",
            "--data",
            folder,
            &receipt.code,
            status,
            "--note",
            "Xong",
        ];
        program().args(args).output().expect("an end")
    };
    let done = officer("accepted");
    assert!(done.status.success(), "{done:?}");
    assert!(String::from_utf8_lossy(&done.stdout).contains("submitted -> accepted"));
    assert!(said(&officer("delivered")).contains("cannot become delivered"));
    assert_eq!(officer("nonsense").status.code(), Some(2));

    let answers = |code: &str| {
        let args = ["answers", "--data", folder, code];
        program().args(args).output().expect("an end")
    };
    let printed = answers(&receipt.code);
    assert!(printed.status.success(), "{printed:?}");
    assert_eq!(String::from_utf8_lossy(&printed.stdout), "A | N: x; y[2J\n");
    assert!(said(&answers("H15.50-000000-0000")).contains("no dossier"));

    #[cfg(unix)]
    {
        let id = running.0.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &id])
                .status()
                .expect("a signal")
                .success()
        );
        assert!(running.0.wait().expect("an end").success());
        let mut rest = String::new();
        running
            .0
            .stdout
            .take()
            .expect("an output")
            .read_to_string(&mut rest)
            .expect("a text");
        assert_eq!(rest, "");
        // Where the desk is stands beside it, for people.
        let mut told = String::new();
        let errors = running.0.stderr.as_mut().expect("an output");
        errors.read_to_string(&mut told).expect("a text");
        let token = data.path().join("officer-token");
        let desk = format!(
            "the officer's desk: http://{address}/desk (token: {})",
            token.display()
        );
        assert!(told.contains(&desk), "{told}");
    }
}

#[test]
fn what_does_not_work_is_said_in_a_sentence() {
    let data = tempfile::tempdir().expect("a folder");
    let folder = data.path().to_str().expect("a path");
    let run = |args: &[&str]| said(&program().args(args).output().expect("an end"));

    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let words = run(&["--port", &port, "--data", folder]);
    assert!(
        words.contains(&format!("port {port} of 127.0.0.1 is taken")),
        "{words}"
    );

    let file = data.path().join("file");
    std::fs::write(&file, "x").expect("a file");
    let file = file.to_str().expect("a path");
    assert!(run(&["--port", "0", "--data", file]).contains("cannot write to the data folder"));
    assert!(run(&["--port", "0", "--data", folder, "--app", folder]).contains("no built app"));
    assert!(
        run(&["--port", "0", "--data", folder, "--procedures", "/nowhere"])
            .contains("cannot read the procedures")
    );
    let provider = |issuer| {
        let (port, data) = (["--port", "0"], ["--data", folder]);
        let client = ["--oidc-issuer", issuer, "--oidc-client-id", "x"];
        run(&[&port[..], &data, &client].concat())
    };
    assert!(provider("http://vneid.example").contains("neither https"));
    assert!(provider("https://vneid.example").contains("speaks no TLS"));
    assert!(
        run(&[
            "--port",
            "0",
            "--data",
            folder,
            "--public-url",
            "portal.example"
        ])
        .contains("not the address")
    );
    assert!(run(&["--port", "0", "--portal", "portal.example"]).contains("not the address"));
    assert!(run(&["--port", "0", "--portal", "https://portal.example"]).contains("--app"));
    assert!(
        run(&["officer", "--data", "/nowhere", "X", "accepted"]).contains("there is no portal")
    );
}
