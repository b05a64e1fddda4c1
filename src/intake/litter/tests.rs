use super::sift;
use crate::article::{Block, BlockKind};
use crate::intake::Extent;

const STORY: &str = "The parliament voted on Sunday, after hours of debate, to ask the foreign troops to \
    leave the country, officials in Baghdad said, and many people came to hear it.";

fn blocks(lines: &str) -> Vec<Block> {
    let block = |line: &str| Block {
        kind: BlockKind::Paragraph,
        text: line.trim().replace("STORY", STORY),
        ..Block::default()
    };
    lines.lines().filter(|line| !line.trim().is_empty()).map(block).collect()
}

fn leave_out(blocks: Vec<Block>) -> (Vec<Block>, usize) {
    sift(blocks, "", Extent::Article)
}

/// The lines that are left, the story's paragraphs as `STORY`, and how many went.
fn left(lines: &str) -> (Vec<String>, usize) {
    let (blocks, count) = leave_out(blocks(lines));
    (blocks.into_iter().map(|block| block.text.replace(STORY, "STORY")).collect(), count)
}

#[test]
fn a_whole_page_loses_what_stands_around_its_article() {
    let (lines, count) = left(
        "Skip to main content\nHome\nWorld\nMiddle East\nUkraine\nPolitics\nSearch\nSign in
         Troops leave Iraq\nBy Jane Doe\n8 January 2020\nShare\nSave\nPrint
         STORY\nAdvertisement\nSTORY\nRead more: Other news of the same day\nSTORY
         Related articles\nMinisters meet in Berlin\nA storm is on its way\nWhat the troops left
         STORY\nJane Doe is a writer.\n12 Comments\nJohn\nThis is all wrong, I say.\nReply\nReport\nAnn\nNo.\nReply
         About us\nContact\nPrivacy policy\n© 2024 The Paper. All rights reserved.",
    );
    assert_eq!(
        lines,
        [
            "Troops leave Iraq",
            "By Jane Doe",
            "8 January 2020",
            "STORY",
            "STORY",
            "STORY",
            "What the troops left",
            "STORY",
            "Jane Doe is a writer."
        ]
    );
    assert_eq!(count, 8 + 3 + 2 + 3 + 12);
}

#[test]
fn what_has_no_story_stays_whole() {
    let poem =
        "Home\nHome is the sailor\nHome from sea\nAnd the hunter\nHome\nMore\nMore\nfrom the hill";
    let list = "Shopping\nSave\nEggs\nSalt\nPrint\nMore\nSubscribe";
    for lines in [poem, list, "Share", "Home\nWorld", "STORY"] {
        assert_eq!(leave_out(blocks(lines)), (blocks(lines), 0), "{lines}");
    }
}

#[test]
fn short_lines_of_a_story_stay() {
    for lines in [
        // An interview.
        "A talk with the minister\nSTORY\nWhat now?\nWe wait.\nMore?\nSTORY\nFollow us?\nNo.\nHome\nSTORY\nThank you.",
        // A recipe and a list in a story.
        "Bread\nSave\n2 eggs\n100 g flour\nSalt\nPepper\nOil\nButter\nMilk\nSTORY\nSTORY\nRents\nWages\nSTORY\nEnd",
        // Headings that sound like a page's, and a copyright that is the article's.
        "Comments on the vote\nSTORY\nMore\nSTORY\nDiscussion\nSTORY\nCopyright © Jane Doe, 2020",
        "Troops leave\nSTORY\nSTORY\nBy continuing to stay, they would have lost.\n“Share this article of mine,” he said.",
    ] {
        assert_eq!(
            left(lines).0,
            blocks(lines).iter().map(|b| b.text.replace(STORY, "STORY")).collect::<Vec<_>>()
        );
    }
}

#[test]
fn a_headline_among_short_lines_is_found() {
    let (lines, _) = left("Menu\nSearch\nVote\nShare\nPrint\nSTORY\nSTORY");
    assert_eq!(lines, ["Vote", "STORY", "STORY"]);
}

#[test]
fn a_notice_of_cookies_goes_however_long_it_is() {
    let notice = "We use cookies and other means to store data on your device, to measure how it is \
        used, and to show what you may like; you can change that whenever you want.";
    assert_eq!(left(&format!("{notice}\nSTORY\nSTORY")), (vec!["STORY".into(), "STORY".into()], 1));
}

#[test]
fn with_all_of_it_the_headline_is_known_all_the_same() {
    let (blocks, count) =
        sift(blocks("Home\nSearch\nTroops leave\nSTORY\nSTORY\nShare"), "", Extent::All);
    assert_eq!((blocks.len(), count), (6, 0));
    let titles = blocks.iter().filter(|block| block.kind == BlockKind::Title);
    assert_eq!(titles.map(|block| block.text.as_str()).collect::<Vec<_>>(), ["Troops leave"]);
}

#[test]
fn a_day_or_an_author_before_the_headline_is_none() {
    let titles = |lines: &str, title: &str| -> Vec<String> {
        let (blocks, _) = sift(blocks(lines), title, Extent::Article);
        let titles = blocks.into_iter().filter(|block| block.kind == BlockKind::Title);
        titles.map(|block| block.text).collect()
    };
    let lines = "Advertisement\n8 January 2020\nBy Jane Doe\nTroops leave Iraq\nSTORY\nSTORY";
    assert_eq!(titles(lines, ""), ["Troops leave Iraq"]);
    // A page that names its title elsewhere may begin with a short paragraph.
    let lines = "Advertisement\nThe troops are to leave.\nSTORY\nSTORY";
    assert_eq!(titles(lines, ""), ["The troops are to leave."]);
    assert_eq!(titles(lines, "Troops leave Iraq"), [""; 0]);
}
