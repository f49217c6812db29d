//! The workspace as its tests are compiled: once, for all of them.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

use crate::Done;
use crate::run::{cargo, run};

/// The workspace as one graph, the app rendered to HTML, each crate with all its features: anything less would
/// compile the same dependencies again with other features. The tools of the build are compiled for themselves, without
/// optimisation, and kept in the cache.
const GRAPH: [&str; 6] = [
    "--workspace",
    "--exclude",
    "bundle",
    "--no-default-features",
    "--features",
    "motcua/ssr,motcua/gallery,procedure/schema,portal-wire/openapi,messages/check",
];

/// Clippy as the compiler of the project's own crates: it finds what it finds while they are compiled for the tests.
/// `cargo clippy` would check all dependencies once more, in two minutes.
pub(crate) fn cargo_test() -> Command {
    let mut cargo = cargo();
    cargo
        .env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver")
        .env(
            "CLIPPY_ARGS",
            "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__",
        )
        .args(["test", "--quiet"])
        .args(GRAPH);
    cargo
}

/// What the tests in a browser take from it.
pub(crate) struct Programs {
    /// The reference portal.
    pub(crate) portal: PathBuf,
    /// The app's unit tests, some of which write pages.
    pub(crate) app_tests: PathBuf,
}

/// Compiles the graph, once in a run.
///
/// # Errors
/// It doesn't compile.
pub(crate) fn programs() -> Result<&'static Programs, String> {
    static PROGRAMS: OnceLock<Result<Programs, String>> = OnceLock::new();
    let programs = PROGRAMS.get_or_init(|| {
        let list = list()?;
        // `cargo build` would leave out what only tests depend on, and with it features of other crates.
        let find = |name: &str, is_test: bool| {
            let found = list.iter().find_map(|line| executable(line, name, is_test));
            found.ok_or(format!("cargo test compiled no program of {name}"))
        };
        Ok(Programs {
            portal: find("portal-reference", false)?,
            app_tests: find("motcua", true)?,
        })
    });
    programs.as_ref().map_err(Clone::clone)
}

/// What cargo says of everything that it compiled.
fn list() -> Result<Vec<Value>, String> {
    let mut cargo = cargo_test();
    cargo.args(["--no-run", "--message-format=json-render-diagnostics"]);
    println!("  cargo test --no-run");
    let output = cargo
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cargo could not be started: {error}"))?;
    if !output.status.success() {
        return Err("The tests could not be compiled.".into());
    }
    let lines = String::from_utf8_lossy(&output.stdout);
    Ok(lines
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect())
}

/// The program, where a line is about this one: the tests of a library, or a program that is no test.
fn executable(line: &Value, name: &str, is_test: bool) -> Option<PathBuf> {
    let kind = if is_test { "lib" } else { "bin" };
    let target = &line["target"];
    let has_kind = |kinds: &Value| {
        kinds
            .as_array()
            .is_some_and(|all| all.iter().any(|one| one == kind))
    };
    let is_it =
        target["name"] == name && has_kind(&target["kind"]) && line["profile"]["test"] == is_test;
    is_it
        .then(|| line["executable"].as_str().map(PathBuf::from))
        .flatten()
}

/// Runs the tests.
///
/// # Errors
/// One failed.
pub(crate) fn test(env: &[(&str, PathBuf)]) -> Done {
    run(cargo_test().envs(env.iter().map(|(name, value)| (name, value))))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_tests_of_a_library_are_not_taken_for_the_program() {
        let line = |kind: &str, is_test: bool| {
            json!({
                "reason": "compiler-artifact",
                "target": { "kind": [kind], "name": "motcua" },
                "profile": { "test": is_test },
                "executable": "target/debug/deps/motcua-1",
            })
        };
        let path = Some(PathBuf::from("target/debug/deps/motcua-1"));
        assert_eq!(executable(&line("lib", true), "motcua", true), path);
        assert_eq!(executable(&line("bin", true), "motcua", true), None);
        assert_eq!(executable(&line("bin", true), "motcua", false), None);
        assert_eq!(executable(&line("bin", false), "motcua", false), path);
        assert_eq!(executable(&line("bin", false), "another", false), None);
    }
}
