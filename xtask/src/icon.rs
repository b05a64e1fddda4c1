//! The icon: a line of time with three marks, the middle one in the accent colour. One drawing,
//! written as SVG and as PNG.

use anyhow::Result;
use flate2::{Compression, Crc, write::ZlibEncoder};
use std::fmt::Write as _;
use std::io::Write as _;

/// A rectangle with round corners, in units of 1/64 of the icon's side.
struct Shape {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    radius: f64,
    colour: [u8; 3],
}

const PAPER: [u8; 3] = [0xff, 0xfe, 0xfb];
const INK: [u8; 3] = [0x1c, 0x1b, 0x19];
const ACCENT: [u8; 3] = [0x8c, 0x2f, 0x1b];

const fn bar(x: f64, y: f64, width: f64, height: f64, colour: [u8; 3]) -> Shape {
    Shape { x, y, width, height, radius: 1.5, colour }
}

/// From the back to the front. What matters stands in the middle 80 %, for systems that cut icons
/// round.
const SHAPES: [Shape; 6] = [
    Shape { x: 0.0, y: 0.0, width: 64.0, height: 64.0, radius: 0.0, colour: PAPER },
    bar(13.0, 17.0, 38.0, 4.0, INK),
    bar(13.0, 26.0, 26.0, 4.0, INK),
    bar(13.0, 43.0, 38.0, 3.0, INK),
    Shape { x: 28.0, y: 37.5, width: 14.0, height: 14.0, radius: 7.0, colour: ACCENT },
    Shape { x: 14.0, y: 40.5, width: 8.0, height: 8.0, radius: 4.0, colour: INK },
];

/// As SVG.
pub fn svg() -> String {
    let mut svg =
        String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">\n");
    for Shape { x, y, width, height, radius, colour: [r, g, b] } in &SHAPES {
        let _ = writeln!(
            svg,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" \
             fill=\"#{r:02x}{g:02x}{b:02x}\"/>"
        );
    }
    svg + "</svg>\n"
}

/// As PNG, so many pixels wide and high.
///
/// # Errors
/// Never in practice: it is written into memory.
pub fn png(side: u32) -> Result<Vec<u8>> {
    let mut rows = Vec::new();
    for y in 0..side {
        // Each row is kept as it is: filter 0.
        rows.push(0);
        for x in 0..side {
            rows.extend(pixel(f64::from(x), f64::from(y), 64.0 / f64::from(side)));
        }
    }
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&rows)?;
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    // 8 bits a channel, red, green and blue.
    let head = [&side.to_be_bytes()[..], &side.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    for (name, data) in [(b"IHDR", head), (b"IDAT", packed.finish()?), (b"IEND", Vec::new())] {
        png.extend((data.len() as u32).to_be_bytes());
        let chunk = [&name[..], &data].concat();
        let mut sum = Crc::new();
        sum.update(&chunk);
        png.extend(chunk);
        png.extend(sum.sum().to_be_bytes());
    }
    Ok(png)
}

/// The colour of a pixel: the mean of 4 × 4 points in it.
fn pixel(x: f64, y: f64, scale: f64) -> [u8; 3] {
    let mut sums = [0_u32; 3];
    for part in 0..16 {
        let at = |base: f64, step: i32| (base + (f64::from(step) + 0.5) / 4.0) * scale;
        let colour = colour(at(x, part % 4), at(y, part / 4));
        for (sum, channel) in sums.iter_mut().zip(colour) {
            *sum += u32::from(channel);
        }
    }
    sums.map(|sum| (sum / 16) as u8)
}

fn colour(x: f64, y: f64) -> [u8; 3] {
    let inside = |shape: &&Shape| {
        let Shape { x: left, y: top, width, height, radius, .. } = **shape;
        // How far outside of the rectangle that the centres of the corners span.
        let over = |at: f64, from: f64, length: f64| {
            (from + radius - at).max(at - (from + length - radius)).max(0.0)
        };
        over(x, left, width).hypot(over(y, top, height)) <= radius
            && (left..=left + width).contains(&x)
            && (top..=top + height).contains(&y)
    };
    SHAPES.iter().rev().find(inside).map_or(PAPER, |shape| shape.colour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_show_the_same() {
        assert_eq!(colour(1.0, 1.0), PAPER);
        assert_eq!(colour(35.0, 44.5), ACCENT);
        assert_eq!(colour(30.0, 19.0), INK);
        // In the corner of the circle's square.
        assert_eq!(colour(28.2, 38.0), PAPER);
        assert_eq!(svg().matches("<rect").count(), SHAPES.len());
    }

    #[test]
    fn it_is_a_png() {
        let png = png(16).expect("memory takes it");
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x10\0\0\0\x10\x08\x02"));
        assert!(png.ends_with(b"\0\0\0\0IEND\xae\x42\x60\x82"));
    }
}
