//! Past every screen and dialog, in three visits, with a stop at each: for what must hold on all of them.

use e2e::{Result, Visit};
use serde_json::json;

use crate::{kept::Kept, way::Way};

/// The visits that together pass every screen.
pub const PARTS: [Part; 3] = [Part::Beginning, Part::End, Part::Return];

/// A visit on the tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// From the introduction to a question, and the list for who has not met the therapist.
    Beginning,
    /// From the context to the result with help first.
    End,
    /// What a returning visitor finds, each kind of result, and the dialogs.
    Return,
}

impl Part {
    /// The visit with what has to be there from an earlier one.
    pub fn prepare(self, visit: Visit) -> Visit {
        match self {
            Self::Beginning => visit,
            Self::End => Kept::new("early", "short", "34c 1 2 s 1 4 321 0 43")
                .at_like()
                .under_way(visit),
            Self::Return => {
                let full = Kept::new("later", "full", &"4440".repeat(7)).later("full", 3000);
                let gap = Kept::new("later", "full", "4440 4440 121c 4443 4440 4441 3s30").later("gap", 2000);
                let first = Kept::new("met-once", "first", "4301 2 c4321").later("first", 1000);
                let short = Kept::new("ended", "short", "432 1 0 4 3 2 110 4 c2")
                    .said("like", "4")
                    .said("trust-past", "yes");
                [full, gap, first, short]
                    .iter()
                    .fold(visit, |visit, kept| kept.finished(visit))
            }
        }
    }

    /// Goes past the screens and calls `look` with the name of each.
    pub async fn pass(self, way: &Way<'_>, look: impl AsyncFn(&str) -> Result<()>) -> Result<()> {
        match self {
            Self::Beginning => beginning(way, look).await,
            Self::End => end(way, look).await,
            Self::Return => returning(way, look).await,
        }
    }
}

async fn beginning(way: &Way<'_>, look: impl AsyncFn(&str) -> Result<()>) -> Result<()> {
    way.widget.button(&way.words.get("button.help")).element().await?;
    look("intro").await?;
    way.start().await?;
    look("stage").await?;
    way.stage("not-met").await?;
    way.stands_at("prepare.title").await?;
    look("prepare").await?;
    way.press("button.new-check-in").await?;
    way.stands_at("stage.prompt").await?;
    way.stage("early").await?;
    way.stands_at("form.prompt").await?;
    look("form").await?;
    way.form("short").await?;
    way.stands_at("item.feels-understood").await?;
    look("question").await?;
    way.answer("mostly").await?;
    way.stands_at("item.on-my-side").await?;
    way.press("button.back").await?;
    way.stands_at("item.feels-understood").await?;
    look("question-answered").await?;
    way.page.reload().await?;
    way.widget.button(&way.words.get("button.continue")).element().await?;
    look("home-with-draft").await
}

async fn end(way: &Way<'_>, look: impl AsyncFn(&str) -> Result<()>) -> Result<()> {
    way.press("button.continue").await?;
    way.stands_at("context.like").await?;
    look("context").await?;
    way.context("mostly", "yes", Some("hard")).await?;
    look("safety").await?;
    way.safety("put-down", "yes").await?;
    way.safety("feel-worse", "not-sure").await?;
    way.press("button.see-result").await?;
    way.reads("safety.first").await?;
    look("result-with-help-first").await?;
    way.press("button.new-check-in").await?;
    way.stands_at("therapist.prompt").await?;
    look("therapist").await
}

async fn returning(way: &Way<'_>, look: impl AsyncFn(&str) -> Result<()>) -> Result<()> {
    way.widget.heading_becomes(&way.words.get("home.title")).await?;
    look("home-with-check-ins").await?;
    for (place, name) in ["result-full", "result-gap", "result-first", "result-short"]
        .iter()
        .enumerate()
    {
        let script =
            "return document.querySelector('therapist-fit').shadowRoot.querySelectorAll('[part=card]')[arguments[0]]";
        let card = way.page.driver().execute(script, vec![json!(place)]).await?;
        card.element()?.click().await?;
        way.widget.button(&way.words.get("button.home")).element().await?;
        look(name).await?;
        if *name == "result-short" {
            for disclosure in ["answers.title", "how.title", "privacy.title", "sources.title"] {
                way.press(disclosure).await?;
            }
            look("result-all-open").await?;
        }
        way.press("button.home").await?;
        way.stands_at("home.title").await?;
    }
    way.press("button.delete-everything").await?;
    way.widget.button(&way.words.get("button.cancel")).element().await?;
    look("delete-dialog").await?;
    way.press("button.cancel").await?;
    way.press("button.help").await?;
    way.widget.button(&way.words.get("button.close")).element().await?;
    look("help-dialog").await?;
    way.press("button.close").await
}
