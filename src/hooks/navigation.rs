//! Where the app is, and going elsewhere. The address bar is the truth.

use leptos::prelude::*;

use crate::platform::history;
use crate::provided::provided;
use crate::route::{Route, query};

/// The address that is shown.
#[derive(Clone, Copy)]
pub struct Navigator {
    path: RwSignal<String>,
    query: RwSignal<String>,
    turns: RwSignal<u32>,
    /// The next page leaves the focus where it is.
    keeps_focus: StoredValue<bool>,
    /// What has the focus on the next page, in place of its heading.
    aim: StoredValue<Option<String>>,
}

impl Navigator {
    /// From the address bar; follows links and the browser's Back and Forward from now on.
    pub fn begin() -> Self {
        let (path, query) = history::address();
        let navigator = Self {
            path: RwSignal::new(path),
            query: RwSignal::new(query),
            turns: RwSignal::new(0),
            keeps_focus: StoredValue::new(false),
            aim: StoredValue::new(None),
        };
        history::on_moved(move || navigator.read_address());
        history::on_link(move |href, is_back| {
            // A way back that leads to where somebody came from is the browser's own Back.
            if is_back && history::came_from().as_ref() == Some(&href) {
                history::back();
            } else {
                navigator.go_to(&href);
            }
        });
        navigator
    }

    fn read_address(self) {
        let (path, query) = history::address();
        self.query.set(query);
        if self.path.get_untracked() != path {
            self.path.set(path);
        }
    }

    /// The path. Tracked.
    pub fn path(self) -> String {
        self.path.get()
    }

    /// Shows the same address as a page of its own once more: what it has to show is another page
    /// now, with another heading.
    pub fn turn_page(self) {
        self.turns.update(|turns| *turns += 1);
    }

    /// The same for somebody who is not on the page but in the bar above it, and stays there.
    pub fn redraw(self) {
        self.keeps_focus.set_value(true);
        self.turn_page();
    }

    /// Whether the page that is about to be shown leaves the focus where it is. Asked once.
    pub fn take_keeps_focus(self) -> bool {
        let keeps = self.keeps_focus.get_value();
        self.keeps_focus.set_value(false);
        keeps
    }

    /// The link that is being followed leads to this input of the next page.
    pub fn aim_at(self, id: String) {
        self.aim.set_value(Some(id));
    }

    /// The input that the next page begins with. Asked once.
    pub fn take_aim(self) -> Option<String> {
        let aim = self.aim.get_value();
        self.aim.set_value(None);
        aim
    }

    /// How often a page was turned. Tracked.
    pub fn turns(self) -> u32 {
        self.turns.get()
    }

    /// The route that is shown, without following.
    pub fn route_now(self) -> Route {
        Route::parse(&self.path.get_untracked())
    }

    /// A parameter of the query. Tracked.
    pub fn query(self, name: &str) -> Option<String> {
        self.query.with(|line| query(line, name))
    }

    /// A parameter of the query, without following.
    pub fn query_now(self, name: &str) -> Option<String> {
        self.query.with_untracked(|line| query(line, name))
    }

    /// Goes to a page.
    pub fn go(self, route: &Route) {
        self.go_to(&route.href());
    }

    /// Goes to an address of the app.
    pub fn go_to(self, href: &str) {
        let (path, query) = history::address();
        // The address that is shown needs no second entry.
        if href != path && href != format!("{path}?{query}") {
            history::push(href);
        }
        self.read_address();
    }

    /// Goes to a page instead of the one whose address is shown.
    pub fn replace(self, route: &Route) {
        self.replace_with(&route.href());
    }

    /// Changes the address without a new entry in the history.
    pub fn replace_with(self, href: &str) {
        history::replace(href);
        self.read_address();
    }
}

/// The navigator; provided by the app.
pub fn use_navigator() -> Navigator {
    provided()
}
