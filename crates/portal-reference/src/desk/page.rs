//! Building HTML: elements whose texts and attributes are escaped, all by one function, and the frame of
//! every page. No page is put together from strings.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// What stands behind the title of every page.
const TITLE: &str = "Bàn làm việc của cán bộ (thử) – Motcua";
const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");
/// Elements that have no end.
const VOID: [&str; 4] = ["br", "input", "link", "meta"];

/// An element. Its names are ours, everything else is escaped.
#[derive(Clone, Debug)]
pub(crate) struct El {
    name: &'static str,
    attributes: String,
    inner: String,
}

/// An element with this name.
pub(crate) fn el(name: &'static str) -> El {
    El {
        name,
        attributes: String::new(),
        inner: String::new(),
    }
}

impl El {
    /// Adds an attribute.
    #[must_use]
    pub(crate) fn attr(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.attributes.push(' ');
        self.attributes.push_str(name);
        self.attributes.push_str("=\"");
        escape(value.as_ref(), &mut self.attributes);
        self.attributes.push('"');
        self
    }

    /// Adds an attribute that has no value, if it is so.
    #[must_use]
    pub(crate) fn flag(mut self, name: &'static str, is_so: bool) -> Self {
        if is_so {
            self.attributes.push(' ');
            self.attributes.push_str(name);
        }
        self
    }

    #[must_use]
    pub(crate) fn class(self, name: &'static str) -> Self {
        self.attr("class", name)
    }

    #[must_use]
    pub(crate) fn id(self, id: impl AsRef<str>) -> Self {
        self.attr("id", id)
    }

    /// Says that its texts are in this language, where that is not the page's.
    #[must_use]
    pub(crate) fn lang(self, locale: &str) -> Self {
        match locale {
            "" | "vi" => self,
            locale => self.attr("lang", locale),
        }
    }

    #[must_use]
    pub(crate) fn text(mut self, text: impl AsRef<str>) -> Self {
        escape(text.as_ref(), &mut self.inner);
        self
    }

    #[must_use]
    pub(crate) fn child(mut self, child: Self) -> Self {
        child.write(&mut self.inner);
        self
    }

    /// Adds several, or one that need not be there.
    #[must_use]
    pub(crate) fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.name);
        out.push_str(&self.attributes);
        out.push('>');
        if VOID.contains(&self.name) {
            return;
        }
        // Browsers leave out a first line break here, which may be one that somebody typed.
        if self.name == "textarea" {
            out.push('\n');
        }
        out.push_str(&self.inner);
        out.push_str("</");
        out.push_str(self.name);
        out.push('>');
    }
}

/// The one way of a text into a page: as text, in elements as in quoted attributes. Control characters
/// have no place in HTML.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

/// A page of the desk.
#[derive(Debug)]
pub(crate) struct Page {
    status: StatusCode,
    title: String,
    is_signed_in: bool,
    main: El,
}

impl Page {
    /// A page with this heading.
    pub(crate) fn new(title: impl Into<String>) -> Self {
        Self {
            status: StatusCode::OK,
            title: title.into(),
            is_signed_in: true,
            main: el("main").id("main").attr("tabindex", "-1"),
        }
    }

    /// The same for people who have not signed in: without the ways to other pages.
    #[must_use]
    pub(crate) fn outside(mut self) -> Self {
        self.is_signed_in = false;
        self
    }

    /// Says that something went wrong, in the title too.
    #[must_use]
    pub(crate) fn wrong(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    #[must_use]
    pub(crate) fn with(mut self, parts: impl IntoIterator<Item = El>) -> Self {
        self.main = self.main.children(parts);
        self
    }

    fn head(&self) -> El {
        let wrong = if self.status.is_success() {
            ""
        } else {
            "Có lỗi: "
        };
        el("head")
            .child(el("meta").attr("charset", "utf-8"))
            .child(
                el("meta")
                    .attr("name", "viewport")
                    .attr("content", "width=device-width, initial-scale=1"),
            )
            // With the site's own policy, no-referrer, browsers would send `Origin: null` with every form
            // (Fetch standard, "append a request Origin header"), and a form of ours looked like any other.
            .child(
                el("meta")
                    .attr("name", "referrer")
                    .attr("content", "same-origin"),
            )
            .child(el("meta").attr("name", "robots").attr("content", "noindex"))
            .child(el("title").text(format!("{wrong}{} – {TITLE}", self.title)))
            .child(
                el("link")
                    .attr("rel", "stylesheet")
                    .attr("href", "/desk/desk.css"),
            )
    }

    fn header(&self) -> El {
        let name = el("p")
            .class("name")
            .child(el("span").text("Motcua"))
            .text(" Bàn làm việc của cán bộ (thử)");
        let way = |to: &str, words: &str| el("li").child(el("a").attr("href", to).text(words));
        let inside = self.is_signed_in.then(|| {
            let ways = el("nav").attr("aria-label", "Các trang").child(
                el("ul")
                    .child(way("/desk", "Danh sách hồ sơ"))
                    .child(way("/desk/outbox", "Tin đã báo")),
            );
            let out = el("form")
                .attr("method", "post")
                .attr("action", "/desk/sign-out")
                .child(el("button").text("Thoát"));
            el("div").class("ways").child(ways).child(out)
        });
        el("header").child(name).children(inside)
    }

    fn document(&self) -> String {
        let skip = el("a")
            .class("skip")
            .attr("href", "#main")
            .text("Đến phần chính");
        let trial = el("p").class("trial").text(
            "Trang này chỉ để thử, dành cho người đóng vai cán bộ. Không có gì ở đây đến cơ quan nhà nước.",
        );
        let html = el("html").attr("lang", "vi").child(self.head()).child(
            el("body")
                .child(skip)
                .child(self.header())
                .child(self.main.clone())
                .child(el("footer").child(trial)),
        );
        let mut out = String::from("<!DOCTYPE html>\n");
        html.write(&mut out);
        out
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let headers = [(header::CONTENT_TYPE, HTML)];
        (self.status, headers, self.document()).into_response()
    }
}

/// The one heading of a page.
pub(crate) fn heading(words: impl AsRef<str>) -> El {
    el("h1").text(words)
}

/// A part of a page with a heading of its own, by which it is found.
pub(crate) fn section(id: &'static str, title: &str) -> El {
    el("section")
        .attr("aria-labelledby", id)
        .child(el("h2").id(id).text(title))
}

/// A name and what it is.
pub(crate) fn term(name: impl AsRef<str>, is: El) -> [El; 2] {
    [el("dt").text(name), is]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_out_of_its_place() {
        let mut out = String::new();
        let evil = "\"><script>alert('x')</script>&amp;\0";
        el("p").attr("title", evil).text(evil).write(&mut out);
        let safe = "&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;";
        assert_eq!(out, format!("<p title=\"{safe}\">{safe}</p>"));
    }

    #[test]
    fn what_somebody_typed_comes_back_to_the_letter() {
        let mut out = String::new();
        el("textarea").text("\nHai\ndòng").write(&mut out);
        assert_eq!(out, "<textarea>\n\nHai\ndòng</textarea>");
    }
}
