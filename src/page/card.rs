//! The card: an entry of the page's lists, shown where it is wanted.

mod standing;

pub use standing::{SMALL, put};

use super::bind;
use super::explorer::{Explorer, Shown, Subject};
#[cfg(feature = "studio")]
use super::stage::entry;
use crate::article::Span;
#[cfg(not(feature = "studio"))]
use crate::browser::later;
use crate::browser::{dom, events};
use crate::markup::escape::escape;
use crate::view::{Action, ViewState, to_fragment};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The card's class while a form stands on it.
#[cfg(feature = "studio")]
pub const MENDED: &str = "mended";

/// Brings the card to life.
pub fn live(explorer: Explorer) {
    let id = move || explorer.card.with(|c| c.as_ref().and_then(thing).map(str::to_owned));
    let before = RefCell::new(None);
    let marked = RefCell::new(None);
    bind::watch(move || {
        let shown = explorer.card.get();
        if let Some(card) = dom::by_id("card") {
            let pinned = shown.as_ref().is_some_and(|c| c.pinned);
            dom::set_class(&card, "pinned", pinned);
            dom::attribute(&card, "hidden", shown.is_none().then_some(""));
        }
        let subject = shown.as_ref().map(|shown| shown.subject.clone());
        if let Some(shown) = shown.as_ref().filter(|_| *before.borrow() != subject) {
            fill(explorer, shown);
        }
        before.replace(subject);
        mark_trigger(&marked, explorer.trigger.get_untracked().filter(|_| shown.is_some()));
        if let Some(shown) = shown {
            foot(explorer, &shown);
            put(explorer);
        }
    });
    let room = Cell::new(None);
    bind::watch(move || {
        let now = explorer.view.with(|view| (view.panel, view.scale));
        if room.replace(Some(now)) != Some(now) && explorer.card.with_untracked(Option::is_some) {
            events::next_frame(move || put(explorer));
        }
    });
    bind::state("[data-card=only]", "aria-pressed", move || {
        let id = id();
        explorer.view.with(|view| id.is_some_and(|id| view.only.iter().any(|o| **o == *id)))
    });
    bind::press("#card .close", move || explorer.close_card());
    bind::press("[data-place=last]", move || step(explorer, -1));
    bind::press("[data-place=next]", move || step(explorer, 1));
    bind::press("[data-card=only]", move || toggle_only(explorer));
    bind::press("[data-card=quotation]", move || copy_quote(explorer));
    bind::press("[data-card=link]", move || copy_link(explorer));
}

/// What can be done with the thing on the card.
fn foot(explorer: Explorer, shown: &Shown) {
    let id = thing(shown);
    let count = id.map_or(0, |id| explorer.model().passages(id).len());
    let quoted = id.is_some_and(|id| is_quote(explorer, id));
    for (part, hidden) in
        [(".card-foot", id.is_none()), (".steps", count < 2), ("[data-card=quotation]", !quoted)]
    {
        bind::each(part, |part| dom::attribute(part, "hidden", hidden.then_some("")));
    }
    let place = format!("{} of {count}", shown.at + 1);
    bind::each("#card .place", |element| element.set_text_content(Some(&place)));
}

fn thing(shown: &Shown) -> Option<&str> {
    match &shown.subject {
        Subject::Thing(id) => Some(id),
        Subject::Cluster(_) => None,
    }
}

fn current(explorer: Explorer) -> Option<String> {
    explorer.card.with_untracked(|c| c.as_ref().and_then(thing).map(str::to_owned))
}

fn is_quote(explorer: Explorer, id: &str) -> bool {
    matches!(explorer.model().index.thing(id), Some(crate::article::Thing::Quote(_)))
}

/// The entry of a thing among the page's lists.
#[cfg(not(feature = "studio"))]
fn entry(id: &str) -> Option<HtmlElement> {
    if dom::by_id(id).is_none() {
        later::lists();
    }
    dom::by_id(id).filter(|e| e.class_list().contains("entry"))
}

fn title_of(explorer: Explorer, shown: &Shown, entry: Option<&HtmlElement>) -> String {
    match &shown.subject {
        Subject::Thing(id) => entry
            .and_then(|e| e.query_selector("h4, h3").ok()?)
            .and_then(|h| h.text_content())
            .unwrap_or_else(|| explorer.model().name(id)),
        Subject::Cluster(ids) => format!("{} events", ids.len()),
    }
}

fn fill(explorer: Explorer, shown: &Shown) {
    let entry = thing(shown).and_then(entry);
    let title = title_of(explorer, shown, entry.as_ref());
    bind::each("#card-title bdi", |name| name.set_text_content(Some(&title)));
    let Some(inside) = dom::by_selector("#card .inside") else { return };
    inside.set_text_content(None);
    match &shown.subject {
        Subject::Thing(_) => {
            let Some(entry) = entry else { return };
            let children = entry.children();
            for child in (0..children.length()).filter_map(|n| children.item(n)) {
                if !matches!(child.tag_name().as_str(), "H4" | "H3")
                    && let Ok(copy) = child.clone_node_with_deep(true)
                {
                    let _ = inside.append_child(&copy);
                }
            }
            if let Some(link) = own_link(explorer) {
                let _ = inside.insert_adjacent_html("beforeend", &link);
            }
        }
        Subject::Cluster(ids) => {
            let model = explorer.model();
            let mut html = String::from("<ul class=\"events\">");
            for id in ids {
                let name = escape(&model.name(id));
                html.push_str(&format!("<li><a href=\"#{}\">{name}</a></li>", escape(id)));
            }
            html.push_str("</ul>");
            inside.set_inner_html(&html);
        }
    }
    bind::each("#card,#card .inside", |part| part.set_scroll_top(0));
    #[cfg(feature = "studio")]
    bind::each("#card", |card| dom::set_class(card, MENDED, false));
}

/// Shows the card's thing again as it is now; a card of something that is gone is closed.
#[cfg(feature = "studio")]
pub fn refill(explorer: Explorer) {
    let Some(shown) = explorer.card.get_untracked() else { return };
    if thing(&shown).is_some_and(|id| !explorer.model().knows(id)) {
        return explorer.close_card();
    }
    fill(explorer, &shown);
    explorer.card.set(Some(shown));
}

/// Where the article's own link leads that the pressed words stand in.
fn own_link(explorer: Explorer) -> Option<String> {
    let address = explorer.trigger.get_untracked()?.get_attribute("data-address")?;
    let address = escape(crate::markup::escape::safe_address(&address)?);
    Some(format!(
        "<p class=\"outward\"><b>The article links here</b> \
         <a rel=\"noopener noreferrer external\" href=\"{address}\">{address}</a></p>"
    ))
}

/// Tells assistive technology what the card hangs on, and the eye where its quotation ends.
fn mark_trigger(marked: &RefCell<Option<HtmlElement>>, trigger: Option<HtmlElement>) {
    let mark = |trigger: &HtmlElement, is: bool| {
        dom::attribute(trigger, "aria-details", is.then_some("card"));
        dom::attribute(trigger, "aria-expanded", is.then_some("true"));
        if let Ok(Some(quote)) = trigger.closest(".opening") {
            quote.parent_element().iter().for_each(|quote| dom::set_class(quote, "lit", is));
        }
    };
    if let Some(old) = marked.replace(trigger.clone()) {
        mark(&old, false);
    }
    if let Some(trigger) = trigger {
        mark(&trigger, true);
    }
}

/// To the thing's next or previous passage.
fn step(explorer: Explorer, by: isize) {
    let Some(id) = current(explorer) else { return };
    let passages = explorer.model().passages(&id);
    let Some(shown) = explorer.card.get_untracked().filter(|_| !passages.is_empty()) else {
        return;
    };
    let at = (shown.at as isize + by).rem_euclid(passages.len() as isize) as usize;
    go(explorer, shown, at, passages[at]);
}

/// To this passage of the card's thing; the card comes along.
fn go(explorer: Explorer, shown: Shown, at: usize, passage: Span) {
    explorer.trigger.set_untracked(None);
    explorer.jump(passage);
    explorer.card.set(Some(Shown { at, ..shown }));
}

/// To the passage of the card's thing that a link on the card leads to, if it is such a link.
pub fn go_along(explorer: Explorer, link: &Element, offset: u32) -> bool {
    let Some(id) = current(explorer).filter(|_| holds(link)) else { return false };
    let passages = explorer.model().passages(&id);
    let at = passages.iter().position(|passage| passage.start <= offset && offset < passage.end);
    let (Some(at), Some(shown)) = (at, explorer.card.get_untracked()) else { return false };
    go(explorer, shown, at, passages[at]);
    true
}

fn toggle_only(explorer: Explorer) {
    if let Some(id) = current(explorer).and_then(|id| crate::article::Id::new(id).ok()) {
        explorer.act(Action::ToggleOnly(id));
    }
}

fn copy_quote(explorer: Explorer) {
    let model = explorer.model();
    if let Some(span) = current(explorer).and_then(|id| model.passages(&id).first().copied()) {
        explorer.copy(&super::citation::quotation(&model, span), "Quotation");
    }
}

fn copy_link(explorer: Explorer) {
    let Some(id) = current(explorer).and_then(|id| crate::article::Id::new(id).ok()) else {
        return;
    };
    let view = ViewState { focus: Some(id), ..explorer.view.get_untracked() };
    super::share::offer(explorer, &to_fragment(&view));
}

/// Moves the keyboard's focus into the card, once it stands.
pub fn enter() {
    bind::enter("card");
}

/// Whether an element stands in the card.
pub fn holds(element: &Element) -> bool {
    dom::by_id("card").is_some_and(|card| card.contains(Some(element.unchecked_ref())))
}
