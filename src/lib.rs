//! Motcua, the app: a portal's procedures as accessible multi-step wizards.
//!
//! `docs/ARCHITECTURE.md` is the map.

#[cfg(all(feature = "gallery", not(debug_assertions)))]
compile_error!("the gallery is for development builds; citizens would load it");

pub mod app;
pub mod fields;
pub mod hooks;
pub mod i18n;
pub mod later;
pub mod pages;
pub mod platform;
pub mod portal;
pub mod preferences;
mod provided;
pub mod route;
pub mod settings;
pub mod ui;
pub mod wizard;

/// Starts the app. A panic shows the static notice of `index.html`; the answers are on the device.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        platform::report(&panic.to_string());
        platform::dom::show_fatal();
    }));
    platform::spawn(app::begin());
}
