//! An email address. What looks misspelled is asked about, and stays what it is.

use leptos::prelude::*;
use procedure::Answer;
use procedure::definition::TextKind;
use procedure::format::meant_email;

use super::super::frame::{Control, Shell};
use super::{input, typing};
use crate::i18n::Arg;
use crate::ui::el::{el, parts};
use crate::ui::live::{attribute, live};
use crate::ui::live_region::use_announcer;
use crate::ui::pause::Pause;

/// Milliseconds after the input was left. A press on Continue that left it is over by then: the button
/// does not move away under it.
const PAUSE: i32 = 600;

pub(in crate::fields) fn email(shell: Shell, kind: &TextKind) -> AnyView {
    let (i18n, announcer, pause) = (shell.i18n, use_announcer(), Pause::default());
    let typing = typing(kind);
    let text = RwSignal::new(shell.text_now());
    // Whoever comes back to it is asked at once.
    let meant = RwSignal::new(meant_email(&shell.text_now()));
    let left = move |_| {
        pause.before(PAUSE, move || {
            let now = meant_email(&shell.text_now());
            if now == meant.get_untracked() {
                return;
            }
            if let Some(address) = &now {
                let address = [("address", Arg::Text(address))];
                let question = i18n.sr("email-meant", &address);
                announcer.say(format!("{question} {}", i18n.sr("email-use", &address)));
            }
            meant.set(now);
        });
    };
    shell.single(|control| {
        let (id, described_by) = (control.id.clone(), control.described_by);
        let meant_id = format!("{id}-meant");
        let control = Control {
            described_by: attribute({
                let meant_id = meant_id.clone();
                move || {
                    let question = meant.with(Option::is_some).then(|| meant_id.clone());
                    let ids: Vec<String> = described_by.get().into_iter().chain(question).collect();
                    (!ids.is_empty()).then(|| ids.join(" "))
                }
            }),
            ..control
        };
        let question = move || {
            meant.get().map(|meant_now| {
                let address = [("address", Arg::Text(&meant_now))];
                let (question, words) = (
                    i18n.tr("email-meant", &address),
                    i18n.tr("email-use", &address),
                );
                let id = id.clone();
                let take = move |_| {
                    text.set(meant_now.clone());
                    shell.wiring.focus_first.run(id.clone());
                    meant.set(None);
                    shell.answer(Answer::Text(meant_now.clone()));
                };
                el("div")
                    .class("meant")
                    .child(el("p").id(meant_id.clone()).child(question))
                    .child(
                        el("button")
                            .attr("type", "button")
                            .class("link")
                            .on_press(take)
                            .child(words),
                    )
            })
        };
        parts![
            input(shell, control, &typing, text).on("blur", left),
            live(question)
        ]
    })
}
