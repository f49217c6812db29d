//! What the portal may know already: registers of people, licences, businesses and births. All of it is made
//! up, and says so.
//!
//! A definition says which datum belongs to which question (`prefill`, `lookup`). Nothing else is told.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use portal_wire::{Found, KnownAnswer, Lookup, Prefill, ProblemDetails, Texts};
use procedure::definition::{KindDefinition, Options};
use procedure::field::Field;
use procedure::{Form, SortedMap, parse_date};
use rusqlite::{Connection, TransactionBehavior};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::accounts::session::{Signed, Visitor};
use crate::json::Json;
use crate::limit::Limit;
use crate::problem::Refusal;
use crate::state::Portal;

const PEOPLE: &str = include_str!("../data/people.json");
const REGISTERS: &str = include_str!("../data/registers.json");

/// The register that knows people. It is about somebody else than the one who asks.
const PEOPLE_NAME: &str = "people";

/// Lookups of one account: a register is no list to go through.
const LOOKUPS: Limit = Limit::an_hour("lookup", 30);

/// How long a register that is down is left alone, in seconds.
const DOWN: u64 = 60;

/// Longest key, in characters.
const LONGEST_KEY: usize = 100;

#[derive(Debug, Deserialize)]
struct PeopleFile {
    as_of: String,
    source: Texts,
    people: Vec<Person>,
}

/// Somebody in the register of people.
#[derive(Debug, Deserialize)]
pub(crate) struct Person {
    id: String,
    data: Map<String, Value>,
    /// The papers in their store.
    pub(crate) documents: Vec<Paper>,
}

/// A paper in somebody's store.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Paper {
    pub(crate) kind: String,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) issued_on: Option<String>,
    #[serde(default)]
    pub(crate) expires_on: Option<String>,
}

#[derive(Debug, Deserialize)]
struct RegistersFile {
    registers: Vec<Register>,
}

#[derive(Debug, Deserialize)]
struct Register {
    name: String,
    as_of: String,
    source: Texts,
    entries: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
struct Entry {
    key: String,
    data: Map<String, Value>,
}

/// Every register.
#[derive(Debug)]
pub(crate) struct Registers {
    people: PeopleFile,
    others: Vec<Register>,
    /// Those that do not answer, on purpose.
    down: Vec<String>,
}

/// An answer that a register has otherwise.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct Difference {
    /// Where the answer stands in what was sent.
    pub(crate) pointer: String,
    /// The question, in Vietnamese.
    pub(crate) label: String,
    /// What the register has, in words.
    pub(crate) register: String,
    /// Which register.
    pub(crate) source: String,
    /// The day on which it was so, `YYYY-MM-DD`.
    pub(crate) as_of: String,
}

/// Whether two answers say the same. In names, small and capital letters do.
fn is_same(sent: &Value, known: &Value) -> bool {
    match (sent, known) {
        (Value::String(sent), Value::String(known)) => sent.to_lowercase() == known.to_lowercase(),
        _ => sent == known,
    }
}

/// What a register has, as an officer reads it.
fn in_words(field: &Field, value: &Value) -> String {
    match value {
        Value::String(text) => {
            let options = match field.kind() {
                KindDefinition::Choice(Options::Inline(options)) => options.as_slice(),
                _ => &[],
            };
            let option = options.iter().find(|option| option.value == *text);
            if let Some(option) = option {
                return option.label.pick(&["vi"]).text.to_string();
            }
            parse_date(text).map_or_else(
                || text.clone(),
                |day| {
                    format!(
                        "{:02}/{:02}/{}",
                        day.day(),
                        u8::from(day.month()),
                        day.year()
                    )
                },
            )
        }
        Value::Object(parts) => {
            let parts: Vec<String> = parts.values().map(|part| in_words(field, part)).collect();
            parts.join(", ")
        }
        other => other.to_string(),
    }
}

impl Registers {
    /// Those that come with the project, without those in `down`.
    ///
    /// # Errors
    /// The embedded data cannot be read.
    pub(crate) fn embedded(down: Vec<String>) -> Result<Self, serde_json::Error> {
        Ok(Self {
            people: serde_json::from_str(PEOPLE)?,
            others: serde_json::from_str::<RegistersFile>(REGISTERS)?.registers,
            down,
        })
    }

    fn is_up(&self, name: &str) -> Result<(), Refusal> {
        match self.down.iter().any(|down| down == name) {
            true => Err(Refusal::later(
                "register-down",
                "The register does not answer",
                DOWN,
            )),
            false => Ok(()),
        }
    }

    /// Whoever has signed in, where the portal is sure of who it is.
    ///
    /// # Errors
    /// The register of people is down.
    pub(crate) fn person(&self, signed: &Signed) -> Result<Option<&Person>, Refusal> {
        let Some(id) = signed.personal_id() else {
            return Ok(None);
        };
        self.is_up(PEOPLE_NAME)?;
        Ok(self.people.people.iter().find(|person| person.id == id))
    }

    /// What is known of a form's answers.
    fn prefill(&self, form: &Form, signed: &Signed) -> Result<Prefill, Refusal> {
        let person = self.person(signed)?;
        let mut prefill = Prefill::default();
        for field in form.fields() {
            let Some(asked) = &field.definition.prefill else {
                continue;
            };
            let known = match asked.from.split_once('.') {
                Some(("person", datum)) => person.and_then(|person| {
                    Some(KnownAnswer {
                        value: person.datum(datum)?,
                        source: self.people.source.clone(),
                        as_of: self.people.as_of.clone(),
                        locked: asked.locked,
                    })
                }),
                Some(("account", datum)) => of_account(signed, datum).map(|value| KnownAnswer {
                    value,
                    source: account_source(),
                    as_of: signed.seen_on.clone(),
                    // Only a register of another office is beyond the person's own correction.
                    locked: false,
                }),
                _ => None,
            };
            if let Some(known) = known {
                prefill.fields.insert(field.id().to_string(), known);
            }
        }
        Ok(prefill)
    }

    /// The answers that the register of people has otherwise than they were sent. Where it does not answer, nothing
    /// is said of it.
    pub(crate) fn differences(
        &self,
        form: &Form,
        answers: &Value,
        signed: &Signed,
    ) -> Vec<Difference> {
        let known = self.prefill(form, signed).unwrap_or_default();
        let differs = |field: &Arc<Field>| {
            let known = known.fields.get(field.id().as_str())?;
            let sent = answers.get(field.id().as_str())?;
            (known.locked && !is_same(sent, &known.value)).then(|| Difference {
                pointer: format!("/answers/{}", field.id()),
                label: field.definition.label.pick(&["vi"]).text.to_string(),
                register: in_words(field, &known.value),
                source: known.source.get("vi").cloned().unwrap_or_default(),
                as_of: known.as_of.clone(),
            })
        };
        form.fields().filter_map(differs).collect()
    }

    /// What a register has under this key, as far as the field's `lookup` asks for it.
    fn find(
        &self,
        register: &str,
        lookup: &procedure::definition::Lookup,
        key: &str,
    ) -> Result<Option<Found>, Refusal> {
        self.is_up(register)?;
        let key = bare(key);
        let of = |datum: &dyn Fn(&str) -> Option<Value>, source: &Texts, as_of: &str| {
            let mut fields = SortedMap::new();
            for (field, name) in &lookup.fills {
                if let Some(value) = datum(name) {
                    fields.insert(field.to_string(), value);
                }
            }
            Found {
                fields,
                source: source.clone(),
                as_of: as_of.to_string(),
            }
        };
        if register == PEOPLE_NAME {
            let file = &self.people;
            let person = file.people.iter().find(|person| person.id == key);
            return Ok(
                person.map(|person| of(&|name| person.datum(name), &file.source, &file.as_of))
            );
        }
        let register = self.others.iter().find(|other| other.name == register);
        let found = register.and_then(|register| {
            let entry = register
                .entries
                .iter()
                .find(|entry| bare(&entry.key) == key)?;
            let datum = |name: &str| entry.data.get(name).cloned();
            Some(of(&datum, &register.source, &register.as_of))
        });
        Ok(found)
    }
}

impl Person {
    fn datum(&self, name: &str) -> Option<Value> {
        match name {
            "id" => Some(Value::from(self.id.as_str())),
            "residence" => self.data.get("permanent").cloned(),
            name => self.data.get(name).cloned(),
        }
    }
}

fn of_account(signed: &Signed, datum: &str) -> Option<Value> {
    match datum {
        "phone" => signed.phone.as_deref().map(Value::from),
        "email" => signed.email.as_deref().map(Value::from),
        _ => None,
    }
}

fn account_source() -> Texts {
    [
        ("vi", "Tài khoản mà bạn dùng để đăng nhập"),
        ("en", "The account that you signed in with"),
    ]
    .map(|(locale, text)| (locale.to_string(), text.to_string()))
    .into()
}

/// A key as it is compared: without what people put between its parts.
fn bare(key: &str) -> String {
    procedure::exact(key)
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-'))
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

/// The level that somebody needs who looks something up. What a register knows of other people is told only
/// to those whom the portal knows.
fn level_for(register: &str) -> u8 {
    match register {
        PEOPLE_NAME => 2,
        _ => 1,
    }
}

/// What the portal knows of a procedure's answers: at level 1 what the account has, at level 2 what the
/// register of people has too.
#[utoipa::path(
    get, path = "/me/prefill/{procedure}", operation_id = "prefill", tag = "accounts", security(("session" = [])),
    params(("procedure" = String, Path, description = "Code of the procedure")),
    responses(
        (status = 200, description = "Answers by field name, in the shape in which they are sent", body = Prefill),
        (status = 401, description = "`sign-in-needed`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, description = "`not-found`: no such procedure", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 503, description = "`register-down`", body = ProblemDetails, content_type = "application/problem+json",
            headers(("Retry-After" = u64, description = "Seconds"))),
    ),
)]
pub(crate) async fn prefill(
    State(portal): State<Portal>,
    Path(procedure): Path<String>,
    visitor: Visitor,
) -> Result<Json<Prefill>, Refusal> {
    let now = portal.clock.now();
    let signed = portal.store.run(move |db| visitor.reads(db, now)).await?;
    let offered = portal.procedures.get(&procedure);
    let form = offered
        .as_ref()
        .and_then(|offered| offered.form.as_ref().ok());
    let form = form.ok_or_else(Refusal::not_found)?;
    portal.registers.prefill(form, &signed).map(Json)
}

/// Looks an answer up in a register. Only what the definition's `lookup` of this field asks for is told.
#[utoipa::path(
    post, path = "/lookups/{register}", operation_id = "lookUp", tag = "accounts", security(("session" = [])),
    params(
        ("register" = String, Path, description = "Name of the register, as `licences`"),
        ("Motcua-Csrf" = String, Header, description = "`1`"),
    ),
    request_body = Lookup,
    responses(
        (status = 200, description = "Answers by field name, in the shape in which they are sent", body = Found),
        (status = 401, description = "`sign-in-needed`", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, description = "`account-needed`: for `people` level 2; `csrf`", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 404, description = "`lookup-nothing`: the register has nothing under this key", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 422, description = "`lookup-unknown`: the field is not looked up in this register", body = ProblemDetails,
            content_type = "application/problem+json"),
        (status = 429, description = "`too-many-tries`: thirty lookups of this account in an hour", body = ProblemDetails,
            content_type = "application/problem+json", headers(("Retry-After" = u64, description = "Seconds"))),
        (status = 503, description = "`register-down`", body = ProblemDetails, content_type = "application/problem+json",
            headers(("Retry-After" = u64, description = "Seconds"))),
    ),
)]
pub(crate) async fn look_up(
    State(portal): State<Portal>,
    Path(register): Path<String>,
    visitor: Visitor,
    Json(new): Json<Lookup>,
) -> Result<Json<Found>, Refusal> {
    let now = portal.clock.now();
    let level = level_for(&register);
    let count = move |db: &mut Connection| {
        let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let signed = visitor.changes(&change, now)?;
        signed.needs(level)?;
        LOOKUPS.check(&change, &signed.account, now)?;
        LOOKUPS.count(&change, &signed.account, now)?;
        change.commit()?;
        Ok::<_, Refusal>(())
    };
    portal.store.run(count).await?;
    let offered = portal.procedures.get(&new.procedure);
    let form = offered
        .as_ref()
        .and_then(|offered| offered.form.as_ref().ok());
    let lookup = form.and_then(|form| lookup_of(form, &new.field));
    let lookup = lookup.filter(|lookup| lookup.register == register);
    let lookup = lookup.ok_or_else(|| {
        Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "lookup-unknown",
            "The field is not looked up in this register",
        )
        .at("/field", "Câu hỏi này không tra cứu được ở đây.")
    })?;
    let is_short = new.key.chars().count() <= LONGEST_KEY;
    let found = match is_short {
        true => portal.registers.find(&register, &lookup, &new.key)?,
        false => None,
    };
    found.map(Json).ok_or_else(|| {
        Refusal::new(
            StatusCode::NOT_FOUND,
            "lookup-nothing",
            "The register has nothing under this key",
        )
    })
}

/// The `lookup` of a field, in a row or outside.
fn lookup_of(form: &Form, field: &str) -> Option<procedure::definition::Lookup> {
    let with_rows = form
        .fields()
        .flat_map(|field| std::iter::once(field).chain(&field.rows));
    let mut fields = with_rows.filter(|candidate| candidate.id().as_str() == field);
    fields.next()?.definition.lookup.clone()
}

#[cfg(test)]
mod tests {
    use procedure::field::Field;
    use procedure::{Problem, ProblemCode, parse_date};
    use serde_json::json;

    use super::*;
    use crate::catalogue::Procedures;
    use crate::code_lists::CodeLists;

    fn all() -> (Registers, Vec<(String, std::sync::Arc<Form>)>) {
        let procedures = Procedures::embedded().expect("the catalogue is right");
        let forms = procedures.described().map(|offered| {
            let form = offered.form.as_ref().expect("it compiles").clone();
            (offered.entry.code.clone(), form)
        });
        let registers = Registers::embedded(Vec::new()).expect("registers");
        (registers, forms.collect())
    }

    fn fields(form: &Form) -> impl Iterator<Item = &Field> {
        let with_rows = form
            .fields()
            .flat_map(|field| std::iter::once(field).chain(&field.rows));
        with_rows.map(|field| field.as_ref())
    }

    /// What a form finds wrong with these answers themselves, whether it asks for them or not.
    fn wrong(form: &std::sync::Arc<Form>, answers: &Value) -> Vec<Problem> {
        let lists = CodeLists::embedded().expect("lists").lists;
        let today = parse_date("2026-11-22").expect("a day");
        let problems = form.accept(answers, &lists, &|_| None, today);
        let mut problems = problems.err().unwrap_or_default();
        problems.retain(|problem| {
            let said = answers.get(problem.path.field.as_str()).is_some();
            said && !matches!(problem.code, ProblemCode::NotAsked | ProblemCode::Rule(_))
        });
        problems
    }

    #[test]
    fn every_datum_that_a_definition_wants_is_known_and_fits_its_question() {
        let (registers, forms) = all();
        let people = &registers.people.people;
        let knows = |name: &str| people.iter().any(|person| person.datum(name).is_some());
        for (code, form) in &forms {
            for field in fields(form) {
                let Some(prefill) = &field.definition.prefill else {
                    continue;
                };
                let is_known = match prefill.from.split_once('.') {
                    Some(("person", datum)) => knows(datum),
                    Some(("account", datum)) => matches!(datum, "phone" | "email"),
                    _ => false,
                };
                assert!(is_known, "{code}: {}", prefill.from);
            }
            for person in people {
                let signed = Signed::sample(2, Some(&person.id));
                let prefill = registers.prefill(form, &signed).expect("they are up");
                let mut answers = json!({});
                for (field, known) in prefill.fields.iter() {
                    answers[field] = known.value.clone();
                }
                let problems = wrong(form, &answers);
                assert!(problems.is_empty(), "{code} {}: {problems:?}", person.id);
            }
        }
    }

    #[test]
    fn every_lookup_finds_what_its_definition_wants_and_it_fits() {
        let (registers, forms) = all();
        let mut tried = 0;
        for (code, form) in &forms {
            for field in fields(form) {
                let Some(lookup) = &field.definition.lookup else {
                    continue;
                };
                let keys: Vec<&str> = match lookup.register.as_str() {
                    PEOPLE_NAME => registers
                        .people
                        .people
                        .iter()
                        .map(|person| person.id.as_str())
                        .collect(),
                    name => {
                        let register = registers
                            .others
                            .iter()
                            .find(|register| register.name == name);
                        let register =
                            register.unwrap_or_else(|| panic!("{code}: no register {name}"));
                        register
                            .entries
                            .iter()
                            .map(|entry| entry.key.as_str())
                            .collect()
                    }
                };
                let mut never: Vec<String> = lookup
                    .fills
                    .iter()
                    .map(|(field, _)| field.to_string())
                    .collect();
                for key in keys {
                    let found = registers
                        .find(&lookup.register, lookup, key)
                        .expect("it is up");
                    let found = found.unwrap_or_else(|| panic!("{code}: {key}"));
                    never.retain(|field| found.fields.get(field.as_str()).is_none());
                    let mut answers = json!({});
                    answers[field.id().as_str()] = json!(key);
                    for (field, value) in found.fields.iter() {
                        answers[field] = value.clone();
                    }
                    let problems = wrong(form, &answers);
                    assert!(problems.is_empty(), "{code} {key}: {problems:?}");
                    tried += 1;
                }
                assert!(never.is_empty(), "{code}: nothing for {never:?}");
            }
        }
        assert!(tried > 10, "{tried}");
    }

    #[test]
    fn papers_are_of_the_kinds_that_definitions_ask_for() {
        let (registers, forms) = all();
        let people = &registers.people.people;
        let papers: Vec<&str> = people
            .iter()
            .flat_map(|person| &person.documents)
            .map(|paper| paper.kind.as_str())
            .collect();
        for (code, form) in &forms {
            for field in fields(form) {
                let procedure::definition::KindDefinition::File(kind) = field.kind() else {
                    continue;
                };
                if let Some(document) = &kind.document {
                    assert!(papers.contains(&document.as_str()), "{code}: {document}");
                }
            }
        }
        // Nobody has two of a kind: their names in addresses are their kinds.
        for person in people {
            let mut kinds: Vec<_> = person.documents.iter().map(|paper| &paper.kind).collect();
            let count = kinds.len();
            kinds.sort();
            kinds.dedup();
            assert_eq!(kinds.len(), count, "{}", person.id);
        }
    }
}
