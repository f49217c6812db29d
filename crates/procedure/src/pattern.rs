//! Regular expressions of a linear-time engine: no input can hang the page.

use std::fmt;

/// A compiled pattern that the whole value must match.
#[derive(Clone)]
pub(crate) struct Pattern {
    source: String,
    regex: regex_lite::Regex,
}

impl Pattern {
    /// Compiles `source`; it is anchored at both ends.
    ///
    /// # Errors
    /// The engine's words, where the pattern is wrong or would be too large.
    pub(crate) fn new(source: &str) -> Result<Self, String> {
        let build = |source: &str| {
            regex_lite::RegexBuilder::new(source)
                .size_limit(1 << 18)
                .build()
                .map_err(|error| error.to_string())
        };
        // By itself first: `a)|(b` only compiles inside our brackets, and undoes them.
        build(source)?;
        let regex = build(&format!("^(?:{source})$"))?;
        let source = source.to_string();
        Ok(Self { source, regex })
    }

    /// Whether the whole of `value` matches.
    pub(crate) fn matches(&self, value: &str) -> bool {
        self.regex.is_match(value)
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pattern({:?})", self.source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_value_must_match() {
        let pattern = Pattern::new("[A-Z]{2}|x").expect("compiles");
        assert!(pattern.matches("AB") && pattern.matches("x"));
        assert!(!pattern.matches("ABC") && !pattern.matches("xx") && !pattern.matches(""));
        assert!(Pattern::new("(").is_err());
        assert!(Pattern::new("a)|(b").is_err());
        assert!(Pattern::new("a{1000}{1000}").is_err(), "too large");
    }
}
