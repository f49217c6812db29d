//! Building the app and the reference portal.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::page::{self, AppFiles};
use crate::places::{RELEASE, compiled, target};
use crate::run::{cargo, command, root, run, say};
use crate::{Done, cut, hook, style, tools};

/// The profile of what is there soon.
const QUICK: &str = "wasm-quick";

/// What the app is made of beside the code, of which cargo knows when it has changed.
const BESIDE: [&str; 8] = [
    "crates/bundle",
    "crates/xtask/src",
    "style",
    "public",
    "index.html",
    "Trunk.toml",
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
    style::join()?;
    compile(RELEASE)?;
    let dist = staging()?;
    page::write(&dist, &cut::cut(&compiled(RELEASE), &dist)?)?;
    hook::finish(&dist)?;
    replace(&root().join("dist"), &dist)
}

/// The same, unless `dist` is newer than everything that it is made of.
///
/// # Errors
/// What failed.
pub(crate) fn app_if_stale() -> Done {
    match is_fresh(&root().join("dist"), RELEASE)? {
        true => Ok(()),
        false => app(),
    }
}

/// The app to look at, in `target/quick`: not made small or fast, not cut in two.
///
/// # Errors
/// What failed.
pub(crate) fn quick() -> Result<PathBuf, String> {
    let to = target().join("quick");
    tools::wasm_target()?;
    if is_fresh(&to, QUICK)? {
        return Ok(to);
    }
    tools::bundle()?;
    say("Building the app quickly: it is larger and slower than what cargo xtask build makes");
    style::join()?;
    compile(QUICK)?;
    let dist = staging()?;
    run(command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript"])
        .args(["--out-name", "motcua", "--out-dir"])
        .arg(&dist)
        .arg(compiled(QUICK)))?;
    let app = AppFiles {
        script: "motcua.js".into(),
        wasm: "motcua_bg.wasm".into(),
        imported: Vec::new(),
    };
    page::write(&dist, &app)?;
    replace(&to, &dist)?;
    Ok(to)
}

/// Whether nothing has changed since a folder was made. Cargo says so of the code: it compiles what is stale,
/// so that a crate of the app can't be forgotten here.
fn is_fresh(dist: &Path, profile: &str) -> Result<bool, String> {
    let Some(built) = newest(&dist.join("index.html")) else {
        return Ok(false);
    };
    tools::wasm_target()?;
    compile(profile)?;
    let beside = BESIDE.iter().map(|source| root().join(source));
    let changed = beside
        .chain([compiled(profile)])
        .filter_map(|source| newest(&source))
        .max();
    Ok(changed.is_some_and(|changed| changed <= built))
}

/// Compiles the app.
fn compile(profile: &str) -> Done {
    let mut cargo = cargo();
    run(for_browser(&mut cargo)
        .args(["build", "--quiet", "--target", "wasm32-unknown-unknown"])
        .args(["--bin", "motcua", "--profile", profile]))
}

/// An empty folder, which takes the place of another when it is whole.
fn staging() -> Result<PathBuf, String> {
    let folder = target().join("staging");
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

fn replace(old: &Path, new: &Path) -> Done {
    drop(fs::remove_dir_all(old));
    fs::rename(new, old).map_err(|error| format!("{}: {error}", old.display()))
}

/// Trunk, with the environment that the app is built in.
pub(crate) fn trunk() -> Command {
    let mut trunk = command("trunk");
    for_browser(&mut trunk).env_remove("NO_COLOR");
    trunk
}

/// Flags of a reader's own would replace the project's. Where crates lie on the machine that builds is nobody's
/// business, and is a different text on each: this is added to .cargo/config.toml.
fn for_browser(command: &mut Command) -> &mut Command {
    let home = std::env::var_os("CARGO_HOME").map_or_else(
        || std::env::home_dir().unwrap_or_default().join(".cargo"),
        PathBuf::from,
    );
    let places = format!(
        "--remap-path-prefix={}=",
        home.join("registry/src").display()
    );
    command
        .env_remove("RUSTFLAGS")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", places)
}

/// The reference portal, in `target/debug`.
///
/// # Errors
/// What failed.
pub(crate) fn portal() -> Result<PathBuf, String> {
    say("Building the reference portal");
    run(cargo().args(["build", "--quiet", "--package", "portal-reference"]))?;
    Ok(target().join("debug/portal-reference"))
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
