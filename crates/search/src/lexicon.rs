//! All words of an index with their weights, and the names as rows of them.

use crate::index::Contents;
use crate::words::{Numbered, Word, words};

/// Most words of a name that count. A place in a name is a bit of [`Places`].
pub(crate) const MOST_WORDS: usize = 128;

/// Places in a name, as bits.
pub(crate) type Places = u128;

/// A name of a procedure, in one language.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    /// The procedure.
    pub procedure: usize,
    /// Where its words begin and end among those of all names.
    from: usize,
    to: usize,
    /// What it is about: without "Thủ tục" before and the level behind.
    pub core: Places,
    /// What "Thủ tục" before it takes up. Nothing is found there.
    pub lead: Places,
    /// The weight of all words of the core.
    pub weight: f32,
}

/// The words of an index.
#[derive(Clone, Default, Debug)]
pub(crate) struct Lexicon {
    pub folded: Numbered,
    pub spelt: Numbered,
    /// By spelling: the same word folded.
    pub fold_of: Vec<usize>,
    /// By spelling, by fold: in how many names.
    pub spelt_in: Vec<u32>,
    pub folded_in: Vec<u32>,
    /// By spelling: what it says about a name that this word is in it.
    pub weights: Vec<f32>,
    pub names: Vec<Name>,
    all: Vec<u32>,
    /// By field and by agency: the words of its texts.
    pub fields: Vec<Vec<usize>>,
    pub agencies: Vec<Vec<usize>>,
}

/// Binary logarithm, straight between powers of two: enough to weigh words.
pub(crate) fn log2(x: u32) -> f32 {
    let whole = 31 - x.max(1).leading_zeros();
    let power = (1_u32 << whole) as f32;
    whole as f32 + x.max(1) as f32 / power - 1.0
}

impl Lexicon {
    pub(crate) fn new(contents: &Contents) -> Self {
        let mut lexicon = Self::default();
        for (at, procedure) in contents.procedures.iter().enumerate() {
            for name in procedure.name.all() {
                lexicon.add_name(at, name.text);
            }
        }
        let fields = contents.fields.iter();
        lexicon.fields = fields.map(|text| lexicon.add_texts(text)).collect();
        let agencies = contents.agencies.iter();
        lexicon.agencies = agencies
            .map(|agency| lexicon.add_texts(&agency.name))
            .collect();
        lexicon.weigh();
        lexicon
    }

    fn add(&mut self, word: &Word) -> usize {
        let number = self.spelt.add(&word.spelt);
        if number == self.fold_of.len() {
            let fold = self.folded.add(&word.folded);
            self.fold_of.push(fold);
            self.spelt_in.push(0);
            self.folded_in.resize(self.folded.len(), 0);
        }
        number
    }

    fn add_texts(&mut self, text: &procedure::Text) -> Vec<usize> {
        let mut all = Vec::new();
        for one in text.all() {
            all.extend(words(one.text).map(|word| self.add(&word)));
        }
        all
    }

    fn add_name(&mut self, procedure: usize, text: &str) {
        let read: Vec<Word> = words(text).take(MOST_WORDS).collect();
        let from = self.all.len();
        for word in &read {
            let number = self.add(word);
            self.all.push(number as u32);
        }
        let numbers = &self.all[from..];
        for (at, number) in numbers.iter().enumerate() {
            let number = *number as usize;
            let before = || numbers[..at].iter().map(|n| *n as usize);
            self.spelt_in[number] += u32::from(!before().any(|n| n == number));
            let fold = self.fold_of[number];
            let folds = before().map(|n| self.fold_of[n]);
            self.folded_in[fold] += u32::from(!{ folds }.any(|n| n == fold));
        }
        let (lead, level) = (lead(&read), level(&read));
        self.names.push(Name {
            procedure,
            from,
            to: self.all.len(),
            core: bits(level) & !bits(lead),
            lead: bits(lead),
            weight: 0.0,
        });
    }

    fn weigh(&mut self) {
        let names = self.names.len() as u32;
        let weight = |found: &u32| weight(names, *found);
        self.weights = self.spelt_in.iter().map(weight).collect();
        for at in 0..self.names.len() {
            self.names[at].weight = self.weight(&self.names[at], self.names[at].core);
        }
    }

    /// The words of a name, as numbers of spellings.
    pub(crate) fn words(&self, name: &Name) -> &[u32] {
        &self.all[name.from..name.to]
    }

    /// The weight of the words at these places of a name.
    pub(crate) fn weight(&self, name: &Name, mut places: Places) -> f32 {
        let words = self.words(name);
        let mut sum = 0.0;
        while places != 0 {
            let at = places.trailing_zeros() as usize;
            places &= places - 1;
            sum += words
                .get(at)
                .map_or(0.0, |word| self.weights[*word as usize]);
        }
        sum
    }

    /// The weight of a word that is in so many names.
    pub(crate) fn weight_of(&self, found: u32) -> f32 {
        weight(self.names.len() as u32, found)
    }
}

fn weight(names: u32, found: u32) -> f32 {
    log2(1 + names / found.max(1)).max(0.5)
}

/// The first so many places.
fn bits(count: usize) -> Places {
    match count {
        MOST_WORDS.. => Places::MAX,
        count => (1 << count) - 1,
    }
}

/// How many words before the name proper: some begin with "Thủ tục", most do not.
fn lead(words: &[Word]) -> usize {
    match words {
        [first, second, _, ..] if first.folded == "thu" && second.folded == "tuc" => 2,
        _ => 0,
    }
}

/// Where the level begins that some names end with: "(cấp tỉnh)", "thực hiện tại cấp xã". Nine
/// wordings are in the catalogue, so it is told by words.
fn level(words: &[Word]) -> usize {
    const LEVELS: [&str; 6] = ["bo", "tinh", "xa", "huyen", "uong", "trung"];
    const BEFORE: [&str; 8] = ["thuc", "hien", "tai", "o", "cong", "an", "do", "thanh"];
    let is = |at: usize, all: &[&str]| words.get(at).is_some_and(|w| all.contains(&&*w.folded));
    let mut at = words.len();
    while at > 0 && is(at - 1, &LEVELS) {
        at -= 1;
    }
    if at == words.len() || at == 0 || !is(at - 1, &["cap"]) {
        return words.len();
    }
    at -= 1;
    while at > 0 && is(at - 1, &BEFORE) {
        at -= 1;
    }
    // A name that is nothing else stays.
    match at {
        0 => words.len(),
        at => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_of_a_name_is_neither_lead_nor_level() {
        for (name, core) in [
            ("Thủ tục đăng ký khai sinh", "dang ki khai sinh"),
            (
                "Cấp thẻ căn cước (thực hiện tại cấp tỉnh)",
                "cap the can cuoc",
            ),
            (
                "Cấp giấy phép môi trường (cấp Bộ)",
                "cap giay phep moi truong",
            ),
            ("Đăng ký xe tại Công an cấp tỉnh", "dang ki xe"),
            ("Cấp lại thẻ (thực hiện tại cấp Trung ương)", "cap lai the"),
            ("Cấp tỉnh", "cap tinh"),
            ("Thủ tục", "thu tuc"),
            ("Tách hộ", "tach ho"),
        ] {
            let read: Vec<Word> = words(name).collect();
            let kept: Vec<&str> = read[lead(&read)..level(&read)]
                .iter()
                .map(|word| word.folded.as_str())
                .collect();
            assert_eq!(kept.join(" "), core, "{name}");
        }
    }

    #[test]
    fn rare_words_weigh_more() {
        assert!(weight(2642, 1) > weight(2642, 30) && weight(2642, 30) > weight(2642, 2642));
        assert_eq!((log2(1), log2(8), log2(0)), (0.0, 3.0, 0.0));
        assert_eq!(log2(12), 3.5);
    }
}
