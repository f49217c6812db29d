//! Small settings that must be there before anything is drawn (`localStorage`). Answers and files
//! are in [`super::storage`].

use super::window;

fn storage() -> Option<web_sys::Storage> {
    window()?.local_storage().ok()?
}

/// The value under `key`; `None` also where the browser keeps nothing.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a value, where the browser lets it.
pub fn set(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // Full or forbidden storage: the setting then lasts as long as the page.
        drop(storage.set_item(key, value));
    }
}
