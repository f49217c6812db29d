//! Tests that passed only on their second try: named at the end of a run, and a failure when it happens to the same
//! test in two runs one after the other.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::places;
use crate::run::root;

/// The tests of a report of Playwright's that passed only on their second try, as `file › title`.
///
/// # Errors
/// The report cannot be read.
pub(crate) fn of(report: &str) -> Result<Vec<String>, String> {
    let path = root().join("e2e").join(report);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let report = serde_json::from_str(&text).map_err(|error| format!("{report}: {error}"))?;
    let mut found = Vec::new();
    collect(&report, "", &mut found);
    Ok(found)
}

fn collect(suite: &Value, around: &str, found: &mut Vec<String>) {
    let list = |value: &Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
    let title = suite["title"].as_str().unwrap_or_default();
    let parts = [around, title].into_iter().filter(|part| !part.is_empty());
    let name = parts.collect::<Vec<_>>().join(" \u{203a} ");
    for spec in list(suite, "specs") {
        let is_flaky = |test: &Value| test["status"] == "flaky";
        if list(&spec, "tests").iter().any(is_flaky) {
            let title = spec["title"].as_str().unwrap_or_default();
            found.push(format!("{name} \u{203a} {title}"));
        }
    }
    for inner in list(suite, "suites") {
        collect(&inner, &name, found);
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
    fn tests_that_passed_on_the_second_try_are_found() {
        let spec =
            |title: &str, status: &str| json!({"title": title, "tests": [{"status": status}]});
        let report = json!({"suites": [{
            "title": "a.spec.ts",
            "specs": [spec("one", "expected"), spec("two", "flaky")],
            "suites": [{"title": "group", "specs": [spec("three", "flaky")]}],
        }]});
        let mut found = Vec::new();
        collect(&report, "", &mut found);
        let wanted = [
            "a.spec.ts \u{203a} two",
            "a.spec.ts \u{203a} group \u{203a} three",
        ];
        assert_eq!(found, wanted);
        assert_eq!(twice("x\ny", &["y".into(), "z".into()]), ["y"]);
        assert!(twice("", &["y".into()]).is_empty());
    }
}
