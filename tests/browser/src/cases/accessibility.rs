//! axe-core finds nothing, whatever the reader's settings.

use browser_tests::{Emulation, Page};

super::cases![
    in_light,
    in_dark,
    in_forced_colors,
    on_a_narrow_screen,
    where_an_article_is_opened,
    where_an_article_is_corrected,
];

fn in_light(page: &Page) {
    page.open("");
    assert_eq!(page.barriers(), [""; 0]);
}

fn in_dark(page: &Page) {
    page.emulate(Emulation::Dark);
    page.open("");
    assert_eq!(page.barriers(), [""; 0]);
}

fn in_forced_colors(page: &Page) {
    page.emulate(Emulation::ForcedColors);
    page.open("");
    assert_eq!(page.barriers(), [""; 0]);
}

fn on_a_narrow_screen(page: &Page) {
    page.resize(320, 640);
    page.open("");
    assert_eq!(page.barriers(), [""; 0]);
}

fn where_an_article_is_opened(page: &Page) {
    for dark in [false, true] {
        if dark {
            page.emulate(Emulation::Dark);
        }
        page.open("open.html");
        page.wait_shown("#pasted");
        assert_eq!(page.barriers(), [""; 0], "dark: {dark}");
    }
}

fn where_an_article_is_corrected(page: &Page) {
    super::opening::begin(page);
    assert_eq!(page.barriers(), [""; 0]);
    page.click("#story .mention");
    page.wait_shown("#card");
    page.click("#card [data-mend=open]");
    page.wait_for("#card .mend");
    page.wait_until("document.getAnimations().length === 0");
    assert_eq!(page.barriers(), [""; 0], "with a form");
    page.press("Escape");
    page.press("Escape");
    super::correcting::form_of(page, "#marks [data-event]", "United States invaded Iraq");
    page.eval("document.querySelectorAll('.ticks').forEach(list => { list.open = true })");
    super::correcting::write(page, "when", "");
    page.wait_shown("#card .between");
    page.wait_until("document.getAnimations().length === 0");
    // What stands under its last line can be scrolled away from under it.
    page.eval("document.querySelector('#card .inside').scrollTop = 1e5");
    assert_eq!(page.barriers(), [""; 0], "with the form of an event");
    page.press("Escape");
    page.press("Escape");
    super::correcting::select(page, "drone strike");
    page.choose(".selection button", "Add to an event");
    page.wait_until("document.getAnimations().length === 0");
    assert_eq!(page.barriers(), [""; 0], "with the choice among events");
    page.choose(".selection button", "Paragraph");
    page.choose(".choices button", "Leave out");
    page.wait_shown(".taken-out");
    page.wait_until("document.getAnimations().length === 0");
    assert_eq!(page.barriers(), [""; 0], "with a paragraph left out, and an Undo");
    page.click("[data-opens=article]");
    page.wait_shown(".about-article");
    page.wait_until("document.getAnimations().length === 0");
    assert_eq!(page.barriers(), [""; 0], "with the details");
    page.click("[data-opens=share]");
    page.wait_shown(".window.share .forms button");
    page.wait_until("document.getAnimations().length === 0");
    assert_eq!(page.barriers(), [""; 0], "with the ways out");
}
