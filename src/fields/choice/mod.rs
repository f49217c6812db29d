//! One of several: radios, or a searchable list where there are many.

use crate::i18n::Words;
use crate::ui::el::{el, parts};
use leptos::prelude::*;
use procedure::definition::{OptionDefinition, Options};
use procedure::{Answer, ListOption};

use super::frame::{Control, Of, Shell};
use crate::ui::combobox::{Combobox, Suggestion, combobox};
use crate::ui::live::{attribute, is, live};

/// More options than this are searched rather than read one by one.
const MOST_RADIOS: usize = 8;

pub(super) fn has_radios(options: &Options) -> bool {
    matches!(options, Options::Inline(options) if options.len() <= MOST_RADIOS)
}

pub(super) fn choice(shell: Shell, options: &Options) -> AnyView {
    match options {
        Options::Inline(inline) if has_radios(options) => radios(shell, inline.clone()),
        _ => searchable(shell),
    }
}

pub(super) fn radios(shell: Shell, definitions: Vec<OptionDefinition>) -> AnyView {
    let offered = Memo::new(move |_| {
        shell
            .view
            .with(|view| view.options.clone().unwrap_or_default())
    });
    let items = move || {
        let hints = definitions.clone();
        let options = offered.get().into_iter().enumerate().map(|(n, option)| {
            let hint = hints
                .iter()
                .find(|o| o.value == option.value && !o.hint.is_empty());
            let hint = hint.map(|option| shell.i18n.text(&option.hint));
            let label = shell.i18n.text(&option.label);
            radio(shell, n, option.value, label, hint)
        });
        options.collect::<Vec<_>>().into_any()
    };
    shell.group(
        Of::Any,
        el("div").class("options").child(live(items)).into_any(),
    )
}

/// One radio. The first has the question's own id, so that an error link leads to it, and carries
/// the error: a description of the fieldset is not read by every screen reader.
pub(super) fn radio(
    shell: Shell,
    n: usize,
    value: String,
    label: Words,
    hint: Option<Words>,
) -> AnyView {
    let name = shell.id();
    let id = if n == 0 {
        name.clone()
    } else {
        format!("{name}-{n}")
    };
    let hint_id = format!("{id}-hint");
    let error = shell.described_by(&name, Of::Any, false);
    let has_hint = hint.is_some();
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
        move || shell.text() == value
    };
    let answer = value.clone();
    el("div")
        .class("option")
        .child(
            el("input")
                .attr("type", "radio")
                .id(id.clone())
                .attr("name", name)
                .attr("value", value)
                .attr("aria-describedby", attribute(described_by))
                .checked(is(checked))
                .on("change", move |_| {
                    shell.answer(Answer::Text(answer.clone()))
                }),
        )
        .child(el("label").attr("for", id).child(label))
        .child(hint.map(|hint| el("p").class("hint").id(hint_id).child(hint)))
        .into_any()
}

fn searchable(shell: Shell) -> AnyView {
    let options = Signal::derive(move || {
        shell.view.with(|view| {
            view.options
                .as_ref()
                .map(|options| suggestions(shell, options))
        })
    });
    shell.single(
        |Control {
             id,
             described_by,
             invalid,
         }| {
            let failed = list_failed(shell);
            let autocomplete = shell
                .view
                .with_untracked(|view| view.field.definition.autocomplete.clone());
            parts![
                failed,
                combobox(Combobox {
                    id,
                    options,
                    value: Signal::derive(move || shell.text()),
                    on_change: Callback::new(move |value| shell.answer(Answer::Text(value))),
                    described_by,
                    invalid,
                    autocomplete
                })
            ]
        },
    )
}

pub(super) fn suggestions(shell: Shell, options: &[ListOption]) -> Vec<Suggestion> {
    options
        .iter()
        .map(|option| Suggestion {
            value: option.value.clone(),
            label: shell.i18n.text(&option.label).text,
        })
        .collect()
}

/// A list that could not be fetched: what happened, and a way to try again.
pub(super) fn list_failed(shell: Shell) -> AnyView {
    let again = move |_| shell.wiring.retry_lists.run(());
    let notice = move || {
        shell.wiring.lists_failed.get().then(|| {
            el("p")
                .class("list-failed")
                .child(shell.i18n.t("list-failed"))
                .child(" ")
                .child(
                    el("button")
                        .attr("type", "button")
                        .class("link")
                        .on_press(again)
                        .child(shell.i18n.t("try-again")),
                )
        })
    };
    live(move || notice().into_any())
}
