//! A visit: what is served and how the browser is set before the page loads, and the visit itself, which always quits the
//! browser, fails if the console is not empty, and leaves a picture of where it failed.

use std::{
    env,
    panic::{AssertUnwindSafe, resume_unwind},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use futures_util::FutureExt;
use serde_json::json;
use xtask::{
    project::Project,
    server::{Server, Site},
};

use crate::{
    Page,
    driver::{Driver, Settings},
    engine::Engine,
};

/// The recorder of the console, as the first script of every page.
pub const RECORDER: &str = "/e2e/recorder.js";

/// Names another folder to visit than `dist/`: a copy stands still while `dist/` is built anew.
pub const OTHER_DIST: &str = "THERAPIST_FIT_DIST";

/// The folder that is visited.
pub fn dist() -> Result<PathBuf> {
    let dist = match env::var_os(OTHER_DIST) {
        Some(folder) => PathBuf::from(folder),
        None => Project::find()?.dist(),
    };
    ensure!(
        dist.join("therapist-fit.js").is_file(),
        "{} is not built: `cargo xtask dist` does it, `cargo xtask test e2e` does both",
        dist.display()
    );
    Ok(dist)
}

/// A visit to come.
#[derive(Debug)]
pub struct Visit {
    path: String,
    site: Site,
    /// What is served in the place of `dist/`.
    root: Option<PathBuf>,
    language: Option<String>,
    size: (u32, u32),
    media: Vec<(&'static str, &'static str)>,
    storage_blocked: bool,
    before_load: Vec<String>,
    beforehand: Vec<String>,
}

impl Visit {
    /// To a page: `/` is the demo, `/pages/…` are the host pages of these tests.
    pub fn to(path: &str) -> Self {
        let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages");
        let site = Site::new()
            .folder("/pages/", pages)
            .text(RECORDER, include_str!("scripts/recorder.js"))
            .text("/favicon.ico", "")
            .first_script(RECORDER);
        Self {
            path: path.to_owned(),
            site,
            root: None,
            language: None,
            size: (1280, 800),
            media: Vec::new(),
            storage_blocked: false,
            before_load: Vec::new(),
            beforehand: Vec::new(),
        }
    }

    /// Serves this folder in the place of `dist/`: another site altogether.
    #[must_use]
    pub fn root(mut self, folder: &Path) -> Self {
        self.root = Some(folder.to_owned());
        self
    }

    /// Changes what is served: `.site(|site| site.missing("*.wasm"))`.
    #[must_use]
    pub fn site(mut self, change: impl FnOnce(Site) -> Site) -> Self {
        self.site = change(self.site);
        self
    }

    /// Serves this text as the page itself, in place of a file.
    #[must_use]
    pub fn page(self, html: &str) -> Self {
        let path = self.path.clone();
        self.site(|site| site.text(&path, html))
    }

    /// Adds a header to what fits the pattern, such as `*`.
    #[must_use]
    pub fn header(self, pattern: &str, name: &str, value: &str) -> Self {
        self.site(|site| site.header(pattern, name, value))
    }

    /// The browser's language, as a tag.
    #[must_use]
    pub fn language(mut self, tag: &str) -> Self {
        self.language = Some(tag.to_owned());
        self
    }

    /// The viewport, in CSS pixels. Unless told otherwise it is 1280 by 800.
    #[must_use]
    pub fn size(mut self, width: u32, height: u32) -> Self {
        self.size = (width, height);
        self
    }

    /// Sets a media feature, such as `prefers-reduced-motion` to `reduce`.
    #[must_use]
    pub fn media(mut self, feature: &'static str, value: &'static str) -> Self {
        self.media.push((feature, value));
        self
    }

    /// The system's colours are dark.
    #[must_use]
    pub fn dark(self) -> Self {
        self.media("prefers-color-scheme", "dark")
    }

    /// The browser blocks all storage: merely asking for `localStorage` throws.
    #[must_use]
    pub fn storage_blocked(mut self) -> Self {
        self.storage_blocked = true;
        self
    }

    /// Runs a script in every page before all others, whatever the page's policy.
    #[must_use]
    pub fn before_load(mut self, script: &str) -> Self {
        self.before_load.push(script.to_owned());
        self
    }

    /// Runs a script on another page of the same site, before this one is visited.
    #[must_use]
    pub fn beforehand(mut self, script: &str) -> Self {
        self.beforehand.push(script.to_owned());
        self
    }

    /// An entry that `localStorage` holds from an earlier visit.
    #[must_use]
    pub fn stored(self, key: &str, value: &str) -> Self {
        self.beforehand(&format!("localStorage.setItem({}, {})", json!(key), json!(value)))
    }

    /// Starts a browser, loads the page and goes through the journey. Fails if the console is not empty at the end;
    /// `page.console()` takes out what a test expects there.
    pub async fn run(self, journey: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
        let root = match self.root {
            Some(folder) => folder,
            None => dist()?,
        };
        let engine = Engine::wanted()?;
        let mut site = self.site;
        if engine != Engine::Chromium {
            // No other engine can run a script before all others, so it goes along with the one that is first.
            let scripts = self.before_load.join(";\n");
            site = site.text(RECORDER, format!("{scripts};\n{}", include_str!("scripts/recorder.js")));
        }
        let server = Server::start(site.folder("/", root), 0)?;
        let settings = Settings {
            language: self.language.clone(),
            media: self.media.clone(),
            storage_blocked: self.storage_blocked,
        };
        // Declared first, so dropped last: after the browser has quit.
        let driver = Driver::of(engine, &settings)?;
        let browser = driver.browser(&settings).await?;
        let page = Page::new(browser.clone(), engine, server);

        let outcome = AssertUnwindSafe(async {
            page.resize(self.size.0, self.size.1).await?;
            if engine == Engine::Chromium {
                page.set_media(&self.media).await?;
                if let Some(tag) = &self.language {
                    page.set_language(tag).await?;
                }
            }
            if !self.beforehand.is_empty() {
                page.goto(RECORDER).await?;
            }
            for script in &self.beforehand {
                page.execute(script).await?;
            }
            if engine == Engine::Chromium {
                for script in &self.before_load {
                    page.run_before_load(script).await?;
                }
            }
            page.goto(&self.path).await?;
            journey(&page).await?;
            page.assert_console_empty().await
        })
        .catch_unwind()
        .await;

        if !matches!(outcome, Ok(Ok(()))) {
            tell(&page).await;
        }
        let quit = browser.quit().await;
        match outcome {
            Ok(result) => result.and(quit.context("the browser did not quit")),
            Err(panic) => resume_unwind(panic),
        }
    }
}

/// Says where a failed visit stood, and leaves a picture of it in `tests/e2e/out/`.
async fn tell(page: &Page) {
    let name = std::thread::current().name().unwrap_or("visit").replace("::", "-");
    let picture = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("out")
        .join(format!("{name}.png"));
    eprintln!("{name} failed at {}", page.url().await.unwrap_or_default());
    eprintln!("console: {:#?}", page.console().await.unwrap_or_default());
    eprintln!(
        "widget: {}",
        page.widget()
            .text_now()
            .await
            .unwrap_or_else(|error| format!("{error:#}"))
    );
    match page.screenshot(&picture).await {
        Ok(()) => eprintln!("picture: {}", picture.display()),
        Err(error) => eprintln!("no picture: {error:#}"),
    }
}
