//! Every mistake of a definition, with its path.

use std::fs;

use crate::Done;

/// Prints the mistakes of each file.
///
/// # Errors
/// How many mistakes there are, in how many files.
pub(crate) fn lint(files: &[String]) -> Done {
    if files.is_empty() {
        return Err("Name one definition or more: cargo xtask lint FILE...".into());
    }
    let mut wrong = 0;
    for file in files {
        let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
        let mistakes = procedure::lint_json(&text);
        wrong += mistakes.len();
        for mistake in &mistakes {
            println!("{file} {mistake}");
        }
        if let (true, Ok(form)) = (mistakes.is_empty(), procedure::compile_json(&text)) {
            println!(
                "{file}: no mistakes ({} steps, {} questions)",
                form.steps.len(),
                form.fields().count()
            );
        }
    }
    if wrong == 0 {
        Ok(())
    } else {
        Err(format!("{wrong} mistakes"))
    }
}
