//! Change between check-ins: only items answered both times count, and small differences are called chance.

use crate::checklist::{Checklist, Form};
use crate::response::{CheckIn, Response};
use std::cmp::Ordering;

/// The fewest items answered both times for a comparison.
const COMMON_ITEMS: i64 = 10;

/// Under this many points, it is about the same.
const NOISE: i64 = 15;

/// From this many points on, it is a clear shift at once.
const CLEAR: i64 = 25;

/// A difference between two responses in points of the score, -100 to 100, exactly.
#[derive(Clone, Copy, Debug)]
pub struct Points {
    over: i64,
    under: i64,
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The later answers are higher.
    Up,
    /// The later answers are lower.
    Down,
}

/// What the difference from one check-in to the next amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// Under 15 points: about the same.
    AboutTheSame,
    /// 15 to under 25 points: it may have shifted; check again.
    MayHaveShifted(Direction),
    /// 25 points or more: a clear shift.
    Clear(Direction),
}

impl Points {
    /// As a fraction: what is divided, and by what (always above 0).
    pub fn fraction(self) -> (i64, i64) {
        (self.over, self.under)
    }

    /// Whether the difference is at least this large, either way.
    pub fn reaches(self, points: i64) -> bool {
        self.over.abs() >= points * self.under
    }

    /// Which way, unless there is no difference.
    pub fn direction(self) -> Option<Direction> {
        match self.over.cmp(&0) {
            Ordering::Greater => Some(Direction::Up),
            Ordering::Less => Some(Direction::Down),
            Ordering::Equal => None,
        }
    }
}

impl PartialEq for Points {
    fn eq(&self, other: &Self) -> bool {
        self.over * other.under == other.over * self.under
    }
}

impl Eq for Points {}

/// Whether two check-ins may be compared: same therapist, checklist and content version, both with a score.
pub fn comparable(one: &CheckIn, other: &CheckIn) -> bool {
    let scored = |check_in: &CheckIn| matches!(check_in.response.form, Form::Short | Form::Full);
    one.therapist == other.therapist
        && one.checklist == other.checklist
        && one.version == other.version
        && scored(one)
        && scored(other)
}

/// The difference from one response to a later one; none with fewer than 10 items answered both times.
pub fn points(checklist: &Checklist, from: &Response, to: &Response) -> Option<Points> {
    let (mut sum, mut count) = (0, 0);
    for (_, before, after) in common(checklist, from, to) {
        sum += i64::from(after) - i64::from(before);
        count += 1;
    }
    (count >= COMMON_ITEMS).then(|| Points {
        over: 100 * sum,
        under: count * i64::from(checklist.top()),
    })
}

/// What the latest of several comparable responses, oldest first, amounts to beside the one before it.
pub fn shift(checklist: &Checklist, course: &[&Response]) -> Option<Shift> {
    let [.., before, latest] = course else {
        return None;
    };
    let last = points(checklist, before, latest)?;
    Some(match last.direction() {
        Some(direction) if last.reaches(CLEAR) => Shift::Clear(direction),
        Some(direction) if last.reaches(NOISE) => Shift::MayHaveShifted(direction),
        _ => Shift::AboutTheSame,
    })
}

/// Which way the latest of them is a clear shift from the first: 15 points or more in the same direction twice running. What
/// happened since the one before is another matter, and may point the other way.
pub fn since_first(checklist: &Checklist, course: &[&Response]) -> Option<Direction> {
    let [first, .., before, latest] = course else {
        return None;
    };
    let way = |to| {
        let points = points(checklist, first, to)?;
        points.direction().filter(|_| points.reaches(NOISE))
    };
    way(latest).filter(|direction| way(before) == Some(*direction))
}

/// The items whose keyed answer moved two steps or more, and by how many.
pub fn moved(checklist: &Checklist, from: &Response, to: &Response) -> Vec<(String, i16)> {
    common(checklist, from, to)
        .map(|(id, before, after)| (id.to_owned(), i16::from(after) - i16::from(before)))
        .filter(|(_, steps)| steps.abs() >= 2)
        .collect()
}

/// The items answered both times, with their keyed answers.
fn common<'a>(
    checklist: &'a Checklist,
    from: &'a Response,
    to: &'a Response,
) -> impl Iterator<Item = (&'a str, u8, u8)> {
    checklist.items(Form::Full).filter_map(|(_, item)| {
        let before = from.keyed(checklist, item)?;
        let after = to.keyed(checklist, item)?;
        Some((item.id.as_str(), before, after))
    })
}
