//! How well a name fits a query.

use crate::index::{Index, Level, Procedure};
use crate::lexicon::{Lexicon, Name, Places};
use crate::query::{Phrase, Query, Span, words_between};

/// How much a word counts that may be the one that was typed: other marks, half typed, a slip.
const MAYBE: f32 = 0.6;
/// How much a phrase counts that stands for what was typed.
const MEANT: f32 = 0.95;
/// How much a phrase counts whose words are all there, but apart.
const APART: f32 = 0.6;
/// How much a word counts that stands in the field or the agency only.
const AROUND: f32 = 0.4;
/// How much it counts that words which were typed together stand together.
const TOGETHER: f32 = 1.0;
/// How much of the score does not depend on what else is in the name.
const FOUND: f32 = 0.6;
/// The least share of the query that must be found.
const LEAST: f32 = 0.35;
/// What a name gets for beginning as the query begins, for beginning with all of it, and for being it.
const BEGINS: f32 = 0.02;
const LEADS: f32 = 0.1;
const SAME: f32 = 0.3;

/// What is all, with room for rounding.
const WHOLE: f32 = 0.999;

/// What is found of the query around names: by field, by agency, the share of each word.
pub(crate) struct Around {
    fields: Vec<u32>,
    agencies: Vec<u32>,
}

/// What stands where in a name.
struct Found<'a> {
    query: &'a Query,
    /// By term: its places.
    places: [Places; 64],
    /// The terms that are there, and those that are so for sure.
    terms: u64,
    sure: u64,
}

/// What a phrase is worth in a name.
#[derive(Clone, Copy, Default)]
struct Met {
    worth: f32,
    weight: f32,
    /// Places where the whole phrase begins.
    begins: Places,
    /// All places of it.
    places: Places,
    length: usize,
}

impl Around {
    pub(crate) fn new(query: &Query, lexicon: &Lexicon) -> Self {
        let found = |texts: &Vec<usize>| {
            texts.iter().fold(0, |all, word| {
                let own = query.is[*word] & ((1 << query.words.len()) - 1);
                all | own as u32
            })
        };
        Self {
            fields: lexicon.fields.iter().map(found).collect(),
            agencies: lexicon.agencies.iter().map(found).collect(),
        }
    }

    /// The words of the query that stand in the field or the agency of a procedure.
    pub(crate) fn of(&self, procedure: &Procedure) -> u32 {
        let field = procedure.field.and_then(|at| self.fields.get(at));
        let agency = procedure.agency.and_then(|at| self.agencies.get(at));
        field.unwrap_or(&0) | agency.unwrap_or(&0)
    }
}

/// How well a name fits, 0 to about 1.5; 0 where too little of the query is in it.
pub(crate) fn score(query: &Query, index: &Index, name: &Name, around: u32) -> f32 {
    let lexicon = &index.lexicon;
    let words = lexicon.words(name);
    let terms = words
        .iter()
        .fold(0, |all, word| all | query.may_be[*word as usize]);
    if terms == 0 && around == 0 {
        return 0.0;
    }
    if !can_be_enough(query, terms, around) {
        return 0.0;
    }
    let found = Found::new(query, words, name);
    found.score(lexicon, name, around)
}

/// Whether what is there could be enough of the query, at best.
fn can_be_enough(query: &Query, mut terms: u64, mut words: u32) -> bool {
    while terms != 0 {
        words |= query.counts_for[terms.trailing_zeros() as usize];
        terms &= terms - 1;
    }
    let of = |(at, word): (usize, &crate::query::Asked)| match words & (1 << at) {
        0 => 0.0,
        _ => word.weight,
    };
    query.words.iter().enumerate().map(of).sum::<f32>() >= LEAST * query.weight
}

impl<'a> Found<'a> {
    fn new(query: &'a Query, words: &[u32], name: &Name) -> Self {
        let mut found = Self {
            query,
            places: [0; 64],
            terms: 0,
            sure: 0,
        };
        for (at, word) in words.iter().enumerate() {
            let place = 1 << at;
            // "Thủ tục" before a name is neither found nor missed, unless it is asked for alone.
            if name.lead & place != 0 && !query.is_lead {
                continue;
            }
            let mut terms = query.may_be[*word as usize];
            found.terms |= terms;
            found.sure |= query.is[*word as usize];
            while terms != 0 {
                found.places[terms.trailing_zeros() as usize] |= place;
                terms &= terms - 1;
            }
        }
        found
    }

    fn score(&self, lexicon: &Lexicon, name: &Name, around: u32) -> f32 {
        let query = self.query;
        let met: Vec<Met> = query.spans.iter().map(|span| self.best(span)).collect();
        let mut shares = [0.0_f32; 32];
        let mut covered: Places = 0;
        for (at, share) in shares.iter_mut().enumerate().take(query.words.len()) {
            covered |= self.places[at];
            *share = self.word(at, around);
        }
        for (span, met) in query.spans.iter().zip(&met) {
            covered |= met.places;
            for share in &mut shares[span.from..span.to] {
                *share = share.max(met.worth);
            }
        }
        let of = |at: usize| query.words[at].weight * shares[at];
        let sum: f32 = (0..query.words.len()).map(of).sum();
        if sum < LEAST * query.weight {
            return 0.0;
        }
        let (together, pairs) = self.together(&met, &shares);
        let recall = (sum + TOGETHER * together) / (query.weight + TOGETHER * pairs);
        let core = covered & name.core;
        let precision = match name.weight > 0.0 {
            true => lexicon.weight(name, core) / name.weight,
            false => 0.0,
        };
        let mut score = recall * (FOUND + (1.0 - FOUND) * precision);
        let first = name.core & name.core.wrapping_neg();
        if self.starts(0, &met) & first != 0 {
            score += BEGINS;
            if recall >= WHOLE && together >= WHOLE * pairs {
                score += match core == name.core {
                    true => SAME,
                    false => LEADS,
                };
            }
        }
        score
    }

    /// The share of a word of the query that is found as it was typed.
    fn word(&self, at: usize, around: u32) -> f32 {
        let term = 1 << at;
        if self.sure & term != 0 {
            1.0
        } else if self.terms & term != 0 {
            MAYBE
        } else if around & (1 << at) != 0 {
            AROUND
        } else {
            0.0
        }
    }

    /// The best of what a part of the query stands for.
    fn best(&self, span: &Span) -> Met {
        let mut best = Met::default();
        for phrase in &span.phrases {
            let met = self.phrase(phrase);
            if (met.worth, met.weight) > (best.worth, best.weight) {
                best = met;
            }
        }
        best
    }

    fn phrase(&self, phrase: &Phrase) -> Met {
        let (mut whole, mut weight, mut there, mut places) = (Places::MAX, 0.0, 0.0, 0);
        for (at, (term, word)) in phrase.terms.iter().zip(&phrase.weights).enumerate() {
            let found = term.map_or(0, |term| self.places[term]);
            whole &= found >> at;
            weight += word;
            if found != 0 {
                there += word;
            }
            places |= found;
        }
        let length = phrase.terms.len();
        if whole != 0 {
            places = (0..length).fold(0, |all, at| all | whole << at);
        }
        let share = there / weight;
        let worth = match whole {
            0 => APART * share * share,
            _ => 1.0,
        };
        Met {
            worth: MEANT * phrase.worth * worth,
            weight,
            begins: whole,
            // A word of a phrase that is not there may be anything.
            places: if share > 0.99 { places } else { 0 },
            length,
        }
    }

    /// The weight of neighbours in the query that are neighbours in the name, and of all.
    fn together(&self, met: &[Met], shares: &[f32; 32]) -> (f32, f32) {
        let words = &self.query.words;
        let (mut together, mut all) = (0.0, 0.0);
        for at in 1..words.len() {
            let weight = words[at - 1].weight.min(words[at].weight);
            all += weight;
            let within = self.within(at, met);
            let beside = (self.ends(at - 1, met) << 1) & self.starts(at, met) != 0;
            if within || beside {
                together += weight * shares[at - 1].min(shares[at]);
            }
        }
        (together, all)
    }

    /// Whether a word and the one before it stand for one phrase that is there as a whole.
    fn within(&self, at: usize, met: &[Met]) -> bool {
        let both = words_between(at - 1, at + 1);
        let spans = self.query.spans.iter().zip(met);
        spans
            .into_iter()
            .any(|(span, met)| met.begins != 0 && words_between(span.from, span.to) & both == both)
    }

    /// Where this word of the query begins in the name, or the phrase that it is the first word of.
    fn starts(&self, at: usize, met: &[Met]) -> Places {
        let spans = self.query.spans.iter().zip(met);
        spans
            .filter(|(span, _)| span.from == at)
            .fold(self.places[at], |all, (_, met)| all | met.begins)
    }

    /// Where it ends.
    fn ends(&self, at: usize, met: &[Met]) -> Places {
        let spans = self.query.spans.iter().zip(met);
        spans
            .filter(|(span, met)| span.to == at + 1 && met.length > 0)
            .fold(self.places[at], |all, (_, met)| {
                all | met.begins << (met.length - 1)
            })
    }
}

/// What comes first of what fits equally well: what has a form, what belongs to life, what is near.
pub(crate) fn prior(procedure: &Procedure) -> f32 {
    let mut prior = 1.0;
    if procedure.has_form {
        prior += 0.08;
    }
    if !procedure.events.is_empty() {
        prior += 0.03;
    }
    if procedure.levels.has(Level::Commune) {
        prior += 0.02;
    } else if procedure.levels.has(Level::Province) {
        prior += 0.01;
    }
    prior
}
