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

#[cfg(test)]
mod tests {
    use super::STEPS;
    use crate::analyst::dates::{parse_day, read};

    /// Pieces of our own rules, for texts that are as hard as can be.
    const PIECES: [&str; 50] = [
        "the end of ",
        "early ",
        "the first half of ",
        "a year ",
        "a ",
        "half ",
        "Monday ",
        "May ",
        "the night of ",
        "of ",
        "last ",
        "three ",
        "days ",
        "1998",
        "-",
        ", ",
        "10:30 ",
        "p.m. ",
        "'",
        "1990",
        "s ",
        "every ",
        "twenty-",
        "two ",
        "and ",
        "quarter ",
        "hours of ",
        "in the ",
        "BC ",
        "years ago ",
        "earlier ",
        "to ",
        "ended ",
        "said ",
        ". ",
        "\n\n",
        "2 1/2 ",
        "(",
        "\"",
        "will ",
        "more than ",
        "about ",
        "the ",
        "same ",
        "period ",
        "Christmas ",
        "c. ",
        "31 ",
        "the day before ",
        "first published ",
    ];

    fn steps(text: &str) -> u64 {
        STEPS.with(|steps| steps.set(0));
        read(text, parse_day("2020-01-08"));
        STEPS.with(std::cell::Cell::get)
    }

    /// Ten times the text may take little more than ten times the steps, and no piece of it
    /// more than a bounded number.
    #[test]
    fn cost_grows_with_the_text_and_no_faster() {
        let mut slow = Vec::new();
        let mut most = (0, String::new());
        for (number, first) in PIECES.into_iter().enumerate() {
            for second in PIECES.into_iter().skip(number % 4).step_by(4).chain([""]) {
                let piece = [first, second].concat();
                let text = |length: usize| piece.repeat(length / piece.len());
                let (short, long) = (steps(&text(400)), steps(&text(4_000)));
                if long > 14 * short.max(2_000) {
                    slow.push(format!("{piece:?}: {short}, then {long}"));
                }
                most = most.max((long / 4_000, piece));
            }
        }
        println!("most steps for each byte: {most:?}");
        assert!(slow.is_empty(), "{slow:#?}");
        assert!(most.0 < 250, "{most:?}");
    }
}
