//! Pictures of the page, to look at.

use crate::cargo::Profile;
use crate::{dist, paths};
use anyhow::{Context, Result, bail};
use browser_tests::{Browser, Emulation, Engine, Site, SiteOptions};
use pico_args::Arguments;
use std::path::PathBuf;
use std::time::Duration;

/// How long to wait for the page to answer; one without script never does.
const READY: Duration = Duration::from_secs(5);

/// `cargo xtask shots`.
pub fn run(mut arguments: Arguments) -> Result<()> {
    let site: Option<PathBuf> = arguments.opt_value_from_str("--site")?;
    let out: Option<PathBuf> = arguments.opt_value_from_str("--out")?;
    let at: String = arguments.opt_value_from_str("--at")?.unwrap_or_default();
    let name: String = arguments.opt_value_from_str("--name")?.unwrap_or("page".into());
    let clicks: Vec<String> = arguments.values_from_str("--click")?;
    let hovers: Vec<String> = arguments.values_from_str("--hover")?;
    let keys: Vec<String> = arguments.values_from_str("--press")?;
    let size: Option<String> = arguments.opt_value_from_str("--size")?;
    let full = arguments.contains("--full");
    let emulations: Vec<Emulation> = [
        ("--dark", Emulation::Dark),
        ("--print", Emulation::Print),
        ("--forced-colors", Emulation::ForcedColors),
        ("--touch", Emulation::Touch),
        ("--no-script", Emulation::NoScript),
    ]
    .into_iter()
    .filter(|(flag, _)| arguments.contains(*flag))
    .map(|(_, emulation)| emulation)
    .collect();
    let rest = arguments.finish();
    if !rest.is_empty() {
        bail!("shots does not know {rest:?}");
    }

    let sizes = match size {
        Some(size) => vec![parse_size(&size)?],
        None => vec![(1280, 800), (360, 740)],
    };
    let folder = match site {
        Some(folder) => folder,
        None => dist::ready(Profile::Reader)?,
    };
    let out = out.unwrap_or_else(|| paths::target().join("shots"));
    let site = Site::serve(folder, SiteOptions::default())?;
    let browser = Browser::start(Engine::Chromium, &paths::tools())?;
    for (width, height) in sizes {
        let page = browser.page(&site)?;
        page.resize(width, height);
        for emulation in &emulations {
            page.emulate(*emulation);
        }
        page.load(&at);
        let scripted = !emulations.contains(&Emulation::NoScript);
        if scripted && !page.becomes("document.documentElement.matches('[data-ready]')", READY) {
            eprintln!("the page did not set html[data-ready]; here is what it shows");
        }
        for css in &clicks {
            page.click(css);
        }
        for css in &hovers {
            page.hover(css);
        }
        for key in &keys {
            page.press(key);
        }
        settle(&page, scripted);
        let file = out.join(format!("{name}-{width}x{height}.png"));
        if full {
            page.screenshot_full(&file)?
        } else {
            page.screenshot(&file)?
        }
        println!("{}", file.display());
        for line in page.console_errors() {
            println!("  console: {line}");
        }
    }
    Ok(())
}

/// Waits until delayed cards are open and everything that moves has come to rest.
fn settle(page: &browser_tests::Page, scripted: bool) {
    if scripted {
        page.eval("new Promise(done => setTimeout(done, 900))");
        page.eval("Promise.allSettled(document.getAnimations().map(a => a.finished))");
    }
}

fn parse_size(text: &str) -> Result<(u32, u32)> {
    let (width, height) = text.split_once('x').context("expected a size such as 360x740")?;
    Ok((width.parse()?, height.parse()?))
}
