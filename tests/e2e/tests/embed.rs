//! How it gets onto a page: the tag where it stands or elements of one's own, any number of times; when it is fetched; and
//! what stands there before it runs.

use std::time::Duration;

use e2e::{Page, Result, Visit, ensure, wait};

use crate::{
    host,
    way::{SHORT, Way},
};

#[tokio::test]
async fn the_tag_alone_puts_the_widget_where_it_stands_with_its_data_as_attributes() -> Result<()> {
    let script = r#"<script async src="/therapist-fit.js" data-form="full" data-profile="blog" data-heading-level="3"
                     data-theme="dark"></script>"#;
    host::body(&format!("<p id=before>Before</p>{script}<p id=after>After</p>"))
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            let found: (String, String, String, String, String) = page
                .script(
                    "const it = document.querySelector('therapist-fit');
                     const level = it.shadowRoot.querySelector('#title').localName;
                     return [it.previousElementSibling.id, it.nextElementSibling.localName, it.getAttribute('theme'),
                             it.getAttribute('form'), level]",
                    Vec::new(),
                )
                .await?;
            let expected = ["before", "script", "dark", "full", "h3"].map(str::to_owned);
            ensure!(<[String; 5]>::from(found.clone()) == expected, "{found:?}");
            way.stage("early").await?;
            way.stands_at("item.feels-understood").await?;
            way.widget.text_has("1 of 28").await?;
            let kept = page.storage().await?;
            ensure!(
                kept.len() == 1 && kept.keys().all(|key| key.starts_with("therapist-fit:blog:draft:")),
                "{kept:?}"
            );
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_page_with_elements_of_its_own_gets_no_other_one_from_the_tag() -> Result<()> {
    let twice = r#"<script async src="/therapist-fit.js"></script><therapist-fit></therapist-fit>
                   <script type="module" src="/therapist-fit.js"></script><script src="/therapist-fit.js"></script>"#;
    host::body(twice)
        .run(async |page| {
            Way::on(page)?.start().await?;
            ensure!(count(page).await? == 1);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_page_that_includes_the_tag_twice_has_one_widget_and_fetches_its_files_once() -> Result<()> {
    let tag = r#"<script async src="/therapist-fit.js"></script>"#;
    host::body(&format!("{tag}<p>Between</p>{tag}"))
        .run(async |page| {
            Way::on(page)?.start().await?;
            ensure!(count(page).await? == 1);
            let wasm = page.requests_of("wasm").len();
            ensure!(wasm == 1, "{:?}", page.requests());
            Ok(())
        })
        .await
}

#[tokio::test]
async fn two_widgets_side_by_side_know_nothing_of_one_another() -> Result<()> {
    host::body("<therapist-fit form=short></therapist-fit><therapist-fit profile=second form=full></therapist-fit>")
        .run(async |page| {
            let first = Way::on(page)?;
            let second = first.beside(1)?;
            first.start().await?;
            first.stage("early").await?;
            first.items(&SHORT[..2], &["mostly", "a-little"]).await?;
            first.stands_at("item.respects-who-i-am").await?;

            ensure!(second.widget.heading().await? == second.words.get("intro.title"));
            second.start().await?;
            second.stage("ended").await?;
            second.stands_at("item.feels-understood").await?;
            ensure!(
                !second.widget.radio("Mostly").is_chosen().await?,
                "that is the other one's answer"
            );
            second.answer("not-true").await?;

            let kept = page.storage().await?;
            let of = |profile: &str| {
                kept.iter()
                    .find(|(key, _)| key.contains(profile))
                    .map(|it| it.1.as_str())
            };
            ensure!(kept.len() == 2, "{kept:?}");
            ensure!(of(":default:").is_some_and(|text| text.contains("on-my-side") && !text.contains("ended")));
            ensure!(of(":second:").is_some_and(|text| text.contains("ended") && !text.contains("on-my-side")));
            page.reload().await?;
            first.press("button.continue").await?;
            first.stands_at("item.respects-who-i-am").await?;
            second.widget.heading_becomes("Welcome back").await
        })
        .await
}

#[tokio::test]
async fn a_widget_taken_out_and_put_back_goes_on_where_it_was_though_nothing_is_kept() -> Result<()> {
    host::with("storage=none form=short")
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            way.stage("early").await?;
            way.stands_at("item.feels-understood").await?;
            way.answer("mostly").await?;
            way.stands_at("item.on-my-side").await?;
            page.execute("window.taken = document.querySelector('therapist-fit'); taken.remove()")
                .await?;
            let left: u32 = page
                .script("return taken.shadowRoot.querySelectorAll('*').length", Vec::new())
                .await?;
            ensure!(left == 0, "removing unmounts everything, and {left} elements are left");
            page.execute("document.querySelector('main').append(taken)").await?;
            way.widget.heading_becomes(&way.words.get("item.on-my-side")).await?;
            way.press("button.back").await?;
            way.stands_at("item.feels-understood").await?;
            ensure!(way.widget.radio("Mostly").is_chosen().await?);

            // Moving is out and in at once: nothing is lost, and the widget runs on.
            page.execute("document.querySelector('main').prepend(taken)").await?;
            way.answer("very-true").await?;
            way.stands_at("item.on-my-side").await?;
            ensure!(page.storage().await?.is_empty());
            let ready = page
                .events()
                .await?
                .iter()
                .filter(|event| event.name == "ready")
                .count();
            ensure!(ready == 2, "mounted twice, and told {ready} times");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn below_the_fold_it_is_fetched_only_when_it_comes_near() -> Result<()> {
    let page = "<style>#far { height: 6000px }</style><div id=far></div><therapist-fit></therapist-fit>";
    host::body(page)
        .run(async |page| {
            let way = Way::on(page)?;
            // Its first words stand there all the same.
            way.widget.text_has(&way.words.get("intro.title")).await?;
            tokio::time::sleep(Duration::from_millis(600)).await;
            ensure!(
                page.requests() == ["/pages/page.html", "/therapist-fit.js"],
                "{:?}",
                page.requests()
            );
            page.execute("document.querySelector('therapist-fit').scrollIntoView()")
                .await?;
            way.start().await
        })
        .await
}

#[tokio::test]
async fn eager_below_the_fold_is_fetched_at_once_and_takes_no_focus() -> Result<()> {
    let page = "<style>#far { height: 6000px }</style><div id=far></div><therapist-fit loading=eager></therapist-fit>";
    host::body(page)
        .run(async |page| {
            page.widget().button("Need help now?").element().await?;
            let (top, focused): (u32, String) = page
                .script("return [scrollY, document.activeElement.localName]", Vec::new())
                .await?;
            ensure!(
                top == 0 && focused == "body",
                "the page must stay where it is: {top}, {focused}"
            );
            Ok(())
        })
        .await
}

#[tokio::test]
async fn its_room_is_kept_and_its_words_stand_there_while_the_files_are_on_their_way() -> Result<()> {
    host::body("<therapist-fit></therapist-fit><p id=below>Below</p>")
        .site(|site| site.slow("*.wasm", Duration::from_secs(2)))
        .run(async |page| {
            let way = Way::on(page)?;
            way.widget.text_has(&way.words.get("intro.title")).await?;
            ensure!(
                !way.widget.has_button("Need help now?").await?,
                "the files are there already"
            );
            let before = below(page).await?;
            way.widget.button("Start").click().await?;
            // Who was quicker than the files is led on as soon as they are there.
            way.stands_at("stage.prompt").await?;
            page.reload().await?;
            way.widget.button("Need help now?").element().await?;
            let after = below(page).await?;
            ensure!(
                before.abs_diff(after) < 60,
                "what stands below has jumped by {} pixels",
                before.abs_diff(after)
            );
            Ok(())
        })
        .await
}

#[tokio::test]
async fn an_element_made_later_by_a_script_works_too() -> Result<()> {
    Visit::to("/pages/late.html")
        .page(
            "<!doctype html><html lang=en><head><title>Late</title><script src=/therapist-fit.js></script></head>\
             <body><main><h1>Late</h1></main></body></html>",
        )
        .run(async |page| {
            ensure!(count(page).await? == 0, "a tag in the head shows nothing by itself");
            page.execute(
                "const it = document.createElement('therapist-fit'); it.setAttribute('form', 'short');
                 document.querySelector('main').append(it)",
            )
            .await?;
            let way = Way::on(page)?;
            way.start().await?;
            way.stage("later").await?;
            way.stands_at("item.feels-understood").await
        })
        .await
}

async fn count(page: &Page) -> Result<u32> {
    page.script("return document.querySelectorAll('therapist-fit').length", Vec::new())
        .await
}

/// Where the paragraph below the widget stands, once it stands still.
async fn below(page: &Page) -> Result<u32> {
    let mut last = None;
    wait::until_some("the page to stand still", async || {
        let script = "return Math.round(document.querySelector('#below').getBoundingClientRect().top + scrollY)";
        let now: u32 = page.script(script, Vec::new()).await?;
        let same = last == Some(now);
        last = Some(now);
        Ok(same.then_some(now))
    })
    .await
}
