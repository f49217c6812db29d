//! The core of Motcua: a procedure as data, and what a citizen's answers mean in it.
//!
//! Pure and deterministic: no browser, clock, network, randomness or language. The same
//! definition, answers and date always give the same views, problems and submission. The app
//! and the reference portal both use this crate, so a value that one refuses, the other refuses.
//!
//! ```
//! use procedure::{Answer, Event, FieldPath, Outcome, Place, Session, compile_json, parse_date};
//!
//! let form = compile_json(r#"{
//!   "format": 1, "code": "0.000000", "version": "1", "name": "Example", "agency": "Example",
//!   "summary": "An example.", "level": "full",
//!   "steps": [{"id": "who", "title": "You", "fields": [
//!     {"id": "name", "kind": "text", "format": "person-name", "label": "Full name"}]}]
//! }"#).expect("the definition has no mistakes");
//! let today = parse_date("2026-11-22").expect("a date");
//! let mut session = Session::new(form.into(), today);
//!
//! let name = FieldPath::top("name");
//! let here = session.places(Default::default()).remove(0);
//! assert!(matches!(session.apply(Event::Continued(here.clone()), today), Outcome::Blocked(_)));
//! session.apply(Event::Answered(name, Answer::text("H'Hen Niê")), today);
//! assert_eq!(session.apply(Event::Continued(here), today), Outcome::Next(Place::Review));
//! ```

mod advice;
mod again;
mod answers;
mod calendar;
pub mod case;
mod changed;
mod clean;
mod compile;
pub mod condition;
mod date;
mod decimal;
pub mod definition;
mod due;
pub mod field;
pub mod file;
mod fold;
mod form;
pub mod format;
mod id;
mod import;
mod join;
mod json;
mod keep;
mod known;
pub mod letters;
mod lint;
mod list;
mod map;
mod mistake;
mod overlay;
mod pattern;
mod place;
pub mod problem;
mod rules;
mod session;
mod spoken;
mod submission;
mod text;
mod unicode;
mod value;
mod view;

pub use advice::{Advice, AdviceCode};
pub use answers::{AddressParts, Answer, Answers, DateParts, FileAnswer};
pub use calendar::{Calendar, Due};
pub use changed::Changed;
pub use clean::{exact, is_blank, is_invisible, length, plain, tidy};
pub use compile::{compile, compile_json, compile_json_with};
pub use date::{add_months, age_on, format_date, parse_date};
pub use decimal::{read_decimal, write_decimal};
pub use definition::Definition;
pub use due::DueFee;
pub use fold::fold;
pub use form::{Form, Step};
pub use id::{FieldId, FieldPath, StepId};
pub use import::{ImportMode, Imported, NotImported, TABLE_BYTES, table_text};
pub use join::{Joined, join};
pub use json::{json_object, read_json, write_json};
pub use known::{Conflict, Filled, Known, Told};
pub use lint::lint_json;
pub use list::{ListOption, Lists};
pub use map::{SortedMap, SortedSet, sort, sort_by};
pub use mistake::{Mistake, MistakeCode};
pub use place::{Layout, Place};
pub use problem::{Part, Problem, ProblemCode};
pub use session::{Draft, Event, Outcome, Progress, Session};
pub use submission::Submission;
pub use text::{Picked, Text};
pub use time::Date;
pub use value::Value;
pub use view::{FieldView, ReviewRow, ReviewSection, Shown, is_code};
