//! `isolation="frame"`: the page in the frame, the script inside of it, and the script that puts it onto the host page. Each
//! names the one before it, so a change in one changes the names of those after.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use therapist_fit::{
    config::ATTRIBUTES,
    contract::{EVENTS, PROPERTIES},
};

use super::{
    files::{File, Role},
    minify,
};
use crate::setup::BuildTools;

/// The files in `www/` that it is made of.
pub const SOURCES: [&str; 3] = ["frame.html", "frame.js", "framed.js"];

/// Attributes that are settled on the host page, or handed down as texts.
const NOT_HANDED_DOWN: [&str; 4] = ["loading", "isolation", "checklist", "messages"];

/// The host page's side first, then what it leads to. `words` are the loader's first words, by language.
pub fn files(tools: &BuildTools, www: &Path, words: &Value) -> Result<[File; 3]> {
    let [page, outside, inside] = SOURCES.map(|name| {
        fs::read_to_string(www.join(name)).with_context(|| format!("www/{name}, which the frame needs, can't be read"))
    });
    let inside = minify::frame(tools, &common(&inside?)?)?;
    let inside = File::hashed(Role::Frame, "framed.js", inside);
    let page = fill(&page?, "__FRAMED__", &inside.name)?;
    let page = fill(&page, "__INTEGRITY__", &inside.integrity())?;
    let page = File::hashed(Role::Frame, "html", page.into_bytes());
    let outside = fill(&common(&outside?)?, "__PAGE__", &page.name)?;
    let outside = fill(&outside, "\"__WORDS__\"", &words.to_string())?;
    let outside = File::hashed(Role::Frame, "frame.js", minify::frame(tools, &outside)?);
    Ok([outside, page, inside])
}

/// Puts in the names that both sides know, from the widget's own tables.
fn common(source: &str) -> Result<String> {
    let attributes: Vec<&str> = ATTRIBUTES.iter().map(|it| it.name).collect();
    let attributes = attributes.into_iter().filter(|name| !NOT_HANDED_DOWN.contains(name));
    let lists: [(&str, Value); 3] = [
        ("__ATTRIBUTES__", attributes.collect()),
        ("__PROPERTIES__", PROPERTIES.iter().map(|it| json!(it.name)).collect()),
        ("__EVENTS__", EVENTS.iter().map(|it| json!(it.name)).collect()),
    ];
    let mut filled = source.to_owned();
    for (token, list) in lists {
        filled = fill(&filled, &format!("\"{token}\""), &list.to_string())?;
    }
    Ok(filled)
}

fn fill(source: &str, token: &str, value: &str) -> Result<String> {
    if !source.contains(token) {
        bail!("a source of the frame holds no {token}");
    }
    Ok(source.replace(token, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_know_the_attributes_that_are_handed_down() {
        let filled = common(r#"["__ATTRIBUTES__","__PROPERTIES__","__EVENTS__"]"#).unwrap();
        let [attributes, properties, events]: [Vec<String>; 3] = serde_json::from_str(&filled).unwrap();
        assert!(attributes.contains(&"form".to_owned()) && !attributes.contains(&"isolation".to_owned()));
        assert!(properties.contains(&"--tf-accent".to_owned()));
        assert!(events.contains(&"therapist-fit-ready".to_owned()));
    }

    #[test]
    fn a_source_without_its_token_is_refused() {
        assert!(fill("const PAGE = 1;", "__PAGE__", "page.html").is_err());
    }
}
