//! `/preferences`: text size, contrast, spacing, one question at a time. Each choice holds at once.

use crate::ui::el::{el, parts};
use leptos::prelude::*;

use super::{frame, title, use_portal_info};
use crate::hooks::use_page;
use crate::i18n::{Arg, Words, use_i18n};
use crate::preferences::{Choices, TEXT_SIZES, THEMES, use_preferences};
use crate::ui::live::is;

/// The page.
pub fn preferences() -> AnyView {
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
        el("div")
            .class("option")
            .child(
                el("input")
                    .attr("type", "checkbox")
                    .id(name)
                    .attr("aria-describedby", format!("{name}-hint"))
                    .checked(is(move || read(&preferences.get())))
                    .on_ticked(move |on| preferences.change(|choices| set(choices, on))),
            )
            .child(el("label").attr("for", name).child(words))
            .child(el("p").class("hint").id(format!("{name}-hint")).child(hint))
    };
    frame(
        Some(("/".into(), i18n.t("back-home"))),
        parts![
            el("h1").child(i18n.t("preferences-title")),
            el("p").child(i18n.t("preferences-at-once")),
            el("fieldset")
                .class("field")
                .child(
                    el("legend").child(el("span").class("label").child(i18n.t("preferences-text")))
                )
                .child(el("div").class("options").child(sizes.collect::<Vec<_>>())),
            el("fieldset")
                .class("field")
                .child(
                    el("legend")
                        .child(el("span").class("label").child(i18n.t("preferences-theme")))
                )
                .child(el("div").class("options").child(themes.collect::<Vec<_>>())),
            el("fieldset")
                .class("field")
                .child(
                    el("legend").child(
                        el("span")
                            .class("label")
                            .child(i18n.t("preferences-reading"))
                    )
                )
                .child(
                    el("div")
                        .class("options")
                        .child(switch(
                            "spacing",
                            "preferences-spacing",
                            |c| c.spacing,
                            |c, on| c.spacing = on
                        ))
                        .child(switch(
                            "one-question",
                            "preferences-one-question",
                            |c| c.one_question,
                            |c, on| c.one_question = on
                        ))
                )
        ],
    )
}

fn option(
    name: &'static str,
    value: &str,
    words: Words,
    checked: impl Fn() -> bool + Send + Sync + 'static,
    change: impl Fn() + 'static,
) -> AnyView {
    let id = format!("{name}-{value}");
    el("div")
        .class("option")
        .child(
            el("input")
                .attr("type", "radio")
                .id(id.clone())
                .attr("name", name)
                .checked(is(checked))
                .on("change", move |_| change()),
        )
        .child(el("label").attr("for", id).child(words))
        .into_any()
}
