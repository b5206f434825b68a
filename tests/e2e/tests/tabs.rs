//! The same page in two windows of one browser, as a visitor has it in two tabs.

use e2e::{Page, Result};
use thirtyfour::WindowHandle;

/// Two windows of one browser, the second on the same page as the first.
#[derive(Debug)]
pub struct Tabs<'a> {
    page: &'a Page,
    windows: [WindowHandle; 2],
}

impl<'a> Tabs<'a> {
    /// Opens the second; the first stays the one that is used.
    pub async fn open(page: &'a Page) -> Result<Self> {
        let (driver, address) = (page.driver(), page.url().await?);
        let first = driver.window().await?;
        // A window of its own: what is hidden behind another tab does not draw.
        let second = driver.new_window().await?;
        driver.switch_to_window(second.clone()).await?;
        driver.goto(&address).await?;
        page.widget().heading().await?;
        driver.switch_to_window(first.clone()).await?;
        page.widget().heading().await?;
        Ok(Self {
            page,
            windows: [first, second],
        })
    }

    /// Goes on in the first.
    pub async fn first(&self) -> Result<()> {
        Ok(self.page.driver().switch_to_window(self.windows[0].clone()).await?)
    }

    /// Goes on in the second.
    pub async fn second(&self) -> Result<()> {
        Ok(self.page.driver().switch_to_window(self.windows[1].clone()).await?)
    }

    /// Does the same in both, and gives what came of it.
    pub async fn both<T>(&self, act: impl AsyncFn() -> Result<T>) -> Result<(T, T)> {
        self.first().await?;
        let one = act().await?;
        self.second().await?;
        Ok((one, act().await?))
    }

    /// Fails if either has complained.
    pub async fn assert_quiet(&self) -> Result<()> {
        self.both(async || self.page.assert_console_empty().await)
            .await
            .map(drop)
    }
}
