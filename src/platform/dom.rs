//! What the page does beside its markup: focus, title, attributes of `<html>`, the two slots.

use std::cell::Cell;

use wasm_bindgen::JsCast;

use super::element::is_second_press;
use super::{document, window};

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets an attribute of `<html>`; removes it where there is no value.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    // Both fail only for a name that is not one; ours are constants.
    match value {
        Some(value) => drop(root.set_attribute(name, value)),
        None => drop(root.remove_attribute(name)),
    }
}

/// The languages that the citizen's browser asks for, best first.
pub fn languages() -> Vec<String> {
    window()
        .map(|window| {
            window
                .navigator()
                .languages()
                .iter()
                .filter_map(|l| l.as_string())
                .collect()
        })
        .unwrap_or_default()
}

fn by_id(id: &str) -> Option<web_sys::HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to the element with this id and brings it into view, with what labels it above.
/// Says whether there is such an element.
pub fn focus(id: &str) -> bool {
    let Some(element) = by_id(id) else {
        return false;
    };
    let group = element.closest("[data-field], fieldset").ok().flatten();
    if let Some(group) = group {
        group.scroll_into_view();
    }
    drop(element.focus());
    true
}

/// The id of the element that has the focus.
pub fn focused() -> Option<String> {
    document()?
        .active_element()
        .map(|element| element.id())
        .filter(|id| !id.is_empty())
}

/// Shows the static notice that the app has stopped; the answers are on the device.
/// Everything else goes: a page that has stopped would still take what somebody types.
pub fn show_fatal() {
    let (Some(notice), Some(document)) = (by_id("fatal"), document()) else {
        return;
    };
    if let Some(body) = document.body() {
        for element in all(&body, ":scope > :not(#fatal)") {
            drop(element.set_attribute("hidden", ""));
        }
    }
    notice.set_hidden(false);
    drop(notice.focus());
}

/// Takes away what stood on the page before the app was there.
pub fn remove_opening() {
    if let Some(opening) = by_id("opening") {
        opening.remove();
    }
}

thread_local! {
    /// A page has been shown and nobody has pressed on it yet.
    static FRESH: Cell<bool> = const { Cell::new(false) };
}

/// The second press of a double click or double tap on the page before is none on the new page: it
/// would take the focus from the heading, answer a question or follow a link. Called once.
pub fn ignore_second_press() {
    let Some(document) = document() else { return };
    let listener =
        wasm_bindgen::closure::Closure::<dyn Fn(web_sys::Event)>::new(|event: web_sys::Event| {
            if !is_second_press(&event) {
                FRESH.set(false);
            } else if FRESH.get() {
                event.prevent_default();
                event.stop_propagation();
            }
        });
    // Before anything on the page hears of it. A press on a label is a click of its own on the input.
    for press in ["mousedown", "click"] {
        drop(document.add_event_listener_with_callback_and_bool(
            press,
            listener.as_ref().unchecked_ref(),
            true,
        ));
    }
    listener.forget();
}

/// A page changes: what stands in slot `new` is shown and its `h1` gets the focus; what stands in
/// slot `old` goes off the screen, and cannot be reached or mistaken for the new page any more. Where
/// `keeps_focus`, the focus is not on the page but above it, and stays there.
///
/// The old slot is neither `hidden` nor `inert` nor empty yet: Orca then loses its place and stays
/// silent (`docs/adr/0003-two-slots.md`, tried with Orca 43.1, November 2026).
pub fn change_slots(old: &str, new: &str, keeps_focus: bool) {
    if let Some(old) = by_id(old) {
        drop(old.set_attribute("data-slot", "leaving"));
        for element in all(
            &old,
            "a, button, input, select, textarea, summary, [tabindex]",
        ) {
            drop(element.set_attribute("tabindex", "-1"));
        }
        for main in all(&old, "main") {
            // There is one `main`: that of the new page.
            drop(main.set_attribute("role", "none"));
        }
        for attribute in ["id", "name", "for", "aria-describedby", "aria-labelledby"] {
            for element in all(&old, &format!("[{attribute}]")) {
                drop(element.remove_attribute(attribute));
            }
        }
    }
    if let Some(new) = by_id(new) {
        drop(new.set_attribute("data-slot", "shown"));
        if keeps_focus {
            return;
        }
        FRESH.set(true);
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        if let Some(heading) = all(&new, "h1")
            .next()
            .and_then(|h| h.dyn_into::<web_sys::HtmlElement>().ok())
        {
            drop(heading.set_attribute("tabindex", "-1"));
            drop(heading.focus());
        }
    }
}

/// Shows the first page, whose slot was at rest.
pub fn show_slot(slot: &str) {
    if let Some(slot) = by_id(slot) {
        drop(slot.set_attribute("data-slot", "shown"));
    }
}

/// The slot has been emptied and waits for a page.
pub fn rest_slot(slot: &str) {
    if let Some(slot) = by_id(slot) {
        drop(slot.set_attribute("data-slot", "resting"));
    }
}

fn all(root: &web_sys::Element, selector: &str) -> impl Iterator<Item = web_sys::Element> {
    let found = root.query_selector_all(selector).ok();
    let length = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..length).filter_map(move |n| found.as_ref()?.get(n)?.dyn_into().ok())
}

/// Calls `hidden` whenever the page may be about to go: another app comes to the front, the tab
/// closes. A phone gives no other sign.
pub fn on_hidden(hidden: impl Fn() + 'static) {
    let Some(document) = document() else { return };
    let listener = wasm_bindgen::closure::Closure::<dyn Fn()>::new(hidden);
    drop(
        document.add_event_listener_with_callback(
            "visibilitychange",
            listener.as_ref().unchecked_ref(),
        ),
    );
    listener.forget();
}

/// Whether the page may be about to go.
pub fn is_hidden() -> bool {
    document()
        .is_some_and(|document| document.visibility_state() == web_sys::VisibilityState::Hidden)
}

/// Takes what stands in the inputs of the page, whether or not somebody was told of it, before anything comes of it: before
/// a button or a link is followed, a form goes on, or the page may be about to go. Called once.
pub fn take_silent_changes() {
    let Some(document) = document() else { return };
    let take =
        wasm_bindgen::closure::Closure::<dyn Fn(web_sys::Event)>::new(|event: web_sys::Event| {
            let target = event.target();
            let pressed = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let leads_on = |element: &web_sys::Element| {
                element
                    .closest("a, button, summary")
                    .is_ok_and(|found| found.is_some())
            };
            if event.type_() == "click" && !pressed.as_ref().is_some_and(leads_on) {
                return;
            }
            let Some(page) = self::document().and_then(|document| document.body()) else {
                return;
            };
            for input in all(&page, "[data-slot=shown] :is(input, textarea, select)") {
                super::element::tell_if_changed(&input);
            }
        });
    for kind in ["click", "submit", "visibilitychange"] {
        drop(document.add_event_listener_with_callback_and_bool(
            kind,
            take.as_ref().unchecked_ref(),
            true,
        ));
    }
    take.forget();
}

/// Calls `look` whenever another tab may have changed what is on the device: this one is shown again, or the other has
/// written into the small storage of the browser, which tells the others at once.
pub fn on_news_of_other_tabs(look: impl Fn() + 'static) {
    let (Some(document), Some(window)) = (document(), window()) else {
        return;
    };
    let listener = wasm_bindgen::closure::Closure::<dyn Fn()>::new(look);
    let call = listener.as_ref().unchecked_ref();
    drop(document.add_event_listener_with_callback("visibilitychange", call));
    drop(window.add_event_listener_with_callback("storage", call));
    listener.forget();
}

/// What the page looks like between being left and being shown again: not at all.
const AWAY: &str = "data-away";

/// A browser may keep a page that is left, and show it again on Back as it was. It is hidden meanwhile; where
/// `is_still_theirs` no longer holds when it comes back, it is loaded anew and never seen.
pub fn on_return(is_still_theirs: impl Fn() -> bool + 'static) {
    on_page_event("pagehide", |is_kept| {
        if is_kept {
            set_root_attribute(AWAY, Some(""));
        }
    });
    on_page_event("pageshow", move |is_kept| {
        match is_kept && !is_still_theirs() {
            true => super::history::reload(),
            false => set_root_attribute(AWAY, None),
        }
    });
}

/// Calls `act` on such an event of the window, with whether the browser keeps the page or has kept it.
fn on_page_event(name: &str, act: impl Fn(bool) + 'static) {
    let Some(window) = window() else { return };
    let listener = wasm_bindgen::closure::Closure::<dyn Fn(web_sys::PageTransitionEvent)>::new(
        move |event: web_sys::PageTransitionEvent| {
            act(event.persisted());
        },
    );
    drop(window.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref()));
    listener.forget();
}

/// A browser scrolls until the caret of a large input can be seen, which leaves the rest of it, and of the ring
/// around it, out of view (WCAG 2.2, 2.4.12).
pub fn show_whole_inputs() {
    let Some(document) = document() else { return };
    let listener =
        wasm_bindgen::closure::Closure::<dyn Fn(web_sys::Event)>::new(|event: web_sys::Event| {
            let target = event.target().and_then(|target| target.dyn_into().ok());
            if let Some(input) = target as Option<web_sys::HtmlTextAreaElement> {
                super::element::bring_into_view(&input.id());
            }
        });
    drop(document.add_event_listener_with_callback("focusin", listener.as_ref().unchecked_ref()));
    listener.forget();
}

/// Whether the page can be seen now; a tab in the background cannot.
pub fn is_seen() -> bool {
    let document = super::window().and_then(|window| window.document());
    document.is_some_and(|document| !document.hidden())
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = window() {
        drop(window.print());
    }
}
