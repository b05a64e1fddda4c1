//! The list of kept articles as markup, and the focus in it.

use crate::browser::{clock, dom, events};
use crate::library::{Entry, ago};
use crate::markup::escape::escape;
use crate::studio::focus;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// The list; in the row with the key `renamed` the title can be written.
pub fn html(entries: &[Entry], renamed: &str) -> String {
    let (now, behind) = (clock::now(), clock::behind());
    entries.iter().map(|entry| row(entry, entry.key == renamed, now, behind)).collect()
}

/// Writes the list; what has the focus in it has it afterwards too.
pub fn put(rows: &str) {
    let Some(list) = dom::by_selector(".kept-articles") else { return };
    let active = dom::document().active_element().filter(|active| list.contains(Some(active)));
    let active = active.and_then(|active| active.dyn_into::<HtmlElement>().ok());
    let was = active.map(|active| match active.get_attribute("data-library") {
        Some(what) => in_row(&key(&active), &format!("[data-library={what}]")),
        None => in_row(&key(&active), ".title"),
    });
    list.set_inner_html(rows);
    match was {
        Some(was) if dom::by_selector(&was).is_some() => focus(&was),
        // Its row is gone: the way to bring it back has the focus, once it is shown.
        Some(_) => events::next_frame(|| focus("[data-library=undelete]")),
        None => {}
    }
}

/// What matches in the row of an article. Keys are letters, digits and hyphens.
pub fn in_row(key: &str, selector: &str) -> String {
    format!(".kept-articles [data-key=\"{key}\"] {selector}")
}

/// One line of the list.
fn row(entry: &Entry, renamed: bool, now: u64, behind: i32) -> String {
    let (key, title) = (escape(&entry.key), escape(&entry.title));
    let head = if renamed {
        format!(
            "<form class=\"rename\"><input type=\"text\" value=\"{title}\" aria-label=\"Title\" \
             autocomplete=\"off\"><button type=\"submit\">Set</button>\
             <button type=\"button\" data-library=\"leave\">Cancel</button></form>"
        )
    } else {
        format!("<a class=\"title\" href=\"?kept={key}\"><bdi>{title}</bdi></a>")
    };
    let day = entry.day.as_deref().map(crate::time::in_words);
    let facts = [entry.by.clone(), entry.site.clone(), day, Some(count(entry.words))];
    let facts: Vec<String> = facts.into_iter().flatten().map(|fact| escape(&fact)).collect();
    let ago = ago(entry.changed, now, behind);
    format!(
        "<li data-key=\"{key}\">{head}<p class=\"facts\">{} · changed {ago}</p>\
         <p class=\"row-ways\">\
         <button type=\"button\" data-library=\"rename\" aria-label=\"Rename “{title}”\">Rename</button>\
         <button type=\"button\" data-library=\"delete\" aria-label=\"Delete “{title}”\">Delete</button>\
         </p></li>",
        facts.join(" · ")
    )
}

/// "1,424 words".
fn count(words: u32) -> String {
    match words {
        1 => "1 word".to_owned(),
        0..1000 => format!("{words} words"),
        _ => format!("{},{:03} words", words / 1000, words % 1000),
    }
}

/// The key of the row around an element.
pub fn key(element: &HtmlElement) -> String {
    let row = element.closest("[data-key]").ok().flatten();
    row.and_then(|row| row.get_attribute("data-key")).unwrap_or_default()
}

/// The field in which a title is written.
pub fn rename_field() -> Option<HtmlInputElement> {
    dom::by_selector(".rename input")?.dyn_into().ok()
}
