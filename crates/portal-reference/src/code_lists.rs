//! Code lists: the provinces and communes of Vietnam, two tiers since 1 July 2025
//! (`docs/facts.md`, Administrative units).
//!
//! Data: thanglequoc/vietnamese-provinces-database (MIT, `data/vn_units.LICENSE.txt`), legal
//! state of 30 April 2026, taken in August 2026.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use portal_wire::{CodeList, CodeListOption};
use procedure::field::{COMMUNES, PROVINCES};
use procedure::{ListOption, Lists, Text};
use serde::Deserialize;

use crate::json::cached;
use crate::problem::Refusal;
use crate::state::Portal;

const UNITS: &str = include_str!("../data/vn_units.json");

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Province {
    code: String,
    full_name: String,
    wards: Vec<Commune>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Commune {
    code: String,
    full_name: String,
}

/// Every code list, for the rules and for readers.
#[derive(Debug, Default)]
pub(crate) struct CodeLists {
    /// As the rules read them.
    pub lists: Lists,
    /// As readers get them, by list and parent.
    json: BTreeMap<(String, String), Bytes>,
}

impl CodeLists {
    /// Those that come with the project.
    ///
    /// # Errors
    /// The embedded data cannot be read.
    pub(crate) fn embedded() -> Result<Self, serde_json::Error> {
        let units: Vec<Province> = serde_json::from_str(UNITS)?;
        let mut out = Self::default();
        let provinces = units
            .iter()
            .map(|p| (p.code.as_str(), p.full_name.as_str()));
        out.insert(PROVINCES, "", provinces)?;
        // Under no province there is no commune: an empty list refuses every code.
        out.insert(COMMUNES, "", std::iter::empty())?;
        for province in &units {
            let communes = province.wards.iter();
            let communes = communes.map(|c| (c.code.as_str(), c.full_name.as_str()));
            out.insert(COMMUNES, &province.code, communes)?;
        }
        Ok(out)
    }

    fn insert<'a>(
        &mut self,
        list: &str,
        parent: &str,
        units: impl Iterator<Item = (&'a str, &'a str)> + Clone,
    ) -> Result<(), serde_json::Error> {
        let options = units.clone().map(|(value, name)| CodeListOption {
            value: value.to_string(),
            label: [("vi".to_string(), name.to_string())].into(),
        });
        let json = serde_json::to_vec(&CodeList {
            options: options.collect(),
        })?;
        self.json
            .insert((list.to_string(), parent.to_string()), json.into());
        let options = units.map(|(value, name)| ListOption {
            value: value.to_string(),
            label: Text::new("vi", name),
        });
        self.lists.insert(list, parent, options.collect());
        Ok(())
    }
}

/// Which part of a list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Part {
    /// The code under which the part stands: of `vn-communes`, the province.
    #[serde(default)]
    parent: String,
}

/// A code list, or the part of it under a parent.
#[utoipa::path(
    get, path = "/code-lists/{list}", operation_id = "codeList", tag = "code lists",
    params(("list" = String, Path, description = "Name of the list: `vn-provinces`, `vn-communes`"), Part),
    responses(
        (status = 200, description = "The list", body = CodeList),
        (status = 304, description = "As If-None-Match has it"),
        (status = 404, description = "`code-list-unknown`", body = portal_wire::ProblemDetails,
            content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn code_list(
    State(portal): State<Portal>,
    Path(list): Path<String>,
    Query(part): Query<Part>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let json = portal
        .code_lists
        .json
        .get(&(list, part.parent))
        .ok_or_else(|| {
            Refusal::new(
                StatusCode::NOT_FOUND,
                "code-list-unknown",
                "The portal has no such code list, or no such part of it",
            )
        })?;
    Ok(cached(&headers, json.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_units_are_there() {
        let all = CodeLists::embedded().expect("the data can be read");
        let provinces = all.lists.get(PROVINCES, "").expect("provinces");
        assert_eq!(provinces.len(), 34);
        let communes = provinces
            .iter()
            .filter_map(|p| all.lists.get(COMMUNES, &p.value));
        assert_eq!(communes.map(|part| part.len()).sum::<usize>(), 3_321);
        let one = all.lists.find(COMMUNES, "01", "00004").expect("a commune");
        assert_eq!(one.label.pick(&["vi"]).text, "Phường Ba Đình");
    }
}
