//! The whole story as a small axis, with a dot for each event of one entity.

use crate::article::{Article, Event};
use crate::timeline::{Index, Projection, ScaleKind, item_of};

/// Units of the axis's own measure from its first to its last event.
const WIDTH: f64 = 600.0;

/// The axis of an article's events, with long gaps cut as on the timeline.
pub struct Axis(Index);

impl Axis {
    /// Sorts the events.
    pub fn new(article: &Article) -> Self {
        let items: Vec<_> = article.events.iter().map(|event| item_of(event, 0.0)).collect();
        Self(Index::new(&items, ScaleKind::Fit))
    }

    /// A picture with a dot for each of these events that has a date; nothing for none.
    pub fn dots(&self, events: &[&Event]) -> String {
        let view = Projection::new(&self.0, None, WIDTH);
        let mut path = String::new();
        for event in events.iter().filter(|event| event.when.is_some()) {
            if let Some(start) = item_of(event, 0.0).start {
                path.push_str(&format!("M{} 6h0", view.x(start as f64).round()));
            }
        }
        if path.is_empty() {
            return path;
        }
        format!(
            "<svg class=\"axis\" viewBox=\"0 0 {WIDTH} 12\" aria-hidden=\"true\">\
             <path class=\"line\" d=\"M0 6h{WIDTH}\"/><path class=\"dots\" d=\"{path}\"/></svg>"
        )
    }
}
