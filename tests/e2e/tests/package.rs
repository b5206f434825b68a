//! The npm package, as it would be published: held against linters of packages and of types, installed and imported.

use std::fs;

use e2e::{Result, ensure, validate};
use xtask::{dist::npm, project::Project};

#[test]
fn the_package_pleases_the_linters_and_can_be_installed_imported_and_typed() -> Result<()> {
    let folder = npm::folder(&Project::find()?);
    ensure!(
        folder.join("package.json").is_file(),
        "`cargo xtask dist` writes the package"
    );
    let wrong = validate::package(&folder)?;
    ensure!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

#[test]
fn a_package_whose_types_are_not_where_it_says_is_found() -> Result<()> {
    let broken = tempfile::tempdir()?;
    for entry in fs::read_dir(npm::folder(&Project::find()?))? {
        let entry = entry?;
        fs::copy(entry.path(), broken.path().join(entry.file_name()))?;
    }
    let manifest = broken.path().join("package.json");
    let text = fs::read_to_string(&manifest)?.replace("./therapist-fit.d.ts", "./none.d.ts");
    fs::write(&manifest, text)?;
    let wrong = validate::package(broken.path())?;
    ensure!(wrong.iter().any(|line| line.starts_with("publint")), "{wrong:#?}");
    ensure!(wrong.iter().any(|line| line.starts_with("Bundler")), "{wrong:#?}");
    Ok(())
}
