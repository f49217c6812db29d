//! Joins the core to the page: a session as a signal, kept on the device, its files and itself sent
//! to the portal. No markup.

pub mod draft;
pub mod registry;
pub mod store;
pub mod submit;
pub mod uploads;

use std::rc::Rc;

use leptos::prelude::*;

use crate::portal::Portal;

pub use registry::{Loading, Proven, Wizards};
pub use store::{News, Saved, WizardStore};
pub use submit::Sending;
pub use uploads::Upload;

/// The portal that the app speaks to.
#[derive(Clone, Copy)]
pub struct PortalHandle(StoredValue<Rc<dyn Portal>, LocalStorage>);

impl PortalHandle {
    /// Wraps a portal; it lives as long as the owner that is current now.
    pub fn new(portal: Rc<dyn Portal>) -> Self {
        Self(StoredValue::new_local(portal))
    }

    /// The portal.
    pub fn get(self) -> Rc<dyn Portal> {
        self.0.get_value()
    }
}
