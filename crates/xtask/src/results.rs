//! What a report of Playwright's says beside failures: tests that passed only on their second try, which are named at the end
//! of a run, and fail it when it happens to the same test in two runs one after the other; and tests that were left out.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::places;
use crate::run::root;

/// The tests that passed only on their second try, as `file › title`.
///
/// # Errors
/// The report cannot be read.
pub(crate) fn second_tries(report: &str) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    collect(&read(report)?, "", &mut |name, test| {
        if test["status"] == "flaky" {
            found.push(name.to_string());
        }
    });
    Ok(found)
}

/// The tests that were left out, as `file › title: why`.
///
/// # Errors
/// The report cannot be read.
pub(crate) fn left_out(report: &str) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    collect(&read(report)?, "", &mut |name, test| {
        if test["status"] == "skipped" {
            let why = test["annotations"][0]["description"].as_str();
            found.push(format!("{name}: {}", why.unwrap_or_default()));
        }
    });
    Ok(found)
}

fn read(report: &str) -> Result<Value, String> {
    let path = root().join("e2e").join(report);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{report}: {error}"))
}

/// Shows each test of a suite with its name.
fn collect(suite: &Value, around: &str, see: &mut impl FnMut(&str, &Value)) {
    let list = |value: &Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
    let title = suite["title"].as_str().unwrap_or_default();
    let parts = [around, title].into_iter().filter(|part| !part.is_empty());
    let name = parts.collect::<Vec<_>>().join(" \u{203a} ");
    for spec in list(suite, "specs") {
        let title = spec["title"].as_str().unwrap_or_default();
        for test in list(&spec, "tests") {
            see(&format!("{name} \u{203a} {title}"), &test);
        }
    }
    for inner in list(suite, "suites") {
        collect(&inner, &name, see);
    }
}

/// Remembers the tests of this run, and says which were in the one before too.
pub(crate) fn again(part: &str, now: &[String]) -> Vec<String> {
    let file = record(part);
    let before = fs::read_to_string(&file).unwrap_or_default();
    if let Some(folder) = file.parent() {
        drop(fs::create_dir_all(folder));
    }
    // Where nothing can be kept, each run is the first one.
    drop(fs::write(&file, now.join("\n")));
    twice(&before, now)
}

fn twice(before: &str, now: &[String]) -> Vec<String> {
    let before: BTreeSet<&str> = before.lines().collect();
    let twice = now.iter().filter(|name| before.contains(name.as_str()));
    twice.cloned().collect()
}

/// In the user's cache: the next run may be in another checkout.
fn record(part: &str) -> PathBuf {
    places::cache().join(format!("second-try-{part}.txt"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_test_is_found_with_its_name() {
        let spec =
            |title: &str, status: &str| json!({"title": title, "tests": [{"status": status}]});
        let report = json!({"suites": [{
            "title": "a.spec.ts",
            "specs": [spec("one", "expected"), spec("two", "flaky")],
            "suites": [{"title": "group", "specs": [spec("three", "flaky")]}],
        }]});
        let mut found = Vec::new();
        collect(&report, "", &mut |name, test| {
            if test["status"] == "flaky" {
                found.push(name.to_string());
            }
        });
        let wanted = [
            "a.spec.ts \u{203a} two",
            "a.spec.ts \u{203a} group \u{203a} three",
        ];
        assert_eq!(found, wanted);
        assert_eq!(twice("x\ny", &["y".into(), "z".into()]), ["y"]);
        assert!(twice("", &["y".into()]).is_empty());
    }
}
