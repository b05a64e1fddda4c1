//! On a slow line an article is there to explore before the names are: what comes behind does not
//! disturb, and what does not come is said.

use super::opening::{NEWS, choose};
use browser_tests::{Page, Reply, Site, SiteOptions};
use serde_json::json;
use std::sync::{Arc, Condvar, Mutex};

super::cases![
    names_come_behind_the_first_draft,
    nothing_moves_on_a_phone,
    the_day_is_asked_for_before_the_names_are_there,
    without_the_names_the_rest_is_there,
    another_article_while_names_are_coming,
    a_page_whose_program_does_not_come,
];

/// What becomes of a file that is asked for.
#[derive(Clone, Copy, PartialEq)]
enum Line {
    Holds,
    Fails,
    Open,
}

/// A gate before the files whose names begin so.
#[derive(Clone)]
struct Gate(Arc<(Mutex<Line>, Condvar)>);

impl Gate {
    fn set(&self, line: Line) {
        *self.0.0.lock().expect("nobody panics with it") = line;
        self.0.1.notify_all();
    }

    /// Waits as long as the line holds; whether it is open then.
    fn pass(&self) -> bool {
        let (line, changed) = &*self.0;
        let line = line.lock().expect("nobody panics with it");
        let line = changed.wait_while(line, |line| *line == Line::Holds);
        *line.expect("nobody panics with it") == Line::Open
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        // Nothing waits for ever, also when a test fails.
        self.set(Line::Fails);
    }
}

/// The page's site again, with a gate before the files that begin so.
fn gated(page: &Page, begin: &'static str, line: Line) -> (Site, Gate) {
    let gate = Gate(Arc::new((Mutex::new(line), Condvar::new())));
    let state = Arc::clone(&gate.0);
    let extra = move |path: &str| {
        let closed = path.starts_with(begin) && {
            let gate = std::mem::ManuallyDrop::new(Gate(Arc::clone(&state)));
            !gate.pass()
        };
        closed.then(|| Reply::new(503, "text/plain", "not now"))
    };
    let options = SiteOptions { extra: Some(Arc::new(extra)), ..Default::default() };
    let site = Site::serve(page.site.folder(), options)
        .unwrap_or_else(|error| panic!("expected to serve the site again: {error}"));
    (site, gate)
}

/// The bounds of the article's last block, for what moves.
const PLACE: &str = "Math.round(document.querySelector('#story').lastElementChild\
                     .getBoundingClientRect().top)";

/// Hands a text over as a person does, and waits until it stands there.
#[track_caller]
fn paste(page: &Page, words: &str) {
    page.wait_shown("#pasted");
    page.run("document.getElementById('pasted').value = arguments[0]", &[json!(words)]);
    page.click("#start .main");
    page.wait_gone("#start");
}

/// Waits for the draft that rules alone give.
#[track_caller]
fn by_rules(page: &Page) {
    page.wait_for("#story .date.found");
    page.wait_words(".desk-bar", &["Names are still coming"]);
    assert_eq!(page.count("#article .mention"), 0);
}

fn names_come_behind_the_first_draft(page: &Page) {
    let (site, gate) = gated(page, "assets/names-", Line::Holds);
    let page = &page.on(&site);
    page.resize(1024, 500);
    page.open("open.html");
    paste(page, NEWS);
    by_rules(page);
    page.wait_words(".terms .annotator", &["nobody has looked for names yet"]);
    // It is as good an article as any: a date is corrected before the names are there.
    page.choose("#story .date", "2011");
    page.wait_shown("#card");
    page.click("#card [data-mend=open]");
    page.wait_for("#card .mend");
    page.run(
        "const field = document.querySelector('#card .mend [name=date]');
         field.value = 'December 2011';
         field.dispatchEvent(new Event('input', { bubbles: true }));",
        &[],
    );
    page.click("#card .mend .main");
    page.wait_gone("#card .mend");
    page.wait_words("#card", &["December 2011"]);
    // The reader has gone on, has a card open and words selected.
    page.choose("#story .date", "2014");
    page.wait_words("#card", &["2014"]);
    page.eval("scrollTo(0, 200)");
    page.run(
        "const words = document.createTreeWalker(document.querySelector('#story'), 4);
         let last;
         while (words.nextNode()) if (words.currentNode.data.includes(' the United States'))
             last = words.currentNode;
         getSelection().setBaseAndExtent(last, 1, last, 18);",
        &[],
    );
    let selected = page.eval_text("getSelection().toString()");
    let place = page.eval_number(PLACE);
    gate.set(Line::Open);
    page.wait_for("#article .mention");
    page.wait_until("!document.querySelector('[data-desk=stop]').checkVisibility()");
    assert_eq!(page.eval_number(PLACE), place, "nothing moves under the reader's eyes");
    page.wait_words("#card", &["2014"]);
    assert!(page.is_shown("#card"));
    assert_eq!(page.eval_text("getSelection().toString()"), selected);
    page.wait_words(".terms .annotator", &["Names, dates"]);
    page.choose("#story .date", "2011");
    page.wait_words("#card", &["December 2011"]);
    page.click("[data-desk=undo]");
    page.wait_until("!document.getElementById('card').textContent.includes('December')");
    page.choose("#story .mention", "Abdul Mahdi");
    page.wait_words("#card-title", &["Adel Abdul Mahdi"]);
}

fn nothing_moves_on_a_phone(page: &Page) {
    let (site, gate) = gated(page, "assets/names-", Line::Holds);
    let page = &page.on(&site);
    page.resize(360, 740);
    page.open("open.html");
    paste(page, NEWS);
    by_rules(page);
    page.wait_shown("[data-desk=stop]");
    let place = page.eval_number(PLACE);
    gate.set(Line::Open);
    page.wait_for("#article .mention");
    page.wait_gone("[data-desk=stop]");
    super::keeping::is_kept(page);
    assert_eq!(page.eval_number(PLACE), place);
}

fn the_day_is_asked_for_before_the_names_are_there(page: &Page) {
    let (site, gate) = gated(page, "assets/names-", Line::Holds);
    let page = &page.on(&site);
    page.open("open.html");
    paste(page, &NEWS.replace("8 January 2020\n\n", ""));
    by_rules(page);
    page.wait_shown(".asks");
    page.click("#asked-day");
    page.type_text("8 January 2020");
    page.press("Enter");
    page.wait_gone(".asks");
    gate.set(Line::Open);
    page.wait_for("#article .mention");
    page.wait_gone("[data-desk=stop]");
    assert!(!page.is_shown(".asks"));
    // What was answered counts in the whole draft.
    page.choose("#story .date", "Friday");
    page.wait_words("#card", &["3 January 2020"]);
}

fn without_the_names_the_rest_is_there(page: &Page) {
    let (site, gate) = gated(page, "assets/names-", Line::Fails);
    let page = &page.on(&site);
    page.open("open.html");
    paste(page, NEWS);
    page.wait_words(".notice", &["none are marked", "Read again"]);
    page.wait_for("#story .date.found");
    page.wait_gone("[data-desk=stop]");
    assert_eq!(page.count("#article .mention"), 0);
    page.choose("#story .date", "Monday");
    page.wait_words("#card", &["6 January 2020"]);
    page.press("Escape");
    // With a network again it goes on where it was.
    gate.set(Line::Open);
    page.click("[data-opens=article]");
    page.click("[data-desk=again]");
    page.wait_for("#article .mention");
    page.wait_for("#story .date.found");
}

fn another_article_while_names_are_coming(page: &Page) {
    let (site, gate) = gated(page, "assets/names-", Line::Holds);
    let page = &page.on(&site);
    page.open("open.html");
    paste(page, &NEWS.replace("Vote in Baghdad", "The first one"));
    by_rules(page);
    page.click("[data-desk=start]");
    paste(page, NEWS);
    by_rules(page);
    gate.set(Line::Open);
    page.wait_for("#article .mention");
    page.wait_gone("[data-desk=stop]");
    assert_eq!(page.text("#article h1"), "Vote in Baghdad: what comes next");
    assert_eq!(page.count("#article h1"), 1);
}

fn a_page_whose_program_does_not_come(page: &Page) {
    let (site, gate) = gated(page, "assets/intake-", Line::Fails);
    let page = &page.on(&site);
    page.open("open.html");
    page.wait_shown("#start");
    let html = "<!doctype html><title>Ministers meet</title><h1>Ministers meet</h1>\
        <p>John Smith met Jane Doe in Paris on 3 March 2009.</p>";
    choose(page, &[("page.html", html)]);
    page.wait_words("#start .refused", &["could not be loaded", "when there is a network"]);
    // A plain text needs none of it.
    paste(page, NEWS);
    page.wait_for("#article .mention");
    gate.set(Line::Open);
    page.click("[data-desk=start]");
    page.wait_shown("#start");
    choose(page, &[("page.html", html)]);
    page.wait_until("document.title === 'Ministers meet'");
    page.wait_for("#article .mention");
}
