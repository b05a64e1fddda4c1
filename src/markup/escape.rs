//! The one place where text becomes HTML.

/// Appends text for use between tags or in a quoted attribute.
///
/// NULs and other C0 controls that HTML forbids become U+FFFD.
pub fn push(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\t' | '\n' => html.push(c),
            c if c.is_control() => html.push('\u{FFFD}'),
            c => html.push(c),
        }
    }
}

/// Text for use between tags or in a quoted attribute.
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    push(&mut html, text);
    html
}

/// An address that may be followed: `http`, `https` or `mailto`, without control characters.
pub fn safe_address(address: &str) -> Option<&str> {
    let known = ["https://", "http://", "mailto:"];
    let fine = known.iter().any(|scheme| {
        address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    (fine && !address.chars().any(|c| c.is_control() || c.is_whitespace())).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_out_of_a_text() {
        assert_eq!(
            escape("<script>\"'&\0</script>"),
            "&lt;script&gt;&quot;&#39;&amp;\u{FFFD}&lt;/script&gt;"
        );
        assert_eq!(escape("Don’t — “é”"), "Don’t — “é”");
    }

    #[test]
    fn only_harmless_addresses() {
        assert!(safe_address("HTTPS://example.org/a?b=c").is_some());
        assert!(safe_address("mailto:a@example.org").is_some());
        for bad in
            ["javascript:alert(1)", "data:text/html,x", " https://a", "//a", "https://a\n", "", "é"]
        {
            assert!(safe_address(bad).is_none(), "{bad:?}");
        }
    }
}
