//! The validators of file formats: programs that are not ours, from npm, run by Node without a network.

use std::{
    io::Write,
    path::Path,
    process::Stdio,
    sync::{Mutex, PoisonError},
};

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, de::DeserializeOwned};
use xtask::{
    project::Project,
    setup::node::{self, NodeTools},
};

/// What a reader of calendars makes of a file.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Calendar {
    /// What is wrong with it; then the rest is missing.
    pub errors: Vec<String>,
    /// What made it.
    pub product: String,
    /// The version of the format.
    pub version: String,
    /// The id of its event.
    pub id: String,
    /// The title of its event.
    pub title: String,
    /// When the event begins.
    pub start: String,
    /// The time zone that is meant; `floating` for that of the place.
    pub zone: String,
    /// When the file was made.
    pub stamp: String,
    /// How long the event is.
    pub minutes: u32,
    /// The event's alarms.
    pub alarms: Vec<Alarm>,
}

/// An alarm of an event.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct Alarm {
    /// What it does.
    pub action: String,
    /// What it shows.
    pub title: String,
    /// How long after the beginning.
    pub seconds: i32,
}

/// What is wrong with each of some FHIR R4 resources. To start costs more than to check, so they go in together.
pub fn fhir(resources: &[String]) -> Result<Vec<Vec<String>>> {
    run("fhir.js", &["[", &resources.join(","), "]"].concat())
}

/// What an iCalendar file says.
pub fn calendar(file: &str) -> Result<Calendar> {
    run("calendar.js", file)
}

/// What is wrong with a custom elements manifest, with types, and with those for React.
pub fn definitions(manifest: &serde_json::Value, types: &str, react: &str) -> Result<Vec<String>> {
    run("manifest.js", &serde_json::json!([manifest, types, react]).to_string())
}

/// What is wrong with an npm package in a folder.
pub fn package(folder: &Path) -> Result<Vec<String>> {
    let empty = tempfile::tempdir()?;
    run("package.js", &serde_json::json!([folder, empty.path()]).to_string())
}

/// Whether each file follows a JSON Schema.
pub fn schema(schema: &serde_json::Value, files: &[serde_json::Value]) -> Result<Vec<bool>> {
    run("schema.js", &serde_json::json!([schema, files]).to_string())
}

/// What a script writes about a text.
fn run<T: DeserializeOwned>(script: &str, text: &str) -> Result<T> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scripts").join(script);
    let mut child = tools()?
        .script(&path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .context("`node` could not be started")?;
    // A script reads everything before it writes anything, and its input ends where this is dropped.
    let mut input = child.stdin.take().context("the script has no input")?;
    input.write_all(text.as_bytes())?;
    drop(input);
    let output = child.wait_with_output()?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{script} failed: {complaint}");
    serde_json::from_slice(&output.stdout).with_context(|| format!("{script} has written what is no answer"))
}

/// The packages, installed by one test while the others wait.
fn tools() -> Result<NodeTools> {
    static TOOLS: Mutex<Option<NodeTools>> = Mutex::new(None);
    let mut known = TOOLS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(tools) = &*known {
        return Ok(tools.clone());
    }
    let tools = node::tools(&Project::find()?)?;
    Ok(known.insert(tools).clone())
}
