//! Every call to the browser: elements, events, storage, clock, formats, the host page.
//!
//! The only module that may use `web-sys`, `js-sys` and gloo. It knows nothing of screens, answers or scores. What the
//! core needs from outside (a time, an id, a store) comes from here as plain values.

mod clock;
mod component;
mod crypto;
mod dom;
mod events;
mod host;
mod intl;
mod later;
mod lock;
mod reach;
mod store;
mod take;

pub use clock::{new_id, now};
pub use component::{give_up, open_root, set_attribute, set_scheme, warn_of};
pub use crypto::is_there as can_lock;
pub use dom::{Event, HtmlElement, Listener, Node, ShadowRoot, listen_on_page, listen_to_other_tabs};
pub use events::{Key, checked, click_count, key, value};
pub use host::{Host, adopt_styles, attribute, copy, error, leave, make_room, warn};
pub use intl::Locale;
pub use later::{pause, run};
pub use lock::{LockedStore, SETTLED};
pub use store::{Opened, memory, open};
pub use take::{can_share, read_file, save, share};
