//! What a first visit transfers until the first question can be answered.

use std::fs;

use crate::Done;
use crate::hook::{brotli, files};
use crate::run::{root, say};

/// DESIGN, section 11: 200 KB at most; the aim is 150 KB.
const BUDGET: usize = 200_000;
const AIM: usize = 150_000;
/// What the build may have today: docs/adr/0004-size.md says why it is more than the budget, and what
/// brings it down. It only goes down.
const CEILING: usize = 335_000;

/// Prints every file of a first visit with its size in brotli.
///
/// # Errors
/// When the ceiling is exceeded.
pub(crate) fn size() -> Done {
    say("What a first visit transfers until the first question, brotli, in bytes");
    let dist = root().join("dist");
    let mut parts = Vec::new();
    for file in files(&dist)? {
        let name = file
            .strip_prefix(&dist)
            .unwrap_or(&file)
            .to_string_lossy()
            .into_owned();
        if is_first_visit(&name) {
            let bytes = fs::read(&file).map_err(|e| e.to_string())?;
            parts.push((name, brotli(&bytes)?.len(), bytes.len()));
        }
    }
    // What the portal answers: its description and the larger of the two definitions.
    let fixtures = root().join("crates/procedure/fixtures/procedures");
    let mut definitions = Vec::new();
    for file in files(&fixtures)? {
        let bytes = fs::read(&file).map_err(|e| e.to_string())?;
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        definitions.push((
            format!("definition {name}"),
            brotli(&bytes)?.len(),
            bytes.len(),
        ));
    }
    parts.extend(definitions.into_iter().max_by_key(|part| part.1));
    // Measured once: answers of GET /portal and GET /procedures?q=, with headers.
    parts.push(("portal description".into(), 700, 1_500));
    let mut total = 0;
    for (name, small, plain) in &parts {
        println!("  {small:>8}  (of {plain:>8})  {name}");
        total += small;
    }
    println!("  {total:>8}  in all; the budget is {BUDGET}, the aim {AIM}, the ceiling {CEILING}");
    if total > CEILING {
        return Err(format!(
            "A first visit transfers {total} bytes, {} over the ceiling (docs/adr/0004-size.md).",
            total - CEILING
        ));
    }
    if total > BUDGET {
        println!(
            "  This is {} over the budget: docs/adr/0004-size.md",
            total - BUDGET
        );
    }
    Ok(())
}

/// One locale is loaded: Vietnamese.
fn is_first_visit(name: &str) -> bool {
    let other_locale = name.starts_with("locales/") && !name.starts_with("locales/vi/");
    let later = name.starts_with("later-") && name.ends_with(".wasm");
    !name.ends_with(".br") && !other_locale && !later
}
