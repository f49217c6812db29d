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
    note(element);
}

/// The property in which an input has what the app knows of it.
const KNOWN: &str = "known";

/// What an input holds: whether it is ticked, or its text. `None` for what is no input, and for files, which no page can
/// set.
fn held(element: &web_sys::Element) -> Option<JsValue> {
    if let Some(input) = element.dyn_ref::<web_sys::HtmlInputElement>() {
        return match &*input.type_() {
            "file" => None,
            "radio" | "checkbox" => Some(JsValue::from_bool(input.checked())),
            _ => Some(JsValue::from_str(&input.value())),
        };
    }
    let area = element.dyn_ref::<web_sys::HtmlTextAreaElement>();
    let list = element.dyn_ref::<web_sys::HtmlSelectElement>();
    let text = area.map(web_sys::HtmlTextAreaElement::value);
    let text = text.or_else(|| list.map(web_sys::HtmlSelectElement::value));
    text.map(|text| JsValue::from_str(&text))
}

/// The app knows what an input holds now.
fn note(element: &web_sys::Element) {
    if let Some(held) = held(element) {
        drop(js_sys::Reflect::set(
            element,
            &JsValue::from_str(KNOWN),
            &held,
        ));
    }
}

/// The same for the input of an event.
pub fn note_event(event: &web_sys::Event) {
    if let Some(element) = event.target().and_then(|target| target.dyn_into().ok()) {
        note(&element);
    }
}

/// Tells the app of an input that holds something else than it knows, as if somebody had typed or ticked it: a screen
/// reader's "set value", dictation and password managers need not send an event.
pub(super) fn tell_if_changed(element: &web_sys::Element) {
    let known = js_sys::Reflect::get(element, &JsValue::from_str(KNOWN));
    let known = known.ok().filter(|known| !known.is_undefined());
    let (Some(held), Some(known)) = (held(element), known) else {
        return;
    };
    // Of radios, the one that is chosen now tells it.
    let is_radio = element
        .dyn_ref::<web_sys::HtmlInputElement>()
        .is_some_and(|input| input.type_() == "radio");
    if held == known || (is_radio && held == JsValue::FALSE) {
        return;
    }
    let kinds: &[&str] = match held.as_bool() {
        Some(_) => &["change"],
        // A list in which somebody seeks takes what was typed in full when it is left.
        None => &["input", "change", "blur"],
    };
    for kind in kinds {
        let options = web_sys::EventInit::new();
        options.set_bubbles(*kind != "blur");
        if let Ok(event) = web_sys::Event::new_with_event_init_dict(kind, &options) {
            drop(element.dispatch_event(&event));
        }
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
