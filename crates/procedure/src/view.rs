//! What a page shows, as plain data. Words and markup come later.

use std::sync::Arc;

use crate::clean::{compact, is_blank, tidy};
use crate::condition::Env;
use crate::definition::{KindDefinition as Kind, Options};
use crate::form::Field;
use crate::{
    AddressParts, Answer, Answers, FieldPath, FileAnswer, Form, Known, Layout, ListOption, Place,
    Problem, Session, StepId, Text, Value, field,
};

/// A question as it stands on the page now.
#[derive(Clone, Debug)]
pub struct FieldView {
    /// Where its answer stands.
    pub path: FieldPath,
    /// The question.
    pub field: Arc<Field>,
    /// The answer, to the letter.
    pub answer: Option<Answer>,
    /// The problems that are shown.
    pub problems: Vec<Problem>,
    /// Whether it may be left empty.
    pub optional: bool,
    /// The options; `None` for a kind without them, or while a code list has not arrived.
    pub options: Option<Vec<ListOption>>,
    /// What the portal knows of it.
    pub known: Option<Known>,
    /// Whether what the portal knows is the answer, and can't be changed here.
    pub locked: bool,
    /// How often the answer was written by something else than the question.
    pub written: usize,
}

impl PartialEq for FieldView {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.field, &other.field)
            && self.path == other.path
            && self.optional == other.optional
            && self.answer == other.answer
            && self.problems == other.problems
            && self.options == other.options
            && self.known == other.known
            && self.locked == other.locked
            && self.written == other.written
    }
}

/// A part of the check page.
#[derive(Clone, PartialEq, Debug)]
pub struct ReviewSection {
    /// The step.
    pub step: StepId,
    /// Its heading.
    pub title: Text,
    /// What a row is and its number from 0, for a row of a repeat.
    pub item: Option<(Text, usize)>,
    /// Its answers.
    pub rows: Vec<ReviewRow>,
}

/// An answer on the check page.
#[derive(Clone, PartialEq, Debug)]
pub struct ReviewRow {
    /// Where it stands.
    pub path: FieldPath,
    /// The question.
    pub label: Text,
    /// The answer.
    pub shown: Shown,
    /// The page to change it on.
    pub place: Place,
}

/// An answer to be read.
#[derive(Clone, PartialEq, Debug)]
pub enum Shown {
    /// Optional, and nothing was given.
    NotProvided,
    /// Required, and nothing was given; or what was chosen is no longer offered.
    Missing,
    /// Something was chosen, and the code list that has its label is not there.
    OnItsWay,
    /// The citizen's own words; what was understood, where that is more than another grouping.
    Words(String),
    /// Texts of the definition or a code list: the labels of what was chosen.
    Labels(Vec<Text>),
    /// Yes or no.
    YesNo(bool),
    /// A number, with its unit.
    Number(f64, Text),
    /// An amount in đồng.
    Money(f64),
    /// A date: year, month and day, as exact as it was given.
    Date(i32, Option<u8>, Option<u8>),
    /// An address: detail, then the labels of commune and province; `None` where the list is not there.
    Address {
        /// House number, street.
        detail: String,
        /// The commune's label.
        commune: Option<Text>,
        /// The province's label.
        province: Option<Text>,
    },
    /// Names of files.
    Files(Vec<FileAnswer>),
    /// How many rows a repeat has.
    Rows(usize),
}

impl Session {
    /// The questions on a page, in order.
    pub fn views(&self, place: &Place) -> Vec<FieldView> {
        let problems = self.shown_problems(place);
        self.fields_on(place, &self.seen)
            .into_iter()
            .map(|(path, field)| self.view_of(path, field, &problems))
            .collect()
    }

    /// The paths of the questions on a page, in order.
    pub fn paths(&self, place: &Place) -> Vec<FieldPath> {
        self.fields_on(place, &self.seen)
            .into_iter()
            .map(|(path, _)| path)
            .collect()
    }

    /// One question on a page; `None` if it is not asked now.
    pub fn view(&self, place: &Place, path: &FieldPath) -> Option<FieldView> {
        let (path, field) = self
            .fields_on(place, &self.seen)
            .into_iter()
            .find(|(have, _)| have == path)?;
        Some(self.view_of(path, field, &self.shown_problems(place)))
    }

    fn view_of(&self, path: FieldPath, field: Arc<Field>, problems: &[Problem]) -> FieldView {
        let env = self.env(&path);
        let options = match field.kind() {
            Kind::Choice(options) => field::options_now(&field, options, env, &self.lists),
            Kind::Choices(kind) => field::options_now(&field, &kind.options, env, &self.lists),
            _ => None,
        };
        FieldView {
            answer: self.answers.at(&path).cloned(),
            problems: problems
                .iter()
                .filter(|problem| problem.path == path)
                .cloned()
                .collect(),
            optional: field.is_question() && !field.is_required(env),
            options,
            known: self.known(&path).cloned(),
            locked: self.is_locked(&path),
            written: self.written.get(&path.field).copied().unwrap_or_default(),
            path,
            field,
        }
    }

    fn env(&self, path: &FieldPath) -> Env<'_> {
        let row = path
            .row
            .as_ref()
            .and_then(|(repeat, row)| self.seen.rows.get(repeat)?.get(*row));
        Env {
            top: &self.seen.values,
            row: row.map(|row| &row.values),
            today: self.today,
        }
    }

    /// The check page: every answer on the path, by step; rows of a repeat each by itself.
    pub fn review(&self, layout: Layout) -> Vec<ReviewSection> {
        let mut sections = Vec::new();
        for place in self.places(Layout::Steps) {
            let Place::Step { step: id, .. } = &place else {
                continue;
            };
            let Some(step) = self.form.step(id.as_str()) else {
                continue;
            };
            let rows = self
                .form
                .fields_at(&place, &self.seen)
                .into_iter()
                .filter(|(_, field)| field.is_question())
                .map(|(path, field)| self.review_row(path, &field, layout))
                .collect();
            sections.push(ReviewSection {
                step: id.clone(),
                title: step.title.clone(),
                item: None,
                rows,
            });
            for field in step.fields.iter().filter(|field| field.is_repeat()) {
                self.review_repeat(step.id.clone(), field, layout, &mut sections);
            }
        }
        sections
    }

    fn review_repeat(
        &self,
        step: StepId,
        repeat: &Field,
        layout: Layout,
        sections: &mut Vec<ReviewSection>,
    ) {
        let Kind::Repeat(kind) = repeat.kind() else {
            return;
        };
        for row in 0..self.answers.rows(repeat.id()).len() {
            let place = Place::Step {
                step: step.clone(),
                row: Some(row),
                field: None,
            };
            let rows = self
                .form
                .fields_at(&place, &self.seen)
                .into_iter()
                .filter(|(_, field)| field.is_question())
                .map(|(path, field)| self.review_row(path, &field, layout))
                .collect();
            let item = Some((kind.item.clone(), row));
            let title = repeat.definition.label.clone();
            sections.push(ReviewSection {
                step: step.clone(),
                title,
                item,
                rows,
            });
        }
    }

    fn review_row(&self, path: FieldPath, field: &Field, layout: Layout) -> ReviewRow {
        let answer = self.answers.at(&path).filter(|answer| !answer.is_empty());
        let shown = match answer {
            None if field.is_repeat() => Shown::Rows(0),
            None if field.is_required(self.env(&path)) => Shown::Missing,
            None => Shown::NotProvided,
            Some(answer) => self.shown(field, answer, &path),
        };
        ReviewRow {
            label: field.definition.label.clone(),
            shown,
            place: self.place_of(&path, layout),
            path,
        }
    }

    /// An answer as it is read back; what cannot be read is shown as it was typed.
    pub fn shown(&self, field: &Field, answer: &Answer, path: &FieldPath) -> Shown {
        let value = field::value(field, answer);
        match (field.kind(), answer, value) {
            (_, Answer::Files(files), _) => Shown::Files(files.clone()),
            (_, Answer::Rows(rows), _) => Shown::Rows(rows.len()),
            (_, Answer::Address(parts), _) => self.shown_address(parts),
            (Kind::Date(_), Answer::Date(_), Value::Text(text)) => shown_date(&text),
            (_, Answer::Date(parts), _) => {
                Shown::Words([&*parts.day, &*parts.month, &*parts.year].join("/"))
            }
            (Kind::Money(_), _, Value::Number(amount)) => Shown::Money(amount),
            (Kind::Number(kind), _, Value::Number(n)) => Shown::Number(n, kind.unit.clone()),
            (_, _, Value::Bool(yes)) => Shown::YesNo(yes),
            (Kind::Choice(options), Answer::Text(chosen), _) => {
                self.shown_options(field, options, std::slice::from_ref(chosen), path)
            }
            (Kind::Choices(kind), Answer::Many(ticked), _) => {
                self.shown_options(field, &kind.options, ticked, path)
            }
            (Kind::Text(_), Answer::Text(typed), Value::Text(read)) => {
                Shown::Words(as_understood(typed, read))
            }
            (_, Answer::Text(text), _) => Shown::Words(text.clone()),
            (_, Answer::Many(values), _) => Shown::Words(values.join(", ")),
        }
    }

    fn shown_options(
        &self,
        field: &Field,
        options: &Options,
        chosen: &[String],
        path: &FieldPath,
    ) -> Shown {
        let offered = field::options_now(field, options, self.env(path), &self.lists);
        let label = |value: &String| label(offered.as_deref(), field.kind(), value);
        let labels: Vec<Label> = chosen.iter().map(label).collect();
        if labels.contains(&Label::OnItsWay) {
            return Shown::OnItsWay;
        }
        let labels: Vec<Text> = labels.into_iter().filter_map(Label::text).collect();
        match labels.is_empty() {
            true => Shown::Missing,
            false => Shown::Labels(labels),
        }
    }

    fn shown_address(&self, parts: &AddressParts) -> Shown {
        let label = |list: &str, parent: &str, value: &str| {
            label(
                self.lists.get(list, parent).map(|l| &**l),
                &Kind::Address,
                value,
            )
        };
        let commune = label(field::COMMUNES, &parts.province, &parts.commune);
        let province = label(field::PROVINCES, "", &parts.province);
        if [&commune, &province].contains(&&Label::Gone) {
            return Shown::Missing;
        }
        Shown::Address {
            detail: tidy(&parts.detail),
            commune: commune.text(),
            province: province.text(),
        }
    }

    /// A name for a row of a repeat: the first that somebody wrote in it, if there is anything.
    pub fn row_name(&self, repeat: &Field, row: usize) -> Option<String> {
        let answers: &Answers = self.answers.rows(repeat.id()).get(row)?;
        repeat
            .rows
            .iter()
            .find_map(|inner| match answers.get(inner.id().as_str()) {
                Some(Answer::Text(text))
                    if matches!(inner.kind(), Kind::Text(_)) && !is_blank(text) =>
                {
                    Some(tidy(text))
                }
                _ => None,
            })
    }

    /// The code lists that answers and shown questions need, as list and parent.
    pub fn wanted_lists(&self) -> Vec<(String, String)> {
        let mut wanted = Vec::new();
        let mut want = |list: &str, parent: &str| {
            let key = (list.to_string(), parent.to_string());
            if self.lists.get(list, parent).is_none() && !wanted.contains(&key) {
                wanted.push(key);
            }
        };
        for field in self
            .form
            .fields()
            .filter(|field| self.seen.visible.contains(field.id()))
        {
            let path = FieldPath {
                row: None,
                field: field.id().clone(),
            };
            self.want_lists(field, &path, &mut want);
            // A table names what it means: what it names is known when it comes.
            if matches!(field.kind(), Kind::Repeat(kind) if kind.import) {
                for inner in &field.rows {
                    if let Kind::Choice(options) = inner.kind()
                        && let Options::List { list, parent: None } = options
                    {
                        want(list, "");
                    }
                }
            }
            for row in 0..self.answers.rows(field.id()).len() {
                for inner in &field.rows {
                    let path = FieldPath::in_row(field.id().as_str(), row, inner.id().as_str());
                    self.want_lists(inner, &path, &mut want);
                }
            }
        }
        wanted
    }

    fn want_lists(&self, field: &Field, path: &FieldPath, want: &mut impl FnMut(&str, &str)) {
        let options = match field.kind() {
            Kind::Choice(options) => options,
            Kind::Choices(kind) => &kind.options,
            Kind::Address => {
                want(field::PROVINCES, "");
                if let Some(Answer::Address(parts)) = self.answers.at(path)
                    && self
                        .lists
                        .find(field::PROVINCES, "", &parts.province)
                        .is_some()
                {
                    want(field::COMMUNES, &parts.province);
                }
                return;
            }
            _ => return,
        };
        if let field::Offered::List(list, parent) = field::offered(field, options, self.env(path)) {
            want(list, &parent);
        }
    }
}

/// What is read for something that was chosen.
#[derive(PartialEq)]
enum Label {
    /// Its label; or what somebody typed that is no option, as it is.
    Is(Text),
    /// The list is not there.
    OnItsWay,
    /// It is no longer offered.
    Gone,
}

impl Label {
    fn text(self) -> Option<Text> {
        match self {
            Self::Is(text) => Some(text),
            Self::OnItsWay | Self::Gone => None,
        }
    }
}

fn label(offered: Option<&[ListOption]>, kind: &Kind, value: &str) -> Label {
    let found = offered
        .unwrap_or_default()
        .iter()
        .find(|o| o.value == value);
    match found {
        Some(option) => Label::Is(option.label.clone()),
        None if !is_code(kind, value) => Label::Is(Text::new("", value)),
        None if offered.is_none() => Label::OnItsWay,
        None => Label::Gone,
    }
}

/// Whether an answer is a code, which is not for people to read, and not what somebody typed into a
/// searchable list. Of the definition's own options it is known. Those of a code list may have
/// changed; there a code is told by a digit, a hyphen or a low line, without spaces and marks.
pub fn is_code(kind: &Kind, value: &str) -> bool {
    let options = match kind {
        Kind::Choice(options) => Some(options),
        Kind::Choices(kind) => Some(&kind.options),
        _ => None,
    };
    match options {
        Some(Options::Inline(options)) => options.iter().any(|option| option.value == value),
        _ => {
            value.bytes().all(|b| b.is_ascii_graphic())
                && value
                    .bytes()
                    .any(|b| b.is_ascii_digit() || matches!(b, b'-' | b'_'))
        }
    }
}

/// A text as it is sent, so that whoever dictated it sees what was understood. Where only grouping tells
/// the two apart, as it was typed: long numbers are easier to compare with a card in groups.
fn as_understood(typed: &str, read: String) -> String {
    match !read.contains('@') && compact(typed) == compact(&read) {
        true => tidy(typed),
        false => read,
    }
}

fn shown_date(iso: &str) -> Shown {
    let mut parts = iso.split('-');
    let year = parts
        .next()
        .and_then(|year| year.parse().ok())
        .unwrap_or_default();
    let month = parts.next().and_then(|month| month.parse().ok());
    let day = parts.next().and_then(|day| day.parse().ok());
    Shown::Date(year, month, day)
}

impl Form {
    /// The heading of a page, if it is the subject of several questions; `None` where the one
    /// question is the heading itself.
    pub fn heading(&self, place: &Place, fields: &[FieldView]) -> Option<Text> {
        let questions = fields
            .iter()
            .filter(|view| view.field.is_question())
            .count();
        let alone = questions == 1 && !fields.iter().any(|view| view.field.is_repeat());
        match place {
            Place::Step { step, field, .. } => {
                let title = self.step(step.as_str()).map(|step| step.title.clone());
                if field.is_some() && alone {
                    None
                } else {
                    title
                }
            }
            Place::Review | Place::Elsewhere(_) | Place::Supplement => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{Event, compile_json, parse_date};

    fn day() -> crate::Date {
        parse_date("2026-11-22").expect("a date")
    }

    fn session() -> Session {
        let definition = serde_json::json!({
            "format": 1, "code": "0", "version": "1", "name": "x", "agency": "x", "summary": "x",
            "level": "full",
            "steps": [{"id": "s", "title": "x", "fields": [
                {"id": "old", "kind": "yes-no", "label": "x"},
                {"id": "one", "kind": "choice", "label": "x", "options": [
                    {"value": "car", "label": "Xe ô tô"},
                    {"value": "bike", "label": "Xe máy", "visible": {"==": [{"var": "old"}, true]}}]},
                {"id": "some", "kind": "choices", "label": "x", "options": [
                    {"value": "a", "label": "Hạng A"},
                    {"value": "b", "label": "Hạng B", "visible": {"==": [{"var": "old"}, true]}}]},
                {"id": "from", "kind": "choice", "label": "x", "list": "vn-provinces"},
                {"id": "home", "kind": "address", "label": "x"}
            ]}, {"id": "t", "title": "y", "fields": [
                {"id": "people", "kind": "repeat", "label": "x", "item": "Người", "max": 3, "fields": [
                    {"id": "sex", "kind": "choice", "label": "x", "options": [
                        {"value": "male", "label": "Nam"}, {"value": "female", "label": "Nữ"}]},
                    {"id": "grown", "kind": "yes-no", "label": "x"},
                    {"id": "name", "kind": "text", "label": "x"}]}
            ]}],
        });
        let form = compile_json(&definition.to_string()).expect("no mistakes");
        Session::new(Arc::new(form), day())
    }

    fn answer(session: &mut Session, field: &str, answer: Answer) {
        session.apply(Event::Answered(FieldPath::top(field), answer), day());
    }

    fn arrive(session: &mut Session, list: &str, parent: &str, value: &str, label: &str) {
        let options = vec![ListOption {
            also: Vec::new(),
            before: Vec::new(),
            value: value.into(),
            label: Text::new("vi", label),
        }];
        let (list, parent) = (list.to_string(), parent.to_string());
        let event = Event::ListArrived {
            list,
            parent,
            options,
        };
        session.apply(event, day());
    }

    fn shown(session: &Session, field: &str) -> Shown {
        let sections = session.review(Layout::Steps);
        let mut rows = sections.into_iter().flat_map(|section| section.rows);
        let row = rows.find(|row| row.path == FieldPath::top(field));
        row.expect("it is on the check page").shown
    }

    fn labels(labels: &[&str]) -> Shown {
        Shown::Labels(labels.iter().map(|label| Text::new("vi", label)).collect())
    }

    #[test]
    fn what_is_no_longer_offered_is_missing_and_no_code_is_shown() {
        let mut session = session();
        answer(&mut session, "old", Answer::text("yes"));
        answer(&mut session, "one", Answer::text("bike"));
        answer(
            &mut session,
            "some",
            Answer::Many(vec!["a".into(), "b".into()]),
        );
        assert_eq!(shown(&session, "one"), labels(&["Xe máy"]));
        assert_eq!(shown(&session, "some"), labels(&["Hạng A", "Hạng B"]));
        answer(&mut session, "old", Answer::text("no"));
        assert_eq!(shown(&session, "one"), Shown::Missing);
        assert_eq!(shown(&session, "some"), labels(&["Hạng A"]));
        answer(&mut session, "some", Answer::Many(vec!["b".into()]));
        assert_eq!(shown(&session, "some"), Shown::Missing);
        // It comes back with its condition.
        answer(&mut session, "old", Answer::text("yes"));
        assert_eq!(shown(&session, "one"), labels(&["Xe máy"]));
    }

    // [72]
    #[test]
    fn what_somebody_typed_that_is_no_option_is_shown_as_it_is() {
        let mut session = session();
        let typed = Text::new("", "tàu hỏa");
        answer(&mut session, "one", Answer::text("tàu hỏa"));
        assert_eq!(shown(&session, "one"), Shown::Labels(vec![typed.clone()]));
        answer(&mut session, "from", Answer::text("tàu hỏa"));
        assert_eq!(shown(&session, "from"), Shown::Labels(vec![typed.clone()]));
        arrive(&mut session, "vn-provinces", "", "01", "Thành phố Hà Nội");
        assert_eq!(shown(&session, "from"), Shown::Labels(vec![typed]));
    }

    #[test]
    fn a_text_is_shown_as_it_was_understood_in_its_own_grouping() {
        for (format, typed, read) in [
            ("phone", "0912 345 678.", "0912 345 678"),
            ("phone", "+84 912 345 678", "0912345678"),
            ("phone", "không chín một hai 345 678", "0912345678"),
            ("phone", "0912", "0912"),
            ("vn-plate", "30f-123.45", "30F12345"),
            ("vn-driving-licence", "010 123 456 789", "010 123 456 789"),
            // Read as letters, as ever; now it is seen.
            ("vn-driving-licence", "010 ba 456 789", "010BA456789"),
            ("email", "Ten @ vidu.vn", "Ten@vidu.vn"),
            ("person-name", "Lê Văn Hai,", "Lê Văn Hai"),
        ] {
            let format = crate::format::Format::from_key(format).expect("a format");
            let value = format.read(typed).unwrap_or_else(|_| typed.into());
            assert_eq!(as_understood(typed, value), read, "{typed}");
        }
    }

    #[test]
    fn a_code_whose_list_is_on_its_way_is_not_shown() {
        let mut session = session();
        let home = |commune: &str| {
            Answer::Address(AddressParts {
                province: "01".into(),
                commune: commune.into(),
                detail: "Số 1".into(),
            })
        };
        let read = |commune: Option<&str>, province: Option<&str>| Shown::Address {
            detail: "Số 1".into(),
            commune: commune.map(|label| Text::new("vi", label)),
            province: province.map(|label| Text::new("vi", label)),
        };
        answer(&mut session, "from", Answer::text("01"));
        answer(&mut session, "home", home("00004"));
        assert_eq!(shown(&session, "from"), Shown::OnItsWay);
        assert_eq!(shown(&session, "home"), read(None, None));
        arrive(&mut session, "vn-provinces", "", "01", "Thành phố Hà Nội");
        assert_eq!(shown(&session, "from"), labels(&["Thành phố Hà Nội"]));
        assert_eq!(
            shown(&session, "home"),
            read(None, Some("Thành phố Hà Nội"))
        );
        arrive(&mut session, "vn-communes", "01", "00004", "Phường Ba Đình");
        assert_eq!(
            shown(&session, "home"),
            read(Some("Phường Ba Đình"), Some("Thành phố Hà Nội"))
        );
        answer(&mut session, "home", home("99999"));
        assert_eq!(shown(&session, "home"), Shown::Missing);
        answer(&mut session, "from", Answer::text("98"));
        assert_eq!(shown(&session, "from"), Shown::Missing);
    }

    #[test]
    fn a_row_is_called_by_what_somebody_wrote_and_not_by_a_code() {
        let mut session = session();
        session.apply(Event::RowAdded(crate::FieldId::new("people")), day());
        let repeat = session.form().field(&FieldPath::top("people")).cloned();
        let repeat = repeat.expect("it is there");
        let tell = |session: &mut Session, field: &str, text: &str| {
            let path = FieldPath::in_row("people", 0, field);
            session.apply(Event::Answered(path, Answer::text(text)), day());
        };
        tell(&mut session, "sex", "male");
        tell(&mut session, "grown", "yes");
        assert_eq!(session.row_name(&repeat, 0), None);
        tell(&mut session, "name", " Lê Thị Mẫu ");
        assert_eq!(session.row_name(&repeat, 0).as_deref(), Some("Lê Thị Mẫu"));
    }
}
