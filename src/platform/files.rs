//! Files that a citizen chooses: their bytes, and making photos smaller.

#[cfg(target_arch = "wasm32")]
use procedure::file::look_at_ends;
use procedure::file::{FileFacts, look};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::vault::Vault;

/// Bytes of a file that are locked together.
#[cfg(target_arch = "wasm32")]
const LOCKED_PART: u64 = 256 * 1024;
/// What a lock adds to them: nonce and tag.
#[cfg(target_arch = "wasm32")]
const LOCK: u64 = 12 + 16;
/// The type of a file that is locked.
#[cfg(target_arch = "wasm32")]
const LOCKED: &str = "application/x-motcua-locked";

/// The bytes of a file.
#[cfg(target_arch = "wasm32")]
#[derive(Clone, Debug)]
pub struct Blob(pub(super) web_sys::Blob);

/// The bytes of a file.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, Default)]
pub struct Blob(pub Vec<u8>);

/// A file as it was chosen.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// The name that the device gave it.
    pub name: String,
    /// Its bytes.
    pub blob: Blob,
}

/// The file could not be read: it is gone, or the device does not allow it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unreadable;

#[cfg(target_arch = "wasm32")]
impl Blob {
    /// Size in bytes.
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// A part of it, from byte `start` up to `end`.
    pub fn slice(&self, start: u64, end: u64) -> Option<Self> {
        self.0
            .slice_with_f64_and_f64(start as f64, end as f64)
            .ok()
            .map(Self)
    }

    pub(super) fn from_js(value: JsValue) -> Option<Self> {
        value.dyn_into().ok().map(Self)
    }

    /// Gives it to the person, to be kept under this name. Says whether the browser could.
    pub fn save_as(&self, name: &str) -> bool {
        let save = || {
            let url = web_sys::Url::create_object_url_with_blob(&self.0).ok()?;
            let document = super::window()?.document()?;
            let link: web_sys::HtmlAnchorElement =
                document.create_element("a").ok()?.dyn_into().ok()?;
            link.set_href(&url);
            link.set_download(name);
            link.click();
            web_sys::Url::revoke_object_url(&url).ok()
        };
        save().is_some()
    }

    pub(super) fn as_js(&self) -> JsValue {
        self.0.clone().into()
    }

    /// All of it.
    ///
    /// # Errors
    /// [`Unreadable`] when the device no longer gives the bytes.
    pub async fn bytes(&self) -> Result<Vec<u8>, Unreadable> {
        let buffer = JsFuture::from(self.0.array_buffer())
            .await
            .map_err(|_| Unreadable)?;
        Ok(js_sys::Uint8Array::new(&buffer).to_vec())
    }

    /// The same, locked, part by part: what is read at once stays small.
    pub(super) async fn locked(&self, vault: &Vault) -> Option<Self> {
        self.changed(LOCKED_PART, LOCKED, |part| vault.lock(part))
            .await
    }

    /// What was locked. A file that is not locked is given as it is.
    pub(super) async fn unlocked(&self, vault: &Vault) -> Option<Self> {
        if self.0.type_() != LOCKED {
            return Some(self.clone());
        }
        self.changed(LOCKED_PART + LOCK, "", |part| vault.unlock(part))
            .await
    }

    async fn changed(
        &self,
        part: u64,
        kind: &str,
        change: impl Fn(&[u8]) -> Option<Vec<u8>>,
    ) -> Option<Self> {
        let parts = js_sys::Array::new();
        let mut at = 0;
        while at < self.size() {
            let end = (at + part).min(self.size());
            let bytes = self.slice(at, end)?.bytes().await.ok()?;
            parts.push(&js_sys::Uint8Array::from(&*change(&bytes)?));
            at = end;
        }
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(kind);
        let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
        Some(Self(blob))
    }

    /// What the content shows. All of it is looked at, but of what is larger than any office takes.
    ///
    /// # Errors
    /// [`Unreadable`] when the device no longer gives the bytes.
    pub async fn look(&self) -> Result<FileFacts, Unreadable> {
        const ALL: u64 = 32 * 1024 * 1024;
        const HEAD: u64 = 2 * 1024 * 1024;
        const TAIL: u64 = 8 * 1024;
        if self.size() <= ALL {
            return Ok(look(&self.bytes().await?));
        }
        let part = |start: u64, end: u64| self.slice(start, end).ok_or(Unreadable);
        let mut bytes = part(0, HEAD)?.bytes().await?;
        bytes.extend(part(self.size() - TAIL, self.size())?.bytes().await?);
        Ok(look_at_ends(&bytes))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Blob {
    /// Size in bytes.
    pub fn size(&self) -> u64 {
        self.0.len() as u64
    }

    /// A part of it, from byte `start` up to `end`.
    pub fn slice(&self, start: u64, end: u64) -> Option<Self> {
        self.0
            .get(start as usize..end as usize)
            .map(|part| Self(part.to_vec()))
    }

    pub(super) fn from_js(_: JsValue) -> Option<Self> {
        None
    }

    /// Outside a browser nothing can be given to anybody.
    pub fn save_as(&self, _: &str) -> bool {
        false
    }

    pub(super) fn as_js(&self) -> JsValue {
        JsValue::NULL
    }

    /// All of it.
    ///
    /// # Errors
    /// Never, outside a browser.
    pub async fn bytes(&self) -> Result<Vec<u8>, Unreadable> {
        Ok(self.0.clone())
    }

    /// The same, locked.
    pub(super) async fn locked(&self, vault: &Vault) -> Option<Self> {
        vault.lock(&self.0).map(Self)
    }

    /// What was locked.
    pub(super) async fn unlocked(&self, vault: &Vault) -> Option<Self> {
        match vault.can_lock() {
            true => vault.unlock(&self.0).map(Self),
            false => Some(self.clone()),
        }
    }

    /// What the content shows.
    ///
    /// # Errors
    /// Never, outside a browser.
    pub async fn look(&self) -> Result<FileFacts, Unreadable> {
        Ok(look(&self.0))
    }
}

/// The files that were chosen in an `<input type=file>`; the input is emptied, so that the same file can be chosen
/// again.
pub fn take_chosen(event: &web_sys::Event) -> Vec<Chosen> {
    let target = event.target().and_then(|target| target.dyn_into().ok());
    let Some(input): Option<web_sys::HtmlInputElement> = target else {
        return Vec::new();
    };
    let Some(list) = input.files() else {
        return Vec::new();
    };
    let chosen = (0..list.length())
        .filter_map(|n| list.get(n))
        .map(|file| Chosen {
            name: file.name(),
            blob: from_js(file.unchecked_into()),
        })
        .collect();
    input.set_value("");
    chosen
}

/// Milliseconds until a text that was given as a file is let go of: by then the browser has it.
const GIVEN: i32 = 60_000;

/// Gives a text as a file of this name: the browser saves it, or asks where to.
pub fn give(name: &str, media_type: &str, text: &str) {
    let Some(document) = super::document() else {
        return;
    };
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options);
    let address = blob.and_then(|blob| web_sys::Url::create_object_url_with_blob(&blob));
    let link = document.create_element("a").ok();
    let link = link.and_then(|link| link.dyn_into::<web_sys::HtmlAnchorElement>().ok());
    let (Ok(address), Some(link)) = (address, link) else {
        return;
    };
    link.set_href(&address);
    link.set_download(name);
    link.click();
    super::spawn(async move {
        super::clock::sleep(GIVEN).await;
        drop(web_sys::Url::revoke_object_url(&address));
    });
}

/// Has an `<input type=file>` say what is chosen: the browser's own words beside it, and what a screen
/// reader hears, come from the files that it holds. It gets empty ones of these names.
pub fn show_chosen(id: &str, names: &[String]) {
    let input = super::document().and_then(|document| document.get_element_by_id(id));
    let Some(input): Option<web_sys::HtmlInputElement> = input.and_then(|e| e.dyn_into().ok())
    else {
        return;
    };
    // A browser that cannot says what it always says.
    let Ok(holder) = web_sys::DataTransfer::new() else {
        return;
    };
    for name in names {
        let nothing = js_sys::Array::new();
        if let Ok(file) = web_sys::File::new_with_str_sequence(&nothing, name) {
            drop(holder.items().add_with_file(&file));
        }
    }
    input.set_files(holder.files().as_ref());
}

#[cfg(target_arch = "wasm32")]
fn from_js(blob: web_sys::Blob) -> Blob {
    Blob(blob)
}

#[cfg(not(target_arch = "wasm32"))]
fn from_js(_: web_sys::Blob) -> Blob {
    Blob::default()
}

/// A picture as JPEG with at most `max_bytes`: as it is, then with fewer pixels, then with less detail. It keeps
/// `min_pixels`, the shorter side compared with the shorter, and letters on a long page stay as large as on a short one.
/// `None` when the browser cannot read the picture, or when it would not be enough.
pub async fn to_jpeg(blob: &Blob, max_bytes: u64, min_pixels: (u32, u32)) -> Option<Blob> {
    const QUALITY: [f64; 2] = [0.85, 0.7];
    let window = super::window()?;
    // The picture's own orientation is applied: `imageOrientation` is "from-image" by default.
    let create: js_sys::Function = super::property(&window, "createImageBitmap")?
        .dyn_into()
        .ok()?;
    let promise: js_sys::Promise = create.call1(&window, &blob.as_js()).ok()?.dyn_into().ok()?;
    let bitmap: web_sys::ImageBitmap = JsFuture::from(promise).await.ok()?.unchecked_into();
    let size = (bitmap.width(), bitmap.height());
    for (width, height) in sizes(size, min_pixels) {
        for quality in QUALITY {
            let smaller = draw(&bitmap, width, height, quality).await?;
            if smaller.size() <= max_bytes {
                return Some(smaller);
            }
        }
    }
    None
}

/// The sizes to try, the largest first.
fn sizes((width, height): (u32, u32), min_pixels: (u32, u32)) -> Vec<(f64, f64)> {
    /// Of the shorter side: a page of A4 has 200 to 75 dots an inch then.
    const SHORTER: [f64; 4] = [2250.0, 1650.0, 1200.0, 900.0];
    // What a canvas can have in every browser that the README promises.
    const LONGEST: f64 = 16_384.0;
    const AREA: f64 = 16_777_216.0;
    let (width, height) = (f64::from(width.max(1)), f64::from(height.max(1)));
    let (shorter, longer) = (width.min(height), width.max(height));
    let (least, most) = (
        f64::from(min_pixels.0.min(min_pixels.1)),
        f64::from(min_pixels.0.max(min_pixels.1)),
    );
    let possible = (LONGEST / longer)
        .min((AREA / (width * height)).sqrt())
        .min(1.0);
    let needed = (least / shorter).max(most / longer).min(possible);
    let mut scales: Vec<f64> = SHORTER
        .iter()
        .map(|side| (side / shorter).min(possible).max(needed))
        .collect();
    scales.dedup();
    // Never one pixel less than is asked for, nor one more for a rounding.
    let side = |pixels: f64| (pixels - 1e-6).ceil();
    let size = |scale: f64| (side(width * scale), side(height * scale));
    scales.into_iter().map(size).collect()
}

async fn draw(
    bitmap: &web_sys::ImageBitmap,
    width: f64,
    height: f64,
    quality: f64,
) -> Option<Blob> {
    let canvas: web_sys::HtmlCanvasElement = super::document()?
        .create_element("canvas")
        .ok()?
        .dyn_into()
        .ok()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: web_sys::CanvasRenderingContext2d =
        canvas.get_context("2d").ok()??.dyn_into().ok()?;
    // What is transparent would be black in a JPEG.
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, width, height);
    context
        .draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, width, height)
        .ok()?;
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let quality = JsValue::from_f64(quality);
        // Where it is refused the promise never ends by itself: end it with nothing.
        if canvas
            .to_blob_with_type_and_encoder_options(&resolve, "image/jpeg", &quality)
            .is_err()
        {
            drop(resolve.call1(&JsValue::NULL, &JsValue::NULL));
        }
    });
    let blob: web_sys::Blob = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    Some(from_js(blob))
}

#[cfg(test)]
mod tests {
    use super::sizes;

    #[test]
    fn pictures_are_made_smaller_by_their_shorter_side_and_keep_what_is_asked_for() {
        for (size, min, wanted, why) in [
            (
                (4000, 3000),
                (0, 0),
                vec![(3000, 2250), (2200, 1650), (1600, 1200), (1200, 900)],
                "a photo",
            ),
            (
                (1000, 800),
                (0, 0),
                vec![(1000, 800)],
                "a small one is only written with less detail",
            ),
            (
                (1080, 12_000),
                (0, 0),
                vec![(1080, 12_000), (900, 10_000)],
                "a long page stays readable",
            ),
            (
                (1080, 30_000),
                (0, 0),
                vec![(590, 16_384)],
                "as far as a canvas can hold it",
            ),
            (
                (4000, 3000),
                (2000, 1600),
                vec![(3000, 2250), (2200, 1650), (2134, 1600)],
                "never below what is asked for",
            ),
            (
                (3000, 4000),
                (2000, 1600),
                vec![(2250, 3000), (1650, 2200), (1600, 2134)],
                "on its side too",
            ),
        ] {
            let found = sizes(size, min).into_iter();
            let found: Vec<(i32, i32)> = found.map(|(w, h)| (w as i32, h as i32)).collect();
            assert_eq!(found, wanted, "{why}");
        }
    }
}
