//! Short ways to the document.

use crate::view::place::Rect;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

/// The window. A page without one cannot run this program.
pub fn window() -> Window {
    web_sys::window().expect("runs in a page")
}

/// The document.
pub fn document() -> Document {
    window().document().expect("a window has a document")
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The first element that matches.
pub fn by_selector(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// The root element.
pub fn root() -> Option<HtmlElement> {
    document().document_element()?.dyn_into().ok()
}

/// All elements that match, in document order.
pub fn all(selector: &str) -> Vec<Element> {
    document().query_selector_all(selector).map(elements).unwrap_or_default()
}

/// All elements among the page's controls that match; does not look through the article and
/// its lists.
pub fn controls(selector: &str) -> Vec<Element> {
    let rooms = ["bar", "desk", "panel", "explorer"].into_iter().filter_map(by_id);
    rooms.filter_map(|room| room.query_selector_all(selector).ok()).flat_map(elements).collect()
}

/// All elements inside another one that match.
#[cfg(feature = "studio")]
pub fn all_in(element: &Element, selector: &str) -> Vec<Element> {
    element.query_selector_all(selector).map(elements).unwrap_or_default()
}

fn elements(list: web_sys::NodeList) -> Vec<Element> {
    (0..list.length()).filter_map(|n| list.item(n)?.dyn_into().ok()).collect()
}

/// The nearest element around the event's target that matches.
pub fn closest(event: &web_sys::Event, selector: &str) -> Option<HtmlElement> {
    let target = event.target()?;
    let element = target.dyn_ref::<Element>()?;
    element.closest(selector).ok()??.dyn_into().ok()
}

/// Gives the keyboard's focus to an element; the page stays where it is.
pub fn focus(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Sets a style property. Style attributes in markup are forbidden by the page's policy;
/// this way is not.
pub fn style(element: &HtmlElement, property: &str, value: &str) {
    let _ = element.style().set_property(property, value);
}

/// Sets or takes away an attribute.
pub fn attribute(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Gives or takes away a class.
pub fn set_class(element: &Element, class: &str, is: bool) {
    let _ = element.class_list().toggle_with_force(class, is);
}

/// Whether a media query matches now.
pub fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|m| m.matches())
}

/// Width of the viewport without its scroll bar, and its height, in CSS pixels.
pub fn viewport() -> (f64, f64) {
    let height = window().inner_height().ok().and_then(|v| v.as_f64()).unwrap_or_default();
    (root().map_or(0.0, |root| f64::from(root.client_width())), height)
}

/// The size of the page's type that all measures follow (1rem), in CSS pixels: a reader may have
/// asked the browser for larger type.
pub fn rem() -> f64 {
    let style = root().and_then(|root| window().get_computed_style(&root).ok()?);
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    let size = js_sys::Number::parse_float(&size.unwrap_or_default());
    if size > 0.0 { size } else { 16.0 }
}

/// Where an element stands in the viewport.
pub fn rect(element: &Element) -> Rect {
    from_dom(&element.get_bounding_client_rect())
}

/// Of an element whose words are wrapped, the line nearest to this point.
pub fn rect_near(element: &Element, y: f64) -> Rect {
    let rects = element.get_client_rects();
    let mut best = rect(element);
    let mut least = f64::MAX;
    for n in 0..rects.length() {
        if let Some(line) = rects.get(n) {
            let away = (line.top() + line.height() / 2.0 - y).abs();
            if away < least {
                (least, best) = (away, from_dom(&line));
            }
        }
    }
    best
}

/// The same measures in our own type.
pub fn from_dom(r: &web_sys::DomRect) -> Rect {
    Rect { x: r.x(), y: r.y(), width: r.width(), height: r.height() }
}

/// Says that the interactive parts are off, and why to the console. The article and the lists
/// stay.
pub fn fail(reason: &str) {
    web_sys::console::error_1(&reason.into());
    super::later::lists();
    if let Some(notice) = by_id("off-notice") {
        let _ = notice.remove_attribute("hidden");
    }
    if let Some(root) = root() {
        attribute(&root, "data-off", Some(""));
    }
}
