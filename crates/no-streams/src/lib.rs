//! Stands in for the crate of this name, which Leptos needs for the bodies of server functions. The
//! app has none. But what `wasm-streams` exports to scripts no linker can leave out: 4 KB of every
//! first visit (docs/adr/0004-size.md).

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream of which there is none.
#[derive(Debug)]
pub struct ReadableStream(Infallible);

impl ReadableStream {
    /// Would read what a response brings.
    ///
    /// # Panics
    /// Always.
    #[must_use]
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        unreachable!("the app has no server functions")
    }

    /// Would send what a stream brings.
    ///
    /// # Panics
    /// Always.
    #[must_use]
    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        unreachable!("the app has no server functions")
    }

    /// What it would be in a script.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        match self.0 {}
    }

    /// What it would bring.
    #[must_use]
    pub fn into_stream(self) -> Nothing {
        match self.0 {}
    }
}

/// What a stream brings that is not there.
#[derive(Debug)]
pub struct Nothing(Infallible);

impl Stream for Nothing {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.0 {}
    }
}
