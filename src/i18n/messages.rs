//! Fluent messages (projectfluent.org), read at run time. The parser is Mozilla's; the evaluator is
//! ours, because the browser's `Intl` does what the library would bring along (50 KB).

use fluent_syntax::ast;
use fluent_syntax::parser::parse_runtime;
use fluent_syntax::unicode::unescape_unicode_to_string;
use procedure::SortedMap;

use crate::platform::intl;

/// A value that a message speaks of.
#[derive(Clone, PartialEq, Debug)]
pub enum Arg<'a> {
    /// A text, shown as it is.
    Text(&'a str),
    /// A number, written and counted as the locale does.
    Number(f64),
}

/// Named values.
pub type Args<'a> = &'a [(&'a str, Arg<'a>)];

/// The messages of one locale.
#[derive(Debug, Default)]
pub struct Messages {
    locale: String,
    messages: SortedMap<String, ast::Pattern<String>>,
}

impl Messages {
    /// Reads a Fluent file. What cannot be read is left out, and falls back message by message.
    pub fn read(locale: &str, source: String) -> Self {
        let resource = parse_runtime(source).unwrap_or_else(|(resource, _)| resource);
        let messages = resource
            .body
            .into_iter()
            .filter_map(|entry| match entry {
                ast::Entry::Message(ast::Message {
                    id,
                    value: Some(value),
                    ..
                }) => Some((id.name, value)),
                ast::Entry::Term(term) => Some((format!("-{}", term.id.name), term.value)),
                _ => None,
            })
            .collect();
        Self {
            locale: locale.to_string(),
            messages,
        }
    }

    /// The locale.
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// Every message's name.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }

    /// A message in words; `None` where this locale does not have it, or cannot say it.
    pub fn format(&self, key: &str, args: Args) -> Option<String> {
        let mut out = String::new();
        self.write(self.messages.get(key)?, args, &mut out, 0)?;
        Some(out)
    }

    fn write(
        &self,
        pattern: &ast::Pattern<String>,
        args: Args,
        out: &mut String,
        depth: u8,
    ) -> Option<()> {
        // A message that speaks of itself must not hang the page.
        if depth > 8 {
            return None;
        }
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => out.push_str(value),
                ast::PatternElement::Placeable { expression } => {
                    self.place(expression, args, out, depth)?
                }
            }
        }
        Some(())
    }

    fn place(
        &self,
        expression: &ast::Expression<String>,
        args: Args,
        out: &mut String,
        depth: u8,
    ) -> Option<()> {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline, args, out, depth),
            ast::Expression::Select { selector, variants } => {
                let chosen = variants
                    .iter()
                    .find(|variant| self.fits(&variant.key, selector, args))
                    .or_else(|| variants.iter().find(|variant| variant.default))?;
                self.write(&chosen.value, args, out, depth + 1)
            }
        }
    }

    fn inline(
        &self,
        inline: &ast::InlineExpression<String>,
        args: Args,
        out: &mut String,
        depth: u8,
    ) -> Option<()> {
        use ast::InlineExpression::*;
        match inline {
            StringLiteral { value } => out.push_str(&unescape_unicode_to_string(value)),
            NumberLiteral { value } => out.push_str(value),
            VariableReference { id } => match argument(args, &id.name)? {
                Arg::Text(text) => out.push_str(text),
                Arg::Number(number) => out.push_str(&intl::number(&self.locale, *number)),
            },
            MessageReference {
                id,
                attribute: None,
            } => {
                self.write(self.messages.get(&id.name)?, args, out, depth + 1)?;
            }
            TermReference {
                id,
                attribute: None,
                ..
            } => {
                self.write(
                    self.messages.get(&format!("-{}", id.name))?,
                    args,
                    out,
                    depth + 1,
                )?;
            }
            Placeable { expression } => self.place(expression, args, out, depth + 1)?,
            MessageReference { .. } | TermReference { .. } | FunctionReference { .. } => {
                return None;
            }
        }
        Some(())
    }

    fn fits(
        &self,
        key: &ast::VariantKey<String>,
        selector: &ast::InlineExpression<String>,
        args: Args,
    ) -> bool {
        let ast::InlineExpression::VariableReference { id } = selector else {
            return false;
        };
        match (argument(args, &id.name), key) {
            (Some(Arg::Text(text)), ast::VariantKey::Identifier { name }) => text == name,
            (Some(Arg::Number(n)), ast::VariantKey::NumberLiteral { value }) => {
                procedure::read_decimal(value) == Some(*n)
            }
            (Some(Arg::Number(n)), ast::VariantKey::Identifier { name }) => {
                intl::plural(&self.locale, *n) == *name
            }
            _ => false,
        }
    }
}

fn argument<'a>(args: Args<'a>, name: &str) -> Option<&'a Arg<'a>> {
    args.iter()
        .find(|(have, _)| *have == name)
        .map(|(_, arg)| arg)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_put_into_words() {
        let messages = Messages::read(
            "en",
            "plain = Continue\n\
             greeting = Enter { $what }\n\
             count = { $n ->\n    [0] No file\n    [one] One file\n   *[other] { $n } files\n }\n\
             kind = { $kind ->\n    [date] Enter\n   *[choice] Choose\n } it\n\
             -portal = the portal\n\
             refers = Ask { -portal }: { plain }\n\
             circle = { circle }\n\
             function = { DATETIME($d) }\n\
             broken = { $\n\
             last = end\n"
                .to_string(),
        );
        fn format(messages: &Messages, key: &str, args: Args) -> Option<String> {
            messages.format(key, args)
        }
        macro_rules! say {
            ($key:expr, $args:expr) => {
                format(&messages, $key, $args)
            };
        }
        assert_eq!(say!("plain", &[]).as_deref(), Some("Continue"));
        assert_eq!(
            say!("greeting", &[("what", Arg::Text("a name"))]).as_deref(),
            Some("Enter a name")
        );
        for (n, words) in [(0.0, "No file"), (1.0, "One file"), (3.0, "3 files")] {
            assert_eq!(
                say!("count", &[("n", Arg::Number(n))]).as_deref(),
                Some(words)
            );
        }
        assert_eq!(
            say!("kind", &[("kind", Arg::Text("date"))]).as_deref(),
            Some("Enter it")
        );
        assert_eq!(say!("kind", &[]).as_deref(), Some("Choose it"));
        assert_eq!(
            say!("refers", &[]).as_deref(),
            Some("Ask the portal: Continue")
        );
        assert_eq!(say!("last", &[]).as_deref(), Some("end"));
        for nothing in ["greeting", "circle", "function", "broken", "absent"] {
            assert_eq!(say!(nothing, &[]), None, "{nothing}");
        }
    }
}
