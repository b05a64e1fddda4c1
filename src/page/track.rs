//! The article's events as the timeline wants them.

use crate::article::order::sorted_by;
use crate::article::{Article, Certainty, Event};
use crate::browser::{dom, measure::Measure};
use crate::timeline::{Index, Item, ScaleKind, Told, item_of};
use crate::view::{Scale, Tenths};
use std::cell::OnceCell;

/// Size of the labels on the timeline, in rem; the style sheet sets the same.
const LABEL_SIZE: f64 = 0.8125;

/// Room around a label's words, in px.
const LABEL_PADDING: f32 = 10.0;

/// The events with their places in time. Event and item have the same place in their lists.
#[derive(Default)]
pub struct Track {
    items: OnceCell<Vec<Item>>,
    indexes: [OnceCell<Index>; 3],
}

impl Track {
    /// The events sorted for this scale; made when first asked for.
    pub fn index(&self, article: &Article, scale: Scale) -> &Index {
        let (place, kind) = match scale {
            Scale::Fit | Scale::Telling => (0, ScaleKind::Fit),
            Scale::True => (1, ScaleKind::True),
            Scale::Order => (2, ScaleKind::Order),
        };
        self.indexes[place].get_or_init(|| Index::new(self.items(article), kind))
    }

    fn items(&self, article: &Article) -> &[Item] {
        self.items.get_or_init(|| {
            let size = Tenths(LABEL_SIZE * dom::rem());
            let measure = Measure::new(&format!("{size}px system-ui, sans-serif"));
            let width = |event: &Event| {
                measure.width(prefix(event.certainty))
                    + measure.width(&event.headline)
                    + LABEL_PADDING
            };
            article.events.iter().map(|event| item_of(event, width(event))).collect()
        })
    }
}

/// What the style sheet writes before a label that is not told as a fact.
fn prefix(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Planned => "> ",
        Certainty::Possible => "? ",
        Certainty::Claimed => "\" ",
        _ => "",
    }
}

/// The events in the order in which the text tells them.
pub fn told(article: &Article) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::new();
    for (item, event) in article.events.iter().enumerate() {
        let passages = event.passages.iter();
        told.extend(passages.map(|passage| Told { item: item as u32, at: passage.start }));
    }
    sorted_by(&told, |told| told.at.into())
}
