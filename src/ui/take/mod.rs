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
    // What is marked and noted on this screen comes along, so each way reads the check-in anew.
    let [paper, saved, copied, shared] = [(); 4].map(|()| check_in.id.clone());
    let day = time::day(check_in.created);
    let plain = move |id: &str| sheet::sheet(app, id, false).plain();
    let print = button(app, "plain", "button.print", move || {
        let drawn = app.check_in(&paper).map(|it| parts::parts(app, &it, &app.summary(&it)));
        print(app, &sheet::sheet(app, &paper, true), drawn);
    });
    let name = [FILE, &day, ".txt"].concat();
    let save_text = quiet(app, "button.text", move || {
        browser::save(&name, "text/plain", &plain(&saved));
    });
    let formats = FORMATS.iter().map(|format| {
        let id = check_in.id.clone();
        quiet(app, format.button, move || {
            save_as(app, format, app.check_in(&id).as_slice());
        })
    });
    let share = browser::can_share().then(|| quiet(app, "button.share", move || browser::share(&plain(&shared))));
    let files = classed("div", "row").child(save_text).children(formats);
    let ways = classed("div", "row")
        .child(print)
        .child(copy(app, "button.copy-all", move || plain(&copied)))
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
        let name = [FILE, &time::day(newest.created), format.ending].concat();
        browser::save(&name, format.media, &file);
    }
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
    let host = app.host();
    host.print(el("main").child(page).into_node(), text.get("remind.title"), css);
}
