use proptest::prelude::*;
use proptest::sample::select;

use super::*;

/// English, without a browser.
struct Plain;

impl Numbers for Plain {
    fn written(&self, number: f64) -> String {
        procedure::write_decimal(number)
    }
    fn plural(&self, number: f64) -> String {
        if number == 1.0 { "one" } else { "other" }.to_string()
    }
}

fn say(source: &str, key: &str, args: Args) -> Option<String> {
    Messages::read(source.to_string()).format(key, args, &Plain)
}

#[test]
fn messages_are_put_into_words() {
    let source = "plain = Continue\n\
         greeting = Enter { $what }\n\
         count = { $n ->\n    [0] No file\n    [one] One file\n    [2.50] Some\n   *[other] { $n } files\n }\n\
         kind = { $kind ->\n    [date] Enter\n   *[choice] Choose\n } it\n\
         -portal = the portal\n\
         refers = Ask { -portal }: { plain }\n\
         circle = { circle }\n\
         function = { DATETIME($d) }\n\
         broken = { $\n\
         last = end\n";
    let n = |n| [("n", Arg::Number(n))];
    let kind = |kind| [("kind", Arg::Text(kind))];
    for (key, args, words) in [
        ("plain", &[][..], Some("Continue")),
        (
            "greeting",
            &[("what", Arg::Text("a name"))],
            Some("Enter a name"),
        ),
        ("greeting", &[], None),
        ("count", &n(0.0), Some("No file")),
        ("count", &n(1.0), Some("One file")),
        ("count", &n(2.5), Some("Some")),
        ("count", &n(3.0), Some("3 files")),
        ("kind", &kind("date"), Some("Enter it")),
        ("kind", &kind("choice"), Some("Choose it")),
        ("kind", &kind("other"), Some("Choose it")),
        ("kind", &[], Some("Choose it")),
        ("refers", &[], Some("Ask the portal: Continue")),
        ("last", &[], Some("end")),
        ("circle", &[], None),
        ("function", &[], None),
        ("broken", &[], None),
        ("absent", &[], None),
    ] {
        assert_eq!(say(source, key, args).as_deref(), words, "{key}");
    }
}

/// What Fluent 1.0 says of one message, `a`.
#[test]
fn a_message_is_read_as_fluent_says() {
    for (source, words) in [
        ("a = b", Some("b")),
        ("a=b", Some("b")),
        ("a   =   b  \n", Some("b")),
        ("\u{feff}a = b\n", Some("b")),
        ("\r\n \r\na = b\r\n", Some("b")),
        // Lines, and what they have in common.
        ("a =\n    b\n    c\n", Some("b\nc")),
        ("a = b\n    c\n", Some("b\nc")),
        ("a =\r\n    b\r\n    c\r\n", Some("b\nc")),
        ("a =\n    b\n      c\n    d\n", Some("b\n  c\nd")),
        ("a =\n      b\n    c\n", Some("  b\nc")),
        ("a =\n\n\n    b\n\n          \n    c\n\n", Some("b\n\n\nc")),
        ("a =\n      {\"b\"}\n    c\n", Some("  b\nc")),
        ("a =\n    b\n{\"c\"}\n", Some("    b\nc")),
        ("a =\n    b\n  \n", Some("b")),
        ("a = b\nc", Some("b")),
        ("a = b\n    .c = d\n", Some("b")),
        ("a = b\n    }\n", Some("b")),
        ("a = .b[*\n", Some(".b[*")),
        ("a =\n\tb\n", None),
        ("a = b\tc\n", Some("b\tc")),
        ("a =\nb = c\n", None),
        ("a =\n    .b = c\n", None),
        (" a = b\n", None),
        ("1 = b\na = c\n", Some("c")),
        ("a.b = c\n", None),
        // Braces.
        ("a = {\"b\"}", Some("b")),
        ("a = { \"b\" }c{\"d\"}\n", Some("bcd")),
        ("a = {\n\"b\"\n}\n", Some("b")),
        ("a = {{{\"b\"}}}\n", Some("b")),
        ("a = b {\"\"}\n", Some("b ")),
        ("a = {\"  \"}\n", Some("  ")),
        ("a = { 5 }{ -5.25 }{007}", Some("5-5.25007")),
        ("a = { 5. }", None),
        ("a = { - }", None),
        ("a = b }\n", None),
        ("a = { }\n", None),
        ("a = { \"b\n", None),
        ("a = { \"b\" \"c\" }\n", None),
        ("a = { \u{e9} }\n", None),
        ("a = {", None),
        // Escapes.
        (r#"a = {"\u0041\U01F600"}"#, Some("A\u{1f600}")),
        (r#"a = {"\\\""}"#, Some("\\\"")),
        (r#"a = {"{b}"}"#, Some("{b}")),
        (r#"a = {"\uD800\UFFFFFF"}"#, Some("\u{fffd}\u{fffd}")),
        (r#"a = {"\u004"}"#, None),
        (r#"a = {"\n"}"#, None),
        (r"a = \u0041", Some(r"\u0041")),
        // References.
        ("a = { b }\nb = c\n", Some("c")),
        ("a = { -b }\n-b = c\nb = d\n", Some("c")),
        ("a = { -b }\nb = d\n", None),
        ("a = { b }\nb = { a }\n", None),
        ("a = { b.c }\nb = d\n    .c = e\n", None),
        ("a = { -b(c: 1) }\n-b = d\n", None),
        ("a = { NUMBER(1) }\n", None),
        // Choices.
        ("a = { $b ->\n *[c] d\n }", Some("d")),
        ("a = { $b ->\n *[c]\n  d\n  e\n }f", Some("d\nef")),
        ("a = { $b ->\n\n*[ c ] d\n}", Some("d")),
        // A name takes the hyphen.
        ("a = { $b->\n *[c] d\n }", None),
        (
            "a =\n    { $b ->\r\n        [1] c\r\n       *[d] e\r\n    }\r\n",
            Some("e"),
        ),
        ("a = { $b ->\n *[c] { $d ->\n *[e] f\n }\n }", Some("f")),
        ("a = { $b -> *[c] d }", None),
        ("a = { $b ->\n [c] d\n }", None),
        ("a = { $b ->\n }", None),
        ("a = { $b ->\n *[c] d\n *[e] f\n }", None),
        ("a = { $b ->\n *[c] d\n *\n }", None),
        ("a = { $b ->\n *[c] d }", None),
        ("a = { $b ->\n *[c d] e\n }", None),
        ("a = { $b ->\n *[c]\n }", None),
        ("a = { 1 ->\n *[c] d\n }", None),
        ("a = { b ->\n *[c] d\n }\nb = e\n", None),
        // Comments, and what is none of all this.
        ("# a = b\n## a = c\n### a = d\na = e\n# f", Some("e")),
        ("a = b\n# c\n    d\n", Some("b")),
        ("b = {\na = c\n", None),
        ("b = { $\na = c\n", Some("c")),
        ("b = { $c ->\n   *[d] {\n}\na = e\n", Some("e")),
        ("?!\n-\n- = b\na = c\n", Some("c")),
        ("a = b\na = c\n", Some("b")),
        ("", None),
    ] {
        assert_eq!(say(source, "a", &[]).as_deref(), words, "{source:?}");
    }
}

#[test]
fn names_stand_in_the_order_of_the_file() {
    let source = "b = 1\n-c = 2\nbroken = {$\na_B-9 = 3\nempty =\n";
    let messages = Messages::read(source.to_string());
    assert_eq!(messages.keys().collect::<Vec<_>>(), ["b", "-c", "a_B-9"]);
}

#[test]
fn nothing_makes_a_message_endless() {
    let braces = |n: usize| format!("a = {}\"b\"{}\nb = c", "{".repeat(n), "}".repeat(n));
    assert_eq!(say(&braces(8), "a", &[]).as_deref(), Some("b"));
    for n in [9, 100_000] {
        assert_eq!(say(&braces(n), "a", &[]), None);
        assert_eq!(say(&braces(n), "b", &[]).as_deref(), Some("c"));
    }
    let choices = "{ $x ->\n *[y] ".repeat(100_000);
    assert_eq!(say(&format!("a = {choices}"), "a", &[]), None);

    // Each of seven messages names the next one ten times.
    let laughs = |last: &str| {
        let mut source = format!("a7 = {last}\n");
        for n in 0..7 {
            let next = format!("{{ a{} }}", n + 1).repeat(10);
            source += &format!("a{n} = {next}\n");
        }
        source
    };
    for last in ["ha", "{\"\"}"] {
        assert_eq!(say(&laughs(last), "a0", &[]), None);
        assert!(say(&laughs(last), "a6", &[]).is_some());
    }
    let long = "x".repeat(LONGEST + 1);
    let args = [("b", Arg::Text(long.as_str()))];
    assert!(say("a = { $b }", "a", &args).is_some());
    assert_eq!(say("a = { $b }{ $b }", "a", &args), None);
}

/// A message that stands there as text: what both readers must agree on.
type Same = Vec<(String, String)>;

fn ours(source: &str) -> Same {
    let messages = Messages::read(source.to_string());
    let entries = messages.entries.iter();
    entries
        .map(|entry| {
            let mut out = String::new();
            ours_in(&messages, &entry.words, &mut out);
            (messages.text(entry.key).to_string(), out)
        })
        .collect()
}

fn ours_in(messages: &Messages, words: &[Part], out: &mut String) {
    for part in words {
        match part {
            Part::Text(span) | Part::Indent(span) => *out += messages.text(*span),
            Part::Literal(span) => {
                out.push('\u{1}');
                unescape(messages.text(*span), out);
                out.push('\u{2}');
            }
            Part::Variable(name) => *out += &format!("\u{1}${}\u{2}", messages.text(*name)),
            Part::Reference(key) => *out += &format!("\u{1}@{}\u{2}", messages.text(*key)),
            Part::Choice(name, variants) => {
                *out += &format!("\u{1}?{}", messages.text(*name));
                for variant in variants {
                    let star = if variant.is_default { "*" } else { "" };
                    *out += &format!("\u{1}{star}{}\u{2}", messages.text(variant.key));
                    ours_in(messages, &variant.words, out);
                }
                out.push('\u{2}');
            }
        }
    }
}

/// What Mozilla's reader reads, without what we do not.
fn theirs(source: &str) -> Same {
    use fluent_syntax::ast::Entry::*;
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let parsed = fluent_syntax::parser::parse_runtime(source);
    let resource = parsed.unwrap_or_else(|(resource, _)| resource);
    let words = resource.body.into_iter().filter_map(|entry| match entry {
        Message(message) => Some((message.id.name.to_string(), message.value?)),
        Term(term) => Some((format!("-{}", term.id.name), term.value)),
        _ => None,
    });
    words
        .filter_map(|(key, value)| {
            let mut out = String::new();
            theirs_in(&value, &mut out, 0)?;
            Some((key, out))
        })
        .collect()
}

fn theirs_in(
    pattern: &fluent_syntax::ast::Pattern<&str>,
    out: &mut String,
    depth: u8,
) -> Option<()> {
    use fluent_syntax::ast::PatternElement::*;
    for element in &pattern.elements {
        match element {
            TextElement { value } => *out += value,
            Placeable { expression } => their_expression(expression, out, depth + 1)?,
        }
    }
    Some(())
}

fn their_expression(
    expression: &fluent_syntax::ast::Expression<&str>,
    out: &mut String,
    depth: u8,
) -> Option<()> {
    use fluent_syntax::ast::{Expression, InlineExpression::*, VariantKey};
    if depth > DEEPEST {
        return None;
    }
    match expression {
        Expression::Inline(StringLiteral { value }) => {
            // It takes this escape, which Fluent does not have.
            if value.replace("\\\\", "").contains("\\{") {
                return None;
            }
            let says = fluent_syntax::unicode::unescape_unicode_to_string(value);
            *out += &format!("\u{1}{says}\u{2}");
        }
        Expression::Inline(NumberLiteral { value }) => *out += &format!("\u{1}{value}\u{2}"),
        Expression::Inline(VariableReference { id }) => {
            *out += &format!("\u{1}${}\u{2}", id.name);
        }
        Expression::Inline(MessageReference {
            id,
            attribute: None,
        }) => *out += &format!("\u{1}@{}\u{2}", id.name),
        Expression::Inline(TermReference {
            id,
            attribute: None,
            arguments: None,
        }) => *out += &format!("\u{1}@-{}\u{2}", id.name),
        Expression::Inline(Placeable { expression }) => {
            their_expression(expression, out, depth + 1)?;
        }
        Expression::Inline(_) => return None,
        Expression::Select {
            selector: VariableReference { id },
            variants,
        } => {
            // It takes a star that stands before no variant for a default.
            variants.iter().find(|variant| variant.default)?;
            *out += &format!("\u{1}?{}", id.name);
            for variant in variants {
                let (VariantKey::Identifier { name: key }
                | VariantKey::NumberLiteral { value: key }) = variant.key;
                let star = if variant.default { "*" } else { "" };
                *out += &format!("\u{1}{star}{key}\u{2}");
                theirs_in(&variant.value, out, depth)?;
            }
            out.push('\u{2}');
        }
        Expression::Select { .. } => return None,
    }
    Some(())
}

/// Without the indent of lines. Where a line begins with a brace, or is empty but for spaces, Mozilla's
/// reader differs from Fluent's grammar; the table above says what is right.
fn without_indents(read: Same) -> Same {
    let words = |words: String| {
        let mut out = String::new();
        let mut is_start = true;
        for letter in words.chars() {
            if !(is_start && letter == ' ') {
                out.push(letter);
                is_start = letter == '\n' || (is_start && letter == '\u{1}');
            }
        }
        out
    };
    read.into_iter()
        .map(|(key, text)| (key, words(text)))
        .collect()
}

fn shipped() -> Vec<(String, String)> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/locales");
    let mut found = Vec::new();
    let mut folders = vec![std::path::PathBuf::from(root)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("it is there").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "ftl") {
                let text = std::fs::read_to_string(&path).expect("it is text");
                found.push((path.display().to_string(), text));
            }
        }
    }
    assert!(found.len() >= 4);
    found.sort();
    found
}

#[test]
fn the_project_s_words_are_read_as_mozilla_reads_them() {
    for (path, text) in shipped() {
        assert_eq!(ours(&text), theirs(&text), "{path}");
        let windows = text.replace('\n', "\r\n");
        assert_eq!(ours(&windows), ours(&text), "{path}");
        assert_eq!(ours(&windows), theirs(&windows), "{path}");
    }
}

/// Mozilla's reader stops where letters follow a `\u` that lacks digits.
fn stops_the_other(source: &str) -> bool {
    let bytes = source.as_bytes();
    let escapes = bytes.windows(2).enumerate();
    escapes
        .filter(|(_, two)| matches!(*two, b"\\u" | b"\\U"))
        .any(|(at, _)| bytes[at..].iter().take(9).any(|byte| !byte.is_ascii()))
}

/// Where an entry fails, the grammar ends it at the next line that begins with a letter, `-` or `#`.
/// Mozilla's reader goes on from where it failed, which may be behind such a line.
fn goes_too_far(source: &str) -> bool {
    use fluent_syntax::ast::Entry::Junk;
    let Err((resource, _)) = fluent_syntax::parser::parse_runtime(source) else {
        return false;
    };
    let begins =
        |line: &str| line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-' || c == '#');
    resource.body.into_iter().any(|entry| match entry {
        Junk { content } => content.trim_start().lines().skip(1).any(begins),
        _ => false,
    })
}

#[test]
fn what_fails_ends_where_the_next_entry_begins() {
    for source in ["a = {a(\na = $n", "a = { $\na = $n", "a = {\"\na = $n"] {
        assert_eq!(
            ours(source),
            [("a".to_string(), "$n".to_string())],
            "{source}"
        );
    }
    assert!(goes_too_far("a = {a(\na = $n"));
}

fn agree(source: &str) -> Result<(), TestCaseError> {
    if !stops_the_other(source) && !goes_too_far(source) {
        prop_assert_eq!(
            without_indents(ours(source)),
            without_indents(theirs(source)),
            "{:?}",
            source
        );
    }
    Ok(())
}

/// What files are made of, right and wrong.
fn crumb() -> impl Strategy<Value = &'static str> {
    select(vec![
        "a",
        "b-1",
        "-t",
        " = ",
        "=",
        "\n",
        "\n",
        "\n",
        "\r\n",
        " ",
        "    ",
        "\n    ",
        "{",
        "}",
        "{ ",
        " }",
        "$n",
        "{ $n }",
        " ->",
        "->\n",
        "{ $n ->\n",
        "[one] ",
        "\n   [0] x",
        "*[",
        "]",
        "\n *[other] y\n",
        "*",
        "\"",
        "\"q\"",
        "\\",
        "\\\\",
        "\\\"",
        "\\u0041",
        "\\U01F600",
        "\\uD8",
        ".",
        ".x = y",
        "#",
        "# c\n",
        "é",
        "ữ",
        "(",
        ")",
        "()",
        "FOO",
        "FOO(1)",
        ":",
        ",",
        "5",
        "-5.0",
        "-",
        "words",
        "\t",
        "\na = ",
        "\nb =\n  ",
        "\n-t = ",
        "{ -t }",
        "{ b }",
        "{\"\"}",
        "[",
        "\n}",
        "\n  }",
    ])
}

/// A message's words that are right, on its line or in a block.
fn words(depth: u32) -> BoxedStrategy<String> {
    let simple = prop_oneof![
        "[a-zé.,]{1,6}( [a-z]{1,4}){0,2}",
        Just("{ $n }".to_string()),
        Just("{$other}".to_string()),
        Just("{ -term }".to_string()),
        Just("{ a }".to_string()),
        Just("{ 4.50 }".to_string()),
        r#"\{ "([a-z{} ]|\\\\|\\"|\\u00[0-9a-f]{2}){0,5}" \}"#,
        Just("\n    then".to_string()),
        Just("\n\n      more ".to_string()),
        Just(" ".to_string()),
    ];
    let line = prop::collection::vec(simple, 1..5).prop_map(|parts| format!("x{}", parts.concat()));
    if depth == 0 {
        return line.boxed();
    }
    let choice = (words(depth - 1), words(depth - 1), line.clone()).prop_map(|(a, b, before)| {
        format!("{before} {{ $n ->\n    [0] {a}\n    [one] {b}\n   *[other] {a}\n  }}")
    });
    prop_oneof![2 => line, 1 => choice].boxed()
}

fn file() -> impl Strategy<Value = String> {
    let comment = select(vec!["# c\n", "## c\n", "\n", "  \n", "\u{e9}\n", ""]);
    let message = (
        "-?[a-z]{1,2}",
        select(vec![" = ", "=", " =\n    "]),
        words(2),
        comment,
    )
        .prop_map(|(key, equals, words, after)| format!("{key}{equals}{words}\n{after}"));
    (prop::collection::vec(message, 0..6), any::<bool>()).prop_map(|(all, is_windows)| {
        let all = all.concat();
        if is_windows {
            all.replace('\n', "\r\n")
        } else {
            all
        }
    })
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(4000))]

    #[test]
    fn both_read_the_same_of_crumbs(crumbs in prop::collection::vec(crumb(), 0..40)) {
        agree(&crumbs.concat())?;
    }

    #[test]
    fn both_read_the_same_of_lines(
        lines in prop::collection::vec((0_usize..7, "[a-zé ]{0,3}[a-z]"), 1..6),
        is_block in any::<bool>(),
    ) {
        let first = if is_block { "" } else { "x" };
        let lines = lines.iter().map(|(indent, text)| format!("\n {}{}", " ".repeat(*indent), text.trim()));
        let source = format!("a ={first}{}\nb = c\n", lines.collect::<String>());
        prop_assert_eq!(ours(&source), theirs(&source));
    }
}

proptest! {
    #![proptest_config(config(1500))]

    #[test]
    fn both_read_the_same_of_files(file in file()) {
        agree(&file)?;
        prop_assert!(stops_the_other(&file) || file.is_empty() || !ours(&file).is_empty());
    }

    /// A file of ours in which something was taken out, doubled or put in.
    #[test]
    fn both_read_the_same_of_damaged_files(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..12, crumb(), 0_u8..3), 1..4),
    ) {
        let files = shipped();
        let mut text: Vec<char> = which.get(&files).1.chars().collect();
        for (at, length, crumb, kind) in changes {
            let at = at.index(text.len());
            let end = (at + length).min(text.len());
            let new: Vec<char> = match kind {
                0 => Vec::new(),
                1 => text[at..end].repeat(2),
                _ => crumb.chars().collect(),
            };
            let end = if kind == 2 { at } else { end };
            text.splice(at..end, new);
        }
        agree(&text.into_iter().collect::<String>())?;
    }

    #[test]
    fn anything_is_read_and_said(source in "(?s).{0,60}", key in "[a-b]") {
        let source = format!("{key} = {source}");
        if let Some(text) = say(&source, &key, &[("n", Arg::Number(1.0))]) {
            prop_assert!(text.len() <= source.len() * 3);
        }
    }
}
