//! The words of a definition as a file to translate, and how Fluent writes a text.

use procedure::Text;

use super::definition_of;

/// The texts of a definition in its own language, by their names (docs/languages.md).
///
/// # Errors
/// The definition is no JSON.
pub(super) fn template(definition: &str) -> Result<String, String> {
    let mut definition = definition_of(definition)?;
    let mut out = format!(
        "# The words of {}, version {}, to be translated: locales/<tag>/procedures/{}.ftl\n\n",
        definition.code, definition.version, definition.code
    );
    definition.each_text(&mut |name, text| match is_name(name) {
        true => out += &message(name, own(text)),
        // Of an option whose value has other letters than Fluent's names may have.
        false => out += &format!("# {name} cannot be translated: Fluent has no such name\n"),
    });
    Ok(out)
}

/// The text in the author's own language.
fn own(text: &Text) -> &str {
    text.all().next().map_or("", |own| own.text)
}

fn is_name(name: &str) -> bool {
    let is_inside = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(is_inside)
}

/// A message that says exactly this text.
pub(super) fn message(name: &str, text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let last = lines.len() - 1;
    let lines = lines
        .iter()
        .enumerate()
        .map(|(n, text)| line(text, n == 0 || n == last));
    let lines: Vec<String> = lines.collect();
    match lines.as_slice() {
        [only] => format!("{name} = {only}\n"),
        _ => format!(
            "{name} =\n    {}\n",
            lines.join("\n    ").replace("\n    \n", "\n\n")
        ),
    }
}

/// A line of a text. What Fluent would not read as text, or would leave out, stands in quotes.
fn line(text: &str, is_outer: bool) -> String {
    let mut out = String::new();
    if text.starts_with([' ', '.', '*', '[']) || (text.is_empty() && is_outer) {
        out.push_str("{\"\"}");
    }
    for letter in text.chars() {
        match letter {
            '{' | '}' => out.extend(["{\"", &letter.to_string(), "\"}"]),
            '\r' => out.push_str("{\"\\u000D\"}"),
            _ => out.push(letter),
        }
    }
    if text.ends_with(' ') {
        out.push_str("{\"\"}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_can_be_written() {
        struct None;
        impl messages::Numbers for None {
            fn written(&self, _: f64) -> String {
                String::new()
            }
            fn plural(&self, _: f64) -> String {
                String::new()
            }
        }
        for text in [
            "Tên",
            "a\nb\n\nc",
            "a\n  b\n\n\n.c\n*d\n[e\n}f",
            " a ",
            "\n a\n",
            "\n",
            "",
            "{ $n }",
            "# a",
            "a = b\nc = d",
            ". [ *",
            "\"\\u0041\"",
            "a\r\nb\r",
            "   \n   x",
        ] {
            let written = message("a", text);
            assert_eq!(messages::check::check(&written), [], "{written}");
            let read = messages::Messages::read(written.clone());
            assert_eq!(
                read.format("a", &[], &None).as_deref(),
                Some(text),
                "{written}"
            );
        }
    }

    #[test]
    fn a_template_has_every_text_by_its_name() {
        let definition = r#"{"format": 1, "code": "0.000000", "version": "1", "level": "full",
            "name": {"en": "Change", "vi": "Đổi"}, "summary": {"en": "Only"}, "agency": "A", "who": ["a\nb"],
            "steps": [{"id": "you", "title": "T", "fields": [{"id": "class", "kind": "choice", "label": "L",
                "options": [{"value": "b1", "label": "B1"}, {"value": "b 2", "label": "B2"}]}]}]}"#;
        assert_eq!(
            template(definition).as_deref(),
            Ok(
                "# The words of 0.000000, version 1, to be translated: locales/<tag>/procedures/0.000000.ftl\n\n\
                name = Đổi\nsummary = Only\nagency = A\nwho-1 =\n    a\n    b\nyou-title = T\nclass-label = L\n\
                class-options-b1-label = B1\n\
                # class-options-b 2-label cannot be translated: Fluent has no such name\n"
            )
        );
        assert!(template("{").is_err());
    }
}
