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
    /// Width of the viewport.
    pub width: f64,
    /// First free line under what is fixed at the top.
    pub top: f64,
    /// Last free line over what is fixed at the bottom.
    pub bottom: f64,
    /// Left edge of the free column beside the text, if there is one.
    pub beside: Option<f64>,
}

/// Distance between a name and its card.
const GAP: f64 = 8.0;
/// Distance kept from the edges.
const EDGE: f64 = 8.0;

/// The upper left corner of a card of this size for a name at `trigger`.
///
/// Beside the text where there is room, level with the name; else under the name, or over it
/// where under it there is less room. Always inside the room as far as it fits.
pub fn place(trigger: Rect, width: f64, height: f64, room: Room) -> (f64, f64) {
    let lowest = (room.bottom - EDGE - height).max(room.top + EDGE);
    if let Some(x) = room.beside {
        return (x, (trigger.y - GAP).clamp(room.top + EDGE, lowest));
    }
    let x = trigger.x.min(room.width - EDGE - width).max(EDGE);
    let under = trigger.y + trigger.height + GAP;
    let over = trigger.y - GAP - height;
    let fits_under = under + height + EDGE <= room.bottom;
    let fits_over = over >= room.top + EDGE;
    let more_over = trigger.y - room.top > room.bottom - under;
    let y = if fits_under || (!fits_over && !more_over) { under } else { over };
    if fits_under || fits_over { (x, y) } else { (x, y.clamp(room.top + EDGE, lowest)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ROOM: Room = Room { width: 800.0, top: 40.0, bottom: 600.0, beside: None };

    #[test]
    fn under_the_name_if_it_fits_else_over_it() {
        let name = |y| Rect { x: 100.0, y, width: 60.0, height: 20.0 };
        assert_eq!(place(name(100.0), 320.0, 200.0, ROOM), (100.0, 128.0));
        assert_eq!(place(name(500.0), 320.0, 200.0, ROOM), (100.0, 292.0));
    }

    #[test]
    fn beside_the_text_level_with_the_name() {
        let room = Room { beside: Some(700.0), width: 1280.0, ..ROOM };
        let name = Rect { x: 100.0, y: 300.0, width: 60.0, height: 20.0 };
        assert_eq!(place(name, 320.0, 200.0, room), (700.0, 292.0));
    }

    proptest! {
        #[test]
        fn inside_the_room_if_it_fits(
            x in -50.0..850.0, y in 40.0..590.0f64, w in 50.0..400.0, h in 20.0..500.0
        ) {
            let (left, top) = place(Rect { x, y, width: 40.0, height: 10.0 }, w, h, ROOM);
            prop_assert!(left >= 0.0 && left + w <= ROOM.width);
            prop_assert!(top >= ROOM.top && top + h <= ROOM.bottom);
        }
    }
}
