//! Elements of one type.
//!
//! Leptos makes code anew for every kind of element, every attribute and every combination of both
//! that stands in a `view!`. A citizen loads all of it: with one type for all elements the app is a
//! tenth smaller (docs/adr/0007-one-element.md). Signals, effects, lists and the tree of views
//! stay those of Leptos.

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::iterators::StaticVec;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use send_wrapper::SendWrapper;

use crate::i18n::Words;
use crate::platform::element;

/// An element of a page: its tag, attributes, listeners and what is in it, in this order.
///
/// It is boxed, and its methods are not inlined: a page is made of hundreds of calls of them, and
/// this keeps each call to a few bytes.
pub struct El(Box<Inner>);

struct Inner {
    tag: &'static str,
    attributes: Vec<(&'static str, Value)>,
    listeners: Vec<(&'static str, Listener)>,
    children: Vec<AnyView>,
}

type Listener = SendWrapper<Box<dyn FnMut(Event)>>;

/// What an attribute or a property is.
pub enum Value {
    /// It stays; absent where there is none.
    Fixed(Option<String>),
    /// It follows a signal; absent while there is none.
    Live(Signal<Option<String>>),
    /// A text property, which what somebody types replaces: set, never an attribute.
    Text(Signal<String>),
    /// A property that is on or off.
    Switch(&'static str, Signal<bool>),
}

/// An element without attributes.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Inner {
        tag,
        attributes: Vec::new(),
        listeners: Vec::new(),
        children: Vec::new(),
    }))
}

impl El {
    /// An attribute.
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.0.attributes.push((name, value.into()));
        self
    }

    /// Its class.
    #[inline(never)]
    pub fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// Its id.
    #[inline(never)]
    pub fn id(self, id: impl Into<Value>) -> Self {
        self.attr("id", id)
    }

    /// The text in an input: put in, and followed where it is a signal.
    #[inline(never)]
    pub fn value(self, text: impl Into<Signal<String>>) -> Self {
        let text = Value::Text(text.into());
        self.attr("value", text)
    }

    /// Whether a box is ticked.
    #[inline(never)]
    pub fn checked(self, on: impl Into<Signal<bool>>) -> Self {
        let on = Value::Switch("checked", on.into());
        self.attr("checked", on)
    }

    /// Whether it is hidden.
    #[inline(never)]
    pub fn hidden(self, on: impl Into<Signal<bool>>) -> Self {
        let on = Value::Switch("hidden", on.into());
        self.attr("hidden", on)
    }

    /// Something in it.
    #[inline(never)]
    pub fn child(mut self, child: impl Part) -> Self {
        self.0.children.push(child.part());
        self
    }

    /// Listens to an event.
    pub fn on(mut self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(act));
        self
    }

    #[inline(never)]
    fn listen(&mut self, event: &'static str, mut act: Box<dyn FnMut(Event)>) {
        if matches!(event, "input" | "change") {
            // What the app is told of an input it knows.
            let mut told = act;
            act = Box::new(move |event| {
                element::note_event(&event);
                told(event);
            });
        }
        self.0.listeners.push((event, SendWrapper::new(act)));
    }

    /// What a press does: by mouse, finger, Enter or Space.
    pub fn on_press(self, act: impl FnMut(Event) + 'static) -> Self {
        self.on("click", act)
    }

    /// What a key does.
    pub fn on_key(self, mut act: impl FnMut(KeyboardEvent) + 'static) -> Self {
        self.on("keydown", move |event| act(element::key(event)))
    }

    /// What typing does: gets the whole text.
    pub fn on_typed(self, act: impl Fn(String) + 'static) -> Self {
        self.on("input", move |event| act(event_target_value(&event)))
    }

    /// What ticking does.
    pub fn on_ticked(self, act: impl Fn(bool) + 'static) -> Self {
        self.on("change", move |event| act(event_target_checked(&event)))
    }

    /// What sending a form does, instead of loading a page.
    pub fn on_submit(self, act: impl Fn() + 'static) -> Self {
        self.on("submit", move |event| {
            event.prevent_default();
            act();
        })
    }

    /// The element as a part of a page.
    #[inline(never)]
    pub fn into_any(self) -> AnyView {
        IntoAny::into_any(self)
    }

    /// What must be the same for an element to stay when the page changes.
    fn shape(&self) -> Shape {
        Shape {
            tag: self.0.tag,
            names: self.0.attributes.iter().map(|(name, _)| *name).collect(),
            children: self.0.children.len(),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Fixed(Some(text.to_string()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Fixed(Some(text))
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        Self::Fixed(text)
    }
}

impl From<Option<&str>> for Value {
    fn from(text: Option<&str>) -> Self {
        Self::Fixed(text.map(str::to_string))
    }
}

impl From<bool> for Value {
    fn from(on: bool) -> Self {
        Self::Fixed(on.then(String::new))
    }
}

impl From<Signal<Option<String>>> for Value {
    fn from(signal: Signal<Option<String>>) -> Self {
        Self::Live(signal)
    }
}

/// What can stand in an element.
pub trait Part {
    /// As a view.
    fn part(self) -> AnyView;
}

impl Part for AnyView {
    fn part(self) -> AnyView {
        self
    }
}

impl Part for El {
    fn part(self) -> AnyView {
        self.into_any()
    }
}

impl Part for Words {
    /// Words in another language than the page's say so.
    fn part(self) -> AnyView {
        let own = match self.lang {
            None => self.text.part(),
            Some(lang) => el("span")
                .attr("lang", lang)
                .attr("dir", self.dir)
                .child(self.text)
                .part(),
        };
        match self.original {
            None => own,
            Some(original) => several(vec![
                own,
                " ".part(),
                el("span").class("original").child(*original).part(),
            ]),
        }
    }
}

impl Part for String {
    fn part(self) -> AnyView {
        IntoAny::into_any(self)
    }
}

impl Part for &str {
    fn part(self) -> AnyView {
        self.to_string().part()
    }
}

impl Part for Signal<String> {
    fn part(self) -> AnyView {
        IntoAny::into_any(self)
    }
}

impl<P: Part> Part for Option<P> {
    fn part(self) -> AnyView {
        self.map_or_else(nothing, Part::part)
    }
}

impl<P: Part> Part for Vec<P> {
    fn part(self) -> AnyView {
        several(self.into_iter().map(Part::part).collect())
    }
}

/// Nothing on the page.
pub fn nothing() -> AnyView {
    IntoAny::into_any(())
}

/// Several parts, one after the other.
pub fn several(parts: Vec<AnyView>) -> AnyView {
    IntoAny::into_any(parts)
}

/// Several parts, one after the other.
macro_rules! parts {
    ($($part:expr),+ $(,)?) => {
        $crate::ui::el::several(vec![$($crate::ui::el::Part::part($part)),+])
    };
}

pub(crate) use parts;

#[derive(PartialEq, Eq)]
struct Shape {
    tag: &'static str,
    names: Vec<&'static str>,
    children: usize,
}

/// An element that is on the page.
pub struct ElState {
    shape: Shape,
    element: Element,
    attributes: Vec<AttributeState>,
    listeners: Vec<RemoveEventHandler<Element>>,
    children: Vec<AnyViewState>,
}

/// What an attribute is now, or what keeps it up to date. Dropping an effect ends it.
enum AttributeState {
    Fixed(Option<String>),
    Live { _effect: RenderEffect<()> },
}

impl Value {
    fn build(self, element: &Element, name: &'static str) -> AttributeState {
        let follow = |change: Box<dyn Fn()>| AttributeState::Live {
            _effect: RenderEffect::new(move |_| change()),
        };
        let element = element.clone();
        match self {
            Self::Fixed(text) => {
                set(&element, name, text.as_deref());
                AttributeState::Fixed(text)
            }
            Self::Live(signal) => follow(Box::new(move || {
                signal.with(|text| set(&element, name, text.as_deref()));
            })),
            Self::Text(signal) => follow(Box::new(move || {
                signal.with(|text| element::set_text(&element, name, text));
            })),
            Self::Switch(property, signal) => follow(Box::new(move || {
                element::set_switch(&element, property, signal.get());
            })),
        }
    }

    fn rebuild(self, element: &Element, name: &'static str, state: &mut AttributeState) {
        match (self, state) {
            (Self::Fixed(new), AttributeState::Fixed(old)) => {
                if new != *old {
                    set(element, name, new.as_deref());
                    *old = new;
                }
            }
            (value, state) => *state = value.build(element, name),
        }
    }
}

fn set(element: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => Rndr::set_attribute(element, name, value),
        None => Rndr::remove_attribute(element, name),
    }
}

fn listen(
    element: &Element,
    listeners: Vec<(&'static str, Listener)>,
) -> Vec<RemoveEventHandler<Element>> {
    let one = |(event, act): (&'static str, Listener)| {
        let mut act = act.take();
        Rndr::add_event_listener(
            element,
            event,
            Box::new(move |event| act(element::event(event))),
        )
    };
    listeners.into_iter().map(one).collect()
}

impl Render for El {
    type State = ElState;

    fn build(self) -> ElState {
        let shape = self.shape();
        let Inner {
            tag,
            attributes,
            listeners,
            children,
        } = *self.0;
        let element = Rndr::create_element(tag, None);
        let attributes = attributes.into_iter();
        let attributes = attributes.map(|(name, value)| value.build(&element, name));
        let attributes = attributes.collect();
        let children = children.into_iter().map(|child| {
            let mut state = child.build();
            state.mount(&element, None);
            state
        });
        ElState {
            children: children.collect(),
            listeners: listen(&element, listeners),
            shape,
            element,
            attributes,
        }
    }

    /// An element of the same shape stays, and with it the focus and what was typed; any other is
    /// put in its place.
    fn rebuild(self, state: &mut ElState) {
        if self.shape() != state.shape {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
            return;
        }
        let attributes = self.0.attributes.into_iter().zip(&mut state.attributes);
        for ((name, value), old) in attributes {
            value.rebuild(&state.element, name, old);
        }
        for (child, old) in self.0.children.into_iter().zip(&mut state.children) {
            child.rebuild(old);
        }
        // Dropped, a listener ends.
        state.listeners.clear();
        state.listeners = listen(&state.element, self.0.listeners);
    }
}

impl Mountable for ElState {
    fn unmount(&mut self) {
        Rndr::remove(&self.element);
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        Rndr::insert_node(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match element::parent(&self.element) {
            Some(parent) => {
                child.mount(&parent, Some(&self.element));
                true
            }
            None => false,
        }
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

impl AddAnyAttr for El {
    type Output<SomeNewAttr: Attribute> = El;

    /// Nothing here adds attributes from outside.
    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> El {
        self
    }
}

impl RenderHtml for El {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    /// For tests. Properties stand as the attributes, and the content, that give them at first;
    /// listeners are not part of it.
    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        mark_branches: bool,
        _extra: Vec<AnyAttribute>,
    ) {
        buf.push('<');
        let Inner {
            tag,
            attributes,
            children,
            ..
        } = *self.0;
        buf.push_str(tag);
        let mut content = None;
        for (name, value) in attributes {
            let text = match value {
                Value::Fixed(text) => text,
                Value::Live(signal) => signal.get_untracked(),
                Value::Text(signal) if tag == "textarea" => {
                    content = Some(signal.get_untracked());
                    None
                }
                Value::Text(signal) => Some(signal.get_untracked()).filter(|text| !text.is_empty()),
                Value::Switch(_, signal) => signal.get_untracked().then(String::new),
            };
            if let Some(text) = text {
                let text = text.replace('&', "&amp;").replace('"', "&quot;");
                buf.push_str(&format!(" {name}=\"{text}\""));
            }
        }
        buf.push('>');
        if let Some(text) = content {
            // A line break right behind the tag is not part of the text.
            let text = text.replace('&', "&amp;").replace('<', "&lt;");
            buf.push_str(&format!("\n{text}</{tag}>"));
        } else if !["input", "br"].contains(&tag) {
            *position = Position::FirstChild;
            StaticVec::from(children).to_html_with_buf(
                buf,
                position,
                true,
                mark_branches,
                Vec::new(),
            );
            buf.push_str(&format!("</{tag}>"));
        }
        *position = Position::NextChild;
    }

    /// The app is never hydrated: there is no page that a server made.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> ElState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
