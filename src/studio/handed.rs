//! Articles that another page hands over: a bookmarklet there opens this page and sends it that
//! page's own text, from window to window. Nothing is read before the reader has agreed.

use super::desk::{Desk, Showing};
use super::opening::Opening;
use crate::browser::{dom, events, history};
use crate::markup::escape::{escape, safe_address};
use crate::page::bind;
use crate::page::signal::Signal;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, MessageEvent, Window};

const SCRIPT: &str = include_str!("../browser/bookmarklet.js");
/// What stands in the address of a page that was opened so.
const HANDED: &str = "handed";
/// What this page says to the one that opened it, when it is ready.
const READY: &str = "dateline";

/// What was handed over.
#[derive(Clone)]
struct Handed {
    /// The origin, as the browser says it: the sender cannot choose it.
    from: String,
    /// The page's HTML.
    html: String,
    /// Its address, as it says itself.
    address: String,
}

/// Brings the bookmarklet and its other end to life.
pub fn live(desk: Desk, opening: Rc<Opening>) {
    if !history::from_site() {
        return bind::each(".bookmarklet", |line| dom::attribute(line, "hidden", Some("")));
    }
    let script = SCRIPT.trim().replace("{{page}}", &history::page());
    bind::each("[data-start=bookmarklet]", |link| dom::attribute(link, "href", Some(&script)));
    // Pressed here it would hand over this page.
    bind::on("click", "[data-start=bookmarklet]", move |event, _| {
        event.prevent_default();
        desk.explorer.say("Drag it to your bookmarks, and press it there on any article.");
    });
    let handed: Signal<Option<Handed>> = Signal::new(None);
    bind::hide("#start .handed", move || handed.with(Option::is_none));
    bind::write("#start .handed-from", move || {
        handed.with(|handed| handed.as_ref().map(|handed| handed.from.clone()).unwrap_or_default())
    });
    bind::press("[data-start=take]", move || {
        if let Some(page) = handed.get_untracked() {
            handed.set(None);
            opening.open("handed.html", with_address(&page).as_bytes());
        }
    });
    bind::press("[data-start=leave]", move || handed.set(None));
    let Some(opener) = opener().filter(|_| history::query(HANDED).is_some()) else { return };
    history::turn("", "", false);
    let from = opener.clone();
    let took = Cell::new(false);
    events::listen(&dom::window(), "message", move |event: MessageEvent| {
        let sender: JsValue = event.source().map(Into::into).unwrap_or_default();
        let text = |key: &str| js_sys::Reflect::get(&event.data(), &key.into()).ok()?.as_string();
        if sender != JsValue::from(from.clone()) {
            return;
        }
        // Once, and not over an article that is being read.
        if took.get() || desk.has_article() {
            return;
        }
        if let Some(html) = text("dateline") {
            took.set(true);
            let address = text("address").unwrap_or_default();
            handed.set(Some(Handed { from: event.origin(), html, address }));
            desk.showing.set(Showing::Start);
            if let Some(button) = dom::by_selector("[data-start=take]")
                && let Some(button) = button.dyn_ref::<HtmlElement>()
            {
                let _ = button.focus();
            }
        }
    });
    // To whomever opened this page; it holds nothing.
    let _ = opener.post_message(&READY.into(), "*");
}

fn opener() -> Option<Window> {
    // A window of another page is no `Window` of this one's.
    let opener = dom::window().opener().ok()?;
    opener.is_object().then(|| opener.unchecked_into())
}

/// The page with its address behind it, for pages that do not say it themselves. It counts only
/// if it is of the origin that the browser names.
fn with_address(page: &Handed) -> String {
    let own = safe_address(&page.address).filter(|address| {
        address.strip_prefix(&page.from).is_some_and(|rest| rest.starts_with('/'))
    });
    match own {
        Some(address) => {
            format!("{}<link rel=\"canonical\" href=\"{}\">", page.html, escape(address))
        }
        None => page.html.clone(),
    }
}
