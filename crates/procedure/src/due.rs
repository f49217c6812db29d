//! What follows from answers beside the questions themselves: fees, the time it takes, the components that
//! are set going, and whether it can be done here at all.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::condition::{Condition, Env, Known, parse};
use crate::definition::{
    ComponentDefinition, Duration, ElsewhereDefinition, Fee, KindDefinition, Level,
};
use crate::form::{Evaluated, Field, Form};
use crate::{Date, FieldId, Layout, Mistake, MistakeCode, Place, Session};

/// A fee that is due as the answers are now.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct DueFee<'a> {
    /// Which.
    pub fee: &'a Fee,
    /// How many times.
    pub times: u64,
}

impl DueFee<'_> {
    /// The amount in đồng; `None` is not known.
    pub fn vnd(&self) -> Option<u64> {
        Some(self.fee.vnd?.saturating_mul(self.times))
    }
}

/// The rules of what follows from answers.
#[derive(Debug)]
pub(crate) struct DueRules {
    fees: Vec<FeeRules>,
    times: Vec<Option<Condition>>,
    elsewhere: Vec<Condition>,
    components: Vec<Option<Condition>>,
    /// From when on a repeat of periods must have no gap.
    since: Vec<(FieldId, Condition)>,
}

/// When a fee applies, and how many times.
#[derive(Debug)]
struct FeeRules {
    when: Option<Condition>,
    each: Option<Condition>,
}

impl DueRules {
    /// Compiles them, and says what is wrong with them.
    pub(crate) fn of(form: &Form, mistakes: &mut Vec<Mistake>) -> Self {
        let fields = form.steps.iter().flat_map(|step| &step.fields);
        let known = fields.map(|field| {
            let rows = field.rows.iter().map(|row| row.id().clone());
            (field.id().clone(), rows.collect::<Vec<_>>())
        });
        let known: Vec<_> = known.collect();
        let mut compile = |rule: &Json, path: String| {
            let known = Known {
                top: &known,
                row: &[],
            };
            parse(rule, &path, known, mistakes)
        };
        let definition = &form.definition;
        let fees = definition.fees.iter().enumerate();
        let fees = fees.map(|(n, fee)| FeeRules {
            when: (fee.when.as_ref()).map(|rule| compile(rule, format!("/fees/{n}/when"))),
            each: (fee.each.as_ref()).map(|rule| compile(rule, format!("/fees/{n}/each"))),
        });
        let fees = fees.collect();
        let times = definition.times.iter().enumerate();
        let times = times.map(|(n, time)| {
            let rule = time.when.as_ref();
            rule.map(|rule| compile(rule, format!("/times/{n}/when")))
        });
        let times = times.collect();
        let elsewhere = definition.elsewhere.iter().enumerate();
        let elsewhere =
            elsewhere.map(|(n, way)| compile(&way.when, format!("/elsewhere/{n}/when")));
        let elsewhere = elsewhere.collect();
        let components = definition.components.iter().enumerate();
        let components = components.map(|(n, component)| {
            let rule = component.when.as_ref();
            rule.map(|rule| compile(rule, format!("/components/{n}/when")))
        });
        let components = components.collect();
        let ways = definition.elsewhere.iter().map(|way| way.id.as_str());
        unique("/elsewhere", ways, mistakes);
        let ids = definition.components.iter().map(|one| one.id.as_str());
        unique("/components", ids, mistakes);
        if definition.in_person.is_some() && definition.level != Level::Partial {
            mistakes.push(Mistake {
                path: "/in_person".into(),
                code: MistakeCode::UnknownKey("in_person".into()),
            });
        }
        Self {
            since: lists(form, &known, mistakes),
            fees,
            times,
            elsewhere,
            components,
        }
    }
}

/// Of lists and lookups: what they speak of must be there. From when on each list of periods must have no
/// gap.
fn lists(
    form: &Form,
    known: &[(FieldId, Vec<FieldId>)],
    mistakes: &mut Vec<Mistake>,
) -> Vec<(FieldId, Condition)> {
    let mut since = Vec::new();
    for (s, step) in form.steps.iter().enumerate() {
        for (f, field) in step.fields.iter().enumerate() {
            let path = format!("/steps/{s}/fields/{f}");
            let ids: Vec<FieldId> = field.rows.iter().map(|row| row.id().clone()).collect();
            fills(field, &path, known, &[], mistakes);
            for (n, row) in field.rows.iter().enumerate() {
                fills(row, &format!("{path}/fields/{n}"), known, &ids, mistakes);
            }
            let KindDefinition::Repeat(repeat) = field.kind() else {
                continue;
            };
            let Some(gaps) = &repeat.without_gaps else {
                continue;
            };
            for (key, id) in [("from", &gaps.from), ("to", &gaps.to)] {
                let is_date = |row: &Arc<Field>| {
                    row.id() == id && matches!(row.kind(), KindDefinition::Date(_))
                };
                if !field.rows.iter().any(is_date) {
                    mistakes.push(Mistake {
                        path: format!("{path}/without_gaps/{key}"),
                        code: MistakeCode::UnknownReference(id.to_string()),
                    });
                }
            }
            if let Some(rule) = &gaps.since {
                let known = Known {
                    top: known,
                    row: &[],
                };
                let path = format!("{path}/without_gaps/since");
                since.push((field.id().clone(), parse(rule, &path, known, mistakes)));
            }
        }
    }
    since
}

/// What a lookup fills must be there.
fn fills(
    field: &Field,
    path: &str,
    known: &[(FieldId, Vec<FieldId>)],
    row: &[FieldId],
    mistakes: &mut Vec<Mistake>,
) {
    for (filled, _) in field.definition.lookup.iter().flat_map(|l| &l.fills) {
        if !known.iter().any(|(have, _)| have == filled) && !row.contains(filled) {
            mistakes.push(Mistake {
                path: format!("{path}/lookup/fills/{filled}"),
                code: MistakeCode::UnknownReference(filled.to_string()),
            });
        }
    }
}

fn unique<'a>(path: &str, ids: impl Iterator<Item = &'a str>, mistakes: &mut Vec<Mistake>) {
    let mut seen: Vec<&str> = Vec::new();
    for (n, id) in ids.enumerate() {
        if seen.contains(&id) {
            mistakes.push(Mistake {
                path: format!("{path}/{n}/id"),
                code: MistakeCode::Duplicate(id.into()),
            });
        }
        seen.push(id);
    }
}

/// More of something that is paid for is a typing error.
const MOST_TIMES: f64 = 100_000.0;

impl Form {
    /// What is wrong with a rule was told when the definition was compiled, or by the portal.
    fn due(&self) -> &DueRules {
        self.due.get_or_init(|| DueRules::of(self, &mut Vec::new()))
    }

    /// The rule that says from when on a repeat of periods must have no gap.
    pub(crate) fn since(&self, repeat: &FieldId) -> Option<&Condition> {
        let mut all = self.due().since.iter();
        all.find(|(field, _)| field == repeat).map(|(_, rule)| rule)
    }

    fn env<'a>(seen: &'a Evaluated, today: Date) -> Env<'a> {
        Env {
            top: &seen.values,
            row: None,
            today,
        }
    }

    /// Of the fees for one thing, the first that holds on the day and applies: which, and how many times.
    pub(crate) fn fees_at(&self, seen: &Evaluated, today: Date) -> Vec<(usize, u64)> {
        let env = Self::env(seen, today);
        let all = &self.definition.fees;
        let mut due: Vec<(usize, u64)> = Vec::new();
        for (n, (fee, rules)) in all.iter().zip(&self.due().fees).enumerate() {
            let is_paid = due.iter().any(|(have, _)| all[*have].part == fee.part);
            if is_paid || !fee.valid.holds_on(today) || !applies(&rules.when, env) {
                continue;
            }
            let times = rules
                .each
                .as_ref()
                .map_or(Some(1.0), |each| each.number(env));
            let times = times.filter(|times| *times >= 0.0).unwrap_or(1.0);
            due.push((n, times.min(MOST_TIMES) as u64));
        }
        due
    }

    /// The first time that holds on the day and applies.
    pub(crate) fn time_at(&self, seen: &Evaluated, today: Date) -> Option<usize> {
        let env = Self::env(seen, today);
        let mut times = self.definition.times.iter().zip(&self.due().times);
        times.position(|(time, when)| time.valid.holds_on(today) && applies(when, env))
    }

    /// The components that are set going.
    pub(crate) fn components_at(&self, seen: &Evaluated, today: Date) -> Vec<usize> {
        let env = Self::env(seen, today);
        let all = self.due().components.iter().enumerate();
        all.filter(|(_, when)| applies(when, env))
            .map(|(n, _)| n)
            .collect()
    }

    /// The first way out that applies, and the questions that it rests on.
    pub(crate) fn elsewhere(&self, seen: &Evaluated, today: Date) -> Option<(usize, &[FieldId])> {
        let env = Self::env(seen, today);
        let is_so = |rule: &Condition| rule.can_be_asked(env) && rule.holds(env);
        let at = self.due().elsewhere.iter().position(is_so)?;
        Some((at, &self.due().elsewhere.get(at)?.refers_to))
    }
}

fn applies(when: &Option<Condition>, env: Env) -> bool {
    when.as_ref().is_none_or(|when| when.holds(env))
}

impl Session {
    /// The fees that are due as the answers are now.
    pub fn fees_due(&self) -> Vec<DueFee<'_>> {
        let due = self.form().fees_at(&self.seen, self.today).into_iter();
        let fee = |n: usize| self.form().definition.fees.get(n);
        due.filter_map(|(n, times)| fee(n).map(|fee| DueFee { fee, times }))
            .collect()
    }

    /// How long it takes as the answers are now.
    pub fn time_due(&self) -> Option<&Duration> {
        let at = self.form().time_at(&self.seen, self.today)?;
        self.form().definition.times.get(at)
    }

    /// The components that are set going as the answers are now.
    pub fn components_due(&self) -> Vec<&ComponentDefinition> {
        let due = self
            .form()
            .components_at(&self.seen, self.today)
            .into_iter();
        due.filter_map(|n| self.form().definition.components.get(n))
            .collect()
    }

    /// The way out that applies, once the citizen has gone on from every question that it rests on.
    pub fn elsewhere(&self) -> Option<usize> {
        self.rules().and_then(|rules| (rules.elsewhere)(self))
    }

    /// `elsewhere`, of the rules.
    pub(crate) fn find_elsewhere(&self) -> Option<usize> {
        let (way, fields) = self.form().elsewhere(&self.seen, self.today)?;
        let is_said = fields.iter().all(|field| self.confirmed.contains(field));
        is_said.then_some(way)
    }

    /// What the author wrote about a way out.
    pub fn way_out(&self, way: usize) -> Option<&ElsewhereDefinition> {
        self.form().definition.elsewhere.get(way)
    }

    /// The page of the last question that the way out rests on: the way back from it.
    pub fn before_elsewhere(&self, layout: Layout) -> Option<Place> {
        self.rules()
            .and_then(|rules| (rules.before_elsewhere)(self, layout))
    }

    /// `before_elsewhere`, of the rules.
    pub(crate) fn find_before_elsewhere(&self, layout: Layout) -> Option<Place> {
        let (_, fields) = self.form().elsewhere(&self.seen, self.today)?;
        let places = self.places(layout).into_iter();
        let asks = |place: &Place| {
            let here = self.form().fields_at(place, &self.seen);
            here.iter().any(|(_, field)| fields.contains(field.id()))
        };
        places.filter(asks).last()
    }
}
