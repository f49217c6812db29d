//! What is wrong with an input, beside it.

use super::el::{El, Value, el};
use crate::i18n::{Words, use_i18n};

/// The message beside an input. `id` is what the input's `aria-describedby` names. Who hears it hears
/// first that it is an error; who sees it sees the line beside it.
pub fn error_message(id: impl Into<Value>, words: Words) -> El {
    let prefix = use_i18n().t("error-prefix");
    el("p")
        .class("error")
        .id(id)
        .child(el("span").class("visually-hidden").child(prefix).child(" "))
        .child(words)
}
