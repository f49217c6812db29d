//! The procedures that come with this crate, as a citizen and as a portal meet them.

mod common;
mod samples;

use std::collections::BTreeSet;
use std::sync::Arc;

use common::{day, json_of, lists, uploaded};
use procedure::definition::{self, StepDefinition};
use procedure::{
    Answer, Date, Event, FieldPath, Form, Layout, Outcome, Place, Problem, ProblemCode, Session,
    Shown, StepId, Submission,
};
use samples::{CODES, form, sample, today};
use serde_json::{Value as Json, json};

fn session(form: &Arc<Form>, sent: &Json, date: Date) -> Session {
    common::session(form, sent, &uploaded, date)
}

/// New values at pointers into the answers; `null` takes one away.
type Changes<'a> = &'a [(&'a str, Json)];

/// Pointers into the submission, each with what is said there.
type Told<'a> = &'a [(&'a str, &'a str)];

fn accept(form: &Arc<Form>, sent: &Json) -> Result<Submission, Vec<Problem>> {
    form.accept(sent, &lists(), &uploaded, today())
}

/// The sample answers, changed.
fn with(code: &str, changes: Changes) -> Json {
    let mut sent = sample(code);
    for (pointer, value) in changes {
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        let parent = sent.pointer_mut(parent).expect("the parent is there");
        match (parent, value) {
            (Json::Object(map), Json::Null) => {
                map.remove(key);
            }
            (Json::Object(map), value) => {
                map.insert(key.to_string(), value.clone());
            }
            (Json::Array(list), value) => {
                list[key.parse::<usize>().expect("a row")] = value.clone()
            }
            (other, _) => panic!("{pointer}: {other}"),
        }
    }
    sent
}

/// What is wrong with sent answers: pointers, and the author's words where a rule does not hold.
fn refused(code: &str, changes: Changes) -> Vec<(String, String)> {
    let Err(problems) = accept(&form(code), &with(code, changes)) else {
        return Vec::new();
    };
    let words = |problem: &Problem| match &problem.code {
        ProblemCode::Rule(text) => text.pick(&["en"]).text.to_string(),
        other => format!("{other:?}"),
    };
    problems
        .iter()
        .map(|problem| (problem.pointer(), words(problem)))
        .collect()
}

fn steps(session: &Session) -> Vec<String> {
    let places = session.places(Layout::Steps);
    let ids = places.iter().filter_map(Place::step_id);
    ids.map(ToString::to_string).collect()
}

fn asked(session: &Session) -> BTreeSet<String> {
    let places = session.places(Layout::Steps);
    let paths = places.iter().flat_map(|place| session.paths(place));
    paths.map(|path| path.to_string()).collect()
}

fn answer(session: &mut Session, field: &str, answer: Answer) {
    session.apply(Event::Answered(FieldPath::top(field), answer), today());
}

fn many(values: &[&str]) -> Answer {
    Answer::Many(values.iter().map(ToString::to_string).collect())
}

#[test]
fn the_sample_answers_are_accepted_as_they_are() {
    for code in CODES {
        let form = form(code);
        let sent = sample(code);
        let submission = accept(&form, &sent).unwrap_or_else(|p| panic!("{code}: {p:?}"));
        assert_eq!(submission.answers(), &sent, "{code}");
        assert_eq!(submission.procedure(), code);
        assert_eq!(submission.version(), form.definition.version, "{code}");
        let typed = session(&form, &sent, today());
        assert_eq!(typed.submission(), Ok(submission), "{code}: typed");
    }
}

// [24]
#[test]
fn the_steps_of_the_sample_answers_in_order() {
    for (code, wanted) in [
        (
            "3.000347",
            "who contact licence exchange training health receive fee documents",
        ),
        (
            "1.004194",
            "who contact place household head members consent documents",
        ),
        (
            "1.000703",
            "before company address office registration representative kinds manager safety \
             fleet devices documents receive",
        ),
        (
            "2.002286",
            "before company address registration representative old_licence reason kinds manager \
             safety fleet devices documents receive",
        ),
        (
            "2.002287",
            "before company address registration representative old_licence reason kinds manager \
             safety receive",
        ),
        (
            "2.002288",
            "before who contact company licence kinds vehicles request documents receive",
        ),
        (
            "3.000353",
            "permit licence who contact passport origin receive documents",
        ),
        (
            "3.000347-MP",
            "which who contact licence health visit support receive documents",
        ),
        (
            "1.005103",
            "inspection vehicle numbers who contact owner place receive documents",
        ),
    ] {
        let session = session(&form(code), &sample(code), today());
        assert_eq!(steps(&session).join(" "), wanted, "{code}");
    }
}

// [24, 98]
/// [25] An exact number of steps is said only where no answer can change it; before that, one that it
/// does not exceed.
#[test]
fn progress_never_promises_less_than_comes() {
    for code in CODES {
        let form = form(code);
        for session in [
            session(&form, &sample(code), today()),
            Session::new(Arc::clone(&form), today()),
        ] {
            let places = session.places(Layout::Steps);
            for (n, place) in places.iter().enumerate() {
                let step = place.step_id().expect("a step");
                let progress = session.progress(step);
                assert_eq!(progress.at, n + 1, "{code} {step:?}");
                match progress.is_at_most {
                    true => assert!(progress.of >= places.len(), "{code} {step:?}"),
                    false => assert_eq!(progress.of, places.len(), "{code} {step:?}"),
                }
            }
            let first = places.first().and_then(Place::step_id).expect("a step");
            let can_be_left_out = |step: &StepDefinition| {
                step.visible.is_some() || step.fields.iter().all(|f| f.visible.is_some())
            };
            let json = json_of(&format!("fixtures/procedures/{code}.json"));
            let varies = definition::read(&json).0.steps.iter().any(can_be_left_out);
            assert_eq!(session.progress(first).is_at_most, varies, "{code}");
        }
        let session = session(&form, &sample(code), today());
        let places = session.places(Layout::Steps);
        let last = places.last().and_then(Place::step_id).expect("a step");
        let last = session.progress(last);
        assert!(!last.is_at_most, "{code}: nothing comes after it");
    }
}

#[test]
fn class_a1_alone_needs_no_health_certificate() {
    let form = form("3.000347");
    let mut session = session(&form, &sample("3.000347"), today());
    let before = (session.draft(), session.submission().expect("complete"));
    assert!(steps(&session).contains(&"health".to_string()));

    answer(&mut session, "gplx_class", many(&["old_a1"]));
    answer(&mut session, "want_class", Answer::text("a_limited"));
    assert!(!steps(&session).contains(&"health".to_string()));
    assert!(
        !asked(&session).contains("f_health"),
        "{:?}",
        asked(&session)
    );
    let submission = session.submission().expect("complete without it");
    for hidden in ["hc_kind", "hc_code", "hc_date", "hc_clinic", "f_health"] {
        assert_eq!(submission.answers().get(hidden), None, "{hidden}");
        assert_eq!(
            session.answers().get(hidden),
            before.0.answers.get(hidden),
            "{hidden} is kept"
        );
    }

    answer(&mut session, "gplx_class", many(&["old_a1", "old_b2"]));
    answer(&mut session, "want_class", Answer::text("b"));
    assert_eq!(session.draft(), before.0);
    assert_eq!(session.submission(), Ok(before.1));
}

#[test]
fn which_classes_need_a_health_certificate() {
    for (classes, needed) in [
        (&["old_a1"][..], false),
        (&["old_a1", "old_a2", "old_a3"], false),
        (&["new_a1", "new_a", "new_b1"], false),
        (&["old_a4"], true),
        // The same letters: a car under the old law.
        (&["old_b1"], true),
        (&["new_b1", "new_b"], true),
        (&["new_a1", "new_de"], true),
        (&[], false),
    ] {
        let mut session = session(&form("3.000347"), &sample("3.000347"), today());
        answer(&mut session, "gplx_class", many(classes));
        assert_eq!(
            steps(&session).contains(&"health".to_string()),
            needed,
            "{classes:?}"
        );
    }
}

/// The table of `docs/facts.md`, Classes of driving licences.
#[test]
fn old_classes_are_exchanged_for_these() {
    let form = form("3.000347");
    let place = Place::step(&StepId::new("exchange"));
    for (class, wanted) in [
        ("old_a1", "a_limited"),
        ("old_a2", "a"),
        ("old_a3", "b1"),
        ("old_a4", "special"),
        ("old_b1_auto", "b_auto"),
        ("old_b1", "b c1"),
        ("old_b2", "b c1"),
        ("old_c", "c"),
        ("old_d", "d2"),
        ("old_e", "d"),
        ("old_fb2", "be c1e"),
        ("old_fc", "ce"),
        ("old_fd", "d2e"),
        ("old_fe", "de"),
        ("new_a1", "a1"),
        ("new_a", "a_limited a"),
        ("new_b1", "b1"),
        ("new_b", "b_auto b"),
        ("new_c1", "c1"),
        ("new_c", "c"),
        ("new_d1", "d1"),
        ("new_d2", "d2"),
        ("new_d", "d"),
        ("new_be", "be"),
        ("new_c1e", "c1e"),
        ("new_ce", "ce"),
        ("new_d1e", "d1e"),
        ("new_d2e", "d2e"),
        ("new_de", "de"),
    ] {
        let mut session = Session::new(form.clone(), today());
        answer(&mut session, "gplx_class", many(&[class]));
        let view = session.view(&place, &FieldPath::top("want_class"));
        let options = view.and_then(|view| view.options).expect("options");
        let values: Vec<&str> = options.iter().map(|o| o.value.as_str()).collect();
        assert_eq!(values.join(" "), wanted, "{class}");
        answer(&mut session, "want_class", Answer::text(values[0]));
        let problem = session.submission().expect_err("the rest is missing");
        let wrong = problem.iter().any(|p| p.pointer() == "/answers/want_class");
        assert!(!wrong, "{class}: what is offered can be chosen");
    }
}

// [75]
#[test]
fn an_expired_licence_is_told_on_a_page_of_its_own_and_does_not_stop_anyone() {
    let form = form("3.000347");
    for (expiry, told) in [
        (json!("2026-11-21"), true),
        (json!("2026-11-22"), false),
        (json!("2027-05-15"), false),
        (Json::Null, false),
    ] {
        let sent = with("3.000347", &[("/gplx_expiry", expiry.clone())]);
        let mut session = session(&form, &sent, today());
        assert_eq!(
            steps(&session).contains(&"expired".to_string()),
            told,
            "{expiry}"
        );
        assert!(session.submission().is_ok(), "{expiry}");
        assert!(accept(&form, &sent).is_ok(), "{expiry}");
        if told {
            let next = session.apply(
                Event::Continued(Place::step(&StepId::new("expired"))),
                today(),
            );
            assert_eq!(next, Outcome::Next(Place::step(&StepId::new("exchange"))));
        }
    }
}

/// Which papers are asked (`+` required, `-` optional), by what was answered.
#[test]
fn papers_are_asked_only_where_they_are_needed() {
    let citizen = "f_photo+ f_gplx_front+ f_gplx_back+ f_id_front+ f_id_back+";
    let cases: [(&str, Changes, String); 7] = [
        ("3.000347", &[], format!("{citizen} f_health+")),
        (
            "3.000347",
            &[("/hc_kind", json!("electronic"))],
            citizen.to_string(),
        ),
        (
            "3.000347",
            &[("/suspended", json!(true))],
            "f_photo+ f_gplx_front- f_gplx_back- f_id_front+ f_id_back+ f_health+ f_penalty+"
                .to_string(),
        ),
        (
            "3.000347",
            &[("/nationality_kind", json!("foreigner"))],
            "f_photo+ f_gplx_front+ f_gplx_back+ f_health+ f_passport+".to_string(),
        ),
        (
            "3.000347",
            &[("/nationality_kind", json!("overseas"))],
            "f_photo+ f_gplx_front+ f_gplx_back+ f_id_front- f_id_back- f_health+ f_passport+"
                .to_string(),
        ),
        ("1.004194", &[], "f_proof+ f_consent+".to_string()),
        (
            "1.004194",
            &[("/proof", json!("yes")), ("/c_head", json!("in_person"))],
            String::new(),
        ),
    ];
    for (code, changes, wanted) in cases {
        let session = session(&form(code), &with(code, changes), today());
        let views = session.views(&Place::step(&StepId::new("documents")));
        let papers: Vec<String> = views
            .iter()
            .map(|v| format!("{}{}", v.path, if v.optional { '-' } else { '+' }))
            .collect();
        assert_eq!(papers.join(" "), wanted, "{code} {changes:?}");
        assert_eq!(
            steps(&session).contains(&"documents".to_string()),
            !wanted.is_empty(),
            "{code} {changes:?}"
        );
    }
}

#[test]
fn a_personal_id_or_a_passport_by_who_applies() {
    for (who, asked_for) in [
        ("citizen", "ap_id+"),
        ("overseas", "ap_id- passport_no+"),
        ("foreigner", "passport_no+"),
    ] {
        let sent = with("3.000347", &[("/nationality_kind", json!(who))]);
        let session = session(&form("3.000347"), &sent, today());
        let views = session.views(&Place::step(&StepId::new("who")));
        let numbers: Vec<String> = views
            .iter()
            .filter(|v| ["ap_id", "passport_no"].contains(&v.path.field.as_str()))
            .map(|v| format!("{}{}", v.path, if v.optional { '-' } else { '+' }))
            .collect();
        assert_eq!(numbers.join(" "), asked_for, "{who}");
    }
}

#[test]
fn dates_must_fit_each_other() {
    let cases: [(&str, Changes, Told); 14] = [
        ("1.004194", &[("/to", json!("2026-11-30"))], &[]),
        (
            "1.004194",
            &[("/from", json!("2026-11-30")), ("/to", json!("2026-11-30"))],
            &[(
                "/answers/to",
                "The last day must be after the first day. Check both dates.",
            )],
        ),
        (
            "1.004194",
            &[("/to", json!("2028-11-16"))],
            &[(
                "/answers/to",
                "A temporary residence lasts 24 months at most. Choose an earlier last day.",
            )],
        ),
        // The last of February stands for the day that it does not have.
        (
            "1.004194",
            &[("/from", json!("2027-03-31")), ("/to", json!("2029-03-31"))],
            &[],
        ),
        (
            "1.004194",
            &[("/from", json!("2026-01-01")), ("/to", json!("2026-11-21"))],
            &[("/answers/to", "DateInPast")],
        ),
        (
            "1.004194",
            &[("/from", json!("2024-11-22")), ("/to", json!("2026-11-22"))],
            &[],
        ),
        (
            "1.004194",
            &[("/from", json!("2024-11-21")), ("/to", json!("2026-11-22"))],
            &[
                (
                    "/answers/from",
                    "The first day is more than 24 months ago. Check the year.",
                ),
                (
                    "/answers/to",
                    "A temporary residence lasts 24 months at most. Choose an earlier last day.",
                ),
            ],
        ),
        (
            "1.004194",
            &[("/from", json!("2027-11-23"))],
            &[(
                "/answers/from",
                "The first day is more than 12 months ahead. Check the year.",
            )],
        ),
        (
            "1.004194",
            &[("/members/0/m_dob", json!("1905"))],
            &[(
                "/answers/members/0/m_dob",
                "By this date the person is over 120 years old. Check the year of birth.",
            )],
        ),
        (
            "1.004194",
            &[("/members/1/m_dob", json!("2026-12"))],
            &[("/answers/members/1/m_dob", "DateInFuture")],
        ),
        (
            "3.000347",
            &[("/gplx_expiry", json!("2017-05-15"))],
            &[(
                "/answers/gplx_expiry",
                "The expiry date must be after the date of issue. Check both dates.",
            )],
        ),
        (
            "3.000347",
            &[
                ("/gplx_issued", json!("1990-03-27")),
                ("/learned_year", json!("1990")),
            ],
            &[
                (
                    "/answers/gplx_issued",
                    "The date of issue must be after the date of birth. Check the year.",
                ),
                (
                    "/answers/learned_year",
                    "The year you learned to drive must be after the year of birth.",
                ),
            ],
        ),
        // Twelve months and more are a hint, not a rule: nobody has verified it.
        ("3.000347", &[("/hc_date", json!("2024-01-15"))], &[]),
        (
            "3.000347",
            &[("/hc_date", json!("2026-11-23"))],
            &[("/answers/hc_date", "DateInFuture")],
        ),
    ];
    for (code, changes, wanted) in cases {
        let found = refused(code, changes);
        let found: Vec<(&str, &str)> = found.iter().map(|(p, w)| (&**p, &**w)).collect();
        assert_eq!(found, wanted, "{code} {changes:?}");
    }
}

#[test]
fn the_people_who_must_agree_are_asked_and_no_others() {
    let child = json!({"m_name": "NGUYỄN MẪU", "m_dob": "2008-11-23", "m_sex": "male",
        "m_id": "001208000005", "m_rel": "child"});
    let grown = json!({"m_name": "NGUYỄN MẪU", "m_dob": "2008-11-22", "m_sex": "male",
        "m_id": "001208000005", "m_rel": "child"});
    let unknown = json!({"m_name": "NGUYỄN MẪU"});
    let head = [("/is_head", json!(true)), ("/owner_rel", json!("owner"))];
    let cases: [(Changes, &str); 9] = [
        (&[], "c_head c_owner c_parent"),
        (&[("/is_head", json!(true))], "c_owner c_parent"),
        (&[("/owner_rel", json!("owner"))], "c_head c_parent"),
        (&[("/members", json!([child]))], "c_head c_owner c_parent"),
        (&[("/members", json!([grown]))], "c_head c_owner"),
        // A row without a date of birth is nobody's child yet.
        (&[("/members", json!([unknown]))], "c_head c_owner"),
        (&[("/members", json!([]))], "c_head c_owner"),
        (
            &[("/members", json!([])), ("/ap_dob", json!("2009-01-15"))],
            "c_head c_owner c_parent",
        ),
        (
            &[("/members", json!([])), head[0].clone(), head[1].clone()],
            "",
        ),
    ];
    for (changes, wanted) in cases {
        let session = session(&form("1.004194"), &with("1.004194", changes), today());
        let paths = session.paths(&Place::step(&StepId::new("consent")));
        let paths: Vec<String> = paths.iter().map(ToString::to_string).collect();
        assert_eq!(paths.join(" "), wanted, "{changes:?}");
        assert_eq!(
            steps(&session).contains(&"consent".to_string()),
            !wanted.is_empty(),
            "{changes:?}"
        );
    }
}

/// [94, 95] Every question that is asked stands there once, under the title of its step or row, with
/// the page on which it can be changed.
#[test]
fn the_check_page_lists_what_is_asked_by_section() {
    for code in CODES {
        let form = form(code);
        let session = session(&form, &sample(code), today());
        let sections = session.review(Layout::Steps);
        let rows: Vec<_> = sections.iter().flat_map(|s| &s.rows).collect();
        let listed: BTreeSet<_> = rows.iter().map(|row| row.path.to_string()).collect();
        assert_eq!(listed.len(), rows.len(), "{code}: each once");
        // People in a list are asked on pages of their own; information asks nothing.
        let top = asked(&session);
        let missing: Vec<_> = top
            .iter()
            .filter(|path| {
                let field = form.field(&FieldPath::top(path)).expect("a field");
                !listed.contains(*path) && field.is_question() && field.rows.is_empty()
            })
            .collect();
        assert!(missing.is_empty(), "{code}: {missing:?}");
        for row in &rows {
            let is_asked = session.view(&row.place, &row.path).is_some();
            assert!(is_asked, "{code}: {} can be changed", row.path);
        }
        assert!(sections.iter().all(|s| !s.title.is_empty()), "{code}");
    }
}

/// [96] What may be left out and was is one thing, what must be there and is not is another.
#[test]
fn the_check_page_tells_what_is_missing_from_what_was_left_out() {
    let form = form("1.004194");
    let mut session = session(&form, &sample("1.004194"), today());
    answer(&mut session, "ap_mail", Answer::text(""));
    answer(&mut session, "ap_tel", Answer::text(""));
    let sections = session.review(Layout::Steps);
    let shown = |field: &str| {
        let mut rows = sections.iter().flat_map(|s| &s.rows);
        let row = rows.find(|row| row.path == FieldPath::top(field));
        row.map(|row| row.shown.clone())
    };
    assert_eq!(shown("ap_mail"), Some(Shown::NotProvided));
    assert_eq!(shown("ap_tel"), Some(Shown::Missing));
    assert!(session.submission().is_err());
}

/// [24] The address of a step that is not asked leads to one that is open.
#[test]
fn a_step_off_the_path_leads_to_one_that_is_open() {
    let form = form("3.000347");
    let mut session = session(&form, &sample("3.000347"), today());
    let health = Place::step(&StepId::new("health"));
    let all = session.places(Layout::Steps);
    for place in &all {
        session.apply(Event::Continued(place.clone()), today());
    }
    assert_eq!(session.admit(&health, Layout::Steps), Ok(()));
    answer(&mut session, "gplx_class", many(&["old_a1"]));
    answer(&mut session, "want_class", Answer::text("a_limited"));
    let instead = session.admit(&health, Layout::Steps);
    let instead = instead.expect_err("nobody is asked for a health certificate");
    assert_eq!(session.admit(&instead, Layout::Steps), Ok(()));
    assert_ne!(instead, health);
}

// [98]
#[test]
fn a_hidden_answer_is_refused_by_the_portal() {
    let not_asked = |pointer: &str| (pointer.to_string(), "NotAsked".to_string());
    let cases: [(&str, Changes, &[&str]); 6] = [
        (
            "3.000347",
            &[("/passport_no", json!("C1234567"))],
            &["/answers/passport_no"],
        ),
        (
            "3.000347",
            &[
                ("/gplx_class", json!(["old_a1"])),
                ("/want_class", json!("a_limited")),
            ],
            &[
                "/answers/f_health",
                "/answers/hc_clinic",
                "/answers/hc_date",
                "/answers/hc_kind",
            ],
        ),
        (
            "3.000347",
            &[("/ap_helper", json!("TRẦN THỊ MẪU"))],
            &["/answers/ap_helper"],
        ),
        (
            "1.004194",
            &[("/is_head", json!(true))],
            &[
                "/answers/c_head",
                "/answers/f_consent",
                "/answers/head_id",
                "/answers/head_name",
                "/answers/head_rel",
            ],
        ),
        (
            "1.004194",
            &[("/f_ct01", json!([{"upload": "ct01.pdf"}]))],
            &["/answers/f_ct01"],
        ),
        (
            "1.004194",
            &[("/members/0/m_tel", json!("0912345678"))],
            &["/answers/members/0/m_tel"],
        ),
    ];
    for (code, changes, wanted) in cases {
        let wanted: Vec<(String, String)> = wanted.iter().map(|p| not_asked(p)).collect();
        assert_eq!(refused(code, changes), wanted, "{code} {changes:?}");
    }
}

#[test]
fn nobody_is_registered_twice() {
    let yours = json!("001099000001");
    for (pointer, answer) in [
        ("/head_id", "/answers/head_id"),
        ("/members/1/m_id", "/answers/members/1/m_id"),
    ] {
        let found = refused("1.004194", &[(pointer, yours.clone())]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].0, answer);
    }
    // A head of household is one of the members only where the applicant is not the head.
    let head = [("/members/0/m_rel", json!("head"))];
    assert_eq!(refused("1.004194", &head), []);
}

#[test]
fn fees_by_day() {
    let fees = |code: &str, date: Date| -> Vec<u64> {
        let form = form(code);
        form.definition
            .fees_on(date)
            .filter_map(|fee| fee.vnd)
            .collect()
    };
    for (date, licence, residence) in [
        ("2025-12-31", &[][..], &[7_000, 5_000, 15_000, 10_000][..]),
        ("2026-08-14", &[135_000], &[7_000, 5_000, 15_000, 10_000]),
        (
            "2026-08-15",
            &[135_000, 0],
            &[7_000, 5_000, 0, 15_000, 10_000],
        ),
        (
            "2027-02-28",
            &[135_000, 0],
            &[7_000, 5_000, 0, 15_000, 10_000],
        ),
        ("2027-03-01", &[135_000], &[7_000, 5_000, 15_000, 10_000]),
    ] {
        assert_eq!(fees("3.000347", day(date)), licence, "{date}");
        assert_eq!(fees("1.004194", day(date)), residence, "{date}");
    }
}

#[test]
fn every_fee_and_time_says_where_it_comes_from() {
    for code in CODES {
        let definition = &form(code).definition;
        assert!(definition.fees.iter().all(|fee| fee.checked_on.is_some()));
        assert!(
            definition
                .times
                .iter()
                .all(|time| time.checked_on.is_some())
        );
        let mut free = definition.fees.iter().filter(|fee| fee.vnd == Some(0));
        assert!(free.all(|fee| !fee.note.is_empty()), "{code}: why free");
        assert!(!definition.legal.is_empty() && !definition.notices.is_empty());
    }
}

/// How texts are written: `CONTRIBUTING.md`, Add a message.
// [13, 44]
#[test]
fn texts_are_in_both_languages_and_as_a_good_office_writes_them() {
    for code in CODES {
        let mut texts = Vec::new();
        collect(
            &json_of(&format!("fixtures/procedures/{code}.json")),
            "",
            &mut texts,
        );
        assert!(texts.len() > 100);
        for (path, vi, en) in texts {
            let key = path.rsplit('/').find(|key| key.parse::<usize>().is_err());
            for text in [&vi, &en] {
                assert!(!text.trim().is_empty(), "{code}{path}");
                assert_eq!(text.trim(), text, "{code}{path}");
                assert!(!text.contains('!'), "{code}{path}: no exclamation marks");
                assert!(!text.contains("http"), "{code}{path}: no links");
                let information = text.contains(". ") && path.contains("/fields/0/label");
                if matches!(key, Some("label" | "title" | "missing" | "item")) && !information {
                    assert!(!text.ends_with('.'), "{code}{path}: {text}");
                }
                if key == Some("message") {
                    assert!(text.ends_with('.'), "{code}{path}: {text}");
                }
                if key == Some("hint") && path.contains("/fields/") {
                    assert!(!text.contains(". "), "{code}{path}: one sentence");
                    assert!(text.chars().count() <= 100, "{code}{path}: short");
                    let example = text
                        .strip_prefix("Ví dụ ")
                        .or(text.strip_prefix("For example, "));
                    let day = example.and_then(|e| e.split(' ').next()?.parse::<u16>().ok());
                    assert!(day.is_none_or(|day| day >= 13), "{code}{path}: {text}");
                }
            }
        }
    }
}

fn collect(json: &Json, path: &str, found: &mut Vec<(String, String, String)>) {
    match json {
        Json::Object(map) => {
            if let (Some(Json::String(vi)), Some(Json::String(en)), 2) =
                (map.get("vi"), map.get("en"), map.len())
            {
                found.push((path.to_string(), vi.clone(), en.clone()));
                return;
            }
            for (key, json) in map {
                const TEXTS: [&str; 12] = [
                    "name", "summary", "agency", "label", "hint", "why", "help", "missing",
                    "title", "body", "message", "note",
                ];
                let is_text = TEXTS.contains(&key.as_str());
                assert!(
                    !is_text
                        || json.get("vi").is_some() && json.get("en").is_some()
                        || json.get("name").is_some(),
                    "{path}/{key} is in both languages"
                );
                collect(json, &format!("{path}/{key}"), found);
            }
        }
        Json::Array(items) => {
            for (n, json) in items.iter().enumerate() {
                collect(json, &format!("{path}/{n}"), found);
            }
        }
        _ => {}
    }
}

/// [39] What is asked about somebody else, a head of household or a child, is never filled in with the
/// data of the person at the device.
#[test]
fn only_data_about_the_applicant_has_an_autofill_token() {
    for code in CODES {
        let form = form(code);
        for field in form.fields().flat_map(|f| [f].into_iter().chain(&f.rows)) {
            if field.definition.autocomplete.is_some() {
                assert!(
                    field.id().as_str().starts_with("ap_"),
                    "{code}: {}",
                    field.id()
                );
            }
        }
    }
}

// [3, 92]
#[test]
fn nothing_is_asked_twice() {
    for code in CODES {
        let form = form(code);
        for locale in ["vi", "en"] {
            let mut labels = BTreeSet::new();
            for field in form.fields().flat_map(|f| [f].into_iter().chain(&f.rows)) {
                let label = field.definition.label.pick(&[locale]);
                assert_eq!(label.locale, locale);
                assert!(
                    labels.insert(label.text.to_string()),
                    "{code}: {}",
                    label.text
                );
            }
        }
    }
}
