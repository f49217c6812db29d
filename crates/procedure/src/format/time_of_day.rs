//! A time of day.

use super::FormatProblem;
use crate::case::lowercase;
use crate::clean::exact;
use crate::fold;
use crate::letters::composed;
use crate::spoken;

/// Hour and minute, as people here write and say them (`22:30`, `22h30`, `22 giờ 30 phút`, `10 giờ rưỡi tối`,
/// `10:30 pm`), sent as `22:30` (ISO 8601). Compared with no regulation (December 2026).
pub(super) fn read(typed: &str) -> Result<String, FormatProblem> {
    read_parts(&composed(&lowercase(&exact(typed))))
        .map(|(hour, minute)| format!("{hour:02}:{minute:02}"))
        .ok_or(FormatProblem::Time)
}

fn read_parts(text: &str) -> Option<(u8, u8)> {
    let (text, half) = half_of_day(text);
    let (hour, minute) = match text.split_once([':', '.']) {
        Some((hour, minute)) => (hour, figures(minute)?),
        None => {
            let (hour, behind) = hour_of(text)?;
            (hour, minute_of(behind)?)
        }
    };
    let hour = number(hour)?;
    let hour = match half {
        None => hour,
        Some(Half::Morning) if (1..12).contains(&hour) => hour,
        Some(Half::Morning) if hour == 12 => 0,
        Some(Half::Afternoon) if (1..12).contains(&hour) => hour + 12,
        Some(Half::Afternoon) if (12..24).contains(&hour) => hour,
        Some(_) => return None,
    };
    (hour < 24 && minute < 60).then_some((hour, minute))
}

/// Which half of the day is said.
#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

/// What stands before a word for half of the day, and the word. *Trưa* and *đêm* are of either.
fn half_of_day(text: &str) -> (&str, Option<Half>) {
    let text = text.trim();
    for (word, half) in [
        ("sáng", Half::Morning),
        ("sang", Half::Morning),
        ("am", Half::Morning),
        ("a.m", Half::Morning),
        ("chiều", Half::Afternoon),
        ("chieu", Half::Afternoon),
        ("tối", Half::Afternoon),
        ("toi", Half::Afternoon),
        ("pm", Half::Afternoon),
        ("p.m", Half::Afternoon),
    ] {
        if let Some(before) = text.strip_suffix(word) {
            return (before.trim_end(), Some(half));
        }
    }
    (text, None)
}

/// The hour, and what stands behind the word or letter for it.
fn hour_of(text: &str) -> Option<(&str, &str)> {
    ["giờ", "gio", "h", "g"].iter().find_map(|sign| {
        let (before, behind) = text.split_once(sign)?;
        // One letter stands behind a digit; in words it is a part of one.
        let is_word = sign.len() > 1 || before.trim_end().ends_with(|c: char| c.is_ascii_digit());
        is_word.then_some((before, behind))
    })
}

fn minute_of(text: &str) -> Option<u8> {
    let text = text.trim();
    match &*fold(text) {
        "" => Some(0),
        "ruoi" => Some(30),
        folded => {
            let minute = folded.strip_suffix("phut").unwrap_or(folded).trim_end();
            figures(minute).or_else(|| number(minute))
        }
    }
}

/// A minute in figures: two of them, as on a clock.
fn figures(text: &str) -> Option<u8> {
    let text = text.trim();
    let fits = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text.parse().ok())?
}

/// A number in figures or in words.
fn number(text: &str) -> Option<u8> {
    let text = text.trim();
    match text.len() < 3 && text.bytes().all(|b| b.is_ascii_digit()) {
        true => text.parse().ok(),
        false => u8::try_from(spoken::number(text)?).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Format, check};

    #[test]
    fn times_as_people_write_and_say_them() {
        let wrong = Err(FormatProblem::Time);
        check(
            Format::Time,
            &[
                ("22:30", Ok("22:30")),
                ("7:05", Ok("07:05")),
                ("7.05", Ok("07:05")),
                ("22h30", Ok("22:30")),
                ("22 h 30", Ok("22:30")),
                ("22g30", Ok("22:30")),
                ("22H", Ok("22:00")),
                ("22 giờ 30", Ok("22:30")),
                ("22 giờ 30 phút.", Ok("22:30")),
                ("22 gio 5 phut", Ok("22:05")),
                ("22 gi\u{1a1}\u{300} 30", Ok("22:30")),
                ("10 giờ rưỡi tối", Ok("22:30")),
                ("hai mươi hai giờ ba mươi", Ok("22:30")),
                ("10:30 PM", Ok("22:30")),
                ("10:30 a.m.", Ok("10:30")),
                ("12:30 am", Ok("00:30")),
                ("2 giờ chiều", Ok("14:00")),
                ("14 giờ chiều", Ok("14:00")),
                ("２２：３０", Ok("22:30")),
                ("24:00", wrong),
                ("22:60", wrong),
                ("22:3", wrong),
                ("22", wrong),
                ("14:00 sáng", wrong),
                ("giờ", wrong),
                ("chiều", wrong),
                ("", wrong),
            ],
        );
    }
}
