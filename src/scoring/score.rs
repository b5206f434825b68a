//! A score from 0 to 100 as an exact fraction.

use crate::checklist::Checklist;
use std::cmp::Ordering;

/// A score from 0 to 100, exactly.
#[derive(Clone, Copy, Debug)]
pub struct Score {
    over: u64,
    under: u64,
}

impl Score {
    /// 100 times the mean of `count` answers that add up to `sum`, on a scale whose top is `top`. None without answers.
    pub fn of_answers(sum: u64, count: u64, top: u8) -> Option<Self> {
        Self::new(100 * sum, count * u64::from(top))
    }

    /// The mean of scores; none of none.
    pub fn mean(scores: &[Self]) -> Option<Self> {
        let mut sum = Self { over: 0, under: 1 };
        for score in scores {
            sum = Self::new(sum.over * score.under + score.over * sum.under, sum.under * score.under)?;
        }
        Self::new(sum.over, sum.under * u64::try_from(scores.len()).ok()?)
    }

    fn new(over: u64, under: u64) -> Option<Self> {
        if under == 0 {
            return None;
        }
        let divisor = common_divisor(over, under);
        Some(Self {
            over: over / divisor,
            under: under / divisor,
        })
    }

    /// Whether it is at least a whole number.
    pub fn at_least(&self, number: u32) -> bool {
        self.over >= u64::from(number) * self.under
    }

    /// As a fraction: what is divided, and by what.
    pub fn fraction(&self) -> (u64, u64) {
        (self.over, self.under)
    }

    /// The nearest whole number (half up), but never one of a higher band: what is shown always agrees with the words.
    pub fn shown(&self, checklist: &Checklist) -> u32 {
        let rounded = (2 * self.over + self.under) / (2 * self.under);
        let rounded = u32::try_from(rounded).unwrap_or(100);
        let crosses = |from: u32| rounded >= from && !self.at_least(from);
        if checklist.bands.iter().any(|band| crosses(band.from)) {
            rounded - 1
        } else {
            rounded
        }
    }
}

impl Ord for Score {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.over * other.under).cmp(&(other.over * self.under))
    }
}

impl PartialOrd for Score {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Score {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Score {}

fn common_divisor(mut one: u64, mut other: u64) -> u64 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one.max(1)
}
