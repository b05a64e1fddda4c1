//! What a reader sees and presses, by its words.

use crate::Page;
use serde_json::json;

/// The words shown in `arguments[0]`: neither hidden nor folded away, with what the style
/// sheet puts before them.
const SHOWN_WORDS: &str = r#"
const seen = { visibilityProperty: true };
const words = [];
for (const root of document.querySelectorAll(arguments[0])) {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = root; node; node = walk.nextNode()) {
        if (node.nodeType === Node.TEXT_NODE) {
            if (node.parentElement.checkVisibility(seen)) words.push(node.data);
        } else if (node.checkVisibility(seen)) {
            if (getComputedStyle(node).display !== 'inline') words.push(' ');
            const before = getComputedStyle(node, '::before').content;
            if (before.startsWith('"')) words.push(before.slice(1, -1), ' ');
        }
    }
}
return words.join('');
"#;

impl Page<'_> {
    /// The words shown in all elements that match, white space folded.
    #[track_caller]
    pub fn shown(&self, css: &str) -> String {
        let words = self.run(SHOWN_WORDS, &[json!(css)]);
        let words = words.as_str().unwrap_or_default();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Waits until all these words are shown, in this order, in what matches.
    #[track_caller]
    pub fn wait_words(&self, css: &str, words: &[&str]) {
        let found = format!(
            "((css, wanted) => {{
                const shown = (function () {{ {SHOWN_WORDS} }})(css).replace(/\\s+/g, ' ');
                let at = 0;
                return wanted.every(words => {{
                    const place = shown.indexOf(words, at);
                    at = place + words.length;
                    return place >= 0;
                }});
            }})({}, {})",
            json!(css),
            json!(words)
        );
        if !self.becomes(&found, std::time::Duration::from_secs(3)) {
            panic!("expected {words:?} in this order in {css}, found: {}", self.shown(css));
        }
    }
}
