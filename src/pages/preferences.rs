//! `/preferences`: text size, contrast, spacing, one question at a time. Each choice holds at once.

use leptos::prelude::*;

use super::{frame, title, use_portal_info};
use crate::hooks::use_page;
use crate::i18n::{Arg, use_i18n};
use crate::preferences::{Choices, TEXT_SIZES, THEMES, use_preferences};
use crate::ui::live::{changed, is};

pub(super) fn preferences() -> impl IntoView {
    let (i18n, info, preferences) = (use_i18n(), use_portal_info(), use_preferences());
    use_page(move || title(i18n, info, &[&i18n.s("preferences-title")]));
    let sizes = TEXT_SIZES.into_iter().map(|size| {
        let words = i18n.tr(
            "preferences-text-size",
            &[("percent", Arg::Number(f64::from(size)))],
        );
        let change = move || preferences.change(|choices| choices.text = size);
        option(
            "text",
            &size.to_string(),
            words,
            move || preferences.get().text == size,
            change,
        )
    });
    let themes = THEMES.into_iter().map(|theme| {
        let words = i18n.t(&format!("preferences-theme-{theme}"));
        let change = move || preferences.change(|choices| choices.theme = theme);
        option(
            "theme",
            theme,
            words,
            move || preferences.get().theme == theme,
            change,
        )
    });
    let switch = move |name: &'static str,
                       key: &str,
                       read: fn(&Choices) -> bool,
                       set: fn(&mut Choices, bool)| {
        let hint = i18n.t(&format!("{key}-hint"));
        let words = i18n.t(key);
        view! {
            <div class="option">
                <input
                    type="checkbox"
                    id=name
                    aria-describedby=format!("{name}-hint")
                    prop:checked=is(move || read(&preferences.get()))
                    on:change:target=move |event| {
                        let on = event.target().checked();
                        preferences.change(|choices| set(choices, on));
                    }
                />
                <label for=name>{words}</label>
                <p class="hint" id=format!("{name}-hint")>{hint}</p>
            </div>
        }
    };
    frame(
        Some(("/".into(), i18n.t("back-home"))),
        view! {
            <h1>{i18n.t("preferences-title")}</h1>
            <p>{i18n.t("preferences-at-once")}</p>
            <fieldset class="field">
                <legend><span class="label">{i18n.t("preferences-text")}</span></legend>
                <div class="options">{sizes.collect::<Vec<_>>()}</div>
            </fieldset>
            <fieldset class="field">
                <legend><span class="label">{i18n.t("preferences-theme")}</span></legend>
                <div class="options">{themes.collect::<Vec<_>>()}</div>
            </fieldset>
            <fieldset class="field">
                <legend><span class="label">{i18n.t("preferences-reading")}</span></legend>
                <div class="options">
                    {switch("spacing", "preferences-spacing", |c| c.spacing, |c, on| c.spacing = on)}
                    {switch("one-question", "preferences-one-question", |c| c.one_question, |c, on| c.one_question = on)}
                </div>
            </fieldset>
        },
    )
}

fn option(
    name: &'static str,
    value: &str,
    words: AnyView,
    checked: impl Fn() -> bool + Send + Sync + 'static,
    change: impl Fn() + 'static,
) -> AnyView {
    let id = format!("{name}-{value}");
    view! {
        <div class="option">
            <input type="radio" id=id.clone() name=name prop:checked=is(checked) on:change=changed(move |_| change()) />
            <label for=id>{words}</label>
        </div>
    }
    .into_any()
}
