//! Reading and checking answers, as something that may come after the questions.
//!
//! It is more code than all that shows the first page. An app that loads it later begins with a
//! session without it ([`Session::unchecked`]), in which every answer means nothing yet; no page can
//! be left until [`Session::check`].

use std::sync::Arc;

use crate::field;
use crate::form::{Evaluated, Field, Uploads};
use crate::{Answer, Answers, FieldPath, Layout, Place, Problem, Session, Value};

/// Questions, each with its path.
pub(crate) type Asked = Vec<(FieldPath, Arc<Field>)>;

/// How answers are read and checked. Functions, so that nothing else leads to their code.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rules {
    /// What an answer means to conditions.
    pub(crate) value: fn(&Field, &Answer) -> Value,
    /// What is wrong on a page with these answers.
    pub(crate) problems: fn(&Session, &Place, &Answers, &Evaluated, Uploads) -> Vec<Problem>,
    /// What a page shows of it.
    pub(crate) shown: fn(&Session, &Place) -> Vec<Problem>,
    /// The questions that are asked again.
    pub(crate) again: fn(&Session, &Evaluated) -> Asked,
    /// The way out that applies.
    pub(crate) elsewhere: fn(&Session) -> Option<usize>,
    /// The page of the last question that the way out rests on.
    pub(crate) before_elsewhere: fn(&Session, Layout) -> Option<Place>,
}

impl Rules {
    /// All of them.
    pub(crate) fn all() -> Self {
        Self {
            value: field::value,
            problems: Session::find_problems,
            shown: Session::find_shown,
            again: Session::find_again,
            elsewhere: Session::find_elsewhere,
            before_elsewhere: Session::find_before_elsewhere,
        }
    }
}
