//! Texts as words, and every word of the index kept once.

use procedure::fold;

use crate::letters::{alike, spelling};

/// A word in two forms: as people type it who type no marks, and as it is spelt.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Word {
    /// Without marks.
    pub folded: String,
    /// With marks, as [`spelling`] writes them.
    pub spelt: String,
}

impl Word {
    fn read(word: &str) -> Option<Self> {
        // A sign within a Khmer word divides it for the fold.
        let mut folded = fold(word);
        folded.retain(|c| c != ' ');
        alike(&mut folded);
        // A mark that stands alone is no word.
        (!folded.is_empty()).then(|| Self {
            spelt: spelling(word),
            folded,
        })
    }

    /// Whether it is of a script that puts no space between words.
    pub(crate) fn is_run(&self) -> bool {
        self.folded.contains(|c| c >= '\u{E00}')
    }

    /// Whether it carries any mark.
    pub(crate) fn is_marked(&self) -> bool {
        self.folded != self.spelt
    }
}

/// The words of a text, divided as [`fold`] divides them.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Word> {
    text.split(|c: char| !is_within(c)).filter_map(Word::read)
}

fn is_within(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36F}' | '\u{17D2}' | '\'' | '’' | 'ʼ' | '\u{AD}' | '\u{200B}'..='\u{200F}')
}

/// Texts that are each kept once, with a number. A small hash table: the standard library's is 10 KB of
/// code that each citizen would load.
#[derive(Clone, Default, Debug)]
pub(crate) struct Numbered {
    texts: Vec<Box<str>>,
    /// Numbers plus one by hash, 0 where a slot is free; a power of two, at least half free.
    slots: Vec<u32>,
}

impl Numbered {
    /// FNV-1a.
    fn hash(text: &str) -> usize {
        let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        text.bytes().fold(0x811C_9DC5, step) as usize
    }

    /// The slot of a text: its own, or the free one where it would be.
    fn slot(&self, text: &str) -> usize {
        let last = self.slots.len() - 1;
        let mut at = Self::hash(text) & last;
        loop {
            match self.slots[at] {
                0 => return at,
                number if *self.texts[number as usize - 1] == *text => return at,
                _ => at = (at + 1) & last,
            }
        }
    }

    /// The number of a text.
    pub(crate) fn find(&self, text: &str) -> Option<usize> {
        if self.slots.is_empty() {
            return None;
        }
        (self.slots[self.slot(text)] as usize).checked_sub(1)
    }

    /// The number of a text, which is added where it is new.
    pub(crate) fn add(&mut self, text: &str) -> usize {
        if self.slots.len() < 2 * (self.texts.len() + 1) {
            self.grow();
        }
        let slot = self.slot(text);
        if self.slots[slot] == 0 {
            self.texts.push(text.into());
            self.slots[slot] = self.texts.len() as u32;
        }
        self.slots[slot] as usize - 1
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        self.slots = vec![0; size];
        for number in 0..self.texts.len() {
            let slot = self.slot(&self.texts[number]);
            self.slots[slot] = number as u32 + 1;
        }
    }

    /// The text with a number; empty where there is none.
    pub(crate) fn get(&self, number: usize) -> &str {
        self.texts.get(number).map_or("", |text| text)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.texts.len()
    }

    /// All, in the order of their numbers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|text| &**text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_the_fold() {
        for text in [
            "Đổi giấy-phép, lái xe (cấp tỉnh)",
            "mất/hỏng  50% “AB”",
            "Xã Ea H'Leo",
            "3.000347",
            "Đô\u{309}i\u{AD} \u{301} x",
            "",
        ] {
            let ours: Vec<String> = words(text).map(|word| word.folded).collect();
            let folds: Vec<String> = fold(text).split_whitespace().map(str::to_string).collect();
            assert_eq!(ours, folds, "{text}");
        }
    }

    #[test]
    fn each_text_has_one_number() {
        let mut all = Numbered::default();
        assert_eq!(all.find("0"), None);
        for number in 0..1000 {
            assert_eq!(all.add(&number.to_string()), number);
            assert_eq!(all.add(&number.to_string()), number);
        }
        assert_eq!((all.len(), all.find("999")), (1000, Some(999)));
        assert_eq!((all.find("1000"), all.iter().nth(7)), (None, Some("7")));
    }
}
