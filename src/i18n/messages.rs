//! The words of one locale: read by the crate `messages`, numbers by the browser's `Intl`.

use ::messages::Numbers;
pub use ::messages::{Arg, Args};

use crate::platform::intl;

/// The messages of one locale.
#[derive(Debug, Default)]
pub struct Messages {
    locale: Locale,
    words: ::messages::Messages,
}

/// A locale's tag.
#[derive(Debug, Default)]
struct Locale(String);

impl Numbers for Locale {
    fn written(&self, number: f64) -> String {
        intl::number(&self.0, number)
    }

    fn plural(&self, number: f64) -> String {
        intl::plural(&self.0, number)
    }
}

impl Messages {
    /// Reads a Fluent file. What cannot be read is left out, and falls back message by message.
    pub fn read(locale: &str, source: String) -> Self {
        Self {
            locale: Locale(locale.to_string()),
            words: ::messages::Messages::read(source),
        }
    }

    /// The locale.
    pub fn locale(&self) -> &str {
        &self.locale.0
    }

    /// A message in words; `None` where this locale does not have it, or cannot say it.
    pub fn format(&self, key: &str, args: Args) -> Option<String> {
        self.words.format(key, args, &self.locale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_the_locale() {
        let source = "a = { $n ->\n [one] { $n } file\n *[other] { $n } files\n }\n";
        for (locale, n, words) in [
            ("en", 1.0, "1 file"),
            ("en", 2.5, "2.5 files"),
            ("vi", 1.0, "1 files"),
        ] {
            let messages = Messages::read(locale, source.to_string());
            assert_eq!(messages.locale(), locale);
            assert_eq!(
                messages.format("a", &[("n", Arg::Number(n))]).as_deref(),
                Some(words)
            );
        }
    }
}
