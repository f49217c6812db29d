//! Text size, colours, spacing, how a form is gone through: in the bar of every page, and by itself at
//! `/preferences`. Each choice holds at once.

use crate::ui::el::{el, parts};
use leptos::prelude::*;

use super::{frame, title, use_portal_info};
use crate::hooks::{use_navigator, use_page};
use crate::i18n::{Arg, I18n, Words, use_i18n};
use crate::platform::ruler;
use crate::preferences::{
    Choices, Mode, Preferences, SPACINGS, TEXT_SIZES, THEMES, use_preferences,
};
use crate::route::Route;
use crate::ui::live::is;

/// The page.
pub fn preferences() -> AnyView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    use_page(move || title(i18n, info, &[&i18n.s("preferences-title")]));
    frame(
        Some(("/".into(), i18n.t("back-home"))),
        parts![el("h1").child(i18n.t("preferences-title")), choices("page")],
    )
}

/// The same under the bar, without leaving the page. `close` moves the focus back to what opened it.
pub fn display(close: Callback<()>) -> AnyView {
    super::panel::panel("display-title", "preferences-title", choices("bar"), close)
}

/// The choices. `place` keeps ids of the page and of the bar apart.
fn choices(place: &'static str) -> AnyView {
    let (i18n, preferences) = (use_i18n(), use_preferences());
    let navigator = use_navigator();
    let sizes = TEXT_SIZES.into_iter().map(|size| Choice {
        value: size.to_string(),
        words: i18n.tr(
            "preferences-text-size",
            &[("percent", Arg::Number(f64::from(size)))],
        ),
        hint: None,
        is: Box::new(move |choices| choices.text == size),
        choose: Box::new(move || preferences.change(|choices| choices.text = size)),
    });
    let themes = THEMES.into_iter().map(|theme| Choice {
        value: theme.into(),
        words: i18n.t(&format!("preferences-theme-{theme}")),
        hint: None,
        is: Box::new(move |choices| choices.theme == theme),
        choose: Box::new(move || preferences.change(|choices| choices.theme = theme)),
    });
    let spacings = SPACINGS.into_iter().map(|spacing| Choice {
        value: spacing.into(),
        words: i18n.t(&format!("preferences-spacing-{spacing}")),
        hint: None,
        is: Box::new(move |choices| choices.spacing == spacing),
        choose: Box::new(move || preferences.change(|choices| choices.spacing = spacing)),
    });
    let modes = Mode::ALL.into_iter().map(|mode| Choice {
        value: mode.name().into(),
        words: i18n.t(&format!("preferences-mode-{}", mode.name())),
        hint: Some(i18n.t(&format!("preferences-mode-{}-hint", mode.name()))),
        is: Box::new(move |choices| choices.mode == mode),
        choose: Box::new(move || {
            preferences.change(|choices| choices.mode = mode);
            // The page of a form is another one now; who chooses stays with the choices.
            if matches!(navigator.route_now(), Route::Apply(..)) {
                navigator.redraw();
            }
        }),
    });
    parts![
        el("p").child(i18n.t("preferences-at-once")),
        group(
            place,
            "text",
            i18n.t("preferences-text"),
            preferences,
            sizes.collect()
        ),
        group(
            place,
            "theme",
            i18n.t("preferences-theme"),
            preferences,
            themes.collect()
        ),
        group(
            place,
            "spacing",
            i18n.t("preferences-spacing"),
            preferences,
            spacings.collect()
        ),
        group(
            place,
            "mode",
            i18n.t("preferences-mode"),
            preferences,
            modes.collect()
        ),
        ruler_switch(place, i18n, preferences),
    ]
}

/// One of several settings that exclude each other.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) words: Words,
    pub(super) hint: Option<Words>,
    pub(super) is: Box<dyn Fn(&Choices) -> bool + Send + Sync>,
    pub(super) choose: Box<dyn Fn()>,
}

/// Several settings that exclude each other, as radios. `place` keeps ids apart.
pub(super) fn group(
    place: &'static str,
    name: &'static str,
    title: Words,
    preferences: Preferences,
    choices: Vec<Choice>,
) -> AnyView {
    let options = choices.into_iter().map(|choice| {
        let id = format!("{place}-{name}-{}", choice.value);
        let hint_id = format!("{id}-hint");
        let described_by = choice.hint.is_some().then(|| hint_id.clone());
        let (chosen, choose) = (choice.is, choice.choose);
        el("div")
            .class("option")
            .child(
                el("input")
                    .attr("type", "radio")
                    .id(id.clone())
                    .attr("name", format!("{place}-{name}"))
                    .attr("aria-describedby", described_by)
                    .checked(is(move || chosen(&preferences.get())))
                    .on("change", move |_| choose()),
            )
            .child(el("label").attr("for", id).child(choice.words))
            .child(
                choice
                    .hint
                    .map(|hint| el("p").class("hint").id(hint_id).child(hint)),
            )
            .into_any()
    });
    el("fieldset")
        .class("field")
        .child(el("legend").child(el("span").class("label").child(title)))
        .child(
            el("div")
                .class("options")
                .child(options.collect::<Vec<_>>()),
        )
        .into_any()
}

fn ruler_switch(place: &'static str, i18n: I18n, preferences: Preferences) -> AnyView {
    let (id, hint_id) = (format!("{place}-ruler"), format!("{place}-ruler-hint"));
    el("div")
        .class("option")
        .child(
            el("input")
                .attr("type", "checkbox")
                .id(id.clone())
                .attr("aria-describedby", hint_id.clone())
                .checked(is(move || preferences.get().ruler))
                .on_ticked(move |on| {
                    preferences.change(|choices| choices.ruler = on);
                    if on {
                        ruler::begin();
                    }
                }),
        )
        .child(
            el("label")
                .attr("for", id)
                .child(i18n.t("preferences-ruler")),
        )
        .child(
            el("p")
                .class("hint")
                .id(hint_id)
                .child(i18n.t("preferences-ruler-hint")),
        )
        .into_any()
}
