//! The same questions for several things: a list of what was entered, with a page for each.

use leptos::prelude::*;
use procedure::case::lowercase;
use procedure::definition::RepeatKind;

use super::RowLink;
use super::frame::{Of, Shell};
use crate::i18n::Arg;
use crate::ui::el::el;
use crate::ui::live::{attribute, is, live, show};
use crate::ui::live_region::use_announcer;

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
    let id = shell.id();
    let described_by = shell.described_by(&id, Of::Any, false);
    let list = {
        let (item, path) = (item.clone(), path.clone());
        move || {
            let rows = rows.get();
            // A full list has no button to add, which would be described by what is wrong.
            let is_full = rows.len() >= max;
            if rows.is_empty() {
                return el("p").child(i18n.t("repeat-empty")).into_any();
            }
            let items = rows.into_iter().enumerate().map(|(n, row)| {
                let path = path.clone();
                let name = row.name.clone();
                let name = name.unwrap_or_else(|| format!("{item} {}", n + 1));
                let gone = i18n.sr("row-removed", &[("what", Arg::Text(&name))]);
                let remove = move |_| {
                    shell.wiring.remove_row.run((path.clone(), n));
                    shell.wiring.focus.run(format!("{}-add", shell.id()));
                    announcer.say(gone.clone());
                };
                let described_by = (n == 0 && is_full).then_some(described_by);
                line(shell, n, name, row, described_by, remove)
            });
            el("ul")
                .class("rows")
                .attr("aria-label", label.clone())
                .child(items.collect::<Vec<_>>())
                .into_any()
        }
    };
    let add_id = format!("{id}-add");
    let full = i18n.tr("repeat-full", &[("n", Arg::Number(max as f64))]);
    let add = move |_| shell.wiring.add_row.run(path.clone());
    let more = move || rows.with(Vec::len) < max;
    el("div")
        .class("field")
        .attr("data-field", id.clone())
        .child(shell.hint().map(|hint| el("p").class("hint").child(hint)))
        .child(shell.help())
        .child(shell.error(&id, Of::Any))
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
