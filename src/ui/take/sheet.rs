//! A check-in, or the list for a first meeting, as lines to read; and these lines as a page to print.

use crate::checklist::Form;
use crate::export::{Line, Sheet};
use crate::guidance;
use crate::response::CheckIn;
use crate::ui::course::{self, change};
use crate::ui::kit::{El, block, classed, el};
use crate::ui::result::{raise, verdict, whom_and_when, word};
use crate::ui::state::App;

/// How many conversation starters are printed where the visitor has marked none.
const STARTERS: usize = 5;

/// A check-in as lines. `drawn`: a picture of the parts stands beside them, so they are not listed.
pub fn sheet(app: App, id: &str, drawn: bool) -> Sheet {
    let mut sheet = Sheet::default();
    let Some(check_in) = &app.check_in(id) else {
        return sheet;
    };
    let text = app.text();
    let summary = app.summary(check_in);
    let response = &check_in.response;
    let guidance = guidance::guide(&app.checklist(), &summary, response.stage, &response.context);
    sheet.title(verdict::title(app, &summary));
    sheet.text(whom_and_when(app, check_in));
    sheet.text(verdict::explanation(app, &summary));
    sheet.text(verdict::score(app, &summary));
    if !drawn && response.form == Form::Full {
        sheet.heading(text.get("parts.title"));
        for section in &summary.sections {
            let score = section.score.as_ref().map(|score| score.shown(&app.checklist()));
            let score = score.map_or_else(|| text.get("parts.too-few"), |score| text.number(score));
            sheet.point([&text.of("section.", &section.id), ": ", &score].concat());
        }
    }
    changed(app, check_in, &mut sheet);
    let marked = &check_in.to_raise;
    let (title, items) = if marked.is_empty() {
        (
            raise::title(check_in),
            guidance.starters.iter().take(STARTERS).collect(),
        )
    } else {
        ("raise.marked", marked.iter().collect::<Vec<_>>())
    };
    if !items.is_empty() {
        sheet.heading(text.get(title));
    }
    for id in items {
        sheet.point([&text.starter(id), " (", &text.of("item.", id), ")"].concat());
    }
    if !check_in.note.is_empty() {
        sheet.heading(text.get("own-note.title"));
        sheet.text(check_in.note.clone());
    }
    sheet.heading(text.get("answers.title"));
    for (_, item) in app.checklist().items(response.form) {
        sheet.point([&text.of("item.", &item.id), " – ", &word(app, check_in, &item.id)].concat());
    }
    sheet.heading(String::new());
    sheet.text(text.get("intro.disclaimer"));
    sheet
}

fn changed(app: App, check_in: &CheckIn, sheet: &mut Sheet) {
    let all = course::comparable(app, check_in);
    let [.., before, _] = all.as_slice() else {
        return;
    };
    sheet.heading(app.get("change.title"));
    sheet.text(change::words(app, &all));
    for line in change::moves(app, before, check_in) {
        sheet.point(line);
    }
}

/// What to ask and listen for, by section.
pub fn list(app: App) -> Sheet {
    let text = app.text();
    let mut sheet = Sheet::default();
    sheet.title(text.get("prepare.title"));
    let mut group = String::new();
    for (section, item) in app.checklist().items(Form::Prepare) {
        if group != section.id {
            group.clone_from(&section.id);
            sheet.heading(text.of("section.", &section.id));
        }
        sheet.point(text.listen(&item.id));
    }
    sheet
}

/// The lines as elements.
pub fn page(sheet: &Sheet, picture: Option<El>) -> El {
    let mut pieces = Vec::new();
    let mut picture = picture;
    for line in &sheet.0 {
        let (tag, class, words) = match line {
            Line::Title(words) => ("h1", "title band", words),
            Line::Heading(words) => {
                pieces.extend(picture.take());
                ("h2", "heading", words)
            }
            Line::Text(words) => ("p", "", words),
            Line::Point(words) => ("p", "point", words),
        };
        if !words.is_empty() {
            pieces.push(classed(tag, class).attr("dir", "auto").text(words));
        }
    }
    block("", pieces).maybe(picture.take().map(|picture| el("div").child(picture)))
}
