//! Where the visitor is: "4 of 14" in words, and a bar with one segment for each section.

use crate::flow::Step;
use crate::ui::kit::{El, Line, block, picture};
use crate::ui::state::App;

/// "4 of 14", on the screens of items; empty on others.
pub fn progress(app: App, at: usize) -> String {
    let steps = app.steps();
    let Some(Step::Item(_)) = steps.get(at) else {
        return String::new();
    };
    let done = steps.iter().take(at + 1).filter(|step| is_item(step)).count();
    let total = steps.iter().filter(|step| is_item(step)).count();
    let text = app.text();
    let number = |count: usize| text.number(u32::try_from(count).unwrap_or_default());
    text.format("ask.progress", &[("n", &number(done)), ("total", &number(total))])
}

/// The bar. It says nothing that the words do not say, so it is hidden from screen readers.
pub fn segments(app: App, at: usize) -> Option<El> {
    let steps = app.steps();
    let form = app.with(|model| {
        let draft = model.draft.as_ref();
        draft.map(|draft| draft.check_in.response.form)
    });
    let form = form.filter(|_| steps.len() > 2)?;
    let mut passed = steps.iter().take(at + 1).filter(|step| is_item(step)).count();
    let checklist = app.checklist();
    let sections: Vec<&str> = checklist.items(form).map(|(section, _)| section.id.as_str()).collect();
    let segments = sections.chunk_by(|before, after| before == after).map(|section| {
        let here = passed.min(section.len());
        passed -= here;
        segment(here * 100 / section.len())
    });
    Some(block("segments", segments).attr("aria-hidden", "true"))
}

fn is_item(step: &Step) -> bool {
    matches!(step, Step::Item(_))
}

fn segment(done: usize) -> El {
    let line = Line {
        class: "done",
        from: 0,
        to: u32::try_from(done).unwrap_or_default(),
        down: 3,
    };
    picture("segment flip", None, &[line])
}
