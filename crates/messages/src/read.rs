//! Reads a Fluent file, message by message (grammar: `fluent.ebnf` of Fluent 1.0). It only goes
//! forward, so any file is read in a time that its length gives.

use crate::{DEEPEST, Entry, Part, Span, Variant};

/// What is wrong with a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// A name is missing, or there is text that belongs to no message.
    Name,
    /// No `=` behind the name.
    Equals,
    /// A message without words.
    Empty,
    /// A brace that is not closed, or was not opened.
    Brace,
    /// What stands in braces is nothing that may stand there.
    Expression,
    /// A text that does not end on its line, or an unknown escape.
    Quoted,
    /// No digits where they have to be.
    Digits,
    /// A choice whose variants are not on lines of their own, or whose names are not closed.
    Variants,
    /// A choice without a default, or with several.
    Default,
    /// Too many braces within each other.
    Deep,
    /// Fluent has attributes, the app does not.
    Attribute,
    /// Fluent has functions and terms with values, the app does not.
    Call,
    /// Fluent chooses by more than variables, the app does not.
    Selector,
    /// The name stands there twice.
    Twice,
    /// A message or term is named that the file does not have.
    Unknown,
    /// A message that speaks of itself.
    Circle,
}

/// Reads a file from its beginning to its end.
pub(crate) struct Reader<'a> {
    source: &'a [u8],
    /// Where it is: after a mistake, at the mistake.
    pub(crate) at: usize,
    /// The message that was begun last.
    pub(crate) key: Span,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(source: &'a str) -> Self {
        let mark = '\u{feff}';
        Self {
            source: source.as_bytes(),
            at: if source.starts_with(mark) {
                mark.len_utf8()
            } else {
                0
            },
            key: Span::default(),
        }
    }

    /// The next message, or what is wrong with it; `None` at the end. After a mistake, [`Self::skip`].
    pub(crate) fn next(&mut self) -> Option<Result<Entry, What>> {
        loop {
            self.blank_lines();
            match self.now()? {
                b'#' => self.comment(),
                _ => return Some(self.entry()),
            }
        }
    }

    /// Goes to the next line that may begin a message.
    pub(crate) fn skip(&mut self) {
        while let Some(byte) = self.now() {
            let is_first =
                self.at.checked_sub(1).and_then(|at| self.source.get(at)) == Some(&b'\n');
            if is_first && (byte.is_ascii_alphabetic() || byte == b'-' || byte == b'#') {
                break;
            }
            self.at += 1;
        }
    }

    fn comment(&mut self) {
        while self.now().is_some_and(|byte| byte != b'\n') {
            self.at += 1;
        }
    }

    fn entry(&mut self) -> Result<Entry, What> {
        let from = self.at;
        self.take(b'-');
        self.name()?;
        self.key = self.since(from);
        self.spaces();
        self.expect(b'=', What::Equals)?;
        Ok(Entry {
            key: self.key,
            words: self.words(0)?,
        })
    }

    /// The words of a message or variant. They end before a line that is not indented, or that begins
    /// with what cannot begin a line of words.
    fn words(&mut self, depth: u8) -> Result<Vec<Part>, What> {
        let mut words = Vec::new();
        let mut common = usize::MAX;
        self.spaces();
        let mut goes_on = true;
        if self.line_end().is_some() {
            self.blank_lines();
            goes_on = self.line(&mut words, &mut common);
        }
        while goes_on && let Some(byte) = self.now() {
            if let Some(end) = self.line_end() {
                // An empty line is a line break and no more, whatever spaces it has.
                for _ in 0..self.blank_lines() {
                    words.push(Part::Text(end));
                }
                goes_on = self.line(&mut words, &mut common);
            } else if byte == b'{' {
                words.push(self.placeable(depth)?);
            } else if byte == b'}' {
                return Err(What::Brace);
            } else {
                words.push(self.text());
            }
        }
        tidy(self.source, &mut words, common);
        match words.is_empty() {
            true => Err(What::Empty),
            false => Ok(words),
        }
    }

    /// The beginning of a line: its indent, if it belongs to the words before.
    fn line(&mut self, words: &mut Vec<Part>, common: &mut usize) -> bool {
        let from = self.at;
        self.spaces();
        let indent = self.since(from);
        let goes_on = match self.now() {
            Some(b'{') => true,
            None | Some(b'.' | b'}' | b'[' | b'*') => false,
            Some(_) => self.at > from,
        };
        match goes_on {
            true => {
                *common = (*common).min(self.at - from);
                words.push(Part::Indent(indent));
            }
            false => self.at = from,
        }
        goes_on
    }

    fn text(&mut self) -> Part {
        let from = self.at;
        while let Some(byte) = self.now()
            && !matches!(byte, b'{' | b'}')
            && self.line_end().is_none()
        {
            self.at += 1;
        }
        Part::Text(self.since(from))
    }

    /// What stands in braces, from the first to the last.
    fn placeable(&mut self, depth: u8) -> Result<Part, What> {
        if depth >= DEEPEST {
            return Err(What::Deep);
        }
        self.at += 1;
        self.blank();
        let part = self.expression(depth + 1)?;
        self.blank();
        self.expect(b'}', What::Brace)?;
        Ok(part)
    }

    fn expression(&mut self, depth: u8) -> Result<Part, What> {
        let from = self.at;
        let part = match self.now() {
            Some(b'"') => self.quoted()?,
            Some(b'{') => self.placeable(depth)?,
            Some(b'$') => {
                self.at += 1;
                let name = self.name()?;
                self.blank();
                if self.has_arrow() {
                    return self.choice(name, depth);
                }
                Part::Variable(name)
            }
            Some(byte) if byte.is_ascii_digit() => Part::Literal(self.number()?),
            Some(byte) if byte.is_ascii_alphabetic() => Part::Reference(self.name()?),
            Some(b'-') if self.byte(1).is_some_and(|byte| byte.is_ascii_alphabetic()) => {
                self.at += 1;
                self.name()?;
                Part::Reference(self.since(from))
            }
            Some(b'-') => Part::Literal(self.number()?),
            _ => return Err(What::Expression),
        };
        self.blank();
        match self.now() {
            Some(b'.') => Err(What::Attribute),
            Some(b'(') => Err(What::Call),
            _ if self.has_arrow() => Err(What::Selector),
            _ => Ok(part),
        }
    }

    fn has_arrow(&self) -> bool {
        (self.now(), self.byte(1)) == (Some(b'-'), Some(b'>'))
    }

    fn choice(&mut self, variable: Span, depth: u8) -> Result<Part, What> {
        self.at += 2;
        self.spaces();
        if self.line_end().is_none() {
            return Err(What::Variants);
        }
        self.blank();
        let mut variants = Vec::new();
        let mut defaults = 0;
        loop {
            let is_default = self.take(b'*');
            defaults += usize::from(is_default);
            if !self.take(b'[') {
                break;
            }
            self.blank();
            let key = match self.now() {
                Some(byte) if byte.is_ascii_digit() || byte == b'-' => self.number()?,
                _ => self.name()?,
            };
            self.blank();
            self.expect(b']', What::Variants)?;
            let words = self.words(depth)?;
            variants.push(Variant {
                key,
                is_default,
                words,
            });
            self.blank();
        }
        let have = variants.iter().filter(|variant| variant.is_default);
        match defaults == 1 && have.count() == 1 {
            true => Ok(Part::Choice(variable, variants)),
            false => Err(What::Default),
        }
    }

    fn quoted(&mut self) -> Result<Part, What> {
        self.at += 1;
        let from = self.at;
        loop {
            match self.now() {
                None | Some(b'\n') => return Err(What::Quoted),
                Some(b'"') => break,
                Some(b'\\') => self.escape()?,
                Some(_) => self.at += 1,
            }
        }
        let text = self.since(from);
        self.at += 1;
        Ok(Part::Literal(text))
    }

    fn escape(&mut self) -> Result<(), What> {
        let digits = match self.byte(1) {
            Some(b'\\' | b'"') => 0,
            Some(b'u') => 4,
            Some(b'U') => 6,
            _ => return Err(What::Quoted),
        };
        self.at += 2;
        for _ in 0..digits {
            if !self.now().is_some_and(|byte| byte.is_ascii_hexdigit()) {
                return Err(What::Quoted);
            }
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Result<Span, What> {
        let from = self.at;
        self.take(b'-');
        self.digits()?;
        if self.take(b'.') {
            self.digits()?;
        }
        Ok(self.since(from))
    }

    fn digits(&mut self) -> Result<(), What> {
        let from = self.at;
        while self.now().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        match self.at > from {
            true => Ok(()),
            false => Err(What::Digits),
        }
    }

    fn name(&mut self) -> Result<Span, What> {
        let from = self.at;
        if !self.now().is_some_and(|byte| byte.is_ascii_alphabetic()) {
            return Err(What::Name);
        }
        let is_of_a_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        while self.now().is_some_and(is_of_a_name) {
            self.at += 1;
        }
        Ok(self.since(from))
    }

    /// Goes over empty lines. Says how many line ends there were.
    fn blank_lines(&mut self) -> usize {
        let mut ends = 0;
        loop {
            let from = self.at;
            self.spaces();
            match self.line_end() {
                Some(end) => self.at = end.to,
                None => {
                    if self.now().is_some() {
                        self.at = from;
                    }
                    return ends;
                }
            }
            ends += 1;
        }
    }

    /// Goes over spaces and line ends.
    fn blank(&mut self) {
        self.blank_lines();
        self.spaces();
    }

    fn spaces(&mut self) {
        while self.take(b' ') {}
    }

    /// The line break, where a line ends here.
    fn line_end(&self) -> Option<Span> {
        let at = match (self.now()?, self.byte(1)) {
            (b'\n', _) => self.at,
            (b'\r', Some(b'\n')) => self.at + 1,
            _ => return None,
        };
        Some(Span {
            from: at,
            to: at + 1,
        })
    }

    fn now(&self) -> Option<u8> {
        self.byte(0)
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.source.get(self.at + ahead).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_here = self.now() == Some(byte);
        self.at += usize::from(is_here);
        is_here
    }

    fn expect(&mut self, byte: u8, what: What) -> Result<(), What> {
        match self.take(byte) {
            true => Ok(()),
            false => Err(what),
        }
    }

    fn since(&self, from: usize) -> Span {
        Span { from, to: self.at }
    }
}

/// Takes away the indent that all lines have in common, and the blanks at the end.
fn tidy(source: &[u8], words: &mut Vec<Part>, common: usize) {
    for part in words.iter_mut() {
        if let Part::Indent(indent) = part {
            indent.from += common;
        }
    }
    while let Some(Part::Text(end) | Part::Indent(end)) = words.last_mut() {
        let is_blank = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r');
        while end.to > end.from && source.get(end.to - 1).is_some_and(is_blank) {
            end.to -= 1;
        }
        if end.to > end.from {
            break;
        }
        words.pop();
    }
}
