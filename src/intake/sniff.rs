//! What a file is: by its first bytes and words; by its name only where these do not tell.

use super::{Form, Refusal};

/// How many bytes are looked at to tell text from other things.
const SAMPLE: usize = 64 * 1024;

/// First bytes of what is no text, and what it is.
const NOT_TEXT: [(&[u8], &str); 17] = [
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a Rich Text Format document"),
    (b"\xD0\xCF\x11\xE0", "an old Word document"),
    (b"bplist00", "a Safari web archive"),
    (b"MIME-Version:", "a web archive (MHTML)"),
    (b"From: <Saved by", "a web archive (MHTML)"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
    (b"\x7FELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\0asm", "a program"),
];

/// First bytes of what is packed.
const PACKED: [(&[u8], &str); 6] = [
    (b"\x1F\x8B", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xFD7zXZ", "an xz file"),
    (b"7z\xBC\xAF", "a 7z archive"),
    (b"\x28\xB5\x2F\xFD", "a zstd file"),
    (b"Rar!", "a rar archive"),
];

/// Refuses what is no text.
pub(super) fn refuse(bytes: &[u8]) -> Result<(), Refusal> {
    let begins = |(magic, _): &&(&[u8], &str)| bytes.starts_with(magic);
    if let Some((_, what)) = NOT_TEXT.iter().find(begins) {
        return Err(Refusal::NotText(Some(what)));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(zip(bytes));
    }
    if let Some((_, what)) = PACKED.iter().find(begins) {
        return Err(Refusal::Compressed(what));
    }
    if matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) {
        return Ok(()); // UTF-16: every other byte may be zero
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let strange = sample.iter().filter(|b| matches!(b, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F)).count();
    if strange * 20 > sample.len() { Err(Refusal::NotText(None)) } else { Ok(()) }
}

/// Word, LibreOffice and e-books are zip archives that name their kind near the beginning.
fn zip(bytes: &[u8]) -> Refusal {
    let sample = bytes.get(..SAMPLE.min(4096)).unwrap_or(bytes);
    let has = |word: &[u8]| sample.windows(word.len()).any(|part| part == word);
    if has(b"word/") || has(b"[Content_Types].xml") {
        Refusal::NotText(Some("a Word or other Office document"))
    } else if has(b"opendocument") {
        Refusal::NotText(Some("an OpenDocument text"))
    } else if has(b"epub") {
        Refusal::NotText(Some("an e-book"))
    } else {
        Refusal::Compressed("a zip archive")
    }
}

/// Elements that a page or a fragment of one begins with.
const FIRST_ELEMENTS: &str = " html head body meta title link base article section main div p span \
    h1 h2 h3 h4 h5 h6 b i em strong a ul ol table blockquote header figure img br font script \
    style nav aside footer center ";

/// As what a text is to be read.
pub(super) fn form(name: &str, text: &str) -> Form {
    let begin = text.trim_start();
    if may_be_json(name, begin) {
        let is_json = serde_json::from_str::<serde::de::IgnoredAny>(begin).is_ok();
        if is_json || is_named(name, &[".json"]) {
            return Form::Json;
        }
    }
    if is_html(begin) || is_named(name, &[".html", ".htm", ".xhtml"]) {
        return Form::Html;
    }
    if is_named_markdown(name) || is_markdown(begin) {
        return Form::Markdown;
    }
    Form::Text
}

/// Whether a text is plain for sure, which [`form`] then says too, with little code.
pub(super) fn is_plain(name: &str, text: &str) -> bool {
    let begin = text.trim_start();
    !may_be_json(name, begin)
        && !is_html(begin)
        && !is_named(name, &[".html", ".htm", ".xhtml"])
        && !is_named_markdown(name)
        && !is_markdown(begin)
}

fn may_be_json(name: &str, begin: &str) -> bool {
    begin.starts_with(['{', '['])
        && (is_named(name, &[".json"]) || begin.trim_end().ends_with(['}', ']']))
}

fn is_named(name: &str, endings: &[&str]) -> bool {
    let name = name.to_ascii_lowercase();
    endings.iter().any(|ending| name.ends_with(ending))
}

/// Whether a file is called Markdown.
pub(super) fn is_named_markdown(name: &str) -> bool {
    is_named(name, &[".md", ".markdown"])
}

fn is_html(begin: &str) -> bool {
    // What Windows puts on the clipboard.
    if begin.starts_with("Version:") && begin.contains("StartFragment") {
        return true;
    }
    let Some(rest) = begin.strip_prefix('<') else { return false };
    let word: String = rest
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric())
        .take(16)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    rest.starts_with("!--")
        || rest.get(..8).is_some_and(|word| word.eq_ignore_ascii_case("!doctype"))
        || rest.starts_with("?xml")
        || !word.is_empty() && FIRST_ELEMENTS.split(' ').any(|known| known == word)
}

/// Front matter, or links in the text that only Markdown writes so.
fn is_markdown(begin: &str) -> bool {
    let fence = begin.lines().next().unwrap_or_default().trim_end();
    if matches!(fence, "---" | "+++")
        && begin.lines().skip(1).take(200).any(|line| line.trim_end() == fence)
    {
        return true;
    }
    ["](http", "](#", "](mailto:"].iter().any(|sign| begin.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_named() {
        let said = |bytes: &[u8]| refuse(bytes).expect_err("no text").to_string();
        assert!(said(b"%PDF-1.7\n%\xE2").contains("a PDF"));
        assert!(said(b"PK\x03\x04....[Content_Types].xml").contains("Office"));
        assert!(said(b"PK\x03\x04....a.txt").contains("Unpack it first"));
        assert!(said(&[0, 1, 2, 0, 0, 65, 0]).contains("something else"));
        assert!(said(b"\x1F\x8B\x08").contains("gzip"));
        assert_eq!(refuse(b"A text\twith tabs\r\n"), Ok(()));
        assert_eq!(refuse(b""), Ok(()));
    }

    #[test]
    fn forms_by_content_then_by_name() {
        for (name, text, is) in [
            ("a.txt", "\n <!DOCTYPE html><p>x", Form::Html),
            ("a", "<p class=x>x", Form::Html),
            ("a.txt", "<3 is a heart", Form::Text),
            ("a.txt", "<John> said so", Form::Text),
            ("clipboard.html", "plain", Form::Html),
            ("a", "{\"blocks\": []}", Form::Json),
            ("a", "[1] A note. [2]", Form::Text),
            ("a.json", "{broken", Form::Json),
            ("a", "---\ntitle: x\n---\nText", Form::Markdown),
            ("a", "---\n\nText", Form::Text),
            ("a.txt", "He [said](https://a.example/) so", Form::Markdown),
            ("A.MD", "Text", Form::Markdown),
            ("", "Text", Form::Text),
        ] {
            assert_eq!(form(name, text), is, "{name} {text}");
            // "[1] A note. [2]" may be JSON, so it is not plain for sure.
            let plain = is == Form::Text && !text.starts_with('[');
            assert_eq!(is_plain(name, text), plain, "{name} {text}");
        }
    }
}
