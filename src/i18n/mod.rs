//! Words: which language, which messages, and texts that carry their own `lang` where they fall back
//! to another.

pub mod messages;
pub mod problems;
pub mod values;

use std::sync::Arc;

use leptos::prelude::*;
use procedure::{Picked, Text};

pub use messages::{Arg, Args, Messages};

use crate::platform::{dom, http, local, report};
use crate::settings::LocaleSetting;

/// Where the choice is remembered.
const REMEMBERED: &str = "motcua.locale";

/// The language that is shown and the ones behind it. Pages are drawn anew when it changes, so
/// within a page words are plain values.
#[derive(Clone, Copy)]
pub struct I18n {
    chain: RwSignal<Arc<Vec<Messages>>>,
    /// The words of the second file, once they are there, for the same locales.
    later: StoredValue<Vec<Messages>>,
    /// The locales for which they were asked for.
    later_of: StoredValue<Vec<String>>,
    offered: StoredValue<Vec<LocaleSetting>>,
}

/// The words that the app has from the beginning.
const MESSAGES: &str = "messages.ftl";
/// The words of what comes with the second file (docs/adr/0008-later.md).
const LATER: &str = "later.ftl";

/// Words, with their language where it is not the page's.
#[derive(Clone, PartialEq, Debug)]
pub struct Words {
    /// The text.
    pub text: String,
    /// BCP 47 tag of the text, where it differs from the page's.
    pub lang: Option<String>,
}

impl I18n {
    /// From messages that are there already: the locale's, then those that it falls back to.
    pub fn new(offered: Vec<LocaleSetting>, chain: Vec<Messages>) -> Self {
        Self {
            chain: RwSignal::new(Arc::new(chain)),
            later: StoredValue::new(Vec::new()),
            later_of: StoredValue::new(Vec::new()),
            offered: StoredValue::new(offered),
        }
    }

    /// The languages that are offered.
    pub fn offered(self) -> Vec<LocaleSetting> {
        self.offered.get_value()
    }

    /// The tag of the language that is shown. Tracked: what reads it follows a change.
    pub fn locale(self) -> String {
        self.chain.with(|chain| first(chain))
    }

    /// The same, without following.
    pub fn locale_now(self) -> String {
        self.chain.with_untracked(|chain| first(chain))
    }

    /// Loads another language and shows it. Nothing changes when it cannot be loaded.
    pub async fn change(self, tag: &str) -> bool {
        let offered = self.offered.get_value();
        let Some(chain) = load(&offered, tag).await else {
            return false;
        };
        let tags = tags(&chain);
        if self.later.with_value(|later| !later.is_empty()) && !self.fetch_later(&tags).await {
            return false;
        }
        local::set(REMEMBERED, tag);
        self.show(chain);
        true
    }

    /// Loads the words of the second file. Says whether they are there: those of the language that is
    /// shown, or those behind it.
    pub async fn load_later(self) -> bool {
        loop {
            let tags = self.chain.with_untracked(|chain| tags(chain));
            // Somebody may have changed the language while they were on their way.
            if self.later_of.with_value(|of| *of == tags) {
                return true;
            }
            if !self.fetch_later(&tags).await {
                return false;
            }
        }
    }

    async fn fetch_later(self, tags: &[String]) -> bool {
        let later = fetch(tags, LATER).await;
        let came = !later.is_empty();
        if came {
            self.later.set_value(later);
            self.later_of.set_value(tags.to_vec());
        }
        came
    }

    fn show(self, chain: Vec<Messages>) {
        dom::set_root_attribute("lang", chain.first().map(Messages::locale));
        self.chain.set(Arc::new(chain));
    }

    /// A message.
    pub fn words(self, key: &str, args: Args) -> Words {
        let later = self.later.read_value();
        self.chain.with_untracked(|chain| {
            let found = chain.iter().find_map(|messages| {
                let locale = messages.locale();
                let later = later.iter().filter(|later| later.locale() == locale);
                let mut files = std::iter::once(messages).chain(later);
                Some((locale, files.find_map(|file| file.format(key, args))?))
            });
            match found {
                Some((locale, text)) => {
                    let differs = chain.first().is_some_and(|first| first.locale() != locale);
                    Words {
                        text,
                        lang: differs.then(|| locale.to_string()),
                    }
                }
                // A key that no locale has: the tests find it; a citizen sees at least something.
                None => {
                    report(key);
                    Words {
                        text: key.to_string(),
                        lang: None,
                    }
                }
            }
        })
    }

    /// A message without values, for the page.
    pub fn t(self, key: &str) -> Words {
        self.words(key, &[])
    }

    /// A message with values, for the page.
    pub fn tr(self, key: &str, args: Args) -> Words {
        self.words(key, args)
    }

    /// A message without values, for an attribute or the title.
    pub fn s(self, key: &str) -> String {
        self.words(key, &[]).text
    }

    /// A message with values, for an attribute or the title.
    pub fn sr(self, key: &str, args: Args) -> String {
        self.words(key, args).text
    }

    /// A text of a definition in the language that is shown, or the author's own.
    pub fn text(self, text: &Text) -> Words {
        self.chain.with_untracked(|chain| {
            let wanted: Vec<&str> = chain.iter().map(Messages::locale).collect();
            let Picked { locale, text } = text.pick(&wanted);
            let differs = !locale.is_empty() && wanted.first() != Some(&locale);
            Words {
                text: text.to_string(),
                lang: differs.then(|| locale.to_string()),
            }
        })
    }
}

fn tags(chain: &[Messages]) -> Vec<String> {
    let tags = chain.iter().map(Messages::locale);
    tags.map(str::to_string).collect()
}

fn first(chain: &[Messages]) -> String {
    chain
        .first()
        .map_or_else(|| "vi".into(), |messages| messages.locale().to_string())
}

/// The language to begin with: the address's, then the earlier choice, then the browser's, then the
/// portal's own.
pub fn choose(offered: &[LocaleSetting], from_address: Option<&str>) -> String {
    let wanted = from_address
        .map(str::to_string)
        .into_iter()
        .chain(local::get(REMEMBERED))
        .chain(dom::languages());
    best(offered, wanted)
}

fn best(offered: &[LocaleSetting], wanted: impl Iterator<Item = String>) -> String {
    let language = |tag: &str| {
        tag.split('-')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    for tag in wanted {
        let exact = offered
            .iter()
            .find(|have| have.tag.eq_ignore_ascii_case(&tag));
        let close = || {
            offered
                .iter()
                .find(|have| language(&have.tag) == language(&tag))
        };
        if let Some(found) = exact.or_else(close) {
            return found.tag.clone();
        }
    }
    offered
        .first()
        .map_or_else(|| "vi".into(), |locale| locale.tag.clone())
}

/// Loads a language and the one that it falls back to: the first that is offered. `None` when
/// neither is there.
pub async fn load(offered: &[LocaleSetting], tag: &str) -> Option<Vec<Messages>> {
    let mut tags = vec![tag.to_string()];
    let fallback = offered.first().filter(|first| first.tag != tag);
    tags.extend(fallback.map(|first| first.tag.clone()));
    let chain = fetch(&tags, MESSAGES).await;
    (!chain.is_empty()).then_some(chain)
}

/// A file of each of these locales, where it is there.
async fn fetch(tags: &[String], file: &str) -> Vec<Messages> {
    let mut found = Vec::new();
    for tag in tags {
        let url = format!("/locales/{tag}/{file}");
        let request = http::Request {
            method: "GET",
            url: &url,
            headers: &[],
            body: http::Body::Empty,
            timeout: 60_000,
            fresh: false,
        };
        let Ok(response) = http::send(request).await else {
            continue;
        };
        // A server that answers every address with the app's page does not have the file.
        if response.status == 200 && response.media_type != "text/html" {
            found.push(Messages::read(tag, response.body));
        }
    }
    found
}

/// The words that are in force; provided by the app.
pub fn use_i18n() -> I18n {
    expect_context()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_comes_from_what_is_asked_for_first() {
        let offered: Vec<LocaleSetting> = ["vi", "en", "zh-Hant"]
            .map(|tag| LocaleSetting {
                tag: tag.into(),
                name: tag.into(),
            })
            .into();
        for (wanted, chosen) in [
            (vec!["en"], "en"),
            (vec!["fr", "en-GB"], "en"),
            (vec!["zh-TW"], "zh-Hant"),
            (vec!["EN"], "en"),
            (vec!["fr"], "vi"),
            (vec![], "vi"),
        ] {
            assert_eq!(best(&offered, wanted.into_iter().map(String::from)), chosen);
        }
    }

    // [106]
    #[test]
    fn a_message_that_falls_back_says_its_language() {
        Owner::new().with(|| {
            let chain = vec![
                Messages::read("en", "a = One\n".into()),
                Messages::read("vi", "a = Một\nb = Hai\n".into()),
            ];
            let i18n = I18n::new(Vec::new(), chain);
            assert_eq!(
                i18n.words("a", &[]),
                Words {
                    text: "One".into(),
                    lang: None
                }
            );
            assert_eq!(
                i18n.words("b", &[]),
                Words {
                    text: "Hai".into(),
                    lang: Some("vi".into())
                }
            );
            let mut text = Text::new("vi", "Ngày sinh");
            assert_eq!(i18n.text(&text).lang.as_deref(), Some("vi"));
            text = Text::from_locales([("vi", "Ngày sinh"), ("en", "Date of birth")].into_iter());
            assert_eq!(
                i18n.text(&text),
                Words {
                    text: "Date of birth".into(),
                    lang: None
                }
            );
        });
    }
}
