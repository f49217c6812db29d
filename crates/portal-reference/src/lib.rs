//! Motcua's REST contract for real: a portal over embedded SQLite. For evaluation and tests.
//!
//! It is also the worked example for a portal team: each address stands in one file with its
//! rules, and `docs/portal-api.yaml` is generated from them.
//!
//! | what | where |
//! |---|---|
//! | addresses | `description` `catalogue` `known_by_name` `code_lists` `uploads` `dossiers` `tracking` `applicant` `officer` |
//! | the officers' pages | `desk` |
//! | addresses for whoever has signed in | `accounts` (signing in and sessions) `me` `registers` |
//! | what they share | `state` `store` `limit` `sample_files` `calendar` `outbox` `dossier` `dossier_code` `json` `problem` `words` `random` `clock` `client` `disk` `turns` |
//! | around them | `site` `headers` `app_files` `serve` `cli` `openapi` |

mod accounts;
mod app_files;
mod applicant;
mod calendar;
mod catalogue;
pub mod cli;
mod client;
pub mod clock;
mod code_lists;
mod description;
mod desk;
mod disk;
mod dossier;
mod dossier_code;
mod dossiers;
mod headers;
mod json;
mod known_by_name;
mod limit;
mod me;
mod officer;
mod officer_token;
mod openapi;
mod origin;
mod outbox;
mod problem;
mod random;
mod registers;
mod sample_files;
mod serve;
mod site;
mod state;
mod store;
mod tracking;
mod turns;
mod uploads;
mod words;

pub use accounts::oidc::{AddressError, Provider};
pub use app_files::{AppError, AppFiles};
pub use dossier_code::Unit;
pub use openapi::openapi;
pub use serve::{Bound, ServeError, ServeOptions, bind, serve};
pub use site::{Site, router};
pub use state::{MAX_UPLOAD, OpenError, Portal, Settings};
pub use words::words;
