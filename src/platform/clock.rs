//! Time, and waiting for it.

use std::cell::Cell;

use procedure::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::window;

/// Milliseconds since 1970 (UTC); 0 outside a browser.
pub fn now() -> f64 {
    if cfg!(target_arch = "wasm32") {
        js_sys::Date::now()
    } else {
        0.0
    }
}

thread_local! {
    /// What the portal's clock is ahead of the device's, in milliseconds, as far as that is known.
    static AHEAD: Cell<Option<f64>> = const { Cell::new(None) };
}

/// The portal has said what time it is (`moment`, milliseconds since 1970) in an answer that has just come. One that was
/// under way for long, or that the browser had kept, says less than the time is: the latest counts.
pub fn portal_says(moment: f64) {
    let ahead = moment - now();
    if moment.is_finite() && AHEAD.get().is_none_or(|known| known < ahead) {
        AHEAD.set(Some(ahead));
    }
}

/// What time it is by the portal's clock where it has told it, else by the device's: milliseconds since 1970.
pub fn moment() -> f64 {
    now() + AHEAD.get().unwrap_or(0.0)
}

/// Today at the portal's seat, by the portal's clock where it has told it: Vietnam is 7 hours ahead of UTC all year. It
/// does not depend on the time zone of the device, so that the portal counts the same day.
pub fn today() -> Date {
    day_of(moment())
}

/// Whether the device has another day than the portal.
pub fn is_off() -> bool {
    day_of(now()) != today()
}

fn day_of(moment: f64) -> Date {
    const DAY: f64 = 86_400_000.0;
    const VIETNAM: f64 = 7.0 * 3_600_000.0;
    let days = ((moment + VIETNAM) / DAY).floor() as i32;
    // 1970-01-01 is Julian day 2,440,588.
    Date::from_julian_day(2_440_588 + days).unwrap_or(Date::MIN)
}

/// A timer that ends with its owner.
pub struct Timer {
    handle: i32,
    _call: Closure<dyn FnMut()>,
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_timeout_with_handle(self.handle);
        }
    }
}

/// Calls `call` once after `ms` milliseconds, unless the timer is dropped before. `None` outside a
/// browser.
pub fn after(ms: i32, call: impl FnOnce() + 'static) -> Option<Timer> {
    let window = window()?;
    let call = Closure::once(call);
    let handle = window
        .set_timeout_with_callback_and_timeout_and_arguments_0(call.as_ref().unchecked_ref(), ms)
        .ok()?;
    Some(Timer {
        handle,
        _call: call,
    })
}

/// Waits `ms` milliseconds; not at all outside a browser.
pub async fn sleep(ms: i32) {
    let Some(window) = window() else { return };
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        // A browser has no reason to refuse a timer; if it does, the wait is over at once.
        if window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms)
            .is_err()
        {
            drop(resolve.call0(&wasm_bindgen::JsValue::NULL));
        }
    });
    drop(wasm_bindgen_futures::JsFuture::from(promise).await);
}

#[cfg(test)]
mod tests {
    use procedure::parse_date;

    use super::*;

    // Outside a browser it is 1970.
    #[test]
    fn the_day_is_the_portals_where_it_has_told_it() {
        let day = |text: &str| parse_date(text).expect("a date");
        assert_eq!((today(), is_off()), (day("1970-01-01"), false));
        portal_says(1_791_392_709_000.0);
        assert_eq!((today(), is_off()), (day("2026-10-08"), true));
        // What the browser had kept.
        portal_says(1_700_000_000_000.0);
        portal_says(f64::NAN);
        assert_eq!(today(), day("2026-10-08"));
    }
}
