//! What a finger is sent to is large enough, wherever it stands in the studio.

use super::touch::{begin, select};
use browser_tests::Page;
use serde_json::json;

super::cases![every_control_is_large_enough];

/// Every control that is shown and smaller than it should be, in words. Links within lines of
/// text, what a label makes larger, and what stands in the article itself are let be.
const SMALL: &str = "
    const least = arguments[0], css = arguments[1];
    const small = [];
    for (const each of document.querySelectorAll(css)) {
        if (!each.checkVisibility({ visibilityProperty: true }) || each.closest('#article')) continue;
        const box = (each.closest('label:has([type=checkbox])') ?? each).getBoundingClientRect();
        if (box.width < 1 || box.bottom <= 0 || each.matches('.skip')) continue;
        if (each.matches('a') && getComputedStyle(each).display === 'inline') continue;
        if (box.height + 0.01 < least || box.width + 0.01 < 24)
            small.push(`${each.outerHTML.slice(0, 90)}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`);
    }
    return small.join('\\n');";

/// Controls of all sorts (WCAG 2.2, 2.5.8), and those that a finger is sent to.
const ALL: &str =
    "a[href], button, input:not([type=file]), select, textarea, summary, [role=button]";
const MAIN: &str = "#start button, .desk-bar button, .window :is(button,input,select,textarea,label:has([type=checkbox])), \
    .card-head button, .card-foot button, .mend :is(button,input:not([type=checkbox]),select,textarea,summary), \
    .selection button, .selection .inside a, #list-who .entity, .panel-head button, #sheet button, .asks :is(button,input), \
    .quiet button, .kept-articles :is(button,a), #bar button, #start :is(input,textarea,summary)";

/// What is too small in this place.
#[track_caller]
fn small(page: &Page, place: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (least, css) in [(24, ALL), (40, MAIN)] {
        let small = page.run(SMALL, &[json!(least), json!(css)]);
        let small = small.as_str().unwrap_or_default();
        found.extend(small.lines().map(|line| format!("{place}, lower than {least}: {line}")));
    }
    let wide = page.eval_number("document.documentElement.scrollWidth");
    if wide > 360.0 {
        found.push(format!("{place}: the page is {wide} px wide"));
    }
    found
}

fn every_control_is_large_enough(page: &Page) {
    begin(page);
    let mut found = Vec::new();
    let mut look = |place: &str| found.extend(small(page, place));
    look("the article");
    page.touch("#story .mention", "Adel Abdul Mahdi");
    page.wait_shown("#card");
    look("a name's card");
    page.touch("#card [data-mend=open]", "Correct");
    page.wait_for("#card .mend");
    look("a name's form");
    page.touch("#card .close", "");
    page.touch("#story .date", "Sunday");
    page.wait_shown("#card");
    look("a date's card");
    page.touch("#card [data-mend=open]", "Correct");
    look("a date's form");
    page.touch("#card .close", "");
    select(page, "drone strike");
    look("the menu for words");
    page.touch(".selection [data-shape=choose]", "Paragraph");
    look("what a paragraph is");
    page.touch(".selection [data-tells=choose]", "Add to an event");
    look("which event");
    page.touch(".selection [data-tells=choose]", "Add to an event");
    page.touch(".selection [data-mark=event]", "Event");
    page.wait_for("#card .mend [name=headline]");
    page.run("document.querySelectorAll('#card details').forEach(each => each.open = true)", &[]);
    look("an event's form");
    page.touch("#card .mend .main", "Done");
    page.wait_gone("#card .mend");
    look("a notice with Undo");
    page.touch("#card .close", "");
    for panel in ["who", "said", "figures"] {
        page.touch(&format!("#bar [data-panel={panel}]"), "");
        page.wait_shown(&format!("#list-{panel}"));
        look(panel);
    }
    page.touch("#panel .close", "");
    page.run("scrollTo(0, 0)", &[]);
    for window in ["article", "share", "find", "settings", "help", "sheet"] {
        page.touch(&format!("[data-opens={window}]"), "");
        page.wait_until(&format!(
            "document.querySelector('.window:not([hidden]), #sheet:not([hidden])') !== null &&
             (document.querySelector('[data-opens={window}]').ariaExpanded ?? 'true') === 'true'"
        ));
        look(window);
        let close = if window == "sheet" {
            "#sheet .close".to_owned()
        } else {
            format!("[data-opens={window}]")
        };
        page.touch(&close, "");
    }
    page.touch("[data-desk=start]", "All articles");
    page.wait_shown(".kept-articles li");
    page.run("document.querySelector('#start .more').scrollIntoView()", &[]);
    page.touch("#start .more summary", "Back up");
    look("the start page");
    page.run("document.querySelector('.library').scrollIntoView()", &[]);
    page.touch(".kept-articles button", "Rename");
    page.wait_shown(".kept-articles .rename");
    look("a title that is renamed");
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
