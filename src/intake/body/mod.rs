//! The article's own text in a page: without navigation, advertisements, comments, "related".
//!
//! The ideas are those of Arc90's Readability as Mozilla keeps it in Readability.js (Apache-2.0):
//! paragraphs with commas and length give points to what is around them; names of classes and ids
//! that pages share tell furniture from story; the element with most points and few links wins,
//! with its neighbours of the same kind; what in it is short, full of links, forms or pictures is
//! cut. The code is our own, over a tree in one list: every question about the text inside an
//! element is answered once, from the inside out, so that time is linear in the page.

mod clean;
mod furniture;
mod measure;
mod prepare;
mod score;
mod sift;
mod words;

pub use furniture::take_out as take_out_furniture;
pub use words::first_byline;

use super::html::{NodeId, Tree};

/// An article has at least so many scalars; with fewer the rules are loosened.
const SHORTEST: u32 = 500;

/// Which rules are in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rules {
    /// Elements with names of furniture go.
    unlikely: bool,
    /// Names of classes and ids give points.
    names: bool,
    /// What looks like furniture inside the article goes.
    clean: bool,
}

/// From the strictest on.
const RULES: [Rules; 4] = [
    Rules { unlikely: true, names: true, clean: true },
    Rules { unlikely: false, names: true, clean: true },
    Rules { unlikely: false, names: false, clean: true },
    Rules { unlikely: false, names: false, clean: false },
];

/// The article's text in a page.
pub struct Body {
    /// The page with the article in it, changed.
    pub tree: Tree,
    /// The element with the article.
    pub top: NodeId,
    /// The line that names the author, as printed, if it was taken out of the text.
    pub byline: Option<String>,
}

/// Finds the article's text. `title` is the headline, whose repetition is cut; `has_author` says
/// that the page names its author elsewhere, so that none is looked for.
///
/// None when no words are left.
pub fn find(page: &Tree, title: &str, has_author: bool) -> Option<Body> {
    let mut page = page.clone();
    prepare::prepare(&mut page);
    let mut best: Option<(u32, Body)> = None;
    for rules in RULES {
        let mut tree = page.clone();
        let sifted = sift::sift(&mut tree, rules, title, has_author);
        let top = score::top(&mut tree, &sifted.scored, rules);
        clean::clean(&mut tree, top, rules);
        let length = measure::measure(&tree, top).of(top).length();
        let body = Body { tree, top, byline: sifted.byline };
        if length >= SHORTEST {
            return Some(body);
        }
        if length > best.as_ref().map_or(0, |(length, _)| *length) {
            best = Some((length, body));
        }
    }
    best.map(|(_, body)| body)
}
