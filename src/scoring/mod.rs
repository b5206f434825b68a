//! Answers to summary: exact scores, ranges, bands, and change between check-ins.
//!
//! Whole numbers and fractions only. It knows nothing of words, time or safety beyond whether an urgent answer was given.

mod change;
mod score;
mod summary;

pub use change::{Direction, Points, Shift, comparable, moved, points, shift};
pub use score::Score;
pub use summary::{Range, Reason, SectionSummary, Summary, Verdict, summarize};
