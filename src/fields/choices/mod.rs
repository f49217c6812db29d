//! Some of several.

use crate::i18n::Words;
use crate::ui::el::{el, parts};
use leptos::prelude::*;
use procedure::Answer;
use procedure::definition::ChoicesKind;

use super::choice::hint_of;
use super::frame::{Of, Shell};
use crate::ui::live::{attribute, is, live};

pub(super) fn choices(shell: Shell, kind: &ChoicesKind) -> AnyView {
    let none = kind.none.clone();
    let offered = Memo::new(move |_| {
        shell
            .view
            .with(|view| view.options.clone().unwrap_or_default())
    });
    let items = move || {
        let options = offered.get().into_iter().enumerate().map(|(n, option)| {
            let divider = (Some(&option.value) == none.as_ref())
                .then(|| el("p").class("or").child(shell.i18n.t("or")));
            let hint = hint_of(shell, &option.value);
            let label = shell.i18n.text(&option.label);
            let tick = tick(shell, n, option.value, label, hint, none.clone());
            parts![divider, tick]
        });
        options.collect::<Vec<_>>().into_any()
    };
    shell.group(
        Of::Any,
        el("div").class("options").child(live(items)).into_any(),
    )
}

fn tick(
    shell: Shell,
    n: usize,
    value: String,
    label: Words,
    hint: Option<Words>,
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
            let offered = shell.view.with_untracked(|view| view.options.clone());
            // What is no longer offered has no box to untick it by.
            let is_offered = |have: &str| offered.iter().flatten().any(|o| o.value == have);
            ticked.retain(|have| *have != value && is_offered(have));
            if on {
                // "None of these" and one of these exclude each other.
                let is_none = none.as_ref() == Some(&value);
                ticked.retain(|have| !is_none && none.as_ref() != Some(have));
                ticked.push(value.clone());
            }
            shell.answer(Answer::Many(ticked));
        }
    };
    el("div")
        .class("option")
        .child(
            el("input")
                .attr("type", "checkbox")
                .id(id.clone())
                .attr("name", name)
                .attr("value", value)
                .attr("aria-describedby", attribute(described_by))
                .checked(is(checked))
                .on_ticked(change),
        )
        .child(el("label").attr("for", id).child(label))
        .child(hint.map(|hint| el("p").class("hint").id(hint_id).child(hint)))
        .into_any()
}
