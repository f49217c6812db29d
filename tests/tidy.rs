//! What must stay true of the code, as far as a program can see it (docs/ARCHITECTURE.md).

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use messages::Messages;
use messages::check::{Difference, check};
use procedure::definition::KindDefinition;
use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&root().join(folder), ending, &mut found);
    assert!(!found.is_empty(), "no {ending} files in {folder}");
    found
}

fn collect(folder: &Path, ending: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, ending, found);
        } else if path.to_string_lossy().ends_with(ending) {
            let name = path
                .strip_prefix(root())
                .expect("below the root")
                .to_string_lossy()
                .into_owned();
            found.push((name, fs::read_to_string(&path).expect("it is text")));
        }
    }
}

/// Code without comments: what it says of other modules there does not count.
fn code(text: &str) -> String {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Who may import whom: a room, and the rooms of this crate that it may name.
const MAY_IMPORT: [(&str, &[&str]); 9] = [
    ("src/platform", &[]),
    ("src/portal", &["platform"]),
    ("src/i18n", &["platform"]),
    ("src/preferences", &["platform", "route"]),
    ("src/wizard", &["portal", "platform"]),
    ("src/ui", &["i18n", "platform"]),
    ("src/hooks", &["platform", "route"]),
    ("src/fields", &["ui", "i18n"]),
    (
        "src/pages",
        &[
            "fields",
            "hooks",
            "i18n",
            "later",
            "platform",
            "portal",
            "preferences",
            "route",
            "ui",
            "wizard",
        ],
    ),
];

#[test]
fn rooms_import_only_what_they_may() {
    let mut wrong = Vec::new();
    for (room, allowed) in MAY_IMPORT {
        let own = room.trim_start_matches("src/");
        // What the app provides is asked for in one way.
        let everywhere = ["provided"];
        for (name, text) in files(room, ".rs") {
            let text = code(&text);
            for at in text
                .match_indices("crate::")
                .map(|(at, _)| at + "crate::".len())
            {
                let module: String = text[at..]
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                if module != own
                    && !module.is_empty()
                    && !allowed.contains(&module.as_str())
                    && !everywhere.contains(&module.as_str())
                {
                    wrong.push(format!("{name} names crate::{module}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_platform_names_the_browser() {
    let browser = ["web_sys", "js_sys", "wasm_bindgen", "gloo"];
    let mut wrong = Vec::new();
    for (name, text) in files("src", ".rs") {
        let named = browser
            .iter()
            .filter(|crate_name| code(&text).contains(*crate_name));
        if !name.starts_with("src/platform/") {
            wrong.extend(named.map(|crate_name| format!("{name} names {crate_name}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Everybody else asks `i18n`, which knows the language that is shown.
#[test]
fn only_i18n_reads_messages() {
    let mut wrong = Vec::new();
    for (name, text) in files("src", ".rs") {
        let text = code(&text);
        let mut named = text.match_indices("messages::").map(|(at, _)| &text[..at]);
        let of_the_crate = named.any(|before| {
            before.ends_with(" ")
                || before
                    .strip_suffix("::")
                    .is_some_and(|b| b.ends_with([' ', '(']))
        });
        if of_the_crate && !name.starts_with("src/i18n/") {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Every citizen would load what the standard library brings for these (docs/adr/0004-size.md).
#[test]
fn what_makes_the_app_large_is_not_used() {
    let large = [
        (".to_lowercase()", "procedure::case::lowercase"),
        (".to_uppercase()", "to_ascii_uppercase"),
        ("parse::<f64>", "procedure::read_decimal"),
        (".sort", "procedure::sort"),
        ("serde_json::from_str", "procedure::read_json"),
        ("json!(", "procedure::json_object"),
        ("view! {", "ui::el"),
        ("expect_context", "provided::provided"),
    ];
    let mut wrong = Vec::new();
    let folders = [
        "src",
        "crates/procedure/src",
        "crates/portal-wire/src",
        "crates/messages/src",
        "crates/search/src",
    ];
    // Linters have it, the app does not.
    let elsewhere = "crates/messages/src/check.rs";
    for folder in folders {
        let files = files(folder, ".rs").into_iter();
        for (name, text) in files.filter(|(name, _)| name != elsewhere) {
            let text = code(text.split("#[cfg(test)]").next().unwrap_or_default());
            let lists = name == "src/ui/live.rs";
            for (found, instead) in large {
                let is_test = name.contains("/tests")
                    || ["tests.rs", "schema.rs", "gallery.rs"]
                        .iter()
                        .any(|end| name.ends_with(end));
                if text.contains(found) && !is_test && !(lists && found == "view! {") {
                    wrong.push(format!("{name}: {found}; take {instead}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_becomes_html_from_a_string() {
    for (name, text) in files("src", ".rs") {
        for word in ["inner_html", "insert_adjacent_html", "outer_html"] {
            assert!(!code(&text).contains(word), "{name} uses {word}");
        }
    }
}

/// A label or an error link must not lead to an element of the page around the question. Names of
/// fields have no hyphen, so only ids without one can be the same.
#[test]
fn no_field_can_have_the_id_of_a_part_of_a_page() {
    let index = fs::read_to_string(root().join("index.html")).expect("it is there");
    let mut ids: BTreeSet<String> = ids_behind(&index, " id=\"");
    // Slots, and what the page of preferences puts together.
    ids.extend(["slot", "spacing"].map(String::from));
    for (_, text) in files("src", ".rs") {
        ids.extend(ids_behind(&code(&text), ".id(\""));
    }
    assert!(ids.contains("main") && ids.contains("opening"), "{ids:?}");
    let free: Vec<&String> = ids
        .iter()
        .filter(|id| !id.contains('-'))
        .filter(|id| {
            let definition = format!(
                r#"{{"format": 1, "code": "0", "version": "1", "name": "A", "agency": "A", "summary": "A", "level": "full",
                "steps": [{{"id": "a", "title": "A", "fields": [{{"id": "{id}", "kind": "yes-no", "label": "A"}}]}}]}}"#
            );
            procedure::compile_json(&definition).is_ok()
        })
        .collect();
    assert!(free.is_empty(), "not reserved in compile.rs: {free:?}");
}

fn ids_behind(text: &str, opening: &str) -> BTreeSet<String> {
    text.split(opening)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_string)
        .collect()
}

#[test]
fn the_core_knows_no_browser_and_no_view() {
    for name in ["procedure", "portal-wire", "messages", "search"] {
        let manifest = root().join("crates").join(name).join("Cargo.toml");
        let manifest = fs::read_to_string(manifest).expect("it is there");
        for crate_name in [
            "leptos",
            "web-sys",
            "js-sys",
            "gloo",
            "wasm-bindgen",
            "axum",
            "tokio",
            "reqwest",
        ] {
            assert!(
                !manifest.contains(&format!("\n{crate_name}")),
                "{name} depends on {crate_name}"
            );
        }
    }
    for (name, text) in files("crates/procedure/src", ".rs") {
        for clock in ["SystemTime", "Instant::now", "now_utc", "now_local"] {
            assert!(!code(&text).contains(clock), "{name} reads the clock");
        }
    }
}

#[test]
fn every_kind_of_field_has_its_rule_widget_criteria_fixture_and_test() {
    let mut missing = Vec::new();
    for kind in KindDefinition::NAMES {
        let stem = kind.replace('-', "_");
        for path in [
            format!("crates/procedure/src/field/{stem}.rs"),
            format!("crates/procedure/fixtures/fields/{kind}.json"),
            format!("src/fields/{stem}/mod.rs"),
            format!("src/fields/{stem}/README.md"),
        ] {
            if !root().join(&path).exists() {
                missing.push(path);
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// The two files of a locale's words: those that are there from the beginning, and those that come
/// with the second file of the app.
const FILES: [&str; 2] = ["messages.ftl", "later.ftl"];

/// The words of a locale, as they stand there, one file after the other.
fn words(locale: &str) -> Messages {
    Messages::read(FILES.map(|file| words_in(locale, file)).join("\n"))
}

fn words_in(locale: &str, file: &str) -> String {
    let path = root().join("public/locales").join(locale).join(file);
    let text = fs::read_to_string(path).expect("the locale is there");
    assert_eq!(check(&text), [], "{locale}/{file}");
    text
}

/// The keys of a locale's messages.
fn messages(locale: &str) -> BTreeSet<String> {
    let words = words(locale);
    let keys: BTreeSet<String> = words.keys().map(str::to_string).collect();
    assert_eq!(words.keys().count(), keys.len(), "{locale} has a key twice");
    keys
}

fn messages_in(locale: &str, file: &str) -> BTreeSet<String> {
    let words = Messages::read(words_in(locale, file));
    words.keys().map(str::to_string).collect()
}

/// The languages that say of themselves that they are complete. One without a manifest is held to be.
fn complete() -> Vec<String> {
    let folders = fs::read_dir(root().join("public/locales")).expect("the locales are there");
    let folders = folders.flatten().filter(|entry| entry.path().is_dir());
    let is_complete = |path: &Path| {
        let manifest = fs::read_to_string(path.join("manifest.json")).unwrap_or_default();
        let manifest: Option<Value> = serde_json::from_str(&manifest).ok();
        manifest.is_none_or(|manifest| manifest["status"] != "partial")
    };
    folders
        .filter(|entry| is_complete(&entry.path()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

// [108] What is not complete is held to the same by `cargo xtask lint locales`.
#[test]
fn every_complete_locale_has_every_message_with_the_same_values() {
    let vietnamese = words("vi");
    let vietnamese = vietnamese.all();
    let complete = complete();
    assert!(
        ["vi", "en"]
            .iter()
            .all(|tag| complete.iter().any(|have| have == tag))
    );
    for locale in complete {
        assert_eq!(messages("vi"), messages(&locale), "{locale}");
        let words = words(&locale);
        for message in words.all() {
            let first = vietnamese.iter().find(|first| first.key == message.key);
            let difference = first.map(|first| message.compare(first));
            assert_eq!(
                difference,
                Some(Difference::default()),
                "{locale}: {}",
                message.key
            );
        }
    }
}

/// What is on the screen before the second file is there has its words from the beginning. Files that
/// have pages of both are left to the tests in the browser, where a missing word is an error.
#[test]
fn what_comes_first_has_its_words_first() {
    let early = messages_in("vi", FILES[0]);
    assert_eq!(early, messages_in("en", FILES[0]));
    let later = messages_in("vi", FILES[1]);
    for file in [
        "src/app.rs",
        "src/later.rs",
        "src/pages/mod.rs",
        "src/pages/procedure.rs",
        "src/fields/date/mod.rs",
        "src/fields/frame.rs",
        "src/fields/information/mod.rs",
        "src/fields/text/mod.rs",
        "src/fields/yes_no/mod.rs",
        "src/ui/notice.rs",
    ] {
        let text = fs::read_to_string(root().join(file)).expect("it is there");
        for key in &later {
            assert!(!text.contains(&format!("\"{key}\"")), "{file}: {key}");
        }
    }
}

#[test]
fn every_message_that_the_code_names_is_there_and_no_other() {
    let known = messages("vi");
    let code: String = files("src", ".rs")
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    // Keys whose ending is a value: a portal's error, a status, a theme.
    let families = [
        "trouble-",
        "status-",
        "file-failed-",
        "sending-refused-",
        "preferences-theme-",
        "preferences-spacing-",
        "preferences-mode-",
        "read-aloud-speed-",
        "search-only-",
        "search-level-",
        "flaw-",
    ];
    let unused: Vec<_> = known
        .iter()
        .filter(|key| !code.contains(&format!("\"{key}\"")))
        .filter(|key| !families.iter().any(|family| key.starts_with(family)))
        .filter(|key| !key.ends_with("-hint"))
        .collect();
    assert!(unused.is_empty(), "no code names {unused:#?}");

    let mut absent = Vec::new();
    for call in [
        ".t(\"", ".s(\"", ".tr(\"", ".sr(\"", "words(\"", "say(\"", "say_n(\"",
    ] {
        for (name, text) in files("src", ".rs") {
            let text = text
                .split("#[cfg(test)]")
                .next()
                .unwrap_or_default()
                .replace("(\n", "(")
                .to_string();
            for rest in text.split(call).skip(1) {
                let key = rest.split('"').next().unwrap_or_default();
                if !known.contains(key) {
                    absent.push(format!("{name}: {key}"));
                }
            }
        }
    }
    assert!(absent.is_empty(), "no locale has {absent:#?}");
}

// [112]
#[test]
fn every_error_and_status_has_its_words() {
    use motcua::portal::{PortalError, Status};
    let known = messages("vi");
    let errors = [
        PortalError::Offline,
        PortalError::Unreachable,
        PortalError::TooSlow,
        PortalError::Unreadable,
        PortalError::Refused,
        PortalError::SignInNeeded,
        PortalError::Forbidden,
        PortalError::NotFound,
        PortalError::Changed,
        PortalError::TooLarge,
        PortalError::Rejected(Vec::new()),
        PortalError::TooMany(None),
        PortalError::Broken,
        PortalError::Closed(None),
    ];
    for error in errors {
        let name = error.name();
        assert!(known.contains(&format!("trouble-{name}")), "trouble-{name}");
        assert!(
            known.contains(&format!("trouble-{name}-title")),
            "trouble-{name}-title"
        );
        if !error.may_pass() {
            assert!(
                known.contains(&format!("file-failed-{name}")),
                "file-failed-{name}"
            );
        }
        if !error.leaves_it_open() && !matches!(error, PortalError::Rejected(_)) {
            assert!(
                known.contains(&format!("sending-refused-{name}")),
                "sending-refused-{name}"
            );
        }
    }
    for status in Status::ALL {
        let name = status.name();
        assert!(known.contains(&format!("status-{name}")), "status-{name}");
        assert!(
            known.contains(&format!("status-{name}-do")),
            "status-{name}-do"
        );
    }
    for theme in motcua::preferences::THEMES {
        assert!(
            known.contains(&format!("preferences-theme-{theme}")),
            "{theme}"
        );
    }
}

/// [9, 14, 16, 42, 45] Buttons that are switched off, links that open elsewhere, what must be dragged,
/// and the browser's own pickers shut people out.
#[test]
fn nothing_that_shuts_people_out_is_drawn() {
    let shuts = [
        ("\"disabled\"", "a button that says what is missing"),
        ("\"aria-disabled\"", "a button that says what is missing"),
        ("\"placeholder\"", "a label and a hint"),
        ("\"autofocus\"", "the heading gets the focus"),
        ("\"draggable\"", "a button"),
        ("\"drop\"", "a button"),
        ("\"_blank", "a link in the same tab"),
        ("(\"type\",\"range\")", "a text input"),
        ("(\"type\",\"date\")", "three text inputs"),
        ("(\"type\",\"month\")", "two text inputs"),
        ("(\"type\",\"time\")", "a text input"),
        ("(\"type\",\"number\")", "a text input with inputmode"),
    ];
    let mut wrong = Vec::new();
    for (name, text) in files("src", ".rs") {
        let text: String = code(&text).split_whitespace().collect();
        for (found, instead) in shuts {
            if text.contains(found) && !name.ends_with("tests.rs") {
                wrong.push(format!("{name}: {found}; take {instead}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// [35] Nothing stays over the page while it is scrolled, but for the reading ruler, which is asked for,
/// is light, takes no press and leaves the line with the focus free.
#[test]
fn nothing_covers_what_has_the_focus() {
    for (name, text) in files("style", ".css") {
        let text: String = text.split_whitespace().collect();
        for word in ["position:sticky", "position:fixed"] {
            for (at, _) in text.match_indices(word) {
                let rule = &text[text[..at].rfind('}').map_or(0, |end| end + 1)..at];
                assert!(
                    rule.contains(":root[data-ruler]body::before"),
                    "{name}: {word}"
                );
            }
        }
    }
}

/// [61] People make the page larger with their fingers and turn their device as they like.
#[test]
fn the_page_can_be_enlarged_and_turned() {
    let page = fs::read_to_string(root().join("index.html")).expect("it is there");
    let viewport = page.split("name=\"viewport\"").nth(1);
    let viewport = viewport.and_then(|rest| rest.split('>').next());
    let viewport = viewport.expect("the page has a viewport");
    for word in ["maximum-scale", "user-scalable", "minimum-scale"] {
        assert!(!viewport.contains(word), "{viewport}");
    }
    for (name, text) in files("src", ".rs") {
        assert!(!code(&text).contains("orientation"), "{name}");
    }
    for (name, text) in files("style", ".css") {
        assert!(!text.contains("orientation"), "{name}");
    }
}
