//! The procedures that the portal offers: definitions from a folder, and the search in them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path as UrlPath, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use portal_wire::{Catalogue, CatalogueEntry, Texts};
use procedure::{Form, Mistake, Text, definition, fold};

use crate::json::cached;
use crate::problem::Refusal;
use crate::state::Portal;

/// The definitions that come with the project: file name and content.
const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/procedures.rs"));

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

/// Every procedure, by code.
#[derive(Debug, Default)]
pub(crate) struct Procedures(BTreeMap<String, Offered>);

impl Procedures {
    /// Those that come with the project.
    pub(crate) fn embedded() -> Self {
        Self::of(
            EMBEDDED
                .iter()
                .map(|(name, json)| (name.to_string(), json.to_string())),
        )
    }

    /// Those of a folder: every `*.json` in it.
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
        Ok(Self::of(files.into_iter()))
    }

    /// Those of these files: name and content. What is wrong with one is logged, and does not
    /// stop the others; it is still served, so that its author sees the mistakes in the app.
    pub(crate) fn of(files: impl Iterator<Item = (String, String)>) -> Self {
        let mut all = BTreeMap::new();
        for (file, json) in files {
            let offered = Offered::read(&file, json);
            for mistake in offered.form.as_ref().err().into_iter().flatten() {
                eprintln!("portal-reference: {file}: {mistake}");
            }
            let code = offered.entry.code.clone();
            if all.insert(code.clone(), offered).is_some() {
                eprintln!("portal-reference: {file}: another file has the code {code} too");
            }
        }
        Self(all)
    }

    /// The procedure with this code.
    pub(crate) fn get(&self, code: &str) -> Option<&Offered> {
        self.0.get(code)
    }

    /// What is found for `query`, best first; everything where it says nothing.
    pub(crate) fn search(&self, query: &str) -> Catalogue {
        let query = fold(query);
        let mut found: Vec<(u8, &CatalogueEntry)> = self
            .0
            .values()
            .filter_map(|offered| Some((rank(&offered.entry, &query)?, &offered.entry)))
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        Catalogue {
            procedures: found.into_iter().map(|(_, entry)| entry.clone()).collect(),
        }
    }
}

/// How well an entry fits a folded query, 0 best; `None` where a word of it is nowhere.
fn rank(entry: &CatalogueEntry, query: &str) -> Option<u8> {
    let titles: Vec<String> = entry.name.values().map(|name| fold(name)).collect();
    let rest = entry.summary.values().chain(&entry.keywords);
    let rest: Vec<String> = std::iter::once(&entry.code)
        .chain(rest)
        .map(|t| fold(t))
        .collect();
    // A word stands where a word begins: "lai" is in "lai xe", not in "khai lai".
    let has = |text: &str, word: &str| format!(" {text}").contains(&format!(" {word}"));
    let words: Vec<&str> = query.split_whitespace().collect();
    let everywhere = |word: &&str| titles.iter().chain(&rest).any(|text| has(text, word));
    if !words.iter().all(everywhere) {
        return None;
    }
    Some(
        if titles.iter().any(|title| title == query) || fold(&entry.code) == query {
            0
        } else if titles.iter().any(|title| title.starts_with(query)) {
            1
        } else if titles
            .iter()
            .any(|title| words.iter().all(|word| has(title, word)))
        {
            2
        } else {
            3
        },
    )
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
    /// Words, with or without marks. Nothing finds everything.
    #[serde(default)]
    q: String,
}

/// The catalogue, or what a search in it finds, best first.
#[utoipa::path(
    get, path = "/procedures", operation_id = "searchProcedures", tag = "procedures", params(Search),
    responses((status = 200, description = "What was found", body = Catalogue), (status = 304, description = "As If-None-Match has it")),
)]
pub(crate) async fn search(
    State(portal): State<Portal>,
    Query(search): Query<Search>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let found = portal.procedures.search(&search.q);
    let body = serde_json::to_vec(&found).map_err(|error| Refusal::internal(&error))?;
    Ok(cached(&headers, body))
}

/// The definition of a procedure, as its author wrote it: `docs/procedure-format.md`.
#[utoipa::path(
    get, path = "/procedures/{code}", operation_id = "procedure", tag = "procedures",
    params(("code" = String, Path, description = "Official code of the procedure")),
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
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let offered = portal.procedures.get(&code).ok_or_else(|| {
        Refusal::new(
            axum::http::StatusCode::NOT_FOUND,
            "procedure-unknown",
            "The portal has no such procedure",
        )
    })?;
    Ok(cached(&headers, offered.json.clone()))
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
        Procedures::of(
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
        )
    }

    #[test]
    fn the_title_counts_most_and_every_word_must_be_there() {
        let found = |query: &str| -> Vec<String> {
            let found = procedures().search(query).procedures;
            found.into_iter().map(|e| e.code[6..].to_string()).collect()
        };
        assert_eq!(found("doi giay phep lai xe"), ["02", "03"]);
        assert_eq!(found("GIẤY PHÉP"), ["01", "02", "03", "04"]);
        assert_eq!(found("phep xe mat"), ["01"]);
        assert_eq!(found("1.000004"), ["04"]);
        assert_eq!(found("en"), ["01", "02", "03", "04"]);
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
        let all = Procedures::of(
            files
                .map(|(n, j)| (n.to_string(), j.to_string()))
                .into_iter(),
        );
        for code in ["a", "9.000009", "c"] {
            let offered = all.get(code).expect("it is served");
            assert!(offered.form.is_err(), "{code}");
        }
        assert_eq!(all.search("hong").procedures.len(), 1);
    }
}
