//! Working days, and when something is due. Whose days off they are is the portal's to say.

use time::{Date, Weekday};

use crate::definition::Length;

/// The days on which offices are closed or, on a weekend, open.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Calendar {
    /// Public holidays, and days off in their place.
    pub days_off: Vec<Date>,
    /// Saturdays and Sundays on which offices work in place of another day.
    pub days_on: Vec<Date>,
    /// The last day for which this was decided; what is due later may change. `None`: not known.
    pub known_until: Option<Date>,
}

/// When something is due.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Due {
    /// The day on which it counts as received.
    pub received: Date,
    /// The last day.
    pub on: Date,
    /// Days off on the way were not all decided yet.
    pub may_change: bool,
}

/// More than this from one day to another is no calendar of an office.
const MOST_DAYS: u32 = 20_000;

impl Calendar {
    /// Whether offices work on a day.
    pub fn is_working(&self, day: Date) -> bool {
        let is_weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        match is_weekend {
            true => self.days_on.contains(&day),
            false => !self.days_off.contains(&day),
        }
    }

    /// The first working day from this one on.
    pub fn working_from(&self, day: Date) -> Date {
        let mut day = day;
        for _ in 0..MOST_DAYS {
            match day.next_day() {
                Some(next) if !self.is_working(day) => day = next,
                _ => break,
            }
        }
        day
    }

    /// When something is due that came in on a day at a time (hour, minute) of that day. What comes in
    /// from the cut-off on, or on a day off, counts as received on the next working day. The day of
    /// receipt is not counted, and a period in days that ends on a day off ends on the next working day
    /// (Bộ luật Dân sự 2015, Điều 147 and 148.5; from memory, not compared with the text).
    pub fn due(&self, came: Date, at: (u8, u8), length: Length, cut_off: Option<(u8, u8)>) -> Due {
        let is_late = cut_off.is_some_and(|cut_off| at >= cut_off) && self.is_working(came);
        let counts = if is_late { came.next_day() } else { None };
        let received = self.working_from(counts.unwrap_or(came));
        let on = match length {
            Length::WorkingDays(days) => self.after(received, days),
            Length::WorkingHours(hours) => self.after(received, hours.div_ceil(8)),
            Length::Days(days) => {
                let end = received.checked_add(time::Duration::days(i64::from(days)));
                self.working_from(end.unwrap_or(Date::MAX))
            }
        };
        Due {
            received,
            on,
            may_change: self.known_until.is_none_or(|until| on > until),
        }
    }

    fn after(&self, day: Date, working_days: u16) -> Date {
        let mut day = day;
        for _ in 0..working_days {
            day = self.working_from(day.next_day().unwrap_or(Date::MAX));
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse_date;

    fn day(text: &str) -> Date {
        parse_date(text).expect("a date")
    }

    fn calendar() -> Calendar {
        let days_off = [
            "2026-11-24",
            "2027-01-01",
            "2027-02-05",
            "2027-02-08",
            "2027-02-09",
            "2027-02-10",
        ];
        Calendar {
            days_off: days_off.map(day).to_vec(),
            days_on: vec![day("2027-02-20")],
            known_until: Some(day("2027-02-28")),
        }
    }

    #[test]
    fn due_by_working_days_hours_and_days() {
        use Length::{Days, WorkingDays, WorkingHours};
        let three = Some((15, 0));
        let cases = [
            // Came on, at, how long, cut-off: received on, due on.
            (
                "2026-11-20",
                (9, 0),
                WorkingDays(1),
                None,
                "2026-11-20",
                "2026-11-23",
            ),
            // Over the weekend and 24 November, Ngày Văn hóa Việt Nam.
            (
                "2026-11-20",
                (9, 0),
                WorkingDays(3),
                None,
                "2026-11-20",
                "2026-11-26",
            ),
            (
                "2026-11-23",
                (9, 0),
                WorkingDays(1),
                None,
                "2026-11-23",
                "2026-11-25",
            ),
            // 15:00 is too late, 14:59 is not, and without a cut-off nothing is.
            (
                "2026-11-23",
                (14, 59),
                WorkingDays(1),
                three,
                "2026-11-23",
                "2026-11-25",
            ),
            (
                "2026-11-23",
                (15, 0),
                WorkingDays(1),
                three,
                "2026-11-25",
                "2026-11-26",
            ),
            (
                "2026-11-23",
                (15, 1),
                WorkingDays(1),
                three,
                "2026-11-25",
                "2026-11-26",
            ),
            (
                "2026-11-23",
                (23, 59),
                WorkingDays(1),
                None,
                "2026-11-23",
                "2026-11-25",
            ),
            // On a day off it is received on the next working day, however late it is.
            (
                "2026-11-24",
                (16, 0),
                WorkingDays(1),
                three,
                "2026-11-25",
                "2026-11-26",
            ),
            (
                "2026-11-21",
                (16, 0),
                WorkingDays(1),
                three,
                "2026-11-23",
                "2026-11-25",
            ),
            // Over Tết, and over a Saturday on which offices work.
            (
                "2027-02-04",
                (9, 0),
                WorkingDays(1),
                None,
                "2027-02-04",
                "2027-02-11",
            ),
            (
                "2027-02-19",
                (9, 0),
                WorkingDays(1),
                None,
                "2027-02-19",
                "2027-02-20",
            ),
            (
                "2026-11-20",
                (9, 0),
                WorkingHours(8),
                None,
                "2026-11-20",
                "2026-11-23",
            ),
            (
                "2026-11-20",
                (9, 0),
                WorkingHours(9),
                None,
                "2026-11-20",
                "2026-11-25",
            ),
            // Days of the calendar end on a working day.
            (
                "2026-11-20",
                (9, 0),
                Days(10),
                None,
                "2026-11-20",
                "2026-11-30",
            ),
            (
                "2026-11-14",
                (9, 0),
                Days(8),
                None,
                "2026-11-16",
                "2026-11-25",
            ),
            (
                "2026-11-20",
                (9, 0),
                WorkingDays(0),
                None,
                "2026-11-20",
                "2026-11-20",
            ),
        ];
        for (came, at, length, cut_off, received, on) in cases {
            let due = calendar().due(day(came), at, length, cut_off);
            assert_eq!(
                (due.received, due.on),
                (day(received), day(on)),
                "{came} {at:?} {length:?}"
            );
        }
    }

    #[test]
    fn what_is_due_behind_the_known_days_may_change() {
        let known = calendar().due(day("2027-02-22"), (9, 0), Length::WorkingDays(4), None);
        assert!(!known.may_change);
        let later = calendar().due(day("2027-02-22"), (9, 0), Length::WorkingDays(5), None);
        assert!(later.may_change);
        let never =
            Calendar::default().due(day("2027-02-22"), (9, 0), Length::WorkingDays(1), None);
        assert!(never.may_change);
    }

    #[test]
    fn the_end_of_time_is_no_panic() {
        let due = calendar().due(Date::MAX, (9, 0), Length::WorkingDays(u16::MAX), None);
        assert_eq!(due.on, Date::MAX);
        let closed = Calendar {
            days_off: (0..30)
                .filter_map(|n| day("2026-11-02").checked_add(time::Duration::days(n)))
                .collect(),
            ..Calendar::default()
        };
        assert_eq!(closed.working_from(day("2026-11-02")), day("2026-12-02"));
    }
}
