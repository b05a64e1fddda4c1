//! Hostile HTML: whatever comes in, only our own elements, attributes and harmless links go out.

use dateline::article::{Article, Id, Index, Part, PlainText};
use dateline::intake;
use dateline::markup::{self, Plan, Source};
use html5gum::{Token, Tokenizer};

const ELEMENTS: [&str; 10] =
    ["h1", "h2", "p", "blockquote", "ul", "li", "strong", "em", "a", "span"];
const ATTRIBUTES: [&str; 6] = ["id", "class", "data-block", "data-number", "rel", "href"];

/// The article as the page shows it.
fn rendered(article: &Article) -> String {
    let (index, text) = (Index::new(article), PlainText::from(article));
    let plan = Plan::new(article, &index);
    let source = Source::new(article, &index, &text, &plan);
    let blocks = markup::body::blocks(&source);
    [Part::Head, Part::Body, Part::Tail].map(|part| markup::part(article, &blocks, part)).concat()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Whether a browser would follow the link only as a link.
fn is_harmless(address: &str) -> bool {
    ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme))
        && !address.chars().any(|c| c.is_control() || c.is_whitespace() || "\"<>`".contains(c))
}

/// Opens the page and looks at all that goes out; whether it opened.
fn check(name: &str, page: &str) -> bool {
    let Ok(opened) = intake::open(name, page.as_bytes()) else { return false };
    let html = rendered(&opened.article);
    for Ok(token) in Tokenizer::new(&html) {
        match token {
            Token::StartTag(tag) => {
                let element = text(&tag.name);
                assert!(ELEMENTS.contains(&&*element), "<{element}> from {page:?}");
                for (name, value) in &tag.attributes {
                    let (name, value) = (text(name), text(value));
                    assert!(ATTRIBUTES.contains(&&*name), "{name} from {page:?}");
                    assert!(name != "href" || is_harmless(&value), "{value:?} from {page:?}");
                    let ours =
                        name != "id" || value.starts_with("para-") || value.starts_with("block-");
                    assert!(ours, "id {value} from {page:?}");
                }
            }
            Token::EndTag(_) | Token::String(_) => {}
            other => panic!("{other:?} from {page:?}"),
        }
    }
    let meta = &opened.article.meta;
    assert!(meta.address.as_deref().is_none_or(is_harmless), "{:?} from {page:?}", meta.address);
    assert!(meta.slug.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), "{}", meta.slug);
    true
}

/// The short name names files and folders.
#[test]
fn no_short_name_leads_out_of_its_folder() {
    for slug in ["../../x", "/etc/x", "C:\\\\x", "..", "x/../../y", "", "a b", "card"] {
        let json = format!(
            r#"{{"meta":{{"slug":"{slug}","title":"T","language":"en"}},
                "blocks":[{{"kind":"paragraph","part":"body","text":"One."}}]}}"#
        );
        let page =
            format!("<html><script type=application/json id=article-data>{json}</script></html>");
        for (name, file) in [("a.json", &json), ("a.html", &page)] {
            let opened = intake::open(name, file.as_bytes()).expect("an article");
            let slug = opened.article.meta.slug;
            assert!(Id::new(slug.as_str()).is_ok(), "{slug} from {file}");
        }
    }
}

const STORY: &str = "<p>The parliament voted on Sunday, after hours of debate, to ask the troops to \
    leave, officials said, and many people came to hear it from the gallery.</p>";

/// The vector pasted, in a page, at the end of one, in Markdown and in a timeline.
fn everywhere(vector: &str) {
    check("clipboard.html", &format!("<p>Before</p>{vector}<p>after"));
    check("clipboard.html", vector);
    let story = STORY.repeat(5);
    check("page.html", &format!("<html><head>{vector}</head><body><article>{story}</article>"));
    assert!(check("page.html", &format!("<html><body><article>{story}{vector}{story}</article>")));
    check("page.html", &format!("<html><body><p title='{vector}'>{story}<a href='{vector}'>x</a>"));
    check("a.md", &format!("# Title\n\nBefore {vector} after [x](<{vector}>)\n\n{vector}\n"));
    check("a.txt", &format!("Before {vector} after\n\n[x]({vector})"));
    let slide = serde_json::json!({"events": [{"start_date": {"year": 2020, "display_date": vector},
        "text": {"headline": vector, "text": vector}, "group": vector, "unique_id": vector}]});
    check("a.json", &slide.to_string());
    let article = serde_json::json!({"meta": {"slug": "a", "title": vector, "language": "en",
        "address": vector}, "blocks": [{"kind": "paragraph", "part": "body", "text": format!("{vector} x"),
        "inlines": [{"span": [0, 1], "kind": "link", "address": vector}]}]});
    check("a.json", &article.to_string());
}

#[test]
fn cheat_sheets() {
    let vectors = include_str!("hostile/vectors.txt").lines();
    let mut count = 0;
    for line in vectors.filter(|line| !line.starts_with("# ")) {
        everywhere(&unescaped(line));
        count += 1;
    }
    assert!(count > 150, "{count}");
}

#[test]
fn the_vectors_of_dompurify() {
    let mut count = 0;
    for line in include_str!("hostile/dompurify.txt").lines().filter(|l| !l.starts_with("# ")) {
        everywhere(&serde_json::from_str::<String>(line).expect("a JSON string"));
        count += 1;
    }
    assert!(count > 190, "{count}");
}

/// Schemes that run script or make pages, written in all the ways that browsers understand.
#[test]
fn schemes_in_disguise() {
    let schemes = [
        "javascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "livescript:x",
        "blob:https://evil.example/x",
        "file:///etc/passwd",
        "view-source:x",
        "jar:https://evil.example!/",
        "feed:javascript:alert(1)",
        "ms-its:x",
        "intent://x",
    ];
    let disguises: [fn(&str) -> String; 18] = [
        |s| s.to_owned(),
        |s| s.to_uppercase(),
        |s| format!(" {s}"),
        |s| format!("\t{s}"),
        |s| format!("\n{s}"),
        |s| format!("\u{1}{s}"),
        |s| format!("\u{0}{s}"),
        |s| format!("\u{a0}{s}"),
        |s| format!("\u{2028}{s}"),
        |s| format!("\u{feff}{s}"),
        |s| format!("{}\t{}", &s[..3], &s[3..]),
        |s| format!("{}\n{}", &s[..3], &s[3..]),
        |s| format!("{}&#10;{}", &s[..3], &s[3..]),
        |s| format!("{}&Tab;{}", &s[..3], &s[3..]),
        |s| s.replace(':', "&colon;"),
        |s| s.chars().map(|c| format!("&#{};", u32::from(c))).collect(),
        |s| s.chars().map(|c| format!("&#x{:x}", u32::from(c))).collect(),
        |s| s.chars().map(|c| format!("&#{:07};", u32::from(c))).collect(),
    ];
    for scheme in schemes {
        for disguise in disguises {
            let address = disguise(scheme);
            let base = "<base href=\"https://a.example/\">";
            let link = format!("<p>Words <a href=\"{address}\">link</a> more</p>");
            assert!(check("clipboard.html", &link));
            let opened = intake::open("clipboard.html", link.as_bytes()).expect("words");
            assert!(opened.article.blocks[0].inlines.is_empty(), "{link}");
            let story = STORY.repeat(5);
            assert!(check("p.html", &format!("<html><head>{base}<body>{story}{link}{story}")));
            check("a.md", &format!("Words [link]({address}) <{address}> ![x]({address})"));
        }
    }
}

/// `\n`, `\t`, `\0` and `\u{…}` as what they stand for.
fn unescaped(line: &str) -> String {
    let mut out = line.replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0");
    while let Some((before, rest)) = out.clone().split_once("\\u{") {
        let (code, after) = rest.split_once('}').expect("a closing brace");
        let c = u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a code");
        out = format!("{before}{c}{after}");
    }
    out
}
