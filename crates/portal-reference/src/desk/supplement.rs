//! Asking for supplements in two steps: on the dossier's page the places are chosen, here is said what is
//! wrong with each. Without a script, one page cannot do both.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use portal_wire::{Flaw, Status};
use rusqlite::Connection;

use super::case::{Refused, Shown, read, refusal};
use super::controls::{Asked, Problems, button, form};
use super::fields::{self, Fields};
use super::list::address;
use super::page::{El, Page, el, heading};
use super::see;
use super::trouble::Trouble;
use super::words::{self, Done};
use crate::officer::case::{self, MOST_FLAWS, NewSupplement, Question};
use crate::officer::{OfficerError, Wrong};
use crate::state::Portal;

/// The field that names a place, once for each.
pub(crate) const AT: &str = "at";
/// The input of the dossier's page at which places are chosen.
pub(crate) const CHOICE: &str = "choice";

const DEADLINE: &str = "deadline";
const CONTACT: &str = "contact";

/// The inputs of one place.
fn reason_of(n: usize) -> String {
    format!("reason-{n}")
}

fn note_of(n: usize) -> String {
    format!("note-{n}")
}

fn source_of(n: usize) -> String {
    format!("source-{n}")
}

/// The places that were chosen, in the order of the dossier. What it does not have is left out.
fn chosen<'a>(shown: &'a Shown, fields: &Fields) -> Vec<&'a Question> {
    let questions = shown.case.questions.iter();
    questions
        .filter(|question| fields.all(AT).any(|at| at == question.pointer))
        .collect()
}

/// The page for what was chosen.
pub(crate) async fn choose(
    State(portal): State<Portal>,
    Path(code): Path<String>,
    asked: fields::Asked,
) -> Result<Page, Trouble> {
    let shown = read(&portal, &code).await?;
    let places = chosen(&shown, &asked.0);
    if places.is_empty() || places.len() > MOST_FLAWS {
        let words = words::wrong(&Wrong::Flaws.into()).unwrap_or_default();
        return Ok(refusal(&shown, Refused::choice(words)));
    }
    Ok(page(&shown, &places, &asked.0, &Problems::default()))
}

/// Sends the request.
pub(crate) async fn ask(
    State(portal): State<Portal>,
    Path(code): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let shown = read(&portal, &code).await?;
    let places = chosen(&shown, &fields);
    let mut problems = Problems::default();
    let mut flaws = Vec::new();
    for (n, place) in places.iter().enumerate() {
        let text = |name: String| procedure::plain(fields.get(&name));
        let flaw = Flaw {
            pointer: place.pointer.clone(),
            reason: text(reason_of(n)),
            note: text(note_of(n)),
            source: text(source_of(n)),
        };
        if flaw.reason.is_empty() {
            let words = words::wrong(&Wrong::Reason(n).into()).unwrap_or_default();
            problems.add(reason_of(n), format!("{}: {words}", place.label));
        } else if flaw.reason == words::OTHER && flaw.note.is_empty() {
            let words = "Viết rõ cần sửa gì, vì lý do này không có trong danh sách.";
            problems.add(note_of(n), format!("{}: {words}", place.label));
        }
        flaws.push(flaw);
    }
    if problems.is_empty() {
        let new = NewSupplement {
            deadline: Some(words::typed_day(fields.get(DEADLINE))),
            contact: Some(fields.get(CONTACT).to_string()),
            flaws,
        };
        let clock = portal.clock.clone();
        let ask = {
            let code = code.clone();
            move |db: &mut Connection| case::ask(db, &code, &new, &clock)
        };
        let Err(error) = portal.store.run(ask).await else {
            return Ok(see(&format!(
                "{}?done={}",
                address(&code),
                Done::Asked.name()
            )));
        };
        let Some(words) = words::wrong(&error) else {
            return Err(error.into());
        };
        let Some(id) = place(&error) else {
            return Ok(refusal(&shown, Refused::choice(words)).into_response());
        };
        problems.add(id, words);
    }
    let page = page(&shown, &places, &fields, &problems);
    Ok(page.wrong(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// The input of this page that is wrong; none where it is something of the dossier.
fn place(error: &OfficerError) -> Option<String> {
    match error {
        OfficerError::LongNote => Some(CONTACT.into()),
        OfficerError::NotRight(Wrong::Deadline | Wrong::DeadlineOver) => Some(DEADLINE.into()),
        OfficerError::NotRight(Wrong::Reason(n)) => Some(reason_of(*n)),
        OfficerError::NotRight(Wrong::FlawNote(n)) => Some(note_of(*n)),
        OfficerError::NotRight(Wrong::Source(n)) => Some(source_of(*n)),
        _ => None,
    }
}

fn page(shown: &Shown, places: &[&Question], fields: &Fields, problems: &Problems) -> Page {
    let code = &shown.case.tracking.code;
    let title = format!("Yêu cầu bổ sung hồ sơ {code}");
    let back = el("p").child(el("a").attr("href", address(code)).text("Trở về hồ sơ"));
    let page = Page::new(title.as_str())
        .with(problems.summary())
        .with([back, heading(&title)]);
    if !shown.case.may_become.contains(&Status::DocumentsRequested) {
        let words = format!(
            "Hồ sơ đang ở tình trạng “{}”, nên bây giờ chưa gửi được yêu cầu bổ sung.",
            words::status(shown.case.tracking.status)
        );
        return page.with([el("p").text(words)]);
    }
    let deadline = Asked {
        id: DEADLINE,
        label: "Hạn trả lời (không bắt buộc)",
        hint: "Ngày, tháng, năm. Ví dụ: 27/11/2026",
    };
    let contact = Asked {
        id: CONTACT,
        label: "Người nộp hỏi ai (không bắt buộc)",
        hint: "Nơi làm việc, số điện thoại, giờ làm việc.",
    };
    let each = places.iter().enumerate();
    page.with([
        el("p").text(
            "Ghi lý do cho từng mục. Người nộp thấy những điều này ngay bên cạnh câu hỏi của mình.",
        ),
        form(format!("{}/supplement", address(code)))
            .children(each.map(|(n, place)| flaw(n, place, fields, problems)))
            .child(deadline.line(DEADLINE, fields.get(DEADLINE), problems))
            .child(contact.text(CONTACT, fields.get(CONTACT), problems))
            .child(button("Gửi yêu cầu bổ sung")),
    ])
}

/// What is said of one place.
fn flaw(n: usize, place: &Question, fields: &Fields, problems: &Problems) -> El {
    let (reason, note, source) = (reason_of(n), note_of(n), source_of(n));
    let asked = |id, label, hint| Asked { id, label, hint };
    let options = std::iter::once(("", "Chọn một lý do"))
        .chain(case::REASONS)
        .chain([(words::OTHER, words::reason(words::OTHER))]);
    el("fieldset")
        .class("part")
        .child(el("legend").text(&place.label))
        .child(asked(&reason, "Lý do", "").select(&reason, options, fields.get(&reason), problems))
        .child(
            asked(
                &note,
                "Nói thêm cần sửa gì (không bắt buộc)",
                "Ví dụ: Chụp lại, thấy đủ bốn góc.",
            )
            .text(&note, fields.get(&note), problems),
        )
        .child(
            asked(
                &source,
                "Căn cứ (không bắt buộc)",
                "Điều, khoản của văn bản.",
            )
            .line(&source, fields.get(&source), problems),
        )
        // Last, so that what follows the legend is a field.
        .child(
            el("input")
                .attr("type", "hidden")
                .attr("name", AT)
                .attr("value", &place.pointer),
        )
}
