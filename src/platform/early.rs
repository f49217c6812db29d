//! What `public/boot.js` asked for while the app was on its way.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::{property, window};

/// The texts of `settings.json` and of the list of languages; `None` where the boot script did not
/// get them.
pub async fn beginning() -> Option<(String, String)> {
    let promise: js_sys::Promise = property(window()?.as_ref(), "motcuaBeginning")?
        .dyn_into()
        .ok()?;
    let texts: js_sys::Array = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    Some((texts.get(0).as_string()?, texts.get(1).as_string()?))
}
