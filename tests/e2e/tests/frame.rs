//! `isolation="frame"`: the same widget in an iframe on the origin of its files. The page around it sees no answer and no
//! record; the height follows; events come up; nobody else can speak to it.

use e2e::{Page, Result, Visit, bail, ensure, visit::dist, wait};
use serde_json::{Value, json};
use xtask::server::{Server, Site};

use crate::{
    host,
    way::{By, SHORT, Way, alternating},
};

/// The widget's files on an origin of their own.
pub fn files() -> Result<Server> {
    Server::start(
        Site::new()
            .folder("/", dist()?)
            .header("*", "Access-Control-Allow-Origin", "*"),
        0,
    )
}

/// A page that includes the loader from there.
pub fn visit(files: &Server, attributes: &str, inside: &str) -> Visit {
    host::body(&format!(
        "<script type=module crossorigin src={}></script>\
         <therapist-fit isolation=frame {attributes}>{inside}</therapist-fit>",
        files.url("/therapist-fit.js")
    ))
}

/// Goes into the frame, where the widget is found as on any page.
pub async fn enter(page: &Page) -> Result<()> {
    let script = "return document.querySelector('therapist-fit').shadowRoot.querySelector('iframe')";
    let found = async || Ok(page.driver().execute(script, Vec::new()).await?.element().ok());
    let frame = wait::until_some("the frame", found).await?;
    frame.enter_frame().await?;
    Ok(())
}

pub async fn leave(page: &Page) -> Result<()> {
    page.driver().enter_default_frame().await?;
    Ok(())
}

#[tokio::test]
async fn the_whole_way_leads_to_a_result_that_is_kept_where_the_page_can_not_see_it() -> Result<()> {
    let files = files()?;
    visit(&files, "form=short", "")
        .run(async |page| {
            enter(page).await?;
            let way = Way::on(page)?;
            way.start().await?;
            way.stage("later").await?;
            way.items(&SHORT, &["mostly"; 14].map(|_| "very-true")).await?;
            way.context("very-true", "no", Some("yes")).await?;
            way.press("button.skip").await?;
            way.widget.button("Print").element().await?;
            let inside = page.storage().await?;
            ensure!(inside.keys().any(|key| key.contains(":check-in:")), "{inside:?}");
            leave(page).await?;
            ensure!(page.storage().await?.is_empty(), "the page's own storage holds nothing");
            let names: Vec<String> = page.events().await?.into_iter().map(|event| event.name).collect();
            ensure!(
                names.first().is_some_and(|name| name == "ready") && names.contains(&"complete".to_owned()),
                "{names:?}"
            );
            page.reload().await?;
            enter(page).await?;
            way.widget.heading_becomes("Welcome back").await
        })
        .await
}

#[tokio::test]
async fn its_height_follows_so_that_nothing_scrolls_inside() -> Result<()> {
    let files = files()?;
    visit(&files, "", "")
        .run(async |page| {
            for _ in 0..2 {
                wait::until("a frame as high as what is in it", async || {
                    let outside: f64 = page
                        .script("return document.querySelector('therapist-fit').shadowRoot.querySelector('iframe')?.clientHeight ?? 0", vec![])
                        .await?;
                    if outside < 100.0 {
                        return Ok(false);
                    }
                    enter(page).await?;
                    let (shown, needed): (f64, f64) = page
                        .script("const { clientHeight } = document.documentElement; return [clientHeight, document.querySelector('therapist-fit').getBoundingClientRect().height]", vec![])
                        .await?;
                    leave(page).await?;
                    Ok((shown - needed).abs() <= 1.0 && (shown - outside).abs() <= 1.0)
                })
                .await?;
                page.resize(420, 800).await?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn attributes_look_words_and_help_lines_are_handed_down_also_when_they_change() -> Result<()> {
    let files = files()?;
    let style = "style='--tf-accent: rgb(90, 20, 120); font-family: monospace'";
    let words = json!({ "button.start": "Off we go" }).to_string();
    visit(&files, &format!("messages=/words.json theme=dark {style}"), "<p slot=help>Front desk: 555 0100</p>")
        .site(|site| site.text("/words.json", words))
        .run(async |page| {
            enter(page).await?;
            page.widget().button("Off we go").element().await?;
            let looks: (String, String, String) = page
                .script(
                    "const it = document.querySelector('therapist-fit'); const base = getComputedStyle(it.shadowRoot.querySelector('.base'));
                     return [base.fontFamily, base.colorScheme, it.style.getPropertyValue('--tf-accent')]",
                    vec![],
                )
                .await?;
            ensure!(looks == ("monospace".into(), "dark".into(), "rgb(90, 20, 120)".into()), "{looks:?}");
            page.widget().button("Need help now?").click().await?;
            page.widget().text_has("911").await?;
            ensure!(page.script::<bool>("return document.querySelector('[slot=help]').checkVisibility()", vec![]).await?);
            page.widget().button("Close").click().await?;
            leave(page).await?;
            page.execute("document.querySelector('therapist-fit').setAttribute('lang', 'es')").await?;
            enter(page).await?;
            page.widget().button("¿Necesitas ayuda ahora?").element().await?;
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_page_can_start_and_clear_and_the_focus_goes_to_the_question() -> Result<()> {
    let files = files()?;
    visit(&files, "form=short", "")
        .run(async |page| {
            page.execute("document.querySelector('therapist-fit').start()").await?;
            enter(page).await?;
            let way = Way::on(page)?;
            way.stands_at("stage.prompt").await?;
            way.stage("later").await?;
            way.items(&SHORT[..1], &["mostly"]).await?;
            leave(page).await?;
            page.execute("document.querySelector('therapist-fit').clear()").await?;
            enter(page).await?;
            way.reads("home.deleted").await?;
            ensure!(page.storage().await?.is_empty());
            Ok(())
        })
        .await
}

#[tokio::test]
async fn leaving_quickly_takes_the_whole_page_away() -> Result<()> {
    let files = files()?;
    visit(&files, "", "")
        .site(|site| site.text("/pages/neutral.html", "<!doctype html><title>Weather</title>"))
        .run(async |page| {
            let Some(origin) = page.url().await?.split("/pages/").next().map(str::to_owned) else {
                bail!("the page has an address");
            };
            page.execute(&format!(
                "document.querySelector('therapist-fit').setAttribute('exit-url', '{origin}/pages/neutral.html')"
            ))
            .await?;
            enter(page).await?;
            wait::until("the new address inside", async || {
                page.script("return document.querySelector('therapist-fit')?.getAttribute('exit-url').startsWith('http') ?? false", vec![])
                    .await
            })
            .await?;
            page.widget().button("Leave quickly").click().await?;
            leave(page).await?;
            page.path_becomes("/pages/neutral.html").await
        })
        .await
}

/// Answers two items of the short form, and is on the host page again.
pub async fn at_the_third_item(page: &Page) -> Result<Way<'_>> {
    enter(page).await?;
    let way = Way::on(page)?;
    way.start().await?;
    way.stage("later").await?;
    way.items(&SHORT[..2], &["mostly", "partly"]).await?;
    way.stands_at(&format!("item.{}", SHORT[2])).await?;
    leave(page).await?;
    Ok(way)
}

#[tokio::test]
async fn taken_out_and_put_back_it_goes_on_with_the_draft() -> Result<()> {
    let files = files()?;
    visit(&files, "form=short", "")
        .run(async |page| {
            let way = at_the_third_item(page).await?;
            page.execute("const it = document.querySelector('therapist-fit'); it.remove(); setTimeout(() => document.body.append(it), 100)")
                .await?;
            wait::until("the element", async || {
                page.script("return !!document.querySelector('therapist-fit')?.shadowRoot.querySelector('iframe')", vec![]).await
            })
            .await?;
            enter(page).await?;
            way.widget.button("Continue").click().await?;
            way.stands_at(&format!("item.{}", SHORT[2])).await?;
            Ok(())
        })
        .await
}

/// `WebKit` lets no frame scroll the page around it, so the page itself has to.
#[tokio::test]
async fn by_keyboard_the_page_around_shows_what_has_the_focus() -> Result<()> {
    let files = files()?;
    visit(&files, "form=short", "")
        .size(1280, 600)
        .run(async |page| {
            enter(page).await?;
            Way::on(page)?.start().await?;
            let way = Way::by(By::Numbers, page)?;
            way.stage("later").await?;
            way.items(&SHORT, &alternating("very-true", "a-little", 14)).await?;
            way.context("very-true", "no", Some("yes")).await?;
            way.tab_to("button", "See result").await?;
            let is_shown = async |part: &str| -> Result<()> {
                let script = "return document.querySelector('therapist-fit').shadowRoot.querySelector(arguments[0]).getBoundingClientRect()";
                let inside: Value = page.script(script, vec![part.into()]).await?;
                leave(page).await?;
                let script = "const { top } = document.querySelector('therapist-fit').shadowRoot.querySelector('iframe').getBoundingClientRect();
                    return top + arguments[0] >= -1 && top + arguments[1] <= innerHeight + 1";
                wait::until(&format!("the sight of {part}"), async || {
                    page.script(script, vec![inside["top"].clone(), inside["bottom"].clone()]).await
                })
                .await?;
                enter(page).await
            };
            is_shown(".go").await?;
            page.press("Enter").await?;
            way.stands_at("verdict.strong.title").await?;
            is_shown("#title").await
        })
        .await
}
