//! What Trunk calls before and after it builds.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Done, cut, places, style, tools};

/// `before` joins the styles; `after` cuts a release in two, makes it smaller and compresses it.
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
            tools::bundle()?;
            let app = cut::cut(&places::compiled(places::RELEASE), &staging)?;
            cut::instead_of_trunk(&staging, &app)?;
            finish(&staging)
        }
        Some("after") => Ok(()),
        _ => Err("only Trunk calls this".into()),
    }
}

/// Makes the files of a release smaller, and puts compressed copies beside them.
///
/// # Errors
/// What failed.
pub(crate) fn finish(dist: &Path) -> Done {
    minify(dist)?;
    compress(dist)
}

/// Shorter names and no comments in the scripts and styles that are not the app's own.
fn minify(dist: &Path) -> Done {
    for file in files(dist)? {
        let name = file.to_string_lossy();
        let is_ours = name.contains("/motcua-") || name.contains("/later-");
        if name.ends_with(".css") || (name.ends_with(".js") && !is_ours) {
            cut::minify(&file)?;
        }
    }
    Ok(())
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
