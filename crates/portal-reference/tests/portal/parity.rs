//! The table of bad values of `crates/procedure/tests/parity.json`, over HTTP: what the app
//! refuses, the portal refuses at the same place. The table explains itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::common::{TestPortal, jpeg};

fn core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../procedure")
}

fn read(path: &str) -> Value {
    let text = std::fs::read_to_string(core().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// A real file that shows what the table says of it.
fn content(name: &str, facts: Option<&Value>) -> Vec<u8> {
    let fits = json!({
        "bytes": 480_000, "locked": false, "pixels": [1200, 1600],
        "kind": if name.ends_with(".pdf") { "pdf" } else { "jpeg" },
    });
    let facts = facts.unwrap_or(&fits);
    let bytes = facts["bytes"]
        .as_u64()
        .and_then(|n| usize::try_from(n).ok())
        .expect("a size");
    let pixel = |n: usize| {
        facts["pixels"][n]
            .as_u64()
            .and_then(|n| u16::try_from(n).ok())
    };
    let mut out = match (facts["kind"].as_str(), facts["locked"] == true) {
        (Some("pdf"), true) => b"%PDF-1.7 trailer << /Encrypt 5 0 R >> %%EOF".to_vec(),
        (Some("pdf"), false) => b"%PDF-1.7 trailer << /Root 1 0 R >> %%EOF".to_vec(),
        (Some("jpeg"), _) => jpeg(pixel(0).expect("a width"), pixel(1).expect("a height"), 0),
        _ => b"MZ".to_vec(),
    };
    out.resize(bytes, b' ');
    // The end of a document stands at its end.
    if let Some(at) = bytes.checked_sub(5).filter(|_| facts["kind"] == "pdf") {
        out[at..].copy_from_slice(b"%%EOF");
    }
    out
}

struct Uploads<'a> {
    portal: &'a TestPortal,
    facts: &'a Value,
    ids: BTreeMap<String, String>,
}

impl Uploads<'_> {
    /// Puts the names of real uploads in place of the table's.
    async fn put(&mut self, json: &mut Value) {
        let mut todo = vec![json];
        while let Some(json) = todo.pop() {
            if let Some(Value::String(name)) = json.get_mut("upload") {
                *name = self.id(name).await;
            }
            match json {
                Value::Array(items) => todo.extend(items),
                Value::Object(map) => todo.extend(map.values_mut()),
                _ => {}
            }
        }
    }

    async fn id(&mut self, name: &str) -> String {
        if let Some(id) = self.ids.get(name) {
            return id.clone();
        }
        let id = match self.facts.get(name) {
            Some(Value::Null) => name.to_string(),
            facts => self.portal.upload(&content(name, facts)).await,
        };
        self.ids.insert(name.to_string(), id.clone());
        id
    }
}

fn changed(answers: &Value, case: &Value) -> Value {
    let mut sent = answers.clone();
    let at = case["at"].as_str().expect("a pointer");
    let (parent, key) = at.rsplit_once('/').expect("a pointer");
    match sent.pointer_mut(parent).unwrap_or_else(|| panic!("{case}")) {
        Value::Object(map) if case["remove"] == true => {
            map.remove(key);
        }
        Value::Object(map) => {
            map.insert(key.to_string(), case["sent"].clone());
        }
        Value::Array(items) => {
            items[key.parse::<usize>().expect("a number")] = case["sent"].clone()
        }
        _ => panic!("{case}"),
    }
    sent
}

#[tokio::test]
async fn the_portal_refuses_what_the_table_says_and_takes_the_rest() {
    let table = read("tests/parity.json");
    let procedures = table["procedures"].as_object().expect("procedures");
    let portal = TestPortal::with(|settings| {
        let folder = settings.data.join("of the table");
        std::fs::create_dir(&folder).expect("a folder");
        for (code, paths) in procedures {
            let from = core().join(paths["definition"].as_str().expect("a path"));
            std::fs::copy(from, folder.join(format!("{code}.json"))).expect("a copy");
        }
        settings.procedures = Some(folder);
        settings.max_upload = 10 << 20;
    });
    let mut uploads = Uploads {
        portal: &portal,
        facts: &table["uploads"],
        ids: BTreeMap::new(),
    };
    // Some of them want an account.
    let session = portal.sign_in("0912345678").await;
    fn with<'a>(key: &'a str, session: &'a str) -> [(&'a str, &'a str); 3] {
        [
            ("idempotency-key", key),
            ("cookie", session),
            ("motcua-csrf", "1"),
        ]
    }
    let version =
        |paths: &Value| read(paths["definition"].as_str().expect("a path"))["version"].clone();
    let (mut wrong, mut tried) = (Vec::new(), 0);
    for part in ["cases", "portal_only"] {
        for case in table[part].as_array().expect("cases") {
            let code = case["procedure"].as_str().expect("a code");
            let paths = &procedures[code];
            let mut answers = changed(&read(paths["answers"].as_str().expect("a path")), case);
            uploads.put(&mut answers).await;
            let body = json!({"procedure": code, "version": version(paths), "locale": "vi", "answers": answers});
            let key = format!("case-number-{tried}");
            let reply = portal
                .post("/api/dossiers", &with(&key, &session), &body)
                .await;
            tried += 1;
            let fits = reply.status == 422
                && reply.pointers() == [case["pointer"].as_str().expect("a pointer")];
            if !fits {
                wrong.push(format!("{case}\n  {}", reply.text()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tried >= 40, "{tried}");
    for (code, paths) in procedures {
        let mut answers = read(paths["answers"].as_str().expect("a path"));
        uploads.put(&mut answers).await;
        let body = json!({"procedure": code, "version": version(paths), "locale": "vi", "answers": answers});
        let key = format!("good-one-{code}");
        let reply = portal
            .post("/api/dossiers", &with(&key, &session), &body)
            .await;
        assert_eq!(reply.status, 201, "{}", reply.text());
    }
}
