//! Style sheets without comments and needless white space.

/// Takes out comments and folds white space; never touches strings, and never joins what
/// white space keeps apart. Understands no more CSS than that, so it cannot go far wrong.
pub fn slim(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(first) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            space(&mut out);
        } else if first == '"' || first == '\'' {
            let end = string_end(rest, first);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if first.is_ascii_whitespace() {
            rest = rest.trim_ascii_start();
            space(&mut out);
        } else {
            // Around these, white space never means anything.
            if matches!(first, '{' | '}' | ';' | ',') && out.ends_with(' ') {
                out.pop();
            }
            if first == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// One space, unless what stands before needs none.
fn space(out: &mut String) {
    if !out.is_empty() && !out.ends_with([' ', '{', '}', ';', ',']) {
        out.push(' ');
    }
}

/// Where the string that `text` begins with ends, in bytes.
fn string_end(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (index, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return index + letter.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::slim;

    #[test]
    fn only_what_means_nothing_goes() {
        for (sheet, slimmed) in [
            ("a {\n  color: red;\n}\n", "a{color: red}"),
            ("/* why */ a b > c,\n d { }", "a b > c,d{}"),
            ("a/**/b {x: calc(1px + 2px)}", "a b{x: calc(1px + 2px)}"),
            (r#"a::after { content: "/* ; } \" " }"#, r#"a::after{content: "/* ; } \" "}"#),
            ("@media (a) and (b) { :is(a, b) :hover {} }", "@media (a) and (b){:is(a,b) :hover{}}"),
            ("a { content: 'un", "a{content: 'un"),
            ("/* never ends", ""),
        ] {
            assert_eq!(slim(sheet), slimmed, "{sheet}");
        }
    }
}
