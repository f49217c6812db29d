//! Folders of languages (docs/languages.md): their list, their mistakes, files to translate, and
//! languages that only tests have.

mod check;
mod list;
mod manifest;
mod pseudo;
mod template;
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use messages::Messages;
use procedure::{Definition, definition};
use serde_json::Value;

use crate::run::root;
use crate::{Done, hook, page};

/// The languages that come with the project.
const SHIPPED: &str = "public/locales";
/// The definitions that come with the project.
const DEFINITIONS: &str = "crates/procedure/fixtures/procedures";
/// The list of what is offered.
const LIST: &str = "index.json";
/// The app's words: from the beginning, and of what comes with its second file.
const WORDS: [&str; 2] = ["messages.ftl", "later.ftl"];

const USAGE: &str = "\
cargo xtask locales [FOLDER]
cargo xtask locales template DEFINITION
cargo xtask locales pseudo FOLDER";

/// The command.
///
/// # Errors
/// What cannot be read or written.
pub(crate) fn locales(args: &[String]) -> Done {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        [] => list(&root().join(SHIPPED)),
        ["template", file] => {
            print!("{}", template::template(&read(Path::new(file))?)?);
            Ok(())
        }
        ["pseudo", folder] => pseudo(Path::new(folder)),
        ["template" | "pseudo", ..] => Err(USAGE.into()),
        [folder] => list(Path::new(folder)),
        _ => Err(USAGE.into()),
    }
}

/// A copy of the built app with the languages for tests, in `target`.
///
/// # Errors
/// What cannot be copied or written.
pub(crate) fn app_with_pseudo() -> Result<PathBuf, String> {
    let to = root().join("target/app-with-pseudo");
    drop(fs::remove_dir_all(&to));
    page::copy(&root().join("dist"), &to)?;
    pseudo(&to.join("locales"))?;
    Ok(to)
}

/// Prints every mistake of a folder of languages.
///
/// # Errors
/// How many mistakes there are, or what cannot be read.
pub(crate) fn lint(args: &[String]) -> Done {
    let shown = match args {
        [] => SHIPPED,
        [folder] => folder,
        _ => return Err("cargo xtask lint locales [FOLDER]".into()),
    };
    let path = match args {
        [] => root().join(SHIPPED),
        _ => PathBuf::from(shown),
    };
    let mistakes = check::check(&Folder::read(&path)?, &definitions()?);
    for mistake in &mistakes {
        println!("{}/{mistake}", shown.trim_end_matches('/'));
    }
    match mistakes.len() {
        0 => Ok(()),
        n => Err(format!("{n} mistakes (docs/languages.md)")),
    }
}

/// Writes the list anew.
fn list(path: &Path) -> Done {
    let list = list::list(&Folder::read(path)?)?;
    write(path, &BTreeMap::from([(LIST.to_string(), list)]))?;
    println!("  {} is written", path.join(LIST).display());
    Ok(())
}

/// Adds the languages of the tests, and writes the list anew.
fn pseudo(path: &Path) -> Done {
    let files = pseudo::pseudo(&Folder::read(path)?, &definitions()?)?;
    write(path, &files)?;
    list(path)
}

fn write(path: &Path, files: &BTreeMap<String, String>) -> Done {
    for (name, text) in files {
        let file = path.join(name);
        let failed = |error| format!("{}: {error}", file.display());
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        fs::write(&file, text).map_err(failed)?;
        // In a folder that was built, a copy of what the file was before: a server would send that.
        let mut copy = file.clone().into_os_string();
        copy.push(".br");
        drop(fs::remove_file(copy));
    }
    Ok(())
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The project's definitions, by code.
fn definitions() -> Result<BTreeMap<String, Definition>, String> {
    let mut found = BTreeMap::new();
    for file in hook::files(&root().join(DEFINITIONS))? {
        let definition = definition_of(&read(&file)?)?;
        found.insert(definition.code.clone(), definition);
    }
    Ok(found)
}

/// A definition, as far as its texts go.
fn definition_of(text: &str) -> Result<Definition, String> {
    let json = serde_json::from_str(text).map_err(|error| error.to_string())?;
    Ok(definition::read(&json).0)
}

/// A folder of languages.
#[derive(Default)]
struct Folder {
    /// Every file by its path in the folder; what it says, where it is a text of ours.
    files: BTreeMap<String, String>,
}

impl Folder {
    fn read(path: &Path) -> Result<Self, String> {
        let mut files = BTreeMap::new();
        for file in hook::files(path)? {
            let name = file.strip_prefix(path).unwrap_or(&file);
            let name = name.to_string_lossy().replace('\\', "/");
            let is_text = name.ends_with(".ftl") || name.ends_with(".json");
            let bytes = match is_text {
                true => fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?,
                false => Vec::new(),
            };
            // What is no UTF-8 is found by the character that takes its place.
            files.insert(name, String::from_utf8_lossy(&bytes).into_owned());
        }
        Ok(Self { files })
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.files.get(name).map(String::as_str)
    }

    /// The languages that have a folder.
    fn tags(&self) -> BTreeSet<&str> {
        let folders = self.files.keys().filter_map(|name| name.split_once('/'));
        folders.map(|(tag, _)| tag).collect()
    }

    /// A language's manifest, if it is JSON.
    fn manifest(&self, tag: &str) -> Option<Value> {
        serde_json::from_str(self.get(&format!("{tag}/manifest.json"))?).ok()
    }

    /// The messages of a language's file; none where it has no such file.
    fn messages(&self, tag: &str, file: &str) -> Messages {
        let text = self.get(&format!("{tag}/{file}")).unwrap_or_default();
        Messages::read(text.to_string())
    }

    /// The names of the app's words that a language has, without its terms.
    fn keys(&self, tag: &str) -> BTreeSet<String> {
        let files = WORDS.map(|file| self.messages(tag, file));
        let keys = files.iter().flat_map(Messages::keys);
        keys.filter(|key| !is_term(key)).map(Into::into).collect()
    }

    /// The codes of the procedures that a language has a file for.
    fn procedures(&self, tag: &str) -> Vec<&str> {
        let folder = format!("{tag}/procedures/");
        let files = self.files.keys();
        let files = files.filter_map(|name| name.strip_prefix(&folder));
        files.filter_map(|name| name.strip_suffix(".ftl")).collect()
    }

    /// The languages in the order in which they are offered: as the list has them, new ones behind. A
    /// list that begins has Vietnamese first, and what is complete before what isn't.
    fn order(&self) -> Vec<&str> {
        let tags = self.tags();
        let list: Option<Value> = self
            .get(LIST)
            .and_then(|text| serde_json::from_str(text).ok());
        let listed = list
            .iter()
            .flat_map(|list| list.as_array().into_iter().flatten());
        let listed = listed.filter_map(|entry| tags.get(entry["tag"].as_str()?).copied());
        let mut order: Vec<&str> = Vec::new();
        for tag in listed {
            if !order.contains(&tag) {
                order.push(tag);
            }
        }
        let is_new = order.is_empty();
        let mut rest: Vec<&str> = tags
            .into_iter()
            .filter(|tag| !order.contains(tag))
            .collect();
        if is_new {
            rest.sort_by_key(|tag| (*tag != "vi", !self.is_complete(tag)));
        }
        order.extend(rest);
        order
    }

    /// The portal's own language.
    fn first(&self) -> &str {
        self.order().first().copied().unwrap_or("vi")
    }

    /// Whether a language says of itself that it has every word.
    fn is_complete(&self, tag: &str) -> bool {
        let manifest = self.manifest(tag);
        manifest.is_some_and(|manifest| {
            ["reviewed", "unreviewed"]
                .iter()
                .any(|status| manifest["status"] == *status)
        })
    }
}

fn is_term(key: &str) -> bool {
    key.starts_with('-')
}

/// Something wrong in a folder of languages.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Mistake {
    /// The file in the folder.
    file: String,
    /// The line from 1; 0 where it is the whole file.
    line: usize,
    /// A message's or a manifest's key; empty where there is none.
    key: String,
    what: String,
}

impl Mistake {
    fn new(file: &str, line: usize, key: &str, what: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            line,
            key: key.into(),
            what: what.into(),
        }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Self {
            file,
            line,
            key,
            what,
        } = self;
        f.write_str(file)?;
        if *line > 0 {
            write!(f, ":{line}")?;
        }
        if !key.is_empty() {
            write!(f, " {key}")?;
        }
        write!(f, ": {what}")
    }
}

/// A folder from its files, for tests.
#[cfg(test)]
fn folder(files: &[(&str, &str)]) -> Folder {
    let files = files.iter();
    Folder {
        files: files
            .map(|(name, text)| (name.to_string(), text.to_string()))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_list_and_new_folders_come_last() {
        let tags = |list: Option<&str>| {
            let mut files = vec![
                ("ab/manifest.json", r#"{"status": "partial"}"#),
                ("en/manifest.json", r#"{"status": "reviewed"}"#),
                ("km/manifest.json", r#"{"status": "unreviewed"}"#),
                ("vi/manifest.json", r#"{"status": "reviewed"}"#),
            ];
            files.extend(list.map(|list| (LIST, list)));
            let folder = folder(&files);
            folder.order().join(" ")
        };
        for (list, order) in [
            (Some(r#"[{"tag": "vi"}, {"tag": "km"}]"#), "vi km ab en"),
            (
                Some(r#"[{"tag": "km"}, {"tag": "gone"}, {"tag": "km"}]"#),
                "km ab en vi",
            ),
            (None, "vi en km ab"),
            (Some("{"), "vi en km ab"),
        ] {
            assert_eq!(tags(list), order, "{list:?}");
        }
    }

    #[test]
    fn a_folder_is_read_and_written() {
        let path = std::env::temp_dir().join(format!("motcua-locales-{}", std::process::id()));
        let files = BTreeMap::from([
            (
                "vi/manifest.json".to_string(),
                r#"{"tag": "vi", "name": "V", "status": "reviewed"}"#.to_string(),
            ),
            ("vi/messages.ftl".to_string(), "a = \u{e1}\n".to_string()),
        ]);
        write(&path, &files).expect("it is written");
        fs::write(path.join("index.json.br"), "old").expect("it is written");
        fs::write(path.join("vi/later.ftl"), b"b = \xff\n").expect("it is written");
        list(&path).expect("there is a list");
        let folder = Folder::read(&path).expect("it is read");
        fs::remove_dir_all(&path).expect("it can be removed");
        let names: Vec<_> = folder.files.keys().collect();
        assert_eq!(
            names,
            [
                "index.json",
                "vi/later.ftl",
                "vi/manifest.json",
                "vi/messages.ftl"
            ]
        );
        assert_eq!(folder.get("vi/messages.ftl"), Some("a = \u{e1}\n"));
        assert_eq!(folder.get("vi/later.ftl"), Some("b = \u{fffd}\n"));
    }

    #[test]
    fn a_mistake_says_where_it_is() {
        for (line, key, said) in [
            (3, "a", "f:3 a: x"),
            (3, "", "f:3: x"),
            (0, "a", "f a: x"),
            (0, "", "f: x"),
        ] {
            assert_eq!(Mistake::new("f", line, key, "x").to_string(), said);
        }
    }
}
