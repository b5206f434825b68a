//! Accessibility, checked by axe-core: all of its rules, of WCAG 2.2 AA as well as good practice, and the size of targets,
//! which it leaves out unless asked.

use std::{fmt, fs, sync::OnceLock};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use xtask::{project::Project, setup::node};

use crate::{Page, Widget};

/// A broken rule.
#[derive(Debug, Clone, Deserialize)]
pub struct Violation {
    /// The rule's name.
    pub id: String,
    /// What it asks for.
    pub help: String,
    /// The elements that break it, each with what to do.
    pub nodes: Vec<Node>,
}

/// An element that breaks a rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Node {
    /// Its markup.
    pub html: String,
    /// What to do.
    pub failure_summary: Option<String>,
}

impl Page {
    /// All broken rules on the whole page, widgets included.
    pub async fn violations(&self) -> Result<Vec<Violation>> {
        violations(self, json!(null)).await
    }

    /// Fails if any rule is broken on the page, and lists them.
    pub async fn assert_accessible(&self) -> Result<()> {
        none(&self.violations().await?)
    }
}

impl Widget<'_> {
    /// All broken rules in this widget.
    pub async fn violations(&self) -> Result<Vec<Violation>> {
        violations(self.page(), self.host().await?.to_json()?).await
    }

    /// Fails if any rule is broken in this widget, and lists them.
    pub async fn assert_accessible(&self) -> Result<()> {
        none(&self.violations().await?)
    }
}

async fn violations(page: &Page, within: Value) -> Result<Vec<Violation>> {
    let script = format!("{}\n{}", axe()?, include_str!("scripts/axe.js"));
    let returned = page
        .driver()
        .execute_async(script, vec![within])
        .await
        .context("axe-core failed")?;
    match returned.json() {
        Value::String(error) => bail!("axe-core failed: {error}"),
        _ => Ok(returned.convert()?),
    }
}

/// The source of axe-core, as `cargo xtask` has installed it.
fn axe() -> Result<&'static str> {
    static SOURCE: OnceLock<String> = OnceLock::new();
    if let Some(source) = SOURCE.get() {
        return Ok(source);
    }
    let path = node::tools(&Project::find()?)?.axe();
    let source = fs::read_to_string(&path).with_context(|| format!("{} can't be read", path.display()))?;
    Ok(SOURCE.get_or_init(|| source))
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "{}: {}", self.id, self.help)?;
        for node in &self.nodes {
            let advice = node.failure_summary.as_deref().unwrap_or_default();
            writeln!(f, "    {}\n      {}", node.html, advice.replace('\n', "\n      "))?;
        }
        Ok(())
    }
}

fn none(violations: &[Violation]) -> Result<()> {
    let list: String = violations.iter().map(ToString::to_string).collect();
    ensure!(violations.is_empty(), "axe-core has found\n{list}");
    Ok(())
}
