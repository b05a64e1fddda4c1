//! `cargo xtask train`: the analyst's lists and weights, made again.

use crate::cargo;
use anyhow::Result;
use pico_args::Arguments;

/// Packs the lists, then learns the weights with them; with `--scores`, only counts.
///
/// # Errors
/// When a step fails, as it does without the training pool in `../shared/data/ner`.
pub fn run(mut arguments: Arguments) -> Result<()> {
    let step = |name: &str| {
        let command = ["run", "--quiet", "--release", "--package", "train", "--", name];
        cargo::run(&mut cargo::cargo(command))
    };
    if arguments.contains("--scores") {
        return step("eval");
    }
    // each step is compiled with what the one before has written
    step("lists")?;
    step("weights")?;
    step("eval")
}
