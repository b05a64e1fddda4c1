//! Which way a language is written.

/// Languages whose usual script runs from right to left, by the first part of their tag.
const RIGHT_TO_LEFT: &str = " ar arc ckb dv fa he iw ji ks nqo ps sd syr ug ur yi ";

/// Scripts that run so, where a tag names one: `az-Arab`.
const SCRIPTS: &str = " arab hebr nkoo syrc thaa ";

/// Whether a text in this language (a BCP 47 tag) is written from right to left.
pub fn is_right_to_left(language: &str) -> bool {
    let is_in = |list: &str, part: &str| list.split(' ').any(|one| one.eq_ignore_ascii_case(part));
    let mut parts = language.split('-').filter(|part| !part.is_empty());
    let first = parts.next().is_some_and(|first| is_in(RIGHT_TO_LEFT, first));
    // A script is four letters: `sd-Deva` runs the other way.
    let script = parts.next().filter(|part| part.len() == 4);
    script.map_or(first, |script| is_in(SCRIPTS, script))
}

#[cfg(test)]
mod tests {
    use super::is_right_to_left;

    #[test]
    fn languages_and_scripts() {
        for tag in ["ar", "AR-EG", "he", "fa-IR", "az-Arab", "ur-Arab-PK"] {
            assert!(is_right_to_left(tag), "{tag}");
        }
        for tag in ["", "-", "en", "art", "sd-Deva", "de-Latn-AT", "en-AR"] {
            assert!(!is_right_to_left(tag), "{tag}");
        }
    }
}
