//! A query, made ready for one index: what each of its words can stand for in a name.

use crate::index::Index;
use crate::letters::{alike, letters, without_keys};
use crate::lexicon::Lexicon;
use crate::near::is_near;
use crate::synonyms::{Group, Synonyms};
use crate::words::{Word, words};

/// Most words of a query that count.
const MOST_WORDS: usize = 24;
/// Most terms: each is a bit.
const MOST_TERMS: usize = 64;
/// Most phrases that a query can stand for.
const MOST_SPANS: usize = 48;
/// Most bytes of a word in which slips are looked for.
const LONGEST: usize = 24;
/// What is left of the weight of words that say nothing about a procedure.
const FILLER: f32 = 0.1;
/// The weight of a word that is nowhere.
const NOWHERE: f32 = 6.0;
/// How much the weight of words is that of what they stand for, and not their own.
const LENT: f32 = 0.5;
/// How much less a meaning is worth that says less than the other meanings do.
const VAGUE: f32 = 0.3;

/// A word of the query.
#[derive(Debug)]
pub(crate) struct Asked {
    pub weight: f32,
}

/// A phrase that stands in names, for a part of the query.
#[derive(Debug)]
pub(crate) struct Phrase {
    /// Its words, as terms; `None` is a word that stands in no name.
    pub terms: Vec<Option<usize>>,
    /// The weight of each word.
    pub weights: Vec<f32>,
    /// How good it is at best, 0 to 1: the more it says, the better.
    pub worth: f32,
}

/// A part of the query that stands for something else.
#[derive(Debug)]
pub(crate) struct Span {
    pub from: usize,
    pub to: usize,
    pub phrases: Vec<Phrase>,
}

/// What is looked for.
#[derive(Debug, Default)]
pub(crate) struct Query {
    pub words: Vec<Asked>,
    /// Whether it is "thủ tục" and nothing else.
    pub is_lead: bool,
    pub spans: Vec<Span>,
    /// The weight of all words.
    pub weight: f32,
    /// By spelling: the terms that it is, or may be, and of these the ones that it is for sure.
    pub may_be: Vec<u64>,
    pub is: Vec<u64>,
    /// By term: the words of the query that it can count for.
    pub counts_for: Vec<u32>,
}

/// A word as it was typed, and what else it may have been meant to be.
struct Typed {
    word: Word,
    /// Folded words of the index.
    meant: Vec<usize>,
    /// Words that people say, of the groups.
    said: Vec<String>,
    /// Whether it is the last one, which may be half typed.
    is_last: bool,
}

impl Query {
    /// `None` where nothing of it is understood.
    pub(crate) fn new(text: &str, index: &Index, synonyms: &Synonyms) -> Option<Self> {
        let lexicon = &index.lexicon;
        let typed = typed(text, lexicon, synonyms);
        if typed.is_empty() {
            return None;
        }
        let mut query = Self {
            may_be: vec![0; lexicon.spelt.len()],
            is: vec![0; lexicon.spelt.len()],
            is_lead: matches!(typed.as_slice(), [one, other] if is_lead(&one.word, &other.word)),
            ..Self::default()
        };
        let is_marked = typed.iter().any(|one| one.word.is_marked());
        for one in &typed {
            query.add_word(one, is_marked, lexicon);
        }
        let mut fillers = 0;
        for group in &synonyms.groups {
            query.add_group(group, &typed, lexicon, &mut fillers);
        }
        query.weigh(fillers);
        Some(query)
    }

    /// A word of the query is a term of its own.
    fn add_word(&mut self, typed: &Typed, is_marked: bool, lexicon: &Lexicon) {
        let term = self.words.len();
        let (sure, maybe) = spellings(typed, is_marked, lexicon);
        for spelling in &maybe {
            self.may_be[*spelling] |= 1 << term;
        }
        for spelling in &sure {
            self.may_be[*spelling] |= 1 << term;
            self.is[*spelling] |= 1 << term;
        }
        let found: u32 = match sure.is_empty() {
            false => sure.iter().map(|one| lexicon.spelt_in[*one]).sum(),
            true => maybe.iter().map(|one| lexicon.spelt_in[*one]).sum(),
        };
        let weight = match found {
            // A word that is nowhere says nothing about which name is better, only that none is good.
            0 => NOWHERE,
            found => lexicon.weight_of(found),
        };
        self.words.push(Asked { weight });
        self.counts_for.push(1 << term);
    }

    /// Every part of the query that is said in this group stands for what the group means.
    fn add_group(&mut self, group: &Group, typed: &[Typed], lexicon: &Lexicon, fillers: &mut u32) {
        for say in &group.say {
            for from in 0..typed.len() {
                let to = from + say.len();
                let Some(part) = typed.get(from..to) else {
                    break;
                };
                if !part.iter().zip(say).all(|(typed, word)| says(typed, word)) {
                    continue;
                }
                if group.means.is_empty() {
                    *fillers |= words_between(from, to);
                } else if self.spans.len() < MOST_SPANS {
                    self.add_span(from, to, &group.means, lexicon);
                }
            }
        }
    }

    fn add_span(&mut self, from: usize, to: usize, means: &[Vec<Word>], lexicon: &Lexicon) {
        let mut phrases = Vec::new();
        for phrase in means {
            phrases.extend(self.phrase(phrase, words_between(from, to), lexicon));
        }
        let weight = |phrase: &Phrase| phrase.weights.iter().sum::<f32>();
        let most = phrases.iter().map(weight).fold(1.0, f32::max);
        for phrase in &mut phrases {
            phrase.worth = 1.0 - VAGUE + VAGUE * weight(phrase) / most;
        }
        self.spans.push(Span { from, to, phrases });
    }

    /// A phrase, unless no word of it is in any name or there is no room for it.
    fn phrase(&mut self, phrase: &[Word], counts: u32, lexicon: &Lexicon) -> Option<Phrase> {
        let numbers: Vec<Option<usize>> = phrase
            .iter()
            .map(|word| lexicon.spelt.find(&word.spelt))
            .collect();
        if numbers.iter().all(Option::is_none) {
            return None;
        }
        let mut terms = Vec::new();
        for number in &numbers {
            terms.push(match number {
                None => None,
                Some(number) => Some(self.term(*number, counts)?),
            });
        }
        let weight = |number: &Option<usize>| match number {
            None => lexicon.weight_of(1),
            Some(number) => lexicon.weights[*number],
        };
        Some(Phrase {
            terms,
            weights: numbers.iter().map(weight).collect(),
            worth: 1.0,
        })
    }

    /// The term of a phrase's word: one for each spelling, beside those of the query's own words.
    fn term(&mut self, spelling: usize, counts: u32) -> Option<usize> {
        let own = (1_u64 << self.words.len()) - 1;
        let known = self.is[spelling] & !own;
        let term = match known {
            0 => self.counts_for.len(),
            known => known.trailing_zeros() as usize,
        };
        if term >= MOST_TERMS {
            return None;
        }
        if known == 0 {
            self.counts_for.push(0);
            self.is[spelling] |= 1 << term;
            self.may_be[spelling] |= 1 << term;
        }
        self.counts_for[term] |= counts;
        Some(term)
    }

    fn weigh(&mut self, fillers: u32) {
        let spanned = self.spans.iter().fold(0, |all, span| {
            all | match span.to - span.from {
                // "làm" says nothing, "làm lại" does.
                2.. => words_between(span.from, span.to),
                _ => 0,
            }
        });
        let fillers = fillers & !spanned;
        for (at, word) in self.words.iter_mut().enumerate() {
            if fillers & (1 << at) != 0 {
                word.weight *= FILLER;
            }
        }
        let times: Vec<f32> = (0..self.words.len()).map(|at| self.lent(at)).collect();
        for (word, times) in self.words.iter_mut().zip(times) {
            word.weight *= times;
        }
        self.weight = self.words.iter().map(|word| word.weight).sum();
    }
}

impl Query {
    /// By how much the weight of a word changes because of what it stands for, with the words of its
    /// longest phrase: *gplx* says as much as *giấy phép lái xe*.
    fn lent(&self, at: usize) -> f32 {
        let covers = |span: &&Span| (span.from..span.to).contains(&at) && !span.phrases.is_empty();
        let spans = self.spans.iter().filter(covers);
        let Some(span) = spans.max_by_key(|span| span.to - span.from) else {
            return 1.0;
        };
        let own: f32 = self.words[span.from..span.to]
            .iter()
            .map(|word| word.weight)
            .sum();
        let weight = |phrase: &Phrase| phrase.weights.iter().sum::<f32>();
        let meant = span.phrases.iter().map(weight).fold(0.0, f32::max);
        1.0 - LENT + LENT * meant / own
    }
}

/// Words of the query as bits.
pub(crate) fn words_between(from: usize, to: usize) -> u32 {
    (1 << to) - (1 << from)
}

/// Whether it is "thủ tục".
fn is_lead(first: &Word, second: &Word) -> bool {
    first.folded == "thu" && second.folded == "tuc"
}

/// The words of the query. A leading "thủ tục" says nothing, unless it is all.
fn typed(text: &str, lexicon: &Lexicon, synonyms: &Synonyms) -> Vec<Typed> {
    let mut read: Vec<Word> = words(text).take(MOST_WORDS).collect();
    if let [first, second, _, ..] = read.as_slice()
        && is_lead(first, second)
    {
        read.drain(..2);
    }
    let is_half = !text.ends_with(char::is_whitespace);
    let last = read.len().saturating_sub(1);
    let mut all = Vec::new();
    for (at, word) in read.into_iter().enumerate() {
        let is_last = is_half && at == last;
        if word.is_run() {
            all.extend(said_in(&word.folded, synonyms));
            continue;
        }
        add_typed(&mut all, word, is_last, lexicon, synonyms);
    }
    all.truncate(MOST_WORDS);
    all
}

/// What people say, one after the other, in a run of a script without spaces; the longest first. What
/// nobody says is left out: names are in Vietnamese.
fn said_in(mut run: &str, synonyms: &Synonyms) -> Vec<Typed> {
    let mut all = Vec::new();
    while let Some(first) = run.chars().next() {
        let said = synonyms.said().filter(|word| run.starts_with(&word.folded));
        let longest = said.max_by_key(|word| word.folded.len());
        run = &run[longest.map_or(first.len_utf8(), |word| word.folded.len())..];
        all.extend(longest.map(|word| Typed {
            word: word.clone(),
            meant: Vec::new(),
            said: Vec::new(),
            is_last: false,
        }));
    }
    all
}

fn add_typed(
    all: &mut Vec<Typed>,
    word: Word,
    is_last: bool,
    lexicon: &Lexicon,
    synonyms: &Synonyms,
) {
    let whole = |word| Typed {
        word,
        meant: Vec::new(),
        said: Vec::new(),
        is_last,
    };
    if word.folded.len() > LONGEST || is_known(&word, is_last, lexicon, synonyms) {
        all.push(whole(word));
        return;
    }
    if let Some(fold) = undone(&word.folded, lexicon) {
        let meant = vec![fold];
        all.push(Typed {
            meant,
            ..whole(word)
        });
        return;
    }
    if let Some((one, other)) = parts(&word.folded, lexicon) {
        for part in [one, other] {
            all.extend(words(part).map(whole));
        }
        return;
    }
    let slips = slips(&word.folded);
    let near = |have: &str| slips > 0 && is_near(&word.folded, have, slips);
    let meant = lexicon.folded.iter().enumerate();
    let meant = meant.filter(|(_, have)| near(have)).map(|(at, _)| at);
    let said = synonyms.said().filter(|said| near(&said.folded));
    all.push(Typed {
        meant: meant.collect(),
        said: said.map(|word| word.folded.clone()).collect(),
        ..whole(word)
    });
}

/// How many slips are forgiven in a word of this length.
fn slips(word: &str) -> usize {
    match word.len() {
        0..=2 => 0,
        3..=7 => 1,
        _ => 2,
    }
}

/// Whether the word, as it was typed, is one of a name, of a field or of what people say.
fn is_known(word: &Word, is_last: bool, lexicon: &Lexicon, synonyms: &Synonyms) -> bool {
    let same = |have: &Word| have.folded == word.folded;
    let is_said = synonyms.said().any(same);
    let in_names = match word.is_marked() {
        // A slip in the marks: the word without them may be another one.
        true => lexicon.spelt.find(&word.spelt).is_some(),
        false => lexicon.folded.find(&word.folded).is_some(),
    };
    is_said || in_names || is_last && is_half(word, lexicon, synonyms)
}

/// Whether a word of names, or of what people say, begins so.
fn is_half(word: &Word, lexicon: &Lexicon, synonyms: &Synonyms) -> bool {
    let mut spellings = lexicon.spelt.iter().zip(&lexicon.fold_of);
    let said = |said: &Word| said.folded.starts_with(&word.folded);
    spellings.any(|(spelt, fold)| begins(word, lexicon.folded.get(*fold), spelt))
        || synonyms.said().any(said)
}

/// Whether a word begins as this one does, with the same marks where that has any.
fn begins(word: &Word, folded: &str, spelt: &str) -> bool {
    folded.starts_with(&word.folded)
        && (!word.is_marked() || letters(spelt).starts_with(letters(&word.spelt)))
}

/// A word typed with the keys of an input method that was off.
fn undone(word: &str, lexicon: &Lexicon) -> Option<usize> {
    let find = |word: &str| {
        let mut word = word.to_string();
        alike(&mut word);
        lexicon.folded.find(&word)
    };
    let bare = without_keys(word);
    if bare != word
        && let Some(fold) = find(&bare)
    {
        return Some(fold);
    }
    // The key of the tone can stand anywhere behind the first vowel.
    let shaped = without_keys(&format!("{word}x"));
    (1..shaped.len())
        .filter(|at| matches!(shaped.as_bytes()[*at], b's' | b'f' | b'r' | b'x' | b'j'))
        .filter(|at| shaped[..*at].contains(['a', 'e', 'i', 'o', 'u', 'y']))
        .find_map(|at| find(&format!("{}{}", &shaped[..at], shaped.get(at + 1..)?)))
}

/// Two words of names without a space between them.
fn parts<'a>(word: &'a str, lexicon: &Lexicon) -> Option<(&'a str, &'a str)> {
    let is_word = |part: &str| part.len() > 1 && lexicon.folded.find(part).is_some();
    (2..word.len())
        .filter(|at| word.is_char_boundary(*at))
        .map(|at| word.split_at(at))
        .filter(|(one, other)| one.len() + other.len() > 5 && is_word(one) && is_word(other))
        .max_by_key(|(one, other)| {
            let names = |part: &str| {
                let fold = lexicon.folded.find(part);
                fold.map_or(0, |fold| lexicon.folded_in[fold])
            };
            names(one).min(names(other))
        })
}

/// The spellings that a typed word is, and those that it may be.
fn spellings(typed: &Typed, is_marked: bool, lexicon: &Lexicon) -> (Vec<usize>, Vec<usize>) {
    let (mut sure, mut maybe) = (Vec::new(), Vec::new());
    for (number, spelt) in lexicon.spelt.iter().enumerate() {
        let fold = lexicon.fold_of[number];
        let folded = lexicon.folded.get(fold);
        if folded == typed.word.folded {
            // Marks count where there are any.
            match is_marked && spelt != typed.word.spelt {
                true => maybe.push(number),
                false => sure.push(number),
            }
        } else if typed.meant.contains(&fold) || typed.is_last && begins(&typed.word, folded, spelt)
        {
            maybe.push(number);
        }
    }
    (sure, maybe)
}

/// Whether a typed word is this word of what people say.
fn says(typed: &Typed, word: &Word) -> bool {
    let is_so = match typed.word.is_marked() {
        true => typed.word.spelt == word.spelt,
        false => typed.word.folded == word.folded,
    };
    is_so
        || typed.said.contains(&word.folded)
        || (typed.is_last
            && typed.word.folded.len() > 2
            && word.folded.starts_with(&typed.word.folded))
}
