//! One draft in several tabs. No tab writes over what it has not seen: it joins what another has kept meanwhile with what
//! it has itself (`procedure::join`), and writes nothing where the draft is gone or can't be read.

use leptos::prelude::*;
use procedure::{Draft, join};

use super::draft::{self, Kept, Seen};
use super::store::{Saved, WizardStore};
use super::submit::Sending;
use crate::platform::{clock, dom, random, spawn};

impl WizardStore {
    /// Whether nobody has written the draft since this tab has seen it.
    pub(super) fn has_seen_the_newest(self) -> bool {
        let now = draft::revision(&self.key());
        !self.is_unread.get_value() && self.seen.with_value(|seen| seen.revision == now)
    }

    /// Another tab has written the draft, it is shown again, or it could not be read before: what is new is taken over.
    pub fn look(self) {
        let is_over = self.has_ended() || matches!(self.sending_now(), Sending::Sent(_));
        if !is_over && !self.has_seen_the_newest() {
            spawn(async move {
                let _lock = draft::lock(&self.key()).await;
                if !self.has_seen_the_newest() {
                    self.catch_up().await;
                }
            });
        }
    }

    /// Takes over what another tab has kept, under the lock of the draft. Says whether this one may write now.
    pub(super) async fn catch_up(self) -> bool {
        let key = self.key();
        match draft::load(&key).await {
            Err(_) => {
                // Where it is known that nothing is there, the device keeps nothing.
                let is_empty = self.is_unread.get_value() && draft::revision(&key).is_empty();
                self.saved.set(match is_empty {
                    true => Saved::NotKept,
                    false => Saved::NotRead,
                });
                false
            }
            Ok(None) => {
                self.is_unread.set_value(false);
                let was_there = self.seen.with_value(|seen| !seen.revision.is_empty());
                if was_there {
                    self.is_gone().await;
                }
                !was_there
            }
            Ok(Some(kept)) => {
                self.is_unread.set_value(false);
                let is_another = self.seen.with_value(|seen| !seen.revision.is_empty())
                    && kept.id != self.draft.get_value();
                match is_another {
                    true => self.is_gone().await,
                    false => self.join(kept),
                }
                !is_another
            }
        }
    }

    fn join(self, kept: Kept) {
        let base = self.seen.with_value(|seen| seen.draft.clone());
        let mine = self.now(procedure::Session::draft);
        let joined = join(&base, &mine, &kept.draft);
        let given = |draft: &Draft| {
            let all = draft.answers.iter();
            let all = all.filter(|(_, answer)| !answer.is_empty());
            all.map(|(id, answer)| (id.clone(), answer.clone()))
                .collect::<Vec<_>>()
        };
        let is_changed = given(&joined.draft) != given(&mine);
        let has_otherwise = !joined.otherwise.is_empty();
        self.draft.set_value(kept.id.clone());
        self.seen.set_value(Seen::of(Some(&kept)));
        if kept.pending.is_some() {
            self.pending.set(kept.pending);
        }
        let today = self.today();
        if is_changed || has_otherwise {
            let focused = dom::focused();
            self.session.update(|session| session.take(joined, today));
            // Also where somebody is in a question that was drawn anew.
            if let Some(id) = focused {
                spawn(async move {
                    clock::sleep(0).await;
                    if dom::focused().as_deref() != Some(&id) {
                        dom::focus(&id);
                    }
                });
            }
        }
        self.saved.set(match is_changed || has_otherwise {
            true => Saved::Joined(kept.saved_at),
            false => Saved::At(kept.saved_at),
        });
    }

    /// The draft was sent or deleted in another tab: nothing writes it again, unless somebody wants to keep what is here.
    async fn is_gone(self) {
        match draft::sent_from(&self.draft.get_value()).await {
            Some(receipt) => self.sending.set(Sending::Sent(receipt)),
            None => self.saved.set(Saved::Gone),
        }
    }

    /// What is here is kept after all, as a draft of its own.
    pub async fn keep_after_all(self) {
        self.see();
        self.draft.set_value(random::name());
        self.saved.set(Saved::NotYet);
        self.save().await;
    }

    /// What is on the device now, whoever wrote it, may be written over.
    pub(super) fn see(self) {
        let revision = draft::revision(&self.key());
        self.is_unread.set_value(false);
        self.seen.update_value(|seen| seen.revision = revision);
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use std::rc::Rc;
    use std::sync::Arc;

    use futures_executor::block_on;
    use procedure::{Answer, Event, FieldPath, Form, Session, compile_json};

    use super::*;
    use crate::platform::storage::{self, NotRead};
    use crate::portal::memory::Memory;
    use crate::wizard::PortalHandle;

    const DEFINITION: &str = r#"{
        "format": 1, "code": "0.000001", "version": "1", "name": "Thử", "agency": "Thử", "summary": "Thử.",
        "level": "full", "steps": [{"id": "one", "title": "Một", "fields": [
            {"id": "name", "kind": "text", "label": "Tên"},
            {"id": "place", "kind": "text", "label": "Nơi"}]}]}"#;

    /// Several tabs of one browser. Each test has its own thread, and with it its own device.
    struct Device {
        owner: Owner,
        form: Arc<Form>,
    }

    impl Device {
        fn new() -> Self {
            drop(any_spawner::Executor::init_futures_executor());
            Self {
                owner: Owner::new(),
                form: Arc::new(compile_json(DEFINITION).expect("it has no mistakes")),
            }
        }

        /// Opens the form, as `Wizards` does.
        fn open(&self) -> WizardStore {
            let kept = block_on(draft::load("0.000001"));
            let is_unread = kept.is_err();
            let kept = kept.unwrap_or_default();
            self.owner.with(|| {
                let draft = kept
                    .as_ref()
                    .map_or_else(Draft::default, |kept| kept.draft.clone());
                let session = Session::resume(self.form.clone(), draft, clock::today());
                let memory = Rc::new(Memory::new(vec![self.form.clone()]));
                let store = WizardStore::new(session, kept, PortalHandle::of(memory), u64::MAX);
                if is_unread {
                    store.could_not_read()
                } else {
                    store
                }
            })
        }
    }

    /// As an earlier build kept it.
    fn forget_the_revision() {
        block_on(async {
            let kept = draft::load("0.000001").await.expect("it can be read");
            draft::delete("0.000001").await;
            let kept = Kept {
                revision: String::new(),
                ..kept.expect("a draft")
            };
            draft::save(&kept).await.expect("it is kept");
        });
    }

    fn type_in(store: WizardStore, field: &str, text: &str) {
        store.send(Event::Answered(FieldPath::top(field), Answer::text(text)));
        block_on(store.save());
    }

    fn answers(store: WizardStore) -> [String; 2] {
        store.now(|session| of(&session.draft()))
    }

    fn of(draft: &Draft) -> [String; 2] {
        ["name", "place"].map(|field| match draft.answers.get(field) {
            Some(Answer::Text(text)) => text.clone(),
            _ => String::new(),
        })
    }

    fn on_the_device() -> Option<[String; 2]> {
        let kept = block_on(draft::load("0.000001")).expect("it can be read");
        kept.map(|kept| of(&kept.draft))
    }

    #[test]
    fn a_stale_tab_that_only_goes_on_writes_nothing_old() {
        let device = Device::new();
        let (first, stale) = (device.open(), device.open());
        type_in(first, "name", "Mẫu");
        block_on(stale.save());
        assert_eq!(on_the_device(), Some(["Mẫu".into(), String::new()]));
        assert_eq!(answers(stale), ["Mẫu", ""]);
        assert!(matches!(stale.saved_now(), Saved::Joined(_)));
        // Both go on with one draft.
        type_in(stale, "place", "Huế");
        block_on(first.save());
        assert_eq!(answers(first), ["Mẫu", "Huế"]);
        assert_eq!(first.draft.get_value(), stale.draft.get_value());
    }

    #[test]
    fn what_two_tabs_have_typed_is_joined_and_nothing_is_lost() {
        let device = Device::new();
        let before = device.open();
        type_in(before, "name", "Mẫu");
        let (one, other) = (device.open(), device.open());
        type_in(one, "place", "Huế");
        type_in(other, "name", "Mẫu Hai");
        assert_eq!(on_the_device(), Some(["Mẫu Hai".into(), "Huế".into()]));
        // The same question in both: this tab's stands, the other's is shown beside it.
        type_in(one, "name", "Mẫu Ba");
        assert_eq!(answers(one), ["Mẫu Ba", "Huế"]);
        let known = one.now(|session| session.known(&FieldPath::top("name")).cloned());
        assert_eq!(
            known.map(|known| known.answer),
            Some(Answer::text("Mẫu Hai"))
        );
    }

    #[test]
    fn a_correction_in_two_tabs_is_one() {
        let device = Device::new();
        let sent = procedure::json_object(vec![
            ("name", serde_json::Value::from("Mẫu")),
            ("place", serde_json::Value::from("Huế")),
        ]);
        let open = || {
            let before = Draft {
                version: "1".into(),
                answers: device.form.reopen(&sent),
                ..Draft::default()
            };
            let mut session = Session::resume(device.form.clone(), before, clock::today());
            session.ask_again(vec!["/answers/name".into()]);
            let kept = Kept {
                id: "asked".into(),
                procedure: "dossier H1".into(),
                name: portal_wire::Texts::new(),
                step: portal_wire::Texts::new(),
                saved_at: 0.0,
                draft: session.draft(),
                pending: None,
                revision: String::new(),
            };
            device.owner.with(|| {
                let memory = PortalHandle::of(Rc::new(Memory::new(vec![device.form.clone()])));
                WizardStore::put_right(session, kept, memory, u64::MAX, clock::today())
            })
        };
        let (one, other) = (open(), open());
        type_in(one, "name", "Mẫu Hai");
        other.look();
        block_on(other.save());
        assert_eq!(answers(other), ["Mẫu Hai", "Huế"]);
        let path = FieldPath::top("name");
        let view = other.now(|session| session.view(&procedure::Place::Supplement, &path));
        assert_eq!(view.map(|view| view.written), Some(1));
    }

    #[test]
    fn a_draft_that_another_tab_has_deleted_is_not_written_again() {
        let device = Device::new();
        let (one, other) = (device.open(), device.open());
        type_in(one, "name", "Mẫu");
        block_on(other.save());
        block_on(draft::delete("0.000001"));
        type_in(other, "place", "Huế");
        assert_eq!((on_the_device(), other.saved_now()), (None, Saved::Gone));
        // Also not in the place of one that was begun anew.
        let anew = device.open();
        type_in(anew, "name", "Khác");
        type_in(one, "place", "Vinh");
        assert_eq!(on_the_device(), Some(["Khác".into(), String::new()]));
        // Unless somebody says so.
        block_on(draft::delete("0.000001"));
        block_on(other.keep_after_all());
        assert_eq!(on_the_device(), Some(["Mẫu".into(), "Huế".into()]));
        assert!(matches!(other.saved_now(), Saved::At(_)));
    }

    #[test]
    fn a_draft_of_an_earlier_build_that_another_tab_has_deleted_is_not_written_again() {
        let device = Device::new();
        let before = device.open();
        type_in(before, "name", "Mẫu");
        forget_the_revision();
        let tabs = [device.open(), device.open()];
        block_on(draft::delete("0.000001"));
        for tab in tabs {
            type_in(tab, "place", "Huế");
            assert_eq!((on_the_device(), tab.saved_now()), (None, Saved::Gone));
        }
    }

    #[test]
    fn where_the_draft_cannot_be_read_nothing_is_written_in_its_place() {
        for wrong in [NotRead::Failed, NotRead::Locked] {
            let device = Device::new();
            let before = device.open();
            type_in(before, "name", "Mẫu");
            storage::go_wrong(Some(wrong));
            let store = device.open();
            assert_eq!(store.saved_now(), Saved::NotRead);
            type_in(store, "place", "Huế");
            assert_eq!(store.saved_now(), Saved::NotRead, "{wrong:?}");
            // When it can be read again, both are there.
            storage::go_wrong(None);
            assert_eq!(on_the_device(), Some(["Mẫu".into(), String::new()]));
            block_on(store.save());
            assert_eq!(on_the_device(), Some(["Mẫu".into(), "Huế".into()]));
            block_on(draft::delete("0.000001"));
        }
    }

    #[test]
    fn what_another_tab_has_filled_in_is_not_sent_before_somebody_has_seen_it() {
        let device = Device::new();
        let before = device.open();
        type_in(before, "name", "Mẫu");
        type_in(before, "place", "Huế");
        let (one, other) = (device.open(), device.open());
        type_in(other, "place", "Vinh");
        block_on(one.submit("vi", |_| Vec::new()));
        assert_eq!(one.sending_now(), Sending::Idle);
        assert_eq!(answers(one), ["Mẫu", "Vinh"]);
        block_on(one.submit("vi", |_| Vec::new()));
        assert!(matches!(one.sending_now(), Sending::Sent(_)));
    }

    #[test]
    fn a_draft_that_is_there_and_cannot_be_opened_is_named() {
        let device = Device::new();
        type_in(device.open(), "name", "Mẫu");
        assert_eq!(block_on(draft::closed()), [""; 0]);
        storage::go_wrong(Some(NotRead::Locked));
        assert_eq!(block_on(draft::closed()), ["0.000001"]);
        storage::go_wrong(None);
    }

    #[test]
    fn one_tab_writes_as_often_as_it_wants() {
        let device = Device::new();
        let store = device.open();
        for text in ["M", "Mẫ", "Mẫu", ""] {
            type_in(store, "name", text);
            assert!(matches!(store.saved_now(), Saved::At(_)));
            assert_eq!(on_the_device(), Some([text.into(), String::new()]));
        }
    }
}
