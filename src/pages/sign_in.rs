//! Signing in: the ways that the portal offers, where they are needed.

use std::cell::RefCell;

use crate::platform::{clock, spawn, storage};
use crate::provided::provided;
use crate::route::Route;
use crate::ui::el::{El, el, parts};
use crate::ui::error_message::error_message;
use leptos::prelude::*;
use portal_wire::account::{OIDC, PHONE, SignInWay};
use procedure::is_blank;

use super::use_portal_info;
use crate::hooks::{focus_soon, use_navigator};
use crate::i18n::{Arg, I18n, use_i18n};
use crate::portal::{PortalError, SignedIn, text_of};
use crate::ui::live::{flag, follow, live, show};
use crate::ui::live_region::use_announcer;
use crate::ui::notice::notice;
use crate::wizard::{Wizards, whose};

/// The element that gets the focus where signing in is needed first.
pub(super) const ID: &str = "sign-in";

/// The level of whoever has signed in; 0: nobody.
pub(super) fn level(session: Option<&SignedIn>) -> u8 {
    session
        .and_then(|session| session.account.as_ref())
        .map_or(0, |account| account.level)
}

/// The ways that can give a level, with words on how to go about each. `back_to` is the path to which the
/// browser comes back from a provider; `heading` the element of headings here.
pub(super) fn ways(needed: u8, heading: &'static str, back_to: String) -> AnyView {
    let (i18n, info, navigator) = (use_i18n(), use_portal_info(), use_navigator());
    let ways = move || {
        info.0.with(|info| {
            let ways = info.as_ref().map(|info| info.sign_in.ways.clone());
            let mut ways = ways.unwrap_or_default();
            ways.retain(|way| way.level >= needed && [OIDC, PHONE].contains(&way.id.as_str()));
            ways
        })
    };
    let ways = Memo::new(move |_| ways());
    // What became of it at a provider stands in the address.
    let came_back = match navigator.query_now("sign_in").as_deref() {
        Some("cancelled") => Some("sign-in-cancelled"),
        Some("failed") => Some("sign-in-failed"),
        _ => None,
    };
    let came_back = came_back.map(|key| notice("warning").child(el("p").child(i18n.t(key))));
    let drawn = move || {
        let all = ways.get();
        let none = all
            .is_empty()
            .then(|| el("p").child(i18n.t("sign-in-no-way")));
        let drawn = all.into_iter().map(|way| match way.id == OIDC {
            true => elsewhere(i18n, &way, &back_to).into_any(),
            false => by_phone(i18n, heading),
        });
        parts![none, drawn.collect::<Vec<_>>()]
    };
    parts![came_back, live(drawn)]
}

/// Where to go on after signing in, in the address.
pub(super) const BACK_TO: &str = "to";

/// The address of the page for signing in, for somebody who is on another one, and wants to go on there.
pub(super) fn href_from(here: &Route) -> String {
    let to = portal_wire::endpoint::encode(&here.href());
    format!("{}?{BACK_TO}={to}", Route::Account.href())
}

/// A provider is another site: the browser goes there, and comes back. What was filled in stays here.
fn elsewhere(i18n: I18n, way: &SignInWay, back_to: &str) -> El {
    let desk = provided::<Wizards>().portal().desk();
    let name = i18n.text(&text_of(&way.name)).text;
    el("p").child(
        el("a")
            .class("button")
            .attr("href", desk.sign_in_address(back_to))
            .attr("target", "_self")
            .on_press(|_| {
                whose::expect_somebody();
                storage::going_away();
            })
            .child(i18n.tr("sign-in-with", &[("name", Arg::Text(&name))])),
    )
}

thread_local! {
    /// The number as it was typed, and whether a code was sent to it: the page may be drawn anew, in another
    /// language, while the code is on its way.
    static BEGUN: RefCell<(String, bool)> = const { RefCell::new((String::new(), false)) };
}

fn by_phone(i18n: I18n, heading: &'static str) -> AnyView {
    let (wizards, announcer) = (provided::<Wizards>(), use_announcer());
    let (number, is_sent) = BEGUN.with_borrow(Clone::clone);
    let (phone, sent) = (StoredValue::new(number), RwSignal::new(is_sent));
    let code = StoredValue::new(String::new());
    let wrong = RwSignal::new(None::<&'static str>);
    let failed = move |error: PortalError, refused: &'static str| {
        let key = match error {
            PortalError::Rejected(_) | PortalError::Refused => refused,
            PortalError::TooMany(_) => "sign-in-too-often",
            _ => "sign-in-trouble",
        };
        let _ = wrong.try_set(Some(key));
    };
    let ask = move || {
        wrong.set(None);
        if phone.with_value(|phone| is_blank(phone)) {
            wrong.set(Some("sign-in-phone-missing"));
            return focus_soon("sign-in-phone".into());
        }
        let number = phone.get_value();
        spawn(async move {
            let desk = wizards.portal().desk();
            match desk.send_code(&number, &i18n.locale_now()).await {
                Ok(()) => {
                    BEGUN.replace((number, true));
                    let _ = sent.try_set(true);
                    announcer.say(i18n.s("sign-in-code-sent"));
                    focus_soon("sign-in-code".into());
                }
                Err(error) => {
                    failed(error, "sign-in-phone-wrong");
                    focus_soon("sign-in-phone".into());
                }
            }
        });
    };
    let enter = move || {
        wrong.set(None);
        if code.with_value(|code| is_blank(code)) {
            wrong.set(Some("sign-in-code-missing"));
            return focus_soon("sign-in-code".into());
        }
        spawn(async move {
            let desk = wizards.portal().desk();
            match desk.sign_in(&phone.get_value(), &code.get_value()).await {
                Ok(session) => {
                    announcer.say(i18n.s("signed-in"));
                    BEGUN.take();
                    wizards.set_session(session).await;
                    focus_soon("signed-in".into());
                }
                Err(error) => {
                    failed(error, "sign-in-code-wrong");
                    focus_soon("sign-in-code".into());
                }
            }
        });
    };
    let is_of = move |id: &'static str| {
        let key = wrong.get();
        key.filter(|_| sent.get() == (id == "sign-in-code"))
    };
    let input = move |id: &'static str, autocomplete: &'static str, typed: StoredValue<String>| {
        let error = format!("{id}-error");
        let label = id;
        el("div")
            .class("field")
            .attr("data-field", id)
            .child(el("label").attr("for", id).child(i18n.t(label)))
            .child(
                el("p")
                    .class("hint")
                    .id(format!("{id}-hint"))
                    .child(i18n.t(&format!("{id}-hint"))),
            )
            .child(live(move || {
                is_of(id).map(|key| error_message(format!("{id}-error"), i18n.t(key)))
            }))
            .child(
                el("input")
                    .id(id)
                    .attr("type", "text")
                    .attr("inputmode", "numeric")
                    .class("input")
                    .attr("data-width", "phone")
                    .attr("autocomplete", autocomplete)
                    .attr("aria-describedby", format!("{id}-hint {error}"))
                    .attr("aria-invalid", flag("true", move || is_of(id).is_some()))
                    .value(Signal::stored(typed.get_value()))
                    .on_typed(move |text| {
                        typed.set_value(text);
                        BEGUN.replace((phone.get_value(), sent.get_untracked()));
                    }),
            )
    };
    // Not a form: it may stand within one, and Enter there must not send the application.
    let press = move |act: fn() -> &'static str, run: std::sync::Arc<dyn Fn() + Send + Sync>| {
        el("div").class("go-on").child(
            el("button")
                .attr("type", "button")
                .class("secondary")
                .on_press(move |_| run())
                .child(i18n.t(act())),
        )
    };
    let ask = std::sync::Arc::new(ask);
    parts![
        el(heading).child(i18n.t("sign-in-by-phone")),
        input("sign-in-phone", "tel", phone),
        press(|| "sign-in-send-code", ask),
        show(
            move || sent.get(),
            move || {
                let enter: std::sync::Arc<dyn Fn() + Send + Sync> = std::sync::Arc::new(enter);
                el("div")
                    .child(input("sign-in-code", "one-time-code", code))
                    .child(press(|| "sign-in-enter", enter))
            }
        )
    ]
}

/// How long before its end a session is said to end soon, in seconds (WCAG 2.2, 2.2.1 asks for 20).
const SOON: u64 = 150;

/// Says in time that a session ends, and how to stay; and that it has ended, and that nothing is lost. It ends
/// with the page.
pub(super) fn watch() -> AnyView {
    let (i18n, announcer, wizards) = (use_i18n(), use_announcer(), provided::<Wizards>());
    let navigator = use_navigator();
    let state = RwSignal::new(None::<Ends>);
    let tell = move |next: Option<Ends>| {
        let is_new = state.try_with_untracked(|now| *now != next);
        if is_new == Some(true) {
            state.set(next);
            if let Some(ends) = next {
                announcer.say(i18n.s(ends.key()));
            }
        }
        is_new.is_some()
    };
    let was_somebody = StoredValue::new(false);
    let round = move || {
        spawn(async move {
            loop {
                // Only who has signed in is looked after.
                let left = match was_somebody.try_get_value() {
                    None => return,
                    Some(false) => return,
                    Some(true) => match wizards.portal().desk().session().await {
                        Ok(SignedIn {
                            account: Some(_),
                            idle_seconds,
                            ..
                        }) => idle_seconds,
                        Ok(ended) => {
                            if tell(Some(Ends::Over)) {
                                was_somebody.set_value(false);
                                wizards.set_session(ended).await;
                            }
                            return;
                        }
                        Err(_) => None,
                    },
                };
                let pause = match left {
                    Some(left) if left <= SOON => {
                        tell(Some(Ends::Soon));
                        left.min(15) + 1
                    }
                    Some(left) => {
                        tell(None);
                        left - SOON
                    }
                    None => 60,
                };
                clock::sleep(i32::try_from(pause * 1_000).unwrap_or(i32::MAX)).await;
            }
        });
    };
    follow(move |_| {
        let session = wizards.session();
        let is_somebody = session.is_some_and(|session| session.account.is_some());
        let was = was_somebody.get_value();
        if is_somebody && !was {
            was_somebody.set_value(true);
            tell(None);
            round();
        }
    });
    let stay = move |_| {
        spawn(async move {
            match wizards.portal().desk().stay().await {
                Ok(session) => {
                    wizards.set_session(session).await;
                    tell(None);
                    announcer.say(i18n.s("session-stayed"));
                    focus_soon("main".into());
                }
                Err(_) => announcer.say(i18n.s("sign-in-trouble")),
            }
        });
    };
    live(move || {
        let ends = state.get()?;
        let way = match ends {
            Ends::Soon => el("button")
                .attr("type", "button")
                .class("link")
                .on_press(stay)
                .child(i18n.t("session-stay")),
            Ends::Over => el("a")
                .class("alone")
                .attr("href", href_from(&navigator.route_now()))
                .child(i18n.t("sign-in-enter")),
        };
        let words = el("p").child(i18n.t(ends.key()));
        Some(notice("warning").child(words).child(way))
    })
}

/// What is said of a session that ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    Soon,
    Over,
}

impl Ends {
    fn key(self) -> &'static str {
        match self {
            Self::Soon => "session-soon",
            Self::Over => "session-over",
        }
    }
}

/// Who has signed in, with the way out.
pub(super) fn signed_in(i18n: I18n, session: &SignedIn) -> Option<El> {
    let account = session.account.as_ref()?;
    if whose::has_come_back() {
        // Nobody would hear it: the page begins at its top.
        use_announcer().say(i18n.s("signed-in"));
    }
    let who = match (account.name.is_empty(), &account.phone_hint) {
        (false, _) => account.name.clone(),
        (true, Some(hint)) => i18n.sr("account-phone", &[("hint", Arg::Text(hint))]),
        (true, None) => String::new(),
    };
    Some(
        el("p")
            .id("signed-in")
            .attr("tabindex", "-1")
            .child(i18n.t("signed-in-as"))
            .child(" ")
            .child(el("bdi").child(el("strong").child(who)))
            .child(". ")
            .child(i18n.t(match account.level {
                2.. => "account-is-level-2",
                _ => "account-is-level-1",
            })),
    )
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::fields::tests::html::Html;
    use crate::fields::tests::language;
    use crate::pages::tests::provide_page;
    use crate::ui::live_region::Announcer;

    // [54, 55]
    #[test]
    fn a_code_has_one_input_that_says_what_it_is_and_can_be_asked_for_again() {
        drop(any_spawner::Executor::init_futures_executor());
        BEGUN.replace(("0912 000 111".into(), true));
        Owner::new().with(|| {
            provide_context(language("vi"));
            provide_context(Announcer::default());
            provide_page(Vec::new());
            let i18n = use_i18n();
            let html = Html::read(&by_phone(i18n, "h2").to_html());
            let inputs: Vec<_> = html.controls().collect();
            let [phone, code] = inputs[..] else {
                panic!("{inputs:?}")
            };
            assert_eq!(phone.attr("value"), Some("0912 000 111"));
            assert_eq!(phone.attr("autocomplete"), Some("tel"));
            assert_eq!(code.attr("autocomplete"), Some("one-time-code"));
            for limit in ["maxlength", "pattern", "readonly"] {
                assert_eq!(code.attr(limit), None, "it can be pasted with spaces");
            }
            let buttons: Vec<&str> = html.all("button").map(|button| &*button.text).collect();
            assert_eq!(
                buttons,
                [i18n.s("sign-in-send-code"), i18n.s("sign-in-enter")]
            );
        });
    }
}
