//! Where a dossier stands: what the citizen must do (`next_step`), when it is due, what it costs, what was written, how
//! it came there. Each part is drawn anew only when it has changed.

use crate::platform::spawn;
use crate::provided::provided;
use crate::ui::el::{El, Part, el, nothing, parts};
use crate::ui::error_message::error_message;
use leptos::prelude::*;
use portal_wire::{Component, Due, DueFee, Message, ResultFile, Status, StatusChange, Tracking};
use procedure::{Text, is_blank, parse_date};

use super::fees::Sum;
use super::next_step::next_step;
use super::use_portal_info;
use crate::hooks::focus_soon;
use crate::i18n::{Arg, I18n, Words, use_i18n};
use crate::platform::random;
use crate::portal::{PortalError, text_of};
use crate::ui::character_count::{CharacterCount, over};
use crate::ui::live::{flag, live};
use crate::ui::live_region::use_announcer;
use crate::ui::notice::notice;
use crate::ui::summary_list;
use crate::wizard::{Loading, Wizards, draft};

/// A dossier that somebody looks at with its proof.
#[derive(Clone, Copy)]
pub(super) struct Case {
    /// Its code.
    pub(super) code: StoredValue<String>,
    /// The proof.
    pub(super) proof: StoredValue<String>,
    /// What is known of it.
    pub(super) tracking: Memo<Option<Tracking>>,
    /// It stands elsewhere now.
    pub(super) came: Callback<Tracking>,
}

impl Case {
    /// A part of what is known; it changes only when that part does.
    fn part<T: PartialEq + Send + Sync + 'static>(
        self,
        part: impl Fn(&Tracking) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| self.tracking.with(|tracking| tracking.as_ref().map(&part)))
    }
}

/// What is still to be done at the counter, from the procedure's definition: it is printed with the receipt.
/// Where the portal does not give that, the page does without.
fn in_person(case: Case, procedure: Option<String>, i18n: I18n) -> Option<AnyView> {
    let opened = provided::<Wizards>().open(&procedure?);
    Some(live(move || {
        let Loading::Ready(store) = opened.get() else {
            return nothing();
        };
        store
            .with(|session| {
                let at = session.form().definition.in_person.as_ref()?;
                let code = super::dossier::grouped(&case.code.get_value());
                Some(super::more_of::in_person(i18n, at, Some(code)))
            })
            .into_any()
    }))
}

/// What comes first: what to do now, the results, and what is still to be done at the counter.
pub(super) fn first(case: Case) -> AnyView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    // Whatever the box is made of.
    let first = case.part(|tracking| Tracking {
        results: Vec::new(),
        may_withdraw: false,
        ..tracking.clone()
    });
    let results = case.part(|tracking| tracking.results.clone());
    let procedure = case.part(|tracking| {
        let goes_on = !matches!(
            tracking.status,
            Status::NotAccepted | Status::WithdrawalRequested | Status::Stopped | Status::Delivered
        );
        goes_on.then(|| tracking.procedure.clone())
    });
    let takes_messages = Memo::new(move |_| info.can(|can| can.messages));
    parts![
        live(move || {
            let takes_messages = takes_messages.get();
            first
                .get()
                .map(|tracking| next_step(i18n, &tracking, takes_messages))
        }),
        live(move || results.get().and_then(|results| files(case, i18n, results))),
        live(move || procedure.get().and_then(|code| in_person(case, code, i18n))),
    ]
}

/// The rest of it. `is_named`: the page has said already which procedure it is.
pub(super) fn standing(case: Case, is_named: bool) -> AnyView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    let facts = case.part(|tracking| {
        let Tracking {
            name,
            agency,
            due,
            fees,
            status,
            ..
        } = tracking.clone();
        // Once it is due, the first box says how it is paid.
        let is_said = status.is_over() || status == Status::PaymentDue;
        let is_owed = !is_said && Sum::of(fees.iter().map(|fee| fee.vnd)).is_something();
        (name, agency, due, fees, is_owed)
    });
    let components = case.part(|tracking| tracking.components.clone());
    let messages = case.part(|tracking| tracking.messages.clone());
    let history = case.part(|tracking| tracking.history.clone());
    let is_known = Memo::new(move |_| case.tracking.with(Option::is_some));
    let may_withdraw = case.part(|tracking| tracking.may_withdraw);
    parts![
        live(
            move || facts.get().map(|(name, agency, due, fees, is_owed)| {
                let mut rows = Vec::new();
                let mut row = |key: &str, value: AnyView| {
                    rows.push(summary_list::row(i18n.t(key), value, None));
                };
                let name = text_of(&name);
                if !is_named && !name.is_empty() {
                    row("receipt-procedure", i18n.text(&name).part());
                }
                let agency = text_of(&agency);
                if !agency.is_empty() {
                    row("agency-title", i18n.text(&agency).part());
                }
                if let Some(due) = due {
                    row("due-title", due_on(i18n, &due));
                }
                if !fees.is_empty() {
                    row("fee-due-title", fees_of(i18n, &fees, is_owed));
                }
                summary_list::list(rows)
            })
        ),
        live(move || components.get().and_then(|all| components_of(i18n, &all))),
        live(move || messages.get().map(|messages| messages_of(i18n, &messages))),
        live(move || {
            let takes_messages = is_known.get() && info.can(|can| can.messages);
            takes_messages.then(|| write(case, i18n))
        }),
        live(move || history.get().map(|history| {
            let lines = history.iter().rev().map(|change| change_line(i18n, change));
            parts![
                el("h3").child(i18n.t("history-title")),
                el("ol")
                    .class("history")
                    .attr("reversed", true)
                    .child(lines.collect::<Vec<_>>())
            ]
        })),
        live(move || (may_withdraw.get() == Some(true)).then(|| withdraw(case, i18n))),
        live(move || {
            let takes = is_known.get() && info.can(|can| can.submit);
            takes.then(|| super::earlier::earlier(case, i18n))
        }),
        super::sign_in::watch()
    ]
}

fn due_on(i18n: I18n, due: &Due) -> AnyView {
    let day = |text: &str| parse_date(text).map_or_else(|| text.to_string(), |day| i18n.date(day));
    let may_change = due
        .may_change
        .then(|| el("p").class("hint").child(i18n.t("due-may-change")));
    let received = day(&due.received_on);
    parts![
        el("p").child(el("strong").child(day(&due.on))),
        el("p")
            .class("hint")
            .child(i18n.tr("due-received", &[("date", Arg::Text(&received))])),
        may_change
    ]
}

/// `is_owed`: something of it is still to be paid, or may be, and it was not said how.
fn fees_of(i18n: I18n, fees: &[DueFee], is_owed: bool) -> AnyView {
    let lines = fees.iter().map(|fee| {
        let amount = super::fees::amount(i18n, fee.vnd);
        el("li")
            .child(el("strong").child(amount))
            .child(": ")
            .child(i18n.text(&text_of(&fee.label)))
            .child(
                el("p")
                    .class("meta")
                    .child(el("bdi").attr("lang", "vi").child(fee.source.clone())),
            )
    });
    parts![
        el("ul").class("plain").child(lines.collect::<Vec<_>>()),
        is_owed.then(|| el("p").class("hint").child(i18n.t("fee-not-here")))
    ]
}

fn components_of(i18n: I18n, all: &[Component]) -> Option<AnyView> {
    (!all.is_empty()).then(|| {
        let lines = all.iter().map(|one| {
            // What is over is not due any more.
            let due = parse_date(&one.due_on).filter(|_| !one.status.is_over());
            let due = due.map(|day| {
                el("p")
                    .class("meta")
                    .child(i18n.tr("component-due", &[("date", Arg::Text(&i18n.date(day)))]))
            });
            let note = one.note.as_deref().map(|note| {
                el("p")
                    .class("as-written")
                    .child(i18n.text(&Text::new("vi", note)))
            });
            el("li")
                .child(el("p").child(el("strong").child(i18n.text(&text_of(&one.name)))))
                .child(
                    el("p")
                        .child(i18n.t("status-now"))
                        .child(" ")
                        .child(i18n.t(&format!("status-{}", one.status.name()))),
                )
                .child(note)
                .child(el("p").child(i18n.text(&text_of(&one.agency))))
                .child(due)
        });
        parts![
            el("h3").child(i18n.t("components-standing")),
            el("ul").class("history").child(lines.collect::<Vec<_>>())
        ]
    })
}

fn messages_of(i18n: I18n, messages: &[Message]) -> AnyView {
    let lines = messages.iter().map(|message| {
        let who = match message.from_officer {
            true => "message-from-officer",
            false => "message-from-you",
        };
        // An office writes in its own language; in what language an applicant writes is not known.
        let text = match message.from_officer {
            true => i18n.text(&Text::new("vi", &message.text)).part(),
            false => el("bdi").child(message.text.clone()).into_any(),
        };
        el("li")
            .child(el("p").child(el("strong").child(i18n.t(who))))
            .child(el("p").class("as-written").child(text))
            .child(
                el("p").class("meta").child(
                    el("time")
                        .attr("datetime", message.at.clone())
                        .child(i18n.time_of(&message.at)),
                ),
            )
    });
    let lines = lines.collect::<Vec<_>>();
    let none = lines
        .is_empty()
        .then(|| el("p").child(i18n.t("message-none")));
    let list = (!lines.is_empty()).then(|| el("ol").class("history").child(lines));
    parts![el("h3").child(i18n.t("messages-title")), none, list]
}

fn change_line(i18n: I18n, change: &StatusChange) -> AnyView {
    let time = i18n.time_of(&change.at);
    // What an officer writes is in the portal's own language.
    let note = change.note.as_deref().map(|note| Text::new("vi", note));
    let note = note.map(|note| el("p").child(i18n.text(&note)));
    el("li")
        .child(
            el("p").child(el("strong").child(i18n.t(&format!("status-{}", change.status.name())))),
        )
        .child(
            el("p")
                .class("meta")
                .child(el("time").attr("datetime", change.at.clone()).child(time)),
        )
        .child(note)
        .into_any()
}

/// What went wrong with something that was asked for, said where it was.
fn trouble(i18n: I18n, error: Option<PortalError>) -> Option<El> {
    error.map(|error| {
        notice("error").child(el("p").child(i18n.t(&format!("trouble-{}", error.name()))))
    })
}

fn files(case: Case, i18n: I18n, results: Vec<ResultFile>) -> Option<AnyView> {
    if results.is_empty() {
        return None;
    }
    let (portal, announcer) = (provided::<Wizards>().portal(), use_announcer());
    let failed = RwSignal::new(None::<PortalError>);
    let lines = results.into_iter().map(|result| {
        let ResultFile {
            id,
            name,
            bytes,
            at,
        } = result;
        let words = i18n.tr(
            "result-download",
            &[
                ("name", Arg::Text(&name)),
                ("size", Arg::Text(&i18n.size(bytes))),
            ],
        );
        let fetch = move |_| {
            let (id, name) = (id.clone(), name.clone());
            failed.set(None);
            spawn(async move {
                let (code, proof) = (case.code.get_value(), case.proof.get_value());
                match portal.desk().result(&code, &proof, &id).await {
                    Ok(file) => {
                        let key = match file.save_as(&name) {
                            true => "result-saved",
                            false => "result-not-saved",
                        };
                        announcer.say(i18n.s(key));
                    }
                    Err(error) => drop(failed.try_set(Some(error))),
                }
            });
        };
        el("li")
            .child(
                el("button")
                    .attr("type", "button")
                    .class("secondary")
                    .on_press(fetch)
                    .child(words),
            )
            .child(
                el("p").class("meta").child(
                    el("time")
                        .attr("datetime", at.clone())
                        .child(i18n.time_of(&at)),
                ),
            )
    });
    let lines = lines.collect::<Vec<_>>();
    Some(parts![
        el("h3").child(i18n.t("results-title")),
        el("ul").class("plain").child(lines),
        el("div")
            .attr("role", "status")
            .child(live(move || trouble(i18n, failed.get())))
    ])
}

/// What is being written. The device keeps it until it has arrived.
#[derive(Clone, Copy)]
struct Writing {
    what: &'static str,
    code: StoredValue<String>,
    /// One name for one text, however often it is sent; and the text.
    now: StoredValue<(String, String)>,
    /// What the input is filled with. It is never touched while somebody types.
    filled: RwSignal<String>,
    /// The text, for what follows it.
    text: RwSignal<String>,
}

impl Writing {
    /// Goes on with what the device has kept.
    fn resume(what: &'static str, code: StoredValue<String>) -> Self {
        let now = StoredValue::new((random::name(), String::new()));
        let (filled, text) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        let dossier = code.get_value();
        spawn(async move {
            let kept = draft::writing(what, &dossier).await;
            let Some((name, written)) = kept.as_deref().and_then(|kept| kept.split_once(' '))
            else {
                return;
            };
            if now.try_with_value(|(_, text)| text.is_empty()) == Some(true) {
                now.set_value((name.to_string(), written.to_string()));
                drop(text.try_set(written.to_string()));
                drop(filled.try_set(written.to_string()));
            }
        });
        Self {
            what,
            code,
            now,
            filled,
            text,
        }
    }

    /// Another text is another message.
    fn typed(self, text: String) {
        let name = random::name();
        let kept = match text.is_empty() {
            true => String::new(),
            false => format!("{name} {text}"),
        };
        self.text.set(text.clone());
        self.now.set_value((name, text));
        let (what, code) = (self.what, self.code.get_value());
        spawn(async move { draft::keep_writing(what, &code, &kept).await });
    }

    /// It has arrived at the portal: the input is emptied.
    async fn arrived(self, code: &str) {
        draft::keep_writing(self.what, code, "").await;
        self.now.set_value((random::name(), String::new()));
        drop(self.filled.try_set(String::new()));
        drop(self.text.try_set(String::new()));
    }
}

/// Most characters of a text to the office (docs/portal-api.yaml).
const LONGEST: usize = 2_000;

/// What is wrong with a text to the office.
#[derive(Clone, Copy)]
enum Wrong {
    Missing,
    /// So many characters too many. All of them are kept.
    TooLong(usize),
}

impl Wrong {
    fn of(text: &str, is_needed: bool) -> Option<Self> {
        match over(LONGEST, text) {
            Some(over) => Some(Self::TooLong(over)),
            None => (is_needed && is_blank(text)).then_some(Self::Missing),
        }
    }

    fn words(self, i18n: I18n) -> Words {
        match self {
            Self::Missing => i18n.t("message-missing"),
            Self::TooLong(over) => i18n.tr(
                "text-too-long",
                &[
                    ("n", Arg::Number(LONGEST as f64)),
                    ("over", Arg::Number(over as f64)),
                ],
            ),
        }
    }
}

/// A few lines to the office.
fn write(case: Case, i18n: I18n) -> AnyView {
    let (portal, announcer) = (provided::<Wizards>().portal(), use_announcer());
    let writing = Writing::resume(draft::MESSAGE, case.code);
    let (wrong, failed) = (RwSignal::new(None), RwSignal::new(None::<PortalError>));
    let count = CharacterCount::new(LONGEST);
    let send = move || {
        let (name, words) = writing.now.get_value();
        wrong.set(Wrong::of(&words, true));
        failed.set(None);
        if wrong.with_untracked(Option::is_some) {
            return focus_soon("message-text".into());
        }
        spawn(async move {
            let (code, proof) = (case.code.get_value(), case.proof.get_value());
            match portal.desk().write(&code, &proof, words, &name).await {
                Ok(tracking) => {
                    writing.arrived(&code).await;
                    let _ = case.came.try_run(tracking);
                    announcer.say(i18n.s("message-sent"));
                    focus_soon("message-text".into());
                }
                Err(error) => drop(failed.try_set(Some(error))),
            }
        });
    };
    let problem = move || {
        let wrong = wrong.get()?;
        Some(error_message("message-text-error", wrong.words(i18n)))
    };
    let is_wrong = move || wrong.with(Option::is_some);
    let input = el("textarea")
        .id("message-text")
        .class("input")
        .attr("rows", "3")
        .attr(
            "aria-describedby",
            "message-text-hint message-text-error message-text-count",
        )
        .attr("aria-invalid", flag("true", is_wrong))
        .value(writing.filled)
        .on_typed(move |text| {
            count.typed(&text);
            writing.typed(text);
        })
        .on("blur", move |_| count.call_off());
    el("form")
        .class("no-print")
        .attr("novalidate", true)
        .on_submit(send)
        .child(
            el("div")
                .class("field")
                .attr("data-field", "message-text")
                .child(
                    el("label")
                        .attr("for", "message-text")
                        .child(i18n.t("message-label")),
                )
                .child(
                    el("p")
                        .class("hint")
                        .id("message-text-hint")
                        .child(i18n.t("message-hint")),
                )
                .child(live(problem))
                .child(input)
                .child(count.view("message-text-count".into(), move || writing.text.get())),
        )
        .child(
            el("div")
                .attr("role", "status")
                .child(live(move || trouble(i18n, failed.get()))),
        )
        .child(
            el("button")
                .attr("type", "submit")
                .class("secondary")
                .child(i18n.t("message-send")),
        )
        .into_any()
}

/// Taking it back: folded, and asked for once more.
fn withdraw(case: Case, i18n: I18n) -> AnyView {
    let (portal, announcer) = (provided::<Wizards>().portal(), use_announcer());
    let writing = Writing::resume(draft::WITHDRAWAL, case.code);
    let (wrong, failed) = (RwSignal::new(None), RwSignal::new(None::<PortalError>));
    let count = CharacterCount::new(LONGEST);
    let send = move || {
        let (_, reason) = writing.now.get_value();
        wrong.set(Wrong::of(&reason, false));
        failed.set(None);
        if wrong.with_untracked(Option::is_some) {
            return focus_soon("withdraw-reason".into());
        }
        spawn(async move {
            let (code, proof) = (case.code.get_value(), case.proof.get_value());
            let desk = portal.desk();
            match desk.withdraw(&code, &proof, reason).await {
                Ok(tracking) => {
                    writing.arrived(&code).await;
                    let _ = case.came.try_run(tracking);
                    announcer.say(i18n.s("withdraw-done"));
                    focus_soon("status".into());
                }
                Err(error) => drop(failed.try_set(Some(error))),
            }
        });
    };
    let problem = move || {
        let wrong = wrong.get()?;
        Some(error_message("withdraw-reason-error", wrong.words(i18n)))
    };
    let is_wrong = move || wrong.with(Option::is_some);
    let is_begun = flag("", move || writing.filled.with(|text| !text.is_empty()));
    el("details")
        .class("no-print")
        .attr("open", is_begun)
        .child(el("summary").child(i18n.t("withdraw-title")))
        .child(el("p").child(i18n.t("withdraw-what")))
        .child(
            el("form")
                .attr("novalidate", true)
                .on_submit(send)
                .child(
                    el("div")
                        .class("field")
                        .attr("data-field", "withdraw-reason")
                        .child(
                            el("label")
                                .attr("for", "withdraw-reason")
                                .child(i18n.t("withdraw-reason")),
                        )
                        .child(live(problem))
                        .child(
                            el("textarea")
                                .id("withdraw-reason")
                                .class("input")
                                .attr("rows", "3")
                                .attr("autocomplete", "off")
                                .attr(
                                    "aria-describedby",
                                    "withdraw-reason-error withdraw-reason-count",
                                )
                                .attr("aria-invalid", flag("true", is_wrong))
                                .value(writing.filled)
                                .on_typed(move |text| {
                                    count.typed(&text);
                                    writing.typed(text);
                                })
                                .on("blur", move |_| count.call_off()),
                        )
                        .child(
                            count.view("withdraw-reason-count".into(), move || writing.text.get()),
                        ),
                )
                .child(
                    el("div")
                        .attr("role", "status")
                        .child(live(move || trouble(i18n, failed.get()))),
                )
                .child(
                    el("button")
                        .attr("type", "submit")
                        .class("secondary")
                        .child(i18n.t("withdraw-button")),
                ),
        )
        .into_any()
}
