//! A run of named steps: each says what it is, how long it took and why it failed; the ones
//! after a failure run all the same.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What has run so far.
#[derive(Default)]
pub struct Steps {
    passed: usize,
    failed: usize,
    skipped: usize,
    reasons: Vec<String>,
}

/// Something failed, and it has been said what.
#[derive(Debug)]
pub struct Failed;

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not everything passed")
    }
}

impl std::error::Error for Failed {}

/// Counts read off the closing line of a test program.
#[derive(Debug, Default, PartialEq, Eq)]
struct Counts {
    passed: usize,
    failed: usize,
    ignored: usize,
}

impl Steps {
    /// A step that passes or fails as a whole; whether it passed.
    pub fn check(&mut self, name: &str, step: impl FnOnce() -> Result<()>) -> bool {
        self.step(name, |steps| {
            step()?;
            steps.passed += 1;
            Ok(())
        })
    }

    /// A step that runs test programs, and adds up what each of them counts.
    pub fn tests(&mut self, name: &str, command: &mut Command) -> bool {
        self.step(name, |steps| {
            let (success, counts) = tests(command)?;
            steps.passed += counts.passed;
            steps.failed += counts.failed;
            steps.skipped += counts.ignored;
            if counts.failed > 0 {
                steps.reasons.push(format!("{name}: {} failed", counts.failed));
            } else if !success {
                bail!("it did not run to its end");
            }
            Ok(())
        })
    }

    fn step(&mut self, name: &str, step: impl FnOnce(&mut Self) -> Result<()>) -> bool {
        println!("\n── {name}");
        let begun = Instant::now();
        let before = self.reasons.len();
        if let Err(error) = step(self) {
            self.failed += 1;
            self.reasons.push(format!("{name}: {error:#}"));
        }
        let seconds = begun.elapsed().as_secs_f64();
        let failed = self.reasons.len() > before;
        println!("── {name}: {} ({seconds:.1} s)", if failed { "FAILED" } else { "ok" });
        !failed
    }

    /// Says what failed, then the one line that sums up.
    ///
    /// # Errors
    /// [`Failed`] when anything did.
    pub fn finish(self) -> Result<()> {
        println!();
        for reason in &self.reasons {
            println!("failed: {reason}");
        }
        let skipped = match self.skipped {
            0 => String::new(),
            count => format!(", {count} skipped"),
        };
        println!("{} passed, {} failed{skipped}", self.passed, self.failed);
        if self.failed > 0 {
            bail!(Failed);
        }
        Ok(())
    }
}

/// Runs test programs, handing on what they print.
fn tests(command: &mut Command) -> Result<(bool, Counts)> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("could not start")?;
    let mut counts = Counts::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            if let Some(more) = closing_line(&line) {
                counts.passed += more.passed;
                counts.failed += more.failed;
                counts.ignored += more.ignored;
            }
        }
    }
    Ok((child.wait()?.success(), counts))
}

/// Reads `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
fn closing_line(line: &str) -> Option<Counts> {
    let (_, counted) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let count = |what: &str| {
        let part = counted.split(';').find_map(|part| part.trim().strip_suffix(what));
        part.and_then(|number| number.trim().parse().ok())
    };
    Some(Counts {
        passed: count("passed")?,
        failed: count("failed")?,
        ignored: count("ignored").unwrap_or(0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_read() {
        let line = "test result: FAILED. 3 passed; 2 failed; 1 ignored; 0 measured; in 1.0 s";
        assert_eq!(closing_line(line), Some(Counts { passed: 3, failed: 2, ignored: 1 }));
        assert_eq!(closing_line("test a ... ok"), None);
    }

    #[test]
    fn a_failure_does_not_stop_the_rest() {
        let mut steps = Steps::default();
        assert!(!steps.check("one", || bail!("no")));
        assert!(steps.check("two", || Ok(())));
        assert_eq!((steps.passed, steps.failed), (1, 1));
        assert!(steps.finish().is_err());
    }
}
