//! Controls of forms: each with its label, its hint and what is wrong with it, and the summary of all that
//! is wrong on a page.

use super::page::{El, el};

/// All that is wrong on a page, in the order of its inputs: the input's id, and what to do.
#[derive(Clone, Debug, Default)]
pub(crate) struct Problems(Vec<(String, String)>);

impl Problems {
    /// One that concerns this input.
    pub(crate) fn one(id: impl Into<String>, words: impl Into<String>) -> Self {
        Self(vec![(id.into(), words.into())])
    }

    pub(crate) fn add(&mut self, id: impl Into<String>, words: impl Into<String>) {
        self.0.push((id.into(), words.into()));
    }

    /// The same at other places.
    pub(crate) fn moved(self, to: impl Fn(String) -> String) -> Self {
        let moved = self.0.into_iter().map(|(id, words)| (to(id), words));
        Self(moved.collect())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn of(&self, id: &str) -> Option<&str> {
        let found = self.0.iter().find(|(at, _)| at == id);
        found.map(|(_, words)| words.as_str())
    }

    /// The summary, with a link to each input. It gets the focus when the page opens.
    pub(crate) fn summary(&self) -> Option<El> {
        let line = |(id, words): &(String, String)| {
            el("li").child(el("a").attr("href", format!("#{id}")).text(words))
        };
        (!self.is_empty()).then(|| {
            el("div")
                .class("error-summary")
                .attr("role", "group")
                .attr("aria-labelledby", "error-title")
                .attr("tabindex", "-1")
                .flag("autofocus", true)
                .child(el("h2").id("error-title").text("Chưa làm được"))
                .child(el("ul").children(self.0.iter().map(line)))
        })
    }
}

/// A question: the id of its input, its label, and a hint, which may be empty.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) id: &'a str,
    pub(crate) label: &'a str,
    pub(crate) hint: &'a str,
}

impl Asked<'_> {
    fn hint(&self) -> Option<El> {
        let id = format!("{}-hint", self.id);
        (!self.hint.is_empty()).then(|| el("p").class("hint").id(id).text(self.hint))
    }

    fn error(&self, problems: &Problems) -> Option<El> {
        let words = problems.of(self.id)?;
        let id = format!("{}-error", self.id);
        let told = el("span").text("Lỗi: ");
        Some(el("p").class("error").id(id).child(told).text(words))
    }

    /// Joins hint and error to an element.
    fn described(&self, element: El, problems: &Problems) -> El {
        let mut by = Vec::new();
        if !self.hint.is_empty() {
            by.push(format!("{}-hint", self.id));
        }
        let is_wrong = problems.of(self.id).is_some();
        if is_wrong {
            by.push(format!("{}-error", self.id));
        }
        match by.is_empty() {
            true => element,
            false => element.attr("aria-describedby", by.join(" ")),
        }
    }

    fn field(&self, control: El, problems: &Problems) -> El {
        let is_wrong = problems.of(self.id).is_some();
        let control = self.described(control.id(self.id), problems);
        let control = match is_wrong {
            true => control.attr("aria-invalid", "true"),
            false => control,
        };
        el("div")
            .class(if is_wrong { "field wrong" } else { "field" })
            .child(el("label").attr("for", self.id).text(self.label))
            .children(self.hint())
            .children(self.error(problems))
            .child(control)
    }

    /// One line.
    pub(crate) fn line(&self, name: &str, value: &str, problems: &Problems) -> El {
        let input = el("input").attr("name", name).attr("value", value);
        self.field(input, problems)
    }

    /// One line that nobody reads over a shoulder.
    pub(crate) fn secret(&self, name: &str, problems: &Problems) -> El {
        let input = el("input")
            .attr("type", "password")
            .attr("name", name)
            .attr("autocomplete", "current-password");
        self.field(input, problems)
    }

    /// Several lines.
    pub(crate) fn text(&self, name: &str, value: &str, problems: &Problems) -> El {
        let area = el("textarea").attr("name", name).attr("rows", "4");
        self.field(area.text(value), problems)
    }

    /// A file.
    pub(crate) fn file(&self, name: &str, problems: &Problems) -> El {
        let input = el("input").attr("type", "file").attr("name", name);
        self.field(input, problems)
    }

    /// One of several, in a list that opens.
    pub(crate) fn select<'a>(
        &self,
        name: &str,
        options: impl IntoIterator<Item = (&'a str, &'a str)>,
        chosen: &str,
        problems: &Problems,
    ) -> El {
        let option = |(value, label): (&str, &str)| {
            let option = el("option").attr("value", value).text(label);
            option.flag("selected", value == chosen)
        };
        let select = el("select").attr("name", name);
        self.field(select.children(options.into_iter().map(option)), problems)
    }

    /// One or several of several that are all seen. The first input has the question's id.
    pub(crate) fn choices<'a>(
        &self,
        kind: &'static str,
        name: &str,
        options: impl IntoIterator<Item = (&'a str, &'a str)>,
        is_chosen: impl Fn(&str) -> bool,
        problems: &Problems,
    ) -> El {
        let option = |(n, (value, label)): (usize, (&str, &str))| {
            let id = match n {
                0 => self.id.to_string(),
                n => format!("{}-{n}", self.id),
            };
            let input = el("input")
                .attr("type", kind)
                .attr("name", name)
                .attr("value", value)
                .id(&id)
                .flag("checked", is_chosen(value));
            let label = el("label").attr("for", &id).text(label);
            el("div").class("option").child(input).child(label)
        };
        let is_wrong = problems.of(self.id).is_some();
        let group = el("fieldset").class(if is_wrong { "field wrong" } else { "field" });
        self.described(group, problems)
            .child(el("legend").text(self.label))
            .children(self.hint())
            .children(self.error(problems))
            .children(options.into_iter().enumerate().map(option))
    }
}

/// A form that changes something.
pub(crate) fn form(to: impl AsRef<str>) -> El {
    // What is wrong is said by the page, in its own words.
    el("form")
        .attr("method", "post")
        .attr("action", to)
        .flag("novalidate", true)
}

/// The button of a form.
pub(crate) fn button(words: &str) -> El {
    el("button").class("primary").text(words)
}
