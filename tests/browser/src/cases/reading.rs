//! Reading: searching, fading, selecting, settings, paper.

use browser_tests::{Emulation, Page};
use serde_json::json;

super::cases![
    finds_what_is_meant,
    steps_from_place_to_place,
    the_first_step_leads_on_from_what_is_in_sight,
    names_and_notes_are_found_too,
    only_sentences_about_one,
    only_sentences_about_two,
    selected_words_tell_who_is_in_them,
    a_selection_begins_on_a_name,
    a_mark_selected_from_end_to_end_opens_no_card,
    a_quotation_is_copied_with_its_source,
    settings_are_remembered,
    nothing_moves_where_motion_is_unwanted,
    on_paper_everything_is_there,
    the_ruler_shows_the_places,
    panels_lead_to_cards,
    marks_can_be_switched_off,
];

fn desktop(page: &Page) {
    page.resize(1280, 800);
    page.open("");
}

/// Searches for words and gives the count that is told.
fn find(page: &Page, words: &str) -> String {
    page.click(".bar [aria-label='Find in the article']");
    page.wait_until("document.activeElement.id === 'find-field'");
    page.type_text(words);
    page.settle();
    let count = page.shown(".find .count");
    page.press("Escape");
    page.wait_gone(".window.find");
    page.run(
        "const field = document.getElementById('find-field');
         field.value = '';
         field.dispatchEvent(new Event('input', { bubbles: true }));",
        &[],
    );
    count
}

fn finds_what_is_meant(page: &Page) {
    desktop(page);
    for (words, count) in [
        ("letter", "4 in the text"),
        ("LETTER", "4 in the text"),
        ("sóleimani", "3 in the text"),
        ("Soleimani's hand", "once in the text"),
        ("won't accept", "2 in the text"),
        ("no less  than", "once in the text"),
        ("\"slap in the face\"", "once in the text"),
        ("xylophone", "not in the text"),
        ("   ", ""),
    ] {
        assert_eq!(find(page, words), count, "{words}");
    }
}

fn steps_from_place_to_place(page: &Page) {
    desktop(page);
    page.press("/");
    page.wait_until("document.activeElement.id === 'find-field'");
    page.type_text("letter");
    page.wait_words(".find .count", &["4 in the text"]);
    assert_eq!(page.eval_number("CSS.highlights.get('found').size"), 4.0);
    page.click(".find [aria-label='Next place']");
    page.wait_until("CSS.highlights.has('here')");
    page.wait_words(".find .count", &["1 of 4"]);
    page.click(".find [aria-label='Next place']");
    page.wait_words(".find .count", &["2 of 4"]);
    let here = "String([...CSS.highlights.get('here')][0])";
    assert_eq!(page.eval_text(here).to_lowercase(), "letter");
    page.click(".find [aria-label='Previous place']");
    page.click(".find [aria-label='Previous place']");
    page.wait_words(".find .count", &["4 of 4"]);
    let place = "[...CSS.highlights.get('here')][0].getBoundingClientRect()";
    page.wait_until(&format!("{place}.top > 0 && {place}.bottom < innerHeight"));
}

fn the_first_step_leads_on_from_what_is_in_sight(page: &Page) {
    desktop(page);
    let begin = || {
        page.run("document.getElementById('para-6').scrollIntoView({ behavior: 'instant' })", &[]);
        page.settle();
        page.press("/");
        page.wait_until("document.activeElement.id === 'find-field'");
        page.run("document.activeElement.select()", &[]);
        page.type_text("parliamen");
        page.type_text("t");
        page.wait_words(".find .count", &["4 in the text"]);
    };
    let block = "[...CSS.highlights.get('here')][0].startContainer.parentElement
        .closest('[data-block]').id";
    begin();
    page.press("Enter");
    page.wait_words(".find .count", &["2 of 4"]);
    assert_eq!(page.eval_text(block), "para-6");
    begin();
    page.click(".find [aria-label='Previous place']");
    page.wait_words(".find .count", &["1 of 4"]);
    assert_ne!(page.eval_text(block), "para-6");
}

fn names_and_notes_are_found_too(page: &Page) {
    desktop(page);
    page.press("/");
    page.wait_until("document.activeElement.id === 'find-field'");
    page.type_text("Quds");
    page.wait_words(".find .others", &["Qasem Soleimani"]);
    page.choose(".find .others a", "Qasem Soleimani");
    page.wait_words("#card-title", &["Qasem Soleimani"]);
}

/// The sentences that are not faded, of those in the story.
fn kept(page: &Page) -> f64 {
    page.wait_until("CSS.highlights.has('faded')");
    page.eval_number("CSS.highlights.get('faded').size")
}

fn only_sentences_about_one(page: &Page) {
    desktop(page);
    page.click("#story [data-entity=mark-esper]");
    page.wait_shown("#card");
    page.choose("#card button", "Only");
    assert!(kept(page) > 40.0, "most sentences are faded");
    page.wait_words(".only", &["Mark Esper"]);
    page.click(".only [data-only=mark-esper]");
    page.wait_until("!CSS.highlights.has('faded')");
    assert_eq!(page.fragment(), "#mark-esper");
}

fn only_sentences_about_two(page: &Page) {
    page.resize(1280, 800);
    page.open("#only=mark-esper");
    let one = kept(page);
    page.open("#only=mike-pompeo");
    let other = kept(page);
    page.open("#only=mark-esper,mike-pompeo");
    let both = kept(page);
    assert!(both >= one && both >= other, "{both} faded, of {one} and {other}");
    let kept_words = page.eval(
        "(() => {
            const faded = [...CSS.highlights.get('faded')];
            const name = document.querySelector('#story [data-entity=mike-pompeo]').firstChild;
            return faded.some(range => range.isPointInRange(name, 1));
        })()",
    );
    assert_eq!(kept_words, false, "the sentence that names both is not faded");
}

fn selected_words_tell_who_is_in_them(page: &Page) {
    desktop(page);
    select_paragraph(page, 7);
    page.wait_words(".selection", &["Copy link", "Copy quotation", "Adel Abdul Mahdi"]);
    page.wait_words(".selection", &["Abdul-Mahdi receives Seely’s letter"]);
    page.choose(".selection a", "Adel Abdul Mahdi");
    page.wait_words("#card-title", &["Adel Abdul Mahdi"]);
}

/// Selects the beginning of a paragraph with the mouse: two lines of it.
fn select_paragraph(page: &Page, number: u32) {
    let lines = page.run(
        "const paragraph = document.getElementById('para-' + arguments[0]);
         paragraph.scrollIntoView({ block: 'center', behavior: 'instant' });
         const box = paragraph.getBoundingClientRect();
         const line = parseFloat(getComputedStyle(paragraph).lineHeight);
         return [box.left + 0.5, box.top + line / 2, box.right - 2, box.top + 1.5 * line];",
        &[json!(number)],
    );
    let side = |n: usize| lines[n].as_f64().unwrap_or(f64::NAN);
    page.drag((side(0), side(1)), (side(2), side(3)));
    page.wait_shown(".selection");
}

fn a_selection_begins_on_a_name(page: &Page) {
    desktop(page);
    for mark in ["#story [data-entity=mark-esper]", "#story .date", "#story .figure"] {
        // From the first letter of the mark to what stands in the next line.
        let places = page.run(
            "const mark = document.querySelector(arguments[0]);
             mark.scrollIntoView({ block: 'center', behavior: 'instant' });
             const box = mark.getClientRects()[0];
             const line = parseFloat(getComputedStyle(mark).lineHeight);
             return [box.left + 1, box.top + box.height / 2, line, mark.textContent];",
            &[json!(mark)],
        );
        let side = |n: usize| places[n].as_f64().unwrap_or(f64::NAN);
        let (x, y) = (side(0), side(1));
        page.drag((x, y), (x + 3.0, y + side(2)));
        page.wait_shown(".selection");
        let words = places[3].as_str().unwrap_or_default();
        let begins = format!("getSelection().toString().startsWith({})", json!(words));
        page.wait_until(&begins);
        assert!(!page.is_shown("#card"), "{words}: to select is not to press");
        // Let go of, it is a link again.
        assert!(page.attribute(mark, "href").is_some());
        // Pressed, it opens its card, and the selection is gone.
        page.click(mark);
        page.wait_shown("#card");
        page.wait_gone(".selection");
        page.press("Escape");
        page.wait_gone("#card");
    }
}

fn a_mark_selected_from_end_to_end_opens_no_card(page: &Page) {
    desktop(page);
    let mark = "#story [data-entity=mark-esper]";
    page.wait_for(mark);
    page.run(
        "document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })",
        &[json!(mark)],
    );
    let mark_box = page.rect(mark);
    let y = mark_box.y + mark_box.height / 2.0;
    page.drag((mark_box.x + 2.0, y), (mark_box.x + mark_box.width - 3.0, y));
    page.wait_shown(".selection");
    assert!(!page.is_shown("#card"));
}

fn a_quotation_is_copied_with_its_source(page: &Page) {
    desktop(page);
    page.catch_copies();
    page.click("[data-quote=q-khazali-response] .opening");
    page.choose("#card button", "Copy quotation");
    page.wait_until("window.copied !== undefined");
    let copied = page.eval_text("copied");
    for part in [
        "“no less than the size of the Iranian response.”",
        "Steven Sahiounie",
        "Iraq Gives the US Its Marching Orders",
        "Global Research",
        "10 Jan 2020",
        "¶ 3",
    ] {
        assert!(copied.contains(part), "expected {part} in {copied}");
    }
}

fn settings_are_remembered(page: &Page) {
    desktop(page);
    page.click(".bar [aria-label='Reading settings']");
    page.choose(".settings button", "Dark");
    page.click(".settings [aria-label='Larger text']");
    page.click(".settings [aria-label='Larger text']");
    page.wait_for("html[data-theme=dark][data-size='2']");
    page.reload();
    page.wait_for("html[data-theme=dark][data-size='2']");
    page.click(".bar [aria-label='Reading settings']");
    page.choose(".settings button", "As the system");
    page.click(".settings [aria-label='Smaller text']");
    page.click(".settings [aria-label='Smaller text']");
    page.reload();
    page.wait_for("html:not([data-theme]):not([data-size])");
}

fn nothing_moves_where_motion_is_unwanted(page: &Page) {
    page.resize(1280, 800);
    page.emulate(Emulation::ReducedMotion);
    page.open("");
    page.run(
        "window.moved = [];
         for (const kind of ['animationstart', 'transitionrun'])
             addEventListener(kind, event => moved.push(kind + ' ' + event.target.outerHTML.slice(0, 80)), true);",
        &[],
    );
    page.click("#story [data-entity=mark-esper]");
    page.wait_shown("#card");
    page.click("#band [title^=True]");
    page.wait_for("#band [aria-pressed=true][title^=True]");
    page.click("#band [aria-label=Closer]");
    page.click(".bar [aria-label='Reading settings']");
    page.settle();
    assert_eq!(page.eval("moved"), json!([]));
    assert_eq!(page.eval("document.getAnimations().length"), 0);
}

fn on_paper_everything_is_there(page: &Page) {
    desktop(page);
    page.emulate(Emulation::Print);
    for list in ["who", "when", "said", "figures"] {
        assert!(page.is_shown(&format!("#list-{list}")), "{list}");
    }
    for css in ["#bar", "#band", "#card", "#panel", ".skip"] {
        assert!(!page.is_shown(css), "{css} has no place on paper");
    }
    assert!(page.is_shown("#story") && page.is_shown(".terms"));
    let number =
        page.eval_text("getComputedStyle(document.getElementById('para-3'), '::before').content");
    assert_eq!(number, "\"3\"");
    page.wait_words("#list-when", &["US drone strike kills", "Who says so"]);
    let wide = page.eval_number("document.documentElement.scrollWidth");
    assert!(wide <= 1280.0, "{wide} px");
}

fn the_ruler_shows_the_places(page: &Page) {
    desktop(page);
    assert!(!page.is_shown("#ruler"));
    page.click("#story [data-entity=qasem-soleimani]");
    page.wait_shown("#ruler");
    let strokes = page.attribute("#ruler path", "d").unwrap_or_default();
    assert_eq!(strokes.matches('M').count(), 3, "{strokes}");
    let ruler = page.rect("#ruler");
    assert!(ruler.x + ruler.width <= 1280.0 && ruler.height > 200.0);
    page.press("Escape");
    page.wait_gone("#ruler");
}

fn panels_lead_to_cards(page: &Page) {
    desktop(page);
    for (button, list) in [(2, "who"), (3, "when"), (4, "said"), (5, "figures")] {
        page.click(&format!(".bar button:nth-of-type({button})"));
        page.wait_shown(&format!("#list-{list}"));
        let entry = format!("#list-{list} .entry:nth-of-type(2) h4 a");
        let title = page.text(&entry);
        page.click(&entry);
        page.wait_words("#card-title", &[&title]);
        page.press("Escape");
        page.wait_gone("#card");
    }
}

fn marks_can_be_switched_off(page: &Page) {
    desktop(page);
    page.click(".bar [aria-label='Reading settings']");
    page.click(".settings label input");
    page.wait_for("html[data-marks=off]");
    let line = page.eval_text(
        "getComputedStyle(document.querySelector('#story .mention')).textDecorationLine",
    );
    assert_eq!(line, "none");
    page.press("Escape");
    page.click("#story [data-entity=mark-esper]");
    page.wait_shown("#card");
}
