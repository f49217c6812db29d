//! The markup of the fold and of what an import brought, and what the buttons rest on.

use std::rc::Rc;
use std::sync::Arc;

use procedure::{FieldId, Form, Session, compile_json, parse_date};

use super::*;
use crate::hooks::Navigator;
use crate::i18n::Messages;
use crate::portal::memory::Memory;
use crate::preferences::Preferences;
use crate::ui::live_region::Announcer;
use crate::wizard::PortalHandle;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const BADGE: &str = "crates/procedure/fixtures/procedures/2.002288.json";

fn text_of(path: &str) -> String {
    std::fs::read_to_string(format!("{ROOT}/{path}")).expect("it is there")
}

fn csv(name: &str) -> String {
    text_of(&format!(
        "crates/procedure/fixtures/answers/2.002288-{name}.csv"
    ))
}

fn language(locale: &str) -> I18n {
    let chain = [locale, "vi"].map(|tag| {
        let words = ["messages.ftl", "later.ftl"]
            .map(|file| text_of(&format!("public/locales/{tag}/{file}")));
        Messages::read(tag, words.concat())
    });
    I18n::new(Vec::new(), chain.into())
}

fn store() -> WizardStore {
    let form: Arc<Form> = compile_json(&text_of(BADGE)).expect("no mistakes").into();
    let memory = Rc::new(Memory::new(vec![form.clone()]));
    let session = Session::new(form, parse_date("2026-11-22").expect("a date"));
    let store = WizardStore::new(session, None, PortalHandle::of(memory), u64::MAX);
    store.begin();
    store
}

/// Within an owner that has what a page has.
fn on_a_page(locale: &str, test: impl FnOnce(WizardStore)) {
    drop(any_spawner::Executor::init_futures_executor());
    Owner::new().with(|| {
        provide_context(language(locale));
        provide_context(Announcer::default());
        provide_context(Navigator::begin());
        provide_context(Navigator::begin());
        provide_context(Preferences::begin(""));
        test(store());
    });
}

fn html(store: WizardStore) -> String {
    let html = import(store, FieldPath::top("vehicles"), false).to_html();
    html.replace("<!>", "")
}

fn vehicles() -> FieldId {
    FieldId::new("vehicles")
}

fn take(store: WizardStore, text: &str, mode: ImportMode) -> Result<(), NotImported> {
    store.import(&vehicles(), text, mode)
}

// [1, 37]
#[test]
fn the_fold_has_a_label_for_each_control_and_a_hint_that_describes() {
    on_a_page("vi", |store| {
        let html = html(store);
        assert!(html.starts_with("<details"), "{html}");
        for id in ["vehicles-import-file", "vehicles-import-text"] {
            assert!(
                html.contains(&format!("<label for=\"{id}\"")),
                "{id}: {html}"
            );
            assert!(html.contains(&format!(" id=\"{id}\"")), "{id}");
        }
        let hint = "aria-describedby=\"vehicles-import-text-hint\"";
        assert!(html.contains(hint), "{html}");
        assert!(html.contains("Tải bảng mẫu</button>"), "{html}");
        // There is nothing to keep or to replace, and nothing to tell.
        assert!(!html.contains("type=\"radio\""), "{html}");
        assert!(!html.contains("import-result"), "{html}");
    });
}

#[test]
fn what_an_import_brought_is_a_group_that_can_have_the_focus() {
    on_a_page("vi", |store| {
        assert_eq!(take(store, &csv("200-rows"), ImportMode::Append), Ok(()));
        let html = html(store);
        assert!(html.contains("id=\"vehicles-import-result\" tabindex=\"-1\" role=\"group\""));
        assert!(html.contains("aria-labelledby=\"vehicles-import-result-title\""));
        assert!(html.contains("Đã đưa 200 dòng vào danh sách"), "{html}");
        assert!(html.contains("Bỏ lần nhập này"));
        assert!(html.contains("Tải danh sách này thành bảng"));
        assert_eq!(html.matches("type=\"radio\"").count(), 2);
        assert_eq!(html.matches("<legend>").count(), 1);
    });
}

#[test]
fn each_mistake_leads_to_the_page_of_its_row() {
    for (locale, line) in [
        ("vi", "Xe 1: Biển số: "),
        ("en", "Vehicle 1: Number plate: "),
    ] {
        on_a_page(locale, |store| {
            // Outside a browser it is 1970.
            let text = csv("mistakes")
                .replace(",201", ",195")
                .replace(",202", ",196");
            assert_eq!(take(store, &text, ImportMode::Append), Ok(()));
            let html = html(store);
            assert!(html.contains("data-kind=\"warning\""));
            assert!(html.contains(line), "{html}");
            // A row may have two.
            for row in [1, 2, 3, 4, 5, 6, 9, 10, 12] {
                let href = format!("href=\"/procedures/2.002288/apply/vehicles/{row}\"");
                assert!(html.contains(&href), "{href}: {html}");
            }
            assert!(!html.contains("apply/vehicles/7\""));
        });
    }
}

#[test]
fn of_many_mistakes_twenty_rows_are_listed_and_the_rest_are_counted() {
    on_a_page("en", |store| {
        let text = format!("plate\n{}", "29A-12\n".repeat(50));
        assert_eq!(take(store, &text, ImportMode::Append), Ok(()));
        let html = html(store);
        assert!(html.contains("Vehicle 20: "), "{html}");
        assert!(!html.contains("Vehicle 21: "));
        assert!(
            html.contains("30 more entries have to be put right"),
            "{html}"
        );
        assert!(html.contains("The table has no column for: Ownership of the vehicle, "));
    });
}

#[test]
fn what_was_left_out_and_had_no_room_is_told() {
    on_a_page("en", |store| {
        let lines = csv("200-rows");
        let more = lines
            .replacen('\n', ",\n", 1)
            .replacen("Chủ xe", "Chủ xe,Ghi chú", 1);
        assert_eq!(take(store, &more, ImportMode::Append), Ok(()));
        assert!(html(store).contains("Columns that are not used: Ghi chú."));
        assert_eq!(take(store, &csv("semicolons"), ImportMode::Append), Ok(()));
        let told = html(store);
        assert!(told.contains("No line was added to the list"), "{told}");
        assert!(
            told.contains("The last 3 lines of the table could not be added"),
            "{told}"
        );
    });
}

#[test]
fn an_import_is_taken_back_and_what_is_no_table_changes_nothing() {
    on_a_page("vi", |store| {
        let rows = || store.now(|session| session.answers().rows(&vehicles()).len());
        assert_eq!(take(store, &csv("semicolons"), ImportMode::Append), Ok(()));
        assert_eq!(take(store, &csv("mistakes"), ImportMode::Replace), Ok(()));
        assert_eq!(rows(), 12);
        store.undo_import(&vehicles());
        assert_eq!(rows(), 3);
        assert!(!html(store).contains("import-result"));
        let refused = take(store, " ", ImportMode::Replace);
        assert_eq!((refused, rows()), (Err(NotImported::Empty), 3));
    });
}
