//! What the portal knows already: a question that a register answers, where an answer is from, looking one
//! up, papers from the person's store.

use leptos::prelude::*;
use procedure::definition::KindDefinition;
use procedure::{
    Answer, Conflict, FieldId, FieldPath, FieldView, Filled, Known, Layout, Problem, ProblemCode,
    Session, parse_date,
};

use super::{sign_in, use_portal_info};
use crate::fields::{self, Heading, HeadingBody, HeadingPrefix, Side};
use crate::hooks::{focus_first, focus_soon, use_navigator};
use crate::i18n::{Arg, I18n, Words, use_i18n};
use crate::platform::{clock, dom, spawn};
use crate::portal::{Paper, PortalError, text_of};
use crate::provided::provided;
use crate::ui::el::{El, el, nothing, parts};
use crate::ui::live::{follow, live};
use crate::ui::live_region::{Announcer, use_announcer};
use crate::ui::notice::notice;
use crate::wizard::{WizardStore, Wizards, whose};

/// Asks the portal what it knows, when somebody has signed in; says what was filled in, and where it could not
/// be asked.
pub(super) fn ask(store: WizardStore) -> AnyView {
    let (i18n, info, announcer) = (use_i18n(), use_portal_info(), use_announcer());
    let wizards = provided::<Wizards>();
    follow(move |_| {
        let knows = info.0.with(|info| {
            let can = info.as_ref().map(|info| &info.capabilities);
            can.is_some_and(|can| can.accounts && (can.prefill || can.documents))
        });
        if !knows {
            return;
        }
        match wizards.session() {
            None => wizards.find_out_who(),
            Some(session) => {
                if let Some(account) = session.account {
                    spawn(async move {
                        let filled = store
                            .ask_what_is_known(&whose::of(&account), account.level)
                            .await;
                        say(store, i18n, announcer, filled.as_ref());
                    });
                }
            }
        }
    });
    let again = move |_| {
        if let Some(account) = untrack(|| wizards.session()).and_then(|session| session.account) {
            spawn(async move {
                let filled = store
                    .ask_again_what_is_known(&whose::of(&account), account.level)
                    .await;
                match &filled {
                    Some(_) => say(store, i18n, announcer, filled.as_ref()),
                    None => announcer.say(i18n.s("told-failed")),
                }
                focus_soon("main".into());
            });
        }
    };
    live(move || {
        store.telling_failed().then(|| {
            notice("info")
                .child(el("p").child(i18n.t("told-failed")))
                .child(
                    el("button")
                        .attr("type", "button")
                        .class("link")
                        .on_press(again)
                        .child(i18n.t("try-again")),
                )
        })
    })
}

/// What was filled in, aloud. The focus stays where it is, also in a question that was drawn anew.
fn say(store: WizardStore, i18n: I18n, announcer: Announcer, filled: Option<&Filled>) {
    let Some(filled) = filled else { return };
    let mut lines = Vec::new();
    for (key, fields) in [
        ("told-filled", &filled.new),
        ("told-otherwise", &filled.otherwise),
    ] {
        if !fields.is_empty() {
            let labels = labels(store, i18n, fields);
            lines.push(i18n.sr(key, &[("labels", Arg::Text(&labels))]));
        }
    }
    if lines.is_empty() {
        return;
    }
    if let Some(id) = dom::focused() {
        spawn(async move {
            clock::sleep(0).await;
            if dom::focused().as_deref() != Some(&id) {
                dom::focus(&id);
            }
        });
    }
    announcer.say(lines.join(" "));
}

/// The id of what is said of answers that a register has otherwise.
pub(super) const CONFLICTS: &str = "told-otherwise";

/// On the check page: what a register has otherwise than it was answered, and that this is sent.
pub(super) fn conflicts(store: WizardStore, layout: Layout) -> AnyView {
    let i18n = use_i18n();
    let code = store.now(|session| session.form().definition.code.clone());
    let all = Memo::new(move |_| store.with(Session::conflicts));
    live(move || {
        let all = all.get();
        if all.is_empty() {
            return nothing();
        }
        let line = |one: &Conflict| {
            let path = &one.path;
            let place = store.now(|session| session.place_of(path, layout));
            let href = super::step::href(&code, &place, true);
            let label = labels(store, i18n, std::slice::from_ref(&path.field));
            el("li")
                .child(el("p").child(el("strong").child(label)))
                .child(from(i18n, &one.known, "conflict-has"))
                .child(lines(store, i18n, path, &one.known.answer))
                .child(el("p").child(i18n.t("told-typed")))
                .child(lines(store, i18n, path, &one.entered))
                .child(el("p").child(i18n.t("conflict-known")))
                .child(
                    el("p").child(
                        el("a")
                            .class("alone")
                            .attr("href", href)
                            .child(i18n.t("conflict-see"))
                            .child(of_question(store, i18n, path)),
                    ),
                )
        };
        let lines: Vec<El> = all.iter().map(line).collect();
        notice("warning")
            .child(
                el("h2")
                    .id(CONFLICTS)
                    .attr("tabindex", "-1")
                    .child(i18n.t("conflict-title")),
            )
            .child(el("ul").class("plain").child(lines))
            .into_any()
    })
}

fn labels(store: WizardStore, i18n: I18n, fields: &[FieldId]) -> String {
    let label = |field: &FieldId| {
        let path = FieldPath::top(field.as_str());
        store.now(|session| {
            let field = session.form().field(&path)?;
            Some(i18n.text(&field.definition.label).text)
        })
    };
    let labels: Vec<String> = fields.iter().filter_map(label).collect();
    labels.join(", ")
}

/// A question that a register answers: what it says, where it is from, and what to do when it is wrong.
pub fn locked(store: WizardStore, view: Memo<FieldView>, heading: Heading) -> AnyView {
    let i18n = use_i18n();
    let first = view.get_untracked();
    let Some(known) = first.known.clone() else {
        return nothing();
    };
    let id = first.path.dom_id();
    let label = i18n.text(&first.field.definition.label);
    let prefix = match heading {
        Heading::IsHeading => use_context::<HeadingPrefix>().map(|prefix| prefix.0),
        Heading::Under => None,
    };
    let body = match heading {
        Heading::IsHeading => use_context::<HeadingBody>().map(|body| body.0.run(())),
        Heading::Under => None,
    };
    let title = match heading {
        Heading::IsHeading => el("h1").class("label-heading"),
        Heading::Under => el("p").class("label"),
    };
    let answer = {
        let (path, answer) = (first.path.clone(), known.answer.clone());
        move || lines(store, i18n, &path, &answer)
    };
    let typed = known.typed.clone().map(|typed| {
        let words = lines(store, i18n, &first.path, &typed);
        el("p").child(i18n.t("told-typed")).child(" ").child(words)
    });
    el("div")
        .class("field told")
        .attr("data-field", id.clone())
        .child(
            title
                .id(format!("{id}-legend"))
                .child(prefix)
                .child(label.clone()),
        )
        .child(body)
        .child(el("div").class("told-answer").child(live(answer)))
        .child(from(i18n, &known, "told-locked").class("hint"))
        .child(typed)
        .child(wrong(store, i18n, first.path, &label, &known))
        .into_any()
}

/// "This is wrong": who can put it right, and a line that the officer reads.
fn wrong(store: WizardStore, i18n: I18n, path: FieldPath, label: &Words, known: &Known) -> El {
    let id = format!("{}-wrong", path.dom_id());
    let hint = format!("{id}-hint");
    let of = el("span").class("visually-hidden");
    let of = of.child("\u{a0}(").child(label.clone()).child(")");
    el("details")
        .class("help")
        .attr("open", (!known.wrong.is_empty()).then_some(""))
        .child(el("summary").child(i18n.t("told-wrong")).child(of))
        .child(el("p").child(i18n.t("told-wrong-what")))
        .child(
            el("div")
                .class("field")
                .child(
                    el("label")
                        .attr("for", id.clone())
                        .child(i18n.t("told-wrong-label")),
                )
                .child(
                    el("p")
                        .class("hint")
                        .id(hint.clone())
                        .child(i18n.t("told-wrong-hint")),
                )
                .child(
                    el("input")
                        .id(id)
                        .attr("type", "text")
                        .class("input")
                        .attr("autocomplete", "off")
                        .attr("aria-describedby", hint)
                        .value(Signal::stored(known.wrong.clone()))
                        .on_typed(move |text| {
                            store.update(|session| session.say_wrong(&path, &text));
                        }),
                ),
        )
}

/// What is to be known of an answer that the portal has, where it is from, and of which day. The source has its
/// own language.
fn from(i18n: I18n, known: &Known, key: &str) -> El {
    el("p")
        .child(i18n.t(key))
        .child(" ")
        .child(i18n.text(&text_of(&known.source)))
        .child(", ")
        .child(day(i18n, &known.as_of))
}

fn day(i18n: I18n, text: &str) -> String {
    parse_date(text).map_or_else(|| text.to_string(), |day| i18n.date(day))
}

/// An answer in words.
fn lines(store: WizardStore, i18n: I18n, path: &FieldPath, answer: &Answer) -> Vec<El> {
    let shown = store.with(|session| {
        let field = session.form().field(path)?;
        Some(session.shown(field, answer, path))
    });
    let lines = shown.map_or_else(Vec::new, |shown| i18n.shown(&shown));
    let line = |line| el("p").class("answer").child(el("bdi").child(line));
    lines.into_iter().map(line).collect()
}

/// What the portal has for a question: where its answer is from, what else is known of it, and papers; behind
/// its input, looking it up.
pub fn beside(store: WizardStore, path: &FieldPath, side: Side) -> AnyView {
    let i18n = use_i18n();
    let field = store.now(|session| session.form().field(path).cloned());
    let Some(field) = field.filter(|_| path.row.is_none()) else {
        return nothing();
    };
    if side == Side::Behind {
        let lookup = field.definition.lookup.as_ref();
        return lookup.map_or_else(nothing, |lookup| {
            let fills = lookup.fills.iter().map(|(field, _)| field.clone());
            look_up(store, i18n, path.field.clone(), &fills.collect::<Vec<_>>())
        });
    }
    let source = {
        let path = path.clone();
        let now = Memo::new(move |_| {
            store.with(|session| {
                let known = session.known(&path)?.clone();
                let is_same = session.answers().at(&path) == Some(&known.answer);
                Some((path.clone(), known, is_same))
            })
        });
        move || {
            now.get()
                .map(|(path, known, is_same)| source(store, i18n, &path, &known, is_same))
        }
    };
    let papers = match field.kind() {
        KindDefinition::File(kind) => kind.document.clone().map(|document| {
            let (path, most) = (path.clone(), kind.max_files);
            live(move || papers(store, i18n, &path, &document, most))
        }),
        _ => None,
    };
    parts![live(source), papers]
}

/// It has the id that describes the control.
fn source(store: WizardStore, i18n: I18n, path: &FieldPath, known: &Known, is_same: bool) -> El {
    let id = format!("{}-known", path.dom_id());
    let is_of_another_tab = known.source.is_empty();
    if is_same && is_of_another_tab {
        return el("p").class("hint").id(id);
    }
    if is_same {
        return from(i18n, known, "told-from").class("hint").id(id);
    }
    let has = match is_of_another_tab {
        true => el("p").child(i18n.t("told-other-tab")),
        false => from(i18n, known, "told-has"),
    };
    let take = {
        let path = path.clone();
        move |_| {
            focus_first(first_input(store, &path));
            store.update(|session| session.take_known(&path, clock::today()));
        }
    };
    el("div")
        .class("notice")
        .attr("data-kind", "info")
        .child(has.id(id))
        .child(lines(store, i18n, path, &known.answer))
        .child(
            el("button")
                .attr("type", "button")
                .class("link")
                .on_press(take)
                .child(i18n.t("told-take"))
                .child(of_question(store, i18n, path)),
        )
}

/// Away from its place a button says which question it belongs to.
fn of_question(store: WizardStore, i18n: I18n, path: &FieldPath) -> El {
    let label = labels(store, i18n, std::slice::from_ref(&path.field));
    el("span")
        .class("visually-hidden")
        .child(format!("\u{a0}({label})"))
}

fn first_input(store: WizardStore, path: &FieldPath) -> String {
    let problem = Problem {
        path: path.clone(),
        part: None,
        code: ProblemCode::Missing,
    };
    let field = store.now(|session| session.form().field(path).cloned());
    field.map_or_else(String::new, |field| {
        fields::first_input(&problem, field.kind())
    })
}

fn look_up(store: WizardStore, i18n: I18n, field: FieldId, fills: &[FieldId]) -> AnyView {
    let (info, announcer, wizards) = (use_portal_info(), use_announcer(), provided::<Wizards>());
    let path = FieldPath::top(field.as_str());
    let (busy, told) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let hint_id = format!("{}-fills", path.dom_id());
    let labels = labels(store, i18n, fills);
    let fills = move || i18n.tr("lookup-fills", &[("labels", Arg::Text(&labels))]);
    let press = {
        let path = path.clone();
        move |_| {
            let is_empty =
                store.now(|session| session.answers().at(&path).is_none_or(Answer::is_empty));
            if is_empty {
                told.set(Some("lookup-first".into()));
                announcer.say(i18n.s("lookup-first"));
                return focus_soon(path.dom_id());
            }
            if busy.get_untracked() {
                return;
            }
            busy.set(true);
            told.set(None);
            let field = field.clone();
            spawn(async move {
                let answer = store.look_up(&field).await;
                let _ = busy.try_set(false);
                match answer {
                    Ok(filled) => {
                        let nothing_new = filled == Filled::default();
                        say(store, i18n, announcer, Some(&filled));
                        let key = match nothing_new {
                            true => "lookup-same",
                            false => "lookup-done",
                        };
                        let _ = told.try_set(Some(key.into()));
                        if nothing_new {
                            announcer.say(i18n.s(key));
                        }
                    }
                    Err(error) => {
                        let key = trouble(&error);
                        let _ = told.try_set(Some(key.into()));
                        announcer.say(i18n.s(key));
                    }
                }
            });
        }
    };
    let here = use_navigator().route_now();
    let button = {
        let press = std::sync::Arc::new(press);
        let path = path.clone();
        move || {
            let press = std::sync::Arc::clone(&press);
            let session = wizards.session();
            let can = info.can(|can| can.lookups && can.accounts);
            match (can, sign_in::level(session.as_ref())) {
                (false, _) => nothing(),
                (true, 0) => el("p")
                    .child(
                        el("a")
                            .class("alone")
                            .attr("href", sign_in::href_from(&here))
                            .child(i18n.t("lookup-sign-in")),
                    )
                    .into_any(),
                (true, _) => parts![
                    el("p").class("hint").id(hint_id.clone()).child(fills()),
                    el("button")
                        .attr("type", "button")
                        .class("secondary")
                        .attr("aria-describedby", hint_id.clone())
                        .on_press(move |event| press(event))
                        .child(i18n.t("lookup-button"))
                        .child(of_question(store, i18n, &path))
                ],
            }
        }
    };
    el("div")
        .class("lookup")
        .child(live(button))
        .child(live(move || {
            told.get()
                .map(|key| el("p").class("meta").child(i18n.t(&key)))
        }))
        .into_any()
}

fn trouble(error: &PortalError) -> &'static str {
    match error {
        PortalError::NotFound | PortalError::Rejected(_) => "lookup-nothing",
        PortalError::SignInNeeded => "lookup-ended",
        PortalError::Forbidden => "lookup-level",
        PortalError::TooMany(_) => "lookup-too-often",
        _ => "lookup-down",
    }
}

/// Papers in the person's store, in place of a photo; none where there is no room for another file.
fn papers(
    store: WizardStore,
    i18n: I18n,
    path: &FieldPath,
    document: &str,
    most: usize,
) -> Option<AnyView> {
    let announcer = use_announcer();
    let chosen = store.with(|session| match session.answers().at(path) {
        Some(Answer::Files(files)) => files.clone(),
        _ => Vec::new(),
    });
    let mut all = store.papers_of(document);
    // What was taken already is not offered again.
    let is_taken = |paper: &Paper| {
        chosen
            .iter()
            .any(|file| (&file.name, file.bytes) == (&paper.name, paper.bytes))
    };
    all.retain(|paper| !is_taken(paper));
    if chosen.len() >= most || all.is_empty() {
        return None;
    }
    let items = all
        .into_iter()
        .map(|paper| item(store, i18n, announcer, path, paper));
    let items: Vec<El> = items.collect();
    Some(
        el("div")
            .class("notice")
            .attr("data-kind", "info")
            .child(el("p").child(i18n.t("paper-offer")))
            // Without marks: at 320 pixels and 400 % every em counts.
            .child(el("ul").class("plain").child(items))
            .into_any(),
    )
}

fn item(
    store: WizardStore,
    i18n: I18n,
    announcer: Announcer,
    path: &FieldPath,
    paper: Paper,
) -> El {
    let today = procedure::format_date(clock::today());
    let is_over = paper.expires_on.as_ref().is_some_and(|day| *day < today);
    let issued = paper.issued_on.as_ref().map(|issued| {
        let date = day(i18n, issued);
        i18n.tr("paper-issued", &[("date", Arg::Text(&date))])
    });
    let expires = paper.expires_on.as_ref().map(|expires| {
        let date = day(i18n, expires);
        let key = match is_over {
            true => "paper-expired",
            false => "paper-expires",
        };
        i18n.tr(key, &[("date", Arg::Text(&date))])
    });
    let name = paper.name.clone();
    let about = el("p")
        .child(el("bdi").class("file-name").child(name.clone()))
        .child(issued.map(|words| parts![". ", words]))
        .child(expires.map(|words| parts![". ", words]));
    let (under_way, failed) = (StoredValue::new(false), RwSignal::new(false));
    let button = (!is_over).then(|| {
        let path = path.clone();
        let words = i18n.tr("paper-use", &[("name", Arg::Text(&name))]);
        el("button")
            .attr("type", "button")
            .class("link")
            .on_press(move |_| {
                // A second press would take a second copy.
                if under_way.get_value() {
                    return;
                }
                under_way.set_value(true);
                failed.set(false);
                let (path, paper) = (path.clone(), paper.clone());
                spawn(async move {
                    let taken = store.use_paper(&path, &paper).await;
                    let _ = under_way.try_set_value(false);
                    match taken {
                        Ok(()) => {
                            announcer
                                .say(i18n.sr("paper-used", &[("name", Arg::Text(&paper.name))]));
                            // The offer goes; the input stays.
                            focus_soon(path.dom_id());
                        }
                        Err(_) => {
                            let _ = failed.try_set(true);
                            announcer.say(i18n.s("paper-failed"));
                        }
                    }
                });
            })
            .child(words)
    });
    let trouble = move || {
        let words = || el("p").class("error").child(i18n.t("paper-failed"));
        failed.get().then(words)
    };
    el("li").child(about).child(button).child(live(trouble))
}
