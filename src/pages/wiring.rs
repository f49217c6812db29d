//! What joins widgets to the wizard: what they tell, what they ask.

use std::sync::Arc;

use leptos::prelude::*;
use procedure::{Event, FieldPath, Outcome, Place, StepId};

use super::files::{choose, remove};
use super::import;
use super::step::{go, href};
use super::told;
use crate::fields::{self, FileProgress, Progress, RowLink, ShownRows, Side, Wiring};
use crate::hooks::{focus_first, focus_soon, use_navigator};
use crate::i18n::use_i18n;
use crate::later::{self, Page};
use crate::platform::storage::{self, Keeping};
use crate::platform::{clock, files, spawn};
use crate::preferences::use_preferences;
use crate::ui::el::nothing;
use crate::ui::live_region::use_announcer;
use crate::wizard::{Upload, WizardStore};

/// Milliseconds until a row goes after its button was pressed: the browser tells a screen reader first where the focus
/// is now. Orca 43 is silent where both come at once.
const UNTIL_FOCUS_IS_TOLD: i32 = 60;

/// For questions of the kinds that come with the app itself: they only tell their answers.
pub(super) fn early(store: WizardStore, _place: &Place, _to_review: bool) -> Wiring {
    Wiring {
        answer: Callback::new(move |(path, answer)| {
            store.answer(&path, answer);
        }),
        focus: Callback::new(focus_soon),
        focus_first: Callback::new(focus_first),
        for_the_ear: use_preferences().get_now().is_for_the_ear(),
        is_own_device: storage::keeping() == Keeping::Device,
        error: |problem, field, id| later::here(Page::Error(problem, field, id)),
        options: Callback::new(|_| None),
        lists_failed: Signal::derive(|| false),
        retry_lists: Callback::new(|_| ()),
        choose_files: Callback::new(|_| ()),
        remove_file: Callback::new(|_| ()),
        retry_file: Callback::new(|_| ()),
        progress: Callback::new(|_| None),
        rows: Callback::new(|_| Vec::new()),
        add_row: Callback::new(|_| ()),
        remove_row: Callback::new(|_| ()),
        shown_rows: shown_rows(store),
        import: Callback::new(|_| nothing()),
        beside: Callback::new(move |(path, side): (FieldPath, Side)| {
            later::part(move || Page::Beside(store, path.clone(), side))
        }),
    }
}

/// Which of many rows are shown.
pub(super) fn shown_rows(store: WizardStore) -> ShownRows {
    let (page, only_to_do) = store.shown_rows();
    ShownRows { page, only_to_do }
}

/// For questions of any kind.
pub(super) fn any(store: WizardStore, place: &Place, to_review: bool) -> Wiring {
    let (i18n, navigator, announcer) = (use_i18n(), use_navigator(), use_announcer());
    let layout = use_preferences().get_now().layout();
    let step = place.step_id().cloned();
    let code = store.now(|session| session.form().definition.code.clone());
    let goes = StoredValue::new(false);
    let rows = {
        let (step, code) = (step.clone(), code.clone());
        move |path: FieldPath| row_links(store, &path, step.as_ref(), &code, to_review)
    };
    Wiring {
        answer: Callback::new(move |(path, answer)| {
            drop(store.send(Event::Answered(path, answer)))
        }),
        options: Callback::new(move |(list, parent): (&'static str, String)| {
            store.with(|session| session.lists().get(list, &parent).map(Arc::clone))
        }),
        lists_failed: Signal::derive(move || store.lists_failed()),
        retry_lists: Callback::new(move |()| store.retry_lists()),
        choose_files: Callback::new(move |(path, event): (FieldPath, leptos::ev::Event)| {
            let chosen = files::take_chosen(&event);
            spawn(choose(store, path, chosen, i18n, announcer));
        }),
        remove_file: Callback::new(move |(path, id): (FieldPath, String)| {
            spawn(remove(store, path, id, i18n, announcer));
        }),
        retry_file: Callback::new(move |id: String| store.retry_upload(&id)),
        progress: Callback::new(move |id: String| progress(store, &id)),
        rows: Callback::new(rows),
        add_row: Callback::new(move |path: FieldPath| {
            if let Outcome::Next(Place::Step {
                step,
                row: Some(row),
                ..
            }) = store.send(Event::RowAdded(path.field))
            {
                let first = store.now(|session| session.first_of_row(&step, row, layout));
                go(navigator, &code, &first, to_review);
            }
        }),
        remove_row: Callback::new(move |(path, row): (FieldPath, usize)| {
            if goes.get_value() {
                return;
            }
            goes.set_value(true);
            spawn(async move {
                clock::sleep(UNTIL_FOCUS_IS_TOLD).await;
                store.send(Event::RowRemoved(path.field, row));
                let _ = goes.try_set_value(false);
            });
        }),
        shown_rows: shown_rows(store),
        import: Callback::new(move |path: FieldPath| import::import(store, path, to_review)),
        beside: {
            // What is put right is only what the officer asks for: nothing else is filled in with it.
            let is_again = *place == Place::Supplement;
            Callback::new(move |(path, side): (FieldPath, Side)| match is_again {
                true => nothing(),
                false => told::beside(store, &path, side),
            })
        },
        focus: Callback::new(focus_soon),
        focus_first: Callback::new(focus_first),
        for_the_ear: use_preferences().get_now().is_for_the_ear(),
        is_own_device: storage::keeping() == Keeping::Device,
        error: fields::error,
    }
}

fn row_links(
    store: WizardStore,
    path: &FieldPath,
    step: Option<&StepId>,
    code: &str,
    to_review: bool,
) -> Vec<RowLink> {
    let layout = use_preferences().get_now().layout();
    let Some(step) = step else { return Vec::new() };
    store.with(|session| {
        let Some(repeat) = session.form().field(path).cloned() else {
            return Vec::new();
        };
        let rows = session.answers().rows(&path.field).len();
        (0..rows)
            .map(|row| RowLink {
                name: session.row_name(&repeat, row),
                href: href(code, &session.first_of_row(step, row, layout), to_review),
                incomplete: session.row_is_incomplete(&repeat, row),
            })
            .collect()
    })
}

fn progress(store: WizardStore, id: &str) -> FileProgress {
    Some(match store.upload(id)? {
        Upload::Preparing => Progress::UnderWay(0),
        Upload::UnderWay(percent) => Progress::UnderWay(percent),
        Upload::Waiting(percent) => Progress::Waiting(percent),
        Upload::Arrived => Progress::Arrived,
        Upload::Failed(error) => Progress::Failed(error.name()),
        Upload::Gone => Progress::Gone,
    })
}
