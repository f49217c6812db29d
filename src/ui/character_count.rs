//! How many characters a text may still have. People may type past the limit: all of it is kept, and how much is too much
//! is said, in text all the time and aloud after a pause.

use procedure::{length, plain};

use super::el::{El, el};
use super::live::live_text;
use super::live_region::{Announcer, use_announcer};
use super::pause::Pause;
use crate::i18n::{Arg, I18n, use_i18n};

/// Milliseconds without a key before it is said how many characters are left.
const PAUSE: i32 = 1_000;

/// Says aloud how many characters are left.
#[derive(Clone, Copy)]
pub struct CharacterCount {
    max: usize,
    i18n: I18n,
    announcer: Announcer,
    pause: Pause,
}

impl CharacterCount {
    /// For a text of at most `max` characters.
    pub fn new(max: usize) -> Self {
        Self {
            max,
            i18n: use_i18n(),
            announcer: use_announcer(),
            pause: Pause::default(),
        }
    }

    /// The count, which describes the input.
    pub fn view(self, id: String, text: impl Fn() -> String + Send + Sync + 'static) -> El {
        let words = move || words(self.i18n, left(self.max, &text()));
        el("p").class("hint").id(id).child(live_text(words))
    }

    /// The text has become this.
    pub fn typed(self, text: &str) {
        match near(self.max, text) {
            Some(left) => self
                .pause
                .before(PAUSE, move || self.announcer.say(words(self.i18n, left))),
            None => self.pause.call_off(),
        }
    }

    /// The input is left: nothing is to be said of it any more.
    pub fn call_off(self) {
        self.pause.call_off();
    }
}

fn words(i18n: I18n, left: isize) -> String {
    let key = match left < 0 {
        true => "characters-over",
        false => "characters-left",
    };
    let n = left.unsigned_abs() as f64;
    i18n.sr(key, &[("n", Arg::Number(n))])
}

/// How many characters a text has too many, counted as they are checked; `None` where it fits.
pub fn over(max: usize, text: &str) -> Option<usize> {
    let left = left(max, text);
    (left < 0).then_some(left.unsigned_abs())
}

/// How many characters are left, counted as they are checked; fewer than none are too many.
fn left(max: usize, text: &str) -> isize {
    max as isize - length(&plain(text)) as isize
}

/// How many are left, where it is worth saying: not more than a tenth, or too many.
fn near(max: usize, text: &str) -> Option<isize> {
    Some(left(max, text)).filter(|left| *left <= (max / 10) as isize)
}

#[cfg(test)]
mod tests {
    use super::*;

    // [53]
    #[test]
    fn how_many_are_left_is_said_near_the_limit_and_beyond() {
        for (max, typed, said) in [
            (20, 0, None),
            (20, 17, None),
            (20, 18, Some(2)),
            (20, 20, Some(0)),
            (20, 23, Some(-3)),
            (5, 4, None),
            (5, 5, Some(0)),
        ] {
            let text = "a".repeat(typed);
            assert_eq!(near(max, &text), said, "{max} {typed}");
            let too_many = said.filter(|left| *left < 0).map(isize::unsigned_abs);
            assert_eq!(over(max, &text), too_many, "{max} {typed}");
        }
        // A letter and its marks are one, however they are typed.
        assert_eq!(left(10, "Hươ\u{300}ng  "), 5);
        assert_eq!(left(10, "Hường"), 5);
    }
}
