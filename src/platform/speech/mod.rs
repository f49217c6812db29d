//! The browser's voices: what a page says, sentence by sentence, and which word is being said.

mod page;
mod sentences;

use std::cell::RefCell;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    HtmlAudioElement, SpeechSynthesis, SpeechSynthesisErrorEvent, SpeechSynthesisEvent,
    SpeechSynthesisUtterance, SpeechSynthesisVoice,
};

use super::{clock, window};
pub use page::{Sentence, sentences_of_page};

/// What became of saying a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Said {
    /// All of it was said.
    Done,
    /// It was stopped.
    Stopped,
    /// The device has no voice for its language.
    NoVoice,
    /// The voice broke off.
    Failed,
}

/// Times a voice is asked for that is not there at once, and milliseconds between two.
const ASKED: (u32, i32) = (10, 100);

fn synthesis() -> Option<SpeechSynthesis> {
    window()?.speech_synthesis().ok()
}

thread_local! {
    /// The recording that is played.
    static PLAYED: RefCell<Option<HtmlAudioElement>> = const { RefCell::new(None) };
}

/// Stops what is being said, and takes the marks away.
pub fn stop() {
    if let Some(played) = PLAYED.with(RefCell::take) {
        // Nobody waits for its end any more.
        drop(played.pause());
    }
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
    mark(SENTENCE, &Array::new());
    mark(WORD, &Array::new());
}

/// Says a sentence in its own language and marks it while it is said. `rate` is 1 for the voice's own
/// speed.
pub async fn say(sentence: &Sentence, rate: f32) -> Said {
    if let Some(address) = &sentence.recording {
        return play(address, rate).await;
    }
    let (Some(synthesis), Some(voice)) = (synthesis(), voice_for(&sentence.lang).await) else {
        return Said::NoVoice;
    };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(&sentence.text) else {
        return Said::Failed;
    };
    utterance.set_lang(&voice.lang());
    utterance.set_voice(Some(&voice));
    utterance.set_rate(rate);
    mark(SENTENCE, &sentence.ranges(0, u32::MAX));
    sentence.bring_into_view();
    let spoken = sentence.clone();
    let boundary =
        Closure::<dyn Fn(SpeechSynthesisEvent)>::new(move |event: SpeechSynthesisEvent| {
            if event.name().as_deref() != Some("sentence") {
                let at = event.char_index();
                let length = event.char_length().filter(|length| *length > 0);
                let length = length.unwrap_or_else(|| spoken.word_at(at));
                mark(WORD, &spoken.ranges(at, length));
            }
        });
    utterance.set_onboundary(Some(boundary.as_ref().unchecked_ref()));
    let ended = Promise::new(&mut |resolve: Function, reject: Function| {
        utterance.set_onend(Some(&resolve));
        utterance.set_onerror(Some(&reject));
        synthesis.speak(&utterance);
    });
    let said = match JsFuture::from(ended).await {
        Ok(_) => Said::Done,
        Err(error) => match error.dyn_ref::<SpeechSynthesisErrorEvent>() {
            Some(event) if is_stop(event) => Said::Stopped,
            _ => Said::Failed,
        },
    };
    mark(WORD, &Array::new());
    said
}

fn is_stop(event: &SpeechSynthesisErrorEvent) -> bool {
    let error = Reflect::get(event, &"error".into()).ok();
    let error = error.and_then(|error| error.as_string());
    error.is_some_and(|error| error == "canceled" || error == "interrupted")
}

/// Plays a recording to its end.
async fn play(address: &str, rate: f32) -> Said {
    let Ok(audio) = HtmlAudioElement::new_with_src(address) else {
        return Said::Failed;
    };
    audio.set_playback_rate(f64::from(rate));
    PLAYED.with(|played| played.replace(Some(audio.clone())));
    let ended = Promise::new(&mut |resolve: Function, _| {
        audio.set_onended(Some(&resolve));
        audio.set_onpause(Some(&resolve));
        audio.set_onerror(Some(&resolve));
    });
    let Ok(begun) = audio.play() else {
        return Said::Failed;
    };
    if JsFuture::from(begun).await.is_err() {
        return Said::Failed;
    }
    // It always resolves.
    drop(JsFuture::from(ended).await);
    match (audio.ended(), audio.error()) {
        (true, _) => Said::Done,
        (false, Some(_)) => Said::Failed,
        (false, None) => Said::Stopped,
    }
}

/// A voice for a language, one of the device itself before one that needs the network. Browsers list
/// them a moment after they are asked for the first time.
async fn voice_for(lang: &str) -> Option<SpeechSynthesisVoice> {
    let synthesis = synthesis()?;
    let wanted = primary(lang);
    for tried in 0..ASKED.0 {
        if tried > 0 {
            clock::sleep(ASKED.1).await;
        }
        let voices = synthesis.get_voices();
        if voices.length() == 0 {
            continue;
        }
        let fit = |voice: &SpeechSynthesisVoice| primary(&voice.lang()) == wanted;
        let voices: Vec<SpeechSynthesisVoice> = voices
            .iter()
            .filter_map(|voice| voice.dyn_into().ok())
            .filter(fit)
            .collect();
        let own = voices.iter().find(|voice| voice.local_service());
        return own.or(voices.first()).cloned();
    }
    None
}

/// "vi" of "vi-VN"; some systems write "vi_VN".
fn primary(lang: &str) -> String {
    let primary = lang.split(['-', '_']).next().unwrap_or_default();
    primary.to_ascii_lowercase()
}

/// Names of the marks, for the styles.
const SENTENCE: &str = "spoken-sentence";
const WORD: &str = "spoken-word";

/// Marks ranges by a name. Browsers without the CSS Custom Highlight API (before 2022 to 2025) do
/// without the mark.
fn mark(name: &str, ranges: &Array) {
    let set = || -> Option<()> {
        let window = JsValue::from(window()?);
        let css = Reflect::get(&window, &"CSS".into()).ok()?;
        let highlights = Reflect::get(&css, &"highlights".into()).ok()?;
        let set: Function = Reflect::get(&highlights, &"set".into())
            .ok()?
            .dyn_into()
            .ok()?;
        let make: Function = Reflect::get(&window, &"Highlight".into())
            .ok()?
            .dyn_into()
            .ok()?;
        let highlight = Reflect::construct(&make, ranges).ok()?;
        set.call2(&highlights, &name.into(), &highlight).ok()?;
        Some(())
    };
    set();
}
