//! Where things lie: the project, what is compiled, the tools.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The profile of what citizens are sent.
pub(crate) const RELEASE: &str = "wasm-release";
/// The project's root.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// What the compiler made of the app.
pub(crate) fn compiled(profile: &str) -> PathBuf {
    target()
        .join("wasm32-unknown-unknown")
        .join(profile)
        .join("motcua.wasm")
}

/// Where cargo puts what it makes.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

pub(crate) const TRUNK: &str = "0.21.14";
pub(crate) const DENY: &str = "0.18.9";

/// Where the project's tools are kept, each version in a folder of its own: in the user's cache, so that a second
/// checkout has them already.
pub(crate) fn shelf() -> PathBuf {
    cache().join("tools")
}

/// The project's folder in the user's cache.
pub(crate) fn cache() -> PathBuf {
    let cache = std::env::var_os("XDG_CACHE_HOME").map_or_else(
        || std::env::home_dir().unwrap_or_default().join(".cache"),
        PathBuf::from,
    );
    cache.join("motcua")
}

/// The folders of the tools' programs, for the path.
pub(crate) fn folders() -> [PathBuf; 3] {
    [bundle_folder(), trunk_folder(), deny_folder()].map(|tool| tool.join("bin"))
}

pub(crate) fn trunk_folder() -> PathBuf {
    shelf().join(format!("trunk-{TRUNK}"))
}

pub(crate) fn deny_folder() -> PathBuf {
    shelf().join(format!("cargo-deny-{DENY}"))
}

/// Named by the versions of the libraries and by our own code.
pub(crate) fn bundle_folder() -> PathBuf {
    static NAME: OnceLock<String> = OnceLock::new();
    let name = NAME.get_or_init(|| {
        let read = |file: &str| fs::read_to_string(root().join(file)).unwrap_or_default();
        let lock = read("Cargo.lock");
        let version = |name| version_in(&lock, name).unwrap_or_default();
        let mut hasher = DefaultHasher::new();
        for name in ["wasm_split_cli_support", "walrus", "wasmparser"] {
            version(name).hash(&mut hasher);
        }
        for file in ["Cargo.toml", "src/bin/bindgen.rs", "src/bin/split.rs"] {
            read(&format!("crates/bundle/{file}")).hash(&mut hasher);
        }
        let bindgen = version("wasm-bindgen");
        format!("bundle-{bindgen}-{:08x}", hasher.finish() >> 32)
    });
    shelf().join(name)
}

fn version_in(lock: &str, name: &str) -> Option<String> {
    let at = lock.find(&format!("name = \"{name}\"\n"))?;
    let line = lock[at..].lines().nth(1)?;
    line.strip_prefix("version = \"")?
        .strip_suffix('"')
        .map(str::to_string)
}
