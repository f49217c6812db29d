//! Small settings that must be there before anything is drawn (`localStorage`), and what goes with the
//! tab (`sessionStorage`). Answers and files are in [`super::storage`].

use super::window;

fn storage() -> Option<web_sys::Storage> {
    window()?.local_storage().ok()?
}

fn of_tab() -> Option<web_sys::Storage> {
    window()?.session_storage().ok()?
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

/// Forgets a value.
pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        drop(storage.remove_item(key));
    }
}

/// The value under `key` in this tab.
pub fn get_in_tab(key: &str) -> Option<String> {
    of_tab()?.get_item(key).ok()?
}

/// Keeps a value until the tab is closed, where the browser lets it.
pub fn set_in_tab(key: &str, value: &str) {
    if let Some(storage) = of_tab() {
        drop(storage.set_item(key, value));
    }
}

/// Forgets a value of this tab.
pub fn remove_in_tab(key: &str) {
    if let Some(storage) = of_tab() {
        drop(storage.remove_item(key));
    }
}
