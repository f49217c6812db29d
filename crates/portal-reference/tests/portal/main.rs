//! The whole contract, over HTTP.

mod access;
mod app;
mod casework;
mod catalogue;
mod common;
mod cut;
mod desk;
mod dossiers;
mod officer;
mod openapi;
mod parity;
mod program;
mod slow;
mod tracking;
mod uploads;
