//! Names that nobody can guess.

use super::window;

/// 128 random bits as 32 hexadecimal digits. Outside a browser, a counter: tests want the same
/// names every time.
pub fn name() -> String {
    let mut bytes = [0_u8; 16];
    let random = window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    if random.is_none() {
        bytes[8..].copy_from_slice(&count().to_be_bytes());
    }
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn count() -> u64 {
    use std::sync::atomic::{AtomicU64, Ordering};
    static COUNT: AtomicU64 = AtomicU64::new(1);
    COUNT.fetch_add(1, Ordering::Relaxed)
}
