//! Where a card stands: a function of measures alone. All lengths in CSS pixels.

/// A box in the viewport's coordinates.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// What there is to stand in.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Room {
    /// Where the free room ends at the right: the viewport, or an open panel.
    pub width: f64,
    /// First free line under what is fixed at the top.
    pub top: f64,
    /// Last free line over what is fixed at the bottom.
    pub bottom: f64,
    /// Left edge of the free column beside the text, if there is one.
    pub beside: Option<f64>,
    /// No card is cut to less than this: it rather covers the name.
    pub least: f64,
}

impl Room {
    /// The greatest height of a card that stands in it.
    pub fn height(&self) -> f64 {
        self.bottom - self.top - 2.0 * EDGE
    }

    /// Left edge of a card of this width at the side farther from the name.
    pub fn aside(&self, trigger: Rect, width: f64) -> f64 {
        let right = (self.width - EDGE - width).floor();
        if trigger.x < self.width / 2.0 { right } else { EDGE.min(right) }
    }
}

/// Distance between a name and its card.
const GAP: f64 = 8.0;
/// Distance kept from the edges.
const EDGE: f64 = 8.0;

/// Where a card stands, and how high it may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Greatest height.
    pub height: f64,
}

/// Of this height a card can be read.
pub const READABLE: f64 = 144.0;

impl Place {
    /// Whether a card of this size covers something of a box.
    pub fn covers(&self, (width, height): (f64, f64), other: Rect) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + width
            && self.y < other.y + other.height
            && other.y < self.y + height.min(self.height)
    }
}

/// The place of a card of this size for a name at `trigger`.
///
/// Beside the text where there is room for all of it, level with the name; else under the name, or over it.
/// Where it fits neither under nor over, it is cut to the larger of the two, so that the name
/// stays in sight. If that is not enough to read, it stands aside, or covers the name where there
/// is no room for that.
pub fn place(trigger: Rect, width: f64, height: f64, room: Room) -> Place {
    let (first, last) = (room.top + EDGE, room.bottom - EDGE);
    if let Some(x) = room.beside.filter(|x| x + width + EDGE <= room.width) {
        let y = (trigger.y - GAP).min(last - height).max(first);
        return Place { x, y, height: (last - y).max(room.least) };
    }
    let x = trigger.x.min(room.width - EDGE - width).max(EDGE);
    let (under, over) = (trigger.y + trigger.height + GAP, trigger.y - GAP);
    let (room_under, room_over) = (last - under, over - first);
    if room_under.max(room_over) < height.min(room.least) {
        let x = room.aside(trigger, width);
        if x >= trigger.x + trigger.width + GAP || x + width + GAP <= trigger.x {
            let y = (trigger.y - GAP).min(last - height).max(first);
            return Place { x, y, height: last - y };
        }
    }
    if height <= room_under || (height > room_over && room_under >= room_over) {
        let limit = room_under.max(room.least);
        Place { x, y: under.min(last - height.min(limit)).max(first), height: limit }
    } else {
        let limit = room_over.max(room.least);
        Place { x, y: (over - height.min(limit)).max(first), height: limit }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ROOM: Room =
        Room { width: 800.0, top: 40.0, bottom: 600.0, beside: None, least: READABLE };

    fn at(trigger: Rect, height: f64, room: Room) -> (f64, f64) {
        let place = place(trigger, 320.0, height, room);
        (place.x, place.y)
    }

    fn name(y: f64) -> Rect {
        Rect { x: 100.0, y, width: 60.0, height: 20.0 }
    }

    #[test]
    fn under_the_name_if_it_fits_else_over_it() {
        assert_eq!(at(name(100.0), 200.0, ROOM), (100.0, 128.0));
        assert_eq!(at(name(500.0), 200.0, ROOM), (100.0, 292.0));
    }

    #[test]
    fn cut_to_the_larger_side_if_it_fits_nowhere() {
        let place = place(name(300.0), 320.0, 400.0, ROOM);
        assert_eq!((place.y, place.height), (328.0, 264.0));
    }

    #[test]
    fn aside_is_where_the_name_is_not() {
        for x in [20.0, 700.0] {
            let trigger = Rect { x, ..name(300.0) };
            let aside = Some(ROOM.aside(trigger, 320.0));
            let place = place(trigger, 320.0, 500.0, Room { beside: aside, ..ROOM });
            assert!(place.x >= x + 60.0 || place.x + 320.0 <= x, "{place:?}");
        }
    }

    #[test]
    fn what_must_not_be_cut_covers_the_name_and_stays_in_the_room() {
        for y in [60.0, 300.0, 560.0] {
            let place = place(name(y), 320.0, 500.0, Room { least: 500.0, ..ROOM });
            assert!(place.height >= 500.0, "{place:?}");
            assert!(place.y >= ROOM.top && place.y + 500.0 <= ROOM.bottom, "{place:?}");
        }
    }

    #[test]
    fn aside_in_a_low_window_unless_the_name_is_too_long() {
        let low = Room { width: 640.0, bottom: 250.0, ..ROOM };
        assert_eq!(at(name(140.0), 200.0, low), (312.0, 48.0));
        let long = Rect { width: 400.0, ..name(140.0) };
        assert_eq!(at(long, 200.0, low).0, 100.0);
    }

    #[test]
    fn beside_the_text_level_with_the_name() {
        let room = Room { beside: Some(700.0), width: 1280.0, ..ROOM };
        assert_eq!(at(name(300.0), 200.0, room), (700.0, 292.0));
    }

    proptest! {
        #[test]
        fn in_the_room_and_off_the_name(
            x in -50.0..850.0, y in 40.0..580.0f64, w in 50.0..400.0, h in 20.0..700.0
        ) {
            let trigger = Rect { x, y, width: 40.0, height: 10.0 };
            let place = place(trigger, w, h, ROOM);
            let height = h.min(place.height);
            prop_assert!(place.x >= 0.0 && place.x + w <= ROOM.width);
            prop_assert!(place.y >= ROOM.top && place.y + height <= ROOM.bottom);
            prop_assert!(place.y >= y + 10.0 || place.y + height <= y);
        }
    }
}
