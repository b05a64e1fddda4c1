//! Lists of which some things are ticked: who takes part in an event, which words tell it.

use crate::article::fold;
use crate::browser::dom;
use crate::markup::escape::escape;
use crate::page::bind;
use std::fmt::Write;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

/// Something that can be ticked.
pub struct Choice {
    /// What is written down for it; without white space.
    pub value: String,
    /// Its words.
    pub says: String,
    /// Whether it is ticked.
    pub ticked: bool,
}

/// From so many choices on there is a field to find one.
const MANY: usize = 10;

/// Words of the text are shown up to so many scalars.
const LONGEST: usize = 160;

/// Of these lists at least one choice stays ticked.
const NEVER_EMPTY: &str = "passages";

/// A folded list under this name, which says how many are ticked; nothing without choices.
pub fn list(html: &mut String, says: &str, name: &str, choices: &[Choice]) {
    if choices.is_empty() {
        return;
    }
    let ticked: Vec<&str> =
        choices.iter().filter(|choice| choice.ticked).map(|choice| &*choice.value).collect();
    let _ = write!(
        html,
        "<details class=\"ticks\"><summary>{says} <span class=\"count\">{}</span></summary>\
         <fieldset name=\"{name}\" aria-label=\"{says}\" data-was=\"{}\">",
        ticked.len(),
        ticked.join(" ")
    );
    if name == NEVER_EMPTY {
        html.push_str("<p>Select words in the article to add them.</p>");
    }
    finder(html, choices.len());
    // Some browsers stop at what scrolls, beside the stops in it.
    html.push_str("<ul tabindex=\"-1\">");
    for choice in choices {
        item(html, choice, name == NEVER_EMPTY && ticked.len() == 1);
    }
    html.push_str("</ul></fieldset></details>");
}

/// A field that leaves in the list behind it what has its words.
pub fn finder(html: &mut String, count: usize) {
    if count >= MANY {
        html.push_str(
            "<input type=\"text\" data-finder aria-label=\"Find in this list\" \
             placeholder=\"Find\" autocomplete=\"off\">",
        );
    }
}

fn item(html: &mut String, choice: &Choice, stays: bool) {
    let checked = if choice.ticked { " checked" } else { "" };
    let disabled = if stays { " disabled" } else { "" };
    let _ = write!(
        html,
        "<li><label><input type=\"checkbox\" value=\"{}\"{checked}{disabled}> <bdi>{}</bdi></label></li>",
        escape(&choice.value),
        escape(&choice.says)
    );
}

/// Words on one line and not too long.
pub fn shortened(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

/// The values that are ticked, in the order of the list, with a space between; none if it is no
/// list.
pub fn value(field: &Element) -> Option<String> {
    let is_list = field.tag_name().eq_ignore_ascii_case("fieldset");
    is_list.then(|| {
        let values: Vec<String> = ticked(field).map(|tick| tick.value()).collect();
        values.join(" ")
    })
}

fn boxes(list: &Element) -> impl Iterator<Item = HtmlInputElement> {
    dom::all_in(list, "input[type=checkbox]").into_iter().filter_map(|tick| tick.dyn_into().ok())
}

fn ticked(list: &Element) -> impl Iterator<Item = HtmlInputElement> {
    boxes(list).filter(HtmlInputElement::checked)
}

/// Brings all lists to life.
pub fn live() {
    bind::on("change", ".ticks fieldset", |_, list| count(&list));
    bind::on("input", "[data-finder]", |_, field| {
        let Some(list) = field.next_element_sibling() else { return };
        let words = plain(&crate::studio::value_of(&field));
        for item in dom::all_in(&list, "li") {
            let there = plain(&item.text_content().unwrap_or_default()).contains(words.trim());
            dom::attribute(&item, "hidden", (!there).then_some(""));
        }
    });
    // It finds; it does not save the form around it.
    bind::on("keydown", "[data-finder]", |event, _| {
        if event.unchecked_ref::<KeyboardEvent>().key() == "Enter" {
            event.prevent_default();
        }
    });
}

/// Letters in lower case and without marks.
fn plain(words: &str) -> String {
    words.chars().flat_map(|c| fold(c).into_iter().flatten()).collect()
}

/// Says how many are ticked, and keeps the last one where one must stay.
fn count(list: &Element) {
    let last = ticked(list).count();
    if let Ok(Some(head)) = list.closest("details")
        && let Ok(Some(number)) = head.query_selector(".count")
    {
        number.set_text_content(Some(&last.to_string()));
    }
    if list.get_attribute("name").as_deref() == Some(NEVER_EMPTY) {
        boxes(list).for_each(|tick| tick.set_disabled(last == 1 && tick.checked()));
    }
}

/// Adds a choice to a list, before the first one whose value is so, or ticks it if it is there; it
/// gets the focus.
pub fn add(list: &Element, choice: &Choice, before: impl Fn(&str) -> bool) {
    if let Ok(Some(details)) = list.closest("details") {
        dom::attribute(&details, "open", Some(""));
    }
    let known = boxes(list).find(|tick| tick.value() == choice.value);
    let tick = known.or_else(|| {
        let mut html = String::new();
        item(&mut html, choice, false);
        let next = boxes(list).find(|tick| before(&tick.value()));
        let next = next.and_then(|tick| tick.closest("li").ok().flatten());
        let _ = match next {
            Some(next) => next.insert_adjacent_html("beforebegin", &html),
            None => list.query_selector("ul").ok()??.insert_adjacent_html("beforeend", &html),
        };
        boxes(list).find(|tick| tick.value() == choice.value)
    });
    if let Some(tick) = tick {
        tick.set_checked(true);
        count(list);
        let _ = tick.focus();
    }
}
