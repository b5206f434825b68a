//! Taking a check-in along: files that the browser really saves, and a page printed from a frame of its own.

use std::{fs, path::Path, time::Duration};

use e2e::{Page, Result, Visit, ensure, wait};
use serde_json::{Value, json};

use crate::{host, kept::Kept, way::Way};

/// The note of the check-in, as a spreadsheet would like it least.
const NOTE: &str = "=1+1, \"quoted\"\nand a second line";

/// A policy as strict as a site can have.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                      img-src 'self'; require-trusted-types-for 'script'";

/// Has the frame that is printed tell the page around it what it holds, instead of printing.
pub const WATCH_PRINTING: &str = "
    window.print = () => { window.__wrong = true };
    const frame = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow').get;
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get() {
        const inside = frame.call(this);
        inside.print = () => {
            const css = [...inside.document.adoptedStyleSheets].flatMap((it) => [...it.cssRules].map((rule) => rule.cssText));
            window.__printed = [inside.document.title, inside.document.body.innerText, inside.document.body.outerHTML,
                                css.join('\\n'), inside.document.querySelector('.base').dir];
            window.__frame = this;
        };
        return inside;
    } });";

fn kept() -> Kept {
    let mixed = Kept::new("later", "full", "2231 2231 2231 2231 2231 2231 22cs");
    mixed.noted(NOTE).wanting_to_raise(&["feelings-valued", "talked-over"])
}

/// On the result of [`kept`], with files saved into `folder`.
async fn at_the_result<'a>(page: &'a Page, folder: &Path) -> Result<Way<'a>> {
    let way = Way::on(page)?;
    way.widget.heading_becomes("Welcome back").await?;
    let behaviour = json!({ "behavior": "allow", "downloadPath": folder });
    page.cdp("Browser.setDownloadBehavior", behaviour).await?;
    page.execute("document.querySelector('therapist-fit').shadowRoot.querySelector('[part=card]').click()")
        .await?;
    way.widget.button("Print").element().await?;
    Ok(way)
}

/// The name and text of the file that a button saves.
async fn saved(way: &Way<'_>, folder: &Path, button: &str) -> Result<(String, String)> {
    let files = || -> Result<Vec<String>> {
        let names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        names
            .filter(|name| !name.as_ref().is_ok_and(|name: &String| name.contains("crdownload")))
            .collect()
    };
    let before = files()?;
    way.widget.button(button).click().await?;
    let name = wait::until_some(&format!("the file of {button}"), async || {
        Ok(files()?.into_iter().find(|name| !before.contains(name)))
    })
    .await?;
    // The browser renames a file to its name when it is whole.
    tokio::time::sleep(Duration::from_millis(100)).await;
    let text = fs::read_to_string(folder.join(&name))?;
    Ok((name, text))
}

#[tokio::test]
async fn each_format_is_saved_with_what_the_result_says_and_under_a_name_that_says_nothing() -> Result<()> {
    let folder = tempfile::tempdir()?;
    kept()
        .finished(host::with(""))
        .run(async |page| {
            let way = at_the_result(page, folder.path()).await?;
            page.sent().await?;
            let mut names = Vec::new();
            let mut get = async |button: &str| -> Result<String> {
                let (name, text) = saved(&way, folder.path(), button).await?;
                names.push(name);
                Ok(text)
            };
            let text = get("Download as text").await?;
            for part in [
                "Mixed so far",
                "I want to bring up",
                "I felt brushed off",
                "Your note",
                "and a second line",
                "A guide for thinking",
            ] {
                ensure!(text.contains(part), "`{part}` is not in {text}");
            }
            let csv = get("Download as CSV").await?;
            ensure!(
                csv.starts_with("\u{feff}id,finished,therapist,") && csv.contains("\"'=1+1, \"\"quoted\"\""),
                "{csv}"
            );
            let bundle: Value = serde_json::from_str(&get("Download as JSON").await?)?;
            ensure!(
                bundle["format"] == "therapist-fit" && bundle["check-ins"][0]["note"] == NOTE,
                "{bundle}"
            );
            let fhir: Value = serde_json::from_str(&get("Download as FHIR").await?)?;
            let answered: usize = fhir["item"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|group| group["item"].as_array().map_or(0, Vec::len))
                .sum();
            ensure!(
                fhir["resourceType"] == "QuestionnaireResponse" && answered == 27,
                "{answered}: {fhir}"
            );
            let calendar = get("Remind me").await?;
            ensure!(
                calendar.starts_with("BEGIN:VCALENDAR\r\n") && !calendar.to_lowercase().contains("therap"),
                "{calendar}"
            );
            ensure!(
                names
                    .iter()
                    .all(|name| name.starts_with("check-in-") || name == "reminder.ics"),
                "{names:?}"
            );
            let sent = page.sent().await?;
            ensure!(sent.is_empty(), "{sent:?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn only_the_result_is_printed_from_a_frame_that_goes_away_also_under_a_strict_policy() -> Result<()> {
    let visit = kept().finished(host::with("").header("*", "Content-Security-Policy", STRICT));
    let pages = printed(visit, "Mixed so far", "ltr", async |page| {
        at_the_result(page, &std::env::temp_dir()).await?;
        Way::on(page)?.widget.button("Print").click().await
    })
    .await?;
    ensure!((1..=2).contains(&pages), "{pages} pages");
    Ok(())
}

#[tokio::test]
async fn the_list_for_a_first_meeting_is_printed_too_and_in_arabic_from_right_to_left() -> Result<()> {
    let title = crate::words::Words::of("ar")?.get("prepare.title");
    let pages = printed(host::with("lang=ar"), &title, "rtl", async |page| {
        let way = Way::on(page)?.in_language("ar")?;
        way.start().await?;
        way.stage("not-met").await?;
        way.press("button.print").await
    })
    .await?;
    ensure!(pages == 1, "{pages} pages");
    Ok(())
}

/// Prints, and gives the number of pages that the paper has.
async fn printed(visit: Visit, title: &str, dir: &str, press: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<usize> {
    let mut paper = String::new();
    visit
        .before_load(WATCH_PRINTING)
        .run(async |page| {
            press(page).await?;
            wait::until("the frame", async || {
                page.script("return !!window.__printed", Vec::new()).await
            })
            .await?;
            let (head, text, body, css, direction): (String, String, String, String, String) =
                page.script("return window.__printed", Vec::new()).await?;
            ensure!(text.contains(title), "{text}");
            ensure!(
                !head.to_lowercase().contains("therap") && direction == dir,
                "{head}, {direction}"
            );
            let foreign: String = page
                .script("return document.querySelector('h1').textContent", Vec::new())
                .await?;
            ensure!(!text.contains(&foreign), "`{foreign}` of the host page is on the paper");
            let alone: bool = page.script("return window.__wrong !== true", Vec::new()).await?;
            ensure!(alone, "the host page was printed");
            paper = format!("<!doctype html><html><head><style>{css}</style></head>{body}</html>");
            page.execute("window.__frame.contentWindow.dispatchEvent(new Event('afterprint'))")
                .await?;
            let gone: bool = page.script("return !window.__frame.isConnected", Vec::new()).await?;
            ensure!(gone, "the frame is still there");
            Ok(())
        })
        .await?;
    let mut pages = 0;
    Visit::to("/pages/paper.html")
        .page(&paper)
        .run(async |page| {
            let options = json!({ "preferCSSPageSize": true, "paperWidth": 8.27, "paperHeight": 11.69 });
            let made = page.cdp("Page.printToPDF", options).await?;
            let pdf = base64::Engine::decode(
                &base64::prelude::BASE64_STANDARD,
                made["data"].as_str().unwrap_or_default(),
            )?;
            let text = String::from_utf8_lossy(&pdf);
            pages = text.matches("/Type /Page\n").count();
            Ok(())
        })
        .await?;
    Ok(pages)
}
