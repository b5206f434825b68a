//! The checks, in the order in which they run: quick ones first, those in a browser last. What a step needs is set up
//! just before it, so that a misplaced comma is told before a browser is installed.
//!
//! A new check is a row in `STEPS` and a function.

use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{count::Count, engines};
use crate::{
    dist, example,
    project::Project,
    run,
    setup::{
        BuildTools,
        browsers::{chromium, firefox, webkit},
        rust::{self, WASM},
    },
};

/// One check, or one runner of many tests.
pub struct Step {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it is called in the output.
    pub title: &'static str,
    /// Whether it runs tests that have names, none of which another step runs too.
    pub has_tests: bool,
    /// Whether it is left out by `--quick`: it needs a browser, or builds what has been built already.
    pub takes_long: bool,
    /// Runs it. An error counts as one failed check.
    pub run: fn(&mut Workshop) -> Result<Count>,
}

const fn check(name: &'static str, title: &'static str, run: fn(&mut Workshop) -> Result<Count>) -> Step {
    Step {
        name,
        title,
        has_tests: false,
        takes_long: false,
        run,
    }
}

/// All steps, in order.
pub const STEPS: &[Step] = &[
    check("fmt", "Formatting", fmt),
    check("clippy", "Lints on the host", clippy),
    Step {
        has_tests: true,
        ..check("host", "Tests on the host", host)
    },
    check("clippy-wasm", "Lints of what runs in the browser", clippy_wasm),
    check("docs", "Documentation", docs),
    check("dist", "Release build and size budget", dist_step),
    Step {
        takes_long: true,
        ..check(
            "same-bytes",
            "A second build elsewhere gives the same bytes",
            same_bytes,
        )
    },
    Step {
        takes_long: true,
        ..check("leptos-app", "The example application", leptos_app)
    },
    Step {
        has_tests: true,
        takes_long: true,
        ..check("browser", "Rust's own tests in a browser", browser_step)
    },
    Step {
        has_tests: true,
        takes_long: true,
        ..check("e2e", "A visitor's way, end to end", e2e)
    },
    Step {
        takes_long: true,
        ..check("firefox", "What differs between browsers, in Firefox", in_firefox)
    },
    Step {
        takes_long: true,
        ..check("webkit", "What differs between browsers, in WebKit", in_webkit)
    },
];

/// What the steps share: the project, the wanted name, and what has been set up or built so far.
pub struct Workshop<'a> {
    project: &'a Project,
    name: Option<String>,
    tools: Option<BuildTools>,
    dist_is_built: bool,
    example_is_built: bool,
}

impl<'a> Workshop<'a> {
    /// A workshop in which nothing is ready yet.
    pub fn new(project: &'a Project, name: Option<String>) -> Self {
        Self {
            project,
            name,
            tools: None,
            dist_is_built: false,
            example_is_built: false,
        }
    }

    fn tools(&mut self) -> Result<BuildTools> {
        if let Some(tools) = &self.tools {
            return Ok(tools.clone());
        }
        let tools = BuildTools::ready(self.project)?;
        self.tools = Some(tools.clone());
        Ok(tools)
    }

    /// Sees to it that `dist/` is there.
    fn dist(&mut self) -> Result<()> {
        if !self.dist_is_built {
            let tools = self.tools()?;
            if dist::build(self.project, &tools).is_err() {
                bail!("dist/ could not be built, so there is nothing to look at. `cargo xtask dist` says why.");
            }
            self.dist_is_built = true;
        }
        Ok(())
    }

    /// Sees to it that the example application is there.
    fn example(&mut self) -> Result<()> {
        if !self.example_is_built {
            example::build(self.project, &self.tools()?)?;
            self.example_is_built = true;
        }
        Ok(())
    }

    fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("cargo");
        command.current_dir(self.project.root()).args(arguments);
        command
    }

    /// Runs tests to their end, and counts them.
    fn count(&self, command: &mut Command) -> Result<Count> {
        // What follows goes to the test programs themselves.
        if let Some(name) = &self.name {
            command.args(["--", name]);
        }
        let mut count = Count::default();
        let succeeded = run::read_lines(command, |line| count.read(line))?;
        Ok(count.ended(succeeded))
    }
}

fn pass(mut command: Command) -> Result<Count> {
    run::shown(&mut command)?;
    Ok(Count::of(true))
}

fn fmt(shop: &mut Workshop) -> Result<Count> {
    rust::checkers()?;
    pass(shop.cargo(&["fmt", "--all", "--check"])).context("`cargo fmt --all` puts it right")
}

fn clippy(shop: &mut Workshop) -> Result<Count> {
    rust::checkers()?;
    pass(shop.cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))
}

fn clippy_wasm(shop: &mut Workshop) -> Result<Count> {
    rust::checkers()?;
    rust::wasm_target()?;
    let packages = ["--package", "therapist-fit", "--package", "leptos-app"];
    let mut clippy = shop.cargo(&["clippy", "--target", WASM, "--all-targets"]);
    clippy.args(packages).args(["--", "--deny", "warnings"]);
    pass(clippy)
}

fn host(shop: &mut Workshop) -> Result<Count> {
    let mut tests = shop.cargo(&[
        "test",
        "--package",
        "therapist-fit",
        "--package",
        "xtask",
        "--no-fail-fast",
    ]);
    shop.count(&mut tests)
}

fn docs(shop: &mut Workshop) -> Result<Count> {
    rust::wasm_target()?;
    let widget: &[&str] = &["doc", "--no-deps", "--target", WASM];
    let tooling: &[&str] = &["doc", "--no-deps", "--package", "xtask", "--package", "e2e"];
    for arguments in [widget, tooling] {
        run::shown(shop.cargo(arguments).env("RUSTDOCFLAGS", "--deny warnings"))?;
    }
    Ok(Count::of(true))
}

fn dist_step(shop: &mut Workshop) -> Result<Count> {
    let tools = shop.tools()?;
    let is_within = dist::build_and_weigh(shop.project, &tools)?;
    shop.dist_is_built = true;
    if !is_within {
        println!("error: over the budget that Cargo.toml holds under [package.metadata.budget].");
    }
    Ok(Count::of(is_within))
}

fn same_bytes(shop: &mut Workshop) -> Result<Count> {
    shop.dist()?;
    let tools = shop.tools()?;
    let differing = dist::again::differing(shop.project, &tools)?;
    if !differing.is_empty() {
        println!(
            "error: the second build gives other bytes for {}.",
            differing.join(", ")
        );
    }
    Ok(Count::of(differing.is_empty()))
}

fn leptos_app(shop: &mut Workshop) -> Result<Count> {
    shop.example()?;
    Ok(Count::of(true))
}

fn browser_step(shop: &mut Workshop) -> Result<Count> {
    let browser = chromium::ready()?;
    let mut tests = shop.tools()?.wasm_pack(shop.project)?;
    tests
        .args([
            "test",
            "--mode",
            "no-install",
            "--headless",
            "--chrome",
            "--chromedriver",
        ])
        .arg(&browser.driver)
        // What wasm-pack hands on has to suit `cargo build --tests` as well as `cargo test`. Examples in the
        // documentation are left out: the host tests them.
        .args(["--", "--lib", "--test", "*"])
        // The defaults, 20 and 5 seconds, are tight on a busy machine with two cores.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30");
    shop.count(&mut tests)
}

fn e2e(shop: &mut Workshop) -> Result<Count> {
    chromium::ready()?;
    let mut tests = visits(shop)?;
    shop.count(&mut tests)
}

fn in_firefox(shop: &mut Workshop) -> Result<Count> {
    firefox::ready(shop.project)?;
    in_engine(shop, "firefox")
}

fn in_webkit(shop: &mut Workshop) -> Result<Count> {
    webkit::ready()?;
    in_engine(shop, "webkit")
}

/// The end-to-end tests.
fn visits(shop: &mut Workshop) -> Result<Command> {
    shop.dist()?;
    shop.example()?;
    let mut tests = shop.cargo(&["test", "--package", "e2e", "--test", "visits", "--no-fail-fast"]);
    // Where an error arose in the harness helps nobody; its words do.
    tests.env("RUST_LIB_BACKTRACE", "0");
    Ok(tests)
}

/// The end-to-end tests that [`engines`] names, or those of the wanted name, in another engine than Chromium.
fn in_engine(shop: &mut Workshop, engine: &str) -> Result<Count> {
    let mut tests = visits(shop)?;
    tests.env("THERAPIST_FIT_ENGINE", engine);
    if shop.name.is_none() {
        tests.args(["--"]).args(engines::TESTS);
    }
    shop.count(&mut tests)
}
