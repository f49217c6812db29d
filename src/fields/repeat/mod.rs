//! The same questions for several things: a list of what was entered, with a page for each.

use leptos::prelude::*;
use procedure::definition::RepeatKind;

use super::RowLink;
use super::frame::{Of, Shell};
use crate::i18n::Arg;
use crate::ui::live::{is, live, press};

pub(super) fn repeat(shell: Shell, kind: &RepeatKind) -> AnyView {
    let i18n = shell.i18n;
    let item = i18n.text(&kind.item).text;
    let max = kind.max;
    let path = shell.path();
    let rows = Memo::new({
        let path = path.clone();
        move |_| {
            shell.view.track();
            shell.wiring.rows.run(path.clone())
        }
    });
    let list = {
        let (item, path) = (item.clone(), path.clone());
        move || {
            let rows = rows.get();
            if rows.is_empty() {
                return view! { <p>{i18n.t("repeat-empty")}</p> }.into_any();
            }
            let items = rows.into_iter().enumerate().map(|(n, row)| {
                let path = path.clone();
                let remove = move |_| {
                    shell.wiring.remove_row.run((path.clone(), n));
                    shell.wiring.focus.run(format!("{}-add", shell.id()));
                };
                line(shell, n, &item, row, remove)
            });
            view! { <ul class="rows">{items.collect::<Vec<_>>()}</ul> }.into_any()
        }
    };
    let id = shell.id();
    let add_id = format!("{id}-add");
    let full = i18n.tr("repeat-full", &[("n", Arg::Number(max as f64))]);
    let described_by = shell.described_by(&id, Of::Any, false);
    let add = move |_| shell.wiring.add_row.run(path.clone());
    let more = move || rows.with(Vec::len) < max;
    view! {
        <div class="field" data-field=id.clone()>
            {shell.hint().map(|hint| view! { <p class="hint">{hint}</p> })}
            {shell.help()}
            {shell.error(&id, Of::Any)}
            {live(list)}
            <Show when=more>
                <button type="button" class="secondary" id=add_id.clone() aria-describedby=described_by on:click=press(add.clone())>
                    {i18n.tr("repeat-add", &[("item", Arg::Text(&item.to_lowercase()))])}
                </button>
            </Show>
            <p class="hint" hidden=is(more)>{full}</p>
        </div>
    }
    .into_any()
}

fn line(
    shell: Shell,
    n: usize,
    item: &str,
    row: RowLink,
    remove: impl Fn(leptos::ev::MouseEvent) + 'static,
) -> AnyView {
    let i18n = shell.i18n;
    let number = (n + 1).to_string();
    let name = row.name.unwrap_or_else(|| format!("{item} {number}"));
    let change = i18n.tr("change-what", &[("what", Arg::Text(&name))]);
    let remove_words = i18n.tr("remove-what", &[("what", Arg::Text(&name))]);
    let incomplete = row
        .incomplete
        .then(|| view! { <p class="error">{i18n.t("row-incomplete")}</p> });
    let change_id = format!("{}-{n}-change", shell.id());
    view! {
        <li>
            <p><bdi>{name.clone()}</bdi></p>
            {incomplete}
            <p class="row-actions">
                <a href=row.href id=change_id>{change}</a>
                <button type="button" class="link" on:click=press(remove)>{remove_words}</button>
            </p>
        </li>
    }
    .into_any()
}
