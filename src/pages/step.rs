//! `/procedures/:code/apply/:step`: questions.

use crate::platform::spawn;
use crate::provided::provided;
use crate::ui::el::{El, el, nothing, parts};
use leptos::prelude::*;
use procedure::definition::KindDefinition;
use procedure::{FieldPath, FieldView, Layout, Outcome, Place, Problem, ProblemCode};

use super::{frame, title, use_portal_info, wiring};
use crate::fields::{self, Heading, HeadingBody, HeadingPrefix, Wiring};
use crate::hooks::{Navigator, Waiting, focus_soon, use_navigator, use_page};
use crate::i18n::{Arg, I18n, Words, use_i18n};
use crate::later::{self, Continue, Page, Task};
use crate::platform::storage::{self, Keeping};
use crate::platform::{dom, element};
use crate::preferences::use_preferences;
use crate::route::Route;
use crate::ui::error_summary::{self, Line, Target};
use crate::ui::live::{each, live, live_text};
use crate::wizard::{Saved, WizardStore};

/// A step. Where it has, or may come to have, a question whose code comes later, it waits for that.
pub(super) fn step(store: WizardStore, place: Place) -> AnyView {
    let comes_later = store.now(|session| {
        let step = place
            .step_id()
            .and_then(|step| session.form().step(step.as_str()));
        let fields = step.into_iter().flat_map(|step| &step.fields);
        fields
            .flat_map(|field| std::iter::once(field).chain(&field.rows))
            .any(|field| !fields::is_early(field.kind()))
    });
    if comes_later || store.is_held_up() {
        later::page(move || Page::Step(store, place.clone()))
    } else {
        // The first question is there: now comes what the next pages need.
        later::begin_after(SOON, Task::Begin(store));
        drawn(store, place, fields::early, wiring::early)
    }
}

/// A step with questions of any kind.
pub fn any(store: WizardStore, place: Place) -> AnyView {
    store.begin();
    drawn(store, place, fields::field, wiring::any)
}

/// Milliseconds until the second file is asked for: what this page itself asks for goes first.
const SOON: i32 = 1_000;

/// How a question is drawn.
type Draw = fn(Memo<FieldView>, Heading) -> AnyView;
/// What it is joined to.
type Wire = fn(WizardStore, &Place, bool) -> Wiring;

fn drawn(store: WizardStore, place: Place, draw: Draw, wire: Wire) -> AnyView {
    let (i18n, info, navigator) = (use_i18n(), use_portal_info(), use_navigator());
    let waiting = provided::<Waiting>();
    let preferences = use_preferences();
    let layout = preferences.get_now().layout();
    let is_single = layout == Layout::OneQuestion;
    let to_review = navigator.query_now("then").as_deref() == Some("review");
    provide_context(wire(store, &place, to_review));

    let subject = subject(store, &place, i18n);
    if let Some(item) = &subject.item {
        provide_context(HeadingPrefix(format!("{item}: ")));
    }
    let problems = Memo::new({
        let place = place.clone();
        move |_| store.with(|session| session.shown_problems(&place))
    });
    let advice = Memo::new({
        let place = place.clone();
        move |_| store.with(|session| session.shown_advice(&place).len())
    });
    let procedure = store.now(|session| i18n.text(&session.form().definition.name));
    let heading = subject.heading.clone();
    let in_title = procedure.text.clone();
    use_page(move || {
        let error = if problems.with(Vec::is_empty) {
            String::new()
        } else {
            i18n.s("title-error")
        };
        title(i18n, info, &[&format!("{error}{heading}"), &in_title])
    });

    let pointed_out = place.clone();
    let on_submit = {
        let place = place.clone();
        let go_on = Continue {
            layout,
            to_review,
            navigator,
        };
        move || {
            let task = Task::GoOn(store, place.clone(), go_on);
            waiting.begin();
            spawn(async move {
                let came = later::done(task, i18n).await;
                waiting.end();
                if !came {
                    store.hold_up();
                    navigator.turn_page();
                }
            });
        }
    };
    let back = store.now(|session| {
        let code = session.form().definition.code.clone();
        match session.before(&place, layout) {
            _ if to_review && !matches!(place, Place::Step { row: Some(_), .. }) => {
                Route::Apply(code, Some(Place::Review)).href()
            }
            Some(before) => href(&code, &before, to_review),
            None => Route::Procedure(code).href(),
        }
    });
    let caption = {
        let progress = subject.progress.clone();
        move || {
            el("p")
                .class("caption")
                .child(procedure.clone())
                .child(" · ")
                .child(progress.clone())
        }
    };
    // Who hears the heading first goes on from there, and would miss what stands above it.
    let is_below = preferences.get_now().is_for_the_ear();
    let above = (!is_below).then(&caption);
    let below = {
        let place = place.clone();
        move || {
            let caption = is_below.then(&caption);
            parts![caption, body_text(store, &place, i18n)]
        }
    };
    let asked = |subject: &Subject| questions(store, &place, subject.is_group, draw);
    let body = match (subject.is_group, subject.has_own_heading) {
        (true, _) => el("fieldset")
            .class("step")
            .child(el("legend").child(el("h1").child(subject.title.clone())))
            .child(below())
            .child(asked(&subject))
            .into_any(),
        (false, true) => parts![
            el("h1").child(subject.title.clone()),
            below(),
            asked(&subject)
        ],
        (false, false) => {
            provide_context(HeadingBody(Callback::new(move |()| below())));
            asked(&subject)
        }
    };
    let is_shared = storage::keeping() == Keeping::Tab;
    frame(
        Some((back, i18n.t("back"))),
        parts![
            live(move || match problems.get() {
                none if none.is_empty() => nothing(),
                problems => later::here(Page::Summary(store, problems)),
            }),
            later::part(move || Page::Tabs(store)),
            live(move || match advice.get() {
                0 => nothing(),
                _ => later::here(Page::Advice(store, pointed_out.clone())),
            }),
            el("form")
                // What a browser keeps of a form, it opens again with the tab.
                .attr("autocomplete", is_shared.then_some("off"))
                .attr("novalidate", true)
                .on_submit(on_submit)
                .child(above)
                .child(body)
                .child(
                    el("div")
                        .class("go-on")
                        .child(
                            el("button")
                                .attr("type", "submit")
                                .class("primary")
                                .id("continue")
                                // The second press of a double click would go on from the next page.
                                .on_press(|event| {
                                    if element::is_second_press(&event) {
                                        event.prevent_default();
                                    }
                                })
                                .attr(
                                    "aria-describedby",
                                    if is_single { "next-up saved" } else { "saved" },
                                )
                                .child(i18n.t("continue"))
                        )
                        .child(is_single.then(|| next_up(store, &place, layout, i18n)))
                        .child(saved(store, i18n))
                ),
            later::part(move || Page::Below(store))
        ],
    )
}

/// What a page is about.
struct Subject {
    /// The words of the `h1`.
    heading: String,
    /// "Step 2 of 6".
    progress: String,
    /// The words of the `h1`, for the page.
    title: Words,
    /// Several questions under one heading.
    is_group: bool,
    /// The heading is not the label of the one question.
    has_own_heading: bool,
    /// The row that the page is about: "Person 2".
    item: Option<String>,
}

fn subject(store: WizardStore, place: &Place, i18n: I18n) -> Subject {
    store.now(|session| {
        let form = session.form();
        let Place::Step { step, row, field } = place else {
            return no_subject();
        };
        let Some(definition) = form.step(step.as_str()) else {
            return no_subject();
        };
        let progress = session.progress(step);
        let key = match progress.is_at_most {
            true => "step-of-at-most",
            false => "step-of",
        };
        let progress = i18n.sr(
            key,
            &[
                ("n", Arg::Number(progress.at as f64)),
                ("of", Arg::Number(progress.of as f64)),
            ],
        );
        // Whether questions come and go or not, the page keeps its shape.
        let questions = match row {
            Some(_) => definition
                .fields
                .iter()
                .flat_map(|f| &f.rows)
                .filter(|f| f.is_question())
                .count(),
            None => definition.fields.iter().filter(|f| f.is_question()).count(),
        };
        let repeats = definition
            .fields
            .iter()
            .any(|f| matches!(f.kind(), KindDefinition::Repeat(_)));
        let alone = field.is_some() || questions == 1;
        let list = repeats && row.is_none();
        let item = row.map(|row| {
            let item = definition
                .fields
                .iter()
                .find_map(|field| match field.kind() {
                    KindDefinition::Repeat(kind) => Some(i18n.text(&kind.item).text),
                    _ => None,
                });
            format!("{} {}", item.unwrap_or_default(), row + 1)
        });
        let views = session.views(place);
        let question = views
            .iter()
            .find(|view| view.field.is_question())
            .filter(|_| alone && !list);
        let label = question.map(|view| i18n.text(&view.field.definition.label).text);
        let title = match &item {
            Some(item) => Words::plain(item.clone()),
            None => i18n.text(&definition.title),
        };
        let heading = match (&item, label.clone()) {
            (Some(item), Some(label)) => format!("{item}: {label}"),
            (_, Some(label)) => label,
            (_, None) => title.text.clone(),
        };
        Subject {
            heading,
            item: item.clone(),
            progress: match (item, alone) {
                (Some(item), true) => format!("{progress} · {item}"),
                _ => progress,
            },
            title,
            is_group: !alone && !list && questions > 0,
            has_own_heading: list || question.is_none(),
        }
    })
}

fn no_subject() -> Subject {
    Subject {
        heading: String::new(),
        progress: String::new(),
        title: Words::default(),
        is_group: false,
        has_own_heading: true,
        item: None,
    }
}

/// What is not as the citizen left it, then the step's own text: after the heading, before what is asked.
fn body_text(store: WizardStore, place: &Place, i18n: I18n) -> AnyView {
    let news = store.news_now();
    parts![
        news.map(|_| later::here(Page::News(store))),
        own_text(store, place, i18n)
    ]
}

fn own_text(store: WizardStore, place: &Place, i18n: I18n) -> Option<AnyView> {
    let Place::Step {
        step, row: None, ..
    } = place
    else {
        return None;
    };
    store.now(|session| {
        let body = &session.form().step(step.as_str())?.body;
        // Of several pages of a step, the first says it.
        let layout = match place {
            Place::Step { field: Some(_), .. } => Layout::OneQuestion,
            _ => Layout::Steps,
        };
        let mut pages = session.places(layout).into_iter();
        let is_first = pages.find(|page| page.step_id() == Some(step)).as_ref() == Some(place);
        (is_first && !body.is_empty()).then(|| el("p").child(i18n.text(body)).into_any())
    })
}

/// The questions that are asked now; each is made once and stays while it is asked.
fn questions(store: WizardStore, place: &Place, under: bool, draw: Draw) -> AnyView {
    let paths = {
        let place = place.clone();
        Memo::new(move |_| store.with(|session| session.paths(&place)))
    };
    let place = StoredValue::new(place.clone());
    let question = move |path: FieldPath| {
        let Some(first) = store.now(|session| session.view(&place.get_value(), &path)) else {
            return ().into_any();
        };
        let heading = match under || !first.field.is_question() || is_repeat(&first) {
            true => Heading::Under,
            false => Heading::IsHeading,
        };
        // The last view stays while the question goes.
        let view = Memo::new(move |last: Option<&FieldView>| {
            store
                .with(|session| session.view(&place.get_value(), &path))
                .unwrap_or_else(|| last.cloned().unwrap_or_else(|| first.clone()))
        });
        // Drawn anew when something else than this question has written its answer.
        let drawn = Memo::new(move |_| view.with(|view| (view.locked, view.written)));
        live(move || match drawn.get() {
            (true, _) => later::here(Page::Told(store, view, heading)),
            (false, _) => draw(view, heading),
        })
    };
    listed(paths, question)
}

/// A list of questions: each is made once and stays while it is asked.
pub(super) fn listed(
    paths: Memo<Vec<FieldPath>>,
    question: impl Fn(FieldPath) -> AnyView + Clone + Send + Sync + 'static,
) -> AnyView {
    each(move || paths.get(), FieldPath::dom_id, question)
}

fn is_repeat(view: &FieldView) -> bool {
    matches!(view.field.kind(), KindDefinition::Repeat(_))
}

/// All that is wrong on a page, with links to the inputs.
pub fn summary(store: WizardStore, problems: &[Problem]) -> AnyView {
    let i18n = use_i18n();
    let line = |problem: &Problem| {
        let field = store.now(|session| session.form().field(&problem.path).cloned())?;
        let to = Target::Input(fields::first_input(problem, field.kind()));
        Some(Line {
            words: i18n.problem(problem, &field),
            to,
        })
    };
    let lines: Vec<Line> = problems.iter().filter_map(line).collect();
    // Of many rows, the one that is meant may stand in another part of the list.
    let rows = problems.iter().filter_map(|problem| {
        let row = match problem.code {
            ProblemCode::RowIncomplete { row } => row,
            ProblemCode::TooManyRows { .. } => 0,
            _ => return None,
        };
        Some((format!("{}-{row}-change", problem.path.dom_id()), row))
    });
    let rows: Vec<(String, usize)> = rows.collect();
    let focus = Callback::new(move |id: String| {
        let row = rows.iter().find(|(of, _)| *of == id);
        match row.filter(|_| !dom::focus(&id)) {
            Some((_, row)) => {
                wiring::shown_rows(store).bring(*row);
                focus_soon(id);
            }
            None => {
                dom::focus(&id);
            }
        }
    });
    match lines.is_empty() {
        true => nothing(),
        false => error_summary::error_summary(lines, focus).into_any(),
    }
}

/// What Continue does.
pub async fn go_on(store: WizardStore, place: Place, how: Continue) {
    let code = store.now(|session| session.form().definition.code.clone());
    match store.go_on(&place, how.layout, how.to_review).await {
        Outcome::Next(next) => go(how.navigator, &code, &next, how.to_review),
        Outcome::Blocked(_) => focus_soon(error_summary::ID.into()),
        Outcome::Advised(_) => focus_soon(super::advice::ID.into()),
        Outcome::Stay => {}
    }
}

/// What comes after this page, as the answers are now: who hears one question after the other has no
/// other way to know how the form goes on.
fn next_up(store: WizardStore, place: &Place, layout: Layout, i18n: I18n) -> El {
    let place = place.clone();
    let words = move || {
        let next = store.with(|session| session.heading_after(&place, layout));
        let heading = match next {
            Some(heading) => i18n.text(&heading).text,
            None => i18n.s("review-title"),
        };
        i18n.sr("next-up", &[("heading", Arg::Text(&heading))])
    };
    el("p").class("hint").id("next-up").child(live_text(words))
}

/// That the answers are on the device, and since when: text beside Continue, not an announcement.
pub(super) fn saved(store: WizardStore, i18n: I18n) -> El {
    let words = move || match store.saved() {
        Saved::NotYet => match storage::keeping() {
            Keeping::Device => i18n.s("saved-not-yet"),
            Keeping::Tab => i18n.s("saved-not-yet-in-tab"),
        },
        Saved::At(ms) => {
            let key = match storage::keeping() {
                Keeping::Device => "saved-at",
                Keeping::Tab => "saved-in-tab",
            };
            i18n.sr(key, &[("time", Arg::Text(&i18n.moment(ms)))])
        }
        Saved::Joined(ms) => i18n.sr("saved-at", &[("time", Arg::Text(&i18n.moment(ms)))]),
        Saved::NotKept => i18n.s("saved-not-kept"),
        Saved::NotRead | Saved::Gone => i18n.s("saved-not-now"),
    };
    el("p").class("saved").id("saved").child(live_text(words))
}

/// The address of a page of the form; `then=review` leads back to the check page.
pub(super) fn href(code: &str, place: &Place, to_review: bool) -> String {
    let href = Route::Apply(code.to_string(), Some(place.clone())).href();
    match (place, to_review) {
        (Place::Step { .. }, true) => format!("{href}?then=review"),
        _ => href,
    }
}

pub(super) fn go(navigator: Navigator, code: &str, place: &Place, to_review: bool) {
    navigator.go_to(&href(code, place, to_review));
}
