//! Sending: one key for one submission, kept with what was sent before it goes out, until it is
//! known what became of it.

use leptos::prelude::*;
use procedure::{Event, Outcome, Part, Problem, Session};

use super::draft::{self, Claim, Pending, SentDossier};
use super::{Saved, Upload, WizardStore};
use crate::platform::spawn;
use crate::platform::{clock, random};
use crate::portal::{AnswerInWords, NotTaken, Outgoing, PortalError, Receipt};

/// Milliseconds before the first question what became of a submission; doubled each time.
const FIRST_WAIT: i32 = 5_000;
/// Longest wait between questions.
const LONGEST_WAIT: i32 = 60_000;

/// Where a submission is.
#[derive(Clone, PartialEq, Debug)]
pub enum Sending {
    /// Not begun.
    Idle,
    /// Files are still on their way; it goes out when they are there.
    WaitingForFiles,
    /// On its way.
    UnderWay,
    /// It went out and no answer came. It may have arrived; it is asked again by itself.
    Unknown(PortalError),
    /// The portal did not take it, for this reason; nothing was stored.
    Refused(PortalError),
    /// The portal has it.
    Sent(Receipt),
}

impl WizardStore {
    /// Where the submission is. Tracked.
    pub fn sending(self) -> Sending {
        self.sending.get()
    }

    /// The same, without following.
    pub fn sending_now(self) -> Sending {
        self.sending.get_untracked()
    }

    /// Whether answers went out of which nobody knows yet whether they arrived. They cannot be
    /// changed until that is known.
    pub fn is_pending(self) -> bool {
        self.pending.with(Option::is_some)
    }

    /// The same, without following: a page that drew itself anew because something was sent would
    /// lose the focus, and ask before the key is on the device.
    pub fn is_pending_now(self) -> bool {
        self.pending.with_untracked(Option::is_some)
    }

    /// Sends the answers, and what `in_words` makes of them for officers. A second call while the first
    /// is at work does nothing.
    pub async fn submit(
        self,
        locale: &str,
        in_words: impl FnOnce(&Session) -> Vec<AnswerInWords>,
    ) -> Outcome {
        if matches!(
            self.sending.get_untracked(),
            Sending::UnderWay | Sending::WaitingForFiles | Sending::Sent(_)
        ) {
            return Outcome::Stay;
        }
        if self.pending.get_untracked().is_none() {
            // What another tab has filled in meanwhile is looked at before it is sent.
            if !self.has_seen_the_newest() {
                self.save().await;
                let seen = self.saved_now();
                if matches!(seen, Saved::Joined(_) | Saved::Gone | Saved::NotRead) {
                    return Outcome::Stay;
                }
            }
            if !self.files_have_arrived().await {
                return Outcome::Stay;
            }
            // Another tab may have sent this draft.
            self.end_if_sent().await;
            if matches!(self.sending.get_untracked(), Sending::Sent(_)) {
                return Outcome::Stay;
            }
            self.adopt_pending().await;
        }
        if self.pending.get_untracked().is_none() {
            let submission = match self.now(Session::submission) {
                Err(_) => return self.send(Event::SendingRefused),
                Ok(submission) => submission,
            };
            let pending = Pending {
                key: random::name(),
                outgoing: Outgoing::new(&submission, locale, self.now(in_words)),
            };
            self.tried.set_value(false);
            // A second press must not overtake the key on its way to the device.
            self.sending.set(Sending::UnderWay);
            self.pending.set(Some(pending.clone()));
            self.save().await;
            match draft::claim(&self.code(), &self.draft.get_value(), &pending).await {
                Claim::Made => {}
                // Another tab was faster, in the last moment.
                Claim::Of(pending) => {
                    self.tried.set_value(true);
                    self.pending.set(Some(pending));
                }
                Claim::Sent(receipt) => {
                    self.pending.set(None);
                    self.sending.set(Sending::Sent(receipt));
                    return Outcome::Stay;
                }
            }
            return self.post().await;
        }
        self.send_pending().await
    }

    /// Asks the portal again, with the same key and the same answers.
    pub async fn send_pending(self) -> Outcome {
        if matches!(
            self.sending.get_untracked(),
            Sending::UnderWay | Sending::Sent(_)
        ) {
            return Outcome::Stay;
        }
        self.sending.set(Sending::UnderWay);
        self.post().await
    }

    async fn post(self) -> Outcome {
        let Some(pending) = self.pending.get_untracked() else {
            self.sending.set(Sending::Idle);
            return Outcome::Stay;
        };
        let portal = self.portal.desk();
        let why = match portal.submit(&pending.outgoing, &pending.key).await {
            Ok(receipt) => {
                self.arrived(receipt).await;
                return Outcome::Stay;
            }
            // After a try of which nobody knows what became, only the portal itself can say no: a
            // gateway knows nothing of that try.
            Err(NotTaken { why, decided })
                if why.leaves_it_open() || (self.tried.get_value() && !decided) =>
            {
                self.tried.set_value(true);
                self.sending.set(Sending::Unknown(why));
                return Outcome::Stay;
            }
            Err(NotTaken { why, .. }) => why,
        };
        match why {
            PortalError::Rejected(problems) => {
                self.give_up_pending(Sending::Idle).await;
                self.rejected(&problems)
            }
            why => {
                self.give_up_pending(Sending::Refused(why)).await;
                Outcome::Stay
            }
        }
    }

    /// Where another tab has sent this draft, it is sent here too, and deleted where a tab that did not
    /// know it has written it once more.
    pub(super) async fn end_if_sent(self) {
        if let Some(receipt) = draft::sent_from(&self.draft.get_value()).await {
            self.sending.set(Sending::Sent(receipt));
            drop(draft::delete(&self.code()).await);
        }
    }

    /// Takes over what another tab has sent and nobody knows yet whether it arrived.
    async fn adopt_pending(self) {
        if let Ok(Some(pending)) = draft::pending(&self.code()).await {
            self.tried.set_value(true);
            self.pending.set(Some(pending));
        }
    }

    fn code(self) -> String {
        self.now(|session| session.form().definition.code.clone())
    }

    /// Finds out by itself what became of a submission, again and again, more and more slowly.
    pub fn keep_asking(self) {
        if self.asking.get_value() {
            return;
        }
        self.asking.set_value(true);
        spawn(async move {
            let mut wait = FIRST_WAIT;
            while let Sending::Unknown(why) = self.sending.get_untracked() {
                let asked = why
                    .seconds_to_wait()
                    .map_or(0, |seconds| seconds.min(600) as i32 * 1_000);
                clock::sleep(wait.max(asked)).await;
                wait = (wait * 2).min(LONGEST_WAIT);
                if matches!(self.sending.get_untracked(), Sending::Unknown(_)) {
                    self.send_pending().await;
                }
            }
            self.asking.set_value(false);
        });
    }

    async fn arrived(self, receipt: Receipt) {
        let (code, name) = self.now(|session| {
            let definition = &session.form().definition;
            (definition.code.clone(), draft::texts(&definition.name))
        });
        draft::keep_receipt(&SentDossier {
            draft: self.draft.get_value(),
            receipt: receipt.clone(),
            name,
        })
        .await;
        // From here on nothing writes the draft again.
        self.sending.set(Sending::Sent(receipt));
        // What went to the portal belongs to the dossier now.
        drop(draft::delete(&code).await);
    }

    async fn give_up_pending(self, next: Sending) {
        self.pending.set(None);
        self.sending.set(next);
        draft::keep_pending(&self.code(), None).await;
        self.save().await;
    }

    fn rejected(self, problems: &[(String, String)]) -> Outcome {
        let (mut placed, mut unplaced) = (Vec::new(), Vec::new());
        for (pointer, words) in problems {
            let problem = Problem::from_portal(pointer, words).filter(|problem| {
                self.now(|session| session.form().field(&problem.path).is_some())
            });
            match problem {
                Some(problem) => placed.push(problem),
                None => unplaced.push((pointer.clone(), words.clone())),
            }
        }
        // What has no place in the form is told in the portal's words.
        if !unplaced.is_empty() {
            self.sending
                .set(Sending::Refused(PortalError::Rejected(unplaced)));
        } else if placed.is_empty() {
            self.sending.set(Sending::Refused(PortalError::Refused));
        }
        if placed.is_empty() {
            return Outcome::Stay;
        }
        let problems = placed;
        self.send_lost_files_again(&problems);
        self.send(Event::Rejected(problems))
    }

    /// A file that the portal says it does not have goes out once more, from the device.
    fn send_lost_files_again(self, problems: &[Problem]) {
        for problem in problems {
            let Some(Part::File(n)) = problem.part else {
                continue;
            };
            let id = self.now(|session| match session.answers().at(&problem.path) {
                Some(procedure::Answer::Files(files)) => files.get(n).map(|file| file.id.clone()),
                _ => None,
            });
            if let Some(id) = id {
                self.send(Event::FileLost { id: id.clone() });
                self.retry_upload(&id);
            }
        }
    }

    /// Waits for files that are on their way. `false` where the citizen went back to the form meanwhile:
    /// then nothing is sent.
    async fn files_have_arrived(self) -> bool {
        let waiting = || {
            self.uploads.with_untracked(|uploads| {
                uploads.values().any(|upload| {
                    matches!(
                        upload,
                        Upload::Preparing | Upload::UnderWay(_) | Upload::Waiting(_)
                    )
                })
            })
        };
        let mut waited = false;
        while waiting() {
            if waited && self.sending.get_untracked() != Sending::WaitingForFiles {
                return false;
            }
            waited = true;
            self.sending.set(Sending::WaitingForFiles);
            clock::sleep(300).await;
        }
        let goes_on = !waited || self.sending.get_untracked() == Sending::WaitingForFiles;
        if goes_on {
            self.sending.set(Sending::Idle);
        }
        goes_on
    }
}

#[cfg(test)]
mod tests;
