//! `/procedures/:code`: what it is, who may apply, what is needed, what it costs today.

use crate::provided::provided;
use crate::ui::el::{El, Part, el, parts};
use leptos::prelude::*;
use procedure::definition::{Definition, Fee, KindDefinition, Level, Validity};
use procedure::{Form, Text};

use super::apply::when_loaded;
use super::more_of::length;
use super::{frame, title, trouble, use_portal_info};
use crate::hooks::use_page;
use crate::i18n::{Arg, I18n, Words, use_i18n};
use crate::later::{self, Page};
use crate::platform::storage::{self, Keeping};
use crate::platform::{clock, dom};
use crate::route::Route;
use crate::ui::live::live;
use crate::ui::notice::notice;
use crate::ui::summary_list;
use crate::wizard::{Saved, WizardStore, Wizards};

pub(super) fn procedure(code: String) -> AnyView {
    provided::<Wizards>().open_anew(&code);
    when_loaded(code, |store| start(store).into_any())
}

fn start(store: WizardStore) -> AnyView {
    let (i18n, info) = (use_i18n(), use_portal_info());
    let form = store.now(|session| session.form().clone());
    let definition = &form.definition;
    let name = i18n.text(&definition.name);
    let in_title = name.text.clone();
    use_page(move || title(i18n, info, &[&in_title]));
    let notices = definition
        .notices
        .iter()
        .map(|notice| el("p").child(with_links(i18n.text(notice), &definition.code)));
    let notices = notices.collect::<Vec<_>>();
    let notices = (!notices.is_empty()).then(|| notice("warning").child(notices));
    frame(
        Some(("/".into(), i18n.t("back-home"))),
        parts![
            el("h1").child(name),
            el("p").class("lead").child(i18n.text(&definition.summary)),
            notices,
            sentences(i18n, "who-title", &definition.who),
            prepare(i18n, definition),
            facts(i18n, definition),
            more_of(store, definition),
            begin(i18n, &form, store),
            // It comes later: nothing that somebody is about to press moves down.
            later::part(move || Page::SignInFirst(store)),
            legal(i18n, definition)
        ],
    )
}

/// Words in which the codes of other procedures lead to their pages.
fn with_links(words: Words, own: &str) -> AnyView {
    let text = words.text.clone();
    let codes = codes_in(&text, own);
    if codes.is_empty() {
        return words.part();
    }
    let mut rest = text.as_str();
    let mut all = Vec::new();
    for code in codes {
        if let Some((before, behind)) = rest.split_once(code) {
            let href = Route::Procedure(code.to_string()).href();
            let link = el("a").attr("href", href).child(code.to_string());
            all.extend([before.to_string().part(), link.part()]);
            rest = behind;
        }
    }
    all.push(rest.to_string().part());
    let original = words.original.map(|original| {
        let original = el("span").class("original").child(*original);
        parts![" ", original]
    });
    parts![
        el("span")
            .attr("lang", words.lang)
            .attr("dir", words.dir)
            .child(all),
        original
    ]
}

/// The codes of procedures in a text, in their order, as the national catalogue writes them: `1.004194`.
fn codes_in<'a>(text: &'a str, own: &str) -> Vec<&'a str> {
    let is_code = |word: &&str| {
        let digits =
            |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
        let parts = word.split_once('.');
        parts.is_some_and(|(first, rest)| digits(first, 1) && digits(rest, 6))
    };
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.'));
    let words = words.map(|word| word.trim_matches('.'));
    words.filter(is_code).filter(|code| *code != own).collect()
}

/// What is said of a procedure that is not all of it here.
fn more_of(store: WizardStore, definition: &Definition) -> Option<AnyView> {
    let has_more = definition.in_person.is_some()
        || !definition.components.is_empty()
        || definition.account.is_some();
    has_more.then(|| later::part(move || Page::MoreOf(store)))
}

fn sentences(i18n: I18n, key: &str, sentences: &[Text]) -> Option<AnyView> {
    (!sentences.is_empty()).then(|| {
        let items = sentences
            .iter()
            .map(|text| el("li").child(i18n.text(text)))
            .collect::<Vec<_>>();
        parts![el("h2").child(i18n.t(key)), el("ul").child(items)]
    })
}

fn prepare(i18n: I18n, definition: &Definition) -> Option<AnyView> {
    (!definition.prepare.is_empty()).then(|| {
        let items = definition.prepare.iter().map(|thing| {
            let hint = (!thing.hint.is_empty())
                .then(|| el("p").class("hint").child(i18n.text(&thing.hint)));
            el("li").child(i18n.text(&thing.text)).child(hint)
        });
        let items = items.collect::<Vec<_>>();
        parts![
            el("h2").child(i18n.t("prepare-title")),
            el("ul").class("checklist").child(items),
            el("p").class("no-print").child(
                el("button")
                    .attr("type", "button")
                    .class("link")
                    .on_press(|_| dom::print())
                    .child(i18n.t("prepare-print"))
            )
        ]
    })
}

/// Fee, time, result: what people ask first, in rows.
fn facts(i18n: I18n, definition: &Definition) -> AnyView {
    let today = clock::today();
    let fees = definition
        .fees_on(today)
        .map(|fee| fee_line(i18n, fee))
        .collect::<Vec<_>>();
    let fees = match fees.is_empty() {
        true => i18n.t("fee-unknown").part(),
        false => el("ul").class("plain").child(fees).into_any(),
    };
    let times = definition.times_on(today).map(|time| {
        let days = length(i18n, time.length);
        let note =
            (!time.note.is_empty()).then(|| el("p").class("hint").child(i18n.text(&time.note)));
        parts![
            el("p").child(days),
            note,
            el("p")
                .class("meta")
                .child(source(i18n, &time.source, time.checked_on, time.valid))
        ]
    });
    let times = times.collect::<Vec<_>>();
    let mut rows = vec![summary_list::row(
        i18n.tr("fee-title", &[("date", Arg::Text(&i18n.date(today)))]),
        fees,
        None,
    )];
    if !times.is_empty() {
        rows.push(summary_list::row(
            i18n.t("time-title"),
            times.into_any(),
            None,
        ));
    }
    if let Some(result) = &definition.result {
        let ways = result
            .receive
            .iter()
            .map(|way| el("li").child(i18n.text(way)))
            .collect::<Vec<_>>();
        let note = (!result.note.is_empty()).then(|| el("p").child(i18n.text(&result.note)));
        let value = parts![
            el("p").child(i18n.text(&result.name)),
            el("ul").class("plain").child(ways),
            note
        ];
        rows.push(summary_list::row(i18n.t("result-title"), value, None));
    }
    rows.push(summary_list::row(
        i18n.t("agency-title"),
        i18n.text(&definition.agency),
        None,
    ));
    let level = match definition.level {
        Level::Full => "level-full",
        Level::Partial => "level-partial",
        Level::Information => "level-information",
    };
    rows.push(summary_list::row(
        i18n.t("level-title"),
        i18n.t(level),
        None,
    ));
    parts![
        el("h2").child(i18n.t("facts-title")),
        summary_list::list(rows)
    ]
}

fn fee_line(i18n: I18n, fee: &Fee) -> AnyView {
    let amount = match fee.vnd {
        None => i18n.t("fee-amount-unknown").part(),
        Some(0) => i18n.t("fee-free").part(),
        Some(vnd) => i18n.money(vnd as f64).part(),
    };
    let note = (!fee.note.is_empty()).then(|| el("p").class("hint").child(i18n.text(&fee.note)));
    el("li")
        .child(el("strong").child(amount))
        .child(": ")
        .child(i18n.text(&fee.label))
        .child(note)
        .child(
            el("p")
                .class("meta")
                .child(source(i18n, &fee.source, fee.checked_on, fee.valid)),
        )
        .into_any()
}

/// Where a fact comes from, since when, until when, and when somebody checked it.
fn source(
    i18n: I18n,
    source: &str,
    checked_on: Option<procedure::Date>,
    valid: Validity,
) -> AnyView {
    let until = valid
        .to
        .map(|to| i18n.tr("valid-until", &[("date", Arg::Text(&i18n.date(to)))]));
    let checked =
        checked_on.map(|day| i18n.tr("checked-on", &[("date", Arg::Text(&i18n.date(day)))]));
    let source = source.to_string();
    parts![
        // Sources are named as in the law, in Vietnamese.
        el("bdi").attr("lang", "vi").child(source),
        until.map(|until| parts![". ", until]),
        checked.map(|checked| parts![". ", checked])
    ]
}

fn begin(i18n: I18n, form: &Form, store: WizardStore) -> AnyView {
    if form.steps.is_empty() {
        return el("p").child(i18n.t("information-only")).into_any();
    }
    let info = use_portal_info();
    let takes_files = form
        .steps
        .iter()
        .flat_map(|step| &step.fields)
        .any(|field| {
            let mut with_rows = std::iter::once(field).chain(&field.rows);
            with_rows.any(|field| matches!(field.kind(), KindDefinition::File(_)))
        });
    let can = move || info.can(|can| can.submit) && (!takes_files || info.can(|can| can.uploads));
    let href = Route::Apply(form.definition.code.clone(), None).href();
    let began = matches!(store.saved_now(), Saved::At(_));
    let words = if began {
        "start-continue"
    } else {
        "start-button"
    };
    let is_shared = storage::keeping() == Keeping::Tab;
    let keeps = match is_shared {
        true => "start-keeps-in-tab",
        false => "start-keeps",
    };
    live(move || match can() {
        true => parts![
            el("p").child(i18n.t(keeps)),
            el("p").class("no-print").child(
                el("a")
                    .class("button")
                    .attr("href", href.clone())
                    .id("start")
                    .child(i18n.t(words))
            ),
            (!is_shared).then(|| shared_device(i18n, &href))
        ],
        false => parts![
            notice("info").child(el("p").child(i18n.t("not-online"))),
            trouble::other_way()
        ],
    })
}

/// The other way to begin: nobody who uses the device later can read what is filled in. The page is
/// loaded anew, so that nothing that this tab knows goes along.
fn shared_device(i18n: I18n, href: &str) -> El {
    el("div")
        .class("no-print")
        .child(
            el("a")
                .class("alone")
                .attr("href", format!("{href}?keep=tab"))
                .attr("target", "_self")
                .attr("aria-describedby", "start-shared-hint")
                .child(i18n.t("start-shared")),
        )
        .child(
            el("p")
                .class("hint")
                .id("start-shared-hint")
                .child(i18n.t("start-shared-hint")),
        )
}

fn legal(i18n: I18n, definition: &Definition) -> Option<El> {
    (!definition.legal.is_empty()).then(|| {
        let items = definition.legal.iter().map(|law| {
            let title = i18n.text(&law.title);
            let title = match &law.url {
                // Checked to be an https address when the definition was read.
                Some(url) => el("a")
                    .attr("href", url.clone())
                    .attr("rel", "noreferrer")
                    .child(title)
                    .into_any(),
                None => title.part(),
            };
            let note =
                (!law.note.is_empty()).then(|| el("p").class("hint").child(i18n.text(&law.note)));
            let checked = law.checked_on.map(|day| {
                el("p")
                    .class("meta")
                    .child(i18n.tr("checked-on", &[("date", Arg::Text(&i18n.date(day)))]))
            });
            el("li").child(title).child(note).child(checked)
        });
        let items = items.collect::<Vec<_>>();
        let code = definition.code.clone();
        el("details")
            .child(el("summary").child(i18n.t("legal-title")))
            .child(
                el("p")
                    .child(i18n.t("procedure-code"))
                    .child(" ")
                    .child(el("bdi").child(code)),
            )
            .child(el("ul").child(items))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_other_procedures_are_found_in_sentences() {
        let text = "Nay là thủ tục 3.000722. Xem 1.001193, (2.000986) và 12.0001937 hay 1.5.";
        assert_eq!(codes_in(text, "1.001193"), ["3.000722", "2.000986"]);
        assert!(codes_in("7.000 đồng, ngày 1.12.2026", "").is_empty());
    }
}
