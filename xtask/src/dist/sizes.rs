//! What the files weigh, plain and compressed, and whether that is within the budget of `Cargo.toml`.

use std::fmt;

use super::{
    compress::Encoding,
    files::{File, Role},
};
use crate::project::Budget;

/// The sizes of all files that the widget needs, and their sums.
pub struct Report(Vec<Line>);

struct Line {
    role: Role,
    name: String,
    plain: usize,
    gzip: usize,
    brotli: usize,
}

/// What travels until the first question can be answered, in bytes of brotli.
pub fn until_first_question(files: &[File]) -> usize {
    let travels = files
        .iter()
        .filter(|file| matches!(file.role, Role::Loader | Role::Glue | Role::Wasm));
    travels.map(|file| Encoding::Brotli.apply(&file.bytes).len()).sum()
}

impl Report {
    /// Compresses and weighs the files. What the widget does not need is left out.
    pub fn of(files: &[File]) -> Self {
        let needed = files
            .iter()
            .filter(|file| !matches!(file.role, Role::Definition | Role::Page | Role::Copy));
        Self(
            needed
                .map(|file| Line {
                    role: file.role,
                    name: file.name.clone(),
                    plain: file.bytes.len(),
                    gzip: Encoding::Gzip.apply(&file.bytes).len(),
                    brotli: Encoding::Brotli.apply(&file.bytes).len(),
                })
                .collect(),
        )
    }

    /// Compares with the budget.
    pub fn against(&self, budget: Budget) -> Verdict {
        let sum = |roles: &[Role]| {
            let counted = self.0.iter().filter(|line| roles.contains(&line.role));
            counted.map(|line| line.brotli).sum()
        };
        Verdict([
            Limit {
                what: "until the first question can be answered",
                bytes: sum(&[Role::Loader, Role::Glue, Role::Wasm]),
                budget: budget.first_question,
            },
            Limit {
                what: "of which the loader",
                bytes: sum(&[Role::Loader]),
                budget: budget.loader,
            },
        ])
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "\n{:<40}{:>12}{:>12}{:>12}", "dist/", "bytes", "gzip 9", "brotli 11")?;
        for line in &self.0 {
            let (plain, gzip, brotli) = (grouped(line.plain), grouped(line.gzip), grouped(line.brotli));
            writeln!(f, "{:<40}{plain:>12}{gzip:>12}{brotli:>12}", line.name)?;
        }
        Ok(())
    }
}

/// The sums that have a limit.
pub struct Verdict([Limit; 2]);

struct Limit {
    what: &'static str,
    bytes: usize,
    budget: usize,
}

impl Verdict {
    /// Whether every sum is within its limit.
    pub fn is_within(&self) -> bool {
        self.0.iter().all(|limit| limit.bytes <= limit.budget)
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for Limit { what, bytes, budget } in &self.0 {
            let said = if bytes <= budget { "within" } else { "OVER" };
            let (bytes, budget) = (grouped(*bytes), grouped(*budget));
            writeln!(f, "{what:<64}{bytes:>12}  {said} the budget of {budget}")?;
        }
        Ok(())
    }
}

/// A number with a thin gap between its thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(loader: usize, wasm: usize) -> bool {
        let line = |role, brotli| Line {
            role,
            name: String::new(),
            plain: 0,
            gzip: 0,
            brotli,
        };
        let report = Report(vec![
            line(Role::Loader, loader),
            line(Role::Wasm, wasm),
            line(Role::Messages, 1_000_000),
        ]);
        report
            .against(Budget {
                first_question: 100,
                loader: 10,
            })
            .is_within()
    }

    #[test]
    fn the_budget_may_be_used_up_but_not_exceeded() {
        assert!(within(10, 90));
        assert!(!within(10, 91), "too much in all");
        assert!(!within(11, 0), "too much in the loader");
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(112_640), "112 640");
        assert_eq!(grouped(1_000), "1 000");
    }
}
