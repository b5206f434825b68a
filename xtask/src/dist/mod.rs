//! `cargo xtask dist`: the files a site owner puts on a host. The loader keeps its stable name; everything it fetches is
//! named by its content, so that a host may cache it for ever. The same sources give the same bytes on every machine.
//!
//! Order: wasm, then the glue that names it, then the languages, then the loader that names them all. It must not know
//! what the widget does. A further kind of file is one function here and one call in `build`.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::{project::Project, setup::BuildTools};

pub mod again;
pub mod compress;
pub mod files;
mod frame;
mod headers;
mod integrity;
mod languages;
mod loader;
pub mod manifest;
mod minify;
mod names;
pub mod npm;
mod pages;
mod questionnaire;
mod reference;
pub mod schema;
pub mod sizes;
mod versions;
mod wasm;

use files::{File, Role};

/// What every file's name starts with.
const NAME: &str = "therapist-fit";

/// The version of what is built: that of the workspace.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Sets up, builds, prints the sizes and compares them with the budget. `false`: over the budget.
pub fn command(project: &Project) -> Result<bool> {
    let tools = BuildTools::ready(project)?;
    build_and_weigh(project, &tools)
}

/// Builds, prints the sizes and compares them with the budget. `false`: over the budget.
pub fn build_and_weigh(project: &Project, tools: &BuildTools) -> Result<bool> {
    let files = build(project, tools)?;
    let report = sizes::Report::of(&files);
    print!("{report}");
    let verdict = report.against(project.budget()?);
    println!("{verdict}");
    Ok(verdict.is_within())
}

/// Builds everything and writes `dist/` anew.
pub fn build(project: &Project, tools: &BuildTools) -> Result<Vec<File>> {
    let package = wasm::package(project, tools)?;
    let source = fs::read_to_string(&package.glue).context("the glue that wasm-pack has made can't be read")?;
    let (wasm, source) = names::shorten(&package.wasm, &source)?;
    let wasm = File::hashed(Role::Wasm, "wasm", wasm);
    let glue = minify::module(tools, &package.glue, &source, &package.wasm_name, &wasm.name)?;
    let glue = File::hashed(Role::Glue, "js", glue);
    let www = project.root().join("www");
    let languages = languages::read(&project.root().join("src").join("i18n"))?;
    let messages = languages.files()?;
    let placeholder = languages.placeholder()?;
    let [frame, page, framed] = frame::files(tools, &www, &placeholder)?;
    let source = www.join("embed.js");
    let source = fs::read_to_string(&source).context("www/embed.js, the loader, can't be read")?;
    let source = loader::fill(
        &source,
        &loader::Tokens {
            glue: &glue,
            wasm: &wasm,
            frame: &frame,
            messages: &messages,
            placeholder: &placeholder,
        },
    )?;
    let loader = File::named(Role::Loader, &format!("{NAME}.js"), minify::classic(tools, &source)?);

    let mut all = vec![loader, glue, wasm, frame, page, framed];
    all.extend(messages.into_iter().map(|(_, file)| file));
    all.push(integrity::file(&all)?);
    all.push(questionnaire::file());
    all.push(schema::file()?);
    all.extend(manifest::files()?);
    all.push(headers::file(VERSION));
    npm::package(project, VERSION, &source, &all)?;
    all.extend(versions::files(&all, VERSION));
    let changelog = project.root().join("CHANGELOG.md");
    let facts = pages::Facts {
        version: VERSION,
        bytes: sizes::until_first_question(&all),
        changelog: &fs::read_to_string(&changelog).context("CHANGELOG.md can't be read")?,
    };
    for file in files::pages(&www)? {
        all.push(pages::fill(file, &facts)?);
    }
    write(&project.dist(), &all)?;
    Ok(all)
}

/// Nothing is written before all of it is there, so a failed build leaves the last good one.
fn write(folder: &Path, files: &[File]) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} can't be emptied", folder.display()))?;
    }
    for file in files {
        let path = folder.join(&file.name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("{} can't be made", parent.display()))?;
        }
        fs::write(&path, &file.bytes).with_context(|| format!("{} can't be written", path.display()))?;
    }
    Ok(())
}
