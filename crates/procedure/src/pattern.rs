//! Patterns: the regular expressions that an author of a form needs, in an engine that takes a time in
//! proportion to the length of the value, whatever the pattern. No input can hang the page.
//!
//! The engine is our own for its size: `regex-lite`, with which the tests compare it, is 25 KB of code
//! that every citizen would load (docs/adr/0004-size.md). It is Thompson's: all ways through the
//! pattern are followed at once, a character at a time.

use std::fmt;

/// Most steps of a compiled pattern: a pattern of a form has a few dozen.
const MOST_STEPS: usize = 2_000;
/// Most brackets within brackets.
const DEEPEST: usize = 50;
/// Highest count in braces.
const MOST_TIMES: usize = 1_000;

/// A compiled pattern that the whole value must match.
#[derive(Clone)]
pub(crate) struct Pattern {
    source: String,
    steps: Vec<Step>,
}

#[derive(Clone)]
enum Step {
    /// One character of a class.
    One(Class),
    /// Both ways are followed.
    Either(usize, usize),
    /// Goes on elsewhere.
    Goto(usize),
    /// Only before the first character.
    AtStart,
    /// Only behind the last character.
    AtEnd,
    /// All of the pattern is matched.
    Done,
}

/// Some characters, or all but them.
#[derive(Clone, Default)]
struct Class {
    ranges: Vec<(char, char)>,
    is_negated: bool,
}

impl Class {
    fn has(&self, c: char) -> bool {
        self.ranges
            .iter()
            .any(|(from, to)| (*from..=*to).contains(&c))
            != self.is_negated
    }
}

impl Pattern {
    /// Compiles `source`; it is anchored at both ends.
    ///
    /// Known: characters, `.`, classes (`[a-z]`, `[^0-9]`), `\d` `\w` `\s` and their opposites (ASCII),
    /// `\` before a sign, groups, `|`, `?`, `*`, `+`, `{2}`, `{2,}`, `{2,4}`, `^`, `$`.
    ///
    /// # Errors
    /// What is wrong, in words for the author.
    pub(crate) fn new(source: &str) -> Result<Self, String> {
        let mut parser = Parser {
            rest: source.chars().collect(),
            at: 0,
            depth: 0,
        };
        let tree = parser.alternatives().and_then(|tree| match parser.peek() {
            None => Ok(tree),
            Some(_) => Err("a closing bracket without an opening one"),
        });
        let mut steps = Vec::new();
        tree.and_then(|tree| write(&tree, &mut steps))?;
        steps.push(Step::Done);
        let source = source.to_string();
        Ok(Self { source, steps })
    }

    /// Whether the whole of `value` matches.
    pub(crate) fn matches(&self, value: &str) -> bool {
        let mut now = Ways::new(self.steps.len());
        now.follow(&self.steps, 0, true, value.is_empty());
        let mut characters = value.chars().peekable();
        while let Some(c) = characters.next() {
            let is_last = characters.peek().is_none();
            let mut next = Ways::new(self.steps.len());
            for &at in &now.open {
                if matches!(&self.steps[at], Step::One(class) if class.has(c)) {
                    next.follow(&self.steps, at + 1, false, is_last);
                }
            }
            now = next;
        }
        now.open
            .iter()
            .any(|&at| matches!(self.steps[at], Step::Done))
    }
}

/// The steps that may come next.
struct Ways {
    open: Vec<usize>,
    been: Vec<bool>,
}

impl Ways {
    fn new(steps: usize) -> Self {
        Self {
            open: Vec::new(),
            been: vec![false; steps],
        }
    }

    /// Goes on from a step, as far as that needs no character.
    fn follow(&mut self, steps: &[Step], from: usize, at_start: bool, at_end: bool) {
        let mut todo = vec![from];
        while let Some(at) = todo.pop() {
            if std::mem::replace(&mut self.been[at], true) {
                continue;
            }
            match &steps[at] {
                Step::Goto(to) => todo.push(*to),
                Step::Either(one, other) => todo.extend([*one, *other]),
                Step::AtStart if at_start => todo.push(at + 1),
                Step::AtEnd if at_end => todo.push(at + 1),
                Step::AtStart | Step::AtEnd => {}
                Step::One(_) | Step::Done => self.open.push(at),
            }
        }
    }
}

enum Tree {
    One(Class),
    AtStart,
    AtEnd,
    All(Vec<Tree>),
    Either(Vec<Tree>),
    /// So many times at least, and at most, if there is a limit.
    Times(Box<Tree>, usize, Option<usize>),
}

type Wrong = &'static str;

fn write(tree: &Tree, steps: &mut Vec<Step>) -> Result<(), Wrong> {
    if steps.len() > MOST_STEPS {
        return Err("it is too large");
    }
    match tree {
        Tree::One(class) => steps.push(Step::One(class.clone())),
        Tree::AtStart => steps.push(Step::AtStart),
        Tree::AtEnd => steps.push(Step::AtEnd),
        Tree::All(trees) => {
            for tree in trees {
                write(tree, steps)?;
            }
        }
        Tree::Either(trees) => {
            let mut ends = Vec::new();
            for (n, tree) in trees.iter().enumerate() {
                let fork = steps.len();
                let is_last = n + 1 == trees.len();
                if !is_last {
                    steps.push(Step::Goto(0));
                }
                write(tree, steps)?;
                if !is_last {
                    ends.push(steps.len());
                    steps.push(Step::Goto(0));
                    steps[fork] = Step::Either(fork + 1, steps.len());
                }
            }
            let end = steps.len();
            for at in ends {
                steps[at] = Step::Goto(end);
            }
        }
        Tree::Times(tree, least, most) => {
            for _ in 0..*least {
                write(tree, steps)?;
            }
            match most {
                None => {
                    let fork = steps.len();
                    steps.push(Step::Goto(0));
                    write(tree, steps)?;
                    steps.push(Step::Goto(fork));
                    steps[fork] = Step::Either(fork + 1, steps.len());
                }
                Some(most) => {
                    let mut forks = Vec::new();
                    for _ in *least..*most {
                        forks.push(steps.len());
                        steps.push(Step::Goto(0));
                        write(tree, steps)?;
                    }
                    let end = steps.len();
                    for fork in forks {
                        steps[fork] = Step::Either(fork + 1, end);
                    }
                }
            }
        }
    }
    Ok(())
}

struct Parser {
    rest: Vec<char>,
    at: usize,
    depth: usize,
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.rest.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek();
        self.at += usize::from(next.is_some());
        next
    }

    fn takes(&mut self, wanted: char) -> bool {
        let is_next = self.peek() == Some(wanted);
        self.at += usize::from(is_next);
        is_next
    }

    fn alternatives(&mut self) -> Result<Tree, Wrong> {
        let mut trees = vec![self.sequence()?];
        while self.takes('|') {
            trees.push(self.sequence()?);
        }
        Ok(Tree::Either(trees))
    }

    fn sequence(&mut self) -> Result<Tree, Wrong> {
        let mut trees = Vec::new();
        while self.peek().is_some_and(|c| c != '|' && c != ')') {
            let one = self.one()?;
            trees.push(self.repeated(one)?);
        }
        Ok(Tree::All(trees))
    }

    fn one(&mut self) -> Result<Tree, Wrong> {
        match self.next() {
            Some('(') => {
                if self.takes('?') && !self.takes(':') {
                    return Err("a group can only begin with (?:");
                }
                self.depth += 1;
                if self.depth > DEEPEST {
                    return Err("it is too deep");
                }
                let tree = self.alternatives()?;
                self.depth -= 1;
                match self.takes(')') {
                    true => Ok(tree),
                    false => Err("a group is not closed"),
                }
            }
            Some('[') => self.class(),
            Some('^') => Ok(Tree::AtStart),
            Some('$') => Ok(Tree::AtEnd),
            Some('.') => Ok(Tree::One(Class {
                ranges: vec![('\n', '\n')],
                is_negated: true,
            })),
            Some('\\') => self.escaped().map(Tree::One),
            Some('?' | '*' | '+' | '{') => Err("nothing stands before a count"),
            Some(c) => Ok(Tree::One(single(c))),
            None => Err("it ends too early"),
        }
    }

    fn repeated(&mut self, tree: Tree) -> Result<Tree, Wrong> {
        let (least, most) = match self.peek() {
            Some('?') => (0, Some(1)),
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('{') => {
                self.at += 1;
                let least = self.number()?;
                let most = match self.takes(',') {
                    false => Some(least),
                    true if self.peek() == Some('}') => None,
                    true => Some(self.number()?),
                };
                if self.peek() != Some('}') || most.is_some_and(|most| most < least) {
                    return Err("a count is {2}, {2,} or {2,4}");
                }
                (least, most)
            }
            _ => return Ok(tree),
        };
        self.at += 1;
        // As little as possible or as much: the whole value matches or doesn't.
        self.takes('?');
        if matches!(self.peek(), Some('?' | '*' | '+' | '{')) {
            return Err("a count stands behind a count");
        }
        Ok(Tree::Times(Box::new(tree), least, most))
    }

    fn number(&mut self) -> Result<usize, Wrong> {
        let mut number = None;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            self.at += 1;
            let so_far = number.unwrap_or(0) * 10 + digit as usize;
            if so_far > MOST_TIMES {
                return Err("a count is too high");
            }
            number = Some(so_far);
        }
        number.ok_or("a count is {2}, {2,} or {2,4}")
    }

    fn escaped(&mut self) -> Result<Class, Wrong> {
        let ranges: &[(char, char)] = match self.peek().map(|c| c.to_ascii_lowercase()) {
            Some('d') => &[('0', '9')],
            Some('w') => &[('0', '9'), ('A', 'Z'), ('a', 'z'), ('_', '_')],
            Some('s') => &[(' ', ' '), ('\t', '\r')],
            _ => &[],
        };
        match self.next() {
            Some(c) if !ranges.is_empty() => Ok(Class {
                ranges: ranges.to_vec(),
                is_negated: c.is_ascii_uppercase(),
            }),
            Some('n') => Ok(single('\n')),
            Some('t') => Ok(single('\t')),
            Some(c) if !c.is_ascii_alphanumeric() => Ok(single(c)),
            Some(_) => Err("\\ stands before a letter that means nothing"),
            None => Err("it ends too early"),
        }
    }

    fn class(&mut self) -> Result<Tree, Wrong> {
        let mut class = Class {
            ranges: Vec::new(),
            is_negated: self.takes('^'),
        };
        loop {
            let from = match self.next() {
                None => return Err("a class is not closed"),
                Some(']') if !class.ranges.is_empty() => return Ok(Tree::One(class)),
                Some('[') => return Err("[ in a class is written \\["),
                Some('\\') => {
                    let inner = self.escaped()?;
                    if inner.is_negated {
                        return Err("\\D, \\W and \\S cannot stand in a class");
                    }
                    match inner.ranges[..] {
                        [(from, to)] if from == to => from,
                        _ => {
                            class.ranges.extend(inner.ranges);
                            continue;
                        }
                    }
                }
                Some(c) => c,
            };
            let is_range = self.peek() == Some('-') && self.rest.get(self.at + 1) != Some(&']');
            let to = match is_range {
                false => from,
                true => {
                    self.at += 1;
                    match self.next() {
                        Some('\\') => match self.escaped()?.ranges[..] {
                            [(from, to)] if from == to => to,
                            _ => return Err("a range ends with a character"),
                        },
                        Some(to) => to,
                        None => return Err("a class is not closed"),
                    }
                }
            };
            if to < from {
                return Err("a range begins after its end");
            }
            class.ranges.push((from, to));
        }
    }
}

fn single(c: char) -> Class {
    Class {
        ranges: vec![(c, c)],
        is_negated: false,
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pattern({:?})", self.source)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_whole_value_must_match() {
        let pattern = Pattern::new("[A-Z]{2}|x").expect("compiles");
        assert!(pattern.matches("AB") && pattern.matches("x"));
        assert!(!pattern.matches("ABC") && !pattern.matches("xx") && !pattern.matches(""));
    }

    #[test]
    fn what_is_wrong_is_refused() {
        for source in [
            "(",
            "a)|(b",
            ")",
            "[",
            "[]",
            "[^]",
            "[a",
            "[z-a]",
            "*",
            "a{",
            "a{2",
            "a{3,2}",
            "a{,3}",
            "\\",
            "\\b",
            "\\1",
            "(?=a)",
            "(?<n>a)",
            "a{1001}",
            "a{1000}{1000}",
            "[[:alpha:]]",
            "[\\D]",
            "{2}",
            "a**",
            "a+{2}",
        ] {
            assert!(Pattern::new(source).is_err(), "{source}");
        }
        assert!(Pattern::new(&"(".repeat(10_000)).is_err());
    }

    /// What a form's author may write, on values that are near it.
    const PATTERNS: [&str; 26] = [
        "",
        "a",
        "abc",
        "a|b",
        "a|",
        "(a|b)c",
        "(?:ab)+",
        "a*",
        "a+b?",
        "a{2}",
        "a{2,}",
        "a{1,3}",
        "(a{2}){1,2}b",
        "[A-Z]{2}[0-9]{3}",
        "[^0-9]+",
        "[a-c-]*",
        "[\\d_]+",
        "\\d{2}/\\d{4}",
        "\\w+\\.\\w+",
        "\\s*\\S+",
        ".{2,3}",
        "^a$",
        "a^",
        "(^a|b)c",
        "[Đđ]ường.*",
        "a*?b",
    ];

    #[test]
    fn it_agrees_with_regex_lite() {
        let values = [
            "",
            "a",
            "b",
            "ab",
            "abc",
            "bc",
            "ac",
            "aa",
            "aaa",
            "aaaa",
            "aaaab",
            "aab",
            "AB123",
            "A-",
            "-",
            "12/2026",
            "1/2026",
            "a.b",
            " a",
            "a b",
            "\n",
            "xyz",
            "đường Mẫu",
            "___1",
            "abab",
            "c",
        ];
        for source in PATTERNS {
            let ours = Pattern::new(source).expect(source);
            let theirs = regex_lite::Regex::new(&format!("^(?:{source})$")).expect(source);
            for value in values {
                assert_eq!(
                    ours.matches(value),
                    theirs.is_match(value),
                    "{source:?} {value:?}"
                );
            }
        }
    }

    proptest! {
        #[test]
        fn it_agrees_with_regex_lite_on_anything(
            source in r"([ab.]|\(a\|b\)|\[ab\]|\[\^a\]|\\d|a\*|b\+|\(ab\)\?|a\{1,2\}|\||\^|\$){0,8}",
            value in "[abc1]{0,8}",
        ) {
            let ours = Pattern::new(&source).expect("what is known");
            let theirs = regex_lite::Regex::new(&format!("^(?:{source})$")).expect("it too");
            prop_assert_eq!(ours.matches(&value), theirs.is_match(&value), "{}", source);
        }

        #[test]
        fn nothing_that_is_written_breaks_it(source in r"\PC{0,40}", value in r"\PC{0,40}") {
            if let Ok(pattern) = Pattern::new(&source) {
                pattern.matches(&value);
            }
        }
    }

    #[test]
    fn a_pattern_that_hangs_other_engines_takes_no_time() {
        let pattern = Pattern::new("(a*)*(a*)*(a|aa)+b").expect("compiles");
        assert!(!pattern.matches(&"a".repeat(20_000)));
    }
}
