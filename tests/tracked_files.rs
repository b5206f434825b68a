//! What goes into the repository names no machine and no package registry: it must build anywhere, from anyone's mirror.
#![cfg(not(target_arch = "wasm32"))]

use std::path::Path;
use std::process::Command;

/// Parts of a host's name that tell a package registry or a mirror of one.
const REGISTRIES: [&str; 11] = [
    "registry",
    "mirror",
    "mirrors",
    "index",
    "crates",
    "npmjs",
    "pypi",
    "proxy",
    "nexus",
    "artifactory",
    "goproxy",
];

/// Folders of people and machines, put together so that this file does not name them itself.
const MACHINES: [[&str; 2]; 4] = [["/ro", "ot/"], ["/ho", "me/"], ["/Us", "ers/"], ["/wo", "rk/main"]];

/// Every file that git tracks or would take, with its text. `Cargo.lock` is left out: cargo itself writes the address of the
/// public index into it.
fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output();
    let listed = listed.unwrap_or_else(|error| panic!("git can't be run: {error}"));
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let paths = String::from_utf8_lossy(&listed.stdout).into_owned();
    let paths = paths
        .split('\0')
        .filter(|path| !path.is_empty() && *path != "Cargo.lock");
    // A file that is deleted but not yet taken out has no text.
    paths
        .filter_map(|path| Some((path.to_owned(), std::fs::read(root.join(path)).ok()?)))
        .map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned()))
        .collect()
}

/// The hosts of the addresses in a text.
fn hosts(text: &str) -> impl Iterator<Item = &str> {
    text.split(concat!(":", "//")).skip(1).map(|after| {
        let end = after.find(|sign: char| !(sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '@')));
        let host = &after[..end.unwrap_or(after.len())];
        host.rsplit('@').next().unwrap_or_default()
    })
}

/// Whether the host of an address is a registry, a mirror, or a machine that only a network of one's own knows.
fn is_local_matter(host: &str) -> bool {
    let numbers = host.contains('.') && host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let registry = host.split(['.', '-']).any(|part| REGISTRIES.contains(&part));
    (numbers && host != "127.0.0.1") || registry
}

/// The places in a text where a path of somebody's machine begins.
fn machine_path(text: &str) -> Option<&str> {
    MACHINES.iter().map(|parts| parts.concat()).find_map(|path| {
        let mut found = text.match_indices(&path);
        // Within a longer path it is no root: `dist/home/`.
        let (start, _) = found.find(|(start, _)| {
            !text[..*start]
                .ends_with(|before: char| before.is_alphanumeric() || matches!(before, '.' | '-' | '}' | '_'))
        })?;
        text[start..].lines().next()
    })
}

#[test]
fn no_file_names_a_registry_or_a_mirror() {
    let files = files();
    assert!(files.len() > 50, "git lists the files");
    for (path, text) in &files {
        let found = hosts(text).find(|host| is_local_matter(host));
        assert_eq!(found, None, "{path}");
        // What npm writes unless it is told not to (`xtask/node/.npmrc`).
        let resolved = ["\"resol", "ved\":"].concat();
        assert!(
            !text.contains(&resolved),
            "{path} says where each package was fetched from"
        );
    }
}

#[test]
fn no_file_names_a_path_of_somebodys_machine() {
    for (path, text) in files() {
        assert_eq!(machine_path(&text), None, "{path}");
    }
}

#[test]
fn addresses_and_paths_are_told_apart() {
    // Put together, so that this file holds no such address itself.
    let local = |host: &str| {
        let text = ["see https", ":", "//", host, "/a/b for more"].concat();
        hosts(&text).any(is_local_matter)
    };
    for host in [
        "doi.org",
        "127.0.0.1:80",
        "localhost",
        "www.w3.org",
        "your-site.example",
    ] {
        assert!(!local(host), "{host}");
    }
    for host in [
        "registry.example.org",
        "index.example.io",
        "user@10.0.0.7:8080",
        "cargo-mirror.example",
    ] {
        assert!(local(host), "{host}");
    }
    let root = MACHINES[0].concat();
    assert!(machine_path(&format!("in \"{root}x\"")).is_some());
    assert!(machine_path(&format!("dist{root}x")).is_none());
}
