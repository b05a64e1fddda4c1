//! What a program found is corrected where it stands, and the result goes out in every form.

use super::opening::begin;
use browser_tests::Page;
use serde_json::{Value, json};

super::cases![
    a_name_gets_another_name_everywhere,
    words_that_are_no_name,
    one_entity_is_another,
    one_dragged_onto_the_other,
    somebody_else_in_this_place,
    selected_words_become_an_event,
    selected_words_become_a_name_a_date_and_a_quotation,
    a_date_in_words_moves_its_events,
    what_is_not_understood_is_said_and_nothing_lost,
    the_reading_date_moves_every_relative_date,
    the_focus_stays_where_words_are_written_again,
    all_of_it_by_keyboard,
    a_form_is_done_whole_or_not_at_all,
];

/// Opens the card of a mark with these words, and the form on it.
#[track_caller]
pub fn form_of(page: &Page, css: &str, words: &str) {
    page.choose(css, words);
    page.wait_shown("#card");
    page.click("#card [data-mend=open]");
    page.wait_for("#card .mend");
}

/// Writes a field of the card's form.
#[track_caller]
pub fn write(page: &Page, name: &str, value: &str) {
    let script = "const field = document.querySelector(`#card .mend [name=${arguments[0]}]`);
                  field.value = arguments[1];
                  field.dispatchEvent(new Event('input', { bubbles: true }));";
    page.run(script, &[json!(name), json!(value)]);
}

#[track_caller]
pub fn done(page: &Page) {
    page.click("#card .mend .main");
    page.wait_gone("#card .mend");
}

/// Selects the first place of these words in the story.
#[track_caller]
pub fn select(page: &Page, words: &str) {
    page.run(
        "const walker = document.createTreeWalker(document.getElementById('story'), 4);
         let all = '', nodes = [];
         while (walker.nextNode()) { nodes.push([all.length, walker.currentNode]); all += walker.currentNode.data; }
         const from = all.indexOf(arguments[0]), to = from + arguments[0].length;
         if (from < 0) throw new Error('no such words');
         const at = (offset, end) => {
             const [start, node] = nodes.findLast(([start]) => end ? start < offset : start <= offset);
             return [node, offset - start];
         };
         const range = document.createRange();
         range.setStart(...at(from, false));
         range.setEnd(...at(to, true));
         getSelection().removeAllRanges();
         getSelection().addRange(range);
         document.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));",
        &[json!(words)],
    );
    page.wait_shown(".selection .marking");
}

/// The article as the page would export it.
#[track_caller]
pub fn exported(page: &Page, form: &str) -> String {
    page.eval(
        "(() => {
            if (window.savedFiles) return;
            window.savedFiles = [];
            const make = URL.createObjectURL;
            URL.createObjectURL = (blob) => { savedFiles.push(blob); return make(blob) };
            HTMLAnchorElement.prototype.click = () => {};
        })()",
    );
    let before = page.eval_number("savedFiles.length");
    if !page.is_shown(".window.share") {
        page.click("[data-opens=share]");
        // The focus comes a frame later, and the window scrolls to it.
        page.wait_until("document.activeElement.closest('.window.share')");
    }
    page.wait_shown(".window.share .forms button");
    page.click(&format!(".window.share [data-form={form}]"));
    page.wait_until(&format!("savedFiles.length > {before}"));
    page.press("Escape");
    page.eval_text("savedFiles.at(-1).text()")
}

#[track_caller]
pub fn article(page: &Page) -> Value {
    serde_json::from_str(&exported(page, "json")).expect("the export is JSON")
}

fn a_name_gets_another_name_everywhere(page: &Page) {
    begin(page);
    form_of(page, "#story .mention", "Matthew Tueller");
    write(page, "name", "Matthew H. Tueller");
    write(page, "kind", "organisation");
    write(page, "role", "ambassador");
    done(page);
    page.wait_words(
        "#card",
        &["Matthew H. Tueller", "ambassador", "The full name is the editor’s"],
    );
    page.wait_for("#story .mention.organization[data-entity=matthew-tueller]");
    assert_eq!(page.count("#story .mention.found[data-entity=matthew-tueller]"), 0);
    page.wait_words(".notice", &["role “ambassador”"]);
}

fn words_that_are_no_name(page: &Page) {
    begin(page);
    let before = page.count(".mention");
    form_of(page, "#story .mention", "Reuters");
    page.click("[data-mend=not-name]");
    page.wait_gone("#card");
    page.wait_until(&format!("document.querySelectorAll('.mention').length < {before}"));
    page.click("[data-desk=undo]");
    page.wait_until(&format!("document.querySelectorAll('.mention').length === {before}"));
}

fn one_entity_is_another(page: &Page) {
    begin(page);
    let into = page.attribute("#story .mention[data-entity*=iraq]", "data-entity");
    let into = into.expect("Iraq is named");
    form_of(page, "#story .mention", "Reuters");
    write(page, "into", &into);
    done(page);
    page.wait_until("![...document.querySelectorAll('[data-entity=reuters]')].length");
    page.choose(&format!("#story .mention[data-entity='{into}']"), "Reuters");
}

fn one_dragged_onto_the_other(page: &Page) {
    begin(page);
    page.click("#bar [data-panel=who]");
    page.wait_shown("#list-who #reuters");
    page.eval(
        "(() => {
            const data = new DataTransfer();
            const send = (css, name) => document.querySelector(css).dispatchEvent(
                new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
            send('#list-who #reuters a', 'dragstart');
            send('#list-who #matthew-tueller a', 'dragover');
            send('#list-who #matthew-tueller a', 'drop');
        })()",
    );
    page.wait_until("!document.querySelector('[data-entity=reuters]')");
    page.wait_shown("#list-who #matthew-tueller");
    assert!(!page.is_shown("#start"));
}

fn somebody_else_in_this_place(page: &Page) {
    begin(page);
    let iraq = "#story .mention[data-entity=iraq]";
    page.wait_for(iraq);
    let before = page.count(iraq);
    form_of(page, iraq, "Iraq");
    page.click("[data-mend=split]");
    page.wait_until(&format!("document.querySelectorAll('{iraq}').length === {}", before - 1));
    page.wait_for("#card .mend [name=name]");
    write(page, "name", "Iraq of 2020");
    done(page);
    page.wait_words("#card", &["Iraq of 2020"]);
}

fn selected_words_become_an_event(page: &Page) {
    begin(page);
    select(page, "came after weeks of rockets");
    page.click(".selection [data-mark=event]");
    page.wait_for("#card .mend [name=headline]");
    write(page, "headline", "Rockets for weeks");
    write(page, "when", "late December 2019");
    page.wait_words("#card .understood", &["December 2019"]);
    write(page, "certainty", "claimed");
    done(page);
    page.wait_words("#card", &["Rockets for weeks"]);
    page.wait_until(
        "[...document.querySelectorAll('#marks button')].some(mark =>
            mark.getAttribute('aria-label').startsWith('Rockets for weeks'))",
    );
    let article = article(page);
    let event = article["events"].as_array().into_iter().flatten();
    let event = event.into_iter().find(|event| event["headline"] == "Rockets for weeks");
    let event = event.expect("the event is exported");
    assert_eq!(event["certainty"], "claimed");
    assert!(event["when"].as_str().unwrap_or_default().starts_with("2019-12"), "{event}");
    assert_eq!(article["found"].get(event["id"].as_str().unwrap_or_default()), None);
}

fn selected_words_become_a_name_a_date_and_a_quotation(page: &Page) {
    begin(page);
    select(page, "drone strike");
    page.click(".selection [data-mark=name]");
    page.wait_for("#card .mend [name=kind]");
    write(page, "kind", "other name");
    done(page);
    page.wait_for("#story .mention[data-entity=drone-strike]");
    select(page, "weeks of rockets");
    page.click(".selection [data-mark=date]");
    page.wait_words(".notice", &["“weeks”"]);
    select(page, "parliament voted");
    page.click(".selection [data-mark=quote]");
    page.wait_words(".notice", &["No quotation marks stand around"]);
}

fn a_date_in_words_moves_its_events(page: &Page) {
    begin(page);
    form_of(page, "#story .date", "Friday");
    write(page, "date", "2 January 2020");
    page.wait_words("#card .understood", &["2 January 2020"]);
    done(page);
    page.wait_words("#card", &["2 January 2020"]);
    page.wait_until(
        "[...document.querySelectorAll('#marks button')].some(mark =>
            mark.title.includes('2 January 2020'))",
    );
}

fn what_is_not_understood_is_said_and_nothing_lost(page: &Page) {
    begin(page);
    form_of(page, "#story .date", "Friday");
    write(page, "date", "some day or other");
    page.click("#card .mend .main");
    page.wait_until("document.querySelector('#card .understood').textContent.length > 20");
    assert_eq!(
        page.eval_text("document.querySelector('.mend [name=date]').value"),
        "some day or other"
    );
    assert_eq!(page.attribute("[data-desk=undo]", "disabled"), Some(String::new()));
}

fn the_reading_date_moves_every_relative_date(page: &Page) {
    begin(page);
    page.click("[data-opens=article]");
    page.wait_shown(".about-article");
    page.run(
        "document.querySelector('.about-article [name=written]').value = '15 January 2020'",
        &[],
    );
    page.click(".about-article [type=submit]");
    page.wait_words(".history", &["15 January 2020"]);
    page.press("Escape");
    page.choose("#story .date", "Friday");
    page.wait_words("#card", &["10 January 2020"]);
    page.click("#card .close");
    page.choose("#story .date", "2003");
    page.wait_words("#card", &["2003"]);
}

fn the_focus_stays_where_words_are_written_again(page: &Page) {
    begin(page);
    page.wait_until("document.activeElement.id === 'article'");
    form_of(page, "#story .mention", "Qassem Soleimani");
    page.click("[data-mend=not-name]");
    page.wait_gone("#card");
    // Another mark of the block that is written again.
    page.run(
        "const block = [...document.querySelectorAll('#story [data-block]')]
            .find(block => block.textContent.includes('Qassem Soleimani'));
         [...block.querySelectorAll('.mention')].at(-1).focus();",
        &[],
    );
    let at = page.eval_text("document.activeElement.textContent");
    assert!(page.has_focus("#story .mention"));
    page.press("Control+z");
    page.wait_for("#story .mention[data-entity=qassem-soleimani]");
    assert_eq!(page.eval_text("document.activeElement.textContent"), at);
}

fn all_of_it_by_keyboard(page: &Page) {
    begin(page);
    page.run("document.querySelector('#story .mention[data-entity=reuters]').focus()", &[]);
    page.press("Enter");
    page.wait_shown("#card");
    page.wait_until("document.activeElement.id === 'card'");
    page.press("Tab");
    page.wait_until("document.activeElement.matches('[data-mend=open]')");
    page.press("Enter");
    page.wait_until("document.activeElement.matches('.mend [name=name]')");
    page.press("Control+a");
    page.type_text("Reuters agency");
    page.press("Enter");
    page.wait_words("#card-title", &["Reuters agency"]);
    page.press("Escape");
    page.wait_gone("#card");
}

fn a_form_is_done_whole_or_not_at_all(page: &Page) {
    begin(page);
    page.click("#bar [data-panel=when]");
    page.choose("#list-when .event a", "United States invaded Iraq");
    page.wait_shown("#card");
    page.click("#card [data-mend=open]");
    page.wait_for("#card .mend");
    write(page, "headline", "An invasion");
    write(page, "when", "nobody knows");
    page.click("#card .mend .main");
    page.wait_until("document.querySelector('#card .understood').textContent.length > 20");
    assert_eq!(
        page.eval_text("document.querySelector('.mend [name=headline]').value"),
        "An invasion"
    );
    assert_eq!(page.attribute("[data-desk=undo]", "disabled"), Some(String::new()));
    write(page, "when", "March 2003");
    done(page);
    page.wait_words("#card", &["An invasion", "March 2003"]);
}
