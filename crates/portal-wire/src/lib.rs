//! Motcua's own REST contract: addresses, bodies and headers. `docs/portal-api.yaml` describes the
//! same for portals that are not written in Rust.
//!
//! Dates are `YYYY-MM-DD` at the portal's seat, times RFC 3339 with an offset, sizes bytes. A reader
//! ignores members that it does not know.

pub mod account;
pub mod casework;
pub mod endpoint;
pub mod read;
pub mod status;

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use account::{
    Account, Document, DocumentUpload, Documents, Found, KnownAnswer, Lookup, MyDossier,
    MyDossiers, PhoneCode, PhoneNumber, Prefill, Session, SignIn, SignInWay,
};
pub use account::{OIDC, PHONE};
pub use casework::{
    Component, DossierAnswers, Due, DueFee, Flaw, Message, NewMessage, Proven, ResultFile,
    Supplement, SupplementAnswer, Tracking, TrackingProof, Withdrawal,
};
pub use status::Status;

/// Header that names one act of creation, so that asking twice creates once
/// (draft-ietf-httpapi-idempotency-key-header, read November 2026).
pub const IDEMPOTENCY_KEY: &str = "Idempotency-Key";
/// Header, with the value `1`, of every request that changes something by the right of the session's
/// cookie. A page of another site cannot send it: a header of this name needs a preflight (Fetch standard,
/// CORS), and no portal answers that one with yes.
pub const CSRF: &str = "Motcua-Csrf";
/// Media type of problem details (RFC 9457).
pub const PROBLEM_JSON: &str = "application/problem+json";
/// What the type of every problem of the contract begins with. A name, not an address: there is nothing
/// to fetch. No proxy answers with it, so it shows that the portal itself has spoken.
pub const PROBLEM_TYPES: &str = "urn:motcua:problem:";
/// The version of tus that uploads speak (tus.io/protocols/resumable-upload, 1.0.0).
pub const TUS_VERSION: &str = "1.0.0";

/// A text by locale, or one text in Vietnamese.
pub type Texts = procedure::SortedMap<String, String>;

/// `GET /portal`: who runs this portal and what it can do. The app shows only that.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PortalDescription {
    /// The portal's name, by locale.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub name: Texts,
    /// Who runs it, by locale.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub operator: Texts,
    /// Set where it is for demonstration and tests: a sentence, by locale, that every page shows.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<std::collections::BTreeMap<String, String>>))]
    pub demonstration: Option<Texts>,
    /// The hotline, as people write it. `None` where there is none.
    #[serde(default)]
    pub hotline: Option<String>,
    /// The other way to be served, by locale: the nearest office.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub office: Texts,
    /// What it can do.
    #[serde(default)]
    pub capabilities: Capabilities,
    /// How one can sign in.
    #[serde(default)]
    pub sign_in: SignIn,
    /// What it takes as uploads.
    #[serde(default)]
    pub uploads: Option<UploadLimits>,
    /// The whole catalogue at `/catalogue`, to be searched on the device. `None` where there is none.
    #[serde(default)]
    pub catalogue: Option<CatalogueFile>,
}

/// What a portal can do. What is absent, it cannot.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Capabilities {
    /// Searches its catalogue itself.
    pub search: bool,
    /// Takes submissions.
    pub submit: bool,
    /// Takes files.
    pub uploads: bool,
    /// Tells where a dossier stands.
    pub tracking: bool,
    /// Has accounts, and a list of what each has sent.
    pub accounts: bool,
    /// Knows answers of whoever has signed in.
    pub prefill: bool,
    /// Looks answers up in registers.
    pub lookups: bool,
    /// Has a store of people's papers.
    pub documents: bool,
    /// Lets applicants withdraw a dossier.
    pub withdraw: bool,
    /// Takes applicants' messages about a dossier.
    pub messages: bool,
    /// Takes answers to supplement requests.
    pub supplements: bool,
}

/// What a portal takes as uploads.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UploadLimits {
    /// Most bytes of one file.
    pub max_bytes: u64,
}

/// What a portal has at `/catalogue`: a compact text with a line for each procedure, to be fetched once and
/// kept. A reader that does not know the format leaves it alone and asks `/procedures`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CatalogueFile {
    /// The version of the format; the crate `search` describes it.
    pub format: u32,
    /// How many procedures are in it.
    pub procedures: u64,
}

/// `GET /procedures`: the catalogue, or what a search in it found, best first.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Catalogue {
    /// The procedures; of a search, the best of them.
    pub procedures: Vec<CatalogueEntry>,
    /// How many there are in all. `None`: no more than are here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<u64>,
}

/// A procedure in the catalogue.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CatalogueEntry {
    /// Official code.
    pub code: String,
    /// Name, by locale.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub name: Texts,
    /// What it is for, by locale.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub summary: Texts,
    /// Who decides, by locale.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub agency: Texts,
    /// Other words by which people look for it.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// Whether the portal has more than its name: a form, or what somebody wrote about it. It has where
    /// nothing is said.
    #[serde(default = "yes")]
    pub form: bool,
}

fn yes() -> bool {
    true
}

/// `GET /code-lists/{list}`: a list, or the part of it under a parent.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CodeList {
    /// The entries, in the order in which to show them.
    pub options: Vec<CodeListOption>,
}

/// An entry of a code list.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CodeListOption {
    /// The code that is sent.
    pub value: String,
    /// What people read, by locale. A name of a place has only `vi`.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub label: Texts,
    /// What people call it too: short, everyday and foreign names. It is found by them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// What is part of it now and was one of the list before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<String>,
}

/// `POST /dossiers`: answers to send.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewDossier {
    /// Code of the procedure.
    pub procedure: String,
    /// Version of the definition that was answered.
    pub version: String,
    /// The citizen's language, for messages to them.
    pub locale: String,
    /// The answers, by field name, language-neutral.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub answers: Value,
    /// The same for officers to read, in the portal's first language, in the order of the form. It counts
    /// for nothing: a portal decides by `answers`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub in_words: Vec<AnswerInWords>,
}

/// A question and its answer, as people read them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnswerInWords {
    /// The step, or the row of a repeat.
    pub section: String,
    /// The question.
    pub label: String,
    /// The answer; lines are apart.
    pub value: String,
}

/// The portal has the dossier.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Receipt {
    /// The dossier's code.
    pub code: String,
    /// A word that only the applicant is given, at random: the proof for tracking. To be shown as it
    /// is, hyphens included.
    pub lookup: String,
    /// Code of the procedure.
    pub procedure: String,
    /// When it was stored (RFC 3339).
    pub received_at: String,
}

/// One entry of a dossier's history.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StatusChange {
    /// The status from then on.
    pub status: Status,
    /// When (RFC 3339).
    pub at: String,
    /// What the officer says about it, in Vietnamese; plain text.
    #[serde(default)]
    pub note: Option<String>,
}

/// `POST /officer/dossiers/{code}/status`: an officer sets a status.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewStatus {
    /// The status to set.
    pub status: Status,
    /// What to say to the applicant; plain text.
    #[serde(default)]
    pub note: Option<String>,
}

/// Problem details (RFC 9457), with a JSON Pointer (RFC 6901) for every problem of a body.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct ProblemDetails {
    /// What kind of problem, as a stable name: `urn:motcua:problem:...`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind in a few words, in English.
    pub title: String,
    /// HTTP status code.
    pub status: u16,
    /// What happened this time, in English.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// Each problem of the body.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ErrorDetail>,
}

/// One problem of a body.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ErrorDetail {
    /// Where it stands in the body.
    pub pointer: String,
    /// What is wrong, in words for the applicant where the portal has them.
    pub detail: String,
}
