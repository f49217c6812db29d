//! `/dossiers/:code`: the receipt, and where the dossier stands.

use crate::platform::spawn;
use crate::provided::provided;
use crate::ui::el::{el, parts};
use crate::ui::error_message::error_message;
use leptos::prelude::*;
use portal_wire::Tracking;
use procedure::is_blank;

use super::standing::{Case, first, standing};
use super::{frame, title, trouble, use_portal_info};
use crate::hooks::{focus_soon, use_navigator, use_page};
use crate::i18n::{I18n, use_i18n};
use crate::platform::{clock, dom, intl};
use crate::portal::{PortalError, Status, text_of};
use crate::route::Route;
use crate::ui::live::{always, flag, follow, live};
use crate::ui::live_region::use_announcer;
use crate::ui::notice::notice;
use crate::ui::summary_list;
use crate::wizard::draft::{self, SentDossier};
use crate::wizard::{Proven, Wizards};

/// What is known of the dossier.
#[derive(Clone, PartialEq)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(
        clippy::large_enum_variant,
        reason = "there is one, for as long as its page"
    )
)]
enum Known {
    /// Looking on the device.
    Looking,
    /// Nobody here has its proof yet; perhaps one was tried.
    NeedsProof(Option<PortalError>),
    /// The portal was asked.
    Asking,
    /// The portal does not tell now.
    Failed(PortalError),
    /// Here it is.
    Here(Tracking),
}

/// The page.
pub fn dossier(code: String) -> AnyView {
    let wizards = provided::<Wizards>();
    let navigator = use_navigator();
    let portal = wizards.portal();
    let known = RwSignal::new(Known::Looking);
    let receipt = RwSignal::new(None::<SentDossier>);
    let proof = StoredValue::new(String::new());
    let (i18n, announcer) = (use_i18n(), use_announcer());
    // Whether somebody has pressed a button and waits to hear what came of it.
    let aloud = StoredValue::new(false);
    let ask = {
        let code = code.clone();
        move || {
            let code = code.clone();
            spawn(async move {
                let word = proof.get_value();
                let needed = matches!(known.get_untracked(), Known::NeedsProof(_));
                let next = match portal.desk().track(&code, &word).await {
                    Ok(tracking) if needed => {
                        // What it shows now is another page: it is changed to like one.
                        wizards.set_proven(Proven {
                            code,
                            proof: word,
                            tracking,
                        });
                        return navigator.turn_page();
                    }
                    Ok(tracking) => {
                        if aloud.try_get_value() == Some(true) {
                            let before = known.with_untracked(|known| match known {
                                Known::Here(before) => Some(before.clone()),
                                _ => None,
                            });
                            announcer.say(news(i18n, before.as_ref(), &tracking));
                        }
                        Known::Here(tracking)
                    }
                    Err(error) if needed => Known::NeedsProof(Some(error)),
                    Err(error) => {
                        if aloud.try_get_value() == Some(true) {
                            announcer.say(i18n.s(&format!("trouble-{}", error.name())));
                        }
                        Known::Failed(error)
                    }
                };
                drop(known.try_set(next));
            });
        }
    };
    if let Some(proven) = wizards.proven(&code) {
        proof.set_value(proven.proof);
        let code = code.clone();
        spawn(async move {
            // Sent from this device: the page has its receipt too.
            drop(receipt.try_set(draft::receipt(&code).await));
            drop(known.try_set(Known::Here(proven.tracking)));
        });
    } else {
        let (ask, code) = (ask.clone(), code.clone());
        spawn(async move {
            match draft::receipt(&code).await {
                Some(sent) => {
                    proof.set_value(sent.receipt.lookup.clone());
                    drop(receipt.try_set(Some(sent)));
                    drop(known.try_set(Known::Asking));
                    ask();
                }
                // The owner who has signed in needs none.
                None => {
                    let mine = match wizards.is_somebody().await {
                        true => portal.desk().track(&code, "").await.ok(),
                        false => None,
                    };
                    let next = mine.map_or(Known::NeedsProof(None), Known::Here);
                    drop(known.try_set(next));
                }
            }
        });
    }
    // Which of the two pages it is does not change while the portal is asked again.
    let needs_proof = Memo::new(move |_| {
        known.with(|known| match known {
            Known::Looking => None,
            Known::NeedsProof(_) => Some(true),
            _ => Some(false),
        })
    });
    live(move || {
        let (code, ask) = (code.clone(), ask.clone());
        match needs_proof.get() {
            None => ().into_any(),
            Some(true) => proof_form(code, known, proof, ask),
            Some(false) => receipt_page(code, known, receipt, proof, ask, aloud),
        }
    })
}

/// The code as people read it aloud: in groups.
pub(super) fn grouped(code: &str) -> AnyView {
    let groups = code.split('-').enumerate().map(|(n, part)| {
        let dash = (n > 0).then_some("-");
        parts![dash, el("span").class("code-group").child(part.to_string())]
    });
    el("bdi")
        .class("code")
        .child(groups.collect::<Vec<_>>())
        .into_any()
}

fn proof_form(
    code: String,
    known: RwSignal<Known>,
    proof: StoredValue<String>,
    ask: impl Fn() + 'static,
) -> AnyView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    let missing = RwSignal::new(false);
    let send = move || {
        missing.set(proof.with_value(|word| is_blank(word)));
        if missing.get_untracked() {
            focus_soon("lookup-word".into());
        } else {
            ask();
        }
    };
    let problem = move || {
        let words = match known.get() {
            _ if missing.get() => Some(i18n.t("proof-missing")),
            Known::NeedsProof(Some(PortalError::NotFound)) => Some(i18n.t("proof-wrong")),
            Known::NeedsProof(Some(PortalError::TooMany(_))) => Some(i18n.t("proof-too-often")),
            Known::NeedsProof(Some(error)) => Some(i18n.t(&format!("trouble-{}", error.name()))),
            _ => None,
        };
        words.map(|words| error_message("lookup-word-error", words))
    };
    let wrong = move || missing.get() || matches!(known.get(), Known::NeedsProof(Some(_)));
    use_page(move || {
        let error = match wrong() {
            true => i18n.s("title-error"),
            false => String::new(),
        };
        title(i18n, info, &[&format!("{error}{}", i18n.s("proof-title"))])
    });
    follow(move |first| {
        if wrong() && !first {
            focus_soon("lookup-word".into());
        }
    });
    frame(
        Some(("/".into(), i18n.t("back-home"))),
        parts![
            el("h1").child(i18n.t("proof-title")),
            el("p")
                .child(i18n.t("dossier-code"))
                .child(": ")
                .child(grouped(&code)),
            el("p").child(
                el("a")
                    .class("alone")
                    .attr("href", "/")
                    .child(i18n.t("proof-other-code"))
            ),
            el("form")
                .attr("novalidate", true)
                .on_submit(send)
                .child(
                    el("div")
                        .class("field")
                        .attr("data-field", "lookup-word")
                        .child(
                            el("label")
                                .attr("for", "lookup-word")
                                .child(i18n.t("proof-label"))
                        )
                        .child(
                            el("p")
                                .class("hint")
                                .id("lookup-word-hint")
                                .child(i18n.t("proof-hint"))
                        )
                        .child(live(problem))
                        .child(
                            el("input")
                                .id("lookup-word")
                                .attr("type", "text")
                                .class("input")
                                .attr("data-width", "code")
                                .attr("autocomplete", "off")
                                .attr("spellcheck", "false")
                                .attr(
                                    "aria-describedby",
                                    always(move || if wrong() {
                                        "lookup-word-hint lookup-word-error"
                                    } else {
                                        "lookup-word-hint"
                                    }
                                    .to_string())
                                )
                                .attr("aria-invalid", flag("true", wrong))
                                .on_typed(move |text| proof.set_value(text))
                        )
                )
                .child(
                    el("button")
                        .attr("type", "submit")
                        .class("primary")
                        .child(i18n.t("proof-button"))
                ),
            trouble::other_way()
        ],
    )
}

fn receipt_page(
    code: String,
    known: RwSignal<Known>,
    receipt: RwSignal<Option<SentDossier>>,
    proof: StoredValue<String>,
    ask: impl Fn() + Clone + Send + Sync + 'static,
    aloud: StoredValue<bool>,
) -> AnyView {
    let (i18n, info, announcer) = (use_i18n(), use_portal_info(), use_announcer());
    let sent = receipt.get_untracked();
    // What is redrawn is only what has changed: somebody may be writing below.
    // What was known last stays while the portal does not answer.
    let tracking = Memo::new(move |before: Option<&Option<Tracking>>| match known.get() {
        Known::Here(tracking) => Some(tracking),
        Known::Asking | Known::Failed(_) => before.cloned().flatten(),
        Known::Looking | Known::NeedsProof(_) => None,
    });
    let status = Memo::new(move |_| tracking.with(|now| now.as_ref().map(|now| now.status)));
    let is_new = sent.as_ref().is_some_and(is_new);
    let heading = Memo::new(move |_| {
        let waits = status
            .get()
            .is_none_or(|status| status == Status::Submitted);
        match is_new && waits {
            true => "receipt-title",
            false => "tracking-title",
        }
    });
    let in_title = code.clone();
    use_page(move || title(i18n, info, &[&i18n.s(heading.get()), &in_title]));
    let is_named = sent.is_some();
    let head = sent.clone().map(|sent| receipt_head(i18n, sent));
    let state = move || match status.get() {
        None => parts![i18n.t("status-title")],
        Some(status) => parts![
            i18n.t("status-now"),
            " ",
            i18n.t(&format!("status-{}", status.name()))
        ],
    };
    let trouble = Memo::new(move |_| match known.get() {
        Known::Failed(error) => Some(error),
        _ => None,
    });
    let failed = {
        let ask = ask.clone();
        move || {
            trouble.get().map(|error| {
                let is_known = tracking.with_untracked(Option::is_some);
                let last = is_known.then(|| el("p").child(i18n.t("tracking-last")));
                let again = {
                    let ask = ask.clone();
                    move |_| {
                        aloud.set_value(true);
                        ask();
                        // The button goes while it is asked.
                        focus_soon("status".into());
                    }
                };
                notice("error")
                    .child(el("p").child(i18n.t(&format!("trouble-{}", error.name()))))
                    .child(el("p").child(i18n.t("tracking-safe")))
                    .child(last)
                    .child(
                        el("button")
                            .attr("type", "button")
                            .class("secondary")
                            .on_press(again)
                            .child(i18n.t("try-again")),
                    )
            })
        }
    };
    let waiting = move || {
        let is_waiting = tracking.with(Option::is_none) && trouble.with(Option::is_none);
        is_waiting.then(|| el("p").child(i18n.t("tracking-asking")))
    };
    let refresh = {
        let ask = ask.clone();
        move |_| {
            aloud.set_value(true);
            ask();
            announcer.say(i18n.s("tracking-asking"));
        }
    };
    let came = Callback::new(move |tracking: Tracking| drop(known.try_set(Known::Here(tracking))));
    let case = Case {
        code: StoredValue::new(code.clone()),
        proof,
        tracking,
        came,
    };
    keep_looking(case, i18n);
    let forget = sent.map(|sent| forget(i18n, sent.receipt.code));
    frame(
        Some(("/".into(), i18n.t("back-home"))),
        parts![
            el("h1").child(live(move || i18n.t(heading.get()))),
            el("p")
                .class("code-line")
                .child(i18n.t("dossier-code"))
                .child(" ")
                .child(grouped(&code)),
            el("h2")
                .id("status")
                .attr("tabindex", "-1")
                .child(live(state)),
            live(failed),
            live(waiting),
            first(case),
            head,
            standing(case, is_named),
            el("p")
                .class("no-print row-actions")
                .child(
                    el("button")
                        .attr("type", "button")
                        .class("secondary")
                        .on_press(refresh)
                        .child(i18n.t("tracking-refresh"))
                )
                .child(
                    el("button")
                        .attr("type", "button")
                        .class("link")
                        .on_press(|_| dom::print())
                        .child(i18n.t("receipt-print"))
                ),
            trouble::other_way(),
            forget
        ],
    )
}

/// Milliseconds between two looks at a dossier whose page is open.
const PAUSE: i32 = 15_000;

/// A change reaches an open page by itself, and is told quietly. It ends with the page.
fn keep_looking(case: Case, i18n: I18n) {
    let (announcer, portal) = (use_announcer(), provided::<Wizards>().portal());
    spawn(async move {
        loop {
            clock::sleep(PAUSE).await;
            let (Some(Some(before)), Some(code)) =
                (case.tracking.try_get_untracked(), case.code.try_get_value())
            else {
                // Nothing is known yet, or the page is gone.
                match case.code.try_get_value() {
                    Some(_) => continue,
                    None => return,
                }
            };
            if !dom::is_seen() {
                continue;
            }
            let Some(proof) = case.proof.try_get_value() else {
                return;
            };
            // What cannot be had now is asked for again later.
            let Ok(tracking) = portal.desk().track(&code, &proof).await else {
                continue;
            };
            if case.code.try_get_value().is_none() {
                return;
            }
            if tracking != before {
                announcer.say(news(i18n, Some(&before), &tracking));
                case.came.run(tracking);
            }
        }
    });
}

/// What is new, aloud: the status, where it or nothing else has changed; parts of a group; messages; results.
fn news(i18n: I18n, before: Option<&Tracking>, now: &Tracking) -> String {
    let status = |status: Status| i18n.s(&format!("status-{}", status.name()));
    let mut lines = Vec::new();
    if let Some(before) = before {
        for part in &now.components {
            let is_same = before
                .components
                .iter()
                .any(|was| was.id == part.id && was.status == part.status);
            if !is_same {
                let name = i18n.text(&text_of(&part.name)).text;
                lines.push(format!("{name}: {}.", status(part.status)));
            }
        }
        if now.messages.len() > before.messages.len() {
            lines.push(i18n.s("message-new"));
        }
        if now.results.len() > before.results.len() {
            lines.push(i18n.s("result-new"));
        }
    }
    let is_same = before.is_some_and(|before| before.status == now.status);
    if !is_same || lines.is_empty() {
        lines.insert(
            0,
            format!("{} {}.", i18n.s("status-now"), status(now.status)),
        );
    }
    lines.join(" ")
}

/// What a person keeps of a dossier that was sent from this device.
fn receipt_head(i18n: I18n, sent: SentDossier) -> AnyView {
    let name = i18n.text(&text_of(&sent.name));
    let lookup = sent.receipt.lookup.clone();
    let time = i18n.time_of(&sent.receipt.received_at);
    let rows = vec![
        summary_list::row(i18n.t("receipt-procedure"), name, None),
        summary_list::row(
            i18n.t("receipt-lookup"),
            el("bdi").class("code").child(lookup),
            None,
        ),
        summary_list::row(i18n.t("receipt-time"), time, None),
    ];
    parts![
        summary_list::list(rows),
        el("p").child(i18n.t("receipt-keep"))
    ]
}

/// Whether it was sent within the hour: what counts then is that it has arrived.
fn is_new(sent: &SentDossier) -> bool {
    const HOUR: f64 = 3_600_000.0;
    let received = intl::parse_moment(&sent.receipt.received_at);
    received.is_some_and(|received| clock::moment() - received < HOUR)
}

/// A shared device should not keep what opens somebody's dossier.
fn forget(i18n: I18n, code: String) -> AnyView {
    let (navigator, announcer) = (use_navigator(), use_announcer());
    let forget = move |_| {
        let code = code.clone();
        spawn(async move {
            draft::forget_receipt(&code).await;
            navigator.go(&Route::Home);
            announcer.say(i18n.s("forgotten"));
        });
    };
    el("div")
        .class("no-print")
        .child(el("h2").child(i18n.t("forget-title")))
        .child(el("p").child(i18n.t("forget")))
        .child(
            el("button")
                .attr("type", "button")
                .class("secondary")
                .on_press(forget)
                .child(i18n.t("forget-button")),
        )
        .into_any()
}
