//! The pages: one per address, each a loader and a view.

mod apply;
mod dossier;
mod home;
mod not_found;
mod preferences;
mod procedure;
mod review;
mod step;
mod trouble;

use leptos::prelude::*;
use portal_wire::PortalDescription;

use crate::i18n::{I18n, use_i18n};
use crate::portal::text_of;
use crate::route::Route;

/// What is known of the portal; `None` until it has answered.
#[derive(Clone, Copy)]
pub struct PortalInfo(pub RwSignal<Option<PortalDescription>>);

impl PortalInfo {
    /// The portal's name in the language that is shown; the app's own before it has answered.
    pub fn name(self, i18n: I18n) -> String {
        let known = self.0.with(|info| {
            info.as_ref()
                .map(|info| i18n.text(&text_of(&info.name)).text)
        });
        known
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| i18n.s("app-name"))
    }
}

/// What is known of the portal; provided by the app.
pub fn use_portal_info() -> PortalInfo {
    expect_context()
}

/// The page of an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Home => home::home().into_any(),
        Route::Procedure(code) => procedure::procedure(code).into_any(),
        Route::Apply(code, place) => apply::apply(code, place).into_any(),
        Route::Dossier(code) => dossier::dossier(code).into_any(),
        Route::Preferences => preferences::preferences().into_any(),
        Route::NotFound => not_found::not_found().into_any(),
    }
}

/// A page: a way back, then `main`.
fn frame(back: Option<(String, AnyView)>, main: impl IntoView) -> AnyView {
    let label = use_i18n().s("back-label");
    let back = back.map(|(href, words)| {
        view! { <nav aria-label=label><a class="back" href=href>{words}</a></nav> }
    });
    view! {
        {back}
        <main id="main" tabindex="-1">{main.into_any()}</main>
    }
    .into_any()
}

/// The window's title: what the page is, then whose.
fn title(i18n: I18n, info: PortalInfo, parts: &[&str]) -> String {
    let portal = info.name(i18n);
    parts
        .iter()
        .copied()
        .chain([portal.as_str()])
        .collect::<Vec<_>>()
        .join(" – ")
}
