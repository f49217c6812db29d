//! One table of bad values, refused alike by the portal (`Form::accept`) and by the app (`Session`
//! with typed answers). `parity.json` explains itself; the reference portal's tests read it too.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use common::{LISTS, day, form_at, json_of, lists, session, uploaded};
use procedure::definition::KindDefinition as Kind;
use procedure::file::FileType;
use procedure::{Date, FieldPath, FileAnswer, Form, Problem, ProblemCode};
use serde_json::Value as Json;

struct Procedure {
    form: Arc<Form>,
    answers: Json,
}

struct Table {
    json: Json,
    today: Date,
    procedures: BTreeMap<String, Procedure>,
}

/// A pointer into the submission and the name of a code.
type Refused = (String, String);

impl Table {
    fn read() -> Self {
        let json = json_of("tests/parity.json");
        let text = |json: &Json| json.as_str().expect("a text").to_string();
        let procedures = json["procedures"].as_object().expect("procedures by code");
        let procedures = procedures.iter().map(|(code, paths)| {
            let procedure = Procedure {
                form: form_at(&text(&paths["definition"])),
                answers: json_of(&text(&paths["answers"])),
            };
            (code.clone(), procedure)
        });
        Self {
            today: day(&text(&json["today"])),
            procedures: procedures.collect(),
            json,
        }
    }

    fn rows(&self, table: &str) -> &[Json] {
        self.json[table].as_array().expect("rows")
    }

    fn procedure(&self, row: &Json) -> &Procedure {
        &self.procedures[row["procedure"].as_str().expect("a code")]
    }

    /// What the portal has under an upload's name.
    fn upload(&self, name: &str) -> Option<FileAnswer> {
        let fits = uploaded(name)?;
        let Some(facts) = self.json["uploads"].get(name) else {
            return Some(fits);
        };
        let pixel = |n: usize| u32::try_from(facts["pixels"][n].as_u64()?).ok();
        Some(FileAnswer {
            bytes: facts.get("bytes")?.as_u64()?,
            kind: serde_json::from_value::<Option<FileType>>(facts["kind"].clone()).ok()?,
            pixels: pixel(0).zip(pixel(1)),
            locked: facts["locked"].as_bool()?,
            ..fits
        })
    }

    /// What the portal finds wrong.
    fn at_the_portal(&self, row: &Json) -> Vec<Refused> {
        let procedure = self.procedure(row);
        let sent = changed(&procedure.answers, row);
        let files = |name: &str| self.upload(name);
        let found = procedure.form.accept(&sent, &lists(), &files, self.today);
        found.err().as_deref().map_or_else(Vec::new, names)
    }

    /// What the app finds wrong when a citizen types the same.
    fn in_the_app(&self, row: &Json) -> Vec<Refused> {
        let procedure = self.procedure(row);
        let sent = changed(&procedure.answers, row);
        let files = |name: &str| self.upload(name);
        let session = session(&procedure.form, &sent, &files, self.today);
        let found = session.submission();
        found.err().as_deref().map_or_else(Vec::new, names)
    }
}

fn changed(answers: &Json, row: &Json) -> Json {
    let mut sent = answers.clone();
    let at = row["at"].as_str().expect("a pointer");
    let (parent, key) = at.rsplit_once('/').expect("a pointer");
    let parent = sent.pointer_mut(parent);
    match parent.unwrap_or_else(|| panic!("nothing to change: {row}")) {
        Json::Object(map) if row["remove"] == true => {
            assert!(map.remove(key).is_some(), "nothing to remove: {row}");
        }
        Json::Object(map) => {
            map.insert(key.to_string(), row["sent"].clone());
        }
        Json::Array(items) => items[key.parse::<usize>().expect("a number")] = row["sent"].clone(),
        _ => panic!("nothing to change: {row}"),
    }
    sent
}

fn names(problems: &[Problem]) -> Vec<Refused> {
    problems
        .iter()
        .map(|problem| (problem.pointer(), name(&problem.code)))
        .collect()
}

/// The code's name; of a format or a file the inner name too.
fn name(code: &ProblemCode) -> String {
    let debug = format!("{code:?}");
    let words: Vec<&str> = debug
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    match code {
        ProblemCode::Format(_) | ProblemCode::File(_) => words[..2].join("."),
        _ => words[0].to_string(),
    }
}

fn wanted(row: &Json) -> Vec<Refused> {
    let text = |key: &str| row[key].as_str().expect("a text").to_string();
    vec![(text("pointer"), text("code"))]
}

#[test]
fn the_base_answers_are_accepted() {
    let table = Table::read();
    for (code, procedure) in &table.procedures {
        let files = |name: &str| table.upload(name);
        let accepted = procedure
            .form
            .accept(&procedure.answers, &lists(), &files, table.today);
        let accepted = accepted.unwrap_or_else(|problems| panic!("{code}: {problems:?}"));
        assert_eq!(accepted.answers(), &procedure.answers, "{code}");
        let typed = session(&procedure.form, &procedure.answers, &files, table.today);
        assert_eq!(typed.submission(), Ok(accepted), "{code}");
    }
}

// [52, 62]
#[test]
fn bad_values_are_refused_alike_on_both_sides() {
    let table = Table::read();
    let mut wrong = Vec::new();
    for row in table.rows("cases") {
        let (portal, app) = (table.at_the_portal(row), table.in_the_app(row));
        if portal != wanted(row) || app != wanted(row) {
            wrong.push(format!("{row}\n  portal: {portal:?}\n  app:    {app:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_only_a_program_sends_is_refused_by_the_portal() {
    let table = Table::read();
    let mut wrong = Vec::new();
    for row in table.rows("portal_only") {
        let portal = table.at_the_portal(row);
        if portal != wanted(row) {
            wrong.push(format!("{row}\n  portal: {portal:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_covers_every_kind_and_every_code() {
    let table = Table::read();
    assert!(table.rows("cases").len() >= 40);
    let (mut kinds, mut codes) = (BTreeSet::new(), BTreeSet::new());
    for row in table.rows("cases").iter().chain(table.rows("portal_only")) {
        let pointer = row["pointer"].as_str().expect("a pointer");
        let (path, _) = FieldPath::from_pointer(pointer).expect("a field's pointer");
        if let Some(field) = table.procedure(row).form.field(&path) {
            kinds.insert(field.kind().name());
        }
        codes.insert(row["code"].as_str().expect("a code").to_string());
    }
    assert_eq!(kinds, BTreeSet::from(Kind::NAMES));
    // Not here: NotANumber, which no JSON number is; RowIncomplete, which only a page shows; Portal.
    let every = "Missing TooShort TooLong Format.PersonName Format.Phone Format.PhoneOldPrefix \
        Format.Email Format.PersonalIdLength Format.PersonalIdDigits Format.PersonalIdImpossible \
        Format.OldId Format.Passport Format.DrivingLicence Format.TaxCode Format.TaxCodeChecksum \
        Format.Plate Format.HealthInsurance Format.Time Pattern TooManyDecimals TooSmall TooLarge \
        DateIncomplete NoSuchDate YearDigits DateTooEarly DateTooLate DateInFuture DateInPast \
        NotAnOption TooFewChosen TooManyChosen NoneAndSome TooFewRows TooManyRows File.Empty \
        File.TooLarge File.WrongType File.TooFewPixels File.Locked File.TooMany File.NotUploaded \
        Rule NotAsked";
    let every: BTreeSet<String> = every.split_whitespace().map(str::to_string).collect();
    assert_eq!(codes, every);
}

#[test]
fn the_lists_are_those_that_both_sides_use() {
    let lists = Table::read().json["lists"].clone();
    for (list, parts) in lists.as_object().expect("lists by name") {
        for (parent, codes) in parts.as_object().expect("parts by parent") {
            let same = LISTS.iter().find(|(l, p, _)| l == list && p == parent);
            let same = same.map(|(_, _, codes)| Json::from(codes.to_vec()));
            assert_eq!(Some(codes), same.as_ref(), "{list} {parent}");
        }
    }
}
