//! What the names are read with: weights and lists.
//!
//! Natively they are part of the program. In the browser they are half of what is loaded, so they
//! come in a file of their own behind the code, and rules alone read the text until then.

use super::gazetteer::Gazetteer;
use super::model::Model;
use std::sync::OnceLock;

static FIRST: &[u8] = include_bytes!("weights.bin");
static SECOND: &[u8] = include_bytes!("second.bin");
static LISTS: &[u8] = include_bytes!("lists.bin");

/// The weights of both looks at a text, and the lists of known names.
pub struct Known {
    /// The weights of the first look.
    pub first: Model,
    /// The weights of the second look.
    pub second: Model,
    /// The lists.
    pub lists: Gazetteer,
}

impl Known {
    /// All that comes with the program. Only native programs may ask for it: whoever does has
    /// 950 kB more.
    pub fn bundled() -> &'static Self {
        static BUNDLED: OnceLock<Known> = OnceLock::new();
        BUNDLED.get_or_init(|| {
            let parts = Model::unpack(FIRST).zip(Model::unpack(SECOND));
            let parts = parts.zip(Gazetteer::unpack(LISTS));
            parts.map_or_else(Self::nothing, |((first, second), lists)| Self {
                first,
                second,
                lists,
            })
        })
    }

    /// No weights and no lists: no name is found.
    pub fn nothing() -> Self {
        Self { first: Model::empty(), second: Model::empty(), lists: Gazetteer::from_lists(&[]) }
    }

    /// From the three files one behind the other: weights, second weights, lists. `None` when
    /// they are not that.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        let (first, rest) = Model::unpack_first(bytes)?;
        let (second, rest) = Model::unpack_first(rest)?;
        Some(Self { first, second, lists: Gazetteer::unpack(rest)? })
    }

    /// Whether names can be read with it.
    pub fn is_empty(&self) -> bool {
        self.first.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyst::names;
    use crate::analyst::text::Text;

    const TEXT: &str = "Prime Minister Adel Abdul Mahdi met US Ambassador Matthew Tueller in \
        Baghdad. “We will act,” Abdul Mahdi said of the Iraqi troops.";

    #[test]
    fn one_file_knows_what_three_do() {
        let all = [FIRST, SECOND, LISTS].concat();
        let known = Known::unpack(&all).expect("three files in a row");
        let text = Text::read(TEXT);
        let (names, hits) = names::read_with_hits(&text, &known);
        assert!(!known.is_empty() && names.len() > 3);
        assert_eq!((names, hits), names::read_with_hits(&text, Known::bundled()));
        for bad in [&[][..], b"DLN1", FIRST, &all[..all.len() / 2], &all[1..]] {
            assert!(Known::unpack(bad).is_none());
        }
    }

    #[test]
    fn who_knows_nothing_finds_no_names() {
        let (names, _) = names::read_with_hits(&Text::read(TEXT), &Known::nothing());
        assert_eq!(names, []);
        assert!(Known::nothing().is_empty());
    }
}
