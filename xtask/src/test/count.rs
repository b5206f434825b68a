//! How many checks passed and failed, and how a test runner says so.

use std::{fmt, iter::Sum};

/// Passed and failed checks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Checks that passed.
    pub passed: u32,
    /// Checks that failed.
    pub failed: u32,
}

impl Count {
    /// One check.
    pub fn of(passed: bool) -> Self {
        Self {
            passed: passed.into(),
            failed: (!passed).into(),
        }
    }

    /// Whether nothing was checked.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Adds what a runner's line says, if it is a closing line: `test result: ok. 12 passed; 0 failed; …`.
    pub fn read(&mut self, line: &str) {
        let Some((_, numbers)) = line.split_once("test result: ") else {
            return;
        };
        let words: Vec<&str> = numbers.split([' ', ';']).collect();
        for pair in words.windows(2) {
            match (pair[0].parse::<u32>(), pair[1]) {
                (Ok(number), "passed") => self.passed += number,
                (Ok(number), "failed") => self.failed += number,
                _ => {}
            }
        }
    }

    /// The count of a runner that has ended. One that failed without counting a failure was broken off.
    pub fn ended(mut self, succeeded: bool) -> Self {
        if !succeeded && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

impl Sum for Count {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), |all, one| Self {
            passed: all.passed + one.passed,
            failed: all.failed + one.failed,
        })
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> Count {
        let mut count = Count::default();
        for line in lines {
            count.read(line);
        }
        count
    }

    #[test]
    fn all_closing_lines_are_summed_and_others_ignored() {
        let count = read(&[
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 7 filtered out; finished in 0.00s",
            "test says_2_failed ... ok",
            "test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 filtered out; finished in 1.20s",
        ]);
        assert_eq!(count.to_string(), "7 passed, 2 failed");
    }

    #[test]
    fn a_runner_that_died_without_counting_is_a_failure() {
        assert_eq!(read(&[]).ended(false), Count::of(false));
        assert_eq!(
            read(&["test result: FAILED. 0 passed; 2 failed"]).ended(false).failed,
            2
        );
        assert!(read(&[]).ended(true).is_empty());
    }
}
