//! Builds, serves and tests Dateline: `cargo xtask COMMAND`.

mod assets;
mod bench;
mod budget;
mod cargo;
mod check;
mod compress;
mod css;
mod dist;
mod eval;
mod icon;
mod offline;
mod paths;
mod rebuild;
mod serve;
mod short;
mod shots;
mod steps;
mod system;
mod train;
mod wasm_tests;

use pico_args::Arguments;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask COMMAND

  serve    builds the site, serves it on 127.0.0.1, builds and loads it again on change
             --port N         this port or none (default: 8080 or any free one)
             --quick          builds quickly rather than small
             ARTICLE...       article folders or JSON files (default: all in articles/)
  dist     builds the static site
             --out DIR        where to (default: dist)
             --quick, ARTICLE as above
  check    formatting, clippy, tests without a browser
  test     installs what is missing, then tests everything
             --browsers all   in Firefox and WebKit too
  eval     measures how saved pages are opened, and the analyst on annotated texts, against
           eval.toml
  bench    measures the page beside others, in Chromium
             --rounds N       measures so often (default: 15)
             --only PART      load, answers or many
  shots    takes pictures of the page
             --site DIR       a built site (default: builds the bundled articles)
             --out DIR        where the pictures go (default: target/shots)
             --at FRAGMENT    opens this link, such as '#ali-khamenei'
             --click CSS      clicks this first; may be given several times
             --hover CSS      then rests the pointer on this
             --press KEY      then presses this key; may be given several times
             --size WxH       one size instead of 1280x800 and 360x740
             --dark --print --forced-colors --touch --no-script --full
             --name NAME      begins the file names
  train    makes the analyst's lists and weights again from ../shared/data/ner
             --scores         only counts how well names and quotations are read
";

fn main() -> ExitCode {
    let mut arguments = Arguments::from_env();
    let outcome = match arguments.subcommand() {
        Ok(Some(command)) => match command.as_str() {
            "serve" => serve::run(arguments),
            "dist" => dist::run(arguments),
            "check" => check::check(),
            "test" => check::test(arguments),
            "wasm-tests" => wasm_tests::run(arguments),
            "eval" => eval::run(),
            "bench" => bench::run(arguments),
            "shots" => shots::run(arguments),
            "train" => train::run(arguments),
            _ => usage(),
        },
        _ => usage(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            if !error.is::<steps::Failed>() {
                eprintln!("xtask: {error:#}");
            }
            ExitCode::FAILURE
        }
    }
}

fn usage() -> anyhow::Result<()> {
    print!("{USAGE}");
    anyhow::bail!("expected one of these commands")
}
