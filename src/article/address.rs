//! Where links lead: whole addresses of `http`, `https` and `mailto`, nothing else.
//!
//! Relative ones are resolved against the page's own address as RFC 3986 §5.2 says, as far as
//! links of articles need it.

/// Schemes that may be followed.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// The longest address that is kept, in bytes.
const LONGEST: usize = 4096;

/// An absolute address that may be followed, cleaned as browsers clean it.
///
/// None for other schemes (`javascript:`, `data:` …), for what is relative, and for what is too
/// long. Characters that browsers drop (tabs, line ends) are dropped before the scheme is looked
/// at; what cannot stand in an address is percent-encoded.
pub fn absolute(written: &str) -> Option<String> {
    let clean = cleaned(written);
    let (scheme, rest) = clean.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let known = SCHEMES.contains(&scheme.as_str());
    let leads_somewhere = if scheme == "mailto" {
        !rest.is_empty() && !rest.starts_with("//")
    } else {
        let host = rest.strip_prefix("//")?;
        host.starts_with(|c: char| c.is_alphanumeric() || c == '[')
    };
    (known && leads_somewhere && clean.len() <= LONGEST).then(|| format!("{scheme}:{rest}"))
}

/// An address of the web: as [`absolute`], without `mailto`.
pub fn web(written: &str) -> Option<String> {
    absolute(written).filter(|address| !address.starts_with("mailto:"))
}

/// The address of a link on a page with the address `base`, if one is known.
///
/// None for places on the page itself (`#more`) and for relative links without a base.
pub fn resolve(written: &str, base: Option<&str>) -> Option<String> {
    let clean = cleaned(written);
    if clean.is_empty() || clean.starts_with('#') {
        return None;
    }
    let scheme = clean.split(['/', '?', '#']).next().unwrap_or_default();
    if scheme.contains(':') {
        let found = absolute(&clean)?;
        let place = |address: &str| address.split('#').next().unwrap_or_default().to_owned();
        // A whole address of a place on the same page.
        let own = found.contains('#') && base.is_some_and(|base| place(base) == place(&found));
        return (!own).then_some(found);
    }
    let base = base?;
    let (scheme, rest) = base.split_once("://")?;
    // A backslash is a slash to browsers.
    let clean = clean.replace('\\', "/");
    if let Some(host) = clean.strip_prefix("//") {
        return absolute(&format!("{scheme}://{host}"));
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let path = rest.get(host.len()..).unwrap_or_default().split(['?', '#']).next()?;
    let joined = if clean.starts_with('/') {
        clean
    } else if clean.starts_with('?') {
        format!("{path}{clean}")
    } else {
        let folder = path.rfind('/').map_or("/", |end| &path[..=end]);
        format!("{folder}{clean}")
    };
    absolute(&format!("{scheme}://{host}{}", without_dots(&joined)))
}

/// Takes out what browsers take out, and encodes what cannot stand in an address.
fn cleaned(written: &str) -> String {
    let trimmed = written.trim_matches(|c: char| c.is_control() || c.is_whitespace());
    let mut clean = String::with_capacity(trimmed.len());
    for c in trimmed.chars() {
        match c {
            '\t' | '\n' | '\r' => {}
            '"' | '<' | '>' | '`' | '{' | '}' | '|' => push_encoded(&mut clean, c),
            c if c.is_control() || c.is_whitespace() => push_encoded(&mut clean, c),
            c => clean.push(c),
        }
    }
    clean
}

fn push_encoded(out: &mut String, c: char) {
    for byte in c.to_string().bytes() {
        out.push_str(&format!("%{byte:02X}"));
    }
}

/// A path without `.` and `..`.
fn without_dots(path: &str) -> String {
    let end = path.find(['?', '#']).unwrap_or(path.len());
    let (path, query) = path.split_at(end);
    let mut steps: Vec<&str> = Vec::new();
    let last = path.split('/').count() - 1;
    for (n, step) in path.split('/').enumerate().skip(1) {
        match step {
            "." | ".." => {
                if step == ".." {
                    steps.pop();
                }
                if n == last {
                    steps.push("");
                }
            }
            step => steps.push(step),
        }
    }
    format!("/{}{query}", steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_links_find_their_page() {
        let base = Some("https://a.example/b/c?d#e");
        for (written, leads) in [
            ("f", "https://a.example/b/f"),
            ("./f?g#h", "https://a.example/b/f?g#h"),
            ("../f", "https://a.example/f"),
            ("../../../f/", "https://a.example/f/"),
            ("/f/./g/..", "https://a.example/f/"),
            ("?q=1", "https://a.example/b/c?q=1"),
            ("//b.example/x", "https://b.example/x"),
            ("HTTP://B.example", "http://B.example"),
            (" https://a.example/a b\n", "https://a.example/a%20b"),
            ("mailto:a@b.example", "mailto:a@b.example"),
        ] {
            assert_eq!(resolve(written, base).as_deref(), Some(leads), "{written}");
        }
        assert_eq!(resolve("x", Some("https://a.example")).as_deref(), Some("https://a.example/x"));
        for nowhere in ["", "#", "#more", "https://a.example/b/c?d#f", "tel:1", "x:y"] {
            assert_eq!(resolve(nowhere, base), None, "{nowhere}");
        }
        assert_eq!(resolve("f", None), None);
    }

    #[test]
    fn only_harmless_schemes() {
        for bad in [
            "javascript:alert(1)",
            "JaVa\tScRiPt:alert(1)",
            "\u{1}javascript:x",
            "java\nscript:x",
            "data:text/html,x",
            "vbscript:x",
            "https:",
            "https:///x",
            "https://",
            "ｊavascript:x",
            "blob:https://a.example/x",
            "view-source:https://a.example/",
        ] {
            assert_eq!(absolute(bad), None, "{bad:?}");
            assert_eq!(resolve(bad, Some("https://a.example/")), None, "{bad:?}");
        }
    }
}
