//! What was corrected goes out: as a page, as files, as a link.

use super::correcting::{article, done, exported, form_of, select, write};
use super::opening::{begin, choose};
use browser_tests::Page;
use std::path::PathBuf;

super::cases![
    the_whole_story,
    a_page_from_disk_answers_at_once,
    every_form_is_saved,
    a_link_holds_the_article_and_the_view,
    a_broken_link_says_so,
    a_page_of_ours_keeps_its_history_on_a_site,
];

/// Paste, correct five things, reload, export a page, open it from disk, correct again, export
/// JSON, open that: equal.
fn the_whole_story(page: &Page) {
    begin(page);
    form_of(page, "#story .mention", "Qassem Soleimani");
    write(page, "name", "General Soleimani");
    done(page);
    page.press("Escape");
    form_of(page, "#story .mention", "Reuters");
    page.click("[data-mend=not-name]");
    page.wait_gone("#card");
    select(page, "came after weeks of rockets");
    page.click(".selection [data-mark=event]");
    page.wait_for("#card .mend [name=headline]");
    write(page, "headline", "Rockets for weeks");
    done(page);
    page.press("Escape");
    form_of(page, "#story .date", "Friday");
    write(page, "date", "2 January 2020");
    done(page);
    page.press("Escape");
    form_of(page, "#story .figure", "5,200");
    write(page, "counts", "soldiers of the United States");
    done(page);
    page.press("Escape");
    super::keeping::is_kept(page);
    let before = article(page);
    page.reload();
    page.wait_for("#article .mention");
    assert_eq!(article(page), before);
    let single = exported(page, "page");
    let file = open_from_disk(page, "story", &single);
    page.wait_for("#article .mention");
    assert_eq!(article(page), before);
    page.choose("#story .mention", "Adel Abdul Mahdi");
    page.click("#card [data-mend=open]");
    write(page, "role", "prime minister of Iraq");
    done(page);
    page.press("Escape");
    let corrected = article(page);
    assert_ne!(corrected, before);
    // Written again by itself, it loses nothing and gains nothing.
    let again = exported(page, "page");
    std::fs::write(&file.0, &again).expect("a file to write");
    page.open_file(&file.0);
    assert_eq!(article(page), corrected);
    page.wait_until("document.querySelector('[data-desk=undo]').title.includes('Adel')");
    page.open("open.html");
    page.wait_shown("#start");
    choose(page, &[("story.json", &corrected.to_string())]);
    page.wait_gone("#start");
    page.wait_for("#article .mention");
    assert_eq!(article(page), corrected);
    page.click("[data-desk=start]");
    choose(page, &[("story.html", &again)]);
    page.wait_gone("#start");
    page.wait_for("#article .mention");
    assert_eq!(article(page), corrected);
}

/// Nothing was corrected in it, and nothing is written again before something is asked of it.
fn a_page_from_disk_answers_at_once(page: &Page) {
    begin(page);
    let single = exported(page, "page");
    let _file = open_from_disk(page, "answers", &single);
    for (css, words, says) in [
        ("#story .mention", "Qassem Soleimani", "Named in"),
        ("#story .date", "Friday", "3 January 2020"),
        ("#story .figure", "5,200", "Stands in"),
        ("#story .opening", "“", "Speaker"),
        ("#marks [data-event] button", "", "Told in"),
    ] {
        page.choose(css, words);
        page.wait_words("#card .inside", &[says]);
        page.press("Escape");
        page.wait_gone("#card");
    }
    page.click("[data-panel=who]");
    page.wait_words("#list-who", &["Soleimani"]);
    page.click("[data-panel=who]");
    // What is corrected first changes its words and leaves the page where it is.
    form_of(page, "#story .mention", "Reuters");
    write(page, "name", "The Reuters agency");
    page.run("document.querySelector('#story .paragraph').dataset.same = ''", &[]);
    let place =
        "document.querySelector('#story [data-entity=reuters]').getBoundingClientRect().top";
    let before = page.eval_number(place);
    // By itself the driver would scroll to the button.
    page.run("document.querySelector('#card .mend .main').click()", &[]);
    page.wait_words("#card-title", &["The Reuters agency"]);
    let after = page.eval_number(place);
    assert!((after - before).abs() < 1.0, "{before}, then {after}");
    assert_eq!(page.count("#story .paragraph[data-same]"), 1, "not written again as a whole");
}

fn a_page_of_ours_keeps_its_history_on_a_site(page: &Page) {
    begin(page);
    let before = article(page);
    form_of(page, "#story .mention", "Matthew Tueller");
    write(page, "name", "Matthew H. Tueller");
    done(page);
    page.press("Escape");
    super::keeping::is_kept(page);
    let corrected = article(page);
    let single = exported(page, "page");
    page.click("[data-desk=start]");
    choose(page, &[("story.html", &single)]);
    page.wait_gone("#start");
    page.wait_for("#article .mention");
    super::keeping::is_kept(page);
    assert_eq!(article(page), corrected);
    page.click("[data-opens=article]");
    page.wait_words(".window.article .history", &["Matthew H. Tueller"]);
    page.press("Escape");
    page.click("[data-desk=undo]");
    page.wait_for("[data-desk=redo]:not([disabled])");
    assert_eq!(article(page), before);
    // It is kept with all that was taken back.
    super::keeping::is_kept(page);
    page.reload();
    page.wait_for("[data-desk=redo]:not([disabled])");
    page.click("[data-desk=redo]");
    page.wait_for("[data-desk=undo]:not([disabled])");
    assert_eq!(article(page), corrected);
}

/// Writes a page into a file of its own and opens it from the disk.
pub fn open_from_disk(page: &Page, name: &str, words: &str) -> Removed {
    let name = format!("dateline-{name}-{}.html", std::process::id());
    let file = Removed(std::env::temp_dir().join(name));
    std::fs::write(&file.0, words).expect("a file to write");
    page.open_file(&file.0);
    file
}

/// A file that goes with the test.
pub struct Removed(PathBuf);

impl Drop for Removed {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn every_form_is_saved(page: &Page) {
    begin(page);
    for (form, sign) in [
        ("markdown", "# Vote in Baghdad"),
        ("csv", "Qassem Soleimani"),
        ("timelinejs", "\"start_date\""),
        ("icalendar", "BEGIN:VCALENDAR"),
        ("web-annotation", "TextQuoteSelector"),
        ("folder", "annotations.toml"),
        ("json", "\"mentions\""),
    ] {
        let text = exported(page, form);
        assert!(text.contains(sign), "{form}: {}", text.chars().take(300).collect::<String>());
    }
}

fn a_link_holds_the_article_and_the_view(page: &Page) {
    begin(page);
    page.click("#bar [data-panel=who]");
    page.wait_until("location.hash === '#panel=who'");
    page.catch_copies();
    page.click("[data-opens=share]");
    page.wait_words(
        ".link-length",
        &["characters", "Left out of it: why the program made its marks."],
    );
    page.click("[data-share=link]");
    page.wait_until("window.copied");
    let link = page.eval_text("copied");
    let (address, fragment) = link.split_once('#').expect("a fragment");
    assert!(address.ends_with("/open.html"), "{address}");
    assert!(fragment.starts_with("panel=who&doc="), "{}", &fragment[..40]);
    page.open(&format!("open.html#{fragment}"));
    page.wait_words("#article h1", &["Vote in Baghdad"]);
    page.wait_shown("#list-who");
    // The article stays in the link while the view changes.
    page.click("#bar [data-panel=said]");
    page.wait_until("location.hash.startsWith('#panel=said&doc=')");
    page.reload();
    page.wait_words("#article h1", &["Vote in Baghdad"]);
    // A card that is open goes with it.
    page.choose("#story .mention", "Qassem Soleimani");
    page.wait_until("location.hash.includes('qassem-soleimani&')");
    page.reload();
    page.wait_words("#card-title", &["Qassem Soleimani"]);
}

fn a_broken_link_says_so(page: &Page) {
    page.open("open.html#doc=xVrrbt");
    page.wait_words("#start .refused", &["link"]);
    assert!(page.is_shown("#pasted"));
}
