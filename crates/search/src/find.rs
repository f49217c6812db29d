//! Searching, filtering, counting.

use crate::index::{Index, Level, Procedure};
use crate::query::Query;
use crate::rank::{Around, prior, score};
use crate::synonyms::Synonyms;
use crate::words::words;

/// What is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hit {
    /// Place in [`Index::procedures`].
    pub procedure: usize,
    /// How well it fits; the first hit has the most.
    pub score: u16,
}

/// What to leave out. Nothing set leaves nothing out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Only of this life event: place in [`crate::Contents::events`].
    pub event: Option<usize>,
    /// Only of this agency: place in [`crate::Contents::agencies`].
    pub agency: Option<usize>,
    /// Only at this level.
    pub level: Option<Level>,
}

/// How many are found for each choice of a filter, while the other filters stay as they are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Facets {
    /// By life event.
    pub events: Vec<usize>,
    /// By agency.
    pub agencies: Vec<usize>,
    /// By level, in the order of [`Level::ALL`].
    pub levels: [usize; 4],
}

/// Hits, best first, and how they divide.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Found {
    /// What is found and not left out.
    pub hits: Vec<Hit>,
    /// What could be chosen.
    pub facets: Facets,
}

/// What fits less than this share of the best is not shown.
const NEAR_BEST: f32 = 0.4;
/// The score of one in `f32`.
const ONE: f32 = 20_000.0;

impl Index {
    /// What fits a query, best first; everything where it has no words. The last word may be half typed.
    pub fn search(&self, query: &str, synonyms: &Synonyms, filter: &Filter) -> Vec<Hit> {
        self.find(query, synonyms, filter).hits
    }

    /// The same, with the counts for the filters.
    pub fn find(&self, query: &str, synonyms: &Synonyms, filter: &Filter) -> Found {
        let mut scores = self.scores(query, synonyms);
        self.score_codes(query, &mut scores);
        let best = scores.iter().copied().max().unwrap_or_default();
        // A code that was found says nothing about words.
        let least = match best {
            CODE.. => 1,
            best => (f32::from(best) * NEAR_BEST) as u16,
        };
        let mut found = Found {
            hits: Vec::new(),
            facets: Facets {
                events: vec![0; self.contents().events.len()],
                agencies: vec![0; self.contents().agencies.len()],
                levels: [0; 4],
            },
        };
        for (at, procedure) in self.procedures().iter().enumerate() {
            let score = scores[at];
            if score > 0 && score >= least {
                found.facets.count(procedure, filter);
                if filter.takes(procedure) {
                    found.hits.push(Hit {
                        procedure: at,
                        score,
                    });
                }
            }
        }
        found.hits = best_first(found.hits);
        found
    }

    /// By procedure.
    fn scores(&self, query: &str, synonyms: &Synonyms) -> Vec<u16> {
        let Some(query) = Query::new(query, self, synonyms) else {
            // Words of which none is understood are not the same as none.
            let nothing = words(query).next().is_none();
            let score = |one| match nothing {
                true => (prior(one) * ONE) as u16,
                false => 0,
            };
            return self.procedures().iter().map(score).collect();
        };
        let around = Around::new(&query, &self.lexicon);
        let mut scores = vec![0; self.procedures().len()];
        for name in &self.lexicon.names {
            let procedure = &self.procedures()[name.procedure];
            let score = score(&query, self, name, around.of(procedure)) * prior(procedure);
            let score = ((score * ONE) as u16).min(CODE - 1);
            let have = &mut scores[name.procedure];
            *have = score.max(*have);
        }
        scores
    }

    /// A code that was typed comes first, and those that a half-typed one can become.
    fn score_codes(&self, query: &str, scores: &mut [u16]) {
        for word in query.split_whitespace() {
            let digits = word.bytes().filter(u8::is_ascii_digit).count();
            let is_alone = query.trim() == word;
            if digits < 2 {
                continue;
            }
            for (procedure, score) in self.procedures().iter().zip(&mut *scores) {
                let (code, word) = (plain(&procedure.code), plain(word));
                if code.clone().eq(word.clone()) {
                    *score = u16::MAX;
                } else if is_alone && begins(code, word) {
                    *score = CODE;
                }
            }
        }
    }
}

/// The score of a half-typed code.
const CODE: u16 = u16::MAX - 1;

/// A code without its full stop, which some leave out.
fn plain(code: &str) -> impl Iterator<Item = u8> + Clone {
    let bytes = code.bytes().filter(|b| *b != b'.');
    bytes.map(|b| b.to_ascii_lowercase())
}

fn begins(mut code: impl Iterator<Item = u8>, mut word: impl Iterator<Item = u8>) -> bool {
    word.all(|b| code.next() == Some(b))
}

/// The hits in the order of their scores; equal ones stay as they are. By counting: the standard
/// library's sort is code that each citizen would load.
fn best_first(hits: Vec<Hit>) -> Vec<Hit> {
    let pass = |hits: Vec<Hit>, digit: fn(u16) -> usize| {
        let mut starts = [0_usize; 257];
        for hit in &hits {
            starts[256 - digit(hit.score)] += 1;
        }
        for at in 1..257 {
            starts[at] += starts[at - 1];
        }
        let mut sorted = hits.clone();
        for hit in hits {
            let start = &mut starts[255 - digit(hit.score)];
            sorted[*start] = hit;
            *start += 1;
        }
        sorted
    };
    let low = pass(hits, |score| usize::from(score & 255));
    pass(low, |score| usize::from(score >> 8))
}

impl Filter {
    /// Whether a procedure is not left out.
    pub fn takes(&self, procedure: &Procedure) -> bool {
        self.takes_event(procedure) && self.takes_agency(procedure) && self.takes_level(procedure)
    }

    fn takes_event(&self, procedure: &Procedure) -> bool {
        self.event
            .is_none_or(|event| procedure.events.contains(&event))
    }

    fn takes_agency(&self, procedure: &Procedure) -> bool {
        self.agency.is_none() || self.agency == procedure.agency
    }

    fn takes_level(&self, procedure: &Procedure) -> bool {
        self.level.is_none_or(|level| procedure.levels.has(level))
    }
}

impl Facets {
    fn count(&mut self, procedure: &Procedure, filter: &Filter) {
        let (event, agency, level) = (
            filter.takes_event(procedure),
            filter.takes_agency(procedure),
            filter.takes_level(procedure),
        );
        if agency && level {
            for event in &procedure.events {
                self.events[*event] += 1;
            }
        }
        if event
            && level
            && let Some(agency) = procedure.agency
        {
            self.agencies[agency] += 1;
        }
        if event && agency {
            for level in procedure.levels.iter() {
                self.levels[level as usize] += 1;
            }
        }
    }
}
