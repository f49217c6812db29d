//! One dossier: all that is known of it, and a form for each thing that can be done.

use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use portal_wire::{
    AnswerInWords, Component, Message, NewStatus, Status, StatusChange, Supplement, Tracking,
    endpoint,
};
use rusqlite::Connection;

use super::controls::{Asked, Problems, button, form};
use super::fields::{self, Fields, Upload};
use super::list::address;
use super::page::{El, Page, el, heading, section, term};
use super::trouble::Trouble;
use super::words::{self, Done};
use super::{see, supplement};
use crate::officer::case::{self, Case, MAX_RESULT};
use crate::officer::{self, OfficerError, Wrong};
use crate::problem::Refusal;
use crate::registers::Difference;
use crate::state::Portal;
use crate::{applicant, dossier, dossier_code, uploads};

const STATUS: &str = "status";
const MESSAGE: &str = "message";
const RESULT: &str = "result";

/// A dossier with what its page shows beside it.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) case: Case,
    /// The requests that are over, and when.
    asked_before: Vec<(Supplement, String)>,
}

/// A form that was not taken: what it brought, and why.
#[derive(Debug, Default)]
pub(crate) struct Refused {
    /// The id of the input that the form is named after.
    form: String,
    fields: Fields,
    problems: Problems,
}

impl Refused {
    fn of(&self, form: &str) -> (Fields, Problems) {
        match self.form == form {
            true => (self.fields.clone(), self.problems.clone()),
            false => <_>::default(),
        }
    }

    /// Nothing was chosen to be asked for, or too much.
    pub(crate) fn choice(words: impl Into<String>) -> Self {
        Self {
            form: supplement::CHOICE.into(),
            fields: Fields::default(),
            problems: Problems::one(supplement::CHOICE, words),
        }
    }
}

/// Reads what a dossier's page shows.
///
/// # Errors
/// There is no such dossier, or it cannot be read.
pub(crate) async fn read(portal: &Portal, code: &str) -> Result<Shown, Trouble> {
    let code = code.to_string();
    let read = move |db: &mut Connection| {
        let case = case::read(db, &code)?;
        let asked_before = dossier::closed_supplements(db, &case.tracking.code)?;
        Ok::<_, OfficerError>(Shown { case, asked_before })
    };
    Ok(portal.store.run(read).await?)
}

/// The page of a dossier.
pub(crate) async fn show(
    State(portal): State<Portal>,
    Path(code): Path<String>,
    asked: fields::Asked,
) -> Result<Page, Trouble> {
    let shown = read(&portal, &code).await?;
    let told = Done::told(asked.0.get("done"));
    Ok(page(&shown, told, &Refused::default()))
}

/// Where the address of a form leads that is opened like a page.
pub(crate) async fn back(Path(code): Path<Vec<String>>) -> Response {
    see(&address(code.first().map_or("", String::as_str)))
}

/// A file of a dossier, to be saved.
pub(crate) async fn file(
    State(portal): State<Portal>,
    Path((code, id)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    let code = dossier_code::tidy(&code);
    let read = move || uploads::of_dossier(&portal.uploads, &portal.store, &id, &code);
    let found = tokio::task::spawn_blocking(read).await;
    let found = found.map_err(|error| Trouble::Broken(Refusal::internal(&error)))?;
    let (name, content) = found.ok_or(Trouble::NoFile)?;
    let mut response = applicant::file(content);
    // RFC 8187: percent-encoded it can be in a header.
    let saved = format!("attachment; filename*=UTF-8''{}", endpoint::encode(&name));
    if let Ok(saved) = HeaderValue::from_str(&saved) {
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_DISPOSITION, saved);
    }
    Ok(response)
}

/// What follows from something that was done or not: the page by another address, or the page with the form
/// as it was.
pub(crate) async fn outcome(
    portal: &Portal,
    code: &str,
    outcome: Result<(), OfficerError>,
    done: Done,
    form: (&str, Fields),
) -> Result<Response, Trouble> {
    let error = match outcome {
        Ok(()) => return Ok(see(&format!("{}?done={}", address(code), done.name()))),
        Err(error) => error,
    };
    let Some(words) = words::wrong(&error) else {
        return Err(error.into());
    };
    let (id, fields) = form;
    let refused = Refused {
        form: id.to_string(),
        fields,
        problems: Problems::one(place(id, &error), words),
    };
    Ok(refusal(&read(portal, code).await?, refused).into_response())
}

/// The page with a form that was not taken.
pub(crate) fn refusal(shown: &Shown, mut refused: Refused) -> Page {
    let problems = std::mem::take(&mut refused.problems);
    refused.problems = problems.moved(|id| there(id, &shown.case));
    page(shown, None, &refused).wrong(StatusCode::UNPROCESSABLE_ENTITY)
}

/// An input of the page, or the heading of its part where the dossier has gone on and the input is not there.
fn there(id: String, case: &Case) -> String {
    let component = |component: &Component| !component.status.may_become().is_empty();
    let components = &case.tracking.components;
    let mut forms = components.iter().enumerate();
    let part = match id.as_str() {
        STATUS | "note" if case.may_become.is_empty() => "next",
        supplement::CHOICE if !may_ask(case) => "supplements",
        form if form.starts_with("component-")
            && !forms.any(|(n, of)| {
                let own = component_form(n);
                (form == own || form == note_of(&own)) && component(of)
            }) =>
        {
            "components"
        }
        _ => return id,
    };
    String::from(part)
}

/// The input that is wrong, of the form that is named after this one.
fn place(form: &str, error: &OfficerError) -> String {
    match error {
        OfficerError::LongNote | OfficerError::NotRight(Wrong::NoReason) if form == STATUS => {
            String::from("note")
        }
        OfficerError::LongNote | OfficerError::NotRight(Wrong::NoReason)
            if form.starts_with("component-") =>
        {
            note_of(form)
        }
        _ => form.to_string(),
    }
}

/// The status that a form names. Of a form that names none, the reason.
fn wanted(fields: &Fields) -> Result<Status, &'static str> {
    words::status_named(fields.get(STATUS)).ok_or("Chọn tình trạng tiếp theo.")
}

/// The page with a form in which no status was chosen.
async fn unnamed(
    portal: &Portal,
    code: &str,
    form: &str,
    fields: Fields,
    words: &str,
) -> Result<Response, Trouble> {
    let refused = Refused {
        form: form.to_string(),
        fields,
        problems: Problems::one(form, words),
    };
    Ok(refusal(&read(portal, code).await?, refused).into_response())
}

/// Sets the status.
pub(crate) async fn set_status(
    State(portal): State<Portal>,
    Path(code): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let status = match wanted(&fields) {
        Ok(status) => status,
        Err(words) => return unnamed(&portal, &code, STATUS, fields, words).await,
    };
    let note = Some(fields.get("note").to_string());
    let (new, clock) = (NewStatus { status, note }, portal.clock.clone());
    let set = {
        let code = code.clone();
        move |db: &mut Connection| officer::set(db, &code, &new, &clock).map(drop)
    };
    let set = portal.store.run(set).await;
    outcome(&portal, &code, set, Done::Status, (STATUS, fields)).await
}

/// Sets what has become of a component.
pub(crate) async fn set_component(
    State(portal): State<Portal>,
    Path((code, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let shown = read(&portal, &code).await?;
    let components = &shown.case.tracking.components;
    let Some(n) = components.iter().position(|component| component.id == id) else {
        return Err(Trouble::NoPage);
    };
    let form = component_form(n);
    let status = match wanted(&fields) {
        Ok(status) => status,
        Err(words) => return unnamed(&portal, &code, &form, fields, words).await,
    };
    let set = {
        let code = code.clone();
        let note = Some(fields.get("note").to_string());
        let new = NewStatus { status, note };
        let clock = portal.clock.clone();
        move |db: &mut Connection| case::set_component(db, &code, &id, &new, &clock)
    };
    let set = portal.store.run(set).await;
    outcome(&portal, &code, set, Done::Component, (&form, fields)).await
}

/// Writes to the applicant.
pub(crate) async fn write(
    State(portal): State<Portal>,
    Path(code): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let clock = portal.clock.clone();
    let write = {
        let (code, text) = (code.clone(), fields.get("text").to_string());
        move |db: &mut Connection| case::write(db, &code, &text, &clock)
    };
    let written = portal.store.run(write).await;
    outcome(&portal, &code, written, Done::Written, (MESSAGE, fields)).await
}

/// Attaches a result.
pub(crate) async fn attach(
    State(portal): State<Portal>,
    Path(code): Path<String>,
    request: Request,
) -> Result<Response, Trouble> {
    // One that is too large is read nevertheless, within reason: a browser that is cut off while it sends
    // shows no page of ours that says so.
    let upload = Upload::of(request, 4 * MAX_RESULT).await?;
    let clock = portal.clock.clone();
    let attach = {
        let code = code.clone();
        move |db: &mut Connection| case::attach(db, &code, &upload.name, &upload.content, &clock)
    };
    let attached = portal.store.run(attach).await;
    let form = (RESULT, Fields::default());
    outcome(&portal, &code, attached, Done::Attached, form).await
}

fn page(shown: &Shown, told: Option<El>, refused: &Refused) -> Page {
    let Shown { case, asked_before } = shown;
    let tracking = &case.tracking;
    let title = format!("Hồ sơ {}", tracking.code);
    Page::new(title.as_str())
        .with(refused.problems.summary())
        .with(told)
        .with([heading(&title), overview(case)])
        .with([answers(case), files(case)])
        .with(components(tracking, refused))
        .with([course(tracking)])
        .with(next_status(case, refused))
        .with([supplements(case, asked_before)])
        .with(choice(case, refused))
        .with([messages(case, refused), results(tracking, refused)])
}

fn overview(case: &Case) -> El {
    let tracking = &case.tracking;
    let status = el("dd").child(el("span").class("tag").text(words::status(tracking.status)));
    let due = tracking.due.as_ref().map(|due| {
        let may_change = match due.may_change {
            true => " (có thể đổi, vì lịch nghỉ chưa có đủ)",
            false => "",
        };
        let on = words::day(&due.on);
        let since = words::day(&due.received_on);
        el("dd").text(format!("{on}, tính từ ngày nhận {since}{may_change}"))
    });
    let due = due.unwrap_or_else(|| el("dd").text("Bây giờ không tính thời hạn"));
    let mut list = el("dl")
        .children(term("Tình trạng", status))
        .children(term("Thủ tục", words::texts("dd", &tracking.name)))
        .children(term("Mã thủ tục", el("dd").text(&tracking.procedure)))
        .children(term(
            "Cơ quan giải quyết",
            words::texts("dd", &tracking.agency),
        ))
        .children(term("Hạn trả kết quả", due))
        .children(term("Ngôn ngữ của người nộp", el("dd").text(&case.locale)));
    if tracking.fees.is_empty() {
        list = list.children(term("Phí, lệ phí", el("dd").text("Không có khoản nào")));
    }
    for fee in &tracking.fees {
        let amount = fee.vnd.map_or_else(|| "chưa rõ".into(), words::money);
        let amount = format!("{amount} (theo {})", fee.source);
        let label = el("dt")
            .text("Phí, lệ phí: ")
            .child(words::texts("span", &fee.label));
        list = list.child(label).child(el("dd").text(amount));
    }
    section("overview", "Tóm tắt").child(list)
}

fn answers(case: &Case) -> El {
    let mut all = section("answers", "Người nộp đã trả lời");
    if case.in_words.is_empty() {
        return all.child(el("p").text("Hồ sơ này không có câu trả lời bằng lời."));
    }
    if !case.differs.is_empty() {
        let line = |one: &Difference| {
            let words = format!(
                "{}: {} ghi “{}” (ngày {}).",
                one.label,
                one.source,
                one.register,
                words::day(&one.as_of)
            );
            el("li").text(words)
        };
        all = all.child(
            el("div")
                .class("notice")
                .child(el("p").child(el("strong").text("Có điều khác với cơ sở dữ liệu")))
                .child(el("ul").children(case.differs.iter().map(line))),
        );
    }
    for answers in case.in_words.chunk_by(|a, b| a.section == b.section) {
        let name = answers.first().map_or("", |first| first.section.as_str());
        let answer = |answer: &AnswerInWords| {
            term(&answer.label, el("dd").class("lines").text(&answer.value))
        };
        all = all
            .child(el("h3").text(name))
            .child(el("dl").children(answers.iter().flat_map(answer)));
    }
    all
}

fn files(case: &Case) -> El {
    let all = section("files", "Tệp của hồ sơ");
    if case.files.is_empty() {
        return all.child(el("p").text("Hồ sơ không có tệp nào."));
    }
    let of = address(&case.tracking.code);
    // Files may have the same name, links may not.
    let file = |(n, file): (usize, &case::File)| {
        let to = format!("{of}/files/{}", endpoint::encode(&file.id));
        let name = match file.name.trim() {
            "" => "tệp không có tên",
            name => name,
        };
        let link = el("a")
            .attr("href", to)
            .text(format!("Tải xuống tệp {}: {name}", n + 1));
        el("li").child(link)
    };
    all.child(
        el("ul")
            .class("links")
            .children(case.files.iter().enumerate().map(file)),
    )
}

/// What is said beside a status, and when it must be.
const NOTE_HINT: &str = "Người nộp đọc được lời này ở trang tra cứu. Phải ghi khi không nhận, dừng, yêu cầu bổ sung \
    (thiếu gì, hạn nào) hoặc yêu cầu nộp tiền (bao nhiêu, nộp cách nào, hạn nào, hỏi ai).";

/// The id of the note in the form of a component.
fn note_of(form: &str) -> String {
    format!("{form}-note")
}

fn component_form(n: usize) -> String {
    format!("component-{n}")
}

fn components(tracking: &Tracking, refused: &Refused) -> Option<El> {
    let part = |(n, component): (usize, &Component)| {
        let list = el("dl")
            .children(term(
                "Cơ quan giải quyết",
                words::texts("dd", &component.agency),
            ))
            .children(term(
                "Tình trạng",
                el("dd").text(words::status(component.status)),
            ))
            .children(term(
                "Hạn trả kết quả",
                el("dd").text(words::day(&component.due_on)),
            ))
            .children(component.note.iter().flat_map(|note| {
                term("Lời nói với người nộp", el("dd").class("lines").text(note))
            }));
        let (id, next) = (component_form(n), component.status.may_become());
        let (fields, problems) = refused.of(&id);
        let set = (!next.is_empty()).then(|| {
            let to = format!(
                "{}/components/{}/status",
                address(&tracking.code),
                endpoint::encode(&component.id)
            );
            let name = words::plain(&component.name);
            let label = format!("Tình trạng tiếp theo của “{name}”");
            let asked = Asked {
                id: &id,
                label: &label,
                hint: "",
            };
            let options = next
                .iter()
                .map(|status| (status.name(), words::status(*status)));
            let options = std::iter::once(("", "Chọn một tình trạng")).chain(options);
            let note_id = note_of(&id);
            let note_label = format!("Lời nói với người nộp về “{name}”");
            let note = Asked {
                id: &note_id,
                label: &note_label,
                hint: NOTE_HINT,
            };
            form(to)
                .child(asked.select(STATUS, options, fields.get(STATUS), &problems))
                .child(note.text("note", fields.get("note"), &problems))
                .child(el("button").text(format!("Đặt tình trạng của “{name}”")))
        });
        el("div")
            .class("part")
            .child(words::texts("h3", &component.name))
            .child(list)
            .children(set)
    };
    let components = &tracking.components;
    (!components.is_empty()).then(|| {
        section("components", "Các thủ tục thành phần")
            .children(components.iter().enumerate().map(part))
    })
}

fn course(tracking: &Tracking) -> El {
    let change = |change: &StatusChange| {
        let note = change
            .note
            .as_deref()
            .map(|note| el("p").class("lines").text(note));
        el("li")
            .child(
                el("p")
                    .child(el("strong").text(words::status(change.status)))
                    .text(" – ")
                    .child(words::moment(&change.at)),
            )
            .children(note)
    };
    section("course", "Quá trình xử lý")
        .child(el("ol").children(tracking.history.iter().map(change)))
}

fn next_status(case: &Case, refused: &Refused) -> Option<El> {
    let (fields, problems) = refused.of(STATUS);
    let all = section("next", "Đặt tình trạng tiếp theo");
    if case.may_become.is_empty() {
        return Some(
            all.child(el("p").text("Hồ sơ đã kết thúc. Không còn tình trạng nào tiếp theo.")),
        );
    }
    let hint = match case.tracking.supplement {
        Some(_) => "Khi đặt tình trạng khác, yêu cầu bổ sung đang chờ sẽ đóng lại.",
        None if case.may_become.contains(&Status::DocumentsRequested) => {
            "Muốn người nộp sửa từng mục, hãy dùng phần “Yêu cầu bổ sung” ở dưới."
        }
        None => "",
    };
    let status = Asked {
        id: STATUS,
        label: "Tình trạng tiếp theo",
        hint,
    };
    let note = Asked {
        id: "note",
        label: "Lời nói với người nộp",
        hint: NOTE_HINT,
    };
    let options = case
        .may_become
        .iter()
        .map(|status| (status.name(), words::status(*status)));
    let chosen = fields.get(STATUS).to_string();
    Some(
        all.child(
            form(format!("{}/status", address(&case.tracking.code)))
                .child(status.choices("radio", STATUS, options, |value| value == chosen, &problems))
                .child(note.text("note", fields.get("note"), &problems))
                .child(button("Đặt tình trạng")),
        ),
    )
}

/// A request as it was sent.
fn request(supplement: &Supplement, case: &Case) -> El {
    let flaw = |flaw: &portal_wire::Flaw| {
        let known = case
            .questions
            .iter()
            .find(|known| known.pointer == flaw.pointer);
        let place = known.map_or(flaw.pointer.as_str(), |known| known.label.as_str());
        let line = |name: &str, text: &str| {
            (!text.is_empty()).then(|| el("p").class("lines").text(format!("{name}: {text}")))
        };
        el("li")
            .child(el("p").child(el("strong").text(place)))
            .children(line("Lý do", words::reason(&flaw.reason)))
            .children(line("Nói thêm", &flaw.note))
            .children(line("Căn cứ", &flaw.source))
    };
    let line = |name: &'static str, value: Option<String>| {
        value
            .into_iter()
            .flat_map(move |value| term(name, el("dd").class("lines").text(value)))
    };
    el("div")
        .child(
            el("dl")
                .children(term(
                    "Gửi lúc",
                    el("dd").child(words::moment(&supplement.at)),
                ))
                .children(line(
                    "Hạn trả lời",
                    supplement.deadline.as_deref().map(words::day),
                ))
                .children(line("Hỏi ai", supplement.contact.clone())),
        )
        .child(el("ul").children(supplement.flaws.iter().map(flaw)))
}

fn supplements(case: &Case, before: &[(Supplement, String)]) -> El {
    let all = section("supplements", "Yêu cầu bổ sung");
    let open = case.tracking.supplement.as_ref().map(|open| {
        el("div")
            .class("part")
            .child(el("h3").text("Đang chờ người nộp"))
            .child(request(open, case))
    });
    let over = |(supplement, at): &(Supplement, String)| {
        el("div")
            .class("part")
            .child(el("h3").text("Đã yêu cầu trước đây"))
            .child(request(supplement, case))
            .child(el("p").text("Đóng lúc ").child(words::moment(at)))
    };
    let none =
        (open.is_none() && before.is_empty()).then(|| el("p").text("Chưa có yêu cầu bổ sung nào."));
    all.children(none)
        .children(open)
        .children(before.iter().rev().map(over))
}

/// Whether something can be asked for now.
fn may_ask(case: &Case) -> bool {
    case.may_become.contains(&Status::DocumentsRequested) && !case.questions.is_empty()
}

/// The first step of a request: what is to be put right.
fn choice(case: &Case, refused: &Refused) -> Option<El> {
    if !may_ask(case) {
        return None;
    }
    let (_, problems) = refused.of(supplement::CHOICE);
    let asked = Asked {
        id: supplement::CHOICE,
        label: "Những mục người nộp cần sửa hoặc nộp lại",
        hint: "Ở trang sau bạn ghi lý do cho từng mục.",
    };
    let questions = case.questions.iter();
    let options = questions.map(|asked| (asked.pointer.as_str(), asked.label.as_str()));
    let to = format!("{}/supplement", address(&case.tracking.code));
    Some(
        section("ask", "Gửi yêu cầu bổ sung").child(
            el("form")
                .attr("action", to)
                .child(asked.choices("checkbox", supplement::AT, options, |_| false, &problems))
                .child(button("Tiếp tục")),
        ),
    )
}

fn messages(case: &Case, refused: &Refused) -> El {
    let (fields, problems) = refused.of(MESSAGE);
    let message = |message: &Message| {
        let (who, locale) = match message.from_officer {
            true => ("Cán bộ", "vi"),
            // What language they wrote in nobody says; most likely the one that they read.
            false => ("Người nộp", case.locale.as_str()),
        };
        let head = el("p")
            .child(el("strong").text(who))
            .text(" – ")
            .child(words::moment(&message.at));
        el("li")
            .child(head)
            .child(el("p").class("lines").lang(locale).text(&message.text))
    };
    let written = &case.tracking.messages;
    let list = match written.is_empty() {
        true => el("p").text("Chưa có lời nhắn nào."),
        false => el("ol").children(written.iter().map(message)),
    };
    let text = Asked {
        id: MESSAGE,
        label: "Lời nhắn cho người nộp",
        hint: "Viết ngắn và rõ. Người nộp đọc được ở trang tra cứu.",
    };
    section("messages", "Lời nhắn").child(list).child(
        form(format!("{}/messages", address(&case.tracking.code)))
            .child(text.text("text", fields.get("text"), &problems))
            .child(button("Gửi lời nhắn")),
    )
}

fn results(tracking: &Tracking, refused: &Refused) -> El {
    let (_, problems) = refused.of(RESULT);
    let result = |result: &portal_wire::ResultFile| {
        let size = words::size(result.bytes);
        el("li")
            .text(format!("{} ({size}), đính kèm lúc ", result.name))
            .child(words::moment(&result.at))
    };
    let there = &tracking.results;
    let list = match there.is_empty() {
        true => el("p").text("Chưa có kết quả nào."),
        false => el("ul").children(there.iter().map(result)),
    };
    let file = Asked {
        id: RESULT,
        label: "Tệp kết quả",
        hint: "Một tệp, lớn đến 5 MB. Người nộp tải tệp này về ở trang tra cứu.",
    };
    section("results", "Kết quả").child(list).child(
        form(format!("{}/results", address(&tracking.code)))
            .attr("enctype", "multipart/form-data")
            .child(file.file("file", &problems))
            .child(button("Đính kèm kết quả")),
    )
}
