//! Joins the core to the page: a session as a signal, kept on the device, its files and itself sent
//! to the portal. No markup.

pub mod draft;
pub mod registry;
pub mod store;
pub mod submit;
mod tabs;
mod told;
pub mod uploads;
pub mod whose;

use std::rc::Rc;

use leptos::prelude::*;

use crate::portal::{self, Connector, Desk, Portal};

pub use registry::{Drafts, Languages, Loading, NotBegun, Proven, PutRight, ReadDraft, Wizards};
pub use store::{News, Saved, WizardStore};
pub use submit::Sending;
pub use uploads::Upload;

/// The portal that the app speaks to.
#[derive(Clone, Copy)]
pub struct PortalHandle(StoredValue<Connected, LocalStorage>);

struct Connected {
    portal: Rc<dyn Portal>,
    desk: Option<Rc<dyn Desk>>,
    /// Where the desk is, while there is none.
    address: (Connector, String),
}

impl PortalHandle {
    /// The portal of the settings; it lives as long as the owner that is current now.
    pub fn new(connector: Connector, address: &str) -> Self {
        Self(StoredValue::new_local(Connected {
            portal: portal::connect(connector, address),
            desk: None,
            address: (connector, address.to_string()),
        }))
    }

    /// A portal that is also a desk.
    #[cfg(test)]
    pub fn of(both: Rc<impl Portal + Desk + 'static>) -> Self {
        Self(StoredValue::new_local(Connected {
            portal: both.clone(),
            desk: Some(both),
            address: (Connector::Rest, String::new()),
        }))
    }

    /// The portal.
    pub fn get(self) -> Rc<dyn Portal> {
        self.0.with_value(|connected| Rc::clone(&connected.portal))
    }

    /// Its desk. Only for what comes after the first question: it brings its code with it.
    pub fn desk(self) -> Rc<dyn Desk> {
        let known = self.0.with_value(|connected| connected.desk.clone());
        known.unwrap_or_else(|| {
            let (connector, address) = self.0.with_value(|connected| connected.address.clone());
            let desk = portal::connect_desk(connector, &address);
            self.0
                .update_value(|connected| connected.desk = Some(Rc::clone(&desk)));
            desk
        })
    }
}
