//! Names and secrets that nobody can guess, from the operating system.

/// Digits and letters that nobody takes for others, off a screen, off paper or read aloud: none of
/// `0 O`, `1 I L`, `2 Z`, `5 S`, `6 G`, `8 B`, `U V` together. No vowels, no `D` and no `W` either:
/// Vietnamese input methods make other letters of them (Telex `AF` À, `DD` Đ, `W` Ư; VNI `A1` Á, `D9` Đ;
/// <https://vietunicode.sourceforge.net/inputmethod.html>, read November 2026), and without vowels
/// no word comes about by chance.
const CLEAR: &[u8; 21] = b"23456789CFHJKMNPQRTVX";

/// Characters of a [`lookup`] word, without the hyphen.
const LOOKUP: usize = 10;

/// The operating system has no randomness to give.
#[derive(Debug, thiserror::Error)]
#[error("no randomness from the operating system: {0}")]
pub struct NoRandomness(String);

fn bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut out = [0; N];
    getrandom::fill(&mut out).map_err(|error| NoRandomness(error.to_string()))?;
    Ok(out)
}

/// 32 hexadecimal digits: 128 bits.
///
/// # Errors
/// The operating system gives no randomness.
pub(crate) fn id() -> Result<String, NoRandomness> {
    Ok(bytes::<16>()?
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

/// 64 hexadecimal digits: 256 bits.
///
/// # Errors
/// The operating system gives no randomness.
pub(crate) fn secret() -> Result<String, NoRandomness> {
    Ok(format!("{}{}", id()?, id()?))
}

/// Six digits.
///
/// # Errors
/// The operating system gives no randomness.
pub(crate) fn digits() -> Result<String, NoRandomness> {
    // Of 2⁶⁴, a million leaves so little over that no digit is likelier.
    let number = u64::from_le_bytes(bytes()?) % 1_000_000;
    Ok(format!("{number:06}"))
}

/// Whether `text` can be an [`id`]; only such names reach the file system.
pub(crate) fn is_id(text: &str) -> bool {
    text.len() == 32
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// 10 clear characters, with a hyphen in the middle to read them by: `C4FHJ-7KM2N`. 21¹⁰ is
/// 1.7 × 10¹³, against ten tries of a code in a quarter of an hour: after a year of trying without
/// a break, one chance in 48 million.
///
/// # Errors
/// The operating system gives no randomness.
pub(crate) fn lookup() -> Result<String, NoRandomness> {
    let mut out = String::new();
    while out.len() < LOOKUP {
        // 252 is 12 × 21: beyond it, some characters would come more often than others.
        let fair = bytes::<16>()?.into_iter().filter(|byte| *byte < 252);
        out.extend(fair.map(|byte| char::from(CLEAR[usize::from(byte) % CLEAR.len()])));
    }
    out.truncate(LOOKUP);
    out.insert(LOOKUP / 2, '-');
    Ok(out)
}

/// A [`lookup`] word as people type it, in one way: capitals, nothing between them, and what looks
/// like a clear character taken for it.
pub(crate) fn tidy_lookup(typed: &str) -> String {
    procedure::exact(typed)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| match c.to_ascii_uppercase() {
            'B' => '8',
            'G' => '6',
            'S' => '5',
            'U' => 'V',
            'Z' => '2',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_clear_and_different() {
        let words: std::collections::BTreeSet<String> =
            (0..1_000).map(|_| lookup().expect("a word")).collect();
        assert_eq!(words.len(), 1_000);
        for word in &words {
            let (left, right) = word.split_once('-').expect("a hyphen");
            assert_eq!((left.len(), right.len()), (5, 5), "{word}");
            let clear = |part: &str| part.bytes().all(|byte| CLEAR.contains(&byte));
            assert!(clear(left) && clear(right), "{word}");
            assert_eq!(tidy_lookup(word), format!("{left}{right}"));
        }
        let all: String = words.into_iter().collect();
        assert!(CLEAR.iter().all(|c| all.contains(char::from(*c))));
        assert!(is_id(&id().expect("an id")));
        for odd in [
            "",
            "..",
            "../../../../../../../etc/passwd__",
            &"A".repeat(32),
        ] {
            assert!(!is_id(odd), "{odd:?}");
        }
    }
}
