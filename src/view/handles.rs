//! Where a menu for selected words stands on a touch screen: a function of measures alone.
//!
//! Systems hang handles under the words and put a menu of their own over them, or under the handles
//! where there is no room over them. Ours keeps out of the way of both. All lengths in CSS pixels.

use super::place::{Rect, Room};

/// What hangs under the last line, from its lower edge: Android's handles are some 26 high, and
/// a finger that holds one needs more.
pub const HANDLE: f64 = 40.0;

/// How high the system's own menu is, with the gap to the words.
pub const SYSTEM: f64 = 60.0;

/// Distance kept from the edges.
const EDGE: f64 = 8.0;

/// The upper edge of a menu so high, for words in this box of the viewport.
///
/// Under the handles where there is room; else over the system's menu; where neither has room,
/// under them all the same: the menu goes with the words when the page is scrolled.
pub fn menu(words: Rect, height: f64, room: Room) -> f64 {
    let taken = if words.y - room.top < SYSTEM { SYSTEM } else { 0.0 };
    let under = words.y + words.height + HANDLE + taken;
    let over = words.y - SYSTEM - height;
    let fits_under = under + height + EDGE <= room.bottom;
    if fits_under || over < room.top + EDGE { under } else { over }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PHONE: Room = Room { width: 360.0, top: 0.0, bottom: 692.0, beside: None, least: 0.0 };

    fn words(y: f64, height: f64) -> Rect {
        Rect { x: 20.0, y, width: 100.0, height }
    }

    #[test]
    fn under_the_handles_where_there_is_room() {
        assert_eq!(menu(words(300.0, 29.0), 220.0, PHONE), 329.0 + HANDLE);
    }

    #[test]
    fn over_the_systems_menu_where_there_is_none() {
        let y = menu(words(600.0, 29.0), 220.0, PHONE);
        assert_eq!(y + 220.0, 600.0 - SYSTEM);
    }

    #[test]
    fn at_the_top_the_systems_menu_stands_under_the_words_too() {
        assert_eq!(menu(words(20.0, 29.0), 220.0, PHONE), 49.0 + HANDLE + SYSTEM);
    }

    #[test]
    fn words_that_fill_the_window_have_it_behind_them() {
        assert_eq!(menu(words(40.0, 640.0), 220.0, PHONE), 680.0 + HANDLE + SYSTEM);
    }

    proptest! {
        #[test]
        fn never_over_the_words_or_their_handles(
            y in -400.0..1200.0_f64, height in 1.0..900.0_f64, menu_height in 40.0..400.0_f64
        ) {
            let top = menu(words(y, height), menu_height, PHONE);
            let (under, over) = (y + height + HANDLE, y - SYSTEM);
            prop_assert!(top >= under - 1e-6 || top + menu_height <= over + 1e-6);
        }
    }
}
