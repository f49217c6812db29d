//! Doing something after a pause, and not while somebody types.

use leptos::prelude::*;

use crate::platform::clock::{self, Timer};

/// Something that is put off. It is done once, unless it is put off again, called off, or what it
/// belongs to goes.
#[derive(Clone, Copy)]
pub struct Pause(StoredValue<Option<Timer>, LocalStorage>);

impl Default for Pause {
    fn default() -> Self {
        Self(StoredValue::new_local(None))
    }
}

impl Pause {
    /// Puts something off by `ms` milliseconds, in place of what was put off before. Outside a browser
    /// nothing comes of it.
    pub fn before(self, ms: i32, act: impl FnOnce() + 'static) {
        self.0.set_value(clock::after(ms, act));
    }

    /// Calls it off.
    pub fn call_off(self) {
        self.0.set_value(None);
    }
}
