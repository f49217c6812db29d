//! `/procedures/:code/review`: check the answers, declare, send.

use crate::platform::spawn;
use crate::provided::provided;
use crate::ui::el::{El, Part, el, parts};
use leptos::prelude::*;
use procedure::{
    FieldPath, Layout, Outcome, Place, Problem, ReviewRow, ReviewSection, Session, Shown, Text,
};

use super::news::news;
use super::step::{go, href, saved};
use super::{frame, sign_in, title, told, use_portal_info, wiring};
use crate::fields::{self, Heading};
use crate::hooks::{focus_soon, use_navigator, use_page};
use crate::i18n::{Arg, I18n, use_i18n};
use crate::platform::{clock, dom, history};
use crate::portal::{AnswerInWords, PortalError};
use crate::preferences::use_preferences;
use crate::route::Route;
use crate::ui::error_summary::{self, Line, Target};
use crate::ui::live::{follow, is, live};
use crate::ui::live_region::use_announcer;
use crate::ui::notice::notice;
use crate::ui::summary_list;
use crate::wizard::{Sending, WizardStore, Wizards};

/// The page.
pub fn review(store: WizardStore) -> AnyView {
    store.begin();
    let (i18n, info, navigator) = (use_i18n(), use_portal_info(), use_navigator());
    let layout = use_preferences().get_now().layout();
    let announcer = use_announcer();
    provide_context(wiring::any(store, &Place::Review, true));
    let problems = Memo::new(move |_| store.with(|session| session.shown_problems(&Place::Review)));
    let (code, procedure) = store.now(|session| {
        let definition = &session.form().definition;
        (definition.code.clone(), i18n.text(&definition.name))
    });
    let in_title = procedure.text.clone();
    use_page(move || {
        let error = if problems.with(Vec::is_empty) {
            String::new()
        } else {
            i18n.s("title-error")
        };
        title(
            i18n,
            info,
            &[&format!("{error}{}", i18n.s("review-title")), &in_title],
        )
    });
    // The button to ask again stays while it is asked: somebody's focus is on it.
    let was_unknown = RwSignal::new(false);
    follow(move |_| match store.sending() {
        Sending::Unknown(_) => was_unknown.set(true),
        Sending::Refused(_) => was_unknown.set(false),
        _ => {}
    });
    // When it has arrived, the receipt takes the place of this page.
    follow(move |_| {
        if let Sending::Sent(receipt) = store.sending() {
            navigator.go(&Route::Dossier(receipt.code));
        }
    });
    // What went out before the page was loaded, or before the network came back.
    let ask_again = move || {
        spawn(async move {
            store.send_pending().await;
            store.keep_asking();
        });
    };
    if store.is_pending_now() {
        ask_again();
    }
    let online = history::on_online(move || {
        if matches!(store.sending_now(), Sending::Unknown(_)) {
            ask_again();
        }
    });
    // It ends with the page.
    StoredValue::new_local(online);
    let wizards = provided::<Wizards>();
    let of_form = code.clone();
    let send = move || {
        let has_ways = info.0.with_untracked(|info| {
            info.as_ref()
                .is_some_and(|info| !info.sign_in.ways.is_empty())
        });
        let level = untrack(|| sign_in::level(wizards.session().as_ref()));
        if has_ways && needed_level(store).is_some_and(|needed| level < needed) {
            announcer.say(i18n.s("sign-in-first"));
            return focus_soon(sign_in::ID.into());
        }
        let code = of_form.clone();
        spawn(async move {
            // Somebody may have signed in just now: what a register has otherwise is shown before it is sent.
            let known = store.now(|session| session.conflicts().len());
            store.until_told().await;
            if store.now(|session| session.conflicts().len()) > known {
                return focus_soon(told::CONFLICTS.into());
            }
            let words = |session: &Session| in_words(i18n.original(), session, layout);
            if let Outcome::Blocked(_) = store.submit(&i18n.locale_now(), words).await {
                focus_soon(error_summary::ID.into());
            }
            if store.sending_now() == Sending::Refused(PortalError::Changed)
                && wizards.renew(store).await
            {
                let open = store.now(|session| session.first_open(layout));
                return match open {
                    Place::Review => navigator.turn_page(),
                    open => go(navigator, &code, &open, false),
                };
            }
            if let Sending::Refused(PortalError::Forbidden | PortalError::SignInNeeded) =
                store.sending_now()
            {
                // The session has ended meanwhile: nothing was stored, and the way in is shown again.
                drop(wizards.ask_session().await);
            }
            store.keep_asking();
        });
    };
    let back = store.now(|session| {
        let last = session.before(&Place::Review, layout);
        last.map_or_else(
            || Route::Procedure(code.clone()).href(),
            |last| href(&code, &last, false),
        )
    });
    let sections = {
        let code = code.clone();
        move || {
            let locked = store.is_pending();
            store
                .with(|session| session.review(layout))
                .into_iter()
                .map(|s| section(store, i18n, &code, s, locked))
                .collect::<Vec<_>>()
        }
    };
    let advice = move || {
        let advice = store.with(Session::all_advice);
        (!advice.is_empty()).then(|| super::advice::boxed(store, &advice, i18n))
    };
    let summary = {
        let code = code.clone();
        move || summary(store, &code, problems, layout, i18n)
    };
    frame(
        Some((back, i18n.t("back"))),
        parts![
            live(summary),
            super::tabs(store),
            el("p").class("caption").child(procedure),
            el("h1").child(i18n.t("review-title")),
            super::languages::with_original("original-of-answers"),
            news(store),
            told::ask(store),
            told::conflicts(store, layout),
            el("p").child(i18n.t("review-not-sent")),
            live(advice),
            live(sections),
            live(move || super::fees::section(store, i18n)),
            account(store, i18n),
            el("form")
                .attr("novalidate", true)
                .on_submit(send)
                .child(el("h2").child(i18n.t("declare-title")))
                .child(declarations(store))
                .child(
                    el("div")
                        .attr("role", "status")
                        .id("sending")
                        .child(live(move || state(store, i18n)))
                )
                .child(
                    el("button")
                        .attr("type", "button")
                        .class("secondary")
                        .id("ask-again")
                        .hidden(is(move || !was_unknown.get()))
                        .on_press(move |_| ask_again())
                        .child(i18n.t("sending-ask-again"))
                )
                .child(
                    el("div")
                        .class("go-on")
                        .child(
                            el("button")
                                .attr("type", "submit")
                                .class("primary")
                                .id("send")
                                .attr("aria-describedby", "saved")
                                .child(i18n.t("send"))
                        )
                        .child(saved(store, i18n))
                ),
            sign_in::watch(),
            super::delete_answers(store)
        ],
    )
}

/// Where an account is needed: who has signed in, or the ways to do so. A portal without accounts decides
/// by itself.
fn account(store: WizardStore, i18n: I18n) -> Option<AnyView> {
    let needed = needed_level(store)?;
    let wizards = provided::<Wizards>();
    wizards.find_out_who();
    let code = store.now(|session| session.form().definition.code.clone());
    let back_to = Route::Apply(code, Some(Place::Review)).href();
    let key = match needed {
        2.. => "account-level-2",
        _ => "account-level-1",
    };
    let body = move || {
        let session = wizards.session();
        let is_enough = sign_in::level(session.as_ref()) >= needed;
        let who = session.and_then(|session| sign_in::signed_in(i18n, &session));
        let way = (!is_enough).then(|| {
            parts![
                el("p").child(i18n.t(key)),
                el("p").child(i18n.t("sign-in-keeps")),
                sign_in::ways(needed, "h3", back_to.clone())
            ]
        });
        parts![who, way]
    };
    Some(
        el("section")
            .id(sign_in::ID)
            .attr("tabindex", "-1")
            .attr("aria-labelledby", "sign-in-title")
            .child(el("h2").id("sign-in-title").child(i18n.t("account-title")))
            .child(live(body))
            .into_any(),
    )
}

/// The level of the account that is needed to send, if one is.
fn needed_level(store: WizardStore) -> Option<u8> {
    store.now(|session| {
        let account = session.form().definition.account.as_ref();
        account.map(|account| account.level)
    })
}

/// The answers as an officer reads them.
pub(super) fn in_words(i18n: I18n, session: &Session, layout: Layout) -> Vec<AnswerInWords> {
    let mut answers = Vec::new();
    for section in session.review(layout) {
        let name = item_of(i18n, &section).unwrap_or_else(|| i18n.text(&section.title).text);
        for row in section.rows {
            let lines = i18n.shown(&row.shown).into_iter().map(|line| line.text);
            let wrong = said_wrong(i18n, session, &row.path);
            answers.push(AnswerInWords {
                section: name.clone(),
                label: i18n.text(&row.label).text,
                value: lines.chain(wrong).collect::<Vec<_>>().join("\n"),
            });
        }
    }
    answers
}

/// What the citizen says is wrong with an answer of a register.
fn said_wrong(i18n: I18n, session: &Session, path: &FieldPath) -> Option<String> {
    let known = session
        .known(path)
        .filter(|known| !known.wrong.is_empty())?;
    Some(i18n.sr("told-wrong-said", &[("text", Arg::Text(&known.wrong))]))
}

/// The row of a repeat that a section is of.
fn item_of(i18n: I18n, section: &ReviewSection) -> Option<String> {
    let (item, row) = section.item.as_ref()?;
    Some(format!("{} {}", i18n.text(item).text, row + 1))
}

fn section(
    store: WizardStore,
    i18n: I18n,
    code: &str,
    section: ReviewSection,
    locked: bool,
) -> AnyView {
    let item = item_of(i18n, &section);
    let title = match &item {
        Some(item) => item.clone().part(),
        None => i18n.text(&section.title).part(),
    };
    let rows = section
        .rows
        .into_iter()
        .map(|row| {
            let wrong = store.now(|session| said_wrong(i18n, session, &row.path));
            answer_row(i18n, code, item.as_deref(), row, wrong, locked)
        })
        .collect();
    parts![el("h2").child(title), summary_list::list(rows)]
}

fn answer_row(
    i18n: I18n,
    code: &str,
    item: Option<&str>,
    row: ReviewRow,
    wrong: Option<String>,
    locked: bool,
) -> El {
    let label = i18n.text(&row.label);
    let href = href(code, &row.place, true);
    let value = match &row.shown {
        Shown::Missing => {
            let words = i18n.tr("answer-missing", &[("label", Arg::Text(&label.text))]);
            el("a").attr("href", href.clone()).child(words).into_any()
        }
        shown => i18n
            .shown(shown)
            .into_iter()
            .map(|line| el("p").class("answer").child(el("bdi").child(line)))
            .collect::<Vec<_>>()
            .into_any(),
    };
    let action = (!locked).then(|| {
        // The same question of several rows is told apart by its row.
        let suffix = match item {
            Some(item) => format!("{item}: {}", label.text),
            None => label.text.clone(),
        };
        el("a")
            .attr("href", href)
            .child(i18n.t("change"))
            // An ordinary space between shown and hidden text is not read by Orca (43.1, November 2026).
            .child(
                el("span")
                    .class("visually-hidden")
                    .child("\u{a0}")
                    .child(suffix),
            )
            .into_any()
    });
    let wrong = wrong.map(|wrong| el("p").class("meta").child(wrong));
    summary_list::row(label, parts![value, wrong], action)
}

fn declarations(store: WizardStore) -> Vec<AnyView> {
    let paths = store.now(|session| session.paths(&Place::Review));
    paths
        .into_iter()
        .filter_map(|path| {
            let first = store.now(|session| session.view(&Place::Review, &path))?;
            let view = Memo::new(move |_| {
                store
                    .with(|session| session.view(&Place::Review, &path))
                    .unwrap_or_else(|| first.clone())
            });
            Some(fields::field(view, Heading::Under))
        })
        .collect()
}

fn summary(
    store: WizardStore,
    code: &str,
    problems: Memo<Vec<Problem>>,
    layout: Layout,
    i18n: I18n,
) -> Option<AnyView> {
    // Each problem with its page, and its input there.
    let found = problems.with(|problems| {
        let line = |problem: &Problem| {
            store.now(|session| {
                let field = session.form().field(&problem.path)?;
                let input = fields::first_input(problem, field.kind());
                let place = session.place_of(&problem.path, layout);
                Some((i18n.problem(problem, field), place, input))
            })
        };
        problems.iter().filter_map(line).collect::<Vec<_>>()
    });
    let lines = found.iter().map(|(words, place, input)| Line {
        words: words.clone(),
        to: match place {
            Place::Review => Target::Input(input.clone()),
            place => Target::Page(href(code, place, true), input.clone()),
        },
    });
    let lines: Vec<Line> = lines.collect();
    let navigator = use_navigator();
    let focus = Callback::new(move |input: String| {
        let at = found.iter().find(|(_, _, at)| *at == input);
        match at {
            // The page that the line leads to says what is wrong too.
            Some((_, place, _)) if *place != Place::Review => {
                store.update(|session| session.show_wrong(place, clock::today()));
                navigator.aim_at(input);
            }
            _ => drop(dom::focus(&input)),
        }
    });
    (!lines.is_empty()).then(|| error_summary::error_summary(lines, focus).into_any())
}

/// Where the sending is: what happened, what is safe, what to do. The region is there from the
/// beginning and speaks politely.
fn state(store: WizardStore, i18n: I18n) -> AnyView {
    match store.sending() {
        Sending::Idle | Sending::Sent(_) => ().into_any(),
        Sending::WaitingForFiles => notice("info")
            .child(el("p").child(i18n.t("sending-files")))
            .into_any(),
        Sending::UnderWay => notice("info")
            .child(el("p").child(i18n.t("sending")))
            .into_any(),
        Sending::Unknown(error) => {
            let why = i18n.t(&format!("trouble-{}", error.name()));
            notice("warning")
                .child(el("p").child(el("strong").child(i18n.t("sending-unknown-title"))))
                .child(el("p").child(why))
                .child(el("p").child(i18n.t("sending-unknown")))
                .into_any()
        }
        Sending::Refused(PortalError::Rejected(problems)) => {
            // Problems that name no question of the form, in the portal's own language.
            let lines = problems
                .into_iter()
                .map(|(_, words)| el("p").child(i18n.text(&Text::new("vi", &words))))
                .collect::<Vec<_>>();
            notice("error")
                .child(el("p").child(el("strong").child(i18n.t("sending-refused-title"))))
                .child(el("p").child(i18n.t("sending-refused-rejected")))
                .child(lines)
                .child(el("p").child(i18n.t("trouble-safe")))
                .into_any()
        }
        Sending::Refused(error) => {
            let why = i18n.t(&format!("sending-refused-{}", error.name()));
            notice("error")
                .child(el("p").child(el("strong").child(i18n.t("sending-refused-title"))))
                .child(el("p").child(why))
                .child(el("p").child(i18n.t("trouble-safe")))
                .into_any()
        }
    }
}
