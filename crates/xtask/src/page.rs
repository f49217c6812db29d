//! `index.html` and what lies beside it, as Trunk would make them. `trunk serve` and `trunk build` read the
//! same `index.html` and the same `Trunk.toml`; building Trunk from source takes three minutes, and a release
//! takes nothing from it but this (docs/adr/0012-trunk-serves.md).

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::Done;
use crate::run::root;

/// The app's own files, by their names in the folder that is served.
pub(crate) struct AppFiles {
    pub(crate) script: String,
    pub(crate) wasm: String,
    /// What the script imports and would be asked for a round trip later.
    pub(crate) imported: Vec<String>,
}

/// Writes `index.html`, and copies what it names, into `dist`. The app's own files are there already.
///
/// # Errors
/// What cannot be read or written, or what this does not know of Trunk.
pub(crate) fn write(dist: &Path, app: &AppFiles) -> Done {
    let page = read("index.html")?;
    let settings = read("Trunk.toml")?;
    let named = |pattern: &str| {
        let pattern = setting(&settings, pattern)?;
        Ok::<_, String>(
            pattern
                .replace("{base}", "/")
                .replace("{js}", &app.script)
                .replace("{wasm}", &app.wasm),
        )
    };
    let mut out = String::with_capacity(page.len());
    let mut rest = page.as_str();
    while let Some(at) = rest.find("<link data-trunk") {
        out.push_str(&rest[..at]);
        let end = rest[at..]
            .find("/>")
            .ok_or("index.html: a link has no end")?
            + at
            + 2;
        let tag = &rest[at..end];
        match (attribute(tag, "rel"), attribute(tag, "href")) {
            (Some("rust"), _) => out.push_str(&named("pattern_script")?),
            (Some("css"), Some(file)) => {
                let name = copy_hashed(&root().join(file), dist)?;
                out.push_str(&format!("<link rel=\"stylesheet\" href=\"/{name}\">"));
            }
            (Some("copy-file" | "copy-dir"), Some(path)) => {
                let from = root().join(path);
                let name = from.file_name().ok_or("index.html: a link names no file")?;
                copy(&from, &dist.join(name))?;
            }
            _ => return Err(format!("index.html: this is not known here: {tag}")),
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    let mut preload = named("pattern_preload")?;
    for name in &app.imported {
        preload.push_str(&preload_of(name));
    }
    let out = out.replacen("</head>", &format!("{preload}</head>"), 1);
    fs::write(dist.join("index.html"), out).map_err(|error| format!("index.html: {error}"))
}

/// Asks for a script that another one imports.
pub(crate) fn preload_of(script: &str) -> String {
    format!("<link rel=\"modulepreload\" href=\"/{script}\">")
}

/// `name = '...'` in Trunk.toml.
fn setting<'a>(toml: &'a str, name: &str) -> Result<&'a str, String> {
    toml.lines()
        .filter_map(|line| line.split_once(" = "))
        .find(|(key, _)| *key == name)
        .and_then(|(_, value)| value.strip_prefix('\'')?.strip_suffix('\''))
        .ok_or(format!("Trunk.toml has no {name} in single quotes"))
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    Some(value.split_once('"')?.0)
}

/// Copies a style sheet under a name that changes with what is in it.
fn copy_hashed(from: &Path, dist: &Path) -> Result<String, String> {
    let bytes = fs::read(from).map_err(|error| format!("{}: {error}", from.display()))?;
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let stem = from.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{stem}-{:016x}.css", hasher.finish());
    fs::write(dist.join(&name), bytes).map_err(|error| format!("{name}: {error}"))?;
    Ok(name)
}

/// A file, or a folder with all that is in it.
///
/// # Errors
/// What cannot be read or written.
pub(crate) fn copy(from: &Path, to: &Path) -> Done {
    let say = |error: std::io::Error| format!("{}: {error}", from.display());
    if !from.is_dir() {
        return fs::copy(from, to).map(drop).map_err(say);
    }
    fs::create_dir_all(to).map_err(say)?;
    for entry in fs::read_dir(from).map_err(say)?.flatten() {
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

fn read(file: &str) -> Result<String, String> {
    fs::read_to_string(root().join(file)).map_err(|error| format!("{file}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_and_attributes_are_found() {
        let toml = "[build]\na = 1\npattern_script = '<script src=\"{js}\"></script>'\n";
        let script = "<script src=\"{js}\"></script>";
        assert_eq!(setting(toml, "pattern_script"), Ok(script));
        assert!(setting(toml, "a").is_err() && setting(toml, "b").is_err());
        let tag = "<link data-trunk rel=\"css\" href=\"a/b.css\" />";
        assert_eq!(attribute(tag, "rel"), Some("css"));
        assert_eq!(attribute(tag, "href"), Some("a/b.css"));
        assert_eq!(attribute(tag, "data-bin"), None);
    }

    #[test]
    fn what_index_html_names_is_put_beside_it() {
        let dist = std::env::temp_dir().join(format!("motcua-page-{}", std::process::id()));
        fs::create_dir_all(&dist).expect("a folder");
        crate::style::join().expect("the styles are joined");
        let app = AppFiles {
            script: "motcua-1.js".into(),
            wasm: "motcua-1_bg.wasm".into(),
            imported: vec!["later-1.js".into()],
        };
        write(&dist, &app).expect("the page is written");
        let page = fs::read_to_string(dist.join("index.html")).expect("the page");
        for file in [
            "boot.js",
            "old.js",
            "settings.json",
            "locales/vi/messages.ftl",
        ] {
            assert!(dist.join(file).exists(), "{file}");
        }
        fs::remove_dir_all(&dist).expect("the folder goes");
        assert!(!page.contains("data-trunk"), "{page}");
        let script = "<script type=\"module\" src=\"/boot.js\" data-js=\"/motcua-1.js\" data-wasm=\"/motcua-1_bg.wasm\">";
        assert!(page.contains(script), "{page}");
        let later = "<link rel=\"modulepreload\" href=\"/later-1.js\"></head>";
        assert!(page.contains(later), "{page}");
    }
}
