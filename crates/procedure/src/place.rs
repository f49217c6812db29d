//! Places of a form: what stands on one page. They are derived, never stored.

use std::sync::Arc;

use crate::definition::KindDefinition;
use crate::form::{Evaluated, Field, Form};
use crate::{FieldId, FieldPath, StepId};

/// One page of the wizard.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// Questions: a step, or one question of it; of a row, where the step repeats.
    Step {
        /// The step.
        step: StepId,
        /// The row, counted from 0.
        row: Option<usize>,
        /// The question, where each has a page of its own.
        field: Option<FieldId>,
    },
    /// Check the answers, declare, send.
    Review,
    /// It can't be done here: the way out with this number.
    Elsewhere(usize),
    /// What an officer asks to be put right.
    Supplement,
}

/// How questions are laid out on pages. A preference of the reader; it never touches an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Layout {
    /// One page a step.
    #[default]
    Steps,
    /// One page a question.
    OneQuestion,
}

impl Place {
    /// The page of a step.
    pub fn step(step: &StepId) -> Self {
        Self::Step {
            step: step.clone(),
            row: None,
            field: None,
        }
    }

    /// The step, if it is the page of one.
    pub fn step_id(&self) -> Option<&StepId> {
        match self {
            Self::Step { step, .. } => Some(step),
            Self::Review | Self::Elsewhere(_) | Self::Supplement => None,
        }
    }

    /// The same page of the list, for a page of a row.
    pub(crate) fn without_row(&self) -> Self {
        match self {
            Self::Step {
                step, row: Some(_), ..
            } => Self::step(step),
            other => other.clone(),
        }
    }
}

impl Form {
    /// The pages of the steps that are asked, in order, rows left out.
    pub(crate) fn pages(&self, seen: &Evaluated, layout: Layout) -> Vec<Place> {
        let mut pages = Vec::new();
        for (step, asked) in self.steps.iter().zip(&seen.steps) {
            if !asked {
                continue;
            }
            let shown: Vec<&Arc<Field>> =
                visible(&step.fields, |field| seen.visible.contains(field.id()));
            let alone = step.fields.iter().any(|field| field.is_repeat());
            push_pages(
                &mut pages,
                &step.id,
                None,
                &shown,
                if alone { Layout::Steps } else { layout },
            );
        }
        pages
    }

    /// The pages of one row of a repeat.
    pub(crate) fn row_pages(
        &self,
        step: &StepId,
        row: usize,
        seen: &Evaluated,
        layout: Layout,
    ) -> Vec<Place> {
        let mut pages = Vec::new();
        if let Some((repeat, state)) = self.repeat_row(step, row, seen) {
            let shown = visible(&repeat.rows, |field| state.visible.contains(field.id()));
            push_pages(&mut pages, step, Some(row), &shown, layout);
        }
        pages
    }

    /// The fields on a page, with their paths.
    pub(crate) fn fields_at(
        &self,
        place: &Place,
        seen: &Evaluated,
    ) -> Vec<(FieldPath, Arc<Field>)> {
        let Place::Step {
            step: id,
            row,
            field,
        } = place
        else {
            if *place != Place::Review {
                return Vec::new();
            }
            return self
                .declarations
                .iter()
                .filter(|field| seen.visible.contains(field.id()))
                .map(|field| {
                    (
                        FieldPath {
                            row: None,
                            field: field.id().clone(),
                        },
                        field.clone(),
                    )
                })
                .collect();
        };
        let Some(step) = self.step(id.as_str()) else {
            return Vec::new();
        };
        let (shown, repeat) = match row {
            None => (
                visible(&step.fields, |field| seen.visible.contains(field.id())),
                None,
            ),
            Some(row) => match self.repeat_row(id, *row, seen) {
                None => return Vec::new(),
                Some((repeat, state)) => (
                    visible(&repeat.rows, |field| state.visible.contains(field.id())),
                    Some((repeat.id().clone(), *row)),
                ),
            },
        };
        let group = match field {
            None => shown,
            Some(field) => groups(&shown)
                .into_iter()
                .find(|group| group.iter().any(|member| member.id() == field))
                .map(<[_]>::to_vec)
                .unwrap_or_default(),
        };
        group
            .into_iter()
            .map(|field| {
                (
                    FieldPath {
                        row: repeat.clone(),
                        field: field.id().clone(),
                    },
                    field.clone(),
                )
            })
            .collect()
    }

    fn repeat_row<'a>(
        &'a self,
        step: &StepId,
        row: usize,
        seen: &'a Evaluated,
    ) -> Option<(&'a Arc<Field>, &'a crate::form::Row)> {
        let repeat = self
            .step(step.as_str())?
            .fields
            .iter()
            .find(|field| field.is_repeat())?;
        Some((repeat, seen.rows.get(repeat.id())?.get(row)?))
    }
}

fn visible(fields: &[Arc<Field>], shown: impl Fn(&Field) -> bool) -> Vec<&Arc<Field>> {
    fields.iter().filter(|field| shown(field)).collect()
}

fn push_pages(
    pages: &mut Vec<Place>,
    step: &StepId,
    row: Option<usize>,
    shown: &[&Arc<Field>],
    layout: Layout,
) {
    let page = |field| Place::Step {
        step: step.clone(),
        row,
        field,
    };
    match layout {
        Layout::Steps => pages.push(page(None)),
        Layout::OneQuestion => {
            for group in groups(shown) {
                let question = group
                    .iter()
                    .find(|field| field.is_question())
                    .or(group.first());
                pages.push(page(question.map(|field| field.id().clone())));
            }
        }
    }
}

/// Information belongs to the question behind it, or to the last one where none follows.
fn groups<'a, 'f>(fields: &'a [&'f Arc<Field>]) -> Vec<&'a [&'f Arc<Field>]> {
    let mut groups = Vec::new();
    let mut start = 0;
    for (n, field) in fields.iter().enumerate() {
        if !matches!(field.kind(), KindDefinition::Information) {
            groups.push(start..n + 1);
            start = n + 1;
        }
    }
    if start < fields.len() {
        match groups.last_mut() {
            Some(last) => last.end = fields.len(),
            None => groups.push(start..fields.len()),
        }
    }
    groups.into_iter().map(|range| &fields[range]).collect()
}
