//! Every check, in the order in which they are cheap.

use std::fs;
use std::time::Instant;

use crate::run::{cargo, command, root, run, say};
use crate::{Done, build, deny, lint, locales, size, statements, style, tools};

/// A part of the checks: its name, what it is, what it does.
type Part = (&'static str, &'static str, fn() -> Done);

/// What only some machines can run.
const SCREEN_READER: &str = "screen-reader";

const PARTS: [Part; 9] = [
    ("format", "Formatting", format),
    (
        "lint",
        "Plain words; languages; statements; Clippy, warnings as errors",
        lint,
    ),
    (
        "native",
        "Native tests: rules, portal, parity, render tests, tidy",
        native,
    ),
    ("docs", "Documentation", docs),
    (
        "licences",
        "Licences, sources and advisories of dependencies",
        licences,
    ),
    ("build", "The app for deployment", build::app),
    ("size", "What a first visit transfers", size::size),
    (
        "e2e",
        "In a browser, against the real reference portal",
        e2e,
    ),
    (
        SCREEN_READER,
        "What Orca says on the way through both procedures",
        screen_reader,
    ),
];

/// What `cargo xtask help` says.
pub(crate) const HELP: &str = "every check, or only some";

/// Runs every part, or those that are named. Orca is installed where it can be; where it cannot, that
/// part is left out, and said to be.
///
/// # Errors
/// The first that fails.
pub(crate) fn test(wanted: &[String]) -> Done {
    if let Some(unknown) = wanted
        .iter()
        .find(|name| !PARTS.iter().any(|(part, ..)| part == name))
    {
        return Err(format!(
            "\"{unknown}\" is no part of the tests; cargo xtask help lists them"
        ));
    }
    let began = Instant::now();
    let mut times = Vec::new();
    let mut left_out = Vec::new();
    for (name, title, part) in PARTS {
        if !wanted.is_empty() && !wanted.iter().any(|part| part == name) {
            continue;
        }
        say(title);
        if name == SCREEN_READER
            && let Err(why) = tools::screen_reader()
        {
            println!("  {why}");
            left_out.push((name, why));
            continue;
        }
        let began = Instant::now();
        part().map_err(|why| {
            format!("{why}\n\nThe part \"{name}\" failed; cargo xtask test {name} runs it alone.")
        })?;
        times.push((name, began.elapsed()));
    }
    say(if left_out.is_empty() {
        "Everything passed"
    } else {
        "What could be run here passed"
    });
    for (name, time) in times {
        println!("  {name:<14}{:>6} s", time.as_secs());
    }
    println!("  {:<14}{:>6} s", "in all", began.elapsed().as_secs());
    for (name, why) in left_out {
        println!("  {name:<14}not run. {why}");
    }
    Ok(())
}

fn format() -> Done {
    run(cargo().args(["fmt", "--all", "--check"]))
}

fn lint() -> Done {
    lint::lint(&[])?;
    statements::check()?;
    const STRICT: [&str; 3] = ["--", "-D", "warnings"];
    let rest = [
        "clippy",
        "--quiet",
        "--workspace",
        "--exclude",
        "motcua",
        "--all-targets",
        "--all-features",
    ];
    run(cargo().args(rest).args(STRICT))?;
    tools::wasm_target()?;
    let app = [
        "clippy",
        "--quiet",
        "--package",
        "motcua",
        "--target",
        "wasm32-unknown-unknown",
    ];
    run(cargo().args(app).args(STRICT))?;
    // What only development builds have.
    run(cargo()
        .args(app)
        .args(["--features", "gallery"])
        .args(STRICT))?;
    run(cargo()
        .args(["clippy", "--quiet", "--package", "motcua", "--all-targets"])
        .args(RENDER)
        .args(STRICT))
}

/// The app rendered to HTML: never in one build with the browser's features.
const RENDER: [&str; 3] = ["--no-default-features", "--features", "ssr"];

fn native() -> Done {
    run(cargo().args([
        "test",
        "--quiet",
        "--workspace",
        "--exclude",
        "motcua",
        "--all-features",
    ]))?;
    run(cargo()
        .args(["test", "--quiet", "--package", "motcua"])
        .args(RENDER))
}

fn docs() -> Done {
    let all = [
        "doc",
        "--quiet",
        "--workspace",
        "--no-deps",
        "--document-private-items",
    ];
    run(cargo().env("RUSTDOCFLAGS", "-D warnings").args(all))
}

fn licences() -> Done {
    tools::deny()?;
    deny::check()
}

fn e2e() -> Done {
    playwright(false, &[])
}

fn screen_reader() -> Done {
    playwright(true, &["--config", "playwright.orca.config.ts"])
}

fn playwright(needs_window: bool, args: &[&str]) -> Done {
    tools::for_tests()?;
    build::app_if_stale()?;
    let portal = build::portal()?;
    gallery()?;
    let browser = tools::browser(needs_window).ok_or("No browser was found.")?;
    let mut playwright = command("npx");
    playwright
        .current_dir(root().join("e2e"))
        .env("CHROMIUM", browser)
        .env("PORTAL", portal)
        .env("PSEUDO_APP", locales::app_with_pseudo()?)
        .args(["playwright", "test"])
        .args(args);
    run(&mut playwright)
}

/// Every kind of question in every state as pages that need no app, in `target/gallery`: a render test
/// writes them, and axe looks at them.
fn gallery() -> Done {
    let folder = root().join("target/gallery");
    fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    style::join()?;
    let (from, to) = (root().join(style::JOINED), folder.join("motcua.css"));
    fs::copy(&from, to).map_err(|e| format!("{}: {e}", from.display()))?;
    run(cargo()
        .env("GALLERY", folder)
        .args(["test", "--quiet", "--package", "motcua", "--lib"])
        .args(RENDER)
        .arg("pages::gallery"))
}
