//! `cargo xtask`: reads the command line and hands over to the library. It knows the commands and their options only;
//! a new command is one arm of `hand_over` and one line of `USAGE`.

use std::process::ExitCode;

use anyhow::{Result, bail};
use xtask::{bench, check_checklist, dist, project::Project, serve, test};

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port N]              build everything, then serve the demo on 127.0.0.1 (from port 8080 on)
  test [--quick] [STEP…] [NAME] run every check; or only some steps; or only the tests whose name contains NAME
  bench                         measure how the home screen keeps up with 1,000 check-ins
  check-checklist FILE          say what is wrong with a checklist file of an owner's
  dist                          write dist/ and compare its sizes with the budget in Cargo.toml

Steps of test: fmt, clippy, clippy-wasm, host, docs, dist, same-bytes, leptos-app, browser, e2e, firefox, webkit.
--quick leaves out the last six.
Whatever is missing is installed first.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match hand_over(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the command that the arguments name. `false` means that it has said by itself what failed.
fn hand_over(arguments: &[String]) -> Result<bool> {
    let Some((command, options)) = arguments.split_first() else {
        bail!("a command is missing.\n\n{USAGE}");
    };
    let project = Project::find()?;
    match command.as_str() {
        "dist" if options.is_empty() => dist::command(&project),
        "bench" if options.is_empty() => bench::command(&project).map(|()| true),
        "check-checklist" => match options {
            [path] => check_checklist::command(path.as_ref()),
            _ => bail!("`check-checklist` takes one file.\n\n{USAGE}"),
        },
        "serve" => serve::command(&project, port(options)?).map(|()| true),
        "test" => test::command(&project, &test::Wanted::read(options)?),
        "help" | "-h" | "--help" => {
            println!("{USAGE}");
            Ok(true)
        }
        _ => bail!("`{}` is not understood.\n\n{USAGE}", arguments.join(" ")),
    }
}

/// The port asked for, if any.
fn port(options: &[String]) -> Result<Option<u16>> {
    match options {
        [] => Ok(None),
        [name, number] if name == "--port" => match number.parse() {
            Ok(port) => Ok(Some(port)),
            Err(_) => bail!("`--port {number}`: a port is a whole number from 0 to 65535."),
        },
        _ => bail!("`serve {}` is not understood.\n\n{USAGE}", options.join(" ")),
    }
}
