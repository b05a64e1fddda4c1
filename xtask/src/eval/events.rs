//! Events of the bundled article: how many checked ones are found with the right date or
//! interval. `examples/events.rs` counts.

use super::Scores;
use crate::cargo;
use anyhow::{Context, Result, bail};
use std::process::Stdio;

pub(super) fn measure(scores: &mut Scores) -> Result<()> {
    let mut command = cargo::cargo(["run", "--quiet", "--example", "events"]);
    let output = command.stderr(Stdio::inherit()).output().context("cargo runs the example")?;
    if !output.status.success() {
        bail!("the example `events` failed ({})", output.status);
    }
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    for name in ["events.article.right", "events.article.best_right"] {
        let line = told.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = "));
        let number = line.and_then(|rest| rest.split_whitespace().next()?.parse().ok());
        scores.insert(name.to_owned(), number.with_context(|| format!("no `{name} = …`"))?);
    }
    Ok(())
}
