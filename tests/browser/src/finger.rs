//! A finger, as the browser's own touch events: it presses only what is in sight and on top.
//! Chromium only: the other engines take no touch from outside.

use crate::{Emulation, Page};
use serde_json::{Value, json};

/// From one point to another a finger moves in so many steps.
const STEPS: u32 = 8;

impl Page<'_> {
    /// A phone: 360 × 740 px, a finger instead of a mouse. Ends the test as skipped where the
    /// engine cannot.
    #[track_caller]
    pub fn phone(&self) {
        self.emulate(Emulation::Touch);
        self.resize(360, 740);
    }

    /// Taps the first element that matches and has these words. It must be in sight already, and
    /// nothing may cover it: nobody scrolls for the finger.
    #[track_caller]
    pub fn touch(&self, css: &str, words: &str) {
        let at = self.in_sight(css, words);
        self.finger_down(at);
        self.finger_up();
    }

    /// The middle of an element that is in sight, waited for.
    #[track_caller]
    pub fn in_sight(&self, css: &str, words: &str) -> (f64, f64) {
        let point = format!(
            "(() => {{
                const seen = {{ visibilityProperty: true }};
                for (const each of document.querySelectorAll({css})) {{
                    if (!each.checkVisibility(seen) || !each.innerText.includes({words})) continue;
                    const box = each.getClientRects()[0];
                    if (!box) continue;
                    const x = box.x + box.width / 2, y = box.y + box.height / 2;
                    const hit = document.elementFromPoint(x, y);
                    if (hit && (each.contains(hit) || hit.contains(each))) return [x, y];
                }}
            }})()",
            css = json!(css),
            words = json!(words)
        );
        self.wait_until(&point);
        let at = self.eval(&point);
        (at[0].as_f64().unwrap_or_default(), at[1].as_f64().unwrap_or_default())
    }

    /// A finger comes down at a point of the viewport, in CSS pixels.
    #[track_caller]
    pub fn finger_down(&self, at: (f64, f64)) {
        self.finger("touchStart", json!([{ "x": at.0, "y": at.1 }]));
    }

    /// It moves from one point to another.
    #[track_caller]
    pub fn finger_moves(&self, from: (f64, f64), to: (f64, f64)) {
        for step in 1..=STEPS {
            let part = f64::from(step) / f64::from(STEPS);
            let at = |from: f64, to: f64| from + (to - from) * part;
            let point = json!([{ "x": at(from.0, to.0), "y": at(from.1, to.1) }]);
            self.finger("touchMove", point);
        }
    }

    /// Two fingers come down, move, each from one point to another, and are taken away.
    #[track_caller]
    pub fn pinch(&self, from: [(f64, f64); 2], to: [(f64, f64); 2]) {
        let points = |part: f64| {
            let at = |from: f64, to: f64| from + (to - from) * part;
            let each = |n: usize| {
                let (from, to) = (from[n], to[n]);
                json!({ "id": n, "x": at(from.0, to.0), "y": at(from.1, to.1) })
            };
            json!([each(0), each(1)])
        };
        self.finger("touchStart", points(0.0));
        for step in 1..=STEPS {
            self.finger("touchMove", points(f64::from(step) / f64::from(STEPS)));
        }
        self.finger_up();
    }

    /// It is taken away.
    #[track_caller]
    pub fn finger_up(&self) {
        self.finger("touchEnd", json!([]));
    }

    fn finger(&self, kind: &str, points: Value) {
        self.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points }));
    }
}
