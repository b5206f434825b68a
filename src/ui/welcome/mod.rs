//! The first screen: the introduction, or for a returning visitor the draft and the check-ins.

mod home;
mod intro;

pub use home::delete;
pub use intro::{keep_nothing, where_kept};

use crate::ui::kit::{El, block, say, title};
use crate::ui::lock;
use crate::ui::state::App;

/// The first screen.
pub fn welcome(app: App) -> El {
    let said = app.change(|model| model.said.take());
    let returning = app.with(|model| model.begun().is_some() || !model.check_ins.is_empty());
    let (words, pieces) = if app.with(|model| model.locked) {
        ("lock.locked", lock::locked(app))
    } else if returning {
        ("home.title", home::home(app))
    } else {
        ("intro.title", intro::intro(app))
    };
    let mut title = title(app, "title", &app.get(words));
    if said.is_some() {
        // The heading takes the focus, so this is read out with it.
        title = title.attr("aria-describedby", "said");
    }
    block("screen stack", [])
        .maybe(said.map(|key| {
            say(app, "note said", key)
                .attr("id", "said")
                .maybe(home::undo(app, key))
        }))
        .child(title)
        .children(pieces)
}
