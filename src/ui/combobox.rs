//! A searchable list: the APG's editable combobox with a list of suggestions
//! (w3.org/WAI/ARIA/apg/patterns/combobox, read November 2026).

use leptos::prelude::*;
use procedure::fold;
use std::borrow::Cow;

use super::el::{El, el, nothing, parts};
use super::live::{always, attribute, flag, follow, live, live_text};
use super::live_region::use_announcer;
use super::pause::Pause;
use crate::i18n::{Arg, Words, use_i18n};
use crate::platform::element::bring_into_view;

/// An option.
#[derive(Clone, PartialEq, Debug)]
pub struct Suggestion {
    /// What it stands for.
    pub value: String,
    /// What is read.
    pub label: Words,
    /// More about it.
    pub hint: Option<Words>,
    /// Names by which it is found too, each with what is said beside the label then.
    pub names: Vec<(String, Words)>,
}

impl Suggestion {
    /// How well it fits what was typed, and as what: by another name it says that name.
    fn ranked(&self, query: &str) -> (Option<u8>, Cow<'_, Self>) {
        let own = rank(&self.label.text, query);
        if own.is_some() {
            return (own, Cow::Borrowed(self));
        }
        // A short name is meant as a whole, or as the beginning of a longer one.
        let mut names = self.names.iter();
        let found = names.find_map(|(name, words)| {
            let rank = rank(name, query).filter(|rank| *rank < 2)?;
            Some((rank, words))
        });
        match found {
            None => (None, Cow::Borrowed(self)),
            Some((rank, words)) => {
                let named = Self {
                    hint: Some(words.clone()),
                    ..self.clone()
                };
                (Some(rank), Cow::Owned(named))
            }
        }
    }
}

/// Most suggestions that are shown at once; typing finds the others.
const MOST: usize = 60;

/// Milliseconds without a key before it is said how many options fit.
const PAUSE: i32 = 1_000;

/// What a list needs. The caller gives the label and what describes the input.
pub struct Combobox {
    /// The input's id; the label's `for`.
    pub id: String,
    /// The options; `None` while there are none to search.
    pub options: Signal<Option<Vec<Suggestion>>>,
    /// Why there are none.
    pub absent: Callback<(), Words>,
    /// The value that is chosen, or what was typed where it is none of the options.
    pub value: Signal<String>,
    /// Whether a value that is none of the options is a code, which nobody typed and nobody reads.
    pub is_code: Callback<String, bool>,
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
        absent,
        value,
        is_code,
        on_change,
        described_by,
        invalid,
        autocomplete,
    } = combobox;
    let (i18n, announcer, pause) = (use_i18n(), use_announcer(), Pause::default());
    let text = RwSignal::new(plain(String::new()));
    let editing = RwSignal::new(false);
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    // What was typed here last that is none of the options.
    let typed = StoredValue::new(String::new());
    let shown = Memo::new(move |_| {
        let query = if editing.get() {
            text.with(|text| fold(&text.text))
        } else {
            String::new()
        };
        let options = options.read();
        let ranked: Vec<(Option<u8>, Cow<Suggestion>)> = options
            .iter()
            .flatten()
            .map(|option| option.ranked(&query))
            .collect();
        let of_rank = |wanted| ranked.iter().filter(move |(rank, _)| *rank == Some(wanted));
        (0..=2)
            .flat_map(of_rank)
            .take(MOST)
            .map(|(_, option)| option.clone().into_owned())
            .collect::<Vec<_>>()
    });
    let are_here = move || options.with(Option::is_some);
    let tell_how_many = move || {
        let words = if options.with_untracked(Option::is_some) {
            let count = shown.with_untracked(Vec::len);
            i18n.sr("list-found", &[("n", Arg::Number(count as f64))])
        } else {
            untrack(|| absent.run(())).text
        };
        pause.before(PAUSE, move || announcer.say(words));
    };
    // Follows the answer and the arrival of the options, but never while someone types.
    follow(move |_| {
        let value = value.get();
        let label = options.with(|options| {
            let mut all = options.iter().flatten();
            all.find(|option| option.value == value)
                .map(|option| option.label.clone())
        });
        if editing.get_untracked() {
            return tell_how_many();
        }
        text.set(label.unwrap_or_else(|| {
            let is_gone = typed.with_value(|typed| *typed != value) && is_code.run(value.clone());
            plain(if is_gone { String::new() } else { value })
        }));
    });
    let close = move || {
        open.set(false);
        active.set(None);
        pause.call_off();
    };
    let choose = move |option: Suggestion| {
        editing.set(false);
        close();
        text.set(option.label);
        on_change.run(option.value);
    };
    // Whether an option was taken for what was typed.
    let settle = move || {
        close();
        if !editing.get_untracked() {
            return false;
        }
        editing.set(false);
        let written = text.get_untracked().text;
        let meant = options.with_untracked(|options| meant(options.as_ref()?, &written).cloned());
        if let Some(option) = meant {
            choose(option);
            return true;
        }
        typed.set_value(written.clone());
        on_change.run(written);
        false
    };
    let on_input = move |written: String| {
        editing.set(true);
        text.set(plain(written));
        open.set(true);
        active.set(None);
        tell_how_many();
    };
    let option_id = {
        let id = id.clone();
        move |n: usize| format!("{id}-option-{n}")
    };
    let on_key = {
        let option_id = option_id.clone();
        move |event: leptos::ev::KeyboardEvent| {
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
            let was_open = open.get_untracked();
            match event.key().as_str() {
                "ArrowDown" | "ArrowUp" => {
                    event.prevent_default();
                    open.set(true);
                    if was_open {
                        let next = step(event.key() == "ArrowDown");
                        active.set(next);
                        next.iter().for_each(|n| bring_into_view(&option_id(*n)));
                    }
                }
                // What Enter takes out of an open list is seen before a second Enter goes on.
                "Enter" => {
                    let marked = active
                        .get_untracked()
                        .and_then(|at| shown.with_untracked(|all| all.get(at).cloned()));
                    let is_taken = match marked {
                        Some(option) => {
                            choose(option);
                            true
                        }
                        None => settle(),
                    };
                    if is_taken && was_open {
                        event.prevent_default();
                    }
                }
                "Escape" if was_open => {
                    event.prevent_default();
                    close();
                }
                _ => {}
            }
        }
    };
    let list_id = format!("{id}-list");
    let active_id = {
        let option_id = option_id.clone();
        move || open.get().then(|| active.get().map(&option_id)).flatten()
    };
    let expanded = move || {
        if open.get() && !shown.with(Vec::is_empty) {
            "true"
        } else {
            "false"
        }
        .to_string()
    };
    let list = {
        let list_id = list_id.clone();
        move || {
            if !open.get() {
                return nothing();
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
                let (label, hint) = (option.label.clone(), option.hint.clone());
                let hint = hint.map(|hint| parts![" ", el("span").class("about").child(hint)]);
                el("li")
                    .attr("role", "option")
                    .id(option_id(n))
                    .attr("aria-selected", always(selected))
                    .on("mousedown", move |_| choose(option.clone()))
                    .child(label)
                    .child(hint)
            });
            let items = items.collect::<Vec<_>>();
            if items.is_empty() {
                let words = match are_here() {
                    true => i18n.t("list-nothing"),
                    false => absent.run(()),
                };
                return el("p").class("combobox-list").child(words).into_any();
            }
            el("ul")
                .class("combobox-list")
                .attr("role", "listbox")
                .id(list_id.clone())
                .attr("aria-label", i18n.s("list-label"))
                // The press, and the scroll bar's too, leaves the focus in the input.
                .on("mousedown", |event| event.prevent_default())
                .child(items)
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
                .attr(
                    "lang",
                    attribute(move || text.with(|text| text.lang.clone())),
                )
                .attr("aria-autocomplete", "list")
                .attr("aria-expanded", always(expanded))
                .attr("aria-controls", list_id)
                .attr("aria-activedescendant", attribute(active_id))
                .attr("aria-describedby", described_by)
                .attr("aria-invalid", flag("true", move || invalid.get()))
                .value(live_text(move || text.with(|text| text.text.clone())))
                .on_typed(on_input)
                .on_key(on_key)
                .on_press(move |_| open.set(true))
                .on("blur", move |_| {
                    settle();
                }),
        )
        .child(live(list))
}

fn plain(text: String) -> Words {
    Words::plain(text)
}

/// The one option that was meant: written as its label is, or the same but for marks and capitals, or
/// without the word for its kind. Where several fit, none is.
fn meant<'a>(options: &'a [Suggestion], written: &str) -> Option<&'a Suggestion> {
    let (exact, wanted) = (written.trim(), fold(written));
    let only = |fits: &dyn Fn(&str) -> bool| {
        let mut all = options.iter().filter(|option| fits(&option.label.text));
        all.next().filter(|_| all.next().is_none())
    };
    only(&|label| label == exact)
        .or_else(|| only(&|label| fold(label) == wanted))
        .or_else(|| only(&|label| name(&fold(label)) == wanted))
        .or_else(|| {
            let named = |option: &&Suggestion| {
                let mut names = option.names.iter();
                names.any(|(name, _)| fold(name) == wanted)
            };
            let mut all = options.iter().filter(named);
            all.next().filter(|_| all.next().is_none())
        })
}

/// A folded label without the word for its kind: "Tỉnh", "Phường" and their kin stand before a name,
/// and people type the name.
fn name(label: &str) -> &str {
    ["thanh pho ", "tinh ", "phuong ", "xa ", "dac khu "]
        .iter()
        .find_map(|kind| label.strip_prefix(kind))
        .unwrap_or(label)
}

/// How well a label fits what was typed: from its beginning, from the beginning of a word, anywhere.
fn rank(label: &str, query: &str) -> Option<u8> {
    if query.is_empty() {
        return Some(0);
    }
    let label = fold(label);
    if label.starts_with(query) || name(&label).starts_with(query) {
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

    #[test]
    fn what_was_typed_in_full_is_taken_for_the_option_that_it_names() {
        let all = [
            "Thành phố Hà Nội",
            "Tỉnh Hà Tĩnh",
            "Phường Ba Đình",
            "Phường Hoà Bình",
            "Xã Hòa Bình",
            "Xã Tân Hóa",
            "Xã Tân Hoà",
            "Hà Nội phố",
        ];
        let options: Vec<Suggestion> = all
            .map(|label| Suggestion {
                value: label.into(),
                label: plain(label.into()),
                hint: None,
                names: match label {
                    "Thành phố Hà Nội" => vec![("HN".into(), plain("HN".into()))],
                    "Tỉnh Hà Tĩnh" => {
                        vec![("Nơi cũ".into(), plain("Nơi cũ nay thuộc nơi này".into()))]
                    }
                    _ => Vec::new(),
                },
            })
            .into();
        for (written, taken) in [
            ("Thành phố Hà Nội", Some("Thành phố Hà Nội")),
            (" thanh pho  ha noi ", Some("Thành phố Hà Nội")),
            ("Hà Nội", Some("Thành phố Hà Nội")),
            ("ha noi", Some("Thành phố Hà Nội")),
            ("Ba Đình", Some("Phường Ba Đình")),
            ("phường ba đình", Some("Phường Ba Đình")),
            // A ward and a commune; which one is meant is for people to say.
            ("Hoà Bình", None),
            ("xa hoa binh", Some("Xã Hòa Bình")),
            // The same without marks, told apart by them.
            ("tan hoa", None),
            ("Xã Tân Hóa", Some("Xã Tân Hóa")),
            ("hn", Some("Thành phố Hà Nội")),
            ("noi cu", Some("Tỉnh Hà Tĩnh")),
            ("Ba", None),
            ("Atlantis", None),
            ("", None),
        ] {
            let found = meant(&options, written).map(|option| &*option.value);
            assert_eq!(found, taken, "{written}");
        }
        // By another name it is found too, and says so.
        let by = |query: &str| -> Vec<(String, String)> {
            let ranked = options.iter().map(|option| option.ranked(query));
            let found = ranked.filter(|(rank, _)| rank.is_some());
            let words = |option: &Suggestion| option.hint.clone().unwrap_or_default().text;
            found
                .map(|(_, option)| (option.value.clone(), words(&option)))
                .collect()
        };
        let one = |value: &str, hint: &str| vec![(value.to_string(), hint.to_string())];
        assert_eq!(by("hn"), one("Thành phố Hà Nội", "HN"));
        assert_eq!(
            by("noi cu"),
            one("Tỉnh Hà Tĩnh", "Nơi cũ nay thuộc nơi này")
        );
        assert_eq!(by("ba dinh"), one("Phường Ba Đình", ""));
    }
}
