//! Where the eyes are, for the reading ruler: the styles draw it (`style/modes.css`).

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, MouseEvent};

use super::{document, window};

thread_local! {
    static BEGUN: Cell<bool> = const { Cell::new(false) };
}

/// Follows the pointer and the focus from now on. Once is enough.
pub fn begin() {
    let Some(document) = document() else { return };
    if BEGUN.with(|begun| begun.replace(true)) {
        return;
    }
    let listener = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let at = match event.dyn_ref::<MouseEvent>() {
            Some(pointer) => f64::from(pointer.client_y()),
            None => {
                let element = event.target().and_then(|t| t.dyn_into::<Element>().ok());
                let Some(element) = element else { return };
                let frame = element.get_bounding_client_rect();
                frame.top() + frame.height() / 2.0
            }
        };
        move_to(at);
    });
    for event in ["pointermove", "pointerdown", "focusin"] {
        let function = listener.as_ref().unchecked_ref();
        drop(document.add_event_listener_with_callback(event, function));
    }
    listener.forget();
    let middle = window().and_then(|window| window.inner_height().ok()?.as_f64());
    move_to(middle.unwrap_or_default() / 2.0);
}

/// Moves the ruler to this distance from the top of the window, in CSS pixels.
pub fn move_to(y: f64) {
    let root = document().and_then(|document| document.document_element());
    let root = root.and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(root) = root {
        drop(
            root.style()
                .set_property("--ruler", &format!("{}px", y as i32)),
        );
    }
}
