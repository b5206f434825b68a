//! What waits, for the next frame or for some time. The widget may be off the page by then, and its state with it; so
//! nothing waits but by these, and what waits for a promise asks [`App::is_there`].

use crate::ui::state::App;
use leptos::prelude::{TimeoutHandle, request_animation_frame, set_timeout_with_handle};
use std::time::Duration;

impl App {
    /// Acts with the next frame, when what was drawn is on the page.
    pub(super) fn next_frame(&self, act: impl FnOnce(App) + 'static) {
        request_animation_frame(self.if_there(Box::new(act)));
    }

    /// Acts after some time, unless it is called off. None where the browser gives no timer.
    pub(super) fn after(&self, time: Duration, act: impl FnOnce(App) + 'static) -> Option<TimeoutHandle> {
        set_timeout_with_handle(self.if_there(Box::new(act)), time).ok()
    }

    fn if_there(&self, act: Box<dyn FnOnce(App)>) -> impl FnOnce() + 'static {
        let app = *self;
        move || {
            if app.is_there() {
                act(app);
            }
        }
    }
}
