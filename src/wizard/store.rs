//! One procedure being filled in.

use std::sync::Arc;

use leptos::prelude::*;
use procedure::{
    Answer, Date, Draft, Event, FieldId, FieldPath, FieldView, Form, ImportMode, Layout,
    NotImported, Outcome, Place, Session, SortedMap, Text,
};

use super::draft::{self, Kept, Pending, Seen};
use super::told::Telling;
use super::{PortalHandle, Sending, Upload};
use crate::platform::clock::{self, Timer};
use crate::platform::dom;
use crate::platform::random;
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
    /// They are, together with what was filled in in another tab.
    Joined(f64),
    /// The device keeps nothing; they are lost when the page closes.
    NotKept,
    /// A draft is there that can't be read now: nothing is written in its place.
    NotRead,
    /// The draft was deleted in another tab: it is not written again.
    Gone,
}

/// What a page says before its questions, because it is not as the citizen left it.
#[derive(Clone, PartialEq, Debug)]
pub enum News {
    /// The form has another version than when it was filled in.
    NewVersion,
    /// The questions, by their labels, that are not asked any more because another answer changed.
    Dropped(Vec<Text>),
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
    /// The draft as it was seen last on the device.
    pub(super) seen: StoredValue<Seen>,
    /// Whether it is not known what is on the device.
    pub(super) is_unread: StoredValue<bool>,
    /// Whether it is being found out what became of a submission.
    pub(super) asking: StoredValue<bool>,
    begun: StoredValue<bool>,
    held_up: StoredValue<bool>,
    /// Random name of the draft.
    pub(super) draft: StoredValue<String>,
    /// Its draft was deleted: nothing writes it again, and its files stay where they are.
    ended: StoredValue<bool>,
    /// Whether what is pending went out before: then it is not known what became of that try.
    pub(super) tried: StoredValue<bool>,
    /// What the page that is shown says before its questions.
    pub(super) news: RwSignal<Option<News>>,
    /// The older version of the form that was filled in, while something has to be done because of the newer.
    older: StoredValue<Option<String>>,
    /// The questions that were asked and answered when the page was shown.
    answered: StoredValue<Vec<FieldId>>,
    /// Which part of a long list of rows is shown: it is the same when somebody comes back from a row.
    rows_page: RwSignal<usize>,
    /// Whether only rows that need something are shown.
    rows_to_do: RwSignal<bool>,
    pub(super) portal: PortalHandle,
    pub(super) max_upload: StoredValue<u64>,
    /// Of what was sent and is put right: its key on the device, and the day by whose rules it is judged.
    again: StoredValue<Option<(String, Date)>>,
    /// What the portal has told.
    pub(super) telling: Telling,
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
        let id = kept
            .as_ref()
            .map_or_else(random::name, |kept| kept.id.clone());
        let version = &session.form().definition.version;
        let older = kept.as_ref().map(|kept| kept.draft.version.clone());
        let older = older.filter(|older| older != version);
        let seen = Seen::of(kept.as_ref());
        Self {
            session: RwSignal::new(session),
            saved: RwSignal::new(kept.map_or(Saved::NotYet, |kept| Saved::At(kept.saved_at))),
            place: RwSignal::new(None),
            sending: RwSignal::new(Sending::Idle),
            pending: RwSignal::new(pending),
            uploads: RwSignal::new(SortedMap::new()),
            lists: RwSignal::new(Default::default()),
            timer: StoredValue::new_local(None),
            seen: StoredValue::new(seen),
            is_unread: StoredValue::new(false),
            asking: StoredValue::new(false),
            begun: StoredValue::new(false),
            held_up: StoredValue::new(false),
            draft: StoredValue::new(id),
            ended: StoredValue::new(false),
            tried: StoredValue::new(true),
            news: RwSignal::new(older.as_ref().map(|_| News::NewVersion)),
            older: StoredValue::new(older),
            answered: StoredValue::new(Vec::new()),
            rows_page: RwSignal::new(0),
            rows_to_do: RwSignal::new(false),
            portal,
            max_upload: StoredValue::new(max_upload),
            again: StoredValue::new(None),
            telling: Telling::default(),
        }
    }

    /// What is on the device could not be read: it is read before anything is written.
    pub fn could_not_read(self) -> Self {
        self.is_unread.set_value(true);
        self.saved.set(Saved::NotRead);
        self
    }

    /// The same for a dossier that is put right: it is kept under this key, and judged by the rules of the
    /// day on which it was sent.
    pub fn put_right(
        session: Session,
        kept: Kept,
        portal: PortalHandle,
        max_upload: u64,
        day: Date,
    ) -> Self {
        let key = kept.procedure.clone();
        let store = Self::new(session, Some(kept), portal, max_upload);
        store.again.set_value(Some((key, day)));
        store.news.set(None);
        store.older.set_value(None);
        store
    }

    /// The day by whose rules answers are judged.
    pub(super) fn today(self) -> Date {
        self.again
            .with_value(|again| again.as_ref().map(|(_, day)| *day))
            .unwrap_or_else(clock::today)
    }

    /// The portal that it speaks to.
    pub fn portal(self) -> PortalHandle {
        self.portal
    }

    /// Files that have not arrived at the portal yet.
    pub fn is_waiting_for_files(self) -> bool {
        self.uploads.with(|uploads| {
            let mut all = uploads.values();
            all.any(|one| !matches!(one, Upload::Arrived | Upload::Failed(_) | Upload::Gone))
        })
    }

    /// Changes the session, and keeps it.
    pub fn update<T>(self, change: impl FnOnce(&mut Session) -> T) -> Option<T> {
        let changed = self.session.try_update(change);
        self.save_soon();
        changed
    }

    /// Begins what goes on by itself: reading and checking answers, fetching code lists, sending
    /// files that wait. What has begun is not begun again, however often it is called.
    pub fn begin(self) {
        if !self.now(Session::is_checked) {
            self.session.update(|session| session.check(self.today()));
        }
        self.fetch_lists();
        if !self.begun.get_value() {
            self.begun.set_value(true);
            self.resume_uploads();
            spawn(self.end_if_sent());
        }
    }

    /// Goes on with the same form in other languages.
    pub fn set_languages(self, form: Arc<Form>) {
        self.session.update(|session| session.set_languages(form));
    }

    /// Goes on with a newer version of the form, and every answer. Says whether it is newer: what went out
    /// and may have arrived stays as it was sent.
    pub fn renew(self, form: Arc<Form>) -> bool {
        let before = self.now(Session::draft);
        let is_same = before.version == form.definition.version;
        let is_sent = matches!(self.sending.get_untracked(), Sending::Sent(_));
        if is_same || is_sent || self.is_pending_now() || self.has_ended() {
            return false;
        }
        let today = self.today();
        if before.answers.is_empty() {
            // Opened, and not begun: there is nothing to tell, and nothing to keep.
            self.session.set(Session::resume(form, before, today));
            self.lists.set(Default::default());
            self.fetch_lists();
            return true;
        }
        // Of two newer versions, what the first asked may not have been done.
        self.older.update_value(|older| {
            older.get_or_insert(before.version.clone());
        });
        self.session.set(Session::resume(form, before, today));
        self.lists.set(Default::default());
        self.news.set(Some(News::NewVersion));
        self.sending.set(Sending::Idle);
        self.fetch_lists();
        self.save_soon();
        true
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

    /// The same, without following.
    pub fn saved_now(self) -> Saved {
        self.saved.get_untracked()
    }

    /// One question on a page, as it is now; `None` while it is not asked.
    pub fn view(self, place: Place, path: FieldPath) -> Memo<Option<FieldView>> {
        Memo::new(move |_| self.with(|session| session.view(&place, &path)))
    }

    /// Whether there are answers of an earlier visit that have not been checked yet.
    pub fn needs_checking_now(self) -> bool {
        self.now(|session| !session.is_checked()) && self.saved_now() != Saved::NotYet
    }

    /// An input changed: as `send`, without what other events need.
    pub fn answer(self, path: &FieldPath, answer: Answer) {
        self.session
            .update(|session| session.answer(path, answer, self.today()));
        self.save_soon();
    }

    /// Continue could not be followed, because the code for it could not be loaded.
    pub fn hold_up(self) {
        self.held_up.set_value(true);
    }

    /// Whether that happened.
    pub fn is_held_up(self) -> bool {
        self.held_up.get_value()
    }

    /// Takes note of what happened, and keeps it.
    pub fn send(self, event: Event) -> Outcome {
        let mut outcome = Outcome::Stay;
        self.session
            .update(|session| outcome = session.apply(event, self.today()));
        self.fetch_lists();
        self.save_soon();
        outcome
    }

    /// Which part of a long list of rows is shown, from 0; and whether only rows that need something are.
    pub fn shown_rows(self) -> (RwSignal<usize>, RwSignal<bool>) {
        (self.rows_page, self.rows_to_do)
    }

    /// Takes rows from a table, and keeps them.
    ///
    /// # Errors
    /// Why nothing was taken.
    pub fn import(self, repeat: &FieldId, text: &str, mode: ImportMode) -> Result<(), NotImported> {
        let mut outcome = Ok(());
        self.session.update(|session| {
            let taken = session.import(repeat, text, mode, self.today());
            outcome = taken.map(drop);
        });
        self.fetch_lists();
        self.save_soon();
        outcome
    }

    /// Takes the last import back.
    pub fn undo_import(self, repeat: &FieldId) {
        self.session.update(|session| {
            session.undo_import(repeat, self.today());
        });
        self.save_soon();
    }

    /// Continue: the answers are on the device before the next page shows.
    ///
    /// Of a form with a newer version, the next page is one on which something is to be done.
    pub async fn go_on(self, place: &Place, layout: Layout, to_review: bool) -> Outcome {
        let to_review = to_review || self.is_behind();
        let mut outcome = Outcome::Stay;
        self.session
            .update(|session| outcome = session.go_on(place, layout, to_review, self.today()));
        if self.is_behind()
            && matches!(outcome, Outcome::Next(_))
            && self.now(Session::changed).is_nothing()
        {
            self.older.set_value(None);
        }
        self.save().await;
        if let Outcome::Next(_) = outcome {
            let dropped = self.now(|session| {
                let dropped = session.dropped(&self.answered.get_value());
                let fields = dropped
                    .into_iter()
                    .map(|field| FieldPath { row: None, field });
                fields
                    .filter_map(|path| Some(session.form().field(&path)?.definition.label.clone()))
                    .collect::<Vec<_>>()
            });
            let news = match dropped.is_empty() {
                false => Some(News::Dropped(dropped)),
                true => self.is_behind().then_some(News::NewVersion),
            };
            self.news.set(news);
        }
        outcome
    }

    /// Whether something has to be done because the form has a newer version.
    fn is_behind(self) -> bool {
        self.older.with_value(Option::is_some)
    }

    /// What the page that is shown says before its questions.
    pub fn news_now(self) -> Option<News> {
        self.news.get_untracked()
    }

    /// Remembers where the citizen is, for the home page.
    ///
    /// Who goes back to the form while files are on their way does not want to send yet.
    pub fn arrive(self, place: &Place) {
        let is_same_step = self
            .place
            .with_untracked(|before| before.as_ref().and_then(Place::step_id) == place.step_id());
        if !is_same_step {
            // What was taken over from another tab has been said.
            if let Saved::Joined(ms) = self.saved_now() {
                self.saved.set(Saved::At(ms));
            }
            self.rows_page.set(0);
            self.rows_to_do.set(false);
        }
        self.place.set(Some(place.clone()));
        self.answered.set_value(self.now(Session::answered));
        if *place != Place::Review && self.sending.get_untracked() == Sending::WaitingForFiles {
            self.sending.set(Sending::Idle);
        }
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

    /// The same, and waits for it.
    pub(super) async fn save_now(self) {
        if self.timer.with_value(Option::is_some) {
            self.save().await;
        }
    }

    /// Puts the answers on the device.
    pub async fn save(self) {
        // A page that may be about to go has no time to wait for another tab.
        let _lock = match dom::is_hidden() {
            true => None,
            false => draft::lock(&self.key()).await,
        };
        // Not before: a page that goes while this one waits writes at once.
        self.timer.set_value(None);
        if self.has_ended() || matches!(self.sending.get_untracked(), Sending::Sent(_)) {
            return;
        }
        // One that is gone stays so, until somebody says that it shall be kept.
        if self.saved_now() == Saved::Gone
            || (!self.has_seen_the_newest() && !self.catch_up().await)
        {
            return;
        }
        let is_joined = matches!(self.saved_now(), Saved::Joined(_));
        let before = self.seen.get_value();
        let kept = Kept {
            revision: draft::revise(&self.key()),
            ..self.kept()
        };
        // At once: what this tab writes while this one is on its way knows of it.
        self.seen.set_value(Seen::of(Some(&kept)));
        let saved = match draft::save(&kept).await {
            Ok(()) if is_joined => Saved::Joined(kept.saved_at),
            Ok(()) => Saved::At(kept.saved_at),
            Err(_) => {
                // What is on the device is what was there before.
                self.seen.update_value(|seen| seen.draft = before.draft);
                Saved::NotKept
            }
        };
        self.saved.set(saved);
    }

    /// The key of its draft.
    pub(super) fn key(self) -> String {
        self.again
            .with_value(|again| again.as_ref().map(|(key, _)| key.clone()))
            .unwrap_or_else(|| self.now(|session| session.form().definition.code.clone()))
    }

    /// Ends it: its draft is deleted.
    pub fn end(self) {
        self.ended.set_value(true);
        self.timer.set_value(None);
    }

    pub(super) fn has_ended(self) -> bool {
        self.ended.get_value()
    }

    pub(super) fn kept(self) -> Kept {
        let place = self.place.get_untracked();
        self.now(|session| {
            let definition = &session.form().definition;
            let step = place
                .as_ref()
                .and_then(Place::step_id)
                .and_then(|step| session.form().step(step.as_str()))
                .map(|step| draft::texts(&step.title));
            Kept {
                id: self.draft.get_value(),
                procedure: self.key(),
                name: draft::texts(&definition.name),
                step: step.unwrap_or_default(),
                saved_at: clock::moment(),
                draft: Draft {
                    // Who comes back later is told again what is to be done.
                    version: self
                        .older
                        .get_value()
                        .unwrap_or_else(|| definition.version.clone()),
                    ..session.draft()
                },
                pending: self.pending.get_untracked(),
                revision: self.seen.with_value(|seen| seen.revision.clone()),
            }
        })
    }

    /// Fetches the code lists that the questions need and that have not arrived.
    pub(super) fn fetch_lists(self) {
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
        let answer = self.portal.desk().code_list(&key.0, &key.1).await;
        let failed = answer.is_err();
        if let Ok(options) = answer {
            self.session
                .update(|session| session.list_arrived(&key.0, &key.1, options));
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
