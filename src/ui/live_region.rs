//! Saying what happened to people who do not see it.

use leptos::prelude::*;

use super::el::{El, el};
use crate::platform::clock;
use crate::platform::spawn;

/// Says what happened, once, politely, from a region that is there from the beginning: one that is
/// made together with its text is silent in Firefox (Orca 43.1, November 2026).
#[derive(Clone, Copy)]
pub struct Announcer(RwSignal<String>);

impl Default for Announcer {
    fn default() -> Self {
        Self(RwSignal::new(String::new()))
    }
}

impl Announcer {
    /// Says a sentence. The same one twice is said twice: the region is emptied in between.
    pub fn say(self, words: String) {
        self.0.set(String::new());
        spawn(async move {
            clock::sleep(120).await;
            // The app may be gone by then.
            drop(self.0.try_set(words));
        });
    }

    /// The region.
    pub fn view(self) -> El {
        el("div")
            .class("visually-hidden")
            .attr("role", "status")
            .id("announcer")
            .child(Signal::from(self.0))
    }
}

/// The announcer; provided by the app.
pub fn use_announcer() -> Announcer {
    expect_context()
}
