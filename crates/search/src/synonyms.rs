//! Words that people search with, and what they mean in names of procedures.

use procedure::read_json;
use serde_json::Value;

use crate::words::{Word, words};

/// Most groups that are read.
const MOST_GROUPS: usize = 5_000;
/// Most phrases on one side of a group.
const MOST_PHRASES: usize = 100;
/// Most words of a phrase.
const MOST_WORDS: usize = 16;

/// What people say, and what stands in names instead.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Group {
    pub say: Vec<Vec<Word>>,
    /// Any of them. None (`-` in the file): what is said says nothing about a procedure ("I want to").
    pub means: Vec<Vec<Word>>,
}

/// The groups of one language or of several.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Synonyms {
    pub(crate) groups: Vec<Group>,
}

impl Synonyms {
    /// Reads a `search.json` (`docs/languages.md`). `None` where it has another shape; a group that
    /// says nothing is left out.
    pub fn from_json(json: &Value) -> Option<Self> {
        let groups = json.get("groups")?.as_array()?;
        let mut all = Self::default();
        for group in groups.iter().take(MOST_GROUPS) {
            let (say, means) = (phrases(group.get("say")?)?, phrases(group.get("means")?)?);
            if !say.is_empty() {
                all.groups.push(Group { say, means });
            }
        }
        Some(all)
    }

    /// Reads the text of a `search.json`.
    pub fn read(text: &str) -> Option<Self> {
        Self::from_json(&read_json(text).ok()?)
    }

    /// Adds those of another language.
    pub fn extend(&mut self, others: Self) {
        self.groups.extend(others.groups);
    }

    /// Adds a name in another language, and the one that it stands for.
    pub fn name(&mut self, say: &str, means: &str) {
        let phrase = |text| vec![words(text).take(MOST_WORDS).collect()];
        self.groups.push(Group {
            say: phrase(say),
            means: phrase(means),
        });
    }

    /// Every word that people say.
    pub(crate) fn said(&self) -> impl Iterator<Item = &Word> {
        self.groups.iter().flat_map(|group| &group.say).flatten()
    }
}

fn phrases(list: &Value) -> Option<Vec<Vec<Word>>> {
    let mut all = Vec::new();
    for text in list.as_array()?.iter().take(MOST_PHRASES) {
        let phrase: Vec<Word> = words(text.as_str()?).take(MOST_WORDS + 1).collect();
        if (1..=MOST_WORDS).contains(&phrase.len()) {
            all.push(phrase);
        }
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_another_shape_is_not_read() {
        for (text, groups) in [
            (
                r#"{"groups": [{"say": ["gplx"], "means": ["giấy phép lái xe"]}]}"#,
                Some(1),
            ),
            (r#"{"groups": [], "more": 1}"#, Some(0)),
            (
                r#"{"groups": [{"say": ["tôi muốn"], "means": []}]}"#,
                Some(1),
            ),
            (r#"{"groups": [{"say": [" - "], "means": ["x"]}]}"#, Some(0)),
            (r#"{"groups": [{"say": ["x"]}]}"#, None),
            (r#"{"groups": [{"say": [5], "means": ["x"]}]}"#, None),
            (r#"{"groups": {}}"#, None),
            ("[]", None),
            ("", None),
        ] {
            let read = Synonyms::read(text);
            assert_eq!(read.map(|read| read.groups.len()), groups, "{text}");
        }
    }
}
