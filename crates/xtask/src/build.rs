//! Building the app and the reference portal.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::run::{cargo, command, root, run, say};
use crate::{Done, tools};

/// What the app is made of; a change in any of it makes `dist` stale.
const SOURCES: [&str; 13] = [
    "src",
    "crates/procedure/src",
    "crates/portal-wire/src",
    "crates/messages/src",
    "crates/xtask/src",
    "style",
    "public",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    ".cargo/config.toml",
    "Cargo.lock",
    "e2e/package-lock.json",
];

/// The app for deployment, in `dist`.
///
/// # Errors
/// What failed.
pub(crate) fn app() -> Done {
    tools::for_app()?;
    say("Building the app (dist/)");
    run(trunk().args(["build", "--release", "--cargo-profile", "wasm-release"]))
}

/// The same, unless `dist` is newer than everything that it is made of.
///
/// # Errors
/// What failed.
pub(crate) fn app_if_stale() -> Done {
    let built = newest(&root().join("dist/index.html"));
    let changed = SOURCES
        .iter()
        .filter_map(|source| newest(&root().join(source)))
        .max();
    if built.is_some() && built >= changed {
        return Ok(());
    }
    app()
}

/// Trunk, with the environment that the app is built in.
pub(crate) fn trunk() -> std::process::Command {
    let mut trunk = command("trunk");
    // Flags of a reader's own would replace the project's. Where crates lie on the machine that builds
    // is nobody's business, and is a different text on each: this is added to .cargo/config.toml.
    let home = std::env::var_os("CARGO_HOME").map_or_else(
        || std::env::home_dir().unwrap_or_default().join(".cargo"),
        PathBuf::from,
    );
    let places = format!(
        "--remap-path-prefix={}=",
        home.join("registry/src").display()
    );
    trunk
        .env_remove("RUSTFLAGS")
        .env_remove("NO_COLOR")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", places);
    trunk
}

/// The reference portal, in `target/debug`.
///
/// # Errors
/// What failed.
pub(crate) fn portal() -> Result<PathBuf, String> {
    say("Building the reference portal");
    run(cargo().args(["build", "--quiet", "--package", "portal-reference"]))?;
    Ok(root().join("target/debug/portal-reference"))
}

/// The latest change in a file or folder.
fn newest(path: &Path) -> Option<SystemTime> {
    let meta = fs::metadata(path).ok()?;
    let own = meta.modified().ok()?;
    if !meta.is_dir() {
        return Some(own);
    }
    let inside = fs::read_dir(path)
        .ok()?
        .flatten()
        .filter_map(|entry| newest(&entry.path()))
        .max();
    Some(inside.map_or(own, |inside| inside.max(own)))
}
