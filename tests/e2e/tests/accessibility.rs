//! Usable by everyone: axe-core on every screen in both colours and at both ends of widths, nothing wider than a small
//! screen, names that owners' tests and screen readers rely on, targets, focus, motion.

use e2e::{Page, Result, Visit, ensure};
use serde_json::json;

use crate::{
    host,
    kept::Kept,
    tour::{PARTS, Part},
    way::{FIRST, Way},
};

pub const SMALL: (u32, u32) = (320, 568);
pub const LARGE: (u32, u32) = (1280, 800);

#[tokio::test]
async fn axe_finds_nothing_from_the_introduction_to_the_first_question() -> Result<()> {
    in_both_colours_and_sizes(Part::Beginning).await
}

#[tokio::test]
async fn axe_finds_nothing_from_the_context_to_the_result() -> Result<()> {
    in_both_colours_and_sizes(Part::End).await
}

#[tokio::test]
async fn axe_finds_nothing_on_what_a_returning_visitor_sees() -> Result<()> {
    in_both_colours_and_sizes(Part::Return).await
}

#[tokio::test]
async fn axe_finds_nothing_in_arabic_and_nothing_is_wider_than_a_small_screen() -> Result<()> {
    for part in PARTS {
        part.prepare(host::with("lang=ar"))
            .size(SMALL.0, SMALL.1)
            .media("prefers-reduced-motion", "reduce")
            .run(async |page| {
                let way = Way::on(page)?.in_language("ar")?;
                part.pass(&way, async |screen| check(page, &format!("{screen}, Arabic")).await)
                    .await
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn at_400_percent_zoom_the_way_can_be_gone_and_nothing_is_cut_off() -> Result<()> {
    // A window of 1280 by 1024 pixels at 400 % has so many CSS pixels.
    host::with("storage=none")
        .size(320, 256)
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            way.stage("met-once").await?;
            way.stands_at("item.feels-understood").await?;
            for _ in FIRST {
                fits(page).await?;
                way.widget.heading_after(async || way.answer("cant-tell").await).await?;
            }
            way.context("partly", "no", Some("hard")).await?;
            way.safety("secrecy", "yes").await?;
            fits(page).await?;
            way.press("button.see-result").await?;
            way.reads("safety.secrecy.help").await?;
            fits(page).await
        })
        .await
}

#[tokio::test]
async fn the_names_that_owners_tests_rely_on_are_there() -> Result<()> {
    Kept::new("early", "short", "44")
        .under_way(host::with(""))
        .run(async |page| {
            let widget = page.widget();
            for name in ["Continue", "Leave quickly", "Need help now?", "Delete everything"] {
                widget.button(name).element().await?;
            }
            widget.button("Delete everything").click().await?;
            widget.button("Yes, delete everything").click().await?;
            widget.button("Start").click().await?;
            widget.answer("We have met once").await?;
            let prompt = widget.heading().await?;
            ensure!(widget.names("radiogroup").await? == [prompt.as_str()]);
            let radios = widget.names("radio").await?;
            ensure!(
                radios
                    == [
                        "Not true",
                        "A little",
                        "Partly",
                        "Mostly",
                        "Very true",
                        "Can't tell yet"
                    ],
                "{radios:?}"
            );
            for name in ["Next", "Back", "Skip", "Leave quickly", "Need help now?"] {
                widget.button(name).element().await?;
            }
            for _ in 0..13 {
                widget
                    .heading_after(async || widget.button("Skip").click().await)
                    .await?;
            }
            widget.button("See result").click().await?;
            widget.button("New check-in").element().await?;
            widget.button("Delete everything").element().await?;
            Ok(())
        })
        .await
}

#[tokio::test]
async fn answers_are_large_enough_to_touch_and_focus_can_be_seen_everywhere() -> Result<()> {
    host::with("storage=none form=short")
        .size(SMALL.0, SMALL.1)
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            large_enough(page, ".answer").await?;
            way.stage("met-once").await?;
            way.stands_at("item.feels-understood").await?;
            large_enough(page, ".answer").await?;
            for _ in 0..6 {
                page.press("Tab").await?;
                let script = "let at = document.querySelector('therapist-fit').shadowRoot.activeElement;
                              if (!at) return null;
                              const outlined = [at, at.closest('label')].filter(Boolean).map((it) => getComputedStyle(it));
                              return [at.textContent || at.value, outlined.some((it) => it.outlineStyle !== 'none' &&
                                parseFloat(it.outlineWidth) >= 2)]";
                let seen: Option<(String, bool)> = page.script(script, Vec::new()).await?;
                if let Some((name, outlined)) = seen {
                    ensure!(outlined, "the focus can't be seen on “{name}”");
                }
            }
            way.press("button.skip").await?;
            way.items(&FIRST[1..], &["skip"; 9]).await?;
            way.context("skip", "no", Some("yes")).await?;
            large_enough(page, ".pill").await
        })
        .await
}

#[tokio::test]
async fn nothing_moves_for_who_asks_for_less_motion() -> Result<()> {
    host::with("storage=none")
        .media("prefers-reduced-motion", "reduce")
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            // Transitions and animations under way, here and below.
            let script = "return document.querySelector('therapist-fit').shadowRoot.getAnimations().length";
            way.widget.radio("We have met once").click().await?;
            let moving: u32 = page.script(script, Vec::new()).await?;
            way.stands_at("item.feels-understood").await?;
            let still: u32 = page.script(script, Vec::new()).await?;
            ensure!(moving == 0 && still == 0, "{moving}, {still}");
            Ok(())
        })
        .await
}

async fn in_both_colours_and_sizes(part: Part) -> Result<()> {
    part.prepare(page_of_both_colours())
        .run(async |page| {
            let way = Way::on(page)?;
            part.pass(&way, async |screen| {
                for (width, height) in [SMALL, LARGE] {
                    page.resize(width, height).await?;
                    for colours in ["light", "dark"] {
                        page.set_media(&[("prefers-color-scheme", colours), ("prefers-reduced-motion", "reduce")])
                            .await?;
                        check(page, &format!("{screen}, {colours}, {width} pixels wide")).await?;
                    }
                }
                Ok(())
            })
            .await
        })
        .await
}

/// A page that follows the system's colours itself, as far as the widget's surroundings go.
fn page_of_both_colours() -> Visit {
    host::with("").media("prefers-reduced-motion", "reduce")
}

/// Nothing stands out of the window, and axe-core finds nothing.
pub async fn check(page: &Page, what: &str) -> Result<()> {
    let checked = async {
        fits(page).await?;
        page.assert_accessible().await
    };
    checked.await.map_err(|error| error.context(what.to_owned()))
}

/// Nothing stands out of the window on either side, on the page or within the widget.
async fn fits(page: &Page) -> Result<()> {
    page.widget().assert_fits().await?;
    let script = "const root = document.querySelector('therapist-fit').shadowRoot;
                  return [...root.querySelectorAll('*')].filter((it) => it.checkVisibility()).filter((it) => {
                    const { left, right, width } = it.getBoundingClientRect();
                    return width > 0 && (left < -0.5 || right > innerWidth + 0.5);
                  }).map((it) => `${it.localName}.${it.getAttribute('class')}: ${it.textContent.slice(0, 40)}`)";
    let wide: Vec<String> = page.script(script, Vec::new()).await?;
    ensure!(wide.is_empty(), "these stand out of the window: {wide:#?}");
    Ok(())
}

/// At least 44 pixels either way.
async fn large_enough(page: &Page, selector: &str) -> Result<()> {
    let script = "return [...document.querySelector('therapist-fit').shadowRoot.querySelectorAll(arguments[0])]
                    .map((it) => it.getBoundingClientRect()).map(({ width, height }) => [width, height])";
    let sizes: Vec<(f64, f64)> = page.script(script, vec![json!(selector)]).await?;
    ensure!(!sizes.is_empty(), "there is no {selector}");
    ensure!(
        sizes.iter().all(|(width, height)| *width > 43.9 && *height > 43.9),
        "{selector}: {sizes:?}"
    );
    Ok(())
}
