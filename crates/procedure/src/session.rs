//! A form, the answers so far, and how far the citizen has come.

use crate::{SortedMap, SortedSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use time::Date;

use crate::again::Again;
use crate::form::{Evaluated, Field, Form, Uploads};
use crate::import::LastImport;
use crate::rules::Rules;
use crate::{
    Advice, Answer, Answers, FieldId, FieldPath, FileAnswer, Known, Layout, ListOption, Lists,
    Place, Problem, ProblemCode, StepId, Text,
};

/// What is kept of a session: enough to go on after a reload, a crash, a new release.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Draft {
    /// The version of the definition that was filled in.
    #[serde(default)]
    pub version: String,
    /// The answers, to the letter.
    #[serde(default)]
    pub answers: Answers,
    /// The questions that the citizen has gone on from.
    #[serde(default)]
    pub confirmed: SortedSet<FieldId>,
    /// What the portal knows of the answers.
    #[serde(default)]
    pub known: SortedMap<FieldId, Known>,
}

/// What happened. A closed set, in the past tense.
#[derive(Clone, PartialEq, Debug)]
pub enum Event {
    /// An input changed.
    Answered(FieldPath, Answer),
    /// The citizen pressed Continue on a page.
    Continued(Place),
    /// The same, to come back to the check page afterwards.
    ContinuedToReview(Place),
    /// A row was added to the repeat of this step.
    RowAdded(FieldId),
    /// A row, counted from 0, was removed.
    RowRemoved(FieldId, usize),
    /// All of a file is at the portal, under this name.
    FileArrived {
        /// The file's name on this device.
        id: String,
        /// The portal's name for it.
        upload: String,
    },
    /// The portal no longer has a file that it had.
    FileLost {
        /// The file's name on this device.
        id: String,
    },
    /// A code list, or the part of it under a parent, arrived.
    ListArrived {
        /// The list.
        list: String,
        /// The parent's value, or nothing.
        parent: String,
        /// Its entries.
        options: Vec<ListOption>,
    },
    /// The portal refused the submission.
    Rejected(Vec<Problem>),
    /// The citizen asked to send, and it could not be built.
    SendingRefused,
}

/// What follows from an event.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// The page stays.
    Stay,
    /// The page stays and shows these problems.
    Blocked(Vec<Problem>),
    /// The page stays and points this out, once; the next Continue goes on.
    Advised(Vec<Advice>),
    /// Another page is next.
    Next(Place),
}

/// How far a step is: its number, and how many there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress {
    /// From 1.
    pub at: usize,
    /// How many there are.
    pub of: usize,
    /// There may be fewer: it depends on answers which of the steps behind it are asked.
    pub is_at_most: bool,
}

/// A form with answers and progress.
#[derive(Clone, Debug)]
pub struct Session {
    pub(crate) form: Arc<Form>,
    pub(crate) answers: Answers,
    pub(crate) lists: Lists,
    pub(crate) seen: Evaluated,
    pub(crate) today: Date,
    /// How answers are read and checked; nothing until that is there.
    rules: Option<Rules>,
    pub(crate) confirmed: SortedSet<FieldId>,
    /// The page whose Continue was refused, with the answers as they were: shown problems are
    /// derived from these, so that they stay as they are until the next Continue.
    pub(crate) attempt: Option<(Place, Answers, Evaluated)>,
    /// Problems that only the portal knows. One falls when its answer changes.
    pub(crate) reported: Vec<Problem>,
    /// What was pointed out already.
    advised: Vec<Advice>,
    /// What is asked again.
    pub(crate) again: Again,
    /// The page that points something out, and what.
    pointed_out: Option<(Place, Vec<Advice>)>,
    /// The rows that came from a table last.
    pub(crate) imported: Option<LastImport>,
    /// What the portal knows of the answers.
    pub(crate) known: SortedMap<FieldId, Known>,
    /// How often an answer was written by something else than its question.
    pub(crate) written: SortedMap<FieldId, usize>,
}

impl Session {
    /// An empty session. `today` is the civil date at the portal's seat.
    pub fn new(form: Arc<Form>, today: Date) -> Self {
        Self::resume(form, Draft::default(), today)
    }

    /// A session from what was kept of it. Answers of questions that the form no longer has are
    /// kept in the draft's answers and never sent.
    pub fn resume(form: Arc<Form>, draft: Draft, today: Date) -> Self {
        let mut session = Self::unchecked(form, draft, today);
        session.check(today);
        session
    }

    /// The same, without the code that reads and checks answers, which is larger than all the rest:
    /// an app that loads it later can already show the first page. Answers are kept, no condition
    /// sees them, and no page is done, until [`Self::check`].
    pub fn unchecked(form: Arc<Form>, draft: Draft, today: Date) -> Self {
        let seen = form.evaluate(&draft.answers, None, today);
        Self {
            form,
            answers: draft.answers,
            lists: Lists::default(),
            seen,
            today,
            rules: None,
            confirmed: draft.confirmed,
            attempt: None,
            reported: Vec::new(),
            advised: Vec::new(),
            pointed_out: None,
            again: Again::default(),
            imported: None,
            known: draft.known,
            written: SortedMap::new(),
        }
    }

    /// Reads and checks answers from now on.
    pub fn check(&mut self, today: Date) {
        self.rules = Some(Rules::all());
        self.today = today;
        self.evaluate();
    }

    /// Whether answers are read and checked.
    pub fn is_checked(&self) -> bool {
        self.rules.is_some()
    }

    /// Goes on with the same version of the form in other languages.
    pub fn set_languages(&mut self, form: Arc<Form>) {
        if form.definition.version == self.form.definition.version {
            self.form = form;
            self.evaluate();
        }
    }

    pub(crate) fn rules(&self) -> Option<Rules> {
        self.rules
    }

    /// Sees its answers anew, as checked or unchecked as it was.
    pub(crate) fn evaluate(&mut self) {
        self.seen = self.form.evaluate(&self.answers, self.rules, self.today);
    }

    /// What to keep of it.
    pub fn draft(&self) -> Draft {
        Draft {
            version: self.form.definition.version.clone(),
            answers: self.answers.clone(),
            confirmed: self.confirmed.clone(),
            known: self.known.clone(),
        }
    }

    /// The compiled definition.
    pub fn form(&self) -> &Arc<Form> {
        &self.form
    }

    /// The answers, to the letter.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The code lists that have arrived.
    pub fn lists(&self) -> &Lists {
        &self.lists
    }

    /// Takes note of what happened. `today` is the civil date at the portal's seat.
    pub fn apply(&mut self, event: Event, today: Date) -> Outcome {
        self.today = today;
        let outcome = match event {
            Event::Answered(path, answer) => {
                self.answer(&path, answer, today);
                return Outcome::Stay;
            }
            Event::Continued(place) => return self.go_on(&place, Layout::Steps, false, today),
            Event::ContinuedToReview(place) => {
                return self.go_on(&place, Layout::Steps, true, today);
            }
            Event::RowAdded(repeat) => self.add_row(&repeat),
            Event::RowRemoved(repeat, row) => {
                self.remove_row(&repeat, row);
                Outcome::Stay
            }
            Event::FileArrived { id, upload } => {
                self.set_upload(&id, Some(upload));
                Outcome::Stay
            }
            Event::FileLost { id } => {
                self.set_upload(&id, None);
                Outcome::Stay
            }
            Event::ListArrived {
                list,
                parent,
                options,
            } => {
                self.list_arrived(&list, &parent, options);
                return Outcome::Stay;
            }
            Event::Rejected(problems) => {
                self.reported = problems;
                self.refuse(&Place::Review)
            }
            Event::SendingRefused => self.refuse(&Place::Review),
        };
        self.evaluate();
        outcome
    }

    /// A code list arrived: [`Event::ListArrived`], without the code of the other events.
    pub fn list_arrived(&mut self, list: &str, parent: &str, options: Vec<ListOption>) {
        self.lists.insert(list, parent, options);
        self.name_codes(list);
        self.evaluate();
    }

    /// An input changed: [`Event::Answered`], without the code of the other events.
    pub fn answer(&mut self, path: &FieldPath, answer: Answer, today: Date) {
        self.today = today;
        if self.is_locked(path) {
            return;
        }
        self.reported.retain(|problem| problem.path != *path);
        if let Some((_, advice)) = &mut self.pointed_out {
            advice.retain(|advice| advice.path != *path);
        }
        self.answers.set(path, answer);
        self.evaluate();
    }

    /// Continue, in the layout that the reader chose.
    pub fn go_on(
        &mut self,
        place: &Place,
        layout: Layout,
        to_review: bool,
        today: Date,
    ) -> Outcome {
        self.check(today);
        let problems = self.problems_at(place, &self.answers, &self.seen, Uploads::MayBeUnderWay);
        if !problems.is_empty() {
            return self.refuse(place);
        }
        self.attempt = None;
        self.pointed_out = None;
        let advice = self.advice(place);
        if advice.iter().any(|advice| !self.advised.contains(advice)) {
            self.advised.extend(advice.iter().cloned());
            self.pointed_out = Some((place.clone(), advice.clone()));
            return Outcome::Advised(advice);
        }
        if let Place::Step { row: None, .. } = place {
            for (_, field) in self.form.fields_at(place, &self.seen) {
                self.confirmed.insert(field.id().clone());
                if self.last_import(field.id()).is_some() {
                    self.imported = None;
                }
            }
        }
        Outcome::Next(self.after(place, layout, to_review))
    }

    /// What is wrong on a page is shown on it from now on, as after a Continue that was refused: somebody comes
    /// to it from a list of what is wrong.
    pub fn show_wrong(&mut self, place: &Place, today: Date) {
        self.check(today);
        drop(self.refuse(place));
    }

    pub(crate) fn refuse(&mut self, place: &Place) -> Outcome {
        self.evaluate();
        self.attempt = Some((place.clone(), self.answers.clone(), self.seen.clone()));
        let problems = self.shown_problems(place);
        self.unlock(&problems);
        Outcome::Blocked(problems)
    }

    /// The heading of the page that Continue leads to, as the answers are now; `None` for the check
    /// page. A page of one question has the question's label.
    pub fn heading_after(&self, place: &Place, layout: Layout) -> Option<Text> {
        let next = self.after(place, layout, false);
        let questions = self.form.fields_at(&next, &self.seen);
        let mut questions = questions.iter().filter(|(_, field)| field.is_question());
        match (&next, questions.next(), questions.next()) {
            (Place::Review, _, _) => None,
            (Place::Step { field: Some(_), .. }, Some((_, only)), None) => {
                Some(only.definition.label.clone())
            }
            (Place::Elsewhere(way), _, _) => Some(self.way_out(*way)?.title.clone()),
            (place, _, _) => {
                let step = self.form.step(place.step_id()?.as_str())?;
                Some(step.title.clone())
            }
        }
    }

    /// How far a step is on the way, as the answers are now.
    pub fn progress(&self, step: &StepId) -> Progress {
        let before = |have: &Place| have.step_id() != Some(step);
        let at = self
            .places(Layout::Steps)
            .iter()
            .take_while(|p| before(p))
            .count()
            + 1;
        let steps = self.form.steps.iter();
        let mut behind = steps.skip_while(|have| have.id != *step).skip(1);
        Progress {
            at,
            of: at + behind.clone().count(),
            is_at_most: behind.any(|step| step.may_be_left_out()),
        }
    }

    fn after(&self, place: &Place, layout: Layout, to_review: bool) -> Place {
        if let Place::Step {
            step,
            row: Some(row),
            ..
        } = place
        {
            let pages = self.form.row_pages(step, *row, &self.seen, layout);
            let next = pages.iter().skip_while(|page| *page != place).nth(1);
            return next.cloned().unwrap_or_else(|| place.without_row());
        }
        if let Some(way) = self.elsewhere() {
            return Place::Elsewhere(way);
        }
        if to_review {
            return self.first_open(layout);
        }
        let pages = self.form.pages(&self.seen, layout);
        pages
            .iter()
            .skip_while(|page| *page != place)
            .nth(1)
            .cloned()
            .unwrap_or(Place::Review)
    }

    fn add_row(&mut self, repeat: &FieldId) -> Outcome {
        let path = FieldPath {
            row: None,
            field: repeat.clone(),
        };
        let mut rows = self.answers.rows(repeat).to_vec();
        rows.push(Answers::default());
        let row = rows.len() - 1;
        self.answers.set(&path, Answer::Rows(rows));
        self.attempt = None;
        if let Some(last) = &mut self.imported {
            last.row_added(repeat);
        }
        match self.form.step_of(repeat) {
            Some(step) => Outcome::Next(Place::Step {
                step: step.id.clone(),
                row: Some(row),
                field: None,
            }),
            None => Outcome::Stay,
        }
    }

    fn remove_row(&mut self, repeat: &FieldId, row: usize) {
        let mut rows = self.answers.rows(repeat).to_vec();
        if row < rows.len() {
            rows.remove(row);
            let path = FieldPath {
                row: None,
                field: repeat.clone(),
            };
            self.answers.set(&path, Answer::Rows(rows));
        }
        if let Some(last) = &mut self.imported {
            last.row_removed(repeat, row);
        }
        self.rows_changed(repeat);
    }

    /// What was shown or reported of the rows of a repeat does not fit them any more.
    pub(crate) fn rows_changed(&mut self, repeat: &FieldId) {
        self.attempt = None;
        self.reported.retain(|problem| {
            problem.path.field != *repeat
                && problem
                    .path
                    .row
                    .as_ref()
                    .is_none_or(|(field, _)| field != repeat)
        });
    }

    fn set_upload(&mut self, id: &str, upload: Option<String>) {
        if let Some(file) = self.answers.file_mut(id) {
            file.upload = upload;
        }
    }

    /// The questions outside repeats that are asked now and have an answer.
    pub fn answered(&self) -> Vec<FieldId> {
        let visible = self.form.steps.iter().flat_map(|step| &step.fields);
        visible
            .filter(|field| self.seen.visible.contains(field.id()))
            .filter(|field| {
                self.answers
                    .get(field.id().as_str())
                    .is_some_and(|a| !a.is_empty())
            })
            .map(|field| field.id().clone())
            .collect()
    }

    /// Which of these questions are not asked any more. Their answers are kept and not sent.
    pub fn dropped(&self, before: &[FieldId]) -> Vec<FieldId> {
        let gone = before
            .iter()
            .filter(|field| !self.seen.visible.contains(*field));
        gone.cloned().collect()
    }

    /// The file with this name on the device, if an answer still has it.
    pub fn file(&self, id: &str) -> Option<&FileAnswer> {
        self.answers.files().find(|file| file.id == id)
    }

    /// The pages that are asked, in order, without rows and the check page.
    pub fn places(&self, layout: Layout) -> Vec<Place> {
        self.form.pages(&self.seen, layout)
    }

    /// The page before this one; `None` before the first.
    pub fn before(&self, place: &Place, layout: Layout) -> Option<Place> {
        if let Place::Step {
            step,
            row: Some(row),
            ..
        } = place
        {
            let pages = self.form.row_pages(step, *row, &self.seen, layout);
            let at = pages.iter().position(|page| page == place).unwrap_or(0);
            return Some(if at > 0 {
                pages[at - 1].clone()
            } else {
                place.without_row()
            });
        }
        let pages = self.places(layout);
        let at = pages
            .iter()
            .position(|page| page == place)
            .unwrap_or(pages.len());
        at.checked_sub(1).map(|n| pages[n].clone())
    }

    /// The first page that still has to be gone through; the check page if none has, and the way out if it
    /// can't be done here.
    pub fn first_open(&self, layout: Layout) -> Place {
        if let Some(way) = self.elsewhere() {
            return Place::Elsewhere(way);
        }
        self.places(layout)
            .into_iter()
            .find(|place| !self.is_done(place))
            .unwrap_or(Place::Review)
    }

    /// Whether a page was gone through and nothing is wrong on it.
    pub fn is_done(&self, place: &Place) -> bool {
        let fields = self.form.fields_at(place, &self.seen);
        self.is_checked()
            && fields
                .iter()
                .all(|(_, field)| self.confirmed.contains(field.id()))
            && self
                .problems_at(place, &self.answers, &self.seen, Uploads::MayBeUnderWay)
                .is_empty()
    }

    /// The page to show for an address: itself, if it is on the path and everything before it is
    /// done; else the page to go to instead.
    ///
    /// # Errors
    /// The page to show instead.
    pub fn admit(&self, place: &Place, layout: Layout) -> Result<(), Place> {
        let open = self.first_open(layout);
        let pages = self.places(layout);
        let at = |place: &Place| match place {
            Place::Review => Some(pages.len()),
            // Everything up to the questions that it rests on can be looked at and changed.
            Place::Elsewhere(_) if *place == open => {
                let last = self.before_elsewhere(layout);
                pages.iter().position(|page| Some(page) == last.as_ref())
            }
            page => pages.iter().position(|have| have == page),
        };
        if *place == open {
            return Ok(());
        }
        let wanted = at(&place.without_row());
        let row_exists = match place {
            Place::Step {
                step,
                row: Some(row),
                ..
            } => self
                .form
                .row_pages(step, *row, &self.seen, layout)
                .contains(place),
            _ => true,
        };
        match (wanted, at(&open)) {
            (Some(wanted), Some(open)) if wanted <= open && row_exists => Ok(()),
            (Some(wanted), Some(open)) if wanted <= open => Err(place.without_row()),
            // In the other layout the same step has other pages.
            (None, _) => Err(self.same_step(place, layout).unwrap_or(open)),
            _ => Err(open),
        }
    }

    fn same_step(&self, place: &Place, layout: Layout) -> Option<Place> {
        let step = place.step_id()?;
        if let Place::Step {
            row: Some(row),
            field,
            ..
        } = place
        {
            let pages = self.form.row_pages(step, *row, &self.seen, layout);
            let same = pages
                .iter()
                .find(|page| matches!(page, Place::Step { field: f, .. } if f == field));
            return same.or(pages.first()).cloned();
        }
        let pages = self.places(layout);
        let open = self.first_open(layout);
        let found = pages.iter().position(|page| page.step_id() == Some(step))?;
        let limit = pages
            .iter()
            .position(|page| *page == open)
            .unwrap_or(pages.len());
        (found <= limit).then(|| pages[found].clone())
    }

    /// What is wrong on a page with these answers.
    pub(crate) fn problems_at(
        &self,
        place: &Place,
        answers: &Answers,
        seen: &Evaluated,
        uploads: Uploads,
    ) -> Vec<Problem> {
        self.rules.map_or_else(Vec::new, |rules| {
            (rules.problems)(self, place, answers, seen, uploads)
        })
    }

    /// `problems_at`, of the rules.
    pub(crate) fn find_problems(
        &self,
        place: &Place,
        answers: &Answers,
        seen: &Evaluated,
        uploads: Uploads,
    ) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (path, field) in self.fields_on(place, seen) {
            match &path.row {
                None => problems.extend(self.form.problems_of(
                    &field,
                    answers,
                    seen,
                    &self.lists,
                    self.today,
                    uploads,
                )),
                Some((repeat, row)) => {
                    let repeat = self.form.fields().find(|field| field.id() == repeat);
                    let of_row = repeat.map_or_else(Vec::new, |repeat| {
                        self.form.problems_of_row(
                            repeat,
                            *row,
                            answers,
                            seen,
                            &self.lists,
                            self.today,
                            uploads,
                        )
                    });
                    problems.extend(of_row.into_iter().filter(|problem| problem.path == path));
                }
            }
        }
        problems
    }

    /// Everything that is wrong anywhere on the path, page by page; declarations come last.
    pub(crate) fn all_problems(&self, uploads: Uploads) -> Vec<Problem> {
        let mut problems: Vec<Problem> = self
            .places(Layout::Steps)
            .iter()
            .flat_map(|place| self.problems_at(place, &self.answers, &self.seen, uploads))
            .filter(|problem| !matches!(problem.code, ProblemCode::RowIncomplete { .. }))
            .collect();
        for repeat in self.repeats() {
            for row in 0..self.answers.rows(repeat.id()).len() {
                problems.extend(self.form.problems_of_row(
                    repeat,
                    row,
                    &self.answers,
                    &self.seen,
                    &self.lists,
                    self.today,
                    uploads,
                ));
            }
        }
        problems.extend(self.problems_at(&Place::Review, &self.answers, &self.seen, uploads));
        if let Some((way, fields)) = self.form.elsewhere(&self.seen, self.today)
            && let (Some(field), Some(way)) = (fields.last(), self.way_out(way))
        {
            problems.push(Problem {
                path: FieldPath::top(field.as_str()),
                part: None,
                code: ProblemCode::Rule(way.title.clone()),
            });
        }
        problems
    }

    fn repeats(&self) -> impl Iterator<Item = &Arc<Field>> {
        self.form
            .fields()
            .filter(|field| field.is_repeat() && self.seen.visible.contains(field.id()))
    }

    /// The problems that a page shows: those of the last refused Continue on it, and what the
    /// portal reported about its answers.
    pub fn shown_problems(&self, place: &Place) -> Vec<Problem> {
        self.rules
            .map_or_else(Vec::new, |rules| (rules.shown)(self, place))
    }

    /// `shown_problems`, of the rules.
    pub(crate) fn find_shown(&self, place: &Place) -> Vec<Problem> {
        let mut problems = match &self.attempt {
            Some((attempted, answers, seen)) if attempted == place => match place {
                Place::Review => self.all_problems(Uploads::MustBeThere),
                Place::Supplement => self.problems_at(place, answers, seen, Uploads::MustBeThere),
                page => self.problems_at(page, answers, seen, Uploads::MayBeUnderWay),
            },
            _ => Vec::new(),
        };
        let here: Vec<FieldPath> = self
            .fields_on(place, &self.seen)
            .into_iter()
            .map(|(path, _)| path)
            .collect();
        for reported in &self.reported {
            let belongs = *place == Place::Review || here.contains(&reported.path);
            if belongs && !problems.iter().any(|problem| problem.path == reported.path) {
                problems.push(reported.clone());
            }
        }
        problems
    }

    /// What a page points out since the last Continue on it. It falls when its answer changes.
    pub fn shown_advice(&self, place: &Place) -> &[Advice] {
        match &self.pointed_out {
            Some((here, advice)) if here == place => advice,
            _ => &[],
        }
    }

    /// The page on which the question of a path stands.
    pub fn place_of(&self, path: &FieldPath, layout: Layout) -> Place {
        let top = path.row.as_ref().map_or(&path.field, |(repeat, _)| repeat);
        let Some(step) = self.form.step_of(top) else {
            return Place::Review;
        };
        let pages = match &path.row {
            Some((_, row)) => self.form.row_pages(&step.id, *row, &self.seen, layout),
            None => self.places(layout),
        };
        let has = |page: &&Place| {
            page.step_id() == Some(&step.id)
                && self
                    .form
                    .fields_at(page, &self.seen)
                    .iter()
                    .any(|(have, _)| have == path)
        };
        pages
            .iter()
            .find(has)
            .cloned()
            .unwrap_or_else(|| Place::step(&step.id))
    }

    /// The first page of a row of a repeat.
    pub fn first_of_row(&self, step: &StepId, row: usize, layout: Layout) -> Place {
        let first = self
            .form
            .row_pages(step, row, &self.seen, layout)
            .into_iter()
            .next();
        first.unwrap_or_else(|| Place::step(step))
    }

    /// Whether something in a row of a repeat is missing or wrong.
    pub fn row_is_incomplete(&self, repeat: &Field, row: usize) -> bool {
        !self.problems_in_row(repeat, row).is_empty()
    }

    /// What is missing or wrong in a row of a repeat.
    pub(crate) fn problems_in_row(&self, repeat: &Field, row: usize) -> Vec<Problem> {
        self.form.problems_of_row(
            repeat,
            row,
            &self.answers,
            &self.seen,
            &self.lists,
            self.today,
            Uploads::MayBeUnderWay,
        )
    }
}
