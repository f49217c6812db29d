//! The address bar: reading it, changing it, following links without loading the app again.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::{document, window};

/// The path and the query (without `?`) of the page's address.
pub fn address() -> (String, String) {
    let read = || {
        let location = window()?.location();
        Some((location.pathname().ok()?, location.search().ok()?))
    };
    let (path, query) = read().unwrap_or_else(|| ("/".into(), String::new()));
    (path, query.trim_start_matches('?').to_string())
}

/// Whether an address has another origin than the page. One without an origin is the page's own.
pub fn is_elsewhere(href: &str) -> bool {
    let Some((scheme, rest)) = href.split_once("://") else {
        return href.starts_with("//");
    };
    let host = rest.split('/').next().unwrap_or_default();
    let own = window().and_then(|window| window.location().origin().ok());
    own.is_none_or(|own| !own.eq_ignore_ascii_case(&format!("{scheme}://{host}")))
}

/// A new entry in the history. It knows the address from which it was reached.
pub fn push(href: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let (path, query) = address();
        let from = match query.as_str() {
            "" => path,
            query => format!("{path}?{query}"),
        };
        // A browser refuses only when a page pushes hundreds of entries a minute; the page then
        // changes without an entry.
        drop(history.push_state_with_url(&JsValue::from_str(&from), "", Some(href)));
    }
}

/// The address from which the entry that is shown was reached; `None` where it was loaded.
pub fn came_from() -> Option<String> {
    window()?.history().ok()?.state().ok()?.as_string()
}

/// Another address for the entry that is shown.
pub fn replace(href: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let from = history.state().unwrap_or(JsValue::NULL);
        drop(history.replace_state_with_url(&from, "", Some(href)));
    }
}

/// Goes back one entry.
pub fn back() {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        drop(history.back());
    }
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = window() {
        drop(window.location().reload());
    }
}

/// Whether this page was loaded again where it stood, by the citizen or the app. A tab that the browser opens again,
/// copies, or goes back to was not.
pub fn is_reload() -> bool {
    let entries = window()
        .and_then(|window| window.performance())
        .map(|performance| performance.get_entries_by_type("navigation"));
    let entry = entries.and_then(|entries| {
        let entry = entries
            .get(0)
            .dyn_into::<web_sys::PerformanceNavigationTiming>();
        entry.ok()
    });
    entry.is_some_and(|entry| entry.type_() == web_sys::NavigationType::Reload)
}

/// Calls `moved` whenever the citizen goes back or forward.
pub fn on_moved(moved: impl Fn() + 'static) {
    if let Some(window) = window() {
        let listener = Closure::<dyn Fn()>::new(moved);
        drop(
            window.add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref()),
        );
        // The app lives as long as the page does.
        listener.forget();
    }
}

/// Calls `follow` with the address of every link to this app that is followed in this tab, and with
/// whether it is a page's way back.
pub fn on_link(follow: impl Fn(String, bool) + 'static) {
    let Some(document) = document() else { return };
    let listener =
        Closure::<dyn Fn(web_sys::MouseEvent)>::new(move |event: web_sys::MouseEvent| {
            if let Some((href, is_back)) = own_link(&event) {
                event.prevent_default();
                follow(href, is_back);
            }
        });
    drop(document.add_event_listener_with_callback("click", listener.as_ref().unchecked_ref()));
    listener.forget();
}

/// The address of the link under a plain click, if it leads to a page of this app.
fn own_link(event: &web_sys::MouseEvent) -> Option<(String, bool)> {
    let plain = event.button() == 0
        && !event.default_prevented()
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let link: web_sys::HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    let location = window()?.location();
    let ours = link.origin() == location.origin().ok()?
        && link.target().is_empty()
        && !link.has_attribute("download")
        // Links within the page move the focus by themselves; an empty one loads the page again.
        && !matches!(link.get_attribute("href")?.chars().next(), None | Some('#'));
    let href = || format!("{}{}", link.pathname(), link.search());
    (plain && ours).then(|| (href(), link.class_list().contains("back")))
}

/// A listener that ends with its owner.
pub struct Listener {
    name: &'static str,
    call: Closure<dyn Fn()>,
}

impl Listener {
    /// Lets it listen as long as the page lives.
    pub fn keep(self) {
        std::mem::forget(self);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(window) = window() {
            let call = self.call.as_ref().unchecked_ref();
            drop(window.remove_event_listener_with_callback(self.name, call));
        }
    }
}

/// Calls `back_online` whenever the device finds a network again. `None` outside a browser.
pub fn on_online(back_online: impl Fn() + 'static) -> Option<Listener> {
    let window = window()?;
    let listener = Listener {
        name: "online",
        call: Closure::new(back_online),
    };
    let call = listener.call.as_ref().unchecked_ref();
    window
        .add_event_listener_with_callback(listener.name, call)
        .ok()?;
    Some(listener)
}
