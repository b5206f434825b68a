//! `cargo xtask test`: every check, quickest first, each with a heading and its time. A failed step does not keep the
//! others from running. The last line printed is exactly `N passed, N failed`.
//!
//! It must not know how a check works: that is a row in `steps`.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::project::Project;

mod count;
mod engines;
mod steps;

use count::Count;
use steps::{STEPS, Step, Workshop};

/// Which checks to run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    quick: bool,
    steps: Vec<String>,
    name: Option<String>,
}

impl Wanted {
    /// Reads the options: `--quick`, any names of steps, and at most one part of the tests' names.
    pub fn read(options: &[String]) -> Result<Self> {
        let mut wanted = Self::default();
        for option in options {
            if option == "--quick" {
                wanted.quick = true;
            } else if option.starts_with('-') {
                bail!("`{option}` is not an option of `test`. The only one is --quick.");
            } else if STEPS.iter().any(|step| step.name == option) {
                wanted.steps.push(option.clone());
            } else if let Some(first) = wanted.name.replace(option.clone()) {
                bail!("only one part of a test's name can be given, and here are two: `{first}` and `{option}`.");
            }
        }
        Ok(wanted)
    }

    /// Whether the step runs: it was named, or none was and it can hold tests of the wanted name.
    fn includes(&self, step: &Step) -> bool {
        if self.quick && step.takes_long {
            return false;
        }
        if self.steps.is_empty() {
            return self.name.is_none() || step.has_tests;
        }
        self.steps.iter().any(|name| name == step.name)
    }
}

/// One step that has run.
struct Ran {
    step: &'static Step,
    count: Count,
    time: Duration,
}

/// Runs the wanted steps. `false`: something failed, and the last lines say what.
pub fn command(project: &Project, wanted: &Wanted) -> Result<bool> {
    let mut workshop = Workshop::new(project, wanted.name.clone());
    let mut ran = Vec::new();
    for step in STEPS.iter().filter(|step| wanted.includes(step)) {
        println!("\n=== {} ({})", step.title, step.name);
        let start = Instant::now();
        let mut count = (step.run)(&mut workshop).unwrap_or_else(|error| {
            println!("error: {error:#}");
            Count::of(false)
        });
        if count.is_empty() && wanted.name.is_none() {
            println!("error: this step has run no test at all, so it proves nothing.");
            count = Count::of(false);
        }
        let time = start.elapsed();
        println!("--- {}: {count}, {}", step.name, seconds(time));
        ran.push(Ran { step, count, time });
    }
    Ok(close(wanted, &ran))
}

/// Prints what has run. The last line is read by machines.
fn close(wanted: &Wanted, ran: &[Ran]) -> bool {
    println!("\n=== In all");
    for Ran { step, count, time } in ran {
        let mark = if count.failed == 0 { "ok    " } else { "FAILED" };
        println!("{mark}  {:<12} {:>8}  {count}", step.name, seconds(*time));
    }
    if wanted.quick {
        println!(
            "--quick: what needs a browser, or builds a second time, was left out. Run `cargo xtask test` before you hand in your work."
        );
    }
    let mut total: Count = ran.iter().map(|ran| ran.count).sum();
    if total.is_empty() {
        println!(
            "error: no test has run: no name holds `{}`.",
            wanted.name.as_deref().unwrap_or_default()
        );
        total = Count::of(false);
    }
    println!("{total}");
    total.failed == 0
}

fn seconds(time: Duration) -> String {
    format!("{}.{} s", time.as_secs(), time.subsec_millis() / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(options: &[&str]) -> Vec<&'static str> {
        let options: Vec<String> = options.iter().map(ToString::to_string).collect();
        let wanted = Wanted::read(&options).unwrap();
        STEPS
            .iter()
            .filter(|step| wanted.includes(step))
            .map(|step| step.name)
            .collect()
    }

    #[test]
    fn without_options_everything_runs() {
        assert_eq!(names(&[]).len(), STEPS.len());
    }

    #[test]
    fn quick_leaves_out_the_browsers_and_the_second_build() {
        let quick = names(&["--quick"]);
        assert!(quick.contains(&"dist"));
        for left_out in ["same-bytes", "leptos-app", "browser", "e2e", "firefox", "webkit"] {
            assert!(!quick.contains(&left_out), "{left_out}");
        }
    }

    #[test]
    fn a_name_runs_only_what_has_tests_and_a_step_only_itself() {
        assert_eq!(names(&["skipped"]), ["host", "browser", "e2e"]);
        assert_eq!(names(&["e2e", "keyboard"]), ["e2e"]);
        assert_eq!(names(&["firefox", "keyboard"]), ["firefox"]);
        assert_eq!(names(&["clippy", "fmt"]), ["fmt", "clippy"]);
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for options in [["--fast", "x"], ["two", "names"]] {
            assert!(Wanted::read(&options.map(str::to_owned)).is_err());
        }
    }
}
