//! A notice that stands in the page: something to know, something that went wrong.

use super::el::{El, el};

/// A notice. `kind` is `info`, `warning`, `error` or `done`; it is never told by colour alone.
pub fn notice(kind: &'static str) -> El {
    el("div").class("notice").attr("data-kind", kind)
}
