//! What linters need of a file: every mistake, and what each message is made of.

use std::collections::BTreeSet;
use std::fmt;

use crate::read::Reader;
use crate::{Entry, Messages, Part, Span, What};

/// Something wrong with a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// The message that it is in, or that stands before it; empty before the first.
    pub key: String,
    /// What is wrong.
    pub what: What,
}

/// A message, or a term (its key has a hyphen then).
#[derive(Clone, PartialEq, Debug)]
pub struct Message<'a> {
    /// The line that it begins on, from 1.
    pub line: usize,
    /// Its name.
    pub key: &'a str,
    /// What it is made of.
    pub words: Vec<Piece<'a>>,
}

/// A part of a message.
#[derive(Clone, PartialEq, Debug)]
pub enum Piece<'a> {
    /// Words, with their line breaks.
    Text(&'a str),
    /// A number, or a text between its quotes, as it is written.
    Literal {
        /// As it is written, without quotes.
        written: &'a str,
        /// What it says.
        says: String,
    },
    /// A value that the app gives.
    Variable(&'a str),
    /// Another message, or a term with its hyphen.
    Reference(&'a str),
    /// A choice by a variable: names, which of them is the default, and words.
    Choice(&'a str, Vec<(&'a str, bool, Vec<Piece<'a>>)>),
}

/// How the values of a translation differ from those of the first language.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Difference<'a> {
    /// Values that the app does not give: the first language does not name them.
    pub unknown: Vec<&'a str>,
    /// Values that the first language always says, and the translation never.
    pub missing: Vec<&'a str>,
}

impl<'a> Message<'a> {
    /// How the values of this message differ from those of the same one in the first language.
    pub fn compare(&self, first: &Message<'a>) -> Difference<'a> {
        let (have, may_have) = (Values::of(self), Values::of(first));
        let said: BTreeSet<_> = have.always.union(&have.sometimes).copied().collect();
        Difference {
            unknown: have.all().difference(&may_have.all()).copied().collect(),
            missing: may_have.always.difference(&said).copied().collect(),
        }
    }
}

/// The values that a message names.
#[derive(Default)]
struct Values<'a> {
    always: BTreeSet<&'a str>,
    /// Said in a variant of a choice.
    sometimes: BTreeSet<&'a str>,
    choosing: BTreeSet<&'a str>,
}

impl<'a> Values<'a> {
    fn of(message: &Message<'a>) -> Self {
        let mut values = Self::default();
        values.collect(&message.words, false);
        values
    }

    fn collect(&mut self, words: &[Piece<'a>], in_choice: bool) {
        for piece in words {
            match piece {
                Piece::Variable(name) if in_choice => drop(self.sometimes.insert(name)),
                Piece::Variable(name) => drop(self.always.insert(name)),
                Piece::Choice(name, variants) => {
                    self.choosing.insert(name);
                    for (_, _, words) in variants {
                        self.collect(words, true);
                    }
                }
                _ => {}
            }
        }
    }

    fn all(&self) -> BTreeSet<&'a str> {
        let sets = [&self.always, &self.sometimes, &self.choosing];
        sets.into_iter().flatten().copied().collect()
    }
}

/// Every mistake of a file, in the order of the lines.
pub fn check(source: &str) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    let mut entries: Vec<Entry> = Vec::new();
    let mut reader = Reader::new(source);
    while let Some(read) = reader.next() {
        match read {
            Ok(entry) => {
                let key = text(source, entry.key);
                if entries.iter().any(|have| text(source, have.key) == key) {
                    mistakes.push(mistake(source, entry.key.from, entry.key, What::Twice));
                }
                entries.push(entry);
            }
            Err(what) => {
                let what = match source
                    .get(reader.at..)
                    .unwrap_or_default()
                    .trim_start()
                    .starts_with('.')
                {
                    true if matches!(what, What::Name | What::Empty) => What::Attribute,
                    _ => what,
                };
                mistakes.push(mistake(source, reader.at, reader.key, what));
                reader.skip();
            }
        }
    }
    for entry in &entries {
        if let Some(what) = reference_mistake(source, &entries, entry) {
            mistakes.push(mistake(source, entry.key.from, entry.key, what));
        }
    }
    mistakes.sort_by_key(|mistake| mistake.line);
    mistakes
}

fn mistake(source: &str, at: usize, key: Span, what: What) -> Mistake {
    Mistake {
        line: line(source, at),
        key: text(source, key).to_string(),
        what,
    }
}

fn text(source: &str, span: Span) -> &str {
    source.get(span.from..span.to).unwrap_or_default()
}

fn line(source: &str, at: usize) -> usize {
    let before = source.as_bytes().iter().take(at);
    before.filter(|byte| **byte == b'\n').count() + 1
}

/// Whether a message names one that is not there, or itself over others.
fn reference_mistake(source: &str, entries: &[Entry], entry: &Entry) -> Option<What> {
    let mut seen: Vec<&str> = Vec::new();
    let mut ahead = vec![entry];
    while let Some(next) = ahead.pop() {
        let mut named = Vec::new();
        references(source, &next.words, &mut named);
        for key in named {
            let Some(found) = entries.iter().find(|have| text(source, have.key) == key) else {
                // Said once, of the message that names it.
                if std::ptr::eq(next, entry) {
                    return Some(What::Unknown);
                }
                continue;
            };
            if key == text(source, entry.key) {
                return Some(What::Circle);
            }
            if !seen.contains(&key) {
                seen.push(key);
                ahead.push(found);
            }
        }
    }
    None
}

fn references<'a>(source: &'a str, words: &[Part], named: &mut Vec<&'a str>) {
    for part in words {
        match part {
            Part::Reference(key) => named.push(text(source, *key)),
            Part::Choice(_, variants) => {
                for variant in variants {
                    references(source, &variant.words, named);
                }
            }
            _ => {}
        }
    }
}

impl Messages {
    /// What each message is made of.
    pub fn all(&self) -> Vec<Message<'_>> {
        let entries = self.entries.iter();
        entries
            .map(|entry| Message {
                line: line(&self.source, entry.key.from),
                key: self.text(entry.key),
                words: self.pieces(&entry.words),
            })
            .collect()
    }

    fn pieces(&self, words: &[Part]) -> Vec<Piece<'_>> {
        words.iter().map(|part| self.piece(part)).collect()
    }

    fn piece(&self, part: &Part) -> Piece<'_> {
        match part {
            Part::Text(span) | Part::Indent(span) => Piece::Text(self.text(*span)),
            Part::Literal(span) => {
                let written = self.text(*span);
                let mut says = String::new();
                crate::unescape(written, &mut says);
                Piece::Literal { written, says }
            }
            Part::Variable(name) => Piece::Variable(self.text(*name)),
            Part::Reference(key) => Piece::Reference(self.text(*key)),
            Part::Choice(name, variants) => {
                let variants = variants.iter().map(|variant| {
                    let key = self.text(variant.key);
                    (key, variant.is_default, self.pieces(&variant.words))
                });
                Piece::Choice(self.text(*name), variants.collect())
            }
        }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Name => "a name is missing here, or this text belongs to no message",
            Self::Equals => "no = behind the name",
            Self::Empty => "no words",
            Self::Brace => "a brace that is not closed, or was not opened",
            Self::Expression => "what stands in braces is a $value, another message, or \"a text\"",
            Self::Quoted => "a text in quotes that doesn't end on its line, or an unknown escape",
            Self::Digits => "no digits where they have to be",
            Self::Variants => "each variant of a choice stands on a line of its own, as [name]",
            Self::Default => "a choice has one default, marked with *",
            Self::Deep => "too many braces within each other",
            Self::Attribute => "attributes are not read",
            Self::Call => "functions and terms with values are not read",
            Self::Selector => "only a $value can choose",
            Self::Twice => "this name stands there twice",
            Self::Unknown => "it names a message that this file does not have",
            Self::Circle => "it speaks of itself",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mistake_has_its_line_and_message() {
        for (source, line, key, what) in [
            ("?\n", 1, "", What::Name),
            ("a = b\nb = c\n }", 3, "b", What::Name),
            ("a = b\n\n?\n", 3, "a", What::Name),
            ("a b\n", 1, "a", What::Equals),
            ("a =\nb = c\n", 2, "a", What::Empty),
            ("a = b }\n", 1, "a", What::Brace),
            ("a = { $b\nc = d\n", 2, "a", What::Brace),
            ("a = {\n\n  }\n", 3, "a", What::Expression),
            ("a = { \"b\n", 1, "a", What::Quoted),
            ("a = { \"\\n\" }\n", 1, "a", What::Quoted),
            ("a = { 5. }\n", 1, "a", What::Digits),
            ("a = { $b -> *[c] d }\n", 1, "a", What::Variants),
            ("a = { $b ->\n [c] d\n }\n", 3, "a", What::Default),
            ("a = {{{{{{{{{ $b }}}}}}}}}\n", 1, "a", What::Deep),
            ("a = b\n    .c = d\n    .e = f\n", 2, "a", What::Attribute),
            ("a =\n    .c = d\n", 2, "a", What::Attribute),
            ("a = { b.c }\nb = c\n", 1, "a", What::Attribute),
            ("a = { DATETIME($b) }\n", 1, "a", What::Call),
            ("-b = c\na = { -b(c: 1) }\n", 2, "a", What::Call),
            ("a = { 1 ->\n *[b] c\n }\n", 1, "a", What::Selector),
            ("a = b\n# c\na = d\n", 3, "a", What::Twice),
            ("a = { $b ->\n *[c] { d }\n }\n", 1, "a", What::Unknown),
            ("a = { -b }\nb = c\n", 1, "a", What::Unknown),
            ("a = { a }\n", 1, "a", What::Circle),
        ] {
            let found = check(source);
            let wanted = Mistake {
                line,
                key: key.to_string(),
                what,
            };
            let found = found
                .last()
                .filter(|_| found.len() == 1 || what == What::Name);
            assert_eq!(found, Some(&wanted), "{source:?}");
        }
    }

    #[test]
    fn each_mistake_is_said_once_and_what_is_right_not_at_all() {
        let source = "a = { b }\nb = { c }\nc = { a }\nd = { a } { $e }\n# f\n\n  \n";
        let lines: Vec<_> = check(source).iter().map(|mistake| mistake.line).collect();
        assert_eq!(lines, [1, 2, 3]);
        assert_eq!(check("# a\na =\n    b\n\n-c = { a }\n   "), []);
    }

    #[test]
    fn a_translation_says_what_the_first_language_always_says_and_no_other_value() {
        let choice = "a = { $n ->\n [one] one\n *[other] { $n } of { $all }\n }";
        for (first, translation, unknown, missing) in [
            ("a = { $n }", "a = { $n }, { $n }", vec![], vec![]),
            ("a = { $n }", "a = b", vec![], vec!["n"]),
            ("a = b", "a = { $n }", vec!["n"], vec![]),
            ("a = { $n } of { $all }", choice, vec![], vec![]),
            (choice, "a = b", vec![], vec![]),
            (choice, "a = { $n } of { $all }", vec![], vec![]),
            (choice, "a = { $b ->\n *[c] d\n }", vec!["b"], vec![]),
            ("a = { $n }", "a = { $n ->\n *[c] d\n }", vec![], vec!["n"]),
        ] {
            let both = [first, translation].map(|source| Messages::read(source.to_string()));
            let [first, translation] = both.each_ref().map(|messages| messages.all().remove(0));
            let difference = translation.compare(&first);
            assert_eq!(
                difference,
                Difference { unknown, missing },
                "{first:?} {translation:?}"
            );
        }
    }

    #[test]
    fn a_message_can_be_taken_apart() {
        let source = "# a\na =\n    b { $c }\n    { $d ->\n        [1] { -e }\n       *[f] {\"\\u0067\"}\n    }\n";
        let messages = Messages::read(source.to_string());
        let literal = Piece::Literal {
            written: "\\u0067",
            says: "g".to_string(),
        };
        let variants = vec![
            ("1", false, vec![Piece::Reference("-e")]),
            ("f", true, vec![literal]),
        ];
        let all = messages.all();
        assert_eq!((all.len(), all[0].key, all[0].line), (1, "a", 2));
        let words: Vec<_> = all[0]
            .words
            .iter()
            .filter(|piece| **piece != Piece::Text(""))
            .collect();
        assert_eq!(
            words,
            [
                &Piece::Text("b "),
                &Piece::Variable("c"),
                &Piece::Text("\n"),
                &Piece::Choice("d", variants),
            ]
        );
    }
}
