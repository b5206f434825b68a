//! Taking it along: print, save in a format, copy, share, and a reminder. Nothing goes anywhere by itself.

mod sheet;

pub use sheet::list;

use crate::browser;
use crate::export::{Export, FORMATS, Format, Sheet, ics, time};
use crate::response::CheckIn;
use crate::ui::kit::{El, block, button, classed, copy, disclosure, el, quiet, say};
use crate::ui::result::parts;
use crate::ui::state::App;

/// How a sheet looks on paper.
const PAPER: &str = include_str!("paper.css");

/// What files are called: nothing that tells what they are about.
const FILE: &str = "check-in-";

/// The ways to take a check-in along.
pub fn take(app: App, check_in: &CheckIn) -> El {
    let [paper, text, shared, copied] = [check_in; 4].map(Clone::clone);
    let print = button(app, "plain", "button.print", move || {
        let summary = app.summary(&paper);
        let drawn = parts::parts(app, &paper, &summary);
        print(app, &sheet::sheet(app, &paper, true), Some(drawn));
    });
    let save_text = quiet(app, "button.text", move || {
        save(&text, ".txt", "text/plain", &sheet::sheet(app, &text, false).plain());
    });
    let formats = FORMATS.iter().map(|format| {
        let check_in = check_in.clone();
        quiet(app, format.button, move || {
            save_as(app, format, std::slice::from_ref(&check_in));
        })
    });
    let share = browser::can_share().then(|| {
        quiet(app, "button.share", move || {
            browser::share(&sheet::sheet(app, &shared, false).plain());
        })
    });
    let files = classed("div", "row").child(save_text).children(formats);
    let ways = classed("div", "row")
        .child(print)
        .child(copy(app, "button.copy-all", move || {
            sheet::sheet(app, &copied, false).plain()
        }))
        .maybe(share)
        .child(remind(app));
    let body = block("stack", [say(app, "small", "take.about"), ways, files]);
    disclosure(app, "take.title", body).attr("open", "")
}

/// The ways to save all that is kept.
pub fn take_all(app: App) -> El {
    let formats = FORMATS.iter().take(2).map(|format| {
        quiet(app, format.button, move || {
            let all = app.with(|model| model.check_ins.clone());
            save_as(app, format, &all);
        })
    });
    classed("div", "row").children(formats)
}

/// Saves a reminder for a calendar.
pub fn remind(app: App) -> El {
    quiet(app, "button.remind", move || {
        let now = browser::now();
        let file = ics::reminder(now, &browser::new_id(), &app.get("remind.title"));
        browser::save("reminder.ics", "text/calendar", &file);
    })
}

fn save_as(app: App, format: &Format, check_ins: &[CheckIn]) {
    let text = app.text();
    let therapists = app.with(|model| model.therapists.clone());
    let about: Vec<_> = therapists
        .into_iter()
        .filter(|therapist| check_ins.iter().any(|it| it.therapist == therapist.id))
        .collect();
    let file = (format.write)(&Export {
        checklist: &app.checklist(),
        check_ins,
        therapists: &about,
        words: &|key| text.get(key),
        urgent: &|id| app.is_urgent(id),
        tag: &text.tag,
    });
    if let (Some(file), Some(newest)) = (file, check_ins.first()) {
        save(newest, format.ending, format.media, &file);
    }
}

fn save(newest: &CheckIn, ending: &str, media: &str, text: &str) {
    let name = [FILE, &time::day(newest.created), ending].concat();
    browser::save(&name, media, text);
}

/// Prints a sheet, with the picture after its first lines.
pub fn print(app: App, sheet: &Sheet, picture: Option<El>) {
    let text = app.text();
    let page = sheet::page(sheet, picture);
    let page = classed("div", "base sheet")
        .attr("dir", text.dir())
        .attr("lang", &text.tag)
        .child(page);
    let css = [crate::ui::STYLES, PAPER].concat();
    let host = app.with(|model| model.host.clone());
    host.print(el("main").child(page).into_node(), text.get("remind.title"), css);
}
