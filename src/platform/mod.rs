//! The browser. Nothing outside this folder names it; outside a browser everything here answers
//! "not there", so that the rest can be tested natively.

mod brief;
pub mod clock;
pub mod dom;
pub mod early;
pub mod element;
pub mod files;
pub mod history;
pub mod http;
pub mod intl;
pub mod local;
mod locks;
pub mod random;
pub mod ruler;
pub mod speech;
pub mod storage;
mod vault;

use std::pin::Pin;

use wasm_bindgen::JsValue;

/// The window, in a browser.
fn window() -> Option<web_sys::Window> {
    if cfg!(target_arch = "wasm32") {
        web_sys::window()
    } else {
        None
    }
}

fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// A property of a JavaScript object; `None` where it is absent.
fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(object, &JsValue::from_str(name))
        .ok()
        .filter(|value| !value.is_undefined() && !value.is_null())
}

/// Begins something that ends by itself. All tasks are of one type: otherwise a citizen would load the
/// code of the queue once for each.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    begin(Box::pin(task));
}

fn begin(task: Pin<Box<dyn Future<Output = ()>>>) {
    if cfg!(target_arch = "wasm32") {
        wasm_bindgen_futures::spawn_local(task);
    } else {
        leptos::task::spawn_local(task);
    }
}

/// Writes a line for the operator of the portal, never shown to citizens.
pub fn report(line: &str) {
    if cfg!(target_arch = "wasm32") {
        web_sys::console::error_1(&JsValue::from_str(line));
    }
}
