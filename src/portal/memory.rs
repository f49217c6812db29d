//! A portal in memory, for tests of what stands above the trait.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use portal_wire::{Capabilities, StatusChange};
use procedure::{Definition, Form, ListOption, Told, fold};
use search::Index;

use super::{
    Answering, Blob, Compiled, Desk, DocumentUpload, Found, Lookup, MyDossiers, NotTaken, Outgoing,
    Paper, Portal, PortalDescription, PortalError, Receipt, SentAnswers, SignedIn, Status,
    Submitting, SupplementAnswer, Tracking,
};

/// What goes wrong with the next submission, on purpose.
#[derive(Clone, PartialEq, Debug)]
pub enum Fault {
    /// Something before the portal answers this; the portal hears nothing of it.
    Before(PortalError),
    /// The portal itself says no, and stores nothing.
    No(PortalError),
    /// The portal stores it, and the answer is lost on the way.
    After(PortalError),
}

/// A portal in memory.
#[derive(Default)]
pub struct Memory {
    procedures: Vec<Arc<Form>>,
    lists: BTreeMap<(String, String), Vec<ListOption>>,
    stored: RefCell<BTreeMap<String, (Outgoing, Receipt)>>,
    uploads: RefCell<BTreeMap<String, (u64, u64)>>,
    faults: RefCell<Vec<Fault>>,
}

impl Memory {
    /// A portal with these procedures.
    pub fn new(procedures: Vec<Arc<Form>>) -> Self {
        Self {
            procedures,
            ..Self::default()
        }
    }

    /// Adds a code list.
    pub fn add_list(&mut self, list: &str, parent: &str, options: Vec<ListOption>) {
        self.lists.insert((list.into(), parent.into()), options);
    }

    /// The next submissions go wrong in these ways, one each.
    pub fn fail_next(&self, faults: impl IntoIterator<Item = Fault>) {
        let mut next: Vec<Fault> = faults.into_iter().collect();
        next.reverse();
        self.faults.replace(next);
    }

    /// How many dossiers it has.
    pub fn dossiers(&self) -> usize {
        self.stored.borrow().len()
    }
}

impl Portal for Memory {
    fn describe(&self) -> Answering<'_, PortalDescription> {
        Box::pin(async {
            Ok(PortalDescription {
                name: [("vi".to_string(), "Cổng thử".to_string())].into(),
                capabilities: Capabilities {
                    search: true,
                    submit: true,
                    uploads: true,
                    tracking: true,
                    ..Capabilities::default()
                },
                ..PortalDescription::default()
            })
        })
    }

    fn search<'a>(&'a self, query: &'a str, _: &'a [String]) -> Answering<'a, (Vec<Found>, usize)> {
        Box::pin(async move {
            let query = fold(query);
            let fits = |form: &&Arc<Form>| {
                form.definition
                    .name
                    .all()
                    .any(|name| fold(name.text).contains(&query))
            };
            let found = self.procedures.iter().filter(fits).map(|form| found(form));
            let found: Vec<Found> = found.collect();
            let total = found.len();
            Ok((found, total))
        })
    }

    fn procedure<'a>(
        &'a self,
        code: &'a str,
        _: &'a [String],
        _add_languages: &'a dyn Fn(&mut Definition),
    ) -> Answering<'a, Compiled> {
        Box::pin(async move {
            let form = self
                .procedures
                .iter()
                .find(|form| form.definition.code == code);
            form.map(|form| Ok(form.clone()))
                .ok_or(PortalError::NotFound)
        })
    }
}

impl Desk for Memory {
    fn catalogue(&self) -> Answering<'_, Rc<Index>> {
        Box::pin(async { Err(PortalError::NotFound) })
    }

    fn code_list<'a>(&'a self, list: &'a str, parent: &'a str) -> Answering<'a, Vec<ListOption>> {
        Box::pin(async move {
            self.lists
                .get(&(list.into(), parent.into()))
                .cloned()
                .ok_or(PortalError::NotFound)
        })
    }

    fn begin_upload<'a>(&'a self, _: &'a str, size: u64) -> Answering<'a, String> {
        Box::pin(async move {
            let mut uploads = self.uploads.borrow_mut();
            let name = format!("upload-{}", uploads.len());
            uploads.insert(name.clone(), (0, size));
            Ok(name)
        })
    }

    fn upload_offset<'a>(&'a self, upload: &'a str) -> Answering<'a, u64> {
        Box::pin(async move {
            self.uploads
                .borrow()
                .get(upload)
                .map(|(have, _)| *have)
                .ok_or(PortalError::NotFound)
        })
    }

    fn send_part<'a>(&'a self, upload: &'a str, offset: u64, part: &'a Blob) -> Answering<'a, u64> {
        Box::pin(async move {
            let mut uploads = self.uploads.borrow_mut();
            let (have, size) = uploads.get_mut(upload).ok_or(PortalError::NotFound)?;
            if *have != offset || offset + part.size() > *size {
                return Err(PortalError::Changed);
            }
            *have += part.size();
            Ok(*have)
        })
    }

    fn remove_upload<'a>(&'a self, upload: &'a str) -> Answering<'a, ()> {
        Box::pin(async move {
            self.uploads
                .borrow_mut()
                .remove(upload)
                .map(drop)
                .ok_or(PortalError::NotFound)
        })
    }

    fn submit<'a>(&'a self, outgoing: &'a Outgoing, key: &'a str) -> Submitting<'a> {
        Box::pin(async move {
            let fault = self.faults.borrow_mut().pop();
            if let Some(Fault::Before(error)) = fault {
                return Err(NotTaken {
                    why: error,
                    decided: false,
                });
            }
            if let Some(Fault::No(error)) = fault {
                return Err(NotTaken {
                    why: error,
                    decided: true,
                });
            }
            let mut stored = self.stored.borrow_mut();
            let code = format!("H00.00-261122-{:04}", stored.len() + 1);
            let (have, receipt) = stored.entry(key.to_string()).or_insert_with(|| {
                let receipt = Receipt {
                    code,
                    lookup: "SAMPLE22".into(),
                    procedure: outgoing.procedure.clone(),
                    received_at: "2026-11-22T08:00:00+07:00".into(),
                };
                (outgoing.clone(), receipt)
            });
            if have != outgoing {
                return Err(NotTaken {
                    why: PortalError::Rejected(Vec::new()),
                    decided: true,
                });
            }
            match fault {
                Some(Fault::After(why)) => Err(NotTaken {
                    why,
                    decided: false,
                }),
                _ => Ok(receipt.clone()),
            }
        })
    }

    fn track<'a>(&'a self, code: &'a str, proof: &'a str) -> Answering<'a, Tracking> {
        Box::pin(async move {
            let stored = self.stored.borrow();
            let (_, receipt) = stored
                .values()
                .find(|(_, receipt)| receipt.code == code && receipt.lookup == proof)
                .ok_or(PortalError::NotFound)?;
            let status = Status::Submitted;
            Ok(Tracking {
                code: receipt.code.clone(),
                procedure: receipt.procedure.clone(),
                name: Default::default(),
                agency: Default::default(),
                status,
                history: vec![StatusChange {
                    status,
                    at: receipt.received_at.clone(),
                    note: None,
                }],
                due: None,
                fees: Vec::new(),
                components: Vec::new(),
                supplement: None,
                messages: Vec::new(),
                results: Vec::new(),
                may_withdraw: false,
                in_person: false,
            })
        })
    }

    fn sent<'a>(&'a self, _: &'a str, _: &'a str) -> Answering<'a, SentAnswers> {
        Box::pin(async { Err(PortalError::NotFound) })
    }

    fn put_right<'a>(
        &'a self,
        _: &'a str,
        _: &'a str,
        _: &'a str,
        _: SupplementAnswer,
        _: &'a str,
    ) -> Answering<'a, Tracking> {
        Box::pin(async { Err(PortalError::NotFound) })
    }

    fn withdraw<'a>(&'a self, _: &'a str, _: &'a str, _: String) -> Answering<'a, Tracking> {
        Box::pin(async { Err(PortalError::NotFound) })
    }

    fn write<'a>(
        &'a self,
        _: &'a str,
        _: &'a str,
        _: String,
        _: &'a str,
    ) -> Answering<'a, Tracking> {
        Box::pin(async { Err(PortalError::NotFound) })
    }

    fn session(&self) -> Answering<'_, SignedIn> {
        Box::pin(async { Ok(SignedIn::default()) })
    }

    fn send_code<'a>(&'a self, _: &'a str, _: &'a str) -> Answering<'a, ()> {
        Box::pin(async { Err(PortalError::NotFound) })
    }

    fn sign_in<'a>(&'a self, _: &'a str, _: &'a str) -> Answering<'a, SignedIn> {
        Box::pin(async { Err(PortalError::NotFound) })
    }

    fn sign_in_address(&self, _: &str) -> String {
        String::new()
    }

    fn stay(&self) -> Answering<'_, SignedIn> {
        Box::pin(async { Ok(SignedIn::default()) })
    }

    fn sign_out(&self, _: bool) -> Answering<'_, ()> {
        Box::pin(async { Ok(()) })
    }

    fn my_dossiers(&self) -> Answering<'_, MyDossiers> {
        Box::pin(async { Ok(MyDossiers::default()) })
    }

    fn prefill<'a>(&'a self, _: &'a str) -> Answering<'a, Vec<Told>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn look_up<'a>(&'a self, _: &'a str, _: Lookup) -> Answering<'a, Vec<Told>> {
        Box::pin(async { Err(PortalError::NotFound) })
    }

    fn papers(&self) -> Answering<'_, Vec<Paper>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn use_paper<'a>(&'a self, _: &'a str) -> Answering<'a, DocumentUpload> {
        Box::pin(async { Err(PortalError::NotFound) })
    }

    fn result<'a>(&'a self, _: &'a str, _: &'a str, _: &'a str) -> Answering<'a, Blob> {
        Box::pin(async { Err(PortalError::NotFound) })
    }
}

fn found(form: &Form) -> Found {
    let definition = &form.definition;
    Found {
        code: definition.code.clone(),
        name: definition.name.clone(),
        summary: definition.summary.clone(),
        agency: definition.agency.clone(),
        has_form: true,
    }
}
