//! Names of steps and fields, and the path of one field's answer.

use std::fmt;
use std::sync::Arc;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Wraps a name. Compiling a definition checks that it is one: a lower-case letter,
            /// then lower-case letters, digits and `_`.
            pub fn new(name: &str) -> Self {
                Self(name.into())
            }

            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                <String as serde::Deserialize>::deserialize(from).map(|name| Self(name.into()))
            }
        }
    };
}

id!(
    /// A field's name, unique in its definition.
    FieldId
);
id!(
    /// A step's name, unique in its definition; it is part of the step's address.
    StepId
);

/// Whether `name` can name a step or a field.
pub(crate) fn is_name(name: &str) -> bool {
    name.len() <= 64
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// Where one answer stands: a field, or a field in one row of a repeat.
///
/// Every DOM id, error link and snapshot comes from it, so it is stable.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FieldPath {
    /// The repeat and the row in it, counted from 0.
    pub row: Option<(FieldId, usize)>,
    /// The field.
    pub field: FieldId,
}

impl FieldPath {
    /// The path of a field outside any repeat.
    pub fn top(field: &str) -> Self {
        Self {
            row: None,
            field: FieldId::new(field),
        }
    }

    /// The path of a field in row `row` (from 0) of `repeat`.
    pub fn in_row(repeat: &str, row: usize, field: &str) -> Self {
        Self {
            row: Some((FieldId::new(repeat), row)),
            field: FieldId::new(field),
        }
    }

    /// The id of the field's first control in the page: `members-0-m_name`.
    pub fn dom_id(&self) -> String {
        match &self.row {
            None => self.field.to_string(),
            Some((repeat, row)) => format!("{repeat}-{row}-{}", self.field),
        }
    }

    /// Where the answer stands in a submission: `/answers/members/0/m_name` (RFC 6901).
    pub fn pointer(&self) -> String {
        match &self.row {
            None => format!("/answers/{}", self.field),
            Some((repeat, row)) => format!("/answers/{repeat}/{row}/{}", self.field),
        }
    }

    /// Reads a JSON Pointer of [`FieldPath::pointer`]'s form; what stands behind the field
    /// (a date's day, a file's number) comes back too.
    pub fn from_pointer(pointer: &str) -> Option<(Self, Option<&str>)> {
        let mut parts = pointer.strip_prefix("/answers/")?.split('/');
        let first = parts.next().filter(|name| is_name(name))?;
        let Some(second) = parts.next() else {
            return Some((Self::top(first), None));
        };
        match (second.parse::<usize>(), parts.next()) {
            (Ok(row), Some(field)) if is_name(field) => {
                Some((Self::in_row(first, row, field), parts.next()))
            }
            _ => Some((Self::top(first), Some(second))),
        }
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.row {
            None => write!(f, "{}", self.field),
            Some((repeat, row)) => write!(f, "{repeat}[{row}].{}", self.field),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_leads_back_to_its_path() {
        for path in [
            FieldPath::top("dob"),
            FieldPath::in_row("members", 3, "m_dob"),
        ] {
            assert_eq!(FieldPath::from_pointer(&path.pointer()), Some((path, None)));
        }
        assert_eq!(
            FieldPath::from_pointer("/answers/address/commune"),
            Some((FieldPath::top("address"), Some("commune")))
        );
        for odd in ["", "/", "/answers", "/answers/", "/other/x", "/answers/A b"] {
            assert_eq!(FieldPath::from_pointer(odd), None, "{odd:?}");
        }
    }
}
