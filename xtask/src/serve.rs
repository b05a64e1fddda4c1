//! The site on this machine, built again whenever a source changes.

use crate::cargo::Profile;
use crate::{compress, dist, paths};
use anyhow::{Context, Result};
use browser_tests::{Reply, Site, SiteOptions};
use pico_args::Arguments;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

/// Where we would like to be.
const PORT: u16 = 8080;

/// How often the sources are looked at. A few hundred files: under a millisecond.
const LOOK: Duration = Duration::from_millis(250);

/// What a site is made of, from the package root.
const SOURCES: [&str; 6] = ["src", "style", "articles", "index.html", "Cargo.toml", "Cargo.lock"];

/// Asks for the number of the build, and loads the page again when it is another.
const RELOAD: &str = "\
const build = async () => (await fetch('/dev/build')).text();
const shown = await build();
setInterval(async () => { if (await build().catch(() => shown) !== shown) location.reload(); }, 500);
";

/// `cargo xtask serve`.
pub fn run(mut arguments: Arguments) -> Result<()> {
    let profile = if arguments.contains("--quick") { Profile::Quick } else { Profile::Reader };
    let port: Option<u16> = arguments.opt_value_from_str("--port")?;
    let articles: Vec<PathBuf> = arguments.finish().into_iter().map(PathBuf::from).collect();
    // A worker would show the build before; on this machine's own line nothing need be small.
    let out = paths::target().join("serve");
    let wanted = dist::Site { articles, out, profile, offline: false, compressed: false };

    println!("building (the first time takes a few minutes)");
    let mut seen = fingerprint(&wanted.articles);
    build(&wanted)?;
    // Not from 0: a page that outlived another `serve` should notice this one.
    let start = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs();
    let number = Arc::new(AtomicU64::new(start));
    let site = listen(&wanted.out, port, Arc::clone(&number))?;
    println!("\n  Dateline is at {}\n  Ctrl+C ends it\n", site.url());
    loop {
        sleep(LOOK);
        if fingerprint(&wanted.articles) == seen {
            continue;
        }
        // An editor may still be writing.
        while fingerprint(&wanted.articles) != seen {
            seen = fingerprint(&wanted.articles);
            sleep(LOOK);
        }
        match build(&wanted) {
            Ok(()) => {
                number.fetch_add(1, Ordering::Relaxed);
            }
            Err(error) => eprintln!("{error:#}\nthe page shown is the one before"),
        }
    }
}

fn build(site: &dist::Site) -> Result<()> {
    let begun = Instant::now();
    dist::build(site)?;
    println!("built in {:.1} s", begun.elapsed().as_secs_f64());
    Ok(())
}

fn listen(folder: &Path, port: Option<u16>, number: Arc<AtomicU64>) -> Result<Site> {
    let extra = move |path: &str| match path {
        "dev/build" => {
            let number = number.load(Ordering::Relaxed).to_string();
            Some(Reply::new(200, "text/plain; charset=utf-8", number))
        }
        "dev/reload.js" => Some(Reply::new(200, "text/javascript; charset=utf-8", RELOAD)),
        _ => None,
    };
    let options = |port| SiteOptions {
        port,
        inject: "<script type=\"module\" src=\"/dev/reload.js\"></script>".into(),
        extra: Some(Arc::new(extra.clone())),
        ..SiteOptions::default()
    };
    match port {
        Some(port) => Site::serve(folder, options(port)),
        None => Site::serve(folder, options(PORT)).or_else(|_| Site::serve(folder, options(0))),
    }
    .with_context(|| format!("could not listen on 127.0.0.1:{}", port.unwrap_or(PORT)))
}

/// Changes when a source is added, removed or written.
fn fingerprint(articles: &[PathBuf]) -> Vec<(PathBuf, Option<SystemTime>)> {
    let sources = SOURCES.iter().map(|source| paths::root().join(source));
    sources
        .chain(articles.iter().cloned())
        .flat_map(|source| {
            if source.is_dir() {
                compress::files(&source).unwrap_or_default()
            } else {
                vec![source]
            }
        })
        .map(|file| {
            let changed = fs::metadata(&file).and_then(|data| data.modified()).ok();
            (file, changed)
        })
        .collect()
}
