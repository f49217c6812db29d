//! What becomes of one dossier, and what somebody would know of it who wrote everything down.

use std::collections::BTreeMap;
use std::sync::Arc;

use portal_wire::{DossierAnswers, Receipt, Status, Tracking};
use serde_json::{Value, json};

use super::forms::Form;
use super::office::{Office, Shown};
use super::{by_noon, history_of};
use crate::chance::Chance;
use crate::common::Reply;

/// What must have happened to some dossier by the evening.
pub(crate) const EVERYTHING: [&str; 28] = [
    "it was sent by somebody who has signed in",
    "it was sent by somebody who has not",
    "it was sent once",
    "it was sent twice",
    "it was sent three times at once",
    "its answer was lost, and it was sent again",
    "its answer was lost, and it was sent again after the restart",
    "it was refused, put right and sent with the same key",
    "its key was used for something else",
    "two officers set the same status at once",
    "an officer set a status that may not follow",
    "the applicant withdrew while an officer accepted",
    "the applicant withdrew twice",
    "the applicant withdrew while something was asked for",
    "the applicant withdrew too late",
    "a request was answered",
    "a request was answered twice at once",
    "a request was answered from two devices at once",
    "more was changed than was asked for",
    "a request was closed without an answer",
    "papers were asked for in words only",
    "the applicant read what was sent",
    "the applicant wrote",
    "the applicant wrote the same twice at once",
    "an officer wrote",
    "a component went on",
    "the result was fetched",
    "a stranger asked",
];

/// What the office did, of which the applicant is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum News {
    Status(Status),
    Message,
    Result,
}

pub(crate) struct Life {
    pub(crate) number: usize,
    chance: Chance,
    forms: Arc<Vec<Form>>,
    form: usize,
    /// The account that sends it; none: a guest.
    pub(crate) owner: Option<usize>,
    pub(crate) steps_before_noon: usize,
    steps: usize,
    pub(crate) key: String,
    body: Value,
    receipt: Option<Receipt>,
    /// The answer did not come; it is asked for again.
    is_lost: bool,
    /// As they stand at the portal.
    answers: Value,
    pub(crate) files: Vec<String>,
    pub(crate) history: Vec<Status>,
    /// Whether an officer wrote it, and what.
    messages: Vec<(bool, String)>,
    results: Vec<(String, Vec<u8>)>,
    /// The request that waits for an answer, and where the answer leads.
    supplement: Option<(String, Status)>,
    has_component_gone_on: bool,
    strangers: usize,
    is_over: bool,
    /// News, and the addresses that they went to.
    pub(crate) told: Vec<(News, Vec<(String, String)>)>,
    pub(crate) done: Vec<&'static str>,
}

impl Life {
    pub(crate) fn new(
        number: usize,
        mut chance: Chance,
        forms: Arc<Vec<Form>>,
        accounts: Vec<u64>,
    ) -> Self {
        let form = chance.below(forms.len());
        let wanted = forms[form].level;
        let may: Vec<usize> = (0..accounts.len())
            .filter(|n| accounts[*n] >= wanted)
            .collect();
        let is_guest = wanted == 0 && chance.once_in(2);
        let owner = (!is_guest).then(|| *chance.pick(&may));
        let mut life = Self {
            number,
            forms,
            form,
            owner,
            steps_before_noon: chance.below(14),
            steps: 0,
            key: format!("day-{number:04}-{:016x}", chance.next()),
            body: Value::Null,
            receipt: None,
            is_lost: false,
            answers: Value::Null,
            files: Vec::new(),
            history: Vec::new(),
            messages: Vec::new(),
            results: Vec::new(),
            supplement: None,
            has_component_gone_on: false,
            strangers: 0,
            is_over: false,
            told: Vec::new(),
            done: Vec::new(),
            chance,
        };
        if number < by_noon() {
            // Who begins before noon has at least been sent.
            life.steps_before_noon = life.steps_before_noon.max(1);
            if life.chance.once_in(10) {
                // Nobody has the answer yet when the portal is restarted.
                life.steps_before_noon = 1;
                life.is_lost = true;
            }
        }
        life
    }

    fn form(&self) -> &Form {
        &self.forms[self.form]
    }

    fn receipt(&self) -> &Receipt {
        self.receipt.as_ref().expect("it was sent")
    }

    pub(crate) fn code(&self) -> &str {
        &self.receipt().code
    }

    pub(crate) fn status(&self) -> Status {
        *self.history.last().expect("it was sent")
    }

    /// For whoever reads of a failure.
    pub(crate) fn told_of(&self) -> String {
        let code = self.receipt.as_ref().map(|receipt| receipt.code.as_str());
        format!(
            "dossier {} {code:?} of {} owner {:?}: {:?} {:?}",
            self.number,
            self.form().code,
            self.owner,
            self.history,
            self.done
        )
    }

    fn note(&mut self, what: &'static str) {
        assert!(EVERYTHING.contains(&what), "{what}");
        self.done.push(what);
    }

    /// Lives until it is over, or has taken so many steps.
    pub(crate) async fn live(&mut self, office: &Office, most: usize) {
        while !self.is_over && self.steps < most {
            self.steps += 1;
            self.step(office).await;
            office.portal.wait(1);
        }
    }

    async fn step(&mut self, office: &Office) {
        if self.receipt.is_none() {
            return self.send(office).await;
        }
        if self.is_lost {
            return self.ask_again(office).await;
        }
        if self.status().may_become().is_empty() {
            return self.come_to_the_end(office).await;
        }
        match self.chance.below(30) {
            0 => self.write(office).await,
            1 => self.officer_writes(office).await,
            2 => self.set_what_may_not_be(office).await,
            3 => self.meet_a_stranger(office).await,
            4 => self.check(office).await,
            5 => self.component_goes_on(office).await,
            6 if self.chance.once_in(2) => self.read_answers(office).await,
            _ => self.go_on(office).await,
        }
    }

    // Sending.

    async fn send(&mut self, office: &Office) {
        let answers = self.form().answers(&office.portal).await;
        self.files = uploads(&answers);
        self.body = json!({
            "procedure": self.form().code, "version": self.form().version, "locale": "vi", "answers": &answers,
            "in_words": [{"section": "Thử", "label": "Số", "value": self.number.to_string()}],
        });
        self.note(match self.owner {
            Some(_) => "it was sent by somebody who has signed in",
            None => "it was sent by somebody who has not",
        });
        let receipt = match self.chance.below(7) {
            // Kept back here: the applicant does not have it.
            _ if self.is_lost => created(&self.sent(office).await),
            0 => {
                let first = created(&self.sent(office).await);
                assert_eq!(known(&self.sent(office).await), first, "{}", self.told_of());
                self.note("it was sent twice");
                first
            }
            1 => self.send_at_once(office).await,
            2 => self.send_in_vain(office).await,
            3 => self.send_something_wrong(office).await,
            4 => {
                let first = created(&self.sent(office).await);
                let mut other = self.body.clone();
                other["answers"][&self.form().phone] = json!("0900000000");
                let reply = self.sent_body(office, &other).await;
                reply.problem(422, "idempotency-key-reused");
                self.note("its key was used for something else");
                first
            }
            _ => {
                self.note("it was sent once");
                created(&self.sent(office).await)
            }
        };
        assert_eq!(receipt.procedure, self.form().code);
        office.note_proof(&receipt.lookup);
        self.receipt = Some(receipt);
        self.history.push(Status::Submitted);
        self.answers = answers;
        if self.number.is_multiple_of(50) {
            office.look_through_the_list().await;
        }
        if let Some(owner) = self.owner.filter(|_| self.chance.once_in(5)) {
            let list = office.list_of(owner).await;
            assert_eq!(
                list.get(self.code()),
                Some(&Status::Submitted),
                "{}",
                self.told_of()
            );
        }
    }

    fn account(&self) -> Shown {
        Shown {
            account: self.owner,
            proof: None,
        }
    }

    async fn sent(&self, office: &Office) -> Reply {
        self.sent_body(office, &self.body).await
    }

    async fn sent_body(&self, office: &Office, body: &Value) -> Reply {
        office
            .post("/dossiers", &self.account(), &self.key, body)
            .await
    }

    /// An impatient finger: of three at once one is stored, and all have its receipt.
    async fn send_at_once(&mut self, office: &Office) -> Receipt {
        let (a, b, c) = tokio::join!(self.sent(office), self.sent(office), self.sent(office));
        let replies = [a, b, c];
        let mut statuses = replies.each_ref().map(|reply| reply.status.as_u16());
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 200, 201], "{}", self.told_of());
        let [a, b, c] = replies.map(|reply| reply.json::<Receipt>());
        assert!(a == b && b == c, "{}", self.told_of());
        self.note("it was sent three times at once");
        a
    }

    /// The connection breaks somewhere on the way, and what was sent is sent again.
    async fn send_in_vain(&mut self, office: &Office) -> Receipt {
        let polls = self.chance.below(6);
        {
            let sending = self.sent(office);
            tokio::pin!(sending);
            for _ in 0..polls {
                tokio::select! {
                    biased;
                    _ = &mut sending => break,
                    () = tokio::task::yield_now() => {}
                }
            }
            // Dropped here, however far it came.
        }
        let reply = self.sent(office).await;
        assert!(
            matches!(reply.status.as_u16(), 200 | 201),
            "{reply:?} {}",
            self.told_of()
        );
        self.note("its answer was lost, and it was sent again");
        reply.json()
    }

    /// What was refused has stored nothing: with the same key comes what is right.
    async fn send_something_wrong(&mut self, office: &Office) -> Receipt {
        let mut wrong = self.body.clone();
        wrong["answers"][&self.form().phone] = json!("12");
        let reply = self.sent_body(office, &wrong).await;
        reply.problem(422, "answers-refused");
        self.note("it was refused, put right and sent with the same key");
        created(&self.sent(office).await)
    }

    async fn ask_again(&mut self, office: &Office) {
        self.is_lost = false;
        let receipt = known(&self.sent(office).await);
        assert_eq!(&receipt, self.receipt(), "{}", self.told_of());
        self.note("its answer was lost, and it was sent again after the restart");
    }

    // What the applicant does.

    /// What shows that it is theirs: an owner needs no proof, and whoever has the proof no account.
    fn right(&mut self) -> Shown {
        let proof = Some(self.receipt().lookup.clone());
        match self.owner {
            Some(_) if self.chance.once_in(2) => self.account(),
            _ => Shown {
                account: None,
                proof,
            },
        }
    }

    async fn asks(&mut self, office: &Office, what: &str, key: &str, body: Value) -> Reply {
        let shown = self.right();
        let path = format!("/dossiers/{}/{what}", self.code());
        office.post(&path, &shown, key, &body).await
    }

    fn new_key(&mut self) -> String {
        format!("{}-{}", self.key, self.chance.next())
    }

    /// What was sent is there, as it was put right.
    async fn read_answers(&mut self, office: &Office) {
        let reply = self.asks(office, "answers", "", json!({})).await;
        assert_eq!(reply.status, 200, "{reply:?} {}", self.told_of());
        let there: DossierAnswers = reply.json();
        assert_eq!(there.answers, self.answers, "{}", self.told_of());
        self.note("the applicant read what was sent");
    }

    async fn write(&mut self, office: &Office) {
        let text = format!("Xin hỏi, lần {}.", self.messages.len());
        let (key, body) = (self.new_key(), json!({"text": text}));
        self.messages.push((false, text));
        let (shown, path) = (self.right(), format!("/dossiers/{}/messages", self.code()));
        let once = || office.post(&path, &shown, &key, &body);
        let replies = match self.chance.once_in(2) {
            true => {
                self.note("the applicant wrote the same twice at once");
                let (one, two) = tokio::join!(once(), once());
                vec![one, two]
            }
            false => {
                self.note("the applicant wrote");
                vec![once().await]
            }
        };
        for reply in replies {
            assert_eq!(reply.status, 200, "{reply:?} {}", self.told_of());
        }
    }

    async fn withdraw(&mut self, office: &Office) {
        let body = json!({"reason": "Đổi ý."});
        let reply = self.asks(office, "withdrawal", "", body.clone()).await;
        assert_eq!(reply.status, 200, "{reply:?} {}", self.told_of());
        self.now(Status::WithdrawalRequested);
        if let Some((id, _)) = self.supplement.take() {
            // What was asked for is not asked for any more; an answer would bring the dossier back.
            let path = format!("supplements/{id}");
            let body = json!({"answers": self.answers});
            let key = self.new_key();
            let reply = self.asks(office, &path, &key, body.clone()).await;
            reply.problem(409, "supplement-closed");
            self.note("the applicant withdrew while something was asked for");
        }
        if self.chance.once_in(2) {
            let again: Value = self.asks(office, "withdrawal", "", body).await.json();
            assert_eq!(history_of(&again), self.history, "{}", self.told_of());
            self.note("the applicant withdrew twice");
        }
    }

    /// Whoever comes first: an accepted dossier can be withdrawn, a withdrawn one cannot be accepted.
    async fn withdraw_while_accepted(&mut self, office: &Office) {
        let (shown, code) = (self.right(), self.code().to_string());
        let path = format!("/dossiers/{code}/withdrawal");
        let (status, body) = (format!("{code}/status"), json!({}));
        let accepted = json!({"status": "accepted"});
        let (withdrawn, set) = tokio::join!(
            office.post(&path, &shown, "", &body),
            office.officer(&status, &accepted)
        );
        assert_eq!(withdrawn.status, 200, "{withdrawn:?} {}", self.told_of());
        match set.status.as_u16() {
            204 => {
                self.now(Status::Accepted);
                self.tell(News::Status(Status::Accepted));
            }
            _ => drop(set.problem(409, "status-not-allowed")),
        }
        self.now(Status::WithdrawalRequested);
        self.note("the applicant withdrew while an officer accepted");
    }

    async fn answer(&mut self, office: &Office) {
        let (id, back_to) = self.supplement.clone().expect("a request");
        let path = format!("/dossiers/{}/supplements/{id}", self.code());
        let mut new = self.answers.clone();
        let number = format!("09876{:05}", self.chance.below(100_000));
        new[&self.form().phone] = json!(number);
        if let Some(file) = self.form().file.clone() {
            new[&file] = self
                .form()
                .other_files(&office.portal, &self.answers[&file])
                .await;
        }
        let body = |answers: &Value| json!({"answers": answers, "in_words": []});
        let (key, other_key, shown) = (self.new_key(), self.new_key(), self.right());
        if self.chance.once_in(4) {
            // With something else: nothing of it is taken.
            let mut more = new.clone();
            let other = other_text(&more, &self.form().phone);
            more[&other] = json!("Khác hẳn");
            let reply = office.post(&path, &shown, &key, &body(&more)).await;
            reply.problem(422, "answer-not-asked");
            self.note("more was changed than was asked for");
        }
        let body = body(&new);
        let once = |key: String| {
            let (path, shown, body) = (path.clone(), shown.clone(), body.clone());
            async move { office.post(&path, &shown, &key, &body).await }
        };
        match self.chance.below(3) {
            0 => {
                let (one, two) = tokio::join!(once(key.clone()), once(key));
                let statuses = [one.status.as_u16(), two.status.as_u16()];
                assert_eq!(statuses, [200, 200], "{}", self.told_of());
                self.note("a request was answered twice at once");
            }
            1 => {
                let (one, two) = tokio::join!(once(key), once(other_key));
                let mut statuses = [one.status.as_u16(), two.status.as_u16()];
                statuses.sort_unstable();
                assert_eq!(statuses, [200, 409], "{one:?} {two:?} {}", self.told_of());
                self.note("a request was answered from two devices at once");
            }
            _ => {
                let reply = once(key).await;
                assert_eq!(reply.status, 200, "{reply:?} {}", self.told_of());
                self.note("a request was answered");
            }
        }
        self.supplement = None;
        self.now(back_to);
        let files = uploads(&new);
        self.files.extend(files);
        self.files.sort();
        self.files.dedup();
        self.answers = new;
    }

    // What the office does.

    fn now(&mut self, status: Status) {
        let may = self.status().may_become();
        assert!(may.contains(&status), "to {status:?}: {}", self.told_of());
        self.history.push(status);
    }

    fn tell(&mut self, news: News) {
        let addresses = self.form().addresses(&self.answers);
        self.told.push((news, addresses));
    }

    async fn set(&mut self, office: &Office, status: Status) {
        if status == Status::Decided {
            self.decide_components(office).await;
        }
        let path = format!("{}/status", self.code());
        let body = json!({"status": status, "note": "Theo quy định."});
        if self.chance.once_in(12) {
            let (one, two) =
                tokio::join!(office.officer(&path, &body), office.officer(&path, &body));
            let mut statuses = [one.status.as_u16(), two.status.as_u16()];
            statuses.sort_unstable();
            assert_eq!(statuses, [204, 409], "{status:?}: {}", self.told_of());
            self.note("two officers set the same status at once");
        } else {
            let reply = office.officer(&path, &body).await;
            assert_eq!(reply.status, 204, "{reply:?} {}", self.told_of());
        }
        if status == Status::DocumentsRequested {
            self.note("papers were asked for in words only");
        }
        if self.supplement.take().is_some() {
            self.note("a request was closed without an answer");
        }
        self.now(status);
        self.tell(News::Status(status));
    }

    async fn set_what_may_not_be(&mut self, office: &Office) {
        let now = self.status();
        let others = Status::ALL
            .into_iter()
            .filter(|to| !now.may_become().contains(to));
        let others: Vec<Status> = others.collect();
        let to = *self.chance.pick(&others);
        let path = format!("{}/status", self.code());
        let reply = office.officer(&path, &json!({"status": to})).await;
        reply.problem(409, "status-not-allowed");
        self.note("an officer set a status that may not follow");
    }

    async fn ask_for_supplement(&mut self, office: &Office) {
        let back_to = self.status();
        let questions = [Some(self.form().phone.clone()), self.form().file.clone()];
        let flaws: Vec<Value> = questions
            .iter()
            .flatten()
            .map(|id| json!({"pointer": format!("/answers/{id}"), "reason": "mismatch"}))
            .collect();
        let path = format!("{}/supplements", self.code());
        let body = json!({"flaws": flaws, "deadline": "2026-12-15"});
        let reply = office.officer(&path, &body).await;
        assert_eq!(reply.status, 204, "{reply:?} {}", self.told_of());
        self.now(Status::DocumentsRequested);
        self.tell(News::Status(Status::DocumentsRequested));
        let tracking: Tracking = self.asks(office, "tracking", "", json!({})).await.json();
        let id = tracking.supplement.expect("a request").id;
        self.supplement = Some((id, back_to));
    }

    async fn officer_writes(&mut self, office: &Office) {
        let text = format!("Trả lời, lần {}.", self.messages.len());
        let path = format!("{}/messages", self.code());
        let reply = office.officer(&path, &json!({"text": text})).await;
        assert_eq!(reply.status, 204, "{reply:?} {}", self.told_of());
        self.messages.push((true, text));
        self.tell(News::Message);
        self.note("an officer wrote");
    }

    async fn component_goes_on(&mut self, office: &Office) {
        let tracking: Tracking = self.asks(office, "tracking", "", json!({})).await.json();
        let Some(component) = tracking
            .components
            .first()
            .filter(|_| !self.has_component_gone_on)
        else {
            return;
        };
        let path = format!("{}/components/{}/status", self.code(), component.id);
        let reply = office.officer(&path, &json!({"status": "accepted"})).await;
        assert_eq!(reply.status, 204, "{reply:?} {}", self.told_of());
        self.has_component_gone_on = true;
        self.note("a component went on");
    }

    /// A group is only decided when all of it is.
    async fn decide_components(&mut self, office: &Office) {
        let tracking: Tracking = self.asks(office, "tracking", "", json!({})).await.json();
        for component in tracking.components {
            let path = format!("{}/components/{}/status", self.code(), component.id);
            let way = [Status::Accepted, Status::InProgress, Status::Decided];
            for next in way.iter().filter(|next| **next > component.status) {
                let reply = office.officer(&path, &json!({"status": next})).await;
                assert_eq!(reply.status, 204, "{reply:?} {}", self.told_of());
            }
        }
    }

    async fn hand_out(&mut self, office: &Office) {
        let content = format!("%PDF-1.7 result {}", self.number).into_bytes();
        let name = format!("ket-qua-{}.pdf", self.number);
        office.attach(self.code(), &name, &content).await;
        self.results.push((name, content.clone()));
        self.tell(News::Result);
        let tracking: Tracking = self.asks(office, "tracking", "", json!({})).await.json();
        let id = &tracking.results.last().expect("a result").id;
        let reply = self
            .asks(office, &format!("results/{id}"), "", json!({}))
            .await;
        assert_eq!(
            (reply.status.as_u16(), &reply.body),
            (200, &content),
            "{}",
            self.told_of()
        );
        self.note("the result was fetched");
    }

    /// One step on the way, as offices take them.
    async fn go_on(&mut self, office: &Office) {
        use Status::*;
        let is_late = self.history.len() > 9;
        let roll = self.chance.below(100);
        match self.status() {
            Submitted if is_late => self.set(office, Accepted).await,
            Submitted => match roll {
                0..55 => self.set(office, Accepted).await,
                55..65 => self.set(office, NotAccepted).await,
                65..85 => self.ask_for_supplement(office).await,
                85..92 => self.withdraw_while_accepted(office).await,
                _ => self.withdraw(office).await,
            },
            Accepted => match roll {
                0..65 => self.set(office, InProgress).await,
                65..90 => self.set(office, PaymentDue).await,
                _ => self.withdraw(office).await,
            },
            InProgress if is_late => self.set(office, Decided).await,
            InProgress => match roll {
                0..20 => self.ask_for_supplement(office).await,
                20..25 => self.set(office, DocumentsRequested).await,
                25..40 => self.set(office, PaymentDue).await,
                40..45 => self.withdraw(office).await,
                45..52 => self.set(office, Stopped).await,
                _ => self.set(office, Decided).await,
            },
            DocumentsRequested => match roll {
                0..65 if self.supplement.is_some() => self.answer(office).await,
                0..80 => self.set(office, InProgress).await,
                80..85 => self.set(office, Submitted).await,
                85..92 => self.withdraw(office).await,
                _ => self.set(office, Stopped).await,
            },
            PaymentDue => match roll {
                0..85 => self.set(office, InProgress).await,
                _ => self.set(office, Stopped).await,
            },
            WithdrawalRequested => self.set(office, Stopped).await,
            Decided if self.results.is_empty() => self.hand_out(office).await,
            Decided => self.set(office, Delivered).await,
            NotAccepted | Stopped | Delivered => {}
        }
    }

    /// What is over stays over.
    async fn come_to_the_end(&mut self, office: &Office) {
        match self.chance.below(3) {
            0 => self.set_what_may_not_be(office).await,
            1 => {
                let reply = self.asks(office, "withdrawal", "", json!({})).await;
                reply.problem(409, "withdrawal-not-possible");
                self.note("the applicant withdrew too late");
            }
            _ => self.check_case(office).await,
        }
        self.is_over = true;
    }

    // What is always true.

    /// What the portal says is what was written down, for whoever has the proof, or for the owner.
    pub(crate) async fn check(&mut self, office: &Office) {
        let reply = self.asks(office, "tracking", "", json!({})).await;
        assert_eq!(reply.status, 200, "{reply:?} {}", self.told_of());
        self.check_tracking(&reply.json());
    }

    /// An officer reads the same.
    async fn check_case(&self, office: &Office) {
        let case = office
            .officer_reads(&format!("dossiers/{}", self.code()))
            .await;
        let may = json!(self.status().may_become());
        assert_eq!(case["may_become"], may, "{}", self.told_of());
        let tracking = serde_json::from_value(case["tracking"].clone());
        self.check_tracking(&tracking.expect("a tracking"));
        let files = case["files"].as_array().into_iter().flatten();
        let mut files: Vec<&str> = files.filter_map(|file| file["id"].as_str()).collect();
        files.sort_unstable();
        let mut own: Vec<&str> = self.files.iter().map(String::as_str).collect();
        own.sort_unstable();
        assert_eq!(files, own, "{}", self.told_of());
    }

    fn check_tracking(&self, tracking: &Tracking) {
        let told = self.told_of();
        assert_eq!(
            (&tracking.code, &tracking.procedure),
            (&self.receipt().code, &self.form().code)
        );
        let history: Vec<Status> = tracking.history.iter().map(|entry| entry.status).collect();
        assert_eq!(history, self.history, "{told}");
        assert_eq!(tracking.status, self.status(), "{told}");
        for pair in history.windows(2) {
            assert!(pair[0].may_become().contains(&pair[1]), "{pair:?} {told}");
        }
        let times: Vec<&str> = tracking
            .history
            .iter()
            .map(|entry| entry.at.as_str())
            .collect();
        assert!(
            times.is_sorted(),
            "the history goes back in time: {times:?} {told}"
        );
        assert_eq!(times[0], self.receipt().received_at, "{told}");
        let messages: Vec<(bool, String)> = tracking
            .messages
            .iter()
            .map(|message| (message.from_officer, message.text.clone()))
            .collect();
        assert_eq!(messages, self.messages, "{told}");
        let times: Vec<&str> = tracking
            .messages
            .iter()
            .map(|message| message.at.as_str())
            .collect();
        assert!(
            times.is_sorted(),
            "the messages go back in time: {times:?} {told}"
        );
        let results: Vec<(&str, u64)> = tracking
            .results
            .iter()
            .map(|result| (result.name.as_str(), result.bytes))
            .collect();
        let wanted: Vec<(&str, u64)> = self
            .results
            .iter()
            .map(|(name, content)| (name.as_str(), content.len() as u64))
            .collect();
        assert_eq!(results, wanted, "{told}");
        let open = tracking
            .supplement
            .as_ref()
            .map(|supplement| &supplement.id);
        assert_eq!(open, self.supplement.as_ref().map(|(id, _)| id), "{told}");
        let may_withdraw = self
            .status()
            .may_become()
            .contains(&Status::WithdrawalRequested);
        assert_eq!(tracking.may_withdraw, may_withdraw, "{told}");
    }

    async fn meet_a_stranger(&mut self, office: &Office) {
        // After ten wrong tries in a quarter of an hour the applicant would have to wait too.
        if self.strangers < 1 {
            self.strangers += 1;
            let mut chance = Chance::new(self.chance.next());
            self.stranger(office, &mut chance).await;
            self.note("a stranger asked");
        }
    }

    /// Whoever has nothing, another dossier's proof, or another account, is told what they would be told of a
    /// code that nobody has: to the letter.
    pub(crate) async fn stranger(&self, office: &Office, chance: &mut Chance) {
        let others: Vec<usize> = (0..office.accounts().len())
            .filter(|account| Some(*account) != self.owner)
            .collect();
        let account = Some(*chance.pick(&others));
        let proof = office.other_proof(&self.receipt().lookup);
        let request = self.supplement.as_ref().map_or("x", |(id, _)| id);
        let mut ways = [
            ("tracking".to_string(), json!({})),
            ("answers".to_string(), json!({})),
            ("withdrawal".to_string(), json!({"reason": "x"})),
            ("messages".to_string(), json!({"text": "x"})),
            ("results/x".to_string(), json!({})),
            (
                format!("supplements/{request}"),
                json!({"answers": self.answers}),
            ),
        ];
        ways.rotate_left(chance.below(6));
        let [one, two, ..] = ways;
        for (what, body) in [one, two] {
            for (account, proof) in [
                (None, None),
                (None, proof.clone()),
                (account, None),
                (account, proof.clone()),
            ] {
                let shown = Shown { account, proof };
                let key = format!("stranger-{:016x}", chance.next());
                let unknown = format!("H00.00.00-261122-{}", 5_000 + chance.below(4_999));
                let path = |code: &str| format!("/dossiers/{code}/{what}");
                let reply = office.post(&path(self.code()), &shown, &key, &body).await;
                let nothing = office.post(&path(&unknown), &shown, &key, &body).await;
                nothing.problem(404, "dossier-unknown");
                assert_eq!(
                    (reply.status, headers(&reply), reply.text()),
                    (nothing.status, headers(&nothing), nothing.text()),
                    "{shown:?} at {what}: {}",
                    self.told_of()
                );
            }
        }
        // Nor is an applicant an officer.
        let path = format!("/officer/dossiers/{}/status", self.code());
        let shown = Shown { account, proof };
        let reply = office
            .post(&path, &shown, "", &json!({"status": "stopped"}))
            .await;
        reply.problem(401, "officer-token");
    }
}

fn created(reply: &Reply) -> Receipt {
    assert_eq!(reply.status, 201, "{reply:?}");
    reply.json()
}

fn known(reply: &Reply) -> Receipt {
    assert_eq!(reply.status, 200, "{reply:?}");
    reply.json()
}

/// All headers but the time of the answer, which goes on between two requests.
fn headers(reply: &Reply) -> BTreeMap<String, String> {
    let headers = reply.headers.iter();
    headers
        .filter(|(name, _)| *name != "date")
        .map(|(name, value)| (name.to_string(), format!("{value:?}")))
        .collect()
}

/// The names of the uploads in answers.
fn uploads(answers: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut todo = vec![answers];
    while let Some(json) = todo.pop() {
        if let Some(name) = json.get("upload").and_then(Value::as_str) {
            found.push(name.to_string());
        }
        match json {
            Value::Array(items) => todo.extend(items),
            Value::Object(map) => todo.extend(map.values()),
            _ => {}
        }
    }
    found
}

/// A question that was answered with a text, beside this one.
fn other_text(answers: &Value, but: &str) -> String {
    let mut all = answers.as_object().into_iter().flatten();
    let found = all.find(|(id, answer)| answer.is_string() && *id != but);
    found.map(|(id, _)| id.clone()).expect("a text")
}
