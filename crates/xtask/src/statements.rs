//! `docs/accessibility/statements.md`: what must be true of the app for everybody, and the tests that
//! prove it. Tests name their statements by number: `[17]`, `[66, 67]`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::csv::{self, Row};
use crate::run::root;
use crate::{Done, hook};

const DATA: &str = "docs/accessibility/statements.csv";
const PAGE: &str = "docs/accessibility/statements.md";
const COLUMNS: [&str; 8] = [
    "number",
    "section",
    "statement",
    "source",
    "kind",
    "status",
    "date",
    "note",
];
/// What can be said of a statement.
const STATUSES: [&str; 4] = ["holds", "holds in part", "not yet", "not applicable yet"];

const OPENING: &str = "\
<!-- Written by `cargo xtask statements` from statements.csv and the tests. Edit those. -->

# Accessibility: the statements and their proofs

What must be true on every screen, in every language and in every display mode, and the tests that prove it.

*Kind* says how a statement can be proven: **D** on the rendered markup or the definitions, in a native test; **B** in a real browser (focus, scrolling,
timers, layout); **M** by a person or a screen reader. *Holds* with no test means that somebody has read the code and seen it; a note says what and
when. A note is the state of its date.

Sources: numbers are success criteria of WCAG 2.2; *ACT* are its test rules; *GD* the GOV.UK Design System, *GOVF* govuk-frontend, *VA* the VA.gov
design system, *GF* the GOV.UK Forms runner, *DX* the DEFRA and XGov form engine, *DS* démarches-simplifiées, *EN* Enketo, *JF* JSON Forms, *RJ* RJSF.
";

/// How a test in TypeScript says that only the exhaustive run has it.
const ALL: &str = "tag: \"@all\"";

/// A test that names statements.
#[derive(Clone, PartialEq, Debug)]
struct Proof {
    /// `file::name`.
    name: String,
    /// `file:line` of the tag.
    place: String,
    numbers: Vec<u16>,
    /// Only the exhaustive run has it.
    is_in_all_only: bool,
}

/// `cargo xtask statements [--check]`.
///
/// # Errors
/// What is wrong with the data, the tags or, with `--check`, the page.
pub(crate) fn statements(args: &[String]) -> Done {
    match args {
        [] => write(),
        [only] if only == "--check" => check(),
        _ => Err("cargo xtask statements [--check]".into()),
    }
}

/// Writes the page.
fn write() -> Done {
    let page = page()?;
    fs::write(root().join(PAGE), page).map_err(|error| format!("{PAGE}: {error}"))?;
    println!("  {PAGE} is written");
    Ok(())
}

/// Whether the page is what data and tests give.
///
/// # Errors
/// What is wrong.
pub(crate) fn check() -> Done {
    let have = fs::read_to_string(root().join(PAGE)).unwrap_or_default();
    match have == page()? {
        true => Ok(()),
        false => Err(format!(
            "{PAGE} is not what {DATA} and the tests give. Write it anew: cargo xtask statements"
        )),
    }
}

fn page() -> Result<String, String> {
    let (rows, proofs) = (csv::read(DATA, &COLUMNS)?, proofs()?);
    let wrong = mistakes(&rows, &proofs);
    match wrong.is_empty() {
        true => Ok(drawn(&rows, &proofs)),
        false => Err(wrong.join("\n")),
    }
}

/// Which statements the short run of the tests did not prove, in words.
///
/// # Errors
/// The statements or the tests cannot be read.
pub(crate) fn unproven() -> Result<String, String> {
    Ok(left_open(&csv::read(DATA, &COLUMNS)?, &proofs()?))
}

fn left_open(rows: &[Row], proofs: &[Proof]) -> String {
    let [mut in_all, mut nowhere] = [Vec::new(), Vec::new()];
    for row in rows {
        let number = row.get("number");
        let names = |proof: &&Proof| proof.numbers.iter().any(|n| n.to_string() == number);
        let mut tests = proofs.iter().filter(names).peekable();
        if tests.peek().is_none() {
            nowhere.push(number);
        } else if tests.all(|test| test.is_in_all_only) {
            in_all.push(number);
        }
    }
    format!(
        "Statements with tests in cargo xtask test --all only: {}. Without a test, with a note: {}.",
        listed(&in_all),
        listed(&nowhere),
    )
}

fn listed(numbers: &[&str]) -> String {
    match numbers {
        [] => "none".into(),
        numbers => numbers.join(", "),
    }
}

/// Every test that names statements.
fn proofs() -> Result<Vec<Proof>, String> {
    let mut proofs = Vec::new();
    for (folder, ending, read) in [
        ("crates", ".rs", in_rust as fn(&str, &str) -> Vec<Proof>),
        ("src", ".rs", in_rust),
        ("tests", ".rs", in_rust),
        ("e2e", ".ts", in_typescript),
    ] {
        for file in files(folder, ending)? {
            let text =
                fs::read_to_string(root().join(&file)).map_err(|e| format!("{file}: {e}"))?;
            proofs.extend(read(&file, &text));
        }
    }
    Ok(proofs)
}

/// Files of the project with an ending, in order; not what tools have put there.
pub(crate) fn files(folder: &str, ending: &str) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let folder = root().join(folder);
    let entries = fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if name == "node_modules" || name == "target" {
            continue;
        }
        match path.is_dir() {
            true => found.extend(hook::files(&path)?),
            false => found.push(path),
        }
    }
    let below = |path: &Path| {
        let path = path.strip_prefix(root()).unwrap_or(path);
        path.to_string_lossy().replace('\\', "/")
    };
    let mut names: Vec<String> = found.iter().map(|path| below(path)).collect();
    names.retain(|name| name.ends_with(ending));
    names.sort();
    Ok(names)
}

/// The numbers within `[17]` or `[17, 30]`; other brackets are left alone.
fn tags(text: &str) -> Vec<u16> {
    let mut found = Vec::new();
    for rest in text.split('[').skip(1) {
        let inside = rest.split(']').next().unwrap_or_default();
        let is_closed = inside.len() < rest.len();
        let numbers: Option<Vec<u16>> = inside
            .split(',')
            .map(|part| part.trim().parse().ok())
            .collect();
        if let (true, Some(numbers)) = (is_closed, numbers) {
            found.extend(numbers);
        }
    }
    found
}

/// Comments and attributes right above line `at`, and the tags in them. A test that is switched off
/// proves nothing.
fn above(lines: &[&str], at: usize) -> (Vec<u16>, bool) {
    let mut numbers = Vec::new();
    let mut is_off = false;
    for line in lines[..at].iter().rev().map(|line| line.trim()) {
        if line.starts_with("#[ignore") {
            is_off = true;
        } else if is_comment(line) {
            let mut here = tags(line);
            here.extend(numbers);
            numbers = here;
        } else if !line.starts_with("#[") {
            break;
        }
    }
    (numbers, is_off)
}

fn is_comment(line: &str) -> bool {
    ["//", "/*", "*"].iter().any(|sign| line.starts_with(sign))
}

/// The tests of a Rust file that name statements in the comment above them.
fn in_rust(file: &str, text: &str) -> Vec<Proof> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let line = line.trim();
        if !(line.starts_with("#[test]") || line.starts_with("#[tokio::test")) {
            continue;
        }
        // The function is behind further attributes and comments.
        let after = lines[at + 1..]
            .iter()
            .take_while(|line| !line.trim_start().contains("fn "))
            .count();
        let function = at + 1 + after;
        let name: String = lines
            .get(function)
            .and_then(|line| line.split("fn ").nth(1))
            .unwrap_or_default()
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect();
        let (numbers, is_off) = above(&lines, function);
        if !numbers.is_empty() && !name.is_empty() && !is_off {
            found.push(Proof {
                name: format!("{file}::{name}"),
                place: format!("{file}:{}", at + 1),
                numbers,
                is_in_all_only: false,
            });
        }
    }
    found
}

/// The tests of a TypeScript file that name statements in their title or in the comment above them. A
/// `test.describe` that does stands for all that is in it.
fn in_typescript(file: &str, text: &str) -> Vec<Proof> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let line = line.trim();
        let Some(rest) = ["test(", "test.describe("]
            .iter()
            .find_map(|start| line.strip_prefix(start))
        else {
            continue;
        };
        let rest = match rest.trim().is_empty() {
            true => lines.get(at + 1).map_or("", |line| line.trim()),
            false => rest,
        };
        let title = match rest.chars().next() {
            Some(quote @ ('"' | '\'' | '`')) => rest[1..].split(quote).next().unwrap_or_default(),
            _ => rest.split(',').next().unwrap_or_default(),
        };
        let (mut numbers, _) = above(&lines, at);
        numbers.extend(tags(title));
        if !numbers.is_empty() {
            found.push(Proof {
                name: format!("{file}::{}", without_tags(title)),
                place: format!("{file}:{}", at + 1),
                numbers,
                is_in_all_only: line.contains(ALL),
            });
        }
    }
    found
}

fn without_tags(title: &str) -> String {
    let mut out = String::new();
    let mut rest = title;
    while let Some((before, after)) = rest.split_once('[') {
        let (inside, behind) = after.split_once(']').unwrap_or((after, ""));
        out.push_str(before);
        if tags(&format!("[{inside}]")).is_empty() {
            let _ = write!(out, "[{inside}]");
        }
        rest = behind;
    }
    out.push_str(rest);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is wrong with the data and the tags.
fn mistakes(rows: &[Row], proofs: &[Proof]) -> Vec<String> {
    let mut wrong = Vec::new();
    let known: Vec<&str> = rows.iter().map(|row| row.get("number")).collect();
    for (n, row) in rows.iter().enumerate() {
        let mut say = |what: &str| wrong.push(format!("{DATA}:{}: {what}", row.line));
        if row.get("number") != (n + 1).to_string() {
            say(&format!("number {} comes next", n + 1));
        }
        if ["section", "statement", "source", "kind"]
            .iter()
            .any(|column| row.get(column).is_empty())
        {
            say("section, statement, source and kind must be there");
        }
        let (status, note) = (row.get("status"), row.get("note"));
        if !STATUSES.contains(&status) {
            say(&format!("the status is one of: {}", STATUSES.join(", ")));
        }
        let is_proven = proofs.iter().any(|proof| {
            proof
                .numbers
                .iter()
                .any(|n| n.to_string() == row.get("number"))
        });
        if note.is_empty() && !is_proven {
            say(&format!(
                "statement {} has neither a test nor a note",
                row.get("number")
            ));
        }
        if note.is_empty() && status != "holds" {
            say("what does not hold has a note that says why");
        }
        if note.is_empty() != row.get("date").is_empty()
            || !note.is_empty() && procedure::parse_date(row.get("date")).is_none()
        {
            say("a note has the day on which it was true, as 2026-11-24, and no other row has one");
        }
    }
    for proof in proofs {
        for number in &proof.numbers {
            if !known.contains(&number.to_string().as_str()) {
                wrong.push(format!("{}: there is no statement {number}", proof.place));
            }
        }
    }
    wrong
}

fn drawn(rows: &[Row], proofs: &[Proof]) -> String {
    let mut by_number: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for proof in proofs {
        for number in &proof.numbers {
            let tests = by_number.entry(number.to_string()).or_default();
            if !tests.contains(&proof.name.as_str()) {
                tests.push(&proof.name);
            }
        }
    }
    let mut page = OPENING.to_string();
    let _ = write!(
        page,
        "\n| | with a test | with a note only |\n|---|---|---|\n"
    );
    for status in STATUSES {
        let of = |is_tested: bool| {
            let fits = |row: &&Row| {
                row.get("status") == status
                    && by_number.contains_key(row.get("number")) == is_tested
            };
            rows.iter().filter(fits).count()
        };
        let _ = writeln!(page, "| {status} | {} | {} |", of(true), of(false));
    }
    let mut section = "";
    for row in rows {
        if row.get("section") != section {
            section = row.get("section");
            let _ = write!(page, "\n## {section}\n");
        }
        let number = row.get("number");
        let _ = write!(
            page,
            "\n### {number}\n\n{}\n\n**{}** · {} · {}\n",
            row.get("statement"),
            row.get("status"),
            row.get("kind"),
            row.get("source"),
        );
        if !row.get("note").is_empty() {
            let _ = write!(page, "\n{}: {}\n", row.get("date"), row.get("note"));
        }
        if let Some(tests) = by_number.get(number) {
            page.push('\n');
            for test in tests {
                let _ = writeln!(page, "- `{}`", test.replace('`', "'"));
            }
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Row> {
        csv::parse(&format!("{}\n{text}", COLUMNS.join(",")), &COLUMNS).expect("it is a table")
    }

    fn names(proofs: &[Proof]) -> Vec<(&str, &[u16])> {
        proofs
            .iter()
            .map(|proof| (proof.name.as_str(), proof.numbers.as_slice()))
            .collect()
    }

    #[test]
    fn numbers_in_brackets_are_tags_and_nothing_else_is() {
        for (text, wanted) in [
            ("[17]", vec![17]),
            ("focus [17] and [30, 64]", vec![17, 30, 64]),
            ("[Error: ] `[A-Z]` [`Session`] [] [1-2] [17", vec![]),
        ] {
            assert_eq!(tags(text), wanted, "{text}");
        }
    }

    #[test]
    fn tests_in_rust_are_tagged_above_them() {
        let text = "/// [1] One.\n// [2]\n#[test]\nfn a() {}\n\n// [3]\n\n#[test]\nfn b() {}\n\
            #[tokio::test(flavor = \"x\")]\n// [4, 5]\n#[expect(x)]\nasync fn c() {}\n\
            // [6]\n#[test]\n#[ignore]\nfn d() {}\n// [7]\nfn e() {}\n";
        let found = in_rust("x.rs", text);
        assert_eq!(
            names(&found),
            [("x.rs::a", &[1, 2][..]), ("x.rs::c", &[4, 5])]
        );
    }

    #[test]
    fn tests_in_typescript_are_tagged_in_the_title_or_above() {
        let text = "// [1]\ntest(\"a\", async () => {});\n\n  test(`[2] ${status}: b [x]`, f);\n\
            lengths[0];\ntest(theme, f);\ntest.fixme(\"[3] c\", f);\n// [4, 5]\n\
            test.describe(\"d\", () => {\n  expect(/x/.test(\"[6]\"));\n  test(\n    \"[7] e\",\n";
        let found = in_typescript("x.ts", text);
        assert_eq!(
            names(&found),
            [
                ("x.ts::a", &[1][..]),
                ("x.ts::${status}: b [x]", &[2]),
                ("x.ts::d", &[4, 5]),
                ("x.ts::e", &[7]),
            ]
        );
    }

    #[test]
    fn what_is_missing_or_left_over_is_said() {
        let proof = |number: u16| Proof {
            name: "x.rs::a".into(),
            place: "x.rs:1".into(),
            numbers: vec![number],
            is_in_all_only: false,
        };
        let check = |row: &str, number: u16, wanted: &str| {
            let wrong = mistakes(&rows(row), &[proof(number)]);
            match wanted {
                "" => assert_eq!(wrong, [""; 0]),
                wanted => assert!(wrong.len() == 1 && wrong[0].ends_with(wanted), "{wrong:?}"),
            }
        };
        check("1,s,t,w,D,holds,,", 1, "");
        check("1,s,t,w,D,not yet,2026-11-24,No payments.", 1, "");
        let both = mistakes(&rows("1,s,t,w,D,holds,,"), &[proof(2)]);
        assert_eq!(both.len(), 2, "{both:?}");
        assert!(both[0].ends_with("has neither a test nor a note"));
        assert_eq!(both[1], "x.rs:1: there is no statement 2");
        check("1,s,t,w,D,not yet,,", 1, "a note that says why");
        check("1,s,t,w,D,holds,24/11/2026,Yes.", 1, "no other row has one");
        check("1,s,t,w,D,holds,2026-11-24,", 1, "no other row has one");
        check("2,s,t,w,D,holds,2026-11-24,x", 2, "number 1 comes next");
    }

    #[test]
    fn what_the_short_run_leaves_open_is_said() {
        let rows = rows("1,s,t,w,D,holds,,\n2,s,t,w,D,holds,,\n3,s,t,w,D,holds,2026-11-24,Seen.\n");
        let proofs = in_typescript(
            "x.ts",
            "// [1]\ntest(\"a\", f);\n// [1] [2]\ntest(\"b\", { tag: \"@all\" }, f);\n",
        );
        assert_eq!(
            left_open(&rows, &proofs),
            "Statements with tests in cargo xtask test --all only: 2. Without a test, with a note: 3."
        );
    }

    #[test]
    fn the_page_has_each_statement_with_its_proofs() {
        let proofs = in_rust("x.rs", "// [1]\n#[test]\nfn a() {}\n");
        let rows =
            rows("1,Pages,One h1.,2.4.6,D,holds,,\n2,Pages,Two.,own,B,not yet,2026-11-24,No.\n");
        let page = drawn(&rows, &proofs);
        assert!(page.ends_with(
            "| holds | 1 | 0 |\n| holds in part | 0 | 0 |\n| not yet | 0 | 1 |\n| not applicable yet | 0 | 0 |\n\n\
             ## Pages\n\n### 1\n\nOne h1.\n\n**holds** · D · 2.4.6\n\n- `x.rs::a`\n\n\
             ### 2\n\nTwo.\n\n**not yet** · B · own\n\n2026-11-24: No.\n"
        ), "{page}");
    }
}
