//! A map and a set by name, as sorted lists. The standard library's trees cost a citizen on a slow
//! network 4 KB of code for each pair of types; these cost some hundred bytes, and a form's few
//! hundred names are found as fast (docs/adr/0004-size.md).

use std::borrow::Borrow;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Sorts a handful of things. The standard library's sort is made for millions, and is 5 KB of code for
/// each type.
pub fn sort<T: Ord>(things: &mut [T]) {
    sort_by(things, |a, b| a < b);
}

/// The same, in an order of one's own: whether the first comes before the second.
pub fn sort_by<T>(things: &mut [T], is_before: impl Fn(&T, &T) -> bool) {
    for end in 1..things.len() {
        let mut at = end;
        while at > 0 && is_before(&things[at], &things[at - 1]) {
            things.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// A map by name.
#[derive(Clone, PartialEq, Debug)]
pub struct SortedMap<K, V>(Vec<(K, V)>);

/// A set of names.
#[derive(Clone, PartialEq, Debug)]
pub struct SortedSet<K>(SortedMap<K, ()>);

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K> Default for SortedSet<K> {
    fn default() -> Self {
        Self(SortedMap::default())
    }
}

impl<K: Borrow<str>, V> SortedMap<K, V> {
    /// An empty map.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    fn find(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(have, _)| have.borrow().cmp(key))
    }

    /// The value under a name.
    pub fn get(&self, key: &(impl Borrow<str> + ?Sized)) -> Option<&V> {
        self.find(key.borrow()).ok().map(|at| &self.0[at].1)
    }

    /// The value under a name, to change it.
    pub fn get_mut(&mut self, key: &(impl Borrow<str> + ?Sized)) -> Option<&mut V> {
        self.find(key.borrow()).ok().map(|at| &mut self.0[at].1)
    }

    /// Whether the name is there.
    pub fn contains_key(&self, key: &(impl Borrow<str> + ?Sized)) -> bool {
        self.find(key.borrow()).is_ok()
    }

    /// Puts a value under a name. Says whether the name is new.
    pub fn insert(&mut self, key: K, value: V) -> bool {
        match self.find(key.borrow()) {
            Ok(at) => {
                self.0[at].1 = value;
                false
            }
            Err(at) => {
                self.0.insert(at, (key, value));
                true
            }
        }
    }

    /// Takes a name out.
    pub fn remove(&mut self, key: &(impl Borrow<str> + ?Sized)) -> Option<V> {
        self.find(key.borrow()).ok().map(|at| self.0.remove(at).1)
    }

    /// Names and values, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The names, in order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// The values, in the order of their names.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// The values, to change them.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Borrow<str>> SortedSet<K> {
    /// Whether the name is there.
    pub fn contains(&self, key: &(impl Borrow<str> + ?Sized)) -> bool {
        self.0.contains_key(key)
    }

    /// Adds a name. Says whether it is new.
    pub fn insert(&mut self, key: K) -> bool {
        self.0.insert(key, ())
    }

    /// Takes a name out.
    pub fn remove(&mut self, key: &(impl Borrow<str> + ?Sized)) -> bool {
        self.0.remove(key).is_some()
    }

    /// The names, in order.
    pub fn iter(&self) -> impl Iterator<Item = &K> {
        self.0.keys()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Borrow<str>, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut map = Self::new();
        for (key, value) in pairs {
            map.insert(key, value);
        }
        map
    }
}

impl<K: Borrow<str>, V, const N: usize> From<[(K, V); N]> for SortedMap<K, V> {
    fn from(pairs: [(K, V); N]) -> Self {
        pairs.into_iter().collect()
    }
}

impl<K: Borrow<str>> FromIterator<K> for SortedSet<K> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        Self(keys.into_iter().map(|key| (key, ())).collect())
    }
}

impl<K, V> IntoIterator for SortedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: Serialize, V: Serialize> Serialize for SortedMap<K, V> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl<'de, K, V> Deserialize<'de> for SortedMap<K, V>
where
    K: Deserialize<'de> + Borrow<str>,
    V: Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Pairs<K, V>(SortedMap<K, V>);
        impl<'de, K: Deserialize<'de> + Borrow<str>, V: Deserialize<'de>> Visitor<'de> for Pairs<K, V> {
            type Value = SortedMap<K, V>;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(
                mut self,
                mut pairs: A,
            ) -> Result<Self::Value, A::Error> {
                while let Some((key, value)) = pairs.next_entry()? {
                    self.0.insert(key, value);
                }
                Ok(self.0)
            }
        }
        from.deserialize_map(Pairs(Self::default()))
    }
}

impl<K: Serialize> Serialize for SortedSet<K> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.0.0.iter().map(|(key, ())| key))
    }
}

impl<'de, K: Deserialize<'de> + Borrow<str>> Deserialize<'de> for SortedSet<K> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Names<K>(SortedSet<K>);
        impl<'de, K: Deserialize<'de> + Borrow<str>> Visitor<'de> for Names<K> {
            type Value = SortedSet<K>;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("a list")
            }
            fn visit_seq<A: SeqAccess<'de>>(
                mut self,
                mut names: A,
            ) -> Result<Self::Value, A::Error> {
                while let Some(name) = names.next_element()? {
                    self.0.insert(name);
                }
                Ok(self.0)
            }
        }
        from.deserialize_seq(Names(Self::default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kept_once_and_in_order() {
        let mut map: SortedMap<String, u8> =
            [("b".into(), 1), ("a".into(), 2), ("b".into(), 3)].into();
        assert_eq!(
            map.iter()
                .map(|(k, v)| (k.as_str(), *v))
                .collect::<Vec<_>>(),
            [("a", 2), ("b", 3)]
        );
        assert!(!map.insert("a".into(), 4) && map.insert("c".into(), 5));
        assert_eq!((map.remove("b"), map.len()), (Some(3), 2));
        assert_eq!((map.get("a"), map.get("b")), (Some(&4), None));
        let json = serde_json::to_string(&map).expect("it is JSON");
        assert_eq!(json, r#"{"a":4,"c":5}"#);
        assert_eq!(
            serde_json::from_str::<SortedMap<String, u8>>(&json).expect("the same"),
            map
        );
        let set: SortedSet<String> = ["y", "x", "y"].map(String::from).into_iter().collect();
        assert_eq!(
            serde_json::to_string(&set).expect("it is JSON"),
            r#"["x","y"]"#
        );
    }
}
