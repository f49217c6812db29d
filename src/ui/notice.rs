//! A notice that stands in the page: something to know, something that went wrong.

use super::el::{El, el};
use crate::i18n::use_i18n;

/// A notice. `kind` is `info`, `warning`, `error` or `done`; it is never told by colour alone: one that
/// warns says so, in a word for who hears it and a sign for who sees it. The others say it in their own
/// words.
pub fn notice(kind: &'static str) -> El {
    let word = (kind == "warning").then(|| {
        let word = use_i18n().t("notice-warning");
        el("span").class("visually-hidden").child(word).child(" ")
    });
    el("div")
        .class("notice")
        .attr("data-kind", kind)
        .child(word)
}
