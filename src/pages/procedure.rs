//! `/procedures/:code`: what it is, who may apply, what is needed, what it costs today.

use leptos::prelude::*;
use procedure::definition::{Definition, Fee, Level, Validity};
use procedure::{Form, Text};

use super::apply::when_loaded;
use super::{frame, title, use_portal_info};
use crate::hooks::use_page;
use crate::i18n::{Arg, I18n, use_i18n};
use crate::platform::{clock, dom};
use crate::route::Route;
use crate::ui::live::press;
use crate::ui::notice::Notice;
use crate::ui::summary_list;
use crate::wizard::{Saved, WizardStore, Wizards};

pub(super) fn procedure(code: String) -> impl IntoView {
    expect_context::<Wizards>().open_anew(&code);
    when_loaded(code, |store| start(store).into_any())
}

fn start(store: WizardStore) -> impl IntoView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    let form = store.now(|session| session.form().clone());
    let definition = &form.definition;
    let name = i18n.text(&definition.name);
    let in_title = name.text.clone();
    use_page(move || title(i18n, info, &[&in_title]));
    let notices = definition
        .notices
        .iter()
        .map(|notice| view! { <p>{i18n.text(notice).view()}</p> });
    let notices = notices.collect::<Vec<_>>();
    let notices =
        (!notices.is_empty()).then(|| view! { <Notice kind="warning">{notices}</Notice> });
    view! {
        {frame(
            Some(("/".into(), i18n.t("back-home"))),
            view! {
                <h1>{name.view()}</h1>
                <p class="lead">{i18n.text(&definition.summary).view()}</p>
                {notices}
                {sentences(i18n, "who-title", &definition.who)}
                {prepare(i18n, definition)}
                {facts(i18n, definition)}
                {begin(i18n, &form, store)}
                {legal(i18n, definition)}
            },
        )}
    }
}

fn sentences(i18n: I18n, key: &str, sentences: &[Text]) -> Option<impl IntoView + use<>> {
    (!sentences.is_empty()).then(|| {
        let items = sentences
            .iter()
            .map(|text| view! { <li>{i18n.text(text).view()}</li> })
            .collect::<Vec<_>>();
        view! { <h2>{i18n.t(key)}</h2><ul>{items}</ul> }
    })
}

fn prepare(i18n: I18n, definition: &Definition) -> Option<impl IntoView + use<>> {
    (!definition.prepare.is_empty()).then(|| {
        let items = definition.prepare.iter().map(|thing| {
            let hint = (!thing.hint.is_empty()).then(|| view! { <p class="hint">{i18n.text(&thing.hint).view()}</p> });
            view! { <li>{i18n.text(&thing.text).view()}{hint}</li> }
        });
        let items = items.collect::<Vec<_>>();
        view! {
            <h2>{i18n.t("prepare-title")}</h2>
            <ul class="checklist">{items}</ul>
            <p class="no-print"><button type="button" class="link" on:click=press(|_| dom::print())>{i18n.t("prepare-print")}</button></p>
        }
    })
}

/// Fee, time, result: what people ask first, in rows.
fn facts(i18n: I18n, definition: &Definition) -> AnyView {
    let today = clock::today();
    let fees = definition
        .fees_on(today)
        .map(|fee| fee_line(i18n, fee))
        .collect::<Vec<_>>();
    let fees = match fees.is_empty() {
        true => i18n.t("fee-unknown"),
        false => view! { <ul class="plain">{fees}</ul> }.into_any(),
    };
    let times = definition.times_on(today).map(|time| {
        let days = i18n.tr("working-days", &[("n", Arg::Number(f64::from(time.working_days)))]);
        let note = (!time.note.is_empty()).then(|| view! { <p class="hint">{i18n.text(&time.note).view()}</p> });
        view! { <p>{days}</p>{note}<p class="meta">{source(i18n, &time.source, time.checked_on, time.valid)}</p> }
    });
    let times = times.collect::<Vec<_>>().into_any();
    let mut rows = vec![
        summary_list::row(
            i18n.tr("fee-title", &[("date", Arg::Text(&i18n.date(today)))]),
            fees,
            None,
        ),
        summary_list::row(i18n.t("time-title"), times, None),
    ];
    if let Some(result) = &definition.result {
        let ways = result
            .receive
            .iter()
            .map(|way| view! { <li>{i18n.text(way).view()}</li> })
            .collect::<Vec<_>>();
        let note =
            (!result.note.is_empty()).then(|| view! { <p>{i18n.text(&result.note).view()}</p> });
        let value =
            view! { <p>{i18n.text(&result.name).view()}</p><ul class="plain">{ways}</ul>{note} };
        rows.push(summary_list::row(i18n.t("result-title"), value, None));
    }
    rows.push(summary_list::row(
        i18n.t("agency-title"),
        i18n.text(&definition.agency).view(),
        None,
    ));
    let level = match definition.level {
        Level::Full => "level-full",
        Level::Partial => "level-partial",
        Level::Information => "level-information",
    };
    rows.push(summary_list::row(
        i18n.t("level-title"),
        i18n.t(level),
        None,
    ));
    view! { <h2>{i18n.t("facts-title")}</h2>{summary_list::list(rows)} }.into_any()
}

fn fee_line(i18n: I18n, fee: &Fee) -> AnyView {
    let amount = match fee.vnd {
        0 => i18n.t("fee-free"),
        vnd => i18n.money(vnd as f64).into_any(),
    };
    let note =
        (!fee.note.is_empty()).then(|| view! { <p class="hint">{i18n.text(&fee.note).view()}</p> });
    view! {
        <li>
            <strong>{amount}</strong>": "{i18n.text(&fee.label).view()}
            {note}
            <p class="meta">{source(i18n, &fee.source, fee.checked_on, fee.valid)}</p>
        </li>
    }
    .into_any()
}

/// Where a fact comes from, since when, until when, and when somebody checked it.
fn source(
    i18n: I18n,
    source: &str,
    checked_on: Option<procedure::Date>,
    valid: Validity,
) -> AnyView {
    let until = valid
        .to
        .map(|to| i18n.tr("valid-until", &[("date", Arg::Text(&i18n.date(to)))]));
    let checked =
        checked_on.map(|day| i18n.tr("checked-on", &[("date", Arg::Text(&i18n.date(day)))]));
    let source = source.to_string();
    view! {
        <bdi>{source}</bdi>
        {until.map(|until| view! { ". "{until} })}
        {checked.map(|checked| view! { ". "{checked} })}
    }
    .into_any()
}

fn begin(i18n: I18n, form: &Form, store: WizardStore) -> AnyView {
    if form.steps.is_empty() {
        return view! { <p>{i18n.t("information-only")}</p> }.into_any();
    }
    let href = Route::Apply(form.definition.code.clone(), None).href();
    let began = matches!(store.saved(), Saved::At(_));
    let words = if began {
        "start-continue"
    } else {
        "start-button"
    };
    view! {
        <p>{i18n.t("start-keeps")}</p>
        <p class="no-print"><a class="button" href=href id="start">{i18n.t(words)}</a></p>
    }
    .into_any()
}

fn legal(i18n: I18n, definition: &Definition) -> Option<impl IntoView + use<>> {
    (!definition.legal.is_empty()).then(|| {
        let items = definition.legal.iter().map(|law| {
            let title = i18n.text(&law.title).view();
            let title = match &law.url {
                // Checked to be an https address when the definition was read.
                Some(url) => view! { <a href=url.clone() rel="noreferrer">{title}</a> }.into_any(),
                None => title,
            };
            let note = (!law.note.is_empty()).then(|| view! { <p class="hint">{i18n.text(&law.note).view()}</p> });
            let checked = law.checked_on.map(|day| {
                view! { <p class="meta">{i18n.tr("checked-on", &[("date", Arg::Text(&i18n.date(day)))])}</p> }
            });
            view! { <li>{title}{note}{checked}</li> }
        });
        let items = items.collect::<Vec<_>>();
        let code = definition.code.clone();
        view! {
            <details>
                <summary>{i18n.t("legal-title")}</summary>
                <p>{i18n.t("procedure-code")}" "<bdi>{code}</bdi></p>
                <ul>{items}</ul>
            </details>
        }
    })
}
