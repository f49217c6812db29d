//! `cargo xtask`: sets up, builds, runs and checks Motcua.

mod build;
mod csv;
mod cut;
mod deny;
mod graph;
mod hook;
mod lane;
mod licences;
mod lint;
mod locales;
mod page;
mod places;
mod results;
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

/// A command: its name, its flags, what it does.
type Command = (&'static str, &'static str, &'static str);

const COMMANDS: [Command; 11] = [
    (
        "serve",
        "[--port N] [--data DIR] [--portal URL] [--now MOMENT]",
        "set everything up, build the app quickly, start the reference portal with it
--port N      address (default 8080)
--data DIR    where the portal keeps its data (default data/)
--portal URL  show the app in front of another portal instead
--now MOMENT  the portal's clock begins then: 2027-03-01T09:00:00+07:00",
    ),
    (
        "dev",
        "[--port N] [--data DIR]",
        "the fast loop: debug build, live reload by Trunk (default port 8080)",
    ),
    ("build", "", "the app for deployment, in dist/"),
    ("test", "[PART...] [--all]", test::HELP),
    ("size", "", "what a first visit transfers, file by file"),
    (
        "lint",
        "[FILE...] | locales [FOLDER]",
        "every mistake of a definition, with its path, and words that are not plain, in
locales (.ftl) too; without a file: the words of all that comes with the project, and
the folders of its languages
locales [FOLDER]  every mistake in folders of languages (default public/locales)",
    ),
    (
        "locales",
        "[FOLDER] | template DEFINITION | pseudo FOLDER",
        "write the list of languages, index.json, from their manifests (default public/locales)
template DEFINITION  print the words of a procedure, to be translated
pseudo FOLDER        add two languages for tests: en-XA, longer and with marks, and
                     ar-XB, from the right",
    ),
    (
        "statements",
        "[--check]",
        "write docs/accessibility/statements.md: what must be true for everybody, and the
tests that prove it; --check only says whether it is up to date",
    ),
    (
        "officer",
        "CODE STATUS [--note TEXT] [--data DIR]",
        "move a dossier of the reference portal to another status",
    ),
    (
        "setup",
        "",
        "only install what serve and test need (into the user's cache and e2e/)",
    ),
    (
        "help",
        "[COMMAND]",
        "this; cargo xtask COMMAND --help says the same of one",
    ),
];

/// What a command is for; of all of them without a name.
fn help(of: Option<&str>) -> String {
    let mut text = String::from("cargo xtask COMMAND\n");
    for (name, flags, what) in COMMANDS {
        if of.is_some_and(|of| of != name) {
            continue;
        }
        text.push_str(&format!("\n  {}\n", format!("{name} {flags}").trim_end()));
        for line in what.lines() {
            text.push_str(&format!("      {line}\n"));
        }
    }
    text
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run_command(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\n{why}");
            ExitCode::FAILURE
        }
    }
}

fn run_command(args: &[String]) -> Done {
    let (name, rest) = match args.split_first() {
        None => ("help", args),
        Some((name, rest)) if name == "--help" || name == "-h" => ("help", rest),
        Some((name, rest)) => (name.as_str(), rest),
    };
    // Trunk calls this one, people don't.
    if name == "hook" {
        return hook::hook(rest);
    }
    if !COMMANDS.iter().any(|(known, ..)| *known == name) {
        return Err(format!("\"{name}\" is no command.\n\n{}", help(None)));
    }
    if rest.iter().any(|arg| arg == "--help" || arg == "-h") {
        print!("{}", help(Some(name)));
        return Ok(());
    }
    match name {
        "serve" => serve::serve(rest),
        "dev" => serve::dev(rest),
        "build" => no_flags(rest).and_then(|()| build::app()),
        "test" => test::test(rest),
        "size" => no_flags(rest)
            .and_then(|()| build::app_if_stale())
            .and_then(|()| size::size(&build::portal()?)),
        "lint" => lint::lint(rest),
        "locales" => locales::locales(rest),
        "statements" => statements::statements(rest),
        "officer" => serve::officer(rest),
        "setup" => no_flags(rest).and_then(|()| tools::for_tests()),
        _ => {
            print!("{}", help(rest.first().map(String::as_str)));
            Ok(())
        }
    }
}

/// Refuses flags where there are none: a word that is ignored would look as if it did something.
fn no_flags(rest: &[String]) -> Done {
    match rest.first() {
        None => Ok(()),
        Some(flag) => Err(format!(
            "{flag} is no flag of this command; cargo xtask help lists them"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_says_what_it_is_for() {
        for (name, ..) in COMMANDS {
            for flag in ["--help", "-h"] {
                let asked = [name, flag].map(String::from);
                assert_eq!(run_command(&asked), Ok(()), "{name} {flag}");
            }
            assert!(help(None).contains(&help(Some(name)).replace("cargo xtask COMMAND\n", "")));
        }
        assert!(run_command(&["nothing".into()]).is_err());
        assert!(run_command(&["build".into(), "--fast".into()]).is_err());
    }
}
