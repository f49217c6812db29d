//! An address: province, commune, detail. Both lists are searched without marks; the second depends
//! on the first.

use std::sync::Arc;

use crate::ui::el::{el, parts};
use leptos::prelude::*;
use procedure::field::{COMMUNES, PROVINCES};
use procedure::{AddressParts, Answer, ListOption, Part};

use super::choice::{is_code, list, list_failed, on_its_way, suggestions};
use super::frame::{Of, Shell};
use crate::ui::combobox::Combobox;
use crate::ui::live::{attribute, flag, live};

pub(super) fn address(shell: Shell) -> AnyView {
    let own = shell.autofill().is_some();
    let province = searchable(shell, Part::Province, own.then_some("address-level1"));
    let commune = searchable(shell, Part::Commune, own.then_some("address-level2"));
    let detail = detail(shell, if own { "street-address" } else { "off" });
    let lacks_provinces = move || list_of(shell, Part::Province).is_none();
    let lacks = move || {
        lacks_provinces() || (is_province(shell) && list_of(shell, Part::Commune).is_none())
    };
    let input = move || {
        let part = match lacks_provinces() {
            true => Part::Province,
            false => Part::Commune,
        };
        format!("{}-{}", shell.id(), part.key())
    };
    let failed = list_failed(shell, Signal::derive(lacks), Signal::derive(input));
    shell.group(Of::Whole, parts![failed, province, commune, detail])
}

fn parts_now(shell: Shell) -> AddressParts {
    shell.view.with_untracked(|view| match &view.answer {
        Some(Answer::Address(parts)) => parts.clone(),
        _ => AddressParts::default(),
    })
}

fn parts(shell: Shell) -> AddressParts {
    shell.view.with(|view| match &view.answer {
        Some(Answer::Address(parts)) => parts.clone(),
        _ => AddressParts::default(),
    })
}

/// The list that an input searches. Tracked.
fn list_of(shell: Shell, part: Part) -> Option<Arc<[ListOption]>> {
    shell.wiring.options.run(match part {
        Part::Province => (PROVINCES, String::new()),
        _ => (COMMUNES, parts(shell).province),
    })
}

/// Whether a province is chosen; one whose list is not there may be. Tracked.
fn is_province(shell: Shell) -> bool {
    let chosen = parts(shell).province;
    match list_of(shell, Part::Province) {
        Some(list) => list.iter().any(|province| province.value == chosen),
        None => !chosen.is_empty(),
    }
}

fn searchable(shell: Shell, part: Part, autocomplete: Option<&str>) -> AnyView {
    let id = format!("{}-{}", shell.id(), part.key());
    let label = match part {
        Part::Province => "address-province",
        _ => "address-commune",
    };
    let options =
        Signal::derive(move || list_of(shell, part).map(|options| suggestions(shell, &options)));
    // What to do first is no longer to be done when it is.
    let waits = Memo::new(move |_| part == Part::Commune && !is_province(shell));
    let hint = move || {
        let key = match waits.get() {
            true => "address-commune-hint",
            false => "address-province-hint",
        };
        // The browser's own list needs no word on how to use it.
        (waits.get() || !shell.wiring.for_the_ear).then(|| shell.i18n.t(key))
    };
    let absent = move |()| match waits.get() {
        true => shell.i18n.t("address-commune-hint"),
        false => on_its_way(shell),
    };
    let value = Signal::derive(move || match part {
        Part::Province => parts(shell).province,
        _ => parts(shell).commune,
    });
    let change = move |value: String| {
        let mut now = parts_now(shell);
        match part {
            Part::Province if now.province != value => {
                // The commune belongs to the province before.
                now.commune = String::new();
                now.province = value;
            }
            Part::Province => {}
            _ => now.commune = value,
        }
        shell.answer(Answer::Address(now));
    };
    let described_by = shell.described_by(&id, Of::Part(part), true);
    // A description of the fieldset is not read: the first input carries what is wrong with all of it.
    let described_by = match part {
        Part::Province => attribute(move || {
            let whole = shell.problem(Of::Whole);
            let whole = whole.map(|_| format!("{}-error", shell.id()));
            let ids: Vec<String> = whole.into_iter().chain(described_by.get()).collect();
            Some(ids.join(" "))
        }),
        _ => described_by,
    };
    let autocomplete = autocomplete.map(str::to_string);
    let list = list(
        shell,
        Combobox {
            id: id.clone(),
            options,
            absent: Callback::new(absent),
            value,
            is_code: is_code(shell),
            on_change: Callback::new(change),
            described_by,
            invalid: shell.invalid(Of::Part(part)),
            autocomplete,
        },
    );
    el("div")
        .class("subfield")
        .attr("data-field", id.clone())
        .attr(
            "data-invalid",
            flag("", move || shell.invalid(Of::Part(part)).get()),
        )
        .child(
            el("label")
                .attr("for", id.clone())
                .child(shell.i18n.t(label)),
        )
        .child(
            el("p")
                .class("hint")
                .id(format!("{id}-hint"))
                .child(live(hint)),
        )
        .child(shell.error(&id, Of::Part(part)))
        .child(list)
        .into_any()
}

fn detail(shell: Shell, autocomplete: &'static str) -> AnyView {
    let id = format!("{}-detail", shell.id());
    let of = Of::Part(Part::Detail);
    let described_by = shell.described_by(&id, of, true);
    let change = move |typed: String| {
        let now = AddressParts {
            detail: typed,
            ..parts_now(shell)
        };
        shell.answer(Answer::Address(now));
    };
    el("div")
        .class("subfield")
        .attr("data-field", id.clone())
        .attr("data-invalid", flag("", move || shell.invalid(of).get()))
        .child(
            el("label")
                .attr("for", id.clone())
                .child(shell.i18n.t("address-detail")),
        )
        .child(
            el("p")
                .class("hint")
                .id(format!("{id}-hint"))
                .child(shell.i18n.t("address-detail-hint")),
        )
        .child(shell.error(&id, of))
        .child(
            el("input")
                .id(id.clone())
                .attr("name", id.clone())
                .attr("type", "text")
                .class("input")
                .attr("autocomplete", autocomplete)
                .attr("aria-describedby", described_by)
                .attr(
                    "aria-invalid",
                    flag("true", move || shell.invalid(of).get()),
                )
                .value(parts_now(shell).detail)
                .on_typed(change),
        )
        .into_any()
}
