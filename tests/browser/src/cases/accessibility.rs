//! axe-core finds nothing, whatever the reader's settings.

use browser_tests::{Emulation, Page};

super::cases![in_light, in_dark, in_forced_colors, on_a_narrow_screen];

fn in_light(page: &Page) {
    page.open("");
    assert_eq!(page.barriers(), [""; 0]);
}

fn in_dark(page: &Page) {
    page.emulate(Emulation::Dark);
    page.open("");
    assert_eq!(page.barriers(), [""; 0]);
}

fn in_forced_colors(page: &Page) {
    page.emulate(Emulation::ForcedColors);
    page.open("");
    assert_eq!(page.barriers(), [""; 0]);
}

fn on_a_narrow_screen(page: &Page) {
    page.resize(320, 640);
    page.open("");
    assert_eq!(page.barriers(), [""; 0]);
}
