//! Links and articles that mean harm, and parts that are missing: the page stays what it is.

use super::built::{article, build};
use browser_tests::{Page, Reply, Site, SiteOptions};
use serde_json::{Value, json};
use std::sync::Arc;

super::cases![
    two_hundred_hostile_links_followed,
    hostile_links_opened,
    a_hostile_article,
    annotations_that_cannot_be_read,
    annotations_beside_the_text,
    storage_that_is_blocked,
];

/// Words that would do something where they are taken for more than words.
const WORDS: [&str; 26] = [
    "<script>pwned=1</script>",
    "\"><img src=x onerror=pwned=1>",
    "'><svg/onload=pwned=1>",
    "javascript:pwned=1",
    "jAvAsCrIpT:pwned=1//",
    "data:text/html,<script>pwned=1</script>",
    "</script><script>pwned=1</script>",
    "<!--<script>",
    "&lt;script&gt;pwned=1&lt;/script&gt;",
    "{{constructor.constructor('pwned=1')()}}",
    "${pwned=1}",
    "__proto__",
    "constructor",
    "..%2f..%2fetc%2fpasswd",
    "%00",
    "%ud83d",
    "%ED%A0%80",
    "%25%32%35%34%31",
    "%",
    "%E2%80%AEdekcah%E2%80%AC",
    "\u{202e}dekcah\u{202c}",
    "%0d%0aSet-Cookie:%20a=b",
    "//evil.example/",
    "*{}[]()|^$\\",
    "%F0%9F%92%A9%F0%9F%92%A9",
    "999999999999999999999999999999",
];

/// Two hundred and more fragments of these words.
fn fragments() -> Vec<String> {
    let keys = ["", "at=", "only=", "when=", "scale=", "find=", "text=", "panel=", "doc="];
    let mut all: Vec<String> =
        keys.iter().flat_map(|key| WORDS.map(|word| format!("#{key}{word}"))).collect();
    all.extend([
        format!("#{}=1", "a".repeat(1_000_000)),
        format!("#find={}", "a".repeat(1_000_000)),
        format!("#text={}", "a%20b,".repeat(50_000)),
        format!("#only={}", "iran,".repeat(100_000)),
        format!("#{}", "panel=who&".repeat(50_000)),
        format!("#find={}", "%25".repeat(1_000)),
        "#when=-999999999999-01-01/9999999999999-12-31".into(),
        "#when=2020-02-31".into(),
        "#when=2020/2019".into(),
        "#when=../..".into(),
        "#when=0000&scale=true".into(),
        "#&&&&====&=&".into(),
        "##".into(),
        "#:~:text=Iraq".into(),
        "#text=,,,,".into(),
        "#card".into(),
        "#article-data".into(),
        "#list-who".into(),
        "#reference".into(),
    ]);
    all
}

/// What is wrong with the page after something hostile: `null` if nothing is.
const HARM: &str = "(() => {
    if ('pwned' in window) return 'a script ran';
    if (document.scripts.length !== window.scriptsBefore) return 'a script was added';
    const article = document.getElementById('article').textContent;
    if (article !== window.articleBefore) return 'the article was changed';
    for (const element of document.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
            if (name.startsWith('on')) return element.outerHTML.slice(0, 200);
            if (['href', 'src', 'action', 'xlink:href'].includes(name)
                && /^\\s*(javascript|data|vbscript):/i.test(value) && element.rel !== 'icon') {
                return element.outerHTML.slice(0, 200);
            }
        }
        if (['IMG', 'IFRAME', 'OBJECT', 'EMBED', 'FORM', 'BASE'].includes(element.tagName)) {
            return element.outerHTML.slice(0, 200);
        }
    }
    return null;
})()";

/// Remembers what must stay.
fn remember(page: &Page) {
    page.run(
        "window.scriptsBefore = document.scripts.length;
         window.articleBefore = document.getElementById('article').textContent;",
        &[],
    );
}

#[track_caller]
fn unharmed(page: &Page, what: &str) {
    assert_eq!(page.eval(HARM), Value::Null, "{what}");
}

#[track_caller]
fn still_answers(page: &Page) {
    page.follow("#ali-khamenei");
    page.wait_words("#card-title", &["Ali Khamenei"]);
    page.follow("#");
    page.wait_gone("#card");
}

fn two_hundred_hostile_links_followed(page: &Page) {
    let all = fragments();
    assert!(all.len() >= 200, "{}", all.len());
    page.resize(1280, 800);
    // Browsers refuse too many steps in a short time: a fresh page for every hundred.
    for some in all.chunks(90) {
        page.open("");
        remember(page);
        for few in some.chunks(30) {
            let harm = page.run(
                "return (async links => {
                    for (const link of links) {
                        location.hash = link;
                        await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
                        if ('pwned' in window || document.querySelector('img, iframe, #article script'))
                            return link.slice(0, 100);
                    }
                    return null;
                })(arguments[0])",
                &[json!(few)],
            );
            unharmed(page, "after thirty links");
            assert_eq!(harm, Value::Null);
        }
        still_answers(page);
    }
}

fn hostile_links_opened(page: &Page) {
    page.resize(1280, 800);
    for link in [
        "#at=%3Cscript%3Epwned=1%3C/script%3E".to_owned(),
        "#find=%22%3E%3Cimg%20src=x%20onerror=pwned=1%3E".into(),
        "#text=%3Csvg/onload=pwned=1%3E".into(),
        "#javascript:pwned=1".into(),
        "#at=%ED%A0%80&find=%00&text=%E2%80%AE".into(),
        format!("#{}=1", "a".repeat(500_000)),
    ] {
        page.open(&link);
        remember(page);
        unharmed(page, &link[..link.len().min(80)]);
        still_answers(page);
    }
}

/// Keys whose words are codes or belong to the text, not an editor's free words.
const CODES: [&str; 8] =
    ["kind", "part", "certainty", "sign", "layer", "confidence", "note_confidence", "text"];

/// Puts hostile words before every free word of an editor: all but codes and ids.
fn poison(value: &mut Value, key: &str, words: &str) {
    match value {
        Value::String(text) => {
            let id =
                text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            if !id && !CODES.contains(&key) {
                *text = format!("{words}{text}");
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|each| poison(each, key, words)),
        Value::Object(all) => all.iter_mut().for_each(|(key, each)| poison(each, key, words)),
        _ => {}
    }
}

fn a_hostile_article(page: &Page) {
    let words = "\"'><img src=x onerror=pwned=1></script><script>pwned=1</script>\u{202e}<b>";
    let mut article = article(page);
    for (key, value) in article.as_object_mut().expect("an object") {
        poison(value, key, words);
    }
    article["meta"]["address"] = json!("javascript:pwned=1");
    article["meta"]["title"] = json!(format!("{words}Title"));
    let blocks = article["blocks"].as_array_mut().expect("blocks");
    for block in blocks.iter_mut() {
        for inline in block.get_mut("inlines").and_then(Value::as_array_mut).into_iter().flatten() {
            if inline["kind"] == "link" {
                inline["address"] = json!("javascript:pwned=1");
            }
        }
    }
    let last = blocks.last_mut().expect("a block");
    last["text"] = json!(format!("{} {words}", last["text"].as_str().unwrap_or_default()));
    let folder = build(page, &article, "hostile");
    let site = Site::serve(&folder, SiteOptions::default()).expect("a free port");
    let page = page.on(&site);
    page.resize(1280, 800);
    page.open("");
    remember(&page);
    unharmed(&page, "as it comes");
    assert_eq!(page.eval("document.scripts.length"), 3, "its program, its data, what it is");
    for panel in ["who", "when", "said", "figures"] {
        page.follow(&format!("#panel={panel}"));
        page.wait_shown(&format!("#list-{panel}"));
        unharmed(&page, panel);
    }
    for id in ["ali-khamenei", "ev-vote", "q-rouhani-hand", "f-paratroopers", "c-vote-count", "t06"]
    {
        page.follow(&format!("#{id}"));
        page.wait_shown("#card");
        page.settle();
        unharmed(&page, id);
    }
    page.follow("#ali-khamenei");
    page.wait_words("#card-title", &["<img src=x onerror=pwned=1>"]);
    page.follow("#find=onerror&only=ali-khamenei,mark-esper");
    page.press("/");
    page.settle();
    unharmed(&page, "in the search and its results");
    let _ = std::fs::remove_dir_all(folder);
}

/// The same site with other annotations in its page.
fn with_data(page: &Page, data: &str, look: impl Fn(&Page)) {
    let index = std::fs::read_to_string(page.site.folder().join("index.html")).expect("a page");
    let start = index.find("id=\"article-data\">").expect("the annotations") + 18;
    let end = start + index[start..].find("</script>").expect("their end");
    let index = format!("{}{data}{}", &index[..start], &index[end..]);
    let serve = move |path: &str| {
        path.is_empty().then(|| Reply::new(200, "text/html; charset=utf-8", index.as_str()))
    };
    let options = SiteOptions { extra: Some(Arc::new(serve)), ..SiteOptions::default() };
    let site = Site::serve(page.site.folder(), options).expect("a free port");
    look(&page.on(&site));
}

fn annotations_that_cannot_be_read(page: &Page) {
    page.resize(1280, 800);
    for data in ["", "null", "[]", "{\"meta\":", "{\"meta\":{},\"blocks\":7}", "\u{fffd}"] {
        with_data(page, data, |page| {
            page.open("#ali-khamenei");
            page.wait_words(".quiet .notice", &["could not be read"]);
            page.wait_words(
                "#story",
                &["The letter was sent twice", "all fighting those terrorists."],
            );
            assert!(!page.is_shown("#card"), "{data}");
            page.click(".bar button:nth-of-type(2)");
            page.wait_words("#reference", &["Ali Khamenei"]);
        });
    }
}

fn annotations_beside_the_text(page: &Page) {
    let whole = article(page);
    page.resize(1280, 800);
    // What is broken together, by list and key.
    let spans: &[_] = &[("mentions", "span"), ("times", "span"), ("figures", "number")];
    let others: &[_] = &[("quotes", "span"), ("quotes", "inner"), ("figures", "span")];
    let passages: &[_] = &[("events", "passages"), ("notes", "passages")];
    let references: &[_] = &[("events", "when"), ("events", "entities"), ("mentions", "entity")];
    for broken in [spans, others, passages, references] {
        let mut article = whole.clone();
        for (list, key) in broken {
            let things = article[*list].as_array_mut().expect("a list");
            for (n, thing) in things.iter_mut().enumerate() {
                let nowhere = match n % 4 {
                    0 => json!([4_294_967_290_u32, 4_294_967_295_u32]),
                    1 => json!([500, 3]),
                    2 => json!([8_000, 4_000_000_000_u32]),
                    _ => json!([0, 0]),
                };
                thing[*key] = match *key {
                    "passages" => json!([nowhere, [7, 7]]),
                    "when" => json!("99999999999999-77-99/../.."),
                    "entities" => json!(["nobody"]),
                    "entity" => json!("nobody"),
                    _ => nowhere,
                };
            }
        }
        let data = article.to_string().replace('<', "\\u003c");
        with_data(page, &data, |page| {
            page.open("");
            for link in
                ["#ali-khamenei", "#ev-vote", "#q-rouhani-hand", "#only=iran", "#find=letter"]
            {
                page.follow(link);
                page.settle();
            }
            page.follow("#");
            page.wait_gone(".window");
            page.click("#band [title^=True]");
            page.click("#band [aria-label=Closer]");
            page.wait_words("#story", &["The letter was sent twice"]);
            still_answers(page);
            assert_eq!(page.console_errors(), [""; 0], "{broken:?}");
        });
    }
}

fn storage_that_is_blocked(page: &Page) {
    let block = |path: &str| {
        let script = "Object.defineProperty(window, 'localStorage', {
            get() { throw new DOMException('blocked', 'SecurityError'); } });";
        (path == "dev/block.js").then(|| Reply::new(200, "text/javascript", script))
    };
    let options = SiteOptions {
        inject: "<script src=\"/dev/block.js\"></script>".into(),
        extra: Some(Arc::new(block)),
        ..SiteOptions::default()
    };
    let site = Site::serve(page.site.folder(), options).expect("a free port");
    let page = page.on(&site);
    page.resize(1280, 800);
    page.open("");
    page.click(".bar [aria-label='Reading settings']");
    page.choose(".settings button", "Dark");
    page.wait_for("html[data-theme=dark]");
    page.wait_words(".quiet .notice", &["does not let the page remember"]);
    still_answers(&page);
}
