//! The procedures that have been opened, each with its session. They outlive pages.

use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use portal_wire::{Supplement, Texts};
use procedure::{Definition, Draft, Mistake, Session, SortedMap};
use serde_json::Value;

use super::draft::{self, Kept};
use super::whose;
use super::{PortalHandle, Saved, Sending, WizardStore};
use crate::platform::storage::{Keeping, NotRead};
use crate::platform::{clock, history, spawn};
use crate::portal::{Compiled, PortalError, SentAnswers, SignedIn, Tracking};

/// How often it is looked whether it is known who has signed in, and the milliseconds between two looks.
const LOOKS: usize = 100;
const LOOK: i32 = 80;

/// What became of opening a procedure.
#[derive(Clone, Copy)]
#[expect(
    clippy::large_enum_variant,
    reason = "a store is a handful of indices; there is one for each procedure"
)]
pub enum Loading {
    /// On its way.
    Loading,
    /// The portal did not give it.
    Failed(StoredValue<PortalError>),
    /// Its definition has mistakes.
    Mistaken(StoredValue<Vec<Mistake>>),
    /// Here it is.
    Ready(WizardStore),
}

/// Where the words come from that a definition does not have.
pub struct Languages {
    /// The tags of the language that is shown and of those behind it.
    pub tags: Box<dyn Fn() -> Vec<String>>,
    /// What there is for a procedure in these languages.
    pub words: Box<dyn Fn(String, Vec<String>) -> Words>,
}

/// Words that are on their way.
type Words = Pin<Box<dyn Future<Output = Box<dyn Fn(&mut Definition)>>>>;

/// Reads the draft of a procedure. The code for it comes later, and may not come: then it is not known
/// whether there is one, and nothing may be written in its place.
pub type Drafts = Box<dyn Fn(String) -> Pin<Box<dyn Future<Output = ReadDraft>>>>;

/// The draft, if there is one, or that this is not known.
pub type ReadDraft = Result<Result<Option<Kept>, NotRead>, PortalError>;

/// All procedures that have been opened.
#[derive(Clone, Copy)]
pub struct Wizards {
    opened: StoredValue<SortedMap<String, RwSignal<Loading>>>,
    owner: StoredValue<Owner>,
    portal: PortalHandle,
    languages: StoredValue<Languages, LocalStorage>,
    drafts: StoredValue<Drafts, LocalStorage>,
    /// Most bytes of a file that the portal takes.
    max_upload: RwSignal<u64>,
    /// Who has signed in at the portal; `None` until it has said so.
    session: RwSignal<Option<SignedIn>>,
    /// Whether it is known under whose name drafts are.
    is_whose_known: StoredValue<bool>,
    /// Dossiers that are put right: what of them was not written yet is written with the others.
    again: StoredValue<Vec<PutRight>>,
    /// The dossier that somebody has just opened with its proof, for as long as the app runs.
    proven: StoredValue<Option<Proven>>,
}

/// A dossier that is put right.
#[derive(Clone)]
pub struct PutRight {
    /// The dossier's code.
    pub code: String,
    /// The proof that opened it; empty for the owner who has signed in.
    pub proof: String,
    /// What an officer asks for.
    pub asked: Supplement,
    /// The procedure's name.
    pub name: Texts,
    /// The answers as they were sent.
    pub sent: Arc<Value>,
    /// The answers as they are now.
    pub store: WizardStore,
}

/// Why an application was not begun from another one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotBegun {
    /// There is a draft of this procedure already.
    HasDraft,
    /// What was sent, or the form, could not be had.
    Failed,
}

/// A dossier and the proof that opened it.
#[derive(Clone, Debug)]
pub struct Proven {
    /// The dossier's code.
    pub code: String,
    /// The proof.
    pub proof: String,
    /// Where it stood then.
    pub tracking: Tracking,
}

impl Wizards {
    /// None yet. What is opened lives as long as the owner that is current now.
    pub fn new(portal: PortalHandle, languages: Languages, drafts: Drafts) -> Self {
        Self {
            opened: StoredValue::new(SortedMap::new()),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            portal,
            languages: StoredValue::new_local(languages),
            drafts: StoredValue::new_local(drafts),
            max_upload: RwSignal::new(u64::MAX),
            session: RwSignal::new(None),
            is_whose_known: StoredValue::new(!whose::may_be_somebody()),
            again: StoredValue::new(Vec::new()),
            proven: StoredValue::new(None),
        }
    }

    /// The portal.
    pub fn portal(self) -> PortalHandle {
        self.portal
    }

    /// Remembers which dossier was opened with which proof.
    pub fn set_proven(self, proven: Proven) {
        self.proven.set_value(Some(proven));
    }

    /// The proof of a dossier, if it was opened with one.
    pub fn proven(self, code: &str) -> Option<Proven> {
        self.proven.get_value().filter(|proven| proven.code == code)
    }

    /// Who has signed in; `None` until the portal has said so. Tracked.
    pub fn session(self) -> Option<SignedIn> {
        self.session.get()
    }

    /// Who has signed in is known now. What a guest has begun in this tab becomes theirs; what is another
    /// account's leaves the page, and stays under its name.
    pub async fn set_session(self, session: SignedIn) {
        if let Some(account) = &session.account {
            self.belong_to(&whose::of(account)).await;
        }
        self.is_whose_known.set_value(true);
        // It is told anew only when it is somebody else: a form may stand there.
        let who = |session: &SignedIn| session.account.clone();
        let is_known = self
            .session
            .with_untracked(|now| now.as_ref().is_some_and(|now| who(now) == who(&session)));
        if !is_known {
            self.session.set(Some(session));
        }
    }

    async fn belong_to(self, account: &str) {
        let before = whose::now();
        if before == account {
            return;
        }
        let stores = self.stores();
        if before.is_empty() {
            whose::set(account);
            self.is_whose_known.set_value(true);
            for store in stores {
                let code = store.kept().procedure;
                let is_begun = store.now(|session| !session.answers().is_empty());
                if is_begun {
                    // A device that does not put the older one aside does not keep this one either.
                    if draft::put_aside(&code).await.is_ok() {
                        // It goes on in the place of the one that was put aside.
                        store.see();
                        store.save().await;
                    }
                } else if draft::is_there(&code).await.unwrap_or(true) {
                    // Opened and not begun, and there is one of theirs: that is what they go on with.
                    self.open_again(code).await;
                }
            }
            return;
        }
        for store in stores {
            store.save_now().await;
        }
        whose::set(account);
        self.leave_all();
        history::reload();
    }

    /// Reads a procedure anew, in the place where it is shown.
    async fn open_again(self, code: String) {
        let state = self.opened.with_value(|opened| opened.get(&code).copied());
        if let Some(state) = state {
            if let Loading::Ready(store) = state.get_untracked() {
                store.end();
            }
            state.set(Loading::Loading);
            self.load(code, state).await;
        }
    }

    /// Whoever was here has signed out: what is theirs leaves the page, and stays under their name.
    pub async fn signed_out(self) {
        for store in self.stores() {
            store.save_now().await;
        }
        whose::set("");
        self.leave_all();
        // Told anew though the session had ended before: the page offers to leave until then.
        self.session.set(Some(SignedIn::default()));
    }

    fn stores(self) -> Vec<WizardStore> {
        let mut stores = self
            .again
            .with_value(|again| again.iter().map(|one| one.store).collect::<Vec<_>>());
        self.opened.with_value(|opened| {
            for state in opened.values() {
                if let Loading::Ready(store) = state.get_untracked() {
                    stores.push(store);
                }
            }
        });
        stores
    }

    fn leave_all(self) {
        self.stores().into_iter().for_each(WizardStore::end);
        self.opened.set_value(SortedMap::new());
        self.again.set_value(Vec::new());
        self.proven.set_value(None);
    }

    /// Asks the portal who has signed in. A portal without accounts says nothing, and nobody has.
    pub async fn ask_session(self) -> SignedIn {
        match self.portal.desk().session().await {
            Ok(session) => self.set_session(session.clone()).await,
            // Whoever was here may still be.
            Err(_) if self.session.with_untracked(Option::is_some) => {}
            Err(_) => self.set_session(SignedIn::default()).await,
        }
        self.session.get_untracked().unwrap_or_default()
    }

    /// The same, without waiting.
    pub fn find_out_who(self) {
        spawn(async move { drop(self.ask_session().await) });
    }

    /// Waits until it is known who has signed in, where somebody may have: their answers are under their
    /// name. Where the portal is silent for long, those of the tab are shown.
    pub async fn know_whose(self) {
        for _ in 0..LOOKS {
            if self.is_whose_known.get_value() {
                return;
            }
            clock::sleep(LOOK).await;
        }
    }

    /// Whether somebody has signed in. The portal is asked.
    pub async fn is_somebody(self) -> bool {
        self.ask_session().await.account.is_some()
    }

    /// Begins to put a dossier right. Its store lives as long as the app: a change of language draws the
    /// page anew, and it may be written after its page is gone.
    pub fn put_right(self, make: impl FnOnce() -> PutRight) -> PutRight {
        let begun = self.owner.with_value(|owner| owner.with(make));
        self.end_putting_right(&begun.code);
        self.again.update_value(|again| again.push(begun.clone()));
        begun
    }

    /// The dossier as it is being put right.
    pub fn being_put_right(self, code: &str) -> Option<PutRight> {
        self.again
            .with_value(|again| again.iter().find(|one| one.code == code).cloned())
    }

    /// It is put right, or nothing is asked for any more.
    pub fn end_putting_right(self, code: &str) {
        self.again
            .update_value(|again| again.retain(|one| one.code != code));
    }

    /// The most bytes of a file that the portal takes.
    pub fn max_upload_now(self) -> u64 {
        self.max_upload.get_untracked()
    }

    /// Sets the most bytes of a file that the portal takes.
    pub fn set_max_upload(self, bytes: u64) {
        self.max_upload.set(bytes);
        self.opened.with_value(|opened| {
            for state in opened.values() {
                if let Loading::Ready(store) = state.get_untracked() {
                    store.max_upload.set_value(bytes);
                }
            }
        });
    }

    /// Opens a procedure, or finds it opened. One that failed is tried again.
    pub fn open(self, code: &str) -> RwSignal<Loading> {
        let known = self.opened.with_value(|opened| opened.get(code).copied());
        let known = known.filter(|state| !matches!(state.get_untracked(), Loading::Failed(_)));
        let state = known.unwrap_or_else(|| {
            let state = self
                .owner
                .with_value(|owner| owner.with(|| RwSignal::new(Loading::Loading)));
            self.opened.update_value(|opened| {
                opened.insert(code.to_string(), state);
            });
            state
        });
        if known.is_none() {
            spawn(self.load(code.to_string(), state));
        }
        state
    }

    /// Opens a procedure for a new application, when the last one was sent.
    pub fn open_anew(self, code: &str) {
        let sent = self.opened.with_value(|opened| {
            opened
                .get(code)
                .is_some_and(|state| match state.get_untracked() {
                    Loading::Ready(store) => matches!(store.sending_now(), Sending::Sent(_)),
                    _ => false,
                })
        });
        if sent {
            self.forget(code);
        }
    }

    /// Drops what is known of a procedure: its draft is deleted, or it was sent.
    pub fn forget(self, code: &str) {
        let state = self.opened.try_update_value(|opened| opened.remove(code));
        if let Some(Loading::Ready(store)) = state.flatten().map(|state| state.get_untracked()) {
            store.end();
        }
    }

    /// Deletes a draft, on the device and what of it is at the portal. Nothing writes it again.
    pub async fn delete(self, code: &str) {
        self.forget(code);
        let uploads = draft::delete(code).await;
        let portal = self.portal.desk();
        spawn(async move {
            for upload in uploads {
                // What stays behind is part of no dossier, and the portal clears it away.
                drop(portal.remove_upload(&upload).await);
            }
        });
    }

    /// Begins a new application with the answers of one that was sent; its procedure. Files and declarations are
    /// asked for again.
    ///
    /// # Errors
    /// [`NotBegun`]: nothing has changed.
    pub async fn begin_like(self, sent: SentAnswers) -> Result<String, NotBegun> {
        let code = sent.form.definition.code.clone();
        self.open_anew(&code);
        match draft::open(&code).await {
            Ok(None) => {}
            Ok(Some(_)) => return Err(NotBegun::HasDraft),
            Err(_) => return Err(NotBegun::Failed),
        }
        let state = self.open(&code);
        let store = loop {
            match state.get_untracked() {
                Loading::Loading => clock::sleep(LOOK).await,
                Loading::Ready(store) => break store,
                Loading::Failed(_) | Loading::Mistaken(_) => return Err(NotBegun::Failed),
            }
        };
        if store.saved_now() != Saved::NotYet {
            return Err(NotBegun::HasDraft);
        }
        store.begin();
        store.update(|session| {
            let answers = session.form().begin_like(&sent.answers);
            session.set_answers(answers);
        });
        store.save().await;
        Ok(code)
    }

    /// Writes every draft that has not been written yet.
    pub fn save_all(self) {
        for store in self.stores() {
            store.save_at_once();
        }
    }

    /// Takes over what other tabs have kept meanwhile.
    pub fn look(self) {
        self.stores().into_iter().for_each(WizardStore::look);
    }

    /// Changes for how long this device keeps what is filled in here: until it is deleted, or until the
    /// tab is closed. `store` goes on; others that are open stay as they were kept. Says whether the
    /// device could do it.
    pub async fn keep_for(self, keeping: Keeping, store: WizardStore) -> bool {
        let code = store.now(|session| session.form().definition.code.clone());
        let others = self.opened.with_value(|opened| {
            let others = opened.iter().filter(|(of, _)| **of != code);
            others
                .map(|(of, state)| (of.clone(), state.get_untracked()))
                .collect::<Vec<_>>()
        });
        for (of, state) in others {
            if let Loading::Ready(other) = state {
                other.save_now().await;
                self.forget(&of);
            }
        }
        let done = draft::keep_for(keeping, &store.kept()).await.is_ok();
        store.see();
        if store.saved_now() != Saved::NotYet {
            store.save().await;
        }
        done
    }

    /// Puts the procedures that are open into further languages, for as long as they are wanted. One that the
    /// portal does not give again stays as it is.
    pub async fn translate(self, tags: &[String], is_wanted: impl Fn() -> bool) {
        let opened = self.opened.with_value(|opened| {
            let state = |state: &RwSignal<Loading>| state.get_untracked();
            let opened = opened.iter().map(|(code, of)| (code.clone(), state(of)));
            opened.collect::<Vec<_>>()
        });
        for (code, state) in opened {
            if let Loading::Ready(store) = state
                && let Ok(Ok(form)) = self.fetch(&code, tags.to_vec()).await
                && is_wanted()
            {
                // One that has another version meanwhile is gone on with as that.
                if !store.renew(form.clone()) {
                    store.set_languages(form);
                }
            }
        }
    }

    /// Goes on with the form as the portal has it now. Says whether it is newer: where the portal does not give
    /// it, everything stays as it is.
    pub async fn renew(self, store: WizardStore) -> bool {
        let code = store.now(|session| session.form().definition.code.clone());
        let tags = self.languages.with_value(|languages| (languages.tags)());
        match self.fetch(&code, tags).await {
            Ok(Ok(form)) => store.renew(form),
            _ => false,
        }
    }

    async fn fetch(self, code: &str, tags: Vec<String>) -> Result<Compiled, PortalError> {
        let words = self
            .languages
            .with_value(|languages| (languages.words)(code.to_string(), tags.clone()));
        let words = words.await;
        self.portal.get().procedure(code, &tags, &*words).await
    }

    async fn load(self, code: String, state: RwSignal<Loading>) {
        let tags = || self.languages.with_value(|languages| (languages.tags)());
        let answer = loop {
            let asked = tags();
            let answer = self.fetch(&code, asked.clone()).await;
            // Somebody may have changed the language while it was on its way.
            if tags() == asked {
                break answer;
            }
        };
        self.know_whose().await;
        let kept = self.drafts.with_value(|drafts| drafts(code)).await;
        let (answer, kept) = match kept {
            Ok(kept) => (answer, kept),
            Err(error) => (Err(error), Ok(None)),
        };
        let is_unread = kept.is_err();
        let kept = kept.unwrap_or_default();
        let next = self.owner.with_value(|owner| {
            owner.with(|| match answer {
                Err(error) => Loading::Failed(StoredValue::new(error)),
                Ok(Err(mistakes)) => Loading::Mistaken(StoredValue::new(mistakes)),
                Ok(Ok(form)) => {
                    let draft = kept
                        .as_ref()
                        .map_or_else(Draft::default, |kept| kept.draft.clone());
                    let session = Session::unchecked(form, draft, clock::today());
                    let max = self.max_upload.get_untracked();
                    let store = WizardStore::new(session, kept, self.portal, max);
                    Loading::Ready(match is_unread {
                        true => store.could_not_read(),
                        false => store,
                    })
                }
            })
        });
        state.set(next);
    }
}
