//! A date in three inputs.

use crate::ui::el::el;
use leptos::prelude::*;
use procedure::definition::{DateKind, Precision};
use procedure::{Answer, DateParts, Part};

use super::frame::{Of, Shell};
use crate::ui::live::{attribute, flag};

/// The first input that a date of this kind has.
pub(super) fn first_part(kind: &DateKind) -> &'static str {
    match kind.precision {
        Precision::Day | Precision::Any => "day",
        Precision::Month => "month",
        Precision::Year => "year",
    }
}

pub(super) fn date(shell: Shell, kind: &DateKind) -> AnyView {
    let parts: &[Part] = match kind.precision {
        Precision::Day | Precision::Any => &[Part::Day, Part::Month, Part::Year],
        Precision::Month => &[Part::Month, Part::Year],
        Precision::Year => &[Part::Year],
    };
    let birthday = shell.autofill().as_deref() == Some("bday");
    let any = (kind.precision == Precision::Any).then(|| shell.i18n.t("date-any"));
    let inputs = parts
        .iter()
        .enumerate()
        .map(|(n, part)| {
            let hint = any.is_some() && n == 0;
            input(shell, *part, birthday, n == 0, hint)
        })
        .collect::<Vec<_>>();
    let inputs = el("div").class("date-parts").child(inputs);
    shell.group_with(Of::Any, any, inputs.into_any())
}

fn input(shell: Shell, part: Part, birthday: bool, first: bool, hint: bool) -> AnyView {
    let id = format!("{}-{}", shell.id(), part.key());
    let (label, token) = match part {
        Part::Day => ("date-day", "bday-day"),
        Part::Month => ("date-month", "bday-month"),
        _ => ("date-year", "bday-year"),
    };
    let wrong = Signal::derive(move || {
        // Where no input is named, all are wrong together.
        shell
            .problem(Of::Any)
            .is_some_and(|problem| problem.part.is_none_or(|p| p == part))
    });
    // A description of the fieldset is not read: the first input carries the error too.
    let (hint_id, error_id) = (
        format!("{}-more", shell.id()),
        format!("{}-error", shell.id()),
    );
    let described_by = move || {
        let is_told = wrong.get() || (first && shell.problem(Of::Any).is_some());
        let ids: Vec<&str> = [(hint, &hint_id), (is_told, &error_id)]
            .into_iter()
            .filter_map(|(is_there, id)| is_there.then_some(id.as_str()))
            .collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    };
    let change = move |typed: String| {
        let mut parts = shell.date_now();
        *part_of(&mut parts, part) = typed;
        shell.answer(Answer::Date(parts));
    };
    let value = part_of(&mut shell.date_now(), part).clone();
    el("div")
        .class("date-part")
        .attr("data-part", part.key())
        .child(
            el("label")
                .attr("for", id.clone())
                .child(shell.i18n.t(label)),
        )
        .child(
            el("input")
                .id(id.clone())
                .attr("name", id)
                .attr("type", "text")
                .attr(
                    "inputmode",
                    if part == Part::Month {
                        "text"
                    } else {
                        "numeric"
                    },
                )
                .class("input")
                .attr("autocomplete", if birthday { token } else { "off" })
                .attr("aria-describedby", attribute(described_by))
                .attr("aria-invalid", flag("true", move || wrong.get()))
                .value(value)
                .on_typed(change),
        )
        .into_any()
}

fn part_of(parts: &mut DateParts, part: Part) -> &mut String {
    match part {
        Part::Day => &mut parts.day,
        Part::Month => &mut parts.month,
        _ => &mut parts.year,
    }
}
