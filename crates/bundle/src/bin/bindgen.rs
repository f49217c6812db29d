//! wasm-bindgen for Trunk and for `cargo xtask build`: the project's own of the version in Cargo.lock, with the
//! flags that the two use. `wasm-bindgen-cli` would build two programs more and a TLS stack.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use wasm_bindgen_cli_support::Bindgen;
use wasm_bindgen_shared::SCHEMA_VERSION;

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
    Bindgen::new()
        .web(true)?
        .typescript(!cli.no_typescript)
        .keep_lld_exports(cli.keep_lld_exports)
        .keep_debug(cli.keep_debug)
        .out_name(&cli.out_name)
        .input_path(cli.module)
        .generate(cli.out_dir)?;
    Ok(())
}
