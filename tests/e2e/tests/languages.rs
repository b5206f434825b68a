//! Spanish and Arabic: the whole way, numbers as the browser writes them, from right to left; and which language is spoken.

use e2e::{Page, Result, Visit, ensure};

use crate::{
    host,
    way::{SHORT, Way, alternating},
};

#[tokio::test]
async fn the_whole_short_way_in_spanish() -> Result<()> {
    whole_way("es", "ltr").await
}

#[tokio::test]
async fn the_whole_short_way_in_arabic_runs_from_right_to_left() -> Result<()> {
    whole_way("ar", "rtl").await
}

/// The answers of `the_short_form_with_alternating_answers_gives_77_and_is_strong`.
async fn whole_way(tag: &str, direction: &str) -> Result<()> {
    host::with(&format!("lang={tag}"))
        .size(390, 844)
        .run(async |page| {
            let way = Way::on(page)?.in_language(tag)?;
            way.start().await?;
            way.stage("early").await?;
            way.form("short").await?;
            let (first, last) = (way.number(1).await?, way.number(14).await?);
            way.widget
                .text_has(&way.words.format("ask.progress", &[("n", &first), ("total", &last)]))
                .await?;
            way.widget.assert_fits().await?;
            way.items(&SHORT, &alternating("very-true", "a-little", 14)).await?;
            way.context("very-true", "no", Some("yes")).await?;
            way.see_result(&way.words.get("verdict.strong.title")).await?;
            let score = way.words.format(
                "result.score",
                &[("score", &way.number(77).await?), ("answered", &last), ("total", &last)],
            );
            way.widget.text_has(&score).await?;
            way.widget.assert_fits().await?;
            let (lang, dir): (String, String) = page
                .script(
                    "const base = document.querySelector('therapist-fit').shadowRoot.querySelector('[part=base]');
                     return [base.lang, getComputedStyle(base).direction]",
                    Vec::new(),
                )
                .await?;
            ensure!(lang == tag && dir == direction, "{lang}, {dir}");
            // Help, deleting, and the way out speak it too.
            way.press("button.help").await?;
            way.reads("help.unseen").await?;
            way.press("button.close").await?;
            way.press("button.delete-everything").await?;
            way.press("button.delete-everything-yes").await?;
            way.reads("home.deleted").await
        })
        .await
}

#[tokio::test]
async fn the_nearest_language_around_the_element_is_spoken_and_each_file_is_fetched_once() -> Result<()> {
    let page = "<!doctype html><html lang=es><head><title>Página</title>\
                <script type=module src=/therapist-fit.js></script></head><body><main><h1>Página</h1>\
                <therapist-fit loading=eager></therapist-fit>\
                <div lang=ar><therapist-fit profile=two loading=eager></therapist-fit></div>\
                <div lang=ar><therapist-fit profile=three lang=en loading=eager></therapist-fit></div>\
                <div lang=fr><therapist-fit profile=four loading=eager></therapist-fit></div></main></body></html>";
    Visit::to("/pages/nearest.html")
        .page(page)
        .language("en")
        .run(async |page| {
            let way = Way::on(page)?;
            // French we don't speak, so the next language around it is taken.
            for (place, tag) in ["es", "ar", "en", "es"].iter().enumerate() {
                let one = way.beside(place)?.in_language(tag)?;
                one.widget.button(&one.words.get("button.help")).element().await?;
                one.reads("intro.disclaimer").await?;
            }
            let languages = page.requests_of("json");
            ensure!(languages.len() == 2, "{languages:?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_page_without_a_language_gets_that_of_the_browser_and_an_unknown_one_gets_english() -> Result<()> {
    let page = "<!doctype html><html><head><title>A page</title><script type=module src=/therapist-fit.js></script></head>\
                <body><therapist-fit></therapist-fit></body></html>";
    for (browser, spoken) in [("es-MX", "es"), ("fr", "en")] {
        Visit::to("/pages/none.html")
            .page(page)
            .language(browser)
            .run(async |page| {
                let way = Way::on(page)?.in_language(spoken)?;
                way.widget.button(&way.words.get("button.help")).element().await?;
                way.reads("intro.lead").await
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_missing_language_file_leaves_english_and_one_warning() -> Result<()> {
    host::with("lang=es form=short")
        .site(|site| site.missing("*.es.json"))
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            way.stage("early").await?;
            way.stands_at("item.feels-understood").await?;
            ensure!(spoken(page).await? == "en");
            let told = page.console().await?;
            let (ours, browsers): (Vec<_>, Vec<_>) =
                told.iter().partition(|entry| entry.text.starts_with("therapist-fit:"));
            ensure!(
                ours.len() == 1 && ours[0].text.ends_with(".es.json is missing or changed"),
                "{told:#?}"
            );
            // The browser tells of it by itself: that it is not there, so that it has not the hash it should have.
            let known = ["404", "Failed to find a valid digest"];
            ensure!(
                browsers
                    .iter()
                    .all(|entry| known.iter().any(|known| entry.text.contains(known))),
                "{told:#?}"
            );
            Ok(())
        })
        .await
}

#[tokio::test]
async fn another_language_in_the_middle_loses_no_answer() -> Result<()> {
    host::with("form=short")
        .run(async |page| {
            let english = Way::on(page)?;
            english.start().await?;
            english.stage("early").await?;
            english.items(&SHORT[..1], &["mostly"]).await?;
            english.stands_at("item.on-my-side").await?;
            page.execute("document.documentElement.lang = 'es'").await?;
            let spanish = Way::on(page)?.in_language("es")?;
            let heading = spanish.words.get("item.on-my-side");
            spanish.widget.heading_becomes(&heading).await?;
            spanish.press("button.back").await?;
            spanish.stands_at("item.feels-understood").await?;
            ensure!(
                spanish
                    .widget
                    .radio(&spanish.words.get("scale.mostly"))
                    .is_chosen()
                    .await?
            );
            page.execute("document.querySelector('therapist-fit').setAttribute('lang', 'en')")
                .await?;
            english
                .widget
                .heading_becomes(&english.words.get("item.feels-understood"))
                .await
        })
        .await
}

/// The language that the widget says it speaks.
async fn spoken(page: &Page) -> Result<String> {
    let script = "return document.querySelector('therapist-fit').shadowRoot.querySelector('[part=base]').lang";
    page.script(script, Vec::new()).await
}
