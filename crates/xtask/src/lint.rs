//! Every mistake of a definition, with its path; and words that are not plain.

use std::fs;

use crate::{Done, locales, words};

/// Prints the mistakes of each definition or locale; without files, the words of what the project ships,
/// and the folders of its languages.
///
/// # Errors
/// How many mistakes there are.
pub(crate) fn lint(files: &[String]) -> Done {
    match files {
        [] => return plain_words().and_then(|()| locales::lint(&[])),
        [first, rest @ ..] if first == "locales" => return locales::lint(rest),
        _ => {}
    }
    let mut wrong = 0;
    for file in files {
        let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
        if file.ends_with(".ftl") {
            let unclear = words::of(file, &text)?;
            wrong += unclear.len();
            print(&unclear);
            continue;
        }
        let mistakes = procedure::lint_json(&text);
        wrong += mistakes.len();
        for mistake in &mistakes {
            println!("{file} {mistake}");
        }
        let Ok(form) = procedure::compile_json(&text) else {
            continue;
        };
        let unclear = words::of(file, &text)?;
        wrong += unclear.len();
        print(&unclear);
        if mistakes.is_empty() {
            println!(
                "{file}: {} ({} steps, {} questions)",
                match unclear.len() {
                    0 => "no mistakes".to_string(),
                    n => format!("{n} texts to write anew"),
                },
                form.steps.len(),
                form.fields().count()
            );
        }
    }
    result(wrong)
}

/// The words of the locales and definitions that come with the project.
///
/// # Errors
/// How many mistakes there are.
fn plain_words() -> Done {
    let wrong = words::shipped()?;
    print(&wrong);
    result(wrong.len())
}

fn print(lines: &[String]) {
    for line in lines {
        println!("{line}");
    }
}

fn result(wrong: usize) -> Done {
    match wrong {
        0 => Ok(()),
        n => Err(format!("{n} mistakes (docs/plain-words/README.md)")),
    }
}
