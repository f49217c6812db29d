//! After sending: where a dossier stands, what an officer asks for, and what the applicant can do.
//!
//! Whoever has signed in as the owner needs no proof; everybody else shows the lookup word of the receipt.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{AnswerInWords, Status, StatusChange, Texts};

/// `POST /dossiers/{code}/tracking`: the proof that only the applicant knows.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TrackingProof {
    /// The receipt's lookup word, as people type it: upper or lower case, with or without spaces and
    /// hyphens. May be left out by the owner who has signed in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proof: String,
}

/// A body that comes with the proof.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Proven<T> {
    /// As in [`TrackingProof`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proof: String,
    /// The rest.
    #[serde(flatten)]
    pub body: T,
}

/// Where a dossier stands.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tracking {
    /// The dossier's code.
    pub code: String,
    /// Code of the procedure.
    pub procedure: String,
    /// Name of the procedure, by locale.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub name: Texts,
    /// Who decides, by locale.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub agency: Texts,
    /// The status now.
    pub status: Status,
    /// Every status that it has had, oldest first; the last is the status now.
    pub history: Vec<StatusChange>,
    /// When the result is due. `None`: not known, or no longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// What is to be paid.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<DueFee>,
    /// The procedures that it set going, each with a state of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<Component>,
    /// What an officer asks the applicant to put right, while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplement: Option<Supplement>,
    /// What applicant and officers wrote, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<Message>,
    /// The results that can be fetched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<ResultFile>,
    /// Whether it can be withdrawn now.
    #[serde(default)]
    pub may_withdraw: bool,
    /// Whether something of the procedure is done at the office: the applicant must go there.
    #[serde(default)]
    pub in_person: bool,
}

/// When something is due.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Due {
    /// The last day, `YYYY-MM-DD`.
    pub on: String,
    /// The day on which it counts as received.
    pub received_on: String,
    /// Days off on the way were not all decided when this was said.
    #[serde(default)]
    pub may_change: bool,
}

/// A fee that is due.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DueFee {
    /// What for, by locale.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub label: Texts,
    /// The amount in đồng, of all of it; absent, it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vnd: Option<u64>,
    /// The regulation.
    pub source: String,
}

/// One of the procedures that a dossier set going.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Component {
    /// Its name in the definition.
    pub id: String,
    /// What it is, by locale.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub name: Texts,
    /// Who decides it, by locale.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub agency: Texts,
    /// Its status now.
    pub status: Status,
    /// The day on which it is due, `YYYY-MM-DD`.
    pub due_on: String,
    /// Why it stands there, as the officer writes it in Vietnamese; plain text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What an officer asks the applicant to put right (Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Supplement {
    /// Its name; the answer goes to it.
    pub id: String,
    /// When it was asked (RFC 3339).
    pub at: String,
    /// The last day for the answer, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
    /// Whom to ask, as the office writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// What is wrong, one thing each.
    pub flaws: Vec<Flaw>,
}

/// One thing that is wrong.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Flaw {
    /// Where it stands in the submission (RFC 6901), `/answers/members/1/m_dob`. One that names nothing that
    /// is there concerns the dossier as a whole.
    pub pointer: String,
    /// The kind of flaw, as `blurred`; the app has words for those that it knows.
    pub reason: String,
    /// What the officer says about it, in Vietnamese; plain text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The regulation.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// `POST /dossiers/{code}/answers`: what was sent, to be put right.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DossierAnswers {
    /// The day by whose rules the answers are judged, `YYYY-MM-DD`: that of sending.
    pub day: String,
    /// The definition that was answered, as it was then.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub definition: Value,
    /// The answers, by field name, as they stand now.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub answers: Value,
}

/// `POST /dossiers/{code}/supplements/{id}`: all that was asked for, as one answer.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SupplementAnswer {
    /// All answers, by field name. Only those that were asked for may differ from what was sent.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub answers: Value,
    /// The same for officers to read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub in_words: Vec<AnswerInWords>,
}

/// `POST /dossiers/{code}/withdrawal`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Withdrawal {
    /// Why, as the applicant writes it; need not be said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// `POST /dossiers/{code}/messages`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewMessage {
    /// Plain text.
    pub text: String,
}

/// Something that was written about a dossier.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Message {
    /// When (RFC 3339).
    pub at: String,
    /// Whether an officer wrote it; else the applicant did.
    pub from_officer: bool,
    /// Plain text.
    pub text: String,
}

/// A result that can be fetched.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResultFile {
    /// Its name in addresses.
    pub id: String,
    /// The file's name, for people.
    pub name: String,
    /// How large it is.
    pub bytes: u64,
    /// When it was attached (RFC 3339).
    pub at: String,
}
