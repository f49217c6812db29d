//! Words that are nearly the same.

/// Whether one word becomes the other by so many letters more, less or other, or neighbours swapped.
pub(crate) fn is_near(one: &str, other: &str, most: usize) -> bool {
    // Folded words are short, and nearly all are ASCII.
    near(one.as_bytes(), other.as_bytes(), most)
}

fn near(one: &[u8], other: &[u8], most: usize) -> bool {
    if one.len().abs_diff(other.len()) > most {
        return false;
    }
    let (one, other) = without_common_ends(one, other);
    match (one, other) {
        ([], rest) | (rest, []) => rest.len() <= most,
        _ if most == 0 => false,
        ([a, x @ ..], [b, y @ ..]) => {
            let is_swap = match (x, y) {
                ([c, x @ ..], [d, y @ ..]) => (a, c) == (d, b) && near(x, y, most - 1),
                _ => false,
            };
            is_swap || near(x, y, most - 1) || near(one, y, most - 1) || near(x, other, most - 1)
        }
    }
}

fn without_common_ends<'a>(mut one: &'a [u8], mut other: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    while let ([a, x @ ..], [b, y @ ..]) = (one, other)
        && a == b
    {
        (one, other) = (x, y);
    }
    while let ([x @ .., a], [y @ .., b]) = (one, other)
        && a == b
    {
        (one, other) = (x, y);
    }
    (one, other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_near() {
        for (one, other, slips) in [
            ("sinh", "sinh", 0),
            ("sinhh", "sinh", 1),
            ("sih", "sinh", 1),
            ("xinh", "sinh", 1),
            ("kte", "ket", 1),
            ("khia", "khai", 1),
            ("licence", "lisense", 2),
            ("abcd", "badc", 2),
            ("", "ab", 2),
            ("abc", "xyz", 3),
        ] {
            for most in 0..=2 {
                assert_eq!(
                    is_near(one, other, most),
                    slips <= most,
                    "{one} {other} {most}"
                );
                assert_eq!(
                    is_near(other, one, most),
                    slips <= most,
                    "{other} {one} {most}"
                );
            }
        }
    }
}
