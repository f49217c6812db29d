//! The languages: links to each in the bar, all of them in the panel under it, what is said of one that
//! cannot be fully relied on, and the original beside it.

use std::cell::Cell;

use crate::platform::spawn;
use crate::provided::provided;
use crate::ui::el::{El, el};
use leptos::prelude::*;

use crate::hooks::{focus_soon, use_navigator};
use crate::i18n::{Arg, I18n, Locale, Status, Words, use_i18n};
use crate::later::{self, Task};
use crate::platform::{clock, dom};
use crate::ui::live_region::{Announcer, use_announcer};
use crate::wizard::Wizards;

/// A change of language that somebody asked for.
#[derive(Clone)]
pub struct Switch {
    i18n: I18n,
    wizards: Wizards,
    announcer: Announcer,
    /// Where to.
    tag: String,
    /// What has the focus afterwards.
    id: String,
    came: Callback<bool>,
}

/// A language in its own name. Switching keeps page, answers and focus. `came` hears whether it could
/// be loaded.
pub fn link(place: &str, language: &Locale, came: Callback<bool>) -> El {
    let i18n = use_i18n();
    let tag = &language.tag;
    let switch = Switch {
        i18n,
        wizards: provided(),
        announcer: use_announcer(),
        tag: tag.clone(),
        id: format!("{place}-{tag}"),
        came,
    };
    let is_current = i18n.locale_now() == *tag;
    let href = format!("{}?lang={tag}", use_navigator().route_now().href());
    el("a")
        .attr("href", href)
        .id(switch.id.clone())
        .attr("lang", language.name_lang.as_ref().unwrap_or(tag).clone())
        .attr("dir", if language.is_rtl { "rtl" } else { "ltr" })
        .attr("hreflang", tag.clone())
        .attr("aria-current", is_current.then_some("true"))
        .on_press(move |event| {
            event.prevent_default();
            let switch = switch.clone();
            spawn(async move {
                let came = switch.came;
                if !later::done_without_words(Task::Language(switch)).await {
                    let _ = came.try_run(false);
                }
            });
        })
        .child(language.name.clone())
}

thread_local! {
    /// How often a language was chosen: the last choice is what counts, whichever comes first.
    static CHOSEN: Cell<u32> = const { Cell::new(0) };
}

/// Changes the language, of the procedures that are open too.
pub async fn change(switch: Switch) {
    let Switch { i18n, wizards, .. } = switch;
    let turn = CHOSEN.get() + 1;
    CHOSEN.set(turn);
    let is_wanted = || turn == CHOSEN.get();
    let loaded = i18n.load(&switch.tag).await;
    if !is_wanted() {
        return;
    }
    let Some(loaded) = loaded else {
        let _ = switch.came.try_run(false);
        return;
    };
    wizards.translate(&loaded.tags(), is_wanted).await;
    if !is_wanted() {
        return;
    }
    let _ = switch.came.try_run(true);
    i18n.show(loaded);
    clock::sleep(0).await;
    dom::focus(&switch.id);
    switch.announcer.say(i18n.s("language-changed"));
}

/// All languages, under the bar. `close` moves the focus back to what opened it.
pub fn panel(came: Callback<bool>, close: Callback<()>) -> AnyView {
    let i18n = use_i18n();
    // Each name is shown in its own script.
    dom::set_root_attribute("data-fonts", Some("all"));
    let line = |language: Locale| {
        let note = match language.status {
            Status::Reviewed => None,
            Status::Unreviewed => Some(i18n.t("language-is-unreviewed")),
            Status::Partial => Some(share(i18n, "language-is-partial", &language)),
        };
        el("li")
            .child(link("languages", &language, came))
            .child(note.map(|note| el("span").class("hint").child(note)))
    };
    let lines = i18n.offered().into_iter().map(line).collect::<Vec<_>>();
    super::panel::panel(
        "languages-title",
        "languages-title",
        el("ul").class("languages").child(lines),
        close,
    )
}

fn share(i18n: I18n, key: &str, language: &Locale) -> Words {
    let share = Arg::Number(f64::from(language.share));
    i18n.tr(key, &[("share", share)])
}

/// What must be known of the language that is shown, where no speaker has read it or it is not complete.
pub fn notice() -> AnyView {
    let i18n = use_i18n();
    let language = i18n.now();
    // Of a language without words the original is all that there is.
    let has_words = language.as_ref().is_some_and(|language| language.share > 0);
    let words = language.map(|language| match language.status {
        Status::Partial => share(i18n, "language-partial", &language),
        _ => i18n.t("language-unreviewed"),
    });
    el("div")
        .class("demonstration")
        .child(el("p").child(words))
        .child(has_words.then(|| el("p").child(with_original("original"))))
        .into_any()
}

/// The button that shows the original beside every text, or hides it; nothing where the original is
/// what is shown.
pub(super) fn with_original(id: &'static str) -> Option<El> {
    let i18n = use_i18n();
    let is_original = i18n
        .offered()
        .first()
        .is_none_or(|first| first.tag == i18n.locale_now());
    let is_on = i18n.is_with_original();
    let words = i18n.t(if is_on {
        "original-hide"
    } else {
        "original-show"
    });
    // A button speaks of what it does; both languages on it would be said twice.
    let words = Words {
        original: None,
        ..words
    };
    let button = el("button")
        .attr("type", "button")
        .class("secondary")
        .id(id)
        .on_press(move |_| {
            i18n.set_with_original(!is_on);
            focus_soon(id.into());
        })
        .child(words);
    (!is_original).then_some(button)
}
