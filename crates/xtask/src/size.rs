//! What a first visit transfers until the first question can be answered: asked for over HTTP, as a
//! browser does, from the reference portal.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::Done;
use crate::run::{root, say};

/// Bytes as they are sent: the most, and the aim (docs/adr/0004-size.md).
const BUDGET: usize = 225_000;
const AIM: usize = 150_000;

/// The procedure that is begun: of those that come with it, the one with the larger definition.
const PROCEDURE: &str = "3.000347";

/// Prints every file of a first visit with the bytes of its body, as this reference portal sends them.
///
/// # Errors
/// When the budget is exceeded, or something could not be asked for.
pub(crate) fn size(portal: &Path) -> Done {
    let portal = Portal::start(portal)?;
    say("What a first visit transfers until the first question, in bytes as they are sent");
    let page = portal.get("/")?;
    let mut parts = vec![("/".to_string(), page.body.len())];
    // What the page names, what the start script asks for, what the app asks for: home page, start
    // page, form.
    let plain = fs::read_to_string(root().join("dist/index.html")).map_err(|e| e.to_string())?;
    let mut paths = named(&plain);
    paths.extend(
        [
            "/settings.json",
            INDEX,
            "/locales/vi/messages.ftl",
            "/api/portal",
        ]
        .map(String::from),
    );
    paths.extend(in_language("vi"));
    for path in paths {
        let answer = portal.get(&path)?;
        parts.push((path, answer.body.len()));
    }
    let total: usize = parts.iter().map(|(_, bytes)| bytes).sum();
    for (path, bytes) in &parts {
        println!("  {bytes:>8}  {path}");
    }
    println!("  {total:>8}  in all; the budget is {BUDGET}, the aim {AIM}");
    by_language(&portal, total)?;
    for later in files_that_come_later()? {
        let bytes = portal.get(&later)?.body.len();
        println!("  {bytes:>8}  {later}, after the first question");
    }
    if total > BUDGET {
        return Err(format!(
            "A first visit transfers {total} bytes, {} over the budget (docs/adr/0004-size.md).",
            total - BUDGET
        ));
    }
    Ok(())
}

/// What depends on the language: the procedures of the home page, and the form.
fn in_language(tags: &str) -> [String; 2] {
    [
        format!("/api/procedures?q=&lang={tags}"),
        format!("/api/procedures/{PROCEDURE}?lang={tags}"),
    ]
}

/// The list of languages.
const INDEX: &str = "/locales/index.json";

/// Prints a first visit in each language that has words of its own: what it reads beyond the first
/// language's, without and with the fonts that a device may lack.
fn by_language(portal: &Portal, total: usize) -> Done {
    let read = |path: &str| -> Result<Value, String> {
        let plain = fs::read(root().join("dist").join(path.trim_start_matches('/')));
        let plain = plain.map_err(|e| format!("{path}: {e}"))?;
        serde_json::from_slice(&plain).map_err(|e| format!("{path}: {e}"))
    };
    let list = read(INDEX)?;
    for entry in list.as_array().into_iter().flatten().skip(1) {
        let tag = entry["tag"].as_str().unwrap_or_default();
        if entry["share"].as_u64() == Some(0) {
            continue;
        }
        let mut more = portal
            .get(&format!("/locales/{tag}/messages.ftl"))?
            .body
            .len();
        // The first language comes along, as what others fall back to.
        let both = format!("{tag},vi");
        for (path, first) in in_language(&both).iter().zip(in_language("vi")) {
            more += portal.get(path)?.body.len();
            more -= portal.get(&first)?.body.len();
        }
        if entry["procedures"].get(PROCEDURE).is_some() {
            let words = format!("/locales/{tag}/procedures/{PROCEDURE}.ftl");
            more += portal.get(&words)?.body.len();
        }
        let mut fonts = 0;
        if entry["fonts"] == true {
            let manifest = format!("/locales/{tag}/manifest.json");
            more += portal.get(&manifest)?.body.len();
            for font in read(&manifest)?["fonts"].as_array().into_iter().flatten() {
                let file = font["file"].as_str().unwrap_or_default();
                fonts += portal.get(&format!("/locales/{tag}/{file}"))?.body.len();
            }
        }
        println!(
            "  {:>8}  in {tag}; {fonts} more where the device has no font for it",
            total + more
        );
    }
    Ok(())
}

/// The files of the app that a page names, each once; not what only a browser without modules loads.
fn named(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for start in ["src=\"/", "href=\"/", "data-js=\"/", "data-wasm=\"/"] {
        for rest in page.split(start).skip(1) {
            let path = format!("/{}", rest.split('"').next().unwrap_or_default());
            if path.contains('.') && path != "/old.js" && !found.contains(&path) {
                found.push(path);
            }
        }
    }
    found
}

fn files_that_come_later() -> Result<Vec<String>, String> {
    let entries = fs::read_dir(root().join("dist")).map_err(|e| format!("dist: {e}"))?;
    let names = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    Ok(names
        .filter(|name| name.starts_with("later-") && name.ends_with(".wasm"))
        .map(|name| format!("/{name}"))
        .collect())
}

/// The reference portal with the app, for as long as this lives.
struct Portal {
    process: Child,
    address: String,
}

struct Answer {
    body: Vec<u8>,
}

impl Portal {
    fn start(program: &Path) -> Result<Self, String> {
        let data = root().join("target/size-data");
        let mut process = Command::new(program)
            .current_dir(root())
            .args(["--port", "0", "--app", "dist", "--data"])
            .arg(&data)
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|e| format!("the reference portal: {e}"))?;
        let out = process.stdout.take().ok_or("the portal says nothing")?;
        let address = BufReader::new(out)
            .lines()
            .map_while(Result::ok)
            .find_map(|line| Some(line.split_once("http://")?.1.trim().to_string()))
            .ok_or("the reference portal ended before it was ready")?;
        Ok(Self { process, address })
    }

    /// One answer, compressed with brotli where the portal does that.
    fn get(&self, path: &str) -> Result<Answer, String> {
        let wrong = |e: std::io::Error| format!("{path}: {e}");
        let mut stream = TcpStream::connect(&self.address).map_err(wrong)?;
        let question = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n",
            self.address
        );
        stream.write_all(question.as_bytes()).map_err(wrong)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).map_err(wrong)?;
        let at = answer
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .ok_or(format!("{path}: no answer"))?;
        let head = String::from_utf8_lossy(&answer[..at]).to_ascii_lowercase();
        if !head.starts_with("http/1.1 200") {
            return Err(format!(
                "{path}: {}",
                head.lines().next().unwrap_or_default()
            ));
        }
        let rest = &answer[at + 4..];
        let body = match head.contains("transfer-encoding: chunked") {
            true => unchunked(rest),
            false => rest.to_vec(),
        };
        Ok(Answer { body })
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

fn unchunked(mut rest: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(at) = rest.windows(2).position(|two| two == b"\r\n") {
        let length = std::str::from_utf8(&rest[..at]).ok();
        let length = length.and_then(|text| usize::from_str_radix(text.trim(), 16).ok());
        let Some(length) = length.filter(|n| *n > 0 && rest.len() >= at + 4 + n) else {
            break;
        };
        body.extend_from_slice(&rest[at + 2..at + 2 + length]);
        rest = &rest[at + 4 + length..];
    }
    body
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_names() {
        let page = r#"<link rel="icon" href="/icon.svg"><script src="/boot.js" data-js="/a-1.js" data-wasm="/a-1_bg.wasm"></script>
            <link rel="modulepreload" href="/a-1.js"><a href="/preferences"></a><script nomodule src="/old.js"></script>"#;
        assert_eq!(
            named(page),
            ["/boot.js", "/icon.svg", "/a-1.js", "/a-1_bg.wasm"]
        );
    }

    #[test]
    fn bodies_in_pieces() {
        assert_eq!(unchunked(b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"), b"abcde");
        assert_eq!(unchunked(b"9\r\nabc"), b"");
    }
}
