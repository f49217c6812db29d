//! What is said of files on their way: politely, and each thing once.

use leptos::prelude::*;
use procedure::FileAnswer;

use super::{Progress, Shell};
use crate::i18n::Arg;
use crate::ui::live::follow;
use crate::ui::live_region::use_announcer;

/// Bytes from which on it is said how far a file is: a smaller one is there before that is heard.
const LARGE: u64 = 500_000;

/// A file as it was when something could last be said of it.
struct Known {
    id: String,
    state: Progress,
    has_waited: bool,
}

/// Says what becomes of the files from now on; what is so already stands on the page.
pub(super) fn tell(shell: Shell, files: Memo<Vec<FileAnswer>>) {
    let announcer = use_announcer();
    let mut known: Vec<Known> = Vec::new();
    follow(move |first| {
        let mut now = Vec::new();
        for file in files.get() {
            let under_way = shell.wiring.progress.run(file.id.clone());
            let Some(state) = file.upload.map(|_| Progress::Arrived).or(under_way) else {
                continue;
            };
            let before = known.iter().find(|known| known.id == file.id);
            let has_waited = before.is_some_and(|before| before.has_waited);
            let was = before.map_or(&Progress::UnderWay(0), |before| &before.state);
            if !first && is_news(was, &state, has_waited, file.bytes >= LARGE) {
                announcer.say(words(shell, &file.name, &state));
            }
            now.push(Known {
                id: file.id,
                has_waited: has_waited || matches!(state, Progress::Waiting(_)),
                state,
            });
        }
        known = now;
    });
}

fn is_news(was: &Progress, is: &Progress, has_waited: bool, is_large: bool) -> bool {
    match is {
        Progress::UnderWay(_) => is_large && quarters(was) < quarters(is),
        Progress::Waiting(_) => !has_waited,
        _ => was != is,
    }
}

fn quarters(state: &Progress) -> u8 {
    match state {
        Progress::UnderWay(percent) | Progress::Waiting(percent) => percent / 25,
        _ => 0,
    }
}

fn words(shell: Shell, name: &str, state: &Progress) -> String {
    let i18n = shell.i18n;
    let name = ("name", Arg::Text(name));
    let how_far = |key, percent: u8| {
        let percent = Arg::Number(f64::from(percent));
        i18n.sr(key, &[("percent", percent)])
    };
    let what = match state {
        Progress::Arrived => return i18n.sr("file-told-arrived", &[name]),
        Progress::UnderWay(percent) => how_far("file-under-way", *percent),
        Progress::Waiting(percent) => how_far("file-waiting", *percent),
        Progress::Failed(why) => i18n.s(&format!("file-failed-{why}")),
        Progress::Gone => i18n.s("file-gone"),
    };
    i18n.sr("file-told", &[name, ("what", Arg::Text(&what))])
}

#[cfg(test)]
mod tests {
    use super::Progress::*;
    use super::*;

    /// What is said of a file that goes through these states, one after the other.
    fn said(is_large: bool, states: &[Progress]) -> Vec<Progress> {
        let (mut was, mut has_waited) = (UnderWay(0), false);
        let mut said = Vec::new();
        for is in states {
            if is_news(&was, is, has_waited, is_large) {
                said.push(is.clone());
            }
            has_waited |= matches!(is, Waiting(_));
            was = is.clone();
        }
        said
    }

    // [81]
    #[test]
    fn progress_is_said_every_quarter_of_a_large_file_and_the_end_of_any() {
        let steps = [0, 12, 26, 38, 51, 51, 77, 99].map(UnderWay);
        let steps: Vec<Progress> = steps.into_iter().chain([Arrived, Arrived]).collect();
        assert_eq!(said(false, &steps), [Arrived]);
        let all = [UnderWay(26), UnderWay(51), UnderWay(77), Arrived];
        assert_eq!(said(true, &steps), all);
    }

    // [81]
    #[test]
    fn waiting_for_the_network_is_said_once() {
        let steps = [
            UnderWay(12),
            Waiting(12),
            UnderWay(12),
            Waiting(26),
            UnderWay(38),
            Arrived,
        ];
        assert_eq!(said(false, &steps), [Waiting(12), Arrived]);
    }

    // [81]
    #[test]
    fn a_failure_is_said_each_time() {
        let steps = [
            Failed("refused"),
            Failed("refused"),
            UnderWay(0),
            Failed("refused"),
            UnderWay(0),
            Gone,
        ];
        assert_eq!(
            said(false, &steps),
            [Failed("refused"), Failed("refused"), Gone]
        );
    }
}
