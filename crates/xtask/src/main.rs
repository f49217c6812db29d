//! `cargo xtask`: sets up, builds, runs and checks Motcua.

mod build;
mod csv;
mod cut;
mod deny;
mod hook;
mod lint;
mod locales;
mod run;
mod serve;
mod size;
mod statements;
mod style;
mod test;
mod tools;
mod words;

use std::process::ExitCode;

/// A step that could not be done, in words that say what to do.
type Done = Result<(), String>;

const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N] [--data DIR] [--portal URL]
            set everything up, build, start the reference portal and the app
            --port N      address (default 8080)
            --data DIR    where the portal keeps its data (default data/)
            --portal URL  show the app in front of another portal instead
  dev [--port N]
            the fast loop: debug build, live reload (default port 8080)
  build     the app for deployment, in dist/
  test [PART...]
            every check, or only some: format lint native docs licences build size e2e screen-reader
  size      what a first visit transfers, file by file
  lint [FILE...]
            every mistake of a definition, with its path, and words that are not plain, in
            locales (.ftl) too; without a file: the words of all that comes with the project, and
            the folders of its languages
  lint locales [FOLDER]
            every mistake in folders of languages (default public/locales)
  locales [FOLDER]
            write the list of languages, index.json, from their manifests (default public/locales)
  locales template DEFINITION
            print the words of a procedure, to be translated
  locales pseudo FOLDER
            add two languages for tests: en-XA, longer and with marks, and ar-XB, from the right
  statements [--check]
            write docs/accessibility/statements.md: what must be true for everybody, and the
            tests that prove it; --check only says whether it is up to date
  officer CODE STATUS [--note TEXT] [--data DIR]
            move a dossier of the reference portal to another status
  setup     only install what serve and test need (into target/tools and e2e/)
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let rest = args.get(1..).unwrap_or_default();
    let done = match args.first().map(String::as_str) {
        Some("serve") => serve::serve(rest),
        Some("dev") => serve::dev(rest),
        Some("build") => build::app(),
        Some("test") => test::test(rest),
        Some("size") => build::app_if_stale().and_then(|()| size::size()),
        Some("lint") => lint::lint(rest),
        Some("locales") => locales::locales(rest),
        Some("statements") => statements::statements(rest),
        Some("officer") => serve::officer(rest),
        Some("setup") => tools::for_tests(),
        Some("hook") => hook::hook(rest),
        None | Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(())
        }
        Some(other) => Err(format!("\"{other}\" is no command.\n\n{HELP}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\n{why}");
            ExitCode::FAILURE
        }
    }
}
