//! What the portal knows already, and what lies in a person's store there, taken into the answers.

use leptos::prelude::*;
use procedure::definition::KindDefinition;
use procedure::file::FileType;
use procedure::{Answer, FieldId, FieldPath, FileAnswer, Filled};

use super::WizardStore;
use crate::platform::{clock, random};
use crate::portal::{Lookup, Paper, PortalError};

/// What the portal has told of a procedure's answers.
#[derive(Clone, Copy)]
pub(super) struct Telling {
    /// The account that it was asked about last, and its level.
    of: StoredValue<String>,
    /// Why it could not be asked, if it could not.
    failed: RwSignal<Option<PortalError>>,
    /// It is being asked.
    is_busy: StoredValue<bool>,
    /// The papers in the person's store.
    papers: RwSignal<Vec<Paper>>,
}

impl Default for Telling {
    fn default() -> Self {
        Self {
            of: StoredValue::new(String::new()),
            failed: RwSignal::new(None),
            is_busy: StoredValue::new(false),
            papers: RwSignal::new(Vec::new()),
        }
    }
}

impl WizardStore {
    /// Asks once for each account what the portal knows of these answers, and which papers lie in the
    /// person's store. `account` is who has signed in, `level` how sure the portal is of who that is: papers are for
    /// those whom it knows.
    pub async fn ask_what_is_known(self, account: &str, level: u8) -> Option<Filled> {
        let account = format!("{level} {account}");
        let is_known = self.telling.of.with_value(|of| *of == account);
        if is_known {
            return None;
        }
        self.telling.of.set_value(account);
        self.telling.failed.set(None);
        self.telling.is_busy.set_value(true);
        let filled = self.ask_the_portal(level).await;
        self.telling.is_busy.set_value(false);
        filled
    }

    async fn ask_the_portal(self, level: u8) -> Option<Filled> {
        let (code, wants_papers, wants_answers) = self.now(|session| {
            let form = session.form();
            let mut fields = form.fields();
            let papers = form.fields().any(|field| match field.kind() {
                KindDefinition::File(kind) => kind.document.is_some(),
                _ => false,
            });
            let answers = fields.any(|field| field.definition.prefill.is_some());
            (form.definition.code.clone(), papers, answers)
        });
        let desk = self.portal.desk();
        if wants_papers && level >= 2 {
            // Without a store every paper is photographed, as ever.
            self.telling
                .papers
                .set(desk.papers().await.unwrap_or_default());
        }
        if !wants_answers {
            return None;
        }
        match desk.prefill(&code).await {
            Ok(told) => {
                let mut filled = Filled::default();
                self.update(|session| filled = session.fill(told, None, self.today()));
                self.fetch_lists();
                Some(filled)
            }
            Err(error) => {
                self.telling.failed.set(Some(error));
                None
            }
        }
    }

    /// Asks again.
    pub async fn ask_again_what_is_known(self, account: &str, level: u8) -> Option<Filled> {
        self.telling.of.set_value(String::new());
        self.ask_what_is_known(account, level).await
    }

    /// Waits while the portal is asked what it knows, for ten seconds at most.
    pub async fn until_told(self) {
        const PAUSE: i32 = 100;
        for _ in 0..100 {
            if !self.telling.is_busy.get_value() {
                return;
            }
            clock::sleep(PAUSE).await;
        }
    }

    /// Whether the portal could not be asked what it knows. Tracked.
    pub fn telling_failed(self) -> bool {
        self.telling.failed.with(Option::is_some)
    }

    /// The papers of a kind in the person's store. Tracked.
    pub fn papers_of(self, kind: &str) -> Vec<Paper> {
        self.telling.papers.with(|papers| {
            let of_kind = papers.iter().filter(|paper| paper.kind == kind);
            of_kind.cloned().collect()
        })
    }

    /// Looks an answer up in its register, and fills in what it has.
    ///
    /// # Errors
    /// What the portal says; `NotFound`: the register has nothing.
    pub async fn look_up(self, field: &FieldId) -> Result<Filled, PortalError> {
        let path = FieldPath::top(field.as_str());
        let (register, lookup) = self
            .now(|session| {
                let definition = &session.form().field(&path)?.definition;
                let register = definition.lookup.as_ref()?.register.clone();
                let Some(Answer::Text(key)) = session.answers().at(&path) else {
                    return None;
                };
                let procedure = session.form().definition.code.clone();
                let (field, key) = (field.to_string(), key.clone());
                Some((
                    register,
                    Lookup {
                        procedure,
                        field,
                        key,
                    },
                ))
            })
            .ok_or(PortalError::NotFound)?;
        let told = self.portal.desk().look_up(&register, lookup).await?;
        let mut filled = Filled::default();
        self.update(|session| filled = session.fill(told, Some(field), self.today()));
        self.fetch_lists();
        Ok(filled)
    }

    /// Takes a paper of the store into an answer.
    ///
    /// # Errors
    /// What the portal says.
    pub async fn use_paper(self, path: &FieldPath, paper: &Paper) -> Result<(), PortalError> {
        let copy = self.portal.desk().use_paper(&paper.id).await?;
        let pixels = paper.pixels.map(|[width, height]| (width, height));
        let file = FileAnswer {
            id: random::name(),
            name: copy.name,
            bytes: copy.bytes,
            kind: FileType::from_key(&copy.kind),
            pixels,
            locked: false,
            fault: None,
            upload: Some(copy.upload),
        };
        self.change_files(path, |files| files.push(file));
        self.save().await;
        Ok(())
    }
}
