use super::*;
use crate::article::Block;

fn haystack(blocks: &[&str]) -> Haystack {
    let block = |text: &&str| Block { text: (*text).to_owned(), ..Block::default() };
    Haystack::new(&Article { blocks: blocks.iter().map(block).collect(), ..Article::default() })
}

fn found(blocks: &[&str], quotation: &str) -> Vec<String> {
    let text = haystack(blocks);
    let quotation = Quotation::parse(quotation).expect("a quotation");
    text.find(&quotation).iter().map(|span| text.printed(*span).to_owned()).collect()
}

#[test]
fn words_are_found_whole() {
    let text = ["Iran and Iranian anti-Iran, Iran’s"];
    assert_eq!(found(&text, "Iran"), ["Iran", "Iran", "Iran"]);
    assert_eq!(found(&text, "Iran's"), ["Iran’s"]);
    assert_eq!(found(&text, "iran"), [""; 0]);
    assert_eq!(found(&["aa a a"], "a a"), ["a a"]);
}

#[test]
fn an_ellipsis_reaches_to_the_nearest_end_in_the_block() {
    let text = ["One two three. One two three.", "Four three."];
    assert_eq!(found(&text, "One … three."), ["One two three.", "One two three."]);
    assert_eq!(found(&text, "{One … three.} One"), ["One two three."]);
    assert_eq!(found(&text, "two … Four"), [""; 0]);
}

#[test]
fn offsets_are_scalars_of_the_plain_text() {
    let text = haystack(&["“Zoë”", "𝄞 Zoë"]);
    let quotation = Quotation::parse("Zoë").expect("a quotation");
    assert_eq!(text.find(&quotation), [Span::new(1, 4), Span::new(9, 12)]);
    assert_eq!(text.block_of(Span::new(9, 12)), Span::new(7, 12));
}

#[test]
fn the_longest_title_counts() {
    let text = haystack(&["Iraqi Prime Minister Mahdi, ExPM Mahdi"]);
    let title = |span| text.title_before(span, &["Minister", "Prime Minister", "PM"]);
    let titled = title(Span::new(21, 26)).map(|(title, span)| (title, text.printed(span)));
    assert_eq!(titled, Some(("Prime Minister", "Prime Minister Mahdi")));
    assert_eq!(title(Span::new(33, 38)), None);
}

#[test]
fn context_can_be_copied_into_a_quotation() {
    let text = ["He said “no”. She said “no” too."];
    let context: Vec<String> = haystack(&text)
        .find(&Quotation::parse("said").expect("words"))
        .iter()
        .map(|span| haystack(&text).in_context(*span))
        .collect();
    assert_eq!(context, ["He {said} “no”.", "She {said} “no”"]);
    assert!(context.iter().all(|words| found(&text, words) == ["said"]));
    let text = ["The {old law, the {new} law"];
    let context = haystack(&text).in_context(Span::new(19, 22));
    assert_eq!(context, "the {{{new}}} law");
    assert_eq!(found(&text, &context), ["new"]);
}

#[test]
fn parts_of_words_count_as_the_article_s() {
    let text = haystack(&["Sunni militias are there"]);
    let has = |words| Quotation::parse(words).is_ok_and(|words| text.has_words(&words));
    assert!(has("sunni Militia") && has("Sunni … there"));
    assert!(!has("there … Sunni"));
    assert!(!has("militia … militias"), "one place counts once");
}
