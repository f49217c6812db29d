//! What a portal knows already, filled in with where it is from. What the citizen has typed is never
//! written over unasked, but where another office keeps the register; then it is shown what it was.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use time::Date;

use crate::case::lowercase;
use crate::clean::plain;
use crate::definition::KindDefinition as Kind;
use crate::form::{Field, Uploads};
use crate::letters::composed;
use crate::{Answer, FieldId, FieldPath, Problem, Session, SortedMap, Value, field};

/// What is known of an answer, and from where.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Known {
    /// The answer.
    pub answer: Answer,
    /// Where it is from, by locale.
    pub source: SortedMap<String, String>,
    /// The day on which it was so, `YYYY-MM-DD`.
    pub as_of: String,
    /// Whether it can't be changed here: another office keeps the register.
    #[serde(default)]
    pub locked: bool,
    /// The question whose answer was looked up; none for what the portal knows of the person.
    #[serde(default)]
    pub by: Option<FieldId>,
    /// What had been typed in place of a locked answer.
    #[serde(default)]
    pub typed: Option<Answer>,
    /// What the citizen says is wrong with a locked answer; the officer reads it.
    #[serde(default)]
    pub wrong: String,
}

/// An answer that a portal tells.
#[derive(Clone, PartialEq, Debug)]
pub struct Told {
    /// The question.
    pub field: String,
    /// The answer, in the shape in which it is sent.
    pub value: Json,
    /// Where it is from, by locale.
    pub source: SortedMap<String, String>,
    /// The day on which it was so, `YYYY-MM-DD`.
    pub as_of: String,
    /// Whether it can't be changed here.
    pub locked: bool,
}

/// What became of what was told.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filled {
    /// The questions that are asked and have an answer now that they did not have.
    pub new: Vec<FieldId>,
    /// The questions that are asked and were answered otherwise.
    pub otherwise: Vec<FieldId>,
}

/// A question that a register of another office answers otherwise than the citizen did. What the register has is sent.
#[derive(Clone, PartialEq, Debug)]
pub struct Conflict {
    /// The question.
    pub path: FieldPath,
    /// What the register has.
    pub known: Known,
    /// What the citizen entered.
    pub entered: Answer,
}

impl Session {
    /// Fills in what a portal tells; `by` is the question that was looked up. What it told before is
    /// forgotten, but for the answers that it gave. What is not asked or cannot be read is left out.
    pub fn fill(&mut self, told: Vec<Told>, by: Option<&FieldId>, today: Date) -> Filled {
        let mut filled = Filled::default();
        let mut before = SortedMap::new();
        for (id, known) in std::mem::take(&mut self.known) {
            match known.by.as_ref() == by {
                true => before.insert(id, known),
                false => self.known.insert(id, known),
            };
        }
        for told in told {
            let path = FieldPath::top(&told.field);
            let Some(field) = self.form.field(&path).filter(|f| can_be_told(f)).cloned() else {
                continue;
            };
            let answer = field::from_sent(&field, &told.value, &|_| None);
            let Some(answer) = answer.filter(|answer| !answer.is_empty()) else {
                continue;
            };
            let id = field.id().clone();
            let last: Option<Known> = before.remove(&id);
            let mut known = Known {
                answer,
                source: told.source,
                as_of: told.as_of,
                locked: told.locked,
                by: by.cloned(),
                typed: last.as_ref().and_then(|last| last.typed.clone()),
                wrong: last
                    .as_ref()
                    .map_or_else(String::new, |last| last.wrong.clone()),
            };
            let now = self
                .answers
                .at(&path)
                .filter(|now| !now.is_empty())
                .cloned();
            let is_untouched = |now: &Answer| last.as_ref().is_some_and(|last| last.answer == *now);
            match now {
                Some(now) if is_same(&field, &now, &known.answer) => match known.locked {
                    true => self.write(&path, known.answer.clone()),
                    // The citizen's own way of writing it stays.
                    false => known.answer = now,
                },
                Some(now) if !known.locked && !is_untouched(&now) => {
                    filled.otherwise.push(id.clone());
                }
                now => {
                    match now.filter(|now| !is_untouched(now)) {
                        Some(typed) => {
                            filled.otherwise.push(id.clone());
                            known.typed = Some(typed);
                        }
                        None => filled.new.push(id.clone()),
                    }
                    self.write(&path, known.answer.clone());
                }
            }
            self.reported.retain(|problem| problem.path != path);
            self.known.insert(id, known);
        }
        self.check(today);
        let wrong = self.known.iter().flat_map(|(id, _)| {
            let field = self.form.field(&FieldPath::top(id.as_str()));
            field.map_or_else(Vec::new, |field| {
                let (lists, uploads) = (&self.lists, Uploads::MayBeUnderWay);
                let (form, answers) = (&self.form, &self.answers);
                form.problems_of(field, answers, &self.seen, lists, today, uploads)
            })
        });
        let wrong: Vec<Problem> = wrong.collect();
        self.unlock(&wrong);
        Filled {
            new: self.asked_of(&filled.new),
            otherwise: self.asked_of(&filled.otherwise),
        }
    }

    /// Those of these questions that are asked now, in the order in which they are.
    fn asked_of(&self, fields: &[FieldId]) -> Vec<FieldId> {
        let asked = self.form.fields().map(|field| field.id());
        asked
            .filter(|id| self.seen.visible.contains(*id) && fields.contains(id))
            .cloned()
            .collect()
    }

    /// A locked answer in which something is wrong can be changed: nobody could go on otherwise.
    pub(crate) fn unlock(&mut self, problems: &[Problem]) {
        for problem in problems.iter().filter(|problem| problem.path.row.is_none()) {
            if let Some(known) = self.known.get_mut(&problem.path.field) {
                known.locked = false;
            }
        }
    }

    /// What is asked now and a register of another office has otherwise, in the order of the form. What the citizen may
    /// answer otherwise, as a parcel for somebody else, is no conflict.
    pub fn conflicts(&self) -> Vec<Conflict> {
        let asked = self.form.fields().map(|field| field.id());
        let asked = asked.filter(|id| self.seen.visible.contains(*id));
        let conflict = |id: &FieldId| {
            let path = FieldPath::top(id.as_str());
            let known = self.known(&path).filter(|_| self.is_locked(&path))?;
            Some(Conflict {
                entered: known.typed.clone()?,
                known: known.clone(),
                path,
            })
        };
        asked.filter_map(conflict).collect()
    }

    /// Takes what is known in place of what was typed.
    pub fn take_known(&mut self, path: &FieldPath, today: Date) {
        if let Some(known) = self.known(path) {
            let answer = known.answer.clone();
            self.write(path, answer);
            self.reported.retain(|problem| problem.path != *path);
            self.check(today);
        }
    }

    fn write(&mut self, path: &FieldPath, answer: Answer) {
        self.is_written(&path.field);
        self.answers.set(path, answer);
    }

    /// Something else than its question has written an answer: the question is drawn anew.
    pub(crate) fn is_written(&mut self, field: &FieldId) {
        let times = self.written.get(field).copied().unwrap_or_default();
        self.written.insert(field.clone(), times + 1);
    }

    /// Notes what the citizen says is wrong with a locked answer; nothing takes it back.
    pub fn say_wrong(&mut self, path: &FieldPath, what: &str) {
        if let Some(known) = self
            .known
            .get_mut(&path.field)
            .filter(|_| path.row.is_none())
        {
            known.wrong = plain(what);
        }
    }

    /// What is known of a question.
    pub fn known(&self, path: &FieldPath) -> Option<&Known> {
        match path.row {
            None => self.known.get(&path.field),
            Some(_) => None,
        }
    }

    /// Whether the question is answered by a register that another office keeps.
    pub(crate) fn is_locked(&self, path: &FieldPath) -> bool {
        let known = self.known(path).filter(|known| known.locked);
        known.is_some_and(|known| self.answers.at(path) == Some(&known.answer))
    }
}

/// Only what stands by itself is told: a paper is handed over, and rows are many.
fn can_be_told(field: &Field) -> bool {
    !matches!(
        field.kind(),
        Kind::File(_) | Kind::Repeat(_) | Kind::Declaration | Kind::Information
    )
}

/// Whether two answers mean the same; in names, small and capital letters do.
fn is_same(field: &Field, a: &Answer, b: &Answer) -> bool {
    let meaning = |answer: &Answer| match field::value(field, answer) {
        Value::Text(text) => Value::Text(lowercase(&composed(&text))),
        value => value,
    };
    a == b || (meaning(a) != Value::Null && meaning(a) == meaning(b))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{Draft, Form, compile_json, parse_date};

    fn form() -> std::sync::Arc<Form> {
        let field = |rest: &str| format!("{{{rest}, \"label\": \"x\"}}");
        let fields = [
            r#""id": "name", "kind": "text", "format": "person-name""#,
            r#""id": "id", "kind": "text", "format": "vn-personal-id""#,
            r#""id": "dob", "kind": "date""#,
            r#""id": "sex", "kind": "choice", "options": [{"value": "male", "label": "M"}, {"value": "female", "label": "F"}]"#,
            r#""id": "tax", "kind": "text""#,
            r#""id": "company", "kind": "text""#,
        ]
        .map(field)
        .join(",");
        let text = format!(
            r#"{{"format": 1, "code": "0.000000", "version": "1", "name": "x", "agency": "x", "summary": "x",
            "level": "full", "steps": [{{"id": "who", "title": "x", "fields": [{fields}]}}]}}"#
        );
        compile_json(&text).expect("the definition is right").into()
    }

    fn today() -> Date {
        parse_date("2026-11-22").expect("a day")
    }

    fn told(field: &str, value: Json, locked: bool) -> Told {
        Told {
            field: field.into(),
            value,
            source: [("vi".to_string(), "Sổ mẫu".to_string())].into(),
            as_of: "2026-11-01".into(),
            locked,
        }
    }

    fn type_in(session: &mut Session, field: &str, text: &str) {
        session.answer(&FieldPath::top(field), Answer::text(text), today());
    }

    fn has(session: &Session, field: &str) -> Option<Answer> {
        session.answers().get(field).cloned()
    }

    fn names(ids: &[FieldId]) -> Vec<&str> {
        ids.iter().map(FieldId::as_str).collect()
    }

    #[test]
    fn what_was_not_answered_is_filled_in_with_its_source() {
        let mut session = Session::new(form(), today());
        let filled = session.fill(
            vec![
                told("name", json!("NGUYỄN VĂN MẪU"), true),
                told("dob", json!("1999-03-27"), false),
                told("sex", json!("male"), false),
            ],
            None,
            today(),
        );
        assert_eq!(names(&filled.new), ["name", "dob", "sex"]);
        assert_eq!(has(&session, "name"), Some(Answer::text("NGUYỄN VĂN MẪU")));
        let name = FieldPath::top("name");
        assert!(session.is_locked(&name));
        assert_eq!(session.known(&name).expect("known").as_of, "2026-11-01");
        assert!(!session.is_locked(&FieldPath::top("dob")));
    }

    #[test]
    fn what_was_typed_stays_and_is_said_to_differ() {
        let mut session = Session::new(form(), today());
        type_in(&mut session, "name", "Trần Thị Khác");
        let filled = session.fill(
            vec![told("name", json!("NGUYỄN VĂN MẪU"), false)],
            None,
            today(),
        );
        assert_eq!(
            (names(&filled.new), names(&filled.otherwise)),
            (vec![], vec!["name"])
        );
        assert_eq!(has(&session, "name"), Some(Answer::text("Trần Thị Khác")));
        session.take_known(&FieldPath::top("name"), today());
        assert_eq!(has(&session, "name"), Some(Answer::text("NGUYỄN VĂN MẪU")));
    }

    #[test]
    fn a_register_that_another_office_keeps_takes_the_place_and_says_what_was_typed() {
        let mut session = Session::new(form(), today());
        type_in(&mut session, "name", "Trần Thị Khác");
        session.fill(
            vec![told("name", json!("NGUYỄN VĂN MẪU"), true)],
            None,
            today(),
        );
        let name = FieldPath::top("name");
        assert_eq!(has(&session, "name"), Some(Answer::text("NGUYỄN VĂN MẪU")));
        let known = session.known(&name).expect("known").clone();
        assert_eq!(known.typed, Some(Answer::text("Trần Thị Khác")));
        // It can't be changed here, whatever the page sends.
        type_in(&mut session, "name", "Trần Thị Khác");
        assert_eq!(has(&session, "name"), Some(Answer::text("NGUYỄN VĂN MẪU")));
        session.say_wrong(&name, " Tên đệm sai ");
        assert_eq!(session.known(&name).expect("known").wrong, "Tên đệm sai");
        // Being told again keeps both.
        session.fill(
            vec![told("name", json!("NGUYỄN VĂN MẪU"), true)],
            None,
            today(),
        );
        let again = session.known(&name).expect("known");
        assert_eq!(
            (&again.typed, again.wrong.as_str()),
            (&known.typed, "Tên đệm sai")
        );
    }

    #[test]
    fn what_a_register_of_another_office_has_otherwise_is_a_conflict() {
        let mut session = Session::new(form(), today());
        let said = |session: &Session| -> Vec<(String, Answer)> {
            let conflicts = session.conflicts().into_iter();
            conflicts
                .map(|one| (one.path.field.to_string(), one.entered))
                .collect()
        };
        type_in(&mut session, "name", "Nguyễn Văn Mẫu");
        type_in(&mut session, "tax", "0101");
        type_in(&mut session, "company", "Công ty Khác");
        assert_eq!(said(&session), []);
        let all = vec![
            told("name", json!("TRẦN THỊ MẪU"), true),
            told("tax", json!("0101"), true),
            // What people may answer otherwise is none.
            told("company", json!("Công ty Mẫu"), false),
        ];
        session.fill(all, None, today());
        assert_eq!(
            said(&session),
            [("name".into(), Answer::text("Nguyễn Văn Mẫu"))]
        );
    }

    #[test]
    fn the_same_in_other_letters_is_the_same() {
        // Composed and decomposed letters, capital and small ones.
        for typed in [
            "Nguyễn Văn Mẫu",
            "Nguye\u{302}\u{303}n Va\u{306}n Ma\u{302}\u{303}u",
        ] {
            let mut session = Session::new(form(), today());
            type_in(&mut session, "name", typed);
            let filled = session.fill(
                vec![told("name", json!("NGUYỄN VĂN MẪU"), false)],
                None,
                today(),
            );
            assert_eq!(filled, Filled::default(), "{typed}");
            assert_eq!(has(&session, "name"), Some(Answer::text(typed)));
            let known = session.known(&FieldPath::top("name")).expect("known");
            assert_eq!(known.answer, Answer::text(typed));
        }
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        let mut session = Session::new(form(), today());
        let odd = vec![
            told("dob", json!("1992"), true),
            told("dob", json!(7), true),
            told("name", json!(["x"]), true),
            told("name", json!(""), true),
            told("nobody", json!("x"), true),
        ];
        let filled = session.fill(odd, None, today());
        // A year alone is an answer to look at, and no full date: it stays open.
        assert!(!filled.new.contains(&FieldId::new("name")));
        assert!(!filled.new.contains(&FieldId::new("nobody")));
    }

    #[test]
    fn another_number_that_is_looked_up_replaces_what_the_first_one_filled_in() {
        let mut session = Session::new(form(), today());
        let tax = FieldId::new("tax");
        session.fill(
            vec![told("name", json!("NGUYỄN VĂN MẪU"), false)],
            None,
            today(),
        );
        session.fill(
            vec![told("company", json!("Công ty A"), false)],
            Some(&tax),
            today(),
        );
        let filled = session.fill(
            vec![told("company", json!("Công ty B"), false)],
            Some(&tax),
            today(),
        );
        assert_eq!(names(&filled.new), ["company"]);
        assert_eq!(has(&session, "company"), Some(Answer::text("Công ty B")));
        // What the citizen made of it stays.
        type_in(&mut session, "company", "Công ty của tôi");
        let filled = session.fill(
            vec![told("company", json!("Công ty C"), false)],
            Some(&tax),
            today(),
        );
        assert_eq!(names(&filled.otherwise), ["company"]);
        assert_eq!(
            has(&session, "company"),
            Some(Answer::text("Công ty của tôi"))
        );
        assert!(session.known(&FieldPath::top("name")).is_some());
    }

    #[test]
    fn it_is_kept_with_the_draft() {
        let mut session = Session::new(form(), today());
        session.fill(
            vec![told("name", json!("NGUYỄN VĂN MẪU"), true)],
            None,
            today(),
        );
        let draft = Draft::from_json(&session.draft().to_json());
        let resumed = Session::resume(form(), draft, today());
        assert!(resumed.is_locked(&FieldPath::top("name")));
    }

    #[test]
    fn an_answer_that_its_question_does_not_take_can_be_changed() {
        let mut session = Session::new(form(), today());
        session.fill(vec![told("id", json!("12"), true)], None, today());
        let id = FieldPath::top("id");
        assert!(!session.is_locked(&id));
        type_in(&mut session, "id", "001099000001");
        assert_eq!(has(&session, "id"), Some(Answer::text("001099000001")));
    }
}
