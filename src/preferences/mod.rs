//! How things look and read: the reader's choice, on every page, remembered on the device.
//!
//! A preference never touches an answer or the place on the page. It is an attribute of `<html>`;
//! the styles do the rest (`style/modes.css`).

use leptos::prelude::*;
use procedure::Layout;

use crate::platform::{dom, local};
use crate::provided::provided;
use crate::route::query;

const REMEMBERED: &str = "motcua.preferences";

/// The sizes of text, in percent of the browser's own.
pub const TEXT_SIZES: [u16; 5] = [100, 150, 200, 300, 400];

/// The themes. `auto` follows the system.
pub const THEMES: [&str; 5] = ["auto", "light", "dark", "yellow-on-black", "black-on-white"];

/// The distances between lines, words and letters: the page's own, those of WCAG 1.4.12, and more.
pub const SPACINGS: [&str; 3] = ["normal", "wide", "wider"];

/// The speeds of a voice, in percent of its own.
pub const SPEEDS: [u16; 4] = [75, 100, 125, 150];

/// How a form is gone through.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    /// One page a step.
    #[default]
    Steps,
    /// One page a question.
    OneQuestion,
    /// One page a question, made for the ear: in words, where one is and what comes next; reasons
    /// without unfolding; plain lists.
    ScreenReader,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Steps, Self::OneQuestion, Self::ScreenReader];

    /// Its name in links, settings and message keys.
    pub fn name(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::OneQuestion => "one-question",
            Self::ScreenReader => "screen-reader",
        }
    }
}

/// What a reader has chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choices {
    /// Percent of the browser's own text size; one of [`TEXT_SIZES`].
    pub text: u16,
    /// One of [`THEMES`].
    pub theme: &'static str,
    /// One of [`SPACINGS`].
    pub spacing: &'static str,
    /// How a form is gone through.
    pub mode: Mode,
    /// A band of light goes with the eyes.
    pub ruler: bool,
    /// How fast a page is read aloud; one of [`SPEEDS`].
    pub speed: u16,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            text: 100,
            theme: "auto",
            spacing: "normal",
            mode: Mode::Steps,
            ruler: false,
            speed: 100,
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
            mode,
            ruler,
            speed,
        } = self;
        format!(
            "text={text}&theme={theme}&spacing={spacing}&mode={}&ruler={}&speed={speed}",
            mode.name(),
            u8::from(*ruler)
        )
    }

    /// Takes over what a query names (`?text=200&mode=one-question`); what it does not name, or names
    /// wrongly, stays.
    fn read(mut self, line: &str) -> Self {
        let number = |key: &str| query(line, key).and_then(|number| number.parse().ok());
        if let Some(text) = number("text").filter(|text| TEXT_SIZES.contains(text)) {
            self.text = text;
        }
        if let Some(speed) = number("speed").filter(|speed| SPEEDS.contains(speed)) {
            self.speed = speed;
        }
        if let Some(theme) = named(line, "theme", &THEMES) {
            self.theme = theme;
        }
        if let Some(spacing) = named(line, "spacing", &SPACINGS) {
            self.spacing = spacing;
        }
        if let Some(mode) = named(line, "mode", &Mode::ALL.map(Mode::name)) {
            self.mode = Mode::ALL
                .into_iter()
                .find(|known| known.name() == mode)
                .unwrap_or_default();
        }
        if let Some(ruler) = named(line, "ruler", &["0", "1"]) {
            self.ruler = ruler == "1";
        }
        self
    }

    /// How questions are laid out.
    pub fn layout(&self) -> Layout {
        match self.mode {
            Mode::Steps => Layout::Steps,
            Mode::OneQuestion | Mode::ScreenReader => Layout::OneQuestion,
        }
    }

    /// Whether pages are made for the ear.
    pub fn is_for_the_ear(&self) -> bool {
        self.mode == Mode::ScreenReader
    }
}

fn named(line: &str, key: &str, known: &[&'static str]) -> Option<&'static str> {
    let name = query(line, key)?;
    known.iter().copied().find(|known| *known == name)
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
    dom::set_root_attribute(
        "data-spacing",
        (choices.spacing != "normal").then_some(choices.spacing),
    );
    dom::set_root_attribute("data-ruler", choices.ruler.then_some("on"));
}

/// The choices that are in force; provided by the app.
pub fn use_preferences() -> Preferences {
    provided()
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
            (
                "text=123&theme=pink&mode=x&spacing=1&ruler=yes&speed=9",
                Choices::default(),
            ),
            (
                "theme=dark&spacing=wide",
                Choices {
                    theme: "dark",
                    spacing: "wide",
                    ..Choices::default()
                },
            ),
            (
                "mode=screen-reader&ruler=1",
                Choices {
                    mode: Mode::ScreenReader,
                    ruler: true,
                    ..Choices::default()
                },
            ),
        ] {
            assert_eq!(Choices::default().read(line), choices, "{line}");
        }
        let chosen = Choices {
            text: 400,
            theme: "yellow-on-black",
            spacing: "wider",
            mode: Mode::OneQuestion,
            ruler: true,
            speed: 150,
        };
        assert_eq!(Choices::default().read(&chosen.write()), chosen);
        assert_eq!(chosen.clone().read("mode=steps").layout(), Layout::Steps);
        assert_eq!(chosen.layout(), Layout::OneQuestion);
    }
}
