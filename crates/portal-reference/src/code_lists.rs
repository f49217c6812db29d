//! Code lists: the provinces and communes of Vietnam, two tiers since 1 July 2025
//! (`docs/facts.md`, Administrative units).
//!
//! Beside them countries, ethnic groups, and offices that are plainly samples: no licensed list of real ones
//! was found.
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
const OTHER_NAMES: &str = include_str!("../data/other_names.json");
const COUNTRIES: &str = include_str!("../data/countries.json");
const ETHNIC_GROUPS: &str = include_str!("../data/ethnic_groups.json");

/// Offices that are there for trying things out: the list, and what one is called, in Vietnamese and English.
const SAMPLES: [(&str, &str, &str); 3] = [
    (
        "vn-one-stop-offices-sample",
        "Bộ phận Một cửa mẫu số",
        "Sample one-stop office no.",
    ),
    (
        "vn-inspection-centres-sample",
        "Cơ sở đăng kiểm mẫu số",
        "Sample inspection centre no.",
    ),
    (
        "vn-clinics-sample",
        "Cơ sở khám chữa bệnh mẫu số",
        "Sample clinic no.",
    ),
];

/// What people call provinces beside their names, by code.
#[derive(Deserialize)]
struct OtherNames {
    provinces: BTreeMap<String, Others>,
}

#[derive(Clone, Default, Deserialize)]
struct Others {
    also: Vec<String>,
    before: Vec<String>,
}

#[derive(Deserialize)]
struct Countries {
    countries: Vec<Named>,
}

#[derive(Deserialize)]
struct EthnicGroups {
    groups: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    code: String,
    vi: String,
    en: Option<String>,
}

impl Named {
    fn entry(&self) -> Entry {
        Entry {
            value: self.code.clone(),
            vi: self.vi.clone(),
            en: self.en.clone(),
            also: Vec::new(),
            before: Vec::new(),
        }
    }
}

/// An entry of a list.
#[derive(Clone)]
struct Entry {
    value: String,
    vi: String,
    en: Option<String>,
    also: Vec<String>,
    before: Vec<String>,
}

impl Entry {
    fn vi(value: &str, vi: &str) -> Self {
        Self {
            value: value.to_string(),
            vi: vi.to_string(),
            en: None,
            also: Vec::new(),
            before: Vec::new(),
        }
    }
}

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
        let names: OtherNames = serde_json::from_str(OTHER_NAMES)?;
        let provinces = units.iter().map(|p| {
            let other = names.provinces.get(&p.code).cloned().unwrap_or_default();
            Entry {
                also: other.also,
                before: other.before,
                ..Entry::vi(&p.code, &p.full_name)
            }
        });
        let provinces: Vec<Entry> = provinces.collect();
        out.insert(PROVINCES, "", &provinces)?;
        // Under no province there is no commune: an empty list refuses every code.
        out.insert(COMMUNES, "", &[])?;
        for (list, ..) in SAMPLES {
            out.insert(list, "", &[])?;
        }
        for province in &units {
            let communes = province.wards.iter();
            let communes = communes.map(|c| Entry::vi(&c.code, &c.full_name));
            let communes: Vec<Entry> = communes.collect();
            out.insert(COMMUNES, &province.code, &communes)?;
            for (list, vi, en) in SAMPLES {
                let sample = |n: u8| Entry {
                    value: format!("{}-{n}", province.code),
                    vi: format!("{vi} {n}, {} (dữ liệu mẫu)", province.full_name),
                    en: Some(format!("{en} {n}, {} (sample data)", province.full_name)),
                    also: Vec::new(),
                    before: Vec::new(),
                };
                out.insert(list, &province.code, &[sample(1), sample(2)])?;
            }
        }
        let countries: Countries = serde_json::from_str(COUNTRIES)?;
        let countries: Vec<Entry> = countries.countries.iter().map(Named::entry).collect();
        out.insert("countries", "", &countries)?;
        let abroad = countries.iter().filter(|country| country.value != "VN");
        let both: Vec<Entry> = provinces.iter().chain(abroad).cloned().collect();
        out.insert("vn-provinces-and-countries", "", &both)?;
        let groups: EthnicGroups = serde_json::from_str(ETHNIC_GROUPS)?;
        let groups: Vec<Entry> = groups.groups.iter().map(Named::entry).collect();
        out.insert("vn-ethnic-groups", "", &groups)?;
        Ok(out)
    }

    fn insert(
        &mut self,
        list: &str,
        parent: &str,
        entries: &[Entry],
    ) -> Result<(), serde_json::Error> {
        let texts = |entry: &Entry| {
            let en = entry.en.clone().map(|en| ("en".to_string(), en));
            let vi = ("vi".to_string(), entry.vi.clone());
            std::iter::once(vi)
                .chain(en)
                .collect::<portal_wire::Texts>()
        };
        let options = entries.iter().map(|entry| CodeListOption {
            value: entry.value.clone(),
            label: texts(entry),
            also: entry.also.clone(),
            before: entry.before.clone(),
        });
        let json = serde_json::to_vec(&CodeList {
            options: options.collect(),
        })?;
        self.json
            .insert((list.to_string(), parent.to_string()), json.into());
        let options = entries.iter().map(|entry| ListOption {
            value: entry.value.clone(),
            label: Text::new("vi", &entry.vi),
            also: entry.also.clone(),
            before: entry.before.clone(),
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
    params(("list" = String, Path, description = "Name of the list, as `vn-provinces`, `vn-communes`, `countries`"), Part),
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
