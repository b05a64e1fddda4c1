//! What stands over the article at the edges of the window.

use super::card;
use crate::browser::dom;

/// Where what stands at the foot of the window begins: the timeline, or the bar of a phone.
pub fn foot() -> f64 {
    let (_, height) = dom::viewport();
    let part = if dom::matches(card::SMALL) { "bar" } else { "band" };
    let part = dom::by_id(part).map(|part| dom::rect(&part));
    part.filter(|part| part.height > 0.0).map_or(height, |part| part.y)
}

/// Where in the window the article is to be seen: from where to where. On a small screen the search
/// or what is in force stands at the top and a card at the foot.
pub fn sight() -> (f64, f64) {
    let small = dom::matches(card::SMALL);
    let shown = |css: &str| {
        let part = dom::by_selector(css).filter(|_| small).map(|part| dom::rect(&part));
        part.filter(|part| part.height > 0.0)
    };
    let middle = dom::viewport().1 / 2.0;
    let at_top = [".window.find", ".quiet"].into_iter().filter_map(shown);
    let top = at_top.map(|part| part.y + part.height).filter(|y| *y < middle).fold(0.0, f64::max);
    let foot = shown("#card").map_or(foot(), |card| foot().min(card.y));
    (top, foot.max(top + middle * 0.6))
}
