//! The days on which offices are closed (`docs/facts.md`, Days off).

use procedure::definition::{Duration, Length};
use procedure::{Calendar, format_date, parse_date};
use serde::{Deserialize, Serialize};

use crate::clock::Moment;

const DAYS: &str = include_str!("../data/days_off.json");

#[derive(Deserialize)]
struct Days {
    known_until: String,
    days_off: Vec<Named>,
    days_on: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    day: String,
}

/// The calendar that comes with the project.
///
/// # Errors
/// The embedded data cannot be read.
pub(crate) fn embedded() -> Result<Calendar, serde_json::Error> {
    let days: Days = serde_json::from_str(DAYS)?;
    let dates = |days: &[Named]| {
        days.iter()
            .filter_map(|named| parse_date(&named.day))
            .collect()
    };
    Ok(Calendar {
        days_off: dates(&days.days_off),
        days_on: dates(&days.days_on),
        known_until: parse_date(&days.known_until),
    })
}

/// How long the agency has, as the database keeps it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct Term {
    unit: Unit,
    number: u16,
    cut_off: Option<(u8, u8)>,
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Unit {
    WorkingDays,
    Days,
    WorkingHours,
}

impl Term {
    pub(crate) fn new(length: Length, cut_off: Option<(u8, u8)>) -> Self {
        let (unit, number) = match length {
            Length::WorkingDays(number) => (Unit::WorkingDays, number),
            Length::Days(number) => (Unit::Days, number),
            Length::WorkingHours(number) => (Unit::WorkingHours, number),
        };
        Self {
            unit,
            number,
            cut_off,
        }
    }

    pub(crate) fn of(time: &Duration) -> Self {
        Self::new(time.length, time.cut_off)
    }

    /// When it ends for what is complete at a moment.
    pub(crate) fn due(&self, calendar: &Calendar, now: Moment) -> portal_wire::Due {
        let length = match self.unit {
            Unit::WorkingDays => Length::WorkingDays(self.number),
            Unit::Days => Length::Days(self.number),
            Unit::WorkingHours => Length::WorkingHours(self.number),
        };
        let due = calendar.due(now.date(), now.time(), length, self.cut_off);
        portal_wire::Due {
            on: format_date(due.on),
            received_on: format_date(due.received),
            may_change: due.may_change,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_is_a_date_on_which_offices_would_work() {
        let days: Days = serde_json::from_str(DAYS).expect("JSON");
        let calendar = embedded().expect("a calendar");
        assert_eq!(calendar.days_off.len(), days.days_off.len());
        let known = Calendar::default();
        for day in &calendar.days_off {
            assert!(known.is_working(*day), "{day} is a weekend already");
        }
        assert!(calendar.known_until.is_some());
    }
}
