//! Licences, sources and advisories of the dependencies.

use crate::Done;
use crate::run::{command, output, run};

/// Checks licences and sources; advisories where their database can be had.
///
/// # Errors
/// What cargo-deny refuses.
pub(crate) fn check() -> Done {
    run(command("cargo-deny").args(["--offline", "check", "licenses", "bans", "sources"]))?;
    let fetched = output(command("cargo-deny").args(["fetch", "db"])).is_some();
    if fetched {
        run(command("cargo-deny").args(["check", "advisories"]))
    } else {
        println!(
            "  Advisories were not checked: their database (github.com) cannot be reached from here."
        );
        Ok(())
    }
}
