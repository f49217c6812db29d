//! What the applicant of a dossier is to do now, by when, and what the office wrote last: together, first.

use crate::ui::el::{El, el, parts};
use leptos::prelude::*;
use portal_wire::{Component, Status, Supplement, Tracking};
use procedure::{Text, parse_date};

use super::fees::Sum;
use crate::hooks::focus_soon;
use crate::i18n::{Arg, I18n};
use crate::portal::text_of;
use crate::route::Route;
use crate::ui::notice::notice;

/// The one thing to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ToDo {
    /// What the status says is all.
    AsStatus,
    /// Putting right what an officer marked.
    PutRight,
    /// Paying, elsewhere.
    Pay,
    /// Going to the office, as soon as it has accepted the dossier.
    GoLater,
    /// Going to the office.
    Go,
    /// Reading why a part was not done, or what it needs.
    ReadParts,
}

impl ToDo {
    /// "Nothing to do" is only said where nothing is.
    pub(super) fn of(tracking: &Tracking) -> Self {
        let status = tracking.status;
        let waits = waits(status);
        if tracking.supplement.is_some() {
            Self::PutRight
        } else if status == Status::PaymentDue {
            Self::Pay
        } else if (waits || status == Status::Delivered) && tracking.components.iter().any(is_open)
        {
            Self::ReadParts
        } else if waits && tracking.in_person {
            match status {
                Status::Submitted => Self::GoLater,
                _ => Self::Go,
            }
        } else {
            Self::AsStatus
        }
    }

    fn key(self, status: Status) -> String {
        match self {
            Self::PutRight => "todo-put-right".into(),
            Self::GoLater => "todo-go-later".into(),
            Self::Go => "todo-go".into(),
            Self::ReadParts => "todo-parts".into(),
            Self::AsStatus | Self::Pay => format!("status-{}-do", status.name()),
        }
    }
}

/// Whether the office works on it, and asks for nothing.
fn waits(status: Status) -> bool {
    matches!(
        status,
        Status::Submitted | Status::Accepted | Status::InProgress
    )
}

/// Whether somebody must read what became of a part.
fn is_open(part: &Component) -> bool {
    part.status.needs_reason()
}

/// Something that the office wrote: when (RFC 3339, of one portal and so with one offset), what.
type Said<'a> = (&'a str, &'a str);

/// What the office wrote that counts now, the newest last: the words beside the status, and a message that came
/// since. What was asked in an earlier status is over; what else was said in one still counts until something newer
/// was said.
pub(super) fn said(tracking: &Tracking) -> Vec<Said<'_>> {
    let last = tracking.history.len().saturating_sub(1);
    let mut all: Vec<(bool, Said)> = Vec::new();
    for (n, change) in tracking.history.iter().enumerate() {
        let is_now = n == last;
        // What is written beside this one is the applicant's.
        let is_office = change.status != Status::WithdrawalRequested;
        if let Some(note) = &change.note
            && is_office
            && (is_now || !change.status.needs_reason())
        {
            all.push((is_now, (&change.at, note)));
        }
    }
    let messages = tracking.messages.iter();
    let messages = messages.filter(|message| message.from_officer);
    all.extend(messages.map(|message| (false, (message.at.as_str(), message.text.as_str()))));
    procedure::sort_by(&mut all, |(_, one), (_, other)| one.0 < other.0);
    let newest = all.len().saturating_sub(1);
    let counts = all.iter().enumerate();
    let counts = counts.filter(|(n, (is_now, _))| *is_now || *n == newest);
    counts.map(|(_, (_, said))| *said).collect()
}

/// The box.
pub(super) fn next_step(i18n: I18n, tracking: &Tracking, takes_messages: bool) -> El {
    let to_do = ToDo::of(tracking);
    let status = tracking.status;
    let words = said(tracking);
    let says_something = !words.is_empty();
    let words = words.into_iter().map(|(at, text)| {
        let time = i18n.time_of(at);
        el("div")
            .child(el("p").child(i18n.tr("todo-office-wrote", &[("time", Arg::Text(&time))])))
            .child(
                // An office writes in its own language.
                el("blockquote")
                    .class("as-written")
                    .child(i18n.text(&Text::new("vi", text))),
            )
    });
    let supplement = tracking
        .supplement
        .as_ref()
        .map(|supplement| put_right(i18n, supplement, &tracking.code));
    let pay = (to_do == ToDo::Pay).then(|| pay(i18n, tracking));
    let asks_in_words = status == Status::DocumentsRequested && tracking.supplement.is_none();
    // Where nothing was written, or it has to be talked about: whom to ask.
    let ask = (status.needs_reason()
        && takes_messages
        && (asks_in_words || to_do == ToDo::Pay || !says_something))
        .then(|| {
            let key = match says_something {
                true => "todo-ask",
                false => "todo-ask-why",
            };
            el("p").class("no-print").child(
                el("button")
                    .attr("type", "button")
                    .class("secondary")
                    .on_press(|_| focus_soon("message-text".into()))
                    .child(i18n.t(key)),
            )
        });
    let until = tracking.due.as_ref().filter(|_| waits(status));
    let until = until
        .and_then(|due| parse_date(&due.on))
        .map(|day| el("p").child(i18n.tr("todo-until", &[("date", Arg::Text(&i18n.date(day)))])));
    let next = (to_do == ToDo::AsStatus && status == Status::Submitted)
        .then(|| el("p").child(i18n.t("receipt-next")));
    notice(kind_of(to_do, status))
        .child(el("p").child(el("strong").child(i18n.t(&to_do.key(status)))))
        .child(supplement)
        .child(pay)
        .child(open_parts(i18n, &tracking.components))
        .child(words.collect::<Vec<_>>())
        .child(ask)
        .child(next)
        .child(until)
}

/// By when something is to be put right, and whom to ask.
pub(super) fn until_and_contact(i18n: I18n, supplement: &Supplement) -> (Option<El>, Option<El>) {
    let until = supplement.deadline.as_deref().and_then(parse_date);
    let until = until.map(|day| {
        let words = i18n.tr("supplement-until", &[("date", Arg::Text(&i18n.date(day)))]);
        el("p").child(el("strong").child(words))
    });
    let contact = supplement.contact.as_deref().map(|contact| {
        el("p")
            .child(i18n.t("supplement-contact"))
            .child(" ")
            .child(i18n.text(&Text::new("vi", contact)))
    });
    (until, contact)
}

fn put_right(i18n: I18n, supplement: &Supplement, code: &str) -> AnyView {
    let href = Route::Supplement(code.to_string()).href();
    let count = supplement.flaws.len() as f64;
    let (until, contact) = until_and_contact(i18n, supplement);
    parts![
        el("p").child(i18n.tr("supplement-count", &[("n", Arg::Number(count))])),
        until,
        el("p").class("no-print").child(
            el("a")
                .class("button")
                .attr("href", href)
                .child(i18n.t("supplement-open"))
        ),
        contact
    ]
}

/// How much, and that it is not paid here: how else, the office says.
fn pay(i18n: I18n, tracking: &Tracking) -> AnyView {
    let sum = Sum::of(tracking.fees.iter().map(|fee| fee.vnd));
    let amount = match sum {
        // Something is to be paid, only how much was not told.
        Sum::Open | Sum::Known(0) => super::fees::amount(i18n, None),
        sum => sum.words(i18n),
    };
    parts![
        el("p").child(i18n.tr("todo-pay-amount", &[("amount", Arg::Text(&amount))])),
        el("p").child(i18n.t("todo-pay-how"))
    ]
}

/// Each part that was not done or needs something, and why.
fn open_parts(i18n: I18n, parts: &[Component]) -> Option<El> {
    let open = parts.iter().filter(|part| is_open(part)).map(|part| {
        let name = i18n.text(&text_of(&part.name)).text;
        let status = i18n.s(&format!("status-{}", part.status.name()));
        let note = part.note.as_deref().map(|note| {
            el("blockquote")
                .class("as-written")
                .child(i18n.text(&Text::new("vi", note)))
        });
        el("li").child(format!("{name}: {status}.")).child(note)
    });
    let open: Vec<El> = open.collect();
    (!open.is_empty()).then(|| el("ul").child(open))
}

fn kind_of(to_do: ToDo, status: Status) -> &'static str {
    match (to_do, status) {
        (ToDo::PutRight | ToDo::Pay | ToDo::ReadParts | ToDo::Go, _)
        | (_, Status::DocumentsRequested | Status::NotAccepted | Status::Stopped) => "warning",
        (_, Status::Decided | Status::Delivered) => "done",
        _ => "info",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use portal_wire::{Message, StatusChange};

    /// A dossier with these statuses and the words beside them, one a minute.
    fn tracking(history: &[(Status, &str)]) -> Tracking {
        let at = |n: usize| format!("2026-11-24T09:{n:02}:00+07:00");
        let history = history
            .iter()
            .enumerate()
            .map(|(n, (status, note))| StatusChange {
                status: *status,
                at: at(n),
                note: (!note.is_empty()).then(|| note.to_string()),
            });
        let history: Vec<StatusChange> = history.collect();
        Tracking {
            code: "H00.00-261124-0001".into(),
            procedure: "1.004194".into(),
            name: Default::default(),
            agency: Default::default(),
            status: history.last().map_or(Status::Submitted, |last| last.status),
            history,
            due: None,
            fees: Vec::new(),
            components: Vec::new(),
            supplement: None,
            messages: Vec::new(),
            results: Vec::new(),
            may_withdraw: false,
            in_person: false,
        }
    }

    fn part(status: Status) -> Component {
        Component {
            id: "one".into(),
            name: Default::default(),
            agency: Default::default(),
            status,
            due_on: String::new(),
            note: None,
        }
    }

    #[test]
    fn nothing_to_do_is_only_said_where_nothing_is() {
        for status in Status::ALL {
            let mut one = tracking(&[(status, "")]);
            let nothing = |tracking: &Tracking| ToDo::of(tracking) == ToDo::AsStatus;
            assert_eq!(nothing(&one), status != Status::PaymentDue, "{status:?}");
            one.in_person = true;
            let goes = matches!(
                status,
                Status::Submitted | Status::Accepted | Status::InProgress
            );
            assert_eq!(
                nothing(&one),
                !goes && status != Status::PaymentDue,
                "{status:?} at the counter"
            );
            one.in_person = false;
            for of_part in Status::ALL {
                one.components = vec![part(Status::Accepted), part(of_part)];
                let says_nothing = goes || status == Status::Delivered;
                if says_nothing && of_part.needs_reason() {
                    assert_eq!(ToDo::of(&one), ToDo::ReadParts, "{status:?}, {of_part:?}");
                }
            }
        }
    }

    #[test]
    fn what_the_office_wrote_last() {
        use Status::*;
        let texts = |tracking: &Tracking| -> Vec<String> {
            said(tracking)
                .iter()
                .map(|said| said.1.to_string())
                .collect()
        };
        type History = &'static [(Status, &'static str)];
        let cases: &[(History, &[&str], &str)] = &[
            (&[(Submitted, "")], &[], "nothing was written"),
            (
                &[(Submitted, ""), (NotAccepted, "Thiếu ảnh.")],
                &["Thiếu ảnh."],
                "the reason",
            ),
            (
                &[(Accepted, "Mời đến ngày 4/12."), (InProgress, "")],
                &["Mời đến ngày 4/12."],
                "an appointment still counts in the next status",
            ),
            (
                &[(DocumentsRequested, "Thiếu ảnh."), (Submitted, "")],
                &[],
                "what was asked is over when it was answered",
            ),
            (
                &[(Submitted, ""), (WithdrawalRequested, "Đổi ý.")],
                &[],
                "the applicant's own words",
            ),
            (
                &[(Accepted, "Đã nhận."), (InProgress, "Đang kiểm tra.")],
                &["Đang kiểm tra."],
                "the newest",
            ),
        ];
        for (history, expected, why) in cases {
            assert_eq!(texts(&tracking(history)), *expected, "{why}");
        }
        // A message that came after the reason stands below it; the applicant's own do not.
        let mut one = tracking(&[(Submitted, ""), (Stopped, "Hết hạn.")]);
        for (minute, from_officer) in [(5, true), (6, false)] {
            one.messages.push(Message {
                at: format!("2026-11-24T09:{minute:02}:00+07:00"),
                from_officer,
                text: format!("Lời {minute}"),
            });
        }
        assert_eq!(texts(&one), ["Hết hạn.", "Lời 5"]);
    }
}
