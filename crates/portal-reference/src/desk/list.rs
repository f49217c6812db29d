//! Every dossier.

use axum::extract::State;
use portal_wire::{Status, endpoint};

use super::controls::{Asked, Problems};
use super::fields;
use super::page::{El, Page, el, heading, section};
use super::trouble::Trouble;
use super::words;
use crate::officer::{self, OfficerEntry};
use crate::state::Portal;

/// How many the list has at most.
const MOST: usize = 500;

/// The address of a dossier's page.
pub(crate) fn address(code: &str) -> String {
    format!("/desk/dossiers/{}", endpoint::encode(code))
}

/// The list, of one status where the address names one.
pub(crate) async fn show(
    State(portal): State<Portal>,
    asked: fields::Asked,
) -> Result<Page, Trouble> {
    let all = portal.store.run(|db| officer::newest(db)).await?;
    let is_cut = all.len() >= MOST;
    let only = words::status_named(asked.0.get("status"));
    let shown: Vec<&OfficerEntry> = all
        .iter()
        .filter(|entry| only.is_none_or(|only| entry.status == only))
        .collect();
    let count = match (shown.len(), only) {
        (0, None) => "Chưa có hồ sơ nào. Nộp thử một hồ sơ ở ứng dụng của người dân.".to_string(),
        (0, Some(only)) => format!("Không có hồ sơ nào ở tình trạng “{}”.", words::status(only)),
        (n, None) => format!("Có {n} hồ sơ, mới nhất ở trên."),
        (n, Some(only)) => format!("Có {n} hồ sơ ở tình trạng “{}”.", words::status(only)),
    };
    let cut = is_cut.then(|| el("p").text("Danh sách này chỉ có 500 hồ sơ mới nhất."));
    let found = section("found", "Các hồ sơ")
        .child(el("p").text(count))
        .children(cut)
        .child(
            el("ul")
                .class("cards")
                .children(shown.into_iter().map(entry)),
        );
    Ok(Page::new("Danh sách hồ sơ").with([heading("Danh sách hồ sơ"), filter(only), found]))
}

fn filter(only: Option<Status>) -> El {
    let by = Asked {
        id: "by-status",
        label: "Tình trạng",
        hint: "",
    };
    let any = ("", "Mọi tình trạng");
    let options = Status::ALL.map(|status| (status.name(), words::status(status)));
    let options = std::iter::once(any).chain(options);
    let chosen = only.map_or("", Status::name);
    el("form")
        .class("filter")
        .attr("action", "/desk")
        .attr("role", "search")
        .attr("aria-label", "Lọc hồ sơ")
        .child(by.select("status", options, chosen, &Problems::default()))
        .child(el("button").text("Lọc"))
}

fn entry(entry: &OfficerEntry) -> El {
    let code = el("a").attr("href", address(&entry.code)).text(&entry.code);
    let status = el("span").class("tag").text(words::status(entry.status));
    let when = el("p")
        .class("quiet")
        .text("Nộp lúc ")
        .child(words::moment(&entry.received_at));
    el("li")
        .child(el("p").class("title").child(code))
        .child(words::texts("p", &entry.name))
        .child(el("p").text("Tình trạng: ").child(status))
        .child(when)
}
