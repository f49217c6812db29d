//! Time, and waiting for it.

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

/// Today at the portal's seat: Vietnam is 7 hours ahead of UTC all year. It does not depend on
/// the time zone of the device, so that the portal counts the same day.
pub fn today() -> Date {
    const DAY: f64 = 86_400_000.0;
    const VIETNAM: f64 = 7.0 * 3_600_000.0;
    let days = ((now() + VIETNAM) / DAY).floor() as i32;
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
