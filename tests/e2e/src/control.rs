//! Something to use, by role and accessible name. Clicks are the browser's real ones: they scroll to the element, move a
//! pointer there and fail if something lies over it. The name is the one the browser itself computes for screen readers.

use anyhow::{Context, Result, ensure};
use http::Method;
use serde_json::Value;
use thirtyfour::{
    RequestData, SessionId, WebElement,
    common::command::FormatRequestData,
    error::{WebDriverError, WebDriverErrorInner},
};

use crate::{Widget, wait};

/// A control that is there, or is waited for when it is used.
#[derive(Debug)]
pub struct Control<'a> {
    widget: Widget<'a>,
    role: &'static str,
    name: String,
    group: Option<String>,
}

impl<'a> Control<'a> {
    pub(crate) fn new(widget: Widget<'a>, role: &'static str, name: &str) -> Self {
        Self {
            widget,
            role,
            name: name.to_owned(),
            group: None,
        }
    }

    /// The one in the group of this name, where several groups have one.
    #[must_use]
    pub fn in_group(mut self, name: &str) -> Self {
        self.group = Some(name.to_owned());
        self
    }

    /// The element, once it is there and the only one of its name.
    pub async fn element(&self) -> Result<WebElement> {
        let look = async || {
            let mut found = self
                .widget
                .found(self.role, Some(&self.name), self.group.as_deref())
                .await?;
            ensure!(found.len() < 2, "there are {}", found.len());
            let Some(element) = found.pop() else {
                return Ok(None);
            };
            // It may be drawn anew in between; then it is looked for again.
            let told = computed(&element, "label").await?;
            Ok(Some((element, told)))
        };
        let found = wait::until_some(&format!("the {} “{}”", self.role, self.name), look).await;
        let (element, told) = match found {
            Ok(found) => found,
            Err(error) => {
                let names = self.widget.names(self.role).await.unwrap_or_default();
                return Err(error).with_context(|| format!("of role {}, there are only {names:?}", self.role));
            }
        };
        ensure!(
            told == self.name,
            "a screen reader is told “{told}” for the {} “{}”",
            self.role,
            self.name
        );
        Ok(element)
    }

    /// Clicks it with the pointer, once it can be clicked. An input is clicked at its label, as people do.
    pub async fn click(&self) -> Result<()> {
        let click = async || {
            let element = self.element().await?;
            let label = "return arguments[0].labels?.[0] ?? arguments[0]";
            let target = self
                .widget
                .page()
                .driver()
                .execute(label, vec![element.to_json()?])
                .await?
                .element()?;
            self.widget.page().bring_into_view(&target).await?;
            match target.click().await {
                Err(error) if is_passing(&error) => Err(error.into()),
                // Any other error would not pass by waiting.
                outcome => Ok(Some(outcome)),
            }
        };
        let name = format!("the {} “{}” to be clicked", self.role, self.name);
        Ok(wait::until_some(&name, click).await??)
    }

    /// Whether a radio or checkbox is chosen.
    pub async fn is_chosen(&self) -> Result<bool> {
        let what = format!("the {} “{}” to tell whether it is chosen", self.role, self.name);
        wait::until_some(&what, async || Ok(Some(self.element().await?.is_selected().await?))).await
    }

    /// Types a text into it.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        self.widget.page().type_into(&self.element().await?, text).await
    }
}

/// Whether a click was refused because the page is just changing. Nothing was clicked then.
fn is_passing(error: &WebDriverError) -> bool {
    matches!(
        error.as_inner(),
        WebDriverErrorInner::ElementClickIntercepted(_)
            | WebDriverErrorInner::ElementNotInteractable(_)
            | WebDriverErrorInner::StaleElementReference(_)
    )
}

/// The `label` or the `role` of an element as the browser's accessibility tree has it.
pub(crate) async fn computed(element: &WebElement, what: &'static str) -> Result<String> {
    let command = Computed {
        what,
        element: element.element_id().to_string(),
    };
    let value: Value = element.handle().cmd(command).await?.value()?;
    Ok(value.as_str().unwrap_or_default().trim().to_owned())
}

/// The `WebDriver` commands Get Computed Label and Get Computed Role.
#[derive(Debug)]
struct Computed {
    what: &'static str,
    element: String,
}

impl FormatRequestData for Computed {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let address = format!("session/{session}/element/{}/computed{}", self.element, self.what);
        RequestData::new(Method::GET, address)
    }
}
