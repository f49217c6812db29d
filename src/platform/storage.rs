//! The device's own database (IndexedDB): drafts, files that wait to be sent, receipts.
//!
//! Outside a browser it is a table in memory with the same behaviour.

use super::files::Blob;

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

/// The device keeps nothing: private mode, a full disk, a browser without a database.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotKept;

/// The text under `key`.
pub async fn get(table: Table, key: &str) -> Option<String> {
    backend::get(table, key).await
}

/// Keeps a text.
///
/// # Errors
/// [`NotKept`] when the device does not keep it.
pub async fn put(table: Table, key: &str, text: &str) -> Result<(), NotKept> {
    backend::put(table, key, text).await
}

/// Forgets what is under `key`.
pub async fn delete(table: Table, key: &str) {
    backend::delete(table, key).await;
}

/// Every text in a table, in the order of the keys.
pub async fn all(table: Table) -> Vec<String> {
    backend::all(table).await
}

/// Whether there is anything in a table.
pub async fn any(table: Table) -> bool {
    backend::any(table).await
}

/// The bytes of a file.
pub async fn get_blob(key: &str) -> Option<Blob> {
    backend::get_blob(key).await
}

/// Keeps the bytes of a file.
///
/// # Errors
/// [`NotKept`] when the device does not keep them.
pub async fn put_blob(key: &str, blob: &Blob) -> Result<(), NotKept> {
    backend::put_blob(key, blob).await
}

#[cfg(target_arch = "wasm32")]
mod backend {
    use js_sys::{Array, Function, Promise};
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

    use super::{Blob, NotKept, Table};

    const DATABASE: &str = "motcua";
    const VERSION: u32 = 1;
    const TABLES: [Table; 4] = [Table::Drafts, Table::Files, Table::Uploads, Table::Dossiers];

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

    async fn read(table: Table, key: &str) -> Option<JsValue> {
        let (_, store) = begin(table, IdbTransactionMode::Readonly).await?;
        done(&store.get(&JsValue::from_str(key)).ok()?)
            .await
            .filter(|value| !value.is_undefined())
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

    pub(super) async fn get(table: Table, key: &str) -> Option<String> {
        read(table, key).await?.as_string()
    }

    pub(super) async fn put(table: Table, key: &str, text: &str) -> Result<(), NotKept> {
        write(table, key, Some(&JsValue::from_str(text)))
            .await
            .ok_or(NotKept)
    }

    pub(super) async fn delete(table: Table, key: &str) {
        write(table, key, None).await;
    }

    pub(super) async fn all(table: Table) -> Vec<String> {
        let read = async {
            let (_, store) = begin(table, IdbTransactionMode::Readonly).await?;
            let values: Array = done(&store.get_all().ok()?).await?.dyn_into().ok()?;
            Some(
                values
                    .iter()
                    .filter_map(|value| value.as_string())
                    .collect(),
            )
        };
        read.await.unwrap_or_default()
    }

    pub(super) async fn any(table: Table) -> bool {
        let count = async {
            let (_, store) = begin(table, IdbTransactionMode::Readonly).await?;
            done(&store.count().ok()?).await?.as_f64()
        };
        count.await.is_some_and(|count| count > 0.0)
    }

    pub(super) async fn get_blob(key: &str) -> Option<Blob> {
        read(Table::Files, key).await?.dyn_into().ok().map(Blob)
    }

    pub(super) async fn put_blob(key: &str, blob: &Blob) -> Result<(), NotKept> {
        write(Table::Files, key, Some(&blob.0)).await.ok_or(NotKept)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod backend {
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    use super::{Blob, NotKept, Table};

    thread_local! {
        static TEXTS: RefCell<BTreeMap<(Table, String), String>> = const { RefCell::new(BTreeMap::new()) };
        static BLOBS: RefCell<BTreeMap<String, Blob>> = const { RefCell::new(BTreeMap::new()) };
    }

    pub(super) async fn get(table: Table, key: &str) -> Option<String> {
        TEXTS.with_borrow(|texts| texts.get(&(table, key.to_string())).cloned())
    }

    pub(super) async fn put(table: Table, key: &str, text: &str) -> Result<(), NotKept> {
        TEXTS.with_borrow_mut(|texts| texts.insert((table, key.to_string()), text.to_string()));
        Ok(())
    }

    pub(super) async fn delete(table: Table, key: &str) {
        TEXTS.with_borrow_mut(|texts| texts.remove(&(table, key.to_string())));
        if table == Table::Files {
            BLOBS.with_borrow_mut(|blobs| blobs.remove(key));
        }
    }

    pub(super) async fn all(table: Table) -> Vec<String> {
        TEXTS.with_borrow(|texts| {
            texts
                .iter()
                .filter(|((t, _), _)| *t == table)
                .map(|(_, text)| text.clone())
                .collect()
        })
    }

    pub(super) async fn any(table: Table) -> bool {
        !all(table).await.is_empty()
    }

    pub(super) async fn get_blob(key: &str) -> Option<Blob> {
        BLOBS.with_borrow(|blobs| blobs.get(key).cloned())
    }

    pub(super) async fn put_blob(key: &str, blob: &Blob) -> Result<(), NotKept> {
        BLOBS.with_borrow_mut(|blobs| blobs.insert(key.to_string(), blob.clone()));
        Ok(())
    }
}
