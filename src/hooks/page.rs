//! What a page does when it is there: title, and the news that it can be shown.

use leptos::prelude::*;

use crate::platform::spawn;
use crate::platform::{clock, dom};

/// The slot in which a page stands.
#[derive(Clone, Copy)]
pub struct PageSlot {
    /// Called when the page's heading is in the document.
    pub ready: Callback<()>,
}

/// Sets the title of the window while the page is shown, and lets it be shown. Called once, by the
/// view that has the page's `h1`.
pub fn use_page(title: impl Fn() -> String + 'static) {
    titled(Box::new(title));
}

fn titled(title: Box<dyn Fn() -> String>) {
    if let Some(slot) = use_context::<PageSlot>() {
        Effect::new(move |first: Option<()>| {
            dom::set_title(&title());
            if first.is_none() {
                slot.ready.run(());
            }
        });
    }
}

/// Moves the focus to an element that is about to be there.
pub fn focus_soon(id: String) {
    spawn(async move {
        clock::sleep(0).await;
        dom::focus(&id);
    });
}
