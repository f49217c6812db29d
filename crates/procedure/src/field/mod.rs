//! The kinds of questions: one file each, and the one place that tells them apart.
//!
//! Each kind knows how to read an answer (`value`), what can be wrong with it (`check`), how it
//! is sent (`sent`) and how it is read back from what was sent (`from_sent`).

mod address;
mod choice;
mod choices;
mod date;
mod declaration;
mod file;
mod information;
mod long_text;
mod money;
mod number;
mod repeat;
mod text;
mod yes_no;

use serde_json::Value as Json;

use crate::condition::Env;
use crate::definition::{KindDefinition as Kind, OptionDefinition, Options};
pub use crate::form::Field;
use crate::form::Uploads;
use crate::{Answer, FieldId, FileAnswer, ListOption, Lists, Part, ProblemCode, Value};
pub use address::{COMMUNES, PROVINCES};

/// Most characters of a text and of a long text where the author says nothing.
pub(crate) const MAX_LENGTHS: (usize, usize) = (text::MAX_LENGTH, long_text::MAX_LENGTH);

/// Problems of one answer, with the input that they belong to.
type Found = Vec<(Option<Part>, ProblemCode)>;

/// What a check can see beside the answer.
#[derive(Clone, Copy)]
struct Context<'a> {
    field: &'a Field,
    env: Env<'a>,
    lists: &'a Lists,
}

/// What an answer means to conditions. `Null` while it cannot be read.
pub(crate) fn value(field: &Field, answer: &Answer) -> Value {
    match (field.kind(), answer) {
        (Kind::Text(kind), Answer::Text(text)) => text::value(kind, text),
        (Kind::LongText(_), Answer::Text(text)) => long_text::value(text),
        (Kind::Number(kind), Answer::Text(text)) => number::value(field, kind, text),
        (Kind::Money(_), Answer::Text(text)) => money::value(text),
        (Kind::Date(kind), Answer::Date(parts)) => date::value(kind, parts),
        (Kind::Choice(_), Answer::Text(text)) => choice::value(text),
        (Kind::Choices(_), Answer::Many(values)) => choices::value(values),
        (Kind::YesNo, Answer::Text(text)) => yes_no::value(text),
        (Kind::Address, Answer::Address(parts)) => address::value(parts),
        (Kind::File(_), Answer::Files(files)) => file::value(files),
        (Kind::Declaration, Answer::Text(text)) => declaration::value(text),
        _ => Value::Null,
    }
}

/// What is wrong with an answer.
pub(crate) fn check(
    field: &Field,
    answer: Option<&Answer>,
    required: bool,
    env: Env,
    lists: &Lists,
    uploads: Uploads,
) -> Found {
    let context = Context { field, env, lists };
    let answer = answer.filter(|answer| !answer.is_empty());
    match (field.kind(), answer) {
        (Kind::Information, _) => information::check(),
        (Kind::Repeat(kind), answer) => repeat::check(kind, answer),
        (Kind::Address, None) if required => address::missing(),
        (Kind::Declaration, answer) => declaration::check(answer),
        (_, None) if required => vec![(None, ProblemCode::Missing)],
        (_, None) => Vec::new(),
        (Kind::Text(kind), Some(Answer::Text(text))) => text::check(kind, context, text),
        (Kind::LongText(kind), Some(Answer::Text(text))) => long_text::check(kind, context, text),
        (Kind::Number(kind), Some(Answer::Text(text))) => number::check(field, kind, text),
        (Kind::Money(kind), Some(Answer::Text(text))) => money::check(kind, text),
        (Kind::Date(kind), Some(Answer::Date(parts))) => date::check(kind, parts, env.today),
        (Kind::Choice(options), Some(Answer::Text(text))) => choice::check(options, context, text),
        (Kind::Choices(kind), Some(Answer::Many(values))) => choices::check(kind, context, values),
        (Kind::YesNo, Some(Answer::Text(text))) => yes_no::check(text),
        (Kind::Address, Some(Answer::Address(parts))) => address::check(parts, lists),
        (Kind::File(kind), Some(Answer::Files(files))) => file::check(kind, files, uploads),
        // An answer of another kind's shape: an old draft, or a hostile one.
        _ => vec![(None, ProblemCode::Missing)],
    }
}

/// The answer as it is sent: language-neutral, in one way of writing. `None` if there is none.
pub(crate) fn sent(field: &Field, answer: &Answer) -> Option<Json> {
    if answer.is_empty() {
        return None;
    }
    match (field.kind(), answer) {
        (Kind::Text(kind), Answer::Text(text)) => Some(text::sent(kind, text)),
        (Kind::LongText(_), Answer::Text(text)) => Some(long_text::sent(text)),
        (Kind::Number(kind), Answer::Text(text)) => number::sent(field, kind, text),
        (Kind::Money(_), Answer::Text(text)) => money::sent(text),
        (Kind::Date(kind), Answer::Date(parts)) => date::sent(kind, parts),
        (Kind::Choice(_), Answer::Text(text)) => Some(Json::from(text.trim())),
        (Kind::Choices(kind), Answer::Many(values)) => Some(choices::sent(kind, values)),
        (Kind::YesNo, Answer::Text(text)) => Some(Json::Bool(text == yes_no::YES)),
        (Kind::Address, Answer::Address(parts)) => Some(address::sent(parts)),
        (Kind::File(_), Answer::Files(files)) => Some(file::sent(files)),
        (Kind::Declaration, Answer::Text(text)) => Some(Json::Bool(text == yes_no::YES)),
        _ => None,
    }
}

/// Reads an answer back from what was sent. `files` tells what the portal has under an upload's
/// name. `None` where the JSON has the wrong shape for the field.
pub(crate) fn from_sent(
    field: &Field,
    json: &Json,
    files: &dyn Fn(&str) -> Option<FileAnswer>,
) -> Option<Answer> {
    match field.kind() {
        Kind::Text(_) | Kind::LongText(_) | Kind::Choice(_) => json.as_str().map(Answer::text),
        Kind::Number(_) | Kind::Money(_) => number::from_sent(json),
        Kind::Date(_) => date::from_sent(json),
        Kind::Choices(_) => choices::from_sent(json),
        Kind::YesNo | Kind::Declaration => yes_no::from_sent(json),
        Kind::Address => address::from_sent(json),
        Kind::File(kind) => file::from_sent(kind, json, files),
        Kind::Repeat(_) | Kind::Information => None,
    }
}

/// Why a chosen file cannot be taken by a question, or `None`. Said at once, before Continue: it is
/// what became of choosing the file.
pub fn refuse_file(field: &Field, file: &FileAnswer) -> Option<crate::problem::FileProblem> {
    match field.kind() {
        Kind::File(kind) => file::refuse(kind, file),
        _ => None,
    }
}

/// Options as they stand on the page now.
pub(crate) enum Offered<'a> {
    /// Those of the definition whose conditions hold.
    Inline(Vec<&'a OptionDefinition>),
    /// A code list: its name and the value of its parent.
    List(&'a str, String),
}

pub(crate) fn offered<'a>(field: &'a Field, options: &'a Options, env: Env) -> Offered<'a> {
    match options {
        Options::Inline(options) => Offered::Inline(
            options
                .iter()
                .zip(&field.options)
                .filter(|(_, condition)| condition.as_ref().is_none_or(|c| c.holds(env)))
                .map(|(option, _)| option)
                .collect(),
        ),
        Options::List { list, parent } => Offered::List(list, parent_value(parent.as_ref(), env)),
    }
}

/// The value that chooses the part of a code list.
fn parent_value(parent: Option<&FieldId>, env: Env) -> String {
    let value = parent.and_then(|parent| {
        env.row
            .and_then(|row| row.get(parent.as_str()))
            .or_else(|| env.top.get(parent))
    });
    match value {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

/// Whether `value` can be chosen now.
fn is_offered(options: &Options, context: Context, value: &str) -> bool {
    match offered(context.field, options, context.env) {
        Offered::Inline(options) => options.iter().any(|option| option.value == value),
        Offered::List(list, parent) => !context.lists.refuses(list, &parent, value),
    }
}

/// The options to show, as one type; `None` while a code list has not arrived.
pub(crate) fn options_now(
    field: &Field,
    options: &Options,
    env: Env,
    lists: &Lists,
) -> Option<Vec<ListOption>> {
    match offered(field, options, env) {
        Offered::Inline(options) => Some(
            options
                .into_iter()
                .map(|o| ListOption {
                    also: Vec::new(),
                    before: Vec::new(),
                    value: o.value.clone(),
                    label: o.label.clone(),
                })
                .collect(),
        ),
        Offered::List(list, parent) => lists.get(list, &parent).map(|options| options.to_vec()),
    }
}
