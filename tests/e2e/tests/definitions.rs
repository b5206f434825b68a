//! The files that tools read, held against their own checkers: the manifest against its schema, the types by TypeScript.

use e2e::{Result, ensure, validate};
use serde_json::json;
use xtask::dist::manifest;

#[test]
fn the_manifest_follows_its_schema_and_the_types_are_of_use_to_typescript_and_react() -> Result<()> {
    let wrong = validate::definitions(&manifest::manifest(), &manifest::types())?;
    ensure!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

#[test]
fn a_wrong_manifest_and_wrong_types_are_found() -> Result<()> {
    let mut broken = manifest::manifest();
    broken["modules"][0]["kind"] = json!("no-such-kind");
    let types = manifest::types().replace("start(): void", "begin(): void");
    let wrong = validate::definitions(&broken, &types)?;
    ensure!(wrong.iter().any(|line| line.starts_with("/modules/0")), "{wrong:#?}");
    ensure!(wrong.iter().any(|line| line.starts_with("/use.ts")), "{wrong:#?}");
    Ok(())
}
