//! One folder per kind of question: how it looks and is used. What is right and wrong is the core's
//! matter; a widget gets a view and tells what was answered.

mod address;
mod choice;
mod choices;
mod date;
mod declaration;
mod file;
mod frame;
#[cfg(any(feature = "gallery", all(test, feature = "ssr")))]
pub mod gallery;
mod information;
mod long_text;
mod money;
mod number;
mod repeat;
mod text;
mod yes_no;

use std::sync::Arc;

use leptos::prelude::*;
use procedure::definition::KindDefinition as Kind;
use procedure::field::Field;
use procedure::format::Format;
use procedure::{Answer, FieldPath, FieldView, ListOption, Part, Problem, ProblemCode};

use crate::provided::provided;
use crate::ui::el::nothing;

pub use file::{FileProgress, Progress};
pub use frame::{Heading, HeadingBody, HeadingPrefix, Shell, error};

/// What widgets tell, and what they ask beside their view. Given by the page; a test gives its own.
#[derive(Clone, Copy)]
pub struct Wiring {
    /// An answer changed.
    pub answer: Callback<(FieldPath, Answer)>,
    /// The entries of a code list under a parent; `None` while they are on their way.
    pub options: Callback<(&'static str, String), Option<Arc<[ListOption]>>>,
    /// Whether a code list could not be fetched.
    pub lists_failed: Signal<bool>,
    /// Try again to fetch code lists.
    pub retry_lists: Callback<()>,
    /// Files were chosen in this input.
    pub choose_files: Callback<(FieldPath, leptos::ev::Event)>,
    /// A file is to be removed.
    pub remove_file: Callback<(FieldPath, String)>,
    /// A file is to be sent again.
    pub retry_file: Callback<String>,
    /// Where a file is on its way.
    pub progress: Callback<String, FileProgress>,
    /// The rows of a repeat: what each is called, and the address of its page.
    pub rows: Callback<FieldPath, Vec<RowLink>>,
    /// A row is to be added.
    pub add_row: Callback<FieldPath>,
    /// A row is to be removed.
    pub remove_row: Callback<(FieldPath, usize)>,
    /// Which of many rows are shown.
    pub shown_rows: ShownRows,
    /// Draw what takes the rows of a repeat from a table.
    pub import: Callback<FieldPath, AnyView>,
    /// Draw what the portal has for a question: where its answer is from and papers, before its input; looking
    /// it up, behind it.
    pub beside: Callback<(FieldPath, Side), AnyView>,
    /// The page is made for the ear: reasons without unfolding, plain lists instead of searchable ones.
    pub for_the_ear: bool,
    /// The device is the citizen's own: the browser may fill in what it knows of them.
    pub is_own_device: bool,
    /// Move the focus to an element that is about to be there.
    pub focus: Callback<String>,
    /// Move the focus to an element, before the one that has it goes.
    pub focus_first: Callback<String>,
    /// Draw what is wrong with a question, in an element of this id.
    pub error: fn(Problem, Arc<Field>, String) -> AnyView,
}

/// Before or behind the input of a question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// Before it: what must be known to answer.
    Before,
    /// Behind it: what can be done with an answer.
    Behind,
}

/// Which of many rows are shown. It outlives the list: who comes back from a row finds its place again.
#[derive(Clone, Copy)]
pub struct ShownRows {
    /// Which part of the list, from 0.
    pub page: RwSignal<usize>,
    /// Only the rows that need something.
    pub only_to_do: RwSignal<bool>,
}

impl ShownRows {
    /// Shows the part of the list in which a row stands, counted from 0.
    pub fn bring(self, row: usize) {
        self.only_to_do.set(false);
        self.page.set(row / repeat::ROWS_OF_A_PAGE);
    }
}

/// A row of a repeat in its list.
#[derive(Clone, PartialEq, Debug)]
pub struct RowLink {
    /// What it is called; `None` before it has a name.
    pub name: Option<String>,
    /// The address of its page.
    pub href: String,
    /// Whether something in it is missing or wrong.
    pub incomplete: bool,
}

/// The kinds that a first page has, which come with the app itself; the others come later.
pub fn is_early(kind: &Kind) -> bool {
    match kind {
        // What an address may have been meant to be comes later.
        Kind::Text(kind) => kind.format != Some(Format::Email),
        Kind::Date(_) | Kind::YesNo | Kind::Information => true,
        Kind::Choice(options) => choice::has_radios(options),
        _ => false,
    }
}

/// A question of a kind that comes with the app itself: nothing for any other.
pub fn early(view: Memo<FieldView>, heading: Heading) -> AnyView {
    let shell = Shell::new(view, heading);
    let definition = view.with_untracked(|view| view.field.clone());
    match definition.kind() {
        Kind::Text(kind) => text::text(shell, kind),
        Kind::Date(kind) => date::date(shell, kind),
        Kind::Choice(_) => choice::radios(shell),
        Kind::YesNo => yes_no::yes_no(shell),
        Kind::Information => information::information(shell),
        _ => nothing(),
    }
}

/// A question on the page. The one place that tells the kinds apart.
pub fn field(view: Memo<FieldView>, heading: Heading) -> AnyView {
    let shell = Shell::new(view, heading);
    let definition = view.with_untracked(|view| view.field.clone());
    match definition.kind() {
        Kind::Text(kind) if kind.format == Some(Format::Email) => text::email(shell, kind),
        Kind::Text(kind) => text::text(shell, kind),
        Kind::LongText(kind) => long_text::long_text(shell, kind),
        Kind::Number(kind) => number::number(shell, kind),
        Kind::Money(_) => money::money(shell),
        Kind::Date(kind) => date::date(shell, kind),
        Kind::Choice(options) => choice::choice(shell, options),
        Kind::Choices(kind) => choices::choices(shell, kind),
        Kind::YesNo => yes_no::yes_no(shell),
        Kind::Address => address::address(shell),
        Kind::File(kind) => file::file(shell, kind),
        Kind::Repeat(kind) => repeat::repeat(shell, kind),
        Kind::Declaration => declaration::declaration(shell),
        Kind::Information => information::information(shell),
    }
}

/// The id of the input to which a problem's link leads: the first one that is wrong.
pub fn input_of(problem: &Problem, kind: &Kind) -> String {
    let id = problem.path.dom_id();
    match (kind, problem.part) {
        (Kind::Date(_), part) => format!("{id}-{}", part.map_or("day".into(), Part::key)),
        (Kind::Address, part) => format!("{id}-{}", part.map_or("province".into(), Part::key)),
        (Kind::File(_), Some(Part::File(n))) => format!("{id}-remove-{n}"),
        // A full list has no button to add; a row that is incomplete has a link of its own.
        (Kind::Repeat(_), _) => match problem.code {
            ProblemCode::RowIncomplete { row } => format!("{id}-{row}-change"),
            ProblemCode::TooManyRows { .. } => format!("{id}-0-change"),
            _ => format!("{id}-add"),
        },
        _ => id,
    }
}

/// The first input of a date is the day, the month or the year, as its precision has it.
pub fn first_input(problem: &Problem, kind: &Kind) -> String {
    match (kind, problem.part) {
        (Kind::Date(kind), None) => format!("{}-{}", problem.path.dom_id(), date::first_part(kind)),
        _ => input_of(problem, kind),
    }
}

/// The wiring of the page.
fn use_wiring() -> Wiring {
    provided()
}

#[cfg(all(test, feature = "ssr"))]
pub(crate) mod tests;
