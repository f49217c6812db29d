//! Answers as speech input writes them: numbers, dates, amounts and email addresses in words.
//!
//! An answer is kept to the letter; this is only how it is read, and only where it can't be read as
//! it is written. What has more than one meaning is not read: *hai ba nghìn* is two or three
//! thousand, *mười năm* is ten years, *một trăm hai* is 120 to some. A wrong digit does harm; an
//! error that says what to do does not. Vietnamese and English; tones are looked at only where they
//! tell two words apart, since recognisers mishear them. The grammar is that of the two languages
//! as we know it, compared with no recogniser (November 2026).

#[cfg(test)]
mod tests;

use crate::case::lowercase;
use crate::clean::{exact, is_mark};
use crate::fold::{fold, unmarked};

/// Most bytes of an answer in words.
const LONGEST: usize = 300;

type Words<'a> = &'a [&'a str];

const UNITS: [&str; 10] = [
    "khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin",
];
const ENGLISH: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
/// Ordinals that are not an English number and *th*.
const ORDINALS: [(&str, u64); 9] = [
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fifth", 5),
    ("eighth", 8),
    ("ninth", 9),
    ("twelfth", 12),
    ("twentieth", 20),
    ("thirtieth", 30),
];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The words of a text without marks, split at spaces, dots, commas, hyphens and slashes; `None`
/// where it has another sign, or begins or ends with a hyphen or slash.
///
/// Three words keep what tells them apart: *mười*, ten, from *mươi*, which stands behind the number
/// of tens; *mốt*, the one behind tens, from *một*.
fn words(typed: &str) -> Option<Vec<String>> {
    let text = lowercase(&exact(typed));
    let fits = |c: char| c.is_alphanumeric() || is_mark(c) || joins(c) || " .,".contains(c);
    if typed.len() > LONGEST || text.starts_with(joins) || text.ends_with(joins) {
        return None;
    }
    text.chars().all(fits).then(|| {
        text.split(|c: char| joins(c) || " .,".contains(c))
            .filter(|word| !word.is_empty())
            .map(heard)
            .collect()
    })
}

/// A hyphen or slash.
fn joins(c: char) -> bool {
    matches!(c, '-' | '/')
}

fn heard(word: &str) -> String {
    let folded = fold(word);
    let tells = match &*folded {
        "muoi" if word.is_ascii() => None,
        "muoi" if word.contains(['ờ', '\u{300}']) => Some("mười"),
        "muoi" => Some("mươi"),
        "mot" if word.contains(['ố', '\u{301}']) => Some("mốt"),
        _ => None,
    };
    tells.map_or(folded, str::to_string)
}

fn position(table: &[&str], word: &str) -> Option<u64> {
    table
        .iter()
        .position(|have| *have == word)
        .map(|at| at as u64)
}

/// A digit as a word, where it stands for nothing else.
fn unit(word: &str) -> Option<u64> {
    position(&UNITS, word).or_else(|| position(&ENGLISH[..10], word))
}

/// A digit as a word in a row of digits.
fn digit(word: &str) -> Option<u64> {
    unit(word).or(match word {
        "linh" | "le" | "oh" => Some(0),
        "mốt" => Some(1),
        "tu" => Some(4),
        "lam" => Some(5),
        _ => None,
    })
}

fn is_figure(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

/// Digits one by one, in figures or words, as a code or a phone number has them. Numbers of two
/// digits and more are not read: *mười hai* is 12, or 10 and 2.
pub(crate) fn digits(typed: &str) -> Option<String> {
    let mut out = String::new();
    for word in words(typed)? {
        match digit(&word) {
            Some(digit) => out += &digit.to_string(),
            None if is_figure(&word) => out += &word,
            None => return None,
        }
    }
    (out.len() > 2).then_some(out)
}

/// A phone number without the *plus* that was said before its country code.
pub(crate) fn without_plus(typed: &str) -> &str {
    let typed = typed.trim_start();
    let at = typed.find(' ').unwrap_or(0);
    match unmarked(&typed[..at]).as_str() {
        "cong" | "plus" => &typed[at..],
        _ => typed.strip_prefix('+').unwrap_or(typed),
    }
}

/// A number below a hundred at the beginning, and what stands behind it.
fn below_hundred<'a>(words: Words<'a>) -> Option<(u64, Words<'a>)> {
    let (first, rest) = words.split_first()?;
    if matches!(*first, "mười" | "muoi") {
        return Some(with_ones(10, rest));
    }
    if let Some(n @ 1..) = position(&UNITS, first) {
        match rest {
            [ten, rest @ ..] if is_tens(ten) => return Some(with_ones(n * 10, rest)),
            // Short for *hai mươi lăm*, *hai mươi mốt*: both words stand behind tens only.
            ["lam" | "nham", rest @ ..] if n > 1 => return Some((n * 10 + 5, rest)),
            ["mốt", rest @ ..] if n > 1 => return Some((n * 10 + 1, rest)),
            _ => {}
        }
    }
    if let Some(tens) = position(&TENS, first) {
        let tens = (tens + 2) * 10;
        let one = rest
            .first()
            .and_then(|one| position(&ENGLISH[..10], one))
            .filter(|one| *one > 0);
        return Some(one.map_or((tens, rest), |one| (tens + one, &rest[1..])));
    }
    let n = position(&UNITS, first).or_else(|| position(&ENGLISH, first))?;
    Some((n, rest))
}

fn is_tens(word: &str) -> bool {
    matches!(word, "mươi" | "muoi")
}

fn with_ones<'a>(tens: u64, rest: Words<'a>) -> (u64, Words<'a>) {
    match rest {
        ["lam" | "nham", rest @ ..] => (tens + 5, rest),
        ["mốt", rest @ ..] if tens > 10 => (tens + 1, rest),
        ["tu", rest @ ..] if tens > 10 => (tens + 4, rest),
        // Behind tens *năm* are years: the five is *lăm*.
        [one, after @ ..] if *one != "nam" && !after.first().is_some_and(|next| is_tens(next)) => {
            match position(&UNITS, one) {
                Some(one @ 1..) => (tens + one, after),
                _ => (tens, rest),
            }
        }
        _ => (tens, rest),
    }
}

/// What stands behind *trăm*, or behind *nghìn* with *không trăm*: *linh năm*, or ten and more.
fn behind_hundred<'a>(words: Words<'a>) -> (u64, Words<'a>) {
    if let ["linh" | "le", one, rest @ ..] = words
        && let Some(one @ 1..) = digit(one)
    {
        return (one, rest);
    }
    // *Một trăm hai* is 120 to some and 102 to others.
    below_hundred(words)
        .filter(|(n, _)| *n > 9)
        .unwrap_or((0, words))
}

fn below_thousand<'a>(words: Words<'a>) -> Option<(u64, Words<'a>)> {
    let (first, after) = words.split_first()?;
    let (n, rest) = match is_figure(first) && first.len() < 4 && !first.starts_with('0') {
        true => (first.parse().ok()?, after),
        false => below_hundred(words)?,
    };
    match rest {
        ["tram", rest @ ..] if (1..10).contains(&n) => {
            let (tail, rest) = behind_hundred(rest);
            Some((n * 100 + tail, rest))
        }
        ["hundred", rest @ ..] if (1..100).contains(&n) => {
            let tail = match rest {
                ["and", rest @ ..] => below_hundred(rest),
                _ => below_hundred(rest),
            };
            let (tail, rest) = tail.unwrap_or((0, rest));
            Some((n * 100 + tail, rest))
        }
        _ => Some((n, rest)),
    }
}

/// How much a word multiplies the number before it, and whether it is Vietnamese.
fn scale(word: &str) -> Option<(u64, bool)> {
    Some(match word {
        "nghin" | "ngan" => (1_000, true),
        "trieu" => (1_000_000, true),
        "ty" | "ti" => (1_000_000_000, true),
        "thousand" => (1_000, false),
        "million" => (1_000_000, false),
        "billion" => (1_000_000_000, false),
        _ => return None,
    })
}

/// A whole number as it is said. Each part needs its *nghìn* or *triệu*: *một triệu hai* is
/// 1,200,000 to those who say it.
fn cardinal(words: Words) -> Option<u64> {
    let (mut total, mut rest) = (0, words);
    let (mut last, mut vietnamese) = (u64::MAX, false);
    loop {
        let thousands = last == 1_000;
        rest = match rest {
            ["khong", "tram", tail @ ..] | tail @ ["linh" | "le", ..] if thousands => {
                let (n, rest) = behind_hundred(tail);
                return (n > 0 && rest.is_empty()).then_some(total + n);
            }
            ["and", tail @ ..] if thousands => tail,
            _ => rest,
        };
        let (n, after) = below_thousand(rest)?;
        match after {
            [] if last == u64::MAX => return Some(n),
            [] => return (thousands && (n > 9 || !vietnamese)).then_some(total + n),
            [word, after @ ..] => {
                let (times, is_vietnamese) = scale(word)?;
                if n == 0 || times >= last {
                    return None;
                }
                total += n * times;
                (last, vietnamese, rest) = (times, is_vietnamese, after);
            }
        }
        if rest.is_empty() {
            return Some(total);
        }
    }
}

/// The words of a number. A slash, or a hyphen but in *twenty-one*, stands between two numbers.
fn words_of_number(typed: &str) -> Option<Vec<String>> {
    let text = lowercase(&exact(typed));
    let mut parts = text.split(joins);
    parts.next_back();
    let has_letters = text.chars().any(char::is_alphabetic);
    let is_tens = |before: &str| TENS.iter().any(|tens| before.ends_with(tens));
    (has_letters && !text.contains('/') && parts.all(is_tens))
        .then(|| words(typed))
        .flatten()
}

/// A whole number in words.
pub(crate) fn number(typed: &str) -> Option<u64> {
    let heard = words_of_number(typed)?;
    cardinal(&refs(&heard))
}

/// An amount with *nghìn*, *triệu* or *tỷ* in it, its currency taken off. Without one of them it is
/// not known what was left out: *một trăm* may be 100 000.
pub(crate) fn money(typed: &str) -> Option<u64> {
    let heard = words_of_number(typed)?;
    let heard = refs(&heard);
    let heard = match &heard[..] {
        [heard @ .., "viet", "nam"] => heard,
        all => all,
    };
    let (half, heard) = match heard {
        [heard @ .., "ruoi"] => (true, heard),
        _ => (false, heard),
    };
    if !heard.iter().any(|word| scale(word).is_some()) {
        return None;
    }
    let last = scale(heard.last()?).map(|(times, _)| times);
    if let ([whole, part, _], Some(times), false) = (heard, last, half)
        && let Some(tenths) = decimals(typed, whole, part)
    {
        return Some(tenths * times / 10_u64.pow(u32::try_from(part.len()).ok()?));
    }
    let amount = cardinal(heard)?;
    match half {
        true => Some(amount + last? / 2),
        false => Some(amount),
    }
}

/// The *1,5* of *1,5 triệu*, as 15. Three digits behind the comma may be thousands.
fn decimals(typed: &str, whole: &str, part: &str) -> Option<u64> {
    let written = exact(typed);
    let behind = written.strip_prefix(whole)?.strip_prefix([',', '.'])?;
    let fits = is_figure(whole)
        && whole.len() < 4
        && is_figure(part)
        && part.len() < 3
        && behind.starts_with(part);
    fits.then(|| format!("{whole}{part}").parse().ok())?
}

/// The day of a month: *ngày 5*, *mùng năm*, *hai mươi mốt*, *the fifth*, *21st*.
pub(crate) fn day(typed: &str) -> Option<u8> {
    day_of(&refs(&words(typed)?))
}

fn day_of(words: Words) -> Option<u8> {
    // *Mùng* and *mồng* are said of the first ten days.
    let (most, rest) = match words {
        ["ngay", "mung" | "mong", rest @ ..] | ["mung" | "mong", rest @ ..] => (10, rest),
        ["ngay" | "the", rest @ ..] => (31, rest),
        _ => (31, words),
    };
    let whole = |(n, rest): (u64, Words)| rest.is_empty().then_some(n);
    let number = match rest {
        [one] if is_figure(one) => one.parse().ok().filter(|_| one.len() < 3),
        ["khong" | "linh" | "zero" | "oh" | "0", one] => unit(one).or_else(|| one.parse().ok()),
        [one] => ordinal(one).or_else(|| below_hundred(rest).and_then(whole)),
        [tens @ ("twenty" | "thirty"), one] if ordinal(one).is_some() => ordinal(one)
            .filter(|one| *one < 10)
            .and_then(|one| Some(ordinal(if *tens == "twenty" { "20th" } else { "30th" })? + one)),
        _ => below_hundred(rest).and_then(whole),
    };
    let fits = number.filter(|n| (1..=most).contains(n));
    fits.and_then(|n| u8::try_from(n).ok())
}

fn ordinal(word: &str) -> Option<u64> {
    if let Some((_, n)) = ORDINALS.iter().find(|(name, _)| *name == word) {
        return Some(*n);
    }
    let stem = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))?;
    match is_figure(stem) && stem.len() < 3 {
        true => stem.parse().ok(),
        false => position(&ENGLISH, stem).filter(|_| word.ends_with("th")),
    }
}

/// A month as a number or by its name, in Vietnamese or English, also abbreviated.
pub(crate) fn month(typed: &str) -> Option<u8> {
    let word = fold(typed);
    let word = word
        .strip_prefix("thang ")
        .or_else(|| word.strip_prefix("thg "))
        .unwrap_or(&word);
    if let Ok(number) = word.parse::<u8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    const VIETNAMESE: [&str; 12] = [
        "gieng", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot",
        "muoi hai",
    ];
    let vietnamese = match word {
        "mot" => Some(0),
        "bon" => Some(3),
        "chap" => Some(11),
        _ => position(&VIETNAMESE, word),
    };
    match vietnamese {
        Some(index) => u8::try_from(index + 1).ok(),
        None => english_month(word),
    }
}

fn english_month(word: &str) -> Option<u8> {
    let index = MONTHS
        .iter()
        .position(|name| word.len() >= 3 && name.starts_with(word))?;
    u8::try_from(index + 1).ok()
}

/// A year in four digits: *năm 1990*, *một nghìn chín trăm chín mươi*, *một chín chín mươi*,
/// *nineteen ninety*.
pub(crate) fn year(typed: &str) -> Option<u16> {
    let heard = words(typed)?;
    // A slash or a hyphen stands in a date, or between two years.
    match typed.contains(joins) && typed.contains(|c: char| c.is_ascii_digit()) {
        true => None,
        false => year_of(&refs(&heard)),
    }
}

fn year_of(words: Words) -> Option<u16> {
    let words = match words {
        ["nam" | "year", rest @ ..] | ["the", "year", rest @ ..] if !rest.is_empty() => rest,
        _ => words,
    };
    let year = cardinal(words)
        .filter(|n| *n > 999)
        .or_else(|| digits_of_year(words))?;
    u16::try_from(year).ok().filter(|year| *year < 10_000)
}

/// A year whose digits are said one by one or in pairs. Only in one way can they be four: *chín
/// mươi* is 90, and as 9 and 10 it would be a digit too many. The centuries are those of living
/// people, so that a day and a month are not taken for a year.
fn digits_of_year(words: Words) -> Option<u64> {
    let figures = words.iter().filter(|word| is_figure(word)).count();
    if figures > 0 {
        let lengths: Vec<usize> = words.iter().map(|word| word.len()).collect();
        let fits = figures == words.len() && matches!(lengths[..], [4] | [1, 3] | [1, 1, 1, 1]);
        let year = fits.then(|| words.concat().parse().ok())?;
        return year.filter(|year| lengths.len() == 1 || is_century(*year));
    }
    let (mut out, mut rest) = (String::new(), words);
    while let [first, after @ ..] = rest {
        let (n, after) = match below_hundred(rest).filter(|(n, _)| *n > 9) {
            Some(pair) => pair,
            None => (digit(first)?, after),
        };
        out += &n.to_string();
        rest = after;
    }
    let year = (out.len() == 4).then(|| out.parse().ok())?;
    year.filter(|year| is_century(*year))
}

fn is_century(year: u64) -> bool {
    (1900..2100).contains(&year)
}

/// A date that was said at once; the day may have been left out.
#[derive(PartialEq, Debug)]
pub(crate) struct Said {
    pub(crate) day: Option<u8>,
    pub(crate) month: u8,
    pub(crate) year: u16,
}

/// A whole date: *ngày 5 tháng 11 năm 1990*, *5/11/1990*, *5 November 1990*, *November 5th, 1990*.
/// The month is told by *tháng* or its English name, or all is figures, which stand day first as on
/// every Vietnamese form. All ways to part the words are tried: where two of them are dates, none is
/// read.
pub(crate) fn date(typed: &str) -> Option<Said> {
    let heard = words(typed)?;
    let heard = refs(&heard);
    let figures = heard.iter().all(|word| is_figure(word)) && heard.len() < 4;
    let month_of = |words: Words| match (words, figures) {
        ([one], true) => month(one),
        (_, true) => None,
        (words, false) => said_month(words),
    };
    // The year first, as computers write it (ISO 8601).
    if let ([year, month, day], true) = (&heard[..], figures)
        && year.len() == 4
    {
        return Some(Said {
            day: Some(day.parse().ok()?),
            month: month.parse().ok()?,
            year: year.parse().ok()?,
        });
    }
    let mut found: Option<Said> = None;
    for second in 1..heard.len() {
        let Some(year) = year_of(&heard[second..]) else {
            continue;
        };
        if figures && heard.len() > second + 1 {
            continue;
        }
        for first in 0..second {
            let (a, b) = (&heard[..first], &heard[first..second]);
            let american = english_in(a).zip(day_of(b));
            let read = match month_of(b) {
                Some(month) if a.is_empty() => Some((None, month)),
                Some(month) => day_of(a).map(|day| (Some(day), month)),
                None => american.map(|(month, day)| (Some(day), month)),
            };
            let Some((day, month)) = read else { continue };
            let said = Said { day, month, year };
            match &found {
                Some(other) if *other != said => return None,
                _ => found = Some(said),
            }
        }
    }
    found
}

fn english_in(words: Words) -> Option<u8> {
    match words {
        ["of", name] | [name] => english_month(name),
        _ => None,
    }
}

/// A month that can't be anything else. *Tháng giêng* and *tháng chạp* in a whole date are most
/// likely those of the lunar calendar.
fn said_month(words: Words) -> Option<u8> {
    match words {
        ["thang" | "thg", "gieng" | "chap"] => None,
        ["thang" | "thg", rest @ ..] => month(&rest.join(" ")),
        _ => english_in(words),
    }
}

/// The *còng* of *a còng* and the *chấm*, each in its ways to be written; the last without marks.
const AT: [&str; 5] = ["còng", "co\u{300}ng", "móc", "mo\u{301}c", "cong"];
const DOT: [&str; 4] = ["chấm", "châ\u{301}m", "cha\u{302}\u{301}m", "cham"];
/// Digits as words with their marks: *hải* and *nằm* are none.
const TONED: [&str; 14] = [
    "không", "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "sáu", "bảy", "bẩy", "tám",
    "chín",
];
/// Names of letters, without their marks.
const LETTERS: [&str; 6] = ["be", "xe", "de", "pe", "te", "ve"];
/// Words around an address.
const AROUND: [&str; 7] = ["email", "is", "my", "là", "la\u{300}", "của", "tôi"];

/// An email address that was said: *mau a còng example chấm com*, *mau at example dot com*. It has
/// small letters without marks, whatever the recogniser made of it.
pub(crate) fn email(typed: &str) -> Option<String> {
    let text = lowercase(&exact(typed));
    if typed.len() > LONGEST {
        return None;
    }
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let (mut address, mut said, mut rest) = (String::new(), false, &words[..]);
    while let [first, after @ ..] = rest {
        let second = after.first().map_or(String::new(), |next| unmarked(next));
        let (sign, used) = match (*first, &*second) {
            ("a", _) if after.first().is_some_and(|next| AT.contains(next)) => ('@', 2),
            ("at", _) => ('@', 1),
            ("dot", _) => ('.', 1),
            // A person may be called *Châm*.
            ("cham", _) if !address.contains('@') => return None,
            (dot, _) if DOT.contains(&dot) => ('.', 1),
            (word, "duoi") if unmarked(word) == "gach" => ('_', 2),
            (word, "ngang" | "noi") if unmarked(word) == "gach" => ('-', 2),
            ("underscore", _) => ('_', 1),
            ("dash" | "hyphen", _) => ('-', 1),
            (word, _) if has_two_meanings(word) => return None,
            (word, _) => {
                address += &unmarked(word);
                rest = after;
                continue;
            }
        };
        address.push(sign);
        (said, rest) = (true, &rest[used..]);
    }
    let (local, host) = address.split_once('@')?;
    let end = host.rsplit('.').next()?;
    let fits = said
        && !address.contains("..")
        && !local.starts_with('.')
        && !local.ends_with('.')
        // *Chấm vê nờ* is no ending.
        && matches!(end.len(), 2 | 3)
        && end.bytes().all(|b| b.is_ascii_lowercase())
        && address
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "@.-_+".contains(c));
    fits.then_some(address)
}

/// A digit or a part of a name (*Hai*, *Nam*), a letter or a syllable (*bê*, *mờ*), a word around the
/// address. A word without marks, or whose marks stand by themselves, may be each of those that are
/// spelled like it.
fn has_two_meanings(word: &str) -> bool {
    let folded = unmarked(word);
    let unsure = word.is_ascii() || word.contains(is_mark);
    let is_digit = digit(&folded).is_some() && !matches!(&*folded, "linh" | "le" | "lam");
    let is_letter = LETTERS.contains(&&*folded);
    (is_digit && (unsure || TONED.contains(&word)))
        || (is_letter && (unsure || word.ends_with('ê')))
        || AROUND.contains(&word)
        || ["ờ", "ơ\u{300}", "\u{31b}\u{300}"]
            .iter()
            .any(|end| word.ends_with(end))
}

fn refs(words: &[String]) -> Vec<&str> {
    words.iter().map(|word| &**word).collect()
}
