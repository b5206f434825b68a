//! The widget as a Leptos component, in the application of `examples/leptos-app`: as good as the loader's, put up and taken
//! away with the application's views, and never in the way of the loader's.

use e2e::{Page, Result, Visit, ensure, wait};
use xtask::{example, project::Project};

use crate::way::{SHORT, Way, alternating};

/// The application's page.
const PAGE: &str = "/app/index.html";

/// A visit to the application.
fn app() -> Result<Visit> {
    let project = Project::find()?;
    let package = example::package(&project);
    ensure!(
        package.join("leptos_app.js").is_file(),
        "{} is not built: `cargo xtask test leptos-app` does it",
        package.display()
    );
    Ok(Visit::to(PAGE).site(|site| {
        site.folder("/app/", example::page(&project))
            .folder("/app/pkg/", package)
    }))
}

/// How many widgets are shown in how many elements of the component.
async fn shown(page: &Page) -> Result<(usize, usize)> {
    let script = "const hosts = [...document.querySelectorAll('therapist-fit-component')];
                  return [hosts.reduce((sum, it) => sum + (it.shadowRoot?.querySelectorAll('.base').length ?? 0), 0),
                          hosts.length]";
    page.script(script, Vec::new()).await
}

async fn becomes(page: &Page, wanted: (usize, usize)) -> Result<()> {
    wait::until(&format!("{wanted:?} widgets and elements"), async || {
        Ok(shown(page).await? == wanted)
    })
    .await
}

#[tokio::test]
async fn a_whole_check_in_is_kept_through_hiding_showing_and_loading_anew() -> Result<()> {
    app()?
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            way.stage("early").await?;
            way.widget.text_has("1 of 14").await?;
            way.items(&SHORT, &alternating("very-true", "a-little", 14)).await?;
            way.context("very-true", "no", Some("yes")).await?;
            way.see_result("Strong so far").await?;
            way.widget.text_has("77 of 100, from 14 of 14 answers.").await?;
            way.widget.assert_accessible().await?;
            let told: String = page
                .script("return document.querySelector('#finished').textContent", Vec::new())
                .await?;
            ensure!(told == "1 finished", "the application has heard of it: {told}");
            page.click("#toggle").await?;
            becomes(page, (1, 1)).await?;
            page.click("#toggle").await?;
            becomes(page, (2, 2)).await?;
            way.widget.heading_becomes(&way.words.get("home.title")).await?;
            page.reload().await?;
            way.widget.heading_becomes(&way.words.get("home.title")).await?;
            way.widget.text_has("Strong so far").await
        })
        .await
}

#[tokio::test]
async fn two_side_by_side_keep_records_of_their_own_and_have_their_own_looks() -> Result<()> {
    app()?
        .run(async |page| {
            let first = Way::on(page)?;
            let second = first.beside(1)?;
            for (way, form) in [(&first, false), (&second, true)] {
                way.start().await?;
                way.stage("later").await?;
                if form {
                    way.form("short").await?;
                }
                way.items(&SHORT[..1], &["mostly"]).await?;
                way.stands_at(&format!("item.{}", SHORT[1])).await?;
            }
            let kept = page.storage().await?;
            for profile in ["default", "other"] {
                let of_it = format!("therapist-fit:{profile}:");
                ensure!(kept.keys().any(|key| key.starts_with(&of_it)), "{kept:?}");
            }
            let script = "return [...document.querySelectorAll('therapist-fit-component')].flatMap((it) => [
                            getComputedStyle(it).display, getComputedStyle(it).colorScheme,
                            it.shadowRoot.querySelector('#title').localName])";
            let looks: Vec<String> = page.script(script, Vec::new()).await?;
            ensure!(
                looks == ["block", "light dark", "h2", "block", "dark", "h3"],
                "{looks:?}"
            );
            second.press("button.help").await?;
            second.widget.button("Close").element().await?;
            let slot = "return document.querySelector('[slot=help]').checkVisibility()";
            ensure!(
                page.script::<bool>(slot, Vec::new()).await?,
                "what the application has put into the slot"
            );
            second.press("button.close").await
        })
        .await
}

#[tokio::test]
async fn another_language_keeps_the_place() -> Result<()> {
    app()?
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            page.click("#language").await?;
            let spanish = Way::on(page)?.in_language("es")?;
            spanish
                .widget
                .heading_becomes(&spanish.words.get("stage.prompt"))
                .await?;
            spanish.stage("early").await?;
            page.click("#language").await?;
            way.widget
                .heading_becomes(&way.words.get("item.feels-understood"))
                .await
        })
        .await
}

/// Counts who listens for changes from other tabs, as each running widget does.
const COUNT_LISTENERS: &str = "
window.listening = 0;
for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
  const original = EventTarget.prototype[name];
  EventTarget.prototype[name] = function (event, ...rest) {
    if (event === 'storage') window.listening += step;
    return original.call(this, event, ...rest);
  };
}";

#[tokio::test]
async fn taking_it_away_at_any_moment_leaves_nothing_behind() -> Result<()> {
    app()?
        .before_load(COUNT_LISTENERS)
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            // A pointer's answer leads on a moment later; by then the widget has gone.
            page.execute(
                "document.querySelector('therapist-fit-component').shadowRoot.querySelector('.answer input')
                   .dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true }));
                 document.querySelector('#toggle').click()",
            )
            .await?;
            becomes(page, (1, 1)).await?;
            page.execute(
                "for (let i = 0; i < 21; i++) document.querySelector('#toggle').click();
                 dispatchEvent(new StorageEvent('storage', { key: 'therapist-fit:default:draft:1' }));
                 document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }))",
            )
            .await?;
            becomes(page, (2, 2)).await?;
            for _ in 0..20 {
                page.click("#toggle").await?;
            }
            becomes(page, (2, 2)).await?;
            let listening: i32 = page.script("return window.listening", Vec::new()).await?;
            ensure!(listening == 2, "only the two that are there listen, not {listening}");
            way.widget.text_has(&way.words.get("button.help")).await
        })
        .await
}

#[tokio::test]
async fn the_loaders_widget_on_the_same_page_is_left_alone() -> Result<()> {
    let page = include_str!("../../../examples/leptos-app/index.html").replace(
        "<body>",
        "<body><script type=\"module\" src=\"/therapist-fit.js\"></script><therapist-fit></therapist-fit>",
    );
    app()?
        .page(&page)
        .run(async |page| {
            becomes(page, (2, 2)).await?;
            for place in 0..3 {
                page.nth_widget(place).button("Need help now?").element().await?;
            }
            Ok(())
        })
        .await
}
