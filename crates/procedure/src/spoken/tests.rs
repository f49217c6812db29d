//! What is understood of dictation, and what is not. Each row is an answer as a recogniser may write
//! it, with what is sent and shown; `None` is an error, and the answer stays as it is.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};

use super::*;
use crate::clean::compact;
use crate::format::Format;
use crate::{
    Answer, DateParts, Event, FieldPath, Layout, Session, Shown, compile_json, parse_date,
};

/// A question, answered: what is sent, and what the check page shows. What has a problem is not sent.
fn answered(field: &Json, answer: Answer) -> (Option<Json>, Shown) {
    let mut field = field.clone();
    field["id"] = json!("it");
    field["label"] = json!("It");
    let definition = json!({
        "format": 1, "code": "0", "version": "1", "name": "x", "agency": "x", "summary": "x",
        "level": "full", "steps": [{"id": "s", "title": "x", "fields": [field]}],
    });
    let form = compile_json(&definition.to_string()).expect("no mistakes");
    let today = parse_date("2026-11-22").expect("a date");
    let mut session = Session::new(Arc::new(form), today);
    let path = FieldPath::top("it");
    session.apply(Event::Answered(path.clone(), answer.clone()), today);
    assert_eq!(session.answers().at(&path), Some(&answer), "to the letter");
    let mut sections = session.review(Layout::Steps);
    let shown = sections.remove(0).rows.remove(0).shown;
    let submission = session.submission().ok();
    (submission.map(|sent| sent.answers()["it"].clone()), shown)
}

fn text(field: &Json, said: &str, wanted: Option<&str>) {
    let (sent, shown) = answered(field, Answer::text(said));
    assert_eq!(sent, wanted.map(Json::from), "{said:?} for {field}");
    let Shown::Words(shown) = shown else {
        panic!("{said:?} is shown as {shown:?}");
    };
    match wanted {
        // In figures, be it in other groups.
        Some(read) => assert_eq!(compact(&shown), compact(read), "{said:?} is shown"),
        None => assert_eq!(shown, said, "{said:?} is shown"),
    }
}

fn code(format: &str, rows: &[(&str, Option<&str>)]) {
    for (said, wanted) in rows {
        let field = json!({"kind": "text", "format": format});
        text(&field, said, *wanted);
        // A recogniser may begin with a capital, end with a full stop, or write marks by themselves.
        let mut letters = said.chars();
        let capital: String = letters
            .next()
            .map(|c| c.to_uppercase().to_string())
            .into_iter()
            .collect();
        let sentence = format!("{capital}{}.", letters.as_str());
        assert_eq!(
            answered(&field, Answer::text(&sentence)).0,
            wanted.map(Json::from),
            "{sentence:?}"
        );
        let nfd = nfd(said);
        assert_eq!(
            answered(&field, Answer::text(&nfd)).0,
            wanted.map(Json::from),
            "{nfd:?}"
        );
    }
}

/// Each letter's marks behind it, as some keyboards and systems write them.
fn nfd(text: &str) -> String {
    const TONES: &str = "\u{300}\u{301}\u{309}\u{303}\u{323}";
    let mut out = text.to_string();
    for group in
        "aàáảãạ âầấẩẫậ ăằắẳẵặ eèéẻẽẹ êềếểễệ iìíỉĩị oòóỏõọ ôồốổỗộ ơờớởỡợ uùúủũụ ưừứửữự yỳýỷỹỵ"
            .split(' ')
    {
        let mut letters = group.chars();
        let plain = letters.next().expect("a letter");
        for (letter, tone) in letters.zip(TONES.chars()) {
            out = out.replace(letter, &format!("{plain}{tone}"));
        }
    }
    for (letter, parts) in [
        "âa\u{302}",
        "ăa\u{306}",
        "êe\u{302}",
        "ôo\u{302}",
        "ơo\u{31b}",
        "ưu\u{31b}",
    ]
    .map(|pair| pair.split_at(2))
    {
        out = out.replace(letter, parts);
    }
    out
}

/// What is said, in lines and parted by `|`; a line with `#` says why.
fn each(table: &'static str) -> impl Iterator<Item = &'static str> {
    table
        .lines()
        .map(str::trim)
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .flat_map(|line| line.split(" | "))
}

/// What is read, and behind `=` in what ways it is said.
fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = table.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| {
        let (read, said) = line.split_once(" = ").expect("what is read");
        said.split(" | ").map(move |said| (said, read))
    })
}

#[test]
fn digits_of_a_personal_id() {
    code(
        "vn-personal-id",
        &[
            ("079 085 001 234", Some("079085001234")),
            ("079, 085, 001, 234,", Some("079085001234")),
            ("0 7 9 0 8 5 0 0 1 2 3 4", Some("079085001234")),
            (
                "không bảy chín không tám lăm không không một hai ba bốn",
                Some("079085001234"),
            ),
            (
                "không bẩy chín, không tám năm, không không mốt, hai ba tư",
                Some("079085001234"),
            ),
            (
                "linh bảy chín lẻ tám năm linh linh một hai ba bốn",
                Some("079085001234"),
            ),
            ("079 không tám năm 001 hai ba bốn", Some("079085001234")),
            (
                "khong bay chin khong tam nam khong khong mot hai ba bon",
                Some("079085001234"),
            ),
            (
                "zero seven nine zero eight five zero zero one two three four",
                Some("079085001234"),
            ),
            (
                "oh seven nine - oh eight five - oh oh one - two three four",
                Some("079085001234"),
            ),
            // Twelve and thirteen digits, or 10 and 2.
            (
                "không bảy chín không tám năm không không một hai ba mươi bốn",
                None,
            ),
            (
                "không bảy chín không tám năm không không một hai ba mươi tư",
                None,
            ),
            (
                "zero seven nine zero eight five zero zero one two thirty four",
                None,
            ),
            // Twice what?
            (
                "zero seven nine zero eight five double zero one two three four",
                None,
            ),
            (
                "số của tôi là không bảy chín không tám năm không không một hai ba bốn",
                None,
            ),
            ("07908500123 O", None),
            ("không bảy chín không tám năm không không một hai ba", None),
            ("không", None),
        ],
    );
}

#[test]
fn what_is_wrong_with_digits_that_were_said_is_told() {
    use crate::format::FormatProblem::{PersonalIdDigits, PersonalIdLength, TaxCodeChecksum};
    for (format, said, problem) in [
        (Format::PersonalId, "không bảy chín", PersonalIdLength(3)),
        (
            Format::PersonalId,
            "zero one two three",
            PersonalIdLength(4),
        ),
        (Format::PersonalId, "không biết", PersonalIdDigits),
        (Format::PersonalId, "không", PersonalIdDigits),
        (
            Format::TaxCode,
            "không một không không một không chín một không bảy",
            TaxCodeChecksum,
        ),
    ] {
        assert_eq!(format.read(said), Err(problem), "{said}");
    }
}

#[test]
fn other_numbers_that_have_only_digits() {
    code(
        "phone",
        &[
            (
                "không chín một hai ba bốn năm sáu bảy tám",
                Some("0912345678"),
            ),
            ("không chín một hai, 345, 678", Some("0912345678")),
            (
                "zero nine one two three four five six seven eight",
                Some("0912345678"),
            ),
            (
                "cộng tám bốn chín một hai ba bốn năm sáu bảy tám",
                Some("0912345678"),
            ),
            (
                "plus eight four nine one two three four five six seven eight",
                Some("0912345678"),
            ),
            (
                "+84 chín một hai ba bốn năm sáu bảy tám",
                Some("0912345678"),
            ),
            (
                "không hai bốn ba tám hai lăm một hai ba bốn",
                Some("02438251234"),
            ),
            ("không chín mười hai ba bốn năm sáu bảy tám", None),
            ("không chín một hai hoặc không chín một ba", None),
            ("không chín một cộng hai ba bốn năm sáu bảy tám", None),
            ("không có", None),
        ],
    );
    code(
        "vn-tax-code",
        &[
            (
                "không một không không một không chín một không sáu",
                Some("0100109106"),
            ),
            ("0100109106 không không một", Some("0100109106-001")),
            (
                "zero one zero zero one zero nine one zero six",
                Some("0100109106"),
            ),
            ("0 1 0 0 1 0 9 1 0 7", None),
        ],
    );
    code(
        "vn-health-insurance",
        &[
            (
                "không một hai ba bốn năm sáu bảy tám chín",
                Some("0123456789"),
            ),
            ("DN 4 010 123 456 789", Some("DN4010123456789")),
            (
                "đê nờ bốn không một không một hai ba bốn năm sáu bảy tám chín",
                None,
            ),
        ],
    );
    code(
        "vn-old-id",
        &[
            ("không một hai ba bốn năm sáu bảy tám", Some("012345678")),
            ("mười hai ba mươi bốn", None),
        ],
    );
    code(
        "vn-driving-licence",
        &[(
            "không một không một hai ba bốn năm sáu bảy tám chín",
            Some("010123456789"),
        )],
    );
    // Letters have no one spelling.
    code(
        "passport",
        &[
            ("xê một hai ba bốn năm sáu bảy", None),
            ("C 1234567", Some("C1234567")),
        ],
    );
    code(
        "vn-plate",
        &[
            ("ba mươi ép một hai ba bốn năm", None),
            ("30F 123,45", Some("30F12345")),
        ],
    );
}

#[test]
fn a_length_is_that_of_the_value() {
    let field =
        json!({"kind": "text", "format": "vn-personal-id", "max_length": 12, "pattern": "[0-9]+"});
    text(
        &field,
        "không bảy chín không tám lăm không không một hai ba bốn",
        Some("079085001234"),
    );
}

#[test]
fn texts_are_sent_as_they_are_but_for_their_end() {
    let field = json!({"kind": "text"});
    for (said, sent) in [
        ("Số 12, đường Nguyễn Trãi,", "Số 12, đường Nguyễn Trãi"),
        ("Không chín một hai.", "Không chín một hai"),
        ("ngày 5 tháng 11", "ngày 5 tháng 11"),
    ] {
        text(&field, said, Some(sent));
    }
    let name = json!({"kind": "text", "format": "person-name"});
    text(&name, "Nguyễn Thị Năm,", Some("Nguyễn Thị Năm"));
    text(&name, "Lê Văn Hai.", Some("Lê Văn Hai"));
}

#[test]
fn email_addresses() {
    code(
        "email",
        &[
            (
                "nguyen van mau a còng example chấm com",
                Some("nguyenvanmau@example.com"),
            ),
            (
                "nguyễn văn mẫu a còng gmail chấm com",
                Some("nguyenvanmau@gmail.com"),
            ),
            (
                "đặng thị hoà a móc vidu chấm com chấm vn",
                Some("dangthihoa@vidu.com.vn"),
            ),
            (
                "nguyen van mau at example dot com",
                Some("nguyenvanmau@example.com"),
            ),
            ("mau at mail.vidu.vn", Some("mau@mail.vidu.vn")),
            ("mau@example chấm com", Some("mau@example.com")),
            ("mau chấm thi a còng vidu chấm vn", Some("mau.thi@vidu.vn")),
            (
                "mau gạch dưới thi a còng vidu gạch ngang mau chấm vn",
                Some("mau_thi@vidu-mau.vn"),
            ),
            (
                "john underscore smith 85 at mail dash box dot org",
                Some("john_smith85@mail-box.org"),
            ),
            ("van a a còng vidu chấm vn", Some("vana@vidu.vn")),
            ("mau 1990 a cong vidu cham vn", Some("mau1990@vidu.vn")),
            ("mau a còng g mail chấm com", Some("mau@gmail.com")),
            // Hai or 2, Nam or 5, Ba or 3.
            ("mau hai a còng vidu chấm vn", None),
            ("nguyen van nam a còng vidu chấm vn", None),
            ("mẫu một chín chín không a còng vidu chấm vn", None),
            ("mau one two at vidu dot vn", None),
            // A letter or a syllable.
            ("em a u a còng vidu chấm vê nờ", None),
            ("mờ a u a còng vidu chấm vn", None),
            ("bê xê a còng vidu chấm vn", None),
            // Cham, châm or a dot.
            ("cham mau a còng vidu chấm vn", None),
            // The address or the words around it.
            ("email của tôi là mau a còng vidu chấm vn", None),
            ("my email is mau at vidu dot vn", None),
            ("mau a còng vidu chấm com vn", None),
            ("mau a còng vidu", None),
            ("mau a còng vidu chấm", None),
            ("a còng vidu chấm vn", None),
            ("chấm mau a còng vidu chấm vn", None),
            ("mau a còng a còng vidu chấm vn", None),
            ("mau at home at vidu dot vn", None),
            ("mau vidu chấm vn", None),
            ("a công vidu chấm vn", None),
            ("không có", None),
        ],
    );
    // Names that are no digits: Hải, Tú, Châm. Where their marks stand by themselves they are not told
    // from *hai*, *tư* and *chấm*, and nothing is read.
    for (said, wanted) in [
        ("lê hải tú a còng vidu chấm vn", "lehaitu@vidu.vn"),
        ("linh châm a còng vidu chấm vn", "linhcham@vidu.vn"),
    ] {
        text(
            &json!({"kind": "text", "format": "email"}),
            said,
            Some(wanted),
        );
    }
    assert_eq!(email(&nfd("hải a còng vidu chấm vn")), None);
}

fn date(precision: &str, rows: &[(&str, &str, &str, Option<&str>)]) {
    let field = json!({"kind": "date", "precision": precision});
    for (day, month, year, wanted) in rows {
        for write in [
            |text: &str| text.to_string(),
            |text: &str| nfd(text),
            |text: &str| {
                // "Ngày 5.", as the beginning and end of a sentence.
                let mut letters = text.chars();
                let first = letters.next().map(|c| c.to_uppercase().to_string());
                first.map_or(String::new(), |first| {
                    format!("{first}{}.", letters.as_str())
                })
            },
        ] {
            let parts = DateParts {
                day: write(day),
                month: write(month),
                year: write(year),
            };
            let what = format!("{precision}: {parts:?}");
            let (sent, shown) = answered(&field, Answer::Date(parts.clone()));
            assert_eq!(sent, wanted.map(Json::from), "{what}");
            let read = match wanted {
                None => Shown::Words([parts.day, parts.month, parts.year].join("/")),
                Some(iso) => {
                    let mut numbers = iso.split('-').map(|n| n.parse::<i32>().expect("a number"));
                    let year = numbers.next().expect("a year");
                    let mut small = || numbers.next().and_then(|n| u8::try_from(n).ok());
                    Shown::Date(year, small(), small())
                }
            };
            assert_eq!(shown, read, "{what}");
        }
    }
}

#[test]
fn the_day_of_a_date() {
    let day = |said: &str, wanted: Option<u8>| {
        let iso = wanted.map(|day| format!("1990-10-{day:02}"));
        date("day", &[(said, "10", "1990", iso.as_deref())]);
    };
    for (said, wanted) in rows(
        "
            5 = 5 | 05 | ngày 5 | ngày năm | năm | mùng 5 | mồng năm | không năm | 0 5 | the fifth
            5 = fifth | 5th | the 5th | five | oh five
            1 = ngày mùng một | 1st
            10 = mồng mười | ngày mười
            11 = mười một
            15 = ngày mười lăm
            20 = hai mươi | the twentieth
            21 = ngày hai mươi mốt | hai mươi mốt | hai mươi mot | hai mốt | ngay hai muoi mot
            21 = twenty-first | twenty first | twenty one
            24 = hai mươi tư | hai mươi bốn
            25 = hai mươi lăm | hai lăm | hai mươi nhăm
            30 = ba mươi | thirtieth
            31 = ba mốt | thirty-first
            22 = 22nd
            23 = 23rd
            12 = twelve | the twelfth
            19 = nineteenth
            9 = ninth
        ",
    ) {
        day(said, Some(wanted.parse().expect("a day")));
    }
    for said in each(
        "
            # 21, or the second of January; 23; 2 or 3.
            2 1 | hai một | hai ba
            # Ten years, or 15; twenty years, or 25.
            mười năm | hai mươi năm | hai năm
            # About ten; 5 or 10.
            mươi | năm mười | năm - mười
            # Days of the lunar calendar.
            rằm | mùng 15 | mùng mười lăm | mùng 5 âm lịch
            # No day, or more than one.
            ba mươi hai | thirty second | 32nd | 0 | không | không không | thứ tư | tư | ngày | the
            hôm nay | today | -5 | 5/ | 5/10 | tenth and fifth | the fifty | twenty tenth
            ngày năm tháng | *5*
        ",
    ) {
        day(said, None);
    }
}

#[test]
fn the_month_of_a_date() {
    let month = |said: &str, wanted: Option<u8>| {
        let iso = wanted.map(|month| format!("1990-{month:02}-05"));
        date("day", &[("5", said, "1990", iso.as_deref())]);
    };
    for (said, wanted) in rows(
        "
            11 = 11 | tháng 11 | tháng mười một | mười một | november | nov
            10 = tháng mười
            4 = tháng tư | tháng bốn
            5 = tháng năm | may
            1 = tháng giêng | tháng một
            12 = tháng chạp | tháng mười hai | thang muoi hai
            3 = thg 3
            9 = sept
        ",
    ) {
        month(said, Some(wanted.parse().expect("a month")));
    }
    for said in each(
        "
            tháng 13 | tháng mười ba | tháng không | tháng | no | tháng 1 1 | đầu tháng 3
            tháng ba hoặc tư | tháng 3 âm lịch
        ",
    ) {
        month(said, None);
    }
}

#[test]
fn the_year_of_a_date() {
    let year = |said: &str, wanted: Option<&str>| date("year", &[("", "", said, wanted)]);
    for (said, wanted) in rows(
        "
            1990 = 1990 | năm 1990 | year 1990 | 1.990 | 1,990 | 1 9 9 0 | năm 1 990
            1990 = một nghìn chín trăm chín mươi | năm một chín chín mươi | một chín chín không
            1990 = mười chín chín mươi | nineteen ninety | one nine nine zero
            1990 = one thousand nine hundred ninety
            1995 = một ngàn chín trăm chín mươi lăm | nineteen ninety-five
            1905 = năm một nghìn chín trăm linh năm | nineteen oh five
            2000 = hai nghìn
            2005 = hai nghìn không trăm linh năm | hai nghìn lẻ năm | hai không không năm
            2005 = two thousand five | two thousand and five
            2008 = hai ngàn linh tám
            2024 = hai nghìn không trăm hai mươi tư | hai không hai tư | hai không hai mươi tư
            2024 = twenty twenty four
            2020 = hai nghìn hai mươi | hai mươi hai mươi | twenty twenty
            2018 = hai ngàn mười tám
            1985 = một chín tám lăm | một chín tám mươi lăm
            1900 = nineteen hundred
        ",
    ) {
        year(said, Some(wanted));
    }
    for said in each(
        "
            # Of which century?
            90 | năm chín mươi | chín mươi | ninety
            # 2005, or 2500 to those who say it; 2000 years.
            hai nghìn năm | hai nghìn hai | hai ngàn mốt
            # 1995, or 1990 and a five.
            một chín chín mươi năm | một nghìn chín trăm chín mươi năm
            # Other parts of a date, or two years.
            12 90 | 19 90 | 5 1 90 | 5/1/90 | 11/1990 | 11 90 | mười một chín mươi | 1/990
            1990-1991 | 1990, 1991 | 1 99 0
            # About then, before or after; and what is no year of these centuries.
            khoảng 1990 | sau năm 1990 | từ 1990
            trước một chín chín mươi | năm Canh Ngọ | năm nay | 19900 | 199
            một chín chín mươi mốt hai | một trăm chín mươi | năm | mười nghìn | một triệu | -1990
            một hai ba bốn | 1990 sau
        ",
    ) {
        year(said, None);
    }
}

#[test]
fn a_whole_date_that_was_said_into_one_input() {
    for (said, wanted) in rows(
        "
            1990-11-05 = ngày 5 tháng 11 năm 1990 | 5 tháng 11 năm 1990 | 5 tháng 11, 1990
            1990-11-05 = mùng 5 tháng 11 năm 1990 | mồng năm tháng mười một năm một chín chín mươi
            1990-11-05 = 5/11/1990 | 05-11-1990 | 5.11.1990 | 5 November 1990 | 1990-11-05 | 1990/11/5
            1990-11-05 = the fifth of November nineteen ninety | 5th of nov, 1990 | November 5, 1990
            1995-05-05 = ngày năm tháng năm năm một nghìn chín trăm chín lăm
            2005-04-21 = hai mươi mốt tháng tư năm hai nghìn không trăm linh năm
            2005-05-10 = ngày mười tháng năm hai nghìn lẻ năm
            2005-10-05 = ngày 5 tháng mười hai không không năm
            2005-12-05 = ngày 5 tháng mười hai năm hai không không năm
            2019-03-27 = 27 3 2019
            2005-11-21 = november the twenty-first two thousand and five
        ",
    ) {
        for at in 0..3 {
            let mut parts = [""; 3];
            parts[at] = said;
            let [day, month, year] = parts;
            date("day", &[(day, month, year, Some(wanted))]);
            date("any", &[(day, month, year, Some(wanted))]);
            // It has a place for less.
            date("month", &[(day, month, year, None)]);
        }
    }
    for said in each(
        "
            # Which century?
            5/11/90 | 5 tháng 11 năm chín mươi | 5 November 90
            # No such day.
            31/4/1990 | ngày 30 tháng 2 năm 1990 | 5/13/1990 | 11/30/1990
            # Of the lunar calendar, most likely.
            mùng 5 tháng giêng năm 1990 | ngày 8 tháng chạp năm 1990 | rằm tháng bảy năm 1990
            ngày 5 tháng 11 năm 1990 âm lịch | mùng 15 tháng 8 năm 1990
            # What is day and what is month is not said.
            năm mười một một chín chín mươi | five eleven nineteen ninety | 5 11 19 90
            0 5 1 1 1 9 9 0 | 5111990 | 5 1 990
            # Two dates, or more than a date.
            5/11/1990 - 6/11/1990 | 5/11/1990 6/11/1990 | thứ hai ngày 5 tháng 11 năm 1990
            từ ngày 5 tháng 11 năm 1990 | sinh ngày 5/11/1990 | 5 tháng 11 | 1990 - 11
            1990 tháng 11 ngày 5 | hai mươi năm tháng 11 năm 1990 | -5/11/1990
        ",
    ) {
        date("day", &[(said, "", "", None), ("", "", said, None)]);
    }
    for (said, wanted) in rows(
        "
            1990-11 = tháng 11 năm 1990 | 11/1990 | November 1990
            1990-04 = tháng tư năm một chín chín mươi
        ",
    ) {
        date(
            "month",
            &[("", said, "", Some(wanted)), ("", "", said, Some(wanted))],
        );
        date(
            "any",
            &[(said, "", "", Some(wanted)), ("", said, "", Some(wanted))],
        );
        date("day", &[(said, "", "", None)]);
        date("year", &[("", "", said, None)]);
    }
    // With another input filled, nobody knows which of them is meant.
    date(
        "day",
        &[
            ("5/11/1990", "11", "", None),
            ("5/11/1990", "11", "1990", None),
            ("5", "tháng 11 năm 1990", "", None),
            ("ngày 5", "tháng 11", "năm 1990", Some("1990-11-05")),
            ("the fifth", "nov", "nineteen ninety", Some("1990-11-05")),
        ],
    );
}

#[test]
fn what_is_wrong_with_a_whole_date_is_told_where_it_stands() {
    use crate::{Part, ProblemCode};
    let definition = json!({
        "format": 1, "code": "0", "version": "1", "name": "x", "agency": "x", "summary": "x",
        "level": "full", "steps": [{"id": "s", "title": "x", "fields": [
            {"id": "it", "kind": "date", "label": "It", "latest": "today"}]}],
    });
    let form = Arc::new(compile_json(&definition.to_string()).expect("no mistakes"));
    let today = parse_date("2026-11-22").expect("a date");
    for (year, part, code) in [
        (
            "ngày 30 tháng 2 năm 1990",
            Some(Part::Year),
            ProblemCode::NoSuchDate,
        ),
        ("ngày 23 tháng 11 năm 2026", None, ProblemCode::DateInFuture),
        (
            "hôm nay",
            Some(Part::Day),
            ProblemCode::DateIncomplete {
                day: true,
                month: true,
                year: false,
            },
        ),
    ] {
        let mut session = Session::new(form.clone(), today);
        let parts = DateParts {
            year: year.into(),
            ..DateParts::default()
        };
        session.apply(
            Event::Answered(FieldPath::top("it"), Answer::Date(parts)),
            today,
        );
        let problems = session.submission().expect_err("it is wrong");
        let found: Vec<_> = problems
            .into_iter()
            .map(|problem| (problem.part, problem.code))
            .collect();
        assert_eq!(found, [(part, code)], "{year}");
    }
}

fn amount(kind: &str, said: &str, wanted: Option<u64>) {
    let field = json!({"kind": kind});
    for said in [said.to_string(), nfd(said), format!("{said}.")] {
        let (sent, shown) = answered(&field, Answer::text(&said));
        assert_eq!(sent, wanted.map(Json::from), "{kind}: {said:?}");
        let read = match (wanted.map(|n| n as f64), kind) {
            (None, _) => Shown::Words(said.clone()),
            (Some(n), "money") => Shown::Money(n),
            (Some(n), _) => Shown::Number(n, crate::Text::default()),
        };
        assert_eq!(shown, read, "{kind}: {said:?}");
    }
}

fn whole(number: &str) -> u64 {
    number.replace('_', "").parse().expect("a whole number")
}

#[test]
fn amounts() {
    for (said, wanted) in rows(
        "
            135_000 = 135 nghìn | 135 ngàn đồng | 135 nghìn Việt Nam đồng | 135.000 đồng
            135_000 = 135 thousand | 135 thousand dong | một trăm ba mươi lăm nghìn đồng
            135_000 = một trăm ba mươi lăm ngàn | Một trăm ba lăm nghìn
            135_000 = one hundred and thirty-five thousand
            105_000 = một trăm linh năm nghìn
            104_000 = một trăm lẻ tư nghìn
            110_000 = một trăm mười nghìn
            500_000 = năm trăm nghìn | 5 trăm nghìn | 0,5 triệu
            15_000 = mười lăm nghìn
            24_000 = hai mươi tư nghìn
            2_500 = hai nghìn năm trăm đồng
            135_500 = 135 nghìn 500
            1_500_000 = 1,5 triệu | 1.5 triệu đồng | 1.5 million | một triệu rưỡi
            1_500_000 = 1 triệu 500 nghìn
            1_250_000 = 1,25 triệu
            2_500_000_000 = 2 tỷ rưỡi
            1_200_000 = một triệu hai trăm nghìn đồng | một triệu, hai trăm nghìn
            1_200_000 = one million two hundred thousand
            1_200_000_000 = một tỉ hai trăm triệu
            25_000 = twenty-five thousand dong
        ",
    ) {
        amount("money", said, Some(whole(wanted)));
    }
    for said in each(
        "
            # Thousands are left out by some who say it, and the rest by others.
            một trăm ba mươi lăm | một trăm | một trăm đồng | năm trăm đồng | năm | một triệu hai
            1 triệu 2 | 2 triệu 500 | một triệu hai trăm | hai nghìn hai | một trăm hai nghìn
            2 nghìn 5
            # A thousand times more or less.
            1,500 triệu | 1.500 triệu | 1.500,5 triệu
            # From one to the other.
            hai ba nghìn | 2-3 triệu | 2 - 3 triệu | 2/3 triệu | năm mười nghìn | năm - mười nghìn
            một triệu hoặc hai triệu | hai mươi đến ba mươi nghìn | 1 triệu - 2 triệu
            # About as much.
            mươi nghìn | vài trăm nghìn | khoảng 135 nghìn | hơn một triệu | chục nghìn | trăm nghìn
            nghìn | triệu rưỡi | dưới 1 triệu
            # 25 000, or 20 and 5 years.
            hai mươi năm nghìn
            # Another currency, a debt, and what is no amount.
            135 đô la | 135 nghìn đô | 135 nghìn USD | -5 nghìn | âm năm nghìn
            1,5 triệu rưỡi | một nghìn tỷ | nghìn nghìn | một nghìn một nghìn | hai triệu ba triệu
            đồng | không nghìn | 1 5 triệu | 1, 5 triệu | 05 nghìn | miễn phí | 9999 triệu
        ",
    ) {
        amount("money", said, None);
    }
}

#[test]
fn numbers() {
    for (said, wanted) in rows(
        "
            3 = ba
            0 = không
            10 = mười
            15 = mười lăm
            21 = hai mươi mốt | twenty-one | twenty one
            35 = ba mươi lăm
            102 = một trăm linh hai | one hundred two | one hundred and two
            130 = một trăm ba mươi
            2_000 = hai nghìn
            2_005 = hai nghìn không trăm linh năm
            2 = two
            5 = năm
        ",
    ) {
        amount("number", said, Some(whole(wanted)));
    }
    for said in each(
        "
            # One or two, three or four.
            một hai | ba bốn | ba tư | hai - ba | hai-ba | hai/ba | one or two
            # Years, and about ten.
            năm năm | mười năm | hai mươi năm | mươi | mười mươi | dăm | một trăm hai | trăm hai
            ba người | thứ ba | ba phẩy năm | hai phần ba | -ba | âm ba | ba- | không biết
            một không | chín chín
        ",
    ) {
        amount("number", said, None);
    }
}

/// Pieces that dictation is made of.
fn said() -> impl Strategy<Value = String> {
    let words: Vec<&str> = "
        không một mốt hai ba bốn tư năm lăm sáu bảy tám chín mười mươi muoi linh lẻ trăm
        nghìn ngàn
        triệu tỷ rưỡi đồng ngày tháng mùng giêng zero oh one two five ten nineteen twenty ninety
        hundred and thousand
        million the fifth of november may 0 1 5 9 12 19 30
        079 123 1990 2005 001099000001 0912345678 0100109106 1,5
        1.234 5/11/1990 a còng chấm com vn at dot mau @ gạch dưới - / + ."
        .split_whitespace()
        .collect();
    let joined = (
        prop::collection::vec(select(words), 0..9),
        select(vec![" ", "", ", ", "-"]),
    )
        .prop_map(|(words, between)| words.join(between));
    prop_oneof![4 => joined, 1 => ".{0,40}"]
}

const KINDS: [&str; 2] = ["number", "money"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_said_panics(text in said(), other in said()) {
        for (_, format) in Format::ALL {
            let _ = format.read(&text);
        }
        for read in [year, |text: &str| month(text).map(u16::from), |text: &str| day(text).map(u16::from)] {
            prop_assert!(read(&text).is_none_or(|n| n < 10_000));
        }
        let _ = (digits(&text), number(&text), money(&text), super::date(&text), email(&text));
        let parts = DateParts { day: text.clone(), month: other.clone(), year: String::new() };
        for precision in ["day", "month", "year", "any"] {
            answered(&json!({"kind": "date", "precision": precision}), Answer::Date(parts.clone()));
        }
    }

    /// What was readable as it is written reads the same: words are only looked at where it is not.
    #[test]
    fn what_can_be_read_as_it_is_written_is(text in said()) {
        for (_, format) in Format::ALL {
            if let Ok(written) = format.read_written(&text) {
                prop_assert_eq!(format.read(&text), Ok(written));
            }
        }
    }

    /// What is sent is read again by the portal, and must be the same there.
    #[test]
    fn what_was_read_reads_the_same_again(text in said()) {
        for (name, format) in Format::ALL {
            if let Ok(read) = format.read(&text) {
                prop_assert_eq!(format.read(&read), Ok(read.clone()), "{}: {:?}", name, text);
            }
        }
        let at_once = DateParts { year: text.clone(), ..DateParts::default() };
        let date = json!({"kind": "date", "precision": "any"});
        if let (Some(sent), _) = answered(&date, Answer::Date(at_once)) {
            let mut parts = sent.as_str().expect("a text").split('-').map(String::from);
            let mut next = || parts.next().unwrap_or_default();
            let parts = DateParts { year: next(), month: next(), day: next() };
            prop_assert_eq!(answered(&date, Answer::Date(parts)).0, Some(sent), "{:?}", text);
        }
        for kind in KINDS {
            let field = json!({"kind": kind});
            if let (Some(sent), _) = answered(&field, Answer::text(&text)) {
                let again = answered(&field, Answer::text(&sent.to_string().replace('.', ",")));
                prop_assert_eq!(again.0, Some(sent), "{}: {:?}", kind, text);
            }
        }
    }
}
