//! A strip of the whole article at the edge of the page that shows where the focused thing
//! is mentioned, like an editor's overview ruler.

use super::explorer::Explorer;
use super::painting;
use crate::browser::dom;
use leptos::prelude::*;

/// Units of the strip's own measure from the first to the last word of the article.
const HEIGHT: u64 = 1000;

/// The strip. What it shows is told in words on the card; for the pointer it is a way there.
#[component]
pub fn Ruler(
    /// The page.
    explorer: Explorer,
) -> impl IntoView {
    let spans = Memo::new(move |_| explorer.view.with(|view| painting::places(explorer, view)));
    let strokes = move || {
        let length = u64::from(explorer.model().text.len().max(1));
        spans.with(|spans| {
            let mut path = String::new();
            for span in spans {
                let y = u64::from(span.start) * HEIGHT / length;
                path.push_str(&format!("M0 {y}h10"));
            }
            path
        })
    };
    let go = move |event: leptos::ev::MouseEvent| {
        let Some(strip) = dom::by_id("ruler") else { return };
        let rect = dom::rect(&strip);
        let share = (f64::from(event.client_y()) - rect.y) / rect.height.max(1.0);
        let wanted = (share * f64::from(explorer.model().text.len())) as u32;
        let nearest =
            spans.with_untracked(|s| s.iter().min_by_key(|s| s.start.abs_diff(wanted)).copied());
        if let Some(span) = nearest {
            explorer.jump(span);
        }
    };
    view! {
        <div id="ruler" aria-hidden="true" hidden=move || spans.with(Vec::is_empty) on:click=go>
            <svg viewBox="0 0 10 1000" preserveAspectRatio="none">
                <path d=strokes></path>
            </svg>
        </div>
    }
}
