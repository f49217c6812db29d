//! What `public/boot.js` asked for while the app was on its way.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::{property, window};

/// The text of `settings.json`; `None` where the boot script did not get it.
pub async fn settings() -> Option<String> {
    let promise: js_sys::Promise = property(window()?.as_ref(), "motcuaSettings")?
        .dyn_into()
        .ok()?;
    JsFuture::from(promise).await.ok()?.as_string()
}
