//! Mouse, finger and keys, as WebDriver actions.

use crate::Page;
use crate::keys::chord;
use serde_json::{Value, json};

/// WebDriver's name for a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Page<'_> {
    /// Clicks the first element that matches, after scrolling to it.
    #[track_caller]
    pub fn click(&self, css: &str) {
        // Into the middle first: what is fixed to the edges of the window may cover the rest.
        let element = self.find(css);
        self.press_element(&json!({ ELEMENT: element }), css);
    }

    /// Clicks an element that a script gave.
    #[track_caller]
    pub(crate) fn press_element(&self, element: &Value, name: &str) {
        self.run(
            "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });",
            std::slice::from_ref(element),
        );
        let reference = element[ELEMENT].as_str().unwrap_or_default();
        self.expect(self.post(&format!("/element/{reference}/click"), &json!({})), name);
    }

    /// Moves the mouse onto the first element that matches and rests there.
    #[track_caller]
    pub fn hover(&self, css: &str) {
        let origin = self.in_view(css);
        // The scroll is told to the page a frame later; people move the mouse after that.
        self.settle();
        self.mouse(&[json!({ "type": "pointerMove", "origin": origin, "x": 0, "y": 0 })]);
    }

    /// Moves the mouse to a point of the viewport, CSS pixels.
    #[track_caller]
    pub fn point(&self, x: f64, y: f64) {
        let (x, y) = (x.round(), y.round());
        self.mouse(&[json!({ "type": "pointerMove", "origin": "viewport", "x": x, "y": y })]);
    }

    /// Presses at the first point, moves to the second, lets go.
    #[track_caller]
    pub fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        let go = |(x, y): (f64, f64), duration: u32| {
            json!({ "type": "pointerMove", "origin": "viewport", "duration": duration,
                    "x": x.round(), "y": y.round() })
        };
        let (down, up) = (
            json!({ "type": "pointerDown", "button": 0 }),
            json!({ "type": "pointerUp", "button": 0 }),
        );
        self.mouse(&[go(from, 0), down, go(to, 100), up]);
    }

    /// Touches the first element that matches with a finger, briefly.
    #[track_caller]
    pub fn tap(&self, css: &str) {
        let origin = self.in_view(css);
        self.perform(&json!([{
            "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" },
            "actions": [
                { "type": "pointerMove", "origin": origin, "x": 0, "y": 0 },
                { "type": "pointerDown", "button": 0 },
                { "type": "pointerUp", "button": 0 },
            ],
        }]));
    }

    /// Presses a key or several together, by the names of `KeyboardEvent.key`:
    /// `Escape`, `Space`, `a`, `Shift+Tab`.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let keys = chord(keys);
        let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
        let actions: Vec<Value> = down.chain(up).collect();
        self.perform(&json!([{ "type": "key", "id": "keys", "actions": actions }]));
    }

    /// Types text into whatever has the focus.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        let actions: Vec<Value> = text
            .chars()
            .flat_map(|key| {
                ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }))
            })
            .collect();
        self.perform(&json!([{ "type": "key", "id": "keys", "actions": actions }]));
    }

    /// Turns the wheel over a point of the viewport by whole CSS pixels.
    #[track_caller]
    pub fn wheel(&self, at: (f64, f64), by: (f64, f64)) {
        self.perform(&json!([{
            "type": "wheel", "id": "wheel",
            "actions": [{ "type": "scroll", "origin": "viewport", "duration": 0,
                          "x": at.0 as i64, "y": at.1 as i64,
                          "deltaX": by.0 as i64, "deltaY": by.1 as i64 }],
        }]));
    }

    /// The element, scrolled into view if it is not, for use as an origin.
    fn in_view(&self, css: &str) -> Value {
        let element = self.find(css);
        self.run(
            "const r = arguments[0].getClientRects()[0];
             if (!r || r.top < 0 || r.bottom > innerHeight || r.left < 0 || r.right > innerWidth)
                 arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });",
            &[json!({ ELEMENT: element })],
        );
        json!({ ELEMENT: element })
    }

    fn mouse(&self, actions: &[Value]) {
        self.perform(&json!([{
            "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
            "actions": actions,
        }]));
    }

    fn perform(&self, actions: &Value) {
        self.expect(self.post("/actions", &json!({ "actions": actions })), "input");
    }

    /// The reference of the first element that matches, waited for.
    #[track_caller]
    fn find(&self, css: &str) -> String {
        self.wait_for(css);
        let query = json!({ "using": "css selector", "value": css });
        let found = self.expect(self.post("/element", &query), css);
        found[ELEMENT].as_str().unwrap_or_default().to_owned()
    }
}
