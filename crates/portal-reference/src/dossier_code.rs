//! The code of a dossier: `{unit}-{yymmdd}-{sequence}`, `H15.50.05.13-261008-0975`.
//!
//! The shape is what public systems print, as public repositories captured it (`docs/facts.md`,
//! Dossier code; November 2026): `^(?:\d{3}\.\d{2}\.\d{2}\.)?[GH]\d{2}(?:\.\d{2,3}){0,3}-\d{6}-\d{4,7}$`.

/// The identification code of an agency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit(String);

impl Unit {
    /// A unit that no agency has: provinces count from H01, so H00 is plainly a sample.
    pub fn sample() -> Self {
        Self("H00.00.00".into())
    }

    /// Reads a unit: `H` (province) or `G` (ministry) and two digits, up to three groups of two
    /// or three digits behind, and of the old kind `000.00.00.` before.
    pub fn read(text: &str) -> Option<Self> {
        let mut groups: Vec<&str> = text.split('.').collect();
        let digits = |group: &str, lengths: &[usize]| {
            lengths.contains(&group.len()) && group.bytes().all(|b| b.is_ascii_digit())
        };
        if groups.first().is_some_and(|first| digits(first, &[3])) {
            let old = groups.len() > 3 && digits(groups[1], &[2]) && digits(groups[2], &[2]);
            groups = if old {
                groups.split_off(3)
            } else {
                return None;
            };
        }
        let (first, rest) = groups.split_first()?;
        let letter = first.starts_with(['G', 'H']) && digits(&first[1..], &[2]);
        let fits = letter && rest.len() <= 3 && rest.iter().all(|group| digits(group, &[2, 3]));
        fits.then(|| Self(text.to_string()))
    }

    /// The code of a day's dossier with this number. `None` where the day has had 9,999,999,
    /// more than the shape has room for.
    pub fn code(&self, yymmdd: &str, sequence: i64) -> Option<String> {
        (1..=9_999_999)
            .contains(&sequence)
            .then(|| format!("{}-{yymmdd}-{sequence:04}", self.0))
    }
}

/// A code as people write it, in the one way in which it is stored: capitals, no spaces.
pub(crate) fn tidy(typed: &str) -> String {
    let typed = procedure::exact(typed).to_ascii_uppercase();
    let parts = typed.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.'));
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    if let [unit, day, number @ ..] = &parts[..]
        && !number.is_empty()
    {
        return format!("{unit}-{day}-{}", number.concat());
    }
    // Typed in one: a day and a number of four digits end it.
    let bare = parts.concat();
    let split = bare
        .len()
        .checked_sub(10)
        .and_then(|at| bare.split_at_checked(at));
    match split {
        Some((unit, digits)) if !unit.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{unit}-{}-{}", &digits[..6], &digits[6..])
        }
        _ => parts.join("-"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_have_the_shape_that_offices_print() {
        for good in [
            "H15.50.05.13",
            "G22.99.08",
            "H00.00.00",
            "000.00.00.G22",
            "H56",
            "H01.123",
        ] {
            assert!(Unit::read(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "H",
            "H1",
            "X15",
            "H15.",
            "H15.1",
            "H15.50.05.13.14",
            "h15",
            "000.00.H15",
            "000.00.00",
            "H15-1",
            "H15.5a",
            "Hé",
            "000",
        ] {
            assert_eq!(Unit::read(bad), None, "{bad}");
        }
        assert!(Unit::read(&Unit::sample().0).is_some());
    }

    // [73]
    #[test]
    fn codes_are_read_as_people_write_them() {
        let code = Unit::sample().code("261122", 7).expect("a code");
        assert_eq!(code, "H00.00.00-261122-0007");
        for typed in [
            " h00.00.00 - 261122 – 0007 ",
            "h00.00.00 261122 0007",
            "H00.00.002611220007",
            "H00.00.00-261122-00 07",
        ] {
            assert_eq!(tidy(typed), code, "{typed}");
        }
        assert_eq!(tidy("H00-261122-12345"), "H00-261122-12345");
        assert_eq!(tidy("abc"), "ABC");
        assert_eq!(
            Unit::sample().code("261122", 12_345).as_deref(),
            Some("H00.00.00-261122-12345")
        );
        assert_eq!(Unit::sample().code("261122", 10_000_000), None);
    }
}
