//! Counting steps, so that tests can tell what a text costs without a clock.

#[cfg(test)]
thread_local! {
    static STEPS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// A step of a loop whose length depends on the text. Costs nothing outside tests.
#[inline(always)]
pub(super) fn step() {
    #[cfg(test)]
    STEPS.with(|steps| steps.set(steps.get() + 1));
}

/// The steps since the last call.
#[cfg(test)]
pub(super) fn taken() -> u64 {
    STEPS.with(|steps| steps.replace(0))
}

/// What a text may cost.
#[cfg(test)]
pub(super) struct Bounds {
    /// Of each piece, every so manieth other one is put behind it.
    pub every: usize,
    /// Ten times the text may take so many times the steps …
    pub growth: u64,
    /// … of a text that took at least so many.
    pub least: u64,
    /// Fewer steps than this for each byte.
    pub a_byte: u64,
}

/// Repeats pieces of our own rules, alone and in pairs: ten times the text may take little more
/// than ten times the steps, and no byte of it more than a bounded number.
#[cfg(test)]
pub(super) fn hunt(pieces: &[String], bounds: &Bounds, steps: impl Fn(&str) -> u64) {
    let mut slow = Vec::new();
    let mut most = (0, String::new());
    for (number, first) in pieces.iter().enumerate() {
        let others = pieces.iter().skip(number % bounds.every).step_by(bounds.every);
        for second in others.map(String::as_str).chain([""]) {
            let piece = [first, second].concat();
            let text = |length: usize| piece.repeat(length / piece.len());
            let (short, long) = (steps(&text(400)), steps(&text(4_000)));
            if long > bounds.growth * short.max(bounds.least) {
                slow.push(format!("{piece:?}: {short}, then {long}"));
            }
            most = most.max((long / 4_000, piece));
        }
    }
    println!("most steps for each byte: {most:?}");
    assert!(slow.is_empty(), "{slow:#?}");
    assert!(most.0 < bounds.a_byte, "{most:?}");
}

#[cfg(test)]
mod tests {
    use super::{Bounds, hunt, taken};
    use crate::analyst::dates::{self, Given};
    use crate::analyst::{events, named, text::Text};

    #[test]
    fn dates_cost_what_their_text_is_long() {
        let rules = include_str!("../../tests/dates/pieces.json");
        let mut pieces: Vec<String> = serde_json::from_str(rules).expect("a list of texts");
        pieces.push("first published ".to_owned());
        let bounds = Bounds { every: 4, growth: 14, least: 2_000, a_byte: 250 };
        hunt(&pieces, &bounds, |text| {
            taken();
            dates::read(text, dates::parse_day("2020-01-08"));
            taken()
        });
    }

    /// Pieces of the rules for events, as hard as can be.
    const PIECES: [&str; 45] = [
        "said ",
        "he said he ",
        "and ",
        "but ",
        ", ",
        "; ",
        "who ",
        "which was ",
        "that ",
        "when ",
        "after ",
        "as well as ",
        "“",
        "”, ",
        "\"",
        "(",
        ") ",
        "plans to ",
        "the 2003 invasion ",
        "on Friday ",
        "in 2014 ",
        "has ",
        "had been ",
        "will ",
        "is expected to ",
        "killed ",
        "deployed ",
        "the troops ",
        "Iran ",
        "Mr. Smith ",
        "he ",
        "according to ",
        "denied ",
        "announced ",
        ". ",
        "\n\n",
        "to ",
        "of ",
        "Previously, ",
        "never ",
        "quickly ",
        "offers the ",
        "’s ",
        "100 ",
        "2003 ",
    ];

    #[test]
    fn events_cost_what_their_text_is_long() {
        let bounds = Bounds { every: 5, growth: 16, least: 4_000, a_byte: 150 };
        hunt(&PIECES.map(String::from), &bounds, |source| {
            let reading = dates::analyse(source, Given::Nothing);
            let text = Text::read(source);
            let named = named(&text, &[]);
            taken();
            events::read(&text, &reading, &named);
            taken()
        });
    }
}
