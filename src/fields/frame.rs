//! What every question has: label, hint, help, error, and the ids that join them. No widget repeats
//! it.

use std::sync::Arc;

use crate::ui::el::{El, el, nothing, parts};
use crate::ui::error_message::error_message;
use leptos::prelude::*;
use procedure::field::Field;
use procedure::{Answer, DateParts, FieldPath, FieldView, Part, Problem, Text};

use super::{Side, Wiring, use_wiring};
use crate::i18n::{I18n, Words, use_i18n};
use crate::ui::live::{flag, live};

/// Whether the question is the page's heading.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Heading {
    /// Its label is the `h1`.
    IsHeading,
    /// It stands under a heading.
    Under,
}

/// What stands before a question that is a heading: the row that it belongs to ("Person 2: "), so that
/// no two pages have the same heading. Provided by the page.
#[derive(Clone)]
pub struct HeadingPrefix(pub String);

/// A question and what it needs to be drawn. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Shell {
    /// The question, as it is now.
    pub view: Memo<FieldView>,
    /// Whether it is the page's heading.
    pub heading: Heading,
    /// Words.
    pub i18n: I18n,
    /// What it tells.
    pub wiring: Wiring,
}

/// What stands below a question that is a heading: what the page says before it asks. Who hears the
/// heading first would miss what stands above it. Provided by the page.
#[derive(Clone, Copy)]
pub struct HeadingBody(pub Callback<(), AnyView>);

impl Shell {
    pub(super) fn new(view: Memo<FieldView>, heading: Heading) -> Self {
        Self {
            view,
            heading,
            i18n: use_i18n(),
            wiring: use_wiring(),
        }
    }

    /// The id of its first or only control.
    pub fn id(self) -> String {
        self.view.with_untracked(|view| view.path.dom_id())
    }

    /// Where its answer stands.
    pub fn path(self) -> FieldPath {
        self.view.with_untracked(|view| view.path.clone())
    }

    /// What the portal has for the question.
    fn beside(self, side: Side) -> AnyView {
        self.wiring.beside.run((self.path(), side))
    }

    /// Tells an answer.
    pub fn answer(self, answer: Answer) {
        self.wiring.answer.run((self.path(), answer));
    }

    /// The text that was answered.
    pub fn text_now(self) -> String {
        self.view.with_untracked(text_of)
    }

    /// The text that is answered. Tracked.
    pub fn text(self) -> String {
        self.view.with(text_of)
    }

    /// The values that are ticked. Tracked.
    pub fn ticked(self) -> Vec<String> {
        self.view.with(|view| match &view.answer {
            Some(Answer::Many(values)) => values.clone(),
            _ => Vec::new(),
        })
    }

    /// The parts of the date that was answered.
    pub fn date_now(self) -> DateParts {
        self.view.with_untracked(|view| match &view.answer {
            Some(Answer::Date(parts)) => parts.clone(),
            _ => DateParts::default(),
        })
    }

    /// The problem of the question, or of one of its inputs. Tracked.
    pub fn problem(self, of: Of) -> Option<Problem> {
        self.view.with(|view| {
            view.problems
                .iter()
                .find(|problem| of.covers(problem))
                .cloned()
        })
    }

    /// The autofill token, for data of whoever fills in; nothing else is filled in by the browser.
    pub fn autocomplete(self) -> String {
        self.autofill().unwrap_or_else(|| "off".into())
    }

    /// The same, where there is one. On a device that others use too there is none: a browser that fills in would fill
    /// in somebody else's data, and it keeps with a tab that it may open again what stands in inputs with a token.
    pub fn autofill(self) -> Option<String> {
        let is_own = use_wiring().is_own_device;
        self.view
            .with_untracked(|view| view.field.definition.autocomplete.clone())
            .filter(|_| is_own)
    }

    /// What describes a control: its error, while there is one, after its hint.
    pub fn described_by(self, id: &str, of: Of, hint: bool) -> Signal<Option<String>> {
        self.described(id, of, if hint { &["hint"] } else { &[] })
    }

    /// The same with several hints, by the endings of their ids.
    fn described(self, id: &str, of: Of, hints: &'static [&str]) -> Signal<Option<String>> {
        let id = id.to_string();
        Signal::derive(move || {
            let error = self.problem(of).map(|_| "error");
            // One input of several would say it each time.
            let known = of == Of::Any && self.view.with(|view| view.known.is_some());
            let ids: Vec<String> = hints
                .iter()
                .copied()
                .chain(known.then_some("known"))
                .chain(error)
                .map(|ending| format!("{id}-{ending}"))
                .collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        })
    }

    /// Whether a control is marked as wrong.
    pub fn invalid(self, of: Of) -> Signal<bool> {
        Signal::derive(move || self.problem(of).is_some())
    }

    /// The error of a control, between its hint and the control.
    pub fn error(self, id: &str, of: Of) -> AnyView {
        let id = format!("{id}-error");
        live(move || {
            let field = self.view.with_untracked(|view| Arc::clone(&view.field));
            match self.problem(of) {
                None => nothing(),
                Some(problem) => (self.wiring.error)(problem, field, id.clone()),
            }
        })
    }

    /// The label's words, with a note where the question may be left out.
    pub fn label(self) -> AnyView {
        let label = self
            .view
            .with_untracked(|view| self.i18n.text(&view.field.definition.label));
        let optional = move || {
            let optional = self.view.with(|view| view.optional);
            optional.then(|| {
                el("span")
                    .class("optional")
                    .child(" ")
                    .child(self.i18n.t("optional"))
            })
        };
        parts![label, live(optional)]
    }

    fn heading_label(self) -> AnyView {
        let prefix = match self.heading {
            Heading::IsHeading => use_context::<HeadingPrefix>(),
            Heading::Under => None,
        };
        let label = self.label();
        parts![prefix.map(|prefix| prefix.0), label]
    }

    fn body(self) -> Option<AnyView> {
        let body = match self.heading {
            Heading::IsHeading => use_context::<HeadingBody>(),
            Heading::Under => None,
        };
        body.map(|body| body.0.run(()))
    }

    /// The hint, if there is one.
    pub fn hint(self) -> Option<Words> {
        self.words(|view| &view.field.definition.hint)
    }

    /// The recording of label and hint in the language that is shown.
    fn recording(self) -> Option<String> {
        let locale = self.i18n.locale();
        self.view.with_untracked(|view| {
            let mut recordings = view.field.definition.audio.all();
            let own = recordings.find(|recording| recording.locale == locale)?;
            Some(own.text.to_string())
        })
    }

    fn words(self, of: impl Fn(&FieldView) -> &Text) -> Option<Words> {
        self.view.with_untracked(|view| {
            let text = of(view);
            (!text.is_empty()).then(|| self.i18n.text(text))
        })
    }

    /// Why it is asked, and longer help: folded, so that they can be skipped.
    pub fn help(self) -> AnyView {
        // In a list of buttons, away from its place, it says what it belongs to.
        let label = self
            .view
            .with_untracked(|view| view.field.is_question())
            .then(|| self.words(|view| &view.field.definition.label))
            .flatten();
        let fold = |key: &str, text: Option<Words>| {
            text.map(|text| {
                let title = self.i18n.t(key);
                let of = label.clone().map(|label| {
                    let of = el("span").class("visually-hidden");
                    of.child("\u{a0}(").child(label).child(")")
                });
                el("details")
                    .class("help")
                    .child(el("summary").child(title).child(of))
                    .child(el("p").child(text))
            })
        };
        let why = self.words(|view| &view.field.definition.why);
        let why = match self.wiring.for_the_ear {
            true => why.map(|why| {
                el("p")
                    .class("why")
                    .child(self.i18n.t("why"))
                    .child(" ")
                    .child(why)
            }),
            false => fold("why", why),
        };
        let help = fold("help", self.words(|view| &view.field.definition.help));
        parts![why, help]
    }

    /// A question with one control: `<label>`, hint, error, control.
    pub fn single(self, control: impl FnOnce(Control) -> AnyView) -> AnyView {
        self.single_with(None, control)
    }

    /// The same with a second hint, of the widget's own.
    pub fn single_with(
        self,
        second: Option<Words>,
        control: impl FnOnce(Control) -> AnyView,
    ) -> AnyView {
        let id = self.id();
        let hint = self.hint();
        let hints: &[&str] = match (&hint, &second) {
            (None, None) => &[],
            (Some(_), None) => &["hint"],
            (None, Some(_)) => &["more"],
            (Some(_), Some(_)) => &["hint", "more"],
        };
        let control = control(Control {
            described_by: self.described(&id, Of::Any, hints),
            invalid: self.invalid(Of::Any),
            id: id.clone(),
        });
        let label = self.heading_label();
        let label = match self.heading {
            Heading::IsHeading => el("h1")
                .class("label-heading")
                .child(el("label").attr("for", id.clone()).child(label))
                .into_any(),
            Heading::Under => el("label").attr("for", id.clone()).child(label).into_any(),
        };
        el("div")
            .class("field")
            .attr("data-field", id.clone())
            .attr("data-audio", self.recording())
            .attr(
                "data-invalid",
                flag("", move || self.invalid(Of::Any).get()),
            )
            .child(label)
            .child(self.body())
            .child(hint_of(&id, "hint", hint))
            .child(hint_of(&id, "more", second))
            .child(self.help())
            .child(self.beside(Side::Before))
            .child(self.error(&id, Of::Any))
            .child(control)
            .child(self.beside(Side::Behind))
            .into_any()
    }

    /// A question with several controls: `<fieldset>` whose legend is the question. The hint stands in
    /// the legend and is part of the name: Orca does not read a description of a fieldset, and reads a
    /// legend twice whose parts do not name the fieldset by themselves (43.1, November 2026).
    pub fn group(self, of: Of, controls: AnyView) -> AnyView {
        self.group_with(of, None, controls)
    }

    /// The same with a second hint, which describes one of the controls.
    pub fn group_with(self, of: Of, second: Option<Words>, controls: AnyView) -> AnyView {
        let id = self.id();
        // The first option of several has the id of the question, and may have a hint.
        let (label_id, hint_id) = (format!("{id}-legend"), format!("{id}-legend-hint"));
        let words = self.heading_label();
        let label = match self.heading {
            Heading::IsHeading => el("h1").class("label-heading"),
            Heading::Under => el("span").class("label"),
        };
        let hint = self.hint();
        let name = hint.is_some().then(|| format!("{label_id} {hint_id}"));
        let hint = hint.map(|hint| el("span").class("hint").id(hint_id).child(hint));
        let described_by = self.described_by(&id, of, false);
        el("fieldset")
            .class("field")
            .attr("data-field", id.clone())
            .attr("data-audio", self.recording())
            .attr("aria-labelledby", name)
            .attr("aria-describedby", described_by)
            .attr("data-invalid", flag("", move || self.invalid(of).get()))
            .child(
                el("legend")
                    .child(label.id(label_id).child(words))
                    .child(hint),
            )
            .child(self.body())
            .child(hint_of(&id, "more", second))
            .child(self.help())
            .child(self.beside(Side::Before))
            .child(self.error(&id, of))
            .child(controls)
            .into_any()
    }
}

/// What describes a control, and one thing more.
pub(super) fn with_id(ids: Signal<Option<String>>, more: String) -> Signal<Option<String>> {
    Signal::derive(move || {
        let ids = ids.get().into_iter().chain([more.clone()]);
        Some(ids.collect::<Vec<_>>().join(" "))
    })
}

fn hint_of(id: &str, ending: &str, words: Option<Words>) -> Option<El> {
    let id = format!("{id}-{ending}");
    words.map(|words| el("p").class("hint").id(id).child(words))
}

/// What a control needs to be joined to its label, hint and error.
pub struct Control {
    /// Its id.
    pub id: String,
    /// What describes it.
    pub described_by: Signal<Option<String>>,
    /// Whether it is marked as wrong.
    pub invalid: Signal<bool>,
}

/// Which problems belong to a control.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Of {
    /// All of the question's.
    Any,
    /// Those of one input.
    Part(Part),
    /// Those that belong to no input by itself.
    Whole,
}

impl Of {
    fn covers(self, problem: &Problem) -> bool {
        match self {
            Self::Any => true,
            Self::Part(part) => problem.part == Some(part),
            Self::Whole => problem.part.is_none(),
        }
    }
}

/// The words of a problem. It has the id that `described_by` names.
pub fn error(problem: Problem, field: Arc<Field>, id: String) -> AnyView {
    error_message(id, use_i18n().problem(&problem, &field)).into_any()
}

fn text_of(view: &FieldView) -> String {
    match &view.answer {
        Some(Answer::Text(text)) => text.clone(),
        _ => String::new(),
    }
}
