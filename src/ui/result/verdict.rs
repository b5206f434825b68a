//! The verdict in words, and the number small beside it.

use crate::scoring::{Summary, Verdict};
use crate::ui::state::App;

/// The band in words, or why there is none.
pub fn title(app: App, summary: &Summary) -> String {
    let text = app.text();
    match &summary.verdict {
        Verdict::Band { id, gaps } => {
            let with_gaps = ["verdict.", id, ".gaps"].concat();
            if gaps.is_empty() || !text.has(&with_gaps) {
                return text.get(&["verdict.", id, ".title"].concat());
            }
            let names: Vec<String> = gaps.iter().map(|section| within(app, section)).collect();
            text.format(&with_gaps, &[("sections", &text.locale.list(&names))])
        }
        Verdict::Withheld(reasons) => reasons
            .first()
            .map(|reason| text.get(&["reason.", reason.id(), ".title"].concat()))
            .unwrap_or_default(),
    }
}

/// What the verdict means, in a sentence or two.
pub fn explanation(app: App, summary: &Summary) -> String {
    let text = app.text();
    match &summary.verdict {
        Verdict::Band { id, gaps } => {
            let with_gaps = ["verdict.", id, ".gaps-text"].concat();
            if gaps.is_empty() || !text.has(&with_gaps) {
                text.get(&["verdict.", id, ".text"].concat())
            } else {
                text.get(&with_gaps)
            }
        }
        Verdict::Withheld(reasons) => reasons
            .iter()
            .map(|reason| text.get(&["reason.", reason.id(), ".text"].concat()))
            .take(1)
            .collect(),
    }
}

/// The number, from how many answers, and the range while some are open. Nothing but the count where there is no band.
pub fn score(app: App, summary: &Summary) -> String {
    let text = app.text();
    let answered = text.number(summary.answered);
    let total = text.number(summary.total);
    let counts = [("answered", answered.as_str()), ("total", total.as_str())];
    let (Verdict::Band { .. }, Some(score)) = (&summary.verdict, &summary.score) else {
        return text.format("result.answered", &counts);
    };
    let shown = |score: &crate::scoring::Score| text.number(score.shown(&app.checklist()));
    let mut sentences = vec![text.format(
        "result.score",
        &[("score", shown(score).as_str()), counts[0], counts[1]],
    )];
    if let Some(range) = summary.range.as_ref().filter(|_| summary.answered < summary.total) {
        sentences.push(text.format(
            "result.range",
            &[("low", &shown(&range.low)), ("high", &shown(&range.high))],
        ));
    }
    sentences.push(text.get("result.limits"));
    sentences.join(" ")
}

/// A section's name as it stands within a sentence; its title where there is none.
fn within(app: App, section: &str) -> String {
    app.text().first(["within.", "section."], section)
}
