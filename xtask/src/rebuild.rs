//! Tries `cargo xtask serve` as somebody who writes an article does: a change is shown, a mistake
//! leaves the page before.

use crate::{compress, paths};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Longer than any build takes whose programs are there.
const LIMIT: Duration = Duration::from_secs(120);

/// What is changed in the article.
const CREDIT: &str = "image not reproduced";

/// What `cargo xtask test` calls.
pub fn check() -> Result<()> {
    let folder = paths::target().join("serve-test");
    copy(&paths::root().join("articles/iraq-marching-orders"), &folder)?;
    let source = folder.join("article.md");
    let first = fs::read_to_string(&source)?;
    ensure!(first.contains(CREDIT), "expected “{CREDIT}” in {}", source.display());

    let served = Served::start(&folder)?;
    ensure!(served.get("")?.contains(CREDIT), "the page lacks “{CREDIT}”");
    served.rebuilds(|| Ok(fs::write(&source, first.replace(CREDIT, "picture left out"))?))?;
    ensure!(served.get("")?.contains("picture left out"), "the page is the one before");

    // A mistake is told, and shown as little as half an article.
    let told = served.builds()?;
    fs::write(&source, first.replace("published = 2020-01-10", "published = soon"))?;
    served.waits_for(|line| line.contains("the page shown is the one before"))?;
    ensure!(served.builds()? == told, "what cannot be built is no new build");
    ensure!(served.get("")?.contains("picture left out"), "the page before is gone");
    served.rebuilds(|| Ok(fs::write(&source, &first)?))?;
    ensure!(served.get("")?.contains(CREDIT), "the page does not come back");
    Ok(())
}

/// A running `cargo xtask serve`; ends with this value.
struct Served {
    process: Child,
    url: String,
    lines: std::sync::mpsc::Receiver<String>,
}

impl Served {
    fn start(article: &Path) -> Result<Self> {
        let mut process = Command::new(std::env::current_exe()?)
            .args(["serve", "--port", "0"])
            .arg(article)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let (told, lines) = std::sync::mpsc::channel();
        let both: [Option<Box<dyn std::io::Read + Send>>; 2] = [
            process.stdout.take().map(|out| Box::new(out) as _),
            process.stderr.take().map(|out| Box::new(out) as _),
        ];
        for stream in both.into_iter().flatten() {
            let told = told.clone();
            std::thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    let _ = told.send(line);
                }
            });
        }
        let mut served = Self { process, url: String::new(), lines };
        let line = served.waits_for(|line| line.contains("Dateline is at "))?;
        served.url = line.rsplit(' ').next().unwrap_or_default().to_owned();
        Ok(served)
    }

    /// The next line that is as it should be.
    fn waits_for(&self, is_it: impl Fn(&str) -> bool) -> Result<String> {
        let begun = Instant::now();
        let mut seen = Vec::new();
        while let Ok(line) = self.lines.recv_timeout(LIMIT.saturating_sub(begun.elapsed())) {
            if is_it(&line) {
                return Ok(line);
            }
            seen.push(line);
        }
        bail!("`cargo xtask serve` said only:\n{}", seen.join("\n"))
    }

    /// Has it build again.
    fn rebuilds(&self, change: impl FnOnce() -> Result<()>) -> Result<()> {
        let (before, begun) = (self.builds()?, Instant::now());
        change()?;
        while self.builds()? == before {
            ensure!(begun.elapsed() < LIMIT, "a changed article is not built again");
            sleep(Duration::from_millis(100));
        }
        Ok(())
    }

    /// What pages ask for to know whether they are the last.
    fn builds(&self) -> Result<String> {
        self.get("dev/build")
    }

    fn get(&self, path: &str) -> Result<String> {
        let url = format!("{}{path}", self.url);
        let mut answer = ureq::get(&url).call().with_context(|| format!("GET {url}"))?;
        Ok(answer.body_mut().read_to_string()?)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for file in compress::files(from)? {
        fs::copy(&file, to.join(file.strip_prefix(from)?))?;
    }
    Ok(())
}
