//! The device's own database (IndexedDB): drafts, files that wait to be sent, receipts. All of it is
//! locked (`vault.rs`).
//!
//! Outside a browser it is a table in memory with the same behaviour.

use super::clock;
use super::files::Blob;
use super::locks;
pub use super::locks::Lock;
pub use super::vault::Keeping;
use super::vault::{Vault, began};

/// A table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Table {
    /// Unsent answers, by procedure.
    Drafts,
    /// Bytes of chosen files, by file.
    Files,
    /// Uploads that are under way, by file.
    Uploads,
    /// Receipts of what was sent, by dossier code.
    Dossiers,
}

const TABLES: [Table; 4] = [Table::Drafts, Table::Files, Table::Uploads, Table::Dossiers];

/// The device keeps nothing: private mode, a full disk, a browser without a database.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotKept;

/// What is there could not be read. That is not to say that nothing is there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotRead {
    /// The database did not answer, or there is none.
    Failed,
    /// It is locked with a key that is not here.
    Locked,
}

/// What stands in a table.
#[derive(Clone, Debug)]
enum Raw {
    /// A text that anybody can read: where the browser keeps no key.
    Text(String),
    /// A locked text.
    Locked(Vec<u8>),
    /// A file, locked or not: its type says so.
    File(Blob),
}

/// Milliseconds after which what a closed tab left behind is cleared away. Its key is gone.
const LEFT_BEHIND: u64 = 48 * 3_600_000;

/// For how long what is kept can be read again.
pub fn keeping() -> Keeping {
    Vault::current().keeping
}

/// From now on what this tab writes can be read until the page is closed or left.
pub fn keep_in_tab() {
    if keeping() != Keeping::Tab {
        Vault::of(Keeping::Tab).use_from_now_on();
    }
}

/// Somebody is about to sign in elsewhere, and comes back: what this tab keeps stays for five minutes.
pub fn going_away() {
    super::vault::going_away();
}

/// Whether what this tab keeps may be shown again after the page was away (a shared device: for moments only).
pub fn is_here() -> bool {
    Vault::current().is_here()
}

/// Changes for how long it can be read, for this tab, from now on. `entries` are brought along; others
/// stay where they are.
///
/// # Errors
/// [`NotKept`] when the device does not keep them; then nothing has changed.
pub async fn keep(keeping: Keeping, entries: &[(Table, String)]) -> Result<(), NotKept> {
    let (from, to) = (Vault::current(), Vault::of(keeping));
    for (table, key) in entries {
        let brought = match table {
            Table::Files => match read_file(&from, key).await {
                Some(file) => write_file(&to, key, &file).await,
                None => Ok(()),
            },
            _ => match read(&from, *table, key).await {
                Ok(Some(text)) => write(&to, *table, key, &text).await,
                Ok(None) => Ok(()),
                Err(_) => Err(NotKept),
            },
        };
        if brought.is_err() {
            for (table, key) in entries {
                backend::delete(*table, &to.name(key)).await;
            }
            return Err(NotKept);
        }
    }
    to.use_from_now_on();
    for (table, key) in entries {
        let name = from.name(key);
        revisions::set(*table, &name, None);
        backend::delete(*table, &name).await;
    }
    Ok(())
}

/// The text under `key`; `None` where nothing is.
///
/// # Errors
/// It is not known whether something is there, or what.
pub async fn get(table: Table, key: &str) -> Result<Option<String>, NotRead> {
    read(&Vault::current(), table, key).await
}

/// The revision of what is under `key`: another one whenever a tab writes it, known to all tabs before it is on the disk.
pub fn revision(table: Table, key: &str) -> Option<String> {
    revisions::get(table, &Vault::current().name(key))
}

/// Waits until no other tab writes what is under `key`, and keeps them from it until the result is dropped.
pub async fn lock(table: Table, key: &str) -> Option<Lock> {
    let name = Vault::current().name(key);
    locks::lock(&format!("motcua {table:?} {name}")).await
}

/// It is about to be written, as this revision.
pub fn set_revision(table: Table, key: &str, revision: &str) {
    revisions::set(table, &Vault::current().name(key), Some(revision));
}

/// Keeps a text.
///
/// # Errors
/// [`NotKept`] when the device does not keep it.
pub async fn put(table: Table, key: &str, text: &str) -> Result<(), NotKept> {
    write(&Vault::current(), table, key, text).await
}

/// Forgets what is under `key`.
pub async fn delete(table: Table, key: &str) {
    let name = Vault::current().name(key);
    revisions::set(table, &name, None);
    backend::delete(table, &name).await;
}

/// The keys in a table, in order.
pub async fn keys(table: Table) -> Vec<String> {
    let vault = Vault::current();
    let start = vault.name("").len();
    let names = backend::names(table).await.into_iter();
    let names = names.filter(|name| vault.has(name));
    names
        .filter_map(|name| Some(name.get(start..)?.to_string()))
        .collect()
}

/// Whether there is anything in a table.
pub async fn any(table: Table) -> bool {
    let vault = Vault::current();
    let names = backend::names(table).await;
    names.iter().any(|name| vault.has(name))
}

/// Clears away what tabs that were closed long ago have left behind. Nobody can read it.
pub async fn sweep() {
    let (vault, now) = (Vault::current(), clock::now() as u64);
    for table in TABLES {
        for name in backend::names(table).await {
            let is_old = began(&name).is_some_and(|began| began + LEFT_BEHIND < now);
            if is_old && !vault.has(&name) {
                backend::delete(table, &name).await;
            }
        }
    }
}

/// The bytes of a file.
pub async fn get_blob(key: &str) -> Option<Blob> {
    read_file(&Vault::current(), key).await
}

/// Keeps the bytes of a file.
///
/// # Errors
/// [`NotKept`] when the device does not keep them.
pub async fn put_blob(key: &str, blob: &Blob) -> Result<(), NotKept> {
    write_file(&Vault::current(), key, blob).await
}

async fn read(vault: &Vault, table: Table, key: &str) -> Result<Option<String>, NotRead> {
    match backend::get(table, &vault.name(key)).await? {
        Some(raw) => text_of(vault, raw).map(Some).ok_or(NotRead::Locked),
        None => Ok(None),
    }
}

fn text_of(vault: &Vault, raw: Raw) -> Option<String> {
    match raw {
        Raw::Text(text) => Some(text),
        Raw::Locked(bytes) => String::from_utf8(vault.unlock(&bytes)?).ok(),
        Raw::File(_) => None,
    }
}

async fn write(vault: &Vault, table: Table, key: &str, text: &str) -> Result<(), NotKept> {
    let raw = match (vault.lock(text.as_bytes()), vault.keeping) {
        (Some(bytes), _) => Raw::Locked(bytes),
        (None, Keeping::Device) => Raw::Text(text.to_string()),
        // What others must not read is not written where they can.
        (None, Keeping::Tab) => return Err(NotKept),
    };
    backend::put(table, &vault.name(key), raw).await
}

async fn read_file(vault: &Vault, key: &str) -> Option<Blob> {
    match backend::get(Table::Files, &vault.name(key)).await.ok()?? {
        Raw::File(file) => file.unlocked(vault).await,
        _ => None,
    }
}

async fn write_file(vault: &Vault, key: &str, file: &Blob) -> Result<(), NotKept> {
    let file = match (vault.can_lock(), vault.keeping) {
        (true, _) => file.locked(vault).await.ok_or(NotKept)?,
        (false, Keeping::Device) => file.clone(),
        (false, Keeping::Tab) => return Err(NotKept),
    };
    backend::put(Table::Files, &vault.name(key), Raw::File(file)).await
}

#[cfg(target_arch = "wasm32")]
mod backend {
    use js_sys::{Array, Function, Promise, Uint8Array};
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

    use super::{Blob, NotKept, NotRead, Raw, TABLES, Table};

    const DATABASE: &str = "motcua";
    const VERSION: u32 = 1;

    fn name(table: Table) -> &'static str {
        match table {
            Table::Drafts => "drafts",
            Table::Files => "files",
            Table::Uploads => "uploads",
            Table::Dossiers => "dossiers",
        }
    }

    thread_local! {
        static OPEN: std::cell::RefCell<Option<IdbDatabase>> = const { std::cell::RefCell::new(None) };
    }

    async fn open() -> Option<IdbDatabase> {
        if let Some(open) = OPEN.with_borrow(Clone::clone) {
            return Some(open);
        }
        let request = super::super::window()?
            .indexed_db()
            .ok()??
            .open_with_u32(DATABASE, VERSION)
            .ok()?;
        let upgrade = {
            let request = request.clone();
            wasm_bindgen::closure::Closure::once_into_js(move || {
                let Some(database) = request
                    .result()
                    .ok()
                    .and_then(|r| r.dyn_into::<IdbDatabase>().ok())
                else {
                    return;
                };
                for table in TABLES {
                    // Fails where the table is there already: then there is nothing to do.
                    drop(database.create_object_store(name(table)));
                }
            })
        };
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let database: IdbDatabase = done(&request).await?.dyn_into().ok()?;
        OPEN.set(Some(database.clone()));
        Some(database)
    }

    /// Waits for a request; `None` when it failed.
    async fn done(request: &IdbRequest) -> Option<JsValue> {
        let promise = Promise::new(&mut |resolve: Function, reject: Function| {
            request.set_onsuccess(Some(&resolve));
            request.set_onerror(Some(&reject));
        });
        JsFuture::from(promise).await.ok()?;
        request.result().ok()
    }

    async fn begin(
        table: Table,
        mode: IdbTransactionMode,
    ) -> Option<(IdbTransaction, IdbObjectStore)> {
        for attempt in 0..2 {
            let database = open().await?;
            match database.transaction_with_str_and_mode(name(table), mode) {
                Ok(transaction) => {
                    let store = transaction.object_store(name(table)).ok()?;
                    return Some((transaction, store));
                }
                // The browser closed the database behind our back: open it once more.
                Err(_) if attempt == 0 => OPEN.set(None),
                Err(_) => {}
            }
        }
        None
    }

    /// `undefined` where nothing is there; `None` when it could not be read.
    async fn read(table: Table, key: &str) -> Option<JsValue> {
        let (_, store) = begin(table, IdbTransactionMode::Readonly).await?;
        done(&store.get(&JsValue::from_str(key)).ok()?).await
    }

    /// Resolves when the transaction is on the disk, not when the request was taken.
    async fn write(table: Table, key: &str, value: Option<&JsValue>) -> Option<()> {
        let (transaction, store) = begin(table, IdbTransactionMode::Readwrite).await?;
        let promise = Promise::new(&mut |resolve: Function, reject: Function| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onerror(Some(&reject));
            transaction.set_onabort(Some(&reject));
        });
        let key = JsValue::from_str(key);
        match value {
            Some(value) => drop(store.put_with_key(value, &key).ok()?),
            None => drop(store.delete(&key).ok()?),
        }
        // Not when the browser finds the time: the page may be about to go. One that has no such
        // call (Safari before 15) commits by itself.
        if let Some(commit) = super::super::property(&transaction, "commit") {
            drop(commit.unchecked_ref::<Function>().call0(&transaction));
        }
        JsFuture::from(promise).await.ok().map(drop)
    }

    pub(super) async fn get(table: Table, key: &str) -> Result<Option<Raw>, NotRead> {
        let value = read(table, key).await.ok_or(NotRead::Failed)?;
        if value.is_undefined() {
            return Ok(None);
        }
        if let Some(text) = value.as_string() {
            return Ok(Some(Raw::Text(text)));
        }
        let raw = match value.dyn_into::<Uint8Array>() {
            Ok(bytes) => Some(Raw::Locked(bytes.to_vec())),
            Err(value) => value.dyn_into().ok().map(|blob| Raw::File(Blob(blob))),
        };
        raw.map(Some).ok_or(NotRead::Locked)
    }

    pub(super) async fn put(table: Table, key: &str, raw: Raw) -> Result<(), NotKept> {
        let value = match raw {
            Raw::Text(text) => JsValue::from_str(&text),
            Raw::Locked(bytes) => Uint8Array::from(&*bytes).into(),
            Raw::File(blob) => blob.0.into(),
        };
        write(table, key, Some(&value)).await.ok_or(NotKept)
    }

    pub(super) async fn delete(table: Table, key: &str) {
        write(table, key, None).await;
    }

    pub(super) async fn names(table: Table) -> Vec<String> {
        let read = async {
            let (_, store) = begin(table, IdbTransactionMode::Readonly).await?;
            let names: Array = done(&store.get_all_keys().ok()?).await?.dyn_into().ok()?;
            Some(names.iter().filter_map(|name| name.as_string()).collect())
        };
        read.await.unwrap_or_default()
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod backend {
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    use super::{NotKept, NotRead, Raw, Table};

    thread_local! {
        static ENTRIES: RefCell<BTreeMap<(Table, String), Raw>> = const { RefCell::new(BTreeMap::new()) };
        /// What reading comes to, while it goes wrong.
        pub(super) static WRONG: RefCell<Option<NotRead>> = const { RefCell::new(None) };
    }

    pub(super) async fn get(table: Table, key: &str) -> Result<Option<Raw>, NotRead> {
        match WRONG.with_borrow(|wrong| *wrong) {
            Some(wrong) => Err(wrong),
            None => {
                Ok(ENTRIES.with_borrow(|entries| entries.get(&(table, key.to_string())).cloned()))
            }
        }
    }

    pub(super) async fn put(table: Table, key: &str, raw: Raw) -> Result<(), NotKept> {
        ENTRIES.with_borrow_mut(|entries| entries.insert((table, key.to_string()), raw));
        Ok(())
    }

    pub(super) async fn delete(table: Table, key: &str) {
        ENTRIES.with_borrow_mut(|entries| entries.remove(&(table, key.to_string())));
    }

    pub(super) async fn names(table: Table) -> Vec<String> {
        ENTRIES.with_borrow(|entries| {
            let keys = entries.keys().filter(|(of, _)| *of == table);
            keys.map(|(_, key)| key.clone()).collect()
        })
    }
}

/// Revisions stand in the browser's small storage, which tells every tab at once.
#[cfg(target_arch = "wasm32")]
mod revisions {
    use super::Table;
    use crate::platform::local;

    /// What the names of their entries begin with; a page hears of each change of another tab's under its name.
    const NAME: &str = "motcua.revision";

    fn name(table: Table, key: &str) -> String {
        format!("{NAME} {table:?} {key}")
    }

    pub(super) fn get(table: Table, key: &str) -> Option<String> {
        local::get(&name(table, key))
    }

    pub(super) fn set(table: Table, key: &str, revision: Option<&str>) {
        match revision {
            Some(revision) => local::set(&name(table, key), revision),
            None => local::remove(&name(table, key)),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod revisions {
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    use super::Table;

    thread_local! {
        static ALL: RefCell<BTreeMap<(Table, String), String>> = const { RefCell::new(BTreeMap::new()) };
    }

    pub(super) fn get(table: Table, key: &str) -> Option<String> {
        ALL.with_borrow(|all| all.get(&(table, key.to_string())).cloned())
    }

    pub(super) fn set(table: Table, key: &str, revision: Option<&str>) {
        let at = (table, key.to_string());
        ALL.with_borrow_mut(|all| match revision {
            Some(revision) => drop(all.insert(at, revision.to_string())),
            None => drop(all.remove(&at)),
        });
    }
}

/// Until this is called with `None`, whatever is read goes wrong in this way.
#[cfg(test)]
pub fn go_wrong(wrong: Option<NotRead>) {
    backend::WRONG.set(wrong);
}
