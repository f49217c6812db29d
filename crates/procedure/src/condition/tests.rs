use serde_json::json;

use super::*;
use crate::{Mistake, MistakeCode};

fn values() -> crate::SortedMap<FieldId, Value> {
    let row = |name: &str, dob: &str| {
        Value::Map(
            [
                ("m_name".into(), Value::Text(name.into())),
                ("m_dob".into(), Value::Text(dob.into())),
            ]
            .into(),
        )
    };
    [
        (
            "class",
            Value::List(vec![Value::Text("A1".into()), Value::Text("B".into())]),
        ),
        ("count", Value::Number(3.0)),
        ("from", Value::Text("2026-12-01".into())),
        ("dob", Value::Text("1990-05-20".into())),
        ("year", Value::Text("2008".into())),
        ("owner", Value::Bool(true)),
        (
            "addr",
            Value::Map([("province".into(), Value::Text("01".into()))].into()),
        ),
        (
            "members",
            Value::List(vec![row("A", "2015-01-01"), row("B", "1980-01-01")]),
        ),
        ("nothing", Value::Null),
    ]
    .into_iter()
    .map(|(name, value)| (FieldId::new(name), value))
    .collect()
}

fn known() -> Vec<(FieldId, Vec<FieldId>)> {
    values()
        .into_iter()
        .map(|(field, _)| field)
        .map(|field| {
            let inner = match field.as_str() {
                "members" => vec![FieldId::new("m_name"), FieldId::new("m_dob")],
                _ => Vec::new(),
            };
            (field, inner)
        })
        .collect()
}

fn compile(rule: &serde_json::Value) -> (Condition, Vec<Mistake>) {
    let (known, mut mistakes) = (known(), Vec::new());
    let condition = parse(
        rule,
        "",
        Known {
            top: &known,
            row: &[],
        },
        &mut mistakes,
    );
    (condition, mistakes)
}

fn evaluate(rule: serde_json::Value) -> Value {
    let (condition, mistakes) = compile(&rule);
    assert_eq!(mistakes, [], "{rule}");
    let today = parse_date("2026-11-22").expect("a date");
    eval(
        &condition.root,
        Env {
            top: &values(),
            row: None,
            today,
        },
        None,
    )
}

#[test]
fn rules_of_procedures() {
    for (rule, holds) in [
        (json!({"in": ["A1", {"var": "class"}]}), true),
        (
            json!({"all": [{"var": "class"}, {"in": [{"var": ""}, ["A1", "A", "B1"]]}]}),
            false,
        ),
        (
            json!({"some": [{"var": "members"}, {"<": [{"age": [{"var": "m_dob"}]}, 18]}]}),
            true,
        ),
        (
            json!({"none": [{"var": "members"}, {"==": [{"var": "m_name"}, "C"]}]}),
            true,
        ),
        (json!({">": [{"var": "from"}, {"today": []}]}), true),
        (
            json!({"<=": [{"var": "from"}, {"add_months": [{"today": []}, 24]}]}),
            true,
        ),
        (
            json!({"==": [{"add_days": ["2026-12-31", 1]}, "2027-01-01"]}),
            true,
        ),
        (
            json!({"==": [{"add_days": ["2026-03", -1]}, "2026-02-28"]}),
            true,
        ),
        (json!({"!": [{"add_days": ["2026-12-31", 1e9]}]}), true),
        (json!({">=": [{"age": {"var": "dob"}}, 18]}), true),
        (json!({"==": [{"age": {"var": "year"}}, 18]}), true),
        (json!({"==": [{"var": "addr.province"}, "01"]}), true),
        (json!({"==": [{"count": [{"var": "members"}]}, 2]}), true),
        (json!({"<": [1, {"var": "count"}, 5]}), true),
        (json!({"<": [1, 9, 5]}), false),
        (
            json!({"and": [{"var": "owner"}, {"!": [{"var": "nothing"}]}]}),
            true,
        ),
        (json!({"or": [false, 0, "", []]}), false),
        (
            json!({"if": [false, 1, {"var": "owner"}, "yes", "no"]}),
            true,
        ),
    ] {
        assert_eq!(evaluate(rule.clone()).is_true(), holds, "{rule}");
    }
}

/// Cases of the public convention, retyped from the text of jsonlogic.com/operations.html.
#[test]
fn the_public_convention() {
    for (rule, value) in [
        (json!({"==": [1, "1"]}), json!(true)),
        (json!({"===": [1, "1"]}), json!(false)),
        (json!({"==": [0, false]}), json!(true)),
        (json!({"==": [null, 0]}), json!(false)),
        (json!({"!": [[]]}), json!(true)),
        (json!({"!!": ["0"]}), json!(true)),
        (json!({"or": [false, "apple"]}), json!("apple")),
        (json!({"and": [true, "apple", false]}), json!(false)),
        (json!({"if": [true, "yes", "no"]}), json!("yes")),
        (json!({"if": [false, "yes"]}), json!(null)),
        (json!({"in": ["Spring", "Springfield"]}), json!(true)),
        (json!({"cat": ["I love", " pie"]}), json!("I love pie")),
        (json!({"+": ["3.25"]}), json!(3.25)),
        (json!({"+": [2, 2, 2]}), json!(6)),
        (json!({"-": [2]}), json!(-2)),
        (json!({"*": [2, 3]}), json!(6)),
        (json!({"/": [4, 2]}), json!(2)),
        (json!({"%": [101, 2]}), json!(1)),
        (json!({"max": [1, 3, 2]}), json!(3)),
        (json!({"min": [1, 3, 2]}), json!(1)),
        (json!({"all": [[], {">": [{"var": ""}, 0]}]}), json!(false)),
        (json!({"none": [[], {">": [{"var": ""}, 0]}]}), json!(true)),
        (
            json!({"some": [[-1, 0, 1], {">": [{"var": ""}, 0]}]}),
            json!(true),
        ),
        (json!({"var": ["nothing", 26]}), json!(26)),
    ] {
        assert_eq!(evaluate(rule.clone()), Value::from_json(&value), "{rule}");
    }
}

#[test]
fn what_is_wrong_is_said_with_its_path() {
    for (rule, path, code) in [
        (
            json!({"var": "other"}),
            "/var",
            MistakeCode::UnknownReference("other".into()),
        ),
        (
            json!({"and": [true, {"xor": [1]}]}),
            "/and/1/xor",
            MistakeCode::UnsupportedOperator("xor".into()),
        ),
        (
            json!({"==": [1]}),
            "/==",
            MistakeCode::WrongArguments("two arguments"),
        ),
        (
            json!({"==": [1, 2], "or": []}),
            "",
            MistakeCode::WrongType("an object with one operator"),
        ),
        (
            json!({"some": [{"var": "class"}]}),
            "/some",
            MistakeCode::WrongArguments("a list and a condition"),
        ),
        (
            json!({"some": [{"var": "class"}, {"var": "dob"}]}),
            "/some/1/var",
            MistakeCode::UnknownReference("dob".into()),
        ),
        (
            json!({"/": [1]}),
            "/~1",
            MistakeCode::WrongArguments("two arguments"),
        ),
        (
            json!({"var": 1}),
            "/var",
            MistakeCode::WrongArguments("a name, and what stands for it when missing"),
        ),
    ] {
        assert_eq!(
            compile(&rule).1,
            [Mistake {
                path: path.into(),
                code
            }],
            "{rule}"
        );
    }
    let mut deep = json!(true);
    for _ in 0..60 {
        deep = json!({"!": [deep]});
    }
    assert!(matches!(
        &compile(&deep).1[..],
        [Mistake {
            code: MistakeCode::TooDeep,
            ..
        }]
    ));
}
