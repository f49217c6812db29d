//! A portal, as the app sees it. Each connector speaks one portal's API and ends in these types;
//! nothing outside this folder knows a portal's JSON or an HTTP status.

pub mod error;
pub mod memory;
pub mod rest;

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use portal_wire::NewDossier;
use portal_wire::read::{FromJson, ToJson, list, text};
use procedure::{Date, Definition, Form, ListOption, Mistake, Submission, Text, Told};
use search::Index;
use serde_json::Value;

pub use error::PortalError;
pub use portal_wire::Session as SignedIn;
pub use portal_wire::{
    AnswerInWords, Capabilities, Document as Paper, DocumentUpload, Lookup, MyDossiers,
    PortalDescription, Receipt, Status, StatusChange, SupplementAnswer, Tracking,
};

use crate::platform::files::Blob;

/// What a portal will answer. Futures of a browser stay on their thread.
pub type Answering<'a, T> = Pin<Box<dyn Future<Output = Result<T, PortalError>> + 'a>>;

/// What becomes of a submission.
pub type Submitting<'a> = Pin<Box<dyn Future<Output = Result<Receipt, NotTaken>> + 'a>>;

/// A submission was not taken, or it is not known whether it was.
#[derive(Clone, PartialEq, Debug)]
pub struct NotTaken {
    /// Why.
    pub why: PortalError,
    /// The portal itself says that nothing is stored under this key. A gateway that says no knows
    /// nothing of an earlier try whose answer was lost.
    pub decided: bool,
}

/// A procedure as a search finds it.
#[derive(Clone, PartialEq, Debug)]
pub struct Found {
    /// Official code.
    pub code: String,
    /// Name.
    pub name: Text,
    /// What it is for.
    pub summary: Text,
    /// Who decides.
    pub agency: Text,
    /// Whether there is a form, or only its name.
    pub has_form: bool,
}

/// Answers that the portal has, and the form as it was when they were sent.
#[derive(Clone, Debug)]
pub struct SentAnswers {
    /// The form.
    pub form: Arc<Form>,
    /// The day by whose rules they are judged.
    pub day: Date,
    /// The answers, as they were sent.
    pub answers: Value,
}

/// A procedure that arrived: compiled, or everything that is wrong with it.
pub type Compiled = Result<Arc<Form>, Vec<Mistake>>;

/// Answers on their way to the portal. They are kept on the device until it is known what became
/// of them, so that the same answers go out again, never others under the same key.
#[derive(Clone, PartialEq, Debug)]
pub struct Outgoing {
    /// Code of the procedure.
    pub procedure: String,
    /// Version of the definition.
    pub version: String,
    /// The citizen's language.
    pub locale: String,
    /// Language-neutral answers.
    pub answers: serde_json::Value,
    /// The same for officers to read.
    pub in_words: Vec<AnswerInWords>,
}

impl Outgoing {
    /// What a session lets out.
    pub fn new(submission: &Submission, locale: &str, in_words: Vec<AnswerInWords>) -> Self {
        Self {
            procedure: submission.procedure().to_string(),
            version: submission.version().to_string(),
            locale: locale.to_string(),
            answers: submission.answers().clone(),
            in_words,
        }
    }
}

impl Outgoing {
    /// As our contract writes it; also how it is kept.
    pub fn to_json(&self) -> Value {
        NewDossier {
            procedure: self.procedure.clone(),
            version: self.version.clone(),
            locale: self.locale.clone(),
            answers: self.answers.clone(),
            in_words: self.in_words.clone(),
        }
        .to_json()
    }
}

impl FromJson for Outgoing {
    fn from_json(json: &Value) -> Option<Self> {
        Some(Self {
            procedure: text(json, "procedure")?,
            version: text(json, "version")?,
            locale: text(json, "locale")?,
            answers: json.get("answers")?.clone(),
            in_words: list(json, "in_words")?,
        })
    }
}

/// What an office tells: itself, and its procedures. With [`Desk`] it is a connector. The two are
/// apart so that nothing of the desk is loaded before the first question (docs/adr/0008-later.md).
pub trait Portal {
    /// Who runs it and what it can do.
    fn describe(&self) -> Answering<'_, PortalDescription>;

    /// The procedures that fit a query, best first, and how many there are in all; those with a form for an
    /// empty one.
    /// `tags` are the languages in which texts are wanted.
    fn search<'a>(
        &'a self,
        query: &'a str,
        tags: &'a [String],
    ) -> Answering<'a, (Vec<Found>, usize)>;

    /// A procedure. `tags` are the languages in which texts are wanted; `add_languages` puts in what its
    /// definition does not say in them.
    fn procedure<'a>(
        &'a self,
        code: &'a str,
        tags: &'a [String],
        add_languages: &'a dyn Fn(&mut Definition),
    ) -> Answering<'a, Compiled>;
}

/// Where an office takes what citizens bring.
pub trait Desk {
    /// All procedures, to be searched on the device. Asked for once.
    fn catalogue(&self) -> Answering<'_, Rc<Index>>;

    /// A code list, or the part of it under `parent` (nothing where it has none).
    fn code_list<'a>(&'a self, list: &'a str, parent: &'a str) -> Answering<'a, Vec<ListOption>>;

    /// Begins an upload of `size` bytes; the portal's name for it.
    fn begin_upload<'a>(&'a self, name: &'a str, size: u64) -> Answering<'a, String>;

    /// How many bytes of an upload the portal has.
    fn upload_offset<'a>(&'a self, upload: &'a str) -> Answering<'a, u64>;

    /// Sends the bytes from `offset` on; how many bytes the portal has then.
    fn send_part<'a>(&'a self, upload: &'a str, offset: u64, part: &'a Blob) -> Answering<'a, u64>;

    /// Takes an upload back.
    fn remove_upload<'a>(&'a self, upload: &'a str) -> Answering<'a, ()>;

    /// Sends answers. The same `key` with the same answers never makes a second dossier.
    fn submit<'a>(&'a self, outgoing: &'a Outgoing, key: &'a str) -> Submitting<'a>;

    /// Where a dossier stands, for someone who knows its proof.
    fn track<'a>(&'a self, code: &'a str, proof: &'a str) -> Answering<'a, Tracking>;

    /// What was sent, to be put right.
    fn sent<'a>(&'a self, code: &'a str, proof: &'a str) -> Answering<'a, SentAnswers>;

    /// Answers a supplement request. The same `key` never answers twice.
    fn put_right<'a>(
        &'a self,
        code: &'a str,
        proof: &'a str,
        request: &'a str,
        answer: SupplementAnswer,
        key: &'a str,
    ) -> Answering<'a, Tracking>;

    /// Takes a dossier back.
    fn withdraw<'a>(
        &'a self,
        code: &'a str,
        proof: &'a str,
        reason: String,
    ) -> Answering<'a, Tracking>;

    /// Writes to the office. The same `key` never writes twice.
    fn write<'a>(
        &'a self,
        code: &'a str,
        proof: &'a str,
        text: String,
        key: &'a str,
    ) -> Answering<'a, Tracking>;

    /// Who has signed in at the portal, in this browser.
    fn session(&self) -> Answering<'_, SignedIn>;

    /// Has a code sent to a phone number, in this language.
    fn send_code<'a>(&'a self, phone: &'a str, locale: &'a str) -> Answering<'a, ()>;

    /// Signs in with the code that came.
    fn sign_in<'a>(&'a self, phone: &'a str, code: &'a str) -> Answering<'a, SignedIn>;

    /// Where the browser goes to sign in at a provider, and comes back from to this path of the app.
    fn sign_in_address(&self, back_to: &str) -> String;

    /// Stays signed in for longer.
    fn stay(&self) -> Answering<'_, SignedIn>;

    /// Signs out, on this device or everywhere.
    fn sign_out(&self, everywhere: bool) -> Answering<'_, ()>;

    /// What whoever has signed in has sent, newest first.
    fn my_dossiers(&self) -> Answering<'_, MyDossiers>;

    /// What the portal knows of a procedure's answers.
    fn prefill<'a>(&'a self, procedure: &'a str) -> Answering<'a, Vec<Told>>;

    /// What a register has under the answer of a question, as `key`.
    fn look_up<'a>(&'a self, register: &'a str, lookup: Lookup) -> Answering<'a, Vec<Told>>;

    /// The papers in the store of whoever has signed in.
    fn papers(&self) -> Answering<'_, Vec<Paper>>;

    /// Makes a finished upload of a paper in the store.
    fn use_paper<'a>(&'a self, id: &'a str) -> Answering<'a, DocumentUpload>;

    /// A result, as a file.
    fn result<'a>(&'a self, code: &'a str, proof: &'a str, id: &'a str) -> Answering<'a, Blob>;
}

/// The connectors there are; `settings.json` names one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Connector {
    /// Our own REST contract.
    Rest,
}

/// The portal at an address.
pub fn connect(connector: Connector, address: &str) -> Rc<dyn Portal> {
    match connector {
        Connector::Rest => Rc::new(rest::Rest::new(address)),
    }
}

/// The desk of the same portal.
pub fn connect_desk(connector: Connector, address: &str) -> Rc<dyn Desk> {
    match connector {
        Connector::Rest => Rc::new(rest::AtDesk::new(address)),
    }
}

/// A text of the wire: locale to text.
pub fn text_of(texts: &portal_wire::Texts) -> Text {
    Text::from_locales(
        texts
            .iter()
            .map(|(locale, text)| (locale.as_str(), text.as_str())),
    )
}
