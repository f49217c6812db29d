//! What an element of a page needs of the browser.

use wasm_bindgen::{JsCast, JsValue};

/// Sets a property that is a text, where it is another one.
pub fn set_text(element: &web_sys::Element, name: &str, text: &str) {
    set(element, name, &JsValue::from_str(text));
}

/// Sets a property that is on or off.
pub fn set_switch(element: &web_sys::Element, name: &str, on: bool) {
    set(element, name, &JsValue::from_bool(on));
}

fn set(element: &web_sys::Element, name: &str, value: &JsValue) {
    let name = JsValue::from_str(name);
    // What somebody is writing keeps its cursor where nothing changes.
    if js_sys::Reflect::get(element, &name).ok().as_ref() != Some(value) {
        // An element takes any property.
        drop(js_sys::Reflect::set(element, &name, value));
    }
}

/// The element around an element.
pub fn parent(element: &web_sys::Element) -> Option<web_sys::Element> {
    element.parent_element()
}

/// An event, as a renderer gives it.
pub fn event(event: JsValue) -> web_sys::Event {
    event.unchecked_into()
}

/// Whether this is the second press of a double click or double tap.
pub fn is_second_press(event: &web_sys::Event) -> bool {
    event
        .dyn_ref::<web_sys::UiEvent>()
        .is_some_and(|event| event.detail() > 1)
}

/// Brings the element with this id into view, moving as little as that takes.
pub fn bring_into_view(id: &str) {
    if let Some(element) = super::document().and_then(|document| document.get_element_by_id(id)) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// An event of a key.
pub fn key(event: web_sys::Event) -> web_sys::KeyboardEvent {
    event.unchecked_into()
}
