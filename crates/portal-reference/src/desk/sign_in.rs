//! Signing in with the officers' token, and out again.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rusqlite::{Connection, TransactionBehavior};

use super::controls::{Asked, Problems, button, form};
use super::fields::{self, Fields};
use super::page::{Page, el, heading};
use super::trouble::Trouble;
use super::words::Done;
use super::{DESK, see, session};
use crate::client::{Client, Forwarded};
use crate::clock::Moment;
use crate::officer;
use crate::problem::Refusal;
use crate::state::Portal;
use crate::store::StoreError;
use crate::tracking;

const TOKEN: &str = "token";

/// What came of a try.
enum Try {
    Right,
    Wrong,
    /// Ten were wrong; so many seconds are to wait.
    Wait(i64),
}

/// The form.
pub(crate) async fn show(
    State(portal): State<Portal>,
    headers: HeaderMap,
    asked: fields::Asked,
) -> Response {
    let now = portal.clock.now();
    let named = session::named(&headers);
    if named.is_some_and(|id| portal.sessions.goes_on(id, now)) {
        return see(DESK);
    }
    let told = Done::told(asked.0.get("done"));
    // A session that is named and not known has ended by itself, or with the program.
    let ended = named.map(|_| {
        let words = "Phiên làm việc đã hết. Đăng nhập lại để làm tiếp. Điều bạn vừa gửi có thể chưa được ghi.";
        el("div").class("notice").child(el("p").text(words))
    });
    page(&Problems::default(), told.or(ended)).into_response()
}

fn page(problems: &Problems, before: Option<super::page::El>) -> Page {
    let token = Asked {
        id: TOKEN,
        label: "Mã của cán bộ",
        hint: "Mã nằm trong tệp officer-token của thư mục dữ liệu, hoặc là mã bạn đã đặt khi khởi động cổng.",
    };
    Page::new("Đăng nhập").outside().with(problems.summary()).with(before).with([
        heading("Đăng nhập bàn làm việc của cán bộ"),
        el("p").text("Ở đây bạn đóng vai cán bộ để thử cổng này: xem hồ sơ, yêu cầu bổ sung, trả kết quả."),
        form("/desk/sign-in")
            .child(token.secret(TOKEN, problems))
            .child(button("Đăng nhập")),
    ])
}

/// Signs in.
pub(crate) async fn begin(
    State(portal): State<Portal>,
    client: Client,
    forwarded: Forwarded,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Trouble> {
    let now = portal.clock.now();
    let is_right = officer::is_token(&portal, fields.get(TOKEN).trim());
    let count = move |db: &mut Connection| count(db, &client, is_right, now);
    match portal.store.run(count).await? {
        Try::Right => {}
        Try::Wrong => {
            let words = "Mã này không đúng. Chép lại cả mã rồi dán vào đây.";
            let page = page(&Problems::one(TOKEN, words), None);
            return Ok(page.wrong(StatusCode::FORBIDDEN).into_response());
        }
        Try::Wait(seconds) => {
            let minutes = (seconds + 59) / 60;
            let words = format!("Đã có mười lần nhập sai. Đợi {minutes} phút rồi thử lại.");
            let page = page(&Problems::one(TOKEN, words), None);
            let wait = [(header::RETRY_AFTER, HeaderValue::from(seconds))];
            let page = page.wrong(StatusCode::TOO_MANY_REQUESTS);
            return Ok((wait, page).into_response());
        }
    }
    if let Some(before) = session::named(&headers) {
        portal.sessions.end(before);
    }
    let begun = portal.sessions.begin(now);
    let id = begun.map_err(|error| Trouble::Broken(Refusal::internal(&error)))?;
    let cookie = session::cookie(Some(&id), forwarded.is_https);
    Ok(([(header::SET_COOKIE, cookie)], see(DESK)).into_response())
}

/// Counts wrong tries of a client, beside those at tracking: neither keeps it from the other.
fn count(
    db: &mut Connection,
    client: &Client,
    is_right: bool,
    now: Moment,
) -> Result<Try, StoreError> {
    // No dossier has such a code, and no client such an address. As a code it waits after ten tries.
    let who = Client(format!("desk {}", client.0));
    let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let outcome = match tracking::wait(&change, &who.0, &who, now)? {
        Some(seconds) => Try::Wait(seconds),
        None if is_right => Try::Right,
        None => {
            tracking::note(&change, &who.0, &who, now)?;
            Try::Wrong
        }
    };
    change.commit()?;
    Ok(outcome)
}

/// Signs out.
pub(crate) async fn end(
    State(portal): State<Portal>,
    forwarded: Forwarded,
    headers: HeaderMap,
) -> Response {
    if let Some(id) = session::named(&headers) {
        portal.sessions.end(id);
    }
    let to = format!("/desk/sign-in?done={}", Done::SignedOut.name());
    let cookie = session::cookie(None, forwarded.is_https);
    ([(header::SET_COOKIE, cookie)], see(&to)).into_response()
}

/// Where somebody comes who opens the address of signing out.
pub(crate) async fn away() -> Response {
    see(DESK)
}
