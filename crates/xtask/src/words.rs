//! Plain words: what citizens read in locales and definitions, against the lists in
//! `docs/plain-words`.

use std::fs;

use serde_json::Value;

use crate::csv;
use crate::run::root;

const FOLDER: &str = "docs/plain-words";
const LOCALES: &str = "public/locales";
const DEFINITIONS: &str = "crates/procedure/fixtures/procedures";

/// A text that citizens read.
#[derive(Clone, PartialEq, Debug)]
struct Said {
    file: String,
    /// The line in a locale; 0 in a definition.
    line: usize,
    /// The message's key, or a JSON Pointer.
    place: String,
    locale: String,
    text: String,
    /// A label, a heading, a button, or a line of a list: no sentence.
    is_label: bool,
    /// What is said of a wrong answer or of trouble.
    is_error: bool,
    /// An official name: neither its words nor its length are ours.
    is_official: bool,
    /// Texts that are read together explain each other.
    scope: String,
}

/// A word of offices, and what to write in its place.
struct Jargon {
    locale: String,
    word: String,
    instead: Vec<String>,
    /// It may stand where it is explained.
    may_stand: bool,
    why: String,
}

/// A word that errors don't have.
struct Banned {
    locale: String,
    word: String,
    instead: String,
    why: String,
}

/// Something that may stay, with its reason.
struct Exception {
    line: usize,
    file: String,
    place: String,
    locale: String,
    what: String,
}

struct Lists {
    jargon: Vec<Jargon>,
    banned: Vec<Banned>,
    exceptions: Vec<Exception>,
}

/// How long a sentence may be, in words between spaces. English: 25 words, the limit of GOV.UK. In
/// Vietnamese a syllable stands by itself and a word has one or two ("giấy phép"), so that 25 words are
/// some 35 syllables; 30 is stricter, because our reader left school at twelve.
fn longest(locale: &str) -> usize {
    match locale {
        "vi" => 30,
        _ => 25,
    }
}

/// What is wrong with the words of the shipped locales and definitions.
///
/// # Errors
/// What cannot be read.
pub(crate) fn shipped() -> Result<Vec<String>, String> {
    let mut said = Vec::new();
    for (folder, ending) in [(LOCALES, ".ftl"), (DEFINITIONS, ".json")] {
        for file in crate::statements::files(folder, ending)? {
            said.extend(read(&file)?);
        }
    }
    let lists = lists()?;
    let (mut wrong, used) = check(&said, &lists);
    for (exception, is_used) in lists.exceptions.iter().zip(used) {
        if !is_used {
            wrong.push(format!(
                "{FOLDER}/exceptions.csv:{}: nothing needs this exception any more",
                exception.line
            ));
        }
    }
    Ok(wrong)
}

/// What is wrong with the words of a definition or locale.
///
/// # Errors
/// What cannot be read.
pub(crate) fn of(file: &str, text: &str) -> Result<Vec<String>, String> {
    Ok(check(&said(file, text)?, &lists()?).0)
}

fn read(file: &str) -> Result<Vec<Said>, String> {
    let path = root().join(file);
    let text = fs::read_to_string(path).map_err(|error| format!("{file}: {error}"))?;
    said(file, &text)
}

fn said(file: &str, text: &str) -> Result<Vec<Said>, String> {
    match file.ends_with(".ftl") {
        true => Ok(messages(file, text)),
        false => serde_json::from_str(text)
            .map(|json| definition(file, &json))
            .map_err(|error| format!("{file}: {error}")),
    }
}

fn lists() -> Result<Lists, String> {
    let mut jargon = Vec::new();
    for locale in ["vi", "en"] {
        let path = format!("{FOLDER}/{locale}.csv");
        for row in csv::read(&path, &["word", "instead", "explained", "why"])? {
            if !["yes", "no"].contains(&row.get("explained")) || row.get("why").is_empty() {
                let line = row.line;
                return Err(format!(
                    "{path}:{line}: explained is yes or no, why is there"
                ));
            }
            jargon.push(Jargon {
                locale: locale.into(),
                word: row.get("word").into(),
                instead: row
                    .get("instead")
                    .split(';')
                    .map(|w| w.trim().into())
                    .collect(),
                may_stand: row.get("explained") == "yes",
                why: row.get("why").into(),
            });
        }
    }
    let banned = csv::read(
        &format!("{FOLDER}/errors.csv"),
        &["locale", "word", "instead", "why"],
    )?;
    let path = format!("{FOLDER}/exceptions.csv");
    let exceptions = csv::read(&path, &["file", "place", "locale", "what", "reason"])?;
    if let Some(row) = exceptions.iter().find(|row| row.get("reason").is_empty()) {
        return Err(format!("{path}:{}: an exception has a reason", row.line));
    }
    Ok(Lists {
        jargon,
        banned: banned
            .iter()
            .map(|row| Banned {
                locale: row.get("locale").into(),
                word: row.get("word").into(),
                instead: row.get("instead").into(),
                why: row.get("why").into(),
            })
            .collect(),
        exceptions: exceptions
            .iter()
            .map(|row| Exception {
                line: row.line,
                file: row.get("file").into(),
                place: row.get("place").into(),
                locale: row.get("locale").into(),
                what: row.get("what").into(),
            })
            .collect(),
    })
}

/// The messages of a Fluent file, a variant of a plural each by itself. What stands in braces counts as
/// one word.
fn messages(file: &str, source: &str) -> Vec<Said> {
    let mut folders = file
        .rsplit('/')
        .skip(1)
        .filter(|folder| *folder != "procedures");
    let locale = folders.next().unwrap_or_default().to_string();
    let mut found: Vec<Said> = Vec::new();
    let mut key = String::new();
    let mut goes_on = false;
    for (n, line) in source.lines().enumerate() {
        let is_indented = line.starts_with(' ');
        let trimmed = line.trim();
        let text = if is_indented && !key.is_empty() {
            trimmed
        } else if let Some((name, value)) = line.split_once('=').filter(|_| is_key(line)) {
            key = name.trim().to_string();
            goes_on = false;
            value.trim()
        } else {
            key.clear();
            continue;
        };
        // `{ $n ->`, `[one] ...`, `*[other] ...`, `}`
        let variant = text.trim_start_matches('*');
        let text = match variant.split_once(']').filter(|_| variant.starts_with('[')) {
            Some((_, words)) => {
                goes_on = false;
                words.trim()
            }
            None if text.ends_with("->") || text == "}" => "",
            None => text,
        };
        if text.is_empty() {
            continue;
        }
        let text = without_braces(text);
        match found.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.text.push(' ');
                last.text.push_str(&text);
            }
            None => found.push(Said {
                file: file.into(),
                line: n + 1,
                place: key.clone(),
                locale: locale.clone(),
                text,
                is_label: is_label(&key),
                is_error: is_error(&key),
                is_official: false,
                scope: stem(&key).into(),
            }),
        }
        goes_on = true;
    }
    found
}

fn is_key(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-')
}

fn without_braces(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        out.push('…');
        rest = after.split_once('}').map_or("", |(_, behind)| behind);
    }
    out + rest
}

/// The part of a key that messages which are read together have in common.
fn stem(key: &str) -> &str {
    const ENDINGS: [&str; 6] = ["-title", "-label", "-hint", "-do", "-button", "-missing"];
    let ending = ENDINGS.iter().find(|ending| key.ends_with(*ending));
    ending.map_or(key, |ending| key.trim_end_matches(ending))
}

fn is_label(key: &str) -> bool {
    const ENDINGS: [&str; 9] = [
        "-title",
        "-label",
        "-button",
        "-link",
        "-yes",
        "-no",
        "-print",
        "-missing",
        "-hint-label",
    ];
    const ALONE: [&str; 21] = [
        "app-name",
        "skip",
        "back",
        "back-home",
        "continue",
        "change",
        "try-again",
        "yes",
        "no",
        "or",
        "optional",
        "why",
        "help",
        "send",
        "start-continue",
        "repeat-add",
        "file-remove",
        "file-arrived",
        "not-provided",
        "draft-continue",
        "draft-delete",
    ];
    let is_status = key.starts_with("status-") && !key.ends_with("-do");
    let is_choice = key.starts_with("preferences-") && !key.ends_with("-at-once");
    let is_line = key.starts_with("problem-")
        && !key.ends_with("-phone-old")
        && !key.starts_with("problem-file");
    ENDINGS.iter().any(|ending| key.ends_with(ending))
        || ALONE.contains(&key)
        || is_status
        || is_choice
        || is_line
}

fn is_error(key: &str) -> bool {
    const STARTS: [&str; 7] = [
        "problem-",
        "error-",
        "trouble-",
        "sending-refused",
        "file-failed",
        "file-refused",
        "proof-",
    ];
    STARTS.iter().any(|start| key.starts_with(start)) || key.ends_with("-missing")
}

/// The texts of a definition.
fn definition(file: &str, json: &Value) -> Vec<Said> {
    let mut found = Vec::new();
    collect(file, json, "", &mut found);
    found
}

fn collect(file: &str, json: &Value, path: &str, found: &mut Vec<Said>) {
    const TEXTS: [&str; 19] = [
        "name",
        "summary",
        "agency",
        "label",
        "hint",
        "why",
        "help",
        "missing",
        "title",
        "body",
        "message",
        "pattern_message",
        "note",
        "item",
        "text",
        "unit",
        "notices",
        "who",
        "receive",
    ];
    let mut say = |locale: &str, text: &str| {
        let key = key_of(path);
        let of_information = path.ends_with("/label") && text.contains(". ");
        found.push(Said {
            file: file.into(),
            line: 0,
            place: path.into(),
            locale: locale.into(),
            text: text.into(),
            is_label: matches!(key, "label" | "title" | "item" | "missing") && !of_information,
            is_error: matches!(key, "message" | "missing" | "pattern_message"),
            is_official: is_official(path),
            scope: scope(path).into(),
        });
    };
    match json {
        Value::Object(map) if map.get("vi").is_some_and(Value::is_string) => {
            for (locale, text) in map {
                say(locale, text.as_str().unwrap_or_default());
            }
        }
        Value::String(text) if TEXTS.contains(&key_of(path)) => say("vi", text),
        Value::Object(map) => {
            for (key, inner) in map {
                collect(file, inner, &format!("{path}/{key}"), found);
            }
        }
        Value::Array(list) => {
            for (n, inner) in list.iter().enumerate() {
                collect(file, inner, &format!("{path}/{n}"), found);
            }
        }
        _ => {}
    }
}

/// The last name in a JSON Pointer that is no number.
fn key_of(path: &str) -> &str {
    let is_name = |part: &&str| part.parse::<usize>().is_err();
    path.rsplit('/').find(is_name).unwrap_or_default()
}

/// The official name of the procedure, its office, its result, its laws.
fn is_official(path: &str) -> bool {
    ["/name", "/agency", "/result/name"].contains(&path)
        || path.starts_with("/legal/") && path.ends_with("/title")
}

/// The question that a text belongs to, or what else stands together: `/prepare/0`, `/steps/2`.
fn scope(path: &str) -> &str {
    let fields = path.rmatch_indices("/fields/").next();
    let start = fields.map_or(0, |(at, name)| at + name.len());
    let depth = if fields.is_some() { 0 } else { 2 };
    let mut slashes = path[start..].match_indices('/').map(|(at, _)| start + at);
    let end = if depth == 0 {
        slashes.next()
    } else {
        slashes.nth(depth)
    };
    &path[..end.unwrap_or(path.len())]
}

/// What is wrong, and which exceptions were needed.
fn check(said: &[Said], lists: &Lists) -> (Vec<String>, Vec<bool>) {
    let mut wrong = Vec::new();
    let mut used = vec![false; lists.exceptions.len()];
    for text in said {
        for (what, instead) in faults(text, said, lists) {
            let at = lists.exceptions.iter().position(|exception| {
                exception.file == text.file
                    && exception.place == text.place
                    && exception.locale == text.locale
                    && exception.what == what
            });
            match at {
                Some(at) => used[at] = true,
                None => wrong.push(report(text, &what, &instead)),
            }
        }
    }
    (wrong, used)
}

fn report(text: &Said, what: &str, instead: &str) -> String {
    let Said {
        file,
        line,
        place,
        locale,
        ..
    } = text;
    let at = match line {
        0 => format!("{file} {place} ({locale})"),
        line => format!("{file}:{line} {place}"),
    };
    format!("{at}: {what}: {instead}")
}

/// What is wrong with one text: the fault, and what to do.
fn faults(text: &Said, all: &[Said], lists: &Lists) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let lower = text.text.to_lowercase();
    if text.text.contains('!') {
        found.push(("!".into(), "write a full stop, or nothing".into()));
    }
    if text.is_label && text.text.ends_with('.') {
        let what = "a label, a heading or a button has no full stop";
        found.push((".".into(), what.into()));
    }
    for banned in lists
        .banned
        .iter()
        .filter(|b| text.is_error && b.locale == text.locale)
    {
        if find(&lower, &banned.word).is_some() {
            let instead = format!("say instead: {} ({})", banned.instead, banned.why);
            found.push((banned.word.clone(), instead));
        }
    }
    if text.is_official {
        return found;
    }
    for sentence in sentences(&text.text) {
        let words = sentence
            .split_whitespace()
            .filter(|word| is_word(word))
            .count();
        let most = longest(&text.locale);
        if words > most {
            let beginning: Vec<_> = sentence.split_whitespace().take(6).collect();
            let beginning = beginning.join(" ");
            let what = format!("{words} words in \"{beginning} ...\"; {most} at most: make it two");
            found.push(("long sentence".into(), what));
        }
    }
    for jargon in lists.jargon.iter().filter(|j| j.locale == text.locale) {
        let Some(at) = find(&lower, &jargon.word) else {
            continue;
        };
        let is_explained = jargon.may_stand
            && (in_brackets(&lower, at)
                || all
                    .iter()
                    .filter(|other| is_read_with(other, text))
                    .any(|other| explains(&other.text.to_lowercase(), jargon)));
        if !is_explained {
            let plain: Vec<_> = jargon.instead.iter().map(|w| format!("\"{w}\"")).collect();
            let plain = plain.join(" or ");
            let instead = match jargon.may_stand {
                true => format!("write {plain} and this once in brackets, or explain it beside it"),
                false => format!("write {plain}"),
            };
            let instead = format!("{instead} ({})", jargon.why);
            found.push((jargon.word.clone(), instead));
        }
    }
    found
}

/// Whether two texts of one language are read together. A step's own text is read with its questions.
fn is_read_with(other: &Said, text: &Said) -> bool {
    let of_step = || {
        let step = scope_of_step(&text.scope);
        text.line == 0 && !step.is_empty() && other.scope == step
    };
    other.file == text.file
        && other.locale == text.locale
        && (other.scope == text.scope || of_step())
}

fn scope_of_step(scope: &str) -> &str {
    let end = scope.match_indices('/').nth(2).map(|(at, _)| at);
    match (scope.starts_with("/steps/"), end) {
        (true, Some(end)) => &scope[..end],
        _ => "",
    }
}

/// Whether a text has the plain word, besides the jargon that may contain it.
fn explains(text: &str, jargon: &Jargon) -> bool {
    let rest = text.replace(&jargon.word, "…");
    jargon
        .instead
        .iter()
        .any(|plain| find(&rest, plain).is_some())
}

/// Whether what stands at `at` is in brackets, with something before them.
fn in_brackets(text: &str, at: usize) -> bool {
    let before = &text[..at];
    match (before.rfind('('), before.rfind(')')) {
        (Some(open), close) => {
            close.is_none_or(|close| close < open) && !before[..open].trim().is_empty()
        }
        _ => false,
    }
}

/// Where a word or words stand, not as a part of another word.
fn find(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        ![before, after]
            .into_iter()
            .flatten()
            .any(char::is_alphanumeric)
    })
}

fn is_word(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric) || word.contains('…')
}

/// Sentences: they end with a mark before a space or the end.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices() {
        let end = at + mark.len_utf8();
        let is_end = matches!(mark, '.' | '?' | '!') && text[end..].starts_with([' ', '\n']);
        if is_end {
            found.push(text[start..end].trim());
            start = end;
        }
    }
    found.push(text[start..].trim());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists_of(jargon: &[(&str, &str, bool)]) -> Lists {
        let jargon = jargon.iter().map(|(word, instead, may_stand)| Jargon {
            locale: "vi".into(),
            word: (*word).into(),
            instead: instead.split(';').map(Into::into).collect(),
            may_stand: *may_stand,
            why: "x".into(),
        });
        Lists {
            jargon: jargon.collect(),
            banned: vec![Banned {
                locale: "vi".into(),
                word: "vui lòng".into(),
                instead: "việc cần làm".into(),
                why: "x".into(),
            }],
            exceptions: Vec::new(),
        }
    }

    fn faults_of(said: &[Said], lists: &Lists) -> Vec<String> {
        let faults = said.iter().flat_map(|text| faults(text, said, lists));
        faults.map(|(what, _)| what).collect()
    }

    /// [70] And no word that people don't use, no sentence that is too long.
    #[test]
    fn what_citizens_read_is_in_plain_words() {
        assert_eq!(shipped().expect("the lists are read"), [""; 0]);
    }

    #[test]
    fn messages_are_read_with_their_lines() {
        let source = "# Vui lòng\n\n## Một\n\na-title = Nhập { $label }.\nb =\n    { $n ->\n        [0] Không\n       *[other] { $n } mục\n    }\nc = Một\n    hai\n";
        let said = messages("public/locales/vi/messages.ftl", source);
        let seen: Vec<_> = said
            .iter()
            .map(|said| (said.line, said.place.as_str(), said.text.as_str()))
            .collect();
        assert_eq!(
            seen,
            [
                (5, "a-title", "Nhập …."),
                (8, "b", "Không"),
                (9, "b", "… mục"),
                (11, "c", "Một hai"),
            ]
        );
        assert_eq!(said[0].locale, "vi");
        assert_eq!(faults_of(&said, &lists_of(&[])), ["."]);
    }

    #[test]
    fn a_word_of_offices_stands_only_where_it_is_explained() {
        let lists = lists_of(&[("tiếp nhận", "nhận", true), ("hợp lệ", "dùng được", false)]);
        for (source, wanted) in [
            ("a = Chờ tiếp nhận.", &["tiếp nhận"][..]),
            ("a = Chờ Tiếp nhận.", &["tiếp nhận"]),
            ("a = Cơ quan nhận (tiếp nhận) hồ sơ.", &[]),
            ("a = (tiếp nhận) hồ sơ.", &["tiếp nhận"]),
            ("a = Được tiếp nhận\na-do = Cơ quan đã nhận hồ sơ.", &[]),
            (
                "a = Được tiếp nhận\nb = Cơ quan đã nhận hồ sơ.",
                &["tiếp nhận"],
            ),
            ("a = Dùng được (hợp lệ)", &["hợp lệ"]),
            ("a = Thích hợp lệ phí", &["hợp lệ"]),
            ("a = Hợp lệnh", &[]),
        ] {
            let said = messages("x/vi/messages.ftl", source);
            assert_eq!(faults_of(&said, &lists), wanted, "{source}");
        }
    }

    #[test]
    fn a_question_explains_its_own_words_and_those_of_its_options() {
        let lists = lists_of(&[("tích hợp", "ghi chung", true), ("kê khai", "khai", true)]);
        let json = serde_json::json!({
            "name": {"vi": "Đổi giấy tích hợp"},
            "steps": [{"title": {"vi": "Bước"}, "body": "Bạn khai ở đây.", "fields": [
                {"id": "a", "label": {"vi": "Giấy tích hợp", "en": "x"}, "hint": "Giấy ghi chung nhiều hạng"},
                {"id": "b", "label": "Lý do", "options": [{"value": "x", "label": "Tách giấy tích hợp"}]},
                {"id": "c", "label": "Người kê khai", "missing": "Vui lòng nhập."},
            ]}],
        });
        let said = definition("x.json", &json);
        let found: Vec<_> = said
            .iter()
            .flat_map(|text| {
                let faults = faults(text, &said, &lists).into_iter();
                faults.map(|(what, _)| (text.place.as_str(), what))
            })
            .collect();
        assert_eq!(
            found,
            [
                ("/steps/0/fields/1/options/0/label", "tích hợp".to_string()),
                ("/steps/0/fields/2/missing", ".".to_string()),
                ("/steps/0/fields/2/missing", "vui lòng".to_string()),
            ]
        );
    }

    #[test]
    fn sentences_are_short_and_calm() {
        let words = |n: usize| vec!["chữ"; n].join(" ");
        for (text, wanted) in [
            (format!("{}. {}.", words(30), words(30)), vec![]),
            (format!("{}.", words(31)), vec!["long sentence"]),
            (
                format!("{} 3.000347 {}.", words(15), words(15)),
                vec!["long sentence"],
            ),
            (format!("{} · {} ?", words(15), words(15)), vec![]),
            ("Xong!".into(), vec!["!"]),
        ] {
            let said = messages("x/vi/messages.ftl", &format!("a = {text}"));
            assert_eq!(faults_of(&said, &lists_of(&[])), wanted, "{text}");
        }
    }

    #[test]
    fn an_exception_is_for_one_word_in_one_place_and_has_to_be_needed() {
        let exception = |place: &str| Exception {
            line: 2,
            file: "x/vi/messages.ftl".into(),
            place: place.into(),
            locale: "vi".into(),
            what: "!".into(),
        };
        let mut lists = lists_of(&[]);
        lists.exceptions = vec![exception("a"), exception("b")];
        let said = messages("x/vi/messages.ftl", "a = Xong!\nc = Xong!");
        let (wrong, used) = check(&said, &lists);
        assert_eq!(
            wrong,
            ["x/vi/messages.ftl:2 c: !: write a full stop, or nothing"]
        );
        assert_eq!(used, [true, false]);
    }

    #[test]
    fn what_belongs_together() {
        for (path, wanted) in [
            ("/steps/1/fields/0/options/3/label", "/steps/1/fields/0"),
            (
                "/steps/5/fields/0/fields/2/hint",
                "/steps/5/fields/0/fields/2",
            ),
            ("/steps/1/body", "/steps/1"),
            ("/prepare/3/hint", "/prepare/3"),
            ("/notices/0", "/notices/0"),
            ("/summary", "/summary"),
        ] {
            assert_eq!(scope(path), wanted);
        }
    }
}
