//! One delegated listener for each sort of event: cost does not grow with the article.

mod hovering;
mod selecting;

use super::card;
use super::explorer::{Explorer, Shown, Subject, Window};
use super::{press, reading};
use crate::article::Span;
use crate::browser::{dom, events, history, later};
use crate::view::{Action, Panel, check, parse, to_fragment};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent};

/// What in the text has a card.
const MARKS: &str = ".mention,.date,.figure,.opening";

/// Where the page tells how the reading date was found.
const READING_DATE: &str = "reading-date";

thread_local! {
    /// Whether the last thing pressed was a key. Browsers do not agree how a click says so.
    static BY_KEYBOARD: Cell<bool> = const { Cell::new(false) };
}

/// Listens from now on.
pub fn attach(explorer: Explorer) {
    clicks(explorer);
    keys(explorer);
    hovering::attach(explorer);
    selecting::attach(explorer);
    press::watch();
    events::listen(&dom::window(), "popstate", move |_: Event| {
        if explorer.on_sheet() {
            explorer.window.set(None);
        }
        follow_link(explorer);
    });
    events::listen(&dom::window(), "hashchange", move |_: Event| follow_link(explorer));
    events::listen(&dom::window(), "resize", move |_: Event| {
        if explorer.card.with_untracked(Option::is_some) {
            card::put(explorer);
        }
    });
}

/// Shows what the address bar asks for.
pub fn follow_link(explorer: Explorer) {
    let model = explorer.model();
    let fragment = history::fragment();
    if fragment == to_fragment(&explorer.view.get_untracked()) {
        return;
    }
    if let Some(element) = section_of_page(&fragment) {
        return show_section(explorer, &element);
    }
    if dom::by_id(&fragment).is_some_and(|element| !element.class_list().contains("entry")) {
        return;
    }
    let (view, mut problems) = parse(&fragment);
    problems.extend(check(&view, |id| model.knows(id)));
    let before = explorer.view.get_untracked();
    explorer.act(Action::Restore(Box::new(view.clone())));
    explorer.say(problems.first().map(ToString::to_string).unwrap_or_default());
    if let Some(passage) = view.text.as_ref().filter(|_| before.text != view.text) {
        super::passage::show(explorer, passage);
    }
    if before.find != view.find {
        explorer.window.set((!view.find.is_empty()).then_some(Window::Find));
    }
    match view.focus.as_ref().filter(|id| model.knows(id)) {
        Some(id) if before.focus.as_ref() != Some(id) => {
            explorer.trigger.set_untracked(None);
            // A passage in the same link is what it points at.
            if view.text.is_none()
                && let Some(span) = model.passages(id).first()
            {
                reading::scroll_to(&model, *span);
            }
            let subject = Subject::Thing(id.to_string());
            explorer.card.set(Some(Shown { subject, pinned: true, at: 0 }));
        }
        Some(_) => {}
        None => {
            if view.text.is_none() {
                reading::unmark();
            }
            explorer.card.set(None);
        }
    }
}

/// An element of the page's own (a paragraph, the reading date) that a fragment names.
fn section_of_page(fragment: &str) -> Option<HtmlElement> {
    if fragment == READING_DATE {
        later::lists();
    }
    let element = dom::by_id(fragment)?;
    let own = element.has_attribute("data-block") || fragment == READING_DATE;
    own.then_some(element)
}

fn show_section(explorer: Explorer, element: &HtmlElement) {
    if element.closest("#list-when").ok().flatten().is_some() {
        explorer.act(Action::OpenPanel(Panel::When));
    }
    let element = element.clone();
    events::next_frame(move || element.scroll_into_view());
}

fn clicks(explorer: Explorer) {
    events::listen_first(&dom::window(), "keydown", |_: KeyboardEvent| BY_KEYBOARD.set(true));
    events::listen_first(&dom::window(), "pointerdown", |_: PointerEvent| BY_KEYBOARD.set(false));
    events::listen(&dom::document(), "click", move |event: MouseEvent| {
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if plain {
            click(explorer, &event);
        }
    });
}

fn click(explorer: Explorer, event: &MouseEvent) {
    let Some(link) = dom::closest(event, "a[href^='#']") else {
        if let Some(quote) = dom::closest(event, "#article .quote")
            && nothing_selected()
        {
            let opening = quote.query_selector(".opening").ok().flatten();
            let trigger = opening.and_then(|o| o.dyn_into().ok());
            return explorer.press(&data(&quote, "quote"), trigger);
        }
        if !nothing_selected() {
            return;
        }
        let inside = dom::closest(
            event,
            "#card,#bar,#desk,#band,#sheet,#reference,.selection,.quiet,#ruler",
        );
        if inside.is_none() {
            explorer.close_card();
            explorer.close_window();
            explorer.act(Action::ClearPassage);
            reading::unmark();
        }
        return;
    };
    let target = link.get_attribute("href").unwrap_or_default();
    let id = target.trim_start_matches('#').to_owned();
    let model = explorer.model();
    event.prevent_default();
    if link.class_list().contains("skip") {
        if let Some(story) = dom::by_id(&id) {
            story.scroll_into_view();
            let _ = story.focus();
        }
        return;
    }
    reading::pointer_at(f64::from(event.client_y()));
    let by_keyboard = by_keyboard();
    if link.matches(MARKS).unwrap_or(false) {
        explorer.press(&id, Some(link));
        if by_keyboard {
            card::enter();
        }
    } else if let Some(at) = link.get_attribute("data-at").and_then(|at| at.parse().ok()) {
        if card::go_along(explorer, &link, at) {
            return;
        }
        let sentence =
            model.index.sentences_in(&model.article, Span::new(at, at + 1)).first().copied();
        explorer.jump(sentence.unwrap_or(Span::new(at, at + 1)));
    } else if let Some(section) = section_of_page(&id) {
        show_section(explorer, &section);
    } else if model.index.entity(&id).is_some() {
        // Among the names of a card or list the reader stays where he is.
        let trigger =
            if card::holds(&link) { explorer.trigger.get_untracked() } else { Some(link) };
        explorer.press(&id, trigger);
        if by_keyboard {
            card::enter();
        }
    } else {
        explorer.go(&id);
        if by_keyboard {
            card::enter();
        }
    }
}

/// Whether the last thing pressed was a key.
pub fn by_keyboard() -> bool {
    BY_KEYBOARD.get()
}

/// Whether no words are selected.
pub fn nothing_selected() -> bool {
    dom::window().get_selection().ok().flatten().is_none_or(|s| s.is_collapsed())
}

fn data(element: &Element, name: &str) -> String {
    element.get_attribute(&format!("data-{name}")).unwrap_or_default()
}

fn keys(explorer: Explorer) {
    events::listen(&dom::document(), "keydown", move |event: KeyboardEvent| {
        if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let typing =
            dom::closest(&event, "input:not([type=checkbox]),textarea,select,[contenteditable]")
                .is_some();
        match event.key().as_str() {
            "Escape" => escape(explorer),
            " " => {
                if let Some(mark) = dom::closest(&event, &format!("#article :is({MARKS})")) {
                    event.prevent_default();
                    mark.click();
                }
            }
            "/" if !typing && explorer.settings.get_untracked().keys => {
                event.prevent_default();
                explorer.window.set(Some(Window::Find));
            }
            "?" if !typing && explorer.settings.get_untracked().keys => {
                event.prevent_default();
                explorer.toggle_window(Window::Help);
            }
            _ => {}
        }
    });
}

/// Closes the topmost of what is open.
fn escape(explorer: Explorer) {
    let view = explorer.view.get_untracked();
    let in_window = !dom::controls(".window :focus").is_empty();
    if !in_window && explorer.card.with_untracked(Option::is_some) {
        explorer.close_card();
    } else if explorer.window.get_untracked().is_some() {
        super::bar::close_window(explorer);
    } else if view.panel.is_some() {
        super::bar::close_panel(explorer);
    } else if !view.only.is_empty() {
        explorer.act(Action::ClearOnly);
    }
    explorer.act(Action::ClearPassage);
    reading::unmark();
}
