//! What a site owner can rely on: attributes and their wrong values, events, methods, slots, and what stands there where the
//! widget can't run.

use e2e::{Page, Result, ensure};
use serde_json::{Value, json};

use crate::{
    host,
    way::{FIRST, SHORT, Way},
};

#[tokio::test]
async fn a_wrong_value_is_one_warning_that_names_it_and_the_default_holds() -> Result<()> {
    host::with(
        "lang=xx-toolong-language theme=pink form=long storage=cloud profile='Our Clinic' region=England loading=never \
         exit-url=javascript:alert(1) heading-level=9",
    )
    .run(async |page| {
        let way = Way::on(page)?;
        way.start().await?;
        page.assert_console_holds(&[
            r#"lang="xx-toolong-language" is not allowed"#,
            r#"theme="pink" is not allowed; allowed is auto, light, dark"#,
            r#"form="long" is not allowed; allowed is ask, short, full"#,
            r#"storage="cloud" is not allowed; allowed is local, session, none"#,
            r#"profile="Our Clinic" is not allowed"#,
            r#"region="England" is not allowed"#,
            r#"loading="never" is not allowed; allowed is lazy, eager"#,
            r#"exit-url="javascript:alert(1)" is not allowed"#,
            r#"heading-level="9" is not allowed"#,
        ])
        .await?;
        // The same mistakes are not told again when another attribute changes.
        page.execute("document.querySelector('therapist-fit').setAttribute('form', 'longer')")
            .await?;
        way.stage("early").await?;
        way.form("short").await?;
        page.assert_console_holds(&[r#"form="longer" is not allowed"#]).await?;
        let level: String = page
            .script(
                "return document.querySelector('therapist-fit').shadowRoot.querySelector('#title').localName",
                Vec::new(),
            )
            .await?;
        ensure!(level == "h2", "{level}");
        ensure!(
            page.storage()
                .await?
                .keys()
                .all(|key| key.starts_with("therapist-fit:default:"))
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn headings_take_their_place_below_those_of_the_page() -> Result<()> {
    host::with("heading-level=4 storage=none form=short")
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            way.stage("met-once").await?;
            way.items(&FIRST, &["skip"; 10]).await?;
            way.context("skip", "no", Some("yes")).await?;
            way.see_result("First impressions").await?;
            let script = "return [...document.querySelector('therapist-fit').shadowRoot
                          .querySelectorAll('h1,h2,h3,h4,h5,h6')].map((it) => it.localName)";
            let levels: Vec<String> = page.script(script, Vec::new()).await?;
            ensure!(
                levels[0] == "h4" && levels[1..].iter().all(|it| it == "h5" || it == "h6"),
                "{levels:?}"
            );
            page.execute("document.querySelector('therapist-fit').setAttribute('heading-level', '2')")
                .await?;
            let title = "return document.querySelector('therapist-fit').shadowRoot.querySelector('#title').localName";
            e2e::wait::until("the heading at the new level", async || {
                Ok(page.script::<String>(title, Vec::new()).await? == "h2")
            })
            .await
        })
        .await
}

#[tokio::test]
async fn the_theme_follows_the_attribute_then_the_page_then_the_system() -> Result<()> {
    let attributes = ["", "theme=light", "theme=dark"];
    let elements = attributes
        .map(|it| format!("<therapist-fit {it} loading=eager></therapist-fit>"))
        .concat();
    host::body(&elements)
        .dark()
        .run(async |page| {
            for place in 0..3 {
                page.nth_widget(place).button("Need help now?").element().await?;
            }
            ensure!(darkness(page).await? == [true, false, true], "the system is dark");
            page.set_media(&[("prefers-color-scheme", "light")]).await?;
            ensure!(darkness(page).await? == [false, false, true], "the system is light");
            page.execute("document.documentElement.setAttribute('style', 'color-scheme: dark')")
                .await?;
            ensure!(darkness(page).await? == [true, false, true], "the page is dark");
            page.execute("document.querySelector('therapist-fit').setAttribute('theme', 'light')")
                .await?;
            ensure!(darkness(page).await? == [false, false, true]);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn events_come_in_order_and_carry_no_answer() -> Result<()> {
    host::with("form=short")
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            way.stage("early").await?;
            let mut answers = ["mostly"; 14];
            answers[1] = "skip";
            answers[4] = "cant-tell";
            answers[5] = "partly";
            way.items(&SHORT, &answers).await?;
            way.context("mostly", "yes", Some("no")).await?;
            way.safety("put-down", "yes").await?;
            way.press("button.see-result").await?;
            way.widget.text_has("Mixed so far").await?;
            way.press("button.delete-everything").await?;
            way.press("button.delete-everything-yes").await?;
            way.reads("home.deleted").await?;

            let events = page.events().await?;
            let mut answered = 0;
            let mut expected: Vec<(String, Value)> =
                vec![("ready".to_owned(), Value::Null), ("start".to_owned(), Value::Null)];
            // Where nothing is answered, nothing is told.
            for _ in answers.iter().filter(|it| **it != "skip" && **it != "cant-tell") {
                answered += 1;
                expected.push(("progress".to_owned(), json!({ "answered": answered, "total": 14 })));
            }
            expected.push(("complete".to_owned(), Value::Null));
            expected.push(("clear".to_owned(), Value::Null));
            let seen: Vec<(String, Value)> = events.iter().map(|it| (it.name.clone(), it.detail.clone())).collect();
            ensure!(seen == expected, "{seen:#?}");
            ensure!(events.iter().all(|it| it.bubbles && it.composed && !it.cancelable));
            Ok(())
        })
        .await
}

#[tokio::test]
async fn start_and_clear_can_be_called_by_the_page_also_before_it_runs() -> Result<()> {
    host::body("<therapist-fit></therapist-fit>")
        .run(async |page| {
            let way = Way::on(page)?;
            let call = async |name: &str| {
                page.execute(&format!("document.querySelector('therapist-fit').{name}()"))
                    .await
            };
            call("start").await?;
            way.stands_at("stage.prompt").await?;
            // Who has not seen the introduction is told here what is kept.
            way.reads("keep.local").await?;
            way.widget
                .checkbox(&way.words.get("intro.keep-nothing"))
                .element()
                .await?;
            way.stage("early").await?;
            way.form("short").await?;
            way.stands_at("item.feels-understood").await?;
            call("start").await?;
            ensure!(
                way.widget.heading().await? == way.words.get("item.feels-understood"),
                "it is under way already"
            );
            way.items(&SHORT[..1], &["mostly"]).await?;
            way.stands_at(&format!("item.{}", SHORT[1])).await?;
            page.reload().await?;
            way.widget.button("Continue").element().await?;
            call("start").await?;
            way.stands_at(&format!("item.{}", SHORT[1])).await?;
            page.store("other", "the page's own").await?;
            call("clear").await?;
            way.reads("home.deleted").await?;
            ensure!(page.storage().await?.into_keys().collect::<Vec<_>>() == ["other"]);
            let names: Vec<String> = page.events().await?.into_iter().map(|it| it.name).collect();
            ensure!(names == ["ready", "start", "clear"], "{names:?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn owners_may_add_help_lines_and_a_word_of_their_own_below_the_result() -> Result<()> {
    let inside = "<p slot=help>Call our front desk: 555 0100</p><p slot=after-summary>Book a talk with us</p>";
    host::body(&format!("<therapist-fit storage=none>{inside}</therapist-fit>"))
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            let shown = async |slot: &str| -> Result<bool> {
                page.script(
                    "return document.querySelector(`[slot=${arguments[0]}]`).checkVisibility()",
                    vec![json!(slot)],
                )
                .await
            };
            ensure!(!shown("help").await? && !shown("after-summary").await?);
            way.press("button.help").await?;
            way.widget.button("Close").element().await?;
            ensure!(shown("help").await?);
            way.press("button.close").await?;
            way.stage("met-once").await?;
            way.items(&FIRST, &["skip"; 10]).await?;
            way.context("skip", "no", Some("yes")).await?;
            way.see_result("First impressions").await?;
            ensure!(shown("after-summary").await?);
            Ok(())
        })
        .await
}

/// Whether each widget is light on dark.
async fn darkness(page: &Page) -> Result<Vec<bool>> {
    // What is drawn, not what is said: colours may be names, functions or custom properties.
    let script = "const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
                  const bright = (colour) => {
                    canvas.fillStyle = colour;
                    canvas.fillRect(0, 0, 1, 1);
                    return canvas.getImageData(0, 0, 1, 1).data[1];
                  };
                  return [...document.querySelectorAll('therapist-fit')].map((host) => {
                    const { color, backgroundColor } = getComputedStyle(host.shadowRoot.querySelector('[part~=base]'));
                    return bright(color) > bright(backgroundColor);
                  })";
    page.script(script, Vec::new()).await
}
