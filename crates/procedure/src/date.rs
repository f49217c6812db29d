//! Civil dates. The type is `time::Date`; what it lacks stands here.

use time::{Date, Month};

/// Reads `YYYY-MM-DD` (ISO 8601).
pub fn parse_date(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    if year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    civil(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The date of this year, month and day, if the calendar has it.
pub(crate) fn civil(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
}

/// Writes `YYYY-MM-DD` (ISO 8601).
pub fn format_date(date: Date) -> String {
    format!(
        "{:04}-{:02}-{:02}",
        date.year(),
        u8::from(date.month()),
        date.day()
    )
}

/// The same day some months on; the last day of the month where it has no such day
/// (31 January + 1 month is 28 or 29 February). `None` beyond the calendar's end.
pub fn add_months(date: Date, months: i32) -> Option<Date> {
    let total = date
        .year()
        .checked_mul(12)?
        .checked_add(i32::from(u8::from(date.month())) - 1)?
        .checked_add(months)?;
    let month = Month::try_from(u8::try_from(total.rem_euclid(12) + 1).ok()?).ok()?;
    let year = total.div_euclid(12);
    let day = date.day().min(month.length(year));
    Date::from_calendar_date(year, month, day).ok()
}

/// Completed years of age on `today`; a person born on 29 February has the birthday on
/// 1 March in other years. Negative before birth.
pub fn age_on(birth: Date, today: Date) -> i32 {
    let had_birthday =
        (u8::from(today.month()), today.day()) >= (u8::from(birth.month()), birth.day());
    today.year() - birth.year() - i32::from(!had_birthday)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        parse_date(text).expect("a date")
    }

    #[test]
    fn only_real_dates_are_read() {
        assert_eq!(format_date(date("2024-02-29")), "2024-02-29");
        for odd in [
            "2023-02-29",
            "2026-13-01",
            "2026-1-1",
            "20261-01-1",
            "",
            "a-b-c",
            "2026-00-10",
        ] {
            assert_eq!(parse_date(odd), None, "{odd:?}");
        }
    }

    #[test]
    fn months_are_added_as_people_count_them() {
        for (from, months, to) in [
            ("2026-11-22", 24, "2028-11-22"),
            ("2027-01-31", 1, "2027-02-28"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2026-01-15", -1, "2025-12-15"),
            ("2026-12-31", 0, "2026-12-31"),
        ] {
            assert_eq!(
                add_months(date(from), months),
                Some(date(to)),
                "{from} + {months}"
            );
        }
        assert_eq!(add_months(date("2026-01-01"), i32::MAX), None);
    }

    #[test]
    fn age_counts_birthdays() {
        for (birth, today, age) in [
            ("2008-11-22", "2026-11-22", 18),
            ("2008-11-23", "2026-11-22", 17),
            ("2008-02-29", "2026-02-28", 17),
            ("2008-02-29", "2026-03-01", 18),
            ("2027-01-01", "2026-11-22", -1),
        ] {
            assert_eq!(age_on(date(birth), date(today)), age, "{birth} on {today}");
        }
    }
}
