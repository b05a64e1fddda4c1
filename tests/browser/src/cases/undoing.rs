//! Corrections taken back, made again, and said.

use super::correcting::{done, form_of, write};
use super::opening::begin;
use browser_tests::Page;

super::cases![
    undone_and_done_again_by_keyboard,
    one_press_takes_back_what_one_press_made,
    what_was_done_is_said_over_what_is_open,
    read_again_keeps_what_was_corrected,
    looked_at_and_right,
];

fn undone_and_done_again_by_keyboard(page: &Page) {
    begin(page);
    form_of(page, "#story .mention", "Qassem Soleimani");
    write(page, "name", "General Soleimani");
    done(page);
    page.wait_words("#card-title", &["General Soleimani"]);
    page.press("Control+z");
    page.wait_words("#card-title", &["Qassem Soleimani"]);
    page.press("Control+y");
    page.wait_words("#card-title", &["General Soleimani"]);
    assert!(page.attribute("[data-desk=undo]", "title").unwrap_or_default().contains("General"));
}

fn one_press_takes_back_what_one_press_made(page: &Page) {
    begin(page);
    form_of(page, "#story .mention", "Qassem Soleimani");
    write(page, "name", "General Soleimani");
    write(page, "role", "commander");
    done(page);
    page.wait_words("#card", &["General Soleimani", "commander"]);
    page.press("Control+z");
    page.wait_words("#card-title", &["Qassem Soleimani"]);
    assert!(!page.shown("#card").contains("commander"), "both were made by one press");
    page.click("[data-desk=redo]");
    page.wait_words("#card", &["General Soleimani", "commander"]);
    page.press("Escape");
    page.wait_gone("#card");
    page.click("[data-desk=undo]");
    page.wait_gone("#article .mention:not(.found)");
}

/// Whether the middle of what was said can be seen and pressed.
const NOTICE_IN_SIGHT: &str = "(() => {
    const notice = document.querySelector('.quiet .notice:not(.empty)');
    const { x, y, width, height } = notice.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2)?.closest('.quiet') != null;
})()";

fn what_was_done_is_said_over_what_is_open(page: &Page) {
    begin(page);
    page.catch_copies();
    page.click("[data-opens=share]");
    page.click("[data-share=link]");
    page.wait_words(".quiet .notice", &["copied"]);
    page.wait_until(NOTICE_IN_SIGHT);
    page.press("Escape");
    page.wait_gone(".window.share");
    page.resize(360, 740);
    form_of(page, "#story .mention", "Qassem Soleimani");
    write(page, "name", "General Soleimani");
    done(page);
    page.wait_words(".quiet .notice", &["General Soleimani"]);
    page.wait_until(NOTICE_IN_SIGHT);
    assert!(page.is_shown("#card"));
}

fn read_again_keeps_what_was_corrected(page: &Page) {
    begin(page);
    form_of(page, "#story .mention", "Qassem Soleimani");
    write(page, "name", "General Soleimani");
    done(page);
    page.press("Escape");
    page.click("[data-opens=article]");
    page.click("[data-desk=again]");
    page.wait_gone(".window.article");
    page.wait_gone("[data-desk=stop]");
    page.choose("#story .mention", "Qassem Soleimani");
    page.wait_words("#card-title", &["General Soleimani"]);
}

fn looked_at_and_right(page: &Page) {
    begin(page);
    form_of(page, "#story .mention", "Qassem Soleimani");
    page.click("[data-mend=right]");
    page.wait_gone("#card .mend");
    page.wait_for("#story .mention:not(.found)[data-entity=qassem-soleimani]");
    assert!(!page.shown("#card").contains("Found by a program"));
}
