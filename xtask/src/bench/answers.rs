//! How fast the page answers pointer, click and key.

use super::probe;
use super::report::{Report, median};
use anyhow::Result;
use browser_tests::{Browser, Page, Site};
use std::path::Path;

/// How long a pointer must rest before a card opens: meant, hence not counted.
const REST: f64 = 500.0;

/// On the bundled article.
pub fn bundled(report: &mut Report, browser: &Browser, ours: &Path, rounds: usize) -> Result<()> {
    let site = probe::serve(ours)?;
    let page = probe::live(browser, &site, "")?;
    card(report, &page, "rest on a name → card", rounds);
    event(report, &page, "click on an event → passage marked", rounds);
    Ok(())
}

/// On an article with so many mentions, in words.
pub fn mentions(
    report: &mut Report,
    browser: &Browser,
    article: &Path,
    count: &str,
    rounds: usize,
) -> Result<()> {
    let site = probe::serve(article)?;
    let page = probe::live(browser, &site, "")?;
    card(report, &page, &format!("rest on a name → card, {count} mentions"), rounds);
    Ok(())
}

/// From an event to its passage, on an article with so many of both, in words.
pub fn passages(
    report: &mut Report,
    browser: &Browser,
    article: &Path,
    count: &str,
    rounds: usize,
) -> Result<()> {
    let site = probe::serve(article)?;
    let page = probe::live(browser, &site, "")?;
    event(report, &page, &format!("click on an event → marked, {count} events"), rounds);
    Ok(())
}

/// The timeline of an article with so many events, in words; a step on it must take no longer
/// than this.
pub fn timeline(
    report: &mut Report,
    browser: &Browser,
    article: &Path,
    (count, step): (&str, f64),
    rounds: usize,
) -> Result<()> {
    let site = probe::serve(article)?;
    let page = probe::live(browser, &site, "")?;
    steps(report, &page, &format!("{count} events"), (step, 4.0), rounds);
    let elements = page.count("[data-event], [data-cluster]") as f64;
    let name = format!("elements on the timeline of {count} events");
    report.value(&name, "", elements, 500.0, 300.0);
    first_layouts(report, browser, &site, count, rounds.div_ceil(3))
}

/// Zooming and panning.
fn steps(report: &mut Report, page: &Page, of: &str, limits: (f64, f64), rounds: usize) {
    let zoomed = handled(page, "keydown", rounds, &|round| {
        page.press(if there(round) { "+" } else { "-" });
    });
    taken(report, &format!("zoom step, {of}"), zoomed, limits);
    // Of all of it nothing can be panned.
    ["+", "+"].iter().for_each(|key| page.press(key));
    let panned = handled(page, "wheel", rounds, &|round| {
        let by = if there(round) { 60.0 } else { -60.0 };
        page.wheel(middle_of_timeline(page), (by, 0.0));
    });
    taken(report, &format!("pan step, {of}"), panned, limits);
}

/// What a step on the timeline took, beside the must and the aim, if there was a timeline.
fn taken(report: &mut Report, name: &str, time: Option<f64>, (must, aim): (f64, f64)) {
    match time {
        Some(time) => report.value(name, "ms", time, must, aim),
        None => report.missing(name, "no [data-event] or [data-cluster] is on the screen"),
    }
}

/// The first layout on a scale, of so many events: everything is prepared anew for it, as it is
/// when the page starts.
fn first_layouts(
    report: &mut Report,
    browser: &Browser,
    site: &Site,
    count: &str,
    rounds: usize,
) -> Result<()> {
    let mut times = Vec::new();
    for _ in 0..rounds {
        let page = probe::live(browser, site, "")?;
        let first = handled(&page, "click", 1, &|_| page.click("#band [data-scale=true]"));
        times.extend(first);
    }
    let time = (!times.is_empty()).then(|| median(times));
    taken(report, &format!("first layout on a scale, {count} events"), time, (150.0, 50.0));
    Ok(())
}

/// From the pointer's arrival to the card on the screen, less the meant delay.
fn card(report: &mut Report, page: &Page, name: &str, rounds: usize) {
    if !page.is_shown("a.mention") {
        return report.missing(name, "no a.mention");
    }
    page.run(
        "addEventListener('pointerover', event => {
             if (event.target.closest?.('a.mention')) probe.over = performance.now();
         }, true);
         const seen = () => {
             const card = document.querySelector('#card');
             const shown = card?.checkVisibility() && card.getBoundingClientRect().height > 0;
             if (shown && probe.card === null) probe.card = performance.now();
         };
         new MutationObserver(seen).observe(document.body,
             { subtree: true, childList: true, attributes: true, characterData: true });
         document.addEventListener('toggle', seen, true);",
        &[],
    );
    let mut times = Vec::new();
    for _ in 0..rounds {
        page.point(2.0, 2.0);
        page.press("Escape");
        page.wait_gone("#card");
        page.run("probe.card = null", &[]);
        page.hover("a.mention");
        page.wait_until("probe.card !== null");
        times.push(page.eval_number("probe.card - probe.over") - REST);
    }
    page.press("Escape");
    report.value(name, "ms", median(times), 16.0, 8.0);
}

/// From the click on an event to its passage marked in the text.
fn event(report: &mut Report, page: &Page, name: &str, rounds: usize) {
    let marks = page.eval_number(&format!("(probe.events = {ON_SCREEN}).length"));
    if marks < 2.0 {
        return report.missing(name, "no [data-event] is on the screen");
    }
    page.run("addEventListener('click', () => { probe.clicked = performance.now() }, true)", &[]);
    let mut times = Vec::new();
    for round in 0..rounds {
        page.run("probe.marked = null", &[]);
        page.run(
            "const marks = probe.events.filter(mark => mark.isConnected && mark.dataset.event);
             const mark = marks[arguments[0] % marks.length];
             (mark.querySelector('a, button') ?? mark).click();",
            &[round.into()],
        );
        page.wait_until("probe.marked !== null");
        times.push(page.eval_number("probe.marked - probe.clicked"));
    }
    report.value(name, "ms", median(times), 16.0, 8.0);
}

/// The marks of the timeline that are on the screen, as JavaScript.
const ON_SCREEN: &str = "[...document.querySelectorAll('[data-event], [data-cluster]')]
    .filter(mark => {
        const box = mark.getBoundingClientRect();
        return box.width > 0 && box.x >= 0 && box.right <= innerWidth
            && box.y >= 0 && box.bottom <= innerHeight;
    })";

/// The middle of a mark.
fn middle_of_timeline(page: &Page) -> (f64, f64) {
    let at = page.run(
        &format!(
            "const box = {ON_SCREEN}[0].getBoundingClientRect();
             return [box.x + box.width / 2, box.y + box.height / 2]"
        ),
        &[],
    );
    (at[0].as_f64().unwrap_or(0.0), at[1].as_f64().unwrap_or(0.0))
}

/// There and back again, or the end would soon be reached.
fn there(round: usize) -> bool {
    round % 4 < 2
}

/// The main thread's time for one step on the timeline: what handles `event`, and the frame
/// that follows with its layout. `None` if there is no timeline.
fn handled(page: &Page, event: &str, rounds: usize, step: &dyn Fn(usize)) -> Option<f64> {
    if page.eval_number(&format!("{ON_SCREEN}.length")) == 0.0 {
        return None;
    }
    let focus = format!(
        "const [mark] = {ON_SCREEN};
         (mark.matches('a, button, [tabindex]') ? mark
             : mark.querySelector('a, button, [tabindex]') ?? mark).focus();"
    );
    page.run(&focus, &[]);
    page.run(
        "const later = call => {
             const { port1, port2 } = new MessageChannel();
             port1.onmessage = call;
             port2.postMessage(null);
         };
         addEventListener(arguments[0], () => {
             const begun = performance.now();
             let handled = null;
             // After the handlers and what they queued.
             later(() => { handled ??= performance.now() - begun; });
             requestAnimationFrame(() => {
                 const frame = performance.now();
                 handled ??= 0;
                 later(() => { probe.step = handled + performance.now() - frame; });
             });
         }, true);",
        &[event.into()],
    );
    let mut times = Vec::new();
    for round in 0..rounds {
        page.run("probe.step = null", &[]);
        step(round);
        page.wait_until("probe.step !== null");
        times.push(page.eval_number("probe.step"));
    }
    Some(median(times))
}
