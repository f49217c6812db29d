//! The licence of a transport business (new, after a change, lost or damaged) and the badge of its
//! vehicles: what is special in these definitions.

mod common;
mod samples;

use std::collections::BTreeSet;
use std::sync::Arc;

use common::{lists, text_of, uploaded};
use procedure::definition::{KindDefinition as Kind, Length, Options};
use procedure::field::Field;
use procedure::{
    AdviceCode, Answer, Event, FieldPath, Form, Layout, Outcome, Place, Problem, ProblemCode,
    Session, StepId, fold,
};
use samples::{form, sample, today};
use serde_json::{Value as Json, json};

const NEW: &str = "1.000703";
const CHANGED: &str = "2.002286";
const LOST: &str = "2.002287";
const BADGE: &str = "2.002288";
const ALL: [&str; 4] = [NEW, CHANGED, LOST, BADGE];

/// New values at pointers into the sample answers; `null` takes one away.
type Changes<'a> = &'a [(&'a str, Json)];

fn with(code: &str, changes: Changes) -> Json {
    let mut sent = sample(code);
    for (pointer, value) in changes {
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        let map = sent.pointer_mut(parent).and_then(Json::as_object_mut);
        let map = map.unwrap_or_else(|| panic!("{pointer}: answers by name"));
        match value {
            Json::Null => map.remove(key),
            value => map.insert(key.to_string(), value.clone()),
        };
    }
    sent
}

fn session(code: &str, changes: Changes) -> Session {
    common::session(&form(code), &with(code, changes), &uploaded, today())
}

/// What is wrong with sent answers: pointers, and the author's words where a rule does not hold.
fn wrong_with(form: &Arc<Form>, sent: &Json) -> Vec<(String, String)> {
    let problems = form.accept(sent, &lists(), &uploaded, today());
    let words = |problem: &Problem| match &problem.code {
        ProblemCode::Rule(text) | ProblemCode::Pattern(Some(text)) => {
            text.pick(&["en"]).text.to_string()
        }
        other => format!("{other:?}"),
    };
    let told = |problem: &Problem| (problem.pointer(), words(problem));
    problems.err().iter().flatten().map(told).collect()
}

fn refused(code: &str, changes: Changes) -> Vec<(String, String)> {
    wrong_with(&form(code), &with(code, changes))
}

/// What is pointed out: where, and the first sentence.
fn advised(session: &Session) -> Vec<(String, String)> {
    let advice = session.all_advice();
    let told = advice.iter().map(|advice| {
        let AdviceCode::Words(words) = &advice.code else {
            panic!("{advice:?}");
        };
        let words = words.pick(&["en"]).text;
        let first = words.split_inclusive('.').next().unwrap_or(words);
        (advice.path.to_string(), first.to_string())
    });
    told.collect()
}

/// The questions of a step: `+` must be answered, `-` may be left empty.
fn asked(session: &Session, step: &str) -> String {
    let views = session.views(&Place::step(&StepId::new(step)));
    let fields = views.iter().map(|view| {
        let mark = if view.optional { '-' } else { '+' };
        format!("{}{mark}", view.path)
    });
    fields.collect::<Vec<_>>().join(" ")
}

fn steps(session: &Session) -> Vec<String> {
    let places = session.places(Layout::Steps);
    let ids = places.iter().filter_map(Place::step_id);
    ids.map(ToString::to_string).collect()
}

#[test]
fn whoever_opened_the_wrong_one_is_shown_the_right_one_after_the_first_question() {
    for (code, question, given, wanted) in [
        (NEW, "had", "never", None),
        (NEW, "had", "changed", Some(CHANGED)),
        (NEW, "had", "lost", Some(LOST)),
        (CHANGED, "what", "changed", None),
        (CHANGED, "what", "revoked", None),
        (CHANGED, "what", "lost", Some(LOST)),
        (CHANGED, "what", "never", Some(NEW)),
        (LOST, "what", "lost", None),
        (LOST, "what", "damaged", None),
        (LOST, "what", "changed", Some(CHANGED)),
        (LOST, "what", "never", Some(NEW)),
        (BADGE, "has_licence", "yes", None),
        (BADGE, "has_licence", "no", Some(NEW)),
    ] {
        let mut session = Session::new(form(code), today());
        let answer = Event::Answered(FieldPath::top(question), Answer::text(given));
        session.apply(answer, today());
        assert_eq!(session.elsewhere(), None, "{code} {given}: not yet");
        let first = Place::step(&StepId::new("before"));
        assert_eq!(session.paths(&first).len(), 1, "{code}: one question");
        let next = session.go_on(&first, Layout::Steps, false, today());
        let way = session.elsewhere().and_then(|way| session.way_out(way));
        assert_eq!(
            way.and_then(|way| way.procedure.as_deref()),
            wanted,
            "{code} {given}"
        );
        match wanted {
            Some(_) => assert!(matches!(next, Outcome::Next(Place::Elsewhere(_)))),
            None => assert!(matches!(next, Outcome::Next(Place::Step { .. }))),
        }
    }
    // The portal does not take it either.
    for (code, changes, pointer) in [
        (NEW, ("/had", json!("lost")), "/answers/had"),
        (CHANGED, ("/what", json!("lost")), "/answers/what"),
        (LOST, ("/what", json!("changed")), "/answers/what"),
        (
            BADGE,
            ("/has_licence", json!(false)),
            "/answers/has_licence",
        ),
    ] {
        let found = refused(code, &[changes]);
        assert!(found.iter().any(|(at, _)| at == pointer), "{found:?}");
    }
}

#[test]
fn fees_and_times() {
    for (code, fees, days) in [
        // The portal's page gives none: it is not said to be free.
        (NEW, &[][..], 4),
        (CHANGED, &[0], 4),
        (LOST, &[0], 3),
        (BADGE, &[0], 2),
    ] {
        let session = session(code, &[]);
        let due: Vec<u64> = session
            .fees_due()
            .iter()
            .filter_map(|due| due.vnd())
            .collect();
        assert_eq!(due, fees, "{code}");
        let time = session.time_due().expect("a time");
        assert_eq!(time.length, Length::WorkingDays(days), "{code}");
    }
}

#[test]
fn a_confirmed_phone_number_is_enough() {
    for code in ALL {
        let form = form(code);
        let account = form.definition.account.as_ref().expect("an account");
        assert_eq!(account.level, 1, "{code}");
        assert!(!account.why.is_empty(), "{code}");
    }
}

/// The tax code finds the business in the register; each datum goes to a question of the form.
#[test]
fn the_register_of_businesses_fills_what_it_can() {
    let company = "co_addr=address co_intl=international_name co_name=name \
                   reg_by=registration_by reg_date=registration_date reg_no=registration_no \
                   rep_name=representative";
    let licence = "old_by=licence_by old_date=licence_date old_no=licence_no \
                   old_times=licence_times";
    for (code, wanted) in [
        (NEW, company.to_string()),
        (CHANGED, format!("{company} {licence}")),
        (LOST, format!("{company} {licence}")),
        (
            BADGE,
            "co_addr=address co_name=name lic_by=licence_by lic_date=licence_date \
             lic_no=licence_no lic_times=licence_times rep_name=representative"
                .to_string(),
        ),
    ] {
        let form = form(code);
        let field = form.field(&FieldPath::top("co_mst")).expect("a field");
        let lookup = field.definition.lookup.as_ref().expect("a register");
        assert_eq!(lookup.register, "businesses");
        let fills = lookup.fills.iter().map(|(f, datum)| format!("{f}={datum}"));
        let wanted: BTreeSet<String> = wanted.split_whitespace().map(Into::into).collect();
        assert_eq!(fills.collect::<BTreeSet<_>>(), wanted, "{code}");
        for (filled, _) in lookup.fills.iter() {
            let filled = form.field(&FieldPath::top(filled.as_str()));
            assert!(filled.is_some_and(|f| f.definition.prefill.is_none()));
        }
    }
}

#[test]
fn where_the_address_is_somebodys_own_it_is_not_asked_again() {
    for (changes, wanted) in [
        (("/office_at", json!("head")), "office_at+"),
        (("/office_at", json!("branch")), "office_at+ branch_addr+"),
        (("/office_at", Json::Null), "office_at+"),
    ] {
        assert_eq!(asked(&session(NEW, &[changes]), "office"), wanted);
    }
    let letter = "dl_name+ dl_tel+ dl_when-";
    for code in ALL {
        for (how, same, wanted) in [
            ("counter", None, "dl_how+".to_string()),
            ("post", None, format!("dl_how+ dl_same+ {letter}")),
            ("post", Some(true), format!("dl_how+ dl_same+ {letter}")),
            (
                "post",
                Some(false),
                format!("dl_how+ dl_same+ dl_addr+ {letter}"),
            ),
        ] {
            let same = same.map_or(Json::Null, Json::from);
            let changes = [("/dl_how", json!(how)), ("/dl_same", same)];
            assert_eq!(asked(&session(code, &changes), "receive"), wanted, "{code}");
        }
        let electronic = refused(code, &[("/dl_how", json!("electronic"))]);
        let is_offered = !electronic.iter().any(|(at, _)| at == "/answers/dl_how");
        assert_eq!(is_offered, code != BADGE, "{code}: a badge is a thing");
    }
}

/// `+` required, `-` optional.
#[test]
fn papers_by_what_is_asked_for() {
    let own = json!([sample(BADGE)["vehicles"][0]]);
    for (code, changes, wanted) in [
        (NEW, &[][..], "f_safe+ f_degree+ f_assign+"),
        (CHANGED, &[], "f_change+"),
        (CHANGED, &[("/what", json!("revoked"))], "f_change-"),
        (LOST, &[], ""),
        (BADGE, &[], "f_reg+ f_contract+"),
        (BADGE, &[("/vehicles", own)], "f_reg+"),
        // A row that nothing is known of yet needs no contract.
        (BADGE, &[("/vehicles", json!([{}]))], "f_reg+"),
    ] {
        let session = session(code, changes);
        let has = steps(&session).contains(&"documents".to_string());
        assert_eq!(has, !wanted.is_empty(), "{code}");
        if has {
            assert_eq!(asked(&session, "documents"), wanted, "{code} {changes:?}");
        }
    }
}

#[test]
fn a_licence_that_stays_the_same_needs_no_list_of_vehicles() {
    for (code, wanted) in [(NEW, true), (CHANGED, true), (LOST, false)] {
        let steps = steps(&session(code, &[]));
        for step in ["fleet", "devices", "documents"] {
            assert_eq!(steps.contains(&step.to_string()), wanted, "{code} {step}");
        }
        let old = steps.contains(&"old_licence".to_string());
        assert_eq!(old, code != NEW, "{code}: the existing licence");
        assert_eq!(
            asked(&session(code, &[]), "safety"),
            match code {
                NEW => "safe_no+ safe_date+",
                _ => "safe_no- safe_date-",
            },
            "{code}"
        );
    }
}

const OVER_12: &str = "This vehicle is over 12 years old.";
const OVER_15: &str = "This vehicle is over 15 years old.";
const OVER_20: &str = "This vehicle is over 20 years old.";

/// On 22 November 2026. A list of planned vehicles does not say what each is for, so that only an age
/// is pointed out that is too high for everything the business wants to do. Nobody is stopped.
#[test]
fn ages_of_planned_vehicles_are_advice() {
    for (kinds, seats, year, wanted) in [
        (&["taxi"][..], 5, "2014", None),
        (&["taxi"], 5, "2013", Some(OVER_12)),
        (&["taxi", "contract"], 7, "2013", Some(OVER_12)),
        (&["taxi", "bus"], 7, "2013", None),
        (&["taxi"], 8, "2000", None),
        (&["contract"], 8, "2013", None),
        (&["contract"], 16, "2011", None),
        (&["contract"], 16, "2010", Some(OVER_15)),
        (&["fixed_route", "contract"], 45, "2006", Some(OVER_15)),
        (&["fixed_route", "contract"], 45, "2005", Some(OVER_20)),
        (&["bus"], 45, "2006", None),
        (&["bus"], 45, "2005", Some(OVER_20)),
        // No limit is known of these.
        (&["tourist"], 45, "1999", None),
        (&["goods"], 15_000, "1999", None),
        (&["contract", "goods"], 15_000, "1999", None),
    ] {
        for code in [NEW, CHANGED] {
            let vehicle =
                json!({"v_plate": "29A00001", "v_seats": seats, "v_year": year, "v_own": "own"});
            let changes = [("/kinds", json!(kinds)), ("/fleet", json!([vehicle]))];
            let session = session(code, &changes);
            let wanted: Vec<_> = wanted
                .map(|w| ("fleet[0].v_year".to_string(), w.to_string()))
                .into_iter()
                .collect();
            assert_eq!(advised(&session), wanted, "{code} {kinds:?} {seats} {year}");
            assert_eq!(refused(code, &changes), [], "{code}: only advice");
        }
    }
}

#[test]
fn trackers_and_cameras_are_advice() {
    let seats =
        |n: u32| json!([{"v_plate": "29A00001", "v_seats": n, "v_year": "2022", "v_own": "own"}]);
    let missing = "Trackers and cameras are a condition for this business.";
    let check = "The list has a vehicle with 8 seats or more.";
    for (devices, kinds, n, wanted) in [
        ("fitted", "contract", 45, None),
        ("not_yet", "contract", 45, Some(missing)),
        ("not_needed", "contract", 45, Some(check)),
        ("not_needed", "contract", 8, Some(check)),
        ("not_needed", "taxi", 7, None),
        // A load of 1,490 kg is no number of seats.
        ("not_needed", "goods", 1_490, None),
    ] {
        let changes = [
            ("/devices", json!(devices)),
            ("/kinds", json!([kinds])),
            ("/fleet", seats(n)),
        ];
        let found = advised(&session(NEW, &changes));
        let words: Vec<&str> = found.iter().map(|(_, words)| words.as_str()).collect();
        assert_eq!(
            words,
            wanted.into_iter().collect::<Vec<_>>(),
            "{devices} {kinds} {n}"
        );
        assert_eq!(refused(NEW, &changes), [], "only advice");
    }
}

#[test]
fn what_a_licence_is_refused_for() {
    let fleet = |key: &str, value: Json| {
        let mut fleet = sample(NEW)["fleet"].clone();
        fleet[1][key] = value;
        ("/fleet", fleet)
    };
    for (changes, pointer, words) in [
        (
            ("/fleet", json!([])),
            "/answers/fleet",
            "TooFewRows { min: 1 }",
        ),
        (
            fleet("v_plate", json!("29A")),
            "/answers/fleet/1/v_plate",
            "Format(Plate)",
        ),
        (
            fleet("v_year", json!("2027")),
            "/answers/fleet/1/v_year",
            "DateInFuture",
        ),
        (
            ("/co_mst", json!("0100109107")),
            "/answers/co_mst",
            "Format(TaxCodeChecksum)",
        ),
        (
            ("/safe_date", json!("2026-11-23")),
            "/answers/safe_date",
            "DateInFuture",
        ),
        (
            ("/reg_date", json!("2026-11-23")),
            "/answers/reg_date",
            "DateInFuture",
        ),
        (("/kinds", json!([])), "/answers/kinds", "Missing"),
        (("/old_no", json!("00001")), "/answers/old_no", "NotAsked"),
    ] {
        let found = refused(NEW, &[changes]);
        assert_eq!(found, [(pointer.to_string(), words.to_string())]);
    }
}

/// The first vehicle of the sample with other answers, alone in the list.
fn vehicle(changes: Json) -> Json {
    let mut row = sample(BADGE)["vehicles"][0].clone();
    for (key, value) in changes.as_object().expect("answers by name") {
        row[key] = value.clone();
    }
    row
}

/// A dossier with these vehicles and no contracts.
fn request(vehicles: &[Json]) -> Json {
    let mut sent = with(BADGE, &[("/f_contract", Json::Null)]);
    sent["n_new"] = json!(vehicles.len());
    sent["vehicles"] = json!(vehicles);
    sent
}

#[test]
fn as_many_badges_as_vehicles() {
    let words = "The number of badges must be the number of vehicles in the list. Change this \
                 number, or add or remove vehicles.";
    for (changes, is_right) in [
        (("/n_new", json!(3)), true),
        (("/n_new", json!(2)), false),
        (("/n_new", json!(4)), false),
    ] {
        let wanted = [("/answers/n_new".to_string(), words.to_string())];
        let found = refused(BADGE, &[changes]);
        assert_eq!(found, if is_right { &[][..] } else { &wanted });
    }
    // A vehicle that is taken away later is found too.
    let mut session = session(BADGE, &[]);
    let removed = FieldPath::top("vehicles").field;
    session.apply(Event::RowRemoved(removed, 2), today());
    let problems = session
        .submission()
        .expect_err("three badges, two vehicles");
    let at: Vec<String> = problems.iter().map(Problem::pointer).collect();
    assert_eq!(at, ["/answers/n_new"]);
}

#[test]
fn one_to_two_hundred_vehicles_at_a_time() {
    let form = form(BADGE);
    for (n, wanted) in [
        (0, Some("TooFewRows { min: 1 }")),
        (1, None),
        (200, None),
        (201, Some("TooManyRows { max: 200 }")),
    ] {
        let rows: Vec<Json> = (0..n).map(|_| vehicle(json!({}))).collect();
        let found = wrong_with(&form, &request(&rows));
        let found = found.iter().find(|(at, _)| at == "/answers/vehicles");
        assert_eq!(found.map(|(_, words)| words.as_str()), wanted, "{n}");
    }
    let rows = form.field(&FieldPath::top("vehicles")).expect("a list");
    let Kind::Repeat(repeat) = rows.kind() else {
        panic!("{rows:?}");
    };
    assert!(repeat.import, "rows come from a table, too");
}

#[test]
fn owner_and_contract_of_a_vehicle_that_is_not_the_units_own() {
    for (ownership, is_asked) in [
        (json!("own"), false),
        (json!("rent"), true),
        (json!("coop"), true),
        (json!("cooperation"), true),
        (Json::Null, false),
    ] {
        let mut row = vehicle(json!({}));
        row["ownership"] = ownership.clone();
        if ownership.is_null() {
            row.as_object_mut().map(|row| row.remove("ownership"));
        }
        let session = session(BADGE, &[("/vehicles", json!([row]))]);
        let place = Place::Step {
            step: StepId::new("vehicles"),
            row: Some(0),
            field: None,
        };
        let paths = session.paths(&place);
        let asked: Vec<String> = paths.iter().map(ToString::to_string).collect();
        for field in ["contract_from", "contract_to", "owner"] {
            let path = format!("vehicles[0].{field}");
            assert_eq!(asked.contains(&path), is_asked, "{ownership} {field}");
        }
        let papers = asked_in(&session, "documents", "f_contract");
        assert_eq!(papers, is_asked, "{ownership}: the contract itself");
    }
}

fn asked_in(session: &Session, step: &str, field: &str) -> bool {
    let paths = session.paths(&Place::step(&StepId::new(step)));
    paths.contains(&FieldPath::top(field))
}

#[test]
fn what_a_vehicle_is_refused_for() {
    let rented = |from: &str, to: &str| json!({"ownership": "rent", "owner": "LÊ THỊ MẪU", "contract_from": from, "contract_to": to});
    for (changes, key, words) in [
        (json!({"plate": "29A-12"}), "plate", "Format(Plate)"),
        (
            json!({"chassis": "MAU1"}),
            "chassis",
            "Enter the chassis number, 6 to 25 letters and digits without spaces",
        ),
        (
            json!({"engine": "số máy"}),
            "engine",
            "Enter the engine number, 4 to 25 letters and digits",
        ),
        (
            json!({"year": "2027", "life": "2047"}),
            "year",
            "DateInFuture",
        ),
        (
            json!({"life": "2021"}),
            "life",
            "The last year of service life can’t be before the year of manufacture. Check both years.",
        ),
        (json!({"origin": "XX"}), "origin", "NotAnOption"),
        (json!({"badge": "XE CÔNG NGHỆ"}), "badge", "NotAnOption"),
        (json!({"term": "3"}), "term", "NotAnOption"),
        (json!({"cap": 0}), "cap", "TooSmall { min: 1.0 }"),
        (
            rented("2026-01-15", "2026-01-15"),
            "contract_to",
            "The last day of the contract must be after the first day. Check both dates.",
        ),
        (json!({"owner": "LÊ THỊ MẪU"}), "owner", "NotAsked"),
    ] {
        let mut sent = request(&[vehicle(changes.clone())]);
        if changes["ownership"] == "rent" {
            sent["f_contract"] = sample(BADGE)["f_contract"].clone();
        }
        let wanted = (format!("/answers/vehicles/0/{key}"), words.to_string());
        assert_eq!(wrong_with(&form(BADGE), &sent), [wanted], "{changes}");
    }
    // A year in which the service life ends, a number plate as people write it, small letters.
    for changes in [
        json!({"life": "2026"}),
        json!({"plate": "29a 000.01"}),
        json!({"chassis": "maukhung-000001*"}),
        json!({"engine": "MAU 1/2-3*"}),
    ] {
        let sent = request(&[vehicle(changes.clone())]);
        assert_eq!(wrong_with(&form(BADGE), &sent), [], "{changes}");
    }
}

/// No source says which badge goes with which kind of transport: what the names say is advice.
#[test]
fn a_badge_that_the_licence_does_not_seem_to_cover_is_advice() {
    let kinds = [
        "fixed_route",
        "bus",
        "taxi",
        "contract",
        "tourist",
        "goods",
        "container",
        "oversize",
    ];
    let people = "fixed_route bus taxi contract tourist";
    for (badge, covered) in [
        ("fixed_route", "fixed_route"),
        ("bus", "bus"),
        ("taxi", "taxi"),
        ("contract", "contract"),
        ("shuttle", people),
        ("passengers", people),
        ("truck", "goods container oversize"),
        ("goods", "goods container oversize"),
    ] {
        for kind in kinds {
            let mut sent = request(&[vehicle(json!({"badge": badge}))]);
            sent["kinds"] = json!([kind]);
            let is_covered = covered.split(' ').any(|covered| covered == kind);
            let told = told_of(&sent);
            let about =
                "None of the kinds of transport that you chose seems to go with this badge.";
            let wanted: &[&str] = if is_covered { &[] } else { &[about] };
            assert_eq!(told, wanted, "{badge} {kind}");
            assert_eq!(wrong_with(&form(BADGE), &sent), [], "only advice");
        }
    }
}

/// What is pointed out about a dossier, without where.
fn told_of(sent: &Json) -> Vec<String> {
    let session = common::session(&form(BADGE), sent, &uploaded, today());
    advised(&session)
        .into_iter()
        .map(|(_, words)| words)
        .collect()
}

/// On 22 November 2026.
#[test]
fn ages_of_vehicles_are_advice() {
    let every = json!(["fixed_route", "bus", "taxi", "contract", "goods"]);
    for (badge, cap, year, wanted) in [
        ("taxi", 5, "2014", None),
        ("taxi", 5, "2013", Some(OVER_12)),
        ("taxi", 8, "2013", None),
        ("contract", 7, "2013", Some(OVER_12)),
        ("contract", 8, "2013", None),
        ("contract", 29, "2010", Some(OVER_15)),
        ("contract", 29, "2005", Some(OVER_20)),
        ("fixed_route", 45, "2011", None),
        ("fixed_route", 45, "2010", Some(OVER_15)),
        ("fixed_route", 45, "2006", Some(OVER_15)),
        ("fixed_route", 45, "2005", Some(OVER_20)),
        ("fixed_route", 7, "2005", None),
        ("bus", 45, "2006", None),
        ("bus", 45, "2005", Some(OVER_20)),
        ("shuttle", 16, "1999", None),
        ("truck", 15_000, "1999", None),
    ] {
        let changes = json!({"badge": badge, "cap": cap, "year": year});
        let mut sent = request(&[vehicle(changes)]);
        sent["kinds"] = every.clone();
        let wanted: Vec<&str> = wanted.into_iter().collect();
        assert_eq!(told_of(&sent), wanted, "{badge} {cap} {year}");
        assert_eq!(wrong_with(&form(BADGE), &sent), [], "only advice");
    }
}

#[test]
fn what_else_is_pointed_out_about_a_vehicle() {
    let contract = |to: &str| json!({"ownership": "rent", "owner": "LÊ THỊ MẪU", "contract_from": "2024-01-15", "contract_to": to});
    let ended = "This contract has ended.";
    let passed = "The last year of service life has passed.";
    let load = "This vehicle carries people and the number is over 100.";
    let coop = "The business that you entered is not a cooperative.";
    let of_coop = json!({"ownership": "coop", "owner": "LÊ THỊ MẪU", "contract_from": "2024-01-15", "contract_to": "2027-01-14"});
    for (form_of, changes, wanted) in [
        ("llc", contract("2026-11-21"), Some(ended)),
        ("llc", contract("2026-11-22"), None),
        ("llc", json!({"life": "2025"}), Some(passed)),
        ("llc", json!({"life": "2026"}), None),
        ("llc", json!({"cap": 101}), Some(load)),
        ("llc", json!({"cap": 100}), None),
        ("llc", of_coop.clone(), Some(coop)),
        ("cooperative", of_coop, None),
    ] {
        let mut sent = request(&[vehicle(changes.clone())]);
        sent["co_kind"] = json!(form_of);
        let wanted: Vec<&str> = wanted.into_iter().collect();
        assert_eq!(told_of(&sent), wanted, "{form_of} {changes}");
    }
}

/// A table as a program for tables writes it.
fn table(file: &str, separator: char) -> Vec<Vec<String>> {
    let text = text_of(&format!("fixtures/answers/{file}"));
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let cells = |line: &str| {
        let (mut cells, mut is_quoted) = (vec![String::new()], false);
        for c in line.chars() {
            match c {
                '"' => is_quoted = !is_quoted,
                c if c == separator && !is_quoted => cells.push(String::new()),
                c => cells.last_mut().expect("one").push(c),
            }
        }
        cells
    };
    text.lines().map(cells).collect()
}

/// A row of a table, typed: labels become values, an empty cell is no answer.
fn typed(form: &Form, head: &[String], cells: &[String]) -> Json {
    let list = form.field(&FieldPath::top("vehicles")).expect("a list");
    let mut row = serde_json::Map::new();
    for (name, cell) in head.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        let label = |field: &&Arc<Field>| field.definition.label.pick(&["vi"]).text == name;
        let field = list.rows.iter().find(label);
        let field = field.unwrap_or_else(|| panic!("no question {name}"));
        row.insert(field.id().to_string(), value_of(field, cell));
    }
    Json::Object(row)
}

fn value_of(field: &Field, cell: &str) -> Json {
    const COUNTRIES: [(&str, &str); 3] =
        [("VN", "Việt Nam"), ("JP", "Nhật Bản"), ("KR", "Hàn Quốc")];
    let same = |label: &str| fold(label) == fold(cell);
    match field.kind() {
        Kind::Choice(Options::Inline(options)) => {
            let option = options.iter().find(|o| same(o.label.pick(&["vi"]).text));
            json!(option.map_or(cell, |option| &option.value))
        }
        Kind::Choice(_) => {
            let country = COUNTRIES.iter().find(|(_, name)| same(name));
            json!(country.map_or(cell, |(code, _)| code))
        }
        Kind::Number(_) => cell.parse::<u64>().map_or(json!(cell), Json::from),
        Kind::Date(_) => json!(cell.split('/').rev().collect::<Vec<_>>().join("-")),
        _ => json!(cell),
    }
}

fn labels(form: &Form) -> Vec<String> {
    let list = form.field(&FieldPath::top("vehicles")).expect("a list");
    let label = |field: &Arc<Field>| field.definition.label.pick(&["vi"]).text.to_string();
    list.rows.iter().map(label).collect()
}

#[test]
fn the_table_of_two_hundred_vehicles_is_accepted() {
    let form = form(BADGE);
    let table = table("2.002288-200-rows.csv", ',');
    let (head, rows) = table.split_first().expect("a first line");
    assert_eq!(head, &labels(&form), "the questions of a row");
    assert_eq!(rows.len(), 200);
    let rows: Vec<Json> = rows.iter().map(|row| typed(&form, head, row)).collect();
    let plates: BTreeSet<String> = rows.iter().map(|row| row["plate"].to_string()).collect();
    assert_eq!(plates.len(), 200, "each its own");
    let sent = with(BADGE, &[("/n_new", json!(200)), ("/vehicles", json!(rows))]);
    assert_eq!(wrong_with(&form, &sent), []);
    assert_eq!(
        told_of(&sent),
        Vec::<String>::new(),
        "nothing is odd about them"
    );
}

#[test]
fn a_table_with_a_mistake_of_each_kind() {
    let form = form(BADGE);
    let table = table("2.002288-mistakes.csv", ',');
    let (head, rows) = table.split_first().expect("a first line");
    assert_eq!(head, &labels(&form));
    let found: Vec<String> = rows
        .iter()
        .map(|cells| {
            let row = typed(&form, head, cells);
            let mut sent = request(&[row]);
            if cells[0] == "Thuê" {
                sent["f_contract"] = sample(BADGE)["f_contract"].clone();
            }
            let session = common::session(&form, &sent, &uploaded, today());
            let problems = session.submission().err().unwrap_or_default();
            let at: Vec<String> = problems.iter().map(Problem::pointer).collect();
            at.join(" ").replace("/answers/vehicles/0/", "")
        })
        .collect();
    let wanted = [
        "plate",
        "engine",
        "badge",
        "year",
        "cap",
        // Nine cells are all that this line has.
        "badge term",
        // Letters and marks one by one: the same words.
        "",
        // A comma in quotation marks belongs to the make.
        "",
        "owner",
        "contract_to",
        "origin",
        "chassis",
    ];
    assert_eq!(found, wanted);
    assert_eq!(rows[5].len(), 9);
    assert_eq!(rows[7][4], "XE MẪU D, loại 2");
}

#[test]
fn a_table_with_semicolons() {
    let form = form(BADGE);
    let table = table("2.002288-semicolons.csv", ';');
    let (head, rows) = table.split_first().expect("a first line");
    assert_eq!(head, &labels(&form));
    let rows: Vec<Json> = rows.iter().map(|row| typed(&form, head, row)).collect();
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[2]["brand"], "XE MẪU A; loại 2");
    let sent = with(BADGE, &[("/n_new", json!(3)), ("/vehicles", json!(rows))]);
    assert_eq!(wrong_with(&form, &sent), []);
}
