//! A compiled definition, and what it makes of answers.

use crate::{SortedMap, SortedSet};
use std::sync::{Arc, OnceLock};

use time::Date;

use crate::condition::{Condition, Env};
use crate::definition::{Definition, FieldDefinition, KindDefinition};
use crate::due::DueRules;
use crate::pattern::Pattern;
use crate::rules::Rules;
use crate::{
    Answer, Answers, FieldId, FieldPath, Lists, Problem, ProblemCode, StepId, Text, Value, field,
};

/// A compiled definition. It has no mistakes.
#[derive(Debug)]
pub struct Form {
    /// What the author wrote: names, fees, texts. Its steps and declarations have moved into those below.
    pub definition: Definition,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// What is declared on the check page.
    pub declarations: Vec<Arc<Field>>,
    /// Step and field, so that a field comes after those that its condition speaks of.
    pub(crate) order: Vec<(usize, usize)>,
    /// What follows from answers beside the questions; compiled when it is first needed.
    pub(crate) due: OnceLock<DueRules>,
}

/// A compiled step.
#[derive(Debug)]
pub struct Step {
    /// Name; part of the address.
    pub id: StepId,
    /// The page's heading.
    pub title: Text,
    /// What is needed to answer.
    pub body: Text,
    pub(crate) visible: Option<Condition>,
    /// The questions, in order.
    pub fields: Vec<Arc<Field>>,
}

impl Step {
    /// Whether it depends on answers that it is asked.
    pub(crate) fn may_be_left_out(&self) -> bool {
        self.visible.is_some() || self.fields.iter().all(|field| field.visible.is_some())
    }
}

/// A compiled question.
#[derive(Debug)]
pub struct Field {
    /// What the author wrote. The questions of a row have moved into `rows`.
    pub definition: FieldDefinition,
    pub(crate) visible: Option<Condition>,
    pub(crate) required: Requirement,
    pub(crate) checks: Vec<Check>,
    pub(crate) pattern: Option<Pattern>,
    /// Conditions of the options, where options are written in the definition.
    pub(crate) options: Vec<Option<Condition>>,
    /// The questions of a row, of a repeat.
    pub rows: Vec<Arc<Field>>,
    pub(crate) row_order: Vec<usize>,
}

#[derive(Debug)]
pub(crate) enum Requirement {
    Fixed(bool),
    When(Condition),
}

#[derive(Debug)]
pub(crate) struct Check {
    pub(crate) rule: Condition,
    pub(crate) message: Text,
    pub(crate) is_advice: bool,
}

/// What answers mean on a day: which questions are asked, and the values that conditions see.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Evaluated {
    pub(crate) values: SortedMap<FieldId, Value>,
    pub(crate) visible: SortedSet<FieldId>,
    pub(crate) steps: Vec<bool>,
    pub(crate) rows: SortedMap<FieldId, Vec<Row>>,
}

/// One row of a repeat, evaluated.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Row {
    pub(crate) values: SortedMap<String, Value>,
    pub(crate) visible: SortedSet<FieldId>,
}

/// Whether files must be at the portal already.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Uploads {
    MayBeUnderWay,
    MustBeThere,
}

impl Field {
    /// The field's name.
    pub fn id(&self) -> &FieldId {
        &self.definition.id
    }

    /// The field's kind, with its limits.
    pub fn kind(&self) -> &KindDefinition {
        &self.definition.kind
    }

    /// Whether it asks something.
    pub fn is_question(&self) -> bool {
        !matches!(self.kind(), KindDefinition::Information)
    }

    pub(crate) fn is_repeat(&self) -> bool {
        matches!(self.kind(), KindDefinition::Repeat(_))
    }

    /// Whether an answer must be given.
    pub(crate) fn is_required(&self, env: Env) -> bool {
        match &self.required {
            Requirement::Fixed(yes) => *yes,
            Requirement::When(condition) => condition.holds(env),
        }
    }

    fn is_visible(&self, env: Env) -> bool {
        self.visible
            .as_ref()
            .is_none_or(|condition| condition.holds(env))
    }
}

impl Form {
    /// The step with this name.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id.as_str() == id)
    }

    /// Every field outside repeats, declarations included.
    pub fn fields(&self) -> impl Iterator<Item = &Arc<Field>> {
        self.steps
            .iter()
            .flat_map(|step| &step.fields)
            .chain(&self.declarations)
    }

    /// The field at a path, whether it is asked or not.
    pub fn field(&self, path: &FieldPath) -> Option<&Arc<Field>> {
        match &path.row {
            None => self.fields().find(|field| *field.id() == path.field),
            Some((repeat, _)) => {
                let repeat = self.fields().find(|field| field.id() == repeat)?;
                repeat.rows.iter().find(|field| *field.id() == path.field)
            }
        }
    }

    /// The step in which a field stands; `None` for a declaration.
    pub fn step_of(&self, field: &FieldId) -> Option<&Step> {
        self.steps
            .iter()
            .find(|step| step.fields.iter().any(|f| f.id() == field))
    }

    /// What answers mean. Without rules none of them means anything.
    pub(crate) fn evaluate(
        &self,
        answers: &Answers,
        rules: Option<Rules>,
        today: Date,
    ) -> Evaluated {
        let mut out = Evaluated {
            steps: vec![false; self.steps.len()],
            ..Evaluated::default()
        };
        for &(step, field) in &self.order {
            let step_definition = &self.steps[step];
            let field = &step_definition.fields[field];
            let env = Env {
                top: &out.values,
                row: None,
                today,
            };
            let asked = step_definition
                .visible
                .as_ref()
                .is_none_or(|condition| condition.holds(env))
                && field.is_visible(env);
            if asked {
                let value = self.value_of(field, answers, rules, today, &mut out);
                out.values.insert(field.id().clone(), value);
                out.visible.insert(field.id().clone());
                out.steps[step] = true;
            } else {
                out.values.insert(field.id().clone(), Value::Null);
            }
        }
        for field in &self.declarations {
            let env = Env {
                top: &out.values,
                row: None,
                today,
            };
            if field.is_visible(env) {
                out.visible.insert(field.id().clone());
            }
        }
        out
    }

    fn value_of(
        &self,
        field: &Field,
        answers: &Answers,
        rules: Option<Rules>,
        today: Date,
        out: &mut Evaluated,
    ) -> Value {
        let value = |field: &Field, answers: &Answers| {
            let answer = answers.get(field.id().as_str());
            rules
                .zip(answer)
                .map_or(Value::Null, |(rules, answer)| (rules.value)(field, answer))
        };
        if !field.is_repeat() {
            return value(field, answers);
        }
        let rows: Vec<Row> = answers
            .rows(field.id())
            .iter()
            .map(|answers| {
                let mut row = Row::default();
                for &n in &field.row_order {
                    let inner = &field.rows[n];
                    let env = Env {
                        top: &out.values,
                        row: Some(&row.values),
                        today,
                    };
                    if inner.is_visible(env) {
                        row.visible.insert(inner.id().clone());
                        row.values
                            .insert(inner.id().to_string(), value(inner, answers));
                    } else {
                        row.values.insert(inner.id().to_string(), Value::Null);
                    }
                }
                row
            })
            .collect();
        let value = Value::List(
            rows.iter()
                .map(|row| Value::Map(row.values.clone()))
                .collect(),
        );
        out.rows.insert(field.id().clone(), rows);
        value
    }

    /// Everything that is wrong with the answer of one field, rows included.
    pub(crate) fn problems_of(
        &self,
        field: &Field,
        answers: &Answers,
        seen: &Evaluated,
        lists: &Lists,
        today: Date,
        uploads: Uploads,
    ) -> Vec<Problem> {
        let env = Env {
            top: &seen.values,
            row: None,
            today,
        };
        let path = FieldPath {
            row: None,
            field: field.id().clone(),
        };
        let answer = answers.get(field.id().as_str());
        let mut problems = check(field, answer, &path, env, lists, uploads);
        for row in 0..answers.rows(field.id()).len() {
            if !self
                .problems_of_row(field, row, answers, seen, lists, today, uploads)
                .is_empty()
            {
                let code = ProblemCode::RowIncomplete { row };
                problems.push(Problem {
                    path: path.clone(),
                    part: None,
                    code,
                });
            }
        }
        problems
    }

    /// Everything that is wrong in one row of a repeat.
    #[expect(
        clippy::too_many_arguments,
        reason = "the same plain data as `problems_of`, and a row"
    )]
    pub(crate) fn problems_of_row(
        &self,
        repeat: &Field,
        row: usize,
        answers: &Answers,
        seen: &Evaluated,
        lists: &Lists,
        today: Date,
        uploads: Uploads,
    ) -> Vec<Problem> {
        let state = seen.rows.get(repeat.id()).and_then(|rows| rows.get(row));
        let (Some(state), Some(row_answers)) = (state, answers.rows(repeat.id()).get(row)) else {
            return Vec::new();
        };
        let env = Env {
            top: &seen.values,
            row: Some(&state.values),
            today,
        };
        repeat
            .rows
            .iter()
            .filter(|inner| state.visible.contains(inner.id()))
            .flat_map(|inner| {
                let path = FieldPath::in_row(repeat.id().as_str(), row, inner.id().as_str());
                check(
                    inner,
                    row_answers.get(inner.id().as_str()),
                    &path,
                    env,
                    lists,
                    uploads,
                )
            })
            .collect()
    }
}

/// One field's problems: missing, or else what its kind says, or else the author's rules.
fn check(
    field: &Field,
    answer: Option<&Answer>,
    path: &FieldPath,
    env: Env,
    lists: &Lists,
    uploads: Uploads,
) -> Vec<Problem> {
    let problem = |part, code| Problem {
        path: path.clone(),
        part,
        code,
    };
    let required = field.is_required(env);
    let mut problems: Vec<Problem> = field::check(field, answer, required, env, lists, uploads)
        .into_iter()
        .map(|(part, code)| problem(part, code))
        .collect();
    if problems.is_empty() && answer.is_some_and(|answer| !answer.is_empty()) {
        problems.extend(
            field
                .checks
                .iter()
                .filter(|check| !check.is_advice)
                .filter(|check| check.rule.can_be_asked(env) && !check.rule.holds(env))
                .map(|check| problem(None, ProblemCode::Rule(check.message.clone())))
                .take(1),
        );
    }
    problems
}
