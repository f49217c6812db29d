//! The pages: one per address, each a loader and a view.

mod accessibility;
mod account;
mod advice;
mod apply;
mod delete;
mod dossier;
mod earlier;
mod elsewhere;
mod fees;
pub mod files;
mod find;
#[cfg(any(feature = "gallery", all(test, feature = "ssr")))]
#[cfg_attr(
    not(feature = "gallery"),
    expect(dead_code, reason = "no address leads there")
)]
mod gallery;
mod home;
mod import;
mod languages;
mod more_of;
mod news;
mod next_step;
mod not_found;
mod panel;
mod preferences;
mod procedure;
mod read_aloud;
mod review;
mod sign_in;
mod standing;
mod step;
mod supplement;
mod tabs;
mod told;
mod trouble;
mod wiring;

use crate::provided::provided;
use crate::ui::el::{Part, el, parts};
use crate::wizard::Wizards;
pub use accessibility::accessibility;
pub use account::account;
pub use advice::advice;
pub use apply::{already_sent, resumed};
use delete::delete_answers;
pub use dossier::dossier;
pub use elsewhere::elsewhere;
pub use fees::below;
pub use find::{Search, found};
pub use home::drafts;
pub use languages::{
    Switch, change as change_language, link as language_link, notice as language_notice,
    panel as languages,
};
pub use more_of::{more_of, sign_in_first};
pub use news::news;
pub use not_found::not_found;
pub use preferences::{display, preferences};
pub use read_aloud::read_aloud;
pub use review::review;
pub use step::{any as step, go_on, summary};
pub use supplement::supplement;
pub use tabs::tabs;
pub use told::{beside, locked as told};
pub use trouble::{failed, mistaken, not_loaded};

use leptos::prelude::*;
use portal_wire::{Capabilities, PortalDescription};

use crate::i18n::{I18n, Words, use_i18n};
use crate::later::{self, Page};
use crate::platform::spawn;
use crate::portal::text_of;
use crate::route::Route;

/// What is known of the portal; `None` until it has answered.
#[derive(Clone, Copy)]
pub struct PortalInfo(pub RwSignal<Option<PortalDescription>>);

impl PortalInfo {
    /// Asks the portal who it is, unless it has said so. Pages do without until it has answered.
    pub fn ask(self, wizards: Wizards) {
        if self.0.with_untracked(Option::is_some) {
            return;
        }
        spawn(async move {
            if let Ok(description) = wizards.portal().get().describe().await {
                if let Some(limits) = &description.uploads {
                    wizards.set_max_upload(limits.max_bytes);
                }
                self.0.set(Some(description));
            }
        });
    }

    /// Whether the portal can do something; until it has answered, it may. Tracked.
    pub fn can(self, what: fn(&Capabilities) -> bool) -> bool {
        self.0
            .with(|info| info.as_ref().is_none_or(|info| what(&info.capabilities)))
    }

    /// The portal's name in the language that is shown; the app's own before it has answered.
    pub fn name(self, i18n: I18n) -> Words {
        let known = self
            .0
            .with(|info| info.as_ref().map(|info| i18n.text(&text_of(&info.name))));
        known
            .filter(|name| !name.text.is_empty())
            .unwrap_or_else(|| i18n.t("app-name"))
    }
}

/// What is known of the portal; provided by the app.
pub fn use_portal_info() -> PortalInfo {
    provided()
}

/// The page of an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Home => home::home(),
        Route::Procedure(code) => procedure::procedure(code),
        Route::Apply(code, place) => apply::apply(code, place),
        Route::Dossier(code) => later::page(move || Page::Dossier(code.clone())),
        Route::Supplement(code) => later::page(move || Page::Supplement(code.clone())),
        Route::Account => later::page(|| Page::Account),
        Route::Preferences => later::page(|| Page::Preferences),
        Route::Accessibility => later::page(|| Page::Accessibility),
        #[cfg(feature = "gallery")]
        Route::Gallery => gallery::gallery(),
        Route::NotFound => later::page(|| Page::NotFound),
    }
}

/// A page: a way back, then `main`.
fn frame(back: Option<(String, Words)>, main: impl Part) -> AnyView {
    let label = use_i18n().s("back-label");
    let back = back.map(|(href, words)| {
        el("nav")
            .attr("aria-label", label)
            .child(el("a").class("back").attr("href", href).child(words))
    });
    parts![
        back,
        el("main").id("main").attr("tabindex", "-1").child(main)
    ]
}

/// The window's title: what the page is, then whose.
fn title(i18n: I18n, info: PortalInfo, parts: &[&str]) -> String {
    let portal = info.name(i18n).text;
    parts
        .iter()
        .copied()
        .chain([portal.as_str()])
        .collect::<Vec<_>>()
        .join(" – ")
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
