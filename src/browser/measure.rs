//! How wide words are, measured once for each ASCII character.

use super::dom::document;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Widths of characters in one font, in CSS pixels.
pub struct Measure {
    ascii: [f32; 128],
    other: f32,
}

impl Measure {
    /// Measures a font given as in the CSS property `font`.
    pub fn new(font: &str) -> Self {
        let mut measure = Self { ascii: [7.0; 128], other: 8.0 };
        if let Some(context) = canvas() {
            context.set_font(font);
            let width = |text: &str| context.measure_text(text).map(|m| m.width() as f32);
            for code in b' '..=b'~' {
                if let Ok(width) = width(&char::from(code).to_string()) {
                    measure.ascii[usize::from(code)] = width;
                }
            }
            measure.other = width("é").unwrap_or(measure.other);
        }
        measure
    }

    /// About how wide a text is; kerning left out, wide scripts counted double.
    pub fn width(&self, text: &str) -> f32 {
        let one = |c: char| match u32::from(c) {
            code @ 0..128 => self.ascii[code as usize],
            0x2010..=0x201F => self.ascii[usize::from(b'-')],
            0x1100.. => self.other * 2.0,
            _ => self.other,
        };
        text.chars().map(one).sum()
    }
}

fn canvas() -> Option<CanvasRenderingContext2d> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}
