//! The timeline: all events within reach, by every way in.

use browser_tests::{Emulation, Page};
use serde_json::json;
use std::collections::BTreeSet;

super::cases![
    every_event_is_within_reach,
    every_event_is_on_the_sheet,
    the_sheet_has_the_window_of_a_link,
    back_closes_the_sheet,
    the_words_of_ticks_are_whole,
    labels_do_not_overlap,
    labels_have_their_room,
    one_tab_stop_and_arrows,
    a_press_goes_to_the_passage_and_leaves_a_way_back,
    a_cluster_opens_as_a_list,
    what_is_being_read_is_lit,
    the_scale_is_in_the_link,
    it_folds,
    every_mark_is_a_sentence,
];

const SCALES: [&str; 3] = ["Fitted", "True", "One"];

pub fn open_at(page: &Page, width: u32) {
    page.resize(width, 800);
    page.open("");
    page.wait_for("#marks button");
}

pub fn choose_scale(page: &Page, title: &str) {
    page.click(&format!("#band [title^={title}]"));
    page.wait_for(&format!("#band [aria-pressed=true][title^={title}]"));
    page.settle();
    page.wait_until("document.getAnimations().length === 0");
}

/// The ids of the article's events.
fn events(page: &Page) -> BTreeSet<String> {
    strings(
        page,
        "JSON.parse(document.getElementById('article-data').textContent).events.map(e => e.id)",
    )
}

fn strings(page: &Page, expression: &str) -> BTreeSet<String> {
    let all = page.eval(expression);
    let all = all.as_array().cloned().unwrap_or_default();
    all.iter().filter_map(|each| each.as_str().map(str::to_owned)).collect()
}

fn every_event_is_within_reach(page: &Page) {
    for width in [1280, 700] {
        open_at(page, width);
        let all = events(page);
        assert_eq!(all.len(), 36);
        for scale in SCALES {
            choose_scale(page, scale);
            let mut found = strings(
                page,
                "[...document.querySelectorAll('#marks [data-event]')].map(e => e.dataset.event)",
            );
            for n in 0..page.count("#marks [data-cluster]") {
                page.run(
                    "document.querySelectorAll('#marks [data-cluster] button')[arguments[0]].click()",
                    &[json!(n)],
                );
                page.wait_words("#card-title", &["events"]);
                page.settle();
                found.extend(strings(
                    page,
                    "[...document.querySelectorAll('#card .events a')].map(e => e.hash.slice(1))",
                ));
                page.press("Escape");
                page.wait_gone("#card");
            }
            let lost: Vec<_> = all.difference(&found).collect();
            assert!(lost.is_empty(), "at {width} px, scale {scale}: {lost:?}");
        }
    }
}

fn every_event_is_on_the_sheet(page: &Page) {
    page.resize(360, 740);
    page.emulate(Emulation::Touch);
    for scale in ["", "#scale=true", "#scale=order"] {
        page.open(scale);
        let all = events(page);
        page.tap(".sheet-button");
        page.wait_shown("#sheet [data-event]");
        let found = page.eval(
            "(async () => {
                const found = new Set();
                const scroll = document.querySelector('#sheet .scroll');
                for (let top = 0; top <= scroll.scrollHeight; top += scroll.clientHeight / 2) {
                    scroll.scrollTop = top;
                    for (let n = 0; n < 3; n++) await new Promise(requestAnimationFrame);
                    const box = scroll.getBoundingClientRect();
                    for (const row of scroll.querySelectorAll('[data-event]')) {
                        const { top, bottom } = row.getBoundingClientRect();
                        if (bottom > box.top && top < box.bottom) found.add(row.dataset.event);
                    }
                }
                return [...found];
            })()",
        );
        let found: BTreeSet<String> = found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|e| e.as_str().map(str::to_owned))
            .collect();
        let lost: Vec<_> = all.difference(&found).collect();
        assert!(lost.is_empty(), "{scale}: {lost:?}");
        let row = page.rect("#sheet-rows [data-event] button");
        assert!(row.height >= 44.0 && row.width >= 200.0, "for a thumb: {row:?}");
    }
    page.choose("#sheet [data-event] button", "");
    page.wait_gone("#sheet");
    page.wait_shown("#card");
}

fn the_sheet_has_the_window_of_a_link(page: &Page) {
    page.resize(360, 740);
    page.emulate(Emulation::Touch);
    for scale in ["", "&scale=true", "&scale=order", "&scale=telling"] {
        page.open(&format!("#when=2020-01-03/2020-01-05{scale}"));
        page.tap(".sheet-button");
        page.wait_shown("#sheet [data-event]");
        page.wait_words("#sheet .shown", &["3–5 Jan 2020"]);
        let headings = || page.eval_text("document.querySelector('#sheet-rows').innerText");
        let shown = headings();
        assert!(shown.contains("Friday 3 January 2020"), "{scale}: {shown}");
        for other in ["2003", "2014\n", "10 January"] {
            assert!(!shown.contains(other), "{scale}: {other} in {shown}");
        }
        page.tap("#sheet [data-zoom=all]");
        page.wait_words("#sheet-rows", &["2003", "Invasion of Iraq"]);
        page.wait_gone("#sheet .window-of");
    }
}

fn back_closes_the_sheet(page: &Page) {
    page.resize(360, 740);
    page.emulate(Emulation::Touch);
    page.open("#when=2020");
    let fragment = || page.eval_text("location.hash");
    let steps = || page.eval_number("history.length");
    page.tap(".sheet-button");
    page.wait_shown("#sheet");
    let open = steps();
    page.back();
    page.wait_gone("#sheet");
    assert_eq!(fragment(), "#when=2020");
    for close in ["#sheet .close", ".sheet-button"] {
        page.tap(".sheet-button");
        page.wait_shown("#sheet");
        page.tap(close);
        page.wait_gone("#sheet");
    }
    page.tap(".sheet-button");
    page.wait_shown("#sheet");
    // Beside it.
    page.drag((180.0, 30.0), (180.0, 30.0));
    page.wait_gone("#sheet");
    page.tap(".sheet-button");
    page.wait_shown("#sheet");
    assert_eq!(steps(), open, "what was closed left no step behind");
    // An event takes the step of the list it was chosen from.
    page.choose("#sheet [data-event] button", "");
    page.wait_gone("#sheet");
    page.wait_shown("#card");
    assert_eq!(steps(), open);
    page.back();
    page.wait_gone("#card");
    assert!(!page.is_shown("#sheet"));
    assert_eq!(fragment(), "#when=2020");
}

fn the_words_of_ticks_are_whole(page: &Page) {
    for (width, height) in [(1280, 800), (1000, 700), (700, 700)] {
        page.resize(width, height);
        for view in ["", "#scale=true", "#scale=order", "#when=2020", "#when=2020-01-03"] {
            page.open(view);
            page.wait_for("#ticks > .tick");
            let cut = page.eval_text(
                "(() => {
                 const end = document.getElementById('axis').getBoundingClientRect().right;
                 const words = [...document.querySelectorAll('#ticks > .tick')].map(tick => {
                     const range = document.createRange();
                     range.selectNodeContents(tick);
                     return [tick.textContent, range.getBoundingClientRect()];
                 }).filter(([words]) => words);
                 return words.filter(([, at], n) => at.right > end + 1
                     || n > 0 && at.left < words[n - 1][1].right)
                     .map(([words]) => words).join();
                 })()",
            );
            assert_eq!(cut, "", "at {width} px, {view}");
        }
    }
}

fn labels_do_not_overlap(page: &Page) {
    for width in [1280, 1024, 700] {
        open_at(page, width);
        for scale in SCALES {
            choose_scale(page, scale);
            let over = page.eval(
                "(() => {
                    const labels = [...document.querySelectorAll('#marks > li:not(.bare)')];
                    const boxes = labels.map(e => [e, e.getBoundingClientRect()]);
                    const over = [];
                    for (const [n, [one, a]] of boxes.entries()) {
                        for (const [other, b] of boxes.slice(n + 1)) {
                            const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                            const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                            if (x > 1 && y > 1) over.push(one.innerText + ' | ' + other.innerText);
                        }
                        if (a.left < -1 || a.right > innerWidth + 1) over.push(one.innerText + ' sticks out');
                    }
                    return over;
                })()",
            );
            assert_eq!(over, json!([]), "at {width} px, scale {scale}");
        }
    }
}

/// The place of the mark with the focus among all.
/// What the layout gives a label, its words get.
fn labels_have_their_room(page: &Page) {
    open_at(page, 1280);
    for scale in SCALES {
        choose_scale(page, scale);
        let narrower = page.eval(
            "[...document.querySelectorAll('#marks > [data-event]')]
                .filter(mark => mark.firstChild.offsetWidth < mark.offsetWidth)
                .map(mark => mark.className)",
        );
        assert_eq!(narrower, json!([]), "{scale}");
    }
    let marks = "[...document.querySelectorAll('#marks > .stretch:not(.in-row)')]";
    assert!(page.eval_number(&format!("{marks}.length")) > 0.0, "years stand among them");
}

fn focused(page: &Page) -> f64 {
    page.eval_number(
        "[...document.querySelectorAll('#marks button')].indexOf(document.activeElement)",
    )
}

fn one_tab_stop_and_arrows(page: &Page) {
    open_at(page, 1280);
    let stops = "#marks button:not([tabindex='-1'])";
    assert_eq!(page.count(stops), 1);
    page.run("document.querySelector(arguments[0]).focus()", &[json!(stops)]);
    let start = focused(page);
    page.press("ArrowRight");
    assert_eq!(focused(page), start + 1.0);
    page.press("ArrowLeft");
    assert_eq!(focused(page), start);
    page.press("End");
    assert_eq!(focused(page), page.count("#marks button") as f64 - 1.0);
    page.press("ArrowRight");
    assert_eq!(focused(page), page.count("#marks button") as f64 - 1.0, "it ends there");
    page.press("Home");
    assert_eq!(focused(page), 0.0);
    assert_eq!(page.count(stops), 1);
    page.press("Shift+Tab");
    assert!(!page.has_focus("#marks button"), "Tab leads out");
    page.press("Tab");
    assert_eq!(focused(page), 0.0, "and back to the same mark");
    page.press("Enter");
    page.wait_shown("#card");
}

fn a_press_goes_to_the_passage_and_leaves_a_way_back(page: &Page) {
    open_at(page, 1280);
    choose_scale(page, "One");
    let before = page.eval_number("scrollY");
    page.run("document.querySelector('#marks [data-event=ev-rouhani] button').click()", &[]);
    page.wait_words("#card-title", &["Rouhani warns"]);
    page.wait_until(&format!("scrollY > {before} + 200"));
    page.wait_until("CSS.highlights.has('here')");
    let place = "[...CSS.highlights.get('here')][0].getBoundingClientRect()";
    page.wait_until(&format!("{place}.top > 0 && {place}.bottom < innerHeight"));
    assert_eq!(page.fragment(), "#at=ev-rouhani&scale=order");
    page.wait_shown(".way-back");
    page.click(".way-back");
    page.wait_until(&format!("scrollY === {before}"));
    page.wait_gone(".way-back");
}

fn a_cluster_opens_as_a_list(page: &Page) {
    open_at(page, 700);
    choose_scale(page, "True");
    page.wait_for("#marks [data-cluster]");
    let says = page.attribute("#marks [data-cluster] button", "aria-label").unwrap_or_default();
    let count: usize = says.split(' ').next().and_then(|n| n.parse().ok()).expect("a count");
    page.click("#marks [data-cluster] button");
    page.wait_words("#card-title", &[&format!("{count} events")]);
    assert_eq!(page.count("#card .events a"), count);
    let first = page.shown("#card .events a");
    page.click("#card .events a");
    page.wait_until("document.getElementById('card-title').innerText.search(/^\\d+ events$/) < 0");
    assert!(first.starts_with(&page.text("#card-title")));
}

fn what_is_being_read_is_lit(page: &Page) {
    open_at(page, 1280);
    choose_scale(page, "One");
    page.run("document.getElementById('para-7').scrollIntoView({ block: 'center', behavior: 'instant' })", &[]);
    page.wait_for("#marks [data-event=ev-letter][data-told]");
    assert_eq!(page.count("#marks [data-event=ev-poland][data-told]"), 0);
    page.run("document.getElementById('para-9').scrollIntoView({ block: 'center', behavior: 'instant' })", &[]);
    page.wait_for("#marks [data-event=ev-poland][data-told]");
    page.wait_until("!document.querySelector('#marks [data-event=ev-letter][data-told]')");
}

fn the_scale_is_in_the_link(page: &Page) {
    open_at(page, 1280);
    for (title, link) in [
        ("True", "#scale=true"),
        ("One", "#scale=order"),
        ("Order", "#scale=telling"),
        ("Fitted", ""),
    ] {
        choose_scale(page, title);
        assert_eq!(page.fragment(), link);
        assert!(page.count("#marks [data-event]") > 0);
    }
}

fn it_folds(page: &Page) {
    open_at(page, 1280);
    assert_eq!(page.attribute("#band .fold", "aria-expanded").as_deref(), Some("true"));
    page.click("#band .fold");
    page.wait_gone("#axis");
    assert_eq!(page.attribute("#band .fold", "aria-expanded").as_deref(), Some("false"));
    assert!(page.rect("#band").height <= 48.0);
    page.click("#band .fold");
    page.wait_shown("#axis");
    page.wait_shown("#marks [data-event]");
}

fn every_mark_is_a_sentence(page: &Page) {
    open_at(page, 1280);
    choose_scale(page, "One");
    let says = page.attribute("#marks [data-event=ev-drone-strike] button", "aria-label");
    let says = says.unwrap_or_default();
    assert!(
        says.contains("US drone strike kills al-Muhandis and Soleimani")
            && says.contains("Friday 3 January 2020"),
        "{says}"
    );
    // Which of them stand alone depends on the widths of the letters.
    assert!(page.count("#marks [data-event] [aria-label*='no date in the article']") > 0);
}
