//! One procedure being filled in.

use leptos::prelude::*;
use procedure::{Event, FieldPath, FieldView, Layout, Outcome, Place, Session, SortedMap};

use super::draft::{self, Kept, Pending};
use super::{PortalHandle, Sending, Upload};
use crate::platform::clock::{self, Timer};
use crate::platform::spawn;

/// Milliseconds without a further change before a draft is written.
const PAUSE: i32 = 400;

/// Whether the answers are on the device.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Saved {
    /// Nothing was answered yet.
    NotYet,
    /// They are, since this moment (milliseconds since 1970).
    At(f64),
    /// The device keeps nothing; they are lost when the page closes.
    NotKept,
}

/// A code list and the parent whose part of it is meant.
type ListKey = (String, String);

/// A session with everything that happens around it. Cheap to copy; it lives as long as the app.
#[derive(Clone, Copy)]
pub struct WizardStore {
    pub(super) session: RwSignal<Session>,
    pub(super) saved: RwSignal<Saved>,
    pub(super) place: RwSignal<Option<Place>>,
    pub(super) pending: RwSignal<Option<Pending>>,
    pub(super) sending: RwSignal<Sending>,
    pub(super) uploads: RwSignal<SortedMap<String, Upload>>,
    /// Code lists that are being fetched, and those that could not be.
    lists: RwSignal<(Vec<ListKey>, Vec<ListKey>)>,
    timer: StoredValue<Option<Timer>, LocalStorage>,
    /// Whether it is being found out what became of a submission.
    pub(super) asking: StoredValue<bool>,
    begun: StoredValue<bool>,
    pub(super) portal: PortalHandle,
    pub(super) max_upload: StoredValue<u64>,
}

impl WizardStore {
    /// From a session and what was kept of it.
    pub fn new(
        session: Session,
        kept: Option<Kept>,
        portal: PortalHandle,
        max_upload: u64,
    ) -> Self {
        let pending = kept.as_ref().and_then(|kept| kept.pending.clone());
        let store = Self {
            session: RwSignal::new(session),
            saved: RwSignal::new(kept.map_or(Saved::NotYet, |kept| Saved::At(kept.saved_at))),
            place: RwSignal::new(None),
            sending: RwSignal::new(Sending::Idle),
            pending: RwSignal::new(pending),
            uploads: RwSignal::new(SortedMap::new()),
            lists: RwSignal::new(Default::default()),
            timer: StoredValue::new_local(None),
            asking: StoredValue::new(false),
            begun: StoredValue::new(false),
            portal,
            max_upload: StoredValue::new(max_upload),
        };
        store
    }

    /// Begins what goes on by itself: fetching code lists, sending files that wait. Once only,
    /// however often it is called.
    pub fn begin(self) {
        if !self.begun.get_value() {
            self.begun.set_value(true);
            self.fetch_lists();
            self.resume_uploads();
        }
    }

    /// Reads the session; what reads it here follows it.
    pub fn with<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.session.with(read)
    }

    /// Reads the session without following it.
    pub fn now<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.session.with_untracked(read)
    }

    /// Whether the answers are on the device.
    pub fn saved(self) -> Saved {
        self.saved.get()
    }

    /// One question on a page, as it is now; `None` while it is not asked.
    pub fn view(self, place: Place, path: FieldPath) -> Memo<Option<FieldView>> {
        Memo::new(move |_| self.with(|session| session.view(&place, &path)))
    }

    /// Takes note of what happened, and keeps it.
    pub fn send(self, event: Event) -> Outcome {
        let mut outcome = Outcome::Stay;
        self.session
            .update(|session| outcome = session.apply(event, clock::today()));
        self.fetch_lists();
        self.save_soon();
        outcome
    }

    /// Continue: the answers are on the device before the next page shows.
    pub async fn go_on(self, place: &Place, layout: Layout, to_review: bool) -> Outcome {
        let mut outcome = Outcome::Stay;
        self.session
            .update(|session| outcome = session.go_on(place, layout, to_review, clock::today()));
        self.save().await;
        outcome
    }

    /// Remembers where the citizen is, for the home page.
    pub fn arrive(self, place: &Place) {
        self.place.set(Some(place.clone()));
    }

    fn save_soon(self) {
        let timer = clock::after(PAUSE, move || spawn(self.save()));
        self.timer.set_value(timer);
    }

    /// Writes what has not been written yet: the page may be about to go.
    pub fn save_at_once(self) {
        if self.timer.with_value(Option::is_some) {
            spawn(self.save());
        }
    }

    /// Puts the answers on the device.
    pub async fn save(self) {
        self.timer.set_value(None);
        if matches!(self.sending.get_untracked(), Sending::Sent(_)) {
            return;
        }
        let kept = self.kept();
        let saved = match draft::save(&kept).await {
            Ok(()) => Saved::At(kept.saved_at),
            Err(_) => Saved::NotKept,
        };
        self.saved.set(saved);
    }

    fn kept(self) -> Kept {
        let place = self.place.get_untracked();
        self.now(|session| {
            let definition = &session.form().definition;
            let step = place
                .as_ref()
                .and_then(Place::step_id)
                .and_then(|step| session.form().step(step.as_str()))
                .map(|step| draft::texts(&step.title));
            Kept {
                procedure: definition.code.clone(),
                name: draft::texts(&definition.name),
                step: step.unwrap_or_default(),
                saved_at: clock::now(),
                draft: session.draft(),
                pending: self.pending.get_untracked(),
            }
        })
    }

    /// Fetches the code lists that the questions need and that have not arrived.
    fn fetch_lists(self) {
        for key in self.now(Session::wanted_lists) {
            let known = self.lists.with_untracked(|(under_way, failed)| {
                under_way.contains(&key) || failed.contains(&key)
            });
            if !known {
                self.lists.update_untracked(|(under_way, _)| {
                    under_way.push(key.clone());
                });
                spawn(self.fetch_list(key));
            }
        }
    }

    async fn fetch_list(self, key: (String, String)) {
        let answer = self.portal.get().code_list(&key.0, &key.1).await;
        let failed = answer.is_err();
        if let Ok(options) = answer {
            let (list, parent) = key.clone();
            let event = Event::ListArrived {
                list,
                parent,
                options,
            };
            self.session
                .update(|session| drop(session.apply(event, clock::today())));
        }
        self.lists.update(|(under_way, failed_ones)| {
            under_way.retain(|have| *have != key);
            if failed {
                failed_ones.push(key);
            }
        });
        self.fetch_lists();
    }

    /// Whether a code list could not be fetched. Tracked.
    pub fn lists_failed(self) -> bool {
        self.lists.with(|(_, failed)| !failed.is_empty())
    }

    /// Tries again to fetch the code lists.
    pub fn retry_lists(self) {
        self.lists.update(|(_, failed)| failed.clear());
        self.fetch_lists();
    }
}
