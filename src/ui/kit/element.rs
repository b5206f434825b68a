//! Elements: one type for all of them, made at once, with attributes and children that may follow signals.
//!
//! Leptos' own views give every shape of element a type, and the wasm a copy of the code for each: these screens came to
//! 174 KiB of brotli that way, and to less than half with this thin layer on Leptos' signals and effects. Nodes are made by
//! `createElement`, never from markup, so Trusted Types have nothing to forbid.

use crate::browser::{Event, Listener, Node};
use leptos::prelude::RenderEffect;
use leptos::tachys::renderer::types;
use leptos::tachys::view::{Mountable, Render};

/// An element with all that keeps it alive. Dropping it stops its listeners and effects.
#[must_use = "an element shows only where it is put"]
pub struct El(Box<Inner>);

/// Boxed, because elements are handed from call to call while they are built: one word instead of four.
struct Inner {
    node: Node,
    kept: Vec<Kept>,
}

/// What lives as long as an element. The fields are only held.
enum Kept {
    Listener { _held: Listener },
    Effect { _held: RenderEffect<Vec<Kept>> },
}

/// Begins an element.
pub fn el(tag: &str) -> El {
    begin(Node::html(tag))
}

/// Begins an element of a picture.
pub fn svg(tag: &str) -> El {
    begin(Node::svg(tag))
}

fn begin(node: Node) -> El {
    let kept = Vec::new();
    El(Box::new(Inner { node, kept }))
}

/// Begins an element with a class.
pub fn classed(tag: &str, class: &str) -> El {
    el(tag).attr("class", class)
}

/// A block with a class and children.
pub fn block(class: &str, children: impl IntoIterator<Item = El>) -> El {
    classed("div", class).children(children)
}

impl El {
    /// Sets an attribute.
    pub fn attr(self, name: &str, value: impl AsRef<str>) -> Self {
        self.set(name, value.as_ref())
    }

    #[inline(never)]
    fn set(self, name: &str, value: &str) -> Self {
        self.0.node.set(name, value);
        self
    }

    /// Sets an attribute that follows signals.
    pub fn live(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        let value: Box<dyn Fn() -> String> = Box::new(value);
        let node = self.0.node.clone();
        self.follow(Box::new(move || {
            node.set(name, &value());
            Vec::new()
        }))
    }

    /// Sets a yes-or-no property, such as `checked`, that follows signals.
    pub fn prop(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Self {
        let value: Box<dyn Fn() -> bool> = Box::new(value);
        let node = self.0.node.clone();
        self.follow(Box::new(move || {
            node.set_property(name, value());
            Vec::new()
        }))
    }

    /// Sets a text that follows signals.
    pub fn live_text(self, words: impl Fn() -> String + 'static) -> Self {
        let words: Box<dyn Fn() -> String> = Box::new(words);
        let node = self.0.node.clone();
        self.follow(Box::new(move || {
            node.set_text(&words());
            Vec::new()
        }))
    }

    /// Sets what a field holds, which follows signals.
    pub fn live_value(self, words: impl Fn() -> String + 'static) -> Self {
        let words: Box<dyn Fn() -> String> = Box::new(words);
        let node = self.0.node.clone();
        self.follow(Box::new(move || {
            node.set_value(&words());
            Vec::new()
        }))
    }

    /// Sets a child that follows signals.
    pub fn live_child(self, child: impl Fn() -> Option<El> + 'static) -> Self {
        let child: Box<dyn Fn() -> Option<El>> = Box::new(child);
        let node = self.0.node.clone();
        self.follow(Box::new(move || {
            node.set_text("");
            let Some(child) = child() else {
                return Vec::new();
            };
            node.append(&child.0.node);
            child.0.kept
        }))
    }

    #[inline(never)]
    fn follow(mut self, mut run: Box<dyn FnMut() -> Vec<Kept>>) -> Self {
        let effect = RenderEffect::new(move |_| run());
        self.0.kept.push(Kept::Effect { _held: effect });
        self
    }

    /// Does `act` on an event.
    pub fn on(self, event: &str, act: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(act))
    }

    #[inline(never)]
    fn listen(self, event: &str, act: Box<dyn FnMut(Event)>) -> Self {
        let listener = self.0.node.listen(event, act);
        self.hold(listener)
    }

    /// Keeps a listener for as long as the element.
    pub fn hold(mut self, listener: Listener) -> Self {
        self.0.kept.push(Kept::Listener { _held: listener });
        self
    }

    /// The element by itself, for another document. What follows signals stops there.
    pub fn into_node(self) -> Node {
        self.0.node
    }

    /// Adds a child.
    #[inline(never)]
    pub fn child(mut self, child: El) -> Self {
        self.0.node.append(&child.0.node);
        self.0.kept.extend(child.0.kept);
        self
    }

    /// Adds a child where there is one.
    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Adds children.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        self.all(&mut children.into_iter())
    }

    #[inline(never)]
    fn all(mut self, children: &mut dyn Iterator<Item = El>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Adds text.
    pub fn text(self, words: impl AsRef<str>) -> Self {
        self.0.node.append_text(words.as_ref());
        self
    }
}

/// Leptos mounts and unmounts an [`El`] like any view of its own.
impl Render for El {
    type State = Self;

    fn build(self) -> Self {
        self
    }

    fn rebuild(self, state: &mut Self) {
        state.0.node.replace_with(&self.0.node);
        *state = self;
    }
}

impl Mountable for El {
    fn unmount(&mut self) {
        self.0.node.remove();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.0.node.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.0.node.parent() {
            Some(parent) => {
                child.mount(&parent, Some(self.0.node.as_ref()));
                true
            }
            None => false,
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        let node: &types::Element = self.0.node.as_ref();
        vec![node.clone()]
    }
}
