//! What a newer version of a form asks of somebody who has answered an older one.

use crate::form::Uploads;
use crate::{FieldPath, Layout, Problem, Session};

/// What there is to do before the page that somebody had reached.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Changed {
    /// What is wrong now with answers that were good, in the order of the questions.
    pub again: Vec<Problem>,
    /// The questions that were not asked then.
    pub new: Vec<FieldPath>,
    /// Whether there are answers to questions that the form no longer has. They are kept, and not sent.
    pub has_left_out: bool,
}

impl Changed {
    /// Whether everything that was answered still fits.
    pub fn is_nothing(&self) -> bool {
        self.again.is_empty() && self.new.is_empty()
    }
}

impl Session {
    /// Which answers have to be given again, and which questions answered besides, of those up to the last page
    /// that was gone through. What comes behind it is asked anyway.
    pub fn changed(&self) -> Changed {
        let mut pages = self.places(Layout::Steps);
        let is_confirmed = |path: &FieldPath| self.confirmed.contains(&path.field);
        let was_here = |page| {
            let fields = self.form.fields_at(page, &self.seen);
            fields.iter().any(|(path, _)| is_confirmed(path))
        };
        let reached = pages.iter().rposition(was_here).map_or(0, |last| last + 1);
        pages.truncate(reached);

        let has_left_out = self
            .answers
            .iter()
            .any(|(field, _)| self.form.field(&FieldPath::top(field.as_str())).is_none());
        let mut changed = Changed {
            has_left_out,
            ..Changed::default()
        };
        for page in &pages {
            for (path, field) in self.form.fields_at(page, &self.seen) {
                if field.is_question() && !is_confirmed(&path) {
                    changed.new.push(path);
                }
            }
            let problems =
                self.problems_at(page, &self.answers, &self.seen, Uploads::MayBeUnderWay);
            // A question that is new has no answer that could be given again.
            let again = problems.into_iter().filter(|one| is_confirmed(&one.path));
            changed.again.extend(again);
        }
        changed
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::{Value, json};

    use super::*;
    use crate::{
        Answer, Draft, Event, FieldId, Form, Outcome, Place, ProblemCode, StepId, compile_json,
        parse_date,
    };

    fn form(version: &str, steps: &Value) -> Arc<Form> {
        let json = json!({
            "format": 1, "code": "0.000001", "version": version, "level": "full", "name": "Thử",
            "agency": "Thử", "summary": "Thử.", "steps": steps
        });
        Arc::new(compile_json(&json.to_string()).expect("a form"))
    }

    fn text(id: &str) -> Value {
        json!({"id": id, "kind": "text", "label": id, "min_length": 2})
    }

    fn step(id: &str, fields: Vec<Value>) -> Value {
        json!({"id": id, "title": id, "fields": fields})
    }

    /// Somebody has filled in this form up to the last but one page.
    fn filled_in() -> Draft {
        let form = form(
            "1",
            &json!([
                step("who", vec![text("name"), text("nickname")]),
                step(
                    "what",
                    vec![json!({"id": "car", "kind": "choice", "label": "car",
                    "options": [{"value": "small", "label": "Nhỏ"}, {"value": "large", "label": "Lớn"}]})]
                ),
                step("when", vec![text("when")]),
                step("why", vec![text("why")]),
            ]),
        );
        let today = parse_date("2026-11-29").expect("a date");
        let mut session = Session::new(form, today);
        for (field, answer) in [
            ("name", "Mẫu"),
            ("nickname", "Mít"),
            ("car", "small"),
            ("when", "Mai"),
            ("why", "x"),
        ] {
            session.answer(&FieldPath::top(field), Answer::text(answer), today);
        }
        for step in ["who", "what", "when"] {
            let here = Place::step(&StepId::new(step));
            let outcome = session.apply(Event::Continued(here), today);
            assert!(matches!(outcome, Outcome::Next(_)), "{step}: {outcome:?}");
        }
        session.draft()
    }

    fn resumed(steps: &Value) -> Session {
        let today = parse_date("2026-11-29").expect("a date");
        Session::resume(form("2", steps), filled_in(), today)
    }

    fn again(changed: &Changed) -> Vec<&str> {
        let again = changed.again.iter();
        again.map(|one| one.path.field.as_str()).collect()
    }

    fn new(changed: &Changed) -> Vec<&str> {
        let new = changed.new.iter();
        new.map(|path| path.field.as_str()).collect()
    }

    #[test]
    fn an_option_that_is_gone_is_chosen_again_and_the_rest_stays() {
        let session = resumed(&json!([
            step("who", vec![text("name"), text("nickname")]),
            step(
                "what",
                vec![json!({"id": "car", "kind": "choice", "label": "car",
                "options": [{"value": "van", "label": "Xe tải"}, {"value": "large", "label": "Lớn"}]})]
            ),
            step("when", vec![text("when")]),
            step("why", vec![text("why")]),
        ]));
        let changed = session.changed();
        assert_eq!(again(&changed), ["car"]);
        assert_eq!((new(&changed).len(), changed.has_left_out), (0, false));
        assert_eq!(
            session.first_open(Layout::Steps),
            Place::step(&StepId::new("what"))
        );
        assert_eq!(
            session.answers().get("when"),
            Some(&Answer::text("Mai")),
            "what fits stays"
        );
    }

    #[test]
    fn an_answer_of_another_kind_or_another_limit_is_given_again() {
        let session = resumed(&json!([
            step(
                "who",
                vec![
                    json!({"id": "name", "kind": "text", "label": "name", "min_length": 10}),
                    text("nickname")
                ]
            ),
            step(
                "what",
                vec![json!({"id": "car", "kind": "text", "label": "car"})]
            ),
            step(
                "when",
                vec![json!({"id": "when", "kind": "date", "label": "when"})]
            ),
            step("why", vec![text("why")]),
        ]));
        let changed = session.changed();
        assert_eq!(again(&changed), ["name", "when"]);
        assert!(matches!(
            changed.again[0].code,
            ProblemCode::TooShort { .. }
        ));
    }

    #[test]
    fn a_new_question_is_named_where_one_has_been_already() {
        let session = resumed(&json!([
            step(
                "who",
                vec![text("name"), text("nickname"), text("birthplace")]
            ),
            step(
                "what",
                vec![json!({"id": "car", "kind": "choice", "label": "car",
                "options": [{"value": "small", "label": "Nhỏ"}]})]
            ),
            step(
                "where",
                vec![json!({"id": "where", "kind": "text", "label": "where", "required": false})]
            ),
            step("when", vec![text("when")]),
            step("why", vec![text("why"), text("else")]),
        ]));
        let changed = session.changed();
        assert_eq!(
            new(&changed),
            ["birthplace", "where"],
            "`else` comes anyway"
        );
        assert_eq!(again(&changed).len(), 0, "{:?}", changed.again);
    }

    #[test]
    fn a_question_that_is_gone_keeps_its_answer() {
        let session = resumed(&json!([
            step("who", vec![text("name")]),
            step("when", vec![text("when")]),
        ]));
        let changed = session.changed();
        assert!(changed.is_nothing() && changed.has_left_out);
        assert_eq!(session.answers().get("car"), Some(&Answer::text("small")));
        assert_eq!(session.first_open(Layout::Steps), Place::Review);
    }

    #[test]
    fn what_is_wrong_where_nobody_has_been_is_not_the_doing_of_the_new_version() {
        let draft = Draft {
            confirmed: [FieldId::new("name")].into_iter().collect(),
            ..filled_in()
        };
        let today = parse_date("2026-11-29").expect("a date");
        let steps = json!([
            step("who", vec![text("name")]),
            step("why", vec![text("why")])
        ]);
        let session = Session::resume(form("2", &steps), draft, today);
        assert!(session.changed().is_nothing(), "{:?}", session.changed());
    }
}
