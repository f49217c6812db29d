//! `/gallery`: every kind of question in every state. Development builds only; its own words are for
//! who writes code, and so in the code's language.

use leptos::prelude::*;

use super::{frame, title, use_portal_info};
use crate::fields::Heading;
use crate::fields::gallery::{Exhibit, exhibits};
use crate::hooks::{focus_soon, use_page};
use crate::i18n::use_i18n;
use crate::ui::el::{El, Part, el, parts};

const TITLE: &str = "Every kind of question in every state";

/// The page.
pub(super) fn gallery() -> AnyView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    use_page(move || title(i18n, info, &[TITLE]));
    frame(
        Some(("/".into(), i18n.t("back-home"))),
        contents(Callback::new(focus_soon)),
    )
}

/// Questions under a heading, kind by kind; then those that are the heading of a page.
fn contents(focus: Callback<String>) -> AnyView {
    let (headings, under): (Vec<Exhibit>, Vec<Exhibit>) = exhibits()
        .into_iter()
        .partition(|exhibit| exhibit.setting.heading == Heading::IsHeading);
    let mut kind = "";
    let mut all = vec![english("h1", TITLE).part()];
    for exhibit in under {
        if exhibit.kind != kind {
            kind = exhibit.kind;
            all.push(english("h2", kind).part());
        }
        all.push(shown("h3", exhibit, focus));
    }
    // Each has an `h1`, after which no level may be left out.
    all.extend(
        headings
            .into_iter()
            .map(|exhibit| shown("h2", exhibit, focus)),
    );
    all.part()
}

fn shown(heading: &'static str, exhibit: Exhibit, focus: Callback<String>) -> AnyView {
    parts![english(heading, &exhibit.title()), exhibit.draw(focus)]
}

fn english(tag: &'static str, words: &str) -> El {
    let is_other = use_i18n().locale_now() != "en";
    el(tag).attr("lang", is_other.then_some("en")).child(words)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::i18n::{I18n, Messages};
    use crate::ui::live_region::Announcer;

    const ROOT: &str = env!("CARGO_MANIFEST_DIR");

    fn language(locale: &str) -> I18n {
        let chain = [locale, "vi"].map(|tag| {
            let words = ["messages.ftl", "later.ftl"].map(|file| {
                let words = std::fs::read_to_string(format!("{ROOT}/public/locales/{tag}/{file}"));
                words.expect("it is there")
            });
            Messages::read(tag, words.concat())
        });
        I18n::new(Vec::new(), chain.into())
    }

    /// The page as a file that needs no app.
    fn page(locale: &str) -> String {
        drop(any_spawner::Executor::init_futures_executor());
        let main = Owner::new().with(|| {
            provide_context(language(locale));
            provide_context(Announcer::default());
            frame(None, contents(Callback::new(|_| ()))).to_html()
        });
        format!(
            "<!doctype html>\n<html lang=\"{locale}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <title>{TITLE}</title><link rel=\"stylesheet\" href=\"motcua.css\"></head>\
             <body><div class=\"slot\" data-slot=\"shown\">{main}</div></body></html>\n"
        )
    }

    /// [6] Also writes the pages into the folder that `GALLERY` names, for a browser to look at.
    #[test]
    fn heading_levels_never_skip() {
        for locale in ["vi", "en"] {
            let page = page(locale);
            let levels = page
                .split("<h")
                .filter_map(|rest| rest.chars().next()?.to_digit(10));
            let levels: Vec<u32> = levels.collect();
            assert!(levels.len() > 300, "{levels:?}");
            let skips = levels.windows(2).position(|two| two[1] > two[0] + 1);
            assert_eq!((levels[0], skips), (1, None));
            if let Some(folder) = std::env::var_os("GALLERY") {
                let file = std::path::Path::new(&folder).join(format!("{locale}.html"));
                std::fs::write(file, page).expect("the folder is there");
            }
        }
    }
}
