//! `/`: find a procedure, go on with a draft, see where a dossier stands.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{frame, title, use_portal_info};
use crate::hooks::{focus_soon, use_navigator, use_page};
use crate::i18n::{Arg, use_i18n};
use crate::platform::clock::{self, Timer};
use crate::portal::{Found, PortalError};
use crate::route::Route;
use crate::ui::live::{flag, live, live_text, press, submit, typed};
use crate::ui::live_region::use_announcer;
use crate::wizard::Wizards;
use crate::wizard::draft::{self, Kept, SentDossier};

/// Milliseconds without a key before the portal is asked.
const PAUSE: i32 = 350;

pub(super) fn home() -> impl IntoView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    use_page(move || title(i18n, info, &[&i18n.s("home-title")]));
    frame(
        None,
        view! {
            <h1>{i18n.t("home-title")}</h1>
            {search()}
            {drafts()}
            {tracking()}
        },
    )
}

/// What became of a search.
#[derive(Clone, PartialEq)]
enum Results {
    Waiting,
    Found(Vec<Found>),
    Failed(PortalError),
}

fn search() -> AnyView {
    let (i18n, navigator, announcer) = (use_i18n(), use_navigator(), use_announcer());
    let portal = expect_context::<Wizards>().portal();
    let results = RwSignal::new(Results::Waiting);
    let serial = StoredValue::new(0_u32);
    let timer = StoredValue::new_local(None::<Timer>);
    // Waiting is spoken of only when it takes a while.
    let slow = RwSignal::new(false);
    let patience = clock::after(500, move || slow.set(true));
    StoredValue::new_local(patience);
    let ask = move |query: String, aloud: bool| {
        serial.update_value(|n| *n += 1);
        let mine = serial.get_value();
        spawn_local(async move {
            let answer = portal.get().search(&query).await;
            // A later question has been asked, or the page is gone.
            if serial.try_get_value() != Some(mine) {
                return;
            }
            let next = answer.map_or_else(Results::Failed, Results::Found);
            if aloud && let Results::Found(found) = &next {
                announcer.say(i18n.sr("search-found", &[("n", Arg::Number(found.len() as f64))]));
            }
            results.set(next);
        });
    };
    let first = navigator.query_now("q").unwrap_or_default();
    ask(first.clone(), false);
    let seek = move |query: String| {
        // Somebody who was faster than the pause has gone to another page: its address stays.
        if navigator.route_now() != Route::Home {
            return;
        }
        let address = match query.trim() {
            "" => "/".to_string(),
            query => format!("/?q={}", portal_wire::endpoint::encode(query)),
        };
        navigator.replace_with(&address);
        ask(query, true);
    };
    let words = RwSignal::new(first.clone());
    let on_input = move |text: String| {
        words.set(text);
        timer.set_value(clock::after(PAUSE, move || seek(words.get_untracked())));
    };
    let send = move || {
        timer.set_value(None);
        seek(words.get_untracked());
    };
    let list = move || match results.get() {
        Results::Waiting if slow.get() => view! { <p>{i18n.t("waiting")}</p> }.into_any(),
        Results::Waiting => ().into_any(),
        Results::Failed(error) => {
            let again = move |_| ask(words.get_untracked(), true);
            let key = format!("trouble-{}", error.name());
            view! {
                <div class="notice" data-kind="error">
                    <p>{i18n.t(&key)}</p>
                    <button type="button" class="secondary" on:click=press(again)>{i18n.t("try-again")}</button>
                </div>
            }
            .into_any()
        }
        Results::Found(found) if found.is_empty() => {
            view! { <p>{i18n.t("search-nothing")}</p> }.into_any()
        }
        Results::Found(found) => {
            let items = found.into_iter().map(|found| {
                let href = Route::Procedure(found.code.clone()).href();
                view! {
                    <li>
                        <a href=href>{i18n.text(&found.name).view()}</a>
                        <p>{i18n.text(&found.summary).view()}</p>
                        <p class="meta">{i18n.text(&found.agency).view()}" · "{found.code}</p>
                    </li>
                }
            });
            view! { <ul class="results">{items.collect::<Vec<_>>()}</ul> }.into_any()
        }
    };
    view! {
        <section aria-labelledby="search-title">
            <form role="search" action="/" on:submit=submit(send)>
                <h2 id="search-title"><label for="search">{i18n.t("search-label")}</label></h2>
                <p class="hint" id="search-hint">{i18n.t("search-hint")}</p>
                <div class="search-row">
                    <input
                        id="search"
                        name="q"
                        type="search"
                        class="input"
                        autocomplete="off"
                        aria-describedby="search-hint"
                        prop:value=first
                        on:input=typed(on_input)
                    />
                    <button type="submit" class="primary">{i18n.t("search-button")}</button>
                </div>
            </form>
            {live(list)}
        </section>
    }
    .into_any()
}

/// Drafts and sent dossiers on this device.
fn drafts() -> AnyView {
    let i18n = use_i18n();
    let wizards = expect_context::<Wizards>();
    let announcer = use_announcer();
    let kept = RwSignal::new((Vec::<Kept>::new(), Vec::<SentDossier>::new()));
    let load = move || {
        spawn_local(async move {
            let both = (draft::all().await, draft::receipts().await);
            drop(kept.try_set(both));
        });
    };
    load();
    let delete = move |code: String| {
        spawn_local(async move {
            wizards.forget(&code);
            draft::delete(&code).await;
            announcer.say(i18n.s("draft-deleted"));
            load();
            focus_soon("search".into());
        });
    };
    let draft_line = move |kept: Kept| {
        let text = |texts| i18n.text(&crate::portal::text_of(texts));
        let name = text(&kept.name);
        let step = (!kept.step.is_empty()).then(|| {
            let step = text(&kept.step).view();
            view! { <p>{i18n.t("draft-step")}" "{step}</p> }
        });
        let time = i18n.moment(kept.saved_at);
        let href = Route::Apply(kept.procedure.clone(), None).href();
        let going_on = i18n.tr("draft-continue", &[("name", Arg::Text(&name.text))]);
        let removing = i18n.tr("draft-delete", &[("name", Arg::Text(&name.text))]);
        let pending = kept
            .pending
            .is_some()
            .then(|| view! { <p>{i18n.t("draft-pending")}</p> });
        let code = kept.procedure.clone();
        let asked = RwSignal::new(false);
        let confirm = move || {
            let code = code.clone();
            asked.get().then(|| {
                let (code, yes) = (code.clone(), i18n.t("draft-delete-yes"));
                view! {
                    <div class="notice" data-kind="warning">
                        <p>{i18n.t("draft-delete-sure")}</p>
                        <button type="button" class="danger" on:click=press(move |_| delete(code.clone()))>{yes}</button>
                        " "
                        <button type="button" class="secondary" on:click=press(move |_| asked.set(false))>{i18n.t("draft-delete-no")}</button>
                    </div>
                }
            })
        };
        view! {
            <li>
                <h3>{name.view()}</h3>
                {step}
                <p class="meta">{i18n.tr("draft-saved", &[("time", Arg::Text(&time))])}</p>
                {pending}
                <p class="row-actions">
                    <a href=href>{going_on}</a>
                    <button type="button" class="link" on:click=press(move |_| asked.set(true))>{removing}</button>
                </p>
                {live(confirm)}
            </li>
        }
    };
    let sent_line = move |sent: SentDossier| {
        let href = Route::Dossier(sent.receipt.code.clone()).href();
        let name = i18n.text(&crate::portal::text_of(&sent.name)).view();
        view! { <li><a href=href>{name}" "<bdi>{sent.receipt.code}</bdi></a></li> }
    };
    let view = move || {
        let (drafts, sent) = kept.get();
        let drafts = (!drafts.is_empty()).then(|| {
            let lines = drafts.into_iter().map(draft_line).collect::<Vec<_>>();
            view! { <section aria-labelledby="drafts-title"><h2 id="drafts-title">{i18n.t("drafts-title")}</h2><p>{i18n.t("drafts-where")}</p><ul class="cards">{lines}</ul></section> }
        });
        let sent = (!sent.is_empty()).then(|| {
            let lines = sent.into_iter().map(sent_line).collect::<Vec<_>>();
            view! { <section aria-labelledby="sent-title"><h2 id="sent-title">{i18n.t("sent-title")}</h2><ul>{lines}</ul></section> }
        });
        view! { {drafts}{sent} }
    };
    live(view)
}

/// Where a dossier stands, for someone who has its code.
fn tracking() -> AnyView {
    let (i18n, info, navigator) = (use_i18n(), use_portal_info(), use_navigator());
    let code = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let send = move || {
        let typed: String = code
            .get_untracked()
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect();
        missing.set(typed.is_empty());
        match typed.is_empty() {
            true => focus_soon("track-code".into()),
            false => navigator.go(&Route::Dossier(typed.to_uppercase())),
        }
    };
    let can = move || {
        info.0
            .with(|info| info.as_ref().is_none_or(|info| info.capabilities.tracking))
    };
    let error = move || {
        missing.get().then(|| view! { <p class="error" id="track-code-error"><span class="visually-hidden">{i18n.t("error-prefix")}" "</span>{i18n.t("track-code-missing")}</p> })
    };
    view! {
        <Show when=can>
            <section aria-labelledby="track-title">
                <h2 id="track-title">{i18n.t("track-title")}</h2>
                <form novalidate on:submit=submit(send)>
                    <div class="field" data-field="track-code">
                        <label for="track-code">{i18n.t("track-code")}</label>
                        <p class="hint" id="track-code-hint">{i18n.t("track-code-hint")}</p>
                        {live(error)}
                        <input
                            id="track-code"
                            type="text"
                            class="input"
                            data-width="code"
                            autocomplete="off"
                            spellcheck="false"
                            aria-describedby=live_text(move || if missing.get() { "track-code-hint track-code-error" } else { "track-code-hint" }.to_string())
                            aria-invalid=flag("true", move || missing.get())
                            on:input=typed(move |text| code.set(text))
                        />
                    </div>
                    <button type="submit" class="secondary">{i18n.t("track-button")}</button>
                </form>
            </section>
        </Show>
    }
    .into_any()
}
