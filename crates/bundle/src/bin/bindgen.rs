//! wasm-bindgen for Trunk and for `cargo xtask build`: the project's own of the version in Cargo.lock, with the
//! flags that the two use. `wasm-bindgen-cli` would build two programs more and a TLS stack.

use std::path::PathBuf;

use anyhow::{Context, ensure};
use clap::{Parser, ValueEnum};
use walrus::{Module, ModuleConfig};
use wasm_bindgen_cli_support::Bindgen;
use wasm_bindgen_shared::SCHEMA_VERSION;

/// How a module says that it was compiled for tables of references.
const REFERENCES: &[u8] = b"+\x0freference-types";

/// Where `wasm-bindgen` asks for the first place in such a table that is free.
const FIRST_FREE: [&str; 2] = [
    "__wbindgen_externref_xform__",
    "__wbindgen_externref_statics_end",
];

/// The answer without a table, and the version of wasm-bindgen that was read for it: behind `undefined`, `null`, `true` and
/// `false` (`JSIDX_RESERVED`).
const RESERVED: (i32, &str) = (1028, "0.2.130");

/// Writes the JavaScript that joins a WebAssembly module to the browser.
#[derive(Debug, Parser)]
#[command(name = "wasm-bindgen", version = SCHEMA_VERSION)]
struct Cli {
    /// Where the module will run.
    #[arg(long, value_enum, default_value_t = Target::Web)]
    target: Target,
    /// Folder to write to.
    #[arg(long)]
    out_dir: PathBuf,
    /// Name of the files.
    #[arg(long)]
    out_name: String,
    /// No file of types for TypeScript.
    #[arg(long)]
    no_typescript: bool,
    /// Keep names that the linker exports, for wasm-split.
    #[arg(long)]
    keep_lld_exports: bool,
    /// Keep the sections for debuggers.
    #[arg(long)]
    keep_debug: bool,
    /// The compiled module.
    module: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Target {
    /// A module that a page imports.
    Web,
}

fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    let Target::Web = cli.target;
    let mut module = ModuleConfig::new()
        .strict_validate(false)
        .generate_dwarf(cli.keep_debug)
        .generate_name_section(true)
        .generate_producers_section(true)
        .parse_file(&cli.module)?;
    without_references(&mut module)?;
    Bindgen::new()
        .web(true)?
        .typescript(!cli.no_typescript)
        .keep_lld_exports(cli.keep_lld_exports)
        .keep_debug(cli.keep_debug)
        .out_name(&cli.out_name)
        .input_module(&cli.out_name, module)
        .generate(cli.out_dir)?;
    Ok(())
}

/// Objects of JavaScript are kept in an array of the script, not in a table of WebAssembly: the WebKit of Safari 16.0
/// (WPE WebKit 2.38) reads 64 bits of an index into it where 32 count, and traps ("Out of bounds table access").
fn without_references(module: &mut Module) -> anyhow::Result<()> {
    let mut features = module
        .customs
        .remove_raw("target_features")
        .context("the module does not say what it was compiled for")?;
    let list = &mut features.data;
    let at = list
        .windows(REFERENCES.len())
        .position(|part| part == REFERENCES)
        .context(
            "the module was not compiled for tables of references: nothing has to be undone",
        )?;
    list[at] = b'-';
    module.customs.add(features);
    let [from, name] = FIRST_FREE;
    let (number, version) = RESERVED;
    ensure!(
        SCHEMA_VERSION == version,
        "what is JSIDX_RESERVED in wasm-bindgen {SCHEMA_VERSION}?"
    );
    if let Ok(import) = module.imports.get_func(from, name) {
        module
            .replace_imported_func(import, |(body, _)| {
                body.i32_const(number);
            })
            .context(name)?;
    }
    Ok(())
}
