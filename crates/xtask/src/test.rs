//! Every check, in the order in which they are cheap.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::run::{cargo, command, root, run, say};
use crate::{
    Done, build, deny, graph, licences, lint, locales, places, second_try, size, statements, style,
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

/// A part of the checks: its name, what it is, what it does.
struct Part {
    name: &'static str,
    title: &'static str,
    run: fn(Extent) -> Done,
    /// Why it can't run on this machine, if it can't.
    missing: fn() -> Option<String>,
    /// Only the exhaustive run has it.
    is_in_all_only: bool,
}

const fn part(name: &'static str, title: &'static str, run: fn(Extent) -> Done) -> Part {
    Part {
        name,
        title,
        run,
        missing: || None,
        is_in_all_only: false,
    }
}

const PARTS: [Part; 14] = [
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
        missing: || tools::screen_reader().err(),
        ..part(
            "screen-reader",
            "What Orca says on the way through procedures",
            screen_reader,
        )
    },
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

/// Runs every part, or those that are named. What a machine lacks is installed where it can be; where it cannot,
/// the part is left out, and said to be.
///
/// # Errors
/// The first that fails.
pub(crate) fn test(args: &[String]) -> Done {
    let (flags, wanted): (Vec<&str>, Vec<&str>) = args
        .iter()
        .map(String::as_str)
        .partition(|arg| arg.starts_with('-'));
    let extent = match flags.as_slice() {
        [] => Extent::Short,
        ["--all"] => Extent::All,
        _ => return Err("test has one flag: --all".into()),
    };
    let is_known = |name: &&&str| PARTS.iter().any(|part| part.name == **name);
    if let Some(unknown) = wanted.iter().find(|name| !is_known(name)) {
        return Err(format!(
            "\"{unknown}\" is no part of the tests; cargo xtask test --help lists them"
        ));
    }
    let is_wanted = |part: &&Part| match wanted.is_empty() {
        true => extent == Extent::All || !part.is_in_all_only,
        false => wanted.contains(&part.name),
    };
    let began = Instant::now();
    // Compiling the app keeps one core busy for minutes: meanwhile the other parts have the other one.
    let mut app = match wanted.is_empty() {
        true => Some(Beside::begin()?),
        false => None,
    };
    let mut report = Report::default();
    for part in PARTS.iter().filter(is_wanted) {
        say(part.title);
        if let Some(why) = (part.missing)() {
            println!("  {why}");
            report.left_out.push((part.name, why));
            continue;
        }
        let began = Instant::now();
        if part.name == "app"
            && let Some(app) = app.take()
        {
            app.end()?;
        }
        (part.run)(extent).map_err(|why| {
            let name = part.name;
            format!("{why}\n\nThe part \"{name}\" failed; cargo xtask test {name} runs it alone.")
        })?;
        report.times.push((part.name, began.elapsed()));
    }
    report.print(extent, wanted.is_empty(), began.elapsed())
}

/// What is told at the end.
#[derive(Default)]
struct Report {
    times: Vec<(&'static str, Duration)>,
    left_out: Vec<(&'static str, String)>,
}

impl Report {
    /// Prints it.
    ///
    /// # Errors
    /// The statements can't be read.
    fn print(&self, extent: Extent, is_whole: bool, in_all: Duration) -> Done {
        say(match self.left_out.is_empty() {
            true => "Everything passed",
            false => "What could be run here passed",
        });
        for (name, time) in &self.times {
            println!("  {name:<14}{:>6} s", time.as_secs());
        }
        println!("  {:<14}{:>6} s", "in all", in_all.as_secs());
        for (name, why) in &self.left_out {
            println!("  {name:<14}not run. {why}");
        }
        if is_whole && extent == Extent::Short {
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

/// The app's build beside the first parts, as a program of its own. What it prints is shown when it is waited for.
struct Beside {
    child: Child,
    log: std::path::PathBuf,
}

impl Beside {
    fn begin() -> Result<Self, String> {
        let log = places::target().join("test-app.log");
        let say = |error: std::io::Error| format!("{}: {error}", log.display());
        fs::create_dir_all(places::target()).map_err(say)?;
        let out = File::create(&log).map_err(say)?;
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        // A copy: cargo may build this program anew while it runs.
        let copy = places::target().join(format!("test-app{}", std::env::consts::EXE_SUFFIX));
        fs::copy(program, &copy).map_err(say)?;
        let child = Command::new(copy)
            .args(["test", "app"])
            .stdout(Stdio::from(out.try_clone().map_err(say)?))
            .stderr(Stdio::from(out))
            .spawn()
            .map_err(|error| format!("The app's build could not be started: {error}"))?;
        Ok(Self { child, log })
    }

    /// Waits until it is done.
    ///
    /// # Errors
    /// What it printed, where it failed.
    fn end(mut self) -> Done {
        let ended = self.child.wait().map_err(|error| error.to_string())?;
        let said = fs::read_to_string(&self.log).unwrap_or_default();
        match ended.success() {
            true => Ok(()),
            false => Err(said),
        }
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // Where another part has failed nobody waits for it.
        drop(self.child.kill());
    }
}

fn format(_: Extent) -> Done {
    run(cargo().args(["fmt", "--all", "--check"]))
}

fn lint(_: Extent) -> Done {
    lint::lint(&[])?;
    statements::check()
}

fn native(extent: Extent) -> Done {
    tools::clippy()?;
    let mut env = vec![("GALLERY", gallery_folder()?)];
    if extent == Extent::All {
        env.push(("DOSSIERS", "1000".into()));
    }
    graph::test(&env)
}

fn docs(_: Extent) -> Done {
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
fn targets(_: Extent) -> Done {
    tools::wasm_target()?;
    run(cargo()
        .args(["clippy", "--quiet", "--package", "bundle"])
        .args(["--profile", "tools", "--", "-D", "warnings"]))?;
    run(cargo()
        .args(["clippy", "--quiet", "--package", "motcua"])
        .args(["--target", "wasm32-unknown-unknown"])
        .args(["--", "-D", "warnings"]))
}

fn types(_: Extent) -> Done {
    tools::node()?;
    run(command("tsc")
        .current_dir(root().join("e2e"))
        .args(["--noEmit", "--project", "."]))
}

fn e2e(extent: Extent) -> Done {
    let short = ["--grep-invert", "@all"];
    let args = match extent {
        Extent::Short => &short[..],
        Extent::All => &[],
    };
    playwright("e2e", extent, false, args)
}

fn screen_reader(extent: Extent) -> Done {
    playwright(
        "screen-reader",
        extent,
        true,
        &["--config", "playwright.orca.config.ts"],
    )
}

fn engines(extent: Extent) -> Done {
    // A browser that is not there is left out by its test, which says so.
    if let Err(why) = tools::engines() {
        println!("  {why}");
    }
    playwright(
        "engines",
        extent,
        true,
        &["--config", "playwright.engines.config.ts"],
    )
}

fn servers(extent: Extent) -> Done {
    playwright(
        "servers",
        extent,
        false,
        &["--config", "playwright.servers.config.ts"],
    )
}

/// Runs tests of `e2e/`. A test that passed only on its second try is named, and fails the run when it did so in the
/// run before.
fn playwright(part: &str, extent: Extent, needs_window: bool, args: &[&str]) -> Done {
    tools::for_tests()?;
    tools::chromium(needs_window)?;
    build::app_if_stale()?;
    let programs = graph::programs()?;
    gallery(&programs.app_tests)?;
    let browser = tools::browser(needs_window).ok_or("No browser was found.")?;
    let report = format!("results-{part}.json");
    run(command("npx")
        .current_dir(root().join("e2e"))
        .env("CHROMIUM", browser)
        .env("PORTAL", &programs.portal)
        .env("APP_TESTS", &programs.app_tests)
        .env("PSEUDO_APP", locales::app_with_pseudo()?)
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report)
        .env(
            "EXTENT",
            if extent == Extent::All {
                "all"
            } else {
                "short"
            },
        )
        .args(["playwright", "test", "--reporter", "list,json"])
        .args(args))?;
    let second = second_try::of(&report)?;
    for name in &second {
        println!("  Passed only on its second try: {name}");
    }
    match second_try::again(part, &second).as_slice() {
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
