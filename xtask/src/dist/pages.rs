//! The pages of the documentation: what they share is filled in, and what the tables, the changelog and the build know.
//!
//! A page in `www/` is HTML with comments where something comes in. To add a page, add its file and a row to [`PAGES`].

use anyhow::{Context, Result, bail};
use pulldown_cmark::{Parser, html};

use super::{
    files::{File, Role},
    reference,
};

/// The pages that the navigation leads to: file, name.
const PAGES: [(&str, &str); 8] = [
    ("index.html", "Home"),
    ("builder.html", "Builder"),
    ("reference.html", "Reference"),
    ("checklist.html", "Own checklist"),
    ("policies.html", "Policies"),
    ("privacy.html", "Privacy"),
    ("accessibility.html", "Accessibility"),
    ("changelog.html", "Changelog"),
];

/// What the build knows and pages tell.
pub struct Facts<'a> {
    /// The version, such as `1.2.3`.
    pub version: &'a str,
    /// What travels until the first question can be answered, in bytes.
    pub bytes: usize,
    /// The changelog, in Markdown.
    pub changelog: &'a str,
}

/// Fills a page in; other files stay as they are.
pub fn fill(file: File, facts: &Facts) -> Result<File> {
    let Some((name, _)) = PAGES.iter().find(|(name, _)| *name == file.name) else {
        return Ok(file);
    };
    let mut page = String::from_utf8(file.bytes).with_context(|| format!("www/{name} is not UTF-8"))?;
    for (token, text) in shared(name) {
        if !page.contains(token) {
            bail!("www/{name} has no {token}");
        }
        page = page.replace(token, &text);
    }
    let known = [
        ("<!-- version -->", facts.version.to_owned()),
        ("<!-- size -->", facts.bytes.div_ceil(1024).to_string()),
        ("<!-- changelog -->", markdown(facts.changelog)),
    ];
    for (token, text) in known.into_iter().chain(reference::tables()) {
        page = page.replace(token, &text);
    }
    Ok(File::named(Role::Page, name, page.into_bytes()))
}

/// What every page has: token, text.
fn shared(name: &str) -> [(&'static str, String); 3] {
    [
        ("<!-- head -->", HEAD.trim().to_owned()),
        ("<!-- top -->", top(name)),
        ("<!-- foot -->", FOOT.trim().to_owned()),
    ]
}

/// As strict as the policy an owner may have: what breaks it, breaks here first.
const HEAD: &str = r##"
<meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'">
    <meta name="theme-color" content="#f5f1e9" media="(prefers-color-scheme: light)">
    <meta name="theme-color" content="#101515" media="(prefers-color-scheme: dark)">
    <link rel="icon" href="favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="site.css">
    <link rel="stylesheet" href="pages.css">
"##;

const FOOT: &str = r#"
<footer class="foot">
      <p>Therapist Fit is free software, under the MIT or the Apache 2.0 licence, as you like.</p>
      <p>A guide for thinking and talking. Not a diagnosis, and not a validated measure.</p>
    </footer>
"#;

fn top(name: &str) -> String {
    let links: Vec<String> = PAGES
        .iter()
        .skip(1)
        .map(|(file, title)| {
            let current = if *file == name { r#" aria-current="page""# } else { "" };
            format!(r#"        <a href="{file}"{current}>{title}</a>"#)
        })
        .collect();
    let brand = r#"<img src="favicon.svg" width="30" height="30" alt=""> Therapist Fit"#;
    format!(
        r##"<a class="skip" href="#content">Skip to the content</a>

    <header class="top">
      <a class="brand" href="index.html">{brand}</a>
      <nav aria-label="Site">
{}
      </nav>
    </header>"##,
        links.join("\n")
    )
}

/// Markdown as HTML.
fn markdown(text: &str) -> String {
    let mut out = String::new();
    html::push_html(&mut out, Parser::new(text));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(name: &str, page: &str) -> Result<String> {
        let facts = Facts {
            version: "1.2.3",
            bytes: 2049,
            changelog: "# Changes\n\n- `one`",
        };
        let file = fill(File::named(Role::Page, name, page.into()), &facts)?;
        Ok(String::from_utf8(file.bytes)?)
    }

    #[test]
    fn a_page_gets_what_all_share_and_what_the_build_knows() {
        let page = filled(
            "reference.html",
            "<!-- head --><!-- top --><!-- foot -->v<!-- version --> <!-- size --> KiB<!-- changelog --><!-- attributes -->",
        )
        .unwrap();
        for part in [
            "site.css",
            r#"<a href="reference.html" aria-current="page">"#,
            "<footer",
            "v1.2.3 3 KiB",
            "<h1>Changes</h1>",
            "<code>heading-level</code>",
        ] {
            assert!(page.contains(part), "{part}");
        }
        assert_eq!(page.matches("aria-current").count(), 1);
        assert!(!page.contains("<!--"), "nothing is left open");
    }

    #[test]
    fn a_page_without_a_place_for_what_all_share_is_refused() {
        let error = filled("privacy.html", "<!-- head --><!-- top -->").unwrap_err();
        assert!(error.to_string().contains("<!-- foot -->"));
    }

    #[test]
    fn what_is_not_a_page_stays_as_it_is() {
        assert_eq!(filled("site.css", "<!-- head -->").unwrap(), "<!-- head -->");
    }
}
