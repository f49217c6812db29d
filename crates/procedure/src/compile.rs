//! From a definition to a form, or to everything that is wrong with it.

use std::sync::{Arc, OnceLock};

use serde_json::Value as Json;

use crate::condition::{Condition, Known, parse};
use crate::definition::{
    self, Definition, FieldDefinition, KindDefinition as Kind, OptionDefinition, Options, Required,
};
use crate::due::DueRules;
use crate::field::MAX_LENGTHS;
use crate::form::{Check, Field, Form, Requirement, Step};
use crate::pattern::Pattern;
use crate::{FieldId, Mistake, MistakeCode, SortedMap, SortedSet, read_json, sort};

/// What no field can be called: an element of this id stands on a page of the app, and a label or an
/// error link would lead to that. All other ids of the app have a hyphen, which names have not; `slot`
/// with a number is one too. `tests/tidy.rs` compares.
pub(crate) const RESERVED: [&str; 14] = [
    "announcer",
    "continue",
    "fatal",
    "help",
    "main",
    "opening",
    "saved",
    "search",
    "send",
    "sending",
    "slot",
    "spacing",
    "start",
    "status",
];

/// Reads and compiles a definition.
///
/// # Errors
/// Every mistake, each with the path where it stands, in the order of the paths.
pub fn compile_json(text: &str) -> Result<Form, Vec<Mistake>> {
    compile_json_how(text, &|_| {}, Some(DueRules::of))
}

/// The same, with languages that are added to it. What is wrong with these is no mistake of the
/// definition: it is compiled without them then. Rules of fees, times, ways out and components are left
/// until answers are checked: an app needs them later than the first question. One that has a mistake
/// holds never.
///
/// # Errors
/// Every other mistake of the definition.
pub fn compile_json_with(
    text: &str,
    add_languages: &dyn Fn(&mut Definition),
) -> Result<Form, Vec<Mistake>> {
    compile_json_how(text, add_languages, None)
}

/// How the rules of what is due are compiled.
type Due = fn(&Form, &mut Vec<Mistake>) -> DueRules;

fn compile_json_how(
    text: &str,
    add_languages: &dyn Fn(&mut Definition),
    due: Option<Due>,
) -> Result<Form, Vec<Mistake>> {
    let json = read_json(text).map_err(|(line, column)| {
        vec![Mistake {
            path: String::new(),
            code: MistakeCode::NotJson(line, column),
        }]
    })?;
    let read = |add_languages: &dyn Fn(&mut Definition)| {
        let (mut definition, mistakes) = definition::read(&json);
        add_languages(&mut definition);
        finish(definition, mistakes, due)
    };
    read(add_languages).or_else(|_| read(&|_| {}))
}

/// Compiles a definition that a dialect made.
///
/// # Errors
/// Every mistake, each with its path.
pub fn compile(definition: Definition) -> Result<Form, Vec<Mistake>> {
    finish(definition, Vec::new(), Some(DueRules::of))
}

fn finish(
    definition: Definition,
    mistakes: Vec<Mistake>,
    due: Option<Due>,
) -> Result<Form, Vec<Mistake>> {
    let mut compiler = Compiler {
        known: known_fields(&definition),
        mistakes,
    };
    let form = compiler.form(definition);
    let mut mistakes = compiler.mistakes;
    if let Some(due) = due {
        let rules = due(&form, &mut mistakes);
        drop(form.due.set(rules));
    }
    if mistakes.is_empty() {
        return Ok(form);
    }
    sort(&mut mistakes);
    mistakes.dedup();
    Err(mistakes)
}

fn known_fields(definition: &Definition) -> Vec<(FieldId, Vec<FieldId>)> {
    definition
        .steps
        .iter()
        .flat_map(|step| &step.fields)
        .map(|field| {
            let inner = match &field.kind {
                Kind::Repeat(repeat) => {
                    repeat.fields.iter().map(|field| field.id.clone()).collect()
                }
                _ => Vec::new(),
            };
            (field.id.clone(), inner)
        })
        .collect()
}

struct Compiler {
    known: Vec<(FieldId, Vec<FieldId>)>,
    mistakes: Vec<Mistake>,
}

impl Compiler {
    fn report(&mut self, path: String, code: MistakeCode) {
        self.mistakes.push(Mistake { path, code });
    }

    /// The questions move into the form: a copy of each would be code that everyone loads.
    fn form(&mut self, mut definition: Definition) -> Form {
        self.check_names(&definition);
        if definition.steps.is_empty() && definition.level != definition::Level::Information {
            self.report("/steps".into(), MistakeCode::Empty);
        }
        let steps: Vec<Step> = std::mem::take(&mut definition.steps)
            .into_iter()
            .enumerate()
            .map(|(n, step)| {
                let path = format!("/steps/{n}");
                if step.fields.is_empty() {
                    self.report(format!("{path}/fields"), MistakeCode::Empty);
                }
                let questions = step
                    .fields
                    .iter()
                    .filter(|f| !matches!(f.kind, Kind::Information))
                    .count();
                if questions > 1
                    && step
                        .fields
                        .iter()
                        .any(|f| matches!(f.kind, Kind::Repeat(_)))
                {
                    self.report(path.clone(), MistakeCode::RepeatNotAlone);
                }
                Step {
                    visible: self.condition(step.visible.as_ref(), &format!("{path}/visible"), &[]),
                    fields: self.fields(step.fields, &format!("{path}/fields"), None),
                    id: step.id,
                    title: step.title,
                    body: step.body,
                }
            })
            .collect();
        let declarations = std::mem::take(&mut definition.declarations);
        let declarations = self.fields(declarations, "/declarations", None);
        for (n, field) in declarations.iter().enumerate() {
            if !matches!(field.kind(), Kind::Declaration) {
                let wrong = MistakeCode::UnknownValue(field.kind().name().to_string());
                self.report(format!("/declarations/{n}/kind"), wrong);
            }
        }
        let order = self.order(&steps);
        Form {
            definition,
            steps,
            declarations,
            order,
            due: OnceLock::new(),
        }
    }

    /// Names are unique, so that an address or an error link can mean only one thing.
    fn check_names(&mut self, definition: &Definition) {
        let mut steps: SortedSet<&str> = ["review"].into_iter().collect();
        let mut titles: Vec<(&str, &str)> = Vec::new();
        let mut fields = SortedSet::default();
        let mut mistakes = Vec::new();
        let mut see = |field: &FieldDefinition, path: String| {
            let code = if RESERVED.contains(&field.id.as_str()) {
                MistakeCode::Reserved(field.id.to_string())
            } else if !fields.insert(field.id.clone()) {
                MistakeCode::Duplicate(field.id.to_string())
            } else {
                return;
            };
            let path = format!("{path}/id");
            mistakes.push(Mistake { path, code });
        };
        for (s, step) in definition.steps.iter().enumerate() {
            for (f, field) in step.fields.iter().enumerate() {
                see(field, format!("/steps/{s}/fields/{f}"));
                if let Kind::Repeat(repeat) = &field.kind {
                    for (i, inner) in repeat.fields.iter().enumerate() {
                        see(inner, format!("/steps/{s}/fields/{f}/fields/{i}"));
                    }
                }
            }
        }
        for (n, field) in definition.declarations.iter().enumerate() {
            see(field, format!("/declarations/{n}"));
        }
        self.mistakes.append(&mut mistakes);
        for (s, step) in definition.steps.iter().enumerate() {
            if !steps.insert(step.id.as_str()) {
                let code = MistakeCode::Duplicate(step.id.to_string());
                self.report(format!("/steps/{s}/id"), code);
            }
            for title in step.title.all() {
                if titles.contains(&(title.locale, title.text)) {
                    let code = MistakeCode::SameTitle(title.text.to_string());
                    self.report(format!("/steps/{s}/title"), code);
                }
                titles.push((title.locale, title.text));
            }
        }
    }

    fn fields(
        &mut self,
        fields: Vec<FieldDefinition>,
        path: &str,
        repeat: Option<&[FieldId]>,
    ) -> Vec<Arc<Field>> {
        fields
            .into_iter()
            .enumerate()
            .map(|(n, field)| Arc::new(self.field(field, &format!("{path}/{n}"), repeat)))
            .collect()
    }

    fn field(
        &mut self,
        mut field: FieldDefinition,
        path: &str,
        repeat: Option<&[FieldId]>,
    ) -> Field {
        let row = repeat.unwrap_or_default();
        for recording in field.audio.all() {
            if !is_own_path(recording.text) {
                let code = MistakeCode::NotAPath(recording.text.to_string());
                self.report(format!("{path}/audio"), code);
            }
        }
        let visible = self.condition(field.visible.as_ref(), &format!("{path}/visible"), row);
        let required = match &field.required {
            Required::Fixed(yes) => Requirement::Fixed(*yes),
            Required::When(rule) => {
                Requirement::When(self.parse(rule, &format!("{path}/required"), row))
            }
        };
        let checks = field
            .checks
            .iter()
            .enumerate()
            .map(|(n, check)| Check {
                rule: self.parse(&check.rule, &format!("{path}/checks/{n}/rule"), row),
                message: check.message.clone(),
                is_advice: check.is_advice,
            })
            .collect();
        // The questions of a row move behind the repeat.
        let inner = match &mut field.kind {
            Kind::Repeat(kind) => std::mem::take(&mut kind.fields),
            _ => Vec::new(),
        };
        let mut out = Field {
            definition: field,
            visible,
            required,
            checks,
            pattern: None,
            options: Vec::new(),
            rows: Vec::new(),
            row_order: Vec::new(),
        };
        let field = &out.definition;
        match &field.kind {
            Kind::Text(kind) | Kind::LongText(kind) => {
                let (short, long) = MAX_LENGTHS;
                let is_long = matches!(field.kind, Kind::LongText(_));
                let most = kind
                    .max_length
                    .unwrap_or(if is_long { long } else { short });
                self.ordered(kind.min_length, Some(most), path);
                out.pattern = kind
                    .pattern
                    .as_deref()
                    .and_then(|source| self.pattern(source, path));
            }
            Kind::Number(kind) | Kind::Money(kind) => self.ordered(kind.min, kind.max, path),
            Kind::Date(kind) => {
                if let (Some(definition::Bound::Day(from)), Some(definition::Bound::Day(to))) =
                    (kind.earliest, kind.latest)
                {
                    self.ordered(Some(from), Some(to), path);
                }
            }
            Kind::Choice(options) => out.options = self.options(options, path, row),
            Kind::Choices(kind) => {
                let listed = match &kind.options {
                    Options::Inline(options) => {
                        let real =
                            |option: &&OptionDefinition| kind.none.as_ref() != Some(&option.value);
                        Some(options.iter().filter(real).count())
                    }
                    Options::List { .. } => None,
                };
                let most = kind.max.into_iter().chain(listed).min();
                self.ordered(kind.min, most, path);
                out.options = self.options(&kind.options, path, row);
                if let (Some(none), Options::Inline(options)) = (&kind.none, &kind.options)
                    && !options.iter().any(|option| option.value == *none)
                {
                    self.report(
                        format!("{path}/none"),
                        MistakeCode::UnknownValue(none.clone()),
                    );
                }
            }
            Kind::File(kind) => {
                if kind.max_files == 0 || kind.max_bytes == 0 {
                    self.report(path.to_string(), MistakeCode::ImpossibleLimits);
                }
            }
            Kind::Repeat(_) if repeat.is_some() => {
                self.report(path.to_string(), MistakeCode::TooDeep)
            }
            Kind::Repeat(kind) => {
                self.ordered(Some(kind.min), Some(kind.max), path);
                if inner.is_empty() || kind.max == 0 {
                    self.report(format!("{path}/fields"), MistakeCode::Empty);
                }
                let names: Vec<FieldId> = inner.iter().map(|field| field.id.clone()).collect();
                out.rows = self.fields(inner, &format!("{path}/fields"), Some(&names));
                out.row_order = self.row_order(&out.rows, path);
            }
            Kind::Declaration if !path.starts_with("/declarations") => {
                // A declaration belongs before the button that sends.
                self.report(
                    format!("{path}/kind"),
                    MistakeCode::UnknownValue("declaration".into()),
                );
            }
            Kind::YesNo | Kind::Address | Kind::Declaration | Kind::Information => {}
        }
        out
    }

    fn options(
        &mut self,
        options: &Options,
        path: &str,
        row: &[FieldId],
    ) -> Vec<Option<Condition>> {
        match options {
            Options::List { parent, .. } => {
                if let Some(parent) = parent
                    && !self.known.iter().any(|(field, _)| field == parent)
                    && !row.contains(parent)
                {
                    let code = MistakeCode::UnknownReference(parent.to_string());
                    self.report(format!("{path}/list_parent"), code);
                }
                Vec::new()
            }
            Options::Inline(options) => {
                let mut seen = SortedSet::default();
                options
                    .iter()
                    .enumerate()
                    .map(|(n, option)| {
                        let path = format!("{path}/options/{n}");
                        if !seen.insert(option.value.as_str()) {
                            let code = MistakeCode::Duplicate(option.value.clone());
                            self.report(format!("{path}/value"), code);
                        }
                        self.condition(option.visible.as_ref(), &format!("{path}/visible"), row)
                    })
                    .collect()
            }
        }
    }

    fn pattern(&mut self, source: &str, path: &str) -> Option<Pattern> {
        match Pattern::new(source) {
            Ok(pattern) => Some(pattern),
            Err(why) => {
                self.report(format!("{path}/pattern"), MistakeCode::BadPattern(why));
                None
            }
        }
    }

    fn ordered<T: PartialOrd>(&mut self, min: Option<T>, max: Option<T>, path: &str) {
        if matches!((min, max), (Some(min), Some(max)) if min > max) {
            self.report(path.to_string(), MistakeCode::ImpossibleLimits);
        }
    }

    fn condition(&mut self, rule: Option<&Json>, path: &str, row: &[FieldId]) -> Option<Condition> {
        rule.map(|rule| self.parse(rule, path, row))
    }

    fn parse(&mut self, rule: &Json, path: &str, row: &[FieldId]) -> Condition {
        parse(
            rule,
            path,
            Known {
                top: &self.known,
                row,
            },
            &mut self.mistakes,
        )
    }

    /// Puts every field behind those that decide whether it is asked.
    fn order(&mut self, steps: &[Step]) -> Vec<(usize, usize)> {
        let mut places = Vec::new();
        let mut nodes: Vec<(FieldId, Vec<FieldId>)> = Vec::new();
        for (s, step) in steps.iter().enumerate() {
            for (f, field) in step.fields.iter().enumerate() {
                let inner = field.rows.iter().filter_map(|inner| inner.visible.as_ref());
                let conditions = step.visible.iter().chain(&field.visible).chain(inner);
                let waits_for = conditions
                    .flat_map(|c| c.refers_to.iter().cloned())
                    .collect();
                places.push((s, f));
                nodes.push((field.id().clone(), waits_for));
            }
        }
        match sorted(&nodes) {
            Ok(order) => order.into_iter().map(|n| places[n]).collect(),
            Err(cycle) => {
                self.report("/steps".into(), MistakeCode::Cycle(cycle));
                places
            }
        }
    }

    fn row_order(&mut self, fields: &[Arc<Field>], path: &str) -> Vec<usize> {
        let nodes: Vec<(FieldId, Vec<FieldId>)> = fields
            .iter()
            .map(|field| {
                let waits_for = field.visible.as_ref().map(|c| c.refers_to_row.clone());
                (field.id().clone(), waits_for.unwrap_or_default())
            })
            .collect();
        match sorted(&nodes) {
            Ok(order) => order,
            Err(cycle) => {
                self.report(format!("{path}/fields"), MistakeCode::Cycle(cycle));
                (0..fields.len()).collect()
            }
        }
    }
}

/// Sorts so that each stands behind those that it waits for; the first cycle by name otherwise.
fn sorted(nodes: &[(FieldId, Vec<FieldId>)]) -> Result<Vec<usize>, Vec<String>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    let index: SortedMap<&str, usize> = nodes
        .iter()
        .enumerate()
        .map(|(n, (id, _))| (id.as_str(), n))
        .collect();
    let mut marks = vec![Mark::New; nodes.len()];
    let mut order = Vec::with_capacity(nodes.len());
    for start in 0..nodes.len() {
        if marks[start] != Mark::New {
            continue;
        }
        marks[start] = Mark::Open;
        // An explicit stack: a long chain of conditions must not overflow the real one.
        let mut stack = vec![(start, 0)];
        while let Some((node, next)) = stack.pop() {
            let Some(waits_for) = nodes[node].1.get(next) else {
                marks[node] = Mark::Done;
                order.push(node);
                continue;
            };
            stack.push((node, next + 1));
            let Some(&other) = index.get(waits_for.as_str()) else {
                continue;
            };
            match marks[other] {
                Mark::Done => {}
                Mark::New => {
                    marks[other] = Mark::Open;
                    stack.push((other, 0));
                }
                Mark::Open => {
                    let from = stack.iter().position(|(n, _)| *n == other).unwrap_or(0);
                    let mut cycle: Vec<String> = stack[from..]
                        .iter()
                        .map(|(n, _)| nodes[*n].0.to_string())
                        .collect();
                    cycle.push(nodes[other].0.to_string());
                    return Err(cycle);
                }
            }
        }
    }
    Ok(order)
}

/// Whether an address can only lead to the host that the app comes from. Browsers take a backslash for
/// a slash and leave tabs and line ends out, so that more than `//` leads elsewhere.
fn is_own_path(address: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && byte != b'\\';
    address.starts_with('/') && !address.starts_with("//") && address.bytes().all(is_plain)
}
