//! Drafts: unsent answers on this device.

use std::cell::RefCell;

use portal_wire::Texts;
use portal_wire::read::{FromJson, ToJson, text, texts as read_texts, texts_to_json};
use procedure::{Draft, Text, json_object, read_json, sort_by, write_json};
use serde_json::Value;

use super::whose;
use crate::platform::random;
use crate::platform::storage::{self, Keeping, NotKept, NotRead, Table};
use crate::portal::{Outgoing, Receipt};

/// What the key of answers begins with that were sent and are put right; the dossier's code follows.
pub const PUT_RIGHT: &str = "dossier ";

/// A draft, with what the home page says about it.
#[derive(Clone, PartialEq, Debug)]
pub struct Kept {
    /// A random name: what is sent from this draft is known again in every tab.
    pub id: String,
    /// Code of the procedure.
    pub procedure: String,
    /// Name of the procedure, by locale.
    pub name: Texts,
    /// Heading of the step where the citizen is, by locale.
    pub step: Texts,
    /// Milliseconds since 1970.
    pub saved_at: f64,
    /// Answers and progress.
    pub draft: Draft,
    /// What is on its way to the portal, if anything is.
    pub pending: Option<Pending>,
    /// Which writing of it this is; empty before the first.
    pub revision: String,
}

/// The draft as a tab has seen it last on the device.
#[derive(Clone, Default)]
pub struct Seen {
    /// Its revision; empty where there was no draft.
    pub revision: String,
    /// The draft.
    pub draft: Draft,
}

impl Seen {
    /// What a tab has seen that found this, or nothing.
    pub fn of(kept: Option<&Kept>) -> Self {
        kept.map_or_else(Self::default, |kept| Self {
            revision: kept.revision.clone(),
            draft: kept.draft.clone(),
        })
    }
}

/// Answers that were sent and of which it is not known yet whether they arrived.
#[derive(Clone, PartialEq, Debug)]
pub struct Pending {
    /// The submission's idempotency key.
    pub key: String,
    /// What was sent.
    pub outgoing: Outgoing,
}

/// The receipt of a dossier that was sent from this device.
#[derive(Clone, PartialEq, Debug)]
pub struct SentDossier {
    /// The draft that it was.
    pub draft: String,
    /// The portal's receipt.
    pub receipt: Receipt,
    /// Name of the procedure, by locale.
    pub name: Texts,
}

/// The texts of a definition, to be kept.
pub fn texts(text: &Text) -> Texts {
    text.all()
        .map(|picked| (picked.locale.to_string(), picked.text.to_string()))
        .collect()
}

/// A message to the office that is being written.
pub const MESSAGE: &str = "message";

/// The reason of a withdrawal that is being written.
pub const WITHDRAWAL: &str = "withdrawal";

/// Whether there is a draft of a procedure.
///
/// # Errors
/// That is not known.
pub async fn is_there(procedure: &str) -> Result<bool, NotRead> {
    Ok(get(Table::Drafts, procedure).await?.is_some())
}

/// The draft of a procedure when no tab is writing it; `None` where there is none.
///
/// # Errors
/// There may be one, and nothing may be written in its place.
pub async fn open(procedure: &str) -> Result<Option<Kept>, NotRead> {
    let _lock = lock(procedure).await;
    load(procedure).await
}

/// The same for who has the draft's lock.
///
/// # Errors
/// There may be one, and nothing may be written in its place.
pub async fn load(procedure: &str) -> Result<Option<Kept>, NotRead> {
    let Some(text) = get(Table::Drafts, procedure).await? else {
        return Ok(None);
    };
    let own = own(procedure);
    if own != procedure && storage::get(Table::Drafts, &own).await?.is_none() {
        // A guest's that somebody goes on with is theirs at once: the page may be gone before it is written
        // again. Where that fails, it stays a guest's.
        let _ = put(Table::Drafts, procedure, &text).await;
        if let Some(kept) = read::<Kept>(&text) {
            storage::set_revision(Table::Drafts, &own, &kept.revision);
        }
    }
    // One that cannot be read is left where it is: a later release may.
    let mut kept: Kept = read(&text).ok_or(NotRead::Locked)?;
    if kept.revision.is_empty() {
        // An earlier build wrote it. All tabs know it by one revision, so that they hear when it goes.
        kept.revision = match revision(procedure) {
            none if none.is_empty() => revise(procedure),
            known => known,
        };
    }
    let pending = pending(procedure).await?;
    Ok(Some(Kept { pending, ..kept }))
}

/// What is on its way to the portal. It has an entry of its own: another tab that writes the answers
/// does not write over it, and needs not read it first.
///
/// # Errors
/// That is not known.
pub async fn pending(procedure: &str) -> Result<Option<Pending>, NotRead> {
    let text = get(Table::Drafts, &pending_key(procedure)).await?;
    Ok(text.as_deref().and_then(read))
}

/// The revision of a procedure's draft that is known to all tabs; empty where there is none.
pub fn revision(procedure: &str) -> String {
    storage::revision(Table::Drafts, &own(procedure)).unwrap_or_default()
}

/// Waits until no other tab writes the draft of a procedure, and keeps them from it until the result is dropped.
pub async fn lock(procedure: &str) -> Option<storage::Lock> {
    storage::lock(Table::Drafts, &own(procedure)).await
}

/// The revision with which a draft is about to be written. Every tab knows it from now on.
pub fn revise(procedure: &str) -> String {
    let revision = random::name();
    storage::set_revision(Table::Drafts, &own(procedure), &revision);
    revision
}

/// Keeps what is on its way, or forgets it.
pub async fn keep_pending(procedure: &str, pending: Option<&Pending>) {
    let key = pending_key(procedure);
    match pending {
        Some(pending) => {
            let text = write_json(&pending.to_json(procedure));
            // Where the device keeps nothing, the key lives as long as the page.
            let _ = put(Table::Drafts, &key, &text).await;
        }
        None => delete_entry(Table::Drafts, &key).await,
    }
}

/// What came of wanting to send a draft.
pub enum Claim {
    /// It may go out.
    Made,
    /// It is on its way already.
    Of(Pending),
    /// It was sent.
    Sent(Receipt),
}

/// Keeps what is about to go out, unless another tab sends or has sent this draft: of two tabs in which the button is
/// pressed at the same moment, one sends.
pub async fn claim(procedure: &str, draft: &str, new: &Pending) -> Claim {
    let _lock = storage::lock(Table::Drafts, &own(&pending_key(procedure))).await;
    if let Ok(Some(other)) = pending(procedure).await {
        return Claim::Of(other);
    }
    if let Some(receipt) = sent_from(draft).await {
        return Claim::Sent(receipt);
    }
    keep_pending(procedure, Some(new)).await;
    Claim::Made
}

fn pending_key(procedure: &str) -> String {
    format!("{procedure} pending")
}

/// Keeps a draft.
///
/// # Errors
/// [`NotKept`] when the device does not keep it.
pub async fn save(kept: &Kept) -> Result<(), NotKept> {
    put(Table::Drafts, &kept.procedure, &write_json(&kept.to_json())).await
}

/// Changes for how long this device keeps what is written from now on in this tab, and brings this draft
/// along with its files.
///
/// # Errors
/// [`NotKept`] when the device does not keep it; then nothing has changed.
pub async fn keep_for(keeping: Keeping, kept: &Kept) -> Result<(), NotKept> {
    let mut entries = vec![
        (Table::Drafts, own(&kept.procedure)),
        (Table::Drafts, own(&pending_key(&kept.procedure))),
    ];
    for file in kept.draft.answers.files() {
        entries.push((Table::Files, file.id.clone()));
        entries.push((Table::Uploads, file.id.clone()));
    }
    storage::keep(keeping, &entries).await
}

/// Forgets a draft and its files. The portal's names of those that went there already.
pub async fn delete(procedure: &str) -> Vec<String> {
    // What another tab is writing is written before it is deleted.
    let _lock = lock(procedure).await;
    let mut uploads = Vec::new();
    if let Ok(Some(kept)) = load(procedure).await {
        for file in kept.draft.answers.files() {
            let begun = storage::get(Table::Uploads, &file.id).await.ok().flatten();
            uploads.extend(file.upload.clone().or(begun));
            storage::delete(Table::Files, &file.id).await;
            storage::delete(Table::Uploads, &file.id).await;
        }
    }
    delete_entry(Table::Drafts, procedure).await;
    keep_pending(procedure, None).await;
    let (own, aside) = (own(procedure), aside(procedure));
    if let Ok(Some(text)) = storage::get(Table::Drafts, &aside).await
        && storage::put(Table::Drafts, &own, &text).await.is_ok()
    {
        storage::delete(Table::Drafts, &aside).await;
    }
    uploads
}

/// What ends the key of a draft that has been put aside.
const ASIDE: &str = " aside";

fn aside(procedure: &str) -> String {
    own(procedure) + ASIDE
}

/// Puts one's own draft of a procedure aside: another one, which was begun before it was known who it is, goes on
/// in its place. It comes back when that is sent or deleted.
///
/// # Errors
/// [`NotKept`] when the device does not keep it.
pub async fn put_aside(procedure: &str) -> Result<(), NotKept> {
    match storage::get(Table::Drafts, &own(procedure)).await {
        Ok(Some(text)) => storage::put(Table::Drafts, &aside(procedure), &text).await,
        Ok(None) => Ok(()),
        Err(_) => Err(NotKept),
    }
}

/// Whether the device has a draft or a receipt, whoever it is of.
pub async fn any() -> bool {
    storage::any(Table::Drafts).await || storage::any(Table::Dossiers).await
}

/// Whether the device has drafts of accounts other than the one that is here.
pub async fn are_others() -> bool {
    let mine = whose::now();
    let keys = storage::keys(Table::Drafts).await;
    keys.iter().any(|key| !whose::is_for(&mine, key))
}

/// Every draft that is shown to whoever is here, the latest first.
pub async fn all() -> Vec<Kept> {
    let texts = texts_in(Table::Drafts).await;
    let mut drafts: Vec<Kept> = Vec::new();
    for draft in texts.iter().filter_map(|text| read::<Kept>(text)) {
        // What is put right is found by its dossier; an account's own goes before a guest's.
        let is_known = drafts
            .iter()
            .any(|known| known.procedure == draft.procedure);
        if !draft.procedure.starts_with(PUT_RIGHT) && !is_known {
            drafts.push(draft);
        }
    }
    for text in &texts {
        let json = read_json(text).ok();
        let of = json
            .as_ref()
            .and_then(|json| json.get("pending_of")?.as_str());
        let draft = drafts
            .iter_mut()
            .find(|draft| Some(draft.procedure.as_str()) == of);
        if let Some(draft) = draft {
            draft.pending = json.as_ref().and_then(Pending::from_json);
        }
    }
    sort_by(&mut drafts, |a, b| a.saved_at > b.saved_at);
    drafts
}

/// The procedures of drafts that are on this device, shown to whoever is here, and can't be opened.
pub async fn closed() -> Vec<String> {
    let mine = whose::now();
    let mut closed = Vec::new();
    for key in storage::keys(Table::Drafts).await {
        let code = key.rsplit(' ').next().unwrap_or_default();
        // Others have a word before or behind it: what is on its way, what is written to an office.
        let is_draft = whose::key(&mine, code) == key || code == key;
        let is_mine = is_draft && whose::is_for(&mine, &key);
        if is_mine && storage::get(Table::Drafts, &key).await == Err(NotRead::Locked) {
            closed.push(code.to_string());
        }
    }
    closed
}

/// A key under the name of whoever is here.
fn own(key: &str) -> String {
    whose::key(&whose::now(), key)
}

/// What is under a key: one's own, else a guest's.
async fn get(table: Table, key: &str) -> Result<Option<String>, NotRead> {
    let own = own(key);
    match storage::get(table, &own).await? {
        None if own != key => storage::get(table, key).await,
        text => Ok(text),
    }
}

/// The same where nothing is written in its place.
async fn get_or_none(table: Table, key: &str) -> Option<String> {
    get(table, key).await.ok().flatten()
}

/// Keeps it as one's own. A guest's that somebody goes on with is theirs.
async fn put(table: Table, key: &str, text: &str) -> Result<(), NotKept> {
    let own = own(key);
    storage::put(table, &own, text).await?;
    if own != key {
        storage::delete(table, key).await;
    }
    Ok(())
}

async fn delete_entry(table: Table, key: &str) {
    let own = own(key);
    storage::delete(table, &own).await;
    if own != key {
        storage::delete(table, key).await;
    }
}

/// The texts of a table that are shown to whoever is here; one's own first.
async fn texts_in(table: Table) -> Vec<String> {
    let mine = whose::now();
    let mut texts = Vec::new();
    // "@" sorts behind digits.
    for key in storage::keys(table).await.iter().rev() {
        if whose::is_for(&mine, key) && !key.ends_with(ASIDE) {
            texts.extend(storage::get(table, key).await.ok().flatten());
        }
    }
    texts
}

/// Keeps a receipt.
pub async fn keep_receipt(sent: &SentDossier) {
    let text = write_json(&sent.to_json());
    let kept = put(Table::Dossiers, &sent.receipt.code, &text).await;
    if kept.is_err() {
        UNKEPT.with_borrow_mut(|unkept| unkept.push(sent.clone()));
    }
}

thread_local! {
    /// Receipts that the device did not keep: until the page closes, they are here.
    static UNKEPT: RefCell<Vec<SentDossier>> = const { RefCell::new(Vec::new()) };
}

/// The receipt of a dossier, if it was sent from this device.
pub async fn receipt(code: &str) -> Option<SentDossier> {
    match get_or_none(Table::Dossiers, code).await {
        Some(text) => read(&text),
        None => UNKEPT.with_borrow(|unkept| {
            let sent = unkept.iter().find(|sent| sent.receipt.code == code);
            sent.cloned()
        }),
    }
}

/// The receipt of what was sent from a draft, in whatever tab.
pub async fn sent_from(draft: &str) -> Option<Receipt> {
    let mut sent = receipts().await.into_iter();
    Some(sent.find(|sent| sent.draft == draft)?.receipt)
}

/// Every receipt on this device, the latest first.
pub async fn receipts() -> Vec<SentDossier> {
    let texts = texts_in(Table::Dossiers).await;
    let mut sent: Vec<SentDossier> = texts.iter().filter_map(|text| read(text)).collect();
    sort_by(&mut sent, |a, b| {
        a.receipt.received_at > b.receipt.received_at
    });
    sent
}

/// What somebody is writing to an office and has not sent: `what` of this dossier.
pub async fn writing(what: &str, code: &str) -> Option<String> {
    get_or_none(Table::Drafts, &format!("{what} {code}")).await
}

/// Keeps it, or forgets it when there is nothing.
pub async fn keep_writing(what: &str, code: &str, text: &str) {
    let key = format!("{what} {code}");
    match text.is_empty() {
        true => delete_entry(Table::Drafts, &key).await,
        // Where the device keeps nothing, it is there as long as the page.
        false => drop(put(Table::Drafts, &key, text).await),
    }
}

/// Forgets a receipt, and what was being written about the dossier.
pub async fn forget_receipt(code: &str) {
    for what in [MESSAGE, WITHDRAWAL] {
        keep_writing(what, code, "").await;
    }
    UNKEPT.with_borrow_mut(|unkept| unkept.retain(|sent| sent.receipt.code != code));
    delete_entry(Table::Dossiers, code).await;
}

/// What was kept, if it can still be read.
fn read<T: FromJson>(text: &str) -> Option<T> {
    T::from_json(&read_json(text).ok()?)
}

impl Kept {
    fn to_json(&self) -> Value {
        json_object(vec![
            ("id", Value::from(self.id.as_str())),
            ("procedure", Value::from(self.procedure.as_str())),
            ("name", texts_to_json(&self.name)),
            ("step", texts_to_json(&self.step)),
            ("saved_at", Value::from(self.saved_at as u64)),
            ("draft", self.draft.to_json()),
            ("revision", Value::from(self.revision.as_str())),
        ])
    }
}

impl FromJson for Kept {
    fn from_json(json: &Value) -> Option<Self> {
        Some(Self {
            id: text(json, "id")?,
            procedure: text(json, "procedure")?,
            name: read_texts(json, "name")?,
            step: read_texts(json, "step")?,
            saved_at: json.get("saved_at")?.as_f64()?,
            draft: Draft::from_json(json.get("draft")?),
            pending: None,
            revision: text(json, "revision").unwrap_or_default(),
        })
    }
}

impl Pending {
    fn to_json(&self, procedure: &str) -> Value {
        json_object(vec![
            ("pending_of", Value::from(procedure)),
            ("key", Value::from(self.key.as_str())),
            ("outgoing", self.outgoing.to_json()),
        ])
    }
}

impl FromJson for Pending {
    fn from_json(json: &Value) -> Option<Self> {
        let outgoing = Outgoing::from_json(json.get("outgoing")?)?;
        Some(Self {
            key: text(json, "key")?,
            outgoing,
        })
    }
}

impl SentDossier {
    fn to_json(&self) -> Value {
        json_object(vec![
            ("draft", Value::from(self.draft.as_str())),
            ("receipt", self.receipt.to_json()),
            ("name", texts_to_json(&self.name)),
        ])
    }
}

impl FromJson for SentDossier {
    fn from_json(json: &Value) -> Option<Self> {
        let receipt = Receipt::from_json(json.get("receipt")?)?;
        Some(Self {
            draft: text(json, "draft")?,
            receipt,
            name: read_texts(json, "name")?,
        })
    }
}
