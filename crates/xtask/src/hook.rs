//! What Trunk calls before and after it builds.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::run::{command, output, run};
use crate::{Done, style};

/// The features that the compiler already uses. Not `--all-features`: binaryen then writes a form of
/// imports that Chromium 156 refuses.
const WASM_FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// `before` joins the styles; `after` makes a release smaller and compresses it.
///
/// # Errors
/// What failed.
pub(crate) fn hook(args: &[String]) -> Done {
    match args.first().map(String::as_str) {
        Some("before") => style::join(),
        Some("after") if std::env::var("TRUNK_PROFILE").as_deref() == Ok("release") => {
            let staging =
                std::env::var("TRUNK_STAGING_DIR").map_err(|_| "only Trunk calls this")?;
            let staging = PathBuf::from(staging);
            optimise(&staging)?;
            compress(&staging)
        }
        Some("after") => Ok(()),
        _ => Err("only Trunk calls this".into()),
    }
}

/// Runs wasm-opt, where it is installed, and names the result by its content.
fn optimise(dist: &Path) -> Done {
    if output(command("wasm-opt").arg("--version")).is_none() {
        return Ok(());
    }
    let wasm = files(dist)?
        .into_iter()
        .find(|file| file.to_string_lossy().ends_with("_bg.wasm"))
        .ok_or("Trunk made no wasm file")?;
    let smaller = wasm.with_extension("opt");
    run(command("wasm-opt")
        .args(["-Oz", "--strip-debug", "--strip-producers"])
        .args(WASM_FEATURES)
        .arg(&wasm)
        .arg("-o")
        .arg(&smaller))?;
    let bytes = fs::read(&smaller).map_err(|e| e.to_string())?;
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let name = format!("motcua-{:016x}_bg.wasm", hasher.finish());
    let old = wasm
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let index = dist.join("index.html");
    let page = fs::read_to_string(&index).map_err(|e| e.to_string())?;
    fs::write(&index, page.replace(&old, &name)).map_err(|e| e.to_string())?;
    fs::rename(&smaller, dist.join(&name)).map_err(|e| e.to_string())?;
    fs::remove_file(&wasm).map_err(|e| e.to_string())
}

/// Puts a brotli copy beside every file that gets smaller by it, for any web server to send.
fn compress(dist: &Path) -> Done {
    for file in files(dist)? {
        let bytes = fs::read(&file).map_err(|e| e.to_string())?;
        let small = brotli(&bytes)?;
        if small.len() + 64 < bytes.len() {
            let mut name = file.into_os_string();
            name.push(".br");
            fs::write(name, small).map_err(|e| e.to_string())?;
        }
    }
    Ok(())
}

/// The bytes compressed as small as brotli can.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params).map_err(|e| e.to_string())?;
    Ok(out)
}

/// Every file below a folder.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
