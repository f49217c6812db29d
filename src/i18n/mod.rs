//! Words: which language, which messages, and texts that carry their own `lang` where they fall back
//! to another.

pub mod locales;
pub mod messages;
pub mod problems;
pub mod values;

use std::sync::Arc;

use leptos::prelude::*;
use procedure::{Definition, Picked, Text};
use serde_json::Value;

pub use locales::{Locale, Status};
pub use messages::{Arg, Args, Messages};

use crate::platform::{dom, http, local, report};
use crate::provided::provided;

/// Where the choice is remembered.
const REMEMBERED: &str = "motcua.locale";

/// The language that is shown and the ones behind it. Pages are drawn anew when it changes, so
/// within a page words are plain values.
#[derive(Clone, Copy)]
pub struct I18n {
    chain: RwSignal<Chain>,
    /// The words of the second file, once they are there, for the same locales.
    later: StoredValue<Vec<Arc<Messages>>>,
    /// The locales for which they were asked for.
    later_of: StoredValue<Vec<String>>,
    offered: StoredValue<Vec<Locale>>,
    /// Whether words stand beside their original, in the first language that is offered.
    with_original: StoredValue<bool>,
}

/// A language and those that it falls back to.
type Chain = Vec<Arc<Messages>>;

/// Puts further languages into a definition.
pub type AddLanguages = Box<dyn Fn(&mut Definition)>;

/// The words that the app has from the beginning.
const MESSAGES: &str = "messages.ftl";
/// The words of what comes with the second file (docs/adr/0008-later.md).
const LATER: &str = "later.ftl";

/// Words, with their language where it is not the page's.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Words {
    /// The text.
    pub text: String,
    /// BCP 47 tag of the text, where it differs from the page's.
    pub lang: Option<String>,
    /// Its direction, where that differs too.
    pub dir: Option<&'static str>,
    /// The same in the first language that is offered, where somebody wants to see both.
    pub original: Option<Box<Words>>,
}

impl Words {
    /// Words without a language: names, codes, numbers.
    pub fn plain(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

impl I18n {
    /// From messages that are there already: the locale's, then those that it falls back to.
    pub fn new(offered: Vec<Locale>, chain: Vec<Messages>) -> Self {
        Self {
            chain: RwSignal::new(chain.into_iter().map(Arc::new).collect()),
            later: StoredValue::new(Vec::new()),
            later_of: StoredValue::new(Vec::new()),
            offered: StoredValue::new(offered),
            with_original: StoredValue::new(false),
        }
    }

    /// The words to begin with, for the page.
    pub fn begun(offered: Vec<Locale>, words: Loaded) -> Self {
        let tag = first(&words.chain);
        let i18n = Self {
            chain: RwSignal::new(words.chain),
            ..Self::new(offered, Vec::new())
        };
        i18n.set_root(&tag);
        i18n
    }

    /// The same words in the first language that is offered: what officers read.
    pub fn original(self) -> Self {
        let chain = self.chain.with_untracked(|chain| chain.last().cloned());
        Self {
            chain: RwSignal::new(chain.into_iter().collect()),
            with_original: StoredValue::new(false),
            ..self
        }
    }

    /// The same words with their original, where somebody wants to see both.
    pub(crate) fn beside(self, mut words: Words, original: impl FnOnce(Self) -> Words) -> Words {
        if words.original.is_none() {
            let found = words.lang.clone().unwrap_or_else(|| self.locale_now());
            words.original = self.wants_original(&found, || {
                let first = self.original();
                let said = original(first).text;
                let first = first.locale_now();
                Some(Box::new(self.say((first, said), None)))
            });
        }
        words
    }

    /// Whether words stand beside their original.
    pub fn is_with_original(self) -> bool {
        self.with_original.get_value()
    }

    /// Shows words beside their original, or alone. Pages are drawn anew.
    pub fn set_with_original(self, on: bool) {
        self.with_original.set_value(on);
        self.chain.notify();
    }

    /// What is known of the language that is shown.
    pub fn now(self) -> Option<Locale> {
        let tag = self.locale_now();
        self.offered
            .with_value(|offered| offered.iter().find(|locale| locale.tag == tag).cloned())
    }

    /// The languages that are offered.
    pub fn offered(self) -> Vec<Locale> {
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

    /// Loads another language. Nothing is shown in it before [`Self::show`].
    pub async fn load(self, tag: &str) -> Option<Loaded> {
        let tags = self
            .offered
            .with_value(|offered| locales::chain(offered, tag));
        let chain = fetch(&tags, MESSAGES).await;
        let has_later = self.later.with_value(|later| !later.is_empty());
        let later = match has_later {
            true => fetch(&tags, LATER).await,
            false => Vec::new(),
        };
        let is_there = chain.first().is_some_and(|first| first.locale() == tag);
        (is_there && later.is_empty() != has_later).then_some(Loaded { chain, later })
    }

    /// Shows a language that was loaded.
    pub fn show(self, loaded: Loaded) {
        let tags = tags(&loaded.chain);
        if !loaded.later.is_empty() {
            self.later.set_value(loaded.later);
            self.later_of.set_value(tags.clone());
        }
        if let Some(tag) = tags.first() {
            local::set(REMEMBERED, tag);
            self.set_root(tag);
        }
        self.chain.set(loaded.chain);
    }

    /// The page's own language and direction. `boot.js` sees to its fonts.
    fn set_root(self, tag: &str) {
        dom::set_root_attribute("lang", Some(tag));
        dom::set_root_attribute("dir", self.direction(tag).filter(|dir| *dir == RTL));
    }

    /// The words that folders have for a procedure: those of the language that is shown and of the ones
    /// behind it.
    pub async fn words_of(self, code: String, tags: Vec<String>) -> AddLanguages {
        let having = self.offered.with_value(|offered| {
            let has = |tag: &&String| {
                let mut with = offered.iter().filter(|locale| locale.tag == **tag);
                with.any(|locale| locale.procedures.iter().any(|(known, _)| *known == code))
            };
            tags.iter().filter(has).cloned().collect::<Vec<_>>()
        });
        let found = match having.is_empty() {
            true => Vec::new(),
            false => fetch(&having, &format!("procedures/{code}.ftl")).await,
        };
        Box::new(move |definition| {
            for words in &found {
                definition.add_language(words.locale(), &|name| words.format(name, &[]));
            }
        })
    }

    /// The name of a procedure, which a folder may have where the portal does not say it in the language
    /// that is shown.
    pub fn name(self, code: &str, name: &Text) -> Words {
        let shown = self.locale_now();
        let known = self.offered.with_value(|offered| {
            let shown = offered.iter().find(|locale| locale.tag == shown)?;
            let mut known = shown.procedures.iter().filter(|(known, _)| *known == code);
            known.next()?.1.clone()
        });
        match known {
            Some(known) => {
                let mut both = name.clone();
                both.add(&shown, &known);
                self.text(&both)
            }
            None => self.text(name),
        }
    }

    /// What the folders say of words that people search with: those of the language that is shown, of the
    /// ones behind it, and of English.
    pub async fn search_words(self) -> Vec<String> {
        let mut tags = self.tags();
        let has_english = self
            .offered
            .with_value(|offered| offered.iter().any(|locale| locale.tag == "en"));
        if has_english && !tags.iter().any(|tag| tag == "en") {
            tags.push("en".into());
        }
        let mut found = Vec::new();
        for tag in tags {
            found.extend(http::file(&format!("/locales/{tag}/search.json")).await);
        }
        found
    }

    /// What is recorded of the language that is shown: what is said, and the file's address.
    pub async fn recordings(self) -> Vec<(String, String)> {
        let tag = self.locale_now();
        let manifest = http::file(&format!("/locales/{tag}/manifest.json")).await;
        let manifest = manifest.and_then(|text| procedure::read_json(&text).ok());
        let recorded = |(key, file): (&String, &Value)| {
            let words = self.words(key, &[]);
            let address = format!("/locales/{tag}/{}", file.as_str()?);
            words.lang.is_none().then_some((words.text, address))
        };
        let audio = manifest
            .as_ref()
            .and_then(|manifest| manifest.get("audio")?.as_object());
        audio.into_iter().flatten().filter_map(recorded).collect()
    }

    /// The tags of the language that is shown and of the ones behind it.
    pub fn tags(self) -> Vec<String> {
        self.chain.with_untracked(|chain| tags(chain))
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

    /// A message.
    pub fn words(self, key: &str, args: Args) -> Words {
        let found = self.chain.with_untracked(|chain| {
            let mut found = chain.iter().filter_map(|messages| {
                let locale = messages.locale();
                Some((locale.to_string(), self.format(messages, key, args)?))
            });
            let found = found.next()?;
            let original = self.wants_original(&found.0, || {
                // A text in it is in the language that is shown, and the original would be half of each.
                let is_mixed = args.iter().any(|(_, arg)| matches!(arg, Arg::Text(_)));
                let last = chain.last().filter(|_| !is_mixed)?;
                Some((last.locale().to_string(), self.format(last, key, args)?))
            });
            Some(self.say(found, original))
        });
        // A key that no locale has: the tests find it; a citizen sees at least something.
        found.unwrap_or_else(|| {
            report(key);
            Words::plain(key.to_string())
        })
    }

    fn format(self, messages: &Messages, key: &str, args: Args) -> Option<String> {
        messages.format(key, args).or_else(|| {
            let later = self.later.read_value();
            let mut later = later.iter();
            let later = later.find(|later| later.locale() == messages.locale())?;
            later.format(key, args)
        })
    }

    fn wants_original<T>(self, found: &str, original: impl FnOnce() -> Option<T>) -> Option<T> {
        let wanted = self.is_with_original()
            && self.offered.with_value(|offered| {
                let first = offered.first();
                first.is_some_and(|first| first.tag != found)
            });
        if wanted { original() } else { None }
    }

    fn say(self, (locale, text): (String, String), original: Option<(String, String)>) -> Words {
        let is_other = self.chain.with_untracked(|chain| first(chain) != locale);
        let original = original.filter(|(_, original)| *original != text);
        Words {
            text,
            dir: is_other.then(|| self.other_direction(&locale)).flatten(),
            lang: is_other.then_some(locale),
            original: original.map(|original| Box::new(self.say(original, None))),
        }
    }

    /// Which way a language is written.
    fn direction(self, tag: &str) -> Option<&'static str> {
        self.offered.with_value(|offered| {
            let locale = offered.iter().find(|locale| locale.tag == tag);
            locale.map(|locale| if locale.is_rtl { RTL } else { "ltr" })
        })
    }

    fn other_direction(self, tag: &str) -> Option<&'static str> {
        let shown = self.direction(&self.locale_now()).unwrap_or("ltr");
        Some(self.direction(tag).unwrap_or("ltr")).filter(|dir| *dir != shown)
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
        let pick = |wanted: &[String]| {
            let Picked { locale, text } = text.pick(wanted);
            (locale.to_string(), text.to_string())
        };
        let mut wanted = self.tags();
        let found = pick(&wanted);
        if found.0.is_empty() {
            return Words::plain(found.1);
        }
        let last = wanted.split_off(wanted.len().saturating_sub(1));
        let original = self.wants_original(&found.0, || Some(pick(&last)));
        self.say(found, original)
    }
}

/// A language that was loaded and is not shown yet.
#[derive(Debug)]
pub struct Loaded {
    chain: Chain,
    later: Chain,
}

impl Loaded {
    /// Its tag and those of the languages behind it.
    pub fn tags(&self) -> Vec<String> {
        tags(&self.chain)
    }
}

const RTL: &str = "rtl";

fn tags(chain: &[Arc<Messages>]) -> Vec<String> {
    let tags = chain.iter().map(|messages| messages.locale());
    tags.map(str::to_string).collect()
}

fn first(chain: &[Arc<Messages>]) -> String {
    chain
        .first()
        .map_or_else(|| "vi".into(), |messages| messages.locale().to_string())
}

/// The language to begin with: the address's, which is remembered as a choice is, then the earlier choice, then the
/// browser's, then the portal's own.
pub fn choose(offered: &[Locale], from_address: Option<&str>) -> String {
    let wanted = from_address
        .map(str::to_string)
        .into_iter()
        .chain(local::get(REMEMBERED))
        .chain(dom::languages());
    let tag = locales::best(offered, wanted);
    if from_address.is_some_and(|asked| locales::are_one_language(asked, &tag)) {
        local::set(REMEMBERED, &tag);
    }
    tag
}

/// Loads the words to begin with. `None` where there are none, in any language.
pub async fn begin(offered: &[Locale], tag: &str) -> Option<Loaded> {
    let chain = fetch(&locales::chain(offered, tag), MESSAGES).await;
    (!chain.is_empty()).then(|| Loaded {
        chain,
        later: Vec::new(),
    })
}

/// A file of each of these locales, where it is there.
async fn fetch(tags: &[String], file: &str) -> Chain {
    let mut found = Vec::new();
    for tag in tags {
        if let Some(text) = http::file(&format!("/locales/{tag}/{file}")).await {
            found.push(Arc::new(Messages::read(tag, text)));
        }
    }
    found
}

/// The words that are in force; provided by the app.
pub fn use_i18n() -> I18n {
    provided()
}

#[cfg(test)]
mod tests {
    use super::*;

    // [106]
    #[test]
    fn a_message_that_falls_back_says_its_language() {
        Owner::new().with(|| {
            let chain = vec![
                Messages::read("en", "a = One\n".into()),
                Messages::read("vi", "a = Một\nb = Hai\n".into()),
            ];
            let i18n = I18n::new(Vec::new(), chain);
            assert_eq!(i18n.words("a", &[]), Words::plain("One".into()));
            let foreign = |text: &str| Words {
                text: text.into(),
                lang: Some("vi".into()),
                ..Words::default()
            };
            assert_eq!(i18n.words("b", &[]), foreign("Hai"));
            let mut text = Text::new("vi", "Ngày sinh");
            assert_eq!(i18n.text(&text), foreign("Ngày sinh"));
            text = Text::from_locales([("vi", "Ngày sinh"), ("en", "Date of birth")].into_iter());
            assert_eq!(i18n.text(&text), Words::plain("Date of birth".into()));
        });
    }

    #[test]
    fn what_is_written_the_other_way_says_so() {
        Owner::new().with(|| {
            let chain = vec![
                Messages::read("ar-XB", "a = A\n".into()),
                Messages::read("vi", "a = Một\nb = Hai\n".into()),
            ];
            let mut offered = locales::tests::offered(&["vi", "ar-XB"]);
            offered[1].is_rtl = true;
            let i18n = I18n::new(offered, chain);
            assert_eq!(i18n.words("a", &[]).dir, None);
            assert_eq!(i18n.words("b", &[]).dir, Some("ltr"));
        });
    }

    #[test]
    fn words_stand_beside_their_original_where_somebody_asked_for_it() {
        Owner::new().with(|| {
            let chain = vec![
                Messages::read("km", "a = មួយ\nc = C\nd = បញ្ចូល { $x }\n".into()),
                Messages::read("vi", "a = Một\nb = Hai\nc = C\nd = Nhập { $x }\n".into()),
            ];
            let i18n = I18n::new(locales::tests::offered(&["vi", "km"]), chain);
            let original = |i18n: I18n, key| i18n.words(key, &[]).original.map(|words| words.text);
            assert_eq!(original(i18n, "a"), None);
            i18n.set_with_original(true);
            assert_eq!(original(i18n, "a").as_deref(), Some("Một"));
            for same in ["b", "c"] {
                assert_eq!(original(i18n, same), None, "{same}");
            }
            let text = Text::from_locales([("vi", "Tên"), ("km", "ឈ្មោះ")].into_iter());
            let words = i18n.text(&text);
            assert_eq!(words.text, "ឈ្មោះ");
            let original = words.original.expect("the original");
            assert_eq!(
                (&*original.text, original.lang.as_deref()),
                ("Tên", Some("vi"))
            );
            // Half of it would be in the other language.
            assert_eq!(i18n.words("d", &[("x", Arg::Text("ឈ្មោះ"))]).original, None);
            let whole = i18n.words("d", &[("x", Arg::Text("ឈ្មោះ"))]);
            let whole = i18n.beside(whole, |first| first.words("d", &[("x", Arg::Text("tên"))]));
            let original = whole.original.expect("the original");
            assert_eq!(
                (&*original.text, original.lang.as_deref()),
                ("Nhập tên", Some("vi"))
            );
            assert_eq!(i18n.original().words("a", &[]), Words::plain("Một".into()));
            assert_eq!(i18n.original().text(&text), Words::plain("Tên".into()));
        });
    }
}
