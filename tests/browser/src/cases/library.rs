//! The list of kept articles, and the file that it goes into.

use super::keeping::{article, begin, correct, is_kept, paste, to_start};
use browser_tests::Page;
use serde_json::json;

super::cases![
    deleted_and_brought_back,
    renamed_by_keyboard,
    found_by_words_and_without_accents,
    the_library_goes_into_a_file_and_comes_back,
    files_that_are_no_library_are_refused,
    the_list_fits_a_phone,
];

fn deleted_and_brought_back(page: &Page) {
    begin(page);
    to_start(page);
    page.eval("document.querySelector('[data-library=delete]').focus()");
    page.press("Enter");
    page.wait_words(".deleted", &["Deleted: “Troops leave Basra”", "Undo"]);
    page.wait_gone(".kept-articles li");
    page.wait_until("document.activeElement.matches('[data-library=undelete]')");
    page.reload();
    page.wait_words(".deleted", &["Troops leave Basra"]);
    assert_eq!(page.count(".kept-articles li"), 0);
    page.click("[data-library=undelete]");
    page.wait_words(".kept-articles", &["Troops leave Basra"]);
    page.wait_gone(".deleted");
    page.click(".kept-articles .title");
    page.wait_words("#article", &["some 200 troops"]);
}

fn renamed_by_keyboard(page: &Page) {
    begin(page);
    to_start(page);
    page.eval("document.querySelector('[data-library=rename]').focus()");
    page.press("Enter");
    page.wait_until("document.activeElement.matches('.rename input')");
    page.press("Escape");
    page.wait_until("document.activeElement.matches('[data-library=rename]')");
    page.press("Enter");
    page.wait_until("document.activeElement.matches('.rename input')");
    page.type_text("Going home");
    page.press("Enter");
    page.wait_words(".kept-articles .title", &["Going home"]);
    page.wait_until("document.activeElement.matches('[data-library=rename]')");
    page.click(".kept-articles .title");
    page.wait_until("document.title === 'Going home'");
    page.wait_for("[data-desk=undo]:not([disabled])");
}

fn found_by_words_and_without_accents(page: &Page) {
    begin(page);
    to_start(page);
    paste(page, &article("Café reopens", "Zürich"));
    is_kept(page);
    to_start(page);
    page.wait_until("document.querySelectorAll('.kept-articles li').length === 2");
    for (words, found) in
        [("CAFE", "Café"), ("zurich", "Café"), ("mayor basra", "Troops"), ("leave bas", "Troops")]
    {
        page.run("document.getElementById('library-search').select()", &[]);
        page.click("#library-search");
        page.run("document.getElementById('library-search').value = ''", &[]);
        page.type_text(words);
        page.wait_words(".library-line", &["1 article"]);
        page.wait_words(".kept-articles", &[found]);
    }
    page.type_text("xyz");
    page.wait_words(".library-line", &["None has these words."]);
}

/// Chooses a file with these words to restore from.
#[track_caller]
fn restore(page: &Page, words: &str) {
    page.eval("document.querySelector('#start .more').open = true");
    let script = "const given = new DataTransfer();
        given.items.add(new File([arguments[0]], 'library.json'));
        const field = document.getElementById('library-file');
        field.files = given.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(script, &[json!(words)]);
}

fn the_library_goes_into_a_file_and_comes_back(page: &Page) {
    begin(page);
    correct(page, "title", "Soldiers leave Basra");
    page.wait_until("document.title === 'Soldiers leave Basra'");
    is_kept(page);
    to_start(page);
    page.eval(
        "(() => {
            const make = URL.createObjectURL;
            URL.createObjectURL = (blob) => { window.saved = blob; return make(blob) };
            HTMLAnchorElement.prototype.click = () => {};
        })()",
    );
    page.eval("document.querySelector('#start .more').open = true");
    page.click("[data-start=backup]");
    page.wait_words(".backup-line", &["Saved 1 article as dateline-library-20", ".json."]);
    let file = page.eval_text("saved.text()");
    assert!(serde_json::from_str::<serde_json::Value>(&file).is_ok(), "{file}");
    // All of it is here already.
    restore(page, &file);
    page.wait_words(".backup-line", &["No new article came in, 1 was here already"]);
    // Deleted, and thrown away at last.
    page.click("[data-library=delete]");
    page.wait_gone(".kept-articles li");
    page.eval(
        "new Promise((done, failed) => {
            const ask = indexedDB.deleteDatabase('dateline');
            ask.onsuccess = done;
            ask.onerror = failed;
        }).then(() => 0)",
    );
    page.reload();
    page.wait_gone("#start .library");
    restore(page, &file);
    page.wait_words(".backup-line", &["1 article came in."]);
    page.wait_words(".kept-articles", &["Soldiers leave Basra"]);
    page.click(".kept-articles .title");
    page.wait_until("document.title === 'Soldiers leave Basra'");
    page.click("[data-desk=undo]");
    page.wait_until("document.title === 'Troops leave Basra'");
}

fn files_that_are_no_library_are_refused(page: &Page) {
    begin(page);
    to_start(page);
    for (file, why) in [
        ("[1, 2]", "Expected a file that “Save all as one file” has made"),
        ("", "Expected a file that “Save all as one file” has made"),
        (
            r#"{"format":"dateline-library","version":9,"articles":[]}"#,
            "Expected a library of version 1, found version 9",
        ),
        (r#"{"format":"dateline-library","version":1,"articles":[{"#, "stops in the middle"),
        (
            r#"{"format":"dateline-library","version":1,"articles":[{"entry":{}}]}"#,
            "1 could not be read: Expected a kept article",
        ),
    ] {
        restore(page, file);
        page.wait_words(".backup-line", &[why]);
    }
    assert_eq!(page.count(".kept-articles li"), 1);
}

fn the_list_fits_a_phone(page: &Page) {
    for width in [320, 360, 1280] {
        page.resize(width, 740);
        if width == 320 {
            page.open("open.html");
            let long = "A very long headline about Donaudampfschifffahrtsgesellschaftskapitän Doe";
            paste(page, &article(long, "Basra"));
            is_kept(page);
            to_start(page);
        }
        let wide = page.eval_number("document.documentElement.scrollWidth");
        assert!(wide <= f64::from(width), "at {width} px the page is {wide} px wide");
        page.click("[data-library=rename]");
        page.wait_shown(".rename input");
        let wide = page.eval_number("document.documentElement.scrollWidth");
        assert!(wide <= f64::from(width), "at {width} px, renaming, the page is {wide} px wide");
        page.click("[data-library=leave]");
        page.wait_gone(".rename");
    }
}
