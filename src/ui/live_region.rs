//! Saying what happened to people who do not see it.

use leptos::prelude::*;

use super::el::{El, el};
use crate::platform::clock;
use crate::platform::spawn;
use crate::provided::provided;

/// Says what happened, once, politely, from a region that is there from the beginning: one that is
/// made together with its text is silent in Firefox (Orca 43.1, November 2026).
#[derive(Clone, Copy)]
pub struct Announcer {
    region: RwSignal<String>,
    /// What is about to be said.
    next: StoredValue<String>,
    /// Something is being said, or about to be.
    speaks: StoredValue<bool>,
}

/// Milliseconds in which what happens at the same time comes together. The region is empty for as long.
const TOGETHER: i32 = 120;

/// Milliseconds that a sentence stays: a text that takes the place of another at once is all that is
/// heard.
const STAYS: i32 = 1_000;

impl Default for Announcer {
    fn default() -> Self {
        Self {
            region: RwSignal::new(String::new()),
            next: StoredValue::new(String::new()),
            speaks: StoredValue::new(false),
        }
    }
}

impl Announcer {
    /// Says a sentence. The same one twice is said twice: the region is emptied in between. What
    /// happens at the same time is said in one breath, and what happens soon after waits its turn.
    pub fn say(self, words: String) {
        if words.is_empty() {
            return;
        }
        self.next.update_value(|next| {
            if !next.is_empty() {
                next.push(' ');
            }
            next.push_str(&words);
        });
        if self.speaks.get_value() {
            return;
        }
        self.speaks.set_value(true);
        self.region.set(String::new());
        spawn(async move {
            loop {
                clock::sleep(TOGETHER).await;
                // The app may be gone by then.
                let words = self.next.try_update_value(std::mem::take);
                let words = words.unwrap_or_default();
                if words.is_empty() {
                    break;
                }
                drop(self.region.try_set(words));
                clock::sleep(STAYS).await;
                if self.next.try_with_value(String::is_empty) != Some(false) {
                    break;
                }
                drop(self.region.try_set(String::new()));
            }
            let _ = self.speaks.try_set_value(false);
        });
    }

    /// The region.
    pub fn view(self) -> El {
        el("div")
            .class("visually-hidden")
            .attr("role", "status")
            .id("announcer")
            .child(Signal::from(self.region))
    }
}

/// The announcer; provided by the app.
pub fn use_announcer() -> Announcer {
    provided()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happens_at_the_same_time_is_said_in_one_breath() {
        drop(any_spawner::Executor::init_futures_executor());
        Owner::new().with(|| {
            let announcer = Announcer::default();
            let said = || announcer.region.get_untracked();
            announcer.say("Một.".into());
            announcer.say("Hai.".into());
            announcer.say(String::new());
            assert_eq!(said(), "");
            any_spawner::Executor::poll_local();
            assert_eq!(said(), "Một. Hai.");
            announcer.say("Ba.".into());
            assert_eq!(said(), "");
            any_spawner::Executor::poll_local();
            assert_eq!(said(), "Ba.");
        });
    }
}
