//! What can go wrong between the app and a portal, as plain data. The words are the locale's.

use crate::platform::http::NoAnswer;

/// Why a portal did not do what it was asked.
#[derive(Clone, PartialEq, Debug)]
pub enum PortalError {
    /// The device has no network.
    Offline,
    /// The portal cannot be reached, or the connection broke.
    Unreachable,
    /// No answer in time.
    TooSlow,
    /// The answer is not one that the contract knows: HTML, cut JSON, too much of it.
    Unreadable,
    /// The portal does not understand the request (400 and its kin).
    Refused,
    /// A sign-in is needed (401).
    SignInNeeded,
    /// Not allowed (403).
    Forbidden,
    /// Not there (404, 410).
    NotFound,
    /// It has changed meanwhile (409, 412).
    Changed,
    /// Too large (413).
    TooLarge,
    /// These parts of what was sent are wrong (422): JSON Pointer and the portal's words.
    Rejected(Vec<(String, String)>),
    /// Too often (429); seconds to wait, if the portal says.
    TooMany(Option<u32>),
    /// Something broke in the portal (500 and its kin).
    Broken,
    /// The portal is closed for a while (503); seconds to wait, if the portal says.
    Closed(Option<u32>),
}

impl PortalError {
    /// Whether what was sent may have been stored all the same. Only an answer that says no is a no.
    pub fn leaves_it_open(&self) -> bool {
        match self {
            Self::Offline
            | Self::Unreachable
            | Self::TooSlow
            | Self::Unreadable
            | Self::Broken
            | Self::Closed(_) => true,
            Self::Refused
            | Self::SignInNeeded
            | Self::Forbidden
            | Self::NotFound
            | Self::Changed
            | Self::TooLarge
            | Self::Rejected(_)
            | Self::TooMany(_) => false,
        }
    }

    /// Whether asking again by itself can help.
    pub fn may_pass(&self) -> bool {
        self.leaves_it_open() || matches!(self, Self::TooMany(_))
    }

    /// Seconds after which to ask again, where the portal says so.
    pub fn seconds_to_wait(&self) -> Option<u32> {
        match self {
            Self::TooMany(seconds) | Self::Closed(seconds) => *seconds,
            _ => None,
        }
    }

    /// The ending of the messages that tell it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Offline => "offline",
            Self::Unreachable => "unreachable",
            Self::TooSlow => "too-slow",
            Self::Unreadable => "unreadable",
            Self::Refused => "refused",
            Self::SignInNeeded => "sign-in-needed",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not-found",
            Self::Changed => "changed",
            Self::TooLarge => "too-large",
            Self::Rejected(_) => "rejected",
            Self::TooMany(_) => "too-many",
            Self::Broken => "broken",
            Self::Closed(_) => "closed",
        }
    }
}

impl From<NoAnswer> for PortalError {
    fn from(none: NoAnswer) -> Self {
        match none {
            NoAnswer::Offline => Self::Offline,
            NoAnswer::Cut => Self::Unreachable,
            NoAnswer::Timeout => Self::TooSlow,
            NoAnswer::TooLarge => Self::Unreadable,
        }
    }
}
