//! One `<therapist-fit>` on a page, or one Leptos component, seen as a visitor sees it: its heading, its words, its controls by their names. It
//! looks into the open shadow root by script, which works in every browser. It must not know which screens there are.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::WebElement;

use crate::{Page, control::Control, wait};

/// A widget, by its place on the page. Finding waits: what comes late is not a failure.
#[derive(Debug, Clone, Copy)]
pub struct Widget<'a> {
    page: &'a Page,
    place: usize,
}

impl<'a> Widget<'a> {
    pub(crate) fn new(page: &'a Page, place: usize) -> Self {
        Self { page, place }
    }

    /// The page it stands on.
    pub fn page(&self) -> &'a Page {
        self.page
    }

    /// The element itself.
    pub async fn host(&self) -> Result<WebElement> {
        let script = "return document.querySelectorAll('therapist-fit, therapist-fit-component')[arguments[0]]";
        let found = self.page.driver().execute(script, vec![json!(self.place)]).await?;
        found
            .element()
            .with_context(|| format!("the page has no therapist-fit number {}", self.place))
    }

    /// The words shown now.
    pub(crate) async fn text_now(&self) -> Result<String> {
        let shown: Option<String> = self
            .page
            .script(include_str!("scripts/text.js"), vec![json!(self.place)])
            .await?;
        shown.context("there is no widget yet")
    }

    /// The words shown, once there are any.
    pub async fn text(&self) -> Result<String> {
        let words = async || Ok(Some(self.text_now().await?).filter(|text| !text.is_empty()));
        wait::until_some("words in the widget", words).await
    }

    /// Waits until this is among the words shown.
    pub async fn text_has(&self, part: &str) -> Result<()> {
        wait::until(&format!("the text “{part}”"), async || {
            Ok(self.text_now().await?.contains(part))
        })
        .await
    }

    /// The first heading shown, once there is one.
    pub async fn heading(&self) -> Result<String> {
        wait::until_some("a heading", async || self.heading_now().await).await
    }

    async fn heading_now(&self) -> Result<Option<String>> {
        match self.found("heading", None, None).await?.first() {
            Some(heading) => Ok(Some(heading.text().await?.trim().to_owned())),
            None => Ok(None),
        }
    }

    /// Waits until the first heading is this one.
    pub async fn heading_becomes(&self, wanted: &str) -> Result<()> {
        let is_there = async || Ok(self.heading_now().await?.as_deref() == Some(wanted));
        match wait::until(&format!("the heading “{wanted}”"), is_there).await {
            Ok(()) => Ok(()),
            Err(error) => {
                let now = self.heading_now().await?.unwrap_or_default();
                Err(error.context(format!("the heading is “{now}”")))
            }
        }
    }

    /// Does something and waits until the heading is another one, which it gives.
    pub async fn heading_after(&self, act: impl AsyncFnOnce() -> Result<()>) -> Result<String> {
        let before = self.heading().await?;
        act().await?;
        let other = async || Ok(self.heading_now().await?.filter(|now| *now != before));
        wait::until_some(&format!("another heading than “{before}”"), other).await
    }

    /// Chooses an answer with the pointer and gives the next heading: choosing moves on.
    pub async fn answer(&self, label: &str) -> Result<String> {
        self.heading_after(async || self.radio(label).click().await).await
    }

    /// The button of this name.
    pub fn button(&self, name: &str) -> Control<'a> {
        self.control("button", name)
    }

    /// The radio of this name.
    pub fn radio(&self, name: &str) -> Control<'a> {
        self.control("radio", name)
    }

    /// The checkbox of this name.
    pub fn checkbox(&self, name: &str) -> Control<'a> {
        self.control("checkbox", name)
    }

    /// The link of this name.
    pub fn link(&self, name: &str) -> Control<'a> {
        self.control("link", name)
    }

    /// The element of any role and name.
    pub fn control(&self, role: &'static str, name: &str) -> Control<'a> {
        Control::new(*self, role, name)
    }

    /// Whether such a button is there now, without waiting.
    pub async fn has_button(&self, name: &str) -> Result<bool> {
        self.has("button", name).await
    }

    /// Whether an element of this role and name is there now, without waiting.
    pub async fn has(&self, role: &str, name: &str) -> Result<bool> {
        Ok(!self.found(role, Some(name), None).await?.is_empty())
    }

    /// The names of all elements of a role, in their order.
    pub async fn names(&self, role: &str) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for element in self.found(role, None, None).await? {
            names.push(crate::control::computed(&element, "label").await?);
        }
        Ok(names)
    }

    /// What has the focus inside of the widget: its role and name, as a screen reader is told.
    pub async fn focused(&self) -> Result<(String, String)> {
        let script = "return document.querySelectorAll('therapist-fit, therapist-fit-component')[arguments[0]]?.shadowRoot?.activeElement";
        let found = self.page.driver().execute(script, vec![json!(self.place)]).await?;
        let element = found.element().context("nothing in the widget has the focus")?;
        Ok((
            crate::control::computed(&element, "role").await?,
            crate::control::computed(&element, "label").await?,
        ))
    }

    /// Waits until an element of this role and name has the focus.
    pub async fn focus_is_on(&self, role: &str, name: &str) -> Result<()> {
        let wanted = (role.to_owned(), name.to_owned());
        wait::until(&format!("the focus on the {role} “{name}”"), async || {
            Ok(self.focused().await? == wanted)
        })
        .await
    }

    /// Elements of a role and, if given, of a name and in the group of a name, that can be seen and used now.
    pub(crate) async fn found(&self, role: &str, name: Option<&str>, group: Option<&str>) -> Result<Vec<WebElement>> {
        let arguments = vec![json!(self.place), json!(role), json!(name), json!(group)];
        Ok(self
            .page
            .driver()
            .execute(include_str!("scripts/find.js"), arguments)
            .await?
            .elements()?)
    }

    /// Fails if the widget stands wider than its host page allows, so that a reader had to scroll sideways.
    pub async fn assert_fits(&self) -> Result<()> {
        let script = "const { scrollWidth, clientWidth } = document.documentElement; return [scrollWidth, clientWidth]";
        let (needed, there): (u32, u32) = self.page.script(script, Vec::new()).await?;
        ensure!(
            needed <= there,
            "the page is {needed} pixels wide, and only {there} can be seen"
        );
        Ok(())
    }
}
