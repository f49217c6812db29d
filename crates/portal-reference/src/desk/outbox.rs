//! What an SMS or an email would have said.

use axum::extract::State;

use super::list::address;
use super::page::{El, Page, el, heading, term};
use super::trouble::Trouble;
use super::words;
use crate::outbox::{self, Sent};
use crate::state::Portal;

/// Every message, the newest first.
pub(crate) async fn show(State(portal): State<Portal>) -> Result<Page, Trouble> {
    let sent = portal.store.run(|db| outbox::newest(db, None)).await?;
    let count = match sent.len() {
        0 => "Chưa có tin nào.".to_string(),
        500.. => "500 tin mới nhất, mới nhất ở trên.".to_string(),
        n => format!("Có {n} tin, mới nhất ở trên."),
    };
    let about = "Cổng thử không gửi gì đi. Đây là những tin mà người nộp sẽ nhận được qua điện thoại hoặc thư điện tử.";
    Ok(Page::new("Tin đã báo cho người nộp").with([
        heading("Tin đã báo cho người nộp"),
        el("p").text(about),
        el("p").text(count),
        el("ul").class("cards").children(sent.iter().map(message)),
    ]))
}

fn message(sent: &Sent) -> El {
    let channel = match sent.channel.as_str() {
        "sms" => "Tin nhắn SMS",
        "email" => "Thư điện tử",
        other => other,
    };
    // A code to sign in with is about no dossier.
    let dossier = sent.dossier.as_deref();
    let dossier = dossier.map(|code| el("a").attr("href", address(code)).text(code));
    let text = el("p").class("lines").lang(&sent.locale).text(&sent.text);
    let list = el("dl")
        .children(term("Cách báo", el("dd").text(channel)))
        .children(term("Gửi đến", el("dd").text(&sent.address)))
        .children(term("Lúc", el("dd").child(words::moment(&sent.at))));
    let list = match dossier {
        Some(link) => list.children(term("Hồ sơ", el("dd").child(link))),
        None => list,
    };
    el("li").child(text).child(list)
}
