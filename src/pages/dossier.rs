//! `/dossiers/:code`: the receipt, and where the dossier stands.

use leptos::prelude::*;
use leptos::task::spawn_local;
use portal_wire::{Status, StatusChange, Tracking};

use super::{frame, title, trouble, use_portal_info};
use crate::hooks::{focus_soon, use_navigator, use_page};
use crate::i18n::{I18n, use_i18n};
use crate::platform::dom;
use crate::portal::{PortalError, text_of};
use crate::route::Route;
use crate::ui::live::{flag, live, live_text, press, submit, typed};
use crate::ui::live_region::use_announcer;
use crate::ui::notice::Notice;
use crate::ui::summary_list;
use crate::wizard::draft::{self, SentDossier};
use crate::wizard::{Proven, Wizards};

/// What is known of the dossier.
#[derive(Clone, PartialEq)]
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

pub(super) fn dossier(code: String) -> impl IntoView {
    let wizards = expect_context::<Wizards>();
    let navigator = use_navigator();
    let portal = wizards.portal();
    let known = RwSignal::new(Known::Looking);
    let receipt = RwSignal::new(None::<SentDossier>);
    let proof = StoredValue::new(String::new());
    let ask = {
        let code = code.clone();
        move || {
            let code = code.clone();
            spawn_local(async move {
                let word = proof.get_value();
                let needed = matches!(known.get_untracked(), Known::NeedsProof(_));
                let next = match portal.get().track(&code, &word).await {
                    Ok(tracking) if needed => {
                        // What it shows now is another page: it is changed to like one.
                        wizards.set_proven(Proven {
                            code,
                            proof: word,
                            tracking,
                        });
                        return navigator.turn_page();
                    }
                    Ok(tracking) => Known::Here(tracking),
                    Err(error) if needed => Known::NeedsProof(Some(error)),
                    Err(error) => Known::Failed(error),
                };
                drop(known.try_set(next));
            });
        }
    };
    if let Some(proven) = wizards.proven(&code) {
        proof.set_value(proven.proof);
        known.set(Known::Here(proven.tracking));
    } else {
        let (ask, code) = (ask.clone(), code.clone());
        spawn_local(async move {
            match draft::receipt(&code).await {
                Some(sent) => {
                    proof.set_value(sent.receipt.lookup.clone());
                    drop(receipt.try_set(Some(sent)));
                    drop(known.try_set(Known::Asking));
                    ask();
                }
                None => drop(known.try_set(Known::NeedsProof(None))),
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
            Some(false) => receipt_page(code, known, receipt, ask),
        }
    })
}

/// The code as people read it aloud: in groups.
fn grouped(code: &str) -> AnyView {
    let groups = code.split('-').enumerate().map(|(n, part)| {
        let dash = (n > 0).then_some("-");
        view! { {dash}<span class="code-group">{part.to_string()}</span> }
    });
    view! { <bdi class="code">{groups.collect::<Vec<_>>()}</bdi> }.into_any()
}

fn proof_form(
    code: String,
    known: RwSignal<Known>,
    proof: StoredValue<String>,
    ask: impl Fn() + 'static,
) -> AnyView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    use_page(move || title(i18n, info, &[&i18n.s("proof-title")]));
    let missing = RwSignal::new(false);
    let send = move || {
        missing.set(proof.with_value(|word| word.trim().is_empty()));
        if missing.get_untracked() {
            focus_soon("proof".into());
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
        words.map(|words| view! { <p class="error" id="proof-error"><span class="visually-hidden">{i18n.t("error-prefix")}" "</span>{words}</p> })
    };
    let wrong = move || missing.get() || matches!(known.get(), Known::NeedsProof(Some(_)));
    Effect::new(move |first: Option<()>| {
        if wrong() && first.is_some() {
            focus_soon("proof".into());
        }
    });
    frame(
        Some(("/".into(), i18n.t("back-home"))),
        view! {
            <h1>{i18n.t("proof-title")}</h1>
            <p>{i18n.t("dossier-code")}": "{grouped(&code)}</p>
            <form novalidate on:submit=submit(send)>
                <div class="field" data-field="proof">
                    <label for="proof">{i18n.t("proof-label")}</label>
                    <p class="hint" id="proof-hint">{i18n.t("proof-hint")}</p>
                    {live(problem)}
                    <input
                        id="proof"
                        type="text"
                        class="input"
                        data-width="code"
                        autocomplete="off"
                        spellcheck="false"
                        aria-describedby=live_text(move || if wrong() { "proof-hint proof-error" } else { "proof-hint" }.to_string())
                        aria-invalid=flag("true", wrong)
                        on:input=typed(move |text| proof.set_value(text))
                    />
                </div>
                <button type="submit" class="primary">{i18n.t("proof-button")}</button>
            </form>
            {trouble::other_way()}
        },
    )
}

fn receipt_page(
    code: String,
    known: RwSignal<Known>,
    receipt: RwSignal<Option<SentDossier>>,
    ask: impl Fn() + Clone + Send + Sync + 'static,
) -> AnyView {
    let (i18n, info, announcer) = (use_i18n(), use_portal_info(), use_announcer());
    let sent = receipt.get_untracked();
    let heading = if sent.is_some() {
        "receipt-title"
    } else {
        "tracking-title"
    };
    let in_title = code.clone();
    use_page(move || title(i18n, info, &[&i18n.s(heading), &in_title]));
    let head = sent.clone().map(|sent| receipt_head(i18n, sent));
    let status = {
        let ask = ask.clone();
        move || match known.get() {
            Known::Here(tracking) => standing(i18n, tracking),
            Known::Failed(error) => {
                let again = {
                    let ask = ask.clone();
                    move |_| ask()
                };
                view! {
                    <Notice kind="error">
                        <p>{i18n.t(&format!("trouble-{}", error.name()))}</p>
                        <p>{i18n.t("tracking-safe")}</p>
                        <button type="button" class="secondary" on:click=press(again)>{i18n.t("try-again")}</button>
                    </Notice>
                }
                .into_any()
            }
            _ => view! { <p>{i18n.t("tracking-asking")}</p> }.into_any(),
        }
    };
    let refresh = move |_| {
        ask();
        announcer.say(i18n.s("tracking-asking"));
    };
    let forget = sent.map(|sent| forget(i18n, sent.receipt.code));
    frame(
        Some(("/".into(), i18n.t("back-home"))),
        view! {
            <h1>{i18n.t(heading)}</h1>
            <p class="code-line">{i18n.t("dossier-code")}" "{grouped(&code)}</p>
            {head}
            <h2>{i18n.t("status-title")}</h2>
            {live(status)}
            <p class="no-print row-actions">
                <button type="button" class="secondary" on:click=press(refresh)>{i18n.t("tracking-refresh")}</button>
                <button type="button" class="link" on:click=press(|_| dom::print())>{i18n.t("receipt-print")}</button>
            </p>
            {trouble::other_way()}
            {forget}
        },
    )
}

/// What a person keeps of a dossier that was sent from this device.
fn receipt_head(i18n: I18n, sent: SentDossier) -> AnyView {
    let name = i18n.text(&text_of(&sent.name)).view();
    let lookup = sent.receipt.lookup.clone();
    let time = i18n.time_of(&sent.receipt.received_at);
    let rows = vec![
        summary_list::row(i18n.t("receipt-procedure"), name, None),
        summary_list::row(
            i18n.t("receipt-lookup"),
            view! { <bdi class="code">{lookup}</bdi> },
            None,
        ),
        summary_list::row(i18n.t("receipt-time"), time, None),
    ];
    view! {
        {summary_list::list(rows)}
        <p>{i18n.t("receipt-keep")}</p>
        <h2>{i18n.t("receipt-next-title")}</h2>
        <p>{i18n.t("receipt-next")}</p>
    }
    .into_any()
}

/// Where it stands: first what the citizen must do, then how it came there.
fn standing(i18n: I18n, tracking: Tracking) -> AnyView {
    let Tracking {
        status,
        history,
        agency,
        name,
        ..
    } = tracking;
    let agency = text_of(&agency);
    let agency = (!agency.is_empty())
        .then(|| view! { <p>{i18n.t("agency-title")}": "{i18n.text(&agency).view()}</p> });
    let name = text_of(&name);
    let name = (!name.is_empty()).then(|| view! { <p>{i18n.text(&name).view()}</p> });
    let lines = history
        .iter()
        .rev()
        .map(|change| change_line(i18n, change))
        .collect::<Vec<_>>();
    view! {
        <Notice kind=kind_of(status)>
            <p><strong>{i18n.t(&format!("status-{}-do", status.name()))}</strong></p>
            <p>{i18n.t("status-now")}" "{i18n.t(&format!("status-{}", status.name()))}</p>
        </Notice>
        {name}
        {agency}
        <h3>{i18n.t("history-title")}</h3>
        <ol class="history" reversed>{lines}</ol>
    }
    .into_any()
}

fn change_line(i18n: I18n, change: &StatusChange) -> AnyView {
    let time = i18n.time_of(&change.at);
    let lang = (i18n.locale_now() != "vi").then_some("vi");
    let note = change
        .note
        .clone()
        .map(|note| view! { <p lang=lang>{note}</p> });
    view! {
        <li>
            <p><strong>{i18n.t(&format!("status-{}", change.status.name()))}</strong></p>
            <p class="meta"><time datetime=change.at.clone()>{time}</time></p>
            {note}
        </li>
    }
    .into_any()
}

fn kind_of(status: Status) -> &'static str {
    match status {
        Status::DocumentsRequested | Status::PaymentDue | Status::NotAccepted | Status::Stopped => {
            "warning"
        }
        Status::Decided | Status::Delivered => "done",
        _ => "info",
    }
}

/// A shared device should not keep what opens somebody's dossier.
fn forget(i18n: I18n, code: String) -> AnyView {
    let navigator = crate::hooks::use_navigator();
    let forget = move |_| {
        let code = code.clone();
        spawn_local(async move {
            draft::forget_receipt(&code).await;
            navigator.go(&Route::Home);
        });
    };
    view! {
        <div class="no-print">
            <h2>{i18n.t("forget-title")}</h2>
            <p>{i18n.t("forget")}</p>
            <button type="button" class="secondary" on:click=press(forget)>{i18n.t("forget-button")}</button>
        </div>
    }
    .into_any()
}
