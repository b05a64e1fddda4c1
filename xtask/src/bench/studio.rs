//! Any article: how long from paste to an article to explore, and how a long one answers.

use super::library;
use super::probe::{self, Device};
use super::report::{Report, median};
use super::slow_workers::SlowWorkers;
use anyhow::Result;
use browser_tests::{Browser, Page};
use serde_json::{Value, json};
use std::path::Path;

/// Characters of an article of 1,000 words.
const SHORT: usize = 6_000;
/// Characters of the long text.
const LONG: usize = 1_000_000;

/// Presses "Read it" and waits for the names; gives what was seen on the way.
const READ: &str = "
    const field = document.getElementById('pasted');
    if (field.value !== arguments[0]) field.value = arguments[0];
    const seen = { begin: performance.now(), words: null, marks: null, names: null };
    // Once it is on the screen.
    const note = (name, then) => {
        if (seen[name]) return;
        seen[name] = true;
        requestAnimationFrame(() => setTimeout(() => { seen[name] = performance.now(); then?.(); }));
    };
    return new Promise((done, failed) => {
        const look = () => {
            if (!document.documentElement.hasAttribute('data-start')) note('words');
            if (document.querySelector('#article .found')) note('marks');
            if (document.querySelector('#article .mention')) {
                watch.disconnect();
                note('names', () => done(seen));
            }
        };
        const watch = new MutationObserver(look);
        watch.observe(document, { subtree: true, childList: true, attributes: true });
        setTimeout(() => failed(new Error('not read after a minute')), 60000);
        document.querySelector('#start .main').click();
    });";

/// Does something and gives the milliseconds until it is on the screen, and the longest task.
const ACT: &str = "
    const begin = performance.now();
    const act = new Function(arguments[0]);
    return new Promise(done => {
        act();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
    });";

pub fn run(
    report: &mut Report,
    browser: &Browser,
    ours: &Path,
    article: &Value,
    rounds: usize,
) -> Result<()> {
    let blocks = article["blocks"].as_array().cloned().unwrap_or_default();
    let words: Vec<&str> = blocks.iter().filter_map(|block| block["text"].as_str()).collect();
    let whole = words.join("\n\n");
    let short: String = whole.chars().take(SHORT).collect();
    warm(report, browser, ours, &short, rounds)?;
    cold(report, browser, ours, &short, rounds.div_ceil(5))?;
    library::run(report, browser, ours, &short, rounds)?;
    long(
        report,
        browser,
        ours,
        &vec![whole.as_str(); LONG / whole.chars().count()].join("\n\n"),
        rounds.div_ceil(3),
    )
}

/// With the analyst already there, on the desktop profile.
fn warm(
    report: &mut Report,
    browser: &Browser,
    ours: &Path,
    text: &str,
    rounds: usize,
) -> Result<()> {
    let site = probe::serve(ours)?;
    let page = probe::live(browser, &site, "open.html")?;
    read(&page, text);
    let mut took = Vec::new();
    for round in 0..rounds {
        page.click("[data-desk=start]");
        // The marks of the last article would count as those of the next.
        page.run("document.getElementById('story').textContent = ''", &[]);
        page.run("document.querySelector('#article .head').textContent = ''", &[]);
        // Another article each time: the same one would be recognised.
        took.push(read(&page, &format!("Round {round}\n\n{text}")).names);
    }
    report.value("paste → article to explore, 1,000 words", "ms", median(took), 150.0, 100.0);
    Ok(())
}

/// On the phone profile with nothing in any cache: the start page has just become live.
fn cold(
    report: &mut Report,
    browser: &Browser,
    ours: &Path,
    text: &str,
    rounds: usize,
) -> Result<()> {
    let rounds = rounds.max(3);
    let slow = SlowWorkers::begin(probe::SLOWER);
    let mut phone = Vec::new();
    for _ in 0..rounds {
        browser.devtools("Network.clearBrowserCache", json!({}))?;
        let site = probe::serve_slowly(ours)?;
        let page = probe::page(browser, &site, Device::PhoneAlone)?;
        page.open("open.html");
        phone.push(read(&page, text));
    }
    let slowed = slow.map_or(0, SlowWorkers::end);
    let whose = if slowed >= rounds { "phone" } else { "phone with a fast worker" };
    let of = |time: fn(&Seen) -> f64| median(phone.iter().map(time).collect());
    println!("cold: the words stand after {:.0} ms; {slowed} slow workers", of(|seen| seen.words));
    let name = format!("paste → article to explore, cold, {whose}");
    report.value(&name, "ms", of(|seen| seen.marks), 1500.0, 1000.0);
    let name = format!("paste → names as well, cold, {whose}");
    report.value(&name, "ms", of(|seen| seen.names), 5000.0, 4000.0);
    Ok(())
}

/// What is done with a text of a million characters, one after the other: its name, what is done
/// before and not counted, the act.
const ACTIONS: [(&str, &str, &str); 6] = [
    ("card", "", "document.querySelectorAll('#story .mention')[3].click()"),
    ("form", "", "document.querySelector('[data-mend=open]').click()"),
    (
        "name changed everywhere",
        "document.querySelector('.mend [name=name]').value = 'Somebody'",
        "document.querySelector('.mend .main').click()",
    ),
    ("taken back", "", "document.querySelector('[data-desk=undo]').click()"),
    ("scrolled far", "", "scrollTo(0, document.body.scrollHeight / 2)"),
    ("panel", "", "document.querySelector('[data-panel=who]').click()"),
];

/// Lets the browser draw what a script has just done, as it draws what a person types.
fn settle(page: &Page, script: &str) {
    let drawn = "return new Promise(done => requestAnimationFrame(() => setTimeout(done)));";
    page.run(&format!("{script}; {drawn}"), &[]);
}

/// A text of a million characters, while it is being read and after: medians of fresh pages.
fn long(
    report: &mut Report,
    browser: &Browser,
    ours: &Path,
    text: &str,
    rounds: usize,
) -> Result<()> {
    let runs: Result<Vec<Long>> = (0..rounds).map(|_| long_once(browser, ours, text)).collect();
    let runs = runs?;
    let middle = |of: &dyn Fn(&Long) -> f64| median(runs.iter().map(of).collect());
    let words = middle(&|run| run.words);
    report.value("a million characters: the words stand after", "ms", words, 1000.0, 500.0);
    let longest = middle(&|run| run.longest);
    report.value("a million characters: longest task while read", "ms", longest, 100.0, 50.0);
    for (n, (name, ..)) in ACTIONS.iter().enumerate() {
        let took = middle(&|run| run.actions[n]);
        report.value(&format!("a million characters: {name}"), "ms", took, 100.0, 50.0);
    }
    Ok(())
}

/// What was measured on one page with a million characters, in ms.
struct Long {
    words: f64,
    longest: f64,
    actions: [f64; ACTIONS.len()],
}

fn long_once(browser: &Browser, ours: &Path, text: &str) -> Result<Long> {
    let site = probe::serve(ours)?;
    let page = probe::live(browser, &site, "open.html")?;
    page.run(
        "window.longest = 0;
         new PerformanceObserver(list => {
             for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
         }).observe({ type: 'longtask' });",
        &[],
    );
    // Pasted first, as by a person: the field's own layout is the browser's work.
    page.run(
        "document.getElementById('pasted').value = arguments[0];
         return new Promise(done => requestAnimationFrame(() => setTimeout(() => {
             longest = 0;
             done();
         }, 500)));",
        &[json!(text)],
    );
    let words = read(&page, text).words;
    page.wait_until("!document.querySelector('[data-desk=stop]').checkVisibility()");
    let longest = page.eval_number("longest");
    let act = |(_, before, act): (&str, &str, &str)| {
        if !before.is_empty() {
            settle(&page, before);
        }
        page.run(ACT, &[json!(act)]).as_f64().unwrap_or(f64::NAN)
    };
    Ok(Long { words, longest, actions: ACTIONS.map(act) })
}

/// Milliseconds from the press: the words, what rules alone find or more, the names.
struct Seen {
    words: f64,
    marks: f64,
    names: f64,
}

fn read(page: &Page, text: &str) -> Seen {
    let seen = page.run(READ, &[json!(text)]);
    let at = |name: &str| seen[name].as_f64().unwrap_or(f64::NAN);
    let since = |name: &str| at(name) - at("begin");
    Seen { words: since("words"), marks: since("marks"), names: since("names") }
}
