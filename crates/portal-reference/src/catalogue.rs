//! The procedures that the portal offers: definitions from a folder, and the names of the national
//! catalogue; and the search in both.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path as UrlPath, Query, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use portal_wire::{Catalogue, CatalogueEntry, Texts};
use procedure::{Form, Mistake, Text, definition};
use search::table::{Row, Table, TableError};
use search::{Contents, Filter, Index, Procedure, Synonyms};
use serde::Deserialize;
use serde_json::Value;

use crate::json::{cached, cached_as};
use crate::known_by_name;
use crate::problem::Refusal;
use crate::state::Portal;

/// The definitions that come with the project: file name and content.
const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/procedures.rs"));
/// The words that people search with, by language.
const SYNONYMS: &[&str] = include!(concat!(env!("OUT_DIR"), "/synonyms.rs"));
/// The national catalogue, and what stands beside it.
const TABLE: &str = include_str!("../data/procedure_catalogue.csv");
const ABOUT: &str = include_str!("../data/procedure_catalogue.json");

/// Most procedures that a search answers. Who reads on, asks better.
const MOST: usize = 50;

/// A procedure of the portal.
#[derive(Debug)]
pub(crate) struct Offered {
    /// What the catalogue says about it.
    pub entry: CatalogueEntry,
    /// The definition, as its author wrote it.
    pub json: Bytes,
    /// The compiled definition, or why there is none.
    pub form: Result<Arc<Form>, Vec<Mistake>>,
}

/// Every procedure.
#[derive(Debug)]
pub(crate) struct Procedures {
    /// Those that somebody has described, by code.
    described: BTreeMap<String, Arc<Offered>>,
    /// The national catalogue, for procedures that are known by name only.
    table: Option<Table>,
    index: Index,
    /// The index as it is given out.
    written: Bytes,
    synonyms: Synonyms,
}

impl Procedures {
    /// Those that come with the project, and the national catalogue.
    ///
    /// # Errors
    /// The catalogue cannot be read.
    pub(crate) fn embedded() -> Result<Self, TableError> {
        let files = EMBEDDED
            .iter()
            .map(|(name, json)| (name.to_string(), json.to_string()));
        let table = Table::read(TABLE, ABOUT)?;
        Ok(Self::new(files, Some(table)))
    }

    /// Those of a folder: every `*.json` in it, and nothing else.
    ///
    /// # Errors
    /// The folder or a file in it cannot be read.
    pub(crate) fn of_folder(folder: &Path) -> std::io::Result<Self> {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ending == "json") {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                files.push((name.into_owned(), std::fs::read_to_string(&path)?));
            }
        }
        files.sort();
        Ok(Self::new(files.into_iter(), None))
    }

    /// Those of these files, name and content, and of a table. What is wrong with a file is logged, and
    /// does not stop the others; it is still served, so that its author sees the mistakes in the app.
    fn new(files: impl Iterator<Item = (String, String)>, table: Option<Table>) -> Self {
        let mut described = BTreeMap::new();
        for (file, json) in files {
            let offered = Offered::read(&file, json);
            for mistake in offered.form.as_ref().err().into_iter().flatten() {
                eprintln!("portal-reference: {file}: {mistake}");
            }
            let code = offered.entry.code.clone();
            if described.insert(code.clone(), Arc::new(offered)).is_some() {
                eprintln!("portal-reference: {file}: another file has the code {code} too");
            }
        }
        let index = Index::new(contents(&described, table.as_ref()));
        let mut synonyms = Synonyms::default();
        for json in SYNONYMS {
            synonyms.extend(Synonyms::read(json).unwrap_or_default());
        }
        Self {
            written: index.write().into(),
            described,
            table,
            index,
            synonyms,
        }
    }

    /// How many there are.
    pub(crate) fn count(&self) -> u64 {
        self.index.procedures().len() as u64
    }

    /// Every procedure that somebody has described.
    #[cfg(test)]
    pub(crate) fn described(&self) -> impl Iterator<Item = &Offered> {
        self.described.values().map(|offered| offered.as_ref())
    }

    /// The procedure with this code: as it was described, else as it is known by name.
    pub(crate) fn get(&self, code: &str) -> Option<Arc<Offered>> {
        if let Some(offered) = self.described.get(code) {
            return Some(offered.clone());
        }
        let (table, row) = self.row(code)?;
        let json = known_by_name::definition(row, table);
        let text = String::from_utf8_lossy(&json).into_owned();
        let mut offered = Offered::read(code, text);
        offered.entry.form = false;
        Some(Arc::new(offered))
    }

    fn row(&self, code: &str) -> Option<(&Table, &Row)> {
        let table = self.table.as_ref()?;
        let row = table.rows.iter().find(|row| row.code == code)?;
        Some((table, row))
    }

    /// What is found for `query`, best first; what is described, where it says nothing.
    pub(crate) fn search(&self, query: &str) -> Catalogue {
        let hits = self
            .index
            .search(query, &self.synonyms, &Filter::default())
            .into_iter()
            .map(|hit| &self.index.procedures()[hit.procedure]);
        if procedure::fold(query).is_empty() {
            let described = self.described.values();
            return Catalogue {
                procedures: described.map(|offered| offered.entry.clone()).collect(),
                total: None,
            };
        }
        Catalogue {
            total: Some(hits.len() as u64),
            procedures: hits.take(MOST).map(|one| self.entry(one)).collect(),
        }
    }

    fn entry(&self, found: &Procedure) -> CatalogueEntry {
        if let Some(offered) = self.described.get(&found.code) {
            return offered.entry.clone();
        }
        let agency = self.index.agency(found);
        CatalogueEntry {
            code: found.code.clone(),
            name: texts(&found.name),
            summary: Texts::new(),
            agency: agency.map(|agency| texts(&agency.name)).unwrap_or_default(),
            keywords: Vec::new(),
            form: false,
        }
    }
}

/// What is searched: the table, with the names of those who described a procedure in place of its own.
fn contents(described: &BTreeMap<String, Arc<Offered>>, table: Option<&Table>) -> Contents {
    let mut contents = table.map(Table::contents).unwrap_or_default();
    for (code, offered) in described {
        let known = contents.procedures.iter_mut().find(|one| one.code == *code);
        let name = offered.entry.name.iter();
        let name = Text::from_locales(name.map(|(locale, text)| (locale.as_str(), text.as_str())));
        match known {
            Some(known) => {
                known.name = name;
                known.has_form = true;
            }
            None => contents.procedures.push(Procedure {
                code: code.clone(),
                name,
                has_form: true,
                ..Procedure::default()
            }),
        }
    }
    contents
}

impl Offered {
    fn read(file: &str, json: String) -> Self {
        let form = procedure::compile_json(&json).map(Arc::new);
        // With mistakes, what could be read of it still names it.
        let (definition, _) = definition::read(&serde_json::from_str(&json).unwrap_or_default());
        let code = match definition.code.as_str() {
            "" => file.strip_suffix(".json").unwrap_or(file).to_string(),
            code => code.to_string(),
        };
        let entry = CatalogueEntry {
            code,
            name: texts(&definition.name),
            summary: texts(&definition.summary),
            agency: texts(&definition.agency),
            keywords: Vec::new(),
            form: true,
        };
        Self {
            entry,
            json: json.into(),
            form,
        }
    }
}

fn texts(text: &Text) -> Texts {
    text.all()
        .map(|picked| (picked.locale.to_string(), picked.text.to_string()))
        .collect()
}

/// What to look for.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Search {
    /// Words, with or without marks, everyday words too; or a code, also half typed. Nothing finds the
    /// procedures that the portal describes itself.
    #[serde(default)]
    q: String,
}

/// The procedures that the portal describes, or what a search in the whole catalogue finds: at most 50,
/// best first, and how many there are.
#[utoipa::path(
    get, path = "/procedures", operation_id = "searchProcedures", tag = "procedures", params(Search, Languages),
    responses((status = 200, description = "What was found", body = Catalogue), (status = 304, description = "As If-None-Match has it")),
)]
pub(crate) async fn search(
    State(portal): State<Portal>,
    Query(search): Query<Search>,
    Query(languages): Query<Languages>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let found = portal.procedures.search(&search.q);
    let mut body = serde_json::to_value(&found).map_err(|error| Refusal::internal(&error))?;
    if !languages.lang.is_empty() {
        leave_out(&mut body, &languages);
    }
    Ok(cached(&headers, body.to_string()))
}

/// The whole catalogue as a compact text, a line for each procedure: to be fetched once, kept, and searched
/// on the device. `crates/search/src/format.rs` describes it.
#[utoipa::path(
    get, path = "/catalogue", operation_id = "catalogue", tag = "procedures",
    responses(
        (status = 200, description = "The catalogue", body = String, content_type = "text/plain"),
        (status = 304, description = "As If-None-Match has it"),
    ),
)]
pub(crate) async fn file(State(portal): State<Portal>, headers: HeaderMap) -> Response {
    const TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");
    cached_as(TEXT, &headers, portal.procedures.written.clone())
}

/// In which languages texts are wanted.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Languages {
    /// BCP 47 tags with commas between them. Texts in other languages may be left out, but for
    /// Vietnamese; a portal need not take notice of it.
    #[serde(default)]
    lang: String,
}

impl Languages {
    fn wants(&self, tag: &str) -> bool {
        tag == FIRST || self.lang.split(',').any(|wanted| wanted == tag)
    }
}

/// The language that is never left out.
const FIRST: &str = "vi";

/// Leaves out what is said in languages that nobody asks for.
fn leave_out(json: &mut Value, languages: &Languages) {
    match json {
        // Only texts have a member of this name.
        Value::Object(map) if map.get(FIRST).is_some_and(Value::is_string) => {
            map.retain(|tag, _| languages.wants(tag));
        }
        Value::Object(map) => map
            .values_mut()
            .for_each(|inner| leave_out(inner, languages)),
        Value::Array(items) => items.iter_mut().for_each(|item| leave_out(item, languages)),
        _ => {}
    }
}

/// The same for a definition. The names of the procedure and of its steps stay in all languages: an app
/// keeps them with a draft, which may be gone on with in another.
fn leave_out_of_definition(json: &mut Value, languages: &Languages) {
    let name = json.get("name").cloned();
    let titles: Vec<Option<Value>> = json
        .get("steps")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .map(|step| step.get("title").cloned())
        .collect();
    leave_out(json, languages);
    if let (Some(name), Some(kept)) = (name, json.get_mut("name")) {
        *kept = name;
    }
    let steps = json.get_mut("steps").and_then(Value::as_array_mut);
    for (step, title) in steps.into_iter().flatten().zip(titles) {
        if let (Some(title), Some(kept)) = (title, step.get_mut("title")) {
            *kept = title;
        }
    }
}

/// The definition of a procedure, as its author wrote it: `docs/procedure-format.md`. Of a procedure that is
/// known by name only, one of level `information` that says so.
#[utoipa::path(
    get, path = "/procedures/{code}", operation_id = "procedure", tag = "procedures",
    params(("code" = String, Path, description = "Official code of the procedure"), Languages),
    responses(
        (status = 200, description = "The definition", body = Object),
        (status = 304, description = "As If-None-Match has it"),
        (status = 404, description = "`procedure-unknown`", body = portal_wire::ProblemDetails,
            content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn definition(
    State(portal): State<Portal>,
    UrlPath(code): UrlPath<String>,
    Query(languages): Query<Languages>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let offered = portal.procedures.get(&code).ok_or_else(|| {
        Refusal::new(
            axum::http::StatusCode::NOT_FOUND,
            "procedure-unknown",
            "The portal has no such procedure",
        )
    })?;
    if languages.lang.is_empty() {
        return Ok(cached(&headers, offered.json.clone()));
    }
    // What is no JSON goes out as it is: its author wants to see what is wrong with it.
    Ok(match serde_json::from_slice::<Value>(&offered.json) {
        Ok(mut json) => {
            leave_out_of_definition(&mut json, &languages);
            cached(&headers, json.to_string())
        }
        Err(_) => cached(&headers, offered.json.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn procedures() -> Procedures {
        let one = |code: &str, vi: &str, summary: &str| {
            let json = serde_json::json!({
                "format": 1, "code": code, "version": "1", "agency": "X", "summary": summary,
                "name": {"vi": vi, "en": format!("en {code}")}, "level": "full",
                "steps": [{"id": "a", "title": "A", "fields": [
                    {"id": "n", "kind": "text", "label": "N"}]}],
            });
            (format!("{code}.json"), json.to_string())
        };
        Procedures::new(
            [
                one("1.000001", "Cấp lại giấy phép lái xe", "Khi mất"),
                one("1.000002", "Đổi giấy phép lái xe", "Khi hết hạn"),
                one(
                    "1.000003",
                    "Đổi giấy phép lái xe của nước ngoài",
                    "Bằng của nước khác",
                ),
                one("1.000004", "Đăng ký tạm trú", "Không phải giấy phép lái xe"),
            ]
            .into_iter(),
            None,
        )
    }

    #[test]
    fn the_best_title_is_first() {
        let found = |query: &str| -> Vec<String> {
            let found = procedures().search(query).procedures;
            found.into_iter().map(|e| e.code[6..].to_string()).collect()
        };
        assert_eq!(found("doi giay phep lai xe"), ["02", "03", "01"]);
        assert_eq!(found("GIẤY PHÉP"), ["02", "01", "03"]);
        assert_eq!(found("mất bằng lái"), ["01"]);
        assert_eq!(found("1.000004"), ["04"]);
        assert_eq!(found("en 1.000004")[0], "04");
        assert_eq!(found(""), ["01", "02", "03", "04"]);
        assert_eq!(found("  - "), ["01", "02", "03", "04"]);
        assert_eq!(found("hộ chiếu"), [""; 0]);
        assert_eq!(found("hiep"), [""; 0]);
    }

    #[test]
    fn mistakes_do_not_stop_the_others() {
        let files = [
            ("a.json", "not json"),
            (
                "b.json",
                r#"{"format": 1, "code": "9.000009", "name": "Hỏng"}"#,
            ),
            ("c.json", "[]"),
        ];
        let all = Procedures::new(
            files
                .map(|(n, j)| (n.to_string(), j.to_string()))
                .into_iter(),
            None,
        );
        for code in ["a", "9.000009", "c"] {
            let offered = all.get(code).expect("it is served");
            assert!(offered.form.is_err(), "{code}");
        }
        assert_eq!(all.search("hong").procedures.len(), 1);
    }

    #[test]
    fn every_procedure_of_the_catalogue_has_a_definition() {
        let all = Procedures::embedded().expect("the catalogue is right");
        // The catalogue, and three definitions whose codes are in no row of it.
        assert_eq!(
            (all.count(), all.described.len()),
            (2_625 + 3, EMBEDDED.len())
        );
        for found in all.index.procedures() {
            let offered = all.get(&found.code).expect("it is served");
            let form = offered.form.as_ref().expect("it compiles");
            assert_eq!(offered.entry.form, found.has_form, "{}", found.code);
            assert_eq!(form.definition.code, found.code);
            let is_name = form.steps.is_empty() && !form.definition.notices.is_empty();
            assert_eq!(is_name, !found.has_form, "{}", found.code);
        }
        // Rows whose names are not their own, and codes that are in no row.
        for code in ["2.001428", "1.002544", "9.999999", ""] {
            assert!(all.get(code).is_none(), "{code}");
        }
    }

    #[test]
    fn what_can_be_filled_in_comes_first_where_it_fits() {
        let all = Procedures::embedded().expect("the catalogue is right");
        for (query, first) in [
            ("doi giay phep", "3.000347"),
            ("doi giay phep lai xe", "3.000347"),
            ("Đổi giấy phép lái xe", "3.000347"),
            ("exchange driving licence", "3.000347"),
            ("đăng ký tạm trú", "1.004194"),
            ("tam tru", "1.004194"),
            ("temporary residence registration", "1.004194"),
            ("1.004194", "1.004194"),
            ("換駕駛執照", "3.000347"),
            // Nothing of ours is meant.
            ("cấp lại giấy phép lái xe", "3.000348"),
            ("hộ chiếu", "1.001456"),
        ] {
            let found = all.search(query);
            let codes: Vec<&str> = found.procedures.iter().map(|one| &*one.code).collect();
            assert_eq!(codes.first(), Some(&first), "{query}: {codes:?}");
            assert!(codes.len() <= MOST && found.total >= Some(codes.len() as u64));
        }
    }

    #[test]
    fn life_events_have_as_many_procedures_as_were_counted() {
        let all = Procedures::embedded().expect("the catalogue is right");
        let contents = all.index.contents();
        let mut counts = vec![0; contents.events.len()];
        for event in contents.procedures.iter().flat_map(|one| &one.events) {
            counts[*event] += 1;
        }
        let counts: Vec<_> = contents
            .events
            .iter()
            .map(|one| &*one.id)
            .zip(counts)
            .collect();
        assert_eq!(
            counts,
            [
                ("birth", 39),
                ("marriage", 10),
                ("death", 18),
                ("residence", 14),
                ("identity", 100),
                ("travel", 39),
                ("driving", 77),
                ("home-land", 176),
                ("tax", 143),
                ("insurance", 39),
                ("support", 53),
                ("work-study", 162),
                ("business", 133),
                ("farm-environment", 363),
                ("foreigners", 77),
                ("justice", 55)
            ]
        );
    }
}
