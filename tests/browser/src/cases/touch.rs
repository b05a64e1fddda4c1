//! The studio by a finger, on a phone: everything can be reached and done.

use super::correcting::{done, write};
use super::opening::NEWS;
use browser_tests::Page;
use serde_json::{Value, json};
use std::cell::Cell;

super::cases![
    one_name_is_put_onto_another,
    put_down_nowhere_nothing_happens,
    the_long_press_of_the_system_lifts_and_opens_no_menu,
    a_swipe_scrolls_the_list_and_lifts_nothing,
    the_list_scrolls_under_what_is_held_at_its_edge,
    selected_words_are_marked,
    the_menu_keeps_clear_of_the_words_and_their_handles,
    what_an_article_is_made_of_is_chosen,
    a_link_is_sent_by_the_system,
    from_the_start_page_to_a_shared_link_in_fourteen_taps,
];

/// An article that was pasted is on the phone.
#[track_caller]
pub fn begin(page: &Page) {
    page.phone();
    page.open("open.html");
    page.wait_shown("#pasted");
    page.run("document.getElementById('pasted').value = arguments[0]", &[json!(NEWS)]);
    page.touch("#start .main", "Read it");
    page.wait_for("#article .mention");
    page.wait_gone("[data-desk=stop]");
}

/// A finger rests on an entry of the list until it is lifted; where that is.
#[track_caller]
fn lift(page: &Page, id: &str) -> (f64, f64) {
    let at = page.in_sight(&format!("#list-who #{id}"), "");
    page.finger_down(at);
    page.wait_shown("#desk .lifted");
    page.wait_for(&format!("#{id}[data-lifted]"));
    at
}

fn one_name_is_put_onto_another(page: &Page) {
    begin(page);
    page.touch("#bar [data-panel=who]", "Who");
    page.wait_words(".who-hint", &["Hold one, then drag it onto the other"]);
    let onto = page.in_sight("#list-who #matthew-tueller", "");
    let from = lift(page, "reuters");
    page.wait_words("#desk .lifted", &["Reuters", "is the same as …"]);
    page.finger_moves(from, onto);
    page.wait_for("#list-who #matthew-tueller[data-onto]");
    page.wait_words("#desk .lifted", &["Reuters", "is the same as Matthew Tueller"]);
    // It hangs over the finger and hides nothing of what it would fall onto.
    let (hangs, under) = (page.rect("#desk .lifted"), page.rect("#matthew-tueller"));
    assert!(hangs.y + hangs.height <= under.y, "{hangs:?} over {under:?}");
    assert_eq!(page.count("[data-entity=reuters]"), 1);
    page.finger_up();
    page.wait_until("!document.querySelector('[data-entity=reuters]')");
    page.wait_gone("#desk .lifted");
    assert!(!page.is_shown("#card"), "the finger that put it down pressed nothing");
    page.wait_shown("#list-who #matthew-tueller");
    page.touch(".take-back [data-desk=back]", "Undo");
    page.wait_for("[data-entity=reuters]");
    page.wait_shown("#list-who #reuters");
}

fn put_down_nowhere_nothing_happens(page: &Page) {
    begin(page);
    page.touch("#bar [data-panel=who]", "Who");
    let head = page.in_sight("#list-who h2", "Who");
    let onto = page.in_sight("#list-who #matthew-tueller", "");
    for way in [&[onto, head][..], &[onto, (10.0, 40.0)], &[onto], &[]] {
        let from = lift(page, "reuters");
        let mut at = from;
        for &to in way {
            page.finger_moves(at, to);
            at = to;
        }
        // Back on itself, where it was lifted.
        if way.len() < 2 {
            page.finger_moves(at, from);
        }
        page.wait_until("!document.querySelector('[data-onto]')");
        page.finger_up();
        page.wait_gone("#desk .lifted");
        assert_eq!(page.count("[data-lifted]"), 0);
    }
    assert_eq!(page.attribute("[data-desk=undo]", "disabled"), Some(String::new()));
    assert!(!page.is_shown("#card"));
    // The next tap is one.
    page.touch("#list-who #reuters h4 a", "Reuters");
    page.wait_words("#card-title", &["Reuters"]);
}

fn the_long_press_of_the_system_lifts_and_opens_no_menu(page: &Page) {
    begin(page);
    page.touch("#bar [data-panel=who]", "Who");
    let menu = "const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
                document.querySelector('#reuters h4 a').dispatchEvent(event);
                return event.defaultPrevented;";
    assert_eq!(page.run(menu, &[]), false, "a mouse gets its menu");
    page.finger_down(page.in_sight("#list-who #reuters", ""));
    assert_eq!(page.run(menu, &[]), true);
    page.wait_shown("#desk .lifted");
    page.finger_up();
    page.wait_gone("#desk .lifted");
    assert_eq!(page.attribute("[data-desk=undo]", "disabled"), Some(String::new()));
}

/// A list that is longer than the window.
#[track_caller]
fn long_list(page: &Page) {
    page.phone();
    page.open("open.html");
    page.touch("[data-start=example]", "example");
    page.wait_for("#article .mention");
    page.touch("#bar [data-panel=who]", "Who");
    page.wait_shown("#list-who .entity");
}

const SCROLLED: &str = "document.getElementById('reference').scrollTop";

fn a_swipe_scrolls_the_list_and_lifts_nothing(page: &Page) {
    long_list(page);
    let from = (100.0, 560.0);
    page.finger_down(from);
    page.finger_moves(from, (100.0, 300.0));
    page.finger_up();
    page.wait_until(&format!("{SCROLLED} > 150"));
    assert_eq!(page.count(".lifted, [data-lifted]"), 0);
    assert!(!page.is_shown("#card"));
    assert_eq!(page.attribute("[data-desk=undo]", "disabled"), Some(String::new()));
}

fn the_list_scrolls_under_what_is_held_at_its_edge(page: &Page) {
    long_list(page);
    let first = page.eval_text("document.querySelector('#list-who .entity').id");
    let from = lift(page, &first);
    page.finger_moves(from, (100.0, 680.0));
    page.wait_until(&format!("{SCROLLED} > 400"));
    let last = "(() => { const r = document.getElementById('reference');
        return r.scrollTop + r.clientHeight >= r.scrollHeight - 1 })()";
    page.wait_until(last);
    page.finger_moves((100.0, 680.0), (100.0, 400.0));
    page.wait_for("#list-who [data-onto]");
    page.finger_up();
    page.wait_until("!document.querySelector('[data-desk=undo]').disabled");
    page.wait_gone(&format!("#list-who #{first}"));
    // The list stays where the finger was.
    page.wait_until(&format!("{SCROLLED} > 300"));
}

/// Selects words as the handles of a system do: nothing tells the page but `selectionchange`. (A
/// headless browser makes no selection of a long press.)
#[track_caller]
pub fn select(page: &Page, words: &str) {
    page.run(
        "const walker = document.createTreeWalker(document.getElementById('story'), 4);
         while (walker.nextNode()) {
             const node = walker.currentNode, from = node.data.indexOf(arguments[0]);
             if (from < 0) continue;
             node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
             getSelection().setBaseAndExtent(node, from, node, from + arguments[0].length);
             return;
         }
         throw new Error('no such words');",
        &[json!(words)],
    );
    page.wait_shown(".selection .marking");
}

fn selected_words_are_marked(page: &Page) {
    begin(page);
    select(page, "drone strike");
    page.touch(".selection [data-mark=name]", "Name");
    page.wait_for("#card .mend [name=kind]");
    write(page, "kind", "other name");
    page.touch("#card .mend .main", "Done");
    page.wait_for("#story .mention[data-entity=drone-strike]");
    page.touch("#card .close", "");
    page.wait_gone("#card");
    select(page, "troops are in");
    page.touch(".selection [data-mark=event]", "Event");
    page.wait_for("#card .mend [name=headline]");
    page.touch("#card .mend .main", "Done");
    page.wait_words("#card-title", &["troops are in"]);
    page.touch("#card .close", "");
    page.wait_gone("#card");
    select(page, "Reuters");
    page.touch(".selection [data-mark=not]", "Not a name");
    page.wait_until("!document.querySelector('#story [data-entity=reuters]')");
    page.wait_gone(".selection");
    page.touch("#story .opening", "");
    page.touch("#card [data-mend=open]", "Correct");
    page.touch("#card [data-mend=delete]", "Remove the mark");
    page.wait_until("!document.querySelector('#story .quote')");
    page.wait_gone("#card");
    select(page, "We will act");
    page.touch(".selection [data-mark=quote]", "Quotation");
    page.wait_for("#story .quote:not(.found)");
    page.wait_for("#card .mend [name=speaker]");
    assert_eq!(page.console_errors(), [""; 0]);
}

/// The menu stands under the handles of the selection or over the system's own menu.
#[track_caller]
fn clear_of_the_words(page: &Page, place: &str) {
    let measures = page.eval(
        "(() => {
            const words = getSelection().getRangeAt(0).getBoundingClientRect();
            const menu = document.querySelector('.selection').getBoundingClientRect();
            return [words.top, words.bottom, menu.top, menu.bottom];
        })()",
    );
    let side = |n: usize| measures[n].as_f64().unwrap_or(f64::NAN);
    let (top, bottom, menu_top, menu_bottom) = (side(0), side(1), side(2), side(3));
    assert!(
        menu_top >= bottom + 39.5 || menu_bottom <= top - 56.0,
        "{place}: words from {top} to {bottom}, the menu from {menu_top} to {menu_bottom}"
    );
}

fn the_menu_keeps_clear_of_the_words_and_their_handles(page: &Page) {
    begin(page);
    for block in ["start", "center", "end"] {
        select(page, "drone strike");
        page.run(
            "getSelection().anchorNode.parentElement.scrollIntoView({ block: arguments[0] });
             document.dispatchEvent(new Event('selectionchange'));",
            &[json!(block)],
        );
        page.wait_until(
            "(() => {
                const menu = document.querySelector('.selection').getBoundingClientRect();
                return menu.top >= 0 && menu.bottom <= document.getElementById('bar').offsetTop;
            })()",
        );
        clear_of_the_words(page, block);
    }
    // The handle is drawn along: the menu is for what is selected then.
    page.run(
        "const { anchorNode, anchorOffset, focusOffset } = getSelection();
         getSelection().setBaseAndExtent(anchorNode, anchorOffset, anchorNode, focusOffset + 5);",
        &[],
    );
    page.touch(".selection [data-mark=event]", "Event");
    page.wait_until(
        "document.querySelector('.mend [name=headline]').value === 'drone strike that'",
    );
}

fn what_an_article_is_made_of_is_chosen(page: &Page) {
    begin(page);
    select(page, "troops withdrew");
    page.touch(".selection [data-shape=choose]", "Paragraph");
    clear_of_the_words(page, "choices");
    page.touch(".selection .choices button", "A heading");
    page.wait_words("#story :is(h2,h3,h4)", &["In 2003 the United States invaded Iraq"]);
    select(page, "drone strike");
    page.touch(".selection [data-tells=choose]", "Add to an event");
    page.touch(".selection .choices [data-told]", "United States invaded");
    page.wait_words("#card-title", &["United States invaded Iraq"]);
}

/// Takes what is copied or handed to the system.
fn listen(page: &Page) {
    page.catch_copies();
}

fn a_link_is_sent_by_the_system(page: &Page) {
    begin(page);
    page.eval("void (navigator.share = async data => { window.sent = data })");
    page.touch("#story .mention", "Tueller");
    page.touch("#card [data-mend=open]", "Correct");
    write(page, "name", "Matthew H. Tueller");
    done(page);
    page.touch("#card .close", "");
    page.touch("[data-opens=share]", "Share");
    page.touch("[data-share=send]", "Send link");
    page.wait_until("window.sent");
    assert_eq!(page.eval_text("sent.title"), "Vote in Baghdad: what comes next");
    let link = page.eval_text("sent.url");
    page.open(&format!("open.html#{}", link.split_once('#').expect("a fragment").1));
    page.wait_words("#article h1", &["Vote in Baghdad"]);
    page.wait_for("#story .mention[data-entity=matthew-tueller]");
    page.touch("#story .mention", "Tueller");
    page.wait_words("#card-title", &["Matthew H. Tueller"]);
}

/// Somebody who has never seen it. Fourteen taps, none of them after a scroll; two of them on
/// the system's own list of choices, which no test can see, and words put into a field by paste.
fn from_the_start_page_to_a_shared_link_in_fourteen_taps(page: &Page) {
    let taps = Cell::new(0);
    let tap = |css: &str, words: &str| {
        taps.set(taps.get() + 1);
        page.touch(css, words);
    };
    page.phone();
    page.open("open.html");
    tap("#pasted", "");
    page.wait_until("document.activeElement.id === 'pasted'");
    page.run("document.activeElement.value = arguments[0]", &[json!(NEWS)]);
    tap("#start .main", "Read it");
    page.wait_for("#article .mention");
    page.wait_gone("[data-desk=stop]");
    tap("#story .mention", "Reuters");
    page.wait_words("#card", &["Reuters", "Found by a program"]);
    tap("#card [data-mend=open]", "Correct");
    let field = page.in_sight("#card .mend [name=kind]", "");
    assert!(field.1 < 740.0);
    taps.set(taps.get() + 2);
    write(page, "kind", "other name");
    tap("#card .mend .main", "Done");
    page.wait_gone("#card .mend");
    tap("#card .close", "");
    page.wait_gone("#card");
    tap("#story .date", "Sunday");
    page.wait_words("#card", &["Sunday 5 January 2020"]);
    tap("#card .close", "");
    page.wait_gone("#card");
    tap("[data-opens=sheet]", "Timeline");
    page.wait_words("#sheet-rows", &["2003", "United States invaded Iraq"]);
    tap("#sheet .close", "");
    page.wait_gone("#sheet");
    listen(page);
    tap("[data-opens=share]", "Share");
    tap("[data-share=link]", "Copy link");
    page.wait_until("window.copied");
    // It is said where it can be seen, beside the open window.
    page.in_sight(".notice", "Link with the article copied");
    assert_eq!(taps.get(), 14);
    let before = shared(page);
    let link = page.eval_text("copied");
    page.another_tab();
    page.phone();
    page.open(&format!("open.html#{}", link.split_once('#').expect("a fragment").1));
    page.wait_for("#article .mention");
    assert_eq!(shared(page), before);
    assert_eq!(page.console_errors(), [""; 0]);
}

/// What goes with a link: the words and their marks.
fn shared(page: &Page) -> Value {
    page.wait_gone("[data-desk=stop]");
    page.eval(
        "[document.querySelector('#article h1').innerText,
          [...document.querySelectorAll('#story [data-block]')].map(block => block.innerText),
          [...document.querySelectorAll('#article a:is(.mention,.date,.figure)')].map(mark =>
              [mark.className, mark.getAttribute('href'), mark.innerText])]",
    )
}
