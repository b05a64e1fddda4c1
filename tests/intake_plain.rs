//! What the small program takes for plain text is what the whole of `intake` makes of it.

use dateline::intake::{Extent, Form, open, open_text};
use proptest::prelude::*;

const NAMES: [&str; 7] = ["", "pasted.txt", "a.md", "A.HTM", "b.json", "clipboard.html", "noext"];

const PIECES: [&str; 20] = [
    "Troops leave Basra",
    "\n\n",
    "By Jane Doe",
    "10 January 2020",
    "“We will act,” he said.",
    "<p>",
    "<3",
    "<!doctype html>",
    "{",
    "}",
    "[1]",
    "{\"blocks\": []}",
    "](http",
    "---\n",
    "# ",
    " ",
    "\u{feff}",
    "\0",
    "%PDF",
    "Version:",
];

proptest! {
    #[test]
    fn plain_text_is_read_the_same_by_both(
        name in prop::sample::select(&NAMES[..]),
        picked in prop::collection::vec(0..PIECES.len(), 0..12),
    ) {
        let text: String = picked.iter().map(|piece| PIECES[*piece]).collect();
        let whole = open(name, text.as_bytes());
        match open_text(name, text.as_bytes(), Extent::Article) {
            Some(opened) => prop_assert_eq!(opened, whole),
            // What is left to the other program is hardly ever plain: notes in brackets.
            None => {
                let in_brackets = text.contains(['{', '[']);
                let plain = whole.is_ok_and(|opened| opened.form == Form::Text);
                prop_assert!(!plain || in_brackets);
            }
        }
    }

    #[test]
    fn any_bytes_are_read_the_same_by_both(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        if let Some(opened) = open_text("pasted.txt", &bytes, Extent::Article) {
            prop_assert_eq!(opened, open("pasted.txt", &bytes));
        }
    }
}
