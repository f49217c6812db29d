//! `/account`: who has signed in, and what they have sent.

use crate::platform::spawn;
use crate::provided::provided;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;
use portal_wire::account::MyDossier;

use super::sign_in::{BACK_TO, signed_in, watch, ways};
use super::{frame, title, use_portal_info};
use crate::hooks::{focus_soon, use_navigator, use_page};
use crate::i18n::{I18n, use_i18n};
use crate::portal::{PortalError, SignedIn, text_of};
use crate::route::Route;
use crate::ui::live::{follow, live};
use crate::ui::live_region::use_announcer;
use crate::ui::notice::notice;
use crate::wizard::{Wizards, whose};

/// The page.
pub fn account() -> AnyView {
    let (i18n, info, wizards) = (use_i18n(), use_portal_info(), provided::<Wizards>());
    use_page(move || title(i18n, info, &[&i18n.s("account-page")]));
    wizards.find_out_who();
    let navigator = use_navigator();
    let back_to = navigator
        .query_now(BACK_TO)
        .map(|path| Route::parse(&path))
        .filter(|route| !matches!(route, Route::NotFound | Route::Account));
    let back_to = StoredValue::new(back_to);
    // Whoever came to sign in goes back to where they were.
    let was_out = StoredValue::new(false);
    follow(move |_| {
        let Some(session) = wizards.session() else {
            return;
        };
        match (session.account.is_some(), was_out.get_value()) {
            (false, _) => was_out.set_value(true),
            (true, true) => {
                if let Some(route) = back_to.get_value() {
                    navigator.replace_with(&route.href());
                }
            }
            (true, false) => {}
        }
    });
    let body = move || match wizards.session() {
        None => el("p").child(i18n.t("waiting")).into_any(),
        Some(session) if session.account.is_some() => mine(i18n, wizards, &session),
        Some(_) => {
            // The session has ended; what was filled in stands here until somebody says that they leave.
            let leave = whose::is_somebodys().then(|| leaving(i18n, wizards));
            parts![
                el("p").child(i18n.t("account-why")),
                ways(
                    1,
                    "h2",
                    back_to.get_value().unwrap_or(Route::Account).href()
                ),
                leave
            ]
        }
    };
    frame(
        Some(("/".into(), i18n.t("back-home"))),
        parts![el("h1").child(i18n.t("account-page")), watch(), live(body)],
    )
}

/// What is known of the list.
#[derive(Clone, PartialEq)]
enum Mine {
    Asking,
    Failed(PortalError),
    Here(Vec<MyDossier>),
}

fn mine(i18n: I18n, wizards: Wizards, session: &SignedIn) -> AnyView {
    let known = RwSignal::new(Mine::Asking);
    spawn(async move {
        let next = match wizards.portal().desk().my_dossiers().await {
            Ok(mine) => Mine::Here(mine.dossiers),
            Err(error) => Mine::Failed(error),
        };
        let _ = known.try_set(next);
    });
    let list = move || match known.get() {
        Mine::Asking => el("p").child(i18n.t("waiting")).into_any(),
        Mine::Failed(error) => notice("error")
            .child(el("p").child(i18n.t(&format!("trouble-{}", error.name()))))
            .into_any(),
        Mine::Here(all) if all.is_empty() => el("p").child(i18n.t("my-dossiers-none")).into_any(),
        Mine::Here(all) => {
            // What waits for the citizen comes first.
            let (first, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.needs_you);
            let lines = first.into_iter().chain(rest).map(|one| line(i18n, one));
            el("ul")
                .class("results")
                .child(lines.collect::<Vec<_>>())
                .into_any()
        }
    };
    parts![
        signed_in(i18n, session),
        el("h2").child(i18n.t("my-dossiers")),
        live(list),
        leaving(i18n, wizards)
    ]
}

fn leaving(i18n: I18n, wizards: Wizards) -> AnyView {
    parts![
        el("h2").child(i18n.t("sign-out-title")),
        el("p").child(i18n.t("sign-out-what")),
        sign_out(i18n, wizards)
    ]
}

fn line(i18n: I18n, one: MyDossier) -> El {
    let to_do = one
        .needs_you
        .then(|| el("p").child(el("strong").child(i18n.t("my-dossier-to-do"))));
    el("li")
        .child(
            el("a")
                .attr("href", Route::Dossier(one.code.clone()).href())
                .child(i18n.text(&text_of(&one.name))),
        )
        .child(to_do)
        .child(el("p").child(i18n.t(&format!("status-{}", one.status.name()))))
        .child(
            el("p")
                .class("meta")
                .child(el("bdi").child(one.code))
                .child(" · ")
                .child(i18n.time_of(&one.received_at)),
        )
}

fn sign_out(i18n: I18n, wizards: Wizards) -> El {
    let announcer = use_announcer();
    let out = move |everywhere: bool| {
        spawn(async move {
            let key = match wizards.portal().desk().sign_out(everywhere).await {
                Ok(()) => {
                    wizards.signed_out().await;
                    "signed-out"
                }
                Err(_) => "sign-out-failed",
            };
            announcer.say(i18n.s(key));
            focus_soon("main".into());
        });
    };
    let button = |key: &str, everywhere: bool| {
        el("button")
            .attr("type", "button")
            .class("secondary")
            .on_press(move |_| out(everywhere))
            .child(i18n.t(key))
    };
    el("p")
        .class("row-actions")
        .child(button("sign-out", false))
        .child(button("sign-out-everywhere", true))
}
