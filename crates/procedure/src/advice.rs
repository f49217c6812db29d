//! What is pointed out about answers that are not wrong: nobody is kept from going on.

use crate::condition::Env;
use crate::definition::{KindDefinition, WithoutGaps};
use crate::form::{Field, Row};
use crate::{Date, FieldPath, Place, Session, Text, Value, parse_date};

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
