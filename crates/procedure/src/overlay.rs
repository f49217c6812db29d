//! Languages that are added to a definition without touching it. Each text has a name that a
//! translator's file uses (`docs/languages.md`).

use crate::Text;
use crate::definition::{Definition, FieldDefinition, KindDefinition, Options};

/// What is done with a text, given its name.
type See<'a> = dyn FnMut(&str, &mut Text) + 'a;

impl Definition {
    /// Adds a language. `words` gives the words for a text's name; the definition's own words stay, and
    /// what it does not say in any language is not said in this one.
    pub fn add_language(&mut self, locale: &str, words: &dyn Fn(&str) -> Option<String>) {
        self.each_text(&mut |name, text| {
            if let Some(words) = words(name) {
                text.add(locale, &words);
            }
        });
    }

    /// Every text that says something, with its name: the path to it, where a step or a question begins
    /// anew with its id, a list counts from one, and an option goes by its value. Names are unique,
    /// because ids are.
    pub fn each_text(&mut self, see: &mut See) {
        at(see, "name", "", &mut self.name);
        at(see, "summary", "", &mut self.summary);
        at(see, "agency", "", &mut self.agency);
        each(see, "notices", "", self.notices.iter_mut());
        each(see, "who", "", self.who.iter_mut());
        let prepare = self.prepare.iter_mut();
        let prepare =
            prepare.map(|prepare| [("-text", &mut prepare.text), ("-hint", &mut prepare.hint)]);
        each_of(see, "prepare", prepare);
        let fees = self.fees.iter_mut();
        let fees = fees.map(|fee| [("-label", &mut fee.label), ("-note", &mut fee.note)]);
        each_of(see, "fees", fees);
        each(
            see,
            "times",
            "-note",
            self.times.iter_mut().map(|time| &mut time.note),
        );
        if let Some(result) = &mut self.result {
            at(see, "result", "-name", &mut result.name);
            each(see, "result-receive", "", result.receive.iter_mut());
            at(see, "result", "-note", &mut result.note);
        }
        let legal = self.legal.iter_mut();
        let legal = legal.map(|legal| [("-title", &mut legal.title), ("-note", &mut legal.note)]);
        each_of(see, "legal", legal);
        if let Some(account) = &mut self.account {
            at(see, "account", "-why", &mut account.why);
        }
        for elsewhere in &mut self.elsewhere {
            let name = format!("elsewhere-{}", elsewhere.id);
            at(see, &name, "-title", &mut elsewhere.title);
            at(see, &name, "-body", &mut elsewhere.body);
            at(see, &name, "-office", &mut elsewhere.office);
        }
        if let Some(in_person) = &mut self.in_person {
            at(see, "in_person", "-reason", &mut in_person.reason);
            each(see, "in_person-steps", "", in_person.steps.iter_mut());
            let bring = in_person.bring.iter_mut();
            let bring = bring.map(|bring| [("-text", &mut bring.text), ("-hint", &mut bring.hint)]);
            each_of(see, "in_person-bring", bring);
            at(see, "in_person", "-office", &mut in_person.office);
            at(see, "in_person", "-hours", &mut in_person.hours);
            at(see, "in_person", "-takes", &mut in_person.takes);
        }
        for component in &mut self.components {
            let name = format!("components-{}", component.id);
            at(see, &name, "-name", &mut component.name);
            at(see, &name, "-agency", &mut component.agency);
        }
        for step in &mut self.steps {
            at(see, step.id.as_str(), "-title", &mut step.title);
            at(see, step.id.as_str(), "-body", &mut step.body);
            step.fields.iter_mut().for_each(|inner| field(see, inner));
        }
        self.declarations
            .iter_mut()
            .for_each(|inner| field(see, inner));
    }
}

fn field(see: &mut See, field: &mut FieldDefinition) {
    let id = field.id.as_str();
    at(see, id, "-label", &mut field.label);
    at(see, id, "-hint", &mut field.hint);
    at(see, id, "-why", &mut field.why);
    at(see, id, "-help", &mut field.help);
    at(see, id, "-missing", &mut field.missing);
    let messages = field
        .checks
        .iter_mut()
        .map(|check| [("-message", &mut check.message)]);
    each_of(see, &format!("{id}-checks"), messages);
    match &mut field.kind {
        KindDefinition::Text(kind) | KindDefinition::LongText(kind) => {
            at(see, id, "-pattern_message", &mut kind.pattern_message);
        }
        KindDefinition::Number(kind) | KindDefinition::Money(kind) => {
            at(see, id, "-unit", &mut kind.unit)
        }
        KindDefinition::Choice(kind) => options(see, id, kind),
        KindDefinition::Choices(kind) => options(see, id, &mut kind.options),
        KindDefinition::Repeat(kind) => {
            at(see, id, "-item", &mut kind.item);
            kind.fields
                .iter_mut()
                .for_each(|inner| self::field(see, inner));
        }
        _ => {}
    }
}

fn options(see: &mut See, id: &str, options: &mut Options) {
    if let Options::Inline(options) = options {
        for option in options {
            let name = format!("{id}-options-{}", option.value);
            at(see, &name, "-label", &mut option.label);
            at(see, &name, "-hint", &mut option.hint);
        }
    }
}

fn each_of<'a, const N: usize>(
    see: &mut See,
    list: &str,
    items: impl Iterator<Item = [(&'static str, &'a mut Text); N]>,
) {
    for (n, item) in items.enumerate() {
        let name = format!("{list}-{}", n + 1);
        for (key, text) in item {
            at(see, &name, key, text);
        }
    }
}

fn each<'a>(
    see: &mut See,
    list: &str,
    key: &'static str,
    texts: impl Iterator<Item = &'a mut Text>,
) {
    each_of(see, list, texts.map(|text| [(key, text)]));
}

fn at(see: &mut See, name: &str, key: &str, text: &mut Text) {
    if !text.is_empty() {
        see(&format!("{name}{key}"), text);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::definition::read;

    fn names(of: &mut crate::Definition) -> Vec<(String, String)> {
        let mut names = Vec::new();
        of.each_text(&mut |name, text| names.push((name.into(), text.pick(&["vi"]).text.into())));
        names
    }

    #[test]
    fn every_text_has_a_name() {
        let json = json!({
            "format": 1, "code": "0.000000", "version": "1", "level": "full",
            "name": "a", "summary": "b", "agency": "c", "notices": ["d"], "who": ["e", "f"],
            "prepare": [{"text": "g", "hint": "h"}],
            "fees": [{"label": "i", "vnd": 0, "note": "j", "source": "s"}],
            "times": [{"working_days": 5, "note": "k", "source": "s"}],
            "result": {"name": "l", "receive": ["m"], "note": "n"},
            "legal": [{"title": "o", "note": "p"}],
            "steps": [{"id": "you", "title": "q", "body": "r", "fields": [
                {"id": "plate", "kind": "text", "label": "s", "hint": "t", "why": "u", "help": "v",
                 "missing": "w", "pattern": "x", "pattern_message": "x",
                 "checks": [{"rule": true, "message": "y"}]},
                {"id": "weight", "kind": "number", "label": "z", "unit": "A"},
                {"id": "class", "kind": "choice", "label": "B", "options": [
                    {"value": "B1", "label": "C", "hint": "D"}, {"value": "B2", "label": "E"}]},
                {"id": "people", "kind": "repeat", "label": "F", "item": "G", "fields": [
                    {"id": "person", "kind": "text", "label": "H"}]}]}],
            "declarations": [{"id": "true", "kind": "declaration", "label": "I"}],
        });
        let mut definition = read(&json).0;
        let expected = [
            ("name", "a"),
            ("summary", "b"),
            ("agency", "c"),
            ("notices-1", "d"),
            ("who-1", "e"),
            ("who-2", "f"),
            ("prepare-1-text", "g"),
            ("prepare-1-hint", "h"),
            ("fees-1-label", "i"),
            ("fees-1-note", "j"),
            ("times-1-note", "k"),
            ("result-name", "l"),
            ("result-receive-1", "m"),
            ("result-note", "n"),
            ("legal-1-title", "o"),
            ("legal-1-note", "p"),
            ("you-title", "q"),
            ("you-body", "r"),
            ("plate-label", "s"),
            ("plate-hint", "t"),
            ("plate-why", "u"),
            ("plate-help", "v"),
            ("plate-missing", "w"),
            ("plate-checks-1-message", "y"),
            ("plate-pattern_message", "x"),
            ("weight-label", "z"),
            ("weight-unit", "A"),
            ("class-label", "B"),
            ("class-options-B1-label", "C"),
            ("class-options-B1-hint", "D"),
            ("class-options-B2-label", "E"),
            ("people-label", "F"),
            ("people-item", "G"),
            ("person-label", "H"),
            ("true-label", "I"),
        ];
        let expected = expected.map(|(name, text)| (name.to_string(), text.to_string()));
        assert_eq!(names(&mut definition), expected);
    }

    #[test]
    fn names_are_unique_in_what_ships_and_no_text_is_forgotten() {
        for shipped in [
            include_str!("../fixtures/procedures/1.004194.json"),
            include_str!("../fixtures/procedures/3.000347.json"),
        ] {
            let json = serde_json::from_str(shipped).expect("it is JSON");
            let all: Vec<_> = names(&mut read(&json).0)
                .into_iter()
                .map(|(name, _)| name)
                .collect();
            let once: std::collections::BTreeSet<_> = all.iter().collect();
            assert_eq!(once.len(), all.len());
            assert_eq!(shipped.matches("\"vi\":").count(), all.len());
        }
    }

    #[test]
    fn a_language_is_added_where_the_definition_says_something_and_not_in_that_language() {
        let json =
            json!({"name": {"vi": "Đổi", "en": "Exchange"}, "summary": "Tóm tắt", "agency": ""});
        let mut definition = read(&json).0;
        definition.add_language("km", &|name| Some(format!("km {name}")));
        definition.add_language("en", &|name| (name != "summary").then(|| "no".into()));
        assert_eq!(definition.name.pick(&["km"]).text, "km name");
        assert_eq!(definition.name.pick(&["en"]).text, "Exchange");
        assert_eq!(definition.summary.pick(&["km"]).text, "km summary");
        assert_eq!(definition.summary.pick(&["en"]).locale, "vi");
        assert!(definition.agency.is_empty());
    }
}
