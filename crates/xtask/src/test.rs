//! Every check, in the order in which they are cheap.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::lane::{self, BESIDE, Lane};
use crate::run::{cargo, command, root, run, say};
use crate::{
    Done, build, deny, graph, licences, lint, locales, places, results, size, statements, style,
    tools,
};

/// What `cargo xtask help` says.
pub(crate) const HELP: &str = "\
every check that a change needs, in less than 20 minutes on two cores; or only some parts:
format lint native licences types app size e2e servers engines screen-reader
--all     the exhaustive run: every locale, procedure, mode and fault, other targets,
          documentation, advisories; parts more: docs targets advisories
The run says at its end what it did not prove, and how long each part took.";

/// How much is checked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// What every change needs.
    Short,
    /// Everything there is.
    All,
}

/// How a part runs.
#[derive(Clone, Copy)]
struct How {
    extent: Extent,
    /// Others run beside it that must not wait: a screen reader that answers late looks like one that says nothing.
    gives_way: bool,
}

/// A part of the checks: its name, what it is, what it does.
struct Part {
    name: &'static str,
    title: &'static str,
    run: fn(How) -> Done,
    /// Why it can't run on this machine, if it can't.
    missing: fn() -> Option<String>,
    /// Only the exhaustive run has it.
    is_in_all_only: bool,
}

const fn part(name: &'static str, title: &'static str, run: fn(How) -> Done) -> Part {
    Part {
        name,
        title,
        run,
        missing: || None,
        is_in_all_only: false,
    }
}

const PARTS: [Part; 15] = [
    part("format", "Formatting", format),
    part("lint", "Plain words, languages, statements", lint),
    part(
        "native",
        "Clippy, warnings as errors; native tests: rules, portal, parity, render tests, tidy",
        native,
    ),
    part("licences", "Licences and sources of dependencies", |_| {
        licences::check()
    }),
    part("types", "Types of the tests in TypeScript", types),
    part(
        "programs",
        "Browsers, servers and Orca, where they can be installed",
        programs,
    ),
    part("app", "The app for deployment", |_| build::app_if_stale()),
    part("size", "What a first visit transfers", |_| {
        size::size(&graph::programs()?.portal)
    }),
    part(
        "e2e",
        "In a browser, against the real reference portal",
        e2e,
    ),
    Part {
        missing: || tools::screen_reader().err(),
        ..part(
            "screen-reader",
            "What Orca says on the way through procedures",
            screen_reader,
        )
    },
    Part {
        missing: || tools::servers().err(),
        ..part(
            "servers",
            "nginx and Caddy with the configurations of the README",
            servers,
        )
    },
    part(
        "engines",
        "One whole journey in other browsers; Chromium with its back/forward cache",
        engines,
    ),
    Part {
        is_in_all_only: true,
        ..part("docs", "Documentation, warnings as errors", docs)
    },
    Part {
        is_in_all_only: true,
        ..part(
            "targets",
            "Clippy for the browser and the build's tools",
            targets,
        )
    },
    Part {
        is_in_all_only: true,
        ..part("advisories", "Advisories about dependencies", |_| {
            tools::deny().and_then(|()| deny::check())
        })
    },
];

/// Which parts of a whole run have the other core, and from which part on. Compiling the app keeps one core busy for
/// minutes, and Orca mostly waits.
const LANES: [(&str, &[&str]); 3] = [
    ("format", &["app"]),
    ("format", &["programs"]),
    ("e2e", &["screen-reader", "servers", "engines"]),
];

/// Runs every part, or those that are named. What a machine lacks is installed where it can be; where it cannot,
/// the part is left out, and said to be.
///
/// # Errors
/// The first that fails, and what ran beside it and failed too.
pub(crate) fn test(args: &[String]) -> Done {
    let (flags, wanted): (Vec<&str>, Vec<&str>) = args
        .iter()
        .map(String::as_str)
        .partition(|arg| arg.starts_with('-'));
    let extent = match flags.contains(&"--all") {
        true => Extent::All,
        false => Extent::Short,
    };
    if !flags.iter().all(|flag| ["--all", BESIDE].contains(flag)) {
        return Err("test has one flag: --all".into());
    }
    let is_known = |name: &&&str| PARTS.iter().any(|part| part.name == **name);
    if let Some(unknown) = wanted.iter().find(|name| !is_known(name)) {
        return Err(format!(
            "\"{unknown}\" is no part of the tests; cargo xtask test --help lists them"
        ));
    }
    let is_whole = wanted.is_empty();
    let is_wanted = |part: &&Part| match is_whole {
        true => extent == Extent::All || !part.is_in_all_only,
        false => wanted.contains(&part.name),
    };
    let mut run = Run {
        extent,
        is_whole,
        began: Instant::now(),
        lanes: Vec::new(),
        times: Vec::new(),
        left_out: Vec::new(),
    };
    for part in PARTS.iter().filter(is_wanted) {
        if let Err(why) = run.part(part) {
            return Err(run.failed(&why));
        }
    }
    match flags.contains(&BESIDE) {
        true => Ok(()),
        false => run.print(),
    }
}

/// A run as far as it has come.
struct Run {
    extent: Extent,
    is_whole: bool,
    began: Instant,
    /// What runs beside.
    lanes: Vec<Lane>,
    times: Vec<(&'static str, Duration)>,
    left_out: Vec<(&'static str, String)>,
}

impl Run {
    /// Runs a part, or waits for it.
    ///
    /// # Errors
    /// It failed.
    fn part(&mut self, part: &Part) -> Done {
        self.begin_lanes(part.name)?;
        if self.left_out.iter().any(|(name, _)| *name == part.name)
            || self.times.iter().any(|(name, _)| *name == part.name)
        {
            return Ok(());
        }
        say(part.title);
        let has_it = |lane: &Lane| lane.parts.contains(&part.name);
        if let Some(at) = self.lanes.iter().position(has_it) {
            let ran = self.lanes.remove(at).end()?;
            for one in &ran {
                println!("{}", one.log);
                self.times.push((one.part, one.time));
            }
            return lane::all_passed(&ran);
        }
        if let Some(why) = (part.missing)() {
            println!("  {why}");
            self.left_out.push((part.name, why));
            return Ok(());
        }
        let how = How {
            extent: self.extent,
            gives_way: !self.lanes.is_empty(),
        };
        let began = Instant::now();
        (part.run)(how).map_err(|why| {
            let name = part.name;
            format!("{why}\n\nThe part \"{name}\" failed; cargo xtask test {name} runs it alone.")
        })?;
        self.times.push((part.name, began.elapsed()));
        Ok(())
    }

    /// Begins what runs beside this part and the ones after it.
    fn begin_lanes(&mut self, name: &str) -> Done {
        let lanes = LANES
            .iter()
            .filter(|(from, _)| self.is_whole && *from == name);
        for (_, names) in lanes {
            let mut there = Vec::new();
            for part in PARTS.iter().filter(|part| names.contains(&part.name)) {
                match (part.missing)() {
                    Some(why) => {
                        println!("  {why}");
                        self.left_out.push((part.name, why));
                    }
                    None => there.push(part.name),
                }
            }
            let flags: &[&str] = match self.extent {
                Extent::Short => &[],
                Extent::All => &["--all"],
            };
            if !there.is_empty() {
                self.lanes.push(Lane::begin(there, flags)?);
            }
        }
        Ok(())
    }

    /// Why the run failed. Tests beside are waited for, so that both are known; the app's build isn't.
    fn failed(self, why: &str) -> String {
        let tests = self
            .lanes
            .into_iter()
            .filter(|lane| !lane.parts.contains(&"app"));
        let beside: String = tests
            .map(|lane| {
                println!("  Waiting for what runs beside: {}", lane.parts.join(", "));
                lane.end().and_then(|ran| lane::all_passed(&ran))
            })
            .filter_map(Result::err)
            .map(|why| format!("{why}\n\n"))
            .collect();
        format!("{beside}{why}")
    }

    /// What is told at the end.
    ///
    /// # Errors
    /// The statements can't be read.
    fn print(&self) -> Done {
        say(match self.left_out.is_empty() {
            true => "Everything passed",
            false => "What could be run here passed",
        });
        for (name, time) in &self.times {
            let is_beside = self.is_whole && LANES.iter().any(|(_, parts)| parts.contains(name));
            let note = if is_beside { "  beside others" } else { "" };
            println!("  {name:<14}{:>6} s{note}", time.as_secs());
        }
        println!("  {:<14}{:>6} s", "in all", self.began.elapsed().as_secs());
        for (name, why) in &self.left_out {
            println!("  {name:<14}not run. {why}");
        }
        if self.times.iter().any(|(name, _)| *name == "engines") {
            for test in results::left_out("results-engines.json")? {
                println!("  {:<14}not run. {test}", "engines");
            }
        }
        if self.is_whole && self.extent == Extent::Short {
            say("What this run did not prove");
            println!("  {}", statements::unproven()?);
            let parts = PARTS.iter().filter(|part| part.is_in_all_only);
            let parts: Vec<&str> = parts.map(|part| part.name).collect();
            println!(
                "  Parts of cargo xtask test --all only: {}; and of e2e the tests with the tag @all.",
                parts.join(", ")
            );
        }
        Ok(())
    }
}

fn format(_: How) -> Done {
    run(cargo().args(["fmt", "--all", "--check"]))
}

fn lint(_: How) -> Done {
    lint::lint(&[])?;
    statements::check()
}

fn native(how: How) -> Done {
    tools::clippy()?;
    let mut env = vec![("GALLERY", gallery_folder()?)];
    if how.extent == Extent::All {
        env.push(("DOSSIERS", "1000".into()));
    }
    graph::test(&env)
}

fn docs(_: How) -> Done {
    let all = [
        "doc",
        "--quiet",
        "--workspace",
        "--no-deps",
        "--document-private-items",
    ];
    run(cargo().env("RUSTDOCFLAGS", "-D warnings").args(all))
}

/// What only the browser compiles, and the tools of the build.
fn targets(_: How) -> Done {
    tools::wasm_target()?;
    run(cargo()
        .args(["clippy", "--quiet", "--package", "bundle"])
        .args(["--profile", "tools", "--", "-D", "warnings"]))?;
    run(cargo()
        .args(["clippy", "--quiet", "--package", "motcua"])
        .args(["--target", "wasm32-unknown-unknown"])
        .args(["--", "-D", "warnings"]))
}

fn types(_: How) -> Done {
    tools::node()?;
    run(command("tsc")
        .current_dir(root().join("e2e"))
        .args(["--noEmit", "--project", "."]))
}

/// Installs what can be installed, while others compile. What cannot is told by the parts that need it.
fn programs(_: How) -> Done {
    tools::chromium(false)?;
    for why in [tools::screen_reader(), tools::servers(), tools::engines()]
        .into_iter()
        .filter_map(Result::err)
    {
        println!("  {why}");
    }
    Ok(())
}

fn e2e(how: How) -> Done {
    let short = ["--grep-invert", "@all"];
    let args = match how.extent {
        Extent::Short => &short[..],
        Extent::All => &[],
    };
    playwright("e2e", how, false, args)
}

fn screen_reader(how: How) -> Done {
    playwright(
        "screen-reader",
        how,
        true,
        &["--config", "playwright.orca.config.ts"],
    )
}

fn engines(how: How) -> Done {
    // A browser that is not there is left out by its test, which says so.
    if let Err(why) = tools::engines() {
        println!("  {why}");
    }
    let old = match how.extent {
        Extent::All => tools::old_chromium()
            .inspect_err(|why| println!("  {why}"))
            .ok(),
        Extent::Short => None,
    };
    playwright_with(
        "engines",
        how,
        true,
        &["--config", "playwright.engines.config.ts"],
        old.map(|program| ("OLD_CHROMIUM", program)),
    )
}

fn servers(how: How) -> Done {
    playwright(
        "servers",
        how,
        false,
        &["--config", "playwright.servers.config.ts"],
    )
}

fn playwright(part: &str, how: How, needs_window: bool, args: &[&str]) -> Done {
    playwright_with(part, how, needs_window, args, [])
}

/// Runs tests of `e2e/`. A test that passed only on its second try is named, and fails the run when it did so in the
/// run before.
fn playwright_with(
    part: &str,
    how: How,
    needs_window: bool,
    args: &[&str],
    env: impl IntoIterator<Item = (&'static str, String)>,
) -> Done {
    tools::for_tests()?;
    tools::chromium(needs_window)?;
    build::app_if_stale()?;
    let programs = graph::programs()?;
    gallery(&programs.app_tests)?;
    let browser = tools::browser(needs_window).ok_or("No browser was found.")?;
    let report = format!("results-{part}.json");
    let mut npx = match how.gives_way && tools::is_on_path("nice") {
        true => command("nice"),
        false => command("npx"),
    };
    if npx.get_program() == "nice" {
        npx.args(["-n", "10", "npx"]);
    }
    run(npx
        .current_dir(root().join("e2e"))
        .env("CHROMIUM", browser)
        .envs(env)
        .env("PORTAL", &programs.portal)
        .env("APP_TESTS", &programs.app_tests)
        .env("PSEUDO_APP", locales::app_with_pseudo()?)
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report)
        .env(
            "EXTENT",
            if how.extent == Extent::All {
                "all"
            } else {
                "short"
            },
        )
        .args(["playwright", "test", "--reporter", "list,json"])
        .args(args))?;
    let second = results::second_tries(&report)?;
    for name in &second {
        println!("  Passed only on its second try: {name}");
    }
    match results::again(part, &second).as_slice() {
        [] => Ok(()),
        twice => Err(format!(
            "In two runs one after the other these passed only on their second try:\n  {}",
            twice.join("\n  ")
        )),
    }
}

/// Where a render test writes every kind of question in every state, as pages that need no app.
fn gallery_folder() -> Result<std::path::PathBuf, String> {
    let folder = places::target().join("gallery");
    fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    style::join()?;
    let (from, to) = (root().join(style::JOINED), folder.join("motcua.css"));
    fs::copy(&from, to).map_err(|e| format!("{}: {e}", from.display()))?;
    Ok(folder)
}

/// The gallery's pages, for axe to look at.
fn gallery(app_tests: &Path) -> Done {
    run(Command::new(app_tests)
        .current_dir(root())
        .env("GALLERY", gallery_folder()?)
        .args(["--quiet", "pages::gallery"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_beside_is_waited_for_after_it_has_begun() {
        let place = |name: &str| PARTS.iter().position(|part| part.name == name);
        for (from, parts) in LANES {
            for part in parts {
                assert!(place(from) <= place(part), "{part} before {from}");
                assert!(place(from).is_some(), "{from}");
            }
        }
    }
}
