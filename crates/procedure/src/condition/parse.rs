//! From JSON to the typed tree.

use serde_json::Value as Json;

use super::{Condition, Expr, Op, Quantifier, Source};
use crate::{FieldId, Mistake, MistakeCode, Value};

/// Rules nested deeper are refused.
const DEEPEST: usize = 32;

/// The fields that a condition may speak of.
#[derive(Clone, Copy)]
pub(crate) struct Known<'a> {
    /// Fields outside repeats, with the names of the fields of their rows where they repeat.
    pub top: &'a [(FieldId, Vec<FieldId>)],
    /// Fields of the row in which the condition stands.
    pub row: &'a [FieldId],
}

/// Every public operator of JsonLogic that works on data, and ours, with the arguments it takes.
const OPERATORS: [(&str, Op, usize, usize, &str); 27] = [
    ("==", Op::Equal, 2, 2, "two arguments"),
    ("===", Op::Same, 2, 2, "two arguments"),
    ("!=", Op::NotEqual, 2, 2, "two arguments"),
    ("!==", Op::NotSame, 2, 2, "two arguments"),
    ("<", Op::Less, 2, 3, "two or three arguments"),
    ("<=", Op::LessOrEqual, 2, 3, "two or three arguments"),
    (">", Op::Greater, 2, 2, "two arguments"),
    (">=", Op::GreaterOrEqual, 2, 2, "two arguments"),
    ("!", Op::Not, 1, 1, "one argument"),
    ("!!", Op::Truth, 1, 1, "one argument"),
    ("and", Op::And, 1, usize::MAX, "one argument or more"),
    ("or", Op::Or, 1, usize::MAX, "one argument or more"),
    ("if", Op::If, 2, usize::MAX, "two arguments or more"),
    ("?:", Op::If, 3, 3, "three arguments"),
    ("in", Op::In, 2, 2, "two arguments"),
    (
        "cat",
        Op::Concatenate,
        1,
        usize::MAX,
        "one argument or more",
    ),
    ("+", Op::Add, 1, usize::MAX, "one argument or more"),
    ("-", Op::Subtract, 1, 2, "one or two arguments"),
    ("*", Op::Multiply, 1, usize::MAX, "one argument or more"),
    ("/", Op::Divide, 2, 2, "two arguments"),
    ("%", Op::Remainder, 2, 2, "two arguments"),
    ("min", Op::Min, 1, usize::MAX, "one argument or more"),
    ("max", Op::Max, 1, usize::MAX, "one argument or more"),
    ("today", Op::Today, 0, 0, "no argument"),
    ("age", Op::Age, 1, 1, "one argument"),
    ("add_days", Op::AddDays, 2, 2, "two arguments"),
    ("add_months", Op::AddMonths, 2, 2, "two arguments"),
];

/// Compiles a condition that stands at `path`; what is wrong with it goes to `mistakes`.
pub(crate) fn parse(
    json: &Json,
    path: &str,
    known: Known,
    mistakes: &mut Vec<Mistake>,
) -> Condition {
    let mut parser = Parser {
        known,
        top: Vec::new(),
        row: Vec::new(),
        mistakes,
    };
    let root = parser.expr(json, path, None, 0);
    let (refers_to, refers_to_row) = (parser.top, parser.row);
    Condition {
        root,
        refers_to,
        refers_to_row,
    }
}

struct Parser<'a> {
    known: Known<'a>,
    top: Vec<FieldId>,
    row: Vec<FieldId>,
    mistakes: &'a mut Vec<Mistake>,
}

/// What an element of a list has: the fields of a row, or nothing (it is a plain value).
type Element<'a> = Option<&'a [FieldId]>;

impl<'a> Parser<'a> {
    fn report(&mut self, path: &str, code: MistakeCode) -> Expr {
        self.mistakes.push(Mistake {
            path: path.to_string(),
            code,
        });
        Expr::Literal(Value::Null)
    }

    fn expr(&mut self, json: &Json, path: &str, element: Element<'a>, depth: usize) -> Expr {
        if depth > DEEPEST {
            return self.report(path, MistakeCode::TooDeep);
        }
        match json {
            Json::Object(map) => {
                let mut entries = map.iter();
                match (entries.next(), entries.next()) {
                    (Some((name, args)), None) => {
                        let path = format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"));
                        self.operation(name, args, &path, element, depth + 1)
                    }
                    _ => self.report(path, MistakeCode::WrongType("an object with one operator")),
                }
            }
            Json::Array(items) => Expr::Call(Op::List, self.exprs(items, path, element, depth + 1)),
            literal => Expr::Literal(Value::from_json(literal)),
        }
    }

    fn exprs(
        &mut self,
        items: &[Json],
        path: &str,
        element: Element<'a>,
        depth: usize,
    ) -> Vec<Expr> {
        items
            .iter()
            .enumerate()
            .map(|(n, item)| self.expr(item, &format!("{path}/{n}"), element, depth))
            .collect()
    }

    fn operation(
        &mut self,
        name: &str,
        args: &Json,
        path: &str,
        element: Element<'a>,
        depth: usize,
    ) -> Expr {
        // JsonLogic: one argument may stand without its list.
        let list = match args {
            Json::Array(items) => items.as_slice(),
            single => std::slice::from_ref(single),
        };
        let quantifier = match name {
            "var" => return self.var(list, path, element, depth),
            "some" => Quantifier::Some,
            "all" => Quantifier::All,
            "none" => Quantifier::None,
            "count" => {
                let args = self.exprs(list, path, element, depth);
                return match args.len() {
                    1 => Expr::Call(Op::Count, args),
                    _ => self.report(path, MistakeCode::WrongArguments("one argument")),
                };
            }
            _ => {
                let Some((_, op, least, most, wanted)) = OPERATORS.iter().find(|row| row.0 == name)
                else {
                    return self.report(path, MistakeCode::UnsupportedOperator(name.to_string()));
                };
                let args = self.exprs(list, path, element, depth);
                if args.len() < *least || args.len() > *most {
                    return self.report(path, MistakeCode::WrongArguments(wanted));
                }
                return Expr::Call(*op, args);
            }
        };
        let [items, test] = list else {
            return self.report(path, MistakeCode::WrongArguments("a list and a condition"));
        };
        let inner = self.element_of(items);
        let items = self.expr(items, &format!("{path}/0"), element, depth);
        let test = self.expr(test, &format!("{path}/1"), Some(inner), depth);
        Expr::Over(quantifier, Box::new(items), Box::new(test))
    }

    /// The fields of the rows that a quantifier goes over.
    fn element_of(&self, items: &Json) -> &'a [FieldId] {
        let name = match items.get("var") {
            Some(Json::String(name)) => name,
            Some(Json::Array(args)) => args.first().and_then(Json::as_str).unwrap_or_default(),
            _ => "",
        };
        let known: &'a [(FieldId, Vec<FieldId>)] = self.known.top;
        known
            .iter()
            .find(|(field, _)| field.as_str() == name)
            .map_or(&[], |(_, inner)| inner)
    }

    fn var(&mut self, args: &[Json], path: &str, element: Element<'a>, depth: usize) -> Expr {
        let Some(name) = args
            .first()
            .and_then(Json::as_str)
            .filter(|_| args.len() <= 2)
        else {
            return self.report(
                path,
                MistakeCode::WrongArguments("a name, and what stands for it when missing"),
            );
        };
        let default = match args.get(1) {
            Some(json) => self.expr(json, &format!("{path}/1"), element, depth),
            None => Expr::Literal(Value::Null),
        };
        let mut keys = name.split('.');
        let first = keys.next().unwrap_or_default();
        let mut keys: Vec<String> = keys.map(str::to_string).collect();
        let source = if let Some(inner) = element {
            // Inside a quantifier the element is all there is, as in JsonLogic.
            if first.is_empty() || inner.iter().any(|field| field.as_str() == first) {
                if !first.is_empty() {
                    keys.insert(0, first.to_string());
                }
                Source::Element
            } else {
                return self.report(path, MistakeCode::UnknownReference(name.to_string()));
            }
        } else if let Some(field) = self.known.row.iter().find(|field| field.as_str() == first) {
            self.row.push(field.clone());
            Source::Row(field.clone())
        } else if let Some((field, _)) = self.known.top.iter().find(|(f, _)| f.as_str() == first) {
            self.top.push(field.clone());
            Source::Top(field.clone())
        } else {
            return self.report(path, MistakeCode::UnknownReference(name.to_string()));
        };
        Expr::Var(source, keys, Box::new(default))
    }
}
