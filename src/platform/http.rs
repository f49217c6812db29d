//! One request over the network, and everything that can go wrong on the way.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::files::Blob;
use super::{clock, window};

/// Bodies larger than this are not read: no answer of a portal is, and a phone has little memory.
const LARGEST_BODY: usize = 8 << 20;

/// What is sent with a request.
pub enum Body<'a> {
    /// Nothing.
    Empty,
    /// A text.
    Text(&'a str),
    /// Bytes of a file.
    Blob(&'a Blob),
}

/// A request.
pub struct Request<'a> {
    /// HTTP method.
    pub method: &'a str,
    /// Address; relative to the page, or absolute.
    pub url: &'a str,
    /// Headers.
    pub headers: &'a [(&'a str, &'a str)],
    /// Body.
    pub body: Body<'a>,
    /// Milliseconds after which it is given up.
    pub timeout: i32,
    /// Past the browser's cache, and past what it may be waiting for there.
    pub fresh: bool,
}

/// An answer, whatever its status.
#[derive(Clone, PartialEq, Debug)]
pub struct Response {
    /// HTTP status code.
    pub status: u16,
    /// Its media type without parameters, in lower case.
    pub media_type: String,
    /// `Retry-After` in seconds.
    pub retry_after: Option<u32>,
    /// `Location`.
    pub location: Option<String>,
    /// `Upload-Offset` (tus).
    pub upload_offset: Option<u64>,
    /// `Date`, in milliseconds since 1970.
    pub date: Option<f64>,
    /// The body as text.
    pub body: String,
}

/// No answer came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoAnswer {
    /// The device says that it has no network.
    Offline,
    /// The server cannot be reached, or the connection broke.
    Cut,
    /// It took too long.
    Timeout,
    /// The body is larger than anything that is expected.
    TooLarge,
}

/// Sends a request.
///
/// # Errors
/// Why no answer came. An answer with an error status is an answer.
pub async fn send(request: Request<'_>) -> Result<Response, NoAnswer> {
    let window = window().ok_or(NoAnswer::Offline)?;
    let cut = |_: JsValue| {
        if window.navigator().on_line() {
            NoAnswer::Cut
        } else {
            NoAnswer::Offline
        }
    };
    let init = web_sys::RequestInit::new();
    init.set_method(request.method);
    if request.fresh {
        init.set_cache(web_sys::RequestCache::Reload);
    }
    match request.body {
        Body::Empty => {}
        Body::Text(text) => init.set_body(&JsValue::from_str(text)),
        Body::Blob(blob) => init.set_body(&blob.as_js()),
    }
    let headers = web_sys::Headers::new().map_err(cut)?;
    for (name, value) in request.headers {
        headers.set(name, value).map_err(cut)?;
    }
    init.set_headers(&headers);
    let abort = web_sys::AbortController::new().map_err(cut)?;
    init.set_signal(Some(&abort.signal()));
    let late = std::rc::Rc::new(std::cell::Cell::new(false));
    let _timer = clock::after(request.timeout, {
        let late = late.clone();
        move || {
            late.set(true);
            abort.abort();
        }
    });
    let why = |error| {
        if late.get() {
            NoAnswer::Timeout
        } else {
            cut(error)
        }
    };
    let response = JsFuture::from(window.fetch_with_str_and_init(request.url, &init))
        .await
        .map_err(why)?;
    let response: web_sys::Response = response.dyn_into().map_err(why)?;
    let header = |name: &str| response.headers().get(name).ok().flatten();
    if header("content-length")
        .and_then(|n| n.parse().ok())
        .is_some_and(|n: usize| n > LARGEST_BODY)
    {
        return Err(NoAnswer::TooLarge);
    }
    let body = JsFuture::from(response.text().map_err(why)?)
        .await
        .map_err(why)?;
    if body.unchecked_ref::<js_sys::JsString>().length() as usize > LARGEST_BODY {
        return Err(NoAnswer::TooLarge);
    }
    let media_type = header("content-type").unwrap_or_default();
    Ok(Response {
        status: response.status(),
        media_type: media_type
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase(),
        retry_after: header("retry-after").and_then(|seconds| seconds.trim().parse().ok()),
        location: header("location"),
        upload_offset: header("upload-offset").and_then(|offset| offset.trim().parse().ok()),
        date: header("date").map(|date| js_sys::Date::parse(&date)),
        body: body.as_string().unwrap_or_default(),
    })
}

/// A file of somebody's, for JSON that is posted; its status where the answer is no.
///
/// # Errors
/// No answer came.
pub async fn file_for(
    url: &str,
    headers: &[(&str, &str)],
    json: &str,
) -> Result<Result<Blob, u16>, NoAnswer> {
    let window = window().ok_or(NoAnswer::Offline)?;
    let cut = |_: JsValue| match is_online() {
        true => NoAnswer::Cut,
        false => NoAnswer::Offline,
    };
    let init = web_sys::RequestInit::new();
    init.set_method("POST");
    init.set_body(&JsValue::from_str(json));
    let named = web_sys::Headers::new().map_err(cut)?;
    for (name, value) in headers {
        named.set(name, value).map_err(cut)?;
    }
    init.set_headers(&named);
    let answer = JsFuture::from(window.fetch_with_str_and_init(url, &init)).await;
    let answer: web_sys::Response = answer.map_err(cut)?.dyn_into().map_err(cut)?;
    if !answer.ok() {
        return Ok(Err(answer.status()));
    }
    let blob = JsFuture::from(answer.blob().map_err(cut)?).await;
    let blob = Blob::from_js(blob.map_err(cut)?);
    blob.map(Ok).ok_or(NoAnswer::Cut)
}

/// A file of the app, as text; `None` where it is not there or cannot be had.
pub async fn file(url: &str) -> Option<String> {
    let request = Request {
        method: "GET",
        url,
        headers: &[],
        body: Body::Empty,
        timeout: 60_000,
        fresh: false,
    };
    let response = send(request).await.ok()?;
    // A server that answers every address with the app's page does not have the file.
    let is_there = response.status == 200 && response.media_type != "text/html";
    is_there.then_some(response.body)
}

/// Whether the device says that it has a network.
pub fn is_online() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}
