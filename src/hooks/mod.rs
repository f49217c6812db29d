//! Joins what the browser does to the page: navigation, title, focus.

pub mod navigation;
pub mod page;

pub use navigation::{Navigator, use_navigator};
pub use page::{PageSlot, Waiting, focus_first, focus_soon, use_page};
