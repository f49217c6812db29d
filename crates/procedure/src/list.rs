//! Code lists of the portal (provinces, communes, ...), as far as they are known here.

use std::sync::Arc;

use crate::{SortedMap, Text};

/// One entry of a code list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListOption {
    /// The code that is sent.
    pub value: String,
    /// What the citizen reads.
    pub label: Text,
    /// What people call it too.
    pub also: Vec<String>,
    /// What is part of it now and was one of the list before.
    pub before: Vec<String>,
}

/// The code lists that have arrived. A code of a list that has not arrived is taken as it is:
/// the portal knows all its lists and checks again.
#[derive(Clone, Debug, Default)]
pub struct Lists(SortedMap<String, Arc<[ListOption]>>);

impl Lists {
    /// Adds a list, or the part of it under `parent` (`""` where it has none).
    pub fn insert(&mut self, list: &str, parent: &str, options: Vec<ListOption>) {
        self.0.insert(key(list, parent), options.into());
    }

    /// The entries of a list under `parent`.
    pub fn get(&self, list: &str, parent: &str) -> Option<&Arc<[ListOption]>> {
        self.0.get(&key(list, parent))
    }

    /// The entry with this code, where its list is known.
    pub fn find(&self, list: &str, parent: &str, value: &str) -> Option<&ListOption> {
        self.get(list, parent)?
            .iter()
            .find(|option| option.value == value)
    }

    /// Whether the list is known and has no such code.
    pub(crate) fn refuses(&self, list: &str, parent: &str, value: &str) -> bool {
        self.get(list, parent)
            .is_some_and(|options| !options.iter().any(|o| o.value == value))
    }
}

/// Names of lists have no space in them.
fn key(list: &str, parent: &str) -> String {
    format!("{list} {parent}")
}
