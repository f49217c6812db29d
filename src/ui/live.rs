//! Parts of a page that follow what they read, each as one type: a closure in a view is a type of its
//! own, and Leptos makes code for each (docs/adr/0007-one-element.md).

use leptos::prelude::*;

use super::el::{Part, nothing};

/// A part of a page that follows what it reads.
pub fn live<P: Part>(view: impl Fn() -> P + Send + 'static) -> AnyView {
    erased(Box::new(move || view().part()))
}

/// A part of a page that is there while something holds. It is made anew only when that changes.
pub fn show<P: Part>(
    holds: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> P + Send + 'static,
) -> AnyView {
    let holds = Memo::new(move |_| holds());
    live(move || match holds.get() {
        true => view().part(),
        false => nothing(),
    })
}

/// A list that follows what it reads. What has the same key is made once and stays: somebody may be on it.
pub fn each<T, K>(
    things: impl Fn() -> Vec<T> + Send + Sync + 'static,
    key: fn(&T) -> K,
    thing: impl Fn(T) -> AnyView + Clone + Send + Sync + 'static,
) -> AnyView
where
    T: Send + Sync + 'static,
    K: std::hash::Hash + Eq + Send + Sync + 'static,
{
    IntoAny::into_any(view! { <For each=things key=key children=thing /> })
}

fn erased(view: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || view()).into_any()
}

/// Does something when what it reads changes, and once at the beginning; `true` then. For leaving the
/// reactive world only: focus, title, timers.
pub fn follow(act: impl FnMut(bool) + 'static) {
    follow_boxed(Box::new(act));
}

fn follow_boxed(mut act: Box<dyn FnMut(bool)>) {
    // Rendered to HTML a page does not change: what holds at the beginning is all there is.
    if cfg!(feature = "ssr") {
        return untrack(|| act(true));
    }
    Effect::new(move |before: Option<()>| act(before.is_none()));
}

/// A text that follows what it reads.
pub fn live_text(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(text)
}

/// An attribute that follows what it reads; absent where there is no value.
pub fn attribute(
    value: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> Signal<Option<String>> {
    Signal::derive(value)
}

/// An attribute that follows what it reads and is always there.
pub fn always(value: impl Fn() -> String + Send + Sync + 'static) -> Signal<Option<String>> {
    Signal::derive(move || Some(value()))
}

/// An attribute that is there, with this value, while something holds.
pub fn flag(
    value: &'static str,
    holds: impl Fn() -> bool + Send + Sync + 'static,
) -> Signal<Option<String>> {
    Signal::derive(move || holds().then(|| value.to_string()))
}

/// A property of an input that follows what it reads.
pub fn is(holds: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(holds)
}
