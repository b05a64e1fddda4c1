//! What makes the site work without a network: the worker with the list of its files, the manifest,
//! the icons. Why it is so: `docs/decisions/0007`.

use crate::{assets, compress, icon, paths, short};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// The worker, from the site's root: it stands above all that it serves.
pub const WORKER: &str = "sw.js";

/// The page that is kept with the files; pages with articles are kept when they are visited.
const STUDIO: &str = "open.html";

/// Writes them into a site that has all its other files, none of them compressed yet.
pub fn write(site: &Path) -> Result<()> {
    let browser = paths::root().join("src/browser");
    fs::copy(browser.join("manifest.webmanifest"), site.join("manifest.webmanifest"))?;
    fs::write(site.join("icon.svg"), icon::svg())?;
    for side in [192, 512] {
        fs::write(site.join(format!("icon-{side}.png")), icon::png(side)?)?;
    }
    let template = fs::read_to_string(browser.join(WORKER)).context("the worker")?;
    fs::write(site.join(WORKER), worker(site, &template)?)?;
    Ok(())
}

/// The worker for this site: its version changes when any of the files does.
fn worker(site: &Path, template: &str) -> Result<String> {
    let files = files(site)?;
    let mut all = template.as_bytes().to_vec();
    for file in &files {
        all.extend(file.as_bytes());
        all.extend(fs::read(site.join(file))?);
    }
    let list = serde_json::to_string(&files)?;
    let mut worker = short::trim(template);
    for (place, value) in [("{{version}}", assets::hash(&all)), ("{{files}}", list)] {
        if worker.matches(place).count() != 1 {
            bail!("expected {WORKER} to have one place for {place}");
        }
        worker = worker.replace(place, &value);
    }
    Ok(worker)
}

/// What is kept from the first visit on: paths from the root, in order.
fn files(site: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for file in compress::files(site)? {
        let path = file.strip_prefix(site)?.to_string_lossy().replace('\\', "/");
        if path == STUDIO || !(path.ends_with(".html") || path == WORKER) {
            files.push(path);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site in a folder of its own; gone with the guard.
    struct Folder(std::path::PathBuf);

    impl Folder {
        fn new(name: &str, files: &[(&str, &str)]) -> Result<Self> {
            let folder =
                std::env::temp_dir().join(format!("dateline-{name}-{}", std::process::id()));
            for (path, content) in files {
                let file = folder.join(path);
                fs::create_dir_all(file.parent().unwrap_or(&folder))?;
                fs::write(file, content)?;
            }
            Ok(Self(folder))
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    const SITE: [(&str, &str); 5] = [
        ("open.html", "studio"),
        ("index.html", "article"),
        ("first/index.html", "article"),
        ("assets/reader-0123456789ab.js", "script"),
        ("sw.js", "worker of an earlier build"),
    ];

    const TEMPLATE: &str = "// Why.\nconst VERSION = \"{{version}}\";\nconst FILES = {{files}};\n";

    #[test]
    fn all_but_the_articles_is_kept_from_the_first_visit_on() -> Result<()> {
        let site = Folder::new("list", &SITE)?;
        assert_eq!(files(&site.0)?, ["assets/reader-0123456789ab.js", "open.html"]);
        let worker = worker(&site.0, TEMPLATE)?;
        assert!(worker.starts_with("const VERSION = \""), "{worker}");
        assert!(worker.contains("FILES = [\"assets/reader-0123456789ab.js\",\"open.html\"];"));
        Ok(())
    }

    #[test]
    fn another_file_is_another_version() -> Result<()> {
        let site = Folder::new("version", &SITE)?;
        let first = worker(&site.0, TEMPLATE)?;
        assert_eq!(worker(&site.0, TEMPLATE)?, first, "the same files are the same version");
        fs::write(site.0.join("index.html"), "another article")?;
        assert_eq!(worker(&site.0, TEMPLATE)?, first, "articles are not part of it");
        fs::write(site.0.join("open.html"), "another studio")?;
        assert_ne!(worker(&site.0, TEMPLATE)?, first);
        assert!(worker(&site.0, "no places").is_err());
        Ok(())
    }

    #[test]
    fn the_worker_and_the_manifest_are_in_the_source() -> Result<()> {
        let site = Folder::new("whole", &SITE)?;
        write(&site.0)?;
        let worker = fs::read_to_string(site.0.join(WORKER))?;
        assert!(!worker.contains("{{"), "{worker}");
        for file in ["icon.svg", "icon-192.png", "manifest.webmanifest"] {
            assert!(worker.contains(&format!("\"{file}\"")), "{file}");
        }
        let manifest = fs::read(site.0.join("manifest.webmanifest"))?;
        let manifest: serde_json::Value = serde_json::from_slice(&manifest)?;
        for icon in manifest["icons"].as_array().context("icons")? {
            let file = icon["src"].as_str().context("a file")?;
            assert!(site.0.join(file).is_file(), "{file}");
        }
        Ok(())
    }
}
