//! An event's place in time, from what the article says of it.

use super::{Item, Shape};
use crate::article::{Certainty, Event};
use crate::time::{self, Edtf};

/// The event as an item with a label of this width, in px.
///
/// A date of any precision is a moment, an interval a stretch; an event without a date stands
/// in the interval that the text allows. What happened and is told often weighs most; events
/// about the article itself weigh least.
pub fn item_of(event: &Event, label_width: f32) -> Item {
    let date = |text: &Option<String>| text.as_deref().and_then(|text| time::parse(text).ok());
    let (date, shape) = match (date(&event.when), date(&event.within)) {
        (Some(when @ Edtf::Interval(..)), _) => (Some(when), Shape::Stretch),
        (Some(when), _) => (Some(when), Shape::Moment),
        (None, within) => (within, Shape::Undated),
    };
    let bounds = date.map(|date| date.bounds()).unwrap_or_default();
    let told_as_fact = matches!(event.certainty, Certainty::Reported | Certainty::Historical);
    let weight = if event.document { 0 } else { event.passages.len().min(9) * 2 };
    Item {
        start: bounds.start,
        end: bounds.end,
        shape,
        label_width,
        weight: weight as u8 + u8::from(told_as_fact),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dated(when: Option<&str>, within: Option<&str>) -> Item {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        item_of(&Event { when: owned(when), within: owned(within), ..Event::default() }, 10.0)
    }

    #[test]
    fn what_the_article_says_decides_the_shape() {
        assert_eq!(dated(Some("2003"), None).shape, Shape::Moment);
        assert_eq!(dated(Some("2003/2005"), None).shape, Shape::Stretch);
        let open = dated(None, Some("../2020-01-03"));
        assert_eq!((open.shape, open.start), (Shape::Undated, None));
        assert!(open.end.is_some());
        let unknown = dated(None, None);
        assert_eq!((unknown.start, unknown.end), (None, None));
    }
}
