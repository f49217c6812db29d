//! What the app provides to everything below it.

use leptos::prelude::use_context;

/// What was provided under this type. Leptos's `expect_context` says more when nothing was, and brings 3 KB for it
/// into the app's first file.
///
/// # Panics
/// Where nothing of this type was provided: a mistake of the program, which the first test of the view meets.
#[track_caller]
pub(crate) fn provided<T: Clone + 'static>() -> T {
    use_context().expect("the app provides it")
}
