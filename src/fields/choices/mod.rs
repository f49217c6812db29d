//! Some of several.

use leptos::prelude::*;
use procedure::definition::{ChoicesKind, Options};
use procedure::{Answer, Text};

use super::frame::{Of, Shell};
use crate::ui::live::{attribute, is, live, ticked};

pub(super) fn choices(shell: Shell, kind: &ChoicesKind) -> AnyView {
    let none = kind.none.clone();
    let hints: Vec<(String, Text)> = match &kind.options {
        Options::Inline(options) => options
            .iter()
            .map(|o| (o.value.clone(), o.hint.clone()))
            .collect(),
        Options::List { .. } => Vec::new(),
    };
    let offered = Memo::new(move |_| {
        shell
            .view
            .with(|view| view.options.clone().unwrap_or_default())
    });
    let items = move || {
        let options = offered.get().into_iter().enumerate().map(|(n, option)| {
            let divider = (Some(&option.value) == none.as_ref())
                .then(|| view! { <p class="or">{shell.i18n.t("or")}</p> });
            let hint = hints
                .iter()
                .find(|(value, hint)| *value == option.value && !hint.is_empty());
            let hint = hint.map(|(_, hint)| shell.i18n.text(hint).view());
            let label = shell.i18n.text(&option.label).view();
            let tick = tick(shell, n, option.value, label, hint, none.clone());
            view! { {divider}{tick} }
        });
        options.collect::<Vec<_>>().into_any()
    };
    shell.group(
        Of::Any,
        view! { <div class="options">{live(items)}</div> }.into_any(),
    )
}

fn tick(
    shell: Shell,
    n: usize,
    value: String,
    label: AnyView,
    hint: Option<AnyView>,
    none: Option<String>,
) -> AnyView {
    let name = shell.id();
    let id = if n == 0 {
        name.clone()
    } else {
        format!("{name}-{n}")
    };
    let hint_id = format!("{id}-hint");
    let has_hint = hint.is_some();
    let error = shell.described_by(&name, Of::Any, false);
    let described_by = {
        let hint_id = hint_id.clone();
        move || {
            let hint = has_hint.then(|| hint_id.clone());
            let ids: Vec<String> = hint
                .into_iter()
                .chain((n == 0).then(|| error.get()).flatten())
                .collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    let checked = {
        let value = value.clone();
        move || shell.ticked().contains(&value)
    };
    let change = {
        let value = value.clone();
        move |on: bool| {
            let mut ticked = shell.view.with_untracked(|view| match &view.answer {
                Some(Answer::Many(values)) => values.clone(),
                _ => Vec::new(),
            });
            ticked.retain(|have| *have != value);
            if on {
                // "None of these" and one of these exclude each other.
                let is_none = none.as_ref() == Some(&value);
                ticked.retain(|have| !is_none && none.as_ref() != Some(have));
                ticked.push(value.clone());
            }
            shell.answer(Answer::Many(ticked));
        }
    };
    view! {
        <div class="option">
            <input
                type="checkbox"
                id=id.clone()
                name=name
                value=value
                aria-describedby=attribute(described_by)
                prop:checked=is(checked)
                on:change=ticked(change)
            />
            <label for=id>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
        </div>
    }
    .into_any()
}
