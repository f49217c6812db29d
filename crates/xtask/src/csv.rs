//! Tables that people edit: comma-separated values, as RFC 4180 has them.

use std::fs;

use crate::run::root;

/// A row: its line in the file, and its values by the names of the first row.
pub(crate) struct Row {
    /// The line on which it begins, from 1.
    pub(crate) line: usize,
    values: Vec<(String, String)>,
}

impl Row {
    /// The value of a column, without space around it; empty where there is none.
    pub(crate) fn get(&self, column: &str) -> &str {
        let value = self.values.iter().find(|(name, _)| name == column);
        value.map_or("", |(_, value)| value.trim())
    }
}

/// The rows of a file of the project. The first names the columns, which must be those that are asked
/// for, in this order.
///
/// # Errors
/// What cannot be read, with its line.
pub(crate) fn read(path: &str, columns: &[&str]) -> Result<Vec<Row>, String> {
    let text = fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))?;
    parse(&text, columns).map_err(|why| format!("{path}:{why}"))
}

/// The rows of a text.
///
/// # Errors
/// `LINE: what is wrong`.
pub(crate) fn parse(text: &str, columns: &[&str]) -> Result<Vec<Row>, String> {
    let mut rows = records(text)?.into_iter();
    let (_, names) = rows.next().unwrap_or_default();
    if names != columns {
        return Err(format!("1: the columns are {}", columns.join(",")));
    }
    rows.filter(|(_, values)| values.len() > 1 || values.iter().any(|value| !value.is_empty()))
        .map(|(line, values)| match values.len() == names.len() {
            true => Ok(Row {
                line,
                values: names.iter().cloned().zip(values).collect(),
            }),
            false => Err(format!(
                "{line}: {} values, {} columns",
                values.len(),
                names.len()
            )),
        })
        .collect()
}

fn records(text: &str) -> Result<Vec<(usize, Vec<String>)>, String> {
    let mut found = Vec::new();
    let (mut values, mut value) = (Vec::new(), String::new());
    let (mut line, mut began, mut is_quoted) = (1, 1, false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                value.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if value.is_empty() => is_quoted = true,
            ',' if !is_quoted => values.push(std::mem::take(&mut value)),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => {
                values.push(std::mem::take(&mut value));
                found.push((began, std::mem::take(&mut values)));
                line += 1;
                began = line;
            }
            '\n' => {
                value.push('\n');
                line += 1;
            }
            other => value.push(other),
        }
    }
    if is_quoted {
        return Err(format!("{began}: a quotation mark is not closed"));
    }
    if !value.is_empty() || !values.is_empty() {
        values.push(value);
        found.push((began, values));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_as_they_were_meant() {
        let text = "a,b\n1,\"x, \"\"y\"\"\nz\"\n\n2,\n";
        let rows = parse(text, &["a", "b"]).expect("it is a table");
        let seen: Vec<_> = rows
            .iter()
            .map(|row| (row.line, row.get("a"), row.get("b")))
            .collect();
        assert_eq!(seen, [(2, "1", "x, \"y\"\nz"), (5, "2", "")]);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let refused = |text: &str| parse(text, &["a", "b"]).err();
        assert_eq!(refused("a\n").as_deref(), Some("1: the columns are a,b"));
        assert_eq!(
            refused("a,b\n1,2\n1\n").as_deref(),
            Some("3: 1 values, 2 columns")
        );
        assert_eq!(
            refused("a,b\n\"1,2\n").as_deref(),
            Some("2: a quotation mark is not closed")
        );
    }
}
