//! The two groups of procedures that one dossier sets going together: after a birth (3.000722) and after
//! a death (2.002913).

mod common;
mod samples;

use std::sync::Arc;

use common::{day, json_of, lists, uploaded};
use procedure::{
    AdviceCode, Date, Event, FieldPath, Form, Layout, Outcome, Place, Problem, ProblemCode,
    Session, StepId, Submission,
};
use samples::{form, sample, today};
use serde_json::{Value as Json, json};

const BIRTH: &str = "3.000722";
const DEATH: &str = "2.002913";

/// New values of answers; `null` takes one away.
type Changes<'a> = &'a [(&'static str, Json)];

/// The sample answers, changed.
fn with(code: &str, changes: Changes) -> Json {
    let mut sent = sample(code);
    let map = sent.as_object_mut().expect("answers by name");
    for (name, value) in changes {
        match value {
            Json::Null => map.remove(*name),
            value => map.insert(name.to_string(), value.clone()),
        };
    }
    sent
}

/// A citizen who typed the changed sample answers on `date`.
fn on(date: &str, code: &str, changes: Changes) -> Session {
    common::session(&form(code), &with(code, changes), &uploaded, day(date))
}

fn typed(code: &str, changes: Changes) -> Session {
    on("2026-11-22", code, changes)
}

fn accept(form: &Arc<Form>, sent: &Json, date: Date) -> Result<Submission, Vec<Problem>> {
    form.accept(sent, &lists(), &uploaded, date)
}

/// What the portal says of the changed sample answers, but for those that are just not asked any more:
/// names, and the author's words where a rule does not hold.
fn refused(code: &str, changes: Changes) -> Vec<(String, String)> {
    let Err(problems) = accept(&form(code), &with(code, changes), today()) else {
        return Vec::new();
    };
    let words = |problem: &Problem| match &problem.code {
        ProblemCode::Rule(text) => text.pick(&["en"]).text.to_string(),
        other => format!("{other:?}"),
    };
    let told = problems.iter().map(|problem| {
        let pointer = problem.pointer();
        let name = pointer.strip_prefix("/answers/").unwrap_or(&pointer);
        (name.to_string(), words(problem))
    });
    told.filter(|(_, words)| words != "NotAsked").collect()
}

fn steps(session: &Session) -> String {
    let places = session.places(Layout::Steps);
    let ids: Vec<_> = places.iter().filter_map(Place::step_id).collect();
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    ids.join(" ")
}

/// The questions of a step, in order: `+` must be answered, `-` may be left out.
fn questions(session: &Session, step: &str) -> String {
    let views = session.views(&Place::step(&StepId::new(step)));
    let all = views
        .iter()
        .map(|view| format!("{}{}", view.path, if view.optional { '-' } else { '+' }));
    all.collect::<Vec<_>>().join(" ")
}

/// The options that are offered.
fn options(session: &Session, step: &str, field: &str) -> String {
    let view = session.view(&Place::step(&StepId::new(step)), &FieldPath::top(field));
    let options = view
        .and_then(|view| view.options)
        .unwrap_or_else(|| panic!("{field} is asked"));
    let values: Vec<&str> = options.iter().map(|option| option.value.as_str()).collect();
    values.join(" ")
}

/// The questions about which something is pointed out, with the beginning of it.
fn advice(session: &Session) -> Vec<(String, String)> {
    let said = session.all_advice().into_iter();
    said.map(|advice| {
        let AdviceCode::Words(text) = advice.code else {
            panic!("{}", advice.path);
        };
        let words = text.pick(&["en"]).text.to_string();
        let first = words.split('.').next().unwrap_or_default();
        (advice.path.to_string(), first.to_string())
    })
    .collect()
}

fn components(session: &Session) -> String {
    let due = session.components_due();
    let each = due.iter().map(|component| component.id.as_str());
    each.collect::<Vec<_>>().join(" ")
}

/// Working days, and the time of day from which they count from the next one.
fn time(session: &Session) -> (String, Option<(u8, u8)>) {
    let time = session.time_due().expect("a time");
    (format!("{:?}", time.length), time.cut_off)
}

fn fees(session: &Session) -> Vec<u64> {
    session
        .fees_due()
        .iter()
        .filter_map(|due| due.vnd())
        .collect()
}

fn a_mother() -> Vec<(&'static str, Json)> {
    vec![
        ("m_nat", json!("VN")),
        ("m_id", json!("001195000009")),
        ("m_name", json!("LÊ THỊ MẪU")),
        ("m_dob", json!("1995-03")),
        ("m_ethnic", json!("01")),
        ("m_dead", json!(false)),
    ]
}

/// The sample answers, as the father or the guardian gives them.
fn said_by(rel: &str, more: Changes) -> Vec<(&'static str, Json)> {
    let mut changes = a_mother();
    changes.push(("rel", json!(rel)));
    if rel == "father" {
        changes.push(("m_same", json!(true)));
        changes.push(("res_where", json!("father")));
    } else {
        changes.push(("m_addr_kind", json!("permanent")));
        changes.push(("m_addr", sample(BIRTH)["ap_addr"].clone()));
    }
    for (name, value) in more {
        changes.retain(|(have, _)| have != name);
        changes.push((*name, value.clone()));
    }
    changes
}

// The birth group

#[test]
fn the_steps_after_a_birth_by_who_asks() {
    let no_father = [("f_known", json!(false))];
    for (changes, wanted) in [
        (
            vec![],
            "start who contact you child child_more born origin father_known father father_home \
             marriage residence head insurance id_card receive documents",
        ),
        (
            no_father.to_vec(),
            "start who contact you child child_more born origin father_known \
             residence head insurance id_card receive documents",
        ),
        // The father has said who he is; the mother is asked about instead.
        (
            said_by("father", &[]),
            "start who contact you child child_more born origin mother mother_home \
             marriage residence head insurance id_card receive documents",
        ),
        (
            said_by("guardian", &[]),
            "start who contact child child_more born origin mother mother_home father_known \
             father father_home marriage residence head insurance id_card receive documents",
        ),
        // Nothing is to be asked about a head of household who is the mother herself.
        (
            vec![("head_who", json!("mother"))],
            "start who contact you child child_more born origin father_known father father_home \
             marriage residence insurance id_card receive documents",
        ),
    ] {
        assert_eq!(steps(&typed(BIRTH, &changes)), wanted, "{changes:?}");
    }
}

// [3]
#[test]
fn a_parent_is_not_asked_for_the_same_details_again() {
    let mother = typed(BIRTH, &[]);
    assert_eq!(questions(&mother, "you"), "ap_nat+ ap_ethnic+");
    assert_eq!(questions(&mother, "mother"), "");
    assert_eq!(
        questions(&mother, "father"),
        "f_nat+ f_id+ f_name+ f_dob+ f_ethnic+"
    );
    let father = typed(BIRTH, &said_by("father", &[]));
    assert_eq!(
        questions(&father, "mother"),
        "m_nat+ m_id+ m_name+ m_dob+ m_ethnic+"
    );
    assert_eq!(questions(&father, "father"), "");
    let guardian = typed(BIRTH, &said_by("guardian", &[]));
    assert_eq!(questions(&guardian, "you"), "");
}

/// Whoever has another nationality may have no Vietnamese number.
#[test]
fn a_foreign_parent_needs_no_personal_id() {
    let foreign = [("f_nat", json!("LA")), ("f_id", Json::Null)];
    assert_eq!(
        questions(&typed(BIRTH, &foreign), "father"),
        "f_nat+ f_id- f_name+ f_dob+ f_ethnic+"
    );
    assert_eq!(refused(BIRTH, &foreign), []);
    let missing = [("f_id", Json::Null)];
    assert_eq!(
        refused(BIRTH, &missing),
        [("f_id".to_string(), "Missing".to_string())]
    );
}

#[test]
fn where_parents_live_is_asked_once_and_not_of_the_dead() {
    for (changes, step, wanted) in [
        (vec![], "father_home", "f_dead+ f_same+"),
        (
            vec![("f_same", json!(false))],
            "father_home",
            "f_dead+ f_same+ f_addr_kind+",
        ),
        (
            vec![("f_same", json!(false)), ("f_addr_kind", json!("current"))],
            "father_home",
            "f_dead+ f_same+ f_addr_kind+ f_addr+",
        ),
        (
            vec![("f_same", json!(false)), ("f_addr_kind", json!("abroad"))],
            "father_home",
            "f_dead+ f_same+ f_addr_kind+ f_country+ f_abroad+",
        ),
        (vec![("f_dead", json!(true))], "father_home", "f_dead+"),
        (said_by("father", &[]), "mother_home", "m_dead+ m_same+"),
        (
            said_by("father", &[("m_same", json!(false))]),
            "mother_home",
            "m_dead+ m_same+ m_addr_kind+",
        ),
        (
            said_by("guardian", &[]),
            "mother_home",
            "m_dead+ m_addr_kind+ m_addr+",
        ),
        (
            said_by("guardian", &[("m_dead", json!(true))]),
            "mother_home",
            "m_dead+",
        ),
        // Nobody lives "where the mother lives" who has died.
        (
            said_by("guardian", &[("m_dead", json!(true))]),
            "father_home",
            "f_dead+ f_addr_kind+",
        ),
    ] {
        let session = typed(BIRTH, &changes);
        assert_eq!(questions(&session, step), wanted, "{step} {changes:?}");
    }
}

#[test]
fn what_is_offered_fits_who_there_is() {
    let none = [("f_known", json!(false))];
    let away = [
        ("f_same", json!(false)),
        ("f_addr_kind", json!("permanent")),
    ];
    for (changes, place, head, card) in [
        (
            vec![],
            "mother other",
            "mother father other",
            "mother father",
        ),
        (none.to_vec(), "mother other", "mother other", "mother"),
        (
            away.to_vec(),
            "mother father other",
            "mother father other",
            "mother father",
        ),
        (
            vec![("f_dead", json!(true))],
            "mother other",
            "mother other",
            "mother",
        ),
        (
            said_by("father", &[]),
            "father other",
            "mother father other",
            "mother father",
        ),
        (
            said_by("guardian", &[]),
            "mother you other",
            "mother father you other",
            "mother father requester",
        ),
        (
            said_by(
                "guardian",
                &[("m_dead", json!(true)), ("f_known", json!(false))],
            ),
            "you other",
            "you other",
            "requester",
        ),
        // A place that is not registered for the long term is no permanent residence.
        (
            said_by("guardian", &[("m_addr_kind", json!("temporary"))]),
            "you other",
            "mother father you other",
            "mother father requester",
        ),
    ] {
        let session = typed(BIRTH, &changes);
        let offered = |step, field| options(&session, step, field);
        assert_eq!(offered("residence", "res_where"), place, "{changes:?}");
        assert_eq!(offered("residence", "head_who"), head, "{changes:?}");
        assert_eq!(offered("insurance", "guard"), card, "{changes:?}");
    }
}

#[test]
fn the_head_of_household_is_asked_about_as_far_as_is_not_known() {
    for (changes, wanted) in [
        (vec![], "head_name+ head_id+ head_rel+ cf+"),
        // The father is known, but he has to agree.
        (vec![("head_who", json!("father"))], "cf+"),
        (vec![("head_who", json!("mother"))], ""),
        (said_by("father", &[("head_who", json!("mother"))]), "cf+"),
        (said_by("father", &[("head_who", json!("father"))]), ""),
        (
            said_by("guardian", &[("head_who", json!("you"))]),
            "head_rel+",
        ),
        (vec![("head_who", Json::Null)], ""),
    ] {
        let session = typed(BIRTH, &changes);
        assert_eq!(questions(&session, "head"), wanted, "{changes:?}");
    }
}

#[test]
fn places_in_viet_nam_and_abroad() {
    for (changes, step, wanted) in [
        (vec![], "born", "born_in+ born+"),
        (
            vec![("born_in", json!("abroad"))],
            "born",
            "born_in+ born_country+ born_abroad+",
        ),
        (
            vec![],
            "origin",
            "origin_in+ origin_province+ origin_commune+",
        ),
        (
            vec![("origin_in", json!("abroad"))],
            "origin",
            "origin_in+ origin_country+ origin_abroad+",
        ),
    ] {
        assert_eq!(questions(&typed(BIRTH, &changes), step), wanted);
    }
    let abroad = |country: &str| {
        [
            ("born_in", json!("abroad")),
            ("born", Json::Null),
            ("born_country", json!(country)),
            ("born_abroad", json!("Bệnh viện Mẫu, Viêng Chăn")),
        ]
    };
    assert_eq!(refused(BIRTH, &abroad("LA")), []);
    let told = refused(BIRTH, &abroad("VN"));
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].0, "born_country");
    assert!(told[0].1.starts_with("This is for an address abroad."));
}

#[test]
fn a_child_of_six_or_more_is_registered_elsewhere() {
    let start = Place::step(&StepId::new("start"));
    for (dob, is_out) in [("2020-11-22", true), ("2020-11-23", false)] {
        let changes = [("dob", json!(dob))];
        let mut session = typed(BIRTH, &changes);
        // Not while somebody is still typing.
        assert_eq!(session.elsewhere(), None);
        let mut next = session.go_on(&start, Layout::Steps, false, today());
        if let Outcome::Advised(_) = next {
            assert!(!is_out, "{dob}: nothing about late registration");
            next = session.go_on(&start, Layout::Steps, false, today());
        }
        let wanted = match is_out {
            true => Place::Elsewhere(0),
            false => Place::step(&StepId::new("who")),
        };
        assert_eq!(next, Outcome::Next(wanted), "{dob}");
        let told = refused(BIRTH, &changes);
        assert_eq!(!told.is_empty(), is_out, "{dob}: {told:?}");
        assert!(told.iter().all(|(name, _)| name == "dob"), "{told:?}");
    }
    let definition = &form(BIRTH).definition;
    assert_eq!(
        definition.elsewhere[0].procedure.as_deref(),
        Some("1.001193")
    );
    // On the sixth birthday it is too late.
    assert!(accept(&form(BIRTH), &sample(BIRTH), day("2032-10-26")).is_ok());
    assert!(accept(&form(BIRTH), &sample(BIRTH), day("2032-10-27")).is_err());
}

#[test]
fn late_registration_of_a_birth_is_pointed_out_and_keeps_nobody() {
    for (dob, is_told) in [
        ("2026-11-22", false),
        ("2026-09-23", false),
        ("2026-09-22", true),
        ("2021-01-15", true),
        ("2020-11-22", false),
    ] {
        let changes = [("dob", json!(dob))];
        let wanted = match is_told {
            true => vec![(
                "dob".to_string(),
                "By this date the child was born more than 60 days ago".to_string(),
            )],
            false => vec![],
        };
        assert_eq!(advice(&typed(BIRTH, &changes)), wanted, "{dob}");
    }
    assert_eq!(refused(BIRTH, &[("dob", json!("2026-09-21"))]), []);
}

#[test]
fn papers_after_a_birth_by_answers() {
    let optional = "f_home- f_surrogate-";
    for (changes, wanted) in [
        (vec![], format!("f_birth+ f_ct01+ {optional}")),
        (
            vec![("notice", json!("data"))],
            format!("f_ct01+ {optional}"),
        ),
        (
            vec![("notice", json!("none"))],
            format!("f_witness+ f_ct01+ {optional}"),
        ),
        (vec![("cf", json!("vneid"))], format!("f_birth+ {optional}")),
        (
            vec![("head_who", json!("mother"))],
            format!("f_birth+ {optional}"),
        ),
        (
            said_by("guardian", &[]),
            format!("f_birth+ f_auth+ f_ct01+ {optional}"),
        ),
    ] {
        let session = typed(BIRTH, &changes);
        assert_eq!(questions(&session, "documents"), wanted, "{changes:?}");
    }
    for (notice, wanted) in [
        ("data", "notice+ notice_no+ dob+"),
        ("paper", "notice+ notice_no+ dob+"),
        ("none", "notice+ dob+"),
    ] {
        let session = typed(BIRTH, &[("notice", json!(notice))]);
        assert_eq!(questions(&session, "start"), wanted);
    }
}

#[test]
fn a_birth_costs_nothing_and_the_identity_card_is_a_part_only_where_it_is_asked_for() {
    for (want, parts, days) in [
        (true, "birth residence insurance id_card", 5),
        (false, "birth residence insurance", 3),
    ] {
        let session = typed(BIRTH, &[("want_id", json!(want))]);
        assert_eq!(components(&session), parts);
        assert_eq!(
            time(&session),
            (format!("WorkingDays({days})"), Some((15, 0)))
        );
        assert_eq!(fees(&session), [0]);
    }
}

#[test]
fn two_people_do_not_have_the_same_number() {
    let yours = json!("001195000001");
    for (name, value) in [("f_id", &yours), ("head_id", &yours)] {
        let told = refused(BIRTH, &[(name, value.clone())]);
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(told[0].0, name);
    }
    let same = said_by("guardian", &[("m_id", json!("079093000002"))]);
    let told = refused(BIRTH, &same);
    assert!(told.iter().any(|(name, words)| name == "f_id"
        && words.starts_with("The father and the mother have the same ID number")));
}

#[test]
fn a_parent_was_born_before_the_child() {
    for (dob, is_told) in [("2026-10-26", false), ("2026-10-27", true), ("1993", false)] {
        let told = refused(BIRTH, &[("f_dob", json!(dob))]);
        assert_eq!(!told.is_empty(), is_told, "{dob}: {told:?}");
        assert!(told.iter().all(|(name, _)| name == "f_dob"));
    }
}

// Both

/// A register only helps: what it fills can be typed as well.
#[test]
fn registers_and_what_they_fill() {
    for (code, field, register, fills) in [
        (
            BIRTH,
            "notice_no",
            "birth-notices",
            "dob:dob c_sex:sex m_id:mother_id",
        ),
        (
            BIRTH,
            "m_id",
            "people",
            "m_name:name m_dob:dob m_ethnic:ethnic m_addr:residence",
        ),
        (
            BIRTH,
            "f_id",
            "people",
            "f_name:name f_dob:dob f_ethnic:ethnic f_addr:residence",
        ),
        (
            DEATH,
            "d_id",
            "people",
            "d_name:name d_dob:dob d_sex:sex d_ethnic:ethnic d_nat:nationality d_last:residence",
        ),
    ] {
        let form = form(code);
        let asked = form.field(&FieldPath::top(field)).expect("a field");
        let lookup = asked.definition.lookup.as_ref().expect("a register");
        let mut found: Vec<String> = lookup
            .fills
            .iter()
            .map(|(filled, datum)| format!("{filled}:{datum}"))
            .collect();
        let mut wanted: Vec<&str> = fills.split(' ').collect();
        found.sort();
        wanted.sort_unstable();
        assert_eq!(lookup.register, register);
        assert_eq!(found, wanted, "{code} {field}");
    }
}

#[test]
fn where_the_result_goes_is_asked_only_of_those_who_want_it_by_post() {
    for (code, how, same, wanted) in [
        (BIRTH, "counter", true, "copies+ dl_how+"),
        (BIRTH, "electronic", true, "copies+ dl_how+"),
        (
            BIRTH,
            "post",
            true,
            "copies+ dl_how+ dl_same+ dl_name+ dl_tel+ dl_when-",
        ),
        (
            DEATH,
            "post",
            false,
            "copies+ dl_how+ dl_same+ dl_addr+ dl_name+ dl_tel+ dl_when-",
        ),
        (DEATH, "counter", false, "copies+ dl_how+"),
    ] {
        let session = typed(code, &[("dl_how", json!(how)), ("dl_same", json!(same))]);
        assert_eq!(questions(&session, "receive"), wanted, "{code} {how}");
    }
}

#[test]
fn an_account_of_level_2_is_needed_and_the_page_says_why() {
    for code in [BIRTH, DEATH] {
        let form = form(code);
        let account = form.definition.account.as_ref().expect("an account");
        assert_eq!(account.level, 2);
        assert!(!account.why.is_empty());
    }
}

// The death group

#[test]
fn the_steps_after_a_death_by_answers() {
    for (changes, wanted) in [
        (
            vec![],
            "start who contact deceased deceased_more last death place notice benefit_want \
             benefit benefit_pay receive documents",
        ),
        (
            vec![("want_benefit", json!(false))],
            "start who contact deceased deceased_more last death place notice benefit_want \
             receive documents",
        ),
        // Another paper helps only where the number is missing.
        (
            vec![("d_id", Json::Null)],
            "start who contact deceased deceased_more deceased_paper last death place notice \
             benefit_want benefit benefit_pay receive documents",
        ),
    ] {
        assert_eq!(steps(&typed(DEATH, &changes)), wanted, "{changes:?}");
    }
}

#[test]
fn the_first_page_says_that_it_can_be_left_and_done_by_someone_else() {
    let form = form(DEATH);
    let body = form.steps[0].body.clone();
    for (locale, said) in [
        (
            "vi",
            [
                "dừng bất cứ lúc nào",
                "được lưu",
                "Người khác cũng có thể làm thay",
            ],
        ),
        (
            "en",
            [
                "stop at any time",
                "are saved",
                "Someone else can also do this",
            ],
        ),
    ] {
        let text = body.pick(&[locale]).text.to_string();
        assert!(said.iter().all(|part| text.contains(part)), "{text}");
    }
}

/// "Người đã mất", "ngày mất": nothing that hurts, and nothing cheerful.
#[test]
fn the_death_group_speaks_gently() {
    let mut texts = Vec::new();
    collect(
        &json_of(&format!("fixtures/procedures/{DEATH}.json")),
        &mut texts,
    );
    assert!(texts.len() > 200);
    for text in texts {
        let small = text.to_lowercase();
        for word in [
            "chết",
            "tử vong",
            "deceased",
            "chúc mừng",
            "success",
            "congrat",
        ] {
            assert!(!small.contains(word), "{word}: {text}");
        }
    }
}

fn collect(json: &Json, found: &mut Vec<String>) {
    match json {
        Json::Object(map) => {
            for (key, json) in map {
                match json {
                    Json::String(text) if ["vi", "en"].contains(&key.as_str()) => {
                        found.push(text.clone());
                    }
                    json => collect(json, found),
                }
            }
        }
        Json::Array(items) => items.iter().for_each(|json| collect(json, found)),
        _ => {}
    }
}

#[test]
fn nobody_is_asked_for_the_phone_of_the_person_who_died() {
    let form = json_of(&format!("fixtures/procedures/{DEATH}.json"));
    let steps = form["steps"].as_array().expect("steps");
    let fields = steps.iter().filter_map(|step| step["fields"].as_array());
    let phones: Vec<&str> = fields
        .flatten()
        .filter(|field| field["format"] == "phone")
        .filter_map(|field| field["id"].as_str())
        .collect();
    assert_eq!(phones, ["ap_tel", "dl_tel"]);
}

#[test]
fn after_a_death_only_what_is_known_must_be_said() {
    let session = typed(DEATH, &[]);
    assert_eq!(
        questions(&session, "deceased"),
        "d_id- d_name+ d_dob+ d_sex+"
    );
    assert_eq!(questions(&session, "death"), "dd+ dh- dm-");
    let midnight = typed(DEATH, &[("dh", json!(0))]);
    assert_eq!(questions(&midnight, "death"), "dd+ dh- dm-");
    let unknown = typed(DEATH, &[("dh", Json::Null)]);
    assert_eq!(questions(&unknown, "death"), "dd+ dh-");
    let no_number = typed(DEATH, &[("d_id", Json::Null)]);
    assert_eq!(questions(&no_number, "deceased_paper"), "d_doc-");
    let year = [
        ("dd", json!("1998")),
        ("d_dob", json!("1945")),
        ("gbt_kind", json!("none")),
        ("gbt_no", Json::Null),
        ("gbt_date", Json::Null),
        ("gbt_by", Json::Null),
        ("f_gbt", Json::Null),
        ("f_evid", sample(DEATH)["f_gbt"].clone()),
    ];
    assert_eq!(refused(DEATH, &year), []);
}

#[test]
fn the_last_residence_and_the_place_of_death() {
    for (changes, step, wanted) in [
        (vec![], "last", "d_last_in+ d_last_kind+ d_last+"),
        (
            vec![("d_last_in", json!("abroad"))],
            "last",
            "d_last_in+ d_last_country+ d_last_abroad+",
        ),
        (vec![("d_last_in", json!("unknown"))], "last", "d_last_in+"),
        (vec![], "place", "place_in+ place+ cause+"),
        (
            vec![("place_in", json!("last"))],
            "place",
            "place_in+ cause+",
        ),
        (
            vec![("place_in", json!("abroad"))],
            "place",
            "place_in+ place_country+ place_abroad+ cause+",
        ),
    ] {
        let session = typed(DEATH, &changes);
        assert_eq!(questions(&session, step), wanted, "{changes:?}");
    }
    for (last, wanted) in [
        ("vn", "last vn abroad"),
        ("abroad", "vn abroad"),
        ("unknown", "vn abroad"),
    ] {
        let session = typed(DEATH, &[("d_last_in", json!(last))]);
        assert_eq!(options(&session, "place", "place_in"), wanted);
    }
}

/// It is free within 15 days; nobody knows what it costs later. Of a month or a year the first day counts,
/// so it says "may".
#[test]
fn a_late_registration_of_a_death_is_pointed_out_and_has_no_known_fee() {
    let late = "By this date more than 15 days may have passed";
    for (dd, is_late) in [
        ("2026-11-22", false),
        ("2026-11-07", false),
        ("2026-11-06", true),
        ("2026-11", true),
        ("2026-10", true),
        ("2019", true),
    ] {
        let changes = [("dd", json!(dd))];
        let session = typed(DEATH, &changes);
        let wanted = match is_late {
            true => vec![("dd".to_string(), late.to_string())],
            false => vec![],
        };
        assert_eq!(advice(&session), wanted, "{dd}");
        // It is free, or nobody knows what it costs: never silence.
        assert_eq!(fees(&session).is_empty(), is_late, "{dd}");
        assert_eq!(session.fees_due().len(), 1, "{dd}");
        assert!(fees(&session).iter().all(|vnd| *vnd == 0));
        let told = refused(DEATH, &changes);
        let told: Vec<_> = told.iter().filter(|(name, _)| name == "dd").collect();
        assert!(told.is_empty(), "{dd}: {told:?}");
    }
    // The kind of registration follows from the day; nobody has to name it.
    assert!(form(DEATH).field(&FieldPath::top("kind")).is_none());
    let form = form(DEATH);
    let free = &form.definition.fees[0];
    assert!(free.label.pick(&["en"]).text.contains("within 15 days"));
    assert!(free.note.pick(&["en"]).text.contains("not known"));
    // The same answers later.
    assert_eq!(fees(&on("2026-12-02", DEATH, &[])), [0]);
    assert!(fees(&on("2026-12-03", DEATH, &[])).is_empty());
}

#[test]
fn days_after_a_death_fit_each_other() {
    let before =
        "The date of death must be after the date of birth that was entered. Check both dates.";
    let notice = "The notice must be issued on the day of the death or later. Check both dates.";
    for (changes, wanted) in [
        (vec![("dd", json!("2026-11-18"))], vec![]),
        (
            vec![("dd", json!("2026-11-19"))],
            vec![("gbt_date", notice)],
        ),
        (vec![("dd", json!("2026-11"))], vec![]),
        (vec![("dd", json!("2026"))], vec![]),
        (
            vec![("dd", json!("2026-11-23"))],
            vec![("dd", "DateInFuture"), ("gbt_date", notice)],
        ),
        (vec![("d_dob", json!("2026-11-18"))], vec![("dd", before)]),
        // Of a child who died in the year of its birth, only the year may be known.
        (
            vec![("d_dob", json!("2026-03-27")), ("dd", json!("2026"))],
            vec![],
        ),
        (
            vec![("d_dob", json!("2026-11-17")), ("dd", json!("2026-11-17"))],
            vec![],
        ),
        (
            vec![("gbt_date", json!("2026-11-23"))],
            vec![("gbt_date", "DateInFuture")],
        ),
    ] {
        let told = refused(DEATH, &changes);
        let told: Vec<(&str, &str)> = told.iter().map(|(n, w)| (&**n, &**w)).collect();
        assert_eq!(told, wanted, "{changes:?}");
    }
}

#[test]
fn papers_after_a_death_by_answers() {
    for (changes, wanted) in [
        (vec![], "f_gbt+"),
        (vec![("gbt_kind", json!("substitute"))], "f_gbt+"),
        (vec![("gbt_kind", json!("none"))], "f_evid+"),
        (vec![("dd", json!("2025-11-22"))], "f_gbt+"),
        // After more than a year further papers may help.
        (vec![("dd", json!("2025-11-21"))], "f_gbt+ f_evid-"),
        (vec![("d_last_in", json!("unknown"))], "f_gbt+ f_place+"),
        (vec![("rel", json!("spouse"))], "f_gbt+"),
        (vec![("rel", json!("parent"))], "f_gbt+"),
        (vec![("rel", json!("relative"))], "f_gbt+ f_auth-"),
        (vec![("rel", json!("institution"))], "f_gbt+ f_auth+"),
        (vec![("rel", json!("other"))], "f_gbt+ f_auth+"),
    ] {
        let session = typed(DEATH, &changes);
        assert_eq!(questions(&session, "documents"), wanted, "{changes:?}");
    }
    let none = typed(DEATH, &[("gbt_kind", json!("none"))]);
    assert_eq!(questions(&none, "notice"), "gbt_kind+");
}

#[test]
fn the_benefit_is_a_part_only_where_it_is_asked_for() {
    for (want, parts, days) in [
        (true, "death residence benefit", 8),
        (false, "death residence", 5),
    ] {
        let session = typed(DEATH, &[("want_benefit", json!(want))]);
        assert_eq!(components(&session), parts);
        assert_eq!(
            time(&session),
            (format!("WorkingDays({days})"), Some((15, 0)))
        );
    }
    for (changes, step, wanted) in [
        (vec![], "benefit", "b_kind+ b_bhxh- b_self+ b_name+ b_id+"),
        (
            vec![("b_self", json!(true)), ("b_kind", json!("unsure"))],
            "benefit",
            "b_kind+ b_self+",
        ),
        (vec![], "benefit_pay", "b_pay+ b_account+ b_holder+ b_bank+"),
        (vec![("b_pay", json!("cash"))], "benefit_pay", "b_pay+"),
        (vec![("b_pay", json!("post"))], "benefit_pay", "b_pay+"),
    ] {
        let session = typed(DEATH, &changes);
        assert_eq!(questions(&session, step), wanted, "{changes:?}");
    }
    for (name, value, is_told) in [
        ("b_bhxh", json!("012345678"), true),
        ("b_bhxh", Json::Null, false),
        ("b_account", json!("12345"), true),
        ("b_id", sample(DEATH)["ap_id"].clone(), true),
        ("b_id", sample(DEATH)["d_id"].clone(), true),
        ("d_id", sample(DEATH)["ap_id"].clone(), true),
    ] {
        let told = refused(DEATH, &[(name, value)]);
        assert_eq!(told.iter().any(|(at, _)| at == name), is_told, "{told:?}");
    }
}

/// What was said about a benefit stays on the device when the family decides against it for now.
#[test]
fn a_benefit_that_is_not_wanted_now_is_not_sent() {
    let mut session = typed(DEATH, &[]);
    let no = procedure::Answer::text("no");
    session.apply(Event::Answered(FieldPath::top("want_benefit"), no), today());
    let sent = session.submission().expect("complete without it");
    for name in ["b_kind", "b_bhxh", "b_name", "b_account"] {
        assert_eq!(sent.answers().get(name), None);
        assert!(session.answers().get(name).is_some(), "{name} is kept");
    }
}
