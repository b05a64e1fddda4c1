//! Whatever the files hold, reading them ends, and what comes out is an article.
#![cfg(feature = "source")]

use dateline::article::{Article, Block, Inline, InlineKind, Span};
use dateline::export::folder;
use dateline::publish::{self, SourceFile};
use proptest::prelude::*;

/// Reads two texts as an article's files; what must hold of every article does.
fn read(text: &str, annotations: &str) -> (Article, Vec<String>) {
    let text = SourceFile::from_text("article.md", text);
    let annotations = SourceFile::from_text("annotations.toml", annotations);
    let (article, problems) = publish::read(&text, Some(&annotations), "slug");
    check(&article);
    comes_back(&article);
    (article, problems.iter().map(ToString::to_string).collect())
}

/// Whether Markdown has signs for all emphasis: at most two deep, and in pieces apart.
fn is_plain(block: &Block) -> bool {
    let emphasis = |inline: &&Inline| !matches!(inline.kind, InlineKind::Link { .. });
    let all: Vec<Span> = block.inlines.iter().filter(emphasis).map(|i| i.span).collect();
    all.iter().all(|span| {
        let around = all.iter().filter(|outer| outer.contains(*span)).count();
        around < 3 && all.iter().all(|other| other.end != span.start)
    })
}

/// What the two files can say, they say again.
fn comes_back(article: &Article) {
    if article.plain_text().len() > 20_000 {
        return;
    }
    let text = SourceFile::from_text("article.md", folder::article_md(article));
    let toml = folder::annotations_toml(article);
    let lost = toml.contains("# Not written here");
    let annotations = SourceFile::from_text("annotations.toml", toml);
    let (mut again, _) = publish::read(&text, Some(&annotations), "slug");
    // Of an entity without a name or a place, which is an error, nothing is known.
    for (again, before) in again.entities.iter_mut().zip(&article.entities) {
        if before.names.is_empty() {
            again.named = before.named;
        }
    }
    assert_eq!(again.blocks.len(), article.blocks.len(), "{}", text.text());
    for (again, before) in again.blocks.iter_mut().zip(&article.blocks) {
        if !is_plain(before) {
            assert!(again.inlines.iter().all(|inline| before.inlines.contains(inline)));
            again.inlines = before.inlines.clone();
        }
        assert_eq!(again, before, "{}", text.text());
    }
    assert_eq!(again.meta, article.meta);
    if !lost {
        assert_eq!(&again, article, "{}{}", text.text(), annotations.text());
    }
}

fn check(article: &Article) {
    let length = article.plain_text().chars().count() as u32;
    let fits = |span: &Span| !span.is_empty() && span.end <= length;
    let blocks = article.block_spans();
    let in_one_block = |span: &Span| fits(span) && blocks.iter().any(|block| block.contains(*span));
    for (block, around) in article.blocks.iter().zip(&blocks) {
        assert!(!block.text.is_empty());
        assert!(
            block.inlines.iter().all(|inline| fits(&inline.span) && around.contains(inline.span))
        );
        // In text order; each inside the one before, or after it.
        let spans = block.inlines.iter().map(|inline| inline.span);
        spans.fold(Vec::new(), |mut around: Vec<Span>, span| {
            around.retain(|outer| outer.end > span.start);
            assert!(around.iter().all(|outer| outer.contains(span)));
            around.push(span);
            around
        });
    }
    assert!(article.mentions.iter().all(|mention| in_one_block(&mention.span)));
    assert!(
        article
            .mentions
            .iter()
            .filter_map(|m| m.outer.map(|o| (m, o)))
            .all(|(m, o)| o.contains(m.span))
    );
    assert!(article.times.iter().all(|time| in_one_block(&time.span)));
    assert!(article.quotes.iter().all(|quote| in_one_block(&quote.span)));
    assert!(article.figures.iter().all(|figure| figure.span.contains(figure.number)));
    assert!(article.events.iter().flat_map(|event| &event.passages).all(in_one_block));
    let json = serde_json::to_string(article).expect("JSON");
    assert_eq!(serde_json::from_str::<Article>(&json).expect("an article"), *article);
}

/// Pieces of Markdown and of our own signs, in any order.
fn markdown() -> impl Strategy<Value = String> {
    let signs = prop::sample::select(vec![
        "# ",
        "\n",
        "\n\n",
        "**",
        "*",
        "_",
        "[",
        "](#)",
        "](javascript:x)",
        "![",
        "> ",
        "- ",
        "1. ",
        "`",
        "    ",
        "<b>",
        "<!--",
        "{.byline} ",
        "{tail}",
        "{",
        "}",
        "\\",
        "&amp;",
        "***",
        "word",
        "“said”",
        "𝄞",
        " ",
        "\r\n",
        "\t",
        "+++\n",
        "\u{202e}",
        "\0",
    ]);
    prop::collection::vec(signs, 0..40).prop_map(|signs| signs.concat())
}

/// Pieces of TOML with our keys, in any order.
fn annotations() -> impl Strategy<Value = String> {
    let lines = prop::sample::select(vec![
        "[entity.a]",
        "[entity.b]",
        "[[time]]",
        "[event.a]",
        "[event.e]",
        "[quote.q]",
        "[figure.f]",
        "[note.n]",
        "[default.entity]",
        "[time]",
        "name = \"word\"",
        "names = [\"word\", {name = \"said\", in = \"word\"}]",
        "titles = [\"word\"]",
        "described = \"“said”\"",
        "except = \"word\"",
        "text = \"word\"",
        "text = \"“said”\"",
        "text = \"word … word\"",
        "text = [\"{word}\", 3]",
        "when = 2020",
        "when = \"20\"",
        "value = 3",
        "value = inf",
        "number = \"word\"",
        "cue = \"word\"",
        "speaker = \"a\"",
        "entities = [\"a\", \"b\"]",
        "headline = \"“word”\"",
        "introduced = \"“”\"",
        "kind = \"place\"",
        "about = \"a\"",
        "=",
        "[",
        "\"",
        "x",
        "certainty = \"denied\"",
    ]);
    prop::collection::vec(lines, 0..30).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>(), annotations in any::<String>()) {
        read(&text, &annotations);
    }

    #[test]
    fn any_markdown_and_annotations_are_read(text in markdown(), annotations in annotations()) {
        read(&text, &annotations);
        read(&format!("+++\nlanguage = \"en\"\n+++\n# Title\n\nword “said” word\n\n{text}"), &annotations);
    }

    #[test]
    fn plain_words_are_kept_in_order(words in prop::collection::vec("[a-zé’]{1,8}", 1..40)) {
        let paragraphs: Vec<String> = words.chunks(5).map(|words| words.join(" ")).collect();
        let text = paragraphs.join("\n\n");
        let (article, _) = read(&format!("+++\nlanguage = \"en\"\n+++\n# T\n\n{text}"), "");
        prop_assert_eq!(article.plain_text(), format!("T\n\n{text}"));
    }
}

#[test]
fn long_lines_are_no_trouble() {
    let words = "word “said” [link](#) **bold** ".repeat(30_000);
    let text = format!("+++\nlanguage = \"en\"\n+++\n# Title\n\n{words}");
    let annotations = format!(
        "[entity.a]\nname = \"word\"\n[event.e]\nheadline = \"{0}\"\nwhen = 2020\ntext = [\"{0}\", \"word … nowhere\", \
         \"no such words in the whole text\", \"said\"]\n",
        "x".repeat(1_000_000)
    );
    let (article, problems) = read(&text, &annotations);
    assert_eq!(article.mentions.len(), 30_000);
    assert_eq!(problems.len(), 5, "{problems:?}");
    assert!(problems.iter().all(|problem| problem.len() < 400), "messages stay short");
}

#[test]
fn deep_nesting_is_no_trouble() {
    for sign in ["> ", "- ", "**", "[", "{", "*_", "1. "] {
        read(&sign.repeat(5_000), &"[".repeat(5_000));
    }
    read("", &format!("a = {}", "[".repeat(5_000)));
}
