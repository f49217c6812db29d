//! A text of a definition in the languages that its author wrote.

use std::sync::Arc;

use crate::clean::is_blank;

/// A text, by locale.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Text(Vec<(Arc<str>, Arc<str>)>);

/// A text that was chosen for a reader, with the language it is really in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Picked<'a> {
    /// BCP 47 tag of the text's language.
    pub locale: &'a str,
    /// The text.
    pub text: &'a str,
}

impl Text {
    /// A text in one language.
    pub fn new(locale: &str, text: &str) -> Self {
        Self(vec![(locale.into(), text.into())])
    }

    /// A text in several languages; Vietnamese, where there is one, is what others fall back to.
    pub fn from_locales<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut text = Self::default();
        texts.for_each(|(locale, words)| text.push(locale, words));
        text.prefer("vi");
        text
    }

    /// Adds the text in a further language, if it is not there in that one.
    pub fn add(&mut self, locale: &str, text: &str) {
        if self.all().all(|have| have.locale != locale) {
            self.push(locale, text);
        }
    }

    /// Adds the text in a further language.
    pub(crate) fn push(&mut self, locale: &str, text: &str) {
        self.0.push((locale.into(), text.into()));
    }

    /// Puts one language first: the one that others fall back to.
    pub(crate) fn prefer(&mut self, locale: &str) {
        if let Some(at) = self.0.iter().position(|(have, _)| **have == *locale) {
            self.0[..=at].rotate_right(1);
        }
    }

    /// The text in the first of the `wanted` languages that has it, or else in the author's
    /// first language. Empty only if the author wrote none.
    pub fn pick<'a>(&'a self, wanted: &[impl AsRef<str>]) -> Picked<'a> {
        wanted
            .iter()
            .find_map(|locale| self.0.iter().find(|(have, _)| **have == *locale.as_ref()))
            .or(self.0.first())
            .map_or(
                Picked {
                    locale: "",
                    text: "",
                },
                |(locale, text)| Picked { locale, text },
            )
    }

    /// Whether there is no text in any language.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, text)| is_blank(text))
    }

    /// Every language and its text, in the author's order.
    pub fn all(&self) -> impl Iterator<Item = Picked<'_>> {
        self.0.iter().map(|(locale, text)| Picked { locale, text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // [106]
    #[test]
    fn falls_back_to_the_author_s_language_and_says_so() {
        let mut text = Text::new("vi", "Ngày sinh");
        text.push("en", "Date of birth");
        assert_eq!(text.pick(&["en", "vi"]).text, "Date of birth");
        assert_eq!(
            text.pick(&["km", "vi"]),
            Picked {
                locale: "vi",
                text: "Ngày sinh"
            }
        );
        assert_eq!(
            text.pick(&["km"]),
            Picked {
                locale: "vi",
                text: "Ngày sinh"
            }
        );
        assert_eq!(Text::default().pick(&["vi"]).text, "");
    }
}
