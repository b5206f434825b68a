//! `cargo xtask check-checklist FILE`: says of an owner's checklist what the widget would say.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use therapist_fit::{checklist::Form, owner};

/// Checks a file and prints what is wrong with it. `false`: something is.
pub fn command(path: &Path) -> Result<bool> {
    let text = fs::read_to_string(path).with_context(|| format!("{} can't be read", path.display()))?;
    match owner::checklist(Some(&text)) {
        Ok(checklist) => {
            let items = checklist.items(Form::Full).count();
            let languages: Vec<&str> = checklist.texts.iter().map(|(tag, _)| tag.as_str()).collect();
            let sections = checklist.sections.len();
            println!(
                "{}: can be used. {items} items in {sections} sections; texts: {}.",
                path.display(),
                languages.join(", ")
            );
            Ok(true)
        }
        Err(problems) => {
            println!("{}", owner::lines(&problems));
            Ok(false)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_can_be_used_a_broken_file_can_not_and_a_missing_one_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let broken = folder.path().join("broken.json");
        fs::write(&broken, "{}").unwrap();
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/examples/study-group.json");
        assert!(command(&example).unwrap());
        assert!(!command(&broken).unwrap());
        let error = command(&folder.path().join("none.json")).unwrap_err();
        assert!(error.to_string().contains("none.json"));
    }
}
