//! `/dossiers/:code/supplement`: what an officer asks to be put right, question by question. Only that can be
//! changed, and it goes back as one answer.

use std::sync::Arc;

use crate::platform::spawn;
use crate::provided::provided;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;
use portal_wire::{Flaw, Supplement, Texts, Tracking};
use procedure::definition::KindDefinition;
use procedure::{Draft, Event, FieldPath, Layout, Place, Problem, Session, Text};
use serde_json::Value;

use super::dossier::grouped;
use super::next_step::until_and_contact;
use super::review::in_words;
use super::step::{listed, saved};
use super::{frame, title, trouble, use_portal_info, wiring};
use crate::fields::{self, Heading};
use crate::hooks::{focus_soon, use_navigator, use_page};
use crate::i18n::{I18n, use_i18n};
use crate::platform::storage::{self, Keeping};
use crate::platform::{clock, dom};
use crate::portal::{PortalError, SentAnswers, SupplementAnswer};
use crate::route::Route;
use crate::ui::error_summary::{self, Line, Target};
use crate::ui::live::live;
use crate::ui::live_region::{Announcer, use_announcer};
use crate::ui::notice::notice;
use crate::wizard::draft::{self, Kept, PUT_RIGHT};
use crate::wizard::{Proven, PutRight, WizardStore, Wizards};

/// Reasons that the locale has words for, with what to do (`docs/facts.md`, Supplement requests).
const REASONS: [&str; 11] = [
    "blurred",
    "missing-side",
    "mismatch",
    "expired",
    "wrong-document",
    "wrong-clinic",
    "not-signed",
    "gap",
    "consent",
    "violation",
    "empty-file",
];

/// What is known.
#[derive(Clone)]
#[expect(
    clippy::large_enum_variant,
    reason = "there is one, for as long as its page"
)]
enum Known {
    Looking,
    /// Nothing is asked for now.
    Nothing,
    Failed(PortalError),
    Here(PutRight),
}

/// The page.
pub fn supplement(code: String) -> AnyView {
    let (wizards, navigator) = (provided::<Wizards>(), use_navigator());
    // What has begun is there at once, as it was; the portal may ask for something else by now.
    let begun = wizards.being_put_right(&code);
    let known = RwSignal::new(begun.clone().map_or(Known::Looking, Known::Here));
    {
        let code = code.clone();
        spawn(async move {
            let word = match (&begun, wizards.proven(&code)) {
                (Some(begun), _) => Some(begun.proof.clone()),
                (_, Some(proven)) => Some(proven.proof),
                _ => draft::receipt(&code).await.map(|sent| sent.receipt.lookup),
            };
            let desk = wizards.portal().desk();
            // The owner who has signed in needs none.
            let is_open = word.is_some()
                || (wizards.is_somebody().await && desk.track(&code, "").await.is_ok());
            if !is_open {
                // The page of the dossier asks for the proof.
                return navigator.replace_with(&Route::Dossier(code).href());
            }
            let word = word.unwrap_or_default();
            let next = match desk.track(&code, &word).await {
                Err(_) if begun.is_some() => return,
                Err(error) => Known::Failed(error),
                Ok(Tracking {
                    supplement: None, ..
                }) => {
                    wizards.end_putting_right(&code);
                    Known::Nothing
                }
                Ok(Tracking {
                    supplement: Some(asked),
                    ..
                }) if begun.is_some_and(|begun| begun.asked.id == asked.id) => return,
                Ok(Tracking {
                    supplement: Some(asked),
                    name,
                    ..
                }) => match desk.sent(&code, &word).await {
                    Err(error) => Known::Failed(error),
                    Ok(sent) => {
                        let kept = draft::open(&format!("{PUT_RIGHT}{code}")).await;
                        let is_unread = kept.is_err();
                        let kept = kept.unwrap_or_default();
                        let answers = Arc::new(sent.answers.clone());
                        Known::Here(wizards.put_right(|| PutRight {
                            sent: answers,
                            store: match open(wizards, &code, &asked, &name, sent, kept) {
                                store if is_unread => store.could_not_read(),
                                store => store,
                            },
                            code,
                            proof: word,
                            asked,
                            name,
                        }))
                    }
                },
            };
            drop(known.try_set(next));
        });
    }
    live(move || match known.get() {
        Known::Looking => ().into_any(),
        Known::Failed(error) => trouble::failed(&error, move || navigator.turn_page()),
        Known::Nothing => nothing_asked(&code),
        Known::Here(begun) => asked_for(begun),
    })
}

/// The answers that were sent, or what was put right already.
fn open(
    wizards: Wizards,
    code: &str,
    asked: &Supplement,
    name: &Texts,
    sent: SentAnswers,
    kept: Option<Kept>,
) -> WizardStore {
    let kept = kept.filter(|kept| kept.id == asked.id);
    let answers = match &kept {
        Some(kept) => kept.draft.answers.clone(),
        None => sent.form.reopen(&sent.answers),
    };
    let version = sent.form.definition.version.clone();
    // What is asked is told by the answers that were sent, whatever was put right since.
    let before = Draft {
        version: version.clone(),
        answers: sent.form.reopen(&sent.answers),
        ..Draft::default()
    };
    let mut session = Session::resume(sent.form, before, sent.day);
    let pointers = asked.flaws.iter().map(|flaw| flaw.pointer.clone());
    session.ask_again(pointers.collect());
    session.set_answers(answers);
    let kept = kept.unwrap_or_else(|| Kept {
        id: asked.id.clone(),
        procedure: format!("{PUT_RIGHT}{code}"),
        name: name.clone(),
        step: Texts::new(),
        saved_at: clock::moment(),
        draft: session.draft(),
        pending: None,
        revision: String::new(),
    });
    let store = WizardStore::put_right(
        session,
        kept,
        wizards.portal(),
        wizards.max_upload_now(),
        sent.day,
    );
    store.begin();
    store
}

fn nothing_asked(code: &str) -> AnyView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    use_page(move || title(i18n, info, &[&i18n.s("supplement-nothing")]));
    let href = Route::Dossier(code.to_string()).href();
    frame(
        Some((href.clone(), i18n.t("back"))),
        parts![
            el("h1").child(i18n.t("supplement-nothing")),
            el("p").child(el("a").attr("href", href).child(i18n.t("supplement-see")))
        ],
    )
}

/// What became of sending.
#[derive(Clone, PartialEq)]
enum Sending {
    Idle,
    UnderWay,
    /// What an officer marked is as it was, by these names; whether it is meant so is asked.
    Unchanged(Vec<String>),
    Failed(PortalError),
    /// Problems without a place on the page, in the portal's words.
    Refused(Vec<String>),
}

fn asked_for(begun: PutRight) -> AnyView {
    let PutRight {
        code,
        proof,
        asked,
        name,
        sent,
        store,
    } = begun;
    let (i18n, info, navigator) = (use_i18n(), use_portal_info(), use_navigator());
    provide_context(wiring::any(store, &Place::Supplement, false));
    let problems =
        Memo::new(move |_| store.with(|session| session.shown_problems(&Place::Supplement)));
    let in_title = code.clone();
    use_page(move || {
        let error = match problems.with(Vec::is_empty) {
            true => String::new(),
            false => i18n.s("title-error"),
        };
        title(
            i18n,
            info,
            &[&format!("{error}{}", i18n.s("supplement-title")), &in_title],
        )
    });
    let sending = RwSignal::new(Sending::Idle);
    let (announcer, wizards) = (use_announcer(), provided::<Wizards>());
    let flaws = StoredValue::new(asked.flaws.clone());
    // `as_it_was`: what was not changed is meant so.
    let send = {
        let (code, id) = (code.clone(), asked.id.clone());
        move |as_it_was: bool| {
            if sending.get_untracked() == Sending::UnderWay {
                return;
            }
            if !as_it_was {
                let unchanged = flaws.with_value(|flaws| unchanged(store, flaws, &sent, i18n));
                if !unchanged.is_empty() {
                    sending.set(Sending::Unchanged(unchanged));
                    return focus_soon("as-it-was".into());
                }
            }
            let (code, id, proof) = (code.clone(), id.clone(), proof.clone());
            let told = Told {
                i18n,
                announcer,
                sending,
            };
            spawn(async move {
                if let Some(tracking) = send(&code, &id, &proof, store, told).await {
                    wizards.end_putting_right(&code);
                    wizards.set_proven(Proven {
                        code: code.clone(),
                        proof,
                        tracking,
                    });
                    navigator.go(&Route::Dossier(code));
                }
            });
        }
    };
    let submit = send.clone();
    let summary = move || {
        let line = |problem: &Problem| {
            let field = store.now(|session| session.form().field(&problem.path).cloned())?;
            Some(Line {
                words: i18n.problem(problem, &field),
                to: Target::Input(fields::first_input(problem, field.kind())),
            })
        };
        let lines: Vec<Line> = problems.with(|all| all.iter().filter_map(line).collect());
        let focus = Callback::new(|id: String| {
            dom::focus(&id);
        });
        (!lines.is_empty()).then(|| error_summary::error_summary(lines, focus))
    };
    let state = move || match sending.get() {
        Sending::Idle => None,
        Sending::UnderWay => {
            let key = match store.is_waiting_for_files() {
                true => "sending-files",
                false => "sending",
            };
            Some(notice("info").child(el("p").child(i18n.t(key))))
        }
        Sending::Unchanged(labels) => {
            let send = send.clone();
            let labels = labels.into_iter().map(|label| el("li").child(label));
            Some(
                notice("warning")
                    .child(
                        el("h2")
                            .id("as-it-was")
                            .attr("tabindex", "-1")
                            .child(i18n.t("supplement-unchanged")),
                    )
                    .child(el("ul").child(labels.collect::<Vec<_>>()))
                    .child(el("p").child(i18n.t("supplement-unchanged-what")))
                    .child(
                        el("button")
                            .attr("type", "button")
                            .class("secondary")
                            .on_press(move |_| send(true))
                            .child(i18n.t("supplement-unchanged-send")),
                    ),
            )
        }
        Sending::Failed(error) => Some(
            notice("error")
                .child(el("p").child(i18n.t(&format!("trouble-{}", error.name()))))
                .child(el("p").child(i18n.t("supplement-again"))),
        ),
        Sending::Refused(words) => {
            let words = words.into_iter();
            let words = words.map(|words| el("p").child(i18n.text(&Text::new("vi", &words))));
            Some(
                notice("error")
                    .child(el("p").child(i18n.t("sending-refused-rejected")))
                    .child(words.collect::<Vec<_>>()),
            )
        }
    };
    let (until, contact) = until_and_contact(i18n, &asked);
    let sections = asked.flaws.iter();
    let flaws = sections.map(|flaw| section(store, flaw, i18n));
    let flaws = flaws.collect::<Vec<_>>();
    let newly = Memo::new(move |_| store.with(Session::newly_asked));
    let newly = move || {
        (!newly.with(Vec::is_empty)).then(|| {
            parts![
                el("h2").child(i18n.t("supplement-newly")),
                questions(store, newly)
            ]
        })
    };
    let back = Route::Dossier(code.clone()).href();
    let is_shared = storage::keeping() == Keeping::Tab;
    frame(
        Some((back, i18n.t("back"))),
        parts![
            super::sign_in::watch(),
            super::tabs(store),
            live(summary),
            el("p")
                .class("caption")
                .child(i18n.text(&crate::portal::text_of(&name)))
                .child(" · ")
                .child(grouped(&code)),
            el("h1").child(i18n.t("supplement-title")),
            el("p").child(i18n.t("supplement-only")),
            until,
            contact,
            el("form")
                .attr("autocomplete", is_shared.then_some("off"))
                .attr("novalidate", true)
                .on_submit(move || submit(false))
                .child(flaws)
                .child(live(newly))
                .child(
                    el("div")
                        .attr("role", "status")
                        .id("sending")
                        .child(live(state))
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
                                .child(i18n.t("supplement-send"))
                        )
                        .child(saved(store, i18n))
                ),
            trouble::other_way()
        ],
    )
}

/// One thing that is wrong: what, in the officer's words too, how to put it right, the law; and the question.
fn section(store: WizardStore, flaw: &Flaw, i18n: I18n) -> El {
    let label = label_of(store, &flaw.pointer, i18n);
    let known = REASONS.contains(&flaw.reason.as_str());
    let reason =
        known.then(|| el("p").child(el("strong").child(i18n.t(&format!("flaw-{}", flaw.reason)))));
    let how = known.then(|| {
        el("p")
            .child(i18n.t("flaw-how"))
            .child(" ")
            .child(i18n.t(&format!("flaw-{}-how", flaw.reason)))
    });
    let note = (!flaw.note.is_empty()).then(|| {
        el("p")
            .class("as-written")
            .child(i18n.t("flaw-note"))
            .child(" ")
            .child(i18n.text(&Text::new("vi", &flaw.note)))
    });
    let law = (!flaw.source.is_empty()).then(|| {
        el("p")
            .class("meta")
            .child(i18n.t("legal-basis"))
            .child(" ")
            .child(el("bdi").attr("lang", "vi").child(flaw.source.clone()))
    });
    let pointer = flaw.pointer.clone();
    let asked = {
        let pointer = pointer.clone();
        Memo::new(move |_| store.with(|session| session.asked_at(&pointer)))
    };
    let list = store.now(|session| session.repeat_at(&pointer));
    let more = list.map(|path| {
        let add = move |_| drop(store.send(Event::RowAdded(path.field.clone())));
        el("p").child(
            el("button")
                .attr("type", "button")
                .class("secondary")
                .on_press(add)
                .child(i18n.t("supplement-add-row")),
        )
    });
    // A row that is not there any more can't be changed: it is said, and what to do.
    let gone = asked
        .with_untracked(Vec::is_empty)
        .then(|| el("p").child(i18n.t("flaw-not-there")));
    el("section")
        .class("flaw")
        .child(el("h2").child(label))
        .child(
            notice("warning")
                .child(reason)
                .child(note)
                .child(how)
                .child(law),
        )
        .child(gone)
        .child(questions(store, asked))
        .child(more)
}

/// What was marked and is as it was sent, by name. What is wrong now is said first; and what can't be changed here
/// (a row that is gone) is not asked about.
fn unchanged(store: WizardStore, flaws: &[Flaw], sent: &Value, i18n: I18n) -> Vec<String> {
    let now = store.now(|session| {
        let submission = session.submission().ok()?;
        Some(submission.answers().clone())
    });
    let Some(now) = now else {
        return Vec::new();
    };
    let is_same = |flaw: &&Flaw| {
        let place = flaw.pointer.strip_prefix("/answers");
        place.is_some_and(|place| {
            let is_there = store.now(|session| !session.asked_at(&flaw.pointer).is_empty());
            is_there && now.pointer(place) == sent.pointer(place)
        })
    };
    let flaws = flaws.iter().filter(is_same);
    flaws
        .map(|flaw| label_of(store, &flaw.pointer, i18n))
        .collect()
}

/// The question that a flaw is about, with its row.
fn label_of(store: WizardStore, pointer: &str, i18n: I18n) -> String {
    let found = FieldPath::from_pointer(pointer).and_then(|(path, _)| {
        store.now(|session| {
            let form = session.form();
            let label = |path: &FieldPath| {
                let field = form.field(path)?;
                Some(i18n.text(&field.definition.label).text)
            };
            let own = label(&path)?;
            let Some((repeat, row)) = &path.row else {
                return Some(own);
            };
            let repeat = form.field(&FieldPath::top(repeat.as_str()))?;
            let item = match repeat.kind() {
                KindDefinition::Repeat(kind) => i18n.text(&kind.item).text,
                _ => return None,
            };
            Some(format!("{item} {}: {own}", row + 1))
        })
    });
    found.unwrap_or_else(|| i18n.s("flaw-of-all"))
}

fn questions(store: WizardStore, paths: Memo<Vec<FieldPath>>) -> AnyView {
    let question = move |path: FieldPath| {
        let first = store.now(|session| session.view(&Place::Supplement, &path));
        let Some(first) = first else {
            return ().into_any();
        };
        let view = Memo::new(move |_| {
            store
                .with(|session| session.view(&Place::Supplement, &path))
                .unwrap_or_else(|| first.clone())
        });
        // Drawn anew when something else than this question has written its answer.
        let drawn = Memo::new(move |_| view.with(|view| view.written));
        live(move || {
            // Read, not only tracked: a memo that nobody reads follows nothing.
            drawn.get();
            fields::field(view, Heading::Under)
        })
    };
    listed(paths, question)
}

/// Where it is told what becomes of sending.
#[derive(Clone, Copy)]
struct Told {
    i18n: I18n,
    announcer: Announcer,
    sending: RwSignal<Sending>,
}

/// Sends what was put right; where the dossier stands then, if it was taken.
async fn send(
    code: &str,
    id: &str,
    proof: &str,
    store: WizardStore,
    told: Told,
) -> Option<Tracking> {
    let Told {
        i18n,
        announcer,
        sending,
    } = told;
    let checked = store.update(|session| session.check_again().is_ok());
    if checked != Some(true) {
        focus_soon(error_summary::ID.into());
        return None;
    }
    let told = |state| drop(sending.try_set(state));
    told(Sending::UnderWay);
    store.save().await;
    let outgoing = store.now(|session| {
        let words = in_words(i18n.original(), session, Layout::Steps);
        session
            .submission()
            .map(|submission| (submission.answers().clone(), words))
    });
    let (answers, in_words) = match outgoing {
        Ok(outgoing) => outgoing,
        Err(problems) => {
            // Something that was not asked for is wrong now; that is for the office to say.
            let label = |problem: &Problem| {
                let field = store.now(|session| session.form().field(&problem.path).cloned())?;
                Some(i18n.text(&field.definition.label).text)
            };
            let labels = problems.iter().filter_map(label).collect();
            told(Sending::Refused(labels));
            return None;
        }
    };
    let answer = SupplementAnswer { answers, in_words };
    // The request has one answer: its name is the key, however often it is sent.
    let key = format!("supplement-{id}");
    let desk = store.portal().desk();
    match desk.put_right(code, proof, id, answer, &key).await {
        Ok(tracking) => {
            store.end();
            draft::delete(&format!("{PUT_RIGHT}{code}")).await;
            announcer.say(i18n.s("supplement-sent"));
            return Some(tracking);
        }
        Err(PortalError::Rejected(problems)) => {
            let (mut placed, mut rest) = (Vec::new(), Vec::new());
            for (pointer, words) in problems {
                match Problem::from_portal(&pointer, &words) {
                    Some(problem) => placed.push(problem),
                    None => rest.push(words),
                }
            }
            let shown = !placed.is_empty();
            store.update(|session| session.reject_again(placed));
            told(match rest.is_empty() {
                true => Sending::Idle,
                false => Sending::Refused(rest),
            });
            if shown {
                focus_soon(error_summary::ID.into());
            }
        }
        Err(error) => told(Sending::Failed(error)),
    }
    None
}
