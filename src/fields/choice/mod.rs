//! One of several: radios, or a searchable list where there are many.

use crate::i18n::{Arg, Words};
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;
use procedure::definition::{KindDefinition as Kind, Options};
use procedure::{Answer, ListOption};

use super::frame::{Control, Of, Shell};
use crate::ui::combobox::{Combobox, Suggestion, combobox};
use crate::ui::live::{attribute, follow, is, live, show};
use crate::ui::live_region::use_announcer;
use crate::ui::plain_list::plain_list;

/// More options than this are searched rather than read one by one.
pub(super) const MOST_RADIOS: usize = 8;

pub(super) fn has_radios(options: &Options) -> bool {
    matches!(options, Options::Inline(options) if options.len() <= MOST_RADIOS)
}

/// Whether these are few is decided once, when the page is drawn: nothing takes the place of an input
/// that somebody may be using. An answer on the same page may bring options or take some away; then
/// radios are more than eight, or the list is short. Those of a code list are searched always: how
/// many they are depends on the network, and a question should not look different from day to day.
pub(super) fn choice(shell: Shell, options: &Options) -> AnyView {
    let offered = shell
        .view
        .with_untracked(|view| view.options.as_ref().map_or(0, Vec::len));
    let few_now = matches!(options, Options::Inline(_)) && (1..=MOST_RADIOS).contains(&offered);
    match few_now || has_radios(options) {
        true => radios(shell),
        false => searchable(shell),
    }
}

pub(super) fn radios(shell: Shell) -> AnyView {
    let offered = Memo::new(move |_| {
        shell
            .view
            .with(|view| view.options.clone().unwrap_or_default())
    });
    let odd = odd(shell, move |text| {
        offered.with(|options| options.iter().any(|option| option.value == text))
    });
    let items = move || {
        let options = offered.get().into_iter().enumerate().map(|(n, option)| {
            let hint = hint_of(shell, &option.value);
            let label = shell.i18n.text(&option.label);
            radio(shell, n, option.value, label, hint, odd)
        });
        options.collect::<Vec<_>>().into_any()
    };
    shell.group(
        Of::Any,
        parts![
            not_offered(shell, odd),
            el("div").class("options").child(live(items))
        ],
    )
}

/// An answer that no option has: a table may bring it.
pub(super) fn odd(
    shell: Shell,
    is_offered: impl Fn(&str) -> bool + Send + Sync + 'static,
) -> Memo<Option<String>> {
    Memo::new(move |_| Some(shell.text()).filter(|text| !text.is_empty() && !is_offered(text)))
}

fn odd_id(shell: Shell) -> String {
    format!("{}-stood", shell.id())
}

/// It is said before the options, and with the first of them.
pub(super) fn not_offered(shell: Shell, odd: Memo<Option<String>>) -> AnyView {
    live(move || {
        odd.get().map(|text| {
            el("p").id(odd_id(shell)).child(
                shell
                    .i18n
                    .tr("choice-not-offered", &[("text", Arg::Text(&text))]),
            )
        })
    })
}

/// An option's own hint, where the definition has one.
pub(super) fn hint_of(shell: Shell, value: &str) -> Option<Words> {
    shell.view.with_untracked(|view| {
        let options = match view.field.kind() {
            Kind::Choice(options) => options,
            Kind::Choices(kind) => &kind.options,
            _ => return None,
        };
        let Options::Inline(options) = options else {
            return None;
        };
        let option = options.iter().find(|option| option.value == value)?;
        (!option.hint.is_empty()).then(|| shell.i18n.text(&option.hint))
    })
}

/// One radio. The first has the question's own id, so that an error link leads to it, and carries
/// the error: a description of the fieldset is not read by every screen reader.
pub(super) fn radio(
    shell: Shell,
    n: usize,
    value: String,
    label: Words,
    hint: Option<Words>,
    odd: Memo<Option<String>>,
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
                .chain((n == 0 && odd.with(Option::is_some)).then(|| odd_id(shell)))
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
        let options = shell.view.with(|view| view.options.clone());
        options.map(|options| suggestions(shell, &options))
    });
    shell.single(
        |Control {
             id,
             described_by,
             invalid,
         }| {
            let input = id.clone();
            let failed = list_failed(
                shell,
                Signal::derive(move || options.with(Option::is_none)),
                Signal::derive(move || input.clone()),
            );
            let autocomplete = shell.autofill();
            parts![
                failed,
                list(
                    shell,
                    Combobox {
                        id,
                        options,
                        absent: Callback::new(move |()| on_its_way(shell)),
                        value: Signal::derive(move || shell.text()),
                        is_code: is_code(shell),
                        on_change: Callback::new(move |value| shell.answer(Answer::Text(value))),
                        described_by,
                        invalid,
                        autocomplete
                    }
                )
            ]
        },
    )
}

/// A searchable list, or the browser's own.
pub(super) fn list(shell: Shell, list: Combobox) -> El {
    match shell.wiring.for_the_ear {
        true => plain_list(list),
        false => combobox(list),
    }
}

pub(super) fn suggestions(shell: Shell, options: &[ListOption]) -> Vec<Suggestion> {
    options
        .iter()
        .map(|option| Suggestion {
            value: option.value.clone(),
            label: shell.i18n.text(&option.label),
            hint: hint_of(shell, &option.value),
            names: names(shell, option),
        })
        .collect()
}

/// Other names of an option, and what is said with them.
fn names(shell: Shell, option: &ListOption) -> Vec<(String, Words)> {
    let also = option
        .also
        .iter()
        .map(|name| (name.clone(), Words::plain(name.clone())));
    let before = option.before.iter().map(|name| {
        let words = shell.i18n.tr("list-now-part", &[("name", Arg::Text(name))]);
        (name.clone(), words)
    });
    also.chain(before).collect()
}

pub(super) fn is_code(shell: Shell) -> Callback<String, bool> {
    Callback::new(move |value: String| {
        shell
            .view
            .with_untracked(|view| procedure::is_code(view.field.kind(), &value))
    })
}

/// Why a code list has no options yet.
pub(super) fn on_its_way(shell: Shell) -> Words {
    shell.i18n.t(match shell.wiring.lists_failed.get() {
        true => "list-failed",
        false => "list-loading",
    })
}

/// A code list that could not be fetched, while the question lacks one: what happened, and a way to try
/// again. The button goes when it is pressed, so the focus moves to the input that lacks the list; where
/// it fails again, that is said.
pub(super) fn list_failed(shell: Shell, lacks: Signal<bool>, input: Signal<String>) -> AnyView {
    let announcer = use_announcer();
    let has_failed = Memo::new(move |_| lacks.get() && shell.wiring.lists_failed.get());
    let tried = StoredValue::new(false);
    follow(move |_| {
        if has_failed.get() && tried.get_value() {
            tried.set_value(false);
            announcer.say(shell.i18n.s("list-failed"));
        }
    });
    let again = move |_| {
        let input = input.get_untracked();
        shell.wiring.focus_first.run(input);
        tried.set_value(true);
        shell.wiring.retry_lists.run(());
    };
    show(
        move || has_failed.get(),
        move || {
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
        },
    )
}
