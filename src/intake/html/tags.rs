//! The names of elements and attributes that matter, and what kinds of elements there are.

mod known;

use known::{ATTRIBUTES, TAGS};

/// The name of an element; empty for those that mean nothing here.
pub type Tag = &'static str;

/// The name of a known element.
pub fn tag(name: &[u8]) -> Tag {
    TAGS.binary_search_by(|known| known.as_bytes().cmp(name)).map_or("", |at| TAGS[at])
}

/// The name of a kept attribute.
pub fn attribute(name: &[u8]) -> Option<&'static str> {
    let at = ATTRIBUTES.binary_search_by(|known| known.as_bytes().cmp(name)).ok()?;
    Some(ATTRIBUTES[at])
}

/// Elements without content.
pub fn is_void(tag: Tag) -> bool {
    matches!(
        tag,
        "base"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements that end an open paragraph: those that browsers show as blocks.
pub fn is_block(tag: Tag) -> bool {
    matches!(
        tag,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "center"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "header"
            | "hgroup"
            | "hr"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "ul"
            | "li"
            | "dd"
            | "dt"
    ) || is_heading(tag)
}

/// `h1` to `h6`.
pub fn is_heading(tag: Tag) -> bool {
    matches!(tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Elements behind whose border nothing outside is closed.
pub fn is_border(tag: Tag) -> bool {
    matches!(tag, "td" | "th" | "caption" | "table" | "button" | "object" | "template" | "html")
}

/// Elements that only give words a look or a meaning, and that may be closed out of order.
pub fn is_formatting(tag: Tag) -> bool {
    matches!(
        tag,
        "a" | "b"
            | "big"
            | "code"
            | "em"
            | "font"
            | "i"
            | "s"
            | "small"
            | "strike"
            | "strong"
            | "tt"
            | "u"
            | "span"
            | "sub"
            | "sup"
            | "ins"
            | "del"
            | "mark"
            | "q"
            | "cite"
            | "abbr"
            | "label"
            | "time"
    )
}

/// Elements that stand in the page's head.
pub fn is_of_head(tag: Tag) -> bool {
    matches!(tag, "base" | "link" | "meta" | "noscript" | "script" | "style" | "template" | "title")
}

/// Elements whose content is never the article's words.
pub fn is_never_words(tag: Tag) -> bool {
    matches!(
        tag,
        "annotation"
            | "annotation-xml"
            | "audio"
            | "canvas"
            | "datalist"
            | "frame"
            | "head"
            | "map"
            | "noembed"
            | "noframes"
            | "noscript"
            | "script"
            | "style"
            | "svg"
            | "template"
            | "title"
            | "video"
            | "rp"
            | "xml"
    )
}

/// Elements of running text.
pub fn is_phrasing(tag: Tag) -> bool {
    matches!(
        tag,
        "abbr"
            | "acronym"
            | "audio"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "br"
            | "button"
            | "cite"
            | "code"
            | "data"
            | "datalist"
            | "dfn"
            | "em"
            | "embed"
            | "font"
            | "i"
            | "img"
            | "input"
            | "kbd"
            | "label"
            | "mark"
            | "math"
            | "meter"
            | "noscript"
            | "o:p"
            | "object"
            | "output"
            | "progress"
            | "q"
            | "ruby"
            | "rt"
            | "rp"
            | "samp"
            | "script"
            | "select"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "svg"
            | "textarea"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
            | "s"
            | "strike"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(TAGS.is_sorted() && ATTRIBUTES.is_sorted());
        assert_eq!(tag(b"blockquote"), "blockquote");
        assert_eq!(tag(b"x-story"), "");
        assert_eq!(attribute(b"onerror"), None);
    }
}
