//! The written index: read back, and broken.

use procedure::Text;
use proptest::prelude::*;
use search::{Contents, Index, Level, Levels, Named, Procedure, ReadError, Synonyms, Ways};

const GOOD: &str = "motcua-catalogue\t1\t2\n\
    @agency\tbo-cong-an\tvi=Bộ Công an\ten=Ministry\n\
    @field\tvi=Cư trú\n\
    @event\tresidence\tvi=Nơi ở\n\
    @later\tanything\n\
    @in\t0\t0\n\
    1.004194\tf40\tĐăng ký tạm trú\ten=Temporary residence\n\
    @in\t-\t-\n\
    1.000001\t42\tTách hộ\n";

#[test]
fn a_good_one_is_read() {
    let index = Index::read(GOOD).expect("it is good");
    let one = index.with_code("1.004194").expect("it is there");
    assert_eq!(
        index
            .agency(one)
            .expect("an agency")
            .name
            .pick(&["en"])
            .text,
        "Ministry"
    );
    assert_eq!(
        index.field(one).expect("a field").pick(&["vi"]).text,
        "Cư trú"
    );
    let levels: Vec<Level> = one.levels.iter().collect();
    assert_eq!(levels, [Level::Commune]);
    assert!(one.ways.online && one.ways.post && one.ways.in_person && one.has_form);
    assert_eq!(
        (one.events.as_slice(), one.name.pick(&["en"]).text),
        (&[0][..], "Temporary residence")
    );
    let other = index.with_code("1.000001").expect("it is there");
    assert!(index.agency(other).is_none() && !other.ways.online && !other.has_form);
    assert_eq!(index.write().lines().count(), GOOD.lines().count() - 1);
}

#[test]
fn a_broken_one_is_not_read() {
    let changed = |from: &str, to: &str| GOOD.replacen(from, to, 1);
    for (text, error) in [
        (String::new(), ReadError::NotAnIndex),
        ("<!doctype html>".into(), ReadError::NotAnIndex),
        (changed("\t1\t2", ""), ReadError::NotAnIndex),
        (changed("\t1\t2", "\t2\t2"), ReadError::Version),
        (changed("\t1\t2", "\t1\t-2"), ReadError::Line(1)),
        (changed("\t1\t2", "\t1\t99999999"), ReadError::TooLarge),
        (changed("\t1\t2", "\t1\t3"), ReadError::Cut),
        (changed("1.000001\t42\tTách hộ\n", ""), ReadError::Cut),
        (changed("\tbo-cong-an", "\t"), ReadError::Line(2)),
        (changed("vi=Bộ", "Bộ"), ReadError::Line(2)),
        (changed("en=Ministry", "<b>=x"), ReadError::Line(2)),
        (changed("\t0\t0", "\t0"), ReadError::Line(6)),
        (changed("\t0\t0", "\tx\t0"), ReadError::Line(6)),
        (changed("f40", "f"), ReadError::Line(7)),
        (changed("f40", "ếf"), ReadError::Line(7)),
        (changed("f40", "zz"), ReadError::Line(7)),
        (changed("f40", "f4-"), ReadError::Line(7)),
        (changed("1.004194", ""), ReadError::Line(7)),
        (changed("\tTách hộ", ""), ReadError::Line(9)),
        (changed("Tách hộ", &"x".repeat(20_000)), ReadError::Line(9)),
        ("x".repeat(search::MAX_BYTES + 1), ReadError::TooLarge),
    ] {
        let read = Index::read(&text).map(|index| index.write());
        assert_eq!(read.err(), Some(error), "{}", &text[..text.len().min(60)]);
    }
    // Places that are in no table are none.
    let index = Index::read(&changed("\t0\t0", "\t7\t8").replace("f40", "f4z")).expect("read");
    let one = &index.procedures()[0];
    assert_eq!((one.agency, one.field, one.events.len()), (None, None, 0));
}

fn text() -> impl Strategy<Value = Text> {
    let locale = prop_oneof![Just("vi"), Just("en"), Just("km")];
    proptest::collection::vec((locale, "[!-~Đđạếơ][ -~Đđạếơ]{0,11}"), 1..3).prop_map(|mut all| {
        all.dedup_by(|one, other| one.0 == other.0);
        Text::from_locales(all.iter().map(|(locale, text)| (*locale, text.as_str())))
    })
}

type Generated = (
    String,
    Text,
    (Option<u8>, Option<u8>, bool),
    Vec<usize>,
    (bool, bool, bool, bool),
);

fn contents() -> impl Strategy<Value = Contents> {
    let named = || proptest::collection::vec(("[a-z]{1,5}", text()), 0..4);
    let procedure = (
        "[0-9]\\.[0-9]{3}",
        text(),
        (any::<Option<u8>>(), any::<Option<u8>>(), any::<bool>()),
        proptest::collection::vec(0_usize..5, 0..3),
        any::<(bool, bool, bool, bool)>(),
    );
    let procedures = proptest::collection::vec(procedure, 0..8);
    (
        named(),
        proptest::collection::vec(text(), 0..4),
        named(),
        procedures,
    )
        .prop_map(|(agencies, fields, events, procedures)| {
            let named = |all: Vec<(String, Text)>| {
                let one = |(id, name)| Named { id, name };
                all.into_iter().map(one).collect()
            };
            let place = |at: Option<u8>| at.map(|at| usize::from(at % 5));
            let procedure = |(code, name, (agency, field, has_form), events, ways): Generated| {
                let (online, post, in_person, province) = ways;
                let mut levels = Levels::default();
                if province {
                    levels.insert(Level::Province);
                }
                Procedure {
                    code,
                    name,
                    agency: place(agency),
                    field: place(field),
                    levels,
                    ways: Ways {
                        online,
                        post,
                        in_person,
                    },
                    events,
                    has_form,
                }
            };
            Contents {
                agencies: named(agencies),
                fields,
                events: named(events),
                procedures: procedures.into_iter().map(procedure).collect(),
            }
        })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(contents in contents()) {
        let index = Index::new(contents);
        let written = index.write();
        let read = Index::read(&written).expect("it is our own");
        prop_assert_eq!(read.write(), written);
        let (one, other) = (index.contents(), read.contents());
        prop_assert_eq!((&one.agencies, &one.fields, &one.events), (&other.agencies, &other.fields, &other.events));
        for procedure in &one.procedures {
            prop_assert!(other.procedures.contains(procedure));
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in ".{0,200}", cut in 0_usize..300, put in "[\\t\\n@=0-9a-fvi\u{1ea5}-]{0,6}") {
        let _ = Index::read(&text);
        let mut at = cut.min(GOOD.len());
        while !GOOD.is_char_boundary(at) {
            at -= 1;
        }
        let broken = format!("{}{put}{}", &GOOD[..at], &GOOD[at..]);
        if let Ok(index) = Index::read(&broken) {
            let _ = index.search(&text, &Synonyms::default(), &Default::default());
        }
    }

    #[test]
    fn no_query_makes_it_panic(query in "\\PC{0,60}", filler in "[a-zđếư0-9. ]{0,60}") {
        let index = Index::read(GOOD).expect("it is good");
        let groups = r#"{"groups": [{"say": ["ab", "gplx"], "means": ["tạm trú", "không có"]}]}"#;
        let synonyms = Synonyms::read(groups).expect("groups");
        for text in [&query, &filler] {
            for hit in index.search(text, &synonyms, &Default::default()) {
                prop_assert!(hit.procedure < index.procedures().len());
            }
        }
    }
}
