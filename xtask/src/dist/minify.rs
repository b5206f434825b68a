//! Making scripts small, with esbuild: the glue stays a module, the loader stays a classic script.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result, bail};

use crate::{run, setup::BuildTools};

/// Says that a script is UTF-8, whatever its page is.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The oldest browsers that are supported; esbuild writes nothing newer.
const BROWSERS: &str = "--target=chrome123,firefox120,safari17.5";

/// The glue as one small module that fetches the wasm by its hashed name. Files it imports become part of it.
pub fn module(tools: &BuildTools, glue: &Path, source: &str, plain_name: &str, hashed_name: &str) -> Result<Vec<u8>> {
    if !source.contains(plain_name) {
        bail!(
            "{} does not name {plain_name}: wasm-bindgen has changed how it is written, and dist/minify.rs must follow.",
            glue.display()
        );
    }
    // Beside the original, because relative imports start there.
    let renamed = glue.with_file_name("glue.js");
    fs::write(&renamed, source.replace(plain_name, hashed_name))?;
    let mut esbuild = esbuild(tools);
    esbuild.arg("--bundle").arg("--format=esm").arg(&renamed);
    let small = run::captured(&mut esbuild).context("the glue could not be made small")?;
    let text = String::from_utf8_lossy(&small);
    for needed in ["export{", "import.meta.url", hashed_name] {
        if !text.contains(needed) {
            bail!("the small glue has lost `{needed}`, without which the loader can't use it.");
        }
    }
    Ok(small)
}

/// The loader as one small classic script: a page may include it with or without `type="module"`, so nothing in it may
/// be of use in a module only, and it leaves no name behind in the page.
pub fn classic(tools: &BuildTools, source: &str) -> Result<Vec<u8>> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("embed.js");
    fs::write(&file, source)?;
    let small =
        run::captured(esbuild(tools).arg(&file)).context("the loader, www/embed.js, could not be made small")?;
    let text = String::from_utf8_lossy(&small);
    // Imports and exports stand at the top of a script, so they would be outside of the one function.
    let is_one_function = text.starts_with("(()=>{") && text.trim_end().ends_with("})();");
    if !is_one_function || text.contains("import.meta") {
        bail!(
            "www/embed.js has to be a classic script, so one function that calls itself, `(() => {{ … }})();`, without \
             import, export or import.meta."
        );
    }
    // Without the mark, a page in a legacy encoding reads the first words of other languages as garbage.
    Ok([BYTE_ORDER_MARK, &small].concat())
}

/// A script of the frame as one small module.
pub fn frame(tools: &BuildTools, source: &str) -> Result<Vec<u8>> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("frame.js");
    fs::write(&file, source)?;
    run::captured(esbuild(tools).arg("--format=esm").arg(&file))
        .context("a script of the frame could not be made small")
}

fn esbuild(tools: &BuildTools) -> Command {
    let mut command = Command::new(&tools.esbuild);
    command
        .args([
            "--minify",
            "--charset=utf8",
            "--legal-comments=none",
            "--log-level=warning",
        ])
        .arg(BROWSERS);
    command
}
