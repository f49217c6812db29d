//! Parts of pages that know nothing of forms.

pub mod character_count;
pub mod combobox;
pub mod el;
pub mod error_message;
pub mod error_summary;
pub mod file_input;
pub mod live;
pub mod live_region;
pub mod notice;
pub mod pause;
pub mod plain_list;
pub mod summary_list;
