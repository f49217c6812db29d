//! Parts of a whole run that have the other core: one after the other, each as a program of its own, beside the parts
//! in the foreground.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::{Done, places};

/// Says that a part runs beside others: it prints no report.
pub(crate) const BESIDE: &str = "--beside";

/// What a part was that has run beside others.
pub(crate) struct Ran {
    pub(crate) part: &'static str,
    pub(crate) time: Duration,
    /// What it printed.
    pub(crate) log: String,
    pub(crate) passed: bool,
}

/// Parts that run beside others.
pub(crate) struct Lane {
    pub(crate) parts: Vec<&'static str>,
    thread: JoinHandle<Result<Vec<Ran>, String>>,
}

impl Lane {
    /// Begins with the first part. `flags` go to each.
    ///
    /// # Errors
    /// The program cannot be copied.
    pub(crate) fn begin(
        parts: Vec<&'static str>,
        flags: &'static [&'static str],
    ) -> Result<Self, String> {
        let program = copied(parts.first().copied().unwrap_or_default())?;
        let list = parts.clone();
        let thread = thread::spawn(move || {
            let mut ran: Vec<Ran> = Vec::new();
            for part in list {
                let one = one(&program, part, flags)?;
                let passed = one.passed;
                ran.push(one);
                if !passed {
                    break;
                }
            }
            Ok(ran)
        });
        Ok(Self { parts, thread })
    }

    /// Waits until all have ended. Behind one that failed none has run.
    ///
    /// # Errors
    /// One could not be started.
    pub(crate) fn end(self) -> Result<Vec<Ran>, String> {
        self.thread
            .join()
            .map_err(|_| "Parts of the run could not be waited for.".to_string())?
    }
}

/// This program under another name: cargo may build it anew while it runs.
fn copied(name: &str) -> Result<PathBuf, String> {
    let folder = places::target();
    let copy = folder.join(format!("test-{name}{}", std::env::consts::EXE_SUFFIX));
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    fs::create_dir_all(&folder)
        .and_then(|()| fs::copy(program, &copy))
        .map_err(|error| format!("{}: {error}", copy.display()))?;
    Ok(copy)
}

fn one(program: &Path, part: &'static str, flags: &[&str]) -> Result<Ran, String> {
    let path = places::target().join(format!("test-{part}.log"));
    let say = |error: std::io::Error| format!("{part}: {error}");
    let out = File::create(&path).map_err(say)?;
    let began = Instant::now();
    let ended = Command::new(program)
        .args(["test", part, BESIDE])
        .args(flags)
        .stdin(Stdio::null())
        .stdout(Stdio::from(out.try_clone().map_err(say)?))
        .stderr(Stdio::from(out))
        .status()
        .map_err(say)?;
    Ok(Ran {
        part,
        time: began.elapsed(),
        log: fs::read_to_string(&path).unwrap_or_default(),
        passed: ended.success(),
    })
}

/// # Errors
/// What each of them printed that failed.
pub(crate) fn all_passed(ran: &[Ran]) -> Done {
    let failed: Vec<&str> = ran
        .iter()
        .filter(|one| !one.passed)
        .map(|one| one.log.as_str())
        .collect();
    match failed.as_slice() {
        [] => Ok(()),
        logs => Err(logs.join("\n")),
    }
}
