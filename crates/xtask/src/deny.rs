//! Licences, sources and advisories of the dependencies.

use crate::Done;
use crate::run::{cargo, command, output, run};

/// Checks licences and sources; advisories where their database can be had.
///
/// # Errors
/// What cargo-deny refuses.
pub(crate) fn check() -> Done {
    // It reads every crate of the lock file, also those of other systems, which no build has fetched.
    run(cargo().args(["fetch", "--quiet", "--locked"]))?;
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
