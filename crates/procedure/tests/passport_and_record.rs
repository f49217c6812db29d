//! What is special about the ordinary passport (1.001456) and the criminal record certificate (3.000333).

mod common;
mod samples;

use std::collections::BTreeSet;
use std::sync::Arc;

use common::{day, json_of, lists, uploaded};
use procedure::{
    AdviceCode, Answer, DateParts, Event, FieldPath, Form, Layout, Outcome, Place, Problem,
    ProblemCode, Session, StepId, compile_json,
};
use samples::{form, sample, today};
use serde_json::{Value as Json, json};

const PASSPORT: &str = "1.001456";
const RECORD: &str = "3.000333";

/// New values of answers; `null` takes one away.
type Changes<'a> = &'a [(&'a str, Json)];

/// The sample answers, changed.
fn with(code: &str, changes: Changes) -> Json {
    changed(sample(code), changes)
}

fn changed(mut sent: Json, changes: Changes) -> Json {
    let map = sent.as_object_mut().expect("answers by name");
    for (name, value) in changes {
        match value {
            Json::Null => map.remove(*name),
            value => map.insert(name.to_string(), value.clone()),
        };
    }
    sent
}

fn session(code: &str, sent: &Json, date: &str) -> Session {
    common::session(&form(code), sent, &uploaded, day(date))
}

/// What the portal says of sent answers: what is wrong and where, in the author's words where a rule does
/// not hold.
fn refused(code: &str, sent: &Json, date: &str) -> Vec<String> {
    let Err(problems) = form(code).accept(sent, &lists(), &uploaded, day(date)) else {
        return Vec::new();
    };
    let words = |problem: &Problem| match &problem.code {
        ProblemCode::Rule(text) => text.pick(&["en"]).text.to_string(),
        other => {
            let name = format!("{other:?}");
            name.split(['(', ' '])
                .next()
                .unwrap_or_default()
                .to_string()
        }
    };
    let said = problems.iter().map(|problem| {
        let pointer = problem.pointer();
        let at = pointer.strip_prefix("/answers/").unwrap_or(&pointer);
        format!("{at}: {}", words(problem))
    });
    said.collect()
}

fn steps(session: &Session) -> String {
    let places = session.places(Layout::Steps);
    let ids: Vec<String> = places
        .iter()
        .filter_map(|place| place.step_id().map(ToString::to_string))
        .collect();
    ids.join(" ")
}

/// What a step asks: `+` must be answered, `-` may be left out.
fn asks(session: &Session, step: &str) -> String {
    let views = session.views(&Place::step(&StepId::new(step)));
    let fields: Vec<String> = views
        .iter()
        .map(|view| format!("{}{}", view.path, if view.optional { '-' } else { '+' }))
        .collect();
    fields.join(" ")
}

fn asked(session: &Session) -> BTreeSet<String> {
    let places = session.places(Layout::Steps);
    let paths = places.iter().flat_map(|place| session.paths(place));
    paths.map(|path| path.to_string()).collect()
}

/// What is to be paid, in thousands of đồng.
fn due(session: &Session) -> Vec<u64> {
    let due = session.fees_due();
    due.iter()
        .filter_map(|due| Some(due.vnd()? / 1_000))
        .collect()
}

fn advice(session: &Session) -> Vec<String> {
    let said = session.all_advice().into_iter().map(|advice| {
        let words = match advice.code {
            AdviceCode::Words(text) => text.pick(&["en"]).text.to_string(),
            AdviceCode::Email(meant) => meant,
            AdviceCode::Gaps(gaps) => {
                let gaps = gaps.iter().map(|(from, to)| format!("{from}..{to}"));
                gaps.collect::<Vec<_>>().join(" ")
            }
        };
        format!("{}: {words}", advice.path)
    });
    said.collect()
}

/// Continues on the first step, and says to which way out that leads.
fn way_out(session: &mut Session) -> Option<String> {
    let first = session.places(Layout::Steps).first().cloned();
    let outcome = session.go_on(&first.expect("a step"), Layout::Steps, false, today());
    match outcome {
        Outcome::Next(Place::Elsewhere(way)) => session.way_out(way).map(|way| way.id.clone()),
        Outcome::Next(_) => None,
        other => panic!("{other:?}"),
    }
}

fn only(code: &str, names: &[&str]) -> Json {
    let sent = sample(code);
    let part = names
        .iter()
        .map(|name| (name.to_string(), sent[*name].clone()));
    Json::Object(part.collect())
}

/// A mother's answers for her child, who has a personal ID number and no passport yet.
fn for_a_child() -> Json {
    let photo = json!([{"upload": "photo-1.jpg", "name": "photo-1.jpg", "bytes": 480_000}]);
    let keep = [
        "ap_id", "ap_tel", "ap_mail", "ap_addr", "temp", "fa_name", "fa_dob", "ok_true",
    ];
    changed(
        only(PASSPORT, &keep),
        &[
            ("for_who", json!("child")),
            ("want", json!("first")),
            ("ap_name", json!("TRẦN THỊ MẪU")),
            ("ap_dob", json!("1992-08-14")),
            ("ap_sex", json!("female")),
            ("rep_rel", json!("mother")),
            ("now_where", json!("permanent")),
            ("ch_surname", json!("NGUYỄN")),
            ("ch_given", json!("MẪU")),
            ("ch_dob", json!("2019-06-14")),
            ("ch_sex", json!("male")),
            ("ch_has_id", json!(true)),
            ("ch_id", json!("001219000004")),
            ("ch_birthplace", json!("FR")),
            ("ch_ethnic", json!("08")),
            ("ch_same", json!(true)),
            ("dl_how", json!("counter")),
            ("fee_class", json!("standard")),
            ("f_child_photo", photo),
        ],
    )
}

/// The sample answers of somebody who lost the passport.
fn lost(changes: Changes) -> Json {
    let sent = with(
        PASSPORT,
        &[
            ("want", json!("lost")),
            ("lost_known", json!(["number", "date"])),
            ("lost_on", json!("2026-11-15")),
            ("lost_how", json!("Bị mất ba lô trên xe buýt.")),
            ("f_old", Json::Null),
        ],
    );
    changed(sent, changes)
}

/// What the portal knows is about whoever has signed in: not about a child, a father, or whom the
/// certificate is for.
#[test]
fn nobody_else_is_filled_in_with_the_data_of_who_signed_in() {
    for (code, others) in [
        (PASSPORT, &["ch_", "fa_", "mo_", "sp_", "rf_"][..]),
        (RECORD, &["sub_", "fa_", "mo_", "sp_"]),
    ] {
        let form = form(code);
        for field in form.fields() {
            let is_other = others.iter().any(|o| field.id().as_str().starts_with(o));
            let is_known =
                field.definition.prefill.is_some() || field.definition.autocomplete.is_some();
            assert!(!(is_other && is_known), "{code} {}", field.id());
        }
    }
    // Who signed in as a parent sees no question about the own birthplace.
    for (code, sent) in [(PASSPORT, for_a_child()), (RECORD, for_a_father(&[]))] {
        let asked = asked(&session(code, &sent, "2026-11-22"));
        for own in ["birthplace", "ethnic", "nat", "surname", "f_photo"] {
            assert!(!asked.contains(own), "{code} {own}");
        }
    }
}

// --- 1.001456, ordinary passport ---

#[test]
fn the_steps_of_an_adult_and_of_a_child() {
    for (sent, wanted) in [
        (
            sample(PASSPORT),
            "kind who contact address origin work parents spouse previous receive refund fee photo documents",
        ),
        (
            with(PASSPORT, &[("want", json!("first"))]),
            "kind who contact address origin work parents spouse receive refund fee photo",
        ),
        (
            lost(&[]),
            "kind who contact address origin work parents spouse previous loss receive refund fee photo",
        ),
        (
            for_a_child(),
            "kind who contact address child child_papers child_address parents receive refund fee photo documents",
        ),
        (
            changed(for_a_child(), &[("want", json!("damaged"))]),
            "kind who contact address child child_papers child_address parents previous receive refund fee photo documents",
        ),
    ] {
        assert_eq!(steps(&session(PASSPORT, &sent, "2026-11-22")), wanted);
    }
}

/// Form TK01a: an adult answers and signs, and the child's data is asked beside the adult's.
#[test]
fn for_a_child_an_adult_answers_and_there_is_no_choice_of_a_chip() {
    let adult = session(PASSPORT, &sample(PASSPORT), "2026-11-22");
    assert_eq!(asks(&adult, "kind"), "for_who+ want+ chip+");
    assert_eq!(
        asks(&adult, "who"),
        "surname- given+ ap_dob+ ap_sex+ ap_id+"
    );
    let child = session(PASSPORT, &for_a_child(), "2026-11-22");
    assert_eq!(asks(&child, "kind"), "for_who+ want+");
    assert_eq!(
        asks(&child, "who"),
        "ap_name+ ap_dob+ ap_sex+ ap_id+ rep_rel+"
    );
    assert_eq!(
        asks(&child, "child"),
        "ch_surname- ch_given+ ch_dob+ ch_sex+"
    );
    assert_eq!(
        refused(PASSPORT, &for_a_child(), "2026-11-22"),
        [""; 0],
        "it is complete"
    );
    let with_chip = changed(for_a_child(), &[("chip", json!(true))]);
    assert_eq!(
        refused(PASSPORT, &with_chip, "2026-11-22"),
        ["chip: NotAsked"]
    );
}

#[test]
fn there_are_people_without_a_family_name() {
    let one_name = with(
        PASSPORT,
        &[("surname", Json::Null), ("given", json!("Y MẪU"))],
    );
    assert_eq!(refused(PASSPORT, &one_name, "2026-11-22"), [""; 0]);
    let child = changed(for_a_child(), &[("ch_surname", Json::Null)]);
    assert_eq!(refused(PASSPORT, &child, "2026-11-22"), [""; 0]);
    let no_name = with(PASSPORT, &[("given", Json::Null)]);
    assert_eq!(
        refused(PASSPORT, &no_name, "2026-11-22"),
        ["given: Missing"]
    );
}

#[test]
fn who_is_fourteen_applies_alone() {
    let grown = "ap_dob: Someone under 14 needs a parent or guardian. Ask them to apply with their own account.";
    let a_child =
        "ch_dob: By this date the person is 14 or over and applies alone. Check the year of birth.";
    for (sent, wanted) in [
        (with(PASSPORT, &[("ap_dob", json!("2012-11-22"))]), None),
        (
            with(PASSPORT, &[("ap_dob", json!("2012-11-23"))]),
            Some(grown),
        ),
        (
            changed(for_a_child(), &[("ch_dob", json!("2012-11-22"))]),
            Some(a_child),
        ),
        (
            changed(for_a_child(), &[("ch_dob", json!("2012-11-23"))]),
            None,
        ),
    ] {
        let wanted: Vec<&str> = wanted.into_iter().collect();
        assert_eq!(refused(PASSPORT, &sent, "2026-11-22"), wanted);
    }
}

#[test]
fn a_loss_alone_and_an_adult_under_guardianship_are_for_the_office() {
    for (changes, wanted) in [
        (&[][..], None),
        (&[("want", json!("lost"))], None),
        (&[("want", json!("report"))], Some("report_only")),
        (&[("for_who", json!("ward"))], Some("ward")),
    ] {
        let sent = with(PASSPORT, changes);
        let mut session = session(PASSPORT, &sent, "2026-11-22");
        assert_eq!(way_out(&mut session).as_deref(), wanted, "{changes:?}");
        let is_refused = !refused(PASSPORT, &sent, "2026-11-22").is_empty();
        assert!(wanted.is_none() || is_refused, "{changes:?}");
    }
    let definition = &form(PASSPORT).definition;
    let report = definition.elsewhere.iter().find(|w| w.id == "report_only");
    assert_eq!(
        report.and_then(|way| way.procedure.as_deref()),
        Some("1.001445")
    );
}

/// Form TK05: "write that you do not remember if you do not remember exactly".
#[test]
fn of_a_lost_passport_only_what_is_remembered_is_asked() {
    for (known, wanted) in [
        (json!(["none"]), "lost_known+"),
        (json!(["number"]), "lost_known+ old_no+"),
        (json!(["date"]), "lost_known+ old_date+"),
        (json!(["date", "issuer"]), "lost_known+ old_date+ old_by+"),
        (
            json!(["number", "date", "issuer"]),
            "lost_known+ old_no+ old_date+ old_by+",
        ),
    ] {
        let session = session(
            PASSPORT,
            &lost(&[("lost_known", known.clone())]),
            "2026-11-22",
        );
        assert_eq!(asks(&session, "previous"), wanted, "{known}");
        assert_eq!(asks(&session, "loss"), "lost_on+ lost_time- lost_how+");
    }
    let nothing = [
        ("lost_known", json!(["none"])),
        ("old_no", Json::Null),
        ("old_date", Json::Null),
    ];
    assert_eq!(refused(PASSPORT, &lost(&nothing), "2026-11-22"), [""; 0]);
    assert_eq!(
        refused(
            PASSPORT,
            &lost(&[("lost_known", json!(["number", "date", "none"]))]),
            "2026-11-22"
        ),
        ["lost_known: NoneAndSome"]
    );
    // Whoever has the passport can read all of it.
    let expired = session(PASSPORT, &sample(PASSPORT), "2026-11-22");
    assert_eq!(asks(&expired, "previous"), "old_no+ old_date+");
}

#[test]
fn when_it_was_lost() {
    for (changes, wanted) in [
        (&[][..], &[][..]),
        (&[("lost_time", json!("14:30"))], &[]),
        (&[("lost_time", json!("7h05"))], &[]),
        (&[("lost_time", json!("25:00"))], &["lost_time: Format"]),
        (
            &[("lost_on", json!("2026-11-23"))],
            &["lost_on: DateInFuture"],
        ),
        (&[("lost_on", json!("2016-12-20"))], &[]),
        (
            &[("lost_on", json!("2016-12-19"))],
            &[
                "lost_on: The day of the loss must not be before the date of issue. Check both dates.",
            ],
        ),
    ] {
        let found = refused(PASSPORT, &lost(changes), "2026-11-22");
        assert_eq!(found, wanted, "{changes:?}");
    }
}

#[test]
fn the_refund_account_is_optional_and_whole() {
    let none = [
        ("rf_no", Json::Null),
        ("rf_name", Json::Null),
        ("rf_bank", Json::Null),
    ];
    for (changes, wanted) in [
        (&none[..], &[][..]),
        (&none[..1], &["rf_no: Missing"]),
        (&none[..2], &["rf_no: Missing", "rf_name: Missing"]),
        (&none[1..], &["rf_name: Missing", "rf_bank: Missing"]),
    ] {
        let found = refused(PASSPORT, &with(PASSPORT, changes), "2026-11-22");
        assert_eq!(found, wanted, "{changes:?}");
    }
}

#[test]
fn of_parents_the_year_is_enough_and_the_one_who_applies_is_not_asked() {
    for date in ["1960", "1960-08", "1960-08-14"] {
        let sent = with(PASSPORT, &[("fa_dob", json!(date))]);
        assert_eq!(refused(PASSPORT, &sent, "2026-11-22"), [""; 0], "{date}");
    }
    let self_ = session(PASSPORT, &sample(PASSPORT), "2026-11-22");
    assert_eq!(asks(&self_, "parents"), "fa_name- fa_dob- mo_name- mo_dob-");
    for (who, wanted) in [
        ("father", "mo_name- mo_dob-"),
        ("mother", "fa_name- fa_dob-"),
        ("guardian", "fa_name- fa_dob- mo_name- mo_dob-"),
    ] {
        let sent = changed(for_a_child(), &[("rep_rel", json!(who))]);
        let session = session(PASSPORT, &sent, "2026-11-22");
        assert_eq!(asks(&session, "parents"), wanted, "{who}");
    }
}

#[test]
fn addresses_are_asked_once() {
    for (now, wanted) in [
        ("permanent", "ap_addr+ temp- now_where+"),
        ("temporary", "ap_addr+ temp- now_where+"),
        ("other", "ap_addr+ temp- now_where+ now+"),
    ] {
        let sent = with(PASSPORT, &[("now_where", json!(now))]);
        let session = session(PASSPORT, &sent, "2026-11-22");
        assert_eq!(asks(&session, "address"), wanted, "{now}");
    }
    // Nobody lives at a temporary residence that was not given.
    let sent = with(PASSPORT, &[("temp", Json::Null)]);
    assert_eq!(
        refused(PASSPORT, &sent, "2026-11-22"),
        ["now_where: NotAnOption"]
    );
    for (changes, wanted) in [
        (&[("ch_same", json!(true))][..], "ch_same+"),
        (
            &[("ch_same", json!(false)), ("ch_now_same", json!(true))],
            "ch_same+ ch_addr+ ch_temp- ch_now_same+",
        ),
        (
            &[("ch_same", json!(false)), ("ch_now_same", json!(false))],
            "ch_same+ ch_addr+ ch_temp- ch_now_same+ ch_now+",
        ),
    ] {
        let sent = changed(for_a_child(), changes);
        let session = session(PASSPORT, &sent, "2026-11-22");
        assert_eq!(asks(&session, "child_address"), wanted, "{changes:?}");
    }
    for (changes, wanted) in [
        (&[("dl_how", json!("counter"))][..], "dl_how+"),
        (
            &[("dl_same", json!(true))],
            "dl_how+ dl_same+ dl_name+ dl_tel+ dl_when-",
        ),
        (
            &[("dl_same", json!(false))],
            "dl_how+ dl_same+ dl_addr+ dl_name+ dl_tel+ dl_when-",
        ),
    ] {
        let session = session(PASSPORT, &with(PASSPORT, changes), "2026-11-22");
        assert_eq!(asks(&session, "receive"), wanted, "{changes:?}");
    }
}

#[test]
fn photos_and_papers_of_a_passport() {
    let child = |changes: Changes| changed(for_a_child(), changes);
    for (sent, wanted) in [
        (sample(PASSPORT), "f_photo+ f_old+"),
        (with(PASSPORT, &[("want", json!("first"))]), "f_photo+"),
        (lost(&[]), "f_photo+"),
        (for_a_child(), "f_child_photo+ f_rep-"),
        (
            child(&[("ch_has_id", json!(false))]),
            "f_child_photo+ f_birth+",
        ),
        (
            child(&[("rep_rel", json!("guardian"))]),
            "f_child_photo+ f_rep+",
        ),
        (
            child(&[
                ("rep_rel", json!("guardian")),
                ("ch_has_id", json!(false)),
                ("want", json!("expired")),
            ]),
            "f_child_photo+ f_child_old+ f_birth+ f_rep+",
        ),
    ] {
        let session = session(PASSPORT, &sent, "2026-11-22");
        let papers = format!(
            "{} {}",
            asks(&session, "photo"),
            asks(&session, "documents")
        );
        assert_eq!(papers.trim(), wanted);
    }
}

/// TT 28/2026, halved by TT 64/2025 until 31/12/2026; the relief of NQ 66.22/2026 until 28/2/2027.
#[test]
fn the_fee_of_a_passport_by_day_and_answer() {
    for (class, want, wanted) in [
        ("standard", "first", [100, 200, 200, 200]),
        ("standard", "expired", [100, 200, 200, 200]),
        ("standard", "full", [100, 200, 200, 200]),
        ("standard", "changed", [100, 200, 200, 200]),
        ("standard", "damaged", [200, 400, 400, 400]),
        ("standard", "lost", [200, 400, 400, 400]),
        ("relief", "expired", [0, 0, 0, 200]),
        ("relief", "lost", [0, 0, 0, 400]),
    ] {
        let days = ["2026-12-31", "2027-01-01", "2027-02-28", "2027-03-01"];
        for (date, wanted) in days.iter().zip(wanted) {
            let changes = [("fee_class", json!(class)), ("want", json!(want))];
            let session = session(PASSPORT, &with(PASSPORT, &changes), date);
            assert_eq!(due(&session), [wanted], "{class} {want} {date}");
        }
    }
    let child = session(PASSPORT, &for_a_child(), "2026-12-31");
    assert_eq!(due(&child), [100]);
    // What the page of the procedure shows.
    for (date, wanted) in [
        ("2026-08-14", &[200, 100][..]),
        ("2026-11-22", &[0, 200, 100]),
        ("2026-12-31", &[0, 200, 100]),
        ("2027-01-01", &[0, 400, 200]),
        ("2027-02-28", &[0, 400, 200]),
        ("2027-03-01", &[400, 200]),
    ] {
        let form = form(PASSPORT);
        let fees = form.definition.fees_on(day(date));
        let fees: Vec<u64> = fees.filter_map(|fee| Some(fee.vnd? / 1_000)).collect();
        assert_eq!(fees, wanted, "{date}");
    }
}

#[test]
fn who_has_relief_is_asked_only_while_there_is_one() {
    for (date, is_asked) in [
        ("2026-08-14", false),
        ("2026-08-15", true),
        ("2027-02-28", true),
        ("2027-03-01", false),
    ] {
        let sent = sample(PASSPORT);
        let session = session(PASSPORT, &sent, date);
        assert_eq!(asked(&session).contains("fee_class"), is_asked, "{date}");
        assert_eq!(steps(&session).contains(" fee "), is_asked, "{date}");
    }
    let sent = sample(PASSPORT);
    assert_eq!(
        refused(PASSPORT, &sent, "2027-03-01"),
        ["fee_class: NotAsked"]
    );
}

#[test]
fn both_need_a_level_2_account_and_say_how_long_they_take() {
    for (code, working_days, days) in [(PASSPORT, Some(8), None), (RECORD, None, Some(10))] {
        let form = form(code);
        let level = form.definition.account.as_ref().map(|need| need.level);
        assert_eq!(level, Some(2), "{code}");
        let json = json_of(&format!("fixtures/procedures/{code}.json"));
        let time = &json["times"][0];
        assert_eq!(time["working_days"].as_u64(), working_days, "{code}");
        assert_eq!(time["days"].as_u64(), days, "{code}");
        let session = session(code, &sample(code), "2026-11-22");
        assert_eq!(session.time_due(), form.definition.times.first(), "{code}");
    }
}

// --- 3.000333, criminal record certificate ---

/// A daughter asks for her father, who is a citizen born in 1965.
fn for_a_father(changes: Changes) -> Json {
    let sent = with(
        RECORD,
        &[
            ("for_who", json!("other")),
            ("birthplace", Json::Null),
            ("ethnic", Json::Null),
            ("ap_sex", json!("female")),
            ("sub_name", json!("NGUYỄN VĂN MẪU")),
            ("sub_dob", json!("1965-03-27")),
            ("sub_sex", json!("male")),
            ("sub_id", json!("001065000005")),
            ("sub_rel", json!("parent")),
            ("sub_birthplace", json!("79")),
            ("sub_ethnic", json!("01")),
            ("sub_same", json!(true)),
            ("id_kind", json!("card")),
            ("id_no", Json::Null),
            ("f_passport", Json::Null),
            ("stays", stays(&[("1979-01", None)])),
        ],
    );
    changed(sent, changes)
}

fn stays(periods: &[(&str, Option<&str>)]) -> Json {
    let address = json!({"province": "01", "commune": "00004", "detail": "Số 1, phố Mẫu"});
    let row = |(from, to): &(&str, Option<&str>)| {
        let mut row = json!({"s_from": from, "s_abroad": false, "s_addr": address});
        if let Some(to) = to {
            row["s_to"] = json!(to);
        }
        row
    };
    Json::Array(periods.iter().map(row).collect())
}

#[test]
fn the_steps_by_whose_record_it_is() {
    let own = "want certificate who contact origin papers more father mother spouse history fee documents";
    let fathers = "want certificate who contact subject subject_origin papers more father mother spouse history fee";
    for (sent, wanted) in [
        (sample(RECORD), own.to_string()),
        (for_a_father(&[]), fathers.to_string()),
        // Whoever applies is the husband, the wife, the father or the mother.
        (
            for_a_father(&[("sub_rel", json!("spouse"))]),
            fathers.replace(" spouse", ""),
        ),
        (
            for_a_father(&[("sub_rel", json!("child"))]),
            fathers.replace(" mother", ""),
        ),
        (
            for_a_father(&[("sub_rel", json!("child")), ("ap_sex", json!("male"))]),
            fathers.replace(" father", ""),
        ),
        (
            for_a_father(&[("sub_rel", json!("other"))]),
            format!("{fathers} documents"),
        ),
    ] {
        assert_eq!(steps(&session(RECORD, &sent, "2026-11-22")), wanted);
    }
    assert_eq!(refused(RECORD, &for_a_father(&[]), "2026-11-22"), [""; 0]);
    let same = for_a_father(&[("sub_id", json!("001099000001"))]);
    assert_eq!(
        refused(RECORD, &same, "2026-11-22"),
        ["sub_id: This is your own ID number. Enter the other person’s number."]
    );
}

/// NĐ 216/2026: parents, husband or wife, children and wards need no authority paper.
#[test]
fn only_for_others_an_authority_paper_is_needed() {
    for (who, wanted) in [
        ("parent", ""),
        ("spouse", ""),
        ("child", ""),
        ("ward", ""),
        ("other", "f_auth+"),
    ] {
        let sent = for_a_father(&[("sub_rel", json!(who))]);
        let session = session(RECORD, &sent, "2026-11-22");
        assert_eq!(asks(&session, "documents"), wanted, "{who}");
    }
    let sent = for_a_father(&[("sub_rel", json!("other"))]);
    assert_eq!(refused(RECORD, &sent, "2026-11-22"), ["f_auth: Missing"]);
}

/// NĐ 216/2026: online only an electronic certificate. Other ways out are other procedures.
#[test]
fn what_cannot_be_had_online() {
    for (changes, wanted) in [
        (&[][..], None),
        (&[("copy", json!("paper"))], Some("paper")),
        (&[("for_who", json!("agency"))], Some("agency")),
        (&[("case", json!("no_residence"))], Some("central")),
        (&[("case", json!("left"))], Some("central")),
        (&[("case", json!("overseas"))], None),
        (&[("case", json!("foreigner"))], None),
    ] {
        let sent = with(RECORD, changes);
        let mut session = session(RECORD, &sent, "2026-11-22");
        assert_eq!(way_out(&mut session).as_deref(), wanted, "{changes:?}");
    }
    let paper = with(RECORD, &[("copy", json!("paper"))]);
    assert_eq!(
        refused(RECORD, &paper, "2026-11-22"),
        ["copy: On paper: apply at the police or by post"]
    );
    let form = form(RECORD);
    let ways = form.definition.elsewhere.iter();
    let procedures: Vec<_> = ways.filter_map(|way| way.procedure.as_deref()).collect();
    assert_eq!(procedures, ["3.000334", "3.000330"]);
    assert!(form.fields().all(|field| field.id().as_str() != "dl_how"));
}

#[test]
fn a_foreigner_may_have_no_personal_id_and_says_the_nationality() {
    let foreign = [
        ("case", json!("foreigner")),
        ("ap_id", Json::Null),
        ("nat", json!("FR")),
    ];
    assert_eq!(
        refused(RECORD, &with(RECORD, &foreign), "2026-11-22"),
        [""; 0]
    );
    let abroad = [
        ("case", json!("overseas")),
        ("ap_addr", Json::Null),
        ("nat", json!("VN")),
    ];
    assert_eq!(
        refused(RECORD, &with(RECORD, &abroad), "2026-11-22"),
        [""; 0]
    );
    let citizen = [("ap_id", Json::Null), ("ap_addr", Json::Null)];
    assert_eq!(
        refused(RECORD, &with(RECORD, &citizen), "2026-11-22"),
        [
            "ap_id: Missing",
            "ap_addr/province: Missing",
            "ap_addr/commune: Missing",
            "ap_addr/detail: Missing"
        ]
    );
    let own = session(RECORD, &sample(RECORD), "2026-11-22");
    assert_eq!(asks(&own, "origin"), "birthplace+ ethnic+");
}

#[test]
fn certificate_1_may_tell_of_disqualification_and_2_for_others_is_doubtful() {
    let no1 = session(RECORD, &sample(RECORD), "2026-11-22");
    assert_eq!(asks(&no1, "certificate"), "type+ disq+ purpose+");
    let no2 = [("type", json!("no2")), ("disq", Json::Null)];
    let own = session(RECORD, &with(RECORD, &no2), "2026-11-22");
    assert_eq!(asks(&own, "certificate"), "type+ purpose+");
    assert_eq!(advice(&own), [""; 0]);

    let doubt = "sub_rel: It is not certain that you can apply for another person’s No. 2, unless it is for your child under 18. Ask the police before you send this.";
    for (kind, who, born, is_told) in [
        ("no1", "parent", "1965-03-27", false),
        ("no2", "parent", "1965-03-27", true),
        ("no2", "other", "1965-03-27", true),
        ("no2", "child", "2008-11-22", true),
        ("no2", "child", "2008-11-23", false),
    ] {
        let sent = for_a_father(&[
            ("type", json!(kind)),
            ("sub_rel", json!(who)),
            ("sub_dob", json!(born)),
        ]);
        let session = session(RECORD, &sent, "2026-11-22");
        let said = advice(&session).iter().any(|said| said == doubt);
        assert_eq!(said, is_told, "{kind} {who} {born}");
    }
    // It keeps nobody.
    let sent = for_a_father(&[("type", json!("no2")), ("disq", Json::Null)]);
    assert_eq!(refused(RECORD, &sent, "2026-11-22"), [""; 0]);
}

/// The commonest fault: months since the age of 14 that no stay has.
#[test]
fn gaps_since_the_age_of_fourteen_are_pointed_out_and_keep_nobody() {
    // Born on 27 March 1990.
    for (periods, wanted) in [
        (vec![("2004-03", None)], None),
        (
            vec![("2004-04", None)],
            Some("stays: 2004-03-01..2004-03-01"),
        ),
        (vec![("2004-01", Some("2012-08")), ("2012-09", None)], None),
        (
            vec![("2012-11", None), ("2004-01", Some("2012-08"))],
            Some("stays: 2012-09-01..2012-10-01"),
        ),
        (
            vec![("2004-03", Some("2026-09"))],
            Some("stays: 2026-10-01..2026-11-01"),
        ),
    ] {
        let sent = with(RECORD, &[("stays", stays(&periods))]);
        let wanted: Vec<&str> = wanted.into_iter().collect();
        let session = session(RECORD, &sent, "2026-11-22");
        assert_eq!(advice(&session), wanted, "{periods:?}");
        assert_eq!(refused(RECORD, &sent, "2026-11-22"), [""; 0]);
    }
    assert_eq!(
        advice(&session(RECORD, &sample(RECORD), "2026-11-22")),
        [""; 0]
    );
}

#[test]
fn the_stays_of_another_person_begin_with_that_persons_age() {
    // The father was born on 27 March 1965, the daughter in 1990.
    for (from, wanted) in [
        ("1979-03", None),
        ("1980-01", Some("stays: 1979-04-01..1979-12-01")),
    ] {
        let periods = [("1979-03", Some("1979-03")), (from, None)];
        let sent = for_a_father(&[("stays", stays(&periods))]);
        let wanted: Vec<&str> = wanted.into_iter().collect();
        let session = session(RECORD, &sent, "2026-11-22");
        assert_eq!(advice(&session), wanted, "{from}");
    }
}

#[test]
fn a_child_under_fourteen_has_no_stays_to_tell() {
    let child = |born: &str, stays: Json| {
        for_a_father(&[
            ("sub_rel", json!("child")),
            ("sub_dob", json!(born)),
            ("sub_id", json!("001212000006")),
            ("mo_name", Json::Null),
            ("mo_dob", Json::Null),
            ("mo_id", Json::Null),
            ("stays", stays),
        ])
    };
    let history = |sent: &Json| steps(&session(RECORD, sent, "2026-11-22")).contains("history");
    // The 14th birthday is tomorrow, today.
    let sent = child("2012-11-23", Json::Null);
    assert!(!history(&sent));
    assert_eq!(refused(RECORD, &sent, "2026-11-22"), [""; 0]);
    let sent = child("2012-11-22", Json::Null);
    assert!(history(&sent));
    assert_eq!(refused(RECORD, &sent, "2026-11-22").len(), 1, "one stay");
    // Whoever is 14 tells of this month, no more.
    let sent = child("2012-11-22", stays(&[("2026-11", None)]));
    assert_eq!(refused(RECORD, &sent, "2026-11-22"), [""; 0]);
    assert_eq!(advice(&session(RECORD, &sent, "2026-11-22")), [""; 0]);

    // Were the stays asked for earlier, the day from which they count would still be to come: no gap.
    let mut definition = json_of(&format!("fixtures/procedures/{RECORD}.json"));
    let steps = definition["steps"].as_array_mut().expect("steps");
    let history = steps.iter_mut().find(|step| step["id"] == "history");
    let history = history.and_then(Json::as_object_mut).expect("the step");
    history.remove("visible");
    let always: Arc<Form> = Arc::new(compile_json(&definition.to_string()).expect("a form"));
    for born in ["2012-11-23", "2012-12-22", "2015-03-27", "2026-11-22"] {
        let sent = child(born, stays(&[("2026-11", None)]));
        let session = common::session(&always, &sent, &uploaded, today());
        assert_eq!(advice(&session), [""; 0], "{born}");
    }
}

/// An answer changed later changes what is pointed out.
#[test]
fn a_corrected_birth_moves_the_first_month() {
    let mut session = session(
        RECORD,
        &with(RECORD, &[("stays", stays(&[("2004-03", None)]))]),
        "2026-11-22",
    );
    assert_eq!(advice(&session), [""; 0]);
    let parts = DateParts {
        year: "1989".into(),
        ..DateParts::default()
    };
    let born = Event::Answered(FieldPath::top("ap_dob"), Answer::Date(parts));
    session.apply(born, today());
    assert_eq!(advice(&session), ["stays: 2003-01-01..2004-02-01"]);
}

#[test]
fn a_stay_is_in_viet_nam_or_abroad_and_ends_after_it_began() {
    let row = |changes: Changes| {
        let mut stays = stays(&[("2004-03", None)]);
        stays[0] = changed(stays[0].clone(), changes);
        refused(RECORD, &with(RECORD, &[("stays", stays)]), "2026-11-22")
    };
    let abroad = [
        ("s_abroad", json!(true)),
        ("s_country", json!("FR")),
        ("s_abroad_addr", json!("Paris")),
    ];
    assert_eq!(row(&abroad), ["stays/0/s_addr: NotAsked"]);
    let moved = [&abroad[..], &[("s_addr", Json::Null)]].concat();
    assert_eq!(row(&moved), [""; 0]);
    assert_eq!(row(&[("s_to", json!("2004-03"))]), [""; 0]);
    assert_eq!(
        row(&[("s_to", json!("2004-02"))]),
        ["stays/0/s_to: The last month must not be before the first. Check both months."]
    );
    assert_eq!(
        row(&[("s_to", json!("2026-12"))]),
        ["stays/0/s_to: DateInFuture"]
    );
}

/// TT 16/2025; the relief of NQ 66.22/2026 from 15/8/2026 to 28/2/2027.
#[test]
fn the_fee_of_a_certificate_by_day_and_answer() {
    let days = ["2026-08-14", "2026-08-15", "2027-02-28", "2027-03-01"];
    for (class, wanted) in [
        ("standard", [200, 200, 200, 200]),
        ("reduced", [100, 100, 100, 100]),
        // What is no longer offered must be chosen again; until then the usual fee is shown.
        ("relief", [200, 0, 0, 200]),
    ] {
        for (date, wanted) in days.iter().zip(wanted) {
            let sent = with(RECORD, &[("fee_class", json!(class))]);
            let session = session(RECORD, &sent, date);
            assert_eq!(due(&session), [wanted], "{class} {date}");
            let is_over = class == "relief" && !["2026-08-15", "2027-02-28"].contains(date);
            let said = match is_over {
                true => vec!["fee_class: NotAnOption".to_string()],
                false => Vec::new(),
            };
            let found = refused(RECORD, &sent, date);
            let found: Vec<String> = found
                .into_iter()
                .filter(|said| said.starts_with("fee_class"))
                .collect();
            assert_eq!(found, said, "{class} {date}");
        }
    }
    let reduced = with(RECORD, &[("fee_class", json!("reduced"))]);
    let session = session(RECORD, &reduced, "2026-11-22");
    assert_eq!(asks(&session, "documents"), "f_passport+ f_reduced-");
}
