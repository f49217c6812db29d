//! Rows from a table: above the list of a repeat, folded, for those who have a table already.

use leptos::prelude::*;
use procedure::definition::KindDefinition;
use procedure::{
    FieldPath, ImportMode, Imported, Layout, NotImported, Problem, TABLE_BYTES, table_text,
};

use super::step::href;
use super::wiring::shown_rows;
use crate::fields;
use crate::hooks::{focus_soon, use_navigator};
use crate::i18n::{Arg, I18n, Words, use_i18n};
use crate::platform::clock;
use crate::platform::files::{self, Chosen};
use crate::platform::spawn;
use crate::preferences::use_preferences;
use crate::ui::el::{El, el, nothing, parts};
use crate::ui::error_message::error_message;
use crate::ui::file_input::file_input;
use crate::ui::live::{attribute, flag, is, live, show};
use crate::ui::live_region::use_announcer;
use crate::ui::notice::notice;
use crate::wizard::WizardStore;

/// Rows whose mistakes are listed at once: more are found by the list itself.
const LISTED: usize = 20;

/// A repeat that takes tables, and the ids of what stands here.
#[derive(Clone)]
struct Table {
    store: WizardStore,
    path: FieldPath,
    i18n: I18n,
    layout: Layout,
    to_review: bool,
}

/// What somebody has given so far.
#[derive(Clone, Copy)]
struct Given {
    /// The name of the file, if it came from one.
    file: RwSignal<Vec<String>>,
    text: RwSignal<String>,
    mode: RwSignal<ImportMode>,
    refused: RwSignal<Option<NotImported>>,
}

impl Table {
    fn id(&self, ending: &str) -> String {
        format!("{}-import{ending}", self.path.dom_id())
    }

    /// Whether there are rows already. Tracked.
    fn has_rows(&self) -> bool {
        self.store
            .with(|session| !session.answers().rows(&self.path.field).is_empty())
    }
}

/// The fold, and what the last import brought.
pub(super) fn import(store: WizardStore, path: FieldPath, to_review: bool) -> AnyView {
    let table = Table {
        store,
        path,
        i18n: use_i18n(),
        layout: use_preferences().get_now().layout(),
        to_review,
    };
    let i18n = table.i18n;
    let given = Given {
        file: RwSignal::new(Vec::new()),
        text: RwSignal::new(String::new()),
        mode: RwSignal::new(ImportMode::Append),
        refused: RwSignal::new(None),
    };
    let step = |key: &str| el("li").child(i18n.t(key));
    parts![
        el("details")
            .class("import")
            .child(el("summary").id(table.id("")).child(i18n.t("import-title")))
            .child(el("p").child(i18n.t("import-for")))
            .child(
                el("ol")
                    .child(step("import-step-table"))
                    .child(step("import-step-save"))
                    .child(step("import-step-take"))
            )
            .child(download(&table))
            .child(file(&table, given))
            .child(text(&table, given))
            .child(mode(&table, given))
            .child(take(&table, given)),
        result(table)
    ]
}

/// The names of the columns, or the rows that are there, as a file.
fn download(table: &Table) -> El {
    let Table {
        store, path, i18n, ..
    } = table.clone();
    let words = {
        let table = table.clone();
        move || match table.has_rows() {
            true => i18n.t("import-rows"),
            false => i18n.t("import-template"),
        }
    };
    el("button")
        .attr("type", "button")
        .class("secondary")
        .on_press(move |_| {
            let text = store.now(|session| session.table(&path.field, &i18n.tags()));
            if let Some(text) = text {
                let name = format!("{}.csv", path.dom_id());
                files::give(&name, "text/csv;charset=utf-8", &text);
            }
        })
        .child(live(words))
}

fn file(table: &Table, given: Given) -> El {
    let (i18n, id, announcer) = (table.i18n, table.id("-file"), use_announcer());
    let text_id = table.id("-text");
    let read = move |event: leptos::ev::Event| {
        let Some(Chosen { name, blob }) = files::take_chosen(&event).into_iter().next() else {
            return;
        };
        let text_id = text_id.clone();
        spawn(async move {
            let read = match blob.size() > TABLE_BYTES {
                // Not even looked at: it may be a film.
                true => Err(NotImported::TooLarge { max: TABLE_BYTES }),
                false => match blob.bytes().await {
                    Ok(bytes) => table_text(&bytes),
                    Err(files::Unreadable) => Err(NotImported::NotText),
                },
            };
            match read {
                Ok(text) => {
                    announcer.say(i18n.sr("import-file-read", &[("name", Arg::Text(&name))]));
                    given.file.set(vec![name]);
                    given.text.set(text);
                    given.refused.set(None);
                }
                Err(why) => {
                    given.file.set(Vec::new());
                    given.refused.set(Some(why));
                    focus_soon(text_id);
                }
            }
        });
    };
    let label = i18n.t("import-file");
    el("div")
        .class("field")
        .child(el("label").attr("for", id.clone()).child(label))
        .child(file_input(id, given.file.into(), read).attr("accept", ".csv,.tsv,.txt,text/csv"))
}

fn text(table: &Table, given: Given) -> El {
    let (i18n, id) = (table.i18n, table.id("-text"));
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described_by = attribute({
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || match given.refused.get() {
            Some(_) => Some(format!("{hint_id} {error_id}")),
            None => Some(hint_id.clone()),
        }
    });
    let error = move || {
        let why = given.refused.get();
        why.map(|why| error_message(error_id.clone(), why_not(i18n, why)))
    };
    let is_refused = move || given.refused.with(Option::is_some);
    el("div")
        .class("field")
        .attr("data-field", id.clone())
        .attr("data-invalid", flag("", is_refused))
        .child(
            el("label")
                .attr("for", id.clone())
                .child(i18n.t("import-text")),
        )
        .child(
            el("p")
                .class("hint")
                .id(hint_id)
                .child(i18n.t("import-text-hint")),
        )
        .child(live(error))
        .child(
            el("textarea")
                .id(id)
                .attr("rows", "5")
                .class("input")
                .attr("autocomplete", "off")
                .attr("spellcheck", "false")
                .attr("aria-describedby", described_by)
                .attr("aria-invalid", flag("true", is_refused))
                .value(given.text)
                .on_typed(move |text| given.text.set(text)),
        )
}

fn why_not(i18n: I18n, why: NotImported) -> Words {
    match why {
        NotImported::Empty => i18n.t("import-empty"),
        NotImported::NotText | NotImported::NotHere => i18n.t("import-not-text"),
        NotImported::TooManyLines { max } => {
            i18n.tr("import-too-many-lines", &[("n", Arg::Number(max as f64))])
        }
        NotImported::TooLarge { max } => {
            let max = i18n.limit(max);
            i18n.tr("import-too-large", &[("max", Arg::Text(&max))])
        }
    }
}

/// What becomes of the rows that are there; nothing where there are none.
fn mode(table: &Table, given: Given) -> AnyView {
    let (i18n, name) = (table.i18n, table.id("-mode"));
    let has_rows = {
        let table = table.clone();
        move || table.has_rows()
    };
    let option = move |mode: ImportMode, ending: &str, words: Words| {
        let id = format!("{name}{ending}");
        el("div")
            .class("option")
            .child(
                el("input")
                    .attr("type", "radio")
                    .id(id.clone())
                    .attr("name", name.clone())
                    .checked(is(move || given.mode.get() == mode))
                    .on("change", move |_| given.mode.set(mode)),
            )
            .child(el("label").attr("for", id).child(words))
    };
    show(has_rows, move || {
        let legend = el("span").class("label").child(i18n.t("import-mode"));
        let append = option(ImportMode::Append, "", i18n.t("import-append"));
        let replace = option(ImportMode::Replace, "-replace", i18n.t("import-replace"));
        el("fieldset")
            .class("field")
            .child(el("legend").child(legend))
            .child(el("div").class("options").child(append).child(replace))
    })
}

fn take(table: &Table, given: Given) -> El {
    let Table {
        store, path, i18n, ..
    } = table.clone();
    let (text_id, result_id) = (table.id("-text"), table.id("-result"));
    let press = move |_| {
        let has_rows = store.now(|session| !session.answers().rows(&path.field).is_empty());
        let mode = match has_rows {
            true => given.mode.get_untracked(),
            false => ImportMode::Append,
        };
        let taken = store.import(&path.field, &given.text.get_untracked(), mode);
        given.refused.set(taken.err());
        if taken.is_err() {
            return focus_soon(text_id.clone());
        }
        given.text.set(String::new());
        given.file.set(Vec::new());
        given.mode.set(ImportMode::Append);
        shown_rows(store).bring(0);
        focus_soon(result_id.clone());
    };
    el("button")
        .attr("type", "button")
        .class("secondary")
        .on_press(press)
        .child(i18n.t("import-take"))
}

/// What the last import brought and what is to be done about it. Like the error summary it is a group
/// that gets the focus. It stays until the page is left by Continue: who puts one row right comes back for
/// the next.
fn result(table: Table) -> AnyView {
    let (store, field) = (table.store, table.path.field.clone());
    let last = Memo::new(move |_| store.with(|session| session.last_import(&field).cloned()));
    live(move || match last.get() {
        None => nothing(),
        Some(last) => told(&table, &last),
    })
}

fn told(table: &Table, last: &Imported) -> AnyView {
    let (store, i18n, field) = (table.store, table.i18n, table.path.field.clone());
    let (id, title_id) = (table.id("-result"), table.id("-result-title"));
    let wrong = {
        let field = field.clone();
        Memo::new(move |_| store.with(|session| session.row_problems(&field)))
    };
    let number = |n: usize| ("n", Arg::Number(n as f64));
    let say = |key: &str, n: usize| el("p").child(i18n.tr(key, &[number(n)]));
    let columns = |key: &str, names: Vec<String>| {
        let names = names.join(", ");
        (!names.is_empty()).then(|| {
            let args = [("columns", Arg::Text(&names))];
            el("p").child(i18n.tr(key, &args))
        })
    };
    let missing = last.missing_columns.iter();
    let missing = missing.map(|label| i18n.text(label).text).collect();
    let is_odd = last.too_many > 0 || last.by_order || !wrong.with_untracked(Vec::is_empty);
    let lines = {
        let table = table.clone();
        move || wrong.with(|wrong| wrong_rows(&table, wrong))
    };
    let can_undo = {
        let field = field.clone();
        move || store.with(|session| session.can_undo_import(&field))
    };
    let undo = {
        let (announcer, fold) = (use_announcer(), table.id(""));
        move |_| {
            store.undo_import(&field);
            shown_rows(store).bring(0);
            announcer.say(i18n.s("import-undone"));
            focus_soon(fold.clone());
        }
    };
    notice(if is_odd { "warning" } else { "done" })
        .id(id)
        .attr("tabindex", "-1")
        .attr("role", "group")
        .attr("aria-labelledby", title_id.clone())
        .child(
            el("h2")
                .id(title_id)
                .child(i18n.tr("import-done", &[number(last.rows)])),
        )
        .child((last.too_many > 0).then(|| say("import-no-room", last.too_many)))
        .child(
            last.by_order
                .then(|| el("p").child(i18n.t("import-by-order"))),
        )
        .child(columns("import-left-out", last.left_out_columns.clone()))
        .child(columns("import-no-column", missing))
        .child(live(lines))
        .child(show(can_undo, move || {
            el("button")
                .attr("type", "button")
                .class("secondary")
                .on_press(undo.clone())
                .child(i18n.t("import-undo"))
        }))
        .into_any()
}

/// Row by row what is wrong, each with a link to its page.
fn wrong_rows(table: &Table, wrong: &[(usize, Vec<Problem>)]) -> AnyView {
    let Table {
        store,
        path,
        i18n,
        layout,
        to_review,
    } = table;
    if wrong.is_empty() {
        return el("p").child(i18n.t("import-all-right")).into_any();
    }
    let (navigator, store) = (use_navigator(), *store);
    let number = |n: usize| ("n", Arg::Number(n as f64));
    let line = |row: usize, problem: &Problem| {
        store.now(|session| {
            let form = session.form();
            let item = match form.field(path)?.kind() {
                KindDefinition::Repeat(kind) => i18n.text(&kind.item).text,
                _ => String::new(),
            };
            let field = form.field(&problem.path)?;
            let label = i18n.text(&field.definition.label).text;
            let place = session.place_of(&problem.path, *layout);
            let input = fields::first_input(problem, field.kind());
            let link = el("a")
                .attr("href", href(&form.definition.code, &place, *to_review))
                .on_press(move |_| {
                    store.update(|session| session.show_wrong(&place, clock::today()));
                    navigator.aim_at(input.clone());
                })
                .child(format!("{item} {}: {label}: ", row + 1))
                .child(i18n.problem(problem, field));
            Some(el("li").child(link))
        })
    };
    let listed = wrong.iter().take(LISTED);
    let lines = listed.flat_map(|(row, problems)| {
        let lines = problems.iter().filter_map(|problem| line(*row, problem));
        lines.collect::<Vec<_>>()
    });
    let rest = wrong.len().saturating_sub(LISTED);
    parts![
        el("p").child(i18n.tr("import-wrong", &[number(wrong.len())])),
        el("ul")
            .class("wrong-rows")
            .child(lines.collect::<Vec<_>>()),
        (rest > 0).then(|| el("p").child(i18n.tr("import-more-wrong", &[number(rest)])))
    ]
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
