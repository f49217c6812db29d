//! The time at the portal's seat: Asia/Ho_Chi_Minh, UTC+7 all year (no daylight saving time).

use std::sync::Arc;
use std::time::Instant;

use procedure::Date;
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

/// Tells the time. Tests hand in their own.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> OffsetDateTime + Send + Sync>);

impl Clock {
    /// A clock that asks `now`; its offset does not matter.
    pub fn new(now: impl Fn() -> OffsetDateTime + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The computer's clock.
    pub fn system() -> Self {
        Self::new(OffsetDateTime::now_utc)
    }

    /// A clock that begins at `moment` now, and goes on as time does, whatever becomes of the computer's own.
    pub fn starting_at(moment: OffsetDateTime) -> Self {
        let started = Instant::now();
        Self::new(move || moment + started.elapsed())
    }

    /// Now, at the portal's seat.
    pub fn now(&self) -> Moment {
        // 7 hours are within the range of an offset.
        let seat = UtcOffset::from_hms(7, 0, 0).unwrap_or(UtcOffset::UTC);
        Moment((self.0)().to_offset(seat))
    }
}

impl std::fmt::Debug for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Clock")
    }
}

/// A moment as the command line says it: RFC 3339, with its offset.
///
/// # Errors
/// What it should look like.
pub(crate) fn moment(text: &str) -> Result<OffsetDateTime, String> {
    OffsetDateTime::parse(text, &Rfc3339)
        .map_err(|_| "not a moment, such as 2026-11-24T09:00:00+07:00".into())
}

/// A moment, read at the portal's seat.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Moment(OffsetDateTime);

impl Moment {
    /// The civil date.
    pub fn date(self) -> Date {
        self.0.date()
    }

    /// The time of day, hour and minute.
    pub fn time(self) -> (u8, u8) {
        let (hour, minute, _) = self.0.to_hms();
        (hour, minute)
    }

    /// Seconds since 1970.
    pub fn unix(self) -> i64 {
        self.0.unix_timestamp()
    }

    /// The moment so many seconds after 1970, at the same seat; this one where there is none.
    pub fn at(self, unix: i64) -> Self {
        let moment = OffsetDateTime::from_unix_timestamp(unix);
        Self(moment.map_or(self.0, |moment| moment.to_offset(self.0.offset())))
    }

    /// Seconds until the next civil date begins.
    pub fn rest_of_day(self) -> u64 {
        let (hour, minute, second) = self.0.to_hms();
        let gone = 3600 * u64::from(hour) + 60 * u64::from(minute) + u64::from(second);
        24 * 3600 - gone
    }

    /// As headers of HTTP have it (RFC 9110, 5.6.7): `Sun, 22 Nov 2026 01:05:09 GMT`.
    pub fn http(self) -> String {
        httpdate::fmt_http_date(self.0.into())
    }

    /// RFC 3339, to the second: `2026-11-22T08:05:09+07:00`.
    pub fn rfc3339(self) -> String {
        let (hour, minute, second) = self.0.to_hms();
        let date = procedure::format_date(self.date());
        format!("{date}T{hour:02}:{minute:02}:{second:02}+07:00")
    }

    /// `yymmdd`, as in a dossier code.
    pub fn yymmdd(self) -> String {
        let date = self.date();
        let (year, month) = (date.year().rem_euclid(100), u8::from(date.month()));
        format!("{year:02}{month:02}{:02}", date.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_begins_at_the_seat_and_not_in_greenwich() {
        let clock = Clock::new(|| {
            OffsetDateTime::from_unix_timestamp(1_791_392_709).expect("a time in October 2026")
        });
        let now = clock.now();
        assert_eq!(now.rfc3339(), "2026-10-08T00:05:09+07:00");
        assert_eq!(now.http(), "Wed, 07 Oct 2026 17:05:09 GMT");
        assert_eq!(now.yymmdd(), "261008");
        assert_eq!(now.unix(), 1_791_392_709);
        assert_eq!(now.rest_of_day(), 24 * 3600 - (5 * 60 + 9));
    }

    #[test]
    fn a_clock_can_begin_at_any_moment() {
        let text = "2027-03-01T23:59:59+07:00";
        let begins = moment(text).expect("a moment");
        let now = Clock::starting_at(begins).now();
        assert!(now.unix() >= begins.unix_timestamp());
        assert!(now.unix() < begins.unix_timestamp() + 3600, "{now:?}");
        for not in [
            "",
            "2027-03-01",
            "2027-03-01T09:00:00",
            "2027-02-30T09:00:00+07:00",
        ] {
            assert!(moment(not).is_err(), "{not}");
        }
    }
}
