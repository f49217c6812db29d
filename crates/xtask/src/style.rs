//! One style sheet from the files in `style/`: one request instead of a dozen.

use std::fs;

use crate::Done;
use crate::run::root;

/// Folders and files in the order of the layers.
const ORDER: [&str; 7] = [
    "tokens.css",
    "base.css",
    "objects.css",
    "ui",
    "fields",
    "modes.css",
    "print.css",
];

/// Where the one style sheet is.
pub(crate) const JOINED: &str = "target/style/motcua.css";

/// Writes `target/style/motcua.css`. Comments and indentation stay in the sources.
///
/// # Errors
/// The file that could not be read or written.
pub(crate) fn join() -> Done {
    let style = root().join("style");
    let mut files = Vec::new();
    for name in ORDER {
        let path = style.join(name);
        if path.is_dir() {
            let mut inside: Vec<_> = fs::read_dir(&path)
                .map_err(|e| format!("{}: {e}", path.display()))?
                .flatten()
                .map(|f| f.path())
                .collect();
            inside.sort();
            files.extend(inside);
        } else {
            files.push(path);
        }
    }
    let mut joined = String::new();
    for file in files {
        let text = fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        joined.push_str(&squeeze(&text));
    }
    let out = root().join(JOINED);
    let folder = root().join("target/style");
    fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    // Trunk watches nothing here, but a needless write would make the file look new.
    if fs::read_to_string(&out).is_ok_and(|have| have == joined) {
        return Ok(());
    }
    fs::write(&out, joined).map_err(|e| format!("{}: {e}", out.display()))
}

/// Without comments, indentation and empty lines; strings are left alone, as no string of ours has
/// a comment sign in it.
fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        rest = rest[start..]
            .find("*/")
            .map_or("", |end| &rest[start + end + 2..]);
    }
    out.push_str(rest);
    out.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .fold(String::new(), |mut joined, line| {
            joined.push_str(line);
            joined.push('\n');
            joined
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go() {
        assert_eq!(
            squeeze("/* a */\n  p {\n    color: red; /* b */\n  }\n/* open"),
            "p {\ncolor: red;\n}\n"
        );
    }
}
