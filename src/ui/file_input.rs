//! An input for files that says which are chosen, for as long as they are: a browser's own forgets
//! them when the page is drawn anew, and says that there are none.

use leptos::prelude::*;

use super::el::{El, el};
use super::live::follow;
use crate::platform::files::show_chosen;

/// The input. `names` are those of the files that are chosen; `on_chosen` is told of others.
pub fn file_input(
    id: String,
    names: Signal<Vec<String>>,
    on_chosen: impl Fn(leptos::ev::Event) + 'static,
) -> El {
    let again = RwSignal::new(());
    let of = id.clone();
    follow(move |_| {
        again.track();
        show_chosen(&of, &names.read());
    });
    el("input")
        .id(id.clone())
        .attr("name", id)
        .attr("type", "file")
        .class("file-input")
        .on("change", move |event| {
            on_chosen(event);
            // The browser has them in its place now; or none, where somebody thought better of it.
            again.set(());
        })
}
