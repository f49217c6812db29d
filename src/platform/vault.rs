//! The lock on what is kept on the device: ChaCha20-Poly1305 (RFC 8439, June 2018), with a key of this
//! browser or, on a device that others use too, one of the tab. It works at once, so that
//! what was typed last is on its way to the disk before a page that closes is gone
//! (docs/adr/0009-locked-drafts.md).

use std::cell::RefCell;

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};

use super::{brief, clock, history, local, random, spawn, window};

/// For how long what is kept can be read again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keeping {
    /// Until it is sent or deleted.
    Device,
    /// Until the page is closed or left: nobody who comes to the device after that can read it, also where the browser
    /// opens the tab again.
    Tab,
}

/// A key, and where what it locks is kept.
#[derive(Clone, Debug)]
pub(super) struct Vault {
    pub(super) keeping: Keeping,
    /// `None` where the browser keeps no key.
    key: Option<[u8; KEY]>,
    /// What the names of entries begin with; nothing for those of the device.
    scope: String,
}

const KEY: usize = 32;
const NONCE: usize = 12;

/// Where the key of this browser is.
const OF_DEVICE: &str = "motcua.key";
/// Where half of the key of a tab is, then what its entries begin with. A browser gives that to a tab that it opens
/// again or duplicates; the other half is where it is forgotten within moments (`brief.rs`).
const OF_TAB: &str = "motcua.tab";
/// When somebody went away from this tab to sign in elsewhere, in milliseconds since 1970.
const AWAY: &str = "motcua.away";
/// Seconds for which the other half is kept without the page; and while somebody signs in elsewhere. A page that is
/// loaded again needs it as long as its program is on the way.
const MOMENT: u32 = 30;
const SIGNING_IN: u32 = 300;
/// Milliseconds between two times that a page which is there says so.
const BEAT: i32 = 10_000;
/// What the entries of a tab begin with. Milliseconds since 1970 and a random name follow.
const TAB: &str = "tab-";

thread_local! {
    /// The vault of this tab, where it has one of its own.
    static CURRENT: RefCell<Option<Vault>> = const { RefCell::new(None) };
}

impl Vault {
    /// The one that this tab uses.
    pub(super) fn current() -> Self {
        if let Some(vault) = CURRENT.with_borrow(Clone::clone) {
            return vault;
        }
        // The device's key is read each time: another tab that began at the same moment may have put
        // its own in the place of this one's.
        let Some(vault) = Self::of_tab() else {
            return Self::of(Keeping::Device);
        };
        CURRENT.set(Some(vault.clone()));
        vault
    }

    /// That of this tab, where the page was loaded again or somebody has come back from signing in. Where the browser has
    /// opened a tab again, copied it or gone back to it there is none, and nothing is left that could open it.
    fn of_tab() -> Option<Self> {
        let text = local::get_in_tab(OF_TAB)?;
        let was_away = local::get_in_tab(AWAY).is_some();
        local::remove_in_tab(AWAY);
        let vault = (was_away || history::is_reload())
            .then(|| Self::from_halves(&text, |scope| brief::get(&cookie(scope))))
            .flatten();
        match &vault {
            Some(vault) => vault.stay(&text),
            None => local::remove_in_tab(OF_TAB),
        }
        vault
    }

    fn from_halves(text: &str, other: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let (half, scope) = text.split_at_checked(2 * KEY)?;
        let (half, other) = (from_hex(half)?, from_hex(&other(scope)?)?);
        Some(Self {
            keeping: Keeping::Tab,
            key: Some(joined(half, other)),
            scope: scope.to_string(),
        })
    }

    /// As long as the page is there and uses this vault, the other half is kept.
    fn stay(&self, text: &str) {
        let half = text.get(..2 * KEY).and_then(from_hex);
        let (Some(half), Some(key)) = (half, self.key) else {
            return;
        };
        let (other, scope) = (random::hex(&joined(half, key)), self.scope.clone());
        beat(&scope, &other);
        if window().is_none() {
            return;
        }
        spawn(async move {
            loop {
                clock::sleep(BEAT).await;
                if !is_used(&scope) {
                    return;
                }
                beat(&scope, &other);
            }
        });
    }

    /// Whether what this tab keeps may be shown again after the page was away. It may not where so long passed that
    /// somebody else may have come.
    pub(super) fn is_here(&self) -> bool {
        self.keeping == Keeping::Device || brief::get(&cookie(&self.scope)).is_some()
    }

    /// That of the device, or a new one for this tab.
    pub(super) fn of(keeping: Keeping) -> Self {
        match keeping {
            Keeping::Device => {
                if local::get(OF_DEVICE).is_none() {
                    local::set(OF_DEVICE, &random::hex(&random::bytes::<KEY>()));
                }
                Self {
                    keeping,
                    key: local::get(OF_DEVICE).as_deref().and_then(from_hex),
                    scope: String::new(),
                }
            }
            Keeping::Tab => Self {
                keeping,
                key: Some(random::bytes()),
                scope: format!("{TAB}{}-{} ", clock::now() as u64, random::name()),
            },
        }
    }

    /// This tab uses it from now on, also when the page is loaded again.
    pub(super) fn use_from_now_on(self) {
        match (self.keeping, self.key) {
            (Keeping::Tab, Some(_)) => {
                let text = random::hex(&random::bytes::<KEY>()) + &self.scope;
                local::set_in_tab(OF_TAB, &text);
                CURRENT.set(Some(self.clone()));
                self.stay(&text);
            }
            _ => {
                if let Some(before) = CURRENT.take() {
                    brief::set(&cookie(&before.scope), "", 0);
                }
                local::remove_in_tab(OF_TAB);
            }
        }
    }

    /// The name under which an entry is kept.
    pub(super) fn name(&self, key: &str) -> String {
        format!("{}{key}", self.scope)
    }

    /// Whether an entry of this name is kept here.
    pub(super) fn has(&self, name: &str) -> bool {
        match self.keeping {
            Keeping::Device => !name.starts_with(TAB),
            Keeping::Tab => name.starts_with(&self.scope),
        }
    }

    /// Whether there is a key.
    pub(super) fn can_lock(&self) -> bool {
        self.key.is_some()
    }

    /// Locks bytes: what nobody can read, then the nonce. `None` without a key.
    pub(super) fn lock(&self, plain: &[u8]) -> Option<Vec<u8>> {
        let nonce: [u8; NONCE] = random::bytes();
        let mut bytes = plain.to_vec();
        let cipher = ChaCha20Poly1305::new(&Key::from(self.key?));
        cipher
            .encrypt_in_place(&Nonce::from(nonce), &[], &mut bytes)
            .ok()?;
        bytes.extend_from_slice(&nonce);
        Some(bytes)
    }

    /// Unlocks them; `None` where they were locked with another key, or are not what was locked.
    pub(super) fn unlock(&self, locked: &[u8]) -> Option<Vec<u8>> {
        let (locked, nonce) = locked.split_last_chunk::<NONCE>()?;
        let mut bytes = locked.to_vec();
        let cipher = ChaCha20Poly1305::new(&Key::from(self.key?));
        cipher
            .decrypt_in_place(&Nonce::from(*nonce), &[], &mut bytes)
            .ok()?;
        Some(bytes)
    }
}

/// Somebody is about to sign in elsewhere, and will come back to this tab.
pub(super) fn going_away() {
    let vault = Vault::current();
    if vault.keeping == Keeping::Tab {
        local::set_in_tab(AWAY, &(clock::now() as u64).to_string());
        if let Some(other) = brief::get(&cookie(&vault.scope)) {
            beat(&vault.scope, &other);
        }
    }
}

/// Keeps the other half for a moment more; longer while somebody is on the way to sign in.
fn beat(scope: &str, other: &str) {
    let left = local::get_in_tab(AWAY).and_then(|at| at.parse::<u64>().ok());
    // Whoever is still here a minute later has not gone.
    let seconds = match left {
        Some(at) if (clock::now() as u64).saturating_sub(at) < 60_000 => SIGNING_IN,
        Some(_) => {
            local::remove_in_tab(AWAY);
            MOMENT
        }
        None => MOMENT,
    };
    brief::set(&cookie(scope), other, seconds);
}

fn is_used(scope: &str) -> bool {
    CURRENT.with_borrow(|vault| vault.as_ref().is_some_and(|vault| vault.scope == scope))
}

/// The name of the cookie of a tab.
fn cookie(scope: &str) -> String {
    format!("motcua-{}", scope.trim())
}

fn joined(half: [u8; KEY], other: [u8; KEY]) -> [u8; KEY] {
    std::array::from_fn(|n| half[n] ^ other[n])
}

/// When the tab of an entry's name began, in milliseconds since 1970; `None` for those of the device.
pub(super) fn began(name: &str) -> Option<u64> {
    name.strip_prefix(TAB)?.split_once('-')?.0.parse().ok()
}

fn from_hex(text: &str) -> Option<[u8; KEY]> {
    let mut digits = text.chars();
    let mut digit = || digits.next()?.to_digit(16);
    let mut bytes = [0; KEY];
    for byte in &mut bytes {
        *byte = (digit()? * 16 + digit()?) as u8;
    }
    digits.next().is_none().then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_key(key: u8) -> Vault {
        Vault {
            keeping: Keeping::Device,
            key: Some([key; KEY]),
            scope: String::new(),
        }
    }

    // [90]
    #[test]
    fn what_is_locked_is_read_with_its_key_only_and_as_it_was() {
        let plain = "Nguyễn Văn Mẫu".as_bytes();
        let locked = with_key(1).lock(plain).expect("there is a key");
        assert!(
            !locked
                .windows(5)
                .any(|part| plain.windows(5).any(|p| p == part))
        );
        assert_eq!(with_key(1).unlock(&locked).as_deref(), Some(plain));
        assert_eq!(with_key(2).unlock(&locked), None);
        for n in 0..locked.len() {
            let mut changed = locked.clone();
            changed[n] ^= 1;
            assert_eq!(with_key(1).unlock(&changed), None, "byte {n}");
            assert_eq!(with_key(1).unlock(&locked[..n]), None, "{n} bytes");
        }
        assert_ne!(with_key(1).lock(plain).expect("there is a key"), locked);
    }

    #[test]
    fn a_tab_has_entries_of_its_own() {
        let (device, tab, other) = (
            Vault::of(Keeping::Device),
            Vault::of(Keeping::Tab),
            Vault::of(Keeping::Tab),
        );
        let names = [&device, &tab, &other].map(|vault| vault.name("1.004194 pending"));
        for (n, vault) in [device, tab, other].iter().enumerate() {
            for (m, name) in names.iter().enumerate() {
                assert_eq!(vault.has(name), n == m, "{n} {name}");
            }
        }
        assert_eq!(
            names.map(|name| began(&name).is_some()),
            [false, true, true]
        );
    }

    #[test]
    fn a_half_of_a_key_opens_nothing() {
        let (half, key) = ([7; KEY], std::array::from_fn(|n| n as u8));
        let other = joined(half, key);
        let text = random::hex(&half) + "tab-1-abc ";
        let found = |other: Option<String>| {
            let vault = Vault::from_halves(&text, |scope| {
                assert_eq!(cookie(scope), "motcua-tab-1-abc");
                other.clone()
            });
            vault.and_then(|vault| vault.key)
        };
        assert_eq!(found(Some(random::hex(&other))), Some(key));
        assert_eq!(found(None), None);
        assert_eq!(found(Some("00".into())), None);
        assert_ne!(half, key);
        assert_ne!(other, key);
    }

    #[test]
    fn keys_are_written_as_text() {
        let key = std::array::from_fn(|n| n as u8 * 7);
        assert_eq!(from_hex(&random::hex(&key)), Some(key));
        for wrong in ["", "00", &"0".repeat(63), &"g".repeat(64), &"ế".repeat(22)] {
            assert_eq!(from_hex(wrong), None, "{wrong}");
        }
    }
}
