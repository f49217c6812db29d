//! Files: a native input, and what became of each file that was chosen.

mod news;

use crate::ui::el::{el, parts};
use leptos::prelude::*;
use procedure::definition::FileKind;
use procedure::field::refuse_file;
use procedure::{Answer, FileAnswer};

use super::frame::{Control, Shell};
use crate::i18n::Arg;
use crate::ui::file_input::file_input;
use crate::ui::live::{flag, live};

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
    let files = Memo::new(move |_| {
        shell.view.with(|view| match &view.answer {
            Some(Answer::Files(files)) => files.clone(),
            _ => Vec::new(),
        })
    });
    news::tell(shell, files);
    let list = move || {
        let files = files
            .get()
            .into_iter()
            .enumerate()
            .map(|(n, file)| item(shell, n, file))
            .collect::<Vec<_>>();
        (!files.is_empty()).then(|| {
            el("ul")
                .class("files")
                .attr("aria-label", list_name(shell))
                .child(files)
        })
    };
    shell.single_with(
        Some(limits),
        move |Control {
                  id,
                  described_by,
                  invalid,
              }| {
            let full = move || files.with(Vec::len) >= max_files;
            let names = Signal::derive(move || {
                let files = files.get().into_iter();
                files.map(|file| file.name).collect::<Vec<_>>()
            });
            let path = shell.path();
            let choose = move |event| shell.wiring.choose_files.run((path.clone(), event));
            parts![
                live(list),
                file_input(id, names, choose)
                    .attr("accept", accept)
                    .attr("multiple", multiple)
                    .attr("data-full", flag("", full))
                    .attr("aria-describedby", described_by)
                    .attr("aria-invalid", flag("true", move || invalid.get()))
            ]
        },
    )
}

/// The list's name. A page may have several such lists.
fn list_name(shell: Shell) -> String {
    let label = shell
        .view
        .with_untracked(|view| shell.i18n.text(&view.field.definition.label).text);
    shell
        .i18n
        .sr("files-chosen", &[("label", Arg::Text(&label))])
}

/// One file: its name and size, what became of it, and a way to take it out.
fn item(shell: Shell, n: usize, file: FileAnswer) -> AnyView {
    let i18n = shell.i18n;
    let refused = shell
        .view
        .with_untracked(|view| refuse_file(&view.field, &file));
    let size = i18n.size(file.bytes);
    let name = file.name.clone();
    let remove_id = format!("{}-remove-{n}", shell.id());
    let status = match refused {
        Some(problem) => {
            let label = shell
                .view
                .with_untracked(|view| i18n.text(&view.field.definition.label).text);
            let words = i18n.file_problem(&problem, &[("label", Arg::Text(&label))]);
            el("p").class("error").child(words).into_any()
        }
        None => {
            let (id, arrived) = (file.id.clone(), file.upload.is_some());
            let remove_id = remove_id.clone();
            let status = move || progress(shell, &id, arrived, &remove_id);
            el("div")
                .class("file-status")
                .child(live(status))
                .into_any()
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
    let remove_words = i18n.tr("file-remove", &[("name", Arg::Text(&name))]);
    el("li")
        .child(
            el("p")
                .child(el("bdi").class("file-name").child(name.clone()))
                .child(" ")
                .child(el("span").class("file-size").child(size)),
        )
        .child(status)
        .child(
            el("button")
                .attr("type", "button")
                .class("link")
                .id(remove_id)
                .on_press(remove)
                .child(remove_words),
        )
        .into_any()
}

fn progress(shell: Shell, id: &str, arrived: bool, remove_id: &str) -> AnyView {
    let i18n = shell.i18n;
    let bar = |percent: u8, key: &str| {
        let words = i18n.sr(key, &[("percent", Arg::Number(f64::from(percent)))]);
        el("span")
            .class("file-progress")
            .child(
                el("progress")
                    .attr("max", "100")
                    .attr("value", percent.to_string())
                    .attr("aria-label", words.clone()),
            )
            .child(words)
            .into_any()
    };
    let again = |key: &str| {
        let (id, remove_id) = (id.to_string(), remove_id.to_string());
        let retry = move |_| {
            // This button goes; the one after it stays.
            shell.wiring.focus_first.run(remove_id.clone());
            shell.wiring.retry_file.run(id.clone());
        };
        let words = i18n.t(key);
        parts![
            el("span").class("error").child(words),
            " ",
            el("button")
                .attr("type", "button")
                .class("link")
                .on_press(retry)
                .child(i18n.t("try-again"))
        ]
    };
    match shell.wiring.progress.run(id.to_string()) {
        _ if arrived => el("span")
            .class("done")
            .child(i18n.t("file-arrived"))
            .into_any(),
        Some(Progress::Arrived) => el("span")
            .class("done")
            .child(i18n.t("file-arrived"))
            .into_any(),
        Some(Progress::UnderWay(percent)) => bar(percent, "file-under-way"),
        Some(Progress::Waiting(percent)) => bar(percent, "file-waiting"),
        Some(Progress::Failed(why)) => again(&format!("file-failed-{why}")),
        Some(Progress::Gone) => el("span")
            .class("error")
            .child(i18n.t("file-gone"))
            .into_any(),
        None => ().into_any(),
    }
}
