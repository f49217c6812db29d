//! `/`: find a procedure, go on with a draft, see where a dossier stands.

use crate::platform::spawn;
use crate::provided::provided;
use crate::ui::el::{el, parts};
use crate::ui::error_message::error_message;
use leptos::prelude::*;

use super::delete::{Deleting, deleting};
use super::find::Search;
use super::{frame, title, use_portal_info};
use crate::hooks::{focus_soon, use_navigator, use_page};
use crate::i18n::{Arg, use_i18n};
use crate::later::{self, Page};
use crate::platform::clock::{self, Timer};
use crate::platform::storage::{self, Keeping};
use crate::portal::{Found, PortalError};
use crate::route::Route;
use crate::ui::live::{always, flag, live, show};
use crate::wizard::Wizards;
use crate::wizard::draft::{self, Kept, SentDossier};

/// Milliseconds without a key before the portal is asked.
const PAUSE: i32 = 350;

pub(super) fn home() -> AnyView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    // The code of a dossier was asked for, and none was given.
    let missing = RwSignal::new(false);
    use_page(move || {
        let error = match missing.get() {
            true => i18n.s("title-error"),
            false => String::new(),
        };
        title(i18n, info, &[&format!("{error}{}", i18n.s("home-title"))])
    });
    frame(
        None,
        parts![
            el("h1").child(i18n.t("home-title")),
            show(move || info.can(|can| can.search), search),
            kept(),
            tracking(missing)
        ],
    )
}

/// Drafts and sent dossiers, where this device has any. Somebody who comes for the first time has none,
/// and does not wait for their code.
fn kept() -> AnyView {
    let any = RwSignal::new(false);
    spawn(async move {
        let _ = any.try_set(draft::any().await);
    });
    show(move || any.get(), || later::part(|| Page::Kept))
}

/// What became of asking for the procedures that can be begun here.
#[derive(Clone, PartialEq)]
enum Results {
    Waiting,
    Found(Vec<Found>),
    Failed(PortalError),
}

fn search() -> AnyView {
    let (i18n, navigator) = (use_i18n(), use_navigator());
    let asked = RwSignal::new(Search::read(|name| navigator.query_now(name)));
    let first = asked.with_untracked(|asked| asked.query.clone());
    let timer = StoredValue::new_local(None::<Timer>);
    let words = RwSignal::new(first.clone());
    let seek = move || {
        timer.set_value(None);
        // Somebody who was faster than the pause has gone to another page: its address stays.
        if navigator.route_now() != Route::Home {
            return;
        }
        let query = words.get_untracked();
        if asked.with_untracked(|asked| asked.query != query) {
            asked.update(|asked| {
                asked.query = query;
                asked.aloud = true;
            });
        }
        navigator.replace_with(&asked.with_untracked(Search::href));
    };
    let on_input = move |text: String| {
        words.set(text);
        timer.set_value(clock::after(PAUSE, seek));
    };
    let is_nothing = Memo::new(move |_| asked.with(Search::is_nothing));
    let results = move || match is_nothing.get() {
        true => offered(asked),
        false => later::wanted_part(move || Page::Found(asked)),
    };
    el("section")
        .child(
            el("form")
                .attr("role", "search")
                .attr("action", "/")
                .on_submit(seek)
                .child(
                    el("h2").id("search-title").child(
                        el("label")
                            .attr("for", "search")
                            .child(i18n.t("search-label")),
                    ),
                )
                .child(
                    el("p")
                        .class("hint")
                        .id("search-hint")
                        .child(i18n.t("search-hint")),
                )
                .child(
                    el("div")
                        .class("search-row")
                        .child(
                            el("input")
                                .id("search")
                                .attr("name", "q")
                                .attr("type", "search")
                                .class("input")
                                .attr("autocomplete", "off")
                                .attr("aria-describedby", "search-hint")
                                .value(first)
                                .on_typed(on_input),
                        )
                        .child(
                            el("button")
                                .attr("type", "submit")
                                .class("primary")
                                .child(i18n.t("search-button")),
                        ),
                ),
        )
        .child(live(results))
        .into_any()
}

/// The procedures that can be begun here, and the way to all others.
fn offered(asked: RwSignal<Search>) -> AnyView {
    let (i18n, info, navigator) = (use_i18n(), use_portal_info(), use_navigator());
    let wizards = provided::<Wizards>();
    let portal = wizards.portal();
    let results = RwSignal::new(Results::Waiting);
    // Waiting is spoken of only when it takes a while.
    let slow = RwSignal::new(false);
    let patience = clock::after(500, move || slow.set(true));
    StoredValue::new_local(patience);
    let ask = move || {
        spawn(async move {
            let answer = portal.get().search("", &i18n.tags()).await;
            // A portal that answers again can say who it is.
            if answer.is_ok() {
                info.ask(wizards);
            }
            let found = |(found, _)| Results::Found(found);
            let _ = results.try_set(answer.map_or_else(Results::Failed, found));
        });
    };
    ask();
    let all = move || {
        asked.update(|asked| {
            asked.all = true;
            asked.aloud = true;
        });
        navigator.replace_with(&asked.with_untracked(Search::href));
        focus_soon("search".into());
    };
    let has_more = move || {
        info.0
            .with(|info| info.as_ref().is_some_and(|info| info.catalogue.is_some()))
    };
    let list = move || match results.get() {
        Results::Waiting if slow.get() => el("p").child(i18n.t("waiting")).into_any(),
        Results::Waiting => ().into_any(),
        Results::Failed(error) => {
            let key = format!("trouble-{}", error.name());
            el("div")
                .class("notice")
                .attr("data-kind", "error")
                .child(el("p").child(i18n.t(&key)))
                .child(
                    el("button")
                        .attr("type", "button")
                        .class("secondary")
                        .on_press(move |_| ask())
                        .child(i18n.t("try-again")),
                )
                .into_any()
        }
        Results::Found(found) => {
            let items = found.into_iter().map(|found| {
                let href = Route::Procedure(found.code.clone()).href();
                el("li")
                    .child(
                        el("a")
                            .attr("href", href)
                            .child(i18n.name(&found.code, &found.name)),
                    )
                    .child(el("p").child(i18n.text(&found.summary)))
                    .child(
                        el("p")
                            .class("meta")
                            .child(i18n.text(&found.agency))
                            .child(" · ")
                            .child(found.code),
                    )
            });
            el("ul")
                .class("results")
                .child(items.collect::<Vec<_>>())
                .into_any()
        }
    };
    parts![
        live(list),
        show(has_more, move || {
            el("p").child(
                el("button")
                    .attr("type", "button")
                    .class("secondary")
                    .on_press(move |_| all())
                    .child(i18n.t("search-browse")),
            )
        })
    ]
}

/// Drafts and sent dossiers on this device.
pub fn drafts() -> AnyView {
    let i18n = use_i18n();
    let kept = RwSignal::new((Vec::<Kept>::new(), Vec::<SentDossier>::new()));
    let others = RwSignal::new(false);
    let closed = RwSignal::new(Vec::<String>::new());
    let wizards = provided::<Wizards>();
    let load = move || {
        spawn(async move {
            wizards.know_whose().await;
            let both = (draft::all().await, draft::receipts().await);
            let _ = others.try_set(draft::are_others().await);
            drop(closed.try_set(draft::closed().await));
            drop(kept.try_set(both));
            storage::sweep().await;
        });
    };
    load();
    let draft_line = move |kept: Kept| {
        let text = |texts| i18n.text(&crate::portal::text_of(texts));
        let name = text(&kept.name);
        let step = (!kept.step.is_empty()).then(|| {
            let step = text(&kept.step);
            el("p").child(i18n.t("draft-step")).child(" ").child(step)
        });
        let time = i18n.moment(kept.saved_at);
        let href = Route::Apply(kept.procedure.clone(), None).href();
        let going_on = i18n.tr("draft-continue", &[("name", Arg::Text(&name.text))]);
        let removing = i18n.tr("draft-delete", &[("name", Arg::Text(&name.text))]);
        let pending = kept
            .pending
            .is_some()
            .then(|| el("p").child(i18n.t("draft-pending")));
        let is_pending = kept.pending.is_some();
        let (delete, question) = deleting(Deleting {
            procedure: kept.procedure,
            words: removing,
            is_pending: Box::new(move || is_pending),
            deleted: Callback::new(move |()| {
                load();
                focus_soon("search".into());
            }),
        });
        el("li")
            .child(el("h3").child(name))
            .child(step)
            .child(
                el("p")
                    .class("meta")
                    .child(i18n.tr("draft-saved", &[("time", Arg::Text(&time))])),
            )
            .child(pending)
            .child(
                el("p")
                    .class("row-actions")
                    .child(el("a").attr("href", href).child(going_on))
                    .child(delete),
            )
            .child(question)
    };
    let sent_line = move |sent: SentDossier| {
        let href = Route::Dossier(sent.receipt.code.clone()).href();
        let name = i18n.text(&crate::portal::text_of(&sent.name));
        el("li").child(
            el("a")
                .class("alone")
                .attr("href", href)
                .child(name)
                .child(" ")
                .child(el("bdi").child(sent.receipt.code)),
        )
    };
    let view = move || {
        let (drafts, sent) = kept.get();
        let drafts = (!drafts.is_empty()).then(|| {
            let lines = drafts.into_iter().map(draft_line).collect::<Vec<_>>();
            el("section")
                .attr("aria-labelledby", "drafts-title")
                .child(el("h2").id("drafts-title").child(i18n.t("drafts-title")))
                .child(el("p").child(i18n.t(match storage::keeping() {
                    Keeping::Device => "drafts-where",
                    Keeping::Tab => "drafts-where-in-tab",
                })))
                .child(el("ul").class("cards").child(lines))
        });
        let sent = (!sent.is_empty()).then(|| {
            let lines = sent.into_iter().map(sent_line).collect::<Vec<_>>();
            el("section")
                .attr("aria-labelledby", "sent-title")
                .child(el("h2").id("sent-title").child(i18n.t("sent-title")))
                .child(el("ul").child(lines))
        });
        // Nothing of it is shown but that it is there.
        let others = others.get().then(|| {
            parts![
                el("p").child(i18n.t("drafts-of-accounts")),
                el("p").child(
                    el("a")
                        .class("alone")
                        .attr("href", Route::Account.href())
                        .child(i18n.t("sign-in-enter")),
                )
            ]
        });
        let closed = closed.get().into_iter().map(|code| {
            let href = Route::Apply(code.clone(), None).href();
            let words = i18n.tr("draft-closed", &[("code", Arg::Text(&code))]);
            el("p").child(el("a").class("alone").attr("href", href).child(words))
        });
        parts![drafts, closed.collect::<Vec<_>>(), sent, others]
    };
    live(view)
}

/// A code as somebody types it off a page: dashes of any kind, spaces in place of them or beside them.
fn dossier_code(typed: &str) -> String {
    let typed: String = typed
        .chars()
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' => '-',
            c => c,
        })
        .collect();
    let joined = match typed.contains('-') {
        true => "",
        false => "-",
    };
    let parts: Vec<&str> = typed.split_whitespace().collect();
    parts.join(joined)
}

/// Where a dossier stands, for someone who has its code.
fn tracking(missing: RwSignal<bool>) -> AnyView {
    let (i18n, info, navigator) = (use_i18n(), use_portal_info(), use_navigator());
    let code = RwSignal::new(String::new());
    let send = move || {
        let typed = code.with_untracked(|code| dossier_code(code));
        missing.set(typed.is_empty());
        match typed.is_empty() {
            true => focus_soon("track-code".into()),
            false => navigator.go(&Route::Dossier(typed.to_ascii_uppercase())),
        }
    };
    let can = move || info.can(|can| can.tracking);
    let error = move || {
        missing
            .get()
            .then(|| error_message("track-code-error", i18n.t("track-code-missing")))
    };
    show(can, move || {
        el("section")
            .attr("aria-labelledby", "track-title")
            .child(el("h2").id("track-title").child(i18n.t("track-title")))
            .child(
                el("form")
                    .attr("novalidate", true)
                    .on_submit(send)
                    .child(
                        el("div")
                            .class("field")
                            .attr("data-field", "track-code")
                            .child(
                                el("label")
                                    .attr("for", "track-code")
                                    .child(i18n.t("track-code")),
                            )
                            .child(
                                el("p")
                                    .class("hint")
                                    .id("track-code-hint")
                                    .child(i18n.t("track-code-hint")),
                            )
                            .child(live(error))
                            .child(
                                el("input")
                                    .id("track-code")
                                    .attr("type", "text")
                                    .class("input")
                                    .attr("data-width", "code")
                                    .attr("autocomplete", "off")
                                    .attr("spellcheck", "false")
                                    .attr(
                                        "aria-describedby",
                                        always(move || {
                                            if missing.get() {
                                                "track-code-hint track-code-error"
                                            } else {
                                                "track-code-hint"
                                            }
                                            .to_string()
                                        }),
                                    )
                                    .attr("aria-invalid", flag("true", move || missing.get()))
                                    .on_typed(move |text| code.set(text)),
                            ),
                    )
                    .child(
                        el("button")
                            .attr("type", "submit")
                            .class("secondary")
                            .child(i18n.t("track-button")),
                    ),
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dossier_code_is_read_as_people_type_it() {
        for typed in [
            "H00.00.00-261130-0001",
            " H00.00.00 261130 0001 ",
            "H00.00.00 - 261130 - 0001",
            "H00.00.00–261130–0001",
            "H00.00.00- 261130-00 01",
        ] {
            assert_eq!(dossier_code(typed), "H00.00.00-261130-0001", "{typed}");
        }
        assert_eq!(dossier_code(" "), "");
    }
}
