//! Running other programs from the project's root.

use std::path::Path;
use std::process::Command;

use crate::Done;
use crate::places;
pub(crate) use crate::places::root;

/// Says what is being done.
pub(crate) fn say(what: &str) {
    println!("\n\u{2022} {what}");
}

/// A program to run in the root, with the project's own tools first on the path.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    let own = places::folders()
        .into_iter()
        .chain([root().join("e2e/node_modules/.bin")]);
    let path = std::env::var_os("PATH").unwrap_or_default();
    if let Ok(path) = std::env::join_paths(own.chain(std::env::split_paths(&path))) {
        command.env("PATH", path);
    }
    command
}

/// `cargo`, the same one that runs this.
pub(crate) fn cargo() -> Command {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let mut command = command(&cargo);
    // What cargo sets for this program must not reach what it starts.
    for (name, _) in std::env::vars() {
        if name.starts_with("CARGO_PKG_")
            || name == "CARGO_MANIFEST_DIR"
            || name == "CARGO_MANIFEST_PATH"
        {
            command.env_remove(name);
        }
    }
    command
}

/// Runs a program and shows what it prints.
///
/// # Errors
/// What was run, and how it ended.
pub(crate) fn run(command: &mut Command) -> Done {
    let shown = shown(command);
    println!("  {shown}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("This failed ({status}):\n  {shown}")),
        Err(error) => Err(format!("This could not be started ({error}):\n  {shown}")),
    }
}

/// What a program prints; `None` when it is not there or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program())
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let args = command
        .get_args()
        .map(|arg| arg.to_string_lossy().into_owned());
    std::iter::once(program)
        .chain(args)
        .collect::<Vec<_>>()
        .join(" ")
}
