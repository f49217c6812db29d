//! Answers that were sent and come back: to be put right where an officer asks for it, or as the beginning
//! of another application.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::definition::KindDefinition;
use crate::form::{Evaluated, Field, Uploads};
use crate::rules::Asked;
use crate::{Answer, Answers, FieldPath, Form, Outcome, Place, Problem, Session, SortedSet};

/// The questions that are asked again.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Again {
    /// Where the portal points to, as it says so.
    pointers: Vec<String>,
    /// What was asked when the answers were sent.
    before: SortedSet<crate::FieldId>,
}

impl Form {
    /// The answers of a submission, as if they had just been given. Files are at the portal under the names
    /// that stand in it. What cannot be read is left out.
    pub fn reopen(&self, sent: &Json) -> Answers {
        let mut answers = self.read(sent, &|_| None, &mut Vec::new());
        for (id, bytes) in files_in(sent) {
            if let Some(file) = answers.file_mut(&id) {
                file.upload = Some(id);
                file.bytes = bytes.unwrap_or(file.bytes);
            }
        }
        answers
    }
}

impl Form {
    /// The answers of a submission as the beginning of another one: without files, which belong to what was
    /// sent, and without declarations, which are made anew. What this form does not ask is left out.
    pub fn begin_like(&self, sent: &Json) -> Answers {
        let answers = self.read(sent, &|_| None, &mut Vec::new());
        let fields: Vec<&Arc<Field>> = self.fields().collect();
        given_anew(&answers, &fields)
    }
}

/// Answers without those of files and declarations, also in rows.
fn given_anew(answers: &Answers, fields: &[&Arc<Field>]) -> Answers {
    let kept = answers.iter().filter_map(|(id, answer)| {
        let field = fields.iter().find(|field| field.id() == id)?;
        let answer = match (field.kind(), answer) {
            (KindDefinition::File(_) | KindDefinition::Declaration, _) => return None,
            (_, Answer::Rows(rows)) => {
                let inner: Vec<&Arc<Field>> = field.rows.iter().collect();
                Answer::Rows(rows.iter().map(|row| given_anew(row, &inner)).collect())
            }
            (_, answer) => answer.clone(),
        };
        Some((id.clone(), answer))
    });
    kept.collect()
}

/// Every file of a submission: the portal's name and its size.
fn files_in(json: &Json) -> Vec<(String, Option<u64>)> {
    match json {
        Json::Array(items) => items.iter().flat_map(files_in).collect(),
        Json::Object(map) => match map.get("upload").and_then(Json::as_str) {
            Some(id) => vec![(id.to_string(), map.get("bytes").and_then(Json::as_u64))],
            None => map.values().flat_map(files_in).collect(),
        },
        _ => Vec::new(),
    }
}

impl Session {
    /// Asks again only for what these JSON Pointers into the submission name, on a page of its own:
    /// [`Place::Supplement`].
    pub fn ask_again(&mut self, pointers: Vec<String>) {
        self.again = Again {
            pointers,
            before: self.seen.visible.clone(),
        };
    }

    /// Takes answers in place of those that are there.
    pub fn set_answers(&mut self, answers: Answers) {
        self.answers = answers;
        self.seen = self.form.evaluate(&self.answers, self.rules(), self.today);
    }

    /// The questions that a pointer means, as the answers are now: one, those of a row, or those of every
    /// row. None where it means nothing that is asked.
    pub fn asked_at(&self, pointer: &str) -> Vec<FieldPath> {
        let found = self.again_at(pointer, &self.seen);
        found.into_iter().map(|(path, _)| path).collect()
    }

    /// The repeat that a pointer means as a whole: rows can be added to it.
    pub fn repeat_at(&self, pointer: &str) -> Option<FieldPath> {
        let (path, rest) = FieldPath::from_pointer(pointer)?;
        let field = self.form.field(&path).filter(|field| field.is_repeat())?;
        let is_asked = self.seen.visible.contains(field.id());
        (is_asked && rest.is_none()).then_some(path)
    }

    /// The questions that are asked only because of a new answer.
    pub fn newly_asked(&self) -> Vec<FieldPath> {
        let new = self.newly(&self.seen).into_iter();
        new.map(|(path, _)| path).collect()
    }

    fn newly(&self, seen: &Evaluated) -> Asked {
        let fields = self.form.steps.iter().flat_map(|step| &step.fields);
        let is_new = |field: &&Arc<Field>| {
            seen.visible.contains(field.id()) && !self.again.before.contains(field.id())
        };
        fields
            .filter(is_new)
            .map(|field| (FieldPath::top(field.id().as_str()), field.clone()))
            .collect()
    }

    fn again_at(&self, pointer: &str, seen: &Evaluated) -> Asked {
        let Some((path, rest)) = FieldPath::from_pointer(pointer) else {
            return Vec::new();
        };
        let top = path.row.as_ref().map_or(&path.field, |(repeat, _)| repeat);
        let Some(field) = self.form.fields().find(|field| field.id() == top) else {
            return Vec::new();
        };
        if !seen.visible.contains(field.id()) || self.form.step_of(top).is_none() {
            return Vec::new();
        }
        if !matches!(field.kind(), KindDefinition::Repeat(_)) {
            return vec![(FieldPath::top(field.id().as_str()), field.clone())];
        }
        let states = seen
            .rows
            .get(field.id())
            .map(Vec::as_slice)
            .unwrap_or_default();
        let wanted = match &path.row {
            Some((_, row)) => Some(*row),
            None => rest.and_then(|rest| rest.parse().ok()),
        };
        let rows = states.iter().enumerate();
        let rows = rows.filter(|(n, _)| wanted.is_none_or(|wanted| wanted == *n));
        let one = path.row.is_some().then_some(&path.field);
        rows.flat_map(|(n, state)| {
            let inner = field.rows.iter();
            let inner = inner.filter(|inner| state.visible.contains(inner.id()));
            let inner = inner.filter(|inner| one.is_none_or(|one| one == inner.id()));
            inner
                .map(|inner| {
                    let path = FieldPath::in_row(top.as_str(), n, inner.id().as_str());
                    (path, inner.clone())
                })
                .collect::<Vec<_>>()
        })
        .collect()
    }

    /// The questions of a page, those that are asked again included.
    pub(crate) fn fields_on(&self, place: &Place, seen: &Evaluated) -> Asked {
        match self.rules() {
            Some(rules) if *place == Place::Supplement => (rules.again)(self, seen),
            _ => self.form.fields_at(place, seen),
        }
    }

    /// What is asked again, of the rules.
    pub(crate) fn find_again(&self, seen: &Evaluated) -> Asked {
        let mut found: Asked = Vec::new();
        let pointers = self.again.pointers.iter();
        let asked = pointers.flat_map(|pointer| self.again_at(pointer, seen));
        for (path, field) in asked.chain(self.newly(seen)) {
            if !found.iter().any(|(have, _)| *have == path) {
                found.push((path, field));
            }
        }
        found
    }

    /// Checks what was asked again: nothing is wrong, or the page shows these.
    ///
    /// # Errors
    /// What is wrong, files that are not at the portal yet included.
    pub fn check_again(&mut self) -> Result<(), Vec<Problem>> {
        let place = Place::Supplement;
        let uploads = Uploads::MustBeThere;
        match self.problems_at(&place, &self.answers, &self.seen, uploads) {
            none if none.is_empty() => {
                self.attempt = None;
                Ok(())
            }
            problems => {
                self.refuse(&place);
                Err(problems)
            }
        }
    }

    /// The portal does not take what was put right.
    pub fn reject_again(&mut self, problems: Vec<Problem>) -> Outcome {
        self.reported = problems;
        self.refuse(&Place::Supplement)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{FieldId, compile_json};

    #[test]
    fn another_application_begins_without_files_and_declarations() {
        let form = compile_json(
            r#"{"format": 1, "code": "0.000000", "version": "1", "name": "x", "agency": "x", "summary": "x",
            "level": "full", "declarations": [{"id": "true", "kind": "declaration", "label": "x"}],
            "steps": [{"id": "one", "title": "x", "fields": [
              {"id": "name", "kind": "text", "label": "x"},
              {"id": "photo", "kind": "file", "label": "x", "accept": ["png"]}]},
            {"id": "two", "title": "y", "fields": [
              {"id": "people", "kind": "repeat", "label": "x", "item": "x", "max": 3, "fields": [
                {"id": "who", "kind": "text", "label": "x"},
                {"id": "card", "kind": "file", "label": "x", "accept": ["png"]}]}]}]}"#,
        )
        .expect("the definition is right");
        let file = json!([{"upload": "u1", "name": "a.png", "bytes": 3}]);
        let sent = json!({
            "name": "Nguyễn Văn Mẫu", "photo": file, "true": true, "gone": "x",
            "people": [{"who": "Trần Thị Mẫu", "card": file}],
        });
        let answers = form.begin_like(&sent);
        assert_eq!(answers.get("name"), Some(&Answer::text("Nguyễn Văn Mẫu")));
        for gone in ["photo", "true", "gone"] {
            assert_eq!(answers.get(gone), None, "{gone}");
        }
        let rows = answers.rows(&FieldId::new("people"));
        assert_eq!(rows[0].get("who"), Some(&Answer::text("Trần Thị Mẫu")));
        assert_eq!(rows[0].get("card"), None);
        assert_eq!(answers.files().count(), 0);
    }
}
