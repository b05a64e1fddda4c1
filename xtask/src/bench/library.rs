//! How long a library of a thousand articles takes to open.

use super::probe;
use super::report::{Report, median};
use anyhow::Result;
use browser_tests::Browser;
use serde_json::json;
use std::path::Path;

/// Articles in the library.
const KEPT: usize = 1_000;

/// Keeps one article, then restores a file of a thousand like it, each with a name of its own.
const FILL: &str = "
    const until = (holds) => new Promise((done, failed) => {
        const begin = performance.now();
        const look = () => holds() ? done()
            : performance.now() - begin > 120000 ? failed(new Error(`waited for ${holds}`))
            : setTimeout(look, 50);
        look();
    });
    const said = () => document.querySelector('.backup-line').textContent;
    let saved = null;
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { saved = blob; return make(blob) };
    HTMLAnchorElement.prototype.click = () => {};
    return (async () => {
        document.getElementById('pasted').value = arguments[0];
        document.querySelector('#start .main').click();
        await until(() => document.querySelector('#article .mention'));
        await until(() => location.search.startsWith('?kept='));
        document.querySelector('[data-desk=start]').click();
        await until(() => document.querySelector('.kept-articles li'));
        document.querySelector('[data-start=backup]').click();
        await until(() => saved);
        const file = JSON.parse(await saved.text());
        const [one] = file.articles;
        file.articles = Array.from({ length: arguments[1] - 1 }, (_, n) => ({
            ...one,
            entry: { ...one.entry, key: `n${n}`, title: `${one.entry.title} ${n}` },
        }));
        const given = new DataTransfer();
        given.items.add(new File([JSON.stringify(file)], 'library.json'));
        const field = document.getElementById('library-file');
        field.files = given.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));
        await until(() => said().includes('came in'));
        return said();
    })();";

/// Watches for the first row of the list, once it is on the screen.
const WATCH: &str = "
    window.listed = new Promise((done) => {
        const watch = new MutationObserver(() => {
            if (!document.querySelector('.kept-articles li')) return;
            watch.disconnect();
            requestAnimationFrame(() => setTimeout(() => done(performance.now())));
        });
        watch.observe(document, { subtree: true, childList: true });
    });";

/// From the navigation's start to the list on the screen.
pub fn run(
    report: &mut Report,
    browser: &Browser,
    ours: &Path,
    text: &str,
    rounds: usize,
) -> Result<()> {
    let site = probe::serve(ours)?;
    let page = probe::live(browser, &site, "open.html")?;
    page.run(FILL, &[json!(text), json!(KEPT)]);
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }));
    let mut took = Vec::new();
    for _ in 0..rounds {
        page.reload();
        took.push(page.eval_number("listed"));
    }
    let more = page.eval_text("document.querySelector('.library-more').textContent");
    anyhow::ensure!(more.contains(&KEPT.to_string()), "the library has: {more}");
    let name = "a library of 1,000: from the page's start to the list";
    report.value(name, "ms", median(took), 200.0, 100.0);
    Ok(())
}
