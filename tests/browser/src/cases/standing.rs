//! Where a card stands, and how much room it takes.

use super::cards::{ESPER, PMF, desktop, first_line};
use browser_tests::{Emulation, Page};
use serde_json::json;

super::cases![
    stands_beside_the_text_where_there_is_room,
    stands_under_or_over_the_name_elsewhere,
    is_never_outside_the_window,
    stands_between_the_text_and_an_open_panel,
    of_wrapped_words_the_line_under_the_pointer_counts,
    it_leaves_most_of_the_window_to_the_article,
    its_links_have_room_for_a_finger,
    what_is_in_force_covers_no_passage,
];

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
