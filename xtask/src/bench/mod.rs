//! `cargo xtask bench`: the page beside a plain one and a TimelineJS one, in one run.
//!
//! Times are medians of rounds in which the pages take turns, ratios are medians of the
//! rounds' ratios: the machine's other work then counts the same for all.

mod analyst;
mod answers;
mod generate;
mod library;
mod loads;
mod pages;
mod probe;
mod report;
mod slow_workers;
mod studio;

use crate::cargo::Profile;
use crate::{dist, paths, system};
use anyhow::Result;
use browser_tests::{Browser, Engine};
use pico_args::Arguments;
use report::Report;

/// Rounds on the desktop profile; the phone profile, ten times slower, has a third of them.
const ROUNDS: usize = 15;

/// `cargo xtask bench`.
pub fn run(mut arguments: Arguments) -> Result<()> {
    let rounds: usize = arguments.opt_value_from_str("--rounds")?.unwrap_or(ROUNDS);
    let only: Option<String> = arguments.opt_value_from_str("--only")?;
    let wanted = |part: &str| only.as_deref().is_none_or(|only| only == part);
    let folder = paths::target().join("bench");
    let ours = dist::ready(Profile::Reader)?;
    let article = pages::article()?;
    let plain = pages::plain(&article, &folder.join("plain"))?;
    system::ensure_engine(Engine::Chromium)?;
    let browser = Browser::start(Engine::Chromium, &paths::tools())?;
    let mut report = Report::default();
    if wanted("load") {
        loads::desktop(&mut report, &browser, &ours, &plain, rounds)?;
        match pages::timelinejs(&article, &folder.join("timelinejs")) {
            Ok(other) => loads::phone(&mut report, &browser, &ours, &other, rounds.div_ceil(3))?,
            Err(error) => eprintln!("without the TimelineJS page: {error:#}"),
        }
    }
    if wanted("answers") {
        answers::bundled(&mut report, &browser, &ours, rounds)?;
    }
    if wanted("analyst") {
        analyst::run(&mut report, &browser, &article, rounds)?;
    }
    if wanted("studio") {
        studio::run(&mut report, &browser, &ours, &article, rounds)?;
    }
    if wanted("many") {
        let (few, names) =
            (generate::site(&folder, 100, 30)?, generate::site(&folder, 10_000, 30)?);
        loads::growth(&mut report, &browser, &few, &names, rounds.div_ceil(3))?;
        let fewer = generate::site(&folder, 1_000, 30)?;
        answers::mentions(&mut report, &browser, &fewer, "1,000", rounds)?;
        answers::mentions(&mut report, &browser, &names, "10,000", rounds)?;
        for (count, words, step) in
            [(1_000, "1,000", 10.0), (10_000, "10,000", 10.0), (50_000, "50,000", 12.0)]
        {
            let site = generate::site(&folder, count, count)?;
            if count <= 10_000 {
                answers::passages(&mut report, &browser, &site, words, rounds)?;
            }
            answers::timeline(&mut report, &browser, &site, (words, step), rounds)?;
        }
    }
    report.print()
}
