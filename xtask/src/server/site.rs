//! What a server serves: folders, single texts, headers, and the troubles it makes on purpose. Built once, then only read.
//!
//! Where a *pattern* is asked for, it is a path in which one `*` may stand for any characters: `/pages/strict.html`,
//! `*.wasm`, `/pages/*`, `*`.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

/// A description of what to serve. A later rule wins over an earlier one.
#[derive(Debug, Default)]
pub struct Site {
    folders: Vec<(String, PathBuf)>,
    texts: Vec<(String, String)>,
    headers: Vec<(String, String, String)>,
    missing: Vec<String>,
    slow: Vec<(String, Duration)>,
    first_script: Option<String>,
    compressed: bool,
}

/// A file as it is answered.
#[derive(Debug, PartialEq, Eq)]
pub struct Content {
    /// For the header `Content-Type`.
    pub media_type: &'static str,
    /// The body, not compressed.
    pub bytes: Vec<u8>,
}

impl Site {
    /// A site without any file.
    pub fn new() -> Self {
        Self::default()
    }

    /// Serves a folder's files below a prefix, which starts and ends with `/`.
    #[must_use]
    pub fn folder(mut self, prefix: &str, folder: impl Into<PathBuf>) -> Self {
        self.folders.push((prefix.to_owned(), folder.into()));
        self
    }

    /// Serves a text at a path; the path's ending says what it is.
    #[must_use]
    pub fn text(mut self, path: &str, text: impl Into<String>) -> Self {
        self.texts.push((path.to_owned(), text.into()));
        self
    }

    /// Adds a header to every answer whose path fits the pattern.
    #[must_use]
    pub fn header(mut self, pattern: &str, name: &str, value: &str) -> Self {
        self.headers
            .push((pattern.to_owned(), name.to_owned(), value.to_owned()));
        self
    }

    /// Answers that there is no such file, where the path fits the pattern.
    #[must_use]
    pub fn missing(mut self, pattern: &str) -> Self {
        self.missing.push(pattern.to_owned());
        self
    }

    /// Answers late where the path fits the pattern.
    #[must_use]
    pub fn slow(mut self, pattern: &str, delay: Duration) -> Self {
        self.slow.push((pattern.to_owned(), delay));
        self
    }

    /// Puts a script from this address before everything else in each page.
    #[must_use]
    pub fn first_script(mut self, address: &str) -> Self {
        self.first_script = Some(address.to_owned());
        self
    }

    /// Compresses what the browser accepts compressed, as a good host does.
    #[must_use]
    pub fn compressed(mut self) -> Self {
        self.compressed = true;
        self
    }

    pub(super) fn is_compressed(&self) -> bool {
        self.compressed
    }

    pub(super) fn delay(&self, path: &str) -> Duration {
        let fitting = self.slow.iter().rev().find(|(pattern, _)| fits(pattern, path));
        fitting.map_or(Duration::ZERO, |(_, delay)| *delay)
    }

    /// The headers to add, one for each name.
    pub(super) fn headers(&self, path: &str) -> Vec<(&str, &str)> {
        let mut chosen: Vec<(&str, &str)> = Vec::new();
        for (_, name, value) in self.headers.iter().filter(|(pattern, ..)| fits(pattern, path)) {
            chosen.retain(|(earlier, _)| !earlier.eq_ignore_ascii_case(name));
            chosen.push((name, value));
        }
        chosen
    }

    pub(super) fn content(&self, path: &str) -> Option<Content> {
        if self.missing.iter().any(|pattern| fits(pattern, path)) {
            return None;
        }
        let path = if path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        let media_type = media_type(&path);
        let mut bytes = self.bytes(&path)?;
        if let (Some(script), "text/html; charset=utf-8") = (&self.first_script, media_type) {
            bytes = with_first_script(&String::from_utf8_lossy(&bytes), script).into_bytes();
        }
        Some(Content { media_type, bytes })
    }

    fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        if let Some((_, text)) = self.texts.iter().rev().find(|(at, _)| at == path) {
            return Some(text.clone().into_bytes());
        }
        let mut folders = self.folders.iter().rev();
        folders.find_map(|(prefix, folder)| read_below(folder, path.strip_prefix(prefix.as_str())?))
    }
}

/// The page with the script as the first thing in its head, or at its very start where no head is written out.
fn with_first_script(page: &str, address: &str) -> String {
    let tag = format!("<script src=\"{address}\"></script>");
    let after = |mark: &str| page.find(mark).and_then(|at| Some(at + page.get(at..)?.find('>')? + 1));
    let at = after("<head")
        .or_else(|| after("<!doctype"))
        .or_else(|| after("<!DOCTYPE"))
        .unwrap_or(0);
    let (before, rest) = page.split_at(at);
    format!("{before}{tag}{rest}")
}

/// A file's bytes, if it is one and lies in the folder. Names are plain here, so nothing is decoded, and every part has
/// to be the name of something: no `..`, no root, no drive.
fn read_below(folder: &Path, path: &str) -> Option<Vec<u8>> {
    let is_plain = |part: &str| !part.is_empty() && part != ".." && !part.contains(['\\', ':', '%', '\0']);
    if !path.split('/').all(is_plain) {
        return None;
    }
    fs::read(folder.join(path)).ok()
}

fn fits(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => path.len() >= start.len() + end.len() && path.starts_with(start) && path.ends_with(end),
        None => pattern == path,
    }
}

fn media_type(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_a_path_or_its_start_and_end() {
        assert!(fits("/a.html", "/a.html") && !fits("/a.html", "/b/a.html"));
        assert!(fits("*.wasm", "/x/w-1.wasm") && !fits("*.wasm", "/x/w-1.js"));
        assert!(fits("/pages/*", "/pages/a.html") && fits("*", "/"));
        assert!(!fits("/ab*ba", "/aba"), "start and end may not overlap");
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("inner")).unwrap();
        fs::write(folder.path().join("secret.txt"), "secret").unwrap();
        let site = Site::new().folder("/", folder.path().join("inner"));
        for path in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "//secret.txt",
            "/..\\secret.txt",
            "/./../secret.txt",
        ] {
            assert_eq!(site.content(path), None, "{path}");
        }
    }

    #[test]
    fn a_later_rule_wins_and_a_missing_file_stays_missing() {
        let site = Site::new()
            .text("/a.js", "one")
            .text("/a.js", "two")
            .text("/gone.js", "here")
            .missing("/gone*")
            .header("*", "X-A", "one")
            .header("/a.js", "x-a", "two");
        assert_eq!(site.content("/a.js").unwrap().bytes, b"two");
        assert_eq!(site.content("/gone.js"), None);
        assert_eq!(site.headers("/a.js"), [("x-a", "two")]);
    }

    #[test]
    fn the_first_script_stands_before_all_else_in_pages_only() {
        let site = Site::new()
            .text("/head.html", "<!doctype html><html><head lang=\"en\"><title>A</title>")
            .text("/short.html", "<!doctype html><title>A</title>")
            .text("/a.js", "<head>")
            .first_script("/r.js");
        let served = |path| String::from_utf8(site.content(path).unwrap().bytes).unwrap();
        let tag = r#"<script src="/r.js"></script>"#;
        assert_eq!(
            served("/head.html"),
            format!("<!doctype html><html><head lang=\"en\">{tag}<title>A</title>")
        );
        assert_eq!(served("/short.html"), format!("<!doctype html>{tag}<title>A</title>"));
        assert_eq!(served("/a.js"), "<head>");
    }
}
