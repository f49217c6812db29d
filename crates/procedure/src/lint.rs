//! What a definition can say and readers stumble over. A form with it works, so no citizen is kept
//! from it: only authors are told.

use crate::date::civil;
use crate::definition::{self, Definition, FieldDefinition, KindDefinition as Kind, Options};
use crate::{Mistake, MistakeCode, Text, compile_json, read_json, sort};

/// Everything that is wrong with a definition, and what readers would stumble over: pages with the same
/// heading, "none of these" before other options, examples of dates that can be read in two ways, what is
/// asked twice, a partial service that does not say why.
///
/// # Example
/// ```
/// let mistakes = procedure::lint_json("{}");
/// assert_eq!(mistakes[0].to_string(), "/: the key \"agency\" is missing");
/// ```
pub fn lint_json(text: &str) -> Vec<Mistake> {
    let mut mistakes = compile_json(text).err().unwrap_or_default();
    if let Ok(json) = read_json(text) {
        let (definition, _) = definition::read(&json);
        headings(&definition, &mut mistakes);
        asked_twice(&definition, &mut mistakes);
        if definition.level == definition::Level::Partial && definition.in_person.is_none() {
            mistakes.push(Mistake {
                path: String::new(),
                code: MistakeCode::MissingKey("in_person"),
            });
        }
        for (path, field) in fields(&definition) {
            none_last(&path, field, &mut mistakes);
            examples(&path, field, &mut mistakes);
            never_told(&path, field, &mut mistakes);
        }
        sort(&mut mistakes);
        mistakes.dedup();
    }
    mistakes
}

/// Every field with its path, those of rows behind their repeat.
fn fields(definition: &Definition) -> Vec<(String, &FieldDefinition)> {
    let mut found = Vec::new();
    for (s, step) in definition.steps.iter().enumerate() {
        for (f, field) in step.fields.iter().enumerate() {
            let path = format!("/steps/{s}/fields/{f}");
            let rows = rows(field).iter().enumerate();
            let rows = rows.map(|(n, row)| (format!("{path}/fields/{n}"), row));
            found.push((path.clone(), field));
            found.extend(rows);
        }
    }
    found
}

fn rows(field: &FieldDefinition) -> &[FieldDefinition] {
    match &field.kind {
        Kind::Repeat(repeat) => &repeat.fields,
        _ => &[],
    }
}

/// The headings of all pages: as steps, and with a page for each question. Whoever finds the same
/// heading again believes that nothing has changed \[3\].
fn headings(definition: &Definition, mistakes: &mut Vec<Mistake>) {
    let (mut steps, mut questions) = (Headings::default(), Headings::default());
    for (s, step) in definition.steps.iter().enumerate() {
        let title = format!("/steps/{s}/title");
        let asked: Vec<(usize, &FieldDefinition)> = step
            .fields
            .iter()
            .enumerate()
            .filter(|(_, field)| !matches!(field.kind, Kind::Information))
            .collect();
        let is_list = |field: &FieldDefinition| matches!(field.kind, Kind::Repeat(_));
        let path = |n: usize| format!("/steps/{s}/fields/{n}");
        match &asked[..] {
            [(n, only)] if !is_list(only) => {
                steps.add(&format!("{}/label", path(*n)), "", &only.label, mistakes);
            }
            _ => steps.add(&title, "", &step.title, mistakes),
        }
        if asked.is_empty() {
            questions.add(&title, "", &step.title, mistakes);
        }
        for (n, field) in asked {
            let Kind::Repeat(repeat) = &field.kind else {
                let path = format!("{}/label", path(n));
                questions.add(&path, "", &field.label, mistakes);
                continue;
            };
            questions.add(&title, "", &step.title, mistakes);
            // "Person 2", and "Person 2: date of birth".
            steps.add(&format!("{}/item", path(n)), "row ", &repeat.item, mistakes);
            for (i, row) in repeat.fields.iter().enumerate() {
                let is_question = !matches!(row.kind, Kind::Information);
                for item in repeat.item.all().filter(|_| is_question) {
                    let path = format!("{}/fields/{i}/label", path(n));
                    let before = format!("{} n: ", item.text);
                    questions.add(&path, &before, &only_in(&row.label, item.locale), mistakes);
                }
            }
        }
    }
}

/// Whoever has said something once is not asked for it again in the same procedure \[50\]: two questions
/// outside lists with the same datum of the portal, or the same autofill token, ask for one thing.
fn asked_twice(definition: &Definition, mistakes: &mut Vec<Mistake>) {
    let mut asked: Vec<(&str, &FieldDefinition)> = Vec::new();
    for (s, step) in definition.steps.iter().enumerate() {
        for (f, field) in step.fields.iter().enumerate() {
            let prefill = field.prefill.as_ref().map(|prefill| prefill.from.as_str());
            for datum in prefill.into_iter().chain(field.autocomplete.as_deref()) {
                match asked.iter().find(|(have, _)| *have == datum) {
                    // Of questions that depend on answers, it may be that never both are asked.
                    Some((_, other)) if other.visible.is_none() && field.visible.is_none() => {
                        mistakes.push(Mistake {
                            path: format!("/steps/{s}/fields/{f}"),
                            code: MistakeCode::AskedTwice(other.id.to_string()),
                        });
                    }
                    Some(_) => {}
                    None => asked.push((datum, field)),
                }
            }
        }
    }
}

/// What the portal knows is filled in outside rows only, and neither files, lists nor declarations are: an
/// author who asks for it there would wait in vain.
fn never_told(path: &str, field: &FieldDefinition, mistakes: &mut Vec<Mistake>) {
    let is_in_row = path.matches("/fields/").count() > 1;
    let is_never = matches!(
        field.kind,
        Kind::File(_) | Kind::Repeat(_) | Kind::Declaration | Kind::Information
    );
    let keys = [
        ("prefill", field.prefill.is_some()),
        ("lookup", field.lookup.is_some()),
    ];
    for (key, is_there) in keys {
        if is_there && (is_in_row || is_never) {
            mistakes.push(Mistake {
                path: format!("{path}/{key}"),
                code: MistakeCode::NeverTold(key),
            });
        }
    }
}

/// A text in one language, as far as it has it.
fn only_in(text: &Text, locale: &str) -> Text {
    let texts = text.all().filter(|picked| picked.locale == locale);
    Text::from_locales(texts.map(|picked| (picked.locale, picked.text)))
}

/// Headings so far: where each stands, its language, its words.
#[derive(Default)]
struct Headings(Vec<(String, String, String)>);

impl Headings {
    fn add(&mut self, path: &str, before: &str, text: &Text, mistakes: &mut Vec<Mistake>) {
        for picked in text.all() {
            let words = format!("{before}{}", picked.text);
            let same = |(other, locale, have): &(String, String, String)| {
                // Two steps with one title are a mistake already.
                let titles = path.ends_with("/title") && other.ends_with("/title");
                *locale == picked.locale && *have == words && other != path && !titles
            };
            if self.0.iter().any(same) {
                mistakes.push(Mistake {
                    path: path.to_string(),
                    code: MistakeCode::SameHeading(picked.text.to_string()),
                });
            }
            self.0
                .push((path.to_string(), picked.locale.to_string(), words));
        }
    }
}

/// Who hears options one by one would tick "none of these" before the one that fits \[52\].
fn none_last(path: &str, field: &FieldDefinition, mistakes: &mut Vec<Mistake>) {
    let Kind::Choices(kind) = &field.kind else {
        return;
    };
    let (Some(none), Options::Inline(options)) = (&kind.none, &kind.options) else {
        return;
    };
    let at = options.iter().position(|option| option.value == *none);
    if at.is_some_and(|at| at + 1 < options.len()) {
        mistakes.push(Mistake {
            path: format!("{path}/none"),
            code: MistakeCode::NoneNotLast,
        });
    }
}

/// An example of a date shows which number is the day, so it is a real one with a day from 13 on \[44\].
fn examples(path: &str, field: &FieldDefinition, mistakes: &mut Vec<Mistake>) {
    if !matches!(field.kind, Kind::Date(_)) {
        return;
    }
    for picked in field.hint.all() {
        for (date, [day, month, year]) in dates(picked.text) {
            let number = |text: &str| text.parse::<u8>().unwrap_or_default();
            let real = civil(year.parse().unwrap_or_default(), number(month), number(day));
            if real.is_none() || number(day) < 13 {
                mistakes.push(Mistake {
                    path: format!("{path}/hint"),
                    code: MistakeCode::UnclearExample(date.to_string()),
                });
            }
        }
    }
}

/// What stands in a text as 27/3/1990, 27-3-1990, 27.3.1990 or 27 3 1990.
fn dates(text: &str) -> Vec<(&str, [&str; 3])> {
    let mut found = Vec::new();
    for (start, _) in text.char_indices() {
        let behind_digit = text[..start].ends_with(|c: char| c.is_ascii_digit());
        if let Some((end, parts)) = (!behind_digit).then(|| date_at(&text[start..])).flatten() {
            found.push((&text[start..start + end], parts));
        }
    }
    found
}

fn date_at(text: &str) -> Option<(usize, [&str; 3])> {
    let digits =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let day = digits(text);
    let sign = text[day..]
        .chars()
        .next()
        .filter(|c| " \u{a0}/.-".contains(*c))?;
    let month_at = day + sign.len_utf8();
    let month = digits(&text[month_at..]);
    let year_at = month_at + month + sign.len_utf8();
    let rest = text[month_at + month..].strip_prefix(sign)?;
    let fits = matches!((day, month, digits(rest)), (1 | 2, 1 | 2, 4));
    fits.then(|| {
        let end = year_at + 4;
        let parts = [
            &text[..day],
            &text[month_at..month_at + month],
            &text[year_at..end],
        ];
        (end, parts)
    })
}
