//! How an element looks, as far as its own mark-up says: hidden, bold, a caption.
//!
//! Style sheets are not read, so what they hide is not known here.

use super::tags::{self, Tag};
use super::tree::{NodeId, Tree};

/// Whether an element is not to be seen.
pub fn is_hidden(tree: &Tree, id: NodeId) -> bool {
    let has = |name| tree.attribute(id, name).is_some();
    let is = |name, value: &str| tree.attribute(id, name).is_some_and(|is| is == value);
    // Mathematics is drawn as a picture for the eye, with the words hidden from readers aloud.
    let fallback = || tree.attribute(id, "class").is_some_and(|c| c.contains("fallback-image"));
    has("hidden") && !is("hidden", "until-found")
        || is("aria-hidden", "true") && !fallback()
        || is("aria-modal", "true") && is("role", "dialog")
        || declares(tree, id, |property, value| match property {
            "display" => value == "none",
            "visibility" => value == "hidden" || value == "collapse",
            // The bullet that Word draws by hand.
            "mso-list" => value == "ignore",
            "mso-hide" => value == "all",
            _ => false,
        })
}

/// Bold, italic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub emphasis: bool,
}

/// Whether an element makes its words bold or italic.
pub fn weight(tree: &Tree, id: NodeId) -> Weight {
    let tag = tree.tag(id);
    // A block's own style is its look, not an emphasis.
    if tags::is_block(tag) {
        return Weight::default();
    }
    let bold = |value: &str| match value {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        number => number.parse::<u32>().ok().map(|weight| weight >= 600),
    };
    let italic = |value: &str| match value {
        "italic" | "oblique" => Some(true),
        "normal" => Some(false),
        _ => None,
    };
    let mut weight = Weight {
        strong: matches!(tag, "b" | "strong"),
        emphasis: matches!(tag, "i" | "em" | "cite" | "dfn" | "var"),
    };
    declares(tree, id, |property, value| {
        match property {
            "font-weight" => weight.strong = bold(value).unwrap_or(weight.strong),
            "font-style" => weight.emphasis = italic(value).unwrap_or(weight.emphasis),
            _ => {}
        }
        false
    });
    weight
}

/// Whether an element holds words about a picture.
pub fn is_caption(tree: &Tree, id: NodeId) -> bool {
    let holds_text = |tag: Tag| matches!(tag, "p" | "div" | "span" | "dd" | "em" | "small");
    tree.tag(id) == "figcaption"
        || holds_text(tree.tag(id))
            && tree.attribute(id, "class").is_some_and(|class| {
                class.split_whitespace().any(|word| {
                    let word = word.to_ascii_lowercase();
                    word == "caption" || word.ends_with("-caption") || word == "wp-caption-text"
                })
            })
}

/// Whether a paragraph is an item of a list as Word writes it.
pub fn is_word_list(tree: &Tree, id: NodeId) -> bool {
    declares(tree, id, |property, _| property == "mso-list")
}

/// Whether any declaration of an element's `style` passes.
fn declares(tree: &Tree, id: NodeId, mut test: impl FnMut(&str, &str) -> bool) -> bool {
    let Some(style) = tree.attribute(id, "style") else { return false };
    style.split(';').any(|declaration| {
        let Some((property, value)) = declaration.split_once(':') else { return false };
        let value = value.split('!').next().unwrap_or_default().trim().to_ascii_lowercase();
        test(&property.trim().to_ascii_lowercase(), &value)
    })
}
