//! Names and secrets that nobody can guess, from the operating system.

/// No characters that people take for others when they read them aloud or off a paper:
/// no `0 O`, no `1 I L`.
const CLEAR: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

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

/// Whether `text` can be an [`id`]; only such names reach the file system.
pub(crate) fn is_id(text: &str) -> bool {
    text.len() == 32
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// 8 clear characters: 31⁸ is 8.5 × 10¹¹, against ten tries in a quarter of an hour.
///
/// # Errors
/// The operating system gives no randomness.
pub(crate) fn lookup() -> Result<String, NoRandomness> {
    let mut out = String::new();
    while out.len() < 8 {
        // 248 is 8 × 31: beyond it, some characters would come more often than others.
        let fair = bytes::<16>()?.into_iter().filter(|byte| *byte < 248);
        out.extend(fair.map(|byte| char::from(CLEAR[usize::from(byte) % CLEAR.len()])));
    }
    out.truncate(8);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_clear_and_different() {
        let words: std::collections::BTreeSet<String> =
            (0..1_000).map(|_| lookup().expect("a word")).collect();
        assert_eq!(words.len(), 1_000);
        assert!(
            words
                .iter()
                .all(|word| word.len() == 8 && word.bytes().all(|byte| CLEAR.contains(&byte)))
        );
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
