//! Where links may lead.

use super::problem::shown;

const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// The address of a link as written; none for `#` or nothing: the source gives no address.
///
/// # Errors
/// When it is not an absolute address of `http`, `https` or `mailto`.
pub fn address(written: &str) -> Result<Option<String>, String> {
    if written.is_empty() || written == "#" {
        return Ok(None);
    }
    let scheme = written.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let clean = !written.chars().any(|c| c.is_control() || c.is_whitespace());
    if clean && scheme.is_some_and(|scheme| SCHEMES.contains(&scheme.as_str())) {
        return Ok(Some(written.to_owned()));
    }
    Err(format!(
        "expected an address that begins with http:, https: or mailto: (or `#` for none known), \
         found “{}”",
        shown(written)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_addresses_pass() {
        assert_eq!(address("#"), Ok(None));
        assert_eq!(address(""), Ok(None));
        for fine in ["https://a.example/b?c#d", "HTTP://a.example", "mailto:a@b.example"] {
            assert_eq!(address(fine), Ok(Some(fine.to_owned())));
        }
        let hostile = [
            "javascript:alert(1)",
            "JaVaScript:x",
            " javascript:x",
            "java\tscript:x",
            "data:text/html,x",
            "//a.example",
            "page.html",
            "https",
            "vbscript:x",
            "https://a b",
        ];
        for bad in hostile {
            assert!(address(bad).is_err(), "{bad:?}");
        }
    }
}
