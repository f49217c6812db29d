//! What a page does when it is there: title, and the news that it can be shown.

use leptos::prelude::*;

use crate::platform::clock::{self, Timer};
use crate::platform::dom;
use crate::platform::spawn;

/// The slot in which a page stands.
#[derive(Clone, Copy)]
pub struct PageSlot {
    /// Called when the page's heading is in the document.
    pub ready: Callback<()>,
}

/// Somebody waits for a page. When it takes long, the page says so.
#[derive(Clone, Copy)]
pub struct Waiting {
    long: RwSignal<bool>,
    timer: StoredValue<Option<Timer>, LocalStorage>,
}

/// Milliseconds after which a wait is said.
const LONG: i32 = 500;

impl Default for Waiting {
    fn default() -> Self {
        Self {
            long: RwSignal::new(false),
            timer: StoredValue::new_local(None),
        }
    }
}

impl Waiting {
    /// The wait begins.
    pub fn begin(self) {
        let long = self.long;
        self.timer
            .set_value(clock::after(LONG, move || long.set(true)));
    }

    /// It is over.
    pub fn end(self) {
        self.timer.set_value(None);
        self.long.set(false);
    }

    /// Whether it takes long. Tracked.
    pub fn is_long(self) -> bool {
        self.long.get()
    }
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

/// Moves the focus away from an element that is about to go. At once, where the other one is there: a screen reader
/// whose place has gone says where the page begins, and may leave out where the focus then is.
pub fn focus_first(id: String) {
    dom::focus(&id);
    spawn(async move {
        clock::sleep(0).await;
        if dom::focused().as_ref() != Some(&id) {
            dom::focus(&id);
        }
    });
}

/// Moves the focus to an element that is about to be there.
pub fn focus_soon(id: String) {
    spawn(async move {
        clock::sleep(0).await;
        dom::focus(&id);
    });
}
