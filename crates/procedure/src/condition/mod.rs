//! Conditions: JsonLogic (jsonlogic.com, read November 2026), compiled into a typed tree.
//!
//! Unknown operators and references are mistakes of the definition, found when it is compiled.
//! Beside the public operators there are five for what procedures need: `{"today": []}`,
//! `{"age": [birth]}` in completed years, `{"add_days": [date, n]}`, `{"add_months": [date, n]}` and
//! `{"count": [list]}`.

mod parse;

use crate::SortedMap;

use time::Date;

use crate::{FieldId, Value, add_months, age_on, format_date, parse_date, write_decimal};
pub(crate) use parse::{Known, parse};

/// A compiled condition.
#[derive(Clone, PartialEq, Debug)]
pub struct Condition {
    root: Expr,
    /// The fields outside a row that it speaks of.
    pub(crate) refers_to: Vec<FieldId>,
    /// The fields of its own row that it speaks of.
    pub(crate) refers_to_row: Vec<FieldId>,
}

#[derive(Clone, PartialEq, Debug)]
enum Expr {
    Literal(Value),
    Var(Source, Vec<String>, Box<Expr>),
    Call(Op, Vec<Expr>),
    Over(Quantifier, Box<Expr>, Box<Expr>),
}

#[derive(Clone, PartialEq, Debug)]
enum Source {
    Top(FieldId),
    Row(FieldId),
    Element,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Op {
    Equal,
    Same,
    NotEqual,
    NotSame,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Not,
    Truth,
    And,
    Or,
    If,
    In,
    Concatenate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Min,
    Max,
    Today,
    Age,
    AddDays,
    AddMonths,
    Count,
    List,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Quantifier {
    Some,
    All,
    None,
}

/// What a condition can see.
#[derive(Clone, Copy)]
pub(crate) struct Env<'a> {
    /// Values of the fields outside repeats.
    pub top: &'a SortedMap<FieldId, Value>,
    /// Values of the row that is looked at.
    pub row: Option<&'a SortedMap<String, Value>>,
    /// The day on which the form is filled in.
    pub today: Date,
}

impl Condition {
    /// Whether it holds.
    pub(crate) fn holds(&self, env: Env) -> bool {
        eval(&self.root, env, None).is_true()
    }

    /// What it gives.
    pub(crate) fn value(&self, env: Env) -> Value {
        eval(&self.root, env, None)
    }

    /// The number that it gives.
    pub(crate) fn number(&self, env: Env) -> Option<f64> {
        self.value(env).number()
    }

    /// Whether every answer that it speaks of is there.
    pub(crate) fn can_be_asked(&self, env: Env) -> bool {
        let there = |value: Option<&Value>| value.is_some_and(|value| *value != Value::Null);
        self.refers_to.iter().all(|field| there(env.top.get(field)))
            && self
                .refers_to_row
                .iter()
                .all(|field| there(env.row.and_then(|row| row.get(field.as_str()))))
    }
}

fn eval(expr: &Expr, env: Env, element: Option<&Value>) -> Value {
    match expr {
        Expr::Literal(value) => value.clone(),
        Expr::Var(source, keys, default) => {
            let start = match source {
                Source::Top(field) => env.top.get(field),
                Source::Row(field) => env.row.and_then(|row| row.get(field.as_str())),
                Source::Element => element,
            };
            let found =
                keys.iter()
                    .try_fold(start.unwrap_or(&Value::Null), |value, key| match value {
                        Value::Map(map) => map.get(key),
                        _ => None,
                    });
            match found {
                None | Some(Value::Null) => eval(default, env, element),
                Some(value) => value.clone(),
            }
        }
        Expr::Over(quantifier, list, test) => {
            let Value::List(items) = eval(list, env, element) else {
                return Value::Bool(*quantifier == Quantifier::None);
            };
            let mut holds = items
                .iter()
                .map(|item| eval(test, env, Some(item)).is_true());
            Value::Bool(match quantifier {
                Quantifier::Some => holds.any(|yes| yes),
                // As in JsonLogic: `all` of nothing is false.
                Quantifier::All => !items.is_empty() && holds.all(|yes| yes),
                Quantifier::None => !holds.any(|yes| yes),
            })
        }
        Expr::Call(op, args) => call(*op, args, env, element),
    }
}

fn call(op: Op, args: &[Expr], env: Env, element: Option<&Value>) -> Value {
    let arg = |n: usize| {
        args.get(n)
            .map_or(Value::Null, |expr| eval(expr, env, element))
    };
    let lazily = |stop_at: bool| {
        let mut last = Value::Null;
        for expr in args {
            last = eval(expr, env, element);
            if last.is_true() == stop_at {
                break;
            }
        }
        last
    };
    let fold = |start: f64, join: fn(f64, f64) -> f64| {
        let numbers: Option<Vec<f64>> = args
            .iter()
            .map(|e| eval(e, env, element).number())
            .collect();
        numbers.map_or(Value::Null, |all| {
            Value::Number(all.into_iter().fold(start, join))
        })
    };
    match op {
        Op::Equal => Value::Bool(arg(0).loosely_equals(&arg(1))),
        Op::NotEqual => Value::Bool(!arg(0).loosely_equals(&arg(1))),
        Op::Same => Value::Bool(arg(0).same(&arg(1))),
        Op::NotSame => Value::Bool(!arg(0).same(&arg(1))),
        Op::Less => ordered(args, env, element, |o| o.is_lt()),
        Op::LessOrEqual => ordered(args, env, element, |o| o.is_le()),
        Op::Greater => ordered(args, env, element, |o| o.is_gt()),
        Op::GreaterOrEqual => ordered(args, env, element, |o| o.is_ge()),
        Op::Not => Value::Bool(!arg(0).is_true()),
        Op::Truth => Value::Bool(arg(0).is_true()),
        Op::And => lazily(false),
        Op::Or => lazily(true),
        Op::If => branch(args, env, element),
        Op::In => Value::Bool(match (arg(0), arg(1)) {
            (item, Value::List(items)) => items.iter().any(|have| have.same(&item)),
            (Value::Text(part), Value::Text(whole)) => is_part(&part, &whole),
            _ => false,
        }),
        Op::Concatenate => Value::Text(
            args.iter()
                .map(|e| as_text(&eval(e, env, element)))
                .collect(),
        ),
        Op::Add => fold(0.0, |a, b| a + b),
        Op::Multiply => fold(1.0, |a, b| a * b),
        Op::Min => fold(f64::INFINITY, f64::min),
        Op::Max => fold(f64::NEG_INFINITY, f64::max),
        Op::Subtract if args.len() == 1 => {
            arg(0).number().map_or(Value::Null, |n| Value::Number(-n))
        }
        Op::Subtract => pair(&arg(0), &arg(1), |a, b| a - b),
        Op::Divide => pair(&arg(0), &arg(1), |a, b| a / b),
        Op::Remainder => pair(&arg(0), &arg(1), |a, b| a % b),
        Op::Today => Value::Text(format_date(env.today)),
        Op::Age => date_of(&arg(0)).map_or(Value::Null, |birth| {
            Value::Number(f64::from(age_on(birth, env.today)))
        }),
        Op::AddDays => match (date_of(&arg(0)), arg(1).number()) {
            (Some(date), Some(days)) if days.abs() < 366_000.0 => {
                let later = date.checked_add(time::Duration::days(days as i64));
                later.map_or(Value::Null, |date| Value::Text(format_date(date)))
            }
            _ => Value::Null,
        },
        Op::AddMonths => match (date_of(&arg(0)), arg(1).number()) {
            (Some(date), Some(months)) if months.abs() < 12_000.0 => {
                add_months(date, months as i32)
                    .map_or(Value::Null, |date| Value::Text(format_date(date)))
            }
            _ => Value::Null,
        },
        Op::Count => match arg(0) {
            Value::List(items) => Value::Number(items.len() as f64),
            _ => Value::Number(0.0),
        },
        Op::List => Value::List(args.iter().map(|e| eval(e, env, element)).collect()),
    }
}

/// Whether a text stands in another. As bytes: the standard search for texts brings 3 KB of tables into the
/// app's first file, for a panic that never happens.
fn is_part(part: &str, whole: &str) -> bool {
    part.is_empty()
        || whole
            .as_bytes()
            .windows(part.len())
            .any(|have| have == part.as_bytes())
}

/// `<` and its kin; with three arguments each must stand in order to the next.
fn ordered(
    args: &[Expr],
    env: Env,
    element: Option<&Value>,
    fits: fn(std::cmp::Ordering) -> bool,
) -> Value {
    let values: Vec<Value> = args.iter().map(|expr| eval(expr, env, element)).collect();
    Value::Bool(
        values
            .windows(2)
            .all(|two| two[0].less(&two[1]).is_some_and(fits)),
    )
}

/// `if`: condition, value, condition, value, ..., otherwise.
fn branch(args: &[Expr], env: Env, element: Option<&Value>) -> Value {
    let mut rest = args;
    loop {
        match rest {
            [] => return Value::Null,
            [otherwise] => return eval(otherwise, env, element),
            [test, then, more @ ..] => {
                if eval(test, env, element).is_true() {
                    return eval(then, env, element);
                }
                rest = more;
            }
        }
    }
}

fn pair(a: &Value, b: &Value, join: fn(f64, f64) -> f64) -> Value {
    match (a.number(), b.number()) {
        (Some(a), Some(b)) => Value::Number(join(a, b)),
        _ => Value::Null,
    }
}

/// A date of any precision; a month or a year counts from its first day.
fn date_of(value: &Value) -> Option<Date> {
    match value {
        Value::Text(text) if text.len() == 4 => parse_date(&format!("{text}-01-01")),
        Value::Text(text) if text.len() == 7 => parse_date(&format!("{text}-01")),
        Value::Text(text) => parse_date(text),
        _ => None,
    }
}

fn as_text(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(n) => write_decimal(*n),
        Value::Bool(yes) => yes.to_string(),
        Value::List(items) => items.iter().map(as_text).collect::<Vec<_>>().join(","),
        Value::Null | Value::Map(_) => String::new(),
    }
}

#[cfg(test)]
mod tests;
