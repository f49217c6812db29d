//! The words of a language: that part of Fluent 1.0 (projectfluent.org) which the project uses, read
//! at run time and put into words.
//!
//! What is there: messages and terms, texts over several lines, variables, texts and numbers in
//! braces, references to messages and terms, choices by a variable. What is not: attributes,
//! functions, arguments of terms. A message that has them is as if it weren't there, so that the
//! language behind is read.
//!
//! Every citizen loads this code (docs/adr/0004-size.md). It keeps the text as it came and remembers
//! where the parts of a message stand.

#[cfg(feature = "check")]
pub mod check;
mod read;
#[cfg(test)]
mod tests;

use read::Reader;
pub use read::What;

/// A value that a message speaks of.
#[derive(Clone, PartialEq, Debug)]
pub enum Arg<'a> {
    /// A text, shown as it is.
    Text(&'a str),
    /// A number, written and counted as the language does.
    Number(f64),
}

/// Named values.
pub type Args<'a> = &'a [(&'a str, Arg<'a>)];

/// How a language writes and counts numbers. The browser knows (`Intl`).
pub trait Numbers {
    /// A number as the language writes it.
    fn written(&self, number: f64) -> String;
    /// The plural category of a number (CLDR): `one`, `other`, ...
    fn plural(&self, number: f64) -> String;
}

/// How deep choices, braces and references may stand in each other. A message that speaks of itself
/// must not hang the page.
const DEEPEST: u8 = 8;
/// Of how many parts a message is made at most, those of other messages included: a few short
/// messages that name each other several times would else be millions.
const MOST_PARTS: u16 = 1000;
/// Bytes after which nothing is added to a message.
const LONGEST: usize = 1 << 16;

/// The messages of a file.
#[derive(Clone, Debug, Default)]
pub struct Messages {
    source: String,
    entries: Vec<Entry>,
}

/// A message, or a term. Its name is where it stands, with the hyphen of a term.
#[derive(Clone, Debug)]
struct Entry {
    key: Span,
    words: Vec<Part>,
}

/// Where something stands in the file, in bytes.
#[derive(Clone, Copy, Debug, Default)]
struct Span {
    from: usize,
    to: usize,
}

/// A part of a message.
#[derive(Clone, Debug)]
enum Part {
    Text(Span),
    /// What a line is indented by; less than that once it is known what all lines have in common.
    Indent(Span),
    /// A text between its quotes, as it is written; or a number.
    Literal(Span),
    Variable(Span),
    /// Another message, or a term with its hyphen.
    Reference(Span),
    Choice(Span, Vec<Variant>),
}

/// What is said where the variable of a choice has a value.
#[derive(Clone, Debug)]
struct Variant {
    key: Span,
    is_default: bool,
    words: Vec<Part>,
}

impl Messages {
    /// Reads a Fluent file. A message that cannot be read is left out, the others stay. Of two with
    /// one name, the first counts.
    pub fn read(source: String) -> Self {
        let mut reader = Reader::new(&source);
        let mut entries = Vec::new();
        while let Some(read) = reader.next() {
            match read {
                Ok(entry) => entries.push(entry),
                Err(_) => reader.skip(),
            }
        }
        Self { source, entries }
    }

    /// The names of the messages, and of terms with their hyphen, as they stand in the file.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| self.text(entry.key))
    }

    /// A message in words; `None` where it is not there, or something that it speaks of isn't.
    pub fn format(&self, key: &str, args: Args, numbers: &dyn Numbers) -> Option<String> {
        let mut writer = Writer {
            messages: self,
            args,
            numbers,
            out: String::new(),
            parts: 0,
        };
        writer.entry(key, 0)?;
        Some(writer.out)
    }

    fn text(&self, span: Span) -> &str {
        self.source.get(span.from..span.to).unwrap_or_default()
    }
}

/// Puts one message into words.
struct Writer<'a> {
    messages: &'a Messages,
    args: Args<'a>,
    numbers: &'a dyn Numbers,
    out: String,
    parts: u16,
}

impl<'a> Writer<'a> {
    fn entry(&mut self, key: &str, depth: u8) -> Option<()> {
        let messages = self.messages;
        let mut entries = messages.entries.iter();
        let entry = entries.find(|entry| messages.text(entry.key) == key)?;
        self.write(&entry.words, depth)
    }

    fn write(&mut self, words: &[Part], depth: u8) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        for part in words {
            self.parts += 1;
            if self.parts > MOST_PARTS || self.out.len() > LONGEST {
                return None;
            }
            self.part(part, depth)?;
        }
        Some(())
    }

    fn part(&mut self, part: &Part, depth: u8) -> Option<()> {
        let messages = self.messages;
        match part {
            Part::Text(span) | Part::Indent(span) => self.out.push_str(messages.text(*span)),
            Part::Literal(span) => unescape(messages.text(*span), &mut self.out),
            Part::Variable(name) => match self.arg(*name)? {
                Arg::Text(text) => self.out.push_str(text),
                Arg::Number(number) => self.out.push_str(&self.numbers.written(*number)),
            },
            Part::Reference(key) => self.entry(messages.text(*key), depth + 1)?,
            Part::Choice(name, variants) => {
                self.write(self.choose(*name, variants)?, depth + 1)?;
            }
        }
        Some(())
    }

    fn arg(&self, name: Span) -> Option<&'a Arg<'a>> {
        let name = self.messages.text(name);
        let found = self.args.iter().find(|(have, _)| *have == name);
        found.map(|(_, arg)| arg)
    }

    /// The first variant that fits, or the default.
    fn choose<'v>(&self, name: Span, variants: &'v [Variant]) -> Option<&'v [Part]> {
        let value = self.arg(name);
        // Asked for once: the browser is slow to answer.
        let category = match value {
            Some(Arg::Number(number)) => self.numbers.plural(*number),
            _ => String::new(),
        };
        let fits = |variant: &&Variant| {
            let key = self.messages.text(variant.key);
            match value {
                Some(Arg::Text(text)) => *text == key,
                Some(Arg::Number(number)) => {
                    key == category || procedure::read_decimal(key) == Some(*number)
                }
                None => false,
            }
        };
        let mut defaults = variants.iter().filter(|variant| variant.is_default);
        let chosen = variants.iter().find(fits).or_else(|| defaults.next());
        chosen.map(|variant| variant.words.as_slice())
    }
}

/// What a text between quotes says: `\\`, `\"`, `\u00a0`, `\U01f600`. A number that stands for no
/// character is U+FFFD, as Fluent wants it.
fn unescape(written: &str, out: &mut String) {
    let mut rest = written;
    while let Some((before, escape)) = rest.split_once('\\') {
        out.push_str(before);
        let digits = match escape.as_bytes().first() {
            Some(b'u') => 4,
            Some(b'U') => 6,
            _ => {
                out.push_str(escape.get(..1).unwrap_or_default());
                rest = escape.get(1..).unwrap_or_default();
                continue;
            }
        };
        let number = escape.get(1..=digits).unwrap_or_default();
        let number = u32::from_str_radix(number, 16).ok();
        out.push(
            number
                .and_then(char::from_u32)
                .unwrap_or(char::REPLACEMENT_CHARACTER),
        );
        rest = escape.get(digits + 1..).unwrap_or_default();
    }
    out.push_str(rest);
}
