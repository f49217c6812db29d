//! Sending: one key for one submission, kept with what was sent before it goes out, until it is
//! known what became of it.

use leptos::prelude::*;
use procedure::{Event, Outcome, Part, Problem, Session};

use super::draft::{self, Pending, SentDossier};
use super::{Upload, WizardStore};
use crate::platform::spawn;
use crate::platform::{clock, random};
use crate::portal::{Outgoing, PortalError, Receipt};

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

    /// Sends the answers. A second call while the first is at work does nothing.
    pub async fn submit(self, locale: &str) -> Outcome {
        if matches!(
            self.sending.get_untracked(),
            Sending::UnderWay | Sending::WaitingForFiles | Sending::Sent(_)
        ) {
            return Outcome::Stay;
        }
        if self.pending.get_untracked().is_none() {
            self.wait_for_files().await;
            match self.now(Session::submission) {
                Err(_) => {
                    self.sending.set(Sending::Idle);
                    return self.send(Event::SendingRefused);
                }
                Ok(submission) => {
                    let outgoing = Outgoing::new(&submission, locale);
                    self.pending.set(Some(Pending {
                        key: random::name(),
                        outgoing,
                    }));
                    // The key is on the device before anything goes out.
                    self.save().await;
                }
            }
        }
        self.send_pending().await
    }

    /// Asks the portal again, with the same key and the same answers.
    pub async fn send_pending(self) -> Outcome {
        let Some(pending) = self.pending.get_untracked() else {
            return Outcome::Stay;
        };
        if matches!(
            self.sending.get_untracked(),
            Sending::UnderWay | Sending::Sent(_)
        ) {
            return Outcome::Stay;
        }
        self.sending.set(Sending::UnderWay);
        match self
            .portal
            .get()
            .submit(&pending.outgoing, &pending.key)
            .await
        {
            Ok(receipt) => {
                self.arrived(receipt).await;
                Outcome::Stay
            }
            Err(error) if error.leaves_it_open() => {
                self.sending.set(Sending::Unknown(error));
                Outcome::Stay
            }
            Err(PortalError::Rejected(problems)) => {
                self.give_up_pending(Sending::Idle).await;
                self.rejected(&problems)
            }
            Err(error) => {
                self.give_up_pending(Sending::Refused(error)).await;
                Outcome::Stay
            }
        }
    }

    /// Finds out by itself what became of a submission, again and again, more and more slowly.
    pub fn keep_asking(self) {
        if self.asking.get_value() {
            return;
        }
        self.asking.set_value(true);
        spawn(async move {
            let mut wait = FIRST_WAIT;
            while matches!(self.sending.get_untracked(), Sending::Unknown(_)) {
                clock::sleep(wait).await;
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
            receipt: receipt.clone(),
            name,
        })
        .await;
        // From here on nothing writes the draft again.
        self.sending.set(Sending::Sent(receipt));
        draft::delete(&code).await;
    }

    async fn give_up_pending(self, next: Sending) {
        self.pending.set(None);
        self.sending.set(next);
        self.save().await;
    }

    fn rejected(self, problems: &[(String, String)]) -> Outcome {
        let problems: Vec<Problem> = problems
            .iter()
            .filter_map(|(pointer, words)| Problem::from_portal(pointer, words))
            // A place that the form does not have cannot be shown to anybody.
            .filter(|problem| self.now(|session| session.form().field(&problem.path).is_some()))
            .collect();
        if problems.is_empty() {
            // It says no, and not to what: nothing the citizen could put right.
            self.sending.set(Sending::Refused(PortalError::Refused));
            return Outcome::Stay;
        }
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

    async fn wait_for_files(self) {
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
        while waiting() {
            self.sending.set(Sending::WaitingForFiles);
            clock::sleep(300).await;
        }
        if self.sending.get_untracked() == Sending::WaitingForFiles {
            self.sending.set(Sending::Idle);
        }
    }
}

#[cfg(test)]
mod tests;
