//! Nothing sticks out, nothing jumps.

use browser_tests::{Emulation, Page};

super::cases![nothing_sticks_out, nothing_moves_on_its_own];

fn nothing_sticks_out(page: &Page) {
    for width in [320, 360, 768, 1280] {
        page.resize(width, 740);
        page.open("");
        let wide = page.eval_number("document.documentElement.scrollWidth");
        assert!(wide <= f64::from(width), "at {width} px the page is {wide} px wide");
    }
}

fn nothing_moves_on_its_own(page: &Page) {
    for (width, height) in [(1280, 800), (360, 740)] {
        page.resize(width, height);
        page.emulate(Emulation::SlowProcessor(4.0));
        page.open("");
        page.eval("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assert_eq!(page.layout_shift(), 0.0, "at {width} px");
    }
}
