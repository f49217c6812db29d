//! Reading the page aloud, in the bar of every page: sentence by sentence, each in its own language.

use crate::ui::el::{El, el, parts};
use leptos::prelude::*;

use super::preferences::{Choice, group};
use crate::hooks::use_navigator;
use crate::i18n::{Arg, I18n, use_i18n};
use crate::platform::spawn;
use crate::platform::speech::{self, Said, Sentence};
use crate::preferences::{SPEEDS, use_preferences};
use crate::ui::live::{follow, live, live_text, show};

/// What is read, and how far it has come.
#[derive(Clone, Copy)]
struct Reading {
    sentences: StoredValue<Vec<Sentence>, LocalStorage>,
    at: RwSignal<usize>,
    is_on: RwSignal<bool>,
    /// Each beginning has a number: what was begun before stops when it sees another.
    turn: StoredValue<u32>,
    /// Languages for which the device has no voice.
    lacks: RwSignal<Vec<String>>,
    has_failed: RwSignal<bool>,
    i18n: I18n,
}

/// The controls. `close` moves the focus back to what opened them.
pub fn read_aloud(close: Callback<()>) -> AnyView {
    let i18n = use_i18n();
    let reading = Reading {
        sentences: StoredValue::new_local(Vec::new()),
        at: RwSignal::new(0),
        is_on: RwSignal::new(false),
        turn: StoredValue::new(0),
        lacks: RwSignal::new(Vec::new()),
        has_failed: RwSignal::new(false),
        i18n,
    };
    let preferences = use_preferences();
    let begin = move || reading.begin(move || f32::from(preferences.get_now().speed) / 100.0);
    let navigator = use_navigator();
    follow(move |first| {
        navigator.path();
        navigator.turns();
        if !first {
            // Another page: what is being said is not of it.
            reading.stop();
            reading.at.set(0);
        }
    });
    on_cleanup(move || reading.stop());
    let step = move |by: isize| {
        let was_on = reading.is_on.get_untracked();
        reading.stop();
        reading.gather();
        let last = reading.sentences.with_value(Vec::len).saturating_sub(1);
        let at = reading.at.get_untracked().saturating_add_signed(by);
        reading.at.set(at.min(last));
        if was_on {
            begin();
        }
    };
    let speeds = SPEEDS.into_iter().map(|speed| Choice {
        value: speed.to_string(),
        words: i18n.t(&format!("read-aloud-speed-{speed}")),
        hint: None,
        is: Box::new(move |choices| choices.speed == speed),
        choose: Box::new(move || {
            preferences.change(|choices| choices.speed = speed);
            step(0);
        }),
    });
    let toggle = move |_| match reading.is_on.get_untracked() {
        true => reading.stop(),
        false => begin(),
    };
    let toggle_words = move || match reading.is_on.get() {
        true => i18n.s("read-aloud-pause"),
        false => i18n.s("read-aloud-play"),
    };
    let controls = el("div")
        .class("go-on")
        .child(
            button(toggle)
                .class("primary")
                .id("read-aloud-toggle")
                .child(live_text(toggle_words)),
        )
        .child(button(move |_| step(-1)).child(i18n.t("read-aloud-back")))
        .child(button(move |_| step(1)).child(i18n.t("read-aloud-on")));
    let speed = group(
        "bar",
        "speed",
        i18n.t("read-aloud-speed"),
        preferences,
        speeds.collect(),
    );
    let contents = parts![
        el("p").child(i18n.t("read-aloud-how")),
        notes(reading),
        controls,
        speed
    ];
    super::panel::panel("read-aloud-title", "read-aloud-title", contents, close)
}

fn button(press: impl FnMut(leptos::ev::Event) + 'static) -> El {
    el("button").attr("type", "button").on_press(press)
}

/// What the device cannot do, from a region that is there before it is needed.
fn notes(reading: Reading) -> AnyView {
    let i18n = reading.i18n;
    let lacking = move || {
        let lines = reading.lacks.get().into_iter().map(|tag| {
            let offered = i18n.offered().into_iter().find(|known| known.tag == tag);
            let name = offered.map_or(tag, |known| known.name);
            let words = i18n.tr("read-aloud-no-voice", &[("language", Arg::Text(&name))]);
            el("p").child(words).into_any()
        });
        lines.collect::<Vec<_>>()
    };
    el("div")
        .attr("role", "status")
        .child(parts![
            live(lacking),
            show(
                move || reading.has_failed.get(),
                move || el("p").child(i18n.t("read-aloud-failed"))
            )
        ])
        .into_any()
}

impl Reading {
    /// Takes in what the page says now: answers and errors change it.
    fn gather(self) {
        let chosen = self.i18n.s("read-aloud-chosen");
        self.sentences.set_value(speech::sentences_of_page(&chosen));
    }

    fn stop(self) {
        // The page may be gone.
        let _ = self.turn.try_update_value(|turn| *turn += 1);
        let _ = self.is_on.try_set(false);
        speech::stop();
    }

    /// Reads on from where it was stopped.
    fn begin(self, rate: impl Fn() -> f32 + 'static) {
        self.stop();
        self.gather();
        self.lacks.set(Vec::new());
        self.has_failed.set(false);
        self.is_on.set(true);
        let turn = self.turn.get_value();
        spawn(async move {
            let recordings = self.i18n.recordings().await;
            let locale = self.i18n.locale_now();
            let mut is_recorded = false;
            while let Some(sentence) = self.next(turn) {
                if sentence.recorded && is_recorded {
                    self.at.update(|at| *at += 1);
                    continue;
                }
                let mut said = Said::Failed;
                let is_own = sentence.recording.is_none() && sentence.lang == locale;
                let is_it = |(text, _): &&(String, String)| is_own && *text == sentence.text.trim();
                if let Some((_, file)) = recordings.iter().find(is_it) {
                    let mut recorded = sentence.clone();
                    recorded.recording = Some(file.clone());
                    said = speech::say(&recorded, rate()).await;
                }
                // A recording that cannot be played is read by a voice.
                if said == Said::Failed {
                    said = match self.lacks.get_untracked().contains(&sentence.lang) {
                        true => Said::NoVoice,
                        false => speech::say(&sentence, rate()).await,
                    };
                }
                if self.turn.try_get_value() != Some(turn) {
                    return;
                }
                is_recorded = sentence.recording.is_some() && said == Said::Done;
                match said {
                    Said::Failed if sentence.recording.is_some() => {}
                    Said::Done => {}
                    Said::NoVoice => self.lacks.update(|lacks| {
                        if !lacks.contains(&sentence.lang) {
                            lacks.push(sentence.lang.clone());
                        }
                    }),
                    Said::Failed => {
                        self.has_failed.set(true);
                        return self.stop();
                    }
                    Said::Stopped => return self.stop(),
                }
                self.at.update(|at| *at += 1);
            }
            if self.turn.try_get_value() == Some(turn) {
                self.stop();
                self.at.set(0);
            }
        });
    }

    fn next(self, turn: u32) -> Option<Sentence> {
        if self.turn.try_get_value() != Some(turn) {
            return None;
        }
        let at = self.at.try_get_untracked()?;
        self.sentences
            .try_with_value(|sentences| sentences.get(at).cloned())?
    }
}
