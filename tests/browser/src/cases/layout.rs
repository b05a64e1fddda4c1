//! Nothing sticks out, nothing jumps.

use browser_tests::{Emulation, Page};
use serde_json::json;

super::cases![
    nothing_sticks_out,
    nothing_moves_on_its_own,
    a_list_has_no_marks,
    letters_twice_as_large,
    the_desk_s_line_covers_nothing,
    every_declaration_is_understood,
];

fn nothing_sticks_out(page: &Page) {
    for width in [320, 360, 768, 1280] {
        page.resize(width, 740);
        page.open("");
        let wide = page.eval_number("document.documentElement.scrollWidth");
        assert!(wide <= f64::from(width), "at {width} px the page is {wide} px wide");
    }
}

fn nothing_moves_on_its_own(page: &Page) {
    for (width, height) in [(1280, 800), (360, 740)] {
        page.resize(width, height);
        page.emulate(Emulation::SlowProcessor(4.0));
        page.open("");
        page.eval("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assert_eq!(page.layout_shifts(), [""; 0], "at {width} px");
    }
}

fn a_list_has_no_marks(page: &Page) {
    page.resize(1280, 800);
    page.open("#panel=figures");
    page.wait_shown("#list-figures .entry");
    let lines = "[...new Set([...document.querySelectorAll('#reference .entry')]
        .map(entry => getComputedStyle(entry).textDecorationLine))].join()";
    assert_eq!(page.eval_text(lines), "none");
}

fn letters_twice_as_large(page: &Page) {
    page.emulate(Emulation::LargeType);
    for (width, height) in [(1280, 800), (360, 740)] {
        page.resize(width, height);
        page.open("");
        let wide = page.eval_number("document.documentElement.scrollWidth");
        assert!(wide <= f64::from(width), "at {width} px the page is {wide} px wide");
    }
    page.resize(1280, 800);
    page.wait_for("#marks button");
    let covered = page.eval_number(
        "[...document.querySelectorAll('#marks > li:not(.bare) button')]
            .map(label => label.getBoundingClientRect())
            .filter((a, n, all) => all.some((b, m) => m > n && a.left < b.right - 1
                && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1))
            .length",
    );
    assert_eq!(covered, 0.0, "labels of the timeline lie on others");
    let cut = page.eval_number(
        "[...document.querySelectorAll('#marks > li:not(.bare) button')]
            .filter(label => label.scrollHeight > label.clientHeight + 1).length",
    );
    assert_eq!(cut, 0.0, "letters are higher than their rows");
    page.choose("#story .mention", "Soleimani");
    page.wait_shown("#card");
    let room = page.rect("#card .inside").height;
    assert!(room >= 96.0, "the card shows {room} px of what it says: less than two lines");
}

fn the_desk_s_line_covers_nothing(page: &Page) {
    for width in [360, 820, 1280] {
        page.resize(width, 740);
        page.open("open.html");
        super::keeping::paste(
            page,
            &"Mr John Smith met Ms Jane Doe in Paris on Monday.\n\n".repeat(40),
        );
        page.click("#bar [data-panel=who]");
        page.wait_shown("#list-who");
        page.eval("scrollTo(0, 900)");
        let covered = page.eval_text(
            "[...document.querySelectorAll('.panel-head .close, .desk-bar [data-opens=share]')]
                .filter(button => {
                    const { x, y, width, height } = button.getBoundingClientRect();
                    const there = document.elementFromPoint(x + width / 2, y + height / 2);
                    return !button.contains(there);
                })
                .map(button => button.outerHTML).join()",
        );
        assert_eq!(covered, "", "at {width} px");
    }
}

/// What only some engines have, and the others can do without.
const NOT_EVERYWHERE: [&str; 6] = [
    "-webkit-text-size-adjust",
    "-webkit-touch-callout",
    "forced-color-adjust",
    "overflow-clip-margin",
    "text-size-adjust",
    // WebKit's has the prefix, which stands beside it.
    "user-select",
];

/// What an engine does not know is left out in silence, such as the line under a date.
fn every_declaration_is_understood(page: &Page) {
    page.open("open.html");
    let unknown = page.run(
        "const given = [...arguments];
         return Promise.all([...document.querySelectorAll('link[rel=stylesheet]')].map(async link => {
            const sheet = await (await fetch(link.href)).text();
            const root = getComputedStyle(document.documentElement);
            const filled = value => {
                const full = value.replace(/var\\((--[a-z-]+)\\)/g,
                    (_, name) => root.getPropertyValue(name).trim() || '1px');
                return full === value ? value : filled(full);
            };
            const own = sheet.replace(/\\/\\*[^]*?\\*\\//g, '').match(/[a-z-]+ *: *[^;{}]+(?=[;}])/g);
            return own.map(said => [said.slice(0, said.indexOf(':')).trim(),
                    filled(said.slice(said.indexOf(':') + 1).replace('!important', '').trim())])
                .filter(([name, value]) => !given.includes(name) && !CSS.supports(name, value))
                .map(said => said.join(': '));
        })).then(lists => [...new Set(lists.flat())])",
        &NOT_EVERYWHERE.map(Into::into),
    );
    assert_eq!(unknown, json!([]), "not understood");
}
