//! How things look and read: the reader's choice, on every page, remembered on the device.
//!
//! A preference never touches an answer or the place on the page. It is an attribute of `<html>`;
//! the styles do the rest (`style/modes.css`).

use leptos::prelude::*;
use procedure::Layout;

use crate::platform::{dom, local};
use crate::route::query;

const REMEMBERED: &str = "motcua.preferences";

/// The sizes of text, in percent of the browser's own.
pub const TEXT_SIZES: [u16; 5] = [100, 150, 200, 300, 400];

/// The themes. `auto` follows the system.
pub const THEMES: [&str; 5] = ["auto", "light", "dark", "yellow-on-black", "black-on-white"];

/// What a reader has chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choices {
    /// Percent of the browser's own text size; one of [`TEXT_SIZES`].
    pub text: u16,
    /// One of [`THEMES`].
    pub theme: &'static str,
    /// More room between lines, words and letters.
    pub spacing: bool,
    /// One question a page.
    pub one_question: bool,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            text: 100,
            theme: "auto",
            spacing: false,
            one_question: false,
        }
    }
}

impl Choices {
    /// One line that [`Choices::read`] reads.
    fn write(&self) -> String {
        let Self {
            text,
            theme,
            spacing,
            one_question,
        } = self;
        format!(
            "text={text}&theme={theme}&spacing={}&mode={}",
            u8::from(*spacing),
            if *one_question {
                "one-question"
            } else {
                "steps"
            }
        )
    }

    /// Takes over what a query names (`?text=200&mode=one-question`); what it does not name, or names
    /// wrongly, stays.
    fn read(mut self, line: &str) -> Self {
        let number = query(line, "text").and_then(|text| text.parse().ok());
        if let Some(text) = number.filter(|text| TEXT_SIZES.contains(text)) {
            self.text = text;
        }
        let theme = query(line, "theme");
        if let Some(theme) = THEMES
            .into_iter()
            .find(|known| theme.as_deref() == Some(known))
        {
            self.theme = theme;
        }
        if let Some(spacing) = query(line, "spacing") {
            self.spacing = spacing == "1";
        }
        match query(line, "mode").as_deref() {
            Some("one-question") => self.one_question = true,
            Some("steps") => self.one_question = false,
            _ => {}
        }
        self
    }

    /// How questions are laid out.
    pub fn layout(&self) -> Layout {
        if self.one_question {
            Layout::OneQuestion
        } else {
            Layout::Steps
        }
    }
}

/// The choices that are in force.
#[derive(Clone, Copy)]
pub struct Preferences(RwSignal<Choices>);

impl Preferences {
    /// What was chosen before, and over it what the address asks for.
    pub fn begin(address_query: &str) -> Self {
        let remembered = local::get(REMEMBERED).unwrap_or_default();
        let choices = Choices::default().read(&remembered).read(address_query);
        apply(&choices);
        local::set(REMEMBERED, &choices.write());
        Self(RwSignal::new(choices))
    }

    /// The choices. Tracked.
    pub fn get(self) -> Choices {
        self.0.get()
    }

    /// The choices, without following.
    pub fn get_now(self) -> Choices {
        self.0.get_untracked()
    }

    /// Changes a choice, shows it and remembers it.
    pub fn change(self, change: impl FnOnce(&mut Choices)) {
        self.0.update(change);
        let choices = self.0.get_untracked();
        apply(&choices);
        local::set(REMEMBERED, &choices.write());
    }
}

fn apply(choices: &Choices) {
    dom::set_root_attribute(
        "data-text-size",
        (choices.text != 100).then_some(&choices.text.to_string()),
    );
    dom::set_root_attribute(
        "data-theme",
        (choices.theme != "auto").then_some(choices.theme),
    );
    dom::set_root_attribute("data-spacing", choices.spacing.then_some("wide"));
}

/// The choices that are in force; provided by the app.
pub fn use_preferences() -> Preferences {
    expect_context()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_can_set_them_and_nonsense_cannot() {
        for (line, choices) in [
            ("", Choices::default()),
            (
                "text=200",
                Choices {
                    text: 200,
                    ..Choices::default()
                },
            ),
            ("text=123&theme=pink&mode=x", Choices::default()),
            (
                "theme=dark&spacing=1",
                Choices {
                    theme: "dark",
                    spacing: true,
                    ..Choices::default()
                },
            ),
            (
                "mode=one-question",
                Choices {
                    one_question: true,
                    ..Choices::default()
                },
            ),
        ] {
            assert_eq!(Choices::default().read(line), choices, "{line}");
        }
        let chosen = Choices {
            text: 400,
            theme: "yellow-on-black",
            spacing: true,
            one_question: true,
        };
        assert_eq!(Choices::default().read(&chosen.write()), chosen);
        assert_eq!(chosen.clone().read("mode=steps").layout(), Layout::Steps);
    }
}
