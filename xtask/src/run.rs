//! Running a command: its output shown as it comes, captured, or shown and read line by line. It knows nothing of what
//! the commands are for. Every failure names the command line, so that it can be repeated by hand.

use std::{
    ffi::OsString,
    io::{BufRead, BufReader, Write},
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

/// Runs the command with its output shown, and fails if it fails.
pub fn shown(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("`{}` could not be started", line(command)))?;
    if status.success() {
        Ok(())
    } else {
        bail!("`{}` failed ({status})", line(command))
    }
}

/// Runs the command quietly and gives its standard output. On failure the error holds what it wrote to standard error.
pub fn captured(command: &mut Command) -> Result<Vec<u8>> {
    let output = command
        .output()
        .with_context(|| format!("`{}` could not be started", line(command)))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    bail!(
        "`{}` failed ({})\n{}",
        line(command),
        output.status,
        String::from_utf8_lossy(&output.stderr).trim_end()
    )
}

/// Runs the command with its output shown, handing every line of its standard output to `read` as well. Gives whether
/// the command succeeded.
pub fn read_lines(command: &mut Command, mut read: impl FnMut(&str)) -> Result<bool> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{}` could not be started", line(command)))?;
    let output = child.stdout.take().context("the command has no output")?;
    let mut shown = std::io::stdout().lock();
    // Bytes, not text: a runner may print what is not UTF-8, and that must not end the run.
    for bytes in BufReader::new(output).split(b'\n') {
        let bytes = bytes.with_context(|| format!("reading from `{}`", line(command)))?;
        let text = String::from_utf8_lossy(&bytes);
        writeln!(shown, "{text}")?;
        read(text.trim_end());
    }
    Ok(child.wait()?.success())
}

/// The `PATH` with these folders before all others.
pub fn path_with(folders: &[PathBuf]) -> Result<OsString> {
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let all = folders
        .iter()
        .cloned()
        .chain(std::env::split_paths(&rest))
        .collect::<Vec<_>>();
    std::env::join_paths(all).context("a folder's name can't stand in the PATH")
}

/// The command line, to be read by people.
fn line(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|argument| argument.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command_and_what_it_said() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo broken >&2; exit 3"]);
        let error = captured(&mut command).unwrap_err().to_string();
        assert!(error.contains("sh -c") && error.contains("broken"), "{error}");
    }

    #[test]
    fn every_line_is_read_also_one_that_is_not_text() {
        let mut lines = Vec::new();
        let mut command = Command::new("printf");
        command.arg("one\\n\\377\\nthree");
        assert!(read_lines(&mut command, |line| lines.push(line.to_owned())).unwrap());
        assert_eq!(lines.len(), 3);
        assert_eq!((lines[0].as_str(), lines[2].as_str()), ("one", "three"));
    }
}
