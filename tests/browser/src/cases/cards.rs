//! Cards: when they open and close, where they stand, what they tell.

use browser_tests::{Emulation, Page, Rect};
use serde_json::json;

super::cases![
    opens_when_the_pointer_rests,
    crossing_a_name_opens_nothing,
    the_second_card_opens_at_once,
    closes_after_the_pointer_left,
    the_way_into_the_card_is_safe,
    a_page_that_scrolls_opens_nothing,
    a_pressed_card_stays,
    a_press_beside_it_closes_it,
    focus_alone_opens_nothing,
    enter_opens_and_escape_gives_the_focus_back,
    the_trigger_says_that_it_is_open,
    a_sheet_on_a_phone,
    back_closes_it_on_a_phone,
    a_date_tells_how_it_was_understood,
    a_quotation_tells_who_said_it,
    a_figure_tells_what_stands_beside_it,
    steps_through_the_places,
];

pub const PMF: &str = "#story [data-entity=popular-mobilization-forces]";

pub const ESPER: &str = "#story [data-entity=mark-esper]";

pub fn desktop(page: &Page) {
    page.resize(1280, 800);
    page.open("");
}

/// Moves the pointer onto a name that is well in sight, from somewhere else.
pub fn rest(page: &Page, css: &str) {
    page.run(
        "document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })",
        &[json!(css)],
    );
    page.settle();
    leave(page);
    page.hover(css);
}

/// Puts the pointer where nothing is.
pub fn leave(page: &Page) {
    page.point(4.0, 300.0);
}

/// The first line of a name; a press of the driver lands in its middle.
pub fn first_line(page: &Page, css: &str) -> Rect {
    let line = page.run(
        "const r = document.querySelector(arguments[0]).getClientRects()[0];
         return [r.x, r.y, r.width, r.height]",
        &[json!(css)],
    );
    let side = |n: usize| line[n].as_f64().unwrap_or(f64::NAN);
    Rect { x: side(0), y: side(1), width: side(2), height: side(3) }
}

fn opens_when_the_pointer_rests(page: &Page) {
    page.with_clock(|page| {
        desktop(page);
        rest(page, PMF);
        page.pass(499);
        assert!(!page.is_shown("#card"), "too early");
        page.pass(1);
        page.wait_shown("#card");
        assert_eq!(page.text("#card-title"), "Popular Mobilization Forces");
        assert_eq!(page.fragment(), "", "a glance is no step in the history");
    });
}

fn crossing_a_name_opens_nothing(page: &Page) {
    page.with_clock(|page| {
        desktop(page);
        rest(page, PMF);
        page.pass(300);
        leave(page);
        page.pass(5_000);
        assert!(!page.is_shown("#card"));
    });
}

fn the_second_card_opens_at_once(page: &Page) {
    page.with_clock(|page| {
        desktop(page);
        rest(page, PMF);
        page.pass(500);
        page.wait_shown("#card");
        // Both stand in the same paragraph: the page does not scroll.
        page.hover("#para-3 [data-entity=qais-al-khazali]");
        page.wait_words("#card-title", &["Qais al-Khazali"]);
    });
}

fn closes_after_the_pointer_left(page: &Page) {
    page.with_clock(|page| {
        desktop(page);
        rest(page, PMF);
        page.pass(500);
        page.wait_shown("#card");
        leave(page);
        page.pass(299);
        assert!(page.is_shown("#card"), "there is time to come back");
        page.pass(1);
        page.wait_gone("#card");
    });
}

fn the_way_into_the_card_is_safe(page: &Page) {
    page.with_clock(|page| {
        desktop(page);
        rest(page, PMF);
        page.pass(500);
        page.wait_shown("#card");
        leave(page);
        page.pass(200);
        page.hover("#card .inside");
        page.pass(5_000);
        assert!(page.is_shown("#card"), "the pointer is in it");
        leave(page);
        page.pass(300);
        page.wait_gone("#card");
    });
}

fn a_page_that_scrolls_opens_nothing(page: &Page) {
    page.with_clock(|page| {
        desktop(page);
        let name = first_line(page, PMF);
        leave(page);
        page.point(name.x + name.width / 2.0, 400.0);
        let under = format!("document.querySelector('{PMF}').matches(':hover')");
        page.run(
            "const r = document.querySelector(arguments[0]).getClientRects()[0];
             scrollBy({ top: r.top + r.height / 2 - 400, behavior: 'instant' })",
            &[json!(PMF)],
        );
        page.settle();
        page.becomes(&under, std::time::Duration::from_secs(1));
        page.pass(5_000);
        assert!(!page.is_shown("#card"), "the pointer lay still");
        page.point(name.x + name.width / 2.0 + 2.0, 401.0);
        page.pass(500);
        page.wait_shown("#card");
    });
}

fn a_pressed_card_stays(page: &Page) {
    page.with_clock(|page| {
        desktop(page);
        page.click(PMF);
        page.wait_shown("#card");
        leave(page);
        page.pass(10_000);
        assert!(page.is_shown("#card.pinned"));
        page.hover(ESPER);
        page.pass(10_000);
        assert_eq!(page.text("#card-title"), "Popular Mobilization Forces");
        assert_eq!(page.fragment(), "#popular-mobilization-forces");
    });
}

fn a_press_beside_it_closes_it(page: &Page) {
    desktop(page);
    page.click(PMF);
    page.wait_shown("#card");
    page.click("#card .count");
    assert!(page.is_shown("#card"), "a press inside is none beside it");
    page.click(".terms h2");
    page.wait_gone("#card");
    page.wait_until("location.hash === ''");
}

fn focus_alone_opens_nothing(page: &Page) {
    page.with_clock(|page| {
        desktop(page);
        focus(page, PMF);
        page.press("Tab");
        page.pass(10_000);
        assert!(page.has_focus("#story a"), "the focus is in the text");
        assert!(!page.is_shown("#card"));
    });
}

fn focus(page: &Page, css: &str) {
    page.run("document.querySelector(arguments[0]).focus()", &[json!(css)]);
}

fn enter_opens_and_escape_gives_the_focus_back(page: &Page) {
    desktop(page);
    focus(page, PMF);
    page.press("Enter");
    page.wait_shown("#card");
    page.wait_until("document.activeElement.closest('#card') !== null");
    page.press("Escape");
    page.wait_gone("#card");
    assert!(page.has_focus(PMF));
    assert_eq!(page.fragment(), "");
}

fn the_trigger_says_that_it_is_open(page: &Page) {
    desktop(page);
    assert_eq!(page.count("#story [aria-details]"), 0);
    page.click(PMF);
    page.wait_shown("#card");
    assert_eq!(page.attribute(PMF, "aria-expanded").as_deref(), Some("true"));
    assert_eq!(page.attribute(PMF, "aria-details").as_deref(), Some("card"));
    assert_eq!(page.attribute("#card", "role").as_deref(), Some("dialog"));
    page.press("Escape");
    page.wait_gone("#card");
    assert_ne!(page.attribute(PMF, "aria-expanded").as_deref(), Some("true"));
    assert_eq!(page.attribute(PMF, "aria-details"), None);
}

pub fn phone(page: &Page) {
    page.resize(360, 740);
    page.emulate(Emulation::Touch);
    page.open("");
}

fn a_sheet_on_a_phone(page: &Page) {
    phone(page);
    page.tap(ESPER);
    page.wait_shown("#card");
    let card = page.rect("#card");
    assert_eq!((card.x, card.width, card.y + card.height), (0.0, 360.0, 740.0));
    assert!(card.height <= 0.7 * 740.0, "the text stays in sight: {card:?}");
    let word = page.rect(ESPER);
    assert!(word.y + word.height < card.y, "so does what was pressed: {word:?} {card:?}");
    let close = page.rect("#card .close");
    assert!(close.width >= 44.0 && close.height >= 44.0, "{close:?}");
    page.tap("#card .close");
    page.wait_gone("#card");
    assert_eq!(page.fragment(), "");
}

fn back_closes_it_on_a_phone(page: &Page) {
    phone(page);
    page.tap(ESPER);
    page.wait_shown("#card");
    page.back();
    page.wait_gone("#card");
    assert_eq!(page.fragment(), "");
    assert!(page.is_shown("#story"), "it is the same page");
}

fn a_date_tells_how_it_was_understood(page: &Page) {
    desktop(page);
    let friday = "#story [data-time]:has(> time[datetime='2020-01-03'])";
    assert_eq!(page.text(friday), "Friday");
    page.click(friday);
    page.wait_words(
        "#card",
        &[
            "Friday",
            "→ Friday 3 January 2020",
            "Counted from the reading date, Wednesday 8 January 2020",
        ],
    );
}

fn a_quotation_tells_who_said_it(page: &Page) {
    desktop(page);
    page.click("[data-quote=q-khazali-response] .opening");
    page.wait_words(
        "#card",
        &["“no less than the size", "Speaker", "Qais al-Khazali", "8 January 2020"],
    );
}

fn a_figure_tells_what_stands_beside_it(page: &Page) {
    desktop(page);
    page.click("#story [data-figure=f-us-troops-5000]");
    page.wait_words("#card", &["about 5,000", "Beside it the article gives", "5,200", "¶ 5"]);
}

fn steps_through_the_places(page: &Page) {
    desktop(page);
    page.click("#story [data-entity=qasem-soleimani]");
    page.wait_words("#card .steps", &["1 of "]);
    page.click("#card [aria-label='Next place in the article']");
    page.wait_words("#card .steps", &["2 of "]);
    page.settle();
    assert!(page.is_shown("#card"));
    page.click("#card [aria-label='Previous place in the article']");
    page.wait_words("#card .steps", &["1 of "]);
    page.click("#card [aria-label='Previous place in the article']");
    page.wait_words("#card .steps", &["3 of 3"]);
    // Opened at another place it goes on from there.
    page.press("Escape");
    page.wait_gone("#card");
    page.run("document.querySelectorAll('#story a[href=\"#donald-trump\"]')[2].click()", &[]);
    page.wait_words("#card .steps", &["3 of 5"]);
    page.click("#card [aria-label='Next place in the article']");
    page.wait_words("#card .steps", &["4 of 5"]);
    // Its links to paragraphs take it along.
    page.run("document.querySelector('#card .inside a[href^=\"#para-\"]').click()", &[]);
    page.wait_words("#card .steps", &["1 of 5"]);
    page.wait_until(
        "(card => card.top >= 0 && card.bottom <= innerHeight)(
            document.getElementById('card').getBoundingClientRect())",
    );
}
