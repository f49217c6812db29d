//! What a page shows, as plain data. Words and markup come later.

use std::sync::Arc;

use crate::condition::Env;
use crate::definition::KindDefinition as Kind;
use crate::form::Field;
use crate::{
    AddressParts, Answer, Answers, FieldPath, FileAnswer, Form, Layout, ListOption, Place, Problem,
    Session, StepId, Text, Value, field,
};

/// A question as it stands on the page now.
#[derive(Clone, Debug)]
pub struct FieldView {
    /// Where its answer stands.
    pub path: FieldPath,
    /// The question.
    pub field: Arc<Field>,
    /// The answer, to the letter.
    pub answer: Option<Answer>,
    /// The problems that are shown.
    pub problems: Vec<Problem>,
    /// Whether it may be left empty.
    pub optional: bool,
    /// The options; `None` for a kind without them, or while a code list has not arrived.
    pub options: Option<Vec<ListOption>>,
}

impl PartialEq for FieldView {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.field, &other.field)
            && self.path == other.path
            && self.optional == other.optional
            && self.answer == other.answer
            && self.problems == other.problems
            && self.options == other.options
    }
}

/// A part of the check page.
#[derive(Clone, PartialEq, Debug)]
pub struct ReviewSection {
    /// The step.
    pub step: StepId,
    /// Its heading.
    pub title: Text,
    /// What a row is and its number from 0, for a row of a repeat.
    pub item: Option<(Text, usize)>,
    /// Its answers.
    pub rows: Vec<ReviewRow>,
}

/// An answer on the check page.
#[derive(Clone, PartialEq, Debug)]
pub struct ReviewRow {
    /// Where it stands.
    pub path: FieldPath,
    /// The question.
    pub label: Text,
    /// The answer.
    pub shown: Shown,
    /// The page to change it on.
    pub place: Place,
}

/// An answer to be read.
#[derive(Clone, PartialEq, Debug)]
pub enum Shown {
    /// Optional, and nothing was given.
    NotProvided,
    /// Required, and nothing was given.
    Missing,
    /// The citizen's own words.
    Words(String),
    /// Texts of the definition or a code list: the labels of what was chosen.
    Labels(Vec<Text>),
    /// Yes or no.
    YesNo(bool),
    /// A number, with its unit.
    Number(f64, Text),
    /// An amount in đồng.
    Money(f64),
    /// A date: year, month and day, as exact as it was given.
    Date(i32, Option<u8>, Option<u8>),
    /// An address: detail, then the labels of commune and province; codes where a list is missing.
    Address {
        /// House number, street.
        detail: String,
        /// The commune's label.
        commune: Text,
        /// The province's label.
        province: Text,
    },
    /// Names of files.
    Files(Vec<FileAnswer>),
    /// How many rows a repeat has.
    Rows(usize),
}

impl Session {
    /// The questions on a page, in order.
    pub fn views(&self, place: &Place) -> Vec<FieldView> {
        let problems = self.shown_problems(place);
        self.form
            .fields_at(place, &self.seen)
            .into_iter()
            .map(|(path, field)| self.view_of(path, field, &problems))
            .collect()
    }

    /// The paths of the questions on a page, in order.
    pub fn paths(&self, place: &Place) -> Vec<FieldPath> {
        self.form
            .fields_at(place, &self.seen)
            .into_iter()
            .map(|(path, _)| path)
            .collect()
    }

    /// One question on a page; `None` if it is not asked now.
    pub fn view(&self, place: &Place, path: &FieldPath) -> Option<FieldView> {
        let (path, field) = self
            .form
            .fields_at(place, &self.seen)
            .into_iter()
            .find(|(have, _)| have == path)?;
        Some(self.view_of(path, field, &self.shown_problems(place)))
    }

    fn view_of(&self, path: FieldPath, field: Arc<Field>, problems: &[Problem]) -> FieldView {
        let env = self.env(&path);
        let options = match field.kind() {
            Kind::Choice(options) => field::options_now(&field, options, env, &self.lists),
            Kind::Choices(kind) => field::options_now(&field, &kind.options, env, &self.lists),
            _ => None,
        };
        FieldView {
            answer: self.answers.at(&path).cloned(),
            problems: problems
                .iter()
                .filter(|problem| problem.path == path)
                .cloned()
                .collect(),
            optional: field.is_question() && !field.is_required(env),
            options,
            path,
            field,
        }
    }

    fn env(&self, path: &FieldPath) -> Env<'_> {
        let row = path
            .row
            .as_ref()
            .and_then(|(repeat, row)| self.seen.rows.get(repeat)?.get(*row));
        Env {
            top: &self.seen.values,
            row: row.map(|row| &row.values),
            today: self.today,
        }
    }

    /// The check page: every answer on the path, by step; rows of a repeat each by itself.
    pub fn review(&self, layout: Layout) -> Vec<ReviewSection> {
        let mut sections = Vec::new();
        for place in self.places(Layout::Steps) {
            let Place::Step { step: id, .. } = &place else {
                continue;
            };
            let Some(step) = self.form.step(id.as_str()) else {
                continue;
            };
            let rows = self
                .form
                .fields_at(&place, &self.seen)
                .into_iter()
                .filter(|(_, field)| field.is_question())
                .map(|(path, field)| self.review_row(path, &field, layout))
                .collect();
            sections.push(ReviewSection {
                step: id.clone(),
                title: step.title.clone(),
                item: None,
                rows,
            });
            for field in step.fields.iter().filter(|field| field.is_repeat()) {
                self.review_repeat(step.id.clone(), field, layout, &mut sections);
            }
        }
        sections
    }

    fn review_repeat(
        &self,
        step: StepId,
        repeat: &Field,
        layout: Layout,
        sections: &mut Vec<ReviewSection>,
    ) {
        let Kind::Repeat(kind) = repeat.kind() else {
            return;
        };
        for row in 0..self.answers.rows(repeat.id()).len() {
            let place = Place::Step {
                step: step.clone(),
                row: Some(row),
                field: None,
            };
            let rows = self
                .form
                .fields_at(&place, &self.seen)
                .into_iter()
                .filter(|(_, field)| field.is_question())
                .map(|(path, field)| self.review_row(path, &field, layout))
                .collect();
            let item = Some((kind.item.clone(), row));
            let title = repeat.definition.label.clone();
            sections.push(ReviewSection {
                step: step.clone(),
                title,
                item,
                rows,
            });
        }
    }

    fn review_row(&self, path: FieldPath, field: &Field, layout: Layout) -> ReviewRow {
        let answer = self.answers.at(&path).filter(|answer| !answer.is_empty());
        let shown = match answer {
            None if field.is_repeat() => Shown::Rows(0),
            None if field.is_required(self.env(&path)) => Shown::Missing,
            None => Shown::NotProvided,
            Some(answer) => self.shown(field, answer, &path),
        };
        ReviewRow {
            label: field.definition.label.clone(),
            shown,
            place: self.place_of(&path, layout),
            path,
        }
    }

    /// An answer as it is read back; what cannot be read is shown as it was typed.
    pub fn shown(&self, field: &Field, answer: &Answer, path: &FieldPath) -> Shown {
        let value = field::value(field, answer);
        match (field.kind(), answer, value) {
            (_, Answer::Files(files), _) => Shown::Files(files.clone()),
            (_, Answer::Rows(rows), _) => Shown::Rows(rows.len()),
            (_, Answer::Address(parts), _) => self.shown_address(parts),
            (Kind::Date(_), Answer::Date(_), Value::Text(text)) => shown_date(&text),
            (_, Answer::Date(parts), _) => {
                Shown::Words([&*parts.day, &*parts.month, &*parts.year].join("/"))
            }
            (Kind::Money(_), _, Value::Number(amount)) => Shown::Money(amount),
            (Kind::Number(kind), _, Value::Number(n)) => Shown::Number(n, kind.unit.clone()),
            (_, _, Value::Bool(yes)) => Shown::YesNo(yes),
            (Kind::Choice(_), Answer::Text(chosen), _) => {
                Shown::Labels(vec![self.label_of(field, chosen, path)])
            }
            (Kind::Choices(_), Answer::Many(ticked), _) => Shown::Labels(
                ticked
                    .iter()
                    .map(|one| self.label_of(field, one, path))
                    .collect(),
            ),
            (_, Answer::Text(text), _) => Shown::Words(text.clone()),
            (_, Answer::Many(values), _) => Shown::Words(values.join(", ")),
        }
    }

    fn label_of(&self, field: &Field, value: &str, path: &FieldPath) -> Text {
        let options = match field.kind() {
            Kind::Choice(options) => options,
            Kind::Choices(kind) => &kind.options,
            _ => return Text::new("", value),
        };
        field::options_now(field, options, self.env(path), &self.lists)
            .unwrap_or_default()
            .into_iter()
            .find(|option| option.value == value)
            .map_or_else(|| Text::new("", value), |option| option.label)
    }

    fn shown_address(&self, parts: &AddressParts) -> Shown {
        let label = |list: &str, parent: &str, value: &str| {
            let found = self.lists.find(list, parent, value);
            found.map_or_else(|| Text::new("", value), |option| option.label.clone())
        };
        Shown::Address {
            detail: parts.detail.trim().to_string(),
            commune: label(field::COMMUNES, &parts.province, &parts.commune),
            province: label(field::PROVINCES, "", &parts.province),
        }
    }

    /// A name for a row of a repeat: its first answer in words, if there is one.
    pub fn row_name(&self, repeat: &Field, row: usize) -> Option<String> {
        let answers: &Answers = self.answers.rows(repeat.id()).get(row)?;
        repeat
            .rows
            .iter()
            .find_map(|inner| match answers.get(inner.id().as_str()) {
                Some(Answer::Text(text)) if !text.trim().is_empty() => {
                    Some(text.trim().to_string())
                }
                _ => None,
            })
    }

    /// The code lists that answers and shown questions need, as list and parent.
    pub fn wanted_lists(&self) -> Vec<(String, String)> {
        let mut wanted = Vec::new();
        let mut want = |list: &str, parent: &str| {
            let key = (list.to_string(), parent.to_string());
            if self.lists.get(list, parent).is_none() && !wanted.contains(&key) {
                wanted.push(key);
            }
        };
        for field in self
            .form
            .fields()
            .filter(|field| self.seen.visible.contains(field.id()))
        {
            let path = FieldPath {
                row: None,
                field: field.id().clone(),
            };
            self.want_lists(field, &path, &mut want);
            for row in 0..self.answers.rows(field.id()).len() {
                for inner in &field.rows {
                    let path = FieldPath::in_row(field.id().as_str(), row, inner.id().as_str());
                    self.want_lists(inner, &path, &mut want);
                }
            }
        }
        wanted
    }

    fn want_lists(&self, field: &Field, path: &FieldPath, want: &mut impl FnMut(&str, &str)) {
        let options = match field.kind() {
            Kind::Choice(options) => options,
            Kind::Choices(kind) => &kind.options,
            Kind::Address => {
                want(field::PROVINCES, "");
                if let Some(Answer::Address(parts)) = self.answers.at(path)
                    && self
                        .lists
                        .find(field::PROVINCES, "", &parts.province)
                        .is_some()
                {
                    want(field::COMMUNES, &parts.province);
                }
                return;
            }
            _ => return,
        };
        if let field::Offered::List(list, parent) = field::offered(field, options, self.env(path)) {
            want(list, &parent);
        }
    }
}

fn shown_date(iso: &str) -> Shown {
    let mut parts = iso.split('-');
    let year = parts
        .next()
        .and_then(|year| year.parse().ok())
        .unwrap_or_default();
    let month = parts.next().and_then(|month| month.parse().ok());
    let day = parts.next().and_then(|day| day.parse().ok());
    Shown::Date(year, month, day)
}

impl Form {
    /// The heading of a page, if it is the subject of several questions; `None` where the one
    /// question is the heading itself.
    pub fn heading(&self, place: &Place, fields: &[FieldView]) -> Option<Text> {
        let questions = fields
            .iter()
            .filter(|view| view.field.is_question())
            .count();
        let alone = questions == 1 && !fields.iter().any(|view| view.field.is_repeat());
        match place {
            Place::Step { step, field, .. } => {
                let title = self.step(step.as_str()).map(|step| step.title.clone());
                if field.is_some() && alone {
                    None
                } else {
                    title
                }
            }
            Place::Review => None,
        }
    }
}
