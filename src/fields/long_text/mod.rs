//! Several lines of text. People may type past the limit; how much is said after a pause.

use crate::ui::el::{el, parts};
use leptos::prelude::*;
use procedure::definition::TextKind;
use procedure::{Answer, length, plain};

use super::frame::{Control, Shell, with_id};
use crate::i18n::Arg;
use crate::ui::live::{flag, live_text};
use crate::ui::live_region::use_announcer;
use crate::ui::pause::Pause;

/// Milliseconds without a key before it is said how many characters are left.
const PAUSE: i32 = 1_000;

pub(super) fn long_text(shell: Shell, kind: &TextKind) -> AnyView {
    let max = kind.max_length;
    shell.single(
        |Control {
             id,
             described_by,
             invalid,
         }| {
            let count_id = format!("{id}-count");
            let words = move |left: isize| {
                let key = match left < 0 {
                    true => "characters-over",
                    false => "characters-left",
                };
                let n = left.unsigned_abs() as f64;
                shell.i18n.sr(key, &[("n", Arg::Number(n))])
            };
            let count = max.map(|max| {
                el("p")
                    .class("hint")
                    .id(count_id.clone())
                    .child(live_text(move || words(left(max, &shell.text()))))
            });
            let (announcer, pause) = (use_announcer(), Pause::default());
            let change = move |text: String| {
                let near = max.and_then(|max| near(max, &text));
                match near {
                    Some(left) => pause.before(PAUSE, move || announcer.say(words(left))),
                    None => pause.call_off(),
                }
                shell.answer(Answer::Text(text));
            };
            let described_by = match max {
                Some(_) => with_id(described_by, count_id),
                None => described_by,
            };
            let autocomplete = shell.autocomplete();
            parts![
                el("textarea")
                    .id(id.clone())
                    .attr("name", id)
                    .attr("rows", "5")
                    .class("input")
                    .attr("autocomplete", autocomplete)
                    .attr("aria-describedby", described_by)
                    .attr("aria-invalid", flag("true", move || invalid.get()))
                    .value(shell.text_now())
                    .on_typed(change)
                    .on("blur", move |_| pause.call_off()),
                count
            ]
        },
    )
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
            assert_eq!(near(max, &"a".repeat(typed)), said, "{max} {typed}");
        }
        // A letter and its marks are one, however they are typed.
        assert_eq!(left(10, "Hươ\u{300}ng  "), 5);
        assert_eq!(left(10, "Hường"), 5);
    }
}
