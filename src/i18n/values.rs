//! Dates, amounts and sizes in words of a locale.

use procedure::{Date, Shown};

use super::{Arg, I18n, Words};
use crate::platform::intl;

impl I18n {
    /// A date as Vietnamese forms write it, day first: 22/11/2026.
    pub fn date(self, date: Date) -> String {
        self.date_parts(date.year(), Some(u8::from(date.month())), Some(date.day()))
    }

    /// A date as exact as it is known.
    pub fn date_parts(self, year: i32, month: Option<u8>, day: Option<u8>) -> String {
        match (month, day) {
            (Some(month), Some(day)) => format!("{day:02}/{month:02}/{year}"),
            (Some(month), None) => format!("{month:02}/{year}"),
            _ => year.to_string(),
        }
    }

    /// An amount: 135.000 đồng.
    pub fn money(self, vnd: f64) -> String {
        self.sr("money", &[("amount", Arg::Number(vnd))])
    }

    /// A size of a file, in the unit that people know.
    pub fn size(self, bytes: u64) -> String {
        let (amount, key) = match bytes {
            0..1_000_000 => ((bytes as f64 / 1_000.0).ceil(), "size-kb"),
            _ => ((bytes as f64 / 100_000.0).round() / 10.0, "size-mb"),
        };
        self.sr(key, &[("amount", Arg::Number(amount))])
    }

    /// A limit that is set in binary units: 5 MB are 5 × 1,048,576 bytes, as people expect of "MB".
    pub fn limit(self, bytes: u64) -> String {
        match bytes {
            0..1_048_576 => self.sr(
                "size-kb",
                &[("amount", Arg::Number((bytes / 1_024) as f64))],
            ),
            _ => self.sr(
                "size-mb",
                &[("amount", Arg::Number((bytes / 1_048_576) as f64))],
            ),
        }
    }

    /// A moment as date and time.
    pub fn moment(self, ms: f64) -> String {
        intl::moment(&self.locale_now(), ms)
    }

    /// A time that a portal sent (RFC 3339); as it is where it cannot be read.
    pub fn time_of(self, rfc3339: &str) -> String {
        intl::parse_moment(rfc3339).map_or_else(|| rfc3339.to_string(), |ms| self.moment(ms))
    }

    /// An answer, line by line.
    pub fn shown(self, shown: &Shown) -> Vec<Words> {
        let plain = |text: String| vec![Words::plain(text)];
        match shown {
            Shown::NotProvided => vec![self.words("not-provided", &[])],
            Shown::Missing => Vec::new(),
            Shown::OnItsWay => vec![self.words("answer-on-its-way", &[])],
            Shown::Words(words) => plain(words.clone()),
            Shown::Labels(labels) => labels.iter().map(|label| self.text(label)).collect(),
            Shown::YesNo(true) => vec![self.words("yes", &[])],
            Shown::YesNo(false) => vec![self.words("no", &[])],
            Shown::Number(number, unit) => {
                let unit = self.text(unit).text;
                plain(
                    format!("{} {unit}", intl::number(&self.locale_now(), *number))
                        .trim()
                        .to_string(),
                )
            }
            Shown::Money(amount) => plain(self.money(*amount)),
            Shown::Date(year, month, day) => plain(self.date_parts(*year, *month, *day)),
            Shown::Address {
                detail,
                commune,
                province,
            } => {
                let mut lines = vec![Words::plain(detail.clone())];
                // Where no list is there, it is said once.
                match (commune, province) {
                    (Some(commune), Some(province)) => {
                        lines.extend([commune, province].map(|label| self.text(label)));
                    }
                    (known, _) => {
                        lines.extend(known.as_ref().or(province.as_ref()).map(|t| self.text(t)));
                        lines.extend(self.shown(&Shown::OnItsWay));
                    }
                }
                lines.retain(|line| !line.text.is_empty());
                lines
            }
            Shown::Files(files) => files
                .iter()
                .map(|file| Words::plain(file.name.clone()))
                .collect(),
            Shown::Rows(rows) => vec![self.words("rows", &[("n", Arg::Number(*rows as f64))])],
        }
    }
}
