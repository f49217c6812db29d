//! What is found, and in which order.

use procedure::Text;
use search::{Contents, Filter, Index, Level, Levels, Named, Procedure, Synonyms};

const GROUPS: &str = r#"{"groups": [
    {"say": ["bằng lái", "gplx", "driving licence"], "means": ["giấy phép lái xe"]},
    {"say": ["mất", "lost"], "means": ["cấp lại"]},
    {"say": ["ប័ណ្ណបើកបរ", "駕駛執照"], "means": ["giấy phép lái xe"]},
    {"say": ["ប្តូរ", "換"], "means": ["đổi"]},
    {"say": ["tôi", "muốn", "i", "want"], "means": ["-"]}
]}"#;

fn named(id: &str, name: &str) -> Named {
    Named {
        id: id.into(),
        name: Text::new("vi", name),
    }
}

/// Code, name, agency, field, level, event.
type Line<'a> = (&'a str, &'a str, usize, usize, Level, &'a [usize]);

fn index() -> Index {
    use Level::{Commune, Ministry, Province};
    let lines: [Line; 10] = [
        ("3.000346", "Cấp giấy phép lái xe", 0, 0, Province, &[0]),
        ("3.000347", "Đổi giấy phép lái xe", 0, 0, Province, &[0]),
        ("3.000348", "Cấp lại giấy phép lái xe", 0, 0, Province, &[0]),
        (
            "3.000351",
            "Đổi giấy phép lái xe của nước ngoài",
            0,
            0,
            Province,
            &[0],
        ),
        ("1.004194", "Đăng ký tạm trú", 0, 1, Commune, &[1]),
        (
            "1.001193",
            "Thủ tục đăng ký khai sinh (cấp xã)",
            1,
            2,
            Commune,
            &[2],
        ),
        ("1.000656", "Thủ tục đăng ký khai tử", 1, 2, Commune, &[]),
        ("1.009999", "Cho thuê hòa giải viên", 1, 2, Ministry, &[]),
        ("1.009998", "Khai thác mỏ hoa cương", 1, 3, Ministry, &[]),
        (
            "2.000001",
            "Xác nhận tình trạng hôn nhân để kết hôn ở nước ngoài",
            1,
            2,
            Commune,
            &[2],
        ),
    ];
    let procedure = |(code, name, agency, field, level, events): Line| {
        let mut levels = Levels::default();
        levels.insert(level);
        let name = match code {
            "1.004194" => Text::from_locales(
                [("vi", name), ("en", "Temporary residence registration")].into_iter(),
            ),
            _ => Text::new("vi", name),
        };
        Procedure {
            code: code.into(),
            name,
            agency: Some(agency),
            field: Some(field),
            levels,
            events: events.to_vec(),
            has_form: code == "1.004194",
            ..Procedure::default()
        }
    };
    Index::new(Contents {
        agencies: vec![named("ca", "Bộ Công an"), named("tp", "Bộ Tư pháp")],
        fields: ["Sát hạch", "Cư trú", "Hộ tịch", "Khoáng sản"]
            .map(|name| Text::new("vi", name))
            .into(),
        events: vec![
            named("driving", "Lái xe"),
            named("residence", "Cư trú"),
            named("birth", "Sinh con"),
        ],
        procedures: lines.map(procedure).into(),
    })
}

/// The last three digits of what is found.
fn found(query: &str, filter: &Filter) -> Vec<String> {
    let index = index();
    let synonyms = Synonyms::read(GROUPS).expect("groups");
    let hits = index.search(query, &synonyms, filter);
    let code = |hit: &search::Hit| index.procedures()[hit.procedure].code[5..].to_string();
    hits.iter().map(code).collect()
}

#[test]
fn the_best_is_first() {
    for (query, first) in [
        ("Đổi giấy phép lái xe", "347"),
        ("doi giay phep lai xe", "347"),
        ("đô\u{309}i giâ\u{301}y phe\u{301}p", "347"),
        ("ĐỔI GIẤY PHÉP", "347"),
        ("lái xe đổi giấy phép", "347"),
        ("doi giay phep lai xe nuoc ng", "351"),
        ("cấp giấy phép lái xe", "346"),
        // Titles with "Thủ tục" and a level, and without.
        ("đăng ký khai sinh", "193"),
        ("thủ tục đăng ký khai sinh", "193"),
        ("thủ tục đăng ký tạm trú", "194"),
        // Marks count where there are any: hòa giải, hoa cương; the tone on either vowel.
        ("hoà giải", "999"),
        ("hoa cương", "998"),
        // Codes: whole, half, without the full stop, among words.
        ("3.000348", "348"),
        ("3.00034", "346"),
        ("3000351", "351"),
        ("mã 1.000656", "656"),
        // What people say.
        ("đổi gplx", "347"),
        ("mất bằng lái", "348"),
        ("tôi muốn đổi bằng lái xe nước ngoài", "351"),
        ("lost driving licence", "348"),
        ("temporary residence", "194"),
        // Scripts without spaces between words.
        ("ប្តូរប័ណ្ណបើកបរ", "347"),
        ("我想換駕駛執照", "347"),
        // Half typed, with slips, with an input method that was off, without spaces.
        ("khai s", "193"),
        ("driving lic", "346"),
        ("khai sihn", "193"),
        ("khaii tu", "656"),
        ("ddoir giaays phesp lais xe", "347"),
        ("d9o63i gia6y1 phe1p la1i xe", "347"),
        ("dangky tamtru", "194"),
        // The field.
        ("khoáng sản", "998"),
    ] {
        let found = found(query, &Filter::default());
        assert_eq!(
            found.first().map(String::as_str),
            Some(first),
            "{query}: {found:?}"
        );
    }
}

#[test]
fn what_does_not_fit_is_not_found() {
    for query in ["hộ chiếu", "zzz", "9.999999", "xuất khẩu lao động", "東京"] {
        assert_eq!(found(query, &Filter::default()), [""; 0], "{query}");
    }
    // Enough of the query must be there.
    assert!(!found("khai sinh", &Filter::default()).contains(&"347".to_string()));
}

#[test]
fn nothing_asked_is_everything_with_forms_first() {
    for query in ["", "  ", " - ", "\u{301}"] {
        let found = found(query, &Filter::default());
        assert_eq!((found.len(), found[0].as_str()), (10, "194"), "{query:?}");
    }
}

#[test]
fn a_form_comes_before_a_name_that_fits_as_well() {
    let with = |code: &str, has_form| Procedure {
        code: code.into(),
        name: Text::new("vi", "Đăng ký xe"),
        has_form,
        ..Procedure::default()
    };
    let index = Index::new(Contents {
        procedures: vec![with("1", false), with("2", true), with("3", false)],
        ..Contents::default()
    });
    let hits = index.search("dang ky xe", &Synonyms::default(), &Filter::default());
    let order: Vec<usize> = hits.iter().map(|hit| hit.procedure).collect();
    assert_eq!(order, [1, 0, 2]);
}

#[test]
fn filters_leave_out_and_facets_count_what_they_would_find() {
    let commune = Filter {
        level: Some(Level::Commune),
        ..Filter::default()
    };
    assert_eq!(found("đăng ký", &commune), ["194", "193", "656"]);
    let birth = Filter {
        event: Some(2),
        ..Filter::default()
    };
    assert_eq!(found("đăng ký", &birth), ["193"]);
    let both = Filter {
        agency: Some(0),
        ..commune
    };
    assert_eq!(found("", &both), ["194"]);

    let index = index();
    let found = index.find("", &Synonyms::default(), &both);
    // By event and agency as if only the level were chosen, by level as if only the agency were.
    assert_eq!(found.facets.events, [0, 1, 0]);
    assert_eq!(found.facets.agencies, [1, 3]);
    assert_eq!(found.facets.levels, [0, 4, 1, 0]);
    let out = Filter {
        event: Some(99),
        ..Filter::default()
    };
    assert!(index.find("", &Synonyms::default(), &out).hits.is_empty());
}

#[test]
fn long_queries_and_names_are_searched_too() {
    let long = "giấy ".repeat(5_000);
    let index = Index::new(Contents {
        procedures: vec![Procedure {
            code: "1".into(),
            name: Text::new("vi", &format!("{long} phép")),
            ..Procedure::default()
        }],
        ..Contents::default()
    });
    for query in [long.as_str(), &"x".repeat(100_000), "phép", "giấy"] {
        let _ = index.search(
            query,
            &Synonyms::read(GROUPS).expect("groups"),
            &Filter::default(),
        );
    }
    assert_eq!(
        index
            .search("giấy", &Synonyms::default(), &Filter::default())
            .len(),
        1
    );
}
