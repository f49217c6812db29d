//! What a page says: its text in reading order, what is answered, each string in its own language.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Node, Range, Text,
};

use super::sentences::sentences;
use crate::platform::{document, ruler, window};

/// A sentence, and where it stands.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// What is said.
    pub text: String,
    /// BCP 47 tag of its language.
    pub lang: String,
    /// The address of a recording that says the sentences after it that are `recorded`.
    pub recording: Option<String>,
    /// It is left out where the recording before it was played.
    pub recorded: bool,
    pieces: Vec<Piece>,
}

/// A part of a text node that a sentence, or a block, is made of. Lengths are in UTF-16, as the
/// browser counts.
#[derive(Clone, Debug)]
struct Piece {
    node: Text,
    /// Where it begins in the sentence.
    at: u32,
    /// Where it begins in the node.
    from: u32,
    length: u32,
}

impl Sentence {
    /// The places on the page of a part of the sentence.
    pub(super) fn ranges(&self, at: u32, length: u32) -> Array {
        let end = at.saturating_add(length);
        let ranges = Array::new();
        for piece in &self.pieces {
            let from = at.max(piece.at);
            let to = end.min(piece.at + piece.length);
            let range = (from < to).then(|| range_of(piece, from, to)).flatten();
            if let Some(range) = range {
                ranges.push(&range);
            }
        }
        ranges
    }

    /// The length of the word that begins there, for voices that do not tell it.
    pub(super) fn word_at(&self, at: u32) -> u32 {
        let units = self.text.encode_utf16().skip(at as usize);
        let space = u16::from(b' ');
        units.take_while(|unit| *unit != space).count() as u32
    }

    /// Brings it into view, if it is not.
    pub(super) fn bring_into_view(&self) {
        let Some(first) = self.pieces.first() else {
            return;
        };
        let Some(range) = range_of(first, first.at, first.at + first.length) else {
            return;
        };
        let height = window().and_then(|window| window.inner_height().ok()?.as_f64());
        let frame = range.get_bounding_client_rect();
        let is_hidden = frame.top() < 0.0 || height.is_some_and(|height| frame.bottom() > height);
        if is_hidden && let Some(element) = first.node.parent_element() {
            element.scroll_into_view();
        }
        let frame = range.get_bounding_client_rect();
        ruler::move_to(frame.top() + frame.height() / 2.0);
    }
}

fn range_of(piece: &Piece, from: u32, to: u32) -> Option<Range> {
    let range = document()?.create_range().ok()?;
    range
        .set_start(&piece.node, piece.from + from - piece.at)
        .ok()?;
    range
        .set_end(&piece.node, piece.from + to - piece.at)
        .ok()?;
    Some(range)
}

/// The sentences of the page that is shown. `chosen` is what is said of an option that is chosen.
pub fn sentences_of_page(chosen: &str) -> Vec<Sentence> {
    let root = document().and_then(|document| {
        let shown = document.query_selector("[data-slot=\"shown\"] main");
        shown.ok().flatten()
    });
    let mut reader = Reader {
        chosen,
        block: None,
        text: String::new(),
        pieces: Vec::new(),
        sentences: Vec::new(),
        recorded: false,
    };
    if let Some(root) = root {
        reader.read(&root);
        reader.end_block();
    }
    reader.sentences
}

struct Reader<'a> {
    chosen: &'a str,
    /// The element of the text that is gathered, and its language.
    block: Option<(Element, String)>,
    text: String,
    pieces: Vec<Piece>,
    sentences: Vec<Sentence>,
    /// Within a label or hint of which there is a recording.
    recorded: bool,
}

/// What of a question is recorded.
const RECORDED: &str = "[data-audio] > :is(label, legend, h1, .hint)";

/// What is not said: what is not shown, and what is folded.
const SILENT: &str = "[hidden], [aria-hidden=\"true\"], script, style, option, datalist, [role=\"listbox\"], \
                      details:not([open]) > :not(summary)";

/// Whether an element stands within a sentence; the styles say so.
fn is_inline(element: &Element) -> bool {
    let style = window().and_then(|window| window.get_computed_style(element).ok().flatten());
    let display = style.and_then(|style| style.get_property_value("display").ok());
    display.is_some_and(|display| display == "inline" || display == "contents")
}

impl Reader<'_> {
    fn read(&mut self, node: &Node) {
        if let Some(text) = node.dyn_ref::<Text>() {
            return self.add(text);
        }
        let Some(element) = node.dyn_ref::<Element>() else {
            return;
        };
        if element.matches(SILENT).unwrap_or(false) {
            return;
        }
        let is_inline = is_inline(element);
        if !is_inline {
            self.end_block();
        }
        if let Some(address) = element.get_attribute("data-audio") {
            self.sentences.push(Sentence {
                text: String::new(),
                lang: lang_of(element),
                recording: Some(address),
                recorded: false,
                pieces: Vec::new(),
            });
        }
        let is_recorded = element.matches(RECORDED).unwrap_or(false);
        self.recorded |= is_recorded;
        match answer_of(element, self.chosen) {
            Some(answer) => self.add_words(element, &answer),
            None => {
                let mut child = element.first_child();
                while let Some(node) = child {
                    self.read(&node);
                    child = node.next_sibling();
                }
            }
        }
        if !is_inline {
            self.end_block();
        }
        self.recorded &= !is_recorded;
    }

    fn add(&mut self, node: &Text) {
        let Some(parent) = node.parent_element() else {
            return;
        };
        let lang = lang_of(&parent);
        if self.block.as_ref().is_some_and(|(_, have)| *have != lang) {
            self.end_block();
        }
        self.block.get_or_insert((parent, lang));
        let data = node.data();
        self.pieces.push(Piece {
            node: node.clone(),
            at: units(&self.text),
            from: 0,
            length: units(&data),
        });
        self.text.push_str(&data);
    }

    /// Words that stand nowhere on the page as text.
    fn add_words(&mut self, element: &Element, words: &str) {
        if !words.is_empty() {
            self.sentences.push(Sentence {
                text: words.to_string(),
                lang: lang_of(element),
                recording: None,
                recorded: false,
                pieces: Vec::new(),
            });
        }
    }

    fn end_block(&mut self) {
        let text = std::mem::take(&mut self.text);
        let pieces = std::mem::take(&mut self.pieces);
        let Some((_, lang)) = self.block.take() else {
            return;
        };
        for range in sentences(&text) {
            let (start, end) = (units(&text[..range.start]), units(&text[..range.end]));
            let of_sentence = pieces.iter().filter_map(|piece| {
                let from = start.max(piece.at);
                let to = end.min(piece.at + piece.length);
                (from < to).then(|| Piece {
                    node: piece.node.clone(),
                    at: from - start,
                    from: piece.from + from - piece.at,
                    length: to - from,
                })
            });
            self.sentences.push(Sentence {
                text: text[range].to_string(),
                lang: lang.clone(),
                recording: None,
                recorded: self.recorded,
                pieces: of_sentence.collect(),
            });
        }
    }
}

/// What is said of a control: what is answered, or that it is chosen; `None` for what is no control.
fn answer_of(element: &Element, chosen: &str) -> Option<String> {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        return Some(match input.type_().as_str() {
            "radio" | "checkbox" if input.checked() => chosen.to_string(),
            "radio" | "checkbox" | "file" => String::new(),
            _ => input.value(),
        });
    }
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        return Some(area.value());
    }
    let select = element.dyn_ref::<HtmlSelectElement>()?;
    let option = select.selected_options().item(0);
    Some(
        option
            .and_then(|option| option.text_content())
            .unwrap_or_default(),
    )
}

fn lang_of(element: &Element) -> String {
    let with_lang = element.closest("[lang]").ok().flatten();
    with_lang
        .and_then(|element| element.get_attribute("lang"))
        .unwrap_or_default()
}

fn units(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}
