//! The part of time in sight: zoomed and moved by every way in.

use super::timeline::{choose_scale, open_at};
use browser_tests::{Emulation, Page};
use serde_json::json;

super::cases![
    plus_minus_and_nought,
    the_buttons_change_the_window_and_its_link,
    zoomed_out_again_it_is_all,
    ctrl_and_wheel_zoom_the_wheel_alone_scrolls,
    dragging_moves_the_window,
    a_drag_goes_on_beside_the_timeline,
    another_button_drags_nothing,
    two_fingers_zoom_and_drag,
    the_second_view_zooms_upwards,
];

fn shown(page: &Page) -> String {
    page.shown("#band .shown")
}

fn plus_minus_and_nought(page: &Page) {
    open_at(page, 1280);
    page.run("document.querySelector('#marks button:not([tabindex=\"-1\"])').focus()", &[]);
    assert_eq!(shown(page), "all");
    page.press("+");
    page.wait_until("document.querySelector('#band .shown').innerText !== 'all'");
    assert!(page.has_focus("#marks button"), "the focus is not lost");
    page.wait_until("location.hash.startsWith('#when=')");
    page.press("-");
    page.press("0");
    page.wait_words("#band .shown", &["all"]);
    page.wait_until("location.hash === ''");
}

fn the_buttons_change_the_window_and_its_link(page: &Page) {
    open_at(page, 1280);
    page.click("#band [aria-label=Closer]");
    page.wait_until("location.hash.startsWith('#when=')");
    let (first, link) = (shown(page), page.fragment());
    page.click("#band [aria-label=Closer]");
    page.wait_until(&format!("location.hash !== {} && location.hash !== ''", json!(link)));
    assert_ne!(shown(page), first);
    let (seen, link) = (shown(page), page.fragment());
    page.open(&link);
    page.wait_until("document.querySelector('#band .shown').innerText !== 'all'");
    assert_eq!(shown(page), seen, "{link}");
    page.choose("#band button", "All");
    page.wait_until("location.hash === ''");
    page.wait_words("#band .shown", &["all"]);
}

fn zoomed_out_again_it_is_all(page: &Page) {
    open_at(page, 1280);
    page.click("#band [aria-label=Closer]");
    page.wait_until("location.hash.startsWith('#when=')");
    page.click("#band [aria-label=Farther]");
    page.click("#band [aria-label=Farther]");
    page.wait_until("location.hash === ''");
    page.wait_words("#band .shown", &["all"]);
}

fn ctrl_and_wheel_zoom_the_wheel_alone_scrolls(page: &Page) {
    open_at(page, 1280);
    let axis = page.rect("#axis");
    page.wheel((axis.x + 300.0, axis.y + axis.height / 2.0), (0.0, 300.0));
    page.wait_until("scrollY > 100");
    assert_eq!(shown(page), "all");
    let zoomed = page.run(
        "const axis = document.getElementById('axis').getBoundingClientRect();
         const turn = new WheelEvent('wheel', { bubbles: true, cancelable: true, ctrlKey: true,
             deltaY: -200, clientX: axis.left + 300, clientY: axis.top + 20 });
         return !document.getElementById('axis').dispatchEvent(turn);",
        &[],
    );
    assert_eq!(zoomed, true, "the browser does not zoom the page as well");
    page.wait_until("document.querySelector('#band .shown').innerText !== 'all'");
}

fn dragging_moves_the_window(page: &Page) {
    open_at(page, 1280);
    page.click("#band [aria-label=Closer]");
    page.click("#band [aria-label=Closer]");
    page.wait_until("location.hash.startsWith('#when=')");
    let (before, link) = (shown(page), page.fragment());
    let axis = page.rect("#axis");
    let y = axis.y + axis.height - 4.0;
    page.drag((axis.x + 700.0, y), (axis.x + 400.0, y));
    page.wait_until(&format!("location.hash !== {}", json!(link)));
    assert_ne!(shown(page), before);
    assert!(!page.is_shown("#card"), "a drag is no press");
}

/// The first and the last minute of the window, as its link says them.
fn window(page: &Page) -> (String, String) {
    let link = page.fragment();
    let when = link.split(['#', '&']).find_map(|part| part.strip_prefix("when="));
    let (from, to) = when.and_then(|when| when.split_once('/')).expect("a window in the link");
    (from.to_owned(), to.to_owned())
}

fn a_drag_goes_on_beside_the_timeline(page: &Page) {
    let dragged = |away: f64| {
        open_at(page, 1280);
        page.click("#band [aria-label=Closer]");
        page.wait_until("location.hash.startsWith('#when=')");
        let link = page.fragment();
        let axis = page.rect("#axis");
        let y = axis.y + axis.height - 4.0;
        page.drag((axis.x + 500.0, y), (axis.x + 900.0, y - away));
        page.wait_until(&format!("location.hash !== {}", json!(link)));
        window(page)
    };
    assert_eq!(dragged(0.0), dragged(400.0), "over the article it is the same drag");
}

fn another_button_drags_nothing(page: &Page) {
    open_at(page, 1280);
    page.click("#band [aria-label=Closer]");
    page.wait_until("location.hash.startsWith('#when=')");
    let before = shown(page);
    let moved = page.run(
        "const axis = document.getElementById('axis');
         const box = axis.getBoundingClientRect();
         const send = (name, button, buttons, x) => axis.dispatchEvent(new PointerEvent(name, {
             pointerId: 1, button, buttons, bubbles: true,
             clientX: box.left + x, clientY: box.bottom - 4 }));
         send('pointerdown', 2, 2, 700);
         send('pointermove', -1, 2, 400);
         // The menu that the button opens takes its release; so does one that the first opens.
         send('pointerdown', 0, 1, 700);
         send('pointermove', -1, 0, 400);
         send('pointermove', -1, 0, 300);
         return document.querySelector('#band .shown').innerText;",
        &[],
    );
    page.settle();
    assert_eq!((shown(page), moved), (before.clone(), json!(before)));
}

fn two_fingers_zoom_and_drag(page: &Page) {
    page.emulate(Emulation::Touch);
    open_at(page, 1024);
    let axis = page.rect("#axis");
    let y = axis.y + axis.height - 6.0;
    let at = |part: f64| (axis.x + axis.width * part, y);
    page.pinch([at(0.45), at(0.55)], [at(0.3), at(0.7)]);
    page.wait_until("location.hash.startsWith('#when=')");
    let (from, to) = window(page);
    let link = page.fragment();
    assert!(!page.is_shown("#card"), "no press of what lies under the fingers");
    // Both to the left: later, and as wide as before on this scale.
    page.pinch([at(0.6), at(0.8)], [at(0.3), at(0.5)]);
    page.wait_until(&format!("location.hash !== {} && location.hash !== ''", json!(link)));
    let later = window(page);
    assert!(later.0 > from && later.1 > to, "{from}/{to}, then {later:?}");
    // Together again: farther.
    let link = page.fragment();
    page.pinch([at(0.1), at(0.9)], [at(0.4), at(0.6)]);
    page.wait_until(&format!("location.hash !== {}", json!(link)));
    let wider = window(page);
    assert!(wider.0 < later.0, "{later:?}, then {wider:?}");
}

fn the_second_view_zooms_upwards(page: &Page) {
    open_at(page, 1280);
    choose_scale(page, "Order");
    let label = page.attribute("#marks", "aria-label");
    assert_eq!(label.as_deref(), Some("Events in order of telling"));
    page.run(
        "const axis = document.getElementById('axis').getBoundingClientRect();
         document.getElementById('axis').dispatchEvent(new WheelEvent('wheel', {
             ctrlKey: true, deltaY: -600, bubbles: true, cancelable: true,
             clientX: axis.left + 4, clientY: axis.top + 4,
         }))",
        &[],
    );
    page.wait_until("document.querySelector('#band .shown').innerText !== 'all'");
    let words = shown(page);
    assert!(words.contains("Jan 2020") && !words.contains("2003"), "late stands above: {words}");
}
