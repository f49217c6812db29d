//! Signing in, and what a portal knows about whoever has.
//!
//! The session is a cookie that no script can read. No token is in any body.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Status, Texts};

/// The name of the way to sign in by a code that is sent to a phone.
pub const PHONE: &str = "phone";
/// The name of the way to sign in at an OpenID provider, as VNeID.
pub const OIDC: &str = "oidc";

/// How one can sign in.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// The ways, the best known first. None: nobody can.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<SignInWay>,
}

/// A way to sign in.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignInWay {
    /// [`PHONE`] or [`OIDC`]. One that a reader does not know it does not offer.
    pub id: String,
    /// What people call it, by locale.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub name: Texts,
    /// The highest level that it can give, 1 or 2.
    pub level: u8,
}

/// `GET /session`: who has signed in.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// Whoever has. `None`: nobody.
    #[serde(default)]
    pub account: Option<Account>,
    /// When it ends whatever happens (RFC 3339).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<String>,
    /// After how many seconds it ends if nothing is asked meanwhile. Asking who has signed in counts for
    /// nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idle_seconds: Option<u64>,
}

/// An account that has signed in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    /// A name that says nothing, the same whenever this account signs in: what is filled in under one is
    /// kept apart from another's. Empty where the portal has none.
    #[serde(default)]
    pub id: String,
    /// The person's name; empty where the portal knows none.
    #[serde(default)]
    pub name: String,
    /// How sure the portal is of who it is: 1 or 2.
    pub level: u8,
    /// The end of the phone number, to tell accounts apart by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone_hint: Option<String>,
    /// The way by which it was: the name of a [`SignInWay`].
    pub way: String,
}

/// `POST /session/phone`: send a code to this number.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PhoneNumber {
    /// The number, as people type it.
    pub phone: String,
    /// The language of the message; the portal's first where nothing is said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub locale: String,
}

/// `POST /session/phone/code`: the code that came.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PhoneCode {
    /// The number, as people type it.
    pub phone: String,
    /// The six digits, as people type them.
    pub code: String,
}

/// `GET /me/dossiers`: what whoever has signed in has sent.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyDossiers {
    /// Newest first.
    pub dossiers: Vec<MyDossier>,
}

/// A dossier in that list.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyDossier {
    /// The dossier's code.
    pub code: String,
    /// Code of the procedure.
    pub procedure: String,
    /// Name of the procedure, by locale.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub name: Texts,
    /// The status now.
    pub status: Status,
    /// When it was stored (RFC 3339).
    pub received_at: String,
    /// Whether it waits for the applicant.
    #[serde(default)]
    pub needs_you: bool,
}

/// `GET /me/prefill/{procedure}`: answers that the portal knows already.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Prefill {
    /// By field name. What is not known is absent.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, KnownAnswer>))]
    pub fields: procedure::SortedMap<String, KnownAnswer>,
}

/// An answer that the portal knows.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KnownAnswer {
    /// The answer, in the shape in which it is sent.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub value: Value,
    /// Where it is from, by locale.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub source: Texts,
    /// The day on which it was so, `YYYY-MM-DD`.
    pub as_of: String,
    /// Whether it cannot be changed here: another office keeps the register.
    #[serde(default)]
    pub locked: bool,
}

/// `POST /lookups/{register}`: what does the register have under this key?
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Lookup {
    /// Code of the procedure.
    pub procedure: String,
    /// The field that was answered. Its `lookup` says what may be told.
    pub field: String,
    /// Its answer, as people type it.
    pub key: String,
}

/// What a register has.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Found {
    /// Answers in the shape in which they are sent, by field name.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, Object>))]
    pub fields: procedure::SortedMap<String, Value>,
    /// Where they are from, by locale.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub source: Texts,
    /// The day on which it was so, `YYYY-MM-DD`.
    pub as_of: String,
}

/// `GET /me/documents`: the papers in the person's store.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Documents {
    /// The papers.
    pub documents: Vec<Document>,
}

/// A paper in the store.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Document {
    /// Its name in addresses.
    pub id: String,
    /// What it is, as `document` of a field names it: `id-card-front`.
    pub kind: String,
    /// The file's name, for people.
    pub name: String,
    /// The day on which it was issued, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<String>,
    /// The last day on which it holds, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<String>,
    /// How large it is.
    pub bytes: u64,
    /// What kind of file it is, as `accept` of a field names it: `pdf`, `png`, `jpeg`.
    pub file: String,
    /// Width and height, of a picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pixels: Option<[u32; 2]>,
}

/// `POST /me/documents/{id}/uploads`: a copy of a paper, as a finished upload that answers can name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DocumentUpload {
    /// The upload's name.
    pub upload: String,
    /// The file's name, for people.
    pub name: String,
    /// How large it is.
    pub bytes: u64,
    /// What kind of file it is, as `accept` of a field names it: `pdf`, `png`, `jpeg`.
    pub kind: String,
}
