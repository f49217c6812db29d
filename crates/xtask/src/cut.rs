//! The app's WebAssembly, cut in two: what is needed until the first question can be answered, and
//! what comes later (docs/adr/0008-later.md).

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::thread;

use crate::page::AppFiles;
use crate::run::{command, output, run};
use crate::{Done, page, places};

/// The features that the compiler already uses. Not `--all-features`: binaryen then writes a form of
/// imports that Chromium 156 refuses.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-multivalue",
];

/// The name under which the first file asks for the second; the WebAssembly has it too.
const LINK: &str = "./__wasm_split.js";

/// Cuts a compiled module, and writes the script and the WebAssembly of both halves into `dist`, named by what
/// is in them.
///
/// # Errors
/// What failed.
pub(crate) fn cut(compiled: &Path, dist: &Path) -> Result<AppFiles, String> {
    let work = places::target().join("cut");
    drop(fs::remove_dir_all(&work));
    fs::create_dir_all(&work).map_err(|e| format!("{}: {e}", work.display()))?;
    run(command("wasm-split")
        .args(["--out-name", "motcua"])
        .arg(compiled)
        .arg(&work))?;
    let bound = work.join("bound");
    run(command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .args(["--out-name", "motcua", "--out-dir"])
        .arg(&bound)
        .arg(work.join("motcua.wasm")))?;
    let [script, wasm] = ["motcua.js", "motcua_bg.wasm"].map(|name| bound.join(name));
    let [later_script, later_wasm] =
        ["__wasm_split.js", "split_later.wasm"].map(|name| work.join(name));
    // Each keeps one core busy.
    thread::scope(|scope| {
        let first = scope.spawn(|| optimise(&wasm));
        optimise(&later_wasm)?;
        first
            .join()
            .map_err(|_| "wasm-opt could not be waited for")?
    })?;
    for file in [&script, &later_script] {
        minify(file)?;
    }
    shorten_names(&script, &wasm)?;

    let mut hasher = DefaultHasher::new();
    for file in [&script, &wasm, &later_script, &later_wasm] {
        read(file)?.hash(&mut hasher);
    }
    let hash = format!("{:016x}", hasher.finish());
    let names = Names {
        script: format!("motcua-{hash}.js"),
        wasm: format!("motcua-{hash}_bg.wasm"),
        later_script: format!("later-{hash}.js"),
        later_wasm: format!("later-{hash}.wasm"),
    };
    let link = format!("./{}", names.later_script);
    let text = replaced(
        &script,
        &[(&format!("from\"{LINK}\""), &format!("from\"{link}\""))],
    )
    .or_else(|_| {
        replaced(
            &script,
            &[(&format!("from \"{LINK}\""), &format!("from \"{link}\""))],
        )
    })?;
    write(&dist.join(&names.script), text.as_bytes())?;
    let text = replaced(
        &later_script,
        &[
            ("./motcua.js", &format!("./{}", names.script)),
            ("./split_later.wasm", &format!("./{}", names.later_wasm)),
        ],
    )?;
    write(&dist.join(&names.later_script), text.as_bytes())?;
    write(&dist.join(&names.wasm), &read(&wasm)?)?;
    write(&dist.join(&names.later_wasm), &read(&later_wasm)?)?;
    Ok(AppFiles {
        script: names.script,
        wasm: names.wasm,
        imported: vec![names.later_script],
    })
}

struct Names {
    script: String,
    wasm: String,
    later_script: String,
    later_wasm: String,
}

/// Takes away what Trunk made of the module, and makes its page ask for the new files.
///
/// # Errors
/// What Trunk did not make.
pub(crate) fn instead_of_trunk(dist: &Path, app: &AppFiles) -> Done {
    let index = dist.join("index.html");
    let mut page = String::from_utf8(read(&index)?).map_err(|e| e.to_string())?;
    for (ending, new) in [("_bg.wasm", &app.wasm), (".js", &app.script)] {
        let old = made_by_trunk(dist, ending, new)?;
        page = page.replace(&old, new);
        fs::remove_file(dist.join(&old)).map_err(|e| format!("{old}: {e}"))?;
    }
    let preload: String = app
        .imported
        .iter()
        .map(|name| page::preload_of(name))
        .collect();
    let page = page.replacen("</head>", &format!("{preload}</head>"), 1);
    write(&index, page.as_bytes())
}

fn made_by_trunk(dist: &Path, ending: &str, new: &str) -> Result<String, String> {
    let entries = fs::read_dir(dist).map_err(|e| format!("{}: {e}", dist.display()))?;
    entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .find(|name| name.starts_with("motcua-") && name.ends_with(ending) && name != new)
        .ok_or_else(|| format!("Trunk made no file that ends in {ending}"))
}

/// Runs wasm-opt, where it is installed.
fn optimise(wasm: &Path) -> Done {
    if output(command("wasm-opt").arg("--version")).is_none() {
        return Ok(());
    }
    run(command("wasm-opt")
        // In the order of their names, functions that resemble each other stand together, which
        // compresses better by 1 %.
        .args(["-Oz", "--reorder-functions-by-name"])
        .args(["--strip-debug", "--strip-producers"])
        .args(WASM_FEATURES)
        .arg(wasm)
        .arg("-o")
        .arg(wasm))
}

/// Runs esbuild, where it is installed: shorter names and no comments; what is exported keeps its name.
///
/// # Errors
/// What failed.
pub(crate) fn minify(file: &Path) -> Done {
    if output(command("esbuild").arg("--version")).is_none() {
        return Ok(());
    }
    run(command("esbuild")
        .args(["--minify", "--log-level=warning", "--allow-overwrite"])
        .arg(format!("--outfile={}", file.display()))
        .arg(file))
}

/// wasm-bindgen ends the name of each function between a script and WebAssembly with 16 digits, which
/// no compression makes shorter: 4 KB of a first visit. Numbers take their place, of the same length, so that
/// nothing moves in the WebAssembly.
fn shorten_names(script: &Path, wasm: &Path) -> Done {
    let mut text = String::from_utf8(read(script)?).map_err(|e| e.to_string())?;
    let mut code = read(wasm)?;
    for (number, name) in names_of_functions(&text).into_iter().enumerate() {
        let new = format!("{number:_>width$}", width = name.len());
        text = text.replace(&name, &new);
        // The name of another may begin with it.
        if put(&mut code, name.as_bytes(), new.as_bytes()) == 0 {
            return Err(format!("The WebAssembly does not have {name}"));
        }
    }
    write(script, text.as_bytes())?;
    write(wasm, &code)
}

/// The names of such functions in a script, each once.
fn names_of_functions(script: &str) -> BTreeSet<String> {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    script
        .split(|c| !word(c))
        .filter(|name| name.starts_with("__wb") || name.starts_with("wasm_bindgen__"))
        .filter(|name| {
            let end = name.bytes().rev().take_while(u8::is_ascii_hexdigit);
            end.count() == 16
        })
        .map(String::from)
        .collect()
}

/// Puts bytes in the place of as many others, and says how often.
fn put(code: &mut [u8], old: &[u8], new: &[u8]) -> usize {
    let mut found = 0;
    let mut at = 0;
    while let Some(window) = code.get_mut(at..at + old.len()) {
        if window == old {
            window.copy_from_slice(new);
            found += 1;
        }
        at += 1;
    }
    found
}

fn replaced(file: &Path, pairs: &[(&str, &str)]) -> Result<String, String> {
    let mut text = String::from_utf8(read(file)?).map_err(|e| e.to_string())?;
    for (old, new) in pairs {
        if !text.contains(old) {
            return Err(format!("{} does not name {old}", file.display()));
        }
        text = text.replace(old, new);
    }
    Ok(text)
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|e| format!("{}: {e}", file.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Done {
    fs::write(file, bytes).map_err(|e| format!("{}: {e}", file.display()))
}
