//! What opens beside the text or over it leaves in sight what it is about.

use browser_tests::Page;

super::cases![
    a_panel_covers_no_words,
    the_search_covers_nothing_it_finds,
    the_way_to_close_a_panel_stays_in_sight,
    larger_letters_keep_the_place,
    letters_have_a_largest_size,
    in_a_low_window_a_card_stands_aside,
    a_sheet_covers_nothing_it_leads_to,
    an_event_s_card_leaves_its_words_in_sight,
    what_was_closed_stays_closed,
    from_a_list_on_a_phone_one_step_leads_back,
];

/// The paragraph at which the reader is, and how far into it, in hundredths.
fn place(page: &Page) -> String {
    page.eval_text(
        "(() => {
            const line = innerHeight * 0.3;
            const block = [...document.querySelectorAll('#story [data-block]')]
                .find(block => block.getBoundingClientRect().bottom > line);
            const { top, height } = block.getBoundingClientRect();
            return `${block.id} ${Math.round((line - top) / height * 100)}`;
        })()",
    )
}

fn read_on(page: &Page) {
    page.run("document.getElementById('para-6').scrollIntoView({ behavior: 'instant' })", &[]);
    page.run("scrollBy({ top: -90, behavior: 'instant' })", &[]);
    page.settle();
}

/// Presses without scrolling to what is pressed, as WebDriver's click does.
fn push(page: &Page, css: &str) {
    page.run("document.querySelector(arguments[0]).click()", &[css.into()]);
}

fn a_panel_covers_no_words(page: &Page) {
    for (width, height) in [(640, 400), (820, 1180), (1024, 700), (1280, 800)] {
        page.resize(width, height);
        page.open("");
        read_on(page);
        let before = place(page);
        push(page, "#bar [data-panel=when]");
        page.wait_shown("#list-when");
        page.settle();
        let (story, panel) = (page.rect("#story"), page.rect("#reference"));
        assert!(story.x + story.width <= panel.x, "at {width} px: {story:?} {panel:?}");
        assert!(story.width >= 240.0, "at {width} px the lines are {} px long", story.width);
        assert_eq!(place(page), before, "at {width} px");
        push(page, "#reference .close");
        page.wait_gone("#reference");
        page.settle();
        assert_eq!(place(page), before, "at {width} px, closed again");
    }
}

fn the_search_covers_nothing_it_finds(page: &Page) {
    for (width, height) in [(360, 740), (640, 400), (820, 1180), (1024, 700)] {
        page.resize(width, height);
        page.open("");
        read_on(page);
        page.press("/");
        page.wait_until("document.activeElement.id === 'find-field'");
        page.type_text("Iraqi parliament");
        page.wait_words(".find .count", &["in the text"]);
        for _ in 0..3 {
            page.press("Enter");
            page.settle();
            let words = page.run(
                "const { left, right, top, bottom } =
                     [...CSS.highlights.get('here')][0].getBoundingClientRect();
                 const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
                 return document.getElementById('story').contains(there)",
                &[],
            );
            assert_eq!(words, true, "at {width} px what was found is covered");
        }
    }
}

fn larger_letters_keep_the_place(page: &Page) {
    page.resize(1280, 800);
    page.open("");
    read_on(page);
    let (before, height) = (place(page), page.rect("#story").height);
    push(page, "#bar [data-opens=settings]");
    push(page, "[data-size=larger]");
    page.wait_for("html[data-size]");
    page.settle();
    assert!(page.rect("#story").height > height);
    assert_eq!(place(page), before);
}

fn in_a_low_window_a_card_stands_aside(page: &Page) {
    page.resize(640, 400);
    page.open("");
    page.run(
        "const name = [...document.querySelectorAll('#story .mention')]
             .find(name => name.getClientRects().length == 1
                 && name.getBoundingClientRect().right < 280);
         name.id = 'short';
         name.scrollIntoView({ block: 'start', behavior: 'instant' });
         scrollBy({ top: -150, behavior: 'instant' });",
        &[],
    );
    page.settle();
    push(page, "#short");
    page.wait_shown("#card");
    page.settle();
    let name = "#short";
    let (name, card) = (page.rect(name), page.rect("#card"));
    let beside = name.x + name.width <= card.x || card.x + card.width <= name.x;
    let over = name.y + name.height <= card.y || card.y + card.height <= name.y;
    assert!(beside || over, "{card:?} covers {name:?}");
}

fn the_way_to_close_a_panel_stays_in_sight(page: &Page) {
    for (width, height) in [(360, 740), (640, 400), (1280, 800)] {
        page.resize(width, height);
        for panel in ["who", "when", "said", "figures"] {
            page.open(&format!("#panel={panel}"));
            page.wait_shown(&format!("#list-{panel}"));
            page.run("document.getElementById('reference').scrollTop = 300", &[]);
            page.settle();
            let hit = page.run(
                "const { x, y, width, height } =
                     document.querySelector('#reference .close').getBoundingClientRect();
                 const hit = document.elementFromPoint(x + width / 2, y + height / 2);
                 return hit.getAttribute('aria-label')",
                &[],
            );
            assert_eq!(hit, "Close the panel", "{panel} at {width} px");
        }
    }
}

fn letters_have_a_largest_size(page: &Page) {
    page.open("");
    push(page, "#bar [data-opens=settings]");
    let pressed = |times| (0..times).for_each(|_| push(page, "[data-size=larger]"));
    let ends = || page.attribute("[data-size=larger]", "aria-disabled");
    pressed(2);
    page.settle();
    assert_eq!(ends().as_deref(), Some("false"));
    pressed(1);
    page.wait_for("[data-size=larger][aria-disabled=true]");
    push(page, "[data-size=smaller]");
    page.wait_for("[data-size=larger][aria-disabled=false]");
}

/// The box of the passage that was gone to, and the card's.
fn passage_and_card(page: &Page) -> [f64; 8] {
    let boxes = page.run(
        "return [[...CSS.highlights.get('here')][0], document.getElementById('card')]
             .map(it => it.getBoundingClientRect())
             .flatMap(({ left, top, right, bottom }) => [left, top, right, bottom])",
        &[],
    );
    std::array::from_fn(|n| boxes[n].as_f64().expect("a number"))
}

fn a_sheet_covers_nothing_it_leads_to(page: &Page) {
    page.resize(360, 740);
    page.open("");
    // Its words are in sight already, there where the sheet will be.
    page.run(
        "document.getElementById('para-3').scrollIntoView({ block: 'start', behavior: 'instant' });
         scrollBy({ top: -480, behavior: 'instant' });",
        &[],
    );
    page.settle();
    page.follow("ev-drone-strike");
    page.wait_shown("#card");
    page.settle();
    let [.., bottom, _, card, _, _] = passage_and_card(page);
    assert!(bottom <= card, "the sheet begins at {card} px, the passage ends at {bottom} px");
}

fn an_event_s_card_leaves_its_words_in_sight(page: &Page) {
    for (width, height) in [(820, 1180), (1024, 700), (640, 400)] {
        page.resize(width, height);
        page.open("");
        page.wait_for("#marks [data-event] button");
        let events = page.eval_number(
            "document.querySelectorAll('#marks [data-event]:not(.bare) button').length",
        );
        for n in 0..events as usize {
            page.run(
                "document.querySelectorAll('#marks [data-event]:not(.bare) button')[arguments[0]]
                     .click()",
                &[n.into()],
            );
            page.wait_shown("#card");
            page.settle();
            let [left, top, right, bottom, x, y, x_end, y_end] = passage_and_card(page);
            // In a low window it is enough to see where a long passage begins.
            let bottom = bottom.min(top + if height < 500 { 24.0 } else { 120.0 });
            let covered = left < x_end && x < right && top < y_end && y < bottom;
            assert!(!covered, "event {n} at {width} px: {:?}", passage_and_card(page));
        }
    }
}

fn what_was_closed_stays_closed(page: &Page) {
    page.resize(1024, 700);
    page.with_clock(|page| {
        page.open("");
        read_on(page);
        page.click("#story #para-6 .mention");
        page.wait_shown("#card");
        // Another name stands under the card.
        let under = page.run(
            "const card = document.getElementById('card');
             const box = card.getBoundingClientRect();
             card.style.visibility = 'hidden';
             const marks = [...document.querySelectorAll('#story .mention')].map(mark => {
                 const { left, top, width, height } = mark.getClientRects()[0];
                 return [left + width / 2, top + height / 2];
             }).find(([x, y]) => x > box.left && x < box.right && y > box.top && y < box.bottom);
             card.style.visibility = '';
             return marks",
            &[],
        );
        let at = |n: usize| under[n].as_f64().expect("a name under the card");
        page.point(at(0), at(1));
        page.press("Escape");
        page.wait_gone("#card");
        page.pass(2_000);
        assert!(!page.is_shown("#card"), "a pointer that rests opens none by itself");
        page.point(at(0) + 1.0, at(1));
        page.pass(600);
        assert!(page.is_shown("#card"), "one that moves does");
    });
}

fn from_a_list_on_a_phone_one_step_leads_back(page: &Page) {
    page.resize(360, 740);
    page.open("");
    push(page, "#bar [data-panel=when]");
    page.wait_shown("#list-when #ev-vote");
    push(page, "#list-when #ev-vote h4 a");
    page.wait_shown("#card");
    page.wait_gone("#reference");
    assert_eq!(page.fragment(), "#ev-vote");
    page.back();
    page.wait_shown("#list-when #ev-vote");
    page.wait_gone("#card");
    assert_eq!(page.fragment(), "#panel=when");
}
