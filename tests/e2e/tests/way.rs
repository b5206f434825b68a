//! The way through the checklist as a visitor's verbs, by pointer or by keyboard alone. At each step it makes sure that the
//! right question is asked and that its heading has the focus. Which items are asked, and in what order, is written out here
//! from the specification, not taken from the widget.

use anyhow::Context;
use e2e::{Page, Result, Widget, bail, ensure};

use crate::words::Words;

/// The items of the full form, in their order. Those marked with `-` are reversed.
pub const FULL: [&str; 28] = [
    "feels-understood",
    "feelings-valued",
    "on-my-side",
    "-leaves-alone",
    "feels-welcome",
    "clear-words",
    "respects-who-i-am",
    "-talked-over",
    "can-say-hard-things",
    "knows-privacy",
    "can-slow-down",
    "-hides-feelings",
    "same-purpose",
    "say-in-goals",
    "story-rings-true",
    "-sessions-drift",
    "knows-how-it-works",
    "could-explain-why",
    "can-change-way",
    "-pointless-tasks",
    "has-plan",
    "plan-fits-me",
    "knows-next",
    "-starts-from-scratch",
    "asks-how-it-goes",
    "gives-feedback",
    "changes-course",
    "-would-miss-decline",
];

/// The items of the short form.
pub const SHORT: [&str; 14] = [
    "feels-understood",
    "on-my-side",
    "respects-who-i-am",
    "-talked-over",
    "can-say-hard-things",
    "-hides-feelings",
    "same-purpose",
    "-sessions-drift",
    "could-explain-why",
    "can-change-way",
    "plan-fits-me",
    "-starts-from-scratch",
    "asks-how-it-goes",
    "changes-course",
];

/// The items that can be judged after one meeting.
pub const FIRST: [&str; 10] = [
    "feels-understood",
    "feelings-valued",
    "feels-welcome",
    "clear-words",
    "-talked-over",
    "knows-privacy",
    "can-slow-down",
    "same-purpose",
    "knows-how-it-works",
    "asks-how-it-goes",
];

/// The answers of the scale, by their message keys, lowest first.
pub const SCALE: [&str; 5] = ["not-true", "a-little", "partly", "mostly", "very-true"];

/// What the visitor uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Real clicks.
    Pointer,
    /// Real keys: a number answers and goes on.
    Numbers,
    /// Real keys: arrows select, Enter goes on.
    Arrows,
}

/// A visitor on the way through one widget.
#[derive(Debug)]
pub struct Way<'a> {
    pub page: &'a Page,
    pub widget: Widget<'a>,
    pub words: Words,
    tag: String,
    by: By,
}

impl<'a> Way<'a> {
    /// Through the first widget of the page, in English.
    pub fn by(by: By, page: &'a Page) -> Result<Self> {
        Ok(Self {
            page,
            widget: page.widget(),
            words: Words::of("en")?,
            tag: "en".to_owned(),
            by,
        })
    }

    /// Through the first widget of the page, by pointer and in English.
    pub fn on(page: &'a Page) -> Result<Self> {
        Self::by(By::Pointer, page)
    }

    /// The same in another language.
    pub fn in_language(self, tag: &str) -> Result<Self> {
        Ok(Self {
            words: Words::of(tag)?,
            tag: tag.to_owned(),
            ..self
        })
    }

    /// Through another widget of the same page.
    pub fn beside(&self, place: usize) -> Result<Self> {
        Ok(Self {
            widget: self.page.nth_widget(place),
            ..Self::by(self.by, self.page)?
        })
    }

    /// Waits for the screen whose heading is the message under `key`, with the focus on it.
    pub async fn stands_at(&self, key: &str) -> Result<()> {
        let heading = self.words.get(key);
        self.widget.heading_becomes(&heading).await?;
        self.widget.focus_is_on("heading", &heading).await
    }

    /// Waits for one of the notes, headings or sentences under `key`.
    pub async fn reads(&self, key: &str) -> Result<()> {
        self.widget.text_has(&self.words.get(key)).await
    }

    /// Whether the message under `key` is among the words shown now.
    pub async fn shows(&self, key: &str) -> Result<bool> {
        Ok(self.widget.text().await?.contains(&self.words.get(key)))
    }

    /// A number as the browser writes it in the language.
    pub async fn number(&self, number: u32) -> Result<String> {
        let script = "return new Intl.NumberFormat(arguments[0]).format(arguments[1])";
        self.page
            .script(script, vec![self.tag.as_str().into(), number.into()])
            .await
    }

    /// Presses the button of the message under `key`.
    pub async fn press(&self, key: &str) -> Result<()> {
        let name = self.words.get(key);
        match self.by {
            By::Pointer => self.widget.button(&name).click().await,
            By::Numbers | By::Arrows => {
                self.tab_to("button", &name).await?;
                self.page.press("Enter").await
            }
        }
    }

    /// Presses Tab until this has the focus, and gives the names of what had it on the way.
    pub async fn tab_to(&self, role: &str, name: &str) -> Result<Vec<String>> {
        let mut passed = Vec::new();
        for _ in 0..60 {
            match self.widget.focused().await {
                Ok((at, named)) if at == role && named == name => return Ok(passed),
                Ok((_, named)) => passed.push(named),
                // It is on the host page.
                Err(_) => {}
            }
            self.page.press("Tab").await?;
        }
        bail!("Tab does not lead to the {role} “{name}”, but to {passed:?}")
    }

    /// From the introduction or the list of check-ins to the question for the stage.
    pub async fn start(&self) -> Result<()> {
        // The words that stand there before the widget runs have a Start as well; either one will do for a pointer, but
        // the focus should not be lost on its way.
        self.widget.button(&self.words.get("button.help")).element().await?;
        self.press("button.start").await?;
        self.stands_at("stage.prompt").await
    }

    /// Chooses the stage.
    pub async fn stage(&self, id: &str) -> Result<()> {
        let stages = ["not-met", "met-once", "early", "later", "ended"];
        self.choose("stage.", &stages, id).await
    }

    /// Chooses the form.
    pub async fn form(&self, id: &str) -> Result<()> {
        self.stands_at("form.prompt").await?;
        let label = async |id: &str, count| -> Result<String> {
            let count = self.number(count).await?;
            Ok(self.words.format(&format!("form.{id}"), &[("n", &count)]))
        };
        let labels = [label("short", 14).await?, label("full", 28).await?];
        self.pick(&labels, usize::from(id == "full")).await
    }

    /// Answers these items, each with the answer in its place: one of the scale, `cant-tell` or `skip`.
    pub async fn items(&self, ids: &[&str], answers: &[&str]) -> Result<()> {
        ensure!(
            ids.len() == answers.len(),
            "{} answers for {} items",
            answers.len(),
            ids.len()
        );
        for (id, answer) in ids.iter().zip(answers) {
            self.stands_at(&format!("item.{}", id.trim_start_matches('-'))).await?;
            self.answer(answer).await?;
        }
        Ok(())
    }

    /// Gives the answer that moves on from a question with the scale.
    pub async fn answer(&self, answer: &str) -> Result<()> {
        match answer {
            "skip" => self.press("button.skip").await,
            "cant-tell" if self.by == By::Pointer => {
                self.widget.radio(&self.words.get("scale.cant-tell")).click().await
            }
            "cant-tell" => {
                // It stands apart and has no number: arrows lead there, Enter goes on.
                self.tab_to("radio", &self.words.get("scale.not-true")).await?;
                self.page.press_all(&["ArrowDown"; SCALE.len()]).await?;
                self.page.press("Enter").await
            }
            _ => self.choose("scale.", &SCALE, answer).await,
        }
    }

    async fn choose(&self, prefix: &str, ids: &[&str], id: &str) -> Result<()> {
        let labels: Vec<String> = ids.iter().map(|id| self.words.get(&format!("{prefix}{id}"))).collect();
        let place = ids.iter().position(|it| *it == id);
        self.pick(&labels, place.with_context(|| format!("{id} is not among {ids:?}"))?)
            .await
    }

    /// Picks one of the options and goes on.
    async fn pick(&self, labels: &[String], place: usize) -> Result<()> {
        match self.by {
            By::Pointer => self.widget.radio(&labels[place]).click().await,
            By::Numbers => self.page.press(&(place + 1).to_string()).await,
            By::Arrows => {
                self.tab_to("radio", &labels[0]).await?;
                self.page.press("Space").await?;
                self.page.press_all(&vec!["ArrowDown"; place]).await?;
                ensure!(
                    self.widget.radio(&labels[place]).is_chosen().await?,
                    "an arrow key selects"
                );
                self.page.press("Enter").await
            }
        }
    }

    /// Answers what is not scored; `choice` is none where it is not asked.
    pub async fn context(&self, like: &str, trust_past: &str, choice: Option<&str>) -> Result<()> {
        self.stands_at("context.like").await?;
        self.answer(like).await?;
        self.stands_at("context.trust-past").await?;
        self.choose("context.trust-past.", &["yes", "no", "rather-not-say"], trust_past)
            .await?;
        if let Some(choice) = choice {
            self.stands_at("context.choice").await?;
            self.choose("context.choice.", &["yes", "hard", "no"], choice).await?;
        }
        self.stands_at("safety.title").await
    }

    /// Gives an answer on the page of safety questions: `yes`, `no`, `not-sure` or `no-answer`.
    pub async fn safety(&self, question: &str, answer: &str) -> Result<()> {
        let group = self.words.get(&format!("safety.{question}.question"));
        let label = self.words.get(&format!("safety.{answer}"));
        self.widget.radio(&label).in_group(&group).click().await
    }

    /// From the page of safety questions to the result, which has this heading.
    pub async fn see_result(&self, heading: &str) -> Result<()> {
        self.press("button.see-result").await?;
        self.widget.heading_becomes(heading).await?;
        self.widget.focus_is_on("heading", heading).await
    }
}

/// One answer for odd places and another for even ones, counted from 1.
pub fn alternating(odd: &'static str, even: &'static str, count: usize) -> Vec<&'static str> {
    [odd, even].into_iter().cycle().take(count).collect()
}
