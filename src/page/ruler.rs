//! A strip of the whole article at the edge of the page that shows where the focused thing
//! is mentioned, like an editor's overview ruler.

use super::explorer::Explorer;
use super::{bind, painting};
use crate::article::Span;
use crate::browser::dom;
use wasm_bindgen::JsCast;
use web_sys::MouseEvent;

/// Units of the strip's own measure from the first to the last word of the article.
const HEIGHT: u64 = 1000;

/// Brings the strip to life.
pub fn live(explorer: Explorer) {
    let spans = move || explorer.view.with(|view| painting::places(explorer, view));
    bind::hide("#ruler", move || spans().is_empty());
    bind::set("#ruler path", "d", move || Some(strokes(explorer, &spans())));
    bind::on("click", "#ruler", move |event, strip| {
        let rect = dom::rect(&strip);
        let y = f64::from(event.unchecked_ref::<MouseEvent>().client_y());
        let share = (y - rect.y) / rect.height.max(1.0);
        let wanted = (share * f64::from(explorer.model().text.len())) as u32;
        let nearest = spans().into_iter().min_by_key(|s| s.start.abs_diff(wanted));
        if let Some(span) = nearest {
            explorer.jump(span);
        }
    });
}

fn strokes(explorer: Explorer, spans: &[Span]) -> String {
    let length = u64::from(explorer.model().text.len().max(1));
    let mut path = String::new();
    for span in spans {
        let y = u64::from(span.start) * HEIGHT / length;
        path.push_str(&format!("M0 {y}h10"));
    }
    path
}
