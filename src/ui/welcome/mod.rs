//! The first screen: the introduction, or for a returning visitor the draft and the check-ins.

mod home;
mod intro;

pub use intro::where_kept;

use crate::ui::kit::{El, block, say};
use crate::ui::state::App;

/// The first screen.
pub fn welcome(app: App) -> El {
    let said = app.change(|model| model.said.take());
    let returning = app.with(|model| model.draft.is_some() || !model.check_ins.is_empty());
    let pieces = if returning { home::home(app) } else { intro::intro(app) };
    block("screen stack", [])
        .maybe(said.map(|key| say(app, "note said", key)))
        .children(pieces)
}
