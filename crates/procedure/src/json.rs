//! JSON as texts, to and from `serde_json`'s values. That crate's own reader and writer know every type
//! there is and every number, with 13 KB that each citizen would load (docs/adr/0004-size.md); here are
//! values alone, and the numbers of forms. Tested against it.

use serde_json::{Map, Number, Value};

use crate::{read_decimal, write_decimal};

/// Deeper than any definition; what is deeper could use up the stack.
const DEEPEST: usize = 100;

/// Reads a JSON text (RFC 8259). Of a name that comes twice the last counts. A number too large or too exact for any form
/// is `null`: who needs it misses it, and all else in the text can be read.
///
/// # Errors
/// Line and column, from one, of what is not JSON.
pub fn read_json(text: &str) -> Result<Value, (usize, usize)> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(DEEPEST).filter(|_| {
        reader.skip_space();
        reader.at == text.len()
    });
    value.ok_or_else(|| {
        let before = &text.as_bytes()[..reader.at.min(text.len())];
        let line = before.iter().filter(|byte| **byte == b'\n').count();
        let column = before.iter().rev().take_while(|byte| **byte != b'\n');
        (line + 1, column.count() + 1)
    })
}

/// Writes JSON. A number that is not finite or that no form has is `null`.
pub fn write_json(json: &Value) -> String {
    let mut out = String::new();
    write(json, &mut out);
    out
}

/// An object with these members.
pub fn json_object(members: Vec<(&str, Value)>) -> Value {
    let mut map = Map::new();
    for (name, value) in members {
        map.insert(name.to_string(), value);
    }
    Value::Object(map)
}

struct Reader<'a> {
    text: &'a str,
    /// Where it is, in bytes. Where nothing can be read, it stays there.
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    /// Takes a sign, with the space before it.
    fn takes(&mut self, sign: u8) -> bool {
        self.skip_space();
        let is_there = self.peek() == Some(sign);
        self.at += usize::from(is_there);
        is_there
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        self.skip_space();
        match self.peek()? {
            b'{' => self.object(depth.checked_sub(1)?),
            b'[' => self.list(depth.checked_sub(1)?),
            b'"' => self.string().map(Value::String),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' => self.word("null", Value::Null),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, means: Value) -> Option<Value> {
        let rest = self.text.get(self.at..)?;
        rest.starts_with(word).then(|| self.at += word.len())?;
        Some(means)
    }

    fn object(&mut self, depth: usize) -> Option<Value> {
        let mut map = Map::new();
        self.takes(b'{');
        if self.takes(b'}') {
            return Some(Value::Object(map));
        }
        loop {
            self.skip_space();
            let name = self.string()?;
            self.takes(b':').then_some(())?;
            map.insert(name, self.value(depth)?);
            if !self.takes(b',') {
                return self.takes(b'}').then_some(Value::Object(map));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Option<Value> {
        let mut items = Vec::new();
        self.takes(b'[');
        if self.takes(b']') {
            return Some(Value::Array(items));
        }
        loop {
            items.push(self.value(depth)?);
            if !self.takes(b',') {
                return self.takes(b']').then_some(Value::Array(items));
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        (self.peek()? == b'"').then(|| self.at += 1)?;
        let mut out = String::new();
        loop {
            let from = self.at;
            while !matches!(self.peek()?, b'"' | b'\\' | ..b' ') {
                self.at += 1;
            }
            out.push_str(self.text.get(from..self.at)?);
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some(out);
                }
                b'\\' => out.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let sign = *self.text.as_bytes().get(self.at + 1)?;
        if sign != b'u' {
            let meant = match sign {
                b'"' | b'\\' | b'/' => char::from(sign),
                b'b' => '\u{8}',
                b'f' => '\u{C}',
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                _ => return None,
            };
            self.at += 2;
            return Some(meant);
        }
        let first = self.unit()?;
        // A character beyond U+FFFF is two halves.
        let code = match first {
            0xD800..=0xDBFF => {
                let second = self
                    .unit()
                    .filter(|half| (0xDC00..=0xDFFF).contains(half))?;
                0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)
            }
            whole => whole,
        };
        char::from_u32(code)
    }

    /// `\u` and four digits.
    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 6)?.strip_prefix("\\u")?;
        let mut code = 0;
        for digit in digits.chars() {
            code = code * 16 + digit.to_digit(16)?;
        }
        self.at += 6;
        Some(code)
    }

    fn number(&mut self) -> Option<Value> {
        let from = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        let whole = self.digits()?;
        // No number begins with a nought.
        (whole == 1 || self.text.as_bytes()[self.at - whole] != b'0').then_some(())?;
        let mut is_whole = true;
        if self.peek() == Some(b'.') {
            is_whole = false;
            self.at += 1;
            self.digits()?;
        }
        let digits = self.text.get(from..self.at)?;
        let mut exponent = Some(0.0);
        if let Some(b'e' | b'E') = self.peek() {
            is_whole = false;
            self.at += 1;
            let from = self.at;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
            exponent = read_decimal(self.text.get(from..self.at)?);
        }
        if is_whole && let Some(number) = whole_number(digits) {
            return Some(Value::Number(number));
        }
        let number = read_decimal(digits).zip(exponent);
        let number = number.and_then(|(number, exponent)| scaled(number, exponent));
        Some(number.map_or(Value::Null, Value::Number))
    }

    /// How many there are; `None` for none.
    fn digits(&mut self) -> Option<usize> {
        let from = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        Some(self.at - from).filter(|digits| *digits > 0)
    }
}

/// A number with its exponent, if any form can have it.
fn scaled(number: f64, exponent: f64) -> Option<Number> {
    let by = power(exponent)?;
    Number::from_f64(if exponent < 0.0 {
        number / by
    } else {
        number * by
    })
}

/// Ten to as much; `None` beyond what an amount can be.
fn power(exponent: f64) -> Option<f64> {
    let exponent = exponent.abs();
    (exponent <= 18.0).then(|| (0..exponent as u8).fold(1.0, |power, _| power * 10.0))
}

fn whole_number(digits: &str) -> Option<Number> {
    match digits.strip_prefix('-') {
        // Minus nought is a number of its own.
        Some("0") => None,
        Some(_) => digits.parse::<i64>().ok().map(Number::from),
        None => digits.parse::<u64>().ok().map(Number::from),
    }
}

fn write(json: &Value, out: &mut String) {
    match json {
        Value::Null => out.push_str("null"),
        Value::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Value::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(whole), ..) => out.push_str(&whole.to_string()),
            (_, Some(whole), _) => out.push_str(&whole.to_string()),
            (.., number) => match write_decimal(number.unwrap_or(f64::NAN)) {
                text if text.is_empty() => out.push_str("null"),
                text => out.push_str(&text),
            },
        },
        Value::String(text) => write_string(text, out),
        Value::Array(items) => {
            out.push('[');
            for (n, item) in items.iter().enumerate() {
                if n > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Value::Object(map) => {
            out.push('{');
            for (n, (name, value)) in map.iter().enumerate() {
                if n > 0 {
                    out.push(',');
                }
                write_string(name, out);
                out.push(':');
                write(value, out);
            }
            out.push('}');
        }
    }
}

fn write_string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            ..' ' => {
                out.push_str("\\u00");
                for half in [c as u32 >> 4, c as u32 & 15] {
                    out.extend(char::from_digit(half, 16));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn theirs(text: &str) -> Option<Value> {
        serde_json::from_str(text).ok()
    }

    #[test]
    fn what_ships_is_read_as_by_serde_json() {
        for text in [
            include_str!("../fixtures/procedures/1.004194.json"),
            include_str!("../fixtures/procedures/3.000347.json"),
            include_str!("../../../docs/procedure.schema.json"),
        ] {
            let ours = read_json(text).expect("it is JSON");
            assert_eq!(Some(&ours), theirs(text).as_ref());
            assert_eq!(theirs(&write_json(&ours)), Some(ours));
        }
    }

    #[test]
    fn every_part_of_the_grammar_is_known() {
        for text in [
            "null",
            " true ",
            "false",
            "0",
            "-0",
            "-1",
            "12",
            "1.5",
            "-0.25",
            "1e3",
            "2E+2",
            "25e-1",
            "0.30000000000000004",
            "18446744073709551615",
            "-9223372036854775808",
            "\"\"",
            "\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"",
            "\"\\ud83d\\ude00\"",
            "\"Đổi\"",
            "[]",
            "[1, [2], {}]",
            "{}",
            "{\"a\": 1, \"b\": [null], \"a\": 2}",
            "\r\n\t[ ]\n",
        ] {
            assert_eq!(read_json(text).ok(), theirs(text), "{text}");
        }
    }

    #[test]
    fn what_is_not_json_is_refused_where_it_goes_wrong() {
        for (text, place) in [
            ("", (1, 1)),
            ("nul", (1, 1)),
            ("01", (1, 3)),
            ("1.", (1, 3)),
            ("-", (1, 2)),
            ("+1", (1, 1)),
            (".5", (1, 1)),
            ("1e", (1, 3)),
            ("[1,]", (1, 4)),
            ("[1 2]", (1, 4)),
            ("{\"a\" 1}", (1, 6)),
            ("{a: 1}", (1, 2)),
            ("{\n  \"a\": ?\n}", (2, 8)),
            ("\"a", (1, 3)),
            ("\"a\nb\"", (1, 3)),
            ("\"\\x\"", (1, 2)),
            ("\"\\ud83d\"", (1, 8)),
            ("\"\\u00e\"", (1, 2)),
            ("1 2", (1, 3)),
            ("<html>", (1, 1)),
        ] {
            assert_eq!(read_json(text), Err(place), "{text}");
            assert_eq!(theirs(text), None, "{text}");
        }
        assert!(read_json(&"[".repeat(100_000)).is_err());
        assert!(read_json(&format!("{}{}", "[".repeat(DEEPEST), "]".repeat(DEEPEST))).is_ok());
    }

    #[test]
    fn a_number_that_no_form_has_makes_nothing_else_unreadable() {
        for beyond in [
            "1e19",
            "1e-400",
            "1e999",
            "-1e99999999999999999999999",
            "123456789012345678901234567890",
            "0.12345678901234567890123",
        ] {
            let text = format!(r#"{{"code": "H00", "far": {beyond}, "fee": 135000}}"#);
            let read = read_json(&text).expect("it is JSON");
            assert_eq!(read["far"], Value::Null, "{beyond}");
            assert_eq!(
                (&read["code"], &read["fee"]),
                (&"H00".into(), &135_000.into())
            );
        }
    }

    /// The same, but for numbers that are `null` in `ours`.
    fn is_same(ours: &Value, theirs: &Value) -> bool {
        match (ours, theirs) {
            (Value::Null, Value::Number(_)) => true,
            (Value::Array(ours), Value::Array(theirs)) => {
                ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| is_same(a, b))
            }
            (Value::Object(ours), Value::Object(theirs)) => {
                ours.len() == theirs.len()
                    && ours
                        .iter()
                        .all(|(name, a)| theirs.get(name).is_some_and(|b| is_same(a, b)))
            }
            (ours, theirs) => ours == theirs,
        }
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            (-1_000_000_i64..1_000_000, 0_u8..4)
                .prop_map(|(n, places)| Value::from(n as f64 / 10_f64.powi(i32::from(places)))),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map(any::<String>(), inner, 0..6)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again_by_both(json in any_json()) {
            let text = write_json(&json);
            let same = |read: Option<Value>| read.map(|read| write_json(&read));
            prop_assert_eq!(same(read_json(&text).ok()), Some(text.clone()));
            prop_assert_eq!(same(theirs(&text)), Some(text));
            let text = json.to_string();
            prop_assert_eq!(same(read_json(&text).ok()), same(theirs(&text)));
        }

        #[test]
        fn any_text_is_read_as_by_serde_json_or_refused(text in "[\\[\\]{}\",:0-9eE.tfnu\\\\ -]{0,24}") {
            // serde_json refuses a text with a number that is larger than any of its own.
            if let (Ok(ours), Some(theirs)) = (read_json(&text), theirs(&text)) {
                prop_assert!(is_same(&ours, &theirs), "{} {}", ours, theirs);
            }
        }
    }
}
