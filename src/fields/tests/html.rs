//! What was rendered, as elements: the renderer closes what it opens, so that a page of code reads it.

/// An element.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) tag: String,
    attributes: Vec<(String, String)>,
    /// All text in it.
    pub(crate) text: String,
    /// Its parent, by its place in the list.
    parent: Option<usize>,
}

impl Element {
    pub(crate) fn attr(&self, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        all.find(|(have, _)| have == name)
            .map(|(_, value)| &**value)
    }

    pub(crate) fn id(&self) -> &str {
        self.attr("id").unwrap_or_default()
    }

    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.ids("class").any(|have| have == class)
    }

    /// The words of an attribute that lists several: ids, classes.
    pub(crate) fn ids(&self, name: &str) -> impl Iterator<Item = &str> {
        self.attr(name).unwrap_or_default().split_whitespace()
    }
}

/// The elements of a page, in their order.
#[derive(Debug)]
pub(crate) struct Html(pub(crate) Vec<Element>);

impl Html {
    pub(crate) fn read(html: &str) -> Self {
        let (mut all, mut open) = (Vec::<Element>::new(), Vec::<usize>::new());
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            let text = unescaped(&rest[..at]);
            open.iter().for_each(|n| all[*n].text.push_str(&text));
            rest = &rest[at + 1..];
            if rest.starts_with('!') {
                rest = rest.split_once('>').expect("a comment ends").1;
                continue;
            }
            let (inside, behind) = tag(rest);
            // A line break right behind this tag is not part of the text.
            let is_area = inside.starts_with("textarea");
            rest = behind
                .strip_prefix('\n')
                .filter(|_| is_area)
                .unwrap_or(behind);
            if let Some(tag) = inside.strip_prefix('/') {
                let last = open.pop().map(|n| all[n].tag.as_str());
                assert_eq!(last, Some(tag), "{html}");
                continue;
            }
            let (tag, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
            all.push(Element {
                tag: tag.into(),
                attributes: read_attributes(attributes),
                text: String::new(),
                parent: open.last().copied(),
            });
            if !["input", "br"].contains(&tag) {
                open.push(all.len() - 1);
            }
        }
        assert!(open.is_empty(), "{html}");
        Self(all)
    }

    pub(crate) fn all<'a>(&'a self, tag: &'a str) -> impl Iterator<Item = &'a Element> {
        self.0.iter().filter(move |element| element.tag == tag)
    }

    /// The place of the element with this id.
    pub(crate) fn place(&self, id: &str) -> Option<usize> {
        self.0
            .iter()
            .position(|element| element.attr("id") == Some(id))
    }

    pub(crate) fn by_id(&self, id: &str) -> Option<&Element> {
        self.place(id).map(|n| &self.0[n])
    }

    /// What people fill in.
    pub(crate) fn controls(&self) -> impl Iterator<Item = &Element> {
        let is_one = |tag: &str| ["input", "textarea", "select"].contains(&tag);
        self.0.iter().filter(move |element| is_one(&element.tag))
    }

    /// The elements around one, from the inside.
    pub(crate) fn around(&self, at: usize) -> impl Iterator<Item = &Element> {
        let parent = move |n: &usize| self.0[*n].parent;
        std::iter::successors(self.0[at].parent, parent).map(|n| &self.0[n])
    }
}

/// What stands in a tag, and what stands behind it. A value may have a `>`.
fn tag(rest: &str) -> (&str, &str) {
    let mut is_quoted = false;
    let end = rest.find(|c| {
        is_quoted ^= c == '"';
        c == '>' && !is_quoted
    });
    let end = end.expect("a tag ends");
    (&rest[..end], &rest[end + 1..])
}

fn read_attributes(mut rest: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    while let Some((name, behind)) = rest.split_once("=\"") {
        let (value, behind) = behind.split_once('"').expect("a value ends");
        found.push((name.trim().to_string(), unescaped(value)));
        rest = behind;
    }
    assert_eq!(rest.trim(), "", "an attribute without a value");
    found
}

fn unescaped(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ]
    .into_iter()
    .fold(text.to_string(), |text, (from, to)| text.replace(from, to))
}
