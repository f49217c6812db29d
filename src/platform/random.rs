//! Names and keys that nobody can guess.

use super::window;

/// Random bytes. Outside a browser, a counter: tests want the same ones every time.
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0_u8; N];
    let random = window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    if random.is_none() {
        let count = count().to_be_bytes();
        bytes[N - count.len()..].copy_from_slice(&count);
    }
    bytes
}

/// 128 random bits as 32 hexadecimal digits.
pub fn name() -> String {
    hex(&bytes::<16>())
}

/// Bytes as hexadecimal digits, two for each.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |n: u8| char::from(b"0123456789abcdef"[usize::from(n & 15)]);
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(*byte)])
        .collect()
}

fn count() -> u64 {
    use std::sync::atomic::{AtomicU64, Ordering};
    static COUNT: AtomicU64 = AtomicU64::new(1);
    COUNT.fetch_add(1, Ordering::Relaxed)
}
