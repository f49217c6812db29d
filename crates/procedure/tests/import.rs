//! Rows from a table: what is read, what is told, what comes back.

mod common;
mod samples;

use std::fmt::Write;
use std::sync::Arc;

use common::{json_of, text_of};
use procedure::{
    Answer, Answers, DateParts, Event, FieldId, FieldPath, Form, ImportMode, Imported, ListOption,
    NotImported, Outcome, Place, Problem, ProblemCode, Session, StepId, Text, compile_json,
    table_text,
};
use proptest::prelude::*;
use samples::{form, today};
use serde_json::json;

const BADGE: &str = "2.002288";

fn list(session: &mut Session, list: &str, parent: &str, options: &[(&str, &str)]) {
    let option = |(value, label): &(&str, &str)| ListOption {
        also: Vec::new(),
        before: Vec::new(),
        value: (*value).into(),
        label: Text::new("vi", label),
    };
    let event = Event::ListArrived {
        list: list.into(),
        parent: parent.into(),
        options: options.iter().map(option).collect(),
    };
    session.apply(event, today());
}

const COUNTRIES: [(&str, &str); 3] = [("VN", "Việt Nam"), ("JP", "Nhật Bản"), ("KR", "Hàn Quốc")];

fn vehicles() -> FieldId {
    FieldId::new("vehicles")
}

fn badges() -> Session {
    let mut session = Session::new(form(BADGE), today());
    list(&mut session, "countries", "", &COUNTRIES);
    session
}

fn csv(name: &str) -> String {
    text_of(&format!("fixtures/answers/2.002288-{name}.csv"))
}

fn take(session: &mut Session, text: &str) -> Imported {
    let taken = session.import(&vehicles(), text, ImportMode::Append, today());
    taken.expect("a table")
}

/// What is wrong, row by row.
fn wrong(session: &Session, repeat: &str) -> Vec<String> {
    let rows = session.row_problems(&FieldId::new(repeat)).into_iter();
    let told = rows.map(|(row, problems)| {
        let fields = problems.iter().map(|problem| problem.path.field.as_str());
        format!("{row} {}", fields.collect::<Vec<_>>().join(" "))
    });
    told.collect()
}

#[test]
fn two_hundred_vehicles_come_as_if_somebody_had_chosen_and_typed_them() {
    let mut session = badges();
    let taken = take(&mut session, &csv("200-rows"));
    let wanted = Imported {
        rows: 200,
        ..Imported::default()
    };
    assert_eq!(taken, wanted);
    assert_eq!(session.last_import(&vehicles()), Some(&wanted));
    assert_eq!(wrong(&session, "vehicles"), [""; 0]);
    let text = |field: &str| session.answers().rows(&vehicles())[1].get(field).cloned();
    assert_eq!(text("ownership"), Some(Answer::text("coop")));
    assert_eq!(text("plate"), Some(Answer::text("29A-000.02")));
    assert_eq!(text("origin"), Some(Answer::text("JP")));
    assert_eq!(text("term"), Some(Answer::text("2")));
    let date = |day: &str, month: &str, year: &str| {
        let [day, month, year] = [day, month, year].map(str::to_string);
        Some(Answer::Date(DateParts { day, month, year }))
    };
    assert_eq!(text("year"), date("", "", "2017"));
    assert_eq!(text("contract_from"), date("15", "03", "2026"));
}

#[test]
fn rows_with_mistakes_come_too_and_are_told_one_by_one() {
    let mut session = badges();
    assert_eq!(take(&mut session, &csv("mistakes")).rows, 12);
    let wanted = [
        "0 plate",
        "1 engine",
        "2 badge",
        "3 year",
        "4 cap",
        // Nine cells are all that this line has.
        "5 badge term",
        "8 owner",
        "9 contract_to",
        "10 origin",
        "11 chassis",
    ];
    assert_eq!(wrong(&session, "vehicles"), wanted);
    // What cannot be right stays as it was written.
    let answer = |row, field: &str| {
        let path = FieldPath::in_row("vehicles", row, field);
        session.answers().at(&path).cloned()
    };
    assert_eq!(answer(0, "plate"), Some(Answer::text("29A-12")));
    assert_eq!(answer(2, "badge"), Some(Answer::text("XE CÔNG NGHỆ")));
    assert_eq!(answer(4, "cap"), Some(Answer::text("bốn mươi mấy")));
    assert_eq!(answer(7, "brand"), Some(Answer::text("XE MẪU D, loại 2")));
    assert_eq!(answer(10, "origin"), Some(Answer::text("Nước Mẫu")));
    let repeat = session.form().field(&FieldPath::top("vehicles")).cloned();
    let repeat = repeat.expect("it is there");
    assert!(session.row_is_incomplete(&repeat, 0) && !session.row_is_incomplete(&repeat, 6));
    // Put right, a row is off the list.
    let path = FieldPath::in_row("vehicles", 0, "plate");
    session.apply(Event::Answered(path, Answer::text("29A-000.12")), today());
    assert_eq!(wrong(&session, "vehicles"), wanted[1..]);
}

#[test]
fn semicolons_a_mark_at_the_beginning_and_names_in_pieces() {
    let mut session = badges();
    let text = csv("semicolons");
    assert!(text.starts_with('\u{FEFF}'));
    assert_eq!(take(&mut session, &text).rows, 3);
    assert_eq!(wrong(&session, "vehicles"), [""; 0]);
    let brand = session.answers().rows(&vehicles())[2].get("brand").cloned();
    assert_eq!(brand, Some(Answer::text("XE MẪU A; loại 2")));
}

#[test]
fn names_of_a_list_that_is_on_its_way_become_codes_when_it_is_there() {
    let mut session = Session::new(form(BADGE), today());
    let wanted = ("countries".to_string(), String::new());
    assert!(session.wanted_lists().contains(&wanted), "before any row");
    take(&mut session, &csv("mistakes"));
    let origin = |session: &Session, row| {
        let path = FieldPath::in_row("vehicles", row, "origin");
        session.answers().at(&path).cloned()
    };
    assert_eq!(origin(&session, 0), Some(Answer::text("Việt Nam")));
    list(&mut session, "countries", "", &COUNTRIES);
    assert_eq!(origin(&session, 0), Some(Answer::text("VN")));
    assert_eq!(origin(&session, 10), Some(Answer::text("Nước Mẫu")));
    assert!(wrong(&session, "vehicles").contains(&"10 origin".to_string()));
}

/// A row with every kind that a row can have.
fn every_kind() -> Session {
    let options = json!([
        {"value": "a", "label": {"vi": "Hạng A", "en": "Class A"}},
        {"value": "b", "label": {"vi": "Ba, bốn", "en": "Three or four"}},
        {"value": "c", "label": {"vi": "Phú Mỹ", "en": "Phu My"}},
        {"value": "d", "label": {"vi": "Phủ Mỹ", "en": "Phu My"}},
    ]);
    let rows = json!([
        {"id": "name", "kind": "text", "label": {"vi": "Họ và tên", "en": "Full name"}},
        {"id": "note", "kind": "long-text", "label": {"vi": "Ghi chú", "en": "Note"}, "required": false},
        {"id": "count", "kind": "number", "label": {"vi": "Số lượng", "en": "How many"}, "required": false},
        {"id": "price", "kind": "money", "label": {"vi": "Giá", "en": "Price"}, "required": false},
        {"id": "born", "kind": "date", "precision": "any", "label": {"vi": "Ngày sinh", "en": "Date of birth"}, "required": false},
        {"id": "month", "kind": "date", "precision": "month", "label": {"vi": "Từ tháng", "en": "From"}, "required": false},
        {"id": "year", "kind": "date", "precision": "year", "label": {"vi": "Năm", "en": "Year"}, "required": false},
        {"id": "one", "kind": "choice", "label": {"vi": "Hạng", "en": "Class"}, "options": options, "required": false},
        {"id": "some", "kind": "choices", "label": {"vi": "Các hạng", "en": "Classes"}, "options": options, "required": false},
        {"id": "sure", "kind": "yes-no", "label": {"vi": "Có chắc?", "en": "Sure?"}, "required": false},
        {"id": "place", "kind": "choice", "label": {"vi": "Tỉnh", "en": "Province"}, "list": "provinces", "required": false},
        {"id": "part", "kind": "choice", "label": {"vi": "Xã", "en": "Commune"}, "list": "communes", "list_parent": "place", "required": false},
        {"id": "home", "kind": "address", "label": {"vi": "Nơi ở", "en": "Home"}},
        {"id": "paper", "kind": "file", "label": {"vi": "Giấy tờ", "en": "Papers"}, "required": false},
        {"id": "hello", "kind": "information", "label": {"vi": "Chào", "en": "Hello"}},
    ]);
    let definition = json!({
        "format": 1, "code": "0", "version": "1", "name": "x", "agency": "x", "summary": "x", "level": "full",
        "steps": [{"id": "step", "title": "Bước", "fields": [
            {"id": "list", "kind": "repeat", "label": "Danh sách", "item": "Người", "max": 5, "import": true, "fields": rows},
        ]}, {"id": "other", "title": "Khác", "fields": [
            {"id": "plain", "kind": "repeat", "label": "Không bảng", "item": "Mục", "fields": [
                {"id": "p", "kind": "text", "label": "Một"}]},
        ]}],
    });
    let form = compile_json(&definition.to_string()).expect("no mistakes");
    let mut session = Session::new(Arc::new(form), today());
    list(
        &mut session,
        "provinces",
        "",
        &[("01", "Hà Nội"), ("79", "Thành phố Hồ Chí Minh")],
    );
    list(
        &mut session,
        "communes",
        "01",
        &[("1", "Ba Đình"), ("2", "Hoàn Kiếm")],
    );
    list(&mut session, "communes", "79", &[("3", "Ba Đình")]);
    session
}

fn read(session: &mut Session, text: &str) -> Result<Imported, NotImported> {
    let mode = ImportMode::Replace;
    session.import(&FieldId::new("list"), text, mode, today())
}

fn rows(session: &Session) -> Vec<Answers> {
    session.answers().rows(&FieldId::new("list")).to_vec()
}

/// The answer that a cell gives, as short text.
fn given(header: &str, cell: &str) -> String {
    let mut session = every_kind();
    // A first column, so that no line is empty.
    let text = format!("name\t{header}\nMẫu\t{cell}");
    read(&mut session, &text).expect("a table");
    let rows = rows(&session);
    let mut answers = rows[0].iter().filter(|(field, _)| field.as_str() != "name");
    let shown = answers.next().map(|(field, answer)| match answer {
        Answer::Text(text) => format!("{field} {text}"),
        Answer::Many(values) => format!("{field} {values:?}"),
        Answer::Date(DateParts { day, month, year }) => format!("{field} {day}/{month}/{year}"),
        other => panic!("{other:?}"),
    });
    shown.unwrap_or_default()
}

#[test]
fn columns_are_known_by_label_in_any_language_or_by_id() {
    for name in [
        "Ghi chú",
        "GHI CHU",
        " ghi  chú ",
        "Ghi chu\u{301}",
        "Note",
        "note",
    ] {
        assert_eq!(given(name, "abc"), "note abc", "{name:?}");
    }
}

#[test]
fn what_a_cell_says() {
    for (header, cell, wanted) in [
        ("note", " như  đã gõ ", "note  như  đã gõ "),
        ("note", "'=1+1", "note =1+1"),
        ("note", "''=1", "note '=1"),
        ("note", "'quoted", "note 'quoted"),
        ("count", "1.234,5", "count 1.234,5"),
        ("count", "'-5", "count -5"),
        ("price", "1,5 triệu", "price 1,5 triệu"),
        ("born", "27/3/1990", "born 27/3/1990"),
        ("born", "27-03-1990", "born 27/03/1990"),
        ("born", "27.3.1990", "born 27/3/1990"),
        ("born", "1990-03-27", "born 27/03/1990"),
        ("born", "1990-03-27 00:00:00", "born 27/03/1990"),
        ("born", "1990-03-27T00:00:00.000", "born 27/03/1990"),
        ("born", "1990-03-27 07:30", "born 1990-03-27 07:30//"),
        ("born", "3/2020", "born /3/2020"),
        ("born", "2020-03", "born /03/2020"),
        ("born", "1990", "born //1990"),
        ("born", "27/3/90", "born 27/3/90"),
        ("born", "5 tháng 11 năm 1990", "born 5 tháng 11 năm 1990//"),
        ("born", "5/tháng 11/1990", "born 5/tháng 11/1990"),
        ("month", "3/2020", "month /3/2020"),
        ("month", "15/3/2020", "month /3/2020"),
        ("month", "tháng 3", "month /tháng 3/"),
        ("year", "2020", "year //2020"),
        ("year", "15/3/2020", "year //2020"),
        ("year", "năm ngoái", "year //năm ngoái"),
        ("one", "a", "one a"),
        ("one", "Hạng A", "one a"),
        ("one", "class a", "one a"),
        ("one", "hang a", "one a"),
        ("one", "Hạng Z", "one Hạng Z"),
        // Marks tell these two apart; without them nobody knows which is meant.
        ("one", "Phú Mỹ", "one c"),
        ("one", "Phủ Mỹ", "one d"),
        ("one", "phu my", "one phu my"),
        ("some", "Hạng A; Ba, bốn", "some [\"a\", \"b\"]"),
        ("some", "a|b", "some [\"a\", \"b\"]"),
        ("some", "a, c, a", "some [\"a\", \"c\"]"),
        ("some", "Hạng A, Hạng Z", "some [\"a\", \"Hạng Z\"]"),
        ("sure", "Có", "sure yes"),
        ("sure", "không", "sure no"),
        ("sure", "YES", "sure yes"),
        ("sure", "No", "sure no"),
        ("sure", "x", "sure yes"),
        ("sure", "1", "sure yes"),
        ("sure", "0", "sure no"),
        ("sure", "có lẽ", "sure có lẽ"),
        ("place", "ha noi", "place 01"),
        ("place", "79", "place 79"),
        ("place", "Atlantis", "place Atlantis"),
        ("note", "  ", ""),
    ] {
        assert_eq!(given(header, cell), wanted, "{header}: {cell:?}");
    }
}

#[test]
fn a_part_of_a_list_is_that_of_the_row_wherever_its_column_stands() {
    let mut session = every_kind();
    read(
        &mut session,
        "part,name,place\nBa Đình,A,Hà Nội\nBa Đình,B,79",
    )
    .expect("a table");
    let rows = rows(&session);
    let part = |row: usize| rows[row].get("part").cloned();
    assert_eq!(
        (part(0), part(1)),
        (Some(Answer::text("1")), Some(Answer::text("3")))
    );
}

#[test]
fn columns_that_are_left_out_and_missing_are_told() {
    let labels = |texts: &[Text]| {
        let picked = texts.iter().map(|text| text.pick(&["en"]).text.to_string());
        picked.collect::<Vec<_>>()
    };
    for (text, left_out, missing, by_order) in [
        ("Họ và tên\nMẫu", vec![], vec!["Home"], false),
        (
            "Ghi chú,Thứ tự,Nơi ở,Giấy tờ,Chào,\nx,1,y,z,,",
            vec!["Thứ tự", "Nơi ở", "Giấy tờ", "Chào"],
            vec!["Full name", "Home"],
            false,
        ),
        // The second of one name, and cells under none.
        (
            "name,note,Note,\na,b,c,d",
            vec!["Note", "4"],
            vec!["Home"],
            false,
        ),
        ("name,,\na,,", vec![], vec!["Home"], false),
        // No names: in the order of the questions.
        ("Mẫu A,ghi,7", vec![], vec!["Home"], true),
        (
            "1,2,3,4,5,6,7,8,9,10,11,12,13",
            vec!["13"],
            vec!["Home"],
            true,
        ),
    ] {
        let mut session = every_kind();
        let taken = read(&mut session, text).expect("a table");
        assert_eq!(taken.rows, 1, "{text}");
        assert_eq!(taken.left_out_columns, left_out, "{text}");
        assert_eq!(labels(&taken.missing_columns), missing, "{text}");
        assert_eq!(taken.by_order, by_order, "{text}");
    }
}

#[test]
fn a_title_above_the_names_of_the_columns_is_no_row() {
    for title in [
        "DANH SÁCH PHƯƠNG TIỆN",
        "DANH SÁCH PHƯƠNG TIỆN\n\nĐơn vị: Công ty Mẫu;;\nNgày 28/11/2026",
        "name",
        "\u{2066}Name\u{2069}",
    ] {
        for separator in [",", ";", "\t"] {
            let lines = format!("{title}\nname,note\nMẫu A,ghi").replace(',', separator);
            let mut session = every_kind();
            let taken = read(&mut session, &lines).expect("a table");
            assert_eq!((taken.rows, taken.by_order), (1, false), "{lines}");
        }
    }
}

#[test]
fn what_cannot_be_seen_changes_no_name_and_no_cell() {
    assert_eq!(given("\u{2068}Ghi\u{a0}chú\u{2069}", "abc"), "note abc");
    assert_eq!(given("note", "\u{2060}\u{200b}"), "");
    assert_eq!(given("born", "\u{2066}27/3/1990\u{2069}"), "born 27/3/1990");
}

#[test]
fn where_nothing_can_be_taken_nothing_changes() {
    for (text, wanted) in [
        ("", NotImported::Empty),
        (" \n\n", NotImported::Empty),
        ("Họ và tên,Ghi chú\n", NotImported::Empty),
        ("a\0\0b", NotImported::NotText),
    ] {
        let mut session = every_kind();
        read(&mut session, "name\nMẫu").expect("a table");
        let before = session.answers().clone();
        assert_eq!(read(&mut session, text), Err(wanted), "{text:?}");
        assert_eq!(*session.answers(), before);
    }
    let mut session = every_kind();
    for other in ["plain", "step", "nothing"] {
        let other = FieldId::new(other);
        let taken = session.import(&other, "Một\nx", ImportMode::Append, today());
        assert_eq!(taken, Err(NotImported::NotHere));
        assert_eq!(session.table(&other, &[]), None);
    }
}

#[test]
fn as_many_rows_come_as_there_is_room_for() {
    let mut session = every_kind();
    let taken = read(&mut session, "name\n1\n2\n3\n4\n5\n6\n7").expect("a table");
    assert_eq!((taken.rows, taken.too_many), (5, 2));
    let list = FieldId::new("list");
    let taken = session.import(&list, "name\n8", ImportMode::Append, today());
    let taken = taken.expect("a table");
    assert_eq!((taken.rows, taken.too_many), (0, 1));
    assert_eq!(rows(&session).len(), 5);
}

fn name(session: &Session, row: usize) -> String {
    match session
        .answers()
        .at(&FieldPath::in_row("list", row, "name"))
    {
        Some(Answer::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

#[test]
fn an_import_can_be_taken_back() {
    let list = FieldId::new("list");
    let rename = |session: &mut Session, row, text: &str| {
        let path = FieldPath::in_row("list", row, "name");
        session.apply(Event::Answered(path, Answer::text(text)), today());
    };
    let mut session = every_kind();
    assert!(!session.undo_import(&list, today()));
    read(&mut session, "name\n1\n2").expect("a table");
    // What was changed meanwhile in the rows from before stays.
    let taken = session.import(&list, "name\n3\n4", ImportMode::Append, today());
    assert_eq!(taken.expect("a table").rows, 2);
    rename(&mut session, 0, "eins");
    session.apply(Event::RowRemoved(list.clone(), 1), today());
    assert!(session.undo_import(&list, today()));
    assert_eq!(rows(&session).len(), 1);
    assert_eq!(name(&session, 0), "eins");
    assert_eq!(session.last_import(&list), None);
    // Rows that were replaced come back.
    read(&mut session, "name\n5\n6\n7").expect("a table");
    assert_eq!(name(&session, 0), "5");
    assert!(session.undo_import(&list, today()) && !session.can_undo_import(&list));
    assert_eq!(name(&session, 0), "eins");
    // A row that was added by hand since does not go with it.
    read(&mut session, "name\n8").expect("a table");
    session.apply(Event::RowAdded(list.clone()), today());
    assert!(!session.can_undo_import(&list) && session.last_import(&list).is_some());
    assert!(!session.undo_import(&list, today()));
    assert_eq!(rows(&session).len(), 2);
}

#[test]
fn what_the_import_brought_is_told_until_the_page_is_left() {
    let list = FieldId::new("list");
    let mut session = every_kind();
    let page = Place::step(&StepId::new("step"));
    read(&mut session, "name\n1").expect("a table");
    let stays = session.apply(Event::Continued(page.clone()), today());
    assert!(
        matches!(stays, Outcome::Blocked(_)),
        "a row needs its address"
    );
    assert!(session.last_import(&list).is_some());
    session.apply(Event::RowRemoved(list.clone(), 0), today());
    session.apply(Event::Continued(page), today());
    assert!(session.last_import(&list).is_none());
}

#[test]
fn a_table_to_fill_in_and_the_rows_as_a_table() {
    let list = FieldId::new("list");
    let mut session = every_kind();
    let table = |session: &Session, tags: &[&str]| {
        let tags: Vec<String> = tags.iter().map(|tag| tag.to_string()).collect();
        session.table(&list, &tags).expect("it takes tables")
    };
    assert_eq!(
        table(&session, &["en", "vi"]),
        "\u{FEFF}Full name,Note,How many,Price,Date of birth,From,Year,Class,Classes,Sure?,Province,Commune\r\n"
    );
    let text = "name\tnote\tcount\tprice\tborn\tmonth\tyear\tone\tsome\tsure\tplace\tpart\n\
                =Mẫu\t\"a\"\"b\"\t-5\t1,5 triệu\t27/3/1990\t3/2020\t2020\tPhủ Mỹ\ta|b\tx\t01\t2";
    read(&mut session, text).expect("a table");
    let written = table(&session, &["vi"]);
    let line = written.lines().nth(1).expect("a row");
    assert_eq!(
        line,
        "'=Mẫu,\"a\"\"b\",'-5,\"1,5 triệu\",27/3/1990,3/2020,2020,Phủ Mỹ,\"Hạng A; Ba, bốn\",có,Hà Nội,Hoàn Kiếm"
    );
    // In English two options are called the same: their codes are written.
    let line = table(&session, &["en", "vi"]);
    assert!(
        line.contains(",d,\"Class A; Three or four\",yes,"),
        "{line}"
    );
    let before = rows(&session);
    for text in [written, line] {
        read(&mut session, &text).expect("a table");
        assert_eq!(rows(&session), before, "{text}");
    }
}

#[test]
fn a_list_of_two_hundred_rows_is_checked_at_once() {
    let mut session = badges();
    // A clock is not of this crate, but of its tests.
    let begun = std::time::Instant::now();
    take(&mut session, &csv("200-rows"));
    let imported = begun.elapsed();
    let begun = std::time::Instant::now();
    assert_eq!(session.row_problems(&vehicles()), []);
    let checked = begun.elapsed();
    let begun = std::time::Instant::now();
    let path = FieldPath::in_row("vehicles", 0, "brand");
    session.apply(Event::Answered(path, Answer::text("Mẫu")), today());
    let typed = begun.elapsed();
    let begun = std::time::Instant::now();
    let table = session.table(&vehicles(), &["vi".into()]).expect("a table");
    let written = begun.elapsed();
    println!(
        "200 rows: import {imported:?}, check {checked:?}, a key {typed:?}, table {written:?}"
    );
    assert!(table.len() > 20_000);
    // Ten times the rows are ten times the work, and not a hundred.
    let limit = std::time::Duration::from_secs(2);
    assert!(imported < limit && checked < limit && typed < limit && written < limit);
}

#[test]
fn every_repeat_that_takes_tables_can_write_and_read_its_samples() {
    let mut seen = 0;
    for code in samples::CODES {
        let form: Arc<Form> = form(code);
        let sent = json_of(&format!("fixtures/answers/{code}.json"));
        let session = common::session(&form, &sent, &common::uploaded, today());
        for field in form.fields() {
            let Some(text) = session.table(field.id(), &["vi".into()]) else {
                continue;
            };
            seen += 1;
            let mut again = session.clone();
            if session.answers().rows(field.id()).is_empty() {
                continue;
            }
            let taken = again.import(field.id(), &text, ImportMode::Replace, today());
            assert!(taken.is_ok(), "{code}");
            let problems = |session: &Session| session.row_problems(field.id());
            assert_eq!(
                problems(&again),
                problems(&session),
                "{code} {}",
                field.id()
            );
        }
    }
    assert!(seen > 0);
}

fn a_row() -> impl Strategy<Value = Answers> {
    let text = "[ -~àữĐ\n\t\"';,|=+@]{1,12}";
    let number = "[0-9]{1,2}";
    (
        (
            text,
            prop::option::of(text),
            prop::option::of("-?[0-9]{1,5}"),
        ),
        (number, number, "[12][0-9]{3}", 0..4u8),
        prop::option::of(prop::sample::select(vec!["a", "b", "c", "d"])),
        prop::collection::btree_set(prop::sample::select(vec!["a", "b", "c", "d"]), 0..4),
        prop::option::of(any::<bool>()),
        prop::option::of(prop::sample::select(vec![
            ("01", "1"),
            ("01", "2"),
            ("79", "3"),
        ])),
    )
        .prop_map(|((name, note, count), date, one, some, sure, place)| {
            let mut row = Vec::new();
            let mut set = |field: &str, answer: Answer| {
                if !answer.is_empty() {
                    row.push((FieldId::new(field), answer));
                }
            };
            set("name", Answer::Text(format!("x{name}")));
            set("note", Answer::Text(note.unwrap_or_default()));
            set("count", Answer::Text(count.unwrap_or_default()));
            let (day, month, year, how) = date;
            let date = |has_day: bool, has_month: bool| {
                let part =
                    |has: bool, part: &String| if has { part.clone() } else { String::new() };
                Answer::Date(DateParts {
                    day: part(has_day, &day),
                    month: part(has_month, &month),
                    year: year.clone(),
                })
            };
            set("born", date(how > 2, how > 1));
            set("month", date(false, how > 0));
            set("year", date(false, false));
            set("one", Answer::text(one.unwrap_or_default()));
            set(
                "some",
                Answer::Many(some.into_iter().map(String::from).collect()),
            );
            let sure = sure.map_or("", |sure| if sure { "yes" } else { "no" });
            set("sure", Answer::text(sure));
            let (place, part) = place.unwrap_or_default();
            set("place", Answer::text(place));
            set("part", Answer::text(part));
            row.into_iter().collect()
        })
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn rows_that_are_written_are_the_rows_that_are_read(
        written in prop::collection::vec(a_row(), 1..5),
        is_english in any::<bool>(),
    ) {
        let mut session = every_kind();
        let answer = Answer::Rows(written.clone());
        session.apply(Event::Answered(FieldPath::top("list"), answer), today());
        let tag = if is_english { "en" } else { "vi" };
        let text = session.table(&FieldId::new("list"), &[tag.to_string()]).expect("a table");
        let taken = read(&mut session, &text).expect("a table");
        prop_assert_eq!(taken.rows, written.len());
        prop_assert_eq!(rows(&session), written, "{}", text);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(text) = table_text(&bytes) {
            drop(read(&mut every_kind(), &text));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(
        lines in prop::collection::vec("[\\PC\"';,|\t\r=/.-]{0,40}", 0..6),
        has_names in any::<bool>(),
    ) {
        let mut text = String::new();
        if has_names {
            text.push_str("one,some,born,part,sure,count\n");
        }
        for line in lines {
            writeln!(text, "{line}").expect("a text takes anything");
        }
        let mut session = every_kind();
        if read(&mut session, &text).is_ok() {
            let problems: Vec<Problem> = session
                .row_problems(&FieldId::new("list"))
                .into_iter()
                .flat_map(|(_, problems)| problems)
                .collect();
            let is_of_a_row = |problem: &Problem| problem.path.row.is_some();
            prop_assert!(problems.iter().all(is_of_a_row));
            prop_assert!(problems.iter().any(|problem| problem.code == ProblemCode::Missing));
            let table = session.table(&FieldId::new("list"), &[]);
            prop_assert!(table.is_some());
        }
    }
}
