//! wasm-split for `cargo xtask build`: cuts a compiled module in two (docs/adr/0008-later.md).

use std::path::PathBuf;

use clap::Parser;
use wasm_split_cli_support::{Options, transform};

/// Cuts a WebAssembly module at its split points.
#[derive(Debug, Parser)]
#[command(name = "wasm-split")]
struct Cli {
    /// The compiled module, with relocations.
    module: PathBuf,
    /// Folder to write to.
    out_dir: PathBuf,
    /// Name of the module that is there first.
    #[arg(long)]
    out_name: String,
}

fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    let module = std::fs::read(&cli.module)?;
    let first = cli.out_dir.join(format!("{}.wasm", cli.out_name));
    let script = format!("./{}.js", cli.out_name);
    let mut options = Options::new(&module);
    options.output_dir = &cli.out_dir;
    options.main_out_path = &first;
    options.main_module = &script;
    transform(options).map_err(|error| anyhow::anyhow!("{error:?}"))?;
    Ok(())
}
