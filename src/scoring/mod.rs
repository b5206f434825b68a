//! Answers to summary: exact scores, ranges, bands, and change between check-ins.
//!
//! Whole numbers and fractions only. It knows nothing of words, time or safety beyond whether an urgent answer was given.

mod change;
mod overall;
mod score;
mod section;
mod summary;

pub use change::{Direction, Points, Shift, comparable, moved, points, shift, since_first};
pub use overall::Range;
pub use score::Score;
pub use section::SectionSummary;
pub use summary::{Reason, Summary, Verdict, summarize};
