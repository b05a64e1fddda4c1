//! The room `intake` from outside: the bundled article in every form, pages of any size and
//! depth, and any bytes at all.

mod opened;

#[cfg(feature = "source")]
use dateline::article::Part;
use dateline::article::{Article, Block, BlockKind};
use dateline::intake::{self, Extent, MOST_BYTES, Opened, Refusal};
use opened::is_sound;
use proptest::prelude::*;
use std::time::{Duration, Instant};

fn open(name: &str, text: &str) -> Opened {
    intake::open(name, text.as_bytes()).unwrap_or_else(|refusal| panic!("{name}: {refusal}"))
}

/// Each block as "part kind: text".
fn lines(article: &Article) -> Vec<String> {
    let line = |b: &Block| format!("{:?} {:?}: {}", b.part, b.kind, b.text);
    article.blocks.iter().map(line).collect()
}

#[cfg(feature = "source")]
mod bundled {
    use super::*;
    use dateline::article::InlineKind;
    use dateline::intake::Form;
    use std::path::Path;

    fn bundled() -> Article {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles/iraq-marching-orders");
        dateline::publish::load(&folder).article.expect("the bundled article")
    }

    /// The kinds of the bundled article that words alone tell; an editor knows more.
    fn by_words(kind: BlockKind) -> BlockKind {
        match kind {
            BlockKind::Bio | BlockKind::Label | BlockKind::Source | BlockKind::Disclaimer => {
                BlockKind::Note
            }
            kind => kind,
        }
    }

    #[test]
    fn as_plain_text() {
        let article = bundled();
        let opened = open("article.txt", &article.plain_text());
        assert_eq!((opened.form, opened.annotated), (Form::Text, false));
        assert_eq!(opened.article.plain_text(), article.plain_text());
        for (found, wanted) in opened.article.blocks.iter().zip(&article.blocks) {
            assert_eq!(found.part, wanted.part, "{}", wanted.text);
            if wanted.part == Part::Tail {
                assert_eq!(by_words(found.kind), by_words(wanted.kind), "{}", wanted.text);
            } else {
                assert_eq!(found.kind, wanted.kind, "{}", wanted.text);
            }
        }
        let meta = &opened.article.meta;
        assert_eq!(meta.author, article.meta.author);
        assert_eq!(meta.published, article.meta.published);
        assert_eq!(meta.title, article.meta.title);
        assert_eq!(meta.copyright, article.meta.copyright);
    }

    #[test]
    fn as_json() {
        let article = bundled();
        let opened = open("a.json", &serde_json::to_string(&article).expect("JSON"));
        assert_eq!((opened.form, opened.annotated), (Form::Json, true));
        assert_eq!(opened.article, article);
        assert!(opened.remarks.is_empty());
    }

    #[test]
    fn as_its_own_source() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles/iraq-marching-orders");
        let source = std::fs::read_to_string(folder.join("article.md")).expect("the source");
        let opened = open("article.md", &source);
        let mut article = bundled();
        // Links without an address are words.
        for block in &mut article.blocks {
            block.inlines.retain(|i| i.kind != InlineKind::Link { address: None });
        }
        assert_eq!(lines(&opened.article), lines(&article));
        assert_eq!(opened.article.blocks, article.blocks);
        assert_eq!(opened.article.meta.published, article.meta.published);
        assert_eq!(opened.article.meta.reading_date, article.meta.reading_date);
    }

    /// The text as it was supplied: links and bold written as in Markdown, lines as blocks.
    #[test]
    fn as_it_was_supplied() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/article/article.txt");
        let Ok(text) = std::fs::read_to_string(file) else { return };
        let opened = open("article.txt", &text);
        let plain = open("article.txt", &bundled().plain_text());
        assert_eq!(lines(&opened.article), lines(&plain.article));
        let strong = |b: &Block| b.inlines.iter().filter(|i| i.kind == InlineKind::Strong).count();
        assert_eq!(opened.article.blocks.iter().map(strong).sum::<usize>(), 5);
    }

    #[cfg(feature = "publish")]
    mod page {
        use super::*;

        fn page() -> String {
            let out = std::env::temp_dir().join(format!("dateline-intake-{}", std::process::id()));
            let assets = dateline::publish::Assets::default();
            dateline::publish::build::build(&[&bundled()], &assets, &out).expect("a page");
            let page = std::fs::read_to_string(out.join("index.html")).expect("the page");
            std::fs::remove_dir_all(out).expect("the folder goes");
            page
        }

        #[test]
        fn a_page_of_ours_is_the_article_whole() {
            let opened = open("index.html", &page());
            assert_eq!((opened.form, opened.annotated), (Form::Page, true));
            assert_eq!(opened.article, bundled());
        }

        /// Without its data our page is a page like any other.
        #[test]
        fn as_html_the_same_blocks_as_plain_text() {
            let page = page();
            let (before, data) =
                page.split_once("<script type=\"application/json\"").expect("data");
            let (_, after) = data.split_once("</script>").expect("its end");
            let opened = open("index.html", &format!("{before}{after}"));
            let plain = open("article.txt", &bundled().plain_text());
            assert_eq!(opened.form, Form::Html);
            assert_eq!(lines(&opened.article), lines(&plain.article));
            let (found, wanted) = (opened.article.meta, bundled().meta);
            assert_eq!(found.author, wanted.author);
            assert_eq!(found.publisher, wanted.publisher);
            assert_eq!(found.published, wanted.published);
            assert_eq!(found.copyright, wanted.copyright);
            assert_eq!(found.genre, wanted.genre);
        }
    }
}

#[test]
fn pasted_rich_text_is_taken_whole() {
    let google = "<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\">\
        <h1 dir=ltr><span style=\"font-weight:400\">Troops leave</span></h1>\
        <p dir=ltr><span style=\"font-weight:400\">They </span><span style=\"font-weight:700\">le</span>\
        <span style=\"font-weight:700\">ft</span><span> on </span><span style=\"font-style:italic\">Monday\
        </span>.</p><br><p><span>Nobody saw <a href=\"https://a.example/x\">them</a>.</span></p></b>";
    let opened = open("clipboard.html", google);
    assert_eq!(
        lines(&opened.article),
        [
            "Head Title: Troops leave",
            "Body Paragraph: They left on Monday.",
            "Body Paragraph: Nobody saw them."
        ]
    );
    let text = dateline::article::PlainText::from(&opened.article);
    let inlines = opened.article.blocks.iter().flat_map(|block| &block.inlines);
    let words: Vec<&str> = inlines.map(|inline| text.slice(inline.span)).collect();
    assert_eq!(words, ["left", "Monday", "them"]);

    let word = "Version:1.0\r\nStartHTML:0000000105\r\nStartFragment:0000000141\r\n<html \
        xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style><!-- p {color:red} --></style>\
        <!--[if gte mso 9]><xml><o:x>Normal</o:x></xml><![endif]--></head><body lang=EN-US>\
        <!--StartFragment--><p class=MsoNormal>One<o:p></o:p></p>\
        <p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]>\
        <span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Two<o:p></o:p></p>\
        <p>Three</p><!--EndFragment--></body></html>";
    assert_eq!(
        lines(&open("clipboard.html", word).article),
        ["Head Title: One", "Body ListItem: Two", "Body Paragraph: Three"]
    );
}

#[test]
fn lists_tables_breaks_and_quotations() {
    let html = "<h2>Head</h2><p>One<br>two<br><br>three<p style='display:none'>no</p>\
        <ol start=3><li>a<li><p>b<p>c</ol><blockquote><p>said</blockquote>\
        <table><tr><td>x<td>y</tr><tr><th>1<td></tr></table><hr><p><q>quoted</q> <i>it&#x2019;s</i>\
        <figure><img src=a.jpg><figcaption>A picture</figcaption></figure><p><b>Bold line</b></p><p>End.";
    assert_eq!(
        lines(&open("clipboard.html", html).article),
        [
            "Head Title: Head",
            "Body Paragraph: One two",
            "Body Paragraph: three",
            "Body ListItem: 3. a",
            "Body ListItem: 4. b",
            "Body Paragraph: c",
            "Body Quotation: said",
            "Body Paragraph: x | y",
            "Body Paragraph: 1 |",
            "Body Separator: * * *",
            "Body Paragraph: “quoted” it’s",
            "Body Credit: A picture",
            "Body Heading: Bold line",
            "Body Paragraph: End.",
        ]
    );
}

#[test]
fn furniture_is_cut_and_facts_are_kept() {
    let story = "<p>The parliament voted on Sunday, after hours of debate, to ask the troops to \
        leave, officials said, and many people came to hear it.</p>";
    let page = format!(
        "<!doctype html><html lang=en><head><title>Parliament votes on troops - The Paper</title>\
        <link rel=canonical href=https://paper.example/a/vote><meta property=og:site_name content='The Paper'>\
        <meta property=article:published_time content=2020-01-06T23:00:00-05:00></head><body>\
        <nav><ul><li><a href=/>Home</a><li><a href=/news>News</a></ul></nav>\
        <div class=cookie-banner>We use cookies.</div><main><article><h1>Parliament votes on troops</h1>\
        <p class=byline>By Jane Doe</p><div class=share-bar><a href=#>Share</a></div>{}\
        <aside class=related><a href=/b>Related: other story</a></aside>{}\
        <p>See <a href=../b?c#d>more</a>.</p><form>Sign up <input type=email></form></article></main>\
        <section id=comments class=comments><p>A reader wrote, at length, and with commas, that it is \
        all wrong, and that nobody, really nobody, should read it.</p></section>\
        <footer>Copyright</footer></body></html>",
        story.repeat(3),
        story.repeat(3)
    );
    let opened = open("page.html", &page);
    let article = &opened.article;
    let text = article.plain_text();
    for gone in ["Home", "cookies", "Share", "Related", "Sign up", "wrote", "Copyright"] {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
    assert_eq!(article.blocks[0].kind, BlockKind::Title);
    assert_eq!(article.blocks[1].text, "By Jane Doe");
    assert_eq!(article.blocks.len(), 2 + 6 + 1);
    assert!(format!("{:?}", article.blocks[8].inlines).contains("https://paper.example/b?c#d"));
    assert_eq!(article.meta.author.as_deref(), Some("Jane Doe"));
    assert_eq!(article.meta.published.as_deref(), Some("2020-01-06"));
    assert!(opened.remarks.is_empty(), "{:?}", opened.remarks);
}

#[test]
fn the_headline_that_a_page_names_stands_over_its_first_paragraph() {
    let story = "<p>The parliament voted on Sunday, after hours of debate, to ask the troops to \
        leave, officials said, and many people came to hear it.</p>";
    let page = format!(
        "<!doctype html><html lang=en><head><title>Parliament votes on troops</title></head><body>\
        <article><p>Advertisement</p><p>The troops are to leave, it said.</p>{}</article></body></html>",
        story.repeat(4)
    );
    let opened = open("page.html", &page);
    let begins = &lines(&opened.article)[..2];
    assert_eq!(
        begins,
        [
            "Head Title: Parliament votes on troops",
            "Body Paragraph: The troops are to leave, it said."
        ]
    );
    assert_eq!(opened.left_out, 1);
}

/// Words of a page and of an article, as somebody pastes them.
const PASTED: &str = "Skip to main content\nHome\nWorld\nSign in\nTroops leave Iraq\nBy Jane Doe\n\
    8 January 2020\nShare\nSave\nThe parliament voted on Sunday, after hours of debate, to ask the \
    troops to leave, officials said, and many people came to hear it.\nAdvertisement\nThe troops \
    came in 2003, left in 2011 and came back in 2014, as the ministers knew when they met again in \
    the same room.\n3 comments\nAbout us\nPrivacy policy\n© 2020 The Paper";

#[test]
fn the_page_around_pasted_words_is_left_out_and_said() {
    let opened = open("pasted.txt", PASTED);
    let begins = lines(&opened.article)
        .into_iter()
        .map(|line| line.chars().take(32).collect::<String>())
        .collect::<Vec<_>>();
    assert_eq!(
        begins,
        [
            "Head Title: Troops leave Iraq",
            "Head Byline: By Jane Doe",
            "Head Dateline: 8 January 2020",
            "Body Paragraph: The parliament v",
            "Body Paragraph: The troops came ",
        ]
    );
    assert_eq!(opened.left_out, 11);
    let said = opened.left_out_in_words().expect("it is said");
    assert_eq!(said, "11 lines of the page around it were left out.");
    let all = intake::open_to("pasted.txt", PASTED.as_bytes(), Extent::All).expect("an article");
    assert_eq!((all.article.blocks.len(), all.left_out), (PASTED.lines().count(), 0));
    assert_eq!(all.left_out_in_words(), None);
    // A file of Markdown is somebody's own.
    assert_eq!(open("a.md", &PASTED.replace('\n', "\n\n")).left_out, 0);
}

#[test]
fn marked_furniture_of_rich_text_is_left_out() {
    let story = "<p>The parliament voted on Sunday, after hours of debate, to ask the foreign troops \
        to leave, officials in Baghdad said, and many people came to hear it.</p>";
    let html = format!(
        "<nav><a href=/>Home</a><br>World</nav><h1>Troops leave</h1><ul class=share><li>Pin it</ul>\
         {story}{story}<blockquote>They go.<footer>A minister</footer></blockquote>\
         <footer>All about us</footer>"
    );
    let opened = open("clipboard.html", &html);
    let texts: Vec<&str> = opened.article.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts.len(), 5, "{texts:?}");
    assert_eq!((texts[0], texts[3], texts[4]), ("Troops leave", "They go.", "A minister"));
    assert_eq!(opened.left_out, 3);
    let all = intake::open_to("clipboard.html", html.as_bytes(), Extent::All).expect("an article");
    assert_eq!((all.article.blocks.len(), all.left_out), (8, 0));
}

#[test]
fn what_was_corrected_comes_with_a_page_of_ours() {
    let page = |work: &str| {
        format!(
            "<html><body><script type='application/json' id='article-data'>{{\"blocks\":\
             [{{\"kind\":\"paragraph\",\"text\":\"One.\"}}]}}</script>\
             <script type='application/json' id='single-work'>{work}</script>"
        )
    };
    assert_eq!(open("a.html", &page(" ")).work, None);
    assert_eq!(open("a.html", &page("{\"base\":{}}")).work.as_deref(), Some("{\"base\":{}}"));
}

#[test]
fn too_much_is_refused_with_a_reason() {
    let refusal = intake::open("a.txt", &vec![b'a'; MOST_BYTES + 1]).expect_err("too large");
    assert!(matches!(refusal, Refusal::TooLarge { .. }));
    assert!(refusal.to_string().contains("at most 20 MB, found 21 MB"), "{refusal}");
    assert_eq!(
        intake::open("a.html", b"<html><body><img src=x></body></html>"),
        Err(Refusal::NoArticle)
    );
    assert_eq!(intake::open("", b""), Err(Refusal::NoArticle));
}

/// Deep, wide and unclosed pages: none takes the stack, and none takes more than its share of
/// time. The limit is wide, since tests are built without optimisation; quadratic work on these
/// would take hours.
#[test]
fn hostile_sizes() {
    let deep = 100_000;
    let pages = [
        format!("<html><body>{}words{}", "<div>".repeat(deep), "</div>".repeat(deep)),
        format!("<html><body>{}words", "<b><i>".repeat(deep)),
        format!("<body>{}{}", "<b><div>".repeat(deep / 2), "</b>".repeat(deep / 2)),
        format!("<body>{}", "<table><tr><td>a".repeat(deep / 4)),
        format!("<body>{}words", "<ul><li>".repeat(deep / 2)),
        format!("<body><p {}", "a=\"".repeat(deep)),
        format!("<body><p {}>words", "x=y ".repeat(deep)),
        format!("<body><p title=\"{}\">words", "x".repeat(4_000_000)),
        format!("<body>{}", "a<br><br>".repeat(deep / 2)),
        format!("<body>{}", "<a href=x>a</p>".repeat(deep / 2)),
        format!("<body>{}words", "<x-y>".repeat(deep)),
        format!("<body>{}", "<p>word, word</p>".repeat(deep / 2)),
        format!("<body>{}", "<span class=author>x</span>".repeat(deep / 4)),
        "<".repeat(deep * 4),
        "&".repeat(deep * 4),
        format!("# a\n\n{}", "> ".repeat(1_000)),
        "[".repeat(10_000) + "](http",
    ];
    let took = |page: &str| {
        let start = Instant::now();
        let _ = intake::open("page.html", page.as_bytes());
        start.elapsed()
    };
    // What a harmless page of their size takes here and now: machines differ, and are busy.
    let plain = took(&format!("<body>{}", "<p>Some words of it.</p>".repeat(deep / 4)));
    for page in pages {
        let took = took(&page);
        let shown: String = page.chars().take(40).collect();
        println!("{took:8.1?} {shown}");
        assert!(took < plain.max(Duration::from_secs(1)) * 20, "{took:?} {shown}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400), name in "[a-z.]{0,9}") {
        if let Ok(opened) = intake::open(&name, &bytes) {
            is_sound(&opened);
        }
    }

    /// What goes of a pasted text is known or short; the rest stays in its order.
    #[test]
    fn any_lines(lines in proptest::collection::vec(
        "(Home|Share|World|Advertisement|Related articles|Comments|Reply|Read more: it|© 2020 X|\
         By Jane Doe|8 May 2020|[A-Z][a-z]{2,6}( [a-z]{2,6}){0,12}[.?]?|[A-Z][a-z]{2,6}( [a-z]{2,6}){24,30}\\.)",
        1..40,
    )) {
        let text = lines.join("\n\n");
        let (Ok(kept), Ok(all)) = (
            intake::open("pasted.txt", text.as_bytes()),
            intake::open_to("pasted.txt", text.as_bytes(), Extent::All),
        ) else { return Ok(()) };
        is_sound(&kept);
        let mut rest = all.article.blocks.iter();
        for block in &kept.article.blocks {
            prop_assert!(rest.any(|other| other.text == block.text), "{:?} in {lines:?}", block.text);
        }
        prop_assert_eq!(kept.article.blocks.len() + kept.left_out, all.article.blocks.len());
        let is_comment = lines.iter().any(|line| line == "Reply");
        let long = |block: &&Block| block.text.split_whitespace().count() > 20;
        let count = |article: &Article| article.blocks.iter().filter(long).count();
        prop_assert!(is_comment || count(&kept.article) == count(&all.article));
    }

    #[test]
    fn any_soup(parts in proptest::collection::vec(
        "</?(p|div|b|i|em|a|a href=/x|a href='https://a.example/'|span|h1|h2|li|ul|ol|table|tr|td|\
         blockquote|br|hr|img src=a|pre|q|figure|figcaption|script|style|svg|title|body|html|head|\
         form|input|button|x-y|p class=byline|time datetime=2020-01-01|!--|noscript)>?|[a-z ,.é\u{0}-\u{9f}]{0,12}",
        0..60,
    ), page in any::<bool>()) {
        let html = format!("{}{}", if page { "<html><body>" } else { "<p>" }, parts.concat());
        if let Ok(opened) = intake::open("a.html", html.as_bytes()) {
            is_sound(&opened);
        }
    }

    #[test]
    fn any_markdown(text in "(---\n|\\+\\+\\+\n|# |\\* |> |1\\. |\\[|\\]\\(http|\\)|\\*\\*|_|`|<b>|\\{\\.byline\\}|\\{tail\\}|\\\\|\n|[a-z:= ]{0,6}|\\|){0,40}") {
        if let Ok(opened) = intake::open("a.md", text.as_bytes()) {
            is_sound(&opened);
        }
    }

    #[test]
    fn any_json(text in r#"\{"(blocks|events|title|meta)":(\[(\{"(text|kind|start_date|span)":("x"|1|\{"year":"?-?[0-9]{0,6}"?\}|null)\},?)*\]|\{\}|"x")\}"#) {
        if let Ok(opened) = intake::open("a.json", text.as_bytes()) {
            is_sound(&opened);
        }
    }
}
