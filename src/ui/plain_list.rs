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
            item(&value, by_name(label), is_chosen)
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

/// A place with its name first: in a list of the browser's own, the first letters that are typed lead to a name, and
/// "Tỉnh" or "Phường" stands before most.
fn by_name(label: Words) -> Words {
    const KINDS: [(&str, &str); 5] = [
        ("Thành phố ", "thành phố"),
        ("Tỉnh ", "tỉnh"),
        ("Phường ", "phường"),
        ("Xã ", "xã"),
        ("Đặc khu ", "đặc khu"),
    ];
    let mut kinds = KINDS.iter();
    let found = kinds.find_map(|(before, kind)| {
        let name = label.text.strip_prefix(before)?;
        // A name begins with a capital letter; other words may begin like a kind of place.
        (!name.starts_with(|c: char| c.is_ascii_lowercase())).then_some((kind, name))
    });
    match found {
        Some((kind, name)) => Words {
            text: format!("{name} ({kind})"),
            ..label
        },
        None => label,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_begins_with_its_name() {
        for (label, shown) in [
            ("Thành phố Hồ Chí Minh", "Hồ Chí Minh (thành phố)"),
            ("Tỉnh An Giang", "An Giang (tỉnh)"),
            ("Đặc khu Phú Quốc", "Phú Quốc (đặc khu)"),
            ("Xã hội", "Xã hội"),
            ("Kinh", "Kinh"),
        ] {
            assert_eq!(by_name(plain(label.into())).text, shown);
        }
    }
}
