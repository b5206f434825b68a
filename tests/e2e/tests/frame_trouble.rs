//! A frame that is moved, that does not come, or that is much taller than the window.

use std::time::Duration;

use e2e::{Page, Result, ensure, visit::dist, wait};
use serde_json::json;
use xtask::server::{Server, Site};

use crate::{
    failure::codes,
    frame::{at_the_third_item, enter, files, leave, visit},
    host,
    kept::Kept,
    way::{By, SHORT, Way},
};

/// The height of the frame as the page around it has it.
const HEIGHT: &str =
    "return document.querySelector('therapist-fit').shadowRoot.querySelector('iframe')?.clientHeight ?? 0";

#[tokio::test]
async fn moved_within_the_page_it_goes_on_with_the_draft() -> Result<()> {
    let files = files()?;
    visit(&files, "form=short", "")
        .run(async |page| {
            let way = at_the_third_item(page).await?;
            page.execute("const it = document.querySelector('therapist-fit'); it.before(document.createElement('hr')); document.querySelector('h1').before(it)")
                .await?;
            enter(page).await?;
            way.widget.button("Continue").click().await?;
            way.stands_at(&format!("item.{}", SHORT[2])).await
        })
        .await
}

/// The widget's files on an origin of their own, served with some trouble.
fn files_but(trouble: impl FnOnce(Site) -> Site) -> Result<Server> {
    let site = Site::new()
        .folder("/", dist()?)
        .header("*", "Access-Control-Allow-Origin", "*");
    Server::start(trouble(site), 0)
}

/// How many first screens are seen: the loader's, and that of the frame once it has a height.
async fn first_screens(page: &Page) -> Result<(bool, f64)> {
    let script = "const root = document.querySelector('therapist-fit').shadowRoot;
                  return [!!root.querySelector('#first'), root.querySelector('iframe')?.clientHeight ?? 0]";
    page.script(script, vec![]).await
}

#[tokio::test]
async fn the_first_screen_stands_there_until_the_widget_does_and_never_beside_it() -> Result<()> {
    let files = files_but(|site| site.slow("*.wasm", Duration::from_secs(2)))?;
    visit(&files, "", "")
        .run(async |page| {
            let start = std::time::Instant::now();
            loop {
                let (first, height) = first_screens(page).await?;
                ensure!(first != (height > 0.0), "first screen {first}, frame {height} high");
                if !first {
                    break;
                }
                ensure!(start.elapsed() < wait::PATIENCE);
            }
            ensure!(start.elapsed() > Duration::from_secs(1), "the wasm came late");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn without_its_page_the_visitor_is_told_and_start_tries_again() -> Result<()> {
    let files = files_but(|site| site.missing("/therapist-fit-*.html"))?;
    visit(&files, "", "")
        .run(async |page| {
            let way = Way::on(page)?;
            way.reads("load.failed").await?;
            page.assert_console_and_log_hold(&["is missing, or a policy keeps it out of a frame"], &["status of 404"])
                .await?;
            ensure!(codes(page).await? == ["load-failed"]);
            way.press("button.start").await?;
            wait::until("another try", async || {
                Ok(page.events().await?.iter().any(|it| it.name == "error"))
            })
            .await?;
            page.console().await.map(drop)
        })
        .await
}

#[tokio::test]
async fn without_the_wasm_the_pages_own_words_stay_and_the_frame_is_not_seen() -> Result<()> {
    let files = files_but(|site| site.missing("*.wasm"))?;
    visit(&files, "", "<p id=own>Call us</p>")
        .run(async |page| {
            Way::on(page)?.reads("load.failed").await?;
            ensure!(first_screens(page).await? == (true, 0.0));
            ensure!(
                page.script::<bool>("return document.querySelector('#own').checkVisibility()", vec![])
                    .await?
            );
            ensure!(codes(page).await? == ["load-failed"]);
            page.console().await.map(drop)
        })
        .await
}

/// What comes up from the frame while `act` is done inside of it, but for heights.
async fn told(page: &Page, act: impl AsyncFnOnce() -> Result<()>) -> Result<Vec<String>> {
    leave(page).await?;
    page.execute("__told.length = 0").await?;
    enter(page).await?;
    act().await?;
    leave(page).await?;
    let told = page.script("return __told", vec![]).await?;
    enter(page).await?;
    Ok(told)
}

#[tokio::test]
async fn arrow_keys_among_answers_tell_the_page_nothing() -> Result<()> {
    let files = files()?;
    let watch = "window.__told = []; const { port1 } = new MessageChannel(); const prototype = Object.getPrototypeOf(port1);
                 const { set } = Object.getOwnPropertyDescriptor(prototype, 'onmessage');
                 Object.defineProperty(prototype, 'onmessage', { set(hear) {
                   set.call(this, (event) => { if (!('height' in event.data)) __told.push(JSON.stringify(event.data)); hear(event); });
                 } })";
    visit(&files, "form=short", "")
        .before_load(watch)
        .run(async |page| {
            enter(page).await?;
            Way::on(page)?.start().await?;
            let way = Way::by(By::Numbers, page)?;
            way.stage("later").await?;
            way.stands_at("item.feels-understood").await?;
            let into = told(page, async || way.tab_to("radio", "Not true").await.map(drop)).await?;
            ensure!(into.len() == 1, "the group is shown: {into:?}");
            let among = told(page, async || {
                page.press_all(&["Space", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"])
                    .await?;
                way.widget.focus_is_on("radio", "Partly").await
            })
            .await?;
            // One event: that something is answered now.
            ensure!(among.len() == 1 && among[0].contains("-progress"), "{among:?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn in_a_frame_taller_than_the_window_help_opens_where_the_visitor_is_looking() -> Result<()> {
    let files = files()?;
    visit(&files, "", "")
        .size(1000, 700)
        .run(async |page| {
            enter(page).await?;
            page.widget().button("Start").element().await?;
            let kept = Kept::scoring("later", 30);
            page.store(&kept.key(), &kept.text()).await?;
            leave(page).await?;
            page.reload().await?;
            enter(page).await?;
            let way = Way::on(page)?;
            crate::record::open(&way, 0).await?;
            leave(page).await?;
            wait::until("a tall frame", async || Ok(page.script::<f64>(HEIGHT, vec![]).await? > 1500.0)).await?;
            page.execute("scrollTo({ top: 0, behavior: 'instant' })").await?;
            enter(page).await?;
            way.press("button.help").await?;
            way.widget.button("Close").element().await?;
            let script = "const { top, bottom } = document.querySelector('therapist-fit').shadowRoot.querySelector('dialog').getBoundingClientRect(); return [top, bottom]";
            let (top, bottom): (f64, f64) = page.script(script, vec![]).await?;
            leave(page).await?;
            let script = "return document.querySelector('therapist-fit').shadowRoot.querySelector('iframe').getBoundingClientRect().top";
            let frame: f64 = page.script(script, vec![]).await?;
            ensure!(frame + top >= 0.0 && frame + bottom <= 700.0, "from {top} to {bottom} in a frame at {frame}");
            let scrolled: f64 = page.script("return scrollY", vec![]).await?;
            ensure!(scrolled < 50.0, "the page stays where it was: {scrolled}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn on_a_page_isolated_from_other_origins_the_frame_comes_with_the_headers_that_dist_names() -> Result<()> {
    let mut site = Site::new().folder("/", dist()?);
    let headers = std::fs::read_to_string(dist()?.join("_headers"))?;
    let rule = headers.split("/therapist-fit-*\n").nth(1).unwrap_or_default();
    for line in rule.lines().take_while(|line| line.starts_with(' ')) {
        let (name, value) = line.trim().split_once(": ").unwrap_or_default();
        site = site.header("*", name, value);
    }
    let files = Server::start(site, 0)?;
    host::body(&format!(
        "<script type=module crossorigin src={}></script><therapist-fit isolation=frame form=short></therapist-fit>",
        files.url("/therapist-fit.js")
    ))
    .header("*", "Cross-Origin-Embedder-Policy", "require-corp")
    .header("*", "Cross-Origin-Opener-Policy", "same-origin")
    .run(async |page| {
        ensure!(page.script::<bool>("return crossOriginIsolated", vec![]).await?);
        enter(page).await?;
        Way::on(page)?.start().await
    })
    .await
}

#[tokio::test]
async fn help_lines_that_change_and_words_below_an_opened_result_are_followed() -> Result<()> {
    let files = files()?;
    visit(
        &files,
        "",
        "<p slot=help>Front desk: 555 0100</p><p slot=after-summary id=after>Talk to us</p>",
    )
    .run(async |page| {
        enter(page).await?;
        page.widget().button("Start").element().await?;
        let kept = Kept::scoring("later", 30);
        page.store(&kept.key(), &kept.text()).await?;
        leave(page).await?;
        page.reload().await?;
        let seen = async || -> Result<bool> {
            leave(page).await?;
            page.script("return document.querySelector('#after').checkVisibility()", vec![])
                .await
        };
        enter(page).await?;
        let way = Way::on(page)?;
        crate::record::open(&way, 0).await?;
        wait::until("the owner's words below an old result", async || seen().await).await?;
        page.script::<()>(
            "document.querySelector('[slot=help]').textContent = arguments[0]",
            vec![json!("Night desk: 555 0199")],
        )
        .await?;
        enter(page).await?;
        way.press("button.home").await?;
        way.stands_at("home.title").await?;
        wait::until("none of them on the first screen", async || Ok(!seen().await?)).await?;
        enter(page).await?;
        wait::until("the new help line", async || {
            let script = "return document.querySelector('[slot=help]').textContent";
            Ok(page.script::<String>(script, vec![]).await?.contains("Night"))
        })
        .await
    })
    .await
}
