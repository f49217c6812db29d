//! A searchable list: the APG's editable combobox with a list of suggestions
//! (w3.org/WAI/ARIA/apg/patterns/combobox, read November 2026).

use leptos::prelude::*;
use procedure::fold;

use super::el::{El, el};
use super::live::{always, attribute, flag, follow, live};
use super::live_region::use_announcer;
use crate::i18n::{Arg, use_i18n};

/// An option.
#[derive(Clone, PartialEq, Debug)]
pub struct Suggestion {
    /// What it stands for.
    pub value: String,
    /// What is read.
    pub label: String,
}

/// Most suggestions that are shown at once; typing finds the others.
const MOST: usize = 60;

/// What a list needs. The caller gives the label and what describes the input.
pub struct Combobox {
    /// The input's id; the label's `for`.
    pub id: String,
    /// The options; `None` while they are on their way.
    pub options: Signal<Option<Vec<Suggestion>>>,
    /// The value that is chosen, or what was typed where it is none of the options.
    pub value: Signal<String>,
    /// Called with a value, or with what was typed where it is none of the options.
    pub on_change: Callback<String>,
    /// Ids of what describes it.
    pub described_by: Signal<Option<String>>,
    /// Whether it is marked as wrong.
    pub invalid: Signal<bool>,
    /// HTML autofill token.
    pub autocomplete: Option<String>,
}

/// The input and its list.
pub fn combobox(combobox: Combobox) -> El {
    let Combobox {
        id,
        options,
        value,
        on_change,
        described_by,
        invalid,
        autocomplete,
    } = combobox;
    let (i18n, announcer) = (use_i18n(), use_announcer());
    let text = RwSignal::new(String::new());
    let editing = RwSignal::new(false);
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let label_of = move |value: &str| {
        let options = options.read_untracked();
        options
            .as_ref()?
            .iter()
            .find(|option| option.value == value)
            .map(|option| option.label.clone())
    };
    // Follows the answer and the arrival of the options, but never while someone types.
    follow(move |_| {
        options.track();
        let value = value.get();
        if !editing.get_untracked() {
            text.set(label_of(&value).unwrap_or(value));
        }
    });
    let shown = Memo::new(move |_| {
        let query = if editing.get() {
            fold(&text.read())
        } else {
            String::new()
        };
        let options = options.read();
        let ranked: Vec<(Option<u8>, &Suggestion)> = options
            .iter()
            .flatten()
            .map(|option| (rank(&option.label, &query), option))
            .collect();
        let of_rank = |wanted| ranked.iter().filter(move |(rank, _)| *rank == Some(wanted));
        (0..=2)
            .flat_map(of_rank)
            .take(MOST)
            .map(|(_, option)| (*option).clone())
            .collect::<Vec<_>>()
    });
    let choose = move |option: Suggestion| {
        editing.set(false);
        open.set(false);
        active.set(None);
        text.set(option.label);
        on_change.run(option.value);
    };
    let settle = move || {
        open.set(false);
        active.set(None);
        if !editing.get_untracked() {
            return;
        }
        editing.set(false);
        let written = text.get_untracked();
        let wanted = fold(&written);
        let options = options.read_untracked();
        let mut same = options
            .iter()
            .flatten()
            .filter(|option| fold(&option.label) == wanted);
        match (same.next(), same.next()) {
            (Some(one), None) => {
                let one = one.clone();
                drop(options);
                choose(one);
            }
            _ => on_change.run(written),
        }
    };
    let on_input = move |written: String| {
        editing.set(true);
        text.set(written);
        open.set(true);
        active.set(None);
        let count = shown.with_untracked(Vec::len);
        announcer.say(i18n.sr("list-found", &[("n", Arg::Number(count as f64))]));
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let last = shown.with_untracked(Vec::len).checked_sub(1);
        let step = |down: bool| match (active.get_untracked(), last) {
            (_, None) => None,
            (None, Some(last)) => Some(if down { 0 } else { last }),
            (Some(at), Some(last)) => Some(if down {
                (at + 1).min(last)
            } else {
                at.saturating_sub(1)
            }),
        };
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" => {
                event.prevent_default();
                let next = if open.get_untracked() {
                    step(event.key() == "ArrowDown")
                } else {
                    active.get_untracked()
                };
                open.set(true);
                active.set(next);
            }
            "Enter" if open.get_untracked() && active.get_untracked().is_some() => {
                event.prevent_default();
                let option = active
                    .get_untracked()
                    .and_then(|at| shown.with_untracked(|all| all.get(at).cloned()));
                option.into_iter().for_each(choose);
            }
            "Escape" if open.get_untracked() => {
                event.prevent_default();
                open.set(false);
                active.set(None);
            }
            _ => {}
        }
    };
    let list_id = format!("{id}-list");
    let option_id = {
        let id = id.clone();
        move |n: usize| format!("{id}-option-{n}")
    };
    let active_id = {
        let option_id = option_id.clone();
        move || open.get().then(|| active.get().map(&option_id)).flatten()
    };
    let expanded = move || if open.get() { "true" } else { "false" }.to_string();
    let list = {
        let list_id = list_id.clone();
        move || {
            if !open.get() {
                return ().into_any();
            }
            let items = shown.get().into_iter().enumerate().map(|(n, option)| {
                let selected = move || {
                    if active.get() == Some(n) {
                        "true"
                    } else {
                        "false"
                    }
                    .to_string()
                };
                let (id, label) = (option_id(n), option.label.clone());
                // The press comes before the input loses the focus.
                let take = move |event: leptos::ev::Event| {
                    event.prevent_default();
                    choose(option.clone());
                };
                el("li")
                    .attr("role", "option")
                    .id(id)
                    .attr("aria-selected", always(selected))
                    .on("mousedown", take)
                    .child(label)
            });
            let items = items.collect::<Vec<_>>();
            let nothing = items
                .is_empty()
                .then(|| el("li").class("nothing").child(i18n.t("list-nothing")));
            el("ul")
                .class("combobox-list")
                .attr("role", "listbox")
                .id(list_id.clone())
                .attr("aria-label", i18n.s("list-label"))
                .child(items)
                .child(nothing)
                .into_any()
        }
    };
    el("div")
        .class("combobox")
        .child(
            el("input")
                .id(id)
                .attr("type", "text")
                .attr("role", "combobox")
                .attr("autocomplete", autocomplete.unwrap_or_else(|| "off".into()))
                .attr("spellcheck", "false")
                .attr("aria-autocomplete", "list")
                .attr("aria-expanded", always(expanded))
                .attr("aria-controls", list_id)
                .attr("aria-activedescendant", attribute(active_id))
                .attr("aria-describedby", described_by)
                .attr("aria-invalid", flag("true", move || invalid.get()))
                .value(text)
                .on_typed(on_input)
                .on_key(on_key)
                .on_press(move |_| open.set(true))
                .on("blur", move |_| settle()),
        )
        .child(live(list))
}

/// How well a label fits what was typed: from its beginning, from the beginning of a word, anywhere.
fn rank(label: &str, query: &str) -> Option<u8> {
    if query.is_empty() {
        return Some(0);
    }
    let label = fold(label);
    // "Tỉnh", "Phường" and their kin stand before a name; people type the name.
    let name = ["thanh pho ", "tinh ", "phuong ", "xa ", "dac khu "]
        .iter()
        .find_map(|kind| label.strip_prefix(kind))
        .unwrap_or(&label);
    if label.starts_with(query) || name.starts_with(query) {
        Some(0)
    } else if label.split(' ').any(|word| word.starts_with(query))
        || label.contains(&format!(" {query}"))
    {
        Some(1)
    } else {
        label.contains(query).then_some(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_without_marks_and_without_their_kind() {
        for (label, query, found) in [
            ("Thành phố Hà Nội", "ha noi", Some(0)),
            ("Thành phố Hà Nội", "thanh", Some(0)),
            ("Tỉnh Thanh Hoá", "hoa", Some(1)),
            ("Phường Văn Miếu - Quốc Tử Giám", "quoc tu", Some(1)),
            ("Xã Ea H'Leo", "leo", Some(2)),
            ("Xã Ea H'Leo", "hue", None),
            ("Xã Ea H'Leo", "", Some(0)),
        ] {
            assert_eq!(rank(label, query), found, "{label} {query}");
        }
    }
}
