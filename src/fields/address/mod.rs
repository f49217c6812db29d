//! An address: province, commune, detail. Both lists are searched without marks; the second depends
//! on the first.

use crate::ui::el::{el, parts};
use leptos::prelude::*;
use procedure::field::{COMMUNES, PROVINCES};
use procedure::{AddressParts, Answer, Part};

use super::choice::{list_failed, suggestions};
use super::frame::{Of, Shell};
use crate::ui::combobox::{Combobox, combobox};
use crate::ui::live::flag;

pub(super) fn address(shell: Shell) -> AnyView {
    let own = shell
        .view
        .with_untracked(|view| view.field.definition.autocomplete.is_some());
    let province = searchable(shell, Part::Province, own.then_some("address-level1"));
    let commune = searchable(shell, Part::Commune, own.then_some("address-level2"));
    let detail = detail(shell, if own { "street-address" } else { "off" });
    let failed = list_failed(shell);
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

fn searchable(shell: Shell, part: Part, autocomplete: Option<&str>) -> AnyView {
    let id = format!("{}-{}", shell.id(), part.key());
    let (label, hint) = match part {
        Part::Province => ("address-province", "address-province-hint"),
        _ => ("address-commune", "address-commune-hint"),
    };
    let options = Signal::derive(move || {
        let list = match part {
            Part::Province => shell.wiring.options.run((PROVINCES, String::new())),
            _ => shell.wiring.options.run((COMMUNES, parts(shell).province)),
        };
        list.map(|options| suggestions(shell, &options))
    });
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
    let autocomplete = autocomplete.map(str::to_string);
    let combobox = combobox(Combobox {
        id: id.clone(),
        options,
        value,
        on_change: Callback::new(change),
        described_by: shell.described_by(&id, Of::Part(part), true),
        invalid: shell.invalid(Of::Part(part)),
        autocomplete,
    });
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
                .child(shell.i18n.t(hint)),
        )
        .child(shell.error(&id, Of::Part(part)))
        .child(combobox)
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
