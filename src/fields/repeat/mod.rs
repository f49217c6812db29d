//! The same questions for several things: a list of what was entered, with a page for each.

use leptos::prelude::*;
use procedure::case::lowercase;
use procedure::definition::RepeatKind;

use super::frame::{Of, Shell};
use super::{RowLink, ShownRows};
use crate::i18n::Arg;
use crate::ui::el::{El, el, nothing, parts};
use crate::ui::live::{attribute, is, live, show};
use crate::ui::live_region::use_announcer;

/// A list with more rows is shown in parts of as many: two hundred links and buttons in a row are more
/// than anybody goes through by key or by ear.
pub(super) const ROWS_OF_A_PAGE: usize = 20;

pub(super) fn repeat(shell: Shell, kind: &RepeatKind) -> AnyView {
    let (i18n, announcer) = (shell.i18n, use_announcer());
    let item = i18n.text(&kind.item).text;
    let label = shell
        .view
        .with_untracked(|view| i18n.text(&view.field.definition.label).text);
    let max = kind.max;
    let path = shell.path();
    let rows = Memo::new({
        let path = path.clone();
        move |_| {
            shell.view.track();
            shell.wiring.rows.run(path.clone())
        }
    });
    let part = part_of(shell.wiring.shown_rows, rows);
    let id = shell.id();
    let described_by = shell.described_by(&id, Of::Any, false);
    let list = {
        let (item, path) = (item.clone(), path.clone());
        move || {
            let (part, rows) = (part.get(), rows.get());
            // A full list has no button to add, which would be described by what is wrong.
            let is_full = rows.len() >= max;
            if rows.is_empty() {
                return el("p").child(i18n.t("repeat-empty")).into_any();
            }
            if part.rows.is_empty() {
                return el("p").child(i18n.t("rows-none-to-do")).into_any();
            }
            let first = part.rows[0];
            let items = part.rows.iter().filter_map(|&n| {
                let (path, row) = (path.clone(), rows.get(n)?.clone());
                let number = format!("{item} {}", n + 1);
                let name = match row.name.clone() {
                    // Of many, the number says which it is in the table that somebody has.
                    Some(name) if part.is_long => format!("{number}: {name}"),
                    Some(name) => name,
                    None => number,
                };
                let gone = i18n.sr("row-removed", &[("what", Arg::Text(&name))]);
                let remove = move |_| {
                    shell.wiring.focus_first.run(format!("{}-add", shell.id()));
                    shell.wiring.remove_row.run((path.clone(), n));
                    announcer.say(gone.clone());
                };
                let described_by = (n == first && is_full).then_some(described_by);
                Some(line(shell, n, name, row, described_by, remove))
            });
            let list = el("ul")
                .class("rows")
                .attr("aria-label", label.clone())
                .child(items.collect::<Vec<_>>());
            match part.is_long {
                true => parts![heading(shell, &part, &item), list, turn(shell, &part)],
                false => list.into_any(),
            }
        }
    };
    let add_id = format!("{id}-add");
    let full = i18n.tr("repeat-full", &[("n", Arg::Number(max as f64))]);
    let import = kind.import.then(|| shell.wiring.import.run(path.clone()));
    let add = move |_| shell.wiring.add_row.run(path.clone());
    let more = move || rows.with(Vec::len) < max;
    el("div")
        .class("field")
        .attr("data-field", id.clone())
        .child(shell.hint().map(|hint| el("p").class("hint").child(hint)))
        .child(shell.help())
        .child(import)
        .child(shell.error(&id, Of::Any))
        .child(show(
            move || rows.with(Vec::len) > ROWS_OF_A_PAGE,
            move || only_to_do(shell, rows),
        ))
        .child(live(list))
        .child(show(more, move || {
            el("button")
                .attr("type", "button")
                .class("secondary")
                .id(add_id.clone())
                .attr("aria-describedby", described_by)
                .on_press(add.clone())
                .child(i18n.tr("repeat-add", &[("item", Arg::Text(&lowercase(&item)))]))
        }))
        .child(el("p").class("hint").hidden(is(more)).child(full))
        .into_any()
}

/// The rows that are shown of all.
#[derive(Clone, PartialEq, Debug)]
struct Shown {
    /// Their numbers, from 0.
    rows: Vec<usize>,
    /// Which part it is, from 0, and the last one.
    page: usize,
    last: usize,
    /// How many rows there are in all parts.
    of: usize,
    /// There are more rows than are shown at once.
    is_long: bool,
    /// Only those that need something are there.
    is_to_do: bool,
}

fn part_of(shown: ShownRows, rows: Memo<Vec<RowLink>>) -> Memo<Shown> {
    Memo::new(move |_| {
        let (page, only_to_do) = (shown.page.get(), shown.only_to_do.get());
        rows.with(|rows| {
            let is_long = rows.len() > ROWS_OF_A_PAGE;
            let is_to_do = is_long && only_to_do;
            let wanted = rows.iter().enumerate();
            let wanted = wanted.filter(|(_, row)| row.incomplete || !is_to_do);
            let wanted: Vec<usize> = wanted.map(|(n, _)| n).collect();
            let last = wanted.len().saturating_sub(1) / ROWS_OF_A_PAGE;
            // The last part may have emptied while somebody put its rows right.
            let page = page.min(last);
            let rows = wanted.chunks(ROWS_OF_A_PAGE).nth(page);
            Shown {
                rows: rows.unwrap_or_default().to_vec(),
                page,
                last,
                of: wanted.len(),
                is_long,
                is_to_do,
            }
        })
    })
}

/// Says which rows are shown. It gets the focus when others are: so it is heard, and the next Tab is in
/// the list.
fn heading(shell: Shell, part: &Shown, item: &str) -> El {
    let first = part.page * ROWS_OF_A_PAGE;
    let number = |n: usize| Arg::Number(n as f64);
    let args = [
        ("item", Arg::Text(item)),
        ("from", number(first + 1)),
        ("to", number(first + part.rows.len())),
        ("of", number(part.of)),
    ];
    let words = match part.is_to_do {
        true => shell.i18n.tr("rows-part-to-do", &args[1..]),
        false => shell.i18n.tr("rows-part", &args),
    };
    el("h2")
        .id(format!("{}-part", shell.id()))
        .attr("tabindex", "-1")
        .child(words)
}

/// To the rows before and behind.
fn turn(shell: Shell, part: &Shown) -> AnyView {
    let to = |page: usize, key: &'static str| {
        el("button")
            .attr("type", "button")
            .class("secondary")
            .on_press(move |_| {
                shell.wiring.shown_rows.page.set(page);
                shell.wiring.focus.run(format!("{}-part", shell.id()));
            })
            .child(shell.i18n.t(key))
    };
    if part.last == 0 {
        return nothing();
    }
    let before = part.page.checked_sub(1);
    let next = (part.page < part.last).then_some(part.page + 1);
    el("p")
        .class("row-actions")
        .child(before.map(|page| to(page, "rows-before")))
        .child(next.map(|page| to(page, "rows-next")))
        .into_any()
}

/// Leaves out the rows in which nothing has to be done.
fn only_to_do(shell: Shell, rows: Memo<Vec<RowLink>>) -> El {
    let (shown, announcer) = (shell.wiring.shown_rows, use_announcer());
    let id = format!("{}-to-do", shell.id());
    let tick = move |on: bool| {
        shown.page.set(0);
        shown.only_to_do.set(on);
        let is_shown = |row: &&RowLink| row.incomplete || !on;
        let n = rows.with_untracked(|rows| rows.iter().filter(is_shown).count());
        let n = ("n", Arg::Number(n as f64));
        announcer.say(shell.i18n.sr("rows-shown", &[n]));
    };
    el("div")
        .class("option")
        .child(
            el("input")
                .attr("type", "checkbox")
                .id(id.clone())
                .checked(is(move || shown.only_to_do.get()))
                .on_ticked(tick),
        )
        .child(
            el("label")
                .attr("for", id)
                .child(shell.i18n.t("rows-only-to-do")),
        )
}

fn line(
    shell: Shell,
    n: usize,
    name: String,
    row: RowLink,
    described_by: Option<Signal<Option<String>>>,
    remove: impl Fn(leptos::ev::Event) + 'static,
) -> AnyView {
    let i18n = shell.i18n;
    let change = i18n.tr("change-what", &[("what", Arg::Text(&name))]);
    let remove_words = i18n.tr("remove-what", &[("what", Arg::Text(&name))]);
    let incomplete = row
        .incomplete
        .then(|| el("p").class("error").child(i18n.t("row-incomplete")));
    let change_id = format!("{}-{n}-change", shell.id());
    let described_by = attribute(move || described_by.and_then(|ids| ids.get()));
    el("li")
        .child(el("p").child(el("bdi").child(name.clone())))
        .child(incomplete)
        .child(
            el("p")
                .class("row-actions")
                .child(
                    el("a")
                        .attr("href", row.href)
                        .id(change_id)
                        .attr("aria-describedby", described_by)
                        .child(change),
                )
                .child(
                    el("button")
                        .attr("type", "button")
                        .class("link")
                        .on_press(remove)
                        .child(remove_words),
                ),
        )
        .into_any()
}
