//! One tab at a time: the browser's locks (Web Locks API, W3C, 2024), which all tabs of the app share. A browser without
//! them goes on at once. `web-sys` has them only among what it calls unstable.

use std::pin::pin;

use futures_util::future::select;
use js_sys::{Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{clock, property, window};

/// Longest wait for another tab, in milliseconds. A phone may have stopped that tab with the lock in its hand.
const LONGEST: i32 = 5_000;

/// Nobody else has it until this is dropped.
pub struct Lock {
    release: Function,
}

impl Drop for Lock {
    fn drop(&mut self) {
        drop(self.release.call0(&JsValue::NULL));
    }
}

/// Waits until nobody else in this tab or another has the lock of this name, at most [`LONGEST`] milliseconds. `None`
/// where there are no locks.
pub(super) async fn lock(name: &str) -> Option<Lock> {
    let locks = property(&window()?.navigator().into(), "locks")?;
    let request: Function = property(&locks, "request")?.dyn_into().ok()?;
    let mut release = None;
    // The lock is held for as long as this promise is open.
    let held = Promise::new(&mut |resolve, _| release = Some(resolve));
    let lock = Lock { release: release? };
    let has_it = Promise::new(&mut |resolve, _| {
        let (held, has_it) = (held.clone(), resolve.clone());
        let take = Closure::once_into_js(move || {
            drop(has_it.call0(&JsValue::NULL));
            held
        });
        let asked = request.call2(&locks, &JsValue::from_str(name), &take);
        // What a browser refuses is not waited for.
        let refused = asked.ok().and_then(|asked| {
            let catch: Function = property(&asked, "catch")?.dyn_into().ok()?;
            catch.call1(&asked, &resolve).ok()
        });
        if refused.is_none() {
            drop(resolve.call0(&JsValue::NULL));
        }
    });
    select(pin!(JsFuture::from(has_it)), pin!(clock::sleep(LONGEST))).await;
    Some(lock)
}
