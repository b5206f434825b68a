//! What was answered about safety: help comes first, an urgent yes leaves no band and no number, and none of it is kept.

use e2e::{Result, ensure, wait};

use crate::{host, kept::Kept, way::Way};

/// The short form, strong in every section.
const STRONG: &str = "444 0 4 0 4 0 444 0 44";

#[tokio::test]
async fn yes_and_not_sure_put_their_help_before_everything_else_and_the_most_urgent_first() -> Result<()> {
    Kept::new("later", "short", STRONG)
        .under_way(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.press("button.continue").await?;
            way.stands_at("safety.title").await?;
            way.safety("feel-worse", "yes").await?;
            way.safety("put-down", "no").await?;
            way.safety("sexual", "not-sure").await?;
            way.safety("hurt-or-threatened", "yes").await?;
            // Who thinks better of it takes an answer back.
            way.safety("hurt-or-threatened", "no-answer").await?;
            way.press("button.see-result").await?;
            way.reads("safety.first").await?;
            let shown = way.widget.text().await?;
            let at = |key: &str| shown.find(&way.words.get(key));
            ensure!(at("safety.first") < at("safety.sexual.help"), "{shown}");
            ensure!(at("safety.sexual.help") < at("safety.feel-worse.help"), "{shown}");
            ensure!(at("safety.feel-worse.help") < shown.find("Strong so far"), "{shown}");
            ensure!(at("safety.put-down.help").is_none() && at("safety.hurt-or-threatened.help").is_none());
            // Not sure of an urgent one leaves the result.
            ensure!(shown.contains("100 of 100"), "{shown}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn an_urgent_yes_hides_band_and_number_also_in_the_list_and_is_never_kept() -> Result<()> {
    Kept::new("later", "short", STRONG)
        .under_way(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.press("button.continue").await?;
            way.stands_at("safety.title").await?;
            let before = page.storage().await?;
            way.safety("hurt-or-threatened", "yes").await?;
            way.safety("told-others", "not-sure").await?;
            ensure!(page.storage().await? == before, "an answer about safety has been kept");
            // It is still there when the visitor goes back and forth.
            way.press("button.back").await?;
            way.stands_at("context.choice").await?;
            way.press("button.skip").await?;
            way.stands_at("safety.title").await?;
            way.press("button.see-result").await?;
            way.reads("reason.urgent-safety.title").await?;
            way.reads("safety.hurt-or-threatened.help").await?;
            let shown = way.widget.text().await?;
            for hidden in [
                "Strong",
                "of 100",
                &way.words.get("parts.title"),
                &way.words.get("strong.title"),
            ] {
                ensure!(!shown.contains(hidden), "`{hidden}` in {shown}");
            }
            for (key, text) in page.storage().await? {
                let record: serde_json::Value = serde_json::from_str(&text)?;
                let holds = |word: &str| text.contains(word);
                ensure!(
                    !holds("hurt") && !holds("told-others") && !holds("safety") && !holds("urgent"),
                    "{key}: {text}"
                );
                let context = record["context"].as_object().map_or(0, serde_json::Map::len);
                ensure!(context <= 1, "{text}");
            }
            ensure!(page.session_storage().await?.is_empty());
            way.press("button.home").await?;
            way.reads("home.title").await?;
            let shown = way.widget.text().await?;
            ensure!(!shown.contains("Strong"), "{shown}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_help_is_in_view_and_read_first_when_the_result_appears() -> Result<()> {
    Kept::new("later", "short", STRONG)
        .under_way(host::with(""))
        .size(390, 700)
        .run(async |page| {
            let way = Way::on(page)?;
            way.press("button.continue").await?;
            way.stands_at("safety.title").await?;
            for question in ["sexual", "hurt-or-threatened", "told-others", "put-down", "asked-for"] {
                way.safety(question, "yes").await?;
            }
            way.press("button.see-result").await?;
            way.reads("safety.first").await?;
            // The first thing read is the help, so there is the focus, in view.
            let script = "const root = document.querySelector('therapist-fit').shadowRoot;
                          const of = (it) => [it.textContent, it.getBoundingClientRect().top];
                          const help = root.querySelector('[part=safety] :is(h1,h2,h3,h4,h5,h6)');
                          return [...of(help), ...of(root.activeElement ?? document.body)]";
            let (help, top, focused, _): (String, f64, String, f64) =
                wait::until_some("a focus", async || Ok(Some(page.script(script, Vec::new()).await?))).await?;
            ensure!((0.0..600.0).contains(&top), "“{help}” stands at {top}, out of view");
            ensure!(help == focused, "the focus is on “{focused}”, below the help");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_page_can_be_skipped_as_a_whole_and_then_nothing_of_it_counts() -> Result<()> {
    Kept::new("later", "short", STRONG)
        .under_way(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.press("button.continue").await?;
            way.stands_at("safety.title").await?;
            way.safety("sexual", "yes").await?;
            way.press("button.skip").await?;
            way.widget.heading_becomes("Strong so far").await?;
            ensure!(!way.shows("safety.first").await?);
            Ok(())
        })
        .await
}
