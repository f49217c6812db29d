//! Files that were chosen or taken out: what is done, and what is said of it.

use procedure::FieldPath;

use crate::i18n::{Arg, I18n};
use crate::platform::files::Chosen;
use crate::ui::live_region::Announcer;
use crate::wizard::WizardStore;

/// Takes chosen files in, and says of each whether it was taken, or why not.
pub async fn choose(
    store: WizardStore,
    path: FieldPath,
    chosen: Vec<Chosen>,
    i18n: I18n,
    announcer: Announcer,
) {
    let told = store.add_files(path, chosen).await;
    let lines = told.into_iter().map(|(file, problem)| {
        let name = ("name", Arg::Text(&file.name));
        match problem {
            None => i18n.sr("file-added", &[name]),
            Some(problem) => {
                let why = i18n.file_problem(&problem, &[]).text;
                i18n.sr("file-refused", &[name, ("why", Arg::Text(&why))])
            }
        }
    });
    announcer.say(lines.collect::<Vec<_>>().join(" "));
}

/// Takes a file out, and says so.
pub async fn remove(
    store: WizardStore,
    path: FieldPath,
    id: String,
    i18n: I18n,
    announcer: Announcer,
) {
    let name = store
        .now(|session| session.file(&id).map(|file| file.name.clone()))
        .unwrap_or_default();
    store.remove_file(path, id).await;
    announcer.say(i18n.sr("file-removed", &[("name", Arg::Text(&name))]));
}
