//! `.br` and `.gz` beside the files, for hosts that serve them as they are.

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// What is worth compressing, by extension.
const TEXTS: [&str; 13] = [
    "html",
    "css",
    "js",
    "wasm",
    "json",
    "svg",
    "txt",
    "md",
    "xml",
    "ics",
    "csv",
    "webmanifest",
    "bin",
];

/// Compresses every text, program and table under a folder as far as it goes.
pub fn compress(folder: &Path) -> Result<()> {
    let mut waiting = files(folder)?;
    waiting.retain(|file| extension(file).is_some_and(|extension| TEXTS.contains(&extension)));
    // The longest first, so that no core waits for it at the end.
    waiting.sort_by_key(|file| fs::metadata(file).map_or(0, |about| about.len()));
    let waiting = Mutex::new(waiting);
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let work = || -> Result<()> {
        while let Some(file) = next() {
            let content = fs::read(&file)?;
            fs::write(with_ending(&file, "br"), brotli(&content)?)?;
            fs::write(with_ending(&file, "gz"), gzip(&content)?)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let mut ended = workers.into_iter().map(|worker| worker.join());
        ended.try_for_each(|end| end.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

/// Brotli at quality 11, as budgets count it.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let params = BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*content, &mut out, &params)?;
    Ok(out)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

/// Every file under a folder, sorted by path.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn extension(file: &Path) -> Option<&str> {
    file.extension()?.to_str()
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
