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

#[cfg(test)]
mod tests {
    use super::taken;
    use crate::analyst::dates::{self, Given};
    use crate::analyst::{self, events, text::Text};

    /// Pieces of our own rules, for texts that are as hard as can be.
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

    fn steps(source: &str) -> u64 {
        let reading = dates::analyse(source, Given::Nothing);
        let text = Text::read(source);
        let named = analyst::named(&text, &[]);
        taken();
        events::read(&text, &reading, &named);
        taken()
    }

    /// Ten times the text may take little more than ten times the steps, and no piece of it
    /// more than a bounded number.
    #[test]
    fn cost_grows_with_the_text_and_no_faster() {
        let mut slow = Vec::new();
        let mut most = (0, String::new());
        for (number, first) in PIECES.into_iter().enumerate() {
            for second in PIECES.into_iter().skip(number % 5).step_by(5).chain([""]) {
                let piece = [first, second].concat();
                let text = |length: usize| piece.repeat(length / piece.len());
                let (short, long) = (steps(&text(400)), steps(&text(4_000)));
                if long > 16 * short.max(4_000) {
                    slow.push(format!("{piece:?}: {short}, then {long}"));
                }
                most = most.max((long / 4_000, piece));
            }
        }
        println!("most steps for each byte: {most:?}");
        assert!(slow.is_empty(), "{slow:#?}");
        assert!(most.0 < 150, "{most:?}");
    }
}
