//! Everything without a mouse.

use browser_tests::Page;
use serde_json::json;

super::cases![
    the_first_stop_leads_to_the_article,
    panels_open_sort_and_close,
    the_search,
    settings_and_help,
    single_keys_can_be_switched_off,
    a_card_and_its_buttons,
    only_and_back_to_all,
    from_the_timeline_to_a_passage_and_back,
    what_goes_leaves_the_focus_where_one_is_reading,
    words_selected_by_keys,
    the_focus_can_always_be_seen,
    escape_closes_the_topmost,
    the_way_past_the_bar_keeps_the_view,
    one_escape_closes_one_thing,
    the_bar_moves_nothing,
    the_timeline_of_a_phone,
];

fn desktop(page: &Page) {
    page.resize(1280, 800);
    page.open("");
    page.wait_for("#marks button");
}

/// Presses Tab until the focus is on what matches.
#[track_caller]
fn tab_to(page: &Page, css: &str) {
    for _ in 0..40 {
        if page.has_focus(css) {
            return;
        }
        page.press("Tab");
    }
    let at = page.eval_text("document.activeElement.outerHTML.slice(0, 120)");
    panic!("expected {css} within 40 stops, the focus is on {at}");
}

/// Puts the focus where a reader who tabbed on would come.
fn focus(page: &Page, css: &str) {
    page.run("document.querySelector(arguments[0]).focus()", &[json!(css)]);
    assert!(page.has_focus(css), "{css} takes no focus");
}

fn the_first_stop_leads_to_the_article(page: &Page) {
    desktop(page);
    page.press("Tab");
    assert!(page.has_focus(".skip"));
    assert!(page.rect(".skip").x >= 0.0, "it can be seen");
    page.press("Enter");
    page.wait_until("document.activeElement.id === 'story'");
    page.press("Tab");
    assert!(page.has_focus("#story a"));
}

fn panels_open_sort_and_close(page: &Page) {
    desktop(page);
    tab_to(page, ".bar button:nth-of-type(2)");
    page.press("Enter");
    page.wait_shown("#list-who");
    page.wait_until("document.activeElement.id === 'reference'");
    page.press("Tab");
    page.press("Tab");
    assert!(page.has_focus(".panel-head .choice button:last-child"), "the panel is the next stop");
    let first = "#list-who .group .entry h4";
    assert_eq!(page.text(first), "Steven Sahiounie");
    page.press("Space");
    page.wait_until(&format!("document.querySelector('{first}').innerText !== 'Steven Sahiounie'"));
    assert!(page.has_focus(".panel-head button[aria-pressed=true]"), "the focus stays");
    let counts = page.eval(
        "[...document.querySelector('#list-who .group').querySelectorAll('.entry')]
            .map(entry => Number(entry.dataset.count))",
    );
    let counts: Vec<i64> =
        counts.as_array().into_iter().flatten().filter_map(|n| n.as_i64()).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
    page.press("Tab");
    assert!(page.has_focus(".panel-head .close"));
    page.press("Enter");
    page.wait_gone("#reference");
    assert_eq!(page.fragment(), "");
    assert!(page.has_focus("#bar [data-panel=who]"), "the focus goes back");
}

fn the_search(page: &Page) {
    desktop(page);
    page.press("/");
    page.wait_until("document.activeElement.id === 'find-field'");
    page.type_text("letter");
    page.wait_words(".find .count", &["in the text"]);
    page.press("Enter");
    page.wait_until("CSS.highlights.has('here')");
    let first = page.eval_number("scrollY");
    page.wait_words(".find .count", &["1 of"]);
    page.press("Enter");
    page.press("Enter");
    page.wait_words(".find .count", &["3 of"]);
    page.press("Shift+Enter");
    page.wait_words(".find .count", &["2 of"]);
    assert!(page.has_focus("#find-field"), "typing can go on");
    assert!(first >= 0.0);
    page.press("Escape");
    page.wait_gone(".window.find");
    assert!(!page.has_focus("#find-field"));
}

fn settings_and_help(page: &Page) {
    desktop(page);
    tab_to(page, ".bar [aria-label='Reading settings']");
    page.press("Enter");
    page.wait_shown(".window.settings");
    tab_to(page, ".settings [aria-label='Larger text']");
    page.press("Enter");
    page.wait_for("html[data-size='1']");
    tab_to(page, ".settings input");
    page.press("Space");
    page.wait_for("html[data-marks=off]");
    page.press("Escape");
    page.wait_gone(".window.settings");
    page.press("?");
    page.wait_shown(".window.help");
    page.wait_words(".window.help", &["Keys", "Esc"]);
    page.press("?");
    page.wait_gone(".window.help");
}

fn single_keys_can_be_switched_off(page: &Page) {
    desktop(page);
    focus(page, ".bar [aria-label='Reading settings']");
    page.press("Enter");
    page.wait_shown(".window.settings");
    focus(page, ".settings label:last-child input");
    page.press("Space");
    page.press("Escape");
    page.wait_gone(".window.settings");
    page.press("/");
    page.press("?");
    page.settle();
    assert!(!page.is_shown(".window"), "WCAG 2.1.4");
}

fn a_card_and_its_buttons(page: &Page) {
    desktop(page);
    let name = "#story [data-entity=mark-esper]";
    focus(page, name);
    page.press("Enter");
    page.wait_until("document.activeElement.closest('#card') !== null");
    tab_to(page, "#card [aria-label='Next place in the article']");
    page.press("Enter");
    page.wait_words("#card .steps", &["2 of"]);
    page.catch_copies();
    tab_to(page, "#card .card-foot > button:last-child");
    page.press("Enter");
    page.wait_until("window.copied !== undefined");
    assert!(page.eval_text("copied").ends_with("#mark-esper"));
    page.press("Escape");
    page.wait_gone("#card");
    assert_ne!(page.eval_text("document.activeElement.localName"), "body", "the focus is not lost");
}

fn only_and_back_to_all(page: &Page) {
    desktop(page);
    focus(page, "#story [data-entity=mark-esper]");
    page.press("Enter");
    page.wait_until("document.activeElement.closest('#card') !== null");
    tab_to(page, "#card .card-foot [aria-pressed]");
    page.press("Enter");
    page.wait_until("CSS.highlights.has('faded')");
    assert_eq!(page.fragment(), "#at=mark-esper&only=mark-esper");
    page.press("Escape");
    page.wait_gone("#card");
    page.press("Escape");
    page.wait_until("!CSS.highlights.has('faded')");
    assert_eq!(page.fragment(), "");
}

fn from_the_timeline_to_a_passage_and_back(page: &Page) {
    desktop(page);
    focus(page, "#marks button:not([tabindex='-1'])");
    page.press("Home");
    page.press("Enter");
    page.wait_shown("#card");
    page.wait_shown(".way-back");
    assert!(page.eval_number("scrollY") > 0.0);
    page.press("Escape");
    page.wait_gone("#card");
    focus(page, ".way-back");
    page.press("Enter");
    page.wait_until("scrollY === 0");
    page.wait_until("document.activeElement.matches('#article [data-block]')");
}

fn what_goes_leaves_the_focus_where_one_is_reading(page: &Page) {
    desktop(page);
    page.open("#only=mark-esper,mike-pompeo&panel=kitchen");
    for left in [1, 0] {
        focus(page, ".quiet [data-only]");
        page.press("Enter");
        page.wait_until(&format!(
            "document.querySelectorAll('.quiet [data-only]').length === {left}"
        ));
        let next = if left == 1 { ".quiet [data-only]" } else { "#article [data-block]" };
        page.wait_until(&format!("document.activeElement.matches('{next}')"));
    }
    focus(page, ".quiet .dismiss");
    page.press("Enter");
    page.wait_until("document.activeElement.matches('#article [data-block]')");
    let block = page.rect("#article [data-block]:focus");
    assert!(block.y < 400.0 && block.y + block.height > 0.0, "in sight: {block:?}");
}

fn words_selected_by_keys(page: &Page) {
    desktop(page);
    page.run(
        "const text = document.getElementById('para-7').firstChild;
         document.getElementById('para-7').scrollIntoView({ block: 'center', behavior: 'instant' });
         getSelection().setBaseAndExtent(text, 0, text, 3);",
        &[],
    );
    for _ in 0..4 {
        page.press("Shift+ArrowRight");
    }
    page.wait_shown(".selection");
    page.catch_copies();
    focus(page, ".selection button");
    page.press("Enter");
    page.wait_until("(window.copied || '').includes(':~:text=')");
}

fn the_focus_can_always_be_seen(page: &Page) {
    desktop(page);
    for _ in 0..25 {
        page.press("Tab");
        let ring = page.eval(
            "(() => {
                const at = document.activeElement;
                const style = getComputedStyle(at);
                const box = at.getBoundingClientRect();
                return [at.outerHTML.slice(0, 100), style.outlineStyle, parseFloat(style.outlineWidth),
                    box.bottom > 0 && box.top < innerHeight];
            })()",
        );
        assert!(ring[1] != "none" && ring[2].as_f64() >= Some(2.0), "no ring: {ring}");
        assert_eq!(ring[3], true, "out of sight: {ring}");
    }
}

fn escape_closes_the_topmost(page: &Page) {
    page.resize(1280, 800);
    page.open("#at=mark-esper&only=mark-esper&panel=who");
    page.wait_shown("#card");
    page.press("Escape");
    page.wait_gone("#card");
    assert!(page.is_shown("#list-who"));
    page.press("Escape");
    page.wait_gone("#reference");
    assert_eq!(page.fragment(), "#only=mark-esper");
    page.press("Escape");
    page.wait_until("location.hash === ''");
}

fn the_way_past_the_bar_keeps_the_view(page: &Page) {
    desktop(page);
    page.follow("#panel=who&scale=order");
    page.wait_shown("#list-who");
    page.run("document.querySelector('.skip').focus()", &[]);
    page.press("Enter");
    page.settle();
    assert!(page.has_focus("#story"));
    assert!(page.is_shown("#list-who"), "the panel stays");
    assert_eq!(page.text(".notice"), "");
    assert_eq!(page.fragment(), "#panel=who&scale=order");
}

fn one_escape_closes_one_thing(page: &Page) {
    desktop(page);
    page.follow("#panel=who");
    page.wait_shown("#list-who");
    page.hover("#story [data-entity=popular-mobilization-forces]");
    page.wait_shown("#card");
    page.press("Escape");
    page.wait_gone("#card");
    assert!(page.is_shown("#list-who"), "the panel stays");
    page.press("Escape");
    page.wait_gone("#list-who");
    assert!(page.has_focus("#bar [data-panel=who]"), "the focus is where the panel came from");
}

/// It is in sight anyway, wherever the reader is.
fn the_bar_moves_nothing(page: &Page) {
    desktop(page);
    page.run("scrollTo({ top: 1500, behavior: 'instant' })", &[]);
    page.wait_until("scrollY === 1500");
    page.run("document.querySelector('#bar [data-panel=who]').focus()", &[]);
    page.press("Tab");
    page.press("Tab");
    assert!(page.has_focus("#bar [data-panel=figures]") || page.has_focus("#bar button"));
    page.settle();
    assert_eq!(page.eval_number("scrollY"), 1500.0);
}

fn the_timeline_of_a_phone(page: &Page) {
    page.resize(500, 740);
    page.open("");
    page.run("document.querySelector('[data-opens=sheet]').focus()", &[]);
    page.press("Enter");
    page.wait_shown("#sheet");
    tab_to(page, "#sheet-rows [data-event] button");
    let words = page.eval_text("document.activeElement.innerText");
    page.press("Enter");
    page.wait_gone("#sheet");
    page.wait_words("#card-title", &[&words]);
}
