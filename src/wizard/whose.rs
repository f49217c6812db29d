//! Under whose name what is filled in is kept on this device. What somebody who has signed in fills in is
//! nobody else's; a guest's is seen by everybody at the device, and becomes theirs who go on with it.

use std::cell::RefCell;

use portal_wire::Account;

use crate::platform::local;

/// Whose this tab is. It outlives the session at the portal: answers stay where they are when that ends.
const OF_TAB: &str = "motcua.whose";
/// Whether somebody has signed in at this device and not out: then the portal is asked before drafts are.
const ASK: &str = "motcua.account";

/// Whether somebody is on the way to sign in elsewhere, in this tab.
const ON_THE_WAY: &str = "motcua.on-the-way";

thread_local! {
    static NOW: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Whose this tab is; empty for a guest's.
pub(super) fn now() -> String {
    if let Some(now) = NOW.with_borrow(Clone::clone) {
        return now;
    }
    let now = local::get_in_tab(OF_TAB).unwrap_or_default();
    NOW.set(Some(now.clone()));
    now
}

/// Whether this page is still of whom the tab is. A page that the browser has kept may not be: somebody has signed
/// in or out after it was left.
pub fn is_the_tabs() -> bool {
    local::get_in_tab(OF_TAB).unwrap_or_default() == now()
}

/// This tab is this account's from now on, or a guest's.
pub(super) fn set(account: &str) {
    NOW.set(Some(account.to_string()));
    local::set_in_tab(OF_TAB, account);
    local::set(ASK, if account.is_empty() { "" } else { "1" });
}

/// Somebody is on the way to sign in elsewhere.
pub fn expect_somebody() {
    local::set(ASK, "1");
    local::set_in_tab(ON_THE_WAY, "1");
}

/// Whether somebody has come back from there, and has not been greeted yet. It is said once.
pub fn has_come_back() -> bool {
    let was_away = local::get_in_tab(ON_THE_WAY).is_some();
    local::remove_in_tab(ON_THE_WAY);
    was_away
}

/// Whether somebody may have signed in.
pub fn may_be_somebody() -> bool {
    !now().is_empty() || local::get(ASK).is_some_and(|ask| !ask.is_empty())
}

/// An account's name as part of a key. A portal that gives none has accounts that are told apart by what it
/// says of them, as well as that goes.
pub fn of(account: &Account) -> String {
    let Account {
        id,
        name,
        phone_hint,
        way,
        ..
    } = account;
    let hint = phone_hint.as_deref().unwrap_or_default();
    let known = match id.is_empty() {
        true => format!("{way} {hint} {name}"),
        false => id.clone(),
    };
    let letters = known.chars().filter(char::is_ascii_alphanumeric);
    match letters.take(64).collect::<String>() {
        none if none.is_empty() => "account".into(),
        name => name,
    }
}

/// Whether this tab is an account's.
pub fn is_somebodys() -> bool {
    !now().is_empty()
}

/// A key of this account; a guest's has nothing before it.
pub(super) fn key(account: &str, key: &str) -> String {
    match account {
        "" => key.to_string(),
        account => format!("@{account} {key}"),
    }
}

/// Whether what is under a key is shown to this account: its own, and guests'.
pub(super) fn is_for(account: &str, key: &str) -> bool {
    !key.starts_with('@') || (!account.is_empty() && key.starts_with(&self::key(account, "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_sees_its_own_and_guests() {
        let mine = key("a1", "3.000347");
        assert_eq!(mine, "@a1 3.000347");
        for (account, key, is) in [
            ("a1", "@a1 3.000347", true),
            ("a1", "3.000347", true),
            ("a1", "@a2 3.000347", false),
            ("a", "@a1 3.000347", false),
            ("", "@a1 3.000347", false),
            ("", "3.000347", true),
        ] {
            assert_eq!(is_for(account, key), is, "{account} {key}");
        }
    }

    #[test]
    fn a_name_from_a_portal_is_letters_and_digits() {
        let account = |id: &str, hint: Option<&str>| Account {
            id: id.into(),
            name: String::new(),
            level: 1,
            phone_hint: hint.map(str::to_string),
            way: "phone".into(),
        };
        assert_eq!(of(&account("0f/..@ x", None)), "0fx");
        assert_eq!(of(&account(" / ", None)), "account");
        assert_eq!(of(&account(&"x".repeat(999), None)).len(), 64);
        let unnamed = [Some("678"), Some("321")].map(|hint| of(&account("", hint)));
        assert_eq!(unnamed, ["phone678", "phone321"]);
    }
}
