//! Lists the procedures that come with the project, and the words that people search with in each
//! language, so that the portal has them inside.

use std::fmt::Write as _;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let here = std::env::var("CARGO_MANIFEST_DIR")?;
    let folder = Path::new(&here).join("../procedure/fixtures/procedures");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut names: Vec<_> = std::fs::read_dir(&folder)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".json"))
        .collect();
    names.sort();
    let mut list = String::from("&[\n");
    for name in names {
        let path = folder.join(&name);
        writeln!(
            list,
            "({name:?}, include_str!({:?})),",
            path.display().to_string()
        )?;
    }
    list.push(']');
    let out = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&out).join("procedures.rs"), list)?;
    std::fs::write(Path::new(&out).join("synonyms.rs"), synonyms(&here)?)?;
    Ok(())
}

/// The `search.json` of every language that has one.
fn synonyms(here: &str) -> Result<String, Box<dyn std::error::Error>> {
    let folder = Path::new(here).join("../../public/locales");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut files: Vec<_> = std::fs::read_dir(&folder)?
        .filter_map(|entry| Some(entry.ok()?.path().join("search.json")))
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    let mut list = String::from("&[\n");
    for path in files {
        println!("cargo:rerun-if-changed={}", path.display());
        writeln!(list, "include_str!({:?}),", path.display().to_string())?;
    }
    list.push(']');
    Ok(list)
}
