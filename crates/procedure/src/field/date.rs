//! A date in three inputs, as exact as the paper says it.

use serde_json::Value as Json;
use time::Date;

use super::Found;
use crate::clean::exact;
use crate::date::civil;
use crate::definition::{Bound, DateKind, Precision};
use crate::{Answer, DateParts, Part, ProblemCode, Value, format_date, spoken};

pub(super) fn value(kind: &DateKind, parts: &DateParts) -> Value {
    read(kind, parts).map_or(Value::Null, |read| Value::Text(read.text))
}

pub(super) fn check(kind: &DateKind, parts: &DateParts, today: Date) -> Found {
    match read(kind, parts) {
        Err(found) => vec![found],
        Ok(read) => {
            let code = kind
                .earliest
                .filter(|bound| read.last < bound.on(today))
                .map(|bound| match bound {
                    Bound::Today => ProblemCode::DateInPast,
                    Bound::Day(earliest) => ProblemCode::DateTooEarly { earliest },
                })
                .or_else(|| {
                    kind.latest
                        .filter(|bound| read.first > bound.on(today))
                        .map(|bound| match bound {
                            Bound::Today => ProblemCode::DateInFuture,
                            Bound::Day(latest) => ProblemCode::DateTooLate { latest },
                        })
                });
            code.map(|code| (None, code)).into_iter().collect()
        }
    }
}

pub(super) fn sent(kind: &DateKind, parts: &DateParts) -> Option<Json> {
    read(kind, parts).ok().map(|read| Json::from(read.text))
}

pub(super) fn from_sent(json: &Json) -> Option<Answer> {
    let mut parts = json.as_str()?.splitn(3, '-').map(str::to_string);
    Some(Answer::Date(DateParts {
        year: parts.next()?,
        month: parts.next().unwrap_or_default(),
        day: parts.next().unwrap_or_default(),
    }))
}

/// A date that could be read: how it is sent, and the first and last day that it can mean.
struct Read {
    text: String,
    first: Date,
    last: Date,
}

fn read(kind: &DateKind, parts: &DateParts) -> Result<Read, (Option<Part>, ProblemCode)> {
    let typed = [&parts.day, &parts.month, &parts.year].map(|part| exact(part));
    written(kind, &typed).or_else(|_| heard(kind, &typed))
}

/// Reads what speech input put into words; or a whole date that it put into one input while the
/// others were empty. What is wrong with that is wrong there.
fn heard(kind: &DateKind, typed: &[String; 3]) -> Result<Read, (Option<Part>, ProblemCode)> {
    let at = match typed.each_ref().map(|part| part.is_empty()) {
        [false, true, true] => Some((Part::Day, &typed[0])),
        [true, false, true] => Some((Part::Month, &typed[1])),
        [true, true, false] => Some((Part::Year, &typed[2])),
        _ => None,
    };
    let said = at.and_then(|(part, text)| Some((part, spoken::date(text)?)));
    if let Some((part, said)) = said
        && match kind.precision {
            Precision::Day => said.day.is_some(),
            Precision::Month => said.day.is_none(),
            Precision::Year => false,
            Precision::Any => true,
        }
    {
        let day = said.day.map_or(String::new(), |day| day.to_string());
        let parts = [day, said.month.to_string(), said.year.to_string()];
        return written(kind, &parts).map_err(|(_, code)| (Some(part), code));
    }
    let [day, month, year] = typed;
    let day = spoken::day(day).map_or_else(|| day.clone(), |day| day.to_string());
    let year = spoken::year(year).map_or_else(|| year.clone(), |year| year.to_string());
    written(kind, &[day, month.clone(), year])
}

fn written(
    kind: &DateKind,
    [day, month, year]: &[String; 3],
) -> Result<Read, (Option<Part>, ProblemCode)> {
    let gap = |part: &String, asked: bool| asked && part.is_empty();
    let (asks_day, asks_month) = match kind.precision {
        Precision::Day => (true, true),
        Precision::Month => (false, true),
        Precision::Year => (false, false),
        // A day without its month means nothing.
        Precision::Any => (false, !day.is_empty()),
    };
    let missing = ProblemCode::DateIncomplete {
        day: gap(day, asks_day),
        month: gap(month, asks_month),
        year: year.is_empty(),
    };
    if let ProblemCode::DateIncomplete { day, month, year } = missing
        && (day || month || year)
    {
        let first = if day {
            Part::Day
        } else if month {
            Part::Month
        } else {
            Part::Year
        };
        return Err((Some(first), missing));
    }
    if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
        return Err((Some(Part::Year), ProblemCode::YearDigits));
    }
    let impossible = |part| (Some(part), ProblemCode::NoSuchDate);
    let year_number: i32 = year.parse().map_err(|_| impossible(Part::Year))?;
    if year_number < 1000 {
        return Err((Some(Part::Year), ProblemCode::YearDigits));
    }
    let has_month = kind.precision != Precision::Year && !month.is_empty();
    let month_number = match has_month {
        true => spoken::month(month).ok_or(impossible(Part::Month))?,
        false => 1,
    };
    let has_day = has_month && kind.precision != Precision::Month && !day.is_empty();
    let day_number: u8 = match has_day {
        true => day.parse().map_err(|_| impossible(Part::Day))?,
        false => 1,
    };
    let first = civil(year_number, month_number, day_number).ok_or(impossible(Part::Day))?;
    let (text, last) = if has_day {
        (format_date(first), first)
    } else if has_month {
        (
            format!("{year}-{month_number:02}"),
            civil(year_number, month_number, first.month().length(year_number)).unwrap_or(first),
        )
    } else {
        (year.clone(), civil(year_number, 12, 31).unwrap_or(first))
    };
    Ok(Read { text, first, last })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        crate::parse_date(text).expect("a date")
    }

    fn parts(text: &str) -> DateParts {
        let mut three = text.splitn(3, '/').map(str::to_string);
        let mut next = || three.next().unwrap_or_default();
        DateParts {
            day: next(),
            month: next(),
            year: next(),
        }
    }

    // [41]
    #[test]
    fn dates_as_people_type_them() {
        use Precision::{Any, Day, Month, Year};
        for (precision, typed, sent) in [
            (Day, "22/11/2026", Some("2026-11-22")),
            (Day, "5/3/2026", Some("2026-03-05")),
            (Day, " 05 / 03. / 2026", Some("2026-03-05")),
            (Day, "５/３/２０２６", Some("2026-03-05")),
            (Day, "5/tháng ba/2026", Some("2026-03-05")),
            (Day, "5/Tháng 3/2026", Some("2026-03-05")),
            (Day, "5/mar/2026", Some("2026-03-05")),
            (Day, "29/2/2024", Some("2024-02-29")),
            (Day, "29/2/2026", None),
            (Day, "31/4/2026", None),
            (Day, "5/13/2026", None),
            (Day, "5/3/26", None),
            (Day, "5/3/0026", None),
            (Day, "5//2026", None),
            (Day, "a/b/c", None),
            (Month, "/3/2026", Some("2026-03")),
            (Month, "//2026", None),
            (Year, "//1954", Some("1954")),
            (Any, "//1954", Some("1954")),
            (Any, "/8/1954", Some("1954-08")),
            (Any, "2/8/1954", Some("1954-08-02")),
            (Any, "2//1954", None),
        ] {
            let kind = DateKind {
                precision,
                ..DateKind::default()
            };
            let found = read(&kind, &parts(typed)).ok().map(|read| read.text);
            assert_eq!(found.as_deref(), sent, "{precision:?} {typed:?}");
        }
    }

    // [66, 71]
    #[test]
    fn the_first_bad_input_is_named() {
        let kind = DateKind::default();
        let today = day("2026-11-22");
        for (typed, part, code) in [
            (
                "/11/2026",
                Part::Day,
                ProblemCode::DateIncomplete {
                    day: true,
                    month: false,
                    year: false,
                },
            ),
            (
                "22//",
                Part::Month,
                ProblemCode::DateIncomplete {
                    day: false,
                    month: true,
                    year: true,
                },
            ),
            ("22/11/26", Part::Year, ProblemCode::YearDigits),
            ("22/14/2026", Part::Month, ProblemCode::NoSuchDate),
            ("30/2/2026", Part::Day, ProblemCode::NoSuchDate),
        ] {
            assert_eq!(
                check(&kind, &parts(typed), today),
                [(Some(part), code)],
                "{typed}"
            );
        }
    }

    #[test]
    fn limits_hold_for_what_the_date_can_mean() {
        let kind = DateKind {
            precision: Precision::Any,
            earliest: Some(Bound::Day(day("1900-01-01"))),
            latest: Some(Bound::Today),
        };
        let today = day("2026-11-22");
        for (typed, code) in [
            ("22/11/2026", None),
            ("23/11/2026", Some(ProblemCode::DateInFuture)),
            ("/11/2026", None),
            ("/12/2026", Some(ProblemCode::DateInFuture)),
            ("//2026", None),
            (
                "//1899",
                Some(ProblemCode::DateTooEarly {
                    earliest: day("1900-01-01"),
                }),
            ),
        ] {
            let found = check(&kind, &parts(typed), today)
                .pop()
                .map(|(_, code)| code);
            assert_eq!(found, code, "{typed}");
        }
    }
}
