//! What the browser itself forgets within moments unless the page says it again: a cookie with a short life. No
//! browser brings one back with a tab that is opened again, duplicated or restored, as it does `sessionStorage`.
//! A value goes along with requests to this origin; it must be worth nothing by itself (`vault.rs` keeps half a key so).

use wasm_bindgen::JsCast;

use super::window;

/// Keeps `value` under `name` (neither with `;` nor `=`) for so many seconds. Nothing is kept for 0.
pub(super) fn set(name: &str, value: &str, seconds: u32) {
    if let Some(document) = document() {
        let secure = match window().and_then(|window| window.location().protocol().ok()) {
            Some(protocol) if protocol == "https:" => "; Secure",
            _ => "",
        };
        let cookie = format!("{name}={value}; Max-Age={seconds}; Path=/; SameSite=Strict{secure}");
        drop(document.set_cookie(&cookie));
    }
}

/// The value under `name`, while it is there.
pub(super) fn get(name: &str) -> Option<String> {
    let all = document()?.cookie().ok()?;
    all.split(';').find_map(|cookie| {
        let (its_name, value) = cookie.trim().split_once('=')?;
        (its_name == name).then(|| value.to_string())
    })
}

fn document() -> Option<web_sys::HtmlDocument> {
    window()?.document()?.dyn_into().ok()
}
