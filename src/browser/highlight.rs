//! Colouring stretches of text without touching the document: the CSS Custom Highlight API.

use wasm_bindgen::prelude::*;
use web_sys::Range;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = CSS, js_name = highlights, thread_local_v2)]
    static REGISTRY: Option<Registry>;

    type Registry;
    #[wasm_bindgen(method)]
    fn set(this: &Registry, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method)]
    fn delete(this: &Registry, name: &str) -> bool;

    type Highlight;
    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);
}

/// What is coloured; each has a `::highlight(name)` rule in the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Sentences that are not about what the reader asked for.
    Faded,
    /// The passages of the thing in focus.
    Focus,
    /// What was searched for.
    Found,
    /// The one hit, mention or linked passage the reader is at.
    Here,
}

impl Layer {
    /// How many there are.
    #[cfg(feature = "studio")]
    pub const COUNT: usize = 4;

    fn name(self) -> &'static str {
        match self {
            Self::Faded => "faded",
            Self::Focus => "focus",
            Self::Found => "found",
            Self::Here => "here",
        }
    }
}

/// Colours these stretches, instead of those the layer had. False where the browser cannot.
pub fn show(layer: Layer, ranges: &[Range]) -> bool {
    REGISTRY.with(|registry| {
        let Some(registry) = registry else { return false };
        if ranges.is_empty() {
            registry.delete(layer.name());
        } else {
            let highlight = Highlight::new();
            highlight.set_priority(layer as i32);
            for range in ranges {
                highlight.add(range);
            }
            registry.set(layer.name(), &highlight);
        }
        true
    })
}
