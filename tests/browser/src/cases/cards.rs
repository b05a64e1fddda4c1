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
    stands_beside_the_text_where_there_is_room,
    stands_under_or_over_the_name_elsewhere,
    is_never_outside_the_window,
    stands_between_the_text_and_an_open_panel,
    of_wrapped_words_the_line_under_the_pointer_counts,
    a_date_tells_how_it_was_understood,
    a_quotation_tells_who_said_it,
    a_figure_tells_what_stands_beside_it,
    steps_through_the_places,
    it_leaves_most_of_the_window_to_the_article,
    its_links_have_room_for_a_finger,
    what_is_in_force_covers_no_passage,
];

const PMF: &str = "#story [data-entity=popular-mobilization-forces]";
const ESPER: &str = "#story [data-entity=mark-esper]";

fn desktop(page: &Page) {
    page.resize(1280, 800);
    page.open("");
}

/// Moves the pointer onto a name that is well in sight, from somewhere else.
fn rest(page: &Page, css: &str) {
    page.run(
        "document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })",
        &[json!(css)],
    );
    page.settle();
    leave(page);
    page.hover(css);
}

/// Puts the pointer where nothing is.
fn leave(page: &Page) {
    page.point(4.0, 300.0);
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

fn phone(page: &Page) {
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

fn stands_beside_the_text_where_there_is_room(page: &Page) {
    desktop(page);
    for css in [PMF, ESPER, "#story [data-time]"] {
        page.click(css);
        page.wait_shown("#card");
        page.settle();
        let (card, text) = (page.rect("#card"), page.rect("#story"));
        assert!(card.x >= text.x + text.width, "{card:?} beside {text:?}");
    }
}

fn stands_under_or_over_the_name_elsewhere(page: &Page) {
    page.resize(800, 900);
    page.open("");
    for css in [PMF, ESPER, "#story [data-time]"] {
        page.press("Escape");
        page.wait_gone("#card");
        page.click(css);
        page.wait_shown("#card");
        page.settle();
        let (card, name) = (page.rect("#card"), first_line(page, css));
        let under = card.y - (name.y + name.height);
        let over = name.y - (card.y + card.height);
        let near = 0.0..=24.0;
        assert!(near.contains(&under) || near.contains(&over), "{card:?} by {name:?}");
        assert!(
            card.x < name.x + name.width && name.x < card.x + card.width,
            "{card:?} by {name:?}"
        );
    }
}

/// The first line of a name; a press of the driver lands in its middle.
fn first_line(page: &Page, css: &str) -> Rect {
    let line = page.run(
        "const r = document.querySelector(arguments[0]).getClientRects()[0];
         return [r.x, r.y, r.width, r.height]",
        &[json!(css)],
    );
    let side = |n: usize| line[n].as_f64().unwrap_or(f64::NAN);
    Rect { x: side(0), y: side(1), width: side(2), height: side(3) }
}

fn is_never_outside_the_window(page: &Page) {
    for (width, height) in [(1280, 800), (800, 900), (640, 480)] {
        page.resize(width, height);
        page.open("");
        let outside = page.eval(
            "(async () => {
                const picture = () => new Promise(requestAnimationFrame);
                const marks = [...document.querySelectorAll('#story a')].filter((_, n) => n % 9 === 0);
                const found = [];
                for (const [n, mark] of marks.entries()) {
                    mark.scrollIntoView({ block: ['start', 'center', 'end'][n % 3], behavior: 'instant' });
                    mark.dispatchEvent(new MouseEvent('click', {
                        bubbles: true, cancelable: true, detail: 1,
                        clientY: mark.getClientRects()[0].top + 2,
                    }));
                    await picture();
                    await picture();
                    const card = document.getElementById('card').getBoundingClientRect();
                    const top = Math.max(0, document.getElementById('bar').getBoundingClientRect().bottom);
                    const band = document.getElementById('band').getBoundingClientRect();
                    const bottom = band.height ? band.top : innerHeight;
                    const fits = card.height > 40 && card.left >= 0 && card.right <= innerWidth
                        && card.top >= top - 1 && card.bottom <= bottom + 1;
                    if (!fits) found.push([mark.getAttribute('href'), mark.getBoundingClientRect(), card]);
                }
                return found.map(each => JSON.stringify(each));
            })()",
        );
        assert_eq!(outside, json!([]), "at {width}×{height}");
    }
}

fn stands_between_the_text_and_an_open_panel(page: &Page) {
    for width in [1000, 1200, 1280, 1440] {
        page.resize(width, 800);
        page.open("");
        page.click("#bar [data-panel=who]");
        page.wait_shown("#list-who");
        page.run("document.querySelector(arguments[0]).scrollIntoView()", &[json!(ESPER)]);
        page.click(ESPER);
        page.wait_shown("#card");
        let (card, text) = (page.rect("#card"), page.rect("#story"));
        let panel = page.rect("#reference");
        assert!(text.x >= 0.0 && text.x + text.width <= panel.x, "{text:?} {panel:?}");
        assert!(card.x + card.width <= panel.x, "at {width} px: {card:?} {panel:?}");
        assert!(width < 1200 || card.x >= text.x + text.width, "at {width} px: {card:?} {text:?}");
    }
}

fn of_wrapped_words_the_line_under_the_pointer_counts(page: &Page) {
    page.with_clock(|page| {
        page.resize(800, 900);
        page.open("");
        let line = page.eval(
            "(() => {
                const wrapped = [...document.querySelectorAll('#story .mention')]
                    .find(name => name.getClientRects().length === 2);
                if (!wrapped) return null;
                wrapped.scrollIntoView({ block: 'center', behavior: 'instant' });
                const line = wrapped.getClientRects()[1];
                return [line.left, line.top, line.width, line.height];
            })()",
        );
        let side = |n: usize| line[n].as_f64().expect("some name is wrapped");
        page.settle();
        page.point(side(0) + 6.0, side(1) + side(3) / 2.0 - 3.0);
        page.point(side(0) + 5.0, side(1) + side(3) / 2.0);
        page.pass(500);
        page.wait_shown("#card");
        let card = page.rect("#card");
        let under = card.y - (side(1) + side(3));
        let over = side(1) - (card.y + card.height);
        let near = 0.0..=24.0;
        assert!(near.contains(&under) || near.contains(&over), "{card:?} by {line}");
        assert!(card.x < side(0) + side(2), "{card:?} by {line}");
    });
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

fn it_leaves_most_of_the_window_to_the_article(page: &Page) {
    for (width, height) in [(1280, 800), (820, 1000), (360, 740)] {
        page.resize(width, height);
        page.open("#qasem-soleimani");
        page.wait_shown("#card");
        let high = page.rect("#card").height;
        assert!(high <= 0.4 * f64::from(height) + 1.0, "{high} px at {width} × {height}");
    }
}

fn its_links_have_room_for_a_finger(page: &Page) {
    page.resize(360, 740);
    page.emulate(Emulation::Touch);
    page.open("#ev-vote");
    page.wait_shown("#card");
    let place = page.rect("#card .inside a");
    for y in [place.y - 7.0, place.y + place.height + 7.0] {
        let hit = format!(
            "document.elementFromPoint({}, {y}) === document.querySelector('#card .inside a')",
            place.x + place.width / 2.0
        );
        assert_eq!(page.eval(&hit), true, "{y} px down, the link is at {place:?}");
    }
}

fn what_is_in_force_covers_no_passage(page: &Page) {
    page.resize(360, 740);
    page.emulate(Emulation::Touch);
    page.open("#iran&only=iran,united-states,iraq,us-military,iraqi-parliament");
    page.wait_shown("#card");
    page.wait_shown(".quiet .only");
    let chips = page.rect(".quiet");
    for n in 2..5 {
        page.tap("#card [data-place=next]");
        page.wait_words("#card .place", &[&format!("{n} of")]);
        page.settle();
        let top = page.eval_number(
            "Math.min(...[...CSS.highlights.get('here')].map(r => r.getBoundingClientRect().top))",
        );
        assert!(top > chips.y + chips.height, "place {n} at {top} px, under {chips:?}");
    }
}
