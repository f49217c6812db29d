//! The whole contract, over HTTP.

mod access;
mod accounts;
mod app;
mod casework;
mod catalogue;
mod chance;
mod common;
mod contract;
mod cut;
mod day;
mod desk;
mod dossiers;
mod officer;
mod openapi;
mod parity;
mod program;
mod provider;
mod slow;
mod tracking;
mod uploads;
