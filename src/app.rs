//! Glue: what is loaded at the start, the shell around every page, and the two slots in which pages
//! change.

use std::pin::Pin;

use crate::provided::provided;
use crate::ui::el::{El, el, nothing, parts};
use leptos::prelude::*;

use crate::hooks::{Navigator, PageSlot, Waiting, focus_soon, use_navigator};
use crate::i18n::{self, I18n, Locale, Status, Words, locales, use_i18n};
use crate::later::{self, Page, Task};
use crate::pages::{self, PortalInfo, use_portal_info};
use crate::platform::clock::{self, Timer};
use crate::platform::{dom, early, history, http, report, storage};
use crate::portal::text_of;
use crate::preferences::{Preferences, use_preferences};
use crate::route::{self, Route};
use crate::settings::{self, Settings};
use crate::ui::live::{always, follow, live, live_text};
use crate::ui::live_region::{Announcer, use_announcer};
use crate::wizard::{Languages, PortalHandle, Wizards, whose};

/// Milliseconds until the page before is emptied; sooner, and Orca misses the new heading.
const EMPTY_AFTER: i32 = 1_000;
/// Milliseconds after the first page until the second file is asked for, if no page has asked for it:
/// so that every page can be shown when the network goes.
const LATER: i32 = 15_000;
/// Milliseconds until the reading ruler is there, for who has chosen it before.
const LATER_RULER: i32 = 500;
const SLOTS: [&str; 2] = ["slot-0", "slot-1"];

/// Loads settings and words, then shows the app; a static notice where that cannot be done.
pub async fn begin() {
    let Some((settings, list)) = beginning().await else {
        return dom::show_fatal();
    };
    let settings = match settings::read(&settings) {
        Ok(settings) => settings,
        Err(why) => {
            report(&format!("settings.json: {why}"));
            return dom::show_fatal();
        }
    };
    let offered = locales::read(&list);
    let (_, query) = history::address();
    let tag = i18n::choose(&offered, route::query(&query, "lang").as_deref());
    let Some(words) = i18n::begin(&offered, &tag).await else {
        report(&format!("no messages under /locales/{tag}/messages.ftl"));
        return dom::show_fatal();
    };
    leptos::mount::mount_to_body(move || app(&settings, &query, I18n::begun(offered, words)));
    dom::remove_opening();
}

/// The settings and the list of languages; `boot.js` has asked for them while the app was on its way.
async fn beginning() -> Option<(String, String)> {
    match early::beginning().await {
        Some(texts) => Some(texts),
        None => Some((
            http::file(settings::ADDRESS).await?,
            http::file(locales::ADDRESS).await?,
        )),
    }
}

fn app(settings: &Settings, query: &str, i18n: I18n) -> AnyView {
    if route::query(query, "keep").as_deref() == Some("tab") {
        storage::keep_in_tab();
    }
    let portal = PortalHandle::new(settings.connector, &settings.portal);
    let info = PortalInfo(RwSignal::new(None));
    let languages = Languages {
        tags: Box::new(move || i18n.tags()),
        words: Box::new(move |code, tags| Box::pin(i18n.words_of(code, tags))),
    };
    let drafts = Box::new(|code| Box::pin(later::draft_of(code)) as Pin<Box<_>>);
    let wizards = Wizards::new(portal, languages, drafts);
    provide_context(i18n);
    provide_context(Preferences::begin(query));
    provide_context(Navigator::begin());
    provide_context(info);
    provide_context(wizards);
    provide_context(Announcer::default());
    provide_context(Panel(RwSignal::new(None)));
    if use_preferences().get_now().ruler {
        later::begin_after(LATER_RULER, Task::Ruler);
    }
    if whose::may_be_somebody() {
        // Their answers are under their name.
        later::begin_after(0, Task::Who(wizards));
    }
    info.ask(wizards);
    let online = history::on_online(move || info.ask(wizards));
    if let Some(listener) = online {
        listener.keep();
    }
    // Whatever brings a new page may also find the portal back.
    let navigator = use_navigator();
    follow(move |first| {
        navigator.path();
        navigator.turns();
        if !first {
            // What was typed on the page before is on the device before the next one shows.
            wizards.save_all();
            info.ask(wizards);
        }
    });
    // Before what was typed is written.
    dom::take_silent_changes();
    dom::on_hidden(move || wizards.save_all());
    dom::on_news_of_other_tabs(move || wizards.look());
    dom::on_return(|| whose::is_the_tabs() && storage::is_here());
    dom::show_whole_inputs();
    dom::ignore_second_press();
    parts![
        live(move || shell_top(i18n.locale())),
        slots(),
        live(move || shell_bottom(i18n.locale())),
        use_announcer().view()
    ]
}

/// Skip link and bar. Drawn anew when the language changes.
fn shell_top(locale: String) -> El {
    let (i18n, info) = (use_i18n(), use_portal_info());
    let name = move || info.name(i18n);
    let panel = provided::<Panel>();
    let close = Callback::new(move |()| panel.close());
    let came = Callback::new(move |came| match came {
        true if panel.0.get_untracked() == Some(NOT_LOADED) => panel.0.set(None),
        true => {}
        false => panel.0.set(Some(NOT_LOADED)),
    });
    let open = move || match panel.0.get() {
        Some(DISPLAY) => later::wanted_part(move || Page::Display(close)),
        Some(READ_ALOUD) => later::wanted_part(move || Page::ReadAloud(close)),
        Some(LANGUAGES) => later::wanted_part(move || Page::Languages(came, close)),
        Some(_) => pages::not_loaded(history::reload),
        None => nothing(),
    };
    let demonstration = move || {
        let text = info
            .0
            .with(|info| info.as_ref()?.demonstration.as_ref().map(text_of))?;
        Some(el("p").class("demonstration").child(i18n.text(&text)))
    };
    let is_now = |language: &Locale| language.tag == locale;
    let offered = i18n.offered();
    let reliable = |language: &&Locale| language.status != Status::Partial || is_now(language);
    let languages = offered.iter().filter(reliable);
    let languages =
        languages.map(|language| el("li").child(pages::language_link("language", language, came)));
    let others = offered.iter().any(|language| !reliable(&language));
    let others = others.then(|| el("li").child(panel.button(LANGUAGES, i18n.t("languages-link"))));
    let is_reliable = |language: &Locale| language.status == Status::Reviewed;
    let notice = offered
        .iter()
        .any(|language| is_now(language) && !is_reliable(language));
    let notice = notice.then(|| later::part(|| Page::LanguageNotice));
    el("header")
        .child(
            el("a")
                .class("skip")
                .attr("href", "#main")
                .child(i18n.t("skip")),
        )
        .child(
            el("div")
                .class("bar")
                .child(
                    el("p")
                        .class("portal-name")
                        .child(el("a").attr("href", "/").child(live(name))),
                )
                .child(
                    el("nav").attr("aria-label", i18n.s("bar-label")).child(
                        el("ul")
                            .child(languages.collect::<Vec<_>>())
                            .child(others)
                            .child(
                                el("li").child(panel.button(DISPLAY, i18n.t("preferences-link"))),
                            )
                            .child(
                                el("li").child(panel.button(READ_ALOUD, i18n.t("read-aloud-link"))),
                            )
                            .child(
                                el("li").child(
                                    el("a")
                                        .attr("href", "#help")
                                        .id("help-link")
                                        .child(i18n.t("help-link")),
                                ),
                            ),
                    ),
                ),
        )
        .child(el("div").id(PANEL).child(live(open)))
        .child(live(demonstration))
        .child(notice)
}

/// What is open under the bar, by the id of the button that opens it.
#[derive(Clone, Copy)]
struct Panel(RwSignal<Option<&'static str>>);

/// The button for text size, colours and the like.
const DISPLAY: &str = "display";
/// The button for reading aloud.
const READ_ALOUD: &str = "read-aloud";
/// The button for languages that the bar has no room for.
const LANGUAGES: &str = "languages";
/// What was asked for could not be loaded.
const NOT_LOADED: &str = "not-loaded";
/// What they open.
const PANEL: &str = "panel";

impl Panel {
    fn button(self, id: &'static str, words: Words) -> El {
        let is_open = move || self.0.get() == Some(id);
        el("button")
            .attr("type", "button")
            .class("link")
            .id(id)
            .attr("aria-controls", PANEL)
            .attr("aria-expanded", always(move || is_open().to_string()))
            .on_press(move |_| {
                self.0
                    .update(|open| *open = (*open != Some(id)).then_some(id));
            })
            .child(words)
    }

    fn close(self) {
        let open = self.0.get_untracked();
        self.0.set(None);
        open.map(dom::focus);
    }
}

/// Help and who runs this: the same place on every page.
fn shell_bottom(_locale: String) -> El {
    let (i18n, info) = (use_i18n(), use_portal_info());
    let help = move || {
        let info = info.0.get();
        let hotline = info
            .as_ref()
            .and_then(|info| info.hotline.clone())
            .map(|number| {
                let href = format!(
                    "tel:{}",
                    number
                        .chars()
                        .filter(char::is_ascii_digit)
                        .collect::<String>()
                );
                el("p")
                    .child(i18n.t("hotline"))
                    .child(" ")
                    .child(el("a").attr("href", href).child(number))
            });
        let office = info
            .as_ref()
            .map(|info| text_of(&info.office))
            .filter(|office| !office.is_empty());
        let office = office.map_or_else(|| i18n.t("office-default"), |office| i18n.text(&office));
        let operator = info
            .as_ref()
            .map(|info| text_of(&info.operator))
            .filter(|text| !text.is_empty());
        let operator = operator.map(|operator| {
            el("p")
                .child(i18n.t("operator"))
                .child(" ")
                .child(i18n.text(&operator))
        });
        let account = info
            .as_ref()
            .filter(|info| !info.sign_in.ways.is_empty())
            .map(|_| alone(Route::Account, i18n.t("account-link")));
        parts![hotline, el("p").child(office), operator, account]
    };
    el("footer")
        .class("foot")
        .child(
            el("h2")
                .id("help")
                .attr("tabindex", "-1")
                .child(i18n.t("help-title")),
        )
        .child(live(help))
        .child(alone(Route::Accessibility, i18n.t("accessibility-link")))
}

/// A link on a line of its own.
fn alone(to: Route, words: Words) -> El {
    el("p").child(el("a").class("alone").attr("href", to.href()).child(words))
}

/// The two slots. A page is made in the one that rests and shown when its heading is there; until
/// then the page before stays, as it does in a browser that follows a link.
fn slots() -> AnyView {
    let navigator = use_navigator();
    let i18n = use_i18n();
    let slots = [RwSignal::new(None::<(u32, Route)>), RwSignal::new(None)];
    let shown = StoredValue::new(None::<usize>);
    let serial = StoredValue::new(0_u32);
    let emptying = StoredValue::new_local(None::<Timer>);
    let waiting = Waiting::default();
    provide_context(waiting);
    let page_of = Memo::new(move |_| (navigator.path(), navigator.turns()));

    follow(move |_| {
        let route = Route::parse(&page_of.read().0);
        serial.update_value(|n| *n += 1);
        emptying.set_value(None);
        let target = shown.get_value().map_or(0, |at| 1 - at);
        slots[target].set(Some((serial.get_value(), route)));
        waiting.begin();
    });

    let ready = move |slot: usize, of: u32| {
        if serial.get_value() != of || shown.get_value() == Some(slot) {
            return;
        }
        waiting.end();
        match shown.get_value() {
            // The browser reads a page that has just been loaded from its top.
            None => {
                dom::show_slot(SLOTS[slot]);
                later::fetch_after(LATER, i18n);
            }
            Some(old) => {
                dom::change_slots(SLOTS[old], SLOTS[slot], navigator.take_keeps_focus());
                if let Some(input) = navigator.take_aim() {
                    focus_soon(input);
                }
                emptying.set_value(clock::after(EMPTY_AFTER, move || {
                    slots[old].set(None);
                    dom::rest_slot(SLOTS[old]);
                }));
            }
        }
        shown.set_value(Some(slot));
    };
    let slot = move |n: usize| {
        let page = move || {
            // A change of language draws the page anew, in the same slot.
            i18n.locale();
            let (of, route) = slots[n].get()?;
            provide_context(PageSlot {
                ready: Callback::new(move |()| ready(n, of)),
            });
            Some(pages::page(route))
        };
        el("div").class("slot").id(SLOTS[n]).child(live(page))
    };
    let wait = move || {
        if waiting.is_long() {
            i18n.s("waiting")
        } else {
            String::new()
        }
    };
    parts![
        el("p")
            .class("waiting")
            .attr("role", "status")
            .child(live_text(wait)),
        slot(0),
        slot(1)
    ]
}
