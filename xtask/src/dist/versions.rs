//! The widget under an exact version and under its major one: copies of its files in folders of those names, so that an
//! owner can pin a release, or follow a line of releases that break nothing. Old folders are kept by whoever publishes.

use super::files::{File, Role};

/// The copies for a version such as `1.2.3`.
pub fn files(all: &[File], version: &str) -> Vec<File> {
    let own: Vec<&File> = all.iter().filter(|file| belongs(file)).collect();
    [version, major(version)]
        .iter()
        .flat_map(|folder| {
            own.iter().map(move |file| File {
                role: Role::Copy,
                name: format!("{folder}/{}", file.name),
                bytes: file.bytes.clone(),
            })
        })
        .collect()
}

/// The first number of a version.
pub fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or(version)
}

/// Whether the widget fetches it, or who pins it wants its hash.
fn belongs(file: &File) -> bool {
    match file.role {
        Role::Loader | Role::Glue | Role::Wasm | Role::Frame | Role::Messages => true,
        Role::Definition => file.name == "integrity.json",
        Role::Page | Role::Copy => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_of_the_widget_stands_under_its_version_and_its_major_version() {
        let file = |role, name| File::named(role, name, Vec::new());
        let all = [
            file(Role::Loader, "a.js"),
            file(Role::Page, "index.html"),
            file(Role::Definition, "integrity.json"),
            file(Role::Definition, "_headers"),
        ];
        let names: Vec<String> = files(&all, "1.2.3").into_iter().map(|file| file.name).collect();
        assert_eq!(
            names,
            ["1.2.3/a.js", "1.2.3/integrity.json", "1/a.js", "1/integrity.json"]
        );
    }
}
