//! The addresses of the app: one type, one parser, one printer.

use portal_wire::endpoint::encode;
use procedure::{FieldId, Place, StepId};

/// A page of the app.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Route {
    /// `/`: search, drafts, tracking.
    Home,
    /// `/procedures/:code`: what it is and what is needed.
    Procedure(String),
    /// `/procedures/:code/apply`, `/procedures/:code/apply/:step...`, `/procedures/:code/review`,
    /// `/procedures/:code/elsewhere/:way`: a page of the form; without a place, wherever the citizen is.
    Apply(String, Option<Place>),
    /// `/dossiers/:code`: receipt and tracking.
    Dossier(String),
    /// `/dossiers/:code/supplement`: what an officer asks to be put right.
    Supplement(String),
    /// `/account`: who has signed in, and what they have sent.
    Account,
    /// `/preferences`: how things look and read.
    Preferences,
    /// `/accessibility`: what works for whom, what does not yet, and whom to tell.
    Accessibility,
    /// `/gallery`: every kind of question in every state. Development builds only.
    #[cfg(feature = "gallery")]
    Gallery,
    /// Any other address.
    NotFound,
}

impl Route {
    /// Reads a path. Every path is a route; a strange one is [`Route::NotFound`].
    pub fn parse(path: &str) -> Self {
        let parts: Option<Vec<String>> = path
            .split('/')
            .filter(|part| !part.is_empty())
            .map(decode)
            .collect();
        let parts = parts.unwrap_or_else(|| vec![String::new()]);
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        match parts.as_slice() {
            [] => Self::Home,
            ["account"] => Self::Account,
            ["preferences"] => Self::Preferences,
            ["accessibility"] => Self::Accessibility,
            #[cfg(feature = "gallery")]
            ["gallery"] => Self::Gallery,
            ["procedures", code] => Self::Procedure(code.to_string()),
            ["procedures", code, "apply"] => Self::Apply(code.to_string(), None),
            ["procedures", code, "review"] => Self::Apply(code.to_string(), Some(Place::Review)),
            ["procedures", code, "elsewhere", way] => match row(way) {
                Some(way) => Self::Apply(code.to_string(), Some(Place::Elsewhere(way))),
                None => Self::NotFound,
            },
            ["procedures", code, "apply", place @ ..] => match parse_place(place) {
                Some(place) => Self::Apply(code.to_string(), Some(place)),
                None => Self::NotFound,
            },
            ["dossiers", code] => Self::Dossier(code.to_string()),
            ["dossiers", code, "supplement"] => Self::Supplement(code.to_string()),
            _ => Self::NotFound,
        }
    }

    /// The address.
    pub fn href(&self) -> String {
        match self {
            Self::Home | Self::NotFound => "/".into(),
            Self::Procedure(code) => format!("/procedures/{}", encode(code)),
            // What is put right belongs to a dossier and not to a procedure.
            Self::Apply(code, None | Some(Place::Supplement)) => {
                format!("/procedures/{}/apply", encode(code))
            }
            Self::Apply(code, Some(Place::Review)) => {
                format!("/procedures/{}/review", encode(code))
            }
            Self::Apply(code, Some(Place::Elsewhere(way))) => {
                format!("/procedures/{}/elsewhere/{}", encode(code), way + 1)
            }
            Self::Apply(code, Some(Place::Step { step, row, field })) => {
                let mut href = format!("/procedures/{}/apply/{step}", encode(code));
                if let Some(row) = row {
                    href.push_str(&format!("/{}", row + 1));
                }
                if let Some(field) = field {
                    href.push_str(&format!("/{field}"));
                }
                href
            }
            Self::Dossier(code) => format!("/dossiers/{}", encode(code)),
            Self::Supplement(code) => format!("/dossiers/{}/supplement", encode(code)),
            Self::Account => "/account".into(),
            Self::Preferences => "/preferences".into(),
            Self::Accessibility => "/accessibility".into(),
            #[cfg(feature = "gallery")]
            Self::Gallery => "/gallery".into(),
        }
    }
}

/// What is counted from 1 in addresses.
fn row(text: &str) -> Option<usize> {
    text.parse::<usize>().ok()?.checked_sub(1)
}

/// `step`, `step/2` (the second row), `step/field`, `step/2/field`.
fn parse_place(parts: &[&str]) -> Option<Place> {
    let (step, row, field) = match *parts {
        [step] => (step, None, None),
        [step, second] => match row(second) {
            Some(n) => (step, Some(n), None),
            None => (step, None, Some(second)),
        },
        [step, second, field] => (step, Some(row(second)?), Some(field)),
        _ => return None,
    };
    Some(Place::Step {
        step: StepId::new(step),
        row,
        field: field.map(FieldId::new),
    })
}

/// Undoes percent-encoding; `None` where it is broken or not UTF-8.
fn decode(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |b: u8| char::from(b).to_digit(16);
            let (high, low) = (digit(rest.next()?)?, digit(rest.next()?)?);
            bytes.push((high * 16 + low) as u8);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// One parameter of a query, decoded.
pub fn query(query: &str, name: &str) -> Option<String> {
    query.split('&').find_map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        (key == name)
            .then(|| decode(&value.replace('+', "%20")))
            .flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(step: &str, row: Option<usize>, field: Option<&str>) -> Option<Place> {
        Some(Place::Step {
            step: StepId::new(step),
            row,
            field: field.map(FieldId::new),
        })
    }

    #[test]
    fn every_address_leads_back_to_its_route() {
        let code = || "3.000347".to_string();
        for (path, route) in [
            ("/", Route::Home),
            ("/account", Route::Account),
            ("/preferences", Route::Preferences),
            ("/accessibility", Route::Accessibility),
            ("/procedures/3.000347", Route::Procedure(code())),
            ("/procedures/3.000347/apply", Route::Apply(code(), None)),
            (
                "/procedures/3.000347/apply/who",
                Route::Apply(code(), place("who", None, None)),
            ),
            (
                "/procedures/3.000347/apply/who/dob",
                Route::Apply(code(), place("who", None, Some("dob"))),
            ),
            (
                "/procedures/3.000347/apply/members/2",
                Route::Apply(code(), place("members", Some(1), None)),
            ),
            (
                "/procedures/3.000347/apply/members/2/m_name",
                Route::Apply(code(), place("members", Some(1), Some("m_name"))),
            ),
            (
                "/procedures/3.000347/review",
                Route::Apply(code(), Some(Place::Review)),
            ),
            (
                "/procedures/3.000347/elsewhere/1",
                Route::Apply(code(), Some(Place::Elsewhere(0))),
            ),
            (
                "/dossiers/H15.50-261008-0975",
                Route::Dossier("H15.50-261008-0975".into()),
            ),
            (
                "/dossiers/H15.50-261008-0975/supplement",
                Route::Supplement("H15.50-261008-0975".into()),
            ),
        ] {
            assert_eq!(Route::parse(path), route, "{path}");
            assert_eq!(route.href(), path);
        }
    }

    #[test]
    fn strange_addresses_are_not_found() {
        for path in [
            "/nowhere",
            "/procedures",
            "/procedures/x/other",
            "/procedures/x/elsewhere/0",
            "/procedures/x/apply/a/0/b",
            "/procedures/x/apply/a/1/b/c",
            "/procedures/%",
            "/procedures/%ff",
            "/dossiers",
        ] {
            assert_eq!(Route::parse(path), Route::NotFound, "{path}");
        }
        assert_eq!(
            Route::parse("//procedures//x/"),
            Route::Procedure("x".into())
        );
    }

    #[test]
    fn queries_are_decoded() {
        assert_eq!(
            query("q=doi+giay%20ph%C3%A9p&lang=en", "q").as_deref(),
            Some("doi giay phép")
        );
        assert_eq!(query("q=doi&lang=en", "lang").as_deref(), Some("en"));
        assert_eq!(query("q=%ff", "q"), None);
        assert_eq!(query("", "q"), None);
        assert_eq!(query("text", "text").as_deref(), Some(""));
    }
}
