//! Drafts: unsent answers on this device.

use std::collections::BTreeMap;

use procedure::{Draft, Text};
use serde::{Deserialize, Serialize};

use crate::platform::storage::{self, NotKept, Table};
use crate::portal::{Outgoing, Receipt};

/// A draft, with what the home page says about it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Kept {
    /// Code of the procedure.
    pub procedure: String,
    /// Name of the procedure, by locale.
    pub name: BTreeMap<String, String>,
    /// Heading of the step where the citizen is, by locale.
    #[serde(default)]
    pub step: BTreeMap<String, String>,
    /// Milliseconds since 1970.
    pub saved_at: f64,
    /// Answers and progress.
    pub draft: Draft,
    /// What is on its way to the portal, if anything is.
    #[serde(default)]
    pub pending: Option<Pending>,
}

/// Answers that were sent and of which it is not known yet whether they arrived.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Pending {
    /// The submission's idempotency key.
    pub key: String,
    /// What was sent.
    pub outgoing: Outgoing,
}

/// The receipt of a dossier that was sent from this device.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SentDossier {
    /// The portal's receipt.
    pub receipt: Receipt,
    /// Name of the procedure, by locale.
    pub name: BTreeMap<String, String>,
}

/// The texts of a definition, to be kept.
pub fn texts(text: &Text) -> BTreeMap<String, String> {
    text.all()
        .map(|picked| (picked.locale.to_string(), picked.text.to_string()))
        .collect()
}

/// The draft of a procedure. One that cannot be read is left where it is: a later release may.
pub async fn load(procedure: &str) -> Option<Kept> {
    serde_json::from_str(&storage::get(Table::Drafts, procedure).await?).ok()
}

/// Keeps a draft.
///
/// # Errors
/// [`NotKept`] when the device does not keep it.
pub async fn save(kept: &Kept) -> Result<(), NotKept> {
    let text = serde_json::to_string(kept).map_err(|_| NotKept)?;
    storage::put(Table::Drafts, &kept.procedure, &text).await
}

/// Forgets a draft and its files.
pub async fn delete(procedure: &str) {
    if let Some(kept) = load(procedure).await {
        for file in kept.draft.answers.files() {
            storage::delete(Table::Files, &file.id).await;
            storage::delete(Table::Uploads, &file.id).await;
        }
    }
    storage::delete(Table::Drafts, procedure).await;
}

/// Every draft, the latest first.
pub async fn all() -> Vec<Kept> {
    let texts = storage::all(Table::Drafts).await;
    let mut drafts: Vec<Kept> = texts
        .iter()
        .filter_map(|text| serde_json::from_str(text).ok())
        .collect();
    drafts.sort_by(|a, b| b.saved_at.total_cmp(&a.saved_at));
    drafts
}

/// Keeps a receipt.
pub async fn keep_receipt(sent: &SentDossier) {
    if let Ok(text) = serde_json::to_string(sent) {
        // Where nothing can be kept, the code is on the screen and on paper.
        let _ = storage::put(Table::Dossiers, &sent.receipt.code, &text).await;
    }
}

/// The receipt of a dossier, if it was sent from this device.
pub async fn receipt(code: &str) -> Option<SentDossier> {
    serde_json::from_str(&storage::get(Table::Dossiers, code).await?).ok()
}

/// Every receipt on this device, the latest first.
pub async fn receipts() -> Vec<SentDossier> {
    let texts = storage::all(Table::Dossiers).await;
    let mut sent: Vec<SentDossier> = texts
        .iter()
        .filter_map(|text| serde_json::from_str(text).ok())
        .collect();
    sent.sort_by(|a, b| b.receipt.received_at.cmp(&a.receipt.received_at));
    sent
}

/// Forgets a receipt.
pub async fn forget_receipt(code: &str) {
    storage::delete(Table::Dossiers, code).await;
}
