//! Who has signed in: a random name in a cookie, known here for eight hours, and never kept on the disk.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::http::{HeaderMap, HeaderValue, header};

use crate::clock::Moment;
use crate::random::{self, NoRandomness};

/// Name of the cookie.
const COOKIE: &str = "desk";
/// How long one may work without signing in again, in seconds.
const LASTS: i64 = 8 * 60 * 60;

/// Officers who have signed in: the name of each session, and when it ends.
#[derive(Default)]
pub(crate) struct Sessions(Mutex<HashMap<String, i64>>);

impl std::fmt::Debug for Sessions {
    // The names are secrets.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sessions")
    }
}

impl Sessions {
    fn known(&self) -> MutexGuard<'_, HashMap<String, i64>> {
        // Whatever panicked left whole entries.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins a session, and gives its name. Those that have ended are forgotten.
    ///
    /// # Errors
    /// The operating system gives no randomness.
    pub(crate) fn begin(&self, now: Moment) -> Result<String, NoRandomness> {
        let id = random::id()?;
        let mut known = self.known();
        known.retain(|_, end| *end > now.unix());
        known.insert(id.clone(), now.unix() + LASTS);
        Ok(id)
    }

    /// Whether a session of this name goes on.
    pub(crate) fn goes_on(&self, id: &str, now: Moment) -> bool {
        self.known().get(id).is_some_and(|end| *end > now.unix())
    }

    /// Ends a session.
    pub(crate) fn end(&self, id: &str) {
        self.known().remove(id);
    }
}

/// The session that a request names.
pub(crate) fn named(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, id)| *name == COOKIE && random::is_id(id))
        .map(|(_, id)| id)
}

/// The cookie of a session; of none, the one that takes it away. Only over https it is sent only there:
/// the desk is tried out at localhost.
pub(crate) fn cookie(id: Option<&str>, is_https: bool) -> HeaderValue {
    let (id, lasts) = id.map_or(("", 0), |id| (id, LASTS));
    let secure = if is_https { "; Secure" } else { "" };
    let cookie =
        format!("{COOKIE}={id}; HttpOnly; SameSite=Strict; Path=/desk; Max-Age={lasts}{secure}");
    // A name has only digits and letters.
    HeaderValue::from_str(&cookie).unwrap_or(HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_is_found_among_other_cookies() {
        let id = "0123456789abcdef0123456789abcdef";
        for (cookies, found) in [
            (format!("desk={id}"), true),
            (format!("a=b; desk={id}; c"), true),
            (format!("desk=x; desk={id}"), true),
            (format!("Desk={id}"), false),
            (format!("desk={id}0"), false),
            ("desk=".to_string(), false),
            (String::new(), false),
        ] {
            let mut headers = HeaderMap::new();
            let value = HeaderValue::from_str(&cookies).expect("a header");
            headers.insert(header::COOKIE, value);
            assert_eq!(named(&headers), found.then_some(id), "{cookies}");
        }
    }
}
