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
pub struct El {
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
    El {
        node: Node::html(tag),
        kept: Vec::new(),
    }
}

/// Begins an element of a picture.
pub fn svg(tag: &str) -> El {
    El {
        node: Node::svg(tag),
        kept: Vec::new(),
    }
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
        self.node.set(name, value.as_ref());
        self
    }

    /// Sets an attribute that follows signals.
    pub fn live(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        let node = self.node.clone();
        self.follow(Box::new(move || {
            node.set(name, &value());
            Vec::new()
        }))
    }

    /// Sets a yes-or-no property, such as `checked`, that follows signals.
    pub fn prop(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Self {
        let node = self.node.clone();
        self.follow(Box::new(move || {
            node.set_property(name, value());
            Vec::new()
        }))
    }

    /// Sets a text that follows signals.
    pub fn live_text(self, words: impl Fn() -> String + 'static) -> Self {
        let node = self.node.clone();
        self.follow(Box::new(move || {
            node.set_text(&words());
            Vec::new()
        }))
    }

    /// Sets a child that follows signals.
    pub fn live_child(self, child: impl Fn() -> Option<El> + 'static) -> Self {
        let node = self.node.clone();
        self.follow(Box::new(move || match child() {
            Some(child) => {
                node.replace_children(&child.node);
                child.kept
            }
            None => {
                node.set_text("");
                Vec::new()
            }
        }))
    }

    fn follow(mut self, mut run: Box<dyn FnMut() -> Vec<Kept>>) -> Self {
        let effect = RenderEffect::new(move |_| run());
        self.kept.push(Kept::Effect { _held: effect });
        self
    }

    /// Does `act` on an event.
    pub fn on(mut self, event: &str, act: impl FnMut(Event) + 'static) -> Self {
        let listener = self.node.listen(event, Box::new(act));
        self.kept.push(Kept::Listener { _held: listener });
        self
    }

    /// Adds a child.
    pub fn child(mut self, child: El) -> Self {
        self.node.append(&child.node);
        self.kept.extend(child.kept);
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
    pub fn children(mut self, children: impl IntoIterator<Item = El>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Adds text.
    pub fn text(self, words: impl AsRef<str>) -> Self {
        self.node.append_text(words.as_ref());
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
        state.node.replace_with(&self.node);
        *state = self;
    }
}

impl Mountable for El {
    fn unmount(&mut self) {
        self.node.remove();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.node.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.node.parent() {
            Some(parent) => {
                child.mount(&parent, Some(self.node.as_ref()));
                true
            }
            None => false,
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        let node: &types::Element = self.node.as_ref();
        vec![node.clone()]
    }
}
