use std::rc::Rc;
use std::sync::Arc;

use futures_executor::block_on;
use procedure::{Answer, FieldPath, compile_json};

use super::*;
use crate::platform::storage::{self, Table};
use crate::portal::memory::{Fault, Memory};
use crate::wizard::PortalHandle;

const DEFINITION: &str = r#"{
    "format": 1, "code": "0.000001", "version": "1", "name": "Thử", "agency": "Thử", "summary": "Thử.",
    "level": "full", "steps": [{"id": "one", "title": "Một", "fields": [
        {"id": "name", "kind": "text", "label": "Tên"}]}]}"#;

/// A store with one answer, over a portal in memory. Each test has its own thread, and with it its
/// own device.
fn no_words(_: &Session) -> Vec<AnswerInWords> {
    Vec::new()
}

fn store() -> (Owner, Rc<Memory>, WizardStore) {
    drop(any_spawner::Executor::init_futures_executor());
    let form = Arc::new(compile_json(DEFINITION).expect("it has no mistakes"));
    let memory = Rc::new(Memory::new(vec![form.clone()]));
    let owner = Owner::new();
    let store = owner.with(|| {
        let session = Session::new(form, clock::today());
        let store = WizardStore::new(session, None, PortalHandle::of(memory.clone()), u64::MAX);
        store.send(Event::Answered(FieldPath::top("name"), Answer::text("Mẫu")));
        store
    });
    (owner, memory, store)
}

/// The draft on the device.
fn loaded() -> Option<draft::Kept> {
    block_on(draft::load("0.000001")).expect("it can be read")
}

/// A second store of the same procedure: another tab, or the app after a crash. `kept` is what it found
/// on the device; without it, it was opened before anything was kept.
fn another(
    owner: &Owner,
    memory: &Rc<Memory>,
    store: WizardStore,
    kept: Option<draft::Kept>,
) -> WizardStore {
    owner.with(|| {
        let form = store.now(|session| session.form().clone());
        let draft = match &kept {
            Some(kept) => kept.draft.clone(),
            None => store.now(Session::draft),
        };
        let session = Session::resume(form, draft, clock::today());
        WizardStore::new(session, kept, PortalHandle::of(memory.clone()), u64::MAX)
    })
}

// [10]
#[test]
fn answers_are_sent_once_however_often_the_button_is_pressed() {
    let (_owner, memory, store) = store();
    block_on(async {
        let first = store.submit("vi", no_words);
        let second = store.submit("vi", no_words);
        first.await;
        second.await;
    });
    assert!(matches!(store.sending_now(), Sending::Sent(_)));
    assert_eq!(memory.dossiers(), 1);
}

// [10]
#[test]
fn a_lost_answer_makes_no_second_dossier() {
    for lost in [
        PortalError::Unreachable,
        PortalError::TooSlow,
        PortalError::Broken,
        PortalError::Unreadable,
    ] {
        let (_owner, memory, store) = store();
        memory.fail_next([Fault::After(lost.clone())]);
        block_on(store.submit("vi", no_words));
        assert_eq!(store.sending_now(), Sending::Unknown(lost));
        assert!(store.is_pending());
        block_on(store.submit("vi", no_words));
        let Sending::Sent(receipt) = store.sending_now() else {
            panic!("it is sent")
        };
        assert_eq!(
            (memory.dossiers(), receipt.code.as_str()),
            (1, "H00.00-261122-0001")
        );
    }
}

// [10]
#[test]
fn what_went_out_is_found_after_a_crash_and_goes_out_unchanged() {
    let (owner, memory, store) = store();
    memory.fail_next([Fault::After(PortalError::Unreachable)]);
    block_on(store.submit("vi", no_words));
    // The app starts anew, with what is on the device; meanwhile an answer has changed.
    let kept = loaded().expect("the draft is there");
    let pending = kept.pending.clone().expect("and what went out");
    let again = another(&owner, &memory, store, Some(kept));
    again.send(Event::Answered(
        FieldPath::top("name"),
        Answer::text("Khác"),
    ));
    block_on(again.submit("vi", no_words));
    assert!(matches!(again.sending_now(), Sending::Sent(_)));
    assert_eq!(memory.dossiers(), 1);
    assert_eq!(pending.outgoing.answers["name"], "Mẫu");
}

// [74]
#[test]
fn a_clear_no_can_be_put_right_and_sent_again() {
    let (_owner, memory, store) = store();
    let no = PortalError::Rejected(vec![("/answers/name".into(), "Tên này không có".into())]);
    memory.fail_next([Fault::No(no)]);
    let outcome = block_on(store.submit("vi", no_words));
    let Outcome::Blocked(problems) = outcome else {
        panic!("the page shows what is wrong")
    };
    assert_eq!(problems.len(), 1);
    assert!(!store.is_pending(), "it is known that nothing was stored");
    store.send(Event::Answered(FieldPath::top("name"), Answer::text("Mới")));
    block_on(store.submit("vi", no_words));
    assert!(matches!(store.sending_now(), Sending::Sent(_)));
}

#[test]
fn a_no_of_a_gateway_does_not_decide_what_became_of_an_earlier_try() {
    for no in [
        PortalError::Refused,
        PortalError::SignInNeeded,
        PortalError::Forbidden,
        PortalError::NotFound,
        PortalError::TooLarge,
        PortalError::TooMany(Some(30)),
    ] {
        let (owner, memory, store) = store();
        memory.fail_next([
            Fault::After(PortalError::Unreachable),
            Fault::Before(no.clone()),
            Fault::Before(no.clone()),
        ]);
        block_on(store.submit("vi", no_words));
        block_on(store.submit("vi", no_words));
        assert_eq!(store.sending_now(), Sending::Unknown(no.clone()));
        // The same after a crash.
        let kept = loaded().expect("the draft is there");
        let again = another(&owner, &memory, store, Some(kept));
        block_on(again.submit("vi", no_words));
        assert_eq!(again.sending_now(), Sending::Unknown(no));
        block_on(again.submit("vi", no_words));
        assert!(matches!(again.sending_now(), Sending::Sent(_)));
        assert_eq!(memory.dossiers(), 1);
    }
}

#[test]
fn at_the_first_try_a_no_of_a_gateway_is_a_no() {
    let (_owner, memory, store) = store();
    memory.fail_next([Fault::Before(PortalError::Forbidden)]);
    block_on(store.submit("vi", no_words));
    assert_eq!(
        store.sending_now(),
        Sending::Refused(PortalError::Forbidden)
    );
    assert!(!store.is_pending());
}

#[test]
fn after_an_open_try_the_portal_itself_can_still_say_no() {
    let (_owner, memory, store) = store();
    let no = PortalError::Rejected(vec![("/answers/name".into(), "Tên này không có".into())]);
    memory.fail_next([Fault::Before(PortalError::Unreachable), Fault::No(no)]);
    block_on(store.submit("vi", no_words));
    assert!(store.is_pending());
    assert!(matches!(
        block_on(store.submit("vi", no_words)),
        Outcome::Blocked(_)
    ));
    assert!(!store.is_pending());
}

#[test]
fn what_another_tab_has_sent_is_asked_for_under_its_key() {
    let (owner, memory, store) = store();
    block_on(store.save());
    let other = another(&owner, &memory, store, None);
    memory.fail_next([Fault::After(PortalError::Unreachable)]);
    block_on(other.submit("vi", no_words));
    block_on(store.submit("vi", no_words));
    assert!(matches!(store.sending_now(), Sending::Sent(_)));
    assert_eq!(memory.dossiers(), 1);
}

// [10]
#[test]
fn what_another_tab_has_sent_is_not_sent_again() {
    let (owner, memory, store) = store();
    block_on(store.save());
    let other = another(&owner, &memory, store, loaded());
    block_on(other.submit("vi", no_words));
    block_on(store.submit("vi", no_words));
    assert_eq!(store.sending_now(), other.sending_now());
    assert_eq!(memory.dossiers(), 1);
}

#[test]
fn of_two_presses_at_the_same_moment_one_sends() {
    let (_owner, _memory, store) = store();
    block_on(store.save());
    let id = store.draft.get_value();
    let pending = |key: &str| Pending {
        key: key.into(),
        outgoing: Outgoing::new(
            &store.now(Session::submission).expect("complete"),
            "vi",
            Vec::new(),
        ),
    };
    let claim = |key: &str| block_on(draft::claim("0.000001", &id, &pending(key)));
    assert!(matches!(claim("one"), Claim::Made));
    assert!(matches!(claim("other"), Claim::Of(first) if first.key == "one"));
    // It has arrived meanwhile.
    block_on(draft::keep_pending("0.000001", None));
    block_on(store.submit("vi", no_words));
    assert!(matches!(claim("other"), Claim::Sent(_)));
    assert!(matches!(block_on(draft::pending("0.000001")), Ok(None)));
}

#[test]
fn saving_does_not_forget_what_another_tab_has_sent() {
    let (owner, memory, store) = store();
    block_on(store.save());
    let other = another(&owner, &memory, store, None);
    memory.fail_next([Fault::After(PortalError::Unreachable)]);
    block_on(other.submit("vi", no_words));
    block_on(store.save());
    let kept = loaded().expect("the draft is there");
    assert!(kept.pending.is_some());
}

#[test]
fn a_draft_that_was_deleted_is_not_written_again() {
    let (_owner, _memory, store) = store();
    block_on(store.save());
    store.end();
    block_on(draft::delete("0.000001"));
    block_on(store.save());
    assert!(loaded().is_none());
}

// [74]
#[test]
fn problems_without_a_place_are_told_beside_the_others() {
    let (_owner, memory, store) = store();
    let no = PortalError::Rejected(vec![
        ("/answers/name".into(), "Tên này không có".into()),
        ("/answers/no_such_field".into(), "Cổng cần thêm".into()),
    ]);
    memory.fail_next([Fault::No(no)]);
    assert!(matches!(
        block_on(store.submit("vi", no_words)),
        Outcome::Blocked(_)
    ));
    let rest = vec![(
        "/answers/no_such_field".to_string(),
        "Cổng cần thêm".to_string(),
    )];
    assert_eq!(
        store.sending_now(),
        Sending::Refused(PortalError::Rejected(rest))
    );
}

#[test]
fn when_it_is_sent_the_draft_goes_and_the_receipt_stays() {
    let (_owner, _, store) = store();
    block_on(store.save());
    assert!(loaded().is_some());
    block_on(store.submit("vi", no_words));
    block_on(store.save());
    assert!(loaded().is_none(), "nothing writes it again");
    assert_eq!(block_on(draft::receipts()).len(), 1);
    assert_eq!(block_on(storage::get(Table::Drafts, "0.000001")), Ok(None));
}

// [77]
#[test]
fn nothing_incomplete_is_sent() {
    let (_owner, memory, store) = store();
    store.send(Event::Answered(FieldPath::top("name"), Answer::text(" ")));
    assert!(matches!(
        block_on(store.submit("vi", no_words)),
        Outcome::Blocked(_)
    ));
    assert_eq!(memory.dossiers(), 0);
    assert_eq!(store.sending_now(), Sending::Idle);
}

/// A form of three pages, as it was and as it is: the second page asks something else.
fn versions() -> [Arc<procedure::Form>; 2] {
    let form = |version: &str, second: &str| {
        let text = format!(
            r#"{{"format": 1, "code": "0.000001", "version": "{version}", "name": "Thử",
            "agency": "Thử", "summary": "Thử.", "level": "full", "steps": [
            {{"id": "one", "title": "Một", "fields": [{{"id": "name", "kind": "text", "label": "Tên"}}]}},
            {{"id": "two", "title": "Hai", "fields": [{second}]}},
            {{"id": "three", "title": "Ba", "fields": [{{"id": "why", "kind": "text", "label": "Vì sao"}}]}}]}}"#
        );
        Arc::new(compile_json(&text).expect("it has no mistakes"))
    };
    [
        form("1", r#"{"id": "when", "kind": "text", "label": "Khi nào"}"#),
        form("2", r#"{"id": "when", "kind": "date", "label": "Khi nào"}"#),
    ]
}

// [89]
#[test]
fn a_form_that_was_changed_meanwhile_is_gone_on_with_and_every_answer_stays() {
    drop(any_spawner::Executor::init_futures_executor());
    let [older, newer] = versions();
    let memory = Rc::new(Memory::new(vec![newer.clone()]));
    let owner = Owner::new();
    let store = owner.with(|| {
        let session = Session::new(older, clock::today());
        WizardStore::new(session, None, PortalHandle::of(memory.clone()), u64::MAX)
    });
    for (field, answer) in [("name", "Mẫu"), ("when", "mai"), ("why", "Thử")] {
        store.send(Event::Answered(FieldPath::top(field), Answer::text(answer)));
    }
    let page = |step: &str| procedure::Place::step(&procedure::StepId::new(step));
    for step in ["one", "two", "three"] {
        let went = block_on(store.go_on(&page(step), procedure::Layout::Steps, false));
        assert!(matches!(went, Outcome::Next(_)), "{step}");
    }
    memory.fail_next([Fault::Before(PortalError::Changed)]);
    block_on(store.submit("vi", no_words));
    assert_eq!(store.sending_now(), Sending::Refused(PortalError::Changed));

    assert!(store.renew(newer.clone()), "it is newer");
    assert!(!store.renew(newer), "and only once");
    assert_eq!(store.sending_now(), Sending::Idle);
    assert_eq!(store.news_now(), Some(crate::wizard::News::NewVersion));
    let changed = store.now(Session::changed);
    assert_eq!(
        changed
            .again
            .iter()
            .map(|one| one.path.field.as_str())
            .collect::<Vec<_>>(),
        ["when"]
    );
    assert_eq!(
        store.now(|session| session.answers().get("why").cloned()),
        Some(Answer::text("Thử"))
    );
    assert_eq!(
        store.kept().draft.version,
        "1",
        "who comes back tomorrow is told again"
    );

    // The one page on which something is to be done, and the check page behind it.
    let open = store.now(|session| session.first_open(procedure::Layout::Steps));
    assert_eq!(open, page("two"));
    let date = procedure::DateParts {
        day: "1".into(),
        month: "12".into(),
        year: "2026".into(),
    };
    store.send(Event::Answered(FieldPath::top("when"), Answer::Date(date)));
    let went = block_on(store.go_on(&open, procedure::Layout::Steps, false));
    assert_eq!(went, Outcome::Next(procedure::Place::Review));
    assert_eq!(store.news_now(), None);
    assert_eq!(store.kept().draft.version, "2");
    block_on(store.submit("vi", no_words));
    assert!(matches!(store.sending_now(), Sending::Sent(_)));
}

// [10] [89]
#[test]
fn what_may_have_arrived_stays_as_it_was_sent() {
    let (_owner, memory, store) = store();
    memory.fail_next([Fault::After(PortalError::TooSlow)]);
    block_on(store.submit("vi", no_words));
    let [_, newer] = versions();
    assert!(!store.renew(newer));
    assert_eq!(
        store.now(|session| session.form().definition.version.clone()),
        "1"
    );
}

// [10] [89]
#[test]
fn what_was_sent_stays_sent_and_nothing_is_said_of_what_was_not_begun() {
    let (_owner, _, store) = store();
    block_on(store.submit("vi", no_words));
    let [older, newer] = versions();
    // Found to be sent by another tab, nothing of it is pending here.
    store.pending.set(None);
    assert!(!store.renew(newer.clone()));
    assert!(matches!(store.sending_now(), Sending::Sent(_)));

    let (owner, memory, _) = self::store();
    let opened = owner.with(|| {
        let session = Session::new(older, clock::today());
        WizardStore::new(session, None, PortalHandle::of(memory), u64::MAX)
    });
    assert!(opened.renew(newer));
    assert_eq!(opened.news_now(), None, "nobody has answered anything");
}
