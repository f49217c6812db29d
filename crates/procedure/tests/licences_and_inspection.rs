//! Driving licences (exchange, the partial way, the international permit) and the inspection of vehicles:
//! what is special in each, as a table.

mod common;
mod samples;

use std::sync::Arc;

use common::{day, lists, uploaded};
use procedure::definition::Level;
use procedure::{
    AdviceCode, Answer, Date, Event, FieldPath, Form, Layout, Outcome, Place, ProblemCode, Session,
    StepId,
};
use samples::{form, sample, today};
use serde_json::{Value as Json, json};

const EXCHANGE: &str = "3.000347";
const PARTIAL: &str = "3.000347-MP";
const PERMIT: &str = "3.000353";
const INSPECTION: &str = "1.005103";

/// New answers by field; `null` takes one away.
type Changes<'a> = &'a [(&'a str, Json)];

/// The sample answers, changed.
fn with(code: &str, changes: Changes) -> Json {
    let mut sent = sample(code);
    let answers = sent.as_object_mut().expect("answers by field");
    for (field, value) in changes {
        match value {
            Json::Null => answers.remove(*field),
            value => answers.insert(field.to_string(), value.clone()),
        };
    }
    sent
}

fn session_on(code: &str, changes: Changes, date: &str) -> Session {
    let form: Arc<Form> = form(code);
    common::session(&form, &with(code, changes), &uploaded, day(date))
}

fn session(code: &str, changes: Changes) -> Session {
    session_on(code, changes, "2026-11-22")
}

fn step(id: &str) -> Place {
    Place::step(&StepId::new(id))
}

/// What is asked in a step, in order: `+` required, `-` optional. Nothing where the step is left out.
fn asked(session: &Session, id: &str) -> String {
    let place = step(id);
    if !session.places(Layout::Steps).contains(&place) {
        return String::new();
    }
    let views = session.views(&place);
    let names = views
        .iter()
        .map(|v| format!("{}{}", v.path, if v.optional { '-' } else { '+' }));
    names.collect::<Vec<_>>().join(" ")
}

fn steps(session: &Session) -> Vec<String> {
    let places = session.places(Layout::Steps);
    let ids = places.iter().filter_map(Place::step_id);
    ids.map(ToString::to_string).collect()
}

/// The way out that opens when the citizen goes on from a step, with the procedure that it leads to.
fn way_out(session: &mut Session, from: &str) -> Option<(String, Option<String>)> {
    let go_on = |session: &mut Session| session.go_on(&step(from), Layout::Steps, false, today());
    let mut outcome = go_on(session);
    if matches!(outcome, Outcome::Advised(_)) {
        outcome = go_on(session);
    }
    let Outcome::Next(Place::Elsewhere(n)) = outcome else {
        return None;
    };
    let way = session.way_out(n).expect("what the author wrote");
    Some((way.id.clone(), way.procedure.clone()))
}

/// What is wrong at the portal: pointers, and the author's words where a rule does not hold.
fn refused(code: &str, changes: Changes) -> Vec<(String, String)> {
    let sent = with(code, changes);
    let result = form(code).accept(&sent, &lists(), &uploaded, today());
    let problems = result.err().unwrap_or_default();
    let words = |code: &ProblemCode| match code {
        ProblemCode::Rule(text) | ProblemCode::Pattern(Some(text)) => {
            text.pick(&["en"]).text.to_string()
        }
        other => format!("{other:?}"),
    };
    let told = problems.iter().map(|p| (p.pointer(), words(&p.code)));
    told.collect()
}

/// The fees that are due: for what, and how much; `None` is not known.
fn due(session: &Session) -> Vec<(String, Option<u64>)> {
    let due = session.fees_due();
    due.iter()
        .map(|due| (due.fee.part.clone(), due.vnd()))
        .collect()
}

/// The fields that something is pointed out about, and the beginning of it.
fn advice(session: &Session) -> Vec<(String, String)> {
    let words = |code: &AdviceCode| match code {
        AdviceCode::Words(text) => text.pick(&["en"]).text.to_string(),
        AdviceCode::Email(meant) => meant.clone(),
        AdviceCode::Gaps(gaps) => format!("{gaps:?}"),
    };
    let all = session.all_advice();
    all.iter()
        .map(|a| (a.path.to_string(), words(&a.code)))
        .collect()
}

#[test]
fn whoever_has_signed_in_is_not_asked_for_what_the_portal_knows() {
    for code in [EXCHANGE, PARTIAL, PERMIT, INSPECTION] {
        let form = form(code);
        for (field, from, locked) in [
            ("ap_name", "person.name", true),
            ("ap_dob", "person.dob", true),
            ("ap_sex", "person.sex", true),
            ("ap_id", "person.id", true),
            ("ap_addr", "person.permanent", false),
            ("ap_tel", "account.phone", false),
            ("ap_mail", "account.email", false),
        ] {
            let field = form.field(&FieldPath::top(field)).expect("a field");
            let prefill = field.definition.prefill.as_ref().expect("a datum");
            assert_eq!(
                (prefill.from.as_str(), prefill.locked),
                (from, locked),
                "{code}"
            );
        }
        // The exchange takes guests; the others want to know whom to answer.
        let account = form.definition.account.as_ref();
        let level = account.map(|account| account.level);
        assert_eq!(level, (code != "3.000347").then_some(1), "{code}");
        assert!(
            account.is_none_or(|account| !account.why.is_empty()),
            "{code}"
        );
    }
}

#[test]
fn a_licence_number_is_looked_up_and_fills_what_is_asked_there() {
    for (code, fills) in [
        (EXCHANGE, "gplx_class gplx_issued gplx_expiry gplx_by"),
        (PERMIT, "gplx_class gplx_issued gplx_expiry gplx_by"),
        (PARTIAL, "gplx_class gplx_issued"),
    ] {
        let form = form(code);
        let number = form.field(&FieldPath::top("gplx_no")).expect("a field");
        let lookup = number.definition.lookup.as_ref().expect("a register");
        assert_eq!(lookup.register, "licences", "{code}");
        let mut filled: Vec<_> = lookup.fills.iter().map(|(f, _)| f.to_string()).collect();
        let mut wanted: Vec<_> = fills.split(' ').map(str::to_string).collect();
        filled.sort();
        wanted.sort();
        assert_eq!(filled, wanted, "{code}");
    }
    // The register names classes as the exchange does.
    let classes = |code: &str| -> Vec<String> {
        let session = session(code, &[]);
        let view = session.view(&step("licence"), &FieldPath::top("gplx_class"));
        let options = view.and_then(|view| view.options).expect("options");
        options.into_iter().map(|option| option.value).collect()
    };
    assert_eq!(classes(EXCHANGE), classes(PERMIT));
    assert_eq!(classes(EXCHANGE), classes(PARTIAL));
}

#[test]
fn the_helper_is_named_only_where_somebody_helps() {
    for code in [EXCHANGE, PARTIAL, PERMIT, INSPECTION] {
        for (assist, wanted) in [
            (Json::Null, "ap_addr+ ap_tel+ ap_mail- ap_assist-"),
            (json!(false), "ap_addr+ ap_tel+ ap_mail- ap_assist-"),
            (
                json!(true),
                "ap_addr+ ap_tel+ ap_mail- ap_assist- ap_helper+",
            ),
        ] {
            let session = session(code, &[("ap_assist", assist.clone())]);
            assert_eq!(asked(&session, "contact"), wanted, "{code} {assist}");
        }
    }
}

#[test]
fn the_address_is_asked_again_only_where_it_is_another_one() {
    let post = "dl_how+ dl_same+ dl_name+ dl_tel+ dl_when-";
    let elsewhere = "dl_how+ dl_same+ dl_addr+ dl_name+ dl_tel+ dl_when-";
    for (code, how, same, wanted) in [
        (EXCHANGE, "counter", Json::Null, "dl_how+"),
        (EXCHANGE, "post", json!(true), post),
        (EXCHANGE, "post", json!(false), elsewhere),
        (EXCHANGE, "post", Json::Null, post),
        (PARTIAL, "counter", Json::Null, "dl_how+"),
        (PARTIAL, "post", json!(false), elsewhere),
        (PERMIT, "counter", Json::Null, "dl_how+"),
        (PERMIT, "post", json!(false), elsewhere),
        (INSPECTION, "counter", Json::Null, "dl_how+"),
        (INSPECTION, "electronic", Json::Null, "dl_how+"),
    ] {
        let session = session(code, &[("dl_how", json!(how)), ("dl_same", same.clone())]);
        assert_eq!(asked(&session, "receive"), wanted, "{code} {how} {same}");
    }
}

#[test]
fn what_nobody_can_send_is_refused_as_a_way_of_getting_the_result() {
    for (code, how) in [
        (EXCHANGE, "electronic"),
        (PARTIAL, "electronic"),
        (PERMIT, "electronic"),
        (INSPECTION, "post"),
    ] {
        let found = refused(code, &[("dl_how", json!(how))]);
        let at_how = (
            "/answers/dl_how".to_string(),
            format!("{:?}", ProblemCode::NotAnOption),
        );
        assert!(found.contains(&at_how), "{code}: {found:?}");
    }
}

/// One fee is due on each day, and the question about it is asked only while the answer changes it.
#[test]
fn the_fee_of_an_exchange_by_day_and_answer() {
    let licence = |vnd: u64| vec![("licence".to_string(), Some(vnd))];
    for (date, who, class, is_asked, wanted) in [
        ("2026-08-14", "citizen", "relief", false, 135_000),
        ("2026-08-15", "citizen", "standard", true, 135_000),
        ("2026-08-15", "citizen", "relief", true, 0),
        ("2026-11-22", "overseas", "relief", true, 0),
        // The relief is for citizens.
        ("2026-11-22", "foreigner", "relief", false, 135_000),
        ("2027-02-28", "citizen", "relief", true, 0),
        ("2027-03-01", "citizen", "relief", false, 135_000),
        ("2027-03-01", "citizen", "standard", false, 135_000),
    ] {
        let changes = [
            ("nationality_kind", json!(who)),
            ("fee_class", json!(class)),
        ];
        let session = session_on(EXCHANGE, &changes, date);
        let question = if is_asked { "fee_class+" } else { "" };
        assert_eq!(asked(&session, "fee"), question, "{date} {who}");
        assert_eq!(due(&session), licence(wanted), "{date} {who} {class}");
    }
    // Before anybody has said anything: the standard fee.
    let empty = session(EXCHANGE, &[("fee_class", Json::Null)]);
    assert_eq!(due(&empty), licence(135_000));
}

#[test]
fn the_fee_class_must_be_chosen_while_it_is_asked() {
    let missing = ("/answers/fee_class".to_string(), "Missing".to_string());
    assert_eq!(refused(EXCHANGE, &[("fee_class", Json::Null)]), [missing]);
    let after = form(EXCHANGE).accept(
        &with(EXCHANGE, &[("fee_class", Json::Null)]),
        &lists(),
        &uploaded,
        day("2027-03-01"),
    );
    assert!(after.is_ok(), "{after:?}");
}

#[test]
fn an_expired_licence_is_pointed_out_and_can_still_be_exchanged() {
    let told = "By this date the licence has expired. If the date is right, you may have to take a \
        test again.";
    for (expiry, wanted) in [
        (json!("2026-11-21"), Some(told)),
        (json!("2026-11-22"), None),
        (json!("2027-05-15"), None),
        (Json::Null, None),
    ] {
        let mut session = session(EXCHANGE, &[("gplx_expiry", expiry.clone())]);
        let wanted: Vec<_> = wanted
            .into_iter()
            .map(|words| ("gplx_expiry".to_string(), words.to_string()))
            .collect();
        assert_eq!(advice(&session), wanted, "{expiry}");
        assert!(session.submission().is_ok(), "{expiry}");
        let go_on =
            |session: &mut Session| session.go_on(&step("licence"), Layout::Steps, false, today());
        let outcome = go_on(&mut session);
        assert_eq!(
            matches!(outcome, Outcome::Advised(_)),
            !wanted.is_empty(),
            "{expiry}"
        );
        // Once: the page about it comes next.
        let next = if wanted.is_empty() {
            outcome
        } else {
            go_on(&mut session)
        };
        let place = step(if wanted.is_empty() {
            "exchange"
        } else {
            "expired"
        });
        assert_eq!(next, Outcome::Next(place), "{expiry}");
    }
}

#[test]
fn an_international_permit_needs_a_vietnamese_plastic_card_that_is_valid() {
    for (from, changes, wanted) in [
        ("permit", &[][..], None),
        (
            "permit",
            &[("permit_source", json!("abroad"))],
            Some(("foreign_licence", None)),
        ),
        (
            "permit",
            &[("permit_source", json!("vn_paper"))],
            Some(("paper_licence", Some(EXCHANGE))),
        ),
        (
            "licence",
            &[("gplx_expiry", json!("2026-11-21"))],
            Some(("expired_licence", Some(EXCHANGE))),
        ),
        // The last day, and a licence without an end.
        ("licence", &[("gplx_expiry", json!("2026-11-22"))], None),
        ("licence", &[("gplx_expiry", Json::Null)], None),
    ] {
        let mut session = session(PERMIT, changes);
        let wanted = wanted.map(|(id, code)| (id.to_string(), code.map(str::to_string)));
        assert_eq!(way_out(&mut session, from), wanted, "{changes:?}");
        let found = refused(PERMIT, changes);
        assert_eq!(found.is_empty(), wanted.is_none(), "{changes:?} {found:?}");
    }
}

#[test]
fn foreigners_show_the_card_that_lets_them_live_here() {
    for (nationality, who, passport, papers) in [
        (
            "VN",
            "nat+ ap_name+ ap_dob+ ap_sex+ ap_id+",
            "name_latin+ pp_no+ pp_issue+ pp_exp+",
            "f_photo+ f_gplx_front+ f_gplx_back+ f_pp+",
        ),
        (
            "FR",
            "nat+ ap_name+ ap_dob+ ap_sex+",
            "name_latin+ pp_no+ pp_issue+ pp_exp+ rc_no+",
            "f_photo+ f_gplx_front+ f_gplx_back+ f_pp+ f_rc+",
        ),
        // Not answered yet: nobody is taken for a foreigner.
        (
            "",
            "nat+ ap_name+ ap_dob+ ap_sex+",
            "name_latin+ pp_no+ pp_issue+ pp_exp+",
            "f_photo+ f_gplx_front+ f_gplx_back+ f_pp+",
        ),
    ] {
        let nat = match nationality {
            "" => Json::Null,
            code => json!(code),
        };
        let session = session(PERMIT, &[("nat", nat)]);
        assert_eq!(asked(&session, "who"), who, "{nationality}");
        assert_eq!(asked(&session, "passport"), passport, "{nationality}");
        assert_eq!(asked(&session, "documents"), papers, "{nationality}");
    }
}

#[test]
fn what_an_international_permit_does_not_take() {
    let letters =
        "Enter only letters without marks and spaces, for example NGUYEN VAN MAU".to_string();
    type Told = Option<(&'static str, String)>;
    let cases: [(&str, Json, Told); 9] = [
        ("name_latin", json!("NGUYEN VAN MAU"), None),
        ("name_latin", json!("nguyen van mau"), None),
        ("name_latin", json!("Y MAU"), None),
        (
            "name_latin",
            json!("NGUYỄN VĂN MẪU"),
            Some(("/answers/name_latin", letters)),
        ),
        ("pp_exp", json!("2026-11-22"), None),
        (
            "pp_exp",
            json!("2026-11-21"),
            Some(("/answers/pp_exp", "DateInPast".into())),
        ),
        (
            "pp_issue",
            json!("2026-11-23"),
            Some(("/answers/pp_issue", "DateInFuture".into())),
        ),
        (
            "gplx_expiry",
            json!("2025-03-14"),
            Some((
                "/answers/gplx_expiry",
                "This date must be after the date of issue. Check both dates.".into(),
            )),
        ),
        // Where it is used is not asked of anybody who does not know.
        ("countries", Json::Null, None),
    ];
    for (field, value, wanted) in cases {
        let found = refused(PERMIT, &[(field, value.clone())]);
        let first = found.first().map(|(at, words)| (&**at, words.clone()));
        assert_eq!(first, wanted, "{field} {value}");
    }
}

#[test]
fn an_international_permit_has_no_relief_and_takes_five_working_days() {
    for date in ["2026-08-14", "2026-08-15", "2027-02-28", "2027-03-01"] {
        let session = session_on(PERMIT, &[], date);
        assert_eq!(
            due(&session),
            [("permit".to_string(), Some(135_000))],
            "{date}"
        );
        assert!(session.time_due().is_some(), "{date}");
    }
    // The fee circular holds from 1 January 2026.
    assert_eq!(due(&session_on(PERMIT, &[], "2025-12-31")), []);
}

#[test]
fn other_licences_have_procedures_of_their_own() {
    for (kind, wanted) in [
        ("vn", None),
        ("lost", Some(("lost_licence", "3.000348"))),
        ("military", Some(("military_licence", "3.000349"))),
        ("police", Some(("police_licence", "3.000350"))),
        ("foreign", Some(("foreign_licence", "3.000351"))),
    ] {
        let mut session = session(PARTIAL, &[("licence_kind", json!(kind))]);
        let wanted = wanted.map(|(id, code)| (id.to_string(), Some(code.to_string())));
        assert_eq!(way_out(&mut session, "which"), wanted, "{kind}");
    }
}

/// NĐ 224/2026/NĐ-CP, Điều 14: a partial service says why, and on what law.
#[test]
fn what_is_done_in_person_is_said_with_its_reason() {
    for (code, least_steps, bring) in [(PARTIAL, 5, 5), (INSPECTION, 8, 4)] {
        let definition = &form(code).definition;
        assert_eq!(definition.level, Level::Partial, "{code}");
        let in_person = definition.in_person.as_ref().expect("what is to be done");
        for text in [&in_person.reason, &in_person.office, &in_person.takes] {
            assert!(!text.is_empty(), "{code}");
        }
        assert!(in_person.source.contains("224/2026/NĐ-CP"), "{code}");
        assert!(in_person.steps.len() >= least_steps, "{code}");
        assert_eq!(in_person.bring.len(), bring, "{code}");
        // The time counts from the visit: no day can be promised when the form is sent.
        assert_eq!(session(code, &[]).time_due(), None, "{code}");
    }
}

#[test]
fn the_partial_exchange_asks_for_a_health_certificate_by_class() {
    for (classes, health, paper) in [
        (json!(["old_a1"]), "", ""),
        (json!(["new_a1", "new_a", "new_b1"]), "", ""),
        (json!(["old_a1", "old_b2"]), "hc_no+ hc_date+", " f_health+"),
        (json!(["new_ce"]), "hc_no+ hc_date+", " f_health+"),
    ] {
        let session = session(PARTIAL, &[("gplx_class", classes.clone())]);
        assert_eq!(asked(&session, "health"), health, "{classes}");
        let papers = format!("f_gplx_front+ f_gplx_back+ f_id_front+ f_id_back+{paper}");
        assert_eq!(asked(&session, "documents"), papers, "{classes}");
    }
}

#[test]
fn an_old_health_certificate_is_pointed_out_and_no_more() {
    for (date, is_told) in [
        ("2025-11-21", true),
        ("2025-11-22", false),
        ("2026-10-27", false),
    ] {
        let session = session(PARTIAL, &[("hc_date", json!(date))]);
        let told = advice(&session);
        assert_eq!(!told.is_empty(), is_told, "{date} {told:?}");
        assert!(session.submission().is_ok(), "{date}");
    }
}

#[test]
fn help_on_the_day_is_for_whoever_needs_it() {
    for (help, wanted) in [
        (Json::Null, "need_help-"),
        (
            json!(["wheelchair", "sign_language", "reader"]),
            "need_help-",
        ),
        (json!(["interpreter"]), "need_help- help_language+"),
    ] {
        let session = session(PARTIAL, &[("need_help", help.clone())]);
        assert_eq!(asked(&session, "support"), wanted, "{help}");
    }
    let without = [("need_help", Json::Null), ("help_language", Json::Null)];
    assert_eq!(refused(PARTIAL, &without), []);
}

#[test]
fn an_office_or_a_centre_is_one_of_the_province() {
    for (code, field) in [(PARTIAL, "office"), (INSPECTION, "centre")] {
        assert_eq!(refused(code, &[]), []);
        for changes in [
            [(field, json!("01-9")), ("province", json!("01"))],
            [(field, json!("01-1")), ("province", json!("79"))],
        ] {
            let found = refused(code, &changes);
            assert_eq!(found.len(), 1, "{changes:?} {found:?}");
            assert_eq!(found[0].0, format!("/answers/{field}"));
        }
    }
}

#[test]
fn the_partial_exchange_shows_the_standard_fee_on_every_day() {
    for date in ["2026-08-15", "2026-11-22", "2027-02-28", "2027-03-01"] {
        let session = session_on(PARTIAL, &[], date);
        assert_eq!(
            due(&session),
            [("licence".to_string(), Some(135_000))],
            "{date}"
        );
        assert!(!steps(&session).contains(&"fee".to_string()), "{date}");
    }
}

#[test]
fn vehicles_that_are_inspected_by_another_procedure() {
    let first = [("kind", json!("first")), ("first_exempt", json!(true))];
    let first_of =
        |vtype: &str| -> Vec<(&str, Json)> { [&first[..], &[("vtype", json!(vtype))]].concat() };
    let used = [("kind", json!("first")), ("first_exempt", json!(false))];
    for (changes, wanted) in [
        (vec![], None),
        (
            vec![("vtype", json!("motorcycle"))],
            Some(("motorcycle", "1.013101")),
        ),
        (
            vec![("vtype", json!("machine"))],
            Some(("machine", "1.013205")),
        ),
        (
            vec![("kind", json!("reissue"))],
            Some(("reissue", "1.013092")),
        ),
        (first_of("car"), Some(("new_car", "1.013089"))),
        (used.to_vec(), None),
        // Whether these are exempt is not known: they are told, and can go on.
        (first_of("truck"), None),
        (first_of("bus"), None),
    ] {
        let mut session = session(INSPECTION, &changes);
        let wanted = wanted.map(|(id, code)| (id.to_string(), Some(code.to_string())));
        assert_eq!(way_out(&mut session, "inspection"), wanted, "{changes:?}");
    }
}

#[test]
fn a_new_vehicle_that_may_be_exempt_is_pointed_out() {
    for (vtype, kind, new, is_told) in [
        ("truck", "first", json!(true), true),
        ("bus", "first", json!(true), true),
        ("truck", "first", json!(false), false),
        ("car", "first", json!(true), false),
        ("truck", "periodic", Json::Null, false),
    ] {
        let changes = [
            ("vtype", json!(vtype)),
            ("kind", json!(kind)),
            ("first_exempt", new.clone()),
        ];
        let session = session(INSPECTION, &changes);
        let told: Vec<_> = advice(&session).into_iter().map(|(at, _)| at).collect();
        let wanted: &[&str] = if is_told { &["first_exempt"] } else { &[] };
        assert_eq!(told, wanted, "{vtype} {kind} {new}");
    }
}

#[test]
fn what_is_asked_of_a_vehicle_by_type_and_kind_of_inspection() {
    let usual = "plate_color+ plate+ made+ seats+ last_exp-";
    for (changes, vehicle, numbers) in [
        (&[][..], usual, "chassis+ electric+ engine+ changed+"),
        (
            &[("electric", json!(true))],
            usual,
            "chassis+ electric+ changed+",
        ),
        (
            &[("vtype", json!("truck"))],
            "plate_color+ plate+ made+ last_exp-",
            "chassis+ electric+ engine+ changed+",
        ),
        // A trailer has no engine.
        (
            &[("vtype", json!("trailer")), ("electric", Json::Null)],
            "plate_color+ plate+ made+ last_exp-",
            "chassis+ changed+",
        ),
        (
            &[("kind", json!("first")), ("first_exempt", json!(false))],
            "plate_color+ plate+ made+ seats+ made_in_vn+",
            "chassis+ electric+ engine+",
        ),
        (
            &[("kind", json!("modification"))],
            usual,
            "chassis+ electric+ engine+",
        ),
        // Plates of another form are not measured by that of civilian ones.
        (
            &[("plate_color", json!("red"))],
            "plate_color+ plate_other+ made+ seats+ last_exp-",
            "chassis+ electric+ engine+ changed+",
        ),
        (
            &[("kind", json!("temporary"))],
            "plate_color+ plate_other+ made+ seats+ last_exp-",
            "chassis+ electric+ engine+",
        ),
    ] {
        let session = session(INSPECTION, changes);
        assert_eq!(asked(&session, "vehicle"), vehicle, "{changes:?}");
        assert_eq!(asked(&session, "numbers"), numbers, "{changes:?}");
    }
}

#[test]
fn papers_of_an_inspection() {
    let first = ("kind", json!("first"));
    for (changes, wanted) in [
        (vec![], "f_reg+ f_rub+"),
        (vec![("changed", json!(false))], "f_reg+"),
        (
            vec![first.clone(), ("made_in_vn", json!(true))],
            "f_reg+ f_factory+ f_modif- f_rub+",
        ),
        (
            vec![first, ("made_in_vn", json!(false))],
            "f_reg+ f_modif- f_rub+",
        ),
        (vec![("kind", json!("modification"))], "f_reg+ f_modif+"),
        (
            vec![("vtype", json!("truck")), ("changed", json!(false))],
            "f_reg+ f_equip-",
        ),
        (
            vec![("offsite", json!(true)), ("changed", json!(false))],
            "f_reg+ f_offsite+",
        ),
    ] {
        let session = session(INSPECTION, &changes);
        assert_eq!(asked(&session, "documents"), wanted, "{changes:?}");
    }
}

#[test]
fn what_an_inspection_does_not_take() {
    let chassis = "Enter 6 to 25 letters and digits without spaces, for example RLHMAU00000000001";
    let engine = "Enter 4 to 25 letters and digits, for example MAU-00001";
    for (field, value, wanted) in [
        ("plate", json!("30I12345"), Some("Format(Plate)")),
        ("made", json!("1949"), Some("DateTooEarly")),
        ("made", json!("2027"), Some("DateInFuture")),
        ("seats", json!(0), Some("TooSmall")),
        ("seats", json!(81), Some("TooLarge")),
        ("seats", json!(80), None),
        ("chassis", json!("RLH12"), Some(chassis)),
        ("chassis", json!("rlh123"), None),
        ("engine", json!("A1"), Some(engine)),
        ("engine", json!("4A-GE/123 45"), None),
        ("owner_name", Json::Null, Some("Missing")),
    ] {
        let found = refused(INSPECTION, &[(field, value.clone())]);
        match (wanted, &found[..]) {
            (None, []) => {}
            (Some(words), [(at, told)]) => {
                assert_eq!(at, &format!("/answers/{field}"));
                assert!(told.starts_with(words), "{field} {value}: {told}");
            }
            (_, found) => panic!("{field} {value}: {found:?}"),
        }
    }
}

#[test]
fn the_owner_is_asked_for_where_somebody_else_comes() {
    for (is_owner, wanted) in [
        (json!(true), "is_owner+"),
        (json!(false), "is_owner+ owner_name+"),
        (Json::Null, "is_owner+"),
    ] {
        let session = session(INSPECTION, &[("is_owner", is_owner.clone())]);
        assert_eq!(asked(&session, "owner"), wanted, "{is_owner}");
    }
}

/// The inspection itself and the certificate. What the inspection of other vehicles costs is not known.
#[test]
fn fees_of_an_inspection() {
    let small = [("service", Some(250_000)), ("certificate", Some(90_000))];
    let other = [("service", None), ("certificate", Some(40_000))];
    for (vtype, seats, wanted) in [
        ("car", json!(7), &small[..]),
        ("car", json!(9), &small),
        ("bus", json!(10), &other),
        ("bus", json!(45), &other),
        ("truck", Json::Null, &other),
        ("trailer", Json::Null, &other),
        // Not said yet.
        ("car", Json::Null, &[]),
    ] {
        let session = session(
            INSPECTION,
            &[("vtype", json!(vtype)), ("seats", seats.clone())],
        );
        let wanted: Vec<_> = wanted
            .iter()
            .map(|(part, vnd)| (part.to_string(), *vnd))
            .collect();
        assert_eq!(due(&session), wanted, "{vtype} {seats}");
    }
    // Seats that are not asked any more do not count.
    let truck = session(INSPECTION, &[("vtype", json!("truck"))]);
    let wanted = [("service", None), ("certificate", Some(40_000))];
    assert_eq!(
        due(&truck),
        wanted.map(|(part, vnd)| (part.to_string(), vnd))
    );
}

/// An answer that is changed later changes what is due at once.
#[test]
fn the_fee_follows_the_answer() {
    let mut session = session(EXCHANGE, &[]);
    let date: Date = today();
    for (class, wanted) in [("relief", 0), ("standard", 135_000)] {
        let path = FieldPath::top("fee_class");
        session.apply(Event::Answered(path, Answer::text(class)), date);
        assert_eq!(due(&session), [("licence".to_string(), Some(wanted))]);
    }
}
