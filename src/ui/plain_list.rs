//! The browser's own list in the place of a searchable one: less to find out by ear, and it works in
//! every reader.

use super::combobox::{Combobox, Suggestion};
use super::el::{El, el};
use super::live::{flag, live};
use crate::i18n::{Words, use_i18n};

use leptos::prelude::*;

/// The list. It needs what a searchable one needs.
pub fn plain_list(list: Combobox) -> El {
    let Combobox {
        id,
        options,
        absent,
        value,
        is_code,
        on_change,
        described_by,
        invalid,
        autocomplete,
    } = list;
    let i18n = use_i18n();
    let items = move || {
        let chosen = value.get_untracked();
        let first = match options.with(Option::is_some) {
            true => i18n.t("list-choose"),
            false => absent.run(()),
        };
        let options = options.get().unwrap_or_default();
        let is_known = options.iter().any(|option| option.value == chosen);
        // What somebody typed before into a searchable list stays until something else is chosen.
        let typed = (!is_known && !chosen.is_empty() && !is_code.run(chosen.clone()))
            .then(|| item(&chosen, plain(chosen.clone()), true));
        let nothing = item("", first, !is_known && typed.is_none());
        let offered = options.into_iter().map(|Suggestion { value, label, .. }| {
            let is_chosen = value == chosen;
            item(&value, label, is_chosen)
        });
        [nothing]
            .into_iter()
            .chain(typed)
            .chain(offered)
            .collect::<Vec<_>>()
    };
    el("select")
        .class("input")
        .id(id)
        .attr("autocomplete", autocomplete)
        .attr("aria-describedby", described_by)
        .attr("aria-invalid", flag("true", move || invalid.get()))
        .on_typed(move |value| on_change.run(value))
        .child(live(items))
}

fn item(value: &str, words: Words, is_chosen: bool) -> El {
    el("option")
        .attr("value", value.to_string())
        .attr("lang", words.lang)
        .attr("selected", is_chosen.then_some(""))
        .child(words.text)
}

fn plain(text: String) -> Words {
    Words::plain(text)
}
