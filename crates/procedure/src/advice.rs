//! What is pointed out about answers that are not wrong: nobody is kept from going on.

use crate::condition::Env;
use crate::definition::{KindDefinition, WithoutGaps};
use crate::form::{Field, Row};
use crate::format::{Format, meant_email};
use crate::{Answer, Date, FieldPath, Place, Session, Text, Value, parse_date};

/// Something to look at again.
#[derive(Clone, PartialEq, Debug)]
pub struct Advice {
    /// The answer.
    pub path: FieldPath,
    /// What about it.
    pub code: AdviceCode,
}

/// What is pointed out.
#[derive(Clone, PartialEq, Debug)]
pub enum AdviceCode {
    /// The author's words.
    Words(Text),
    /// Periods leave months out: the first days of the first and the last month of each gap.
    Gaps(Vec<(Date, Date)>),
    /// The address looks misspelled: this one may be meant.
    Email(String),
}

impl Session {
    /// What is to be pointed out on a page, as the answers are now.
    pub fn advice(&self, place: &Place) -> Vec<Advice> {
        let mut found = Vec::new();
        for (path, field) in self.form().fields_at(place, &self.seen) {
            let row = path
                .row
                .as_ref()
                .and_then(|(repeat, row)| Some(&self.seen.rows.get(repeat)?.get(*row)?.values));
            let env = Env {
                top: &self.seen.values,
                row,
                today: self.today,
            };
            let said = field.checks.iter().filter(|check| check.is_advice);
            let said = said.filter(|check| check.rule.can_be_asked(env) && !check.rule.holds(env));
            found.extend(said.map(|check| Advice {
                path: path.clone(),
                code: AdviceCode::Words(check.message.clone()),
            }));
            if let Some(meant) = self.meant_email(&path, &field) {
                found.push(Advice {
                    path: path.clone(),
                    code: AdviceCode::Email(meant),
                });
            }
            if let Some(gaps) = self.gaps(&field, env) {
                found.push(Advice {
                    path,
                    code: AdviceCode::Gaps(gaps),
                });
            }
        }
        found
    }

    /// Everything that is to be pointed out, page by page.
    pub fn all_advice(&self) -> Vec<Advice> {
        let mut found = Vec::new();
        for place in self.places(crate::Layout::Steps) {
            found.extend(self.advice(&place));
            let Some(step) = place.step_id() else {
                continue;
            };
            let fields = self.form().fields_at(&place, &self.seen);
            for (path, _) in fields.iter().filter(|(_, field)| field.is_repeat()) {
                for row in 0..self.answers().rows(&path.field).len() {
                    found.extend(self.advice(&Place::Step {
                        step: step.clone(),
                        row: Some(row),
                        field: None,
                    }));
                }
            }
        }
        found
    }

    fn meant_email(&self, path: &FieldPath, field: &Field) -> Option<String> {
        match (field.kind(), self.answers().at(path)) {
            (KindDefinition::Text(kind), Some(Answer::Text(text)))
                if kind.format == Some(Format::Email) =>
            {
                meant_email(text)
            }
            _ => None,
        }
    }

    fn gaps(&self, field: &Field, env: Env) -> Option<Vec<(Date, Date)>> {
        let KindDefinition::Repeat(repeat) = field.kind() else {
            return None;
        };
        let rule = repeat.without_gaps.as_ref()?;
        let rows = self.seen.rows.get(field.id())?;
        let since = self
            .form()
            .since(field.id())
            .and_then(|since| match since.value(env) {
                Value::Text(day) => parse_date(&day),
                _ => None,
            });
        let gaps = gaps(rows, rule, since, self.today);
        (!gaps.is_empty()).then_some(gaps)
    }
}

/// A month as a number, so that the next one is one more.
fn month_of(value: Option<&Value>) -> Option<i32> {
    let Some(Value::Text(text)) = value else {
        return None;
    };
    let day = parse_date(text).or_else(|| parse_date(&format!("{text}-01")))?;
    Some(number(day))
}

fn number(day: Date) -> i32 {
    day.year() * 12 + i32::from(u8::from(day.month())) - 1
}

fn first_day(month: i32) -> Option<Date> {
    let of_year = u8::try_from(month.rem_euclid(12) + 1).ok()?;
    Date::from_calendar_date(month.div_euclid(12), of_year.try_into().ok()?, 1).ok()
}

/// The whole months that no period has, from `since` (or the first period) to today. Nothing is said of
/// periods that can't be read yet.
fn gaps(rows: &[Row], rule: &WithoutGaps, since: Option<Date>, today: Date) -> Vec<(Date, Date)> {
    let mut periods = Vec::new();
    for row in rows {
        let Some(from) = month_of(row.values.get(rule.from.as_str())) else {
            return Vec::new();
        };
        let to = month_of(row.values.get(rule.to.as_str())).unwrap_or(number(today));
        periods.push((from, to));
    }
    crate::sort(&mut periods);
    let Some(first) = periods.first() else {
        return Vec::new();
    };
    let mut next = since.map_or(first.0, number);
    let mut gaps = Vec::new();
    let end = (number(today) + 1, i32::MAX);
    for (from, to) in periods.into_iter().chain([end]) {
        if from > next {
            gaps.extend(first_day(next).zip(first_day(from - 1)));
        }
        next = next.max(to.saturating_add(1));
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Draft, Layout, compile_json};

    #[test]
    fn an_address_that_looks_misspelled_is_pointed_out_on_its_page_and_in_rows() {
        let form = compile_json(
            r#"{"format": 1, "code": "1", "version": "1", "level": "full", "name": "x", "agency": "x", "summary": "x",
            "steps": [{"id": "s", "title": "s", "fields": [
                {"id": "mail", "kind": "text", "format": "email", "label": "x"},
                {"id": "name", "kind": "text", "label": "x"}]}, {"id": "t", "title": "t", "fields": [
                {"id": "many", "kind": "repeat", "item": "x", "label": "x", "fields": [
                    {"id": "other", "kind": "text", "format": "email", "label": "x"}]}]}]}"#,
        );
        let form = std::sync::Arc::new(form.expect("it has no mistakes"));
        let pointed_out = |mail: &str, other: &str| -> Vec<(String, AdviceCode)> {
            let answers = serde_json::json!({"mail": mail, "name": "a@gmial.com", "many": [{"other": other}]});
            let draft = Draft {
                answers: form.reopen(&answers),
                ..Draft::default()
            };
            let today = parse_date("2026-11-22").expect("a day");
            let session = Session::resume(form.clone(), draft, today);
            assert!(!session.places(Layout::Steps).is_empty());
            let advice = session.all_advice().into_iter();
            advice
                .map(|advice| (advice.path.pointer(), advice.code))
                .collect()
        };
        assert_eq!(pointed_out("mau@gmail.com", "mau@vidu.vn"), []);
        assert_eq!(
            pointed_out("mau@gmial.com", "mau@gmai.com"),
            [
                (
                    "/answers/mail".into(),
                    AdviceCode::Email("mau@gmail.com".into())
                ),
                (
                    "/answers/many/0/other".into(),
                    AdviceCode::Email("mau@gmail.com".into())
                ),
            ]
        );
    }
}
