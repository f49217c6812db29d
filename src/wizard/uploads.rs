//! Files on their way to the portal: kept on the device first, then sent part by part (tus 1.0),
//! resumed after a cut, until all of it is there.

use leptos::prelude::*;
use procedure::definition::{FileKind, KindDefinition};
use procedure::field::refuse_file;
use procedure::file::{FileFacts, FileFault, FileType};
use procedure::problem::FileProblem;
use procedure::{Answer, Event, FieldPath, FileAnswer};

use super::WizardStore;
use crate::platform::files::{Blob, Chosen, to_jpeg};
use crate::platform::spawn;
use crate::platform::storage::{self, Table};
use crate::platform::{clock, random};
use crate::portal::PortalError;

/// Bytes of a part. Small, so that a cut costs little on a slow network and progress is seen.
const PART: u64 = 128 * 1024;
/// Milliseconds before the first new try; doubled each time.
const FIRST_WAIT: i32 = 2_000;
/// Longest wait between tries.
const LONGEST_WAIT: i32 = 30_000;

/// Where a file is on its way.
#[derive(Clone, PartialEq, Debug)]
pub enum Upload {
    /// Being looked at and made smaller.
    Preparing,
    /// Percent that the portal has.
    UnderWay(u8),
    /// The network is away; it goes on by itself.
    Waiting(u8),
    /// All of it is at the portal.
    Arrived,
    /// The portal does not take it.
    Failed(PortalError),
    /// The bytes are no longer on the device.
    Gone,
}

impl WizardStore {
    /// Where a file is on its way. Tracked.
    pub fn upload(self, id: &str) -> Option<Upload> {
        self.uploads.with(|uploads| uploads.get(id).cloned())
    }

    fn set_upload(self, id: &str, state: Upload) {
        self.uploads.update(|uploads| {
            uploads.insert(id.to_string(), state);
        });
    }

    /// Takes chosen files into an answer: looks at their content, makes photos smaller where the
    /// portal takes less, keeps them, begins to send them. Says which were taken in and which not.
    pub async fn add_files(
        self,
        path: FieldPath,
        chosen: Vec<Chosen>,
    ) -> Vec<(FileAnswer, Option<FileProblem>)> {
        let mut told = Vec::new();
        let Some(field) = self.now(|session| session.form().field(&path).cloned()) else {
            return told;
        };
        let KindDefinition::File(kind) = field.kind() else {
            return told;
        };
        // Sending waits for a photo that is being made smaller.
        let preparing = random::name();
        self.set_upload(&preparing, Upload::Preparing);
        for file in chosen {
            let (file, blob) = prepare(kind, self.max_upload.get_value(), file).await;
            let problem = refuse_file(&field, &file);
            let refused = problem.is_some();
            told.push((file.clone(), problem));
            if !refused {
                // Where the device keeps nothing, the bytes still go to the portal now.
                let _ = storage::put_blob(&file.id, &blob).await;
            }
            let id = file.id.clone();
            self.change_files(&path, |files| {
                // A single file replaces the one before it, if that could not be taken.
                if kind.max_files == 1 {
                    files.retain(|have| refuse_file(&field, have).is_none());
                }
                files.push(file);
            });
            self.save().await;
            if !refused {
                self.begin_upload(id, Some(blob));
            }
        }
        self.uploads.update(|uploads| {
            uploads.remove(&preparing);
        });
        told
    }

    /// Takes a file out of an answer, off the device and off the portal.
    pub async fn remove_file(self, path: FieldPath, id: String) {
        let upload = self.now(|session| session.file(&id).and_then(|file| file.upload.clone()));
        // Before anything is waited for: an upload that is under way sends its next part else.
        self.change_files(&path, |files| files.retain(|file| file.id != id));
        self.uploads.update(|uploads| {
            uploads.remove(&id);
        });
        let begun = storage::get(Table::Uploads, &id).await.ok().flatten();
        storage::delete(Table::Files, &id).await;
        storage::delete(Table::Uploads, &id).await;
        self.save().await;
        // One that was sent bears the portal's name, and belongs to its dossier.
        if let Some(upload) = upload.or(begun).filter(|upload| *upload != id) {
            // What stays behind at the portal is not part of any dossier, and it clears it away.
            drop(self.portal.desk().remove_upload(&upload).await);
        }
    }

    pub(super) fn change_files(self, path: &FieldPath, change: impl FnOnce(&mut Vec<FileAnswer>)) {
        let mut files = self.now(|session| match session.answers().at(path) {
            Some(Answer::Files(files)) => files.clone(),
            _ => Vec::new(),
        });
        change(&mut files);
        self.send(Event::Answered(path.clone(), Answer::Files(files)));
    }

    /// Goes on with every file that the portal does not have yet.
    pub(super) fn resume_uploads(self) {
        let waiting: Vec<String> = self.now(|session| {
            let files = session.answers().files();
            files
                .filter(|file| file.upload.is_none() && file.kind.is_some())
                .map(|file| file.id.clone())
                .collect()
        });
        for id in waiting {
            self.begin_upload(id, None);
        }
    }

    /// Tries a file again that the portal did not take.
    pub fn retry_upload(self, id: &str) {
        self.begin_upload(id.to_string(), None);
    }

    fn begin_upload(self, id: String, blob: Option<Blob>) {
        let runs = self.uploads.with_untracked(|uploads| {
            matches!(
                uploads.get(&id),
                Some(Upload::UnderWay(_) | Upload::Waiting(_))
            )
        });
        if !runs {
            self.set_upload(&id, Upload::UnderWay(0));
            spawn(self.run_upload(id, blob));
        }
    }

    async fn run_upload(self, id: String, blob: Option<Blob>) {
        let blob = match blob {
            Some(blob) => Some(blob),
            None => storage::get_blob(&id).await,
        };
        let Some(blob) = blob else {
            return self.set_upload(&id, Upload::Gone);
        };
        let mut wait = FIRST_WAIT;
        let mut restarts = 0;
        // Until it is there, or the citizen has removed it.
        while !self.has_ended() && self.now(|session| session.file(&id).is_some()) {
            match self.send_parts(&id, &blob).await {
                Ok(upload) => {
                    self.send(Event::FileArrived {
                        id: id.clone(),
                        upload,
                    });
                    storage::delete(Table::Uploads, &id).await;
                    self.save().await;
                    return self.set_upload(&id, Upload::Arrived);
                }
                // The portal has forgotten the upload: begin it again.
                Err(PortalError::NotFound) if restarts < 3 => {
                    restarts += 1;
                    storage::delete(Table::Uploads, &id).await;
                }
                // What it has is not what we thought: ask it again.
                Err(PortalError::Changed) if restarts < 3 => restarts += 1,
                Err(error) if error.may_pass() => {
                    let percent = self.percent(&id);
                    self.set_upload(&id, Upload::Waiting(percent));
                    clock::sleep(wait).await;
                    wait = (wait * 2).min(LONGEST_WAIT);
                }
                Err(error) => return self.set_upload(&id, Upload::Failed(error)),
            }
        }
    }

    async fn send_parts(self, id: &str, blob: &Blob) -> Result<String, PortalError> {
        let portal = self.portal.desk();
        let name = self
            .now(|session| session.file(id).map(|file| file.name.clone()))
            .unwrap_or_default();
        let (upload, mut offset) = match storage::get(Table::Uploads, id).await.ok().flatten() {
            Some(upload) => {
                let offset = portal.upload_offset(&upload).await?;
                (upload, offset)
            }
            None => {
                let upload = portal.begin_upload(&name, blob.size()).await?;
                let _ = storage::put(Table::Uploads, id, &upload).await;
                (upload, 0)
            }
        };
        while offset < blob.size() {
            if self.has_ended() || self.now(|session| session.file(id).is_none()) {
                return Err(PortalError::Refused);
            }
            self.set_upload(id, Upload::UnderWay((offset * 100 / blob.size()) as u8));
            let part = blob
                .slice(offset, (offset + PART).min(blob.size()))
                .ok_or(PortalError::Refused)?;
            offset = portal.send_part(&upload, offset, &part).await?;
        }
        Ok(upload)
    }

    fn percent(self, id: &str) -> u8 {
        self.uploads
            .with_untracked(|uploads| match uploads.get(id) {
                Some(Upload::UnderWay(percent) | Upload::Waiting(percent)) => *percent,
                _ => 0,
            })
    }

    /// Whether a file is still on its way. Tracked.
    pub fn uploads_under_way(self) -> bool {
        self.uploads.with(|uploads| {
            uploads.values().any(|upload| {
                matches!(
                    upload,
                    Upload::Preparing | Upload::UnderWay(_) | Upload::Waiting(_)
                )
            })
        })
    }
}

/// Looks at a file, makes a photo smaller where it must be, and a JPEG of a picture that no office takes, where the
/// browser can read it.
async fn prepare(kind: &FileKind, portal_max: u64, chosen: Chosen) -> (FileAnswer, Blob) {
    let Chosen { name, mut blob } = chosen;
    let mut facts = blob.look().await.unwrap_or(FileFacts {
        fault: Some(FileFault::Unreadable),
        ..FileFacts::default()
    });
    let max = kind.max_bytes.min(portal_max);
    let accepted = facts
        .kind
        .is_some_and(|found| found.is_image() && kind.accept.contains(&found));
    let is_too_large = accepted && facts.fault.is_none() && blob.size() > max;
    let is_other_picture = facts.fault.is_some_and(|fault| fault.label().is_some());
    if (is_too_large || is_other_picture)
        && kind.accept.contains(&FileType::Jpeg)
        && let Some(jpeg) = to_jpeg(&blob, max, kind.min_pixels.unwrap_or_default()).await
    {
        facts = jpeg.look().await.unwrap_or_default();
        blob = jpeg;
    }
    let FileFacts {
        kind,
        pixels,
        locked,
        fault,
    } = facts;
    let file = FileAnswer {
        id: random::name(),
        name,
        bytes: blob.size(),
        kind,
        pixels,
        locked,
        fault,
        upload: None,
    };
    (file, blob)
}
