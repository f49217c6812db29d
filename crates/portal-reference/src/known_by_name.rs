//! Procedures of which the portal knows no more than a row of the national catalogue: a definition of
//! level `information` that says so. Nothing in it is made up.
//!
//! Data: `data/procedure_catalogue.csv`, `docs/data-licences.md`.

use axum::body::Bytes;
use procedure::Text;
use search::Level;
use search::table::{Row, Table};
use serde_json::{Value, json};

/// The month in which the catalogue was read; which day is not known.
const READ: &str = "2026-07";

/// The definition of a procedure that is only a row.
pub(crate) fn definition(row: &Row, table: &Table) -> Bytes {
    let agency = table.agency(&row.agency).map(|agency| &agency.name);
    let mut notices = vec![
        words(
            "Cổng này chỉ biết tên, cơ quan và cách nộp của thủ tục này. Cổng không có mẫu đơn, danh sách giấy tờ, mức phí và thời hạn.",
            "This portal knows only the name of this procedure, its agency and how to apply. It has no form, list of papers, fees or times.",
        ),
        words(
            "Thông tin lấy từ Cổng Dịch vụ công quốc gia vào tháng 7/2026, và có thể đã thay đổi. Hãy hỏi cơ quan trước khi nộp.",
            "The information was taken from the National Public Service Portal in July 2026, and may have changed. Ask the agency before you apply.",
        ),
    ];
    // What can be done here comes first.
    if let Some(here) = done_here(&row.code) {
        notices.insert(0, here);
    }
    notices.extend(ways(row));
    notices.extend(levels(row));
    let definition = json!({
        "format": 1,
        "code": row.code,
        "version": READ,
        "name": {"vi": row.name},
        "summary": {"vi": format!("Lĩnh vực: {}.", row.field)},
        "agency": agency.map_or_else(|| json!(row.agency), texts),
        "level": "information",
        "notices": notices,
        "legal": legal(row),
        "steps": [],
    });
    definition.to_string().into()
}

/// Procedures that can be done here together with others, or have been replaced by one that can: `docs/facts.md`, "Replaces" of
/// 3.000722 and of 2.002913 (read in July 2026).
const DONE_HERE: [(&str, &str, bool); 6] = [
    ("1.001193", "3.000722", false),
    ("2.000986", "3.000722", true),
    ("2.001023", "3.000722", true),
    ("2.002621", "3.000722", true),
    ("1.000656", "2.002913", false),
    ("2.002622", "2.002913", true),
];

fn done_here(code: &str) -> Option<Value> {
    let (_, here, is_replaced) = DONE_HERE.iter().find(|(of, ..)| *of == code)?;
    Some(match is_replaced {
        true => words(
            &format!(
                "Thủ tục này đã được thay bằng thủ tục {here}. Ở cổng này nộp được thủ tục đó."
            ),
            &format!(
                "This procedure has been replaced by procedure {here}. You can apply for that one at this portal."
            ),
        ),
        false => words(
            &format!(
                "Ở cổng này nộp được thủ tục {here}: làm việc này cùng những việc đi kèm trong một hồ sơ."
            ),
            &format!(
                "At this portal you can apply for procedure {here}: it does this together with what goes with it, in one application."
            ),
        ),
    })
}

fn words(vi: &str, en: &str) -> Value {
    json!({"vi": vi, "en": en})
}

/// A text as JSON.
fn texts(text: &Text) -> Value {
    let all = text
        .all()
        .map(|one| (one.locale.to_string(), json!(one.text)));
    Value::Object(all.collect())
}

/// How it is handed in, if the catalogue says so.
fn ways(row: &Row) -> Option<Value> {
    let ways = [
        (row.ways.online, "trên mạng", "online"),
        (row.ways.post, "qua bưu điện", "by post"),
        (row.ways.in_person, "tại cơ quan", "in person"),
    ];
    let (vi, en) = listed(ways)?;
    Some(words(
        &format!("Cách nộp theo danh mục quốc gia: {vi}. Ở cổng này không nộp được thủ tục này."),
        &format!(
            "How to apply, as the national catalogue has it: {en}. You cannot apply for this one at this portal."
        ),
    ))
}

/// Where it is handed in, if the catalogue says so.
fn levels(row: &Row) -> Option<Value> {
    let names = |level| match level {
        Level::Ministry => ("cấp bộ", "a ministry"),
        Level::Province => ("cấp tỉnh", "the province"),
        Level::Commune => ("cấp xã", "the commune"),
        Level::Other => ("cơ quan khác", "another office"),
    };
    let levels = Level::ALL.map(|level| {
        let (vi, en) = names(level);
        (row.levels.has(level), vi, en)
    });
    let (vi, en) = listed(levels)?;
    Some(words(
        &format!("Nơi giải quyết theo danh mục quốc gia: {vi}."),
        &format!("Who deals with it, as the national catalogue has it: {en}."),
    ))
}

/// Those that hold, in both languages.
fn listed<const N: usize>(all: [(bool, &str, &str); N]) -> Option<(String, String)> {
    let (mut vi, mut en) = (Vec::new(), Vec::new());
    for (_, one, other) in all.into_iter().filter(|(holds, ..)| *holds) {
        vi.push(one);
        en.push(other);
    }
    (!vi.is_empty()).then(|| (vi.join(", "), en.join(", ")))
}

fn legal(row: &Row) -> Vec<Value> {
    let mut all = Vec::new();
    if !row.decision.trim().is_empty() {
        all.push(json!({
            "title": words(
                &format!("Quyết định công bố thủ tục, số {}", row.decision),
                &format!("Decision that published the procedure, number {}", row.decision),
            ),
            "note": words(
                "Số ghi trong danh mục vào tháng 7/2026. Chưa ai so với văn bản.",
                "The number as the catalogue had it in July 2026. Nobody has compared it with the text.",
            ),
        }));
    }
    if row.url.starts_with("https://") {
        all.push(json!({
            "title": words(
                "Trang của thủ tục trên Cổng Dịch vụ công quốc gia",
                "The page of the procedure on the National Public Service Portal",
            ),
            "note": words("Địa chỉ vào tháng 7/2026.", "The address in July 2026. The page is in Vietnamese."),
            "url": row.url,
        }));
    }
    all
}
