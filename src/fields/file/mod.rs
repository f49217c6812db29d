//! Files: a native input, and what became of each file that was chosen.

use leptos::prelude::*;
use procedure::definition::FileKind;
use procedure::field::refuse_file;
use procedure::{Answer, FileAnswer};

use super::frame::{Control, Shell};
use crate::i18n::Arg;
use crate::ui::live::{changed, flag, live, press};

/// Where a file is on its way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Progress {
    /// Percent that the portal has.
    UnderWay(u8),
    /// The network is away; it goes on by itself.
    Waiting(u8),
    /// All of it is there.
    Arrived,
    /// It did not arrive; the ending of the message that says why.
    Failed(&'static str),
    /// The device no longer has it.
    Gone,
}

/// Where a file is on its way; `None` where nothing is known.
pub type FileProgress = Option<Progress>;

pub(super) fn file(shell: Shell, kind: &FileKind) -> AnyView {
    let types = kind
        .accept
        .iter()
        .map(|kind| kind.label())
        .collect::<Vec<_>>()
        .join(", ");
    let accept = kind
        .accept
        .iter()
        .map(|kind| kind.media_type())
        .collect::<Vec<_>>()
        .join(",");
    let max = shell.i18n.limit(kind.max_bytes);
    let limits = shell.i18n.tr(
        "file-limits",
        &[("types", Arg::Text(&types)), ("max", Arg::Text(&max))],
    );
    let (max_files, multiple) = (kind.max_files, kind.max_files > 1);
    let id = shell.id();
    let limits_id = format!("{id}-limits");
    let files = Memo::new(move |_| {
        shell.view.with(|view| match &view.answer {
            Some(Answer::Files(files)) => files.clone(),
            _ => Vec::new(),
        })
    });
    let list = move || {
        let files = files
            .get()
            .into_iter()
            .enumerate()
            .map(|(n, file)| item(shell, n, file))
            .collect::<Vec<_>>();
        (!files.is_empty()).then(
            || view! { <ul class="files" aria-label=shell.i18n.s("files-chosen")>{files}</ul> },
        )
    };
    shell.single(
        move |Control {
                  id,
                  described_by,
                  invalid,
              }| {
            let described_by = {
                let limits_id = limits_id.clone();
                move || {
                    let ids: Vec<String> = std::iter::once(limits_id.clone())
                        .chain(described_by.get())
                        .collect();
                    ids.join(" ")
                }
            };
            let full = move || files.with(Vec::len) >= max_files;
            let choose = {
                let path = shell.path();
                move |input| shell.wiring.choose_files.run((path.clone(), input))
            };
            view! {
                <p class="hint" id=limits_id>{limits}</p>
                {live(list)}
                <input
                    id=id.clone()
                    name=id
                    type="file"
                    class="file-input"
                    accept=accept
                    multiple=multiple
                    data-full=flag("", full)
                    aria-describedby=described_by
                    aria-invalid=flag("true", move || invalid.get())
                    on:change=changed(choose)
                />
            }
            .into_any()
        },
    )
}

/// One file: its name and size, what became of it, and a way to take it out.
fn item(shell: Shell, n: usize, file: FileAnswer) -> AnyView {
    let i18n = shell.i18n;
    let refused = shell
        .view
        .with_untracked(|view| refuse_file(&view.field, &file));
    let size = i18n.size(file.bytes);
    let name = file.name.clone();
    let status = match refused {
        Some(problem) => {
            let label = shell
                .view
                .with_untracked(|view| i18n.text(&view.field.definition.label).text);
            let words = i18n.file_problem(&problem, &[("label", Arg::Text(&label))]);
            view! { <p class="error">{words.view()}</p> }.into_any()
        }
        None => {
            let (id, arrived) = (file.id.clone(), file.upload.is_some());
            let status = move || progress(shell, &id, arrived);
            view! { <div class="file-status">{live(status)}</div> }.into_any()
        }
    };
    let remove = {
        let (path, id) = (shell.path(), file.id.clone());
        move |_| {
            shell.wiring.remove_file.run((path.clone(), id.clone()));
            // The list changes; the input stays.
            shell.wiring.focus.run(shell.id());
        }
    };
    let remove_id = format!("{}-remove-{n}", shell.id());
    let remove_words = i18n.tr("file-remove", &[("name", Arg::Text(&name))]);
    view! {
        <li>
            <p><bdi class="file-name">{name.clone()}</bdi>" "<span class="file-size">{size}</span></p>
            {status}
            <button type="button" class="link" id=remove_id on:click=press(remove)>{remove_words}</button>
        </li>
    }
    .into_any()
}

fn progress(shell: Shell, id: &str, arrived: bool) -> AnyView {
    let i18n = shell.i18n;
    let bar = |percent: u8, key: &str| {
        let words = i18n.sr(key, &[("percent", Arg::Number(f64::from(percent)))]);
        view! {
            <span class="file-progress">
                <progress max="100" value=percent.to_string() aria-label=words.clone()></progress>
                {words}
            </span>
        }
        .into_any()
    };
    let again = |key: &str| {
        let id = id.to_string();
        let retry = move |_| shell.wiring.retry_file.run(id.clone());
        let words = i18n.t(key);
        view! {
            <span class="error">{words}</span>" "
            <button type="button" class="link" on:click=press(retry)>{i18n.t("try-again")}</button>
        }
        .into_any()
    };
    match shell.wiring.progress.run(id.to_string()) {
        _ if arrived => view! { <span class="done">{i18n.t("file-arrived")}</span> }.into_any(),
        Some(Progress::Arrived) => {
            view! { <span class="done">{i18n.t("file-arrived")}</span> }.into_any()
        }
        Some(Progress::UnderWay(percent)) => bar(percent, "file-under-way"),
        Some(Progress::Waiting(percent)) => bar(percent, "file-waiting"),
        Some(Progress::Failed(why)) => again(&format!("file-failed-{why}")),
        Some(Progress::Gone) => {
            view! { <span class="error">{i18n.t("file-gone")}</span> }.into_any()
        }
        None => ().into_any(),
    }
}
